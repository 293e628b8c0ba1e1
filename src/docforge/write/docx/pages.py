# SPDX-License-Identifier: Apache-2.0
"""Sections, headers and footers: paper, margins, running head, page x of y, handling mark.

Rule: ISO/IEC 29500-1, 17.6 (sections), 17.10 (headers and footers), 17.16.5 (PAGE, NUMPAGES, STYLEREF).
"""

from __future__ import annotations

import re
from enum import StrEnum

from docforge.presentation import Direction, PageText, Presentation, Section, SectionKind
from docforge.records import dataclass
from docforge.theme import Theme
from docforge.write.docx.estimate import TextArea
from docforge.write.docx.runs import RunMaker
from docforge.write.docx.wml import field, mm_twips, root, text_content

__all__ = ["Furniture", "PageGeometry", "marking_paragraph", "section_properties"]

_PT = 1 / 20
_SLOT = re.compile(r"(\{pages?\})")
# Digits that Word can make in a field (17.16.4.3.1); others are right in the stored result only.
_DIGIT_SWITCHES = {"०": r" \* HINDIARABIC", "๐": r" \* THAIARABIC"}


@dataclass(frozen=True, slots=True)
class PageGeometry:
    """Paper and margins in twips."""

    width: int
    height: int
    top: int
    bottom: int
    inner: int
    outer: int
    header: int
    footer: int
    columns: int
    gap: int

    @classmethod
    def of(cls, presentation: Presentation, theme: Theme) -> PageGeometry:
        """Return the geometry of *presentation*'s paper with the theme's margins."""
        page = theme.page
        width, height = (mm_twips(side) for side in presentation.paper_mm)
        leading = theme.furniture.leading_pt / 72 * 25.4
        return cls(
            width,
            height,
            mm_twips(page.margin_top_mm),
            mm_twips(page.margin_bottom_mm),
            mm_twips(page.margin_inner_mm),
            mm_twips(page.margin_outer_mm),
            # Themes measure to the baseline, Word to the edge of the head's text.
            mm_twips(max(page.head_mm - leading, 4)),
            mm_twips(max(page.foot_mm - leading * 0.3, 4)),
            page.columns,
            mm_twips(page.column_gap_mm),
        )

    @property
    def text_width(self) -> int:
        """Twips between the side margins."""
        return self.width - self.inner - self.outer

    @property
    def area(self) -> TextArea:
        """What a page or a column holds."""
        width = (self.text_width - self.gap * (self.columns - 1)) / self.columns
        return TextArea(width * _PT, (self.height - self.top - self.bottom) * _PT * self.columns)

    @property
    def mirrored(self) -> bool:
        """Margins change sides on even pages."""
        return self.inner != self.outer


class _Part(StrEnum):
    """The header and footer parts that a document can need."""

    RUNNING_HEAD = "header1"
    """Follows the article on the page."""
    TITLE_HEAD = "header2"
    """The document's title."""
    BLANK_HEAD = "header3"
    EVEN_HEAD = "header4"
    FOOT = "footer1"
    FIRST_FOOT = "footer2"
    BLANK_FOOT = "footer3"
    EVEN_FOOT = "footer4"


