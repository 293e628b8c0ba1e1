# SPDX-License-Identifier: Apache-2.0
"""Numbered headings: lines that count the stories of a list, tell the hours of a running report, or are a number alone.

Comes in: a ``Survey``.  Goes out: the passages with the numbers 1, 2, 3 …, or with times, in order.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from docforge.detect.boxes import is_amid_links
from docforge.detect.look import REPEATS, RUNNING, SENTENCE, Look
from docforge.detect.page_wording import is_page_wording, says_text_goes_on
from docforge.detect.stated_hours import time_of_day
from docforge.detect.survey import Survey
from docforge.patterns import FULL_STOPS, lazily

__all__ = ["chapters", "numbered_headings", "timed_headings"]

_NUMBERED = re.compile(r"(\d{1,2})[.)．、](?:\s{0,3}(?=[^\W\d_]|[\"'“„«「『])|\s{1,3}(?=\d{1,4}[^\d.,]))")
_SERIES = 2
"""So many numbered headings make a series."""
_WIDEST, _WIDE = 130, 200
"""Columns of a heading at most, and of a wider line whose number may still be one of a series."""
_TITLE = 60
"""Columns of a second line of the heading."""
_CHAPTER = 6
"""Columns of a number alone, at most: ``XVIII.``."""
_MOST_CHAPTERS = 39
"""Higher numbers alone count no chapters."""
_BETWEEN, _PARAGRAPH = 3, 80
"""Passages above a number in which text stands; columns of a paragraph that may be a whole chapter."""
_TIMED = 4
"""Words of a heading behind a time, the time among them, at least."""


def _timed_line() -> str:
    return rf"(?=(\d{{1,2}})[:.h](\d{{2}})){time_of_day()}(?:\s?[,:|–—-])?\s(?=[^\W\d_]|[\"'“„«‘])"


_TIMED_LINE = lazily(_timed_line, re.IGNORECASE)
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


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
            if match is None or below is None or int(match[1]) != number + 1 or look.prose >= SENTENCE:
                continue
            if below.prose >= RUNNING or (
                below.times < REPEATS and below.columns <= _TITLE and survey.runs_at(look.index + 2)
            ):
                number += 1
                if look.columns <= _WIDEST:
                    found.append(look.index)
        known = survey.memo["numbered_headings"] = frozenset(found if number >= _SERIES else ())
    return known


def timed_headings(survey: Survey) -> frozenset[int]:
    """Return the lines that open with a time, each above running text: headings of a report told hour by hour.

    ``22:58 Uhr, Norrstad: Pegel steigt``.  Two or more, from first to last or from last to first.  Teasers of other
    stories have their times too: where the first is one of the links below a label, they all are.
    """
    known: frozenset[int] | None = survey.memo.get("timed_headings")
    if known is None:
        found: dict[int, tuple[int, int]] = {}
        for look in survey.lines:
            if not look.signs or look.columns > _WIDEST or look.words < _TIMED or not look.text[0].isdigit():
                continue
            match = _TIMED_LINE.match(look.text) if survey.runs_at(look.index + 1) else None
            if match is not None and look.text.rstrip()[-1] not in FULL_STOPS and look.prose < RUNNING:
                found[look.index] = int(match[1]), int(match[2])
        times = list(found.values())
        ordered = len(times) >= _SERIES and times in (sorted(times), sorted(times, reverse=True))
        if ordered and is_amid_links(survey, survey.looks[next(iter(found))]):
            ordered = False
        known = survey.memo["timed_headings"] = frozenset(found if ordered else ())
    return known


def chapters(survey: Survey) -> frozenset[int]:
    """Return the numbers, in figures or Roman, that stand alone between running text in order, two or more.

    They are of one system, and each is above text of some length; with any other number alone amid the text, all of
    them may count something else: pages, notes, goals.
    """
    known: frozenset[int] | None = survey.memo.get("chapters")
    if known is None:
        found = _series(survey)
        full = len(found) >= _SERIES and all(_is_told(survey, a, b) for a, b in pairwise([*found, len(survey.looks)]))
        known = survey.memo["chapters"] = frozenset(found if full else ())
    return known


def _series(survey: Survey) -> list[int]:
    """Return the numbers alone from 1 on, none if one of them is out of order, of another system or below no text."""
    found: list[int] = []
    systems: set[str] = set()
    for look in survey.lines:
        number, system = _number_alone(look)
        if not system:
            continue
        below, above = survey.runs_at(look.index + 1), _text_above(survey, look)
        led = below or survey.runs_at(look.index + 2)  # a brief line may open a chapter
        if above is None:
            if survey.has_begun(look):
                break  # what a page counts below its text: comments, shares
            continue
        systems.add(system)
        if not below and not above and not found:
            continue  # far from the text
        if number != len(found) + 1 or len(systems) > 1 or (found and not above) or not led:
            return []
        found.append(look.index)
    return found


def _text_above(survey: Survey, look: Look) -> bool | None:
    """Say whether running text stands above a line, with a picture or an advert between; None below page wording."""
    for above in reversed(survey.looks[max(0, look.index - _BETWEEN) : look.index]):
        if above.prose >= RUNNING:
            return True
        if is_page_wording(above) and not says_text_goes_on(above):
            return None
    return False


def _is_told(survey: Survey, start: int, end: int) -> bool:
    """Say whether a chapter has the text of one: a passage that is wide, or more than one that runs."""
    running = [look for look in survey.looks[start + 1 : end] if look.prose >= RUNNING]
    return len(running) > 1 or any(look.columns >= _PARAGRAPH for look in running)


def _number_alone(look: Look) -> tuple[int, str]:
    """Return the number that a line is and its system: 0 for one of no chapter, and no system if it is no number."""
    if look.columns > _CHAPTER:
        return 0, ""
    shown = look.text.strip(" .)")
    if shown.isdigit():
        return _numbers().get(shown, 0), "figures"
    number = _numbers().get(shown.casefold(), 0)
    return number, ("capitals" if shown.isupper() else "small") if number else ""


@cache
def _numbers() -> dict[str, int]:
    """The numbers of chapters as they are written: ``7``, ``vii``."""
    return {shown: number for number in range(1, _MOST_CHAPTERS + 1) for shown in (str(number), _roman(number))}


def _roman(number: int) -> str:
    for value, letters in _ROMAN:
        if number >= value:
            return letters + _roman(number - value)
    return ""
