# SPDX-License-Identifier: Apache-2.0
"""Shaped glyphs -> show-text operands and embedded subset fonts.

Every face becomes one Type 0 font with two-byte codes.  A code (CID) stands for one *pair* of glyph
and text, not for a glyph: where a character's own glyph is drawn the code is the character's code
point, every other pair (ligature, contextual form, conjunct, character above U+FFFF) gets a code of
its own when it first occurs.  So one ToUnicode map gives back all text without replacement spans,
and the operands of plain words depend on nothing but the word.

What it must not know: pages, structure, roles.

Rule: ISO 32000-1, 9.7 (composite fonts), 9.10.3 (ToUnicode CMaps); ISO 19005-2, 6.2.11.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Protocol

from docforge.typeset import Face, Shaped

__all__ = ["EmbeddedFonts", "ObjectSink"]

# Codes for pairs other than a character and its nominal glyph: control characters first, so that the
# map from codes to glyphs stays short, then the private use area and what follows it.
_FREE_CODES = (range(0x01, 0x20), range(0x7F, 0xA0), range(0xE000, 0xFFFE))
_FREE = frozenset(chain(*_FREE_CODES))
_NO_TEXT = "\u200b"
_DROPPED_TABLES = ("GSUB", "GPOS", "GDEF", "STAT", "name", "kern", "post", "BASE", "MATH", "cmap", "DSIG", "JSTF")
_MEMO_LIMIT = 60_000


class ObjectSink(Protocol):
    """Where finished objects go (``canvas.TaggedDocument``)."""

    def reserve(self) -> int:
        """Return a new object number."""

    def put(self, number: int, body: bytes) -> None:
        """Write an object that is no stream."""

    def put_stream(self, number: int, entries: bytes, content: bytes) -> None:
        """Write a stream with dictionary *entries*."""


# Operands of pieces whose glyphs are all the nominal ones of their characters; the same in all documents.
_plain: dict[Shaped, str | None] = {}


@dataclass(slots=True)
class _FontUse:
    """What one document draws with one face."""

    face: Face
    name: str
    number: int
    characters: set[str] = field(default_factory=set)
    """Drawn through their nominal glyph; their code is their code point."""
    pairs: dict[tuple[int, str], int] = field(default_factory=dict)
    """(glyph, text) to code, for all other pairs."""
    codes: Iterator[int] = field(default_factory=lambda: chain(*_FREE_CODES))


class EmbeddedFonts:
    """The fonts of one document: operands while pages are made, font objects at the end."""

    def __init__(self, sink: ObjectSink) -> None:
        self._sink = sink
        self._uses: dict[str, _FontUse] = {}
        self._operands: dict[Shaped, str] = {}
        self._raised: dict[tuple[Shaped, float], str] = {}
        self._resources: list[_FontUse] = []

    def name(self, face: Face) -> str:
        """Return the resource name of *face*, e.g. ``F1``."""
        return self._use(face).name

    def operand(self, piece: Shaped, size_pt: float, track_pt: float = 0.0) -> str:
        """Return *piece* as elements of a TJ array, e.g. ``<00480065>-12<006C>``.

        A piece with raised glyphs closes and reopens the array around them.
        """
        if track_pt:
            codes = [f"{code:04X}" for code in self._codes(self._use(piece.face), piece)]
            return _raised(piece, codes, size_pt, track_pt * 1000 / size_pt)
        found = self._operands.get(piece)
        if found is None:
            if piece.y_offsets is not None:
                return self._raised_operand(piece, size_pt)
            found = self._operands[piece] = self._first_operand(piece)
        return found

    def invisible(self, face: Face, text: str) -> tuple[str, float]:
        """Return (operand, advance in 1/1000 em) of the space glyph of *face*, standing for *text*."""
        gid = face.hb_font.get_nominal_glyph(0x20) or 0
        return f"<{self._code(self._use(face), gid, text):04X}>", face.advance(gid)

    def resources(self) -> bytes:
        """Return the entries of the Font resource dictionary."""
        return b" ".join(b"/%s %d 0 R" % (use.name.encode(), use.number) for use in self._resources)

    def finish(self) -> None:
        """Subset and write all fonts."""
        for use in self._resources:
            _write_font(self._sink, use)

    def _use(self, face: Face) -> _FontUse:
        use = self._uses.get(face.key)
        if use is None:
            use = _FontUse(face, f"F{len(self._resources) + 1}", self._sink.reserve())
            self._uses[face.key] = use
            self._resources.append(use)
        return use

    def _first_operand(self, piece: Shaped) -> str:
        use = self._use(piece.face)
        if piece in _plain:
            ready = _plain[piece]
        else:
            ready = _plain_operand(piece)
            if len(_plain) >= _MEMO_LIMIT:
                _plain.clear()
            _plain[piece] = ready
        if ready is not None:
            use.characters.update(piece.text)
            return ready
        return _kerned(piece, [f"{code:04X}" for code in self._codes(use, piece)])

    def _codes(self, use: _FontUse, piece: Shaped) -> list[int]:
        codes: list[int] = []
        for gid, text in _glyph_texts(piece):
            codes.append(self._code(use, gid, text))
        return codes

    @staticmethod
    def _code(use: _FontUse, gid: int, text: str) -> int:
        if len(text) == 1 and _is_nominal(use.face, gid, text):
            use.characters.add(text)
            return ord(text)
        code = use.pairs.get((gid, text))
        if code is None:
            # 8,000 pairs are more than any script has; after that a glyph loses its text, not its picture.
            code = next(use.codes, 0xFFFD)
            use.pairs[gid, text] = code
        return code

    def _raised_operand(self, piece: Shaped, size_pt: float) -> str:
        found = self._raised.get((piece, size_pt))
        if found is None:
            codes = [f"{code:04X}" for code in self._codes(self._use(piece.face), piece)]
            found = self._raised[piece, size_pt] = _raised(piece, codes, size_pt)
        return found


# -- pieces to operands ---------------------------------------------------------------------


def _is_nominal(face: Face, gid: int, char: str) -> bool:
    point = ord(char)
    return point < 0xE000 and point not in _FREE and face.hb_font.get_nominal_glyph(point) == gid


def _plain_operand(piece: Shaped) -> str | None:
    text, gids = piece.text, piece.gids
    if piece.rtl or len(text) != len(gids) or piece.y_offsets is not None:
        return None
    nominal = piece.face.hb_font.get_nominal_glyph
    for char, gid in zip(text, gids, strict=True):
        point = ord(char)
        if point >= 0xE000 or point in _FREE or nominal(point) != gid:
            return None
    return _kerned(piece, [f"{ord(char):04X}" for char in text])


def _glyph_texts(piece: Shaped) -> Iterator[tuple[int, str]]:
    """Yield (glyph, text) in drawing order; the texts joined in reading order are the piece's text."""
    gids = piece.gids
    for first, count, text in piece.clusters:
        if count == 1:
            yield gids[first], _readable(text) if piece.rtl and len(text) > 1 else text
        elif count == len(text):
            order = reversed(text) if piece.rtl else text
            yield from zip(gids[first : first + count], order, strict=True)
        else:
            # A right-to-left cluster is read from its last glyph.
            holder = first + count - 1 if piece.rtl else first
            for index in range(first, first + count):
                whole = _readable(text) if piece.rtl and len(text) > 1 else text
                yield gids[index], whole if index == holder else _NO_TEXT


