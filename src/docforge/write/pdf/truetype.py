# SPDX-License-Identifier: Apache-2.0
"""Static TrueType subsets, put together from glyph descriptions that are made once per process.

HarfBuzz pins the variation axes and gives the descriptions of glyphs as they are first needed; a
document's font is then only a concatenation.  What a font holds depends on its glyphs alone, never on
the documents before it.  A base with its marks becomes one composite glyph: a cluster that is one glyph
is one code with one text for every reader, while marks of their own are read as words of their own.

Outlines in CFF are approximated by quadratic curves to half a font unit.

Rule: OpenType 1.9, tables head, hhea, maxp, hmtx, loca, glyf; ISO 32000-1, 9.9 (which tables a CIDFontType2
font program needs).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from struct import Struct, pack, unpack_from
from typing import Any, NamedTuple

from docforge.typeset import Face

__all__ = ["Component", "Composite", "GlyphStore", "glyph_store"]

_RECORD = Struct(">4sLLL")
_METRICS = Struct(">Hh")
_WORDS, _XY, _ROUND, _MORE = 0x0001, 0x0002, 0x0004, 0x0020
_SCALE, _TWO_SCALES, _MATRIX = 0x0008, 0x0040, 0x0080
_USUAL = (*range(0x20, 0x7F), *range(0x2013, 0x201F), *range(0x410, 0x450))
_LITTLE_ENDIAN = array("H", [1]).tobytes() == b"\x01\x00"
_DROPPED_TABLES = ("GSUB", "GPOS", "GDEF", "STAT", "name", "kern", "post", "BASE", "MATH", "cmap", "DSIG", "JSTF")


class Component(NamedTuple):
    """A glyph and where it stands, in font units."""

    gid: int
    x: int
    y: int


class Composite(NamedTuple):
    """Glyphs that become one."""

    parts: tuple[Component, ...]
    advance: int
    """Font units."""


class _Glyph(NamedTuple):
    """One description as it stands in a glyf table, padded to four bytes."""

    outline: bytes
    metrics: bytes
    """Advance and left side bearing as they stand in hmtx."""
    references: tuple[tuple[int, int], ...]
    """(offset of a glyph id in ``outline``, id in the face) of each component."""
    total: int
    """Sum of the words of ``outline``."""


def _described(outline: bytes, metrics: bytes, references: tuple[tuple[int, int], ...] = ()) -> _Glyph:
    return _Glyph(outline, metrics, references, _checksum(outline))


class GlyphStore:
    """The glyph descriptions of one face."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self._glyphs: dict[int, _Glyph] = {}
        self._referring: set[int] = set()
        """Glyphs that are made of others."""
        self._tables: dict[bytes, bytes] = {}
        # Letters and marks that nearly every text needs: to cut out a glyph costs as much as to cut out fifty.
        self._usual = {face.hb_font.get_nominal_glyph(point) or 0 for point in _USUAL}
        self._fetch({0})

    def build(self, gids: Iterable[int], composites: Sequence[Composite]) -> tuple[bytes, dict[int, int], int]:
        """Return a font program with *gids* and *composites*, where each glyph went, the first composite's id.

        Args:
            gids: Glyph ids of the face.
            composites: Their parts name glyphs of the face.
        """
        wanted = {0, *gids, *(part.gid for composite in composites for part in composite.parts)}
        self._fetch(wanted - self._glyphs.keys())
        wanted = self._closed(wanted)
        order = sorted(wanted)
        place = dict(zip(order, range(len(order)), strict=True))
        glyphs = list(map(self._glyphs.__getitem__, order))
        if not wanted.isdisjoint(self._referring):
            glyphs = [self._placed(glyph, place) for glyph in glyphs]
        glyphs += [self._compose(composite, place) for composite in composites]
        return self._program(glyphs, composites), place, len(order)

    def _closed(self, wanted: set[int]) -> set[int]:
        if wanted.isdisjoint(self._referring):
            return wanted
        found = set(wanted)
        pending = list(wanted)
        while pending:
            for _, part in self._glyphs[pending.pop()].references:
                if part not in found:
                    found.add(part)
                    pending.append(part)
        return found

    @staticmethod
    def _placed(glyph: _Glyph, place: dict[int, int]) -> _Glyph:
        if not glyph.references:
            return glyph
        outline = bytearray(glyph.outline)
        for offset, part in glyph.references:
            outline[offset : offset + 2] = pack(">H", place[part])
        return _described(bytes(outline), glyph.metrics, glyph.references)

    def _compose(self, composite: Composite, place: dict[int, int]) -> _Glyph:
        boxes = []
        for part in composite.parts:
            outline = self._glyphs[part.gid].outline
            if outline:
                left, low, right, high = unpack_from(">4h", outline, 2)
                boxes.append((left + part.x, low + part.y, right + part.x, high + part.y))
        if not boxes:
            return _described(b"", _METRICS.pack(composite.advance, 0))
        lows = [min(column) for column in zip(*boxes, strict=True)]
        highs = [max(column) for column in zip(*boxes, strict=True)]
        records = [pack(">h4h", -1, lows[0], lows[1], highs[2], highs[3])]
        last = len(composite.parts) - 1
        for index, part in enumerate(composite.parts):
            flags = _WORDS | _XY | _ROUND | (0 if index == last else _MORE)
            records.append(pack(">HHhh", flags, place[part.gid], part.x, part.y))
        return _described(_padded(b"".join(records)), _METRICS.pack(composite.advance, lows[0]))

    def _program(self, glyphs: Sequence[_Glyph], composites: Sequence[Composite]) -> bytes:
        outlines, metrics, _, totals = zip(*glyphs, strict=True)
        count = len(glyphs)
        tables = {
            b"glyf": b"".join(outlines) or b"\x00",
            b"loca": pack(f">{count + 1}L", *accumulate(map(len, outlines), initial=0)),
            b"head": _patched(_patched(self._tables[b"head"], 50, ">h", 1), 8, ">L", 0),
            b"hhea": _patched(self._tables[b"hhea"], 34, ">H", count),
            b"hmtx": b"".join(metrics),
            b"maxp": _limits(self._tables[b"maxp"], count, composites),
        }
        return _file(tables, sum(totals))

    # -- from the face ----------------------------------------------------------------------

    def _fetch(self, gids: set[int]) -> None:
        if gids:
            if self._face.outlines == "glyf":
                self._fetch_quadratic(gids)
            else:
                self._fetch_cubic(gids)

    def _fetch_quadratic(self, gids: set[int]) -> None:
        if self._tables:
            gids = gids | self._usual
            self._usual = set()
        program, mapping = _subset(self._face, gids)
        tables = _split(program)
        if not self._tables:
            self._tables = {tag: tables[tag] for tag in (b"head", b"hhea", b"maxp")}
        old = {new: gid for gid, new in mapping.items()}
        count = len(old)
        long_offsets = unpack_from(">h", tables[b"head"], 50)[0] == 1
        offsets = unpack_from(f">{count + 1}{'L' if long_offsets else 'H'}", tables[b"loca"])
        scale = 1 if long_offsets else 2
        metrics = _metrics(tables, count)
        for new in range(count):
            outline = _padded(tables[b"glyf"][offsets[new] * scale : offsets[new + 1] * scale])
            references = tuple((at, old[part]) for at, part in _references(outline))
            self._glyphs.setdefault(old[new], _described(outline, _METRICS.pack(*metrics[new]), references))
            if references:
                self._referring.add(old[new])

    def _fetch_cubic(self, gids: set[int]) -> None:
        from docforge.write.pdf.quadratic import simple_glyph

        face = self._face
        if not self._tables:
            own = {tag: bytes(face.hb_face.reference_table(tag.decode()).data) for tag in (b"head", b"hhea")}
            # Version 1.0: points and contours as many as a glyph can have, no instructions.
            maxp = pack(">L14H", 0x10000, 0, 0xFFFF, 0x3FFF, 0xFFFF, 0x3FFF, 2, 0, 0, 0, 0, 0, 0, 0, 0)
            self._tables = {**own, b"maxp": maxp}
        for gid in sorted(gids):
            outline, bearing = simple_glyph(face, gid)
            advance = round(face.advance(gid) * face.upem / 1000)
            self._glyphs.setdefault(gid, _described(_padded(outline), _METRICS.pack(advance, bearing)))


