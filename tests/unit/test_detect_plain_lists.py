# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a line of a page is a line)
"""Lists that lost their bullets, and what stands in rows amid the text and is none."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, MENU, article, surveyed

from docforge.detect.plain_lists import plain_items

TITLE = "The ferry and the harbour"
TEXT = FERRY[:4]
LEAD = "The office has announced four things that passengers of the ferry should know:"


def kinds(*lines: str) -> list[str]:
    """Return the kinds of *lines* between the running text, clean copy without page wording."""
    return _kinds((TITLE, *TEXT[:2], *lines, *TEXT[2:]), lines)


def _kinds(text: tuple[str, ...], lines: tuple[str, ...]) -> list[str]:
    found = {block.text: block.KIND for block in article(*text).blocks}
    return [found.get(line, "") for line in lines]


@pytest.mark.parametrize(
    ("head", "items"),
    [
        pytest.param("What is new", ["A ticket for the whole day", "Boats until midnight", "Coffee on board"], id="three items"),
        pytest.param("What is new", ["Boats until midnight", "Coffee on board"], id="two items"),
        pytest.param("Die Pläne", ["Neue Boote bis zum Herbst", "Kaffee an Bord", "Ein Tagesticket für alle"], id="de"),
        pytest.param("Helstu breytingar", ["Nýir bátar í haust", "Kaffi um borð", "Einn dagmiði fyrir alla"], id="is"),
        pytest.param("Ziwa", ["Kisumu", "Mwanza", "Bukoba"], id="sw: single words"),
    ],
)  # fmt: skip
def test_lines_below_a_heading_are_its_items(head: str, items: list[str]) -> None:
    assert kinds(head, *items) == ["crosshead", *["paragraph"] * len(items)]


@pytest.mark.parametrize("page", [False, True])
def test_lines_below_a_colon_are_items(page: bool) -> None:
    lines = ("A ticket for the whole day", "Boats until midnight in the summer", "Coffee and tea on board")
    text = (*(MENU if page else ()), TITLE, *TEXT[:2], LEAD, *lines, *TEXT[2:])
    assert _kinds(text, lines) == ["paragraph"] * 3


@pytest.mark.parametrize(
    "last",
    [
        pytest.param("Old stones", id="much briefer than the items"),
        pytest.param("Passengers and their tickets", id="the next paragraph says its words"),
    ],
)
def test_the_line_that_closes_a_list_heads_the_text_below(last: str) -> None:
    items = ("A ticket for the whole day", "Boats until midnight")
    assert kinds("What is new", *items, last) == ["crosshead", "paragraph", "paragraph", "crosshead"]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["See also", "Fog closes the airport for a third day", "Golden apples win the prize"], id="links"),
        pytest.param(["A view of the mole", "Photo: Ann Lee", "A view of the crane", "Photo: Tom Reed"], id="pictures"),
    ],
)
def test_links_and_pictures_in_a_row_are_no_items(lines: list[str]) -> None:
    assert "paragraph" not in kinds(*lines)


def test_titles_in_a_row_on_a_page_are_no_items() -> None:
    lines = ("More news", "Fog closes the airport for a third day", "Golden apples win the prize")
    assert "paragraph" not in _kinds((*MENU, TITLE, *TEXT[:2], *lines, *TEXT[2:]), lines)


def test_who_wrote_a_text_between_its_deck_and_its_lead_is_no_item() -> None:
    deck = "The storm broke the mole, and now the ferry to the island sails again."
    lines = ("Ann Lee", "Harbour correspondent", "14 September 2022")
    assert "paragraph" not in _kinds((TITLE, deck, *lines, *TEXT), lines)


@pytest.mark.parametrize("heads", [["1. Scope", "2. Cost"], ["1.趣旨", "2.表彰"], ["1. 趣旨", "2. 表彰"]])
def test_a_number_and_a_word_above_text_is_a_heading_and_no_counter(heads: list[str]) -> None:
    text = (TITLE, TEXT[0], heads[0], TEXT[1], heads[1], TEXT[2])
    assert _kinds(text, tuple(heads)) == ["crosshead"] * 2


@pytest.mark.parametrize("line", ["12 comments", "1.2k", "3 Kommentare", "1,204"])
def test_numbers_with_a_word_at_most_stay_counters(line: str) -> None:
    assert _kinds((*MENU, TITLE, *TEXT[:2], line, *TEXT[2:]), (line,)) == ["furniture"]


@pytest.mark.parametrize(
    ("head", "items"),
    [
        pytest.param("Which stores are closing?", ["Aldbury, High Street", "Corran, Station Road", "Kelby, Market Place"], id="one comma each"),
        pytest.param("What you need", ["a valid ticket", "a warm coat and a hat", "some patience"], id="small letters"),
    ],
)  # fmt: skip
def test_lines_built_alike_are_items_on_pages_too(head: str, items: list[str]) -> None:
    lines = (head, *items)
    assert _kinds((*MENU, TITLE, *TEXT[:2], *lines, *TEXT[2:]), lines) == ["crosshead", *["paragraph"] * len(items)]


def test_titles_below_a_question_on_a_page_are_no_items() -> None:
    lines = (
        "Did you know?",
        "Fog closes the airport for a third day",
        "Golden apples win, and nobody cares",
        "Bus drivers strike",
    )
    assert "paragraph" not in _kinds((*MENU, TITLE, *TEXT[:2], *lines, *TEXT[2:]), lines)[1:]


def test_lines_with_one_colon_each_are_items() -> None:
    lines = (
        "Where the boat goes",
        "North island: Monday and Tuesday",
        "Middle island: Wednesday",
        "South island: Friday",
    )
    assert _kinds((*MENU, TITLE, *TEXT[:2], *lines, *TEXT[2:]), lines) == ["crosshead", *["paragraph"] * 3]


def test_the_heading_of_what_follows_is_unlike_the_items_above_it() -> None:
    lines = ("The first concerts", "October: waltzes", "November: operettas", "December: carols", "No tickets")
    found = _kinds((*MENU, TITLE, *TEXT[:2], *lines, *TEXT[2:]), lines)
    assert found == ["crosshead", *["paragraph"] * 3, "crosshead"]


def test_facts_in_a_row_without_a_heading_are_no_items_on_pages() -> None:
    lines = (
        "Builder: Embers",
        "Owner: Harbour Office",
        "Berth: North mole",
        "Sails: Out since May with a new crew on board",
    )
    assert "paragraph" not in _kinds((*MENU, TITLE, *TEXT[:2], *lines, *TEXT[2:]), lines)


@pytest.mark.parametrize("page", [False, True])
def test_lines_below_a_long_line_with_a_colon_are_items(page: bool) -> None:
    lead = f"{LEAD[:-1]} before they buy a ticket for a trip to one of the four islands in the north:"
    lines = ("A ticket for the whole day", "Boats until midnight in the summer", "Coffee and tea on board")
    text = (*(MENU if page else ()), TITLE, *TEXT[:2], lead, *lines, *TEXT[2:])
    assert _kinds(text, lines) == ["paragraph"] * 3


@pytest.mark.parametrize("page", [False, True])
def test_a_heading_may_stand_above_the_line_that_leads_into_the_items(page: bool) -> None:
    lead = f"{LEAD[:-1]} before they buy a ticket for a trip to one of the four islands in the north:"
    lines = ("A ticket for the whole day", "Boats until midnight in the summer", "Coffee and tea on board")
    text = (*(MENU if page else ()), TITLE, *TEXT[:2], "What to ask for", lead, *lines, *TEXT[2:])
    assert _kinds(text, lines) == ["paragraph"] * 3
    assert page or _kinds(text, ("What to ask for",)) == ["crosshead"]


def test_a_question_heads_the_items_below_it_or_the_text() -> None:
    items = ("A ticket for the whole day", "Boats until midnight", "Coffee on board")
    assert kinds("What is new?", *items) == ["crosshead", *["paragraph"] * 3]
    assert kinds("What is new", *items, "Who pays?") == ["crosshead", *["paragraph"] * 3, "crosshead"]


def test_questions_among_other_lines_tell_no_heading_from_an_item() -> None:
    assert kinds("Old rope", "Who is on watch?", "Two lamps", "A warm coat") == ["paragraph"] * 4
    assert kinds("Old rope", "Who pays?")[1] == "crosshead"


def test_a_brief_sentence_may_close_a_list() -> None:
    lines = ("What is new", "A ticket for the whole day", "Boats until midnight", "Coffee on board", "That is all.")
    assert kinds(*lines) == ["crosshead", *["paragraph"] * 4]


def test_a_list_of_many_items_is_one_in_clean_copy_and_a_menu_on_a_page() -> None:
    numbers = (
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
    )
    items = tuple(f"Berth {number} of the harbour" for number in numbers)
    assert kinds("Boats for sale", *items) == ["crosshead", *["paragraph"] * len(items)]
    assert "paragraph" not in _kinds((*MENU, TITLE, *TEXT[:2], "More", *items, *TEXT[2:]), items)


ITEMS = ("A ticket for the whole day", "Boats until midnight in the summer", "Coffee and tea on board")
LONG = "All who want to cross the sound to one of the four islands in the north before the end of the year will have to bring what is said here"
BERTHS = tuple(
    f"Berth {number} of the harbour"
    for number in ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
)


def items(*lines: str, below: tuple[str, ...] = TEXT[2:], page: bool = False) -> list[str]:
    """Return the items of lists in *lines*, which stand between two paragraphs and what is *below*."""
    seen = surveyed(*(MENU if page else ()), TITLE, *TEXT[:2], *lines, *below)
    return [seen.looks[index].text for index in sorted(plain_items(seen))]


@pytest.mark.parametrize(
    "line",
    [
        "(from May) tickets for all",
        "“Boats for all”",
        "A ticket is free.",
        "Read more",
        "Read also: the old mole",
        "Photo: Ann Lee",
        "Foto: Eva Berg",
        "Boats, nets, stones, fish, tea and coffee, bread and butter, and whatever else one needs in a harbour at six in the morning",
    ],
)
def test_what_is_no_item_parts_the_items_from_what_leads_to_them(line: str) -> None:
    assert items(LEAD, "Boats for all", *ITEMS) == ["Boats for all", *ITEMS]
    assert items(LEAD, line, *ITEMS) == []


def test_a_line_that_stands_twice_is_no_item() -> None:
    assert items("Boats for all", TEXT[0], LEAD, "Boats for all", *ITEMS) == []


def test_a_line_with_a_sentence_in_it_is_no_item() -> None:
    told = "The boat is old. Nobody knows how long it will sail between the islands of the north sound"
    assert items(LEAD, told, *ITEMS) == [*ITEMS[1:]]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ((LEAD, *BERTHS), BERTHS),
        ((LEAD, *BERTHS, "Berth by the church"), ()),
        ((f"{LONG}:", *ITEMS), ITEMS),
        ((LONG, *ITEMS), ()),
        (("Stones", "Boats", f"{LONG}:", *ITEMS), ()),  # far below the text
        (("Read also:", *ITEMS), ()),
        (("What to bring along then:", *ITEMS), ITEMS),
        (("What to bring along:", *ITEMS), ()),  # too brief to lead into a list on a page
        (("What to bring along then", *ITEMS), ()),
    ],
)
def test_a_list_of_a_page_is_led_into(lines: tuple[str, ...], found: tuple[str, ...]) -> None:
    assert items(*lines, page=True) == [*found]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("Where to go", "Aldbury, High Street", "Corran, Station Road"), 0),
        (("Où aller", "Aubry, rue Haute", "Corran, rue de la Gare", "Quelle, place du Marché"), 3),
        (("Où aller", "Aubry, rue Haute", "Corran, à la gare et sur le quai", "Quelle, place"), 3),
        (("Où aller", "Aubry, rue Haute", "Corran, à la gare et sur le vieux quai", "Quelle, place"), 0),
        (("The first concerts", "October: waltzes", "November: operettas", "December: carols", "No tickets"), 3),
        (("The first concerts", "October: waltzes", "November: operettas", "December: carols", "No tickets at the doors"), 0),
        (("Die ersten Konzerte", "Oktober: Walzer", "November: Operetten", "Dezember: Lieder", "Januar: Tänze"), 4),
        (("Builder: Embers", "Owner: Harbour Office", "Berth: North mole", "Crew: Nine"), 0),
        (("Old rope", "Who is on watch?", "Two lamps", "A warm coat"), 0),
    ],
)  # fmt: skip
def test_items_of_a_page_without_a_colon_above_are_built_alike(lines: tuple[str, ...], found: int) -> None:
    assert items(*lines, page=True) == [*lines[1 : 1 + found]]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("What is new", *ITEMS), ITEMS),
        (("What is new", *BERTHS, "Berth by the church"), (*BERTHS, "Berth by the church")),
        (("a valid ticket", "a warm coat and a hat", "some patience", "a good map"), ()),
        (("Old rope", "Who is on watch?", "Two lamps"), ("Who is on watch?", "Two lamps")),
        (("Old rope", "Who is on watch?", "Two lamps", "A warm coat"), ("Old rope", "Who is on watch?", "Two lamps", "A warm coat")),
        (("What is new", *ITEMS, "Who pays for all of these boats?"), ITEMS),
        (("What you need", "a valid ticket", "a warm coat and a hat", "a map"), ("a valid ticket", "a warm coat and a hat", "a map")),
        (("Ziwa", "Kisumu", "Mwanza", "Goma"), ("Kisumu", "Mwanza", "Goma")),
        (("Ziwa", "Kisumu mpya", "Mwanza mji", "Goma"), ("Kisumu mpya", "Mwanza mji")),
        (("Media contact:", "Ann Lee", "ann.lee@harbour.example"), ()),
        (("For the press", "Media contact:", "Ann Lee", "ann.lee@harbour.example"), ()),
    ],
)  # fmt: skip
def test_a_list_of_clean_copy_stands_below_its_heading(lines: tuple[str, ...], found: tuple[str, ...]) -> None:
    assert items(*lines) == [*found]


@pytest.mark.parametrize(
    ("below", "found"),
    [
        (TEXT[2:3], ITEMS),
        (("That is all.", TEXT[2]), ITEMS),
        (("Das ist alles。", TEXT[2]), ITEMS),
        (("Come, all of you!", TEXT[2]), ()),
        (("That is all.",), ()),
        (("That is all.", "Photo: Ann Lee", TEXT[2]), ()),
        (("Photo: Ann Lee", TEXT[2]), ()),
        ((), ITEMS),
    ],
)
def test_text_reads_on_below_a_list(below: tuple[str, ...], found: tuple[str, ...]) -> None:
    assert items(LEAD, *ITEMS, below=below) == [*found]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ((f"{LONG}:", *ITEMS), ITEMS),
        ((f"{LONG}:", *ITEMS[:2]), ()),
        ((f"{LONG}:", *BERTHS), BERTHS),
        ((f"{LONG}:", *BERTHS, "Berth by the church"), ()),
        ((f"{LONG}:", "Old rope", "Who is on watch?", "Two lamps"), ()),
        ((f"{LONG}:", "Ann Lee", "Tel. +47 22 33 44 55", "ann.lee@harbour.example"), ()),
        ((LEAD, *ITEMS[:2]), ITEMS[:2]),
        (("What is new:", *ITEMS), ITEMS),
        (("The plans:", *ITEMS), ()),
        (("What is new", *ITEMS), ()),
        (("A cura di:", *ITEMS), ()),
        (("Photo courtesy of:", *ITEMS), ()),
        (("What is new?", *ITEMS), ITEMS),
        (("What is new?", *ITEMS[:2]), ()),
    ],
)
def test_a_list_may_close_clean_copy(lines: tuple[str, ...], found: tuple[str, ...]) -> None:
    assert items(*lines, below=()) == [*found]
    assert items(*lines, below=(), page=True) == []
