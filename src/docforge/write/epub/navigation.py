# SPDX-License-Identifier: Apache-2.0
"""The navigation document (EPUB 3.3, section 7) and its older twin, the NCX (OPF 2.0.1, section 2.4.1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from docforge.presentation import Section, SectionKind
from docforge.records import dataclass
from docforge.write.epub.cover import COVER_PAGE
from docforge.write.epub.documents import Book, utf8, xhtml
from docforge.write.html import (
    EPUB_DIALECT,
    attribute,
    escape,
    heading_anchor,
    label,
    label_language,
    language,
    subheadings,
)

__all__ = ["Entry", "entries", "navigation_document", "ncx"]


@dataclass(slots=True)
class Entry:
    """One line of the table of contents, with those below it."""

    title: str
    address: str
    lang: str
    direction: str
    below: list[Entry] = field(default_factory=list)


def entries(book: Book) -> list[Entry]:
    """Return the table of contents: groups with their articles, and for a single article its crossheads too."""
    sections = book.presentation.sections
    top: list[Entry] = []
    group: Entry | None = None
    for section in sections:
        entry = Entry(section.title.strip() or "–", book.address(section), section.lang, section.direction.value)
        if section.kind is SectionKind.GROUP:
            group = entry
            top.append(entry)
        elif section.kind is SectionKind.ARTICLE:
            home = top if group is None or section.level < 2 else group.below
            home.append(entry)
            if len(sections) == 1:
                entry.below = list(_inside(book, section))
    return top or [
        Entry(book.presentation.title.strip() or "–", book.parts[0].name, sections[0].lang, sections[0].direction.value)
    ]


def _inside(book: Book, section: Section) -> Iterator[Entry]:
    for index, text in subheadings(section):
        address = f"{book.item_part(section, index).name}#{heading_anchor(section, index)}"
        yield Entry(" ".join(text.split()), address, section.items[index].lang, section.items[index].direction.value)


def navigation_document(book: Book, toc: list[Entry]) -> bytes:
    """Return ``nav.xhtml`` with table of contents, landmarks and, where there are several, the list of pages."""
    presentation = book.presentation
    title = label(presentation, "contents", presentation.title)
    own = label_language(presentation, EPUB_DIALECT)
    body = [
        '<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="toc-title">\n'
        f'<h1 id="toc-title"{own}>{escape(title)}</h1>\n'
    ]
    body += _list(toc, presentation.language, presentation.direction.value)
    body.append("</nav>\n")
    body += _landmarks(book, title, own)
    body += _page_list(book, own)
    return xhtml(presentation.title, presentation.language, presentation.direction, "".join(body))


def _list(level: list[Entry], lang: str, direction: str) -> Iterator[str]:
    yield "<ol>\n"
    for entry in level:
        about = language(EPUB_DIALECT, entry.lang) if entry.lang != lang else ""
        about += f' dir="{entry.direction}"' if entry.direction != direction else ""
        yield f'<li><a href="{attribute(entry.address)}"{about}>{escape(entry.title)}</a>'
        if entry.below:
            yield "\n"
            yield from _list(entry.below, lang, direction)
        yield "</li>\n"
    yield "</ol>\n"


def _landmarks(book: Book, contents: str, own: str) -> Iterator[str]:
    """Where the book begins and where its cover and contents are (EPUB 3.3, 7.4.3)."""
    presentation = book.presentation
    first: dict[SectionKind, Section] = {}
    for section in presentation.sections:
        first.setdefault(section.kind, section)
    body = next((s for s in presentation.sections if s.kind in (SectionKind.GROUP, SectionKind.ARTICLE)), None)
    marks = [("cover", label(presentation, "cover", presentation.title), COVER_PAGE, own)]
    if SectionKind.COVER in first:
        marks.append(("titlepage", first[SectionKind.COVER].title, book.address(first[SectionKind.COVER]), ""))
    if SectionKind.CONTENTS in first:
        marks.append(("toc", contents, book.address(first[SectionKind.CONTENTS]), own))
    if body is not None:
        marks.append(("bodymatter", label(presentation, "body_matter", body.title), book.address(body), own))
    name = label(presentation, "landmarks", presentation.title)
    yield '<nav epub:type="landmarks" id="landmarks" hidden="hidden" aria-labelledby="landmarks-title">\n'
    yield f'<h2 id="landmarks-title"{own}>{escape(name)}</h2>\n<ol>\n'
    for kind, text, address, lang in marks:
        yield f'<li><a epub:type="{kind}" href="{address}"{lang}>{escape(text)}</a></li>\n'
    yield "</ol>\n</nav>\n"


def _page_list(book: Book, own: str) -> Iterator[str]:
    if not book.pages:
        return
    presentation = book.presentation
    name = label(presentation, "page_list", presentation.title)
    yield '<nav epub:type="page-list" role="doc-pagelist" id="pages" hidden="hidden" aria-labelledby="pages-title">\n'
    yield f'<h2 id="pages-title"{own}>{escape(name)}</h2>\n<ol>\n'
    for page in book.pages:
        shown = escape(presentation.page_text.number(page.number))
        yield f'<li><a href="{page.part.name}#{page.anchor}">{shown}</a></li>\n'
    yield "</ol>\n</nav>\n"


def ncx(book: Book, toc: list[Entry]) -> bytes:
    """Return ``toc.ncx`` for reading systems of EPUB 2."""
    presentation = book.presentation
    depth = 2 if any(entry.below for entry in toc) else 1
    numbers = iter(range(1, 10**9))
    points = "".join(_points(toc, numbers))
    pages = "".join(_page_targets(book, numbers))
    document = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" '
        f'xml:lang="{attribute(presentation.language)}" dir="{presentation.direction.value}">\n<head>\n'
        f'<meta name="dtb:uid" content="{attribute(presentation.identifier)}"/>\n'
        f'<meta name="dtb:depth" content="{depth}"/>\n'
        f'<meta name="dtb:totalPageCount" content="{len(book.pages)}"/>\n'
        f'<meta name="dtb:maxPageNumber" content="{len(book.pages)}"/>\n</head>\n'
        f"<docTitle><text>{escape(presentation.title)}</text></docTitle>\n<navMap>\n{points}</navMap>\n{pages}</ncx>\n"
    )
    return utf8(document)


def _points(level: list[Entry], numbers: Iterator[int]) -> Iterator[str]:
    for entry in level:
        number = next(numbers)
        yield (
            f'<navPoint id="p{number}" playOrder="{number}"><navLabel><text>{escape(entry.title)}</text></navLabel>'
            f'<content src="{attribute(entry.address)}"/>\n'
        )
        yield from _points(entry.below, numbers)
        yield "</navPoint>\n"


def _page_targets(book: Book, numbers: Iterator[int]) -> Iterator[str]:
    if not book.pages:
        return
    yield "<pageList>\n"
    for page in book.pages:
        shown = escape(book.presentation.page_text.number(page.number))
        yield (
            f'<pageTarget id="t{page.number}" type="normal" value="{page.number}" playOrder="{next(numbers)}">'
            f'<navLabel><text>{shown}</text></navLabel><content src="{page.part.name}#{page.anchor}"/></pageTarget>\n'
        )
    yield "</pageList>\n"
