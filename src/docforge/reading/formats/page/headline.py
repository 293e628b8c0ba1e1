# SPDX-License-Identifier: Apache-2.0
"""Find the headline of a page: the block that says what the page is called, above the running text."""

from __future__ import annotations

from collections.abc import Sequence

from docforge.reading.formats.page.blocks import SURE, PageBlock

__all__ = ["find_headline"]

_LEVELS = {"h1": 2.0, "h2": 1.0, "h3": 0.5}
_NAMED = 0.5
_ALIKE = 0.6
"""A block that says this share of a declared title, or is said by it so far, is the title."""
_OPENS = 0.7
"""How alike a heading is that says the beginning or end of a title: names of writers or series stand in titles."""
_LONGEST = 400
"""Characters."""


def find_headline(blocks: Sequence[PageBlock], found: Sequence[PageBlock], titles: Sequence[str]) -> PageBlock | None:
    """Return the headline among *blocks*, or None where the page shows none.

    Args:
        found: the running text.
        titles: what the page declares as its title, as ``letters_of`` gives it.
    """
    texts = {block.index for block in found if len(block.letters) >= SURE and not block.leads_away}
    total = sum(len(blocks[index].letters) for index in texts)
    best, surest, above = None, (False, 0.0), 0
    for block in blocks:
        if above * 2 > total:
            break
        own = _sureness(block, titles, first=not above)
        if own[1] and own >= surest:
            best, surest = block, own
        elif block.index in texts:
            above += len(block.letters)
    return best


def _sureness(block: PageBlock, titles: Sequence[str], *, first: bool) -> tuple[bool, float]:
    """Return whether a block is a heading that says a title word for word, and how surely it is the headline.

    *first* says that no running text stands above it.
    """
    if len(block.piece.text) > _LONGEST:
        return False, 0.0
    level = _LEVELS.get(block.piece.element, 0.0)
    named = block.role == "headline"
    score = level + _NAMED * named
    alike = max((_alike(block.letters, title, part=score > 0) for title in titles), default=0.0)
    if alike < _ALIKE:
        # Titles are rewritten for search engines: the first heading that is called one counts by itself.
        return False, score if first and named and level and not block.leads_away else 0.0
    logo = block.leads_away and not level
    return alike == 1.0 and level > 0, max(0.1, 3 * alike + score - logo)


def _alike(own: str, title: str, *, part: bool) -> float:
    """Return how much of *title* a block says, or it of the block, 0 to 1; *part* lets an end of it do."""
    short, long = sorted((own, title), key=len)
    share = len(short) / len(long) if short in long else 0.0
    if part and share >= _OPENS / 2 and (title.startswith(own) or title.endswith(own)):
        return max(share, _OPENS)
    return share
