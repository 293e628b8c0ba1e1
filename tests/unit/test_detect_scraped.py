# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line)
"""What pages print around an article, one line at a time: who wrote it, and what only looks like that."""

from __future__ import annotations

import pytest
from tests.support.detection import article

from docforge.model import CreditLine, Crosshead, Paragraph, Subheadline, Turn

TITLE = "The ferry sails again after the storm"
A = "The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the mole."
B = "Two tugs and a crane have been at work since then, and the last stones were laid on Friday evening in the rain."
C = "Passengers who had bought a ticket for the missing days can have their money back until the end of the month."
FR = "Le bureau du port a annoncé lundi que le bac reprendra la mer, trois semaines après la tempête qui a rompu le môle."
FR_MORE = "Deux remorqueurs et une grue sont à l'œuvre depuis, et les dernières pierres ont été posées vendredi soir sous la pluie."


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Ann Lee, HARBOUR TODAY", ("Ann Lee",)),
        ("Ann Lee, SOUND DAILY NEWS", ("Ann Lee",)),
        ("By Ann Lee, HARBOUR TODAY", ("Ann Lee",)),
        ("ANN LEE, TOM REED", ("ANN LEE", "TOM REED")),
        ("Ann Lee (with Tom Reed)", ("Ann Lee", "Tom Reed")),
        ("Ann Lee (with AFP)", ("Ann Lee",)),
        ("Rachel (R.J.) Brandt", ("Rachel (R.J.) Brandt",)),
        ("Ann Lee1 & Tom Reed2", ("Ann Lee", "Tom Reed")),
        ("March 5, 2024 7:11 AM PST BY HARBOUR POST STAFF", ("HARBOUR POST STAFF",)),
        ("Harbour Post | March 5, 2024 at 1:36 pm | By Ann Lee (with Tom Reed)", ("Ann Lee", "Tom Reed")),
    ],
)
def test_who_wrote_it_beside_outlets_notes_and_helpers(line: str, authors: tuple[str, ...]) -> None:
    assert article(TITLE, line, "March 5, 2024", A, B, C).authors == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Par ANNE LEROY, LUC MARTIN Envoyés spéciaux à Norrstad", ("ANNE LEROY", "LUC MARTIN")),
        ("Par Anne Leroy, envoyée spéciale à Norrstad", ("Anne Leroy",)),
        ("Par Anne Leroy (avec Luc Martin et Paul Girard)", ("Anne Leroy", "Luc Martin", "Paul Girard")),
    ],
)
def test_french_bylines_with_places_and_helpers(line: str, authors: tuple[str, ...]) -> None:
    assert article("Le bac reprend la mer après la tempête", line, "5 mars 2024", FR, FR_MORE, FR).authors == authors


@pytest.mark.parametrize(
    "line",
    [
        "All Share",
        "Print Services",
        "Storm Victim ... Again",
        "Anna Storm -- Victim Of Thieves … AGAIN",
        "Comments Archive",
    ],
)
def test_buttons_and_links_name_no_author(line: str) -> None:
    assert article(TITLE, line, A, B, C).authors == ()


def test_a_paragraph_about_the_author_leaves_the_byline() -> None:
    about = "Lina Borg currently writes for this paper from the coast and has covered the harbour for ten years."
    assert article("Share", TITLE, "Lina Borg", "Posted on March 5, 2024", "Comments", about, A, B, C).authors == (
        "Lina Borg",
    )


@pytest.mark.parametrize(
    "about",
    [
        "Lina Borg's ferry was hit twice by the storm last week, as her crew told the harbour office in a letter.",
        "The captain, Lina Borg, was not on board that night, as her crew told the harbour office in a letter.",
        "Lina Borg was not on board that night. Borg told the harbour office so in a letter that she wrote on Monday.",
    ],
)
def test_a_paragraph_about_somebody_else_leaves_none(about: str) -> None:
    assert article("Share", TITLE, "Lina Borg", "Posted on March 5, 2024", "Comments", about, A, B, C).authors == ()


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        (
            "NORRSTAD--The harbour office is preparing a new ferry that will sail to the island every hour next summer.",
            "NORRSTAD",
        ),
        (
            "SAN PEDRO--The harbour office is preparing a new ferry that will sail to the island every hour next summer.",
            "SAN PEDRO",
        ),
        (
            "PORT SELBY, Calif.--The harbour office is preparing a new ferry that will sail to the island next summer.",
            "PORT SELBY, Calif.",
        ),
        (
            "Half-Norrstad--half-Lund ferries will sail to the island every hour next summer, the harbour office said.",
            None,
        ),
        ("STOP--GO traffic came back to the harbour road on Monday, three weeks after the storm broke the mole.", None),
    ],
)
def test_a_dash_set_tight_ends_a_dateline(lead: str, place: str | None) -> None:
    found = article(TITLE, lead, A, B).dateline
    assert (None if found is None else found.place) == place


