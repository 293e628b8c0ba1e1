# SPDX-License-Identifier: Apache-2.0
"""Items to paragraphs: styles by role, directions, list markers, links, bookmarks, the contents with its field.

Paragraphs are XML strings, made one by one; python-docx's own ``add_paragraph`` gets slower with each one.
It must know nothing of parts or files.

Rule: ISO/IEC 29500-1, 17.3 (paragraphs), 17.13.6 (bookmarks), 17.16 (fields, hyperlinks).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from urllib.parse import quote

from docforge.model import Picture
from docforge.patterns import lazily
from docforge.presentation import (
    LAST_ENTRIES,
    Direction,
    Inline,
    InlineKind,
    Item,
    Presentation,
    Remark,
    Role,
    Section,
    SectionKind,
    opening_length,
)
from docforge.theme import Theme
from docforge.write.docx.drawing import drawing
from docforge.write.docx.estimate import TextArea, cell_stops, first_pages
from docforge.write.docx.languages import classify
from docforge.write.docx.notes import FIRST_FOOTNOTE, comment, footnotes_of
from docforge.write.docx.runs import RunMaker
from docforge.write.docx.styles import CHARACTER_STYLES, ROLE_STYLES, design_of
from docforge.write.docx.wml import attribute, complex_field, pt_twips, text_content

__all__ = ["Story"]

_SCHEMES = lazily(r"(?:https?://|mailto:)[^\s]", re.IGNORECASE)
# RFC 3986: everything that a URI may hold stays as it is, all else is percent-encoded.
_URI_SAFE = "-._~:/?#[]@!$&'()*+,;=%"
_LONGEST_URL = 2000
_DRAWINGS_FROM = 9_000
"""Numbers of drawings from here on are ours: letterheads have some of their own."""
_RAISED = lazily("[⁰¹²³⁴-⁹]+")
_HEADLINE_ROLES = frozenset({Role.HEADLINE})


class Story:
    """The main story of one document.

    Args:
        area: what a page holds, for the stored page numbers.
        ids: our style ids -> those of the document (an office's template has its own).
        contents_tab: where page numbers stand in the contents, in twips, if the styles do not say it.
        first_bookmark: number of the first bookmark.
        own_notes: the article's own notes become footnotes too.
        first_number: id of the first section's paragraph numbering; each section has the next.
        slanted: our ids of styles that an office's template slants; None where the styles are the theme's.
    """

    def __init__(
        self,
        presentation: Presentation,
        theme: Theme,
        area: TextArea,
        runs: RunMaker,
        ids: Mapping[str, str],
        *,
        contents_tab: int = 0,
        first_bookmark: int = 1,
        first_number: int = 1,
        own_notes: bool = False,
        slanted: Container[str] | None = None,
    ) -> None:
        self._presentation, self._theme, self._runs = presentation, theme, runs
        self._slanted = {
            role: theme.roles[role].italic if slanted is None else ROLE_STYLES[role] in slanted for role in Role
        }
        self._broken = {role: look.set_in(presentation.language).hyphenate for role, look in theme.roles.items()}
        """The roles whose styles let words be broken."""
        self._ids, self._contents_tab = ids, contents_tab
        self._book = len(presentation.sections) > 1
        self._grouped = any(s.kind is SectionKind.ARTICLE and s.level > 1 for s in presentation.sections)
        self._first_pages, self.pages = first_pages(presentation, theme, area)
        self._bookmarks, self._first_number = first_bookmark - 1, first_number
        self._area = area
        self._drawings = 0
        self.pictures = {picture.data: number for number, picture in enumerate(presentation.pictures, 1)}
        """A picture's bytes -> its number, which its part and its relationship carry."""
        self._paragraph_properties: dict[tuple[str, bool, bool, str, bool, int], str] = {}
        self._own_notes = own_notes
        self._number = 0
        self._notes: dict[str, Item] = {}
        self.links: dict[str, str] = {}
        """URL -> relationship id, in order of first use."""
        self.note_links: dict[str, str] = {}
        """The same for links in footnotes."""
        self.footnotes: list[str] = []
        """``w:footnote`` elements."""
        self.comments: list[str] = []
        """``w:comment`` elements."""

    def paragraphs(
        self,
        section_properties: Callable[[int, Section], str],
        closing: str = "",
        *,
        opening: Callable[[Section], str] | None = None,
    ) -> Iterator[str]:
        """Yield the content of ``w:body`` piece by piece.

        Args:
            section_properties: index of a section and the section -> its ``w:sectPr``.
            opening: a section -> the ``w:sectPr`` of its opening items where they are a part of their own, or empty.
            closing: what stands between the last paragraph and the last ``w:sectPr``.
        """
        sections = self._presentation.sections
        for index, section in enumerate(sections):
            ending = section_properties(index, section)
            final = index == len(sections) - 1
            yield from self._section(section, "" if final else ending, index, opening(section) if opening else "")
            if final:
                yield closing
                yield ending

    # -- sections ---------------------------------------------------------------------------

    def _section(self, section: Section, ending: str, index: int, opening: str) -> Iterator[str]:
        """Yield the paragraphs of *section*; *opening* goes into the last opening one, *ending* into the last one."""
        items = section.items or (
            Item(Role.HEADLINE, (Inline(section.title),), section.lang, section.direction, level=1),
        )
        self._notes = footnotes_of(section, own=self._own_notes)
        if self._notes:
            items = tuple(item for item in items if self._notes.get(item.note) is not item)
        self._number = self._first_number + index
        entries = list(self._entries(index)) if section.kind is SectionKind.CONTENTS else []
        wide = opening_length(items)
        for number, item in enumerate(items):
            last = number == len(items) - 1 and not entries
            bookmark = self._bookmark_name(index) if number == 0 and self._book else ""
            inside = opening if number == wide - 1 else ""
            yield self._paragraph(item, section, ending if last else inside, bookmark)
        yield from self._contents(entries, section, ending)

    def _paragraph(self, item: Item, section: Section, ending: str, bookmark: str) -> str:
        style = self._style(item, section)
        inlines = item.inlines
        numbered = bool(inlines) and inlines[0].kind is InlineKind.NUMBER
        if numbered:
            inlines = inlines[1:]
        properties = self._properties(item, style, ending, self._number if numbered else 0)
        content = self._marker(item) + "".join([self._inline(inline, item) for inline in inlines])
        if item.remarks:
            content = self._commented(item, inlines)
        if item.picture is not None:
            content = self._drawing(item, item.picture) + content
        if bookmark:
            self._bookmarks += 1
            number = self._bookmarks
            content = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark}"/>{content}<w:bookmarkEnd w:id="{number}"/>'
        return f"<w:p>{properties}{content}</w:p>"

    def _drawing(self, item: Item, picture: Picture) -> str:
        self._drawings += 1
        area, page = self._area, self._theme.page
        height = area.height_pt / page.columns
        size = page.picture_size(picture.width_px, picture.height_px, area.width_pt, height)
        return drawing(
            _DRAWINGS_FROM + self._drawings,
            f"Picture {self._drawings}",
            f"rIdPicture{self.pictures[picture.data]}",
            item.alternative,
            size,
        )

    def _style(self, item: Item, section: Section) -> str:
        """The id of the paragraph style: a single article has a title, in a book headlines are headings."""
        role = item.role
        if role is Role.HEADLINE:
            if item.level > 1 and not self._book:
                return "Heading2"
            if not self._book:
                return "Title"
            return "ArticleHeading" if section.level > 1 else "Heading1"
        if role is Role.CROSSHEAD and self._book and section.level > 1:
            return "Heading3"
        return ROLE_STYLES[role]

    def _properties(self, item: Item, style: str, ending: str, number: int) -> str:
        rtl = item.direction is Direction.RTL
        depth = max(item.level, 1) if item.role is Role.LIST_ITEM else 0
        thai = item.lang if self._theme.roles[item.role].align == "justify" else ""
        if depth > 1:
            style = f"ListParagraph{min(depth, 3)}"
        broken = self._theme.roles[item.role].set_in(item.lang).hyphenate
        tabs = self._tabs(item) if item.role is Role.PREFORMATTED else ""
        if tabs:
            return f"<w:pPr>{self._make_properties(style, item, rtl, broken, number, tabs)}{ending}</w:pPr>"
        key = (style, item.keep_with_next, rtl, thai, broken, number)
        known = self._paragraph_properties.get(key)
        if known is None:
            if number:
                # One entry for each article would only fill memory.
                return f"<w:pPr>{self._make_properties(style, item, rtl, broken, number)}{ending}</w:pPr>"
            known = self._paragraph_properties[key] = self._make_properties(style, item, rtl, broken, 0)
        return f"<w:pPr>{known}{ending}</w:pPr>"

    def _tabs(self, item: Item) -> str:
        """``w:tabs`` of an item that has columns (17.3.1.38), from the edge of the text, not from its indent."""
        look = self._theme.roles[item.role]
        places = [pt_twips(look.indent_pt + stop) for stop in cell_stops(item, look, self._area)]
        stops = "".join([f'<w:tab w:val="left" w:pos="{place}"/>' for place in places])
        return f"<w:tabs>{stops}</w:tabs>" if stops else ""

    def _make_properties(self, style: str, item: Item, rtl: bool, broken: bool, number: int, tabs: str = "") -> str:
        look = self._theme.roles[item.role]
        parts = [f'<w:pStyle w:val="{self._ids[style]}"/>']
        if item.keep_with_next:
            parts.append("<w:keepNext/>")
        if number:
            parts.append(f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')
        parts.append(tabs)
        if broken != self._broken[item.role]:
            parts.append('<w:suppressAutoHyphens w:val="0"/>' if broken else "<w:suppressAutoHyphens/>")
        if rtl:
            parts.append("<w:bidi/>")
        if look.align == "justify" and classify(item.lang).script == "Thai":
            # Thai has no blanks between words: this alignment spaces its letters (17.18.44).
            parts.append('<w:jc w:val="thaiDistribute"/>')
        return "".join(parts)

    # -- inlines ----------------------------------------------------------------------------

    def _marker(self, item: Item) -> str:
        if not item.marker:
            return ""
        if item.role is not Role.LIST_ITEM:
            return self._text(item.marker, item.lang, "", item)
        return self._text(item.marker.rstrip() + "\t", item.lang, "", item)

    def _inline(self, inline: Inline, item: Item) -> str:
        if not inline.text:
            return ""
        if inline.kind is InlineKind.NOTE_REFERENCE and inline.value in self._notes:
            note = self._notes.pop(inline.value)
            return self._footnote(note, inline)
        style = CHARACTER_STYLES.get(inline.kind, "")
        if item.role in _HEADLINE_ROLES and item.level <= 2 and inline.kind is not InlineKind.LINK:
            style = "HeadlineText"  # what the running head repeats
        url = _address(inline)
        if inline.kind is InlineKind.LINK and not url:
            style = ""
        runs = self._text(inline.text, inline.lang or item.lang, style, item, term=style == "Emphasis")
        if not url:
            return runs
        link = self.links.setdefault(url, f"rIdLink{len(self.links) + 1}")
        return f'<w:hyperlink r:id="{link}" w:history="1">{runs}</w:hyperlink>'

    def _text(self, text: str, lang: str, style: str, item: Item, *, term: bool = False) -> str:
        return self._runs.runs(
            text,
            lang,
            style=self._ids[style] if style else "",
            design=design_of(self._theme, self._theme.roles[item.role].family),
            right_to_left=item.direction is Direction.RTL,
            slanted=self._slanted[item.role],
            term=term,
        )

    # -- notes and comments -----------------------------------------------------------------

    def _footnote(self, item: Item, reference: Inline) -> str:
        """Add *item* to the footnotes and return the run that refers to it.

        Word numbers a note whose mark is a raised number; any other mark stays as it is written.
        """
        number = len(self.footnotes) + FIRST_FOOTNOTE
        mark = f'<w:rPr><w:rStyle w:val="{self._ids["FootnoteReference"]}"/></w:rPr>'
        bidi = "<w:bidi/>" if item.direction is Direction.RTL else ""
        outer, self.links = self.links, self.note_links
        content = "".join([self._inline(inline, item) for inline in item.inlines])
        self.links = outer
        if _RAISED.fullmatch(reference.text):
            opening = f"<w:r>{mark}<w:footnoteRef/></w:r>{self._text(chr(0xA0), item.lang, '', item)}"
            custom = shown = ""
        else:
            opening = self._text(item.marker, item.lang, "", item) if item.marker else ""
            custom, shown = ' w:customMarkFollows="1"', text_content(reference.text)
        self.footnotes.append(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{self._ids["FootnoteText"]}"/>{bidi}</w:pPr>'
            f"{opening}{content}</w:p></w:footnote>"
        )
        return f'<w:r>{mark}<w:footnoteReference{custom} w:id="{number}"/>{shown}</w:r>'

    def _commented(self, item: Item, inlines: Sequence[Inline]) -> str:
        """Return the content of *item* with its remarks as comments around the words that they are about."""
        opened: dict[int, str] = {}
        closed: dict[int, str] = {}
        mark = f'<w:rPr><w:rStyle w:val="{self._ids["CommentReference"]}"/></w:rPr>'
        for remark in item.remarks:
            number = len(self.comments)
            self.comments.append(comment(number, remark.text, self._ids, self._presentation.modified))
            first, last = _range(remark, inlines)
            opened[first] = opened.get(first, "") + f'<w:commentRangeStart w:id="{number}"/>'
            end = f'<w:commentRangeEnd w:id="{number}"/><w:r>{mark}<w:commentReference w:id="{number}"/></w:r>'
            closed[last] = closed.get(last, "") + end
        pieces = [
            f"{opened.get(n, '')}{self._inline(inline, item)}{closed.get(n, '')}" for n, inline in enumerate(inlines)
        ]
        return self._marker(item) + ("".join(pieces) or opened.get(0, "") + closed.get(0, ""))

    # -- contents ---------------------------------------------------------------------------

    def _bookmark_name(self, index: int) -> str:
        # Names of this form are Word's own for contents; it hides them, and replaces them when it builds them anew.
        return f"_Toc{index + 1:09d}"

    def _entries(self, index: int) -> Iterator[tuple[Section, int]]:
        for later, section in enumerate(self._presentation.sections[index + 1 :], index + 1):
            if section.kind in (SectionKind.GROUP, SectionKind.ARTICLE):
                yield section, later

    def _contents(self, entries: Sequence[tuple[Section, int]], section: Section, ending: str) -> Iterator[str]:
        """Yield one linked entry for each section, inside a TOC field that is up to date."""
        if not entries:
            return
        # \o and \u name outline levels, \h makes links, \z hides numbers in web view (17.16.5.68).
        levels = "1-2" if self._grouped else "1-1"
        begin, end = complex_field(f'TOC \\o "{levels}" \\h \\z \\u')
        last = len(entries) - 1
        for number, (target, index) in enumerate(entries):
            closing = end if number == last else ""
            keep = 0 < last - number < LAST_ENTRIES
            yield self._entry(target, index, begin if number == 0 else "", "" if target.detail else closing, keep=keep)
            if target.detail:
                yield self._detail(target, closing, keep=keep)
        # The section ends after the field: heads and feet read inside an open field lose their own fields.
        yield f'<w:p><w:pPr><w:pStyle w:val="{self._ids["ContentsDetail"]}"/>{ending}</w:pPr></w:p>'

    def _entry(self, target: Section, index: int, begin: str, end: str, *, keep: bool) -> str:
        name = self._bookmark_name(index)
        rtl = self._presentation.direction is Direction.RTL
        slanted = self._theme.contents_entry.italic
        title = self._runs.runs(target.title, target.lang, design="sans", right_to_left=rtl, slanted=slanted)
        properties = self._runs.properties("", self._presentation.locale, rtl, design="sans")
        page = self._presentation.page_text.number(self._first_pages[index])
        before, after = complex_field(f"PAGEREF {name} \\h", properties)
        number = f"{before}<w:r>{properties}{text_content(page)}</w:r>{after}"
        own = self._toc_properties("TOC1" if target.level < 2 else "TOC2", rtl, keep=keep or bool(target.detail))
        return (
            f"<w:p>{own}{begin}"
            f'<w:hyperlink w:anchor="{name}" w:history="1">{title}<w:r>{properties}<w:tab/></w:r>{number}</w:hyperlink>'
            f"{end}</w:p>"
        )

    def _detail(self, target: Section, end: str, *, keep: bool) -> str:
        rtl = self._presentation.direction is Direction.RTL
        runs = self._runs.runs(target.detail, self._presentation.locale, design="sans", right_to_left=rtl)
        style = self._ids["ContentsDetail2" if target.level > 1 else "ContentsDetail"]
        kept = "<w:keepNext/>" if keep else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}{"<w:bidi/>" if rtl else ""}</w:pPr>{runs}{end}</w:p>'

    def _toc_properties(self, style: str, rtl: bool, *, keep: bool) -> str:
        kept = "<w:keepNext/>" if keep else ""
        tab = f'<w:tab w:val="right" w:leader="dot" w:pos="{self._contents_tab}"/>' if self._contents_tab else ""
        tabs = f"<w:tabs>{tab}</w:tabs>" if tab else ""
        return f'<w:pPr><w:pStyle w:val="{self._ids[style]}"/>{kept}{tabs}{"<w:bidi/>" if rtl else ""}</w:pPr>'


def _range(remark: Remark, inlines: Sequence[Inline]) -> tuple[int, int]:
    """The first and the last of *inlines* that *remark* is about; all of them where its words are not marked off."""
    every = (0, max(len(inlines) - 1, 0))
    if remark.span is None:
        return every
    span = remark.span
    inside = [n for n, i in enumerate(inlines) if i.span is not None and i.span.overlaps(span)]
    return (inside[0], inside[-1]) if inside else every


def _address(inline: Inline) -> str:
    """The target of a link as a URI, or empty: only web and mail addresses become active."""
    value = (inline.value or "").strip()
    if inline.kind is not InlineKind.LINK or not _SCHEMES.match(value) or len(value) > _LONGEST_URL:
        return ""
    return attribute(quote(value, safe=_URI_SAFE))
