# SPDX-License-Identifier: Apache-2.0
"""Read the frame of speech behind a quotation: ``"…," said Ann Lee``, ``"…," the minister said``, ``"…" — Ann Lee``.

Comes in: a sentence and the word that stands for the quotation.  Goes out: an ``Attribution`` or None.
"""

from __future__ import annotations

from docforge.detect.quotation_marks import CLOSING_MARKS, DASHES, EDGE_MARKS
from docforge.detect.sentences import Sentence
from docforge.detect.speech.attribution import (
    LONGEST_FRAME,
    VERBS_AND_SIGNS,
    Attribution,
    Phrase,
    attribution,
    phrase_cue,
)
from docforge.detect.speech.inversion import (
    behind_interruption,
    cited,
    clitic,
    inverted,
    is_interruption,
    text_within,
)
from docforge.detect.speech.noun_phrases import (
    is_marked_name,
    marked_name,
    name_run,
    names_somebody,
    noun_phrase,
    sound,
    with_apposition,
)
from docforge.detect.speech.subjects import front_subject, subject_before
from docforge.detect.vocabulary import agencies
from docforge.detect.word_bits import (
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

__all__ = ["attribute_after", "skip_signs"]

_SIGNS = ",!?؟،，—–-.…"
"""Signs at the end of a quotation that lead to who speaks it."""
_ADVERBS = 3
"""Words among which the verb behind a quotation begins: “…,” later also said."""
_REACH = 26
"""Words behind a quotation among which a verb stands that follows its subject."""
_NEAR = 12
"""So near it is certain."""
_SHORTEST_CLAUSE = 3
"""Words of a quotation that is speech where no pack tells what speech is; fewer are a name."""


def attribute_after(sentence: Sentence, at: int) -> Attribution | None:
    """Return who is said behind the quotation at *at* to speak it."""
    pack = sentence.pack
    begin = skip_signs(sentence, at + 1)
    end = _segment_end(sentence, begin)
    if begin >= end or sentence.fold(begin) in pack.relatives:
        return None
    signed = begin > at + 1 or sentence.words[at].rstrip(CLOSING_MARKS)[-1:] in _SIGNS
    first, length = _next_cue(sentence, begin, end)
    if length:
        return _verb_first(sentence, at, (first, first + length), end, signed)
    if not signed:
        return None
    return (
        _name_then_cue(sentence, begin, end)
        or (_short_frame(sentence, at, begin, end) if pack.language == "und" else None)
        or _signature(sentence, at, begin, end)
    )


def skip_signs(sentence: Sentence, at: int) -> int:
    """Return the first word from *at* on that is no sign; a bracket, colon or full stop counts as a word."""
    row = sentence.bits
    while at < len(row) and row[at] < 0 and sentence.words[at] not in "(:;.":
        at += 1
    return at


def _segment_end(sentence: Sentence, at: int) -> int:
    """Return where the words after a quotation end: at the next quotation or at the sentence's end."""
    found = sentence.frames.find(OUTLINE_QUOTED, at)
    return found if found >= 0 else len(sentence.bits)


def _next_cue(sentence: Sentence, begin: int, end: int) -> tuple[int, int]:
    """Return the cue that begins at *begin* or behind adverbs there, and its length, 0 where there is none."""
    first, length = begin, 0
    while first < end and first - begin < _ADVERBS:
        length = phrase_cue(sentence, first, CUE | ADJACENT)
        if length or not sentence.bits[first] & ADVERB:
            break
        first += 1
    while length and sentence.pack.final and first + length < end:
        more = phrase_cue(sentence, first + length, CUE)
        if not more:
            break
        length += more
    return first, length


# -- the verb, then who speaks


def _verb_first(sentence: Sentence, at: int, cue: Phrase, end: int, signed: bool) -> Attribution | None:
    """``"…," said Ann Lee``: return the attribution by the *cue* behind the quotation at *at*.

    *signed*: a sign stands between the two, or closes the quotation.
    """
    pack = sentence.pack
    first, behind = cue
    if signed:
        named = marked_name(sentence, behind)
        if named:
            return attribution("after", sentence, cue, named, 3)
    elif at and sentence.bits[at - 1] & (DETERMINER | MENTION) and is_marked_name(sentence, at):
        return None  # "The 'Post' reported": what acts.
    told = behind + _told_agency(sentence, behind)
    phrase = _named_behind(sentence, cue, told, end)
    if phrase is None and not signed and not pack.final:
        return None
    if phrase is None or is_interruption(sentence, phrase):
        other = behind_interruption(sentence, told, end)
        phrase = with_apposition(sentence, other, end) if other else phrase
    if phrase is None or pack.final:
        phrase = front_subject(sentence, at) or phrase or clitic(sentence, first)
    sure = signed or pack.final or sentence.starts[first] == sentence.end(at) or _is_unmarked(sentence, at)
    return attribution("after", sentence, cue, phrase, 3 if sure else 2)


def _named_behind(sentence: Sentence, cue: Phrase, at: int, end: int) -> Phrase | None:
    """Return the noun phrase behind a cue, at *at*, that names who speaks."""
    pack, first = sentence.pack, cue[0]
    phrase = noun_phrase(sentence, at)
    if phrase and pack.nouns_capitalised:
        phrase = sound(sentence, phrase)
    if sentence.bits[first] & CITES:
        phrase = phrase and cited(sentence, phrase, end)
    elif impersonal := phrase_cue(sentence, first, IMPERSONAL):
        phrase = text_within(sentence, first + impersonal, end) or phrase
    if phrase is None:
        return None
    phrase = with_apposition(sentence, phrase, end)
    if pack.final and sentence.bits[phrase[0]] & NAME:
        return phrase[0], min(phrase[1], name_run(sentence, phrase[0]))
    return phrase


def _is_unmarked(sentence: Sentence, at: int) -> bool:
    """Say whether nothing can tell what the quotation at *at* is: neither a pack nor capitals."""
    if sentence.pack.language != "und" or sentence.cased:
        return False
    return len(sentence.words[at].split()) >= _SHORTEST_CLAUSE


def _told_agency(sentence: Sentence, at: int) -> int:
    """``„…“, řekla ČTK``: return how many words at *at* name the agency that was told it, not who said it."""
    if not sentence.pack.agencies_told or at >= len(sentence.bits) or not sentence.bits[at] & CAPITAL:
        return 0
    listed = agencies()
    for count in (3, 2, 1):
        if " ".join([word.casefold() for word in sentence.words[at : at + count]]) in listed:
            return count
    return 0


# -- who speaks, then the verb or none


def _name_then_cue(sentence: Sentence, begin: int, end: int) -> Attribution | None:
    """``"…," the minister said``, ``"…" Ann Lee, who runs the port, told reporters``."""
    row = sentence.bits
    for at in sentence.places(VERBS_AND_SIGNS, begin, min(end, begin + _REACH)):
        if row[at] < 0:
            if sentence.words[at] in ":;":
                return None
            continue
        length = phrase_cue(sentence, at, CUE | ADJACENT)
        if not length or at == begin or (row[at] & CAPITAL and sentence.pack.nouns_capitalised):
            continue
        phrase = inverted(sentence, at + length) or subject_before(sentence, at, begin)
        if phrase is None:
            phrase = noun_phrase(sentence, at + length)
        elif not names_somebody(sentence, phrase):
            phrase = _somebody_behind(sentence, at + length, end) or phrase
        if phrase:
            return attribution("after", sentence, (at, at + length), phrase, 3 if at - begin < _NEAR else 2)
    return None


def _somebody_behind(sentence: Sentence, at: int, end: int) -> Phrase | None:
    """Return the phrase at *at*, or else behind an interruption there, that names somebody."""
    phrase = noun_phrase(sentence, at)
    if phrase and names_somebody(sentence, phrase):
        return phrase
    phrase = behind_interruption(sentence, at, end)
    return phrase if phrase and names_somebody(sentence, phrase) else None


def _signature(sentence: Sentence, at: int, begin: int, end: int) -> Attribution | None:
    """``"…" — Ann Lee, mayor``: a name after a dash; in a language without a pack after a comma too."""
    if begin != at + 2 or not sentence.bits[begin] & NAME:
        return None
    sign = sentence.words[at + 1]
    if sign not in DASHES and not (sign == "," and sentence.pack.language == "und"):
        return None
    last = name_run(sentence, begin)
    if last - begin < 2 or (last < end and sentence.bits[last] >= 0):
        return None
    return attribution("signature", sentence, (at + 1, begin), (begin, last))


def _short_frame(sentence: Sentence, at: int, begin: int, end: int) -> Attribution | None:
    """``"…", ütles minister Ann Lee.``: without a pack, a clause in marks and a short rest with a name or a title.

    The clause has a comma before or behind its closing mark, or a dash; the rest goes on in small letters, or begins
    with the name.  The speaker is the title with the name behind it, else the first name of two words.
    """
    row, quoted = sentence.bits, sentence.words[at]
    body = quoted.strip(EDGE_MARKS)
    words = body.split()
    if end - begin > LONGEST_FRAME or len(words) < _SHORTEST_CLAUSE or end < len(row):
        return None
    if not sentence.cased:  # Nothing tells a name: a comma that goes with the mark is speech, of nobody known.
        comma = "," in (quoted.rstrip(CLOSING_MARKS)[-1:], sentence.words[at + 1]) and len(words) > _SHORTEST_CLAUSE
        return attribution("after", sentence, (begin, begin + 1), None, 3) if comma else None
    if not any(word[:1].islower() for word in words[1:]) or not body[:1].isupper():
        return None
    first = next((k for k in range(begin, end) if row[k] < 0 or row[k] & (ROLE_END | NAME)), end)
    if first == end or row[first] < 0:
        return None
    last = name_run(sentence, first)
    if row[first] & ROLE_END and last == first:
        last = name_run(sentence, first + 1)
    if last - first < 2:
        return None
    cue = (begin, begin + 1) if first > begin else (at + 1, begin) if begin > at + 1 else (first, first + 1)
    return attribution("after", sentence, cue, (first, last), 3)
