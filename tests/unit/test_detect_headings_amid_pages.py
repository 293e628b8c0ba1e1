# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a paragraph is a line)
"""Crossheads and decks amid page wording and captions, and the sentences, remarks and links that are none."""

from __future__ import annotations

import pytest
from tests.support.detection import article

from docforge.context import Context
from docforge.detect.survey import survey
from docforge.diagnostics import Report
from docforge.model import Article, Caption, Crosshead, Furniture, Paragraph, Subheadline
from docforge.reading import read_source

TITLE = "The ferry sails again three weeks after the storm"
TOP = ("Home", TITLE, "By Ann Lee", "14 September 2022", "Share", "Facebook")
A = "The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the old mole."
B = "Two tugs and a crane have been at work since then, and the last stones were laid on Friday evening in the rain."
C = "Passengers who had bought a ticket for the missing days can have their money back until the end of the month."
ZH = "港口重新开放，渡轮再次启航"
ZH_TOP = ("首页", ZH, "2022-09-14 10:20", "分享到", "微信")
ZA = "港口在风暴三周之后重新开放，港务局周一表示渡轮将再次启航，旧码头也已经修好，两艘拖船和一台起重机一直在工作，最后一批石头在周五晚上的雨中砌好。"
ZB = "已经买了票的乘客可以在月底之前拿回自己的钱，港务局周一晚间表示，渡轮将再次启航，第一班船在早上六点半开出，市长和两个班的小学生也会在船上。"


def parts(found: Article, kind: type) -> list[str]:
    return [block.text for block in found.blocks if isinstance(block, kind)]


@pytest.mark.parametrize(
    "line",
    ["“港口终于开放，我真的很高兴。”", "（港务局提供的新码头示意）", "(the office lent its plan)", "“I am glad.”"],
)
def test_a_whole_sentence_quoted_and_a_remark_in_brackets_head_nothing(line: str) -> None:
    top, first, second = (TOP, A, B) if " " in line else (ZH_TOP, ZA, ZB)
    assert line not in parts(article(*top, first, second, line, first, second), Crosshead)


@pytest.mark.parametrize("line", ["“港口终于开放”", "港口开放（一）", "The mole (and its stones)", "“I am glad”"])
def test_a_quotation_and_a_bracket_behind_words_may_head_the_text(line: str) -> None:
    top, first, second = (TOP, A, B) if " " in line else (ZH_TOP, ZA, ZB)
    assert line in parts(article(*top, first, second, line, first, second), Crosshead)


@pytest.mark.parametrize("line", ["\ufeff", "\u200b", "\ufeff\u200b"])
def test_a_line_without_a_letter_heads_nothing(line: str) -> None:
    found = article(*TOP, A, B, line, C, A, between="\n\n")
    assert line not in parts(found, Crosshead) + parts(found, Paragraph)


@pytest.mark.parametrize(
    ("line", "top", "text"),
    [
        ("Among other things, the harbour office wants this:", TOP, (A, B, C)),
        ("And this is what the harbour office now says:", TOP, (A, B, C)),
        ("除此之外，港务局还提出了三点：", ZH_TOP, (ZA, ZB, ZA)),
    ],
)
def test_a_line_that_leads_into_the_text_is_text(line: str, top: tuple[str, ...], text: tuple[str, ...]) -> None:
    assert line in parts(article(*top, text[0], text[1], line, text[2], text[1]), Paragraph)


@pytest.mark.parametrize("line", ["Read more about the harbour:", "The mole:"])
def test_a_label_with_a_colon_is_no_text(line: str) -> None:
    assert line not in parts(article(*TOP, A, B, line, C, A), Paragraph)


def test_a_link_behind_a_label_in_capitals_heads_nothing() -> None:
    assert parts(article(*TOP, A, B, "IN THE NORTH: Family of the ferry's captain moves", C, A), Crosshead) == []


@pytest.mark.parametrize("line", ["NEXT: The mole", "THE MOLE AND THE FERRY", "The north: why the mole broke"])
def test_a_heading_with_capitals_or_a_colon_stays_one(line: str) -> None:
    assert line in parts(article(*TOP, A, B, line, C, A), Crosshead)


def test_a_heading_between_two_like_signs_may_hold_numbers() -> None:
    line = "▼ “2년 후 다시 열 것… 100년 부두 지킬 터” ▼"
    text = "항만청은 월요일에 폭풍이 지나간 지 3주 만에 여객선이 다시 운항하고 낡은 부두도 모두 수리됐다고 밝혔다. 승객들은 표를 바꿀 수 있다."
    found = article("부두 다시 열어", "기사입력 2022-09-14", text, text, line, "박채규 대표", text, text)
    assert line in parts(found, Crosshead)


CAPTION = "The old mole after the storm. Photo: Ann Lee"


def test_a_line_below_the_first_paragraph_heads_the_second_and_is_no_deck() -> None:
    for above in ((), (CAPTION,)):
        found = article(*ZH_TOP, ZA + ZA, *above, "港口开放之后乘客怎么办", ZB + ZB, ZA, ZB)
        assert parts(found, Subheadline) == []
        assert parts(found, Crosshead) == ["港口开放之后乘客怎么办"]


def test_a_line_below_a_caption_is_still_the_deck() -> None:
    deck = "Two tugs and a crane have been at work on the mole since then"
    assert parts(article(TITLE, CAPTION, deck, "By Ann Lee", A, B, C), Subheadline) == [deck]


