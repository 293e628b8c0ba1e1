# SPDX-License-Identifier: Apache-2.0
"""Hostile inputs: each becomes one whole document with all its words in order, or one named refusal and nothing."""

from __future__ import annotations

import html
import json
import os
import re
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

import pytest

import docforge
from docforge.errors import DocforgeError

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("DOCFORGE_SHARED", ROOT.parent / "shared")) / "hostile-sample"
FORMATS = ("docx", "pdf", "epub")


def sample() -> list[dict[str, Any]]:
    path = SHARED / "expectations.json"
    return json.loads(path.read_text(encoding="utf-8"))["items"] if path.is_file() else []


def _xml_text(data: bytes) -> str:
    return html.unescape(re.sub(r"<[^>]*>", " ", data.decode("utf-8")))


def text_of(path: Path) -> str:
    """Read a finished document back without docforge."""
    if path.suffix == ".pdf":
        pypdf = pytest.importorskip("pypdf")
        return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(names) == len(set(names))
        assert not any(name.startswith("/") or ".." in name.split("/") for name in names)
        wanted = "word/document.xml" if path.suffix == ".docx" else ".xhtml"
        return " ".join(_xml_text(archive.read(n)) for n in names if n.endswith(wanted))


def assert_in_order(words: list[str], text: str) -> None:
    folded = re.sub(r"\s+", "", unicodedata.normalize("NFC", text))
    position = 0
    for word in words:
        found = folded.find(re.sub(r"\s+", "", unicodedata.normalize("NFC", word)), position)
        assert found >= 0, f"{word!r} is lost"
        position = found + 1


def tried(data: bytes, name: str, format: str, folder: Path) -> Path | None:
    """Convert *data* in an empty folder; return the output, or None after a refusal that left nothing behind."""
    source = folder / "in" / name
    source.parent.mkdir()
    source.write_bytes(data)
    target = folder / "out" / f"out.{format}"
    target.parent.mkdir()
    try:
        docforge.convert(source, target)
    except DocforgeError as error:
        message = str(error)
        assert "\n" not in message
        assert len(message) <= 600
        assert not any(unicodedata.category(c) in ("Cc", "Cf") for c in message), ascii(message)
        assert error.exit_code in (2, 4, 5, 6, 7)
        assert list(target.parent.iterdir()) == []
        return None
    finally:
        assert [p.name for p in source.parent.iterdir()] == [name]
    assert list(target.parent.iterdir()) == [target]
    return target


@pytest.mark.skipif(not sample(), reason="the hostile sample is not here (set DOCFORGE_SHARED)")
@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("item", sample(), ids=lambda item: Path(item["file"]).stem)
def test_the_hostile_sample(item: dict[str, Any], format: str, tmp_path: Path) -> None:
    source = SHARED / item["file"]
    output = tried(source.read_bytes(), item.get("copy_to_name", source.name), format, tmp_path)
    if item["expectation"] != "either":
        assert (output is not None) == (item["expectation"] == "convert")
    if output is not None:
        assert_in_order(item["must_keep"], text_of(output))


BODY = "The harbour board met on Monday and spoke about the new bridge for an hour.\n\n"


def around(middle: str) -> bytes:
    return f"Harbour board meets\n\nfirstmark {BODY}{middle}\n\n{BODY} lastmark\n".encode("utf-8", "surrogatepass")


CASES: dict[str, tuple[bytes, bool | None]] = {
    "control": (around("a\x01b\x02c \x1b[31mred\x1b[0m \x7f \x84 \x9b end"), True),
    "noncharacters": (around("a\ufdd0b\U0001fffec"), True),
    "bidi": (around("\u202eabc \u2066def\u2067 ghi \u202a\u202b"), True),
    "invisible": (around("a\u200bb\u2060c\ufeffd\u00ade\u180ef"), True),
    "combining": (around("o" + "\u0301\u0323" * 200 + " z\u20e3"), True),
    "emoji": (around("👩‍🚀 👍🏽 🇰🇿 1️⃣ 🫠"), True),
    "private use": (around("\ue000 \uf8ff \U000f0000 \U0010fffd"), True),
    "long word": (around("x" * 20_000), True),
    "long paragraph": (around("word and " * 5_000), True),
    "many paragraphs": (around("one\n" * 1_000), True),
    "nesting": (around("“‘" * 3_000 + "((" * 3_000), True),
    "markup": (around("<b>&amp;</p><script>x()</script> ]]> <?x ?> {{x}} ${x} %n \\include{x}"), True),
    "fields": (around("=cmd|' /C calc'!A0 { INCLUDEPICTURE \"http://example.invalid/x\" } _x000D_"), True),
    "impossible dates": (around("31 February 2021, 2021-02-30, 99/99/9999"), True),
    "line ends": (around("a\rb\r\nc\x85d\u2028e\u2029f\x0bg\x0ch"), True),
    "surrogate": (around("x \ud800 y"), None),
    "utf-16": (around("ж").decode().encode("utf-16"), True),
    "zip": (b"PK\x03\x04" + bytes(200), False),
    "zeros": (bytes(500), False),
    "blank": (b" \n\n\t\n", False),
    "random": (bytes((i * 7919 + i // 3) % 256 for i in range(2_000)), False),
}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(("data", "converts"), CASES.values(), ids=CASES.keys())
def test_own_families(data: bytes, converts: bool | None, format: str, tmp_path: Path) -> None:
    output = tried(data, "in.txt", format, tmp_path)
    if converts is not None:
        assert (output is not None) == converts
    if output is not None:
        assert_in_order(["firstmark", "lastmark"], text_of(output))
