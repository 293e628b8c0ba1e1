# SPDX-License-Identifier: Apache-2.0
"""Whatever the text: quotations lie inside it, in order, do not overlap, and hold their parts."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.corpus.predict_quotes import paragraphs

from docforge.detect import quotation_marks
from docforge.detect.entities import find_entities
from docforge.detect.quote_packs import available_packs
from docforge.detect.quotes import find_quotes

PIECES = ["“", "”", "„", "«", "»", '"', "'", "’", "‘", "「", "」", "—", ", ", ". ", ": ", "\n", " ", "said", "sagte",
          "сказал", "Nora Vell", "he", "说", "と述べた", "The", "that", "6", "…", "!", "w", "हम"]  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join), st.sampled_from((*available_packs(), "und", "hr")))
def test_quotes_are_ordered_and_inside(text: str, language: str) -> None:
    blocks = paragraphs(text)
    end = 0
    for quote in find_quotes(text, blocks, language, find_entities(text, blocks, language)):
        assert end <= quote.span.start <= quote.span.end <= len(text)
        assert quote.text_span in quote.span
        assert all(part in quote.span for part in quote.inner)
        if quote.speaker is not None and quote.speaker_span is not None:
            assert quote.speaker_span.of(text) == quote.speaker
        end = quote.span.end


SIGNS = [*"“”„«»‘’'\"‚‹›「」", "''", " ", "\u00a0", ", ", ". ", ": ", "(", "6", "a", "Word", "ש", "–", "。"]


@settings(deadline=None, max_examples=600)
@given(st.lists(st.sampled_from(SIGNS), max_size=24).map("".join))
def test_plain_marks_are_paired_as_all_others(text: str) -> None:
    found = list(quotation_marks._found(text))
    plain = quotation_marks._plain_pairs(text, found)
    if plain is not None:
        scan = quotation_marks._Scan(text, found)
        assert scan.run() == plain
        assert scan.stack == []
