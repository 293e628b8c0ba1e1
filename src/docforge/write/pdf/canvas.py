# SPDX-License-Identifier: Apache-2.0
"""A ReportLab canvas that writes tagged, archival PDF and lets finished pages leave memory.

``TaggedDocument`` is ReportLab's object registry with another way out: bodies are numbered early and
written at once, small objects packed into compressed object streams (ISO 32000-1, 7.5.7), and the
catalogue is written as the last of them.  ``TaggedCanvas`` adds marked content,
the structure tree, links, outline, page labels, XMP metadata, output intent and attachments.

What it must not know: presentations, roles, themes, text layout.

Rules: ISO 14289-1 (PDF/UA-1), ISO 19005-2 and -3 (PDF/A-2a, PDF/A-3a), ISO 32000-1 clause 14.
"""

from __future__ import annotations

import hashlib
import zlib
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import field
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from itertools import starmap
from struct import Struct

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from docforge.records import dataclass
from docforge.text import escape_xml

__all__ = ["Attachment", "Bookmark", "Destination", "Element", "HeldPage", "Metadata", "TaggedCanvas", "TaggedDocument"]

_OBJECTS_PER_STREAM = 200
_PAGES_PER_NODE = 64
_CROSS_REFERENCE, _FAR_CROSS_REFERENCE = Struct(">BLH").pack, Struct(">BQH").pack
_UNESCAPED = bytes(set(range(0x20, 0x7F)) - set(b"()\\"))


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the document says about itself, once for the Info dictionary and once for XMP."""

    title: str
    language: str
    """BCP 47 tag."""
    identifier: str
    """``urn:uuid:…``"""
    creators: tuple[str, ...] = ()
    subject: str = ""
    keywords: tuple[str, ...] = ()
    publisher: str = ""
    issued: str = ""
    moment: datetime | None = None
    """Creation and modification moment in UTC; None leaves the dates out."""
    producer: str = "docforge"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the document (ISO 19005-3, 6.8)."""

    name: str
    media_type: str
    content: bytes
    description: str
    relationship: str = "Source"
    """``Source``, ``Data``, ``Alternative``, ``Supplement`` or ``Unspecified``."""


