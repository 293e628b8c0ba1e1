# SPDX-License-Identifier: Apache-2.0
"""The values that pass through typesetting: styled runs in, positioned lines out.

Units: ``*_pt`` are points; everything inside a ``Shaped`` is in 1/1000 em, so that one shaped
piece serves every type size.  Offsets into text count code points and are half-open.
Nothing here knows fonts files or PDF.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Literal, NamedTuple

from docforge.records import dataclass

if TYPE_CHECKING:
    from docforge.typeset.fonts import Face

__all__ = ["Align", "BaseDirection", "Box", "Cluster", "Line", "Placeholder", "Shaped", "StyledRun"]

Align = Literal["start", "center", "end", "justify"]
BaseDirection = Literal["ltr", "rtl", "auto"]


@dataclass(frozen=True, slots=True)
class StyledRun:
    """A stretch of one paragraph's text in one style and one language."""

    text: str
    """``\\n``, U+2028 and U+2029 force a line break; all other characters are set as they are."""
    lang: str
    """BCP 47 tag; decides letter shapes, Han forms and hyphenation."""
    family: str
    """``serif``, ``sans``, ``mono`` or the family name of a font that the catalogue found."""
    size_pt: float
    weight: int = 400
    italic: bool = False
    colour: str = "#000000"
    index: int = 0
    """Names the inline that the text came from; handed through to ``Box.run``."""
    hyphenate: bool = True
    """False keeps this run unhyphenated even where ``lay_out`` hyphenates (names, links)."""


class Cluster(NamedTuple):
    """The smallest piece of text that has glyphs of its own."""

    first: int
    """Index of its first glyph in the ``Shaped``."""
    glyphs: int
    """How many glyphs, at least 1."""
    text: str
    """The characters it stands for, in logical order."""


class Placeholder(NamedTuple):
    """How to draw a character that no font has: a frame with its code point inside.

    All lengths are 1/1000 em of the surrounding type size, from the piece's origin on the baseline.
    """

    frame: tuple[float, float, float, float]
    """Left, bottom, right, top of the outline to stroke."""
    stroke: float
    """Line width of the outline."""
    scale: float
    """Type size of the digits as a part of the surrounding type size."""
    rows: tuple[tuple[Shaped, float, float], ...]
    """Digits to draw: the shaped row, its x and its baseline y."""


class Shaped:
    """Glyphs of one piece of text in one face; shared, immutable, compared by identity.

    A piece is a word with the spaces that follow it, or less where the face, script, direction or
    run changes.  Glyphs stand in drawing order from left to right, also for right-to-left text.
    The same piece of text in the same face is the same object while it stays in the cache, so a
    consumer may memoise what it makes of it (key: the object itself, or ``memo``).
    """

    __slots__ = (
        "_clusters",
        "advances",
        "expands",
        "face",
        "gids",
        "memo",
        "placeholder",
        "rtl",
        "shrink",
        "stretch",
        "text",
        "trail",
        "width",
        "x_offsets",
        "y_offsets",
    )

    def __init__(
        self,
        face: Face,
        text: str,
        gids: array[int],
        advances: array[float],
        *,
        x_offsets: array[float] | None = None,
        y_offsets: array[float] | None = None,
        clusters: tuple[Cluster, ...] | None = None,
        rtl: bool = False,
        trail: float = 0.0,
        stretch: float = 0.0,
        shrink: float = 0.0,
        placeholder: Placeholder | None = None,
    ) -> None:
        self.face = face
        self.text = text
        """The piece in logical order."""
        self.gids = gids
        """Glyph ids of the font file (before subsetting). Empty only for a placeholder and for
        text that is invisible by nature (controls, selectors)."""
        self.advances = advances
        """One per glyph; equal to ``face.advance(gid)`` where shaping did not change it."""
        self.x_offsets = x_offsets
        """Glyph offsets to the right, or None when all are 0."""
        self.y_offsets = y_offsets
        """Glyph offsets upwards, or None when all are 0."""
        self._clusters = clusters
        self.rtl = rtl
        self.width = float(sum(advances)) if placeholder is None else placeholder.frame[2] + placeholder.frame[0]
        """Sum of the advances, trailing spaces included."""
        self.trail = trail
        """Width of the trailing spaces: right end for left-to-right, left end for right-to-left."""
        self.stretch = stretch
        """How far the space at its end stretches (at ratio 1), for justification."""
        self.shrink = shrink
        self.expands = stretch > 0
        """True where justification adds ``Box.gap_pt``: after the piece, or before it when ``rtl``."""
        self.memo: str | None = None
        """What a writer makes of the piece in every document."""
        self.placeholder = placeholder
        """Set when no font has the character: draw this instead of glyphs; ``text`` stays the
        character for extraction."""

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """The text of the glyphs, in glyph order; together they cover every glyph and all of ``text``.

        Characters that draw nothing belong to the cluster before them (the one after, at the start).
        """
        if self._clusters is not None:
            return self._clusters
        return tuple([Cluster(i, 1, char) for i, char in enumerate(self.text)])

    @property
    def is_plain(self) -> bool:
        """True where each character has one glyph, in the order of the text."""
        return self._clusters is None

    @property
    def missing(self) -> bool:
        """True when the piece is a placeholder for a character without glyph."""
        return self.placeholder is not None

    def __repr__(self) -> str:
        return f"Shaped({self.text!r}, {self.face.key}, {self.width:.1f})"


