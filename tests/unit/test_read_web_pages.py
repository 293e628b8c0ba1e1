# SPDX-License-Identifier: Apache-2.0
"""Saved web pages: what the markup says of headline, deck, byline, date, captions and boxes is believed."""

from __future__ import annotations

import json
import plistlib
import time
from collections.abc import Callable
from email.charset import QP, Charset
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from pathlib import Path

import pytest

import docforge
from docforge import Article
from docforge.diagnostics import Report
from docforge.errors import InputError, LimitError
from docforge.reading.formats.blocks import pieces_of
from docforge.reading.formats.page.blocks import page_blocks
from docforge.reading.formats.page.declared import Declared
from docforge.reading.formats.page.story import Story
from docforge.reading.formats.xml import parse_html

pytest.importorskip("trafilatura")


def read(page: str) -> tuple[Article, list[str]]:
    report = Report()
    article = docforge.read(page.encode(), report=report)
    assert "".join("".join(b.text.split()) for b in article.blocks) == "".join(article.text.split()), "nothing is lost"
    return article, [d.message for d in report]


def parts(article: Article) -> list[tuple[str, str]]:
    return [(block.KIND, block.text) for block in article.blocks]


def of(article: Article, *kinds: str) -> list[str]:
    return [block.text for block in article.blocks if block.KIND in kinds]


GERMAN = """<!doctype html><html lang="de"><head><title>Fähre nach Sandholm fährt wieder | Küstenbote</title>
<meta property="og:title" content="Fähre nach Sandholm fährt wieder"><meta property="og:site_name" content="Küstenbote">
</head><body class="has-sidebar comments-open"><header><h1 class="logo"><a href="/">Küstenbote</a></h1>
<nav><ul><li><a href="/p">Politik</a></li><li><a href="/s">Sport</a></li></ul></nav></header>
<main><article><header><span class="article__dachzeile">Verkehr</span>
<h2 class="article__headline">Fähre nach Sandholm fährt wieder</h2>
<p class="article__vorspann">Nach elf Tagen Sturm legt die Fähre wieder ab. Die Insel atmet auf, der Bäcker auch.</p>
<div class="article__byline">Von <a rel="author" href="/a">Anke Sievers</a></div>
<div class="article__date"><time datetime="2024-03-09T07:30+01:00">9. März 2024, 7.30 Uhr</time></div>
<div class="share"><ul><li class="byline-share"><a href="#">Facebook</a></li><li><a href="#">Drucken</a></li>
</ul></div></header>
<figure><img src="f.jpg"><figcaption>Die Fähre am Anleger von Sandholm.
<span class="credit">Foto: Jens Ohm</span></figcaption>
</figure><div class="article__body">
<p>Sandholm. Am Samstagmorgen um sechs Uhr legte die Fähre mit 48 Gästen und einem Milchwagen an Bord ab.</p>
<p>„Wir sind froh“, sagte Kapitän Uwe Harms. Elf Tage lang hatte der Wind mit bis zu zehn Stärken geweht.</p>
<h3>Milch und Zeitungen</h3>
<p>Auf der Insel war die Milch am vierten Tag ausgegangen, die Zeitungen schon am ersten, wie der Kaufmann sagte.</p>
<aside class="related"><h3>Mehr zum Thema</h3><ul><li><a href="/1">Wie der Sturm die Deiche traf</a></li></ul></aside>
<p>Der nächste Sturm ist für Mittwoch angekündigt. Bis dahin soll die Fähre alle zwei Stunden fahren.</p>
</div></article></main><section id="comments"><h3>Kommentare</h3>
<p>Endlich! Ich habe elf Tage auf mein Paket gewartet und konnte es heute Morgen abholen.</p></section>
<footer>© Küstenbote</footer></body></html>"""


def test_a_page_that_names_its_parts() -> None:
    article, remarks = read(GERMAN)
    assert parts(article) == [
        ("kicker", "Verkehr"),
        ("headline", "Fähre nach Sandholm fährt wieder"),
        ("subheadline", "Nach elf Tagen Sturm legt die Fähre wieder ab. Die Insel atmet auf, der Bäcker auch."),
        ("byline", "Von Anke Sievers"),
        ("publication_line", "9. März 2024, 7.30 Uhr"),
        ("caption", "Die Fähre am Anleger von Sandholm. Foto: Jens Ohm"),
        (
            "paragraph",
            "Sandholm. Am Samstagmorgen um sechs Uhr legte die Fähre mit 48 Gästen und einem Milchwagen an Bord ab.",
        ),
        (
            "paragraph",
            "„Wir sind froh“, sagte Kapitän Uwe Harms. Elf Tage lang hatte der Wind mit bis zu zehn Stärken geweht.",
        ),
        ("crosshead", "Milch und Zeitungen"),
        (
            "paragraph",
            "Auf der Insel war die Milch am vierten Tag ausgegangen, die Zeitungen schon am ersten, "
            "wie der Kaufmann sagte.",
        ),
        (
            "paragraph",
            "Der nächste Sturm ist für Mittwoch angekündigt. Bis dahin soll die Fähre alle zwei Stunden fahren.",
        ),
    ]
    assert article.authors == ("Anke Sievers",)
    assert article.published is not None
    assert article.published.iso == "2024-03-09"
    assert any("Endlich" in remark for remark in remarks), "a comment that is left out is named"


FIRST = "The harbour of Saltmere opened on Monday, a week after the storm, the board of the port said."
SECOND = "Ships had waited in the roads since the wall of the quay broke, and some had turned to other ports."
THIRD = "The work cost two million pounds, half of which the county will pay over the next four years."


def page(above: str = "", between: str = "", below: str = "", head: str = "", lang: str = "en") -> str:
    """A page of three paragraphs with something above, between and below them."""
    return (
        f'<!doctype html><html lang="{lang}"><head><title>Harbour reopens after storm - Coastwire</title>{head}</head>'
        f"<body><nav><a href='/'>Home</a> <a href='/s'>Sport</a></nav><main><article>{above}"
        f"<div class='text'><p>{FIRST}</p>{between}<p>{SECOND}</p><p>{THIRD}</p></div>{below}</article></main>"
        "<footer>Copyright Coastwire</footer></body></html>"
    )


