# SPDX-License-Identifier: Apache-2.0
"""Wire headers: the numbers, codes and times that agencies send above and below a story.

Comes in: a ``Survey`` and a passage.  Goes out: how surely it is one.  Source: IPTC 7901 (``ZCZC``, ``NNNN``, date
and time groups) as agencies send it.
"""

from __future__ import annotations

import re

from docforge.detect.agencies import known_agency
from docforge.detect.look import FIGURES, Look
from docforge.detect.survey import Survey
from docforge.patterns import lazily

__all__ = ["wire_header"]

_WIDEST = 60
_SIGNALS = frozenset({"ZCZC", "NNNN"})
"""Where a message starts and ends."""
_MESSAGE = lazily(r"ZCZC(?: .{0,40}|[A-Z]{0,3}\d{1,5}\S{0,8})")
"""Where one starts, with its number."""
_NUMBERED = lazily(r"(?P<house>[A-Z]{2,4})(?P<number>\d{3,8})(?: [A-Z0-9/.,-]{1,24}){0,6}")
"""``EFE0042 NAC OBRAS-PUENTE``, ``FRA0042 4 G 0321 FRA /AFP-AB12``, ``YTO20251105``: the message's number first."""
_TIME_GROUP = lazily(
    r"(?:[A-Z]{2,6} )?\d{6}[A-Z]? [A-Z]{3} ?\d{2}(?:\d{2})?|\d{2}-[A-Z]{3}-\d{2}(?:\d{2})? \d{2}[:.]\d{2}"
)
"""``AFP 051230 NOV 25``, ``05-NOV-25 12:30``: when the message was sent."""
_LOCAL_TIME_GROUP = lazily(r"(?P<day>[0-3]\d)[0-2]\d[0-5]\d[A-Z]? (?P<month>[^\W\d_]{3,4}\.?) (?P<year>\d{2})")
"""``041105 Mär 02``: the month in another language."""
_TRAILER = lazily(r"[A-Z]{2,4}\d{4} \d{4}-\d\d-\d\d/\d\d:\d\d")
"""``APA0123 2025-05-12/10:15``: the number again and when the message was sent."""
_CODES = lazily(r"(?:[A-Z0-9]{1,5} ){1,6}[A-Z0-9]{1,5}")
"""``R POL S0A QBXB``: the desk and subject, below the number."""


def wire_header(survey: Survey, look: Look) -> float:
    """Return how surely a line holds the codes of a message, 0 for none; worked out once."""
    known: float | None = look.memo.get("wire_header")
    if known is None:
        known = look.memo["wire_header"] = _header(survey, look)
    return known


def _header(survey: Survey, look: Look) -> float:
    if look.columns > _WIDEST or look.ends:
        return 0.0
    text = look.text.strip()
    if FIGURES.isdisjoint(look.signs):
        return 1.1 if text in _SIGNALS else 0.0
    if (group := _LOCAL_TIME_GROUP.fullmatch(text)) is not None and _states_day(survey, group):
        return 1.1
    if text.isupper():
        above = survey.looks[look.index - 1].text.strip() if look.index else ""
        if _is_strict(text) or (_is_strict(above) and _CODES.fullmatch(text)):
            return 1.1
    return 0.86 if _is_row_of_codes(text) else 0.0


def _states_day(survey: Survey, group: re.Match[str]) -> bool:
    """Say whether the word between the figures is a month in the language of the text."""
    return any(found.date.is_full for found in survey.dates_in(f"{group['day']} {group['month']} 20{group['year']}"))


def _is_strict(text: str) -> bool:
    if _MESSAGE.fullmatch(text) or _TIME_GROUP.fullmatch(text) or _TRAILER.fullmatch(text):
        return True
    numbered = _NUMBERED.fullmatch(text)
    if numbered is None:
        return False
    house, number = numbered["house"], numbered["number"]
    alone = len(text) == len(house) + len(number)
    return (alone and len(number) == 8) or (not alone and (number[0] == "0" or known_agency(house)))


def _is_row_of_codes(text: str) -> bool:
    """``bdt0412 4 pl 212 dpa 0815``: short codes and numbers, no word of a language among them, one with figures."""
    words = text.split()
    codes = [word for word in words if any(map(str.isdigit, word)) and word[0].isalpha()]
    short = all(len(word) <= 8 and word.isascii() and word.isalnum() and not word.istitle() for word in words)
    return len(words) >= 4 and bool(codes) and short and sum(map(str.isdigit, words)) >= 2
