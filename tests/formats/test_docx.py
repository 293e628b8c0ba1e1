# SPDX-License-Identifier: Apache-2.0
"""DOCX read back by zipfile, lxml and python-docx: structure, languages, links, contents, properties."""

from __future__ import annotations

import dataclasses
import io
import zipfile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.support import presentations, references

import docforge
from docforge.check.docx import check
from docforge.context import Context
from docforge.diagnostics import Report
from docforge.errors import UsageError
from docforge.model import Span
from docforge.present import present
from docforge.presentation import Direction, Inline, InlineKind, Presentation, Remark, Role, SectionKind
from docforge.settings import PresentSettings
from docforge.write import Reference, WriteSettings, write
from docforge.write.docx.runs import stretches

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {"w": W[1:-1]}


def made(presentation: Presentation) -> zipfile.ZipFile:
    data = write(presentation, "docx", WriteSettings(), context=Context.fixed(), report=Report())
    return zipfile.ZipFile(io.BytesIO(data))


def story(presentation: Presentation) -> etree._Element:
    return etree.fromstring(made(presentation).read("word/document.xml"))


def article(*inlines: Inline, tag: str = "en") -> Presentation:
    item = presentations.item(Role.BODY, inlines, tag)
    return presentations.document((presentations.section(SectionKind.ARTICLE, "a1", "T", (item,), tag),), tag)


def test_python_docx_finds_the_styles_of_the_roles() -> None:
    data = write(presentations.all_roles(), "docx", WriteSettings(), context=Context.fixed(), report=Report())
    used = {p.style.name for p in docx.Document(io.BytesIO(data)).paragraphs}
    assert {"Title", "Subtitle", "Byline", "Body Text", "Quote", "Heading 2", "Caption", "Credit Line"} <= used
    assert {"Tagline", "List Paragraph", "Kicker", "Question", "Answer", "Preformatted", "Unplaced Text"} <= used


def test_every_style_that_is_used_is_defined() -> None:
    for presentation in (presentations.all_roles(), presentations.pack(marking="Internal")):
        archive = made(presentation)
        sheet = etree.fromstring(archive.read("word/styles.xml"))
        known = set(sheet.xpath("//w:style/@w:styleId", namespaces=NS))
        for name in archive.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                tree = etree.fromstring(archive.read(name))
                assert set(tree.xpath("//w:pStyle/@w:val|//w:rStyle/@w:val", namespaces=NS)) <= known
        assert set(sheet.xpath("//w:basedOn/@w:val|//w:next/@w:val", namespaces=NS)) <= known


def test_contents_link_to_a_bookmark_each_with_its_page_and_ask_nothing() -> None:
    presentation = presentations.pack(["en", "ar", "ja"])
    tree = story(presentation)
    anchors = tree.xpath("//w:hyperlink/@w:anchor", namespaces=NS)
    assert len(anchors) == len(set(anchors)) == 5
    assert set(anchors) <= set(tree.xpath("//w:bookmarkStart/@w:name", namespaces=NS))
    numbers = ["".join(e.itertext(f"{W}t")).strip()[-1] for e in tree.iter(f"{W}hyperlink")]
    assert numbers == ["3", "4", "5", "6", "7"]
    kinds = [c.get(f"{W}fldCharType") for c in tree.iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")
    assert b"updateFields" not in made(presentation).read("word/settings.xml")


def test_right_to_left_runs_are_marked_and_latin_ones_are_not() -> None:
    for run in story(presentations.in_script("ar")).iter(f"{W}r"):
        text = "".join(run.itertext(f"{W}t"))
        marked = run.find(f"{W}rPr/{W}rtl") is not None
        if "Harbour" in text:
            assert not marked
        elif any("\u0621" <= c <= "\u064a" for c in text):
            assert marked


def test_languages_stand_on_runs_in_the_attribute_of_their_script() -> None:
    tree = story(article(Inline("a"), Inline("川", lang="ja"), Inline("عودة", lang="ar"), Inline("Ә", lang="kk")))
    found = [dict(e.attrib) for e in tree.iter(f"{W}lang")]
    assert found == [
        {f"{W}val": "ja-JP", f"{W}eastAsia": "ja-JP"},
        {f"{W}val": "ar-EG", f"{W}bidi": "ar-EG"},
        {f"{W}val": "kk-KZ"},
    ]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "\\\\host\\share", "ftp://x.org/a"])
