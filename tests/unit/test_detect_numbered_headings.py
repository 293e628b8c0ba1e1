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
    ],
)
def test_other_numbers_are_none(lines: tuple[str, ...]) -> None:
    assert heads(article(*MENU, TITLE, *lines, D, E)) == []


def test_a_caption_with_its_credit_may_stand_below_a_heading() -> None:
    caption = "The old mole after the storm, seen from the tower of the church. Photo: Ann Lee"
    found = article(*MENU, TITLE, A, B, "Stones from the islands", caption, C, D)
    assert heads(found) == ["Stones from the islands"]
