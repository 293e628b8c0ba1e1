# SPDX-License-Identifier: Apache-2.0
"""An EPUB opened with zipfile and lxml alone, so that nothing of the writer or of EbookLib is trusted."""

from __future__ import annotations

import io
import posixpath
import zipfile

from lxml import etree

NS = {
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "h": "http://www.w3.org/1999/xhtml",
    "ncx": "http://www.daisy.org/z3986/2005/ncx/",
    "svg": "http://www.w3.org/2000/svg",
}
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def tree(data: bytes) -> etree._Element:
    """Parse *data* as XML; DTDs are not read, nothing is fetched."""
    return etree.fromstring(
        data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    )


class Epub:
    """What a reading system sees."""

    def __init__(self, data: bytes) -> None:
        self.zip = zipfile.ZipFile(io.BytesIO(data))
        assert self.zip.testzip() is None
        container = tree(self.zip.read("META-INF/container.xml"))
        self.package_name = container.xpath("string(//c:rootfile/@full-path)", namespaces=NS)
        self.folder = posixpath.dirname(self.package_name)
        self.package = tree(self.zip.read(self.package_name))
        self.manifest = {item.get("id"): item for item in self.package.iterfind("opf:manifest/opf:item", NS)}

    def read(self, href: str) -> bytes:
        return self.zip.read(posixpath.join(self.folder, href))

    def by_property(self, name: str) -> str:
        """Return the address of the one item with that manifest property."""
        (item,) = [i for i in self.manifest.values() if name in (i.get("properties") or "").split()]
        return str(item.get("href"))

    @property
    def pages(self) -> list[tuple[str, bool]]:
        """Addresses in the spine, and whether each is in the linear reading order."""
        refs = self.package.iterfind("opf:spine/opf:itemref", NS)
        return [(str(self.manifest[ref.get("idref")].get("href")), ref.get("linear") != "no") for ref in refs]

    @property
    def spine(self) -> list[str]:
        """Addresses of the content documents in reading order, the page with the cover picture left out."""
        return [href for href, _ in self.pages if href != "cover.xhtml"]

    def documents(self) -> list[etree._Element]:
        return [tree(self.read(href)) for href in self.spine]

    def metadata(self, name: str) -> list[str]:
        """Texts of a ``dc:`` element, or of ``meta`` elements with that property."""
        if ":" not in name:
            return [e.text or "" for e in self.package.iterfind(f"opf:metadata/dc:{name}", NS)]
        return [e.text or "" for e in self.package.iterfind("opf:metadata/opf:meta", NS) if e.get("property") == name]

    @property
    def text(self) -> str:
        """All text of the bodies in reading order."""
        return "\n".join("".join(d.find("h:body", NS).itertext()) for d in self.documents())

    def nav(self, kind: str) -> etree._Element:
        """Return the ``nav`` element of that type from the navigation document."""
        document = tree(self.read(self.by_property("nav")))
        (found,) = [n for n in document.iter("{http://www.w3.org/1999/xhtml}nav") if n.get(EPUB_TYPE) == kind]
        return found

    def dangling(self) -> list[str]:
        """Return the references that lead nowhere: links, style sheets, NCX targets."""
        ids: dict[str, set[str]] = {}
        found = []
        targets: list[tuple[str, str]] = []
        for item in self.manifest.values():
            href = str(item.get("href"))
            if not href.endswith((".xhtml", ".ncx")):
                continue
            root = tree(self.read(href))
            own = [e.get("id") for e in root.iter() if isinstance(e.tag, str) and e.get("id")]
            assert len(own) == len(set(own)), (href, own)
            ids[href] = set(own)
            for element in root.iter():
                for name in ("href", "src"):
                    value = element.get(name) if isinstance(element.tag, str) else None
                    if value and "://" not in value and not value.startswith("mailto:"):
                        targets.append((href, value))
        for href, value in targets:
            path, _, fragment = value.partition("#")
            path = posixpath.normpath(posixpath.join(posixpath.dirname(href), path)) if path else href
            if posixpath.join(self.folder, path) not in self.zip.namelist() or (fragment and fragment not in ids[path]):
                found.append(f"{href} -> {value}")
        return found
