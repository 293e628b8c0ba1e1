# SPDX-License-Identifier: Apache-2.0
"""The cover picture: title and details as real SVG text, in the theme's colours, and the page that shows it.

The title page that follows in a book is ordinary text (see ``documents``) and grows with the reader's
letters.  Widths are estimated here, because the fonts of the reader are not known: a little too wide on purpose,
so that a line stays on the cover.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from docforge.patterns import has_unspaced
from docforge.presentation import Direction, Inline, Item, Presentation, Role, Section, SectionKind
from docforge.theme import Theme
from docforge.write.epub.documents import utf8, xhtml
from docforge.write.html import attribute, escape, label
from docforge.write.stylesheet import contrast, family_of

__all__ = ["COVER_PAGE", "COVER_PICTURE", "cover_lines", "cover_page", "cover_section", "cover_svg"]

COVER_PAGE, COVER_PICTURE = "cover.xhtml", "cover.svg"

_WIDTH, _HEIGHT, _MARGIN = 1600, 2560, 160
_ROOM = _WIDTH - 2 * _MARGIN
_TOP, _BOTTOM = 440, _HEIGHT - 200  # the first baseline; what the last line stays above
_SIZES = (184, 164, 146, 130, 116, 104, 92, 82, 72)
_CUTTING_SIZE = 104  # of a title with a word wider than the cover
_DETAIL_SIZE, _MARKING_SIZE = 68, 56
_MOST_DETAIL_LINES = 8
_LEADING = 1.35  # stacked scripts (Tibetan, Khmer, Devanagari with marks) need all of it
_GAP = 120  # between title and details


def cover_section(presentation: Presentation) -> Section:
    """Return the presentation's cover, or one made from its title, its authors' line and its facts."""
    for section in presentation.sections:
        if section.kind is SectionKind.COVER:
            return section
    title = Item(
        Role.COVER_TITLE, (Inline(presentation.title),), presentation.language, presentation.direction, level=1
    )
    taken = {section.anchor for section in presentation.sections}
    anchor = next(name for n in range(len(taken) + 1) if (name := f"cover-{n}") not in taken)
    return Section(
        SectionKind.COVER,
        anchor,
        presentation.title,
        presentation.language,
        presentation.direction,
        (title, *_details(presentation)),
    )


def _details(presentation: Presentation) -> Iterator[Item]:
    """Yield who wrote it, when it appeared, and what else the first line of the frame says."""
    article = next((s for s in presentation.sections if s.kind is SectionKind.ARTICLE), None)
    if article is None:
        return
    byline = next((item for item in article.items if item.role is Role.BYLINE), None)
    if byline is not None:
        yield replace(byline, role=Role.COVER_DETAIL)
    facts = next((item for item in article.items if item.role is Role.METADATA), None)
    if article.detail and (facts is None or article.detail not in facts.text):
        # The article states its date itself, so its frame does not; the cover still does.
        frame = facts or Item(Role.METADATA, (), presentation.locale, article.direction)
        yield replace(frame, role=Role.COVER_DETAIL, inlines=(Inline(article.detail),), span=None)
    if facts is not None:
        yield replace(facts, role=Role.COVER_DETAIL)


def cover_page(presentation: Presentation) -> bytes:
    """Return the page with the picture, its words as the alternative text."""
    words = attribute(_words_shown(presentation, cover_section(presentation)))
    picture = f'<img class="cover-picture" src="{COVER_PICTURE}" alt="{words}" role="doc-cover"/>'
    title = label(presentation, "cover", presentation.title)
    body = f'<section epub:type="cover">\n<p class="cover-image">{picture}</p>\n</section>\n'
    return xhtml(title, presentation.language, presentation.direction, body)


def _words_shown(presentation: Presentation, section: Section) -> str:
    own = [" ".join(item.text.split()) for item in section.items if item.text.strip()]
    return " · ".join([*_marking(presentation, section), *own]) or section.title


def _marking(presentation: Presentation, section: Section) -> Iterator[str]:
    """Yield the handling mark, unless the cover's own lines say it already."""
    marking = " ".join(presentation.page_text.marking.split())
    if marking and not any(item.text.strip() == marking for item in section.items):
        yield marking


