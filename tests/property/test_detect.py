# SPDX-License-Identifier: Apache-2.0
"""Promises of detection for any text at all: nothing lost, nothing twice, in order, in step with the size."""

from __future__ import annotations

import ast
import collections
import dataclasses
import importlib
import inspect
import itertools
import pkgutil
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, AnyStr

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.cost import cpu_seconds, lines_run

from docforge.context import Context
from docforge.detect import DetectSettings, detect, quote_packs
from docforge.detect.entities import find_entities
from docforge.detect.quotes import find_quotes
from docforge.diagnostics import Report
from docforge.errors import InputError
from docforge.model import Article, OffsetMap, Paragraph, Span
from docforge.patterns import Lazy
from docforge.reading import read_source

LINES = st.sampled_from(
    [
        "By Ann Lee",
        "Von Lena Brandt und Ole Sievers, dpa",
        "Sept. 14, 2022",
        "Photo: t.me/harbour_09",
        "Share",
        "ENDS",
        "OSLO (Reuters) - The port reopened.",
        "新华社北京7月26日电 港口重新开放。",
        "(서울=연합뉴스) 이상헌 기자 = 항구가 열렸다.",
        "- one",
        "- two",
        "Q: Why?",
        "A: Because.",
        "Fog on the sound",
        "(APA, 12.9.2015)",
        "Read more: fog",
        "***",
        "1. First",
        "The last ferry of the season left at noon, the harbour office said. (Ann Lee/AP)",
        "דבר המערכת",
        "مانيلا، 3 ديسمبر (رويترز) -",
        "Aktualizacja: 19.04.2026 19:45 Publikacja: 19.04.2026 19:05",
        "Jo SmithDec. 21, 2023",
        "\u00a0",
        "\u3000港\u3000",
        "【写真】",
        "©",
    ]
)
SOUP = st.text(st.sampled_from("aZ é…《新京1９.,:;/|-–—()（）【】\"'“”«»@#*=\t\u00a0\u200f\u0301न ि٣"), max_size=60)
TEXTS = st.lists(st.one_of(LINES, SOUP, st.text(max_size=40)), max_size=14).map("\n\n".join) | st.lists(
    st.one_of(LINES, SOUP), max_size=14
).map("\n".join)


def analyse(text: str, **more: object) -> tuple[str, Article]:
    report = Report()
    source = read_source(text, context=Context.fixed(), report=report)
    read = source.text
    if any(found.code == "DF-R106" for found in report):  # the marks of a quoted mail are left out, and reported
        read = re.sub(r"^(?:[ \t]*>)+", lambda marks: " " * len(marks[0]), read, flags=re.MULTILINE)
    return read, detect(source, DetectSettings(**more), report=report)  # type: ignore[arg-type]


def assert_whole(text: str, article: Article) -> None:
    """Every character that is no white space lies in exactly one block; blocks stand in order."""
    position = 0
    for block in article.blocks:
        assert block.span.start >= position
        assert not text[position : block.span.start].strip(), repr(text[position : block.span.start])
        assert len(block.span) > 0
        position = block.span.end
    assert not text[position:].strip()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_blocks_cover_every_character_once_and_in_order(text: str) -> None:
    try:
        source, article = analyse(text)
    except InputError:
        return
    assert_whole(source, article)
    for block in article.blocks:
        for author in getattr(block, "authors", ()):
            assert author.span is None or author.span in block.span
            assert author.name
        span = getattr(block, "date_span", None)
        assert span is None or block.span.overlaps(span)
        assert 0 <= getattr(block, "label_end", 0) <= len(block.text)
        assert 0.0 <= block.score <= 1.0
        assert block.rule
        assert block.evidence
    if article.dateline is not None:
        assert article.dateline.span.of(source).strip()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from(["headline", "byline", "credit", "kicker", "source", "nonsense"]))
def test_overrides_never_lose_text(text: str, field: str) -> None:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    try:
        source, article = analyse(text, language="en", overrides=((field, lines[0] if lines else "x"),))
    except InputError:
        return
    assert_whole(source, article)


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_same_text_gives_the_same_article(text: str) -> None:
    try:
        assert analyse(text)[1] == analyse(text)[1]
    except InputError:
        return