@dataclass(frozen=True, slots=True)
class Destination:
    """A place to go to: the object number of a page and the height on it in points."""

    page: int
    top: float

    def __bytes__(self) -> bytes:
        return b"[%d 0 R/XYZ null %.2f null]" % (self.page, self.top)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One outline entry."""

    title: str
    level: int
    """1 for the outermost."""
    destination: Destination
    language: str = ""


@dataclass(slots=True)
class Element:
    """A structure element that is still open; ``close_element`` writes it and forgets its kids."""

    tag: str
    number: int
    parent: int
    page: int = 0
    """Object number of the page that bare marked-content numbers in ``kids`` belong to."""
    kids: list[bytes] = field(default_factory=list)
    entries: bytes = b""


@dataclass(slots=True)
class HeldPage:
    """A page whose content is finished later: its object exists, its main stream does not."""

    number: int
    """Object number of the page."""
    stream: int
    code: list[str]


def text_string(text: str) -> bytes:
    """Return *text* as a PDF text string (ISO 32000-1, 7.9.2.2): ASCII literal, else UTF-16BE in hexadecimal."""
    try:
        raw = text.encode("ascii")
    except UnicodeEncodeError:
        return b"<FEFF" + text.encode("utf-16-be", "replace").hex().upper().encode() + b">"
    if raw.translate(None, _UNESCAPED):
        raw = b"".join(
            b"\\%03o" % c if c < 0x20 or c > 0x7E else b"\\%c" % c if c in b"()\\" else b"%c" % c for c in raw
        )
    return b"(" + raw + b")"


class TaggedDocument(pdfdoc.PDFDocument):  # type: ignore[misc]  # reportlab is untyped
    """ReportLab's document with early, compressed object output."""

    def __init__(self) -> None:
        super().__init__(compression=0, invariant=1, pdfVersion=(1, 7))
        # The registry starts afresh: the stock one opens with a dictionary of unembedded fonts.
        self.objectcounter = 0
        for registry in (self.idToObject, self.idToObjectNumberAndVersion, self.numberToId):
            registry.clear()
        self._file = BytesIO()
        self._file.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        self._kinds = bytearray(b"\x00")
        self._places = array("Q", [0])
        self._indices = array("L", [65535])
        self._pending: list[tuple[int, bytes]] = []
        self._digest = hashlib.sha256()
        self.info_number = 0
        self.permanent_id = b""

    def reserve(self) -> int:
        """Return a new object number."""
        self.objectcounter += 1
        return int(self.objectcounter)

    def put(self, number: int, body: bytes) -> None:
        """Write an object that is no stream; it goes into the next object stream."""
        self._pending.append((number, body))
        if len(self._pending) >= _OBJECTS_PER_STREAM:
            self._flush()

    def put_stream(self, number: int, entries: bytes, content: bytes, *, level: int = 2) -> None:
        """Write a stream; *entries* are dictionary entries besides Length and Filter, *level* 0 is uncompressed."""
        if level:
            content, entries = zlib.compress(content, level), entries + b"/Filter/FlateDecode"
        self._place(number, 1, self._file.tell(), 0)
        self._write(b"%d 0 obj\n<<%s/Length %d>>\nstream\n" % (number, entries, len(content)))
        self._write(content)
        # After a carriage return, a line feed alone would read as the second half of one end of line.
        self._write(b"\r\nendstream\nendobj\n" if content[-1:] == b"\r" else b"\nendstream\nendobj\n")

    def finished(self, root: int) -> bytes:
        """Write what waits and the cross-reference stream; return the file, the catalogue of which is object *root*."""
        self._flush()
        self._cross_references(b"%d 0 R" % root)
        return self._file.getvalue()

    def _write(self, raw: bytes) -> None:
        self._digest.update(raw)
        self._file.write(raw)

    def _place(self, number: int, kind: int, place: int, index: int) -> None:
        missing = number + 1 - len(self._kinds)
        if missing > 0:
            self._kinds.extend(bytes(missing))
            self._places.extend([0] * missing)
            self._indices.extend([0] * missing)
        self._kinds[number], self._places[number], self._indices[number] = kind, place, index

    def _flush(self) -> None:
        if not self._pending:
            return
        pending, self._pending = self._pending, []
        container = self.reserve()
        heads: list[bytes] = []
        offset = 0
        for index, (number, body) in enumerate(pending):
            self._place(number, 2, container, index)
            heads.append(b"%d %d" % (number, offset))
            offset += len(body) + 1
        head = b" ".join(heads) + b"\n"
        content = head + b"\n".join([body for _, body in pending])
        self.put_stream(container, b"/Type/ObjStm/N %d/First %d" % (len(pending), len(head)), content)

    def _cross_references(self, root: bytes) -> None:
        number, start = self.reserve(), self._file.tell()
        self._place(number, 1, start, 0)
        rows = zip(self._kinds, self._places, self._indices, strict=True)
        far = start > 0xFFFFFFFF
        table = b"".join(starmap(_FAR_CROSS_REFERENCE if far else _CROSS_REFERENCE, rows))
        changing = self._digest.digest()[:16]
        ids = b"<%s><%s>" % ((self.permanent_id or changing).hex().encode(), changing.hex().encode())
        self.put_stream(
            number,
            b"/Type/XRef/Size %d/W[1 %d 2]/Root %s/Info %d 0 R/ID[%s]"
            % (len(self._kinds), 8 if far else 4, root, self.info_number, ids),
            table,
        )
        self._file.write(b"startxref\n%d\n%%%%EOF\n" % start)


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """A canvas whose pages are tagged, and gone once shown."""

    def __init__(self, size: tuple[float, float], metadata: Metadata) -> None:
        super().__init__(BytesIO(), pagesize=size, pageCompression=0, invariant=1)
        self._doc = self.document = TaggedDocument()
        self.metadata = metadata
        self.document.permanent_id = bytes.fromhex(metadata.identifier.rpartition(":")[2].replace("-", ""))
        self.resources = self.document.reserve()
        self.root = Element("Document", self.document.reserve(), self.document.reserve())
        self._structure_keys: list[tuple[int, int]] = []
        self._page_nodes: list[tuple[int, list[int]]] = []
        self._feet: list[int] = []
        self._open_page()

    def _make_preamble(self) -> None:
        # The stock preamble selects an unembedded Helvetica.
        self._preamble = ""

    # -- structure ----------------------------------------------------------------------

    def open_element(
        self, tag: str, parent: Element, *, language: str = "", alternative: str = "", entries: bytes = b""
    ) -> Element:
        """Return a new structure element, placed after the other kids of *parent*."""
        element = Element(tag, self.document.reserve(), parent.number, entries=entries)
        if language:
            element.entries += b"/Lang" + text_string(language)
        if alternative:
            element.entries += b"/Alt" + text_string(alternative)
        parent.kids.append(b"%d 0 R" % element.number)
        return element

    def close_element(self, element: Element) -> None:
        """Write *element*; it takes no more kids."""
        kids = element.kids[0] if len(element.kids) == 1 else b"[%s]" % b" ".join(element.kids)
        page = b"/Pg %d 0 R" % element.page if element.page else b""
        self.document.put(
            element.number,
            b"<</Type/StructElem/S/%s/P %d 0 R%s%s/K %s>>"
            % (element.tag.encode(), element.parent, page, element.entries, kids),
        )
        element.kids = []

    def begin_content(self, element: Element) -> None:
        """Open marked content that belongs to *element* on the current page."""
        mark = len(self._marks)
        self._marks.append(element.number)
        if element.page in (0, self.page):
            element.page = self.page
            element.kids.append(b"%d" % mark)
        else:
            element.kids.append(b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (self.page, mark))
        self._code.append(f"/{element.tag}<</MCID {mark}>>BDC")

    def end_content(self) -> None:
        """Close what ``begin_content`` opened."""
        self._code.append("EMC")

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """Draw what is no part of the text; *kind* is ``Header`` or ``Footer`` for furniture of the page."""
        self._code.append(f"/Artifact<</Type/Pagination/Subtype/{kind}>>BDC" if kind else "/Artifact BMC")
        yield
        self._code.append("EMC")

    def link(
        self, element: Element, rectangle: tuple[float, float, float, float], target: str | None, description: str
    ) -> int:
        """Add a link annotation to the page and to *element* (a Link).

        *target* is a URL, or None for a place in this document, which ``put_link`` adds once it is known.
        Returns the annotation's object number.
        """
        number = self.document.reserve()
        key = self._new_key(element.number)
        self._annotations.append(number)
        element.kids.append(b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % (self.page, number))
        area = "{:.2f} {:.2f} {:.2f} {:.2f}".format(*rectangle).encode()
        head = b"<</Type/Annot/Subtype/Link/Rect[%s]/Border[0 0 0]/F 4/StructParent %d/Contents%s" % (
            area,
            key,
            text_string(description),
        )
        if target is not None:
            action = b"/A<</Type/Action/S/URI/URI%s>>>>" % text_string(target)
            self.document.put(number, head + action)
        else:
            self._open_links[number] = head
        return number

    def put_link(self, number: int, destination: Destination) -> None:
        """Write the internal link *number* now that its destination is known."""
        self.document.put(number, b"%s/Dest%s>>" % (self._open_links.pop(number), bytes(destination)))

    def _new_key(self, element: int) -> int:
        key = len(self._structure_keys)
        self._structure_keys.append((key, element))
        return key

    # -- pages --------------------------------------------------------------------------

    def _open_page(self) -> None:
        self.page = self.document.reserve()
        self._marks: list[int] = []
        self._annotations: list[int] = []
        if not hasattr(self, "_open_links"):
            self._open_links: dict[int, bytes] = {}

    @property
    def pages(self) -> int:
        """How many pages have been shown."""
        return len(self._feet)

    def showPage(self) -> None:  # noqa: N802  (ReportLab's name)
        """Compress the page and let it go; its foot is drawn by ``draw_foot``."""
        stream = self.document.reserve()
        self._show(stream)
        self.document.put_stream(stream, b"", "\n".join(self._take_code()).encode("latin-1"))

    def hold_page(self) -> HeldPage:
        """Finish the page but keep its content open."""
        stream = self.document.reserve()
        held = HeldPage(self.page, stream, [])
        self._show(stream)
        held.code = self._take_code()
        return held

    def release_page(self, held: HeldPage) -> None:
        """Write the content of a held page."""
        self.document.put_stream(held.stream, b"", "\n".join(held.code).encode("latin-1"))

    def _take_code(self) -> list[str]:
        code: list[str] = self._code
        self._startPage()
        self._open_page()
        return code

    def _show(self, stream: int) -> None:
        foot = self.document.reserve()
        self._feet.append(foot)
        parents = self.document.reserve()
        self.document.put(parents, b"[%s]" % b" ".join([b"%d 0 R" % number for number in self._marks]))
        key = self._new_key(parents)
        if not self._page_nodes or len(self._page_nodes[-1][1]) >= _PAGES_PER_NODE:
            self._page_nodes.append((self.document.reserve(), []))
        node, kids = self._page_nodes[-1]
        kids.append(self.page)
        links = b"/Annots[%s]" % b" ".join([b"%d 0 R" % n for n in self._annotations]) if self._annotations else b""
        self.document.put(
            self.page,
            b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %.2f %.2f]/Resources %d 0 R/Contents[%d 0 R %d 0 R]"
            b"/StructParents %d/Tabs/S%s>>" % (node, *self._pagesize, self.resources, stream, foot, key, links),
        )

    def draw_foot(self, index: int, code: Sequence[str]) -> None:
        """Write the foot of page *index* (from 0): content after the page's own, known only at the end."""
        self.document.put_stream(self._feet[index], b"", "\n".join(code).encode("latin-1"), level=0)

    # -- the end ------------------------------------------------------------------------

    def finish(
        self,
        fonts: bytes,
        pictures: bytes,
        bookmarks: Sequence[Bookmark],
        labels: bytes,
        attachments: Sequence[Attachment] = (),
        *,
        archival: bool = True,
    ) -> bytes:
        """Write everything that hangs on the catalogue and return the file.

        Args:
            fonts: Entries of the Font resource dictionary.
            pictures: Entries of the XObject resource dictionary.
            bookmarks: The outline in order.
            labels: Contents of the Nums array of the page labels.
            attachments: Files to embed; their presence makes the file PDF/A-3a instead of PDF/A-2a.
            archival: Claim PDF/A.
        """
        document = self.document
        self.close_element(self.root)
        images = b"/XObject<<%s>>" % pictures if pictures else b""
        document.put(self.resources, b"<</Font<<%s>>%s/ProcSet[/PDF/Text/ImageC]>>" % (fonts, images))
        catalogue = [
            b"/Pages %d 0 R" % self._page_tree(),
            self._outline(bookmarks),
            b"/PageMode/UseOutlines" if len(bookmarks) > 1 else b"/PageMode/UseNone",
            b"/Lang" + text_string(self.metadata.language),
            b"/MarkInfo<</Marked true>>",
            b"/ViewerPreferences<</DisplayDocTitle true%s>>" % self._binding(),
            b"/PageLabels<</Nums[%s]>>" % labels,
            b"/StructTreeRoot %d 0 R" % self._structure_root(),
            b"/Metadata %d 0 R" % self._metadata(0 if not archival else 3 if attachments else 2),
            b"/OutputIntents" + self._output_intent(),
            self._attach(attachments),
        ]
        document.info_number = document.reserve()
        document.put(document.info_number, _information(self.metadata))
        root = document.reserve()
        document.put(root, b"<</Type/Catalog%s>>" % b"".join(catalogue))
        return document.finished(root)

    right_to_left = False
    """Pages turn from right to left."""

    def _binding(self) -> bytes:
        return b"/Direction/R2L" if self.right_to_left else b""

    def _page_tree(self) -> int:
        root = self.document.reserve()
        for number, kids in self._page_nodes:
            body = b" ".join([b"%d 0 R" % kid for kid in kids])
            self.document.put(number, b"<</Type/Pages/Parent %d 0 R/Kids[%s]/Count %d>>" % (root, body, len(kids)))
        nodes = b" ".join([b"%d 0 R" % number for number, _ in self._page_nodes])
        self.document.put(root, b"<</Type/Pages/Kids[%s]/Count %d>>" % (nodes, self.pages))
        return root

    def _structure_root(self) -> int:
        keys = b" ".join([b"%d %d 0 R" % pair for pair in self._structure_keys])
        parents = self.document.reserve()
        self.document.put(parents, b"<</Nums[%s]>>" % keys)
        self.document.put(
            self.root.parent,
            b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>"
            % (self.root.number, parents, len(self._structure_keys)),
        )
        return self.root.parent

    def _outline(self, bookmarks: Sequence[Bookmark]) -> bytes:
        if not bookmarks:
            return b""
        document = self.document
        numbers = [document.reserve() for _ in bookmarks]
        root = document.reserve()
        tree = _Siblings(bookmarks)
        for index, mark in enumerate(bookmarks):
            links = [(b"Prev", tree.before[index]), (b"Next", tree.after[index])]
            links += [(b"First", tree.first[index]), (b"Last", tree.last[index])]
            body = b"".join([b"/%s %d 0 R" % (key, numbers[other]) for key, other in links if other is not None])
            parent = tree.parent[index]
            count = b"/Count %d" % tree.count[index] if tree.count[index] else b""
            document.put(
                numbers[index],
                b"<</Title%s/Parent %d 0 R/Dest%s%s%s>>"
                % (
                    text_string(mark.title),
                    root if parent is None else numbers[parent],
                    bytes(mark.destination),
                    body,
                    count,
                ),
            )
        top = [numbers[i] for i in range(len(bookmarks)) if tree.parent[i] is None]
        document.put(root, b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (top[0], top[-1], len(bookmarks)))
        return b"/Outlines %d 0 R" % root

    def _metadata(self, part: int) -> int:
        number = self.document.reserve()
        packet = _xmp(self.metadata, part)
        # ISO 19005-1 asked for an unfiltered packet; later parts recommend it, so that any program finds it.
        self.document.put_stream(number, b"/Type/Metadata/Subtype/XML", packet, level=0)
        return number

    def _output_intent(self) -> bytes:
        profile = self.document.reserve()
        self.document.put_stream(profile, b"/N 3/Alternate/DeviceRGB/Filter/FlateDecode", _srgb_profile(), level=0)
        return (
            b"[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
            b"/Info(sRGB IEC61966-2.1)/DestOutputProfile %d 0 R>>]" % profile
        )

    def _attach(self, attachments: Sequence[Attachment]) -> bytes:
        if not attachments:
            return b""
        moment = self.metadata.moment
        dated = b"/ModDate" + text_string(_pdf_date(moment)) if moment else b""
        specs: list[bytes] = []
        for attachment in attachments:
            stream, spec = self.document.reserve(), self.document.reserve()
            checksum = hashlib.md5(attachment.content, usedforsecurity=False).hexdigest().encode()
            subtype = attachment.media_type.replace("/", "#2F").replace("+", "#2B").encode()
            self.document.put_stream(
                stream,
                b"/Type/EmbeddedFile/Subtype/%s/Params<</Size %d/CheckSum<%s>%s>>"
                % (subtype, len(attachment.content), checksum, dated),
                attachment.content,
            )
            name = text_string(attachment.name)
            self.document.put(
                spec,
                b"<</Type/Filespec/F%s/UF%s/Desc%s/AFRelationship/%s/EF<</F %d 0 R/UF %d 0 R>>>>"
                % (name, name, text_string(attachment.description), attachment.relationship.encode(), stream, stream),
            )
            specs.append(b"%d 0 R" % spec)
        names = sorted(zip([a.name for a in attachments], specs, strict=True))
        tree = b" ".join([text_string(name) + b" " + spec for name, spec in names])
        return b"/Names<</EmbeddedFiles<</Names[%s]>>>>/AF[%s]" % (tree, b" ".join(specs))


