# SPDX-License-Identifier: Apache-2.0
"""Find who speaks behind a cue: the subject behind its verb, a text or somebody cited, an agent.

Comes in: a sentence and the word of its cue, or the one behind it.  Goes out: a noun phrase or None.
"""

from __future__ import annotations

from docforge.detect.sentences import Sentence
from docforge.detect.speech.attribution import Phrase, phrase_cue
from docforge.detect.speech.noun_phrases import names_somebody, noun_phrase, sound_phrase
from docforge.detect.word_bits import (
    ADJACENT,
    ADVERB,
    CITES,
    CUE,
    DETERMINER,
    IMPERSONAL,
    NAME,
    PRONOUN,
    QUOTED,
    ROLE_END,
    STOP,
    WITHIN,
)

__all__ = [
    "behind_interruption",
    "cited",
    "clitic",
    "inverted",
    "is_interruption",
    "passive_agent",
    "surely_behind",
    "text_within",
]

_INTERRUPTION = 8
"""Words between a cue and who speaks: said *in an interview* Ann Lee."""


def surely_behind(sentence: Sentence, cue: int, length: int, end: int) -> Phrase | None:
    """Return who stands behind a cue of *length* words and before word *end*, where the cue itself demands it.

    An agent (``called a sham by Ann Lee``), a pronoun that can only be the subject, somebody cited, a text.
    """
    pack, at = sentence.pack, cue + length
    if pack.agents and at < len(sentence.bits) and sentence.fold(at) in pack.agents:
        agent = sound_phrase(sentence, at + 1)
        if agent:
            return agent
    found = inverted(sentence, at)
    if found and found[1] <= end:
        return found
    if sentence.bits[cue] & CITES:
        found = sound_phrase(sentence, at)
    elif impersonal := phrase_cue(sentence, cue, IMPERSONAL):
        found = text_within(sentence, cue + impersonal, end)
    else:
        return None
    return found if found and found[1] <= end else None


def inverted(sentence: Sentence, at: int) -> Phrase | None:
    """``Auf dem Markt sagte er``: return a pronoun at *at*, right behind the verb, that can only be its subject."""
    nominatives = sentence.pack.nominatives
    if nominatives and at < len(sentence.bits) and sentence.bits[at] & PRONOUN and sentence.fold(at) in nominatives:
        return at, at + 1
    return None


def cited(sentence: Sentence, phrase: Phrase, limit: int) -> Phrase:
    """``zitiert die Zeitung den Minister``: of two noun phrases the second is the one who speaks."""
    end = phrase[1]
    if end >= limit or sentence.bits[end] < 0:
        return phrase
    other = sound_phrase(sentence, end)
    return other if other and other[0] == end else phrase


def text_within(sentence: Sentence, at: int, limit: int) -> Phrase | None:
    """``heißt es dazu in einer Mitteilung``: the text in which it says so."""
    row = sentence.bits
    while at < limit and row[at] & ADVERB and not row[at] & WITHIN:
        at += 1
    return noun_phrase(sentence, at + 1) if at < limit and row[at] & WITHIN else None


def is_interruption(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether nothing in a phrase names anybody: ``řekl krátce po havárii (starosta)``."""
    return sentence.cased and not sentence.pack.final and not names_somebody(sentence, phrase)


def behind_interruption(sentence: Sentence, at: int, end: int) -> Phrase | None:
    """``said in an interview Ann Lee``: look a few words on for a noun phrase with a name."""
    row = sentence.bits
    wanted = ROLE_END if sentence.pack.nouns_capitalised else ROLE_END | NAME
    for begin in range(at, min(end, at + _INTERRUPTION)):
        bits = row[begin]
        if bits < 0 and sentence.words[begin] in ":;.(":
            break
        if _is_object(sentence, begin):
            continue
        if bits & wanted:
            article = begin > at and row[begin - 1] & DETERMINER
            return noun_phrase(sentence, begin - 1 if article else begin)
        if bits & PRONOUN:
            return begin, begin + 1
    return None


def _is_object(sentence: Sentence, at: int) -> bool:
    """Say whether a preposition opens the phrase of the word *at*: at most an article stands between."""
    before = sentence.bits[at - 1]
    if before > 0 and sentence.fold(at - 1) in sentence.pack.genitives:
        return True
    if before & DETERMINER and at > 1:
        before = sentence.bits[at - 2]
    return before & (STOP | DETERMINER | ADVERB | CUE | ADJACENT) == STOP


def clitic(sentence: Sentence, cue: int) -> Phrase | None:
    """Return the pronoun that hangs on the cue (``a-t-il``) or stands before it."""
    gender = sentence.pack.gender
    for at in (cue, cue - 1):
        if at >= 0 and 0 <= sentence.bits[at] != QUOTED and sentence.fold(at).rpartition("-")[2] in gender:
            return at, at + 1
    return None


def passive_agent(sentence: Sentence, cue: int) -> Phrase | None:
    """``von Ann Lee als "…" bezeichnet``: who did it, before a passive's cue in its clause."""
    agents = sentence.pack.agents
    if not agents:
        return None
    for at in range(cue - 1, -1, -1):
        if sentence.bits[at] < 0 and sentence.words[at] in ",;:":
            return None
        if sentence.fold(at) in agents:
            return sound_phrase(sentence, at + 1)
    return None
