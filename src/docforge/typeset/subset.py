# SPDX-License-Identifier: Apache-2.0
"""A face cut down to some characters, as a font file of its own with its shaping tables (for EPUB)."""

from __future__ import annotations

from collections.abc import Iterable

from docforge.typeset.fonts import Face

__all__ = ["subset_font"]


def subset_font(face: Face, codepoints: Iterable[int]) -> bytes:
    """Return *face* with *codepoints* and every glyph that shaping can make of them, axes pinned.

    The same face and characters give the same bytes: an OpenType file with ``glyf`` or ``CFF`` outlines as
    ``face.outlines`` says.
    """
    import uharfbuzz as hb

    request = hb.SubsetInput()
    request.unicode_set.update(sorted(codepoints))
    request.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    if face.hb_face.has_var_data:
        request.pin_all_axes_to_default(face.hb_face)
        for axis, value in face.axes:
            request.pin_axis_location(face.hb_face, axis, value)
    return bytes(hb.SubsetPlan(face.hb_face, request).execute().blob.data)
