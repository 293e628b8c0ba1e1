# SPDX-License-Identifier: Apache-2.0
"""Choosing line breaks from widths: greedy, and total fit after Knuth and Plass.

Works on numbers only; knows no text, no fonts.  Time is in step with the number of breakpoints.

Rule: D. E. Knuth, M. F. Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11 (1981).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import sub
from typing import NamedTuple

__all__ = ["Breakpoints", "greedy", "total_fit"]

_SLACK = 1e-6

HYPHEN_DEMERITS = 50.0
"""Badness added for a line that ends in a hyphen, per unit of its penalty."""
CONSECUTIVE_HYPHENS = 3000.0
FITNESS_DEMERITS = 3000.0
LAST_LINE_HYPHEN = 5000.0
SHORT_LAST_LINE, SHORT_LAST_DEMERITS = 0.12, 2000.0
"""A last line shorter than this part of the column looks like a slip."""


class Breakpoints(NamedTuple):
    """Parallel sequences, one entry per place where a line may end; the last one ends the paragraph.

    A line from breakpoint a to breakpoint b has the natural width ``end[b] - start[a]``, and so for
    stretch and shrink.  All in points.
    """

    end: Sequence[float]
    start: Sequence[float]
    stretch_end: Sequence[float]
    stretch_start: Sequence[float]
    shrink_end: Sequence[float]
    shrink_start: Sequence[float]
    penalty: Sequence[float]
    """Badness for ending a line here; 0 for none."""
    flagged: Sequence[bool]
    """True where a hyphen would stand."""


def greedy(points: Breakpoints, first: float, width: float) -> list[int]:
    """Fill line by line; return the chosen breakpoints, the last one included."""
    end, start = points.end, points.start
    chosen: list[int] = []
    origin, room, count = 0.0, first + _SLACK, len(end)
    fits = -1
    j = 0
    while j < count:
        if end[j] - origin <= room:
            fits = j
            j += 1
            continue
        if fits < 0:  # nothing fits: one unbreakable thing wider than the line
            fits = j
        chosen.append(fits)
        origin, room, j, fits = start[fits], width + _SLACK, fits + 1, -1
    if count and (not chosen or chosen[-1] != count - 1):
        chosen.append(count - 1)
    return chosen


class _Node:
    __slots__ = ("demerits", "fitness", "flagged", "point", "previous", "room", "shrink", "start", "stretch")

    def __init__(
        self,
        point: int,
        start: float,
        stretch: float,
        shrink: float,
        room: float,
        demerits: float,
        fitness: int,
        flagged: bool,
        previous: _Node | None,
    ) -> None:
        self.point, self.start, self.stretch, self.shrink, self.room = point, start, stretch, shrink, room
        self.demerits, self.fitness, self.flagged, self.previous = demerits, fitness, flagged, previous


def total_fit(
    points: Breakpoints, first: float, width: float, *, tolerance: float, ragged: float = 0.0, rescue: bool = False
) -> list[int] | None:
    """Choose the breakpoints with the least demerits over the whole paragraph.

    Args:
        points: The places where lines may end.
        first: Width of the first line.
        width: Width of the others.
        tolerance: Largest stretch ratio of a line.
        ragged: Extra stretch of every line in points; above 0 for text that is not justified.
        rescue: Where no line is within *tolerance*, take the fullest line that fits and go on.

    Returns:
        Breakpoint numbers, the last one included; None when *tolerance* cannot be kept.
    """
    end, start, penalty, flagged = points.end, points.start, points.penalty, points.flagged
    stretch_end, shrink_end = points.stretch_end, points.shrink_end
    last = len(end) - 1
    active = [_Node(-1, 0.0, 0.0, 0.0, first, 0.0, 1, False, None)]
    dropped = active[0]
    beyond = max(map(sub, end, start)) if True in flagged else 0.0
    leapt: _Node | None = None
    j = leap = 0
    while j <= last:
        here, stretch_here, shrink_here = end[j], stretch_end[j], shrink_end[j]
        own_penalty, own_flag, final = penalty[j], flagged[j], j == last
        best: list[tuple[float, _Node] | None] = [None, None, None, None]
        found = False
        expired = 0
        for node in active:
            short = node.room - (here - node.start)
            if short < 0:
                shrink = shrink_here - node.shrink
                if -short > shrink + _SLACK:
                    if node is active[expired]:
                        expired += 1
                        dropped = node
                    continue
                ratio = short / shrink if shrink > _SLACK else 0.0
                bad = -100.0 * ratio * ratio * ratio
                fitness = 0 if ratio < -0.5 else 1
            elif final:
                ratio, bad, fitness = 0.0, 0.0, 1
            else:
                stretch = stretch_here - node.stretch + ragged
                if short > tolerance * stretch:
                    # Later nodes start later: their lines are looser still.
                    if (
                        node is active[0]
                        and node is not leapt
                        and node.room - (end[j + 1] - node.start)
                        > tolerance * (stretch_end[j + 1] - node.stretch + ragged)
                    ):
                        leapt = node
                        leap = _leap(points, node, j, last, tolerance, ragged, beyond)
                    break
                ratio = short / stretch if stretch > _SLACK else 0.0
                bad = 100.0 * ratio * ratio * ratio
                fitness = 1 if ratio <= 0.5 else 2 if ratio <= 1.0 else 3
            cost = 1.0 + bad + own_penalty
            cost *= cost
            if own_flag and node.flagged:
                cost += CONSECUTIVE_HYPHENS
            if final:
                if node.flagged:
                    cost += LAST_LINE_HYPHEN
                if here - node.start < SHORT_LAST_LINE * width:
                    cost += SHORT_LAST_DEMERITS
            if abs(fitness - node.fitness) > 1:
                cost += FITNESS_DEMERITS
            cost += node.demerits
            known = best[fitness]
            if known is None or cost < known[0]:
                best[fitness] = (cost, node)
                found = True
        if expired:
            del active[:expired]
        if found:
            for fitness, entry in enumerate(best):
                if entry is not None:
                    active.append(
                        _Node(
                            j, start[j], points.stretch_start[j], points.shrink_start[j], width, entry[0], fitness,
                            own_flag, entry[1],
                        )
                    )  # fmt: skip
            if final:
                break
        elif leap > j and active:
            j = leap
            continue
        elif not active:
            if not rescue:
                return None
            # The fullest line that fits ends one point earlier, if the line began before that;
            # else it holds one thing wider than itself.
            node = dropped
            j = j - 1 if j - 1 > node.point else j
            active = [
                _Node(
                    j, start[j], points.stretch_start[j], points.shrink_start[j], width, node.demerits, 3,
                    flagged[j], node,
                )
            ]  # fmt: skip
            if j == last:
                break
        j += 1
    finals = [node for node in active if node.point == last]
    if not finals:
        return None
    return _path(min(finals, key=lambda node: node.demerits))


def _leap(points: Breakpoints, node: _Node, j: int, last: int, tolerance: float, ragged: float, beyond: float) -> int:
    """Return the first breakpoint from *j* on where a line from *node* can be near enough to full."""
    full = min(bisect_left(points.start, node.start + node.room, j), last)
    # No line that ends earlier has more stretch; with its hyphen a line ends at most *beyond* its point.
    most = max(points.stretch_start[full] - node.stretch, 0.0) + ragged
    return min(bisect_left(points.start, node.start + node.room - tolerance * most - beyond, j), last)


def _path(node: _Node) -> list[int]:
    chosen: list[int] = []
    current: _Node | None = node
    while current is not None and current.point >= 0:
        chosen.append(current.point)
        current = current.previous
    chosen.reverse()
    return chosen
