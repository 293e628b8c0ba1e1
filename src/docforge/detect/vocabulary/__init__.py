# SPDX-License-Identifier: Apache-2.0
"""The words that detectors look for, as data: one TOML table per need, each with its source.

Every table maps a use (``prefix``, ``label`` …) to lists of phrases per language.  Phrases are compared
case-folded with single spaces.  Nothing here decides; nothing here names a publisher.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import tomli

from docforge.patterns import DIRECTIONS

__all__ = [
    "Openings",
    "agencies",
    "folded",
    "gender_of_name",
    "is_given_name",
    "listed_places",
    "openings",
    "phrases",
    "phrases_by_language",
]

_FOLDER = Path(__file__).resolve().parent
_UNDIRECTED = dict.fromkeys(map(ord, DIRECTIONS))


def folded(text: str) -> str:
    """Return *text* case-folded, with runs of white space as one space and none at the edges.

    The dot that folding leaves above the small i of a Turkish İ is dropped, and so are marks of direction.
    """
    fold = text.casefold()
    if fold.isalnum():
        return fold  # one word: no blank, mark or dot is in it
    fold = " ".join(fold.split())
    if fold.isascii():
        return fold
    if not fold.isprintable():
        fold = " ".join(fold.translate(_UNDIRECTED).split())  # such a mark may have stood between two spaces
    return fold.replace("\u0307", "")


@cache
def _table(name: str) -> dict[str, Any]:
    return tomli.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


_PARTS = {"# men": "m", "# women": "f", "# others": "c"}
"""The parts of the list of given names."""


@cache
def _given_names() -> dict[str, str]:
    """Return the given names by their part and first letter."""
    # One string for each: it is read faster than a set is made, and asked for seldom.
    names: dict[str, str] = {}
    part = ""
    for line in (_FOLDER / "given_names.txt").read_text(encoding="utf-8").splitlines():
        if line[0] == "#":
            part = _PARTS.get(line, part)
        else:
            names[part + line[0]] = f"{names.get(part + line[0], '')} {line} "
    return names


def _part_of_name(word: str) -> str:
    names = _given_names()
    return next((part for part in _PARTS.values() if f" {word} " in names.get(part + word[:1], "")), "")


@lru_cache(maxsize=4096)
def is_given_name(word: str) -> bool:
    """Say whether *word*, as written, is a given name in some language."""
    return bool(_part_of_name(word))


@lru_cache(maxsize=4096)
def gender_of_name(word: str) -> str:
    """Return ``m`` or ``f`` for a given name that only men or only women have, else an empty string."""
    return _part_of_name(word).replace("c", "")


@cache
def phrases_by_language(table: str, use: str) -> dict[str, frozenset[str]]:
    """Return the phrases of one use, per language key (``any`` holds those of every language)."""
    return {language: _with_capitals(map(folded, listed)) for language, listed in _table(table)[use].items()}


_ACCENTED = str.maketrans("άέήίόύώϊϋΐΰı", "αεηιουωιυιυi")
_COMMA_BELOW, _CEDILLA = "șț", str.maketrans("șț", "şţ")
_ROMANIAN = str.maketrans("ăâîșț", "aaist")
"""Romanian letters, and what stands for them where a keyboard has none of them."""


def _with_capitals(listed: Iterable[str]) -> frozenset[str]:
    """Return the phrases, and what folding makes of them in capitals where capitals lose a mark.

    Greek capitals carry no accent (ΔΙΑΒΑΣΤΕ), and Turkish and Azeri ones tell ı and i apart (BASIN AÇIKLAMASI).
    Romanian is written with a cedilla for its commas (citeşte şi) or, in more than one word, without all marks.
    """
    known = frozenset(listed)
    marked = [phrase for phrase in known if not phrase.isascii()]
    romanian = [phrase for phrase in marked if any(map(phrase.__contains__, _COMMA_BELOW))]
    return known.union(
        (phrase.translate(_ACCENTED) for phrase in marked),
        (phrase.translate(_CEDILLA) for phrase in romanian),
        (phrase.translate(_ROMANIAN) for phrase in romanian if " " in phrase),
    )


@cache
def phrases(table: str, use: str) -> frozenset[str]:
    """Return the phrases of one use in all languages together."""
    return frozenset().union(*phrases_by_language(table, use).values())


class Openings:
    """Finds which of many phrases opens a text, by their first three characters."""

    def __init__(self, listed: frozenset[str]) -> None:
        by_head: dict[str, list[str]] = {}
        for phrase in listed:
            by_head.setdefault(phrase[:3], []).append(phrase)
        self._by_head = {head: tuple(sorted(found, key=len, reverse=True)) for head, found in by_head.items()}
        self._short_firsts = frozenset(phrase[0] for phrase in listed if len(phrase) < 3)
        self._least_short = min(self._short_firsts, default="\U0010ffff")  # mostly an ideograph or a symbol

    def all(self, fold: str) -> Sequence[str]:
        """Return the phrases that *fold* opens with, longest first."""
        listed = self._by_head.get(fold[:3])
        if listed is None:
            if fold < self._least_short:
                return ()  # as most are
            listed = ()
        if fold >= self._least_short and fold[:1] in self._short_firsts:
            listed += self._by_head.get(fold[:2], ()) + self._by_head.get(fold[:1], ())
        if not listed or not fold.startswith(listed):
            return ()
        return [phrase for phrase in listed if fold.startswith(phrase)]


@cache
def openings(table: str, use: str, language: str | None = None) -> Openings:
    """Return the phrases of one use as line beginnings; of *language* and English alone if given."""
    if language is None:
        return Openings(phrases(table, use))
    own = phrases_by_language(table, use)
    return Openings(own.get(language, frozenset()) | own["en"])


@cache
def listed_places() -> frozenset[str]:
    """Return the places, of all languages together, that may open a text without agency or date."""
    uses = ("bare_places", "pointed_places", "bare_colon_places", "outlet_places")
    return frozenset().union(*(phrases("dateline", use) for use in uses))


@cache
def agencies() -> dict[str, str]:
    """Return the signatures of news agencies, case-folded, each with the agency's first name."""
    return {folded(name): names[0] for names in _table("agencies")["agency"] for name in names}
