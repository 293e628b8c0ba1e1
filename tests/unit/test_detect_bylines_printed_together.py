# SPDX-License-Identifier: Apache-2.0
"""Bylines that pages run together with a date, an outlet, an office or themselves."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, MENU, article

from docforge.detect.author_names.prose import reads_on
from docforge.detect.text_vocabulary import Vocabulary
from docforge.model import Article, Byline, PublicationLine

TITLE = "The ferry sails again after the storm"


def page(*lines: str) -> Article:
    return article(*MENU, TITLE, *lines, *FERRY)


def clean(*lines: str) -> Article:
    return article(TITLE, *lines, *FERRY)


def authors(found: Article) -> list[str]:
    return [one.name for block in found.blocks if isinstance(block, Byline) for one in block.authors]


def dates(found: Article) -> list[str]:
    return [block.date.iso for block in found.blocks if isinstance(block, PublicationLine) and block.date is not None]


@pytest.mark.parametrize("made", [page, clean])
@pytest.mark.parametrize(
    ("line", "names", "day"),
    [
        ("By MARC REED, ANN LEE and TOM HARBORSEPT. 19, 2016", ["MARC REED", "ANN LEE", "TOM HARBOR"], "2016-09-19"),
        ("By ANN LEEMARCH 3, 2020", ["ANN LEE"], "2020-03-03"),
        ("By Ann ODec. 18, 2023 9:00 am EST", ["Ann O"], "2023-12-18"),
        ("By Ann LeeDec. 18, 2023", ["Ann Lee"], "2023-12-18"),
    ],
)
def test_a_month_may_run_into_the_last_name(made: type, line: str, names: list[str], day: str) -> None:
    found = made(line)
    assert authors(found) == names
    assert [one[:10] for one in dates(found)] == [day]


@pytest.mark.parametrize("line", ["By ANN DECKER, MARINE EDITOR", "By MAY JUNG and AUGUST SEPPALA"])
def test_a_name_that_opens_like_a_month_is_no_date(line: str) -> None:
    assert dates(clean(line)) == []


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Sarah Barnacle Worcester Telegram & Gazette", ["Sarah Barnacle"]),
        ("Jennifer Toland Springfield News-Leader", ["Jennifer Toland"]),
        ("Ann Lee The Tennessean", ["Ann Lee"]),
        ("Ann Lee and Tom Reed Arizona Republic", ["Ann Lee", "Tom Reed"]),
        ("Ann Lee Austin American-Statesman", ["Ann Lee"]),
        ("Zaria Oates Detroit Free Press", ["Zaria Oates"]),
        ("Ann Lee Senior Politics Editor, The Harbour Post", ["Ann Lee"]),
        ("Medical Daily 9/21/2016 Lizette Borreli", ["Lizette Borreli"]),
    ],
)
def test_the_outlet_beside_a_name_is_no_part_of_it(line: str, names: list[str]) -> None:
    below = () if "/" in line else ("Sept. 14, 2022",)
    assert authors(page(line, *below)) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee Follow @annlee", ["Ann Lee"]),
        ("By Ann Lee Follow", ["Ann Lee"]),
        ("By Ann Lee and Tom Reed Follow", ["Ann Lee", "Tom Reed"]),
        ("By Ann Lee The Harbour Weekly", ["Ann Lee"]),
        ("👤by Ann Lee", ["Ann Lee"]),
        ("✍️ By Ann Lee", ["Ann Lee"]),
        ("Social Links for Ann Lee", ["Ann Lee"]),
        ("Author: Ann Lee Reed. Ann Lee Reed Science", ["Ann Lee Reed"]),
        ("Ann Lee | Harbour Post By Ann Lee | Harbour Post", ["Ann Lee"]),
        ("Mike Cason | mcason@harbour.example By Mike Cason | mcason@harbour.example", ["Mike Cason"]),
    ],
)
def test_what_a_page_prints_with_a_name_is_no_part_of_it(line: str, names: list[str]) -> None:
    assert authors(page(line, "Sept. 14, 2022")) == names


@pytest.mark.parametrize("line", ["Ann Lee | Harbour Post By Tom Reed | Harbour Post"])
def test_two_names_around_a_byline_word_are_two(line: str) -> None:
    assert "Tom Reed" not in authors(page(line, "Sept. 14, 2022"))[:1]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ann Lee as told to Tom Reed", ["Tom Reed"]),
        ("By Ann Lee, as told to Tom Reed", ["Tom Reed"]),
        ("Anna Lehner, aufgezeichnet von Tom Rot", ["Tom Rot"]),
        ("Ann Lee as related to Tom Reed", ["Tom Reed"]),
        ("Anna Lehner protokolliert von Tom Rot", ["Tom Rot"]),
        ("By Ann Lee and Tom Reed", ["Ann Lee", "Tom Reed"]),
    ],
)
def test_who_wrote_down_a_told_story_is_its_author(line: str, names: list[str]) -> None:
    assert authors(clean(line)) == names


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("Ann Lee as told to Tom Reed", False),
        ("Ann Lee as related to Tom Reed", False),
        ("Ann Lee related Tom Reed", True),
        ("Ann Lee told Tom Reed", True),
        ("Anna Lehner aufgezeichnet", True),
    ],
)
def test_words_of_a_joining_phrase_join_as_a_whole(line: str, sentence: bool) -> None:
    assert reads_on(line, Vocabulary()) is sentence


def test_a_name_with_an_office_below_may_stand_in_the_text_again() -> None:
    about = "Contact Katie Baker at katie.baker@harbour.example, or write a letter to her at the office by the church."
    assert authors(article(*MENU, TITLE, "Katie Baker", "Harbour News Reporter", *FERRY, about)) == ["Katie Baker"]


def test_a_name_printed_twice_beside_a_date_is_a_byline_above_the_headline_too() -> None:
    found = article(*MENU, "Sidney Wiltgen", "Sidney Wiltgen", "28 June 2025", TITLE, *FERRY)
    assert set(authors(found)) == {"Sidney Wiltgen"}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Stephen Follow and Ann Lee", ["Stephen Follow", "Ann Lee"]),
        ("Stephen Follow", ["Stephen Follow"]),
        ("By Ann Lee and Stephen Follow", ["Ann Lee", "Stephen Follow"]),
        ("By Ann Lee and David Segui", ["Ann Lee", "David Segui"]),
        ("By Ann Lee, Jan Volg", ["Ann Lee", "Jan Volg"]),
        ("By James The Rock Weekly", ["James The Rock Weekly"]),
        ("By Ann Marie Cole for The Guardian", ["Ann Marie Cole"]),
        ("By Dr. Ann Marie Register", ["Dr. Ann Marie Register"]),
        ("By J. D. Register", ["J. D. Register"]),
        ("By Mary Ann Daily", ["Mary Ann Daily"]),
        ("By Ann Lee in the West Bank", ["Ann Lee"]),
        ("By Ann Lee at the Gulf", ["Ann Lee"]),
        ("By Mary Ann LYNCH", ["Mary Ann LYNCH"]),
        ("By Ann Lee KTRK", ["Ann Lee"]),
        ("By Tom Reed as told to our reporter", ["Tom Reed", "our reporter"]),
    ],
)
def test_surnames_that_mean_something_else_stay(line: str, names: list[str]) -> None:
    assert authors(clean(line, "May 3, 2020")) == names


GERMAN = (
    "Der Hafen von Norrstad ist am Montag nach einem Sturm gesperrt worden, wie die Behörde am Abend mitteilte.",
    "Mehrere Boote wurden beschädigt, und die Fähre zu den Inseln fährt nicht vor dem Ende der Woche, hieß es.",
    "Fachleute sehen sich die Mauer der Mole an, die 1932 gebaut und seit dem Krieg dreimal ausgebessert wurde.",
)
SPANISH = (
    "El puerto de Norrstad fue cerrado el lunes después de que una tormenta rompiera el muelle del norte.",
    "Varios barcos sufrieron daños, y el transbordador a las islas no saldrá antes del fin de la semana.",
    "Los ingenieros examinan el muro del muelle, que fue construido en 1932 y reparado tres veces desde la guerra.",
)
DUTCH = (
    "De haven van Norrstad is maandag gesloten nadat een storm de noordelijke pier had gebroken, zei het bestuur.",
    "Verschillende boten raakten beschadigd, en de veerboot naar de eilanden vaart niet voor het einde van de week.",
    "Ingenieurs bekijken de muur van de pier, die in 1932 is gebouwd en sinds de oorlog drie keer is hersteld.",
)


@pytest.mark.parametrize(
    ("text", "title", "line", "names"),
    [
        (SPANISH, "La tormenta cierra el puerto", "Por Ana María Siga", ["Ana María Siga"]),
        (SPANISH, "La tormenta cierra el puerto", "Por Ana Lima Siga @analima", ["Ana Lima"]),
        (SPANISH, "La tormenta cierra el puerto", "Por Ana Lima Sigue a @analima", ["Ana Lima"]),
        (SPANISH, "La tormenta cierra el puerto", "Por Ana Lima Follow", ["Ana Lima"]),
        (SPANISH, "La tormenta cierra el puerto", "Por Ana Lima y Jan Volg @volg", ["Ana Lima", "Jan Volg"]),
        (DUTCH, "Storm sluit de haven", "Door Anna de Vries en Jan Volg", ["Anna de Vries", "Jan Volg"]),
        (DUTCH, "Storm sluit de haven", "Door Anna de Vries Volg @annadevries", ["Anna de Vries"]),
        (GERMAN, "Sturm schließt den Hafen", "Text: Anna Berg. Anna Berg und Tom Ek", ["Anna Berg", "Tom Ek"]),
        (GERMAN, "Sturm schließt den Hafen", "Text: Anna Berg. Anna Berg Wirtschaft", ["Anna Berg"]),
        (GERMAN, "Sturm schließt den Hafen", "Anna Berg | Blatt Von Anna Berg | Blatt", ["Anna Berg"]),
    ],
)
def test_names_end_where_the_language_of_the_text_ends_them(
    text: tuple[str, ...], title: str, line: str, names: list[str]
) -> None:
    found = article(*MENU, title, line, *text)
    assert authors(found) == names
    rules = {one.rule for block in found.blocks if isinstance(block, Byline) for one in block.evidence}
    assert rules == {"byline.label" if line.startswith("Text:") else "byline.word"}


@pytest.mark.parametrize("line", ["The Old Republic", "Weekly", "Legal Guardian", "Emergency Dispatch"])
def test_words_of_papers_alone_are_no_byline(line: str) -> None:
    assert authors(article(TITLE, "By Ann Lee", *FERRY[:2], line, *FERRY[2:])) == ["Ann Lee"]


@pytest.mark.parametrize("title", ["Brick By Brick", "Mile Stone By Mile Stone"])
def test_a_headline_that_says_the_same_twice_is_no_byline(title: str) -> None:
    assert article(title, "By Ann Lee", "May 3, 2020", *FERRY).headline == title


def test_the_person_told_of_with_an_office_below_is_no_author() -> None:
    told = "The keeper, Martin Falk, left the lighthouse an hour before the storm came, and nobody was hurt that night."
    assert authors(article("The keeper who left in time", "Martin Falk", "Editor, Harbour Post", told, *FERRY)) == []
