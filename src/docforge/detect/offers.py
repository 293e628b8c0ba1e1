# SPDX-License-Identifier: Apache-2.0
"""Offers: boxes of a page that say what subscribers get, line by line, with sentences like those of the text.

Comes in: a ``Survey``.  Goes out: the passages that such boxes hold.  A box opens below text with what only such boxes
say (``This content is reserved for subscribers``) and closes with a second offer or with what leads to an account; of
its words the text says few, and words of offers stand in half of its passages or more.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import islice

from docforge.detect.look import Look
from docforge.detect.page_wording import LABEL, opens_like_link
from docforge.detect.survey import Survey, stems
from docforge.detect.text_vocabulary import stands_in
from docforge.detect.vocabulary import openings, phrases_by_language
from docforge.patterns import FULL_STOPS

__all__ = ["offered"]

_WIDEST, _USUAL = 200, 95
"""Columns of a passage that says what a subscriber gets, and of all of them on average, at most."""
_PARAGRAPH = 120
"""Columns of a paragraph that is surely of the text."""
_MOST = 10
"""Passages between the label of an offer and what closes it, at most."""
_HEADS = 60
"""So many passages of the text are asked for them."""
_FEWEST, _SHARE = 2, 0.5
"""Passages of such a box that hold words of offers, at least, and their share of all; a text may say one of them."""
_TOLD = 0.7
"""The text says less than this share of the words of such a box."""


def offered(survey: Survey) -> frozenset[int]:
    """Return the passages between the label of an offer and the next one or what closes it; worked out once."""
    known: frozenset[int] | None = survey.memo.get("offered")
    if known is None:
        found: set[int] = set()
        opens = -1
        for look in survey.lines:
            if not survey.has_begun(look):
                continue
            opening = _is_label(look, "offer")
            if opens >= 0 and (opening or _is_label(look, "account")):
                found.update(_between(survey, opens, look.index))
                opens = -1
            if opening:
                opens = look.index
        known = survey.memo["offered"] = frozenset(found)
    return known


def _is_label(look: Look, use: str) -> bool:
    """Say whether a line, no sentence, opens with one of the phrases as whole words."""
    if look.columns > 2 * LABEL or look.text.rstrip()[-1] in FULL_STOPS:
        return False
    opened = openings("clutter", use).all(look.fold)
    return bool(opened) and any(not look.fold[len(phrase) : len(phrase) + 1].isalnum() for phrase in opened)


def _between(survey: Survey, opens: int, closes: int) -> range:
    """Return the passages between two of them if they are a box, none otherwise."""
    inner = survey.looks[opens + 1 : closes]
    return range(opens + 1, closes) if 0 < len(inner) <= _MOST and _is_box(survey, inner) else range(0)


def _is_box(survey: Survey, inner: Sequence[Look]) -> bool:
    """Say whether passages in a row say what a subscriber gets: none wide as a paragraph, and not told by the text."""
    if any(look.columns > _WIDEST for look in inner) or sum(look.columns for look in inner) > _USUAL * len(inner):
        return False
    offering = sum(1 for look in inner if any(stands_in(word, look.head) for word in _words(survey.primary)))
    return offering >= max(_FEWEST, _SHARE * len(inner)) and not _is_told(survey, inner)


def _is_told(survey: Survey, inner: Sequence[Look]) -> bool:
    """Say whether the paragraphs of the text say most of the words of passages in a row."""
    words = frozenset().union(*map(stems, inner))
    own = {look.fold for look in inner if look.fold}  # the box itself, and where it is printed twice
    text = (o for o in survey.running() if o.columns >= _PARAGRAPH and not opens_like_link(o))
    outside = (o for o in text if o.fold not in own)
    told = "\n".join([look.head for look in islice(outside, _HEADS)])
    return bool(words) and sum(map(told.__contains__, words)) >= _TOLD * len(words)


@cache
def _words(language: str) -> frozenset[str]:
    """The words of offers in *language* and in English, which pages of any language may keep."""
    table = phrases_by_language("clutter", "offered")
    return table["any"] | table["en"] | table.get(language, frozenset())
