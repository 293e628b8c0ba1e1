# SPDX-License-Identifier: Apache-2.0
"""Cut texts into words, punctuation and quotations, for the finders of names and speech.

Comes in: the texts of an article's blocks, their quotations, a language pack.  Goes out: ``CutBlocks`` and ``Cut``
values: rows of words with what is known of each.  A quotation is one word, so that the words around it can be read as
one clause.  Linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property, reduce
from itertools import accumulate
from operator import iconcat
from typing import Any

from docforge.detect.quotation_marks import Pair
from docforge.detect.quote_packs import BREAK, FOLDS, QuotePack, quote_pack
from docforge.detect.word_bits import OUTLINE_BREAK, OUTLINE_QUOTED, QUOTED
from docforge.model import (
    Block,
    Caption,
    Crosshead,
    Headline,
    Kicker,
    ListItem,
    Paragraph,
    Preformatted,
    Subheadline,
    Turn,
    Unknown,
)

__all__ = ["PROSE_BLOCKS", "Cut", "CutBlocks", "cut_blocks", "cut_text"]

_GAP = re.compile(r"\s\s+")


def _rows(chunks: Sequence[str], pack: QuotePack) -> tuple[list[int], bytes, list[str], list[int]]:
    """Return bits, both outlines in turn, spelling and steps of the words and signs in *chunks*."""
    row: list[Any] = reduce(iconcat, map(pack.known.__getitem__, chunks), [])
    return row[::4], b"".join(row[1::4]), row[2::4], row[3::4]


class Cut:
    """The words and signs of a text: how each is written, where it begins, what is known of it.

    Made by ``cut_text``, ``CutBlocks.block`` and ``quoting``.
    """

    __slots__ = ("bits", "frames", "quotes", "starts", "text", "words")

    def __init__(self, text: str, bits: list[int], frames: bytes, words: list[str], starts: list[int]) -> None:
        self.text = text
        self.bits = bits
        """What is known of each word: ``word_bits``."""
        self.frames = frames
        """What of it makes a frame of speech, in one byte each."""
        self.words = words
        """The words and signs as written."""
        self.starts = starts
        """Where each of ``words`` begins in ``text``."""
        self.quotes: list[int] = []
        """The words that stand for a quotation, in the order of the quotations."""

    def fold(self, at: int) -> str:
        """Return word *at* case-folded, ``’`` as ``'``."""
        return FOLDS[self.words[at]]

    def start(self, at: int) -> int:
        """Return where word *at* begins in ``text``."""
        return self.starts[at]

    def end(self, at: int) -> int:
        """Return where word *at* ends in ``text``."""
        return self.starts[at] + len(self.words[at])

    def quoting(self, pairs: Sequence[Pair], pack: QuotePack) -> Cut:
        """Return the same with each of *pairs* (in order, not overlapping) as one word, its bits ``QUOTED``."""
        words: list[str] = []
        starts: list[int] = []
        bits: list[int] = []
        frames = bytearray()
        quotes: list[int] = []
        text, own_starts, own_words, at, first = self.text, self.starts, self.words, 0, 0
        for pair in (*pairs, None):
            stop = len(text) if pair is None else pair.start
            last = bisect_left(own_starts, stop, first)
            # No word goes on over the end of the quotation before or the start of this one.
            begins = first == 0 or own_starts[first - 1] + len(own_words[first - 1]) <= at
            if begins and (last == 0 or own_starts[last - 1] + len(own_words[last - 1]) <= stop):
                words += own_words[first:last]
                starts += own_starts[first:last]
                bits += self.bits[first:last]
                frames += self.frames[first:last]
            elif at < stop:  # A quotation begins or ends within what else is one word.
                between = cut_text(text[at:stop], pack)
                words += between.words
                starts += [at + start for start in between.starts]
                bits += between.bits
                frames += between.frames
            if pair is not None:
                quotes.append(len(words))
                words.append(text[pair.start : pair.end])
                starts.append(pair.start)
                bits.append(QUOTED)
                frames.append(OUTLINE_QUOTED)
                at = pair.end
                first = bisect_left(own_starts, at, last)
        made = Cut(text, bits, bytes(frames), words, starts)
        made.quotes = quotes
        return made