class _Siblings:
    """Who stands where in an outline given as a list with levels."""

    def __init__(self, bookmarks: Sequence[Bookmark]) -> None:
        size = len(bookmarks)
        self.parent: list[int | None] = [None] * size
        self.before: list[int | None] = [None] * size
        self.after: list[int | None] = [None] * size
        self.first: list[int | None] = [None] * size
        self.last: list[int | None] = [None] * size
        self.count = [0] * size
        path: list[int] = []
        newest: dict[int | None, int] = {}
        for index, mark in enumerate(bookmarks):
            while path and bookmarks[path[-1]].level >= mark.level:
                path.pop()
            parent = path[-1] if path else None
            self.parent[index] = parent
            sibling = newest.get(parent)
            if sibling is not None:
                self.before[index], self.after[sibling] = sibling, index
            elif parent is not None:
                self.first[parent] = index
            if parent is not None:
                self.last[parent] = index
            for above in path:
                self.count[above] += 1
            newest[parent] = index
            path.append(index)


# -- metadata -------------------------------------------------------------------------------


def _pdf_date(moment: datetime) -> str:
    return moment.strftime("D:%Y%m%d%H%M%S+00'00'")


def _information(metadata: Metadata) -> bytes:
    entries = [
        (b"Title", metadata.title),
        (b"Author", "; ".join(metadata.creators)),
        (b"Subject", metadata.subject),
        (b"Keywords", "; ".join(metadata.keywords)),
        (b"Creator", metadata.producer),
        (b"Producer", metadata.producer),
    ]
    if metadata.moment is not None:
        entries += [(key, _pdf_date(metadata.moment)) for key in (b"CreationDate", b"ModDate")]
    return b"<<%s>>" % b"".join([b"/%s%s" % (key, text_string(value)) for key, value in entries if value])


