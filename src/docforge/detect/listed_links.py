# SPDX-License-Identifier: Apache-2.0
"""Listed links: lines near each other on top of a page that could each be the deck, and lead to other stories.

Comes in: a ``Survey``, the passages that may be the deck, and how well each line reads as the headline.  Goes out: the
passages that are not of such a list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docforge.detect.candidate import Candidate
from docforge.detect.clutter import is_page, label_of_links
from docforge.detect.headline import TITLE
from docforge.detect.look import RUNNING
from docforge.detect.survey import Survey

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
    runs: list[list[int]] = []
    for at in lines:
        if runs and at - runs[-1][-1] <= _LIST_GAP:
            runs[-1].append(at)
        else:
            runs.append([at])
    lists = [run for run in runs if _is_list(survey, run, titles)]
    return [c for c in found if not any(_is_of_list(c.passage, run, titles) for run in lists)]


def _is_list(survey: Survey, run: Sequence[int], titles: Mapping[int, float]) -> bool:
    """Say whether lines near each other are links: many, or below a label that announces them."""
    if len(run) < _LINKS or titles.get(run[0] - 1, 0.0) >= TITLE:
        return False
    if len(run) >= _LIST:
        return True
    label = label_of_links(survey, survey.looks[run[0]])
    return label is not None and all(titles.get(i, 0.0) < TITLE for i in range(label.index + 1, run[0]))


def _is_of_list(at: int, run: Sequence[int], titles: Mapping[int, float]) -> bool:
    """Say whether a passage is in a list of links or below it, no line that may well be the headline between."""
    return at >= run[0] and all(titles.get(i, 0.0) < TITLE for i in range(run[-1] + 1, at))
