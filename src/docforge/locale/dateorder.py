# SPDX-License-Identifier: Apache-2.0
"""Which of day and month comes first in the dates in figures of one page, where its language writes both.

Comes in: a text and what ``find_dates`` found in it.  Goes out: the same dates, each with one reading where a weekday,
the other dates of the page or a time zone decide between two.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import replace

from docforge.locale import datewords as words
from docforge.model import FoundDate, PartialDate

__all__ = ["settled", "shown_order"]

_MONTHS = 12
_IN_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\d/-])")
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")
_REACH = 24
"""Characters before a date in which its weekday may stand, and behind it in which its time zone may."""


def shown_order(text: str) -> str:
    """Return ``mdy`` or ``dmy`` as the dates in figures show that can be read in one way only; "" if they do not."""
    orders = set()
    for found in _IN_FIGURES.finditer(text):
        first, second = int(found[1]), int(found[3])
        if first > _MONTHS >= second:
            orders.add("dmy")
        elif second > _MONTHS >= first:
            orders.add("mdy")
    return orders.pop() if len(orders) == 1 else ""


def settled(found: Iterable[FoundDate], text: str, order: str) -> tuple[FoundDate, ...]:
    """Return *found*, dates with two readings in *text* with one where something decides.

    That is a weekday beside the date, else *order* (see ``shown_order``), else a time zone behind the date.
    """
    return tuple(date if date.alternative is None else _settled(date, date.alternative, text, order) for date in found)


def _settled(date: FoundDate, other: PartialDate, text: str, order: str) -> FoundDate:
    named = [word[:3] for word in _WORD.findall(text[max(0, date.start - _REACH) : date.end].casefold())]
    for reading, rival in ((date.date, other), (other, date.date)):
        if _weekday(reading) in named and _weekday(rival) not in named:
            return replace(date, date=reading, alternative=None)
    order = order or _order_of_zone(text[date.end : date.end + _REACH])
    first = int(number[0]) if (number := _NUMBER.search(text, date.start, date.end)) else 0
    for reading in (date.date, other):
        if order and first == (reading.month if order == "mdy" else reading.day):
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
