# SPDX-License-Identifier: Apache-2.0
"""Say whom a pronoun means: the last person named before, or who spoke before, if nobody else may be meant.

Comes in: a pronoun with its place, the mentions, and those who were heard before, in the order of the article.  Goes
out: a full name and what it rests on, or None.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

from docforge.detect.coreference.mentions import Mentions, Place
from docforge.detect.coreference.persons import NEAREST, WORD, Person, Persons
from docforge.detect.quote_packs import FOLDS
from docforge.detect.word_bits import DETERMINER, NAME, ORGANISATION, ROLE_END
from docforge.detect.words import Cut

__all__ = ["Pronouns"]

_REACH = 3
"""A pronoun stands for somebody named at most so many blocks before."""
_FIRST_WORD = 40
"""Characters in which the first word of a sentence stands."""


class _Heard(NamedTuple):
    """Somebody who was told to speak: where, the person if known, and as written."""

    place: Place
    name: str | None
    speaker: str


class Pronouns:
    """Whom the pronouns of one article mean; remembers who was heard."""

    def __init__(self, persons: Persons, mentions: Mentions, phrases: Mapping[str, Cut]) -> None:
        self._persons = persons
        self._mentions = mentions
        self._phrases = phrases
        """Speakers as written -> their words, of those who are no pronouns."""
        self._pack = persons.pack
        self._heard: list[_Heard] = []

    def hear(self, name: str | None, speaker: str, place: Place) -> None:
        """Note that *speaker*, the person *name* or an unknown one, was told to speak at a place."""
        self._heard.append(_Heard(place, name, speaker))

    def meant(self, word: str, place: Place) -> tuple[str | None, str]:
        """Return the last person named before, if the sentence that names them names no other of the same standing."""
        gender = self._pack.gender.get(word) or self._pack.possessives.get(word, "c")
        if gender == "p":
            return None, ""
        block, count = self._mentions.last_before(*place, _REACH)
        named = (block, self._mentions.within(block)[count - 1][0]) if count else (-1, 0)
        heard = self._heard_since(named, place)
        if heard is not None:
            if heard.name is None:
                return None, ""  # Somebody spoke since whom nothing is known of.
            if heard.place[0] == place[0] and self._persons.may_be(heard.name, gender):
                return heard.name, f"{word!r} after who spoke before"
        person = self._named_before(block, count, place, gender)
        return (None, "") if person is None else (person.name, f"{word!r} after {person.name}")

    def _heard_since(self, named: Place, place: Place) -> _Heard | None:
        """Return who was heard last before *place*, if since *named* and near; of the unknown, who may be meant."""
        for heard in reversed(self._heard[-NEAREST:]):
            away = place[0] - heard.place[0]
            if heard.place <= named or away > _REACH:
                break
            if heard.place >= place or (heard.name is None and away > self._stays(heard.speaker)):
                continue
            return heard
        return None

    def _stays(self, speaker: str) -> int:
        """Return for how many blocks *speaker*, behind whom no person is known, may be who a pronoun is; -1 for never.

        A name may be for as many as that of a person, a role or a pronoun for its own block.
        """
        if " " not in speaker and self._pack.gender.get(FOLDS[speaker].rpartition("-")[2], "p") != "p":
            return 0
        phrase = self._phrases.get(speaker)
        if phrase is None:
            return -1
        mask = reduce(or_, [b for b in phrase.bits if b > 0], 0)
        if mask & ORGANISATION:
            return -1
        if self._pack.names or self._pack.unspaced:
            return 0
        role = 0 if mask & ROLE_END else -1
        if not mask & NAME:
            return role
        if role < 0 and phrase.bits[0] & DETERMINER:
            return -1  # the Islamic State
        return _REACH if len(phrase.bits) == 1 or sum(own & NAME > 0 for own in phrase.bits) > 1 else role

    def _named_before(self, block: int, count: int, place: Place, gender: str) -> Person | None:
        """Return whom the *count* mentions of *block* before the pronoun at *place*, or those above, name for it."""
        mentions = self._mentions
        sure = False
        for _ in range(_REACH):
            if not count:
                break
            begin = mentions.sentence_start(block, count)
            if not self._opens_with(block, begin, gender):
                person, other = self._fitting(mentions.between(block, begin, count), gender)
                if person is None and other:  # Nobody of this gender here: before, only one known to be of it.
                    sure, home = True, block
                    block, count = mentions.last_before(block, begin, _REACH)
                    if block != home:
                        return None
                    continue
                if person is None or person.name in mentions.behind(*place):
                    return None
                if sure and self._persons.gender(person.name) != gender:
                    return None
                last = (block, mentions.within(block)[count - 1][0])
                return None if self._may_be_unknown(last, place, gender) else person
            # She thinks that Ann Lee …: the subject is somebody named before.
            block, count = mentions.last_before(block, begin, _REACH)
        return None

    def _opens_with(self, block: int, begin: int, gender: str) -> bool:
        """Say whether the first word of the sentence that begins at *begin* is a pronoun of *gender*."""
        word = WORD.search(self._mentions.blocks[block].text, begin, begin + _FIRST_WORD)
        return word is not None and gender in "mf" and self._pack.gender.get(word[0].casefold()) == gender

    def _fitting(self, people: Sequence[Person], gender: str) -> tuple[Person | None, bool]:
        """Return who of those whom a sentence names is meant, or else if it may be somebody named before.

        It is the first, or the only one who can be of the pronoun's gender and is known to be.
        """
        shared = not people[0].name  # One of several of a surname.
        if shared:
            people = self._persons.kin[people[0].last]
        elif self._persons.may_be(people[0].name, gender):
            return people[0], False
        fitting = {p.name: p for p in people if self._persons.may_be(p.name, gender)}
        if len(fitting) == 1 and self._persons.gender((person := fitting.popitem()[1]).name) == gender:
            return person, False
        return None, not fitting and not shared

    def _may_be_unknown(self, after: Place, place: Place, gender: str) -> bool:
        """Say whether somebody unknown who may be meant is named between two places."""
        if self._pack.unspaced or self._pack.names:
            return False
        return any(own in ("", gender) for own in self._mentions.unknown(after, place, NEAREST))
