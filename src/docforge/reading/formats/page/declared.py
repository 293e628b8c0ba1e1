# SPDX-License-Identifier: Apache-2.0
"""What a page declares of its article: Open Graph, Dublin Core, schema.org in JSON-LD, ``time`` elements, ``title``.

Nothing is guessed: a value is taken as it stands or left.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from docforge.diagnostics import Report
from docforge.reading.formats import iso_day, language_of, report_unused
from docforge.reading.formats.page.markup import letters_of

__all__ = ["Declared"]

_PUBLISHED = (
    "article:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date",
    "dcterms.date", "date", "pubdate", "publishdate", "sailthru.date", "parsely-pub-date",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "datemodified", "dcterms.modified", "og:updated_time", "last-modified")
_AUTHOR = ("author", "dc.creator", "dcterms.creator", "article:author", "parsely-author")
_SITE = ("og:site_name", "dc.publisher", "dcterms.publisher")
_KEYWORDS = ("news_keywords", "keywords")
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title")
_SEPARATOR = re.compile(r" [|\-–—·•:»]+ | ?(?:[|_»]|::|--) ?")
"""Between a headline and the name of its site in a ``title`` with single blanks."""
_LONGEST_NAME = 120


class Declared:
    """What the page declares of itself."""

    def __init__(self, root: Any) -> None:
        self._named: dict[str, str] = {}
        for meta in root.iter("meta"):
            name = str(meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
            value = " ".join(str(meta.get("content") or "").split())
            if name and value:
                self._named.setdefault(name, value)
        self._story, self._nodes = _story(root)
        self._lang = str(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
        title = next(root.iter("title"), None)
        self.title = " ".join("".join(title.itertext()).split()) if title is not None else ""
        """The whole ``title``, with the name of the site where it has one."""

    @property
    def headlines(self) -> tuple[str, ...]:
        """What the page calls its article, the surest first; names of sites are taken off the last."""
        found = [_string(self._story.get("headline")), *(self._named.get(name, "") for name in _TITLES)]
        return tuple(dict.fromkeys(own for own in [*found, self._without_site(self.title)] if own))

    @property
    def author(self) -> str:
        """The names that the page declares as its article's author, with commas between them; its site is none."""
        own = self._story.get("author")
        people = own if isinstance(own, list) else [own]
        names = [self._name(person) for person in people]
        stated = next((self._named[name] for name in _AUTHOR if name in self._named), "")
        for found in (", ".join(dict.fromkeys(name for name in names if name)), stated):
            if found and self._is_name(found):
                return found
        return ""

    @property
    def site(self) -> str:
        """The name of the site."""
        return next((self._named[name] for name in _SITE if name in self._named), "")

    def metadata(self, report: Report) -> dict[str, str]:
        """Return what is declared as values of ``Settings.overrides``; an unknown language is reported."""
        lang = language_of(self._lang)
        if self._lang and not lang:
            report_unused(report, "DF-R151", "html", [f"lang {self._lang[:20]!r}"])
        date = iso_day(_string(self._story.get("datePublished"))) or self._day(_PUBLISHED)
        updated = iso_day(_string(self._story.get("dateModified"))) or self._day(_MODIFIED)
        return {
            "language": lang,
            "date": date,
            "updated": updated if updated > date else "",
            "source": self.site,
            "keywords": next((self._named[name] for name in _KEYWORDS if name in self._named), ""),
        }

    def _day(self, names: tuple[str, ...]) -> str:
        return next((day for name in names if (day := iso_day(self._named.get(name, "")))), "")

    def _name(self, person: Any) -> str:
        if isinstance(person, dict):
            known = self._nodes.get(str(person.get("@id") or ""), {})
            return _string(person.get("name")) or _string(known.get("name"))
        return _string(person)

    def _is_name(self, text: str) -> bool:
        """Say whether a declared author can be one: no address, no figure, not the site itself."""
        if len(text) > _LONGEST_NAME or "://" in text or "@" in text or letters_of(text).isdigit():
            return False
        sites = [self.site, *_SEPARATOR.split(self.title)[1:]]
        return bool(letters_of(text)) and letters_of(text) not in map(letters_of, sites)

    def _without_site(self, title: str) -> str:
        """Return *title* without the names of site and section that stand behind its last separators."""
        own = letters_of(self.site)
        while cuts := list(_SEPARATOR.finditer(title)):
            head, tail = title[: cuts[-1].start()], title[cuts[-1].end() :]
            if not head or (letters_of(tail) != own and len(letters_of(tail)) >= len(letters_of(head))):
                break
            title = head
        return title.strip()


def _string(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _story(root: Any) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """Return the first schema.org description of an article in JSON-LD, and all that have an identifier."""
    story: dict[str, Any] = {}
    known: dict[str, dict[str, Any]] = {}
    for entry in _linked_data(root):
        kind = str(entry.get("@type"))
        if not story and ("Article" in kind or "Posting" in kind):
            story = entry
        if isinstance(entry.get("@id"), str):
            known.setdefault(entry["@id"], entry)
    return story, known


def _linked_data(root: Any) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if str(script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            found = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for entry in found if isinstance(found, list) else [found]:
            graph = entry.get("@graph") if isinstance(entry, dict) else None
            yield from (own for own in (graph if isinstance(graph, list) else [entry]) if isinstance(own, dict))
