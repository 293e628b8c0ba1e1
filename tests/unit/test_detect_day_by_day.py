# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line)
"""What stands around the first paragraphs: days of a chronology, buttons glued to a sentence."""

from __future__ import annotations

import pytest
from tests.support.detection import article

from docforge.model import Article, Paragraph, Subheadline

MENU = ("Home", "News", "Sport", "Subscribe", "Log in", "Share")
TITLE = "Storm closes the harbour of Norrstad"
TEXT = (
    "The harbour of Norrstad was closed on Monday after a storm broke the northern mole, officials said in the evening.",
    "Several boats were damaged, and the ferry to the islands will not run before the end of the week, the harbour office said.",
    "Engineers are looking at the wall of the mole, which was built in 1932 and has been repaired three times since the war.",
    "The mayor said that the town would ask the state for money to build a new wall before the winter storms come again.",
)


def paragraphs(found: Article) -> list[str]:
    return [block.text for block in found.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    "days",
    [
        ("May 3, 2022", "May 4, 2022", "May 5, 2022"),
        ("3. Mai 2022", "4. Mai 2022", "5. Mai 2022"),
        ("2022年5月3日", "2022年5月4日", "2022年5月5日"),
    ],
)
def test_what_is_told_day_by_day_was_published_on_none_of_its_days(days: tuple[str, str, str]) -> None:
    lines = [TITLE, TEXT[0], *(line for pair in zip(days, TEXT[1:], strict=True) for line in pair)]
    found = article(*lines, between="\n\n")
    assert found.published is None
    assert paragraphs(found) == list(TEXT)


def test_a_date_above_what_is_told_day_by_day_is_that_of_publication() -> None:
    found = article(TITLE, "May 9, 2022", TEXT[0], "May 3, 2022", TEXT[1], "May 4, 2022", TEXT[2], between="\n\n")
    assert found.published is not None and found.published.day == 9


@pytest.mark.parametrize("above", [(), ("May 3, 2022",), ("By Ann Lee", "May 3, 2022")])
@pytest.mark.parametrize("button", ["Share", "Video"])
def test_a_button_glued_to_the_first_paragraph_takes_it_not_out(above: tuple[str, ...], button: str) -> None:
    first = f"{TEXT[0]} {button}"
    found = article(*MENU, TITLE, *above, first, *TEXT[1:])
    kept = [block.text for block in found.blocks if isinstance(block, Paragraph | Subheadline)]
    assert kept == [first, *TEXT[1:]]
