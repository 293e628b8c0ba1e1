# SPDX-License-Identifier: Apache-2.0
"""A picture in the line, as DrawingML.

Rules: ISO/IEC 29500-1, 20.4.2.8 (inline), 20.4.2.5 (docPr: ``descr`` is the alternative text), 20.2 (pictures).
"""

from __future__ import annotations

from docforge.write.docx.wml import attribute

__all__ = ["drawing"]

_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"
_EMU_PT = 12_700
"""English Metric Units in a point (20.1.2.1)."""


def drawing(number: int, name: str, relationship: str, alternative: str, size_pt: tuple[float, float]) -> str:
    """Return a run that shows one picture.

    Args:
        number: unique among the drawings of the document, from 1.
        name: what Word's list of objects calls it, free of markup.
        relationship: id of the relationship to the picture's part.
        alternative: for readers who do not see it.
        size_pt: width and height in points.
    """
    width, height = (max(1, round(side * _EMU_PT)) for side in size_pt)
    told = attribute(alternative)
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWINGML}/wordprocessingDrawing" distT="0" distB="0" distL="0" '
        f'distR="0"><wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{number}" name="{name}" descr="{told}"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_DRAWINGML}/main" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_DRAWINGML}/main"><a:graphicData uri="{_DRAWINGML}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWINGML}/picture"><pic:nvPicPr><pic:cNvPr id="{number}" name="{name}" '
        f'descr="{told}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch>'
        f'<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
