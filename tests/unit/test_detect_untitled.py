# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a line of a text is a line)
"""Copy without a headline: absent headlines are absent, and the byline or date on top keeps its role."""

from __future__ import annotations

import pytest

from docforge.context import Context
from docforge.detect import detect
from docforge.diagnostics import Report
from docforge.model import Article, Byline, Headline, Paragraph, PublicationLine
from docforge.reading import read_source

TEXTS = {
    "en": [
        "The old mole of Norrstad will stay closed until the spring, the harbour office said on Friday, after divers found cracks in it.",
        "Ferries to the islands leave from the north quay for as long as the work lasts. The fares stay the same.",
    ],
    "de": [
        "Die alte Mole von Norrstad bleibt bis zum Frühjahr gesperrt, wie das Hafenamt am Freitag mitteilte, denn Taucher haben Risse gefunden.",
        "Die Fähren zu den Inseln fahren vom Nordkai, solange die Arbeiten dauern. Die Preise bleiben gleich.",
    ],
    "zh": [
        "港务局周五表示，诺尔斯塔德的旧防波堤将关闭到春天，潜水员在堤身发现了裂缝，任何人都不得上堤。",
        "工程期间，开往各岛的渡轮改由北码头出发，票价不变。已经买了票的旅客不必换票。",
    ],
}  # fmt: skip


def found(*lines: str) -> Article:
    report = Report()
    return detect(read_source("\n\n".join(lines), context=Context.fixed(), report=report), report=report)


@pytest.mark.parametrize(
    ("language", "byline", "authors"),
    [
        ("en", "By Ann Lee", ["Ann Lee"]),
        ("en", "Ann Lee and Tom Reed, Norrstad Post", ["Ann Lee", "Tom Reed"]),
        ("en", "By Associated Press", ["Associated Press"]),
        ("de", "Von Käthe Müller, Norrstad", ["Käthe Müller"]),
        ("zh", "文/王小明", ["王小明"]),
    ],
)  # fmt: skip
def test_a_byline_on_top_is_no_headline(language: str, byline: str, authors: list[str]) -> None:
    article = found(byline, *TEXTS[language])
    assert article.first(Headline) is None
    line = article.first(Byline)
    assert line is not None and [author.name for author in line.authors] == authors


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "March 6, 2026"),
        ("en", "Published: 6 March 2026, 10:30"),
        ("de", "06.03.2026 - Norrstad"),
        ("zh", "2026-03-06 20:30 来源: 海港网"),
    ],
)  # fmt: skip
def test_a_date_on_top_is_no_headline(language: str, line: str) -> None:
    article = found(line, *TEXTS[language])
    assert article.first(Headline) is None
    assert article.first(PublicationLine) is not None
    assert article.published is not None and article.published.iso == "2026-03-06"


@pytest.mark.parametrize("language", TEXTS)
def test_a_lead_on_top_is_no_headline(language: str) -> None:
    article = found(*TEXTS[language])
    assert article.first(Headline) is None
    assert [block.text for block in article.blocks if isinstance(block, Paragraph)] == TEXTS[language]


def test_a_headline_below_the_byline_is_one() -> None:
    article = found("By Ann Lee", "6 March 2026", "Old mole of Norrstad stays closed until spring", *TEXTS["en"])
    assert article.headline == "Old mole of Norrstad stays closed until spring"


@pytest.mark.parametrize(
    "title",
    [
        "Old mole stays closed.",
        "Harbour Office of Norrstad Closes Its Old Mole Until the Spring, After Divers Find Cracks in It on a Friday.",
        "Mole Closed in Norrstad",
        "Ole Brenn Scores Twice",
        "University to Open School of Ports",
        "Commission and Council Agree on Fish Quotas",
    ],
)
def test_a_headline_with_a_full_stop_or_in_title_case_stays_one(title: str) -> None:
    assert found(title, *TEXTS["en"]).headline == title


@pytest.mark.parametrize("desk", ["From our correspondent", "Norrstad Post Staff"])
def test_a_desk_on_top_is_no_headline(desk: str) -> None:
    article = found(desk, "Old mole stays closed until spring", *TEXTS["en"])
    assert article.headline == "Old mole stays closed until spring"
