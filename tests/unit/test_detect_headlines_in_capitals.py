# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a line of a text is a line)
"""Headlines in capitals, of letters or of words: no dateline, no office and no name takes them for its own."""

from __future__ import annotations

import pytest

from docforge.context import Context
from docforge.detect import detect
from docforge.diagnostics import Report
from docforge.model import Article, Byline, Kicker
from docforge.reading import read_source

TEXT = [
    "The old mole of Norrstad will stay closed until the spring, the harbour office said on Friday, after divers found cracks in it.",
    "Ferries to the islands leave from the north quay for as long as the work lasts. The fares stay the same.",
    "The council had put the repairs off three times. It found the money last week, after the storm.",
]


def found(*lines: str) -> Article:
    """Return what detection makes of *lines* above the text."""
    report = Report()
    return detect(read_source("\n\n".join([*lines, *TEXT]), context=Context.fixed(), report=report), report=report)


@pytest.mark.parametrize(
    "title",
    [
        "NORRSTAD: OLD MOLE STAYS CLOSED UNTIL SPRING",
        "MAYOR: OLD MOLE IS NOT FOR SALE",
        "NORRSTAD – OLD MOLE STAYS CLOSED",
        "ANNA BERG: KEEPER OF THE OLD MOLE",
        "OLD MOLE OF NORRSTAD STAYS CLOSED UNTIL SPRING, SAYS ANNA BERG",
    ],
)
def test_a_line_all_in_capitals_is_the_headline(title: str) -> None:
    for lines in ([title], [title, "By Ann Lee"], [title, "3 March 2026"]):
        article = found(*lines)
        assert article.headline == title
        assert article.dateline is None


def test_a_place_in_capitals_before_small_letters_stays_a_dateline() -> None:
    for head in ("NORRSTAD: ", "NORRSTAD – "):
        article = detect(
            read_source(f"OLD MOLE STAYS CLOSED UNTIL SPRING\n\n{head}{TEXT[0]}\n\n{TEXT[1]}\n", context=Context.fixed(), report=Report()),
            report=Report(),
        )  # fmt: skip
        assert article.headline == "OLD MOLE STAYS CLOSED UNTIL SPRING"
        place = article.dateline
        assert place is not None and place.place == "NORRSTAD"


def test_a_telegram_all_in_capitals_keeps_its_dateline() -> None:
    text = "\n\n".join(["OLD MOLE STAYS CLOSED", "NORRSTAD – " + TEXT[0].upper(), TEXT[1].upper()])
    article = detect(read_source(text, context=Context.fixed(), report=Report()), report=Report())
    place = article.dateline
    assert place is not None and place.place == "NORRSTAD"


@pytest.mark.parametrize(
    "title",
    [
        "Diver Held Over Cracks in Old Mole: Police",
        "Norrstad: Old Mole Handed to Port Ministry",
        "Council Names New Head of the Port to High Court",
        "Police Hold Two at Old Mole",
        "Ministry Denies Plan to Sell Old Mole",
        "Court Clears Mole Builder",
        "Port Strike Ends, Says Union",
        "Storm Closes University",
        "Court Drops Appeal",
        "Union Takes Ministry to Court",
    ],
)
def test_a_title_with_an_office_in_it_is_the_headline(title: str) -> None:
    for lines in ([title], [title, "By Ann Lee"]):
        article = found(*lines)
        assert article.headline == title
        assert article.first(Kicker) is None


@pytest.mark.parametrize(
    "office", ["Ministry of Ports and Fisheries", "Norrstad Harbour Authority", "Office of the Mayor", "Port Police"]
)
def test_an_office_above_a_title_stays_an_office(office: str) -> None:
    article = found(office, "Old mole stays closed until the spring")
    assert article.headline == "Old mole stays closed until the spring"
    kicker = article.first(Kicker)
    assert kicker is not None and str(kicker.text) == office


def test_a_known_first_name_on_top_is_still_a_name() -> None:
    article = found("Anna Berg", "3 March 2026")
    assert article.headline != "Anna Berg"
    byline = article.first(Byline)
    assert byline is not None and [author.name for author in byline.authors] == ["Anna Berg"]
