# SPDX-License-Identifier: Apache-2.0
"""Articles in the formats of news systems, mail programs and browsers: right parts, nothing lost, nothing fetched."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import pytest

import docforge
from docforge.conversion import read_all
from docforge.diagnostics import Report
from docforge.errors import InputError, MissingError
from docforge.model import Article, Dateline
from docforge.reading.formats.blocks import pieces_of
from docforge.reading.formats.xml import parse_html
from docforge.reading.recognition import recognise

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def parts(article: Article) -> list[tuple[str, str]]:
    return [(block.KIND, block.text) for block in article.blocks]


def read(data: bytes, **given: str) -> tuple[Article, list[str]]:
    report = Report()
    article = docforge.read(data, report=report, **given)
    for block in article.blocks:
        words = "".join(block.span.of(article.text).split())
        assert "".join(block.text.split()) == words, "spans index the text"
    assert "".join("".join(b.text.split()) for b in article.blocks) == "".join(article.text.split()), "nothing is lost"
    return article, [d.message for d in report]


# -- NITF ------------------------------------------------------------------------------------

NITF = """<?xml version="1.0" encoding="{encoding}"?>
<!DOCTYPE nitf SYSTEM "http://host.invalid/nitf-3-3.dtd">
<nitf xml:lang="en"><head><title>Slug</title>
<docdata><date.issue norm="20240309T233000-0500"/><du-key key="HARBOUR"/><urgency ed-urg="4"/>
<key-list><keyword key="ports"/><keyword key="storms"/></key-list><ed-msg info="Hold for radio"/></docdata>
<pubdata name="Coastwire"/></head><body><body.head>
<hedline><hl1>Harbour reopens after&nbsp;storm</hl1><hl2>Ships wait in the roads</hl2></hedline>
<byline>By <person>Ann Lee</person><byttl>Port correspondent</byttl></byline>
<dateline><location>SALTMERE</location>, <story.date>March 9</story.date> (dpa) —</dateline></body.head>
<body.content><p>The harbour opened on <em>Monday</em>,
   after a week of work &amp; waiting.</p><hl2>What next</hl2><p>“We are glad,” said Ingrid Solheim.</p>
<ul><li>One pier</li><li>Two cranes</li></ul>
<table><tr><th>Year</th><th>Ships</th></tr><tr><td>2020</td><td>11</td></tr></table>
<media media-type="image"><media-reference source="a.jpg"/><media-caption>The harbour on Monday.</media-caption>
<media-producer>Photo: Ann Lee</media-producer></media></body.content>
<body.end><tagline>Reporting by Ann Lee</tagline></body.end></body></nitf>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_nitf_names_its_parts(encoding: str) -> None:
    article, remarks = read(NITF.format(encoding=encoding).encode(encoding))
    assert parts(article) == [
        ("headline", "Harbour reopens after\u00a0storm"),
        ("subheadline", "Ships wait in the roads"),
        ("byline", "By Ann Lee, Port correspondent"),
        ("paragraph", "SALTMERE, March 9 (dpa) — The harbour opened on Monday, after a week of work & waiting."),
        ("crosshead", "What next"),
        ("paragraph", "“We are glad,” said Ingrid Solheim."),
        ("list_item", "• One pier"),
        ("list_item", "• Two cranes"),
        ("preformatted", "Year\tShips\n2020\t11"),
        ("caption", "The harbour on Monday."),
        ("credit_line", "Photo: Ann Lee"),
        ("tagline", "Reporting by Ann Lee"),
    ]
    assert article.authors == ("Ann Lee",)
    assert article.blocks[0].rule == "nitf.hl1"
    assert article.published is not None
    assert article.published.iso == "2024-03-09"
    assert (article.language, article.language_rule) == ("en", "metadata")
    assert dict(article.overrides)["keywords"] == "ports, storms"
    assert dict(article.overrides)["slugline"] == "HARBOUR"
    assert isinstance(article.dateline, Dateline)
    assert (article.dateline.place, article.dateline.agency) == ("SALTMERE", "dpa")
    assert article.quotes[0].person == "Ingrid Solheim"
    assert any("ed-msg Hold for radio" in remark for remark in remarks)
    assert any("urgency, picture a.jpg" in remark for remark in remarks)


