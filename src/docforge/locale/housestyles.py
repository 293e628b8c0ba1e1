# SPDX-License-Identifier: Apache-2.0
"""Named date styles of news houses and institutions, over the styles of CLDR.

Sources: AP style (months), Reuters handbook (months without points), United Nations Editorial Manual (dates),
Interinstitutional style guide of the EU (dates), ISO 8601.
"""

from __future__ import annotations

from collections.abc import Callable

from docforge.errors import UsageError
from docforge.locale.tags import data_chain, resolve
from docforge.model import PartialDate
from docforge.records import dataclass

__all__ = ["NAMES", "formatter"]


@dataclass(frozen=True, slots=True)
class _House:
    """How one house writes dates in one language."""

    day: str = ""
    """Pattern for a whole date; ``{M}`` is the month's short form, ``{d}`` and ``{y}`` are numbers."""
    month_day: str = ""
    months: str = ""
    """Twelve short forms, used with a day only; empty for the locale's full names."""
    first: str = ""
    """What the first day of a month is written as, if not 1."""
    style: str = "long"
    """The style for everything that is not said here."""


_AP_MONTHS = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec."
_REUTERS_MONTHS = "Jan Feb March April May June July Aug Sept Oct Nov Dec"

_HOUSES: dict[str, dict[str, _House]] = {
    "ap": {"en": _House("{M} {d}, {y}", "{M} {d}", _AP_MONTHS)},
    "agency": {
        "*": _House(style="medium"),
        "en": _House("{M} {d}, {y}", "{M} {d}", _REUTERS_MONTHS),
        "en-001": _House("{d} {M} {y}", "{M} {d}", _REUTERS_MONTHS),
        "de": _House(style="long"),
        "es": _House("{d} {M} {y}", "{d} {M}", "ene feb mar abr may jun jul ago sep oct nov dic"),
        "fr": _House("{d} {M} {y}", "{d} {M}", "janv févr mars avr mai juin juil août sept oct nov déc", "1er"),
        "it": _House("{d} {M} {y}", "{d} {M}", "gen feb mar apr mag giu lug ago set ott nov dic"),
        "pt": _House("{d} {M} {y}", "{d} {M}", "jan fev mar abr mai jun jul ago set out nov dez"),
        "ru": _House("{d} {M} {y}", "{d} {M}", "янв фев мар апр мая июн июл авг сен окт ноя дек"),
    },
    "eu": {
        "*": _House(),
        "en": _House("{d} {M} {y}", "{d} {M}"),
        "fr": _House("{d} {M} {y}", "{d} {M}", "", "1er"),
    },
    "un": {
        "*": _House(),
        "en": _House("{d} {M} {y}", "{d} {M}"),
        "fr": _House("{d} {M} {y}", "{d} {M}", "", "1er"),
    },
}

NAMES = ("iso", *_HOUSES)
"""The house styles that ``format_date`` takes."""


def formatter(
    locale: str, style: str, calendar: str, numbering: str | None, precision: str
) -> Callable[[PartialDate], str]:
    """Return the printer of a house style for dates of one precision.

    House styles are Gregorian; ``iso`` prints ISO 8601 in any locale.

    Raises:
        UsageError: the house has no style for the language.
        UsageError, LocaleError: as ``format_date``.
    """
    from docforge.locale.dates import format_date

    if style == "iso":
        return lambda date: date.iso
    house = _house(locale, style)
    pattern = {"day": house.day, "month-day": house.month_day}.get(precision, "")
    if not pattern:
        kept = None if calendar == "gregorian" else calendar
        return lambda date: format_date(date, locale, house.style, calendar=kept, numbering=numbering)
    months = house.months.split() or _full_months(locale)
    return lambda date: _written(date, pattern, months, house.first)


def _house(locale: str, style: str) -> _House:
    table = _HOUSES[style]
    found = resolve(locale)
    for tag in (*data_chain(found.base), "*"):
        if tag in table:
            return table[tag]
    raise UsageError(f"style {style!r} is not written in {locale}: use it with {', '.join(sorted(table))}, or long")


def _full_months(locale: str) -> list[str]:
    from docforge.locale import tables

    names: list[str] = tables.record(resolve(locale).base)["names"]["MMMM"]
    return names


def _written(date: PartialDate, pattern: str, months: list[str], first: str) -> str:
    day = first if first and date.day == 1 else str(date.day)
    return pattern.format(M=months[(date.month or 1) - 1], d=day, y=date.year)
