# SPDX-License-Identifier: Apache-2.0
"""The parts around the story: properties, settings, font table, content types, relationships, the archive.

Nothing is written that was not chosen: no template's author, no thumbnail, no extension namespaces.

Rules: ISO/IEC 29500-2 (packages, core properties); ISO/IEC 29500-1, 15.2 and 17.15 (settings).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from docforge.presentation import Presentation
from docforge.records import dataclass
from docforge.text import safe_text
from docforge.write.container import Content, zip_bytes
from docforge.write.docx.languages import ScriptClass
from docforge.write.docx.wml import DECLARATION, R, attribute, escaped, root

__all__ = [
    "NOTE_SETTINGS",
    "Part",
    "Relationship",
    "archive",
    "core_properties",
    "font_table",
    "picture_parts",
    "relationships_of",
    "settings_part",
]

_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OPC = "http://schemas.openxmlformats.org/package/2006"
_LONGEST_PROPERTY = 255
_ESCAPE_LIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")

MEDIA_TYPES: Mapping[str, str] = {
    "document": f"{_WML}.document.main+xml",
    "styles": f"{_WML}.styles+xml",
    "settings": f"{_WML}.settings+xml",
    "fontTable": f"{_WML}.fontTable+xml",
    "numbering": f"{_WML}.numbering+xml",
    "header": f"{_WML}.header+xml",
    "footer": f"{_WML}.footer+xml",
    "comments": f"{_WML}.comments+xml",
    "footnotes": f"{_WML}.footnotes+xml",
}
"""Kind of part (also the end of its relationship type) -> media type."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the package."""

    name: str
    """Without a leading slash, e.g. ``word/styles.xml``."""
    media_type: str
    content: Content


@dataclass(frozen=True, slots=True)
class Relationship:
    """From the main document to a part or an address."""

    id: str
    kind: str
    """Last step of the relationship type's address, or the whole of it."""
    target: str
    """Relative to ``word/``; already escaped for XML where *external*."""
    external: bool = False

    @property
    def xml(self) -> str:
        """The element in a ``.rels`` part."""
        kind = self.kind if "://" in self.kind else f"{R}/{self.kind}"
        mode = ' TargetMode="External"' if self.external else ""
        return f'<Relationship Id="{self.id}" Type="{kind}" Target="{self.target}"{mode}/>'


def archive(parts: Sequence[Part], relationships: Callable[[], Iterable[Relationship]]) -> bytes:
    """Return the package of *parts*.

    Args:
        parts: the main document ``word/document.xml`` first.
        relationships: those of the main document, asked for once its content has been taken.
    """
    return zip_bytes(_entries(parts, relationships))


def relationships_of(part: str, relationships: Callable[[], Iterable[Relationship]]) -> Part:
    """Return the relationships part of *part*; *relationships* are asked for when its content is taken."""
    folder, _, name = part.rpartition("/")

    def content() -> Iterator[bytes]:
        yield _relationships_part(relationships()).encode("utf-8")

    return Part(f"{folder}/_rels/{name}.rels", "", content())


def _entries(
    parts: Sequence[Part], relationships: Callable[[], Iterable[Relationship]]
) -> Iterator[tuple[str, Content]]:
    package = [
        Relationship("rId1", "officeDocument", "word/document.xml"),
        Relationship("rId2", f"{_OPC}/relationships/metadata/core-properties", "docProps/core.xml"),
    ]
    yield "[Content_Types].xml", _content_types(parts).encode("utf-8")
    yield "_rels/.rels", _relationships_part(package).encode("utf-8")
    for number, part in enumerate(parts):
        yield part.name, part.content
        if number == 0:
            yield "word/_rels/document.xml.rels", _relationships_part(relationships()).encode("utf-8")


def _relationships_part(relationships: Iterable[Relationship]) -> str:
    inner = "".join(relationship.xml for relationship in relationships)
    return f'{DECLARATION}<Relationships xmlns="{_OPC}/relationships">{inner}</Relationships>'


