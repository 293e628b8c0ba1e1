# SPDX-License-Identifier: Apache-2.0
"""What DOCX and EPUB share: a ZIP archive of XML parts, opened with suspicion."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, Any
from urllib.parse import unquote

from lxml import etree

from docforge.check import Finding, finding

__all__ = ["Archive", "heading_skips", "local", "resolve"]

_UNPACKED_LIMIT = 1024 * 1024 * 1024
_CHUNK = 1024 * 1024
# Text packs to a twentieth at best; what packs a thousand times smaller is made to fill a memory.
_BOMB_SIZE, _BOMB_RATIO = 32 * _CHUNK, 500
_KEPT_ENDINGS = (".xml", ".rels", ".opf", ".xhtml", ".html", ".htm", ".ncx", ".svg", ".smil", ".css", "mimetype")
_XML_ENDINGS = (".xml", ".rels", ".opf", ".xhtml", ".ncx", ".svg", ".smil")


class Archive:
    """The parts of an archive that can be read, and the findings about the rest."""

    def __init__(self, data: bytes, format: str) -> None:
        self.format = format
        self.findings: list[Finding] = []
        self.parts: dict[str, bytes] = {}
        self.order: list[zipfile.ZipInfo] = []
        self.trees: dict[str, Any] = {}
        self._open(data)

    def report(self, rule: str, place: str = "", **values: object) -> None:
        """Note a finding."""
        self.findings.append(finding(self.format, rule, place, **values))

    def _open(self, data: bytes) -> None:
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            self.report("ZIP-1", why=error)
            return
        with archive:
            self.order = archive.infolist()
            if not self.order:
                self.report("ZIP-1", why="nothing is in it")
            room = _UNPACKED_LIMIT
            for info in self.order:
                room = self._take(archive, info, room)
                if room < 0:
                    self.report("ZIP-4", limit=_UNPACKED_LIMIT // 1024**2)
                    return

    def _take(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, room: int) -> int:
        name = info.filename
        if name in self.parts:
            self.report("ZIP-2", name)
        if name.startswith("/") or ".." in name.split("/") or "\\" in name or "\0" in name or ":" in name.split("/")[0]:
            self.report("ZIP-3", name)
        if info.flag_bits & 1:
            self.report("ZIP-5", name)
            return room
        try:
            with archive.open(info) as stream:
                content, size = self._read(stream, info, room)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError) as error:
            self.report("ZIP-1", name, why=error)
            return room
        self.parts[name] = content
        return room - size

    @staticmethod
    def _read(stream: IO[bytes], info: zipfile.ZipInfo, room: int) -> tuple[bytes, int]:
        """Return the content, of parts that checks look into, and its size; the size in the header is not believed.

        A size above *room* means: stop.
        """
        kept = info.filename.lower().endswith(_KEPT_ENDINGS)
        chunks: list[bytes] = []
        size = 0
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > room or (size > _BOMB_SIZE and size > _BOMB_RATIO * max(info.compress_size, 1)):
                return b"", room + 1
            if kept:
                chunks.append(chunk)
        return b"".join(chunks), size

    def parse(self, name: str) -> Any:
        """Return the root of the XML part *name*, or None with a finding."""
        if name not in self.trees:
            self.trees[name] = self._parsed(name)
        return self.trees[name]

    def _parsed(self, name: str) -> Any:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
        try:
            root = etree.fromstring(self.parts[name], parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            self.report("XML-1", name, why=error)
            return None
        subset: Any = root.getroottree().docinfo.internalDTD
        if subset is not None and (list(subset.iterentities()) or list(subset.iterelements())):
            self.report("XML-2", name)
        return root

    def parse_all(self) -> None:
        """Parse every XML part, so that each fault is found."""
        for name in self.parts:
            if name.lower().endswith(_XML_ENDINGS):
                self.parse(name)


def resolve(base: str, reference: str) -> str:
    """Return the archive path that *reference* means when it stands in the part *base*."""
    path = unquote(reference)
    joined = path.lstrip("/") if path.startswith("/") else posixpath.join(posixpath.dirname(base), path)
    return posixpath.normpath(joined)


def local(element: Any) -> str:
    """Return the element's name without its namespace; empty for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def heading_skips(levels: list[int]) -> Iterator[tuple[int, int]]:
    """Yield (before, after) for each heading that is more than one level deeper than the one before."""
    before = levels[0] if levels else 1
    for level in levels:
        if level > before + 1:
            yield before, level
        before = level
