# SPDX-License-Identifier: Apache-2.0
"""Any outline -> a simple TrueType glyph description, cubic curves approximated by quadratic ones.

Rule: OpenType 1.9, glyf (simple glyph description).
"""

from __future__ import annotations

from math import ceil, hypot
from struct import pack

from docforge.typeset import Face

__all__ = ["simple_glyph"]

_TOLERANCE = 0.5
"""Font units that a curve may stray."""
_ON_CURVE = 0x01

Point = tuple[float, float]


def simple_glyph(face: Face, gid: int) -> tuple[bytes, int]:
    """Return (description of glyph *gid*, its left side bearing); an empty description for a blank."""
    outline = _Outline()
    face.hb_font.draw_glyph_with_pen(gid, outline)
    contours = [contour for contour in outline.contours if len(contour) > 1]
    if not contours:
        return b"", 0
    points = [(round(x), round(y), on) for contour in contours for x, y, on in contour]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    ends, total = [], -1
    for contour in contours:
        total += len(contour)
        ends.append(total)
    head = pack(">5h", len(contours), min(xs), min(ys), max(xs), max(ys))
    flags = bytes(_ON_CURVE if on else 0 for _, _, on in points)
    return head + pack(f">{len(ends)}HH", *ends, 0) + flags + _deltas(xs) + _deltas(ys), min(xs)


def _deltas(values: list[int]) -> bytes:
    return pack(f">{len(values)}h", *(b - a for a, b in zip([0, *values], values, strict=False)))


class _Outline:
    """Collects contours as (x, y, on curve); the pen protocol of fontTools."""

    def __init__(self) -> None:
        self.contours: list[list[tuple[float, float, bool]]] = []

    def moveTo(self, point: Point) -> None:  # noqa: N802  (the protocol's names)
        self.contours.append([(*point, True)])

    def lineTo(self, point: Point) -> None:  # noqa: N802
        self.contours[-1].append((*point, True))

    def qCurveTo(self, control: Point, end: Point) -> None:  # noqa: N802
        self.contours[-1] += [(*control, False), (*end, True)]

    def curveTo(self, first: Point, second: Point, end: Point) -> None:  # noqa: N802
        x, y, _ = self.contours[-1][-1]
        for control, to in _quadratics((x, y), first, second, end):
            self.qCurveTo(control, to)

    def closePath(self) -> None:  # noqa: N802
        contour = self.contours[-1]
        if len(contour) > 1 and contour[0][:2] == contour[-1][:2]:
            contour.pop()

    endPath = closePath  # noqa: N815


def _quadratics(start: Point, first: Point, second: Point, end: Point) -> list[tuple[Point, Point]]:
    """Return (control, end) of quadratic curves that stay within the tolerance of a cubic one.

    Rule: the distance of a cubic from the quadratic with the control point (3(P1+P2)-P0-P3)/4 is at
    most sqrt(3)/36 |P3-3P2+3P1-P0|, and falls with the cube of the number of equal parts.
    """
    bend = hypot(
        end[0] - 3 * second[0] + 3 * first[0] - start[0],
        end[1] - 3 * second[1] + 3 * first[1] - start[1],
    )
    parts = max(1, ceil((bend * 3**0.5 / 36 / _TOLERANCE) ** (1 / 3)))
    found: list[tuple[Point, Point]] = []
    for index in range(parts):
        a, b, c, d = _part(start, first, second, end, index / parts, (index + 1) / parts)
        control = ((3 * (b[0] + c[0]) - a[0] - d[0]) / 4, (3 * (b[1] + c[1]) - a[1] - d[1]) / 4)
        found.append((control, d))
    return found


def _part(p0: Point, p1: Point, p2: Point, p3: Point, low: float, high: float) -> tuple[Point, Point, Point, Point]:
    """Return the control points of the part of a cubic between two parameters (blossoming)."""

    def blossom(t: float, u: float, v: float) -> Point:
        def axis(i: int) -> float:
            a, b, c = _mix(p0[i], p1[i], t), _mix(p1[i], p2[i], t), _mix(p2[i], p3[i], t)
            return _mix(_mix(a, b, u), _mix(b, c, u), v)

        return axis(0), axis(1)

    return blossom(low, low, low), blossom(low, low, high), blossom(low, high, high), blossom(high, high, high)


def _mix(a: float, b: float, t: float) -> float:
    return a + (b - a) * t
