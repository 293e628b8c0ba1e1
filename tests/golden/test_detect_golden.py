# SPDX-License-Identifier: Apache-2.0
"""Whole articles in many languages: every line becomes the block that its author meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from docforge.context import Context
from docforge.detect import crosshead, detect
from docforge.detect.look import Look
from docforge.diagnostics import Report
from docforge.model import Article
from docforge.reading import read_source

CASES = sorted((Path(__file__).parent / "detect").glob("*.txt"))


def load(path: Path) -> tuple[dict[str, str], list[tuple[list[str], str]]]:
    facts: dict[str, str] = {}
    lines: list[tuple[list[str], str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            key, _, value = line[2:].partition(":")
            facts[key.strip()] = value.strip()
        elif line.strip():
            kinds, _, text = line.partition(" | ")
            lines.append(([k.strip() for k in kinds.split("+")], text))
    return facts, lines


def text_of(facts: dict[str, str], lines: list[tuple[list[str], str]]) -> str:
    joint = "\n" if facts.get("layout") == "single" else "\n\n"
    return joint.join(line for _, line in lines) + "\n"


def read(text: str) -> Article:
    return detect(read_source(text, context=Context.fixed(), report=Report()), report=Report())


def test_what_is_surely_of_the_page_is_never_the_heading_that_it_was_not_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = [text_of(*load(path)) for path in CASES]
    pages = [f"Home\n\nSubscribe\n\nShare\n\n{text}\nMost read\n\nThe last train\n\nFour boats\n" for text in texts]
    short = [read(text).blocks for text in texts + pages]
    asked = []

    def never(survey: object, look: Look, score: float) -> bool:
        asked.append(refuses(survey, look, score))
        return False

    refuses = crosshead._is_page_rather
    monkeypatch.setattr(crosshead, "_is_page_rather", never)
    assert [read(text).blocks for text in texts + pages] == short
    assert asked.count(True) > len(CASES)


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_case(path: Path) -> None:
    facts, lines = load(path)
    article = read(text_of(facts, lines))

    got = [(block.KIND, block.text) for block in article.blocks]
    shown = "\n".join(f"{kind} | {words}" for kind, words in got)
    assert [kind for kind, _ in got] == [kind for kinds, _ in lines for kind in kinds], shown
    assert article.language == facts["language"]
    if "dateline" in facts:
        line = article.dateline
        assert line is not None, shown
        found = (line.place, line.date.iso if line.date else None, line.agency)
        assert "; ".join(str(part) for part in found) == facts["dateline"]
    else:
        assert article.dateline is None
    if "authors" in facts:
        assert "; ".join(article.authors) == facts["authors"]
    for field in ("published", "updated"):
        value = getattr(article, field)
        if field in facts:
            assert value is not None and value.iso == facts[field]
