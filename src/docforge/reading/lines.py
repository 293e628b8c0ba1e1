# SPDX-License-Identifier: Apache-2.0
"""Physical lines: where each starts and ends, how far it is indented, how wide it is.

Comes in: decoded text.  Goes out: ``Line`` values, one for each physical line.  Knows nothing of paragraphs.
"""

from __future__ import annotations

from collections.abc import Set
from itertools import accumulate
from typing import Any

from docforge.columns import TAB_COLUMNS, columns_of
from docforge.patterns import has_east_asian, lazily
from docforge.records import dataclass

__all__ = ["BLANKS", "Line", "count_quoted", "split_lines", "without_quote_marks"]

BLANKS = " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""White space inside a line (Unicode White_Space less the line ends)."""

# UAX #14, classes BK, CR, LF and NL: the breaks that no line may run across.
_LINE_END = lazily("\r\n|[\n\x0b\x0c\r\x85\u2028\u2029]")
_PARAGRAPH_ENDS = "\x0c\u2029"

_QUOTE_MARKS = lazily(r"\s*(?:>[ \t]?)+")
_QUOTED = 3
"""Lines of a quoted mail, at least."""


@dataclass(slots=True)
class Line:
    """One physical line; ``start`` and ``end`` bound its content, the blanks at its edges left out."""

    index: int
    start: int
    end: int
    indent: int
    width: int
    breaks: bool
    """A form feed or a paragraph separator ends this line: no paragraph goes on after it."""
    text: str
    """The content: safe characters only, at least one."""
    joint: tuple[Line, Any] | None = None
    """The next line and what ``wraps.Joint.between`` saw between the two, once it was asked."""

    @property
    def full(self) -> int:
        """Columns from the margin to the end of the content."""
        return self.indent + self.width


def _indent(blanks: str) -> int:
    if not blanks.strip(" "):
        return len(blanks)
    reached = 0
    for character in blanks:
        if character == "\t":
            reached += TAB_COLUMNS - reached % TAB_COLUMNS
        else:
            reached += 2 if character == "\u3000" else 1
    return reached


def _rows(text: str, safe: str, start: int) -> tuple[list[int], list[str], Set[int]]:
    """Return where each line starts, its text, and the numbers of the lines that end a paragraph."""
    if _has_line_feeds_only(text, safe):
        rows = safe[start:].split("\n")
        if not rows[-1]:  # nothing stands behind the last line feed
            del rows[-1]
        return [*accumulate([len(row) + 1 for row in rows], initial=start)][: len(rows)], rows, frozenset()
    starts, rows, breaks = [], [], set()
    for match in _LINE_END.finditer(text, start):
        if text[match.start()] in _PARAGRAPH_ENDS:
            breaks.add(len(rows))
        starts.append(start)
        rows.append(safe[start : match.start()])
        start = match.end()
    if start < len(text):
        starts.append(start)
        rows.append(safe[start:])
    return starts, rows, breaks


def _has_line_feeds_only(text: str, safe: str) -> bool:
    """Say whether LF is the only line end: no safe text holds another but U+2028 and U+2029."""
    return safe == text and "\u2028" not in text and "\u2029" not in text


def count_quoted(text: str, safe: str, start: int = 0) -> int:
    """Return how many lines open with the ``>`` of a quoted mail (RFC 3676), 0 unless all that have text do.

    Args and line ends as of ``split_lines``.
    """
    if not safe[start : start + 80].lstrip().startswith(">"):
        return 0
    rows = [row for row in _rows(text, safe, start)[1] if row.strip()]
    return len(rows) if len(rows) >= _QUOTED and all(row.lstrip().startswith(">") for row in rows) else 0


def without_quote_marks(text: str, safe: str, start: int = 0) -> str:
    """Return *safe* with blanks for the marks at the head of each line from *start* on; its length stays."""
    pieces, reached = [safe[:start]], start
    starts, rows, _ = _rows(text, safe, start)
    for low, row in zip(starts, rows, strict=True):
        marks = _QUOTE_MARKS.match(row)
        if marks is not None:
            pieces += safe[reached:low], " " * marks.end()
            reached = low + marks.end()
    return "".join([*pieces, safe[reached:]])


def split_lines(text: str, safe: str, start: int = 0, *, plain: bool = False) -> tuple[list[Line], tuple[int, ...]]:
    """Split *text* from offset *start* into physical lines.

    Args:
        text: decoded text.
        safe: the same text after ``safe_text``, of the same length.
        start: offset where the first line begins.
        plain: what ``is_plain`` says of *text*, if it was asked.

    Returns:
        The lines that have content, in order; and where each physical line starts, blank ones as well.

    Rule: UAX #14 classes BK, CR, LF, NL; a form feed or U+2029 also ends the paragraph.
    """
    starts, rows, breaks = _rows(text, safe, start)
    wide = not plain and has_east_asian(safe)
    lines: list[Line] = []
    for index, row in enumerate(rows):
        # What the built-in takes off besides blanks, line ends and controls, is not in it.
        if content := row.strip():
            length = len(content)
            before = row.find(content) if length < len(row) else 0
            indent = _indent(row[:before]) if before else 0
            low = starts[index] + before
            width = columns_of(content) if wide else length
            lines.append(Line(index, low, low + length, indent, width, index in breaks, content))
    return lines, tuple(starts)
