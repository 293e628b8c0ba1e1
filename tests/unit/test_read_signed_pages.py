# SPDX-License-Identifier: Apache-2.0
"""Who wrote a saved web page and when: names beside labels and buttons, dates that are declared or of other things."""

from __future__ import annotations

import json
import time

import pytest

import docforge
from docforge import Article
from docforge.diagnostics import Report
from docforge.reading.formats.html import HtmlReader

pytest.importorskip("trafilatura")

TEXT = (
    "The harbour of Saltmere opened on Monday, a week after the storm, the board of the port said.",
    "Ships had waited in the roads since the wall of the quay broke, and some had turned to other ports.",
    "The work cost two million pounds, half of which the county will pay over the next four years.",
)
TITLE = "<h1>Harbour reopens after storm</h1>"


def page(above: str, below: str = "", head: str = "", lang: str = "en", title: str = "Harbour reopens") -> str:
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    return (
        f'<!doctype html><html lang="{lang}"><head><title>{title}</title>{head}</head>'
        f"<body><main><article>{above}<div>{text}</div>{below}</article></main></body></html>"
    )


def read(page: str) -> tuple[Article, list[str]]:
    report = Report()
    article = docforge.read(page.encode(), report=report)
    return article, [d.message for d in report]


def of(article: Article, kind: str) -> list[str]:
    return [block.text for block in article.blocks if kind == block.KIND]


@pytest.mark.parametrize(
    ("shown", "authors"),
    [
        ("<div class='author'>Read more</div>", ()),
        ("<div class='author'><a href='/all'>See all articles</a></div>", ()),
        ("<div class='author'><h3>The author</h3></div>", ()),
        ("<div class='autor'>Alle Artikel</div>", ()),
        ("<div class='author'>Fisheries correspondent</div>", ()),
        ("<div class='author'>Photo by Jo Ray</div>", ()),
        ("<div class='byline'>Text: Ann Lee</div><div class='byline'>Photos: Jo Ray</div>", ("Ann Lee",)),
        ("<div class='author'>By Ann Lee; photographs by Jo Ray</div>", ("Ann Lee",)),
        ("<div class='authors'><span>Authors</span> <a href='/1'>Ann Lee</a>, <a href='/2'>Jo Ray</a></div>",
         ("Ann Lee", "Jo Ray")),
        ("<div class='byline'>By Ann Lee <a class='author' href='/f'>Follow Ann</a></div>", ("Ann Lee",)),
        ("<div class='byline'><div>By <a href='/a'>Ann Lee</a></div><div>Fisheries correspondent</div></div>",
         ("Ann Lee",)),
    ],
)  # fmt: skip
def test_what_a_box_of_an_author_holds_beside_names_is_no_author(shown: str, authors: tuple[str, ...]) -> None:
    assert read(page(TITLE + shown))[0].authors == authors


@pytest.mark.parametrize(
    ("shown", "author"),
    [
        ("<div class='author'>Ann Bishop</div>", "Ann Bishop"),
        ("<div class='author'>Gazette staff</div>", "Gazette staff"),
        ("<div class='byline'>Reuters</div>", "Reuters"),
        ("<div class='author'>By Will Follows</div>", "Will Follows"),
    ],
)
def test_names_desks_and_agencies_in_a_box_of_an_author_are_authors(shown: str, author: str) -> None:
    assert read(page(TITLE + shown))[0].authors == (author,)


def test_a_credit_behind_a_byline_is_a_block_of_its_own() -> None:
    article, _ = read(page(TITLE + "<p class='author'>By Ann Lee; photographs by Jo Ray</p>"))
    assert of(article, "byline") == ["By Ann Lee;"]
    assert of(article, "credit_line") == ["photographs by Jo Ray"]


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ("<meta name='dc.creator' content='Lee, Ann'>", ("Ann Lee",)),
        (
            "<meta name='dc.creator' content='Lee, Ann'><meta name='dc.creator' content='Ray, Jo'>",
            ("Ann Lee", "Jo Ray"),
        ),
        ("<meta name='author' content='Lee, Ann; Ray, Jo'>", ("Ann Lee", "Jo Ray")),
        ("<meta name='dc.creator' content='Ann Lee, Jo Ray'>", ("Ann Lee", "Jo Ray")),
    ],
)
def test_names_as_libraries_file_them_are_turned_round(head: str, authors: tuple[str, ...]) -> None:
    assert read(page(TITLE, head=head))[0].authors == authors


