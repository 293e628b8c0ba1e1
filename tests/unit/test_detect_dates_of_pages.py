# SPDX-License-Identifier: Apache-2.0
"""Which of the dates on a page is that of the text."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, MENU, article

from docforge.context import Context
from docforge.detect import DetectSettings, detect
from docforge.diagnostics import Report
from docforge.reading import read_source


def test_dates_above_titles_of_other_stories_are_not_the_date_of_this_one() -> None:
    others = ("Latest news", "May 3, 2022", "Fog on the sound", "May 2, 2022", "Fishermen ask town for lower fees")
    assert article("The ferry sails again", "", *FERRY[:3], "", *others).published is None


@pytest.mark.parametrize(
    "others", [(), ("Latest news", "May 3, 2022", "Fog on the sound", "May 2, 2022", "Lower fees")]
)
def test_a_date_right_below_the_text_is_its_own(others: tuple[str, ...]) -> None:
    found = article("The ferry sails again", "", *FERRY[:3], "May 7, 2022", *others)
    assert found.published is not None and found.published.iso == "2022-05-07"


def test_the_only_date_above_the_text_counts_though_dates_of_other_stories_look_like_it() -> None:
    titles = ("Fog on the sound", "Lower fees for boats", "A new crane", "The fish hall has a roof")
    others = [line for day, title in enumerate(titles, 10) for line in (f"{day}.02.2026, 20:00", title)]
    found = article(
        "31.01.2025, 23:59", "Harbour", "The ferry sails again after the storm", *FERRY[:3], "Most popular", *others
    )
    assert found.published is not None and found.published.iso == "2025-01-31"


def test_a_date_between_headline_and_text_counts_before_that_of_the_visit() -> None:
    found = article(
        "Monday, May 6, 2024", *MENU, "The ferry sails again after the storm", "August 25, 2016", *FERRY[:3]
    )
    assert found.published is not None and found.published.iso == "2016-08-25"


def test_a_date_right_above_the_headline_counts_before_one_below_it() -> None:
    found = article("December 23, 2016", "The ferry sails again after the storm", "December 24, 2016", *FERRY[:3])
    assert found.published is not None and found.published.iso == "2016-12-23"


def test_a_full_date_says_more_than_the_same_day_without_its_year() -> None:
    found = article("The ferry sails again after the storm", "Monday, 12 August, 11:42", *FERRY[:3], "12 August 2024")
    assert found.published is not None and found.published.iso == "2024-08-12"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("13th Jul , 2016", "2016-07-13"),
        ("13 July , 2016", "2016-07-13"),
        ("Wednesday, July 13 , 2016", "2016-07-13"),
        ("July 13 , 2016", "2016-07-13"),
    ],
)
def test_a_blank_before_the_comma_of_a_date_says_nothing(text: str, iso: str) -> None:
    found = article("The ferry sails again after the storm", text, *FERRY[:3])
    assert found.published is not None and found.published.iso == iso


def test_a_later_date_below_the_headline_is_that_of_an_event() -> None:
    found = article("2022-03-07", "Share", "Summer festival returns to the old mole", "10 June 2022", *FERRY[:3])
    assert found.published is not None and found.published.iso == "2022-03-07"


def test_the_day_below_the_writer_of_a_letter_is_its_date() -> None:
    found = article("To the Editor:", "", *FERRY[:2], "", "Ann Lee", "Norrstad, March 3, 2022")
    assert found.published is not None and found.published.iso == "2022-03-03"


@pytest.mark.parametrize("above", [("Share",), MENU])
def test_a_day_without_its_year_above_a_page_is_completed_below_the_headline(above: tuple[str, ...]) -> None:
    found = article(
        "Monday, August 12, 11:42 a.m.", *above, "The ferry sails again after the storm", "August 12, 2024", *FERRY[:3]
    )
    assert found.published is not None and found.published.iso == "2024-08-12"


@pytest.mark.parametrize(
    ("above", "below", "iso"),
    [
        ("12 August 2023", "12 August 2024", "2023-08-12"),  # the day has its year
        ("Monday, 12 August, 11:42", "14 August 2024", "--08-12"),  # of another day
        ("Monday, 12 August, 11:42", "August 2024", "--08-12"),
    ],
)
def test_a_date_below_the_text_that_does_not_complete_the_first_is_of_something_else(
    above: str, below: str, iso: str
) -> None:
    found = article("The ferry sails again after the storm", above, *FERRY[:3], below)
    assert found.published is not None and found.published.iso == iso


@pytest.mark.parametrize(
    "lines",
    [
        ("May 6, 2024", *MENU, "The ferry sails again after the storm", "", *FERRY[:3], "August 25, 2016"),
        ("May 6, 2024", *MENU, "The ferry sails again after the storm", *FERRY[:2], "August 25, 2016", *FERRY[2:]),
        ("Posted on May 6, 2024", *MENU, "The ferry sails again after the storm", "August 25, 2016", *FERRY[:3]),
        ("May 6, 2024", *MENU, "The ferry sails again after the storm", "June 10, 2024", *FERRY[:3]),
    ],
)
def test_the_first_date_stays_that_of_the_text_where_none_below_the_headline_is_better(lines: tuple[str, ...]) -> None:
    found = article(*lines)
    assert found.published is not None and found.published.iso == "2024-05-06"


@pytest.mark.parametrize("label", ["Share", "Latest news"])
def test_one_date_below_page_wording_under_the_text_is_its_own(label: str) -> None:
    found = article("The ferry sails again", "", *FERRY[:3], "", label, "May 3, 2022")
    assert found.published is not None and found.published.iso == "2022-05-03"


def test_the_day_of_the_visit_right_above_the_headline_of_a_page_is_not_its_date() -> None:
    found = article(
        *MENU, "Thursday, 02-Feb-2017 15:37:30", "The ferry sails again after the storm", "30/01/2017 02:02", *FERRY[:3]
    )
    assert found.published is not None and found.published.iso == "2017-01-30"


def test_the_day_of_the_visit_above_a_headline_that_stands_twice_is_not_its_date() -> None:
    title = "The ferry sails again after the storm"
    found = article(
        *MENU, "Today: Tuesday, 9 December 2025", title, "418", "Friday, 14 March 2025, 11:37", title, *FERRY[:3]
    )
    assert found.published is not None and found.published.iso == "2025-03-14"


@pytest.mark.parametrize(
    "line", ["Meeting: March 12, 2024", "Sitzung: 12.03.2024", "Tickets from March 12, 2024", "Réunion : 12 mars 2024"]
)
def test_the_day_of_an_event_above_the_headline_counts_no_more_than_the_first(line: str) -> None:
    found = article(*MENU, "March 14, 2024", line, "The ferry sails again after the storm", "By Ann Lee", *FERRY[:3])
    assert found.published is not None and found.published.iso == "2024-03-14"


def test_a_place_before_the_day_below_the_headline_names_no_event() -> None:
    found = article(*MENU, "March 14, 2024", "The ferry sails again", "Norrstad, March 12, 2024", *FERRY[:3])
    assert found.published is not None and found.published.iso == "2024-03-12"


def test_a_date_below_the_deck_counts_though_other_stories_amid_the_text_have_theirs() -> None:
    deck = "A deck tells what the story is about, and the old mole has been repaired with money from the town."
    others = ("Related Articles", "• Fog on the sound", "25 Sep 2011", "• Lower fees for boats", "21 Sep 2011")
    found = article("The ferry sails again after the storm", deck, "05 Oct 2011", *FERRY[:2], *others, *FERRY[2:])
    assert found.published is not None and found.published.iso == "2011-10-05"


def test_a_labelled_date_below_the_text_counts_before_that_of_the_visit() -> None:
    title = "The ferry sails again after the storm"
    found = article("Tuesday, January 20th, 2026", title, *FERRY[:3], "Publish Date : 11 June 2019 16:40 PM")
    assert found.published is not None and found.published.iso == "2019-06-11"


@pytest.mark.parametrize(
    ("skip", "date", "below"),
    [
        ("Skip to main content", "Tuesday, 18 March 2025", "Menu"),
        ("Skip to content", "March 18, 2025 9:40 pm", "Home"),
        ("Zum Hauptinhalt springen", "Dienstag, 18. März 2025", "Anzeige"),
        ("Przejdź do głównych treściPrzejdź do wyszukiwarki", "wtorek, 18 marca 2025 21:40", "Reklama"),
        ("Aller au contenu principal", "mardi 18 mars 2025", "Menu"),
    ],
)
def test_the_date_between_skip_links_and_page_wording_is_that_of_the_visit(skip: str, date: str, below: str) -> None:
    read = article(skip, date, below, "Ferry sails again three weeks after the storm", *FERRY)
    assert not any(block.KIND == "publication_line" for block in read.blocks)


@pytest.mark.parametrize(
    "lines",
    [
        ("Skip to main content", "18 March 2025", "Ferry sails again three weeks after the storm"),
        ("Skip to main content", "Published: 18 March 2025", "Menu", "Ferry sails again three weeks after the storm"),
        ("Harbour Gazette", "18 March 2025", "Share", "Ferry sails again three weeks after the storm"),
        ("Skip to main content", "Menu", "Ferry sails again three weeks after the storm", "18 March 2025", "Share"),
        ("Skip to main content", "Menu", "18 March 2025", "Ferry sails again three weeks after the storm"),
        ("Menu", "Home", "Share", "Skip to content", "18 March 2025", "Print", "Ferry sails again three weeks after"),
    ],
)
def test_other_dates_above_the_text_of_a_page_are_of_the_article(lines: tuple[str, ...]) -> None:
    read = article(*lines, *FERRY)
    assert [block.KIND for block in read.blocks if "18 March" in block.text] == ["publication_line"]


ZH = (
    "海港办公室星期一表示，渡轮将在风暴摧毁旧码头三周之后重新启航，两艘拖船和一台起重机一直在工作。",
    "最后一批石头已于星期五晚上安放完毕，持有停航期间船票的乘客可以在月底之前在港口领回票款。",
)


@pytest.mark.parametrize(
    "line",
    [
        "上一版3  4下一版 2019年7月5日 星期 放大 缩小 默认",
        "2019年7月5日 上一期 下一期",
        "2019年7月5日 星期五 版面导航 标题导航",
    ],
)
def test_links_beside_the_date_of_a_newspaper_s_page_leave_it_its_date(line: str) -> None:
    read = article("第05版:地方新闻 上一版 下一版", line, "渡轮三周后重新启航", *ZH)
    assert read.headline == "渡轮三周后重新启航"
    assert read.published is not None
    assert read.published.iso == "2019-07-05"


@pytest.mark.parametrize("line", ["2019年7月5日 渡轮 重新 启航 码头", "海港 渡轮 2019年7月5日 重新 启航 码头"])
def test_other_words_beside_a_date_leave_it_none(line: str) -> None:
    read = article("渡轮三周后重新启航", *ZH, line)
    assert read.published is None


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("This report by The Harbour Press was first published March 9, 2024.", "2024-03-09"),
        ("This article was originally published on March 9, 2024.", "2024-03-09"),
        ("This story was first published in the Harbour Post on March 9, 2024.", None),
        ("The list of boats was first published March 9, 2024.", None),
        ("This report on the ferries and on all that sail with them was first published March 9, 2024.", None),
    ],
)  # fmt: skip
def test_a_sentence_about_the_text_states_its_date(line: str, iso: str | None) -> None:
    for menu in ((), MENU):
        found = article(*menu, "The ferry sails again", *FERRY[:4], line)
        assert (found.published and found.published.iso) == iso


def test_a_sentence_about_a_report_amid_the_text_states_no_date() -> None:
    for line in ("This report was first published March 9, 2024.", "The list was first published March 9, 2024."):
        assert article("The ferry sails again", *FERRY[:2], line, *FERRY[2:]).published is None


@pytest.mark.parametrize(
    ("language", "first", "joint", "last"),
    [
        ("en", "10 May 2024", "through", "14 May 2024"),
        ("de", "10. Mai 2024", "bis", "14. Mai 2024"),
        ("fr", "10 mai 2024", "au", "14 mai 2024"),
        ("es", "10 de mayo de 2024", "hasta el", "14 de mayo de 2024"),
        ("pt", "10 de maio de 2024", "até", "14 de maio de 2024"),
        ("it", "10 maggio 2024", "al", "14 maggio 2024"),
        ("nl", "10 mei 2024", "tot", "14 mei 2024"),
        ("sv", "10 maj 2024", "till", "14 maj 2024"),
        ("da", "10. maj 2024", "til", "14. maj 2024"),
        ("no", "10. mai 2024", "til", "14. mai 2024"),
        ("pl", "10 maja 2024", "do", "14 maja 2024"),
        ("cs", "10. května 2024", "až", "14. května 2024"),
        ("ro", "10 mai 2024", "până la", "14 mai 2024"),
        ("bg", "10 май 2024", "до", "14 май 2024"),
        ("ru", "10 мая 2024", "по", "14 мая 2024"),
        ("el", "10 Μαΐου 2024", "έως", "14 Μαΐου 2024"),
        ("id", "10 Mei 2024", "hingga", "14 Mei 2024"),
        ("vi", "10/5/2024", "đến", "14/5/2024"),
        ("zh", "2024年5月10日", "至", "2024年5月14日"),
        ("ja", "2024年5月10日", "～", "2024年5月14日"),
    ],
)
def test_the_days_of_an_event_are_not_the_date_of_the_text(language: str, first: str, joint: str, last: str) -> None:
    def published(line: str) -> str | None:
        report = Report()
        lines = "\n".join(("The ferry sails again after the storm", line, *FERRY[1:4]))
        source = read_source(lines, context=Context.fixed(), report=report)
        found = detect(source, DetectSettings(language=language), report=report).published
        return None if found is None else found.iso

    assert published(first) == "2024-05-10"
    assert published(f"{first} {joint} {last}") is None
