# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line)
"""Desks, agencies, places and sources beside the names of authors, and lines that name nobody."""

from __future__ import annotations

import pytest
from tests.support.detection import article, page, rule_of, texts

from docforge.model import Byline, CreditLine, Kicker

EN = (
    "The ferry sails again after the storm",
    "The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the mole.",
    "Two tugs and a crane have been at work since then, and the last stones were laid on Friday evening in the rain.",
    "Passengers who had bought a ticket for the missing days can have their money back until the end of the month.",
)
BN = (
    "ঝড়ের পর ফেরি আবার চলছে",
    "বন্দর কর্তৃপক্ষ সোমবার জানিয়েছে, ঝড়ে বাঁধ ভেঙে যাওয়ার তিন সপ্তাহ পর ফেরি আবার চলাচল করবে বলে সিদ্ধান্ত নেওয়া হয়েছে।",
    "তখন থেকে দুটি টাগবোট ও একটি ক্রেন কাজ করছে, এবং শেষ পাথরগুলো শুক্রবার সন্ধ্যায় বৃষ্টির মধ্যে বসানো হয়েছে।",
)
BS = (
    "Trajekt ponovo plovi nakon oluje",
    "Lučka uprava saopštila je u ponedjeljak da će trajekt ponovo ploviti, tri sedmice nakon što je oluja razbila lukobran.",
    "Dva tegljača i dizalica od tada su bili na poslu, a posljednje kamenje postavljeno je u petak navečer po kiši.",
)
LT = (
    "Keltas po audros vėl plaukia",
    "Uosto tarnyba pirmadienį pranešė, kad keltas vėl plauks, praėjus trims savaitėms po to, kai audra sugriovė molą.",
    "Nuo to laiko dirbo du vilkikai ir kranas, o paskutiniai akmenys buvo sudėti penktadienio vakarą lyjant.",
)
SK = (
    "Kompa po búrke opäť premáva",
    "Prístavný úrad v pondelok oznámil, že kompa bude opäť premávať, tri týždne po tom, čo búrka zničila mólo.",
    "Odvtedy pracovali dva remorkéry a žeriav a posledné kamene položili v piatok večer v daždi.",
)
TR = (
    "Feribot fırtınadan sonra yeniden sefere çıkıyor",
    "Liman müdürlüğü pazartesi günü feribotun fırtınanın dalgakıranı yıkmasından üç hafta sonra yeniden sefere çıkacağını açıkladı.",
    "O günden beri iki römorkör ve bir vinç çalışıyordu, son taşlar ise cuma akşamı yağmur altında yerleştirildi.",
)
DE = (
    "Die Fähre fährt nach dem Sturm wieder",
    "Das Hafenamt teilte am Montag mit, dass die Fähre wieder fährt, drei Wochen nachdem der Sturm die Mole zerbrochen hatte.",
    "Zwei Schlepper und ein Kran waren seither im Einsatz, und die letzten Steine wurden am Freitagabend im Regen gelegt.",
)
JA = (
    "嵐のあとフェリーが運航を再開",
    "港湾事務所は月曜日、嵐で防波堤が壊れてから三週間ぶりにフェリーの運航を再開すると発表した。",
    "それ以来、二隻のタグボートとクレーンが作業を続け、最後の石は金曜日の夜、雨の中で積まれた。",
)
ZH = (
    "渡轮在风暴过后恢复航行",
    "海港办公室星期一宣布，渡轮将在风暴冲毁防波堤三个星期之后恢复航行，旅客可以在码头买票。",
    "从那时起，两艘拖船和一台起重机一直在工作，最后一批石头于星期五晚上在雨中砌好。",
)
AR = (
    "العبارة تبحر من جديد بعد العاصفة",
    "قالت إدارة الميناء يوم الاثنين إن العبارة ستبحر من جديد بعد ثلاثة أسابيع من العاصفة التي حطمت الرصيف القديم في المدينة.",
    "ومنذ ذلك الحين عملت قاطرتان ورافعة، ووضعت الحجارة الأخيرة مساء الجمعة تحت المطر الغزير.",
)
BG = (
    "Фериботът отново плава след бурята",
    "Пристанищната служба съобщи в понеделник, че фериботът отново ще плава три седмици след бурята, която разруши вълнолома.",
    "Оттогава работят два влекача и кран, а последните камъни бяха поставени в петък вечерта под дъжда.",
)
FR = (
    "Le bac reprend la mer après la tempête",
    "Le bureau du port a annoncé lundi que le bac reprendra la mer, trois semaines après la tempête qui a rompu le môle.",
    "Deux remorqueurs et une grue sont à l'œuvre depuis, et les dernières pierres ont été posées vendredi soir sous la pluie.",
)
PL = (
    "Prom znów pływa po burzy",
    "Urząd portowy poinformował w poniedziałek, że prom znów będzie pływał, trzy tygodnie po burzy, która zniszczyła falochron.",
    "Od tego czasu pracowały dwa holowniki i dźwig, a ostatnie kamienie ułożono w piątek wieczorem w deszczu.",
)
SV = (
    "Färjan går igen efter stormen",
    "Hamnkontoret sade på måndagen att färjan går igen, tre veckor efter det att stormen bröt den gamla piren.",
    "Två bogserbåtar och en kran har arbetat sedan dess, och de sista stenarna lades på fredagskvällen i regnet.",
    "Den som hade köpt en biljett för de inställda dagarna kan få tillbaka sina pengar till slutet av månaden.",
)
ES = (
    "El transbordador vuelve a salir tras la tormenta",
    "La oficina del puerto dijo el lunes que el transbordador volverá a salir, tres semanas después de la tormenta.",
    "Dos remolcadores y una grúa han trabajado desde entonces, y las últimas piedras se pusieron el viernes por la noche.",
    "Quien había comprado un billete para los días perdidos puede recuperar su dinero hasta el final del mes.",
)
VI = (
    "Phà chạy lại sau bão",
    "Cơ quan cảng vụ hôm thứ Hai cho biết phà sẽ chạy lại, ba tuần sau khi cơn bão làm vỡ đê chắn sóng cũ của thành phố.",
    "Từ đó đến nay hai tàu kéo và một cần cẩu đã làm việc, và những viên đá cuối cùng được đặt tối thứ Sáu dưới mưa.",
)


