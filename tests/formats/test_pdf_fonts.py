# SPDX-License-Identifier: Apache-2.0
"""Font programs put together for PDF: readable by others, true to the outlines, the same whatever came before."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import page as validator
import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from tests.support import presentations
from tests.support.pdfs import structure

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.presentation import Role, SectionKind
from docforge.theme import load_theme
from docforge.typeset import Face, font_catalogue
from docforge.write import WriteSettings
from docforge.write.pdf import PdfWriter
from docforge.write.pdf.embed import _ALPHABETS, _literal
from docforge.write.pdf.quadratic import _quadratics
from docforge.write.pdf.truetype import Component, Composite, GlyphStore


@pytest.fixture(scope="module")
def face() -> Face:
    """Noto Serif bold: a variable font with its weight pinned."""
    return font_catalogue(()).chain("serif", 700, False, "en", "Latn")[0]


def gids(face: Face, text: str) -> set[int]:
    return {face.hb_font.get_nominal_glyph(ord(char)) for char in text}


def drawn(font: TTFont, gid: int) -> list[object]:
    pen = RecordingPen()
    font.getGlyphSet()[font.getGlyphName(gid)].draw(pen)
    return pen.value


def test_a_program_is_a_sound_font_with_pinned_outlines(face: Face) -> None:
    program, place, first = GlyphStore(face).build(gids(face, "Қéo"), [])
    font = TTFont(io.BytesIO(program), checkChecksums=2)
    assert set(font.keys()) - {"GlyphOrder"} == {"glyf", "head", "hhea", "hmtx", "loca", "maxp"}
    assert font["maxp"].numGlyphs == first == len(place)
    for char in "Қo":
        gid = face.hb_font.get_nominal_glyph(ord(char))
        own = RecordingPen()
        face.hb_font.draw_glyph_with_pen(gid, own)
        assert len(drawn(font, place[gid])) >= 3
        assert font["hmtx"][font.getGlyphName(place[gid])][0] == round(face.advance(gid) * face.upem / 1000)
        xs = [x for _, points in own.value for x, _ in points]
        assert font["glyf"][font.getGlyphName(place[gid])].xMin >= min(xs) - 1


def test_a_program_does_not_depend_on_earlier_documents(face: Face) -> None:
    fresh = GlyphStore(face).build(gids(face, "Ferries"), [])[0]
    used = GlyphStore(face)
    used.build(gids(face, "ÄÖÜ ein anderer Text, Қазақстан"), [])
    assert used.build(gids(face, "Ferries"), [])[0] == fresh


def embedded(text: str, lang: str) -> dict[str, tuple[bytes, set[str]]]:
    """Return the fonts of a document of one paragraph: name to program and the characters it has glyphs for."""
    body = presentations.item(Role.BODY, text, lang)
    document = presentations.document((presentations.section(SectionKind.ARTICLE, "a1", "", (body,), lang),))
    pdf = PdfWriter().write(document, WriteSettings(), context=Context.fixed(), report=Report())
    found = {}
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for one in opened.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/Subtype") == "/CIDFontType2":
                table = one.CIDToGIDMap.read_bytes()
                gid_of = [table[i] << 8 | table[i + 1] for i in range(0, len(table), 2)]
                drawn = {chr(code) for code, gid in enumerate(gid_of) if gid and code >= 0x20}
                found[str(one.BaseFont)] = (one.FontDescriptor.FontFile2.read_bytes(), drawn)
    return found


def test_documents_in_one_language_share_their_font() -> None:
    first, second = embedded("Ferries returned to the harbour.", "en"), embedded("Vexing quiz, jumbled by fog.", "en")
    assert [name for name in first if "Serif" in name] == [name for name in second if "Serif" in name]
    assert all(second[name] == font for name, font in first.items() if "Serif" in name)


def test_a_font_holds_whole_alphabets_and_of_all_else_what_is_drawn() -> None:
    ((_, characters),) = [font for name, font in embedded("ab ₸é", "en").items() if "Serif" in name]
    assert {*"abcdefghijklmnopqrstuvwxyz", *"₸éÿ"} <= characters
    assert not {*"Aя€"} & characters


def test_a_font_of_ideographs_holds_those_that_are_drawn() -> None:
    text = "".join(chr(point) for point in range(0x5B50, 0x5B50 + 40))
    characters = {char for name, font in embedded(text, "zh-Hans").items() if "SC" in name for char in font[1]}
    assert set(text) <= characters
    assert "\u5b4f" not in characters


def test_what_a_font_holds_does_not_depend_on_earlier_documents() -> None:
    fresh = embedded("Office of first-class effort: 12 ₸", "en")
    embedded("Қазақстан – waffle, ruffian; «ещё»", "kk")
    assert embedded("Office of first-class effort: 12 ₸", "en") == fresh


@pytest.mark.parametrize("alphabet", _ALPHABETS)
def test_alphabets_hold_single_characters_that_are_their_own_codes(alphabet: frozenset[str]) -> None:
    assert all(len(char) == 1 and 0x20 <= ord(char) < 0xE000 for char in alphabet)
    assert sum(not alphabet.isdisjoint(other) for other in _ALPHABETS) == 1


def test_a_composite_stands_for_its_parts(face: Face) -> None:
    base, mark = (face.hb_font.get_nominal_glyph(ord(char)) for char in "ы\u0301")
    own = Composite((Component(base, 0, 0), Component(mark, 300, 40)), 900)
    program, place, first = GlyphStore(face).build([base], [own])
    font = TTFont(io.BytesIO(program), checkChecksums=2)
    glyph = font["glyf"][font.getGlyphName(first)]
    assert [(font.getGlyphID(c.glyphName), c.x, c.y) for c in glyph.components] == [
        (place[base], 0, 0),
        (place[mark], 300, 40),
    ]
    assert font["hmtx"][font.getGlyphName(first)][0] == 900


def test_cubic_curves_stay_within_half_a_unit() -> None:
    start, first, second, end = (0.0, 0.0), (0.0, 552.0), (448.0, 1000.0), (1000.0, 1000.0)

    def cubic(t: float) -> tuple[float, float]:
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        points = (start, first, second, end)
        x, y = (sum(w * p[i] for w, p in zip(weights, points, strict=True)) for i in (0, 1))
        return x, y

    at = start
    parts = _quadratics(start, first, second, end)
    for index, (control, to) in enumerate(parts):
        for step in range(11):
            t = step / 10
            x, y = ((1 - t) ** 2 * at[i] + 2 * t * (1 - t) * control[i] + t * t * to[i] for i in (0, 1))
            want = cubic((index + t) / len(parts))
            assert abs(x - want[0]) <= 0.5
            assert abs(y - want[1]) <= 0.5
        at = to
    assert at == end


def cff_font(folder: Path) -> None:
    """Write a small OpenType font with CFF outlines named Keel."""
    glyphs = {".notdef": 500, "space": 250, **{chr(c): 500 for c in range(97, 123)}}
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap({32: "space", **{c: chr(c) for c in range(97, 123)}})
    strings = {}
    for name, width in glyphs.items():
        pen = T2CharStringPen(width, None)
        if name != "space":
            pen.moveTo((50, 0))
            pen.curveTo((50, 300), (200, 500), (450, 500))
            pen.lineTo((450, 0))
            pen.closePath()
        strings[name] = pen.getCharString()
    builder.setupCFF("Keel-Regular", {"FullName": "Keel"}, strings, {})
    builder.setupHorizontalMetrics({name: (width, 50) for name, width in glyphs.items()})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Keel", "styleName": "Regular"})
    builder.setupOS2(fsType=0)
    builder.setupPost()
    builder.save(folder / "Keel.otf")


def test_a_font_of_the_user_with_cff_outlines_is_embedded(tmp_path: Path) -> None:
    cff_font(tmp_path)
    theme = load_theme()
    own = replace(theme.families["text"], pdf="Keel")
    settings = WriteSettings(replace(theme, families={**theme.families, "text": own}), (str(tmp_path),))
    body = presentations.item(Role.BODY, "ferries return after nine years")
    presentation = presentations.document((presentations.section(SectionKind.ARTICLE, "a1", "ferries", (body,)),))
    pdf = PdfWriter().write(presentation, settings, context=Context.fixed(), report=Report())
    assert "Keel" in _font_names(pdf)
    assert structure(pdf).text.strip() == "ferries return after nine years"
    for profile in ("ua1", "2a"):
        report = validator.validate_pdf_bytes(pdf, profile=profile)
        assert report.is_compliant, [(f.rule_id, f.message) for f in report.failures]


def _font_names(pdf: bytes) -> str:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return " ".join(
            str(o.BaseFont) for o in opened.objects if isinstance(o, pikepdf.Dictionary) and "/BaseFont" in o
        )


@pytest.mark.parametrize(
    ("code", "literal"),
    [(0x41, "(\x00A)"), (0x28, "(\x00\\()"), (0x295C, "(\\)\\\\)"), (0x0D0A, "(\\r\n)"), (0x5C0D, "(\\\\\\r)")],
)
def test_codes_are_escaped_byte_by_byte(code: int, literal: str) -> None:
    assert _literal(code) == literal
