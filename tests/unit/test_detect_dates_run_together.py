# SPDX-License-Identifier: Apache-2.0
"""Dates run together with what stands beside them, dates of old spellings, and days that are not the article's."""

from __future__ import annotations

import pytest
from tests.support.detection import article, page, rule_of

from docforge.locale import find_dates
from docforge.model import Article

EN = (
    "The ferry sails again after the storm",
    "The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the mole.",
    "Two tugs and a crane have been at work since then, and the last stones were laid on Friday evening in the rain.",
    "Passengers who had bought a ticket for the missing days can have their money back until the end of the month.",
)


def below_title(*lines: str) -> Article:
    return article(EN[0], *lines, *EN[1:], between="\n\n")


def published(found: Article) -> str | None:
    return found.published.iso if found.published is not None else None


@pytest.mark.parametrize(
    ("language", "text", "iso"),
    [
        ("en", "May 14,202110:15 AM", "2021-05-14"),
        ("en", "12 March 202114:05", "2021-03-12"),
        ("de", "3. März 202114:05 Uhr", "2021-03-03"),
        ("es", "3 de mayo de 202114:05", "2021-05-03"),
        ("ru", "3 мая 202114:05", "2021-05-03"),
        ("zh", "2019年7月5星期五", "2019-07-05"),
        ("bn", "১৪ জানুয়ারী ২০২২", "2022-01-14"),
        ("bn", "৫ আগষ্ট ২০২৩", "2023-08-05"),
    ],
)
def test_a_time_or_weekday_run_together_with_a_date_ends_it(language: str, text: str, iso: str) -> None:
    assert [found.iso for found in find_dates(text, language)] == [iso]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "May 20217"),
        ("en", "May 14, 20211015"),
        ("en", "5 May 202112:305"),
        ("zh", "2019年7月5期"),
        ("zh", "2019年7月5周年"),
        ("zh", "2019年7月15星期日报"),
    ],
)
def test_other_figures_behind_a_month_make_no_full_date(language: str, text: str) -> None:
    assert not any(found.precision == "day" for found in find_dates(text, language))


@pytest.mark.parametrize("line", ["Published: May 14,202110:15 AM by PTI", "Published: May 14, 2021 10:15 AM by PTI"])
def test_who_signs_stands_behind_date_and_time(line: str) -> None:
    found = below_title(line)
    assert (found.authors, published(found)) == (("PTI",), "2021-05-14")


@pytest.mark.parametrize(
    "line",
    [
        "Norrstad, Sundmouth Est. June 3, 1871",
        "Founded June 3, 1871",
        "Established on 3 June 1871",
        "The Harbour Post | Founded 3 June 1871",
        "Est. 3 June 1871",
    ],
)
def test_the_day_on_which_an_outlet_was_founded_is_not_the_article_s(line: str) -> None:
    found = article(line, *EN, between="\n\n")
    assert (found.authors, published(found)) == ((), None)
    assert rule_of(found, line) == "furniture.time"


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("8:00 PM EST, Tue May 19, 2023", "2023-05-19"),
        ("Posted: May 19, 2023", "2023-05-19"),
        ("Harbour Post Est. 1871 | May 19, 2023", "2023-05-19"),
        ("First published May 19, 2023", "2023-05-19"),
        ("Last updated EST: May 19, 2023", "2023-05-19"),
    ],
)
def test_a_time_zone_and_a_year_of_founding_are_let_be(line: str, iso: str) -> None:
    found = below_title(line)
    dates = {date.iso for date in (found.published, found.updated) if date is not None}
    assert dates == {iso}


@pytest.mark.parametrize(
    "line",
    ["March 4, 2009updated 17 Oct 2021 7:25pm", "March 4, 2009 updated 17 Oct 2021", "Posted: March 4, 2009"],
)
def test_a_labelled_date_below_an_item_of_a_menu_is_no_answer(line: str) -> None:
    assert published(page("Home", "1. Archive", line, *EN, "Share", "Contact us")) == "2009-03-04"


