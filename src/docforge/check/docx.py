# SPDX-License-Identifier: Apache-2.0
"""Structural checks of DOCX files (ECMA-376 parts 1 and 2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docforge.check import Finding
from docforge.check.archive import Archive, heading_skips, local, resolve
from docforge.write.docx.reference import field_codes

__all__ = ["check"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TYPES = "[Content_Types].xml"
_REQUIRED = (_TYPES, "_rels/.rels")
_LINK = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
# Relationship kinds that run, embed or fetch.
_ACTIVE_KINDS = frozenset(
    {
        "vbaProject",
        "oleObject",
        "package",
        "control",
        "attachedTemplate",
        "aFChunk",
        "frame",
        "subDocument",
        "activeXControl",
    }
)
_ACTIVE_FIELDS = re.compile(
    r"\s*(DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|MACROBUTTON|DATABASE|AUTOTEXT|RD)\b", re.IGNORECASE
)
_STYLE_USES = {f"{_W}pStyle": "paragraph", f"{_W}rStyle": "character", f"{_W}tblStyle": "table"}


def check(data: bytes) -> list[Finding]:
    """Return the findings on a DOCX file."""
    archive = Archive(data, "docx")
    if not archive.order:
        return archive.findings
    archive.parse_all()
    for name in _REQUIRED:
        if name not in archive.parts:
            archive.report("DOCX-1", what=name)
    main = _main_part(archive)
    if main is None:
        archive.report("DOCX-1", what="word/document.xml")
        return archive.findings
    _check_content_types(archive)
    _check_relationships(archive)
    _check_stories(archive, main)
    _check_document(archive, main)
    return archive.findings


def _main_part(archive: Archive) -> str | None:
    for kind, target, external, _ in _relationships(archive, "_rels/.rels"):
        path = resolve("", target)
        if kind == "officeDocument" and not external and archive.trees.get(path) is not None:
            return path
    return None


def _relationships(archive: Archive, name: str) -> Iterator[tuple[str, str, bool, str]]:
    """Yield (kind, target, external, id) of a relationships part."""
    root = archive.trees.get(name)
    for element in () if root is None else root.iter():
        if local(element) == "Relationship":
            kind = (element.get("Type") or "").rpartition("/")[2]
            yield kind, element.get("Target") or "", element.get("TargetMode") == "External", element.get("Id") or ""


def _check_content_types(archive: Archive) -> None:
    root = archive.trees.get(_TYPES)
    if root is None:
        return
    defaults = {(e.get("Extension") or "").lower() for e in root if local(e) == "Default"}
    overrides = {(e.get("PartName") or "").lower() for e in root if local(e) == "Override"}
    for name in archive.parts:
        ending = name.rpartition(".")[2].lower()
        if name != _TYPES and not name.endswith("/") and f"/{name}".lower() not in overrides and ending not in defaults:
            archive.report("DOCX-2", name)
    for element in root:
        if "macroEnabled" in (element.get("ContentType") or "") or "vbaProject" in (element.get("ContentType") or ""):
            archive.report("DOCX-5", _TYPES, what=element.get("ContentType"))


def _source_of(name: str) -> str:
    """Return the part that the relationships part *name* belongs to."""
    folder, _, file = name.rpartition("/")
    return f"{folder.removesuffix('_rels')}{file.removesuffix('.rels')}"


def _check_relationships(archive: Archive) -> None:
    for name in [n for n in archive.parts if n.endswith(".rels")]:
        source = _source_of(name)
        seen: set[str] = set()
        for kind, target, external, own in _relationships(archive, name):
            if own in seen:
                archive.report("DOCX-11", name, what=own)
            seen.add(own)
            if kind in _ACTIVE_KINDS or (external and not (kind == "hyperlink" and _LINK.match(target))):
                archive.report("DOCX-5", name, what=f"{kind} {target[:80]}")
            elif not external and not target.startswith("#") and resolve(source, target) not in archive.parts:
                archive.report("DOCX-3", name, what=f"{own} ({target[:80]})")
        root = archive.trees.get(source)
        for element in () if root is None else root.iter():
            for attribute, value in element.attrib.items() if isinstance(element.tag, str) else ():
                if attribute.startswith(_R) and value and value not in seen:
                    archive.report("DOCX-4", source, what=value)


def _stories(archive: Archive) -> Iterator[tuple[str, Any]]:
    for name, root in archive.trees.items():
        if name.startswith("word/") and name.endswith(".xml") and root is not None:
            yield name, root


def _check_stories(archive: Archive, main: str) -> None:
    """Fields, pictures, styles and bookmarks in body, headers, footers and notes."""
    styles = archive.trees.get("word/styles.xml")
    defined = set() if styles is None else {e.get(f"{_W}styleId") for e in styles.iter(f"{_W}style")}
    bookmarks = {e.get(f"{_W}name") for _, root in _stories(archive) for e in root.iter(f"{_W}bookmarkStart")}
    for name, root in _stories(archive):
        for element in root.iter():
            for rule, what in _faults(element, defined if styles is not None else None, bookmarks):
                archive.report(rule, name, what=what)
        for code in field_codes(root):
            if _ACTIVE_FIELDS.match(code):
                archive.report("DOCX-5", name, what=f"field {code.strip()[:60]}")
        for number in sorted(_doubled([e.get(f"{_W}id") for e in root.iter(f"{_W}bookmarkStart")])):
            archive.report("DOCX-11", name, what=f"bookmark {number}")


def _doubled(values: list[str | None]) -> set[str]:
    seen: set[str | None] = set()
    twice: set[str] = set()
    for value in values:
        if value in seen and value is not None:
            twice.add(value)
        seen.add(value)
    return twice


def _faults(element: Any, styles: set[str | None] | None, bookmarks: set[str | None]) -> Iterator[tuple[str, str]]:
    tag = element.tag
    if tag in _STYLE_USES and styles is not None and element.get(f"{_W}val") not in styles:
        yield "DOCX-10", str(element.get(f"{_W}val"))
    elif tag == f"{_W}hyperlink":
        anchor = element.get(f"{_W}anchor")
        if anchor and not element.get(f"{_R}id") and anchor not in bookmarks:
            yield "DOCX-8", anchor
    elif tag in (f"{_W}altChunk", f"{_W}object", f"{_W}control"):
        yield "DOCX-5", local(element)
    elif local(element) == "docPr" and not (element.get("descr") or "").strip():
        yield "DOCX-9", element.get("name") or element.get("id") or ""


def _check_document(archive: Archive, main: str) -> None:
    root, styles = archive.trees[main], archive.trees.get("word/styles.xml")
    levels = list(_heading_levels(root, styles))
    for before, after in heading_skips(levels):
        archive.report("DOCX-6", main, before=before, after=after)
    core = archive.trees.get("docProps/core.xml")
    title = "" if core is None else "".join((e.text or "") for e in core.iter() if local(e) == "title")
    if not title.strip():
        archive.report("DOCX-7", "docProps/core.xml", what="title")
    # An East Asian or right-to-left document may name its language in w:eastAsia or w:bidi alone.
    trees = [tree for tree in (styles, root) if tree is not None]
    if not any(value for tree in trees for e in tree.iter(f"{_W}lang") for value in e.attrib.values()):
        archive.report("DOCX-7", "word/styles.xml", what="language")


def _heading_levels(root: Any, styles: Any) -> Iterator[int]:
    """Yield 1 for the level of titles and first headings, 2 for the next, from the styles' outline levels."""
    outline: dict[str | None, int] = {}
    bases: dict[str | None, str | None] = {}
    for style in () if styles is None else styles.iter(f"{_W}style"):
        level, base = style.find(f"{_W}pPr/{_W}outlineLvl"), style.find(f"{_W}basedOn")
        bases[style.get(f"{_W}styleId")] = None if base is None else base.get(f"{_W}val")
        if level is not None and (level.get(f"{_W}val") or "").isdigit():
            outline[style.get(f"{_W}styleId")] = int(level.get(f"{_W}val")) + 1
    # A style without a level of its own has that of the style it is based on (17.7.4.3); a circle ends after all.
    for name in list(bases):
        above, steps = bases[name], 0
        while name not in outline and above is not None and steps < len(bases):
            if above in outline:
                outline[name] = outline[above]
            above, steps = bases.get(above), steps + 1
    for paragraph in root.iter(f"{_W}p"):
        own = paragraph.find(f"{_W}pPr/{_W}outlineLvl")
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        level = outline.get(style.get(f"{_W}val")) if style is not None else None
        if own is not None and (own.get(f"{_W}val") or "").isdigit():
            level = int(own.get(f"{_W}val")) + 1
        if level is not None and level <= 9:
            yield level
