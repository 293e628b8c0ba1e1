# SPDX-License-Identifier: Apache-2.0
"""Find the source that a sentence names for what it says: ``according to Ann Lee``, ``as the mayor said``.

Comes in: a sentence and the word that stands for the quotation.  Goes out: an ``Attribution`` or None.
"""

from __future__ import annotations

from docforge.detect.sentences import Sentence
from docforge.detect.speaking import SOURCES
from docforge.detect.speech.attribution import LONGEST_FRAME, Attribution, attribution, phrase_cue
from docforge.detect.speech.noun_phrases import noun_phrase, sound, sound_phrase, with_apposition
from docforge.detect.speech.subjects import subject_before
from docforge.detect.word_bits import (
    CAPITAL,
    CUE,
    DETERMINER,
    NAME,
    ORGANISATION,
    PRONOUN,
    REPORTED,
    ROLE_END,
    SOURCE,
    THAT,
)

__all__ = ["according", "as_said"]

_PERSONS = ROLE_END | PRONOUN
_NAMED = NAME | ORGANISATION | DETERMINER


def according(sentence: Sentence, at: int) -> Attribution | None:
    """``according to Ann Lee``, ``Ann Lee zufolge``: the nearest before the quotation, else the first after it."""
    pack = sentence.pack
    found = None
    for k in sentence.places(SOURCES):
        if found is not None and k > at:
            break
        fold = sentence.fold(k)
        inside = k > 0 and sentence.bits[k - 1] >= 0 and fold in pack.openings
        found = _source(sentence, k, _PERSONS if inside else _PERSONS | _NAMED) or found
        if k and fold in pack.according_after:
            phrase = subject_before(sentence, k, 0)
            if phrase:
                found = attribution("according", sentence, (k, k + 1), phrase)
    return found


def _source(sentence: Sentence, k: int, wanted: int) -> Attribution | None:
    """Return the source that ``according`` words at *k* name by a word with a bit of *wanted*."""
    phrases = sentence.pack.according.get(sentence.fold(k))
    if phrases is None:
        return None
    ahead = sentence.folds(k, len(phrases[0]))
    for words in phrases:
        if ahead[: len(words)] == words:
            phrase = noun_phrase(sentence, k + len(words))
            if phrase:
                phrase = with_apposition(sentence, phrase, len(sentence.bits))
                if any(b & wanted for b in sentence.bits[phrase[0] : phrase[1]]):
                    return attribution("according", sentence, (k, k + len(words)), phrase)
    return None


def as_said(sentence: Sentence, at: int) -> Attribution | None:
    """``As the mayor said on Monday, the bridge is "safe"``: the clause that opens the sentence is the source of it."""
    row, pack = sentence.bits, sentence.pack
    if not row[0] & SOURCE or sentence.fold(0) not in pack.as_said:
        return None
    comma = next((k for k in range(2, min(at, LONGEST_FRAME)) if sentence.words[k] in ",،"), 0)
    for cue in range(comma - 1, 0, -1):
        length = phrase_cue(sentence, cue, CUE)
        if not length or (row[cue] & CAPITAL and pack.nouns_capitalised):
            continue
        if any(bits & (THAT | REPORTED) for bits in row[cue + length : comma]):
            return None  # What is said stands in the clause itself.
        phrase = subject_before(sentence, cue, 1)
        phrase = (phrase and sound(sentence, phrase)) or sound_phrase(sentence, cue + length)
        if phrase and phrase[1] <= comma:
            wanted = _PERSONS | NAME | DETERMINER
            if not sentence.cased or any(b & wanted for b in row[phrase[0] : phrase[1]]):
                return attribution("according", sentence, (cue, cue + length), phrase)
    return None
