# SPDX-License-Identifier: Apache-2.0
"""Say which person of the article stands behind a speaker as written: a surname, a role, a pronoun.

Comes in: blocks, entities, a pack; then speakers with their places.  Goes out: a full name and what it rests on.
In doubt the answer is None: two persons who fit equally well are no answer.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache, reduce
from operator import itemgetter, or_
from typing import NamedTuple

from docforge.detect.quote_packs import (
    CAPITAL,
    DETERMINER,
    FOLDS,
    FRAME_CAPITAL,
    JOIN,
    NAME,
    ORGANISATION,
    ROLE_END,
    QuotePack,
    outline_class,
    quote_pack,
)
from docforge.detect.titles import is_given
from docforge.detect.vocabulary import gender_of_name
from docforge.detect.words import Cut, CutBlocks, cut_text
from docforge.model import Block, Entity, EntityKind

__all__ = ["Cast"]

_LIKE = {
    "leader": frozenset({"president", "premier", "leader", "chief", "person"}),
    "president": frozenset({"president", "leader"}),
    "premier": frozenset({"premier", "leader"}),
    "chief": frozenset({"chief", "leader"}),
}
_MANY = frozenset({"official", "person"})
"""Groups of roles that have little in common: the ambassador is not the mayor, the farmer not the singer."""
_NAME_OR_ROLE = NAME | ROLE_END
_OFFICE = 3
"""Letters that tell offices apart and abbreviations and inflections share: gov and governor, посол and посла."""
_REACH = 3
"""A pronoun stands for somebody named at most so many blocks before."""
_BEFORE = 80
"""Characters before a relative clause that hold the name it belongs to."""
_FIRST_WORD = 40
"""Characters in which the first word of a sentence stands."""
_SENTENCE = 2_000
"""Characters before a mention in which its sentence begins."""
_FAMILY = 3
"""Letters of a family name in ideographs or kana."""
_HEAD = 2
_WORDS = re.compile(r"[^\W\d_][^\s.,·・＝]*")
_CAPITALS = re.compile(outline_class(FRAME_CAPITAL))
_FULL_NAMES = re.compile(b"%s{2,}" % outline_class(FRAME_CAPITAL))
_POSSESSIVES = ("'s", "’s")
_NEAREST = 8
"""Of those named or heard between two places so many are looked at, the last."""


class _Person(NamedTuple):
    name: str
    title: str
    last: str
    words: tuple[str, ...]


class _Role(NamedTuple):
    """What a phrase says somebody is: groups of role words, and stems of the words that narrow them."""

    roles: frozenset[str]
    modifiers: frozenset[str]
    former: bool = False
    several: bool = False
    """Says more than one role: the spokesman of the president."""


def _stem(word: str) -> str:
    """Return a word without its inflection, roughly: what is left of long words when endings are cut."""
    word = word.casefold().removesuffix("'s").removesuffix("’s")
    return word[: max(4, len(word) - 3)] if len(word) > 5 else word


def same_name(first: str, second: str) -> bool:
    """Say whether two words can be forms of one name: equal, or alike but for up to three letters at the end."""
    a, b = first.casefold(), second.casefold()
    if a == b:
        return True
    short = min(len(a), len(b))
    if short < 4 or a[:4] != b[:4] or abs(len(a) - len(b)) > 3:
        return False
    common = 0
    while common < short and a[common] == b[common]:
        common += 1
    return common >= 4 and common >= max(len(a), len(b)) - 3 and short - common <= 2


@lru_cache(maxsize=1024)
def _group(fold: str, language: str) -> tuple[str, str]:
    """Return the role word in *fold* and its group."""
    role_of = quote_pack(language).role_of
    if fold in role_of:
        return fold, role_of[fold]
    fitting = [role for role in role_of if fold.endswith(role)]
    role = max(fitting, key=len) if fitting else fold
    return role, role_of.get(role, "person")


def _is_inside(at: int, ranges: Sequence[tuple[int, int]]) -> bool:
    """Say whether offset *at* is in one of *ranges*, which are in order and do not overlap."""
    place = bisect_right(ranges, (at, 1 << 60)) - 1
    return place >= 0 and at < ranges[place][1]


class Cast:
    """The persons of one article, and where each is mentioned."""

    def __init__(
        self,
        blocks: Sequence[Block],
        cut: CutBlocks,
        entities: Sequence[Entity],
        pack: QuotePack,
        spoken: Mapping[int, Sequence[tuple[int, int]]] | None = None,
    ) -> None:
        self.blocks = blocks
        self.cut = cut
        self.pack = pack
        self._entities = [entity for entity in entities if entity.kind is EntityKind.PERSON]
        self._names = {entity.name for entity in self._entities}
        self._heard: list[tuple[int, int, str | None, str]] = []
        self._told: dict[str, tuple[str | None, str]] = {}
        self._phrases: dict[str, Cut] = {}
        self._genders: dict[str, str] = {}
        self._unknown: dict[int, list[tuple[int, str]]] = {}
        self._spoken = spoken or {}
        """Block -> where direct speech stands in it, in order: whom it names is not who is meant outside of it."""
        self._mentions: dict[int, list[tuple[int, _Person]]] = {}
        self._roles: list[tuple[_Person, _Role]] | None = None

    @cached_property
    def _persons(self) -> list[_Person]:
        out = []
        for entity in self._entities:
            words = tuple(_WORDS.findall(entity.name.casefold())) or (entity.name.casefold(),)
            if len(words) > 2:  # Anna van der Berg: particles tell nobody apart.
                words = tuple(w.casefold() for w in _WORDS.findall(entity.name) if not w[0].islower()) or words
            out.append(_Person(entity.name, entity.title or "", words[-1], words))
        return out

    @cached_property
    def _surnames(self) -> dict[str, list[tuple[str, _Person]]]:
        """Surnames by their first letters, longest first; one that several have is nobody's (``_whole``)."""
        owners: dict[str, _Person] = {}
        for person in self._persons:
            other = owners.setdefault(person.last, person)
            if other is not person and self._are_two(person, other):
                owners[person.last] = _Person("", "", person.last, ())
        by_head: dict[str, list[tuple[str, _Person]]] = {}
        for last in sorted(owners, key=len, reverse=True):
            by_head.setdefault(last[:_HEAD], []).append((last, owners[last]))
        return by_head

    def _are_two(self, first: _Person, second: _Person) -> bool:
        """Say whether two names of one surname are those of two persons: a given name in each, other words in both."""
        for one, other in ((first, second), (second, first)):
            if set(one.words) <= {*other.words, *other.name.casefold().split()}:
                return False
            if (
                not any(is_given(word, self.pack) for word in one.name.split()[:-1])
                or "’s " in one.name
                or "'s " in one.name
            ):
                return False
        return True

    def _whole(self, person: _Person, own: Cut, at: int) -> _Person:
        """Return who is named by the surname of *person* at word *at*: nobody if another given name is before it."""
        given = own.words[at - 1] if at else ""
        if not person.name:
            fold = given.casefold()
            fitting = [p for p in self._kin[person.last] if fold in p.words[:-1]]
            return fitting[0] if fitting else person
        if not given[:1].isupper() or given.casefold() in person.words or not is_given(given, self.pack):
            return person
        if own.bits[at - 1] & ROLE_END or self._has_form(person, given.casefold()):
            return person
        fold = given.casefold()
        named = (p for word, p in self._heads.get(person.last[:4], ()) if word == person.last)
        nobody = _Person("", "", person.last, ())
        return next((p for p in itertools.islice(named, _NEAREST) if self._has_form(p, fold)), nobody)

    @staticmethod
    def _has_form(person: _Person, given: str) -> bool:
        """Say whether a word of the person's name has the form *given* in another case."""
        return any(same_name(given, word) for word in person.name.casefold().split())

    @cached_property
    def _by_name(self) -> dict[str, _Person]:
        return {person.name: person for person in self._persons}

    @cached_property
    def _kin(self) -> dict[str, list[_Person]]:
        """The persons of each surname, of very many the first."""
        kin: dict[str, list[_Person]] = {}
        for person in self._persons:
            of_it = kin.setdefault(person.last, [])
            if len(of_it) < _NEAREST:
                of_it.append(person)
        return kin

    @cached_property
    def _by_surname(self) -> dict[str, set[str]]:
        """The names of the persons of each surname."""
        names: dict[str, set[str]] = {}
        for person in self._persons:
            names.setdefault(person.last, set()).add(person.name)
        return names

    @cached_property
    def _heads(self) -> dict[str, list[tuple[str, _Person]]]:
        """Words of names by their first four letters, which two forms of one name share (``same_name``)."""
        by_head: dict[str, list[tuple[str, _Person]]] = {}
        for person in self._persons:
            for word in person.words:
                by_head.setdefault(word[:4], []).append((word, person))
        return by_head

    def _read_role(self, phrase: Cut) -> _Role:
        roles, modifiers = set(), set()
        count = 0
        if self.pack.unspaced:
            met = [role for role in self.pack.role_of if role in phrase.text]
            whole = [role for role in met if not any(role in other for other in met if other != role)]
            for role in met:
                roles |= self._office(role, self.pack.role_of[role])
            other = any(word in phrase.text for word in self.pack.titles.former)
            return _Role(frozenset(roles), frozenset(), other, len(whole) > 1)
        for at, bits in enumerate(phrase.bits):
            if bits & ROLE_END:
                fold = phrase.fold(at)
                count += fold not in self.pack.titles.honorifics
                roles |= self._office(*_group(fold, self.pack.language))
            elif bits >= 0 and not bits & (DETERMINER | JOIN) and len(phrase.words[at]) > 2:
                modifiers.add(_stem(phrase.fold(at)))
        former = bool(self.pack.titles.former) and any(map(self._is_former, phrase.words))
        return _Role(frozenset(roles), frozenset(modifiers), former, count > 1)

    def _is_former(self, word: str) -> bool:
        """Say whether *word* says that somebody held an office before: *former*, *ex-president*."""
        fold = FOLDS[word]
        if fold in self.pack.titles.former:
            return True
        if not fold.startswith(self._former_beginnings):
            return False
        begin = next(begin for begin in self._former_beginnings if fold.startswith(begin))
        return fold[len(begin) :].lstrip("-") in self.pack.role_of

    @cached_property
    def _former_beginnings(self) -> tuple[str, ...]:
        """What opens a role that somebody held before, as *ex* does."""
        return tuple([entry[:-1] for entry in self.pack.titles.former if entry.endswith("-")])

    def _office(self, role: str, group: str) -> set[str]:
        """Return the group of a role word, with the office itself where a group holds many: mayors and ambassadors."""
        if group not in _MANY:
            return {group}
        for article in self.pack.joined_articles:
            role = role.removeprefix(article) or role
        for mark in self.pack.subject_marks if self.pack.marks_attached else ():
            role = role.removesuffix(mark) or role
        return {group, f"{group} {role[:_OFFICE]}"}

    def hear(self, name: str | None, speaker: str, block: int, at: int) -> None:
        """Note that *speaker*, the person *name* or an unknown one, was told to speak at offset *at* of a block."""
        self._heard.append((block, at, name, speaker))

    def _stays(self, speaker: str) -> int:
        """Return for how many blocks *speaker*, behind whom no person is known, may be who a pronoun is; -1 for never.

        A name may be for as many as that of a person, a role or a pronoun for its own block.
        """
        if " " not in speaker and self.pack.gender.get(FOLDS[speaker].rsplit("-", 1)[-1], "p") != "p":
            return 0
        phrase = self._phrases.get(speaker)
        if phrase is None:
            return -1
        mask = reduce(or_, phrase.bits) if min(phrase.bits) >= 0 else reduce(or_, [b for b in phrase.bits if b > 0], 0)
        if mask & ORGANISATION:
            return -1
        if self.pack.names or self.pack.unspaced:
            return 0
        role = -1 if not mask & ROLE_END else 0
        if not mask & NAME:
            return role
        if role < 0 and phrase.bits[0] & DETERMINER:
            return -1  # the Islamic State
        return _REACH if len(phrase.bits) == 1 or sum(own & NAME > 0 for own in phrase.bits) > 1 else role

    def _gender(self, name: str) -> str:
        """Return ``m`` or ``f`` if the given name of the person *name* tells, else an empty string."""
        known = self._genders.get(name)
        if known is None:
            given = next((word for word in name.split()[:-1] if self._gender_of(word)), "")
            known = self._genders[name] = self._gender_of(given) if given else ""
        return known

    def _gender_of(self, word: str) -> str:
        forms = [word]
        for ending, full in self.pack.titles.case_forms:
            if word.endswith(ending):
                forms.append(word[: len(word) - len(ending)] + full)
        genders = {gender for form in forms if (gender := gender_of_name(form))}
        return genders.pop() if len(genders) == 1 else ""

    def person(self, speaker: str, block: int, at: int) -> tuple[str | None, str]:
        """Return the full name behind *speaker*, written at offset *at* of block *block*, and why."""
        if not self._names:
            return None, ""
        known = self._told.get(speaker)
        if known is None and " " in speaker and speaker in self._names:
            known = self._told[speaker] = speaker, "the name"
        if known is None:
            pronoun = "" if " " in speaker else FOLDS[speaker].rsplit("-", 1)[-1]
            if pronoun in self.pack.gender or pronoun in self.pack.possessives:
                return self._pronoun(pronoun, block, at)
            if pronoun in self.pack.relatives:
                return self._before_relative(block, at)
            phrase = self._phrases[speaker] = cut_text(speaker, self.pack)
            words = [FOLDS[word] for word, bits in zip(phrase.words, phrase.bits, strict=True) if bits >= 0]
            known = self._named(words, speaker) or self._by_role(phrase, speaker) or (None, "")
            if known[0] is not None and len(words) > 1 and self._is_of(phrase, known[0]):
                known = None, ""
            self._told[speaker] = known
        return known

    def _is_of(self, phrase: Cut, name: str) -> bool:
        """Say whether *phrase* is somebody of the person *name*: a spokesman for Lee, Lee's lawyer."""
        bits, words = phrase.bits, phrase.words
        has_role = bool([b for b in bits if b > 0 and b & ROLE_END])
        if self.pack.unspaced:
            return False
        if "s " not in phrase.text and not (has_role and self.pack.titles.case_forms):
            if not [b for b in bits if not b & _NAME_OR_ROLE]:
                return False  # President Ann Lee
        person = self._by_name[name]
        places = [k for k, b in enumerate(bits) if b >= 0 and self._is_word_of(FOLDS[words[k]], person)]
        if not places:
            return False
        first, last = places[0], places[-1]
        if words[last].endswith(_POSSESSIVES) and not person.last.endswith(_POSSESSIVES):
            return last + 1 < len(words)
        if has_role and self._owns_behind(phrase, last, person):
            return True
        return first > 0 and bits[first - 1] >= 0 and self._is_owned(phrase, first, person, words[last])

    def _owns_behind(self, phrase: Cut, last: int, person: _Person) -> bool:
        """``Ebels Sprecher``, ``सिंह के प्रवक्ता``: a role behind the name at word *last*, which is a genitive."""
        bits = phrase.bits
        if last + 1 >= len(bits) or bits[last + 1] < 0 or not any(b > 0 and b & ROLE_END for b in bits[last + 1 :]):
            return False
        if phrase.fold(last) == f"{person.last}s":
            return True
        return bool(self.pack.names) and phrase.fold(last + 1) in self.pack.genitives

    def _is_owned(self, phrase: Cut, first: int, person: _Person, surname: str) -> bool:
        """``a spokesman for Lee``: what stands before the name at word *first* is somebody else of whom it tells."""
        bits, titles = phrase.bits, self.pack.titles
        before = phrase.fold(first - 1)
        role = any(b > 0 and b & ROLE_END for b in bits[:first])
        if (before in titles.of or before in self.pack.genitives) and before not in person.name.casefold().split():
            return role or any(b > 0 and b & NAME for b in bits[: first - 1])
        if role and titles.case_forms and surname.casefold() != person.last:
            # пресс-секретарь Панина: the name is in another case, and the role is not the person's own.
            own = self._read_role(cut_text(person.title, self.pack)).roles - _MANY
            return bool(own) and not own & self._read_role(phrase).roles
        return False

    @staticmethod
    def _is_word_of(fold: str, person: _Person) -> bool:
        head = fold[:3]
        if not [word for word in person.words if word[:3] == head]:
            return False
        bare = fold.removesuffix("'s").removesuffix("’s")
        return any(same_name(bare, word) or bare == f"{word}s" for word in person.words)

    def _before_relative(self, block: int, at: int) -> tuple[str | None, str]:
        """``Ann Lee, who said``: the person whose name stands right before the clause."""
        before = self.blocks[block].text[max(0, at - _BEFORE) : at].rstrip(" ,،").casefold()
        places = [k for k in range(len(before)) if not k or not before[k - 1].isalpha()]
        names = {name for k in places for name in self._by_surname.get(before[k:], ())}
        return (names.pop(), "the name before the relative clause") if len(names) == 1 else (None, "")

    def _named(self, words: Sequence[str], speaker: str) -> tuple[str, str] | None:
        if self.pack.unspaced:
            heads = {speaker[at : at + _HEAD] for at in range(len(speaker))} | set(speaker)
            fits = [name for head in heads for name in self._openings.get(head, ()) if name in speaker]
            if fits:
                return max(fits, key=lambda name: (len(name), -speaker.find(name))), "the name"
            own = [kin for family, kin in self._families.items() if self._bears_role(family, speaker)]
            return (own[0][0], "the surname and the role") if len(own) == 1 and len(own[0]) == 1 else None
        hits: dict[str, int] = {}
        lasts: dict[str, _Person] = {}
        fitting: dict[str, _Person] = {}
        for word in words:
            fold = word.removesuffix("'s")
            alike = self._heads.get(fold[:4])
            if alike is None:
                continue
            met = {p.name: p for name, p in alike if same_name(fold, name)}
            for name, person in met.items():
                hits[name] = hits.get(name, 0) + 1
                fitting[name] = person
                if same_name(fold, person.last):
                    lasts[name] = person
        best = [
            (hits[name] * 2 + (name in lasts), person)
            for name, person in fitting.items()
            if name in lasts or hits[name] >= 2 or len(words) == 1
        ]
        if not best:
            family = next((word for word in words if word in self.pack.family_names), "")
            kin = self._families.get(family, [])
            return (kin[0], "the surname and the role") if len(kin) == 1 else None
        best.sort(key=lambda entry: -entry[0])
        if len(best) > 1 and best[0][0] == best[1][0] and best[0][1].name != best[1][1].name:
            return None
        return best[0][1].name, "the name"

    @cached_property
    def _openings(self) -> dict[str, list[str]]:
        """The names of the persons by their first two letters."""
        by_head: dict[str, list[str]] = {}
        for person in self._persons:
            by_head.setdefault(person.name[:_HEAD], []).append(person.name)
        return by_head

    @cached_property
    def _families(self) -> dict[str, list[str]]:
        """The names of the persons, each once, by the family name that they begin with, where the pack lists these."""
        listed = frozenset(self.pack.family_names)
        kin: dict[str, list[str]] = {}
        for name in self._names if listed else ():
            longest = min(_FAMILY, len(name) - 1)
            family = next((name[:length] for length in range(longest, 0, -1) if name[:length] in listed), "")
            if family:
                kin.setdefault(family, []).append(name)
        return kin

    def _bears_role(self, family: str, speaker: str) -> bool:
        """Say whether *speaker*, in a script without spaces, is a family name with its role (小林知事)."""
        at = speaker.find(family)
        return at >= 0 and any(map(speaker[at + len(family) :].startswith, self.pack.role_of))

    def _by_role(self, phrase: Cut, speaker: str) -> tuple[str, str] | None:
        said = self._read_role(phrase)
        if not said.roles or self._names_another(phrase) or self._has_family_name(phrase):
            return None
        if self._roles is None:
            self._roles = [(p, self._read_role(cut_text(p.title, self.pack))) for p in self._persons if p.title]
        ranked = sorted(((self._fit(said, role), person.name) for person, role in self._roles), reverse=True)
        if not ranked or ranked[0][0] <= 0 or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
            return None
        return ranked[0][1], f"the role {speaker!r}"

    def _has_family_name(self, phrase: Cut) -> bool:
        """Say whether a family name stands before the role, 김 시장 or 王部长, of none of the persons known."""
        families = self.pack.family_names
        if not families or not self.pack.unspaced:
            return any(word in families for word in phrase.words)
        text = phrase.text
        return any(text.endswith(families, 0, at) for role in self.pack.role_of if (at := text.find(role)) > 0)

    @staticmethod
    def _names_another(phrase: Cut) -> bool:
        """Say whether a name stands right behind the role: ``Minister Dubois`` is none of the persons known."""
        return any(
            first & ROLE_END and second > 0 and second & CAPITAL and not second & (ROLE_END | DETERMINER | JOIN)
            for first, second in itertools.pairwise(phrase.bits)
            if first > 0
        )

    @staticmethod
    def _fit(said: _Role, own: _Role) -> int:
        if not own.roles or said.former is not own.former:
            return 0  # The former president is not the president.
        if said.several and not said.roles <= own.roles:
            return 0  # Nor is the spokesman of the president.
        score = 3 if (said.roles & own.roles) - _MANY else 0
        if not score and any(_LIKE.get(role, frozenset()) & own.roles for role in said.roles):
            score = 2
        if not score:
            return 0
        if said.modifiers and own.modifiers:
            shared = any(a.startswith(b[:5]) or b.startswith(a[:5]) for a in said.modifiers for b in own.modifiers)
            return score + 3 if shared else score - 4
        return score

    # -- pronouns

    def _pronoun(self, word: str, block: int, at: int) -> tuple[str | None, str]:
        """The last person named before, if the sentence that names them names no other of the same standing."""
        gender = self.pack.gender.get(word) or self.pack.possessives.get(word, "c")
        if gender == "p":
            return None, ""
        place = (block, at)
        block, count = self._last_mention(block, at)
        named = (block, self._mentions_in(block)[count - 1][0]) if count else (-1, 0)
        for heard_in, heard_at, name, speaker in reversed(self._heard[-_NEAREST:]):
            if (heard_in, heard_at) <= named or place[0] - heard_in > _REACH:
                break
            if (heard_in, heard_at) >= place:
                continue
            if name is None:
                if place[0] - heard_in > self._stays(speaker):
                    continue
                return None, ""  # Somebody spoke since whom nothing is known of.
            if heard_in == place[0] and not self._is_other(name, gender):
                return name, f"{word!r} after who spoke before"
            break
        behind = self._told_behind(*place)
        sure = False
        for _ in range(_REACH):
            if not count:
                break
            begin = self._sentence_of(block, count)
            if not self._opens_with(block, begin, gender):
                mentions = self._mentions_in(block)
                people = [p for _, p in mentions[bisect_left(mentions, begin, key=itemgetter(0)) : count]]
                person, other = self._meant(people, gender)
                if person is None and other:  # Nobody of this gender here: before, only one known to be of it.
                    sure, home = True, block
                    block, count = self._last_mention(block, begin)
                    if block != home:
                        return None, ""
                    continue
                if person is None or person.name in behind or (sure and self._gender(person.name) != gender):
                    return None, ""
                if self._names_unknown((block, mentions[count - 1][0]), place, gender):
                    return None, ""
                return person.name, f"{word!r} after {person.name}"
            # She thinks that Ann Lee …: the subject is somebody named before.
            block, count = self._last_mention(block, begin)
        return None, ""

    def _meant(self, people: Sequence[_Person], gender: str) -> tuple[_Person | None, bool]:
        """Return who of those whom a sentence names is meant, or else if it may be somebody named before.

        It is the first, or the only one who can be of the pronoun's gender and is known to be.
        """
        shared = not people[0].name  # One of several of a surname.
        if shared:
            people = self._kin[people[0].last]
        elif not self._is_other(people[0].name, gender):
            return people[0], False
        fitting = {p.name: p for p in people if not self._is_other(p.name, gender)}
        if len(fitting) == 1 and self._gender((person := fitting.popitem()[1]).name) == gender:
            return person, False
        return None, not fitting and not shared

    def _is_other(self, name: str, gender: str) -> bool:
        """Say whether the person *name* is of another gender than a pronoun's."""
        return gender in "mf" and self._gender(name) not in ("", gender)

    def _told_behind(self, block: int, at: int) -> set[str]:
        """``he told Ann Lee``: whom the sentence of a pronoun names behind it is somebody else."""
        mentions, text = self._mentions_in(block), self.blocks[block].text
        first = bisect_left(mentions, at, key=itemgetter(0))
        if first == len(mentions):
            return set()
        ends = [end for sign in (". ", "! ", "? ", ", ") if (end := text.find(sign, at, at + _SENTENCE)) >= 0]
        stop = min(ends, default=len(text))
        return {p.name for _, p in mentions[first : bisect_left(mentions, stop, key=itemgetter(0))]}

    def _names_unknown(self, after: tuple[int, int], place: tuple[int, int], gender: str) -> bool:
        """Say whether somebody unknown is named between two places: a given name, or what opens a sentence."""
        if self.pack.unspaced or self.pack.names:
            return False
        for block in range(after[0], place[0] + 1):
            found = self._unknown_in(block)
            first = bisect_right(found, after[1], key=itemgetter(0)) if block == after[0] else 0
            last = bisect_left(found, place[1], key=itemgetter(0)) if block == place[0] else len(found)
            if any(own in ("", gender) for _, own in found[max(first, last - _NEAREST) : last]):
                return True
        return False

    def _unknown_in(self, block: int) -> list[tuple[int, str]]:
        """Return where the block, outside of direct speech, names somebody in full who is none of the persons known."""
        found = self._unknown.get(block)
        if found is None:
            found = self._unknown[block] = []
            if self.cut.texts[block] != self.blocks[block].text:
                return found
            own = self.cut.block(block)
            words, bits = own.words, own.bits
            for match in _FULL_NAMES.finditer(own.frames):
                first, end = match.span()
                given = next((word for word in words[first : end - 1] if is_given(word, self.pack)), "")
                if not given or words[end - 1].endswith(_POSSESSIVES):
                    continue
                if (bits[first - 1] if first else -1) > 0 and bits[first - 1] & DETERMINER:
                    continue  # an Orlando Republican
                start, last = own.start(first), own.start(end - 1)
                mentions = self._mentions_in(block)
                inside = (
                    bisect_left(mentions, start, key=itemgetter(0)),
                    bisect_right(mentions, last, key=itemgetter(0)),
                )
                if any(p.name for _, p in mentions[slice(*inside)]):
                    continue
                organised = any(bits[k] & ORGANISATION for k in range(first, end))
                if not organised and not _is_inside(start, self._spoken.get(block, ())):
                    found.append((start, self._gender_of(given)))
        return found

    def _last_mention(self, block: int, at: int) -> tuple[int, int]:
        """Return the nearest block with a mention before offset *at* of *block*, and how many are before it there."""
        for index in range(block, max(-1, block - _REACH - 1), -1):
            found = self._mentions_in(index)
            count = bisect_left(found, at, key=itemgetter(0)) if index == block else len(found)
            if count:
                return index, count
        return block, 0

    def _sentence_of(self, block: int, count: int) -> int:
        """Return where the sentence of mention *count* of a block begins; who is named first there is its subject."""
        text, last = self.blocks[block].text, self._mentions_in(block)[count - 1][0]
        floor = max(0, last - _SENTENCE)
        return max(floor, *(text.rfind(sign, floor, last) + 1 for sign in (". ", "! ", "? ", "” ", "» ", '." ', ".“ ")))

    def _opens_with(self, block: int, begin: int, gender: str) -> bool:
        """Say whether the first word of the sentence that begins at *begin* is a pronoun of *gender*."""
        word = _WORDS.search(self.blocks[block].text, begin, begin + _FIRST_WORD)
        return word is not None and gender in "mf" and self.pack.gender.get(word[0].casefold()) == gender

    def _mentions_in(self, block: int) -> list[tuple[int, _Person]]:
        """Return where the block names a person by surname, or by a word that begins with it."""
        known = self._mentions.get(block)
        if known is None:
            known = self._mentions[block] = []
            text = self.blocks[block].text
            own = self.cut.block(block) if self.cut.texts[block] == text else cut_text(text, self.pack)
            spoken = self._spoken.get(block, ())
            if self.pack.names:
                places = [k for k, bits in enumerate(own.bits) if not bits]
            else:
                places = [match.start() for match in _CAPITALS.finditer(own.frames)]
            surnames = self._surnames
            for k in places:
                word = FOLDS[own.words[k]]
                for last, person in surnames.get(word[:_HEAD], ()):
                    if word.startswith(last):
                        if not spoken or not _is_inside(own.start(k), spoken):
                            known.append((own.start(k), self._whole(person, own, k)))
                        break
        return known
