# SPDX-License-Identifier: Apache-2.0
"""The cover picture: title and details as real SVG text, in the theme's colours, and the page that shows it.

The title page that follows in a book is ordinary text (see ``documents``) and grows with the reader's
letters.  Widths are estimated here, because the fonts of the reader are not known.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from docforge.presentation import Direction, Inline, Item, Presentation, Role, Section, SectionKind
from docforge.theme import Theme
from docforge.write.epub.documents import utf8, xhtml
from docforge.write.html import attribute, escape, label
from docforge.write.stylesheet import contrast, family_of

__all__ = ["COVER_PAGE", "COVER_PICTURE", "cover_lines", "cover_page", "cover_section", "cover_svg"]

COVER_PAGE, COVER_PICTURE = "cover.xhtml", "cover.svg"

_WIDTH, _HEIGHT, _MARGIN = 1600, 2560, 160
_SIZES = (176, 152, 132, 116, 100, 88)
_MOST_LINES = 9
_DETAIL_SIZE = 64


def cover_section(presentation: Presentation) -> Section:
    """Return the presentation's cover, or one made from its title and its first line of facts."""
    for section in presentation.sections:
        if section.kind is SectionKind.COVER:
            return section
    title = Item(
        Role.COVER_TITLE, (Inline(presentation.title),), presentation.language, presentation.direction, level=1
    )
    facts = (item for section in presentation.sections for item in section.items if item.role is Role.METADATA)
    details = [replace(item, role=Role.COVER_DETAIL) for item in facts][:1]
    taken = {section.anchor for section in presentation.sections}
    anchor = next(name for n in range(len(taken) + 1) if (name := f"cover-{n}") not in taken)
    return Section(
        SectionKind.COVER,
        anchor,
        presentation.title,
        presentation.language,
        presentation.direction,
        (title, *details),
    )


def cover_page(presentation: Presentation) -> bytes:
    """Return the page with the picture, its words as the alternative text."""
    section = cover_section(presentation)
    picture = (
        f'<img class="cover-picture" src="{COVER_PICTURE}" alt="{attribute(_words_shown(section))}" role="doc-cover"/>'
    )
    title = label(presentation, "cover", presentation.title)
    body = f'<section epub:type="cover">\n<p class="picture">{picture}</p>\n</section>\n'
    return xhtml(title, presentation.language, presentation.direction, body)


def _words_shown(section: Section) -> str:
    return " · ".join(" ".join(item.text.split()) for item in section.items if item.text.strip()) or section.title


def cover_svg(presentation: Presentation, theme: Theme) -> bytes:
    """Return the picture, 1600 by 2560 units (the shape that shelves expect)."""
    section = cover_section(presentation)
    ink = "#ffffff" if contrast("#ffffff", theme.accent) >= contrast("#000000", theme.accent) else "#000000"
    shown = [item for item in section.items if item.text.strip()]
    name = attribute(_words_shown(section))
    lang = attribute(presentation.language)
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" '
        f'viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{name}" lang="{lang}" xml:lang="{lang}">\n'
        f"<title>{escape(presentation.title)}</title>\n"
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="{theme.accent}"/>\n'
        f'<rect x="{_MARGIN}" y="{_MARGIN}" width="{_WIDTH - 2 * _MARGIN}" height="14" fill="{ink}"/>\n'
    ]
    y = _MARGIN + 300
    for item in shown:
        text, drawn = _drawn(item, theme, ink, y)
        parts.append(drawn)
        y = text
        if item.role is Role.COVER_TITLE:
            y += 120
    parts.append("</svg>\n")
    return utf8("".join(parts))


def _drawn(item: Item, theme: Theme, ink: str, y: int) -> tuple[int, str]:
    """Return the height below the item, and its text elements."""
    title = item.role is Role.COVER_TITLE
    room = _WIDTH - 2 * _MARGIN
    text = " ".join(item.text.split())
    size, lines = _DETAIL_SIZE, cover_lines(text, room / _DETAIL_SIZE)[:4]
    if title:
        size, lines = _fitted(text, room)
    rtl = item.direction is Direction.RTL
    # In right-to-left text "start" is the right edge (SVG 1.1, 10.9.1).
    x, turned = (_WIDTH - _MARGIN, ' direction="rtl"') if rtl else (_MARGIN, "")
    style = theme.roles[item.role]
    lang = attribute(item.lang)
    out = []
    for line in lines:
        out.append(
            f'<text x="{x}" y="{y}" font-size="{size}" font-weight="{style.weight}" fill="{ink}"{turned} '
            f'font-family="{attribute(family_of(theme, style))}" xml:lang="{lang}">{escape(line)}</text>\n'
        )
        y += round(size * 1.35)
    return y, "".join(out)


def _fitted(text: str, room: int) -> tuple[int, list[str]]:
    """Return the largest size at which *text* fits, and its lines; text beyond the smallest is cut with an ellipsis."""
    for size in _SIZES:
        lines = cover_lines(text, room / size)
        if len(lines) <= _MOST_LINES - _SIZES.index(size) // 4:
            return size, lines
    kept = lines[:_MOST_LINES]
    return _SIZES[-1], [*kept[:-1], kept[-1] + "…"]


def cover_lines(text: str, width_em: float) -> list[str]:
    """Break *text* into lines of about *width_em*; never inside a word that fits or before a combining mark."""
    lines, line, used = [], "", 0.0
    for word in _words(text):
        own = _width(word)
        if line and used + own > width_em:
            lines.append(line.rstrip())
            line, used = "", 0.0
            word = word.lstrip()  # noqa: PLW2901 - the blank stays at the end of the line before
        line += word
        used += own
    return [*lines, line.rstrip()] if line.strip() else lines


def _words(text: str) -> Iterator[str]:
    """Yield words with the blank after them; scripts without blanks and overlong words come cluster by cluster."""
    for word in text.split(" "):
        if _width(word) <= 8 and not any(map(_is_wide, word)):
            yield word + " "
            continue
        cluster = ""
        for char in word:
            if cluster and unicodedata.category(char) not in ("Mn", "Mc", "Me", "Cf"):
                yield cluster
                cluster = ""
            cluster += char
        yield cluster + " "


def _width(text: str) -> float:
    """Estimated width in em of a sans face."""
    return sum(map(_advance, text))


@lru_cache(maxsize=4096)
def _advance(char: str) -> float:
    return 1.0 if _is_wide(char) else _ADVANCES.get(unicodedata.category(char), 0.56)


@lru_cache(maxsize=4096)
def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


_ADVANCES = {"Mn": 0.0, "Me": 0.0, "Cf": 0.0, "Mc": 0.3, "Lu": 0.7, "Lo": 0.6, "Nd": 0.58, "Zs": 0.28, "Po": 0.3}
