# SPDX-License-Identifier: Apache-2.0
"""Cut a block into words, punctuation and quotations, and these into sentences, for the finders of speech.

Comes in: the text of a block, its quotations, a language pack.  Goes out: ``Token`` lists.  A quotation is one
token, so that the words around it can be read as one clause.  Linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import accumulate
from operator import sub
from typing import NamedTuple

from docforge.detect.quotation_marks import Pair
from docforge.detect.quote_packs import (
    CAPITAL,
    CUE,
    CUE_PHRASE,
    DETERMINER,
    END,
    KNOWN,
    PRONOUN,
    QUOTED,
    REPORTED,
    SOURCE,
    QuotePack,
    quote_pack,
)

__all__ = ["QUOTED", "Cut", "Token", "cut", "sentences"]

# With the blanks before it, so that the lengths of all pieces tell where each word ends.
_PIECE = re.compile(
    r"\s*(?:\w+(?:[-'’.ʻʼ\u200c\u00ad\u2011״׳\"](?=\w)\w+|[\u0300-\u036f\u0900-\u0903\u093a-\u094f]+\w*)*|[^\w\s])"
)
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
    """The words and signs of a block in parallel rows; the places are made when they are asked for."""

    __slots__ = ("_ends", "_pieces", "_starts", "bits", "folds", "text", "words")

    def __init__(self, text: str, pack: QuotePack) -> None:
        self.text = text
        self._pieces, self.words, self.folds, self.bits = _rows(text, pack, 0, len(text))
        self._starts: list[int] | None = None
        self._ends: list[int] | None = None

    @property
    def ends(self) -> list[int]:
        """Where each of ``words`` ends in ``text``."""
        if self._ends is None:
            self._ends = list(accumulate(map(len, self._pieces)))
        return self._ends

    @property
    def starts(self) -> list[int]:
        """Where each of ``words`` starts in ``text``."""
        if self._starts is None:
            self._starts = list(map(sub, self.ends, map(len, self.words)))
        return self._starts


def _rows(
    text: str, pack: QuotePack, start: int, end: int
) -> tuple[list[str], Sequence[str], Sequence[str], Sequence[int]]:
    """Cut ``text[start:end]``: words with the blanks before them, words, folded forms, bits."""
    pieces: list[str] = _PIECE.findall(text, start, end)
    if not pieces:
        return pieces, (), (), ()
    words, folds, bits = zip(*map(pack.known.__getitem__, pieces), strict=True)
    return pieces, words, folds, bits


@lru_cache(maxsize=512)
def _cut(text: str, language: str) -> Cut:
    return Cut(text, quote_pack(language))


def cut(text: str, pack: QuotePack) -> Cut:
    """Return *text* cut into words and signs; kept for the next finder, which reads the same blocks."""
    return _cut(text, pack.language)


class _Columns(NamedTuple):
    """Words, signs and quotations in parallel rows."""

    words: Sequence[str]
    folds: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    bits: Sequence[int]
    quotes: Sequence[int]

    def tokens(self, first: int, last: int) -> list[Token]:
        rows = zip(
            self.words[first:last], self.folds[first:last], self.starts[first:last], self.ends[first:last],
            self.bits[first:last], self.quotes[first:last], strict=True,
        )  # fmt: skip
        return list(map(_token, rows))


def _columns(text: str, pairs: Sequence[Pair], pack: QuotePack) -> _Columns:
    """Cut what stands outside *pairs* (in order, not overlapping); each pair is one entry."""
    words: list[str] = []
    folds: list[str] = []
    ends: list[int] = []
    bits: list[int] = []
    quotes: list[int] = []
    at = 0
    for index, pair in enumerate((*pairs, None)):
        stop = len(text) if pair is None else pair.start
        if stop > at:
            pieces, more_words, more_folds, more_bits = _rows(text, pack, at, stop)
            words += more_words
            folds += more_folds
            bits += more_bits
            ends += list(accumulate(map(len, pieces), initial=at))[1:]
            quotes += [-1] * len(pieces)
        if pair is not None:
            words.append(text[pair.start : pair.end])
            folds.append("")
            bits.append(QUOTED)
            ends.append(pair.end)
            quotes.append(index)
            at = pair.end
    return _Columns(words, folds, list(map(sub, ends, map(len, words))), ends, bits, quotes)


def _abbreviates(word: str, fold: str, bits: int, pack: QuotePack) -> bool:
    if fold in pack.abbreviations or (len(word) == 1 and bits & CAPITAL):
        return True
    return len(word) <= 2 and word.isdigit()


def _breaks_after(own: _Columns, at: int, pack: QuotePack) -> bool:
    """Say whether a sentence ends with the quotation or the closing sign at *at*."""
    if at + 1 >= len(own.words):
        return True
    word, after, after_bits = own.words[at], own.words[at + 1], own.bits[at + 1]
    if own.quotes[at] >= 0:
        body = word.rstrip(_CLOSING)
        if not body.endswith(_ENDS_TEXT):
            return False
        if after_bits & QUOTED:
            return True
        if pack.unspaced or after_bits < 0 or after[0].isdigit():
            return False
        if not after_bits & CAPITAL:
            return False
        return body[-1] in ".。।" or not (pack.nouns_capitalised or after_bits & KNOWN)
    if after_bits < 0:
        return False
    if word == "." and at and own.bits[at - 1] >= 0 and own.quotes[at - 1] < 0:
        if _abbreviates(own.words[at - 1], own.folds[at - 1], own.bits[at - 1], pack):
            return False
    if own.starts[at + 1] == own.starts[at] + 1 and not pack.unspaced:
        return False
    return after_bits & QUOTED > 0 or not after[:1].islower()


_WANTED = CUE | CUE_PHRASE | QUOTED | SOURCE
_OPENS_REPORT = REPORTED | PRONOUN | DETERMINER


def _may_report(own: _Columns, first: int, last: int) -> bool:
    """Say whether a sentence without quotations can hold reported speech (``reported`` reads it, this is cheaper)."""
    bits = own.bits
    if any(b & SOURCE and b > 0 for b in bits[first : min(last, first + 8)]):
        return True
    for at in range(first, last):
        if bits[at] & (CUE | CUE_PHRASE):
            if any(b & _OPENS_REPORT and b > 0 for b in bits[at + 1 : at + 9]):
                return True
            if last - at <= 14 and ("," in own.words[first:at] or "،" in own.words[first:at]):
                return True
    return False


def sentences(text: str, pairs: Sequence[Pair], pack: QuotePack) -> list[list[Token]]:
    """Return the sentences of *text* that hold a quotation or a word that attributes, in order, as tokens."""
    if pairs:
        own = _columns(text, pairs, pack)
    else:
        plain = cut(text, pack)
        if not any(bits & _WANTED for bits in set(plain.bits)):
            return []
        own = _Columns(plain.words, plain.folds, plain.starts, plain.ends, plain.bits, [-1] * len(plain.bits))
    out: list[list[Token]] = []
    begun, wanted = 0, False
    for at in [k for k, bits in enumerate(own.bits) if bits & (_WANTED | END)]:
        bits = own.bits[at]
        wanted = wanted or bits & _WANTED > 0
        if bits & (QUOTED | END) and _breaks_after(own, at, pack):
            if wanted and (pairs or _may_report(own, begun, at + 1)):
                out.append(own.tokens(begun, at + 1))
            begun, wanted = at + 1, False
    if wanted and begun < len(own.words) and (pairs or _may_report(own, begun, len(own.words))):
        out.append(own.tokens(begun, len(own.words)))
    return out
