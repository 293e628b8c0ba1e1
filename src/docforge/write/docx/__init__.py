# SPDX-License-Identifier: Apache-2.0
"""Presentation -> DOCX: python-docx opens the reference document and owns parts, headers and properties.

The body is built as text and parsed once, because python-docx's ``add_paragraph`` slows with the square of the
number of paragraphs.  Nothing that python-docx would put in by default stays.

Rule: ISO/IEC 29500-1 (WordprocessingML), transitional conformance.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.errors import ThemeError
from docforge.presentation import Direction, Presentation, SectionKind
from docforge.theme import themes_folder
from docforge.write import WriteSettings
from docforge.write.container import zip_bytes
from docforge.write.docx.body import Body, page_of_pages, text_xml
from docforge.write.docx.styles import StyleSet, is_complex, language, style_set, styles_xml

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["DocxWriter"]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = f'xmlns:w="{_W}" xmlns:r="{_R}"'
_HYPERLINK = f"{_R}/hyperlink"


class DocxWriter:
    """Office Open XML text documents."""

    name = "docx"
    extension = ".docx"
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    def write(self, presentation: Presentation, settings: WriteSettings, *, context: Context, report: Report) -> bytes:
        """Return the finished file.

        Raises:
            ThemeError: the reference document is missing or broken.
        """
        document = _reference()
        styles = style_set(presentation, settings.theme)
        geometry = _Geometry(presentation, settings)
        _set_styles(document, styles, presentation, settings, geometry)
        _set_body(document, presentation, styles, geometry)
        _set_header_and_footer(document, presentation)
        _set_properties(document, presentation)
        return _finished(document)


class _Geometry:
    """Page size and margins in twips (1/20 pt)."""

    def __init__(self, presentation: Presentation, settings: WriteSettings) -> None:
        page = settings.theme.page
        self.width, self.height = (_twips(side) for side in presentation.paper_mm)
        self.top, self.bottom = _twips(page.margin_top_mm), _twips(page.margin_bottom_mm)
        self.left, self.right = _twips(page.margin_inner_mm), _twips(page.margin_outer_mm)
        self.header = _twips(max(page.head_mm - 3, 5))
        self.footer = _twips(max(page.foot_mm - 3, 5))
        self.columns, self.gap = page.columns, _twips(page.column_gap_mm)

    @property
    def text_width(self) -> int:
        """Width between the margins."""
        return self.width - self.left - self.right


def _twips(mm: float) -> int:
    return round(mm * 1440 / 25.4)


def _reference() -> Document:
    import docx

    path = themes_folder().parent / "reference.docx"
    try:
        return docx.Document(str(path))
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise ThemeError(
            f"the reference document {path.name} cannot be opened ({error}): install docforge again"
        ) from error


def _parse(xml: str) -> Any:
    from lxml import etree

    # The text is our own; even so no entity, no network, and long paragraphs are allowed.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(xml.encode("utf-8"), parser)


def _children(xml: str) -> list[Any]:
    """Elements of python-docx's own classes from a run of sibling elements."""
    from docx.oxml.parser import parse_xml

    root = parse_xml(f"<w:body {_NAMESPACES}>{xml}</w:body>")
    return list(root)


def _set_styles(
    document: Document, styles: StyleSet, presentation: Presentation, settings: WriteSettings, geometry: _Geometry
) -> None:
    root = document.styles.element
    for child in list(root):
        root.remove(child)
    for element in _children(styles_xml(styles, settings.theme, presentation.language, geometry.text_width)):
        root.append(element)


def _set_body(document: Document, presentation: Presentation, styles: StyleSet, geometry: _Geometry) -> None:
    def link(url: str) -> str:
        return str(document.part.relate_to(url, _HYPERLINK, is_external=True))

    body = Body(presentation, styles, link)
    parts: list[str] = []
    for index, section in enumerate(presentation.sections):
        parts += body.section(section, new_page=index > 0)
    parts.append(_section_properties(presentation, geometry))
    root = _parse(f"<w:body {_NAMESPACES}>{''.join(parts)}</w:body>")
    old = document.element.body
    for child in list(old):
        old.remove(child)
    # Moving the elements into python-docx's tree keeps its own class for w:sectPr, which the headers need.
    old.extend(list(root)[:-1])
    old.extend(_children(parts[-1]))