def test_captions_and_notices_above_leave_the_lead_its_dateline() -> None:
    notices = [
        "Harbour office: what the storm did to the mole last night",
        "What will the winter bring to the old harbour? A look at the plans.",
        "The new lamps of the mole will be lit for the first time in spring.",
        "The island club takes part in the race for the first time in ten years.",
        *["Share"] * 3,
        "Story Highlights",
    ]
    found = article(TITLE, *notices, f"NORRSTAD, Sound — {A}", B, C).dateline
    assert found is not None
    assert found.place == "NORRSTAD, Sound"


def test_turns_of_several_paragraphs_are_told_by_names_in_capitals() -> None:
    turns = [
        f"ANN LEE: {A}",
        B,
        f"TOM REED: {C}",
        B,
        C,
        "ANN LEE: Will it last?",
        f"TOM REED: {A}",
        B,
        f"ANN LEE: {C}",
        f"TOM REED: {B}",
    ]
    found = article(TITLE, *turns)
    assert found.dateline is None
    assert [isinstance(block, Turn) for block in found.blocks[1:]] == [": " in turn[:10] for turn in turns]


@pytest.mark.parametrize(
    "line",
    [
        "Follow the harbour office: Twitter | Facebook",
        "what you read to Facebook",
        "Related news storm ferry mole island Facebook",
        "Ces dames postent des photos de leurs chiens",
        "Storm breaks the mole Video: what the harbour office says about the new wall",
        "Die Fähre mit Strom, der neue Trend",
        "« Fog on the sound = trouble?",
    ],
)
def test_services_and_words_that_are_names_as_well_credit_no_picture(line: str) -> None:
    assert not any(isinstance(block, CreditLine) for block in article("Share", TITLE, A, B, line, C).blocks)


@pytest.mark.parametrize(
    "line",
    [
        "Top photo by Ann Lee",
        "Screenshots Instagram/TikTok",
        "Foto: Facebook",
        "The mole at dawn. Getty Images",
        "Photo by the author",
        "Video: Ann Lee",
    ],
)
def test_such_names_still_credit_pictures(line: str) -> None:
    assert any(isinstance(block, CreditLine) for block in article(TITLE, A, B, line, C).blocks)


@pytest.mark.parametrize(
    "lines",
    [
        ("« Fog on the sound again", "The old mole of Norrstad »", TITLE),
        ("← Fog on the sound again", "The old mole of Norrstad →", TITLE),
        ("« Fog on the sound again | Home | The old mole of Norrstad »", TITLE),
        ("You are here: Home / News / The ferry sails", TITLE),
        ("Sie sind hier: Startseite / Hafen", TITLE),
    ],
)
def test_what_leads_to_other_pages_is_no_headline(lines: tuple[str, ...]) -> None:
    found = article("Share", *lines, "March 5, 2024", A, B, C)
    assert found.headline == TITLE


def test_a_quotation_that_goes_on_leads_nowhere() -> None:
    title = "« Le bac reprendra la mer"
    found = article(title, "5 mars 2024", FR, FR_MORE, FR)
    assert found.headline == title


@pytest.mark.parametrize(
    "line", ["– Lina Borg", "— Lina Borg, captain", "[The old mole in pictures]", "[Why the harbour office waited]"]
)
def test_who_is_quoted_and_links_in_brackets_head_nothing(line: str) -> None:
    assert not any(isinstance(block, Crosshead) for block in article("Share", TITLE, A, B, line, C, A, B).blocks)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("March 5, 2024, 10:22 by hafenblog", ("hafenblog",)),
        ("March 5, 2024 by ann_lee", ("ann_lee",)),
        ("March 5, 2024, 10:22 by the harbour office", ()),
        ("HARBOUR NEWSFLASH", ()),
        ("DEAR SIR", ()),
        ("ANN LEE", ("ANN LEE",)),
    ],
)
def test_accounts_behind_a_date_and_lines_in_capitals(line: str, authors: tuple[str, ...]) -> None:
    assert article("Share", "Print", TITLE, line, A, B, C).authors == authors


def test_a_name_above_its_address_is_the_author() -> None:
    assert article("Ann Lee", "ann.lee@gazette.example | Harbour desk", TITLE, A, B, C).authors == ("Ann Lee",)


