# SPDX-License-Identifier: Apache-2.0
"""What an editor is asked to check: low scores of parts that claim something, unknown speakers, an unsure language."""

from __future__ import annotations

import pytest

from docforge.model import (
    Article,
    Block,
    Byline,
    Dateline,
    Furniture,
    Headline,
    OffsetMap,
    Paragraph,
    Quote,
    QuoteKind,
    Span,
    Unknown,
)
from docforge.review import DOUBTFUL, doubts

TEXT = "Rain ends drought\n\nBy Jo Ash\n\nPARIS - “It poured.”\n\n~ 7 ~\n"


def block(kind: type[Block], words: str, score: float, rule: str = "rule") -> Block:
    start = TEXT.index(words)
    return kind(words, Span(start, start + len(words)), OffsetMap(((0, start),)), rule=rule, score=score)


def messages(*blocks: Block, **more: object) -> list[str]:
    return [doubt.message for doubt in doubts(Article(TEXT, "en", blocks, **more))]  # type: ignore[arg-type]


def test_sure_parts_need_no_look() -> None:
    assert messages(block(Headline, "Rain ends drought", 0.95), block(Byline, "By Jo Ash", DOUBTFUL)) == []


def test_a_doubtful_part_says_what_it_was_taken_for_and_how_to_set_it() -> None:
    [message] = messages(block(Byline, "By Jo Ash", 0.41, "byline.shape"))
    assert message == "Taken for a byline (score 0.41, byline.shape). Please check. If it is not, set --set byline=…."


def test_what_the_user_named_is_not_doubted() -> None:
    assert messages(block(Byline, "By Jo Ash", 0.1, "override")) == []


@pytest.mark.parametrize("kind", [Paragraph, Furniture])
def test_low_scores_of_the_rest_say_nothing(kind: type[Block]) -> None:
    assert messages(block(kind, "~ 7 ~", 0.1)) == []


def test_text_without_a_place_is_pointed_out() -> None:
    assert messages(block(Unknown, "~ 7 ~", 0.9)) == ["No rule could place this text; it is kept as it stands."]


def test_speech_without_a_speaker_or_with_a_doubtful_one() -> None:
    start = TEXT.index("“")
    span = Span(start, start + 12)
    nobody = Quote(QuoteKind.DIRECT, span, span, score=0.9)
    somebody = Quote(QuoteKind.DIRECT, span, span, speaker="Jo Ash", score=0.5, rule="near")
    sure = Quote(QuoteKind.DIRECT, span, span, speaker="Jo Ash", score=0.9)
    mention = Quote(QuoteKind.MENTION, span, span, score=0.1)
    assert messages(quotes=(nobody, somebody, sure, mention)) == [
        "Nobody was found who says this.",
        "Said by Jo Ash? (score 0.50, near). Please check.",
    ]


def test_doubts_stand_in_the_order_of_the_text() -> None:
    line = Dateline(raw="PARIS", span=Span(29, 34), score=0.74, rule="bent")
    found = messages(block(Unknown, "~ 7 ~", 0.9), dateline=line, language_rule="unsure")
    assert [m.split()[0] for m in found] == ["Language", "Taken", "No"]
