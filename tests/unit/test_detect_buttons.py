# SPDX-License-Identifier: Apache-2.0
"""Brief lines that ask the reader of a page for something, and lines with the same words that do not."""

from __future__ import annotations

import pytest
from tests.support.detection import article

from docforge.detect.buttons import asks_reader, runs_together
from docforge.model import Crosshead, Furniture, Paragraph

TITLE = "The ferry sails again after the storm"
A = "The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the mole."
B = "Two tugs and a crane have been at work since then, and the last stones were laid on Friday evening in the rain."
C = "Passengers who had bought a ticket for the missing days can have their money back until the end of the month."
ASKED = [
    "Add a comment", "View this image ›", "Click to enlarge", "Tap to unmute", "Email the author", "Buy this photo",
    "Order reprints", "Bild vergrößern", "Kommentar schreiben", "Diesen Artikel per E-Mail versenden",
    "Afficher tous les commentaires", "Agrandir l’image", "Ver todos los comentarios", "Descargar la aplicación",
    "Deixar um comentário", "Ingrandisci la foto", "Reacties tonen", "Foto vergroten", "Visa alla kommentarer",
    "Vis alle kommentarer", "Åbn billedet", "Näytä kaikki kommentit", "Dodaj komentarz", "Zobacz wszystkie zdjęcia",
    "Přidat komentář", "Zobraziť všetky komentáre", "Vezi toate comentariile", "Оставить комментарий",
    "Показать все комментарии", "Залишити коментар", "Виж всички снимки", "Prikaži sve komentare",
    "Прикажи све коментаре",
    "Προσθήκη σχολίου", "Yorum yaz", "Tüm yorumları göster", "Lihat semua foto", "Xem bình luận",
]  # fmt: skip
NOT_ASKED = [
    "The caption reads", "Comment on the mole", "A full report", "Images of the storm", "Open port", "Follow the money",
    "Shared boats", "Der neue Kommentar", "Foto des Tages aus Köln", "Voir la mer", "Abrir el puerto", "Ver el mar",
    "Apri il porto", "Открыть порт", "Читать город",
]  # fmt: skip


@pytest.mark.parametrize("line", ASKED)
def test_lines_of_buttons(line: str) -> None:
    assert asks_reader(line.casefold())


@pytest.mark.parametrize("line", NOT_ASKED)
def test_lines_with_other_words_are_none(line: str) -> None:
    assert not asks_reader(line.casefold())


def test_the_words_of_two_languages_make_none() -> None:
    assert not asks_reader("add einen kommentar")


@pytest.mark.parametrize(
    "line", ["Add a comment", "Order reprints", "View this image ›", "Share 613 Tweet 0 Share 7 Print"]
)
def test_buttons_amid_the_text_are_furniture(line: str) -> None:
    found = article(TITLE, A, B, line, C, A)
    assert [block.text for block in found.blocks if isinstance(block, Furniture)] == [line]


def test_what_leads_on_with_a_colon_is_text() -> None:
    found = article(TITLE, A, B, "Read the caption:", C, A)
    assert "Read the caption:" in [block.text for block in found.blocks if isinstance(block, Paragraph | Crosshead)]


def test_counts_stand_behind_their_buttons() -> None:
    lines = frozenset({"share", "tweet", "print"})
    assert runs_together(["share", "613", "tweet", "0", "print"], lines)
    assert not runs_together(["613", "share", "tweet", "ferry"], lines)
    assert not runs_together(["12", "boats"], lines)
