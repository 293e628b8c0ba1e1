# SPDX-License-Identifier: Apache-2.0
"""Read who speaks from the words around a quotation: cue, noun phrase, order.

Comes in: one sentence, in which a quotation is one word, and a language pack.  Goes out: ``Attribution``
(noun phrase and cue as offsets in the block).  Knows nothing of persons behind the phrase (``coreference``) and of
what kind of quotation it is (``quotes``).  Each rule looks at one sentence only.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from typing import NamedTuple

from docforge.detect.caseless import titled_names
from docforge.detect.quotation_marks import DASHES
from docforge.detect.quote_packs import (
    ADJACENT,
    ADVERB,
    CAPITAL,
    CITES,
    CUE,
    DETERMINER,
    FRAGMENT,
    FRAME_BESIDE,
    FRAME_CUE,
    FRAME_PHRASE,
    IMPERSONAL,
    JOIN,
    KNOWN,
    MENTION,
    MOOD,
    NAME,
    NO_NAME,
    ORGANISATION,
    OUTLINE_COMMA,
    OUTLINE_QUOTED,
    OUTLINE_SIGN,
    PARTICLE,
    PHRASE,
    PRONOUN,
    QUOTED,
    REPORTED,
    ROLE_END,
    SOURCE,
    STOP,
    THAT,
    WITHIN,
    QuotePack,
    outline_class,
)
from docforge.detect.vocabulary import agencies
from docforge.detect.words import SOURCES, Cut, Sentence

__all__ = [
    "Attribution",
    "as_said",
    "attribute",
    "closing",
    "in_relative",
    "inverted",
    "is_marked_name",
    "name_run",
    "noun_phrase",
    "opening_person",
    "phrase_cue",
    "subject_before",
    "with_apposition",
]

_MAX_PHRASE = 14
_CLOSING = "\"”“»«’'」』›‹ \u00a0\u202f"
_MARKS = _CLOSING + "„‚‘"
_CLAUSE_SIGNS = frozenset(",;:()[]–—―-،؛、，；：.!?…。")
_MAY_ATTRIBUTE = FRAME_CUE | FRAME_BESIDE | FRAME_PHRASE
_VERBS = re.compile(outline_class(_MAY_ATTRIBUTE))
"""Words that may be a cue of any kind, or begin one."""
_VERBS_AND_SIGNS = re.compile(outline_class(_MAY_ATTRIBUTE, signs=(OUTLINE_SIGN,)))
"""The same, and the signs among which are those that part clauses."""
_SIGN_THEN_WORD = re.compile(b"[^\\x00-\\x7f\\x%02x](?=[\\x00-\\x7f])" % OUTLINE_QUOTED)


class Attribution(NamedTuple):
    """Who and by which word; offsets in the block, ends exclusive; -1 for none."""

    rule: str
    cue_start: int
    cue_end: int
    start: int = -1
    end: int = -1
    strength: int = 2
    """3: mark and cue touch; 2: same clause; 1: same sentence."""

    @property
    def has_speaker(self) -> bool:
        """Say whether a noun phrase was found."""
        return self.end > self.start >= 0


def phrase_cue(sentence: Sentence, at: int, bits: int) -> int:
    """Return how many sentence from *at* make a cue phrase with one of *bits*; 0 when none."""
    own = sentence.bits[at]
    if not own & (bits | PHRASE):
        return 0
    if (
        at
        and sentence.bits[at - 1] & DETERMINER
        and sentence.pack.articles
        and sentence.fold(at - 1) in sentence.pack.articles
    ):
        return 0
    if own & PHRASE:
        phrases = sentence.pack.phrases[sentence.fold(at)]
        ahead = sentence.folds(at, len(phrases[0][0]))
        for words, bit in phrases:
            if bit & bits and ahead[: len(words)] == words:
                return len(words)
    return 1 if own & bits else 0


def name_run(sentence: Sentence, at: int) -> int:
    """Return the end of the run of capitalised words from *at*, joined by initials and particles."""
    row = sentence.bits
    end = at
    while end < len(row):
        bits = row[end]
        if bits & NAME:
            end += 1
        elif end == at or end + 1 >= len(row) or not row[end + 1] & NAME:
            break
        elif bits & PARTICLE or (
            sentence.words[end] == "."
            and (len(sentence.words[end - 1]) <= 2 or sentence.fold(end - 1) in sentence.pack.abbreviations)
        ):
            end += 1
        else:
            break
    return end


# -- noun phrases ----------------------------------------------------------------------------


def _leads_to_name(row: list[int], at: int) -> bool:
    """Say whether a particle that is no word of the language (de, van der) is at *at*, with a name behind it."""
    if row[at] & (STOP | JOIN | DETERMINER | CAPITAL):
        return False
    for bits in row[at + 1 : at + 3]:
        if bits > 0 and bits & NAME:
            return True
        if bits <= 0 or not bits & PARTICLE:
            return False
    return False


def noun_phrase(sentence: Sentence, at: int) -> tuple[int, int]:
    """Return the token range of the noun phrase that begins at *at*, empty when there is none."""
    row, pack = sentence.bits, sentence.pack
    begin = at
    while begin < len(row) and row[begin] > 0 and row[begin] & ADVERB and not (row[begin] & (DETERMINER | PRONOUN)):
        begin += 1
    end = begin
    while end < len(row) and end - begin < _MAX_PHRASE:
        bits = row[end]
        if bits == QUOTED:
            break
        if bits < 0:
            if sentence.words[end] == "." and _is_initial(sentence, end):
                end += 1
                continue
            if sentence.words[end] in _JOINING_SIGNS and end > begin:
                end += 1
                continue
            break
        if pack.addressees and end - begin >= 2 and not bits & CAPITAL and _is_told(sentence, end):
            break  # said Minister Ann Lee to the agency
        if bits & PRONOUN and end > begin and not bits & CAPITAL:
            break
        if bits & PRONOUN and end == begin:
            return begin, begin + 1
        if bits & JOIN and end > begin and not bits & PRONOUN:
            if _joins(sentence, end):
                end += 1
                continue
            break
        if bits & DETERMINER and not bits & CAPITAL:
            if end > begin and not row[end - 1] & (JOIN | DETERMINER):
                break
            end += 1
            continue
        if bits & PARTICLE and end > begin and row[end - 1] & NAME and _leads_to_name(row, end):
            end += 1
            continue
        if pack.nouns_capitalised and end > begin and row[end - 1] & CAPITAL:
            if not bits & (KNOWN | CAPITAL | ROLE_END) or (bits & ADJACENT and not bits & (CAPITAL | JOIN)):
                break  # Nothing unknown in small letters follows a noun but the verb.
        if begin == end and at > 0 and bits & CAPITAL and not pack.nouns_capitalised:
            if end + 1 < len(row) and row[end + 1] & NAME:
                end += 1  # said Per Anders Vik, said Will Smith
                continue
        if bits & (STOP | CUE | THAT) and not (bits & CAPITAL and end > begin and not bits & THAT):
            if not (bits & CUE and not bits & STOP and bits & CAPITAL):
                break
        if sentence.words[end][0].isdigit() and end == begin:
            break
        end += 1
    while (
        end > begin
        and (row[end - 1] & (JOIN | DETERMINER) or sentence.words[end - 1] in _JOINING_SIGNS)
        and (not row[end - 1] & CAPITAL and not row[end - 1] & PRONOUN)
    ):
        end -= 1
    return begin, end


def _is_told(sentence: Sentence, end: int) -> bool:
    """Say whether who was told it begins at *end*, right behind a name of two words or a role with a name."""
    pack = sentence.pack
    fold = sentence.fold(end)
    if fold not in pack.addressees and fold[: fold.find("'") + 1] not in pack.addressees:
        return False
    last, before = sentence.bits[end - 1], sentence.bits[end - 2]
    if last < 0 or before < 0 or not last & NAME or last & (ROLE_END | ORGANISATION):
        return False
    return before & (NAME | ROLE_END) > 0 and not before & ORGANISATION


_JOINING_SIGNS = frozenset("&/'’")


def _is_initial(sentence: Sentence, at: int) -> bool:
    if not at or at + 1 >= len(sentence.bits) or not sentence.bits[at + 1] & CAPITAL:
        return False
    return len(sentence.words[at - 1]) == 1 or sentence.fold(at - 1) in sentence.pack.abbreviations


def _joins(sentence: Sentence, at: int) -> bool:
    """A joining word stays inside the phrase if a determiner, a capital or a further join follows."""
    if at + 1 >= len(sentence.bits):
        return False
    after = sentence.bits[at + 1]
    if after < 0:
        return False
    return after & (CAPITAL | DETERMINER | JOIN) > 0 or not after & (STOP | CUE | ADJACENT | PRONOUN)


def _clause_start(sentence: Sentence, at: int, floor: int) -> int:
    """Return where the chunk that ends before *at* begins: after the nearest sign or quotation."""
    row = sentence.bits
    begin = at
    while begin > floor:
        bits = row[begin - 1]
        if bits == QUOTED:
            break
        if bits < 0:
            if sentence.words[begin - 1] == "." and _is_initial(sentence, begin - 1):
                begin -= 1
                continue
            if sentence.pack.nouns_capitalised and sentence.words[begin - 1] == ")":
                opening = next((k for k in range(begin - 2, floor, -1) if sentence.words[k] == "("), -1)
                if opening > floor:
                    begin = opening
                    continue
            if sentence.words[begin - 1] not in _JOINING_SIGNS:
                break
        elif bits & THAT and not bits & CAPITAL and not bits & (DETERMINER | ADVERB):
            break
        begin -= 1
    return begin


def _has_name(sentence: Sentence, begin: int, end: int) -> bool:
    return any(b & (NAME | ROLE_END) for b in sentence.bits[begin:end])


def subject_before(sentence: Sentence, cue: int, floor: int) -> tuple[int, int]:
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
        while begin > floor and row[begin - 1] > 0 and row[begin - 1] & _BEFORE_A_NAME:
            begin -= 1
        return begin, end
    if end > floor and sentence.words[end - 1] in _CLAUSE_SIGNS and row[end - 1] < 0:
        return _before_apposition(sentence, end - 1, floor)
    if end - 1 > floor and pack.conjunctions and sentence.fold(end - 1) in pack.conjunctions:
        joined = _opening(sentence, end - 1)
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


def _name_above_role(sentence: Sentence, first: int, floor: int) -> tuple[int, int]:
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


_NAME_WORDS = 3


def _without_verb(sentence: Sentence, cue: int, begin: int, end: int) -> tuple[int, int]:
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


_AUXILIARY = STOP | ADVERB | JOIN | DETERMINER | PRONOUN | CAPITAL


def _before_joined_verb(sentence: Sentence, begin: int, end: int) -> tuple[int, int]:
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


def _before_apposition(sentence: Sentence, end: int, floor: int) -> tuple[int, int]:
    """``Ann Lee, the director of X, said``: the earliest chunk with a name is the subject."""
    pack = sentence.pack
    best = (0, 0)
    limit = end
    for _ in range(5):
        begin = _clause_start(sentence, limit, floor)
        if begin < limit and not (pack.relatives and sentence.fold(begin) in pack.relatives):
            chunk = _trim_left(sentence, begin, limit)
            if chunk[1] > chunk[0] and (_has_name(sentence, *chunk) or not sentence.cased):
                named = any(b & NAME for b in sentence.bits[chunk[0] : chunk[1]])
                if best == (0, 0) or named:
                    best = chunk
        if begin <= floor or sentence.bits[begin - 1] == QUOTED:
            break
        limit = begin - 1
    if best[1] > best[0] and not pack.nouns_capitalised:
        best = with_apposition(sentence, best, end + 1)
    return _titled_in(sentence, best) if pack.verb_first else best


def _titled_in(sentence: Sentence, chunk: tuple[int, int]) -> tuple[int, int]:
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


_CLAUSE_WORDS = 4
"""Fewer words are a name, not a clause."""


def _trim_left(sentence: Sentence, begin: int, end: int) -> tuple[int, int]:
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
        kept = _has_name(sentence, begin, inner - 1) and not _is_fronted(sentence, begin, inner)
        if not kept and pack.verb_last and inner - 1 > begin:
            opens = (k for k in range(begin + 1, inner) if row[k] & STOP and not row[k] & (JOIN | DETERMINER))
            end = next(opens)  # رضا احمدی در این آیین (گفت): what a preposition opens stands between subject and verb.
        elif not kept:
            begin = inner
            while begin < end - 1 and row[begin] > 0 and row[begin] & ADVERB:
                begin += 1
    if end - begin > _MAX_PHRASE:
        begin = end - _MAX_PHRASE
    return begin, end


def _is_fronted(sentence: Sentence, begin: int, inner: int) -> bool:
    """Say whether the words before *inner* were an adverbial: they followed a dropped preposition."""
    return begin > 0 and sentence.bits[begin - 1] > 0 and sentence.bits[begin - 1] & (STOP | ADVERB) == STOP


# -- frames ----------------------------------------------------------------------------------


def attribute(sentence: Sentence, at: int) -> Attribution | None:
    """Return who is said to have spoken the quotation token at *at* in this sentence, or None."""
    found = _after(sentence, at)
    if (
        found is not None
        and 0 < at < len(sentence.bits) - 1
        and sentence.words[at - 1] in ":："
        and sentence.bits[at + 1] >= 0
    ):
        # After a colon and with nothing between it and the next words, the quotation belongs to what comes before.
        comma = sentence.words[at].rstrip(_CLOSING)[-1:] == ","
        ahead = None if comma else _before(sentence, at)
        found = ahead if ahead is not None and ahead.strength == 3 and ahead.has_speaker else found
    if found is None or not found.has_speaker:
        ahead = _before(sentence, at)
        if found is None or (ahead is not None and ahead.has_speaker and ahead.strength == 3):
            found = ahead
    if found is None or found.strength < 3:
        source = as_said(sentence, at) or _according(sentence, at)
        # A source named between the cue and the words is nearer to them.
        if source is not None and (found is None or found.cue_start < source.cue_start < sentence.starts[at]):
            return source
    return found or _loose_after(sentence, at)


def _made(rule: str, sentence: Sentence, cue: tuple[int, int], phrase: tuple[int, int], strength: int) -> Attribution:
    start, end = (sentence.starts[phrase[0]], sentence.end(phrase[1] - 1)) if phrase[1] > phrase[0] else (-1, -1)
    return Attribution(rule, sentence.starts[cue[0]], sentence.end(cue[1] - 1), start, end, strength)


def _skip_signs(sentence: Sentence, at: int) -> int:
    while at < len(sentence.bits) and sentence.bits[at] < 0 and sentence.words[at] not in "(:;.":
        at += 1
    return at


def _segment_end(sentence: Sentence, at: int) -> int:
    """Return where the words after a quotation end: at the next quotation or at the sentence's end."""
    found = sentence.frames.find(OUTLINE_QUOTED, at)
    return found if found >= 0 else len(sentence.bits)


