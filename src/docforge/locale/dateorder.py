# SPDX-License-Identifier: Apache-2.0
"""Which of day and month comes first in the dates in figures of one page, where its language writes both.

Comes in: a text and what ``find_dates`` found in it.  Goes out: the same dates, each with one reading where a weekday,
the other dates of the page or a time zone decide between two.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from docforge.locale import datewords as words
from docforge.model import FoundDate, PartialDate

__all__ = ["PIVOT", "in_full", "settled", "shown_order"]

_MONTHS = 12
PIVOT = 70
"""From here on a year of two figures is one of the 20th century."""
_IN_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|(?<=/)\d\d)(?![\d/-])")
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")
_WEEKDAY = re.compile(
    r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|day|sday|nesday|r|rs|rsday|urday)?\.?,?\s?(?:the\s|\()?\Z", re.IGNORECASE
)
"""The name of a day right before a date, and nothing else: Monica and a month are none."""
_REACH = 24
"""Characters before a date in which its weekday may stand, and behind it in which its time zone may."""
_NEAR = 1
"""Years that may lie between a date and those that show its order: older ones are quoted, not the page's own."""


def shown_order(text: str) -> Mapping[int, str]:
    """Return, by year, ``mdy`` or ``dmy`` as the dates in figures of *text* show that can be read in one way only.

    A year whose dates show both has "".
    """
    orders: dict[int, set[str]] = {}
    for found in _IN_FIGURES.finditer(text):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        if max(first, second) > _MONTHS >= min(first, second):
            full = year if len(found[4]) == 4 else in_full(year)
            orders.setdefault(full, set()).add("dmy" if first > second else "mdy")
    return {year: found.pop() if len(found) == 1 else "" for year, found in orders.items()}


def in_full(year: int) -> int:
    """Return a year of two figures in the century that POSIX gives it (strptime ``%y``)."""
    return (2000 if year < PIVOT else 1900) + year


def settled(found: Iterable[FoundDate], text: str, orders: Mapping[int, str]) -> tuple[FoundDate, ...]:
    """Return *found*, dates with two readings in *text* with one where something decides.

    That is a weekday right before the date, else *orders* of its time (see ``shown_order``) and a time zone behind
    it, where these do not contradict each other.
    """
    return tuple(date if date.alternative is None else _settled(date, date.alternative, text, orders) for date in found)


def _settled(date: FoundDate, other: PartialDate, text: str, orders: Mapping[int, str]) -> FoundDate:
    number = _NUMBER.search(text, date.start, date.end)
    if number is None:
        return date
    named = _WEEKDAY.search(text, max(0, number.start() - _REACH), number.start())
    for reading, rival in ((date.date, other), (other, date.date)):
        if named is not None and _weekday(reading) == named[1].casefold() != _weekday(rival):
            return replace(date, date=reading, alternative=None)
    year = date.date.year or 0
    near = {orders[shown] for shown in range(year - _NEAR, year + _NEAR + 1) if shown in orders}
    near |= {zone} if (zone := _order_of_zone(text[date.end : date.end + _REACH])) else set()
    order = near.pop() if len(near) == 1 else ""
    for reading in (date.date, other):
        if order and int(number[0]) == (reading.month if order == "mdy" else reading.day):
            return replace(date, date=reading, alternative=None)
    return date


def _weekday(date: PartialDate) -> str:
    return words.ENGLISH_WEEKDAYS[datetime.date(date.year or 1, date.month or 1, date.day or 1).weekday()]


def _order_of_zone(text: str) -> str:
    for word in _WORD.findall(text):
        if word in words.MONTH_FIRST_ZONES:
            return "mdy"
        if word in words.DAY_FIRST_ZONES:
            return "dmy"
    return ""