def test_only_web_and_mail_addresses_are_active(url: str) -> None:
    archive = made(article(Inline("here", InlineKind.LINK, value=url)))
    assert b"External" not in archive.read("word/_rels/document.xml.rels")
    assert b"here" in archive.read("word/document.xml")


def test_properties_are_ours_and_no_extension_is_named() -> None:
    archive = made(presentations.all_roles())
    core = archive.read("docProps/core.xml").decode()
    assert "Mira Holt; Jonas Eberle" in core
    assert "2024-05-17T09:30:00Z" in core
    assert "python-docx" not in core
    assert not any("thumbnail" in n for n in archive.namelist())
    assert all(b"schemas.microsoft.com/office/word/20" not in archive.read(n) for n in archive.namelist())


TEXT = st.text(st.sampled_from("ab 12(,.)«»שלעו" + "\u0660\u0661"), max_size=40)


@settings(max_examples=200, deadline=None)
@given(TEXT, st.booleans())
def test_stretches_are_the_text_and_never_mark_latin_as_right_to_left(text: str, base: bool) -> None:
    pieces = list(stretches(text, right_to_left=base))
    assert "".join(piece for piece, _ in pieces) == text
    for piece, rtl in pieces:
        assert not (rtl and any(c in "ab" for c in piece))
        assert not (not rtl and any("\u05d0" <= c <= "\u05ea" for c in piece))


# -- numbers, notes, comments --------------------------------------------------------------------


def presented(text: str, **settings: object) -> Presentation:
    article = docforge.read(text.encode())
    return present(article, PresentSettings(**settings), context=Context.fixed(), report=Report())  # type: ignore[arg-type]


STORY = (
    "---\nsource: Lake News https://lake.example/a?id=1&b=2\nnote: Shortened by the desk.\n---\n"
    "Ferries return to the lake after nine years\n\n"
    "LAKEPORT, May 17 (LN) — The first ferry left the north quay at six in the morning with forty passengers.\n\n"
    "“We kept the timetable of 1962, and nobody has complained about it yet, except for the smoke,” she said.\n\n"
    "Tickets cost two pounds on weekdays and are free on Sundays for everybody who lives on the lake.\n"
)


def test_paragraph_numbers_are_real_and_start_anew_in_each_article() -> None:
    one = presented(STORY, number_paragraphs=True)
    tree = story(one)
    numbered = tree.xpath("//w:p[w:pPr/w:numPr]", namespaces=NS)
    assert len(numbered) == 3
    assert "".join(numbered[0].itertext(f"{W}t")).startswith("LAKEPORT")  # the number itself is not typed
    pack = presentations.document((*one.sections, dataclasses.replace(one.sections[0], anchor="a2")))
    used = [e.get(f"{W}val") for e in story(pack).iter(f"{W}numId")]
    assert used == ["1"] * 3 + ["2"] * 3
    sheet = etree.fromstring(made(pack).read("word/numbering.xml"))
    restarts = sheet.xpath("//w:num[w:lvlOverride/w:startOverride/@w:val='1']/@w:numId", namespaces=NS)
    assert restarts == ["1", "2"]


def test_sources_and_notes_are_footnotes_with_links_of_their_own() -> None:
    archive = made(presented(STORY))
    notes = etree.fromstring(archive.read("word/footnotes.xml"))
    texts = ["".join(n.itertext(f"{W}t")).strip() for n in notes.iter(f"{W}footnote") if not n.get(f"{W}type")]
    assert texts == ["Source: https://lake.example/a?id=1&b=2", "Shortened by the desk."]
    tree = etree.fromstring(archive.read("word/document.xml"))
    wanted = [n.get(f"{W}id") for n in notes.iter(f"{W}footnote") if not n.get(f"{W}type")]
    assert [e.get(f"{W}id") for e in tree.iter(f"{W}footnoteReference")] == wanted
    assert "lake.example" not in "".join(tree.itertext(f"{W}t"))
    assert b"lake.example/a?id=1&amp;b=2" in archive.read("word/_rels/footnotes.xml.rels")
    assert b"lake.example" not in archive.read("word/_rels/document.xml.rels")
    assert {e.get(f"{W}id") for e in etree.fromstring(archive.read("word/settings.xml")).iter(f"{W}footnote")} == {
        "-1",
        "0",
    }


