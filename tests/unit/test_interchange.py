# SPDX-License-Identifier: Apache-2.0
"""What the interchange looks like, and what it refuses with which words."""

from __future__ import annotations

import importlib.util
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from docforge.errors import InputError
from docforge.interchange import article_from_json, article_to_json, pack_from_json
from docforge.model import (
    Article,
    Author,
    Byline,
    Dateline,
    Headline,
    OffsetMap,
    Paragraph,
    PartialDate,
    SourceInfo,
    Span,
)

TEXT = "Құрылыс аяқталды\nАйгүл Сапарова\nАСТАНА, 3 мамыр – Көпір ашылды."
ARTICLE = Article(
    TEXT,
    "kk",
    (
        Headline(TEXT[:16], Span(0, 16), OffsetMap(((0, 0),)), "first-line", 0.9),
        Byline(TEXT[17:31], Span(17, 31), OffsetMap(((0, 17),)), authors=(Author("Айгүл Сапарова", Span(17, 31)),)),
        Paragraph(TEXT[32:], Span(32, len(TEXT)), OffsetMap(((0, 32),))),
    ),
    SourceInfo("kopir.txt", "cp1251", "detected", sha256="0" * 64, size_bytes=65),
    Dateline(Span(32, 47), "АСТАНА, 3 мамыр", place="АСТАНА", date=PartialDate(None, 5, 3)),
    overrides=(("headline", "Көпір"),),
)


def document() -> Any:
    return json.loads(article_to_json(ARTICLE))


def test_the_form_is_short_and_readable() -> None:
    assert document()["article"]["blocks"][0] == {
        "kind": "headline",
        "text": "Құрылыс аяқталды",
        "span": [0, 16],
        "offsets": [[0, 0]],
        "rule": "first-line",
        "score": 0.9,
    }
    assert document()["article"]["dateline"]["date"] == {"month": 5, "day": 3}
    assert "Құрылыс" in article_to_json(ARTICLE)


def test_an_article_reads_back_equal() -> None:
    assert article_from_json(article_to_json(ARTICLE)) == ARTICLE
    assert Article.from_json(ARTICLE.to_json(indent=2)) == ARTICLE


def test_a_lone_surrogate_survives_and_the_json_is_utf8() -> None:
    article = Article("a\ud800b", "und", ())
    written = article_to_json(article)
    written.encode("utf-8")
    assert article_from_json(written) == article


def test_unknown_fields_of_a_later_minor_version_are_passed_over() -> None:
    newer = document()
    newer["version"] = "1.7"
    newer["article"]["mood"] = "glad"
    assert article_from_json(json.dumps(newer)) == ARTICLE


DAMAGE: dict[str, tuple[list[Any], Any, str]] = {
    "span outside": (["article", "blocks", 2, "span"], [32, 9999], "outside the text"),
    "span reversed": (["article", "blocks", 2, "span"], [9, 3], "start <= end"),
    "span negative": (["article", "blocks", 2, "span"], [-1, 3], "negative"),
    "span of floats": (["article", "blocks", 2, "span"], [0.5, 3], "whole number"),
    "map outside": (["article", "blocks", 2, "offsets"], [[0, 63]], "outside the text"),
    "map not rising": (["article", "blocks", 2, "offsets"], [[0, 32], [0, 33]], "rise"),
    "map empty": (["article", "blocks", 2, "offsets"], [], "offsets"),
    "kind unknown": (["article", "blocks", 0, "kind"], "poem", "one of headline"),
    "kind missing": (["article", "blocks", 0], {"text": "x"}, "kind"),
    "text a number": (["article", "blocks", 0, "text"], 7, "must be a string"),
    "text missing": (["article"], {"language": "en", "blocks": []}, "text is missing"),
    "month 13": (["article", "dateline", "date"], {"month": 13, "day": 3}, "no date"),
    "31 April": (["article", "dateline", "date"], {"year": 2020, "month": 4, "day": 31}, "no date"),
    "day zero": (["article", "dateline", "date"], {"day": 0}, "no date"),
    "true for a number": (["article", "info", "size_bytes"], True, "whole number"),
    "huge number": (["article", "info", "size_bytes"], 2**60, "whole number"),
    "pair of three": (["article", "overrides"], [["a", "b", "c"]], "list of 2"),
    "article a list": (["article"], [], "must be an object"),
    "newer major": (["version"], "2.0", "update docforge"),
    "no version": (["version"], None, "version"),
    "other schema": (["schema"], "docforge-pack", "docforge-article"),
}


@pytest.mark.parametrize(("path", "value", "words"), DAMAGE.values(), ids=DAMAGE.keys())
def test_unsound_documents_are_refused_by_name(path: list[Any], value: Any, words: str) -> None:
    damaged = document()
    spot = damaged
    for key in path[:-1]:
        spot = spot[key]
    spot[path[-1]] = value
    with pytest.raises(InputError, match=words):
        article_from_json(json.dumps(damaged))


NOISE: list[str | bytes] = [
    "",
    b"",
    "null",
    "[]",
    "{}",
    "nonsense",
    b"\xff\xfe\x00",
    "[" * 100_000,
    '{"a":' * 50_000,
    "9" * 10_000,
    '{"schema": "docforge-article", "version": "1.0", "article": NaN}',
    b'{"schema": "docforge-article", "version": "1.0", "article": {"text": "\xe9"}}',
]


@pytest.mark.parametrize("noise", NOISE, ids=lambda noise: repr(noise[:20]))
def test_noise_is_refused_in_one_line(noise: str | bytes) -> None:
    for read in (article_from_json, pack_from_json):
        with pytest.raises(InputError) as caught:
            read(noise)
        assert "\n" not in str(caught.value)
        assert len(str(caught.value)) < 400


def test_the_packaged_schemas_are_those_of_the_model() -> None:
    """``python tools/schema/generate.py`` brings them up to date."""
    path = Path(__file__).parents[2] / "tools" / "schema" / "generate.py"
    if not path.is_file():
        pytest.skip("tools/ is not part of this distribution")
    spec = importlib.util.spec_from_file_location("generate_schema", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name, text in module.files().items():
        assert (files("docforge") / "schema" / name).read_text(encoding="utf-8") == text, name
