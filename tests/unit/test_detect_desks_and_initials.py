# SPDX-License-Identifier: Apache-2.0

"""Bylines of desks, houses and initials, and what only looks like them."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, MENU, article

EN = (
    "Ferry returns to Norrstad after the storm",
    "The harbour office said on Monday that the ferry will sail again three weeks after the storm broke the old mole.",
    "Fishermen had waited for the repair since the spring, and the town council paid for half of it.",
)
BN = (
    "ঝড়ের পর ফেরি আবার চালু",
    "সোমবার বন্দর কার্যালয় জানিয়েছে, ঝড়ের তিন সপ্তাহ পর ফেরি আবার চলবে এবং পুরনো জেটি মেরামত করা হয়েছে।",
    "জেলেরা বসন্ত থেকে মেরামতের অপেক্ষায় ছিলেন এবং শহর অর্ধেক খরচ দিয়েছে বলে জানান কার্যালয়ের এক কর্মকর্তা।",
)
OTHERS = {
    "fr": (
        "Le bac reprend la mer après la tempête",
        "Le bureau du port a dit lundi que le bac reprendra la mer trois semaines après la tempête.",
        "Les pêcheurs attendaient la réparation depuis le printemps, et la ville en a payé la moitié.",
    ),
    "pt": (
        "A balsa volta depois da tempestade",
        "O escritório do porto disse na segunda-feira que a balsa voltará a navegar três semanas depois da tempestade.",
        "Os pescadores esperavam o conserto desde a primavera, e a cidade pagou a metade.",
    ),
    "de": (
        "Fähre fährt nach dem Sturm wieder",
        "Das Hafenamt sagte am Montag, dass die Fähre drei Wochen nach dem Sturm wieder fährt, und die Mole steht.",
        "Die Fischer hatten seit dem Frühjahr auf die Reparatur gewartet, und die Stadt zahlte die Hälfte davon.",
    ),
    "es": (
        "El transbordador vuelve tras la tormenta",
        "La oficina del puerto dijo el lunes que el transbordador volverá a navegar tres semanas después.",
        "Los pescadores esperaban la reparación desde la primavera, y la ciudad pagó la mitad de los gastos.",
    ),
}


@pytest.mark.parametrize(
    ("text", "line", "author"),
    [
        (EN, "Staff Reporter:", "Staff Reporter"),
        (EN, "Staff Reporter", "Staff Reporter"),
        (EN, "Special Correspondent :", "Special Correspondent"),
        (EN, "News Desk:", "News Desk"),
        (BN, "বিশেষ প্রতিনিধি :", "বিশেষ প্রতিনিধি"),
        (BN, "নিজস্ব প্রতিবেদক:", "নিজস্ব প্রতিবেদক"),
    ],
)
def test_a_desk_alone_right_above_the_text_signs_it_with_a_colon_or_without(
    text: tuple[str, ...], line: str, author: str
) -> None:
    assert article(text[0], line, *text[1:]).authors == (author,)


def test_a_desk_with_a_colon_that_closes_the_text_signs_it() -> None:
    assert article(*EN, "Staff Reporter:").authors == ("Staff Reporter",)


@pytest.mark.parametrize(
    "lines",
    [
        (*EN, "Staff Reporter:", "The old mole was sold in March, and no one told the fishermen about it for weeks."),
        (EN[0], "Staff Reporter:", "“When will the ferry sail again for the people who live on the islands?”", *EN[1:]),
        (
            EN[0],
            "Staff Reporter:",
            "“The ferry will sail again for all who live on the islands,” he said on Monday.",
            *EN[1:],
        ),
        (EN[0], "Editor:", *EN[1:]),
        (EN[0], "Harbour:", *EN[1:]),
        (EN[0], EN[1], "News Desk:", EN[2], "News Desk:", EN[1]),
    ],
)
def test_a_desk_with_a_colon_amid_the_text_says_something(lines: tuple[str, ...]) -> None:
    assert article(*lines).authors == ()


def test_a_role_above_a_name_is_no_author() -> None:
    assert article(EN[0], "Staff Reporter", "Ann Lee", *EN[1:]).authors == ("Ann Lee",)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("J.Puig / M.E.Roca / A.Vila", ("J.Puig", "M.E.Roca", "A.Vila")),
        ("M.E.Roca, A.Vila", ("M.E.Roca", "A.Vila")),
        ("By J.L.Ruiz", ("J.L.Ruiz",)),
        ("By J.Lee and T.Reed", ("J.Lee", "T.Reed")),
        ("A.Vila, Norrstad", ("A.Vila",)),
        ("Ann Lee, Norrstad", ("Ann Lee",)),
    ],
)
def test_initials_run_into_a_surname_are_a_name(line: str, authors: tuple[str, ...]) -> None:
    assert article(EN[0], line, *EN[1:]).authors == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Staff & Wire Reports", ("Staff & Wire Reports",)),
        ("By Lighthouse Editors and Wire Services", ("Lighthouse Editors and Wire Services",)),
        ("By Norrstad Post Staff and Agencies", ("Norrstad Post Staff and Agencies",)),
        ("Newsroom & Agencies", ("Newsroom & Agencies",)),
        ("Von Hafenredaktion und Agenturen", ("Hafenredaktion und Agenturen",)),
        ("Redacción El Muelle y agencias", ("Redacción El Muelle y agencias",)),
        ("By Ann Lee and Wire Services", ("Ann Lee", "Wire Services")),
        ("Reuters and agencies", ("Reuters", "agencies")),
        ("Staff, Agencies", ("Staff", "Agencies")),
        ("By Ann Lee and Norrstad Post Staff", ("Ann Lee", "Norrstad Post Staff")),
    ],
)
def test_two_desks_with_a_joining_word_between_them_are_one_author(line: str, authors: tuple[str, ...]) -> None:
    language = "de" if line.startswith("Von ") else "es" if line.startswith("Red") else "en"
    lines = (line, *EN[1:]) if language == "en" else (line, *OTHERS[language][1:])
    title = EN[0] if language == "en" else OTHERS[language][0]
    assert article(title, *lines).authors == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Ann Lee and Bo Ek (earlier)", ("Ann Lee", "Bo Ek")),
        ("Ann Lee (now) and Bo Ek (earlier)", ("Ann Lee", "Bo Ek")),
        ("Ann Lee (now); Bo Ek and Tom Reed (earlier)", ("Ann Lee", "Bo Ek", "Tom Reed")),
        ("Anna Berg (jetzt), Tom Ek (zuvor)", ("Anna Berg", "Tom Ek")),
        ("Ann Lee (earlier)", ("Ann Lee",)),
        ("Now and Then (earlier)", ()),
    ],
)
def test_who_wrote_earlier_at_a_running_report_signs_too(line: str, authors: tuple[str, ...]) -> None:
    assert article(EN[0], line, *EN[1:]).authors == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Norrstad Daily Mail", ("Norrstad Daily Mail",)),
        ("Norrstad Evening Post", ("Norrstad Evening Post",)),
        ("By Lundberg Weekly News", ("Lundberg Weekly News",)),
        ("By Ann Lee Norrstad Post", ("Ann Lee",)),
        ("By Ann Lee Daily Mail", ("Ann Lee",)),
        ("Ann Lee, Norrstad Daily Mail", ("Ann Lee",)),
        ("Print Mail", ()),
    ],
)
def test_a_paper_printed_daily_keeps_the_last_word_of_its_name(line: str, authors: tuple[str, ...]) -> None:
    assert article(EN[0], line, *EN[1:]).authors == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("12.10.2022, 14:05 Uhr | dpa, sid, hafen-post.de", ("dpa", "sid", "hafen-post.de")),
        ("dpa, AFP", ("dpa", "AFP")),
        ("Von dpa und AFP", ("dpa", "AFP")),
        ("Anna Berg, dpa, AFP", ("Anna Berg",)),
        ("Anna Berg, hafen-post.de", ("Anna Berg",)),
        ("Norrstadt, dpa", ("dpa",)),
    ],
)
def test_agencies_beside_each_other_all_sign(line: str, authors: tuple[str, ...]) -> None:
    assert article(OTHERS["de"][0], line, *OTHERS["de"][1:]).authors == authors


@pytest.mark.parametrize(
    ("language", "line", "authors"),
    [
        ("de", "von HAFEN1, Hafeninformationsdienst", ("HAFEN1", "Hafeninformationsdienst")),
        ("de", "Von Hafen24", ("Hafen24",)),
        ("pt", "Do Porto24", ("Porto24",)),
        ("pt", "Por R9", ("R9",)),
        ("pt", "Por p3", ("p3",)),
        ("pt", "Da Reuters, em Lisboa", ("Reuters",)),
        ("de", "Von A7 bis A9", ()),
        ("de", "Von Anna Berg1", ("Anna Berg",)),
        ("pt", "Do mar ao prato", ()),
        ("pt", "Do Porto24 ao mar", ()),
        ("de", "HAFEN1", ()),
    ],
)
def test_a_house_called_by_letters_and_a_figure_signs_behind_a_byline_word(
    language: str, line: str, authors: tuple[str, ...]
) -> None:
    text = OTHERS[language]
    assert article(text[0], line, *text[1:]).authors == authors


@pytest.mark.parametrize(
    ("language", "lines", "authors"),
    [
        ("fr", ("par", "tpm"), ("tpm",)),
        ("fr", ("Par", "am"), ("am",)),
        ("de", ("von", "mko"), ("mko",)),
        ("de", ("Von", "Anna Berg"), ("Anna Berg",)),
        ("fr", ("par", "Anne Leroy"), ("Anne Leroy",)),
        ("fr", ("bac", "tpm"), ()),
        ("fr", ("par", "mer"), ()),
        ("fr", ("par", "par"), ()),
        ("fr", ("par", "partage"), ()),
        ("de", ("tpm",), ()),
    ],
)
def test_letters_below_a_byline_word_sign(language: str, lines: tuple[str, ...], authors: tuple[str, ...]) -> None:
    text = OTHERS[language]
    assert article(text[0], *lines, *text[1:]).authors == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("par | Opérations", ()),
        ("par | Police", ()),
        ("par | Anne Leroy", ("Anne Leroy",)),
        ("par Anne Leroy | Police", ("Anne Leroy",)),
        ("par | AFP", ("AFP",)),
    ],
)
def test_a_section_behind_a_bar_is_no_author(line: str, authors: tuple[str, ...]) -> None:
    text = OTHERS["fr"]
    assert article(text[0], line, *text[1:]).authors == authors


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Voriger Artikel"),
        ("de", "Empfohlene Artikel"),
        ("de", "Weitere Hafen-Plus-Artikel"),
        ("en", "Author Picture Icon"),
        ("en", "Recommended Articles"),
        ("en", "More Northern Stories"),
        ("es", "Otros Artículos"),
        ("fr", "Autres Articles"),
        ("pt", "Outros Artigos"),
    ],
)
def test_what_leads_to_other_texts_is_no_author(language: str, line: str) -> None:
    text = OTHERS.get(language, EN)
    assert article(text[0], line, *text[1:]).authors == ()


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Ann Topics", ("Ann Topics",)),
        ("Author Ann Story", ("Ann Story",)),
        ("By Ann Icon", ("Ann Icon",)),
        ("Ann Story and Bo Links", ("Ann Story", "Bo Links")),
    ],
)
def test_persons_with_such_surnames_are(line: str, authors: tuple[str, ...]) -> None:
    assert article(EN[0], line, *EN[1:]).authors == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Norrstad News Desk Reuters", ("Norrstad News Desk", "Reuters")),
        ("By Web Desk AFP", ("Web Desk", "AFP")),
        ("Web Desk The Canadian Press", ("Web Desk", "The Canadian Press")),
        (
            "Norrstad News Desk The Associated Press, 09 May, 2022 03:10 PM",
            ("Norrstad News Desk", "The Associated Press"),
        ),
        ("Ann Lee The Canadian Press", ("Ann Lee",)),
        ("Norrstad News Desk", ("Norrstad News Desk",)),
    ],
)
def test_a_desk_and_an_agency_behind_it_are_two_authors(line: str, authors: tuple[str, ...]) -> None:
    assert article(EN[0], line, *EN[1:]).authors == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Serie C", ()),
        ("Group B", ()),
        ("Gruppe A", ()),
        ("Vitamin D", ()),
        ("Liga B", ()),
        ("Ramesh K", ("Ramesh K",)),
        ("Ann C", ("Ann C",)),
        ("Lundqvist B. Ek", ("Lundqvist B. Ek",)),
    ],
)
def test_groups_with_their_letter_are_no_names(line: str, authors: tuple[str, ...]) -> None:
    assert article(EN[0], line, "14 March 2022", *EN[1:]).authors == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Verlorene Jahre in der Hafenliga", ()),
        ("Neue Fähre in der Bucht", ()),
        ("Großer Andrang in den Häfen", ()),
        ("Ana Novak in Jan Kos", ("Ana Novak", "Jan Kos")),
        ("Bas in 't Veld", ("Bas in 't Veld",)),
    ],
)
def test_what_joins_two_names_stands_before_a_capital(line: str, authors: tuple[str, ...]) -> None:
    text = OTHERS["de"]
    assert article(text[0], line, "12.10.2022, 14:05 Uhr", *text[1:]).authors == authors


LT = (
    "Keltas vėl plaukia po audros",
    "Uosto tarnyba pirmadienį pranešė, kad keltas vėl plauks praėjus trims savaitėms po audros.",
    "Žvejai laukė remonto nuo pavasario, o miestas sumokėjo pusę visų darbų išlaidų.",
)


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        ((LT[0], "BNS inf.", *LT[1:]), ("BNS",)),
        ((LT[0], "ELTA inf.", *LT[1:]), ("ELTA",)),
        ((*LT, "BNS inf."), ("BNS",)),
        ((LT[0], "Uosto inf.", *LT[1:]), ()),
        ((LT[0], "BNS tarnyba.", *LT[1:]), ()),
        (("港口重新开放", "港口部门", "港务局周一表示，渡轮将在风暴三周之后再次启航，旧码头也已经修好。"), ()),
        ((*LT, "BNS inf.", *LT[1:]), ()),
    ],
)
def test_an_agency_says_that_the_text_is_its(lines: tuple[str, ...], authors: tuple[str, ...]) -> None:
    assert article(*lines).authors == authors


KO = (
    "폭풍 뒤 여객선 다시 운항",
    "항만청은 월요일에 폭풍이 지나간 지 3주 만에 여객선이 다시 운항하고 낡은 부두도 수리됐다고 밝혔다.",
    "어민들은 봄부터 수리를 기다려 왔으며 시가 비용의 절반을 부담했다고 항만청은 전했다.",
)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("취재이도현, 박서연, 최민호", ("이도현", "박서연", "최민호")),
        ("취재·사진이도현, 박서연", ()),
        ("글이도현·박서연", ("이도현", "박서연")),
        ("취재 이도현", ("이도현",)),
        ("취재이도현", ()),
        ("촬영이도현, 박서연", ()),
        ("취재 뒷이야기", ()),
    ],
)
def test_several_names_in_hangul_may_stand_right_behind_their_role(line: str, authors: tuple[str, ...]) -> None:
    assert article(KO[0], line, *KO[1:]).authors == authors


DECK = "The whole quay will be rebuilt by the autumn, and the ferry will sail from the other pier till then."


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("Ann Lee", "Journalist @Harbour Post"), "Byline"),
        (("Ann Lee", "Reporter at Harbour Post"), "Byline"),
        ((DECK, "Ann Lee", "Journalist @Harbour Post"), "Byline"),
        (("Ann Lee", "Reporter meets the mayor"), "other"),
        (("Northern Mole", "Reporter at Harbour Post"), "other"),
    ],
)
def test_where_an_author_works_stands_below_the_name(lines: tuple[str, ...], kind: str) -> None:
    read = article(EN[0], *lines, *EN[1:])
    blocks = {block.text.strip(): type(block).__name__ for block in read.blocks}
    assert (blocks[lines[-1]] == "Byline") == (kind == "Byline")
    if kind == "Byline":
        assert read.authors == ("Ann Lee",)


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (("Staff reports", "Norrstad Public Opinion"), ("Staff reports",)),
        (("Staff reports", "Norrstad Gazette"), ("Staff reports",)),
        (("Staff reports", "Reuters"), ("Staff reports", "Reuters")),
        (("Staff Reporter", "Wetumba Ondiek"), ("Wetumba Ondiek",)),
        (("Staff reports", "Ann Lee"), ("Staff reports", "Ann Lee")),
        (("Ann Lee", "Norrstad Gazette"), ("Ann Lee",)),
    ],
)
def test_the_house_below_a_desk_is_no_author(lines: tuple[str, ...], authors: tuple[str, ...]) -> None:
    assert article(EN[0], *lines, *EN[1:]).authors == authors


@pytest.mark.parametrize(
    ("language", "line", "authors"),
    [
        ("fr", "Anne Leroy , modifié à", ("Anne Leroy",)),
        ("fr", "Par Anne Leroy, mis à jour à 12h", ("Anne Leroy",)),
        ("de", "Anna Berg, aktualisiert um 12 Uhr", ("Anna Berg",)),
        ("es", "Ana Ruiz , actualizado a las", ("Ana Ruiz",)),
        ("de", "Anna Berg aktualisiert die Karte", ()),
        ("de", "Anna Aktuell", ("Anna Aktuell",)),
    ],
)
def test_the_label_of_an_update_ends_the_names(language: str, line: str, authors: tuple[str, ...]) -> None:
    text = OTHERS[language]
    assert article(text[0], line, *text[1:]).authors == authors


@pytest.mark.parametrize("line", ["AFP, Reuters", "AFP and Reuters", "AFP"])
def test_agencies_alone_amid_the_text_say_whose_a_picture_is(line: str) -> None:
    more = (
        "The town council paid for half of the repair, and the rest came from a fund that the fishermen had set up.",
        "No one in the harbour expected that the work would be done before the summer, said the office on Friday.",
    )
    read = article(*EN, more[0], line, more[1], EN[1])
    assert read.authors == ()


@pytest.mark.parametrize(
    ("lines", "headline"),
    [
        (("Get all your news in one place.", "News", "Ann Lee and Bo Ek", EN[0]), EN[0]),
        (("Have all the news in one place.", "Menu", "News", EN[0]), EN[0]),
    ],
)
def test_a_slogan_of_a_page_is_no_headline(lines: tuple[str, ...], headline: str) -> None:
    read = article(*lines, "Share", "Tweet", "Email", "Print", *EN[1:], "Share", "Tweet", "Log in", "Privacy policy")
    assert read.headline == headline


@pytest.mark.parametrize("menu", [(), MENU])
def test_a_desk_that_stands_at_the_foot_once_more_signs_above_the_text(menu: tuple[str, ...]) -> None:
    found = article(*menu, EN[0], "Staff Report", *EN[1:], *FERRY[2:4], "Staff Report")
    assert found.authors == ("Staff Report",)


def test_a_desk_that_stands_once_more_elsewhere_signs_nothing() -> None:
    for menu in ((), MENU):
        assert article(*menu, EN[0], "Staff Report", *EN[1:], "Staff Report", *FERRY[2:4]).authors == ()
        assert article(*menu, EN[0], "Staff Report:", *EN[1:], *FERRY[2:4], "Staff Report:").authors == ()


def test_a_desk_between_paragraphs_signs_nothing() -> None:
    assert article(*MENU, EN[0], *EN[1:], *FERRY[:1], "Staff Report", *FERRY[2:4]).authors == ()


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ann Lee, Harbour Sentinel, Inc", ("Ann Lee",)),
        ("By Ann Lee, Norrstad Ferries, Ltd.", ("Ann Lee",)),
        ("By Ann Lee, Bo Ek", ("Ann Lee", "Bo Ek")),
        ("Courtney Lund Courtney Lund", ("Courtney Lund",)),
        ("Harbour News Service Harbour News Service", ()),
    ],
)
def test_companies_and_houses_printed_twice_are_no_authors(line: str, authors: tuple[str, ...]) -> None:
    assert article(*MENU, EN[0], line, *EN[1:], *FERRY[2:4]).authors == authors


@pytest.mark.parametrize(("language", "line"), [("de", "Von A20"), ("pt", "Da COP30"), ("pt", "Do BR101")])
def test_letters_and_a_figure_deep_in_the_text_are_no_house(language: str, line: str) -> None:
    title, first, second = OTHERS[language]
    assert article(title, first, second, first[:-1] + ", e.", second, line, first, second).authors == ()


@pytest.mark.parametrize(("language", "line", "author"), [("de", "Von RTL2, dpa", "RTL2")])
def test_a_house_before_an_agency_signs_deep_in_the_text_too(language: str, line: str, author: str) -> None:
    title, first, second = OTHERS[language]
    assert article(title, first, second, first[:-1] + ", e.", second, line, first, second).authors == (author,)


@pytest.mark.parametrize("line", ["Newsdesk heute", "Redaktion heute"])
def test_a_desk_and_a_word_in_small_letters_sign_nothing(line: str) -> None:
    assert article(*MENU, EN[0], line, "9 March 2024", *EN[1:], *FERRY[2:4]).authors == ()


@pytest.mark.parametrize(
    "line", ["Newsroom Staff", "Norrstad Today News Network", "Harbour Post Web Team", "Newsdesk Norrstad"]
)
def test_desks_of_newsrooms_sign(line: str) -> None:
    assert article(*MENU, EN[0], line, "9 March 2024", *EN[1:], *FERRY[2:4]).authors == (line,)


def test_a_name_that_its_caption_says_again_signs_nothing_if_the_text_tells_of_it() -> None:
    name, told = "Courtney Lund", "Courtney Lund keeps the lamp on the mole, and she said on Monday so."
    caption = f"{name} / Source: Newspix / Bo Ek"
    for below, last, authors in ((EN[1], EN[2], (name,)), (caption, told, ()), (caption, EN[2], (name,))):
        assert article(*MENU, EN[0], name, below, EN[1], last, *FERRY[2:4]).authors == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Autor: mko", ("mko",)),
        ("Text: vef", ("vef",)),
        ("Autor: die", ()),
        ("Autor: 佚名", ()),
        ("Autor: mir", ()),
        ("Autor: tbd", ()),
        ("Quelle: mko", ()),
    ],
)
def test_small_letters_behind_a_label_sign(line: str, authors: tuple[str, ...]) -> None:
    text = OTHERS["de"]
    assert (
        article(text[0], line, *text[1:], "Die Fischer wollen mehr Geld, und die Stadt will es nicht zahlen.").authors
        == authors
    )
