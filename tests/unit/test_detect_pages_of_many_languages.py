# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line)
"""Shapes of papers, ministries and their pages from Jakarta to Taipei: datelines, names, credits and what is neither."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, MENU, article

from docforge.detect.dateline import parse_dateline
from docforge.model import (
    Article,
    Block,
    Byline,
    CreditLine,
    Crosshead,
    Furniture,
    Headline,
    ListItem,
    Paragraph,
    Subheadline,
    Tagline,
    Turn,
)

ID = "Kantor pelabuhan mengatakan pada hari Senin bahwa kapal feri akan kembali berlayar tiga minggu setelah badai itu."
AR = "قالت إدارة الميناء يوم الاثنين إن العبارة ستبحر من جديد بعد ثلاثة أسابيع من العاصفة التي حطمت الرصيف القديم في المدينة."
UR = (
    "بندرگاہ کے دفتر نے پیر کو بتایا کہ طوفان کے تین ہفتے بعد کشتی دوبارہ چلے گی اور پرانے گھاٹ کی مرمت مکمل ہو گئی ہے۔"
)
HI = "बंदरगाह कार्यालय ने सोमवार को बताया कि तूफान के तीन सप्ताह बाद नाव फिर से चलेगी और पुराने घाट की मरम्मत पूरी हो गई है।"
BN = "বন্দর কার্যালয় সোমবার জানিয়েছে যে ঝড়ের তিন সপ্তাহ পর নৌকা আবার চলবে এবং পুরোনো ঘাটের মেরামত শেষ হয়েছে।"
RU = "Управление порта сообщило в понедельник, что паром снова выйдет в море через три недели после шторма."
TR = "liman idaresi pazartesi günü, fırtınadan üç hafta sonra feribotun yeniden sefere başlayacağını bildirdi."
TW = "港口在風暴三週之後重新開放,港務局週一表示渡輪將再次啟航,舊碼頭也已經修好,附近居民表示歡迎。"
AZ = "Liman idarəsi bazar ertəsi bildirib ki, fırtınadan üç həftə sonra bərə yenidən işə başlayacaq və köhnə körpü təmir olunub."
CN = "港口在风暴三周之后重新开放，港务局周一表示渡轮将再次启航，旧码头也已经修好，附近居民表示欢迎。"
KO = "해양수산부는 소규모 항만의 안전 점검 제도를 개편하고 다음 달 1일부터 온라인으로 신청을 받는다고 12일 밝혔다."
VI = "Ban quản lý cảng cho biết hôm thứ Hai rằng phà sẽ chạy lại, ba tuần sau khi cơn bão làm hỏng cầu cảng cũ của thành phố."
PL = (
    "Zarząd portu poinformował w poniedziałek, że prom znów wypłynie trzy tygodnie po sztormie, który zniszczył molo.",
    "Pasażerowie mogą odzyskać pieniądze do końca miesiąca, powiedziała rzeczniczka portu na placu przed ratuszem.",
)
DE = (
    "Norrstad (OTS) - Das Hafenamt teilte am Montag mit, dass die Fähre drei Wochen nach dem Sturm wieder fährt.",
    "Die alte Mole sei repariert, sagte die Sprecherin des Amtes, und die ersten Boote liefen am Freitag ein.",
)
JA = "港湾事務所は月曜日、嵐から三週間を経て渡し船が再び運航し、古い桟橋の修理も終わったと発表した。"
JA_LAST = "市民からは「待っていた」という声が上がっており、事務所は利用を呼びかけている。"


@pytest.mark.parametrize(
    ("language", "text", "dateline", "place", "rule"),
    [
        ("id", f"HARIAN Pelabuhan, Jakarta: {ID}", "HARIAN Pelabuhan, Jakarta", "Jakarta", "dateline.place-signature"),
        (
            "id",
            f"KabarPelabuhan.com, Jakarta {ID}",
            "KabarPelabuhan.com, Jakarta",
            "Jakarta",
            "dateline.place-signature",
        ),
        ("id", f"Kabar6.co.id, New York {ID}", "Kabar6.co.id, New York", "New York", "dateline.place-signature"),
        ("ar", f"الرياض – {AR}", "الرياض", "الرياض", "dateline.listed-place"),
        ("ar", f"القاهرة - «الميناء»: {AR}", "القاهرة - «الميناء»", "القاهرة", "dateline.place-signature"),
        (
            "ur",
            f"اسلام آباد(روزنامہ بندرگاہ){UR}",
            "اسلام آباد(روزنامہ بندرگاہ)",
            "اسلام آباد",
            "dateline.place-signature",
        ),
        ("ur", f"لاہور (نمائندہ خصوصی) {UR}", "لاہور (نمائندہ خصوصی)", "لاہور", "dateline.place-signature"),
        ("hi", f"जबलपुर. {HI}", "जबलपुर", "जबलपुर", "dateline.listed-place"),
        ("hi", f"भोपाल। {HI}", "भोपाल", "भोपाल", "dateline.listed-place"),
        ("bn", f"চট্টগ্রাম প্রতিনিধি: {BN}", "চট্টগ্রাম প্রতিনিধি", "চট্টগ্রাম", "dateline.place-signature"),
    ],
)
def test_a_place_and_who_signs_open_a_text(language: str, text: str, dateline: str, place: str, rule: str) -> None:
    found = parse_dateline(text, language)
    assert found is not None
    assert (text[found.start : found.end], found.place, found.rule) == (dateline, place, rule)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", f"Menteri Perhubungan, Jakarta dan Bandung: {ID}"),
        ("id", f"KabarPelabuhan.com, Pelabuhan lama {ID}"),
        ("en", f"HARBOUR Office, Jakarta: {FERRY[0]}"),
        ("ar", f"الرياض – عاصمة المملكة – {AR}"),
        ("ar", f"القاهرة (العاصمة) {AR}"),
        ("ar", f"الوزير - «لن نغلق الميناء»: {AR}"),
        ("ur", f"لاہور (1947ء) {UR}"),
        ("ur", f"وزیر (نمائندہ) {UR}"),
        ("hi", f"डॉ. {HI}"),
        ("hi", f"नहीं। {HI}"),
        ("hi", "जबलपुर. नाव चलेगी।"),
        ("bn", f"মন্ত্রী প্রতিনিধি: {BN}"),
        ("tr", f"Liman Ajansı'nın (LHA) aktardığına göre {TR}"),
        ("tr", f"Norveç’te (NTB) {TR}"),
        ("az", f"Bakının'da (LHA) {TR}"),
    ],
)
def test_what_only_looks_like_a_place_and_who_signs_is_no_dateline(language: str, text: str) -> None:
    assert parse_dateline(text, language) is None


def test_an_agency_and_a_date_name_no_place() -> None:
    found = article("Паром снова выйдет в море", f"ТАСС, 27 мая. {RU}", RU, between="\n\n").dateline
    assert found is not None
    assert (found.place, found.agency) == (None, "ТАСС")


@pytest.mark.parametrize("outlet", ["PortMedia", "ПортМедиа", "LGAmedia", "ForPost"])
def test_an_outlet_with_a_capital_inside_stands_where_an_agency_does(outlet: str) -> None:
    found = article("Паром снова выйдет в море", f"Лесогорск, 4 октября, {outlet}. {RU}", RU, between="\n\n").dateline
    assert found is not None
    assert (found.place, found.agency) == ("Лесогорск", outlet)


def test_a_region_behind_the_date_is_no_agency() -> None:
    found = article(
        "The ferry sails again", f"NORRSTAD, Oct. 4, Sweden – {FERRY[0]}", FERRY[1], between="\n\n"
    ).dateline
    assert found is not None and found.agency is None


def texts(found: Article, kind: type) -> list[str]:
    return [block.text for block in found.blocks if isinstance(block, kind)]


def rule_of(found: Article, line: str) -> str:
    """Return the rule of the block that *line* is."""
    return next(block.rule for block in found.blocks if block.text == line)


def block_of(found: Article, line: str) -> Block:
    return next(block for block in found.blocks if block.text == line)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("記者 許文哲 台北 報導", "許文哲"),
        ("特約記者 許文哲 高雄 綜合報導", "許文哲"),
        ("【記者 許文哲 / 台北 報導】", "許文哲"),
        ("記者 李雨晴 新北市 報導", "李雨晴"),
        ("〔記者 許文哲 台北 報導〕", "許文哲"),
    ],
)
def test_a_reporter_with_blanks_and_a_town_is_the_author(line: str, author: str) -> None:
    found = article("港口重新開放", line, "2024-03-12", "", TW, TW)
    assert list(found.authors) == [author]
    assert texts(found, Byline) == [line]
    assert rule_of(found, line) == "byline.role"


@pytest.mark.parametrize(
    "line",
    [
        "記者會 下午三點 開始",
        "記者:司長,你好。今早多條巴士路線停駛,有市民等候超過一小時,政府會否檢討發放消息的安排?",
        "記者 台北",
        "文 台北",
        "報導 下午 三點",
    ],
)
def test_a_line_that_opens_like_a_reporter_names_nobody(line: str) -> None:
    assert not article("港口重新開放", "2024-03-12", "", TW, line, TW, TW).authors


@pytest.mark.parametrize(
    ("sign", "authors"),
    [
        ("【森下康平、井上真紀】", ["森下康平", "井上真紀"]),
        ("（森下康平）", ["森下康平"]),
        ("(札幌支局　森下康平)", ["森下康平"]),
        ("（論説委員・田中太郎）", ["田中太郎"]),
        ("【社会部 田中太郎】", ["田中太郎"]),
    ],
)
def test_names_in_brackets_behind_the_last_sentence_wrote_the_text(sign: str, authors: list[str]) -> None:
    found = article("渡し船が再開", "", JA, JA_LAST + sign)
    assert list(found.authors) == authors
    assert texts(found, Byline) == [sign]
    assert texts(found, Paragraph)[-1] == JA_LAST
    assert {block.rule for block in found.blocks if isinstance(block, Byline)} == {"byline.bracket"}


@pytest.mark.parametrize(
    "sign",
    [
        "（敬称略）",
        "（森下康平撮影）",
        "（森下摄）",
        "（笑）",
        "（終わり）",
        "（三面に関連記事）",
        "（写真も）",
        "（文化面）",
    ],
)
def test_other_brackets_behind_a_sentence_name_nobody(sign: str) -> None:
    assert not article("渡し船が再開", "", JA, JA_LAST + sign).authors


def test_names_inside_a_sentence_wrote_nothing() -> None:
    assert not article("渡し船が再開", "", JA, "利用を呼びかけているのは所長（森下康平）。").authors


@pytest.mark.parametrize(
    "title",
    [
        "運輸局局長會見傳媒答問內容(附圖/短片)",
        "Committee discusses port access (with photos)",
        "Паром снова выйдет в море после шторма (ВИДЕО)",
        "Фериботът тръгва (ВИДЕО/СНИМКИ)",
        "La nave riparte dopo la tempesta (FOTO e VIDEO)",
        "A balsa volta a sair depois da tempestade (FOTOS e VÍDEO)",
    ],
)
def test_brackets_that_tell_what_comes_with_a_text_credit_nobody(title: str) -> None:
    body = TW if "會" in title else FERRY[0]
    found = article(title, "", body, body if body is TW else FERRY[1])
    assert texts(found, Headline) == [title]
    assert texts(found, CreditLine) == []


@pytest.mark.parametrize(
    "credit", ["(Foto: Ann Lee)", "(Ann Lee/Reuters)", "(Video: Harbour Office)", "(AP Photo)", "(Photo by Ann Lee)"]
)
def test_brackets_that_name_who_took_a_picture_credit_it(credit: str) -> None:
    found = article("The ferry sails again", "", FERRY[0], f"The old mole after the storm {credit}", FERRY[1])
    assert credit in " ".join(texts(found, CreditLine))


def page(*lines: str) -> Article:
    return article(*MENU, *lines, *FERRY[:4])


@pytest.mark.parametrize(
    "items",
    [
        ("• Save", "• Norrsten"),
        ("• ブックマーク", "• メール"),
        ("- Font:", "- A+"),
        ("• Mail", "• Larmor", "• Print"),
        ("- Text:", "- Larger"),
        ("• A+", "• A-"),
    ],
)
def test_buttons_with_bullets_above_the_text_are_no_items_of_it(items: tuple[str, ...]) -> None:
    found = article("The ferry sails again after the storm", *items, "", *FERRY[:4])
    assert texts(found, ListItem) == []
    assert texts(found, Headline) == ["The ferry sails again after the storm"]


def test_titles_with_bullets_below_a_label_of_links_are_no_items() -> None:
    links = ("- Fishermen Ask Town for Lower Fees", "- Mayor Names Harbour Chief, Here Is Why", "- Fog on the Sound")
    found = article(*MENU, "The ferry sails again after the storm", *FERRY, "Related articles", *links)
    assert texts(found, ListItem) == []
    assert texts(found, Byline) == []


def test_items_of_the_text_stay_on_a_page() -> None:
    items = ("• The ferry sails at half past six.", "• The mole is open to all from Friday on.")
    found = article(
        *MENU, "The ferry sails again after the storm", *FERRY[:3], "What you need to know:", *items, FERRY[3]
    )
    assert texts(found, ListItem) == list(items)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Views: 1,967", FERRY[:2]),
        ("1,967 page views", FERRY[:2]),
        ("Reads (345)", FERRY[:2]),
        ("Gelesen: 345", DE),
        ("Просмотры: 1967", (RU, RU)),
        ("조회수 1234", (KO, KO)),
        ("Lượt xem: 12", (VI, VI)),
        ("阅读量：345", (CN, CN)),
        ("Liczba wyświetleń: 345", PL),
    ],
)
def test_how_often_a_page_was_read_is_page_wording(line: str, text: tuple[str, str]) -> None:
    found = article(text[0][:20], "", text[0], line, text[1])
    assert isinstance(block_of(found, line), Furniture)
    assert rule_of(found, line) == "furniture.counter"


@pytest.mark.parametrize("line", ["345 Passengers Wait", "Views from the mole: 3", "Boats: 1,967", "Gelesen"])
def test_other_numbers_amid_a_text_count_no_readers(line: str) -> None:
    found = article("The ferry sails again", "", *FERRY[:2], "", line, "", *FERRY[2:])
    assert rule_of(found, line) != "furniture.counter"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Published:", FERRY[:2]),
        ("Posted on:", FERRY[:2]),
        ("Last updated:", FERRY[:2]),
        ("Veröffentlicht am:", DE),
        ("Опубликовано:", (RU, RU)),
    ],
)
def test_a_label_without_its_date_is_page_wording(line: str, text: tuple[str, str]) -> None:
    found = article(text[0][:20], "", text[0], line, text[1])
    assert isinstance(block_of(found, line), Furniture)
    assert rule_of(found, line) == "furniture.time"


@pytest.mark.parametrize(
    "line", ["Published in Norrstad:", "What was published last:", "The mole:", "Published", "Date and place of birth:"]
)
def test_a_label_of_something_else_waits_for_no_date(line: str) -> None:
    found = article("The ferry sails again", "", *FERRY[:2], "", line, "", *FERRY[2:])
    assert rule_of(found, line) != "furniture.time"


@pytest.mark.parametrize("line", ["opublikowano:", "Read Entire Article", "Similar Posts"])
def test_phrases_of_pages_amid_a_text_are_page_wording(line: str) -> None:
    text = PL if line[0] == "o" else FERRY[:2]
    found = article(text[0][:20], "", text[0], line, text[1])
    assert rule_of(found, line) == "furniture.phrase"


@pytest.mark.parametrize("sizes", ["Aa Aa Aa", "Aa Aa", "A A A A", "Аа Аа Аа Аа Аа"])
def test_sizes_of_letters_are_neither_headline_nor_names(sizes: str) -> None:
    below = article("The ferry sails again after the storm", sizes, "", *FERRY)
    assert not below.authors
    assert isinstance(block_of(below, sizes), Furniture)
    assert texts(article(sizes, "", *FERRY), Headline) == []


@pytest.mark.parametrize("title", ["No, no, no", "Ha ha ha ha ha ha ha ha ha", "Oh my my my", "Bye Bye Bye"])
def test_a_headline_of_brief_words_shows_no_sizes(title: str) -> None:
    assert texts(article(title, "", *FERRY), Headline) == [title]


def test_a_headline_in_title_case_that_stands_twice_is_nobodys_name() -> None:
    title = "Harbour Ferry Sails Again After Autumn Storm"
    found = article(title, "", FERRY[0], title, FERRY[1], FERRY[2])
    assert not found.authors
    assert texts(found, Crosshead) == []


@pytest.mark.parametrize(
    "line",
    [
        "Two boats that came in from the sound were told to wait, and as the crews looked on they saw th",
        "“We sail at six,” the mayor said as she came down the old stairs to the quay and looked at the boa",
        "Wer mit dem Boot kommt, muss an der alten Mole warten, bis der Hafenmeister die Schranke öff",
        "Кто приходит на лодке, должен ждать у старого причала, пока начальник порта не откро",
        "從外海回來的船隻必須在舊碼頭等候港務人員打開柵",
    ],
)
def test_a_last_paragraph_that_was_cut_short_is_text(line: str) -> None:
    body = (TW, TW) if line[0] == "從" else (RU, RU) if line[0] == "К" else FERRY[:2]
    assert texts(article("The ferry sails again", "", *body, line), Paragraph)[-1] == line


@pytest.mark.parametrize(
    "line",
    [
        "The mayor and the crew of the ferry on the mole",  # the text has the last word too
        "Harbour Office Opens New Doors For All Its Guestz",
        "more on the ferry and all who sail on itz",
        "@harbour on the network, and a fan of the boatz",
        "Photo 12 of the ferry that sails on the soundz",
    ],
)
def test_a_last_line_that_is_whole_small_or_in_title_case_was_not_cut_short(line: str) -> None:
    assert line not in texts(article("The ferry sails again", "", *FERRY[:3], line), Paragraph)


@pytest.mark.parametrize(
    ("questions", "replies"),
    [
        (
            ("Hvorfor sejler færgen ikke?", "Hvornår kommer den igen?"),
            ("- Fordi molen gik i stykker i stormen.", "- Når stenene er lagt."),
        ),
        (
            ("Varför går inte färjan?", "När kommer den tillbaka?"),
            ("– Vågbrytaren gick sönder i stormen.", "– När stenarna är lagda."),
        ),
        (
            ("Dlaczego prom nie pływa?", "Kiedy wróci?"),
            ("— Bo sztorm uszkodził molo.", "— Kiedy kamienie będą na miejscu."),
        ),
    ],
)
def test_questions_that_a_dash_answers_are_turns(questions: tuple[str, str], replies: tuple[str, str]) -> None:
    talk = [line for pair in zip(questions, replies, strict=True) for line in pair]
    found = article("The ferry stays in port", "", FERRY[0], "", *talk, "", FERRY[1], between="\n")
    assert texts(found, Turn) == list(questions)
    assert texts(found, Crosshead) == []


def test_headings_that_ask_above_lists_are_no_turns() -> None:
    points = ("- The mole broke.", "- The stones are late.")
    found = article(
        "The ferry", "", FERRY[0], "", "Why does it not sail?", *points, "", "When will it sail?", *points, "", FERRY[1]
    )
    assert texts(found, Turn) == []


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee [email protected] | Monday, November 30, 2022 01:53 p. m.",
        "Ann Lee [email protected] November 30, 2022",
        "Ann Lee, [email protected], 30 November 2022",
        "Ann Lee [email protected] | 30 November 2022",
    ],
)
def test_an_address_that_was_hidden_stands_beside_the_author(line: str) -> None:
    found = article("The ferry sails again", line, "", *FERRY[:2])
    assert list(found.authors) == ["Ann Lee"]
    assert rule_of(found, "Ann Lee") == "byline.bare-name"
    assert found.published is not None and found.published.iso == "2022-11-30"


OTS = "OTS-ORIGINALTEXT PRESSEAUSSENDUNG UNTER AUSSCHLIESSLICHER INHALTLICHER VERANTWORTUNG DES AUSSENDERS"


@pytest.mark.parametrize(
    "closing",
    [
        ("(Schluss) hs", "Rückfragen & Kontakt:", "Hafenamt Norrstad, Presse", "Tel.: 0100 555 012", OTS),
        ("(Schluss) hs", "041105 Mär 02"),
        (
            "*** OTS-ORIGINALTEXT UNTER AUSSCHLIESSLICHER INHALTLICHER",
            "VERANTWORTUNG DES AUSSENDERS ***",
            "OTS0123    2002-03-04/11:05",
        ),
    ],
)
def test_what_closes_a_release_on_the_wire_is_neither_text_nor_a_name(closing: tuple[str, ...]) -> None:
    found = article("Die Fähre fährt wieder", "", *DE, "", *closing)
    assert not found.authors
    assert texts(found, Paragraph) == list(DE)
    outside = [block.text for block in found.blocks if isinstance(block, (Tagline, Furniture))]
    assert " ".join(outside) == " ".join(closing)


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Upptäck mer från hamnen", "furniture.opening"),
        ("Lea más: ¿Quién manda en el muelle: la prensa, o los votos?", "furniture.opening"),
        ("Últimas do País", "furniture.phrase"),
        ("Enlaces para accesibilidad", "furniture.phrase"),
    ],
)
def test_lines_that_lead_away_head_no_text(line: str, rule: str) -> None:
    found = article("The ferry sails again after the storm", "", *FERRY[:2], line, *FERRY[2:])
    assert isinstance(block_of(found, line), Furniture)
    assert rule_of(found, line) == rule


def test_dates_above_titles_of_other_stories_are_not_the_date_of_this_one() -> None:
    others = ("Latest news", "May 3, 2022", "Fog on the sound", "May 2, 2022", "Fishermen ask town for lower fees")
    assert article("The ferry sails again", "", *FERRY[:3], "", *others).published is None


@pytest.mark.parametrize(
    "others", [(), ("Latest news", "May 3, 2022", "Fog on the sound", "May 2, 2022", "Lower fees")]
)
def test_a_date_right_below_the_text_is_its_own(others: tuple[str, ...]) -> None:
    found = article("The ferry sails again", "", *FERRY[:3], "May 7, 2022", *others)
    assert found.published is not None and found.published.iso == "2022-05-07"


def test_the_only_date_above_the_text_counts_though_dates_of_other_stories_look_like_it() -> None:
    titles = ("Fog on the sound", "Lower fees for boats", "A new crane", "The fish hall has a roof")
    others = [line for day, title in enumerate(titles, 10) for line in (f"{day}.02.2026, 20:00", title)]
    found = article(
        "31.01.2025, 23:59", "Harbour", "The ferry sails again after the storm", *FERRY[:3], "Most popular", *others
    )
    assert found.published is not None and found.published.iso == "2025-01-31"


@pytest.mark.parametrize(
    "line",
    [
        "Lind Public Relations BV",
        "Hafen Medien GmbH",
        "Hafen Verlag AG",
        "Lind Media Oy",
        "Lund Media AB",
        "Lind Olsson Inc",
    ],
)
def test_a_company_below_a_text_is_nobody(line: str) -> None:
    assert not article("The ferry sails again", "", *FERRY[:3], "", line).authors
    assert not article("The ferry sails again", line, "", *FERRY[:3]).authors


@pytest.mark.parametrize("line", ["Ann Lee", "Anna Ag Lindh", "Per Oy Lund"])
def test_a_name_below_a_text_wrote_it(line: str) -> None:
    assert list(article("The ferry sails again", "", *FERRY[:3], "", line).authors) == [line]


FR = (
    "Le gouvernement tient mercredi une réunion spéciale du Conseil des ministres, a annoncé lundi le cabinet de la mairesse.",
    "À Traubenheim, la séance doit durer toute la journée, et le ministre du Travail y présentera son plan pour les ports.",
)


def test_a_place_in_brackets_that_the_text_names_again_is_a_dateline() -> None:
    found = article("Les ministres se réunissent", "", f"(Traubenheim) {FR[0]}", FR[1]).dateline
    assert found is not None and (found.raw, found.place) == ("(Traubenheim)", "Traubenheim")


@pytest.mark.parametrize("head", ["(Vidéo)", "(Norrstad)", "(traubenheim)", "(Traubenheim, 2026)", "Traubenheim"])
def test_other_brackets_before_a_text_are_no_place(head: str) -> None:
    assert article("Les ministres se réunissent", "", f"{head} {FR[0]}", FR[1]).dateline is None


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ('[wp_bannerize group="header-468x60" random="1" LIMIT="1"]', "furniture.link"),
        ("[gallery ids=12]", "furniture.link"),
        ('[caption id="a_12" width="300"]', "furniture.link"),
        ("[/embed width=12]", "furniture.link"),
        ("Your web browser is no longer supported. To improve your experience update it here", "furniture.opening"),
        ("Ihr Browser ist veraltet", "furniture.phrase"),
        ("Ваш браузер устарел", "furniture.phrase"),
    ],
)
def test_codes_and_notices_of_the_browser_are_page_wording(line: str, rule: str) -> None:
    found = article("The ferry sails again after the storm", "", *FERRY[:2], line, *FERRY[2:])
    assert isinstance(block_of(found, line), Furniture)
    assert rule_of(found, line) == rule


@pytest.mark.parametrize("line", ["[Ann Lee and the ferry]", "[1] = one ferry", "[Sic] ferry=boat"])
def test_brackets_without_the_fields_of_a_code_are_none(line: str) -> None:
    found = article(
        "The ferry sails again", "", FERRY[0], f"{line} said the mayor when the ferry had gone out.", FERRY[1]
    )
    assert all(block.rule != "furniture.link" for block in found.blocks)


def test_a_ticker_of_dated_titles_holds_no_headline() -> None:
    ticker = (
        "26 Jan 2026 Fishermen ask the town for lower fees at the quay",
        "25 Jan 2026 Fog on the sound, ferry late again",
        "24 Jan 2026 A new crane for the mole",
    )
    found = page(*ticker, "The ferry sails again after the storm", "27 January 2026")
    assert texts(found, Headline) == ["The ferry sails again after the storm"]


def test_one_title_that_opens_with_a_day_stays_the_headline() -> None:
    title = "14 September 2022 was the day on which the ferry sailed again"
    assert texts(page(title), Headline) == [title]


@pytest.mark.parametrize(
    "button",
    [
        "Click to enlarge",
        "Cliquez pour agrandir",
        "Zum Vergrößern klicken",
        "Clic para ampliar",
        "Klik om te vergroten",
    ],
)
def test_a_button_behind_a_credit_stays_with_it(button: str) -> None:
    found = article("The ferry sails again", "", FERRY[0], f"The old mole. Ann Lee/AP {button}", *FERRY[1:])
    assert rule_of(found, f"Ann Lee/AP {button}") == "credit.provider"
    assert texts(found, CreditLine) == [f"Ann Lee/AP {button}"]
    assert not found.authors


@pytest.mark.parametrize("behind", ["and two boats", "in Norrstad on Monday", "click", "to enlarge the mole"])
def test_other_words_behind_a_name_make_no_credit(behind: str) -> None:
    found = article("The ferry sails again", "", FERRY[0], f"The old mole. Ann Lee/AP {behind}", *FERRY[1:])
    assert texts(found, CreditLine) == []


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    [
        ("Bakı, 12 may, AZƏRTAC", "Bakı", "AZƏRTAC"),
        ("OSLO, May 12, Reuters", "OSLO", "Reuters"),
        ("Berlin, 12. Mai 2025 (dpa)", "Berlin", "dpa"),
    ],
)
def test_a_place_a_day_and_an_agency_alone_in_a_line_are_a_dateline(line: str, place: str, agency: str) -> None:
    body = FERRY if line[0] == "O" else (AZ, AZ) if line[1] == "a" else DE
    found = article("Harbour", "", line, *body).dateline
    assert found is not None and (found.place, found.agency) == (place, agency)


@pytest.mark.parametrize(
    "line", ["OSLO, May 12", "Oslo, May 12, Ann Lee", "Ann Lee, Reuters", "OSLO, May 12, Reuters and others"]
)
def test_a_line_that_lacks_one_of_the_three_is_no_dateline(line: str) -> None:
    assert article("The ferry sails again", "", line, *FERRY[:2]).dateline is None


def test_the_number_of_a_release_is_nobody() -> None:
    found = article(
        "The ferry sails again", "", *FERRY[:3], "", "MG/RM/SK", "(Release ID: 2012345) Visitor Counter : 123"
    )
    assert not found.authors
    assert "Release ID" not in " ".join(texts(found, Paragraph))


@pytest.mark.parametrize("line", ["14:05 ت م", "9:15 م", "9:15 ص"])
def test_a_time_alone_is_page_wording(line: str) -> None:
    found = article("الميناء يفتح", "", AR, line, AR)
    assert isinstance(block_of(found, line), Furniture)
    assert rule_of(found, line) == "furniture.time"


@pytest.mark.parametrize("line", ["14:05 في الميناء", "9 ص", "15 مركبا"])
def test_a_number_and_a_word_are_no_time(line: str) -> None:
    assert rule_of(article("الميناء يفتح", "", AR, line, AR), line) != "furniture.time"


@pytest.mark.parametrize(
    ("title", "deck", "lead"),
    [
        ("Паром снова выйдет в море через три недели", "Повреждён старый причал порта", f"ТАСС, 27 мая. {RU}"),
        (
            "The ferry sails again after the storm",
            "Two cranes at the old mole",
            f"NORRSTAD, May 12 (Reuters) - {FERRY[0]}",
        ),
        (
            "Die Fähre fährt drei Wochen nach dem Sturm wieder",
            "Zwei Kräne an der alten Mole",
            f"Norrstad (dpa) - {DE[0][17:]}",
        ),
    ],
)
def test_a_brief_line_between_headline_and_dateline_is_the_deck(title: str, deck: str, lead: str) -> None:
    found = article(title, deck, "", lead, FERRY[1])
    assert texts(found, Subheadline) == [deck]


@pytest.mark.parametrize("line", ["Ann Lee", "Share", "May 12, 2025", "PRESS RELEASE", "World"])
def test_what_else_stands_above_a_dateline_is_no_deck(line: str) -> None:
    found = article(
        "The ferry sails again after the storm", line, "", f"NORRSTAD, May 12 (Reuters) - {FERRY[0]}", FERRY[1]
    )
    assert texts(found, Subheadline) == []


MR = "बंदर कार्यालयाने सोमवारी सांगितले की वादळानंतर तीन आठवड्यांनी बोट पुन्हा सुरू होईल आणि जुन्या धक्क्याची दुरुस्ती पूर्ण झाली आहे."


@pytest.mark.parametrize(
    ("language", "text", "dateline", "place", "rule"),
    [
        ("mr", f"पुणे, दि. 8 : {MR}", "पुणे, दि. 8", "पुणे", "dateline.place-date"),
        ("mr", f"ठाणे दि.०९ :- {MR}", "ठाणे दि.०९", "ठाणे", "dateline.place-date"),
        ("mr", f"सोनपूर दि.०९ :- {MR} सोनपूर येथे काम झाले.", "सोनपूर दि.०९", "सोनपूर", "dateline.place-date"),
        ("hi", f"सोनपुर। {HI} सोनपुर जिले में काम पूरा हुआ।", "सोनपुर", "सोनपुर", "dateline.listed-place"),
        ("ur", f"کراچی...{UR}", "کراچی", "کراچی", "dateline.listed-place"),
        ("ur", f"لاہور (اردو ٹائمز) {UR}", "لاہور (اردو ٹائمز)", "لاہور", "dateline.place-signature"),
        ("en", f"Lagos: {FERRY[0]}", "Lagos", "Lagos", "dateline.listed-place"),
        ("en", f"New Delhi: {FERRY[0]}", "New Delhi", "New Delhi", "dateline.listed-place"),
        (
            "en",
            f"ISLAMABAD, Pakistan: {FERRY[0]}",
            "ISLAMABAD, Pakistan",
            "ISLAMABAD, Pakistan",
            "dateline.capital-place",
        ),
        ("en", f"ISLAMABAD (92 News) – {FERRY[0]}", "ISLAMABAD (92 News)", "ISLAMABAD", "dateline.place-signature"),
    ],
)
def test_places_open_a_text_as_papers_of_south_asia_and_africa_set_them(
    language: str, text: str, dateline: str, place: str, rule: str
) -> None:
    found = parse_dateline(text, language)
    assert found is not None
    assert (text[found.start : found.end], found.place, found.rule) == (dateline, place, rule)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("mr", f"मंत्री, दि. {MR}"),
        ("mr", f"बैठक दि. 8 : {MR}"),
        ("hi", f"श्रीमती. {HI}"),
        ("hi", f"प्रश्न. {HI}"),
        ("ur", f"لاہور جنگ کے بعد: {UR}"),
        ("ur", f"لاہور (اس وقت) {UR}"),
        ("en", f"London: {FERRY[0]}"),
        ("en", f"JUDY WOODRUFF, Anchor: {FERRY[0]}"),
        ("en", f"FORECAST, Sunday: {FERRY[0]}"),
        ("hi", f"सोनपुर। {HI}"),
        ("ur", f"وزیر...{UR}"),
        ("en", f"Harbour: {FERRY[0]}"),
        ("en", "Lagos: how it grew"),
        ("en", f"ISLAMABAD (92 boats) – {FERRY[0].lower()}"),
        ("de", f"Lagos: {DE[1]}"),
    ],
)
def test_other_words_before_such_signs_are_no_dateline(language: str, text: str) -> None:
    assert parse_dateline(text, language) is None


def test_an_agency_in_brackets_behind_day_and_dash_signs() -> None:
    text = (
        "Milano, 9 dic. - (AdnKronos) - Il Comune ha annunciato che il ponte riapre al traffico la prossima settimana."
    )
    found = article("Il ponte riapre lunedì", "", text, text).dateline
    assert found is not None and (found.raw, found.agency) == ("Milano, 9 dic. - (AdnKronos)", "AdnKronos")


def test_a_date_between_headline_and_text_counts_before_that_of_the_visit() -> None:
    found = article(
        "Monday, May 6, 2024", *MENU, "The ferry sails again after the storm", "August 25, 2016", *FERRY[:3]
    )
    assert found.published is not None and found.published.iso == "2016-08-25"


def test_a_date_right_above_the_headline_counts_before_one_below_it() -> None:
    found = article("December 23, 2016", "The ferry sails again after the storm", "December 24, 2016", *FERRY[:3])
    assert found.published is not None and found.published.iso == "2016-12-23"


def test_a_full_date_says_more_than_the_same_day_without_its_year() -> None:
    found = article("The ferry sails again after the storm", "Monday, 12 August, 11:42", *FERRY[:3], "12 August 2024")
    assert found.published is not None and found.published.iso == "2024-08-12"


@pytest.mark.parametrize(
    "line",
    [
        "(+6221) 7398381 - 89   port@harbour.example",
        "port@harbour.example 0100 555 012",
        "+46 100 555 012, port@harbour.example",
    ],
)
def test_a_number_and_an_address_are_no_headline(line: str) -> None:
    assert texts(article("Harbour Office", line, "", *FERRY), Headline) != [line]
    assert texts(article(line, "", *FERRY), Headline) == []


@pytest.mark.parametrize(
    "line",
    [
        "12 boats write to port@harbour.example",
        "@harbour says 12 boats are lost",
        "Write to ports@harbour.example by May 7",
    ],
)
def test_a_headline_with_an_address_and_words_stays(line: str) -> None:
    assert texts(article(line, "", *FERRY), Headline) == [line]


def test_who_took_a_picture_behind_its_caption_wrote_nothing() -> None:
    found = article("港口重新开放", "这是港务局长在记者会上。新华社记者李雨晴摄", TW, TW)
    assert not found.authors


TINY = ("Lotu", "Meki", "Salo", "Tiva", "Rone", "Pasu", "Geko", "Vila")
STORED = "This page stores cookies in your browser, and who reads on here agrees to it, the office of the paper says."


@pytest.mark.parametrize(
    ("above", "below", "line", "rule"),
    [
        ((STORED,), (), STORED, "furniture.notice"),
        ((), (STORED,), STORED, "furniture.notice"),
        (("• Rone", "• Vilo", "• Saki"), (), "• Vilo", "furniture.shape"),
    ],
)
def test_many_lines_of_a_word_above_the_text_are_a_menu_in_any_language(
    above: tuple[str, ...], below: tuple[str, ...], line: str, rule: str
) -> None:
    found = article(*TINY, *above, "The ferry sails again after the storm", *FERRY, *below)
    assert texts(found, Headline) == ["The ferry sails again after the storm"]
    assert isinstance(block_of(found, line), Furniture)
    assert rule_of(found, line) == rule
    few = article(*TINY[:4], *above, "The ferry sails again after the storm", *FERRY, *below)
    assert not isinstance(block_of(few, line), Furniture)


def test_a_few_lines_of_a_word_above_the_text_are_no_menu() -> None:
    found = article(
        "Harbour", "Norrstad", "The ferry sails again after the storm", *FERRY[:2], "", "What now", "", *FERRY[2:4]
    )
    assert texts(found, Crosshead) == ["What now"]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("13th Jul , 2016", "2016-07-13"),
        ("13 July , 2016", "2016-07-13"),
        ("Wednesday, July 13 , 2016", "2016-07-13"),
        ("July 13 , 2016", "2016-07-13"),
    ],
)
def test_a_blank_before_the_comma_of_a_date_says_nothing(text: str, iso: str) -> None:
    found = article("The ferry sails again after the storm", text, *FERRY[:3])
    assert found.published is not None and found.published.iso == iso


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("© 2025 harbour.example Politics", "tagline.rights"),
        ("© 2024 Port-Media.kz", "tagline.rights"),
        ("© 2024 harbour.example – Ann Lee", "tagline.rights"),
        ("All rights reserved © 2024 Ann Lee", "tagline.rights"),
        ("RIPRODUZIONE RISERVATA © Copyright ANSA", "furniture.opening"),
    ],
)
def test_who_keeps_the_rights_to_a_page_credits_no_picture(line: str, rule: str) -> None:
    found = article("The ferry sails again after the storm", "", *FERRY[:2], line, *FERRY[2:])
    assert texts(found, CreditLine) == []
    assert rule_of(found, line) == rule


@pytest.mark.parametrize(
    "sign", ["© 2025 harbour.example Politics", "© 2024 Port-Media.kz", "© 2024 harbour.example – Ann Lee"]
)
def test_rights_behind_a_sentence_make_no_caption_of_it(sign: str) -> None:
    found = article("The ferry sails again after the storm", "", *FERRY[:2], f"{FERRY[2]} {sign}", *FERRY[3:])
    assert texts(found, CreditLine) == []
    assert len(texts(found, Paragraph)) == 5


@pytest.mark.parametrize(
    "line",
    ["© 2025 Ann Lee", "Copyright Ann Lee/Copyright 2024 The AP. All rights reserved", "© Ann Lee / Getty Images"],
)
def test_who_took_a_picture_keeps_the_credit(line: str) -> None:
    found = article(*MENU, "The ferry sails again after the storm", "The old mole on Monday", line, *FERRY)
    assert line in texts(found, CreditLine)


def test_a_text_about_cookies_stays_whole() -> None:
    body = [f"{one} The office said that cookies of its page had been the reason." for one in FERRY]
    found = article(*MENU, "The ferry sails again after the storm", *body)
    assert texts(found, Paragraph) == body


def test_languages_with_bullets_above_a_text_are_no_items_though_one_is_long() -> None:
    items = ("• For readers who see little", "• English", "• Français", "• Español", "• Português")
    assert texts(page(*items, "The ferry sails again after the storm"), ListItem) == []


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee greets the crew of the ferry at Norrstad, October 2017.",
        "The mayor at the old quay of Norrstad, May 2019.",
        "The old mole seen from the ferry, Norrstad, Sept. 2018.",
    ],
)
def test_a_sentence_that_ends_with_a_place_and_a_month_is_a_caption(line: str) -> None:
    found = page("The ferry sails again after the storm", line)
    assert texts(found, Subheadline) == []
    assert rule_of(found, line) == "caption.dated"


@pytest.mark.parametrize(
    "line",
    [
        "The ferry of Norrstad is to sail again in October 2027.",
        "The crane of the old mole was built in Norrstad in 2017.",
        "The mayor was elected, and the quay reopened, 2019.",
    ],
)
def test_a_sentence_that_ends_with_a_month_or_a_year_alone_is_no_caption(line: str) -> None:
    assert rule_of(page("The ferry sails again after the storm", line), line) != "caption.dated"


@pytest.mark.parametrize(
    "line",
    ["We met at 5 p.m.", "The council meets again on Tuesday at 7 p.m.", "All boats of the harbour sail at 5 p.m."],
)
def test_a_sentence_that_closes_with_a_half_day_stays_text(line: str) -> None:
    found = article("The ferry sails again", "", *FERRY[:3], line)
    assert line in texts(found, Paragraph)
    assert not found.authors


def test_turns_behind_a_place_and_a_colon_are_no_datelines() -> None:
    found = article(
        "Two cities talk", "", f"Lagos: {FERRY[0]}", f"Abuja: {FERRY[1]}", f"Lagos: {FERRY[2]}", f"Abuja: {FERRY[3]}"
    )
    assert found.dateline is None or found.dateline.place not in {"Lagos"}


@pytest.mark.parametrize("title", ["Location Location Location", "Bye Bye Bye", "Never Never Never"])
def test_a_headline_of_one_word_said_again_stays(title: str) -> None:
    assert texts(article(title, "", *FERRY[:3]), Headline) == [title]


@pytest.mark.parametrize(
    "title",
    [
        "We no longer support the mole, say fishermen",
        "Search results for the lost boat show little",
        "Image result for the harbour: a new coat of arms",
        "Vea más allá del puente, dice el alcalde",
        "Followers of the old ferry meet on the mole",
    ],
)
def test_a_headline_that_opens_like_page_wording_stays(title: str) -> None:
    assert texts(article(title, "", *FERRY[:3]), Headline) == [title]


@pytest.mark.parametrize("heading", ["3. Gelesen", "4. Zugriffe", "1. Views"])
def test_a_numbered_heading_counts_nobody(heading: str) -> None:
    found = article("Die Fähre fährt wieder", "", *DE, "", heading, "", *DE)
    assert heading in texts(found, Crosshead)


def test_a_sentence_on_who_is_responsible_reserves_no_rights() -> None:
    line = "Das Amt liegt in inhaltlicher Verantwortung des Landes, sagte Berg am Montag im Rathaus."
    assert line in texts(article("Die Fähre fährt wieder", "", *DE, line), Paragraph)


@pytest.mark.parametrize("heading", ["Notizblock", "Der Notizblock"])
def test_a_heading_that_names_a_notepad_takes_nothing_with_it(heading: str) -> None:
    found = article("Die Fähre fährt wieder", "", *DE, "", heading, "", *DE)
    assert len(texts(found, Paragraph)) == 4


@pytest.mark.parametrize("name", ["Maria Asa", "Ann Ab", "Maria Spa", "Neville Neville"])
def test_names_that_close_like_companies_stay_names(name: str) -> None:
    assert list(article("The ferry sails again", "", *FERRY[:3], "", name).authors) == [name]


@pytest.mark.parametrize("line", ["250000 Euro 20", "500000 Paar 12", "329999 Okt 05"])
def test_a_sum_is_no_time_of_sending(line: str) -> None:
    found = article("Die Fähre fährt wieder", "", *DE, line)
    assert all(block.rule != "furniture.wire-header" for block in found.blocks)


def test_who_took_a_picture_does_not_sign_a_letter() -> None:
    found = article("To the Editor:", "", *FERRY[:2], "", "Ann Lee", "Photo: Bo Ek")
    assert "Photo: Bo Ek" in texts(found, CreditLine)


@pytest.mark.parametrize(
    "items",
    [
        ("* kz", "* ru", "* en"),
        ("• Қаз", "• Qaz", "• Рус"),
        ("• Boats", "• Ferries", "• Fares"),
        ("• English", "• Français", "• Español"),
    ],
)
def test_brief_bullets_above_a_headline_are_buttons(items: tuple[str, ...]) -> None:
    assert texts(page(*items, "The ferry sails again after the storm"), ListItem) == []


@pytest.mark.parametrize(
    "items",
    [
        ("- 500g flour", "- 2 eggs", "- Salt"),
        ("• Mole repaired", "• Nobody hurt", "• Fares unchanged"),
        ("- Ann Lee", "- Bo Ek"),
        ("1. Be early", "2. Be calm", "3. Be kind"),
    ],
)
def test_brief_items_below_a_headline_are_of_the_text(items: tuple[str, ...]) -> None:
    assert texts(page("The ferry sails again after the storm", *items), ListItem) == list(items)


def test_items_below_a_label_amid_the_text_stay() -> None:
    items = ("- Eleven boats lost", "- Fish hall closed")
    found = article(*MENU, "The ferry sails again after the storm", *FERRY[:2], "More:", *items, *FERRY[2:])
    assert texts(found, ListItem) == list(items)


@pytest.mark.parametrize(
    "line",
    [
        "Willkommen auf den Seiten der Geschichte, sagte der Führer und lachte.",
        "Entdecke mehr von Norrstad, rief der Mann am Kai den Gästen zu.",
        "Bewertung des Artikels 5 durch das Gericht steht noch aus, sagte sie.",
        "Ihr Browser ist veraltet, hieß es auf dem Bildschirm, und dann forderte der Anrufer Geld.",
        "Die Richter sprachen von inhaltlicher Verantwortung der Plattform für die Bilder.",
    ],
)
def test_a_sentence_that_opens_like_page_wording_stays_text_in_clean_copy(line: str) -> None:
    assert line in texts(article("Die Fähre fährt wieder", "", DE[0], line, DE[1]), Paragraph)


@pytest.mark.parametrize("line", ["法院裁定,報社不得轉載他的照片。", "他說,非經授權使用他人作品就是侵權,法院會嚴懲。"])
def test_a_sentence_about_rights_reserves_none(line: str) -> None:
    assert line in texts(article("港口重新開放", "", TW, TW, line), Paragraph)


@pytest.mark.parametrize(
    "text",
    [
        f"لندن - العاصمة التي لا تنام ولا تهدأ في ليل أو نهار كما يقول أهلها - {AR}",
        f"باريس - مدريد في نهائي دوري الأبطال. {AR}",
    ],
)
def test_a_dash_that_sets_something_in_between_or_parts_two_sides_is_no_dateline(text: str) -> None:
    assert parse_dateline(text, "ar") is None


@pytest.mark.parametrize("sign", ["（方便、安全）", "（江蘇、安徽）", "（黃金週）", "（張愛玲）"])
def test_words_in_brackets_behind_a_chinese_sentence_name_nobody(sign: str) -> None:
    assert not article("港口重新開放", "", TW, f"港務局週一表示渡輪將再次啟航,居民表示歡迎。{sign}").authors


def test_who_is_quoted_in_brackets_wrote_nothing() -> None:
    assert not article("渡し船が再開", "", JA, "「本当にうれしい。毎日待っていました」（山田花子）", JA_LAST).authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("記者 王小明 李白 報導", ["王小明", "李白"]),
        ("記者 王小明 高雄 報導", ["王小明"]),
        ("記者 王小明 花蓮 報導", ["王小明"]),
        ("記者 李雨晴 王小明 台北 報導", ["李雨晴", "王小明"]),
    ],
)
def test_a_second_reporter_is_no_town(line: str, authors: list[str]) -> None:
    assert list(article("港口重新開放", line, "2024-03-12", "", TW, TW).authors) == authors


def test_a_later_date_below_the_headline_is_that_of_an_event() -> None:
    found = article("2022-03-07", "Share", "Summer festival returns to the old mole", "10 June 2022", *FERRY[:3])
    assert found.published is not None and found.published.iso == "2022-03-07"


def test_two_who_sign_a_letter_are_both_its_authors() -> None:
    assert list(article("To the Editor:", "", *FERRY[:2], "", "Ann Lee", "Bo Ek").authors) == ["Ann Lee", "Bo Ek"]


def test_the_day_below_the_writer_of_a_letter_is_its_date() -> None:
    found = article("To the Editor:", "", *FERRY[:2], "", "Ann Lee", "Norrstad, March 3, 2022")
    assert found.published is not None and found.published.iso == "2022-03-03"


@pytest.mark.parametrize("line", ["Tokopedia.com, Jakarta Selatan menjadi kantor pusat", "BANK Mandiri, Jakarta:"])
def test_a_company_before_an_indonesian_town_opens_no_text(line: str) -> None:
    assert parse_dateline(f"{line} {ID}", "id") is None