FOURTH = "A survey of the sea floor is planned for May, when the water is clearest and the tides are lowest."
TITLE = "<h1>Harbour reopens after storm</h1>"
DECK = "Ships that waited in the roads for a week may come in again"


@pytest.mark.parametrize(
    "element",
    [
        f'<p class="standfirst">{DECK}</p>',
        f'<h2 class="ArticleHeader-subTitle">{DECK}</h2>',
        f'<div itemprop="alternativeHeadline">{DECK}</div>',
        f'<p class="c-article__chapo">{DECK}</p>',
        f'<div class="entradilla"><p>{DECK}</p></div>',
        f'<p class="artikel-ingress">{DECK}</p>',
        f'<p class="perex">{DECK}</p>',
        f'<div class="post-excerpt"><p>{DECK}</p></div>',
        f"<h2>{DECK}</h2>",
    ],
)
def test_a_standfirst_is_told_by_its_name_or_as_a_heading(element: str) -> None:
    article, _ = read(page(TITLE + element))
    assert of(article, "subheadline") == [DECK]


@pytest.mark.parametrize(
    "first",
    [
        f'<p class="intro">{DECK}, the board said.</p>',
        f'<p class="lead">{DECK}, the board said.</p>',
    ],
)
def test_a_lead_among_its_like_is_the_first_paragraph(first: str) -> None:
    article, _ = read(page(TITLE).replace("<p>The harbour", first + "<p>The harbour"))
    assert of(article, "subheadline") == []
    assert of(article, "paragraph")[0].startswith(DECK)


@pytest.mark.parametrize(
    ("element", "authors"),
    [
        ('<div class="byline">By <a rel="author" href="/a">Ann Lee</a></div>', ("Ann Lee",)),
        ('<p class="author vcard"><span class="fn">Ann Lee</span></p>', ("Ann Lee",)),
        ('<span itemprop="author" itemscope><span itemprop="name">Ann Lee</span></span>', ("Ann Lee",)),
        ('<ul class="meta"><li class="post-author"><a href="/a">Ann Lee</a></li></ul>', ("Ann Lee",)),
        ('<p class="author">By <a>Ann Lee</a><span>(Rome, special envoy)</span></p>', ("Ann Lee",)),
        ('<p><a class="author">By Ann Lee<i class="author-office">(Rome)</i></a></p>', ("Ann Lee",)),
        ('<div class="writer"><div>Written by</div><h3><a rel="author">Ann Lee</a></h3></div>', ("Ann Lee",)),
        ('<p class="autor">Ann Lee und Bo Ek</p>', ("Ann Lee", "Bo Ek")),
        ('<p class="signature"><a rel="author">Ann Lee</a>, <a rel="author">Bo Ek</a></p>', ("Ann Lee", "Bo Ek")),
        (
            '<div class="meta"><span class="author">Ann Lee</span><span class="date">9 March 2024</span></div>',
            ("Ann Lee",),
        ),
    ],
)
def test_writers_are_told_by_their_elements(element: str, authors: tuple[str, ...]) -> None:
    article, _ = read(page(TITLE + element))
    assert article.authors == authors


def test_what_is_set_as_a_list_has_no_bullet() -> None:
    above = f'<ul><li>{TITLE}</li><li class="author">Ann Lee</li><li class="date">9 March 2024</li></ul>'
    article, _ = read(page(above, below="<ul><li>One thing to be said here</li><li>One more</li></ul>"))
    assert parts(article)[:3] == [
        ("headline", "Harbour reopens after storm"), ("byline", "Ann Lee"), ("publication_line", "9 March 2024"),
    ]  # fmt: skip
    assert parts(article)[-1] == ("list_item", "• One more")


def test_a_writer_may_stand_above_the_headline_or_below_the_text() -> None:
    element = '<p class="byline">Ann Lee</p>'
    assert read(page(element + TITLE))[0].authors == ("Ann Lee",)
    assert read(page(TITLE, below=element))[0].authors == ("Ann Lee",)


@pytest.mark.parametrize(
    "element",
    [
        '<ul class="share"><li class="byline-fb"><a href="#">facebook</a></li></ul>',
        '<div class="comments"><p class="comment-author">Sea Dog</p></div>',
        '<p class="author">3 comments</p>',
    ],
)
def test_buttons_and_comments_name_no_writer(element: str) -> None:
    assert read(page(TITLE + element))[0].authors == ()


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ('<meta name="author" content="Ann Lee">', ("Ann Lee",)),
        ('<meta name="author" content="Coastwire">', ()),
        ('<meta name="author" content="name, email@host.invalid">', ()),
        ('<meta name="author" content="104363">', ()),
        ('<meta name="author" content="admin">', ()),
        ('<meta name="author" content="Ann Lee"><meta name="author" content="Bo Ek">', ("Ann Lee", "Bo Ek")),
        (
            '<script type="application/ld+json">//<![CDATA[\n{"@type": "WebPage", "mainEntity": {"@type": "Article",'
            ' "author": {"name": ["Ann O&#039;Lee"]}}}\n//]]></script>',
            ("Ann O'Lee",),
        ),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "author": {"@id": "#a"}},'
            ' {"@type": "Person", "@id": "#a", "name": "Ann Lee"}]}</script>',
            ("Ann Lee",),
        ),
        (
            '<script type="application/ld+json">[{"@type": ["Article"], "author": [{"name": "Ann Lee"}, "Bo Ek"]}]'
            "</script>",
            ("Ann Lee", "Bo Ek"),
        ),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Ann Lee",},}}</script>',
            ("Ann Lee",),
        ),
        ('<meta name="author" value="Ann Lee">', ("Ann Lee",)),
    ],
)
def test_a_writer_whom_the_page_does_not_show_is_the_declared_one(head: str, authors: tuple[str, ...]) -> None:
    assert read(page(TITLE, head=head))[0].authors == authors


