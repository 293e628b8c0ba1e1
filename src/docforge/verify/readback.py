# SPDX-License-Identifier: Apache-2.0
"""The text of a finished file as a reader is given it, and what the file marks as quotations.

Comes in: bytes.  Goes out: ``ReadBack``.  DOCX and EPUB through zipfile and lxml, HTML through lxml, PDF by its
structure tree (``pdf``), JSON by its strings.  Nothing is fetched or run.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, NamedTuple

from docforge.check.archive import Archive, local, resolve
from docforge.errors import InputError
from docforge.text import display_name

__all__ = ["FORMATS", "ReadBack", "format_of", "read_back"]

FORMATS = ("docx", "epub", "pdf", "html", "json")
_ENDINGS = {".htm": "html", ".xhtml": "html", ".html": "html", ".json": "json"}
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# HTML Standard, 15.3.3 flow content: what stands on lines of its own.
_BLOCKS = re.compile(
    "address|article|aside|blockquote|body|br|caption|d[dlt]|details|dialog|div|figcaption|figure|footer|form|h[1-6r]"
    "|header|hgroup|html|li|main|nav|ol|p|pre|section|table|t[dhr]|tbody|tfoot|thead|ul"
)
_UNSEEN = frozenset(["head", "script", "style", "template", "title"])


class ReadBack(NamedTuple):
    """What a file says."""

    text: str
    """Paragraphs in reading order, one a line."""
    quotations: tuple[str, ...]
    """What its structure gives as quotations."""


def format_of(data: bytes, name: str = "") -> str:
    """Tell the format by content, then by the ending of *name*.

    Raises:
        InputError: it is none of ``FORMATS``.
    """
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK"):
        return "epub" if b"application/epub+zip" in data[:200] else "docx"
    ending = PurePath(name).suffix.lower()
    if ending in _ENDINGS:
        return _ENDINGS[ending]
    if head[:1] in (b"{", b"["):
        return "json"
    if head[:9].lower() in (b"<!doctype", b"<html>") or head.lower().startswith(b"<html"):
        return "html"
    raise InputError(f"cannot read {display_name(name)!r} back: give {', '.join('.' + f for f in FORMATS)} files")


def read_back(data: bytes, format: str) -> ReadBack:
    """Return what the finished file *data* says.

    Raises:
        InputError: it is damaged, encrypted, or larger unpacked than a sound file can be.
    """
    if format == "pdf":
        from docforge.verify.pdf import read_pdf

        return ReadBack(*read_pdf(data))
    return {"docx": _docx, "epub": _epub, "html": _html, "json": _json}[format](data)


def _archive(data: bytes, format: str) -> Archive:
    archive = Archive(data, format)
    if archive.findings:
        raise InputError(f"the {format.upper()} file is damaged ({archive.findings[0].message}): make it anew")
    return archive


def _root(archive: Archive, name: str) -> Any:
    root = archive.parse(name) if name in archive.parts else None
    if root is None:
        raise InputError(f"the {archive.format.upper()} file is damaged ({display_name(name)}): make it anew")
    return root


# -- DOCX ------------------------------------------------------------------------------------


def _docx(data: bytes) -> ReadBack:
    archive = _archive(data, "docx")
    lines: list[str] = []
    quotations: list[str] = []
    for part in ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml"):
        if part != "word/document.xml" and part not in archive.parts:
            continue
        for paragraph in _root(archive, part).iter(f"{_W}p"):
            lines.append(_paragraph(paragraph, quotations))  # noqa: PERF401 - it fills two lists
    return ReadBack("\n".join(lines), tuple(quotations))


_SIGNS = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "\u2011", f"{_W}softHyphen": ""}


def _paragraph(paragraph: Any, quotations: list[str]) -> str:
    """Return a paragraph's text; deleted text (``w:delText``) and nested paragraphs of text boxes are not in it."""
    out: list[str] = []
    quoted: list[str] = []
    for run in paragraph.iter(f"{_W}r"):
        if next(run.iterancestors(f"{_W}p")) is not paragraph:
            continue
        text = "".join(
            _SIGNS.get(node.tag, node.text or "") for node in run if node.tag in _SIGNS or node.tag == f"{_W}t"
        )
        style = run.find(f"{_W}rPr/{_W}rStyle")
        if style is not None and style.get(f"{_W}val") == "Quotation":
            quoted.append(text)
        elif quoted and text:
            quotations.append("".join(quoted))
            quoted = []
        out.append(text)
    if quoted:
        quotations.append("".join(quoted))
    whole = "".join(out)
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    if style is not None and style.get(f"{_W}val") == "Quote":
        quotations.append(whole)
    return whole


