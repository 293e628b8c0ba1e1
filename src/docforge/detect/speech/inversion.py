# SPDX-License-Identifier: Apache-2.0
"""Find who speaks behind a cue: the subject behind its verb, a text or somebody cited, an agent.

Comes in: a sentence and the word of its cue.  Goes out: a range of words, empty for none.
"""

from __future__ import annotations

from docforge.detect.quote_packs import ADJACENT, ADVERB, CUE, DETERMINER, NAME, PRONOUN, QUOTED, ROLE_END, STOP, WITHIN
from docforge.detect.speech.attribution import Phrase
from docforge.detect.speech.noun_phrases import names_somebody, noun_phrase, sound
from docforge.detect.words import Sentence

__all__ = ["behind_interruption", "cited", "clitic", "inverted", "is_interruption", "passive_agent", "text_within"]


def inverted(sentence: Sentence, at: int) -> Phrase:
    """``Auf dem Markt sagte er``: return a pronoun at *at*, right behind the verb, that can only be its subject."""
    pack = sentence.pack
    if (
        pack.nominatives
        and at < len(sentence.bits)
        and sentence.bits[at] & PRONOUN
        and sentence.fold(at) in pack.nominatives
    ):
        return at, at + 1
    return 0, 0


def cited(sentence: Sentence, phrase: Phrase, limit: int) -> Phrase:
    """``zitiert die Zeitung den Minister``: of two noun phrases the second is the one who speaks."""
    if not phrase[0] < phrase[1] < limit or sentence.bits[phrase[1]] < 0:
        return phrase
    other = sound(sentence, noun_phrase(sentence, phrase[1]))
    return other if other[1] > other[0] and other[0] == phrase[1] else phrase


def text_within(sentence: Sentence, at: int, limit: int) -> Phrase | None:
    """``heißt es dazu in einer Mitteilung``: the text in which it says so."""
    while at < limit and sentence.bits[at] & ADVERB and not sentence.bits[at] & WITHIN:
        at += 1
    if at < limit and sentence.bits[at] & WITHIN:
        phrase = noun_phrase(sentence, at + 1)
        return phrase if phrase[1] > phrase[0] else None
    return None


def behind_interruption(sentence: Sentence, at: int, end: int) -> Phrase:
    """``said in an interview Ann Lee``: look a few words on for a noun phrase with a name."""
    for begin in range(at, min(end, at + 8)):
        if sentence.bits[begin] < 0 and sentence.words[begin] in ":;.(":
            break
        if _is_object(sentence, begin):
            continue
        if sentence.bits[begin] & ROLE_END or (sentence.bits[begin] & NAME and not sentence.pack.nouns_capitalised):
            article = begin > at and sentence.bits[begin - 1] > 0 and sentence.bits[begin - 1] & DETERMINER
            return noun_phrase(sentence, begin - 1 if article else begin)
        if sentence.bits[begin] > 0 and sentence.bits[begin] & PRONOUN:
            return begin, begin + 1
    return 0, 0


def is_interruption(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether nothing in a phrase names anybody: ``řekl krátce po havárii (starosta)``."""
    return sentence.cased and not sentence.pack.final and not names_somebody(sentence, phrase)


def _is_object(sentence: Sentence, at: int) -> bool:
    """Say whether a preposition opens the phrase of the word *at*: at most an article stands between."""
    before = sentence.bits[at - 1]
    if before > 0 and sentence.fold(at - 1) in sentence.pack.genitives:
        return True
    if before > 0 and before & DETERMINER and at > 1:
        before = sentence.bits[at - 2]
    return before > 0 and before & (STOP | DETERMINER | ADVERB | CUE | ADJACENT) == STOP


def clitic(sentence: Sentence, cue: int) -> Phrase:
    """A pronoun that stands before the cue or hangs on it (``a-t-il``)."""
    for at in (cue, cue - 1):
        if (
            at >= 0
            and 0 <= sentence.bits[at] != QUOTED
            and sentence.fold(at).rsplit("-", 1)[-1] in sentence.pack.gender
        ):
            return at, at + 1
    return 0, 0


def passive_agent(sentence: Sentence, cue: int) -> Phrase | None:
    """``von Ann Lee als "…" bezeichnet``: who did it, before a passive's cue in its clause."""
    pack = sentence.pack
    if not pack.agents:
        return None
    for at in range(cue - 1, -1, -1):
        if sentence.bits[at] < 0 and sentence.words[at] in ",;:":
            return None
        if sentence.fold(at) in pack.agents:
            phrase = sound(sentence, noun_phrase(sentence, at + 1))
            return phrase if phrase[1] > phrase[0] else None
    return None
