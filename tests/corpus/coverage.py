# SPDX-License-Identifier: Apache-2.0
"""Prove that detection loses nothing and doubles nothing: ``python -m tests.corpus.coverage [FOLDER_OR_FILE...]``.

Reads every document of the evaluation corpus (or of the given folders with ``docs.jsonl``, or text files) and checks
that the blocks of its article stand in order, do not overlap, and together cover every character that is not white
space, once; that each block's text is made of these characters, a letter and its marks composed; and that the spans of
authors, dates, datelines and entities lie inside blocks.  Prints a line for each fault and a closing count; exit code 1
with faults.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from unicodedata import normalize

from docforge.context import Context
from docforge.detect import detect
from docforge.diagnostics import Report
from docforge.model import Article, Span
from docforge.reading import read_source
from docforge.text import safe_text

ROOT = Path(__file__).resolve().parents[2]


def documents(paths: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Yield name and text of each document."""
    for path in paths:
        for file in [path] if path.is_file() else sorted(path.rglob("docs.jsonl")):
            if file.suffix != ".jsonl":
                yield file.name, file.read_text(encoding="utf-8")
                continue
            for line in file.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                if "text" in row:
                    yield f"{file.parent.name}/{row['id']}", row["text"]


def _visible(text: str) -> str:
    return normalize("NFC", "".join(safe_text(text.replace("\r", "\n")).replace("\u00ad", "").split()))


def faults(article: Article) -> Iterator[str]:
    """Yield what is wrong with the spans of *article*."""
    text, position = article.text, 0
    for block in article.blocks:
        if block.span.start < position:
            yield f"{block.KIND} at {block.span.start} overlaps the block before"
        between = text[position : block.span.start].strip().strip("\ufeff")
        if between:
            yield f"no block holds {between[:40]!r} at {position}"
        position = max(position, block.span.end)
        if _visible(block.span.of(text)) != _visible(block.text):
            yield f"the text of {block.KIND} at {block.span.start} is not that of its span"
    if text[position:].strip():
        yield f"no block holds {text[position:].strip()[:40]!r} at the end"
    for name, span in _inner(article):
        if not any(span in block.span for block in article.blocks):
            yield f"{name} at {span.start} lies in no block"


def _inner(article: Article) -> Iterator[tuple[str, Span]]:
    if article.dateline is not None:
        yield "dateline", article.dateline.span
    yield from (("entity", entity.span) for entity in article.entities)
    for block in article.blocks:
        yield from (("author", a.span) for a in getattr(block, "authors", ()) if a.span is not None)
        if (dated := getattr(block, "date_span", None)) is not None:
            yield "date", dated


def main(arguments: list[str]) -> int:
    """Print faults and a count; return the exit code."""
    total = characters = wrong = 0
    for name, text in documents([Path(a) for a in arguments] or [ROOT.parent / "shared" / "corpus"]):
        report = Report()
        article = detect(read_source(text, context=Context.fixed(), report=report), report=report)
        total, characters = total + 1, characters + len("".join(article.text.split()))
        for fault in faults(article):
            wrong += 1
            print(f"{name}: {fault}")
    print(f"{total} documents, {characters} characters that are not white space, {wrong} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
