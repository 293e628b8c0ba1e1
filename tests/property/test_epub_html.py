# SPDX-License-Identifier: Apache-2.0
"""Any presentation gives a sound EPUB and HTML, with every character, the same bytes each time."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from tests.support import presentations
from tests.support.epubs import Epub
from tests.support.extraction import squeeze

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.presentation import Direction, Inline, InlineKind, Item, Presentation, Role, SectionKind
from docforge.text import safe_text
from docforge.write import WriteSettings, write

ACTIVE = [
    *"<>&\"'/;=-!?]#{}\\ \t",
    "]]>",
    "<!--",
    "</p>",
    "&#0;",
    "\u202e",
    "\u2067",
    "\u00ad",
    "\u200d",
    "\ufeff",
]
texts = st.lists(st.sampled_from(ACTIVE) | st.text(max_size=12), max_size=6).map("".join).map(safe_text)
tags = st.sampled_from(["en", "ar", "zh-Hans", "kk-Cyrl-KZ", "und", "de-AT"])
inlines = st.builds(
    Inline,
    texts,
    st.sampled_from(InlineKind),
    st.none() | tags,
    st.none() | texts | st.sampled_from(["2022-09-14", "https://a.example/?b=c&d"]),
)


@st.composite
def items(draw: st.DrawFn) -> Item:
    role = draw(st.sampled_from(Role))
    runs = draw(st.lists(inlines, max_size=4))
    marker = draw(texts) if role is Role.LIST_ITEM else ""
    direction = draw(st.sampled_from(Direction))
    return Item(role, tuple(runs), draw(tags), direction, draw(st.integers(0, 7)), marker)


@st.composite
def documents(draw: st.DrawFn) -> Presentation:
    kinds = draw(st.lists(st.sampled_from(SectionKind), min_size=1, max_size=5))
    sections = [
        presentations.section(
            kind,
            f"s{number}",
            draw(texts.filter(bool)),
            draw(st.lists(items(), max_size=7)),
            draw(tags),
            level=draw(st.integers(1, 2)),
            detail=draw(texts),
        )
        for number, kind in enumerate(kinds)
    ]
    return presentations.document(sections, draw(tags), title=draw(texts) or "t", creators=tuple(draw(st.lists(texts))))


def expected(presentation: Presentation) -> dict[str, int]:
    """How often each visible character must be there at least; items of blanks alone are no text."""
    counts: dict[str, int] = {}
    for section in presentation.sections:
        for item in section.items:
            for char in squeeze(safe_text(item.text)):
                counts[char] = counts.get(char, 0) + 1
    return counts


def made(presentation: Presentation, name: str) -> bytes:
    return write(presentation, name, WriteSettings(), context=Context.fixed(), report=Report())


@settings(max_examples=50, deadline=None)
@given(documents())
def test_any_presentation_gives_a_sound_epub(presentation: Presentation) -> None:
    data = made(presentation, "epub")
    assert data == made(presentation, "epub")
    book = Epub(data)
    assert book.dangling() == []
    text = squeeze(book.text)
    for section, document in zip(presentation.sections, book.documents(), strict=True):
        own = "".join(safe_text(item.text) for item in section.items if item.text.strip())
        assert squeeze(own) in squeeze("".join(document.itertext()))
    assert all(text.count(char) >= count for char, count in expected(presentation).items())
    links = book.nav("toc").findall(".//{*}a")
    assert links
    assert all("".join(link.itertext()).strip() for link in links)


@settings(max_examples=50, deadline=None)
@given(documents())
def test_any_presentation_gives_safe_html(presentation: Presentation) -> None:
    data = made(presentation, "html")
    assert data == made(presentation, "html")
    root = html.document_fromstring(data.decode("utf-8"))
    allowed = {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "article",
        "aside",
        "header",
        "footer",
        "nav",
        "div",
        "p",
        "span",
        "bdi",
        "a",
        "ul",
        "ol",
        "li",
    }
    allowed |= {"blockquote", "pre", "time", "cite", "i", "h1", "h2", "h3", "h4", "h5", "h6"}
    assert {e.tag for e in root.iter()} <= allowed
    assert {a.get("href").partition(":")[0].partition("#")[0] for a in root.iter("a")} <= {
        "",
        "http",
        "https",
        "mailto",
    }
    text = squeeze(root.find("body").text_content())
    assert all(text.count(char) >= count for char, count in expected(presentation).items())
