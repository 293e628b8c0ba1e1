# SPDX-License-Identifier: Apache-2.0
"""Day first or month first: what on a page decides between the two readings of a date in figures."""

from __future__ import annotations

import pytest

from docforge.context import Context
from docforge.detect import DetectSettings, detect
from docforge.diagnostics import Report
from docforge.locale import find_dates, settled, shown_order
from docforge.reading import read_source

PAGE = """Harbour ferry sails again after the storm

By Ann Lee | {}

The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the mole.

{}
"""
REST = "Two tugs and a crane have been at work since then, and the last stones were laid on Friday evening in the rain."


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("on 25/8/2010 and on 3/9/2010", "dmy"),
        ("on 8/25/2010, then 9-13-10", "mdy"),
        ("on 25/8/2010 and on 9/13/2010", ""),
        ("on 3/9/2010 and on 4/9/2010", ""),
        ("27.8.2010, 13/25/2010, call 555-13-1022, path a/13/9/2010/b", ""),
        ("", ""),
    ],
)
def test_a_page_shows_its_order_by_dates_with_one_reading(text: str, order: str) -> None:
    assert shown_order(text) == order


@pytest.mark.parametrize(
    ("text", "order", "iso"),
    [
        ("Sat 10/9/2010", "", "2010-10-09"),
        ("Friday, 10/9/2010", "", "2010-09-10"),
        ("Friday, 10/9/2010", "mdy", "2010-09-10"),  # the weekday says more than the other dates
        ("10/9/2010", "mdy", "2010-10-09"),
        ("10/9/2010", "dmy", "2010-09-10"),
        ("10/9/10 7:15 AM EDT", "", "2010-10-09"),
        ("10/9/10 7:15 AM EDT", "dmy", "2010-09-10"),
        ("10/9/2010 at 09:00 (GMT)", "", "2010-09-10"),
        ("09.10.11", "mdy", "2011-09-10"),
    ],
)
def test_a_weekday_the_page_or_a_zone_settles_a_date(text: str, order: str, iso: str) -> None:
    (found,) = settled(find_dates(text, "en"), text, order)
    assert (found.iso, found.alternative) == (iso, None)


@pytest.mark.parametrize("text", ["10/9/2010", "Tue 10/9/2010", "10/9/2010 at 09:00 UTC", "Read on 10/9/10"])
def test_without_evidence_both_readings_stay(text: str) -> None:
    (found,) = settled(find_dates(text, "en"), text, "")
    assert found.alternative is not None
    assert {found.iso, found.alternative.iso} == {"2010-10-09", "2010-09-10"}


@pytest.mark.parametrize(
    ("date", "rest", "language", "iso", "warned"),
    [
        ("10/9/2010", REST, None, "2010-10-09", True),
        ("10/9/10", REST, None, "2010-10-09", True),
        ("10/9/2010", f"{REST} It last sailed on 19/8/2010.", None, "2010-09-10", False),
        ("10/9/2010 8:05 pm ET", REST, None, "2010-10-09", False),
        ("10/9/2010", REST, "en-GB", "2010-09-10", False),
        ("10/13/2010", REST, None, "2010-10-13", False),
    ],
)
def test_the_date_of_publication_is_settled_or_reported(
    date: str, rest: str, language: str | None, iso: str, warned: bool
) -> None:
    report = Report()
    source = read_source(PAGE.format(date, rest), context=Context(), report=report)
    article = detect(source, DetectSettings(language=language), report=report)
    assert article.published is not None
    assert article.published.iso == iso
    assert [d.code for d in report if d.code == "DF-D105"] == ["DF-D105"] * warned


def test_a_date_that_the_user_names_is_not_asked_for() -> None:
    report = Report()
    source = read_source(PAGE.format("10/9/2010", REST), context=Context(), report=report)
    article = detect(source, DetectSettings(overrides=(("date", "2010-09-10"),)), report=report)
    assert article.published is not None
    assert article.published.iso == "2010-09-10"
    assert not [d for d in report if d.code == "DF-D105"]