def stamp(moment: str) -> str:
    return f'<meta property="article:published_time" content="{moment}">'


LINE = '<p class="post-meta"><span class="section">Ports</span><span class="date">9 March 2024</span></p>'


@pytest.mark.parametrize(
    ("above", "head", "day"),
    [
        ('<time datetime="2024-03-09">yesterday</time>', "", "2024-03-09"),
        ('<abbr class="published" title="2024-03-09T10:00:00Z">Saturday</abbr>', "", "2024-03-09"),
        ('<p class="pubdate">9 March 2024</p>', "", "2024-03-09"),
        (LINE, "", "2024-03-09"),
        ("<p>9 March 2024</p>", stamp("2024-03-10T01:00:00Z"), "2024-03-09"),
        ("<p>9 March 2024</p>", stamp("2024-03-14T01:00:00Z"), "2024-03-14"),
        ("", stamp("2024-03-10T01:00:00Z"), "2024-03-10"),
    ],
)  # fmt: skip
def test_the_day_is_that_of_the_page_or_of_its_stamp(above: str, head: str, day: str) -> None:
    """A stamp one day off is in UTC; the page says the day that its readers saw."""
    article, _ = read(page(TITLE + above, head=head))
    assert article.published is not None
    assert article.published.iso == day


def test_the_user_s_date_wins_over_page_and_stamp() -> None:
    head = stamp("2024-03-10T01:00:00Z")
    text = page(TITLE + "<p>9 March 2024</p>", head=head).encode()
    article = docforge.read(text, overrides={"date": "2024-03-10"})
    assert article.published is not None
    assert article.published.iso == "2024-03-10"


@pytest.mark.parametrize(
    ("above", "head", "headline"),
    [
        ("<h1>Coastwire</h1><h2>Harbour reopens after storm</h2>", "", "Harbour reopens after storm"),
        ('<div class="title">Harbour reopens after storm</div>', "", "Harbour reopens after storm"),
        ('<h1 class="entry-title">Saltmere sails again</h1>', "", "Saltmere sails again"),
        ("", "", "Harbour reopens after storm"),
        ("", '<meta property="og:title" content="Ships come in again">', "Ships come in again"),
        ("<h1>After the storm: Harbour reopens</h1>", '<meta property="og:title" content="Harbour reopens">',
         "After the storm: Harbour reopens"),
    ],
)  # fmt: skip
def test_the_headline_is_what_the_page_is_called(above: str, head: str, headline: str) -> None:
    article, _ = read(page(above, head=head))
    assert article.headline == headline
    assert article.text.count(headline) == 1


@pytest.mark.parametrize(
    "picture",
    [
        "<figure><img src='a.jpg'><figcaption>The pier at dawn. Photo: Bo Ek</figcaption></figure>",
        "<div class='image'><img src='a.jpg'><p class='image-caption'>The pier at dawn. Photo: Bo Ek</p></div>",
        "<div><img src='a.jpg'><p>The pier at dawn. Photo: Bo Ek</p></div>",
        "<p><img src='a.jpg'></p><p style='text-align: center'>The pier at dawn. Photo: Bo Ek</p>",
        "<p><img src='a.jpg'></p><p><em>The pier at dawn. Photo: Bo Ek</em></p>",
    ],
)
def test_captions_stand_where_their_pictures_are(picture: str) -> None:
    article, remarks = read(page(TITLE, between=picture))
    kinds = [kind for kind, _ in parts(article)]
    assert of(article, "caption", "credit_line") == ["The pier at dawn. Photo: Bo Ek"]
    assert kinds[:3] == ["headline", "paragraph", kinds[2]]
    assert kinds[3:] == ["paragraph", "paragraph"]
    assert not any("left out" in remark for remark in remarks)


@pytest.mark.parametrize(
    "below",
    [
        "<p><img src='a.jpg'></p><p><strong>What happens next</strong></p>",
        "<p><img src='a.jpg'></p><p>Ships wait.</p>",
    ],
)
def test_headings_and_paragraphs_below_a_picture_are_no_caption(below: str) -> None:
    assert of(read(page(TITLE, between=below))[0], "caption", "credit_line") == []


@pytest.mark.parametrize(
    "box",
    [
        "<aside><h3>More on this</h3><p>Ten years of storms on the coast, told by those who saw them.</p></aside>",
        "<div class='related-articles'><h3>Related</h3><p><a href='/1'>Ten years of storms on the coast</a></p></div>",
        "<div class='newsletter-signup'><p>Get the news of the coast every morning, free of charge.</p></div>",
        "<div hidden><p>You have read five articles this month and may read three more before you must pay.</p></div>",
        "<h4>You may also like</h4><ul><li><a href='/1'>Storms of ten years</a></li><li><a href='/2'>Gulls</a></ul>",
        "<form><p>Write to us what you think of this article, and we will print the best of the letters.</p></form>",
    ],
)
def test_boxes_of_other_things_are_no_part_of_the_text(box: str) -> None:
    article, _ = read(page(TITLE, between=box))
    assert of(article, "paragraph") == [FIRST, SECOND, THIRD]
    assert of(article, "crosshead") == []


def test_a_box_that_holds_the_text_is_none() -> None:
    """Names of elements around the whole text say nothing: ``has-sidebar``, ``comments-open``, a form around a page."""
    text = page(TITLE).replace("<main>", '<form class="sidebar"><main>').replace("</main>", "</main></form>")
    assert of(read(text)[0], "paragraph") == [FIRST, SECOND, THIRD]


def test_a_paragraph_that_is_a_link_is_listed_as_furniture() -> None:
    link = "<p><a href='/1'>Read how the storm came in over the night of Sunday</a></p>"
    article, _ = read(page(TITLE, between=link))
    assert of(article, "paragraph") == [FIRST, SECOND, THIRD]
    assert of(article, "furniture") == ["Read how the storm came in over the night of Sunday"]


