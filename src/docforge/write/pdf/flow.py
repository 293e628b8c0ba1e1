# SPDX-License-Identifier: Apache-2.0
"""Typeset lines -> filled pages: where a block stands, where it splits, what is drawn in which order.

A block is laid out once; pages take slices of its lines.  Positions are kept for one page at a time,
as distances from the top of the text area, then drawn and forgotten.

What it must not know: presentations, labels, fonts files, PDF objects.

House rules: at least two lines of a paragraph stay together at each side of a break; a block that keeps
with the next never ends a column; body text stands on a grid of half its leading.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field
from math import ceil
from typing import Protocol

from docforge.errors import LimitError
from docforge.records import dataclass
from docforge.typeset import Line

__all__ = ["Area", "Block", "Flow", "Slot"]

_MINIMUM = 2
"""Lines of a paragraph that stay together at the foot and at the head of a column."""
_EPSILON = 0.01


@dataclass(frozen=True, slots=True)
class Area:
    """The text area of a page in points, origin at the lower left corner of the paper."""

    left: float
    top: float
    width: float
    height: float
    columns: int
    gap: float
    grid: float
    """Body text starts at multiples of this below ``top``."""

    @property
    def column_width(self) -> float:
        """Width of one column."""
        return (self.width - self.gap * (self.columns - 1)) / self.columns


class Ink(Protocol):
    """Draws slices of one block; made by the writer, called once per column that holds a part."""

    def draw(self, lines: Sequence[Line], x: float, top: float, *, first: bool, last: bool) -> None:
        """Draw *lines*, the first slot of which starts at height *top*."""


@dataclass(slots=True)
class Block:
    """One paragraph-like piece, laid out and not yet placed."""

    lines: tuple[Line, ...]
    leading: float
    before: float
    after: float
    ink: Ink
    left: float = 0.0
    """From the column's left edge."""
    keep: bool = False
    """Stays with the block that follows."""
    whole: bool = False
    """Is not split unless it is higher than a column."""
    wide: bool = False
    """Runs over all columns; only at the head of a section."""

    @property
    def height(self) -> float:
        """Of all lines, without the space before and after."""
        return len(self.lines) * self.leading


@dataclass(frozen=True, slots=True)
class Slot:
    """A slice of a block and where it stands."""

    block: Block
    start: int
    stop: int
    x: float
    """Left edge in points from the paper's left edge."""
    y: float
    """Distance of the slice's top from the top of the text area."""


