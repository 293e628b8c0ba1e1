# SPDX-License-Identifier: Apache-2.0
"""A PDF's text by its structure tree: what assistive technology is given, in its order and in logical order.

Reads marked content and the fonts' ToUnicode maps through pypdf.  A file without tags, or with a font that has no
such map, is read in the order of its content streams by pypdf's own extraction.

Rule: ISO 32000-1, 9.10.3 (ToUnicode CMaps), 14.7 (structure), 14.9.4 (replacement text).
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from docforge.errors import InputError
from docforge.text import display_name

if TYPE_CHECKING:
    from pypdf import PdfReader

__all__ = ["read_pdf"]

_INLINE = frozenset(["/Span", "/Quote", "/Link", "/Em", "/Strong", "/Lbl", "/LBody", "/Reference", "/Code"])
_QUOTED = frozenset(["/Quote", "/BlockQuote"])
_MOST_NODES = 5_000_000
_DEPTH = 200
_HEX = re.compile(rb"<\s*([0-9A-Fa-f\s]*)>")


class _NoMapError(Exception):
    """A font without a ToUnicode map, or a page without tags."""


def read_pdf(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the paragraphs, one a line, and the quotations that tags mark.

    Raises:
        InputError: damaged or encrypted.
    """
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise InputError("the PDF is encrypted: verify it before encryption, or decrypt a copy with qpdf --decrypt")
        try:
            return _tagged(reader)
        except _NoMapError:
            return "\n".join(page.extract_text() for page in reader.pages), ()
    except (
        PyPdfError,
        DependencyError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
    ) as error:
        raise InputError(f"the PDF cannot be read ({display_name(str(error))}): make it anew") from error


def _tagged(reader: PdfReader) -> tuple[str, tuple[str, ...]]:
    tree = reader.root_object.get("/StructTreeRoot")
    if tree is None:
        raise _NoMapError
    fonts: dict[Any, _Font] = {}
    contents = {
        page.indirect_reference.idnum: _marked(reader, page, fonts)
        for page in reader.pages
        if page.indirect_reference is not None
    }
    pieces: list[str] = []
    quotations: list[str] = []
    _walk(tree.get_object(), contents, pieces, quotations)
    return "\n".join(line for line in "".join(pieces).split("\n") if line.strip()), tuple(quotations)


# -- the structure tree ----------------------------------------------------------------------


def _walk(root: Any, contents: dict[int, dict[int, str]], pieces: list[str], quotations: list[str]) -> None:
    """Append the text below *root* in order; a block-level element is a line of its own."""
    left = _MOST_NODES

    def node(element: Any, page: int, depth: int) -> None:
        nonlocal left
        left -= 1
        if left < 0 or depth > _DEPTH:
            raise ValueError("the structure tree is too large or too deep")
        tag = str(element.get("/S", ""))
        block = tag not in _INLINE
        if "/Pg" in element:
            page = element.raw_get("/Pg").idnum
        if block:
            pieces.append("\n")
        begun = len(pieces)
        replacement = element.get("/ActualText")
        if replacement is not None:
            pieces.append(str(replacement))
        else:
            kids = element.get("/K", [])
            for kid in kids if isinstance(kids, list) else [kids]:
                own = kid.get_object()
                if isinstance(own, int):
                    pieces.append(contents.get(page, {}).get(int(own), ""))
                elif own.get("/Type") == "/MCR":
                    other = own.raw_get("/Pg").idnum if "/Pg" in own else page
                    pieces.append(contents.get(other, {}).get(int(own["/MCID"]), ""))
                elif own.get("/Type") != "/OBJR":
                    node(own, page, depth + 1)
        if tag in _QUOTED:
            quotations.append("".join(pieces[begun:]))
        if block:
            pieces.append("\n")

    node(root, 0, 0)


# -- marked content --------------------------------------------------------------------------


class _Font:
    """How the codes of one font read."""

    def __init__(self, font: Any) -> None:
        if "/ToUnicode" not in font:
            raise _NoMapError
        self.width = 2 if font.get("/Subtype") == "/Type0" else 1
        self.characters = _to_unicode(font["/ToUnicode"].get_object().get_data())

    def text(self, raw: bytes) -> str:
        width, known = self.width, self.characters
        codes = (int.from_bytes(raw[at : at + width], "big") for at in range(0, len(raw), width))
        return "".join(known.get(code, "\ufffd") for code in codes)


def _marked(reader: PdfReader, page: Any, fonts: dict[Any, _Font]) -> dict[int, str]:
    """Return a page's text by marked-content number."""
    from pypdf.generic import ContentStream

    found: dict[int, list[str]] = {}
    content = page.get_contents()
    if content is None:
        return {}
    named: dict[str, _Font] = {}
    stack: list[int | None] = []
    font: _Font | None = None
    saved: list[_Font | None] = []
    for operands, operator in ContentStream(content, reader).operations:
        if operator == b"Tf":
            name = str(operands[0])
            if name not in named:
                named[name] = _font(page["/Resources"]["/Font"], name, fonts)
            font = named[name]
        elif operator in (b"Tj", b"TJ"):
            at = stack[-1] if stack else None
            if at is not None and font is not None:
                strings = operands[0] if operator == b"TJ" else operands
                found.setdefault(at, []).extend(font.text(_bytes(s)) for s in strings if isinstance(s, (str, bytes)))
        elif operator == b"BDC":
            properties = operands[1] if len(operands) > 1 and hasattr(operands[1], "get") else {}
            number = properties.get("/MCID")
            artifact = operands[0] == "/Artifact"
            stack.append(int(number) if number is not None else None if artifact or not stack else stack[-1])
        elif operator == b"BMC":
            stack.append(None if operands[0] == "/Artifact" or not stack else stack[-1])
        elif operator == b"EMC" and stack:
            stack.pop()
        elif operator == b"q":
            saved.append(font)
        elif operator == b"Q" and saved:
            font = saved.pop()
    return {number: "".join(parts) for number, parts in found.items()}


def _font(fonts: Any, name: str, known: dict[Any, _Font]) -> _Font:
    reference = fonts.get_object().raw_get(name)
    key = getattr(reference, "idnum", id(reference))
    if key not in known:
        known[key] = _Font(reference.get_object())
    return known[key]


def _bytes(string: Any) -> bytes:
    """Return the bytes of a string operand, however pypdf holds it."""
    raw = getattr(string, "original_bytes", None)
    return raw if isinstance(raw, bytes) else bytes(string)


def _to_unicode(cmap: bytes) -> dict[int, str]:
    """Read a ToUnicode CMap (Adobe Technical Note 5411): ``bfchar`` and ``bfrange``, with arrays."""
    found: dict[int, str] = {}
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for low, high, rest in re.findall(rb"<([^>]*)>\s*<([^>]*)>\s*(\[[^\]]*\]|<[^>]*>)", block):
            first, last = int(low, 16), min(int(high, 16), int(low, 16) + 0xFFFF)
            texts = [_utf16(t) for t in _HEX.findall(rest)]
            for offset in range(last - first + 1):
                if rest[:1] == b"[":
                    if offset < len(texts):
                        found[first + offset] = texts[offset]
                elif texts and texts[0]:
                    found[first + offset] = texts[0][:-1] + chr(min(ord(texts[0][-1]) + offset, 0x10FFFF))
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, text in re.findall(rb"<([^>]*)>\s*<([^>]*)>", block):
            found[int(code, 16)] = _utf16(text)
    return found


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(re.sub(rb"\s", b"", digits).decode("ascii")).decode("utf-16-be", "replace")
