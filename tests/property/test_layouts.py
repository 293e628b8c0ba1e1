# SPDX-License-Identifier: Apache-2.0
"""The layout of a text is no part of what it says: the samples give the same parts however they are set."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.layouts import LAYOUTS, facts, plain

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
"""Their paragraphs; what stands in front matter has no layout."""


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_the_layout_changes_nothing(sample: Path, layout: str) -> None:
    text = plain(sample.read_text(encoding="utf-8"))
    assert facts(LAYOUTS[layout](text)) == facts(text)
