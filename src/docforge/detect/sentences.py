# SPDX-License-Identifier: Apache-2.0
"""Part the words of a block into sentences, and keep those in which speech may be.

Comes in: a ``Cut``, in which a quotation is one word, and its language pack.  Goes out: ``Sentence`` values.  Linear in
the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import reduce
from itertools import pairwise
from operator import or_

from docforge.detect.quotation_marks import CLOSING_MARKS
from docforge.detect.quote_packs import FOLDS, QuotePack, abbreviates
from docforge.detect.speaking import may_report
from docforge.detect.word_bits import (
    ADJACENT,
    CAPITAL,
    CUE,
    FRAME_CAPITAL,
    FRAME_CUE,
    FRAME_SOURCE,
    KNOWN,
    NAME,
    OUTLINE_END,
    OUTLINE_QUOTED,
    OUTLINE_STOP,
    QUOTED,
    outline_class,
)
from docforge.detect.words import Cut
from docforge.patterns import FULL_STOPS, SENTENCE_ENDS, is_small

__all__ = ["Sentence", "preceding", "sentences"]

_ENDS_TEXT = tuple(SENTENCE_ENDS)
_NO_END = 1 << 30
_LONGEST = 300
"""A sentence ends after so many words at the latest, a quotation counted as one: frames look through all of it."""
_LOOKED_BACK = 80
"""Words of a sentence that is looked for from its end."""
_LONGEST_NAME = 4
"""Words of a name between a question and the verb that asks it."""
_FOLLOWED = b"(?=[\\x00-\\x7f\\x%02x])" % OUTLINE_QUOTED
_STOP = re.compile(b"[\\x%02x\\x%02x]%s" % (OUTLINE_STOP, OUTLINE_END, _FOLLOWED))
"""A sign that may end a sentence before its text does: a word or a quotation follows."""
_END = re.compile(
    # The sign or quotation stands before all alternatives: a search runs from one to the next.
    b"[\\x%02x\\x%02x\\x%02x](?:(?<=\\x%02x)(?=%s)(?P<surely>)|(?<!\\x%02x)%s|(?<=\\x%02x)(?=.))"
    % (
        OUTLINE_STOP, OUTLINE_END, OUTLINE_QUOTED,
        OUTLINE_END, outline_class(FRAME_CAPITAL), OUTLINE_QUOTED, _FOLLOWED, OUTLINE_QUOTED,
    ), re.DOTALL,
)  # fmt: skip
"""Where a sentence may end before its text does, or *surely* ends."""
_STEP = re.compile(outline_class(FRAME_CUE | FRAME_SOURCE, signs=(OUTLINE_STOP, OUTLINE_END, OUTLINE_QUOTED)))
"""Where a sentence that is too long is cut."""


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
        """What is known of each: ``word_bits``; negative for signs, ``QUOTED`` for a quotation."""
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


def sentences(own: Cut, pack: QuotePack) -> list[Sentence]:
    """Return the sentences of *own* that hold a quotation or may hold reported speech, in order."""
    find = own.frames.find
    return [
        Sentence(own, begun, end, pack)
        for begun, end in pairwise((0, *_sentence_ends(own, pack)))
        if find(OUTLINE_QUOTED, begun, end) >= 0 or may_report(own, begun, end, pack)
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


def preceding(own: Cut, first: int, floor: int, pack: QuotePack) -> Sentence | None:
    """Return the sentence that ends before word *first*, if it begins at *floor* or behind a sentence's end."""
    begun = max(floor, first - _LOOKED_BACK)
    for match in reversed(list(_STOP.finditer(own.frames, begun, first))):
        if _breaks_after(own, match.start(), pack):
            begun = match.end()
            break
    return Sentence(own, begun, first, pack) if first - _LOOKED_BACK < begun < first else None


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
    if not after & CAPITAL:
        return False
    if pack.nouns_capitalised and not after & NAME:
        return True  # No noun: a capital that begins a sentence.
    if body[-1] in FULL_STOPS:
        return True
    return not (pack.nouns_capitalised or after & KNOWN or _asks(own, at + 1))


def _asks(own: Cut, at: int) -> bool:
    """``"Who pays?" Ann Lee asked.``: say whether a name and then a verb of speech begin at *at*."""
    bits, end = own.bits, at
    while end < min(len(bits), at + _LONGEST_NAME) and bits[end] & NAME:
        end += 1
    verb = bits[end] if at < end < len(bits) else 0
    return verb & (CUE | ADJACENT) > 0 and not verb & CAPITAL
