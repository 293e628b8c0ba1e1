# SPDX-License-Identifier: Apache-2.0
"""The promises about the whole line, for any text: nothing lost, valid or a named error, the same bytes twice."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.extraction import missing_from, squeeze, text_of_file

from docforge.conversion import convert_text
from docforge.errors import DocforgeError
from docforge.settings import Settings

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "samples").glob("*.txt"))
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])

WORDS = st.sampled_from(
    [
        "rain",
        "river",
        "“We",
        "“glad”",
        "said,",
        "Monday.",
        "14",
        "September",
        "2022",
        "Photo:",
        "—",
        "«Дождь»",
        "сказал",
        "Қазақстан",
        "ғылым",
        "北京",
        "电。",
        "「雨」",
        "Berlin",
        "(dpa)",
        "-",
        "•",
        "1.",
        "5’10”",
        "a@b.org",
        "https://x.org/a?b=c",
        "ﬁn",
        "naïve",
        "Ελλάδα",
        "שלום",
        "مرحبا",
        "नमस्ते",
        "ภาษา",
        "서울",
        "{page}",
        "<b>",
        "&amp;",
        "½",
        "№5",
        "PAR_A",
    ]
)
LINES = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)
COPY = st.lists(st.one_of(LINES, st.just("")), min_size=1, max_size=14).map("\n".join).filter(lambda t: t.strip() != "")
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
ANYTHING = st.text(min_size=1, max_size=200)


@pytest.mark.parametrize("name", ["docx", "epub", "pdf"])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_every_sample_is_whole_in_every_format(path: Path, name: str) -> None:
    text = path.read_text(encoding="utf-8")
    copy = FRONT_MATTER.sub("", text)  # front matter states fields; what it says is not the article's text
    assert missing_from(copy, text_of_file(convert_text(text, name), name)) == ""


@pytest.mark.parametrize("name", ["docx", "epub"])
@QUICK
@given(text=COPY)
def test_nothing_is_lost(name: str, text: str) -> None:
    assert missing_from(text, text_of_file(convert_text(text, name), name)) == ""


@QUICK
@given(text=COPY)
def test_no_letter_is_lost_on_paper(text: str) -> None:
    """Right-to-left runs may extract in another order between runs; every character must be there."""
    found = squeeze(text_of_file(convert_text(text, "pdf"), "pdf"))
    for char in set(squeeze(text)):
        assert found.count(char) >= squeeze(text).count(char), (char, hex(ord(char)))


@pytest.mark.parametrize("name", ["docx", "epub", "pdf", "html", "json"])
@QUICK
@given(text=ANYTHING)
def test_any_text_gives_a_file_or_a_named_error(name: str, text: str) -> None:
    try:
        document = convert_text(text, name)
    except DocforgeError as error:
        assert str(error)
        return
    if name in ("docx", "epub"):
        assert zipfile.ZipFile(io.BytesIO(document)).testzip() is None
    assert document


@pytest.mark.parametrize("name", ["docx", "epub", "pdf", "html", "json"])
def test_the_same_bytes_twice(name: str) -> None:
    text = SAMPLES[0].read_text(encoding="utf-8")
    assert convert_text(text, name) == convert_text(text, name)


@pytest.mark.parametrize("tag", ["en", "fr", "kk", "ar", "zh-Hans", "th", "fa", "hi"])
def test_the_output_locale_changes_the_frame_only(tag: str) -> None:
    text = SAMPLES[0].read_text(encoding="utf-8")
    document = convert_text(text, "docx", settings=Settings(locale=tag))
    assert missing_from(text, text_of_file(document, "docx")) == ""
