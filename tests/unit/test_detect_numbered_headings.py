# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line)
"""Numbers that stand alone between the chapters of a text, and captions below headings."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, MENU, article, at, surveyed

from docforge.detect.numbered_headings import chapters, numbered_headings, timed_headings
from docforge.model import Article

TITLE = "The ferry sails again after the storm"
A, B, C, D, E = FERRY


def heads(found: Article) -> list[str]:
    return [block.text for block in found.blocks if block.KIND == "crosshead"]


@pytest.mark.parametrize("top", [(), MENU])
@pytest.mark.parametrize(
    "numbers", [("1", "2", "3"), ("I", "II", "III"), ("1.", "2.", "3."), ("i", "ii", "iii"), ("I.", "II.", "III.")]
)
def test_numbers_alone_between_the_chapters_of_a_text_are_headings(
    top: tuple[str, ...], numbers: tuple[str, ...]
) -> None:
    one, two, three = numbers
    assert heads(article(*top, TITLE, A, one, B, two, C, three, D, E)) == list(numbers)


@pytest.mark.parametrize(
    "lines",
    [
        (A, "1", B, "3", C),
        (A, "12", B, "13", C),
        (A, "2", B, "1", C),
        (A, "1", B),
        (A, "1", "2", "3", B),
        (A, "5", B, "204", C),
        (A, "1", B, "II", C, "3"),
        (A, "1", B, "ii", C),
        (A, "3", B, "2", C, "1", A, "2"),
        (A, "1", B, "2", C, "2"),
        (A, "1", B, "2", C, "204"),
    ],
)
def test_other_numbers_are_none(lines: tuple[str, ...]) -> None:
    assert not {"1", "2", "3", "5", "12", "13", "204"}.intersection(heads(article(*MENU, TITLE, *lines, D, E)))


@pytest.mark.parametrize(
    "tail",
    [
        ("Comments", "1", A, "2", B),
        ("Share", "1", A, "2", B),
        ("1", "Letter of the harbour office, 3 May.", "2", "Town archive of Norrstad, box twelve."),
    ],
)
def test_counts_and_notes_below_the_text_are_none(tail: tuple[str, ...]) -> None:
    assert heads(article(*MENU, TITLE, C, D, E, *tail)) == []


def test_a_brief_line_may_open_a_chapter() -> None:
    found = heads(article(*MENU, TITLE, A, "1", B, "2", "And then:", C, "3", D, E))
    assert [head for head in found if head.isdigit()] == ["1", "2", "3"]


def test_numbers_that_close_pages_are_none() -> None:
    assert heads(article(*MENU, TITLE, A, B, "1", C, "2", D, "3")) == []


def test_chapters_above_counts_of_the_page_stay() -> None:
    found = article(*MENU, TITLE, A, "1", B, "2", C, "Comments", "3", D, "1", E)
    assert heads(found) == ["1", "2"]


@pytest.mark.parametrize(
    "between",
    [
        ("The old mole after the storm, seen from the tower of the church. Photo: Ann Lee",),
        ("The old mole after the storm", "Photo: Ann Lee"),
        ("Advertisement",),
    ],
)
def test_a_picture_or_an_advert_may_stand_above_the_number_of_a_chapter(between: tuple[str, ...]) -> None:
    found = article(*MENU, TITLE, A, "1", B, *between, "2", C, "3", D, E)
    numbers = [block for block in found.blocks if block.text in {"1", "2", "3"}]
    assert [block.KIND for block in numbers] == ["crosshead"] * 3
    assert all(block.evidence[0].note.startswith("the number of a chapter") for block in numbers)


def test_a_caption_with_its_credit_may_stand_below_a_heading() -> None:
    caption = "The old mole after the storm, seen from the tower of the church. Photo: Ann Lee"
    found = article(*MENU, TITLE, A, B, "Stones from the islands", caption, C, D)
    assert heads(found) == ["Stones from the islands"]


def counted(*lines: str) -> list[str]:
    """Return the numbers of chapters in *lines*."""
    seen = surveyed(*lines)
    return [seen.looks[index].text for index in sorted(chapters(seen))]


OPENING, NEAR = "And then:", ("Of nets", "Of boats", "Of stones")
BRIEF = "We ran to the old quay at six."


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (("1", TITLE, "By Ann Lee", A, "1", B, "2", C), ["1", "2"]),  # one far from the text
        ((TITLE, "1", A, "2", B), ["1", "2"]),  # one above all text
        ((A, "1", OPENING, B, "2", C), ["1", "2"]),
        ((A, "1", *NEAR[:2], B, "2", C), []),  # no text near below
        ((A, *NEAR[:2], "1", B, "2", C), ["1", "2"]),
        ((A, "1", B, *NEAR[:2], "2", C), ["1", "2"]),
        ((A, "1", B, *NEAR, "2", C), []),  # nor near above
        ((A, "1", B, "2", C, *NEAR, "3", *NEAR, D), []),
        ((A, "I", B, "II", C), ["I", "II"]),
        ((A, "I", B, "ii", C), []),
        ((A, "1", B, "II", C), []),
        ((A, "1", B, "2.......", C, "2", D), ["1", "2"]),  # a line of a table of contents
        ((A, "1", B, "2", BRIEF), []),
        ((A, "1", B, "2", "We ran to the old quay at six, and saw the mole break in two."), []),
        ((A, "1", B, "2", BRIEF, "Old stones"), []),
        ((A, "1", B, "2", BRIEF, "We saw it break, all of us."), ["1", "2"]),
    ],
)
def test_chapters_are_counted_between_texts_of_some_length(lines: tuple[str, ...], numbers: list[str]) -> None:
    assert counted(*lines) == numbers


@pytest.mark.parametrize(("last", "found"), [(18, 18), (39, 39), (40, 0)])
def test_a_text_has_so_many_chapters_at_most(last: int, found: int) -> None:
    lines = [line for number in range(1, last + 1) for line in (str(number), FERRY[number % 5])]
    assert len(counted(A, *lines)) == found


def test_chapters_are_counted_in_roman_numbers_with_their_point() -> None:
    roman = [
        "I",
        "II",
        "III",
        "IV",
        "V",
        "VI",
        "VII",
        "VIII",
        "IX",
        "X",
        "XI",
        "XII",
        "XIII",
        "XIV",
        "XV",
        "XVI",
        "XVII",
        "XVIII",
    ]
    lines = [line for number, text in enumerate(roman) for line in (f"{text}.", FERRY[number % 5])]
    assert len(counted(A, *lines)) == len(roman)


WIDE = "How the harbour office, the tugs and the crane brought stones from the islands for the new mole in the weeks of rain"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("1. Stones", A, "2. Boats", B), ["1. Stones", "2. Boats"]),
        (("1. Steine", A, "2. Boote", B, "3. Häuser"), ["1. Steine", "2. Boote"]),  # no text below the last
        (("1. Stones", A, "3. Boats", B), []),
        (("1. Stones", A), []),
        (("1. Stones", "From the islands in the north and the old quay", A, "2. Boats", B), ["1. Stones", "2. Boats"]),
        (("1. Stones", "From the islands in the north, as for the church, the quay and the old wall", A, "2. Boats", B), []),
        (("Share", "1. Stones", "Share", A, "2. Boats", "Share", B), []),
        (("1. We close the old office.", A, "2. We open another.", B), ["1. We close the old office.", "2. We open another."]),
        (("1. We close the old office on Friday, and the new one is not open yet.", A, "2. Boats", B), []),
        (("1. Stones", "From the islands", "And the church", A, "2. Boats", B), []),
        (("1. How the harbour office, the tugs and the crane brought stones from the islands", A, "2. Boats", B), ["1. How the harbour office, the tugs and the crane brought stones from the islands", "2. Boats"]),
        (("1. Stones", A, f"2. {WIDE} and of storms for all", B, "3. Boats", C), ["1. Stones", "3. Boats"]),
        (("1) Stones", A, f"2) {WIDE}, and who of the town paid for them, for the boats, for the crane and for the work of all those weeks in the end", B, "3) Boats", C), []),
    ],
)  # fmt: skip
def test_numbers_count_headings_above_text(lines: tuple[str, ...], found: list[str]) -> None:
    seen = surveyed(TITLE, C, *lines)
    assert numbered_headings(seen) == at(seen, *found)


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Figure 3 The mole before the storm", "caption.figure"),
        ("Abb. 2 Die Mole vor dem Sturm", "caption.figure"),
        ("Figure 3: shows the mole.", "caption.figure"),
        ("Figure 3 shows the mole", "crosshead.between-paragraphs"),
        ("Figure 3 The mole is gone.", "paragraph.prose"),
        ("Harbour 3: the mole before the storm", "crosshead.between-paragraphs"),
    ],
)
def test_the_number_of_a_figure_stands_before_its_title(line: str, rule: str) -> None:
    found = article(*MENU, TITLE, A, B, line, C, D)
    assert [block.rule for block in found.blocks if block.text == line] == [rule]


@pytest.mark.parametrize("top", [(), MENU])
@pytest.mark.parametrize(
    "lines",
    [
        ("22:58 Uhr, Norrstad: Pegel steigt wieder", "22.10 Uhr, Lund: Helfer sind daheim"),
        ("9:15 a.m.: Ferry leaves for the islands", "10:40 a.m.: Crane breaks down again"),
        ("18h30 : le bac reprend la mer", "17h05 – la digue tient encore"),
        ("18h30 : le bac reprend la mer malgré la houle et les avis contraires", "17h05 – la digue tient encore"),
        ("11:58 „Wir fahren wieder“, sagt der Kapitän", "11:51 Zwei Schlepper im Einsatz"),
    ],
)
def test_lines_that_open_with_a_time_head_the_entries_of_a_report(top: tuple[str, ...], lines: tuple[str, str]) -> None:
    first, second = lines
    assert heads(article(*top, TITLE, A, first, B, second, C, D)) == [first, second]


@pytest.mark.parametrize(
    "lines",
    [
        (A, "22:58 Uhr, Norrstad: Pegel steigt", B, C),  # one alone
        (A, "22:58 Pegel steigt wieder an", B, "23:10 Helfer daheim seit gestern", C, "22:40 Damm bricht im Osten", D),
        (A, "22:58 Uhr: Der Pegel steigt wieder.", B, "22:10 Uhr: Die Helfer sind daheim.", C),
        (A, "22:58 Pegel", B, "22:10 Helfer", C),
        (A, "20:15 News at the harbour", "21:00 Film about the sea", "22:30 Late talk show", B),
        (A, "2:1 wins in the harbour cup", B, "3:0 wins in the northern league", C),
    ],
)
def test_other_lines_with_times_are_no_headings_of_entries(lines: tuple[str, ...]) -> None:
    assert not timed_headings(surveyed(TITLE, *lines))
