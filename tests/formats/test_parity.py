# SPDX-License-Identifier: Apache-2.0
"""Every format says the same: headings and their levels, quotations, lists, captions, credits, labels, in one order.

Each file is read back by its own structure (styles, structure tree, elements) with somebody else's code and compared
with the presentation, for every sample, every theme and four scripts.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import lxml.html
import pytest
from lxml import etree
from tests.support.epubs import Epub
from tests.support.extraction import squeeze
from tests.support.pdfs import Node, structure

from docforge.context import Context
from docforge.conversion import read
from docforge.diagnostics import Report
from docforge.present import present
from docforge.presentation import Presentation, Role, SectionKind
from docforge.settings import PresentSettings
from docforge.theme import load_theme, theme_names
from docforge.write import WriteSettings, write

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "samples").glob("*.txt"))
SCRIPTS = ("en-picture-lighthouse", "ar-mathaf-jadid", "zh-Hans-gaosutielu", "hi-nadi-pul")
CASES = [(path.stem, "default") for path in SAMPLES] + [
    (stem, theme) for theme in theme_names() if theme != "default" for stem in SCRIPTS
]

Line = tuple[str, str]
"""What a paragraph is, and its text without white space."""

HEADINGS = {Role.HEADLINE, Role.CROSSHEAD}
KINDS = {
    Role.QUOTE: "quote",
    Role.LIST_ITEM: "list",
    Role.PICTURE: "figure",
    Role.CAPTION: "caption",
    Role.CREDIT_LINE: "credit",
}


@cache
def presentation(stem: str) -> Presentation:
    path = next(path for path in SAMPLES if path.stem == stem)
    # English labels and dates around Arabic, Chinese and Hindi: the frame must agree too.
    settings = PresentSettings(locale="en" if stem in SCRIPTS else None)
    return present(read(path), settings, context=Context.fixed(), report=Report())


def expected(shown: Presentation) -> Iterator[Line]:
    for section in shown.sections:
        assert section.kind is SectionKind.ARTICLE
        for item in section.items:
            if item.role in HEADINGS:
                yield f"heading {item.level}", squeeze(item.text)
            elif item.picture is not None:
                yield "figure", squeeze(item.alternative)
            elif item.text.strip():
                yield KINDS.get(item.role, "text"), squeeze(item.text)


# -- one reader for each format ----------------------------------------------------------------

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLES = {
    "Title": "heading 1",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Quote": "quote",
    "Caption": "caption",
    "CreditLine": "credit",
}


def in_docx(document: bytes) -> Iterator[Line]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        body = etree.fromstring(archive.read("word/document.xml")).find(f"{W}body")
    for paragraph in body.iterfind(f"{W}p"):
        picture = paragraph.find(".//{*}docPr")
        if picture is not None:
            yield "figure", squeeze(picture.get("descr"))
            continue
        text = squeeze("".join(node.text or "" for node in paragraph.iter(f"{W}t")))
        style = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        if text:
            yield "list" if style.startswith("ListParagraph") else STYLES.get(style, "text"), text


def in_pdf(document: bytes) -> Iterator[Line]:
    yield from _blocks(structure(document))


def _blocks(node: Node) -> Iterator[Line]:
    if node.tag == "Figure":
        yield "figure", squeeze(node.alternative)
    elif node.tag[0] == "H" and node.tag[1:].isdigit():
        yield f"heading {node.tag[1:]}", squeeze(node.text)
    elif node.tag in ("BlockQuote", "LI", "Caption", "P"):
        yield {"BlockQuote": "quote", "LI": "list", "Caption": "caption", "P": "text"}[node.tag], squeeze(node.text)
    else:
        for kid in node.kids:
            yield from _blocks(kid)


def in_epub(document: bytes) -> Iterator[Line]:
    for page in Epub(document).documents():
        yield from _elements(page)


def in_html(document: bytes) -> Iterator[Line]:
    yield from _elements(lxml.html.fromstring(document))


def _elements(root: etree._Element) -> Iterator[Line]:
    kinds = {"caption": "caption", "credit-line": "credit"}
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname
        text = squeeze("".join(element.itertext()))
        if name == "img":
            yield "figure", squeeze(element.get("alt"))
        elif name in ("h1", "h2", "h3"):
            yield f"heading {name[1]}", text
        elif name == "blockquote":
            yield "quote", text
        elif name == "li":
            yield "list", text
        elif name in ("p", "pre") and etree.QName(element.getparent()).localname != "blockquote":
            yield kinds.get(element.get("class") or "", "text"), text


READERS = {"docx": in_docx, "pdf": in_pdf, "epub": in_epub, "html": in_html}


@pytest.mark.parametrize(("stem", "theme"), CASES)
def test_every_format_says_the_same(stem: str, theme: str) -> None:
    shown = presentation(stem)
    wanted = list(expected(shown))
    assert len(wanted) > 3
    settings = WriteSettings(load_theme(theme))
    for name, reader in READERS.items():
        document = write(shown, name, settings, context=Context.fixed(), report=Report())
        # PDF has no structure type for a credit: it is a paragraph there (ISO 32000-1, 14.8.4).
        own = [("text" if name == "pdf" and kind == "credit" else kind, text) for kind, text in wanted]
        assert list(reader(document)) == own, name


def test_the_samples_hold_each_kind() -> None:
    """The comparison sees what it claims to see."""
    kinds = {kind.split()[0] for path in SAMPLES for kind, _ in expected(presentation(path.stem))}
    assert kinds == {"heading", "text", "quote", "list", "figure", "caption", "credit"}
