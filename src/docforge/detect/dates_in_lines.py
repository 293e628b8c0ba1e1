# SPDX-License-Identifier: Apache-2.0
"""The dates that lines of an article state: which of two readings they have, and whether short numbers are dates.

Comes in: the language and the text of an article, then one line after another.  Goes out: the dates of each, in order.
Where the article's language reads none, English does; which of day and month is first the page's other dates tell;
three numbers of two figures are a date where something speaks for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from docforge.detect.look import Look
from docforge.detect.vocabulary import Openings, folded, openings
from docforge.model import FoundDate
from docforge.patterns import any_of, lazily

__all__ = ["LineDates", "has_short_year", "is_vouched", "may_state_day"]

_DATE_SIGN = re.compile(r"[0-9一二三四五六七八九十]|\d")
_YEAR_SIGN = re.compile(r"(?:19|20)\d\d|\d/\d")
_DIGIT = re.compile(r"\d")
_FOUR_FIGURES = lazily(r"\d{4}")
_HAN_DATE_SIGNS = ("年", "月", "日", "년", "월")
_GLUE = re.compile(r"[A-ZÀ-Þ\d](?:(?<=[^\W\d_A-ZÀ-Þ][A-ZÀ-Þ])|(?<=[ ./](?:19|20)\d\d\d)|(?<=(?:19|20)\d\d,\d))")
"""The first of what is glued to a word or a date; what the pattern begins with is found fast."""
_GLUE_LIMIT = 160
_SECOND = {"en": "en-US"}
"""Where a language alone leaves the order of day and month open, the reading to try next."""
_ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_GLUED_MONTH = lazily(rf"(?<=[A-ZÀ-Þ])(?=(?i:{any_of(_ENGLISH_MONTHS)})[A-Za-z]{{0,6}}\.? \d{{1,2}}, \d{{4}})")
"""Where a month is run into capitals: ``LEEDEC. 21, 2023``."""
_SLASHED = lazily(r"\d/\d")
_SHORT_YEAR = re.compile(r"(\d\d?)([-/]|\. ?)\d\d?\2\d\d\.?\Z")
_PIECES = lazily(r"[|•·,;]|\s[-–—/]\s")
_CLOCK = lazily(r"\d\s?[:h：時时시]\s?\d|\d\s?(?:[ap]\.?m\b|uhr\b)", re.IGNORECASE)


class LineDates:
    """Finds the dates of an article line by line; what is asked again is not read again."""

    def __init__(self, language: str, text: str) -> None:
        """Read dates in *language*, a tag (``und`` when unknown), as the dates of the whole *text* of the page do."""
        self._language = language if language != "und" else "en"
        self._text = text
        self._orders: Mapping[int, str] | None = None
        self._known: dict[str, tuple[FoundDate, ...]] = {}

    def dates_in(self, text: str) -> tuple[FoundDate, ...]:
        """Return the dates in *text*, read in the article's language, else in English; offsets are into *text*.

        Pages glue words and dates together (``Jo SmithDec. 21, 2023``); without a full date the pieces are read alone.
        """
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = self._all_dates(text) if _DATE_SIGN.search(text) else ()
        return found

    def _all_dates(self, text: str) -> tuple[FoundDate, ...]:
        found = self._read_dates(text)
        if len(text) > _GLUE_LIMIT or any(d.precision == "day" for d in found):
            return found
        glued = {m.start() for pattern in (_GLUE, _GLUED_MONTH) for m in pattern.finditer(text)}
        cuts = [0, *sorted(glued), len(text)]
        if len(cuts) > 2:
            pieces = [self._read_dates(text[a:b], a) for a, b in pairwise(cuts)]
            if any(d.precision == "day" for piece in pieces for d in piece):
                return tuple(d for piece in pieces for d in piece)
        return found

    def _read_dates(self, text: str, shift: int = 0) -> tuple[FoundDate, ...]:
        if not _DATE_SIGN.search(text):
            return ()
        own, find_dates = self._language, _finder()
        found = find_dates(text, own)
        if not any(d.precision == "day" for d in found) and len(text) <= _GLUE_LIMIT and _has_second_reading(text, own):
            # What three short numbers are is for the text's own language to say: its years may count in an era.
            second = find_dates(text, _SECOND.get(own, "en"))
            found = tuple(d for d in second if not has_short_year(text, d)) or found
        if any(d.alternative is not None for d in found):
            found = self._settled(found, text)
        return tuple(replace(d, start=d.start + shift, end=d.end + shift) for d in found) if shift else tuple(found)

    def _settled(self, found: Iterable[FoundDate], text: str) -> tuple[FoundDate, ...]:
        """Leave one reading where the line or the other dates of the page decide between two."""
        from docforge.locale import settled, shown_order

        if self._orders is None:
            self._orders = shown_order(self._text)
        return settled(found, text, self._orders)


@cache
def _finder() -> Callable[[str, str], Sequence[FoundDate]]:
    """Return what finds dates: loaded for the first line with a figure, and once, for that takes a while each time."""
    from docforge.locale import find_dates

    return find_dates


def _has_second_reading(text: str, own: str) -> bool:
    """Say whether *text* may hold a date that English reads and the language *own* does not."""
    if not _YEAR_SIGN.search(text):
        return False
    if own in _SECOND or _SLASHED.search(text):
        return True
    lower = text.lower()
    return any(map(lower.__contains__, _ENGLISH_MONTHS))


def has_short_year(text: str, date: FoundDate) -> bool:
    """Say whether a date is three numbers of two figures and nothing else, not even a weekday."""
    return date.precision == "day" and _SHORT_YEAR.fullmatch(text, date.start, date.end) is not None


def is_vouched(look: Look, date: FoundDate, language: str, *, amid: bool) -> bool:
    """Say whether three numbers of two figures are a date by their place: else they are sizes, scores, telephones.

    A label, a byline word of *language*, a primary subtag, or a time speaks for them everywhere, no label above and
    below the text alone; *amid* says that running text stands above and below.
    """
    text = look.text
    lead = folded(_PIECES.split(text[: date.start])[-1])
    if _CLOCK.search(text) or any(
        listed.all(opening) for listed in _date_labels(language) for opening in (lead, look.fold)
    ):
        return True
    return not amid and not lead.endswith((":", "："))


@cache
def _date_labels(language: str) -> tuple[Openings, ...]:
    publication = (openings("publication", use) for use in ("published", "updated"))
    return (*publication, openings("byline", "label"), openings("byline", "prefix", language))


def may_state_day(text: str, east_asian: bool) -> bool:
    """Say whether *text* has figures enough for day, month and year: a year of four and a day, or short ones."""
    if east_asian and any(sign in text for sign in _HAN_DATE_SIGNS):
        return True
    figures = len(_DIGIT.findall(text))
    return figures >= 5 or (figures >= 3 and _FOUR_FIGURES.search(text) is None)
