# SPDX-License-Identifier: Apache-2.0
"""Cut a block into words, punctuation and quotations, and these into sentences, for the finders of speech.

Comes in: the text of a block, its quotations, a language pack.  Goes out: ``Token`` lists.  A quotation is one
token, so that the words around it can be read as one clause.  Linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from docforge.detect.quotation_marks import Pair
from docforge.detect.quote_packs import QuotePack, quote_pack

__all__ = ["QUOTED", "Token", "sentences", "tokens_of"]

_WORD = re.compile(
    r"\w+(?:[-'’.ʻʼ\u200c\u00ad\u2011״׳\"](?=\w)\w+|[\u0300-\u036f\u0900-\u0903\u093a-\u094f]+\w*)*|[^\w\s]"
)
_ENDS = frozenset(".!?…。！？؟।։")
_ENDS_TEXT = tuple(_ENDS)
QUOTED = 1 << 20
"""Bit of a token that stands for a whole quotation."""


class Token(NamedTuple):
    """A word, a sign or a whole quotation of a block."""

    text: str
    fold: str
    """Case-folded, ``’`` as ``'``; empty for a quotation."""
    start: int
    end: int
    bits: int
    """What the pack says of it, plus ``QUOTED``; -1 for punctuation."""
    quote: int = -1
    """Index of the quotation that it stands for."""

    @property
    def is_word(self) -> bool:
        """Say whether it is a word, not a sign or a quotation."""
        return self.bits >= 0 and self.quote < 0

    @property
    def is_capital(self) -> bool:
        """Say whether it is a word that begins with a capital."""
        return self.text[:1].isupper() and self.quote < 0


@lru_cache(maxsize=512)
def _plain(text: str, language: str) -> tuple[tuple[Token, ...], tuple[int, ...]]:
    """Words and signs, and where each starts; kept for the next finder, which reads the same blocks."""
    known = quote_pack(language).words.get
    out = []
    make = tuple.__new__
    for match in _WORD.finditer(text):
        word = match.group()
        fold = word.casefold()
        if "’" in fold:
            fold = fold.replace("’", "'")
        bits = known(fold)
        if bits is None:
            bits = 0 if word[0].isalnum() or word[0] == "_" else -1
        start, end = match.span()
        out.append(make(Token, (word, fold, start, end, bits, -1)))
    return tuple(out), tuple(token.start for token in out)


def tokens_of(text: str, pairs: Sequence[Pair], pack: QuotePack) -> list[Token]:
    """Return the tokens of *text*; each of *pairs* (in order, not overlapping) is one token."""
    plain, starts = _plain(text, pack.language)
    if not pairs:
        return list(plain)
    out: list[Token] = []
    at = 0
    for index, pair in enumerate(pairs):
        first = bisect_left(starts, pair.start, at)
        out += plain[at:first]
        at = bisect_left(starts, pair.end, first)
        if at > first:
            out.append(Token(text[pair.start : pair.end], "", pair.start, pair.end, QUOTED, index))
    out += plain[at:]
    return out


def _abbreviates(token: Token, pack: QuotePack) -> bool:
    if token.fold in pack.abbreviations:
        return True
    if len(token.text) == 1 and token.is_capital:
        return True
    return token.text.isdigit() and len(token.text) <= 2


def _breaks_after(tokens: Sequence[Token], at: int, pack: QuotePack) -> bool:
    """Say whether a sentence ends with the token at *at*."""
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None:
        return True
    if token.quote >= 0:
        body = token.text.rstrip("\"”“»«’'」』›‹ \u00a0\u202f")
        if not body.endswith(_ENDS_TEXT):
            return False
        if after.quote >= 0:
            return True
        if pack.unspaced or after.bits < 0 or after.text[0].isdigit():
            return False
        return after.text[:1].isupper() and (body[-1] in ".。।" or not (pack.nouns_capitalised or after.bits > 0))
    if token.text not in _ENDS:
        return False
    if after.bits < 0:
        return False
    if token.text == "." and at and tokens[at - 1].is_word and _abbreviates(tokens[at - 1], pack):
        return False
    if after.start == token.end and not pack.unspaced:
        return False
    return after.quote >= 0 or not after.text[:1].islower()


def sentences(tokens: Sequence[Token], pack: QuotePack) -> list[list[Token]]:
    """Cut *tokens* into sentences; together they hold every token once, in order."""
    out: list[list[Token]] = []
    begun = 0
    for at, token in enumerate(tokens):
        if (token.quote >= 0 or token.text in _ENDS) and _breaks_after(tokens, at, pack):
            out.append(list(tokens[begun : at + 1]))
            begun = at + 1
    if begun < len(tokens):
        out.append(list(tokens[begun:]))
    return out
