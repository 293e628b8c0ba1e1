# SPDX-License-Identifier: Apache-2.0
"""Shapes of the lines near the headline: paths, names alone, title case, a quotation, a kicker at the head.

Comes in: a passage, or its text.  Goes out: whether it has such a shape; what that says of the headline is for
``headline`` and ``below_headline`` to weigh.
"""

from __future__ import annotations

import re

from docforge.detect.bylines.bare import is_line_of_names, names_person
from docforge.detect.candidate import Part
from docforge.detect.look import CLOSERS, Look
from docforge.detect.page_or_copy import is_page
from docforge.detect.survey import Survey
from docforge.detect.top import KICKER, QUOTES
from docforge.detect.vocabulary import phrases
from docforge.patterns import FULL_STOPS

__all__ = [
    "BRIEF_TITLE",
    "ITEM_SIGNS",
    "OPENERS",
    "PATH",
    "is_in_title_case",
    "is_quotation",
    "kicker_at_head",
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
_GLUED_QUOTATION = re.compile(r"[^„«»\"“”]{8,60}[^\W\d_A-Z](?=[„«“][^„«»\"“”]{12,200}[“”»]\s*$)")
"""What stands right before a quotation that is the rest of the line."""
_SENTENCE, _LONG_SENTENCE = 5, 8
"""Words of a quotation that is a sentence, with its mark and without."""
_OF = frozenset({"of", "the"})
"""Small words inside English names."""
_GLUED_COLON = re.compile(r"[A-ZÀ-Þ][^\W\d_]{2,30}(?:[ -][^\W\d_]{1,24}){0,4}(?<=[a-zß-ÿ]):(?=[A-ZÀ-Þ„“«\"][^\s:]*\s)")
"""A kicker printed together with its headline behind the colon: ``Gemeindepolitik:Böse Briefe``."""
_KICKER_WIDTH = 48
"""Characters of a kicker that is printed once more at the head of its headline, at most."""
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


def kicker_at_head(survey: Survey, look: Look) -> tuple[Part, ...]:
    """Return kicker and headline of a line that opens with all of the brief line right above, else nothing.

    So are two printed together, ``Brief an den Rat„Wer soll das alles zahlen, Herr Rat?“``, ``Fischerei:Die Flotte``.
    """
    if not look.cased:
        return ()
    start = _behind_joint(look) or _behind_line_above(survey, look)
    if not start:
        return ()
    title = start + len(look.text[start:]) - len(look.text[start:].lstrip())
    return Part("kicker", 0, start), Part("headline", title, len(look.text))


def _behind_joint(look: Look) -> int:
    """Return where a headline begins that was printed together with its kicker, 0 where no joint shows it.

    A quotation without its blank is a sentence, or it may be a name: ``Il sequestro di«Porto Lungo»``.
    """
    text = look.text.rstrip()
    if text[-1] in CLOSERS and (glued := _GLUED_QUOTATION.match(text)) is not None:
        inner = text[glued.end() + 1 : -1].rstrip()
        if len(inner.split()) >= (_SENTENCE if inner[-1] in "?!." else _LONG_SENTENCE):
            return glued.end()
    joined = _GLUED_COLON.match(text) if ":" in text[:_KICKER_WIDTH] else None
    return joined.end() if joined is not None and len(text[joined.end() :].split()) >= BRIEF_TITLE else 0


def _behind_line_above(survey: Survey, look: Look) -> int:
    """Return where a headline begins that opens with all of the brief line right above, 0 where it does not.

    A name is no such line, for headlines open with names: ``Berlin Marathon startet später`` below ``Berlin``,
    ``City of London Police arrest three`` below ``City of London``.
    """
    above = survey.looks[look.index - 1].text.rstrip() if look.index else ""
    if not above or len(above) > _KICKER_WIDTH or not look.text.startswith(above + " ") or above[-1] in FULL_STOPS:
        return 0
    names = phrases("byline", "particles") | _OF
    if not any(word[0].islower() and word not in names for word in above.split()):
        return 0
    words = look.text[len(above) :].split()
    if len(words) < BRIEF_TITLE or is_in_title_case(" ".join(words)):
        return 0
    if not (words[0][0].isupper() or words[0][0] in OPENERS or words[0][0].isdigit()):
        return 0
    together = f"{above} {words[0]}"  # the name goes on: Crédit agricole Normandie
    return 0 if any(together in other.text for other in survey.running()) else len(above)
