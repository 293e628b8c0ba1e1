# SPDX-License-Identifier: Apache-2.0
"""IPTC ninjs, versions 1 to 3: one story, or the stories of a composite.

Names changed from version to version (``body_text``, ``bodies``; ``versioncreated``, ``versionCreated``); they are
compared in lower case.  Rule: ninjs 3.1 schema, iptc.org/std/ninjs.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from docforge.diagnostics import Report
from docforge.errors import InputError
from docforge.model import Article
from docforge.reading.formats import Assembly, NewsItem, flat, iso_day, language_of, report_unused
from docforge.reading.formats.blocks import pieces_of, text_of
from docforge.reading.formats.xml import parse_html

__all__ = ["NinjsReader"]

_HEADLINE_KINDS = {
    **dict.fromkeys(("", "main", "headline", "title"), "headline"),
    **dict.fromkeys(("kicker", "overline", "topline"), "kicker"),
    **dict.fromkeys(("subheadline", "subtitle", "sub", "deck", "standfirst"), "subheadline"),
}
# Machine data that says nothing to a reader of the article.
_SILENT = frozenset(
    [
        "uri",
        "standard",
        "type",
        "mimetype",
        "representationtype",
        "profile",
        "version",
        "urgency",
        "priority",
        "usageterms",
        "copyrightholder",
        "urgency",
        "wordcount",
        "charcount",
        "$schema",
        "title",
    ]
)
_USED = frozenset(
    [
        "headline",
        "headlines",
        "body_text",
        "bodies",
        "by",
        "byline",
        "slugline",
        "language",
        "subject",
        "subjects",
        "keywords",
        "infosource",
        "infosources",
        "located",
        "contentcreated",
        "firstcreated",
        "versioncreated",
        "copyrightnotice",
        "descriptions",
        "pubstatus",
        "embargoed",
        "embargoeduntil",
        "associations",
        "ednote",
    ]
)
_MAX_ITEMS = 20_000


class NinjsReader:
    """One ``text`` object, or a ``composite`` whose associations are stories."""

    name = "ninjs"
    extensions = (".json",)
    media_type = "application/json"

    def read(self, data: bytes, *, encoding: str | None, where: str, report: Report) -> tuple[NewsItem | Article, ...]:
        """Return the stories of the document."""
        try:
            document = json.loads(data if encoding is None else data.decode(encoding))
        except (ValueError, LookupError, RecursionError) as error:
            reason = str(error).splitlines()[0][:120] or "nested too deeply"
            raise InputError(f"input is not ninjs JSON{where}: {reason}; mend it, or --from text") from None
        if not isinstance(document, dict):
            raise InputError(f"input is not ninjs{where}: its top is no object; mend it, or --from text")
        own = _lowered(document)
        stories = [a for a in _associations(own) if _is_story(a)]
        items = [_item(own, report, stories)] if _has_body(own) or not stories else []
        items += [_item(story, report, []) for story in stories[:_MAX_ITEMS]]
        if not any(item.text.strip() for item in items):
            raise InputError(f"ninjs without a headline or a body{where}: give one with text")
        return tuple(item for item in items if item.text.strip())


def _lowered(value: dict[str, Any]) -> dict[str, Any]:
    return {str(name).lower(): own for name, own in value.items()}


def _associations(own: dict[str, Any]) -> list[dict[str, Any]]:
    """Version 3 lists them, versions 1 and 2 name them."""
    found = own.get("associations")
    if isinstance(found, dict):
        found = [{"name": name, **value} for name, value in found.items() if isinstance(value, dict)]
    return [_lowered(a) for a in found if isinstance(a, dict)] if isinstance(found, list) else []


def _has_body(own: dict[str, Any]) -> bool:
    return bool(_bodies(own))


def _is_story(own: dict[str, Any]) -> bool:
    return _has_body(own) and str(own.get("type") or "text") in ("text", "composite")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for own in value:
            yield from _texts(own)


def _valued(own: dict[str, Any], name: str) -> Iterator[tuple[str, str, str]]:
    """(role, content type, value) of a list such as ``headlines``."""
    listed = own.get(name)
    for entry in listed if isinstance(listed, list) else []:
        if isinstance(entry, dict) and isinstance(entry.get("value"), str):
            low = _lowered(entry)
            yield str(low.get("role") or "").lower(), str(low.get("contenttype") or "").lower(), low["value"]


def _names(own: dict[str, Any], *fields: str) -> list[str]:
    """The names in lists such as ``subjects``: objects with a ``name``, or plain strings."""
    found: list[str] = []
    for field in fields:
        value = own.get(field)
        for entry in value if isinstance(value, list) else [value]:
            name = entry.get("name") if isinstance(entry, dict) else entry
            if isinstance(name, str) and name.strip():
                found.append(name.strip())
    return list(dict.fromkeys(found))


def _bodies(own: dict[str, Any]) -> list[tuple[str, str, str]]:
    """(name, content type, text) of each rendition of the body."""
    found = [(f"bodies[{role or kind}]", kind, value) for role, kind, value in _valued(own, "bodies")]
    for name, value in own.items():
        if name.startswith("body_") and isinstance(value, str):
            found.append((name, "text/plain" if name == "body_text" else "text/html", value))
    return [entry for entry in found if entry[2].strip()]


def _item(own: dict[str, Any], report: Report, stories: list[dict[str, Any]]) -> NewsItem:
    unused: list[str] = []
    left: list[str] = []
    bodies = _bodies(own)
    # Plain text is what it is; markup is only taken where there is no plain text.
    body = next((b for b in bodies if "html" not in b[1] and "xml" not in b[1]), bodies[0] if bodies else None)
    unused += [name for name, _, _ in bodies if body is None or name != body[0]]
    parts = list(_body_parts(body)) if body is not None else []
    whole = flat(" ".join(text for text, _ in parts))

    page = Assembly()
    _add_head(page, own, parts, whole, unused, left)
    for text, kind in parts:
        page.add(text, kind, f"ninjs.{body[0] if body else 'body'}")
    notice = " ".join(_texts(own.get("copyrightnotice")))
    if notice.strip() and flat(notice) not in whole:
        page.add(notice, "tagline", "ninjs.copyrightNotice", role="copyright")
    _report(own, unused, left, whole, stories)
    report_unused(report, "DF-R152", "ninjs", left)
    report_unused(report, "DF-R151", "ninjs", unused)
    return page.item(_metadata(own, unused), "utf-8", "utf-8")


def _body_parts(body: tuple[str, str, str]) -> Iterator[tuple[str, str]]:
    _, kind, value = body
    if "html" not in kind and "xml" not in kind:
        yield value, "body"
        return
    root = parse_html(value)
    for piece in pieces_of(root) if root is not None else ():
        yield piece.text, piece.kind


def _add_head(
    page: Assembly, own: dict[str, Any], parts: list[tuple[str, str]], whole: str, unused: list[str], left: list[str]
) -> None:
    found: dict[str, str] = {}
    for role, kind, value in [*_valued(own, "headlines"), *(("", "", h) for h in _texts(own.get("headline")))]:
        text = _plain(value) if "html" in kind else value
        place = _HEADLINE_KINDS.get(role)
        if place is None:
            unused.append(f"headlines[{role}]")
        elif place not in found:
            found[place] = text
        elif flat(text) != flat(found[place]):
            left.append(f"headlines[{role or place}]")
    if "headline" not in found and isinstance(own.get("title"), str):
        found["headline"] = own["title"]
    for role, kind, value in _descriptions(own):
        text = _plain(value) if "html" in kind else value
        if flat(text) in whole or not text.strip():
            continue
        if "subheadline" in found:
            left.append(f"descriptions[{role}]" if role else "description")
        else:
            found["subheadline"] = text
    # A body that repeats its headline at the top keeps it there, once.
    if parts and found.get("headline") and flat(_first_line(parts[0][0])) == flat(found["headline"]):
        first = _first_line(parts[0][0])
        parts[0] = (parts[0][0].lstrip()[len(first) :], parts[0][1])
    for place in ("kicker", "headline", "subheadline"):
        page.add(found.get(place, ""), place, f"ninjs.{place if place != 'headline' else 'headlines'}")
    by = " ".join(" ".join(_texts(own.get("by") or own.get("byline"))).split())
    if by and flat(by) not in whole[: len(by) + 400]:
        page.add(by, "byline", "ninjs.by")


def _descriptions(own: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    yield from _valued(own, "descriptions")
    for name, value in own.items():
        if name.startswith("description_") and isinstance(value, str):
            yield name.removeprefix("description_"), "text/html" if "html" in name else "text/plain", value


def _first_line(text: str) -> str:
    return text.lstrip().split("\n", 1)[0].rstrip()


def _plain(markup: str) -> str:
    root = parse_html(markup)
    return text_of(root) if root is not None else markup


def _metadata(own: dict[str, Any], unused: list[str]) -> dict[str, str]:
    created = iso_day(str(own.get("contentcreated") or own.get("firstcreated") or ""))
    version = iso_day(str(own.get("versioncreated") or ""))
    language = str(own.get("language") or "")
    if language and not language_of(language):
        unused.append(f"language {language[:20]!r}")
    return {
        "language": language_of(language),
        "date": created,
        "updated": version if version > created else "",
        "slugline": " ".join(_texts(own.get("slugline"))),
        "keywords": ", ".join(name.replace(",", " ") for name in _names(own, "subjects", "subject", "keywords")),
        "source": ", ".join(_names(own, "infosources", "infosource")),
        "embargo": str(own.get("embargoeduntil") or own.get("embargoed") or ""),
    }


def _report(own: dict[str, Any], unused: list[str], left: list[str], whole: str, stories: list[dict[str, Any]]) -> None:
    """Name what no reader of the article will see."""
    status = str(own.get("pubstatus") or "usable")
    if status != "usable":
        left.append(f"pubStatus {status}")
    if own.get("ednote"):
        left.append("ednote")
    located = " ".join(_texts(own.get("located")))
    if any(flat(part) not in whole for part in located.split(",") if part.strip()):
        unused.append("located")
    for other in _associations(own):
        if other in stories:
            continue
        label = f"association {other.get('name') or other.get('type') or ''}".strip()
        has_text = any(name.startswith(("headline", "description", "body")) for name in other)
        (left if has_text else unused).append(label)
    known = _USED | _SILENT
    unused += [name for name in own if name not in known and not name.startswith(("body_", "description_"))]