def test_a_page_of_which_nothing_is_extracted_keeps_its_text() -> None:
    text = "<!doctype html><html><body>Kites fly.<br><br>So do gulls, over the wall of the quay, all day.</body></html>"
    article, _ = read(text)
    assert "Kites fly." in article.text
    assert "So do gulls" in article.text


def test_spans_that_styles_set_apart_are_no_single_word() -> None:
    root = parse_html("<p><span class='a'>Ann Lee</span><span class='b'>Ports</span><time>9 March</time></p>")
    assert [piece.text for piece in pieces_of(root)] == ["Ann Lee Ports 9 March"]
    root = parse_html("<p><span class='drop'>T</span>he <b>har</b><i>bour</i></p>")
    assert [piece.text for piece in pieces_of(root)] == ["The harbour"]


def test_a_table_that_opens_with_a_blank_cell_is_one_block() -> None:
    cells = "<tr><td> </td><td>2023</td></tr><tr><td>Ships</td><td>41</td></tr>"
    article, _ = read(page(TITLE, between=f"<table>\n{cells}\n</table>"))
    assert len(of(article, "preformatted")) == 1


@pytest.mark.parametrize(
    ("cells", "lines"),
    [
        (
            "<tr><td></td><td>2023</td><td>2024</td></tr><tr><td>Fähren</td><td>&nbsp;</td><td>12</td></tr>"
            "<tr><td>Kutter</td><td>3</td><td></td></tr>",
            "\t2023\t2024\nFähren\t\t12\nKutter\t3",
        ),
        (
            "<tr><td></td><td></td></tr><tr><td></td><td>出港</td><td>入港</td></tr><tr><td></td><td></td><td></td></tr>"
            "<tr><td>北港</td><td></td><td>7</td></tr><tr><td><br></td></tr>",
            "\t出港\t入港\n北港\t\t7",
        ),
        (
            "<tr><td>&nbsp;</td><td>Norte</td><td>3</td></tr><tr><td></td><td>Sur</td><td>4</td></tr>",
            "Norte\t3\nSur\t4",
        ),
        (
            "<thead><tr><th rowspan=2>Порт</th><th colspan=2>Суда</th><th>Лодки</th></tr><tr><th>пришли</th>"
            "<th>ушли</th></tr></thead><tr><td>Север</td><td>1</td><td></td><td>4</td></tr>",
            "Порт\tСуда\t\tЛодки\n\tпришли\tушли\nСевер\t1\t\t4",
        ),
        (
            "<tr><td rowspan='2'>شمال</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr>"
            "<tr><td colspan=' 2 '>المجموع</td><td>10</td></tr>",
            "شمال\t1\t2\n\t3\t4\nالمجموع\t\t10",
        ),
        (
            "<thead><tr><th rowspan=9>Quai</th><th>Navires</th></tr></thead><tbody><tr><td rowspan=0>Est</td><td>5</td>"
            "</tr><tr><td>6</td></tr></tbody><tfoot><tr><td>Total</td><td>11</td></tr></tfoot>",
            "Quai\tNavires\nEst\t5\n\t6\nTotal\t11",
        ),
        (
            "<tr><td colspan=100000000>Alla hamnar</td></tr><tr><td colspan=0>Norr</td><td colspan=-2>8</td>"
            "<td rowspan=x>9</td></tr><tr><td>Syd</td><td></td><td>2</td></tr>",
            "Alla hamnar\nNorr\t8\t9\nSyd\t\t2",
        ),
    ],
    ids=["year-above", "blank-rows", "blank-column", "headings-over-two", "spans", "groups-of-rows", "odd-spans"],
)
def test_figures_stay_under_their_headings(cells: str, lines: str) -> None:
    table = f"<table>{cells}</table>"
    assert [(piece.kind, piece.text) for piece in pieces_of(parse_html(table))] == [("preformatted", lines)]
    for text in (
        page(TITLE, between=table),
        page(TITLE).replace("</div></article>", f"{table}</div></article>"),
    ):
        article, _ = read(text)
        assert of(article, "preformatted") == [lines]


def test_a_table_with_empty_places_stays_whole_between_headline_and_text() -> None:
    cells = "<tr><td></td><td>2023</td><td>2024</td></tr><tr><td>Ferries</td><td></td><td>12</td></tr>"
    article, _ = read(page(f"{TITLE}<table>{cells}<tr><td>Ships</td><td>3</td><td></td></tr></table>"))
    assert of(article, "preformatted") == ["\t2023\t2024\nFerries\t\t12\nShips\t3"]


REMARK = "Closed from May to August while divers set new stones below the wall; all ships went to Northport " * 2


def test_a_remark_of_a_few_lines_leaves_a_table_of_figures_whole() -> None:
    years = [f"<tr><td>{year}</td><td>{year - 1990}</td><td>mended</td></tr>" for year in range(2015, 2023)]
    rows = "".join([*years[:4], f"<tr><td>2030</td><td>3</td><td>{REMARK}</td></tr>", *years[4:]])
    (piece,) = pieces_of(parse_html(f"<table>{rows}</table>"))
    assert piece.text.split("\n")[4] == f"2030\t3\t{REMARK.strip()}"


@pytest.mark.parametrize(
    "last",
    [
        f"<tr><td>{REMARK}</td></tr>",
        f"<tr><td>News</td><td><p>{REMARK}</p><p>{FIRST}</p></td></tr>",
        f"<tr><td>News</td><td>{REMARK}<br><br>{FIRST}</td></tr>",
        f"<tr><td>News</td><td>{REMARK * 3}</td></tr>",
        f"<tr><td>News</td><td>{REMARK}</td></tr>" * 3,
    ],
    ids=["row-of-its-own", "paragraphs", "breaks", "long", "several"],
)
def test_a_table_that_lays_a_page_out_is_taken_apart(last: str) -> None:
    links = "".join(f"<tr><td>Ports {number}</td><td>Sport</td></tr>" for number in range(9))
    assert "preformatted" not in {piece.kind for piece in pieces_of(parse_html(f"<table>{links}{last}</table>"))}