def below_title(text: tuple[str, ...], *lines: str) -> tuple[str, ...]:
    """Return who wrote a text with *lines* below its headline."""
    return article(text[0], *lines, *text[1:], between="\n\n").authors


@pytest.mark.parametrize(
    "line",
    [
        "Our Staff Reporter",
        "Staff Correspondent",
        "Our Correspondent",
        "The Associated Press",
        "Our Staff Correspondent",
    ],
)
def test_a_desk_or_agency_above_the_headline_of_clean_copy_signs_it(line: str) -> None:
    found = article(line, *EN, between="\n\n")
    assert found.authors == (line,)
    assert rule_of(found, EN[0]).startswith("headline")


@pytest.mark.parametrize(
    "line", ["Newsroom", "Press Association football", "Sports Desk Review", "Agencies", "Harbour and Sea"]
)
def test_another_line_above_the_headline_stays_its_kicker(line: str) -> None:
    found = article(line, *EN, between="\n\n")
    assert (found.authors, texts(found, Kicker)) == ((), [line])


def test_a_desk_above_the_headline_of_a_page_is_in_its_menu() -> None:
    menu = ("News Desk", "Home", "Harbour", "Weather", "Sports", "Log in", "Subscribe", "Contact us")
    assert page(*menu, *EN, "Share", "Read more", "Privacy policy").authors == ()