@pytest.mark.parametrize("below", ["desk@gazette.example", "Write to ann.lee@gazette.example"])
def test_other_addresses_say_nothing_of_the_name_above(below: str) -> None:
    text = f"Lina Borg opened the mole on Monday. {A}"
    assert article("Share", "Lina Borg", below, TITLE, text, B, f"Lina Borg said so. {C}").authors == ()


def test_a_sentence_behind_a_day_and_a_colon_is_a_caption_and_no_deck() -> None:
    found = article(
        TITLE, "Sept. 8: The ferry leaves the old mole of Norrstad for the last time.", "By Ann Lee", A, B, C
    )
    assert not any(isinstance(block, Subheadline) for block in found.blocks)


def test_the_maker_of_several_pictures_may_stand_in_brackets() -> None:
    captions = ["Stones for the new mole (Lucy Akers)", "The ferry at dawn. (Lucy Akers)"]
    found = article(TITLE, A, captions[0], B, captions[1], C)
    assert [block.text for block in found.blocks if isinstance(block, CreditLine)] == ["(Lucy Akers)", "(Lucy Akers)"]
    once = article(TITLE, A, "The captain's widow (Lucy Akers)", B, C)
    assert not any(isinstance(block, CreditLine) for block in once.blocks)


def test_a_heading_below_a_stray_letter_of_the_page_heads_the_text() -> None:
    found = article(
        "Share", "Print", TITLE, "S", A, "S", B, "S", "Stones for the mole", B, C, "S", "Tickets for the ferry", C, B
    )
    assert [block.text for block in found.blocks if isinstance(block, Crosshead)] == [
        "Stones for the mole",
        "Tickets for the ferry",
    ]


def test_keywords_below_the_headline_are_of_the_page() -> None:
    tags = (
        "Harbours, Ferries, Norrstad News, Old Mole, Autumn Storms, Tickets, Island Club, Sound, Stones, Cranes, Tugs"
    )
    found = article("Share", "Print", TITLE, "By Ann Lee", tags, A, B, C)
    assert tags not in [block.text for block in found.blocks if isinstance(block, Paragraph)]
    clean = article(
        TITLE,
        A,
        "On board were Ann Lee, Tom Reed, Lina Borg, Ole Sievers, Anna Vik, Peter Lund, Maria Berg and two dogs",
        B,
        C,
    )
    assert any("On board" in block.text for block in clean.blocks if isinstance(block, Paragraph))


@pytest.mark.parametrize(
    ("asks", "answers"),
    [("Reporter", "Minister"), ("기자", "청장"), ("Journaliste", "Ministre"), ("ЖУРНАЛИСТ", "МИНИСТР")],
)
def test_a_reporter_who_asks_takes_turns(asks: str, answers: str) -> None:
    turns = [f"{asks}: When will it sail?", f"{answers}: {A}", f"{asks}: And the tickets?", f"{answers}: {C}"]
    assert [isinstance(block, Turn) for block in article(TITLE, *turns).blocks] == [False, True, True, True, True]


def test_a_reporter_who_is_named_signs() -> None:
    assert article(TITLE, "Reporter: Ann Lee", A, B, C).authors == ("Ann Lee",)


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("Antwort", None),
        ("Ответ", None),
        ("Respuesta", None),
        ("답변", None),
        ("청장", "청장"),
        ("Ministerin", "Ministerin"),
    ],
)
def test_the_label_of_an_answer_is_nobody_and_a_name_is_who_speaks(label: str, speaker: str | None) -> None:
    asks = {"Antwort": "Frage", "Ответ": "Вопрос", "Respuesta": "Pregunta", "답변": "질문", "청장": "기자"}.get(
        label, "Reporterin"
    )
    turns = [f"{asks}: When will it sail?", f"{label}: {A}", f"{asks}: And the tickets?", f"{label}: {C}"]
    assert {quote.speaker for quote in article(TITLE, *turns).quotes} == {speaker}


KO = "항만청은 폭풍으로 무너진 북쪽 부두의 방파제를 다음 달까지 고치고 연락선을 다시 띄운다고 월요일 밝혔다."
JA = "港務局は月曜日、嵐で壊れた防波堤の修理が終わり、連絡船が三週間ぶりに運航を再開すると発表した。"
ZH = "港务局星期一宣布，被风暴损毁的防波堤已经修好，渡轮在停航三个星期之后将重新启航，船票可以退款。"


