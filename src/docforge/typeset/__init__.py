# SPDX-License-Identifier: Apache-2.0
"""Typesetting: text -> positioned lines.  Knows fonts, scripts and line breaking; knows no PDF.

``lay_out`` sets one paragraph once; putting it on pages means slicing the tuple of lines.
``FontCatalogue`` finds fonts and says what they cover.
"""

from __future__ import annotations

from docforge.typeset.boxes import Align, BaseDirection, Box, Cluster, Line, Placeholder, Shaped, StyledRun
from docforge.typeset.fonts import Coverage, Face, FontCatalogue, font_catalogue
from docforge.typeset.paragraph import lay_out, shape_ahead, text_width

__all__ = [
    "Align",
    "BaseDirection",
    "Box",
    "Cluster",
    "Coverage",
    "Face",
    "FontCatalogue",
    "Line",
    "Placeholder",
    "Shaped",
    "StyledRun",
    "font_catalogue",
    "lay_out",
    "shape_ahead",
    "text_width",
]
