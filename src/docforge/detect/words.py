# SPDX-License-Identifier: Apache-2.0
"""Cut a block into words, punctuation and quotations, and these into sentences, for the finders of speech.

Comes in: the text of a block, its quotations, a language pack.  Goes out: ``Cut`` and ``Sentence`` values: rows of
words with what is known of each.  A quotation is one word, so that the words around it can be read as one clause.
Linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache, reduce
from itertools import accumulate, chain
from operator import or_

from docforge.detect.quotation_marks import Pair
from docforge.detect.quote_packs import (
    CAPITAL,
    CUE,
    CUE_PHRASE,
    DETERMINER,
    END,
    KNOWN,
    NAME,
    OUTLINE_COMMA,
    OUTLINE_END,
    OUTLINE_QUOTED,
    OUTLINE_STOP,
    OUTLINE_WANTED,
    PHRASE,
    PRONOUN,
    QUOTED,
    REPORTED,
    SENTENCE_ENDS,
    SOURCE,
    QuotePack,
    folded,
    quote_pack,
)

__all__ = ["QUOTED", "Cut", "Sentence", "cut", "is_small", "sentences"]

_CHUNK = re.compile(r"\S+")
_ENDS_TEXT = tuple(SENTENCE_ENDS)
_CLOSING = "\"”“»«’'」』›‹ \u00a0\u202f"


def is_small(letter: str) -> bool:
    """Say whether *letter* is a small one of a script that has capitals; empty strings are not.

    Unicode calls the letters of Georgian small ones, but no sentence or name begins with its capitals.
    """
    return letter.islower() and not "\u10d0" <= letter <= "\u10ff"


class Cut:
    """The words and signs of a block: how each is written, where it begins, what is known of it."""

    __slots__ = ("_pack", "_starts", "_steps", "bits", "outline", "quotes", "text", "words")

    def __init__(self, text: str, pack: QuotePack) -> None:
        self.text = text
        self._pack = pack
        row = list(chain.from_iterable(map(pack.known.__getitem__, text.split())))
        self.bits: list[int] = row[::4]
        """What is known of each word: bits of ``quote_packs``."""
        self.outline = bytes(row[1::4])
        """The same, roughly, in one byte each."""
        self.words: list[str] = row[2::4]
        """The words and signs as written."""
        self.quotes: dict[int, int] = {}
        """The words that stand for a quotation, to its number."""
        self._steps: list[int] = row[3::4]
        self._starts: list[int] | None = None

    @property
    def starts(self) -> list[int]:
        """Where each of ``words`` begins in ``text``."""
        if self._starts is None:
            starts = list(accumulate(self._steps, initial=0))
            if starts.pop() != len(self.text) + 1 and self.words:  # More than one blank somewhere.
                known, starts = self._pack.known, []
                for match in _CHUNK.finditer(self.text):
                    starts += accumulate(known[match.group()][3:-1:4], initial=match.start())
            self._starts = starts
        return self._starts

    def is_glued(self, at: int) -> bool:
        """Say whether the next word follows the sign *at* without a blank."""
        return self._steps[at] == 1 if self._starts is None else self._starts[at + 1] == self._starts[at] + 1

    def fold(self, at: int) -> str:
        """Return word *at* case-folded, ``’`` as ``'``."""
        return folded(self.words[at])

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
        outline = bytearray()
        quotes: dict[int, int] = {}
        text, at, first = self.text, 0, 0
        for number, pair in enumerate((*pairs, None)):
            stop = len(text) if pair is None else pair.start
            last = bisect_left(self.starts, stop)
            if first <= last and (last == 0 or self.end(last - 1) <= stop) and self._begins_word(first, at):
                words += self.words[first:last]
                starts += self.starts[first:last]
                bits += self.bits[first:last]
                outline += self.outline[first:last]
            elif at < stop:  # A quotation begins or ends within what else is one word.
                between = Cut(text[at:stop], pack)
                words += between.words
                starts += [at + start for start in between.starts]
                bits += between.bits
                outline += between.outline
            if pair is not None:
                quotes[len(words)] = number
                words.append(text[pair.start : pair.end])
                starts.append(pair.start)
                bits.append(QUOTED)
                outline.append(OUTLINE_QUOTED)
                at = pair.end
                first = bisect_left(self.starts, at)
        made = object.__new__(Cut)
        made.text, made.bits, made.outline, made.quotes = text, bits, bytes(outline), quotes
        made.words, made._starts = words, starts
        return made

    def _begins_word(self, first: int, at: int) -> bool:
        """Say whether no word goes on over offset *at*, where word *first* is the first that begins there or later."""
        return first == 0 or self.end(first - 1) <= at


class Sentence:
    """Some words of a ``Cut``: rows of their spelling, bits and places."""

    __slots__ = ("_cut", "_first", "bits", "cased", "mask", "starts", "words")

    def __init__(self, own: Cut, first: int, last: int) -> None:
        self._cut = own
        self._first = first
        self.words = own.words[first:last]
        """As written; a quotation with its marks."""
        self.bits = own.bits[first:last]
        """What is known of each: bits of ``quote_packs``; negative for signs, ``QUOTED`` for a quotation."""
        self.starts = own.starts[first:last]
        """Where each begins in the block's text."""
        self.mask = reduce(or_, self.bits)
        """The bits that any of them has."""
        self.cased = any(word[0].isupper() or is_small(word[0]) for word in self.words[:6])
        """It begins in a script with capitals."""

    def end(self, at: int) -> int:
        """Return where word *at* ends in the block's text."""
        return self.starts[at] + len(self.words[at])

    def fold(self, at: int) -> str:
        """Return word *at* case-folded, ``’`` as ``'``; empty for a quotation."""
        return self.words[at].casefold().replace("’", "'") if self.bits[at] != QUOTED else ""

    def quote(self, at: int) -> int:
        """Return the number of the quotation that word *at* stands for."""
        return self._cut.quotes[self._first + at]


