# SPDX-License-Identifier: Apache-2.0
"""Find the frame of speech around a quotation: who is said to have spoken it, by which word.

Comes in: one sentence, in which a quotation is one word.  Goes out: an ``Attribution`` (noun phrase and cue as offsets
in the block) or None.  Knows nothing of persons behind the phrase (``coreference``) and of what kind of quotation it is
(``kinds``).
"""

from __future__ import annotations

import itertools

from docforge.detect.quotation_marks import CLOSING_MARKS
from docforge.detect.quote_packs import (
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
from docforge.detect.speech.attribution import VERBS, Attribution, attribution, phrase_cue
from docforge.detect.speech.frames_after import attribute_after, skip_signs
from docforge.detect.speech.frames_before import attribute_before, subject_around
from docforge.detect.speech.noun_phrases import noun_phrase, sound
from docforge.detect.speech.sources import according, as_said
from docforge.detect.words import Sentence

__all__ = ["attribute"]


def attribute(sentence: Sentence, at: int) -> Attribution | None:
    """Return who is said to have spoken the quotation token at *at* in this sentence, or None."""
    found = attribute_after(sentence, at)
    if (
        found is not None
        and 0 < at < len(sentence.bits) - 1
        and sentence.words[at - 1] in ":："
        and sentence.bits[at + 1] >= 0
    ):
        # After a colon and with nothing between it and the next words, the quotation belongs to what comes before.
        comma = sentence.words[at].rstrip(CLOSING_MARKS)[-1:] == ","
        ahead = None if comma else attribute_before(sentence, at)
        found = ahead if ahead is not None and ahead.strength == 3 and ahead.has_speaker else found
    if found is None or not found.has_speaker:
        ahead = attribute_before(sentence, at)
        if found is None or (ahead is not None and ahead.has_speaker and ahead.strength == 3):
            found = ahead
    if found is None or found.strength < 3:
        source = as_said(sentence, at) or according(sentence, at)
        # A source named between the cue and the words is nearer to them.
        if source is not None and (found is None or found.cue_start < source.cue_start < sentence.starts[at]):
            return source
    return found or _loose_after(sentence, at)


def _loose_after(sentence: Sentence, at: int) -> Attribution | None:
    """A cue elsewhere in the sentence: the quotation is a fragment of what is reported."""
    pack = sentence.pack
    frame = _trailing_frame(sentence, at)
    if frame is not None:
        return frame
    wanted = CUE | FRAGMENT
    begin = skip_signs(sentence, at + 1)
    relative = begin < len(sentence.bits) and sentence.fold(begin) in pack.relatives
    if (
        begin < len(sentence.bits)
        and sentence.bits[begin] == QUOTED
        and sentence.words[at].rstrip(CLOSING_MARKS)[-1:] in ".!?…"
    ):
        relative = True  # A whole statement, and one that answers it: what follows is of the answer.
    before = reversed(sentence.places(VERBS, max(0, at - 44), at))
    for k in itertools.chain(before, () if relative else sentence.places(VERBS, at + 1, at + 30)):
        length = phrase_cue(sentence, k, wanted)
        if not length or (sentence.bits[k] & CAPITAL and pack.nouns_capitalised and k):
            continue
        if not phrase_cue(sentence, k, CUE) and _is_parted(sentence, k, at):
            continue  # A verb that judges does so in its own clause.
        phrase = subject_around(sentence, k, length, 0, len(sentence.bits))
        return attribution("reported", sentence, (k, k + length), phrase, 1)
    if pack.moody and sentence.mask & MOOD:
        for k, bits in enumerate(sentence.bits):
            if k > at and bits & THAT:
                break  # The mood of a clause that begins behind the quotation says nothing of it.
            if bits > 0 and bits & MOOD:
                return attribution("mood", sentence, (k, k + 1), (0, 0), 2)
    return None


def _trailing_frame(sentence: Sentence, at: int) -> Attribution | None:
    """``It was due to "a fault", said Ann Lee.``: the frame that closes the sentence speaks for the whole of it."""
    last = len(sentence.bits) - 1
    comma = sentence.frames.rfind(OUTLINE_COMMA, at + 1)
    if comma < 0 or comma + 2 > last or OUTLINE_QUOTED in sentence.frames[comma:]:
        return None
    length = phrase_cue(sentence, comma + 1, CUE | ADJACENT)
    if not length:
        return None
    phrase = sound(sentence, noun_phrase(sentence, comma + 1 + length))
    if phrase[1] <= phrase[0] or phrase[1] < last - 1:
        return None
    return attribution("reported", sentence, (comma + 1, comma + 1 + length), phrase, 2)


def _is_parted(sentence: Sentence, verb: int, at: int) -> bool:
    """Say whether the quotation at *at* stands in another clause than the verb."""
    if verb > at:
        return any(b < 0 for b in sentence.bits[at + 1 : verb])
    own = sentence.bits[verb:at]
    return any(b < 0 and after > 0 and after & THAT for b, after in itertools.pairwise(own)) or any(
        b < 0 and word in ";:" for b, word in zip(own[:-1], sentence.words[verb:at], strict=False)
    )
