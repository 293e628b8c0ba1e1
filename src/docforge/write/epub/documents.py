# SPDX-License-Identifier: Apache-2.0
"""The content documents of an EPUB: one for each section, several for a very long one.

What they are called and which items they hold is planned first, from lengths alone, so that navigation
and manifest can be written; the markup of a document is made when it is asked for and kept by nobody.
Names come from counters, never from text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from docforge.model import Picture
from docforge.presentation import Direction, Presentation, Role, Section, SectionKind
from docforge.records import dataclass
from docforge.text import safe_text
from docforge.write.html import (
    EPUB_DIALECT,
    Piece,
    attribute,
    contents_list,
    escape,
    first_heading,
    is_blank,
    language,
    section_pieces,
    title_anchor,
    wrapped,
)

__all__ = ["Book", "PageBreak", "Part", "plan", "utf8", "xhtml"]

STYLESHEET = "style.css"
_PART_CHARACTERS = 120_000
"""A document is closed before it holds more; reading systems lay out a whole document at once."""

_PAGE_CHARACTERS = 1800
"""The standard page of editors and translators: 30 lines of 60 characters."""

# EPUB Structural Semantics Vocabulary 1.1 and DPUB-ARIA 1.1.
_SEMANTICS = {
    SectionKind.COVER: ("section", ' epub:type="titlepage" class="cover"'),
    SectionKind.CONTENTS: ("nav", ' epub:type="toc" role="doc-toc"'),
    SectionKind.GROUP: ("section", ' epub:type="part" role="doc-part"'),
    SectionKind.ARTICLE: ("section", ' epub:type="chapter" role="doc-chapter"'),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One content document: a section, or a run of its items."""

    name: str
    """File name, unique in the book."""
    section: Section
    start: int
    """First item."""
    end: int
    """One past the last item."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Where a static page begins, so that people with different devices can name the same place."""

    number: int
    """From 1."""
    part: Part
    position: int
    """Index of the item that the page begins with."""

    @property
    def anchor(self) -> str:
        """The id that the page list leads to."""
        return f"page-{self.number}"


@dataclass(frozen=True, slots=True)
class Book:
    """All content documents in reading order, and where each section begins."""

    presentation: Presentation
    parts: tuple[Part, ...]
    starts: dict[str, Part]
    """Anchor -> the part that holds the beginning of the section."""
    inner: dict[str, tuple[Part, ...]]
    """Anchor -> all parts of the section."""
    pages: tuple[PageBreak, ...] = ()
    """Static pages in reading order; none where one page holds all."""
    pictures: Mapping[bytes, str] = field(default_factory=dict)
    """A picture's bytes -> its file name."""

    def address(self, section: Section) -> str:
        """Return the address of the beginning of *section*."""
        return f"{self.starts[section.anchor].name}#{section.anchor}"

    def item_part(self, section: Section, index: int) -> Part:
        """Return the part that holds item *index* of *section*."""
        parts = self.inner[section.anchor]
        return parts[bisect_right([part.start for part in parts], index) - 1]

    def _step(self, section: Section, source: int, target: int) -> str:
        """Return the file that a link from one item of *section* to another names; empty within one document."""
        there = self.item_part(section, target)
        return "" if there is self.item_part(section, source) else there.name

    def documents(self) -> Iterator[tuple[Part, bytes]]:
        """Yield each content document in reading order."""
        breaks: dict[str, list[PageBreak]] = {}
        for page in self.pages:
            breaks.setdefault(page.part.section.anchor, []).append(page)
        for section in self.presentation.sections:
            own = self._section(section, breaks.get(section.anchor, []))
            yield from zip(self.inner[section.anchor], own, strict=True)

    def _section(self, section: Section, breaks: list[PageBreak]) -> Iterator[bytes]:
        parts = self.inner[section.anchor]
        pieces = section_pieces(
            section,
            EPUB_DIALECT,
            address=self._picture_name,
            step=lambda source, target: self._step(section, source, target),
        )
        if breaks:
            pieces = self._with_breaks(pieces, {page.position: page for page in breaks})
        if len(parts) == 1:
            yield self._document(parts[0], pieces)
            return
        held: Piece | None = None
        for part in parts:
            own: list[Piece] = [held] if held is not None else []
            held = None
            for piece in pieces:
                if piece.position >= part.end:
                    held = piece
                    break
                own.append(piece)
            yield self._document(part, own)

    def _picture_name(self, picture: Picture) -> str:
        return self.pictures[picture.data]

    def _with_breaks(self, pieces: Iterator[Piece], breaks: dict[int, PageBreak]) -> Iterator[Piece]:
        for piece in pieces:
            page = breaks.get(piece.position)
            if page is None:
                yield piece
                continue
            name = attribute(self.presentation.page_text.number(page.number))
            mark = f'<div epub:type="pagebreak" role="doc-pagebreak" id="{page.anchor}" aria-label="{name}"></div>\n'
            yield piece._replace(markup=mark + piece.markup)

    def _document(self, part: Part, pieces: Iterable[Piece]) -> bytes:
        section = part.section
        tag, semantics = _SEMANTICS[section.kind]
        if part.start == 0:
            heading = first_heading(section)
            here = heading is not None and heading < part.end
            named = f' aria-labelledby="{title_anchor(section)}"' if here else ""
            opening = f'<{tag} id="{section.anchor}"{semantics}{named}>\n'
        else:
            opening = f'<{tag} aria-label="{attribute(section.title)}">\n'
        body = "".join(wrapped(pieces))
        if section.kind is SectionKind.CONTENTS:
            targets = {s.anchor: self.address(s) for s in self.presentation.sections}
            body += "".join(contents_list(self.presentation, targets, EPUB_DIALECT))
        marking = self.presentation.page_text.marking
        mark = f'<p class="marking">{escape(marking)}</p>\n' if marking else ""
        return xhtml(section.title, section.lang, section.direction, f"{mark}{opening}{body}</{tag}>\n")


