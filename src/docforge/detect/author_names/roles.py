# SPDX-License-Identifier: Apache-2.0
"""Roles, desks and offices: what stands beside the names of persons, or in their place, and is none.

Phrases are compared case-folded, see ``vocabulary.folded``.
"""

from __future__ import annotations

import re
from functools import cache

from docforge.detect.vocabulary import folded, phrases
from docforge.patterns import lazily

__all__ = [
    "ARTICLE",
    "CREDENTIALS",
    "ends_in_desk",
    "is_compound_role",
    "is_desk",
    "is_desk_of",
    "is_desk_of_house",
    "is_office",
    "is_role",
    "last_words_of_desks",
    "last_words_of_roles",
    "roles_and_outlets",
    "says_place",
    "says_where",
]

ARTICLE = lazily(r"(?:The|Die|Der|Das|Le|La|Les|El|Il|Lo|De|Het|Den|Det|O|A)\s", re.IGNORECASE)
"""With one of these the names of papers open."""
CREDENTIALS = frozenset(
    {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "ph.d", "ph.d.", "md", "m.d.", "rd", "esq", "esq."}
)
_PLACE_WORDS = 3
"""Words of a place behind a small word."""
_ADDRESS = lazily(r"[\w-]{3,30}\.[a-z]{2,4}")
"""The address of an outlet."""
_SHORTEST_HOUSE = 2
"""Letters of the house of a correspondent, at least."""
_OFFICE_SIGNS = frozenset(",/|·•–—")


def is_role(fold: str, segment: str) -> bool:
    """Say whether a *segment*, and *fold*, the same case-folded, is a role or what stands behind a name: ``PhD``."""
    roles = phrases("byline", "suffix")
    bare = fold.strip("()[]（） .")
    if bare in roles or bare in CREDENTIALS:
        return True
    words = bare.split()
    if len(words) < 2:
        return False
    first, last = words[0], words[-1]
    if len(words) == 2 and "\u4e00" <= first[0] <= "\u9fff" and len(first) > 1 and not first.endswith(_desk_ends()):
        return False  # 高瀬真理子 記者
    return (
        (last in roles and last != "staff" and not _two_names(segment))
        or last in phrases("byline", "collective")
        or (first in roles and first != "editor" and len(words) <= 6)
        or (len(words) <= 6 and (says_where(segment.split()) or _says_house(segment)))
    )


@cache
def _desk_ends() -> tuple[str, ...]:
    return tuple(phrases("byline", "han_desk"))


def says_where(words: list[str]) -> bool:
    """Say whether *words* are a role of two words, a small word and a place: ``envoyés spéciaux à Norrstad``."""
    return len(words) > 2 and words[2][:1].islower() and folded(" ".join(words[:2])) in phrases("byline", "suffix")


def _says_house(segment: str) -> bool:
    """``Contributing writer The Harbour Post``: say whether the name of a paper stands behind a role of two words."""
    first, _, rest = segment.partition(" ")
    second, _, house = rest.partition(" ")
    return ARTICLE.match(house) is not None and folded(f"{first} {second}") in phrases("byline", "suffix")


def says_place(segment: str) -> bool:
    """Say whether a segment is a small word and a place: ``em Brasília``, ``à Rome``."""
    first, _, place = segment.strip("()[]（） .").partition(" ")
    return first in phrases("dateline", "before_places") and place[:1].isupper() and len(place.split()) <= _PLACE_WORDS


def _two_names(segment: str) -> bool:
    """Say whether a name stands before the role: then the segment is an author, not a role alone."""
    words = segment.split()
    if len(words) < 3 or not words[0][:1].isupper() or sum(word[:1].isupper() for word in words[:-1]) < 2:
        return False
    return folded(words[0]) not in _first_words_of_roles()


@cache
def _first_words_of_roles() -> frozenset[str]:
    """``Senior Staff Reporter`` opens as the role ``senior reporter`` does."""
    return frozenset(role.split(" ", 1)[0] for role in phrases("byline", "suffix") if " " in role and role.isascii())