# -- drawing ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Setting:
    """One item of the cover, broken into lines."""

    item: Item
    size: int
    lines: list[str]

    @property
    def height(self) -> int:
        return round(len(self.lines) * self.size * _LEADING)


def cover_svg(presentation: Presentation, theme: Theme) -> bytes:
    """Return the picture, 1600 by 2560 units (the shape that shelves expect)."""
    section = cover_section(presentation)
    ink = "#ffffff" if contrast("#ffffff", theme.accent) >= contrast("#000000", theme.accent) else "#000000"
    name = attribute(_words_shown(presentation, section))
    lang = attribute(presentation.language)
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" '
        f'viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{name}" lang="{lang}" xml:lang="{lang}">\n'
        f"<title>{escape(presentation.title)}</title>\n"
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="{theme.accent}"/>\n'
        f'<rect x="{_MARGIN}" y="{_MARGIN}" width="{_ROOM}" height="14" fill="{ink}"/>\n'
        f'<rect x="{_MARGIN}" y="{_HEIGHT - _MARGIN}" width="{_ROOM}" height="4" fill="{ink}"/>\n'
    ]
    for marking in _marking(presentation, section):
        line = _shortened(cover_lines(marking, _ROOM / _MARKING_SIZE), 1)[0]
        family = attribute(family_of(theme, theme.roles[Role.COVER_DETAIL]))
        parts.append(
            f'<text x="{_WIDTH // 2}" y="{_MARGIN - 40}" text-anchor="middle" font-size="{_MARKING_SIZE}" '
            f'font-weight="700" fill="{ink}" font-family="{family}">{escape(line)}</text>\n'
        )
    title, details = _set(section)
    if title is not None:
        _draw(title, theme, ink, _TOP, parts)
    y = _BOTTOM - sum(setting.height for setting in details)
    for setting in details:
        y += round(setting.size * _LEADING)
        _draw(setting, theme, ink, y, parts)
        y += setting.height - round(setting.size * _LEADING)
    parts.append("</svg>\n")
    return utf8("".join(parts))


def _set(section: Section) -> tuple[_Setting | None, list[_Setting]]:
    """Break all items into lines: the details as they come, the title in the largest size that leaves them room."""
    details: list[_Setting] = []
    room = _MOST_DETAIL_LINES
    shown = [item for item in section.items if item.text.strip()]
    for item in shown:
        if item.role is not Role.COVER_TITLE and room:
            lines = _shortened(cover_lines(item.text, _ROOM / _DETAIL_SIZE, item.lang), min(room, 3))
            room -= len(lines)
            details.append(_Setting(item, _DETAIL_SIZE, lines))
    left = _BOTTOM - _TOP - sum(setting.height for setting in details) - _GAP
    title = next((item for item in shown if item.role is Role.COVER_TITLE), None)
    return (None if title is None else _fitted(title, left)), details


def _draw(setting: _Setting, theme: Theme, ink: str, y: int, parts: list[str]) -> None:
    """Add the lines of *setting*, the first with its baseline at *y*."""
    item, size = setting.item, setting.size
    style = theme.roles[item.role]
    # In right-to-left text "start" is the right edge (SVG 1.1, 10.9.1).
    x, turned = (_WIDTH - _MARGIN, ' direction="rtl"') if item.direction is Direction.RTL else (_MARGIN, "")
    about = (
        f'font-size="{size}" font-weight="{style.weight}" fill="{ink}"{turned} '
        f'font-family="{attribute(family_of(theme, style))}" xml:lang="{attribute(item.lang)}"'
    )
    for line in setting.lines:
        parts.append(f'<text x="{x}" y="{y}" {about}>{escape(line)}</text>\n')
        y += round(size * _LEADING)


def _fitted(item: Item, height: int) -> _Setting:
    """Set the title in the largest size at which it fits without a broken word.

    Text beyond the smallest size is cut with an ellipsis; the title page and the text have all of it.
    """
    widest = max(map(_width, _words(item.text, item.lang)), default=0.0)
    whole = [size for size in _SIZES if widest * size <= _ROOM]
    for size in whole or _SIZES[_SIZES.index(_CUTTING_SIZE) :]:
        lines = cover_lines(item.text, _ROOM / size, item.lang)
        if len(lines) * size * _LEADING <= height:
            return _Setting(item, size, _balanced(item, _ROOM / size, max(widest, 1.0), lines))
    size = _SIZES[-1]
    most = max(int(height / (size * _LEADING)), 1)
    return _Setting(item, size, _shortened(cover_lines(item.text, _ROOM / size, item.lang), most))


