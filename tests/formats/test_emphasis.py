# SPDX-License-Identifier: Apache-2.0
"""Slant, emphasis and hyphens by language, in every format: what the locale says is what is on the page.

No letter is slanted whose script has no slanted form; Chinese emphasis is a dot under each character, Japanese one
over it, Arabic, Hebrew, Thai and Korean take weight; words are broken in the languages that break them.
"""

from __future__ import annotations

import dataclasses
import io
import itertools
import re
import zipfile
from functools import cache

import docx
import pikepdf
import pytest
from lxml import etree
from tests.support import presentations, references
from tests.support.epubs import Epub
from tests.support.pdfs import open_pdf, structure

from docforge import locale
from docforge.context import Context
from docforge.diagnostics import Report
from docforge.locale import Emphasis
from docforge.presentation import Inline, InlineKind, Presentation, Role, SectionKind
from docforge.theme import RoleStyle, Theme, load_theme
from docforge.write import Reference, WriteSettings, write

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = {"w": W}

TEXTS = {
    "en": ("The ferry ", "Northern Star", " sails again on Monday morning."),
    "ru": ("Паром ", "Северная звезда", " снова отправится утром в понедельник."),
    "zh-Hans": ("渡轮", "北方之星", "将于周一早晨恢复航行。"),
    "zh-Hant": ("渡輪", "北方之星", "將於週一早晨恢復航行。"),
    "ja": ("連絡船", "北の星", "は月曜日の朝に再び出航する。"),
    "ko": ("여객선 ", "북극성", "이 월요일 아침 다시 출항한다."),
    "ar": ("العبّارة ", "نجمة الشمال", " تبحر من جديد صباح الاثنين."),
    "he": ("המעבורת ", "כוכב הצפון", " מפליגה שוב ביום שני בבוקר."),
    "th": ("เรือข้ามฟาก", "ดาวเหนือ", "จะออกเดินเรืออีกครั้งในเช้าวันจันทร์"),
    "hi": ("नौका ", "उत्तरी तारा", " सोमवार सुबह फिर चलेगी।"),
}
SLANTED = ("en", "ru")
MARKS = {"zh-Hans": "underDot", "zh-Hant": "underDot", "ja": "dot"}
BOLD = ("ko", "ar", "he", "th", "hi")


def line(tag: str, role: Role = Role.BODY) -> Presentation:
    """One paragraph with an emphasised name."""
    before, name, after = TEXTS[tag]
    inlines = (Inline(before), Inline(name, InlineKind.TERM), Inline(after))
    own = presentations.item(role, inlines, tag)
    return presentations.document((presentations.section(SectionKind.ARTICLE, "a1", "T", (own,), tag),), tag)


@cache
def italic_theme() -> Theme:
    """Every line of it is slanted."""
    theme = load_theme()

    def slanted(style: RoleStyle) -> RoleStyle:
        return dataclasses.replace(style, italic=True)

    return dataclasses.replace(
        theme,
        roles={role: slanted(style) for role, style in theme.roles.items()},
        furniture=slanted(theme.furniture),
        contents_entry=slanted(theme.contents_entry),
    )


def written(shown: Presentation, name: str, theme: Theme | None = None, reference: bytes | None = None) -> bytes:
    settings = WriteSettings(theme=theme or load_theme())
    if reference is not None:
        settings = dataclasses.replace(settings, reference=Reference("office.docx", reference))
    return write(shown, name, settings, context=Context.fixed(), report=Report())


def part(data: bytes, name: str) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(f"word/{name}.xml"))


# -- what the locale says ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "slants", "hyphenates", "emphasis"),
    [
        ("en", True, True, Emphasis.ITALIC),
        ("el", True, True, Emphasis.ITALIC),
        ("hy", True, True, Emphasis.ITALIC),
        ("vi", True, False, Emphasis.ITALIC),
        ("hi", False, True, Emphasis.BOLD),
        ("th", False, False, Emphasis.BOLD),
        ("am", False, False, Emphasis.BOLD),
        ("ko", False, False, Emphasis.BOLD),
        ("ar-MA", False, False, Emphasis.BOLD),
        ("yue-Hans", False, False, Emphasis.DOTS_UNDER),
        ("zh-HK", False, False, Emphasis.DOTS_UNDER),
        ("ja", False, False, Emphasis.DOTS_OVER),
        # No locale serves these; their script still says how they are set.
        ("az-Arab", False, False, Emphasis.BOLD),
        ("kk-Latn", True, True, Emphasis.ITALIC),
        ("und", True, False, Emphasis.ITALIC),
        ("x-nobody", True, False, Emphasis.ITALIC),
    ],
)
def test_how_a_language_is_set(tag: str, slants: bool, hyphenates: bool, emphasis: Emphasis) -> None:
    assert (locale.slants(tag), locale.hyphenates(tag), locale.emphasis(tag)) == (slants, hyphenates, emphasis)


