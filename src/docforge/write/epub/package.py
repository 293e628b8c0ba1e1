# SPDX-License-Identifier: Apache-2.0
"""Finished parts -> the EPUB container, through EbookLib.

EbookLib writes the package document, the manifest, the spine and ``container.xml``.  It never sees text
that it would parse again: content documents, navigation and NCX are plain items with finished bytes,
because its own HTML round trip drops what its parser refuses.  Its zip step is replaced: the same book
gives the same bytes, and each document is written as it is made, so that memory holds one at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any
from xml.parsers import expat

from ebooklib import epub

from docforge.context import UNDATED, Context
from docforge.errors import DocforgeError, WriterError
from docforge.presentation import Presentation, SectionKind
from docforge.text import safe_text
from docforge.write import WriteSettings
from docforge.write.container import zip_bytes
from docforge.write.epub.cover import COVER_PAGE, COVER_PICTURE, cover_page, cover_section, cover_svg
from docforge.write.epub.documents import STYLESHEET, Book, plan
from docforge.write.epub.navigation import entries, navigation_document, ncx
from docforge.write.html import label, tab_sizes
from docforge.write.stylesheet import epub_stylesheet, tab_rules

__all__ = ["build"]

_XHTML = "application/xhtml+xml"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CONFORMS_TO = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
# schema.org accessibility terms that hold for every book made here (EPUB Accessibility 1.1, section 3.2.2).
_FEATURES = (
    "structuralNavigation",
    "tableOfContents",
    "readingOrder",
    "displayTransformability",
    "alternativeText",
    "unlocked",
)


class _Part(epub.EpubItem):  # type: ignore[misc]  # EbookLib publishes no types
    """An item whose bytes are made when EbookLib asks for them."""

    def __init__(self, uid: str, name: str, media_type: str, make: Callable[[], bytes], properties: str = "") -> None:
        super().__init__(uid=uid, file_name=name, media_type=media_type)
        self.make = make
        self.properties = [properties] if properties else []

    def get_content(self, default: Any = None) -> bytes:
        content = self.make()
        if not self.media_type.endswith("xml") or _fault(content) is None:
            return content
        # Text that came past ``present`` may hold characters that XML forbids.
        cleaned = safe_text(content.decode("utf-8")).encode("utf-8")
        fault = _fault(cleaned)
        if fault is not None:
            raise WriterError(f"EPUB part {self.file_name} is not well-formed XML ({fault}): please report this text")
        return cleaned


def _fault(content: bytes) -> str | None:
    """Return why *content* is not well-formed XML, or None."""
    parser = expat.ParserCreate()
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        return str(error)
    return None


class _Package(epub.EpubWriter):  # type: ignore[misc]  # EbookLib publishes no types
    """EbookLib's writer with the package's language set, and without its zip step."""

    def __init__(self, book: epub.EpubBook, modified: datetime) -> None:
        options = {"raise_exceptions": True, "package_direction": True, "mtime": modified, "epub2_guide": False}
        super().__init__("", book, options)
        self.out = self
        self.written: list[tuple[str, bytes]] = []

    def writestr(self, name: str, content: str | bytes) -> None:
        """Take a part that EbookLib made."""
        self.written.append((name, content.encode("utf-8") if isinstance(content, str) else content))

    def _write_opf_file(self, root: Any) -> None:
        root.set(_XML_LANG, self.book.language)
        del root.attrib["prefix"]  # EbookLib's default; the vocabularies used here are reserved (EPUB 3.3, D.1.4)
        super()._write_opf_file(root)

    def entries(self) -> Iterator[tuple[str, bytes]]:
        """Yield the container's files, ``mimetype`` first, then by name; each document is made when its turn comes."""
        yield "mimetype", b"application/epub+zip"
        self._write_container()
        self._write_opf()
        made: dict[str, bytes | _Part] = dict(self.written)
        made.update((f"{self.book.FOLDER_NAME}/{item.file_name}", item) for item in self.book.get_items())
        for name in sorted(made):
            part = made[name]
            yield name, part if isinstance(part, bytes) else part.get_content()


def build(presentation: Presentation, settings: WriteSettings, context: Context) -> bytes:
    """Return *presentation* as a finished EPUB.

    Raises:
        ThemeError: see ``EpubWriter.write``.
        WriterError: a part is not well-formed, or EbookLib failed.
    """
    if settings.option("epub.cover_page") == "true":
        presentation = _with_cover_page(presentation)
    book = plan(presentation)
    package = epub.EpubBook()
    _add_metadata(package, book, settings)
    _add_parts(package, book, settings)
    try:
        parts = _Package(package, presentation.modified or UNDATED).entries()
        pictures = (f"{package.FOLDER_NAME}/{name}" for name in book.pictures.values())
        return zip_bytes(parts, stored=("mimetype", *pictures))
    except DocforgeError:
        raise
    except Exception as error:
        raise WriterError(f"EbookLib could not write the EPUB ({error}): please report this text") from error


def _with_cover_page(presentation: Presentation) -> Presentation:
    if any(section.kind is SectionKind.COVER for section in presentation.sections):
        return presentation
    return replace(presentation, sections=(cover_section(presentation), *presentation.sections))


