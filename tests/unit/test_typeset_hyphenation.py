# SPDX-License-Identifier: Apache-2.0
"""Hyphenation: right places, and none where the patterns are known to be wrong."""

import itertools

import pytest

from docforge.typeset.hyphenation import hyphen_offsets


def hyphenated(text: str, lang: str) -> str:
    offsets = (0, *hyphen_offsets(text, lang), len(text))
    return "-".join(text[a:b] for a, b in itertools.pairwise(offsets))


@pytest.mark.parametrize(
    ("lang", "word"),
    [
        ("de", "Zu-sam-men-ar-beit"),
        ("de", "Bun-des-re-gie-rung,"),
        ("de-AT", "Nach-bar-län-dern"),
        ("de", "Staubecken"),
        ("de", "Fortschritt"),
        ("en", "agree-ment"),
        ("en", "“gov-ern-ment”"),
        ("fr", "gou-ver-ne-ment"),
        ("es", "ad-mi-nis-tra-ción"),
        ("ru", "пра-ви-тель-ство"),
        ("uk", "кон-грес"),
        ("bg", "конгрес"),
        ("bs", "pred-sjed-nik"),
        ("sr-Latn", "pred-sed-nik"),
        ("kk", "Қа-зақ-стан"),
        ("kk", "мем-ле-кет"),
        ("tr", "cum-hur-baş-kanı"),
        ("und", "government"),
        ("ar", "government"),
        ("zz", "government"),
    ],
)
def test_words(lang: str, word: str) -> None:
    assert hyphenated(word.replace("-", ""), lang) == word


@pytest.mark.parametrize(
    "text", ["www.example.org/press", "user@example.org", "NATO", "B2B-Marketing2", "over", "x" * 400]
)
def test_not_words(text: str) -> None:
    assert hyphen_offsets(text, "en") == ()


def test_soft_hyphens_decide_alone() -> None:
    assert hyphen_offsets("Wach\u00adstube", "de") == (5,)
    assert hyphen_offsets("\u00adWachstube\u00ad", "de") == ()


@pytest.mark.parametrize("lang", ["de", "uk", "be", "bg", "ru", "en", "pl", "hu", "kk"])
def test_no_part_of_one_letter(lang: str) -> None:
    for word in ("zusammenarbeiten", "конгресменами", "международного", "przedsiębiorstwo", "administration"):
        offsets = (0, *hyphen_offsets(word, lang), len(word))
        assert all(b - a > 1 for a, b in itertools.pairwise(offsets)), (lang, word)