def _after(sentence: Sentence, at: int) -> Attribution | None:
    """``"…," said Ann Lee`` and ``"…," the minister said``."""
    pack = sentence.pack
    begin = _skip_signs(sentence, at + 1)
    end = _segment_end(sentence, begin)
    if begin >= end or sentence.fold(begin) in pack.relatives:
        return None
    signed = begin > at + 1 or sentence.words[at].rstrip(_CLOSING)[-1:] in ",!?؟،，—–-.…"
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
        named = _marked_name(sentence, first + length) if signed else 0
        if named:
            return _made("after", sentence, (first, first + length), (first + length, named), 3)
        if not signed and is_marked_name(sentence, at) and at and sentence.bits[at - 1] & (DETERMINER | MENTION):
            return None  # "The 'Post' reported": what acts.
        told = first + length + _told_agency(sentence, first + length)
        phrase = noun_phrase(sentence, told)
        if pack.nouns_capitalised:
            phrase = _sound(sentence, phrase)
        if sentence.bits[first] & CITES:
            phrase = _second(sentence, phrase, end)
        elif impersonal := phrase_cue(sentence, first, IMPERSONAL):
            phrase = _text_within(sentence, first + impersonal, end) or phrase
        phrase = with_apposition(sentence, phrase, end)
        if pack.final and phrase[1] > phrase[0] and sentence.bits[phrase[0]] & NAME:
            phrase = (phrase[0], min(phrase[1], name_run(sentence, phrase[0])))
        if phrase[1] <= phrase[0] and not signed and not pack.final:
            return None
        if phrase[1] <= phrase[0] or _is_interruption(sentence, phrase):
            other = with_apposition(sentence, _skip_interruption(sentence, told, end), end)
            phrase = other if other[1] > other[0] else phrase
        if pack.final or phrase[1] <= phrase[0]:
            front = _front_subject(sentence, at)
            phrase = front if front[1] > front[0] else phrase
        if phrase[1] <= phrase[0]:
            phrase = _clitic(sentence, first)
        return _made(
            "after", sentence, (first, first + length), phrase, 3 if signed or touches or pack.final or unmarked else 2
        )
    if not signed:
        return None
    return (
        _name_then_cue(sentence, begin, end)
        or (_short_frame(sentence, at, begin, end) if pack.language == "und" else None)
        or _signature(sentence, at, begin, end)
    )