@pytest.mark.parametrize("line", ["Sports Desk", "Digital Desk", "Business Wire", "PR Newswire", "Staff Report"])
def test_what_is_no_byline_above_the_headline_stays_its_kicker(line: str) -> None:
    found = article(line, *EN, between="\n\n")
    assert (rule_of(found, line), found.authors) == ("kicker.line-above", ())


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (SK, "Peter Novák, hovorca"),
        (SK, "Peter Novák, hovorca prístavu"),
        (DE, "Max Weber, Sprecher des Hafenamts"),
        (EN, "Tom Reed, spokesman"),
        (FR, "Jean Martin, porte-parole du port"),
        (PL, "Jan Kowalski, rzecznik prasowy"),
    ],
)
def test_who_speaks_for_a_house_amid_the_text_did_not_write_it(text: tuple[str, ...], line: str) -> None:
    assert article(*text[:2], line, *text[2:], between="\n\n").authors == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (EN, "HRN Correspondent"),
        (EN, "Harbour24 Reporter"),
        (EN, "Our Staff Reporter"),
        (BN, "বন্দর নিউজ ডেস্ক"),
        (BN, "নিজস্ব সংবাদদাতা"),
        (BN, "ডেস্ক রিপোর্ট"),
    ],
)
def test_a_desk_below_the_headline_signs_the_text(text: tuple[str, ...], line: str) -> None:
    assert below_title(text, line) == (line,)


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (("Ann Lee, HRN Correspondent",), ("Ann Lee",)),
        (("Ann Lee", "HRN Correspondent"), ("Ann Lee",)),
        (("NEWS REPORTER",), ()),
        (("Reporter",), ()),
        (("By Ann Lee", "UK Editor"), ("Ann Lee",)),
    ],
)
def test_the_role_of_a_person_is_no_desk(lines: tuple[str, ...], authors: tuple[str, ...]) -> None:
    assert below_title(EN, *lines) == authors


@pytest.mark.parametrize("role", ["Reporter", "Staff Reporter", "Correspondent", "Staff Writer", "Journalist"])
def test_a_role_behind_a_byline_word_stands_for_the_name(role: str) -> None:
    assert below_title(EN, f"By {role}") == (role,)


@pytest.mark.parametrize(
    "line", ["By editor", "By Ambassador", "By Reporter’s choice", "By reporters", "By Staff of Life"]
)
def test_other_words_behind_a_byline_word_stand_for_nobody(line: str) -> None:
    assert "Staff" not in below_title(EN, line)
    assert not any(block.text == line for block in article(EN[0], line, *EN[1:]).blocks if isinstance(block, Byline))


@pytest.mark.parametrize(
    ("text", "line", "author"),
    [
        (BS, "Autor Vesna Horvat Izvor SRNA", "Vesna Horvat"),
        (BS, "Piše: Vesna Horvat Izvor: Tanjug", "Vesna Horvat"),
        (TR, "Muhabir: Ayşe Demir Kaynak: AA", "Ayşe Demir"),
        (LT, "Autorius: Jonas Petraitis Šaltinis: BNS", "Jonas Petraitis"),
        (SK, "Autor Jana Nová Zdroj SITA", "Jana Nová"),
        (TR, "Muhabir: Ali Kaynak", "Ali Kaynak"),
        (TR, "Haber: Ali Kaynak - AA", "Ali Kaynak"),
        (EN, "By Ann Source", "Ann Source"),
        (EN, "By Ann Source, Reuters", "Ann Source"),
        (TR, "Muhabir: Ali Can Kaynak", "Ali Can Kaynak"),
        (TR, "Muhabir: Ali Can Kaynak AA", "Ali Can Kaynak"),
    ],
)
def test_the_label_of_a_source_ends_the_names_before_an_agency_or_its_sign(
    text: tuple[str, ...], line: str, author: str
) -> None:
    assert below_title(text, line) == (author,)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By: PTI | Norrstad/New Delhi, New Delhi |", ("PTI",)),
        ("By: PTI | Navi Mumbai |", ("PTI",)),
        ("By: Ann Lee | New Delhi |", ("Ann Lee",)),
        ("By Ann Lee, New York", ("Ann Lee",)),
        ("Written by Ann Lee | New Delhi | Updated: May 4, 2021 9:41:20 am", ("Ann Lee",)),
        ("By: PTI | Ann Lee", ("PTI", "Ann Lee")),
        ("By PTI | Ngozi Okafor", ("PTI", "Ngozi Okafor")),
        ("By PTI, Harbour Trends", ("PTI", "Harbour Trends")),
        ("By PTI | Xolani Mbeki", ("PTI", "Xolani Mbeki")),
        ("By Reuters | Zhang Wei", ("Reuters", "Zhang Wei")),
        ("By dpa | Koji Ota", ("dpa", "Koji Ota")),
        ("By: PTI | Chennai", ("PTI",)),
        ("By: PTI | Greater Mumbai", ("PTI",)),
        ("By AP, Ann Lee", ("AP", "Ann Lee")),
        ("By Ann Lee | Tom Reed", ("Ann Lee", "Tom Reed")),
        ("By Ann Lee and Georgia York", ("Ann Lee", "Georgia York")),
    ],
)
def test_a_place_behind_a_house_or_a_person_is_no_author(line: str, authors: tuple[str, ...]) -> None:
    assert below_title(EN, line) == authors


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (("Nora Ek", "nora.ek@example.org", "Ulf Lind", "ulf.lind@example.org"), ("Nora Ek", "Ulf Lind")),
        (("Nora Ek", "nora.ek@example.org", "Ulf Lind"), ("Nora Ek", "Ulf Lind")),
        (("Nora Ek", "Ulf Lind"), ("Nora Ek", "Ulf Lind")),
        (("Nora Ek", "nora.ek@example.org"), ("Nora Ek",)),
        (("Nora Ek", "nora.ek@example.org", "5 min read"), ("Nora Ek",)),
    ],
)
def test_several_authors_have_their_addresses_below_their_names(
    lines: tuple[str, ...], authors: tuple[str, ...]
) -> None:
    assert below_title(EN, *lines) == authors