def is_compound_role(word: str) -> bool:
    """Say whether a word joins an outlet and a role by a hyphen: ``MDR-Reporter``, ``Kurier-Redakteurin``."""
    before, hyphen, role = word.rpartition("-")
    return bool(hyphen) and before[:1].isupper() and folded(role) in phrases("byline", "suffix")


def is_desk_of(segment: str) -> bool:
    """Say whether the word for a desk opens a segment and an outlet ends it.

    The outlet is called by letters or figures, ``Redação g1``, ``Екип Port24.bg``, opens with an article, ``Redacción
    El Puerto``, or is one word behind what opens no name, ``Newsdesk Heute``; ``Redaktion Anna Lehmann`` is none.
    """
    first, _, outlet = segment.partition(" ")
    if not outlet:
        return False
    desk = folded(first)
    if desk in phrases("byline", "collective") and _ADDRESS.fullmatch(outlet) is not None:
        return True
    if desk not in phrases("byline", "desk"):
        return False
    if ARTICLE.match(outlet):
        return True  # Redacción El Puerto
    if " " in outlet or desk in phrases("byline", "suffix"):
        return False
    if desk in phrases("byline", "no_name_behind") and outlet[0].isupper():
        return True  # Newsdesk Heute
    return outlet[-1].isdigit() or (outlet.isupper() and len(outlet) > 1)


def is_desk_of_house(segment: str) -> bool:
    """``HRN Correspondent``, ``Harbour24 Reporter``: say whether a role stands behind a house of letters or figures."""
    house, _, role = segment.partition(" ")
    if not (house.isupper() or house[-1:].isdigit()) or role.isupper() or len(house) < _SHORTEST_HOUSE:
        return False
    fold = folded(role)
    return fold in phrases("byline", "suffix") and fold in phrases("byline", "prefix")


def is_office(fold: str, before: str) -> bool:
    """``City Desk Reporter`` or ``Harbour Post Staff`` behind a name and a sign is that person's office, no author."""
    if _OFFICE_SIGNS.isdisjoint(before):
        return False
    words = fold.strip("()[]（） .").split()
    if not words:
        return False  # a sign alone between commas
    if "-" in words[0] and not phrases("byline", "outlet_opening").isdisjoint(words[0].split("-")):
        return True  # ARD-Studio Rom
    return (len(words) >= 3 and words[-1] in phrases("byline", "suffix")) or ends_in_desk(fold)


@cache
def roles_and_outlets() -> frozenset[str]:
    """Return the words, case-folded, that name roles and outlets."""
    return phrases("byline", "suffix") | phrases("byline", "outlet")


@cache
def last_words_of_roles() -> frozenset[str]:
    """Return the words, case-folded, that roles and the names of outlets end with."""
    return frozenset(role.rsplit(" ", 1)[-1] for role in roles_and_outlets())


def is_desk(name: str) -> bool:
    """Say whether *name* is that of a desk, alone or with what it belongs to before it."""
    fold = folded(name)
    return fold in phrases("byline", "desk") or ends_in_desk(fold)


def ends_in_desk(fold: str) -> bool:
    """``Great Northern editorial board`` is a desk as ``editorial board`` is."""
    if " " not in fold:
        return False
    words = fold.split()
    if words[-1] in phrases("byline", "collective") and (len(words) == 2 or words[-2] in phrases("byline", "outlet")):
        return True
    if len(words) <= 2 or words[-1] not in last_words_of_desks():
        return False
    return any(" ".join(words[-n:]) in phrases("byline", "desk") for n in (2, 3) if len(words) > n)


@cache
def last_words_of_desks() -> frozenset[str]:
    """Return the words, case-folded, that the names of desks end with."""
    return frozenset(desk.rsplit(" ", 1)[-1] for desk in phrases("byline", "desk"))
