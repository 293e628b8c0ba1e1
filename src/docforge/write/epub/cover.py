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
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from docforge.patterns import has_unspaced
from docforge.presentation import Direction, Inline, Item, Presentation, Role, Section, SectionKind
from docforge.records import dataclass
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


def cover_page(presentation: Presentation, section: Section) -> bytes:
    """Return the page with the picture of *section* (see ``cover_section``), its words as the alternative text."""
    words = attribute(_words_shown(presentation, section))
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


@lru_cache(maxsize=32)
def _ink(accent: str) -> str:
    return "#ffffff" if contrast("#ffffff", accent) >= contrast("#000000", accent) else "#000000"


def cover_svg(presentation: Presentation, section: Section, theme: Theme) -> bytes:
    """Return the picture of *section* (see ``cover_section``), 1600 by 2560 units, the shape that shelves expect."""
    ink = _ink(theme.accent)
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
    pieces = _pieces(item.text, item.lang)
    widest = max((piece.width for piece in pieces), default=0.0)
    whole = [size for size in _SIZES if widest * size <= _ROOM]
    for size in whole or _SIZES[_SIZES.index(_CUTTING_SIZE) :]:
        column = _ROOM / size
        own = pieces if whole else _cut(pieces, column)
        count = len(_breaks(own, column))
        if count * size * _LEADING <= height:
            return _Setting(item, size, _joined(own, _balanced(own, column, max(widest, 1.0), count)))
    size = _SIZES[-1]
    most = max(int(height / (size * _LEADING)), 1)
    return _Setting(item, size, _shortened(cover_lines(item.text, _ROOM / size, item.lang), most))


def _balanced(pieces: Sequence[_Piece], column: float, widest: float, count: int) -> list[int]:
    """Return the breaks of *count* lines in the narrowest column that holds them, so that no word is left alone."""
    best = _breaks(pieces, column)
    for step in range(1, 9):
        narrower = column * (1 - step * 0.05)
        found = _breaks(pieces, narrower)
        if narrower < widest or len(found) > count:
            break
        best = found
    return best


def _shortened(lines: list[str], most: int) -> list[str]:
    return lines if len(lines) <= most else [*lines[: most - 1], lines[most - 1].rstrip(" .,;:") + "…"]


# -- lines -----------------------------------------------------------------------------------


class _Piece(NamedTuple):
    """The text between two places where a line may end, with the blank after it."""

    text: str
    width: float
    """In em, without the blank."""
    advance: float
    """In em, with it."""


def cover_lines(text: str, width_em: float, lang: str = "und") -> list[str]:
    """Break *text* into lines of about *width_em*: at spaces, and where the script allows it (UAX #14).

    A word that is wider than a line is cut between letters, never before a combining mark.
    """
    pieces = _cut(_pieces(text, lang), width_em)
    return _joined(pieces, _breaks(pieces, width_em))


def _joined(pieces: Sequence[_Piece], breaks: list[int]) -> list[str]:
    ends = [*breaks[1:], len(pieces)]
    return ["".join([p.text for p in pieces[a:b]]).rstrip() for a, b in zip(breaks, ends, strict=True)]


def _breaks(pieces: Sequence[_Piece], column: float) -> list[int]:
    """Return the indices of the pieces that begin a line."""
    begins: list[int] = []
    used = column + 1.0
    for index, (_, width, advance) in enumerate(pieces):
        if used + width > column:
            begins.append(index)
            used = 0.0
        used += advance
    return begins


def _cut(pieces: Sequence[_Piece], column: float) -> list[_Piece]:
    """Cut what is wider than *column* between letters."""
    cut: list[_Piece] = []
    for piece in pieces:
        cut += [piece] if piece.width <= column else map(_measured, _clusters(piece.text))
    return cut


def _measured(text: str) -> _Piece:
    width = _width(text)
    return _Piece(text, width, width + (_SPACE if text.endswith(" ") else 0.0))


def _pieces(text: str, lang: str) -> list[_Piece]:
    return list(map(_measured, _words(text, lang)))


_COMPOUND = re.compile(r"(?<=[^\W\d_]{2}[-‐–/])(?=[^\W\d_]{2})")


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
    total = 0.0
    for char in text.rstrip(" "):
        known = _KNOWN.get(char)
        total += _advance(char) if known is None else known
    return total


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


_KNOWN: dict[str, float] = {}


def _advance(char: str) -> float:
    own = _estimate(char)
    if len(_KNOWN) < 4096:
        _KNOWN[char] = own
    return own


def _estimate(char: str) -> float:
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