def test_a_nitf_dateline_without_a_separator_stands_alone() -> None:
    text = NITF.format(encoding="utf-8").replace("(dpa) —", "").replace("<story.date>", '<story.date norm="20240309">')
    article, _ = read(text.encode())
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.rule) == ("SALTMERE", "nitf.dateline")
    assert article.dateline.date is not None
    assert article.dateline.date.iso == "2024-03-09"


LAUGHS = '<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (LAUGHS + "<nitf><body><body.content><p>&b;</p></body.content></body></nitf>", "declarations of its own"),
        (
            '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/hostname">]><nitf><body><body.content><p>&x;</p>'
            "</body.content></body></nitf>",
            "declarations of its own",
        ),
        ('<!DOCTYPE nitf [<!ENTITY % x SYSTEM "http://host.invalid/x"> %x;]><nitf/>', "declarations of its own"),
        ("<nitf><body>" + "<block>" * 5_000 + "x", "not well-formed"),
        ("<nitf><body><body.content><p>cut", "not well-formed"),
        ("<nitf><head/></nitf>", "without text"),
    ],
)
def test_hostile_xml_is_refused_with_code_four(document: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        docforge.read(document.encode())
    with pytest.raises(InputError):
        read_all(("<!-- " + "x" * 70_000 + " -->" + document).encode(), from_format="nitf")


# -- ninjs -----------------------------------------------------------------------------------

BODY = "<p>SALTMERE, March 9 (dpa) &mdash; The harbour <b>opened</b>.</p><h2>Next</h2><p>Ships sailed on Monday.</p>"


def ninjs(**more: object) -> bytes:
    document = {
        "uri": "urn:x:1",
        "type": "text",
        "language": "en-GB",
        "versionCreated": "2024-03-10T10:00:00Z",
        "contentCreated": "2024-03-09T09:00:00Z",
        "headlines": [{"role": "main", "value": "Harbour reopens"}, {"role": "social", "value": "Open!"}],
        "by": "Ann Lee and Bob Ray",
        "slugline": "HARBOUR",
        "bodies": [{"role": "main", "contentType": "text/html", "value": BODY}],
        "subjects": [{"name": "ports"}],
        "infoSources": [{"name": "Coastwire"}],
        **more,
    }
    return json.dumps(document).encode()


def test_ninjs_three() -> None:
    article, remarks = read(ninjs(ednote="Not for radio", embargoedUntil="2024-03-11T00:00:00Z", urgency=3))
    assert parts(article) == [
        ("headline", "Harbour reopens"),
        ("byline", "Ann Lee and Bob Ray"),
        ("paragraph", "SALTMERE, March 9 (dpa) — The harbour opened."),
        ("crosshead", "Next"),
        ("paragraph", "Ships sailed on Monday."),
    ]
    assert article.authors == ("Ann Lee", "Bob Ray")
    assert article.published is not None
    assert article.updated is not None
    assert (article.published.iso, article.updated.iso) == ("2024-03-09", "2024-03-10")
    assert article.language == "en-GB"
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.date and article.dateline.date.iso) == ("SALTMERE", "2024-03-09")
    assert any("ednote" in r for r in remarks)
    assert article.override("embargo") == "2024-03-11T00:00:00Z"
    assert any("headlines[social]" in r for r in remarks)