def _balanced(item: Item, width_em: float, widest: float, lines: list[str]) -> list[str]:
    """Return as many lines in the narrowest column that holds them, so that no word is left alone."""
    for step in range(1, 9):
        width = width_em * (1 - step * 0.05)
        narrower = cover_lines(item.text, width, item.lang)
        if width < widest or len(narrower) > len(lines):
            break
        lines = narrower
    return lines


def _shortened(lines: list[str], most: int) -> list[str]:
    return lines if len(lines) <= most else [*lines[: most - 1], lines[most - 1].rstrip(" .,;:") + "…"]


# -- lines -----------------------------------------------------------------------------------


def cover_lines(text: str, width_em: float, lang: str = "und") -> list[str]:
    """Break *text* into lines of about *width_em*: at spaces, and where the script allows it (UAX #14).

    A word that is wider than a line is cut between letters, never before a combining mark.
    """
    lines: list[str] = []
    line, used = "", 0.0
    for word in _words(text, lang):
        pieces = [word] if _width(word) <= width_em else list(_clusters(word))
        for piece in pieces:
            own = _width(piece)
            if line and used + own > width_em:
                lines.append(line.rstrip())
                line, used = "", 0.0
            line += piece
            used += own + (_SPACE if piece.endswith(" ") else 0.0)
    if line.strip():
        lines.append(line.rstrip())
    return lines


_COMPOUND = re.compile(r"(?<=[^\W\d_]{2}[-‐–/])(?=[^\W\d_]{2})")


@lru_cache(maxsize=64)
def _words(text: str, lang: str) -> tuple[str, ...]:
    """Cut *text* where a line may end; a blank stays with the word before it."""
    words = [word + " " for word in text.split()]
    if has_unspaced(text):
        # Kinsoku classes and dictionaries; not worth loading for other scripts.
        from docforge.typeset.breaks import split_token

        return tuple(part for word in words for part, _ in split_token(word, lang) if part.strip())
    return tuple(part for word in words for part in _COMPOUND.split(word) if part)


def _clusters(word: str) -> Iterator[str]:
    cluster = ""
    for char in word:
        if cluster and char != " " and unicodedata.category(char) not in ("Mn", "Mc", "Me", "Cf"):
            yield cluster
            cluster = ""
        cluster += char
    yield cluster


def _width(text: str) -> float:
    """Estimated width in em of a bold sans face, the blank at the end left out."""
    return sum(map(_advance, text.rstrip(" ")))


_SPACE = 0.26
_NARROW = frozenset("!'(),./:;I[]fijlrt|‘’“”„·، ")
_BROAD = frozenset("%&@MWmwŒœÆæЖШЩЮЫФМжшщюыфмЊЉњљѲ—…")
# First code point of a block and the advance of its letters in em: averages of bold sans faces, rounded up.
_BLOCKS = (
    (0x0000, 0.62),
    (0x0370, 0.62),
    (0x0400, 0.66),
    (0x0530, 0.72),
    (0x0590, 0.64),
    (0x0600, 0.54),
    (0x0900, 0.66),
    (0x0980, 0.72),
    (0x0B80, 1.0),
    (0x0C00, 0.78),
    (0x0E00, 0.62),
    (0x0F00, 0.62),
    (0x1000, 0.85),
    (0x10A0, 0.68),
    (0x1200, 0.78),
    (0x1780, 0.72),
    (0x1E00, 0.64),
    (0x2000, 0.62),
)
_STARTS = [start for start, _ in _BLOCKS]


@lru_cache(maxsize=4096)
def _advance(char: str) -> float:
    if unicodedata.east_asian_width(char) in "WF":
        return 1.0
    category = unicodedata.category(char)
    if category in ("Mn", "Me", "Cf"):
        return 0.0
    if category == "Mc":
        return 0.4
    if char in _NARROW:
        return 0.38
    if char in _BROAD:
        return 0.95
    own = _BLOCKS[bisect_right(_STARTS, ord(char)) - 1][1]
    return own * 1.16 if category == "Lu" else own
