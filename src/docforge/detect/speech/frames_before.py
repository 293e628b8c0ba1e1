# SPDX-License-Identifier: Apache-2.0
"""Read the frame of speech before a quotation: ``Ann Lee said: "…"``, ``said Ann Lee: "…"``, ``Ann Lee: "…"``.

Comes in: a sentence and the word that stands for the quotation.  Goes out: an ``Attribution`` or None.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from docforge.detect.quote_packs import (
    ADJACENT,
    CAPITAL,
    CITES,
    CUE,
    DETERMINER,
    IMPERSONAL,
    JOIN,
    NAME,
    ORGANISATION,
    OUTLINE_QUOTED,
    PRONOUN,
    QUOTED,
    ROLE_END,
    STOP,
)
from docforge.detect.speech.attribution import VERBS_AND_SIGNS, Attribution, Phrase, attribution, phrase_cue
from docforge.detect.speech.inversion import inverted, passive_agent, text_within
from docforge.detect.speech.noun_phrases import has_name, is_adverbial, name_run, noun_phrase, sound, with_apposition
from docforge.detect.speech.subjects import front_subject, subject_before
from docforge.detect.words import Sentence

__all__ = ["attribute_before", "in_relative", "is_relative", "subject_around"]

_SIGN_THEN_WORD = re.compile(b"[^\\x00-\\x7f\\x%02x](?=[\\x00-\\x7f])" % OUTLINE_QUOTED)


def attribute_before(sentence: Sentence, at: int) -> Attribution | None:
    """``Ann Lee said: "…"``, ``said Ann Lee: "…"``, ``Ann Lee: "…"``."""
    pack = sentence.pack
    floor = sentence.frames.rfind(OUTLINE_QUOTED, 0, at) + 1
    while floor > 0 and len(sentence.words[floor - 1].split()) <= 4:
        floor = sentence.frames.rfind(OUTLINE_QUOTED, 0, floor - 1) + 1
    colon = at > floor and sentence.words[at - 1] in ":：" and sentence.bits[at - 1] < 0
    comma = at > floor and sentence.bits[at - 1] < 0 and sentence.words[at - 1] in ",،，—–-"
    if pack.final and not colon:
        return None
    nearest = at - (1 if colon or comma else 0)
    wanted = CUE | ADJACENT if colon else CUE
    for cue in reversed(sentence.places(VERBS_AND_SIGNS, max(floor, at - 40), nearest)):
        bits = sentence.bits[cue]
        if bits < 0:
            if not colon and sentence.words[cue] in ";:":
                break
            continue
        length = phrase_cue(sentence, cue, wanted)
        if not length or (bits & CAPITAL and cue > floor and pack.nouns_capitalised):
            continue
        if pack.relatives and is_relative(sentence, cue, at):
            continue
        touches = cue + length >= nearest
        phrase = subject_around(sentence, cue, length, floor, nearest)
        if phrase[1] <= phrase[0] and not (touches or colon):
            continue
        return attribution("before", sentence, (cue, cue + length), phrase, 3 if colon or (touches and comma) else 2)
    if colon:
        phrase = _label(sentence, floor, at - 1)
        if phrase[1] > phrase[0]:
            return Attribution("colon", sentence.starts[at - 1], sentence.end(at - 1), sentence.starts[phrase[0]],
                               sentence.end(phrase[1] - 1), 2)  # fmt: skip
    return None


def _label(sentence: Sentence, floor: int, end: int) -> Phrase:
    """``Ann Lee: "…"``: the last name or role before the colon."""
    if end - floor <= 6 and any(b & NAME for b in sentence.bits[floor:end]):
        if not any(b > 0 and b & STOP and not b & JOIN for b in sentence.bits[floor:end]):
            return floor, end
    for at in range(floor, end):
        bits = sentence.bits[at]
        if bits & ROLE_END and bits >= 0:
            phrase = noun_phrase(sentence, at)
            named = with_apposition(sentence, phrase, end)
            if named[1] > phrase[1] and phrase[0] == at:
                return named  # Chair of the fishermen, Ann Lee, is angry: “…”
            last = name_run(sentence, at + 1) if sentence.cased else phrase[1]
            return at, min(last, end) if last > at + 1 else at + 1
    if sentence.pack.nouns_capitalised:
        return 0, 0
    if not sentence.cased:
        own = sentence.bits[floor:end]
        return (floor, end) if 0 < len(own) <= 5 and not any(b & (CUE | STOP) or b < 0 for b in own) else (0, 0)
    for at in range(end - 1, floor - 1, -1):
        if sentence.bits[at] & NAME and sentence.bits[at] >= 0 and not sentence.bits[at] & (STOP | ORGANISATION):
            begin = at
            while begin > floor and sentence.bits[begin - 1] & NAME:
                begin -= 1
            if at + 1 - begin >= 2:
                return begin, at + 1
    return 0, 0


def subject_around(sentence: Sentence, cue: int, length: int, floor: int, end: int) -> Phrase:
    """Return the subject of a cue before the quotation: before it, else after it."""
    pack = sentence.pack
    if pack.final:
        quoted = next((k for k in range(cue - 1, -1, -1) if sentence.bits[k] == QUOTED), cue)
        front = front_subject(sentence, quoted)
        if front[1] > front[0]:
            return front
    if pack.agents and cue + length < len(sentence.bits) and sentence.fold(cue + length) in pack.agents:
        agent = sound(sentence, noun_phrase(sentence, cue + length + 1))
        if agent[1] > agent[0]:
            return agent
    behind = inverted(sentence, cue + length)
    if behind[1] and behind[1] <= end:
        return behind
    if sentence.bits[cue] & CITES:
        own = sound(sentence, noun_phrase(sentence, cue + length))
        if own[1] > own[0] and own[1] <= end:
            return own
    elif impersonal := phrase_cue(sentence, cue, IMPERSONAL):
        text = text_within(sentence, cue + impersonal, end)
        if text is not None and text[1] <= end:
            return text
    before = sound(sentence, subject_before(sentence, cue, floor))
    if cue > floor and sentence.words[cue - 1] == ",":
        parenthetic = sentence.words[floor:cue].count(",") == 1 and sentence.words[end : end + 1] == [","]
        behind = sound(sentence, noun_phrase(sentence, cue + length))
        if behind[1] > behind[0] and behind[1] == end and (parenthetic or pack.nouns_capitalised):
            return behind  # Hit by a spear, cried Ann Lee: the verb comes second, who speaks behind it.
    if (
        before[1] > before[0]
        and (has_name(sentence, *before) or sentence.bits[before[0]] & (PRONOUN | DETERMINER) or not sentence.cased)
        and not (pack.nouns_capitalised and is_adverbial(sentence, before))
    ):
        return before
    after = sound(sentence, noun_phrase(sentence, cue + length))
    if after[1] > after[0] and after[1] <= end:
        return with_apposition(sentence, after, end)
    if before[1] > before[0]:
        return before
    return passive_agent(sentence, cue) or front_subject(sentence, cue)


def in_relative(sentence: Sentence, start: int, at: int) -> bool:
    """``said Ann Lee, whose "…"``: say whether a relative clause behind offset *start* has the quotation at *at*."""
    return is_relative(sentence, bisect_left(sentence.starts, start), at)


def is_relative(sentence: Sentence, begin: int, at: int) -> bool:
    """Say whether a relative clause that begins behind word *begin* has the quotation at *at*."""
    return any(sentence.fold(k + 1) in sentence.pack.relatives for k in sentence.places(_SIGN_THEN_WORD, begin, at))
