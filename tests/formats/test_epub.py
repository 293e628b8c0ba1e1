# SPDX-License-Identifier: Apache-2.0
"""EPUB files, read with zipfile and lxml: package, navigation, languages, structure, text."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from tests.support import presentations
from tests.support.epubs import EPUB_TYPE, NS, XML_LANG, Epub, tree
from tests.support.extraction import squeeze

from docforge.context import UNDATED, Context
from docforge.diagnostics import Report
from docforge.errors import ThemeError
from docforge.presentation import Direction, Inline, InlineKind, PageText, Presentation, Role, SectionKind
from docforge.theme import load_theme
from docforge.write import WriteSettings, write
from docforge.write.epub.cover import cover_lines

H = "{http://www.w3.org/1999/xhtml}"
REFERENCE = InlineKind.NOTE_REFERENCE


def made(presentation: Presentation, *options: tuple[str, str]) -> Epub:
    data = write(presentation, "epub", WriteSettings(options=options), context=Context.fixed(), report=Report())
    return Epub(data)


def body_text(presentation: Presentation) -> str:
    return squeeze("".join(item.text for section in presentation.sections for item in section.items))


def article(*items: object, tag: str = "en", **more: object) -> Presentation:
    section = presentations.section(SectionKind.ARTICLE, "a1", "A title", items, tag)  # type: ignore[arg-type]
    return presentations.document((section,), tag, **more)  # type: ignore[arg-type]


# -- container and package -------------------------------------------------------------------


def test_mimetype_comes_first_and_is_stored() -> None:
    book = made(presentations.in_script("en"))
    first = book.zip.infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", 0, b"")
    assert book.zip.read("mimetype") == b"application/epub+zip"


def test_names_come_from_counters_never_from_text() -> None:
    hostile = '../../etc/passwd" <nav.xhtml>'
    book = made(article(presentations.item(Role.HEADLINE, hostile, level=1), title=hostile))
    names = set(book.zip.namelist())
    assert names == {
        "mimetype",
        "META-INF/container.xml",
        "EPUB/content.opf",
        "EPUB/style.css",
        "EPUB/cover.svg",
        "EPUB/cover.xhtml",
        "EPUB/c00001.xhtml",
        "EPUB/nav.xhtml",
        "EPUB/toc.ncx",
    }


def test_after_the_mimetype_names_are_sorted() -> None:
    for presentation in (presentations.in_script("en"), presentations.pack(["en", "ar", "ja"])):
        first, *rest = made(presentation).zip.namelist()
        assert first == "mimetype"
        assert rest == sorted(rest)


def test_the_manifest_lists_every_file_once() -> None:
    book = made(presentations.pack(["en", "ar", "ja"]))
    listed = sorted(f"{book.folder}/{item.get('href')}" for item in book.manifest.values())
    there = sorted(n for n in book.zip.namelist() if n.startswith("EPUB/") and not n.endswith(".opf"))
    assert listed == there
    assert len(book.manifest) == len(listed)


def test_metadata_says_what_the_presentation_says() -> None:
    presentation = replace(
        presentations.all_roles(), publisher="Harbour <News> & Co", issued="2024-05", description='A "deck"'
    )
    book = made(presentation)
    assert book.metadata("title") == [presentation.title]
    assert book.metadata("creator") == ["Mira Holt", "Jonas Eberle"]
    assert book.metadata("language")[0] == "en"
    assert set(book.metadata("language")) == {"en", "de", "kk", "ar"}
    assert book.metadata("identifier") == [presentation.identifier]
    assert book.metadata("publisher") == ["Harbour <News> & Co"]
    assert book.metadata("date") == ["2024-05"]
    assert book.metadata("description") == ['A "deck"']
    assert book.metadata("subject") == ["Transport", "ferry", "river"]
    assert book.metadata("dcterms:modified") == ["2024-05-17T09:30:00Z"]
    roles = [(m.get("refines"), m.text) for m in book.package.iter("{*}meta") if m.get("property") == "role"]
    assert roles == [("#creator1", "aut"), ("#creator2", "aut")]


def test_an_undated_book_gets_the_same_moment_each_time() -> None:
    book = made(presentations.in_script("en", modified=None))
    assert book.metadata("dcterms:modified") == [f"{UNDATED:%Y-%m-%dT%H:%M:%SZ}"]
    early = presentations.in_script("en", modified=datetime(1601, 1, 1, tzinfo=UTC))
    assert made(early).metadata("dcterms:modified") == ["1601-01-01T00:00:00Z"]


def test_nothing_of_the_library_is_left() -> None:
    package = made(presentations.in_script("en")).zip.read("EPUB/content.opf").decode().lower()
    assert "ebook-lib" not in package
    assert "ebooklib" not in package


def test_accessibility_metadata_claims_only_what_holds() -> None:
    book = made(presentations.in_script("en"))
    assert book.metadata("schema:accessMode") == ["textual"]
    assert book.metadata("schema:accessModeSufficient") == ["textual"]
    assert {"structuralNavigation", "tableOfContents"} <= set(book.metadata("schema:accessibilityFeature"))
    assert book.metadata("schema:accessibilityHazard") == ["none"]
    assert book.metadata("schema:accessibilitySummary") == ["Tagged and readable."]
    assert book.metadata("dcterms:conformsTo") == []
    named = made(presentations.in_script("en"), ("epub.certified_by", "Harbour News"))
    assert named.metadata("dcterms:conformsTo") == ["EPUB Accessibility 1.1 - WCAG 2.2 Level AA"]
    assert named.metadata("a11y:certifiedBy") == ["Harbour News"]


# -- direction and language ------------------------------------------------------------------


@pytest.mark.parametrize("tag", list(presentations.TEXTS))
def test_language_and_direction_stand_everywhere(tag: str) -> None:
    book = made(presentations.in_script(tag))
    wanted = "rtl" if tag in presentations.RTL else "ltr"
    assert book.package.get(XML_LANG) == tag
    assert book.package.get("dir") == wanted
    assert book.package.find("opf:spine", NS).get("page-progression-direction") == wanted
    for document in [*book.documents(), tree(book.read("nav.xhtml"))]:
        assert (document.get("lang"), document.get(XML_LANG), document.get("dir")) == (tag, tag, wanted)
        assert document.find("h:body", NS).get("dir") == wanted
    ncx = tree(book.read("toc.ncx"))
    assert (ncx.get(XML_LANG), ncx.get("dir")) == (tag, wanted)


def test_runs_and_paragraphs_keep_their_own_language() -> None:
    inlines = (Inline("See "), Inline("قال", lang="ar"), Inline(" here."))
    other = replace(presentations.item(Role.BODY, "حافظنا على الجدول", "ar"))
    (document,) = made(article(presentations.item(Role.BODY, inlines), other)).documents()
    (span,) = document.iter(f"{H}span")
    assert (span.get("lang"), span.get(XML_LANG), span.text) == ("ar", "ar", "قال")
    paragraph = next(p for p in document.iter(f"{H}p") if p.text == "حافظنا على الجدول")
    assert (paragraph.get("lang"), paragraph.get("dir")) == ("ar", "rtl")


def test_a_frame_line_isolates_its_languages() -> None:
    inlines = (Inline("منشور", InlineKind.LABEL, lang="ar"), Inline(" · "), Inline("17 May 2024"))
    (document,) = made(article(presentations.item(Role.METADATA, inlines))).documents()
    (isolate,) = document.iter(f"{H}bdi")
    assert (isolate.text, isolate.get("lang")) == ("منشور", "ar")


# -- navigation ------------------------------------------------------------------------------


def test_every_reference_leads_somewhere() -> None:
    for presentation in (presentations.all_roles(), presentations.pack(["en", "he", "th", "ko"])):
        assert made(presentation).dangling() == []


def test_each_contents_entry_points_at_its_article() -> None:
    presentation = presentations.pack()
    book = made(presentation)
    sections = {s.anchor: s for s in presentation.sections}
    contents = next(d for d in book.documents() if d.xpath("//h:nav", namespaces=NS))
    for links in (contents.findall(".//h:a", NS), book.nav("toc").findall(".//h:a", NS)):
        targets = [link.get("href").partition("#") for link in links]
        wanted = [s for s in presentation.sections if s.kind in (SectionKind.GROUP, SectionKind.ARTICLE)]
        assert [anchor for _, _, anchor in targets] == [s.anchor for s in wanted]
        for link, (href, _, anchor) in zip(links, targets, strict=True):
            assert "".join(link.itertext()) == sections[anchor].title
            target = tree(book.read(href)).xpath(f"//*[@id='{anchor}']")[0]
            assert sections[anchor].items[0].text in "".join(target.itertext())


def test_contents_nest_articles_below_their_group_and_show_the_second_line() -> None:
    presentation = presentations.pack(["en", "kk", "ja"])
    book = made(presentation)
    top = book.nav("toc").findall("h:ol/h:li", NS)
    assert ["".join(li.find("h:a", NS).itertext()) for li in top] == ["First group", "Second group"]
    assert all(li.findall("h:ol/h:li/h:a", NS) for li in top)
    details = [s.text for d in book.documents() for s in d.iter(f"{H}span") if s.get("class") == "detail"]
    assert details == [s.detail for s in presentation.sections if s.detail]


def test_landmarks_name_cover_contents_and_body() -> None:
    marks = made(presentations.pack(["en", "ar"])).nav("landmarks").findall(".//h:a", NS)
    assert [mark.get(EPUB_TYPE) for mark in marks] == ["cover", "titlepage", "toc", "bodymatter"]
    marks = made(presentations.in_script("en")).nav("landmarks").findall(".//h:a", NS)
    assert [mark.get(EPUB_TYPE) for mark in marks] == ["cover", "bodymatter"]


def test_a_single_article_lists_its_crossheads() -> None:
    links = made(presentations.all_roles()).nav("toc").findall("h:ol/h:li/h:ol/h:li/h:a", NS)
    assert [link.text for link in links] == ["What a ticket costs", "An interview"]


def long_pack() -> Presentation:
    item = presentations.item
    own = [item(Role.HEADLINE, "A long one", level=1)]
    own += [item(Role.LIST_ITEM if 4 < n < 12 else Role.BODY, f"{n} " + "word and " * 60) for n in range(20)]
    cover = presentations.section(
        SectionKind.COVER, "cover", "Pack", (item(Role.COVER_TITLE, "Pack"), item(Role.BODY, " "))
    )
    long = presentations.section(SectionKind.ARTICLE, "a1", "A long one", own)
    page = PageText("Pack", "{page} / {pages}", digits="٠١٢٣٤٥٦٧٨٩")
    return presentations.document((cover, long), page_text=page)


def test_a_book_has_static_pages_that_the_page_list_leads_to() -> None:
    book = made(long_pack())
    links = book.nav("page-list").findall(".//h:a", NS)
    breaks = [e for d in book.documents() for e in d.iter() if e.get("role") == "doc-pagebreak"]
    assert [link.get("href").partition("#")[2] for link in links] == [e.get("id") for e in breaks]
    assert [link.text for link in links] == [e.get("aria-label") for e in breaks] == ["١", "٢", "٣", "٤", "٥"]
    assert {e.getparent().tag for e in breaks} <= {f"{H}section", f"{H}header"}
    targets = tree(book.read("toc.ncx")).findall(".//ncx:pageTarget/ncx:content", NS)
    assert [t.get("src") for t in targets] == [link.get("href") for link in links]
    assert book.dangling() == []
    assert book.metadata("schema:accessibilityFeature")[-2:] == ["pageNavigation", "pageBreakMarkers"]
    source = [m.text for m in book.package.iter("{*}meta") if m.get("property") == "pageBreakSource"]
    assert source == ["none"]


def test_a_long_article_has_pages_a_short_one_none() -> None:
    items = [presentations.item(Role.BODY, f"{n} " + "word and " * 60) for n in range(8)]
    assert len(made(article(*items)).nav("page-list").findall(".//h:a", NS)) == 2
    book = made(presentations.in_script("en"))
    navs = [n.get(EPUB_TYPE) for n in tree(book.read("nav.xhtml")).iter(f"{H}nav")]
    assert navs == ["toc", "landmarks"]
    assert "pageNavigation" not in book.metadata("schema:accessibilityFeature")


def test_catalogue_texts_without_a_translation_are_named_english() -> None:
    book = made(replace(presentations.in_script("ar"), label_language="en", label_direction=Direction.LTR))
    title = tree(book.read("nav.xhtml")).find(".//h:h1", NS)
    assert (title.get("lang"), title.get("dir")) == ("en", "ltr")
    summary = next(m for m in book.package.iter("{*}meta") if m.get("property") == "schema:accessibilitySummary")
    assert (summary.get(XML_LANG), summary.get("dir")) == ("en", "ltr")


def test_catalogue_texts_name_their_language() -> None:
    book = made(replace(presentations.in_script("kk"), locale="fr"))
    title = tree(book.read("nav.xhtml")).find(".//h:h1", NS)
    assert (title.get("lang"), title.get(XML_LANG)) == ("fr", "fr")


def test_the_ncx_holds_the_same_entries() -> None:
    book = made(presentations.pack(["en", "ar", "ja"]))
    nav = [(a.text, a.get("href")) for a in book.nav("toc").findall(".//h:a", NS)]
    points = tree(book.read("toc.ncx")).iter("{http://www.daisy.org/z3986/2005/ncx/}navPoint")
    ncx = [(p.find("ncx:navLabel/ncx:text", NS).text, p.find("ncx:content", NS).get("src")) for p in points]
    assert ncx == nav
    uid = tree(book.read("toc.ncx")).xpath("string(//ncx:meta[@name='dtb:uid']/@content)", namespaces=NS)
    assert uid == book.metadata("identifier")[0]


# -- structure -------------------------------------------------------------------------------


def test_roles_become_structures() -> None:
    (document,) = made(presentations.all_roles()).documents()

    def found(path: str) -> list[str]:
        return ["".join(e.itertext()) for e in document.iterfind(f".//h:section/{path}", NS)]

    assert found("h:header/h:h1") == ["River ferries return after nine years"]
    assert found("h:h2") == ["What a ticket costs", "An interview"]
    assert found("h:blockquote/h:p") == ["“Nobody counted on the band,” said Ann Vale."]
    assert found("h:ul/h:li")[0] == "- one way, £2.50 for anybody over twelve"
    assert len(found("h:ul")) == 1
    assert found("h:header/h:p[@role='doc-subtitle']")
    assert found("h:p[@role='doc-credit']") == ["Photo: Pavel Orlo / Harbour News"]
    assert found("h:pre") == ["06:00  north quay\n06:20  mill\n06:45  south quay"]
    (time,) = document.iter(f"{H}time")
    assert (time.get("datetime"), time.text) == ("2024-05-17", "17 May 2024")
    assert [e.text for e in document.iter(f"{H}cite")] == ["Ann Vale"]
    section = document.find(".//h:section", NS)
    assert (section.get(EPUB_TYPE), section.get("role")) == ("chapter", "doc-chapter")
    assert section.get("aria-labelledby") == document.find(".//h:h1", NS).get("id")


def test_notes_pop_up_and_lead_back() -> None:
    (document,) = made(presentations.all_roles()).documents()
    (mark,) = [a for a in document.iter(f"{H}a") if a.get("role") == "doc-noteref"]
    (note,) = document.iter(f"{H}aside")
    assert (mark.get(EPUB_TYPE), note.get(EPUB_TYPE), note.get("role")) == ("noteref", "footnote", "doc-footnote")
    assert mark.get("href") == f"#{note.get('id')}"
    (back,) = note.iter(f"{H}a")
    assert (back.get("role"), back.get("href"), back.text) == ("doc-backlink", f"#{mark.get('id')}", "[1]")
    assert "".join(note.itertext()).strip() == "[1] Timetable of the harbour office, page 2."


def test_notes_are_found_across_documents_and_never_dangle() -> None:
    item = presentations.item
    mark = Inline("[1]", REFERENCE, value="1")
    marked = [item(Role.BODY, (Inline(f"{n} " + "word " * 400), mark)) for n in range(99)]
    lost = item(Role.BODY, (Inline("a"), Inline("[7]", REFERENCE, value="7"), Inline("[2]", REFERENCE, value="2")))
    notes = [item(Role.NOTE, "Source.", marker="[1] ", note="1"), item(Role.NOTE, "Odd.", marker="[9] ", note="9")]
    early = item(Role.NOTE, "Before its mark.", marker="[2] ", note="2")
    book = made(article(item(Role.HEADLINE, "T", level=1), early, *marked, lost, *notes))
    assert len(book.spine) > 1
    links = [a for d in book.documents() for a in d.iter(f"{H}a")]
    assert [a.get("role") for a in links].count("doc-noteref") == 100
    assert links[1].get("href") == f"{book.spine[-1]}#a1-n1"
    assert links[-1].get("href") == f"{book.spine[0]}#a1-r1"
    assert book.dangling() == []


def test_a_mark_of_a_blank_note_leads_nowhere() -> None:
    item = presentations.item
    mark = item(Role.BODY, (Inline("Tides"), Inline("[3]", REFERENCE, value="3")))
    book = made(article(item(Role.HEADLINE, "T", level=1), mark, item(Role.NOTE, " ", note="3")))
    assert "[3]" in book.text
    assert book.dangling() == []


def test_the_articles_quotation_marks_stay_text() -> None:
    (document,) = made(presentations.all_roles()).documents()
    assert not list(document.iter(f"{H}q"))
    spoken = [e for e in document.iter(f"{H}span") if e.get("class") == "quotation"]
    assert next((e.text, e.get("data-speaker")) for e in spoken) == ("“We kept the timetable,”", "Ann Vale")


@pytest.mark.parametrize(
    ("value", "kept"),
    [("2022-09-14", True), ("2022-09", True), ("2022", True), ("--09-14", True), ("---14", False), ("0000-01", False)],
)
def test_only_dates_that_html_knows_become_datetime(value: str, kept: bool) -> None:
    line = presentations.item(Role.METADATA, (Inline("a day", InlineKind.TIME, value=value),))
    (document,) = made(article(line)).documents()
    assert [e.get("datetime") for e in document.iter(f"{H}time")] == ([value] if kept else [])
    assert "a day" in "".join(document.itertext())


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "http://a b",
        "https://x\n.example",
        "//x",
        "",
        None,
    ],
)
def test_only_web_and_mail_links_become_active(target: str | None) -> None:
    line = presentations.item(Role.BODY, (Inline("a link", InlineKind.LINK, value=target),))
    (document,) = made(article(line)).documents()
    assert not list(document.iter(f"{H}a"))
    assert "a link" in "".join(document.itertext())


def test_headings_never_skip_a_level() -> None:
    item = presentations.item
    presentation = article(
        item(Role.CROSSHEAD, "one", level=4), item(Role.CROSSHEAD, "two", level=5), item(Role.BODY, "x"),
        item(Role.HEADLINE, "three", level=2), item(Role.CROSSHEAD, "four", level=9),
    )  # fmt: skip
    (document,) = made(presentation).documents()
    levels = [int(e.tag[-1]) for e in document.iter() if e.tag in {f"{H}h{n}" for n in range(1, 7)}]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_a_marking_stands_in_every_document() -> None:
    for document in made(presentations.pack(["en", "ar"], marking="TLP:AMBER")).documents():
        assert document.find("h:body/h:p", NS).text == "TLP:AMBER"


def test_an_article_without_items_is_still_a_book() -> None:
    book = made(article())
    assert len(book.spine) == 1
    assert book.dangling() == []


# -- cover -----------------------------------------------------------------------------------


def test_the_cover_shows_title_and_date_as_text() -> None:
    book = made(presentations.pack(["en", "ar"]))
    assert book.by_property("cover-image") == "cover.svg"
    svg = tree(book.read("cover.svg"))
    assert [t.text for t in svg.iter("{http://www.w3.org/2000/svg}text")] == ["Morning", "briefing", "17 May 2024"]
    assert svg.get("aria-label") == "Morning briefing · 17 May 2024"
    assert book.pages[0] == ("cover.xhtml", True)
    (image,) = tree(book.read("cover.xhtml")).iter(f"{H}img")
    assert (image.get("src"), image.get("alt")) == ("cover.svg", "Morning briefing · 17 May 2024")
    page = book.documents()[0]
    assert page.find(".//h:section", NS).get(EPUB_TYPE) == "titlepage"
    assert page.find(".//h:h1", NS).text == "Morning briefing"


def test_a_single_article_gets_a_cover_page_on_request() -> None:
    plain = made(presentations.in_script("ar"))
    assert plain.pages == [("cover.xhtml", False), ("c00001.xhtml", True)]
    book = made(presentations.in_script("ar"), ("epub.cover_page", "true"))
    assert [linear for _, linear in book.pages] == [True, True, True]
    assert book.documents()[0].find(".//h:h1", NS).text == presentations.TEXTS["ar"][0]
    drawn = list(tree(book.read("cover.svg")).iter("{http://www.w3.org/2000/svg}text"))
    assert drawn[0].get("direction") == "rtl"
    assert " ".join(t.text for t in drawn).startswith(presentations.TEXTS["ar"][0])


@pytest.mark.parametrize("tag", list(presentations.TEXTS))
def test_cover_lines_keep_every_letter_and_no_mark_apart(tag: str) -> None:
    for text in presentations.TEXTS[tag]:
        lines = cover_lines(text, 9)
        assert squeeze("".join(lines)) == squeeze(text)
        assert not any(unicodedata.category(line[0]).startswith("M") for line in lines)


SVG_TEXT = "{http://www.w3.org/2000/svg}text"


def drawn(book: Epub) -> list[tuple[str, int, int]]:
    """Text, baseline and size of each line of the cover picture."""
    found = tree(book.read("cover.svg")).iter(SVG_TEXT)
    return [("".join(t.itertext()), int(t.get("y")), int(t.get("font-size"))) for t in found]


LONG_TITLES = [
    "Leaders of two countries at opposite ends of the Old Silk Road call their relations “a golden anniversary”",
    "В Приозёрском районе снимают режим чрезвычайной ситуации после трёх недель наводнения и дождей",
    "ตลาดน้ำคลองบัวกลับมาเปิดอีกครั้งหลังน้ำท่วมใหญ่ที่สุดในรอบสามสิบปีของจังหวัดและพื้นที่ใกล้เคียงทั้งหมด",
    "word " * 59,
    "x" * 300,
    "漢" * 300,
]


@pytest.mark.parametrize("title", LONG_TITLES)
def test_every_line_of_the_cover_stands_on_the_cover(title: str) -> None:
    section = presentations.section(
        SectionKind.ARTICLE, "a1", title.strip(), (presentations.item(Role.HEADLINE, title),), detail="17 May 2024"
    )
    lines = drawn(made(presentations.document((section,), title=title)))
    assert lines[-1][0] == "17 May 2024"
    bottoms = [y + size * 0.3 for _, y, size in lines]
    assert bottoms == sorted(bottoms)
    assert max(bottoms) < 2560 - 160
    assert lines[-2][1] + lines[-2][2] < lines[-1][1]
    assert len(lines) < 3 or min(y - x for (_, x, _), (_, y, _) in pairwise(lines)) >= 68


def test_the_cover_breaks_at_words_where_they_fit() -> None:
    title = presentations.item(Role.HEADLINE, LONG_TITLES[1], level=1)
    lines = [text for text, _, _ in drawn(made(article(title, title=LONG_TITLES[1])))]
    assert " ".join(lines) == LONG_TITLES[1]
    korean = cover_lines("푸른항 새벽시장, 화재 1년 만에 다시 문 연다", 7, "ko")
    assert " ".join(korean) == "푸른항 새벽시장, 화재 1년 만에 다시 문 연다"
    for line in cover_lines("古い時計台、百年ぶりに鐘が鳴る「白崎市」", 6, "ja")[1:]:
        assert line[0] not in "、」っ"
    for line in cover_lines("ตลาดน้ำคลองบัวกลับมาเปิดอีกครั้งหลังน้ำท่วมใหญ่", 8, "th"):
        assert not line.startswith(("ง", "ญ่", "า"))


def test_the_cover_has_author_date_and_marking_although_the_frame_is_silent() -> None:
    items = (presentations.item(Role.HEADLINE, "A title", level=1), presentations.item(Role.BYLINE, "By Mira Holt"))
    section = presentations.section(SectionKind.ARTICLE, "a1", "A title", items, detail="17 May 2024")
    page = PageText("A title", "{page} / {pages}", marking="TLP:AMBER")
    book = made(presentations.document((section,), title="A title", page_text=page))
    assert [text for text, _, _ in drawn(book)] == ["TLP:AMBER", "A title", "By Mira Holt", "17 May 2024"]
    (image,) = tree(book.read("cover.xhtml")).iter(f"{H}img")
    assert image.get("alt") == "TLP:AMBER · A title · By Mira Holt · 17 May 2024"


# -- text ------------------------------------------------------------------------------------


def test_no_character_is_lost_or_doubled() -> None:
    for presentation in (presentations.all_roles(), *(presentations.in_script(t) for t in presentations.TEXTS)):
        assert squeeze(made(presentation).text) == body_text(presentation)


def test_very_long_articles_become_several_documents() -> None:
    lines = [f"Paragraph {number} " + "with words that fill a line " * 40 for number in range(400)]
    head = presentations.item(Role.HEADLINE, "A title", level=1)
    items = [head, *(presentations.item(Role.LIST_ITEM if n % 3 else Role.BODY, t) for n, t in enumerate(lines))]
    items.append(presentations.item(Role.CROSSHEAD, "At the end", level=2))
    presentation = article(*items)
    book = made(presentation)
    assert len(book.spine) > 3
    assert max(len(book.read(href)) for href in book.spine) < 300_000
    assert squeeze(book.text) == body_text(presentation)
    assert book.dangling() == []
    (link,) = book.nav("toc").findall("h:ol/h:li/h:ol/h:li/h:a", NS)
    assert link.get("href").startswith(book.spine[-1])


def test_one_paragraph_of_twelve_million_letters_is_whole() -> None:
    text = "word and " * 1_350_000
    book = made(article(presentations.item(Role.BODY, text)))
    kept = "".join(book.documents()[0].find(".//h:p", NS).itertext())
    assert kept == text
    # Readers on libxml2 refuse single text nodes beyond ten million characters.
    assert b"</span><span>" in book.read(book.spine[0])


@pytest.mark.parametrize(
    "text", ["</p></body></html>", "<script>x</script>", "<!-- -->", "]]>", "&amp;", "a\x00b\ufffe\x1fc", "\ud800"]
)
def test_text_is_never_markup(text: str) -> None:
    presentation = article(
        presentations.item(Role.HEADLINE, text, level=1),
        presentations.item(Role.BODY, (Inline(text, InlineKind.QUOTATION, value=text),)),
        title=text,
    )
    (document,) = made(presentation).documents()
    for element in (document.find(".//h:h1", NS), document.find(".//h:p/h:span", NS)):
        shown = "".join("\ufffd" if c in "\x00\ufffe\x1f\ud800" else c for c in text)
        assert element.text == shown
        assert len(element) == 0


def test_direction_of_an_item_may_differ_from_its_section() -> None:
    line = replace(presentations.item(Role.BODY, "abc"), direction=Direction.RTL)
    (document,) = made(article(line)).documents()
    assert document.find(".//h:section/h:p", NS).get("dir") == "rtl"


# -- style -----------------------------------------------------------------------------------


def test_the_style_sheet_follows_the_theme_and_leaves_colours_to_the_reader() -> None:
    css = made(presentations.in_script("en")).read("style.css").decode()
    assert ".headline{font-size:1.905rem;" in css  # 20 of 10.5 pt
    assert "px" not in css
    assert "background" not in css
    assert "direction:" not in css
    theme = load_theme()
    changed = replace(theme, roles={**theme.roles, Role.HEADLINE: replace(theme.roles[Role.HEADLINE], size_pt=21.0)})
    data = write(
        presentations.in_script("en"), "epub", WriteSettings(changed), context=Context.fixed(), report=Report()
    )
    assert ".headline{font-size:2rem;" in Epub(data).read("style.css").decode()


def test_a_font_list_that_is_more_than_names_is_refused() -> None:
    theme = load_theme()
    bad = replace(theme, families={**theme.families, "display": replace(theme.families["display"], css="x;}</style>")})
    with pytest.raises(ThemeError, match=r"fonts\.display\.css"):
        write(presentations.in_script("en"), "epub", WriteSettings(bad), context=Context.fixed(), report=Report())


def test_ebooklib_is_loaded_only_to_write() -> None:
    code = (
        "import sys, docforge.write.epub, docforge.write.html; print('ebooklib' in sys.modules, 'lxml' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.split() == ["False", "False"]


# -- fonts -----------------------------------------------------------------------------------


def test_fonts_are_embedded_only_on_request() -> None:
    book = made(presentations.pack(["en", "hi"]))
    assert not [name for name in book.zip.namelist() if name.endswith((".ttf", ".otf"))]
    assert "@font-face" not in book.read("style.css").decode()


@pytest.mark.parametrize("tag", list(presentations.TEXTS))
def test_embedded_fonts_cover_every_letter(tag: str) -> None:
    import uharfbuzz

    presentation = presentations.in_script(tag)
    book = made(presentation, ("epub.fonts", "true"))
    css = book.read("style.css").decode()
    faces = re.findall(r"@font-face\{font-family:([\w-]+);font-weight:(\d+);.*?src:url\((\w+\.[ot]tf)\)", css)
    covered: dict[str, set[int]] = {}
    for family, _, name in faces:
        covered.setdefault(family, set()).update(uharfbuzz.Face(book.read(name)).unicodes)
        assert len(book.read(name)) < 120_000
    han = {"zh-Hans": "-zh-hans", "ja": "-ja", "ko": "-ko"}.get(tag, "")
    for item in presentation.sections[0].items:
        family = f"docforge-{'display' if item.role is Role.HEADLINE else 'text'}{han}"
        if item.role in (Role.HEADLINE, Role.BODY):
            assert {ord(c) for c in item.text if not c.isspace()} <= covered[family]
            assert f"{{font-family:{family}," in css
    assert book.dangling() == []
    again = write(
        presentation, "epub", WriteSettings(options=(("epub.fonts", "true"),)), context=Context.fixed(), report=Report()
    )
    assert book.zip.fp.getvalue() == again  # type: ignore[union-attr]