def test_ninjs_one_and_two_use_other_names() -> None:
    document = {
        "uri": "urn:x:1",
        "headline": "Harbour reopens",
        "byline": "Ann Lee",
        "body_text": "SALTMERE (dpa) - The harbour opened.\n\nShips sailed.",
        "body_xhtml": "<p>The same</p>",
        "versioncreated": "2024-03-10T10:00:00Z",
        "firstcreated": "2024-03-09T10:00:00Z",
        "associations": {"featureimage": {"type": "picture", "headline": "The pier"}},
    }
    article, remarks = read(json.dumps(document).encode())
    assert [kind for kind, _ in parts(article)] == ["headline", "byline", "paragraph", "paragraph"]
    assert article.published is not None
    assert article.published.iso == "2024-03-09"
    assert any("association featureimage" in r for r in remarks)


def test_a_body_that_repeats_its_headline_keeps_it_once() -> None:
    article, _ = read(ninjs(bodies=[{"contentType": "text/plain", "value": "Harbour reopens\n\nThe harbour opened."}]))
    assert article.text.count("Harbour reopens") == 1
    assert article.headline == "Harbour reopens"


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda p: p.stem)
def test_our_own_ninjs_and_json_read_back(path: Path) -> None:
    article = docforge.read(path)
    again, _ = read(docforge.render(article, "ninjs"))
    body = ("paragraph", "crosshead", "list_item", "turn", "preformatted", "caption", "credit_line", "tagline")
    assert again.headline == article.headline
    assert [p for p in parts(again) if p[0] in body] == [p for p in parts(article) if p[0] in body]
    assert again.authors == article.authors
    assert (again.published and again.published.iso) == (article.published and article.published.iso)
    assert docforge.read(docforge.render(article, "json")) == article


def test_a_pack_reads_back_as_its_articles() -> None:
    articles = tuple(docforge.read(path) for path in sorted(SAMPLES.glob("en-*.txt")))
    pack = docforge.make_pack(articles, title="Two")
    assert read_all(docforge.render(pack, "json")) == articles
    composite = read_all(docforge.render(pack, "ninjs"))
    assert [a.headline for a in composite] == [a.headline for a in articles]
    with pytest.raises(InputError, match=f"holds {len(articles)} articles"):
        docforge.read(docforge.render(pack, "json"))


def test_the_users_word_wins_over_finished_articles() -> None:
    article = docforge.read(SAMPLES / "en-harbour-reopens.txt")
    again = docforge.read(
        article.to_json().encode(), overrides={"headline": "Mine", "date": "2020-01-02"}, language="fr"
    )
    assert (again.headline, again.language, again.published and again.published.iso) == ("Mine", "fr", "2020-01-02")
    assert again.blocks == article.blocks


# -- IPTC 7901 -------------------------------------------------------------------------------

WIRE = (
    "\x01cwd0123 4 i 245  cw 0456\r\nHARBOUR/Ports/\r\n\x02Häfen öffnen\r\n\r\n"
    "   HAMBURG (cwd) - Die Häfen haben am Montag nach einer Woche\r\nwieder geöffnet.\r\n\x03091030 Mrz 24\r\n\r\n\x04"
)


def test_iptc_7901_keeps_spans_in_the_wire_text() -> None:
    data = (WIRE + WIRE.replace("0123", "0124").replace("HARBOUR", "PORT")).encode("cp1252")
    articles = read_all(data)
    assert [a.headline for a in articles] == ["Häfen öffnen", "Häfen öffnen"]
    assert [a.override("slugline") for a in articles] == ["HARBOUR/Ports", "PORT/Ports"]
    assert [a.published and a.published.iso for a in articles] == ["2024-03-09"] * 2
    whole = data.decode("cp1252")
    for article in articles:
        assert whole[article.info.offset :].startswith(article.text)
        span = article.blocks[-1].span
        start, end = span.start + article.info.offset, span.end + article.info.offset
        assert whole[start:end].startswith("HAMBURG (cwd)")
    assert len({a.guid for a in articles}) == 2


# -- mail ------------------------------------------------------------------------------------

