# SPDX-License-Identifier: Apache-2.0
"""Structural checks of PDF files (ISO 32000-2; ISO 14289-1 where tags are concerned).

Reads through pikepdf where it is installed, else through pypdf; with neither, looks at the outline of the
file alone and says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docforge.check import Finding, finding
from docforge.check.archive import heading_skips

__all__ = ["check"]

_ACTIONS = frozenset(
    {
        "/JavaScript",
        "/Launch",
        "/GoToR",
        "/GoToE",
        "/ImportData",
        "/SubmitForm",
        "/ResetForm",
        "/Rendition",
        "/Sound",
        "/Movie",
    }
)
_LINK = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_HEADING = re.compile(r"/H([1-6])")
_MOST_NODES = 2_000_000
_MOST_COMPLAINTS = 5


def check(data: bytes) -> list[Finding]:
    """Return the findings on a PDF file."""
    if not data[:1024].lstrip().startswith(b"%PDF-"):
        return [finding("pdf", "PDF-1", why="no %PDF- at the start")]
    if b"%%EOF" not in data[-2048:]:
        return [finding("pdf", "PDF-1", why="no %%EOF at the end")]
    try:
        import pikepdf
    except ImportError:
        return [finding("pdf", "PDF-9")]
    import io

    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            return [*_document(document), *_damage(document)]
    except pikepdf.PasswordError:
        return [finding("pdf", "PDF-11")]
    except (pikepdf.PdfError, ValueError, RuntimeError, KeyError, TypeError, AttributeError) as error:
        return [finding("pdf", "PDF-2", why=error)]


def _damage(document: Any) -> Iterator[Finding]:
    """What qpdf says after it has unpacked every stream."""
    check = getattr(document, "check_pdf_syntax", None) or document.check
    for line in list(dict.fromkeys(check()))[:_MOST_COMPLAINTS]:
        yield finding("pdf", "PDF-12", why=str(line).strip()[:200])


def _document(document: Any) -> Iterator[Finding]:
    root = document.Root
    if len(document.pages) == 0:
        yield finding("pdf", "PDF-7")
        return
    yield from _facts(document, root)
    yield from _names_actions(document, root)
    fonts: dict[Any, tuple[Any, int]] = {}
    targets = _named_targets(root)
    for number, page in enumerate(document.pages, 1):
        yield from _annotations(page, number, targets)
        for font in (page.get("/Resources", {}) or {}).get("/Font", {}).values():
            fonts.setdefault(font.objgen, (font, number))
    for font, number in fonts.values():
        yield from _font(font, number)
    levels = list(_heading_levels(root.get("/StructTreeRoot")))
    for before, after in heading_skips(levels):
        yield finding("pdf", "PDF-6", "structure tree", before=before, after=after)


def _facts(document: Any, root: Any) -> Iterator[Finding]:
    metadata = document.open_metadata()
    if not (str(metadata.get("dc:title") or "").strip() or str(document.docinfo.get("/Title", "")).strip()):
        yield finding("pdf", "PDF-3", what="title")
    if not str(root.get("/Lang", "")).strip():
        yield finding("pdf", "PDF-3", what="language")
    if not bool((root.get("/MarkInfo") or {}).get("/Marked", False)) or root.get("/StructTreeRoot") is None:
        yield finding("pdf", "PDF-3", what="tags")


def _names_actions(document: Any, root: Any) -> Iterator[Finding]:
    action = root.get("/OpenAction")
    if action is not None and hasattr(action, "get"):
        yield from _action(action, "catalogue")
    if root.get("/AA") is not None:
        yield finding("pdf", "PDF-5", "catalogue", what="additional actions")
    names = root.get("/Names")
    if names is not None and names.get("/JavaScript") is not None:
        yield finding("pdf", "PDF-5", "catalogue", what="JavaScript")
    if (root.get("/AcroForm") or {}).get("/XFA") is not None:
        yield finding("pdf", "PDF-5", "catalogue", what="XFA form")


def _action(action: Any, place: str) -> Iterator[Finding]:
    kind = str(action.get("/S", ""))
    if kind in _ACTIONS:
        yield finding("pdf", "PDF-5", place, what=kind.removeprefix("/"))
    if kind == "/URI" and not _LINK.match(str(action.get("/URI", ""))):
        yield finding("pdf", "PDF-5", place, what=str(action.get("/URI", ""))[:80])
    if action.get("/Next") is not None:
        yield finding("pdf", "PDF-5", place, what="a chain of actions")


def _named_targets(root: Any) -> set[str]:
    """Names that links may lead to: the name tree and the older dictionary."""
    found = {str(key) for key in (root.get("/Dests") or {})}
    names = root.get("/Names")
    waiting = [names.get("/Dests")] if names is not None and names.get("/Dests") is not None else []
    seen: set[tuple[int, int]] = set()
    for _ in range(_MOST_NODES):
        if not waiting:
            break
        node = waiting.pop()
        if _seen(node, seen):
            continue
        pairs = list(node.get("/Names", []))
        found.update(str(key) for key in pairs[::2])
        waiting.extend(node.get("/Kids", []))
    return found


def _annotations(page: Any, number: int, targets: set[str]) -> Iterator[Finding]:
    place = f"page {number}"
    if page.get("/AA") is not None:
        yield finding("pdf", "PDF-5", place, what="additional actions")
    for annotation in page.get("/Annots", []):
        kind = str(annotation.get("/Subtype", ""))
        if kind in ("/FileAttachment", "/Movie", "/Screen", "/RichMedia", "/3D"):
            yield finding("pdf", "PDF-5", place, what=kind.removeprefix("/"))
        action = annotation.get("/A")
        if action is not None:
            yield from _action(action, place)
        target = annotation.get("/Dest") if action is None else action.get("/D")
        if target is not None and not _is_array(target) and str(target) not in targets:
            yield finding("pdf", "PDF-8", place, what=str(target))


def _seen(node: Any, seen: set[tuple[int, int]]) -> bool:
    """Say whether the walk has been at *node*: a file may point back at what stands above."""
    own = getattr(node, "objgen", (0, 0))
    if own == (0, 0):
        return False
    if own in seen:
        return True
    seen.add(own)
    return False


def _is_array(value: Any) -> bool:
    return type(value).__name__ == "Array" or (hasattr(value, "_type_name") and value._type_name == "array")


def _font(font: Any, number: int) -> Iterator[Finding]:
    name = str(font.get("/BaseFont", "?")).removeprefix("/")
    kind = str(font.get("/Subtype", ""))
    if kind == "/Type3":
        return
    own = font.get("/DescendantFonts", [font])[0]
    descriptor = own.get("/FontDescriptor") or {}
    if not any(descriptor.get(key) is not None for key in ("/FontFile", "/FontFile2", "/FontFile3")):
        yield finding("pdf", "PDF-4", f"page {number}", what=name)
    if kind == "/Type0" and font.get("/ToUnicode") is None:
        yield finding("pdf", "PDF-10", f"page {number}", what=name)


def _heading_levels(tree: Any) -> Iterator[int]:
    """Yield the levels of H1 to H6 in the order of the structure tree."""
    waiting = [tree] if tree is not None else []
    seen: set[tuple[int, int]] = set()
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop()
        if not hasattr(node, "get") or _is_array(node) or _seen(node, seen):
            continue
        match = _HEADING.fullmatch(str(node.get("/S", "")))
        if match:
            yield int(match.group(1))
            continue
        kids = node.get("/K")
        if kids is None:
            continue
        below = list(kids) if _is_array(kids) else [kids]
        waiting.extend(kid for kid in reversed(below) if not isinstance(kid, int) and hasattr(kid, "get"))
