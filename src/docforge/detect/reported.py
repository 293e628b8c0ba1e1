# SPDX-License-Identifier: Apache-2.0
"""Find speech that is reported without marks: "Tokayev stressed that …", "…, the minister said".

Comes in: one sentence without quotations, as tokens.  Goes out: who, and the range of what is reported.
Cautious: a sentence counts only when its cue has a subject and a clause.
"""

from __future__ import annotations

from docforge.detect.quote_packs import (
    CUE,
    CUE_PHRASE,
    DETERMINER,
    END,
    NAME,
    PRONOUN,
    REPORTED,
    SOURCE,
    STOP,
    QuotePack,
)
from docforge.detect.speakers import Attribution, is_role, phrase_cue, subject_before
from docforge.detect.words import Token

__all__ = ["reported_speech"]

_MIN_WORDS = 3
_SHORT = 5


def reported_speech(sentence: list[Token], pack: QuotePack) -> tuple[Attribution, int, int] | None:
    """Return the attribution of a reported clause and its range in the block, or None."""
    cues = [k for k, token in enumerate(sentence) if token.bits & (CUE | CUE_PHRASE)]
    for k in cues:
        if sentence[k].is_capital and pack.nouns_capitalised and k:
            continue
        length = phrase_cue(sentence, k, pack, CUE)
        if not length:
            continue
        found = _that_clause(sentence, k, length, pack) or _trailing(sentence, k, length, pack)
        if found is not None:
            return found
    return _source_first(sentence, pack) or _source_then_word(sentence, pack)


def _fits(sentence: list[Token], phrase: tuple[int, int], pack: QuotePack) -> bool:
    if phrase[1] <= phrase[0]:
        return False
    head = sentence[phrase[0] : phrase[1]]
    if len(head) <= _SHORT and not any(t.text[:1].isupper() or t.text[:1].islower() for t in head):
        return True  # a script without capitals
    return any(t.is_capital or t.bits & (PRONOUN | DETERMINER) or is_role(t, pack) for t in head)


def _that_clause(sentence: list[Token], cue: int, length: int, pack: QuotePack) -> tuple[Attribution, int, int] | None:
    """``NP cue[,] that …``; also without "that" where the language drops it (``cue`` + pronoun or determiner)."""
    at = cue + length
    limit = min(len(sentence), at + 6)
    while at < limit and not (sentence[at].bits > 0 and sentence[at].bits & REPORTED):
        at += 1
    if at >= limit:
        at = cue + length
        after = sentence[at] if at < len(sentence) else None
        if after is None or after.bits <= 0 or not after.bits & (PRONOUN | DETERMINER) or not pack.drops_that:
            return None
        at -= 1
    if len(sentence) - at - 1 < _MIN_WORDS:
        return None
    phrase = subject_before(sentence, cue, 0, pack)
    if not _fits(sentence, phrase, pack):
        # The verb comes first: وأكد الرئيس أن …
        phrase = (cue + length, at)
        if not _fits(sentence, phrase, pack) or any(t.bits < 0 for t in sentence[phrase[0] : phrase[1]]):
            return None
        if cue and sentence[0].text[:1].isupper():
            return None
    end = _last(sentence)
    said = Attribution(
        "reported", sentence[cue].start, sentence[cue + length - 1].end,
        sentence[phrase[0]].start, sentence[phrase[1] - 1].end, 2,
    )  # fmt: skip
    start = sentence[at + 1].start
    return (said, start, end) if end > start else None


def _trailing(sentence: list[Token], cue: int, length: int, pack: QuotePack) -> tuple[Attribution, int, int] | None:
    """``Clause, NP cue.`` and ``Clause, cue NP.``."""
    comma = next((k for k in range(cue - 1, -1, -1) if sentence[k].bits < 0 and sentence[k].text in ",،"), None)
    if comma is None or comma < _MIN_WORDS:
        return None
    tail = len(sentence) - (cue + length)
    if tail > 9:
        return None
    if cue == comma + 1:
        from docforge.detect.speakers import _forward

        phrase = _forward(sentence, cue + length, pack)
    elif tail <= 4:
        phrase = subject_before(sentence, cue, comma + 1, pack)
        if phrase[0] > comma + 1 and sentence[comma + 1].bits & STOP:
            return None
    else:
        return None
    if not _fits(sentence, phrase, pack):
        return None
    said = Attribution(
        "reported", sentence[cue].start, sentence[cue + length - 1].end,
        sentence[phrase[0]].start, sentence[phrase[1] - 1].end, 2,
    )  # fmt: skip
    return said, sentence[0].start, sentence[comma - 1].end


def _source_first(sentence: list[Token], pack: QuotePack) -> tuple[Attribution, int, int] | None:
    """``According to NP, clause``."""
    if not sentence[0].bits & SOURCE:
        return None
    for words in pack.according:
        if len(sentence) > len(words) + _MIN_WORDS and all(sentence[k].fold == word for k, word in enumerate(words)):
            from docforge.detect.speakers import _forward

            phrase = _forward(sentence, len(words), pack)
            closed = phrase[1] > phrase[0] and phrase[1] < len(sentence) and sentence[phrase[1]].text in ",،"
            if not closed and not _fits(sentence, phrase, pack):
                return None
            if (
                sentence[phrase[1]].text != ","
                and phrase[1] - phrase[0] > 4
                and not _named(sentence[phrase[0] : phrase[1]])
            ):
                return None  # Where the source ends and the clause begins cannot be told.
            rest = next((k for k in range(phrase[1], len(sentence)) if sentence[k].bits >= 0), None)
            comma = next((k for k in range(phrase[1], len(sentence)) if sentence[k].text in ",،"), None)
            rest = comma + 1 if comma is not None and comma + _MIN_WORDS < len(sentence) else rest
            if rest is None or len(sentence) - rest < _MIN_WORDS:
                return None
            said = Attribution(
                "according", sentence[0].start, sentence[len(words) - 1].end,
                sentence[phrase[0]].start, sentence[phrase[1] - 1].end, 2,
            )  # fmt: skip
            return said, sentence[rest].start, _last(sentence)
    return None


def _named(phrase: list[Token]) -> bool:
    return any(t.bits & NAME for t in phrase)


def _source_then_word(sentence: list[Token], pack: QuotePack) -> tuple[Attribution, int, int] | None:
    """``NP zufolge, clause`` and verb-final ``NP göre clause``: the word that makes it a source stands behind it."""
    if not pack.according_after:
        return None
    for k in range(1, min(len(sentence) - _MIN_WORDS, 8)):
        if sentence[k].fold in pack.according_after:
            rest = k + 2 if sentence[k + 1].text in ",،" else k + 1
            if any(t.bits < 0 for t in sentence[:k]) or len(sentence) - rest < _MIN_WORDS:
                return None
            said = Attribution(
                "according", sentence[k].start, sentence[k].end, sentence[0].start, sentence[k - 1].end, 2
            )  # fmt: skip
            return said, sentence[rest].start, _last(sentence)
    return None


def _last(sentence: list[Token]) -> int:
    """Return the end of the sentence without its full stop."""
    tail = sentence[-1]
    return sentence[-2].end if len(sentence) > 1 and tail.bits < 0 and tail.bits & END else tail.end
