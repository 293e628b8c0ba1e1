# SPDX-License-Identifier: Apache-2.0
"""Day first or month first: what on a page decides between the two readings of a date in figures."""

from __future__ import annotations

import pytest

from docforge.context import Context
from docforge.detect import DetectSettings, amended, detect
from docforge.diagnostics import Report
from docforge.locale import find_dates, settled, shown_order
from docforge.model import Article, PublicationLine
from docforge.reading import read_source

PAGE = """Harbour ferry sails again after the storm

By Ann Lee | {}

The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the mole.

{}
"""
REST = "Two tugs and a crane have been at work since then, and the last stones were laid on Friday evening in the rain."


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        ("on 25/8/2010 and on 3/9/2010", {2010: "dmy"}),
        ("on 8/25/2010, then 9/13/10", {2010: "mdy"}),
        ("on 25/8/1910 and on 9-13-2010", {1910: "dmy", 2010: "mdy"}),
        ("on 25/8/2010 and on 9/13/2010", {2010: ""}),
        ("on 3/9/2010 and on 4/9/2010", {}),
        ("27.8.2010, 13/25/2010, call 555-13-1022, path a/13/9/2010/b, won 9-13-10", {}),
        ("", {}),
    ],
)
def test_a_page_shows_its_order_by_dates_with_one_reading(text: str, orders: dict[int, str]) -> None:
    assert shown_order(text) == orders


@pytest.mark.parametrize(
    ("text", "order", "iso"),
    [
        ("Sat 10/9/2010", "", "2010-10-09"),
        ("Friday, 10/9/2010", "", "2010-09-10"),
        ("Friday, 10/9/2010", "mdy", "2010-09-10"),  # the weekday says more than the other dates
        ("10/9/2010", "mdy", "2010-10-09"),
        ("10/9/2010", "dmy", "2010-09-10"),
        ("10/9/10 7:15 AM EDT", "", "2010-10-09"),
        ("10/9/10 7:15 AM EDT", "mdy", "2010-10-09"),
        ("10/9/2010 at 09:00 (GMT)", "", "2010-09-10"),
        ("09.10.10", "mdy", "2010-09-10"),
    ],
)
def test_a_weekday_the_page_or_a_zone_settles_a_date(text: str, order: str, iso: str) -> None:
    (found,) = settled(find_dates(text, "en"), text, {2011: order} if order else {})
    assert (found.iso, found.alternative) == (iso, None)


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        ("10/9/2010", {}),
        ("Tue 10/9/2010", {}),
        ("10/9/2010 at 09:00 UTC", {}),
        ("Read on 10/9/10", {}),
        ("By Fria Saturn, 10/9/2010", {}),  # names that begin like a day
        ("Friday's market: 10/9/2010", {}),
        ("10/9/2010", {1910: "dmy"}),  # an old date that the page quotes
        ("10/9/2010", {2010: ""}),
        ("10/9/2010", {2009: "mdy", 2010: "dmy"}),
        ("10/9/10 7:15 AM EDT", {2010: "dmy"}),
    ],
)
def test_without_evidence_or_with_two_kinds_both_readings_stay(text: str, orders: dict[int, str]) -> None:
    (found,) = settled(find_dates(text, "en"), text, orders)
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


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("LONDON, 10/9/2010 (Reuters) - The harbour office said that the ferry will sail again.\n\n{}", "10/9/2010"),
        ("The harbour office said that the ferry will sail again.\n\n{}\n\n(Harbour News, 10/9/10)", "10/9/10"),
    ],
    ids=["a dateline", "a signature"],
)
def test_a_date_of_a_dateline_or_signature_in_doubt_is_reported(text: str, shown: str) -> None:
    report = Report()
    page = f"Ferry sails again after storm\n\n{text.format(REST)}\n"
    article = detect(read_source(page, context=Context(), report=report), report=report)
    assert article.published is not None
    assert article.published.iso == "2010-10-09"
    (told,) = [d.message for d in report if d.code == "DF-D105"]
    assert f"'{shown}' can be 2010-10-09 or 2010-09-10" in told


@pytest.mark.parametrize("line", ["Sizes: 10/12/14", "Tigers 10-05-12", "Lager 08.09.10", "Counters 10/11/12"])
def test_three_short_numbers_amid_the_text_are_no_date_of_publication(line: str) -> None:
    report = Report()
    page = PAGE.format("13 September 2010", f"{REST}\n\n{line}\n\n{REST}")
    article = detect(read_source(page, context=Context(), report=report), report=report)
    assert article.published is not None
    assert article.published.iso == "2010-09-13"
    assert line not in [block.span.of(article.text) for block in article.blocks if isinstance(block, PublicationLine)]


@pytest.mark.parametrize("line", ["Posted: 8/24/10", "8/24/10 7:15 AM", "By Tom Berg, 8/24/10"])
def test_a_label_a_time_or_a_byline_word_make_a_date_of_them(line: str) -> None:
    report = Report()
    page = f"Ferry sails again after storm\n\n{REST}\n\n{line}\n\n{REST} {REST}\n"
    article = detect(read_source(page, context=Context(), report=report), report=report)
    assert article.published is not None
    assert article.published.iso == "2010-08-24"


def test_an_article_that_was_written_as_json_keeps_both_readings_and_the_warning() -> None:
    report = Report()
    article = detect(read_source(PAGE.format("10/9/2010", REST), context=Context(), report=report), report=report)
    again = Article.from_json(article.to_json())
    assert again == article
    for overrides, warned in (((), True), ((("date", "2010-09-10"),), False)):
        report = Report()
        amended(again, DetectSettings(overrides=overrides), report=report)
        assert [d.code for d in report] == ["DF-D105"] * warned
