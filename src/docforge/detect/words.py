# SPDX-License-Identifier: Apache-2.0
"""Cut texts into words, punctuation and quotations, and these into sentences, for the finders of names and speech.

Comes in: the texts of an article's blocks, their quotations, a language pack.  Goes out: ``CutBlocks``, ``Cut`` and
``Sentence`` values: rows of words with what is known of each.  A quotation is one word, so that the words around it can
be read as one clause.  Linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache, cached_property, lru_cache, reduce
from itertools import accumulate, pairwise
from operator import iconcat, or_
from typing import Any

from docforge.detect.quotation_marks import CLOSING_MARKS, Pair
from docforge.detect.quote_packs import (
    ADJACENT,
    BREAK,
    CAPITAL,
    CUE,
    FOLDS,
    FRAME_CAPITAL,
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
    OUTLINE_MARK,
    OUTLINE_QUOTED,
    OUTLINE_STOP,
    QUOTED,
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

__all__ = [
    "CUES",
    "PROSE_BLOCKS",
    "QUOTED",
    "SOURCES",
    "Cut",
    "CutBlocks",
    "Sentence",
    "cut_blocks",
    "cut_text",
    "preceding",
    "sentences",
]

_GAP = re.compile(r"\s\s+")
_ENDS_TEXT = tuple(SENTENCE_ENDS)


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
        """What is known of each word: bits of ``quote_packs``."""
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
        self.firsts = [match.end() for match in _BREAK.finditer(self.outline)]
        """Where the words of each block begin in the row; at last, where those of one more block would."""
        self._pack = pack
        self._blocks: dict[int, Cut] = {}

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word or sign stands anywhere, as written."""
        return Counter(self.words)

    @cached_property
    def spellings(self) -> frozenset[str]:
        """The words and signs that stand anywhere, as written."""
        return frozenset(self.words)

    def speaking(self) -> set[int]:
        """Return the numbers of the blocks in which speech may be: with a mark, a dash or a frame of reported speech.

        A typewriter mark inside a word, which opens nothing in scripts with blanks, does not count.
        """
        firsts = self.firsts
        found = _speech(self._pack.drops_that, bool(self._pack.according_after)).finditer(self.frames)
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


_NO_END = 1 << 30


class Sentence:
    """Some words of a ``Cut``: rows of their spelling, bits, frames and places."""

    __slots__ = ("_cased", "_cut", "_first", "_mask", "bits", "frames", "pack", "starts", "words")

    def __init__(self, own: Cut, first: int, last: int, pack: QuotePack) -> None:
        self.pack = pack
        """The language pack that its words were looked up in, and by which it is read."""
        self._cut = own
        self._first = first
        self.words = own.words[first:last]
        """As written; a quotation with its marks."""
        self.bits = own.bits[first:last]
        """What is known of each: bits of ``quote_packs``; negative for signs, ``QUOTED`` for a quotation."""
        self.frames = own.frames[first:last]
        """What of it makes a frame of speech, in one byte each."""
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

    def folds(self, at: int, count: int) -> tuple[str, ...]:
        """Return the case-folded words from *at* on, at most *count*, up to a quotation."""
        quoted = self.frames.find(OUTLINE_QUOTED, at, at + count)
        return tuple(map(FOLDS.__getitem__, self.words[at : quoted if quoted >= 0 else at + count]))

    def places(self, pattern: re.Pattern[bytes], start: int = 0, end: int = _NO_END) -> list[int]:
        """Return the words of ``[start, end)`` where *pattern* is found in the frames."""
        return [match.start() for match in pattern.finditer(self.frames, start, end)]

    def quotations(self) -> list[tuple[int, int]]:
        """Return each word that stands for a quotation, with the number of that."""
        if OUTLINE_QUOTED not in self.frames:
            return []
        quotes, first = self._cut.quotes, self._first
        number = bisect_left(quotes, first)
        end = bisect_left(quotes, first + len(self.words), number)
        return [(quotes[k] - first, k) for k in range(number, end)]


