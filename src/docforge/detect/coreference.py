# SPDX-License-Identifier: Apache-2.0
"""Say which person of the article stands behind a speaker as written: a surname, a role, a pronoun.

Comes in: blocks, entities, a pack; then speakers with their places.  Goes out: a full name and what it rests on.
In doubt the answer is None: two persons who fit equally well are no answer.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from docforge.detect.quote_packs import DETERMINER, JOIN, QuotePack
from docforge.detect.speakers import is_role
from docforge.detect.words import Token, tokens_of
from docforge.model import Block, Entity, EntityKind

__all__ = ["Cast"]

_LIKE = {
    "leader": frozenset({"president", "premier", "leader", "chief", "person"}),
    "president": frozenset({"president", "leader"}),
    "premier": frozenset({"premier", "leader"}),
    "chief": frozenset({"chief", "leader"}),
}
_WORDS = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True, slots=True)
class _Person:
    name: str
    last: str
    words: frozenset[str]
    roles: frozenset[str]
    modifiers: frozenset[str]


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
    if short < 4 or abs(len(a) - len(b)) > 3:
        return False
    common = 0
    while common < short and a[common] == b[common]:
        common += 1
    return common >= 4 and common >= max(len(a), len(b)) - 3 and short - common <= 2


class Cast:
    """The persons of one article, and where each is mentioned."""

    def __init__(self, blocks: Sequence[Block], entities: Sequence[Entity], pack: QuotePack) -> None:
        self.blocks = blocks
        self.pack = pack
        self.persons = [self._person(e) for e in entities if e.kind is EntityKind.PERSON]
        self._told: dict[str, tuple[str | None, str]] = {}
        self._mentions: list[tuple[tuple[int, int], _Person]] | None = None

    def _person(self, entity: Entity) -> _Person:
        words = [w.casefold() for w in _WORDS.findall(entity.name)] or [entity.name.casefold()]
        tokens = tokens_of(entity.title, (), self.pack) if entity.title else []
        roles, modifiers = self._read_role(tokens, entity.title or "")
        return _Person(entity.name, words[-1], frozenset(words), roles, modifiers)

    def _read_role(self, tokens: Sequence[Token], text: str) -> tuple[frozenset[str], frozenset[str]]:
        roles, modifiers = set(), set()
        if self.pack.unspaced:
            roles = {group for role, group in self.pack.role_of.items() if role in text}
            return frozenset(roles), frozenset()
        for token in tokens:
            group = self._group(token)
            if group:
                roles.add(group)
            elif token.is_word and not token.bits & (DETERMINER | JOIN) and len(token.text) > 2:
                modifiers.add(_stem(token.fold))
        return frozenset(roles), frozenset(modifiers)

    def _group(self, token: Token) -> str:
        if not is_role(token, self.pack):
            return ""
        if token.fold in self.pack.role_of:
            return self.pack.role_of[token.fold]
        fitting = [r for r in self.pack.role_of if token.fold.endswith(r)]
        return self.pack.role_of[max(fitting, key=len)] if fitting else "person"

    def person(self, speaker: str, block: int, at: int) -> tuple[str | None, str]:
        """Return the full name behind *speaker*, written at offset *at* of block *block*, and why."""
        if not self.persons:
            return None, ""
        tokens = tokens_of(speaker, (), self.pack)
        words = [t for t in tokens if t.is_word]
        if len(words) == 1 and words[0].fold.rsplit("-", 1)[-1] in self.pack.gender:
            return self._pronoun(words[0].fold.rsplit("-", 1)[-1], block, at)
        if speaker not in self._told:
            self._told[speaker] = self._named(words, speaker) or self._by_role(tokens, speaker) or (None, "")
        return self._told[speaker]

    def _named(self, words: Sequence[Token], speaker: str) -> tuple[str, str] | None:
        if self.pack.unspaced:
            fits = [p for p in self.persons if p.name in speaker]
            return (max(fits, key=lambda p: len(p.name)).name, "the name") if fits else None
        best: list[tuple[int, _Person]] = []
        for person in self.persons:
            hits = sum(1 for w in words if any(same_name(w.fold.removesuffix("'s"), n) for n in person.words))
            last = any(same_name(w.fold.removesuffix("'s"), person.last) for w in words)
            if last or hits >= 2 or (hits == 1 and len(words) == 1):
                best.append((hits * 2 + last, person))
        if not best:
            return None
        best.sort(key=lambda entry: -entry[0])
        if len(best) > 1 and best[0][0] == best[1][0] and best[0][1].name != best[1][1].name:
            return None
        return best[0][1].name, "the name"

    def _by_role(self, tokens: Sequence[Token], speaker: str) -> tuple[str, str] | None:
        roles, modifiers = self._read_role(tokens, speaker)
        if not roles:
            return None
        ranked = sorted(((self._fit(roles, modifiers, p), p.name) for p in self.persons), reverse=True)
        if ranked[0][0] <= 0 or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
            return None
        return ranked[0][1], f"the role {speaker!r}"

    @staticmethod
    def _fit(roles: frozenset[str], modifiers: frozenset[str], person: _Person) -> int:
        if not person.roles:
            return 0
        score = 3 if roles & person.roles else 0
        if not score and any(_LIKE.get(role, frozenset()) & person.roles for role in roles):
            score = 2
        if not score:
            return 0
        if modifiers and person.modifiers:
            shared = any(a.startswith(b[:5]) or b.startswith(a[:5]) for a in modifiers for b in person.modifiers)
            return score + 3 if shared else score - 4
        return score

    # -- pronouns

    def _pronoun(self, word: str, block: int, at: int) -> tuple[str | None, str]:
        """The last person named before, if the sentence that names them names no other of the same standing."""
        gender = self.pack.gender.get(word, "c")
        if gender == "p":
            return None, ""
        mentions = self._all_mentions()
        place = bisect_left(mentions, (block, at), key=lambda entry: entry[0])
        if not place:
            return None, ""
        (named_block, named_at), _last = mentions[place - 1]
        if block - named_block > 3:
            return None, ""
        first = self._subject_of(mentions, place - 1, named_block, named_at)
        return first.name, f"{word!r} after {first.name}"

    def _subject_of(self, mentions: list[tuple[tuple[int, int], _Person]], place: int, block: int, at: int) -> _Person:
        """The first person named in the sentence of the last mention: mostly its subject."""
        text = self.blocks[block].text
        begin = max(text.rfind(sign, 0, at) for sign in (". ", "! ", "? ", "” ", "» "))
        chosen = mentions[place][1]
        while place > 0:
            (other_block, other_at), person = mentions[place - 1]
            if other_block != block or other_at <= begin:
                break
            chosen = person
            place -= 1
        return chosen

    def _all_mentions(self) -> list[tuple[tuple[int, int], _Person]]:
        if self._mentions is None:
            owner: dict[str, _Person] = {}
            for person in self.persons:
                owner.setdefault(person.last, person)
            names = sorted({p.last for p in self.persons}, key=len, reverse=True)
            pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")", re.IGNORECASE)
            self._mentions = [
                ((index, match.start()), owner[match.group().casefold()])
                for index, block in enumerate(self.blocks)
                for match in pattern.finditer(block.text)
                if match.group().casefold() in owner and match.group()[:1] == match.group()[:1].upper()
            ]
        return self._mentions
