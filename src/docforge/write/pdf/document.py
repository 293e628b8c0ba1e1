# SPDX-License-Identifier: Apache-2.0
"""Presentation -> PDF: roles to structure elements and styles, sections to pages, frame of the pages.

One pass: pages are compressed and let go as they fill; the pages of the contents keep their content open
until all page numbers are known, and every page has a foot of its own that is written at the end.

What it must not know: languages' rules, labels, dates (they stand in the presentation).

Rule: ISO 32000-1, 14.8.4 (standard structure types); ISO 14289-1, 7.4 (headings skip no level).
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import field
from itertools import chain

from docforge import locale
from docforge._version import __version__
from docforge.columns import rows_of
from docforge.context import Context
from docforge.diagnostics import Report
from docforge.locale import Emphasis
from docforge.model import Picture
from docforge.presentation import (
    KEY_QUOTE_ROLES,
    LAST_ENTRIES,
    OPENING_ROLES,
    Direction,
    Inline,
    InlineKind,
    Item,
    Presentation,
    Role,
    Section,
    SectionKind,
)
from docforge.records import dataclass
from docforge.theme import RoleStyle, Theme
from docforge.typeset import (
    Align,
    Box,
    FontCatalogue,
    Line,
    StyledRun,
    font_catalogue,
    lay_out,
    shape_ahead,
    text_width,
)
from docforge.write import WriteSettings
from docforge.write.pdf.canvas import Attachment, Bookmark, Destination, Element, HeldPage, Metadata, TaggedCanvas
from docforge.write.pdf.embed import EmbeddedFonts
from docforge.write.pdf.flow import Area, Block, Flow, Slot
from docforge.write.pdf.ink import READING_ORDER, InlineElement, Mark, Pen, TextInk, colour_operands
from docforge.write.pdf.pictures import PictureInk, Pictures

__all__ = ["build"]

_MM = 72 / 25.4
_HEADINGS = frozenset({Role.COVER_TITLE, Role.CONTENTS_TITLE, Role.GROUP_TITLE, Role.HEADLINE, Role.CROSSHEAD})
_KEPT = frozenset({*_HEADINGS, Role.KICKER, Role.QUESTION})
"""Roles that never stand alone at the foot of a column."""
_TAGS = {Role.CAPTION: "Caption"}
_INLINE_TAGS = {InlineKind.LINK: "Link", InlineKind.QUOTATION: "Quote"}
_UNHYPHENATED = frozenset({InlineKind.LINK, InlineKind.SPEAKER})
_SCHEMES = ("http://", "https://", "mailto:")
_MAX_HEADING = 6
_OTHER_SIDE: dict[str, Align] = {"start": "end", "justify": "end", "end": "start"}
_MIDDLE = 0.35
"""Half the height of capitals as a part of the type size: text stands in the middle of its leading."""
_DOT_HEIGHTS = {Emphasis.DOTS_OVER: 0.98, Emphasis.DOTS_UNDER: -0.24}
"""From the baseline to the middle of a dot beside an ideograph, whose body reaches from -0.12 to 0.88."""
_BOX_GAP = 5.0
"""From the rules of a box to its text, in points."""
_RULE_GREY = "#b3b3b3"
_BATCH_CHARACTERS = 20_000
"""So much text is shaped ahead of its layout."""


def build(
    presentation: Presentation,
    settings: WriteSettings,
    attachments: Sequence[Attachment],
    *,
    archival: bool = True,
    context: Context,
    report: Report,
) -> bytes:
    """Return *presentation* as PDF/UA-1 and, where *archival*, PDF/A-2a (PDF/A-3a with *attachments*).

    Raises:
        FontError: no font has the letters of a script.
        LimitError: more than ``Limits.pdf_pages`` pages.
    """
    with _collector_paused():
        book = _Book(presentation, settings, context, report)
        try:
            return book.write(attachments, archival=archival)
        finally:
            # The two hold each other: without this a book stays in memory until the collector looks for it.
            del book.flow


@contextmanager
def _collector_paused() -> Iterator[None]:
    # Building makes many small values and no cycles; scanning them is a third of the time.
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@dataclass(slots=True)
class _NumberSlot:
    """A place on a contents page that waits for a page number."""

    mark: Mark
    link: int
    """Object number of the entry's annotation."""
    code: list[str]
    at: int
    """Index in ``code``."""
    x: float
    y: float
    width: float