@pytest.mark.parametrize(
    "rows",
    [
        "<tr>" + "<td rowspan=65000>a</td>" * 1000 + "</tr>" + "<tr><td>x</td></tr>" * 4000,
        "<tr>" + "<td>a</td>" * 1000 + "</tr>" + "<tr><td colspan=999></td><td>x</td></tr>" * 4000,
        "<tr><td colspan=100000000 rowspan=100000000>a</td><td>x</td></tr>" * 4000,
    ],
    ids=["down", "across", "both"],
)
def test_spans_that_claim_more_than_a_table_holds_cost_nothing(rows: str) -> None:
    root = parse_html(f"<table>{rows}</table>")
    started = time.perf_counter()
    text = "".join(piece.text for piece in pieces_of(root))
    assert time.perf_counter() - started < 3
    assert len(text) < len(rows)
    assert len("".join(text.split())) == rows.count(">a<") + rows.count(">x<"), "nothing is lost"


CHINESE = """<!doctype html><html lang="zh-CN"><head><title>海港风暴后重新开放_海岸网</title></head><body>
<h1>海岸网</h1><div class="post"><div class="post_title">海港风暴后重新开放</div>
<div class="post_info"><span class="time">2024-03-09 10:00:00</span> <span class="source">来源：海岸网</span></div>
<div class="post_text"><p>海岸网3月9日讯 经过一周的抢修，盐湖港于周一上午重新开放，首批十二艘货船已经进港卸货。</p>
<p><img src="a.jpg"></p><p style="text-align:center">货船停在盐湖港外。李帆 摄</p>
<p>港务局表示，码头防波堤的修复费用约为两千万元，其中一半由地方财政承担，其余部分由保险公司支付。</p></div>
<div class="ep-editor">责任编辑：王小明</div></div>
<div class="recommend-list"><ul><li><a href="/1">风暴中的灯塔</a></li><li><a href="/2">渔民的十天</a></li>
</ul></div></body></html>"""


def test_a_chinese_page() -> None:
    article, _ = read(CHINESE)
    assert article.headline == "海港风暴后重新开放"
    assert article.published is not None
    assert article.published.iso == "2024-03-09"
    assert len(of(article, "paragraph")) == 2
    assert of(article, "caption", "credit_line") == ["货船停在盐湖港外。李帆 摄"]
    assert not any("灯塔" in text for text in of(article, "paragraph", "list_item", "crosshead"))


@pytest.mark.parametrize(
    "unit",
    [
        "<div class='byline'><span class='author'>Ann Lee</span></div>",
        "<span class='author'>A</span>",
        "<p class='lead'>Ships wait in the roads and none of them may come in.</p>",
        "<br>",
        "<p></p>",
        "<img src='a'>",
        "<p><ruby>b<rt>c</rt></ruby></p>",
        "<aside><p>By Ann Lee</p></aside>",
        "<li><a href='/'>Read all about the storm of the year here</a></li>",
    ],
)
def test_cost_grows_in_step_with_the_page(unit: str) -> None:
    def cost(count: int) -> float:
        root = parse_html(f"<html><body><h1>Harbour</h1>{unit * count}<p>{FIRST}</p></body></html>")
        pieces = pieces_of(root)
        started = time.process_time()
        assert Story(root, pieces, [FIRST], Declared(root)).parts
        return time.process_time() - started

    # A busy machine only ever adds: one quiet pair in eight settles it, a quadratic cost never has one.
    assert any(cost(8_000) < 2.5 * cost(4_000) for _ in range(8))


@pytest.mark.parametrize("unit", ["<div class='related'>", "<b>", "<div><p class='byline'>Ann Lee</p>"])
def test_what_lies_deep_is_kept_or_refused(unit: str) -> None:
    assert FIRST in read(page(TITLE, between=unit * 900))[0].text
    with pytest.raises(LimitError, match="deep in each other"):
        read(page(TITLE, between=unit * 3_000))


ITEMS = "<li>Clear the gutters</li><li>Seal the windows</li><li>Buy a pump</li>"
END = "<p>He smiled.</p><p>And left.</p>"


@pytest.mark.parametrize(
    ("between", "below", "kept"),
    [
        (f"<ol>{ITEMS}</ol>", "", ["1. Clear the gutters", "2. Seal the windows", "3. Buy a pump"]),
        (f"<ol start=4>{ITEMS}</ol>", "", ["4. Clear the gutters", "5. Seal the windows", "6. Buy a pump"]),
        (f"<ol reversed>{ITEMS}</ol>", "", ["3. Clear the gutters", "2. Seal the windows", "1. Buy a pump"]),
        ("", f"<div class='text'>{END}</div>", ["He smiled.", "And left."]),
        ("", f"<div><div class='text'>{END}</div></div>", ["He smiled.", "And left."]),
        ("<p>They are:</p><ul><li><a>The Old Mill</a></li><li><a>Gulls</a></li></ul>", "",
         ["They are:", "• The Old Mill", "• Gulls"]),
        ("<aside class='fakta'><p>It was built in 1880 by men of the county.</p><ul><li>3 km</li></ul></aside>", "",
         ["It was built in 1880 by men of the county.", "• 3 km"]),
        ("<p><img class=left>The ferry will sail again on Tuesday, the office said.</p>", "",
         ["The ferry will sail again on Tuesday, the office said."]),
        ("<ul><li><img class=bullet> Ferries run again</li><li>Shops open</li></ul>", "",
         ["• Ferries run again", "• Shops open"]),
        ("<p>“Wait,” <b hidden>TRAP</b>he said<span class=sr-only> (new tab)</span>, and we did wait for it.</p>", "",
         ["“Wait,” he said, and we did wait for it."]),
        ("<p><q>We have waited for a whole month</q>, said Olsen, who sells fish.</p>", "",
         ["“We have waited for a whole month”, said Olsen, who sells fish."]),
    ],
)  # fmt: skip
def test_all_of_the_text_comes_through(between: str, below: str, kept: list[str]) -> None:
    article, _ = read(page(TITLE, between=between, below=below))
    told = of(article, "paragraph", "list_item")
    assert [text for text in told if text not in (FIRST, SECOND, THIRD)] == kept
    assert {FIRST, SECOND, THIRD} < set(told)


