# SPDX-License-Identifier: Apache-2.0
"""Shaped glyphs -> show-text operands and embedded subset fonts.

Every face becomes one Type 0 font with two-byte codes.  A code (CID) stands for one *pair* of glyph
and text, not for a glyph: where a character's own glyph is drawn the code is the character's code
point, every other pair (ligature, contextual form, conjunct, character above U+FFFF) gets a code of
its own when it first occurs.  A base with its marks becomes one composite glyph.  So one ToUnicode map
gives back all text without replacement spans, and the operands of plain words depend on the word alone.

What it must not know: pages, structure, roles.

Rule: ISO 32000-1, 9.7 (composite fonts), 9.10.3 (ToUnicode CMaps); ISO 19005-2, 6.2.11.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from functools import lru_cache
from itertools import accumulate, chain
from operator import attrgetter
from typing import NamedTuple, Protocol, TypeAlias

from docforge.records import dataclass
from docforge.typeset import Face, Shaped
from docforge.write.pdf.truetype import Component, Composite, glyph_store

__all__ = ["EmbeddedFonts", "ObjectSink"]

# Codes for pairs other than a character and its nominal glyph: control characters first, so that the
# map from codes to glyphs stays short, then the private use area and what follows it.
_COMMON_CODES, *_FREE_CODES = range(0x01, 0x09), range(0x09, 0x20), range(0x7F, 0xA0), range(0xE000, 0xFFFE)
_TAKEN = frozenset(chain(_COMMON_CODES, *_FREE_CODES))
_LIGATURES = ("fi", "fl", "ff", "ffi", "ffl")
_BEHIND = 10.0
"""1/1000 em to the left: readers that sort by place then put a blank after the glyph it belongs to."""
_LEAST_RISE = 50.0
"""1/1000 pt; marks that sit lower or higher by less are drawn on the baseline."""
_MEMO_LIMIT = 60_000
_TEXT = attrgetter("text")

_ALPHABETS = tuple(
    frozenset(characters)
    for characters in (
        " ,-.:\u2013\u2014\u2018\u2019\u201c\u201d",
        "0123456789",
        map(chr, range(ord("a"), ord("z") + 1)),
        map(chr, range(ord("A"), ord("Z") + 1)),
        map(chr, range(0xC0, 0x100)),
        [*map(chr, range(ord("а"), ord("я") + 1)), *"ё«»"],
        [*map(chr, range(ord("А"), ord("Я") + 1)), "Ё"],
        "ӘәҒғҚқҢңӨөҰұҮүҺһІі",
        [*map(chr, range(ord("α"), ord("ώ") + 1)), *"άΐ"],
        [*map(chr, range(ord("Α"), ord("Ρ") + 1)), *map(chr, range(ord("Σ"), ord("Ω") + 1)), *"ΆΈΉΊΌΎΏ"],
    )
)
"""Characters that a font has all or none of, so that many documents share a font."""
_MOST_BESIDE = 24
"""With more characters beside the alphabets (ideographs, say) a document's font is its own, and holds what it needs."""


class ObjectSink(Protocol):
    """Where finished objects go (``canvas.TaggedDocument``)."""

    def reserve(self) -> int:
        """Return a new object number."""

    def put(self, number: int, body: bytes) -> None:
        """Write an object that is no stream."""

    def put_stream(self, number: int, entries: bytes, content: bytes, *, level: int = 2) -> None:
        """Write a stream with dictionary *entries*, compressed as hard as *level*."""


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
    pairs: dict[tuple[int | Composite, str], int] = field(default_factory=dict)
    """(glyph, text) to code, for all other pairs."""
    codes: Iterator[int] = field(default_factory=lambda: chain(*_FREE_CODES))
    drawn: set[Shaped] = field(default_factory=set)
    """Plain pieces whose characters are not yet in ``characters``."""

    def count_drawn(self) -> None:
        """Take the characters of what has been drawn, and let it go."""
        self.characters.update("".join(map(_TEXT, self.drawn)))
        self.drawn.clear()


class _Cell(NamedTuple):
    """One code to show and where."""

    operand: str
    natural: float
    """Advance that the font has for the code, 1/1000 em; so are the others."""
    wanted: float
    shift: float
    rise: float
    text: str


