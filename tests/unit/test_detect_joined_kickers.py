# SPDX-License-Identifier: Apache-2.0
"""Kickers printed in one line with their headline: what shows where the headline begins, and what does not."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, MENU, article

from docforge.model import Article

DE_MENU = ("Menü", "Suche", "Anmelden", "Abo bestellen", "Nach oben")
DE = (
    "Das Hafenamt in Sundvik hat am Montag mitgeteilt, dass die Fähre wieder fährt, drei Wochen nach dem großen Sturm.",
    "Zwei Schlepper und ein Kran waren seither im Einsatz, und am Freitag wurde der letzte Stein in die Mole gesetzt.",
    "Wer eine Fahrkarte für die ausgefallenen Tage hat, bekommt sein Geld bis zum Ende des Monats im Hafen zurück.",
    "Der neue Radweg am Hafen wird breiter als geplant, und der Windpark vor der Küste soll im Herbst ans Netz gehen.",
    "Beim Festakt sprach die Bürgermeisterin, und am Gericht begann am selben Tag der Prozess um die alte Werft.",
)


def heads(read: Article) -> list[tuple[str, str]]:
    return [(block.KIND, block.text) for block in read.blocks if block.KIND in ("kicker", "headline")]


@pytest.mark.parametrize(
    ("kicker", "headline"),
    [
        ("Sundvik", "Fähre bringt Inseln zusammen"),
        ("Neues aus Sundvik", "Fähre bringt Inseln zusammen"),
        ("Hafen", "„Wir fahren wieder jeden Tag“"),
        ("Leute im Ort", "Schlepper und Kran im Einsatz an der Mole"),
        ("Schifffahrt", "Sturm kostet die Stadt eine halbe Mole"),
    ],
)
def test_the_headline_printed_alone_beside_it_shows_the_kicker_of_a_line(kicker: str, headline: str) -> None:
    read = article(*DE_MENU, headline, f"{kicker} {headline}", "16. August 2024", *DE)
    assert heads(read)[-2:] == [("kicker", kicker), ("headline", headline)]


@pytest.mark.parametrize(
    ("beside", "title"),
    [
        ("Inseln zusammen", "Fähre bringt Inseln zusammen"),  # a topic
        ("Sturm an der Küste", "Nach dem Sturm an der Küste"),  # no capital closes what stands before it
        ("bringt Inseln zusammen", "Fähre bringt Inseln zusammen"),
        ("Mole wird ein Jahr lang gebaut", "Sundvik: Mole wird ein Jahr lang gebaut"),
        ("Molen werden ein Jahr lang gebaut", "Sundviks Außenmolen werden ein Jahr lang gebaut"),
    ],
)
def test_a_line_that_closes_like_the_one_beside_it_stays_whole(beside: str, title: str) -> None:
    read = article(*DE_MENU, beside, title, "16. August 2024", *DE)
    assert ("headline", title) in heads(read)


def test_what_stands_above_the_headline_and_again_with_it_in_one_line_is_left_alone() -> None:
    title = "Schlepper im Einsatz an der Mole"
    read = article(*DE_MENU, "Neues Land", title, f"Neues Land {title}", "16. August 2024", *DE)
    assert ("kicker", "Neues Land ") not in heads(read)
    assert heads(read)[-1] == ("headline", f"Neues Land {title}")


@pytest.mark.parametrize(
    ("kicker", "headline"),
    [
        ("Votum gegen die Mole :", "„Ein Warnschuss für die Stadt“"),
        ("Blick auf die Woche :", "Worüber der Hafen diese Woche streitet"),
        ("Zwei Jahre nach dem Sturm :", "Die Fähre fährt wieder"),
        ("Streit um Radweg :", "Was das Hafenamt jetzt plant"),
        ("Fest am Hafen :", "So feiert die Stadt die neue Mole"),
    ],
)
def test_a_colon_with_a_blank_before_it_closes_a_kicker_where_nouns_have_capitals(kicker: str, headline: str) -> None:
    assert heads(article(*DE_MENU, f"{kicker} {headline}", *DE)) == [("kicker", kicker), ("headline", headline)]


@pytest.mark.parametrize(
    "title",
    [
        "Anna Vik : „Wir bleiben am Hafen“",  # who speaks
        "Vik : „Wir bleiben am Hafen“",
        "Streit um Radweg: Was das Hafenamt jetzt plant",
        "Radweg am Hafen : ja oder nein",
    ],
)
def test_another_colon_stays_in_a_headline(title: str) -> None:
    if title.endswith("nein"):
        text = (
            *DE,
            "Die Frage ist einfach : Die Stadt will den Radweg am Hafen, und das Hafenamt will ihn nicht bauen.",
        )
    else:
        text = DE
    assert heads(article(*DE_MENU, title, *text)) == [("headline", title)]


def test_a_colon_has_a_blank_before_it_in_french() -> None:
    title = "Tempête sur le port : le ferry reprend la mer lundi"
    text = (
        "Le ferry reprendra la mer lundi, trois semaines après la tempête qui a détruit le môle du port de la ville.",
        "Deux remorqueurs et une grue ont travaillé depuis, et les dernières pierres ont été posées vendredi soir.",
        "Les passagers qui avaient un billet seront remboursés jusqu'à la fin du mois, a indiqué le bureau du port.",
    )
    assert heads(article("Menu", "Accueil", "Se connecter", title, *text)) == [("headline", title)]


@pytest.mark.parametrize(
    ("kicker", "headline"),
    [
        ("Regionale Vorlagen", "Windpark vor Sundvik abgelehnt, Mole bewilligt"),
        ("Hafenamt Sundvik", "Radweg an der Mole liegt im Plan"),
        ("Streit um die Küste", "Der Hafen will die Mole behalten"),
        ("Stadt Ulm", "Prozess um eine Fähre beginnt im Herbst"),
        ("Nachrichten", "Schlepper sind seit drei Wochen im Einsatz"),
    ],
)
def test_a_headline_that_runs_into_its_kicker_is_cut_where_the_text_has_its_word(kicker: str, headline: str) -> None:
    assert heads(article(*DE_MENU, kicker + headline, *DE)) == [("kicker", kicker), ("headline", headline)]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        (
            "SundPark baut am Hafen eine neue Mole",
            "Die SundPark baut einen Park und eine Mole im Hafen, sagte die Stadt.",
        ),
        ("MacNeil fährt die Fähre nach Sundvik", "Der Kapitän Neil MacNeil fährt sie seit Montag, sagte das Hafenamt."),
        (
            "Die BürgerInnen wollen die Mole",
            "Am Hafen wohnen viele, und alle wollen die Mole behalten, hieß es am Montag.",
        ),
        (
            "Hafen: eBoote fahren nach Sundvik",
            "Die Boote fahren ohne Lärm, und das Hafenamt freut sich über jedes davon.",
        ),
        (
            "Neue HafenApp ist da",
            "Die App ist kostenlos, und die HafenApp zeigt, wann die nächste Fähre fährt, sagte das Amt.",
        ),
    ],
)
def test_a_capital_inside_a_name_stays_there(title: str, told: str) -> None:
    assert ("headline", title) in heads(article(*DE_MENU, title, *DE, told))


@pytest.mark.parametrize("title", ["Gericht in Sundvik: Prozess um alte Werft", "Radweg am Hafen wird breiter"])
@pytest.mark.parametrize("sign", ["T", "S"])
def test_a_letter_glued_to_the_first_word_is_a_sign_of_the_page(sign: str, title: str) -> None:
    read = article(*DE_MENU, sign + title, *DE)
    assert heads(read) == [("headline", title)]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        (
            "EBoote am Hafen fahren wieder",
            "Die EBoote sind Boote ohne Lärm, und das Hafenamt freut sich über jedes davon.",
        ),
        (
            "UBahn zum Hafen fährt wieder",
            "Die U-Bahn fährt wieder bis zum Hafen, sagte die Stadt am Montag nach dem Sturm.",
        ),
        (
            "XMas am Hafen wird teuer",
            "Das Fest am Hafen kostet mehr als im Jahr davor, sagte die Stadt am Montagabend.",
        ),
    ],
)
def test_a_letter_that_belongs_to_the_first_word_stays_there(title: str, told: str) -> None:
    assert ("headline", title) in heads(article(*DE_MENU, title, *DE, told))


@pytest.mark.parametrize(
    ("kicker", "headline", "text"),
    [
        ("FESTAKT", "75 Jahre alte Werft mit neuen Plänen", DE),
        ("PROZESS", "Werft will Geld für die Mole zurück", DE),
        ("FERRY", "Harbour office opens its old mole", FERRY),
        ("STORM", "“We lost eleven boats in one night”", FERRY),
        ("HARBOUR", "Two tugs and a crane at work for weeks", FERRY),
    ],
)
def test_a_word_in_capitals_that_the_text_writes_small_is_the_kicker(
    kicker: str, headline: str, text: tuple[str, ...]
) -> None:
    assert heads(article(*MENU, f"{kicker} {headline}", *text)) == [("kicker", kicker), ("headline", headline)]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        (
            "UNESCO Commission visits the old mole",
            "The UNESCO sent its people, it said on Monday, and they saw the mole.",
        ),
        (
            "FORUM opens its doors at the old mole",
            "The FORUM is a house for all, it said on Monday, and no forum was ever as large.",
        ),
        (
            "NEVER again, says the harbour office",
            "It will never be like this again, said the harbour office on Monday.",
        ),
        (
            "FERRY Sails Again Three Weeks Later",
            "The ferry will sail, said the harbour office on Monday after the storm.",
        ),
        (
            "FERRY Harbour BOATS are back at work",
            "The ferry is back, said the harbour office on Monday after the storm.",
        ),
        (
            "SHIPS Agency opens its doors at noon",
            "The agency opens at noon, said the harbour office on Monday evening.",
        ),
    ],
)
def test_other_capitals_stay_in_a_headline(title: str, told: str) -> None:
    assert heads(article(*MENU, title, *FERRY, told)) == [("headline", title)]


@pytest.mark.parametrize(
    ("title", "told", "text"),
    [
        ("KEINE Gebühren mehr für den Hafen", "Die Stadt nimmt künftig keine davon, hieß es am Montag.", DE),
        ("TESLA Model drives into the mole", "A Tesla drove into the mole, said the harbour office on Monday.", FERRY),
        ("MOLES Agency fears more storms", "The Moles have been there for ever, it said on Monday evening.", FERRY),
        ("HARBOUR Police hunt a thief", "The harbour police look for a man, they said on Monday.", FERRY),
    ],
)
def test_a_stressed_word_and_a_brand_in_capitals_stay_in_a_headline(
    title: str, told: str, text: tuple[str, ...]
) -> None:
    assert heads(article(*(DE_MENU if text is DE else MENU), title, *text, told)) == [("headline", title)]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("OpenAir am Hafen startet mit drei Bühnen", "Das Open Air beginnt am Freitag, hieß es. Air heißt Luft."),
        ("HafenCard wird im Herbst teurer", "Die Hafencard kostet mehr. Die Card für junge Leute bleibt billig."),
        ("HafenChat ist da", "Im Hafen-Chat schreibt das Amt, wann die Fähre fährt. Der Chat ist kostenlos."),
    ],
)
def test_a_name_that_the_text_writes_otherwise_is_one_word(title: str, told: str) -> None:
    assert ("headline", title) in heads(article(*DE_MENU, title, *DE, told))


@pytest.mark.parametrize("sign", [" · ", " – ", ". ", ": ", " | "])
def test_the_place_that_opens_the_text_too_is_the_kicker_where_nouns_have_capitals(sign: str) -> None:
    read = article(*DE_MENU, "Rosental Bücherei: Der Umzug rückt näher", f"Rosental{sign}Die neue {DE[0][4:]}", *DE[1:])
    assert heads(read) == [("kicker", "Rosental"), ("headline", "Bücherei: Der Umzug rückt näher")]


@pytest.mark.parametrize(
    ("title", "opening"),
    [
        ("Rosental baut eine neue Bücherei", "Rosental · "),
        ("Rosental Marathon startet später", "Rosental · Am Rosental Marathon hängt viel. "),
        ("Rosental Bücherei geschlossen", "Rosental · "),
        ("Rosental Bücherei: Der Umzug rückt näher", "In Rosental wird gebaut. "),
        ("Rosental 04 gewinnt das Derby am Hafen", "Rosental – "),
    ],
)
def test_the_place_stays_in_a_headline_that_goes_on_from_it(title: str, opening: str) -> None:
    assert heads(article(*DE_MENU, title, opening + DE[0], *DE[1:])) == [("headline", title)]


def test_a_place_and_a_noun_are_one_name_where_nouns_have_none() -> None:
    title = "Norrstad Harbour opens its old mole again"
    for opening in ("NORRSTAD - ", "Norrstad - "):
        assert heads(article(*MENU, title, f"{opening}{FERRY[0]}", *FERRY[1:])) == [("headline", title)]


@pytest.mark.parametrize(
    ("before", "title", "joined"),
    [
        ("Norrstad", "Ferry sails again after storm", True),
        ("Mayor", "Ann Lee resigns after storm", False),
        ("Former Mayor", "Ann Lee resigns after storm", False),
        ("Norrstad", "Ann Lee resigns after storm", True),
    ],
)
def test_an_office_before_a_name_stays_with_it(before: str, title: str, joined: bool) -> None:
    found = article(*MENU, title, f"{before} {title}", "14 September 2022", *FERRY)
    assert (("kicker", before) in heads(found)) is joined


@pytest.mark.parametrize(
    ("kicker", "headline"),
    [
        ("Streit um die Mole", "Wie das Hafenamt die Fähre retten will"),
        ("Der Sturm und die Folgen", "Ein Hafen wartet auf seine Fähre"),
        ("Radweg am Hafen", "Warum niemand mehr darüber streitet"),
        ("Nach dem Sturm", "Im Wasser liegt wieder eine Fähre"),
    ],
)
def test_a_headline_begins_with_a_word_that_has_a_capital_at_the_head_of_sentences_alone(
    kicker: str, headline: str
) -> None:
    assert heads(article(*DE_MENU, f"{kicker} {headline}", *DE)) == [("kicker", kicker), ("headline", headline)]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        (
            "Partei Die Fähre will die Mole behalten",
            "Das sagte ein Sprecher der Partei Die Fähre am Montag in Sundvik.",
        ),
        ("Abgeordnete der Fraktion Die Mole treten zurück", "Drei Abgeordnete von Die Mole treten zurück."),
        ("Streit um die Mole: Wie das Hafenamt sie retten will", ""),
        ("Streit um die Mole – Wie das Hafenamt sie retten will", ""),
        ("Hafenamt und Die Fähre streiten weiter um die Mole", ""),
        ("Ministerin besucht Der Spiegel und spricht über den Hafen", ""),
        ("„Die Mole“ Ein Film", ""),
        ("Roman Der alte Hafen", ""),
        ("Hotel Am Hafen öffnet wieder im Mai", "Das Hotel „Am Hafen“ öffnet, sagte der Wirt in Sundvik am Abend."),
        ("Fest Rund um Rock Am Ring lockt viele Fans an", "Zum Festival Rock am Ring kamen viele Fans, hieß es."),
        ("Konzert mit Die Prinzen ausverkauft bis zum letzten Platz", ""),
        ("Streit in Partei Die Linke geht weiter", "Der Streit bei der Linken geht weiter, sagte ein Sprecher."),
        ("Serie Das Boot geht in vierte Staffel", ""),
        ("Spenden Sie jetzt für die Mole", ""),
        ("Der Sturm und die Mole wie sie früher einmal war", ""),
    ],
)
def test_names_and_what_a_sign_parts_stay_in_one_headline(title: str, told: str) -> None:
    found = article(*DE_MENU, title, *DE, *([told] if told else []))
    assert ("headline", title) in heads(found)


def test_such_words_have_capitals_in_english_titles() -> None:
    title = "Harbour Office Says What The Storm Will Cost"
    assert heads(article(*MENU, title, *FERRY)) == [("headline", title)]
