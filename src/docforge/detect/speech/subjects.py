# SPDX-License-Identifier: Apache-2.0
"""Find the subject of a cue that stands before it, or that opens a sentence whose verb is the last word.

Comes in: a sentence and the word of its cue.  Goes out: a range of words, empty for none.
"""

from __future__ import annotations

from docforge.detect.caseless import titled_names
from docforge.detect.quote_packs import (
    ADVERB,
    CAPITAL,
    CUE,
    DETERMINER,
    FRAGMENT,
    JOIN,
    NAME,
    NO_NAME,
    PARTICLE,
    PHRASE,
    PRONOUN,
    QUOTED,
    ROLE_END,
    STOP,
    THAT,
)
from docforge.detect.speech.attribution import Phrase
from docforge.detect.speech.noun_phrases import (
    BEFORE_A_NAME,
    JOINING_SIGNS,
    MAX_PHRASE,
    has_name,
    is_initial,
    is_marked_name,
    noun_phrase,
    opening_phrase,
    with_apposition,
)
from docforge.detect.words import Sentence

__all__ = ["front_subject", "subject_before"]

_CLAUSE_SIGNS = frozenset(",;:()[]–—―-،؛、，；：.!?…。")
_NAME_WORDS = 3
_CLAUSE_WORDS = 4
"""Fewer words are a name, not a clause."""
_AUXILIARY = STOP | ADVERB | JOIN | DETERMINER | PRONOUN | CAPITAL
_CASE_SIGNS = "'’"
"""Signs between a name and the ending of a case: İzmir’de."""


def subject_before(sentence: Sentence, cue: int, floor: int) -> Phrase:
    """Return the token range of the subject that stands before the cue at *cue*, not before *floor*."""
    row, pack = sentence.bits, sentence.pack
    end = cue
    while end > floor and pack.subject_marks and sentence.fold(end - 1) in pack.subject_marks:
        end -= 1
    while (
        end > floor
        and row[end - 1] > 0
        and row[end - 1] != QUOTED
        and row[end - 1] & ADVERB
        and (not row[end - 1] & PRONOUN)
    ):
        end -= 1
    if end > floor and row[end - 1] == QUOTED and is_marked_name(sentence, end - 1):
        begin = end - 1
        while begin > floor and row[begin - 1] > 0 and row[begin - 1] & BEFORE_A_NAME:
            begin -= 1
        return begin, end
    if end > floor and sentence.words[end - 1] in _CLAUSE_SIGNS and row[end - 1] < 0:
        return _before_apposition(sentence, end - 1, floor)
    if end - 1 > floor and pack.conjunctions and sentence.fold(end - 1) in pack.conjunctions:
        joined = opening_phrase(sentence, end - 1)
        if joined[1] > joined[0] >= floor:
            return joined  # The master went aboard and (said): of two verbs one subject, which opens the clause.
    first = _clause_start(sentence, end, floor)
    named = _name_above_role(sentence, first, floor) if pack.verb_last else (0, 0)
    if named[1] > named[0]:
        return named
    begin, end = _trim_left(sentence, first, end)
    if begin == end and first < cue and first - 1 > floor and row[first - 1] == QUOTED:
        if 0 <= row[first - 2] != QUOTED and all(b & STOP for b in row[first:cue]):
            begin, end = subject_before(sentence, first - 1, floor)  # Ann Lee called it "Low Tide" and (said)
            return begin, next((k for k in range(begin + 1, end) if row[k] & (CUE | FRAGMENT)), end)
    if end - begin > 2 and sentence.cased and first and row[begin] & (CUE | CAPITAL) == CUE:
        joined = noun_phrase(sentence, begin + 1)
        if joined[0] == begin + 1 < joined[1] < end:
            return joined  # (“…”) writes she on the net and (adds)
    while begin < end - 1 and row[begin] & CUE and not sentence.cased:
        begin += 1  # Where the verb comes first, the subject of the second verb stands behind the first one.
    if pack.subject_marks:
        end = next((k for k in range(begin + 1, end) if sentence.fold(k) in pack.subject_marks), end)
    begin, end = _without_verb(sentence, cue, begin, end)
    if end - begin > 1 and sentence.cased and row[begin] & (PRONOUN | DETERMINER) == PRONOUN:
        if not any(bits & (NAME | ROLE_END | JOIN | CAPITAL) for bits in row[begin + 1 : end]):
            return begin, begin + 1  # she used to (say)
    return _before_joined_verb(sentence, begin, end)


