# SPDX-License-Identifier: Apache-2.0
"""Read the role that a phrase says somebody holds, and find the person of the article who holds it.

Comes in: a phrase as words, the persons.  Goes out: an ``Role``; the one person whose title fits best.  The former
president is not the president, nor is his spokesman.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from docforge.detect.coreference.persons import Person, Persons
from docforge.detect.quote_packs import FOLDS, quote_pack
from docforge.detect.word_bits import CAPITAL, DETERMINER, JOIN, ROLE_END
from docforge.detect.words import Cut, cut_text

__all__ = ["Role", "Roles"]

_LIKE = {
    "leader": frozenset({"president", "premier", "leader", "chief", "person"}),
    "president": frozenset({"president", "leader"}),
    "premier": frozenset({"premier", "leader"}),
    "chief": frozenset({"chief", "leader"}),
}
"""Groups of roles that may stand for each other."""
_MANY = frozenset({"official", "person"})
"""Groups of roles that have little in common: the ambassador is not the mayor, the farmer not the singer."""
_OFFICE = 3
"""Letters that tell offices apart and abbreviations and inflections share: gov and governor, посол and посла."""
_SHARED = 5
"""Letters that two words share which narrow a role in the same way."""


class Role(NamedTuple):
    """What a phrase says somebody is: groups of role words, and stems of the words that narrow them."""

    roles: frozenset[str]
    modifiers: frozenset[str]
    former: bool = False
    several: bool = False
    """Says more than one role: the spokesman of the president."""

    @property
    def distinct(self) -> frozenset[str]:
        """The roles that tell persons apart."""
        return self.roles - _MANY

    def fit(self, held: Role) -> int:
        """Return how well the role *held* by a person fits, 0 for not at all."""
        if not held.roles or self.former is not held.former:
            return 0  # The former president is not the president.
        if self.several and not self.roles <= held.roles:
            return 0  # Nor is the spokesman of the president.
        if self.distinct & held.roles:
            score = 3
        elif any(_LIKE.get(role, frozenset()) & held.roles for role in self.roles):
            score = 2
        else:
            return 0
        if self.modifiers and held.modifiers:
            return score + 3 if self._is_narrowed_like(held) else score - 4
        return score

    def _is_narrowed_like(self, held: Role) -> bool:
        return any(
            own.startswith(other[:_SHARED]) or other.startswith(own[:_SHARED])
            for own in self.modifiers
            for other in held.modifiers
        )


class Roles:
    """The roles that the persons of one article hold."""

    def __init__(self, persons: Persons) -> None:
        self.persons = persons
        self.pack = persons.pack

    @cached_property
    def _held(self) -> list[tuple[Person, Role]]:
        return [(p, self.read(cut_text(p.title, self.pack))) for p in self.persons.all if p.title]

    def holder(self, phrase: Cut) -> str | None:
        """Return the name of the one person to whom the role in *phrase* belongs."""
        said = self.read(phrase)
        if not said.roles or _names_another(phrase) or self._has_family_name(phrase):
            return None
        ranked = sorted(((said.fit(role), person.name) for person, role in self._held), reverse=True)
        if not ranked or ranked[0][0] <= 0 or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
            return None
        return ranked[0][1]

    def read(self, phrase: Cut) -> Role:
        """Return the role that *phrase* tells of."""
        if self.pack.unspaced:
            return self._read_within(phrase.text)
        roles: set[str] = set()
        modifiers: set[str] = set()
        count = 0
        folds = [FOLDS[word] for word in phrase.words]
        for word, fold, bits in zip(phrase.words, folds, phrase.bits, strict=True):
            if bits & ROLE_END:
                count += fold not in self.pack.titles.honorifics
                roles |= self._groups(*_group(fold, self.pack.language))
            elif bits >= 0 and not bits & (DETERMINER | JOIN) and len(word) > 2:
                modifiers.add(_stem(fold))
        return Role(frozenset(roles), frozenset(modifiers), self._is_former(folds), count > 1)

    def _read_within(self, text: str) -> Role:
        """Return the role that *text*, in a script without spaces, tells of."""
        role_of = self.pack.role_of
        met = [role for role in role_of if role in text]
        whole = [role for role in met if not any(role in other for other in met if other != role)]
        roles = [self._groups(role, role_of[role]) for role in met]
        former = any(word in text for word in self.pack.titles.former)
        return Role(frozenset().union(*roles), frozenset(), former, len(whole) > 1)

    def _groups(self, role: str, group: str) -> set[str]:
        """Return the group of a role word, with the office itself where a group holds many: mayors and ambassadors."""
        if group not in _MANY:
            return {group}
        for article in self.pack.joined_articles:
            role = role.removeprefix(article) or role
        for mark in self.pack.subject_marks if self.pack.marks_attached else ():
            role = role.removesuffix(mark) or role
        return {group, f"{group} {role[:_OFFICE]}"}

    def _is_former(self, folds: Sequence[str]) -> bool:
        """Say whether any of some words says that somebody held an office before: *former*, *ex-president*."""
        if not self.pack.titles.former.isdisjoint(folds):
            return True
        beginnings = _former_beginnings(self.pack.language)
        for fold in folds:
            if fold.startswith(beginnings):
                begin = next(begin for begin in beginnings if fold.startswith(begin))
                if fold[len(begin) :].lstrip("-") in self.pack.role_of:
                    return True
        return False

    def _has_family_name(self, phrase: Cut) -> bool:
        """Say whether a family name stands before the role, 김 시장 or 王部长, of none of the persons known."""
        families = self.pack.family_names
        if not families or not self.pack.unspaced:
            return any(word in families for word in phrase.words)
        text = phrase.text
        return any(text.endswith(families, 0, at) for role in self.pack.role_of if (at := text.find(role)) > 0)


@lru_cache(maxsize=1024)
def _group(fold: str, language: str) -> tuple[str, str]:
    """Return the role word in *fold* and its group."""
    role_of = quote_pack(language).role_of
    if fold in role_of:
        return fold, role_of[fold]
    fitting = [role for role in role_of if fold.endswith(role)]
    role = max(fitting, key=len) if fitting else fold
    return role, role_of.get(role, "person")


@cache
def _former_beginnings(language: str) -> tuple[str, ...]:
    """Return what opens a role that somebody held before, as *ex* does."""
    return tuple([entry[:-1] for entry in quote_pack(language).titles.former if entry.endswith("-")])


def _stem(fold: str) -> str:
    """Return a folded word without its inflection, roughly: what is left of long words when endings are cut."""
    word = fold.removesuffix("'s")
    return word[: max(4, len(word) - 3)] if len(word) > 5 else word


def _names_another(phrase: Cut) -> bool:
    """Say whether a name stands right behind the role: ``Minister Dubois`` is none of the persons known."""
    return any(
        first & ROLE_END and second & CAPITAL and not second & (ROLE_END | DETERMINER | JOIN)
        for first, second in itertools.pairwise(phrase.bits)
    )
