# SPDX-License-Identifier: Apache-2.0
"""Typeset lines -> marked content on the canvas.

``Pen`` turns boxes into text operators and remembers the text state of the page; ``TextInk`` draws the
slices of one block into its structure elements.

What it must not know: presentations, page geometry.

Rule: ISO 32000-1, 9.4 (text objects), 14.6 and 14.7 (marked content, structure), 14.8.2.3.3 (reverse-order
show strings).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from operator import attrgetter

from docforge.records import dataclass
from docforge.typeset import Box, Face, Line, Placeholder, Shaped
from docforge.write.pdf.canvas import Element, TaggedCanvas
from docforge.write.pdf.embed import EmbeddedFonts
from docforge.write.pdf.glyphs import outline

__all__ = ["READING_ORDER", "InlineElement", "Mark", "Pen", "TextInk", "colour_operands"]

READING_ORDER = attrgetter("text_start")
_EXPANDS, _MEMO = attrgetter("expands"), attrgetter("memo")


@lru_cache(maxsize=256)
def colour_operands(colour: str) -> str:
    """Return ``#rrggbb`` as three numbers from 0 to 1."""
    return " ".join(f"{int(colour[i : i + 2], 16) / 255:.3g}" for i in (1, 3, 5))


class Pen:
    """Writes text operators; sets font and colour only where they change."""

    def __init__(self, canvas: TaggedCanvas, fonts: EmbeddedFonts) -> None:
        self.canvas, self.fonts = canvas, fonts
        self._page = 0
        self._face: Face | None = None
        self._size = 0.0
        self._colour = ""
        self._in_text = False
        self._drawn: set[Shaped] = set()
        """Where plain pieces in the font that is set are noted."""

    def show(self, box: Box, x: float, y: float) -> None:
        """Draw *box* with its origin at (*x*, *y*)."""
        pieces, size = box.pieces, box.size_pt
        first = pieces[0]
        if first.placeholder is not None:
            self._show_placeholder(box, first.placeholder, x, y)
            return
        if first.face is not self._face or size != self._size or box.colour != self._colour or not self._in_text:
            self._prepare(box)
        if first.rtl:
            self._show_leftwards(box, x, y)
            return
        parts: list[str] = list(map(_MEMO, pieces))
        if None in parts:
            parts = self.fonts.operands(pieces, size)
        else:
            self._drawn.update(pieces)
        if not box.gap_pt:
            array = "".join(parts).replace(")(", "")
        else:
            gap = f" {-box.gap_pt * 1000 / size:.0f}"
            if False in map(_EXPANDS, pieces[:-1]):
                parts = [part + gap if piece.expands else part for part, piece in zip(parts, pieces, strict=True)]
                array = "".join(parts).replace(")(", "")
            else:  # the gap after the last one would be white
                array = gap.join(parts)
        shown = f"1 0 0 1 {x:.2f} {y:.2f} Tm[{array}]TJ"
        self.canvas._code.append(f"{box.track_pt:.4f} Tc {shown} 0 Tc" if box.track_pt else shown)

    def end_text(self) -> None:
        """Close the text object, if one is open."""
        if self._in_text:
            self._in_text = False
            self.canvas._code.append("ET")

    def detached(self, draw: Callable[[], None]) -> list[str]:
        """Return what *draw* shows as operators of their own, for another place than the current page."""
        before = self.canvas._code, self._page, self._face, self._size, self._colour
        code: list[str] = []
        self.canvas._code = code
        self._page, self._face, self._colour = self.canvas.page, None, ""
        draw()
        self.end_text()
        self.canvas._code, self._page, self._face, self._size, self._colour = before
        return code

    def _prepare(self, box: Box) -> None:
        """Open a text object and set font and colour as *box* needs them."""
        code = self.canvas._code
        if not self._in_text:
            self._in_text = True
            code.append("BT")
            if self._page != self.canvas.page:
                self._page, self._face, self._colour = self.canvas.page, None, ""
        face = box.pieces[0].face
        if face is not self._face or box.size_pt != self._size:
            self._face, self._size = face, box.size_pt
            code.append(f"/{self.fonts.name(face)} {box.size_pt:g} Tf")
        self._drawn = self.fonts.drawn(face)
        if box.colour != self._colour:
            self._colour = box.colour
            code.append(f"{colour_operands(box.colour)} rg")

    def _show_leftwards(self, box: Box, x: float, y: float) -> None:
        """Show right-to-left text glyph by glyph in reading order, so that the content is in logical order.

        The repeated font keeps extractors that turn right-to-left strings round from joining the glyphs first.
        """
        em = box.size_pt / 1000
        font = f"/{self.fonts.name(box.face)} {box.size_pt:g} Tf"
        origins: list[float] = []
        for piece in box.pieces:
            if piece.expands:
                x += box.gap_pt
            origins.append(x)
            x += piece.width * em
        code = self.canvas._code
        at_x, at_y = 0.0, 0.0
        code.append("1 0 0 1 0 0 Tm")
        for piece, origin in zip(reversed(box.pieces), reversed(origins), strict=True):
            for operand, step_x, rise in self.fonts.steps(piece):
                to_x, to_y = round(origin + step_x * em, 2), round(y + rise * em, 2)
                code.append(f"{font} {to_x - at_x:.2f} {to_y - at_y:.2f} Td{operand}Tj")
                at_x, at_y = to_x, to_y

    def _show_placeholder(self, box: Box, placeholder: Placeholder, x: float, y: float) -> None:
        """Draw a frame with the code point; the character itself is there as invisible text."""
        self.end_text()
        em = box.size_pt / 1000
        left, bottom, right, top = (value * em for value in placeholder.frame)
        code = self.canvas._code
        code.append(
            f"q {colour_operands(box.colour)} RG {colour_operands(box.colour)} rg {placeholder.stroke * em:.2f} w "
            f"{x + left:.2f} {y + bottom:.2f} {right - left:.2f} {top - bottom:.2f} re S"
        )
        for row, row_x, row_y in placeholder.rows:
            code += outline(row, x + row_x * em, y + row_y * em, box.size_pt * placeholder.scale)
        code.append("Q")
        operand, advance = self.fonts.invisible(box.face, box.text)
        # Stretched to the frame, so that selecting the character marks the frame.
        stretch = max(1.0, box.pieces[0].width / advance * 100) if advance else 100.0
        code.append(
            f"q BT 3 Tr /{self.fonts.name(box.face)} {box.size_pt:g} Tf {stretch:.1f} Tz "
            f"1 0 0 1 {x:.2f} {y:.2f} Tm[{operand}]TJ ET Q"
        )


