# SPDX-License-Identifier: Apache-2.0
"""Glyph outlines as path operators, for drawing letters that must not be read as text.

Rule: ISO 32000-1, 8.5 (path construction).
"""

from __future__ import annotations

from functools import lru_cache

from docforge.typeset import Face, Shaped

__all__ = ["outline"]


def outline(piece: Shaped, x: float, y: float, size_pt: float) -> list[str]:
    """Return operators that fill the glyphs of *piece* as paths, from (*x*, *y*) on."""
    scale = size_pt / piece.face.upem
    code = [f"q {scale:.5f} 0 0 {scale:.5f} {x:.2f} {y:.2f} cm"]
    for gid, advance in zip(piece.gids, piece.advances, strict=True):
        code.append(_path(piece.face, gid))
        code.append(f"1 0 0 1 {advance * piece.face.upem / 1000:.0f} 0 cm")
    return [*code, "Q"]


@lru_cache(maxsize=256)
def _path(face: Face, gid: int) -> str:
    collector = _Path()
    face.hb_font.draw_glyph_with_pen(gid, collector)
    return " ".join(collector.parts) + " f" if collector.parts else ""


class _Path:
    """Collects one glyph (the pen protocol of fontTools) as path operators."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._at = (0.0, 0.0)

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802  (the protocol's names)
        self.parts.append(f"{point[0]:g} {point[1]:g} m")
        self._at = point

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self.parts.append(f"{point[0]:g} {point[1]:g} l")
        self._at = point

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self.parts.append(" ".join(f"{x:g} {y:g}" for x, y in points) + " c")
        self._at = points[-1]

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802
        (x0, y0), (x1, y1), (x2, y2) = self._at, control, end
        first = (x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3)
        second = (x2 + (x1 - x2) * 2 / 3, y2 + (y1 - y2) * 2 / 3)
        self.curveTo(first, second, end)

    def closePath(self) -> None:  # noqa: N802
        self.parts.append("h")

    def endPath(self) -> None:  # noqa: N802
        self.parts.append("h")
