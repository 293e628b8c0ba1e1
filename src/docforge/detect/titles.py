# SPDX-License-Identifier: Apache-2.0
"""Read the role beside a name in scripts with capitals: where it begins, what it is of, where the name begins.

Comes in: the words of a block, a pack.  Goes out: word ranges.  A title is the role, the words that narrow it
(``foreign``, ``former``) and the phrase it is of (``of the Board``, ``des Affaires étrangères``), never a verb.
Where what the office is of and the name are capitals in a row (``mayor of London Sadiq Khan``), a given name tells
them apart; where none does, there is no name.  Linear: each walk is bounded.
"""

from __future__ import annotations

import re
from collections import deque
from typing import NamedTuple

from docforge.detect.quote_packs import QuotePack
from docforge.detect.vocabulary import is_given_name
from docforge.detect.word_bits import (
    CAPITAL,
    CUE,
    DETERMINER,
    KNOWN,
    NAME,
    NO_NAME,
    ORGANISATION,
    OUTLINE_NAME,
    OUTLINE_ROLE,
    PARTICLE,
    PRONOUN,
    ROLE_END,
    STOP,
    THAT,
    outline_class,
)
from docforge.detect.words import CutBlocks

__all__ = [
    "NOBODY",
    "POSSESSIVES",
    "UNTITLED",
    "Office",
    "is_given",
    "name_start",
    "offices",
    "title_behind",
    "title_end",
    "title_start",
]

_MAX_PHRASE = 9
"""An office is of no more words than that."""
_MAX_LEFT = 3
POSSESSIVES = ("'s", "’s")
"""Endings of a genitive in English."""
NOBODY = -1
"""What stands beside the role is what it is of."""
UNTITLED = -2
"""The person beside the role does not hold it (the mother of Ann Lee)."""

# A role, a word in small letters, and within a few words a capital that may begin a name, no sign between.
_OFFICES = re.compile(
    b"%s(?=[\\x00-\\x3f][\\x00-\\x7f]{0,%d}?%s)"
    % (outline_class(OUTLINE_ROLE), _MAX_PHRASE - 1, outline_class(OUTLINE_NAME)),
    re.DOTALL,
)


class Office(NamedTuple):
    """A role with a phrase behind it: its word, where the capitals begin that follow, and whether these are of it."""

    role: int
    start: int
    is_open: bool = False
    is_loose: bool = False
    """A word that the pack does not know stands between."""
    opening: int = 0
    """So many small words before the capitals belong to the name (Herr *von* Rodow)."""


def offices(own: CutBlocks, first: int, last: int, pack: QuotePack) -> deque[Office]:
    """Return the offices among some words whose phrase leads to capitals, in order."""
    found: deque[Office] = deque()
    for match in _OFFICES.finditer(own.outline, first, last):
        role = match.start()
        opening = _opening(own, role + 1, pack)
        if not opening and own.fold(role) in pack.titles.honorifics:
            opening = 1 if own.bits[role + 1] & PARTICLE and own.bits[role + 2] & NAME else 0
        if opening:
            found.append(Office(role, role + 1 + opening, opening=opening))
            continue
        at, is_open, is_loose = _walk(own, role + 1, pack, False)
        if own.bits[at] & NAME:
            found.append(Office(role, at, is_open, is_loose))
    return found


def is_given(word: str, pack: QuotePack) -> bool:
    """Say whether *word* is a given name, in any case the language has."""
    if is_given_name(word) or ("-" in word and is_given_name(word.partition("-")[0])):
        return True
    return any(
        word.endswith(ending) and is_given_name(word[: len(word) - len(ending)] + full)
        for ending, full in pack.titles.case_forms
    )


def _narrows(own: CutBlocks, at: int, pack: QuotePack) -> bool:
    """Say whether word *at* is one that stands beside roles: an adjective, the noun of a portfolio."""
    fold, titles = own.fold(at), pack.titles
    if fold in titles.words or ("-" in fold and fold.rpartition("-")[2] in titles.words):
        return True
    return bool(titles.endings) and len(fold) > 4 and fold.endswith(titles.endings) and "'" not in fold


