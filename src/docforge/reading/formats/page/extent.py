# SPDX-License-Identifier: Apache-2.0
"""Where the story of a page begins and ends: its headline, its running text, the elements that hold them.

Comes in: the blocks of the page and those that an extraction found.  Goes out: an ``Extent``.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile
from typing import Any

from docforge.reading.formats.page.blocks import SURE, PageBlock
from docforge.reading.formats.page.headline import find_headline
from docforge.reading.formats.page.tree import heaviest, shared, up

__all__ = ["Extent"]

_MOST = 0.7
"""The element of the text holds this share of what was found."""
_BOXED = 4
"""Text in a box of other things counts so many times less."""
_GAP = 8
"""So many blocks may stand between two paragraphs in elements of their own: a picture, a table, an advert."""
_POSTS = ("article", "section")
"""Elements of which a page may have several for one story."""
_WHOLE = ("html", "body", "main")
"""Elements that hold whole pages: what else stands in them is no part of the story."""


class Extent:
    """What of a page is its story.

    Args:
        root: the element of the page.
        found: the blocks that were found, in page order.
        titles: what the page calls its article, as ``letters_of`` gives it.

    Cost: linear in the number of blocks and elements.
    """

    def __init__(
        self, root: Any, blocks: Sequence[PageBlock], found: Sequence[PageBlock], titles: Collection[str]
    ) -> None:
        self._blocks = blocks
        self.found = frozenset(block.index for block in found)
        """The indices of what was found."""
        self._limit = sum(len(block.letters) for block in found) // 2
        self.headline = find_headline(blocks, found, tuple(titles), self._limit)
        """The headline, or None where the page does not show it."""
        top = -1 if self.headline is None else self.headline.index
        below = [block for block in found if block.index > top and not self.repeats(block)]
        home = heaviest(root, self._weights(below), _MOST)
        self.home = _elements(home)
        """The elements within that which holds the text, that one too."""
        self._holder = home
        self._quotations: dict[Any, bool] = {}
        self.body = dict(sorted((self._running(below, home) | self._posts(home)).items()))
        """The running text by index, in page order."""
        self.span = _elements(shared(block.node for block in self.body.values()))
        """The elements within the innermost one that holds all of the running text."""
        held = [*self.body.values(), *([self.headline] if self.headline else [])]
        self.within = shared(block.node for block in held)
        """The innermost element that holds headline and text."""
        self.inside = _elements(self.within)
        around = self.within.getparent() if self.within is not None else None
        self.near = self.inside if around is None or around.tag in _WHOLE else _elements(around)
        """The elements within that, and within the one around it."""

    @property
    def is_article(self) -> bool:
        """The innermost element that holds headline and text holds no whole page."""
        return self.within is not None and self.within.tag not in _WHOLE

    def top(self) -> int:
        """Return the index at which the story begins: that of its headline, else where its element or prose does."""
        if self.headline is not None:
            return self.headline.index
        top = next(iter(self.body))
        while top:
            above = self._blocks[top - 1]
            if above.node not in self.home and (not above.is_prose or self._is_boxed(above, None)):
                break
            top -= 1
        return top

    def repeats(self, block: PageBlock) -> bool:
        """Say whether a heading is the headline once more, with its kicker: bars that stay in sight have it so."""
        own = "" if self.headline is None or block is self.headline else self.headline.letters
        return len(own) >= SURE and block.is_heading and own in block.letters

    def is_boxed(self, block: PageBlock) -> bool:
        """Say whether a block stands in a box of other things; a weak name boxes no sentence that was found."""
        return self._is_boxed(block, self.within)

    def is_quoted(self, block: PageBlock) -> bool:
        """Say whether a block stands in a quotation that is set apart within the text; embedded posts have links."""
        around = block.node.getparent() if block.node is not None else None
        quotes = [node for node in (block.node, around) if node is not None and node.tag == "blockquote"]
        return any(self._is_quotation(node) for node in quotes)

    def _is_quotation(self, node: Any) -> bool:
        known = self._quotations.get(node)
        if known is None:
            within = node in self.home and node is not self._holder
            known = self._quotations[node] = within and next(node.iter("a"), None) is None
        return known

    def box(self, block: PageBlock) -> str:
        """Return what kind of box a block stands in, see ``Markup.box``."""
        return block.markup.box(block.piece, self.within, self._limit)

    def _running(self, found: Sequence[PageBlock], home: Any) -> dict[int, PageBlock]:
        """Return the running text: what was found in the element that holds most of it, and goes on below."""
        inside = [block for block in found if block.node in self.home and not self._is_boxed(block, home)]
        sure = [b.index for b in inside if self._weight(b) and b.role in ("", "subheadline", "lead")]
        if not sure:
            return {block.index: block for block in inside}
        body = {block.index: block for block in inside if sure[0] <= block.index <= sure[-1]}
        # A text may be cut into several elements; it ends where nothing more of it was found near.
        places = {_place(self._blocks[index]) for index in sure}
        last = sure[-1]
        for block in self._blocks[last + 1 :]:
            if block.index > last + _GAP:
                break
            if block.index not in self.found or block.leads_away or self._is_boxed(block, None):
                continue
            if block.index == last + 1 or (self._weight(block) and _place(block) in places):
                body[block.index] = block
                last = block.index
        return body

    def _posts(self, home: Any) -> dict[int, PageBlock]:
        """Return the text of what follows the element of the text and is like it: posts of a live blog, chapters.

        A heading that is a link opens another story.
        """
        if self.headline is None:
            return {}
        above = frozenset(self.headline.node.iterancestors())
        outer = takewhile(lambda node: node not in above and node.tag not in _WHOLE, up(home))
        post = next((node for node in outer if node.tag in _POSTS), None)
        if post is None:
            return {}
        if post.getparent().tag == "li":
            post = post.getparent()
        alike = [one for one in post.itersiblings() if (one.tag, one.get("class")) == (post.tag, post.get("class"))]
        owner = {node: one for one in alike for node in one.iter()}
        blocks = [block for block in self._blocks[self.headline.index :] if block.node in owner]
        others = {owner[block.node] for block in blocks if block.is_heading and block.leads_away}
        return {
            block.index: block
            for block in blocks
            if owner[block.node] not in others and block.is_prose and not self._is_boxed(block, None)
        }

    def _weights(self, found: Sequence[PageBlock]) -> dict[Any, int]:
        weights: dict[Any, int] = {}
        for block in found:
            weights[block.node] = weights.get(block.node, 0) + self._weight(block)
        if any(weights.values()):
            return weights
        return {block.node: len(block.letters) for block in found if not block.leads_away}  # nothing but brief lines

    def _weight(self, block: PageBlock) -> int:
        """Return how many letters of running text a block has: those of links are none, those of boxes count little."""
        count = len(block.letters)
        if block.size < SURE or block.leads_away:
            return 0
        return count // _BOXED if self._is_boxed(block, None) else count

    def _is_boxed(self, block: PageBlock, story: Any) -> bool:
        box = block.markup.box(block.piece, story, self._limit)
        if box == "weak":  # poll-results
            return not (block.piece.kind == "preformatted" or (block.is_prose and block.index in self.found))
        return box != ""


def _place(block: PageBlock) -> tuple[str, str, str]:
    """Return what an element and the one around it are called: those of the paragraphs of a text are alike."""
    around = block.node.getparent() if block.node is not None else None
    return (block.piece.element, *((around.tag, around.get("class") or "") if around is not None else ("", "")))


def _elements(node: Any) -> frozenset[Any]:
    return frozenset(node.iter()) if node is not None else frozenset()
