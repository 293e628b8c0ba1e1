# SPDX-License-Identifier: Apache-2.0
"""Read the frame of speech behind a quotation: ``"…," said Ann Lee``, ``"…," the minister said``, ``"…" — Ann Lee``.

Comes in: a sentence and the word that stands for the quotation.  Goes out: an ``Attribution`` or None.
"""

from __future__ import annotations

from docforge.detect.quotation_marks import CLOSING_MARKS, DASHES, EDGE_MARKS
from docforge.detect.quote_packs import (
    ADJACENT,
    ADVERB,
    CAPITAL,
    CITES,
    CUE,
    DETERMINER,
    IMPERSONAL,
    MENTION,
    NAME,
    OUTLINE_QUOTED,
    ROLE_END,
)
from docforge.detect.speech.attribution import LONGEST_FRAME, VERBS_AND_SIGNS, Attribution, attribution, phrase_cue
from docforge.detect.speech.inversion import behind_interruption, cited, clitic, inverted, is_interruption, text_within
from docforge.detect.speech.noun_phrases import (
    is_marked_name,
    marked_name_end,
    name_run,
    names_somebody,
    noun_phrase,
    sound,
    with_apposition,
)
from docforge.detect.speech.subjects import front_subject, subject_before
from docforge.detect.vocabulary import agencies
from docforge.detect.words import Sentence

__all__ = ["attribute_after", "skip_signs"]

_SHORTEST_CLAUSE = 3


def attribute_after(sentence: Sentence, at: int) -> Attribution | None:
    """``"…," said Ann Lee`` and ``"…," the minister said``."""
    pack = sentence.pack
    begin = skip_signs(sentence, at + 1)
    end = _segment_end(sentence, begin)
    if begin >= end or sentence.fold(begin) in pack.relatives:
        return None
    signed = begin > at + 1 or sentence.words[at].rstrip(CLOSING_MARKS)[-1:] in ",!?؟،，—–-.…"
    first = begin
    length = 0
    while first < end and first - begin < 3:
        length = phrase_cue(sentence, first, CUE | ADJACENT)
        if length or not sentence.bits[first] & ADVERB or sentence.bits[first] < 0:
            break
        first += 1
    while pack.final and length and first + length < end:
        more = phrase_cue(sentence, first + length, CUE)
        if not more:
            break
        length += more
    if length:
        touches = sentence.starts[first] == sentence.end(at)
        unmarked = pack.language == "und" and not sentence.cased and len(sentence.words[at].split()) >= _SHORTEST_CLAUSE
        named = marked_name_end(sentence, first + length) if signed else 0
        if named:
            return attribution("after", sentence, (first, first + length), (first + length, named), 3)
        if not signed and is_marked_name(sentence, at) and at and sentence.bits[at - 1] & (DETERMINER | MENTION):
            return None  # "The 'Post' reported": what acts.
        told = first + length + _told_agency(sentence, first + length)
        phrase = noun_phrase(sentence, told)
        if pack.nouns_capitalised:
            phrase = sound(sentence, phrase)
        if sentence.bits[first] & CITES:
            phrase = cited(sentence, phrase, end)
        elif impersonal := phrase_cue(sentence, first, IMPERSONAL):
            phrase = text_within(sentence, first + impersonal, end) or phrase
        phrase = with_apposition(sentence, phrase, end)
        if pack.final and phrase[1] > phrase[0] and sentence.bits[phrase[0]] & NAME:
            phrase = (phrase[0], min(phrase[1], name_run(sentence, phrase[0])))
        if phrase[1] <= phrase[0] and not signed and not pack.final:
            return None
        if phrase[1] <= phrase[0] or is_interruption(sentence, phrase):
            other = with_apposition(sentence, behind_interruption(sentence, told, end), end)
            phrase = other if other[1] > other[0] else phrase
        if pack.final or phrase[1] <= phrase[0]:
            front = front_subject(sentence, at)
            phrase = front if front[1] > front[0] else phrase
        if phrase[1] <= phrase[0]:
            phrase = clitic(sentence, first)
        return attribution(
            "after", sentence, (first, first + length), phrase, 3 if signed or touches or pack.final or unmarked else 2
        )
    if not signed:
        return None
    return (
        _name_then_cue(sentence, begin, end)
        or (_short_frame(sentence, at, begin, end) if pack.language == "und" else None)
        or _signature(sentence, at, begin, end)
    )


