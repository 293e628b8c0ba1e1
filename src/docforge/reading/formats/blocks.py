# SPDX-License-Identifier: Apache-2.0
"""HTML, XHTML and NITF body elements -> paragraphs, list items, table rows, in reading order.

Comes in: an element tree.  Goes out: ``Piece`` values that together hold all text of the tree, less what never shows
(scripts, styles).  White space is collapsed as HTML says; NITF took its body elements from HTML and follows suit.
"""

from __future__ import annotations

import re
from typing import Any

from docforge.records import dataclass

__all__ = ["HIDDEN", "Piece", "pieces_of", "text_of"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of text."""

    text: str
    kind: str
    """A kind of ``Mark``: ``body``, ``crosshead``, ``caption``, ``preformatted``, ``credit_line``."""
    element: str
    """Local name of the element that made it."""


HIDDEN = frozenset({"script", "style", "template", "head", "title", "noscript"})
_BREAKING = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "option",
        "select",
        "bq",
        "block",
        "body.content",
        "body.end",
        "body.head",
        "bibliography",
        "tagline",
        "fn",
        "hl2",
        "media",
        "media-caption",
        "media-producer",
        "note",
        "abstract",
        "hedline",
        "hl1",
        "byline",
        "byttl",
        "distributor",
        "dateline",
        "rights",
        "nitf-table",
        "nitf-col",
        "datasource",
        "credit",
    ]
)
_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "hl2"), "crosshead"),
    **dict.fromkeys(("figcaption", "media-caption"), "caption"),
    "media-producer": "credit_line",
    "pre": "preformatted",
}
_SPACE = re.compile(r"[ \t\r\n\f]+")


def _name(node: Any) -> str:
    tag = node.tag
    if not isinstance(tag, str):
        return ""
    return tag.rpartition("}")[2].lower()


def text_of(node: Any) -> str:
    """Return the text of *node* in one line."""
    return _SPACE.sub(" ", " ".join(piece.text for piece in pieces_of(node))).strip()


class _Walk:
    """Collects text until an element breaks the line; keeps the open lists and tables."""

    def __init__(self) -> None:
        self.kinds: list[tuple[str, str]] = [("body", "")]
        self.buffer: list[str] = []
        self.done: list[Piece] = []
        self.tables: list[list[list[list[Piece]]]] = []
        """Open tables, each a list of rows, each a list of cells, each a list of pieces."""
        self.lists: list[int | None] = []
        self.marker = ""
        self.verbatim = 0

    def say(self, text: str | None) -> None:
        if text:
            self.buffer.append(text if self.verbatim else _SPACE.sub(" ", text))

    def flush(self) -> None:
        text = "".join(self.buffer)
        self.buffer.clear()
        if not self.verbatim:
            text = "\n".join(_SPACE.sub(" ", line).strip(" ") for line in text.split("\n")).strip("\n ")
        if text.strip():
            kind, element = self.kinds[-1]
            self.emit(Piece(self.marker + text, kind, element))
            self.marker = ""

    def emit(self, piece: Piece) -> None:
        for table in reversed(self.tables):
            if table and table[-1]:
                table[-1][-1].append(piece)
                return
        self.done.append(piece)

    def close_table(self) -> None:
        """Rows of short cells are a table of figures; anything else lays the page out."""
        rows = self.tables.pop() if self.tables else []
        filled = [[cell for cell in row if cell] for row in rows]
        figures = any(len(row) > 1 for row in filled) and all(
            len(cell) == 1 and len(cell[0].text) <= _CELL and cell[0].kind != "preformatted"
            for row in filled
            for cell in row
        )
        if figures:
            lines = ("\t".join(" ".join(cell[0].text.split()) for cell in row) for row in filled if row)
            self.emit(Piece("\n".join(lines), "preformatted", "table"))
            return
        for row in filled:
            for cell in row:
                for piece in cell:
                    self.emit(piece)


_CELL = 160
"""Longest cell of a table of figures, in characters."""


def pieces_of(root: Any, *, skipped: frozenset[str] = HIDDEN) -> list[Piece]:
    """Return the blocks of *root* in order, its own tail left out.

    Args:
        skipped: local names of elements whose text is not wanted.

    Cost: linear; no recursion, so that deep nesting is no danger.
    """
    from lxml import etree

    walk = _Walk()
    hidden = 0
    for event, node in etree.iterwalk(root, events=("start", "end")):
        name = _name(node)
        if event == "start":
            hidden += name in skipped
            if not hidden:
                _enter(walk, name)
                walk.say(node.text)
                continue
        else:
            if not hidden:
                _leave(walk, name)
            hidden -= name in skipped
            if not hidden and node is not root:
                walk.say(node.tail)
    walk.flush()
    while walk.tables:
        walk.close_table()
    return walk.done


def _enter(walk: _Walk, name: str) -> None:
    if name == "br":
        walk.buffer.append("\n")
        return
    if name not in _BREAKING:
        return
    walk.flush()
    walk.kinds.append((_KINDS.get(name) or walk.kinds[-1][0], name))
    if name in ("ul", "ol"):
        walk.lists.append(1 if name == "ol" else None)
    elif name == "li" and walk.lists:
        number = walk.lists[-1]
        walk.marker = "• " if number is None else f"{number}. "
        walk.lists[-1] = None if number is None else number + 1
    elif name == "table":
        walk.tables.append([])
    elif name == "tr" and walk.tables:
        walk.tables[-1].append([])
    elif name in ("td", "th") and walk.tables and walk.tables[-1]:
        walk.tables[-1][-1].append([])
    elif name == "pre":
        walk.verbatim += 1


def _leave(walk: _Walk, name: str) -> None:
    if name not in _BREAKING:
        return
    walk.flush()
    if name in ("ul", "ol") and walk.lists:
        walk.lists.pop()
    elif name == "li":
        walk.marker = ""
    elif name == "table":
        walk.close_table()
    elif name == "pre":
        walk.verbatim -= 1
    if len(walk.kinds) > 1:
        walk.kinds.pop()
