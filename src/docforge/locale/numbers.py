# SPDX-License-Identifier: Apache-2.0
"""Digits, numbers, lists and plural categories of a locale.

Rules: UTS #35 Part 3 (numbers, plural rules), Part 2 section 11 (list patterns).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from docforge.errors import UsageError
from docforge.locale import tables
from docforge.locale.tags import data_chain, parse_tag, resolve
from docforge.patterns import lazily

__all__ = ["digits", "format_list", "format_number", "format_percent", "numbering_system", "plural_category"]

LATIN = "0123456789"


def numbering_system(locale: str) -> str:
    """Return the CLDR name of the numbering system of *locale*; a ``-u-nu-`` keyword wins.

    Raises:
        UsageError, LocaleError: as ``canonical_tag``; UsageError for an unknown numbering system.
    """
    return _numbering(locale)


@lru_cache(maxsize=1024)
def _numbering(locale: str) -> str:
    found = resolve(locale)
    asked = parse_tag(locale).keyword("nu")
    facts = tables.record(found.base)["numbers"]
    if asked in (None, "default"):
        return str(facts["numbering"])
    if asked == "native":
        return str(facts["native"])
    ten_digits(str(asked))
    return str(asked)


def ten_digits(system: str) -> str:
    """Return the ten digits, zero first, of a decimal numbering system.

    Raises:
        UsageError: there is no such system.
    """
    known = tables.core()["digits"]
    if system not in known:
        raise UsageError(f"no numbering system {system[:20]!r}: use one of {', '.join(sorted(known))}")
    return str(known[system])


def digits(locale: str) -> str:
    """Return the ten digits that *locale* writes, zero first.

    Raises:
        UsageError, LocaleError: as ``numbering_system``.
    """
    return ten_digits(_numbering(locale))


@lru_cache(maxsize=128)
def translation(system: str) -> dict[int, str]:
    """Return a ``str.translate`` table from ASCII digits to those of a numbering system."""
    return {ord("0") + value: digit for value, digit in enumerate(ten_digits(system))}


# -- numbers -------------------------------------------------------------------------------


def format_number(value: int | float | Decimal, locale: str, *, numbering: str | None = None) -> str:
    """Return *value* with the locale's digits, grouping and signs, with at most three decimals.

    Raises:
        UsageError, LocaleError: as ``numbering_system``.
    """
    return _formatted(value, locale, numbering, "decimal")


def format_percent(value: int | float | Decimal, locale: str, *, numbering: str | None = None) -> str:
    """Return *value*, a share such as 0.45, as a whole percentage.

    Raises:
        UsageError, LocaleError: as ``numbering_system``.
    """
    return _formatted(Decimal(str(value)) * 100, locale, numbering, "percent")


def _formatted(value: int | float | Decimal, locale: str, numbering: str | None, kind: str) -> str:
    facts = tables.record(resolve(locale).base)["numbers"]
    system = numbering or _numbering(locale)
    known = system if f"symbols-{system}" in facts else "latn"
    decimal, group, minus, percent = facts[f"symbols-{known}"]
    pattern = facts[f"{kind}-{known}"]
    number = Decimal(str(value))
    body = _body(abs(number), pattern, facts["min_grouping"], decimal, group)
    prefix, suffix = _affixes(pattern)
    sign = minus if number < 0 else ""
    return (sign + prefix + body.translate(translation(system)) + suffix).replace("%", percent)


def _affixes(pattern: str) -> tuple[str, str]:
    found = re.match(r"([^#0]*)[#0,.]+(.*)", pattern.partition(";")[0])
    assert found is not None  # noqa: S101 -- the tables hold number patterns only
    return found[1], found[2]


def _body(number: Decimal, pattern: str, min_grouping: int, decimal: str, group: str) -> str:
    core = "".join(char for char in pattern.partition(";")[0] if char in "#0,.")
    whole_pattern, _, fraction_pattern = core.partition(".")
    rounded = round(number, len(fraction_pattern))
    whole, _, fraction = f"{rounded:f}".partition(".")
    fraction = fraction.rstrip("0")
    sizes = [len(part) for part in whole_pattern.split(",")[1:]]
    if sizes and len(whole) >= sizes[-1] + min_grouping:
        whole = _grouped(whole, sizes[-1], sizes[-2] if len(sizes) > 1 else sizes[-1], group)
    return whole + (decimal + fraction if fraction else "")


def _grouped(whole: str, primary: int, secondary: int, group: str) -> str:
    parts = [whole[-primary:]]
    rest = whole[:-primary]
    while rest:
        parts.insert(0, rest[-secondary:])
        rest = rest[:-secondary]
    return group.join(parts)


# -- lists ---------------------------------------------------------------------------------

# Conjunctions that change before a sound: (language, conjunction, replacement, pattern of the next word).
# Source: CLDR grammar notes for es and he, as ICU's ListFormatter applies them.
_BEFORE_SOUND = {
    "es": (
        (" y ", " e ", re.compile(r"(?:i|hi(?![ae]))", re.I)),
        (" o ", " u ", re.compile(r"(?:o|ho|8|11(?!\d))", re.I)),
    ),
    "he": ((" \u05d5{1}", " \u05d5-{1}", re.compile(r"[^\u0590-\u05ff]")),),
}


def format_list(items: Sequence[str], locale: str, kind: str = "and") -> str:
    """Join *items* as a locale does; *kind* is ``and``, ``or`` or ``unit``.

    Raises:
        UsageError, LocaleError: as ``canonical_tag``; UsageError for another *kind*.
    """
    found = resolve(locale)
    lists = tables.record(found.base)["lists"]
    if kind not in lists:
        raise UsageError(f"no list kind {kind[:20]!r}: use and, or, unit")
    two, start, middle, end = lists[kind]
    if not items:
        return ""
    if len(items) == 1:
        return items[0]
    if len(items) == 2:
        return _joined(two, items[0], items[1], found.language)
    text = _joined(start, items[0], items[1], found.language)
    for item in items[2:-1]:
        text = _joined(middle, text, item, found.language)
    return _joined(end, text, items[-1], found.language)


def _joined(pattern: str, first: str, second: str, language: str) -> str:
    for conjunction, replacement, sound in _BEFORE_SOUND.get(language, ()):
        if conjunction in pattern and sound.match(second):
            pattern = pattern.replace(conjunction, replacement)
    before, _, rest = pattern.partition("{0}")
    between, _, after = rest.partition("{1}")
    return before + first + between + second + after


# -- plural categories ---------------------------------------------------------------------


def plural_category(value: int | float | Decimal | str, locale: str, kind: str = "cardinal") -> str:
    """Return the CLDR plural category of *value*: zero, one, two, few, many or other.

    *value* as a string keeps its visible decimals (``"1.0"``).  *kind* is ``cardinal`` or ``ordinal``.

    Raises:
        UsageError, LocaleError: as ``canonical_tag``.

    Rule: UTS #35 Part 3, section 5.
    """
    operands = _operands(str(value))
    for category, rule in _rules(_plural_language(locale, kind), kind):
        if any(all(_holds(condition, operands) for condition in part) for part in rule):
            return category
    return "other"


@lru_cache(maxsize=1024)
def _plural_language(locale: str, kind: str) -> str:
    table = tables.core()["plurals"][kind]
    found = resolve(locale)
    return next((tag for tag in (*data_chain(found.base), found.language) if tag in table), "und")


def plural_categories(locale: str) -> tuple[str, ...]:
    """Return the cardinal categories that *locale* uses, in CLDR order, ``other`` last."""
    rules = _rules(_plural_language(locale, "cardinal"), "cardinal")
    names = {name for name, _ in rules}
    return (*(name for name in ("zero", "one", "two", "few", "many") if name in names), "other")


_Condition = tuple[str, int, bool, tuple[tuple[int, int], ...]]


@lru_cache(maxsize=256)
def _rules(language: str, kind: str) -> tuple[tuple[str, tuple[tuple[_Condition, ...], ...]], ...]:
    table: dict[str, Any] = tables.core()["plurals"][kind].get(language, {})
    return tuple(
        (category, tuple(tuple(_condition(text) for text in part.split(" and ")) for part in rule.split(" or ")))
        for category, rule in table.items()
    )


_CONDITION = lazily(r"([nivwftce])(?: % (\d+))? (!?=) ([\d.,]+)")


def _condition(text: str) -> _Condition:
    found = _CONDITION.fullmatch(text.strip())
    assert found is not None, text  # noqa: S101 -- the tables hold plural rules only
    ranges = []
    for part in found[4].split(","):
        low, _, high = part.partition("..")
        ranges.append((int(low), int(high or low)))
    return found[1], int(found[2] or 0), found[3] == "!=", tuple(ranges)


def _operands(text: str) -> dict[str, Decimal]:
    whole, _, fraction = text.lstrip("-").partition(".")
    trimmed = fraction.rstrip("0")
    return {
        "n": Decimal(text.lstrip("-")),
        "i": Decimal(whole or 0),
        "v": Decimal(len(fraction)),
        "w": Decimal(len(trimmed)),
        "f": Decimal(fraction or 0),
        "t": Decimal(trimmed or 0),
        "c": Decimal(0),
        "e": Decimal(0),
    }


def _holds(condition: _Condition, operands: dict[str, Decimal]) -> bool:
    operand, modulo, negated, ranges = condition
    value = operands[operand]
    if modulo:
        value %= modulo
    inside = value == value.to_integral_value() and any(low <= value <= high for low, high in ranges)
    return inside is not negated
