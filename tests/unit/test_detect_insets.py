# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line)
"""Lines set amid the text that head nothing of it: titles of videos and other stories, portraits, what was said."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.support.detection import FERRY, MENU, article

from docforge.model import Article

TITLE = "The ferry sails again after the storm"
A = "The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the mole."
B = "Two tugs and a crane have been at work since then, Marit Olsen said, and the last stones were laid on Friday evening."
C = "Passengers who had bought a ticket for the missing days can have their money back until the end of the month."
D = "The mole is older than the town, and stones of it were taken for the church when the first harbour was given up."


def page(*lines: str) -> Article:
    """Return the article of *lines* amid the wording of a page."""
    return article(*MENU, TITLE, "By Ann Lee", A, B, *lines, C, D, "Share", "Print", "Comments")


def clean(*lines: str) -> Article:
    return article(TITLE, "By Ann Lee", A, B, *lines, C, D)


def kind(found: Article, text: str) -> str:
    return next(block.KIND for block in found.blocks if block.text == text)


def heads(found: Article) -> list[str]:
    return [block.text for block in found.blocks if block.KIND == "crosshead"]


@pytest.mark.parametrize(
    "notice",
    [
        "To view this video please enable JavaScript, and consider upgrading to a web browser that supports HTML5 video",
        "We apologize, but this video has failed to load.",
        "Para ver este video, favor activar JavaScript y considerar cambiar a un navegador web que soporte video HTML5",
        "Чтобы посмотреть это видео, пожалуйста, включите JavaScript и обновите браузер",
        "Ihr Browser kann dieses Video nicht abspielen.",
    ],
)
def test_a_title_above_the_notice_of_a_player_is_that_of_a_video(notice: str) -> None:
    assert kind(page("How is a mole built?", notice), "How is a mole built?") == "furniture"


@pytest.mark.parametrize(
    "below",
    [
        "To view the mole, walk along the quay behind the church until the third bollard.",
        "Um das Video eines Flashmobs auf der Mole ist ein Streit zwischen der Stadt und dem Hafenamt entbrannt.",
        "Um das Videospiel aus dem Hafen ist im Browser ein Streit entbrannt, sagte ein Sprecher der Stadt am Montag.",
        "Um das Video aus dem Browsergame ist ein Streit zwischen der Stadt und dem Hafenamt entbrannt.",
        "To watch this video of the flash flood, hundreds of people came to the quay on Tuesday, the mayor said.",
        C,
    ],
)
def test_a_heading_above_a_sentence_about_a_view_stays_one(below: str) -> None:
    assert heads(page("How is the mole built?", below)) == ["How is the mole built?"]


BROKE = "How the mole broke in the storm"


@pytest.mark.parametrize("label", ["Video", "Grafik", "Podcast"])
@pytest.mark.parametrize("below", [("Photo: Ann Lee",), ("Share",), (FERRY[4], "Video"), (FERRY[4], "Photo: Ann Lee")])
def test_a_title_below_a_label_is_that_of_what_the_label_announces(label: str, below: tuple[str, ...]) -> None:
    assert heads(page(label, BROKE, *below)) == []


def test_a_title_below_a_label_of_links_is_that_of_another_story() -> None:
    assert heads(page("Related article", BROKE)) == []


@pytest.mark.parametrize("label", ["Video", "Photo", "Podcast"])
def test_a_heading_below_a_lone_label_stays_one(label: str) -> None:
    assert heads(page(label, BROKE)) == [BROKE]


def test_titles_below_labels_that_a_page_sets_often_are_those_of_boxes() -> None:
    labelled = ("Video", BROKE, FERRY[3], "Podcast", "What the master says", FERRY[4], C, "Grafik", "The old stones")
    assert heads(page(*labelled)) == []


@pytest.mark.parametrize("label", ["Advertisement", "Story continues below"])
def test_a_heading_below_an_advert_stays_one(label: str) -> None:
    assert heads(page(label, "How the mole broke in the storm")) == ["How the mole broke in the storm"]


def test_a_title_above_a_teaser_that_closes_with_its_date_is_that_of_another_story() -> None:
    teaser = "Half the town came to the quay when the first stones were brought by ship. (31.05.2019)"
    assert kind(page("A church of old stones", teaser), "A church of old stones") == "furniture"


def test_a_year_in_brackets_at_the_end_dates_no_teaser() -> None:
    told = "Half the town came to the quay when the first stones of the mole were brought by ship (2019)."
    assert heads(page("A church of old stones", told)) == ["A church of old stones"]


@pytest.mark.parametrize(
    "lines", [("Where the stones come from", "31. 5. 2019 17:45"), ("31.05.2019", "Where the stones come from")]
)
def test_a_title_beside_a_lone_date_is_that_of_another_story(lines: tuple[str, ...]) -> None:
    assert kind(page(*lines), "Where the stones come from") == "furniture"


@pytest.mark.parametrize("line", ["What happened on 31 May 2019", "31 May 2019: the first stones"])
def test_a_heading_with_a_date_in_it_stands_beside_none(line: str) -> None:
    assert kind(page(line), line) != "furniture"


ENTRIES = ("Where the stones come from", "Money for the mole", "At sea again")


def dated(days: tuple[str, ...]) -> list[str]:
    """Return entries with a date below each title."""
    told = zip(ENTRIES, days, (FERRY[2], FERRY[3], FERRY[4]), strict=True)
    return [line for name, day, text in told for line in (name, day, text)]


def test_titles_above_dates_in_order_are_those_of_a_chronology() -> None:
    assert heads(page(*dated(("3.4.2020", "4.5.2020", "5.6.2020")))) == list(ENTRIES)


@pytest.mark.parametrize("days", [("5.6.2020", "4.5.2020", "3.4.2020"), ("3.4.2020", "3.4.2020", "3.4.2020")])
def test_titles_above_dates_with_the_latest_first_or_of_one_day_are_those_of_other_stories(
    days: tuple[str, ...],
) -> None:
    assert heads(page(*dated(days))) == []


@pytest.mark.parametrize(
    ("days", "found"),
    [
        (("(01.06.2019)", "(02.06.2019)", "(04.06.2019)"), list(ENTRIES)),
        (("(01.06.2019)", "(01.06.2019)", "(01.06.2019)"), list(ENTRIES)),
        (("(04.06.2019)", "(02.06.2019)", "(01.06.2019)"), []),
    ],
)
def test_paragraphs_that_close_with_their_days_in_order_are_no_teasers(days: tuple[str, ...], found: list[str]) -> None:
    told = zip(ENTRIES, (FERRY[2], FERRY[3], FERRY[4]), days, strict=True)
    assert heads(page(*[line for name, text, day in told for line in (name, f"{text} {day}")])) == found


@pytest.mark.parametrize(
    "field",
    [
        "By signing up you agree to the terms of the harbour office.",
        "Enter your email",
        "E-Mail-Adresse",
        "Votre adresse e-mail",
    ],
)
def test_a_newsletter_is_named_above_the_field_for_an_address(field: str) -> None:
    told = "We write to you every Friday about the ferry, the mole and the people who work in the harbour."
    assert kind(page("The Harbour Letter", told, field), "The Harbour Letter") == "furniture"


@pytest.mark.parametrize("field", ["Enter your email", "Sign up here", "Thanks for signing up!"])
@pytest.mark.parametrize(
    "told",
    [D, "Engineers look at the wall, and “you see every stone”, one of them said by the church on Monday."],
)
def test_a_heading_stays_one_where_a_field_stands_below_its_first_paragraph(told: str, field: str) -> None:
    assert heads(page("Next steps", told, field)) == ["Next steps"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Next tides", "The harbour office tells of boats and of the mole, every Friday in your inbox."),
        ("Am Kai", "Der Newsletter aus dem Hafen erzählt jeden Freitag von Booten und von der alten Mole."),
        ("Vom Hafen per Mail", "Jeden Freitag berichtet das Hafenamt von Booten und von der alten Mole der Stadt."),
        ("Next tides", "Join the people of the harbour who read of boats, of stones and of the old mole."),
    ],
)
def test_a_newsletter_is_told_of_above_the_field(name: str, told: str) -> None:
    assert kind(page(name, told, "Enter your email"), name) == "furniture"


def test_a_heading_above_text_about_a_letter_stays_one() -> None:
    told = "The office writes to its passengers every Friday about the ferry, the mole and the harbour."
    assert heads(page("A letter from the harbour", told)) == ["A letter from the harbour"]


@pytest.mark.parametrize(
    "line", ["Waves break the old mole – video", "Wellen brechen die Mole - Video", "Волны ломают мол — видео"]
)
def test_a_title_that_closes_with_its_medium_is_that_of_a_video(line: str) -> None:
    assert kind(page(line), line) == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "The mole on video",
        "Stones – and a mole",
        "Half-video, half-photo",
        "A wall in the storm – image",
        "A night by the wall – watch",
        "The sea – listen",
    ],
)
def test_a_heading_may_name_a_medium(line: str) -> None:
    assert heads(page(line)) == [line]


def gallery(name: str) -> Article:
    told = [A.replace("Monday", day) for day in ("Tuesday", "Wednesday", "Thursday")]
    titles = ("The first stones", "The wall is broken", "Boats in the rain")
    return page(*[line for title, text in zip(titles, told, strict=True) for line in (name, title, text)])


def test_pictures_of_a_gallery_are_no_chapters() -> None:
    assert heads(gallery("The mole and the storm in pictures")) == []


def test_headings_below_a_repeated_advert_are_chapters() -> None:
    assert heads(gallery("Advertisement")) == ["The first stones", "The wall is broken", "Boats in the rain"]


def test_one_item_amid_the_text_is_a_link_and_two_are_none() -> None:
    one, two = (
        "• Cod and cream: seven dishes of the outer islands",
        "• Puffins: a year among the birds of the far north",
    )
    assert kind(page(one), one) == "furniture"
    assert "furniture" not in {kind(page(one, two), one), kind(page(one, two), two)}


def test_a_brief_heading_may_be_the_only_line_with_a_bullet() -> None:
    assert heads(page("• Next steps")) == ["• Next steps"]


SAID_BELOW = "The ferry, the harbour office and the mole after the storm"


@pytest.mark.parametrize(
    "lines",
    [
        (SAID_BELOW, "To view this video please enable JavaScript"),
        ("Video", SAID_BELOW, FERRY[3], "Photo: Ann Lee"),
        ("• " + SAID_BELOW,),
    ],
)
def test_what_the_text_says_too_is_never_taken_out(lines: tuple[str, ...]) -> None:
    line = next(one for one in lines if SAID_BELOW in one)
    assert kind(page(*lines), line) in {"paragraph", "crosshead"}


@pytest.mark.parametrize(
    "told",
    [
        "This video is not available to the court, the harbour office said on Monday, and asked for another day.",
        "Email addresses of four hundred passengers were open to everybody for two days, the office said on Monday.",
        "I'm in the harbour office when the first boat leaves, the master said, and so is the mayor of the town.",
    ],
)
def test_a_heading_above_prose_that_opens_like_a_form_stays_one(told: str) -> None:
    assert heads(page("A gap in the wall", told)) == ["A gap in the wall"]


def test_a_heading_stays_one_where_a_field_for_an_address_stands_in_its_section() -> None:
    assert "Stones for the mole" in heads(page("Stones for the mole", FERRY[2], "Enter your email"))


def test_the_dates_of_a_chronology_make_no_page() -> None:
    entries = ("First stones", "3.4.2020", A, "Money for the mole", "4.5.2020", C, "At sea again", "5.6.2020", D)
    assert heads(article(TITLE, B, *entries)) == ["First stones", "Money for the mole", "At sea again"]


def test_a_fact_that_closes_each_entry_names_no_gallery() -> None:
    fact = "Book a table by phone"
    lines = ("Harbour Inn", A, fact, "The Old Lighthouse", C, fact, "Quay Kitchen", D, fact)
    assert {"The Old Lighthouse", "Quay Kitchen"} <= set(heads(page(*lines)))


@pytest.mark.parametrize("line", ["Jackson Hole, Wyoming", "Charlotte Harbor, Florida"])
def test_a_place_is_no_portrait(line: str) -> None:
    told = (
        f"Many people of the town went to {line.partition(',')[0]} in spring, and the mayor was among them that week."
    )
    assert heads(page(line, told)) == [line]


def test_a_person_whom_the_next_paragraph_tells_of_may_head_it() -> None:
    told = "Marit Olsen was born by the lighthouse, and wants to move the ferries to the northern quay for good."
    assert heads(clean("Marit Olsen", told)) == ["Marit Olsen"]


def test_a_sentence_said_amid_the_text_of_a_page_is_text() -> None:
    assert kind(page("“It is over.”"), "“It is over.”") == "paragraph"


@pytest.mark.parametrize("line", ["Marit Olsen", "Marit Olsen, harbour master"])
@pytest.mark.parametrize("made", [page, clean])
def test_a_name_of_the_text_stands_below_a_portrait(line: str, made: type) -> None:
    assert heads(made(line)) == []


@pytest.mark.parametrize("line", ["Anna Berg", "Olsen", "Marit Olsen takes over", "The Harbour Office"])
def test_what_names_nobody_of_the_text_may_head_it(line: str) -> None:
    assert heads(clean(line)) == [line]


def test_names_in_a_series_are_headings() -> None:
    people = ["Marit Olsen", "Anna Berg", "Peter Holm"]
    told = [
        f"{name} came to the harbour as a child, and has mended nets, moles and boats there for thirty years."
        for name in people
    ]
    lines = [line for pair in zip(people, told, strict=True) for line in pair]
    assert heads(article(TITLE, A, B.replace("Marit Olsen", "the office"), *lines, C)) == people


PAIR = "Marit Olsen and Anna Berg, who mend nets, have been in the harbour office since the first hours of Monday."
WIDE = " ".join((FERRY[2], FERRY[3], FERRY[4]))


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_two_names_between_paragraphs_of_clean_copy_are_headings(between: str) -> None:
    lines = (TITLE, A, PAIR, "Marit Olsen", FERRY[2], "Anna Berg", D)
    assert heads(article(*lines, between=between)) == ["Marit Olsen", "Anna Berg"]


@pytest.mark.parametrize("lines", [("Marit Olsen", FERRY[2], "Marit Olsen"), ("Marit Olsen", "Anna Berg")])
def test_one_name_twice_or_two_below_each_other_are_no_headings(lines: tuple[str, ...]) -> None:
    assert heads(article(TITLE, A, PAIR, *lines, C, D)) == []


@pytest.mark.parametrize(
    ("above", "found"), [(WIDE, ["Marit Olsen", "Anna Berg"]), ("I saw the mole break and ran, as we all did.", [])]
)
def test_two_names_amid_a_page_are_headings_below_what_is_no_quotation(above: str, found: list[str]) -> None:
    lines = (above, "Marit Olsen", A, above.replace("the", "that"), "Anna Berg")
    assert heads(article(*MENU, TITLE, PAIR, B, *lines, C, D)) == found


@pytest.mark.parametrize("made", [page, clean])
def test_titles_in_a_series_may_keep_their_full_stop_inside(made: Callable[..., Article]) -> None:
    songs = ("“The Wall.”", "“Winter Storms.”", "“A Night by the Sea.”")
    lines = [line for pair in zip(songs, (FERRY[2], FERRY[3], FERRY[4]), strict=True) for line in pair]
    assert heads(made(*lines)) == list(songs)


@pytest.mark.parametrize(
    "said",
    [
        ("“The Wall.”", "“Winter Storms.”"),
        ("“No.”", "“Yes.”", "“Perhaps.”"),
        ("“It is.”", "“So it was.”", "“We all ran.”"),
    ],
)
def test_what_is_said_again_and_again_is_no_series_of_titles(said: tuple[str, ...]) -> None:
    lines = [line for pair in zip(said, FERRY[2:], strict=False) for line in pair]
    assert heads(clean(*lines)) == []


@pytest.mark.parametrize(
    "line", ["“The mole is gone.”", '"We saw it break."', "»Die Mole ist weg.«", "„To już koniec mola.”"]
)
@pytest.mark.parametrize("made", [page, clean])
def test_a_whole_sentence_in_quotation_marks_heads_nothing(line: str, made: type) -> None:
    assert heads(made(line)) == []


@pytest.mark.parametrize("line", ["“The mole is gone”", '"We saw it break"', "»Die Mole ist weg!«"])
def test_a_quotation_without_a_full_stop_may_head_the_text(line: str) -> None:
    assert heads(clean(line)) == [line]


@pytest.mark.parametrize(
    "lines",
    [("“New stones”", "“Old stones”", "“No stones at all”"), ("„Neue Steine“", "„Alte Steine“"), ("“新石”", "“旧石”")],
)
def test_quotations_below_each_other_are_items(lines: tuple[str, ...]) -> None:
    assert heads(page(*lines)) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("Who builds the mole?", "Who pays for it?", "Who will use it?"),
        ("Wer baut die Mole?", "Wer zahlt?", "Wer nutzt sie?"),
        ("谁来修码头？", "谁来付钱？", "谁来使用？"),
    ],
)
def test_the_last_of_three_questions_heads_nothing(lines: tuple[str, ...]) -> None:
    assert lines[2] not in heads(clean(*lines))


def test_of_two_questions_the_second_may_head_the_text() -> None:
    assert "Who pays for it?" in heads(clean("But who builds the mole?", "Who pays for it?"))


def test_one_question_may_head_the_text() -> None:
    assert heads(clean("Who builds the mole?")) == ["Who builds the mole?"]


def test_a_quotation_above_a_paragraph_that_opens_with_one_may_head_it() -> None:
    told = "“Nobody knew how many stones it would take, and nobody asked,” she said in the office by the church."
    assert heads(clean("“Nobody asked”", told)) == ["“Nobody asked”"]


@pytest.mark.parametrize("line", ["The new mole seen from the church tower (", "Die neue Mole [", "新しい防波堤（"])
def test_a_caption_that_breaks_off_before_its_credit_heads_nothing(line: str) -> None:
    assert heads(clean(line)) == []


def test_the_title_of_a_video_is_no_deck() -> None:
    found = article(
        *MENU, TITLE, "By Ann Lee", "The mole broke: see how the waves took it", "01:40 - Source: Channel 9", *FERRY
    )
    assert [block.text for block in found.blocks if block.KIND == "subheadline"] == []


LINKS = [
    "Nets, moles and boats: a family tells of its harbour",
    "Whose stones are in the walls of the old church?",
    "How the fishermen of the islands live through winter",
]
DECK = "Town counts what the storm took and asks who will pay for the mole"
CAPTION = "The mole of the harbour before the storm took its lighthouse"


def decks(found: Article) -> list[str]:
    return [block.text for block in found.blocks if block.KIND == "subheadline"]


@pytest.mark.parametrize(
    "lines",
    [LINKS, ["Related posts", "Of nets and of boats in winter", "On stones and churches of old", "Cod with cream"]],
)
def test_links_near_each_other_below_the_byline_are_no_deck(lines: list[str]) -> None:
    assert decks(article(*MENU, TITLE, "By Ann Lee", *lines, *FERRY)) == []


def test_one_of_two_lines_below_byline_and_date_may_be_the_deck() -> None:
    assert decks(article(*MENU, TITLE, "By Ann Lee", "May 3, 2020", DECK, CAPTION, *FERRY)) != []


def test_two_lines_right_below_the_headline_may_hold_the_deck() -> None:
    found = article(*MENU, TITLE, *LINKS, "By Ann Lee", *FERRY)
    assert [block.text for block in found.blocks if block.KIND == "subheadline"] != []


@pytest.mark.parametrize("head", ["Updated: 28 April 2023", "28 April 2023"])
def test_the_date_of_another_story_amid_the_text_is_not_the_articles(head: str) -> None:
    found = article(*MENU, TITLE, head, A, B, "Analysis 11 April 2022", "How the mole was built", C, D)
    days = {day.iso for day in (found.published, found.updated) if day is not None}
    assert days == {"2023-04-28"}


def test_a_date_amid_the_text_is_the_articles_where_its_head_has_none() -> None:
    found = article(TITLE, A, B, "11 April 2022", C, D)
    assert found.published is not None and found.published.iso == "2022-04-11"
