# SPDX-License-Identifier: Apache-2.0
"""Display names of languages and locales in a locale's own words.

Rule: UTS #35 Part 2, 1.5 (locale display names).
"""

from __future__ import annotations

from functools import lru_cache

from docforge.locale import tables
from docforge.locale.tags import parse_tag, resolve

__all__ = ["language_name", "week", "weekday_names"]

_ENGLISH = "en"


def language_name(tag: str, locale: str) -> str:
    """Return the name of the language *tag* in the words of *locale*.

    Where the locale has no name for it the English one is given, and the tag itself where there is none either.

    Raises:
        UsageError: *tag* or *locale* is malformed.
        LocaleError: *locale* has no tables.
    """
    return _language_name(str(parse_tag(tag)), resolve(locale).base)


@lru_cache(maxsize=512)
def _language_name(tag: str, base: str) -> str:
    names = tables.names_record(base)
    languages, scripts, territories = names["languages"], names["scripts"], names["territories"]
    parsed = parse_tag(tag)
    for stem, rest in (
        (parsed.name, ()),
        (f"{parsed.language}-{parsed.script}", (parsed.territory,)),
        (f"{parsed.language}-{parsed.territory}", (parsed.script,)),
        (parsed.language, (parsed.script, parsed.territory)),
    ):
        if stem in languages:
            details = [scripts.get(part) or territories.get(part) or part for part in rest if part]
            return _with_details(languages[stem], details, names["pattern"])
    return tag if base == _ENGLISH else _language_name(tag, _ENGLISH)


def _with_details(name: str, details: list[str], pattern: list[str]) -> str:
    if not details:
        return str(name)
    listed = details[0]
    for detail in details[1:]:
        listed = pattern[1].replace("{0}", listed).replace("{1}", detail)
    return pattern[0].replace("{0}", name).replace("{1}", listed)


def weekday_names(locale: str) -> tuple[str, ...]:
    """Return the full names of the days of the week, Sunday first, as they stand in dates and alone.

    Raises:
        UsageError, LocaleError: as ``canonical_tag``.

    Rule: CLDR ``dayNames``, width ``wide``.
    """
    names = tables.record(resolve(locale).base)["names"]
    return (*names["EEEE"], *(name for name in names["cccc"] if name not in names["EEEE"]))


_DAYS = {"mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7}


def week(locale: str) -> tuple[int, tuple[int, ...], int]:
    """Return the first day of the week, the days of the weekend (1 is Monday) and the days a first week needs.

    Raises:
        UsageError, LocaleError: as ``canonical_tag``.

    Rule: CLDR supplemental weekData.
    """
    territory = resolve(locale).territory
    facts = tables.core()["week"]

    def of(table: str) -> str | int:
        known = facts[table]
        found: str | int = known.get(territory, known["001"])
        return found

    start, end = _DAYS[str(of("weekend_start"))], _DAYS[str(of("weekend_end"))]
    weekend = tuple(range(start, end + 1)) if start <= end else (*range(start, 8), *range(1, end + 1))
    return _DAYS[str(of("first"))], weekend, int(of("minimum"))
