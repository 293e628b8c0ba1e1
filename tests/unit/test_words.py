# SPDX-License-Identifier: Apache-2.0
"""Cutting an article's blocks in one row gives each block what cutting it alone gives, and no speech is passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from docforge.detect.quote_packs import quote_pack
from docforge.detect.sentences import sentences
from docforge.detect.speaking import speaking_blocks
from docforge.detect.words import cut_blocks, cut_text
from docforge.model import Byline, Headline, OffsetMap, Paragraph, Preformatted, Span

FOLDER = Path(__file__).parents[1] / "golden" / "quotes"
LANGUAGES = [path.stem for path in sorted(FOLDER.glob("*.txt"))]


def paragraph(text: str) -> Paragraph:
    return Paragraph(text, Span(0, len(text)), OffsetMap(((0, 0),)))


def texts(language: str) -> list[str]:
    """Return the paragraphs of the golden cases, without their quotation marks: what is left may be reported speech."""
    lines = (FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    found = [part for line in lines if line.startswith("> ") for part in line[2:].split(" ¶ ")]
    return [part.translate(dict.fromkeys(map(ord, '“”„«»"「」『』'))) for part in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_block_is_as_if_cut_alone(language: str) -> None:
    pack = quote_pack(language)
    parts = [*texts(language), "two  blanks here", "  three   in,  (all) \u00a0", "", "Mr. Lee left. He had 7. No more"]
    cut = cut_blocks([paragraph(text) for text in parts], pack.language)
    for number, text in enumerate(parts):
        own, alone = cut.block(number), cut_text(text, pack)
        assert (own.words, own.bits, own.frames, own.starts) == (alone.words, alone.bits, alone.frames, alone.starts)
        if not pack.signs:  # which are read as others
            assert [text[at : at + len(word)] for word, at in zip(own.words, own.starts, strict=True)] == own.words


@pytest.mark.parametrize("language", [name for name in LANGUAGES if not quote_pack(name).unspaced])
def test_no_block_with_a_sentence_that_may_report_is_passed_over(language: str) -> None:
    pack = quote_pack(language)
    parts = texts(language)
    may = {number for number, text in enumerate(parts) if sentences(cut_text(text, pack), pack)}
    assert may <= speaking_blocks(cut_blocks([paragraph(text) for text in parts], pack.language))


def test_a_block_without_cue_or_source_is_passed_over() -> None:
    pack = quote_pack("en")
    parts = ["The bridge opens in June.", "The mayor said that the bridge opens in June.", "It is closed at night."]
    assert speaking_blocks(cut_blocks([paragraph(text) for text in parts], pack.language)) == {1}


def test_only_prose_is_read_and_line_ends_that_are_kept_are_signs() -> None:
    span, offsets = Span(0, 16), OffsetMap(((0, 0),))
    blocks = [
        Headline("Bridge opens", span, offsets), Byline("By Ann Lee", span, offsets),
        Preformatted("Ann Lee\nHarbour", span, offsets),
    ]  # fmt: skip
    cut = cut_blocks(blocks, "en")
    assert [cut.block(number).words for number in range(3)] == [
        ["Bridge", "opens"], [], ["Ann", "Lee", ";", "Harbour"],
    ]  # fmt: skip
    assert [cut.number(at) for at in (cut.firsts[0], cut.firsts[2] + 3)] == [0, 2]


def test_a_block_with_a_mark_or_dash_may_hold_speech_and_an_apostrophe_inside_a_word_is_no_mark() -> None:
    texts = ["The “bridge” opens.", "– It opens.", "It isn’t open, l'eau is low-lying.", "The boats' owners wait."]
    assert speaking_blocks(cut_blocks([paragraph(text) for text in texts], "en")) == {0, 1, 3}