_stores: dict[Face, GlyphStore] = {}


def glyph_store(face: Face) -> GlyphStore:
    """Return the store of *face*, one per process."""
    store = _stores.get(face)
    if store is None:
        store = _stores[face] = GlyphStore(face)
    return store


def _subset(face: Face, gids: set[int]) -> tuple[bytes, dict[int, int]]:
    """Return (font program with *gids*, what they are made of and pinned axes; old to new glyph ids)."""
    import uharfbuzz as hb

    request = hb.SubsetInput()
    request.glyph_set.update(sorted(gids))
    for table in _DROPPED_TABLES:
        request.drop_table_tag_set.add(int.from_bytes(table.encode(), "big"))
    flags = hb.SubsetFlags
    request.flags = flags.NO_HINTING | flags.NOTDEF_OUTLINE | flags.NO_LAYOUT_CLOSURE
    if face.hb_face.has_var_data:
        request.pin_all_axes_to_default(face.hb_face)
        for axis, value in face.axes:
            request.pin_axis_location(face.hb_face, axis, value)
    plan: Any = hb.SubsetPlan(face.hb_face, request)
    return bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping)


def _split(program: bytes) -> dict[bytes, bytes]:
    (number,) = unpack_from(">H", program, 4)
    records = [_RECORD.unpack_from(program, 12 + 16 * i) for i in range(number)]
    return {tag: program[offset : offset + length] for tag, _, offset, length in records}


