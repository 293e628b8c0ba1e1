# SPDX-License-Identifier: Apache-2.0
"""Issuers: the names of offices that give out a text, told by their nouns and from headlines.

Comes in: a passage as ``look`` sees it.  Goes out: whether it is the name of an office, opens with one, or holds one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from docforge.detect.look import FIGURES, Look
from docforge.detect.vocabulary import folded, phrases, phrases_by_language

__all__ = ["is_set_as_name", "names_issuer", "opens_like_office", "tells_of_office"]


def names_issuer(look: Look) -> bool:
    """Say whether the line is the name of an office and nothing else: ``Ministry of Ports and Fisheries``.

    Only where the language writes names with capitals and titles without: a word in small letters that names do not
    have shows a title, and so do three capitals in a row behind ``of``.
    """
    if look.columns > 90 or not 2 <= look.words <= 12 or look.ends:
        return False
    known: bool | None = look.memo.get("names_issuer")
    if known is None:
        known = look.memo["names_issuer"] = _may_name_office(look.chunks) and _names_office(look)
    return known


_WORD_EDGES = ".,;:()"


def _may_name_office(chunks: Sequence[str]) -> bool:
    """Say whether the first or the last word is one that the name of an office can begin or end with."""
    firsts, lasts = _edges_of_offices()
    if not chunks:
        return False  # marks of direction alone
    first = chunks[0].strip(_WORD_EDGES)
    return first in firsts or chunks[-1].strip(_WORD_EDGES) in lasts or first.endswith(_compound_ends())


@cache
def _edges_of_offices() -> tuple[frozenset[str], frozenset[str]]:
    nouns = [noun.split() for noun in phrases("publication", "issuer")]
    return frozenset(noun[0] for noun in nouns), frozenset(noun[-1] for noun in nouns)


def _names_office(look: Look) -> bool:
    if not look.cased or not FIGURES.isdisjoint(look.signs) or not is_set_as_name(look.text):
        return False
    if (look.words > 4 and look.capitals > 0.9) or ": " in look.text:
        return False
    words = [word.strip(_WORD_EDGES) for word in look.chunks]
    closes = _closes_like_office(words)
    if not closes and not opens_like_office(look):
        return False
    row = 0
    for word in look.text.split()[1:]:
        row = row + 1 if word[:1].isupper() else 0
        if row > 2 and not closes:
            return False
        if word.endswith(","):
            row = 0
    return True


def opens_like_office(look: Look) -> bool:
    """Say whether the line opens with the noun of an office, not only closes with one: ``Ministry of Ports``.

    In English, where titles may be set in capitals, something of it must follow: ``Ministry Denies Plan`` is a title.
    """
    words = [word.strip(_WORD_EDGES) for word in look.chunks]
    if words[0].endswith(_compound_ends()):
        return True
    by_language = phrases_by_language("publication", "issuer")
    for count in (1, 2, 3):
        noun = " ".join(words[:count])
        if noun in by_language["en"]:
            behind = words[count] if count < len(words) else ""
            if not behind or look.chunks[count - 1].endswith(",") or behind in phrases("publication", "office_links"):
                return True
        elif any(noun in nouns for nouns in by_language.values()):
            return True
    return False


def tells_of_office(look: Look) -> bool:
    """Say whether the noun of an office and what it is for stand in the line: ``Federal Office for Ports``."""
    words = [word.strip(_WORD_EDGES) for word in look.chunks]
    nouns, links = phrases("publication", "issuer"), phrases("publication", "office_links")
    return any(noun in nouns and link in links for noun, link in pairwise(words))


def _closes_like_office(words: Sequence[str]) -> bool:
    """Say whether *words*, folded, close with the noun of an office and none of them belongs to a headline."""
    known = phrases("publication", "issuer")
    if words[-1] not in known and " ".join(words[-2:]) not in known:
        return False
    return phrases("publication", "headline_words").isdisjoint(words)


@cache
def _compound_ends() -> tuple[str, ...]:
    return tuple(noun[1:] for noun in phrases("publication", "issuer") if noun.startswith("-"))


def is_set_as_name(text: str) -> bool:
    """Say whether every word opens with a capital, a figure or a sign, or is one of the small words of names."""
    small = phrases("publication", "small_words")
    return all(not word[:1].islower() or folded(word).strip(",") in small for word in text.split()) and not all(
        map(str.islower, text.split())
    )
