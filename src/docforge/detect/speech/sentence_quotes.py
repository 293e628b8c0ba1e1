# SPDX-License-Identifier: Apache-2.0
"""Read the quotations of one sentence: the kind and the attribution of each, and which of them belong together.

Comes in: a sentence with its quotations as pairs.  Goes out: ``Draft`` values in order, with the speakers that the
sentence itself names.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence

from docforge.detect.quotation_marks import Pair
from docforge.detect.sentences import Sentence
from docforge.detect.speech import frames
from docforge.detect.speech.drafts import Draft, Drafts
from docforge.detect.speech.kinds import Look, kind_of
from docforge.detect.word_bits import JOIN, STOP, THAT
from docforge.model import QuoteKind

__all__ = ["SentenceReader"]

_SINGLE = frozenset("'‘‚")
_DOUBLE = '"“„«»'
_FEW = 3
"""Words in single marks that are a name or meant with reserve; more are said by somebody."""
_LOOKED_THROUGH = 100_000
"""Characters of an article in which marked words are looked for again."""


class SentenceReader:
    """Reads the quotations of one article, sentence by sentence."""

    def __init__(self, text: str, drafts: Drafts) -> None:
        self._text = text
        self._drafts = drafts
        self._returning: dict[str, bool] = {}
        """Marked words -> whether they stand in the article more than once."""
        self._doubled: bool | None = None
        """Whether the article has double marks; None for not looked."""

    def read(self, index: int, text: str, sentence: Sentence, pairs: Sequence[Pair], running: bool) -> list[Draft]:
        """Return the quotations of a sentence of block *index*, whose text is *text*; *running* as in ``Look``."""
        places = sentence.quotations()
        if not places:
            return []
        made: list[Draft] = []
        for k, number in places:
            pair = pairs[number]
            said = frames.attribute(sentence, k)
            kind, reason = kind_of(Look(text, sentence, k, pair, said, running))
            if kind is QuoteKind.MIXED and self._returns(sentence.words[k]):
                kind, reason = QuoteKind.MENTION, "the same marked words return"
            elif kind is QuoteKind.MIXED and pair.mark in _SINGLE and self._is_aside(sentence.words[k]):
                kind, reason = QuoteKind.MENTION, "single marks where speech has double ones"
            if kind is QuoteKind.MENTION or (said is not None and said.strength < 2 and not said.has_speaker):
                said = None
            made.append(Draft(kind, index, pair, said, index, reason))
        if len(made) > 1:
            _name_speakers(made)
            _level_rows(made, [k for k, _ in places], sentence)
            self._share(made, text)
        return _merge_mixed(made, sentence) if [d for d in made if d.kind is QuoteKind.MIXED] else made

    def _returns(self, words: str) -> bool:
        """Say whether the marked *words* stand in the article more than once."""
        known = self._returning.get(words)
        if known is None:
            known = self._returning[words] = self._text.count(words, 0, _LOOKED_THROUGH) > 1
        return known

    def _is_aside(self, words: str) -> bool:
        """Say whether a few *words* in single marks stand in an article that gives speech double ones."""
        if self._doubled is None:
            self._doubled = any(self._text.count(mark, 0, _LOOKED_THROUGH) > 1 for mark in _DOUBLE)
        return self._doubled and words.count(" ") < _FEW

    def _share(self, made: list[Draft], text: str) -> None:
        """Quotations of one sentence that one cue splits belong together."""
        for first, second in itertools.pairwise(made):
            if first.said is not None and first.said.has_speaker and second.said is not None:
                if not second.said.has_speaker and first.said.end < second.said.cue_start < second.pair.start:
                    # "Ann Lee said ... and added ...": the second verb has the subject of the first.
                    second.said = second.said._replace(start=first.said.start, end=first.said.end)
            if _goes_on(first, second, text):
                second.kind, second.reason = QuoteKind.DIRECT, "the quotation goes on after its cue"
            if first.kind is not QuoteKind.DIRECT or second.kind is not QuoteKind.DIRECT or first.said is None:
                continue
            same = second.said is not None and second.said.cue_start == first.said.cue_start
            if second.said is None or same or second.said.strength < 3:
                second.said = first.said
                self._drafts.join(first, second)


def _name_speakers(made: list[Draft]) -> None:
    """A name in marks that another quotation of the sentence has for its speaker is no speech itself."""
    speakers_of = [draft.said for draft in made if draft.said is not None and draft.said.has_speaker]
    for draft in made:
        if any(said.start <= draft.pair.start and draft.pair.end <= said.end for said in speakers_of):
            draft.kind, draft.reason, draft.said = QuoteKind.MENTION, "the name of who speaks", None


def _level_rows(made: list[Draft], places: Sequence[int], sentence: Sentence) -> None:
    """Of several in a row (``the songs "A", "B" and "C"``) all are what the first is, if that is a name or title.

    And all are what the last is, if a cue behind it tells who says so (``"dull", "late", cried the crowd``).
    """
    row = list(itertools.pairwise(zip(made, places, strict=True)))
    for (first, at), (second, after) in row:
        if first.kind is QuoteKind.MENTION and second.kind is not QuoteKind.MENTION and second.reason != "attributed":
            if first.reason.startswith(("after ", "title case", "in a row")) and _is_row(sentence, at, after):
                second.kind, second.reason, second.said = QuoteKind.MENTION, "in a row of marked words", None
    for (first, at), (second, after) in reversed(row):
        said = second.said
        if first.reason == "a few marked words" and said is not None and said.has_speaker:
            if said.cue_start >= second.pair.end and _is_row(sentence, at, after):
                first.kind, first.reason, first.said = second.kind, "in a row of what is said", said


def _is_row(sentence: Sentence, at: int, after: int) -> bool:
    """Say whether no more than a comma and a small word (and, or) stand between two quotations."""
    between = sentence.bits[at + 1 : after]
    if not 1 <= len(between) <= 2 or any(b & THAT or (b > 0 and not b & (STOP | JOIN)) for b in between):
        return False
    return len(between) == 1 or any(word in ",،" for word in sentence.words[at + 1 : after])


def _goes_on(first: Draft, second: Draft, text: str) -> bool:
    """Say whether nothing but a cue and who speaks stands between direct speech and the words after it."""
    said = first.said
    if first.kind is not QuoteKind.DIRECT or second.kind is not QuoteKind.MIXED or said is None or said.strength < 3:
        return False
    if not first.pair.end <= said.cue_start < second.pair.start:
        return False
    between = text[max(said.cue_end, said.end) : second.pair.start]
    return not any(c.isalnum() for c in between)


def _merge_mixed(made: list[Draft], sentence: Sentence) -> list[Draft]:
    """Make one mixed quotation of the fragments that one cue reports."""
    out: list[Draft] = []
    for draft in made:
        if draft.kind is not QuoteKind.MIXED:
            out.append(draft)
            continue
        head = next((d for d in out if d.kind is QuoteKind.MIXED and _same_cue(d, draft)), None)
        if head is not None and not any(d.kind is not QuoteKind.MIXED and d.pair.start > head.pair.start for d in out):
            head.parts.append(draft.pair)
            continue
        draft.parts = [draft.pair]
        out.append(draft)
    floor = 0
    for k, draft in enumerate(out):
        if draft.kind is QuoteKind.MIXED:
            ceiling = out[k + 1].pair.start if k + 1 < len(out) else 1 << 60
            draft.clause = _clause(draft, sentence, floor, ceiling)
        floor = draft.clause[1] if draft.clause else draft.pair.end
    return out


def _same_cue(first: Draft, second: Draft) -> bool:
    if first.said is None or second.said is None:
        return first.said is second.said
    return first.said.cue_start == second.said.cue_start


def _clause(draft: Draft, sentence: Sentence, floor: int, ceiling: int) -> tuple[int, int]:
    """Return the reported clause around the fragments, inside ``[floor, ceiling)``."""
    first, last, said = draft.parts[0], draft.parts[-1], draft.said
    start, end = first.start, last.end
    if said is None:
        return start, end
    bits, starts = sentence.bits, sentence.starts
    head, tail = bisect_left(starts, floor), bisect_left(starts, ceiling)
    while head < tail and bits[head] < 0:
        head += 1
    while head < tail and (bits[tail - 1] < 0 or sentence.end(tail - 1) > ceiling):
        tail -= 1
    if head == tail:
        return start, end
    edge = max(said.cue_end, said.end)
    if edge <= start:
        if end < sentence.end(tail - 1) < ceiling:
            end = sentence.end(tail - 1)
        head = max(head, bisect_left(starts, edge))
        while head < tail and (bits[head] < 0 or bits[head] & THAT):
            head += 1
        if head < tail and starts[head] <= start:
            start = starts[head]
    elif start <= min(said.cue_start, said.start if said.start >= 0 else said.cue_start):
        start = min(start, starts[head])
    return start, end
