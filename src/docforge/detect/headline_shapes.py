# SPDX-License-Identifier: Apache-2.0
"""Shapes of the lines near the headline: paths, names alone, title case, a quotation.

Comes in: a passage, or its text.  Goes out: whether it has such a shape; what that says of the headline is for
``headline`` and ``below_headline`` to weigh.
"""

from __future__ import annotations

import re

from docforge.detect.bylines.bare import is_line_of_names, names_person
from docforge.detect.look import CLOSERS, Look
from docforge.detect.page_or_copy import is_page
from docforge.detect.survey import Survey
from docforge.detect.top import KICKER, QUOTES

__all__ = [
    "BRIEF_TITLE",
    "ITEM_SIGNS",
    "OPENERS",
    "PATH",
    "is_in_title_case",
    "is_quotation",
    "reads_as_names",
    "stands_between_dashes",
]

PATH = re.compile(
    r"(?=[^>›»→/]*+[>›»→/])(?:[^«‹\n]{1,120}?(?:\s(?:[>›»→]|>>)\s|>>)|[^/\n]{1,80}\s/\s[^/\n]{1,80}\s/\s)"
)
"""How the path to a page begins, ``Home » News » Harbour``, ``Home / News / Harbour``; a quotation in « » is none.

Lines without one of its signs are told first.
"""
OPENERS = '„“"«‘‚「『'
"""What opens a quotation."""
BRIEF_TITLE = 3
"""Words that a headline has at least above a deck that is wider still."""
_SURE_NAME, _HEADS = 2, 0.1
"""On top of clean copy only so many words read as a name that may be unknown, if the text repeats less of them."""
ITEM_SIGNS = frozenset("·•*‣▪>»›")
_SUBTITLE_DASHES = frozenset("～〜~-–—―")
_BETWEEN_DASHES = 14
"""Columns of a subtitle between dashes at least; a narrower one is the number of a page."""


def stands_between_dashes(look: Look) -> bool:
    """Say whether dashes close a line in, as press offices of Japan and Korea set subtitles: ``～4月から受付～``."""
    text = look.text.strip()
    return text[0] in _SUBTITLE_DASHES and text[-1] in _SUBTITLE_DASHES and look.columns >= _BETWEEN_DASHES


def reads_as_names(survey: Survey, look: Look) -> bool:
    """Say whether a line holds nothing but names; of more words than menus have, one must be a given name."""
    if ": " in look.text[:-1]:
        return False  # who says it, or of whom it tells
    if not is_line_of_names(survey, look):
        return False
    below = survey.below(look)
    if not look.cased and look.words >= BRIEF_TITLE + 1 and below is not None and is_line_of_names(survey, below):
        return False  # two groups of nouns above the line with the author
    first = look.index == 0 and "," not in look.text and not is_page(survey)  # “Court Drops Appeal”
    first = first and (look.words > _SURE_NAME or survey.echo(look) >= _HEADS)
    return (look.words < KICKER and not first) or not look.cased or names_person(survey, look)


def is_in_title_case(text: str) -> bool:
    """Say whether more than half of the words open with a capital."""
    words = QUOTES.sub("", text).split()
    return 2 * sum([word[:1].isupper() for word in words]) > len(words)


def is_quotation(look: Look) -> bool:
    """Say whether nothing but a quotation stands in a line: no kicker does so."""
    text = look.text.strip()
    return text[0] in OPENERS and text[-1] in CLOSERS and QUOTES.search(text, 1, len(text) - 1) is None
