# SPDX-License-Identifier: Apache-2.0
"""Find where an article names its persons by their surnames, and where it names somebody unknown in full.

Comes in: the blocks as words, the persons, where direct speech stands: whom it names is not who is meant outside of it.
Goes out: places, as block and offset, with the person.  Each block is read once, when it is asked for.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import TypeAlias

from docforge.detect.coreference.persons import HEAD, Person, Persons
from docforge.detect.quote_packs import FOLDS
from docforge.detect.titles import POSSESSIVES, is_given
from docforge.detect.word_bits import CAPITAL, DETERMINER, FRAME_CAPITAL, ORGANISATION, outline_class
from docforge.detect.words import Cut, CutBlocks, cut_text
from docforge.model import Block

__all__ = ["Mentions", "Place"]

Place: TypeAlias = tuple[int, int]
"""The number of a block and an offset in its text."""

_FULL_NAMES = re.compile(b"%s%s+" % (outline_class(FRAME_CAPITAL), outline_class(FRAME_CAPITAL)))
_SENTENCE = 2_000
"""Characters between a place and an end of its sentence."""
_SENTENCE_ENDS = (". ", "! ", "? ", "” ", "» ", '." ', ".“ ")
_CLAUSE_ENDS = (". ", "! ", "? ", ", ")

_where = itemgetter(0)


class Mentions:
    """Where the persons of one article are mentioned, block by block."""

    def __init__(
        self,
        blocks: Sequence[Block],
        cut: CutBlocks,
        persons: Persons,
        spoken: Mapping[int, Sequence[tuple[int, int]]],
    ) -> None:
        self.blocks = blocks
        self._cut = cut
        self._persons = persons
        self._pack = persons.pack
        self._spoken = spoken
        """Block -> where direct speech stands in it, in order."""
        self._known: dict[int, list[tuple[int, Person]]] = {}
        self._unknown: dict[int, list[tuple[int, str]]] = {}

    def within(self, block: int) -> list[tuple[int, Person]]:
        """Return where the block names a person by surname, or by a word that begins with it."""
        known = self._known.get(block)
        if known is None:
            known = self._known[block] = []
            text = self.blocks[block].text
            own = self._cut.block(block) if self._cut.texts[block] == text else cut_text(text, self._pack)
            spoken = self._spoken.get(block, ())
            if self._pack.names:
                places = [k for k, bits in enumerate(own.bits) if not bits]
            else:
                places = [k for k, bits in enumerate(own.bits) if bits & CAPITAL]
            surnames = self._persons.surnames
            for k in places:
                word = FOLDS[own.words[k]]
                for last, person in surnames.get(word[:HEAD], ()):
                    if word.startswith(last):
                        if not spoken or not _is_inside(own.start(k), spoken):
                            known.append((own.start(k), self._persons.whole(person, own, k)))
                        break
        return known

    def last_before(self, block: int, at: int, reach: int) -> tuple[int, int]:
        """Return the nearest block with a mention before offset *at* of *block*, and how many are before it there.

        None is looked for farther than *reach* blocks above; the number is 0 where there is none.
        """
        for index in range(block, max(-1, block - reach - 1), -1):
            found = self.within(index)
            count = bisect_left(found, at, key=_where) if index == block else len(found)
            if count:
                return index, count
        return block, 0

    def between(self, block: int, start: int, count: int) -> list[Person]:
        """Return whom a block names from offset *start* on, as far as they are among its first *count* mentions."""
        mentions = self.within(block)
        return [person for _, person in mentions[bisect_left(mentions, start, key=_where) : count]]

    def sentence_start(self, block: int, count: int) -> int:
        """Return where the sentence of mention *count* of a block begins; who is named first there is its subject."""
        text, last = self.blocks[block].text, self.within(block)[count - 1][0]
        floor = max(0, last - _SENTENCE)
        return max(floor, *(text.rfind(sign, floor, last) + 1 for sign in _SENTENCE_ENDS))

    def behind(self, block: int, at: int) -> set[str]:
        """Return the names of those whom the clause at offset *at* of a block names behind it."""
        mentions, text = self.within(block), self.blocks[block].text
        first = bisect_left(mentions, at, key=_where)
        if first == len(mentions):
            return set()
        ends = [end for sign in _CLAUSE_ENDS if (end := text.find(sign, at, at + _SENTENCE)) >= 0]
        stop = min(ends, default=len(text))
        return {p.name for _, p in mentions[first : bisect_left(mentions, stop, key=_where)]}

    def unknown(self, after: Place, before: Place, most: int) -> Iterator[str]:
        """Yield the genders of those unknown whom the text between two places names in full, the last *most* a block.

        A gender is ``m`` or ``f``, or empty where the given name does not tell.
        """
        for block in range(after[0], before[0] + 1):
            found = self._unknown_within(block)
            first = bisect_right(found, after[1], key=_where) if block == after[0] else 0
            last = bisect_left(found, before[1], key=_where) if block == before[0] else len(found)
            yield from (gender for _, gender in found[max(first, last - most) : last])

    def _unknown_within(self, block: int) -> list[tuple[int, str]]:
        """Return where the block, outside of direct speech, names somebody in full who is none of the persons known."""
        found = self._unknown.get(block)
        if found is None:
            found = self._unknown[block] = []
            if self._cut.texts[block] == self.blocks[block].text:
                own = self._cut.block(block)
                for match in _FULL_NAMES.finditer(own.frames):
                    given = self._unknown_given(block, own, *match.span())
                    if given:
                        found.append((own.start(match.start()), self._persons.gender_of(given)))
        return found

    def _unknown_given(self, block: int, own: Cut, first: int, end: int) -> str:
        """Return the given name in the capitals ``[first, end)`` if they name a person who is none of those known."""
        words, bits = own.words, own.bits
        given = next((word for word in words[first : end - 1] if is_given(word, self._pack)), "")
        if not given or words[end - 1].endswith(POSSESSIVES):
            return ""
        if first and bits[first - 1] & DETERMINER:
            return ""  # an Orlando Republican
        start = own.start(first)
        mentions = self.within(block)
        begin, stop = (bisect_left(mentions, start, key=_where), bisect_right(mentions, own.start(end - 1), key=_where))
        if any(p.name for _, p in mentions[begin:stop]) or any(b & ORGANISATION for b in bits[first:end]):
            return ""
        return "" if _is_inside(start, self._spoken.get(block, ())) else given


def _is_inside(at: int, ranges: Sequence[tuple[int, int]]) -> bool:
    """Say whether offset *at* is in one of *ranges*, which are in order and do not overlap."""
    place = bisect_right(ranges, (at, 1 << 60)) - 1
    return place >= 0 and at < ranges[place][1]