_LONGEST_NAME = 5


def is_marked_name(sentence: Sentence, at: int) -> bool:
    """Say whether the quotation at *at* can be a name: few words, the first with a capital, no sign at the end."""
    body = sentence.words[at].strip(_MARKS)
    count = len(body.split())
    return body[:1].isupper() and (body[-1:].isalnum() or (count == 1 and body[-1] == ".")) and count <= _LONGEST_NAME


def _marked_name(sentence: Sentence, at: int) -> int:
    """``wrote the "Post"``, ``пишет газета «…»``: the end of a name in marks that begins at *at*, 0 when none does."""
    end = at
    while end < len(sentence.bits) and end < at + 3 and sentence.bits[end] > 0 and sentence.bits[end] & _BEFORE_A_NAME:
        end += 1
    if end >= len(sentence.bits) or sentence.bits[end] != QUOTED or not is_marked_name(sentence, end):
        return 0
    return end + 1


_BEFORE_A_NAME = DETERMINER | MENTION | ORGANISATION


def _signature(sentence: Sentence, at: int, begin: int, end: int) -> Attribution | None:
    """``"…" — Ann Lee, mayor``: a name after a dash; in a language without a pack after a comma too."""
    pack = sentence.pack
    signs = DASHES if pack.language != "und" else DASHES | {","}
    if begin != at + 2 or sentence.words[at + 1] not in signs or not sentence.bits[begin] & NAME:
        return None
    last = name_run(sentence, begin)
    if last - begin < 2 or (last < end and sentence.bits[last] >= 0):
        return None
    return _made("signature", sentence, (at + 1, begin), (begin, last), 2)


