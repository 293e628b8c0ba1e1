# SPDX-License-Identifier: Apache-2.0
"""Find the headline of a page: the block that says what the page is called, above the running text."""

from __future__ import annotations

from collections.abc import Sequence, Set

from docforge.reading.formats.page.blocks import SURE, PageBlock

__all__ = ["find_headline"]

_LEVELS = {"h1": 2.0, "h2": 1.0, "h3": 0.5}
_NAMED = 0.5
_BOXED = 2.5
"""How much less surely the title of a path or menu is the headline."""
_ALIKE = 0.6
"""A block that says this share of a declared title, or is said by it so far, is the title."""
_OPENS = 0.7
"""How alike a heading is that says the beginning or end of a title: names of writers or series stand in titles."""
_NEAR = 12
"""So many blocks may stand between a headline that says no declared title and the text."""
_BRIEFEST = 10
"""Letters of a heading that may be the headline though the page is called otherwise."""
_LONGEST = 400
"""Characters."""


def find_headline(
    blocks: Sequence[PageBlock], found: Sequence[PageBlock], titles: Sequence[str], limit: int
) -> PageBlock | None:
    """Return the headline among *blocks*, or None where the page shows none.

    Args:
        found: the running text.
        titles: what the page declares as its title, as ``letters_of`` gives it.
        limit: see ``Markup.box``; a title in a menu is the headline only where no other is.
    """
    texts = {block.index for block in found if block.size >= SURE and not block.leads_away}
    total = sum(len(blocks[index].letters) for index in texts)
    best, surest, above = None, (False, 0.0), 0
    first = None  # heading of the highest level
    for block in blocks:
        if above * 2 > total or (above and first is not None):
            break
        if block.piece.kind == "caption":
            continue
        if block.piece.element == "h1" and block.size >= _BRIEFEST and _is_plain(block, limit):
            first = block
        own = _sureness(block, titles, limit, first=not above)
        if own[1] and own >= surest:
            best, surest = block, own
        elif block.index in texts:
            above += len(block.letters)
    if best is not None and first is not None and first.index > best.index and not (surest[0] or best.role):
        return first  # a line of the path says the title too
    return best or _heading_above(blocks, texts, limit)


def _is_plain(block: PageBlock, limit: int) -> bool:
    """Say whether a block stands in no box and leads nowhere."""
    return not block.leads_away and not block.markup.box(block.piece, None, limit)


def _heading_above(blocks: Sequence[PageBlock], texts: Set[int], limit: int) -> PageBlock | None:
    """Return the heading nearest above the running text: titles are rewritten, and headings called anything."""
    first = min((index for index in texts if not blocks[index].is_heading), default=0)
    for block in reversed(blocks[max(0, first - _NEAR) : first]):
        if block.piece.element in _LEVELS and block.size >= SURE and _is_plain(block, limit):
            return block
    return None


def _sureness(block: PageBlock, titles: Sequence[str], limit: int, *, first: bool) -> tuple[bool, float]:
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
    boxed = block.markup.box(block.piece, None, limit) != ""
    return alike == 1.0 and level > 0 and not boxed, max(0.1, 3 * alike + score - logo - _BOXED * boxed)


def _alike(own: str, title: str, *, part: bool) -> float:
    """Return how much of *title* a block says, or it of the block, 0 to 1; *part* lets an end of it do."""
    short, long = sorted((own, title), key=len)
    share = len(short) / len(long) if short in long else 0.0
    if part and share >= _OPENS / 2 and (title.startswith(own) or title.endswith(own)):
        return max(share, _OPENS)
    return share
