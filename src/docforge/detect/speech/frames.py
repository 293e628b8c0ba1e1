# SPDX-License-Identifier: Apache-2.0
"""Find the frame of speech around a quotation: who is said to have spoken it, by which word.

Comes in: one sentence, in which a quotation is one word.  Goes out: an ``Attribution`` (noun phrase and cue as offsets
in the block) or None.  Knows nothing of persons behind the phrase (``coreference``) and of what kind of quotation it is
(``kinds``).
"""

from __future__ import annotations

import itertools

from docforge.detect.quotation_marks import CLOSING_MARKS
from docforge.detect.sentences import Sentence
from docforge.detect.speech.attribution import VERBS, Attribution, attribution, phrase_cue
from docforge.detect.speech.frames_after import attribute_after, skip_signs
from docforge.detect.speech.frames_before import attribute_before
from docforge.detect.speech.noun_phrases import sound_phrase
from docforge.detect.speech.sources import according, as_said
from docforge.detect.speech.subjects import subject_around
from docforge.detect.word_bits import (
    ADJACENT,
    CAPITAL,
    CUE,
    FRAGMENT,
    MOOD,
    OUTLINE_COMMA,
    OUTLINE_QUOTED,
    QUOTED,
    THAT,
)

__all__ = ["attribute"]

_REACH_BEFORE = 44
"""Words before a quotation among which a verb elsewhere in its sentence reports it."""
_REACH_BEHIND = 30


def attribute(sentence: Sentence, at: int) -> Attribution | None:
    """Return who is said to have spoken the quotation that is word *at* of the sentence, or None."""
    found = attribute_after(sentence, at)
    if found is None or not found.has_speaker:
        before = attribute_before(sentence, at)
        if found is None or (before is not None and before.has_speaker and before.strength == 3):
            found = before
    elif _is_introduced(sentence, at):
        before = attribute_before(sentence, at)
        if before is not None and before.has_speaker and before.strength == 3:
            found = before
    if found is None or found.strength < 3:
        source = as_said(sentence, at) or according(sentence, at)
        # A source named between the cue and the words is nearer to them.
        if source is not None and (found is None or found.cue_start < source.cue_start < sentence.starts[at]):
            return source
    return found or _trailing_frame(sentence, at) or _elsewhere(sentence, at) or _in_mood(sentence, at)


def _is_introduced(sentence: Sentence, at: int) -> bool:
    """Say whether a quotation belongs to what stands before it: behind a colon, with no sign before the next words."""
    words = sentence.words
    if not 0 < at < len(words) - 1 or words[at - 1] not in ":：" or sentence.bits[at + 1] < 0:
        return False
    return words[at].rstrip(CLOSING_MARKS)[-1:] != ","


# -- the quotation is a fragment of what is reported


def _trailing_frame(sentence: Sentence, at: int) -> Attribution | None:
    """``It was due to "a fault", said Ann Lee.``: the frame that closes the sentence speaks for the whole of it."""
    last = len(sentence.bits) - 1
    comma = sentence.frames.rfind(OUTLINE_COMMA, at + 1)
    if comma < 0 or comma + 2 > last or OUTLINE_QUOTED in sentence.frames[comma:]:
        return None
    length = phrase_cue(sentence, comma + 1, CUE | ADJACENT)
    if not length:
        return None
    phrase = sound_phrase(sentence, comma + 1 + length)
    if phrase is None or phrase[1] < last - 1:
        return None
    return attribution("reported", sentence, (comma + 1, comma + 1 + length), phrase)


def _elsewhere(sentence: Sentence, at: int) -> Attribution | None:
    """``The "fault", the mayor said on Monday, was known.``: by a cue elsewhere in the sentence, the nearest before."""
    row, nouns_capitalised = sentence.bits, sentence.pack.nouns_capitalised
    places = sentence.places(VERBS, max(0, at - _REACH_BEFORE), at)
    places.reverse()
    if not _is_closed_behind(sentence, at):
        places += sentence.places(VERBS, at + 1, at + _REACH_BEHIND)
    for cue in places:
        length = phrase_cue(sentence, cue, CUE | FRAGMENT)
        if not length or (cue and row[cue] & CAPITAL and nouns_capitalised):
            continue
        if not phrase_cue(sentence, cue, CUE) and _is_parted(sentence, cue, at):
            continue  # A verb that judges does so in its own clause.
        phrase = subject_around(sentence, cue, length, 0, len(row))
        return attribution("reported", sentence, (cue, cue + length), phrase, 1)
    return None


def _is_closed_behind(sentence: Sentence, at: int) -> bool:
    """Say whether what follows a quotation is not of it: a relative clause, another statement that answers it."""
    begin = skip_signs(sentence, at + 1)
    if begin >= len(sentence.bits):
        return False
    if sentence.bits[begin] == QUOTED:
        return sentence.words[at].rstrip(CLOSING_MARKS)[-1:] in ".!?…"
    return sentence.fold(begin) in sentence.pack.relatives


def _is_parted(sentence: Sentence, verb: int, at: int) -> bool:
    """Say whether the quotation at *at* stands in another clause than the verb."""
    if verb > at:
        return any(b < 0 for b in sentence.bits[at + 1 : verb])
    own = sentence.bits[verb:at]
    return any(b < 0 and after & THAT for b, after in itertools.pairwise(own)) or any(
        b < 0 and word in ";:" for b, word in zip(own[:-1], sentence.words[verb:at], strict=False)
    )


def _in_mood(sentence: Sentence, at: int) -> Attribution | None:
    """``Die Brücke sei „morsch“.``: reported by the mood of its verb alone, of nobody named."""
    if not sentence.pack.moody or not sentence.mask & MOOD:
        return None
    for k, bits in enumerate(sentence.bits):
        if k > at and bits & THAT:
            break  # The mood of a clause that begins behind the quotation says nothing of it.
        if bits & MOOD:
            return attribution("mood", sentence, (k, k + 1), None)
    return None
