# SPDX-License-Identifier: Apache-2.0
"""JSON for other programs: docforge's own lossless interchange, and IPTC ninjs 3.1 for news systems.

``json`` writes the article or pack that the presentation was made from, whole: text, spans, evidence.
``ninjs`` writes what newsrooms exchange; it keeps no spans, no quotes and no page furniture.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.model import Article, Byline, EntityKind, Kicker, PartialDate, Subheadline, Tagline
from docforge.presentation import KEY_QUOTE_ROLES, Presentation, Role, Section, SectionKind
from docforge.text import safe_text
from docforge.write import WriteSettings
from docforge.write.html import HTML_DIALECT, section_pieces, wrapped

__all__ = ["JsonWriter", "NinjsWriter"]


class JsonWriter:
    """The lossless interchange of an article or a pack (schemas in ``docforge/schema``)."""

    name = "json"
    extension = ".json"
    media_type = "application/json"

    def write(self, presentation: Presentation, settings: WriteSettings, *, context: Context, report: Report) -> bytes:
        """Return UTF-8 JSON; the option ``json.indent`` sets the indent (2), 0 gives one line."""
        from docforge.interchange import article_to_json, pack_to_json

        indent = _indent(settings.option("json.indent"))
        origin = presentation.origin
        if isinstance(origin, Article):
            whole = article_to_json(origin, indent=indent)
        else:
            whole = pack_to_json(origin, indent=indent)
        return (whole.rstrip("\n") + "\n").encode("utf-8")


def _indent(option: str) -> int | None:
    if option and not (option.isascii() and option.isdigit() and int(option) <= 16):
        from docforge.errors import UsageError

        raise UsageError(f"json.indent is {option[:20]!r}: give a number of blanks from 0 to 16")
    return int(option or "2") or None


class NinjsWriter:
    """IPTC ninjs 3.1: one ``text`` object, or for a pack a ``composite`` with one association for each article."""

    name = "ninjs"
    extension = ".ninjs.json"
    media_type = "application/json"

    def write(self, presentation: Presentation, settings: WriteSettings, *, context: Context, report: Report) -> bytes:
        """Return UTF-8 JSON."""
        sections = [s for s in presentation.sections if s.kind is SectionKind.ARTICLE]
        origin = presentation.origin
        if isinstance(origin, Article):
            document = _article(origin, sections, presentation)
        else:
            document = _pack(presentation, list(zip(origin.articles, sections, strict=False)))
        document["standard"] = {
            "name": "ninjs",
            "version": "3.1",
            "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
        }
        text = json.dumps(document, ensure_ascii=False, indent=_indent(settings.option("json.indent"))) + "\n"
        return safe_text(text).encode("utf-8")


def _pack(presentation: Presentation, pairs: list[tuple[Article, Section]]) -> dict[str, Any]:
    document = {
        "uri": presentation.identifier,
        "type": "composite",
        "representationType": "full",
        **_moment("versionCreated", presentation.modified),
        "language": presentation.language,
        "title": presentation.title,
        "headlines": [{"role": "main", "value": presentation.title}],
    }
    associations = []
    for number, (article, section) in enumerate(pairs, 1):
        own = _article(article, [section], presentation)
        # A pack may hold one article twice; names only need to tell associations apart.
        associations.append({"name": f"{number}. {section.title}", "rel": "part", **own})
    document["associations"] = associations
    return document


def _article(article: Article, sections: list[Section], presentation: Presentation) -> dict[str, Any]:
    title = sections[0].title if sections else presentation.title
    facts: dict[str, Any] = {
        "uri": article.guid,
        "type": "text",
        "representationType": "full",
        **_moment(
            "versionCreated", _midnight(article.updated) or _midnight(article.published) or presentation.modified
        ),
        **_moment("contentCreated", _midnight(article.published)),
        "pubStatus": "usable",
        **_embargo(article),
        "language": article.language,
        "title": title,
        "headlines": list(_headlines(article, title)),
        "by": _by(article),
        "slugline": article.override("slugline"),
        "located": _located(article),
        "copyrightNotice": " ".join(b.text for b in article.blocks if isinstance(b, Tagline) and b.role == "copyright"),
        "bodies": list(_bodies(sections)),
        "people": _named(article, EntityKind.PERSON),
        "organisations": _named(article, EntityKind.ORGANISATION),
        "places": _named(article, EntityKind.PLACE),
        "subjects": [{"name": word} for word in _keywords(article)],
        "infoSources": [{"name": name} for name in _sources(article)],
        "altIds": [{"role": "sha256", "value": article.info.sha256}] if article.info.sha256 else [],
    }
    return {name: value for name, value in facts.items() if value}


def _embargo(article: Article) -> dict[str, str]:
    """``embargoedUntil`` where the user's words are a moment of ISO 8601 with its offset, else a note to the editor."""
    own = (article.override("embargo") or "").strip()
    if not own:
        return {}
    try:
        moment = datetime.fromisoformat(own)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        return {"edNote": f"Embargo: {own}"}
    return {"embargoedUntil": moment.isoformat()}