def plan(presentation: Presentation) -> Book:
    """Lay out which document holds what."""
    parts: list[Part] = []
    inner: dict[str, tuple[Part, ...]] = {}
    for section in presentation.sections:
        own: list[Part] = []
        for start, end in _ranges(section):
            own.append(Part(f"c{len(parts) + len(own) + 1:05d}.xhtml", section, start, end))
        parts += own
        inner[section.anchor] = tuple(own)
    pages = tuple(_pages(parts))
    pages = pages if len(pages) > 1 else ()
    starts = {anchor: own[0] for anchor, own in inner.items()}
    return Book(presentation, tuple(parts), starts, inner, pages, _picture_names(presentation))


def _picture_names(presentation: Presentation) -> dict[bytes, str]:
    endings = {"image/jpeg": "jpg", "image/png": "png"}
    return {p.data: f"images/p{n:05d}.{endings[p.media_type]}" for n, p in enumerate(presentation.pictures, 1)}


def _pages(parts: list[Part]) -> Iterator[PageBreak]:
    """Begin a page at each section, and at the first item after each standard page of text."""
    number = 0
    for part in parts:
        due = 0
        for position in range(part.start, part.end):
            item = part.section.items[position]
            # A list holds nothing but its items, a figure is whole, and a blank item is not written.
            inside = item.role is Role.LIST_ITEM or (item.figure and item.picture is None)
            if due <= 0 and not inside and not is_blank(item):
                number += 1
                yield PageBreak(number, part, position)
                due = _PAGE_CHARACTERS
            for inline in item.inlines:
                due -= len(inline.text)


def _ranges(section: Section) -> list[tuple[int, int]]:
    bounds, size = [0], 0
    for index, item in enumerate(section.items):
        length = 80
        for inline in item.inlines:
            length += len(inline.text)
        if size and size + length > _PART_CHARACTERS:
            bounds.append(index)
            size = 0
        size += length
    return list(zip(bounds, [*bounds[1:], len(section.items)], strict=True))


def xhtml(title: str, lang: str, direction: Direction, body: str) -> bytes:
    """Return a complete XHTML content document (EPUB 3.3, section 6.1) in UTF-8.

    Args:
        title: plain text; where it is blank the document is named by a dash.
        body: finished markup.
    """
    turned = f' dir="{direction.value}"'
    document = (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
        f"{language(EPUB_DIALECT, lang)}{turned}>\n<head>\n"
        f"<title>{escape(title) if title.strip() else '–'}</title>\n"
        f'<link rel="stylesheet" type="text/css" href="{STYLESHEET}"/>\n</head>\n'
        f"<body{turned}>\n{body}</body>\n</html>\n"
    )
    return utf8(document)


def utf8(document: str) -> bytes:
    """Return *document* in UTF-8; lone surrogates become U+FFFD (``package`` finds what else XML forbids)."""
    try:
        return document.encode("utf-8")
    except UnicodeEncodeError:
        return safe_text(document).encode("utf-8")
