# SPDX-License-Identifier: Apache-2.0
"""Finding dates in running text: where they stand, what they mean, how sure that is.

A date is a month's name with a number beside it, or numbers in an order and with signs that leave no other reading.
Versions, IP addresses, hours, counts and scores are let be.  A missing part is never guessed: without a year the value
has none, unless *reference* (the article's own date) gives it.

Knows values and readings; the expressions of each language are in ``datepatterns``.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from docforge.diagnostics import Report
from docforge.errors import LocaleError, UsageError
from docforge.locale import datewords as words
from docforge.locale import tables
from docforge.locale.calendars import to_gregorian
from docforge.locale.dateorder import PIVOT, in_full
from docforge.locale.datepatterns import TWOFOLD, Expressions, ethiopic_begins, expressions
from docforge.locale.names import weekday_names
from docforge.locale.tags import likely, parse_tag
from docforge.model import FoundDate, PartialDate
from docforge.patterns import lazily
from docforge.records import dataclass

__all__ = ["find_dates", "may_open_date", "report_two_readings"]

_FIRST_YEAR_NOT_ETHIOPIC = 2020
"""From here on a year beside an Ethiopic month counts as Gregorian: the Ethiopic one lies seven to eight years back."""
_OPENING = 3
"""Letters at the head of a date in words that tell it from most other words."""
_WINDOW = 64
"""Characters beside a month's name that may belong to its date."""


def find_dates(text: str, locale: str, *, reference: PartialDate | None = None) -> tuple[FoundDate, ...]:
    """Return the dates in *text*, in order, without overlaps; offsets are code points into *text*.

    *locale* is the language of the text; ``und`` and languages without tables are read as ISO forms, unambiguous
    numeric forms and English.  With *reference* (the article's own date) a date without a year takes the year that
    puts it nearest to it, and a day alone (14日) its month too; ``precision`` still tells what was written.
    A numeric date with two readings has the other one in ``alternative``.

    Raises:
        UsageError: malformed *locale*.
    """
    if not _MAY_HOLD_DATE.search(text):
        return ()
    try:
        own = expressions(locale)
    except LocaleError:
        own = expressions("und")
    alphabetic = text.isascii() or not _TO_FOLD.search(text)
    folded, offsets = _folded(text, alphabetic)
    hits: list[_Hit] = []
    if _NUMERIC_SIGN.search(folded):
        hits += _numeric_hits(folded, own, locale)
    hits += _named_hits(folded, text if offsets is None else None, own)
    if not alphabetic and _CJK_DATE.search(folded):
        hits += _cjk_hits(folded, parse_tag(locale).language, locale, reference is not None)
    for bare in (own.slash, own.dotted):
        if bare is not None and _BARE_SIGN.search(folded):
            hits += _bare_hits(folded, bare)
    if not hits and len(folded) <= _ALONE and (alone := _SPACED.fullmatch(folded)) is not None:
        hits = list(_spaced_hit(alone))
    if not hits:
        return ()
    found = [_placed(hit, offsets, reference) for hit in _apart(hits)]
    return tuple(_paired(found, text))


def may_open_date(word: str, locale: str) -> bool:
    """Say whether a date may begin with *word*: it opens as a month or a day of the week does, or is short.

    A short cut: no date in *locale*, or in English, begins with another word in Latin letters.
    """
    return len(word) <= _OPENING or word[:_OPENING].lower() in _date_openings(locale)


@cache
def _date_openings(locale: str) -> frozenset[str]:
    """The first letters of the months, and of the days of the week (CLDR), in a language and in English."""
    found: set[str] = set()
    for tag in (locale, "en"):
        try:
            own, days = expressions(tag), weekday_names(tag)
        except (LocaleError, UsageError):
            continue
        found.update(name[:_OPENING].lower() for name in (*own.names, *days))
    return frozenset(found)


