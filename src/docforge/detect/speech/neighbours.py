# SPDX-License-Identifier: Apache-2.0
"""Find who speaks where another sentence than the quotation's own tells: the one before it, the paragraph below.

Comes in: that sentence.  Goes out: an ``Attribution`` in the offsets of its block, or None.
"""

from __future__ import annotations

import itertools

from docforge.detect.caseless import titled_names
from docforge.detect.quotation_marks import EDGE_MARKS
from docforge.detect.quote_packs import QuotePack
from docforge.detect.sentences import Sentence
from docforge.detect.speech.attribution import LONGEST_FRAME, Attribution, Phrase, attribution, phrase_cue
from docforge.detect.speech.noun_phrases import name_run, noun_phrase, with_apposition
from docforge.detect.word_bits import ADVERB, CUE, DETERMINER, NAME, ORGANISATION, PRONOUN, ROLE_END, STOP
from docforge.detect.words import Cut

__all__ = ["closing", "opening_person"]

_OPENING = 3
"""Words at the head of a sentence among which a person's name or role begins."""
_SHORTEST_CLOSING = 3
"""Words of ``Das sagte sie``."""


def opening_person(sentence: Sentence) -> Attribution | None:
    """``Mayor Ann Lee is angry. (“…”)``: whom a sentence is about that opens with a role or a name of two words."""
    phrase = _opening_name(sentence) if sentence.cased else _opening_titled(sentence)
    if phrase is None:
        return None
    begin, end = phrase
    return Attribution("opening", -1, -1, sentence.starts[begin], sentence.end(end - 1), 1)


def _opening_titled(sentence: Sentence) -> Phrase | None:
    """Return the name with its title that opens a sentence in a script without capitals."""
    titled = next(iter(titled_names(sentence, sentence.pack)), None) if sentence.pack.names else None
    if titled is None or min(titled.title_start, titled.start) > _OPENING:
        return None
    return min(titled.title_start, titled.start), max(titled.title_end, titled.end)


def _opening_name(sentence: Sentence) -> Phrase | None:
    """Return the role with its name, or the name of two words, that opens a sentence."""
    row = sentence.bits
    for at in range(min(_OPENING, len(row))):
        bits = row[at]
        if bits < 0 or bits & (STOP | ADVERB | DETERMINER) == STOP:
            return None
        end = _role_end(sentence, at) if bits & ROLE_END else name_run(sentence, at)
        if end - at < 2 and not bits & ROLE_END:
            continue
        if any(b & ORGANISATION for b in row[at:end]):
            return None
        return (at - 1 if at and row[at - 1] & DETERMINER else at), end
    return None


def _role_end(sentence: Sentence, role: int) -> int:
    """Return where the role at word *role* ends with the name that belongs to it."""
    row = sentence.bits
    phrase = noun_phrase(sentence, role) or (role, role)
    last = phrase[1]
    named = with_apposition(sentence, (role, last), len(row))[1]
    if named > last:
        return named
    name = next((k for k in range(role + 1, last) if row[k] & NAME), -1)
    return role + 1 if name < 0 else min(last, name_run(sentence, name))


def closing(own: Cut, pack: QuotePack) -> Attribution | None:
    """``(– We wait.) Det sier Ann Lee til avisen.``: who said the paragraph above the one that opens with *own*."""
    if len(own.bits) < _SHORTEST_CLOSING or own.fold(0) not in pack.closings:
        return None
    sentence = Sentence(own, 0, min(len(own.bits), LONGEST_FRAME), pack)
    row = sentence.bits
    at, length = 1, 0
    while at < len(row):
        length = phrase_cue(sentence, at, CUE)
        if length or at > _OPENING or not row[at] & ADVERB:
            break
        at += 1
    phrase = noun_phrase(sentence, at + length) if length else None
    if phrase is None:
        return None
    phrase = with_apposition(sentence, phrase, len(row))
    if not any(b & (NAME | ROLE_END | PRONOUN) for b in row[phrase[0] : phrase[1]]):
        return None
    rest = itertools.takewhile(lambda word: word not in ".!?", own.words[phrase[1] :])
    if any(word in ":：" or word[0] in EDGE_MARKS for word in itertools.islice(rest, 2)) or ":" in rest:
        return None  # Das sagte Ann Lee: „…“: of what follows.
    return attribution("next", sentence, (at, at + length), phrase)