def preceding(own: Cut, first: int, floor: int, pack: QuotePack) -> Sentence | None:
    """Return the sentence that ends before word *first*, if it begins at *floor* or behind a sentence's end."""
    begun = max(floor, first - _LOOKED_BACK)
    for match in reversed(list(_STOP.finditer(own.frames, begun, first))):
        if _breaks_after(own, match.start(), pack):
            begun = match.end()
            break
    return Sentence(own, begun, first, pack) if first - _LOOKED_BACK < begun < first else None


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
    """Say whether a sentence ends with the quotation or the sign at *at* (of ``_END``), in whose frame it may end."""
    bits, words = own.bits, own.words
    if bits[at] == QUOTED:
        return _closes(own, at, pack)
    after = own.frames[at + 1]
    if after == OUTLINE_QUOTED:
        if own.starts[at + 1] == own.starts[at] + 1:
            return False
    elif not after & FRAME_CAPITAL and is_small(words[at + 1][:1]):
        return False
    before = bits[at - 1] if at and words[at] == "." else -1
    return before < 0 or before == QUOTED or not abbreviates(words[at - 1], before, pack)


def _closes(own: Cut, at: int, pack: QuotePack) -> bool:
    """Say whether a sentence ends with the quotation at *at*, behind which some word or sign follows."""
    body, after = own.words[at].rstrip(CLOSING_MARKS), own.bits[at + 1]
    if not body.endswith(_ENDS_TEXT):
        return False
    if after & QUOTED:
        return True
    if after < 0 or not after & CAPITAL:
        return False
    if pack.nouns_capitalised and not after & NAME:
        return True  # No noun: a capital that begins a sentence.
    if body[-1] in FULL_STOPS:
        return True
    return not (pack.nouns_capitalised or after & KNOWN or _asks(own, at + 1))


CUES = re.compile(outline_class(FRAME_CUE))
"""Words that are cues or begin one, in the frames."""
SOURCES = re.compile(outline_class(FRAME_SOURCE))
"""Words that begin a source, in the frames."""
_BREAK = re.compile(b"\\x%02x" % OUTLINE_BREAK)
_STOPS = b"[\\x%02x\\x%02x](?=[\\x00-\\x7f\\x%02x])" % (OUTLINE_STOP, OUTLINE_END, OUTLINE_QUOTED)
_STOP = re.compile(_STOPS)
"""A sign that may end a sentence before its text does: a word or a quotation follows."""
_END = re.compile(
    b"(?P<surely>\\x%02x(?=%s))|%s|\\x%02x(?=.)" % (OUTLINE_END, outline_class(FRAME_CAPITAL), _STOPS, OUTLINE_QUOTED),
    re.DOTALL,
)
"""Where a sentence may end before its text does, or *surely* ends."""
_STEP = re.compile(outline_class(FRAME_CUE | FRAME_SOURCE, signs=(OUTLINE_STOP, OUTLINE_END, OUTLINE_QUOTED)))
"""Where a sentence that is too long is cut."""
_LONGEST_CUE = 5
_REACH = 6
"""A reported clause begins so many words after its cue at the latest."""
_TAIL = 9
"""A frame that closes a sentence has at most so many words after its cue, where that stands right after the comma, …"""
_SHORT_TAIL = 4
"""… or so many, where it does not."""
_COMMA = outline_class(0, signs=(OUTLINE_COMMA,))


def _cues(behind: Callable[[int], bytes]) -> bytes:
    """Return the expression for what follows on the byte of a cue; *behind* gives it for the most words of a cue."""
    plain, longer = outline_class(FRAME_CUE, but=FRAME_PHRASE), outline_class(FRAME_PHRASE)
    cue = outline_class(FRAME_CUE)
    return b"(?<=%s)(?=%s)|(?<=%s)(?<=%s)(?=%s)" % (plain, behind(1), cue, longer, behind(_LONGEST_CUE))


def _begins(words: int, drops_that: bool) -> bytes:
    """Return the expression for a reported clause close behind a cue of at most so many *words*."""
    inside = b"[^\\x%02x]" % OUTLINE_BREAK
    begins = b"%s{0,%d}%s" % (inside, words + _REACH - 2, outline_class(FRAME_REPORTED))
    return begins + b"|%s{0,%d}%s" % (inside, words - 1, outline_class(FRAME_SUBJECT)) if drops_that else begins