def test_a_date_below_a_numbered_question_is_its_answer() -> None:
    found = article(*EN, "1. When", "December 8, 2025", "2. Where", "On the mole", between="\n\n")
    assert published(found) is None


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Nora Ek | Contributing writer By Nora Ek | Contributing writer The Harbour-Standard", ("Nora Ek",)),
        ("Nora Ek | Contributing writer By Nora Ek | Contributing writer", ("Nora Ek",)),
        ("By Nora Ek, contributing writer The Harbour Post", ("Nora Ek",)),
        ("Step | By Step | By Step", ()),
    ],
)
def test_a_byline_printed_twice_may_close_with_the_outlet(line: str, authors: tuple[str, ...]) -> None:
    assert below_title(line).authors == authors


@pytest.mark.parametrize("text", ["2023 10 13", " 2023 10 13 ", "2023 10 13 14:05", "2023 10 13, 14.05"])
def test_a_date_with_blanks_for_signs_stands_alone(text: str) -> None:
    assert [found.iso for found in find_dates(text, "lt")] == ["2023-10-13"]


@pytest.mark.parametrize(
    "text",
    [
        "2023 13 10",
        "2023 02 30",
        "Tel 2023 10 13",
        "2023 10 13 22",
        "1023 10 13",
        "2023 1 3",
        "20231313",
        "2023 1013",
        "No 20231013",
    ],
)
def test_other_figures_with_blanks_are_no_date(text: str) -> None:
    assert find_dates(text, "lt") == ()


@pytest.mark.parametrize(
    "line",
    [
        "The moon today: Monday, 9 October 2023 – for all the signs",
        "What the cards say on Monday, 9 October 2023, about your love",
        "Our quiz for the day: 9 October 2023 – test what you know",
    ],
)
def test_a_date_amid_the_title_of_another_story_is_not_the_article_s(line: str) -> None:
    assert published(article(*EN, line, between="\n\n")) is None


@pytest.mark.parametrize(
    "line",
    [
        "Norrstad, 9 October 2023",
        "Posted on Monday, 9 October 2023",
        "Nora Ek and Ulf Lind, 9 October 2023",
        "Monday, 9 October 2023 at 14:05",
    ],
)
def test_a_date_at_the_edge_of_the_last_line_is_the_article_s(line: str) -> None:
    assert published(article(*EN, line, between="\n\n")) == "2023-10-09"


@pytest.mark.parametrize(
    "line",
    [
        "New rowing club founded March 12, 2024",
        "Harbour Fund Established 12 March 2024",
        "Förderverein der Mole gegründet am 12. März 2024",
        "Association des pêcheurs fondée le 12 mars 2024",
        "Nuevo club de remo fundado el 12 de marzo de 2024",
        "Roeivereniging opgericht op 12 maart 2024",
        "The oldest rowing club was founded 12 March 1871",
    ],
)
def test_a_headline_that_says_what_was_founded_is_kept(line: str) -> None:
    found = article(line, "By Ann Lee", *EN[1:], between="\n\n")
    assert rule_of(found, line) != "furniture.time"
    assert (found.headline, published(found)) == (line, None)


def test_a_founding_of_late_is_one_where_the_text_is_much_younger() -> None:
    line = "Harbour Post, established 12 March 2004"
    assert rule_of(article("May 19, 2023", line, *EN, between="\n\n"), line) == "furniture.time"
    assert rule_of(article("May 19, 2005", line, *EN, between="\n\n"), line) != "furniture.time"


@pytest.mark.parametrize("facts", [("Opened: 12 May 1904",), ("Chair: Ann Lee", "Opened 12 May 1904")])
def test_days_in_a_panel_with_that_of_a_founding_are_not_the_article_s(facts: tuple[str, ...]) -> None:
    found = article("Harbour board opens its books", "", *EN, "", "In figures", "Founded: 3 March 1871", *facts)
    assert (found.authors, published(found)) == ((), None)
