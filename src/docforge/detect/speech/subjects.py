# SPDX-License-Identifier: Apache-2.0
"""Find the subject of a cue: before it, around it, or at the head of a sentence whose verb is the last word.

Comes in: a sentence and the word of its cue.  Goes out: a range of words or None.
"""

from __future__ import annotations

from docforge.detect.caseless import titled_names
from docforge.detect.sentences import Sentence
from docforge.detect.speech.attribution import Phrase
from docforge.detect.speech.inversion import passive_agent, surely_behind
from docforge.detect.speech.noun_phrases import (
    BEFORE_A_NAME,
    LONGEST_PHRASE,
    has_name,
    is_adverbial,
    is_inside_phrase,
    is_marked_name,
    noun_phrase,
    opening_phrase,
    sound,
    sound_phrase,
    with_apposition,
)
from docforge.detect.word_bits import (
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

__all__ = ["front_subject", "subject_around", "subject_before"]

_CLAUSE_SIGNS = frozenset(",;:()[]–—―-،؛、，；：.!?…。")
_NAME_WORDS = 3
"""Words of a name before the comma of a role."""
_CLAUSE_WORDS = 4
"""Fewer words are a name, not a clause."""
_CHUNKS = 5
"""Parts between commas that are looked through for the name before an apposition."""
_AUXILIARY = STOP | ADVERB | JOIN | DETERMINER | PRONOUN | CAPITAL
"""Of these an auxiliary is ``STOP | ADVERB`` alone."""
_PREPOSITION = STOP | JOIN | DETERMINER | CAPITAL
"""Of these a preposition is ``STOP`` alone."""
_NOMINAL = DETERMINER | CAPITAL | NAME | ROLE_END | PARTICLE
_CASE_SIGNS = "'’"
"""Signs between a name and the ending of a case: İzmir’de."""


def subject_around(sentence: Sentence, cue: int, length: int, floor: int, end: int) -> Phrase | None:
    """Return the subject of a cue of *length* words among the words of ``[floor, end)``: before it, else behind it."""
    pack = sentence.pack
    if pack.final:
        quoted = next((k for k in range(cue - 1, -1, -1) if sentence.bits[k] == QUOTED), cue)
        front = front_subject(sentence, quoted)
        if front:
            return front
    behind = surely_behind(sentence, cue, length, end)
    if behind:
        return behind
    before = subject_before(sentence, cue, floor)
    before = before and sound(sentence, before)
    if cue > floor and sentence.words[cue - 1] == ",":
        parenthetic = sentence.words[floor:cue].count(",") == 1 and sentence.words[end : end + 1] == [","]
        if parenthetic or pack.nouns_capitalised:
            behind = sound_phrase(sentence, cue + length)
            if behind and behind[1] == end:
                return behind  # Hit by a spear, cried Ann Lee: the verb comes second, who speaks behind it.
    if before and _is_subject(sentence, before):
        return before
    behind = sound_phrase(sentence, cue + length)
    if behind and behind[1] <= end:
        return with_apposition(sentence, behind, end)
    return before or passive_agent(sentence, cue) or front_subject(sentence, cue)


def _is_subject(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether a phrase before a cue is its subject, whatever stands behind it."""
    if sentence.pack.nouns_capitalised and is_adverbial(sentence, phrase):
        return False
    if has_name(sentence, *phrase) or sentence.bits[phrase[0]] & (PRONOUN | DETERMINER):
        return True
    return not sentence.cased


# -- before the cue


def subject_before(sentence: Sentence, cue: int, floor: int) -> Phrase | None:
    """Return the subject that stands before the cue at *cue*, not before *floor*."""
    row, pack = sentence.bits, sentence.pack
    end = _subject_end(sentence, cue, floor)
    if end > floor:
        last = row[end - 1]
        if last == QUOTED and is_marked_name(sentence, end - 1):
            return _first_before(row, end - 1, floor, BEFORE_A_NAME), end
        if last < 0 and sentence.words[end - 1] in _CLAUSE_SIGNS:
            return _before_apposition(sentence, end - 1, floor)
        if pack.conjunctions and end - 1 > floor and sentence.fold(end - 1) in pack.conjunctions:
            joined = opening_phrase(sentence, end - 1)
            if joined and joined[0] >= floor:
                return joined  # The master went aboard and (said): of two verbs one subject, which opens the clause.
    first = _clause_start(sentence, end, floor)
    if pack.verb_last:
        named = _name_above_role(sentence, first, floor)
        if named:
            return named
    chunk = _trim_left(sentence, first, end)
    if chunk is None:
        return _subject_above(sentence, first, cue, floor)
    return _of_several_verbs(sentence, cue, chunk, first > 0)


def _subject_end(sentence: Sentence, cue: int, floor: int) -> int:
    """Return where the words before a cue end without marks of the subject and adverbs."""
    row, marks = sentence.bits, sentence.pack.subject_marks
    end = cue
    while end > floor and marks and sentence.fold(end - 1) in marks:
        end -= 1
    while end > floor and row[end - 1] & (ADVERB | PRONOUN) == ADVERB:
        end -= 1
    return end


def _first_before(row: list[int], at: int, floor: int, wanted: int) -> int:
    """Return the first of the words in a row before *at* that have a bit of *wanted*."""
    while at > floor and row[at - 1] & wanted:
        at -= 1
    return at


def _subject_above(sentence: Sentence, first: int, cue: int, floor: int) -> Phrase | None:
    """``Ann Lee called it "Low Tide" and (said)``: the subject before the quotation that a bare second verb follows."""
    row = sentence.bits
    if not (floor < first - 1 and first < cue and row[first - 1] == QUOTED) or not 0 <= row[first - 2] != QUOTED:
        return None
    if not all(b & STOP for b in row[first:cue]):
        return None
    subject = subject_before(sentence, first - 1, floor)
    if subject is None:
        return None
    begin, end = subject
    return begin, next((k for k in range(begin + 1, end) if row[k] & (CUE | FRAGMENT)), end)


def _of_several_verbs(sentence: Sentence, cue: int, chunk: Phrase, inside: bool) -> Phrase:
    """Return the subject in the *chunk* of a clause that may have another verb before the one at *cue*.

    *inside*: the clause does not open the sentence.
    """
    row, marks, cased = sentence.bits, sentence.pack.subject_marks, sentence.cased
    begin, end = chunk
    if inside and end - begin > 2 and cased and row[begin] & (CUE | CAPITAL) == CUE:
        joined = noun_phrase(sentence, begin + 1)
        if joined and joined[0] == begin + 1 and joined[1] < end:
            return joined  # (“…”) writes she on the net and (adds)
    while not cased and begin < end - 1 and row[begin] & CUE:
        begin += 1  # Where the verb comes first, the subject of the second verb stands behind the first one.
    if marks:
        end = next((k for k in range(begin + 1, end) if sentence.fold(k) in marks), end)
    if end - begin > 1:
        begin, end = _without_verb(sentence, cue, begin, end)
    if end - begin == 1:
        return begin, end
    if cased and row[end - 1] & JOIN:
        pronoun = _pronoun_of_clause(row, begin, end - 1)
        if pronoun:
            return pronoun  # Zugleich lobte sie den Kapitän und (sagte)
    if cased and row[begin] & (PRONOUN | DETERMINER) == PRONOUN:
        if not any(bits & (NAME | ROLE_END | JOIN | CAPITAL) for bits in row[begin + 1 : end]):
            return begin, begin + 1  # she used to (say)
    return _before_joined_verb(row, begin, end)


def _pronoun_of_clause(row: list[int], begin: int, end: int) -> Phrase | None:
    """Return the first pronoun among the words of ``[begin, end)`` if nobody is named before it."""
    for at in range(begin, end):
        if row[at] & (PRONOUN | DETERMINER) == PRONOUN:
            return at, at + 1
        if row[at] & (NAME | ROLE_END):
            return None
    return None


def _without_verb(sentence: Sentence, cue: int, begin: int, end: int) -> Phrase:
    """Drop the verb whose separable part the cue is: ``fügte Ann Lee hinzu``, ``Ann Lee fügte hinzu``."""
    if _is_parted_verb(sentence, begin, cue):
        return begin + 1, end
    if _is_parted_verb(sentence, end - 1, cue):
        return begin, end - 1
    return begin, end


def _is_parted_verb(sentence: Sentence, verb: int, cue: int) -> bool:
    """Say whether the words at *verb* and *cue* are one cue, of which other words stand between the parts."""
    if not sentence.bits[verb] & PHRASE:
        return False
    parts = (sentence.fold(verb), sentence.fold(cue))
    return any(words == parts for words, _ in sentence.pack.phrases.get(parts[0], ()))


def _before_joined_verb(row: list[int], begin: int, end: int) -> Phrase:
    """``The Chinese president praised the talks and (said)``: the subject ends where the first of two verbs begins."""
    for at in range(begin + 1, end - 1):
        # Gradonačelnica je plan (nazvala): an auxiliary ends the subject that stands before it.
        if row[at] & _AUXILIARY == STOP | ADVERB:
            if all(b & _NOMINAL for b in row[begin:at]):
                return begin, at
    last = row[end - 1] if end - begin >= 3 else 0
    if not last & STOP or last & (JOIN | DETERMINER | PRONOUN):
        return begin, end
    stop = begin
    while stop < end and row[stop] & _NOMINAL:
        stop += 1
    named = any(b & (NAME | ROLE_END | PRONOUN) for b in row[begin:stop])
    return (begin, stop) if named and stop < end - 1 else (begin, end)


# -- the clause before the cue


def _clause_start(sentence: Sentence, at: int, floor: int) -> int:
    """Return where the chunk that ends before *at* begins: behind the nearest sign or quotation."""
    row = sentence.bits
    begin = at
    while begin > floor:
        bits = row[begin - 1]
        if bits < 0:
            if not is_inside_phrase(sentence, begin - 1):
                opening = _bracket(sentence, begin - 1, floor) if sentence.pack.nouns_capitalised else -1
                if opening < 0:
                    break
                begin = opening + 1
        elif bits == QUOTED or (bits & THAT and not bits & (CAPITAL | DETERMINER | ADVERB)):
            break
        begin -= 1
    return begin


def _bracket(sentence: Sentence, at: int, floor: int) -> int:
    """Return where behind *floor* the bracket opens that the sign at *at* closes, -1 where it closes none."""
    if sentence.words[at] != ")":
        return -1
    return next((k for k in range(at - 1, floor, -1) if sentence.words[k] == "("), -1)


def _trim_left(sentence: Sentence, begin: int, end: int) -> Phrase | None:
    """Drop leading connectives and what stands before the last preposition, unless a name is before it."""
    row, pack = sentence.bits, sentence.pack
    while begin < end and (
        row[begin] < 0 or (row[begin] & (STOP | ADVERB | THAT) and not row[begin] & (DETERMINER | PRONOUN))
    ):
        if row[begin] & (CAPITAL | NO_NAME) == CAPITAL:
            break
        begin += 1
    if begin >= end:
        return None
    if end - begin == 1:
        return begin, end
    if row[begin] & PRONOUN and not row[begin] & (DETERMINER | STOP | CAPITAL) and pack.nouns_capitalised:
        return begin, begin + 1
    if row[end - 1] & PRONOUN:
        return end - 1, end
    inner = begin
    for at in range(end - 1, begin, -1):
        if row[at] & _PREPOSITION == STOP:
            inner = at + 1
            break
    if begin < inner < end and (_is_fronted(row, begin) or not has_name(sentence, begin, inner - 1)):
        if pack.verb_last and inner - 1 > begin:
            # رضا احمدی در این آیین (گفت): what a preposition opens stands between subject and verb.
            end = next(k for k in range(begin + 1, inner) if row[k] & (STOP | JOIN | DETERMINER) == STOP)
        else:
            begin = inner
            while begin < end - 1 and row[begin] & ADVERB:
                begin += 1
    return max(begin, end - LONGEST_PHRASE), end


def _is_fronted(row: list[int], begin: int) -> bool:
    """Say whether the words from *begin* on are an adverbial: they follow a dropped preposition."""
    return begin > 0 and row[begin - 1] & (STOP | ADVERB) == STOP


def _before_apposition(sentence: Sentence, end: int, floor: int) -> Phrase | None:
    """``Ann Lee, the director of X, said``: the earliest chunk with a name is the subject."""
    row, pack = sentence.bits, sentence.pack
    best: Phrase | None = None
    limit = end
    for _ in range(_CHUNKS):
        begin = _clause_start(sentence, limit, floor)
        if begin < limit and not (pack.relatives and sentence.fold(begin) in pack.relatives):
            chunk = _trim_left(sentence, begin, limit)
            if chunk and (has_name(sentence, *chunk) or not sentence.cased):
                if best is None or any(b & NAME for b in row[chunk[0] : chunk[1]]):
                    best = chunk
        if begin <= floor or row[begin - 1] == QUOTED:
            break
        limit = begin - 1
    if best is None:
        return None
    if not pack.nouns_capitalised:
        best = with_apposition(sentence, best, end + 1)
    return _titled_in(sentence, best) if pack.verb_first else best


def _titled_in(sentence: Sentence, chunk: Phrase) -> Phrase | None:
    """Return the person with a title in a clause whose verb comes first.

    ``وقع وزير المياه سامي الحداد اتفاقا، (وقال)``: not the whole clause speaks.
    """
    begin, end = chunk
    if end - begin < _CLAUSE_WORDS or sentence.bits[begin] & (ROLE_END | PRONOUN | DETERMINER):
        return chunk
    for titled in titled_names(sentence, sentence.pack):
        if begin <= titled.title_start and titled.end <= end:
            return titled.title_start, titled.end
    return None


def _name_above_role(sentence: Sentence, first: int, floor: int) -> Phrase | None:
    """``رضا احمدی، وزیر نیرو در این آیین (گفت)``: the few words before the comma of a role that opens the clause."""
    if first - 2 < floor or sentence.words[first - 1] not in ",،" or not sentence.bits[first] & ROLE_END:
        return None
    begin = _clause_start(sentence, first - 1, floor)
    own = sentence.bits[begin : first - 1]
    few = 1 <= len(own) <= _NAME_WORDS and not any(b & (CUE | STOP | THAT | ROLE_END) for b in own)
    return (begin, first - 1) if few else None


# -- at the head of a sentence whose verb is last


def front_subject(sentence: Sentence, at: int) -> Phrase | None:
    """Return the subject of a verb-final sentence: the marked phrase before word *at*, or what opens the sentence."""
    pack = sentence.pack
    if pack.subject_marks:
        return _marked_subject(sentence, at)
    if not pack.final:
        return opening_phrase(sentence, at) if pack.nouns_capitalised else None
    nearest = _before_comma(sentence, at)
    if nearest:
        return nearest
    phrase = noun_phrase(sentence, next((k + 1 for k in range(at - 1, -1, -1) if sentence.bits[k] == QUOTED), 0))
    if phrase is None:
        return None
    begin, end = phrase
    while end - begin > 1 and (
        sentence.bits[end - 1] & (ADVERB | CAPITAL) == ADVERB or _has_case_sign(sentence.words[end - 1])
    ):
        end -= 1  # Ayşe Demir şunları (söyledi), Ayşe Demir İzmir’de (söyledi)
    return begin, end


def _has_case_sign(word: str) -> bool:
    return any(sign in word for sign in _CASE_SIGNS)


def _before_comma(sentence: Sentence, at: int) -> Phrase | None:
    """``Köprünün bittiğini söyleyen Ayşe Demir, “…” (dedi)``: the name whose comma the quotation follows."""
    end = at - 1
    if end < 1 or sentence.words[end] != "," or _has_case_sign(sentence.words[end - 1]):
        return None
    begin = _first_before(sentence.bits, end, 0, NAME | ROLE_END | PARTICLE)
    return (begin, end) if begin < end else None


def _marked_subject(sentence: Sentence, at: int) -> Phrase | None:
    """Return the nearest phrase before word *at* that has the mark of the subject at its end or behind it."""
    for k in range(at - 1, -1, -1):
        if _is_marked(sentence, k):
            begin = _clause_start(sentence, k, 0)
            end = k if sentence.fold(k) in sentence.pack.subject_marks else k + 1
            return _trim_left(sentence, begin, end)
    return None


def _is_marked(sentence: Sentence, at: int) -> bool:
    """Say whether the word *at* is a mark of the subject, or ends with one."""
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
