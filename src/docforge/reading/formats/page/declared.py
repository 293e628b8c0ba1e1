# SPDX-License-Identifier: Apache-2.0
"""What a page declares of its article: Open Graph, Dublin Core, schema.org in JSON-LD, ``time`` elements, ``title``.

Nothing is guessed: a value is taken as it stands or left; a date that is none or two is reported.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Collection, Iterator
from email.utils import parsedate_to_datetime
from functools import cached_property
from typing import Any

from docforge.diagnostics import Report
from docforge.locale import find_dates
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
_DESCRIPTIONS = ("og:description", "twitter:description", "description", "dc.description", "dcterms.description")
_SEPARATOR = re.compile(r" [|\-–—·•:»]+ | ?(?:[|_]|::|--) ?")
"""Between a headline and the name of its site in a ``title`` with single blanks."""
_ELEMENT = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_DECODER = json.JSONDecoder(strict=False)
_LAST_COMMA = re.compile(r",(?=\s{0,40}[}\]])")
"""What content systems leave behind the last member; JSON has none there."""
_SECTIONS = 6
"""So many names of sections and sites are taken off a title, at most."""
_LONGEST_NAME = 120
_FILED = frozenset({"dc.creator", "dcterms.creator"})
"""Dublin Core, whose usage guide has personal names as libraries file them: ``Lee, Ann``."""
_FILED_NAME = re.compile(r"([^\W\d_]+(?:['’-][^\W\d_]+){0,2}), ([^\W\d_]+\.?(?:[ -][^\W\d_]+\.?){0,2})")
_LONGEST_DATE = 60
_MAIL_DATE = re.compile(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d")
"""RFC 5322, section 3.3, as HTTP and feeds write it."""
_HALF_DAY = re.compile(r"\d ?[ap]\.?m\b", re.I)
_OF_ITEMS = frozenset({"datepublished", "datemodified", "headline", "description", "author"})
"""Names that microdata give to each item of a page, teasers too."""


class Declared:
    """What the page declares of itself."""

    def __init__(self, root: Any) -> None:
        self._named: dict[str, list[str]] = {}
        for meta in root.iter("meta"):
            name = str(meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
            value = " ".join(str(meta.get("content") or meta.get("value") or "").split())
            if name and value:
                self._named.setdefault(name, []).append(value)
        title = next(root.iter("title"), None)
        self.title = " ".join("".join(title.itertext()).split()) if title is not None else ""
        """The whole ``title``, with the name of the site where it has one."""
        own = letters_of(self._without_site(self.title))
        titles = {letters_of(self._first(name)) for name in _TITLES} | {own} - {""}
        self._story, self._nodes = _story(root, titles)
        self._lang = str(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
        self.language = language_of(self._lang)
        """Of the page, as a BCP 47 tag; nothing where none is declared, or none that there is."""
        found = [_string(self._story.get("headline")), *map(self._first, _TITLES), self._without_site(self.title)]
        self.headlines = tuple(dict.fromkeys(own for own in found if own))
        """What the page calls its article, the surest first; names of sites are taken off the last."""

    def _first(self, name: str) -> str:
        """Return what ``meta`` says of *name*: for ``itemprop`` of several articles nothing can be told."""
        values = self._named.get(name, [""])
        return values[0] if len(set(values)) == 1 or ":" in name or name not in _OF_ITEMS else ""

    @property
    def descriptions(self) -> tuple[str, ...]:
        """What the page says its article is about."""
        found = [_string(self._story.get("description")), *map(self._first, _DESCRIPTIONS)]
        return tuple(dict.fromkeys(own for own in found if own))

    @cached_property
    def author(self) -> str:
        """The names that the page declares as its article's author, with commas between them; its site is none."""
        own = self._story.get("author")
        people = own if isinstance(own, list) else [own]
        names = [name for person in people for name in self._names(person)]
        stated = next((name for name in _AUTHOR if name in self._named), "")
        filed = [own for text in self._named.get(stated, ()) for own in self._unfiled(stated, text)]
        for found in (names, filed):
            named = ", ".join(dict.fromkeys(name for name in found if self._is_name(name)))
            if named:
                return named
        return ""

    @property
    def site(self) -> str:
        """The name of the site."""
        return next((self._named[name][0] for name in _SITE if name in self._named), "")

    def metadata(self, report: Report) -> dict[str, str]:
        """Return what is declared as values of ``Settings.overrides``; an unknown language is reported.

        Dates are given whole, with hour and zone, so that the detectors can weigh them.
        """
        if self._lang and not self.language:
            report_unused(report, "DF-R151", "html", [f"lang {self._lang[:20]!r}"])
        date = self._moment("datePublished", _PUBLISHED, report)
        updated = self._moment("dateModified", _MODIFIED, report)
        return {
            "language": self.language,
            "date": date,
            "updated": updated if iso_day(updated) > iso_day(date) else "",
            "source": self.site,
            "keywords": next((", ".join(self._named[name]) for name in _KEYWORDS if name in self._named), ""),
        }

    def _moment(self, own: str, names: tuple[str, ...], report: Report) -> str:
        """Return the first moment that is stated under a name; where there is none, what is no date is reported."""
        stated = [(own, _string(self._story.get(own))), *((name, self._first(name)) for name in names)]
        found = next((stamp for _, value in stated if (stamp := _stamp(value) or _day(value, self.language))), "")
        if not found:
            unread = [f"{name} {value[:40]!r}" for name, value in stated if value]
            report_unused(report, "DF-R151", "html", unread)
        return found

    def _unfiled(self, field: str, text: str) -> list[str]:
        """Return the names in *text*: of Dublin Core, or with semicolons between them, ``Ann Lee`` for ``Lee, Ann``."""
        names = [name.strip() for name in text.split(";")] if field in _FILED or ";" in text else []
        found = [match for name in names if (match := _FILED_NAME.fullmatch(name)) is not None]
        if not found or len(found) < len(names) or any(not self._is_name(match[2]) for match in found):
            return [text]
        return [f"{match[2]} {match[1]}" for match in found]

    def _names(self, person: Any) -> list[str]:
        if isinstance(person, dict):
            known = self._nodes.get(str(person.get("@id") or ""), {})
            own = person.get("name") or known.get("name")
            return [name for one in (own if isinstance(own, list) else [own]) if (name := _string(one))]
        return [name] if (name := _string(person)) else []

    def _is_name(self, text: str) -> bool:
        """Say whether a declared author can be one: no address, figure or account, not the site itself."""
        if len(text) > _LONGEST_NAME or "://" in text or "@" in text or letters_of(text).isdigit():
            return False
        if text.isascii() and text.islower() and " " not in text:
            return False  # admin
        return bool(letters_of(text)) and letters_of(text) not in self._sites

    @cached_property
    def _sites(self) -> frozenset[str]:
        return frozenset(map(letters_of, (self.site, *_SEPARATOR.split(self.title)[1:])))

    def _without_site(self, title: str) -> str:
        """Return *title* without the names of site and section that stand behind its last separators."""
        site = letters_of(self.site)
        end = len(title)
        for cut in reversed(list(_SEPARATOR.finditer(title))[-_SECTIONS:]):
            tail, head = letters_of(title[cut.end() : end]), letters_of(title[: cut.start()])
            if not head or (tail != site and len(tail) >= len(head)):
                break
            end = cut.start()
        title = title[:end].strip()
        front = title.partition(": ")
        return front[2] if front[2] and site and letters_of(front[0]) == site else title