@dataclass(slots=True)
class InlineElement:
    """A stretch of a paragraph that has a structure element of its own."""

    tag: str
    """``Link``, ``Quote`` or ``Span``."""
    language: str = ""
    url: str = ""
    text: str = ""
    """What a link's annotation says it is."""
    element: Element | None = None


@dataclass(slots=True)
class Mark:
    """Where a block begins; filled when it is drawn."""

    title: str
    level: int
    language: str
    page: int = 0
    """Object number; 0 while it is not drawn."""
    index: int = 0
    """Number of the page in the document, from 0."""
    top: float = 0.0


@dataclass(slots=True)
class TextInk:
    """Draws one block into *element*, stretches of it into elements of their own."""

    pen: Pen
    element: Element
    leading: float
    baseline: float
    """From the top of a line's slot to its baseline."""
    inlines: dict[int, InlineElement] = field(default_factory=dict)
    """By ``StyledRun.index``; runs that are not here belong to *element*."""
    label: tuple[Element, Sequence[Box], float] | None = None
    """A list item's marker: its element, boxes, and x relative to the block's left edge."""
    marks: Sequence[Mark] = ()
    bar: tuple[str, float] | None = None
    """Colour and x, relative to the block's left edge, of a rule beside the block."""

    dots: Mapping[int, float] = field(default_factory=dict)
    """By ``StyledRun.index``: height of a dot beside each character, from the baseline in parts of the type size."""
    rule_colour: str = ""
    rule_width: float = 0.0
    rule_above: float = 0.0
    """Distance of a rule above the first line; 0 for none, as ``rule_below``."""
    rule_below: float = 0.0

    def draw(self, lines: Sequence[Line], x: float, top: float, *, first: bool, last: bool) -> None:
        """Draw a slice (see ``flow.Ink``)."""
        canvas = self.pen.canvas
        if first:
            self._begin(x, top)
        if self.bar is not None:
            self._draw_bar(x, top, len(lines) * self.leading)
        if first and self.rule_above:
            self._draw_rule(x, top + self.rule_above)
        if last and self.rule_below:
            self._draw_rule(x, top - len(lines) * self.leading - self.rule_below)
        current: Element | None = None
        y = top - self.baseline
        show, inlines = self.pen.show, self.inlines
        for line in lines:
            areas: dict[int, list[float]] | None = None
            dots: list[str] | None = None
            for box in line.boxes if len(line.boxes) < 2 else sorted(line.boxes, key=READING_ORDER):
                inline = inlines.get(box.run)
                element = self.element if inline is None else self._inline(inline)
                if element is not current:
                    if current is not None:
                        self._end()
                    canvas.begin_content(element)
                    current = element
                show(box, x + box.x_pt, y)
                if box.run in self.dots:
                    dots = [*(dots or ()), *_dots(box, x + box.x_pt, y + self.dots[box.run] * box.size_pt)]
                if inline is not None and inline.url:
                    areas = areas or {}
                    _widen(areas.setdefault(box.run, []), box, x + box.x_pt)
            if dots:
                # They are no text: who copies or hears it gets the words alone.
                self._end()
                current = None
                with canvas.artifact():
                    canvas._code += dots
            for run, (left, right) in areas.items() if areas else ():
                self._link(inlines[run], left, right, y)
            y -= self.leading
        if current is not None:
            self._end()
        if last:
            self._finish()

    def _begin(self, x: float, top: float) -> None:
        canvas = self.pen.canvas
        for mark in self.marks:
            mark.page, mark.index, mark.top = canvas.page, canvas.pages, min(top + 6, canvas._pagesize[1])
        if self.label is not None:
            element, boxes, offset = self.label
            canvas.begin_content(element)
            for box in sorted(boxes, key=READING_ORDER):
                self.pen.show(box, x + offset + box.x_pt, top - self.baseline)
            self._end()
            canvas.close_element(element)

    def _draw_bar(self, x: float, top: float, height: float) -> None:
        colour, offset = self.bar or ("#000000", 0.0)
        with self.pen.canvas.artifact():
            self.pen.canvas._code.append(
                f"q {colour_operands(colour)} rg {x + offset:.2f} {top - height:.2f} 1.5 {height:.2f} re f Q"
            )

    def _draw_rule(self, x: float, y: float) -> None:
        with self.pen.canvas.artifact():
            self.pen.canvas._code.append(
                f"q {colour_operands(self.rule_colour)} rg {x:.2f} {y:.2f} {self.rule_width:.2f} 0.75 re f Q"
            )

    def _inline(self, inline: InlineElement) -> Element:
        if inline.element is None:
            inline.element = self.pen.canvas.open_element(inline.tag, self.element, language=inline.language)
        return inline.element

    def _link(self, inline: InlineElement, left: float, right: float, y: float) -> None:
        if inline.element is not None:
            rectangle = (left, y - self.leading * 0.25, right, y + self.leading * 0.65)
            self.pen.canvas.link(inline.element, rectangle, inline.url, inline.text)

    def _end(self) -> None:
        self.pen.end_text()
        self.pen.canvas.end_content()

    def _finish(self) -> None:
        canvas = self.pen.canvas
        for inline in self.inlines.values():
            if inline.element is not None:
                canvas.close_element(inline.element)
        canvas.close_element(self.element)


