# SPDX-License-Identifier: Apache-2.0
"""Tables of figures as lines of text: a tab between columns, so that each figure stays under its heading.

Rule: HTML, 4.9.12.1 (forming a table).  The text of a cell that spans columns or rows stands once, in its first place;
the other places are empty, as are those of empty cells.  Columns and rows in which nothing stands are left out, as are
the empty places behind the last text of a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from docforge.records import dataclass

__all__ = ["Cell", "lines_of", "span_of"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell."""

    text: str
    """In one line; empty where nothing stands."""
    across: int = 1
    """Columns."""
    down: int | None = 1
    """Rows; None for all that are left in its group."""


_WIDEST = 1_000
"""Most columns of a cell (HTML, 4.9.11)."""
_PLACES = 8
"""So many places for each cell given, and no more: spans of a real table stay far below."""
_SPAN = re.compile(r"\s*\+?0*(\d{1,6})")


def span_of(value: str | None) -> int:
    """Return what ``colspan`` or ``rowspan`` says; 1 where it says nothing, 0 where it says so."""
    match = _SPAN.match(value) if value is not None else None
    return min(int(match[1]), _WIDEST) if match is not None else 1


def lines_of(groups: Iterable[Sequence[Sequence[Cell]]]) -> list[str] | None:
    """Return a line for each row that has text, or None where spans claim far more places than there are cells.

    Args:
        groups: groups of rows (``thead``, ``tbody``, ``tfoot``), beyond which no cell reaches down.

    Cost: linear in the cells, whatever their spans.
    """
    rows: list[list[tuple[int, str]]] = []
    places = _WIDEST
    for group in groups:
        places += _PLACES * sum(map(len, group))
        reached: dict[int, int] = {}
        """The first row below what reaches down, by column."""
        for number, row in enumerate(group):
            placed: list[tuple[int, str]] = []
            column = 0
            for cell in row:
                while reached.get(column, 0) > number:
                    column += 1
                    places -= 1
                if cell.text:
                    placed.append((column, cell.text))
                if cell.down != 1:
                    below = len(group) if cell.down is None else number + cell.down
                    for taken in range(column, column + cell.across):
                        reached[taken] = max(below, reached.get(taken, 0))
                    places -= cell.across
                if places < 0:
                    return None
                column += cell.across
            if placed:
                rows.append(placed)
    ranks = {column: rank for rank, column in enumerate(sorted({column for row in rows for column, _ in row}))}
    if sum(ranks[row[-1][0]] for row in rows) > places:
        return None
    return [_line({ranks[column]: text for column, text in row}) for row in rows]


def _line(texts: dict[int, str]) -> str:
    return "\t".join(texts.get(rank, "") for rank in range(max(texts) + 1))