def test_a_text_that_is_a_list_is_read() -> None:
    items = "".join(f"<li>{text}</li>" for text in (FIRST, SECOND, THIRD))
    article, _ = read(f"<!doctype html><html><head><title>Harbour</title></head><body><ol>{items}</ol></body></html>")
    assert len(of(article, "list_item")) == 3


def test_tables_and_crossheads_close_a_text() -> None:
    table = "<table><tr><th>Team</th><th>Points</th></tr><tr><td><p>North</p></td><td>12</td></tr></table>"
    article, _ = read(page(TITLE).replace("</div></article>", f"<h2>Results</h2>{table}</div></article>"))
    assert parts(article)[-2:] == [("crosshead", "Results"), ("preformatted", "Team\tPoints\nNorth\t12")]


def test_ids_of_headings_and_sections_name_nothing() -> None:
    between = (
        '<h2 id="social-media-reacts">Social media reacts</h2><p>Many wrote of the wall on the day that it broke.</p>'
        '<section id="newsletter-row"><h2 id="author-shot">Author shot at quay</h2>'
        "<p>Nobody was hurt on the day, but the case goes on until May.</p></section>"
    )
    article, _ = read(page(TITLE, between=between))
    assert of(article, "crosshead") == ["Social media reacts", "Author shot at quay"]
    assert len(of(article, "paragraph")) == 5


def test_a_title_rewritten_for_search_is_not_the_headline() -> None:
    above = "<h2>Mill fire kills two people</h2><div>By Ann Lee</div><div>9 March 2024</div>"
    article, _ = read(page(above).replace("<title>Harbour reopens after storm", "<title>Two dead in blaze at mill"))
    assert article.headline == "Mill fire kills two people"
    assert article.authors == ("Ann Lee",)
    assert article.published is not None


def test_the_kicker_within_a_headline_is_parted_from_it() -> None:
    inner = (
        '<span class="kicker">Saltmere</span><span hidden>: </span><span class="t">Harbour reopens after storm</span>'
    )
    above = f"<h1>{inner}</h1>"
    assert parts(read(page(above))[0])[:2] == [("kicker", "Saltmere"), ("headline", "Harbour reopens after storm")]


def test_lines_that_open_a_release_above_its_headline_are_kept() -> None:
    above = f"<p>Press release No. 45/2024</p><p>Saltmere, 9 March 2024</p><p>By Ann Lee</p>{TITLE}"
    article, _ = read(page(above))
    assert [kind for kind, _ in parts(article)][:4] == ["kicker", "publication_line", "byline", "headline"]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ('<footer class="node__meta">Submitted by <span>Ann Lee</span> on <span>Sat, 9 March 2024</span></footer>', ""),
        ('<aside class="article-meta"><p>By Ann Lee</p><p>9 March 2024</p></aside>', ""),
        ("", '<footer class="entry-footer"><time class="published" datetime="2024-03-09">March 9, 2024</time>'
             '<span class="author vcard"><a>Ann Lee</a></span></footer>'),
        ('<div class="byline"><a rel="author">Ann Lee</a></div><div class="byline-title">Chief Reporter</div>'
         '<div class="byline-place">Saltmere</div><p>9 March 2024</p>', ""),
        ("<center>By Ann Lee</center><center>9 March 2024</center>", ""),
    ],
)  # fmt: skip
def test_names_and_days_stand_where_content_systems_put_them(above: str, below: str) -> None:
    article, _ = read(page(TITLE + above, below=below))
    assert article.authors == ("Ann Lee",)
    assert article.published is not None
    assert article.published.iso == "2024-03-09"
    assert of(article, "paragraph") == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    ("between", "head", "day"),
    [
        ("<p>Sunday, 10 March 2024, 7 pm, Town Hall</p>", stamp("2024-03-09T12:00:00Z"), "2024-03-09"),
        ("<p>On <time datetime='1945-05-08'>8 May 1945</time> the harbour was handed over to the county.</p>", "", ""),
        ("", '<meta itemprop="datePublished" content="2023-01-01">' + stamp("2024-03-09"), "2024-03-09"),
    ],
)
def test_a_day_in_the_text_is_not_that_of_publication(between: str, head: str, day: str) -> None:
    article, _ = read(page(TITLE, between=between, head=head))
    assert (article.published.iso if article.published else "") == day


def test_a_bare_day_is_no_moment_elsewhere() -> None:
    article, _ = read(page(TITLE + "<p>Print edition, 10 March 2024</p>", head=stamp("2024-03-09")))
    assert article.published is not None
    assert article.published.iso == "2024-03-09"


def test_of_two_descriptions_that_with_the_page_s_title_counts() -> None:
    other = '{"@type": "NewsArticle", "headline": "Gulls", "author": "Bo Ek", "datePublished": "2020-01-01"}'
    own = '{"@type": "NewsArticle", "headline": "Harbour reopens after storm", "author": "Ann Lee"}'
    head = "".join(f'<script type="application/ld+json">{text}</script>' for text in (other, own))
    article, _ = read(page(TITLE, head=head))
    assert article.authors == ("Ann Lee",)
    assert article.published is None


def test_a_language_that_the_text_is_not_in_is_overruled() -> None:
    text = (
        "<p>Порт Саларнска открылся в понедельник после трёх недель работы водолазов, сообщили в управлении порта.</p>"
    )
    article, remarks = read(
        f'<!doctype html><html lang="en-US"><head><title>Порт открыт</title></head><body><article><h1>Порт открыт</h1>'
        f"<p>9 марта 2024</p>{text * 4}</article></body></html>"
    )
    assert article.language == "ru"
    assert article.published is not None
    assert any("declares its language as en-US" in remark for remark in remarks)


