# SPDX-License-Identifier: Apache-2.0
"""Say by which word of speech and to whom words are attributed.

Comes in: a sentence, in which a quotation is one word, with ranges of words in it.  Goes out: how many words make a cue
(``phrase_cue``), and the ``Attribution``, in offsets of the block's text.
"""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

from docforge.detect.sentences import Sentence
from docforge.detect.word_bits import (
    DETERMINER,
    FRAME_BESIDE,
    FRAME_CUE,
    FRAME_PHRASE,
    OUTLINE_SIGN,
    PHRASE,
    outline_class,
)

__all__ = ["LONGEST_FRAME", "VERBS", "VERBS_AND_SIGNS", "Attribution", "Phrase", "attribution", "phrase_cue"]

Phrase: TypeAlias = tuple[int, int]
"""A range of a sentence's words, one or more, the end exclusive."""

LONGEST_FRAME = 18
"""Words of a frame of speech that stands by itself, at the head of a sentence or behind a quotation."""
_MAY_ATTRIBUTE = FRAME_CUE | FRAME_BESIDE | FRAME_PHRASE
VERBS = re.compile(outline_class(_MAY_ATTRIBUTE))
"""Words that may be a cue of any kind, or begin one."""
VERBS_AND_SIGNS = re.compile(outline_class(_MAY_ATTRIBUTE, signs=(OUTLINE_SIGN,)))
"""The same, and the signs among which are those that part clauses."""


class Attribution(NamedTuple):
    """Who and by which word; offsets in the block, ends exclusive; -1 for none."""

    rule: str
    cue_start: int
    cue_end: int
    start: int = -1
    end: int = -1
    strength: int = 2
    """3: mark and cue touch; 2: same clause; 1: same sentence."""

    @property
    def has_speaker(self) -> bool:
        """Say whether a noun phrase was found."""
        return self.end > self.start >= 0


def attribution(rule: str, sentence: Sentence, cue: Phrase, phrase: Phrase | None, strength: int = 2) -> Attribution:
    """Return the attribution to the noun *phrase*, None for nobody, by the words of *cue*."""
    starts = sentence.starts
    start, end = (-1, -1) if phrase is None else (starts[phrase[0]], sentence.end(phrase[1] - 1))
    return Attribution(rule, starts[cue[0]], sentence.end(cue[1] - 1), start, end, strength)


def phrase_cue(sentence: Sentence, at: int, bits: int) -> int:
    """Return how many words from *at* make a cue phrase with one of *bits*; 0 when none."""
    own = sentence.bits[at]
    if not own & (bits | PHRASE):
        return 0
    if at and sentence.bits[at - 1] & DETERMINER:
        articles = sentence.pack.articles
        if articles and sentence.fold(at - 1) in articles:
            return 0
    if own & PHRASE:
        phrases = sentence.pack.phrases[sentence.fold(at)]
        ahead = sentence.folds(at, len(phrases[0][0]))
        for words, bit in phrases:
            if bit & bits and ahead[: len(words)] == words:
                return len(words)
    return 1 if own & bits else 0