class EmbeddedFonts:
    """The fonts of one document: operands while pages are made, font objects at the end."""

    def __init__(self, sink: ObjectSink) -> None:
        self._sink = sink
        self._uses: dict[Face, _FontUse] = {}
        self._known: dict[Shaped, str] = {}
        """Operands that serve every size, of pieces that are not plain."""
        self._raised: dict[tuple[Shaped, float], str] = {}
        self._steps: dict[Shaped, tuple[Step, ...]] = {}
        self._resources: list[_FontUse] = []

    def name(self, face: Face) -> str:
        """Return the resource name of *face*, e.g. ``F1``."""
        return self._use(face).name

    def drawn(self, face: Face) -> set[Shaped]:
        """Return where to note the pieces in *face* that are drawn by their memo."""
        use = self._use(face)
        if len(use.drawn) > _MEMO_LIMIT // 4:
            use.count_drawn()
        return use.drawn

    def operands(self, pieces: Sequence[Shaped], size_pt: float) -> list[str]:
        """Return each of *pieces*, all of one face, as elements of a TJ array, in Latin-1: literal strings and shifts.

        A piece with raised glyphs closes and reopens the array around them.  What serves every document is kept as
        the piece's memo.
        """
        drawn = self._use(pieces[0].face).drawn
        found: list[str] = []
        for piece in pieces:
            if piece.memo is None:
                found.append(self._operand(piece, size_pt))
            else:
                drawn.add(piece)
                found.append(piece.memo)
        return found

    def _operand(self, piece: Shaped, size_pt: float) -> str:
        if piece.y_offsets is not None:
            return self._raised_operand(piece, size_pt)
        found = self._known.get(piece)
        if found is None:
            found = _plain_operand(piece)
            if found is not None:
                piece.memo = found
                self._use(piece.face).drawn.add(piece)
                return found
            if len(self._known) >= _MEMO_LIMIT:
                self._known.clear()
            found = self._known[piece] = _kerned(self._cells(piece))
        return found

    def steps(self, piece: Shaped) -> tuple[Step, ...]:
        """Return the glyphs of a right-to-left piece one by one in reading order."""
        found = self._steps.get(piece)
        if found is None:
            found = self._steps[piece] = tuple(self._reading_steps(piece))
        return found

    def _reading_steps(self, piece: Shaped) -> Iterator[Step]:
        cells = self._cells(piece)
        lefts = list(accumulate([cell.wanted for cell in cells], initial=0.0))
        blank = _blank(piece.face)
        use = self._use(piece.face)
        for cell, left in zip(reversed(cells), reversed(lefts[:-1]), strict=True):
            drawn = Step(cell.operand, left + cell.shift, cell.rise)
            if blank is None or len(cell.text) < 2:
                yield drawn
            elif _repeats(cell.text):
                # Readers drop a letter that stands where the same one stands (Poppler: within a tenth of an em), so
                # the letters share the width of the ligature, and the last one, which is leftmost, draws it.
                letter = Composite((Component(blank, 0, 0),), _share(piece.face, cell.natural, cell.text))
                step = cell.wanted / len(cell.text)
                for place, char in enumerate(cell.text[:-1], 1):
                    yield Step(_literal(self._code(use, letter, char)), left + cell.wanted - place * step, 0.0)
                yield drawn
            else:
                yield drawn
                # What one glyph stands for beyond a character follows as blanks: readers turn the order of
                # characters round glyph by glyph, and would turn round the text of one glyph as well.
                for char in cell.text[1:]:
                    yield Step(_literal(self._code(use, blank, char)), left - _BEHIND, 0.0)

    def invisible(self, face: Face, text: str) -> tuple[str, float]:
        """Return (operand, advance in 1/1000 em) of the space glyph of *face*, standing for *text*."""
        gid = face.hb_font.get_nominal_glyph(0x20) or 0
        return _literal(self._code(self._use(face), gid, text)), face.advance(gid)

    def resources(self) -> bytes:
        """Return the entries of the Font resource dictionary."""
        return b" ".join(b"/%s %d 0 R" % (use.name.encode(), use.number) for use in self._resources)

    def finish(self) -> None:
        """Subset and write all fonts."""
        for use in self._resources:
            use.count_drawn()
            _write_font(self._sink, use)

    def _use(self, face: Face) -> _FontUse:
        use = self._uses.get(face)
        if use is None:
            use = _FontUse(face, f"F{len(self._resources) + 1}", self._sink.reserve())
            self._uses[face] = use
            self._resources.append(use)
        return use

    def _cells(self, piece: Shaped) -> list[_Cell]:
        """Return what to show of *piece* from left to right: a cell for each cluster, where the font can."""
        use = self._use(piece.face)
        cells: list[_Cell] = []
        for first, count, text in piece.clusters:
            if count == 1:
                cells.append(self._cell(use, piece, first, text))
            else:
                cells.append(self._composite(use, piece, first, count, text))
        return cells

    def _cell(self, use: _FontUse, piece: Shaped, index: int, text: str) -> _Cell:
        gid = piece.gids[index]
        shown = _drawn_for(piece, text)
        natural = piece.face.advance(gid)
        glyph: int | Composite = gid
        if _shares(shown, text):
            glyph = Composite((Component(gid, 0, 0),), _share(piece.face, natural, text))
        return _Cell(
            _literal(self._code(use, glyph, shown)),
            natural,
            piece.advances[index],
            piece.x_offsets[index] if piece.x_offsets is not None else 0.0,
            piece.y_offsets[index] if piece.y_offsets is not None else 0.0,
            text,
        )

    def _composite(self, use: _FontUse, piece: Shaped, first: int, count: int, text: str) -> _Cell:
        face = piece.face
        scale = face.upem / 1000
        parts: list[Component] = []
        natural = wanted = 0.0
        for index in range(first, first + count):
            x = wanted + (piece.x_offsets[index] if piece.x_offsets is not None else 0.0)
            y = piece.y_offsets[index] if piece.y_offsets is not None else 0.0
            parts.append(Component(piece.gids[index], round(x * scale), round(y * scale)))
            natural += face.advance(piece.gids[index])
            wanted += piece.advances[index]
        shown = _drawn_for(piece, text)
        width = _share(face, natural, text) if _shares(shown, text) else round(natural * scale)
        glyph = Composite(tuple(parts), width)
        return _Cell(_literal(self._code(use, glyph, shown)), natural, wanted, 0.0, 0.0, text)

    @staticmethod
    def _code(use: _FontUse, glyph: int | Composite, text: str) -> int:
        if len(text) == 1 and isinstance(glyph, int) and _is_nominal(use.face, glyph, text):
            use.characters.add(text)
            return ord(text)
        code = use.pairs.get((glyph, text))
        if code is None:
            code = _common_pairs(use.face).get((glyph, text))
            if code is None:
                # 8,000 pairs are more than any script has; after that a glyph loses its text, not its picture.
                code = next(use.codes, 0xFFFF)
            use.pairs[glyph, text] = code
        return code

    def _raised_operand(self, piece: Shaped, size_pt: float) -> str:
        found = self._raised.get((piece, size_pt))
        if found is None:
            found = self._raised[piece, size_pt] = _placed(self._cells(piece), size_pt)
        return found