# -- cost ------------------------------------------------------------------------------------

HOSTILE = (
    "a",
    " ",
    "A ",
    "1",
    "1.",
    "(",
    "（",
    "a/",
    "a | ",
    "By ",
    "Aa Bb ",
    "Photo: ",
    "新",
    "记者",
    "12:",
    "1 ago ",
    ". A",
    "a. ",
    "- ",
    "：",
    "=",
    "@a",
    "a@a.",
    "http://a",
    "a-",
    "'",
    "»",
    "+1 ",
    "가 ",
    "*",
    "Published ",
    "/ a ",
    "(a",
    "¿",
    "ा",
    "ア・",
    "A.",
    "\t",
    "部长西",
    "周强",
    "局長の佐藤",
    "アア",
)

_CLASSES = (*(1 << bit for bit in range(7)), 0, 0x7F, *range(0x80, 0x90))
OUTLINES = [bytes(pair) for pair in itertools.product(_CLASSES, repeat=2)]
"""Words of each class and signs, two in turn, as the rows of ``CutBlocks`` have them."""

BUILT: dict[str, list[tuple[Any, ...]]] = {
    "docforge.detect.bylines.east_asian._hangul_behind": [()],
    "docforge.detect.bylines.parts._reading_time": [()],
    "docforge.detect.bylines.parts._second_label": [()],
    "docforge.detect.bylines.parts._follow": [()],
    "docforge.detect.contacts._labelled_number": [()],
    "docforge.detect.datelines.places._dated": [("mr",), ("hi",), ("ar",)],
    "docforge.detect.datelines.places._regional": [("es",)],
    "docforge.detect.credit_words._pointed": [()],
    "docforge.detect.credited_captions._lone_ending": [()],
    "docforge.detect.headline._number_of_document": [()],
    "docforge.detect.entities._titled": [("zh",), ("ja",)],
    "docforge.detect.unsigned_credits._bare": [()],
    "docforge.detect.unsigned_credits._capitalised": [()],
    "docforge.detect.unsigned_credits._dashed_picture": [()],
    "docforge.detect.unsigned_credits._worded": [()],
    "docforge.detect.speaking._speech": list(itertools.product((False, True), repeat=2)),
    "docforge.detect.speaking._reported_clause": [(False,), (True,)],
    "docforge.detect.separators._numbered_pattern": [()],
    "docforge.detect.quote_packs._alternation": [],  # its results are fields of the packs
    "docforge.detect.quote_packs._parted_cues": [],  # its results are fields of the packs
    "docforge.patterns.lazily": [],  # its results are variables
}
"""Functions that build expressions, and what they are called with."""


def _modules() -> Iterator[ModuleType]:
    for name in ("docforge.reading", "docforge.detect"):
        package = importlib.import_module(name)
        yield package
        for found in pkgutil.walk_packages(package.__path__, f"{name}."):
            yield importlib.import_module(found.name)
    yield from map(importlib.import_module, ("docforge.text", "docforge.patterns"))


