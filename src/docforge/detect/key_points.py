# SPDX-License-Identifier: Apache-2.0
"""Key points: items between the headline and the byline or date that tell the story in short.

Comes in: a ``Survey``.  Goes out: which passages are such items.
"""

from __future__ import annotations

from collections.abc import Set

from docforge.detect.bylines.bare import is_line_of_names
from docforge.detect.plain_lists import opens_item
from docforge.detect.survey import Survey, rows
from docforge.detect.top import states_metadata

__all__ = ["key_points"]

_WORDS = 5
"""A point has more words, its bullet among them; an item of a menu has fewer."""


def key_points(survey: Survey) -> Set[int]:
    """Return the items in a row near the top that tell the story in short, with a byline or date right below."""
    known: frozenset[int] | None = survey.memo.get("key_points")
    if known is None:
        found: set[int] = set()
        for run in rows(look.index for look in survey.on_top() if not look.text[0].isalnum() and opens_item(look)):
            items = [survey.looks[index] for index in run]
            below = survey.below(items[-1])
            if len(run) > 1 and run[0] and below is not None and all(look.words > _WORDS for look in items):
                if states_metadata(survey, below) or is_line_of_names(survey, below):
                    found.update(run)
        known = survey.memo["key_points"] = frozenset(found)
    return known
