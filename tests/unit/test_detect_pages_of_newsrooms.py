# SPDX-License-Identifier: Apache-2.0
"""What stands around headline, deck and byline on the pages of newsrooms: posts, links, slogans, accounts, labels."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, MENU, article

from docforge.model import (
    Article,
    Byline,
    Caption,
    CreditLine,
    Furniture,
    Headline,
    Kicker,
    Paragraph,
    PublicationLine,
    Subheadline,
)

TITLE = "Ferry to sail again three weeks after storm broke the mole"
A, B, C, D = FERRY[:4]


def authors(found: Article) -> list[str]:
    return [author.name for block in found.blocks if isinstance(block, Byline) for author in block.authors]


def deck(found: Article) -> str:
    read = found.first(Subheadline)
    return read.text if read is not None else ""


def title(found: Article) -> str:
    read = found.first(Headline)
    return read.text if read is not None else ""


@pytest.mark.parametrize(
    "signed",
    [
        "— Sue Park (@suepark) December 22, 2023",
        "— Harbour Fans (@harbourfans) 3. Juni 2023",
        "– Bo Ek (@boek) 3 May 2023",
        "— Bo Ek (@boek) 3 May 2023, 10:20 AM",
    ],
)
def test_who_signs_a_post_in_the_text_wrote_and_dated_no_article(signed: str) -> None:
    found = article(*MENU, TITLE, "Ann Lee", A, "The mole is back, and it is a beauty!", signed, B, C)
    assert authors(found) == ["Ann Lee"]
    assert found.first(PublicationLine) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ann Lee annlee", "Ann Lee"),
        ("Harbour Daily 9/21/2016 Ann Lee", "Ann Lee"),
        ("Ann Lee for the Harbour Courier", "Ann Lee"),
        ("Updated by Ann Lee May 3, 2022, 10:20am EST", "Ann Lee"),
    ],
)
def test_names_beside_accounts_outlets_and_dates(line: str, name: str) -> None:
    assert authors(article(*MENU, TITLE, line, A, B, C)) == [name]


def test_an_author_whose_address_the_text_gives_signs_above_it() -> None:
    assert authors(
        article(*MENU, TITLE, "Ann Lee", "Port Reporter", A, B, C, "Contact Ann Lee at lee@harbour.example.")
    ) == ["Ann Lee"]


def test_of_one_author_named_above_and_below_the_text_the_line_above_is_the_byline() -> None:
    found = article(*MENU, TITLE, "Ann Lee", A, B, C, "Author", "Ann Lee")
    byline = found.first(Byline)
    assert byline is not None
    assert byline.span.start < found.text.index(A)


def test_a_byline_word_below_the_text_leaves_the_same_name_above_it_the_byline() -> None:
    byline = article(*MENU, TITLE, "Ann Lee", "14 September 2022", A, B, C, "By Ann Lee").first(Byline)
    assert byline is not None
    assert byline.text == "Ann Lee"


def test_whom_to_contact_in_the_text_is_no_author() -> None:
    top = ("posted on April 21, 2015, at 11:29 a.m.", "Ann Lee", "Harbour News Reporter")
    found = article(*MENU, TITLE, *top, A, "Contact Bo Ek at bo.ek@harbour.example", B, C)
    assert authors(found) == ["Ann Lee"]


def test_a_name_above_the_hour_of_today_is_the_byline() -> None:
    links = ("Bo Ek", "The mole and the storm of the century")
    assert authors(article(*MENU, *links, TITLE, "Ann Lee", "Today 12:34pm", "Filed to: ports", A, B, C)) == ["Ann Lee"]


def test_many_words_that_close_with_an_office_are_none() -> None:
    assert authors(article(TITLE, "Ann Lee Port Town Harbour Quay Mole Ferry Storm Editor", A, B, C)) == []


def test_a_line_about_the_author_is_no_deck() -> None:
    bio = "Ann Lee tells of the ferry that will sail again, and of the storm."
    assert deck(article(*MENU, TITLE, "Ann Lee", "14 September 2022", "Share", bio, A, B, C, D)) == ""
    assert deck(article(*MENU, TITLE, bio, "By Ann Lee", "14 September 2022", A, B, C, D)) == ""


@pytest.mark.parametrize("line", ["“Ann Lee”", "„Anna Lehner“", "Contact Ann Lee", "Hari Ini"])
def test_a_quoted_name_whom_to_contact_and_a_near_day_below_the_headline_are_no_bylines(line: str) -> None:
    assert authors(article(*MENU, TITLE, line, "3 May 2023", A, B, C)) == []


def test_a_byline_label_above_a_credit_opens_no_caption() -> None:
    found = article(TITLE, A, B, "Reporter: the mole at dawn", "Photo: Bo Ek/AP", C, D)
    assert found.first(Caption) is None


@pytest.mark.parametrize("label", ["Time of publication: 5:30 am. 5:30 am", "Publication time: 17:45"])
def test_the_label_of_a_time_above_the_headline_takes_nothing_from_it(label: str) -> None:
    assert title(article(*MENU, label, TITLE, A, B, C)) == TITLE


def test_the_label_of_a_time_with_words_on_top_of_clean_copy_is_no_headline() -> None:
    assert title(article("Publication time: 17:45 the ferry", TITLE, A, B, C)) == TITLE


def test_the_headline_of_a_page_without_menus_may_stand_between_its_dates_and_a_credit() -> None:
    top = ("Author: Ann Lee", "Date of publication: 09.30.16", "Time of publication: 7:00 am")
    found = article(*top, TITLE, "Bo Ek/AP", A, B, C, A, B)
    assert title(found) == TITLE
    assert found.first(CreditLine) is not None


@pytest.mark.parametrize(
    ("above", "line"),
    [
        pytest.param(
            ("Video",), "The harbour office told the town how stone after stone came up", id="what a video shows"
        ),
        pytest.param((), "Ferry to sail again three weeks after storm", id="the headline in short"),
        pytest.param(("By Ann Lee",), "Port writer reporting from the northern islands", id="the author's office"),
        pytest.param((), "mole of the old port at dawn.jpg", id="the name of a file"),
        pytest.param(
            ("Latest news",), "Council drops its plan for a bridge to the island", id="a link below its label"
        ),
    ],
)
def test_lines_below_the_headline_that_are_no_deck(above: tuple[str, ...], line: str) -> None:
    assert deck(article(*MENU, TITLE, *above, line, "14 September 2022", A, B, C, A)) == ""


def test_a_slogan_above_a_request_to_the_reader_is_no_deck() -> None:
    ask = "Sign up to follow the port, and we’ll e-mail you updates as they’re published."
    assert (
        deck(article(*MENU, TITLE, "The inside track on the politics of ports.", ask, "14 September 2022", A, B, C))
        == ""
    )


@pytest.mark.parametrize("credit", ["[Photo: Ann Lee/Gazette]", "(Photo: Ann Lee/Gazette)"])
def test_a_labelled_credit_below_the_deck_is_of_the_picture_below_it(credit: str) -> None:
    line = "Two tugs and a crane were at work, and passengers can have their money back."
    assert deck(article(*MENU, TITLE, line, credit, "By Ann Lee", "14 September 2022", A, B, C)) == line


def test_sections_above_a_headline_of_which_the_text_tells_far_more_are_none() -> None:
    assert title(article("Harbour Nation & World Port politics", *MENU[1:], TITLE, A, B, C)) == TITLE
    assert title(article("Harbour Nation & World Port politics", TITLE, *MENU[1:], A, B, C)) == TITLE


def test_what_is_said_between_paragraphs_is_text_and_no_kicker() -> None:
    found = article(TITLE, A, "“The ferry is back,” she said.", B, C)
    assert found.first(Kicker) is None
    assert "“The ferry is back,” she said." in [block.text for block in found.blocks if isinstance(block, Paragraph)]


def test_the_headline_in_other_words_is_no_deck() -> None:
    again = "Ferry will sail again three weeks after a storm broke the mole"
    assert deck(article(*MENU, TITLE, again, "14 September 2022", A, B, C, A)) == ""


def test_the_headline_in_other_words_may_be_the_deck_of_clean_copy() -> None:
    again = "Ferry sails again three weeks after the storm broke the old mole"
    assert deck(article(TITLE, again, "By Ann Lee", A, B, C, A)) == again


def test_most_words_of_a_longer_headline_are_no_deck_of_clean_copy() -> None:
    assert (
        deck(article(f"{TITLE}, says harbour office", "Ferry to sail again after the storm", "By Ann Lee", A, B, C))
        == ""
    )


def test_an_account_above_the_headline_is_no_credit() -> None:
    assert article("@harbournews", TITLE, "By Bo Ek", "3 May 2023", A, B, C, D).first(CreditLine) is None


def test_a_name_and_an_office_in_ideographs_are_no_deck() -> None:
    title = "李大海：港口重新开放，渡轮将再次启航"
    text = (
        "港口在风暴三周之后重新开放，港务局周一表示渡轮将再次启航，旧码头也已经修好，两艘拖船和一台起重机一直在工作，最后一批石头在周五砌好。",
        "已经买了票的乘客可以在月底之前拿回自己的钱，港务局周一晚间表示，渡轮将再次启航，第一班船在早上六点半开出，市长和小学生也会在船上。",
    )
    menu = ("首页", "分享到", "微信", "返回首页")
    below = ("分享到：", "22 59", "2022-09-14 09:25:09", "【文/海港网专栏作者 李大海】")
    assert deck(article(*menu, title, "李大海青山大学海洋金融与经济研究院执行院长", *below, *text, *text)) == ""


@pytest.mark.parametrize(
    ("byline", "place"), [("Ann Lee and Bo Ek | NORRSTAD", "NORRSTAD"), ("Ann Lee and Bo Ek", None)]
)
def test_a_place_in_capitals_opens_the_text_where_the_byline_closes_with_it(byline: str, place: str | None) -> None:
    opened = A.replace("The harbour", "NORRSTAD The harbour")
    found = article(*MENU, TITLE, byline, opened, B, C).dateline
    assert (found.place if found is not None else None) == place


@pytest.mark.parametrize(
    "line", ["harbour-mole.jpg", "The mole of the port at dawn.JPG", "— Ann Lee (@annlee) 3 May 2023"]
)
def test_names_of_files_and_who_signs_a_post_are_no_text_of_clean_copy(line: str) -> None:
    assert [block.text for block in article(TITLE, A, B, line, C, A).blocks if isinstance(block, Furniture)] == [line]


def test_a_sentence_that_closes_like_a_request_is_text_of_clean_copy() -> None:
    line = "He had left the letters of the harbour office in your inbox."
    assert line in [block.text for block in article(TITLE, A, line, B, C).blocks if isinstance(block, Paragraph)]


def test_whom_to_contact_below_the_date_is_no_deck() -> None:
    line = "Contact Ann Lee at annlee@norrstad.example"
    assert deck(article(*MENU, TITLE, "3 May 2023", line, A, B, C)) == ""


def test_a_headline_of_clean_copy_may_be_a_sentence_of_which_the_text_tells_little() -> None:
    line = "The mole is what the mole was made to be."
    assert title(article(line, TITLE, A, B, C)) == line


@pytest.mark.parametrize("line", ["Read the story.", "Show the photo to the author.", "Die Karte lesen."])
def test_a_sentence_of_the_words_of_buttons_is_text(line: str) -> None:
    assert line in [block.text for block in article(*MENU, TITLE, A, line, B, C).blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    "line",
    [
        "Before you go, we need to talk about the harbour, the keeper told them.",
        "Chat with us in the harbour café, the mayor wrote.",
        "These external links in the chain were the weakest, the engineer said.",
        "You will receive free tickets, the office promised.",
        "— Bo Ek (@boek) 12 boats went down in front of me, he wrote.",
        "He opened the file final_version_3.docx",
    ],
)
def test_sentences_that_open_or_close_like_page_wording_are_text(line: str) -> None:
    for menu in ((), MENU):
        blocks = article(*menu, TITLE, A, line, B, C).blocks
        assert line not in [block.text for block in blocks if isinstance(block, Furniture)]


def test_a_headline_of_an_agency_and_a_dash_is_no_dateline() -> None:
    line = "Reuters — the man and the agency"
    for menu in ((), MENU):
        found = article(*menu, line, "By Ann Lee", "3 May 2023", A, B, C)
        assert found.headline == line
        assert found.dateline is None


@pytest.mark.parametrize("opening", ["Watching BBC — that was how", "Former Reuters – now LSEG – staff say that"])
def test_an_agency_of_which_a_sentence_tells_signs_nothing(opening: str) -> None:
    assert (
        article(TITLE, A.replace("The harbour office said", f"{opening} the harbour office said"), B, C).dateline
        is None
    )


@pytest.mark.parametrize("line", ["Watch the video", "Follow the author"])
def test_a_line_like_a_button_is_the_headline_where_no_other_can_be(line: str) -> None:
    assert article(*MENU, line, "By Ann Lee", "3 May 2023", A, B, C).headline == line
    assert article(*MENU, TITLE, line, "By Ann Lee", "3 May 2023", A, B, C).headline == TITLE


@pytest.mark.parametrize("menu", [(), MENU])
def test_the_update_of_a_post_dates_no_text(menu: tuple[str, ...]) -> None:
    signed = "— Ann Lee (@annlee) Updated: May 3, 2023"
    assert article(*menu, TITLE, signed, A, B, C).first(PublicationLine) is None


@pytest.mark.parametrize("byline", ["By Ann Lee", "Reporter: Ann Lee"])
def test_a_line_between_byline_and_credit_above_and_text_that_says_it_again_is_the_deck(byline: str) -> None:
    line = "Ferry will sail again and passengers have their money back, says harbour office"
    assert deck(article(*MENU, TITLE, byline, "Bo Ek/AP", line, A, B, C)) == line


def test_a_byline_above_the_text_makes_none_of_the_same_names_on_top_of_the_page() -> None:
    found = article("Ann Lee and Bo Ek", TITLE, "By Ann Lee and Bo Ek", "14 September 2022", A, B, C)
    assert [block.text for block in found.blocks if isinstance(block, Byline)] == ["By Ann Lee and Bo Ek"]


def test_a_sentence_that_opens_like_the_signature_of_a_post_is_text() -> None:
    line = "- Bo Ek (@boek) wrote on 3 May 2023."
    assert line in [block.text for block in article(TITLE, A, line, B, C).blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("by ferry · March 20, 2014", id="a word of the text"),
        pytest.param("Submitted by ann_lee in the harbour on March 20, 2014", id="words before the date"),
        pytest.param(
            "Created by admin on March 20, 2014, 10:20 in the old harbour of Norrstad by the sea", id="many words"
        ),
        pytest.param("by annlee on March 20, 2014", id="a word alone before it"),
    ],
)
@pytest.mark.parametrize("menu", [(), MENU])
def test_a_name_in_small_letters_that_may_tell_how_is_no_account(menu: tuple[str, ...], line: str) -> None:
    assert authors(article(*menu, TITLE, line, A, B, C)) == []


@pytest.mark.parametrize(("menu", "names"), [(MENU, ["annlee"]), ((), [])])
def test_an_account_behind_several_words_signs_on_pages_alone(menu: tuple[str, ...], names: list[str]) -> None:
    assert authors(article(*menu, TITLE, "Written by annlee on March 20, 2014", A, B, C)) == names


@pytest.mark.parametrize("link", ["Harbour Gazette weekend", "Old mole of Norrstad sold"])
def test_a_link_and_a_slogan_that_is_a_sentence_are_not_headline_and_deck_above_a_signed_headline(link: str) -> None:
    slogan = "We tell the stories of the harbour that nobody else tells you in the town."
    found = article(*MENU, link, slogan, TITLE, "By Ann Lee", A, B, C)
    assert (found.headline, deck(found)) == (TITLE, "")


@pytest.mark.parametrize(
    "line",
    [
        "JavaScript must be enabled to play this video",
        "언론사를 구독하면 메인에서 바로 볼 수 있어요!",
        "You need to enable JavaScript",
    ],
)
def test_what_a_page_says_of_itself_is_no_headline(line: str) -> None:
    assert title(article(*MENU, line, "Harbour", TITLE, "14 September 2022", A, B, C)) == TITLE


def test_a_question_above_a_wide_line_is_the_headline() -> None:
    asks = "Can you hear a forest grow?"
    wide = "Biologists hang microphones in a thousand trees and warn that what they hear is not the wood but the water"
    text = "A forest may be heard, but its trunks lead water through pipes finer than a hair, the office said."
    found = article(*MENU, asks, wide, "Share", "Ann Lee", "14 September 2022", text, A, B, C)
    assert (title(found), deck(found)) == (asks, wide)
