# SPDX-License-Identifier: Apache-2.0
"""DOCX read back by zipfile, lxml and python-docx: structure, languages, links, contents, properties."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.support import presentations

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.presentation import Inline, InlineKind, Presentation, Role, SectionKind
from docforge.write import WriteSettings, write
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