def test_a_caption_of_a_menu_is_no_part_of_the_article() -> None:
    menu = "<nav><figure><a><img></a><figcaption>Old mill burns down in the night</figcaption></figure></nav>"
    assert of(read(page(menu + TITLE))[0], "caption") == []


def mhtml(page: str) -> bytes:
    """A page as a browser saves it in one file, quoted-printable beside a picture."""
    message = MIMEMultipart("related", type="text/html")
    message["From"] = "<Saved by Browser>"
    message["Subject"] = "Harbour reopens after storm"
    message["Date"] = "Sun, 17 Nov 2024 08:00:00 -0000"
    message["Snapshot-Content-Location"] = "https://host.invalid/harbour"
    charset = Charset("utf-8")
    charset.body_encoding = QP
    part = MIMENonMultipart("text", "html")
    part.set_payload(page, charset)
    message.attach(part)
    message.attach(MIMEImage(b"\x89PNG", "png"))
    return message.as_bytes()


def webarchive(page: str) -> bytes:
    main = {"WebResourceData": page.encode("utf-16"), "WebResourceTextEncodingName": "UTF-16"}
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


@pytest.mark.parametrize("wrapped", [mhtml, webarchive])
@pytest.mark.parametrize("name", ["page", "page.mht", "page.webarchive"])
def test_a_page_saved_as_one_file_is_read_as_a_page(wrapped: Callable[[str], bytes], name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(wrapped(GERMAN))
    article = docforge.read(path)
    assert article.headline == "Fähre nach Sandholm fährt wieder"
    assert article.authors == ("Anke Sievers",)
    assert article.published is not None
    assert article.published.iso == "2024-03-09", "not the day on which the page was saved"
    assert article.info.media_type == "text/html"


def test_a_saved_page_without_a_page_is_refused(tmp_path: Path) -> None:
    for name, data in (
        ("a.mht", b"From: <Saved by B>\nSubject: x\nMIME-Version: 1.0\nContent-Type: image/png\n\nabc"),
        ("a.webarchive", plistlib.dumps({"WebMainResource": {}}, fmt=plistlib.FMT_BINARY)),
        ("a.webarchive", b"bplist00WebMainResource"),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(InputError, match="save it again"):
            docforge.read(path)


def test_what_cannot_be_a_description_of_an_article_is_passed_over() -> None:
    broken = ["{", "[1, 2]", json.dumps({"@type": "Article", "author": 3}), json.dumps([["@graph"]]), "null"]
    head = "".join(f'<script type="application/ld+json">{text}</script>' for text in broken)
    assert read(page(TITLE, head=head))[0].headline == "Harbour reopens after storm"


def test_blocks_without_letters_are_none() -> None:
    root = parse_html("<p>*</p><p>Harbour</p>")
    assert page_blocks(root, pieces_of(root))[0].letters == "harbour"


BETWEEN = {
    "an advert": "<div class='x1y'>Advertisement</div>",
    "a picture": "<figure><img><figcaption>The quay on Monday</figcaption></figure>",
    "a link": "<div class='x1y'><a href='/m'>Old mill burns down</a></div>",
    "a table": "<table><tr><td>Ferries</td><td>12</td></tr><tr><td>Ships</td><td>3</td></tr></table>",
    "a box": "<div class='related'><h3>Related</h3><ul><li><a href='/m'>Old mill burns down</a></li></ul></div>",
}


@pytest.mark.parametrize("between", BETWEEN.values(), ids=BETWEEN.keys())
@pytest.mark.parametrize("element", ["main", "article", "section", "div id='content'"])
def test_a_text_cut_into_elements_goes_on_below_what_is_none(element: str, between: str) -> None:
    text = (
        f"<div class='b'><p>{FIRST}</p><p>{SECOND}</p><p>{FOURTH}</p></div>{between}<div class='b'><p>{THIRD}</p></div>"
    )
    html = f"<{element}>{TITLE}{text}</{element.partition(' ')[0]}>"
    article, messages = read(
        f"<html lang=en><head><title>Harbour reopens after storm - Coastwire</title></head><body>{html}</body></html>"
    )
    assert of(article, "paragraph")[-1] == THIRD
    assert ("Ferries" in between) == ("Ferries\t12\nShips\t3" in of(article, "preformatted"))
    assert ("The quay" in between) == ("The quay on Monday" in of(article, "caption"))
    assert not any("left out" in message for message in messages)


def test_posts_of_a_live_report_are_all_read_and_teasers_are_not() -> None:
    post = "<article class=post><h2>{}</h2><div><p>{}</p></div></article>"
    posts = [("The wind turns", FIRST + " " + SECOND + " " + FOURTH), ("Schools are shut", THIRD)]
    live = "<main><h1>Storm live: harbour closed as winds rise</h1><div>{}</div></main>"
    told = live.format("".join(post.format(*one) for one in posts))
    head = "<html lang=en><head><title>Storm live: harbour closed as winds rise</title></head><body>"
    article, _ = read(head + told + "</body></html>")
    assert [text for _, text in parts(article)[1:]] == [text for one in posts for text in one]
    teaser = live.format(post.format(*posts[0]) + post.format("<a href='/s'>Schools are shut</a>", THIRD))
    assert THIRD not in read(head + teaser + "</body></html>")[0].text


TITLES = {
    "a crosshead": ("What is El Niño and why does it matter?", "<h1>El Niño explained</h1>",
                    "<h2>What is El Niño?</h2>"),
    "a caption": ("Harbour reopens after storm", "<h2>Ships are back at the quay</h2>",
                  "<figure><img><figcaption>Harbour reopens after storm</figcaption></figure>"),
}  # fmt: skip


@pytest.mark.parametrize(("called", "headline", "between"), TITLES.values(), ids=TITLES.keys())
def test_what_stands_amid_the_text_and_says_the_title_is_no_headline(called: str, headline: str, between: str) -> None:
    html = page(headline, between=between).replace("Harbour reopens after storm - Coastwire", called)
    article, _ = read(html)
    assert headline == f"<{headline[1:3]}>{article.headline}</{headline[1:3]}>"
    assert of(article, "paragraph") == [FIRST, SECOND, THIRD]


def test_a_line_of_the_path_that_says_the_title_is_no_headline() -> None:
    html = page("<h1>Ships are back at the quay</h1>").replace("<main>", "<main><p>Harbour reopens after storm</p>")
    assert read(html)[0].headline == "Ships are back at the quay"


def test_a_picture_with_a_credit_alone_makes_no_caption_of_the_text_above_it() -> None:
    article, _ = read(page(TITLE, between="<figure><img><figcaption>Photo: Jo Ray</figcaption></figure>"))
    assert of(article, "paragraph") == [FIRST, SECOND, THIRD]


def test_lines_beside_a_picture_in_one_element_are_the_text() -> None:
    lines = "A boat sank off Northport on Monday.<br>Nobody was hurt, the coast guard said."
    html = f"<html><head><title>Boat sinks</title></head><body><article><h1>Boat sinks</h1><div><img>{lines}</div>"
    article, _ = read(html + "</article></body></html>")
    assert of(article, "paragraph") == lines.split("<br>")


def test_headings_below_the_headline_are_byline_and_date_or_open_the_text() -> None:
    article, _ = read(page(TITLE + "<h4>By Ann Lee</h4><h5>9 March 2024</h5>"))
    assert article.authors == ("Ann Lee",)
    assert article.published is not None and article.published.iso == "2024-03-09"
    article, _ = read(page(TITLE, between="<h2>The day</h2>").replace(f"<p>{FIRST}", f"<h2>The night</h2><p>{FIRST}"))
    assert [text for kind, text in parts(article) if kind != "furniture"][1:3] == ["The night", FIRST]


def test_a_heading_over_an_hour_heads_the_text_below_it() -> None:
    article, _ = read(page(TITLE, between="<h3>Schools are shut</h3><time>09:40</time>"))
    assert of(article, "crosshead") == ["Schools are shut"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("<table><tr><td>Northport</td><td>3</td></tr><tr><td>Saltmere</td><td>1</td></tr></table>", "Saltmere\t1"),
        ("<ol><li>Cod</li><li>Hake</li><li>Ling</li></ol>", "3. Ling"),
        ("<p>9 de marzo de 2024</p><p>El puerto reabrió ayer.</p>", "El puerto reabrió ayer."),
    ],
)
def test_an_article_of_brief_lines_is_one(text: str, kept: str) -> None:
    article, _ = read(
        f"<html><head><title>Harbour</title></head><body><article><h1>Results</h1>{text}</article></body></html>"
    )
    assert kept in article.text
    assert "furniture" not in {kind for kind, shown in parts(article) if kept in shown}


def test_what_a_page_holds_twice_is_not_left_out() -> None:
    twice = f"<div style='display:none'><p>{FIRST}</p><p>{SECOND}</p></div>"
    assert not any("left out" in message for message in read(page(TITLE, below=twice))[1])


def test_a_heading_that_is_a_button_heads_the_text_that_it_opens() -> None:
    article, _ = read(page(TITLE, between="<h3><button>When do ferries run?</button></h3>"))
    assert of(article, "crosshead") == ["When do ferries run?"]


def test_a_table_in_a_box_with_a_name_of_the_text_too_is_read() -> None:
    table = "<table><tr><td>Northport</td><td>3</td></tr><tr><td>Saltmere</td><td>1</td></tr></table>"
    article, _ = read(page(TITLE, between=f"<div class='poll-results'>{table}</div>"))
    assert of(article, "preformatted") == ["Northport\t3\nSaltmere\t1"]
    assert of(read(page(TITLE, between=f"<div hidden>{table}</div>"))[0], "preformatted") == []


@pytest.mark.parametrize(
    "quote",
    [
        "<blockquote>The sea gave it back</blockquote>",
        "<blockquote><p>The sea gave it back</p></blockquote>",
        "<figure><blockquote><p>The sea gave it back</p></blockquote><figcaption>Maria Olsen</figcaption></figure>",
    ],
)
def test_a_quotation_set_apart_is_text_and_heads_nothing(quote: str) -> None:
    article, _ = read(page(TITLE, between=quote))
    assert of(article, "paragraph") == [FIRST, "The sea gave it back", SECOND, THIRD]
    assert of(article, "crosshead") == []


def test_an_embedded_post_is_no_text() -> None:
    post = "<p>#Irati | A thousand ears</p>&mdash; Sound (@s) <a href='/x'>May 6, 2020</a>"
    assert of(read(page(TITLE, between=f"<blockquote class=post>{post}</blockquote>"))[0], "paragraph") == [
        FIRST,
        SECOND,
        THIRD,
    ]


@pytest.mark.parametrize("element", ["article", "div"])
def test_terms_and_what_is_told_of_them_are_text_below_their_heading(element: str) -> None:
    terms = (
        "<h2>When and where</h2><dl><dt>Place</dt><dd>Northport</dd><dt>Day</dt><dd>9 March, on the old quay</dd></dl>"
    )
    html = page(TITLE, between=terms).replace("<article>", f"<{element}>").replace("</article>", f"</{element}>")
    article, _ = read(html)
    assert of(article, "crosshead") == ["When and where"]
    assert of(article, "paragraph")[1:-2] == ["Place", "Northport", "Day", "9 March, on the old quay"]


def test_a_headline_set_once_more_with_its_kicker_is_no_text() -> None:
    bar = "<div class='bar'><h1><span>PORTS OF THE NORTHERN COAST</span> Harbour reopens after storm</h1></div>"
    article, _ = read(page(TITLE, between="").replace("<div class='text'>", f"{bar}<div class='text'>"))
    assert of(article, "paragraph", "subheadline") == [FIRST, SECOND, THIRD]