def test_every_locale_slants_or_has_another_emphasis() -> None:
    for tag in locale.available_locales():
        assert locale.slants(tag) == (locale.emphasis(tag) is Emphasis.ITALIC), tag


# -- DOCX -------------------------------------------------------------------------------------


def effective_slant(data: bytes, run: etree._Element) -> bool:
    """Whether Word slants *run*: its own ``w:i``, else that of its two styles, which turn each other round."""
    own = run.find("w:rPr/w:i", NS)
    if own is not None:
        return own.get(f"{{{W}}}val") not in ("0", "false")
    document = docx.Document(io.BytesIO(data))
    styles = {style.style_id: style for style in document.styles}

    def of(identifier: str) -> bool:
        style = styles.get(identifier)
        while style is not None:
            if style.font.italic is not None:
                return bool(style.font.italic)
            style = style.base_style
        return False

    paragraph = run.xpath("string(ancestor::w:p[1]/w:pPr/w:pStyle/@w:val)", namespaces=NS)
    character = run.xpath("string(w:rPr/w:rStyle/@w:val)", namespaces=NS)
    return of(paragraph) != of(character)


@pytest.mark.parametrize("everywhere", [False, True], ids=["default", "italic"])
@pytest.mark.parametrize("tag", TEXTS)
def test_docx_emphasises_as_the_language_does(tag: str, everywhere: bool) -> None:
    data = written(line(tag), "docx", italic_theme() if everywhere else None)
    before, term, _ = part(data, "document").xpath("//w:body//w:r[w:t]", namespaces=NS)
    assert effective_slant(data, before) is (everywhere and tag in SLANTED)
    assert effective_slant(data, term) is (tag in SLANTED and not everywhere)
    assert term.xpath("string(w:rPr/w:em/@w:val)", namespaces=NS) == MARKS.get(tag, "")
    assert bool(term.xpath("w:rPr/w:b and w:rPr/w:bCs", namespaces=NS)) is (tag in BOLD)


def test_docx_keeps_complex_scripts_upright_in_every_style() -> None:
    sheet = part(written(line("en"), "docx", italic_theme()), "styles")
    for style in sheet.xpath("//w:style[w:rPr/w:i]", namespaces=NS):
        assert style.xpath("string(w:rPr/w:iCs/@w:val)", namespaces=NS) == "0", style.attrib


def test_docx_keeps_words_of_another_script_upright_in_a_slanted_line() -> None:
    inlines = (Inline("The paper 人民日报 reported, and so did "), Inline("العرب", lang="ar"), Inline(" on Monday."))
    own = presentations.item(Role.SUBHEADLINE, inlines, "en")
    shown = presentations.document((presentations.section(SectionKind.ARTICLE, "a1", "T", (own,), "en"),), "en")
    data = written(shown, "docx", italic_theme())
    found = {run.findtext("w:t", namespaces=NS): run for run in part(data, "document").xpath("//w:r", namespaces=NS)}
    assert "".join(found) == own.text
    assert effective_slant(data, found["The paper "]) is True
    assert effective_slant(data, found["人民日报"]) is False
    assert effective_slant(data, found["العرب"]) is False
    assert effective_slant(data, found[" on Monday."]) is True


def test_docx_gives_a_slanting_language_its_slant_in_a_document_of_another() -> None:
    lines = tuple(
        presentations.item(Role.SUBHEADLINE, (Inline("".join(TEXTS[tag])),), tag) for tag in ("zh-Hans", "en")
    )
    section = presentations.section(SectionKind.ARTICLE, "a1", "T", lines, "zh-Hans")
    data = written(presentations.document((section,), "zh-Hans"), "docx", italic_theme())
    chinese, english = part(data, "document").xpath("//w:r[w:t]", namespaces=NS)
    assert (effective_slant(data, chinese), effective_slant(data, english)) == (False, True)
    # Who adds a paragraph in the style writes Chinese: the style itself is upright.
    assert not part(data, "styles").xpath("//w:style[@w:styleId='Subtitle']/w:rPr/w:i", namespaces=NS)