class Furniture:
    """Makes the header and footer parts that sections ask for, each once.

    Args:
        pages: stored result for the number of pages.
    """

    def __init__(self, presentation: Presentation, runs: RunMaker, pages: int, *, mirrored: bool) -> None:
        self._presentation, self._runs, self._pages, self._mirrored = presentation, runs, pages, mirrored
        self._rtl = presentation.direction is Direction.RTL
        self.used: dict[str, str] = {}
        """Part name without its ending -> relationship id, in order of first use."""

    def references(self, section: Section) -> str:
        """Return the header and footer references of *section*; a section on its own page says them all."""
        head, first, foot, first_foot = self._choice(section)
        chosen = [("header", "default", head), ("footer", "default", foot)]
        if first is not None:
            chosen += [("header", "first", first), ("footer", "first", first_foot)]
        if self._mirrored:
            chosen += [("header", "even", _Part.EVEN_HEAD), ("footer", "even", _Part.EVEN_FOOT)]
        return "".join(
            f'<w:{kind}Reference w:type="{which}" r:id="{self._use(part)}"/>' for kind, which, part in chosen
        )

    def _choice(self, section: Section) -> tuple[_Part, _Part | None, _Part, _Part]:
        if section.kind is SectionKind.COVER:
            return _Part.TITLE_HEAD, _Part.BLANK_HEAD, _Part.FOOT, _Part.BLANK_FOOT
        if section.kind is SectionKind.CONTENTS:
            return _Part.TITLE_HEAD, None, _Part.FOOT, _Part.FIRST_FOOT
        if section.kind is SectionKind.GROUP:
            return _Part.TITLE_HEAD, _Part.BLANK_HEAD, _Part.FOOT, _Part.FIRST_FOOT
        alone = len(self._presentation.sections) == 1
        return _Part.RUNNING_HEAD, _Part.BLANK_HEAD if alone else _Part.TITLE_HEAD, _Part.FOOT, _Part.FIRST_FOOT

    def _use(self, part: _Part) -> str:
        return self.used.setdefault(part.value, f"rIdPage{len(self.used) + 1}")

    def part(self, name: str) -> str:
        """Return the XML of the part *name* (a key of ``used``)."""
        part = _Part(name)
        own = self._presentation.page_text
        content = [self._paragraph("Marking", self._run(own.marking))] if own.marking else []
        if part in (_Part.FOOT, _Part.FIRST_FOOT, _Part.EVEN_FOOT):
            content.insert(0, self._page_line(own))
        elif part is _Part.RUNNING_HEAD:
            content.append(self._paragraph("Header", self._running_head()))
        elif part in (_Part.TITLE_HEAD, _Part.EVEN_HEAD):
            content.append(self._paragraph("Header", self._run(own.running_head)))
        kind = "hdr" if name.startswith("header") else "ftr"
        style = "Header" if kind == "hdr" else "Footer"
        return root(kind, "".join(content) or self._paragraph(style, ""))

    def _paragraph(self, style: str, content: str, rtl: bool | None = None) -> str:
        bidi = "<w:bidi/>" if (self._rtl if rtl is None else rtl) else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{bidi}</w:pPr>{content}</w:p>'

    def _run(self, text: str) -> str:
        return self._runs.runs(text, self._presentation.locale, design="sans", right_to_left=self._rtl)

    def _properties(self) -> str:
        return self._runs.properties("", self._presentation.locale, self._rtl, design="sans")

    def _running_head(self) -> str:
        # A style of our own, which has one name in every language of Word; the names of built-in styles change.
        properties = self._properties()
        return field('STYLEREF "Headline Text"', self._presentation.page_text.running_head, properties)

    def _page_line(self, own: PageText) -> str:
        """The message with PAGE and NUMPAGES fields in its slots, in the language and direction that it is in."""
        switch = _DIGIT_SWITCHES.get(own.digits[0], "")
        presentation = self._presentation
        lang = presentation.label_language or presentation.locale
        rtl = (presentation.label_direction if presentation.label_language else presentation.direction) is Direction.RTL
        properties = self._runs.properties("", lang, rtl, design="sans")
        slots = {
            "{page}": lambda: field(f"PAGE{switch}", own.number(1), properties),
            "{pages}": lambda: field(f"NUMPAGES{switch}", own.number(self._pages), properties),
        }
        # One direction for the whole line: numbers keep their place in a right-to-left message.
        content = "".join(
            slots[piece]() if piece in slots else f"<w:r>{properties}{text_content(piece)}</w:r>"
            for piece in _SLOT.split(own.page_of_pages)
            if piece
        )
        return self._paragraph("Footer", content, rtl)


def marking_paragraph(presentation: Presentation, runs: RunMaker, style: str) -> str:
    """Return the handling mark as a paragraph in *style*, or nothing where there is none."""
    text = presentation.page_text.marking
    if not text:
        return ""
    rtl = presentation.direction is Direction.RTL
    content = runs.runs(text, presentation.locale, design="sans", right_to_left=rtl)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{"<w:bidi/>" if rtl else ""}</w:pPr>{content}</w:p>'


def section_properties(
    section: Section, geometry: PageGeometry, references: str, *, columns: bool, continued: bool = False
) -> str:
    """Return ``w:sectPr`` of *section*, or of the part of it that runs in columns below its headline.

    Args:
        references: header and footer references.
        columns: text runs in the theme's columns.
        continued: it goes on where the part before ends; otherwise it starts on a new page.
    """
    rtl = section.direction is Direction.RTL
    first = section.kind is not SectionKind.CONTENTS and not continued
    several = f'<w:cols w:num="{geometry.columns}" w:space="{geometry.gap}"/>'
    left, right = (geometry.outer, geometry.inner) if rtl and geometry.mirrored else (geometry.inner, geometry.outer)
    start = "continuous" if continued else "nextPage"
    return (
        f'<w:sectPr>{references}<w:type w:val="{start}"/><w:pgSz w:w="{geometry.width}" w:h="{geometry.height}"/>'
        f'<w:pgMar w:top="{geometry.top}" w:right="{right}" w:bottom="{geometry.bottom}" w:left="{left}"'
        f' w:header="{geometry.header}" w:footer="{geometry.footer}" w:gutter="0"/>'
        f"{several if columns and geometry.columns > 1 else ''}"
        f"{'<w:titlePg/>' if first else ''}{'<w:bidi/><w:rtlGutter/>' if rtl else ''}</w:sectPr>"
    )