@dataclass(slots=True)
class _SectionState:
    """What the pages of the current section share."""

    section: Section
    parent: Element
    shift: int
    """Added to heading levels."""
    lists: list[Element] = field(default_factory=list)
    figure: Element | None = None
    """Holds a picture and its caption."""
    figure_number: int = 0
    box: Element | None = None
    """Holds the key quotes."""
    box_ends: bool = False
    """The item at hand is the last in it."""
    pages: int = 0
    opening: bool = True
    """Only items that run over all columns so far."""


class _Book:
    """One PDF in the making."""

    def __init__(self, presentation: Presentation, settings: WriteSettings, context: Context, report: Report) -> None:
        self.presentation, self.theme, self.report = presentation, settings.theme, report
        self.catalogue: FontCatalogue = font_catalogue(settings.font_folders)
        self.size = (presentation.paper_mm[0] * _MM, presentation.paper_mm[1] * _MM)
        self.canvas = TaggedCanvas(self.size, _metadata(presentation))
        self.canvas.right_to_left = presentation.direction is Direction.RTL
        self.fonts = EmbeddedFonts(self.canvas.document)
        self.pen = Pen(self.canvas, self.fonts)
        self.pictures = Pictures(self.canvas)
        self.area = _area(self.theme, self.size)
        self.flow = Flow(self.area, self._end_page, context.limits.pdf_pages)
        self.marks: list[Mark] = []
        self.section_marks: dict[str, Mark] = {}
        self.entries: list[tuple[_NumberSlot, HeldPage]] = []
        self.waiting: list[_NumberSlot] = []
        self.held: list[HeldPage] = []
        self.covers: set[int] = set()
        self.heading_level = 0
        self.styles: dict[tuple[int, str], RoleStyle] = {}
        self.running_heads: dict[str, tuple[Line, ...]] = {}
        self.state: _SectionState

    def write(self, attachments: Sequence[Attachment], *, archival: bool) -> bytes:
        """Make all pages and return the file."""
        for section in self.presentation.sections:
            if section.kind in (SectionKind.GROUP, SectionKind.ARTICLE):
                self.section_marks[section.anchor] = Mark(section.title, section.level, section.lang)
        for index, section in enumerate(self.presentation.sections):
            self._add_section(section, self.presentation.sections[index + 1 :] if _is_contents(section) else ())
        self._fill_contents()
        self._draw_feet()
        self.fonts.finish()
        return self.canvas.finish(
            self.fonts.resources(),
            self.pictures.resources(),
            self._bookmarks(),
            self._labels(),
            attachments,
            archival=archival,
        )

    # -- sections -------------------------------------------------------------------------

    def _add_section(self, section: Section, later: Sequence[Section]) -> None:
        tag = "Art" if section.kind is SectionKind.ARTICLE else "Sect"
        language = section.lang if section.lang not in ("und", self.presentation.language) else ""
        element = self.canvas.open_element(tag, self.canvas.root, language=language)
        self.state = _SectionState(section, element, _level_shift(section))
        self.flow.right_to_left = section.direction is Direction.RTL
        mark = self.section_marks.get(section.anchor) or Mark(section.title, 1, section.lang)
        if section.kind is not SectionKind.COVER:
            self.marks.append(mark)
        items = [item for item in section.items if item.picture is not None or item.text.strip()]
        if not items:
            items = [Item(Role.HEADLINE, (Inline(section.title),), section.lang, section.direction, level=1)]
        marks: Sequence[Mark] = (mark,)
        following = iter([*items[1:], None])
        for batch in _batches(items):
            runs = [self._runs(item, self.theme.roles[item.role]) for item in batch]
            if len(batch) > 1:
                shape_ahead(chain.from_iterable(runs), self.catalogue)
            for item, own in zip(batch, runs, strict=True):
                self._enter_figure(item)
                self._enter_box(item, next(following))
                if item.picture is None:
                    self._add_item(item, own, marks)
                else:
                    self._add_picture(item, item.picture, marks)
                marks = ()
        self._enter_figure(None)
        if self.state.box is not None:
            self.canvas.close_element(self.state.box)
        self._close_lists(0)
        if later:
            self._add_contents(later)
        self.canvas.close_element(element)
        self.flow.end_section()

    def _enter_box(self, item: Item, following: Item | None) -> None:
        """Open an element around a box of key quotes at its title, close it behind its last item."""
        state = self.state
        if state.box is not None and item.role not in KEY_QUOTE_ROLES:
            self.canvas.close_element(state.box)
            state.box = None
        elif item.role is Role.KEY_QUOTES_TITLE and state.box is None:
            self._close_lists(0)
            state.box = self.canvas.open_element("Sect", state.parent)
        state.box_ends = following is None or following.role not in KEY_QUOTE_ROLES

    def _enter_figure(self, item: Item | None) -> None:
        """Open an element around a picture and its caption, or close it where *item* is not among them."""
        state, number = self.state, item.figure if item is not None else 0
        if state.figure is not None and state.figure_number != number:
            self.canvas.close_element(state.figure)
            state.figure = None
        if number and state.figure is None:
            self._close_lists(0)
            state.figure, state.figure_number = self.canvas.open_element("Div", state.parent), number

    def _add_picture(self, item: Item, picture: Picture, marks: Sequence[Mark]) -> None:
        style, state, area = self.theme.roles[item.role], self.state, self.area
        state.opening = False
        width, height = self.theme.page.picture_size(
            picture.width_px, picture.height_px, area.column_width - style.indent_pt, area.height
        )
        free = area.column_width - style.indent_pt - width
        right_to_left = item.direction is Direction.RTL
        side = style.indent_pt * (not right_to_left)
        if style.align == "center":
            side += free / 2
        elif (style.align == "end") is not right_to_left:
            side += free
        language = self._language(item.lang)
        element = self.canvas.open_element(
            "Figure", state.figure or state.parent, language=language, alternative=item.alternative
        )
        ink = PictureInk(self.canvas, self.pictures.name(picture), element, (width, height), marks)
        keep = item.keep_with_next
        blank = Line((), 0.0, 0.0, False, True, 0, 0)
        self.flow.add(
            Block((blank,), height, style.space_before_pt, style.space_after_pt, ink, left=side, keep=keep, whole=True)
        )

    def _add_item(self, item: Item, runs: list[StyledRun], marks: Sequence[Mark]) -> None:
        style = self.theme.roles[item.role]
        state = self.state
        state.opening = state.opening and item.role in OPENING_ROLES
        wide = self.area.columns > 1 and state.opening
        width = self.area.width if wide else self.area.column_width
        indent = style.indent_pt
        label: tuple[Element, tuple[Line, ...], float] | None = None
        if item.role is Role.LIST_ITEM:
            element, label_element = self._open_list_item(item)
            depth = max(item.level, 1)
            indent, label = self._list_label(item, style, label_element, depth, width)
        else:
            self._close_lists(0)
            element = self._open_element(item)
            if item.role is Role.CROSSHEAD and len(self.section_marks) < 2:
                heading = Mark(item.text, state.section.level + 1, item.lang)
                self.marks.append(heading)
                marks = (*marks, heading)
        lines = lay_out(
            runs,
            width_pt=width - indent,
            first_line_pt=style.first_line_pt,
            align=self._alignment(item, style),
            direction=item.direction.value,
            lang=item.lang,
            hyphenate=style.hyphenate,
            columns=item.role is Role.PREFORMATTED and bool(rows_of(item.text)),
            catalogue=self.catalogue,
            report=self.report,
        )
        right_to_left = item.direction is Direction.RTL
        left = 0.0 if right_to_left else indent
        leading = _leading(lines, style)
        baseline = leading / 2 + style.size_pt * _MIDDLE
        ink = TextInk(self.pen, element, leading, baseline, self._inlines(item), marks=marks, dots=self._dots(item))
        if label is not None and label[1]:
            ink.label = (label[0], label[1][0].boxes, label[2] - left)
        if item.role in KEY_QUOTE_ROLES:
            ink.rule_colour, ink.rule_width = self.theme.accent, width
            ink.rule_above = _BOX_GAP if item.role is Role.KEY_QUOTES_TITLE else 0.0
            ink.rule_below = _BOX_GAP if self.state.box_ends else 0.0
        if item.role is Role.QUOTE:
            ink.bar = (self.theme.accent, (width - indent + indent / 2) if right_to_left else -indent / 2)
        self.flow.add(
            Block(
                lines,
                leading,
                style.space_before_pt,
                style.space_after_pt + 2 * ink.rule_below,
                ink,
                left=left,
                keep=item.keep_with_next or item.role in _KEPT,
                whole=item.role in _HEADINGS or item.role is Role.KICKER,
                wide=wide,
            )
        )

    def _alignment(self, item: Item, style: RoleStyle) -> Align:
        """Return the theme's alignment; a line of the frame stands where the section's own text starts."""
        if item.direction is not self.state.section.direction and item.role in OPENING_ROLES:
            return _OTHER_SIDE.get(style.align, "center")
        return style.align  # type: ignore[return-value]  # the theme has checked it

    def _open_element(self, item: Item) -> Element:
        canvas, parent = self.canvas, self.state.figure or self.state.box or self.state.parent
        language = self._language(item.lang)
        if item.role in _HEADINGS:
            return canvas.open_element(f"H{self._heading(item)}", parent, language=language)
        if item.role in (Role.QUOTE, Role.KEY_QUOTE):
            outer = canvas.open_element("BlockQuote", parent, language=language)
            inner = canvas.open_element("P", outer)
            canvas.close_element(outer)
            return inner
        return canvas.open_element(_TAGS.get(item.role, "P"), parent, language=language)

    def _heading(self, item: Item) -> int:
        wanted = max(item.level, 1) + self.state.shift
        self.heading_level = min(wanted, self.heading_level + 1, _MAX_HEADING)
        return self.heading_level

    def _language(self, tag: str) -> str:
        own = self.state.section.lang
        inherited = own if own != "und" else self.presentation.language
        return tag if tag not in ("und", inherited) else ""

    # -- lists ------------------------------------------------------------------------------

    def _open_list_item(self, item: Item) -> tuple[Element, Element | None]:
        canvas, lists = self.canvas, self.state.lists
        depth = max(item.level, 1)
        self._close_lists(depth)
        while len(lists) < depth:
            lists.append(canvas.open_element("L", lists[-1] if lists else self.state.parent))
        entry = canvas.open_element("LI", lists[-1], language=self._language(item.lang))
        label = canvas.open_element("Lbl", entry) if item.marker.strip() else None
        body = canvas.open_element("LBody", entry)
        canvas.close_element(entry)
        return body, label

    def _close_lists(self, depth: int) -> None:
        while len(self.state.lists) > depth:
            self.canvas.close_element(self.state.lists.pop())

    def _list_label(
        self, item: Item, style: RoleStyle, element: Element | None, depth: int, width: float
    ) -> tuple[float, tuple[Element, tuple[Line, ...], float] | None]:
        """Return the indent of the item's body and its label: element, lines, x from the column's left edge."""
        outer = style.indent_pt * (depth - 1)
        if element is None:
            return outer + style.indent_pt, None
        run = self._run(item.marker.rstrip(), item.lang, style, 0)
        own = text_width(run, catalogue=self.catalogue, report=self.report)
        indent = min(max(style.indent_pt, own + style.size_pt * 0.4), width / 2)
        lines = lay_out(
            [run],
            width_pt=max(own + 1, indent),
            align="start",
            direction=item.direction.value,
            lang=item.lang,
            catalogue=self.catalogue,
            report=self.report,
        )
        x = width - outer - max(own + 1, indent) if item.direction is Direction.RTL else outer
        return outer + indent, (element, lines, x)

    # -- runs -------------------------------------------------------------------------------

    def _set_in(self, style: RoleStyle, lang: str) -> RoleStyle:
        """Return *style*, which is one of the theme's, as text in *lang* takes it; asked for every run."""
        key = (id(style), lang)
        found = self.styles.get(key)
        if found is None:
            found = self.styles[key] = style.set_in(lang)
        return found

    def _run(self, text: str, lang: str, style: RoleStyle, index: int) -> StyledRun:
        own = self._set_in(style, lang)
        return StyledRun(
            text,
            lang,
            self.theme.families[style.family].pdf,
            style.size_pt,
            style.weight,
            own.italic,
            style.colour,
            index,
            hyphenate=own.hyphenate,
        )

    def _runs(self, item: Item, style: RoleStyle) -> list[StyledRun]:
        family = self.theme.families[style.family].pdf
        runs: list[StyledRun] = []
        if item.marker and item.role is not Role.LIST_ITEM:
            # A list item's marker is a label of its own; a note's mark opens its text.
            runs.append(self._run(item.marker, item.lang, style, len(item.inlines)))
        for index, inline in enumerate(item.inlines):
            if not inline.text:
                continue
            kind, lang = inline.kind, inline.lang or item.lang
            emphasis = locale.emphasis(lang) if kind is InlineKind.TERM else None
            bold = kind is InlineKind.DATELINE or emphasis is Emphasis.BOLD
            own = self._set_in(style, lang)
            runs.append(
                StyledRun(
                    inline.text,
                    lang,
                    family,
                    style.size_pt,
                    700 if bold else style.weight,
                    own.italic != (emphasis is Emphasis.ITALIC),  # stands out of slanted text by standing upright
                    self.theme.accent if _url(inline) else style.colour,
                    index,
                    hyphenate=kind not in _UNHYPHENATED and own.hyphenate,
                )
            )
        return runs

    @staticmethod
    def _dots(item: Item) -> dict[int, float]:
        """The runs with a dot beside each character -> height of the dots, in parts of the type size."""
        terms = ((index, inline) for index, inline in enumerate(item.inlines) if inline.kind is InlineKind.TERM)
        heights = ((index, _DOT_HEIGHTS.get(locale.emphasis(inline.lang or item.lang))) for index, inline in terms)
        return {index: height for index, height in heights if height is not None}

    def _inlines(self, item: Item) -> dict[int, InlineElement]:
        found: dict[int, InlineElement] = {}
        for index, inline in enumerate(item.inlines):
            language = inline.lang if inline.lang and inline.lang not in ("und", item.lang) else ""
            url = _url(inline)
            tag = _INLINE_TAGS.get(inline.kind, "Span") if inline.kind is not InlineKind.LINK or url else "Span"
            if tag != "Span" or language:
                found[index] = InlineElement(tag, language, url, inline.text)
        return found

    # -- contents ---------------------------------------------------------------------------

    def _add_contents(self, later: Sequence[Section]) -> None:
        lists: list[Element] = []
        entries = [section for section in later if section.kind in (SectionKind.GROUP, SectionKind.ARTICLE)]
        for following, section in zip(range(len(entries) - 1, -1, -1), entries, strict=True):
            depth = min(section.level, len(lists) + 1)
            while len(lists) > depth:
                self.canvas.close_element(lists.pop())
            if len(lists) < depth:
                lists.append(self.canvas.open_element("TOC", lists[-1] if lists else self.state.parent))
            self._add_entry(section, lists[-1], keep=section.kind is SectionKind.GROUP or 0 < following < LAST_ENTRIES)
        while lists:
            self.canvas.close_element(lists.pop())

    def _add_entry(self, section: Section, parent: Element, *, keep: bool) -> None:
        canvas, style = self.canvas, self.theme.contents_entry
        language = self._language(section.lang)
        entry = canvas.open_element("TOCI", parent, language=language)
        reference = canvas.open_element("Reference", entry)
        link = canvas.open_element("Link", reference)
        canvas.close_element(entry)
        canvas.close_element(reference)
        right_to_left = self.state.section.direction is Direction.RTL
        numbers = 3.2 * style.size_pt
        indent = style.size_pt * 1.5 * (section.level - 1)
        width = self.area.width - numbers - indent
        is_group = section.kind is SectionKind.GROUP
        title = self._contents_run(section.title, section.lang, style, 700 if is_group else style.weight)
        lines = self._contents_lines(title, section.lang, section.direction, width)
        if section.detail:
            # The second line is the frame's: its date must not be turned round by a title from right to left.
            frame = self.state.section
            lines += self._contents_lines(
                self._contents_detail(section.detail, style), frame.lang, frame.direction, width
            )
        ink = _EntryInk(
            self.pen,
            link,
            style.leading_pt,
            _baseline(style),
            mark=self.section_marks[section.anchor],
            waiting=self.waiting,
            width=width,
            numbers=numbers,
            right_to_left=right_to_left,
        )
        before = style.leading_pt / 2 if is_group else style.space_before_pt
        left = numbers if right_to_left else indent
        after = style.space_after_pt
        self.flow.add(
            Block(tuple(lines), style.leading_pt, before, after, ink, left=left, keep=keep, whole=True, wide=True)
        )

    def _contents_lines(self, run: StyledRun, lang: str, direction: Direction, width: float) -> list[Line]:
        return list(
            lay_out(
                [run],
                width_pt=width,
                align="start" if direction is self.state.section.direction else "end",
                direction=direction.value,
                lang=lang,
                catalogue=self.catalogue,
                report=self.report,
            )
        )

    def _contents_run(self, text: str, lang: str, style: RoleStyle, weight: int) -> StyledRun:
        family = self.theme.families[style.family].pdf
        return StyledRun(text, lang, family, style.size_pt, weight, self._set_in(style, lang).italic, style.colour, 0)

    def _contents_detail(self, text: str, style: RoleStyle) -> StyledRun:
        family, colour = self.theme.families[style.family].pdf, self.theme.furniture.colour
        size = min(style.size_pt, self.theme.furniture.size_pt)
        return StyledRun(text, self.state.section.lang, family, size, 400, False, colour, 0)

    def _fill_contents(self) -> None:
        style = self.theme.contents_entry
        for slot in self.waiting:
            number = self.presentation.page_text.number(slot.mark.index + 1)
            lines = self._furniture_line(number, style, slot.width, "end")
            slot.code[slot.at] = "\n".join(["q", *self._drawn(lines, slot.x, slot.y), "Q"])
            self.canvas.put_link(slot.link, Destination(slot.mark.page, slot.mark.top))
        for held in self.held:
            self.canvas.release_page(held)

    # -- pages ------------------------------------------------------------------------------

    def _end_page(self, slots: list[Slot]) -> None:
        state = self.state
        if state.section.kind is SectionKind.COVER:
            self.covers.add(self.canvas.pages)
        else:
            self._draw_head(state)
        state.pages += 1
        for slot in slots:
            block = slot.block
            top = self.area.top - slot.y
            part = block.lines[slot.start : slot.stop]
            block.ink.draw(part, slot.x, top, first=slot.start == 0, last=slot.stop == len(block.lines))
        if state.section.kind is SectionKind.CONTENTS:
            self.held.append(self.canvas.hold_page())
        else:
            self.canvas.showPage()

    def _draw_head(self, state: _SectionState) -> None:
        """Running head: the section's title where it goes on, the document's where a section of a pack opens."""
        alone = len(self.presentation.sections) == 1
        opening = state.pages == 0
        text = "" if alone and opening else self.presentation.page_text.running_head if opening else state.section.title
        marking = self.presentation.page_text.marking
        if not text and not marking:
            return
        y = self.size[1] - self.theme.page.head_mm * _MM
        own = state.section if not opening else None
        with self.canvas.artifact("Header"):
            if text:
                self._draw(self._head_line(text, own), self.area.left, y)
                rule = y - self.theme.furniture.leading_pt * 0.6
                self.canvas._code.append(
                    f"q {colour_operands(_RULE_GREY)} RG 0.5 w {self.area.left:.2f} {rule:.2f} m "
                    f"{self.area.left + self.area.width:.2f} {rule:.2f} l S Q"
                )
            if marking:
                lines = self._furniture_line(marking, self.theme.furniture, self.area.width, "center", weight=700)
                self._draw(lines, self.area.left, y + self.theme.furniture.leading_pt * 1.2)

    def _head_line(self, text: str, section: Section | None) -> tuple[Line, ...]:
        """Return *text* on one line, cut with an ellipsis where it is longer."""
        found = self.running_heads.get(text)
        if found is not None:
            return found
        lang = section.lang if section is not None else self.presentation.locale
        direction = section.direction if section is not None else self.presentation.direction
        shown = text
        lines = self._furniture_line(shown, self.theme.furniture, self.area.width, "start", lang, direction)
        while len(lines) > 1 and shown:
            end = lines[0].text_end
            shown = text[: end if shown is text else min(end, len(shown) - 2)].rstrip()
            lines = self._furniture_line(shown + "…", self.theme.furniture, self.area.width, "start", lang, direction)
        if len(self.running_heads) > 16:
            self.running_heads.clear()
        self.running_heads[text] = lines
        return lines

    def _furniture_line(
        self,
        text: str,
        style: RoleStyle,
        width: float,
        align: Align,
        lang: str = "",
        direction: Direction | None = None,
        weight: int = 0,
    ) -> tuple[Line, ...]:
        family = self.theme.families[style.family].pdf
        language = lang or self.presentation.locale
        italic = self._set_in(style, language).italic
        run = StyledRun(text, language, family, style.size_pt, weight or style.weight, italic, style.colour)
        return lay_out(
            [run],
            width_pt=width,
            align=align,
            direction=(direction or self.presentation.direction).value,
            lang=language,
            catalogue=self.catalogue,
            report=self.report,
        )

    def _draw(self, lines: Sequence[Line], x: float, y: float) -> None:
        for box in sorted(lines[0].boxes, key=READING_ORDER) if lines else ():
            self.pen.show(box, x + box.x_pt, y)
        self.pen.end_text()

    def _drawn(self, lines: Sequence[Line], x: float, y: float) -> list[str]:
        return self.pen.detached(lambda: self._draw(lines, x, y))

    def _draw_feet(self) -> None:
        page_text, style = self.presentation.page_text, self.theme.furniture
        y = self.theme.page.foot_mm * _MM
        mark_code: list[str] = []
        if page_text.marking:
            lines = self._furniture_line(page_text.marking, style, self.area.width, "center", weight=700)
            mark_code = self._drawn(lines, self.area.left, y - style.leading_pt * 1.2)
        total = self.canvas.pages
        for index in range(total):
            code = ["/Artifact<</Type/Pagination/Subtype/Footer>>BDC", *mark_code]
            if index not in self.covers:
                lines = self._furniture_line(page_text.page(index + 1, total), style, self.area.width, "center")
                code += self._drawn(lines, self.area.left, y)
            self.canvas.draw_foot(index, [*code, "EMC"] if len(code) > 1 else [])

    # -- navigation -------------------------------------------------------------------------

    def _bookmarks(self) -> list[Bookmark]:
        return [
            Bookmark(mark.title, mark.level, Destination(mark.page, mark.top), mark.language)
            for mark in self.marks
            if mark.page
        ]

    def _labels(self) -> bytes:
        # The printed numbers count all pages; so do the labels.
        return b"0<</S/D>>"


