# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line)
"""Boxes that offer a subscription, with sentences like those of the text."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, MENU, article, surveyed

from docforge.detect.offers import offered
from docforge.model import Article

TITLE = "The ferry sails again after the storm"
GAINS = (
    "Unlimited access to every story of the harbour, on paper and on every screen you own.",
    "Newsletters from the lighthouse twice a week.",
    "Essays by those who know the sound and its islands, and a recipe for fish each Sunday in our kitchen column.",
)


HELPERS = (
    "Wer am Hafen hilft, hat freien Zugang zu allen Inseln.",
    "Ein Artikel der Satzung regelt auch den Zugang zur Werft.",
    "Der Verein zahlt das Essen und die Fahrt zur Mole.",
)


def page(*lines: str) -> Article:
    return article(*MENU, TITLE, "By Ann Lee", *FERRY[:2], *lines, *FERRY[2:])


def kinds(found: Article, lines: tuple[str, ...]) -> set[str]:
    return {block.KIND for block in found.blocks if block.text in lines}


@pytest.mark.parametrize(
    ("label", "closes"),
    [
        ("THIS CONTENT IS RESERVED FOR SUBSCRIBERS", "Sign in or create an account"),
        ("Subscribe to unlock more articles", "View more offers"),
        ("Dieser Artikel ist nur für Abonnenten", "Jetzt anmelden"),
        ("Cet article est réservé aux abonnés", "Déjà abonné ?"),
        ("Contenido exclusivo para suscriptores", "Ya soy suscriptor"),
        ("Questo articolo è riservato agli abbonati", "Accedi"),
        ("Subscribe to keep reading", "Register / sign in to unlock more articles"),
    ],
)
def test_what_subscribers_get_is_page_wording(label: str, closes: str) -> None:
    assert kinds(page(label, *GAINS, closes), GAINS) == {"furniture"}


@pytest.mark.parametrize(
    "lines",
    [
        ("THIS CONTENT IS RESERVED FOR SUBSCRIBERS", *GAINS),
        (*GAINS, "Sign in or create an account"),
        ("The harbour has subscribers", *GAINS, "Sign in or create an account"),
    ],
)
def test_sentences_that_no_box_encloses_are_text(lines: tuple[str, ...]) -> None:
    assert "paragraph" in kinds(page(*lines), GAINS)


def test_the_words_of_offers_are_those_of_the_language_of_the_text() -> None:
    told = ("Unbegrenzter Zugriff auf alle Artikel.", "Das E-Paper schon am Abend.", "Mehr vom Hafen.")
    german = (
        "Der Hafen von Norrstad ist am Montag nach einem Sturm gesperrt worden, wie die Behörde am Abend mitteilte.",
        "Mehrere Boote wurden beschädigt, und die Fähre zu den Inseln fährt nicht vor dem Ende der Woche, hieß es.",
        "Fachleute sehen sich die Mauer der Mole an, die 1932 gebaut und seit dem Krieg dreimal ausgebessert wurde.",
        "Die Bürgermeisterin sagte, die Stadt werde das Land um Geld für eine neue Mauer bitten, bevor es Winter wird.",
    )
    title = "Sturm schließt den Hafen von Norrstad"
    lines = ("Dieser Artikel ist nur für Abonnenten", *told, "Jetzt anmelden")
    found = article(*MENU, title, *german[:2], *lines, *german[2:])
    assert kinds(found, told) == {"furniture"}


def test_a_paragraph_between_label_and_account_is_text() -> None:
    wide = " ".join(FERRY[2:4])
    assert kinds(page("Subscribe to keep reading", wide, "Sign in or create an account"), (wide,)) == {"paragraph"}


def test_many_passages_make_no_box() -> None:
    told = tuple(
        f"The {nth} boat came to the mole at noon and left it at six."
        for nth in (
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "last",
        )
    )
    assert kinds(page("Subscribe to keep reading", *told, "Sign in or create an account"), told) == {"paragraph"}


NOTICE = "Taken from another site of ours."


def test_a_sentence_that_stands_three_times_on_a_page_is_page_wording() -> None:
    found = page(NOTICE, FERRY[3], NOTICE, FERRY[4], NOTICE)
    assert kinds(found, (NOTICE,)) == {"furniture"}


def test_a_refrain_of_clean_copy_is_text() -> None:
    refrain = "And the ferry sails again, and the ferry sails again."
    found = article(TITLE, FERRY[0], refrain, FERRY[1], refrain, FERRY[2], refrain, FERRY[3])
    assert "furniture" not in kinds(found, (refrain,))


@pytest.mark.parametrize(
    "notice",
    [
        "The Harbour Post is part of Sound Media. Sound Media answers for your data on this site. Read more",
        "Hafenblatt gehört zu Sundmedien. Sundmedien ist hier für deine Daten verantwortlich. Mehr erfahren",
    ],
)
def test_a_notice_above_the_headline_that_closes_with_a_link_is_page_wording(notice: str) -> None:
    found = article(*MENU, notice, TITLE, "By Ann Lee", *FERRY)
    assert found.headline == TITLE
    assert kinds(found, (notice,)) == {"furniture"}


def test_a_paragraph_that_closes_with_a_link_is_text() -> None:
    told = FERRY[2] + " Read more"
    assert kinds(page(told), (told,)) == {"paragraph"}


@pytest.mark.parametrize(
    "lines",
    [
        ("Subscribe to keep reading", *FERRY[:3], "Subscribe now"),
        ("Subscribe to keep reading", "Choose your quay and the day.", "Press the blue button.", "Sign in"),
        ("Your subscription includes", "Two visits to the lighthouse, with coffee.", "Log in times vary, she said."),
        (
            "Subscribe to read",
            "Nobody knew what happened to the keeper.",
            "Divers found his coat on Tuesday.",
            "Sign in",
        ),
        ("Subscribe to read", "Online maps still showed the old channel.", "Sign in"),
        ("Subscribe to read", "There is no access to the mole.", "Sign in"),
        ("Subscribe to read", "There is no access to the mole for now.", *FERRY[2:4], "Sign in"),
        ("Abonnez-vous pour lire", "Un accès difficile retarde les secours.", "Se connecter"),
        (
            "Subscribe to read",
            "All the accessories of the crane were wet.",
            "A disarticulated arm of it fell on Friday.",
            "Sign in",
        ),
        ("Ihre Vorteile im Überblick", *HELPERS, "Anmelden"),
        ("Deine Vorteile als Helfer", *HELPERS, "Anmelden"),
    ],
)
def test_paragraphs_below_a_word_of_offers_stay_text(lines: tuple[str, ...]) -> None:
    assert "furniture" not in kinds(page(*lines), lines[1:-1])


def test_a_label_above_the_headline_opens_no_box() -> None:
    found = article("This article is exclusive to subscribers", TITLE, "By Ann Lee", *FERRY, "Sign in")
    assert found.headline == TITLE


def test_a_refrain_of_a_page_is_text() -> None:
    refrain = "I have a dream that one day this harbour will be free of fear and want."
    assert kinds(page(refrain, FERRY[2], refrain, FERRY[3], refrain), (refrain,)) == {"paragraph"}


LABEL, ACCOUNT = "Subscribe to keep reading", "Sign in"
GAINED = ("Unlimited access to puzzles, essays and recipes.", "Newsletters from lighthouse keepers.")
SEASIDE = "Essays on lighthouse keepers and recipes for puzzles, with unlimited access to newsletters of the coast, were read by many."


def box(
    *lines: str, above: tuple[str, ...] = FERRY[:2], below: tuple[str, ...] = FERRY[2:], language: str = "en"
) -> list[str]:
    """Return which of *lines* amid the text are of a box."""
    seen = surveyed(TITLE, *above, *lines, *below, language=language)
    return [seen.looks[index].text for index in sorted(offered(seen))]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ((LABEL, *GAINED, ACCOUNT), 2),
        ((LABEL, *GAINED, LABEL), 2),
        ((LABEL, *GAINED), 0),
        ((ACCOUNT, *GAINED, ACCOUNT), 0),
        ((LABEL, ACCOUNT), 0),
        ((f"{LABEL}.", *GAINED, ACCOUNT), 0),
        ((LABEL, *GAINED, f"{ACCOUNT}."), 0),
        ((f"{LABEL} of the harbour, of the lighthouse, of the old mole and of all who live by the sound and its islands in the north", *GAINED, ACCOUNT), 0),
        ((LABEL, *(f"Access {nth}." for nth in FERRY[0].split()[:10]), ACCOUNT), 10),
        ((LABEL, *(f"Access {nth}." for nth in FERRY[0].split()[:11]), ACCOUNT), 0),
        ((LABEL, *GAINED, "Boats.", "Nets.", ACCOUNT), 4),
        ((LABEL, *GAINED, "Boats.", "Nets.", "Fish.", ACCOUNT), 0),  # words of offers in less than half
        ((LABEL, GAINED[0], ACCOUNT), 0),  # and in one alone
        ((LABEL, "An app.", "Our ad: an app.", ACCOUNT), 2),
    ],
)  # fmt: skip
def test_a_box_is_between_its_label_and_an_account(lines: tuple[str, ...], found: int) -> None:
    assert box(*lines) == [*lines[1 : 1 + found]]


@pytest.mark.parametrize(("width", "found"), [(90, 3), (100, 0)])
def test_passages_of_a_box_are_narrow_on_average(width: int, found: int) -> None:
    lines = [f"{gain[:-1]} {'and more ' * 20}"[:width].rstrip() + "." for gain in (*GAINED, "Access to the app.")]
    assert len(box(LABEL, *lines, ACCOUNT)) == found


@pytest.mark.parametrize(("width", "found"), [(195, 3), (205, 0)])
def test_no_passage_of_a_box_is_wide(width: int, found: int) -> None:
    wide = f"Access to {'islands, ' * 30}"[:width].rstrip(" ,") + "."
    assert len(box(LABEL, wide, "Apps.", "Premium.", ACCOUNT)) == found


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (SEASIDE, 0),
        (f"{SEASIDE} {FERRY[0]}", 0),
        (SEASIDE.replace(", were read by many", ""), 2),  # no paragraph
        (SEASIDE.replace("lighthouse keepers", "lighthouse masters"), 0),  # says three quarters
        (
            SEASIDE.replace("unlimited access", "many doors").replace(
                "lighthouse keepers", "all of the old harbour masters"
            ),
            2,
        ),  # half
        (f"Read more: {SEASIDE}", 2),
    ],
)
@pytest.mark.parametrize("before", [True, False])
def test_what_the_text_tells_is_no_box(told: str, found: int, before: bool) -> None:
    text = {"above": (FERRY[0], told)} if before else {"below": (FERRY[0], told)}
    assert len(box(LABEL, *GAINED, ACCOUNT, **text)) == found


@pytest.mark.parametrize(("paragraphs", "found"), [(40, 0), (59, 0), (60, 2)])
def test_so_many_paragraphs_are_asked_what_they_tell(paragraphs: int, found: int) -> None:
    text = tuple(
        f"{FERRY[number % 5]} It was day {number} of the storm and of the rain." for number in range(paragraphs)
    )
    assert len(box(LABEL, *GAINED, ACCOUNT, below=(*text, SEASIDE))) == found


def test_a_box_tells_nothing_of_itself_nor_does_its_twin() -> None:
    lines = (LABEL, SEASIDE, "Apps.", "Premium.", "***", ACCOUNT)
    assert len(box(*lines)) == 4
    assert len(box(*lines, *lines)) == 8


def test_a_line_without_letters_in_a_box_hides_no_wide_paragraph() -> None:
    told = f"{SEASIDE} {FERRY[0]} {FERRY[1]}"
    assert box(LABEL, GAINED[0], "***", *GAINED[1:], ACCOUNT, below=(told,)) == []


def test_a_label_above_all_text_opens_no_box() -> None:
    assert box(LABEL, *GAINED, ACCOUNT, above=()) == []


def test_a_box_in_clean_copy_goes_with_its_label_and_what_leads_to_an_account() -> None:
    box = ("Jetzt weiterlesen", "• Alle Beiträge vom Hafen lesen", "• Jeden Monat kündbar", "Einen Monat gratis testen")
    found = article("Die Fähre fährt wieder", *HELPERS, *box)
    assert kinds(found, box) == {"furniture"}


def test_items_below_a_heading_without_offers_stay() -> None:
    items = ("• Alle Boote liegen am Kai.", "• Jeden Monat fährt ein Schiff nach Norrstad.", "• Die Mole bleibt zu.")
    found = article("Die Fähre fährt wieder", *HELPERS, "Jetzt weiterlesen", *items, *HELPERS, "Gratis testen")
    assert "furniture" not in kinds(found, items)