# -- pieces to operands ---------------------------------------------------------------------


def _literal(code: int) -> str:
    """Return a two-byte code as a literal string; each character stands for a byte.

    Rule: ISO 32000-1, 7.3.4.2: parentheses and backslash are escaped, a bare carriage return would read as a line feed.
    """
    found = _literals.get(code)
    if found is None:
        high, low = divmod(code, 256)
        found = _literals[code] = f"({_BYTES.get(high) or chr(high)}{_BYTES.get(low) or chr(low)})"
    return found


_BYTES = {0x28: "\\(", 0x29: "\\)", 0x5C: "\\\\", 0x0D: "\\r"}
_literals: dict[int, str] = {}


def _is_nominal(face: Face, gid: int, char: str) -> bool:
    point = ord(char)
    return point < 0xE000 and point not in _TAKEN and face.hb_font.get_nominal_glyph(point) == gid


def _drawn_for(piece: Shaped, text: str) -> str:
    """Return what of *text* the glyph itself stands for; in text from right to left blanks stand for the rest."""
    if not piece.rtl or len(text) < 2 or _blank(piece.face) is None:
        return text
    return text[-1] if _repeats(text) else text[0]


def _share(face: Face, width: float, text: str) -> int:
    """Return the part of each letter of *text* in *width* (1/1000 em), in units of the font."""
    return round(width / len(text) * face.upem / 1000)