def _readable(text: str) -> str:
    return text[::-1]


def _kerned(piece: Shaped, codes: list[str]) -> str:
    """Return codes with the differences between natural and shaped advances between them."""
    if not codes:
        return ""
    advance = piece.face.advance
    shifts = piece.x_offsets
    parts = ["<"]
    for index, (gid, code, wanted) in enumerate(zip(piece.gids, codes, piece.advances, strict=True)):
        shift = shifts[index] if shifts is not None else 0.0
        if shift:
            parts.append(f">{-shift:.0f}<")
        parts.append(code)
        back = advance(gid) - wanted + shift
        if back > 0.3 or back < -0.3:
            parts.append(f">{back:.0f}<")
    parts.append(">")
    return "".join(parts).replace("<>", "")


def _raised(piece: Shaped, codes: list[str], size_pt: float, track: float = 0.0) -> str:
    """Return codes with heights as text rise; *track* is letter-spacing in 1/1000 em."""
    advance, shifts, rises = piece.face.advance, piece.x_offsets, piece.y_offsets
    parts: list[str] = []
    level = 0.0
    for index, (gid, code, wanted) in enumerate(zip(piece.gids, codes, piece.advances, strict=True)):
        if rises is not None and rises[index] != level:
            level = rises[index]
            parts.append(f"]TJ {level * size_pt / 1000:.2f} Ts[")
        shift = shifts[index] if shifts is not None else 0.0
        back = advance(gid) - wanted + shift - (track if wanted else 0.0)
        parts.append((f"{-shift:.0f}" if shift else "") + f"<{code}>" + (f"{back:.0f}" if abs(back) > 0.3 else ""))
    if level:
        parts.append("]TJ 0 Ts[")
    return "".join(parts)


# -- font objects ---------------------------------------------------------------------------