@pytest.mark.parametrize(
    ("section", "headline", "deck", "body"),
    [
        ("사회", "북쪽 부두 연락선 다시 뜬다", '주민들 "안전 대책부터 세워야"', KO),
        ("社会", "連絡船が三週間ぶりに運航再開へ", "地元住民「島の暮らしが戻る」", JA),
        ("新闻", "渡轮停航三周后将重新启航", "村民赵国强：“终于不用绕路了”", ZH),
        ("Local", "The ferry sails again on Monday", "Islanders: 'Safety first'", A),
    ],
)
def test_a_line_that_closes_with_a_quotation_is_the_deck(section: str, headline: str, deck: str, body: str) -> None:
    found = article(section, headline, deck, body, body)
    assert found.headline == headline
    assert [block.text for block in found.blocks if isinstance(block, Subheadline)] == [deck]


@pytest.mark.parametrize("headline", ["Harbour office: 'The ferry sails again'", '항만청 "연락선 다시 뜬다"'])
def test_a_headline_may_close_with_a_quotation(headline: str) -> None:
    body = KO if "항" in headline else A
    assert article("Local", headline, body, body).headline == headline


@pytest.mark.parametrize("number", ["Nomor: 114/HM/VIII/2024", "No. 45/2022", "Ref.: HA-2024/117", "№ 12-3/45"])
def test_the_number_of_a_document_is_no_headline(number: str) -> None:
    assert article(number, TITLE, A, B).headline == TITLE


def test_two_nouns_above_the_author_are_the_headline_where_no_capital_tells_names() -> None:
    body = "সোনাদিঘি উপজেলার নদীতে নৌকাডুবির ঘটনায় তিনজন নিখোঁজ রয়েছেন। সোমবার ভোরে এ ঘটনা ঘটে বলে জানা গেছে।"
    found = article(
        "বাংলাদেশ", "সোনাদিঘিতে নৌকাডুবি, তিনজন নিখোঁজ", "নিজস্ব প্রতিবেদক, সোনাদিঘি", "প্রকাশ: ২১ জুলাই ২০২৫, ১০: ৪৫", body, body
    )
    assert found.headline == "সোনাদিঘিতে নৌকাডুবি, তিনজন নিখোঁজ"


ASKS = (
    ("Frage 1: Wann fährt die Fähre wieder?", "Frage 2: Wer bezahlt die neue Mole?", "Frage 3: Wie lange hält sie?"),
    (
        "Question 1: When does the ferry sail again?",
        "Question 2: Who pays the new mole?",
        "Question 3: How long will it last?",
    ),
    ("Domanda 1: Quando riparte il traghetto?", "Domanda 2: Chi paga il nuovo molo?", "Domanda 3: Quanto durerà?"),
)


@pytest.mark.parametrize("asks", ASKS)
def test_numbered_questions_answered_by_one_person_are_turns(asks: tuple[str, ...]) -> None:
    parts = [part for ask in asks for part in (ask, f"Ann Lee: {A}")]
    found = article(TITLE, A, B, *parts, C)
    assert [one.text for one in found.blocks if isinstance(one, Turn)] == parts
    assert "Ann Lee" in {quote.speaker for quote in found.quotes}


@pytest.mark.parametrize("asks", ASKS)
def test_numbered_questions_above_text_are_headings(asks: tuple[str, ...]) -> None:
    found = article(TITLE, A, B, asks[0], A, C, asks[1], B, A, asks[2], C, B)
    assert [one.text for one in found.blocks if isinstance(one, Turn)] == []
    assert {one.KIND for one in found.blocks if one.text in asks} == {"crosshead"}


DE = "Zwei Schlepper und ein Kran waren seither im Einsatz, und die letzten Steine wurden am Freitagabend im Regen gelegt."


def test_questions_in_the_familiar_form_are_put_to_somebody() -> None:
    asks = [
        "Was hast Du im Sturm getan?",
        "Und die Mole?",
        "Wie viele Steine braucht Ihr noch?",
        "Wie geht es Dir heute?",
        "Was wird aus Eurer Fähre?",
    ]
    parts = [part for ask in asks for part in (ask, DE)]
    found = article("Die Fähre fährt nach dem Sturm wieder", DE, *parts)
    assert [one.text for one in found.blocks if isinstance(one, Turn)] == asks


def test_questions_about_money_are_put_to_nobody() -> None:
    asks = [
        "Was kostet ein Euro?",
        "Und die Mole?",
        "Wie teuer wird Europa?",
        "Wer zahlt in Euro?",
        "Was wird aus der Fähre?",
    ]
    parts = [part for ask in asks for part in (ask, DE)]
    found = article("Die Fähre fährt nach dem Sturm wieder", DE, *parts)
    assert [one.text for one in found.blocks if isinstance(one, Turn)] == []
