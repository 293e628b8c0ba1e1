# SPDX-License-Identifier: Apache-2.0
"""Lines near each other on top of a page that lead to other stories, and what may be the deck."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, MENU, surveyed

from docforge.detect.below_headline import TITLE as FAIR
from docforge.detect.candidate import Candidate
from docforge.detect.listed_links import without_links

TITLE = "The ferry sails again after the storm"
LINKS = ("Nets, moles and boats", "Von Steinen und Kirchen", "Ce que disent les pêcheurs", "Морские истории")
CAPTIONS = ("Photo: Ann Lee", "Foto: Eva Berg", "Photo : Ève Noël", "Фото: Анна Лис")


def kept(*lines: str, page: bool = True, may_be: tuple[str, ...] = (*LINKS, FERRY[1]), fair: float = FAIR) -> list[str]:
    """Return which of those that *may_be* the deck are left; the title reads as a headline that is *fair*."""
    seen = surveyed(*(MENU if page else ()), *lines, *FERRY)
    found = [
        Candidate("subheadline", look.index, 0.8, "deck.below-headline", "")
        for look in seen.looks
        if look.text in may_be
    ]
    titles = {look.index: fair if look.text == TITLE else 0.1 for look in seen.looks if look.prose < 0.5}
    return [seen.looks[c.passage].text for c in without_links(seen, found, titles)]


ALL = [*LINKS[:3], FERRY[1]]


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (("By Ann Lee", *LINKS[:3]), []),
        ((TITLE, *LINKS[:3]), ALL),  # right below the headline
        ((TITLE, "By Ann Lee", *LINKS[:3]), []),
        ((TITLE, "By Ann Lee", *LINKS[:2]), [*LINKS[:2], FERRY[1]]),
        ((TITLE, "Related stories", *LINKS[:2]), []),
        ((TITLE, "Related stories", LINKS[0], *CAPTIONS[:3], LINKS[1]), [*LINKS[:2], FERRY[1]]),  # each alone
        ((TITLE, "Verwandte Artikel", "Related stories", LINKS[0]), [LINKS[0], FERRY[1]]),
        (
            ("Related stories", TITLE, "By Ann Lee", *LINKS[:2]),
            [*LINKS[:2], FERRY[1]],
        ),  # the label is above the headline
        (("By Ann Lee", *LINKS[:3], TITLE), [FERRY[1]]),  # below the headline stands what may be the deck
        (("By Ann Lee", LINKS[0], *CAPTIONS[:2], LINKS[1], *CAPTIONS[2:], LINKS[2]), []),
        ((TITLE, "By Ann Lee", LINKS[0], *CAPTIONS[:3], LINKS[1], LINKS[2]), ALL),  # two of them are near each other
        ((TITLE, LINKS[0], "By Ann Lee", *CAPTIONS[:3], *LINKS[1:4]), [LINKS[0]]),  # what stands above is no link
    ],
)
def test_lines_near_each_other_below_the_byline_lead_to_other_stories(lines: tuple[str, ...], left: list[str]) -> None:
    assert kept(*lines) == left


def test_clean_copy_has_no_links() -> None:
    assert kept("By Ann Lee", *LINKS[:3], page=False) == ALL


def test_only_what_may_well_be_the_headline_keeps_lines_below_it() -> None:
    assert kept(TITLE, *LINKS[:3], fair=FAIR - 0.01) == []