def _walk(own: CutBlocks, at: int, pack: QuotePack, whole: bool) -> tuple[int, bool, bool]:
    """Return where the phrase from *at* ends that a role is of; if a word was due there; if it has an unknown one.

    With *whole*, capitals belong to the phrase where they are due; else the walk stops at those that end it.
    """
    bits, titles = own.bits, pack.titles
    due = joined = loose = False
    stop = min(len(bits), at + _MAX_PHRASE)
    begun = at
    while at < stop:
        known = bits[at]
        if known < 0:
            break
        if known & CAPITAL:
            if due and known & DETERMINER:
                at += 1  # de Los Gallardos
                continue
            if not known & NAME or not (due or (whole and titles.owner_behind)):
                break
            end = at
            while end < len(bits) and bits[end] & NAME:
                end += 1
            after = end < len(bits) and bits[end] >= 0 and not bits[end] & CAPITAL and _goes_on(own, end, pack)
            if not (whole or after) or (not whole and any(is_given(own.words[k], pack) for k in range(at + 1, end))):
                break
            at, due, joined = end, False, True
            continue
        fold = own.fold(at)
        if fold in titles.of:
            due = True
        elif known & DETERMINER and due:
            pass
        elif "'" in fold and fold[: fold.index("'") + 1] in titles.of:
            due, joined = False, True  # dell'Interno
        elif _narrows(own, at, pack) or ((due or titles.owner_behind) and known & ORGANISATION):
            due, joined = due and pack.nouns_capitalised, True
        elif fold in titles.also and joined and not due:
            due = True
        elif due and not known & (STOP | CUE | THAT | PRONOUN) and own.words[at][0].isalpha():
            due, joined, loose = pack.nouns_capitalised, True, True
        elif known & ROLE_END and at == begun:
            begun += 1  # the spokesman minister: roles in a row are one
        else:
            break
        at += 1
    return at, due, loose


def _goes_on(own: CutBlocks, at: int, pack: QuotePack) -> bool:
    """Say whether a phrase goes on in small letters behind capitals: Affaires *étrangères*, Commission *of* Trade."""
    fold = own.fold(at)
    return fold in pack.titles.of or fold in pack.titles.also or _narrows(own, at, pack)


def name_start(own: CutBlocks, office: Office, end: int, pack: QuotePack) -> int:
    """Return where the name begins in the capitals up to *end* behind a role, ``NOBODY`` or ``UNTITLED``."""
    found = _name_start(own, office, end, pack)
    if found >= 0 and end - found < 2 and (office.is_loose or own.fold(found).endswith(pack.case_endings or "\n")):
        return NOBODY  # Министр Астанада (болды): in Astana
    return found


def _name_start(own: CutBlocks, office: Office, end: int, pack: QuotePack) -> int:
    bits, words, titles = own.bits, own.words, pack.titles
    at = start = office.start
    is_open = office.is_open
    while (
        at < end - 1 and bits[at] & NAME and (_narrows(own, at, pack) or (words[at].isupper() and len(words[at]) > 1))
    ):
        at += 1
    if not is_open and not titles.owner_behind:
        if office.opening or own.fold(office.role) in titles.honorifics:
            return start
        if not bits[start] & CAPITAL and own.fold(start) in titles.of:
            at = start + 1
            is_open = True
            while at < end and not bits[at] & CAPITAL and bits[at] & DETERMINER:
                at += 1
            start = at
        else:
            if end - start == 1 and _narrows(own, start, pack):
                return NOBODY  # Bộ trưởng Ngoại (giao)
            return at if end - at >= 2 and bits[at] & NAME else start
    given = next((k for k in range(at, end) if bits[k] & NAME and is_given(words[k], pack)), NOBODY)
    if is_open:
        if given == start:
            return UNTITLED
        if given != NOBODY:
            return given if end - given >= 2 else NOBODY
        is_portfolio = pack.role_of.get(own.fold(office.role)) == "minister" and own.fold(at - 1) in titles.portfolios
        return at if at > start and is_portfolio and end - at >= 2 and bits[at] & NAME else NOBODY
    if own.fold(office.role) in titles.honorifics:
        return start
    if given == at and (end - at >= 2 or at == start):
        return at
    if given != NOBODY:
        return given if end - given >= 2 else NOBODY
    if at < end and bits[at] & NAME and (end - at >= 2 or (at == start and not _narrows(own, at, pack))):
        last = own.fold(end - 1)
        if titles.owner_endings and not last.endswith(titles.owner_endings):
            if end - at == 1 or not own.fold(at).endswith(titles.owner_endings):
                return at
    return NOBODY


def _opening(own: CutBlocks, start: int, pack: QuotePack) -> int:
    """Return how many small words open a name that look like those between an office and what it is of (von der)."""
    first = own.fold(start)
    for words in pack.titles.openings:
        size = len(words)
        if words[0] == first and all(own.fold(start + k) == words[k] for k in range(1, size)):
            if own.bits[start + size] & NAME and not any(own.bits[start + k] & CAPITAL for k in range(size)):
                return size
    return 0


