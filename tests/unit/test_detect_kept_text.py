# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line)
"""Running text that looks like something else: none of it may leave the body."""

from __future__ import annotations

from functools import partial

import pytest
from tests.support.detection import article as detected

from docforge.model import Article, Crosshead, Headline, ListItem, Paragraph

TITLE = "The ferry sails again after the storm"
A = "The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the mole."
B = "Two tugs and a crane have been at work since then, and the last stones were laid on Friday evening in the rain."
C = "Passengers who had bought a ticket for the missing days can have their money back until the end of the month."


article = partial(detected, between="\n\n")


def body(found: Article) -> list[str]:
    return [block.text for block in found.blocks if isinstance(block, Paragraph | Crosshead | ListItem)]


@pytest.mark.parametrize(
    "line",
    [
        "The photo by Anna Berg was sold for a million.",
        "Amateur video by Tom Reed shows how the wall broke.",
        "Ein Video von Karl Berg zeigt, wie die Mauer bricht.",
        "La photo de Marie Dubois a fait le tour du monde.",
        "La foto de Ana Ruiz ganó el premio nacional.",
        "De foto van Anna Berg hangt in het stadhuis.",
        "Her best role came late in life (Lady Macbeth: Ann Lee).",
        "The series starts tonight (Channel Four: Ann Lee).",
        "Councillor Jane Boyce (C) told the meeting that the mole would cost four million.",
        "The first lot fell to a man from the north (Tom Reed).",
    ],
)
def test_sentences_with_the_words_of_credits_are_text(line: str) -> None:
    assert line in body(article(TITLE, A, B, line, C, A))


def test_quotations_and_sentences_that_close_with_a_person_are_text() -> None:
    lines = [
        "“I am glad that it is over” (Ann Lee)",
        "The first vote went to the left (Tom Reed).",
        "“So am I” (Ann Lee)",
        "The second one too (Tom Reed).",
    ]
    assert [
        line
        for line in lines
        if line not in body(article(TITLE, A, lines[0], B, lines[1], C, lines[2], A, lines[3], B))
    ] == []


@pytest.mark.parametrize(
    "said",
    [
        (
            "« Nous avons perdu une saison entière, et pourtant nous restons ici, disait le vieux pêcheur ;",
            "nous resterons tant que la mer nous donnera du poisson. »",
        ),
        ("«Мы потеряли целый сезон, и всё же мы остаёмся здесь…", "Мы останемся, пока море даёт нам рыбу»"),
        ("← The old way", "The new way →"),
    ],
)
def test_a_quotation_over_two_paragraphs_leads_nowhere(said: tuple[str, str]) -> None:
    assert set(said) <= set(body(article(TITLE, A, B, *said, C, A)))


@pytest.mark.parametrize(
    ("lead", "elsewhere"),
    [
        (
            "Müller: Wir sind sehr froh, dass der Hafen wieder offen ist, denn ohne ihn lebt hier keiner gut.",
            "Die Pläne stammen von Müller und seinen Leuten, die im Herbst nach Norden fahren wollen.",
        ),
        (
            "Sánchez: La ciudad no puede esperar más, dijo ayer el alcalde ante los vecinos del puerto.",
            "El plan de Sánchez prevé abrir el muelle antes de que acabe el año que viene.",
        ),
        (
            "Trump: The harbour is ours. That is what the letter said that the office had on Monday.",
            "A letter from Trump is what the captain called it, and nobody on the mole laughed.",
        ),
        (
            "Congress: The very word made the captain laugh when he had the letter on Monday morning.",
            "Nobody in Congress had ever seen the mole, he said, and none of them will see it.",
        ),
    ],
)
def test_who_speaks_before_a_colon_is_no_place(lead: str, elsewhere: str) -> None:
    assert article(TITLE, lead, elsewhere, elsewhere).dateline is None


@pytest.mark.parametrize(
    "line",
    [
        "Hinweise nimmt die Polizei unter Telefon 0351 4832233 entgegen.",
        "Anyone who has seen the van is asked by the police to call Tel. 0100 555012.",
        "Prisoners in cell 4217863 wrote the letter, the court heard, and nobody else in the house had seen it before.",
        "“Email me at reed@port.example if you know a better way to build a wall in the sea,” the engineer told the crowd.",
        "Kontakt zu Anna Berg, deren Adresse anna@salz.example im Brief stand, hatte er seit Jahren nicht mehr.",
        "Follow Ann Lee, whose address ann@saltmere.example is on every poster, and you will see the harbour.",
    ],
)
def test_sentences_with_numbers_and_addresses_at_the_end_are_text(line: str) -> None:
    assert line in body(article(TITLE, A, B, C, line))


