# SPDX-License-Identifier: Apache-2.0
"""What pages set above and around the headline: menus, codes, pictures, the hour; none of it is the headline."""

from __future__ import annotations

import pytest
from tests.support.detection import article

from docforge.model import Article, Caption, CreditLine, Furniture, Subheadline

TITLE = "The ferry sails again three weeks after the storm"
A = "The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the old mole."
B = "Two tugs and a crane have been at work since then, and the last stones were laid on Friday evening in the rain."
C = "Passengers who had bought a ticket for the missing days can have their money back until the end of the month."


def parts(found: Article, kind: type) -> list[str]:
    return [block.text for block in found.blocks if isinstance(block, kind)]


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("Mobile | Science | Ferries | Sitemap", TITLE),
        ("海港手机 | 海港科技 | 海港首页 | 海港导航", TITLE),
        ("EX-4.1 2 f7524ex41.htm EX-4.1", TITLE),
        ("A1 B22 C3-9", TITLE),
    ],
)
def test_menus_with_bars_and_codes_are_no_headline(above: str, title: str) -> None:
    assert article("Home", above, title, "14 September 2022", A, B, C).headline == title


@pytest.mark.parametrize(
    "title",
    [
        "Ferry sails again | The Harbour | Gazette",
        "Ferry 4 sails again on 12 May",
        "G7 2024 in Norrstad: ferry sails again",
    ],
)
def test_a_title_with_a_bar_or_figures_stays_the_headline(title: str) -> None:
    assert article(title, "14 September 2022", A, B, C).headline == title


NAME = (
    "NORRSTAD FERRIES AGREES TO BUY ALL SHARES OF THE OLD HARBOUR RAILWAY AND ITS TWO TUGS FROM SUNDVIK PORT AND RAIL"
)


@pytest.mark.parametrize("end", ["INC.", "LTD.", "CO."])
def test_a_title_in_capitals_may_close_with_an_abbreviation(end: str) -> None:
    found = article("Contact", "EX-99.1", f"{NAME} {end}", f"NORRSTAD, July 2, 2024 — {A}", B, C)
    assert found.headline == f"{NAME} {end}"


@pytest.mark.parametrize("line", [f"{NAME}.", f"{NAME.capitalize()} Inc."])
def test_a_sentence_with_a_full_stop_stays_text(line: str) -> None:
    assert article(TITLE, line, A, B, C).headline == TITLE


LONG = "The long quarrel between the harbour office and the old ferry company about the mole at the northern port"


def test_a_short_line_of_a_menu_above_the_headline_makes_it_no_deck() -> None:
    found = article(
        "Newsletters",
        "Work for Norrstad",
        LONG,
        "By Ann Lee",
        "Updated 7:05 PM EST, Wed October 12, 2022",
        "Share",
        A,
        B,
    )
    assert found.headline == LONG
    assert found.first(Subheadline) is None


def test_a_short_headline_whose_words_the_text_repeats_keeps_its_deck() -> None:
    found = article(
        "Newsletters",
        "Storm broke the mole",
        LONG,
        "By Ann Lee",
        "Updated 7:05 PM EST, Wed October 12, 2022",
        "Share",
        A,
        B,
    )
    assert (found.headline, parts(found, Subheadline)) == ("Storm broke the mole", [LONG])


def test_a_picture_above_the_headline_leaves_it_alone() -> None:
    picture = "Two tugs beside the broken mole of Norrstad, January 2021"
    found = article("Cameras", picture, "Photo: REUTERS, NTB", TITLE, "Today, 17:40", "World", "By Ann Lee", A, B, C)
    assert found.headline == TITLE
    assert parts(found, Caption) == [picture]
    assert parts(found, CreditLine) == ["Photo: REUTERS, NTB"]


def test_a_caption_below_the_headline_and_its_credit_stays_one() -> None:
    caption = "Two tugs beside the broken mole"
    found = article(TITLE, "Photo: REUTERS, NTB", caption, A, B, C)
    assert found.headline == TITLE
    assert caption not in parts(found, Subheadline)


@pytest.mark.parametrize(
    "hour",
    ["Today, 17:40", "Heute, 17:40", "Šodien, 17:40", "Gestern um 9:15 Uhr", "Hari ini, 17:40", "сегодня в 17:40"],
)
def test_the_hour_of_today_is_none_of_the_text(hour: str) -> None:
    assert hour in parts(article(TITLE, hour, A, B, C), Furniture)


@pytest.mark.parametrize("line", ["Today at last: 17 of 40", "Tomorrow 17:40, pier four", "Today's ferry: 17:40"])
def test_what_else_stands_beside_an_hour_is_text(line: str) -> None:
    assert line not in parts(article(TITLE, A, line, B, C), Furniture)


@pytest.mark.parametrize("line", ["Jun 13, 4:03 PM EDT", "13 June, 16:03 GMT"])
def test_a_day_and_an_hour_with_its_zone_say_when_it_was_published(line: str) -> None:
    found = article(line, TITLE, "By Ann Lee", A, B, C)
    assert found.headline == TITLE
    assert found.published is not None
    assert (found.published.year, found.published.month, found.published.day) == (None, 6, 13)


@pytest.mark.parametrize("line", ["Jun 13, Pier 4", "Storm warning, Jun 13, 4 PM EDT"])
def test_a_day_with_other_words_does_not(line: str) -> None:
    assert article(TITLE, line, A, B, C).published is None


@pytest.mark.parametrize("link", ["- Harbour office wants a new mole", "- Ferry hall gets its clock back - VIDEO"])
def test_a_line_behind_a_hyphen_is_a_link_beside_the_headline(link: str) -> None:
    assert article("Menu", link, TITLE, "14 September 2022", A, B, C).headline == TITLE


@pytest.mark.parametrize(
    "title", ["Ferry sails again - three weeks after the storm", "– The ferry sails again, says the office"]
)
def test_another_dash_stays_in_the_headline(title: str) -> None:
    assert article(title, "14 September 2022", A, B, C).headline == title
