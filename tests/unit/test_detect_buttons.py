# SPDX-License-Identifier: Apache-2.0
"""Brief lines that ask the reader of a page for something, and lines with the same words that do not."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, MENU, article

from docforge.detect.buttons import asks_reader, opens_with_request, runs_together
from docforge.model import Article, Crosshead, Furniture, Headline, ListItem, Paragraph

TITLE = "The ferry sails again after the storm"
A, B, C = FERRY[:3]
ASKED = {
    "en": "Add a comment|View this image ›|Email the author|Buy this photo|Order reprints",
    "de": "Bild vergrößern|Kommentar schreiben|Diesen Artikel per E-Mail versenden|Add a comment",
    "fr": "Afficher tous les commentaires|Agrandir l’image",
    "es": "Ver todos los comentarios|Descargar la aplicación",
    "pt": "Deixar um comentário",
    "it": "Ingrandisci la foto",
    "nl": "Reacties tonen|Foto vergroten",
    "sv": "Visa alla kommentarer",
    "no": "Vis alle kommentarer",
    "da": "Åbn billedet",
    "fi": "Näytä kaikki kommentit",
    "pl": "Dodaj komentarz|Zobacz wszystkie zdjęcia",
    "cs": "Přidat komentář",
    "sk": "Zobraziť všetky komentáre",
    "ro": "Vezi toate comentariile",
    "ru": "Оставить комментарий|Показать все комментарии",
    "uk": "Залишити коментар",
    "bg": "Виж всички снимки",
    "hr": "Prikaži sve komentare",
    "sr": "Прикажи све коментаре",
    "el": "Προσθήκη σχολίου",
    "tr": "Yorum yaz|Tüm yorumları göster",
    "id": "Lihat semua foto",
    "vi": "Xem bình luận",
}
NOT_ASKED = {
    "en": "The caption reads|Comment on the mole|A full report|Images of the storm|Open port|Follow the money"
    "|Add the comment and the photo and the video and the link",
    "de": "Der neue Kommentar|Foto des Tages aus Köln|Lesen und Schreiben|Vis alle kommentarer|Add einen Kommentar",
    "fr": "Voir la mer|Lire et écrire|Les cookies",
    "es": "Abrir el puerto|Ver el mar|Leer y escribir",
    "it": "Apri il porto",
    "ru": "Открыть порт|Читать город|Открыть и закрыть",
}


@pytest.mark.parametrize(("language", "line"), [(key, one) for key, lines in ASKED.items() for one in lines.split("|")])
def test_lines_of_buttons(language: str, line: str) -> None:
    assert asks_reader(line.casefold(), language)


@pytest.mark.parametrize(
    ("language", "line"), [(key, one) for key, lines in NOT_ASKED.items() for one in lines.split("|")]
)
def test_lines_with_other_words_are_none(language: str, line: str) -> None:
    assert not asks_reader(line.casefold(), language)


def furniture(found: Article) -> list[str]:
    return [block.text for block in found.blocks if isinstance(block, Furniture) and block.text not in MENU]


@pytest.mark.parametrize(
    "line", ["Add a comment", "Order reprints", "View this image ›", "Share 613 Tweet 0 Share 7 Print", "Reblog"]
)
def test_buttons_amid_the_text_of_a_page_are_furniture(line: str) -> None:
    assert line in furniture(article(*MENU, TITLE, A, B, line, C, A))


@pytest.mark.parametrize("line", ["Add a comment", "Order reprints", "Video 2", "Got it", "Photo"])
def test_the_same_words_head_the_text_of_clean_copy(line: str) -> None:
    found = article(TITLE, A, B, line, C, A)
    assert [block.text for block in found.blocks if isinstance(block, Crosshead)] == [line]


def test_a_headline_and_items_of_such_words_stay() -> None:
    school = (
        "Die Schule am Hafen lehrt seit Montag auch die Großen, was sie als Kinder nicht gelernt haben.",
        "Vierzig Frauen und Männer haben sich gemeldet, teilte die Leiterin am Abend im Rathaus mit.",
        "Der Kurs dauert bis zum Sommer und kostet nichts, die Bücher stellt die Stadt zur Verfügung.",
    )
    found = article("Lesen und Schreiben", *school)
    title = found.first(Headline)
    assert title is not None
    assert title.text == "Lesen und Schreiben"
    items = ("- Open the app", "- Edit your profile", "- Buy a subscription")
    found = article(*MENU, TITLE, A, *items, B, C)
    assert [block.text for block in found.blocks if isinstance(block, ListItem)] == list(items)


def test_what_leads_on_with_a_colon_is_text() -> None:
    found = article(*MENU, TITLE, A, B, "Read the caption:", C, A)
    assert "Read the caption:" in [block.text for block in found.blocks if isinstance(block, Paragraph | Crosshead)]


def test_counts_stand_behind_their_buttons() -> None:
    lines = frozenset({"share", "tweet", "print"})
    assert runs_together(["share", "613", "tweet", "0", "print"], lines)
    assert not runs_together(["share", "613"], lines)
    assert not runs_together(["613", "share", "tweet", "ferry"], lines)
    assert not runs_together(["12", "boats"], lines)


def test_sentences_that_close_like_requests_are_text_amid_text_unless_they_open_like_one() -> None:
    news = "Meta said on Monday that both accounts had never asked for our mobile app."
    asked = "Get the news of the harbour every morning in your inbox."
    found = article(*MENU, TITLE, A, news, B, asked, C, A)
    assert furniture(found) == [asked]
    assert opens_with_request("get the news", "de")
    assert not opens_with_request("meta said", "en")


def test_a_sign_may_stand_behind_the_count_of_a_button() -> None:
    lines = frozenset({"share", "tweet"})
    assert runs_together(["share", "613", "tweet", "0", "→"], lines)
    assert not runs_together(["→", "613", "tweet"], lines)


def test_one_unknown_word_may_stand_amid_many_services() -> None:
    services = ["Facebook", "Twitter", "WhatsApp", "Telegram", "Pinterest"]
    many, few = (" ".join([*names[:2], "Harbour", *names[2:]]) for names in (services, services[1:]))
    assert furniture(article(*MENU, TITLE, A, B, many, C, A)) == [many]
    assert furniture(article(*MENU, TITLE, A, B, few, C, A)) == []
