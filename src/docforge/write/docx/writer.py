# SPDX-License-Identifier: Apache-2.0
"""Presentation -> DOCX: what goes where, part by part.

Static parts are made once for a theme, a language and a page; each document adds its story, its heads and feet and
its properties.  It must know nothing of languages' rules, labels or dates: they stand in the presentation.

Rule: ISO/IEC 29500-1, transitional conformance as in 29500-4.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.errors import UsageError
from docforge.presentation import Direction, Presentation, Role, Section, SectionKind, opening_length
from docforge.text import safe_text
from docforge.theme import Theme
from docforge.write import Reference, WriteSettings
from docforge.write.docx.languages import classify
from docforge.write.docx.notes import (
    comments_part,
    footnotes_part,
    has_footnotes,
    has_numbers,
    has_remarks,
    merged_numbering,
    numbering_part,
)
from docforge.write.docx.pages import Furniture, PageGeometry, marking_paragraph, section_properties
from docforge.write.docx.parts import (
    MEDIA_TYPES,
    NOTE_SETTINGS,
    Part,
    Relationship,
    archive,
    core_properties,
    font_table,
    picture_parts,
    relationships_of,
    settings_part,
)
from docforge.write.docx.runs import RunMaker
from docforge.write.docx.story import Story
from docforge.write.docx.styles import STYLES, font_names, styles_part
from docforge.write.docx.wml import DECLARATION, R, W, root

__all__ = ["build"]

_OWN_IDS = {spec.id: spec.id for spec in STYLES}
_CHUNK = 64


def build(presentation: Presentation, settings: WriteSettings, *, context: Context, report: Report) -> bytes:
    """Return *presentation* as a DOCX package.

    Raises:
        ThemeError: the reference document is missing or cannot be used.
    """
    if settings.reference is not None:
        return _build_from(settings.reference, presentation, settings, context)
    own_notes = _own_notes(settings)
    theme = settings.theme
    geometry = PageGeometry.of(presentation, theme)
    runs = RunMaker(presentation.language, own_default=True, fonts=True)
    story = Story(presentation, theme, geometry.area, runs, _OWN_IDS, own_notes=own_notes)
    furniture = Furniture(presentation, runs, story.pages, mirrored=geometry.mirrored)
    for section in presentation.sections:
        furniture.references(section)
    book, footnotes = len(presentation.sections) > 1, has_footnotes(presentation, own=own_notes)
    uses = {(item.role, item.lang) for section in presentation.sections for item in section.items}
    hyphenate = any(theme.roles[role].set_in(lang).hyphenate for role, lang in uses)
    static = _static_parts(theme, presentation.language, geometry, hyphenate=hyphenate, book=book, footnotes=footnotes)

    def opening(section: Section) -> str:
        # The headline runs over all columns: a part of the section of its own (17.6.22).
        first = section.items[: opening_length(section.items)]
        one = geometry.columns == 1 or section.kind is not SectionKind.ARTICLE
        if one or all(item.role is Role.NOTE for item in first):
            return ""
        return section_properties(section, geometry, furniture.references(section), columns=False)

    def ending(_: int, section: Section) -> str:
        columns = section.kind is SectionKind.ARTICLE
        if opening(section):
            return section_properties(section, geometry, "", columns=columns, continued=True)
        return section_properties(section, geometry, furniture.references(section), columns=columns)

    media = picture_parts(presentation)
    parts = [
        Part("word/document.xml", MEDIA_TYPES["document"], _document(story.paragraphs(ending, opening=opening))),
        *static,
        *(_furniture_part(name, furniture) for name in furniture.used),
        *media,
        core_properties(presentation),
    ]
    numbered = _numbered(presentation)
    if numbered:
        static = (
            *static,
            Part("word/numbering.xml", MEDIA_TYPES["numbering"], numbering_part(numbered, _zero(presentation))),
        )
        parts.append(static[-1])
    beside = _beside(presentation, story, footnotes=footnotes)
    parts += beside
    static = (*static, *(part for part in beside if part.media_type))

    def relationships() -> Iterator[Relationship]:
        yield from (Relationship(f"rId{n}", _kind(part), part.name[5:]) for n, part in enumerate(static, 1))
        yield from (Relationship(key, name[:6], f"{name}.xml") for name, key in furniture.used.items())
        yield from _pictures(media)
        yield from _hyperlinks(story.links)

    return archive(parts, relationships)


def _build_from(reference: Reference, presentation: Presentation, settings: WriteSettings, context: Context) -> bytes:
    """Return *presentation* in the frame of *reference*."""
    from docforge.write.docx.adopt import adopt
    from docforge.write.docx.letterhead import Heads
    from docforge.write.docx.template import load_template

    template = load_template(reference, context.limits)
    adopted = adopt(
        template,
        settings.theme.set_in(presentation.language),
        right_to_left=presentation.direction is Direction.RTL,
    )
    own_notes = _own_notes(settings)
    runs = RunMaker(presentation.language, own_default=False, fonts=False)
    numbering, first_number = merged_numbering(template.numbering, _numbered(presentation), _zero(presentation))
    footnotes = has_footnotes(presentation, own=own_notes)
    story = Story(
        presentation,
        adopted.theme,
        template.area,
        runs,
        adopted.ids,
        contents_tab=template.text_width,
        first_bookmark=template.first_bookmark,
        first_number=first_number,
        own_notes=own_notes,
        slanted=adopted.slanted,
    )
    heads = Heads(template, marking_paragraph(presentation, runs, adopted.ids["Marking"]))
    alone = len(presentation.sections) == 1

    def ending(index: int, section: Section) -> str:
        rtl = section.direction is Direction.RTL
        return template.section_properties(
            first=index == 0, alone=alone, right_to_left=rtl, extra=heads.references if index == 0 else ""
        )

    body = _document(itertools.chain((template.before,), story.paragraphs(ending, template.after)), template.names)
    sheet = root("settings", (NOTE_SETTINGS if footnotes else "").join(template.settings))
    static = [
        Part("word/styles.xml", MEDIA_TYPES["styles"], adopted.xml),
        Part("word/settings.xml", MEDIA_TYPES["settings"], sheet.encode("utf-8")),
    ]
    if numbering:
        static.append(Part("word/numbering.xml", MEDIA_TYPES["numbering"], numbering))
    beside = _beside(presentation, story, footnotes=footnotes)
    linked = [*static, *(part for part in beside if part.media_type)]
    document = Part("word/document.xml", MEDIA_TYPES["document"], body)
    media = picture_parts(presentation)

    def relationships() -> Iterator[Relationship]:
        yield from (Relationship(f"rIdOwn{n}", _kind(part), part.name[5:]) for n, part in enumerate(linked, 1))
        yield from template.links
        yield from heads.links
        yield from _pictures(media)
        yield from _hyperlinks(story.links)

    return archive([document, *static, *heads.parts, *media, *beside, core_properties(presentation)], relationships)


def _pictures(media: Sequence[Part]) -> Iterator[Relationship]:
    return (Relationship(f"rIdPicture{n}", "image", part.name[5:]) for n, part in enumerate(media, 1))


def _own_notes(settings: WriteSettings) -> bool:
    """Say whether the article's own notes become footnotes; else they stay where they stand in the source.

    Raises:
        UsageError: the option has another value than ``frame`` or ``all``.
    """
    value = settings.option("docx.footnotes", "frame")
    if value not in ("frame", "all"):
        raise UsageError(f"no footnotes {value[:40]!r} for DOCX: choose frame or all")
    return value == "all"


def _numbered(presentation: Presentation) -> list[int]:
    """Indexes of the sections whose paragraphs are numbered."""
    return [index for index, section in enumerate(presentation.sections) if has_numbers(section)]


def _zero(presentation: Presentation) -> str:
    return presentation.page_text.digits[0]


def _beside(presentation: Presentation, story: Story, *, footnotes: bool) -> list[Part]:
    """Footnotes and comments; they are complete once the story has been taken."""
    parts = []
    if footnotes:
        parts.append(Part("word/footnotes.xml", MEDIA_TYPES["footnotes"], footnotes_part(story.footnotes)))
        parts.append(relationships_of("word/footnotes.xml", lambda: _hyperlinks(story.note_links)))
    if has_remarks(presentation):
        parts.append(Part("word/comments.xml", MEDIA_TYPES["comments"], comments_part(story.comments)))
    return parts


def _hyperlinks(links: Mapping[str, str]) -> Iterator[Relationship]:
    return (Relationship(key, "hyperlink", url, external=True) for url, key in links.items())


def _kind(part: Part) -> str:
    return part.name[5:].removesuffix(".xml")


def _document(paragraphs: Iterable[str], names: str = "") -> Iterator[bytes]:
    """The main part in pieces, so that a long book never stands whole in memory; *names* are more of its attributes."""
    yield f'{DECLARATION}<w:document xmlns:w="{W}" xmlns:r="{R}"{names}><w:body>'.encode()
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


def _static_parts(
    theme: Theme, language: str, geometry: PageGeometry, *, hyphenate: bool, book: bool, footnotes: bool
) -> tuple[Part, ...]:
    """Styles, settings and fonts, made once for each theme, language and page."""
    key = (id(theme), language, geometry.text_width, geometry.mirrored, hyphenate, book, footnotes)
    known = _STATIC.get(key)
    if known is None or known[0] is not theme:
        if len(_STATIC) >= _MOST_STATIC:
            _STATIC.clear()
        known = _STATIC[key] = (
            theme,
            _make_static(theme, language, geometry, hyphenate=hyphenate, book=book, footnotes=footnotes),
        )
    return known[1]


# A theme holds dictionaries and has no hash: its identity is the key, and the entry keeps it alive.
_STATIC: dict[tuple[int, str, int, bool, bool, bool, bool], tuple[Theme, tuple[Part, ...]]] = {}
_MOST_STATIC = 64


def _make_static(
    theme: Theme, language: str, geometry: PageGeometry, *, hyphenate: bool, book: bool, footnotes: bool
) -> tuple[Part, ...]:
    main = classify(language)
    theme = theme.set_in(language)
    sheets = {
        "styles": styles_part(theme, main, geometry.text_width, book=book),
        "settings": settings_part(main, hyphenate=hyphenate, mirrored=geometry.mirrored, footnotes=footnotes),
        "fontTable": font_table(font_names(theme, main)),
    }
    return tuple(Part(f"word/{kind}.xml", MEDIA_TYPES[kind], xml.encode("utf-8")) for kind, xml in sheets.items())