_LONGEST_FRAME = 9
_SHORTEST_CLAUSE = 3


def _short_frame(sentence: Sentence, at: int, begin: int, end: int) -> Attribution | None:
    """``"…", ütles minister Ann Lee.``: without a pack, a clause in marks and a short rest with a name or a title.

    The clause has a comma before or behind its closing mark, or a dash; the rest goes on in small letters, or begins
    with the name.  The speaker is the title with the name behind it, else the first name of two words.
    """
    body = sentence.words[at].strip(_MARKS)
    words = body.split()
    if end - begin > _LONGEST_FRAME or len(words) < _SHORTEST_CLAUSE or end < len(sentence.bits):
        return None
    if not sentence.cased:  # Nothing tells a name: a comma that goes with the mark is speech, of nobody known.
        comma = (
            "," in (sentence.words[at].rstrip(_CLOSING)[-1:], sentence.words[at + 1]) and len(words) > _SHORTEST_CLAUSE
        )
        return _made("after", sentence, (begin, begin + 1), (0, 0), 3) if comma else None
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
    return _made("after", sentence, cue, (first, last), 3)


def _second(sentence: Sentence, phrase: tuple[int, int], limit: int) -> tuple[int, int]:
    """``zitiert die Zeitung den Minister``: of two noun phrases the second is the one who speaks."""
    if not phrase[0] < phrase[1] < limit or sentence.bits[phrase[1]] < 0:
        return phrase
    other = _sound(sentence, noun_phrase(sentence, phrase[1]))
    return other if other[1] > other[0] and other[0] == phrase[1] else phrase


