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


def phrase_cue(tokens: Sentence, at: int, pack: QuotePack, bits: int) -> int:
    """Return how many tokens from *at* make a cue phrase with one of *bits*; 0 when none."""
    own = tokens.bits[at]
    if not own & (bits | PHRASE):
        return 0
    if at and tokens.bits[at - 1] & DETERMINER and pack.articles and tokens.fold(at - 1) in pack.articles:
        return 0
    if own & PHRASE:
        phrases = pack.phrases[tokens.fold(at)]
        ahead = tokens.folds(at, len(phrases[0][0]))
        for words, bit in phrases:
            if bit & bits and ahead[: len(words)] == words:
                return len(words)
    return 1 if own & bits else 0


def name_run(tokens: Sentence, at: int, pack: QuotePack) -> int:
    """Return the end of the run of capitalised words from *at*, joined by initials and particles."""
    row = tokens.bits
    end = at
    while end < len(row):
        bits = row[end]
        if bits & NAME:
            end += 1
        elif end == at or end + 1 >= len(row) or not row[end + 1] & NAME:
            break
        elif bits & PARTICLE or (
            tokens.words[end] == "." and (len(tokens.words[end - 1]) <= 2 or tokens.fold(end - 1) in pack.abbreviations)
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


def noun_phrase(tokens: Sentence, at: int, pack: QuotePack) -> tuple[int, int]:
    """Return the token range of the noun phrase that begins at *at*, empty when there is none."""
    row = tokens.bits
    begin = at
    while begin < len(row) and row[begin] > 0 and row[begin] & ADVERB and not (row[begin] & (DETERMINER | PRONOUN)):
        begin += 1
    end = begin
    while end < len(row) and end - begin < _MAX_PHRASE:
        bits = row[end]
        if bits == QUOTED:
            break
        if bits < 0:
            if tokens.words[end] == "." and _is_initial(tokens, end, pack):
                end += 1
                continue
            if tokens.words[end] in _JOINING_SIGNS and end > begin:
                end += 1
                continue
            break
        if pack.addressees and end - begin >= 2 and not bits & CAPITAL and _is_told(tokens, end, pack):
            break  # said Minister Ann Lee to the agency
        if bits & PRONOUN and end > begin and not bits & CAPITAL:
            break
        if bits & PRONOUN and end == begin:
            return begin, begin + 1
        if bits & JOIN and end > begin and not bits & PRONOUN:
            if _joins(tokens, end, pack):
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
        if tokens.words[end][0].isdigit() and end == begin:
            break
        end += 1
    while (
        end > begin
        and (row[end - 1] & (JOIN | DETERMINER) or tokens.words[end - 1] in _JOINING_SIGNS)
        and (not row[end - 1] & CAPITAL and not row[end - 1] & PRONOUN)
    ):
        end -= 1
    return begin, end


def _is_told(tokens: Sentence, end: int, pack: QuotePack) -> bool:
    """Say whether who was told it begins at *end*, right behind a name of two words or a role with a name."""
    fold = tokens.fold(end)
    if fold not in pack.addressees and fold[: fold.find("'") + 1] not in pack.addressees:
        return False
    last, before = tokens.bits[end - 1], tokens.bits[end - 2]
    if last < 0 or before < 0 or not last & NAME or last & (ROLE_END | ORGANISATION):
        return False
    return before & (NAME | ROLE_END) > 0 and not before & ORGANISATION


_JOINING_SIGNS = frozenset("&/'’")


def _is_initial(tokens: Sentence, at: int, pack: QuotePack) -> bool:
    if not at or at + 1 >= len(tokens.bits) or not tokens.bits[at + 1] & CAPITAL:
        return False
    return len(tokens.words[at - 1]) == 1 or tokens.fold(at - 1) in pack.abbreviations


def _joins(tokens: Sentence, at: int, pack: QuotePack) -> bool:
    """A joining word stays inside the phrase if a determiner, a capital or a further join follows."""
    if at + 1 >= len(tokens.bits):
        return False
    after = tokens.bits[at + 1]
    if after < 0:
        return False
    return after & (CAPITAL | DETERMINER | JOIN) > 0 or not after & (STOP | CUE | ADJACENT | PRONOUN)


def _clause_start(tokens: Sentence, at: int, floor: int, pack: QuotePack) -> int:
    """Return where the chunk that ends before *at* begins: after the nearest sign or quotation."""
    row = tokens.bits
    begin = at
    while begin > floor:
        bits = row[begin - 1]
        if bits == QUOTED:
            break
        if bits < 0:
            if tokens.words[begin - 1] == "." and _is_initial(tokens, begin - 1, pack):
                begin -= 1
                continue
            if pack.nouns_capitalised and tokens.words[begin - 1] == ")":
                opening = next((k for k in range(begin - 2, floor, -1) if tokens.words[k] == "("), -1)
                if opening > floor:
                    begin = opening
                    continue
            if tokens.words[begin - 1] not in _JOINING_SIGNS:
                break
        elif bits & THAT and not bits & CAPITAL and not bits & (DETERMINER | ADVERB):
            break
        begin -= 1
    return begin


def _has_name(tokens: Sentence, begin: int, end: int, pack: QuotePack) -> bool:
    return any(b & (NAME | ROLE_END) for b in tokens.bits[begin:end])


def subject_before(tokens: Sentence, cue: int, floor: int, pack: QuotePack) -> tuple[int, int]:
    """Return the token range of the subject that stands before the cue at *cue*, not before *floor*."""
    row = tokens.bits
    end = cue
    while end > floor and pack.subject_marks and tokens.fold(end - 1) in pack.subject_marks:
        end -= 1
    while (
        end > floor
        and row[end - 1] > 0
        and row[end - 1] != QUOTED
        and row[end - 1] & ADVERB
        and (not row[end - 1] & PRONOUN)
    ):
        end -= 1
    if end > floor and row[end - 1] == QUOTED and is_marked_name(tokens, end - 1):
        begin = end - 1
        while begin > floor and row[begin - 1] > 0 and row[begin - 1] & _BEFORE_A_NAME:
            begin -= 1
        return begin, end
    if end > floor and tokens.words[end - 1] in _CLAUSE_SIGNS and row[end - 1] < 0:
        return _before_apposition(tokens, end - 1, floor, pack)
    if end - 1 > floor and pack.conjunctions and tokens.fold(end - 1) in pack.conjunctions:
        joined = _opening(tokens, end - 1, pack)
        if joined[1] > joined[0] >= floor:
            return joined  # The master went aboard and (said): of two verbs one subject, which opens the clause.
    first = _clause_start(tokens, end, floor, pack)
    named = _name_above_role(tokens, first, floor, pack) if pack.verb_last else (0, 0)
    if named[1] > named[0]:
        return named
    begin, end = _trim_left(tokens, first, end, pack)
    if begin == end and first < cue and first - 1 > floor and row[first - 1] == QUOTED:
        if 0 <= row[first - 2] != QUOTED and all(b & STOP for b in row[first:cue]):
            begin, end = subject_before(tokens, first - 1, floor, pack)  # Ann Lee called it "Low Tide" and (said)
            return begin, next((k for k in range(begin + 1, end) if row[k] & (CUE | FRAGMENT)), end)
    if end - begin > 2 and tokens.cased and first and row[begin] & (CUE | CAPITAL) == CUE:
        joined = noun_phrase(tokens, begin + 1, pack)
        if joined[0] == begin + 1 < joined[1] < end:
            return joined  # (“…”) writes she on the net and (adds)
    while begin < end - 1 and row[begin] & CUE and not tokens.cased:
        begin += 1  # Where the verb comes first, the subject of the second verb stands behind the first one.
    if pack.subject_marks:
        end = next((k for k in range(begin + 1, end) if tokens.fold(k) in pack.subject_marks), end)
    begin, end = _without_verb(tokens, cue, begin, end, pack)
    if end - begin > 1 and tokens.cased and row[begin] & (PRONOUN | DETERMINER) == PRONOUN:
        if not any(bits & (NAME | ROLE_END | JOIN | CAPITAL) for bits in row[begin + 1 : end]):
            return begin, begin + 1  # she used to (say)
    return _before_joined_verb(tokens, begin, end)


def _name_above_role(tokens: Sentence, first: int, floor: int, pack: QuotePack) -> tuple[int, int]:
    """``رضا احمدی، وزیر نیرو در این آیین (گفت)``: the few words before the comma of a role that opens the clause."""
    if (
        first - 2 < floor
        or tokens.words[first - 1] not in ",،"
        or not tokens.bits[first] > 0
        or not tokens.bits[first] & ROLE_END
    ):
        return 0, 0
    begin = _clause_start(tokens, first - 1, floor, pack)
    own = tokens.bits[begin : first - 1]
    few = 1 <= len(own) <= _NAME_WORDS and not any(b & (CUE | STOP | THAT | ROLE_END) for b in own)
    return (begin, first - 1) if few else (0, 0)


_NAME_WORDS = 3


def _without_verb(tokens: Sentence, cue: int, begin: int, end: int, pack: QuotePack) -> tuple[int, int]:
    """Drop the verb whose separable part the cue is: ``fügte Ann Lee hinzu``, ``Ann Lee fügte hinzu``."""
    if end - begin >= 2 and tokens.bits[begin] >= 0 and _is_parted_verb(tokens, begin, cue, pack):
        return begin + 1, end
    if end - begin >= 2 and tokens.bits[end - 1] >= 0 and _is_parted_verb(tokens, end - 1, cue, pack):
        return begin, end - 1
    return begin, end


def _is_parted_verb(tokens: Sentence, verb: int, cue: int, pack: QuotePack) -> bool:
    if not tokens.bits[verb] & PHRASE:
        return False
    parts = (tokens.fold(verb), tokens.fold(cue))
    return any(words == parts for words, _ in pack.phrases.get(parts[0], ()))


_AUXILIARY = STOP | ADVERB | JOIN | DETERMINER | PRONOUN | CAPITAL


def _before_joined_verb(tokens: Sentence, begin: int, end: int) -> tuple[int, int]:
    """``The Chinese president praised the talks and (said)``: the subject ends where the first of two verbs begins."""
    row = tokens.bits
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


def _before_apposition(tokens: Sentence, end: int, floor: int, pack: QuotePack) -> tuple[int, int]:
    """``Ann Lee, the director of X, said``: the earliest chunk with a name is the subject."""
    best = (0, 0)
    limit = end
    for _ in range(5):
        begin = _clause_start(tokens, limit, floor, pack)
        if begin < limit and not (pack.relatives and tokens.fold(begin) in pack.relatives):
            chunk = _trim_left(tokens, begin, limit, pack)
            if chunk[1] > chunk[0] and (_has_name(tokens, *chunk, pack) or not tokens.cased):
                named = any(b & NAME for b in tokens.bits[chunk[0] : chunk[1]])
                if best == (0, 0) or named:
                    best = chunk
        if begin <= floor or tokens.bits[begin - 1] == QUOTED:
            break
        limit = begin - 1
    if best[1] > best[0] and not pack.nouns_capitalised:
        best = with_apposition(tokens, best, end + 1, pack)
    return _titled_in(tokens, best, pack) if pack.verb_first else best


def _titled_in(tokens: Sentence, chunk: tuple[int, int], pack: QuotePack) -> tuple[int, int]:
    """Return the person with a title in a clause whose verb comes first, empty for a clause without one.

    ``وقع وزير المياه سامي الحداد اتفاقا، (وقال)``: not the whole clause speaks.
    """
    begin, end = chunk
    if end - begin < _CLAUSE_WORDS or tokens.bits[begin] & (ROLE_END | PRONOUN | DETERMINER):
        return chunk
    for titled in titled_names(tokens, pack):
        if begin <= titled.title_start and titled.end <= end:
            return titled.title_start, titled.end
    return 0, 0


_CLAUSE_WORDS = 4
"""Fewer words are a name, not a clause."""


def _trim_left(tokens: Sentence, begin: int, end: int, pack: QuotePack) -> tuple[int, int]:
    """Drop leading connectives and what stands before the last preposition, unless a name is before it."""
    row = tokens.bits
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
        kept = _has_name(tokens, begin, inner - 1, pack) and not _is_fronted(tokens, begin, inner, pack)
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


def _is_fronted(tokens: Sentence, begin: int, inner: int, pack: QuotePack) -> bool:
    """Say whether the words before *inner* were an adverbial: they followed a dropped preposition."""
    return begin > 0 and tokens.bits[begin - 1] > 0 and tokens.bits[begin - 1] & (STOP | ADVERB) == STOP


# -- frames ----------------------------------------------------------------------------------


def attribute(tokens: Sentence, at: int, pack: QuotePack) -> Attribution | None:
    """Return who is said to have spoken the quotation token at *at* in this sentence, or None."""
    found = _after(tokens, at, pack)
    if (
        found is not None
        and 0 < at < len(tokens.bits) - 1
        and tokens.words[at - 1] in ":："
        and tokens.bits[at + 1] >= 0
    ):
        # After a colon and with nothing between it and the next words, the quotation belongs to what comes before.
        comma = tokens.words[at].rstrip(_CLOSING)[-1:] == ","
        ahead = None if comma else _before(tokens, at, pack)
        found = ahead if ahead is not None and ahead.strength == 3 and ahead.has_speaker else found
    if found is None or not found.has_speaker:
        ahead = _before(tokens, at, pack)
        if found is None or (ahead is not None and ahead.has_speaker and ahead.strength == 3):
            found = ahead
    if found is None or found.strength < 3:
        source = as_said(tokens, at, pack) or _according(tokens, at, pack)
        # A source named between the cue and the words is nearer to them.
        if source is not None and (found is None or found.cue_start < source.cue_start < tokens.starts[at]):
            return source
    return found or _loose_after(tokens, at, pack)


def _made(rule: str, tokens: Sentence, cue: tuple[int, int], phrase: tuple[int, int], strength: int) -> Attribution:
    start, end = (tokens.starts[phrase[0]], tokens.end(phrase[1] - 1)) if phrase[1] > phrase[0] else (-1, -1)
    return Attribution(rule, tokens.starts[cue[0]], tokens.end(cue[1] - 1), start, end, strength)


def _skip_signs(tokens: Sentence, at: int) -> int:
    while at < len(tokens.bits) and tokens.bits[at] < 0 and tokens.words[at] not in "(:;.":
        at += 1
    return at


def _segment_end(tokens: Sentence, at: int) -> int:
    """Return where the words after a quotation end: at the next quotation or at the sentence's end."""
    found = tokens.frames.find(OUTLINE_QUOTED, at)
    return found if found >= 0 else len(tokens.bits)


def _after(tokens: Sentence, at: int, pack: QuotePack) -> Attribution | None:
    """``"…," said Ann Lee`` and ``"…," the minister said``."""
    begin = _skip_signs(tokens, at + 1)
    end = _segment_end(tokens, begin)
    if begin >= end or tokens.fold(begin) in pack.relatives:
        return None
    signed = begin > at + 1 or tokens.words[at].rstrip(_CLOSING)[-1:] in ",!?؟،，—–-.…"
    first = begin
    length = 0
    while first < end and first - begin < 3:
        length = phrase_cue(tokens, first, pack, CUE | ADJACENT)
        if length or not tokens.bits[first] & ADVERB or tokens.bits[first] < 0:
            break
        first += 1
    while pack.final and length and first + length < end:
        more = phrase_cue(tokens, first + length, pack, CUE)
        if not more:
            break
        length += more
    if length:
        touches = tokens.starts[first] == tokens.end(at)
        unmarked = pack.language == "und" and not tokens.cased and len(tokens.words[at].split()) >= _SHORTEST_CLAUSE
        named = _marked_name(tokens, first + length, pack) if signed else 0
        if named:
            return _made("after", tokens, (first, first + length), (first + length, named), 3)
        if not signed and is_marked_name(tokens, at) and at and tokens.bits[at - 1] & (DETERMINER | MENTION):
            return None  # "The 'Post' reported": what acts.
        told = first + length + _told_agency(tokens, first + length, pack)
        phrase = noun_phrase(tokens, told, pack)
        if pack.nouns_capitalised:
            phrase = _sound(tokens, phrase, pack)
        if tokens.bits[first] & CITES:
            phrase = _second(tokens, phrase, end, pack)
        elif impersonal := phrase_cue(tokens, first, pack, IMPERSONAL):
            phrase = _text_within(tokens, first + impersonal, end, pack) or phrase
        phrase = with_apposition(tokens, phrase, end, pack)
        if pack.final and phrase[1] > phrase[0] and tokens.bits[phrase[0]] & NAME:
            phrase = (phrase[0], min(phrase[1], name_run(tokens, phrase[0], pack)))
        if phrase[1] <= phrase[0] and not signed and not pack.final:
            return None
        if phrase[1] <= phrase[0] or _is_interruption(tokens, phrase, pack):
            other = with_apposition(tokens, _skip_interruption(tokens, told, end, pack), end, pack)
            phrase = other if other[1] > other[0] else phrase
        if pack.final or phrase[1] <= phrase[0]:
            front = _front_subject(tokens, at, pack)
            phrase = front if front[1] > front[0] else phrase
        if phrase[1] <= phrase[0]:
            phrase = _clitic(tokens, first, pack)
        return _made(
            "after", tokens, (first, first + length), phrase, 3 if signed or touches or pack.final or unmarked else 2
        )
    if not signed:
        return None
    return (
        _name_then_cue(tokens, begin, end, pack)
        or (_short_frame(tokens, at, begin, end, pack) if pack.language == "und" else None)
        or _signature(tokens, at, begin, end, pack)
    )


_LONGEST_NAME = 5


def is_marked_name(tokens: Sentence, at: int) -> bool:
    """Say whether the quotation at *at* can be a name: few words, the first with a capital, no sign at the end."""
    body = tokens.words[at].strip(_MARKS)
    count = len(body.split())
    return body[:1].isupper() and (body[-1:].isalnum() or (count == 1 and body[-1] == ".")) and count <= _LONGEST_NAME


def _marked_name(tokens: Sentence, at: int, pack: QuotePack) -> int:
    """``wrote the "Post"``, ``пишет газета «…»``: the end of a name in marks that begins at *at*, 0 when none does."""
    end = at
    while end < len(tokens.bits) and end < at + 3 and tokens.bits[end] > 0 and tokens.bits[end] & _BEFORE_A_NAME:
        end += 1
    if end >= len(tokens.bits) or tokens.bits[end] != QUOTED or not is_marked_name(tokens, end):
        return 0
    return end + 1


_BEFORE_A_NAME = DETERMINER | MENTION | ORGANISATION


def _signature(tokens: Sentence, at: int, begin: int, end: int, pack: QuotePack) -> Attribution | None:
    """``"…" — Ann Lee, mayor``: a name after a dash; in a language without a pack after a comma too."""
    signs = DASHES if pack.language != "und" else DASHES | {","}
    if begin != at + 2 or tokens.words[at + 1] not in signs or not tokens.bits[begin] & NAME:
        return None
    last = name_run(tokens, begin, pack)
    if last - begin < 2 or (last < end and tokens.bits[last] >= 0):
        return None
    return _made("signature", tokens, (at + 1, begin), (begin, last), 2)


_LONGEST_FRAME = 9
_SHORTEST_CLAUSE = 3


def _short_frame(tokens: Sentence, at: int, begin: int, end: int, pack: QuotePack) -> Attribution | None:
    """``"…", ütles minister Ann Lee.``: without a pack, a clause in marks and a short rest with a name or a title.

    The clause has a comma before or behind its closing mark, or a dash; the rest goes on in small letters, or begins
    with the name.  The speaker is the title with the name behind it, else the first name of two words.
    """
    body = tokens.words[at].strip(_MARKS)
    words = body.split()
    if end - begin > _LONGEST_FRAME or len(words) < _SHORTEST_CLAUSE or end < len(tokens.bits):
        return None
    if not tokens.cased:  # Nothing tells a name: a comma that goes with the mark is speech, of nobody known.
        comma = "," in (tokens.words[at].rstrip(_CLOSING)[-1:], tokens.words[at + 1]) and len(words) > _SHORTEST_CLAUSE
        return _made("after", tokens, (begin, begin + 1), (0, 0), 3) if comma else None
    if not any(word[:1].islower() for word in words[1:]) or not body[:1].isupper():
        return None
    first = next((k for k in range(begin, end) if tokens.bits[k] >= 0 and tokens.bits[k] & (ROLE_END | NAME)), end)
    if first == end or any(tokens.bits[k] < 0 for k in range(begin, first)):
        return None
    last = name_run(tokens, first, pack)
    if tokens.bits[first] & ROLE_END and last == first:
        last = name_run(tokens, first + 1, pack)
    if last - first < 2:
        return None
    cue = (begin, begin + 1) if first > begin else (at + 1, begin) if begin > at + 1 else (first, first + 1)
    return _made("after", tokens, cue, (first, last), 3)


def _second(tokens: Sentence, phrase: tuple[int, int], limit: int, pack: QuotePack) -> tuple[int, int]:
    """``zitiert die Zeitung den Minister``: of two noun phrases the second is the one who speaks."""
    if not phrase[0] < phrase[1] < limit or tokens.bits[phrase[1]] < 0:
        return phrase
    other = _sound(tokens, noun_phrase(tokens, phrase[1], pack), pack)
    return other if other[1] > other[0] and other[0] == phrase[1] else phrase


def _text_within(tokens: Sentence, at: int, limit: int, pack: QuotePack) -> tuple[int, int] | None:
    """``heißt es dazu in einer Mitteilung``: the text in which it says so."""
    while at < limit and tokens.bits[at] & ADVERB and not tokens.bits[at] & WITHIN:
        at += 1
    if at < limit and tokens.bits[at] & WITHIN:
        phrase = noun_phrase(tokens, at + 1, pack)
        return phrase if phrase[1] > phrase[0] else None
    return None


def with_apposition(tokens: Sentence, phrase: tuple[int, int], limit: int, pack: QuotePack) -> tuple[int, int]:
    """``said the director of the station, Marc Lavigne``: the name after the role's comma belongs to the phrase."""
    begin, end = phrase
    if not begin < end < limit - 2 or tokens.words[end] != ",":
        return phrase
    own = tokens.bits[begin:end]
    if not (own[0] & DETERMINER or any(b & ROLE_END for b in own)):
        if any(b & CAPITAL for b in own):
            return phrase
    if _bears_a_name(tokens, begin, end, pack):
        return phrase
    stop = end + 1
    while stop < limit and tokens.bits[stop] & (NAME | PARTICLE):
        stop += 1
    names = [b for b in tokens.bits[end + 1 : stop] if b & NAME]
    closed = stop == limit or tokens.bits[stop] < 0
    return (begin, stop) if len(names) >= 2 and closed and tokens.bits[end + 1] & NAME else phrase


def _is_interruption(tokens: Sentence, phrase: tuple[int, int], pack: QuotePack) -> bool:
    """Say whether nothing in a phrase names anybody: ``řekl krátce po havárii (starosta)``."""
    return tokens.cased and not pack.final and not _names_somebody(tokens, phrase, pack)


def _bears_a_name(tokens: Sentence, begin: int, end: int, pack: QuotePack) -> bool:
    """Say whether a phrase has a name of two words, and not only what its role is of (head of Harbour Board)."""
    for at in range(begin, end - 1):
        if tokens.bits[at] & tokens.bits[at + 1] & NAME and tokens.bits[at] > 0 and not tokens.bits[at] & ROLE_END:
            first = at
            while first > begin and tokens.bits[first - 1] & NAME and not tokens.bits[first - 1] & ROLE_END:
                first -= 1
            of = first > begin + 1 and tokens.fold(first - 1) in pack.genitives
            if not of and not tokens.bits[first] & ORGANISATION:
                return True
    return False


def _skip_interruption(tokens: Sentence, at: int, end: int, pack: QuotePack) -> tuple[int, int]:
    """``said in an interview Ann Lee``: look a few words on for a noun phrase with a name."""
    for begin in range(at, min(end, at + 8)):
        if tokens.bits[begin] < 0 and tokens.words[begin] in ":;.(":
            break
        if _is_object(tokens, begin, pack):
            continue
        if tokens.bits[begin] & ROLE_END or (tokens.bits[begin] & NAME and not pack.nouns_capitalised):
            article = begin > at and tokens.bits[begin - 1] > 0 and tokens.bits[begin - 1] & DETERMINER
            return noun_phrase(tokens, begin - 1 if article else begin, pack)
        if tokens.bits[begin] > 0 and tokens.bits[begin] & PRONOUN:
            return begin, begin + 1
    return 0, 0


def _is_object(tokens: Sentence, at: int, pack: QuotePack) -> bool:
    """Say whether a preposition opens the phrase of the word *at*: at most an article stands between."""
    before = tokens.bits[at - 1]
    if before > 0 and tokens.fold(at - 1) in pack.genitives:
        return True
    if before > 0 and before & DETERMINER and at > 1:
        before = tokens.bits[at - 2]
    return before > 0 and before & (STOP | DETERMINER | ADVERB | CUE | ADJACENT) == STOP


def _clitic(tokens: Sentence, cue: int, pack: QuotePack) -> tuple[int, int]:
    """A pronoun that stands before the cue or hangs on it (``a-t-il``)."""
    for at in (cue, cue - 1):
        if at >= 0 and 0 <= tokens.bits[at] != QUOTED and tokens.fold(at).rsplit("-", 1)[-1] in pack.gender:
            return at, at + 1
    return 0, 0


def _name_then_cue(tokens: Sentence, begin: int, end: int, pack: QuotePack) -> Attribution | None:
    for at in tokens.places(_VERBS_AND_SIGNS, begin, min(end, begin + 26)):
        bits = tokens.bits[at]
        if bits < 0:
            if tokens.words[at] in ":;":
                return None
            continue
        length = phrase_cue(tokens, at, pack, CUE | ADJACENT)
        if not length or at == begin:
            continue
        if bits & CAPITAL and pack.nouns_capitalised:
            continue
        phrase = inverted(tokens, at + length, pack)
        if not phrase[1]:
            phrase = subject_before(tokens, at, begin, pack)
        if phrase[1] <= phrase[0] or not _names_somebody(tokens, phrase, pack):
            other = noun_phrase(tokens, at + length, pack)
            if phrase[1] > phrase[0] and (other[1] <= other[0] or not _names_somebody(tokens, other, pack)):
                other = _skip_interruption(tokens, at + length, end, pack)
            if other[1] > other[0] and (phrase[1] <= phrase[0] or _names_somebody(tokens, other, pack)):
                phrase = other
        if phrase[1] > phrase[0]:
            return _made("after", tokens, (at, at + length), phrase, 3 if at - begin < 12 else 2)
    return None


def _names_somebody(tokens: Sentence, phrase: tuple[int, int], pack: QuotePack) -> bool:
    """Say whether a phrase has a name, a role, a pronoun or a determiner and is no adverbial."""
    if tokens.cased and not pack.nouns_capitalised and _is_adverbial(tokens, phrase, pack):
        return False
    own = tokens.bits[phrase[0] : phrase[1]]
    return not tokens.cased or any(b & (NAME | CAPITAL | ROLE_END | PRONOUN | DETERMINER) for b in own)


def _before(tokens: Sentence, at: int, pack: QuotePack) -> Attribution | None:
    """``Ann Lee said: "…"``, ``said Ann Lee: "…"``, ``Ann Lee: "…"``."""
    floor = tokens.frames.rfind(OUTLINE_QUOTED, 0, at) + 1
    while floor > 0 and len(tokens.words[floor - 1].split()) <= 4:
        floor = tokens.frames.rfind(OUTLINE_QUOTED, 0, floor - 1) + 1
    colon = at > floor and tokens.words[at - 1] in ":：" and tokens.bits[at - 1] < 0
    comma = at > floor and tokens.bits[at - 1] < 0 and tokens.words[at - 1] in ",،，—–-"
    if pack.final and not colon:
        return None
    nearest = at - (1 if colon or comma else 0)
    wanted = CUE | ADJACENT if colon else CUE
    for cue in reversed(tokens.places(_VERBS_AND_SIGNS, max(floor, at - 40), nearest)):
        bits = tokens.bits[cue]
        if bits < 0:
            if not colon and tokens.words[cue] in ";:":
                break
            continue
        length = phrase_cue(tokens, cue, pack, wanted)
        if not length or (bits & CAPITAL and cue > floor and pack.nouns_capitalised):
            continue
        if pack.relatives and _is_relative(tokens, cue, at, pack):
            continue
        touches = cue + length >= nearest
        phrase = _around(tokens, cue, length, floor, nearest, pack)
        if phrase[1] <= phrase[0] and not (touches or colon):
            continue
        return _made("before", tokens, (cue, cue + length), phrase, 3 if colon or (touches and comma) else 2)
    if colon:
        phrase = _label(tokens, floor, at - 1, pack)
        if phrase[1] > phrase[0]:
            return Attribution("colon", tokens.starts[at - 1], tokens.end(at - 1), tokens.starts[phrase[0]],
                               tokens.end(phrase[1] - 1), 2)  # fmt: skip
    return None


def in_relative(tokens: Sentence, start: int, at: int, pack: QuotePack) -> bool:
    """``said Ann Lee, whose "…"``: say whether a relative clause behind offset *start* has the quotation at *at*."""
    return _is_relative(tokens, bisect_left(tokens.starts, start), at, pack)


def _is_relative(tokens: Sentence, begin: int, at: int, pack: QuotePack) -> bool:
    """Say whether a relative clause that begins behind word *begin* has the quotation at *at*."""
    return any(tokens.fold(k + 1) in pack.relatives for k in tokens.places(_SIGN_THEN_WORD, begin, at))


def _around(tokens: Sentence, cue: int, length: int, floor: int, end: int, pack: QuotePack) -> tuple[int, int]:
    """Return the subject of a cue before the quotation: before it, else after it."""
    if pack.final:
        quoted = next((k for k in range(cue - 1, -1, -1) if tokens.bits[k] == QUOTED), cue)
        front = _front_subject(tokens, quoted, pack)
        if front[1] > front[0]:
            return front
    if pack.agents and cue + length < len(tokens.bits) and tokens.fold(cue + length) in pack.agents:
        agent = _sound(tokens, noun_phrase(tokens, cue + length + 1, pack), pack)
        if agent[1] > agent[0]:
            return agent
    behind = inverted(tokens, cue + length, pack)
    if behind[1] and behind[1] <= end:
        return behind
    if tokens.bits[cue] & CITES:
        own = _sound(tokens, noun_phrase(tokens, cue + length, pack), pack)
        if own[1] > own[0] and own[1] <= end:
            return own
    elif impersonal := phrase_cue(tokens, cue, pack, IMPERSONAL):
        text = _text_within(tokens, cue + impersonal, end, pack)
        if text is not None and text[1] <= end:
            return text
    before = _sound(tokens, subject_before(tokens, cue, floor, pack), pack)
    if cue > floor and tokens.words[cue - 1] == ",":
        parenthetic = tokens.words[floor:cue].count(",") == 1 and tokens.words[end : end + 1] == [","]
        behind = _sound(tokens, noun_phrase(tokens, cue + length, pack), pack)
        if behind[1] > behind[0] and behind[1] == end and (parenthetic or pack.nouns_capitalised):
            return behind  # Hit by a spear, cried Ann Lee: the verb comes second, who speaks behind it.
    if (
        before[1] > before[0]
        and (_has_name(tokens, *before, pack) or tokens.bits[before[0]] & (PRONOUN | DETERMINER) or not tokens.cased)
        and not (pack.nouns_capitalised and _is_adverbial(tokens, before, pack))
    ):
        return before
    after = _sound(tokens, noun_phrase(tokens, cue + length, pack), pack)
    if after[1] > after[0] and after[1] <= end:
        return with_apposition(tokens, after, end, pack)
    if before[1] > before[0]:
        return before
    return _agent(tokens, cue, pack) or _front_subject(tokens, cue, pack)


def inverted(tokens: Sentence, at: int, pack: QuotePack) -> tuple[int, int]:
    """``Auf dem Markt sagte er``: return a pronoun at *at*, right behind the verb, that can only be its subject."""
    if pack.nominatives and at < len(tokens.bits) and tokens.bits[at] & PRONOUN and tokens.fold(at) in pack.nominatives:
        return at, at + 1
    return 0, 0


def _told_agency(tokens: Sentence, at: int, pack: QuotePack) -> int:
    """``„…“, řekla ČTK``: return how many words at *at* name the agency that was told it, not who said it."""
    if not pack.agencies_told or at >= len(tokens.bits) or not tokens.bits[at] & CAPITAL or tokens.bits[at] < 0:
        return 0
    listed = agencies()
    for count in (3, 2, 1):
        if " ".join([word.casefold() for word in tokens.words[at : at + count]]) in listed:
            return count
    return 0


def _sound(tokens: Sentence, phrase: tuple[int, int], pack: QuotePack) -> tuple[int, int]:
    """Return *phrase* if it can name somebody, else an empty one: no lone adverb, no verb for a noun."""
    own = tokens.bits[phrase[0] : phrase[1]]
    if len(own) == 1 and own[0] & (STOP | ADVERB | THAT) and not own[0] & (PRONOUN | DETERMINER):
        if not (own[0] & CAPITAL and phrase[0]):
            return 0, 0
    if own and pack.nouns_capitalised and not any(b & (CAPITAL | PRONOUN) for b in own):
        return 0, 0
    return phrase


def _agent(tokens: Sentence, cue: int, pack: QuotePack) -> tuple[int, int] | None:
    """``von Ann Lee als "…" bezeichnet``: who did it, before a passive's cue in its clause."""
    if not pack.agents:
        return None
    for at in range(cue - 1, -1, -1):
        if tokens.bits[at] < 0 and tokens.words[at] in ",;:":
            return None
        if tokens.fold(at) in pack.agents:
            phrase = _sound(tokens, noun_phrase(tokens, at + 1, pack), pack)
            return phrase if phrase[1] > phrase[0] else None
    return None


def _is_adverbial(tokens: Sentence, phrase: tuple[int, int], pack: QuotePack) -> bool:
    own = tokens.bits[phrase[0]]
    if own & STOP and not own & (DETERMINER | PRONOUN):
        return True
    first = tokens.bits[phrase[0] - 1] if phrase[0] else 0
    return first > 0 and first & STOP > 0 and not first & DETERMINER


def _label(tokens: Sentence, floor: int, end: int, pack: QuotePack) -> tuple[int, int]:
    """``Ann Lee: "…"``: the last name or role before the colon."""
    if end - floor <= 6 and any(b & NAME for b in tokens.bits[floor:end]):
        if not any(b > 0 and b & STOP and not b & JOIN for b in tokens.bits[floor:end]):
            return floor, end
    for at in range(floor, end):
        bits = tokens.bits[at]
        if bits & ROLE_END and bits >= 0:
            phrase = noun_phrase(tokens, at, pack)
            named = with_apposition(tokens, phrase, end, pack)
            if named[1] > phrase[1] and phrase[0] == at:
                return named  # Chair of the fishermen, Ann Lee, is angry: “…”
            last = name_run(tokens, at + 1, pack) if tokens.cased else phrase[1]
            return at, min(last, end) if last > at + 1 else at + 1
    if pack.nouns_capitalised:
        return 0, 0
    if not tokens.cased:
        own = tokens.bits[floor:end]
        return (floor, end) if 0 < len(own) <= 5 and not any(b & (CUE | STOP) or b < 0 for b in own) else (0, 0)
    for at in range(end - 1, floor - 1, -1):
        if tokens.bits[at] & NAME and tokens.bits[at] >= 0 and not tokens.bits[at] & (STOP | ORGANISATION):
            begin = at
            while begin > floor and tokens.bits[begin - 1] & NAME:
                begin -= 1
            if at + 1 - begin >= 2:
                return begin, at + 1
    return 0, 0


def _front_subject(tokens: Sentence, at: int, pack: QuotePack) -> tuple[int, int]:
    """The subject of a verb-final sentence: the marked phrase before the quotation, or what opens the sentence."""
    if pack.subject_marks:
        for k in range(at - 1, -1, -1):
            if _marked(tokens, k, pack):
                begin = _clause_start(tokens, k, 0, pack)
                if tokens.fold(k) in pack.subject_marks:
                    return _trim_left(tokens, begin, k, pack) if begin < k else (0, 0)
                begin = min(begin, k)
                return _trim_left(tokens, begin, k + 1, pack)
        return 0, 0
    if not pack.final:
        return _opening(tokens, at, pack) if pack.nouns_capitalised else (0, 0)
    nearest = _before_comma(tokens, at)
    if nearest[1] > nearest[0]:
        return nearest
    begin = 0
    for k in range(at):
        if tokens.bits[k] == QUOTED:
            begin = k + 1
    begin, end = noun_phrase(tokens, begin, pack)
    while end - begin > 1 and (
        tokens.bits[end - 1] & (ADVERB | CAPITAL) == ADVERB
        or any(sign in tokens.words[end - 1] for sign in _CASE_SIGNS)
    ):
        end -= 1  # Ayşe Demir şunları (söyledi), Ayşe Demir İzmir’de (söyledi)
    return begin, end


def _before_comma(tokens: Sentence, at: int) -> tuple[int, int]:
    """``Köprünün bittiğini söyleyen Ayşe Demir, “…” (dedi)``: the name whose comma the quotation follows."""
    end = at - 1
    if end < 1 or tokens.words[end] != "," or not tokens.bits[end - 1] > 0:
        return 0, 0
    begin = end
    while begin > 0 and tokens.bits[begin - 1] > 0 and tokens.bits[begin - 1] & (NAME | ROLE_END | PARTICLE):
        begin -= 1
    if begin == end or any(sign in tokens.words[end - 1] for sign in _CASE_SIGNS):
        return 0, 0
    return begin, end


_CASE_SIGNS = "'’"
"""Signs between a name and the ending of a case: İzmir’de."""


def _opening(tokens: Sentence, at: int, pack: QuotePack) -> tuple[int, int]:
    """The noun phrase that opens the clause of *at*: with the verb at its end, mostly the subject."""
    begin = at
    while begin > 0 and not (tokens.bits[begin - 1] < 0 and tokens.words[begin - 1] in ";:–—.!?"):
        begin -= 1
    if begin >= at or (tokens.bits[begin] & STOP and not tokens.bits[begin] & (DETERMINER | PRONOUN)):
        return 0, 0
    return _sound(tokens, noun_phrase(tokens, begin, pack), pack)


def opening_person(tokens: Sentence, pack: QuotePack) -> Attribution | None:
    """``Mayor Ann Lee is angry. (“…”)``: whom a sentence is about that opens with a role or a name of two words."""
    if not tokens.cased:
        titled = next(iter(titled_names(tokens, pack)), None) if pack.names else None
        if titled is None or min(titled.title_start, titled.start) > _OPENING:
            return None
        begin, end = min(titled.title_start, titled.start), max(titled.title_end, titled.end)
        return Attribution("opening", -1, -1, tokens.starts[begin], tokens.end(end - 1), 1)
    for at in range(min(_OPENING, len(tokens.bits))):
        bits = tokens.bits[at]
        if bits < 0 or (bits & STOP and not bits & (ADVERB | DETERMINER)):
            return None
        end = name_run(tokens, at, pack) if bits & NAME else at
        if bits & ROLE_END:
            last = noun_phrase(tokens, at, pack)[1]
            name = next((k for k in range(at + 1, last) if tokens.bits[k] > 0 and tokens.bits[k] & NAME), -1)
            end = at + 1 if name < 0 else min(last, name_run(tokens, name, pack))
            named = with_apposition(tokens, (at, last), len(tokens.bits), pack)[1]
            end = named if named > last else end
        elif end - at < 2:
            continue
        if any(b > 0 and b & ORGANISATION for b in tokens.bits[at:end]):
            return None
        begin = at - 1 if at and tokens.bits[at - 1] & DETERMINER else at
        return Attribution("opening", -1, -1, tokens.starts[begin], tokens.end(end - 1), 1) if end > at else None
    return None


_OPENING = 3
"""Words at the head of a sentence among which a person's name or role begins."""


def closing(own: Cut, pack: QuotePack) -> Attribution | None:
    """``(– We wait.) Det sier Ann Lee til avisen.``: who said the paragraph above the one that opens with *own*."""
    if len(own.bits) < _SHORTEST_CLOSING or own.fold(0) not in pack.closings:
        return None
    tokens = Sentence(own, 0, min(len(own.bits), _LONGEST_FRAME))
    at = 1
    while at < min(_OPENING + 1, len(tokens.bits)) and tokens.bits[at] > 0 and tokens.bits[at] & ADVERB:
        if phrase_cue(tokens, at, pack, CUE):
            break
        at += 1
    length = phrase_cue(tokens, at, pack, CUE) if at < len(tokens.bits) else 0
    if not length:
        return None
    phrase = with_apposition(tokens, noun_phrase(tokens, at + length, pack), len(tokens.bits), pack)
    if not any(b & (NAME | ROLE_END | PRONOUN) for b in tokens.bits[phrase[0] : phrase[1]]):
        return None
    rest = itertools.takewhile(lambda word: word not in ".!?", own.words[phrase[1] :])
    if any(word in ":：" or word[0] in _MARKS for word in itertools.islice(rest, 2)) or ":" in rest:
        return None  # Das sagte Ann Lee: „…“: of what follows.
    return _made("next", tokens, (at, at + length), phrase, 2)


_SHORTEST_CLOSING = 3


def _marked(tokens: Sentence, at: int, pack: QuotePack) -> bool:
    if not 0 <= tokens.bits[at] != QUOTED:
        return False
    fold = tokens.fold(at)
    if fold in pack.subject_marks:
        return True
    if pack.no_topics and fold.endswith(pack.no_topics):
        return False
    if not pack.marks_attached or not fold.endswith(pack.subject_marks):
        return False
    return len(fold) >= 3 or fold[:-1] in pack.gender or tokens.bits[at] & ROLE_END > 0


def _according(tokens: Sentence, at: int, pack: QuotePack) -> Attribution | None:
    """``according to Ann Lee``, ``Ann Lee zufolge``: the nearest before the quotation, else the first after it."""
    found = None
    for k in tokens.places(SOURCES):
        if found is not None and k > at:
            break
        inside = k > 0 and tokens.bits[k - 1] >= 0 and tokens.fold(k) in pack.openings
        found = _source(tokens, k, pack, _PERSONS if inside else NAME | ROLE_END | PRONOUN) or found
        if tokens.fold(k) in pack.according_after and k:
            phrase = subject_before(tokens, k, 0, pack)
            if phrase[1] > phrase[0]:
                found = _made("according", tokens, (k, k + 1), phrase, 2)
    return found


_PERSONS = ROLE_END | PRONOUN


def as_said(tokens: Sentence, at: int, pack: QuotePack) -> Attribution | None:
    """``As the mayor said on Monday, the bridge is "safe"``: the clause that opens the sentence is the source of it."""
    if not tokens.bits[0] & SOURCE or tokens.fold(0) not in pack.as_said:
        return None
    comma = next((k for k in range(2, min(at, _LONGEST_FRAME)) if tokens.words[k] in ",،"), 0)
    for cue in range(comma - 1, 0, -1):
        length = phrase_cue(tokens, cue, pack, CUE)
        if not length or (tokens.bits[cue] & CAPITAL and pack.nouns_capitalised):
            continue
        if any(bits > 0 and bits & (THAT | REPORTED) for bits in tokens.bits[cue + length : comma]):
            return None  # What is said stands in the clause itself.
        phrase = _sound(tokens, subject_before(tokens, cue, 1, pack), pack)
        if phrase[1] <= phrase[0]:
            phrase = _sound(tokens, noun_phrase(tokens, cue + length, pack), pack)
        own = tokens.bits[phrase[0] : phrase[1]]
        somebody = not tokens.cased or any(b & (NAME | ROLE_END | PRONOUN | DETERMINER) for b in own)
        if phrase[1] > phrase[0] and phrase[1] <= comma and somebody:
            return _made("according", tokens, (cue, cue + length), phrase, 2)
    return None


_LONGEST_FRAME = 18


def _source(tokens: Sentence, k: int, pack: QuotePack, wanted: int) -> Attribution | None:
    """Return the source that ``according`` words at *k* name by a word with a bit of *wanted*."""
    phrases = pack.according.get(tokens.fold(k), ())
    ahead = tokens.folds(k, len(phrases[0])) if phrases else ()
    for words in phrases:
        if ahead[: len(words)] == words:
            phrase = noun_phrase(tokens, k + len(words), pack)
            phrase = with_apposition(tokens, phrase, len(tokens.bits), pack)
            if any(b & wanted for b in tokens.bits[phrase[0] : phrase[1]]):
                return _made("according", tokens, (k, k + len(words)), phrase, 2)
    return None


def _trailing_frame(tokens: Sentence, at: int, pack: QuotePack) -> Attribution | None:
    """``It was due to "a fault", said Ann Lee.``: the frame that closes the sentence speaks for the whole of it."""
    last = len(tokens.bits) - 1
    comma = tokens.frames.rfind(OUTLINE_COMMA, at + 1)
    if comma < 0 or comma + 2 > last or OUTLINE_QUOTED in tokens.frames[comma:]:
        return None
    length = phrase_cue(tokens, comma + 1, pack, CUE | ADJACENT)
    if not length:
        return None
    phrase = _sound(tokens, noun_phrase(tokens, comma + 1 + length, pack), pack)
    if phrase[1] <= phrase[0] or phrase[1] < last - 1:
        return None
    return _made("reported", tokens, (comma + 1, comma + 1 + length), phrase, 2)


def _is_parted(tokens: Sentence, verb: int, at: int) -> bool:
    """Say whether the quotation at *at* stands in another clause than the verb."""
    if verb > at:
        return any(b < 0 for b in tokens.bits[at + 1 : verb])
    own = tokens.bits[verb:at]
    return any(b < 0 and after > 0 and after & THAT for b, after in itertools.pairwise(own)) or any(
        b < 0 and word in ";:" for b, word in zip(own[:-1], tokens.words[verb:at], strict=False)
    )


def _loose_after(tokens: Sentence, at: int, pack: QuotePack) -> Attribution | None:
    """A cue elsewhere in the sentence: the quotation is a fragment of what is reported."""
    frame = _trailing_frame(tokens, at, pack)
    if frame is not None:
        return frame
    wanted = CUE | FRAGMENT
    begin = _skip_signs(tokens, at + 1)
    relative = begin < len(tokens.bits) and tokens.fold(begin) in pack.relatives
    if begin < len(tokens.bits) and tokens.bits[begin] == QUOTED and tokens.words[at].rstrip(_CLOSING)[-1:] in ".!?…":
        relative = True  # A whole statement, and one that answers it: what follows is of the answer.
    before = reversed(tokens.places(_VERBS, max(0, at - 44), at))
    for k in itertools.chain(before, () if relative else tokens.places(_VERBS, at + 1, at + 30)):
        length = phrase_cue(tokens, k, pack, wanted)
        if not length or (tokens.bits[k] & CAPITAL and pack.nouns_capitalised and k):
            continue
        if not phrase_cue(tokens, k, pack, CUE) and _is_parted(tokens, k, at):
            continue  # A verb that judges does so in its own clause.
        phrase = _around(tokens, k, length, 0, len(tokens.bits), pack)
        return _made("reported", tokens, (k, k + length), phrase, 1)
    if pack.moody and tokens.mask & MOOD:
        for k, bits in enumerate(tokens.bits):
            if k > at and bits & THAT:
                break  # The mood of a clause that begins behind the quotation says nothing of it.
            if bits > 0 and bits & MOOD:
                return _made("mood", tokens, (k, k + 1), (0, 0), 2)
    return None
