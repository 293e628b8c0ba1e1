# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line)
"""Each rule of detection: five lines it must take and five near misses it must leave, judged through the whole detector.

A case is a line in a frame: the text above and below it.  A hit asks that the rule decides the line, or a part of it; a
near miss asks that it does not.  A test at the end finds rules of the code that have no cases or no line in the docs.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docforge.context import Context
from docforge.detect import DetectSettings, detect
from docforge.diagnostics import Report
from docforge.model import Article
from docforge.reading import read_source

ROOT = Path(__file__).resolve().parents[2]
A = "The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the mole."
B = "Two tugs and a crane have been at work since then, and the last stones were laid on Friday evening in the rain."
C = "Passengers who had bought a ticket for the missing days can have their money back until the end of the month."
TITLE = "The ferry sails again after the storm"

TOP = f"{{}}\n\n{A}\n\n{B}\n\n{C}\n"
BELOW_TITLE = f"{TITLE}\n\n{{}}\n\n{A}\n\n{B}\n\n{C}\n"
LEAD = f"{TITLE}\n\n{{}}\n\n{B}\n\n{C}\n"
LETTER = f"{{}}\n\n{A}\n\n{B}\n\n{{}}\n\n{{}}\n"
MIDDLE = f"{TITLE}\n\n{A}\n\n{B}\n\n{{}}\n\n{C}\n\n{A}\n\n{B}\n"
END = f"{TITLE}\n\n{A}\n\n{B}\n\n{C}\n\n{{}}\n"

# rule: frame, hits, near misses; a case may name its language after a bar at its end.
RULES: dict[str, tuple[str, list[str], list[str]]] = {
    "headline.shape": (
        TOP,
        [TITLE, "Harbour office: ferry sails again on Monday", "FERRY SAILS AGAIN AFTER STORM", "Will the ferry sail again?",
         "Mole repaired, ferry sails again\nthree weeks after the storm"],
        ["Share", "By Ann Lee", "Sept. 14, 2022", "Photo: Ann Lee", "Read also: fog on the sound"],
    ),
    "kicker.release": (
        f"{{}}\n\n{TITLE}\n\n{A}\n\n{B}\n",
        ["PRESS RELEASE", "Sound Harbour Agency - News release", "Pressemitteilung Nr. 45/2022|de",
         "Communiqué de presse n° 12|fr", "Пресс-релиз|ru"],
        ["Press freedom", "Release of the mole", "The press", "Share", "Photo: Ann Lee"],
    ),
    "kicker.issuer": (
        f"{{}}\n\n{TITLE}\n\n{A}\n\n{B}\n",
        ["Ministry of Ports and Fisheries", "Sound Harbour Authority", "Bundesministerium für Häfen und Wasserstraßen|de",
         "Ministère de la Mer|fr", "Ministerio de Puertos y Pesca|es"],
        ["Ministry of Ports opens mole", "University of the Sound Opens New Campus", "Harbour Ministry plans new mole",
         "The Old Mole", "Ministry", "Storm Closes University to Ferry Guests", "Guard Held for Theft on Ferry: Police",
         "Pemerintah Siapkan 10.000 Rumah|id", "Office of 12 Harbours"],
    ),
    "kicker.interview": (
        f"{{}}\n\n“The ferry will sail again”\n\n{A}\n\n{B}\n",
        ["Interview with Ann Lee, captain", "Interview mit Anna Lehner|de", "Entrevista a Ana Ruiz, capitana|es",
         "Entretien avec Anne Leroy|fr", "Intervista ad Anna Riva|it"],
        ["Interviews on the mole end in a quarrel that nobody wanted to have", "No interview with Ann Lee", "Interview.", "The captain",
         "Interview with Ann Lee ends early."],
    ),
    "kicker.line-above": (
        f"{{}}\n\n{TITLE}\n\n{A}\n\n{B}\n",
        ["SHIPPING", "Storm on the sound", "Coast and islands", "THE HARBOUR", "Sea and weather"],
        ["Share", "Sept. 14, 2022", "By Ann Lee", "The storm has passed the sound at last.", "Photo: Ann Lee"],
    ),
    "deck.below-headline": (
        f"{TITLE}\n\n{{}}\n\nBy Ann Lee\n\nSept. 14, 2022\n\n{A}\n\n{B}\n\n{C}\n",
        ["The mole is whole, and the harbour office has set the first sailing for Monday.",
         "Three weeks of repairs end with the first sailing on Monday",
         "After three weeks of repairs the first boat is due to leave at noon on Monday.",
         "Tugs and a crane have mended the mole. The first sailing is on Monday.",
         "Passengers can have their money back until the end of the month, the office says"],
        ["Share", "Photo: Ann Lee / AP", "Sept. 13, 2022", "Read more: fog on the sound keeps the ferry in port", "Print"],
    ),
    "byline.word": (
        BELOW_TITLE,
        ["By Ann Lee", "By Ann Lee and Ole Sievers", "by ANN LEE", "ByAnn Lee", "By Ann Lee, harbour correspondent"],
        ["By noon the ferry had left.", "Byers and Lee", "By the harbour", "By hook or by crook they sailed.", "Goodbye Ann Lee"],
    ),
    "byline.label": (
        BELOW_TITLE,
        ["Author: Ann Lee", "Text: Ann Lee", "Автор: Анна Ли", "文/王五", "Reporter: Ann Lee"],
        ["Ferry: Ann Lee", "Harbour: closed", "Text: see below for the times", "Photo: Ann Lee", "Warning: fog"],
    ),
    "byline.role": (
        "항구가 다시 열렸다\n\n{}\n\n정부는 수요일 항만 관리자들과 만났다고 국토부가 성명에서 밝혔다. 배는 월요일에 다시 떠난다고 한다.\n\n"
        "승객들은 이달 말까지 돈을 돌려받을 수 있다고 항만 사무소가 밝혔다. 두 척의 예인선이 일하고 있다.\n",
        ["김철수 기자", "이영희 특파원", "김철수 기자, 이영희 기자", "박민수 인턴기자", "김철수 기자 외 2명"],
        ["항구 소식", "기자 회견", "사진=연합뉴스", "기자들은 항구에서 기다렸다고 말했다.", "입력 2022.09.14"],
    ),
    "byline.above-date": (
        "항구가 다시 열렸다\n\n{}\n\n승인 2022.09.14 09:40\n\n정부는 수요일 항만 관리자들과 만났다고 국토부가 성명에서 밝혔다. 배는 월요일에 다시 떠난다고 한다.\n\n"
        "승객들은 이달 말까지 돈을 돌려받을 수 있다고 항만 사무소가 밝혔다. 두 척의 예인선이 일하고 있다.\n",
        ["이도현", "박서연", "• 김하늘", "최유진", "강민재"],
        ["정치", "문화", "정치부", "오피니언", "국토부"],
    ),
    "byline.bracket": (
        "渡し船が再開\n\n港湾事務所は月曜日、嵐から三週間を経て渡し船が再び運航し、古い桟橋の修理も終わったと発表した。\n\n市民からは待っていたという声が上がっており、事務所は{}\n",
        ["利用を呼びかけている。【森下康平、井上真紀】", "利用を呼びかけている。（森下康平）", "利用を呼びかけている。(札幌支局　森下康平)",
         "「待っていた」という。（論説委員・田中太郎）", "利用を呼びかけている。【社会部 田中太郎】"],
        ["利用を呼びかけている。（敬称略）", "利用を呼びかけている。（笑）", "利用を呼びかけている所長（森下康平）。", "利用を呼びかけている。（文化面）",
         "利用を呼びかけている。（写真も）"],
    ),
    "byline.bare-name": (
        f"{TITLE}\n\n{{}}\n\nSept. 14, 2022\n\n{A}\n\n{B}\n\n{C}\n",
        ["Ann Lee", "Ann Lee, Ole Sievers", "Ann Lee, Staff Writer", "14 September 2022 / Ann van der Lee",
         "Sept. 14, 2022, 2:56 pm | Ann Lee and Ole Sievers"],
        ["Fog on the sound", "14 September 2022 / Harbour", "12 comments", "14 September 2022 | Sound News", "Harbour news of the day"],
    ),
    "publication.label": (
        BELOW_TITLE,
        ["Published: 14 September 2022", "Updated Sept. 14, 2022, 10:30 a.m.", "Stand: 14.09.2022, 12:14 Uhr|de",
         "Опубликовано 14 сентября 2022|ru", "发布时间：2022年9月14日|zh-Hans"],
        ["The rules were published on 14 September 2022 and fill ninety pages of the gazette.", "Published weekly", "Updated daily",
         "Last call", "Stand up for the harbour"],
    ),
    "publication.bare-date": (
        BELOW_TITLE,
        ["Sept. 14, 2022", "Wednesday, 14 September 2022", "14/09/2022 10:30|fr", "2022-09-14", "Sep 14, 2022 3:05 PM EDT"],
        ["2022", "14 September", "10:30 a.m.", "The storm of 14 September 2022 broke the mole in two places.", "14 days to go"],
    ),
    "publication.no-year": (
        BELOW_TITLE,
        ["Updated 3:15 PM ET, Mon March 9", "Published 14 March, 10:30", "di 6 januari, 07:48|nl", "发布时间：3月18日 10:20|zh-Hans",
         "Julkaistu 11.5. 14:02. Päivitetty 11.5. 16:40.|fi", "Publisert 14. mars kl. 21:14|no"],
        ["14 jan | 8h04", "The vote is on Monday, March 9, at 3:15 PM", "Updated figures will come on March 9", "Doors open Mon March 9, 19:30",
         "March 9, 3:15 PM", "Published 14 March 2026, 10:30"],
    ),
    "dateline.repeated-place": (
        f"Storm over Selby\n\n{{}}\n\n{B} So it was in Selby and in Port Selby.\n",
        [f"SELBY. {A}", f"Selby: {A}", f"SELBY (red) {A}", f"Selby | {A}", f"PORT SELBY {A}"],
        [f"STORM. {A}", f"Harbour: {A}", f"Selby {A}", f"SELBY AND {A}", "Selby. So short."],
    ),
    "dateline.place-agency": (
        LEAD,
        [f"OSLO (AP) — {A}", f"OSLO, Sept 14 (Reuters) - {A}", f"Oslo (AFP) – {A}", f"OSLO, September 14. /TASS/. {A}", f"(Reuters) - {A}"],
        [f"Oslo (West) - {A}", f"The vote (Reuters/Ipsos) - {A}", f"Oslo (75) – {A}", f"The port of Oslo (AP) {A}", f"FILE (AP) and more. {A}"],
    ),
    "dateline.place-signature": (
        LEAD,
        [f"OSLO (QRX) — {A}", f"Bergen (NKX) - {A}", f"OSLO, Norway (QRX) — {A}", f"Kiel (XKJ) – {A}", f"TURKU (WQX) -- {A}"],
        [f"Oslo (West) — {A}", f"Oslo (75) — {A}", f"UPDATE: 5/12 — {A}", f"the (QRX) — {A}", f"Oslo — {A}"],
    ),
    "dateline.place-date": (
        LEAD,
        [f"OSLO, Sept. 14 — {A}", f"Oslo, 14 September 2022 – {A}", f"BERGEN, Norway, May 3 -- {A}", f"Turku, 3 May - {A}", f"KIEL, June 1 — {A}",
         f"OSLO – Sept. 14, 2022 – {A}", f"Oslo — 14 September 2022 — {A}", f"OSLO, U.K. - Sept. 14, 2022 - {A}", f"Oslo | 14 September 2022 – {A}",
         f"Sept. 14, 2022 – OSLO – {A}"],
        [f"In Oslo, 14 September is a holiday. {A}", f"UPDATE: 5/12 — {A}", f"Harbour Office. 14 September 2022. {A}", f"Oslo in May — {A}",
         f"May 3 was wet. {A}", f"Update – 14 September 2022 – {A}", f"Sept. 14, 2022 – Update – {A}", f"14 September 2022 – The mole – {A}",
         f"FILE - Sept. 14, 2022 - {A}", f"OSLO – 14 September 2022 was wet. {A}"],
    ),
    "dateline.bracketed-place-date": (
        LEAD,
        [f"(Oslo, 14 September 2022) {A}", f"[Oslo, 14 September 2022] – {A}", f"(New York, Sept. 14, 2022) — {A}", f"(Oslo, Norway, 14 September 2022) {A}",
         f"[THE HAGUE, 14 September 2022] {A}", f"(Oslo) 14 September 2022 – {A}",
         "(أوسلو) 14 أيلول 2022 - قال مكتب الميناء يوم الاثنين إن العبارة ستعود إلى العمل بعد ثلاثة أسابيع من العاصفة.|ar",
         "(أوسلو، 14 أيلول 2022) - قال مكتب الميناء يوم الاثنين إن العبارة ستعود إلى العمل بعد ثلاثة أسابيع.|ar"],
        [f"(Oslo) {A}", f"(14 September 2022) {A}", f"(Oslo, September 2022) {A}", f"(updated on 14 September 2022) {A}",
         f"(Oslo, 14 September 2022, is the day of the first sailing.) {A}", f"(West) 14 September 2022 was wet. {A}"],
    ),
    "dateline.capital-place": (
        LEAD,
        [f"OSLO — {A}", f"DULUTH, Minn.- {A}", f"NEW DELHI: {A}", f"PORT LOUIS – {A}", f"THE HAGUE, Netherlands — {A}"],
        [f"WATCH: {A}", f"EXCLUSIVE — {A}", f"FILE - {A}", f"OSLO will reopen. {A}", f"Watch out: {A}"],
    ),
    "dateline.place-dash": (
        LEAD,
        [f"Oslo – {A}", f"Bergen — {A}", f"Oslo/Bergen – {A}", f"Port Louis – {A}", f"The Hague — {A}"],
        [f"Oslo-{A}", f"Oslo – the city of {A}", f"the port – {A}", f"Oslo, {A}", f"Ann said – {A}"],
    ),
    "dateline.listed-place": (
        "Die Fähre fährt wieder\n\n{}\n\nZwei Schlepper und ein Kran waren seitdem bei der Arbeit, und am Freitag lag der letzte Stein.\n\n"
        "Wer schon eine Karte hatte, bekommt sein Geld bis zum Ende des Monats zurück, sagte das Hafenamt am Abend.\n",
        [f"{place} Der Hafen ist nach dem Sturm wieder offen, und die Fähre legt am Montag um zwölf Uhr zum ersten Mal wieder ab, "
         "sagte das Hafenamt." for place in ("Berlin", "Hamburg", "München", "Köln", "Wien")],
        [f"{word} Hafen ist nach dem Sturm wieder offen, und die Fähre legt am Montag um zwölf Uhr zum ersten Mal wieder ab, "
         "sagte das Hafenamt." for word in ("Der", "Unser", "Jeder", "Berlins alter", "Kein")],
    ),
    "dateline.agency-place-date-dian": (
        "港口重新开放\n\n{}\n\n乘客可以在月底之前拿回自己的钱，港务局周一晚间表示，两艘拖船和一台起重机一直在工作。\n",
        [head + "港口在风暴三周之后重新开放，港务局周一表示渡轮将再次启航。"
         for head in ("新华社北京1月27日电 ", "据新华社莫斯科5月25日电 ", "中新社上海9月14日电（记者王五）", "中新网7月26日电 ", "人民网东京3月1日电 ")],
        ["本报告指出，五月十一日的港口运输量增加了一倍，港务局周一表示渡轮将再次启航。", "一月二十七日，港口在风暴三周之后重新开放，渡轮将再次启航。",
         "北京的港口在风暴三周之后重新开放，港务局周一表示渡轮将再次启航。", "电力在1月27日恢复，港口在风暴三周之后重新开放，渡轮将再次启航。",
         "记者1月27日从港务局获悉，港口在风暴三周之后重新开放，渡轮将启航。"],
    ),
    "dateline.agency-xun": (
        "港口重新开放\n\n{}\n\n乘客可以在月底之前拿回自己的钱，港务局周一晚间表示，两艘拖船和一台起重机一直在工作。\n",
        [head + "港口在风暴三周之后重新开放，港务局周一表示渡轮将再次启航。"
         for head in ("本报讯 ", "本报北京讯 ", "本报讯（记者王五）", "中新社讯 ", "本报上海讯 ")],
        [head + "港口在风暴三周之后重新开放，港务局周一表示渡轮将再次启航。" for head in ("本报告说，", "本周，", "据悉，", "报道说，", "本网站称，")],
    ),
    "dateline.bracketed-dian": (
        "港口重新開放\n\n{}\n\n乘客可以在月底之前拿回自己的錢，港務局週一晚間表示，兩艘拖船和一台起重機一直在工作。\n",
        [head + "港口在風暴三週之後重新開放，港務局週一表示渡輪將再次啟航。"
         for head in ("（中央社台北14日電）", "（中央社記者王五台北14日電）", "(中央社東京3日電)", "（中央社高雄9月14日電）", "（中央社倫敦14日綜合外電報導）")],
        [head + "港口在風暴三週之後重新開放，港務局週一表示渡輪將再次啟航。" for head in ("（台北）", "（14日）", "（圖）", "（中央）", "（更新）")],
    ),
    "dateline.lenticular": (
        "港が再開した\n\n{}\n\n乗客は月末まで払い戻しを受けられると港湾事務所は月曜日の夜に発表した。曳船二隻が作業している。\n",
        [head + "嵐から三週間、港が再開した。港湾事務所は月曜日に渡し船が再び出ると発表した。"
         for head in ("【ドーハ共同】", "【ベルリン時事】", "【ソウル＝山田太郎】", "【ワシントン共同】", "【パリ時事】")],
        [head + "嵐から三週間、港が再開した。港湾事務所は月曜日に渡し船が再び出ると発表した。"
         for head in ("【写真】", "【動画】", "【速報】", "【独自】", "【関連】")],
    ),
    "dateline.bracketed-day": (
        "港が再開した\n\n{}\n\n乗客は月末まで払い戻しを受けられると港湾事務所は月曜日の夜に発表した。曳船二隻が作業している。\n",
        [head + "嵐から三週間、港が再開した。港湾事務所は月曜日に渡し船が再び出ると発表した。"
         for head in ("[東京 22日 ロイター] - ", "[ワシントン 3月5日 共同] - ", "［大阪 14日 時事］ - ", "[青山 9月14日 港湾通信] ",
                      "[ソウル 2日 聯合] - ")],
        [head + "嵐から三週間、港が再開した。港湾事務所は月曜日に渡し船が再び出ると発表した。"
         for head in ("[写真] ", "[東京 22日] - ", "[22日 ロイター] - ", "[更新 午後3時 港湾] ", "[関連記事 1 港] ")],
    ),
    "dateline.place=agency": (
        "항구가 다시 열렸다\n\n{}\n\n승객들은 이달 말까지 돈을 돌려받을 수 있다고 항만 사무소가 밝혔다. 두 척의 예인선이 일하고 있다.\n",
        [head + "정부는 수요일 항만 관리자들과 만났다고 국토부가 성명에서 밝혔다. 배는 월요일에 떠난다."
         for head in ("(서울=연합뉴스) ", "[부산=뉴시스] 김철수 기자 = ", "(세종=연합뉴스) 이영희 기자 = ", "(도쿄=연합뉴스) ", "[인천=뉴시스]")],
        [head + "정부는 수요일 항만 관리자들과 만났다고 국토부가 성명에서 밝혔다. 배는 월요일에 떠난다."
         for head in ("(서울) ", "[단독] ", "(사진) ", "(종합) ", "서울 = ")],
    ),
    "credit.label": (
        MIDDLE,
        ["Photo: Ann Lee", "Photo: Ann Lee / AP", "Foto: Ann Lee|de", "Photo by Ann Lee", "Credit: Ann Lee"],
        ["Ferry: Ann Lee", "Photography is her life.", "The photo shows the mole.", "Credits roll.", "Image is everything here."],
    ),
    "credit.bracket": (
        MIDDLE,
        ["(Ann Lee/AP)", "(Ann Lee / Getty Images)", "(AP Photo/Ann Lee)", "The mole at dawn. (Ann Lee/AP)", "The mole at dawn. (Photo by Ann Lee)", "FILE - The mole at dawn, May 14, 2020. (AP Photo/Ann Lee, File)"],
        ["(see below)", "(in metres)", "The mole (built in 1911) was mended by two tugs.", "(three weeks)", "The office (and its head) is back."],
    ),
    "credit.copyright": (
        MIDDLE,
        ["© Ann Lee", "© Ann Lee / AP", "(c) Ann Lee", "© dpa", "The mole at dawn, seen from the tug © Ann Lee"],
        ["The (c) key is broken.", "Copy right here", "c) the mole", "A copyright case about the mole went to court on Friday.", "C. Lee"],
    ),
    "credit.provider": (
        MIDDLE,
        ["Getty Images", "Ann Lee / Reuters", "AP/Ann Lee", "Getty Images / Ann Lee", "The mole at dawn. Ann Lee/AP"],
        ["Ann Lee, with AFP", "Images of the mole", "Lee/Sievers", "Getty was there.", "north / south", "and/or"],
    ),
    "credit.maker-mark": (
        "港が再開した\n\n{}\n\n嵐から三週間、港が再開した。港湾事務所は月曜日に渡し船が再び出ると発表した。乗客は払い戻しを受けられる。\n\n"
        "乗客は月末まで払い戻しを受けられると港湾事務所は月曜日の夜に発表した。曳船二隻が作業している。\n",
        ["再開した港＝共同", "再開した港に立つ所長＝時事", "夜明けの防波堤＝山田太郎撮影", "港の夜明け 山田太郎撮影", "防波堤の工事 港湾事務所提供"],
        ["港が再開した。", "渡し船", "防波堤の工事", "三週間の工事", "港湾事務所"],
    ),
    "credit.source": (
        f"{MIDDLE}\n{A}\n\n{C}\n\n{B}\n",
        ["Source: Harbour Office", "Source: National Statistics", "Quelle: Hafenamt|de", "Sources: Harbour Office, Mole Trust", "Source: Mole Trust, 2021"],
        ["Sauce: hot", "A source: unnamed", "Source of the storm", "Resource: none", "source code"],
    ),
    "credit.handle": (
        MIDDLE,
        ["@harbour_09", "t.me/harbour_09", "instagram.com/annlee", "vk.com/harbour", "@annlee"],
        ["at harbour", "t.me", "harbour.example", "@", "ann@harbour.example"],
    ),
    "caption.beside-credit": (
        f"{TITLE}\n\n{A}\n\n{B}\n\n{{}}\n\nPhoto: Ann Lee / AP\n\n{C}\n\n{A}\n",
        ["The mole at dawn, seen from the tug", "The ferry in the harbour", "Passengers wait at the gate", "A crane on the mole",
         "The harbour master with the last stone"],
        ["Share", "By Ole Sievers", "Sept. 14, 2022", "Getty Images", "Read also: fog on the sound"],
    ),
    "caption.note": (
        MIDDLE,
        ["Representative image", "Representational Image", "Symbolfoto.|de", "Symbolbild|de", "Image for representation only"],
        ["Image of the mole", "Symbols and photos", "The image was representative of the harbour, said the mayor of the town on Friday.",
         "Representative Ann Lee", "Stones for the mole"],
    ),
    "caption.direction": (
        MIDDLE,
        ["Ann Lee (left) and Ole Sievers on the mole", "Ole Sievers (l) at the harbour", "Ann Lee (r.) and the crane", "Ann Lee (right) on Friday",
         "The harbour master (centre) with the last stone"],
        ["Ann Lee (Labour) and Ole Sievers on the mole", "The left side of the mole", "Turn right (again)", "Right of way", "Ann Lee (41)"],
    ),
    "caption.file": (
        MIDDLE,
        ["FILE - The mole as it looked last year.", "FILE PHOTO: The mole as it looked last year.", "File photo: The mole last year",
         "ARCHIVE - The mole last year", "FILE — The ferry in the harbour last May."],
        ["Files on the mole are public", "File a claim by Friday.", "The file: thick", "Archive of the harbour", "Filed by Ann"],
    ),
    "caption.opening": (
        MIDDLE,
        ["Caption: The mole as it looked last year", "In the photo: the mole as it looked last year.", "Bildunterschrift: Die Mole im Vorjahr|de",
         "На снимке: мол год назад|ru", "Nella foto: il molo un anno fa|it"],
        ["The photograph that he took shows the mole.", "Legendary storms of the sound", "Photos of the mole are sold out.", "In the picture of the sound", "A caption for the mole"],
    ),
    "caption.figure": (
        MIDDLE,
        ["Figure 3: The mole before the storm", "Fig. 2. Stones by year", "Abb. 4: Die Mole vor dem Sturm|de", "Рис. 1. Мол до шторма|ru",
         "Obr. 2: Molo před bouří|cs"],
        ["Figures: 3 of them", "Pier 3: the mole before the storm", "Figure skating: 3 days", "Figure it out", "Table 3 was set."],
    ),
    "caption.twice": (
        MIDDLE.replace("{}", "{}\n\n{}"),
        ["Boats lie in the harbour on Monday.", "The mole of the old port after the storm.", "Die Mole des alten Hafens nach dem Sturm.|de",
         "El muelle del puerto viejo después de la tormenta.|es", "Паром стоит в старом порту после шторма.|ru"],
        ["Stones for the mole", "Will the ferry sail again on Monday?", "Ann Lee", "Boats lie still.", "Share"],
    ),
    "caption.below-file": (
        MIDDLE.replace("{}", "harbour_0409.jpg\n\n{}"),
        ["Boats in the harbour on Monday", "The mole of the old port in fog", "Stones for the mole in a yard", "Ann Lee on the tug of 1912", "Die alte Mole im Sturm von Westen|de"],
        [A, "Share", "Sept. 14, 2022", "By Ann Lee", "Photo: Ann Lee / AP", "Wie es weitergeht|de", "Then the rain came.", "“We had to go out at night"],
    ),
    "caption.dated": (
        f"Home\n\nSubscribe\n\nSign in\n\n{TITLE}\n\nShare\n\n{{}}\n\n{A}\n\n{B}\n\n{C}\n",
        ["Boats lie in the harbour of Norrstad, Sept. 14, 2022.", "A tug leaves the old port of Norrstad, Maine, September 14, 2022.",
         "Ann Lee waits for the ferry in Norrstad, 14 September 2022.", "Boote liegen im Hafen von Norrstad, 14. September 2022.|de",
         "Des bateaux dans le port de Norrstad, 14 septembre 2022.|fr"],
        ["The mole was closed in Norrstad on Sept. 14, 2022.", "Boats lie in the harbour of Norrstad, all of them.",
         "Boats lie in the harbour, Sept. 14.", "Sept. 14, 2022", "Will the ferry sail again in Norrstad, Sept. 14, 2022?"],
    ),
    "tagline.end-mark": (
        END,
        ["ENDS", "-30-", "###", "- ends -", "***"],
        ["The end is near.", "30 days", "Weekends", "No end in sight", "#harbour and more"],
    ),
    "tagline.bracket": (
        END,
        ["(Reporting by Ann Lee; Editing by Ole Sievers)", "(APA, 12.9.2015)|de", "(AFP)", f"{C[:-1]} (red, 12.9.2015)|de", f"{C} (AP)"],
        ["(see page three)", "(in three weeks)", "(all of it)", f"{C[:-1]} (again)", f"{C[:-1]} (AP)"],
    ),
    "tagline.initials": (
        f"{TITLE}\n\n{A}\n\n{B}\n\n{C}\n\n{{}}\n",
        ["lb/pmr/thm", "hz/dpa", "kno/ par/", "Lusa/fim|pt", "MPE // ZO|pt"],
        ["Ann Lee/Harbour Agency", "Getty Images/AFP", "and/or of the harbour", "24/7", "Harbour/Fog"],
    ),
    "tagline.agency": (
        END,
        ["Kyodo", f"{C} Reuters", f"{B} AFP", "PAP", f"{C} Xinhua"],
        ["Harbour", f"{C} Harbour", "Agency", f"{B} Again", "West"],
    ),
    "tagline.reporting": (
        END,
        ["Reporting by Ann Lee; Editing by Ole Sievers", "Reporting by Ann Lee in Oslo", "Writing by Ole Sievers",
         "Editing by Ole Sievers", "Edited by Ann Lee"],
        ["Reporting is hard.", "Editing takes time.", "Reports by the dozen came in.", "He is reporting by phone.", "An additional report is due."],
    ),
    "tagline.source": (
        END,
        ["Source: Harbour Office", "Quelle: Hafenamt|de", "Источник: порт|ru", "来源：港务局|zh-Hans", "Source : le port|fr"],
        ["The source of the storm", "Sauce: hot", "A source said so.", "Sourdough: bread", "Resource: none"],
    ),
    "tagline.rights": (
        END,
        ["All rights reserved.", "© 2022 Harbour Press. All rights reserved.", "Copyright 2022 Harbour Press. All rights reserved",
         "Alle Rechte vorbehalten|de", "Все права защищены|ru"],
        ["All rights turns.", "The right to reserve", "Rights of way on the mole", "All reserved seats are sold.", "Copy that"],
    ),
    "tagline.contact": (
        END,
        ["Contact: Ann Lee, press office", "press@harbour.example", "Press office: press@harbour.example", "Media contact: Ann Lee",
         "Phone +47 00 00 00 00"],
        ["Contact with the mole was lost.", "Call us", "In contact", "The press office", "No phones"],
    ),
    "tagline.author": (
        f"{TITLE}\n\nBy Ann Lee\n\n{A}\n\n{B}\n\n{C}\n\n{{}}\n",
        ["Ann Lee writes about ports for The Harbour Post.", "Ann Lee is a sailor and teaches at the school of the sound.",
         "Ann Lee lives in Norrstad, where the old ferry lies.", "Ann Lee has been with The Harbour Post since 2009.",
         "Ann Lee berichtet seit 2011 aus den Häfen.|de"],
        ["Tom Reed, who saw the mole break, thanked the crews.", "Ann Lee / Harbour Post The mole in the storm.",
         "Ann Lee said that “the ferry was never late”, and laughed.", "Annabel Leeds writes to the harbour office each week.",
         "Lee writes about ports for The Harbour Post."],
    ),
    "tagline.editors-note": (
        END,
        ["Editor's note: the time of the first sailing was changed.", "Editor’s Note: this story was updated.", "Correction: the mole is of 1911.",
         "Anmerkung der Redaktion: Die Zeit wurde geändert.|de", "Note to editors: pictures are at hand."],
        ["The editor's desk", "Correct as of Friday", "Note the time", "Editors: wanted", "Notes on a mole"],
    ),
    "furniture.wire-header": (
        f"{{}}\n\n{TITLE}\n\n{A}\n\n{B}\n",
        ["bdt0412 4 pl 212 dpa 0815", "a0412 4 i bc 0815", "xyz041 3 wi 198 nws 1204", "bsd07 4 sp 310 sid 0630",
         "lno12 4 vm 95 qrx 1710"],
        ["Route 66 and 4 more roads", "Boeing 747 lands 12 hours late", "14 Sept 2022", "4 of 12", "Share"],
    ),
    "tagline.issuer": (
        END,
        ["Sound Harbour Office", "Ministry of Ports and Fisheries", "Ufficio Portuale del Sound|it", "Biuro Komunikacji|pl",
         "Pressestelle der Stadt|de"],
        ["The Old Mole", "Harbour Office opens again", "Office", "Fog on the Sound", "The office is closed on Sunday."],
    ),
    "tagline.embargo": (
        f"{{}}\n\n{TITLE}\n\n{A}\n\n{B}\n",
        ["FOR IMMEDIATE RELEASE", "Embargoed until 14 May 2026, 10:00 CET", "EMBARGO: 6 p.m. on Friday",
         "Sperrfrist: Freitag, 18 Uhr|de", "Sous embargo jusqu’au 3 juin 2026|fr"],
        ["Embargo on stones", "For the mole", "Immediate danger", "Under the mole", "Hold the mole"],
    ),
    "crosshead.between-paragraphs": (
        MIDDLE,
        ["Stones for the mole", "Money back", "What happens next", "The ferry and the storm", "Tickets for the missing days"],
        ["Share", "Ends in a full stop.", "Sept. 14, 2022", "By Ann Lee", "12,000 15,000 18,000"],
    ),
    "furniture.phrase": (
        MIDDLE,
        ["Home Sign in Subscribe", "본문 글씨 줄이기 본문 글씨 키우기|ko", "Share", "Advertisement", "Facebook Twitter WhatsApp", "Teilen|de", "Print"],
        ["Home ferry share", "Stones for the mole", "Money back", "The printer", "Shared work", "Facebook users sail"],
    ),
    "furniture.opening": (
        MIDDLE,
        ["Read more: fog on the sound", "Read also: fog on the sound", "Sign up for our newsletter and get the news", "Lesen Sie auch: Nebel im Sund|de",
         "Lire aussi : brouillard sur le détroit|fr"],
        ["Reading the fog", "Signs of a storm", "The newsletter of the mole", "Ready at last", "Lists of boats"],
    ),
    "furniture.button": (
        f"Home\n\nSubscribe\n\nSign in\n\n{TITLE}\n\nShare\n\n{A}\n\n{B}\n\n{{}}\n\n{C}\n\n{A}\n",
        ["Add a comment", "View this image ›", "Order reprints", "Got it", "Enlarge the graphic"],
        ["The caption reads", "Open port", "Buy and save", "Follow the money", "Comment on the mole"],
    ),
    "furniture.closing": (
        f"Home\n\nSubscribe\n\nSign in\n\n{TITLE}\n\nShare\n\n{A}\n\n{B}\n\n{{}}\n\n{C}\n\n{A}\n",
        ["Report a broken boat in our app.", "Join four thousand readers of our free newsletter.", "Order the timetable in our app.",
         "Manage your tickets in our mobile app.", "Buy your ticket for the ferry in our app."],
        ["The office sent him an empty box.", "He left the letter in the inbox of the office.", "The newsletter of the port is a century old.",
         "“It is in your hands.”", "The ferry leaves a trail of foam."],
    ),
    "furniture.inset": (
        f"Home\n\nSubscribe\n\nSign in\n\n{TITLE}\n\nShare\n\n{A}\n\n{B}\n\n{{}}\n\nTo view this video please enable JavaScript\n\n{C}\n\n{A}\n",
        ["How is a dam built?", "Seven dishes with cod", "A year among puffins", "Knots explained", "“Nobody heard us”"],
        ["Stones for the mole are here.", "Sept. 14, 2022", "Share", "Photo: Ann Lee / AP", "12 views"],
    ),
    "furniture.offer": (
        f"Home\n\nSubscribe\n\nSign in\n\n{TITLE}\n\nShare\n\n{A}\n\n{B}\n\nSubscribe to keep reading\n\nOur app for the harbour.\n\nNewsletters from the mole.\n\n{{}}\n\nSign in or create an account\n\n{C}\n\n{A}\n",
        ["Every story of the harbour online.", "A newsletter from the lighthouse twice a week", "Access to recipes for fish",
         "Puzzles", "Digital essays by those who know the sound and its islands, and a recipe for fish."],
        [f"{A} {B}", "Share", "Home", "Print", "Facebook Twitter WhatsApp"],
    ),
    "furniture.notice": (
        f"Home\n\nSubscribe\n\nSign in\n\n{TITLE}\n\nShare\n\n{A}\n\n{B}\n\n{C}\n\n{A} Nobody was hurt.\n\n{{}}\n",
        ["So that it works well and shows what may be of use to you, this page sets cookies on your machine.",
         "This form is kept from robots by reCAPTCHA, and the privacy policy of its maker applies to it.",
         "Akismet helps us against unwanted messages; learn what happens with your words when you comment.",
         "Please turn on JavaScript in your browser, or some parts of this page will not be shown to you.",
         "Sitemizde çerezler kullanılmaktadır; ayrıntılar için aydınlatma metnini okuyabilirsiniz, teşekkürler."],
        ["The baker of the mole sold three hundred biscuits on the day on which the ferry sailed again.",
         "The captain caught a robot of the lighthouse at work, said the mayor at the end of the day.",
         "Who wants to comment on the plan can write to the harbour office until the end of the month.",
         "Scripts of plays from the old theatre were found in the fish hall after the storm in the autumn.",
         "The office stores the papers of the harbour since the war, and shows them to those who ask for them."],
    ),
    "furniture.repeated": (
        f"{TITLE}\n\n{{0}}\n\n{A}\n\n{{0}}\n\n{B}\n\n{{0}}\n\n{C}\n\n{A}\n",
        ["harbour wall news", "mole and more", "3 days of storm", "all the boats of today", "fog signal blog"],
        [A, B, C, "Ann Lee", "Photo: Ann Lee"],
    ),
    "furniture.link": (
        MIDDLE,
        ["https://harbour.example/ferry", "www.harbour.example", "#ferry #storm", "#mole", "see:https://harbour.example/a"],
        ["The page harbour.example is back.", "# 3 on the list of boats", "Stones for the mole", "See www.harbour.example for more.", "C# for the mole"],
    ),
    "furniture.counter": (
        MIDDLE,
        ["12", "3 shares", "204 shares", "12 likes", "5k views"],
        ["12 boats in the fog", "Pier 9 and the mole", "Stones for the mole", "2022-09-14", "Nine"],
    ),
    "furniture.time": (
        MIDDLE,
        ["3 hours ago", "5 days ago", "12 minutes ago", "5 min. ago", "vor 3 Stunden|de", "5 घंटे पहले", "2 days ago"],
        ["Three hours", "Ten boats ago", "Time and tide", "Stones for the mole", "Past noon"],
    ),
    "furniture.reading-time": (
        MIDDLE,
        ["4 min read", "Reading time: 4 minutes", "Lesezeit: 3 Minuten|de", "3 minute read", "Temps de lecture : 4 minutes|fr"],
        ["Four minutes", "Reading by the mole", "3 minutes to sail", "A good read", "Read it in time"],
    ),
    "furniture.breadcrumb": (
        MIDDLE,
        ["News > Coast > Harbour", "Home / Coast / Harbour", "Coast » Harbour » Ferry", "News | Coast | Harbour", "Start › Küste › Hafen|de"],
        ["Stones for the mole", "5 > 3", "and/or", "Coast and harbour", "Ferry, harbour, mole"],
    ),
    "furniture.teaser": (
        f"Share\n\nMenu\n\nPrint\n\nLog in\n\n{TITLE}\n\nShare\n\n{A}\n\n{B}\n\n{C}\n\nPrint\n\nMost read\n\nChoir in the nave\n\n{{}}\n\nSalt below the hill\n\nMiners dig a shaft of ninety metres under Ulm, where Romans once boiled brine.\n\nShare\n\nMenu\n",
        ["A choir of thirty strangers sings in an empty church tonight, and everybody may come in and listen.",
         "Bread grows dearer in autumn, say bakers who pay more for flour than they did a year ago.",
         "Wolves were seen near Larmor by hikers, who took pictures of five young ones in a wood.",
         "Chess: Grandmaster Ida Holm beats a machine in forty moves, and nobody knows how she did it.",
         "Schools teach swimming from next summer on, in lakes where pools are shut for want of money."],
        ["The ferry harbour and its mole open again three weeks after the storm, said the office on Monday.",
         "Passengers with a ticket can have their money back for the missing days, said the harbour office.",
         "Two tugs lay stones at the mole since Friday evening, and the crane is at work in the rain.",
         "Stones for the mole", "By Ann Lee"],
    ),
    "furniture.no-letters": (
        MIDDLE,
        ["»»»", "•  •  •", "— — —", "[ ]", "···"],
        ["a", "12", "Stones for the mole", "x — y", "é"],
    ),
    "furniture.shape": (
        f"Share\n\nMenu\n\nPrint\n\nLog in\n\n{TITLE}\n\nShare\n\n{A}\n\n{B}\n\n{C}\n\nPrint\n\n{{}}\n\nShare\n\nMenu\n",
        ["Fog keeps boats in port", "A new crane for the yard", "Ten walks by the sea", "Wind", "Seven recipes with plaice"],
        [A, "By Ann Lee", "Sept. 14, 2022", "Photo: Ann Lee / AP", "(Reporting by Ann Lee)"],
    ),
    "list.marker": (
        f"{TITLE}\n\n{A}\n\n{{0}} the first of the boats\n{{0}} the second of the boats\n{{0}} the third of the boats\n\n{B}\n\n{C}\n",
        ["-", "•", "*", "–", "■", "・", "①"],
        ["so", "then", "also", "and", "but"],
    ),
    "list.key-points": (
        f"{TITLE}\n\n{{0}} the first of the boats sailed again\n{{0}} the second of the boats stayed in port\n\nBy Ann Lee\n\n{A}\n\n{B}\n\n{C}\n",
        ["-", "•", "*", "–", "■", "・"],
        ["so", "then", "also", "and", "but"],
    ),
    "turn.label": (
        f"{TITLE}\n\n{A}\n\n{{0}}: When does the ferry sail again?\n\n{{1}}: It sails on Monday at noon, if the wind allows it.\n\n"
        "{0}: And the mole, is it whole?\n\n{1}: It is whole again since Friday evening, every stone of it.\n",
        ["Q/A", "Frage/Antwort", "Ann/Ole", "Question/Réponse", "В/О"],
        ["Photo/Photo", "Source/Source", "-/-", "Note/Text", "•/•"],
    ),
    "preformatted.lines": (
        f"{TITLE}\n\n{A}\n\n{{}}\n\n{B}\n\n{C}\n",
        ["| boat | day | time |\n| one | Monday | noon |", "boat\tday\ttime\none\tMonday\tnoon",
         "boat one    Monday    noon\nboat two    Friday    nine\nboat three  Sunday    four",
         "The wind came up, the wind went down,\nThe mole it broke in two,\nThe stones they lay, both grey and brown,\nAnd no boat could come through,",
         "a\tb\tc\nd\te\tf"],
        [A, "Stones for the mole", "one | two", "- one\n- two", "The boat.  It sails."],
    ),
    "paragraph.prose": (
        MIDDLE,
        [A, B, C, "“It sails on Monday,” said the master of the ferry, and went back on board with his crew.", "The boat is whole again, and so is the mole."],
        ["Share", "Sept. 14, 2022", "Photo: Ann Lee", "By Ann Lee", "Read more: fog on the sound"],
    ),
    "letter.salutation": (
        LETTER.format("{}", "Yours sincerely,", "Ann Lee"),
        ["Dear Ambassador,", "Your Excellency,", "To whom it may concern:", "Sehr geehrte Frau Lee,", "Уважаемая госпожа министр!"],
        ["Dear fuel keeps the boats in port, the fishermen say.", "Dearborn", "Sirens over the harbour", "Fog on the sound,", "By Ann Lee"],
    ),
    "letter.valediction": (
        LETTER.format("Dear Ambassador,", "{}", "Ann Lee"),
        ["Yours sincerely,", "Kind regards", "Mit freundlichen Grüßen", "С уважением,", "Veuillez agréer, Monsieur l’Ambassadeur, l’expression de ma haute considération."],
        ["Sincerely meant, but of no use, is what the fishermen call the letter of the office to them all.", "Fog on the sound",
         "Regarding the mole", "By Ann Lee", "The office sends its regards to the crew of the tug and to the divers."],
    ),
    "letter.signature": (
        LETTER.format("Dear Ambassador,", "Yours sincerely,", "{}"),
        ["Ann Lee", "Ann Lee\nHead of the harbour office", "A. Lee (signed)", "Ann Lee, harbour master", "The Harbour Office"],
        [A, B, C, "Share", "Read more: fog on the sound"],
    ),
    "record.label": (
        f"{{}}\nBYLINE: By Ann Lee\nDATE: 14 September 2022\nLENGTH: 120 words\n\n{A}\n\n{B}\n",
        [f"HEADLINE: {TITLE}", f"Titel: {TITLE}", f"Title: {TITLE}", f"标题：{TITLE}", f"Заголовок: {TITLE}"],
        [TITLE, f"Ferry: {TITLE}", f"Harbour office: {TITLE}", "Subject: ferries (90%)", "Section: Harbour"],
    ),
    "record.field": (
        f"HEADLINE: {TITLE}\nBYLINE: By Ann Lee\nDATE: 14 September 2022\n{{}}\n\n{A}\n\n{B}\n",
        ["LENGTH: 120 words", "SECTION: Section A; Column 0; Pg. 5", "PUBLICATION-TYPE: Newspaper", "BODY:", "Load-Date: September 15, 2022"],
        ["Note: 120 words are enough", "The mole: Section A", f"{C}", "Ferry: late", "SOURCE: Harbour Post"],
    ),
    "record.number": (
        f"{{}}\n\n{TITLE}\n\nBy Ann Lee\n\n{A}\n\n{B}\n",
        ["1 of 20 DOCUMENTS", "Document 3 of 17", "Dokument 2 von 5", "第3篇/共17篇", "第3則,共17則", "Documento 1 de 4"],
        ["Page 3 of 17", "3 of 17 ferries", "Document of the harbour", "Part 1 of 2", "20 documents"],
    ),
    "letter.address": (
        "{}\n\n14 September 2022\n\n" + LETTER.format("Dear Ambassador,", "Yours sincerely,", "Ann Lee"),
        ["Harbour Office\n12 Quay Street", "Harbour Office", "Ann Lee\nHarbour Office\n12 Quay Street\n1010 Norrstad", "Our ref. 12/2022", "12 Quay Street"],
        [A, "12 September 2022", "Open letter to the harbour office", "Subject: the mole", f"{A}\n{B}"],
    ),
    "letter.subject": (
        "{}\n\n" + LETTER.format("Dear Ambassador,", "Yours sincerely,", "Ann Lee"),
        ["Subject: the mole", "Re: the mole", "Betreff: die Mole|de", "Objet : le môle|fr", "Тема: мол|ru"],
        ["Subjects of the king", "Result: the mole", "The mole: a subject", "14 September 2022", A],
    ),
    "letter.note": (
        f"EMBASSY OF OSTLAND\n\nNo. 12/2022\n\n{{}}\n\nThe Embassy of Ostland presents its compliments to the Ministry of Transport and has "
        f"the honour to inform it that the ferry line will be closed.\n\n{A}\n\nNorrstad, 14 September 2022\n",
        ["NOTE VERBALE", "Note Verbale", "Verbal note", "Circular note", "Verbalnote"],
        ["Note", "Harbour notes", "No. 245/2022", "Noted", "The note"],
    ),
    "override": (
        f"{{}}\n\n{TITLE}\n\n{A}\n\n{B}\n",
        ["Coast and islands", "SHIPPING", "Share", "A line of its own", "Ann Lee"],
        [],
    ),
}  # fmt: skip


def analyse(frame: str, case: str, rule: str) -> tuple[str, Article]:
    line, _, language = case.partition("|") if re.search(r"\|[a-z]{2}(-[A-Z][a-z]+)?$", case) else (case, "", "")
    if rule == "turn.label":
        text = frame.format(*line.split("/"))
    elif rule == "override":
        text = frame.format(line)
    else:
        text = frame.replace("{0}", line).replace("{}", line)
    overrides = (("kicker", line),) if rule == "override" else ()
    report = Report()
    source = read_source(text, context=Context.fixed(), report=report)
    return line, detect(source, DetectSettings(language or None, overrides), report=report)


def deciding(article: Article, line: str) -> set[str]:
    """The rules that decided the blocks in which *line* stands, and that of a dateline in it."""
    flat = " ".join(line.split())
    at = [b for b in article.blocks if (own := " ".join(b.text.split())) and (own in flat or flat in own)]
    return {block.rule for block in at}


CASES = [(rule, frame, case, True) for rule, (frame, hits, _) in RULES.items() for case in hits] + [
    (rule, frame, case, False) for rule, (frame, _, misses) in RULES.items() for case in misses
]


@pytest.mark.parametrize(
    ("rule", "frame", "case", "hit"), CASES, ids=[f"{r}:{'takes' if h else 'leaves'}:{c[:24]}" for r, _, c, h in CASES]
)
def test_rule(rule: str, frame: str, case: str, hit: bool) -> None:
    line, article = analyse(frame, case, rule)
    rules = (
        {b.rule for b in article.blocks}
        if rule in {"list.marker", "list.key-points", "turn.label"}
        else deciding(article, line)
    )
    assert (rule in rules) is hit, [(b.KIND, b.rule, b.text[:60]) for b in article.blocks]


def test_every_rule_has_cases_and_a_line_in_the_docs() -> None:
    written = re.compile(
        r'"((?:headline|kicker|deck|byline|publication|dateline|credit|caption|tagline|crosshead|furniture|list|turn|'
        r'preformatted|paragraph|letter|record)\.[a-z=-]+)"'
    )
    source = "".join(p.read_text("utf-8") for p in (ROOT / "src" / "docforge" / "detect").rglob("*.py"))
    docs = (ROOT / "docs" / "detectors.md").read_text("utf-8")
    rules = set(written.findall(source)) | {"override"}
    assert rules <= set(RULES), rules - set(RULES)
    assert not [rule for rule in rules if f"`{rule}`" not in docs]
    for rule, (_, hits, misses) in RULES.items():
        assert len(hits) >= 5, rule
        assert len(misses) >= 5 or rule == "override", rule
