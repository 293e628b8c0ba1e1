# SPDX-License-Identifier: Apache-2.0
"""Break opportunities in many languages."""

import itertools
import re

import pytest

from docforge.typeset.breaks import NO_BREAK_AFTER, NO_BREAK_BEFORE, break_between, split_token


def broken(text: str, lang: str) -> str:
    """Return *text* with ``|`` where a line may break."""
    parts = [part for token in re.findall(r"[^ \t]+ *| +|\t", text) for part in split_token(token, lang)]
    shown = parts[0][0]
    for (_, glue), (part, own) in itertools.pairwise(parts):
        shown += ("" if glue & NO_BREAK_AFTER or own & NO_BREAK_BEFORE else "|") + part
    return shown


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "one |two"),
        ("en", "a |well-|known |e-mail"),
        ("en", "pp. |10–12, |COVID-19, |-5 |°C"),
        ("en", "yes—|no |and/|other, |but |km/h"),
        ("en", "see |https://www|.example|.org/|press/|2024/|text, |ok"),
        ("en", "write |to |press|@example|.org"),
        ("en", "( note) |[1]"),
        ("en", "10\u00a0000\u00a0km |and |5\u202f%"),
        ("de", "Bund-|Länder-|Treffen |und |90-|jährige"),
        ("de", "„Ja“, |sagte |er"),
        ("de", "»Ja«, |sagte |er"),
        ("fr", "dit : |« Oui » !"),
        ("es", "¿Qué |tal? |¡Hola!"),
        ("ru", "Москва — |город"),
        ("ja", "会|議|がっ|開|幕|し|た。|「東|京」|で、ー"),
        ("zh", "他|说：|“你|好”，|然|后……|走|了"),
        ("ko", "한국(서울)에서 |열린"),
        ("th", "ภาษา|ไทย|ง่าย|มาก"),
        ("lo", "ພາສາ|ລາວ"),
        ("am", "ሰላም፡|ለሁሉ"),
        ("en", "zero\u200b|width"),
        ("en", "a|👩\u200d👩\u200d👧|🇪🇺"),
    ],
)
def test_opportunities(lang: str, expected: str) -> None:
    assert broken(expected.replace("|", ""), lang) == expected


def test_parts_join_up_and_long_ones_are_cut() -> None:
    token = "x" * 1000 + " "
    parts = split_token(token, "en")
    assert "".join(part for part, _ in parts) == token
    assert max(len(part) for part, _ in parts) <= 128
    assert all(glue & NO_BREAK_AFTER for _, glue in parts[:-1])
    assert not parts[-1][1] & NO_BREAK_AFTER


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("word ", "next", True),
        ("word", "next", False),
        ("word", ", next", False),
        ("“Yes”", ", he", False),
        ("word ", "! no", False),
        ("( ", "x", False),
        ("well-", "known", True),
        ("部", "长", True),
        ("部", "。", False),
        ("", "x", False),
    ],
)
def test_seams_between_runs(before: str, after: str, expected: bool) -> None:
    assert break_between(before, after, "zh" if before == "部" else "en") is expected
