# SPDX-License-Identifier: Apache-2.0
"""Date patterns and skeletons: reading patterns, choosing the pattern for a skeleton, setting its field widths.

Knows letters and widths only; names, digits and calendars come from elsewhere.

Rules: UTS #35 Part 4, section 8 (date field symbols) and 2.6.2 (matching skeletons); field types and distances as in
ICU's DateTimePatternGenerator, which the CLDR data are written for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import groupby

__all__ = ["Field", "best_pattern", "fields_of", "pattern_parts", "widened"]

Field = tuple[str, int]
"""A pattern letter and how often it is repeated."""

# letter: (kind of field, numeric type or 0, text offset)
_KINDS = {
    "G": "G",
    "y": "y",
    "U": "y",
    "Y": "y",
    "r": "y",
    "M": "M",
    "L": "M",
    "E": "E",
    "c": "E",
    "e": "E",
    "d": "d",
}
_NUMERIC = 0x100
_TEXT = {3: -0x103, 4: -0x104, 5: -0x101, 6: -0x102}
_SHIFT = {"L": 0x10, "e": 0x10, "c": 0x20}
_EXTRA = 0x10000
_MISSING = 0x1000


@lru_cache(maxsize=4096)
def pattern_parts(pattern: str) -> tuple[str | Field, ...]:
    """Split a date pattern into literal strings and fields.

    Rule: UTS #35 Part 4, section 8.1 (quoting: text in apostrophes is literal, two are one).
    """
    parts: list[str | Field] = []
    literal = ""
    at = 0
    while at < len(pattern):
        letter = pattern[at]
        if letter == "'":
            text, at = _quoted(pattern, at)
            literal += text
        elif letter.isascii() and letter.isalpha():
            end = at
            while end < len(pattern) and pattern[end] == letter:
                end += 1
            if literal:
                parts.append(literal)
                literal = ""
            parts.append((letter, end - at))
            at = end
        else:
            literal += letter
            at += 1
    if literal:
        parts.append(literal)
    return tuple(parts)


def _quoted(pattern: str, at: int) -> tuple[str, int]:
    if pattern.startswith("''", at):
        return "'", at + 2
    text = ""
    at += 1
    while at < len(pattern):
        if pattern.startswith("''", at):
            text += "'"
            at += 2
        elif pattern[at] == "'":
            return text, at + 1
        else:
            text += pattern[at]
            at += 1
    return text, at


@lru_cache(maxsize=4096)
def fields_of(skeleton: str) -> tuple[Field, ...]:
    """Return the fields of a skeleton or of a pattern, in order."""
    if "'" in skeleton or not skeleton.isalpha() or not skeleton.isascii():
        return tuple(part for part in pattern_parts(skeleton) if isinstance(part, tuple))
    return tuple((letter, len(list(run))) for letter, run in groupby(skeleton))


def _type(field: Field) -> int:
    """ICU's number for how a field is written: numeric types are positive, text types negative."""
    letter, count = field
    kind = _KINDS.get(letter)
    if kind in ("y", "d") or (kind == "M" and count <= 2):
        return _NUMERIC + count + _SHIFT.get(letter, 0)
    if kind in ("E", "G"):
        count = max(count, 3)
    text = _TEXT.get(count, -0x104)
    return text - _SHIFT.get(letter, 0)


def _types(skeleton: str) -> dict[str, int]:
    return {_KINDS.get(field[0], field[0]): _type(field) for field in fields_of(skeleton)}


def _distance(wanted: Mapping[str, int], offered: Mapping[str, int]) -> int:
    if set(wanted) != set(offered):
        missing = len(set(wanted) - set(offered))
        return _EXTRA * len(set(offered) - set(wanted)) + _MISSING * missing
    return sum(abs(wanted[kind] - offered[kind]) for kind in wanted)


def best_pattern(skeleton: str, styles: Iterable[str], formats: Mapping[str, str]) -> str | None:
    """Return the pattern for *skeleton* with its widths set, or None when no pattern has just these fields.

    *styles* are the standard patterns, which take part as candidates of their own; *formats* map skeletons to
    patterns.
    """
    wanted = _types(skeleton)
    best: tuple[int, str, str | None] | None = None
    for pattern in styles:
        if set(wanted) == set(offered := _types(pattern)):
            distance = _distance(wanted, offered)
            if best is None or distance < best[0]:
                best = (distance, pattern, None)
    for key, pattern in formats.items():
        if set(wanted) == set(offered := _types(key)):
            distance = _distance(wanted, offered)
            # A pattern listed for just this skeleton replaces a standard pattern with the same fields.
            if best is None or distance < best[0] or (distance == 0 and best[2] is None):
                best = (distance, pattern, key)
    return None if best is None else widened(best[1], skeleton, best[2])


def widened(pattern: str, skeleton: str, key: str | None) -> str:
    """Set the widths of the fields of *pattern* to those that *skeleton* asks for.

    *key* is the skeleton that the pattern was listed under, None for a standard pattern.

    Rule: UTS #35 Part 4, 2.6.2.2; numeric fields are not turned into text nor text into numbers.
    """
    wanted = {_KINDS.get(letter, letter): (letter, count) for letter, count in fields_of(skeleton)}
    listed = {_KINDS.get(f[0], f[0]): f for f in fields_of(key)} if key else {}
    return "".join(_part(part, wanted, listed) for part in pattern_parts(pattern))


def _part(part: str | Field, wanted: Mapping[str, Field], listed: Mapping[str, Field]) -> str:
    if isinstance(part, str):
        return "'" + part.replace("'", "''") + "'" if _needs_quotes(part) else part
    letter, count = part
    kind = _KINDS.get(letter, letter)
    ask = wanted.get(kind)
    if ask is None or (kind == "y" and count == ask[1]):
        return letter * count
    width = ask[1]
    if kind in listed:
        same = listed[kind][1] == width
        mixed = (_type(part) > 0) != (_type(ask) > 0)
        if same or mixed:
            width = count
    if kind == "E" and letter == "c":
        letter = "E" if not listed else letter
    return letter * width


def _needs_quotes(text: str) -> bool:
    return "'" in text or any(char.isascii() and char.isalpha() for char in text)
