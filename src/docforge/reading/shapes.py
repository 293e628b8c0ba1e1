# SPDX-License-Identifier: Apache-2.0
"""Lines whose breaks carry meaning: list items, simple tables, verse and addresses.

Comes in: lines that stand together.  Goes out: which of them keep their breaks.  Asks for more evidence than one
line can give, because a line kept apart is still readable and a table run together is not.  Linear.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from docforge.columns import columns_of
from docforge.patterns import lazily
from docforge.reading.lines import Line
from docforge.reading.wraps import Measure, ends_sentence
from docforge.records import dataclass

__all__ = ["Marker", "find_marker", "is_set_apart", "is_verse", "table_runs"]

# A bullet, a dash, or a short number or letter with its point or brackets, then blanks, then text.
_MARKER = lazily(
    r"(?:(?P<bullet>[•‣▪▫●○◦■□◆◇★☆►▶✓✔·∙*・])[ \t\u00a0\u3000]{0,8}|(?P<dash>[-–—])[ \t\u00a0]{1,8}"
    r"|(?P<number>\(?\d{1,3}[.)）])[ \t\u00a0]{1,8}|(?P<wide>(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、．]|[①-⑳])"
    r"|(?P<letter>\(?[a-zA-Z]\)|[a-z]\.)[ \t\u00a0]{1,8})(?=\S)"
)


_NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Marker:
    """The marker that opens a list item."""

    kind: str
    """``bullet``, ``dash``, ``number``, ``wide`` or ``letter``."""
    hang: int
    """Column where the item's text starts."""


def find_marker(line: Line) -> Marker | None:
    """Return the list marker at the start of *line*, if one is there."""
    first = line.text[0] if line.text else ""
    if first.isalpha() and line.text[1:2] not in (".", ")") and first not in _NUMERALS:
        return None
    match = _MARKER.match(line.text)
    if match is None or (first == "*" and line.text[match.end() - 1] == "*" and match.end() == 1):
        return None
    return Marker(match.lastgroup or "", line.indent + columns_of(match[0]))


# -- tables ----------------------------------------------------------------------------------

_MARKER_TAB = lazily(r"(?:[•‣▪▫●○◦■□◆◇►▶✓✔·∙*–—-]|\(?\d{1,3}[.)）]|\(?[a-zA-Z][.)])[ \u00a0]?\t")
"""A tab behind the marker of an item, as word processors set it, parts no cells."""
_GAP = lazily(r"(?<=\S) {2,}(?=\S)")
_SENTENCE_GAP = lazily(r"[.!?:;,] {2}(?! )")
_WIDEST_ROW = 400


def _ruled(line: Line) -> int:
    """Cells of a row ruled with bars or tabs, negative for tabs; 0 for anything else."""
    if line.width > _WIDEST_ROW:
        return 0
    bars = line.text.count("|")
    if bars >= 2:
        return bars - line.text.startswith("|") - line.text.endswith("|") + 1
    tabs = line.text.count("\t")
    return -(tabs - (_MARKER_TAB.match(line.text) is not None)) if tabs else 0


def _edges(line: Line) -> frozenset[int]:
    """Columns where a cell after a gap starts (positive) or one before a gap or the row ends (negative)."""
    if line.width > _WIDEST_ROW or "  " not in line.text:
        return frozenset()
    gaps = [gap for gap in _GAP.finditer(line.text) if not _SENTENCE_GAP.match(line.text, gap.start() - 1)]
    found = set()
    for gap in gaps:
        found.add(line.indent + columns_of(line.text[: gap.end()]))
    if gaps:
        found.add(-line.full)
        found.update(-(line.indent + columns_of(line.text[: gap.start()])) for gap in gaps[1:])
    return frozenset(found)


def table_runs(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return the half-open runs in *lines* that form tables: rows ruled alike, or cells in line.

    House rule: two rows with bars, two with two tabs, three with one tab, or three rows with gaps of two blanks
    or more of which four in five share a cell edge.
    """
    runs: list[tuple[int, int]] = []
    text = "\n".join([line.text for line in lines])
    if not ("\t" in text or "|" in text or "  " in text):
        return runs  # no row has cells
    start = 0
    while start < len(lines):
        end = _ruled_end(lines, start)
        if not end:
            # a run of gapped rows is looked at once, whatever comes of it: the cost stays in step with its length
            end, aligned = _aligned_run(lines, start)
            if not aligned:
                start = max(end, start + 1)
                continue
        runs.append((start, end))
        start = end
    return runs


def _ruled_end(lines: Sequence[Line], start: int) -> int:
    cells = _ruled(lines[start])
    if cells == 0:
        return 0
    end = start + 1
    while end < len(lines) and _ruled(lines[end]) == cells:
        end += 1
    least = 2 if cells > 0 or cells <= -2 else 3
    return end if end - start >= least else 0


def _aligned_run(lines: Sequence[Line], start: int) -> tuple[int, bool]:
    """Return the end of the run of gapped rows from *start*, and whether its cells stand in line."""
    rows: list[frozenset[int]] = []
    end = start
    while end < len(lines) and not (end > start and _ruled(lines[end])):
        edges = _edges(lines[end])
        if not edges:
            break
        rows.append(edges)
        end += 1
    if len(rows) < 3:
        return end, False
    counted = Counter(edge for row in rows for edge in row)
    _, shared = counted.most_common(1)[0]
    return end, shared * 5 >= len(rows) * 4


# -- verse and addresses ---------------------------------------------------------------------

_VERSE_ENDS = frozenset(",;:—–،؛，；")
_LONGEST_VERSE_LINE = 60


def is_verse(lines: Sequence[Line]) -> bool:
    """Say whether a block of its own is a stanza: short ragged lines, a third of which end in a comma or the like."""
    if not 3 <= len(lines) <= 60 or any(line.width > _LONGEST_VERSE_LINE for line in lines):
        return False
    if any(line.width < 6 or find_marker(line) is not None for line in lines):
        return False
    paused = sum(line.text[-1] in _VERSE_ENDS for line in lines[:-1])
    ended = sum(ends_sentence(line.text) for line in lines[:-1])
    capitals = sum(line.text[0].isupper() or line.text[0] in '"“«„‘' for line in lines)
    return paused >= 2 and paused * 3 >= len(lines) and ended * 2 <= len(lines) and capitals * 5 >= len(lines) * 3


def is_set_apart(lines: Sequence[Line], measure: Measure | None) -> bool:
    """Say whether a block of its own, in copy that starts at the margin, is indented and ragged: verse, an address.

    The caller knows that the copy around starts at the margin.
    """
    if not 2 <= len(lines) <= 60 or any(line.indent < 2 for line in lines):
        return False
    limit = min(_LONGEST_VERSE_LINE, measure.columns if measure is not None else _LONGEST_VERSE_LINE)
    if any(line.full > limit + 8 or line.width > limit or find_marker(line) is not None for line in lines):
        return False
    return sum(ends_sentence(line.text) for line in lines[:-1]) * 3 <= len(lines)
