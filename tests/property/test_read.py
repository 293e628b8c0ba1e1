# SPDX-License-Identifier: Apache-2.0
"""Whatever the text: nothing is lost between passages, and every character maps back to where it stood."""

from __future__ import annotations

from itertools import pairwise
from unicodedata import normalize

from hypothesis import given, settings
from hypothesis import strategies as st

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.errors import InputError
from docforge.model import Source
from docforge.reading import ReadSettings, read_source
from docforge.reading.lines import BLANKS, count_quoted
from docforge.text import is_safe, safe_text

LINE_ENDS = ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029", "\x0b", "\x0c", "\n\n"]
WHITE = BLANKS + "\n\r\x0b\x0c\x85\u2028\u2029"
WORDS = [
    *["the", "Minister", "of", "und", "Ein-", "half-", "co\u00ad", "министр", "1987.", "- a", "* item", "1. item"],
    *["(2) item", "会議を", "開いた。", "ประเทศ", "a|b|c", "x\ty", "col  col2", "Kazakh\u00a0steppe", "end.", "“Yes,”"],
    *["\u3000indent", "    indent", "\u200b", "\ufeff", "\x07", "\ufffe", "👩‍🚀", "\U0010ffff", "—", "e\u0301", "---"],
    "headline: x",
]
PIECES = st.lists(st.sampled_from(WORDS + LINE_ENDS + [" ", "  ", "    ", "\t"]), max_size=60).map(" ".join)
LAYOUTS = st.lists(st.sampled_from(WORDS + LINE_ENDS), max_size=80).map("".join)
TEXTS = st.one_of(st.text(max_size=200), PIECES, LAYOUTS)


def read(data: str | bytes, report: Report | None = None) -> Source | None:
    try:
        return read_source(data, ReadSettings(), context=Context.fixed(), report=Report() if report is None else report)
    except InputError:
        return None


def inside(source: Source) -> list[tuple[int, int]]:
    spans = [(p.span.start, p.span.end) for p in source.passages]
    if source.front_matter_span is not None:
        spans.insert(0, (source.front_matter_span.start, source.front_matter_span.end))
    return spans


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_visible_character_lies_in_exactly_one_passage(text: str) -> None:
    source = read(text)
    if source is None:
        return
    position = 0
    for start, end in inside(source):
        assert position <= start < end <= len(source.text)
        assert source.text[position:start].strip(WHITE) == ""
        position = end
    assert source.text[position:].strip(WHITE) == ""


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_each_character_of_a_passage_maps_to_itself(text: str) -> None:
    source = read(text)
    if source is None:
        return
    safe = safe_text(source.text)
    for passage in source.passages:
        assert passage.text
        assert is_safe(passage.text)
        anchors = passage.offsets.anchors
        assert anchors[0][0] == 0
        assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(anchors))
        joints = {offset - 1 for offset, _ in anchors[1:]}
        for offset, character in enumerate(passage.text):
            at = passage.offsets.to_source(offset)
            assert passage.span.start <= at < passage.span.end
            if safe[at] != character:
                assert offset in joints
                there = safe[at : passage.offsets.end_to_source(offset + 1)]
                assert character in " \n" or character == normalize("NFC", there)  # a base and its marks
            else:
                assert passage.offsets.to_text(at) == offset


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_no_visible_character_of_a_passage_is_dropped_but_soft_hyphens_at_joints(text: str) -> None:
    source = read(text)
    if source is None:
        return
    for passage in source.passages:
        left_out = WHITE + "\u00ad" + (">" if count_quoted(source.text, safe_text(source.text)) else "")
        kept = "".join(c for c in passage.text if c not in left_out)
        there = "".join(c for c in passage.span.of(source.text) if c not in left_out)
        assert normalize("NFC", kept) == normalize("NFC", safe_text(there))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_lines_cover_the_text_and_passages_name_their_lines(text: str) -> None:
    source = read(text)
    if source is None:
        return
    last = -1
    for passage in source.passages:
        assert last < passage.first_line <= passage.last_line < len(source.line_starts)
        assert passage.blank_before == passage.first_line - last - 1
        ends = (*source.line_starts[1:], len(source.text))
        assert source.line_starts[passage.first_line] <= passage.span.start < ends[passage.first_line]
        assert source.line_starts[passage.last_line] < passage.span.end <= ends[passage.last_line]
        last = passage.last_line


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=300), TEXTS.map(lambda t: t.encode("utf-8", "surrogatepass"))))
def test_any_bytes_give_a_source_or_a_named_error(data: bytes) -> None:
    report = Report()
    source = read(data, report)
    if source is not None:
        assert source.info.size_bytes == len(data)
        assert all(is_safe(p.text) for p in source.passages)
        assert all(d.message for d in report)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_text_and_its_utf8_bytes_read_alike(text: str) -> None:
    clean = text.encode("utf-8", "replace").decode()
    one, other = read(clean), read(clean.encode())
    if one is not None and other is not None and other.info.encoding == "utf-8" and "\x00" not in clean:
        assert one.passages == other.passages
        assert one.info.sha256 == other.info.sha256