def _section_properties(presentation: Presentation, geometry: _Geometry) -> str:
    columns = f'<w:cols w:num="{geometry.columns}" w:space="{geometry.gap}"/>' if geometry.columns > 1 else ""
    bidi = "<w:bidi/>" if presentation.direction is Direction.RTL else ""
    return (
        f'<w:sectPr><w:pgSz w:w="{geometry.width}" w:h="{geometry.height}"/>'
        f'<w:pgMar w:top="{geometry.top}" w:right="{geometry.right}" w:bottom="{geometry.bottom}"'
        f' w:left="{geometry.left}" w:header="{geometry.header}" w:footer="{geometry.footer}" w:gutter="0"/>'
        f"{columns}<w:titlePg/>{bidi}</w:sectPr>"
    )


def _set_header_and_footer(document: Document, presentation: Presentation) -> None:
    """Running head from the second page on, page x of y on each, the cover bare but for its marking."""
    from lxml import etree

    section = document.sections[0]
    own = presentation.page_text
    rtl = presentation.direction is Direction.RTL
    book = presentation.sections[0].kind is SectionKind.COVER
    head = (
        _styleref(presentation)
        if book
        else f"<w:r><w:rPr>{_marks(presentation.language)}</w:rPr>{text_xml(own.running_head)}</w:r>"
    )
    marks = _marks(presentation.locale)
    marking = f"<w:r><w:rPr>{marks}</w:rPr>{text_xml(own.marking)}</w:r>" if own.marking else ""
    pages = page_of_pages(own, marks)
    for part, style, content in (
        (section.header, "Header", [head]),
        (section.first_page_header, "Header", []),
        (section.footer, "Footer", [pages, marking]),
        (section.first_page_footer, "Footer", [marking] if book else [pages, marking]),
    ):
        part.is_linked_to_previous = False
        element = part._element
        for child in list(element):
            element.remove(child)
        # python-docx's template names extension namespaces as ignorable; nothing here uses them.
        element.attrib.clear()
        etree.cleanup_namespaces(element)
        for line in [c for c in content if c] or [""]:
            bidi = "<w:bidi/>" if rtl else ""
            paragraph = f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{bidi}</w:pPr>{line}</w:p>'
            element.extend(_children(paragraph))


def _marks(lang: str) -> str:
    """Run properties for furniture in *lang*, in schema order."""
    from docforge.locale import direction

    if lang != "und" and direction(lang) == "rtl":
        return "<w:rtl/>" + language(lang)
    return ("<w:cs/>" if is_complex(lang) else "") + language(lang)


def _styleref(presentation: Presentation) -> str:
    """The running head of a book: the article on this page; ``1`` is heading level 1 in every language of Word."""
    level = max((s.level for s in presentation.sections if s.kind is SectionKind.ARTICLE), default=1)
    first = next((s.title for s in presentation.sections if s.kind is SectionKind.ARTICLE), presentation.title)
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> STYLEREF {level} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r>{text_xml(first)}</w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _set_properties(document: Document, presentation: Presentation) -> None:
    own = document.core_properties
    own.title = _property(presentation.title)
    own.author = _property("; ".join(presentation.creators))
    own.subject = _property(presentation.subject)
    own.keywords = _property(", ".join(presentation.keywords))
    own.comments = _property(presentation.description)
    own.language = "" if presentation.language == "und" else presentation.language
    own.identifier = presentation.identifier
    if presentation.modified is not None:
        moment = presentation.modified.replace(tzinfo=None)
        own.created = own.modified = moment
    root = own._element
    for child in list(root):
        if not (child.text or "").strip():
            root.remove(child)


def _property(text: str) -> str:
    """Text for a property: at most 255 characters, which is what Word and python-docx take."""
    # ECMA-376 1st edition part 4, 2.18.4: _xHHHH_ is an escape in some property readers.
    shown = text.replace("_x", "_x005F_x") if "_x" in text else text
    return shown if len(shown) <= 255 else shown[:254] + "…"


def _finished(document: Document) -> bytes:
    """The package, repacked so that nothing in it depends on the moment of writing."""
    raw = io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as archive:
        names = sorted(archive.namelist(), key=lambda n: (n != "[Content_Types].xml", n != "_rels/.rels", n))
        return zip_bytes([(name, archive.read(name)) for name in names])
