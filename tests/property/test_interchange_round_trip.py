# SPDX-License-Identifier: Apache-2.0
"""Any article or pack comes back from its JSON as the same value, and the JSON meets the published schema."""

from __future__ import annotations

import json
from dataclasses import fields
from enum import StrEnum
from importlib.resources import files
from typing import Any, get_args, get_origin, get_type_hints

import jsonschema
from hypothesis import given, settings
from hypothesis import strategies as st

from docforge import model
from docforge.errors import InputError
from docforge.interchange import article_from_json, article_to_json, pack_from_json, pack_to_json
from docforge.model import BLOCK_KINDS, Article, OffsetMap, Pack, PackSection, PartialDate, Span

STRINGS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
LENGTH = 40
SPANS = st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)).map(lambda pair: Span(min(pair), max(pair)))
DATES = st.builds(
    PartialDate,
    st.none() | st.integers(1, 9999),
    st.none() | st.integers(1, 12),
    st.none() | st.integers(1, 28),
    st.sampled_from(["gregorian", "persian", "buddhist"]),
)


def mapped(text: str) -> st.SearchStrategy[OffsetMap]:
    last = LENGTH - len(text)
    return st.lists(st.integers(0, last), min_size=1, max_size=1).map(lambda at: OffsetMap(((0, at[0]),)))


PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: STRINGS,
    int: st.integers(0, LENGTH),
    float: st.floats(0, 1),
    bool: st.booleans(),
    type(None): st.none(),
    Span: SPANS,
    PartialDate: DATES,
}


def value_of(wanted: Any) -> st.SearchStrategy[Any]:
    """Values of the type of a model field."""
    if wanted in PLAIN:
        return PLAIN[wanted]
    arguments = get_args(wanted)
    if get_origin(wanted) is tuple:
        if arguments[1:] == (Ellipsis,):
            return st.lists(value_of(arguments[0]), max_size=3).map(tuple)
        return st.tuples(*map(value_of, arguments))
    if arguments:
        return st.one_of(*map(value_of, arguments))
    if issubclass(wanted, StrEnum):
        return st.sampled_from(list(wanted))
    hints = get_type_hints(wanted, vars(model))
    return st.builds(wanted, **{field.name: value_of(hints[field.name]) for field in fields(wanted)})


@st.composite
def blocks(draw: st.DrawFn) -> model.Block:
    kind = draw(st.sampled_from(sorted(BLOCK_KINDS)))
    wanted = BLOCK_KINDS[kind]
    text = draw(STRINGS)
    hints = get_type_hints(wanted, vars(model))
    own = {
        name: draw(value_of(hint))
        for name, hint in hints.items()
        if name not in ("KIND", "text", "offsets", "label_end") and draw(st.booleans() | st.just(name == "span"))
    }
    own.setdefault("span", draw(SPANS))
    if "label_end" in hints:
        own["label_end"] = draw(st.integers(0, len(text)))
    return wanted(text=text, offsets=draw(mapped(text)), **own)


ARTICLES = st.builds(
    Article,
    text=st.text(st.characters(exclude_categories=("Cs",)), min_size=LENGTH, max_size=LENGTH + 20),
    language=st.sampled_from(["en", "kk", "und", "zh-Hans"]),
    blocks=st.lists(blocks(), max_size=5).map(tuple),
    info=value_of(model.SourceInfo),
    dateline=value_of(model.Dateline | None),
    published=value_of(PartialDate | None),
    quotes=value_of(tuple[model.Quote, ...]),
    entities=value_of(tuple[model.Entity, ...]),
    overrides=value_of(tuple[tuple[str, str], ...]),
)


def schema(name: str) -> Any:
    return json.loads((files("docforge") / "schema" / name).read_text(encoding="utf-8"))


ARTICLE_CHECK = jsonschema.Draft202012Validator(schema("article-1.json"))
PACK_CHECK = jsonschema.Draft202012Validator(schema("pack-1.json"))


@settings(max_examples=120, deadline=None)
@given(ARTICLES, st.sampled_from([None, 2]))
def test_an_article_comes_back_as_it_was(article: Article, indent: int | None) -> None:
    document = article_to_json(article, indent=indent)
    assert article_from_json(document) == article
    assert article_from_json(document.encode()) == article
    ARTICLE_CHECK.validate(json.loads(document))


@settings(max_examples=30, deadline=None)
@given(st.lists(ARTICLES, max_size=3), STRINGS, st.none() | DATES)
def test_a_pack_comes_back_as_it_was(articles: list[Article], title: str, issued: PartialDate | None) -> None:
    pack = Pack(title, "en", (PackSection(title, tuple(articles)),), issued)
    document = pack_to_json(pack)
    assert pack_from_json(document) == pack
    PACK_CHECK.validate(json.loads(document))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(ARTICLES, st.data())
def test_a_damaged_document_is_refused_or_reads_as_another_article(article: Article, data: st.DataObject) -> None:
    document = json.loads(article_to_json(article))
    spot: Any = document
    for _ in range(data.draw(st.integers(0, 4))):
        keys = list(spot) if isinstance(spot, dict) else list(range(len(spot)))
        inner = [k for k in keys if isinstance(spot[k], (dict, list)) and spot[k]]
        if not inner:
            break
        spot = spot[data.draw(st.sampled_from(inner))]
    key = data.draw(st.sampled_from(list(spot) if isinstance(spot, dict) else list(range(len(spot)))))
    spot[key] = data.draw(JSON)
    try:
        read = article_from_json(json.dumps(document))
    except InputError as error:
        assert "\n" not in str(error)
    else:
        assert isinstance(read, Article)
        assert article_from_json(article_to_json(read)) == read


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=60) | st.text(max_size=60))
def test_anything_else_is_refused(document: str | bytes) -> None:
    try:
        article_from_json(document)
    except InputError as error:
        assert "\n" not in str(error)
    else:
        raise AssertionError("read an article from noise")
