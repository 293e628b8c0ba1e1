# SPDX-License-Identifier: Apache-2.0
"""Quotations while the article is being walked: what is known of each so far, and which belong together.

Comes in: a pair of marks or a range of words, its kind, its attribution.  Goes out: ``Draft`` values, which the walk
completes, in ``Drafts``.
"""

from __future__ import annotations

from dataclasses import field
from typing import TypeAlias

from docforge.detect.quotation_marks import Pair
from docforge.detect.speech.attribution import Attribution
from docforge.model import QuoteKind
from docforge.records import dataclass

__all__ = ["EDGE", "STATED", "Draft", "Drafts", "Spoke"]

Spoke: TypeAlias = tuple[int, Attribution]
"""The number of a block, and the attribution in it that names who speaks."""
STATED = frozenset(".!?…—–")
"""Signs at the end of a statement."""
EDGE = " \t\n\u00a0\u3000,;:-–—―،，、"
"""What stands beside a quotation without being words."""
_LATEST = 8
"""Of so many quotations found last one may stand in the sentence before."""
_NEAR = 300
"""Characters between two quotations of which the second goes on with the first."""


@dataclass(slots=True)
class Draft:
    """A quotation while the article is being walked; offsets in the text of block ``block``."""

    kind: QuoteKind
    block: int
    pair: Pair
    said: Attribution | None = None
    said_block: int = -1
    reason: str = ""
    group: int | None = None
    clause: tuple[int, int] | None = None
    carried: str = ""
    cue: tuple[int, int] | None = None
    """Its own cue, in ``block``, where that names nobody and ``said`` is who spoke before."""
    parts: list[Pair] = field(default_factory=list)

    def carry(self, spoke: tuple[int, Attribution | None], note: str) -> None:
        """Give it the speaker of another quotation or sentence; *note* says why."""
        self.said_block, self.said = spoke
        self.carried = note

    @property
    def in_mood(self) -> bool:
        """A fragment that only the verb's mood reports: who speaks was said before."""
        return self.kind is QuoteKind.MIXED and self.said is not None and self.said.rule == "mood"

    @property
    def names_nobody(self) -> bool:
        """Direct speech whose cue stands beside it without a subject."""
        said = self.said
        return said is not None and said.strength == 3 and self.kind is QuoteKind.DIRECT and not said.has_speaker

    def is_whole(self, text: str) -> bool:
        """Say whether the paragraph *text* is this quotation and nothing else."""
        return not (text[: self.pair.start] + text[self.pair.end :]).strip(EDGE + ".")

    def is_statement(self, text: str) -> bool:
        """Say whether the paragraph *text* is this quotation and ends as a sentence; two words may be a title."""
        text = text.rstrip()
        ended = text[-1:] in STATED or text[self.pair.inner_end - 1 : self.pair.inner_end] in STATED
        return ended and text.count(" ") >= 2 and self.is_whole(text)

    def follows(self, first: Draft) -> bool:
        """Say whether it goes on right after the sentence that attributes *first*."""
        return first.said_block == self.block and self.pair.start - first.pair.end < _NEAR


class Drafts:
    """The quotations found so far, and how many groups of them belong together."""

    def __init__(self) -> None:
        self.all: list[Draft] = []
        self._groups = 0

    def join(self, first: Draft, second: Draft) -> None:
        """Note that *second* goes on with what *first* says."""
        if first.group is None:
            first.group = self._groups
            self._groups += 1
        second.group = first.group

    def speak(self, block: int, start: int) -> bool:
        """Say whether speech was found in a block from offset *start* on."""
        return any(draft.block == block and draft.pair.end > start for draft in self.all[-_LATEST:])

    def spoken_ranges(self) -> dict[int, list[tuple[int, int]]]:
        """Return for each block with direct speech where that stands, in order."""
        ranges: dict[int, list[tuple[int, int]]] = {}
        for draft in self.all:
            if draft.kind is QuoteKind.DIRECT:
                ranges.setdefault(draft.block, []).append((draft.pair.start, draft.pair.end))
        return ranges
