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
from functools import cached_property
from typing import Any

from docforge.locale import find_dates
from docforge.reading.formats import iso_day
from docforge.reading.formats.blocks import Piece
from docforge.reading.formats.page.blocks import SURE, PageBlock, page_blocks
from docforge.reading.formats.page.declared import Declared
from docforge.reading.formats.page.extent import Extent
from docforge.reading.formats.page.extracted import find_extracted
from docforge.reading.formats.page.markup import closes_sentence, is_network, letters_of
from docforge.records import dataclass

__all__ = ["Part", "Story"]

_SIGNED = ("byline", "publication_line")
_DATED = (*_SIGNED, "event")
_CAPTIONS = ("caption", "credit_line")
_LONE = ("headline", "kicker", "subheadline", *_SIGNED, *_CAPTIONS)
_ITEMS = ("li", "dt", "dd")
"""Of lists, and of lists of terms and what they mean."""
_STAMPS = ("datetime", "title", "content")
"""Attributes with a moment in ISO 8601: of ``time``, of hAtom's ``abbr``, of schema.org's microdata."""
_LONGEST_LINE = 160
"""Longest byline or date, in characters."""
_LONGEST_NAME = 60
"""In letters."""
_DECK = 2 * SURE
"""Smallest standfirst that the markup does not call so."""
_LONGEST_DECK = 700
_OVER = 6
"""So many blocks above the headline, and below the first of the text, may be kicker, byline or date."""
_TAIL = 8
"""So many blocks below the text, beside its element, still belong to the story."""
_LIST = 60
"""So many items of a list are passed on the way to the line above it."""
_OPENING = 60
"""Two texts with so many first letters alike are the same."""
_FIGURE = re.compile(r"\d")
_CLOCK = re.compile(r"\d:\d\d")
_HOUR = 10
"""Characters of an hour: ``12:05 p.m.``."""


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
    shown: str = ""
    """Its text, where it is a part of the block."""

    @property
    def text(self) -> str:
        """As the page shows it; a headline or byline that is set as an item of a list has no bullet."""
        piece = self.block.piece
        if self.shown:
            return self.shown
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
        self._language = declared.language or "en"
        self._author = letters_of(declared.author)
        self._blocks = page_blocks(root, pieces)
        self._descriptions = tuple(own for text in declared.descriptions if len(own := letters_of(text)) >= SURE)
        self._titles = frozenset(own for title in declared.headlines if (own := letters_of(title)))
        found = find_extracted(self._blocks, extracted)
        self._extent = Extent(root, self._blocks, found, self._titles)
        if not self._extent.body:
            self._extent = Extent(root, self._blocks, find_extracted(self._blocks, ()), self._titles)
        self.parts = tuple(self._parts())
        """The parts in page order; none where the page has no text."""

    @property
    def shows_headline(self) -> bool:
        """One of the parts is the headline."""
        return bool(self.parts) and self._extent.headline is not None

    @property
    def day(self) -> str:
        """The day that an element beside headline or text states for machines and no text says, or nothing."""
        for part in self.parts:
            if part.kind not in ("", *_SIGNED):
                continue
            for node in (part.block.node, *(node for node, _ in part.block.piece.inline)):
                stamps = [node.get(name) or "" for name in _STAMPS] if node is not None else []
                if day := next((day for stamp in stamps if (day := iso_day(stamp))), ""):
                    return "" if self._states_day(part.block) else day  # what is written out the detectors read
        return ""

    def _states_day(self, block: PageBlock) -> bool:
        return any(found.date.is_full for found in find_dates(block.piece.text, self._language))

    def _parts(self) -> Iterator[Part]:
        extent = self._extent
        if not extent.body:
            return
        order = list(extent.body.values())
        first, last, top = order[0], order[-1], extent.top()
        over = self._blocks[max(0, top - _OVER) : top]
        signed = any(block.role == "byline" and self._is_signed(block) for block in over)
        yield from self._opening_lines(over, self._blocks[top : first.index])
        for block in self._blocks[top : last.index + 1]:
            if block is extent.headline:
                yield from _headline(block)
            elif block.index < first.index:
                for part in self._above(block, first):
                    # Beside a name that the markup tells, the others of a box are an office and a place.
                    other = signed and part.kind == "byline" and not part.names
                    signed = signed or (part.kind == "byline" and bool(part.names))
                    yield Part(block, "furniture", part.rule) if other else part
            elif block is first and not self._is_caption(block):
                yield self._opening(block, order[1] if len(order) > 1 else None)
            else:
                yield from self._amid(block, first)
        for block in self._blocks[last.index + 1 :]:
            far = block.index > last.index + _TAIL
            if far and block.node not in extent.near:
                break
            for part in self._below(block, last, far):
                if not (signed and part.kind == "byline"):  # those of other stories
                    yield part

    def _opening_lines(self, over: Sequence[PageBlock], below: Sequence[PageBlock]) -> Iterator[Part]:
        """The blocks *over* the headline that belong to the story; *below* are those between it and the text."""
        dated = any(block.role == "publication_line" and self._states_day(block) for block in below)
        release = any(self._is_in_article(block) and _FIGURE.search(block.piece.text) for block in over)
        for block in over:
            yield from self._over(block, dated, release)

    def _is_in_article(self, block: PageBlock) -> bool:
        """Say whether a block stands in the element of the article, which holds no whole page, and leads nowhere."""
        return self._extent.is_article and block.node in self._extent.inside and not block.leads_away

    def _over(self, block: PageBlock, dated: bool, release: bool) -> Iterator[Part]:
        """A block above the headline: kept where the markup says what it is, or among the lines that open a release.

        *dated* says that a day is named below the headline: one above it may be that of the visit.
        """
        if block.piece.kind == "caption" and not self._extent.is_boxed(block):
            yield _caption(block)
        elif block.node in self._extent.near and self._is_signed(block):
            if not self._dates_title(block) and not (dated and block.role == "publication_line"):
                yield _signed(block)
        elif block.node not in self._extent.near or self._extent.is_boxed(block):
            return
        elif block.role == "kicker":
            yield Part(block, block.role, "html.markup")
        elif block.role in _CAPTIONS:
            yield _caption(block)
        elif self._is_in_article(block) and (release or block.is_prose):
            yield _part(block, "")

    def _above(self, block: PageBlock, later: PageBlock) -> Iterator[Part]:
        """A block between headline and text."""
        if block.letters in self._titles:
            return
        if self._is_caption(block):
            yield _caption(block)
        elif self._is_deck(block, later) and not block.leads_away:
            yield Part(block, "subheadline", "html.markup")
        elif self._is_signed(block):
            yield _signed(block)
        elif self._extent.box(block) in ("", "brief") and (not block.leads_away or self._names_author(block)):
            yield _part(block, self._kind_above(block))

    def _kind_above(self, block: PageBlock) -> str:
        """What a line between headline and text is: headings are titles of something else, or the first of several."""
        if block.is_heading and self._heads_text(block) and block.piece.element in self._crossheads:
            return block.piece.kind
        top = self._extent.headline
        beside = top is not None and block.node.getparent() is top.node.getparent()
        if block.role == "headline" or self._extent.repeats(block) or (block.is_heading and not beside):
            return "furniture"
        return "body" if block.piece.element == "li" else ""  # points in a list are no standfirst

    @cached_property
    def _crossheads(self) -> frozenset[str]:
        """The elements of headings amid the text."""
        body = list(self._extent.body)
        return frozenset(b.piece.element for b in self._blocks[body[0] + 1 : body[-1]] if b.is_heading)

    def _names_author(self, block: PageBlock) -> bool:
        return len(self._author) > 1 and block.size < SURE + len(self._author) and self._author in block.letters

    def _is_deck(self, block: PageBlock, later: PageBlock | None) -> bool:
        """Say whether a block that may open the text is a standfirst.

        It is called so, or is a heading; where it stands apart, it may be called a lead or say what the page declares.
        """
        if block.piece.element == "li" or block.size > _LONGEST_DECK or self._extent.repeats(block):
            return False
        if block.role == "subheadline":
            return block.size >= SURE
        if block.size >= _DECK and block.role in ("", "headline") and block.is_heading:
            return True
        if block.size < SURE or not _stands_apart(block, later):
            return False
        lead = block.role == "lead" and (later is None or later.role != "lead")
        return lead or (block.size >= _DECK and self._is_declared(block))

    def _is_declared(self, block: PageBlock) -> bool:
        """Say whether a block says what the page declares to be about; declared texts are often cut short."""
        own = block.letters
        return not block.role and any(
            own == text or (text.startswith(own[:_OPENING]) and own.startswith(text[:_OPENING]))
            for text in self._descriptions
        )

    def _opening(self, block: PageBlock, later: PageBlock | None) -> Part:
        """The first block of the text, which may be the standfirst."""
        if self._is_deck(block, later):
            return Part(block, "subheadline", "html.markup")
        return _part(block, "" if _stands_apart(block, later) else self._kind(block))

    def _amid(self, block: PageBlock, first: PageBlock) -> Iterator[Part]:
        """A block between the first and the last paragraph."""
        if self._is_caption(block):
            yield _caption(block)
        elif block.index <= first.index + _OVER and self._is_signed(block):
            yield _signed(block)
        elif block.index in self._extent.body:
            yield _part(block, self._kind(block))
        elif self._extent.is_boxed(block):
            return
        elif block.is_prose or block.piece.kind == "preformatted" or (block.is_heading and self._heads_text(block)):
            yield _part(block, self._kind(block))
        elif block.node in self._extent.span:
            yield _part(block, self._kind_of_line(block, first))

    def _kind_of_line(self, block: PageBlock, text: PageBlock) -> str:
        """What a line amid the text is that was not found and is no sentence: one like *text* belongs to it."""
        if block.piece.element in _ITEMS or self._extent.is_quoted(block):
            return self._kind(block)
        if not (block.leads_away or block.is_heading or _stands_apart(block, text)):
            return self._kind(block)
        return "" if (block.is_bold and not block.leads_away) or _is_hour(block) else "furniture"

    def _kind(self, block: PageBlock) -> str:
        """What a block of the text is: as its element says, but paragraphs that are links lead away."""
        if block.is_heading:
            return block.piece.kind if self._heads_text(block) else "furniture"
        item = block.piece.element == "li"
        if block.leads_away and block.piece.kind == "body" and not (item and self._follows_colon(block)):
            return "furniture"
        if block.piece.kind != "body":
            return block.piece.kind
        if item:
            return "list_item"
        # What is set apart, or told of a term, heads nothing.
        return "paragraph" if block.piece.element in _ITEMS or self._extent.is_quoted(block) else "body"

    def _heads_text(self, block: PageBlock) -> bool:
        """Say whether a block of text follows a heading, pictures and further headings aside, and no links."""
        if len(block.letters) < 2:
            return False
        after = self._blocks[block.index + 1 : block.index + 1 + _OVER]
        passed = (other for other in after if not (other.is_heading or _is_hour(other) or self._is_caption(other)))
        later = next(passed, None)
        if later is None or later.leads_away:
            return False
        if block.leads_away:
            return later.is_prose and later.index in self._extent.body
        told = later.is_prose or later.piece.kind == "preformatted" or later.piece.element in (*_ITEMS, "p")
        return later.index in self._extent.body or (told and later.node in self._extent.span)

    def _follows_colon(self, block: PageBlock) -> bool:
        """``The nominees are:`` and a list: say whether the first block above that is no item closes so."""
        items = (other for other in reversed(self._blocks[max(0, block.index - _LIST) : block.index]))
        above = next((other for other in items if other.piece.element != "li"), None)
        return above is not None and above.piece.text.rstrip().endswith((":", "："))

    def _below(self, block: PageBlock, last: PageBlock, far: bool) -> Iterator[Part]:
        """A block below the last paragraph: who wrote it, where it came from; *far* below only what is at home."""
        if block.node not in self._extent.near:
            return
        home = block.node in self._extent.home
        if self._is_signed(block) and not far:
            yield _part(block, "furniture") if self._dates_title(block) else _signed(block)
        elif block.leads_away or self._extent.is_boxed(block):
            if home and block.leads_away and not self._extent.is_boxed(block):
                yield _part(block, "furniture")
        elif home:
            kept = block.is_prose or block.is_heading or block.piece.kind != "body" or block.piece.element == "li"
            ends = closes_sentence(block.piece.text)
            alike = ends and not _stands_apart(block, last)
            yield _part(block, self._kind(block) if kept or alike else "")
        elif block.node in self._extent.inside and self._extent.within.tag == "article" and block.is_prose and not far:
            yield _part(block, "")

    def _is_signed(self, block: PageBlock) -> bool:
        """Say whether a block names writers or a day: it is called so, in no box of other things."""
        if block.role not in _DATED or len(block.piece.text) > _LONGEST_LINE:
            return False
        if block.is_prose:
            return False  # a paragraph with a day in it
        return self._extent.box(block) in ("", "brief", "side")

    def _dates_title(self, block: PageBlock) -> bool:
        """Say whether a block states the day of another story, whose title stands in it or is the heading above it."""
        if block.role != "publication_line" or block.node is None:
            return False
        above = self._blocks[block.index - 1] if block.index else block
        beside = above.is_heading and above.node.getparent() in (block.node, block.node.getparent())
        return block.links_title or (beside and above.leads_away)

    def _is_caption(self, block: PageBlock) -> bool:
        """Say whether a block describes a picture: it is named so, or stands alone in one element with it."""
        if block.is_heading or self._extent.is_boxed(block):
            return False
        if block.piece.kind == "caption":
            return True
        if block.role in _CAPTIONS:
            text = block.is_prose and block.index in self._extent.found
            return block.markup.has_picture(block.piece) or (block.role == "caption" and not text)
        if block.role or block.leads_away or _CLOCK.search(block.piece.text):
            return False
        # Lines of a found text beside a picture in one element are the text.
        return "\n" not in block.piece.text and block.markup.pictured(block.piece)