@pytest.mark.parametrize("line", ["Getty Images-Ansa", "Getty Images-Reuters", "Getty Images - AP"])
def test_providers_joined_by_a_dash_give_a_picture(line: str) -> None:
    found = article(EN[0], line, *EN[1:], between="\n\n")
    assert (found.authors, texts(found, CreditLine)) == ((), [line])


@pytest.mark.parametrize(
    "line", ["Marie-Anne Lee", "Keystone-SDA", "dpa-AFX", "Agence France-Presse", "Nora Ek-Lind", "NTB-AFP"]
)
def test_another_name_with_a_dash_signs(line: str) -> None:
    assert below_title(EN, line) == (line,)


@pytest.mark.parametrize(
    ("text", "line", "author"),
    [
        (DE, "Begrüßung von Karla Moor, Chefredakteurin", "Karla Moor"),
        (DE, "Brief von Karla Moor", "Karla Moor"),
        (DE, "Rundgang von Karla Moor, Redakteurin", "Karla Moor"),
        (EN, "Foreword by Ann Lee, editor", "Ann Lee"),
        (EN, "Walk by Ann Lee, editor", "Ann Lee"),
        (DE, "Karla von Moor", "Karla von Moor"),
        (DE, "Thomas von der Au", "Thomas von der Au"),
        (DE, "Freiherr von Stein", "Freiherr von Stein"),
        (DE, "Anna von Karla Moor, Redakteurin", "Anna von Karla Moor"),
        (DE, "Graf von Moor Berg", "Graf von Moor Berg"),
    ],
)
def test_a_noun_before_the_byline_word_is_no_part_of_the_name(text: tuple[str, ...], line: str, author: str) -> None:
    assert below_title(text, line) == (author,)


@pytest.mark.parametrize(
    "line", ["□ 新华社记者 王小明 李雨晴 周敏", "◇本报记者 王小明 李雨晴 周敏", "△ 记者 王小明 李雨晴 周敏"]
)
def test_a_sign_before_the_reporters_is_no_part_of_the_line(line: str) -> None:
    assert below_title(ZH, line) == ("王小明", "李雨晴", "周敏")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (EN, "Upcoming Events"),
        (EN, "The Harbour"),
        (DE, "Das Fährge"),
        (SK, "Tlač Pošli"),
        (EN, "Facebook Twitter Google+"),
    ],
)
def test_buttons_and_nouns_below_the_text_name_nobody(text: tuple[str, ...], line: str) -> None:
    assert article(*text, line, between="\n\n").authors == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [(EN, "An Nguyen"), (EN, "Line Andersen"), (EN, "The Harbour Post"), (DE, "Die Redaktion"), (DE, "Dieter Moor")],
)
def test_names_like_these_below_the_text_sign_it(text: tuple[str, ...], line: str) -> None:
    assert article(*text, line, between="\n\n").authors == (line,)


def test_an_address_behind_ideographs_is_no_name() -> None:
    assert below_title(JA, "地方8社連合example.com") == ()


def test_an_outlet_with_its_article_above_the_text_signs_it() -> None:
    assert below_title(DE, "Der Fährmann") == ("Der Fährmann",)


