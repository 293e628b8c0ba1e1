# SPDX-License-Identifier: Apache-2.0
"""Each language's quotations as readable cases: a text, then kind, words and speaker of what must be found.

A pilcrow in the text divides paragraphs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from docforge.detect.entities import find_entities
from docforge.detect.quote_packs import available_packs
from docforge.detect.quotes import find_quotes
from docforge.model import OffsetMap, Paragraph, QuoteKind, Span

FOLDER = Path(__file__).parents[1] / "golden" / "quotes"


def cases() -> Iterator[tuple[str, str, list[str]]]:
    for path in sorted(FOLDER.glob("*.txt")):
        found: list[tuple[str, list[str]]] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("> "):
                found.append((line[2:], []))
            elif line.startswith("= "):
                found[-1][1].append(line[2:])
        yield from ((path.stem, text, wanted) for text, wanted in found)


def test_every_pack_has_fifteen_cases() -> None:
    counted = Counter(language for language, _, _ in cases())
    assert {language for language in available_packs() if counted[language] < 15} == set()


@pytest.mark.parametrize(("language", "text", "wanted"), list(cases()))
def test_case(language: str, text: str, wanted: list[str]) -> None:
    text = text.replace(" ¶ ", "\n\n")
    blocks = tuple(
        Paragraph(words.group(), Span(*words.span()), OffsetMap(((0, words.start()),)))
        for words in re.finditer(r"[^\n]+", text)
    )
    quotes = find_quotes(text, blocks, language, find_entities(text, blocks, language))
    found = []
    for quote in quotes:
        words = quote.text_span.of(text)
        if quote.kind is QuoteKind.MIXED:
            words = quote.inner[0].of(text).strip('“”„«»" \u00a0\u202f')
        found.append(f"{quote.kind.value} | {words} | {quote.speaker or '-'}")
    assert found == wanted


def test_who_speaks_in_a_relative_clause_is_whose_name_stands_before_it() -> None:
    text = "Mayor Ann Lee came. The office thanked Ann Lee, who said the crane would be repaired before the winter."
    blocks = (Paragraph(text, Span(0, len(text)), OffsetMap(((0, 0),))),)
    (quote,) = find_quotes(text, blocks, "en", find_entities(text, blocks, "en"))
    assert (quote.speaker, quote.person) == ("who", "Ann Lee")