def _text_within(sentence: Sentence, at: int, limit: int) -> tuple[int, int] | None:
    """``heißt es dazu in einer Mitteilung``: the text in which it says so."""
    while at < limit and sentence.bits[at] & ADVERB and not sentence.bits[at] & WITHIN:
        at += 1
    if at < limit and sentence.bits[at] & WITHIN:
        phrase = noun_phrase(sentence, at + 1)
        return phrase if phrase[1] > phrase[0] else None
    return None


def with_apposition(sentence: Sentence, phrase: tuple[int, int], limit: int) -> tuple[int, int]:
    """``said the director of the station, Marc Lavigne``: the name after the role's comma belongs to the phrase."""
    begin, end = phrase
    if not begin < end < limit - 2 or sentence.words[end] != ",":
        return phrase
    own = sentence.bits[begin:end]
    if not (own[0] & DETERMINER or any(b & ROLE_END for b in own)):
        if any(b & CAPITAL for b in own):
            return phrase
    if _bears_a_name(sentence, begin, end):
        return phrase
    stop = end + 1
    while stop < limit and sentence.bits[stop] & (NAME | PARTICLE):
        stop += 1
    names = [b for b in sentence.bits[end + 1 : stop] if b & NAME]
    closed = stop == limit or sentence.bits[stop] < 0
    return (begin, stop) if len(names) >= 2 and closed and sentence.bits[end + 1] & NAME else phrase


def _is_interruption(sentence: Sentence, phrase: tuple[int, int]) -> bool:
    """Say whether nothing in a phrase names anybody: ``řekl krátce po havárii (starosta)``."""
    return sentence.cased and not sentence.pack.final and not _names_somebody(sentence, phrase)


def _bears_a_name(sentence: Sentence, begin: int, end: int) -> bool:
    """Say whether a phrase has a name of two words, and not only what its role is of (head of Harbour Board)."""
    for at in range(begin, end - 1):
        if (
            sentence.bits[at] & sentence.bits[at + 1] & NAME
            and sentence.bits[at] > 0
            and not sentence.bits[at] & ROLE_END
        ):
            first = at
            while first > begin and sentence.bits[first - 1] & NAME and not sentence.bits[first - 1] & ROLE_END:
                first -= 1
            of = first > begin + 1 and sentence.fold(first - 1) in sentence.pack.genitives
            if not of and not sentence.bits[first] & ORGANISATION:
                return True
    return False


def _skip_interruption(sentence: Sentence, at: int, end: int) -> tuple[int, int]:
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


def _is_object(sentence: Sentence, at: int) -> bool:
    """Say whether a preposition opens the phrase of the word *at*: at most an article stands between."""
    before = sentence.bits[at - 1]
    if before > 0 and sentence.fold(at - 1) in sentence.pack.genitives:
        return True
    if before > 0 and before & DETERMINER and at > 1:
        before = sentence.bits[at - 2]
    return before > 0 and before & (STOP | DETERMINER | ADVERB | CUE | ADJACENT) == STOP


def _clitic(sentence: Sentence, cue: int) -> tuple[int, int]:
    """A pronoun that stands before the cue or hangs on it (``a-t-il``)."""
    for at in (cue, cue - 1):
        if (
            at >= 0
            and 0 <= sentence.bits[at] != QUOTED
            and sentence.fold(at).rsplit("-", 1)[-1] in sentence.pack.gender
        ):
            return at, at + 1
    return 0, 0


