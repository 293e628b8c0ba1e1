# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line)
"""Headings inside the text, and what only looks like them or unlike them."""

from __future__ import annotations

from functools import partial

import pytest
from tests.support.detection import article as detected

from docforge.model import Article, Block

TITLE = "The ferry sails again after the storm"
A = "The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the mole."
B = "Two tugs and a crane have been at work since then, and the last stones were laid on Friday evening in the rain."
C = "Passengers who had bought a ticket for the missing days can have their money back until the end of the month."
FR_TITLE = "Le bac reprend la mer après la tempête"
FR = "Le bureau du port a annoncé lundi que le bac reprendra la mer, trois semaines après la tempête qui a rompu le môle."
FR_MORE = "Deux remorqueurs et une grue sont à l'œuvre depuis, et les dernières pierres ont été posées vendredi soir sous la pluie."

article = partial(detected, between="\n\n")


def block(found: Article, text: str) -> Block:
    """Return the first block that is *text*."""
    return next(one for one in found.blocks if one.text == text)


def kind(found: Article, text: str) -> str:
    return block(found, text).KIND


@pytest.mark.parametrize(
    "line",
    [
        "Les « patrons » du port reprennent la mer",
        "Le « vieux môle » et ses pierres",
        "Une tempête ‹ rare › dans le port",
    ],
)
def test_guillemets_with_blanks_make_no_path_of_a_heading(line: str) -> None:
    assert kind(article(FR_TITLE, FR, FR_MORE, line, FR, FR_MORE), line) == "crosshead"


@pytest.mark.parametrize("line", ["Accueil » Actualités » Le port", "Accueil › Actualités › Le port"])
def test_arrows_between_sections_make_a_path(line: str) -> None:
    assert kind(article(FR_TITLE, FR, FR_MORE, line, FR, FR_MORE), line) == "furniture"


ABOUT = (
    "Ann Lee has written about ports and the people who live by them since 2011, first for the radio and then for us."
)


@pytest.mark.parametrize("byline", ["By Ann Lee", "by Ann Lee on March 5, 2024", "Ann Lee | 5 March 2024"])
def test_the_authors_name_heads_no_text(byline: str) -> None:
    assert [one.text for one in article(TITLE, byline, A, B, "Ann Lee", ABOUT).blocks if one.KIND == "crosshead"] == []


def test_the_name_of_somebody_else_may_head_text() -> None:
    assert kind(article(TITLE, "By Ann Lee", A, B, "Tom Reed", C, A), "Tom Reed") == "crosshead"


@pytest.mark.parametrize(
    "heads",
    [
        [
            "1. Ann Lee, keeper (15,500 crates): Clear words",
            "2. Tom Reed, keeper and painter of harbours (12,600 paces): Quiet looks",
            "3. Lucy Akers, keeper of other lights (6,386 lamps): Brave enough, too",
        ],
        [
            "1. Ann Lee",
            "2. The writer Lucy Akers, who keeps the lights of five islands and who for many years has told children of her long winters up there",
            "3. Tom Reed",
        ],
    ],
)
def test_numbered_headings_need_no_words_of_the_text(heads: list[str]) -> None:
    found = article("Share", TITLE, "5 March 2024", A, C, heads[0], B, C, heads[1], A, C, heads[2], B, A)
    assert {kind(found, head) for head in heads if len(head) <= 120} == {"crosshead"}


def test_long_lines_with_numbers_that_make_no_series_head_nothing() -> None:
    line = "7. Gazing eastwards, Tom Reed, keeper and painter (12,600 paces): Quiet looks"
    assert kind(article("Share", TITLE, "5 March 2024", A, B, line, C, A), line) != "crosshead"


CREDIT = "Photograph by Ann Lee, Harbour News"


def test_below_a_credit_with_its_caption_above_the_next_line_heads_the_text() -> None:
    caption = "The mole of the old port from the sea."
    found = article("Share", TITLE, "5 March 2024", A, B, caption, CREDIT, "Plans for the old port", C, A, B)
    assert [kind(found, line) for line in (caption, "Plans for the old port")] == ["caption", "crosshead"]


def test_below_a_credit_with_no_caption_above_stands_the_caption() -> None:
    found = article("Share", TITLE, "5 March 2024", A, B, CREDIT, "The mole of the old port from the sea", C, A, B)
    assert kind(found, "The mole of the old port from the sea") == "caption"


def test_brief_lines_in_a_row_are_items_and_no_headings() -> None:
    items = ["Old rope", "Two lamps", "What to eat", "Who is on watch?", "A warm coat"]
    found = article(TITLE, A, B, C, *items, "So the list ends.", A, C)
    assert [one.text for one in found.blocks if one.KIND == "crosshead"] == []


def test_two_brief_lines_above_text_are_headings() -> None:
    found = article(TITLE, A, B, C, "Old rope and two lamps", "Who is on watch?", A, C)
    assert [one.text for one in found.blocks if one.KIND == "crosshead"] == [
        "Old rope and two lamps",
        "Who is on watch?",
    ]


def test_a_line_that_the_text_below_goes_on_from_heads_nothing() -> None:
    text = "is the keeper of the light and has written about ports and the people who live by them since 2011."
    assert (
        kind(article("Share", TITLE, "5 March 2024", A, B, "Professor Lee", text, C, A), "Professor Lee") != "crosshead"
    )


@pytest.mark.parametrize(
    "text", ["iPhones and lamps were handed out on the mole on Friday evening, the harbour office said.", A]
)
def test_a_line_above_a_new_sentence_heads_it(text: str) -> None:
    assert kind(article("Share", TITLE, "5 March 2024", A, B, "Lamps for all", text, C), "Lamps for all") == "crosshead"


@pytest.mark.parametrize(
    "deck",
    [
        "The mole of the port broke in the storm, and three weeks of stones and rain have made it new.",
        "Stones, a crane and three weeks of rain: how the mole of the port was mended after the storm.",
    ],
)
def test_a_heading_below_the_lead_leaves_the_deck_a_deck(deck: str) -> None:
    whole = f"{A} {B} {C}"
    top = ("Share", TITLE, deck, "5 March 2024")
    found = article(*top, whole, "Stones for the mole", whole, whole, "Rain and rope", whole, whole)
    assert [one.KIND for one in found.blocks][2:6] == ["subheadline", "publication_line", "paragraph", "crosshead"]


def test_a_lead_above_a_heading_is_no_deck() -> None:
    whole = f"{A} {B} {C}"
    found = article("Share", TITLE, "5 March 2024", whole, "Stones for the mole", whole, whole, "Rain and rope", whole)
    assert "subheadline" not in [one.KIND for one in found.blocks]
