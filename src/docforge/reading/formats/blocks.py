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
    node: Any = None
    """The element itself, or None where several made it."""
    inline: tuple[tuple[Any, int], ...] = ()
    """The elements within the block that break no line, each with its count of letters and digits."""
    marker: str = ""
    """The bullet or number before an item of a list, with its blank; ``text`` opens with it."""


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
        "button",
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
        self.kinds: list[tuple[str, str, Any]] = [("body", "", None)]
        self.buffer: list[str] = []
        self.letters = 0
        """Letters and digits of the block so far."""
        self.open: list[tuple[Any, int]] = []
        """Inline elements not closed yet, each with the letters before it."""
        self.inline: list[tuple[Any, int]] = []
        self.done: list[Piece] = []
        self.tables: list[list[list[list[Piece]]]] = []
        """Open tables, each a list of rows, each a list of cells, each a list of pieces."""
        self.lists: list[int | None] = []
        self.marker = ""
        self.verbatim = 0

    def say(self, text: str | None) -> None:
        if text:
            self.buffer.append(text if self.verbatim else _SPACE.sub(" ", text))
            self.letters += sum(map(str.isalnum, text))

    def set_apart(self) -> None:
        """Put a blank where styles alone part two inline elements: ``<b>Ann Lee</b><time>9 March</time>``."""
        if self.buffer and self.buffer[-1][-1:].strip():
            self.buffer.append(" ")

    def close_inline(self, node: Any) -> None:
        """Note how many letters of the block *node* holds."""
        while self.open:
            own, before = self.open.pop()
            if own is node:
                if self.letters > before:
                    self.inline.append((node, self.letters - before))
                return

    def flush(self) -> None:
        text = "".join(self.buffer)
        self.buffer.clear()
        if not self.verbatim:
            text = "\n".join(_SPACE.sub(" ", line).strip(" ") for line in text.split("\n")).strip("\n ")
        if text.strip():
            kind, element, node = self.kinds[-1]
            inside = [(own, self.letters - before) for own, before in self.open if self.letters > before]
            self.emit(Piece(self.marker + text, kind, element, node, (*self.inline, *inside), self.marker))
            self.marker = ""
        self.letters = 0
        self.inline.clear()
        self.open = [(own, 0) for own, _ in self.open]

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
            self.emit(Piece("\n".join(lines), "preformatted", "table", self.kinds[-1][2]))
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
                _enter(walk, name, node)
                walk.say(node.text)
                continue
        else:
            if not hidden:
                _leave(walk, name, node)
            hidden -= name in skipped
            if not hidden and node is not root:
                walk.say(node.tail)
    walk.flush()
    while walk.tables:
        walk.close_table()
    return walk.done


def _enter(walk: _Walk, name: str, node: Any) -> None:
    if name == "br":
        walk.buffer.append("\n")
        return
    if name not in _BREAKING:
        if name == "time" or _is_styled_apart(node):
            walk.set_apart()
        walk.open.append((node, walk.letters))
        return
    walk.flush()
    walk.kinds.append((_KINDS.get(name) or walk.kinds[-1][0], name, node))
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


def _is_styled_apart(node: Any) -> bool:
    """Say whether an inline element follows another without a blank and has a class of its own, as fields of a line."""
    before = node.getprevious()
    if before is None or (before.tail or ""):
        return False
    own, other = node.get("class"), before.get("class")
    return bool(own and other and own != other and _name(before) not in _BREAKING)


def _leave(walk: _Walk, name: str, node: Any) -> None:
    if name not in _BREAKING:
        if name != "br":
            walk.close_inline(node)
        if name == "time":
            walk.set_apart()
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