def _is_hour(block: PageBlock) -> bool:
    """``09:40``: say whether a block is the hour of what a live report tells below it."""
    return len(block.piece.text) <= _HOUR and _CLOCK.search(block.piece.text) is not None


def _part(block: PageBlock, kind: str) -> Part:
    """A block as *kind*; rows with empty places are no matter of the detectors, which would take them apart."""
    return Part(block, kind or ("preformatted" if block.is_gapped_table else ""), f"html.{block.piece.element}")


def _headline(block: PageBlock) -> Iterator[Part]:
    """The headline, with the kicker that stands in one element with it apart."""
    kicker, rest = block.markup.kicker(block.piece)
    if kicker and rest:
        yield Part(block, "kicker", "html.markup", shown=kicker)
        yield Part(block, "headline", f"html.{block.piece.element}", shown=rest)
    else:
        yield _part(block, "headline")


def _caption(block: PageBlock) -> Part:
    return _part(block, "credit_line" if block.role == "credit_line" else "caption")


def _stands_apart(block: PageBlock, later: PageBlock | None) -> bool:
    """Say whether a block has another parent than the next of the text, or is another element, as decks do."""
    if later is None or block.node is None or later.node is None:
        return False
    return (block.node.getparent(), block.node.tag) != (later.node.getparent(), later.node.tag)


def _signed(block: PageBlock) -> Part:
    """A block that names writers or a day; what else it says is the detectors' to find.  Days of events are text."""
    if block.role == "event":
        return Part(block, "paragraph", "html.markup")
    names = tuple(n for n in block.markup.names(block.piece) if _is_name(n) and n in block.piece.text)
    if names or (block.role == "byline" and _is_name(block.piece.text)):
        return Part(block, "byline", "html.markup", names)
    return Part(block, block.role if block.role == "publication_line" else "", "html.markup")


def _is_name(text: str) -> bool:
    """Say whether *text* can be a name: some letters, no figures, no sentence."""
    own = letters_of(text)
    if is_network(text):
        return False
    return 1 < len(own) <= _LONGEST_NAME and own.isalpha() and not closes_sentence(text)
