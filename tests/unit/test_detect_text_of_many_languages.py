# SPDX-License-Identifier: Apache-2.0
"""What belongs to a text on pages in many languages: headlines, decks, turns, a last line that breaks off."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, MENU, article, page, rule_of, texts
from tests.support.languages import AR, CN, DE, JA, RU

from docforge.model import Crosshead, Headline, Paragraph, Subheadline, Turn


@pytest.mark.parametrize(
    "line",
    [
        "Two boats that came in from the sound were told to wait, and as the crews looked on they saw th",
        "“We sail at six,” the mayor said as she came down the old stairs to the quay and looked at the boa",
        "Wer mit dem Boot kommt, muss an der alten Mole warten, bis der Hafenmeister die Schranke öff",
        "Кто приходит на лодке, должен ждать у старого причала, пока начальник порта не откро",
        "Kto przypływa łodzią, musi czekać przy starym molo, aż kapitan portu otworzy szlab",
    ],
)
def test_a_last_paragraph_that_was_cut_short_is_text(line: str) -> None:
    body = (RU, RU) if line[0] == "К" else FERRY[:2]
    assert texts(article("The ferry sails again", "", *body, line), Paragraph)[-1] == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (CN, "码头附近的居民对记者说，希望渡轮的班次能够比风暴之前更多，也希望夜里"),
        (JA, "古い桟橋の近くに住む人々は、渡し船の便が嵐の前よりも増えることを期待しており、夜の"),
        (AR, "وقال سكان الحي القريب من الميناء إنهم يأملون أن تكون رحلات العبارة أكثر مما كانت عليه قبل العاصفة وأن"),
    ],
)
def test_a_last_paragraph_in_a_script_without_capitals_that_was_cut_short_is_text(text: str, line: str) -> None:
    assert texts(article(text[:20], "", text, text, line), Paragraph)[-1] == line


@pytest.mark.parametrize(
    "line",
    [
        "The mayor and the crew of the ferry on the mole",  # the text has the last word too
        "Harbour Office Opens New Doors For All Its Guestz",
        "more on the ferry and all who sail on itz",
        "@harbour on the network, and a fan of the boatz",
        "Photo 12 of the ferry that sails on the soundz",
    ],
)
def test_a_last_line_that_is_whole_small_or_in_title_case_was_not_cut_short(line: str) -> None:
    assert line not in texts(article("The ferry sails again", "", *FERRY[:3], line), Paragraph)


@pytest.mark.parametrize(
    ("questions", "replies"),
    [
        (
            ("Hvorfor sejler færgen ikke?", "Hvornår kommer den igen?"),
            ("- Fordi molen gik i stykker i stormen.", "- Når stenene er lagt."),
        ),
        (
            ("Varför går inte färjan?", "När kommer den tillbaka?"),
            ("– Vågbrytaren gick sönder i stormen.", "– När stenarna är lagda."),
        ),
        (
            ("Dlaczego prom nie pływa?", "Kiedy wróci?"),
            ("— Bo sztorm uszkodził molo.", "— Kiedy kamienie będą na miejscu."),
        ),
    ],
)
def test_questions_that_a_dash_answers_are_turns(questions: tuple[str, str], replies: tuple[str, str]) -> None:
    talk = [line for pair in zip(questions, replies, strict=True) for line in pair]
    found = article("The ferry stays in port", "", FERRY[0], "", *talk, "", FERRY[1], between="\n")
    assert texts(found, Turn) == list(questions)
    assert texts(found, Crosshead) == []


def test_headings_that_ask_above_lists_are_no_turns() -> None:
    points = ("- The mole broke.", "- The stones are late.")
    found = article(
        "The ferry", "", FERRY[0], "", "Why does it not sail?", *points, "", "When will it sail?", *points, "", FERRY[1]
    )
    assert texts(found, Turn) == []


def test_one_title_that_opens_with_a_day_stays_the_headline() -> None:
    title = "14 September 2022 was the day on which the ferry sailed again"
    assert texts(page(title), Headline) == [title]


@pytest.mark.parametrize(
    ("title", "deck", "lead"),
    [
        ("Паром снова выйдет в море через три недели", "Повреждён старый причал порта", f"ТАСС, 27 мая. {RU}"),
        (
            "The ferry sails again after the storm",
            "Two cranes at the old mole",
            f"NORRSTAD, May 12 (Reuters) - {FERRY[0]}",
        ),
        (
            "Die Fähre fährt drei Wochen nach dem Sturm wieder",
            "Zwei Kräne an der alten Mole",
            f"Norrstad (dpa) - {DE[0][17:]}",
        ),
    ],
)
def test_a_brief_line_between_headline_and_dateline_is_the_deck(title: str, deck: str, lead: str) -> None:
    found = article(title, deck, "", lead, FERRY[1])
    assert texts(found, Subheadline) == [deck]


@pytest.mark.parametrize("line", ["Ann Lee", "Share", "May 12, 2025", "PRESS RELEASE", "World"])
def test_what_else_stands_above_a_dateline_is_no_deck(line: str) -> None:
    found = article(
        "The ferry sails again after the storm", line, "", f"NORRSTAD, May 12 (Reuters) - {FERRY[0]}", FERRY[1]
    )
    assert texts(found, Subheadline) == []


def test_a_text_about_cookies_stays_whole() -> None:
    body = [f"{one} The office said that cookies of its page had been the reason." for one in FERRY]
    found = article(*MENU, "The ferry sails again after the storm", *body)
    assert texts(found, Paragraph) == body


@pytest.mark.parametrize(
    "line",
    ["We met at 5 p.m.", "The council meets again on Tuesday at 7 p.m.", "All boats of the harbour sail at 5 p.m."],
)
def test_a_sentence_that_closes_with_a_half_day_stays_text(line: str) -> None:
    found = article("The ferry sails again", "", *FERRY[:3], line)
    assert line in texts(found, Paragraph)
    assert not found.authors


@pytest.mark.parametrize("title", ["Location Location Location", "Bye Bye Bye", "Never Never Never"])
def test_a_headline_of_one_word_said_again_stays(title: str) -> None:
    assert texts(article(title, "", *FERRY[:3]), Headline) == [title]


@pytest.mark.parametrize("heading", ["3. Gelesen", "4. Zugriffe", "1. Views"])
def test_a_numbered_heading_counts_nobody(heading: str) -> None:
    found = article("Die Fähre fährt wieder", "", *DE, "", heading, "", *DE)
    assert heading in texts(found, Crosshead)


@pytest.mark.parametrize("line", ["He left. Reuters", "No. Reuters", "Nobody. Reuters"])
def test_two_or_three_words_and_an_agency_are_no_signed_sentence(line: str) -> None:
    found = article("The ferry sails again", "", f"NORRSTAD, May 12 (Reuters) - {FERRY[0]}", *FERRY[1:3], line)
    assert rule_of(found, line) != "tagline.agency"


@pytest.mark.parametrize("line", ["The ferry sails on. Reuters", "Nobody was hurt there. Reuters"])
def test_a_brief_sentence_is_signed_by_the_agency_of_the_dateline(line: str) -> None:
    found = article("The ferry sails again", "", f"NORRSTAD, May 12 (Reuters) - {FERRY[0]}", *FERRY[1:3], line)
    assert rule_of(found, "Reuters") == "tagline.agency"
    assert rule_of(article("The ferry sails again", "", *FERRY[:3], line), line) != "tagline.agency"


CUT = "Two boats that came in from the sound were told to wait, and as the crews looked on they saw th"


@pytest.mark.parametrize("below", [("Share",), ("Share", "Print"), ("Norrstad",)])
def test_a_line_with_others_below_was_not_cut_short(below: tuple[str, ...]) -> None:
    assert CUT not in texts(article(*MENU, "The ferry sails again", "", *FERRY[:3], CUT, *below), Paragraph)


def test_the_second_of_two_passages_was_not_cut_short() -> None:
    assert CUT not in texts(article(FERRY[0], CUT), Paragraph)


@pytest.mark.parametrize(
    "line", ["Two boats of the fleet came in from the so", "Two boats that came in from the sound saw th"]
)
def test_a_brief_last_line_was_cut_short_in_clean_copy_alone(line: str) -> None:
    assert line in texts(article("The ferry sails again", "", *FERRY[:3], line), Paragraph)
    assert line not in texts(article(*MENU, "The ferry sails again", "", *FERRY[:3], line), Paragraph)


@pytest.mark.parametrize("line", ["The boat was on its wa", "All of it was so fas"])
def test_a_few_words_were_not_cut_short(line: str) -> None:
    assert line not in texts(article("The ferry sails again", "", *FERRY[:3], line), Paragraph)


@pytest.mark.parametrize(
    "talk",
    [
        ("Why does it not sail?", "- The mole broke."),
        (
            "Why does it not sail?",
            "- The mole broke.",
            "- The stones are late.",
            "When will it sail?",
            "- On Friday.",
            "- Or later.",
        ),
        ("– Why does it not sail?", "– The mole broke.", FERRY[2], "– When does it sail?", "– On Friday."),
        (
            "Why does it not sail?",
            "- The mole broke.",
            "When will it sail?",
            "- On Friday.",
            "Who pays?",
            FERRY[1],
            "Who knows?",
            FERRY[2],
            "Who asks?",
            FERRY[3],
            "And who waits?",
        ),
    ],
)
def test_questions_without_one_reply_each_are_no_turns(talk: tuple[str, ...]) -> None:
    assert texts(article("The ferry", "", FERRY[0], "", *talk, "", FERRY[4]), Turn) == []


@pytest.mark.parametrize(
    "ticker",
    [
        (
            "26 Jan 2026 Fishermen ask the town for lower fees at the quay",
            "25 Jan 2026 Fog on the sound, ferry late again",
        ),
        (
            "26.01.2026 Fishermen ask the town for lower fees at the quay",
            "25.01.2026 Fog on the sound, ferry late again",
            "24.01.2026 A new crane for the mole",
        ),
        (
            "26 January 2026 Mayor opens the new market on the town square",
            "24 January 2026 Snow closes two roads in the north",
        ),
    ],
)
def test_titles_behind_their_days_above_a_brief_headline_are_a_ticker(ticker: tuple[str, ...]) -> None:
    assert texts(article(*MENU, *ticker, "A crane at work", "", *FERRY), Headline) == ["A crane at work"]
