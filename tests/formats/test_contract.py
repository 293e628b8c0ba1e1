# SPDX-License-Identifier: Apache-2.0
"""What every writer owes, built in or not: all roles, every script, the same bytes, a sound file, nothing lost."""

from __future__ import annotations

import io
import zipfile

import pytest
from tests.support import presentations
from tests.support.extraction import missing_from, squeeze, text_of_file

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.plugins import load_writer, writer_names
from docforge.presentation import Presentation
from docforge.write import Writer, WriteSettings, write

READABLE = ("docx", "epub", "pdf")


def made(presentation: Presentation, name: str) -> bytes:
    return write(presentation, name, WriteSettings(), context=Context.fixed(), report=Report())


@pytest.mark.parametrize("name", writer_names())
def test_a_writer_says_what_it_is(name: str) -> None:
    writer = load_writer(name)
    assert isinstance(writer, Writer)
    assert writer.name == name
    assert writer.extension.startswith(".")
    assert "/" in writer.media_type


@pytest.mark.parametrize("name", writer_names())
def test_every_role_is_written(name: str) -> None:
    assert made(presentations.all_roles(), name)


@pytest.mark.parametrize("name", writer_names())
def test_the_same_presentation_gives_the_same_bytes(name: str) -> None:
    assert made(presentations.all_roles(), name) == made(presentations.all_roles(), name)
    assert made(presentations.pack(["en", "ar"]), name) == made(presentations.pack(["en", "ar"]), name)


@pytest.mark.parametrize("name", READABLE)
@pytest.mark.parametrize("tag", list(presentations.TEXTS))
def test_every_script_is_whole(name: str, tag: str) -> None:
    presentation = presentations.in_script(tag)
    text = text_of_file(made(presentation, name), name)
    for item in presentation.sections[0].items:
        if tag in presentations.RTL and name == "pdf":  # numbers and Latin inside may extract around their neighbours
            assert all(squeeze(text).count(c) >= squeeze(item.text).count(c) for c in set(squeeze(item.text)))
        else:
            assert missing_from(item.text, text) == ""


@pytest.mark.parametrize("name", READABLE)
def test_a_pack_holds_every_article_once(name: str) -> None:
    presentation = presentations.pack(["en", "kk", "ja"])
    text = squeeze(text_of_file(made(presentation, name), name))
    for section in presentation.sections:
        for item in section.items:
            if len(item.text) > 60:
                assert text.replace("-", "").count(squeeze(item.text).replace("-", "")) == 1, item.text


@pytest.mark.parametrize("name", ("docx", "epub"))
def test_archives_are_sound(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(made(presentations.pack(["en", "he"]), name))) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == len(set(archive.namelist()))
        assert {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_setting_that_a_writer_reads_is_listed() -> None:
    """A setting that nobody lists cannot be given, one that nobody reads would change nothing."""
    import re
    from pathlib import Path

    from docforge.write import OPTIONS

    folder = Path(__file__).resolve().parents[2] / "src" / "docforge" / "write"
    sources = "\n".join(p.read_text(encoding="utf-8") for p in folder.rglob("*.py") if p != folder / "__init__.py")
    read = set(re.findall(r'(?:option\(|_flag\(settings, )"([a-z]+\.[a-z_]+)"', sources))
    assert read == set(OPTIONS)