@pytest.mark.parametrize(
    ("text", "line", "authors"),
    [
        (AR, "الأحد 24-03-2018 19:05 | كتب: أحمد عبد الستار, ندى سالم |", ("أحمد عبد الستار", "ندى سالم")),
        (FR, "24/03/2018 19:05 | Par: Anne Leroy, Luc Martin |", ("Anne Leroy", "Luc Martin")),
        (EN, "17 January 2016 19:05 | Written by: Ann Lee, Tom Reed |", ("Ann Lee", "Tom Reed")),
        (EN, "17 January 2016 | Author: Ann Lee", ("Ann Lee",)),
        (EN, "17 January 2016 | By Ann Lee", ("Ann Lee",)),
        (ZH, "发布日期：2021-08-17 责任编辑：龙小慧", ()),
        (EN, "17 January 2016 | Comments: 12", ()),
        (EN, "17 January 2016 | Section: Harbour News", ()),
        (EN, "17 January 2016 | Photo: Ann Lee", ()),
    ],
)
def test_a_label_behind_a_date_is_no_part_of_the_names(
    text: tuple[str, ...], line: str, authors: tuple[str, ...]
) -> None:
    assert below_title(text, line) == authors


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (PL, "Źródło Radio Portowe"),
        (VI, "Nguồn Bến Cảng"),
        (SK, "Zdroj Prístavné Noviny"),
        (EN, "South Korea Elections"),
        (EN, "Madhya Pradesh Ferry Service"),
        (EN, "Middle East Politics"),
        (EN, "New York Travel"),
    ],
)
def test_sources_and_sections_below_the_text_are_no_authors(text: tuple[str, ...], line: str) -> None:
    assert article(*text, line, between="\n\n").authors == ()


@pytest.mark.parametrize(
    ("text", "line", "author"),
    [
        (BG, "Петър Ангелов Отговорен редактор", "Петър Ангелов"),
        (BG, "Мария Петрова Главен редактор", "Мария Петрова"),
        (PL, "Anna Wilk redaktorka naczelna", "Anna Wilk"),
        (BG, "Петър Ангелов редактор", "Петър Ангелов"),
        (EN, "Ann Mary Lee Staff writer", "Ann Mary Lee"),
    ],
)
def test_a_role_of_two_words_is_no_part_of_the_name(text: tuple[str, ...], line: str, author: str) -> None:
    assert below_title(text, line) == (author,)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Norrstad, AFP", "AFP"),
        ("Sundmouth, Reuters", "Reuters"),
        ("Ann, AFP", "Ann"),
        ("Ann Lee, AFP", "Ann Lee"),
        ("王小明, AFP", "王小明"),
    ],
)
def test_a_place_before_an_agency_and_its_comma_does_not_sign(line: str, author: str) -> None:
    assert below_title(EN, line) == (author,)


@pytest.mark.parametrize(
    ("text", "line", "author"),
    [
        (BG, "Автор: Екип Port24.bg", "Екип Port24.bg"),
        (EN, "By Team example.com", "Team example.com"),
        (DE, "Redaktion hafen.de", "Redaktion hafen.de"),
        (EN, "By Team Norrstad", "Team Norrstad"),
    ],
)
def test_a_team_and_the_address_of_its_outlet_are_one_author(text: tuple[str, ...], line: str, author: str) -> None:
    assert below_title(text, line) == (author,)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (EN, "CLICK TO ENLARGE"),
        (FR, "Cliquez pour agrandir"),
        (DE, "Ja Nein"),
        (EN, "pic.twitter.com/aB3dEf"),
        (EN, "pic.x.com"),
        (EN, "pic.twitter.com"),
        (EN, "facebook.com"),
        (FR, "Facebook Twitter Google+ Les dernières actualités"),
    ],
)
def test_buttons_of_pictures_and_polls_are_no_authors(text: tuple[str, ...], line: str) -> None:
    assert below_title(text, line) == ()


@pytest.mark.parametrize(
    "line", ["HRN CORRESPONDENT", "HRN Editor", "UN Ambassador", "By Ana example.com", "H Reporter"]
)
def test_capitals_before_another_role_and_a_name_before_an_address_are_no_desk(line: str) -> None:
    assert below_title(EN, line) == ()


@pytest.mark.parametrize("line", ["By Ann Lee, Est. June 3, 1871", "By The Harbour Post, Est. June 3, 1871"])
def test_who_stands_before_the_day_of_founding_does_not_sign(line: str) -> None:
    assert below_title(EN, line) == ()


