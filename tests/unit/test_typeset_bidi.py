# SPDX-License-Identifier: Apache-2.0
"""The bidirectional algorithm, rule by rule, and against a second implementation."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docforge.typeset import bidi


def shown(text: str, base: int) -> str:
    """Return *text* in visual order after L1 and L2, without mirroring and without removed characters."""
    levels = bidi.levels(text, base)
    reset = True
    for i in range(len(text) - 1, -1, -1):
        own = unicodedata.bidirectional(text[i])
        if own in ("B", "S"):
            reset, levels[i] = True, base
        elif own in ("WS", "LRI", "RLI", "FSI", "PDI"):
            levels[i] = base if reset else levels[i]
        else:
            reset = False
    kept = [
        i
        for i in range(len(text))
        if unicodedata.bidirectional(text[i]) not in ("LRE", "RLE", "LRO", "RLO", "PDF", "BN")
    ]
    return "".join(text[kept[i]] for i in bidi.visual_order([levels[i] for i in kept]))


@pytest.mark.parametrize(
    ("rule", "text", "base", "expected"),
    [
        ("P2", "abc אבג", 0, [0, 0, 0, 0, 1, 1, 1]),
        ("W2: a European number after an Arabic letter is Arabic", "ع 12", 1, [1, 1, 2, 2]),
        ("W4: separators inside numbers", "א1,2", 1, [1, 2, 2, 2]),
        ("W5: terminators go with their number", "א50%", 1, [1, 2, 2, 2]),
        ("W7: a number after a Latin letter is left to right", "a 1", 1, [2, 2, 2]),
        ("N0: brackets take the paragraph's direction", "a (ב) ג", 1, [2, 1, 1, 1, 1, 1, 1]),
        ("N0: brackets around the other direction follow what is before", "אב (cd)", 0, [1, 1, 0, 0, 0, 0, 0]),
        ("N1: a neutral between equals", "א-ב", 0, [1, 1, 1]),
        ("N2: a neutral between unequals", "א-b", 0, [1, 0, 0]),
        ("X5a: an isolate does not touch its surroundings", "a\u2067ב1\u2069c", 0, [0, 0, 1, 2, 0, 0]),
        ("X5c: first strong isolate", "\u2068א\u2069", 0, [0, 1, 0]),
        ("X4: override", "\u202eab\u202c", 0, [0, 1, 1, 1]),
        ("X6a: a closing mark without opening", "\u2069א", 0, [0, 1]),
    ],
)
def test_rules(rule: str, text: str, base: int, expected: list[int]) -> None:
    assert bidi.levels(text, base) == expected, rule


def test_base_level_skips_isolates() -> None:
    assert bidi.base_level("\u2067אב\u2069 abc") == 0
    assert bidi.base_level("12 אב") == 1
    assert bidi.base_level("12", 1) == 1


def test_depth_is_limited() -> None:
    text = "\u2067" * 300 + "א" + "\u2069" * 300
    assert max(bidi.levels(text, 0)) <= bidi.MAX_DEPTH + 1


@pytest.mark.parametrize(("levels", "order"), [([0, 1, 1, 0], [0, 2, 1, 3]), ([1, 2, 2, 1], [3, 1, 2, 0]), ([], [])])
def test_visual_order(levels: list[int], order: list[int]) -> None:
    assert bidi.visual_order(levels) == order


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet="aאب1٢ ()[]-,%.+\u0301\u2066\u2067\u2068\u2069", max_size=24), st.integers(0, 1))
def test_agrees_with_another_implementation(text: str, base: int) -> None:
    get_display = pytest.importorskip("bidi").get_display
    if text:
        assert shown(text, base) == get_display(text, base_dir="LR"[base])
