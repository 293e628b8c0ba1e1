# SPDX-License-Identifier: Apache-2.0
"""Tell quickly where speech may be: in which blocks of an article, in which sentences without quotations.

Comes in: the frames of words (``CutBlocks``, ``Cut``), one byte a word.  Goes out: numbers of blocks, yes or no.  What
passes is read by ``speech``, which decides; nothing that it would find is passed over.  Linear: one search a text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cache

from docforge.detect.quote_packs import QuotePack
from docforge.detect.word_bits import (
    FRAME_CUE,
    FRAME_PHRASE,
    FRAME_REPORTED,
    FRAME_SOURCE,
    FRAME_SUBJECT,
    OUTLINE_BREAK,
    OUTLINE_COMMA,
    OUTLINE_END,
    OUTLINE_MARK,
    OUTLINE_STOP,
    outline_class,
)
from docforge.detect.words import Cut, CutBlocks

__all__ = [
    "CLAUSE_REACH",
    "CUES",
    "LONGEST_TAIL",
    "SHORT_TAIL",
    "SOURCES",
    "SOURCE_REACH",
    "may_report",
    "speaking_blocks",
]

_LONGEST_CUE = 5
CLAUSE_REACH = 6
"""A reported clause begins so many words after its cue at the latest."""
LONGEST_TAIL = 9
"""A frame that closes a sentence has at most so many words after its cue, where that stands right after the comma, …"""
SHORT_TAIL = 4
"""… or so many, where it does not."""
SOURCE_REACH = 8
"""Words at the head of a sentence among which a source stands."""
_FEWEST = 3
"""Words of a clause before the comma of the frame that closes its sentence."""
CUES = re.compile(outline_class(FRAME_CUE))
"""Words that are cues or begin one, in the frames."""
SOURCES = re.compile(outline_class(FRAME_SOURCE))
"""Words that begin a source, in the frames."""
_MAY_SPEAK = re.compile(outline_class(FRAME_CUE | FRAME_SOURCE))
"""The words of both kinds."""
_COMMA = outline_class(0, signs=(OUTLINE_COMMA,))


def speaking_blocks(cut: CutBlocks) -> set[int]:
    """Return the numbers of the blocks in which speech may be: with a mark, a dash or a frame of reported speech.

    A typewriter mark inside a word, which opens nothing in scripts with blanks, does not count.
    """
    firsts = cut.firsts
    found = _speech(cut.pack.drops_that, bool(cut.pack.according_after)).finditer(cut.frames)
    return {bisect_right(firsts, match.start()) - 1 for match in found}


def _cues(behind: Callable[[int], bytes]) -> bytes:
    """Return the expression for what follows on the byte of a cue; *behind* gives it for the most words of a cue."""
    plain, longer = outline_class(FRAME_CUE, but=FRAME_PHRASE), outline_class(FRAME_PHRASE)
    cue = outline_class(FRAME_CUE)
    return b"(?<=%s)(?=%s)|(?<=%s)(?<=%s)(?=%s)" % (plain, behind(1), cue, longer, behind(_LONGEST_CUE))


def _begins(words: int, drops_that: bool) -> bytes:
    """Return the expression for a reported clause close behind a cue of at most so many *words*."""
    inside = b"[^\\x%02x]" % OUTLINE_BREAK
    begins = b"%s{0,%d}%s" % (inside, words + CLAUSE_REACH - 2, outline_class(FRAME_REPORTED))
    return begins + b"|%s{0,%d}%s" % (inside, words - 1, outline_class(FRAME_SUBJECT)) if drops_that else begins


def _ends(words: int, inside: bytes, end: bytes) -> bytes:
    """Return the expression for the *end* of a sentence close behind a cue of at most so many *words*."""
    short, longest = words + SHORT_TAIL, words + LONGEST_TAIL
    return b"%s{0,%d}%s|(?<=%s.)%s{0,%d}%s" % (inside, short, end, _COMMA, inside, longest, end)


@cache
def _speech(drops_that: bool, according_after: bool) -> re.Pattern[bytes]:
    """Return what is found once in the frames of each block in which speech may be, with the rest of the block.

    A mark, a cue with a reported clause close behind it or close to the end of its sentence, or a source: where it can
    only stand before who it is, at the beginning of a sentence.  ``may_report`` says it of one sentence exactly.
    """
    ends = b"[\\x%02x\\x%02x\\x%02x]" % (OUTLINE_STOP, OUTLINE_END, OUTLINE_BREAK)
    source = b"(?<=%s)" % outline_class(FRAME_SOURCE)
    if not according_after:
        source += b"(?<=%s.)" % ends
    words = ends.replace(b"[", b"[^")
    cues = _cues(lambda longest: _begins(longest, drops_that) + b"|" + _ends(longest, words, ends))
    # The word or mark stands before all alternatives: a search runs from one to the next.
    return re.compile(
        b"%s(?:(?<=\\x%02x)|%s|%s)[^\\x%02x]*"
        % (outline_class(FRAME_CUE | FRAME_SOURCE, signs=(OUTLINE_MARK,)), OUTLINE_MARK, source, cues, OUTLINE_BREAK),
        re.DOTALL,
    )


@cache
def _reported_clause(drops_that: bool) -> re.Pattern[bytes]:
    """Return what is found in the frames of a sentence in which a reported clause may begin close behind a cue."""
    behind = _cues(lambda longest: _begins(longest, drops_that))
    return re.compile(b"%s(?:%s)" % (outline_class(FRAME_CUE), behind), re.DOTALL)


_CLOSING_FRAME = re.compile(
    b"%s(?:%s)" % (outline_class(FRAME_CUE), _cues(lambda longest: _ends(longest, b".", b"\\Z"))), re.DOTALL
)
"""A cue close to the end of its sentence."""


def may_report(own: Cut, first: int, last: int, pack: QuotePack) -> bool:
    """Say whether a sentence without quotations can hold reported speech (``reported`` reads it, this is cheaper)."""
    frames = own.frames
    if _MAY_SPEAK.search(frames, first, last) is None:
        return False
    if SOURCES.match(frames, first):
        return True
    if pack.according_after and SOURCES.search(frames, first, min(last, first + SOURCE_REACH)):
        return True
    if _reported_clause(pack.drops_that).search(frames, first, last):
        return True
    comma = frames.find(OUTLINE_COMMA, first + _FEWEST, last)
    return comma >= 0 and _CLOSING_FRAME.search(frames, comma + 1, last) is not None
