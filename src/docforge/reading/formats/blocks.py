# SPDX-License-Identifier: Apache-2.0
"""HTML, XHTML and NITF body elements -> paragraphs, list items, table rows, in reading order.

Comes in: an element tree.  Goes out: ``Piece`` values that together hold all text of the tree, less what never shows
(scripts, styles).  White space is collapsed as HTML says; NITF took its body elements from HTML and follows suit.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

from docforge.reading.formats.tables import Cell, lines_of, span_of
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


HIDDEN = frozenset(
    {
        "script",
        "style",
        "template",
        "head",
        "title",
        "noscript",
        "svg",
        "canvas",
        "video",
        "audio",
        "iframe",
        "textarea",
    }
)
"""Elements whose text never shows, or only where something else does not work."""
_UNSEEN = frozenset({"screen-reader-text", "sr-only", "visually-hidden", "visuallyhidden"})
"""Classes of words for screen readers: ``(opens in a new tab)``."""
_NOT_SHOWN = re.compile(r"display\s*:\s*none", re.I)
_DRAWN = {"q": ("\u201c", "\u201d"), "rt": ("(", ")")}
"""What browsers draw around elements; readings of ideographs stand above them."""
_BREAKING = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dir",
        "menu",
        "search",
        "optgroup",
        "marquee",
        "noframes",
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


_AROUND = 8
"""So many inline elements around a whole block are kept, the innermost: never closed ones pile up."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell of an open table."""

    node: Any
    pieces: list[Piece]

    def as_figure(self) -> Cell:
        """Return the cell in one line."""
        text = " ".join(" ".join(piece.text for piece in self.pieces).split())
        across, down = span_of(self.node.get("colspan")), span_of(self.node.get("rowspan"))
        return Cell(text, across or 1, down or None)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of an open table."""

    group: Any
    """The element that holds it and its neighbours: ``thead``, ``tbody``, ``table``."""
    cells: list[_Cell]


class _Walk:
    """Collects text until an element breaks the line; keeps the open lists and tables."""

    def __init__(self) -> None:
        self.kinds: list[tuple[str, str, Any]] = [("body", "", None)]
        self.buffer: list[str] = []
        self.letters = 0
        """Letters and digits so far."""
        self.block_start = 0
        """How many of them stand before the block."""
        self.open: list[tuple[Any, int]] = []
        """Inline elements not closed yet, each with the letters before it."""
        self.inline: list[tuple[Any, int]] = []
        """Those closed within the block, each with its letters in it."""
        self.done: list[Piece] = []
        self.tables: list[list[_Row]] = []
        """Open tables, each a list of rows."""
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
                if self.letters > (before := max(before, self.block_start)):
                    self.inline.append((node, self.letters - before))
                return

    def flush(self) -> None:
        text = "".join(self.buffer)
        self.buffer.clear()
        if not self.verbatim:
            text = "\n".join(_SPACE.sub(" ", line).strip(" ") for line in text.split("\n")).strip("\n ")
        if text.strip():
            kind, element, node = self.kinds[-1]
            around = ((own, self.letters - max(before, self.block_start)) for own, before in self.open[-_AROUND:])
            inside = [(own, count) for own, count in around if count > 0]
            self.emit(Piece(self.marker + text, kind, element, node, (*self.inline, *inside), self.marker))
            self.marker = ""
        self.block_start = self.letters
        self.inline.clear()

    def emit(self, piece: Piece) -> None:
        for table in reversed(self.tables):
            if table and table[-1].cells:
                table[-1].cells[-1].pieces.append(piece)
                return
        self.done.append(piece)

    def close_table(self) -> None:
        """Rows of short cells are a table of figures; anything else lays the page out."""
        rows = self.tables.pop() if self.tables else []
        lines = None
        if _are_figures([[cell.pieces for cell in row.cells if cell.pieces] for row in rows]):
            groups = groupby(rows, lambda row: id(row.group))
            lines = lines_of([[cell.as_figure() for cell in row.cells] for row in group] for _, group in groups)
        if lines is not None:
            self.emit(Piece("\n".join(lines), "preformatted", "table", self.kinds[-1][2]))
            return
        for row in rows:
            for cell in row.cells:
                for piece in cell.pieces:
                    self.emit(piece)


_CELL = 160
"""Longest cell of a table of figures, in characters."""
_REMARK = 480
"""Longest of a remark in such a table."""
_REMARKS = 10
"""At most one in so many cells is a remark."""


def _are_figures(rows: list[list[list[Piece]]]) -> bool:
    """Say whether the filled cells of *rows* are a table of figures.

    All are brief, and two stand beside each other.  A remark of a few lines may stand among many brief cells, if all
    rows have two or more: rows of one cell, paragraphs and line breaks in a cell are those of a page laid out.
    """
    cells = [cell for row in rows for cell in row]
    if max(map(len, rows), default=0) < 2 or any(piece.kind != "body" for cell in cells for piece in cell):
        return False
    long = [cell for cell in cells if sum(len(piece.text) for piece in cell) > _CELL]
    if not long:
        return True
    return (
        len(long) * _REMARKS <= len(cells)
        and all(len(row) != 1 for row in rows)
        and all(len(cell) == 1 and len(cell[0].text) <= _REMARK and "\n" not in cell[0].text for cell in long)
    )


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
        unseen = name in skipped or (name not in _BREAKING and _is_unseen(node))
        if event == "start":
            hidden += unseen
            if not hidden:
                _enter(walk, name, node)
                walk.say(node.text)
                continue
        else:
            if not hidden:
                _leave(walk, name, node)
            hidden -= unseen
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
        if name == "time" or "-" in name or _is_styled_apart(node):
            walk.set_apart()  # custom elements have a hyphen
        walk.open.append((node, walk.letters))
        walk.say(_drawn(node, name, 0))
        return
    walk.flush()
    kind, element, around = walk.kinds[-1]
    if name == "button" and kind == "crosshead":
        walk.kinds.append((kind, element, around))  # a heading that opens what it hides: a question and its answer
    else:
        walk.kinds.append((_KINDS.get(name) or kind, name, node))
    if name in ("ul", "ol"):
        walk.lists.append(_first_number(node) if name == "ol" else None)
    elif name == "li" and walk.lists:
        number = walk.lists[-1]
        if number is not None:
            number = _number(node.get("value"), number)
            back = node.getparent() is not None and node.getparent().get("reversed") is not None
            walk.lists[-1] = number - 1 if back else number + 1
        walk.marker = "• " if number is None else f"{number}. "
    elif name == "table":
        walk.tables.append([])
    elif name == "tr" and walk.tables:
        walk.tables[-1].append(_Row(node.getparent(), []))
    elif name in ("td", "th") and walk.tables and walk.tables[-1]:
        walk.tables[-1][-1].cells.append(_Cell(node, []))
    elif name == "pre":
        walk.verbatim += 1


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and re.fullmatch(r"\s*-?\d{1,9}\s*", text) else otherwise


def _first_number(node: Any) -> int:
    """Return the number of the first item of an ordered list (HTML, ``start`` and ``reversed``)."""
    counted = sum(1 for item in node if _name(item) == "li") if node.get("reversed") is not None else 1
    return _number(node.get("start"), counted)


def _drawn(node: Any, name: str, side: int) -> str:
    """Return what a browser draws before (0) or behind (1) an inline element."""
    before = node.getprevious() if name == "rt" else None
    if before is not None and _name(before) == "rp":
        return ""  # the page has brackets of its own
    return _DRAWN.get(name, ("", ""))[side]


def _is_unseen(node: Any) -> bool:
    """Say whether an inline element does not show, or is for screen readers alone."""
    names = node.get("class")
    if names and not _UNSEEN.isdisjoint(names.split()):
        return True
    return node.get("hidden") is not None or _NOT_SHOWN.search(node.get("style") or "") is not None


def _is_styled_apart(node: Any) -> bool:
    """Say whether an inline element follows another without a blank and has a class of its own, as fields of a line."""
    before = node.getprevious()
    if before is None or (before.tail or ""):
        return False
    if _name(before) in _BREAKING or not node.get("class"):
        return False
    first = next((text for text in node.itertext() if text.strip()), "a").strip()[0]
    if first in "([":
        return True
    # A small letter goes on with a word: ``T`` and ``he`` of an initial set large.
    return bool(before.get("class")) and before.get("class") != node.get("class") and not first.islower()


def _leave(walk: _Walk, name: str, node: Any) -> None:
    if name not in _BREAKING:
        if name != "br":
            walk.say(_drawn(node, name, 1))
            walk.close_inline(node)
        if name == "time" or "-" in name:
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
