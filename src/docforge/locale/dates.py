# SPDX-License-Identifier: Apache-2.0
"""Dates and ranges of dates in the words, digits and calendar of a locale.

Knows patterns and calendars, not how dates are found in text.

Rules: UTS #35 Part 4 (dates); CLDR 48 tables.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import lru_cache

from docforge.errors import UsageError
from docforge.locale import calendars, tables
from docforge.locale.calendars import CalendarDate
from docforge.locale.numbers import numbering_system, translation
from docforge.locale.skeletons import best_pattern, fields_of, pattern_parts
from docforge.locale.tags import parse_tag, resolve
from docforge.model import PartialDate

__all__ = ["STYLES", "check_date_style", "default_calendar", "format_date", "format_interval"]

STYLES = ("full", "long", "medium", "short")

# What each style prints when a part of the date is not known.
_MONTH_DAY = {"full": "MMMMd", "long": "MMMMd", "medium": "MMMd", "short": "Md"}
_YEAR_MONTH = {"full": "yMMMM", "long": "yMMMM", "medium": "yMMM", "short": "yM"}

_SAME_MONTHS = ("gregorian", "buddhist", "roc", "japanese")
"""Calendars whose months and days are the Gregorian ones, so that partial dates can be told in them."""

_DAY_LETTERS = frozenset("dEce")


def default_calendar(locale: str) -> str:
    """Return the CLDR key of the calendar of *locale*; a ``-u-ca-`` keyword wins.

    Raises:
        UsageError, LocaleError: as ``canonical_tag``; UsageError for an unknown calendar.

    Rule: CLDR supplemental calendarPreferenceData, by territory.
    """
    return _default_calendar(locale)


@lru_cache(maxsize=1024)
def _default_calendar(locale: str) -> str:
    found = resolve(locale)
    asked = parse_tag(locale).keyword("ca")
    if asked is not None:
        return calendars.canonical_calendar(asked)
    preferences = tables.core()["calendars"]
    return str(preferences.get(found.territory, preferences["001"])[0])


def format_date(
    value: PartialDate | datetime.date,
    locale: str,
    style: str = "long",
    *,
    calendar: str | None = None,
    numbering: str | None = None,
    second_calendar: str | None = None,
) -> str:
    """Return *value* as *locale* writes it, with the precision that it has.

    *style* is ``short``, ``medium``, ``long`` or ``full``, a skeleton (``yMMMMd``, ``MMMMd``, ``yMMMM``…), or a
    house style (``ap``, ``un``, ``eu``, ``iso``, ``agency``).  *calendar* and *numbering* are CLDR names and
    replace the locale's own; *second_calendar* adds the same day in another calendar in brackets.
    A date without a year, month or day prints without it.  A partial date cannot be told in a calendar with other
    months and is printed in the Gregorian one.

    Raises:
        UsageError: malformed locale; unknown style, calendar or numbering; nothing known in *value*.
        LocaleError: a locale without tables.
    """
    date = _partial(value)
    name = _calendar_for(date, locale, calendar)
    text = _formatter(locale, style, name, numbering, _precision(date))(date)
    if second_calendar is not None and date.is_full:
        other = calendars.canonical_calendar(second_calendar)
        if other != name:
            text = f"{text} ({_formatter(locale, style, other, numbering, 'day')(date)})"
    return text


def check_date_style(style: str) -> None:
    """Say no to a style that no locale has.

    Raises:
        UsageError: *style* is neither a style, nor a skeleton, nor a house style.
    """
    from docforge.locale import housestyles

    if style not in housestyles.NAMES:
        pattern_for("en", style, "gregorian")


def _partial(value: PartialDate | datetime.date) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    return PartialDate(value.year, value.month, value.day)


_PRECISIONS = {
    (True, True, True): "day",
    (True, True, False): "month",
    (True, False, False): "year",
    (False, True, True): "month-day",
    (False, True, False): "month-only",
    (False, False, True): "day-of-month",
}


def _precision(date: PartialDate) -> str:
    found = _PRECISIONS.get((date.year is not None, date.month is not None, date.day is not None))
    if found is None:
        raise UsageError("a date with no year, month or day cannot be written: give at least one of them")
    return found


def _calendar_for(date: PartialDate, locale: str, asked: str | None) -> str:
    name = calendars.canonical_calendar(asked) if asked is not None else _default_calendar(locale)
    if date.is_full:
        return name
    return name if name in _SAME_MONTHS else "gregorian"


@lru_cache(maxsize=2048)
def _formatter(
    locale: str, style: str, calendar: str, numbering: str | None, precision: str
) -> Callable[[PartialDate], str]:
    from docforge.locale import housestyles

    if style in housestyles.NAMES:
        return housestyles.formatter(locale, style, calendar, numbering, precision)
    pattern = pattern_for(locale, _requested(style, precision), calendar)
    system = numbering or numbering_system(locale)
    return _Printer(locale, pattern, calendar, system)


def _requested(style: str, precision: str) -> str:
    """The style or skeleton that fits what is known of a date."""
    if precision == "day":
        return style
    if precision == "day-of-month":
        return "d"
    if precision == "month-only":
        return "MMM" if style in ("medium", "short") else "MMMM"
    if precision == "year":
        return "y"
    if style in STYLES:
        return (_MONTH_DAY if precision == "month-day" else _YEAR_MONTH)[style]
    dropped = frozenset("yGEce") if precision == "month-day" else _DAY_LETTERS
    kept = "".join(letter * count for letter, count in fields_of(style) if letter not in dropped)
    return kept or ("MMMMd" if precision == "month-day" else "yMMMM")


@lru_cache(maxsize=2048)
def pattern_for(locale: str, style: str, calendar: str) -> str:
    """Return the date pattern of *locale* for a standard style or a skeleton in *calendar*.

    Raises:
        UsageError: neither a style nor a skeleton that the locale has a pattern for.
    """
    base = resolve(locale).base
    facts = calendars.patterns(base, calendar)
    if style in STYLES:
        return str(facts["style"][style])
    fields = fields_of(style) if style.isascii() and style.isalpha() else ()
    if not fields or any(letter not in "GyMLdEc" for letter, _ in fields):
        raise UsageError(
            f"no date style {style[:30]!r}: use short, medium, long, full, a skeleton such as yMMMMd, "
            "or a house style (ap, un, eu, iso, agency)"
        )
    found = best_pattern(calendars.skeleton_for(style, calendar), facts["style"].values(), facts["skeleton"])
    if found is None:
        raise UsageError(f"locale {locale} has no date pattern with the fields of {style!r}: try yMMMMd or long")
    if calendar == "chinese":  # the year of the sixty-year cycle alone tells nobody the year
        return _text(tuple(("r", p[1]) if isinstance(p, tuple) and p[0] == "y" else p for p in pattern_parts(found)))
    return found


class _Printer:
    """A pattern made ready: one call per date, no look-ups left."""

    __slots__ = ("_calendar", "_digits", "_first_year", "_locale", "_parts")

    def __init__(self, locale: str, pattern: str, calendar: str, system: str) -> None:
        self._calendar = calendar
        self._digits = None if system == "latn" else translation(system)
        self._locale = resolve(locale).base
        # Days, months and weekdays are few: each is put into words once.
        self._parts: tuple[str | tuple[str, int, dict[int | None, str]], ...] = tuple(
            part if isinstance(part, str) else (*part, {}) for part in pattern_parts(pattern)
        )
        sign = calendars.first_year_sign(self._locale, calendar)
        self._first_year = sign if sign and "y年" in pattern else ""

    def __call__(self, date: PartialDate) -> str:
        moment = calendars.convert(date, self._calendar)
        out = []
        for part in self._parts:
            if isinstance(part, str):
                out.append(part)
                continue
            letter, count, known = part
            if letter == "d":
                key = moment.day
            elif letter in "ML":
                key = (moment.month or 0) + 100 * moment.leap
            elif letter in "Ec":
                key = moment.weekday
            else:
                out.append(self._field(letter, count, moment))
                continue
            text = known.get(key)
            if text is None:
                text = known[key] = self._field(letter, count, moment)
            out.append(text)
        return "".join(out)

    def _field(self, letter: str, count: int, moment: CalendarDate) -> str:
        if letter == "y" and self._first_year and moment.year == 1:
            return self._first_year
        text, is_number = calendars.field_text(self._locale, letter, count, moment)
        return text.translate(self._digits) if is_number and self._digits else text


# -- ranges --------------------------------------------------------------------------------


def format_interval(
    first: PartialDate | datetime.date,
    last: PartialDate | datetime.date,
    locale: str,
    skeleton: str = "yMMMMd",
    *,
    calendar: str | None = None,
    numbering: str | None = None,
) -> str:
    """Return the range from *first* to *last* with what both share written once.

    Both ends must have the precision that *skeleton* asks for.

    Raises:
        UsageError, LocaleError: as ``format_date``; UsageError when the ends differ in precision.

    Rule: UTS #35 Part 4, 2.6.3 (interval formats).
    """
    start, end = _partial(first), _partial(last)
    if _precision(start) != _precision(end):
        raise UsageError("the ends of a range must be known to the same precision: give both in the same way")
    name = _calendar_for(start, locale, calendar)
    system = numbering or numbering_system(locale)
    skeleton = _requested(skeleton, _precision(start))
    difference = _greatest_difference(calendars.convert(start, name), calendars.convert(end, name))
    if difference == "" or (difference == "d" and not any(f[0] in _DAY_LETTERS for f in fields_of(skeleton))):
        return format_date(start, locale, skeleton, calendar=name, numbering=numbering)
    if difference in ("y", "G") and not any(f[0] == "y" for f in fields_of(skeleton)) and start.year is not None:
        skeleton = "y" + skeleton
    pattern = _interval_pattern(locale, _range_skeleton(locale, skeleton, name), name, difference)
    if pattern is None:
        fallback = calendars.patterns(resolve(locale).base, name)["fallback"]
        single = _Printer(locale, pattern_for(locale, skeleton, name), name, system)
        return str(fallback).replace("{0}", single(start)).replace("{1}", single(end))
    before, after = pattern
    return _Printer(locale, before, name, system)(start) + _Printer(locale, after, name, system)(end)


@lru_cache(maxsize=1024)
def _range_skeleton(locale: str, skeleton: str, calendar: str) -> str:
    """A range looks like its single date: all numbers, or with the month's stand-alone name, where that is."""
    if not any(letter == "M" and count > 2 for letter, count in fields_of(skeleton)):
        return skeleton
    parts = pattern_parts(pattern_for(locale, skeleton, calendar))
    fields = [part for part in parts if isinstance(part, tuple)]
    worded = any(isinstance(part, str) and any(char.isalpha() for char in part) for part in parts)
    numeric = any(letter in "ML" and count <= 2 for letter, count in fields)
    if numeric and worded:  # 2022年9月14日: the wide name (九月) would stand beside digits
        return skeleton.replace("MMMM", "MMM")
    if numeric or any(letter == "L" and count > 2 for letter, count in fields):
        return "".join(letter * count for letter, count in fields)
    return skeleton