@lru_cache(maxsize=512)
def _cut(text: str, language: str) -> Cut:
    return Cut(text, quote_pack(language))


def cut(text: str, pack: QuotePack) -> Cut:
    """Return *text* cut into words and signs; kept for the next finder, which reads the same blocks."""
    return _cut(text, pack.language)


def _abbreviates(word: str, fold: str, bits: int, pack: QuotePack) -> bool:
    if fold in pack.abbreviations or (len(word) == 1 and bits & CAPITAL):
        return True
    return len(word) <= 2 and word.isdigit()


def _breaks_after(own: Cut, at: int, pack: QuotePack) -> bool:
    """Say whether a sentence ends with the quotation or the closing sign at *at*."""
    bits, words = own.bits, own.words
    if at + 1 >= len(bits):
        return True
    after_bits = bits[at + 1]
    if bits[at] & QUOTED and bits[at] > 0:
        body = words[at].rstrip(_CLOSING)
        if not body.endswith(_ENDS_TEXT):
            return False
        if after_bits & QUOTED:
            return True
        if pack.unspaced or after_bits < 0 or not after_bits & CAPITAL:
            return False
        if pack.nouns_capitalised and not after_bits & NAME:
            return True  # No noun: a capital that begins a sentence.
        return body[-1] in ".。।" or not (pack.nouns_capitalised or after_bits & KNOWN)
    if after_bits < 0:
        return False
    if at and bits[at - 1] >= 0 and not bits[at - 1] & QUOTED and words[at] == ".":
        if _abbreviates(words[at - 1], own.fold(at - 1), bits[at - 1], pack):
            return False
    if not pack.unspaced and own.is_glued(at):
        return False
    return after_bits & (QUOTED | CAPITAL) > 0 or not is_small(words[at + 1][:1])


_WANTED = CUE | CUE_PHRASE | QUOTED | SOURCE
# A letter where something may attribute, a full stop where a sentence may end: nothing else is looked at.
_STEPS = bytes.maketrans(
    bytes((*range(0x80), OUTLINE_STOP, OUTLINE_END, OUTLINE_QUOTED)),
    b"".join([b"w" if own & OUTLINE_WANTED else b"-" for own in range(0x80)]) + b"...",
)
_STEP = re.compile(b"[w.]")
_CUES = CUE | CUE_PHRASE
_LONGEST_CUE = 5
_TAIL = 9


def _may_report(own: Cut, first: int, last: int, cues: Sequence[int], pack: QuotePack) -> bool:
    """Say whether a sentence without quotations can hold reported speech (``reported`` reads it, this is cheaper)."""
    bits = own.bits
    for opening in bits[first : min(last, first + 8)] if pack.according_after else bits[first : first + 1]:
        if opening & SOURCE:
            return True
    if pack.as_said and own.fold(first) in pack.as_said:
        return True
    drops_that = pack.drops_that
    for at in cues:
        spare = _LONGEST_CUE if bits[at] & PHRASE else 1
        for after in bits[at + 1 : min(last, at + spare + 6)]:
            if after & REPORTED:
                return True
        if drops_that:
            for after in bits[at + 1 : min(last, at + spare + 1)]:
                if after & (PRONOUN | DETERMINER):
                    return True
        tail = last - at - 1
        if tail <= _TAIL + spare:
            comma = own.outline.rfind(OUTLINE_COMMA, first + 3, at)
            if comma >= 0 and (at == comma + 1 or tail <= 4 + spare):
                return True
    return False


_LONGEST = 300
"""A sentence ends after so many words at the latest, a quotation counted as one: frames look through all of it."""


def sentences(text: str, pairs: Sequence[Pair], pack: QuotePack) -> list[Sentence]:
    """Return the sentences of *text* that hold a quotation or a word that attributes, in order."""
    own = cut(text, pack)
    if pairs:
        own = own.quoting(pairs, pack)
    steps = own.outline.translate(_STEPS)
    if not pairs and b"w" not in steps:
        return []
    all_bits = own.bits
    out: list[Sentence] = []
    begun, last, wanted = 0, len(all_bits), 0
    cues: list[int] = []
    for at in [match.start() for match in _STEP.finditer(steps)]:
        bits = all_bits[at]
        if at - begun >= _LONGEST:
            if wanted & QUOTED or (wanted and _may_report(own, begun, at, cues, pack)):
                out.append(Sentence(own, begun, at))
            begun, wanted, cues = at, 0, []
        wanted |= bits & _WANTED
        if bits & (QUOTED | END):
            if _breaks_after(own, at, pack):
                if wanted & QUOTED or (wanted and _may_report(own, begun, at + 1, cues, pack)):
                    out.append(Sentence(own, begun, at + 1))
                begun, wanted, cues = at + 1, 0, []
        elif bits & _CUES:
            cues.append(at)
    if wanted & QUOTED or (wanted and _may_report(own, begun, last, cues, pack)):
        out.append(Sentence(own, begun, last))
    return out