class Box(NamedTuple):
    """Neighbouring pieces of one run, face, size and direction: one show-text operator.

    Drawing: start at ``x_pt`` on the baseline; for each piece in order, ``gap_pt`` more space
    before it if ``piece.expands and piece.rtl``, its glyphs, ``gap_pt`` after it if ``piece.expands
    and not piece.rtl``; each glyph whose advance is not 0 is followed by ``track_pt`` more.
    The last gap or trailing space of a line may lie outside the column; it is white.
    """

    # A named tuple, not a dataclass: a page has hundreds and creation is three times as fast.

    pieces: tuple[Shaped, ...]
    """In drawing order from left to right; never empty. Placeholders are boxes of their own."""
    x_pt: float
    """From the column's left edge."""
    size_pt: float
    gap_pt: float
    track_pt: float
    """Letter-spacing of a line that would be too loose otherwise; 0 nearly always."""
    run: int
    """``StyledRun.index`` of the run the pieces belong to."""
    colour: str
    text_start: int
    """Where the box's text starts in the paragraph (all runs joined)."""
    text_end: int

    @property
    def face(self) -> Face:
        """The face of all pieces."""
        return self.pieces[0].face

    @property
    def rtl(self) -> bool:
        """Whether the pieces read from right to left."""
        return self.pieces[0].rtl

    @property
    def text(self) -> str:
        """The box's text in logical order."""
        return "".join(p.text for p in (reversed(self.pieces) if self.pieces[0].rtl else self.pieces))


class Line(NamedTuple):
    """One line, ready to draw at any height."""

    boxes: tuple[Box, ...]
    """In visual order from left to right; sort by ``text_start`` for reading order. An empty line has none."""
    width_pt: float
    """Drawn width without trailing white space; never more than the column's."""
    ratio: float
    """How far the spaces are stretched (above 0) or shrunk (below 0), in units of their elasticity
    (half of a space for stretching, a third for shrinking)."""
    hyphen: bool
    """The line ends in the middle of a word: the last box in reading order is a hyphen that the text
    does not have (its ``Shaped.text`` is U+00AD, its text range is empty or a soft hyphen of the text)."""
    forced: bool
    """The line ends the paragraph or stands before a forced break."""
    text_start: int
    """Where the line's text starts in the paragraph (all runs joined)."""
    text_end: int
    """Where it ends, trailing spaces and forced break included: the next line's ``text_start``."""
