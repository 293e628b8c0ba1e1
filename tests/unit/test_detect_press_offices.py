# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line)
"""What press offices, readers and scorers set around a text in clean copy: contacts above, subtitles, signed letters."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, article, rule_of, texts

from docforge.model import Byline, Crosshead, Headline, Kicker, Paragraph, Subheadline

RULES = (
    "WASHINGTON – The Department today announced new rules that shorten the inspection of barges at 40 locks on the river.",
    "The rules take effect on June 1, and shippers will save hours on every voyage, the Deputy Secretary told reporters.",
)
HARBOUR_JA = (
    "国土交通省は、離島航路の運航を支援する制度を改正し、4月1日から申請の受付を開始します。改正により、小規模な航路への補助率が引き上げられます。",
    "大臣は「島の暮らしを守るために必要な改正だ」と述べました。",
)
HARBOUR_KO = (
    "해양수산부는 소규모 항만의 안전 점검 제도를 개편하고 다음 달 1일부터 온라인으로 신청을 받는다고 12일 밝혔다.",
    "해양수산부 장관은 이번 개편으로 점검 기간이 절반으로 줄어든다고 말했다.",
)


@pytest.mark.parametrize(
    "contact",
    [
        "CONTACT: Office of Public Affairs, (202) 555-0100",
        "Media contact: Harbour Office, 0100 555 012",
        "Media enquiries: Harbour Office, 0100 555 012",
        "Pressekontakt: Hafenamt, Telefon 0100 555012",
        "Contacto: Oficina de Prensa, 910 555 012",
    ],
)
def test_a_contact_above_the_headline_is_not_the_headline(contact: str) -> None:
    found = article(contact, "New rules", "", *RULES)
    assert texts(found, Headline) == ["New rules"]
    assert rule_of(found, contact) == "tagline.contact"


@pytest.mark.parametrize(
    "title",
    [
        "Contact: how a signal from 1977 still puzzles astronomers",
        "Presse: Verlage wollen 2026 enger zusammenarbeiten",
        "Contact lost with 12 boats off the northern coast",
        "Presse: 12 000 Zeitungen täglich an den Bahnhöfen",
        "Contact: 300 islanders meet their new doctor",
    ],
)
def test_a_headline_that_opens_with_the_word_of_a_contact_stays(title: str) -> None:
    assert texts(article(title, "", *FERRY), Headline) == [title]


@pytest.mark.parametrize(
    ("title", "deck", "body"),
    [
        ("離島航路の運航支援制度を改正します", "～4月1日から申請受付を開始～", HARBOUR_JA),
        ("離島航路の運航支援制度を改正します", "― 4月から始まります ―", HARBOUR_JA),
        ("離島航路の運航支援制度を改正します", "〜島の暮らしを守るために〜", HARBOUR_JA),
        ("소규모 항만 안전 점검 제도 개편", "- 4월 1일부터 온라인 신청 접수 -", HARBOUR_KO),
        ("소규모 항만 안전 점검 제도 개편", "– 점검 기간 절반으로 단축 –", HARBOUR_KO),
    ],
)
def test_a_line_between_dashes_below_the_headline_is_its_deck(title: str, deck: str, body: tuple[str, ...]) -> None:
    found = article(title, deck, "", *body)
    assert texts(found, Headline) == [title]
    assert texts(found, Subheadline) == [deck]


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("- 1 -", HARBOUR_KO),
        ("- 4월 1일부터 온라인 신청 접수", HARBOUR_KO),
        ("～4月1日から", HARBOUR_JA),
        ("- 2 of 3 -", RULES),
        ("― ― ―", HARBOUR_JA),
    ],
)
def test_a_number_between_dashes_or_a_dash_in_front_alone_makes_no_deck(line: str, body: tuple[str, ...]) -> None:
    title = "소규모 항만 안전 점검 제도 개편" if body is HARBOUR_KO else "離島航路の運航支援制度を改正します"
    found = article(title, line, "", *body)
    assert line not in texts(found, Subheadline)


@pytest.mark.parametrize(
    "lines",
    [
        ("報道発表", "離島航路の運航支援制度を改正します"),
        ("報道発表", "2025-03-12", "", "離島航路の運航支援制度を改正します"),
        ("2025-03-12", "報道発表", "", "離島航路の運航支援制度を改正します"),
        ("国土交通省", "報道発表", "離島航路の運航支援制度を改正します"),
    ],
)
def test_the_label_of_a_release_is_a_kicker_and_nobodys_name(lines: tuple[str, ...]) -> None:
    found = article(*lines, "", *HARBOUR_JA)
    assert "報道発表" in texts(found, Kicker)
    assert rule_of(found, "報道発表") == "kicker.release"
    assert texts(found, Byline) == []


def test_the_label_of_a_release_below_its_headline_is_nobodys_name() -> None:
    assert texts(article("離島航路の運航支援制度を改正します", "報道発表", "2025-03-12", "", *HARBOUR_JA), Byline) == []


@pytest.mark.parametrize("line", ["報道発表の後で", "発表会", "報道の日"])
def test_other_lines_that_open_like_such_a_label_are_none(line: str) -> None:
    found = article(line, "離島航路の運航支援制度を改正します", "", *HARBOUR_JA)
    assert rule_of(found, line) != "kicker.release"


@pytest.mark.parametrize(
    ("title", "deck"),
    [
        ("Department Announces New Rules for Inland Shipping", "Measures will shorten inspections at 40 locks"),
        ("Ministry Opens Register of Small Barges to the Public", "Skippers can look up inspections from June"),
        ("Harbour Office Opens New Register of Boats", "Skippers can look up repairs from Friday on"),
    ],
)
def test_below_a_headline_in_title_case_a_line_that_is_not_is_the_deck(title: str, deck: str) -> None:
    found = article("FOR IMMEDIATE RELEASE", "March 12, 2025", "", title, deck, "", *RULES)
    assert texts(found, Headline) == [title]
    assert texts(found, Subheadline) == [deck]


@pytest.mark.parametrize(
    "above",
    ["Department of Inland Shipping and Locks", "Office of the Deputy Secretary", "News From the River"],
)
def test_the_name_of_an_office_above_a_headline_is_not_the_headline(above: str) -> None:
    title = "Department shortens the inspection of barges at 40 locks"
    assert texts(article(above, title, "March 12, 2025", "", *RULES), Headline) == [title]


LETTER = (
    "Your report on the ferry timetable missed an important point, for islanders do not choose when they fall ill at night.",
    "The council should publish how often the night boat was cancelled, and why nobody at the office answers the telephone.",
)


@pytest.mark.parametrize(
    ("greeting", "signed"),
    [
        ("To the Editor:", ("RUTH ADEYEMI", "Port Lorne, May 5")),
        ("To the Editor:", ("Ruth Adeyemi", "Port Lorne")),
        ("Dear Editor,", ("Ruth Adeyemi", "Port Lorne, 5 May")),
        ("Sir,", ("Ruth Adeyemi", "Port Lorne", "May 5")),
        ("To the Editors:", ("Ruth Adeyemi", "Port Lorne, May 5")),
        ("To the Editor:", ("Ruth Adeyemi",)),
    ],
)
def test_a_letter_to_the_editor_is_signed_by_its_writer_alone(greeting: str, signed: tuple[str, ...]) -> None:
    found = article(greeting, "", *LETTER, "", *signed)
    assert texts(found, Paragraph) == [greeting, *LETTER]
    assert list(found.authors) == [signed[0]]
    assert texts(found, Headline) == []
    rules = {block.rule for block in found.blocks if any(line in block.text for line in signed[1:])}
    assert rules == ({"letter.signature"} if signed[1:] else set())


@pytest.mark.parametrize(
    ("greeting", "below"),
    [
        ("To the editor of a small paper much is written", ("Ruth Adeyemi", "Port Lorne")),
        ("To the Editor:", ("Share this article", "Read more")),
        ("To the Editor:", ()),
        ("Dear readers, old and new of this paper, wherever you may be today, here is the news:", ("Ruth Adeyemi",)),
        ("To the Editor:", ("Ruth Adeyemi", "Port Lorne", "May 5", "Old Mole Road 4")),
    ],
)
def test_without_greeting_or_a_name_alone_below_the_text_nothing_is_signed_as_a_letter(
    greeting: str, below: tuple[str, ...]
) -> None:
    found = article(greeting, "", *LETTER, "", *below)
    assert not any(block.rule == "letter.signature" for block in found.blocks)


MATCH = (
    "Lorne beat Halden in the last minute",
    "",
    "A late header gave Port Lorne a 2-1 win over Halden on Saturday and lifted the team to third place in the table.",
    "",
)


@pytest.mark.parametrize(
    ("above", "field"),
    [
        ("Attendance: 4,312", "Referee: T. Holm"),
        ("Scorers: Berg, Okafor; Lind", "Referee: Thor Holm"),
        ("Zuschauer: 4312", "Schiedsrichter: Holm"),
        ("Affluence: 4 312 spectateurs", "Arbitre: M. Holm"),
        ("Зрители: 4312", "Судья: Холм"),
    ],
)
def test_fields_below_each_other_are_no_crossheads(above: str, field: str) -> None:
    found = article(*MATCH, above, field, "", FERRY[1], FERRY[2])
    assert texts(found, Crosshead) == []
    assert {above, field} <= set(texts(found, Paragraph))


@pytest.mark.parametrize(
    "heading",
    [
        "Background: the old mole",
        "Referee under pressure",
        "The table: who goes down",
        "What now: three ways out",
        "Next: the cup",
    ],
)
def test_a_heading_with_a_colon_between_paragraphs_stays_one(heading: str) -> None:
    found = article(*MATCH, FERRY[0], "", heading, "", FERRY[1], FERRY[2])
    assert texts(found, Crosshead) == [heading]


@pytest.mark.parametrize(
    "title",
    [
        "Contact: the years, 1914 - 1918",
        "Contact: lost boats, 1977-2019",
        "Contact: ferries (1950-1975)",
        "Kontakt: die Fähren, 1950 – 1975",
        "Presse: Zeitungen im Krieg, 1914-1918",
    ],
)
def test_years_behind_the_word_of_a_contact_are_no_number_to_call(title: str) -> None:
    assert texts(article(title, "", *FERRY), Headline) == [title]


@pytest.mark.parametrize(
    "below",
    [
        ("12 boats", "May 5"),  # no name
        ("The old mole is closed", "May 5"),
        ("see page 12", "Port Lorne"),
        ("Ruth Adeyemi", "Secretary, Society Of Old Friends, Norrstad, Lorne, Isle Of Sark"),
        ("Ruth Adeyemi", "More From Norrstad"),
        ("Ruth Adeyemi", "See Also Old Mole"),
        ("Ruth Adeyemi", "The ferry was late again"),
        ("Ruth Adeyemi", "Port Lorne", "On the night boat"),
    ],
)
def test_other_lines_below_a_text_sign_no_letter(below: tuple[str, ...]) -> None:
    found = article("To the Editor:", "", *LETTER, "", *below)
    assert not any(block.rule.startswith("letter.") for block in found.blocks)


def test_letters_below_each_other_are_no_letter() -> None:
    first = ("To the Editor:", "", LETTER[0], "", "Anna Berg", "Norrstad", "")
    found = article(*first, "To the Editor:", "", LETTER[1], "", "Ruth Adeyemi", "Port Lorne")
    assert not any(block.rule.startswith("letter.") for block in found.blocks)


def test_a_greeting_below_the_text_opens_no_letter() -> None:
    found = article(*LETTER, "Ruth Adeyemi", "Sir,")
    assert not any(block.rule.startswith("letter.") for block in found.blocks)


@pytest.mark.parametrize(
    "above", ["News From the Old Harbour", "Notes From the Old Harbour", "Letters From the Old Mole"]
)
def test_a_line_in_title_case_of_which_the_text_says_nothing_has_no_deck(above: str) -> None:
    title = "Rules for the inspection of barges at locks on the river"
    assert texts(article(above, title, "March 12, 2025", "", *RULES), Headline) == [title]


def test_an_office_of_which_the_text_tells_less_stands_above_the_headline() -> None:
    above, title = "Federal Office for the River and Its Locks", "New rules take effect on June 1"
    lead = "The new rules for barges on the river take effect on June 1. Skippers must report to the lock in time."
    last = '"We have prepared for this for two years," said Ann Lee, who heads the office.'
    assert texts(article(above, title, lead, last), Headline) == [title]
