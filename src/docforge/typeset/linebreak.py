# SPDX-License-Identifier: Apache-2.0
"""Choosing line breaks from widths: greedy, and total fit after Knuth and Plass.

Works on numbers only; knows no text, no fonts.  From a place where a line starts only the places near its margin are
looked at, so time is in step with the number of places where lines may end.

Rule: D. E. Knuth, M. F. Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11 (1981).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from heapq import heappop, heappush
from operator import itemgetter
from typing import Any, NamedTuple, TypeAlias

__all__ = ["FREE", "NEVER", "SPLIT", "Cut", "Inner", "InnerPlaces", "Pieces", "greedy", "total_fit"]

_SLACK = 1e-6

HYPHEN_PENALTY = 40.0
"""Badness added for a line that ends in a hyphen."""
SPLIT_PENALTY = 2000.0
"""For a break inside something that is wider than the line."""
CONSECUTIVE_HYPHENS = 3000.0
FITNESS_DEMERITS = 3000.0
LAST_LINE_HYPHEN = 5000.0
SHORT_LAST_LINE, SHORT_LAST_DEMERITS = 0.12, 2000.0
"""A last line shorter than this part of the column looks like a slip."""

NEVER, FREE, SPLIT = 0, 1, 2
"""Whether a line may end after a piece; ``SPLIT``: only because what the piece belongs to is wider than a line."""


class Pieces(NamedTuple):
    """What a paragraph consists of, as parallel sequences; lengths in one unit."""

    before: Sequence[float]
    """Width of everything before each piece, and of everything."""
    stretch_before: Sequence[float]
    shrink_before: Sequence[float]
    trail: Sequence[float]
    """Width of the white space at the end of each piece, which a line that ends there does not have."""
    stretch_to: Sequence[float]
    """Stretch of everything up to the end of each piece but for that white space."""
    shrink_to: Sequence[float]
    breaks: Sequence[int]
    """``NEVER``, ``FREE`` or ``SPLIT`` for each piece; the paragraph always ends after the last one."""


class Inner(NamedTuple):
    """A place inside a piece where a line may end."""

    offset: int
    """Number of characters before it, above 0; ascending in the piece."""
    start: float
    """From the start of the piece to where the next line starts."""
    end: float
    """From the start of the piece to where the line ends, its hyphen included."""
    hyphen: bool
    """A hyphen would stand here; else the piece is split."""


InnerPlaces: TypeAlias = Callable[[int], Sequence[Inner]]
"""From the number of a piece to the places inside it."""


class Cut(NamedTuple):
    """Where one line ends and the next one starts; cuts sort as they stand in the text."""

    piece: int
    """The piece that the next line starts with, or in."""
    offset: int
    """Number of its characters that stand on the line before, mostly 0."""
    hyphen: bool
    """The line before ends with a hyphen."""


_Cut: TypeAlias = tuple[int, int, bool]
"""A ``Cut`` while there are many."""
_Way: TypeAlias = "tuple[int, float, Any]"
"""A way to a cut: fitness class of the line that ends there, demerits, and the chain of cuts, its newest first."""
_DEMERITS = itemgetter(1)

_TIGHT, _NORMAL, _LOOSE, _VERY_LOOSE = range(4)
"""Fitness classes; neighbouring lines that are two classes apart look uneven."""
_BEGINNING = (0, 0, False)


def greedy(pieces: Pieces, first: float, width: float, inner: InnerPlaces | None = None) -> list[Cut]:
    """Fill line by line; return where the lines end, the end of the paragraph included.

    Args:
        pieces: What the lines hold.
        first: Width of the first line.
        width: Width of the others.
        inner: The places inside pieces; None where there are none.
    """
    cuts: list[Cut] = []
    cut, room, end = _BEGINNING, first, (len(pieces.trail), 0, False)
    while cut != end:
        cut, room = _fullest(pieces, cut, room, inner, shrinking=False), width
        cuts.append(Cut._make(cut))
    return cuts


def total_fit(
    pieces: Pieces,
    first: float,
    width: float,
    *,
    tolerance: float,
    ragged: float = 0.0,
    inner: InnerPlaces | None = None,
    rescue: bool = False,
) -> list[Cut] | None:
    """Choose the ends of lines with the least demerits over the whole paragraph.

    Args:
        pieces: What the lines hold.
        first: Width of the first line.
        width: Width of the others.
        tolerance: Largest stretch ratio of a line.
        ragged: Extra stretch of every line; above 0 for text that is not justified.
        inner: The places inside pieces; None where there are none.
        rescue: Where no line is within *tolerance*, take the fullest line that fits and go on.

    Returns:
        The ends, that of the paragraph included; None when *tolerance* cannot be kept.
    """
    before, stretch_before, shrink_before, trail, stretch_to, shrink_to, breaks = pieces
    last = len(trail) - 1
    end = (last + 1, 0, False)
    cut, room = _BEGINNING, first
    ways: list[_Way] = [(_NORMAL, 0.0, None)]
    reached: dict[_Cut, list[_Way | None]] = {}
    queue: list[_Cut] = []
    while cut is not end:
        start, offset, after_hyphen = cut
        origin = before[start] + (_width_inside(inner, start, offset) if offset else 0.0)
        stretch, shrink = stretch_before[start], shrink_before[start]
        # Leftwards from the piece that the margin goes through, as long as lines can stretch: the first too short, the
        # inner places of which may do.
        low = min(bisect_right(before, origin + room, start + 1) - 1, last) - 1
        while low >= start:
            short = room - (before[low + 1] - trail[low] - origin)
            if short > tolerance * (stretch_to[low] - stretch + ragged):
                break
            low -= 1
        # From there rightwards, as long as lines can shrink: free width, stretch, shrink, badness for the end itself.
        lines: list[tuple[_Cut, float, float, float, float]] = []
        for piece in range(max(low, start), last + 1):
            places = inner(piece) if inner is not None else ()
            if places:
                left = before[piece] - origin
                stretchable, shrinkable = stretch_before[piece] - stretch + ragged, shrink_before[piece] - shrink
                for place, _, width_to, hyphen in places:
                    short = room - (left + width_to)
                    if -shrinkable - _SLACK <= short <= tolerance * stretchable and (piece > start or place > offset):
                        penalty = HYPHEN_PENALTY if hyphen else SPLIT_PENALTY
                        lines.append(((piece, place, hyphen), short, stretchable, shrinkable, penalty))
            short = room - (before[piece + 1] - trail[piece] - origin)
            shrinkable = shrink_to[piece] - shrink
            if short < -shrinkable - _SLACK:
                break
            if piece == last:
                lines.append((end, short, 0.0, shrinkable, 0.0))
            elif breaks[piece]:
                stretchable = stretch_to[piece] - stretch + ragged
                if short <= tolerance * stretchable:
                    penalty = SPLIT_PENALTY if breaks[piece] == SPLIT else 0.0
                    lines.append(((piece + 1, 0, False), short, stretchable, shrinkable, penalty))
        for to, short, stretchable, shrinkable, penalty in lines:
            if short < 0:
                ratio = short / shrinkable if shrinkable > _SLACK else 0.0
                cost = 1.0 + -100.0 * ratio * ratio * ratio + penalty
                fitness = _TIGHT if ratio < -0.5 else _NORMAL
            elif to is end:
                cost, fitness = 1.0, _NORMAL
            else:
                ratio = short / stretchable if stretchable > _SLACK else 0.0
                cost = 1.0 + 100.0 * ratio * ratio * ratio + penalty
                fitness = _NORMAL if ratio <= 0.5 else _LOOSE if ratio <= 1.0 else _VERY_LOOSE
            cost *= cost
            if after_hyphen and to[2]:
                cost += CONSECUTIVE_HYPHENS
            if to is end:
                if after_hyphen:
                    cost += LAST_LINE_HYPHEN
                if room - short < SHORT_LAST_LINE * width:
                    cost += SHORT_LAST_DEMERITS
            known = reached.get(to)
            if known is None:
                known = reached[to] = [None, None, None, None]
                heappush(queue, to)
            best = known[fitness]
            for own, demerits, chain in ways:
                total = demerits + (cost if -2 < fitness - own < 2 else cost + FITNESS_DEMERITS)
                if best is None or total < best[1]:
                    best = known[fitness] = (fitness, total, (to, chain))
        if queue:
            cut = heappop(queue)
            ways = [way for way in reached.pop(cut) if way is not None]
            if len(ways) > 1:  # more than a change of class behind the best, a way leads nowhere
                most = min(ways, key=_DEMERITS)[1] + FITNESS_DEMERITS
                ways = [way for way in ways if way[1] < most]
        elif rescue:
            _, demerits, chain = min(ways, key=_DEMERITS)
            cut = _fullest(pieces, cut, room, inner, shrinking=True)
            cut = end if cut == end else cut
            ways = [(_VERY_LOOSE, demerits, (cut, chain))]
        else:
            return None
        room = width
    chain = min(ways, key=_DEMERITS)[2]
    cuts: list[Cut] = []
    while chain is not None:
        cut, chain = chain
        cuts.append(Cut._make(cut))
    cuts.reverse()
    return cuts


def _fullest(pieces: Pieces, cut: _Cut, room: float, inner: InnerPlaces | None, *, shrinking: bool) -> _Cut:
    """Return the end of the fullest line that starts at *cut* and fits, *shrinking* or not; else the first end."""
    start, offset, _ = cut
    origin = pieces.before[start] + _width_inside(inner, start, offset)
    margin = min(bisect_right(pieces.before, origin + room, start + 1) - 1, len(pieces.trail) - 1)
    limit = origin + room + _SLACK
    found: _Cut | None = None
    for to, end, shrink in _places(pieces, margin, cut, inner):
        if end <= limit + (shrink - pieces.shrink_before[start] if shrinking else 0.0):
            found = to
        elif not to[2]:  # behind a hyphen that sticks out a split may fit
            break
    for piece in range(margin - 1, start - 1, -1):
        if found is not None:
            break
        for to, end, _ in _places(pieces, piece, cut, inner, piece + 1):
            if end <= limit:
                found = to
    return found or next(to for to, _, _ in _places(pieces, start, cut, inner))


def _places(
    pieces: Pieces, begin: int, after: _Cut, inner: InnerPlaces | None, stop: int | None = None
) -> Iterator[tuple[_Cut, float, float]]:
    """Yield the cuts behind *after* in the pieces from *begin* to *stop*, with the width and the shrink up to each."""
    count = len(pieces.trail)
    for piece in range(begin, count if stop is None else stop):
        for place, _, end, hyphen in inner(piece) if inner is not None else ():
            if (piece, place) > after[:2]:
                yield (piece, place, hyphen), pieces.before[piece] + end, pieces.shrink_before[piece]
        if pieces.breaks[piece] or piece == count - 1:
            yield (piece + 1, 0, False), pieces.before[piece + 1] - pieces.trail[piece], pieces.shrink_to[piece]


def _width_inside(inner: InnerPlaces | None, piece: int, offset: int) -> float:
    """Return how much of *piece* stands before *offset*."""
    if inner is None or not offset:
        return 0.0
    return next(place.start for place in inner(piece) if place.offset == offset)
