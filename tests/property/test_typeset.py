# SPDX-License-Identifier: Apache-2.0
"""Any text is set without loss and inside its column; cost is in step with size."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.support.cost import lines_run

from docforge.diagnostics import Report
from docforge.errors import FontError
from docforge.text import safe_text
from docforge.typeset import Line, Shaped, StyledRun, font_catalogue, lay_out
from docforge.typeset.shape import Setter

ALPHABETS = (
    "abcdefgh ABC.,-–—/()«»“”!? \u00ad\u00a0\u200b0123%",
    "абвгд әғқң ,.-",
    "אבגד (ab12) \u2067\u2069\u200f,.",
    "ابتثج ، (ab٣4) \u200c\u0651\u064b",
    "कखगािी्र ।",
    "กขคงาิ่้ๆ a",
    "部长星期「」、。（）ab あいうー",
    "한국어 (a) 국",
    "a\u0301\u0323\u20dd\u0488 👩\u200d👧🏽\ufe0f🇪🇺 \ue000\ufffd",
)
texts = st.sampled_from(ALPHABETS).flatmap(lambda alphabet: st.text(alphabet=alphabet + "\n", max_size=80))


def logical_text(lines: tuple[Line, ...]) -> str:
    boxes = (b for li in lines for b in sorted(li.boxes, key=lambda b: (b.text_start, b.text_end)))
    return "".join("" if b.text == "\u00ad" and b.text_start == b.text_end else b.text for b in boxes)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(texts, min_size=1, max_size=3),
    st.floats(40, 400),
    st.sampled_from(["start", "justify", "center", "end"]),
    st.sampled_from(["ltr", "rtl", "auto"]),
    st.sampled_from(["en", "de", "ar", "he", "hi", "th", "ja", "ko", "kk", "und"]),
    st.sampled_from(["total-fit", "greedy"]),
)
def test_nothing_is_lost_and_nothing_sticks_out(
    parts: list[str], width: float, align: str, direction: str, lang: str, breaker: str
) -> None:
    runs = [StyledRun(part, lang, ("serif", "sans")[i % 2], 8.0 + i, index=i) for i, part in enumerate(parts)]
    whole = "".join(parts)
    lines = lay_out(
        runs, width_pt=width, align=align, direction=direction, lang=lang, hyphenate=True,  # type: ignore[arg-type]
        catalogue=font_catalogue(), report=Report(), breaker=breaker,  # type: ignore[arg-type]
    )  # fmt: skip
    assert "".join(whole[li.text_start : li.text_end] for li in lines) == whole
    assert logical_text(lines) == whole.replace("\n", "")
    for line in lines:
        assert line.width_pt <= width + 1e-6
        for box in line.boxes:
            assert box.text == whole[box.text_start : box.text_end] or box.text == "\u00ad"
            assert len({piece.face for piece in box.pieces}) == 1
            for piece in box.pieces:
                assert sum(c.glyphs for c in piece.clusters) == len(piece.gids)
                if piece.gids:
                    assert sorted("".join(c.text for c in piece.clusters)) == sorted(piece.text)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=40).map(safe_text))
def test_any_unicode_is_set_or_refused_by_name(text: str) -> None:
    try:
        lines = lay_out(
            [StyledRun(text, "en", "serif", 10)], width_pt=200, align="justify", direction="auto", lang="en",
            catalogue=font_catalogue(), report=Report(),
        )  # fmt: skip
    except FontError as error:
        assert "U+" in str(error)
        return
    assert "".join(text[li.text_start : li.text_end] for li in lines) == text


@pytest.mark.parametrize(
    ("lang", "unit"),
    [
        ("en", "the minister said on Tuesday that agreement would follow, "),
        ("en", "abcdefghij"),
        ("zh", "部长星期二表示，该协议将于下周签署。"),
        ("he", "אב(12"),
        ("en", "a\u0301\u0323"),
        ("en", " "),
    ],
)
def test_work_is_in_step_with_size(lang: str, unit: str) -> None:
    def work(size: int) -> int:
        text = (unit * (size // len(unit) + 1))[:size]
        return lines_run(
            lambda: lay_out(
                [StyledRun(text, lang, "serif", 10)], width_pt=300, align="justify", lang=lang, hyphenate=True,
                direction="auto", catalogue=font_catalogue(), report=Report(),
            )
        )  # fmt: skip

    work(500)  # fonts, patterns and words are in their caches
    assert work(12_000) < 5 * work(3_000)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(
        [
            ("en", "abcdefghijkl fiflTVAWYo.,1247’“”-/é "),
            ("ru", "абвгджзТуАГ.,«» йщ"),
            ("el", "αβγδΤΥΑΛάώς., "),
            ("tr", "fifıİiçğ ATV."),
            ("hi", "कखगािी्र ।"),
            ("th", "กขคงาิ่้ๆ a"),
            ("zh-Hans", "部长星期「」、。（）,ab"),
            ("ko", "한국어의 (a)국"),
            ("vi", "aạảếừđ\u0301\u0323 "),
        ]
    ).flatmap(
        lambda case: st.tuples(st.just(case[0]), st.lists(st.text(case[1], min_size=1, max_size=12), min_size=2))
    ),
    st.sampled_from(["serif", "sans"]),
    st.sampled_from([400, 700]),
)
@example(("en", ["of", "f"]), "serif", 400)  # one ligature over the border of the last two
def test_words_shaped_together_are_as_each_alone(case: tuple[str, list[str]], family: str, weight: int) -> None:
    lang, texts = case
    words = dict.fromkeys([token for text in texts for token in re.findall(r"[^ ]+ *| +", text)])
    setter = Setter(font_catalogue(), family, weight, False, lang, False)
    together = dict(zip(words, setter.segments_of_each([[word] for word in words]), strict=True))
    for word, segments in together.items():
        alone = Setter(font_catalogue(), family, weight, False, lang, False).segments_of([word])
        assert [(s.text, s.glue, s.numbers) for s in segments] == [(s.text, s.glue, s.numbers) for s in alone]
        for one, other in zip(segments, alone, strict=True):
            assert [facts(piece) for piece in one.pieces] == [facts(piece) for piece in other.pieces]


def facts(piece: Shaped) -> tuple[object, ...]:
    return (
        piece.text, piece.face, piece.gids, piece.advances, piece.x_offsets, piece.y_offsets, piece.clusters,
        piece.trail, piece.stretch, piece.shrink,
    )  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(ALPHABETS).flatmap(lambda a: st.text(a + "\t\t\n", max_size=60)), min_size=1, max_size=3),
    st.floats(40, 400),
    st.sampled_from(["start", "justify", "center", "end"]),
    st.sampled_from(["ltr", "rtl", "auto"]),
    st.floats(-10, 30),
)
def test_columns_lose_nothing_and_stick_not_out(
    parts: list[str], width: float, align: str, direction: str, indent: float
) -> None:
    runs = [StyledRun(part, "en", ("serif", "sans")[i % 2], 8.0 + i, index=i) for i, part in enumerate(parts)]
    whole = "".join(parts)
    lines = lay_out(
        runs, width_pt=width, first_line_pt=indent, align=align, direction=direction, lang="en",  # type: ignore[arg-type]
        columns=True, catalogue=font_catalogue(), report=Report(),
    )  # fmt: skip
    assert "".join(whole[li.text_start : li.text_end] for li in lines) == whole
    assert logical_text(lines) == whole.replace("\n", "")
    assert all(line.width_pt <= width - min(indent, 0.0) + 1e-6 for line in lines)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("row", ["Ferries\t\t12\t4,000\n", "السفن\t3\n", "x\t", "\t"])
def test_work_on_columns_is_in_step_with_size(direction: str, row: str) -> None:
    def work(size: int) -> int:
        text = "x\ty\n" + row * size
        return lines_run(
            lambda: lay_out(
                [StyledRun(text, "en", "serif", 10)], width_pt=300, direction=direction, lang="en", columns=True,  # type: ignore[arg-type]
                catalogue=font_catalogue(), report=Report(),
            )
        )  # fmt: skip

    work(100)
    assert work(4_000) < 5 * work(1_000)
