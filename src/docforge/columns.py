# SPDX-License-Identifier: Apache-2.0
"""The columns of preformatted text: which texts have them, and where the cells of each begin.

Lines are rows, tabs stand between cells.  Every format moves its tabs to what is worked out here; only how wide a
cell is differs.  Knows no fonts and no formats.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate

from docforge.patterns import has_east_asian, lazily

__all__ = ["NO_WIDTH", "TAB_COLUMNS", "character_stops", "columns_of", "display_columns", "rows_of", "tab_stops"]

_BETWEEN_CELLS = re.compile(r"\S *\t[\t ]*\S")
_GAPS_EM = (1.5, 0.75)
"""Between the widest cell of a column and the next column; the second one where the first leaves too little room."""
_ROOM_OF_LAST = 1 / 4
"""A longer last cell may be broken into lines; what is up to this part of the measure never is."""
TAB_COLUMNS = 8
"""Columns from one tab stop to the next where none is set."""
_GAP_COLUMNS = 2
_ROOM_COLUMNS = 60
"""About as many characters of a fixed-width font as a line is wide on a wide screen."""
_WIDE = lazily(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60"
    "\uffe0-\uffe6\U0001f300-\U0001f64f\U0001f900-\U0001f9ff\U00020000-\U0003fffd]"
)
"""Characters two columns wide (UAX #11, East Asian Width W and F, in whole blocks)."""
NO_WIDTH = lazily(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2069]"
)
"""Marks above and below letters, and signs that only direct or join: they take no room of their own."""


def rows_of(text: str) -> list[list[str]]:
    """Return the cells of each line of *text*; nothing where its tabs make no columns.

    Tabs that only indent lines make none.  Nor do those that were set by hand until the cells stood below each
    other at the usual stops, one tab behind a long name and two behind a short one.
    """
    if "\t" not in text or _BETWEEN_CELLS.search(text) is None:
        return []
    rows = [line.split("\t") for line in text.split("\n")]
    return [] if "\t\t" in text and _are_set_by_hand(rows) else rows


def _are_set_by_hand(rows: Iterable[Sequence[str]]) -> bool:
    """Say whether the cells begin at fewer places with stops every eight characters than with columns by number."""
    numbers: set[int] = set()
    places: set[int] = set()
    for row in rows:
        place = 0
        for number, cell in enumerate(row):
            if number and cell and not cell.isspace():
                numbers.add(number)
                places.add(place)
            place = (place + display_columns(cell)) // TAB_COLUMNS * TAB_COLUMNS + TAB_COLUMNS
    return len(places) < len(numbers)


def tab_stops(rows: Iterable[Sequence[float]], em: float, room: float) -> tuple[float, ...]:
    """Return where each column but the first begins.

    Args:
        rows: width of each cell of each line.
        em: size of the type.
        room: width of a line.

    All lengths have one unit.  Nothing is returned where the columns do not fit into *room*.
    """
    before: list[float] = []
    """The widest cell of each column that has a tab behind it."""
    last: list[float] = []
    """The widest one of each column that ends its line."""
    for row in rows:
        ending = len(row) - 1
        if ending < 1:
            continue
        if len(before) <= ending:
            more = ending + 1 - len(before)
            before += [0.0] * more
            last += [0.0] * more
        for number in range(ending):
            before[number] = max(before[number], row[number])
        last[ending] = max(last[ending], row[ending])
    for gap in _GAPS_EM:
        stops = tuple(accumulate([width + gap * em for width in before[:-1]]))
        longest = room * _ROOM_OF_LAST
        if all(stop + min(width, longest) <= room for stop, width in zip(stops, last[1:], strict=True)):
            return stops
    return ()


def character_stops(text: str) -> tuple[int, ...]:
    """Return where each column of *text* but the first begins in a fixed-width font, in characters; empty for none."""
    widths = ([display_columns(cell) for cell in row] for row in rows_of(text))
    return tuple(round(stop) for stop in tab_stops(widths, _GAP_COLUMNS / _GAPS_EM[0], _ROOM_COLUMNS))


def columns_of(text: str) -> int:
    """Return the columns that *text* takes in a fixed-pitch font, each mark for one as where a line was counted."""
    return len(text) if not has_east_asian(text) else len(text) + len(_WIDE.findall(text))


def display_columns(text: str) -> int:
    """Return the columns that *text* takes in a fixed-pitch font when it is shown: marks take none."""
    return len(text) if text.isascii() else columns_of(text) - len(NO_WIDTH.findall(text))
