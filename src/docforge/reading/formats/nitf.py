# SPDX-License-Identifier: Apache-2.0
"""IPTC NITF, versions 3.x: head and body of a news story in XML.

Rule: NITF 3.6 DTD.  The DTD itself is never read (see ``xml``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docforge.diagnostics import Report
from docforge.errors import InputError
from docforge.model import Article, PartialDate
from docforge.reading.formats import Assembly, NewsItem, flat, iso_day, language_of, report_unused
from docforge.reading.formats.blocks import HIDDEN, Piece, pieces_of, text_of
from docforge.reading.formats.xml import parse_xml

__all__ = ["NitfReader"]

_SEPARATORS = "—–-:：―.="
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# What the head of the body holds, in the order in which it is printed.
_HEAD = (("hl1", "headline"), ("hl2", "subheadline"), ("abstract", "subheadline"), ("byline", "byline"))
_HEAD_ELEMENTS = frozenset({"hl1", "hl2", "abstract", "byline", "dateline", "distributor", "note", "rights", "hedline"})


class NitfReader:
    """One ``nitf`` element."""

    name = "nitf"
    extensions = (".xml", ".nitf")
    media_type = "text/xml"

    def read(self, data: bytes, *, encoding: str | None, where: str, report: Report) -> tuple[NewsItem | Article, ...]:
        """Return the stories: one for each ``nitf`` element."""
        root = parse_xml(data, encoding, where)
        _without_namespaces(root)
        stories = [root] if root.tag == "nitf" else list(root.iter("nitf"))
        if not stories:
            raise InputError(f"input is not NITF{where}: its root is <{str(root.tag)[:40]}>; give NITF, or --from text")
        codec = (root.getroottree().docinfo.encoding or "utf-8").lower()
        items = [item for story in stories if (item := _item(story, report, codec)).text.strip()]
        if not items:
            raise InputError(f"NITF without text{where}: give a story with a body")
        return tuple(items)


def _without_namespaces(root: Any) -> None:
    for node in root.iter():
        if isinstance(node.tag, str) and "}" in node.tag:
            node.tag = node.tag.rpartition("}")[2]


def _text(node: Any) -> str:
    return text_of(node) if node is not None else ""


def _item(nitf: Any, report: Report, codec: str) -> NewsItem:
    page = Assembly()
    left: list[str] = []
    head = nitf.find("body/body.head")
    pieces = [p for part in nitf.findall("body/body.content") for p in pieces_of(part)]
    pieces += _loose(nitf)
    whole = flat(" ".join(p.text for p in pieces))
    dateline = _add_head(page, nitf, head, whole, left)
    for number, piece in enumerate(pieces):
        text = piece.text
        if number == 0 and dateline:
            # The dateline runs into the first paragraph; with no separator of its own it stands alone.
            text = f"{dateline} {text}"
        page.add(text, piece.kind, f"nitf.{piece.element or 'body.content'}")
    if dateline and not pieces:
        page.add(dateline, "body", "nitf.dateline")
    for name, role in (("tagline", "sign_off"), ("bibliography", "source")):
        for node in nitf.findall(f"body/body.end/{name}"):
            page.add(_text(node), "tagline", f"nitf.{name}", role=role)
    _add_tail(page, nitf, head, whole)
    unused = list(_unused(nitf))
    metadata = _metadata(nitf, unused, left)
    report_unused(report, "DF-R152", "nitf", left)
    report_unused(report, "DF-R151", "nitf", unused)
    return page.item(metadata, codec)


def _loose(nitf: Any) -> Iterator[Piece]:
    """Text that stands in the body but in none of its three parts, against the DTD: kept."""
    body = nitf.find("body")
    if body is not None:
        skipped = HIDDEN | {"body.head", "body.content", "body.end"}
        yield from pieces_of(body, skipped=skipped)


def _add_head(page: Assembly, nitf: Any, head: Any, whole: str, left: list[str]) -> str:
    """Add headline, deck and byline; return the dateline that runs into the first paragraph, if any."""
    title = _text(nitf.find("head/title")) or str(nitf.findtext("head/title") or "")
    if head is None:
        page.add(title, "headline", "nitf.title")
        return ""
    if head.find(".//hl1") is None:
        page.add(title, "headline", "nitf.title")
    for name, kind in _HEAD:
        for number, node in enumerate(head.iter(name)):
            text = ", ".join(p.text.strip(" ,") for p in pieces_of(node)) if name == "byline" else _text(node)
            if name == "abstract" and flat(text) in whole:
                continue
            page.add(text, kind if number == 0 else "", f"nitf.{name}")
    for node in head:
        if node.tag not in _HEAD_ELEMENTS and isinstance(node.tag, str):
            page.add(_text(node), "", f"nitf.{node.tag}")
    lines = [node for node in head.findall("dateline") if flat(_text(node))]
    if not lines:
        return ""
    text = _text(lines[0])
    left += [f"dateline {_text(node)}" for node in lines[1:]]
    if whole.startswith(flat(text).rstrip(_SEPARATORS + " ")):
        return ""
    if text.rstrip()[-1:] in _SEPARATORS:
        return text
    date = iso_day(_attribute(lines[0], "story.date", "norm"))
    day = PartialDate(int(date[:4]), int(date[5:7]), int(date[8:])) if date else None
    page.add(text, "dateline", "nitf.dateline", place=_text(lines[0].find("location")) or None, date=day)
    return ""


def _add_tail(page: Assembly, nitf: Any, head: Any, whole: str) -> None:
    """Notes to editors, rights and copyright belong to the story, not to its body."""
    if head is not None:
        for node in head.findall("note"):
            page.add(_text(node), "tagline", "nitf.note", role="editors_note")
        for node in head.findall("rights"):
            page.add(_text(node), "tagline", "nitf.rights", role="copyright")
        for node in head.findall("distributor"):
            if flat(_text(node)) not in whole:
                page.add(_text(node), "tagline", "nitf.distributor", role="source")


def _attribute(nitf: Any, path: str, name: str) -> str:
    return next((str(node.get(name)) for node in nitf.findall(path) if node.get(name)), "")


def _metadata(nitf: Any, unused: list[str], left: list[str]) -> dict[str, str]:
    data = "head/docdata/"
    issued = iso_day(_attribute(nitf, data + "date.issue", "norm"))
    released = iso_day(_attribute(nitf, data + "date.release", "norm"))
    published = iso_day(_attribute(nitf, "head/pubdata", "date.publication"))
    lang = str(nitf.get(_XML_LANG) or nitf.get("lang") or _attribute(nitf, "body", _XML_LANG))
    if lang and not language_of(lang):
        unused.append(f"xml:lang {lang[:20]!r}")
    if _attribute(nitf, data + "date.expire", "norm"):
        unused.append("date.expire")
    left += [f"ed-msg {node.get('info', '')[:60]}" for node in nitf.findall(data + "ed-msg") if node.get("info")]
    left += [f"management-status {own}" for own in [_attribute(nitf, "head/docdata", "management-status")]
             if own and own != "usable"]  # fmt: skip
    keywords = [str(node.get("key")) for node in nitf.findall(data + "key-list/keyword") if node.get("key")]
    return {
        "language": language_of(lang),
        "date": published or issued or released,
        "slugline": _attribute(nitf, data + "du-key", "key") or _attribute(nitf, data + "fixture", "fix-id"),
        "keywords": ", ".join(dict.fromkeys(k.replace(",", " ") for k in keywords)),
        "source": _attribute(nitf, "head/pubdata", "name") or _attribute(nitf, data + "doc.copyright", "holder"),
    }


_READ = frozenset(
    ["title", "docdata", "pubdata", "date.issue", "date.release", "du-key", "fixture", "key-list", "keyword", "ed-msg"]
)


def _unused(nitf: Any) -> Iterator[str]:
    head = nitf.find("head")
    for node in head.iter() if head is not None else ():
        if isinstance(node.tag, str) and node.tag != "head" and node.tag not in _READ:
            yield node.tag
    for node in nitf.iter("media-reference"):
        yield f"picture {node.get('source') or node.get('name') or ''}".strip()
    for node in nitf.iter("media-metadata"):
        yield f"media-metadata {node.get('name') or ''}".strip()