def _name_then_cue(sentence: Sentence, begin: int, end: int) -> Attribution | None:
    for at in sentence.places(_VERBS_AND_SIGNS, begin, min(end, begin + 26)):
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
        if phrase[1] <= phrase[0] or not _names_somebody(sentence, phrase):
            other = noun_phrase(sentence, at + length)
            if phrase[1] > phrase[0] and (other[1] <= other[0] or not _names_somebody(sentence, other)):
                other = _skip_interruption(sentence, at + length, end)
            if other[1] > other[0] and (phrase[1] <= phrase[0] or _names_somebody(sentence, other)):
                phrase = other
        if phrase[1] > phrase[0]:
            return _made("after", sentence, (at, at + length), phrase, 3 if at - begin < 12 else 2)
    return None


def _names_somebody(sentence: Sentence, phrase: tuple[int, int]) -> bool:
    """Say whether a phrase has a name, a role, a pronoun or a determiner and is no adverbial."""
    if sentence.cased and not sentence.pack.nouns_capitalised and _is_adverbial(sentence, phrase):
        return False
    own = sentence.bits[phrase[0] : phrase[1]]
    return not sentence.cased or any(b & (NAME | CAPITAL | ROLE_END | PRONOUN | DETERMINER) for b in own)


def _before(sentence: Sentence, at: int) -> Attribution | None:
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
    for cue in reversed(sentence.places(_VERBS_AND_SIGNS, max(floor, at - 40), nearest)):
        bits = sentence.bits[cue]
        if bits < 0:
            if not colon and sentence.words[cue] in ";:":
                break
            continue
        length = phrase_cue(sentence, cue, wanted)
        if not length or (bits & CAPITAL and cue > floor and pack.nouns_capitalised):
            continue
        if pack.relatives and _is_relative(sentence, cue, at):
            continue
        touches = cue + length >= nearest
        phrase = _around(sentence, cue, length, floor, nearest)
        if phrase[1] <= phrase[0] and not (touches or colon):
            continue
        return _made("before", sentence, (cue, cue + length), phrase, 3 if colon or (touches and comma) else 2)
    if colon:
        phrase = _label(sentence, floor, at - 1)
        if phrase[1] > phrase[0]:
            return Attribution("colon", sentence.starts[at - 1], sentence.end(at - 1), sentence.starts[phrase[0]],
                               sentence.end(phrase[1] - 1), 2)  # fmt: skip
    return None


def in_relative(sentence: Sentence, start: int, at: int) -> bool:
    """``said Ann Lee, whose "…"``: say whether a relative clause behind offset *start* has the quotation at *at*."""
    return _is_relative(sentence, bisect_left(sentence.starts, start), at)


def _is_relative(sentence: Sentence, begin: int, at: int) -> bool:
    """Say whether a relative clause that begins behind word *begin* has the quotation at *at*."""
    return any(sentence.fold(k + 1) in sentence.pack.relatives for k in sentence.places(_SIGN_THEN_WORD, begin, at))


def _around(sentence: Sentence, cue: int, length: int, floor: int, end: int) -> tuple[int, int]:
    """Return the subject of a cue before the quotation: before it, else after it."""
    pack = sentence.pack
    if pack.final:
        quoted = next((k for k in range(cue - 1, -1, -1) if sentence.bits[k] == QUOTED), cue)
        front = _front_subject(sentence, quoted)
        if front[1] > front[0]:
            return front
    if pack.agents and cue + length < len(sentence.bits) and sentence.fold(cue + length) in pack.agents:
        agent = _sound(sentence, noun_phrase(sentence, cue + length + 1))
        if agent[1] > agent[0]:
            return agent
    behind = inverted(sentence, cue + length)
    if behind[1] and behind[1] <= end:
        return behind
    if sentence.bits[cue] & CITES:
        own = _sound(sentence, noun_phrase(sentence, cue + length))
        if own[1] > own[0] and own[1] <= end:
            return own
    elif impersonal := phrase_cue(sentence, cue, IMPERSONAL):
        text = _text_within(sentence, cue + impersonal, end)
        if text is not None and text[1] <= end:
            return text
    before = _sound(sentence, subject_before(sentence, cue, floor))
    if cue > floor and sentence.words[cue - 1] == ",":
        parenthetic = sentence.words[floor:cue].count(",") == 1 and sentence.words[end : end + 1] == [","]
        behind = _sound(sentence, noun_phrase(sentence, cue + length))
        if behind[1] > behind[0] and behind[1] == end and (parenthetic or pack.nouns_capitalised):
            return behind  # Hit by a spear, cried Ann Lee: the verb comes second, who speaks behind it.
    if (
        before[1] > before[0]
        and (_has_name(sentence, *before) or sentence.bits[before[0]] & (PRONOUN | DETERMINER) or not sentence.cased)
        and not (pack.nouns_capitalised and _is_adverbial(sentence, before))
    ):
        return before
    after = _sound(sentence, noun_phrase(sentence, cue + length))
    if after[1] > after[0] and after[1] <= end:
        return with_apposition(sentence, after, end)
    if before[1] > before[0]:
        return before
    return _agent(sentence, cue) or _front_subject(sentence, cue)


def inverted(sentence: Sentence, at: int) -> tuple[int, int]:
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


