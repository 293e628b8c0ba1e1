# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line)
"""Credits amid the text as newsrooms of many languages print them, and what only looks like them."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, MENU, article, texts

from docforge.context import Context
from docforge.detect import DetectSettings, find_structure
from docforge.diagnostics import Report
from docforge.model import Article, Block, CreditLine
from docforge.reading import read_source

TEXTS = {
    "en": (
        "Ferry returns to Norrstad after the storm",
        "The harbour office said on Monday that the ferry will sail again three weeks after the storm broke the old mole.",
        "Fishermen had waited for the repair since the spring, and the town council paid for half of it, the office said on Monday.",
    ),
    "fr": (
        "Le bac reprend la mer après la tempête",
        "Le bureau du port a dit lundi que le bac reprendra la mer trois semaines après la tempête qui a brisé le vieux môle.",
        "Les pêcheurs attendaient la réparation depuis le printemps, et la ville en a payé la moitié, a dit le bureau du port lundi.",
    ),
    "es": (
        "El transbordador vuelve tras la tormenta",
        "La oficina del puerto dijo el lunes que el transbordador volverá a navegar tres semanas después de la tormenta.",
        "Los pescadores esperaban la reparación desde la primavera, y la ciudad pagó la mitad, según la oficina del puerto.",
    ),
    "nl": (
        "Veerboot vaart weer na de storm",
        "Het havenkantoor zei maandag dat de veerboot drie weken na de storm weer vaart en dat de oude pier is hersteld.",
        "De vissers wachtten sinds het voorjaar op het herstel, en de stad betaalde de helft, zei het havenkantoor maandag.",
    ),
    "zh": (
        "渡轮在风暴之后重新启航",
        "港务局周一表示，渡轮将在风暴三周之后再次启航，旧码头也已经修好，乘客可以在窗口买票，老人和孩子可以免费乘船。",
        "渔民从春天起就在等待修理，市政府支付了一半的费用，港务局周一在新闻发布会上这样说，并感谢所有参加修理的工人。",
    ),
    "ja": (
        "嵐の後、渡し船が再び運航",
        "港湾事務所は月曜日、嵐から三週間を経て渡し船が再び運航し、古い桟橋の修理も終わったと発表した。乗船券は窓口で買える。",
        "漁師たちは春から修理を待っており、市が費用の半分を支払ったと港湾事務所は説明し、工事に携わった人々に感謝を述べた。",
    ),
    "ko": (
        "폭풍 뒤 여객선 다시 운항",
        "항만청은 월요일에 폭풍이 지나간 지 3주 만에 여객선이 다시 운항하고 낡은 부두도 수리됐다고 밝혔다. 표는 창구에서 살 수 있다.",
        "어민들은 봄부터 수리를 기다려 왔으며 시가 비용의 절반을 부담했다고 항만청은 설명했고 일꾼들에게 고마움을 전했다.",
    ),
}
"""Headline and two paragraphs of each language."""


def _blocks(language: str, line: str) -> list[Block]:
    """Return the blocks that *line* makes amid paragraphs."""
    title, first, second = TEXTS[language]
    text = "\n\n".join([title, first, second, first, line, second, first]) + "\n"
    source = read_source(text, context=Context.fixed(), report=Report())
    article = find_structure(source, DetectSettings(language=language), report=Report())
    start = text.index(line)
    return [one for one in article.blocks if start <= one.span.start and one.span.end <= start + len(line)]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Submitted photo"),
        ("en", "Stock photo"),
        ("en", "Handout photo"),
        ("en", "Copyright: Ann Lee"),
        ("en", "Copyright 2024 Lawrence Reed"),
        ("en", "Copyright Lawrence Reed"),
        ("en", "Reuters"),
        ("en", "AP"),
        ("en", "Photographed by Ann Lee."),
        ("en", "Ann Lee / Norrstad Times"),
        ("en", "VISUAL: HARBOUR"),
        ("en", "HARBOUR/ANN LEE"),
        ("en", "(Source: Harbour Mail/Ann Lee)"),
        ("en", "(Source: Harbour Mail - Ann Lee)"),
        (
            "en",
            "Photos by Ann Lee (Shutterstock), Bo Ek (Shutterstock), Tom Reed, Sue Park, Jane Berg, Ole Hus, Ida Moe, Per Dahl, Eva Lund",
        ),
        ("en", "Ann Lee/NT"),
        ("en", "Ann Lee/Getty Images composite"),
        ("en", "Photos: Bo Ek's Studio/The Gazette Press"),
        ("en", "Credits: Ann Lee's Photo Studio"),
        ("en", "Photos: Ann Lee and Bo Ek sail along the quay to the harbour"),
        ("en", "Photos: Ann Lee for the harbour office of the old town"),
        ("fr", "Photographié par Anne Leroy"),
        ("fr", "Capture d'écran"),
        ("fr", "(Photo Anne Leroy)"),
        ("zh", "新华社记者 李雨晴 摄"),
        ("ja", "撮影・高瀬真理子"),
        ("ja", "画像はイメージです"),
        ("ko", "사진=이도현 기자"),
    ],
)
def test_lines_that_are_a_credit(language: str, line: str) -> None:
    assert [one.KIND for one in _blocks(language, line)] == ["credit_line"]


@pytest.mark.parametrize(
    ("language", "caption", "credit", "creator"),
    [
        ("en", "The old mole of Norrstad after the storm.", "(Photo by Ann Lee)", "Ann Lee"),
        ("en", "The old mole of Norrstad after the storm.", "(Submitted by Ann Lee)", None),
        ("en", "The old mole of Norrstad after the storm, March 12, 2024.", "REUTERS/Ann Lee", "Ann Lee"),
        ("en", "FILE PHOTO: The old mole of Norrstad is seen on March 12, 2024.", "REUTERS/Ann Lee/File Photo", "Ann Lee"),
        ("en", "The old mole of Norrstad after the storm.", "(Ann Lee/alee@norrstad.example)", None),
        ("en", "The old mole of Norrstad after the storm", "(Ann Lee/alee@norrstad.example)", None),
        ("en", "The old mole of Norrstad after the storm.", "(Ann Lee, Tom Reed/The Norrstad Post)", None),
        ("en", "The old mole of Norrstad after the storm.", "Credit Ann Lee for The Norrstad Post", "Ann Lee"),
        ("en", "The old mole of Norrstad after the storm.", "Credit Ann Lee via The Norrstad Post", "Ann Lee"),
        ("en", "The old mole of Norrstad after the storm.", "Photo montage by Ann Lee", "Ann Lee"),
        ("en", "The old mole of Norrstad after the storm.", "Ann Lee/AP hide caption", "Ann Lee"),
        ("en", "The old mole of Norrstad after the storm.", "Ann Lee alee@norrstad.example", "Ann Lee"),
        ("en", "The old mole of Norrstad broke in the storm.", "(Norrstad Town Archive)", None),
        ("en", "The old mole of Norrstad after the storm.", "NTA/EPAK/SUND", None),
        ("en", "The old mole of Norrstad in its youth.", "Source: Town Archive", None),
        ("en", "The old mole of Norrstad in its youth, a long time ago.", "Photo composite by Ann Lee", "Ann Lee"),
        ("en", "The old mole of Norrstad after the storm.", "ANN LEE/The Mail", "ANN LEE"),
        ("en", "The old mole of Norrstad after the storm", "Source: Ann Lee/norrstad.is", "Ann Lee"),
        ("en", "The old mole of Norrstad after the storm", "(Source: Mail/Ann Lee)", None),
        ("fr", "Le vieux môle de Norrstad après la tempête.", "Photo Anne Leroy", "Anne Leroy"),
        ("fr", "Le vieux môle de Norrstad après la tempête", "(Jean-Pierre de la Tour - AFP)", "Jean-Pierre de la Tour"),
        ("en", "The old mole of Norrstad after the storm.", "Ursula K. Le Guin/AFP", "Ursula K. Le Guin"),
        ("es", "El viejo muelle de Norrstad tras la tormenta.", "Juan José de la Fuente / EFE", "Juan José de la Fuente"),
        ("es", "El viejo muelle de Norrstad tras la tormenta.", "Ana Ruiz", "Ana Ruiz"),
        ("es", "El viejo muelle de Norrstad tras la tormenta", "(Ana Ruiz)", "Ana Ruiz"),
        ("nl", "De oude pier van Norrstad na de storm.", "Beeld Anna de Vries", "Anna de Vries"),
        ("nl", "De oude pier van Norrstad na de storm.", "norrstad.is/Árni Helgason", "Árni Helgason"),
        ("zh", "风暴后的旧码头", "图/视觉中国", None),
        ("ja", "嵐の後の古い桟橋", "（共同）", None),
        ("ko", "폭풍이 지나간 낡은 부두.", "사진=이도현 기자", "이도현"),
    ],
)  # fmt: skip
def test_captions_that_close_with_a_credit(language: str, caption: str, credit: str, creator: str | None) -> None:
    joint = "" if language == "ja" else " "
    found = _blocks(language, caption + joint + credit)
    assert [(one.KIND, one.text) for one in found] == [("caption", caption), ("credit_line", credit)]
    made = found[1]
    assert isinstance(made, CreditLine)
    assert creator is None or made.creator == creator


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "The part of the keeper is played by an actress from the island (Ann Lee)."),
        ("en", "She said she would not go back to the old mole of Norrstad without Ann Lee"),
        ("en", "The keepers of the old mole of Norrstad. Fishermen"),
        ("en", "The old mole of Norrstad was paid for by two banks. Credit Norrstad and Credit Sound"),
        ("en", "PHOTOS: 20 walks by the sea"),
        ("en", "PHOTOS: See Norrstad's New Mole From the Sea"),
        ("en", "Photos: Ann Lee sails along the quay to the old harbour"),
        ("en", "Video: Ann Lee Keeps the Lamp That Stands Upon the Mole"),
        ("en", "Ann Lee | Norrstad Times"),
        ("en", "Photographed by night and day"),
        ("en", "Fair Use and Copyright Policy"),
        ("en", "Read more of it at any time. See norrstad.is/Archive Of Storms"),
        ("en", "The ferry sails again on Monday. norrstad.is/tickets"),
        ("en", "Copyright Law of the Sea"),
        ("en", "RELATED PHOTOS: Ann Lee’s Beautiful Boat"),
        ("en", "Video: Ann Lee isn't 'too old' to sail, and the town needs to learn that it matters"),
        ("en", "The mole of Norrstad broke in the storm (Norrstad)."),
        ("en", "The mole of Norrstad broke in the storm. (Norrstad)."),
        ("en", "The mole of Norrstad broke in the storm. (Really!)"),
        ("en", "The mole of Norrstad broke in the storm. (See The New Mole Again)"),
        ("en", "There were fewer storms last year than ever. (Norrstad had one of them.)"),
        ("en", "The mole of Norrstad broke in the storm (Ann Lee, Bo Ek/LIB)"),
        ("en", "The mole of Norrstad broke in the storm (Norrstad, Island Bay/Harbour Post)"),
        ("en", "The ferry sails again on Monday. Source: Town Archive."),
        ("en", "The ferry sails again on Monday. SUN/Ann/BO"),
        ("en", "The ferry sails again on Monday. QUAY NORTH/Gate Two"),
        ("en", "NORRSTAD/SOUTH ISLAND"),
        ("en", "ANKARA/ANN LEE"),
        ("en", "(Source: Harbour Mail)"),
        ("en", "The ferry sails again on Monday, see the table. (Source: Mail/Ann Lee)"),
        ("en", "The old mole of Norrstad after the storm Source: norrstad.is"),
        ("es", "El viejo muelle de Norrstad tras la tormenta (1912)"),
        ("zh", "旧码头有两个入口/出口，乘客从左边上船，从右边下船，老人和孩子优先。"),
        ("ko", "사진 촬영은 부두에서 할 수 없다고 항만청은 밝혔다."),
    ],
)
def test_sentences_are_no_captions(language: str, line: str) -> None:
    assert not any(isinstance(one, CreditLine) for one in _blocks(language, line))


def test_a_person_alone_between_paragraphs_is_a_credit_if_it_stands_twice_and_is_not_told_of() -> None:
    title, first, second = TEXTS["en"]
    told = (
        "Ann Lee, who keeps the lamp, said on Monday that she was glad to see the ferry back in the old harbour again."
    )
    for third, kinds in ((first, {"credit_line"}), (told, set())):
        text = "\n\n".join([title, first, second, "Ann Lee", third, second, "Ann Lee", first, second]) + "\n"
        found = find_structure(read_source(text, context=Context.fixed(), report=Report()), report=Report())
        assert {one.KIND for one in found.blocks if one.text == "Ann Lee"} & {"credit_line"} == kinds


def _has_credit(*lines: str) -> bool:
    text = "\n\n".join(lines) + "\n"
    found = find_structure(read_source(text, context=Context.fixed(), report=Report()), report=Report())
    return any(isinstance(one, CreditLine) for one in found.blocks)


def test_an_account_below_a_byline_is_no_credit() -> None:
    title, first, second = TEXTS["en"]
    assert not _has_credit(title, "By Ann Lee", "@annlee", first, second, first)


@pytest.mark.parametrize(
    "line",
    [
        "The ferry sails again on Monday. (Harbour Post)",
        "The ferry sails again on Monday. Source: Town Archive",
        "The ferry sails again on Monday. Ann Lee alee@norrstad.example",
        "The ferry sails again on Monday. AL/BE/CD",
        "Ann Lee/Harbour Times",
        "@annlee",
    ],
)
def test_who_signs_at_the_foot_made_no_picture(line: str) -> None:
    title, first, second = TEXTS["en"]
    assert not _has_credit(title, first, second, first, second, line)


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("Source: Mayor 'annoyed' by delays of the ferry", False),
        ("Source: Club 'to sell' Bo Ek after season", False),
        ("Source: Institute for harbours, research about stones under water", True),
    ],
)
def test_what_a_source_tells_deep_in_the_text_is_no_credit(line: str, credits: bool) -> None:
    title, first, second = TEXTS["en"]
    assert _has_credit(title, first, second, line, first, second, first, second) is credits


@pytest.mark.parametrize("line", ["The ferry sails again on Monday. Source: Town Archive", "Ann Lee/Harbour Times"])
def test_who_signs_above_the_text_made_no_picture(line: str) -> None:
    title, first, second = TEXTS["en"]
    assert not _has_credit(title, line, first, second, first)


def test_a_list_of_persons_in_brackets_is_no_row_of_captions() -> None:
    title, first, second = TEXTS["en"]
    cast = [
        "The keeper of the lamp of the harbour (Ann Lee)",
        "The mate of the old ferry of the bay (Tom Reed)",
        "The mayor of the town by the sea (Sue Park)",
    ]
    text = "\n\n".join([title, first, second, *cast, first, second]) + "\n"
    article = find_structure(read_source(text, context=Context.fixed(), report=Report()), report=Report())
    assert not any(isinstance(one, CreditLine) for one in article.blocks)


def test_an_agency_alone_below_the_headline_signs_the_text() -> None:
    title, first, second = TEXTS["en"]
    text = "\n\n".join([title, "Reuters", first, second, first]) + "\n"
    article = find_structure(read_source(text, context=Context.fixed(), report=Report()), report=Report())
    assert article.authors == ("Reuters",)


def test_words_that_break_off_behind_a_word_for_pictures_name_nobody() -> None:
    title, first, second = TEXTS["en"]
    line = "The old mole of Norrstad after the storm. Photo {}"
    assert not _has_credit(title, first, second, line.format("de la semaine…"), first, second)
    assert _has_credit(title, first, second, line.format("de Ann Lee"), first, second)


@pytest.mark.parametrize(("house", "credits"), [("“Harbour Times”", True), ("“The mole of stones”", False)])
def test_a_name_before_a_title_in_quotation_marks_that_is_no_paper_is_no_credit(house: str, credits: bool) -> None:
    title, first, second = TEXTS["en"]
    assert _has_credit(title, f"Ann Lee / {house}", first, second, first) is credits


@pytest.mark.parametrize("name", ["Ann Lee", "14 September 2022"])
@pytest.mark.parametrize("account", ["@annlee", "t.me/annlee"])
def test_an_account_below_a_name_or_date_is_a_credit_amid_the_text_alone(name: str, account: str) -> None:
    title, first, second = TEXTS["en"]
    assert not _has_credit(title, name, account, first, second, first)
    assert _has_credit(title, first, second, first, name, account, second, first)


def test_a_source_behind_more_than_a_caption_is_no_credit() -> None:
    caption, source = "The town paid for half of the new stones.", "Source: Town Archive"
    told = "Two tugs and a crane were at work all night, and the last stones were laid on Friday evening in the rain."
    line = f"{told} Nobody minded that it took three weeks, for the ferry is old too."
    assert any(isinstance(one, CreditLine) for one in _blocks("en", f"{caption} {source}"))
    assert not any(isinstance(one, CreditLine) for one in _blocks("en", f"{line} {caption} {source}"))


@pytest.mark.parametrize(("inner", "credits"), [("Harbour Post", True), ("Ann Lee", False)])
def test_behind_two_sentences_a_house_in_brackets_is_a_credit_and_a_person_is_none(inner: str, credits: bool) -> None:
    told = "Two tugs and a crane were at work all night, and the last stones were laid on Friday evening in the rain."
    line = f"{told} Nobody minded that it took three weeks, for the ferry is old too, and the town paid for half of the stones. ({inner})"
    assert any(isinstance(one, CreditLine) for one in _blocks("en", line)) is credits


TITLE = "The ferry sails again after the storm"


def amid(*lines: str) -> Article:
    return article(*MENU, TITLE, "By Ann Lee", *FERRY[:2], *lines, *FERRY[2:])


@pytest.mark.parametrize("line", ["• ANP", "• AFP", "· dpa", "• Belga", "• ANSA"])
def test_an_agency_behind_a_bullet_below_each_picture_is_a_credit(line: str) -> None:
    assert texts(amid(line, line, line), CreditLine) == [line] * 3
    assert texts(article(TITLE, "", *FERRY, line, line), CreditLine) == [line] * 2


@pytest.mark.parametrize(
    "lines",
    [
        ("• ANP", "• AFP", "• dpa"),
        ("From the sound report:", "• AFP", "• dpa", "From the bay report:", "• AFP", "• dpa"),
        ("• Harbours", "• Harbours"),
        ("- ANP ferry", "- ANP ferry"),
        ("• Boats of the AFP", "• Boats of the AFP"),
        ("• Norrstad", "• Norrstad"),
    ],
)
def test_other_items_credit_nobody(lines: tuple[str, ...]) -> None:
    assert texts(amid(*lines), CreditLine) == []


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("The first meeting of the new harbour boardEFE", "EFE"),
        ("Primera reunión de la junta del puerto viejoEFE", "EFE"),
        ("La vecchia nave lascia il molo di NorstadANSA", "ANSA"),
        ("Die alte Mole vor dem Sturm im HerbstAFP", "AFP"),
        ("ann lund Source: Jo Ray / AFP / Profimedia", "Source: Jo Ray / AFP / Profimedia"),
        ("ana lund Izvor: Ivo Lund / Reuters", "Izvor: Ivo Lund / Reuters"),
    ],
)
def test_an_agency_that_runs_into_a_caption_or_stands_behind_its_source_is_a_credit(line: str, credit: str) -> None:
    assert texts(amid(line), CreditLine) == [credit]


@pytest.mark.parametrize(
    "line",
    [
        "Get the news with our new mobileAPP",
        "All the stories of the harbour by mailRSS",
        "The harbour buys a boat from NorSTA works",
        "What we know so far Source: Harbour Office / Town Hall",
        "Boats of the WestAP fleet",
        "BoardEFE",
    ],
)
def test_other_capitals_and_sources_are_none(line: str) -> None:
    assert texts(amid(line), CreditLine) == []


@pytest.mark.parametrize(
    "line", ["Getty Images-Ansa", "AFP-Shutterstock", "dpa-Getty Images", "iStock-AFP", "Alamy-Getty Images"]
)
def test_two_providers_with_a_hyphen_are_a_credit_and_no_author(line: str) -> None:
    found = article("2021-06-01", TITLE, line, *FERRY)
    assert texts(found, CreditLine) == [line]
    assert not found.authors


@pytest.mark.parametrize(
    "line", ["Anne-Marie", "Getty-Lund", "Mole-Reuters", "AFP-Reuters", "Keystone-SDA", "AFP-Report"]
)
def test_other_hyphens_join_no_providers(line: str) -> None:
    assert texts(article("2021-06-01", TITLE, line, *FERRY), CreditLine) == []


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("The keeper of the mole, Ann Lee", "Photo Bo Ek"),
        ("The keeper of the old mole and ‘the keys.’", "Photo Bo Ek"),
        ("Ann Lee /", "Source: Newspix / Bo Ek"),
    ],
)
def test_a_word_for_a_picture_behind_a_phrase_opens_a_credit(caption: str, credit: str) -> None:
    assert [(one.KIND, one.text) for one in _blocks("en", f"{caption} {credit}")] == [
        ("caption", caption),
        ("credit_line", credit),
    ]


@pytest.mark.parametrize(
    "line", ["Learn to Photo Bo Ek", "The keeper of the mole likes the Photo Club", "He went to see the Photo Bo Ek"]
)
def test_such_a_word_amid_a_sentence_opens_none(line: str) -> None:
    assert not any(isinstance(one, CreditLine) for one in _blocks("en", line))


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "The old mole of Norrstad after the storm. (File photo)"),
        ("fr", "Le vieux môle après la tempête (photo d'archives)"),
        ("es", "El viejo muelle tras la tormenta. (Foto de archivo)"),
        ("nl", "De oude pier na de storm (archieffoto)"),
    ],
)
def test_the_kind_of_a_picture_in_brackets_makes_a_caption_and_credits_nobody(language: str, line: str) -> None:
    assert [one.KIND for one in _blocks(language, line)] == ["caption"]


@pytest.mark.parametrize(
    ("caption", "credit", "creator"),
    [
        ("", "Photo: Ann Lee (file photo)", "Ann Lee"),
        ("The old mole of Norrstad after the storm.", "Photo: Ann Lee (File photo)", "Ann Lee"),
        ("The old mole of Norrstad after the storm", "(Photo: Ann Lee) (Symbolbild)", "Ann Lee"),
        ("The old mole of Norrstad after the storm.", "© Ann Lee (stock photo)", "Ann Lee"),
    ],
)
def test_a_credit_with_its_sign_stays_one_before_the_kind_of_its_picture(
    caption: str, credit: str, creator: str
) -> None:
    found = _blocks("en", f"{caption} {credit}".strip())
    assert [one.text for one in found] == [part for part in (caption, credit) if part]
    assert isinstance(found[-1], CreditLine)
    assert found[-1].creator == creator


def test_a_name_alone_before_the_kind_of_its_picture_is_shown_there() -> None:
    assert [one.KIND for one in _blocks("en", "Ann Lee (file photo)")] == ["caption"]


@pytest.mark.parametrize("line", ["The mole is open (file it)", "The mole is open (see below)", "The mole (Symbolic)"])
def test_other_words_in_brackets_make_none(line: str) -> None:
    assert "caption" not in [one.KIND for one in _blocks("en", line)]


def test_who_is_shown_and_who_gives_out_the_picture_are_no_authors() -> None:
    assert [one.KIND for one in _blocks("en", "Ann Lee, Bo Ek and Tom Reed @Getty Images")] == ["credit_line"]
    assert [one.KIND for one in _blocks("en", "Ann Lee, Bo Ek and Tom Reed @harbourpost")] != ["credit_line"]


@pytest.mark.parametrize(
    ("line", "creator", "provider"),
    [
        ("(Source: Mail/Ann Lee)", "Ann Lee", "Mail"),
        ("(Source: Mail - Ann Lee)", "Ann Lee", "Mail"),
        ("The old mole of Norrstad after the storm (Source: Mail/Ann Lee)", "Ann Lee", "Mail"),
        ("(Source: Ann Lee/Harbour Mail)", "Ann Lee", "Harbour Mail"),
    ],
)
def test_behind_the_label_of_a_source_the_person_took_the_picture(line: str, creator: str, provider: str) -> None:
    found = _blocks("en", line)[-1]
    assert isinstance(found, CreditLine)
    assert (found.creator, found.provider) == (creator, provider)
