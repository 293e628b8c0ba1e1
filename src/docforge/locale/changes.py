# SPDX-License-Identifier: Apache-2.0
"""Changes to a text as values: where, and what stands there instead.

What a user asks for (rewritten dates, typography) is worked out as changes, so that it can be shown before it is made
and every other character stays where it is.
"""

from __future__ import annotations

from collections.abc import Iterable

from docforge.records import dataclass

__all__ = ["Change", "apart", "changed"]


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One replacement; offsets are code points into the text, half-open; equal offsets insert."""

    start: int
    end: int
    text: str


def apart(changes: Iterable[Change], taken: Iterable[tuple[int, int]] = ()) -> tuple[Change, ...]:
    """Return *changes* in order without those that overlap an earlier one or a range of *taken*."""
    ranges = sorted(taken)
    kept: list[Change] = []
    at = 0
    end = 0
    for change in sorted(changes):
        while at < len(ranges) and ranges[at][1] <= change.start:
            at += 1
        if change.start < end or (at < len(ranges) and ranges[at][0] < change.end):
            continue
        kept.append(change)
        end = change.end
    return tuple(kept)


def changed(text: str, changes: Iterable[Change]) -> str:
    """Return *text* with *changes* made; they are in order and do not overlap."""
    out: list[str] = []
    at = 0
    for change in changes:
        out += (text[at : change.start], change.text)
        at = change.end
    return "".join((*out, text[at:]))
