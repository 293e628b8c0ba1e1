# SPDX-License-Identifier: Apache-2.0
"""Patterns that are made at their first use, of words from a table."""

from __future__ import annotations

from docforge.patterns import any_of, lazily


def test_the_longest_word_is_tried_first_and_signs_stand_for_themselves() -> None:
    found = lazily(lambda: rf"(?:{any_of({'fig', 'fig.', 'figure'})})").match("Figure".lower())
    assert found is not None and found[0] == "figure"
    assert lazily(any_of(["fig."])).match("figs") is None


def test_no_words_match_nothing() -> None:
    assert lazily(any_of([])).search("") is None


def test_the_source_is_asked_for_once_and_not_before_the_first_use() -> None:
    asked: list[int] = []

    def source() -> str:
        asked.append(1)
        return "ferry"

    pattern = lazily(source)
    assert not asked
    assert pattern.match("ferry") and pattern.search("the ferry") and asked == [1]
