# SPDX-License-Identifier: Apache-2.0
"""Dates above, amid and below the text: which of them is when the article was published."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, MENU, article

from docforge.model import PublicationLine

TITLE = "The ferry sails again after the storm"
A, B, C, D, _ = FERRY
STORY = "How the mole was built"


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        # The head has a date: one above the title of another story is of that.
        (("Updated: 28 April 2023", A, B, "11 April 2022", STORY, C, D), None),
        (("Updated: 28 April 2023", A, B, "11 April 2022", C, D), "2022-04-11"),
        (("Updated: 28 April 2023", A, B, "Published: 11 April 2022", STORY, C, D), "2022-04-11"),
        (("Updated: 28 April 2023", A, B, C, D, "11 April 2022", STORY), "2022-04-11"),
        # The head has none: several amid the text are of what it tells.
        ((A, B, "11 April 2022", C, D), "2022-04-11"),
        ((A, B, "11 April 2022", STORY, C, D), "2022-04-11"),
        ((A, "11 April 2022", B, "12 April 2022", C, D), None),
        ((A, "11 April 2022", B, "12 April 2022", C, "Published: 13 April 2022", D), "2022-04-13"),
        ((A, "11 April 2022", B, C, D, "13 April 2022"), "2022-04-11"),
        ((A, "12 April 2022", B, "Published: 11 April 2022", C, D), "2022-04-12"),
        (("11 April 2022", "12 April 2022"), "2022-04-11"),
    ],
)
def test_a_date_amid_the_text_may_be_of_something_else(lines: tuple[str, ...], published: str | None) -> None:
    found = article(*MENU, TITLE, *lines)
    assert sum(isinstance(block, PublicationLine) for block in found.blocks) == sum("April" in line for line in lines)
    assert (found.published.iso if found.published is not None else None) == published
