# SPDX-License-Identifier: Apache-2.0
"""JSON outputs: the lossless interchange, and ninjs 3.1 against the properties that its schema allows."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from tests.support import presentations

import docforge
from docforge.context import Context
from docforge.diagnostics import Report
from docforge.errors import UsageError
from docforge.model import (
    Article,
    Author,
    Byline,
    Dateline,
    Entity,
    EntityKind,
    Kicker,
    OffsetMap,
    Pack,
    PartialDate,
    Span,
    Tagline,
)
from docforge.presentation import Presentation
from docforge.write import WriteSettings, write

MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
NAMES = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["name"],
        "additionalProperties": False,
        "properties": {"name": {"type": "string"}},
    },
}


def texts(*required: str, **more: object) -> dict[str, Any]:
    properties = {"role": {"type": "string"}, "contentType": {"type": "string"}, "value": {"type": "string"}, **more}
    return {"type": "array", "items": {"required": ["value"], "additionalProperties": False, "properties": properties}}


# What ninjs 3.1 says about the properties that docforge writes; nothing else may appear.
PROPERTIES: dict[str, Any] = {
    "uri": {"type": "string", "pattern": "^urn:uuid:[0-9a-f-]{36}$"},
    "type": {"enum": ["text", "composite"]},
    "representationType": {"enum": ["full", "partial"]},
    "versionCreated": MOMENT,
    "contentCreated": MOMENT,
    "pubStatus": {"enum": ["usable", "withheld", "canceled"]},
    "language": {"type": "string"},
    "title": {"type": "string"},
    "headlines": texts(),
    "bodies": texts(charCount={"type": "integer"}, wordCount={"type": "integer"}),
    "by": {"type": "string"},
    "slugline": {"type": "string"},
    "located": {"type": "string"},
    "copyrightNotice": {"type": "string"},
    "people": NAMES,
    "organisations": NAMES,
    "places": NAMES,
    "subjects": NAMES,
    "infoSources": NAMES,
    "altIds": {"type": "array", "items": {"additionalProperties": False, "properties": {"role": {}, "value": {}}}},
    "standard": {"type": "object", "required": ["name", "version", "schema"]},
}
ASSOCIATED = {
    "type": "object",
    "required": ["name", "uri"],
    "additionalProperties": False,
    "properties": {**PROPERTIES, "name": {"type": "string"}, "rel": {"type": "string"}},
}
NINJS = {
    "type": "object",
    "required": ["uri"],
    "additionalProperties": False,
    "properties": {**PROPERTIES, "associations": {"type": "array", "items": ASSOCIATED}},
}


def made(presentation: Presentation, name: str, *options: tuple[str, str]) -> str:
    settings = WriteSettings(options=options)
    return write(presentation, name, settings, context=Context.fixed(), report=Report()).decode("utf-8")


def rich() -> Presentation:
    """An article with every field that ninjs has a place for."""
    base = presentations.all_roles()
    assert isinstance(base.origin, Article)
    at, offsets = Span(0, 1), OffsetMap(((0, 0),))
    blocks = (
        Kicker("Transport", at, offsets),
        *base.origin.blocks,
        Byline("By Mira Holt", at, offsets, authors=(Author("Mira Holt"),), agency="HN"),
        Tagline("© 2024 Harbour News", at, offsets, role="copyright"),
    )
    origin = replace(
        base.origin,
        blocks=blocks,
        dateline=Dateline(at, "LAKEPORT, May 17 (HN)", "Lakeport", "Westland", agency="HN"),
        published=PartialDate(2024, 5, 17),
        entities=(Entity(EntityKind.PERSON, "Ann Vale", at), Entity(EntityKind.PERSON, "Ann Vale", at)),
        overrides=(("keywords", "ferry; river、harbour"), ("slugline", "FERRY-RETURN")),
    )
    return replace(base, origin=origin)


def test_ninjs_says_what_the_article_says() -> None:
    document = json.loads(made(rich(), "ninjs"))
    jsonschema.validate(document, NINJS)
    assert document["type"] == "text"
    assert document["language"] == "en"
    assert document["headlines"][0] == {"role": "main", "value": "Transport"}
    assert {"role": "kicker", "value": "Transport"} in document["headlines"]
    assert document["by"] == "By Mira Holt"
    assert document["located"] == "Lakeport, Westland"
    assert document["versionCreated"] == document["contentCreated"] == "2024-05-17T00:00:00Z"
    assert document["people"] == [{"name": "Ann Vale"}]
    assert document["infoSources"] == [{"name": "HN"}]
    assert document["subjects"] == [{"name": "ferry"}, {"name": "river"}, {"name": "harbour"}]
    assert document["slugline"] == "FERRY-RETURN"
    assert document["copyrightNotice"] == "© 2024 Harbour News"
    assert document["standard"]["version"] == "3.1"


@pytest.mark.parametrize(
    ("embargo", "name", "value"),
    [
        ("2026-12-01T06:00:00+01:00", "embargoedUntil", "2026-12-01T06:00:00+01:00"),
        ("2026-12-01 06:00", "edNote", "Embargo: 2026-12-01 06:00"),
        ("noon", "edNote", "Embargo: noon"),
    ],
)
def test_ninjs_keeps_an_embargo(embargo: str, name: str, value: str) -> None:
    article = docforge.read("Harbour reopens\n\nThe harbour opened.\n", overrides={"embargo": embargo})
    assert json.loads(docforge.render(article, "ninjs"))[name] == value


def test_ninjs_bodies_hold_the_body_alone() -> None:
    plain, marked = json.loads(made(rich(), "ninjs"))["bodies"]
    assert (plain["contentType"], marked["contentType"]) == ("text/plain", "text/html")
    assert plain["charCount"] == len(plain["value"])
    assert plain["value"].startswith("LAKEPORT, May 17 (HN) — The first ferry")
    assert "- one way, £2.50 for anybody over twelve" in plain["value"]
    assert "Share · Print" not in plain["value"]
    assert "By Mira Holt and" not in plain["value"]
    assert "<blockquote" in marked["value"]
    assert "<h1" not in marked["value"]
    assert "xmlns" not in marked["value"]
    assert "epub:" not in marked["value"]


def test_a_partial_date_gives_no_moment() -> None:
    base = presentations.all_roles(modified=None)
    assert isinstance(base.origin, Article)
    document = json.loads(made(replace(base, origin=replace(base.origin, published=PartialDate(2024, 5))), "ninjs"))
    assert "contentCreated" not in document
    assert "versionCreated" not in document


@pytest.mark.parametrize("tag", list(presentations.TEXTS))
def test_ninjs_keeps_every_script_as_letters(tag: str) -> None:
    text = made(presentations.in_script(tag), "ninjs")
    jsonschema.validate(json.loads(text), NINJS)
    for passage in presentations.TEXTS[tag]:
        assert json.dumps(passage, ensure_ascii=False)[1:-1] in text


def test_a_pack_is_a_composite_with_its_articles() -> None:
    document = json.loads(made(presentations.pack(["en", "ar", "ja"]), "ninjs"))
    jsonschema.validate(document, NINJS)
    assert document["type"] == "composite"
    assert [a["language"] for a in document["associations"]] == ["en", "ar", "ja"]
    assert len({a["name"] for a in document["associations"]}) == 3
    assert document["associations"][1]["headlines"] == [{"role": "main", "value": presentations.TEXTS["ar"][0]}]


def test_the_interchange_reads_back_as_the_same_value() -> None:
    article = rich()
    assert Article.from_json(made(article, "json")) == article.origin
    pack = presentations.pack(["en", "ar"])
    from docforge.interchange import pack_from_json

    assert pack_from_json(made(pack, "json")) == pack.origin
    assert isinstance(pack.origin, Pack)


def test_indent_is_a_setting() -> None:
    assert made(rich(), "ninjs", ("json.indent", "0")).count("\n") == 1
    assert '\n    "uri"' in made(rich(), "ninjs", ("json.indent", "4"))
    with pytest.raises(UsageError, match="indent"):
        made(rich(), "ninjs", ("json.indent", "wide"))