_DOT_RADIUS = 0.07
"""In parts of the type size."""
_BARE = frozenset("PZC")
"""General categories whose characters carry no mark (CSS Text Decoration 3, 3.4)."""


def _dots(box: Box, x: float, y: float) -> list[str]:
    """Operators for a dot at the height *y* for each character of *box*, which starts at *x*."""
    em = box.size_pt / 1000
    side = 2 * _DOT_RADIUS * box.size_pt
    # A line of no length with round ends is a disc (ISO 32000-1, 8.4.3.3).
    code = [f"q {colour_operands(box.colour)} RG 1 J {side:.2f} w"]
    for piece in box.pieces:
        if piece.expands and piece.rtl:
            x += box.gap_pt
        for cluster in piece.clusters:
            own = piece.advances[cluster.first : cluster.first + cluster.glyphs]
            tracked = sum(1 for advance in own if advance)
            width = sum(own) * em
            if unicodedata.category(cluster.text[0])[0] not in _BARE:
                code.append(f"{x + width / 2:.2f} {y:.2f} m {x + width / 2:.2f} {y:.2f} l S")
            x += width + tracked * box.track_pt
        if piece.expands and not piece.rtl:
            x += box.gap_pt
    return [*code, "Q"]


def _widen(area: list[float], box: Box, x: float) -> None:
    gaps = sum(1 for piece in box.pieces if piece.expands)
    right = x + sum(piece.width for piece in box.pieces) * box.size_pt / 1000 + gaps * box.gap_pt
    if area:
        area[:] = [min(area[0], x), max(area[1], right)]
    else:
        area[:] = [x, right]