def _held(name: str, value: object) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Expressions in a module's variable, in a collection, or in the fields of a frozen value."""
    if isinstance(value, re.Pattern | Lazy):
        yield name, value.compiled() if isinstance(value, Lazy) else value
    elif isinstance(value, tuple | list | frozenset):
        for number, item in enumerate(value):
            yield from _held(f"{name}.{number}", item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _held(f"{name}.{key}", item)


def _calls(module: ModuleType) -> Iterator[tuple[str, str, ast.Call]]:
    """Yield name, method and call of ``name.method(…)``."""
    for call in ast.walk(ast.parse(inspect.getsource(module))):
        if (
            isinstance(call, ast.Call)
            and isinstance(call.func, ast.Attribute)
            and isinstance(call.func.value, ast.Name)
        ):
            yield call.func.value.id, call.func.attr, call


def _written(module: ModuleType) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Expressions that functions write on the spot: ``re.search(r"…", text)``."""
    for owner, method, call in _calls(module):
        if owner == "re" and method != "compile" and call.args and isinstance(call.args[0], ast.Constant):
            yield f"{module.__name__}:{call.lineno}", re.compile(call.args[0].value)


def _builders(module: ModuleType) -> dict[str, Callable[..., re.Pattern[Any] | None]]:
    """Functions of the module that say they return an expression, by their whole name."""
    return {
        f"{module.__name__}.{name}": value
        for name, value in vars(module).items()
        if getattr(value, "__module__", "") == module.__name__
        and "re.Pattern" in getattr(value, "__annotations__", {}).get("return", "")
    }


def _built(module: ModuleType) -> Iterator[tuple[str, re.Pattern[Any]]]:
    for name, build in _builders(module).items():
        for arguments in BUILT.get(name, ()):
            pattern = build(*arguments)
            assert pattern is not None, name
            yield f"{name}{arguments}", pattern


def _of_module(module: ModuleType) -> Iterator[tuple[str, re.Pattern[str]]]:
    for key, value in vars(module).items():
        yield from _held(f"{module.__name__}.{key}", value)
    yield from _written(module)
    yield from _built(module)


def anchored_only() -> frozenset[str]:
    """Expressions that are only ever tried at one place: all their uses are ``match`` or ``fullmatch``."""
    uses: dict[str, set[str]] = {}
    for module in _modules():
        mentions = collections.Counter(re.findall(r"\b_?[A-Z][A-Z_0-9]+\b", inspect.getsource(module)))
        called: collections.Counter[str] = collections.Counter()
        for owner, method, call in _calls(module):
            if owner == "re":
                uses.setdefault(f"{module.__name__}:{call.lineno}", set()).add(method)
            elif owner.isupper():
                called[owner] += 1
                uses.setdefault(f"{module.__name__}.{owner}", set()).add(method)
        for owner, times in called.items():
            if mentions[owner] != times + 1:  # handed on: who knows how it is used there
                uses[f"{module.__name__}.{owner}"].add("handed on")
    return frozenset(name for name, methods in uses.items() if methods <= {"match", "fullmatch"})


def expressions() -> list[tuple[str, re.Pattern[str]]]:
    """Every expression of reading and detection: of modules, functions, and all language packs."""
    found: dict[tuple[str | bytes, int], tuple[str, re.Pattern[str]]] = {}
    for module in _modules():
        for name, pattern in _of_module(module):
            found.setdefault((pattern.pattern, pattern.flags), (name, pattern))
    for file in sorted(Path(quote_packs.__file__).parent.glob("*.toml")):
        pack = quote_packs.quote_pack(file.stem)
        for field in dataclasses.fields(pack):
            for name, pattern in _held(f"quote_packs.{file.stem}.{field.name}", getattr(pack, field.name)):
                found.setdefault((pattern.pattern, pattern.flags), (name, pattern))
    return list(found.values())


EXPRESSIONS = expressions()
ANCHORED = anchored_only()


def test_every_expression_is_tried() -> None:
    tried = {(pattern.pattern, pattern.flags) for _, pattern in EXPRESSIONS}  # one that stands in two modules, once
    modules = set()
    for module in _modules():
        own = {(pattern.pattern, pattern.flags) for _, pattern in _of_module(module)}
        assert own <= tried
        if own:
            modules.add(module.__name__.rpartition(".")[2])
    assert {"look", "text_vocabulary", "dates_in_lines", "byline_words", "labelled", "beside_dates"} <= modules
    assert {"segments", "persons", "outlets"} <= modules
    assert {"wraps", "decode", "segment", "shapes", "survey", "credits", "dateline", "words"} <= modules
    assert any(name.startswith("quote_packs.zh") for name, _ in EXPRESSIONS)
    assert len(EXPRESSIONS) > 100
    assert BUILT.keys() == {name for module in _modules() for name in _builders(module)}


def cost(pattern: re.Pattern[str], text: str | bytes, anchored: bool) -> float:
    """Return the CPU seconds of one pass, or of one match at the start; expressions for bytes get the text in UTF-8."""
    subject = text.encode() if isinstance(pattern.pattern, bytes) and isinstance(text, str) else text
    begun = time.process_time()
    if anchored:
        pattern.match(subject)  # type: ignore[call-overload]
    else:
        collections.deque(pattern.finditer(subject), maxlen=0)  # type: ignore[call-overload]
    return time.process_time() - begun


@pytest.mark.parametrize(("name", "pattern"), EXPRESSIONS, ids=[name for name, _ in EXPRESSIONS])
def test_expressions_cost_in_step_with_the_text(name: str, pattern: re.Pattern[str]) -> None:
    anchored = name in ANCHORED
    for piece in HOSTILE:
        _assert_in_step(name, pattern, piece * (1_200 // len(piece)), "!x", anchored)
    if isinstance(pattern.pattern, bytes):
        for outline in OUTLINES:
            _assert_in_step(name, pattern, outline * (1_200 // len(outline)), b"!x", anchored)


def _assert_in_step(name: str, pattern: re.Pattern[str], text: AnyStr, end: AnyStr, anchored: bool) -> None:
    if cost(pattern, text + end, anchored) < 0.002:
        return  # too quick to be more than linear in a way that matters
    # A busy machine only ever adds: one quiet pair in eight settles it, a quadratic expression never has one.
    ratios = (cost(pattern, text * 4 + end, anchored) / cost(pattern, text * 2 + end, anchored) for _ in range(8))
    assert any(ratio < 2.5 for ratio in ratios), (name, text[:12])


@pytest.mark.parametrize(
    "piece",
    [
        "Share\n",
        "By Ann Lee\n",
        "Fog on the sound\n\n",
        "OSLO (AP) - The port reopened on Monday.\n\n",
        "a b ",
        "12.9.2015 ",
        "10/9/10 ",
        "Ann Lee, 10/9/10\n\n",  # dates with two readings
        "Sizes: 10/12/14\n\n",
        "Ann Lee\n\n8 May 2022 - 9 May 2022\n\n",
        "14.09.22 - Ann Lee - 9 comments\n\n",
        "Ann Lee (LTV News) · Posted: 8/8/24 | ",
        "1/2-3.",
        'שר התחבורה אבי דגן הציג תוכנית. "כן", אמר דגן. ',  # names of three words, or of two with a verb
    ],
)
def test_detection_costs_in_step_with_the_text(piece: str) -> None:
    def work(times: int) -> int:
        report = Report()
        source = read_source(piece * times, context=Context.fixed(), report=report)
        return lines_run(lambda: detect(source, report=report))

    times = 3_000 // len(piece)
    work(10)
    assert work(times * 4) < 5 * work(times) + 10_000


def test_persons_and_their_surnames_cost_in_step_where_no_blank_parts_words() -> None:
    given = [first + second for first in "东西南北春夏秋冬" for second in "一二三四五六七八九十百千万金银铜铁木火土"]

    def work(times: int) -> int:
        names = ["王李张刘陈杨赵黄"[k % 8] + given[k // 8 % len(given)] for k in range(times)]
        text = "".join(f"部长{name}说：“桥将在今年通车。”王部长表示，“路也要修”。" for name in names)
        blocks = (Paragraph(text, Span(0, len(text)), OffsetMap(((0, 0),))),)
        return lines_run(lambda: find_quotes(text, blocks, "zh", find_entities(text, blocks, "zh")))

    work(10)
    assert work(800) < 5 * work(200) + 10_000


def _name(number: int) -> str:
    letters = ""
    while number >= 0:
        letters += "abdefgiklmnoprstuv"[number % 18]
        number = number // 18 - 1
    return letters.capitalize()


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister X{}, ",  # offices in a row that no small word ends: a headline's capitals
        "the Minister X{} and ",
        "They saw H{} van Z{}. There Z{} left. ",  # a place or a person?
        '"We will meet {} at the harbour." He left. ',  # a paragraph of many quotations
        '"We will meet {} at the harbour," said Mayor X{}. ',
        'Mayor Ann Lee left for {}. "We will meet {}," she said. ',
    ],
)
def test_names_and_quotations_cost_in_step_with_the_text(sentence: str) -> None:
    def spent(times: int) -> float:
        text = "".join(sentence.replace("{}", _name(number)) for number in range(times))
        blocks = (Paragraph(text, Span(0, len(text)), OffsetMap(((0, 0),))),)
        return cpu_seconds(lambda: find_quotes(text, blocks, "en", find_entities(text, blocks, "en")))

    spent(10)
    # A busy machine only ever adds, see above; four times the text takes sixteen times as long where cost is quadratic.
    assert any(spent(4_800) < 7.5 * spent(1_200) for _ in range(3))
