# SPDX-License-Identifier: Apache-2.0
"""Each language's persons and organisations as readable cases: a text, then kind, name and title of what must be found.

A case without any line of that kind is a near miss: it names nobody.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from tests.support.golden import paragraphs, readable_cases

from docforge.detect.entities import find_entities
from docforge.detect.quote_packs import available_packs

FOLDER = Path(__file__).parents[1] / "golden" / "entities"
WELL_KNOWN = {
    *("ar", "cs", "de", "en", "es", "fa", "fr", "he", "hi", "id", "it"),
    *("ja", "kk", "ko", "nl", "pl", "pt", "ru", "sv", "tr", "uk", "zh"),
}


def test_every_language_has_its_cases() -> None:
    counted = Counter(language for language, _, _ in readable_cases(FOLDER))
    near_misses = Counter(language for language, _, wanted in readable_cases(FOLDER) if not wanted)
    assert set(counted) <= {*available_packs(), "und"}
    assert {language for language in WELL_KNOWN if counted[language] < 12 or near_misses[language] < 5} == set()
    assert {language for language in counted if counted[language] < 6} == set()


@pytest.mark.parametrize(("language", "text", "wanted"), list(readable_cases(FOLDER)))
def test_case(language: str, text: str, wanted: list[str]) -> None:
    blocks = paragraphs(text)
    found = []
    for entity in find_entities(text, blocks, language):
        assert entity.span.of(text) == entity.name
        assert entity.title is None or entity.title in text
        found.append(
            f"{entity.kind.value} | {entity.name}" + f" | {entity.title or '-'}" * (entity.kind.value == "person")
        )
    assert found == wanted