def _metrics(tables: dict[bytes, bytes], count: int) -> list[tuple[int, int]]:
    """Return (advance, left side bearing) of each glyph; the last ones may share an advance."""
    (full,) = unpack_from(">H", tables[b"hhea"], 34)
    raw = tables[b"hmtx"]
    pairs = [unpack_from(">Hh", raw, 4 * i) for i in range(min(full, count))]
    rest = [(pairs[-1][0], unpack_from(">h", raw, 4 * full + 2 * i)[0]) for i in range(count - len(pairs))]
    return [(int(advance), int(bearing)) for advance, bearing in [*pairs, *rest]]


def _references(outline: bytes) -> Iterator[tuple[int, int]]:
    """Yield (offset, glyph id) for each component of a composite description."""
    if not outline or unpack_from(">h", outline)[0] >= 0:
        return
    at, more = 10, True
    while more:
        flags, gid = unpack_from(">HH", outline, at)
        yield at + 2, int(gid)
        at += 8 if flags & _WORDS else 6
        at += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0
        more = bool(flags & _MORE)


def _padded(raw: bytes) -> bytes:
    return raw + bytes(-len(raw) % 4)


def _limits(maxp: bytes, count: int, composites: Sequence[Composite]) -> bytes:
    maxp = _patched(maxp, 4, ">H", count)
    if not composites:
        return maxp
    points, contours, deep_points, deep_contours = unpack_from(">4H", maxp, 6)
    most = max(len(composite.parts) for composite in composites)
    elements, depth = unpack_from(">2H", maxp, 28)
    maxp = _patched(maxp, 10, ">H", min(most * max(points, deep_points), 0xFFFF))
    maxp = _patched(maxp, 12, ">H", min(most * max(contours, deep_contours), 0xFFFF))
    return _patched(_patched(maxp, 28, ">H", max(elements, most)), 30, ">H", depth + 1)


def _patched(table: bytes, at: int, form: str, value: int) -> bytes:
    new = pack(form, value)
    return table[:at] + new + table[at + len(new) :]


def _file(tables: dict[bytes, bytes], outlines: int) -> bytes:
    """Return the font file of *tables*; *outlines* is the sum of the words of its glyf table."""
    number = len(tables)
    power = 1 << (number.bit_length() - 1)
    head = b"\x00\x01\x00\x00" + pack(">4H", number, power * 16, power.bit_length() - 1, (number - power) * 16)
    directory: list[bytes] = []
    body: list[bytes] = []
    offset = 12 + 16 * number
    total = head_offset = 0
    for tag in sorted(tables):
        padded = _padded(tables[tag])
        checksum = outlines & 0xFFFFFFFF if tag == b"glyf" else _checksum(padded)
        directory.append(_RECORD.pack(tag, checksum, offset, len(tables[tag])))
        body.append(padded)
        if tag == b"head":
            head_offset = offset
        offset += len(padded)
        total += checksum
    front = head + b"".join(directory)
    # OpenType 1.9, head: the adjustment makes the whole file sum up to 0xB1B0AFBA.
    adjustment = (0xB1B0AFBA - total - _checksum(front)) & 0xFFFFFFFF
    return _patched(front + b"".join(body), head_offset + 8, ">L", adjustment)


def _checksum(raw: bytes) -> int:
    words = array("I", raw)
    if _LITTLE_ENDIAN:
        words.byteswap()
    return sum(words) & 0xFFFFFFFF
