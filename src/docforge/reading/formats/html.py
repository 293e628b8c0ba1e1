# SPDX-License-Identifier: Apache-2.0
"""A saved web page: trafilatura finds the article in it, our detectors find the article's structure.

trafilatura (Apache-2.0) comes with the extra ``html``.  Nothing is fetched.  Dates and authors are taken from what the
page declares (Open Graph, Dublin Core, schema.org), never guessed.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from docforge.diagnostics import Report
from docforge.errors import InputError, MissingError
from docforge.model import Article
from docforge.patterns import SENTENCE_ENDS
from docforge.reading.formats import Assembly, NewsItem, flat, iso_day, language_of, report_unused
from docforge.reading.formats.blocks import pieces_of, text_of
from docforge.reading.formats.xml import parse_html

__all__ = ["HtmlReader"]

_PUBLISHED = (
    "article:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date",
    "dcterms.date", "date", "pubdate", "publishdate", "sailthru.date", "parsely-pub-date",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "datemodified", "dcterms.modified", "og:updated_time", "last-modified")
_AUTHOR = ("author", "dc.creator", "dcterms.creator", "article:author", "parsely-author")
_SITE = ("og:site_name", "dc.publisher", "dcterms.publisher")
_KEYWORDS = ("news_keywords", "keywords")
_KINDS = {"quote": "body", "code": "preformatted"}
_PROSE_WORDS = 12


class HtmlReader:
    """One web page."""

    name = "html"
    extensions = (".html", ".htm", ".xhtml")
    media_type = "text/html"

    def read(self, data: bytes, *, encoding: str | None, where: str, report: Report) -> tuple[NewsItem | Article, ...]:
        """Return the article of the page."""
        from docforge.reading.decode import decode

        try:
            from trafilatura import bare_extraction
        except ImportError as error:
            raise MissingError(
                f"reading a web page needs trafilatura{where}: pip install 'docforge[html]', "
                "or --from text to take the file as it stands"
            ) from error
        decoded = decode(data, encoding, where, report=report)
        root = parse_html(decoded.text)
        if root is None:
            raise InputError(f"the page has no text{where}: give one with an article in it")
        facts = _Facts(root)
        found = bare_extraction(
            decoded.text, include_comments=False, include_tables=True, include_formatting=False, favor_recall=True,
            with_metadata=False, deduplicate=False,
        )  # fmt: skip
        body = getattr(found, "body", None)
        pieces = list(_pieces(body)) if body is not None else []
        if not pieces:
            raise InputError(f"no article was found in the page{where}: --from text takes the file as it stands")
        page = Assembly()
        _add(page, pieces, facts)
        item = page.item(facts.metadata(report), decoded.encoding, decoded.rule)
        _report_rest(root, item.text, report)
        return (item,)


def _pieces(body: Any) -> Iterator[tuple[str, str, str]]:
    """(text, kind, element) of what trafilatura kept: its own small vocabulary after TEI."""
    for node in body:
        tag = node.tag if isinstance(node.tag, str) else ""
        if tag == "list":
            for number, entry in enumerate(node.iter("item"), 1):
                mark = f"{number}. " if node.get("rend") == "ol" else "• "
                yield mark + _words(entry), "body", "li"
        elif tag == "table":
            rows = ("\t".join(_words(cell) for cell in row.iter("cell")) for row in node.iter("row"))
            yield "\n".join(row for row in rows if row.strip()), "preformatted", "table"
        elif tag == "head":
            yield _words(node), "headline" if node.get("rend") == "h1" else "crosshead", str(node.get("rend") or "head")
        else:
            yield _words(node), _KINDS.get(tag, "body"), tag


def _words(node: Any) -> str:
    out = [node.text or ""]
    for inner in node.iter():
        if inner is node:
            continue
        out.append("\n" if inner.tag == "lb" else "")
        out.append(inner.text or "" if isinstance(inner.tag, str) else "")
        out.append(inner.tail or "")
    return re.sub(
        r"[ \t\r\f\n]*\n[ \t\r\f\n]*|[ \t\r\f]+", lambda m: "\n" if "\n" in m[0] else " ", "".join(out)
    ).strip()


def _add(page: Assembly, pieces: list[tuple[str, str, str]], facts: _Facts) -> None:
    """Add the pieces; the page's own headline and author where the extraction has none."""
    whole = flat(" ".join(text for text, _, _ in pieces))
    has_headline = any(kind == "headline" for _, kind, _ in pieces)
    headline = facts.headline
    if not has_headline and headline and flat(headline) not in whole[: len(headline) + 600]:
        page.add(headline, "headline", f"html.{facts.headline_rule}")
    seen = False
    for text, kind, element in pieces:
        own = kind
        if kind == "headline":
            own, seen = ("crosshead" if seen else "headline"), True
        elif not has_headline and headline and not seen and flat(text) == flat(headline):
            own, seen = "headline", True
        page.add(text, own, f"html.{element}")
        if own == "headline":
            _add_author(page, facts, whole)
    if not seen and not has_headline:
        _add_author(page, facts, whole)


