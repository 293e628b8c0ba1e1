# SPDX-License-Identifier: Apache-2.0
"""The standalone HTML: one file, semantic, self-contained, safe, nothing lost."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import pytest
from lxml import html
from tests.support import presentations
from tests.support.extraction import squeeze

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.presentation import Inline, InlineKind, PageText, Presentation, Role, SectionKind
from docforge.theme import load_theme
from docforge.write import WriteSettings, write
from docforge.write.html import attribute, escape, inline_text
from docforge.write.stylesheet import contrast, epub_stylesheet, html_stylesheet, on_both


def source(presentation: Presentation) -> str:
    return write(presentation, "html", WriteSettings(), context=Context.fixed(), report=Report()).decode("utf-8")


def made(presentation: Presentation) -> html.HtmlElement:
    return html.document_fromstring(source(presentation))


def test_the_head_names_language_title_and_author() -> None:
    root = made(replace(presentations.all_roles(), issued="2024-05-17", publisher="A & B"))
    assert (root.get("lang"), root.get("dir")) == ("en", "ltr")
    assert root.findtext("head/title") == "River ferries return after nine years"
    named = {m.get("name"): m.get("content") for m in root.iterfind("head/meta")}
    assert named["author"] == "Mira Holt, Jonas Eberle"
    assert named["dcterms.issued"] == "2024-05-17"
    assert named["dcterms.publisher"] == "A & B"
    assert named["viewport"] == "width=device-width, initial-scale=1"
    assert (made(presentations.in_script("he")).get("lang"), made(presentations.in_script("he")).get("dir")) == (
        "he",
        "rtl",
    )


def test_nothing_runs_and_nothing_is_loaded() -> None:
    document = source(presentations.pack())
    root = html.document_fromstring(document)
    assert {e.tag for e in root.iter()} & {
        "script",
        "link",
        "iframe",
        "img",
        "object",
        "embed",
        "form",
        "base",
    } == set()
    assert not [name for e in root.iter() for name in e.attrib if name.startswith("on") or name == "style"]
    style = re.search(r"<style>(.*?)</style>", document, re.DOTALL)
    assert style is not None
    assert "url(" not in style.group(1)
    assert "@import" not in style.group(1)
    digest = base64.b64encode(hashlib.sha256(style.group(1).encode()).digest()).decode()
    (policy,) = [m.get("content") for m in root.iterfind("head/meta") if m.get("http-equiv")]
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_an_article_is_an_article() -> None:
    root = made(presentations.all_roles())
    (article,) = root.iter("article")
    assert article.getparent().tag == "main"
    assert [e.text for e in article.iterfind("header/h1")] == ["River ferries return after nine years"]
    assert len(list(article.iter("blockquote"))) == 1
    assert not list(root.iter("nav"))
    assert [e.get("datetime") for e in article.iter("time")] == ["2024-05-17"]


def test_last_credits_and_taglines_stand_in_a_footer() -> None:
    item = presentations.item
    items = (item(Role.BODY, "Text."), item(Role.CREDIT_LINE, "Photo: Orlo"), item(Role.TAGLINE, "© Harbour News"))
    section = presentations.section(SectionKind.ARTICLE, "a1", "T", items)
    (footer,) = made(presentations.document((section,))).iter("footer")
    assert [p.text for p in footer] == ["Photo: Orlo", "© Harbour News"]


def test_a_pack_has_contents_that_lead_to_each_article() -> None:
    presentation = presentations.pack()
    root = made(presentation)
    links = root.findall(".//nav//a")
    wanted = [s for s in presentation.sections if s.kind in (SectionKind.GROUP, SectionKind.ARTICLE)]
    assert [a.get("href") for a in links] == [f"#{s.anchor}" for s in wanted]
    for link, section in zip(links, wanted, strict=True):
        target = root.get_element_by_id(section.anchor)
        assert section.items[0].text in target.text_content()
        assert link.text_content() == section.title
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))


def test_heading_levels_of_a_pack_follow_its_outline() -> None:
    root = made(presentations.pack(["en", "kk", "ja"]))
    levels = [(e.tag, e.text) for e in root.iter("h1", "h2", "h3", "h4")]
    assert levels[:4] == [
        ("h1", "Morning briefing"),
        ("h2", "Contents"),
        ("h2", "First group"),
        ("h3", presentations.TEXTS["en"][0]),
    ]


def test_no_character_is_lost() -> None:
    for presentation in (presentations.all_roles(), *(presentations.in_script(t) for t in presentations.TEXTS)):
        wanted = squeeze("".join(item.text for section in presentation.sections for item in section.items))
        assert squeeze(made(presentation).find("body").text_content()) == wanted


@pytest.mark.parametrize("text", ["</style><script>x</script>", "<!--", "</article>", "&lt;", '" onload="x'])
def test_text_is_never_markup(text: str) -> None:
    item = presentations.item
    items = (item(Role.HEADLINE, text, level=1), item(Role.PREFORMATTED, text))
    section = presentations.section(SectionKind.ARTICLE, "a1", text, items)
    page = PageText(text, text + " {page} / {pages}", marking=text)
    root = made(presentations.document((section,), title=text, page_text=page, creators=(text,)))
    assert root.find(".//h1").text == text
    assert root.find(".//pre").text == text
    assert root.findtext("head/title") == text
    assert not list(root.iter("script"))
    assert len(list(root.iter("style"))) == 1


def test_a_table_of_which_each_row_has_an_empty_place_is_set_in_columns() -> None:
    table = presentations.item(Role.PREFORMATTED, "\t\t2024\nFerries\t\t12")
    root = made(presentations.document([presentations.section(SectionKind.ARTICLE, "a1", "T", (table,))]))
    (pre,) = root.iter("pre")
    assert (pre.get("class"), pre.text_content()) == ("preformatted columns", "\t\t2024\nFerries\t\t12")


def test_each_tab_leads_to_its_column() -> None:
    text = "\t2023\t2024\nFerries & co\t3\nMail\t\t12"
    inlines = (Inline(text[:12]), Inline(text[12:20], InlineKind.LINK, value="https://a.example/"), Inline(text[20:]))
    table = presentations.item(Role.PREFORMATTED, inlines)
    presentation = presentations.document([presentations.section(SectionKind.ARTICLE, "a1", "T", (table,))])
    root = made(presentation)
    (pre,) = root.iter("pre")
    assert (pre.get("class"), pre.text_content()) == ("preformatted columns", text)
    tabs = [(span.get("class"), span.text) for span in pre.iter("span")]
    assert tabs == [(f"tab-{stop}", "\t") for stop in (14, 20, 14, 14, 20)]
    sheet = root.findtext(".//style")
    assert ".tab-14{tab-size:14}\n.tab-20{tab-size:20}" in sheet
    assert "tab-" not in source(presentations.all_roles())


def test_a_first_line_break_survives_the_parser_that_drops_it() -> None:
    section = presentations.section(SectionKind.ARTICLE, "a1", "T", (presentations.item(Role.PREFORMATTED, "\nfirst"),))
    assert '<pre class="preformatted">\n\nfirst</pre>' in source(presentations.document((section,)))


def test_attributes_survive_line_breaks_and_quotes() -> None:
    value = 'He said "a"\n\tand <b> & c'
    speech = Inline("x", InlineKind.QUOTATION, value=value)
    items = (presentations.item(Role.BODY, (speech,)),)
    root = made(presentations.document((presentations.section(SectionKind.ARTICLE, "a1", "T", items),)))
    assert [e.get("data-speaker") for e in root.iter("span")] == [value]


def test_escaping_is_exact_and_long_runs_are_cut_between_words() -> None:
    assert escape("a<b>&c") == "a&lt;b&gt;&amp;c"
    assert attribute('"\n') == "&quot;&#10;"
    text = "one two " * 300_000
    markup = inline_text(text)
    assert markup.replace("<span>", "").replace("</span>", "") == text
    assert all(len(part) <= 1_000_000 + len("<span>") for part in markup.split("</span>"))
    assert all(part.endswith(" ") for part in markup.split("</span>")[:-1])
    assert inline_text("字" * 1_000_001).count("<span>") == 2


# -- style -----------------------------------------------------------------------------------


def colours(css: str) -> dict[str, str]:
    return dict(re.findall(r"(--\w+):(#[0-9a-f]{6})", css))


def test_text_is_readable_by_day_and_by_night() -> None:
    css = html_stylesheet(load_theme(), (210.0, 297.0), PageText("t", "{page}"))
    day, night = css.split("@media (prefers-color-scheme:dark)", 1)
    for part, paper in ((day, "#ffffff"), (night.split("}}", 1)[0], "#121212")):
        found = colours(part)
        assert found.pop("--paper") == paper
        assert found
        assert all(contrast(colour, paper) >= 4.5 for colour in found.values()), found


@pytest.mark.parametrize("colour", ["#1f4e79", "#000000", "#ffffff", "#ffe000", "#c00000", "#00a040"])
def test_the_accent_of_an_epub_reads_on_white_and_on_black(colour: str) -> None:
    shade = on_both(colour)
    assert contrast(shade, "#ffffff") >= 4.4
    assert contrast(shade, "#000000") >= 4.4
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_paper_and_page_numbers_follow_the_locale() -> None:
    text = PageText("t", "صفحة {page} من {pages}", digits="٠١٢٣٤٥٦٧٨٩", marking='</style> "x"')
    css = html_stylesheet(load_theme(), (215.9, 279.4), text)
    assert "size:215.9mm 279.4mm" in css
    assert 'content:"صفحة " counter(page,df-digits) " من " counter(pages,df-digits)' in css
    assert 'symbols:"٠" "١"' in css
    assert "</style" not in css


def test_themes_are_told_apart_in_the_cache() -> None:
    theme = load_theme()
    red = replace(theme, accent="#c00000")
    assert epub_stylesheet(theme) != epub_stylesheet(red)
    assert epub_stylesheet(theme) == epub_stylesheet(theme)