def test_a_note_that_nothing_refers_to_stays_in_its_place() -> None:
    items = (presentations.item(Role.BODY, "Text."), presentations.item(Role.NOTE, "Kept by the archive."))
    archive = made(presentations.document((presentations.section(SectionKind.ARTICLE, "a1", "T", items),)))
    assert "word/footnotes.xml" not in archive.namelist()
    assert b"Kept by the archive." in archive.read("word/document.xml")


def test_review_puts_comments_on_doubtful_words_and_python_docx_reads_them() -> None:
    presentation = presented(STORY.replace(", except for the smoke,” she said.", ".”"), review=True)
    data = write(presentation, "docx", WriteSettings(), context=Context.fixed(), report=Report())
    document = docx.Document(io.BytesIO(data))
    comments = list(document.comments)
    assert [c.author for c in comments] == ["docforge"] * len(comments)
    assert [c.text for c in comments] == ["Nobody was found who says this."]
    tree = story(presentation)
    for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert [e.get(f"{W}id") for e in tree.iter(f"{W}{kind}")] == [str(c.comment_id) for c in comments]


def test_without_review_there_is_no_comment() -> None:
    assert "word/comments.xml" not in made(presented(STORY)).namelist()


def test_remarks_are_anchored_to_the_words_that_they_are_about() -> None:
    inlines = (Inline("He said ", span=Span(0, 8)), Inline("“no”", InlineKind.QUOTATION, span=Span(8, 12)), Inline("."))
    item = presentations.item(Role.BODY, inlines, remarks=(Remark("Who?", Span(8, 12)), Remark("All of it")))
    tree = story(presentations.document((presentations.section(SectionKind.ARTICLE, "a1", "T", (item,)),)))
    [paragraph] = tree.iter(f"{W}p")
    order = [etree.QName(e).localname if not e.text else e.text for e in paragraph.iter() if len(e) == 0]
    marks = [o for o in order if o.startswith("comment") or "“" in o or "He" in o or o == "."]
    assert marks == [
        *("commentRangeStart", "He said ", "commentRangeStart", "“no”", "commentRangeEnd", "commentReference"),
        *(".", "commentRangeEnd", "commentReference"),
    ]


@pytest.mark.parametrize("numbering", [True, False])
def test_numbers_notes_and_comments_work_in_a_reference_document(numbering: bool) -> None:
    own = (
        f'<?xml version="1.0"?><w:numbering xmlns:w="{NS["w"]}"><w:abstractNum w:abstractNumId="4"/><w:num w:numId="7">'
    )
    own += '<w:abstractNumId w:val="4"/></w:num></w:numbering>'
    more = {
        "parts": {"word/numbering.xml": own},
        "links": [f'<Relationship Id="rId20" Type="{references.R}/numbering" Target="numbering.xml"/>'],
        "types": '<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.numbering+xml"/>',
    }
    reference = references.letter(**(more if numbering else {}))  # type: ignore[arg-type]
    settings = WriteSettings(reference=Reference("l.docx", reference))
    presentation = presented(STORY, review=True, number_paragraphs=True)
    data = write(presentation, "docx", settings, context=Context.fixed(), report=Report())
    assert check(data) == []
    archive = zipfile.ZipFile(io.BytesIO(data))
    sheet = etree.fromstring(archive.read("word/numbering.xml"))
    known = {e.get(f"{W}numId"): e.find("w:abstractNumId", NS).get(f"{W}val") for e in sheet.iterfind("w:num", NS)}
    tree = etree.fromstring(archive.read("word/document.xml"))
    assert {e.get(f"{W}val") for e in tree.iter(f"{W}numId")} == ({"8"} if numbering else {"1"})
    assert known == ({"7": "4", "8": "5"} if numbering else {"1": "0"})
    assert "word/footnotes.xml" in archive.namelist()


NOTED = (
    "Ferries return to the lake after nine years\n\n"
    "LAKEPORT, May 17 (LN) — The first ferry left the north quay at six in the morning[1] with forty passengers.\n\n"
    "[1] The timetable of 1962 says half past five.\n"
)