def test_a_place_and_an_hour_at_the_end_name_no_author() -> None:
    article, _ = read(page(TITLE, below="<p>Town Hall, 7 pm</p>"))
    assert article.authors == ()
    assert of(article, "byline") == []


@pytest.mark.parametrize(
    ("stated", "lang"),
    [
        ("Sat, 09 Mar 2024 10:00:00 GMT", "en"),
        ("Sat, 09 Mar 2024 10:00:00 GMT", "de"),
        ("March 9, 2024", "en"),
        ("9. März 2024, 10:15", "de"),
        ("2024年3月9日", "zh"),
        ("Sat Mar 09 2024 10:00:00 GMT+0100 (CET)", "en"),
        ("3/9/2024 10:00:00 AM", "en-US"),
    ],
)
@pytest.mark.parametrize("named", ["meta", "json"])
def test_declared_dates_may_be_written_out(stated: str, lang: str, named: str) -> None:
    entry = json.dumps({"@type": "NewsArticle", "datePublished": stated})
    head = f"<script type='application/ld+json'>{entry}</script>"
    head = head if named == "json" else f'<meta name="date" content="{stated}">'
    article, remarks = read(page(TITLE, head=head, lang=lang))
    assert article.published is not None
    assert article.published.iso == "2024-03-09"
    assert not any("not used" in remark for remark in remarks)


@pytest.mark.parametrize("stated", ["3/9/2024 10:00:00 AM", "yesterday", "Sat, 39 Mar 2024 10:00:00 GMT", "0000-00-00"])
def test_a_declared_date_that_is_none_or_two_is_reported(stated: str) -> None:
    article, remarks = read(page(TITLE, head=f'<meta name="date" content="{stated}">'))
    assert article.published is None
    assert any(stated in remark and "not used" in remark for remark in remarks)


def test_a_declared_date_beside_one_that_is_clear_is_not_reported() -> None:
    head = '<meta name="date" content="3/9/2024"><meta name="pubdate" content="2024-03-09">'
    article, remarks = read(page(TITLE, head=head))
    assert article.published is not None
    assert not any("3/9/2024" in remark for remark in remarks)


@pytest.mark.parametrize("named", ["event-date", "date"])
def test_the_day_of_an_event_is_not_that_of_publication(named: str) -> None:
    shown = f"<p class='{named}'>Saturday 16 March 2024, 7 pm</p><p class='posted'>Posted: 9 March 2024</p>"
    article, _ = read(page(TITLE + shown))
    assert article.published is not None
    assert article.published.iso == "2024-03-09"


CARD = "<a href='/mill'>Old mill burns down</a>", "<time datetime='2020-01-01'>1 January 2020</time>"


@pytest.mark.parametrize("card", [f"<div>{CARD[0]} {CARD[1]}</div>", f"<div><h3>{CARD[0]}</h3>{CARD[1]}</div>"])
@pytest.mark.parametrize("place", ["above", "below"])
def test_the_day_beside_the_title_of_another_story_is_not_that_of_the_article(card: str, place: str) -> None:
    article, _ = read(page(card + TITLE if place == "above" else TITLE, below=card if place == "below" else ""))
    assert article.published is None


def test_a_day_beside_a_linked_name_or_section_stays() -> None:
    for link in ("<a href='/lee'>Ann Lee</a>", "<a href='/n'>News</a>"):
        article, _ = read(page(TITLE, below=f"<p>{link} <time>9 March 2024</time></p>"))
        assert article.published is not None


def test_declared_authors_are_worked_out_once() -> None:
    count = 2000
    names = [f"Ann L{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}" for n in range(count)]
    entry = json.dumps({"@type": "NewsArticle", "author": [{"name": name} for name in names]})
    lines = "".join(f"<p>Line {n}</p>" for n in range(count))
    metas = "".join(f"<meta name='author' content='{name}'>" for name in names)
    pages = (
        page(TITLE, lines, f"<script type='application/ld+json'>{entry}</script>"),
        page(TITLE, head=metas, title="Harbour" + " - ab" * 10 * count),
    )
    started = time.process_time()
    for own in pages:
        HtmlReader().read(own.encode(), encoding=None, where="", report=Report())
    assert time.process_time() - started < 5
