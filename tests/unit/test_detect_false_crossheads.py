# SPDX-License-Identifier: Apache-2.0
"""Brief lines between paragraphs that head nothing: codes, counters, what is left of a byline, the headline again."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, MENU, article, rule_of, texts

from docforge.model import Article, Byline, Crosshead, Furniture, Headline

TITLE = "Ferry sails again three weeks after the storm"


def amid(*lines: str, title: str = TITLE) -> Article:
    """Return what detection finds in *lines* between the paragraphs of a page."""
    return article(*MENU, title, "14 September 2022", *FERRY[:2], *lines, *FERRY[2:])


@pytest.mark.parametrize(
    "line",
    ['{ "slot": "banner" }', '{ "kind": "video", "id": "v12" }', "{{ article.teaser }}", "{% include ad %}", "+9"],
)
def test_codes_of_templates_and_counts_of_pictures_are_furniture(line: str) -> None:
    found = amid(line)
    assert rule_of(found, line) in ("furniture.link", "furniture.counter")
    assert not texts(found, Crosshead)


@pytest.mark.parametrize("line", ["{The old mole}", "+9 boats saved", "9 boats saved", "100% plus for ferries"])
def test_brackets_and_a_plus_alone_are_no_code(line: str) -> None:
    assert line not in texts(amid(line), Furniture)


@pytest.mark.parametrize("line", ["Algemeen 381 keer gelezen", "Nieuws 1.204 keer bekeken"])
def test_a_section_and_how_often_a_text_was_read_are_furniture(line: str) -> None:
    text = (
        "De veerboot vaart vanaf maandag weer, drie weken nadat de storm de oude pier brak, zei het havenkantoor.",
        "Twee slepers en een kraan waren sindsdien aan het werk, en de laatste stenen werden vrijdagavond gelegd.",
        "Wie een kaartje had voor de dagen zonder boot, krijgt het geld voor het einde van de maand terug.",
    )
    found = article("Menu", "Zoeken", "Inloggen", "Veerboot vaart weer na de storm", line, *text)
    assert rule_of(found, line) == "furniture.counter"


@pytest.mark.parametrize("line", ["Ferry 381 passengers", "Mole draws 500 visits", "Boat 12 reads"])
def test_a_number_amid_words_is_no_count_of_readers(line: str) -> None:
    assert line not in [block.text for block in amid(line).blocks if block.rule == "furniture.counter"]


@pytest.mark.parametrize("line", ["par", "von", "lro", "by", "text"])
def test_a_word_in_small_letters_alone_heads_nothing(line: str) -> None:
    assert line not in texts(amid(line), Crosshead)


@pytest.mark.parametrize("line", ["Outlook", "iBoats", "eBoats return", "the old mole"])
def test_brief_headings_stay(line: str) -> None:
    assert line in texts(amid(line), Crosshead)


@pytest.mark.parametrize(
    "again",
    [
        TITLE,
        f"Harbour - {TITLE}",
        f"Harbour news | {TITLE}",
        f"Storm on the sound: {TITLE}",
        TITLE.replace(" three", ", three"),
    ],
)
def test_the_headline_printed_again_heads_nothing(again: str) -> None:
    assert again not in texts(amid(again), Crosshead)


@pytest.mark.parametrize("line", ["Three weeks after the storm", "Storm: three weeks later", "The ferry sails again"])
def test_a_heading_with_words_of_the_headline_stays(line: str) -> None:
    assert line in texts(amid(line), Crosshead)


CAPTION = "Ann Vik of the harbour office on the old mole in the storm of last week. Photo: Jo Ray/NTA"


def test_a_name_above_a_picture_of_that_person_heads_nothing() -> None:
    found = amid("Ann Vik", CAPTION)
    assert "Ann Vik" not in texts(found, Crosshead)


def test_names_above_several_pictures_may_head_what_stands_below_them() -> None:
    other = "Bo Ek of the harbour office on the old mole in the storm of last week. Photo: Jo Ray/NTA"
    found = article(TITLE, *FERRY[:2], "Ann Vik", CAPTION, FERRY[2], "Bo Ek", other, FERRY[3])
    assert texts(found, Crosshead) == ["Ann Vik", "Bo Ek"]


def test_a_name_below_the_headline_and_above_a_picture_is_still_the_author() -> None:
    found = article(TITLE, "Elizabeth Lund", CAPTION, *FERRY)
    assert texts(found, Headline) == [TITLE]
    assert texts(found, Byline) == ["Elizabeth Lund"]


def test_the_name_of_a_wire_above_its_rights_heads_nothing() -> None:
    found = article(
        *MENU, TITLE, "By Ann Lee", *FERRY, "The-HRN-Wire", "™ & © 2022 Harbour News, Inc. All rights reserved."
    )
    assert not texts(found, Crosshead)


@pytest.mark.parametrize(
    "line",
    [
        "More news from Norrstad.com",
        "Straight to norrstad.org",
        "VIDEO The minister after the meeting",
        "FOTOS Das neue Boot",
        "Published",
        "Published Updated",
    ],
)
def test_sites_media_and_labels_of_dates_head_nothing(line: str) -> None:
    assert line not in texts(amid(line), Crosshead)


@pytest.mark.parametrize(
    "line", ["Ferry no. 4 leaves", "The U.S. boats", "VIDEO KILLED", "Videos of the storm", "Mole costs 1.5 million"]
)  # fmt: skip
def test_points_and_capitals_amid_a_heading_are_no_site(line: str) -> None:
    assert line in texts(amid(line), Crosshead)


def test_a_caption_printed_three_times_on_a_page_is_no_headline() -> None:
    line = "Harbour Master Ann Lee at the quay."
    found = article(*MENU, TITLE, line, line, line, "14 September 2022", *FERRY)
    assert texts(found, Headline) == [TITLE]
    assert {block.KIND for block in found.blocks if block.text == line} == {"caption"}


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("ArgentinaBrasilCanadaDeutschlandEspañaFranceItalia", False),
        ("LatestSportBusinessCultureOpinionFerriesHarbour", False),
        ("MacNeil and the OpenAir of YouTube and SoundCloud in Norrstad", True),
        ("Donaudampfschifffahrtsgesellschaft beantragt Insolvenzverfahren", True),
    ],
)
def test_a_list_of_links_run_together_is_no_headline(line: str, title: bool) -> None:
    found = article(line, *FERRY) if title else article(line, TITLE, "14 September 2022", *FERRY)
    assert (line in texts(found, Headline)) is title
