# SPDX-License-Identifier: Apache-2.0
"""Numbered headings: lines that count the stories of a list, and numbers that stand alone between its chapters.

Comes in: a ``Survey``.  Goes out: the passages with the numbers 1, 2, 3 … in order.
"""

from __future__ import annotations

import re
from functools import cache

from docforge.detect.look import RUNNING, Look
from docforge.detect.survey import Survey

__all__ = ["chapters", "numbered_headings"]

_NUMBERED = re.compile(r"(\d{1,2})[.)．、](?:\s{0,3}(?=[^\W\d_]|[\"'“„«「『])|\s{1,3}(?=\d{1,4}[^\d.,]))")
_SERIES = 2
"""So many numbered headings make a series."""
_WIDEST, _WIDE = 130, 200
"""Columns of a heading at most, and of a wider line whose number may still be one of a series."""
_SENTENCE = 0.85
"""What reads so much like a sentence is none."""
_REPEATS, _TITLE = 3, 60
"""A line that stands so many times is of the page; columns of a second line of the heading."""
_CHAPTER = 6
"""Columns of a number alone, at most: ``XVIII.``."""
_MOST_CHAPTERS = 40
_ROMAN = ((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def numbered_headings(survey: Survey) -> frozenset[int]:
    """Return the lines with the numbers 1, 2, 3 … in order, each above running text: headings of a list of stories."""
    known: frozenset[int] | None = survey.memo.get("numbered_headings")
    if known is None:
        found: list[int] = []
        number = 0
        for look in survey.lines:
            if look.columns > _WIDE or not look.signs or not look.text[0].isdigit():
                continue
            match = _NUMBERED.match(look.text)
            below = survey.below(look)
            if match is None or below is None or int(match[1]) != number + 1 or look.prose >= _SENTENCE:
                continue
            if below.prose >= RUNNING or (
                below.times < _REPEATS and below.columns <= _TITLE and _is_running(survey, look.index + 2)
            ):
                number += 1
                if look.columns <= _WIDEST:
                    found.append(look.index)
        known = survey.memo["numbered_headings"] = frozenset(found if number >= _SERIES else ())
    return known


def chapters(survey: Survey) -> frozenset[int]:
    """Return the numbers, in figures or Roman, that stand alone between running text in order, two or more."""
    known: frozenset[int] | None = survey.memo.get("chapters")
    if known is None:
        found: list[int] = []
        for look in survey.lines:
            number = _number_alone(look)
            if not number or not _is_running(survey, look.index + 1):
                continue
            if number == len(found) + 1 and (number == 1 or _is_running(survey, look.index - 1)):
                found.append(look.index)
        known = survey.memo["chapters"] = frozenset(found if len(found) >= _SERIES else ())
    return known


def _number_alone(look: Look) -> int:
    """Return the number that a line is, 0 if it is none."""
    return _numbers().get(look.text.strip(" .)").casefold(), 0) if look.columns <= _CHAPTER else 0


@cache
def _numbers() -> dict[str, int]:
    """The numbers of chapters as they are written: ``7``, ``vii``."""
    return {shown: number for number in range(1, _MOST_CHAPTERS) for shown in (str(number), _roman(number))}


def _roman(number: int) -> str:
    for value, letters in _ROMAN:
        if number >= value:
            return letters + _roman(number - value)
    return ""


def _is_running(survey: Survey, index: int) -> bool:
    return 0 <= index < len(survey.looks) and survey.looks[index].prose >= RUNNING