def report_two_readings(text: str, found: Iterable[FoundDate], report: Report) -> None:
    """Add a diagnostic for each of the *found* dates in *text* that can be read in two ways."""
    for date in found:
        if date.alternative is not None:
            shown = text[date.start : date.end]
            report.add("DF-L103", text=shown, first=date.iso, second=date.alternative.iso)


_ALONE = 24
"""Characters of a text that is a date with blanks for signs and an hour, at most."""
_SPACED = re.compile(
    r"\s*(?P<date>(?P<y>20\d\d|19\d\d) (?P<m>0[1-9]|1[0-2]) (?P<d>0[1-9]|[12]\d|3[01]))(?:,? \d\d[:.]\d\d)?\s*"
)
"""``2023 10 13``, as papers of Lithuania and Sweden write it: a date where nothing stands beside it but the hour."""


def _spaced_hit(found: re.Match[str]) -> Iterator[_Hit]:
    year, month, day = int(found["y"]), int(found["m"]), int(found["d"])
    if _day(year, month, day) is not None:
        yield _Hit(*found.span("date"), PartialDate(year, month, day), "day", 0.8)


# -- folding -------------------------------------------------------------------------------

_MAY_HOLD_DATE = re.compile(r"\d|[〇零一二三四五六七八九十]月|[一二三四五六七八九十]日|元年")
_TO_FOLD = re.compile("[\t\u00a0\u0130\u0600-\u1fff\u2000-\u2012\u2024-\U0010ffff]")
"""Where all that the fold table names lies: most texts in Latin, Greek and Cyrillic letters need no look into it."""
_SINGLE_BREAK = re.compile(r"(?<![\n])\n(?!\n)")


@cache
def _fold_table() -> dict[int, str]:
    table = {ord(char): " " for char in "\u00a0\u202f\u2009\u2007\u2002\u2003\u3000\t"}
    table.update({0x200E: "\u200f", 0x061C: "\u200f", 0x2010: "-", 0x2011: "-", 0x2212: "-", 0xFF0D: "-"})
    table.update({0xFF0E: ".", 0xFF0F: "/", 0xFF1A: ":", 0x130: "i", 0x2044: "/"})
    for system, ten in tables.core()["digits"].items():
        if system == "hanidec":  # 十 and 百 are read with them, see _cjk_number
            continue
        for value, digit in enumerate(ten):
            table[ord(digit)] = str(value)
    return table


def _folded(text: str, alphabetic: bool) -> tuple[str, list[int] | None]:
    """Return *text* in lower case with ASCII digits and plain spaces, and offsets into *text* where lengths differ.

    Nothing of the fold table stands in an *alphabetic* text.
    """
    offsets = None
    if not text.isascii():
        if not alphabetic:
            text = text.translate(_fold_table())
        if not unicodedata.is_normalized("NFC", text):
            text, offsets = _composed(text)
        lowered = text.lower()
        if len(lowered) != len(text):
            lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    else:
        lowered = text.lower()
    return _SINGLE_BREAK.sub(" ", lowered) if "\n" in lowered else lowered, offsets


def _composed(text: str) -> tuple[str, list[int]]:
    """Return the NFC form and, for each of its characters and its end, the offset in *text*."""
    out: list[str] = []
    offsets: list[int] = []
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or unicodedata.combining(text[end]) == 0:
            cluster = unicodedata.normalize("NFC", text[start:end])
            out.append(cluster)
            offsets += [min(start + i, end - 1) for i in range(len(cluster))]
            start = end
    return "".join(out), [*offsets, len(text)]


# -- hits ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    date: PartialDate
    precision: str
    confidence: float
    alternative: PartialDate | None = None