def _add_author(page: Assembly, facts: _Facts, whole: str) -> None:
    author = facts.first(_AUTHOR) or facts.author
    if author and len(author) <= 120 and "://" not in author and flat(author) not in whole:
        page.add(author, "byline", "html.author")


class _Facts:
    """What the page declares of itself."""

    def __init__(self, root: Any) -> None:
        self.named: dict[str, str] = {}
        for meta in root.iter("meta"):
            name = str(meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
            value = " ".join(str(meta.get("content") or "").split())
            if name and value:
                self.named.setdefault(name, value)
        self.story = next(_stories(root), {})
        self.lang = str(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
        top = next((text for h in root.iter("h1") if (text := text_of(h))), "")
        declared = self.named.get("og:title") or _string(self.story.get("headline"))
        self.headline, self.headline_rule = (top, "h1") if top else (declared, "og:title")

    def first(self, names: tuple[str, ...]) -> str:
        return next((self.named[name] for name in names if name in self.named), "")

    @property
    def author(self) -> str:
        own = self.story.get("author")
        people = own if isinstance(own, list) else [own]
        names = [_string(p.get("name") if isinstance(p, dict) else p) for p in people]
        return ", ".join(name for name in names if name)

    def metadata(self, report: Report) -> dict[str, str]:
        lang = language_of(self.lang)
        if self.lang and not lang:
            report_unused(report, "DF-R151", "html", [f"lang {self.lang[:20]!r}"])
        date = iso_day(_string(self.story.get("datePublished"))) or self._day(_PUBLISHED)
        updated = iso_day(_string(self.story.get("dateModified"))) or self._day(_MODIFIED)
        return {
            "language": lang,
            "date": date,
            "updated": updated if updated > date else "",
            "source": self.first(_SITE),
            "keywords": self.first(_KEYWORDS),
        }

    def _day(self, names: tuple[str, ...]) -> str:
        return next((day for name in names if (day := iso_day(self.named.get(name, "")))), "")


def _string(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _stories(root: Any) -> Iterator[dict[str, Any]]:
    """The schema.org descriptions of articles in the page's JSON-LD."""
    for script in root.iter("script"):
        if str(script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            found = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        graph = found.get("@graph") if isinstance(found, dict) else found
        for entry in graph if isinstance(graph, list) else [found]:
            if isinstance(entry, dict) and "Article" in str(entry.get("@type")):
                yield entry


_LETTERS = re.compile(r"[^\W_]+")


def _report_rest(root: Any, text: str, report: Report) -> None:
    """Report what the page shows beside the article: sentences and captions as a warning, menus as a note."""
    kept = Counter(_LETTERS.findall(text))
    rest, sentences = 0, []
    for piece in pieces_of(root):
        words = _LETTERS.findall(piece.text)
        missing = [word for word in words if not kept[word]]
        for word in words:
            kept[word] -= kept[word] > 0
        if len(missing) * 2 < len(words):
            continue
        rest += len(words)
        ends = piece.text.rstrip("\"'”’»)").endswith(tuple(SENTENCE_ENDS))
        if piece.kind == "caption" or (ends and len(words) >= _PROSE_WORDS):
            sentences.append(f"‘{' '.join(piece.text.split())[:60]} …’")
    report_unused(report, "DF-R152", "html", sentences)
    if rest:
        report.add("DF-R153", format="html", count=rest)