# -- EPUB and HTML ---------------------------------------------------------------------------


def _epub(data: bytes) -> ReadBack:
    archive = _archive(data, "epub")
    rootfile = _root(archive, "META-INF/container.xml").find(".//{*}rootfile")
    name = rootfile.get("full-path") if rootfile is not None else ""
    package = _root(archive, name or "")
    files = {item.get("id"): item.get("href") or "" for item in package.iter("{*}item")}
    lines: list[str] = []
    quotations: list[str] = []
    for reference in package.iter("{*}itemref"):
        page = _root(archive, resolve(name, files.get(reference.get("idref"), "")))
        lines += _flow(page, quotations)
    return ReadBack("\n".join(lines), tuple(quotations))


def _html(data: bytes) -> ReadBack:
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    root = etree.fromstring(data, parser) if data.strip() else None
    if root is None:
        raise InputError("the HTML file is empty: make it anew")
    quotations: list[str] = []
    return ReadBack("\n".join(_flow(root, quotations)), tuple(quotations))


def _flow(root: Any, quotations: list[str]) -> list[str]:
    """Return the lines below *root*; ``blockquote``, ``q`` and ``span.quotation`` are noted as quotations."""
    pieces: list[str] = []
    open_quotations: list[tuple[Any, int]] = []
    from lxml import etree

    unseen: Any = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str):
            if event == "end" and unseen is None:
                pieces.append(element.tail or "")
            continue
        tag = local(element)
        if event == "start":
            if unseen is None and tag in _UNSEEN:
                unseen = element
            if unseen is not None:
                continue
            pieces.append("\n" if _BLOCKS.fullmatch(tag) else "")
            if tag in ("blockquote", "q") or "quotation" in (element.get("class") or "").split():
                open_quotations.append((element, len(pieces)))
            pieces.append(_inside(element.text))
            continue
        if unseen is None:
            if open_quotations and open_quotations[-1][0] is element:
                quotations.append("".join(pieces[open_quotations.pop()[1] :]))
            pieces.append("\n" if _BLOCKS.fullmatch(tag) else "")
        elif unseen is element:
            unseen = None
        if unseen is None and element is not root:
            pieces.append(_inside(element.tail))
    return [line for line in "".join(pieces).split("\n") if line.strip()]


def _inside(text: str | None) -> str:
    """Line breaks in the file's own text are white space, no end of a paragraph."""
    return (text or "").replace("\n", " ")


# -- JSON ------------------------------------------------------------------------------------


def _json(data: bytes) -> ReadBack:
    try:
        document = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise InputError(f"the JSON file is damaged ({display_name(str(error))}): make it anew") from error
    return ReadBack("\n".join(_strings(document)), ())


def _strings(value: Any) -> Iterator[str]:
    """Yield what a reader is meant to see: the blocks of an article, else every string (a newsroom's item)."""
    waiting = [value]
    while waiting:
        own = waiting.pop()
        if isinstance(own, str):
            yield _plain(own)
        elif isinstance(own, list):
            waiting += reversed(own)
        elif isinstance(own, dict) and isinstance(own.get("blocks"), list):
            waiting += reversed([b.get("text") for b in own["blocks"] if isinstance(b, dict)])
        elif isinstance(own, dict):
            waiting += reversed(own.values())


def _plain(text: str) -> str:
    if text.lstrip()[:1] == "<" and "</" in text:
        return _html(text.encode("utf-8", "replace")).text
    return text.replace("\n", " ")
