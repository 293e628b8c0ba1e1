# SPDX-License-Identifier: Apache-2.0
"""Structural checks of EPUB 3 files (EPUB 3.3; EPUB Accessibility 1.1)."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from typing import Any

from docforge.check import Finding
from docforge.check.archive import Archive, heading_skips, local, resolve

__all__ = ["check"]

_XHTML = "application/xhtml+xml"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TYPE = "{http://www.idpf.org/2007/ops}type"
_METADATA = ("identifier", "title", "language")
_ACCESSIBILITY = ("schema:accessMode", "schema:accessibilityFeature", "schema:accessibilityHazard")
# Elements that run, embed or send; ``link`` and ``a`` are judged by their address.
_ACTIVE = frozenset({"script", "iframe", "object", "embed", "applet", "form", "base", "frame", "portal"})
_LINKS = frozenset({"http", "https", "mailto"})
_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")
_CSS_REMOTE = re.compile(r"@import|url\(\s*['\"]?\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


def check(data: bytes) -> list[Finding]:
    """Return the findings on an EPUB."""
    archive = Archive(data, "epub")
    if not archive.order:
        return archive.findings
    first = archive.order[0]
    content = archive.parts.get("mimetype", b"")
    if (first.filename, first.compress_type) != ("mimetype", zipfile.ZIP_STORED) or content != b"application/epub+zip":
        archive.report("EPUB-1")
    archive.parse_all()
    package = _package_name(archive)
    if package is None:
        archive.report("EPUB-2")
        return archive.findings
    root = archive.parse(package)
    if root is not None:
        _check_package(archive, package, root)
    return archive.findings


def _package_name(archive: Archive) -> str | None:
    if "META-INF/container.xml" not in archive.parts:
        return None
    root = archive.parse("META-INF/container.xml")
    paths = [] if root is None else [e.get("full-path", "") for e in root.iter() if local(e) == "rootfile"]
    return next((path for path in paths if path in archive.parts), None)


def _check_package(archive: Archive, package: str, root: Any) -> None:
    items = {e.get("id"): e for e in root.iter() if local(e) == "item"}
    _check_metadata(archive, package, root)
    listed = _check_manifest(archive, package, items)
    for ref in (e for e in root.iter() if local(e) == "itemref"):
        if ref.get("idref") not in items:
            archive.report("EPUB-6", package, what=ref.get("idref"))
    documents = [
        name for name in listed if listed[name].get("media-type") == _XHTML and archive.parse(name) is not None
    ]
    _check_navigation(archive, package, items)
    for name in documents:
        _check_document(archive, name)
    for name, item in listed.items():
        if item.get("media-type") == "image/svg+xml":
            _check_picture(archive, name)
    _check_references(archive, listed)


def _check_metadata(archive: Archive, package: str, root: Any) -> None:
    there = {local(e) for e in root.iter() if isinstance(e.tag, str) and (e.text or "").strip()}
    properties = {e.get("property") for e in root.iter() if local(e) == "meta" and (e.text or "").strip()}
    for name in _METADATA:
        if name not in there:
            archive.report("EPUB-3", package, what=f"dc:{name}")
    if "dcterms:modified" not in properties:
        archive.report("EPUB-3", package, what="dcterms:modified")
    for name in _ACCESSIBILITY:
        if name not in properties:
            archive.report("EPUB-14", package, what=name)


def _check_manifest(archive: Archive, package: str, items: dict[Any, Any]) -> dict[str, Any]:
    """Return path -> manifest item for the files that are there."""
    listed: dict[str, Any] = {}
    for item in items.values():
        href = item.get("href", "")
        path = resolve(package, href)
        if _SCHEME.match(href):
            archive.report("EPUB-9", package, what=href)
        elif path in archive.parts:
            listed[path] = item
        else:
            archive.report("EPUB-4", package, what=href)
    for name in archive.parts:
        if name not in listed and name not in ("mimetype", package) and not name.startswith("META-INF/"):
            archive.report("EPUB-5", name)
    return listed


def _check_navigation(archive: Archive, package: str, items: dict[Any, Any]) -> None:
    for item in items.values():
        path = resolve(package, item.get("href", ""))
        if "nav" not in (item.get("properties") or "").split() or path not in archive.parts:
            continue
        root = archive.parse(path)
        navs = [] if root is None else [e for e in root.iter() if local(e) == "nav" and e.get(_TYPE) == "toc"]
        for nav in navs:
            links = [e for e in nav.iter() if local(e) == "a"]
            if any(not "".join(link.itertext()).strip() for link in links):
                archive.report("EPUB-15", path)
            if links:
                return
    archive.report("EPUB-7", package)


def _check_document(archive: Archive, name: str) -> None:
    root = archive.parse(name)
    if not (root.get("lang") or root.get(_XML_LANG)):
        archive.report("EPUB-12", name)
    levels = []
    for element in root.iter():
        tag = local(element)
        if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            levels.append(int(tag[1]))
        if tag == "img" and element.get("alt") is None:
            archive.report("EPUB-13", name, what=element.get("src"))
        for what in _active(element, tag):
            archive.report("EPUB-9", name, what=what)
    for before, after in heading_skips(levels):
        archive.report("EPUB-11", name, before=before, after=after)


def _check_picture(archive: Archive, name: str) -> None:
    root = archive.parse(name)
    for element in () if root is None else root.iter():
        for what in _active(element, local(element)):
            archive.report("EPUB-9", name, what=what)


def _active(element: Any, tag: str) -> Iterator[str]:
    """Yield what in *element* would run, embed or fetch."""
    if tag in _ACTIVE:
        yield f"<{tag}>"
    if tag == "meta" and element.get("http-equiv"):
        yield "<meta http-equiv>"
    if tag == "style" and _CSS_REMOTE.search(element.text or ""):
        yield "remote style"
    for attribute, value in element.attrib.items():
        name = attribute.rpartition("}")[2].lower()
        if name.startswith("on") and tag:
            yield f"{name}="
        if name == "style" and _CSS_REMOTE.search(value):
            yield "remote style"
        if name in ("href", "src", "data", "poster", "action", "formaction", "srcset"):
            scheme = _SCHEME.match(value)
            link = tag == "a" and scheme is not None and scheme.group(1).lower() in _LINKS
            link = link or (tag in ("img", "image") and value.lower().startswith("data:image/"))
            if (scheme is not None or value.lstrip().startswith("//")) and not link:
                yield f"{name}={value[:80]}"


def _check_references(archive: Archive, listed: dict[str, Any]) -> None:
    """Each relative reference must lead to a file that is there, and its fragment to an id."""
    ids: dict[str, set[str]] = {}
    for name in listed:
        root = archive.trees.get(name)
        if root is None:
            continue
        found: set[str] = set()
        for element in root.iter():
            own = element.get("id") if isinstance(element.tag, str) else None
            if own is not None and own in found:
                archive.report("EPUB-10", name, what=own)
            if own is not None:
                found.add(own)
        ids[name] = found
    for name in ids:
        for reference in _references(archive.trees[name]):
            path, _, fragment = reference.partition("#")
            target = resolve(name, path) if path else name
            missing = fragment and target in ids and fragment not in ids[target]
            if target not in listed or missing:
                archive.report("EPUB-8", name, what=reference)
    for name, item in listed.items():
        if item.get("media-type") == "text/css" and _CSS_REMOTE.search(archive.parts[name].decode("utf-8", "replace")):
            archive.report("EPUB-9", name, what="remote style")


def _references(root: Any) -> Iterator[str]:
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        for attribute, value in element.attrib.items():
            name = attribute.rpartition("}")[2]
            if name in ("href", "src") and value and not _SCHEME.match(value) and not value.startswith("//"):
                yield value