def test_docx_in_an_office_template_with_slanted_quotations_keeps_chinese_upright() -> None:
    quote = references.style("Zitat", "Quote", inner="<w:rPr><w:i/><w:iCs/></w:rPr>")
    others = [style for style in references.GERMAN if "Zitat" not in style]
    office = references.letter(styles=(*others, quote))
    for tag, slanted in (("zh-Hans", False), ("en", True)):
        data = written(line(tag, Role.QUOTE), "docx", reference=office)
        first = part(data, "document").xpath("//w:p[w:pPr/w:pStyle[@w:val='Zitat']]/w:r[w:t]", namespaces=NS)[0]
        assert effective_slant(data, first) is slanted, tag


@pytest.mark.parametrize(("tag", "broken"), [("en", True), ("ru", True), ("ar", False), ("th", False), ("ja", False)])
def test_docx_lets_word_break_words_in_languages_that_break_them(tag: str, broken: bool) -> None:
    data = written(line(tag), "docx")
    assert bool(part(data, "settings").xpath("//w:autoHyphenation", namespaces=NS)) is broken
    body = part(data, "styles").xpath("//w:style[@w:styleId='BodyText']/w:pPr/w:suppressAutoHyphens", namespaces=NS)
    assert bool(body) is broken  # the defaults suppress, the style allows


def test_docx_breaks_a_foreign_paragraph_by_its_own_language() -> None:
    lines = tuple(presentations.item(Role.BODY, (Inline("".join(TEXTS[tag])),), tag) for tag in ("th", "en"))
    section = presentations.section(SectionKind.ARTICLE, "a1", "T", lines, "th")
    data = written(presentations.document((section,), "th"), "docx")
    thai, english = part(data, "document").xpath("//w:p[w:r/w:t]", namespaces=NS)
    assert not thai.xpath("w:pPr/w:suppressAutoHyphens", namespaces=NS)
    assert english.xpath("string(w:pPr/w:suppressAutoHyphens/@w:val)", namespaces=NS) == "0"
    assert part(data, "settings").xpath("//w:autoHyphenation", namespaces=NS)


# -- HTML and EPUB ----------------------------------------------------------------------------


def css_of(shown: Presentation, name: str, theme: Theme | None = None) -> str:
    data = written(shown, name, theme)
    if name == "epub":
        return Epub(data).read("style.css").decode()
    return re.search("<style>(.*?)</style>", data.decode(), re.S)[1]  # type: ignore[index]


def rule(css: str, selector: str) -> str:
    """What all rules with *selector* in their lists say."""
    return ";".join(re.findall(rf"(?:^|[,}}\n]){re.escape(selector)}(?:,[^{{]*)?\{{([^}}]*)\}}", css))


@pytest.mark.parametrize("name", ["epub", "html"])
def test_css_says_how_each_language_of_the_document_is_set(name: str) -> None:
    css = css_of(line("zh-Hans"), name, italic_theme())
    assert "font-style:italic" in rule(css, ".body")
    assert rule(css, ":lang(zh-Hans)") == "font-style:normal;-webkit-hyphens:manual;hyphens:manual"
    assert "text-emphasis:filled dot" in rule(css, ".term:lang(zh-Hans)")
    assert "text-emphasis-position:under right" in rule(css, ".term:lang(zh-Hans)")
    assert "text-emphasis-position:over right" in rule(css_of(line("ja"), name), ".term:lang(ja)")
    assert rule(css_of(line("ar"), name), ".term:lang(ar)") == "font-style:normal;font-weight:600"
    # Rules of the same weight: the later one holds, so languages come after the roles.
    assert css.index(":lang(zh-Hans)") > css.index(".body{")


@pytest.mark.parametrize("name", ["epub", "html"])
def test_css_leaves_languages_that_slant_and_break_alone(name: str) -> None:
    css = css_of(line("ru"), name)
    assert ":lang(" not in css
    assert rule(css, ".term") == "font-style:italic"
    assert "hyphens:auto" in rule(css, ".body")
    assert "font-synthesis:weight" in css
    assert ".body .term" in css_of(line("ru"), name, italic_theme())  # upright in a slanted line


def test_languages_do_not_leak_from_one_document_into_the_next() -> None:
    first = css_of(line("en"), "epub")
    css_of(line("ja"), "epub")
    assert css_of(line("en"), "epub") == first