@pytest.mark.parametrize(("option", "inside"), [("frame", True), ("all", False)])
def test_notes_of_the_article_keep_place_and_mark_unless_asked(option: str, inside: bool) -> None:
    settings = WriteSettings(options=(("docx.footnotes", option),))
    data = write(presented(NOTED), "docx", settings, context=Context.fixed(), report=Report())
    archive = zipfile.ZipFile(io.BytesIO(data))
    tree = etree.fromstring(archive.read("word/document.xml"))
    assert ("half past five" in "".join(tree.itertext(f"{W}t"))) is inside
    assert "morning[1] with" in "".join(tree.itertext(f"{W}t"))
    if not inside:
        [reference] = tree.iter(f"{W}footnoteReference")
        assert reference.get(f"{W}customMarkFollows") == "1"
        assert "[1] The timetable" in "".join(etree.fromstring(archive.read("word/footnotes.xml")).itertext(f"{W}t"))


def test_another_value_for_footnotes_is_refused() -> None:
    with pytest.raises(UsageError, match="choose frame or all"):
        write(
            presented(NOTED),
            "docx",
            WriteSettings(options=(("docx.footnotes", "none"),)),
            context=Context.fixed(),
            report=Report(),
        )


def test_the_page_line_runs_as_its_own_language_does() -> None:
    """Labels that a right-to-left locale lacks come in English, and read "Page 1 of 1" from the left."""
    base = presentations.in_script("he")
    english = dataclasses.replace(base, label_language="en", label_direction=Direction.LTR)
    hebrew = dataclasses.replace(base, label_language="he", label_direction=Direction.RTL)
    for presentation, marked in ((english, False), (hebrew, True), (base, True)):
        foot = etree.fromstring(made(presentation).read("word/footer1.xml"))
        assert (foot.find(".//w:bidi", NS) is not None) is marked
        assert (foot.find(".//w:rtl", NS) is not None) is marked


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Harbour reopens\n\nThe harbour opened on Monday.\n", "left"),
        ("افتتاح الميناء\n\nافتتح الميناء اليوم.\n", "right"),
    ],
)
def test_a_set_off_quotation_has_a_bar_at_its_start(text: str, side: str) -> None:
    document = docforge.render(docforge.read(text), "docx")
    styles = zipfile.ZipFile(io.BytesIO(document)).read("word/styles.xml").decode("utf-8")
    quote = styles[styles.index('w:styleId="Quote"') :]
    assert quote.index(f"<w:pBdr><w:{side} ") < quote.index("</w:style>")


# -- columns --------------------------------------------------------------------------------


def preformatted(text: str, tag: str = "en") -> etree._Element:
    table = presentations.item(Role.PREFORMATTED, text, tag)
    (paragraph,) = story(
        presentations.document((presentations.section(SectionKind.ARTICLE, "a1", "T", (table,), tag),), tag)
    ).iterfind(".//w:p", NS)
    return paragraph


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_columns_have_tab_stops(tag: str) -> None:
    paragraph = preformatted("\t2023\t2024\nNorthport\t1,204,300\t12\nMail\t\t8", tag)
    tabs = paragraph.findall("w:pPr/w:tabs/w:tab", NS)
    assert {tab.get(W + "val") for tab in tabs} == {"left"}
    first, second = [int(tab.get(W + "pos")) for tab in tabs]
    # From the margin: an indent of 15 pt, the cell in type of 10.5 pt, the gap.
    assert 300 + 20 * 10.5 * 5 < first < 300 + 20 * 10.5 * 7
    assert first + 20 * 10.5 * 5 < second < first + 20 * 10.5 * 7
    order = [child.tag.removeprefix(W) for child in paragraph.find("w:pPr", NS)]
    schema = ("pStyle", "keepNext", "numPr", "tabs", "suppressAutoHyphens", "bidi", "jc")
    assert order == [name for name in schema if name in order]
    assert len(paragraph.findall(".//w:r/w:tab", NS)) == 6


@pytest.mark.parametrize("text", ["one  two", "\tindented", "\t".join(["a long cell of a table"] * 9)])
def test_what_has_no_columns_has_no_tab_stops(text: str) -> None:
    assert preformatted(text).find(".//w:tabs", NS) is None