def _stamp(moment: str) -> str:
    """Return an ISO 8601 moment with its day written in full, hour and zone as they stand; else nothing."""
    day, moment = iso_day(moment), moment.strip()
    return day + moment[len("2024-03-09") if "-" in moment[:5] else len("20240309") :] if day else ""


def _day(moment: str, language: str) -> str:
    """Return a moment that is written out in *language* or English, in ISO 8601; nothing where it is none or two."""
    if len(moment) > _LONGEST_DATE:
        return ""
    if _MAIL_DATE.match(moment):
        try:
            return parsedate_to_datetime(moment).isoformat()
        except ValueError:
            return ""
    own = "en" if _HALF_DAY.search(moment) and not language.startswith("en") else language or "en"
    for tongue in dict.fromkeys((own, "en")):
        found = find_dates(moment, tongue)
        if found:
            told = len(found) == 1 and found[0].date.is_full and found[0].alternative is None
            return found[0].iso if told else ""
    return ""


def _string(value: Any) -> str:
    """Return a declared text in one line; content systems write entities and elements into JSON."""
    if not isinstance(value, str):
        return ""
    plain = _ELEMENT.sub("", html.unescape(html.unescape(value))) if "&" in value or "<" in value else value
    return " ".join(plain.split())


def _story(root: Any, titles: Collection[str]) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """Return the schema.org description of the page's article in JSON-LD, and all that have an identifier.

    Of several articles it is the one with a title of the page, else the first.
    """
    stories: list[dict[str, Any]] = []
    known: dict[str, dict[str, Any]] = {}
    for entry in _linked_data(root):
        kind = str(entry.get("@type"))
        if "Article" in kind or "Posting" in kind:
            stories.append(entry)
        if isinstance(entry.get("@id"), str):
            known.setdefault(entry["@id"], entry)
    named = (story for story in stories if letters_of(_string(story.get("headline"))) in titles)
    return next(named, stories[0] if stories else {}), known


def _json(text: str) -> Any:
    """Return the first value of *text*, whatever stands behind it and with commas before closing brackets, or None."""
    for own in (text, _LAST_COMMA.sub("", text)):
        try:
            return _DECODER.raw_decode(own)[0]
        except (ValueError, RecursionError):
            continue
    return None


def _linked_data(root: Any) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if str(script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        found = _json((script.text or "").strip().removeprefix("//").removeprefix("<![CDATA[").lstrip())
        for entry in found if isinstance(found, list) else [found]:
            graph = entry.get("@graph") if isinstance(entry, dict) else None
            for own in graph if isinstance(graph, list) else [entry]:
                if isinstance(own, dict):
                    yield own
                    if isinstance(own.get("mainEntity"), dict):
                        yield own["mainEntity"]
