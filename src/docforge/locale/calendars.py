# SPDX-License-Identifier: Apache-2.0
"""Calendars other than the Gregorian: conversion both ways, and how their parts are written.

Arithmetic in days as of ``datetime.date.toordinal``; no patterns are chosen here.

Rules: Reingold & Dershowitz, Calendrical Calculations (persian by the 33-year cycle, hebrew, civil islamic, coptic,
ethiopic, indian); months of Umm al-Qura and of the Chinese year as CLDR 48 / ICU 78 publish them (cldr/moons.json).
"""

from __future__ import annotations

import datetime
import json
from bisect import bisect_right
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from docforge.errors import UsageError
from docforge.locale import tables
from docforge.model import PartialDate
from docforge.records import dataclass

__all__ = ["CALENDARS", "CalendarDate", "canonical_calendar", "convert", "field_text", "patterns", "to_gregorian"]

_ALIASES = {
    "gregory": "gregorian",
    "islamic": "islamic-umalqura",
    "islamicc": "islamic-civil",
    "hijri": "islamic-umalqura",
    "umalqura": "islamic-umalqura",
    "jalali": "persian",
    "solar-hijri": "persian",
    "minguo": "roc",
    "ethiopian": "ethiopic",
    "saka": "indian",
}


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date in the parts of its calendar; parts that are not known are None."""

    calendar: str
    year: int | None
    month: int | None
    day: int | None
    era: int = 0
    """Index into the calendar's list of eras in the tables."""
    leap: bool = False
    """The month is a leap month (chinese) or the year a leap year (hebrew)."""
    weekday: int | None = None
    """0 is Sunday."""
    related: int | None = None
    """Gregorian year in which a Chinese year begins."""


# -- conversion from days ------------------------------------------------------------------

_Parts = tuple[int, int, int, int, bool, int | None]
"""Year, month, day, era, leap, related year."""

_PERSIAN_EPOCH = 226895  # the day before 22 March 622, Gregorian, as ordinal
_ISLAMIC_EPOCH = 227015  # 19 July 622, Gregorian (16 July, Julian): civil reckoning
_HEBREW_EPOCH = -1373427
_COPTIC_EPOCH = 103605
_ETHIOPIC_EPOCH = 2796

# Japanese eras since the calendar reform: first day of each.  Source: CLDR supplemental calendarData, japanese.
_JAPANESE_ERAS = tuple(
    datetime.date(*start).toordinal()
    for start in ((1868, 9, 8), (1912, 7, 30), (1926, 12, 25), (1989, 1, 8), (2019, 5, 1))
)


def _gregorian(day: int) -> _Parts:
    date = datetime.date.fromordinal(day)
    return date.year, date.month, date.day, 1, False, None


def _buddhist(day: int) -> _Parts:
    date = datetime.date.fromordinal(day)
    return date.year + 543, date.month, date.day, 0, False, None


def _roc(day: int) -> _Parts:
    date = datetime.date.fromordinal(day)
    after = date.year > 1911
    return (date.year - 1911 if after else 1912 - date.year), date.month, date.day, int(after), False, None


def _japanese(day: int) -> _Parts:
    date = datetime.date.fromordinal(day)
    era = bisect_right(_JAPANESE_ERAS, day) - 1
    if era < 0:
        raise UsageError(f"{date.isoformat()} lies before the Meiji era: use the Gregorian calendar")
    return date.year - datetime.date.fromordinal(_JAPANESE_ERAS[era]).year + 1, date.month, date.day, era, False, None


def _persian_new_year(year: int) -> int:
    return _PERSIAN_EPOCH + 365 * (year - 1) + (8 * year + 21) // 33


def _persian(day: int) -> _Parts:
    year = 1 + (33 * (day - _PERSIAN_EPOCH) + 3) // 12053
    while _persian_new_year(year + 1) <= day:
        year += 1
    while _persian_new_year(year) > day:
        year -= 1
    rest = day - _persian_new_year(year)
    month = rest // 31 if rest < 216 else (rest - 6) // 30
    start = 31 * month if month <= 6 else 30 * month + 6
    return year, month + 1, rest - start + 1, 0, False, None


