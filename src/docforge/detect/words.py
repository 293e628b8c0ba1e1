# SPDX-License-Identifier: Apache-2.0
"""Cut texts into words, punctuation and quotations, and these into sentences, for the finders of names and speech.

Comes in: the texts of an article's blocks, their quotations, a language pack.  Goes out: ``CutBlocks``, ``Cut`` and
``Sentence`` values: rows of words with what is known of each.  A quotation is one word, so that the words around it can
be read as one clause.  Linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache, reduce
from itertools import accumulate, chain
from operator import or_
from typing import Any

from docforge.detect.quotation_marks import Pair
from docforge.detect.quote_packs import (
    ADJACENT,
    BREAK,
    CAPITAL,
    CUE,
    CUE_PHRASE,
    DETERMINER,
    END,
    FOLDS,
    FRAME_CUE,
    FRAME_PHRASE,
    FRAME_REPORTED,
    FRAME_SOURCE,
    FRAME_SUBJECT,
    KNOWN,
    NAME,
    OUTLINE_BREAK,
    OUTLINE_COMMA,
    OUTLINE_END,
    OUTLINE_QUOTED,
    OUTLINE_STOP,
    PHRASE,
    PRONOUN,
    QUOTED,
    REPORTED,
    SOURCE,
    QuotePack,
    abbreviates,
    outline_class,
    quote_pack,
)
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
from docforge.patterns import FULL_STOPS, SENTENCE_ENDS, is_small

__all__ = ["PROSE_BLOCKS", "QUOTED", "Cut", "CutBlocks", "Sentence", "cut_blocks", "preceding", "sentences"]

_CHUNK = re.compile(r"\S+")
_ENDS_TEXT = tuple(SENTENCE_ENDS)
_CLOSING = "\"”“»«’'」』›‹ \u00a0\u202f"


def _rows(chunks: Sequence[str], pack: QuotePack) -> tuple[list[int], bytes, list[str], list[int]]:
    """Return bits, both outlines in turn, spelling and steps of the words and signs in *chunks*."""
    row: list[Any] = list(chain.from_iterable(map(pack.known.__getitem__, chunks)))
    return row[::4], b"".join(row[1::4]), row[2::4], row[3::4]


class Cut:
    """The words and signs of a text: how each is written, where it begins, what is known of it."""

    __slots__ = ("_pack", "_starts", "_steps", "bits", "frames", "quotes", "text", "words")

    def __init__(self, text: str, pack: QuotePack) -> None:
        bits, outlines, words, steps = _rows(text.split(), pack)
        self._set(text, pack, bits, outlines[1::2], words, steps)

    def _set(
        self, text: str, pack: QuotePack, bits: list[int], frames: bytes, words: list[str], steps: list[int]
    ) -> None:
        self.text = text
        self.bits = bits
        """What is known of each word: bits of ``quote_packs``."""
        self.frames = frames
        """What of it makes a frame of speech, in one byte each."""
        self.words = words
        """The words and signs as written."""
        self.quotes: list[int] = []
        """The words that stand for a quotation, in the order of the quotations."""
        self._pack = pack
        self._steps = steps
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
                between = Cut(text[at:stop], pack)
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
        made = object.__new__(Cut)
        made._set(text, pack, bits, bytes(frames), words, [])
        made._starts, made.quotes = starts, quotes
        return made


PROSE_BLOCKS = (Paragraph, Headline, Subheadline, Crosshead, ListItem, Turn, Preformatted, Unknown, Caption, Kicker)
"""Kinds of block in which names and speech are looked for; the most frequent first."""


_BATCH = 200
"""Chunks that are looked up in one go: so many that what is known of them stays near the processor."""


class CutBlocks:
    """The words and signs of an article's blocks in one row, with a sign for the break before and behind each block.

    One row, because to begin anew for each of thirty paragraphs would cost more than to read them.
    """

    def __init__(self, texts: Sequence[str], pack: QuotePack) -> None:
        self.texts = texts
        self.bits: list[int] = []
        self.words: list[str] = []
        self._steps: list[int] = []
        outlines = bytearray()
        chunks = [BREAK]
        for text in (*texts, None):
            if text is not None:
                chunks += text.split()
                chunks.append(BREAK)
            if text is None or len(chunks) > _BATCH:
                bits, both, words, steps = _rows(chunks, pack)
                self.bits += bits
                self.words += words
                self._steps += steps
                outlines += both
                chunks = []
        self.outline = bytes(outlines[::2])
        """What is known of each word for the finder of names, in one byte each."""
        self.frames = bytes(outlines[1::2])
        """What of each word makes a frame of speech, in one byte each."""
        self.firsts = [match.end() for match in _BREAK.finditer(self.outline)]
        """Where the words of each block begin in the row; at last, where those of one more block would."""
        self._pack = pack
        self._blocks: dict[int, Cut] = {}

    @cached_property
    def spellings(self) -> frozenset[str]:
        """The words and signs that stand anywhere, as written."""
        return frozenset(self.words)

    def reporting(self) -> set[int]:
        """Return the numbers of the blocks in which speech may be reported without marks."""
        firsts = self.firsts
        found = _reports(self._pack.drops_that, bool(self._pack.according_after)).finditer(self.frames)
        return {bisect_right(firsts, match.start()) - 1 for match in found}

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
            made = self._blocks[number] = object.__new__(Cut)
            own = slice(self.firsts[number], self.firsts[number + 1] - 1)
            made._set(
                self.texts[number], self._pack, self.bits[own], self.frames[own], self.words[own], self._steps[own]
            )
        return made


@lru_cache(maxsize=8)
def _cut(texts: tuple[str, ...], language: str) -> CutBlocks:
    return CutBlocks(texts, quote_pack(language))


def cut_blocks(blocks: Sequence[Block], pack: QuotePack) -> CutBlocks:
    """Return *blocks* cut into words and signs; kept for the next finder, which reads the same blocks.

    Those that are no ``PROSE_BLOCKS`` are as if they were empty; a line end that is kept is a sign, as no name runs
    over the lines of an address.
    """
    texts = [block.text if isinstance(block, Paragraph) else _read(block) for block in blocks]
    return _cut(tuple(texts), pack.language)


def _read(block: Block) -> str:
    if isinstance(block, Preformatted):
        return block.text.replace("\n", ";")
    return block.text if isinstance(block, PROSE_BLOCKS) else ""


class Sentence:
    """Some words of a ``Cut``: rows of their spelling, bits and places."""

    __slots__ = ("_cased", "_cut", "_first", "_mask", "bits", "starts", "words")

    def __init__(self, own: Cut, first: int, last: int) -> None:
        self._cut = own
        self._first = first
        self.words = own.words[first:last]
        """As written; a quotation with its marks."""
        self.bits = own.bits[first:last]
        """What is known of each: bits of ``quote_packs``; negative for signs, ``QUOTED`` for a quotation."""
        self.starts = own.starts[first:last]
        """Where each begins in the block's text."""
        self._mask: int | None = None
        self._cased: bool | None = None

    @property
    def span(self) -> tuple[int, int]:
        """The words of the ``Cut`` that it holds."""
        return self._first, self._first + len(self.words)

    @property
    def mask(self) -> int:
        """The bits that any of the words has."""
        if self._mask is None:
            self._mask = reduce(or_, self.bits)
        return self._mask

    @property
    def cased(self) -> bool:
        """Say whether it begins in a script with capitals."""
        if self._cased is None:
            self._cased = any(word[0].isupper() or is_small(word[0]) for word in self.words[:6])
        return self._cased

    def end(self, at: int) -> int:
        """Return where word *at* ends in the block's text."""
        return self.starts[at] + len(self.words[at])

    def fold(self, at: int) -> str:
        """Return word *at* case-folded, ``’`` as ``'``; empty for a quotation."""
        return FOLDS[self.words[at]] if self.bits[at] != QUOTED else ""

    def cues(self) -> list[int]:
        """Return the words that are cues or begin one."""
        frames = self._cut.frames
        first = self._first
        return [match.start() - first for match in _CUE.finditer(frames, first, first + len(self.words))]

    def quotations(self) -> list[tuple[int, int]]:
        """Return each word that stands for a quotation, with the number of that."""
        quotes, first = self._cut.quotes, self._first
        number = bisect_left(quotes, first)
        end = bisect_left(quotes, first + len(self.words), number)
        return [(quotes[k] - first, k) for k in range(number, end)]