@pytest.mark.parametrize(
    "items",
    [
        ("— «Чайка» — спектакль по пьесе Чехова.", "— «Волна» — фильм о рыбаках порта.", "— «Мол» — книга о море."),
        (
            "- Fischmarkt, - jeden Freitag von acht bis zwölf Uhr.",
            "- Hafenfest, - am letzten Sonntag im Mai.",
            "- Regatta, - im Juni.",
        ),
    ],
)
def test_titles_and_hyphens_in_items_leave_the_list(items: tuple[str, ...]) -> None:
    found = article(TITLE, A, *items, B)
    assert sum(isinstance(block, ListItem) for block in found.blocks) == len(items)


def test_a_line_up_amid_the_text_of_a_page_is_text() -> None:
    team = "Neuer, Kimmich, Tah, Rudiger, Raum, Andrich, Musiala, Wirtz, Sane, Havertz, Undav, Pavlovic"
    assert team in body(article("Share", "Print", "More news", TITLE, A, B, team, C, A, "Subscribe"))


@pytest.mark.parametrize(
    ("line", "authors"),
    [("By Ann Lee — Tom Reed", ("Ann Lee", "Tom Reed")), ("By Ann Lee, TOM REED", ("Ann Lee", "TOM REED"))],
)
def test_a_second_author_stays_one(line: str, authors: tuple[str, ...]) -> None:
    assert article(TITLE, line, A, B, C).authors == authors


def test_a_heading_behind_an_emoji_stays_one() -> None:
    assert "📌 Sports" in body(article(TITLE, A, B, "📌 Sports", C, A))


PAGE = ("Menu", "Share", "Facebook", TITLE)


@pytest.mark.parametrize("line", ["Some farmers disagreed.", "Nobody was hurt.", "The mayor was not."])
def test_a_brief_sentence_between_paragraphs_of_a_page_is_text(line: str) -> None:
    assert line in body(article(*PAGE, A, B, line, C, A))


@pytest.mark.parametrize("line", ["Please wait...", "Thank you", "Learn About D.B."])
def test_a_notice_between_them_is_not(line: str) -> None:
    found = article(*PAGE, A, B, line, C, A)
    assert line not in [block.text for block in found.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    "line", ["Science prize: Ann Lee (2016), Tom Reed (2017);", "Four have won it since it was founded —"]
)
def test_items_and_lines_that_lead_on_in_clean_copy_are_text(line: str) -> None:
    assert line in body(article(TITLE, A, line, B, C))


@pytest.mark.parametrize(
    "line",
    [
        "Because my father stayed here all his life. (Laughs)",
        "Weil mein Vater sein Leben lang hier war. (Lacht)",
        "Figure 3 shows that the price of fish fell by four percent last year.",
        "Abbildung 3 zeigt, dass der Preis im letzten Jahr um vier Prozent fiel.",
        "Fotos von Booten, Netzen, Fischern und der alten Mole hängen seit Montag im Rathaus am Meer.",
        "Photos by Ann Lee, Bo Ek, and pupils of the school, who sailed for weeks, hang in the hall.",
        "Before you go, check the tide tables and the weather of the day.",
        "You will receive a letter from the harbour office by the end of May.",
        "You can skip the queue with the new card of the harbour office.",
        "Anmeldung bis zum 3. Mai im Rathaus (Anna Vik, vik@hafen.example).",
        "Two councillors voted against the plan of the mayor (Ann Lee, Bo Ek/LIB).",
    ],
)
@pytest.mark.parametrize("page", [(), ("Home", "Sign in", "Subscribe", "Share", "Most popular")])
def test_sentences_with_signs_of_credits_figures_and_requests_are_text(page: tuple[str, ...], line: str) -> None:
    assert line in body(article(*page, TITLE, A, B, line, C, A, *page))


def test_names_of_two_speakers_on_their_own_lines_are_no_credits() -> None:
    found = article(TITLE, A, "Ann Lee", B, "Peter Brown", C, "Ann Lee", A, "Peter Brown", B)
    assert not [block for block in found.blocks if block.KIND == "credit_line"]


@pytest.mark.parametrize(
    "title", ["UPDATE: 3 dead in storm", "Update: 12 Verletzte nach Sturm", "Updated: 5 things to know about storms"]
)
def test_a_headline_behind_a_label_of_changes_stays_one(title: str) -> None:
    found = article(title, "By Ann Lee", A, B, C).first(Headline)
    assert found is not None
    assert found.text == title


def test_a_brief_headline_above_byline_and_date_keeps_its_place_above_a_longer_line() -> None:
    page = ("Home", "Sign in", "Subscribe", "Share", "Most popular")
    line = "Two tugs and a crane mend the mole after the storm in three weeks"
    found = article(*page, "The mole is whole", "By Ann Lee", "3 May 2022", line, A, B, C, *page).first(Headline)
    assert found is not None
    assert found.text == "The mole is whole"
