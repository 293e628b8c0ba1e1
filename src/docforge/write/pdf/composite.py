# SPDX-License-Identifier: Apache-2.0
"""Adds composite glyphs to a TrueType font program: a base with its marks becomes one glyph.

A cluster that is one glyph is one code with one text for every reader; marks that are glyphs of their
own are read as words of their own, or as nothing.

Rule: OpenType 1.9, tables glyf (composite glyph description), loca, hmtx, hhea, maxp.
"""

from __future__ import annotations

from collections.abc import Sequence
from struct import Struct, pack, unpack_from
from typing import NamedTuple

__all__ = ["Component", "Composite", "with_composites"]

_RECORD = Struct(">4sLLL")
_WORDS, _XY, _ROUND, _MORE = 0x0001, 0x0002, 0x0004, 0x0020


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


def with_composites(program: bytes, composites: Sequence[Composite]) -> tuple[bytes, int]:
    """Return *program* with *composites* after its own glyphs, and the id of the first of them.

    Args:
        program: A static TrueType font (``glyf`` outlines).
        composites: Their parts name glyphs of *program*.
    """
    tables = _tables(program)
    count = int(unpack_from(">H", tables[b"maxp"], 4)[0])
    if not composites:
        return program, count
    long_offsets = unpack_from(">h", tables[b"head"], 50)[0] == 1
    offsets = list(unpack_from(f">{count + 1}{'L' if long_offsets else 'H'}", tables[b"loca"]))
    if not long_offsets:
        offsets = [offset * 2 for offset in offsets]
    outlines = bytearray(tables[b"glyf"][: offsets[-1]])
    outlines += bytes(-len(outlines) % 4)
    offsets[-1] = len(outlines)
    metrics = bytearray()
    for composite in composites:
        box = _bounds(outlines, offsets, composite)
        outlines += _description(composite, box)
        offsets.append(len(outlines))
        metrics += pack(">Hh", composite.advance, box[0])
    tables[b"glyf"] = bytes(outlines)
    tables[b"loca"] = pack(f">{len(offsets)}L", *offsets)
    tables[b"head"] = _patched(tables[b"head"], 50, ">h", 1)
    tables[b"hmtx"] = _full_metrics(tables, count) + bytes(metrics)
    tables[b"hhea"] = _patched(tables[b"hhea"], 34, ">H", count + len(composites))
    tables[b"maxp"] = _limits(tables[b"maxp"], count, composites)
    return _file(program[:4], tables), count


def _tables(program: bytes) -> dict[bytes, bytes]:
    (number,) = unpack_from(">H", program, 4)
    records = [_RECORD.unpack_from(program, 12 + 16 * i) for i in range(number)]
    return {tag: program[offset : offset + length] for tag, _, offset, length in records}


def _bounds(outlines: bytearray, offsets: Sequence[int], composite: Composite) -> tuple[int, int, int, int]:
    boxes = []
    for part in composite.parts:
        if offsets[part.gid] == offsets[part.gid + 1]:
            continue
        left, low, right, high = unpack_from(">4h", outlines, offsets[part.gid] + 2)
        boxes.append((left + part.x, low + part.y, right + part.x, high + part.y))
    if not boxes:
        return 0, 0, 0, 0
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def _description(composite: Composite, box: tuple[int, int, int, int]) -> bytes:
    parts = [pack(">h4h", -1, *box)]
    last = len(composite.parts) - 1
    for index, part in enumerate(composite.parts):
        flags = _WORDS | _XY | _ROUND | (0 if index == last else _MORE)
        parts.append(pack(">HHhh", flags, *part))
    raw = b"".join(parts)
    return raw + bytes(-len(raw) % 4)


def _full_metrics(tables: dict[bytes, bytes], count: int) -> bytes:
    """Return hmtx with an advance for each glyph (the last ones may share one)."""
    (full,) = unpack_from(">H", tables[b"hhea"], 34)
    raw = tables[b"hmtx"]
    if full >= count:
        return raw[: 4 * count]
    advance = raw[4 * full - 4 : 4 * full - 2]
    bearings = raw[4 * full :]
    return raw[: 4 * full] + b"".join(advance + bearings[2 * i : 2 * i + 2] for i in range(count - full))


def _limits(maxp: bytes, count: int, composites: Sequence[Composite]) -> bytes:
    points, contours, deep_points, deep_contours = unpack_from(">4H", maxp, 6)
    most = max(len(composite.parts) for composite in composites)
    elements, depth = unpack_from(">2H", maxp, 28)
    maxp = _patched(maxp, 4, ">H", count + len(composites))
    maxp = _patched(maxp, 10, ">H", min(most * max(points, deep_points), 0xFFFF))
    maxp = _patched(maxp, 12, ">H", min(most * max(contours, deep_contours), 0xFFFF))
    return _patched(_patched(maxp, 28, ">H", max(elements, most)), 30, ">H", depth + 1)


def _patched(table: bytes, at: int, form: str, value: int) -> bytes:
    new = pack(form, value)
    return table[:at] + new + table[at + len(new) :]


def _file(version: bytes, tables: dict[bytes, bytes]) -> bytes:
    tables[b"head"] = _patched(tables[b"head"], 8, ">L", 0)
    number = len(tables)
    power = 1 << (number.bit_length() - 1)
    head = version + pack(">4H", number, power * 16, power.bit_length() - 1, (number - power) * 16)
    directory: list[bytes] = []
    body: list[bytes] = []
    offset = 12 + 16 * number
    for tag in sorted(tables):
        raw = tables[tag]
        padded = raw + bytes(-len(raw) % 4)
        directory.append(_RECORD.pack(tag, _checksum(padded), offset, len(raw)))
        body.append(padded)
        offset += len(padded)
    whole = head + b"".join(directory) + b"".join(body)
    # OpenType 1.9, head: the adjustment makes the whole file sum up to 0xB1B0AFBA.
    adjustment = (0xB1B0AFBA - _checksum(whole)) & 0xFFFFFFFF
    at = next(_RECORD.unpack(record)[2] for record in directory if record.startswith(b"head"))
    return _patched(whole, at + 8, ">L", adjustment)


def _checksum(raw: bytes) -> int:
    return int(sum(unpack_from(f">{len(raw) // 4}L", raw))) & 0xFFFFFFFF