class _EntryInk(TextInk):
    """Draws one entry of the contents and leaves room for its page number."""

    __slots__ = ("mark", "numbers", "right_to_left", "waiting", "width")

    def __init__(
        self,
        pen: Pen,
        element: Element,
        leading: float,
        baseline: float,
        *,
        mark: Mark,
        waiting: list[_NumberSlot],
        width: float,
        numbers: float,
        right_to_left: bool,
    ) -> None:
        super().__init__(pen, element, leading, baseline)
        self.mark, self.waiting, self.width = mark, waiting, width
        self.numbers, self.right_to_left = numbers, right_to_left

    def draw(self, lines: Sequence[Line], x: float, top: float, *, first: bool, last: bool) -> None:
        """Draw the title, the dots and the link; note where the number goes."""
        canvas = self.pen.canvas
        y = top - self.baseline
        # The number goes with the first line: it stays beside the title when a detail line follows.
        left, right = (x - self.numbers, x + self.width) if self.right_to_left else (x, x + self.width + self.numbers)
        if first:
            title = lines[0]
            self._draw_dots(title, x, y)
        super().draw(lines, x, top, first=first, last=False)
        if first:
            canvas.begin_content(self.element)
            canvas._code.append("")
            at = len(canvas._code) - 1
            canvas.end_content()
            bottom = top - len(lines) * self.leading
            link = canvas.link(self.element, (left, bottom, right, top), None, self.mark.title)
            number_x = left if self.right_to_left else x + self.width
            self.waiting.append(_NumberSlot(self.mark, link, canvas._code, at, number_x, y, self.numbers))
        if last:
            self._finish()

    def _draw_dots(self, line: Line, x: float, y: float) -> None:
        edges = [(box.x_pt, _right_edge(box)) for box in line.boxes]
        if not edges:
            return
        if self.right_to_left:
            start, stop = x - self.numbers * 0.3, x + min(edge[0] for edge in edges) - 6
        else:
            start, stop = x + max(edge[1] for edge in edges) + 6, x + self.width + self.numbers * 0.3
        if stop - start < 12:
            return
        if not self.right_to_left:
            start, stop = stop, start  # from the numbers on, so that the dots of all entries stand in columns
        with self.pen.canvas.artifact():
            self.pen.canvas._code.append(
                f"q 1 J 0.7 w [0 4] 0 d {colour_operands(_RULE_GREY)} RG {start:.2f} {y:.2f} m {stop:.2f} {y:.2f} l S Q"
            )