def _shares(shown: str, text: str) -> bool:
    """Say whether a glyph that stands for *shown* leaves a part of its width to the other letters of *text*."""
    return shown != text and _repeats(text)


def _repeats(text: str) -> bool:
    """Say whether a character stands twice in *text*, as in the ligature of ``الله``."""
    return len(text) > 2 and len(set(text)) < len(text)


@lru_cache(maxsize=256)
def _blank(face: Face) -> int | None:
    """Return a glyph of *face* that has neither outline nor width."""
    for point in (0x200B, 0x200C, 0x200D, 0xFEFF):
        gid = face.hb_font.get_nominal_glyph(point)
        if gid and face.advance(gid) == 0:
            return int(gid)
    return None


def _plain_operand(piece: Shaped) -> str | None:
    text, gids, face = piece.text, piece.gids, piece.face
    if piece.rtl or len(text) != len(gids) or piece.y_offsets or piece.x_offsets or 0.0 in piece.advances:
        return None
    known = _nominal_glyphs(face)
    if not known.keys() >= set(text):
        nominal = face.hb_font.get_nominal_glyph
        for char in set(text) - known.keys():
            usable = ord(char) < 0xE000 and ord(char) not in _TAKEN
            known[char] = (nominal(ord(char)) if usable else None) or -1
    if list(map(known.__getitem__, text)) != gids.tolist():
        return None
    codes = text.encode("utf-16-be").decode("latin-1")
    own, advances = list(map(face.advance, gids)), piece.advances.tolist()
    if own == advances:
        return f"({_escaped(codes)})"
    parts: list[str] = []
    begin = 0
    for end, (natural, wanted) in enumerate(zip(own, advances, strict=True), 1):
        due = natural - wanted
        if due > 0.3 or due < -0.3:
            parts.append(f"({_escaped(codes[2 * begin : 2 * end])}) {due:.0f}")
            begin = end
    if begin < len(text):
        parts.append(f"({_escaped(codes[2 * begin :])})")
    return "".join(parts)


@lru_cache(maxsize=256)
def _nominal_glyphs(face: Face) -> dict[str, int]:
    """Return a memo: character to the glyph that *face* has for it where its code is its code point, else -1."""
    return {}


def _escaped(codes: str) -> str:
    return codes.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").replace("\r", "\\r")


def _kerned(cells: Sequence[_Cell]) -> str:
    """Return the codes with the differences between natural and wanted advances between them."""
    parts: list[str] = []
    due = 0.0
    for operand, natural, wanted, shift, _, _ in cells:
        due -= shift
        if due > 0.3 or due < -0.3:
            parts.append(f" {due:.0f}")
        parts.append(operand)
        due = natural - wanted + shift
    if due > 0.3 or due < -0.3:
        parts.append(f" {due:.0f}")
    return "".join(parts).replace(")(", "")


def _placed(cells: Sequence[_Cell], size_pt: float) -> str:
    """Return the codes with heights as text rise."""
    parts: list[str] = []
    level = due = 0.0
    for operand, natural, wanted, shift, height, _ in cells:
        rise = height if abs(height) * size_pt >= _LEAST_RISE else 0.0
        if rise != level:
            level = rise
            parts.append(f"]TJ {level * size_pt / 1000:.2f} Ts[")
        due -= shift
        parts.append((f" {due:.0f}" if abs(due) > 0.3 else "") + operand)
        due = natural - wanted + shift
    if abs(due) > 0.3:
        parts.append(f" {due:.0f}")
    if level:
        parts.append("]TJ 0 Ts[")
    return "".join(parts)


# -- font objects ---------------------------------------------------------------------------


_Pairs: TypeAlias = tuple[tuple[tuple[int | Composite, str], int], ...]


class _Program(NamedTuple):
    """A subset of a face, ready to embed; streams are compressed."""

    name: bytes
    length: int
    outlines: bytes
    cid_to_gid: bytes
    unicode: bytes
    widths: bytes


