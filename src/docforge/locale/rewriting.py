# SPDX-License-Identifier: Apache-2.0
"""Dates in running text written in the manner of another locale; only on request (``--rewrite-dates``).

A date is rewritten with the precision that it has, and only where that leaves the sentence sound: not between quotation
marks, not in names, laws, addresses and code, not where its words carry a case ending or where it has two readings.
What stays is told with the reason.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from docforge.errors import LocaleError
from docforge.locale import tables
from docforge.locale.changes import Change
from docforge.locale.datepatterns import UNSPACED, fold, letter_or_mark
from docforge.locale.dates import STYLES, format_date, format_interval
from docforge.locale.datewords import MONTHS
from docforge.locale.recognition import find_dates
from docforge.locale.tags import data_chain, resolve
from docforge.model import FoundDate, PartialDate
from docforge.patterns import lazily
from docforge.records import dataclass

__all__ = ["DateLeft", "DateStyle", "RewrittenDate", "rewrite_dates"]

_LEAST_CONFIDENCE = 0.75
_LONGEST_CONJUNCTION = 12
_LONGEST_ENDING = 3
_SHARED = "it shares words with another date"
_ADDRESS = lazily(r"(?:https?://|www\.)\S+|\S{1,64}@\S{1,64}\.\S{1,64}|`[^`\n]{0,200}`")
_CLOSING = {"“": "”", "„": "“”", "«": "»", "‹": "›", "「": "」", "『": "』", "《": "》", "〈": "〉", "”": "”", '"': '"'}
"""Opening marks and what may close them; ” opens in Swedish and Finnish."""
_RANGE = lazily(r"\s?(?:[-–—～~〜至到]|から|부터)\s?")
_NUMERIC = lazily(r"[\d\s./\-\u200e\u200f\u061c]+")
_ATTACHED = lazily(r"['’ʼ-]?[^\W\d_]")
_ENDING = lazily(r"\d['’ʼ-]?[^\W\d_]")
_HAN_NUMERAL = lazily("[〇零一二三四五六七八九十元]")
_NUMBER = lazily(r"\d+")

# Endings of the number of a day that change with no case.
_PLAIN_ENDINGS = {"en": r"\d(?:st|nd|rd|th)\b", "fr": r"1er\b", "ca": r"\d[aè]\b", "nl": r"\d(?:e|ste|de)\b"}

_LAW_WORDS = lazily(
    r"\b(?:acts?|laws?|bill|decree|treaty|agreement|resolution|directive|regulation|accord|convention|protocol"
    r"|loi|décret|arrêté|traité|ordonnance|règlement|résolution|gesetz\w*|verordnung|vertrag\w*|abkommen|beschluss"
    r"|richtlinie|ley|decreto|tratado|acuerdo|resolución|legge|trattato|accordo|lei|acordo|закон\w*|указ\w*"
    r"|постановлени\w+|договор\w*|соглашени\w+|приказ\w*|постанов\w+|договір|угод\w|наказ\w*|заң\w*|жарлық\w*|қаулы\w*"
    r"|kanun\w*|yasa\w*|ustaw\w+|zákon\w*)\W+(?:[^\W_]+\W+){0,2}\Z",
    re.IGNORECASE,
)
"""A law or treaty whose name a date right after it belongs to."""
_NAMED_AFTER = lazily(r"\b([^\W\d_]\w*) (?:of|du|del?|vom|от|від|ад|z|ze|van|od) \Z")


@dataclass(frozen=True, slots=True)
class DateStyle:
    """How dates are to be written; the fields are those of ``format_date``."""

    locale: str
    style: str = "long"
    calendar: str | None = None
    second_calendar: str | None = None


@dataclass(frozen=True, slots=True)
class RewrittenDate:
    """A date with the words that stand for it now."""

    change: Change
    date: PartialDate
    """The date, or the first day of a range."""


@dataclass(frozen=True, slots=True)
class DateLeft:
    """A date that stays as written, and why; offsets are into the text."""

    start: int
    end: int
    reason: str


def rewrite_dates(
    text: str,
    language: str,
    style: DateStyle,
    *,
    reference: PartialDate | None = None,
    spared: Iterable[tuple[int, int]] = (),
) -> tuple[tuple[RewrittenDate, ...], tuple[DateLeft, ...]]:
    """Return the dates of one paragraph in *language* that are written anew, and those that stay.

    *reference* (the article's own date) tells the weekday of a date without a year; a year that was not written is
    not added.  *spared* are ranges that must not change (names, quotations); what stands between quotation marks and
    addresses is spared anyhow.

    Raises:
        UsageError: malformed *language*; as ``format_date`` for *style*.
        LocaleError: no tables for the locale of *style*.
    """
    found = find_dates(text, language, reference=reference)
    if not found:
        return (), ()
    closed = [*_between_marks(text), *(address.span() for address in _ADDRESS.finditer(text)), *spared]
    source = _Source(text, language)
    written: list[RewrittenDate] = []
    left: list[DateLeft] = []
    groups = list(_grouped(found, text))
    reasons = [source.hindrance(dates, closed) for dates in groups]
    for index, dates in enumerate(groups):
        start, end = dates[0].start, dates[-1].end
        beside = {reasons[at] for at in (index - 1, index + 1) if 0 <= at < len(groups) and _near(groups, at, index)}
        reason = reasons[index] or (_SHARED if _SHARED in beside else "")
        new = None if reason else _formatted(dates, style, weekday=source.has_weekday(start, end))
        if new is None:
            left.append(DateLeft(start, end, reason or "the style asked for has no form for it"))
        elif new != text[start:end]:
            end += new.endswith(".") and text.startswith(".", end)  # one point ends the abbreviation and the sentence
            written.append(RewrittenDate(Change(start, end, new), dates[0].date))
    return tuple(written), tuple(left)


def _near(groups: list[list[FoundDate]], one: int, other: int) -> bool:
    first, second = sorted((one, other))
    return groups[second][0].start - groups[first][-1].end <= _LONGEST_CONJUNCTION


def _grouped(found: tuple[FoundDate, ...], text: str) -> Iterator[list[FoundDate]]:
    """Ranges of two dates with a dash between, and single dates."""
    waiting: FoundDate | None = None
    for date in found:
        if waiting is not None and _RANGE.fullmatch(text, waiting.end, date.start):
            yield [waiting, date]
            waiting = None
            continue
        if waiting is not None:
            yield [waiting]
        waiting = date
    if waiting is not None:
        yield [waiting]


def _between_marks(text: str) -> list[tuple[int, int]]:
    """What stands between quotation marks; an unclosed mark spares the rest of the paragraph."""
    ranges: list[tuple[int, int]] = []
    opened, closing = -1, ""
    for at, char in enumerate(text):
        if opened >= 0:
            if char in closing:
                ranges.append((opened, at + 1))
                opened = -1
        elif char in _CLOSING and not (char in '"”' and at and text[at - 1].isalnum()):
            opened, closing = at, _CLOSING[char]
    return ranges if opened < 0 else [*ranges, (opened, len(text))]


# -- where a date must stay ----------------------------------------------------------------


class _Source:
    """The text with what its language says about the words of a date."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        try:
            self.locale = resolve(language)
        except LocaleError:
            self.locale = resolve("en")
        self.unspaced = self.locale.script in UNSPACED

    def hindrance(self, dates: list[FoundDate], closed: list[tuple[int, int]]) -> str:
        """Why a date must stay as it is, *closed* ranges being out of reach; empty when it need not."""
        start, end, last = dates[0].start, dates[-1].end, dates[-1]
        if any(low < end and start < high for low, high in closed):
            return "it stands in a quotation, a name or an address"
        if any(date.alternative is not None for date in dates):
            return "it has two readings"
        if any(date.confidence < _LEAST_CONFIDENCE for date in dates) or last.date.month is None:
            return "its reading is not certain"
        if last.calendar != "gregorian" and not last.date.is_full:
            return f"only a whole date can be told in another calendar than {last.calendar}"
        surface = self.text[start:end]
        numeric = _NUMERIC.fullmatch(surface) is not None
        wanted = len(dates) - 1 + ("day" in last.precision) + (last.precision in ("day", "month")) + numeric
        if len(_NUMBER.findall(surface)) < wanted and not _HAN_NUMERAL.search(surface):
            return _SHARED
        if self._in_name(start, end):
            return "it may be part of a name"
        if not numeric and not self._is_citation_form(surface, alone=last.date.day is None):
            lacks_month = self.unspaced or sum(char.isalpha() for char in surface) <= _LONGEST_ENDING
            return _SHARED if lacks_month else "its words carry a case ending"
        if self.has_weekday(start, end) and not self._weekday_fits(surface, last.date):
            return "its weekday does not fit, or cannot be told without a year"
        return ""

    def _in_name(self, start: int, end: int) -> bool:
        """Say whether the words beside a date may make a name of it: 11 September Museum, Act of 4 May 1998."""
        text = self.text
        if not self.unspaced and (
            _ATTACHED.match(text, end) or (text[end : end + 1] == " " and text[end + 1 : end + 2].isupper())
        ):
            return True
        before = text[max(0, start - 60) : start]
        named = _NAMED_AFTER.search(before)
        return (named is not None and named[1][0].isupper()) or _LAW_WORDS.search(before) is not None

    def _is_citation_form(self, surface: str, *, alone: bool) -> bool:
        """Say whether the month stands in a form that CLDR or the field table cites, with nothing attached.

        A month without a day must have its stand-alone form (ru сентябрь 2022, not в сентябре 2022).
        """
        forms = _month_forms(self.locale.base, alone=alone)
        folded = fold(surface)
        if self.unspaced:
            return "月" in folded or any(form in folded for form in forms)
        plain = _PLAIN_ENDINGS.get(self.locale.language)
        if _ENDING.search(re.sub(plain, "", surface) if plain else surface):
            return False
        return not forms.isdisjoint(self._words(folded))

    def has_weekday(self, start: int, end: int) -> bool:
        """Say whether the date names its weekday."""
        return bool(self._written_weekdays(self.text[start:end]))

    def _weekday_fits(self, surface: str, date: PartialDate) -> bool:
        if date.year is None or date.month is None or date.day is None:
            return False
        own = datetime.date(date.year, date.month, date.day).isoweekday() % 7
        return self._written_weekdays(surface) == {own}

    def _written_weekdays(self, surface: str) -> set[int]:
        """The weekdays that are named, 0 being Sunday."""
        folded = fold(surface)
        names = _weekdays(self.locale.base)
        if not self.unspaced:
            return {names[word] for word in self._words(folded) if word in names}
        return {day for name, day in names.items() if name in folded}

    @staticmethod
    def _words(folded: str) -> set[str]:
        return set(_word().findall(folded)) | {folded.strip(" .,")}


@lru_cache(maxsize=1)
def _word() -> re.Pattern[str]:
    return re.compile(rf"{letter_or_mark()}(?:{letter_or_mark()}|[.'’-](?={letter_or_mark()}))*")


@lru_cache(maxsize=64)
def _month_forms(base: str, *, alone: bool) -> frozenset[str]:
    """The folded forms of the months that a date may have in a sentence without an ending of its own."""
    forms: set[str] = set()
    for tag in data_chain(base):
        names = tables.record(tag)["names"]
        for width in ("LLLL", "LLL") if alone else ("MMMM", "MMM", "LLLL", "LLL"):
            forms.update(fold(name).strip(".") for name in names[width])
    for calendar in tables.calendar_record(base).values():
        if isinstance(calendar, dict):
            forms.update(fold(name).strip(".") for name in calendar.get("MMMM", ()))
    if not alone:
        for month in MONTHS.get(base.partition("-")[0], "").split(";"):
            forms.update(form.strip(".") for form in month.split() if len(form) <= 4)
    return frozenset(form for form in forms if len(form) > 1)


@lru_cache(maxsize=64)
def _weekdays(base: str) -> dict[str, int]:
    names = tables.record(base)["names"]
    return {
        form: day
        for key in ("EEEE", "cccc", "EEE", "ccc")
        for day, name in enumerate(names[key])
        if len(form := fold(name).strip(".")) > 1
    }


# -- the new words -------------------------------------------------------------------------

_WITH_WEEKDAY = {"full": "full", "long": "full", "medium": "yMMMEEEd", "short": "yMEd"}
_WITH_WEEKDAY_ONLY = {"full": "MMMMEEEEd", "long": "MMMMEEEEd", "medium": "MMMEEEd", "short": "MEd"}
_RANGES = {"full": "yMMMMd", "long": "yMMMMd", "medium": "yMMMd", "short": "yMd"}


def _formatted(dates: list[FoundDate], style: DateStyle, *, weekday: bool) -> str | None:
    """The date or range in the style asked for, or None where the style would lose a part of it."""
    first, last = (_bare(date) for date in (dates[0], dates[-1]))
    if len(dates) == 2:
        skeleton = _RANGES.get(style.style)
        alike = (first.year is None, first.day is None) == (last.year is None, last.day is None)
        if skeleton is None or weekday or not alike or style.second_calendar is not None:
            return None
        skeleton = skeleton if last.year is not None else skeleton[1:]
        return format_interval(first, last, style.locale, skeleton, calendar=style.calendar)
    own = style.style
    if weekday and "E" not in own:
        if own not in STYLES:
            return None
        own = (_WITH_WEEKDAY if last.is_full else _WITH_WEEKDAY_ONLY)[own]
        last = PartialDate(dates[-1].date.year, last.month, last.day)
    return format_date(last, style.locale, own, calendar=style.calendar, second_calendar=style.second_calendar)


def _bare(found: FoundDate) -> PartialDate:
    """The same day with the parts that were written; in which calendar does not matter for how it is told."""
    return PartialDate(found.date.year if found.precision != "month-day" else None, found.date.month, found.date.day)