def _clause_start(sentence: Sentence, at: int, floor: int) -> int:
    """Return where the chunk that ends before *at* begins: after the nearest sign or quotation."""
    row = sentence.bits
    begin = at
    while begin > floor:
        bits = row[begin - 1]
        if bits == QUOTED:
            break
        if bits < 0:
            if sentence.words[begin - 1] == "." and is_initial(sentence, begin - 1):
                begin -= 1
                continue
            if sentence.pack.nouns_capitalised and sentence.words[begin - 1] == ")":
                opening = next((k for k in range(begin - 2, floor, -1) if sentence.words[k] == "("), -1)
                if opening > floor:
                    begin = opening
                    continue
            if sentence.words[begin - 1] not in JOINING_SIGNS:
                break
        elif bits & THAT and not bits & CAPITAL and not bits & (DETERMINER | ADVERB):
            break
        begin -= 1
    return begin


def _name_above_role(sentence: Sentence, first: int, floor: int) -> Phrase:
    """``رضا احمدی، وزیر نیرو در این آیین (گفت)``: the few words before the comma of a role that opens the clause."""
    if (
        first - 2 < floor
        or sentence.words[first - 1] not in ",،"
        or not sentence.bits[first] > 0
        or not sentence.bits[first] & ROLE_END
    ):
        return 0, 0
    begin = _clause_start(sentence, first - 1, floor)
    own = sentence.bits[begin : first - 1]
    few = 1 <= len(own) <= _NAME_WORDS and not any(b & (CUE | STOP | THAT | ROLE_END) for b in own)
    return (begin, first - 1) if few else (0, 0)


def _without_verb(sentence: Sentence, cue: int, begin: int, end: int) -> Phrase:
    """Drop the verb whose separable part the cue is: ``fügte Ann Lee hinzu``, ``Ann Lee fügte hinzu``."""
    if end - begin >= 2 and sentence.bits[begin] >= 0 and _is_parted_verb(sentence, begin, cue):
        return begin + 1, end
    if end - begin >= 2 and sentence.bits[end - 1] >= 0 and _is_parted_verb(sentence, end - 1, cue):
        return begin, end - 1
    return begin, end


def _is_parted_verb(sentence: Sentence, verb: int, cue: int) -> bool:
    if not sentence.bits[verb] & PHRASE:
        return False
    parts = (sentence.fold(verb), sentence.fold(cue))
    return any(words == parts for words, _ in sentence.pack.phrases.get(parts[0], ()))


def _before_joined_verb(sentence: Sentence, begin: int, end: int) -> Phrase:
    """``The Chinese president praised the talks and (said)``: the subject ends where the first of two verbs begins."""
    row = sentence.bits
    for at in range(begin + 1, end - 1):
        # Gradonačelnica je plan (nazvala): an auxiliary ends the subject that stands before it.
        if row[at] > 0 and row[at] & _AUXILIARY == STOP | ADVERB:
            if all(b > 0 and b & (DETERMINER | CAPITAL | NAME | ROLE_END | PARTICLE) for b in row[begin:at]):
                return begin, at
    last = row[end - 1] if end - begin >= 3 else 0
    if last < 0 or not last & STOP or last & (JOIN | DETERMINER | PRONOUN):
        return begin, end
    stop = begin
    while stop < end and row[stop] > 0 and row[stop] & (DETERMINER | CAPITAL | NAME | ROLE_END | PARTICLE):
        stop += 1
    named = any(b & (NAME | ROLE_END | PRONOUN) for b in row[begin:stop])
    return (begin, stop) if named and stop < end - 1 else (begin, end)


def _before_apposition(sentence: Sentence, end: int, floor: int) -> Phrase:
    """``Ann Lee, the director of X, said``: the earliest chunk with a name is the subject."""
    pack = sentence.pack
    best = (0, 0)
    limit = end
    for _ in range(5):
        begin = _clause_start(sentence, limit, floor)
        if begin < limit and not (pack.relatives and sentence.fold(begin) in pack.relatives):
            chunk = _trim_left(sentence, begin, limit)
            if chunk[1] > chunk[0] and (has_name(sentence, *chunk) or not sentence.cased):
                named = any(b & NAME for b in sentence.bits[chunk[0] : chunk[1]])
                if best == (0, 0) or named:
                    best = chunk
        if begin <= floor or sentence.bits[begin - 1] == QUOTED:
            break
        limit = begin - 1
    if best[1] > best[0] and not pack.nouns_capitalised:
        best = with_apposition(sentence, best, end + 1)
    return _titled_in(sentence, best) if pack.verb_first else best


def _titled_in(sentence: Sentence, chunk: Phrase) -> Phrase:
    """Return the person with a title in a clause whose verb comes first, empty for a clause without one.

    ``وقع وزير المياه سامي الحداد اتفاقا، (وقال)``: not the whole clause speaks.
    """
    begin, end = chunk
    if end - begin < _CLAUSE_WORDS or sentence.bits[begin] & (ROLE_END | PRONOUN | DETERMINER):
        return chunk
    for titled in titled_names(sentence, sentence.pack):
        if begin <= titled.title_start and titled.end <= end:
            return titled.title_start, titled.end
    return 0, 0


