# SPDX-License-Identifier: Apache-2.0
"""Presentation -> DOCX: what goes where, part by part.

Static parts are made once for a theme, a language and a page; each document adds its story, its heads and feet and
its properties.  It must know nothing of languages' rules, labels or dates: they stand in the presentation.

Rule: ISO/IEC 29500-1, transitional conformance as in 29500-4.
"""

from __future__ import annotations

from collections.abc import Iterator

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.presentation import Presentation
from docforge.text import safe_text
from docforge.theme import Theme
from docforge.write import WriteSettings
from docforge.write.docx.languages import classify
from docforge.write.docx.pages import Furniture, PageGeometry
from docforge.write.docx.parts import (
    MEDIA_TYPES,
    Part,
    Relationship,
    archive,
    core_properties,
    font_table,
    settings_part,
)
from docforge.write.docx.runs import RunMaker
from docforge.write.docx.story import Story
from docforge.write.docx.styles import STYLES, font_names, styles_part
from docforge.write.docx.wml import DECLARATION, R, W

__all__ = ["build"]

_OWN_IDS = {spec.id: spec.id for spec in STYLES}
_CHUNK = 64


def build(presentation: Presentation, settings: WriteSettings, *, context: Context, report: Report) -> bytes:
    """Return *presentation* as a DOCX package.

    Raises:
        ThemeError: the reference document is missing or cannot be used.
    """
    theme = settings.theme
    geometry = PageGeometry.of(presentation, theme)
    runs = RunMaker(presentation.language, own_default=True, fonts=True)
    story = Story(presentation, theme, geometry, runs, _OWN_IDS)
    furniture = Furniture(presentation, runs, story.pages, mirrored=geometry.mirrored)
    for section in presentation.sections:
        furniture.references(section)
    static = _static_parts(theme, presentation.language, geometry, book=len(presentation.sections) > 1)
    parts = [
        Part("word/document.xml", MEDIA_TYPES["document"], _document(story.paragraphs(furniture))),
        *static,
        *(_furniture_part(name, furniture) for name in furniture.used),
        core_properties(presentation),
    ]

    def relationships() -> Iterator[Relationship]:
        yield from (Relationship(f"rId{n}", _kind(part), part.name[5:]) for n, part in enumerate(static, 1))
        yield from (Relationship(key, name[:6], f"{name}.xml") for name, key in furniture.used.items())
        yield from (Relationship(key, "hyperlink", url, external=True) for url, key in story.links.items())

    return archive(parts, relationships)


def _kind(part: Part) -> str:
    return part.name[5:].removesuffix(".xml")


def _document(paragraphs: Iterator[str]) -> Iterator[bytes]:
    """The main part in pieces, so that a long book never stands whole in memory."""
    yield f'{DECLARATION}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>'.encode()
    held: list[str] = []
    for paragraph in paragraphs:
        held.append(paragraph)
        if len(held) == _CHUNK:
            yield safe_text("".join(held)).encode("utf-8")
            held.clear()
    held.append("</w:body></w:document>")
    yield safe_text("".join(held)).encode("utf-8")


def _furniture_part(name: str, furniture: Furniture) -> Part:
    content = safe_text(furniture.part(name)).encode("utf-8")
    return Part(f"word/{name}.xml", MEDIA_TYPES[name[:6]], content)


def _static_parts(theme: Theme, language: str, geometry: PageGeometry, *, book: bool) -> tuple[Part, ...]:
    """Styles, settings and fonts, made once for each theme, language and page."""
    key = (id(theme), language, geometry.text_width, geometry.mirrored, book)
    known = _STATIC.get(key)
    if known is None or known[0] is not theme:
        if len(_STATIC) >= _MOST_STATIC:
            _STATIC.clear()
        known = _STATIC[key] = (theme, _make_static(theme, language, geometry, book=book))
    return known[1]


# A theme holds dictionaries and has no hash: its identity is the key, and the entry keeps it alive.
_STATIC: dict[tuple[int, str, int, bool, bool], tuple[Theme, tuple[Part, ...]]] = {}
_MOST_STATIC = 64


def _make_static(theme: Theme, language: str, geometry: PageGeometry, *, book: bool) -> tuple[Part, ...]:
    main = classify(language)
    hyphenate = any(look.hyphenate for look in theme.roles.values())
    sheets = {
        "styles": styles_part(theme, main, geometry.text_width, book=book),
        "settings": settings_part(main, hyphenate=hyphenate, mirrored=geometry.mirrored, footnotes=False),
        "fontTable": font_table(font_names(theme, main)),
    }
    return tuple(Part(f"word/{kind}.xml", MEDIA_TYPES[kind], xml.encode("utf-8")) for kind, xml in sheets.items())
