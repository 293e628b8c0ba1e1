# SPDX-License-Identifier: Apache-2.0
"""Find runs of capitalised words that may be names: where name and title part, what speaks for a person.

Comes in: the words of an article, a pack.  Goes out: ``NameRun`` values, organisations among them, and the words that
stand alone.  What other runs of the article say of one is for ``entities`` to weigh.  Linear: one search over the
outline of the words, and each walk from a run is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

from docforge.detect.quote_packs import QuotePack
from docforge.detect.titles import (
    NOBODY,
    Office,
    is_given,
    name_start,
    offices,
    title_behind,
    title_end,
    title_start,
)
from docforge.detect.word_bits import (
    ADJACENT,
    ADVERB,
    CAPITAL,
    CUE,
    DETERMINER,
    JOIN,
    NAME,
    ORGANISATION,
    OUTLINE_BREAK,
    OUTLINE_COMMA,
    OUTLINE_DOT,
    OUTLINE_END,
    OUTLINE_NAME,
    OUTLINE_NO_TITLE,
    OUTLINE_ORGANISATION,
    OUTLINE_PARTICLE,
    OUTLINE_ROLE,
    OUTLINE_SIGN,
    OUTLINE_SPEAKS,
    OUTLINE_STOP,
    PARTICLE,
    ROLE_END,
    STOP,
    THAT,
    outline_class,
)
from docforge.detect.words import CutBlocks

__all__ = ["NameRun", "name_runs"]

_MAX_TITLE = 8
_MAX_GENITIVES = 3


class NameRun(NamedTuple):
    """A run of capitalised words: token range, its title's token range, why it may be a person (empty: no sign)."""

    start: int
    end: int
    words: tuple[str, ...]
    title_start: int
    title_end: int
    rule: str


_MARKS_NAME = OUTLINE_ROLE | OUTLINE_ORGANISATION
_NAME = outline_class(OUTLINE_NAME)
_PLAIN = outline_class(OUTLINE_NAME, _MARKS_NAME)
_INSIDE = outline_class(OUTLINE_PARTICLE, OUTLINE_NAME)
_COMMA, _DOT = outline_class(0, signs=(OUTLINE_COMMA,)), outline_class(0, signs=(OUTLINE_STOP, OUTLINE_DOT))
_INSIDE_BLOCK = b"[^\\x%02x]" % OUTLINE_BREAK
_ROLE = outline_class(OUTLINE_ROLE)
# Neither a cue nor a role stands before the first name (``titles`` finds roles that something is between).
_NO_SIGN_BEFORE = b"(?<!%s.)" % outline_class(OUTLINE_ROLE | OUTLINE_SPEAKS)
_ENDS = b"(?!%s|%s{1,2}%s|%s%s)" % (_NAME, _INSIDE, _NAME, _DOT, _NAME)
_NO_GENITIVE = b"(?!%s{1,2}%s)" % (outline_class(OUTLINE_NO_TITLE, OUTLINE_NAME), _NAME)  # the Bank of Ostland
# Neither a cue nor a comma with a role or an unknown word (an age) follows; mostly the next word alone tells.
_NO_SIGN_AFTER = b"(?:(?=%s)|%s(?!%s|%s(?:%s{0,3}%s|\x00)))" % (
    outline_class(None, OUTLINE_NAME | OUTLINE_PARTICLE | OUTLINE_SPEAKS, (OUTLINE_END, OUTLINE_BREAK)),
    _ENDS, outline_class(OUTLINE_SPEAKS), _COMMA, _INSIDE_BLOCK, _ROLE,
)  # fmt: skip
_RUNS = re.compile(
    # The first name stands before all alternatives: a search runs from one to the next.
    b"%s(?:%s(?:(?<=%s)(?:%s(?P<alone>)|(?<!%s.)(?:%s|%s{1,2}%s)+%s(?P<plain>))|(?<=%s)%s)"
    b"|(?:%s|%s{1,2}%s)*(?P<run>))" % (
        _NAME, _NO_SIGN_BEFORE,
        _PLAIN, _NO_SIGN_AFTER, _COMMA, _PLAIN, _INSIDE, _PLAIN, _NO_SIGN_AFTER,
        outline_class(_MARKS_NAME), _ENDS + _NO_GENITIVE,
        _NAME, _INSIDE, _NAME,
    ), re.DOTALL,
)  # fmt: skip
"""Runs of capitalised words in the outline of a block, from the most frequent on: a word *alone* and a run of *plain*
names, both without any sign of a person; a role or organisation of one word, which is nobody; any other *run*."""


