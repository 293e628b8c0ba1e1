# SPDX-License-Identifier: Apache-2.0
"""Pictures as image XObjects, and their ink.

A JPEG goes in as it is; the compressed rows of a PNG too, as PDF undoes PNG's prediction itself.  Nothing is decoded.

Rules: ISO 32000-1, 8.9.5 (images), 7.4.4.4 (predictors), 7.4.8 (DCTDecode), 14.8.5.4 (BBox); ISO/IEC 15948 (PNG).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docforge.errors import InputError
from docforge.model import Picture
from docforge.picture_header import jpeg_segments
from docforge.text import display_name
from docforge.typeset import Line
from docforge.write.pdf.canvas import Element, TaggedCanvas
from docforge.write.pdf.ink import Mark

__all__ = ["PictureInk", "Pictures"]

_SPACES = {1: b"/DeviceGray", 3: b"/DeviceRGB"}
_COLOURS = {0: 1, 2: 3, 3: 1}
"""PNG colour type -> samples in a pixel, for opaque pictures."""


class Pictures:
    """The pictures of one document, each written when it is first drawn."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self._canvas = canvas
        self._numbers: dict[bytes, int] = {}

    def name(self, picture: Picture) -> str:
        """Return the resource name of *picture*.

        Raises:
            InputError: its bytes are not of the kind that ``reading.pictures`` makes.
        """
        number = self._numbers.get(picture.data)
        if number is None:
            entries, content = _stream(picture)
            number = self._numbers[picture.data] = self._canvas.document.reserve()
            size = b"/Width %d/Height %d" % (picture.width_px, picture.height_px)
            self._canvas.document.put_stream(number, b"/Type/XObject/Subtype/Image" + size + entries, content, level=0)
        return f"Im{number}"

    def resources(self) -> bytes:
        """Entries of the XObject resource dictionary."""
        return b"".join([b"/Im%d %d 0 R" % (number, number) for number in self._numbers.values()])


def _stream(picture: Picture) -> tuple[bytes, bytes]:
    found = _jpeg(picture.data) if picture.media_type == "image/jpeg" else _png(picture)
    if found is None:
        raise InputError(
            f"the picture {display_name(picture.name)!r} is not in the form that docforge gives pictures: "
            "read it again from its file"
        )
    return found


def _jpeg(data: bytes) -> tuple[bytes, bytes] | None:
    for marker, start, end in jpeg_segments(data):
        if marker in (0xC0, 0xC1, 0xC2) and end - start >= 6 and data[start] == 8:
            space = _SPACES.get(data[start + 5])
            return None if space is None else (b"/BitsPerComponent 8/Filter/DCTDecode/ColorSpace" + space, data)
    return None


def _png(picture: Picture) -> tuple[bytes, bytes] | None:
    depth, colour, _, _, interlace = picture.data[24:29]
    if colour not in _COLOURS or depth not in (1, 2, 4, 8) or interlace:
        return None
    chunks = list(_chunks(picture.data))
    samples = _COLOURS[colour]
    space = _SPACES[samples]
    if colour == 3:
        palette = next((body for name, body in chunks if name == b"PLTE"), b"")[: 3 * 2**depth]
        if not palette or len(palette) % 3:
            return None
        space = b"[/Indexed/DeviceRGB %d<%s>]" % (len(palette) // 3 - 1, palette.hex().encode())
    entries = (
        b"/BitsPerComponent %d/ColorSpace%s/Filter/FlateDecode"
        b"/DecodeParms<</Predictor 15/Colors %d/BitsPerComponent %d/Columns %d>>"
    ) % (depth, space, samples, depth, picture.width_px)
    return entries, b"".join(body for name, body in chunks if name == b"IDAT")


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at + 12 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        at += 12 + size


class PictureInk:
    """Draws one picture into *element*, a Figure (see ``flow.Ink``)."""

    def __init__(
        self, canvas: TaggedCanvas, name: str, element: Element, size_pt: tuple[float, float], marks: Sequence[Mark]
    ) -> None:
        self._canvas, self._name, self._element, self._size = canvas, name, element, size_pt
        self._marks = marks

    def draw(self, lines: Sequence[Line], x: float, top: float, *, first: bool, last: bool) -> None:
        """Draw the picture with its upper left corner at (*x*, *top*)."""
        width, height = self._size
        canvas, element = self._canvas, self._element
        for mark in self._marks:
            mark.page, mark.index, mark.top = canvas.page, canvas.pages, top
        canvas.begin_content(element)
        canvas._code.append(f"q {width:.2f} 0 0 {height:.2f} {x:.2f} {top - height:.2f} cm /{self._name} Do Q")
        canvas.end_content()
        box = f"{x:.2f} {top - height:.2f} {x + width:.2f} {top:.2f}".encode()
        element.entries += b"/A<</O/Layout/Placement/Block/BBox[%s]>>" % box
        canvas.close_element(element)