_EXTENSION = """\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def _xmp(metadata: Metadata, part: int) -> bytes:
    """Return the XMP packet that says what the Info dictionary says (ISO 19005-2, 6.6); *part* 0 is no PDF/A."""
    rows = [f"<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"] if part else []
    rows += [
        "<pdfuaid:part>1</pdfuaid:part>",
        "<dc:format>application/pdf</dc:format>",
        _alternative("dc:title", metadata.title),
        _several("dc:language", "Bag", (metadata.language,)),
        f"<dc:identifier>{escape_xml(metadata.identifier)}</dc:identifier>",
        f"<xmp:CreatorTool>{escape_xml(metadata.producer)}</xmp:CreatorTool>",
        f"<pdf:Producer>{escape_xml(metadata.producer)}</pdf:Producer>",
    ]
    if metadata.creators:
        # One name, as in Info: readers compare the two.
        rows.append(_several("dc:creator", "Seq", ("; ".join(metadata.creators),)))
    if metadata.subject:
        rows.append(_alternative("dc:description", metadata.subject))
    if metadata.keywords:
        rows.append(_several("dc:subject", "Bag", metadata.keywords))
        rows.append(f"<pdf:Keywords>{escape_xml('; '.join(metadata.keywords))}</pdf:Keywords>")
    if metadata.publisher:
        rows.append(_several("dc:publisher", "Bag", (metadata.publisher,)))
    if metadata.moment is not None:
        stamp = metadata.moment.strftime("%Y-%m-%dT%H:%M:%S+00:00")
        rows += [f"<xmp:{name}>{stamp}</xmp:{name}>" for name in ("CreateDate", "ModifyDate", "MetadataDate")]
    body = "\n".join(rows)
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" '
        'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\n'
        f"{body}\n</rdf:Description>\n{_EXTENSION}</rdf:RDF>\n</x:xmpmeta>\n"
        '<?xpacket end="w"?>'
    )
    # The packet is not compressed, and simple programs look for the end of a stream by its keyword.
    return packet.replace("endstream", "endstrea&#109;").encode("utf-8")


def _alternative(name: str, text: str) -> str:
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{escape_xml(text)}</rdf:li></rdf:Alt></{name}>'


def _several(name: str, kind: str, values: Sequence[str]) -> str:
    items = "".join(f"<rdf:li>{escape_xml(value)}</rdf:li>" for value in values)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>"


@lru_cache(maxsize=1)
def _srgb_profile() -> bytes:
    """Return a compressed ICC profile for sRGB, the same on each call: date and checksum are zero."""
    from PIL import ImageCms

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes(12)
    profile[84:100] = bytes(16)
    return zlib.compress(bytes(profile), 9)
