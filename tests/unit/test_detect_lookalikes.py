# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a line of a page is a line)
"""Texts that look like what a rule takes, and are not: each was read wrongly once."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, MENU, article

H = "Ferry sails again after storm"
HD = "Fähre fährt nach dem Sturm wieder"
D = (
    "Das Hafenamt in Sundvik hat am Montag mitgeteilt, dass die Fähre wieder fährt, drei Wochen nach dem großen Sturm.",
    "Zwei Schlepper und ein Kran waren seither im Einsatz, und am Freitag wurde der letzte Stein in die Mole gesetzt.",
    "Wer eine Fahrkarte für die ausgefallenen Tage hat, bekommt sein Geld bis zum Ende des Monats im Hafen zurück.",
)


def kind(line: str, *lines: str) -> str:
    """Return the kind of the block that *line* is, or holds first, among *lines*."""
    return next(block.KIND for block in article(*lines).blocks if block.text and line.startswith(block.text))


@pytest.mark.parametrize(
    ("line", "lines", "expected"),
    [
        ("Okwudili Nwosu", (H, "Okwudili Nwosu", *FERRY, "Okwudili Nwosu is a reporter at the Harbour Post."), "byline"),
        ("Foto: Anna Lund/dpa (Archivfoto)", (HD, "Foto: Anna Lund/dpa (Archivfoto)", *D), "credit_line"),
        ("Photo: Ann Lee / Reuters (file photo)", (H, FERRY[0], "Photo: Ann Lee / Reuters (file photo)", *FERRY[1:]), "credit_line"),
        ("Ann Lee", (H, "Ann Lee", "Ann Lee. Photo: Bo Ek", *FERRY), "byline"),
        ("This video, posted on 14 March 2024, shows the wall.", (H, "This video, posted on 14 March 2024, shows the wall.", *FERRY), "paragraph"),
        ("How the storm hit the harbour @AFP", ("How the storm hit the harbour @AFP", *FERRY), "headline"),
        ("Ann Lee @AFP", (H, "Ann Lee @AFP", *FERRY), "byline"),
        ("Local news", (*MENU, H, "Three weeks after the storm, the harbour is open again.", "Local news", *FERRY), "furniture"),
        ("OPINION/ANN LEE", ("OPINION/ANN LEE", H, *FERRY), "kicker"),
        ("#SaveOurHarbourNow campaign", (*MENU, "#SaveOurHarbourNow campaign", "By Ann Lee", *FERRY), "headline"),
        ("By Sourav Roy Barman Sourav Roy Barman", (*MENU, H, "By Sourav Roy Barman Sourav Roy Barman", *FERRY), "byline"),
        ("Prize goes to makers of World Press Photo Ann Lee", ("Prize goes to makers of World Press Photo Ann Lee", *FERRY), "headline"),
    ],
)  # fmt: skip
def test_what_only_looks_like_it(line: str, lines: tuple[str, ...], expected: str) -> None:
    assert kind(line, *lines) == expected


def test_a_name_and_a_place_behind_the_last_sentence_sign_no_picture() -> None:
    last = FERRY[4] + " ANN LEE/Norrstad"
    assert kind(last, H, *FERRY[:4], last) == "paragraph"


def test_a_topic_and_a_second_one_are_no_places() -> None:
    lead = "Gesundheit/Kliniken: Die Lage in Kliniken und Heimen ist ernst, teilte das Ministerium am Montag in Norrstad mit."
    assert article(HD, lead, *D[1:]).dateline is None


def test_eight_figures_are_no_date() -> None:
    found = article(H, "20231013", "Published 14 March 2024", *FERRY)
    assert found.published is not None and found.published.iso == "2024-03-14"


def test_a_label_that_opens_a_note_dates_the_text_above_what_is_told_of_the_author() -> None:
    note = "Stand: 14. März 2024, alle Angaben ohne Gewähr."
    author = "Anna Lund ist Redakteurin beim Hafenblatt und berichtet seit mehr als zehn Jahren über den Hafen und seine Menschen."
    assert kind(note, HD, *D, note, author) == "publication_line"


@pytest.mark.parametrize(("between", "heads"), [((), 2), (("Meistgelesen",), 0)])
def test_titles_with_times_below_a_label_of_links_head_nothing(between: tuple[str, ...], heads: int) -> None:
    timed = ("14:15 Zwei Seeleute retten Mann", "13:30 Fischpreise steigen wieder")
    lines = [line for title, told in zip(timed, (D[1], D[2]), strict=True) for line in (title, told)]
    found = article("Menü", "Suche", "Anmelden", "Abo bestellen", HD, *D, *between, *lines, "Teilen", "Impressum")
    assert sum(block.KIND == "crosshead" and block.text in timed for block in found.blocks) == heads