def skip_signs(sentence: Sentence, at: int) -> int:
    """Return the first word from *at* on that is no sign; a bracket, colon or stop counts as one."""
    while at < len(sentence.bits) and sentence.bits[at] < 0 and sentence.words[at] not in "(:;.":
        at += 1
    return at


def _segment_end(sentence: Sentence, at: int) -> int:
    """Return where the words after a quotation end: at the next quotation or at the sentence's end."""
    found = sentence.frames.find(OUTLINE_QUOTED, at)
    return found if found >= 0 else len(sentence.bits)


def _told_agency(sentence: Sentence, at: int) -> int:
    """``„…“, řekla ČTK``: return how many words at *at* name the agency that was told it, not who said it."""
    if (
        not sentence.pack.agencies_told
        or at >= len(sentence.bits)
        or not sentence.bits[at] & CAPITAL
        or sentence.bits[at] < 0
    ):
        return 0
    listed = agencies()
    for count in (3, 2, 1):
        if " ".join([word.casefold() for word in sentence.words[at : at + count]]) in listed:
            return count
    return 0


def _name_then_cue(sentence: Sentence, begin: int, end: int) -> Attribution | None:
    for at in sentence.places(VERBS_AND_SIGNS, begin, min(end, begin + 26)):
        bits = sentence.bits[at]
        if bits < 0:
            if sentence.words[at] in ":;":
                return None
            continue
        length = phrase_cue(sentence, at, CUE | ADJACENT)
        if not length or at == begin:
            continue
        if bits & CAPITAL and sentence.pack.nouns_capitalised:
            continue
        phrase = inverted(sentence, at + length)
        if not phrase[1]:
            phrase = subject_before(sentence, at, begin)
        if phrase[1] <= phrase[0] or not names_somebody(sentence, phrase):
            other = noun_phrase(sentence, at + length)
            if phrase[1] > phrase[0] and (other[1] <= other[0] or not names_somebody(sentence, other)):
                other = behind_interruption(sentence, at + length, end)
            if other[1] > other[0] and (phrase[1] <= phrase[0] or names_somebody(sentence, other)):
                phrase = other
        if phrase[1] > phrase[0]:
            return attribution("after", sentence, (at, at + length), phrase, 3 if at - begin < 12 else 2)
    return None


def _signature(sentence: Sentence, at: int, begin: int, end: int) -> Attribution | None:
    """``"…" — Ann Lee, mayor``: a name after a dash; in a language without a pack after a comma too."""
    pack = sentence.pack
    signs = DASHES if pack.language != "und" else DASHES | {","}
    if begin != at + 2 or sentence.words[at + 1] not in signs or not sentence.bits[begin] & NAME:
        return None
    last = name_run(sentence, begin)
    if last - begin < 2 or (last < end and sentence.bits[last] >= 0):
        return None
    return attribution("signature", sentence, (at + 1, begin), (begin, last), 2)


def _short_frame(sentence: Sentence, at: int, begin: int, end: int) -> Attribution | None:
    """``"…", ütles minister Ann Lee.``: without a pack, a clause in marks and a short rest with a name or a title.

    The clause has a comma before or behind its closing mark, or a dash; the rest goes on in small letters, or begins
    with the name.  The speaker is the title with the name behind it, else the first name of two words.
    """
    body = sentence.words[at].strip(EDGE_MARKS)
    words = body.split()
    if end - begin > LONGEST_FRAME or len(words) < _SHORTEST_CLAUSE or end < len(sentence.bits):
        return None
    if not sentence.cased:  # Nothing tells a name: a comma that goes with the mark is speech, of nobody known.
        comma = (
            "," in (sentence.words[at].rstrip(CLOSING_MARKS)[-1:], sentence.words[at + 1])
            and len(words) > _SHORTEST_CLAUSE
        )
        return attribution("after", sentence, (begin, begin + 1), (0, 0), 3) if comma else None
    if not any(word[:1].islower() for word in words[1:]) or not body[:1].isupper():
        return None
    first = next((k for k in range(begin, end) if sentence.bits[k] >= 0 and sentence.bits[k] & (ROLE_END | NAME)), end)
    if first == end or any(sentence.bits[k] < 0 for k in range(begin, first)):
        return None
    last = name_run(sentence, first)
    if sentence.bits[first] & ROLE_END and last == first:
        last = name_run(sentence, first + 1)
    if last - first < 2:
        return None
    cue = (begin, begin + 1) if first > begin else (at + 1, begin) if begin > at + 1 else (first, first + 1)
    return attribution("after", sentence, cue, (first, last), 3)