def _islamic_start(year: int, month: int) -> int:
    return _ISLAMIC_EPOCH + (29 * (month - 1) + month // 2) + (year - 1) * 354 + (3 + 11 * year) // 30


def _islamic_civil(day: int) -> _Parts:
    year = (30 * (day - _ISLAMIC_EPOCH) + 10646) // 10631
    month = min(12, -(-(day - 29 - _islamic_start(year, 1)) * 2 // 59) + 1)
    while month > 1 and _islamic_start(year, month) > day:
        month -= 1
    while month < 12 and _islamic_start(year, month + 1) <= day:
        month += 1
    return year, month, day - _islamic_start(year, month) + 1, 0, False, None


def _umalqura(day: int) -> _Parts:
    starts, first_year = _moons()["umalqura"]
    index = bisect_right(starts, day) - 1
    if index < 0 or index >= len(starts) - 1:
        return _islamic_civil(day)
    return first_year + index // 12, index % 12 + 1, day - starts[index] + 1, 0, False, None


def _chinese(day: int) -> _Parts:
    starts, months = _moons()["chinese"]
    index = bisect_right(starts, day) - 1
    if index < 0 or index >= len(starts) - 1:
        shown = datetime.date.fromordinal(day).isoformat()
        raise UsageError(f"{shown} lies outside 1900 to 2100, the years of the Chinese calendar's table")
    year, month, leap = months[index]
    return (year - 1984) % 60 + 1, month, day - starts[index] + 1, 0, leap, year


def _hebrew_elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // 25920
    return day + 1 if (3 * (day + 1)) % 7 < 3 else day


def _hebrew_new_year(year: int) -> int:
    here, after, before = _hebrew_elapsed(year), _hebrew_elapsed(year + 1), _hebrew_elapsed(year - 1)
    correction = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return _HEBREW_EPOCH + here + correction


def _hebrew_leap(year: int) -> bool:
    return (7 * year + 1) % 19 < 7


def _hebrew_lengths(year: int) -> list[tuple[int, int]]:
    """The months of a Hebrew year in CLDR's numbering (6 is Adar I, 7 Adar or Adar II) with their lengths."""
    days = _hebrew_new_year(year + 1) - _hebrew_new_year(year)
    heshvan = 30 if days % 10 == 5 else 29
    kislev = 29 if days % 10 == 3 else 30
    first = [(1, 30), (2, heshvan), (3, kislev), (4, 29), (5, 30)]
    adar = [(6, 30), (7, 29)] if _hebrew_leap(year) else [(7, 29)]
    return [*first, *adar, (8, 30), (9, 29), (10, 30), (11, 29), (12, 30), (13, 29)]


def _hebrew(day: int) -> _Parts:
    year = (day - _HEBREW_EPOCH) * 98496 // 35975351 + 1
    while _hebrew_new_year(year + 1) <= day:
        year += 1
    while _hebrew_new_year(year) > day:
        year -= 1
    rest = day - _hebrew_new_year(year)
    for month, length in _hebrew_lengths(year):
        if rest < length:
            return year, month, rest + 1, 0, _hebrew_leap(year), None
        rest -= length
    raise AssertionError("the lengths of a Hebrew year add up")


def _saka_months(gregorian_year: int) -> list[int]:
    leap = gregorian_year % 4 == 0 and (gregorian_year % 100 != 0 or gregorian_year % 400 == 0)
    return [31 if leap else 30, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 30]


def _saka_new_year(gregorian_year: int) -> int:
    leap = gregorian_year % 4 == 0 and (gregorian_year % 100 != 0 or gregorian_year % 400 == 0)
    return datetime.date(gregorian_year, 3, 21 if leap else 22).toordinal()


def _indian(day: int) -> _Parts:
    date = datetime.date.fromordinal(day)
    gregorian_year = date.year
    if day < _saka_new_year(1):
        raise UsageError(f"{date.isoformat()} lies before the years of the Indian calendar: use the Gregorian one")
    if day < _saka_new_year(gregorian_year):
        gregorian_year -= 1
    rest = day - _saka_new_year(gregorian_year)
    for month, length in enumerate(_saka_months(gregorian_year), 1):
        if rest < length:
            return gregorian_year - 78, month, rest + 1, 0, False, None
        rest -= length
    raise AssertionError("the lengths of a Saka year add up")


def _alexandrian(day: int, epoch: int) -> tuple[int, int, int]:
    year = (4 * (day - epoch) + 1463) // 1461
    start = epoch + 365 * (year - 1) + year // 4
    month, rest = divmod(day - start, 30)
    return year, month + 1, rest + 1


def _coptic(day: int) -> _Parts:
    return (*_alexandrian(day, _COPTIC_EPOCH), 0, False, None)


def _ethiopic(day: int) -> _Parts:
    return (*_alexandrian(day, _ETHIOPIC_EPOCH), 0, False, None)


_FROM_DAYS: dict[str, Callable[[int], _Parts]] = {
    "gregorian": _gregorian,
    "buddhist": _buddhist,
    "roc": _roc,
    "japanese": _japanese,
    "persian": _persian,
    "islamic-umalqura": _umalqura,
    "islamic-civil": _islamic_civil,
    "hebrew": _hebrew,
    "indian": _indian,
    "ethiopic": _ethiopic,
    "coptic": _coptic,
    "chinese": _chinese,
}

CALENDARS = tuple(_FROM_DAYS)
"""The calendars that dates can be written in, by CLDR key."""


@cache
def _moons() -> dict[str, Any]:
    raw = json.loads((tables.FOLDER / "moons.json").read_bytes())
    starts = [raw["umalqura"]["first_day"]]
    for length in raw["umalqura"]["lengths"]:
        starts.append(starts[-1] + 29 + int(length))
    chinese = [raw["chinese"]["first_day"]]
    months = []
    for year, first, lengths, leap in raw["chinese"]["years"]:
        number = first - 1
        for index, length in enumerate(lengths):
            is_leap = index == leap
            number += 0 if is_leap else 1
            months.append((year, number, is_leap))
            chinese.append(chinese[-1] + 29 + int(length))
    return {"umalqura": (starts, raw["umalqura"]["first_year"]), "chinese": (chinese, months)}


def canonical_calendar(name: str) -> str:
    """Return the CLDR key of a calendar; ``gregory``, ``jalali``, ``hijri`` and such are taken too.

    Raises:
        UsageError: no such calendar.
    """
    key = _ALIASES.get(name.lower(), name.lower())
    if key not in _FROM_DAYS:
        raise UsageError(f"no calendar {name[:30]!r}: use one of {', '.join(CALENDARS)}")
    return key


def convert(date: PartialDate, calendar: str) -> CalendarDate:
    """Return *date* in the parts of *calendar*.

    Of partial dates only those in calendars with Gregorian months can be converted; the others are given back in
    Gregorian parts.

    Raises:
        UsageError: the day does not exist, or the calendar has no rule for it.
    """
    if date.year is not None and date.month is not None and date.day is not None:
        return _whole(date.year, date.month, date.day, calendar)
    if date.year is None:
        return CalendarDate("gregorian", None, date.month, date.day, 1)
    if calendar in ("buddhist", "roc", "japanese"):
        last = _whole(date.year, date.month or 12, 28, calendar)
        return CalendarDate(calendar, last.year, date.month, None, last.era)
    return CalendarDate("gregorian", date.year, date.month, date.day, 1)


@lru_cache(maxsize=4096)
def _whole(year: int, month: int, day: int, calendar: str) -> CalendarDate:
    try:
        ordinal = datetime.date(year, month, day).toordinal()
    except ValueError as error:
        raise UsageError(f"no such day: {year}-{month}-{day}: {error}") from error
    own_year, own_month, own_day, era, leap, related = _FROM_DAYS[calendar](ordinal)
    return CalendarDate(calendar, own_year, own_month, own_day, era, leap, ordinal % 7, related)


# -- conversion to days --------------------------------------------------------------------


def to_gregorian(calendar: str, year: int, month: int, day: int) -> datetime.date | None:
    """Return the Gregorian date of a day told in another calendar, or None when there is no such day.

    *year* of ``japanese`` is the Gregorian year.
    """
    try:
        found = datetime.date.fromordinal(_ordinal(calendar, year, month, day))
    except (ValueError, OverflowError, IndexError, KeyError):
        return None
    again = _FROM_DAYS[calendar](found.toordinal())
    same = again[1:3] == (month, day) and (calendar in ("japanese", "chinese") or again[0] == year)
    return found if same else None


def _ordinal(calendar: str, year: int, month: int, day: int) -> int:
    if calendar in ("gregorian", "japanese"):
        return datetime.date(year, month, day).toordinal()
    if calendar == "buddhist":
        return datetime.date(year - 543, month, day).toordinal()
    if calendar == "roc":
        return datetime.date(year + 1911, month, day).toordinal()
    if calendar == "persian":
        before = 31 * (month - 1) if month <= 7 else 30 * (month - 1) + 6
        return _persian_new_year(year) + before + day - 1
    if calendar == "islamic-civil":
        return _islamic_start(year, month) + day - 1
    if calendar == "islamic-umalqura":
        starts, first_year = _moons()["umalqura"]
        index = (year - first_year) * 12 + month - 1
        if not 1 <= month <= 12 or not 0 <= index < len(starts) - 1:
            return _islamic_start(year, month) + day - 1
        return int(starts[index]) + day - 1
    if calendar in ("coptic", "ethiopic"):
        epoch = _COPTIC_EPOCH if calendar == "coptic" else _ETHIOPIC_EPOCH
        return epoch + 365 * (year - 1) + year // 4 + 30 * (month - 1) + day - 1
    if calendar == "indian":
        return _saka_new_year(year + 78) + sum(_saka_months(year + 78)[: month - 1]) + day - 1
    if calendar == "hebrew":
        lengths = _hebrew_lengths(year)
        names = [number for number, _ in lengths]
        return _hebrew_new_year(year) + sum(length for _, length in lengths[: names.index(month)]) + day - 1
    raise KeyError(calendar)


# -- patterns and names --------------------------------------------------------------------

_TABLE_NAMES = {"islamic-umalqura": "islamic", "islamic-civil": "islamic"}


@lru_cache(maxsize=512)
def patterns(base: str, calendar: str) -> dict[str, Any]:
    """Return standard patterns, skeletons, interval patterns and fallback of a CLDR locale for a calendar."""
    facts = tables.record(base)
    if calendar == "gregorian":
        return facts
    own = _own(base, calendar)
    generic: dict[str, Any] = facts["generic"]
    style = {**generic["style"], **own.get("style", {})}
    # CLDR lists the years of these calendars as yyyy, whatever width is asked for, but a year alone as y too.
    skeletons = own.get("skeleton", {})
    listed = {key.replace("y", "yyyy") if key != "y" else key: pattern for key, pattern in skeletons.items()}
    return {**generic, "style": style, "skeleton": {**generic["skeleton"], **listed}}


def first_year_sign(base: str, calendar: str) -> str:
    """Return what stands for the number 1 before the word for year in the first year of an era, or nothing.

    Rule: CLDR numbering system ``jpanyear``.
    """
    return "元" if calendar == "japanese" and _own(base, calendar).get("years") == "jpan" else ""


def _own(base: str, calendar: str) -> dict[str, Any]:
    table: dict[str, Any] = tables.calendar_record(base).get(_TABLE_NAMES.get(calendar, calendar), {})
    return table


def skeleton_for(skeleton: str, calendar: str) -> str:
    """Return the skeleton to look up in the tables of *calendar*; years of other calendars are never cut."""
    return skeleton if calendar == "gregorian" else skeleton.replace("yy", "y")


def field_text(base: str, letter: str, count: int, date: CalendarDate) -> tuple[str, bool]:
    """Return one field of *date* as text, and whether it is a number whose digits may be replaced.

    Rule: UTS #35 Part 4, section 8 (date field symbols).
    """
    if letter in "yrY":
        return _year_text(base, letter, count, date)
    if letter == "d":
        own = _own(base, date.calendar).get("days") if date.calendar != "gregorian" else None
        if own and date.day and (count == 3 or date.calendar == "hebrew"):
            return own[date.day - 1], False
        return f"{date.day:0{min(count, 2)}d}", True
    if letter in "ML":
        return _month_text(base, letter, count, date)
    if letter in "Ec":
        key = letter * max(count, 3)
        own_days = _own(base, date.calendar).get("weekdays") if date.calendar != "gregorian" else None
        return (own_days or tables.record(base)["names"])[key][date.weekday], False
    if letter == "G":
        return _era_text(base, count, date), False
    if letter == "U":
        cycle = _own(base, date.calendar).get("U")
        return (cycle[(date.year or 1) - 1], False) if cycle else (str(date.related), True)
    raise UsageError(f"date pattern letter {letter!r} is not supported")


def _year_text(base: str, letter: str, count: int, date: CalendarDate) -> tuple[str, bool]:
    year = date.related if letter == "r" else date.year
    if year is None:
        raise UsageError("the date has no year: use a style without one")
    numerals = _own(base, date.calendar).get("years") if date.calendar in ("hebrew", "japanese") else None
    if numerals == "hebr":
        return hebrew_numeral(year % 1000), False
    if count == 2 and letter in "yY":
        return f"{year % 100:02d}", True
    return f"{year:0{count}d}", True


def _month_text(base: str, letter: str, count: int, date: CalendarDate) -> tuple[str, bool]:
    month = date.month
    if month is None:
        raise UsageError("the date has no month: use a style without one")
    own = _own(base, date.calendar) if date.calendar not in ("gregorian", "buddhist", "roc", "japanese") else None
    if count <= 2:
        # Without Adar I the months of a common Hebrew year are numbered on without a gap.
        month -= date.calendar == "hebrew" and month > 6 and not date.leap
        text = f"{month:0{count}d}"
        return (own["leap"].replace("{0}", text), True) if own and date.leap and own.get("leap") else (text, True)
    key = letter * max(count, 3)
    if own is None or not own:
        return tables.record(base)["names"][key][month - 1], False
    names = own.get(key) or own.get("M" * len(key)) or own["MMMM"]
    if date.calendar == "hebrew" and month == 7 and date.leap:
        return own.get("adar2", names[6]), False
    text = names[month - 1]
    return (own["leap"].replace("{0}", text) if date.leap and own.get("leap") else text), False


def _era_text(base: str, count: int, date: CalendarDate) -> str:
    if date.calendar == "gregorian":
        return str(tables.record(base)["names"]["G"][date.era])
    own = _own(base, date.calendar)
    names = own.get("GGGGG" if count == 5 else "GGGG" if count == 4 else "G") or own.get("G") or []
    return str(names[date.era]) if date.era < len(names) else ""


_HEBREW_LETTERS = (
    (400, "ת"), (300, "ש"), (200, "ר"), (100, "ק"), (90, "צ"), (80, "פ"), (70, "ע"), (60, "ס"), (50, "נ"), (40, "מ"),
    (30, "ל"), (20, "כ"), (10, "י"), (9, "ט"), (8, "ח"), (7, "ז"), (6, "ו"), (5, "ה"), (4, "ד"), (3, "ג"), (2, "ב"),
    (1, "א"),
)  # fmt: skip


_HEBREW_FINALS = {"כ": "ך", "מ": "ם", "נ": "ן", "פ": "ף", "צ": "ץ"}


def hebrew_numeral(value: int) -> str:
    """Return *value* (1 to 999) in Hebrew letters with geresh or gershayim; 15 and 16 are written 9+6, 9+7."""
    text = ""
    for worth, letter in _HEBREW_LETTERS:
        while value >= worth:
            text += letter
            value -= worth
    text = text.replace("יה", "טו").replace("יו", "טז")
    if len(text) > 1:
        text = text[:-1] + _HEBREW_FINALS.get(text[-1], text[-1])
    return text + "׳" if len(text) == 1 else text[:-1] + "״" + text[-1]
