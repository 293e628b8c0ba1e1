# SPDX-License-Identifier: Apache-2.0
"""The persons of an article and their names: who bears a surname, a form of a name, a name in a script without spaces.

Comes in: the article's entities, a pack.  Goes out: ``Person`` values, and the one whom some words name.  Linear: what
is asked for often is kept by its first letters.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from docforge.detect.quote_packs import QuotePack
from docforge.detect.titles import is_given
from docforge.detect.vocabulary import gender_of_name
from docforge.detect.word_bits import ROLE_END
from docforge.detect.words import Cut
from docforge.model import Entity, EntityKind

__all__ = ["HEAD", "NEAREST", "WORD", "Person", "Persons", "same_name"]

HEAD = 2
"""Letters by which surnames are kept."""
NEAREST = 8
"""Of those named or heard between two places, or of one surname, so many are looked at."""
_FORM = 4
"""Letters that two forms of one name share at least."""
_ENDING = 3
"""Letters at the end in which they may differ."""
_FAMILY = 3
"""Letters of a family name in ideographs or kana."""
WORD = re.compile(r"[^\W\d_][^\s.,·・＝]*")
"""A word of a name, without the full stop of an initial."""


class Person(NamedTuple):
    """Somebody of the article; without a name, one of several of a surname."""

    name: str
    title: str
    last: str
    """The last word of the name, case-folded."""
    words: tuple[str, ...]
    """All of them that tell persons apart."""

    def has_form(self, given: str) -> bool:
        """Say whether a word of the name has the form *given* in another case."""
        return any(same_name(given, word) for word in self.name.casefold().split())

    def is_named(self, fold: str) -> bool:
        """Say whether the case-folded word is one of the name, in another case or a genitive perhaps."""
        head = fold[:3]
        if not [word for word in self.words if word[:3] == head]:
            return False
        bare = fold.removesuffix("'s").removesuffix("’s")
        return any(same_name(bare, word) or bare == f"{word}s" for word in self.words)


def same_name(first: str, second: str) -> bool:
    """Say whether two words can be forms of one name: equal, or alike but for up to three letters at the end."""
    if first == second:
        return True
    a, b = first.casefold(), second.casefold()
    if a == b:
        return True
    short = min(len(a), len(b))
    if short < _FORM or a[:_FORM] != b[:_FORM] or abs(len(a) - len(b)) > _ENDING:
        return False
    common = _FORM
    while common < short and a[common] == b[common]:
        common += 1
    return common >= max(len(a), len(b)) - _ENDING and short - common <= 2


class Persons:
    """The persons of one article, by their names."""

    def __init__(self, entities: Sequence[Entity], pack: QuotePack) -> None:
        self.pack = pack
        self._entities = [entity for entity in entities if entity.kind is EntityKind.PERSON]
        self.names = {entity.name for entity in self._entities}
        self._genders: dict[str, str] = {}

    @cached_property
    def all(self) -> list[Person]:
        """All of them, in the order of the article."""
        out = []
        for entity in self._entities:
            words = tuple(WORD.findall(entity.name.casefold())) or (entity.name.casefold(),)
            if len(words) > 2:  # Anna van der Berg: particles tell nobody apart.
                words = tuple(w.casefold() for w in WORD.findall(entity.name) if not w[0].islower()) or words
            out.append(Person(entity.name, entity.title or "", words[-1], words))
        return out

    @cached_property
    def by_name(self) -> dict[str, Person]:
        """The persons by their full names."""
        return {person.name: person for person in self.all}

    @cached_property
    def by_surname(self) -> dict[str, set[str]]:
        """The names of the persons of each surname."""
        names: dict[str, set[str]] = {}
        for person in self.all:
            names.setdefault(person.last, set()).add(person.name)
        return names

    @cached_property
    def kin(self) -> dict[str, list[Person]]:
        """The persons of each surname, of very many the first."""
        kin: dict[str, list[Person]] = {}
        for person in self.all:
            of_it = kin.setdefault(person.last, [])
            if len(of_it) < NEAREST:
                of_it.append(person)
        return kin

    @cached_property
    def surnames(self) -> dict[str, list[tuple[str, Person]]]:
        """Surnames by their first letters, longest first; one that several have is nobody's (``whole``)."""
        owners: dict[str, Person] = {}
        for person in self.all:
            other = owners.setdefault(person.last, person)
            if other is not person and self._are_two(person, other):
                owners[person.last] = _nobody(person.last)
        by_head: dict[str, list[tuple[str, Person]]] = {}
        for last in sorted(owners, key=len, reverse=True):
            by_head.setdefault(last[:HEAD], []).append((last, owners[last]))
        return by_head

    @cached_property
    def _forms(self) -> dict[str, list[tuple[str, Person]]]:
        """Words of names by their first letters, which two forms of one name share (``same_name``)."""
        by_head: dict[str, list[tuple[str, Person]]] = {}
        for person in self.all:
            for word in person.words:
                by_head.setdefault(word[:_FORM], []).append((word, person))
        return by_head

    def _are_two(self, first: Person, second: Person) -> bool:
        """Say whether two names of one surname are those of two persons: a given name in each, other words in both."""
        for one, other in ((first, second), (second, first)):
            if set(one.words) <= {*other.words, *other.name.casefold().split()}:
                return False
            if not any(is_given(word, self.pack) for word in one.name.split()[:-1]):
                return False
            if "’s " in one.name or "'s " in one.name:
                return False
        return True

    def whole(self, person: Person, own: Cut, at: int) -> Person:
        """Return who is named by the surname of *person* at word *at*: nobody if another given name is before it."""
        given = own.words[at - 1] if at else ""
        if not person.name:
            fold = given.casefold()
            fitting = [p for p in self.kin[person.last] if fold in p.words[:-1]]
            return fitting[0] if fitting else person
        if not given[:1].isupper() or given.casefold() in person.words or not is_given(given, self.pack):
            return person
        fold = given.casefold()
        if own.bits[at - 1] & ROLE_END or person.has_form(fold):
            return person
        named = (p for word, p in self._forms.get(person.last[:_FORM], ()) if word == person.last)
        return next((p for p in itertools.islice(named, NEAREST) if p.has_form(fold)), _nobody(person.last))

    # -- by the words of a speaker

    def named(self, words: Sequence[str], speaker: str) -> tuple[str, str] | None:
        """Return the full name of whom the case-folded *words* of *speaker* name, and what tells it."""
        if self.pack.unspaced:
            return self._named_within(speaker)
        hits: dict[str, int] = {}
        lasts: set[str] = set()
        for word in words:
            fold = word.removesuffix("'s")
            alike = self._forms.get(fold[:_FORM])
            if alike is None:
                continue
            for name, last in {p.name: p.last for form, p in alike if same_name(fold, form)}.items():
                hits[name] = hits.get(name, 0) + 1
                if same_name(fold, last):
                    lasts.add(name)
        best = [
            (count * 2 + (name in lasts), name)
            for name, count in hits.items()
            if name in lasts or count >= 2 or len(words) == 1
        ]
        if not best:
            family = next((word for word in words if word in self.pack.family_names), "")
            kin = self._families.get(family, [])
            return (kin[0], "the surname and the role") if len(kin) == 1 else None
        best.sort(key=_score, reverse=True)
        if len(best) > 1 and best[0][0] == best[1][0]:
            return None
        return best[0][1], "the name"

    def _named_within(self, speaker: str) -> tuple[str, str] | None:
        """Return who is named anywhere in *speaker*, in a script without spaces."""
        heads = {speaker[at : at + HEAD] for at in range(len(speaker))} | set(speaker)
        fits = [name for head in heads for name in self._openings.get(head, ()) if name in speaker]
        if fits:
            return max(fits, key=lambda name: (len(name), -speaker.find(name))), "the name"
        own = [kin for family, kin in self._families.items() if self._bears_role(family, speaker)]
        return (own[0][0], "the surname and the role") if len(own) == 1 and len(own[0]) == 1 else None

    def _bears_role(self, family: str, speaker: str) -> bool:
        """Say whether *speaker*, in a script without spaces, is a family name with its role (小林知事)."""
        at = speaker.find(family)
        return at >= 0 and any(map(speaker[at + len(family) :].startswith, self.pack.role_of))

    @cached_property
    def _openings(self) -> dict[str, list[str]]:
        """The names of the persons by their first letters."""
        by_head: dict[str, list[str]] = {}
        for person in self.all:
            by_head.setdefault(person.name[:HEAD], []).append(person.name)
        return by_head

    @cached_property
    def _families(self) -> dict[str, list[str]]:
        """The names of the persons, each once, by the family name that they begin with, where the pack lists these."""
        listed = frozenset(self.pack.family_names)
        kin: dict[str, list[str]] = {}
        for name in self.names if listed else ():
            longest = min(_FAMILY, len(name) - 1)
            family = next((name[:length] for length in range(longest, 0, -1) if name[:length] in listed), "")
            if family:
                kin.setdefault(family, []).append(name)
        return kin

    # -- gender

    def gender(self, name: str) -> str:
        """Return ``m`` or ``f`` if the given name of the person *name* tells, else an empty string."""
        known = self._genders.get(name)
        if known is None:
            told = (self.gender_of(word) for word in name.split()[:-1])
            known = self._genders[name] = next(filter(None, told), "")
        return known

    def gender_of(self, word: str) -> str:
        """Return ``m`` or ``f`` if *word*, in any case the language has, is a given name that tells, else nothing."""
        genders = {gender_of_name(word)}
        for ending, full in self.pack.titles.case_forms:
            if word.endswith(ending):
                genders.add(gender_of_name(word[: len(word) - len(ending)] + full))
        genders.discard("")
        return genders.pop() if len(genders) == 1 else ""

    def may_be(self, name: str, gender: str) -> bool:
        """Say whether a pronoun of *gender* (``m``, ``f``, ``c`` for either) may stand for the person *name*."""
        return gender not in "mf" or self.gender(name) in ("", gender)


_score = itemgetter(0)


def _nobody(last: str) -> Person:
    return Person("", "", last, ())