def _write_font(sink: ObjectSink, use: _FontUse) -> None:
    characters, pairs = _rounded_up(use)
    made = (_made_often if len(characters) + len(pairs) <= _FEW_CODES else _program)(use.face, characters, pairs)
    file_number, map_number, unicode_number = sink.reserve(), sink.reserve(), sink.reserve()
    descriptor, descendant = sink.reserve(), sink.reserve()
    deflated = b"/Filter/FlateDecode"
    sink.put_stream(file_number, b"/Length1 %d%s" % (made.length, deflated), made.outlines, level=0)
    sink.put_stream(map_number, deflated, made.cid_to_gid, level=0)
    sink.put_stream(unicode_number, deflated, made.unicode, level=0)
    sink.put(
        descriptor,
        b"<</Type/FontDescriptor/FontName/%s%s/FontFile2 %d 0 R>>" % (made.name, _descriptor(use.face), file_number),
    )
    sink.put(
        descendant,
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%s"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R"
        b"/CIDToGIDMap %d 0 R/DW %d/W[%s]>>" % (made.name, descriptor, map_number, _USUAL_WIDTH, made.widths),
    )
    sink.put(
        use.number,
        b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
        % (made.name, descendant, unicode_number),
    )


def _rounded_up(use: _FontUse) -> tuple[frozenset[str], _Pairs]:
    """Return what the font of *use* holds: what is drawn and what completes the alphabets.

    It depends on what is drawn alone; documents in one language nearly always agree in it.
    """
    face, drawn = use.face, use.characters
    common = _common_pairs(face)
    pairs = [(pair, code) for pair, code in use.pairs.items() if pair not in common]
    if len(pairs) < len(use.pairs):
        pairs = [*common.items(), *pairs]
    alphabets = [alphabet for alphabet in _alphabets(face) if not alphabet.isdisjoint(drawn)]
    whole = frozenset().union(*alphabets)
    beside = drawn - whole
    if len(beside) > _MOST_BESIDE:
        return frozenset(drawn), tuple(pairs)
    return whole | beside, tuple(pairs)


@lru_cache(maxsize=256)
def _alphabets(face: Face) -> tuple[frozenset[str], ...]:
    """Return what *face* has of each alphabet."""
    nominal = face.hb_font.get_nominal_glyph
    return tuple([frozenset([char for char in alphabet if nominal(ord(char))]) for alphabet in _ALPHABETS])


@lru_cache(maxsize=256)
def _common_pairs(face: Face) -> dict[tuple[int | Composite, str], int]:
    """Return the codes of the hyphen at line ends and of the Latin ligatures of *face* (see ``_FontUse.pairs``)."""
    import uharfbuzz as hb

    nominal = face.hb_font.get_nominal_glyph
    found: list[tuple[int | Composite, str]] = []
    hyphen = nominal(0x2010) or nominal(0x2D)
    if hyphen:
        found.append((hyphen, "\u00ad"))
    for text in _LIGATURES:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.direction, buffer.script, buffer.language = "ltr", "Latn", "en"
        hb.shape(face.hb_font, buffer)
        if len(buffer.glyph_infos) == 1 and buffer.glyph_infos[0].codepoint:
            found.append((buffer.glyph_infos[0].codepoint, text))
    return dict(zip(found, _COMMON_CODES, strict=False))


def _program(face: Face, characters: frozenset[str], pairs: _Pairs) -> _Program:
    nominal, advance = face.hb_font.get_nominal_glyph, face.advance
    points = sorted(map(ord, characters))
    gid_of = {point: nominal(point) or 0 for point in points}
    width_of = {point: advance(gid) for point, gid in gid_of.items()}
    composites = list(dict.fromkeys([glyph for (glyph, _), _ in pairs if isinstance(glyph, Composite)]))
    gids = {*gid_of.values(), *[glyph for (glyph, _), _ in pairs if not isinstance(glyph, Composite)]}
    program, place_of, first = glyph_store(face).build(gids, composites)
    embedded = {point: place_of[gid] for point, gid in gid_of.items()}
    place = {composite: first + index for index, composite in enumerate(composites)}
    for (glyph, _), code in pairs:
        if isinstance(glyph, Composite):
            embedded[code], width_of[code] = place[glyph], glyph.advance * 1000 / face.upem
        else:
            embedded[code], width_of[code] = place_of[glyph], advance(glyph)
    return _Program(
        f"{_tag(face, program)}+{_postscript_name(face)}".encode(),
        len(program),
        zlib.compress(program, 4 if len(program) < _LARGE else 1),  # more gives one per cent
        _deflated_runs(_cid_to_gid(embedded)),
        zlib.compress(_to_unicode(points, pairs), 4),
        _widths({code: width for code, width in width_of.items() if width != _USUAL_WIDTH}),
    )