# -- PDF --------------------------------------------------------------------------------------


def page(data: bytes) -> tuple[bytes, list[str]]:
    """The content of the first page, and the names of its fonts."""
    with open_pdf(data) as opened:
        first = opened.pages[0]
        fonts = [str(font.BaseFont) for font in first.Resources.Font.values()]
        streams = first.Contents if isinstance(first.Contents, pikepdf.Array) else [first.Contents]
        return b"\n".join(stream.read_bytes() for stream in streams), fonts


DOT = re.compile(rb"([\d.-]+) ([\d.-]+) m \1 \2 l S")


@pytest.mark.parametrize("tag", ["zh-Hans", "ja"])
def test_pdf_draws_a_dot_at_each_character_and_no_more(tag: str) -> None:
    content, fonts = page(written(line(tag), "pdf"))
    dots = DOT.findall(content)
    assert len(dots) == len(TEXTS[tag][1])
    assert len({y for _, y in dots}) == 1
    xs = [float(x) for x, _ in dots]
    size = load_theme().roles[Role.BODY].size_pt
    assert all(0.8 * size < b - a < 1.6 * size for a, b in itertools.pairwise(xs))
    baseline = float(re.search(rb"1 0 0 1 [\d.]+ ([\d.]+) Tm", content)[1])  # type: ignore[index]
    assert (float(dots[0][1]) > baseline) is (tag == "ja")
    assert not any("Italic" in font or "Oblique" in font for font in fonts)
    # They are no text: what is marked as text holds the words alone.
    before = content[: content.index(b"%b %b m" % dots[0])]
    assert before.rindex(b"/Artifact BMC") > max(before.rindex(b"BDC"), before.rindex(b"EMC"))
    assert structure(written(line(tag), "pdf")).text == "".join(TEXTS[tag])


@pytest.mark.parametrize(
    ("tag", "face"), [("en", "Italic"), ("ru", "Italic"), ("ar", "Bold"), ("th", "700"), ("ko", "700")]
)
def test_pdf_takes_the_face_that_the_language_emphasises_with(tag: str, face: str) -> None:
    content, fonts = page(written(line(tag), "pdf"))
    assert DOT.findall(content) == []
    assert any(face in font for font in fonts)
    if tag not in SLANTED:
        assert not any("Italic" in font or "Oblique" in font for font in fonts)


@pytest.mark.parametrize("tag", [tag for tag in TEXTS if tag not in SLANTED])
def test_pdf_slants_no_script_without_slant_whatever_the_theme(tag: str) -> None:
    _, fonts = page(written(line(tag), "pdf", italic_theme()))
    assert not any("Italic" in font or "Oblique" in font for font in fonts)


def test_pdf_breaks_no_thai_word_with_a_hyphen() -> None:
    text = "รัฐมนตรีว่าการกระทรวงมหาดไทยกล่าวว่ากรุงเทพมหานครกับกระทรวงคมนาคมจะเปิดสะพานใหม่ " * 12
    own = presentations.item(Role.BODY, (Inline(text),), "th")
    shown = presentations.document((presentations.section(SectionKind.ARTICLE, "a1", "T", (own,), "th"),), "th")
    assert hyphens(written(shown, "pdf")) == 0
    english = "The administration acknowledged extraordinary responsibilities concerning infrastructure. " * 12
    own = presentations.item(Role.BODY, (Inline(english),), "en")
    shown = presentations.document((presentations.section(SectionKind.ARTICLE, "a1", "T", (own,), "en"),), "en")
    assert hyphens(written(shown, "pdf")) > 0


def hyphens(data: bytes) -> int:
    """Hyphens that the text does not have."""
    return structure(data).text.count("\u00ad")


@pytest.mark.parametrize(("tag", "height"), [("my", "1.7"), ("km", "1.7"), ("ur-PK", "1.8"), ("bo", "1.7"), ("th", "")])
def test_css_keeps_the_lines_of_stacked_letters_apart(tag: str, height: str) -> None:
    own = presentations.item(Role.BODY, (Inline("x"),), tag)
    shown = presentations.document((presentations.section(SectionKind.ARTICLE, "a1", "T", (own,), tag),), tag)
    for name in ("epub", "html"):
        found = re.findall(rf":lang\({tag}\)\{{line-height:([\d.]+)", css_of(shown, name))
        assert found == ([height] if height else [])