def _apart(hits: list[_Hit]) -> Iterator[_Hit]:
    """Hits in order without overlaps; the longer one wins."""
    taken: list[_Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if not taken or taken[-1].end <= hit.start:
            taken.append(hit)
        elif hit.end - hit.start > taken[-1].end - taken[-1].start:
            taken[-1] = hit
    return iter(taken)


def _placed(hit: _Hit, offsets: list[int] | None, reference: PartialDate | None) -> FoundDate:
    start, end = (hit.start, hit.end) if offsets is None else (offsets[hit.start], offsets[hit.end])
    date = hit.date if reference is None else _completed(hit.date, reference)
    return FoundDate(start, end, date, hit.precision, hit.confidence, hit.alternative)


def _completed(date: PartialDate, reference: PartialDate) -> PartialDate:
    """Give a date without a year the year nearest to *reference*."""
    if date.year is not None or date.day is None or reference.year is None or date.calendar != "gregorian":
        return date
    if date.month is None:
        if reference.month is None:
            return date
        return _nearest_month(date.day, reference)
    if reference.month is None:
        return replace(date, year=reference.year)
    middle = datetime.date(reference.year, reference.month, min(reference.day or 15, 28))
    years = (reference.year - 1, reference.year, reference.year + 1)
    days = [day for year in years if (day := _day(year, date.month, date.day)) is not None]
    if not days:
        return date
    nearest = min(days, key=lambda day: abs((day - middle).days))
    return PartialDate(nearest.year, nearest.month, nearest.day)


def _nearest_month(day: int, reference: PartialDate) -> PartialDate:
    year, month = reference.year or 0, reference.month or 1
    if reference.day is not None and day > reference.day + 15:
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    found = _day(year, month, day)
    return PartialDate(found.year, found.month, found.day) if found else PartialDate(None, None, day)


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


_DIGIT = re.compile(r"\d")
_SAME_DAY = lazily(r"موافق|مطابق|مصادف|برابر|\(|/|[|،,]")


def _paired(found: list[FoundDate], text: str) -> list[FoundDate]:
    """Where a Hijri date stands beside a Gregorian one, both name the same day: the Gregorian one is exact."""
    for index in range(len(found) - 1):
        first, second = found[index], found[index + 1]
        between = text[first.end : second.start]
        if len(between) > 30 or first.calendar == second.calendar or not _SAME_DAY.search(between):
            continue
        if first.calendar.startswith("islamic") and _days_apart(first.date, second.date) in (-2, -1, 1, 2):
            same = replace(second.date, calendar=first.calendar)
            found[index] = replace(first, date=same)
    return found


def _days_apart(one: PartialDate, other: PartialDate) -> int | None:
    if not one.is_full or not other.is_full:
        return None
    first = _day(one.year or 1, one.month or 1, one.day or 1)
    second = _day(other.year or 1, other.month or 1, other.day or 1)
    return None if first is None or second is None else (first - second).days


# -- months by name ------------------------------------------------------------------------


def _named_hits(folded: str, original: str | None, own: Expressions) -> Iterator[_Hit]:
    for found in own.month.finditer(folded):
        name = found["name"] or found["stem"]
        start, end = found.span()
        before = folded[max(0, start - _WINDOW) : start]
        if not _has_digit(before[-24:]) and not _has_digit(folded[end : end + 24]):
            continue
        if name in own.shortened and folded[end : end + 1] == ".":
            end += 1
        small = name in own.ambiguous and original is not None and original[start].islower()
        yield from _around(folded, before, start, end, own.names[name], own, named_small=small)


def _has_digit(text: str) -> bool:
    return _DIGIT.search(text) is not None


def _around(
    folded: str,
    before: str,
    start: int,
    end: int,
    month: tuple[str, int],
    own: Expressions,
    *,
    named_small: bool,
) -> Iterator[_Hit]:
    """Read the numbers on both sides of a month that stands at ``folded[start:end]``."""
    second = own.second_name.match(folded, end)
    if second is not None and own.names.get(second["name"]) == month:
        end = second.end()
    left_day = own.day_before.search(before)
    right_day = own.day_after.match(folded, end)
    right_year = own.year_after.match(folded, end)
    after_day = own.year_after_day.match(folded, right_day.end()) if right_day else None
    offset = start - len(before)
    if left_day is not None and not (right_day and after_day and not right_year):
        left = before[: left_day.start()]
        left_year = None if right_year and not own.year_first else own.year_before_day.search(left)
        right_year = right_year if left_year is None else None
        yield from _day_first(left_day, left_year, right_year, start, end, offset, month, own, folded)
        return
    left_year = None if after_day and not own.year_first else own.year_before_month.search(before)
    after_day = after_day if left_year is None else None
    if right_day is not None and (after_day or left_year or (own.month_first and not named_small)):
        yield from _month_first(right_day, after_day, left_year, start, offset, month, own, folded)
        return
    year = right_year or left_year
    if year is not None:
        value = _year_value(year, month, own)
        if value is not None:
            low = start if year is right_year else offset + year.start()
            high = year.end() if year is right_year else end
            yield from _hit(low, high, value, None, own, folded, 0.9)


def _day_first(
    day: re.Match[str],
    left_year: re.Match[str] | None,
    right_year: re.Match[str] | None,
    start: int,
    end: int,
    offset: int,
    month: tuple[str, int],
    own: Expressions,
    folded: str,
) -> Iterator[_Hit]:
    year = right_year or left_year
    value = _year_value(year, month, own) if year else (None, month[0], month[1])
    if value is None:
        value, year, left_year, right_year = (None, month[0], month[1]), None, None, None
    low = offset + (left_year.start() if left_year else day.start())
    high = right_year.end() if right_year else end
    first = day["d1"]
    if first is not None and int(first) < int(day["d"]):
        yield from _hit(offset + day.start("d1"), offset + day.end("d1"), value, int(first), own, folded, 0.8)
        low = offset + day.start("d")
    yield from _hit(low, high, value, int(day["d"]), own, folded, 0.97 if year else 0.85)


def _month_first(
    day: re.Match[str],
    right_year: re.Match[str] | None,
    left_year: re.Match[str] | None,
    start: int,
    offset: int,
    month: tuple[str, int],
    own: Expressions,
    folded: str,
) -> Iterator[_Hit]:
    year = right_year or left_year
    value = _year_value(year, month, own) if year else (None, month[0], month[1])
    if value is None:
        value, right_year, left_year = (None, month[0], month[1]), None, None
    low = offset + left_year.start() if left_year else start
    high = right_year.end() if right_year else day.end()
    last = day["d2"]
    if last is not None and int(last) > int(day["d"]):
        yield from _hit(low, day.end("d"), value, int(day["d"]), own, folded, 0.8)
        yield from _hit(day.start("d2"), high, value, int(last), own, folded, 0.8)
        return
    yield from _hit(low, high, value, int(day["d"]), own, folded, 0.97 if year else 0.8)


_YearValue = tuple[int | None, str, int]
"""Year, calendar and month as written."""


def _year_value(found: re.Match[str], month: tuple[str, int], own: Expressions) -> _YearValue | None:
    """Say which calendar a year beside a month counts in; None when it is no year."""
    calendar, number = month
    groups = found.groupdict()
    era = (groups.get("era") or "") + (groups.get("end") or "")
    if groups.get("yy"):
        short = int(groups["yy"])
        if own.buddhist:
            return 2500 + short, "buddhist", number
        return in_full(short), calendar, number
    year = int(groups["y"])
    if own.buddhist and year >= 2300 and "ค" not in era:
        return year, "buddhist", number
    if calendar == "ethiopic":
        if year < _FIRST_YEAR_NOT_ETHIOPIC:
            return year, calendar, number
        return year, "gregorian", ethiopic_begins(number)
    if calendar not in ("gregorian", TWOFOLD):
        return (year, calendar, number) if 1200 <= year <= 1500 else None
    return (year, calendar, number) if 1000 <= year <= 2200 else None


def _hit(
    low: int, high: int, value: _YearValue, day: int | None, own: Expressions, folded: str, confidence: float
) -> Iterator[_Hit]:
    alternative: PartialDate | None = None
    if value[1] == TWOFOLD:
        if value[0] is not None and value[0] < _FIRST_YEAR_NOT_ETHIOPIC:
            alternative, confidence = _date((value[0], "ethiopic", (value[2] + 3) % 12 + 1), day), 0.5
        value = (value[0], "gregorian", value[2])
    date = _date(value, day)
    if date is None:
        return
    if day is not None:
        left = own.weekday_before.search(folded, max(0, low - 32), low)
        if left is not None:
            low = left.start()
        else:
            right = own.weekday_after.match(folded, high)
            high = right.end() if right else high
    precision = "month" if day is None else "month-day" if value[0] is None else "day"
    yield _Hit(low, high, date, precision, confidence, alternative)


def _date(value: _YearValue, day: int | None) -> PartialDate | None:
    year, calendar, month = value
    if year is not None and day is not None:
        found = to_gregorian(calendar, year, month, day)
        return PartialDate(found.year, found.month, found.day, calendar) if found else None
    if day is not None:
        longest = 31 if calendar != "gregorian" else (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
        return PartialDate(None, month, day, calendar) if day <= longest else None
    if year is not None and calendar == "buddhist":
        return PartialDate(year - 543, month, None, calendar)
    return PartialDate(year, month, None, calendar)


# -- numbers only --------------------------------------------------------------------------

_SIGN = r"\u200f?(?P<sign>\. ?|[-/])\u200f?"
_NUMERIC_SIGN = re.compile(r"\d\u200f?[-/.]\u200f? ?\u200f?\d{1,2}\u200f?[-/.]")
"""The part that all dates in figures share: a quick test before the expressions that read them."""
_NO_TIME = r"-(?!\d{1,2}:\d\d(?!\d))\d"
"""A hyphen before a figure: no date ends there, unless a time follows (``28.01.2020-15:49``)."""
_YEAR_FIRST = lazily(
    rf"(?<!\d)(?<!\d[-./,:])(?P<y>\d{{4}}){_SIGN}(?P<m>\d{{1,2}})\u200f?(?P=sign)\u200f?(?P<d>\d{{1,2}})(?!\d)(?!\u200f?(?:[/.:]\d|{_NO_TIME}))"
)
_YEAR_LAST = lazily(
    rf"(?<!\d)(?<!\d[-./,:])(?P<a>\d{{1,2}}){_SIGN}(?P<b>\d{{1,2}})\u200f?(?P=sign)\u200f?(?P<y>\d{{4}}|\d\d)(?!\d)(?!\u200f?(?:[/:]\d|{_NO_TIME})|\.\d)"
)
_BEFORE = lazily(rf"(?:(?:^|[^\w])(?:{words.NO_DATE_BEFORE})|(?:{words.NO_DATE_BEFORE_UNSPACED}))[.:]{{0,2}}[ ]?\(?\Z")
_AFTER = lazily(r" ?(?:%|°)")


def _vetoed(folded: str, start: int, end: int) -> bool:
    return _BEFORE.search(folded, max(0, start - 16), start) is not None or _AFTER.match(folded, end) is not None


def _numeric_hits(folded: str, own: Expressions, locale: str) -> Iterator[_Hit]:
    for found in _YEAR_FIRST.finditer(folded):
        date = _numeric_date(int(found["y"]), int(found["m"]), int(found["d"]), own)
        if date is not None and not _vetoed(folded, *found.span()):
            yield _with_weekday(
                found.start(), _closing(folded, found.end(), found["sign"], own), date, own, folded, 0.97
            )
    for found in _YEAR_LAST.finditer(folded):
        if not _vetoed(folded, *found.span()):
            yield from _year_last(found, own, locale, folded)


def _closing(folded: str, end: int, sign: str, own: Expressions) -> int:
    return end + 1 if own.closing_point and sign[0] == "." and folded[end : end + 1] == "." else end


def _with_weekday(
    low: int,
    high: int,
    date: PartialDate,
    own: Expressions,
    folded: str,
    confidence: float,
    alternative: PartialDate | None = None,
) -> _Hit:
    left = own.weekday_before.search(folded, max(0, low - 32), low)
    return _Hit(left.start() if left else low, high, date, "day", confidence, alternative)


def _year_last(found: re.Match[str], own: Expressions, locale: str, folded: str) -> Iterator[_Hit]:
    if len(found["y"]) == 2:
        yield from _short_year(found, own, locale, folded)
        return
    one, two, year = int(found["a"]), int(found["b"]), int(found["y"])
    day_first = _numeric_date(year, two, one, own)
    month_first = _numeric_date(year, one, two, own) if found["sign"] in "/-" else None
    chosen, other = (month_first, day_first) if own.numeric_order == "mdy" else (day_first, month_first)
    yield from _read_so(found, chosen, other, own, locale, folded, 0.95)


def _read_so(
    found: re.Match[str],
    chosen: PartialDate | None,
    other: PartialDate | None,
    own: Expressions,
    locale: str,
    folded: str,
    confidence: float,
) -> Iterator[_Hit]:
    """Yield the reading *chosen*, with the *other* where the language has both, or the other where it is the only."""
    if chosen is None:
        chosen, other = other, None
    if chosen is None:
        return
    parsed = parse_tag(locale)
    either = own.two_orders or (parsed.language in words.EITHER_ORDER and not parsed.territory)
    end = _closing(folded, found.end(), found["sign"], own)
    if either and other is not None and other != chosen:
        yield _with_weekday(found.start(), end, chosen, own, folded, 0.5, other)
    else:
        yield _with_weekday(found.start(), end, chosen, own, folded, confidence)


_SHORT_YEARS = 40, PIVOT
"""Years of two figures from the first of these on, below the second, are neither of our time nor of digital copy."""


def _short_year(found: re.Match[str], own: Expressions, locale: str, folded: str) -> Iterator[_Hit]:
    """Read three numbers of which one is a year in two figures: 14.09.22, 8/13/10, 22.09.14 in Korean.

    The century is that of POSIX (strptime %y); years that would lie far ahead are refused, as are languages in which
    the year may be one of an era.
    """
    a, b, sign = found["a"], found["b"], found["sign"][0]
    tag = likely(parse_tag(locale))
    language = tag.language
    if not words.NO_SHORT_YEARS.isdisjoint((language, f"{language}-{tag.script}")):
        return
    if (sign != "/" and not len(a) == len(b) == 2) or _counts(folded, *found.span()):
        return
    one, two, three = int(a), int(b), int(found["y"])
    day_first = _numeric_date(_in_full(three, own), two, one, own)
    year_first = _numeric_date(_in_full(one, own), two, three, own) if len(a) == 2 else None
    if language in words.SHORT_YEAR_FIRST:
        chosen, other = year_first, None
    elif own.numeric_order == "ymd":
        chosen, other = (day_first, year_first) if sign == "." else (year_first, day_first)
    else:
        month_first = _numeric_date(_in_full(three, own), one, two, own)
        if own.numeric_order == "mdy":
            chosen, other = (day_first, month_first) if sign == "." else (month_first, day_first)
        else:
            chosen, other = day_first, month_first if sign == "/" else None
    if own.numeric_order == "ymd" and chosen is not None and other is not None and chosen != other:
        end = _closing(folded, found.end(), found["sign"], own)
        yield _with_weekday(found.start(), end, chosen, own, folded, 0.5, other)
    else:
        yield from _read_so(found, chosen, other, own, locale, folded, 0.5)


def _in_full(year: int, own: Expressions) -> int:
    """Return a year of two figures in full, 0 where it is refused: in Thai 65 is 2565, but 22 may be 2022."""
    first, end = _SHORT_YEARS
    if own.buddhist:
        return 2500 + year if first <= year < end else 0
    return 0 if first <= year < end else in_full(year)


_COUNTED = lazily(
    rf"(?:[^\W\d_]-|(?<![^\W\d_])[a-z]|[$£€¥₹]\s?|(?<![:.\d])\d{{1,4}}\s|(?:^|[^\w])(?:{words.NO_SHORT_DATE_BEFORE})[.:\s]{{0,3}})\(?\Z"
)
_UNIT = lazily(rf"[a-z]|\.?\s(?:{words.NO_SHORT_DATE_AFTER})(?!\w)|[層层階층號号室호級级]")


def _counts(folded: str, start: int, end: int) -> bool:
    """Say whether what stands beside three numbers of two figures makes them sizes, scores, prices or telephones."""
    return _COUNTED.search(folded, max(0, start - 24), start) is not None or _UNIT.match(folded, end) is not None


def _numeric_date(year: int, month: int, day: int, own: Expressions) -> PartialDate | None:
    calendar = "gregorian"
    if own.buddhist and year >= 2300:
        calendar = "buddhist"
    elif own.persian and 1200 <= year <= 1500:
        calendar = "persian"
    elif own.hijri and 1300 <= year <= 1500:
        calendar = "islamic-umalqura"
    elif not 1000 <= year <= 2200:
        return None
    found = to_gregorian(calendar, year, month, day) if 1 <= month <= 13 else None
    return PartialDate(found.year, found.month, found.day, calendar) if found else None


_BARE_SIGN = re.compile(r"\d(?:[-/]|\. ?)\d")
"""The part that all dates without a year or a name share."""


def _bare_hits(folded: str, bare: re.Pattern[str]) -> Iterator[_Hit]:
    """Numbers that are a day and a month because of what stands before them."""
    for found in bare.finditer(folded):
        date = _date((None, "gregorian", int(found["m"].rstrip("."))), int(found["d"]))
        if date is not None:
            yield _Hit(found.start("d"), found.end("m"), date, "month-day", 0.6)


# -- Chinese, Japanese, Korean -------------------------------------------------------------

_CJK_DATE = re.compile(r"[月日年号號월일년]")
_NUMERAL = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,4})"
_CJK_UNTIL = " ?(?:至|到|から|부터|[-\u2013\u2014~\uff5e\u301c]) ?"
# A weekday may stand where the sign of the day is missing, ``2019年7月5星期五``; 星期日报 is the name of a paper.
_CJK = lazily(
    r"(?:(?:(?P<era>明治|大正|昭和|平成|令和|民國|民国) ?(?P<n>\d{1,3}|元|[一二三四五六七八九十百]{1,5})"
    r"|(?P<y>(?<!\d)\d{4}|[〇零○一二三四五六七八九]{4}|(?<!\d)\d{2,3})) ?[年년] ?"
    r"(?:[(（](?:明治|大正|昭和|平成|令和)[\d元]{1,2}年[)）])?)?"
    rf"(?:(?P<m>(?<![\d〇零一二三四五六七八九十第]){_NUMERAL}) ?[月월] ?)"
    rf"(?:(?:(?P<d1>{_NUMERAL}(?: ?[日号號일])?){_CJK_UNTIL})?(?P<d>{_NUMERAL})(?: ?[日号號일]"
    r"(?!本|元|円|圓|間|间|经|內|内)|(?=星期[一二三四五六日天](?!报)))"
    r"(?P<w> ?(?:(?:星期|週|周)[一二三四五六日天]|[月火水木金土日]曜日|[월화수목금토일]요일))?)?"
)
_CJK_JOINT = lazily(_CJK_UNTIL)
_CJK_DAY_ALONE = lazily(r"(?<![\d〇一二三四五六七八九十年月第.,])(?P<d>\d{1,2})日(?=[電电讯訊、の夜朝午に付]|$)")
_ERA_START = {"明治": 1868, "大正": 1912, "昭和": 1926, "平成": 1989, "令和": 2019, "民國": 1912, "民国": 1912}
_CJK_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}


