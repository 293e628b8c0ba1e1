# SPDX-License-Identifier: Apache-2.0
"""The segments of a list of names: where signs, joining words and words run together part it."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from docforge.detect.vocabulary import folded, phrases
from docforge.patterns import is_latin, lazily

__all__ = ["GLUE", "SEGMENT_EDGES", "WORD", "joiners", "segments", "trimmed"]

GLUE = re.compile(r"[A-Z@](?:(?<=[^\W\d_A-Z][A-Z])(?=[a-z])|(?<=[^\W\d_]@))")
"""Where words are run together; what the pattern begins with is found fast."""
SEGMENT_EDGES = ' \t\u00a0\u3000\n,;:：|·•()（）[]【】-–—/／｜"“”「」*'
"""What may stand around a name in a list of names."""
WORD = re.compile(r"\S+")
"""What stands between blanks."""
_SPLIT = lazily(
    r"\s{0,4}[,;|｜/／•·&+、，；\n]\s{0,4}|\s?[–—-]\s|\s(?=\()(?!\((?:[A-Z]\.){1,3}\)\s[A-Z])"
    r"|(?<=[^\W\d_A-Z])(?=\([A-ZÀ-Þ])"  # Ann Lee(Rome)
    r"|(?<=[\u3005-\u9fff]{3})\u3000(?=[\u3005-\u9fff]{3})"  # two whole names; the parts of one are shorter
)
_SPLIT_SIGN = re.compile(r"[,;|｜/／•·&+、，；\n\u3000–—(-]")
_JOINER = lazily(r"\s(?!in [a-zß-ÿ'’])(\S{1,12})(?=\s)")
"""A word between two blanks; the vocabulary says whether it joins.  ``in der`` and ``in 't`` do not."""
_INITIALS = 2
"""In capitals so many letters may be initials or stand inside a name (``ANA Y SOL``, ``ANNA DA SILVA``)."""
_CAPITAL_PREFIXES = (
    "Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Von", "Da", "Del", "Fitz",
    "O", "Ter", "Ten", "Mc'", "El", "Al", "Ben", "Des", "Dos", "Lo", "St",
)  # fmt: skip
"""What stands before a capital inside one name: ``McGhee``."""


def segments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split ``text[start:end]`` at separators and joining words."""
    joiners = phrases("byline", "joiner")
    stretch = text[start:end]
    fold = stretch.casefold()
    joined = not joiners.isdisjoint(fold.split())
    title = stretch.istitle()
    if title and not joined and stretch.replace(" ", "").isalpha() and is_latin(stretch):
        return [trimmed(text, start, end, " ")]  # capitalised words alone, as menus have them, are one piece
    cuts = [start]
    joins = set()
    if _SPLIT_SIGN.search(text, start, end):
        for match in _SPLIT.finditer(text, start, end):
            if match.group() != "&" or not _joins_letters(text, match.start()):
                cuts += match.span()
    if " " in fold and any(map(fold.__contains__, _words_of_long_joiners())):
        for phrase in _long_joiners():
            at = fold.find(f" {phrase} ")
            if at >= 0 and len(fold) == len(stretch):
                cuts += [start + at, start + at + len(phrase) + 2]
                joins.add(start + at + 1)
                break
    if joined:
        for match in _JOINER.finditer(stretch):
            word = match[1]
            if word.casefold() in joiners and (not word.isupper() or (len(word) > _INITIALS and stretch.isupper())):
                cuts += [start + match.start(), start + match.end() + 1]
                joins.add(start + match.start() + 1)
    # Words in title case, as menus have them, are glued to nothing.
    plain = title and stretch.isascii() and "@" not in stretch
    for match in GLUE.finditer(text, start, end) if not plain else ():
        at = match.start()
        word_start = max(text.rfind(" ", start, at) + 1, start)
        if text[word_start:at] not in _CAPITAL_PREFIXES and text[at - 1 : at] != "-":
            cuts += [at, at]
    cuts.append(end)
    cuts.sort()
    out = []
    for a, b in pairwise(cuts):
        if a < b:
            c, d = trimmed(text, a, b)
            if d > c and c not in joins:
                out.append((c, d))
    if len(out) < 2:
        return out
    merged: list[tuple[int, int]] = []
    for c, d in out:
        if merged and d - c <= 8 and folded(text[c:d]).strip(".") in {"jr", "sr", "ii", "iii"}:
            merged[-1] = (merged[-1][0], d)
        elif not merged or c >= merged[-1][1]:
            merged.append((c, d))
    return merged


def _joins_letters(text: str, at: int) -> bool:
    """``W&V Redaktion``: say whether single capitals stand on both sides of the sign at *at*."""
    before, behind = text[max(0, at - 2) : at], text[at + 1 : at + 3]
    alone = before[-1:].isupper() and not before[:-1].isalnum()
    return alone and behind[:1].isupper() and not behind[1:].isalnum()


@cache
def joiners() -> frozenset[str]:
    """Return what may stand between two names, words and whole phrases."""
    return phrases("byline", "joiner") | phrases("byline", "told_to")


@cache
def _long_joiners() -> tuple[str, ...]:
    """The joining words that are several, the longest first."""
    return tuple(sorted((joiner for joiner in joiners() if " " in joiner), key=len, reverse=True))


@cache
def _words_of_long_joiners() -> frozenset[str]:
    """The longest word of each: where none of them stands, there is no such joiner."""
    return frozenset(max(joiner.split(), key=len) for joiner in _long_joiners())


def trimmed(text: str, start: int, end: int, edges: str = SEGMENT_EDGES) -> tuple[int, int]:
    """Return ``[start, end)`` without the characters of *edges* at either end."""
    while start < end and text[start] in edges:
        start += 1
    while end > start and text[end - 1] in edges:
        end -= 1
    return start, end