def _sound(sentence: Sentence, phrase: tuple[int, int]) -> tuple[int, int]:
    """Return *phrase* if it can name somebody, else an empty one: no lone adverb, no verb for a noun."""
    own = sentence.bits[phrase[0] : phrase[1]]
    if len(own) == 1 and own[0] & (STOP | ADVERB | THAT) and not own[0] & (PRONOUN | DETERMINER):
        if not (own[0] & CAPITAL and phrase[0]):
            return 0, 0
    if own and sentence.pack.nouns_capitalised and not any(b & (CAPITAL | PRONOUN) for b in own):
        return 0, 0
    return phrase


def _agent(sentence: Sentence, cue: int) -> tuple[int, int] | None:
    """``von Ann Lee als "…" bezeichnet``: who did it, before a passive's cue in its clause."""
    pack = sentence.pack
    if not pack.agents:
        return None
    for at in range(cue - 1, -1, -1):
        if sentence.bits[at] < 0 and sentence.words[at] in ",;:":
            return None
        if sentence.fold(at) in pack.agents:
            phrase = _sound(sentence, noun_phrase(sentence, at + 1))
            return phrase if phrase[1] > phrase[0] else None
    return None


def _is_adverbial(sentence: Sentence, phrase: tuple[int, int]) -> bool:
    own = sentence.bits[phrase[0]]
    if own & STOP and not own & (DETERMINER | PRONOUN):
        return True
    first = sentence.bits[phrase[0] - 1] if phrase[0] else 0
    return first > 0 and first & STOP > 0 and not first & DETERMINER


def _label(sentence: Sentence, floor: int, end: int) -> tuple[int, int]:
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


def _front_subject(sentence: Sentence, at: int) -> tuple[int, int]:
    """The subject of a verb-final sentence: the marked phrase before the quotation, or what opens the sentence."""
    pack = sentence.pack
    if pack.subject_marks:
        for k in range(at - 1, -1, -1):
            if _marked(sentence, k):
                begin = _clause_start(sentence, k, 0)
                if sentence.fold(k) in pack.subject_marks:
                    return _trim_left(sentence, begin, k) if begin < k else (0, 0)
                begin = min(begin, k)
                return _trim_left(sentence, begin, k + 1)
        return 0, 0
    if not pack.final:
        return _opening(sentence, at) if pack.nouns_capitalised else (0, 0)
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


def _before_comma(sentence: Sentence, at: int) -> tuple[int, int]:
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


_CASE_SIGNS = "'’"
"""Signs between a name and the ending of a case: İzmir’de."""


def _opening(sentence: Sentence, at: int) -> tuple[int, int]:
    """The noun phrase that opens the clause of *at*: with the verb at its end, mostly the subject."""
    begin = at
    while begin > 0 and not (sentence.bits[begin - 1] < 0 and sentence.words[begin - 1] in ";:–—.!?"):
        begin -= 1
    if begin >= at or (sentence.bits[begin] & STOP and not sentence.bits[begin] & (DETERMINER | PRONOUN)):
        return 0, 0
    return _sound(sentence, noun_phrase(sentence, begin))


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


_OPENING = 3
"""Words at the head of a sentence among which a person's name or role begins."""


def closing(own: Cut, pack: QuotePack) -> Attribution | None:
    """``(– We wait.) Det sier Ann Lee til avisen.``: who said the paragraph above the one that opens with *own*."""
    if len(own.bits) < _SHORTEST_CLOSING or own.fold(0) not in pack.closings:
        return None
    sentence = Sentence(own, 0, min(len(own.bits), _LONGEST_FRAME), pack)
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
    if any(word in ":：" or word[0] in _MARKS for word in itertools.islice(rest, 2)) or ":" in rest:
        return None  # Das sagte Ann Lee: „…“: of what follows.
    return _made("next", sentence, (at, at + length), phrase, 2)


_SHORTEST_CLOSING = 3


def _marked(sentence: Sentence, at: int) -> bool:
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


def _according(sentence: Sentence, at: int) -> Attribution | None:
    """``according to Ann Lee``, ``Ann Lee zufolge``: the nearest before the quotation, else the first after it."""
    pack = sentence.pack
    found = None
    for k in sentence.places(SOURCES):
        if found is not None and k > at:
            break
        inside = k > 0 and sentence.bits[k - 1] >= 0 and sentence.fold(k) in pack.openings
        found = _source(sentence, k, _PERSONS if inside else NAME | ROLE_END | PRONOUN) or found
        if sentence.fold(k) in pack.according_after and k:
            phrase = subject_before(sentence, k, 0)
            if phrase[1] > phrase[0]:
                found = _made("according", sentence, (k, k + 1), phrase, 2)
    return found


_PERSONS = ROLE_END | PRONOUN