@dataclass(slots=True)
class Flow:
    """Fills pages with blocks."""

    area: Area
    end_page: Callable[[list[Slot]], None]
    """Called with what stands on a page, in reading order, when it is full or the section ends."""
    page_limit: int
    pages: int = 0
    right_to_left: bool = False
    """The first column of a page is the right one."""
    _slots: list[Slot] = field(default_factory=list)
    _chain: list[Block] = field(default_factory=list)
    _column: int = 0
    _y: float = 0.0
    """Where the last block ends, its space after included."""
    _top: float = 0.0
    """Where the columns of this page start, below what runs over all of them."""
    _opening: bool = True
    """Nothing has been placed in this section yet."""
    _limit: float = 0.0
    """Height that columns are filled to while the last page is balanced; 0 for all of it."""

    def add(self, block: Block) -> None:
        """Place *block* after all others; blocks that keep with the next wait for it."""
        self._chain.append(block)
        if not block.keep:
            self._place_chain()

    def end_section(self) -> None:
        """Place what waits and finish the page; the next block starts a new one."""
        self._place_chain()
        if self._slots:
            self._balance()
            self._new_page()
        self._opening = True

    # -- chains ---------------------------------------------------------------------------

    def _place_chain(self, start: int = 0) -> None:
        chain, self._chain = self._chain, []
        if not chain:
            return
        fits_here = self._is_fresh or self._bottom(chain, self._y) <= self._height + _EPSILON
        if not fits_here and self._bottom(chain, self._top) <= self._height + _EPSILON:
            self._new_column()
        for block in chain:
            self._place(block, start)
            start = 0

    def _bottom(self, chain: Sequence[Block], y: float) -> float:
        """Return where the chain with the first lines of its last block would end if it stood below *y*."""
        for block in chain[:-1]:
            y = self._below(block, y) + block.height + block.after
        last = chain[-1]
        head = len(last.lines) if last.whole or len(last.lines) <= _MINIMUM + 1 else _MINIMUM
        return self._below(last, y) + head * last.leading

    # -- one block --------------------------------------------------------------------------

    def _place(self, block: Block, start: int = 0) -> None:
        if not block.wide and self._column == 0 and self._top == 0.0 and self._is_wide_page:
            self._top = self._snapped(self._y)
        total = len(block.lines)
        y = self._start(block)
        while start < total:
            room = int((self._height - y + _EPSILON) // block.leading)
            stop = self._stop(block, start, room)
            if stop > start:
                x = self.area.left if block.wide else self._x
                self._slots.append(Slot(block, start, stop, x + block.left, y))
                self._y = y + (stop - start) * block.leading
                start = stop
            if start < total:
                self._new_column()
                y = self._y
        self._y += block.after
        self._opening = False

    def _start(self, block: Block) -> float:
        if self._is_fresh and not self._opening:
            return self._y
        return self._below(block, self._y)

    def _below(self, block: Block, y: float) -> float:
        y += block.before
        return self._snapped(y) if self._on_grid(block) else y

    def _stop(self, block: Block, start: int, room: int) -> int:
        """Return where to cut: after *room* lines at most, widows and orphans seen to."""
        left = len(block.lines) - start
        if left <= room:
            return start + left
        if self._is_fresh and (room >= _MINIMUM or not self._top):
            # Something must be placed, or nothing ever is.
            room = max(room, 1)
            return start + (room - 1 if left - room < _MINIMUM <= room - 1 else room)
        if block.whole and left * block.leading <= self.area.height:
            return start
        if left - room < _MINIMUM:
            room = left - _MINIMUM
        return start + room if room >= _MINIMUM else start

    def _on_grid(self, block: Block) -> bool:
        units = block.leading / self.area.grid
        return abs(units - round(units)) < _EPSILON

    def _snapped(self, y: float) -> float:
        return ceil((y - _EPSILON) / self.area.grid) * self.area.grid

    # -- columns and pages ----------------------------------------------------------------

    @property
    def _is_fresh(self) -> bool:
        """Nothing stands in this column yet."""
        return not self._slots if self._column == 0 and not self._top else self._y <= self._top + _EPSILON

    @property
    def _is_wide_page(self) -> bool:
        return self.area.columns > 1 and bool(self._slots) and all(slot.block.wide for slot in self._slots)

    @property
    def _x(self) -> float:
        column = self.area.columns - 1 - self._column if self.right_to_left else self._column
        return self.area.left + (self.area.column_width + self.area.gap) * column

    @property
    def _height(self) -> float:
        return self._limit or self.area.height

    def _new_column(self) -> None:
        if self._column + 1 < self.area.columns and not self._is_wide_page:
            self._column += 1
            self._y = self._top
        else:
            self._new_page()

    def _new_page(self) -> None:
        slots, self._slots = self._slots, []
        self._column, self._y, self._top = 0, 0.0, 0.0
        self.pages += 1
        if self.pages > self.page_limit:
            raise LimitError(f"the PDF has more than {self.page_limit:,} pages: split the input into volumes")
        self.end_page(slots)

    def _balance(self) -> None:
        """Make the columns of the section's last page end at one height."""
        narrow = [slot for slot in self._slots if not slot.block.wide]
        if self.area.columns == 1 or len(narrow) == 0:
            return
        kept, state = list(self._slots), (self._column, self._y, self._top)
        used = sum(slot.block.before + (slot.stop - slot.start) * slot.block.leading for slot in narrow)
        height = self._snapped(self._top + used / self.area.columns)
        while height < self.area.height:
            self._limit = height
            if self._fits_again(kept, state[2]):
                break
            height += self.area.grid
        else:
            self._slots, (self._column, self._y, self._top) = kept, state
        self._limit = 0.0

    def _fits_again(self, slots: Sequence[Slot], top: float) -> bool:
        """Place the narrow blocks of *slots* anew below *top* and say whether they stayed on the page."""
        self._slots = [slot for slot in slots if slot.block.wide]
        self._column, self._y, self._top = 0, top, top
        pages, end_page, opening = self.pages, self.end_page, self._opening
        overfull: list[bool] = []
        self.end_page = lambda _: overfull.append(True)
        self._opening = not self._slots
        seen: set[int] = set()
        start = 0
        for slot in slots:
            if slot.block.wide or id(slot.block) in seen:
                continue
            seen.add(id(slot.block))
            if not self._chain:
                start = slot.start
            self._chain.append(slot.block)
            if not slot.block.keep:
                # What belongs together and is higher than these columns would be torn apart.
                if self._bottom(self._chain, self._top) > self._height + _EPSILON:
                    overfull.append(True)
                self._place_chain(start)
            if overfull:
                break
        if self._chain and self._bottom(self._chain, self._top) > self._height + _EPSILON:
            overfull.append(True)
        self._place_chain(start)
        self.pages, self.end_page, self._opening = pages, end_page, opening
        # Columns of two or three lines leave no room for widows and orphans to be seen to.
        parts = {(id(slot.block), slot.start, slot.stop) for slot in slots}
        single = [slot for slot in self._slots if slot.stop - slot.start < min(_MINIMUM, len(slot.block.lines))]
        return not overfull and all((id(slot.block), slot.start, slot.stop) in parts for slot in single)