def name_runs(own: CutBlocks, first: int, last: int, pack: QuotePack, alone: set[str]) -> list[NameRun]:
    """Return the runs of some words; one that stands alone without any sign of a person only goes into *alone*."""
    words = own.words
    out: list[NameRun] = []
    done = 0
    held = offices(own, first, last, pack)
    due = held[0].start if held else last
    for match in _RUNS.finditer(own.outline, first, last):
        at = match.start()
        if at < done:  # The run before went on over a full stop.
            continue
        kind = match.lastgroup
        if at < due and kind == "alone":  # As most are: no step more for them.
            alone.add(words[at])
            continue
        end, office = match.end(), None
        while due < end:
            next_one = held.popleft()
            due = held[0].start if held else last
            if next_one.start >= at:
                kind, office = "run", next_one
        if kind == "plain":
            out.append(NameRun(at, end, tuple(words[at:end]), -1, -1, ""))
        elif kind == "alone":
            alone.add(words[at])
        elif kind == "run":
            done = _over_stops(own, end, pack)
            run = _run(own, at, done, office, pack)
            done = max(done, run.end if run is not None else done)
            if run is not None:
                out.append(run)
                if len(run.words) == 1:
                    alone.add(run.words[0])
    return out


def _over_stops(own: CutBlocks, end: int, pack: QuotePack) -> int:
    """Return where a run of capitalised words ends that may go on at *end* over the full stop of an initial."""
    words, bits = own.words, own.bits
    while True:
        known = bits[end]
        if known & NAME:
            end += 1
        elif not (known & PARTICLE or words[end] == ".") or not bits[end + 1] & NAME:
            return end
        elif known & PARTICLE or len(words[end - 1]) <= 2 or own.fold(end - 1) in pack.abbreviations:
            end += 2
        else:
            return end


def _with_genitives(own: CutBlocks, end: int, pack: QuotePack) -> int:
    """Return the end of an organisation's name with what it is of: the Republic *of Ostland*."""
    bits, count = own.bits, len(own.bits)
    for _ in range(_MAX_GENITIVES):
        after = end + 1 if end < count and bits[end] >= 0 and own.fold(end) in pack.genitives else 0
        if after and after < count and bits[after] >= 0 and bits[after] & DETERMINER and not bits[after] & CAPITAL:
            after += 1
        if not after or after >= count or not bits[after] & NAME:
            break
        end = after + 1
        while end < count and bits[end] & NAME:
            end += 1
    return end


def _run(own: CutBlocks, at: int, end: int, office: Office | None, pack: QuotePack) -> NameRun | None:
    """Split a run of capitals into title and name and say what speaks for a person."""
    bits = own.bits
    mask = reduce(or_, bits[at:end])
    if mask & PARTICLE:
        end = _before_two_particles(own, at, end, pack)
    if mask & ROLE_END:
        last_role = end - 1
        while last_role >= at and not bits[last_role] & ROLE_END:
            last_role -= 1
        if last_role >= at and (office is None or last_role >= office.start):
            office = Office(last_role, last_role + 1)
    elif office is None and at and bits[at - 1] & ROLE_END and bits[at - 1] > 0:
        office = Office(at - 1, at)
    if office is not None and office.start < end and own.words[office.start] == ".":
        office = office._replace(start=office.start + 1)
    first = at if office is None else office.start
    if end - first > 2 and pack.addressees:
        end = _before_addressee(own, first, end, pack)
    if first >= end:
        return None
    start, stop = -1, -1
    if office is not None:
        named = name_start(own, office, end, pack)
        if named >= 0 and not (named == first and mask & ORGANISATION and _has(bits, named, end, ORGANISATION)):
            first = named - office.opening
            start, stop = title_start(own, office.role, pack), first
            if _is_title_case(own, first, end, pack):
                return None
        elif mask & ORGANISATION and _has(bits, first, end, ORGANISATION):
            while not bits[first] & CAPITAL:
                first += 1
            return _organisation(own, first, end, pack)
        elif named == NOBODY:
            return None
    elif mask & ORGANISATION and _has(bits, at, end, ORGANISATION):
        return _organisation(own, at, end, pack)
    name = tuple(own.words[first:end])
    if mask < 0:
        name = tuple([word for word, known in zip(name, bits[first:end], strict=True) if known >= 0])
    if not name:
        return None
    rule = "title" if start >= 0 else _speaks(own, first, end)
    if start < 0 and len(name) >= 2 and first == at:
        title = _title_before_comma(own, at, end, pack)
        rule = rule or ("role before a comma" if title else "")
        if title is None and own.outline[end] == OUTLINE_COMMA:
            title = title_behind(own, end, pack)
            rule = rule or ("role after a comma" if title else "")
        start, stop = title or (-1, -1)
    if stop > start >= 0 and own.words[stop - 1] == "." and stop - 1 > start:
        stop -= 1
    return NameRun(first, end, name, start, stop, rule)


def _has(bits: Sequence[int], start: int, end: int, wanted: int) -> bool:
    return any(own & wanted for own in bits[start:end])