MAIL = """\
From: =?utf-8?q?Port_Office_S=C3=A4ltmere?= <press@host.invalid>
To: news@host.invalid
Subject: FW: Harbour reopens after storm
Date: Sat, 9 Mar 2024 23:30:00 -0500
Message-ID: <1@host.invalid>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: multipart/alternative; boundary="c"

--c
Content-Type: text/plain; charset=windows-1252; format=flowed
Content-Transfer-Encoding: quoted-printable

The harbour in S=E4ltmere opened on Monday, after a week of work on the=20
wall of the quay, the office said.

=93We are glad,=94 said harbour master Ingrid Solheim.
--c
Content-Type: text/html; charset=utf-8

<p>The harbour</p>
--c--
--b
Content-Type: application/pdf; name="plan.pdf"
Content-Disposition: attachment; filename="plan.pdf"
Content-Transfer-Encoding: base64

JVBERi0=
--b--
"""


def test_a_mail_gives_its_plain_text() -> None:
    article, remarks = read(MAIL.encode())
    assert parts(article) == [
        ("headline", "Harbour reopens after storm"),
        (
            "paragraph",
            "The harbour in Sältmere opened on Monday, after a week of work on the wall of the quay, the office said.",
        ),
        ("paragraph", "“We are glad,” said harbour master Ingrid Solheim."),
    ]
    assert article.override("source") == "Port Office Sältmere"
    assert article.published is not None
    assert article.published.iso == "2024-03-09"
    assert any("attachment application/pdf ‘plan.pdf’" in r for r in remarks)
    assert any("alternative text/html" in r and "‘FW:’" in r for r in remarks)


def test_a_mail_with_html_alone() -> None:
    mail = (
        "From: a@host.invalid\nSubject: Harbour reopens\nMIME-Version: 1.0\nContent-Type: text/html; charset=koi8-r\n\n"
        "<style>p{}</style><table><tr><td><h1>Harbour reopens</h1><p>Порт открыт,<br>суда ждут.</p>"
        "<p>Second paragraph stands here.</p></td></tr></table>"
    )
    article, _ = read(mail.encode("koi8-r"))
    assert [text for _, text in parts(article)][-1] == "Second paragraph stands here."
    assert "Порт открыт" in article.text
    assert article.text.count("Harbour reopens") == 1


def test_a_mail_without_text_is_refused() -> None:
    with pytest.raises(InputError, match="no text"):
        docforge.read(b"From: a@host.invalid\nSubject: x\nMessage-ID: <1>\nContent-Type: image/png\n\nabc\n")


# -- web pages -------------------------------------------------------------------------------

PAGE = """<!doctype html><html lang="en"><head><title>Harbour | Paper</title><meta name="author" content="Ann Lee">
<meta property="article:published_time" content="2024-03-09T10:00:00+01:00"></head><body>
<nav><a href="/">Home</a> <a href="/s">Sport</a></nav><article><h1>Harbour reopens after storm</h1>
<p>SALTMERE, March 9 (dpa) &mdash; The harbour opened on Monday, the board of the port said, <b>after</b> a week.</p>
<h2>What next</h2><p>“We are glad,” said harbour master Ingrid Solheim, who has led the harbour for ten years.</p>
<ul><li>One thing to say here</li><li>Two things to say here</li></ul>
<figure><img src="http://host.invalid/a.jpg"><figcaption>The pier. Photo: Ann Lee</figcaption></figure></article>
<footer>Copyright 2024</footer><script>alert("no")</script></body></html>"""


def test_a_web_page_gives_its_article() -> None:
    pytest.importorskip("trafilatura")
    article, remarks = read(PAGE.encode())
    assert [kind for kind, _ in parts(article)] == [
        "headline", "byline", "paragraph", "crosshead", "paragraph", "list_item", "list_item", "caption",
    ]  # fmt: skip
    assert article.authors == ("Ann Lee",)
    assert article.published is not None
    assert article.published.iso == "2024-03-09"
    assert "alert" not in article.text
    assert any("4 words" in r for r in remarks), "what stands outside the article is counted"


