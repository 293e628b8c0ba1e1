# SPDX-License-Identifier: Apache-2.0
"""Remember who spoke last and before, for quotations beside which nobody is named.

Comes in: who speaks, block by block.  Goes out: who spoke last near a block, or the other of two who speak in turn.
"""

from __future__ import annotations

from collections.abc import Sequence

from docforge.detect.quote_packs import QuotePack
from docforge.detect.speech.drafts import Spoke
from docforge.model import Block

__all__ = ["NEXT_DASH", "Turns"]

NEXT_DASH = 2
"""Speech in dashes goes on at most so many blocks after it stood last."""


class Turns:
    """Who speaks in turn in one article."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self.last: Spoke | None = None
        """Who spoke last, unless a block since then belongs to nobody's speech."""
        self.heard: Spoke | None = None
        """The last paragraph of nothing but what an introduced speaker says, and who that is."""
        self.dashed = -1
        """The last block with speech that dialogue dashes open."""
        self._two: list[tuple[str, Spoke]] = []
        """The last two who spoke, by name, the last one at the end."""

    def take(self, spoke: Spoke) -> None:
        """Note who is named as a speaker."""
        self.last = spoke
        block, said = spoke
        name = self._blocks[block].text[said.start : said.end].casefold()
        if self._two and self._two[-1][0] == name:
            self._two[-1] = name, spoke
        else:
            self._two = [*self._two[-1:], (name, spoke)]

    def recent(self, block: int) -> Spoke | None:
        """Return who spoke last, if near *block*."""
        return self.last if self.last is not None and self._is_near(self.last, block) else None

    def hear_on(self, block: int, spoke: Spoke) -> None:
        """Note that *block* is nothing but what *spoke* says, if that was so of a block above."""
        if self.heard is not None and self.heard[1] is spoke[1]:
            self.heard = (block, spoke[1])

    def answer(self, block: int, pack: QuotePack) -> Spoke | None:
        """Return who answers the last speaker in *block*: who spoke before, if both are named and near."""
        self.last = None
        if len(self._two) == 2:
            if not any(name in pack.gender or not self._is_near(spoke, block) for name, spoke in self._two):
                self._two.reverse()
                self.last = self._two[1][1]
        return self.last

    def _is_near(self, spoke: Spoke, block: int) -> bool:
        """Say whether somebody spoke in *block* or the one before; in dashes one more may stand between."""
        last = self.heard[0] if self.heard is not None and self.heard[1] is spoke[1] else spoke[0]
        return block - last <= (NEXT_DASH if self.dashed == block else 1)
