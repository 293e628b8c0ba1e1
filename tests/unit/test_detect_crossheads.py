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
