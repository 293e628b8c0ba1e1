# SPDX-License-Identifier: Apache-2.0
"""Cut a block into words, punctuation and quotations, and these into sentences, for the finders of speech.

Comes in: the text of a block, its quotations, a language pack.  Goes out: ``Token`` lists.  A quotation is one
token, so that the words around it can be read as one clause.  Linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache, partial
from itertools import accumulate, chain, repeat
from operator import add
from typing import NamedTuple

from docforge.detect.quotation_marks import Pair
from docforge.detect.quote_packs import (
    CAPITAL,
    COMMA,
    CUE,
    CUE_PHRASE,
    DETERMINER,
    END,
    KNOWN,
    PHRASE,
    PRONOUN,
    QUOTED,
    REPORTED,
    SOURCE,
    QuotePack,
    folded,
    quote_pack,
)

__all__ = ["QUOTED", "Cut", "Token", "cut", "sentences"]

_CHUNK = re.compile(r"\S+")
_QUOTED = (QUOTED,)
_ENDS_TEXT = tuple(".!?…。！？؟।։")
_CLOSING = "\"”“»«’'」』›‹ \u00a0\u202f"


class Token(NamedTuple):
    """A word, a sign or a whole quotation of a block."""

    text: str
    fold: str
    """Case-folded, ``’`` as ``'``; empty for a quotation."""
    start: int
    end: int
    bits: int
    """What is known of it: bits of ``quote_packs``; negative for punctuation."""
    quote: int = -1
    """Index of the quotation that it stands for."""

    @property
    def is_word(self) -> bool:
        """Say whether it is a word, not a sign or a quotation."""
        return self.bits >= 0 and self.quote < 0

    @property
    def is_capital(self) -> bool:
        """Say whether it is a word that begins with a capital."""
        return self.bits & CAPITAL > 0


_token = partial(tuple.__new__, Token)


class Cut:
    """The words and signs of a block: what is known of each at once, the words and their places when asked for.

    A quotation among *pairs* (in order, not overlapping) is one word, with ``QUOTED`` as its bits.
    """

    __slots__ = ("_begins", "_chunks", "_pack", "_parts", "_quotes", "_starts", "_words", "bits", "text")

    def __init__(self, text: str, pack: QuotePack, pairs: Sequence[Pair] = ()) -> None:
        self.text = text
        self._pack = pack
        self._quotes: dict[int, int] = {}
        self._begins: list[int] | None = None
        self._parts: list[tuple[int, ...]]
        known = pack.known
        if pairs:
            self._chunks, self._parts = [], []
            self._between(pairs)
        else:
            self._chunks = text.split()
            # One blank between each two: then their lengths tell where each begins.
            if sum(map(len, self._chunks)) + len(self._chunks) - 1 != len(text):
                self._begins = [match.start() for match in _CHUNK.finditer(text)]
            self._parts = list(map(known.__getitem__, self._chunks))
        self.bits: list[int] = list(chain.from_iterable(self._parts))
        """What is known of each word: bits of ``quote_packs``."""
        self._words: list[str] | None = None
        self._starts: list[int] | None = None

    def _between(self, pairs: Sequence[Pair]) -> None:
        """Cut what stands outside *pairs*; each pair is a chunk of its own."""
        text, chunks, parts, known = self.text, self._chunks, self._parts, self._pack.known
        begins: list[int] = []
        at = count = 0
        for index, pair in enumerate((*pairs, None)):
            stop = len(text) if pair is None else pair.start
            if at < stop:
                between = text[at:stop]
                found = between.split()
                ahead = 1 if between[0].isspace() else 0
                if found and sum(map(len, found)) + len(found) - 1 + ahead + between[-1].isspace() == stop - at:
                    begins += accumulate([len(chunk) + 1 for chunk in found[:-1]], initial=at + ahead)
                else:
                    begins += [match.start() for match in _CHUNK.finditer(text, at, stop)]
                chunks += found
                own = list(map(known.__getitem__, found))
                count += sum(map(len, own))
                parts += own
            if pair is not None:
                self._quotes[count] = index
                count += 1
                chunks.append(text[pair.start : pair.end])
                begins.append(pair.start)
                parts.append(_QUOTED)
                at = pair.end
        self._begins = begins

    @property
    def words(self) -> list[str]:
        """The words and signs as written."""
        if self._words is None:
            if len(self.bits) == len(self._chunks):
                self._words = self._chunks
            else:
                words: list[str] = []
                for chunk, part in zip(self._chunks, self._parts, strict=True):
                    if len(part) == 1:
                        words.append(chunk)
                    else:
                        words += [word for word, _ in self._pack.pieces[chunk]]
                self._words = words
        return self._words

    @property
    def starts(self) -> list[int]:
        """Where each of ``words`` begins in ``text``."""
        if self._starts is None:
            begins = self._begins
            if begins is None:  # One blank between each two.
                begins = list(accumulate([len(chunk) + 1 for chunk in self._chunks], initial=0))
                begins.pop()
            if len(self.bits) == len(self._chunks):
                self._starts = begins
            else:
                starts: list[int] = []
                for chunk, part, begin in zip(self._chunks, self._parts, begins, strict=True):
                    if len(part) == 1:
                        starts.append(begin)
                    else:
                        starts += [begin + at for _, at in self._pack.pieces[chunk]]
                self._starts = starts
        return self._starts

    def fold(self, at: int) -> str:
        """Return word *at* case-folded, ``’`` as ``'``."""
        return folded(self.words[at])

    def start(self, at: int) -> int:
        """Return where word *at* begins in ``text``."""
        return self.starts[at]

    def end(self, at: int) -> int:
        """Return where word *at* ends in ``text``."""
        return self.starts[at] + len(self.words[at])

    def tokens(self, first: int, last: int) -> list[Token]:
        """Return the words ``[first, last)``."""
        words, starts = self.words[first:last], self.starts[first:last]
        folds: Iterable[str] = map(str.casefold, words)
        if "’" in self.text:
            folds = [fold.replace("’", "'") for fold in folds]
        ends = map(add, starts, map(len, words))
        rows = zip(words, folds, starts, ends, self.bits[first:last], repeat(-1), strict=False)
        out = list(map(_token, rows))
        if self._quotes:
            for at, token in enumerate(out):
                if token.bits == QUOTED:
                    out[at] = token._replace(fold="", quote=self._quotes[first + at])
        return out


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
        return body[-1] in ".。।" or not (pack.nouns_capitalised or after_bits & KNOWN)
    if after_bits < 0:
        return False
    if at and bits[at - 1] >= 0 and not bits[at - 1] & QUOTED and words[at] == ".":
        if _abbreviates(words[at - 1], own.fold(at - 1), bits[at - 1], pack):
            return False
    if not pack.unspaced and own.starts[at + 1] == own.starts[at] + 1:
        return False
    return after_bits & (QUOTED | CAPITAL) > 0 or not words[at + 1][:1].islower()


