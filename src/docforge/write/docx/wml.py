# SPDX-License-Identifier: Apache-2.0
"""The words of WordprocessingML: namespaces, escaping, text and fields as XML strings.

Text enters XML here and nowhere else in this package.  It must know nothing of roles or themes.

Rule: ISO/IEC 29500-1 (transitional: 29500-4), chapter 17; element order as in its schema.
"""

from __future__ import annotations

from docforge.patterns import lazily

__all__ = [
    "DECLARATION",
    "R",
    "W",
    "attribute",
    "complex_field",
    "escaped",
    "field",
    "mm_twips",
    "pt_half",
    "pt_twips",
    "root",
    "text_content",
    "toggle",
]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ATTRIBUTE_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"})
# Characters that have an element of their own (17.3.3): tab, line break, optional hyphen.
_SPECIAL = lazily("([\t\n\u00ad])")
_ELEMENTS = {"\t": "<w:tab/>", "\n": "<w:br/>", "\u00ad": "<w:softHyphen/>"}


def escaped(text: str) -> str:
    """Return *text* for element content."""
    # Looking for the three is many times faster than translating text that has none of them.
    return text.translate(_ESCAPES) if "&" in text or "<" in text or ">" in text else text


def attribute(text: str) -> str:
    """Return *text* for a double-quoted attribute value."""
    return text.translate(_ATTRIBUTE_ESCAPES)


def text_content(text: str) -> str:
    """Return *text* as the content of a run: ``w:t`` with elements for tabs, line breaks and soft hyphens."""
    if "\t" not in text and "\n" not in text and "\u00ad" not in text:
        return f'<w:t xml:space="preserve">{escaped(text)}</w:t>'
    return "".join(
        _ELEMENTS.get(piece) or f'<w:t xml:space="preserve">{escaped(piece)}</w:t>'
        for piece in _SPECIAL.split(text)
        if piece
    )


def field(instruction: str, result: str, properties: str = "") -> str:
    """Return a simple field with its stored *result*; *instruction* is a constant of ours, never article text."""
    return (
        f'<w:fldSimple w:instr=" {attribute(instruction)} "><w:r>{properties}{text_content(result)}</w:r></w:fldSimple>'
    )


def complex_field(instruction: str, properties: str = "") -> tuple[str, str]:
    """Return what stands before and after the stored result of a field; *instruction* as in ``field``."""
    begin = (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
    )
    return begin, f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'


def root(name: str, content: str) -> str:
    """Return a whole part whose root is ``w:``*name*."""
    return f'{DECLARATION}<w:{name} xmlns:w="{W}" xmlns:r="{R}">{content}</w:{name}>'


def toggle(name: str, on: bool) -> str:
    """Return an on/off property with its complex-script twin (``b``/``bCs``, ``i``/``iCs``)."""
    value = "" if on else ' w:val="0"'
    return f"<w:{name}{value}/><w:{name}Cs{value}/>"


def pt_twips(points: float) -> int:
    """Return *points* in twentieths of a point."""
    return round(points * 20)


def pt_half(points: float) -> int:
    """Return *points* in half points (``w:sz``)."""
    return round(points * 2)


def mm_twips(millimetres: float) -> int:
    """Return *millimetres* in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)