def cut_text(text: str, pack: QuotePack) -> Cut:
    """Return *text* cut into words and signs."""
    bits, outlines, words, steps = _rows(text.split(), pack)
    return Cut(text, bits, outlines[1::2], words, _starts(text, steps))


def _starts(text: str, steps: Sequence[int]) -> list[int]:
    """Return where each word of *text* begins; *steps* tell how far they are apart where chunks are one blank apart."""
    starts = list(accumulate(steps, initial=0))
    if starts.pop() == len(text) + 1:
        return starts
    plain, starts = starts, []
    shift = len(text) - len(text.lstrip())
    for gap in _GAP.finditer(text, shift):
        last = bisect_left(plain, gap.start() + 1 - shift, len(starts))
        starts += [start + shift for start in plain[len(starts) : last]]
        shift += gap.end() - gap.start() - 1
    return starts + [start + shift for start in plain[len(starts) :]]


PROSE_BLOCKS = (Paragraph, Headline, Subheadline, Crosshead, ListItem, Turn, Preformatted, Unknown, Caption, Kicker)
"""Kinds of block in which names and speech are looked for; the most frequent first."""


class CutBlocks:
    """The words and signs of an article's blocks in one row, with a sign for the break before and behind each block.

    One row, because to begin anew for each of thirty paragraphs would cost more than to read them.
    """

    def __init__(self, texts: Sequence[str], pack: QuotePack) -> None:
        self.texts = texts
        chunks = [BREAK]
        for text in texts:
            chunks += text.split()
            chunks.append(BREAK)
        self.bits, outlines, self.words, self._steps = _rows(chunks, pack)
        self.outline = outlines[::2]
        """What is known of each word for the finder of names, in one byte each."""
        self.frames = outlines[1::2]
        """What of each word makes a frame of speech, in one byte each."""
        self.firsts = list(accumulate([len(part) + 1 for part in self.outline.split(_BREAK)[:-1]]))
        """Where the words of each block begin in the row; at last, where those of one more block would."""
        self.pack = pack
        """The language pack that the words were looked up in."""
        self._blocks: dict[int, Cut] = {}

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word or sign stands anywhere, as written."""
        return Counter(self.words)

    @cached_property
    def spellings(self) -> frozenset[str]:
        """The words and signs that stand anywhere, as written."""
        return frozenset(self.words)

    def fold(self, at: int) -> str:
        """Return word *at* case-folded, ``’`` as ``'``."""
        return FOLDS[self.words[at]]

    def number(self, at: int) -> int:
        """Return the number of the block that has word *at*."""
        return bisect_right(self.firsts, at) - 1

    def block(self, number: int) -> Cut:
        """Return the words of one block."""
        made = self._blocks.get(number)
        if made is None:
            first, last = self.firsts[number], self.firsts[number + 1] - 1
            text = self.texts[number]
            made = self._blocks[number] = Cut(
                text,
                self.bits[first:last],
                self.frames[first:last],
                self.words[first:last],
                _starts(text, self._steps[first:last]),
            )
        return made


_BREAK = bytes((OUTLINE_BREAK,))


def cut_blocks(blocks: Sequence[Block], language: str) -> CutBlocks:
    """Return *blocks* cut into words and signs, read as *language* (a BCP 47 tag).

    Those that are no ``PROSE_BLOCKS`` are as if they were empty; a line end that is kept is a sign, as no name runs
    over the lines of an address.
    """
    texts = [block.text if isinstance(block, Paragraph) else _read(block) for block in blocks]
    return CutBlocks(texts, quote_pack(language))


def _read(block: Block) -> str:
    if isinstance(block, Preformatted):
        return block.text.replace("\n", ";")
    return block.text if isinstance(block, PROSE_BLOCKS) else ""