def _content_types(parts: Iterable[Part]) -> str:
    overrides = "".join(
        f'<Override PartName="/{attribute(part.name)}" ContentType="{attribute(part.media_type)}"/>'
        for part in parts
        if part.media_type
    )
    return (
        f'{DECLARATION}<Types xmlns="{_OPC}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def picture_parts(presentation: Presentation) -> tuple[Part, ...]:
    """Return each picture as a part, numbered from 1 in the order of ``presentation.pictures``."""
    endings = {"image/jpeg": "jpeg", "image/png": "png"}
    return tuple(
        Part(f"word/media/picture{number}.{endings[picture.media_type]}", picture.media_type, picture.data)
        for number, picture in enumerate(presentation.pictures, 1)
    )


def core_properties(presentation: Presentation) -> Part:
    """Return the document's properties; what is not known is left out.

    Rule: ISO/IEC 29500-2, clause 10; no element twice, dates as W3CDTF.
    """
    moment = "" if presentation.modified is None else presentation.modified.strftime("%Y-%m-%dT%H:%M:%SZ")
    language = "" if presentation.language == "und" else presentation.language
    own = (
        ("dc:title", presentation.title),
        ("dc:creator", "; ".join(presentation.creators)),
        ("dc:subject", presentation.subject),
        ("dc:description", presentation.description),
        ("cp:keywords", ", ".join(presentation.keywords)),
        ("dc:identifier", presentation.identifier),
        ("dc:language", language),
        ("cp:category", presentation.publisher),
    )
    inner = "".join(f"<{name}>{escaped(_property(value))}</{name}>" for name, value in own if value)
    if moment:
        inner += "".join(
            f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>' for name in ("created", "modified")
        )
    content = (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_OPC}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{inner}</cp:coreProperties>'
    )
    return Part(
        "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", content.encode("utf-8")
    )


def _property(text: str) -> str:
    """*text* as a property: one line of safe characters, at most 255, escapes of Office made harmless.

    Rule: ISO/IEC 29500-1, 22.9.2.19 (ST_Xstring): ``_xHHHH_`` stands for a character, so its first mark is escaped.
    """
    line = " ".join(safe_text(text).split())
    shown = line if len(line) <= _LONGEST_PROPERTY else line[: _LONGEST_PROPERTY - 1] + "…"
    return _ESCAPE_LIKE.sub("_x005F_", shown)


NOTE_SETTINGS = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
"""In the settings of a document with footnotes: the ids of the rules above them."""


def settings_part(main: ScriptClass, *, hyphenate: bool, mirrored: bool, footnotes: bool) -> str:
    """Return settings.xml.

    Args:
        hyphenate: some style asks for hyphens; Word sets them by its own dictionaries.
        mirrored: margins, heads and feet change sides on even pages.
        footnotes: the document has footnotes.
    """
    notes = NOTE_SETTINGS if footnotes else ""
    return root(
        "settings",
        ("<w:mirrorMargins/>" if mirrored else "")
        + '<w:defaultTabStop w:val="720"/>'
        + ("<w:autoHyphenation/>" if hyphenate else "")
        + ("<w:evenAndOddHeaders/>" if mirrored else "")
        + '<w:characterSpacingControl w:val="compressPunctuation"/>'
        + notes
        + "<w:compat>"
        # 15 is the layout of Word 2013 and later; without it Word opens the file in compatibility mode.
        + '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        + "</w:compat>"
        + main.properties.replace("w:lang", "w:themeFontLang"),
    )


def font_table(fonts: Iterable[tuple[str, str]]) -> str:
    """Return fontTable.xml: each font by name with its family, for substitution where it is missing."""
    return root(
        "fonts",
        "".join(
            f'<w:font w:name="{attribute(name)}"><w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
            for name, family in fonts
        ),
    )
