# SPDX-License-Identifier: Apache-2.0
"""How many pages a section fills, near enough for the stored results of page-number fields.

Word counts again when it lays the document out; until then readers see these numbers.  Widths are averages by kind
of character, so a number may be off by one on long articles; it costs next to nothing and needs no font.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from docforge.columns import NO_WIDTH, rows_of, tab_stops
from docforge.patterns import has_east_asian, lazily
from docforge.presentation import Item, Presentation, Role, Section, SectionKind
from docforge.records import dataclass
from docforge.theme import RoleStyle, Theme

__all__ = ["TextArea", "cell_stops", "first_pages"]

# Average advance in ems, measured on running text in common office fonts.
_EM_SERIF, _EM_SANS, _EM_BOLD = 0.455, 0.475, 0.53
_WIDE = lazily("[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\U0001f300-\U0003ffff]")

# For cells, which no line evens out: as wide as letters and digits are in broad fonts.
_EM_CELL, _EM_NARROW, _EM_CAPITAL, _EM_WIDE, _OF_BOLD = 0.57, 0.37, 0.72, 1.0, 1.08
_CAPITAL = lazily("[A-Z\u00c0-\u00de\u0391-\u03ab\u0410-\u042f%@mw\u2014\u2026]")
_NARROW = lazily("[ .,:;'!|()/ijlft\u2019-]")


@dataclass(frozen=True, slots=True)
class TextArea:
    """Width and height between the margins, in points."""

    width_pt: float
    height_pt: float


def first_pages(presentation: Presentation, theme: Theme, area: TextArea) -> tuple[list[int], int]:
    """Return the first page of each section, and the number of pages."""
    pages: list[int] = []
    page = 1
    for index, section in enumerate(presentation.sections):
        pages.append(page)
        height = _height(section.items, theme, area)
        if section.kind is SectionKind.CONTENTS:
            height += _contents_height(presentation.sections[index + 1 :], theme)
        page += max(1, math.ceil(height / area.height_pt))
    return pages, page - 1


def cell_stops(item: Item, look: RoleStyle, area: TextArea) -> tuple[float, ...]:
    """Return the tab stops of the columns that *item* has, in points from its start; empty for none."""
    rows = rows_of(item.text)
    if not rows:
        return ()
    scale = look.size_pt * (_OF_BOLD if look.weight >= 600 else 1.0)
    widths = ([_cell_ems(cell) * scale for cell in row] for row in rows)
    return tab_stops(widths, look.size_pt, area.width_pt - look.indent_pt)


def _cell_ems(text: str) -> float:
    ems = len(text) * _EM_CELL + len(_CAPITAL.findall(text)) * (_EM_CAPITAL - _EM_CELL)
    ems -= len(_NARROW.findall(text)) * (_EM_CELL - _EM_NARROW)
    if not text.isascii():
        wide = len(_WIDE.findall(text)) if has_east_asian(text) else 0
        ems += wide * (_EM_WIDE - _EM_CELL) - len(NO_WIDTH.findall(text)) * _EM_CELL
    return ems


def _height(items: Iterable[Item], theme: Theme, area: TextArea) -> float:
    total = 0.0
    for item in items:
        look = theme.roles[item.role]
        if item.picture is not None:
            size = item.picture.width_px, item.picture.height_px
            total += theme.page.picture_size(*size, area.width_pt, area.height_pt / theme.page.columns)[1]
            total += look.space_before_pt + look.space_after_pt
            continue
        total += _lines(item, look, area.width_pt) * look.leading_pt + look.space_before_pt + look.space_after_pt
    return total


def _lines(item: Item, look: RoleStyle, width_pt: float) -> int:
    text = item.text
    if item.role is Role.PREFORMATTED:
        return text.count("\n") + 1
    ems = len(text) * (_EM_BOLD if look.weight >= 600 else _EM_SERIF if look.family == "text" else _EM_SANS)
    if not text.isascii():
        wide = len(_WIDE.findall(text)) if has_east_asian(text) else 0
        ems += wide * 0.55 - len(NO_WIDTH.findall(text)) * 0.46
    return max(1, math.ceil(ems * look.size_pt / max(width_pt - look.indent_pt, 36)))


def _contents_height(later: Sequence[Section], theme: Theme) -> float:
    look = theme.contents_entry
    total = 0.0
    for section in later:
        total += look.leading_pt * (1 + (len(section.title) > 70)) + (look.leading_pt if section.detail else 0)
        total += look.space_after_pt
    return total