def preceding(own: Cut, first: int, floor: int, pack: QuotePack) -> Sentence | None:
    """Return the sentence that ends before word *first*, if it begins at *floor* or behind a sentence's end."""
    last = first - 2
    while last >= max(floor, first - _LOOKED_BACK):
        if own.bits[last] & END and _breaks_after(own, last, pack):
            break
        last -= 1
    begun = max(last + 1, floor)
    return Sentence(own, begun, first) if begun < first and first - begun < _LOOKED_BACK else None


_LOOKED_BACK = 80
"""Words of a sentence that is looked for from its end."""


def _asks(own: Cut, at: int) -> bool:
    """``"Who pays?" Ann Lee asked.``: say whether a name and then a verb of speech begin at *at*."""
    bits, end = own.bits, at
    while end < min(len(bits), at + _LONGEST_NAME) and bits[end] > 0 and bits[end] & NAME:
        end += 1
    verb = bits[end] if at < end < len(bits) else 0
    return verb > 0 and verb & (CUE | ADJACENT) > 0 and not verb & CAPITAL


_LONGEST_NAME = 4


def _breaks_after(own: Cut, at: int, pack: QuotePack) -> bool:
    """Say whether a sentence ends with the quotation or the sign at *at*, in whose frame it may end."""
    bits, words = own.bits, own.words
    if at + 1 >= len(bits):
        return True
    after_bits = bits[at + 1]
    if bits[at] == QUOTED:
        body = words[at].rstrip(_CLOSING)
        if not body.endswith(_ENDS_TEXT):
            return False
        if after_bits & QUOTED:
            return True
        if after_bits < 0 or not after_bits & CAPITAL:
            return False
        if pack.nouns_capitalised and not after_bits & NAME:
            return True  # No noun: a capital that begins a sentence.
        if body[-1] in FULL_STOPS:
            return True
        return not (pack.nouns_capitalised or after_bits & KNOWN or _asks(own, at + 1))
    if after_bits < 0 or own.is_glued(at):
        return False
    if after_bits & (QUOTED | CAPITAL) or not is_small(words[at + 1][:1]):
        before = bits[at - 1] if at and words[at] == "." else -1
        return before < 0 or before == QUOTED or not abbreviates(words[at - 1], before, pack)
    return False


