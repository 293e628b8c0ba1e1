# SPDX-License-Identifier: Apache-2.0
"""Find the blocks of a page in the running text that an extraction took from it.

The two cut text differently (at ``br``, at inline elements), so letters are compared, not blocks.
"""

from __future__ import annotations

from collections.abc import Sequence

from docforge.reading.formats.page.blocks import SURE, PageBlock
from docforge.reading.formats.page.markup import letters_of

__all__ = ["find_extracted"]

_KEY = 24
"""So many first letters find a block."""
_PLACES = 8
"""So many places with the same first letters are tried."""
_WINDOW = 20_000
"""How far ahead a block is looked for that begins no line, in letters."""


def find_extracted(blocks: Sequence[PageBlock], extracted: Sequence[str]) -> list[PageBlock]:
    """Return those of *blocks* whose letters *extracted* has, in page order; where there are none, those of prose.

    Args:
        extracted: blocks of running text, with a line for each line of the page.

    Cost: linear in the text, but for a bounded search for each block.
    """
    return _found(blocks, extracted) or [block for block in blocks if block.is_prose] or list(blocks)


def _found(blocks: Sequence[PageBlock], extracted: Sequence[str]) -> list[PageBlock]:
    lines = [letters_of(line) for text in extracted for line in text.split("\n")]
    whole = "".join(lines)
    places: dict[str, list[int]] = {}
    start = 0
    for line in lines:
        places.setdefault(line[:_KEY], []).append(start)
        start += len(line)
    found, after = [], 0
    for block in blocks:
        own = block.letters
        starts = [place for place in places.get(own[:_KEY], ())[:_PLACES] if whole.startswith(own, place)]
        if starts:
            place = next((place for place in starts if place >= after), starts[0])
        else:
            place = whole.find(own, after, after + len(own) + _WINDOW) if block.size >= SURE else -1
        if place >= 0:
            after = place + len(own)
            found.append(block)
    return found if any(not block.leads_away for block in found) else []