def _right_edge(box: Box) -> float:
    return box.x_pt + sum(piece.width for piece in box.pieces) * box.size_pt / 1000


def _batches(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Cut *items* into groups of bounded text."""
    batch: list[Item] = []
    size = 0
    for item in items:
        own = sum([len(inline.text) for inline in item.inlines])
        if batch and size + own > _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
        batch.append(item)
        size += own
    if batch:
        yield batch


def _is_contents(section: Section) -> bool:
    return section.kind is SectionKind.CONTENTS


def _level_shift(section: Section) -> int:
    """Return what makes the section's first heading stand at the section's level."""
    first = next((item.level for item in section.items if item.role in _HEADINGS), 1)
    return max(section.level - max(first, 1), 0) if section.kind is SectionKind.ARTICLE else 0


def _url(inline: Inline) -> str:
    """Return the target of a link, or nothing where it is not one of the three schemes."""
    value = inline.value or ""
    return value if inline.kind is InlineKind.LINK and value.lower().startswith(_SCHEMES) else ""


def _baseline(style: RoleStyle) -> float:
    """Distance from the top of a line's slot to its baseline: capitals stand in the middle."""
    return style.leading_pt / 2 + style.size_pt * _MIDDLE


def _leading(lines: Sequence[Line], style: RoleStyle) -> float:
    """Return the theme's leading, a fifth more for scripts that stack higher than it has room for."""
    faces = {box.face for line in lines[:2] for box in line.boxes}
    highest = max((face.ascent - face.descent for face in faces), default=0.0) * style.size_pt / 1000
    return style.leading_pt * (1.2 if highest > 1.1 * style.leading_pt else 1.0)


def _area(theme: Theme, size: tuple[float, float]) -> Area:
    page, grid = theme.page, theme.roles[Role.BODY].leading_pt / 2
    width = size[0] - (page.margin_inner_mm + page.margin_outer_mm) * _MM
    height = size[1] - (page.margin_top_mm + page.margin_bottom_mm) * _MM
    lines = max(int(height // (2 * grid)), 4)
    return Area(
        left=page.margin_inner_mm * _MM,
        top=size[1] - page.margin_top_mm * _MM,
        width=width,
        height=lines * 2 * grid,
        columns=page.columns,
        gap=page.column_gap_mm * _MM,
        grid=grid,
    )


def _metadata(presentation: Presentation) -> Metadata:
    return Metadata(
        title=presentation.title,
        language=presentation.language if presentation.language != "und" else presentation.locale,
        identifier=presentation.identifier,
        creators=presentation.creators,
        subject=presentation.subject,
        keywords=presentation.keywords,
        publisher=presentation.publisher,
        issued=presentation.issued,
        moment=presentation.modified,
        producer=f"docforge {__version__}",
    )
