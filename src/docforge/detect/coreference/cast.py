# SPDX-License-Identifier: Apache-2.0
"""Say which person of the article stands behind a speaker as written.

Comes in: blocks, entities, a pack; then speakers with their places, in the order of the article.  Goes out: a full name
and what it rests on: the name, the surname and the role, the role, a pronoun.  In doubt the answer is None.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docforge.detect.coreference.mentions import Mentions
from docforge.detect.coreference.persons import Persons
from docforge.detect.coreference.pronouns import Pronouns
from docforge.detect.coreference.relations import is_somebody_of
from docforge.detect.coreference.roles import Roles
from docforge.detect.quote_packs import FOLDS, QuotePack
from docforge.detect.words import Cut, CutBlocks, cut_text
from docforge.model import Block, Entity

__all__ = ["Cast"]

_BEFORE = 80
"""Characters before a relative clause that hold the name it belongs to."""


class Cast:
    """The persons of one article as speakers."""

    def __init__(
        self,
        blocks: Sequence[Block],
        cut: CutBlocks,
        entities: Sequence[Entity],
        pack: QuotePack,
        spoken: Mapping[int, Sequence[tuple[int, int]]] | None = None,
    ) -> None:
        self._blocks = blocks
        self.pack = pack
        """The language pack of the article."""
        self._persons = Persons(entities, pack)
        self._roles = Roles(self._persons)
        self._phrases: dict[str, Cut] = {}
        self._pronouns = Pronouns(self._persons, Mentions(blocks, cut, self._persons, spoken or {}), self._phrases)
        self._told: dict[str, tuple[str | None, str]] = {}

    def hear(self, name: str | None, speaker: str, block: int, at: int) -> None:
        """Note that *speaker*, the person *name* or an unknown one, was told to speak at offset *at* of a block."""
        self._pronouns.hear(name, speaker, (block, at))

    def person(self, speaker: str, block: int, at: int) -> tuple[str | None, str]:
        """Return the full name behind *speaker*, written at offset *at* of block *block*, and why."""
        names, pack = self._persons.names, self.pack
        if not names:
            return None, ""
        known = self._told.get(speaker)
        if known is None and " " in speaker:
            known = self._told[speaker] = (speaker, "the name") if speaker in names else self._described(speaker)
        if known is None:
            pronoun = FOLDS[speaker].rpartition("-")[2]
            if pronoun in pack.gender or pronoun in pack.possessives:
                return self._pronouns.meant(pronoun, (block, at))
            if pronoun in pack.relatives:
                return self._before_relative(block, at)
            known = self._told[speaker] = self._described(speaker)
        return known

    def _described(self, speaker: str) -> tuple[str | None, str]:
        """Return whom a speaker's words name, or who holds the role that they tell of."""
        phrase = self._phrases[speaker] = cut_text(speaker, self.pack)
        words = [FOLDS[word] for word, bits in zip(phrase.words, phrase.bits, strict=True) if bits >= 0]
        name, why = self._persons.named(words, speaker) or (None, "")
        if name is None:
            name, why = self._roles.holder(phrase), f"the role {speaker!r}"
        if name is None or (len(words) > 1 and is_somebody_of(phrase, self._persons.by_name[name], self._roles)):
            return None, ""
        return name, why

    def _before_relative(self, block: int, at: int) -> tuple[str | None, str]:
        """``Ann Lee, who said``: the person whose name stands right before the clause."""
        before = self._blocks[block].text[max(0, at - _BEFORE) : at].rstrip(" ,،").casefold()
        places = [k for k in range(len(before)) if not k or not before[k - 1].isalpha()]
        names = {name for k in places for name in self._persons.by_surname.get(before[k:], ())}
        return (names.pop(), "the name before the relative clause") if len(names) == 1 else (None, "")