# -- metadata --------------------------------------------------------------------------------


def _add_metadata(package: Any, book: Book, settings: WriteSettings) -> None:
    """Set what the package says about the book (EPUB 3.3, 5.5), library defaults removed."""
    presentation = book.presentation
    package.metadata.clear()
    package.set_identifier(presentation.identifier)
    package.title, package.language = safe_text(presentation.title), presentation.language
    package.set_direction(presentation.direction.value)
    about = {_XML_LANG: presentation.language, "dir": presentation.direction.value}
    package.add_metadata("DC", "title", package.title, about)
    for tag in presentation.languages:
        package.add_metadata("DC", "language", tag, {})
    for number, name in enumerate(presentation.creators, 1):
        package.add_metadata("DC", "creator", safe_text(name), {"id": f"creator{number}"})
    for name, value in _plain_facts(presentation):
        package.add_metadata("DC", name, safe_text(value), {})
    for number in range(1, len(presentation.creators) + 1):
        role = {"refines": f"#creator{number}", "property": "role", "scheme": "marc:relators"}
        package.add_metadata(None, "meta", "aut", role)
    for name, value in _accessibility(book, settings):
        package.add_metadata(None, "meta", safe_text(value), {"property": name})
    summary = label(presentation, "accessibility_summary")
    if summary:
        lang = presentation.label_language or presentation.locale
        own = {"property": "schema:accessibilitySummary", _XML_LANG: lang, "dir": presentation.label_direction.value}
        package.add_metadata(None, "meta", safe_text(summary), own)
    package.add_metadata(None, "meta", None, {"name": "cover", "content": "cover-image"})
    package.add_metadata(None, "meta", None, {"name": "generator", "content": "docforge"})


def _plain_facts(presentation: Presentation) -> Iterator[tuple[str, str]]:
    if presentation.issued:
        yield "date", presentation.issued
    if presentation.publisher.strip():
        yield "publisher", presentation.publisher
    if presentation.description.strip():
        yield "description", presentation.description
    for subject in (presentation.subject, *presentation.keywords):
        if subject.strip():
            yield "subject", subject


def _accessibility(book: Book, settings: WriteSettings) -> Iterator[tuple[str, str]]:
    """EPUB Accessibility 1.1 discovery metadata; conformance is claimed only in somebody's name."""
    yield "schema:accessMode", "textual"
    if book.pictures:
        yield "schema:accessMode", "visual"
    yield "schema:accessModeSufficient", "textual"
    for feature in _FEATURES:
        yield "schema:accessibilityFeature", feature
    if book.pages:
        yield "schema:accessibilityFeature", "pageNavigation"
        yield "schema:accessibilityFeature", "pageBreakMarkers"
        # The pages are the book's own; they stand for no printed edition (EPUB Accessibility 1.1, 3.3).
        yield "pageBreakSource", "none"
    yield "schema:accessibilityHazard", "none"
    certifier = settings.option("epub.certified_by").strip()
    if certifier:
        yield "dcterms:conformsTo", _CONFORMS_TO
        yield "a11y:certifiedBy", certifier


# -- parts -----------------------------------------------------------------------------------


def _add_parts(package: Any, book: Book, settings: WriteSettings) -> None:
    presentation = book.presentation
    toc = entries(book)
    css = epub_stylesheet(settings.theme, languages=presentation.languages)
    css += tab_rules(tab_sizes(presentation))
    if settings.option("epub.fonts") == "true":
        from docforge.write.epub.fonts import embed

        embedding = embed(presentation, settings.theme, settings.font_folders)
        css += embedding.css
        for font in embedding.fonts:
            package.add_item(_Part(font.name.partition(".")[0], font.name, font.media_type, font.data))
    package.add_item(_Part("style", STYLESHEET, "text/css", css.encode))
    section = cover_section(presentation)
    cover_picture = _Part(
        "cover-image",
        COVER_PICTURE,
        "image/svg+xml",
        lambda: cover_svg(presentation, section, settings.theme),
        "cover-image",
    )
    package.add_item(cover_picture)
    cover = _Part("cover", COVER_PAGE, _XHTML, lambda: cover_page(presentation, section))
    # A single article opens at its headline; its cover serves shelves and is reached from the landmarks.
    cover.is_linear = any(section.kind is SectionKind.COVER for section in presentation.sections)
    package.add_item(cover)
    package.spine.append(cover)
    made = book.documents()
    for part in book.parts:
        item = _Part(part.name.partition(".")[0], part.name, _XHTML, lambda: next(made)[1])
        package.add_item(item)
        package.spine.append(item)
    for picture, name in zip(presentation.pictures, book.pictures.values(), strict=True):
        uid = name.rpartition("/")[2].partition(".")[0]
        package.add_item(_Part(uid, name, picture.media_type, partial(bytes, picture.data)))
    package.add_item(_Part("nav", "nav.xhtml", _XHTML, lambda: navigation_document(book, toc), "nav"))
    package.add_item(_Part("ncx", "toc.ncx", "application/x-dtbncx+xml", lambda: ncx(book, toc)))
