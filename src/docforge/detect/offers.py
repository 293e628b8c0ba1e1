# SPDX-License-Identifier: Apache-2.0
"""Offers: boxes of a page that say what subscribers get, line by line, with sentences like those of the text.

Comes in: a ``Survey``.  Goes out: the passages that such boxes hold.  A box opens with what only such boxes say
(``This content is reserved for subscribers``) and closes with a second offer or with what leads to an account.
"""

from __future__ import annotations

from docforge.detect.look import Look
from docforge.detect.page_wording import LABEL
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import openings

__all__ = ["offered"]

_WIDEST = 200
"""Columns of what a subscriber gets, at most: a paragraph of the text is wider, or stands behind the box."""
_MOST = 10
"""Passages between the label of an offer and what closes it, at most."""


def offered(survey: Survey) -> frozenset[int]:
    """Return the passages between the label of an offer and the next one or what closes it; worked out once."""
    known: frozenset[int] | None = survey.memo.get("offered")
    if known is None:
        found: set[int] = set()
        opens = -1
        for look in survey.lines:
            if look.fold and _is_label(look, "offer"):
                found.update(_between(survey, opens, look.index))
                opens = look.index
            elif opens >= 0 and look.fold and _is_label(look, "account"):
                found.update(_between(survey, opens, look.index))
                opens = -1
        known = survey.memo["offered"] = frozenset(found)
    return known


def _is_label(look: Look, use: str) -> bool:
    return look.columns <= 2 * LABEL and bool(openings("clutter", use).all(look.fold))


def _between(survey: Survey, opens: int, closes: int) -> range:
    """Return the passages between two of them, none if they are many or one is as wide as a paragraph."""
    inner = range(opens + 1, closes)
    if opens < 0 or len(inner) > _MOST or any(survey.looks[i].columns > _WIDEST for i in inner):
        return range(0)
    return inner
