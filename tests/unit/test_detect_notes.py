# SPDX-License-Identifier: Apache-2.0
"""Notes of the article: found as a whole series or not at all."""

from __future__ import annotations

import pytest
from tests.support.cost import cpu_seconds

import docforge
from docforge.context import Context
from docforge.detect.notes import find_notes
from docforge.diagnostics import Report
from docforge.present import present
from docforge.presentation import InlineKind, Role
from docforge.settings import PresentSettings

FOUND = {
    "brackets": (["Head", "The act[1] passed [2].", "Then[1] more.", "[1] Journal, p. 4.", "[2] Hansard."], "121"),
    "raised": (["Head", "The act¹ covers 30 m² of it.² More.", "¹ Journal.", "² Survey."], "12"),
    "signs": (["Head", "Fares* rise, save for children†.", "* In zone 2.", "† Under twelve."], "12"),
    "full width": (["見出し", "法案［1］が成立した。", "［1］官報。"], "1"),
    "a plain list": (["Head", "The act [1] and rule [2].", "1. Journal.", "2. Hansard."], "12"),
    "two series": (["A", "x[1]", "[1] a", "y[1] z[2]", "[1] b", "[2] c"], "123"),
}
NOT_FOUND = {
    "bullets": ["Head", "Bring:", "* a coat", "* a lamp*"],
    "a gap": ["Head", "The act[1] and rule[3].", "[1] Journal.", "[3] Hansard."],
    "an unused note": ["Head", "The act[1].", "[1] Journal.", "[2] Hansard."],
    "an unknown mark": ["Head", "The act[1] and rule[7].", "[1] Journal."],
    "powers": ["Head", "A field of 30 m² and 2 km².", "² Not a note"],
    "numbered list": ["Head", "Three rules.", "1. Stop.", "2. Look.", "3. Listen."],
    "note before mark": ["[1] Journal.", "The act[1]."],
    "emphasis": ["Head", "He said *no* twice.", "* a line"],
    "a year": ["Head", "In [2024] it rained.", "2024. A year."],
}


@pytest.mark.parametrize("name", list(FOUND))
def test_marks_are_paired_with_their_notes(name: str) -> None:
    texts, keys = FOUND[name]
    found = find_notes(texts)
    marks = [(block, mark) for block, own in sorted(found.references.items()) for mark in own]
    assert "".join(mark.key for _, mark in marks) == keys
    assert sorted(note.key for note in found.notes.values()) == sorted(set(keys))
    for block, note in found.notes.items():
        mark = next(texts[b][m.start : m.end] for b, m in marks if m.key == note.key)
        shown = texts[block][: note.marker_end].strip()
        assert shown in (mark, mark.strip("[]") + ".")


@pytest.mark.parametrize("name", list(NOT_FOUND))
def test_what_only_looks_like_a_note_stays_text(name: str) -> None:
    found = find_notes(NOT_FOUND[name])
    assert (found.notes, found.references) == ({}, {})


@pytest.mark.parametrize("piece", ["[1] ", "*", "a* ", "¹", "[", "x[1", "[1]\n"])
def test_hostile_marks_cost_in_step(piece: str) -> None:
    def cost(count: int) -> float:
        texts = [piece * count, f"[1] {piece * count}", *([piece] * 1000)]
        return cpu_seconds(lambda: find_notes(texts), rounds=3)

    # Four times the text; a quadratic rule would take sixteen times as long.
    assert cost(80_000) < 8 * cost(20_000) + 0.05


def test_an_article_is_presented_with_its_notes() -> None:
    article = docforge.read(
        b"Parliament passes the water act\n\nHARBOURTOWN, 3 May 2026 (Coastwire) - Parliament passed the act.[1]\n\n"
        b'"We have waited nine years for this law,"[2] said minister Ann Vale.\n\n'
        b"The act enters into force in July, the ministry said in a long statement on Sunday.[1]\n\n"
        b"[1] Official Journal, no. 14.\n[2] Press conference.\n"
    )
    shown = present(article, PresentSettings(locale="en"), context=Context.fixed(), report=Report())
    items = shown.sections[0].items
    assert [(i.note, i.marker, i.text) for i in items if i.role is Role.NOTE] == [
        ("1", "[1] ", "[1] Official Journal, no. 14."),
        ("2", "[2] ", "[2] Press conference."),
    ]
    marks = [(m.text, m.value) for i in items for m in i.inlines if m.kind is InlineKind.NOTE_REFERENCE]
    assert marks == [("[1]", "1"), ("[2]", "2"), ("[1]", "1")]
