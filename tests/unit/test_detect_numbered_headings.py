# SPDX-License-Identifier: Apache-2.0
"""Numbers that stand alone between the chapters of a text, and captions below headings."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, MENU, article

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
