# SPDX-License-Identifier: Apache-2.0
"""Titles that a day closes (``Bericht aus dem Rat vom 14. März 2024``), and lines that say when a text came out."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, MENU, article, texts

from docforge.model import Headline, PublicationLine

DE = (
    "Das Kabinett hat am Dienstag über den Hafen beraten, und der Minister gab einen Bericht über die neue Mole ab.",
    "Zwei Schlepper und ein Kran waren seit dem Sturm im Einsatz, und am Freitag wurde der letzte Stein gesetzt.",
    "Die Beschlüsse der Sitzung gelten ab dem Herbst, teilte das Amt mit, und der Rat muss ihnen noch zustimmen.",
)
EN = (
    "The council met on Thursday to hear the report of the harbour office on the work on the mole and the ferry.",
    "Two tugs and a crane have been at work since then, and the last stones were laid on Friday evening in the rain.",
    "The decisions of the council take effect in the autumn, the office said, and the minutes will be published then.",
)
IT = (
    "La seduta del consiglio comunale si è aperta con il resoconto dell'ufficio del porto sui lavori del nuovo molo.",
    "Due rimorchiatori e una gru hanno lavorato per settimane, e le ultime pietre sono state posate venerdì sera.",
    "Le decisioni del consiglio valgono da settembre, ha detto l'ufficio, e il traghetto tornerà in mare lunedì.",
)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Bericht aus dem Kabinett vom 14. März 2024", DE),
        ("Beschlüsse aus der Sitzung vom 3.5.2024", DE),
        ("Minutes of the meeting of the council on 14 March 2024", EN),
        ("Decisions of the council on the mole of 14 March 2024", EN),
        ("Resoconto della seduta del consiglio del 14 marzo 2024", IT),
    ],
)
@pytest.mark.parametrize("above", [(), MENU])
def test_a_title_that_a_day_closes_is_the_headline(title: str, text: tuple[str, ...], above: tuple[str, ...]) -> None:
    assert texts(article(*above, title, *text, between="\n\n"), Headline) == [title]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Zuletzt aktualisiert am 14. März 2024", DE),
        ("Aus der Hafenpost vom 14. März 2024", DE),
        ("Erschienen in der Ausgabe vom 14. März 2024", DE),
        ("Published by the harbour office on 14 March 2024", EN),
        ("Posted in News on 14 March 2024", EN),
        ("Pubblicato il 14 marzo 2024", IT),
    ],
)
def test_a_line_that_says_when_the_text_came_out_stays_one(line: str, text: tuple[str, ...]) -> None:
    title = "Mole, Sturm und ein Bericht aus dem Kabinett" if text is DE else "Harbour, ferry and molo: what comes next"
    found = article(*MENU, title, line, *text)
    assert texts(found, Headline) == [title]
    assert texts(found, PublicationLine) == [line]


def test_below_a_headline_a_title_with_its_day_is_a_line_of_dates() -> None:
    title, line = "Ferry sails again three weeks after the storm", "Report on the ferry of 14 March 2024"
    found = article(*MENU, title, line, *FERRY)
    assert texts(found, Headline) == [title]
    assert texts(found, PublicationLine) == [line]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("This story is from the council of March 14, 2024", EN),
        ("This article is from 14 March 2024", EN),
        ("Dieser Artikel ist aus dem Kabinett vom 14. März 2024", DE),
        ("Lesen Sie auch den Bericht aus dem Kabinett vom 14. März 2024", DE),
    ],
)
def test_what_tells_the_age_of_the_article_is_no_headline(line: str, text: tuple[str, ...]) -> None:
    assert line not in texts(article(*MENU, line, *text, between="\n\n"), Headline)