def _ends(words: int, inside: bytes, end: bytes) -> bytes:
    """Return the expression for the *end* of a sentence close behind a cue of at most so many *words*."""
    return b"%s{0,%d}%s|(?<=%s.)%s{0,%d}%s" % (inside, words + _SHORT_TAIL, end, _COMMA, inside, words + _TAIL, end)


@cache
def _speech(drops_that: bool, according_after: bool) -> re.Pattern[bytes]:
    """Return what is found once in the frames of each block in which speech may be, with the rest of the block.

    A mark, a cue with a reported clause close behind it or close to the end of its sentence, or a source: where it can
    only stand before who it is, at the beginning of a sentence.  ``_may_report`` says it of one sentence exactly.
    """
    ends = b"[\\x%02x\\x%02x\\x%02x]" % (OUTLINE_STOP, OUTLINE_END, OUTLINE_BREAK)
    source = b"(?<=%s)" % outline_class(FRAME_SOURCE)
    if not according_after:
        source += b"(?<=%s.)" % ends
    words = ends.replace(b"[", b"[^")
    cues = _cues(lambda longest: _begins(longest, drops_that) + b"|" + _ends(longest, words, ends))
    # The word or mark stands before all alternatives: a search runs from one to the next.
    return re.compile(
        b"%s(?:(?<=\\x%02x)|%s|%s)[^\\x%02x]*"
        % (outline_class(FRAME_CUE | FRAME_SOURCE, signs=(OUTLINE_MARK,)), OUTLINE_MARK, source, cues, OUTLINE_BREAK),
        re.DOTALL,
    )


@cache
def _reported_clause(drops_that: bool) -> re.Pattern[bytes]:
    """Return what is found in the frames of a sentence in which a reported clause may begin close behind a cue."""
    behind = _cues(lambda longest: _begins(longest, drops_that))
    return re.compile(b"%s(?:%s)" % (outline_class(FRAME_CUE), behind), re.DOTALL)


_CLOSING_FRAME = re.compile(
    b"%s(?:%s)" % (outline_class(FRAME_CUE), _cues(lambda longest: _ends(longest, b".", b"\\Z"))), re.DOTALL
)
"""A cue close to the end of its sentence."""


def _may_report(own: Cut, first: int, last: int, pack: QuotePack) -> bool:
    """Say whether a sentence without quotations can hold reported speech (``reported`` reads it, this is cheaper)."""
    frames = own.frames
    if SOURCES.match(frames, first):
        return True
    if pack.according_after and SOURCES.search(frames, first, min(last, first + _OPENING)):
        return True
    if _reported_clause(pack.drops_that).search(frames, first, last):
        return True
    comma = frames.find(OUTLINE_COMMA, first + _FEWEST, last)
    return comma >= 0 and _CLOSING_FRAME.search(frames, comma + 1, last) is not None


_OPENING = 8
"""Words at the head of a sentence among which a source stands."""
_FEWEST = 3
"""Words of a clause before the comma of the frame that closes its sentence."""
_LONGEST = 300
"""A sentence ends after so many words at the latest, a quotation counted as one: frames look through all of it."""


def sentences(own: Cut, pack: QuotePack) -> list[Sentence]:
    """Return the sentences of *own* that hold a quotation or may hold reported speech, in order."""
    find = own.frames.find
    return [
        Sentence(own, begun, end, pack)
        for begun, end in pairwise((0, *_sentence_ends(own, pack)))
        if find(OUTLINE_QUOTED, begun, end) >= 0 or _may_report(own, begun, end, pack)
    ]


def _sentence_ends(own: Cut, pack: QuotePack) -> list[int]:
    """Return where each sentence of *own* ends, exclusive."""
    last = len(own.bits)
    found = _END.finditer(own.frames)
    ends = [match.end() for match in found if match.lastgroup or _breaks_after(own, match.start(), pack)]
    ends.append(last)
    if last <= _LONGEST:
        return ends
    parted: list[int] = []
    begun = 0
    for end in ends:
        while end - begun > _LONGEST and (step := _STEP.search(own.frames, begun + _LONGEST, end)) is not None:
            begun = step.start()
            parted.append(begun)
        parted.append(end)
        begun = end
    return parted
