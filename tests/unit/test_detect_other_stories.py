# SPDX-License-Identifier: Apache-2.0
"""Teasers of other stories below the text of a page."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, MENU, article, texts
from tests.support.languages import DE, JA, RU

from docforge.model import Article, Crosshead, Furniture, Headline, Paragraph

TITLE = "The ferry sails again after the storm"
PAIRS = (
    "Choir of strangers saves a church",
    "Thirty people who had never met sang all night long in the empty nave, and the bishop said that he...",
    "Bakers pay more for their flour",
    "Bread grows dearer in autumn, for the mills of the plain have asked for a tenth more than in spring, and...",
)
MORE = (
    "Wolves come back to the wood",
    "Hikers have taken pictures of five young ones near the old quarry, and the foresters say that they...",
)


def page(*lines: str, text: tuple[str, ...] = FERRY) -> Article:
    return article(*MENU, TITLE, "By Ann Lee", *text, *lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (FERRY, (*PAIRS, *MORE)),
        (FERRY, ("Most read", *PAIRS)),
        (FERRY, tuple(line.replace("...", "…") for line in (*PAIRS, *MORE))),
        (FERRY, tuple(line.replace("...", " [...]") for line in (*PAIRS, *MORE))),
        (FERRY, (*PAIRS[:2], "Related", *PAIRS[2:])),
        (
            DE,
            (
                "Weitere Nachrichten",
                "Chor rettet Kirche",
                "Dreißig Fremde sangen die ganze Nacht im leeren Schiff, und der Bischof...",
                "Mehl wird teurer",
                "Die Mühlen der Ebene verlangen seit dem Herbst ein Zehntel mehr für das Mehl, und die Bäcker...",
            ),
        ),
        (
            (JA, JA),
            (
                "関連記事",
                "教会を合唱団が救う",
                "見知らぬ三十人が夜通し歌い、司教は翌朝の礼拝で感謝の言葉を述べたという。近所の人々も...",
                "小麦粉が値上がり",
                "パン屋は秋から値上げを余儀なくされる。製粉会社は春より一割高い価格を求めており...",
            ),
        ),
    ],
)
def test_teasers_that_break_off_below_titles_are_none_of_the_text(
    text: tuple[str, ...], lines: tuple[str, ...]
) -> None:
    found = page(*lines, text=text)
    assert set(lines).isdisjoint(texts(found, Paragraph) + texts(found, Crosshead))
    assert set(text) <= set(texts(found, Paragraph)) or text == DE


@pytest.mark.parametrize(
    "lines",
    [
        PAIRS[:2],
        (PAIRS[0], PAIRS[1], PAIRS[2], PAIRS[3].replace("...", " so do we.")),
        (PAIRS[1], PAIRS[3]),
        ("Bo Lund, pilot", PAIRS[1], "Ola Ek, cook", PAIRS[3]),
        PAIRS,
    ],
)
def test_one_passage_that_breaks_off_or_two_without_a_label_stay(lines: tuple[str, ...]) -> None:
    assert {line for line in lines if line.startswith(("Thirty", "Bread"))} <= set(texts(page(*lines), Paragraph))


def test_sections_that_break_off_stay_in_clean_copy() -> None:
    found = article(TITLE, "", *FERRY[:2], "", PAIRS[0], "", PAIRS[1], "", PAIRS[2], "", PAIRS[3])
    assert {PAIRS[1], PAIRS[3]} <= set(texts(found, Paragraph))


LABELS = ["Most read", "Related articles", "The Latest", "Trending", "Read also:", "Mai multe pentru tine:"]
TEASERS = (PAIRS[1].replace("...", " wept."), PAIRS[3].replace(", and...", "."))


@pytest.mark.parametrize("label", LABELS)
def test_teasers_with_titles_below_a_label_are_none_if_the_text_tells_nothing_of_them(label: str) -> None:
    found = page(label, PAIRS[0], TEASERS[0], PAIRS[2], TEASERS[1])
    assert set(TEASERS).isdisjoint(texts(found, Paragraph))


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("lines", [(TEASERS[0],), (PAIRS[2], TEASERS[1]), (PAIRS[0], *TEASERS)])
def test_the_text_may_go_on_below_a_link(label: str, lines: tuple[str, ...]) -> None:
    assert lines[-1] in texts(page(label, *lines), Paragraph)
    assert lines[-1] in texts(article(TITLE, "By Ann Lee", "", *FERRY, label, *lines), Paragraph)


@pytest.mark.parametrize("label", ["Most read", "Related articles", "Read also:"])
@pytest.mark.parametrize(
    "line",
    [
        "The harbour office and the mayor said that the first boat sails on Monday morning with two classes on board.",
        "Eleven boats sank in the storm when the wall of the mole gave way, but nobody was hurt in the harbour.",
    ],
)
def test_text_below_a_label_amid_it_stays(label: str, line: str) -> None:
    assert line in texts(page(label, line), Paragraph)
    assert line in texts(article(*MENU, TITLE, "", *FERRY, label, PAIRS[0], line, "Share"), Paragraph)


def test_below_two_paragraphs_nothing_is_told_from_the_text() -> None:
    line = PAIRS[1].replace("...", " wept.")
    assert line in texts(page("Most read", line, text=FERRY[:2]), Paragraph)
    assert RU in texts(article(*MENU, TITLE, "", RU, RU, "Популярное", RU), Paragraph)


OWN = "What our reporters print should be true and of use to those who read it, and we say when we are not sure."
CREWS = "Each crew sails for six weeks and rests for six; every captain has begun as a deckhand with us."


@pytest.mark.parametrize(
    "label", ["How we work", "Så arbetar vi", "So arbeiten wir", "Slik jobber vi", "Our standards"]
)
def test_what_an_outlet_says_of_itself_below_the_text_is_none_of_it(label: str) -> None:
    found = article(TITLE, "", *FERRY, "", label, "", OWN)
    assert OWN not in texts(found, Paragraph)
    assert label not in texts(found, Crosshead)


@pytest.mark.parametrize(
    ("label", "line"),
    [
        (
            "How we work",
            "The harbour office has two tugs and a crane at work since Friday, and the mayor lays the last stones.",
        ),
        ("How they work", OWN),
        ("How we work", CREWS),
        ("Our standards", "Boats must be painted white, and their names must be legible from fifty metres."),
        ("Über uns", "Das Unternehmen besteht seit 1924 und hat heute sieben Standorte in elf Ländern."),
        ("Notre charte", "Chaque navire est inspecté deux fois par an et chaque mois par nos ingénieurs."),
        ("A dry summer", OWN),
    ],
)
def test_a_last_section_of_clean_copy_stays(label: str, line: str) -> None:
    assert line in texts(article(TITLE, "", *FERRY, "", label, "", line), Paragraph)


TICKER = (
    "09:41 Fog on the sound: no boats before noon, says the harbour office https://t.example/a1",
    "09:39 Larmor: A club is founded to keep the station -> https://t.example/b2",
    "19:33 Strike ends at the yard after a week https://t.example/c3",
    "18:52 Fish hall gets a new roof https://t.example/d4",
)


def test_entries_of_a_ticker_above_the_headline_are_page_wording() -> None:
    found = article("Live", *TICKER, TITLE, "", *FERRY)
    assert texts(found, Furniture)[-4:] == list(TICKER)
    assert texts(found, Headline) == [TITLE]


@pytest.mark.parametrize(
    "lines",
    [
        tuple(sorted(TICKER)),  # a programme
        TICKER[:2],
        tuple(line.replace("https://", "") for line in TICKER),
        tuple(line.partition(" ")[2] for line in TICKER),
        tuple(f"{line} today." for line in TICKER),
    ],
)
def test_programmes_and_lines_without_time_or_address_are_no_ticker(lines: tuple[str, ...]) -> None:
    found = article(TITLE, "", *FERRY[:2], *lines, *FERRY[2:])
    notes = {evidence.note for block in found.blocks for evidence in block.evidence}
    assert "a time, news and where to read them" not in notes


LINKS = (
    "• Choir saves a church",
    "• Bakers pay more for flour",
    "• Wolves seen in the wood",
    "• Chess: machine beaten",
)


@pytest.mark.parametrize(
    "above", [(), ("Live",), ("Sections", "Newest"), ("• Choir of strangers",), ("Gazette", "Menu")]
)
def test_items_above_the_headline_of_which_the_text_tells_nothing_are_page_wording(above: tuple[str, ...]) -> None:
    found = article(*MENU, *above, *LINKS, TITLE, "By Ann Lee", "", *FERRY)
    assert set(LINKS) <= set(texts(found, Furniture))
    assert texts(found, Headline) == [TITLE]


@pytest.mark.parametrize(
    "lines",
    [
        (TITLE, *LINKS),  # below the headline
        ("• Ferry sails again", "• Storm broke the mole", "• Tickets: money back", "• Crane and tugs at work", TITLE),
        (*LINKS[:2], TITLE),
        LINKS,  # no headline below
        ("The week", *LINKS, "March 3, 2024"),
        ("SUMMARY", *LINKS, TITLE),
        ("Home", "We offer:", *LINKS, TITLE),
        ("Morning briefing", *LINKS, TITLE),
        (*(f"{line}." for line in LINKS), TITLE),
    ],
)
def test_key_points_few_items_and_sentences_are_no_such_list(lines: tuple[str, ...]) -> None:
    notes = {e.note for block in article(*lines, "", *FERRY).blocks for e in block.evidence}
    assert "another story beside the text" not in notes


def test_a_date_and_a_byline_behind_bullets_stay_what_they_are() -> None:
    found = article(*LINKS, "• 17/11/2007", "• By Ann Lee", TITLE, "", *FERRY)
    assert found.published is not None


@pytest.mark.parametrize("button", ["Donate", "Jetzt spenden", "Donacija", "Faire un don", "Wesprzyj nas"])
def test_what_asks_for_money_above_its_button_is_none_of_the_text(button: str) -> None:
    asks = "Dear readers, with a gift of yours this paper stays free of charge and of masters for years."
    found = article(TITLE, "By Ann Lee", "", *FERRY, "", "KEEP US FREE!", "", asks, "", button)
    assert asks not in texts(found, Paragraph)
    assert "KEEP US FREE!" not in texts(found, Crosshead)


@pytest.mark.parametrize("button", ["Donations", "The end", "Share", "Donate blood in Norrstad"])
def test_a_last_paragraph_above_another_line_stays(button: str) -> None:
    line = "With a gift of theirs the paper stays free of charge and of masters for years."
    assert line in texts(article(TITLE, "By Ann Lee", "", *FERRY, "", line, "", button), Paragraph)


def test_titles_behind_dashes_above_the_headline_of_a_page_are_other_stories() -> None:
    titles = (
        "- Fog on the sound",
        "- Bread grows dearer again",
        "- A choir sings tonight",
        "- Wolves near Larmor again",
    )
    read = article(*MENU, *titles, TITLE, "By Ann Lee", *FERRY[:4])
    assert texts(read, Headline) == [TITLE]
    assert set(titles) <= set(texts(read, Furniture))


@pytest.mark.parametrize("button", ["Donate", "Spenden", "PayPal", "Contribute", "Поддержать"])
@pytest.mark.parametrize(
    "line",
    [
        "Karl Otto, who steered the boat, went home in the morning and slept for eleven hours.",
        "A gift from the widow of a pilot paid for the engine of the boat, the society said.",
    ],
)
def test_the_last_paragraph_of_copy_above_a_button_stays(button: str, line: str) -> None:
    found = article(TITLE, "", *FERRY, "", line, "", button, "", "Sea Rescue Society, account 1234 56 78901")
    assert line in texts(found, Paragraph)
