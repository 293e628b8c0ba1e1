# SPDX-License-Identifier: Apache-2.0
"""Notes of the article: marks in the text ("[1]", "¹", "*") and the notes that they lead to.

Goes in: the texts of an article's blocks in source order.  Comes out: which of them are notes, and where their
marks stand.  A series counts only as a whole: numbers run from 1 without a gap, each is used in the text before the
series, and no other number is; a sign (``*``, ``†``) stands once in the text and once before a note.  Anything
else - lists, prices with an asterisk, square metres - stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docforge.patterns import lazily
from docforge.records import dataclass

__all__ = ["Note", "NoteReference", "Notes", "find_notes"]

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(_RAISED, "0123456789")
_SIGNS = ("[", "*", "†", "‡", "［", "〔", *_RAISED)
_POSSIBLE = lazily(rf"[\[［〔]\d|[{_RAISED}*†‡]")
_REFERENCE = lazily(
    r"(?<!^)[\[［〔](?P<bracket>\d{1,3})[\]］〕]"
    # A raised figure after a unit is a power: m², км³.
    rf"|(?<=[^\s{_RAISED}])(?<![mMмМ])(?P<raised>[{_RAISED}]{{1,3}})(?![{_RAISED}])"
    r"|(?<=[^\s*])(?P<sign>\*{1,3}|†|‡)(?=[\s.,;:!?)\]»”’\"…—–-]|$)"
)
_NOTE = lazily(
    rf"(?:[\[［〔](?P<bracket>\d{{1,3}})[\]］〕][.:]?|(?P<raised>[{_RAISED}]{{1,3}})|(?P<sign>\*{{1,3}}|†|‡)"
    r"|(?P<plain>\d{1,3})[.)](?=\s))\s*(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Note:
    """One block that is a note."""

    key: str
    """Digits from 1 in the order of the notes."""
    marker_end: int
    """Where the note's own words begin in the block's text."""


@dataclass(frozen=True, slots=True)
class NoteReference:
    """The mark of a note in the text of a block, half-open in code points."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Notes:
    """What ``find_notes`` found, by index of the block."""

    notes: dict[int, Note]
    references: dict[int, tuple[NoteReference, ...]]


_NONE = Notes({}, {})


def find_notes(texts: Sequence[str]) -> Notes:
    """Pair the marks in *texts* with their notes."""
    whole = "\0".join(texts)
    # One pass for each sign costs less than one search; few articles have any.
    if not any(sign in whole for sign in _SIGNS) or not any(map(_POSSIBLE.search, texts)):
        return _NONE
    heads = [_NOTE.match(text) for text in texts]
    marks = [list(_REFERENCE.finditer(text)) if _POSSIBLE.search(text) else [] for text in texts]
    accepted: dict[int, re.Match[str]] = {}
    paired: list[tuple[int, int, int, int]] = []  # block, start, end of the mark; block of the note
    for series, first in _numbered(heads, marks):
        accepted.update({block: head for block in series if (head := heads[block]) is not None})
        paired += [
            (block, mark.start(), mark.end(), series[_number(mark) - 1])
            for block in range(first, series[0])
            for mark in marks[block]
            if mark["sign"] is None
        ]
    for own, block, mark in _signed(heads, marks):
        head = heads[own]
        if head is not None and own not in accepted:
            accepted[own] = head
            paired.append((block, mark.start(), mark.end(), own))
    keys = {block: str(number) for number, block in enumerate(sorted(accepted), 1)}
    references: dict[int, list[NoteReference]] = {}
    for block, start, end, own in sorted(paired):
        references.setdefault(block, []).append(NoteReference(start, end, keys[own]))
    notes = {block: Note(keys[block], head.end()) for block, head in accepted.items()}
    return Notes(notes, {block: tuple(found) for block, found in references.items()})


def _number(match: re.Match[str]) -> int:
    shown = match["bracket"] or match["raised"] or match.groupdict().get("plain") or "0"
    return int(shown.translate(_DIGITS))


def _numbered(
    heads: Sequence[re.Match[str] | None], marks: Sequence[list[re.Match[str]]]
) -> Iterator[tuple[list[int], int]]:
    """Yield each series of numbered notes (indices of blocks), and the first block that may refer to it."""
    first = 0
    for series in _series(heads):
        before = [mark for block in range(first, series[0]) for mark in marks[block] if mark["sign"] is None]
        head = heads[series[0]]
        plain = head is not None and head["plain"] is not None
        # A plain list of figures is made of notes only where marks in brackets ask for all of it.
        used = {_number(mark) for mark in before if not plain or mark["bracket"] is not None}
        if used == set(range(1, len(series) + 1)) and used == {_number(mark) for mark in before}:
            yield series, first
        first = series[-1] + 1


def _series(heads: Sequence[re.Match[str] | None]) -> Iterator[list[int]]:
    """Yield runs of neighbouring blocks that begin with 1, 2, 3 and so on."""
    run: list[int] = []
    for index, head in enumerate(heads):
        number = _number(head) if head is not None and head["sign"] is None else 0
        if number and number == len(run) + 1 and (not run or run[-1] == index - 1):
            run.append(index)
            continue
        if run:
            yield run
        run = [index] if number == 1 else []
    if run:
        yield run


def _signed(
    heads: Sequence[re.Match[str] | None], marks: Sequence[list[re.Match[str]]]
) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Yield (block of the note, block of the mark, mark) for signs that stand once in each place."""
    notes: dict[str, list[int]] = {}
    for index, head in enumerate(heads):
        if head is not None and head["sign"] is not None:
            notes.setdefault(head["sign"], []).append(index)
    if not notes:
        return
    found: dict[str, list[tuple[int, re.Match[str]]]] = {}
    for index, own in enumerate(marks):
        for mark in own:
            # Two in one text are emphasis or a rule of asterisks.
            if mark["sign"] is not None and mark.string.count(mark["sign"]) == 1:
                found.setdefault(mark["sign"], []).append((index, mark))
    for sign, blocks in notes.items():
        used = found.get(sign, [])
        if len(blocks) == 1 and len(used) == 1 and used[0][0] < blocks[0]:
            yield blocks[0], *used[0]
