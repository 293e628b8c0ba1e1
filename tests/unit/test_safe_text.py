# SPDX-License-Identifier: Apache-2.0
"""What no document may hold is found wherever it stands, and its neighbours in the code charts are let be."""

from __future__ import annotations

import unicodedata

import pytest

from docforge.patterns import has_east_asian
from docforge.text import REPLACEMENT, is_plain, is_safe, safe_text


def _is_allowed(code: int) -> bool:
    """XML 1.0 (fifth edition) 2.2, less DEL, C1 controls and noncharacters; written apart from the product's table."""
    if unicodedata.category(chr(code)) in {"Cc", "Cs"}:
        return code in {0x09, 0x0A}
    return not (0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE)


_EDGES = [code for base in range(0, 0x110000, 0x1000) for code in (base, base + 1, base + 0xFFE, base + 0xFFF)]
_TESTED = sorted({*range(0x200), *range(0xD700, 0xD820), *range(0xDFE0, 0xE010), *range(0xFDC0, 0xFE10), *_EDGES})


@pytest.mark.parametrize("around", ["", "The harbour – ‘open’. ", "Порт ", "항구 ", "港、", "🚢 "])
def test_unsafe_characters_are_told_from_their_neighbours(around: str) -> None:
    wrong = [hex(code) for code in _TESTED if is_safe(around + chr(code) + around) != _is_allowed(code)]
    assert wrong == []


def test_what_is_plain_is_safe_and_composed_and_narrow() -> None:
    plain = [char for char in map(chr, range(0x110000)) if is_plain(char)]
    assert {"a", "é", "ł", "’", "–", "…", "€", "\t", "\n"} < set(plain)
    assert not {"\r", "\x7f", "\x85", "\u0301", "\u2000", "\u212b", "ж", "港", "🚢"} & set(plain)
    pairs = "".join(first + second for first in plain for second in plain)
    assert is_safe(pairs)
    assert unicodedata.is_normalized("NFC", pairs)
    assert not has_east_asian(pairs)


def test_what_is_plain_is_told_behind_a_long_head() -> None:
    assert is_plain("The harbour – ‘open’. " * 40)
    assert not is_plain("The harbour – ‘open’. " * 40 + "港")


def test_unsafe_characters_are_replaced_one_for_one() -> None:
    assert safe_text("a\x07b\x85c\ufffed\ud800e\U0001fffff") == REPLACEMENT.join("abcdef")