def test_without_trafilatura_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingError, match=r"pip install 'docforge\[html\]'"):
        docforge.read(PAGE.encode())
    assert "<nav>" in read_all(PAGE.encode(), from_format="text")[0].text


def test_layout_tables_are_paragraphs_and_figures_stay_tables() -> None:
    root = parse_html(
        "<table><tr><td><p>One long paragraph.</p><p>Another.</p>"
        "<table><tr><td>a</td><td>1</td></tr></table></td></tr></table>"
    )
    assert [(p.kind, p.text) for p in pieces_of(root)] == [
        ("body", "One long paragraph."),
        ("body", "Another."),
        ("preformatted", "a\t1"),
    ]


def test_lines_kept_as_they_stand_may_open_an_article_indented() -> None:
    nitf = "<nitf><body><body.content><pre>   8 AM  Ships in\n   9 AM  Ships out</pre></body.content></body></nitf>"
    article, _ = read(nitf.encode())
    assert parts(article) == [("preformatted", "   8 AM  Ships in\n   9 AM  Ships out")]


def test_an_end_mark_in_a_format_that_names_parts_splits_no_story() -> None:
    """Its stories are told apart already; an end mark in one closes a section."""
    text = "The harbour opened on Monday, a week after the storm, the board said. Ships had waited in the roads."
    body = (
        f"<p>SALTMERE, March 8 (dpa) - {text}</p><p>{text}</p><p>ENDS</p>"
        f"<h2>Second things first</h2><p>By Ann Lee</p><p>SALTMERE, March 9 (dpa) - {text}</p>"
    )
    assert len(read_all(ninjs(bodies=[{"contentType": "text/html", "value": body}]))) == 1


# -- recognition -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "format"),
    [
        ("a.txt", b"Harbour reopens\n\nThe harbour opened.", "text"),
        ("a.txt", b"{curly} things happen\n\nText.", "text"),
        ("a.txt", b"<b>Bold</b> claim\n\nText.", "text"),
        ("a.txt", b"<p>Loose paragraph</p>", "text"),
        ("a.txt", b"Subject: to change\n\nThe plan may change.", "text"),
        ("a.txt", b"From: the desk\nTo: readers\nDate: today\n\nA note.", "text"),
        ("a.txt", b'{"title": "x"}', "text"),
        ("-", b'\xef\xbb\xbf{"uri": "u", "headline": "h"}', "ninjs"),
        ("-", b'{"schema": "docforge-article", "version": "1.0"}', "json"),
        ("a.xml", b"<?xml version='1.0'?><!-- c --><nitf/>", "nitf"),
        ("-", b"<!DOCTYPE html>\n<title>x</title>", "html"),
        ("a.htm", b"plain", "html"),
        ("a.eml", b"From: a\n\nx", "eml"),
        ("-", MAIL.encode(), "eml"),
        ("-", WIRE.encode(), "iptc7901"),
    ],
)
def test_formats_are_recognised(name: str, data: bytes, format: str) -> None:
    assert recognise(data, name, "") == format


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.json", b"{cut"), ("a.json", b'{"a": 1}'), ("a.json", b"[" * 9_000), ("a.xml", b"<?xml version='1.0'?><rss/>")],
)
def test_what_no_reader_takes_is_refused_by_name(name: str, data: bytes) -> None:
    with pytest.raises(InputError, match="--from text"):
        recognise(data, name, "")


@pytest.mark.parametrize(
    "unit",
    [b"<!-- -->", b"<!--", b"<?x ?>", b"a: b\n", b"a: b\n ", b"<a ", b"{", b"\x01a", b"From x\n", b"<!DOCTYPE ["],
)
def test_recognition_costs_no_more_than_the_head(unit: bytes) -> None:
    """Only the first kilobytes are looked at, and no pattern runs away on them."""
    started = time.process_time()
    recognise(unit * 2_000, "a.txt", "")
    assert time.process_time() - started < 1.0