def as_said(sentence: Sentence, at: int) -> Attribution | None:
    """``As the mayor said on Monday, the bridge is "safe"``: the clause that opens the sentence is the source of it."""
    pack = sentence.pack
    if not sentence.bits[0] & SOURCE or sentence.fold(0) not in pack.as_said:
        return None
    comma = next((k for k in range(2, min(at, _LONGEST_FRAME)) if sentence.words[k] in ",،"), 0)
    for cue in range(comma - 1, 0, -1):
        length = phrase_cue(sentence, cue, CUE)
        if not length or (sentence.bits[cue] & CAPITAL and pack.nouns_capitalised):
            continue
        if any(bits > 0 and bits & (THAT | REPORTED) for bits in sentence.bits[cue + length : comma]):
            return None  # What is said stands in the clause itself.
        phrase = _sound(sentence, subject_before(sentence, cue, 1))
        if phrase[1] <= phrase[0]:
            phrase = _sound(sentence, noun_phrase(sentence, cue + length))
        own = sentence.bits[phrase[0] : phrase[1]]
        somebody = not sentence.cased or any(b & (NAME | ROLE_END | PRONOUN | DETERMINER) for b in own)
        if phrase[1] > phrase[0] and phrase[1] <= comma and somebody:
            return _made("according", sentence, (cue, cue + length), phrase, 2)
    return None


_LONGEST_FRAME = 18


def _source(sentence: Sentence, k: int, wanted: int) -> Attribution | None:
    """Return the source that ``according`` words at *k* name by a word with a bit of *wanted*."""
    phrases = sentence.pack.according.get(sentence.fold(k), ())
    ahead = sentence.folds(k, len(phrases[0])) if phrases else ()
    for words in phrases:
        if ahead[: len(words)] == words:
            phrase = noun_phrase(sentence, k + len(words))
            phrase = with_apposition(sentence, phrase, len(sentence.bits))
            if any(b & wanted for b in sentence.bits[phrase[0] : phrase[1]]):
                return _made("according", sentence, (k, k + len(words)), phrase, 2)
    return None


def _trailing_frame(sentence: Sentence, at: int) -> Attribution | None:
    """``It was due to "a fault", said Ann Lee.``: the frame that closes the sentence speaks for the whole of it."""
    last = len(sentence.bits) - 1
    comma = sentence.frames.rfind(OUTLINE_COMMA, at + 1)
    if comma < 0 or comma + 2 > last or OUTLINE_QUOTED in sentence.frames[comma:]:
        return None
    length = phrase_cue(sentence, comma + 1, CUE | ADJACENT)
    if not length:
        return None
    phrase = _sound(sentence, noun_phrase(sentence, comma + 1 + length))
    if phrase[1] <= phrase[0] or phrase[1] < last - 1:
        return None
    return _made("reported", sentence, (comma + 1, comma + 1 + length), phrase, 2)


def _is_parted(sentence: Sentence, verb: int, at: int) -> bool:
    """Say whether the quotation at *at* stands in another clause than the verb."""
    if verb > at:
        return any(b < 0 for b in sentence.bits[at + 1 : verb])
    own = sentence.bits[verb:at]
    return any(b < 0 and after > 0 and after & THAT for b, after in itertools.pairwise(own)) or any(
        b < 0 and word in ";:" for b, word in zip(own[:-1], sentence.words[verb:at], strict=False)
    )


def _loose_after(sentence: Sentence, at: int) -> Attribution | None:
    """A cue elsewhere in the sentence: the quotation is a fragment of what is reported."""
    pack = sentence.pack
    frame = _trailing_frame(sentence, at)
    if frame is not None:
        return frame
    wanted = CUE | FRAGMENT
    begin = _skip_signs(sentence, at + 1)
    relative = begin < len(sentence.bits) and sentence.fold(begin) in pack.relatives
    if (
        begin < len(sentence.bits)
        and sentence.bits[begin] == QUOTED
        and sentence.words[at].rstrip(_CLOSING)[-1:] in ".!?…"
    ):
        relative = True  # A whole statement, and one that answers it: what follows is of the answer.
    before = reversed(sentence.places(_VERBS, max(0, at - 44), at))
    for k in itertools.chain(before, () if relative else sentence.places(_VERBS, at + 1, at + 30)):
        length = phrase_cue(sentence, k, wanted)
        if not length or (sentence.bits[k] & CAPITAL and pack.nouns_capitalised and k):
            continue
        if not phrase_cue(sentence, k, CUE) and _is_parted(sentence, k, at):
            continue  # A verb that judges does so in its own clause.
        phrase = _around(sentence, k, length, 0, len(sentence.bits))
        return _made("reported", sentence, (k, k + length), phrase, 1)
    if pack.moody and sentence.mask & MOOD:
        for k, bits in enumerate(sentence.bits):
            if k > at and bits & THAT:
                break  # The mood of a clause that begins behind the quotation says nothing of it.
            if bits > 0 and bits & MOOD:
                return _made("mood", sentence, (k, k + 1), (0, 0), 2)
    return None
