# SPDX-License-Identifier: Apache-2.0
"""The blocks of a page with what can be told of each alone: letters, links, role, and whether it reads as prose."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from docforge.patterns import SENTENCE_ENDS
from docforge.reading.formats.blocks import Piece
from docforge.reading.formats.page.markup import Markup, letters_of

__all__ = ["HEADINGS", "SURE", "PageBlock", "page_blocks"]

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
SURE = 20
"""A block of this size is told by its text alone, whatever stands about it."""
_LINKED = 0.9
_PROSE = 40
_NAME = 2
"""Words of a name that is linked."""
_WIDE = "\u2e80"
"""Behind it, in Unicode, stand the scripts of the East."""
_CLOSERS = "\"'”’»)」』 "


class PageBlock:
    """One block of a page."""

    def __init__(self, index: int, piece: Piece, markup: Markup) -> None:
        self.index = index
        """Among all blocks of the page."""
        self.piece = piece
        self.letters = letters_of(piece.text[len(piece.marker) :])
        self.markup = markup

    @property
    def node(self) -> Any:
        """The element that made it, or None."""
        return self.piece.node

    @cached_property
    def role(self) -> str:
        """See ``Markup.role``."""
        return self.markup.role(self.piece)

    @cached_property
    def size(self) -> int:
        """Its letters, ideographs and syllables of the East for two each."""
        return len(self.letters) + sum(letter >= _WIDE for letter in self.letters)

    @cached_property
    def leads_away(self) -> bool:
        """Nearly all of it is links."""
        linked = sum(count for node, count in self.piece.inline if node.tag == "a")
        return linked >= _LINKED * max(1, len(self.letters))

    @cached_property
    def links_title(self) -> bool:
        """A link in it has words, too many for a name, and no day: ``<a>Old mill burns</a> 1 May 2020``."""
        links = (node for node, _ in self.piece.inline if node.tag == "a" and node.get("rel") != "author")
        return any(len(words) > _NAME and not any(map(str.isdigit, "".join(words))) for words in map(_words, links))

    @cached_property
    def is_bold(self) -> bool:
        """Nearly all of it is set bold."""
        bold = sum(count for node, count in self.piece.inline if node.tag in ("b", "strong"))
        return bold >= _LINKED * len(self.letters)

    @property
    def is_prose(self) -> bool:
        """It ends as a sentence does and is no mere exclamation."""
        text = self.piece.text.rstrip(_CLOSERS)
        return len(text) >= _PROSE and text.endswith(tuple(SENTENCE_ENDS))

    @property
    def is_gapped_table(self) -> bool:
        """A table with empty places, of two rows with three columns, or three with two, as in plain text."""
        if self.piece.kind != "preformatted" or self.piece.element != "table":
            return False
        rows = [row.split("\t") for row in self.piece.text.split("\n")]
        widest = max(map(len, rows))
        several = sum(len(row) > 1 for row in rows) >= (2 if widest > 2 else 3)
        return several and any(len(row) < widest or "" in row for row in rows)

    @property
    def is_heading(self) -> bool:
        """An ``h1`` to ``h6`` made it."""
        return self.piece.element in HEADINGS


def page_blocks(root: Any, pieces: Sequence[Piece]) -> list[PageBlock]:
    """Return the blocks of the page *root*, those without letters left out."""
    markup = Markup(root, pieces)
    blocks = (PageBlock(0, piece, markup) for piece in pieces)
    told = [block for block in blocks if block.letters]
    for index, block in enumerate(told):
        block.index = index
    return told


def _words(node: Any) -> list[str]:
    return "".join(node.itertext()).split()