def test_a_byline_word_between_the_same_words_without_a_bar_behind_them_opens_no_byline() -> None:
    assert below_title(EN, "Brick By Brick | Ann Lee") == ("Brick By Brick", "Ann Lee")


@pytest.mark.parametrize("below", [True, False])
@pytest.mark.parametrize(
    "line", ["Middle East Eye", "New York Focus", "Sri Lanka Guardian", "West Virginia Watch", "Latin America Reports"]
)
def test_an_outlet_that_opens_with_a_region_signs(line: str, below: bool) -> None:
    lines = (*EN, line) if below else (EN[0], line, *EN[1:])
    assert article(*lines, between="\n\n").authors == (line,)


@pytest.mark.parametrize(
    ("text", "name"),
    [(EN, "An Le"), (FR, "Les Brown"), (FR, "Des Walker"), (SV, "De Geer"), (SV, "Den Berg"), (ES, "Una Lopez")],
)
def test_a_name_that_opens_like_an_article_signs_below_the_text(text: tuple[str, ...], name: str) -> None:
    assert article(*text, name, between="\n\n").authors == (name,)


KO = (
    "폭풍이 지나가고 여객선이 다시 떠난다",
    "항만청은 월요일에 폭풍이 지나간 지 3주 만에 여객선이 다시 운항하고 낡은 부두도 수리됐다고 밝혔다.",
    "예인선 두 척과 크레인이 그동안 작업을 계속했고 마지막 돌은 금요일 저녁 빗속에 놓였다고 한다.",
)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("이도현", ("이도현",)),
        ("• 박서연", ("박서연",)),
        ("김하늘", ("김하늘",)),
        ("이민지", ("이민지",)),
        ("박현기", ("박현기",)),
        ("정치", ()),
        ("문화", ()),
        ("정치부", ()),
        ("전주시", ()),
        ("여객선", ()),
        ("오피니언", ()),
        ("부동산", ()),
        ("인터뷰", ()),
        ("반도체", ()),
    ],
)
@pytest.mark.parametrize("date", ["승인 2022.11.16 09:40", "입력 2022.11.16 09:40"])
def test_a_korean_name_alone_above_the_date_of_the_page_is_the_author(
    line: str, authors: tuple[str, ...], date: str
) -> None:
    bullet = "• " if line[0] == "•" else ""
    found = article(KO[0], line, bullet + date, *KO[1:], between="\n\n")
    assert found.authors == authors
    assert found.published is not None


def test_a_korean_name_that_the_text_names_is_no_author() -> None:
    found = article(KO[0], "이도현", "승인 2022.11.16 09:40", f"{KO[1]} 이도현 청장은 기뻐했다.", KO[2], between="\n\n")
    assert found.authors == ()


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ann Lee KTRK", ("Ann Lee",)),
        ("By Ann Lee and Tom Reed KDKF", ("Ann Lee", "Tom Reed")),
        ("By Ann Lee Norrstad Bureau", ("Ann Lee",)),
        ("By ANN LEE SMTH", ("ANN LEE SMTH",)),
        ("By R&B Staff", ("R&B Staff",)),
        ("By Ann Lee & Tom Reed", ("Ann Lee", "Tom Reed")),
        ("By Ann Lee&Tom Reed", ("Ann Lee", "Tom Reed")),
    ],
)
def test_stations_bureaus_and_letters_joined_beside_names(line: str, authors: tuple[str, ...]) -> None:
    assert article(EN[0], line, *EN[1:], between="\n\n").authors == authors


@pytest.mark.parametrize("line", ["Berichte Seiten 2 und 15", "Kommentar Seite 4", "Siehe Seite 7"])
def test_the_page_where_more_stands_is_no_author(line: str) -> None:
    assert article(*DE[:2], line, *DE[2:], between="\n\n").authors == ()


@pytest.mark.parametrize(
    ("line", "signs"),
    [
        ("Anna Lund (Reuters correspondent)", True),
        ("Марина Лунина (редактор отдела городских новостей)", True),
        ("Anna Lund (right)", False),
        ("Anna Lund and the mayor (left) on the mole", False),
    ],
)
def test_a_name_with_its_role_in_brackets_above_a_credit_is_no_caption(line: str, signs: bool) -> None:
    found = article(EN[0], line, "Photo: Harbour office", *EN[1:])
    assert any(block.text == line and block.KIND == "byline" for block in found.blocks) is signs
