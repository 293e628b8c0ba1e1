# SPDX-License-Identifier: Apache-2.0
"""Listed links: lines near each other on top of a page that could each be the deck, and lead to other stories.

Comes in: a ``Survey``, the passages that may be the deck, and how well each line reads as the headline.  Goes out: the
passages that are not of such a list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docforge.detect.below_headline import TITLE
from docforge.detect.boxes import label_of_links
from docforge.detect.candidate import Candidate
from docforge.detect.look import RUNNING
from docforge.detect.page_or_copy import is_page
from docforge.detect.survey import Survey, rows

__all__ = ["without_links"]

_LINKS, _LIST, _LIST_GAP = 2, 3, 3
"""Lines that could be the deck and are links below their label, and without one; passages from one to the next."""


def without_links(survey: Survey, found: list[Candidate], titles: Mapping[int, float]) -> list[Candidate]:
    """Return what is *found* less the lines of a page that are a list of other stories, and what stands below it.

    Three near each other that could be the deck are such a list, two below a label of links, and none of those right
    below the headline.
    """
    lines = [c.passage for c in found if survey.looks[c.passage].prose < RUNNING]
    if len(lines) < _LINKS or not is_page(survey):
        return found
    lists = [row for row in rows(lines, _LIST_GAP) if _is_list(survey, row, titles)]
    return [c for c in found if not any(_is_of_list(c.passage, row, titles) for row in lists)]


def _is_list(survey: Survey, row: Sequence[int], titles: Mapping[int, float]) -> bool:
    """Say whether lines near each other are links: many, or below a label that announces them."""
    if len(row) < _LINKS or titles.get(row[0] - 1, 0.0) >= TITLE:
        return False
    if len(row) >= _LIST:
        return True
    label = label_of_links(survey, survey.looks[row[0]])
    return label is not None and all(titles.get(i, 0.0) < TITLE for i in range(label.index + 1, row[0]))


def _is_of_list(at: int, row: Sequence[int], titles: Mapping[int, float]) -> bool:
    """Say whether a passage is in a list of links or below it, no line that may well be the headline between."""
    return at >= row[0] and all(titles.get(i, 0.0) < TITLE for i in range(row[-1] + 1, at))