_made_often = lru_cache(maxsize=64)(_program)
_FEW_CODES = 320
_USUAL_WIDTH = 1000
"""Of ideographs, 1/1000 em."""
_LARGE = 40_000
"""Bytes; a font of this size is made for one document, and outlines of ideographs compress little."""


def _tag(face: Face, program: bytes) -> str:
    digest = hashlib.sha256(face.key.encode() + program).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def _postscript_name(face: Face) -> str:
    return re.sub(r"[^A-Za-z0-9-]", "", face.postscript_name)[:60] or "Font"


@lru_cache(maxsize=256)
def _descriptor(face: Face) -> bytes:
    # Table 123: 4 symbolic (codes are no standard Latin), 2 serif, 64 italic.
    flags = 4 | (2 if "serif" in face.family.lower() else 0) | (64 if face.italic else 0)
    box = " ".join(f"{value:.0f}" for value in face.bbox)
    return b"/Flags %d/FontBBox[%s]/ItalicAngle %d/Ascent %d/Descent %d/CapHeight %d/XHeight %d/StemV %d" % (
        flags,
        box.encode(),
        -12 if face.italic else 0,
        round(face.ascent),
        round(face.descent),
        round(face.cap_height or face.ascent),
        round(face.x_height),
        round(face.weight / 5),
    )


def _cid_to_gid(gid_of: dict[int, int]) -> bytes:
    table = array("H", bytes(2 * (max(gid_of, default=0) + 1)))
    for code, gid in gid_of.items():
        table[code] = gid
    if _LITTLE_ENDIAN:
        table.byteswap()
    return table.tobytes()


def _deflated_runs(table: bytes) -> bytes:
    """Compress what is nearly all zeros."""
    packer = zlib.compressobj(1, strategy=zlib.Z_RLE)
    return packer.compress(table) + packer.flush()


_LITTLE_ENDIAN = array("H", [1]).tobytes() == b"\x01\x00"


def _widths(width_of: dict[int, float]) -> bytes:
    parts: list[str] = []
    before = -2
    for code in sorted(width_of):
        if code != before + 1:
            parts.append(f"]{code}[")
        parts.append(_width(width_of[code]))
        before = code
    return ("".join(parts)[1:] + ("]" if parts else "")).encode()


@lru_cache(maxsize=4096)
def _width(width: float) -> str:
    return f"{width:.5g} "


def _to_unicode(points: list[int], pairs: _Pairs) -> bytes:
    """Return the ToUnicode CMap (Adobe Technical Note 5411): ranges that hold all *points*, and single codes.

    A range shares its high byte (bfrange demands it) and says of each code that it is the character's code point,
    which is true of those that the font does not have, too.
    """
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    ranges: list[str] = []
    for high in sorted({point >> 8 for point in points}):
        spans = _BARE.get(high) or ((high << 8, high << 8 | 0xFF),)
        ranges += [f"<{low:04X}> <{last:04X}> <{low:04X}>" for low, last in spans]
    lines += _blocks(ranges, "bfrange")
    singles = sorted([(code, text) for (_, text), code in pairs])
    lines += _blocks([f"<{code:04X}> <{_utf16(text)}>" for code, text in singles], "bfchar")
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode()


_BARE = {0: ((0x20, 0x7E), (0xA0, 0xFF))}
"""The codes that stand for themselves where some of those with the same high byte are ``_FREE_CODES``."""


def _blocks(entries: list[str], operator: str) -> Iterable[str]:
    for at in range(0, len(entries), 100):
        part = entries[at : at + 100]
        yield f"{len(part)} begin{operator}\n" + "\n".join(part) + f"\nend{operator}"


def _utf16(text: str) -> str:
    # ISO 14289-1, 7.21.7 forbids U+FEFF here; inside text it means the same as U+2060.
    return text.replace("\ufeff", "\u2060").encode("utf-16-be", "surrogatepass").hex().upper()