_STEP = re.compile(outline_class(FRAME_CUE | FRAME_SOURCE, signs=(OUTLINE_STOP, OUTLINE_END, OUTLINE_QUOTED)))
"""A word that may attribute, and where a sentence may end: nothing else is looked at."""
_CUE = re.compile(outline_class(FRAME_CUE))
_BREAK = re.compile(b"\\x%02x" % OUTLINE_BREAK)
_WANTED = CUE | CUE_PHRASE | QUOTED | SOURCE
_CUES = CUE | CUE_PHRASE
_LONGEST_CUE = 5
_REACH = 6
"""A reported clause begins so many words after its cue at the latest."""
_TAIL = 9
"""A frame that closes a sentence has at most so many words after its cue, …"""
_SHORT_TAIL = 4
"""… or so many, where the cue does not stand right after the comma."""


@cache
def _reports(drops_that: bool, according_after: bool) -> re.Pattern[bytes]:
    """Return what is found in frames where speech may be reported; ``_may_report`` says it of one sentence exactly.

    A cue with a reported clause close behind it, a cue close to the end of its sentence, or a source: where it can only
    stand before who it is, at the beginning of a sentence.
    """
    inside = b"[^\\x%02x]" % OUTLINE_BREAK
    ends = b"[\\x%02x\\x%02x\\x%02x]" % (OUTLINE_STOP, OUTLINE_END, OUTLINE_BREAK)
    words = ends.replace(b"[", b"[^")
    clause, subject = outline_class(FRAME_REPORTED), outline_class(FRAME_SUBJECT)
    comma = outline_class(0, signs=(OUTLINE_COMMA,))

    def cue(own: bytes, spare: int) -> bytes:
        begins = b"%s{0,%d}%s" % (inside, spare + _REACH - 2, clause)
        if drops_that:
            begins += b"|%s{0,%d}%s" % (inside, spare - 1, subject)
        closes = b"%s{0,%d}%s" % (words, _SHORT_TAIL + spare, ends)
        after_comma = b"(?<=%s.)%s{0,%d}%s" % (comma, words, _TAIL + spare, ends)
        return b"%s(?=%s|%s|%s)" % (own, begins, closes, after_comma)

    source = b"(?<=%s)" % outline_class(FRAME_SOURCE)
    if not according_after:
        source += b"(?<=%s.)" % ends
    plain = b"(?<=%s)" % outline_class(FRAME_CUE, but=FRAME_PHRASE)
    longer = b"(?<=%s)(?<=%s)" % (outline_class(FRAME_CUE), outline_class(FRAME_PHRASE))
    # The word stands before all alternatives: a search runs from one to the next.
    return re.compile(
        b"%s(?:%s|%s|%s)" % (outline_class(FRAME_CUE | FRAME_SOURCE), source, cue(plain, 1), cue(longer, _LONGEST_CUE)),
        re.DOTALL,
    )


def _may_report(own: Cut, first: int, last: int, cues: Sequence[int], pack: QuotePack) -> bool:
    """Say whether a sentence without quotations can hold reported speech (``reported`` reads it, this is cheaper)."""
    bits = own.bits
    for opening in bits[first : min(last, first + 8)] if pack.according_after else bits[first : first + 1]:
        if opening & SOURCE:
            return True
    for at in cues:
        spare = _LONGEST_CUE if bits[at] & PHRASE else 1
        for after in bits[at + 1 : min(last, at + spare + _REACH)]:
            if after & REPORTED:
                return True
        if pack.drops_that:
            for after in bits[at + 1 : min(last, at + spare + 1)]:
                if after & (PRONOUN | DETERMINER):
                    return True
        tail = last - at - 1
        if tail <= _TAIL + spare:
            comma = own.frames.rfind(OUTLINE_COMMA, first + 3, at)
            if comma >= 0 and (at == comma + 1 or tail <= _SHORT_TAIL + spare):
                return True
    return False


_LONGEST = 300
"""A sentence ends after so many words at the latest, a quotation counted as one: frames look through all of it."""


def sentences(own: Cut, pack: QuotePack) -> list[Sentence]:
    """Return the sentences of *own* that hold a quotation or may hold reported speech, in order."""
    all_bits = own.bits
    out: list[Sentence] = []
    begun, last, wanted = 0, len(all_bits), 0
    cues: list[int] = []
    for at in [match.start() for match in _STEP.finditer(own.frames)]:
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
