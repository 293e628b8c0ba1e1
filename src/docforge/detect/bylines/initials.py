# SPDX-License-Identifier: Apache-2.0
"""Initials that sign a text: ``M. K.``, ``Ma. K.``, ``M. K./Hina``, as newsrooms from Ljubljana to Skopje do."""

from __future__ import annotations

from collections.abc import Iterator

from docforge.detect.agencies import known_agency
from docforge.detect.look import Look
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import phrases
from docforge.patterns import lazily

__all__ = ["initials"]

_INITIALS = lazily(r"[^\W\d_a-z][a-zß-ž]?\.\s?(?:[^\W\d_a-z][a-zß-ž]?\.\s?){1,2}")
"""Two or three capitals, each with its point and perhaps a small letter; given and family name."""
_SIGN = lazily(r"\s{0,2}[/,]\s{0,2}")
_COLUMNS, _REACH = 24, 2
"""Columns of a line of initials at most; so many passages above or below it one states a day."""


def initials(survey: Survey, look: Look) -> tuple[tuple[str, int, int], ...]:
    """Return the initials and agencies in a line of nothing else, each with its place, or nothing.

    They sign beside the day of a text; what the text itself says, ``U.S.``, is a word.
    """
    text = look.text.rstrip()
    if look.columns > _COLUMNS or "." not in text[:4] or not text[0].isupper() or not _is_beside_day(survey, look):
        return ()
    found = tuple(_parts(text))
    first = found[0][0] if found else ""
    if not first or not _INITIALS.fullmatch(first) or first.casefold() in phrases("byline", "no_initials"):
        return ()
    if any(first in other.text for other in survey.running()):
        return ()
    return found if all(_INITIALS.fullmatch(part) or known_agency(part) for part, _, _ in found) else ()


def _parts(text: str) -> Iterator[tuple[str, int, int]]:
    start = 0
    for sign in (*_SIGN.finditer(text), None):
        end = sign.start() if sign is not None else len(text)
        yield text[start:end].strip(), start, end
        start = sign.end() if sign is not None else end


def _is_beside_day(survey: Survey, look: Look) -> bool:
    near = survey.looks[max(0, look.index - _REACH) : look.index + _REACH + 1]
    return any(other.index != look.index and survey.states_day(other) for other in near)