def test_a_caption_printed_thrice_is_no_deck() -> None:
    line = "Picture of the mole that the storm broke three weeks ago"
    found = article(
        TITLE, "14 September 2022", "Photo: Ann Lee", line, A, "Photo: Ann Lee", line, B, "Photo: Ann Lee", line, C
    )
    assert parts(found, Subheadline) == []
    assert set(parts(found, Caption) + parts(found, Furniture)) >= {line}


def test_a_deck_printed_once_more_for_a_mail_is_one() -> None:
    deck = "Two tugs and a crane have been at work on the mole since then"
    found = article("Home", TITLE, deck, "By Ann Lee", A, B, C, "Share", "Mail", TITLE, deck)
    assert (found.headline, parts(found, Subheadline)) == (TITLE, [deck])


@pytest.mark.parametrize(
    "line", ["发布时间：09-3022:46青川软件网络科技有限公司", "Published: 09-30 at the harbour office"]
)
def test_the_label_of_a_date_nobody_can_read_is_no_deck(line: str) -> None:
    title, text = (TITLE, (A, B, C)) if line.isascii() else (ZH, (ZA, ZB, ZA))
    assert parts(article("Home", title, line, *text), Subheadline) == []


def test_a_deck_that_opens_with_such_a_word_is_one() -> None:
    deck = "Published: what the harbour office knew of the old mole before the storm"
    assert parts(article(TITLE, deck, "By Ann Lee", "14 September 2022", A, B, C), Subheadline) == [deck]


QUESTION = "你还记得上一次坐渡轮过海要花多少钱吗？"


def test_a_question_that_opens_the_text_below_a_heading_is_text() -> None:
    found = article(*ZH_TOP, ZA, ZB, "告别免费时代", QUESTION, ZA, ZB)
    assert parts(found, Crosshead) == ["告别免费时代"]
    assert QUESTION in parts(found, Paragraph)


def test_a_question_amid_the_text_may_head_it() -> None:
    assert parts(article(*ZH_TOP, ZA, ZB, "渡轮还会涨价吗？", ZA, ZB), Crosshead) == ["渡轮还会涨价吗？"]
    asked = "What does it cost to sail across the sound?"
    assert parts(article(*TOP, A, B, "Prices", C, A, asked, B, C), Crosshead) == ["Prices", asked]


def test_a_question_in_ideographs_printed_twice_is_the_headline() -> None:
    title = "港口重新开放 乘客为何还说“等不及”？"
    found = article(
        "首页", title, title, "2022-09-14 10:20 青山报", "视频-新的港口重新开放 乘客为何还说“等不及”？", ZA, ZB, ZA
    )
    assert found.headline == title
    assert parts(found, Crosshead) + parts(found, Subheadline) == []


def test_one_sentence_is_counted_once_in_every_script() -> None:
    for text in (
        "港口重新开放。",
        "港口重新开放了吗？",
        "他说：“港口重新开放。”",
        "港は再開した。」",
        "The port is open.",
    ):
        source = read_source(text, context=Context.fixed(), report=Report())
        assert survey(source, "und").looks[0].sentences == 1, text
    for text in ("港口开放。渡轮启航。", "港口开放了吗？渡轮启航了。", "It is open. It sails."):
        source = read_source(text, context=Context.fixed(), report=Report())
        assert survey(source, "und").looks[0].sentences == 2, text


def test_a_heading_of_two_lines_on_a_page_keeps_both() -> None:
    lines = ["港口开放现乘客维权", "昔日“渡轮质量”遭质疑"]
    text = "港口开放之后，乘客对渡轮质量提出质疑，维权的乘客说，昔日的渡轮从来没有这么多问题，港务局周一表示将会整改，两艘拖船也在工作。"
    assert parts(article(*ZH_TOP, text, ZB, *lines, text, ZB), Crosshead) == lines


@pytest.mark.parametrize("first", ["Tom Reed", "Share this", "Photo: Ann Lee", "How it all began."])
def test_names_buttons_and_credits_above_a_heading_are_none(first: str) -> None:
    assert first not in parts(article(*TOP, A, B, first, "What the office says", C, A), Crosshead)


def test_a_notice_that_is_a_sentence_is_no_headline_of_a_page() -> None:
    notice = "Enter your address and the code of your town to set up the alerts you want."
    title = "HARBOUR: 4 Points On The New Mole"
    found = article(
        notice, "Email", "Zip", title, "Ann Lee | Sep. 21, 2022, 3:03 PM | 4,094 | 6", A, B, C, "Share", "Twitter"
    )
    assert found.headline == title


def test_a_headline_with_its_full_stop_stays_one_in_clean_copy() -> None:
    title = "The ferry between Norrstad and Sundvik sails again after the storm."
    assert article(title, "By Ann Lee", A, B, C).headline == title


@pytest.mark.parametrize(
    "line",
    [
        "“All right,” came the reply. “Lift the stone.”",
        "“We know,” the master said. “It was the wind.”",
        "[The mole and the storm]",
        "Source: harbour.example",
    ],
)
def test_a_brief_dialogue_a_link_in_brackets_and_a_source_head_nothing(line: str) -> None:
    assert line not in parts(article(*TOP, A, B, line, C, A), Crosshead)


def test_a_title_with_nothing_but_read_more_below_leads_to_another_story() -> None:
    lines = (*TOP, A, B, "The mole and the storm", "Read more", C, A, "The mole and the ferry", B, C)
    assert parts(article(*lines), Crosshead) == ["The mole and the ferry"]
