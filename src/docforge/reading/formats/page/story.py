# SPDX-License-Identifier: Apache-2.0
"""The story of a web page, in page order: headline, what stands below it, the text, its pictures' captions, its end.

Comes in: the blocks of the page, the running text that an extraction found, what the page declares.  The extraction
says which paragraphs are the article's; where they stand says the rest: the headline is above them, deck, byline and
date are between headline and text, captions and crossheads between paragraphs.  Goes out: parts with the kind of
mark that the markup gives them; where it gives none, the detectors decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from docforge.patterns import SENTENCE_ENDS
from docforge.reading.formats import iso_day
from docforge.reading.formats.blocks import Piece
from docforge.reading.formats.page.blocks import SURE, PageBlock, page_blocks
from docforge.reading.formats.page.declared import Declared
from docforge.reading.formats.page.extracted import find_extracted
from docforge.reading.formats.page.headline import find_headline
from docforge.reading.formats.page.markup import letters_of
from docforge.reading.formats.page.tree import heaviest, shared
from docforge.records import dataclass

__all__ = ["Part", "Story"]

_SIGNED = ("byline", "publication_line")
_CAPTIONS = ("caption", "credit_line")
_LONE = ("headline", "kicker", "subheadline", *_SIGNED, *_CAPTIONS)
_STAMPS = ("datetime", "title", "content")
"""Attributes with a moment in ISO 8601: of ``time``, of hAtom's ``abbr``, of schema.org's microdata."""
_LONGEST_LINE = 160
"""Longest byline or date, in characters."""
_LONGEST_NAME = 60
"""In letters."""
_DECK = 2 * SURE
"""Fewest letters of a standfirst that the markup does not call so."""
_OVER = 6
"""So many blocks above the headline, and below the first of the text, may be kicker, byline or date."""
_TAIL = 8
"""So many blocks below the text, in the same element, still belong to the story."""
_MOST = 0.7
"""The element of the text holds this share of what was found."""
_BOXED = 4
"""Text in a box of other things counts so many times less."""
_CLOCK = re.compile(r"\d:\d\d")


@dataclass(frozen=True, slots=True)
class Part:
    """One block of the story."""

    block: PageBlock
    kind: str
    """As in ``Mark.kind``; nothing where the detectors are to decide."""
    rule: str
    """``html.`` and the element that made it, or ``markup`` for a name in the markup."""
    names: tuple[str, ...] = ()
    """Of a byline: the names that the markup tells apart."""

    @property
    def text(self) -> str:
        """As the page shows it; a headline or byline that is set as an item of a list has no bullet."""
        piece = self.block.piece
        return piece.text.removeprefix(piece.marker) if self.kind in _LONE else piece.text


class Story:
    """Which blocks of a page are the story, and as what.

    Args:
        root: the element of the page.
        pieces: all blocks of the page.
        extracted: the blocks of running text that an extraction took for the article.

    Cost: linear in the number of blocks and the depth of their elements.
    """

    def __init__(self, root: Any, pieces: Sequence[Piece], extracted: Sequence[str], declared: Declared) -> None:
        self._blocks = page_blocks(root, pieces)
        self._titles = frozenset(own for title in declared.headlines if (own := letters_of(title)))
        found = find_extracted(self._blocks, extracted)
        self._found = frozenset(block.index for block in found)
        self._limit = sum(len(block.letters) for block in found) // 2
        self._headline = find_headline(self._blocks, found, tuple(self._titles))
        top = -1 if self._headline is None else self._headline.index
        below = [block for block in found if block.index > top]
        self._home = heaviest(root, self._weights(below), _MOST)
        """The element that holds the text."""
        self._at_home = frozenset(self._home.iter()) if self._home is not None else frozenset()
        self._body = self._running(below)
        held = [*self._body.values(), *([self._headline] if self._headline else [])]
        self._within = shared(block.node for block in held)
        """The innermost element that holds headline and text."""
        around = self._within.getparent() if self._within is not None else None
        self._near = frozenset(around.iter()) if around is not None else frozenset()
        self.parts = tuple(self._parts())
        """The parts in page order; none where the page has no text."""

    @property
    def shows_headline(self) -> bool:
        """One of the parts is the headline."""
        return bool(self._body) and self._headline is not None

    @property
    def day(self) -> str:
        """The day that an element beside headline or text states for machines (``time``), in ISO 8601; or nothing."""
        for part in self.parts:
            if part.kind in ("", *_SIGNED):
                for node in (part.block.node, *(node for node, _ in part.block.piece.inline)):
                    stamps = [node.get(name) or "" for name in _STAMPS] if node is not None else []
                    if day := next((day for stamp in stamps if (day := iso_day(stamp))), ""):
                        return day
        return ""

    # -- which blocks ----------------------------------------------------------------------------

    def _running(self, found: Sequence[PageBlock]) -> dict[int, PageBlock]:
        """Return the running text by index: what was found in the element that holds most of it."""
        inside = [block for block in found if block.node in self._at_home and not self._outside(block, self._home)]
        sure = [b.index for b in inside if self._weight(b) and b.role in ("", "subheadline", "lead")]
        first, last = (sure[0], sure[-1]) if sure else (0, len(self._blocks))
        return {block.index: block for block in inside if first <= block.index <= last}

    def _weights(self, found: Sequence[PageBlock]) -> dict[Any, int]:
        weights: dict[Any, int] = {}
        for block in found:
            weights[block.node] = weights.get(block.node, 0) + self._weight(block)
        return weights

    def _weight(self, block: PageBlock) -> int:
        """Return how many letters of running text a block has: those of links are none, those of boxes count little."""
        count = len(block.letters)
        if count < SURE or block.leads_away:
            return 0
        return count // _BOXED if self._outside(block, None) else count

    def _outside(self, block: PageBlock, story: Any) -> bool:
        return block.markup.outside(block.piece, story, self._limit)

    # -- as what ---------------------------------------------------------------------------------

    def _parts(self) -> Iterator[Part]:
        if not self._body:
            return
        order = sorted(self._body)
        first, last = order[0], order[-1]
        second = self._body[order[1]] if len(order) > 1 else None
        top = first if self._headline is None else self._headline.index
        if self._headline is not None:
            for block in self._blocks[max(0, top - _OVER) : top]:
                yield from self._over(block)
        for block in self._blocks[top : last + 1]:
            if block is self._headline:
                yield _part(block, "headline")
            elif block.index < first:
                yield from self._above(block, self._body[first])
            elif block.index == first and not self._is_caption(block):
                yield self._opening(block, second)
            else:
                yield from self._amid(block, first)
        goes_on = True
        for block in self._blocks[last + 1 : last + 1 + _TAIL]:
            goes_on = goes_on and block.index in self._found and not block.leads_away
            yield from self._below(block, goes_on)

    def _over(self, block: PageBlock) -> Iterator[Part]:
        """A block above the headline: kept where the markup says what it is."""
        if block.piece.kind == "caption":
            yield _caption(block)
        elif block.node in self._near:
            if self._outside(block, self._within):
                return
            if block.role == "kicker":
                yield Part(block, block.role, "html.markup")
            elif block.role in _CAPTIONS:
                yield _caption(block)
            elif block.role in _SIGNED:
                yield _signed(block)

    def _above(self, block: PageBlock, later: PageBlock) -> Iterator[Part]:
        """A block between headline and text."""
        if block.letters in self._titles:
            return
        if self._is_caption(block):
            yield _caption(block)
        elif _is_deck(block, later) and not block.leads_away:
            yield Part(block, "subheadline", "html.markup")
        elif self._outside(block, self._within):
            return
        elif _names_or_dates(block):
            yield _signed(block)
        elif not block.leads_away:
            # The title of something else; points in a list are no standfirst.
            kind = "furniture" if block.role == "headline" else "body" if block.piece.element == "li" else ""
            yield _part(block, kind)

    def _opening(self, block: PageBlock, later: PageBlock | None) -> Part:
        """The first block of the text, which may be the standfirst."""
        if _is_deck(block, later):
            return Part(block, "subheadline", "html.markup")
        return _part(block, "" if _stands_apart(block, later) else _kind(block))

    def _amid(self, block: PageBlock, first: int) -> Iterator[Part]:
        """A block between the first and the last paragraph."""
        if self._is_caption(block):
            yield _caption(block)
        elif block.index <= first + _OVER and _names_or_dates(block) and not self._outside(block, self._within):
            yield _signed(block)
        elif block.index in self._body:
            later = self._headed(block) if block.is_heading else None
            yield _part(block, "furniture" if later is not None and later.leads_away else _kind(block))
        elif not block.leads_away and not self._outside(block, self._within):
            table = block.piece.kind == "preformatted"
            later = self._headed(block) if block.is_heading else None
            heads = later is not None and later.index in self._body and not later.leads_away
            if block.is_prose or table or heads:
                yield _part(block, block.piece.kind)
            elif block.node in self._at_home:
                alike = not _stands_apart(block, self._body[first])
                yield _part(block, block.piece.kind if alike else "furniture")

    def _headed(self, block: PageBlock) -> PageBlock | None:
        """Return the block that a heading heads, pictures and further headings aside."""
        if len(block.letters) < 2:
            return None
        after = self._blocks[block.index + 1 : block.index + 1 + _OVER]
        return next((later for later in after if not later.is_heading and not self._is_caption(later)), None)

    def _below(self, block: PageBlock, goes_on: bool) -> Iterator[Part]:
        """A block below the last paragraph: who wrote it, where it came from; or more text in another element."""
        if block.node not in self._near or self._outside(block, self._within):
            return
        if _names_or_dates(block):
            yield _signed(block)
        elif block.node in self._at_home and not block.leads_away:
            yield _part(block, "caption" if block.piece.kind == "caption" else "")
        elif goes_on:
            yield _part(block, block.piece.kind)

    def _is_caption(self, block: PageBlock) -> bool:
        """Say whether a block describes a picture: it is named so, or stands alone in one element with it."""
        named = block.piece.kind == "caption" or block.role in _CAPTIONS
        if not named and (block.role or block.is_heading or block.leads_away or _CLOCK.search(block.piece.text)):
            return False
        return (named or block.markup.pictured(block.piece)) and not self._outside(block, self._within)


def _part(block: PageBlock, kind: str) -> Part:
    return Part(block, kind, f"html.{block.piece.element}")


def _kind(block: PageBlock) -> str:
    """What a block of the text is: as its element says, but links to other pages are none of it."""
    return "furniture" if block.leads_away and block.piece.kind in ("body", "crosshead") else block.piece.kind


def _caption(block: PageBlock) -> Part:
    return _part(block, "credit_line" if block.role == "credit_line" else "caption")


def _is_deck(block: PageBlock, later: PageBlock | None) -> bool:
    """Say whether a block that may open the text is a standfirst: called so, a heading, or called so and set apart."""
    if block.role == "subheadline":
        return len(block.letters) >= SURE
    if len(block.letters) < _DECK:
        return False
    heading = block.role in ("", "headline") and block.is_heading
    return heading or (block.role == "lead" and _stands_apart(block, later))


def _stands_apart(block: PageBlock, later: PageBlock | None) -> bool:
    """Say whether a block has another parent than the next of the text, or is another element, as decks do."""
    if later is None or block.node is None or later.node is None:
        return False
    return (block.node.getparent(), block.node.tag) != (later.node.getparent(), later.node.tag)


def _names_or_dates(block: PageBlock) -> bool:
    return block.role in _SIGNED and len(block.piece.text) <= _LONGEST_LINE


def _signed(block: PageBlock) -> Part:
    """A block that names writers or a day; what else it says is the detectors' to find."""
    names = tuple(n for n in block.markup.names(block.piece) if _is_name(n) and n in block.piece.text)
    if names or (block.role == "byline" and _is_name(block.piece.text)):
        return Part(block, "byline", "html.markup", names)
    return Part(block, block.role if block.role == "publication_line" else "", "html.markup")


def _is_name(text: str) -> bool:
    """Say whether *text* can be a name: some letters, no figures, no sentence."""
    own = letters_of(text)
    return 1 < len(own) <= _LONGEST_NAME and own.isalpha() and not text.rstrip().endswith(tuple(SENTENCE_ENDS))