def _trim_left(sentence: Sentence, begin: int, end: int) -> Phrase:
    """Drop leading connectives and what stands before the last preposition, unless a name is before it."""
    row, pack = sentence.bits, sentence.pack
    while begin < end and (
        row[begin] < 0 or (row[begin] & (STOP | ADVERB | THAT) and not row[begin] & (DETERMINER | PRONOUN))
    ):
        if row[begin] >= 0 and row[begin] & CAPITAL and not row[begin] & NO_NAME:
            break
        begin += 1
    if begin >= end:
        return 0, 0
    if end - begin == 1:
        return begin, end
    if row[begin] & PRONOUN and not row[begin] & (DETERMINER | STOP | CAPITAL) and pack.nouns_capitalised:
        return begin, begin + 1
    if row[end - 1] & PRONOUN and 0 <= row[end - 1] != QUOTED:
        return end - 1, end
    inner = begin
    for at in range(end - 1, begin, -1):
        bits = row[at]
        if bits < 0 or row[at] & CAPITAL:
            continue
        if bits & STOP and not bits & (JOIN | DETERMINER):
            inner = at + 1
            break
    if inner > begin and inner < end:
        kept = has_name(sentence, begin, inner - 1) and not _is_fronted(sentence, begin, inner)
        if not kept and pack.verb_last and inner - 1 > begin:
            opens = (k for k in range(begin + 1, inner) if row[k] & STOP and not row[k] & (JOIN | DETERMINER))
            end = next(opens)  # رضا احمدی در این آیین (گفت): what a preposition opens stands between subject and verb.
        elif not kept:
            begin = inner
            while begin < end - 1 and row[begin] > 0 and row[begin] & ADVERB:
                begin += 1
    if end - begin > MAX_PHRASE:
        begin = end - MAX_PHRASE
    return begin, end


def _is_fronted(sentence: Sentence, begin: int, inner: int) -> bool:
    """Say whether the words before *inner* were an adverbial: they followed a dropped preposition."""
    return begin > 0 and sentence.bits[begin - 1] > 0 and sentence.bits[begin - 1] & (STOP | ADVERB) == STOP


def front_subject(sentence: Sentence, at: int) -> Phrase:
    """The subject of a verb-final sentence: the marked phrase before the quotation, or what opens the sentence."""
    pack = sentence.pack
    if pack.subject_marks:
        for k in range(at - 1, -1, -1):
            if _is_marked_subject(sentence, k):
                begin = _clause_start(sentence, k, 0)
                if sentence.fold(k) in pack.subject_marks:
                    return _trim_left(sentence, begin, k) if begin < k else (0, 0)
                begin = min(begin, k)
                return _trim_left(sentence, begin, k + 1)
        return 0, 0
    if not pack.final:
        return opening_phrase(sentence, at) if pack.nouns_capitalised else (0, 0)
    nearest = _before_comma(sentence, at)
    if nearest[1] > nearest[0]:
        return nearest
    begin = 0
    for k in range(at):
        if sentence.bits[k] == QUOTED:
            begin = k + 1
    begin, end = noun_phrase(sentence, begin)
    while end - begin > 1 and (
        sentence.bits[end - 1] & (ADVERB | CAPITAL) == ADVERB
        or any(sign in sentence.words[end - 1] for sign in _CASE_SIGNS)
    ):
        end -= 1  # Ayşe Demir şunları (söyledi), Ayşe Demir İzmir’de (söyledi)
    return begin, end


def _before_comma(sentence: Sentence, at: int) -> Phrase:
    """``Köprünün bittiğini söyleyen Ayşe Demir, “…” (dedi)``: the name whose comma the quotation follows."""
    end = at - 1
    if end < 1 or sentence.words[end] != "," or not sentence.bits[end - 1] > 0:
        return 0, 0
    begin = end
    while begin > 0 and sentence.bits[begin - 1] > 0 and sentence.bits[begin - 1] & (NAME | ROLE_END | PARTICLE):
        begin -= 1
    if begin == end or any(sign in sentence.words[end - 1] for sign in _CASE_SIGNS):
        return 0, 0
    return begin, end


def _is_marked_subject(sentence: Sentence, at: int) -> bool:
    pack = sentence.pack
    if not 0 <= sentence.bits[at] != QUOTED:
        return False
    fold = sentence.fold(at)
    if fold in pack.subject_marks:
        return True
    if pack.no_topics and fold.endswith(pack.no_topics):
        return False
    if not pack.marks_attached or not fold.endswith(pack.subject_marks):
        return False
    return len(fold) >= 3 or fold[:-1] in pack.gender or sentence.bits[at] & ROLE_END > 0
