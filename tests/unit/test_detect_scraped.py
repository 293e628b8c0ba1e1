# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line)
"""What pages print around an article, one line at a time: who wrote it, and what only looks like that."""

from __future__ import annotations

import pytest

from docforge.context import Context
from docforge.detect import detect
from docforge.diagnostics import Report
from docforge.model import Article
from docforge.reading import read_source

TITLE = "The ferry sails again after the storm"
A = "The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the mole."
B = "Two tugs and a crane have been at work since then, and the last stones were laid on Friday evening in the rain."
C = "Passengers who had bought a ticket for the missing days can have their money back until the end of the month."
FR = "Le bureau du port a annoncé lundi que le bac reprendra la mer, trois semaines après la tempête qui a rompu le môle."
FR_MORE = "Deux remorqueurs et une grue sont à l'œuvre depuis, et les dernières pierres ont été posées vendredi soir sous la pluie."


def article(*lines: str) -> Article:
    report = Report()
    return detect(read_source("\n".join(lines), context=Context.fixed(), report=report), report=report)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Ann Lee, HARBOUR TODAY", ("Ann Lee",)),
        ("Ann Lee, SOUND DAILY NEWS", ("Ann Lee",)),
        ("By Ann Lee, HARBOUR TODAY", ("Ann Lee",)),
        ("ANN LEE, TOM REED", ("ANN LEE", "TOM REED")),
        ("Ann Lee (with Tom Reed)", ("Ann Lee", "Tom Reed")),
        ("Ann Lee (with AFP)", ("Ann Lee",)),
        ("Rachel (R.J.) Brandt", ("Rachel (R.J.) Brandt",)),
        ("Ann Lee1 & Tom Reed2", ("Ann Lee", "Tom Reed")),
        ("March 5, 2024 7:11 AM PST BY HARBOUR POST STAFF", ("HARBOUR POST STAFF",)),
        ("Harbour Post | March 5, 2024 at 1:36 pm | By Ann Lee (with Tom Reed)", ("Ann Lee", "Tom Reed")),
    ],
)
def test_who_wrote_it_beside_outlets_notes_and_helpers(line: str, authors: tuple[str, ...]) -> None:
    assert article(TITLE, line, "March 5, 2024", A, B, C).authors == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Par ANNE LEROY, LUC MARTIN Envoyés spéciaux à Norrstad", ("ANNE LEROY", "LUC MARTIN")),
        ("Par Anne Leroy, envoyée spéciale à Norrstad", ("Anne Leroy",)),
        ("Par Anne Leroy (avec Luc Martin et Paul Girard)", ("Anne Leroy", "Luc Martin", "Paul Girard")),
    ],
)
def test_french_bylines_with_places_and_helpers(line: str, authors: tuple[str, ...]) -> None:
    assert article("Le bac reprend la mer après la tempête", line, "5 mars 2024", FR, FR_MORE, FR).authors == authors


@pytest.mark.parametrize(
    "line",
    [
        "All Share",
        "Print Services",
        "Storm Victim ... Again",
        "Anna Storm -- Victim Of Thieves … AGAIN",
        "Comments Archive",
    ],
)
def test_buttons_and_links_name_no_author(line: str) -> None:
    assert article(TITLE, line, A, B, C).authors == ()


def test_a_paragraph_about_the_author_leaves_the_byline() -> None:
    about = "Lina Borg currently writes for this paper from the coast and has covered the harbour for ten years."
    assert article("Share", TITLE, "Lina Borg", "Posted on March 5, 2024", "Comments", about, A, B, C).authors == (
        "Lina Borg",
    )


@pytest.mark.parametrize(
    "about",
    [
        "Lina Borg's ferry was hit twice by the storm last week, as her crew told the harbour office in a letter.",
        "The captain, Lina Borg, was not on board that night, as her crew told the harbour office in a letter.",
        "Lina Borg was not on board that night. Borg told the harbour office so in a letter that she wrote on Monday.",
    ],
)
def test_a_paragraph_about_somebody_else_leaves_none(about: str) -> None:
    assert article("Share", TITLE, "Lina Borg", "Posted on March 5, 2024", "Comments", about, A, B, C).authors == ()
