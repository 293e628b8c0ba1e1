# SPDX-License-Identifier: Apache-2.0
"""Find who speaks where another sentence than the quotation's own tells: the one before it, the paragraph below.

Comes in: that sentence.  Goes out: an ``Attribution`` in the offsets of its block, or None.
"""

from __future__ import annotations

import itertools

from docforge.detect.caseless import titled_names
from docforge.detect.quotation_marks import EDGE_MARKS
from docforge.detect.quote_packs import ADVERB, CUE, DETERMINER, NAME, ORGANISATION, PRONOUN, ROLE_END, STOP, QuotePack
from docforge.detect.speech.attribution import LONGEST_FRAME, Attribution, attribution, phrase_cue
from docforge.detect.speech.noun_phrases import name_run, noun_phrase, with_apposition
from docforge.detect.words import Cut, Sentence

__all__ = ["closing", "opening_person"]

_OPENING = 3
"""Words at the head of a sentence among which a person's name or role begins."""
_SHORTEST_CLOSING = 3


def opening_person(sentence: Sentence) -> Attribution | None:
    """``Mayor Ann Lee is angry. (“…”)``: whom a sentence is about that opens with a role or a name of two words."""
    pack = sentence.pack
    if not sentence.cased:
        titled = next(iter(titled_names(sentence, pack)), None) if pack.names else None
        if titled is None or min(titled.title_start, titled.start) > _OPENING:
            return None
        begin, end = min(titled.title_start, titled.start), max(titled.title_end, titled.end)
        return Attribution("opening", -1, -1, sentence.starts[begin], sentence.end(end - 1), 1)
    for at in range(min(_OPENING, len(sentence.bits))):
        bits = sentence.bits[at]
        if bits < 0 or (bits & STOP and not bits & (ADVERB | DETERMINER)):
            return None
        end = name_run(sentence, at) if bits & NAME else at
        if bits & ROLE_END:
            last = noun_phrase(sentence, at)[1]
            name = next((k for k in range(at + 1, last) if sentence.bits[k] > 0 and sentence.bits[k] & NAME), -1)
            end = at + 1 if name < 0 else min(last, name_run(sentence, name))
            named = with_apposition(sentence, (at, last), len(sentence.bits))[1]
            end = named if named > last else end
        elif end - at < 2:
            continue
        if any(b > 0 and b & ORGANISATION for b in sentence.bits[at:end]):
            return None
        begin = at - 1 if at and sentence.bits[at - 1] & DETERMINER else at
        return Attribution("opening", -1, -1, sentence.starts[begin], sentence.end(end - 1), 1) if end > at else None
    return None


def closing(own: Cut, pack: QuotePack) -> Attribution | None:
    """``(– We wait.) Det sier Ann Lee til avisen.``: who said the paragraph above the one that opens with *own*."""
    if len(own.bits) < _SHORTEST_CLOSING or own.fold(0) not in pack.closings:
        return None
    sentence = Sentence(own, 0, min(len(own.bits), LONGEST_FRAME), pack)
    at = 1
    while at < min(_OPENING + 1, len(sentence.bits)) and sentence.bits[at] > 0 and sentence.bits[at] & ADVERB:
        if phrase_cue(sentence, at, CUE):
            break
        at += 1
    length = phrase_cue(sentence, at, CUE) if at < len(sentence.bits) else 0
    if not length:
        return None
    phrase = with_apposition(sentence, noun_phrase(sentence, at + length), len(sentence.bits))
    if not any(b & (NAME | ROLE_END | PRONOUN) for b in sentence.bits[phrase[0] : phrase[1]]):
        return None
    rest = itertools.takewhile(lambda word: word not in ".!?", own.words[phrase[1] :])
    if any(word in ":：" or word[0] in EDGE_MARKS for word in itertools.islice(rest, 2)) or ":" in rest:
        return None  # Das sagte Ann Lee: „…“: of what follows.
    return attribution("next", sentence, (at, at + length), phrase, 2)
