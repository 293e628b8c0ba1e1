# SPDX-License-Identifier: Apache-2.0
"""Headlines that run on in one line with the label of their date and the first text, and lines that only look so."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, MENU, article, texts

from docforge.model import Headline, PublicationLine

LEAD = "The harbour office said on Monday that the ferry will sail again, three weeks after the storm."


@pytest.mark.parametrize(
    ("title", "date"),
    [
        ("Ferry sails again after the storm", "Published: 16 August 2021 11:52"),
        ("Ferry sails again after the storm", "Updated: August 16, 2021 11:52 am"),
        ("Mole opens in spring", "Published: 16 August 2021"),
        ("Mole opens in spring", "Published: 16 August 2021 at 11:52 AM"),
        ("Mole opens in spring", "Published: 16 August 2021 11:52 GMT"),
        ("Storm breaks the old mole, ferry stays in port", "Last updated: 16 August 2021, 11:52"),
        ("Fähre fährt nach dem Sturm wieder", "Stand: 16.08.2021 11:52 Uhr"),
    ],
)
@pytest.mark.parametrize("above", [(), MENU])
def test_a_headline_that_runs_on_with_its_date_is_cut_off(title: str, date: str, above: tuple[str, ...]) -> None:
    german = date.startswith("Stand")
    lead = "Das Hafenamt teilte am Montag mit, dass die Fähre wieder fährt." if german else LEAD
    text = ("Zwei Schlepper waren seit dem Sturm im Einsatz, sagte das Amt am Abend.",) if german else FERRY[1:]
    found = article(*above, f"{title} {date} {lead}", *text)
    assert texts(found, Headline) == [title]
    assert texts(found, PublicationLine) == [date]
    assert any(block.text == lead for block in found.blocks)


@pytest.mark.parametrize(
    "line",
    [
        f"The ferry (updated: 16 August 2021) sails again. {LEAD}",
        f"The ferry sails again. Published: 16 August 2021. {LEAD}",
        "The ferry sails again, as the notice Updated: 16 August 2021 tells all who wait at the old harbour on Monday.",
        f"Ferry sails Published 16 August 2021 {LEAD}",
        f"Ferry sails again on Monday: 16 August 2021 is the day. {LEAD}",
    ],
)
def test_a_date_amid_a_sentence_cuts_nothing_off(line: str) -> None:
    title = "Ferry sails again after the storm"
    found = article(title, line, *FERRY[1:])
    assert texts(found, Headline) == [title]
    assert any(block.text == line for block in found.blocks)


def test_a_headline_of_its_own_above_leaves_the_line_below_whole() -> None:
    title, line = "Ferry sails again after the storm", f"List of the ferries Updated: 16 August 2021 {LEAD}"
    found = article(*MENU, title, line, *FERRY[1:])
    assert texts(found, Headline) == [title]


@pytest.mark.parametrize(
    ("title", "date"),
    [
        ("Brokers ask court to freeze the levy for 30 days", "Monday, February 17, 2020 21:38"),
        ("Ferry sails again after the storm", "17 February 2020"),
        ("Ferry sails again after the storm", "Feb 17, 2020, 21:38"),
    ],
)
@pytest.mark.parametrize("above", [(), MENU])
def test_a_date_that_runs_into_the_headline_is_cut_off(title: str, date: str, above: tuple[str, ...]) -> None:
    found = article(*above, title + date, *FERRY)
    assert texts(found, Headline) == [title]
    assert texts(found, PublicationLine) == [date]
    assert found.published is not None and found.published.iso == "2020-02-17"


@pytest.mark.parametrize(
    "title",
    [
        "Ferry sails again after the storm of 17 February 2020",
        "What ferries learned from COVID19 in the year 2020",
        "On 17 February 2020 the ferry sails again",
        "Ferry sails again on day 1217 February 2020 ends",
    ],
)
def test_a_date_behind_a_blank_or_amid_a_headline_stays(title: str) -> None:
    assert texts(article(title, *FERRY), Headline) == [title]