def title_start(own: CutBlocks, role: int, pack: QuotePack) -> int:
    """Return where the title begins that the role at *role* closes, without verbs and with what narrows it."""
    bits = own.bits
    begin = role
    while begin > 0 and role - begin < _MAX_PHRASE:
        before = bits[begin - 1]
        if before < 0:
            if own.words[begin - 1] != "." or begin < 2 or not _is_abbreviated(own, begin - 2, pack):
                break
        elif before & CAPITAL:
            if not _owns(own, begin, role, pack):
                break
        elif not (before & ROLE_END or _is_beside(own, begin - 1, pack) or _is_joined(own, begin - 1, pack)):
            break
        begin -= 1
    at = begin
    while at > 0 and begin - at < _MAX_LEFT and bits[at - 1] >= 0 and not bits[at - 1] & (KNOWN | CAPITAL):
        at -= 1
    if 0 < at < begin and bits[at - 1] > 0 and bits[at - 1] & DETERMINER and own.words[at][0].isalpha():
        if not pack.articles or own.fold(at - 1) in pack.articles or own.fold(at - 1) in pack.titles.articles:
            return at  # What stands between an article and its noun is no verb.
    return begin


def _is_beside(own: CutBlocks, at: int, pack: QuotePack) -> bool:
    """Say whether the small word *at* before a role narrows it; one that is an adverb as well, behind an article."""
    if own.bits[at] & (CUE | DETERMINER) or not _narrows(own, at, pack):
        return False
    return not own.bits[at] & STOP or own.bits[at - 1] & DETERMINER > 0


def _is_joined(own: CutBlocks, at: int, pack: QuotePack) -> bool:
    """Say whether word *at* joins two portfolios before a role: Ulaştırma *ve* Altyapı Bakanı."""
    if not pack.titles.owner_before or own.fold(at) not in pack.titles.also:
        return False
    return _narrows(own, at - 1, pack) and _narrows(own, at + 1, pack) and not own.bits[at + 1] & ROLE_END


def _is_abbreviated(own: CutBlocks, at: int, pack: QuotePack) -> bool:
    """Say whether word *at* is one that its full stop belongs to: Lt., U.S."""
    word = own.words[at]
    return own.bits[at] & NAME > 0 and (own.fold(at) in pack.abbreviations or (len(word) <= 3 and word[1:2] == "."))


def _owns(own: CutBlocks, begin: int, role: int, pack: QuotePack) -> bool:
    """Say whether the capital before *begin* narrows the role: Ostland *president*, *US Foreign* Minister."""
    before = own.bits[begin - 1]
    if before & (NO_NAME | CUE) or not before & NAME:
        return False
    if before & ROLE_END or _narrows(own, begin - 1, pack):
        return True
    if pack.case_endings and own.fold(begin - 1).endswith(pack.case_endings):
        return False  # Рәсімге Көлік министрі: what opens the sentence is only capital there
    return bool(own.bits[role] & CAPITAL) or pack.titles.owner_before


def title_end(own: CutBlocks, role: int, comma: int, pack: QuotePack) -> bool:
    """Say whether what stands between the role and the comma at *comma* is what the role is of."""
    at, is_due, _ = _walk(own, role + 1, pack, True)
    return at == comma and not is_due


def title_behind(own: CutBlocks, comma: int, pack: QuotePack) -> tuple[int, int] | None:
    """Return the word range of the title that stands between the comma behind a name and the next sign."""
    bits = own.bits
    begin = comma + 1
    while begin < len(bits) and bits[begin] > 0 and bits[begin] & DETERMINER and not bits[begin] & CAPITAL:
        begin += 1
    at = begin
    while at < len(bits) and at - begin <= _MAX_LEFT and bits[at] >= 0 and not bits[at] & ROLE_END:
        if bits[at] & KNOWN and not _narrows(own, at, pack) and not bits[at] & ORGANISATION:
            return None
        at += 1
    if at >= len(bits) or bits[at] < 0 or not bits[at] & ROLE_END:
        return None
    if (
        at > begin
        and comma + 1 == begin
        and not all(bits[k] & CAPITAL or _narrows(own, k, pack) for k in range(begin, at))
    ):
        return None
    end, is_due, _ = _walk(own, at + 1, pack, True)
    if is_due or end - begin > _MAX_PHRASE or (end < len(bits) and bits[end] >= 0):
        return None
    return begin, end
