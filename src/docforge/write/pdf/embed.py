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
from functools import lru_cache
from itertools import accumulate, chain
from typing import NamedTuple, Protocol

from docforge.typeset import Face, Shaped

__all__ = ["EmbeddedFonts", "ObjectSink"]

# Codes for pairs other than a character and its nominal glyph: control characters first, so that the
# map from codes to glyphs stays short, then the private use area and what follows it.
_FREE_CODES = (range(0x01, 0x20), range(0x7F, 0xA0), range(0xE000, 0xF000))
# Codes for glyphs without text: ignorable characters, for readers that fall back on the code.
_EMPTY_CODES = (range(0x2060, 0x2070), range(0xFE00, 0xFE10), range(0xF000, 0xFFFE))
_TAKEN = frozenset(chain(*_FREE_CODES, _EMPTY_CODES[0]))
_DROPPED_TABLES = ("GSUB", "GPOS", "GDEF", "STAT", "name", "kern", "post", "BASE", "MATH", "cmap", "DSIG", "JSTF")
_BEHIND = 10.0
"""1/1000 em to the left: readers that sort by place then put a blank after the glyph it belongs to."""
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


class Step(NamedTuple):
    """One glyph of right-to-left text."""

    operand: str
    x: float
    """From the left edge of its piece, 1/1000 em."""
    rise: float
    """1/1000 em."""


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
    empty_codes: Iterator[int] = field(default_factory=lambda: chain(*_EMPTY_CODES))


class EmbeddedFonts:
    """The fonts of one document: operands while pages are made, font objects at the end."""

    def __init__(self, sink: ObjectSink) -> None:
        self._sink = sink
        self._uses: dict[str, _FontUse] = {}
        self._operands: dict[Shaped, str] = {}
        self._raised: dict[tuple[Shaped, float], str] = {}
        self._steps: dict[Shaped, tuple[Step, ...]] = {}
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

    def steps(self, piece: Shaped) -> tuple[Step, ...]:
        """Return the glyphs of a right-to-left piece one by one in reading order."""
        found = self._steps.get(piece)
        if found is None:
            found = self._steps[piece] = tuple(self._reading_steps(piece))
        return found

    def _reading_steps(self, piece: Shaped) -> Iterator[Step]:
        use = self._use(piece.face)
        lefts = [0.0, *accumulate(piece.advances)]
        shifts, rises = piece.x_offsets, piece.y_offsets

        def step(index: int, text: str) -> Step:
            shift, rise = (shifts[index] if shifts else 0.0), (rises[index] if rises else 0.0)
            return Step(f"<{self._code(use, piece.gids[index], text):04X}>", lefts[index] + shift, rise)

        for first, count, text in reversed(piece.clusters):
            holder = _holder(piece, first, count)
            if count > 1 and holder is None and count == len(text):
                for offset, char in enumerate(reversed(text)):
                    yield step(first + count - 1 - offset, char)
                continue
            base = first + (count - 1 if holder is None else holder)
            blank = _blank(piece.face)
            yield step(base, text if blank is None else text[:1])
            # What one glyph stands for beyond a character follows as blanks: readers turn the order of
            # characters round glyph by glyph, and would turn round the text of one glyph as well.
            for char in text[1:]:
                if blank is None:
                    break
                yield Step(f"<{self._code(use, blank, char):04X}>", lefts[base] - _BEHIND, 0.0)
            for index in range(first, first + count):
                if index != base:
                    yield step(index, "")

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
            # 4,000 pairs are more than any script has; after that a glyph loses its text, not its picture.
            code = next(use.codes if text else use.empty_codes, 0xFFFF)
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
    return point < 0xE000 and point not in _TAKEN and face.hb_font.get_nominal_glyph(point) == gid


@lru_cache(maxsize=256)
def _blank(face: Face) -> int | None:
    """Return a glyph of *face* that has neither outline nor width."""
    for point in (0x200B, 0x200C, 0x200D, 0xFEFF):
        gid = face.hb_font.get_nominal_glyph(point)
        if gid and face.advance(gid) == 0:
            return int(gid)
    return None


def _plain_operand(piece: Shaped) -> str | None:
    text, gids = piece.text, piece.gids
    if piece.rtl or len(text) != len(gids) or piece.y_offsets is not None:
        return None
    nominal = piece.face.hb_font.get_nominal_glyph
    for char, gid in zip(text, gids, strict=True):
        point = ord(char)
        if point >= 0xE000 or point in _TAKEN or nominal(point) != gid:
            return None
    return _kerned(piece, [f"{ord(char):04X}" for char in text])


def _glyph_texts(piece: Shaped) -> Iterator[tuple[int, str]]:
    """Yield (glyph, text) in drawing order; the texts joined are the piece's text."""
    gids = piece.gids
    for first, count, text in piece.clusters:
        if count == 1:
            yield gids[first], text
        else:
            texts = _shared_out(text, _holder(piece, first, count), count)
            yield from zip(gids[first : first + count], texts, strict=True)


def _holder(piece: Shaped, first: int, count: int) -> int | None:
    """Return which glyph of a cluster carries all its text, or None where each takes its share.

    Marks are drawn at other heights or over their base; readers take what stands there for a word
    of its own, so marks carry no text.
    """
    advances = piece.advances[first : first + count]
    shifted = any(
        offsets is not None and any(offsets[first : first + count]) for offsets in (piece.x_offsets, piece.y_offsets)
    )
    if not shifted and all(advances):
        return None
    bases = [index for index, advance in enumerate(advances) if advance]
    if not bases:
        return count - 1 if piece.rtl else 0
    return bases[-1] if piece.rtl else bases[0]


def _shared_out(text: str, holder: int | None, count: int) -> list[str]:
    """Return the text of each of *count* glyphs: all for the holder, or a character each and the rest for the last."""
    if holder is not None:
        return [text if index == holder else "" for index in range(count)]
    parts = [*text[: count - 1], text[count - 1 :]]
    return parts + [""] * (count - len(parts))


def _kerned(piece: Shaped, codes: list[str]) -> str:
    """Return codes with the differences between natural and shaped advances between them."""
    if not codes:
        return ""
    advance = piece.face.advance
    shifts = piece.x_offsets
    parts = ["<"]
    due = 0.0
    for index, (gid, code, wanted) in enumerate(zip(piece.gids, codes, piece.advances, strict=True)):
        shift = shifts[index] if shifts is not None else 0.0
        due -= shift
        if due > 0.3 or due < -0.3:
            parts.append(f"> {due:.0f}<")
        parts.append(code)
        due = advance(gid) - wanted + shift
    parts.append(f"> {due:.0f}" if due > 0.3 or due < -0.3 else ">")
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
        parts.append((f" {-shift:.0f}" if shift else "") + f"<{code}>" + (f" {back:.0f}" if abs(back) > 0.3 else ""))
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