def _cjk_number(text: str) -> int:
    """Read 14, 十四, 二十四, 廿四 or 二〇二二.  Returns 0 for what is no number."""
    if text.isdigit():
        return int(text)
    if text == "元":
        return 1
    if not any(char in "十百廿卅" for char in text):
        return int("".join(str(_CJK_DIGITS.get(char, 0)) for char in text))
    total = digit = 0
    for char in text.replace("廿", "二十").replace("卅", "三十"):
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _CJK_DIGITS.get(char, 0)
    return total + digit


def _cjk_hits(folded: str, language: str, locale: str, day_alone: bool) -> Iterator[_Hit]:
    last: _Hit | None = None
    for found in _CJK.finditer(folded):
        for hit in _cjk_pair(found):
            ends_range = last is not None and _CJK_JOINT.fullmatch(folded, last.end, hit.start) is not None
            last = _with_year_of(last.date, hit) if last is not None and ends_range and not hit.date.year else hit
            yield last
    if not day_alone:
        return
    for found in _CJK_DAY_ALONE.finditer(folded):
        if 1 <= int(found["d"]) <= 31:
            yield _Hit(found.start(), found.end("d") + 1, PartialDate(None, None, int(found["d"])), "day-of-month", 0.5)


def _with_year_of(first: PartialDate, hit: _Hit) -> _Hit:
    """The end of a range whose year stands at its beginning only."""
    month, day = hit.date.month or 1, hit.date.day or 1
    if first.year is None or first.month is None:
        return hit
    year = first.year + (month < first.month)
    real = _day(year, month, day)
    return hit if real is None else replace(hit, date=PartialDate(year, month, day, first.calendar), precision="day")