def _moment(name: str, value: datetime | None) -> dict[str, str]:
    return {} if value is None else {name: value.strftime("%Y-%m-%dT%H:%M:%SZ")}


def _midnight(value: PartialDate | None) -> datetime | None:
    """A full date as the moment that ninjs demands, 00:00 UTC; no moment for a partial one."""
    if value is None or value.year is None or value.month is None or value.day is None or value.year < 1000:
        return None
    try:
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    except ValueError:
        return None


def _headlines(article: Article, title: str) -> Iterator[dict[str, str]]:
    yield {"role": "main", "value": article.headline or title}
    for role, kind in (("kicker", Kicker), ("subheadline", Subheadline)):
        own = article.override(role)
        texts = [own] if own else [block.text for block in article.blocks if isinstance(block, kind)]
        for text in texts:
            yield {"role": role, "value": text}


def _by(article: Article) -> str:
    if article.override("byline") is not None:
        return ", ".join(article.authors)
    return " ".join(block.text for block in article.blocks if isinstance(block, Byline))


def _located(article: Article) -> str:
    place = article.dateline
    return ", ".join(part for part in (place.place, place.region) if part) if place is not None else ""


def _named(article: Article, kind: EntityKind) -> list[dict[str, str]]:
    return [{"name": name} for name in dict.fromkeys(e.name for e in article.entities if e.kind is kind)]


def _keywords(article: Article) -> list[str]:
    own = article.override("keywords") or ""
    for mark in ";、，":
        own = own.replace(mark, ",")
    return [word.strip() for word in own.split(",") if word.strip()]


def _sources(article: Article) -> list[str]:
    names = [article.override("source"), article.dateline.agency if article.dateline else None]
    names += [block.agency for block in article.blocks if isinstance(block, Byline)]
    return list(dict.fromkeys(name for name in names if name))


# -- bodies ----------------------------------------------------------------------------------

_NOT_BODY = frozenset(
    KEY_QUOTE_ROLES
    | {Role.KICKER, Role.HEADLINE, Role.SUBHEADLINE, Role.BYLINE, Role.METADATA, Role.PUBLICATION_LINE, Role.FURNITURE}
)


def _bodies(sections: list[Section]) -> Iterator[dict[str, Any]]:
    """The body as plain text with blank lines between paragraphs, and as an HTML fragment."""
    items = [item for section in sections for item in section.items if item.role not in _NOT_BODY]
    plain = "\n\n".join(item.text for item in items if item.text.strip())
    if not plain:
        return
    yield {"role": "main", "contentType": "text/plain", "charCount": len(plain), "value": plain}
    markup = "".join(
        "".join(
            wrapped(p for p in section_pieces(section, HTML_DIALECT) if section.items[p.position].role not in _NOT_BODY)
        )
        for section in sections
    )
    yield {"role": "richtext", "contentType": "text/html", "value": markup}