def _write_font(sink: ObjectSink, use: _FontUse) -> None:
    face = use.face
    nominal = face.hb_font.get_nominal_glyph
    glyph_of = {ord(char): nominal(ord(char)) or 0 for char in use.characters}
    glyph_of.update({code: gid for (gid, _), code in use.pairs.items()})
    program, new_gid = _subset(face, set(glyph_of.values()))
    name = f"{_tag(face, program)}+{_postscript_name(face)}".encode()
    codes = sorted(glyph_of)
    file_number, map_number, unicode_number = sink.reserve(), sink.reserve(), sink.reserve()
    descriptor, descendant = sink.reserve(), sink.reserve()
    sink.put_stream(file_number, b"/Length1 %d" % len(program), program)
    sink.put_stream(map_number, b"", _cid_to_gid(codes, glyph_of, new_gid))
    sink.put_stream(unicode_number, b"", _to_unicode(use))
    sink.put(descriptor, _descriptor(face, name, file_number))
    sink.put(
        descendant,
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%s"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R"
        b"/CIDToGIDMap %d 0 R/DW 1000/W[%s]>>" % (name, descriptor, map_number, _widths(codes, glyph_of, face.advance)),
    )
    sink.put(
        use.number,
        b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
        % (name, descendant, unicode_number),
    )


def _subset(face: Face, gids: set[int]) -> tuple[bytes, Callable[[int], int]]:
    """Return (font program with *gids* and pinned axes, map from old to new glyph id)."""
    import uharfbuzz as hb

    request = hb.SubsetInput()
    request.glyph_set.update(sorted(gids))
    for table in _DROPPED_TABLES:
        request.drop_table_tag_set.add(int.from_bytes(table.encode(), "big"))
    flags = hb.SubsetFlags
    request.flags = flags.NO_HINTING | flags.NOTDEF_OUTLINE | flags.NO_LAYOUT_CLOSURE
    if face.hb_face.has_var_data if hasattr(face.hb_face, "has_var_data") else face.axes:
        request.pin_all_axes_to_default(face.hb_face)
        for axis, value in face.axes:
            request.pin_axis_location(face.hb_face, axis, value)
    plan = hb.SubsetPlan(face.hb_face, request)
    mapping = plan.old_to_new_glyph_mapping
    return plan.execute().blob.data, mapping.__getitem__


def _tag(face: Face, program: bytes) -> str:
    digest = hashlib.sha256(face.key.encode() + program).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def _postscript_name(face: Face) -> str:
    return re.sub(r"[^A-Za-z0-9-]", "", face.postscript_name)[:60] or "Font"


def _descriptor(face: Face, name: bytes, file_number: int) -> bytes:
    # Table 123: 4 symbolic (codes are no standard Latin), 2 serif, 64 italic.
    flags = 4 | (2 if "serif" in face.family.lower() else 0) | (64 if face.italic else 0)
    box = " ".join(f"{value:.0f}" for value in face.bbox)
    return (
        b"<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%s]/ItalicAngle %d/Ascent %d/Descent %d/CapHeight %d"
        b"/XHeight %d/StemV %d/FontFile2 %d 0 R>>"
        % (
            name,
            flags,
            box.encode(),
            -12 if face.italic else 0,
            round(face.ascent),
            round(face.descent),
            round(face.cap_height or face.ascent),
            round(face.x_height),
            round(face.weight / 5),
            file_number,
        )
    )


def _cid_to_gid(codes: list[int], glyph_of: dict[int, int], new_gid: Callable[[int], int]) -> bytes:
    table = array("H", bytes(2 * (codes[-1] + 1 if codes else 1)))
    for code in codes:
        table[code] = new_gid(glyph_of[code])
    if _LITTLE_ENDIAN:
        table.byteswap()
    return table.tobytes()


_LITTLE_ENDIAN = array("H", [1]).tobytes() == b"\x01\x00"


def _widths(codes: list[int], glyph_of: dict[int, int], advance: Callable[[int], float]) -> bytes:
    parts: list[str] = []
    before = -2
    for code in codes:
        if code != before + 1:
            parts.append(f"{']' if parts else ''}{code}[")
        parts.append(f"{advance(glyph_of[code]):.4g} ")
        before = code
    return ("".join(parts) + ("]" if parts else "")).encode()


def _to_unicode(use: _FontUse) -> bytes:
    """Return the ToUnicode CMap (Adobe Technical Note 5411): ranges where code = code point, else single codes."""
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    ranges = [f"<{low:04X}> <{high:04X}> <{low:04X}>" for low, high in _runs(sorted(map(ord, use.characters)))]
    lines += _blocks(ranges, "bfrange")
    singles = sorted((code, text) for (_, text), code in use.pairs.items())
    lines += _blocks([f"<{code:04X}> <{_utf16(text)}>" for code, text in singles], "bfchar")
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode()


def _runs(points: list[int]) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of unbroken runs that share their high byte, as bfrange demands."""
    start = before = -1
    for point in points:
        if point != before + 1 or point & 0xFF == 0:
            if start >= 0:
                yield start, before
            start = point
        before = point
    if start >= 0:
        yield start, before


def _blocks(entries: list[str], operator: str) -> Iterable[str]:
    for at in range(0, len(entries), 100):
        part = entries[at : at + 100]
        yield f"{len(part)} begin{operator}\n" + "\n".join(part) + f"\nend{operator}"


def _utf16(text: str) -> str:
    return text.encode("utf-16-be", "surrogatepass").hex().upper()