def _cjk_pair(found: re.Match[str]) -> Iterator[_Hit]:
    """The hit of one match, two where it is a range of days in one month (9月14日至16日)."""
    hit = _cjk_hit(found)
    if hit is None:
        return
    if found["d1"]:
        first = _cjk_number(found["d1"].rstrip(" 日号號일"))
        if 1 <= first < (hit.date.day or 0):
            date = replace(hit.date, day=first)
            yield _Hit(hit.start, found.end("d1"), date, hit.precision, 0.9)
            hit = replace(hit, start=found.start("d"))
    yield hit


def _cjk_hit(found: re.Match[str]) -> _Hit | None:
    year, calendar = _cjk_year(found)
    month = _cjk_number(found["m"])
    day = _cjk_number(found["d"]) if found["d"] else None
    if not 1 <= month <= 12 or (year is None and day is None) or (day is not None and not 1 <= day <= 31):
        return None
    start = found.start("m") if year is None else found.start()
    if year is not None and day is not None:
        real = _day(year, month, day)
        if real is None:
            return None
        return _Hit(start, found.end(), PartialDate(year, month, day, calendar), "day", 0.98)
    if day is None:
        return _Hit(
            start, len(found.string[: found.end()].rstrip()), PartialDate(year, month, None, calendar), "month", 0.9
        )
    return _Hit(start, found.end(), PartialDate(None, month, day), "month-day", 0.9)


def _cjk_year(found: re.Match[str]) -> tuple[int | None, str]:
    if found["era"]:
        count = _cjk_number(found["n"])
        calendar = "roc" if found["era"].startswith("民") else "japanese"
        return _ERA_START[found["era"]] + count - 1, calendar
    if not found["y"]:
        return None, "gregorian"
    year = _cjk_number(found["y"])
    if len(found["y"]) == 3 and year < 200:
        return year + 1911, "roc"
    if len(found["y"]) == 2:
        return 2000 + year, "gregorian"
    return (year, "gregorian") if 1000 <= year <= 2200 else (None, "gregorian")
