# SPDX-License-Identifier: Apache-2.0
"""Presentation items -> WordprocessingML paragraphs, as text.

Comes in: items with roles and a style set.  Goes out: ``w:p`` elements.  Knows no parts, no files, no locale
but the tags that the items carry.  Text only ever becomes ``w:t``; field codes are made from constants.

Rule: ISO/IEC 29500-1, 17.3 (paragraphs and runs), 17.16 (fields and hyperlinks).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.sax.saxutils import escape

from docforge.presentation import (
    Direction,
    Inline,
    InlineKind,
    Item,
    PageText,
    Presentation,
    Role,
    Section,
    SectionKind,
)
from docforge.text import safe_text
from docforge.write.docx.styles import CHARACTER_STYLES, StyleSet, is_complex, language

__all__ = ["Body", "page_of_pages"]

_TOKENS = re.compile("[\t\n]")
_LINKS = ("http://", "https://", "mailto:")
# A rough line for estimating page numbers of the contents: Word makes them exact when the reader asks.
_WIDE = re.compile("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff]")


class Body:
    """Builds the body of one document.

    *link* takes a URL and returns the id of its relationship; each distinct URL is asked for once.
    """

    def __init__(self, presentation: Presentation, styles: StyleSet, link: Callable[[str], str]) -> None:
        self.presentation, self.styles, self._link = presentation, styles, link
        self._links: dict[str, str] = {}
        self._bookmarks = {s.anchor: f"_Toc{n:08d}" for n, s in enumerate(presentation.sections, 1)}
        self._pages = self._estimated_pages()

    def section(self, section: Section, *, new_page: bool) -> list[str]:
        """Return the paragraphs of *section*; the first opens a page when *new_page* is set."""
        marked = self._heading_index(section)
        parts = [
            self.paragraph(item, new_page=new_page and index == 0, bookmark=section.anchor if index == marked else None)
            for index, item in enumerate(section.items)
        ]
        if section.kind is SectionKind.CONTENTS:
            parts += self._contents(section)
        return parts or [f"<w:p><w:pPr>{'<w:pageBreakBefore/>' if new_page else ''}</w:pPr></w:p>"]

    @staticmethod
    def _heading_index(section: Section) -> int:
        headings = (Role.HEADLINE, Role.GROUP_TITLE, Role.COVER_TITLE, Role.CONTENTS_TITLE)
        return next((i for i, item in enumerate(section.items) if item.role in headings), 0)

    def paragraph(self, item: Item, *, new_page: bool = False, bookmark: str | None = None) -> str:
        """Return the ``w:p`` of *item*."""
        runs = []
        if item.marker:
            # The list's own marker stands in the hanging indent as text: nothing of the source is renumbered.
            runs.append(self._run(Inline(item.marker.rstrip()), item) + "<w:r><w:tab/></w:r>")
        runs += [self._inline(inline, item) for inline in item.inlines]
        content = "".join(runs)
        if bookmark is not None:
            name = self._bookmarks[bookmark]
            number = int(name[4:])
            content = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'
        return f"<w:p><w:pPr>{self._properties(item, new_page)}</w:pPr>{content}</w:p>"

    def _properties(self, item: Item, new_page: bool) -> str:
        parts = [f'<w:pStyle w:val="{self.styles.ids[item.role]}"/>']
        if item.keep_with_next:
            parts.append("<w:keepNext/>")
        if new_page:
            parts.append("<w:pageBreakBefore/>")
        if item.direction is Direction.RTL:
            parts.append("<w:bidi/>")
        return "".join(parts)

    def _inline(self, inline: Inline, item: Item) -> str:
        if inline.kind is InlineKind.LINK and (inline.value or "").startswith(_LINKS):
            url = inline.value or ""
            if url not in self._links:
                self._links[url] = self._link(url)
            return f'<w:hyperlink r:id="{self._links[url]}" w:history="1">{self._run(inline, item)}</w:hyperlink>'
        return self._run(inline, item)

    def _run(self, inline: Inline, item: Item) -> str:
        lang = inline.lang or item.lang
        style = CHARACTER_STYLES.get(inline.kind.value)
        parts = [f'<w:rStyle w:val="{style[0]}"/>'] if style else []
        if item.direction is Direction.RTL and not _is_latin(inline.text):
            parts.append("<w:rtl/>")
        elif is_complex(lang):
            parts.append("<w:cs/>")
        parts.append(language(lang) if lang != self.presentation.language else "")
        return f"<w:r><w:rPr>{''.join(parts)}</w:rPr>{text_xml(inline.text)}</w:r>"

    # -- contents ------------------------------------------------------------------------------

    def _contents(self, own: Section) -> list[str]:
        """A TOC field that is filled already, so that nobody is asked to update it."""
        listed = [s for s in self.presentation.sections if s.kind in (SectionKind.GROUP, SectionKind.ARTICLE)]
        if not listed:
            return []
        levels = max(s.level for s in listed)
        code = _field_char("begin") + _instruction(f'TOC \\o "1-{levels}" \\h \\z \\u') + _field_char("separate")
        entries = [self._entry(s, lead=code if n == 0 else "") for n, s in enumerate(listed)]
        direction = "<w:bidi/>" if own.direction is Direction.RTL else ""
        return [*entries, f'<w:p><w:pPr><w:pStyle w:val="BodyText"/>{direction}</w:pPr>{_field_char("end")}</w:p>']

    def _entry(self, section: Section, lead: str) -> str:
        anchor = self._bookmarks[section.anchor]
        page = self.presentation.page_text.number(self._pages[section.anchor])
        item = Item(Role.CONTENTS_TITLE, (), section.lang, section.direction)
        title = self._run(Inline(section.title), item)
        if section.detail:
            title += self._run(Inline(f"  {section.detail}", lang=self.presentation.locale), item)
        code = _instruction(f"PAGEREF {anchor} \\h")
        shown = f"<w:r>{text_xml(page)}</w:r>"
        number = _field_char("begin") + code + _field_char("separate") + shown + _field_char("end")
        # The entry's paragraph runs with the book; the title inside keeps its own direction.
        direction = "<w:bidi/>" if self.presentation.direction is Direction.RTL else ""
        return (
            f'<w:p><w:pPr><w:pStyle w:val="TOC{min(section.level, 2)}"/>{direction}</w:pPr>{lead}'
            f'<w:hyperlink w:anchor="{anchor}" w:history="1">{title}<w:r><w:tab/></w:r>{number}</w:hyperlink></w:p>'
        )

    def _estimated_pages(self) -> dict[str, int]:
        """First page of each section, from a count of lines; the reader's program makes it exact on update."""
        pages: dict[str, int] = {}
        page = 1
        for section in self.presentation.sections:
            pages[section.anchor] = page
            lines = sum(_lines(item, self.styles, self.presentation.paper_mm) for item in section.items)
            if section.kind is SectionKind.CONTENTS:
                listed = sum(s.kind in (SectionKind.GROUP, SectionKind.ARTICLE) for s in self.presentation.sections)
                lines += listed * 20.0
            height = (self.presentation.paper_mm[1] - 50) * 72 / 25.4
            page += max(1, -int(-lines // height))
        return pages


def _lines(item: Item, styles: StyleSet, paper_mm: tuple[float, float]) -> float:
    """Height of *item* in points, estimated from its characters."""
    look = styles.looks[styles.ids[item.role]]
    text = item.text
    width = len(text) + len(_WIDE.findall(text))
    measure = (paper_mm[0] - 54) * 72 / 25.4 - look.indent_pt
    count = max(1, -int(-width * look.size_pt * 0.5 // measure)) + text.count("\n")
    return count * look.leading_pt + look.space_before_pt + look.space_after_pt


def _is_latin(text: str) -> bool:
    """Say whether *text* has letters and all of them run left to right."""
    import unicodedata

    kinds = {unicodedata.bidirectional(char) for char in text}
    return "L" in kinds and not kinds & {"R", "AL"}


def text_xml(text: str) -> str:
    """Return *text* as ``w:t`` elements with ``w:tab`` and ``w:br`` for TAB and LF."""
    safe = safe_text(text)
    parts: list[str] = []
    position = 0
    for match in _TOKENS.finditer(safe):
        if match.start() > position:
            parts.append(f'<w:t xml:space="preserve">{escape(safe[position : match.start()])}</w:t>')
        parts.append("<w:tab/>" if match.group() == "\t" else "<w:br/>")
        position = match.end()
    if position < len(safe) or not parts:
        parts.append(f'<w:t xml:space="preserve">{escape(safe[position:])}</w:t>')
    return "".join(parts)


def _field_char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _instruction(code: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'


def page_of_pages(page_text: PageText, properties: str) -> str:
    """Return the runs of the footer: the locale's message with PAGE and NUMPAGES fields in it."""
    runs: list[str] = []
    for part in re.split(r"(\{page\}|\{pages\})", page_text.page_of_pages):
        if part in ("{page}", "{pages}"):
            code = "PAGE" if part == "{page}" else "NUMPAGES"
            shown = text_xml(page_text.number(1))
            runs.append(_field_char("begin") + _instruction(code) + _field_char("separate"))
            runs.append(f"<w:r><w:rPr>{properties}</w:rPr>{shown}</w:r>" + _field_char("end"))
        elif part:
            runs.append(f"<w:r><w:rPr>{properties}</w:rPr>{text_xml(part)}</w:r>")
    return "".join(runs)