def _before_two_particles(own: CutBlocks, at: int, end: int, pack: QuotePack) -> int:
    """Return where the run ends if two small words stand in it (von der) that no given name or role is before.

    Words of another language (van der in English copy) are of the name.
    """
    bits = own.bits
    for k in range(at + 1, end - 2):
        if bits[k] & bits[k + 1] & PARTICLE and not (bits[k] | bits[k + 1]) & CAPITAL:
            if not bits[k] & (STOP | JOIN | DETERMINER):
                continue
            if not (bits[k - 1] & ROLE_END or is_given(own.words[k - 1], pack)):
                return k
    return end


def _before_addressee(own: CutBlocks, first: int, end: int, pack: QuotePack) -> int:
    """Return where the name ends: ``(said) Minister Ann Lee to the agency``."""
    bits = own.bits
    return next(
        (
            k
            for k in range(first + 2, end)
            if bits[k - 2] & bits[k - 1] & NAME and not bits[k] & CAPITAL and own.fold(k) in pack.addressees
        ),
        end,
    )


def _before_article(own: CutBlocks, at: int, end: int, pack: QuotePack) -> int:
    """``das Amt den Streit``: return where a run ends before an article of no genitive right behind what it names."""
    bits = own.bits
    for k in range(at + 1, end - 1):
        if bits[k] & PARTICLE and bits[k] & DETERMINER and not bits[k] & CAPITAL and bits[k - 1] & ORGANISATION:
            if own.fold(k) not in pack.genitives:
                return k
    return end


def _organisation(own: CutBlocks, at: int, end: int, pack: QuotePack) -> NameRun | None:
    end = _with_genitives(own, _before_article(own, at, end, pack), pack)
    whole = tuple([w for w, b in zip(own.words[at:end], own.bits[at:end], strict=True) if b >= 0])
    return NameRun(at, end, whole, -1, -1, "organisation") if len(whole) >= 2 else None


def _is_title_case(own: CutBlocks, first: int, end: int, pack: QuotePack) -> bool:
    """Say whether the sentence has a capital on each long word, so that it says nothing of the words behind a role."""
    if pack.nouns_capitalised or any(is_given(own.words[k], pack) for k in range(first, end)):
        return False
    bits, words, outline = own.bits, own.words, own.outline
    capitals = 0
    for step, beside in ((-1, first - 1), (1, end)):
        at = beside
        while outline[at] not in _ENDS_SENTENCE and abs(at - beside) < _LONGEST_HEADLINE:
            if bits[at] >= 0:
                if not bits[at] & CAPITAL and len(words[at]) > _SMALL_IN_TITLES:
                    return False
                capitals += bits[at] & CAPITAL > 0
            at += step
    return capitals >= _TITLE_CASE or (end - first >= 2 and capitals + end - first >= _TITLE_CASE)


_ENDS_SENTENCE = frozenset((OUTLINE_STOP, OUTLINE_END, OUTLINE_BREAK))
_SMALL_IN_TITLES = 3
_TITLE_CASE = 3
_LONGEST_HEADLINE = 40
"""Words to each side of a name in which the sentence shows its capitals; few headlines have half as many."""


def _title_before_comma(own: CutBlocks, at: int, end: int, pack: QuotePack) -> tuple[int, int] | None:
    """``the director of the station, Marc Lavigne``: from the role to the comma."""
    words, bits = own.words, own.bits
    if at < 2 or words[at - 1] != ",":
        return None
    for k in range(at - 2, max(-1, at - 2 - _MAX_TITLE), -1):
        if bits[k] < 0:
            return None
        if bits[k] & ROLE_END:
            if not title_end(own, k, at - 1, pack):
                return None
            if any(b & NAME for b in bits[k + 1 : at - 1]) and end < len(bits) and bits[end] >= 0:
                return None  # In "the minister of Transport, Ann Lee," the name stands between commas.
            return title_start(own, k, pack), at - 1
    return None


_HAS_ROLE = re.compile(b"%s{0,3}%s" % (_INSIDE_BLOCK, _ROLE))
_CLOSES_AGE = frozenset(range(OUTLINE_SIGN, 0x100)) - {OUTLINE_BREAK}


_NO_PLACE_BEFORE = CAPITAL | THAT | ADVERB | DETERMINER


def _speaks(own: CutBlocks, first: int, end: int) -> str:
    """A cue beside the name, or a role after its comma."""
    bits, sign = own.bits, own.words[end]
    # In "the president of Kazakhstan believes" the country is not the one who does.
    if bits[end] & (CUE | ADJACENT) and not bits[first - 1] & JOIN:
        # Nor the place in "Nils Berg outside Kalmar agrees".
        if end - first > 1 or bits[first - 1] < 0 or bits[first - 1] & _NO_PLACE_BEFORE or not bits[first - 1] & STOP:
            return "cue"
    if sign == ",":
        if _HAS_ROLE.match(own.outline, end + 1):
            return "role after a comma"
        age = own.words[end + 1]
        if len(age) == 2 and age.isdigit() and own.outline[end + 2] in _CLOSES_AGE:
            return "age after a comma"
    return "cue" if bits[first - 1] & (CUE | ADJACENT) else ""
