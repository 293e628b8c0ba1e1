# SPDX-License-Identifier: Apache-2.0
"""The PDF writer, judged by readers that are not ours: validators, extractors, the structure tree."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import unicodedata
from dataclasses import replace

import page as validator
import pikepdf
import pypdf
import pytest
from tests.support import presentations
from tests.support.cost import lines_run
from tests.support.extraction import text_of_file
from tests.support.pdfs import artifact_texts, open_pdf, structure, unmarked_text

import docforge
from docforge.context import Context, Limits
from docforge.diagnostics import Report
from docforge.errors import FontError, LimitError, UsageError
from docforge.model import SourceInfo
from docforge.presentation import Inline, InlineKind, PageText, Presentation, Role, SectionKind
from docforge.theme import load_theme
from docforge.write import WriteSettings
from docforge.write.pdf import PdfWriter, extract_attachments

BIDI_CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def made(presentation: Presentation, report: Report | None = None, **options: str) -> bytes:
    chosen = tuple((f"pdf.{name}", value) for name, value in options.items())
    settings = WriteSettings(options=chosen)
    own = Report() if report is None else report
    return PdfWriter().write(presentation, settings, context=Context.fixed(), report=own)


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad]+", "", BIDI_CONTROLS.sub("", unicodedata.normalize("NFKC", text)))


def tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        if os.environ.get("DOCFORGE_REQUIRE_TOOLS") == "1" or os.environ.get("CI") == "true":
            pytest.fail(f"{name} is not installed")
        pytest.skip(f"{name} is not installed")
    return found


def long_article(words: int, tag: str = "en") -> Presentation:
    vocabulary = " ".join(presentations.TEXTS[tag][1:]).split()
    text = " ".join(vocabulary[i % len(vocabulary)] for i in range(words))
    body = presentations.item(Role.BODY, text, tag)
    head = presentations.item(Role.HEADLINE, "A long article", tag, level=1)
    section = presentations.section(SectionKind.ARTICLE, "a1", "A long article", (head, body), tag)
    return presentations.document((section,), tag)


@pytest.fixture(scope="module")
def roles() -> bytes:
    return made(presentations.all_roles())


@pytest.fixture(scope="module")
def book() -> bytes:
    return made(presentations.pack(marking="For official use"))


# -- standards ------------------------------------------------------------------------------


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_documents_conform(roles: bytes, book: bytes, profile: str) -> None:
    for pdf in (roles, book, made(long_article(3000))):
        report = validator.validate_pdf_bytes(pdf, profile=profile)
        assert report.is_compliant, [(f.rule_id, f.message) for f in report.failures]


def test_every_font_is_an_embedded_subset(book: bytes) -> None:
    opened = open_pdf(book)
    fonts = [o for o in opened.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"]
    names = [str(font.BaseFont) for font in fonts if font.Subtype == "/Type0"]
    assert len(names) == len(set(names)) > 5
    assert all(re.fullmatch(r"/[A-Z]{6}\+[A-Za-z0-9-]+", name) for name in names)
    assert all("/FontFile2" in font.FontDescriptor for font in fonts if font.Subtype == "/CIDFontType2")
    assert {str(font.Subtype) for font in fonts} == {"/Type0", "/CIDFontType2"}


# -- text -----------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", list(presentations.TEXTS))
def test_the_structure_tree_gives_the_text_back_exactly(tag: str) -> None:
    presentation = presentations.in_script(tag)
    document = structure(made(presentation))
    texts = [node.text for node in document.all("H1", "P")]
    assert [squeezed(text) for text in texts] == [squeezed(item.text) for item in presentation.sections[0].items]


@pytest.mark.parametrize("tag", list(presentations.TEXTS))
def test_pypdf_reads_every_script(tag: str) -> None:
    presentation = presentations.in_script(tag)
    text = squeezed("".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(made(presentation))).pages))
    for item in presentation.sections[0].items:
        assert squeezed(item.text) in text


@pytest.mark.parametrize("tag", [tag for tag in presentations.TEXTS if tag not in ("ar", "he", "ta")])
def test_pdftotext_reads_every_script(tag: str) -> None:
    presentation = presentations.in_script(tag)
    run = subprocess.run([tool("pdftotext"), "-", "-"], input=made(presentation), capture_output=True, check=True)
    for item in presentation.sections[0].items:
        assert squeezed(item.text) in squeezed(run.stdout.decode())


@pytest.mark.parametrize("order", [[], ["-raw"]])
def test_a_ligature_gives_back_a_letter_that_stands_in_it_twice(order: list[str]) -> None:
    words = "زار الرئيس عبد الله الميناء والله خير حافظا والحمد لله"
    head = presentations.item(Role.HEADLINE, words, "ar", level=1)
    section = presentations.section(SectionKind.ARTICLE, "a1", words, (head,), "ar")
    pdf = made(presentations.document((section,), "ar"))
    run = subprocess.run([tool("pdftotext"), *order, "-", "-"], input=pdf, capture_output=True, check=True)
    assert squeezed(words) in squeezed(run.stdout.decode())
    assert squeezed(words) in squeezed(pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text())


@pytest.mark.parametrize("tag", ["ar", "he", "ta"])
def test_pdftotext_in_content_order_reads_the_other_scripts(tag: str) -> None:
    # By position, poppler puts neutral characters beside numbers on the wrong side of right-to-left lines
    # and takes wide gaps for columns.
    presentation = presentations.in_script(tag)
    command = [tool("pdftotext"), "-raw", "-", "-"]
    run = subprocess.run(command, input=made(presentation), capture_output=True, check=True)
    for item in presentation.sections[0].items:
        assert squeezed(item.text) in squeezed(run.stdout.decode())


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_cells_stand_below_each_other(tag: str) -> None:
    name, other = ("Northport", "Mail") if tag == "en" else ("الميناء", "بريد")
    table = presentations.item(Role.PREFORMATTED, f"\t2023\t2024\n{name}\t1,204,300\t17\n{other}\t\t88", tag)
    section = presentations.section(SectionKind.ARTICLE, "a1", "T", (table,), tag)
    pdf = made(presentations.document((section,), tag))
    run = subprocess.run([tool("pdftotext"), "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
    words = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)".*?>([^<]+)</word>', run.stdout.decode())
    edge = {word: float(right if tag == "ar" else left) for left, _, right, word in words}
    assert edge["2023"] == pytest.approx(edge["1,204,300"], abs=0.1)
    assert edge["2024"] == pytest.approx(edge["17"], abs=0.1)
    assert edge["2024"] == pytest.approx(edge["88"], abs=0.1)
    assert (edge["2024"] < edge["2023"]) == (tag == "ar")


def test_characters_above_ffff_survive() -> None:
    text = "Mathematical 𝐀𝐁, CJK 𠮷野家, music 𝄞 and a joined family."
    item = presentations.item(Role.BODY, text)
    section = presentations.section(SectionKind.ARTICLE, "a1", "Planes", (item,))
    pdf = made(presentations.document((section,)))
    assert text.replace(" ", "") in structure(pdf).text.replace(" ", "")
    assert "𠮷" in pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()


def test_a_symbol_without_glyph_is_a_box_and_stays_itself() -> None:
    report = Report()
    item = presentations.item(Role.BODY, "Before \ue123 after")
    section = presentations.section(SectionKind.ARTICLE, "a1", "Private use", (item,))
    pdf = made(presentations.document((section,)), report)
    assert "\ue123" in structure(pdf).text
    assert pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text().count("\ue123") == 1
    assert "E123" not in pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    assert any("E123" in d.message for d in report.warnings)
    assert validator.is_pdf_compliant_bytes(pdf, profile="ua1")


def test_letters_of_an_unknown_script_are_a_font_error() -> None:
    item = presentations.item(Role.BODY, "\U00010a00\U00010a10")  # Kharoshthi
    section = presentations.section(SectionKind.ARTICLE, "a1", "Kharoshthi", (item,))
    with pytest.raises(FontError, match=r"10A00|10A10"):
        made(presentations.document((section,)))


# -- structure ------------------------------------------------------------------------------


def test_roles_become_standard_structure(roles: bytes) -> None:
    document = structure(roles)
    article = document.all("Art")[0]
    assert document.tag == "Document"
    assert [node.tag for node in article.kids[:4]] == ["P", "H1", "P", "P"]
    assert [node.text.strip() for node in document.all("H2")] == ["What a ticket costs", "An interview"]
    assert document.all("BlockQuote")[0].kids[0].tag == "P"
    lists = article.all("L")
    assert [kid.tag for kid in lists[0].kids] == ["LI", "LI", "L", "LI", "LI"]
    assert [(entry.kids[0].text, entry.kids[1].text.strip()[:7]) for entry in article.all("LI")][:2] == [
        ("-", "one way"),
        ("-", "there a"),
    ]
    assert article.all("Caption")[0].text.strip() == "The ferry at the north quay"
    assert next(node.text for node in article.all("Quote")) == "“We kept the timetable,”"
    assert unmarked_text(roles) == ""


def test_languages_are_marked_where_they_change(roles: bytes, book: bytes) -> None:
    spans = {node.lang: node.text for node in structure(roles).all("Span")}
    assert spans["de"] == "Fahrplantreue"
    assert spans["kk"] == "«Өзен кемелері оралды»"
    assert squeezed(spans["ar"]) == squeezed("عودة العبّارات (2024)")
    assert str(open_pdf(book).Root.Lang) == "en"
    articles = structure(book).all("Art")
    assert [node.lang or "en" for node in articles] == list(presentations.TEXTS)


def test_headings_skip_no_level() -> None:
    levels = (3, 1, 6, 2, 5)
    items = [presentations.item(Role.CROSSHEAD, f"Heading {n}", level=n) for n in levels]
    section = presentations.section(SectionKind.ARTICLE, "a1", "Headings", items)
    pdf = made(presentations.document((section,)))
    assert [node.tag for node in structure(pdf).kids[0].kids] == ["H1", "H1", "H2", "H2", "H3"]
    assert validator.is_pdf_compliant_bytes(pdf, profile="ua1")


def test_articles_of_a_group_stand_one_level_below_it(book: bytes) -> None:
    document = structure(book)
    groups = [node for node in document.kids if node.tag == "Sect"]
    assert [node.kids[0].tag for node in groups] == ["H1", "H1", "H1", "H1"]
    assert {node.kids[0].tag for node in document.all("Art")} == {"H2"}


# -- pages and navigation ---------------------------------------------------------------------


def test_contents_link_to_their_articles_with_page_numbers(book: bytes) -> None:
    opened = open_pdf(book)
    numbers = {page.objgen: n for n, page in enumerate(opened.pages, 1)}
    entries = structure(book).all("TOCI")
    assert [entry.text.strip()[:8] for entry in entries[:2]] == ["First gr", "River fe"]
    targets = [numbers[link.Dest[0].objgen] for link in opened.pages[1].Annots]
    assert targets == list(range(3, 17))
    printed = [int(re.search(r"(\d+)$", entry.text).group(1)) for entry in entries]  # type: ignore[union-attr]
    assert printed == targets
    assert all(entry.kids[0].tag == "Reference" and entry.all("Link")[0].links == 1 for entry in entries)


@pytest.mark.parametrize("count", [27, 28, 29, 30])
def test_no_page_has_one_entry_of_the_contents_alone(count: int) -> None:
    article = docforge.read("Harbour reopens after storm\n\nThe harbour opened on Monday.\n")
    pack = docforge.make_pack([article] * count, title="Briefing")
    pages = open_pdf(docforge.render(pack, "pdf")).pages
    entries = [len(page.get("/Annots", ())) for page in pages[1:] if page.get("/Annots")]
    assert sum(entries) == count
    assert entries[-1] >= 3


def test_pages_carry_head_foot_and_marking_as_artifacts(book: bytes) -> None:
    texts = artifact_texts(book)
    assert len(texts) == 16
    assert "Page" not in texts[0].get("Footer", "")
    assert all(f"Page {n} of 16" in page["Footer"] for n, page in enumerate(texts[1:], 2))
    assert all("For official use" in page["Footer"] for page in texts)
    assert all("Morning briefing" in page["Header"] for page in texts[1:])


def test_running_head_is_the_section_title_where_it_goes_on() -> None:
    texts = artifact_texts(made(long_article(1500)))
    assert len(texts) >= 3
    assert "Header" not in texts[0]
    assert all(page["Header"] == "A long article" for page in texts[1:])


def test_page_numbers_use_the_digits_of_the_locale() -> None:
    head = PageText("عنوان", "صفحة {page} من {pages}", digits="٠١٢٣٤٥٦٧٨٩")
    presentation = replace(presentations.in_script("ar"), page_text=head)
    assert squeezed(artifact_texts(made(presentation))[0]["Footer"]) == squeezed("صفحة ١ من ١")


def test_outline_follows_groups_and_articles(book: bytes) -> None:
    outline = pypdf.PdfReader(io.BytesIO(book)).outline
    titles = [entry.title for entry in outline if not isinstance(entry, list)]
    assert titles == ["Contents", "First group", "Second group"]
    assert [entry.title for entry in outline[2]] == [presentations.TEXTS[t][0] for t in list(presentations.TEXTS)[:6]]
    assert pypdf.PdfReader(io.BytesIO(book)).page_labels == [str(n) for n in range(1, 17)]


def test_paper_and_reading_direction_come_from_the_presentation() -> None:
    opened = open_pdf(made(presentations.in_script("he", paper_mm=(148.0, 210.0))))
    assert [round(float(v)) for v in opened.pages[0].MediaBox] == [0, 0, 420, 595]
    assert opened.Root.ViewerPreferences.Direction == "/R2L"


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://harbour.example/a?b=1&c=(2)", True),
        ("HTTP://harbour.example", True),
        ("mailto:desk@harbour.example", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("data:text/html,x", False),
    ],
)
def test_only_safe_links_are_links(url: str, kept: bool) -> None:
    inlines = (Inline("See "), Inline("the page", InlineKind.LINK, value=url), Inline(" there."))
    section = presentations.section(SectionKind.ARTICLE, "a1", "Links", (presentations.item(Role.BODY, inlines),))
    pdf = made(presentations.document((section,)))
    opened = open_pdf(pdf)
    annotations = list(opened.pages[0].get("/Annots", []))
    assert [str(a.A.URI) for a in annotations] == ([url] if kept else [])
    assert structure(pdf).text.strip() == "See the page there."
    assert len(structure(pdf).all("Link")) == int(kept)


def test_markup_in_text_is_text() -> None:
    text = "a<b and c & <b>bold</b> <img src='x'> &amp; (paren) \\ backslash"
    section = presentations.section(
        SectionKind.ARTICLE, "a1", text, (presentations.item(Role.HEADLINE, text, level=1),)
    )
    pdf = made(presentations.document((section,)))
    assert structure(pdf).text == text
    opened = open_pdf(pdf)
    assert str(opened.docinfo["/Title"]) == text


def test_two_columns_conform_and_read_in_order() -> None:
    theme = load_theme()
    settings = WriteSettings(theme=replace(theme, page=replace(theme.page, columns=2)))
    presentation = long_article(900)
    pdf = PdfWriter().write(presentation, settings, context=Context.fixed(), report=Report())
    assert squeezed(structure(pdf).text) == squeezed("".join(i.text for i in presentation.sections[0].items))
    assert validator.is_pdf_compliant_bytes(pdf, profile="ua1")
    starts: list[float] = []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for operands, operator in pikepdf.parse_content_stream(opened.pages[0]):
            if str(operator) == "Tm":
                starts.append(round(float(operands[4])))
    assert max(starts) - min(starts) > 200


# -- metadata -------------------------------------------------------------------------------


def test_metadata_says_the_same_twice(roles: bytes) -> None:
    opened = open_pdf(roles)
    assert str(opened.docinfo["/CreationDate"]) == "D:20240517093000+00'00'"
    with opened.open_metadata(update_docinfo=False) as xmp:
        assert xmp["dc:title"] == str(opened.docinfo["/Title"]) == "River ferries return after nine years"
        assert xmp["dc:creator"] == [str(opened.docinfo["/Author"])] == ["Mira Holt; Jonas Eberle"]
        assert xmp["pdf:Keywords"] == str(opened.docinfo["/Keywords"]) == "ferry; river"
        assert xmp["xmp:CreateDate"] == "2024-05-17T09:30:00+00:00"
        assert xmp.pdfa_status == "2A"
        assert xmp["pdfuaid:part"] == "1"
    assert opened.Root.ViewerPreferences.DisplayDocTitle is True


def test_no_clock_no_dates() -> None:
    opened = open_pdf(made(presentations.in_script("en", modified=None)))
    assert "/CreationDate" not in opened.docinfo
    with opened.open_metadata() as xmp:
        assert "xmp:CreateDate" not in xmp


def test_the_same_presentation_gives_the_same_bytes(book: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    made(presentations.in_script("ja"))
    assert made(presentations.pack(marking="For official use")) == book


def test_different_texts_have_different_identifiers() -> None:
    first, second = open_pdf(made(long_article(50))), open_pdf(made(long_article(51)))
    assert first.trailer.ID[1] != second.trailer.ID[1]


# -- attachments and encryption -------------------------------------------------------------


def with_source(raw: bytes, encoding: str) -> Presentation:
    import hashlib

    presentation = presentations.in_script("kk")
    info = SourceInfo("мақала/1.txt", encoding, sha256=hashlib.sha256(raw).hexdigest(), size_bytes=len(raw))
    return replace(presentation, origin=replace(presentation.origin, info=info))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_attached_source_comes_back_byte_for_byte(encoding: str) -> None:
    origin = presentations.in_script("kk").origin
    raw = origin.text.encode(encoding)  # type: ignore[union-attr]
    pdf = made(with_source(raw, encoding), attach_source="true")
    files = dict(extract_attachments(pdf))
    assert files["1.txt"] == raw
    assert b"article" in files["1.article.json"]
    for profile in ("3a", "ua1"):
        report = validator.validate_pdf_bytes(pdf, profile=profile)
        assert report.is_compliant, [(f.rule_id, f.message) for f in report.failures]


def test_a_pack_attaches_every_article() -> None:
    files = extract_attachments(made(presentations.pack(["en", "ar"]), attach_source="true"))
    assert [name for name, _ in files] == [
        "0001-source.article.json",
        "0001-source.txt",
        "0002-source.article.json",
        "0002-source.txt",
    ]


def test_a_plain_file_has_no_attachments(roles: bytes) -> None:
    assert extract_attachments(roles) == ()


@pytest.mark.parametrize(
    "options",
    [
        {"encrypt": "secret", "attach_source": "true"},
        {"encrypt": "secret", "archival": "true"},
        {"attach_source": "true", "archival": "false"},
        {"attach_source": "yes"},
        {"encrypt": "x" * 200},
    ],
)
def test_options_that_exclude_each_other_are_refused(options: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="pdf"):
        made(presentations.in_script("en"), **options)


def test_encryption_is_aes_256_and_keeps_accessibility() -> None:
    pdf = made(presentations.in_script("en"), encrypt="sésame")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(pdf))
    opened = pikepdf.open(io.BytesIO(pdf), password="sésame")
    assert (opened.encryption.R, opened.encryption.bits) == (6, 256)
    assert opened.allow.accessibility
    with opened.open_metadata() as xmp:
        assert xmp.pdfa_status == ""
        assert xmp["pdfuaid:part"] == "1"


# -- limits ---------------------------------------------------------------------------------


def test_too_many_pages_are_refused() -> None:
    context = Context(limits=Limits(pdf_pages=2))
    with pytest.raises(LimitError, match="2 pages"):
        PdfWriter().write(long_article(3000), WriteSettings(), context=context, report=Report())


def test_a_section_without_items_still_has_its_page() -> None:
    section = presentations.section(SectionKind.ARTICLE, "a1", "Only a title", ())
    assert structure(made(presentations.document((section,)))).all("H1")[0].text == "Only a title"


def test_a_long_paragraph_takes_work_in_step() -> None:
    made(long_article(500))  # fonts and words are in their caches
    short, long = (lines_run(lambda n=words: made(long_article(n))) for words in (1_500, 6_000))
    assert long < 5 * short


@pytest.mark.slow
def test_a_paragraph_of_sixty_thousand_words_is_written() -> None:
    assert made(long_article(60_000))


def test_a_note_opens_with_its_mark() -> None:
    items = (presentations.item(Role.BODY, "Text."), presentations.item(Role.NOTE, "See the map.", marker="[1] "))
    document = presentations.document((presentations.section(SectionKind.ARTICLE, "a1", "T", items),))
    assert "[1] See the map." in text_of_file(made(document), "pdf")