def _greatest_difference(start: CalendarDate, end: CalendarDate) -> str:
    for letter, one, other in (
        ("G", start.era, end.era),
        ("y", start.year, end.year),
        ("M", start.month, end.month),
        ("d", start.day, end.day),
    ):
        if one != other:
            return letter
    return ""


@lru_cache(maxsize=1024)
def _interval_pattern(locale: str, skeleton: str, calendar: str, difference: str) -> tuple[str, str] | None:
    """The interval pattern cut where its second date begins, or None."""
    facts = calendars.patterns(resolve(locale).base, calendar)["interval"]
    formats = {key: table[difference] for key, table in facts.items() if difference in table}
    if "L" in skeleton:
        return None
    found = best_pattern(calendars.skeleton_for(skeleton, calendar), (), formats)
    if found is None:
        return None
    seen: set[str] = set()
    cut = 0
    parts = pattern_parts(found)
    for index, part in enumerate(parts):
        if isinstance(part, tuple):
            kind = {"L": "M", "c": "E"}.get(part[0], part[0])
            if kind in seen:
                cut = index
                break
            seen.add(kind)
    return _text(parts[:cut]), _text(parts[cut:])


def _text(parts: tuple[str | tuple[str, int], ...]) -> str:
    return "".join("'" + p.replace("'", "''") + "'" if isinstance(p, str) else p[0] * p[1] for p in parts)
