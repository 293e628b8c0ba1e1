# SPDX-License-Identifier: Apache-2.0
"""Read the frame of speech before a quotation: ``Ann Lee said: "…"``, ``said Ann Lee: "…"``, ``Ann Lee: "…"``.

Comes in: a sentence and the word that stands for the quotation.  Goes out: an ``Attribution`` or None.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from docforge.detect.sentences import Sentence
from docforge.detect.speech.attribution import VERBS_AND_SIGNS, Attribution, Phrase, attribution, phrase_cue
from docforge.detect.speech.noun_phrases import name_run, noun_phrase, with_apposition
from docforge.detect.speech.subjects import subject_around
from docforge.detect.word_bits import ADJACENT, CAPITAL, CUE, JOIN, NAME, ORGANISATION, OUTLINE_QUOTED, ROLE_END, STOP

__all__ = ["attribute_before", "in_relative"]

_SIGN_THEN_WORD = re.compile(b"[^\\x00-\\x7f\\x%02x](?=[\\x00-\\x7f])" % OUTLINE_QUOTED)
_REACH = 40
"""Words between a cue and the quotation behind it."""
_MARKED = 4
"""Words of a quotation that is no border to the frame of the next one: a name, a title."""
_LABEL = 6
"""Words of a label (name, office) before a colon."""
_UNCASED_LABEL = 5
"""The same in a script without capitals, where nothing shows that it is a name."""


def attribute_before(sentence: Sentence, at: int) -> Attribution | None:
    """Return who is said before the quotation at *at* to speak it."""
    words, row, pack = sentence.words, sentence.bits, sentence.pack
    floor = _floor(sentence, at)
    sign = words[at - 1] if at > floor and row[at - 1] < 0 else ""
    colon = sign in (":", "：")
    if pack.final and not colon:
        return None
    closed = colon or sign in _PAUSES
    nearest = at - 1 if closed else at
    wanted = CUE | ADJACENT if colon else CUE
    for cue in reversed(sentence.places(VERBS_AND_SIGNS, max(floor, at - _REACH), nearest)):
        bits = row[cue]
        if bits < 0:
            if not colon and words[cue] in ";:":
                break
            continue
        length = phrase_cue(sentence, cue, wanted)
        if not length or (bits & CAPITAL and cue > floor and pack.nouns_capitalised):
            continue
        if pack.relatives and _is_relative(sentence, cue, at):
            continue
        touches = cue + length >= nearest
        phrase = subject_around(sentence, cue, length, floor, nearest)
        if phrase or touches or colon:
            strength = 3 if colon or (touches and closed) else 2
            return attribution("before", sentence, (cue, cue + length), phrase, strength)
    label = _label(sentence, floor, at - 1) if colon else None
    return attribution("colon", sentence, (at - 1, at), label) if label else None


_PAUSES = frozenset(",،，—–-")
"""Signs besides a colon that lead to a quotation."""


def _floor(sentence: Sentence, at: int) -> int:
    """Return where the words before a quotation begin: behind the nearest quotation of more than a few words."""
    find, words = sentence.frames.rfind, sentence.words
    floor = find(OUTLINE_QUOTED, 0, at) + 1
    while floor > 0 and len(words[floor - 1].split()) <= _MARKED:
        floor = find(OUTLINE_QUOTED, 0, floor - 1) + 1
    return floor


def _label(sentence: Sentence, floor: int, end: int) -> Phrase | None:
    """``Ann Lee: "…"``: the last name or role among the words of ``[floor, end)``, before the colon."""
    row = sentence.bits
    own = row[floor:end]
    if len(own) <= _LABEL and any(b & NAME for b in own) and not any(b & (STOP | JOIN) == STOP for b in own):
        return floor, end
    role = next((at for at in range(floor, end) if row[at] & ROLE_END), -1)
    if role >= 0:
        return _role_label(sentence, role, end)
    if sentence.pack.nouns_capitalised:
        return None
    if not sentence.cased:
        plain = 0 < len(own) <= _UNCASED_LABEL and not any(b & (CUE | STOP) or b < 0 for b in own)
        return (floor, end) if plain else None
    for at in range(end - 1, floor - 1, -1):
        if row[at] & (NAME | STOP | ORGANISATION) == NAME:
            begin = at
            while begin > floor and row[begin - 1] & NAME:
                begin -= 1
            if at + 1 - begin >= 2:
                return begin, at + 1
    return None


def _role_label(sentence: Sentence, role: int, end: int) -> Phrase:
    """Return the role at word *role* before a colon at *end*, with the name that belongs to it."""
    phrase = noun_phrase(sentence, role) or (role, role)
    if phrase[0] == role:
        named = with_apposition(sentence, phrase, end)
        if named[1] > phrase[1]:
            return named  # Chair of the fishermen, Ann Lee, is angry: “…”
    last = name_run(sentence, role + 1) if sentence.cased else phrase[1]
    return role, min(last, end) if last > role + 1 else role + 1


def in_relative(sentence: Sentence, start: int, at: int) -> bool:
    """``said Ann Lee, whose "…"``: say whether a relative clause behind offset *start* has the quotation at *at*."""
    return _is_relative(sentence, bisect_left(sentence.starts, start), at)


def _is_relative(sentence: Sentence, begin: int, at: int) -> bool:
    """Say whether a relative clause that begins behind word *begin* has the quotation at *at*."""
    return any(sentence.fold(k + 1) in sentence.pack.relatives for k in sentence.places(_SIGN_THEN_WORD, begin, at))
