# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a line of a page is a line)
"""A crosshead right below the deck: the text opens under it."""

from __future__ import annotations

import pytest
from tests.support.detection import article

TITLE = "Wendlingen trennt sich vom Bahnhof"
DECK = "Die Gemeinde will den alten Bahnhof verkaufen. Der Erlös soll in die Schule fliessen."
LEAD = "Seit vierzehn Jahren hält in Wendlingen kein Zug mehr, und im Wartsaal nisten die Schwalben; nun soll das Haus einen neuen Besitzer finden, wie der Gemeinderat entschieden hat. Das Gebäude steht unter Schutz, das Dach ist undicht, und für die Gleise davor hat sich seit dem letzten Zug niemand mehr gemeldet."
MORE = "Drei Angebote liegen vor, das höchste stammt von einer Bäckerei, die im Güterschuppen backen und im Wartsaal Kaffee ausschenken will. Der Kaufpreis bleibt geheim, bis der Vertrag unterschrieben ist."
LAST = "Die Schule braucht Platz, denn die Zahl der Kinder hat sich in zehn Jahren verdoppelt, und zwei Klassen lernen im Keller."
BAKERY, SCHOOL = "Eine Bäckerei bietet am meisten", "Platz für die Schule"


def kinds(*lines: str) -> list[str]:
    return [block.KIND for block in article(*lines, between="\n\n").blocks]


@pytest.mark.parametrize("first", ["Vierzehn Jahre ohne Zug", "Schwalben im Wartsaal", "«Niemand hat sich gemeldet»"])
def test_a_heading_between_deck_and_text_is_a_crosshead(first: str) -> None:
    assert kinds(TITLE, DECK, first, LEAD, MORE, SCHOOL, LAST) == [
        "headline", "subheadline", "crosshead", "paragraph", "paragraph", "crosshead", "paragraph",
    ]  # fmt: skip


def test_a_lead_above_a_heading_stays_a_paragraph() -> None:
    assert kinds(TITLE, LEAD, BAKERY, MORE, SCHOOL, LAST) == [
        "headline", "paragraph", "crosshead", "paragraph", "crosshead", "paragraph",
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["Bild: Rolf Egli", "Von Rolf Egli", "9. März 2024"])
def test_what_is_signed_or_dated_below_the_deck_is_no_crosshead(line: str) -> None:
    assert "crosshead" not in kinds(TITLE, DECK, line, LEAD, MORE, LAST)


@pytest.mark.parametrize(("line", "kind"), [("Drei Angebote", "crosshead"), ("Rolf Egli", "byline")])
def test_the_first_words_of_the_text_below_name_no_author(line: str, kind: str) -> None:
    opened = MORE if kind == "crosshead" else f"Rolf Egli ist unser Reporter im Tal. {MORE}"
    assert kinds(TITLE, DECK, line, opened, SCHOOL, LAST)[2] == kind
