# SPDX-License-Identifier: Apache-2.0
"""Hours: lines that state a time of day or how long the text takes to read.

Comes in: a passage as ``look`` sees it.  Goes out: whether it states an hour, and nothing else, or a reading time.
"""

from __future__ import annotations

import re

from docforge.detect.look import EDGES, FIGURES, Look
from docforge.detect.times_in_lines import strip_times
from docforge.detect.vocabulary import phrases
from docforge.patterns import any_of, lazily

__all__ = ["is_only_time", "names_hour", "states_reading_time", "time_of_day"]

_DIGIT = re.compile(r"\d")
_TIME = 16
_HOUR_WORDS = 4
"""Words beside the time in a line that says when, today or yesterday."""


def _behind_hour() -> str:
    """Return the source of a pattern of what may stand behind a time; a blank in it may be left out."""
    return any_of(phrases("publication", "behind_hour")).replace(r"\ ", r"\s?")


def time_of_day() -> str:
    """Return the source of a pattern of a time in figures and what may stand behind it, in small letters."""
    return rf"\d{{1,2}}[:.h]\d{{2}}(?:\s?(?:[ap]\.?m\.?|{_behind_hour()}))?"


_ONLY_TIME = lazily(time_of_day, re.IGNORECASE)


def is_only_time(look: Look) -> bool:
    """Say whether a line is a time and nothing else: ``17:45``, ``17.45 Uhr``."""
    return look.columns <= _TIME and bool(look.signs) and _ONLY_TIME.fullmatch(look.text.strip()) is not None


def names_hour(look: Look) -> bool:
    """``Today, 17:40``, ``Gestern um 9:15 Uhr``: a day without a date and a time, no other word."""
    if ":" not in look.text:
        return False
    known: bool | None = look.memo.get("names_hour")
    if known is None:
        known = look.memo["names_hour"] = _is_near_hour(look.fold)
    return known


def _is_near_hour(fold: str) -> bool:
    if (rest := strip_times(fold)) == fold:
        return False
    days = phrases("publication", "near_days")
    words = [word for piece in rest.split() if (word := piece.strip(EDGES))]
    joined = 2 if " ".join(words[:2]) in days else 0  # hari ini
    return 0 < len(words) <= _HOUR_WORDS and all(word in days for word in words[joined:])


def states_reading_time(look: Look) -> bool:
    """Say whether the line says how long the text takes to read: ``3 min read``, ``Lesezeit: 2 Minuten``."""
    fold = look.fold
    return (
        len(fold) <= 40
        and not FIGURES.isdisjoint(look.signs)
        and _DIGIT.search(fold) is not None
        and any(map(fold.__contains__, phrases("publication", "reading_time")))
    )