_WANTED = CUE | CUE_PHRASE | QUOTED | SOURCE
_STEPS = _WANTED | END
_CUES = CUE | CUE_PHRASE
_OPENS_REPORT = REPORTED | PRONOUN | DETERMINER
_LONGEST_CUE = 5
_TAIL = 9


def _may_report(bits: list[int], first: int, last: int, pack: QuotePack) -> bool:
    """Say whether a sentence without quotations can hold reported speech (``reported`` reads it, this is cheaper)."""
    for own in bits[first : min(last, first + 8)] if pack.according_after else bits[first : first + 1]:
        if own & SOURCE and own > 0:
            return True
    comma = -1
    for at in range(first, last):
        own = bits[at]
        if own & _CUES and own > 0:
            spare = _LONGEST_CUE if own & PHRASE else 1
            for after in bits[at + 1 : min(last, at + spare + 6)]:
                if after & REPORTED and after > 0:
                    return True
            if pack.drops_that:
                for after in bits[at + 1 : min(last, at + spare + 1)]:
                    if after & (PRONOUN | DETERMINER) and after > 0:
                        return True
            tail = last - at - 1
            if comma >= 0 and comma - first >= 3 and (at == comma + 1 or tail <= 4 + spare) and tail <= _TAIL + spare:
                return True
        elif own & COMMA and own < 0:
            comma = at
    return False


def sentences(text: str, pairs: Sequence[Pair], pack: QuotePack) -> list[list[Token]]:
    """Return the sentences of *text* that hold a quotation or a word that attributes, in order, as tokens."""
    own = Cut(text, pack, pairs) if pairs else cut(text, pack)
    all_bits = own.bits
    steps = [at for at, bits in enumerate(all_bits) if bits & _STEPS]
    if not any(all_bits[at] & _WANTED for at in steps):
        return []
    out: list[list[Token]] = []
    begun, last, wanted = 0, len(all_bits), 0
    for at in steps:
        bits = all_bits[at]
        wanted |= bits & _WANTED
        if bits & (QUOTED | END) and _breaks_after(own, at, pack):
            if wanted & QUOTED or (wanted and _may_report(all_bits, begun, at + 1, pack)):
                out.append(own.tokens(begun, at + 1))
            begun, wanted = at + 1, 0
    if wanted & QUOTED or (wanted and _may_report(all_bits, begun, last, pack)):
        out.append(own.tokens(begun, last))
    return out
