# SPDX-License-Identifier: Apache-2.0
"""Finding fonts, choosing faces, refusing what may not be embedded."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from tests.support.required import need

from docforge.errors import FontError
from docforge.typeset import FontCatalogue, font_catalogue
from docforge.typeset.scripts import SCRIPTS, han_tag, script_of, script_of_language
from docforge.typeset.shape import setter_for


def pack_font(name: str) -> Path:
    face = font_catalogue().chain(name, 400, False, "en", "Latn")[0]
    return face.path


def with_fs_type(source: Path, target: Path, fs_type: int) -> Path:
    """Copy a font with another OS/2 fsType."""
    data = bytearray(source.read_bytes())
    for record in range(struct.unpack(">H", data[4:6])[0]):
        start = 12 + 16 * record
        if data[start : start + 4] == b"OS/2":
            offset = struct.unpack(">I", data[start + 8 : start + 12])[0]
            data[offset + 8 : offset + 10] = struct.pack(">H", fs_type)
    target.write_bytes(bytes(data))
    return target


@pytest.mark.parametrize(
    ("lang", "script", "family"),
    [
        ("en", "Latn", "Noto Serif"),
        ("kk", "Cyrl", "Noto Serif"),
        ("el", "Grek", "Noto Serif"),
        ("ar", "Arab", "FiraGO"),
        ("he", "Hebr", "Noto Sans Hebrew"),
        ("hi", "Deva", "Noto Sans Devanagari"),
        ("bn", "Beng", "Noto Sans Bengali"),
        ("ta", "Taml", "Noto Sans Tamil"),
        ("te", "Telu", "Noto Sans Telugu"),
        ("th", "Thai", "Noto Sans Thai"),
        ("lo", "Laoo", "Noto Sans Lao"),
        ("km", "Khmr", "Noto Sans Khmer"),
        ("my", "Mymr", "Noto Sans Myanmar"),
        ("ka", "Geor", "FiraGO"),
        ("am", "Ethi", "Noto Sans Ethiopic"),
        ("zh", "Hani", "Noto Sans SC"),
        ("zh-Hant", "Hani", "Noto Sans TC"),
        ("zh-TW", "Hani", "Noto Sans TC"),
        ("ja", "Hani", "Noto Sans JP"),
        ("ko", "Hani", "Noto Sans KR"),
        ("en", "Hira", "Noto Sans JP"),
        ("ko", "Hang", "Noto Sans KR"),
        ("ar", "Latn", "Noto Sans"),
    ],
)
def test_first_face_of_each_script(lang: str, script: str, family: str) -> None:
    chain = font_catalogue().chain("serif", 400, False, lang, script)
    assert chain[0].family == family
    facts = SCRIPTS[script]
    assert all(chain[0].covers(ord(char)) for char in facts.probes)


@pytest.mark.parametrize(
    ("lang", "script", "family"),
    [
        ("hy", "Armn", "Noto Sans Armenian"),
        ("gu", "Gujr", "Noto Sans Gujarati"),
        ("pa", "Guru", "Noto Sans Gurmukhi"),
        ("kn", "Knda", "Noto Sans Kannada"),
        ("ml", "Mlym", "Noto Sans Malayalam"),
        ("or", "Orya", "Noto Sans Oriya"),
        ("si", "Sinh", "Noto Sans Sinhala"),
    ],
)
def test_first_face_of_scripts_in_the_pack_of_rarer_ones(lang: str, script: str, family: str) -> None:
    need(font_catalogue().has_family(family), "the declared package manimgx-fonts is not installed")
    test_first_face_of_each_script(lang, script, family)


@pytest.mark.parametrize("text", ["🎉", "👍🏽", "👩\u200d🚀", "🇰🇿", "1\ufe0f\u20e3", "❤\ufe0f"])
def test_an_emoji_sequence_is_one_sign_of_the_emoji_font_with_the_spaces_of_the_text(text: str) -> None:
    need(font_catalogue().has_family("Noto Emoji"), "the declared package manimgx-fonts is not installed")
    setter = setter_for(font_catalogue(), "serif", 400, False, "en", False)
    pieces = setter.segment(f"{text} ").pieces
    assert [(piece.face.family, piece.text) for piece in pieces] == [("Noto Emoji", text), ("Noto Serif", " ")]
    assert [cluster.text for cluster in pieces[0].clusters] == [text]


def test_letters_without_font_name_what_is_missing_and_what_helps() -> None:
    tibetan = r"Tibetan \(Tibt\): ཀ U\+0F40 TIBETAN LETTER KA: name a folder.*Noto Serif Tibetan"
    with pytest.raises(FontError, match=tibetan):
        setter_for(font_catalogue(), "serif", 400, False, "bo", False).segment("ཀ")
    with pytest.raises(FontError, match=r"U\+20000 .*not in Noto Sans SC.*: name a folder"):
        setter_for(font_catalogue(), "serif", 400, False, "zh", False).segment("\U00020000")


@pytest.mark.parametrize("weight", [400, 700])
@pytest.mark.parametrize("italic", [False, True])
def test_weight_and_slant(weight: int, italic: bool) -> None:
    face = font_catalogue().chain("serif", weight, italic, "en", "Latn")[0]
    assert (face.weight, face.italic) == (weight, italic)
    assert face is font_catalogue().chain("serif", weight, italic, "de", "Latn")[0]


def test_variable_fonts_are_pinned_away_from_a_thin_default() -> None:
    regular = font_catalogue().chain("sans", 400, False, "zh", "Hani")[0]
    bold = font_catalogue().chain("sans", 700, False, "zh", "Hani")[0]
    assert dict(regular.axes) == {"wght": 400.0}
    assert dict(bold.axes) == {"wght": 700.0}
    assert regular.key != bold.key


def test_metrics_are_in_thousandths_of_an_em() -> None:
    face = font_catalogue().chain("Inter", 400, False, "en", "Latn")[0]
    assert face.upem == 2048
    assert 600 < face.cap_height < 800 < face.ascent < 1300
    assert -500 < face.descent < -100
    gid = face.hb_font.get_nominal_glyph(ord("x"))
    assert face.advance(gid) == face.hb_font.get_glyph_h_advance(gid) * face.scale


def test_user_folder_is_found_named_and_used(tmp_path: Path) -> None:
    source = pack_font("Noto Sans Hebrew")
    with_fs_type(source, tmp_path / "anything.ttf", 0)
    catalogue = FontCatalogue([tmp_path])
    face = catalogue.chain("serif", 400, False, "he", "Hebr")[0]
    assert face.path.parent == tmp_path
    assert face.family == "Noto Sans Hebrew"
    assert any(entry.origin == str(tmp_path) for entry in catalogue.coverage())


@pytest.mark.parametrize("fs_type", [0x0002, 0x0100, 0x0200])
def test_fonts_that_may_not_be_embedded_are_refused(tmp_path: Path, fs_type: int) -> None:
    with_fs_type(pack_font("Noto Sans Hebrew"), tmp_path / "closed.ttf", fs_type)
    with pytest.raises(FontError, match=r"licence of font file 'closed\.ttf' forbids"):
        FontCatalogue([tmp_path])


@pytest.mark.parametrize("fs_type", [0x0000, 0x0004, 0x0008])
def test_fonts_that_may_be_embedded_are_taken(tmp_path: Path, fs_type: int) -> None:
    with_fs_type(pack_font("Noto Sans Hebrew"), tmp_path / "open.ttf", fs_type)
    assert FontCatalogue([tmp_path]).has_family("Noto Sans Hebrew")


def test_broken_and_absent_are_errors(tmp_path: Path) -> None:
    with pytest.raises(FontError, match="does not exist"):
        FontCatalogue([tmp_path / "no"])
    (tmp_path / "bad.ttf").write_bytes(b"no font")
    with pytest.raises(FontError, match=r"bad\.ttf"):
        FontCatalogue([tmp_path])
    with pytest.raises(FontError, match="no font family 'Nowhere'"):
        font_catalogue().chain("Nowhere", 400, False, "en", "Latn")


def test_collections_and_postscript_outlines(tmp_path: Path) -> None:
    builder = pytest.importorskip("fontTools.fontBuilder")
    collection = pytest.importorskip("fontTools.ttLib.ttCollection").TTCollection()
    pens = pytest.importorskip("fontTools.pens.t2CharStringPen")
    for name in ("Alpha", "Beta"):
        font = builder.FontBuilder(1000, isTTF=False)
        font.setupGlyphOrder([".notdef", "a"])
        font.setupCharacterMap({0x61: "a"})
        pen = pens.T2CharStringPen(600, None)
        pen.moveTo((0, 0))
        pen.lineTo((500, 0))
        pen.lineTo((250, 700))
        pen.closePath()
        shape = pen.getCharString()
        font.setupCFF(name, {}, {".notdef": shape, "a": shape}, {})
        font.setupHorizontalMetrics({".notdef": (600, 0), "a": (600, 0)})
        font.setupHorizontalHeader(ascent=800, descent=-200)
        font.setupNameTable({"familyName": f"Test {name}", "styleName": "Regular", "psName": f"Test{name}-Regular"})
        font.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWeightClass=400)
        font.setupPost()
        collection.fonts.append(font.font)
    collection.save(tmp_path / "both.ttc")
    catalogue = FontCatalogue([tmp_path])
    alpha = catalogue.chain("Test Alpha", 400, False, "en", "Latn")[0]
    beta = catalogue.chain("Test Beta", 400, False, "en", "Latn")[0]
    assert (alpha.outlines, alpha.index, beta.index) == ("cff", 0, 1)
    assert alpha.key != beta.key


def test_coverage_lists_every_script_of_the_packs() -> None:
    covered = {script for entry in font_catalogue().coverage() for script in entry.scripts}
    assert covered >= {
        "Latn", "Cyrl", "Grek", "Arab", "Hebr", "Deva", "Beng", "Taml", "Telu", "Thai", "Laoo", "Khmr", "Mymr",
        "Geor", "Ethi", "Hani", "Hira", "Kana", "Hang", "Bopo",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("tag", "script"),
    [("en", "Latn"), ("kk", "Cyrl"), ("sr-Latn", "Latn"), ("uz-Cyrl", "Cyrl"), ("zh-Hant-TW", "Hani"), ("und", "Latn")],
)
def test_script_of_language(tag: str, script: str) -> None:
    assert script_of_language(tag) == script


def test_script_of_characters_and_han_forms() -> None:
    assert [script_of(c) for c in "aж中あ한1。"] == ["Latn", "Cyrl", "Hani", "Hira", "Hang", "Zyyy", "Zyyy"]
    assert [han_tag(t) for t in ("zh-HK", "zh", "zh-Hans-SG", "ja", "en")] == [
        "zh-Hant",
        "zh-Hans",
        "zh-Hans",
        "ja",
        None,
    ]
