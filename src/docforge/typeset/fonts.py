# SPDX-License-Identifier: Apache-2.0
"""Fonts: where they are, what they cover, which one sets which text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

__all__ = ["Coverage", "Face", "FontCatalogue", "font_catalogue"]


class Face:
    """One face of one font file with its variation axes pinned; one object per process and key."""

    key: str
    """Stable name: file name, index in the collection, pinned axes, e.g. ``NotoSerif[wght].ttf#0@wght=700``."""
    path: Path
    index: int
    axes: tuple[tuple[str, float], ...]
    """Pinned variation axes that differ from the default, sorted by tag."""
    family: str
    style: str
    weight: int
    italic: bool
    postscript_name: str
    upem: int
    ascent: float
    """1/1000 em, as descent (negative), cap_height and x_height."""
    descent: float
    cap_height: float
    x_height: float
    bbox: tuple[float, float, float, float]
    """1/1000 em: x min, y min, x max, y max."""
    outlines: str
    """``glyf`` or ``cff``."""
    fs_type: int
    """OS/2 fsType; faces whose licence forbids embedding never get this far."""
    hb_face: Any
    """``uharfbuzz.Face`` for subsetting (pin ``axes`` there)."""
    hb_font: Any
    """``uharfbuzz.Font`` with ``axes`` set, scale = upem."""

    def covers(self, codepoint: int) -> bool:
        """Say whether the face has a glyph for *codepoint*."""
        raise NotImplementedError

    def advance(self, gid: int) -> float:
        """Return the natural advance of glyph *gid* in 1/1000 em."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Coverage:
    """What one font family covers, for a listing."""

    family: str
    styles: tuple[str, ...]
    """E.g. ``("Regular 100-900", "Italic 100-900")``."""
    scripts: tuple[str, ...]
    """ISO 15924 codes it can set, sorted."""
    origin: str
    """Name of the package or folder it comes from."""


class FontCatalogue:
    """The fonts of the installed packs and of the user's folders."""

    def __init__(self, font_folders: Iterable[str | Path] = ()) -> None:
        raise NotImplementedError

    def chain(self, family: str, weight: int, italic: bool, lang: str, script: str) -> tuple[Face, ...]:
        """Return the faces to try in order for *script* (ISO 15924) in *lang*; the design family first.

        Raises:
            FontError: *family* is neither a generic design nor found.
        """
        raise NotImplementedError

    def coverage(self) -> tuple[Coverage, ...]:
        """List what is there, sorted by family."""
        raise NotImplementedError


@lru_cache(maxsize=8)
def font_catalogue(font_folders: tuple[str, ...] = ()) -> FontCatalogue:
    """Return the catalogue for *font_folders*, one per process.

    Raises:
        FontError: a folder does not exist, or holds a font whose licence forbids embedding.
    """
    return FontCatalogue(font_folders)
