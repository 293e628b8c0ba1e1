# SPDX-License-Identifier: Apache-2.0
"""Predictions in the scorer's shape, one JSON line a document, in one process.

    python -m tests.corpus.predict < docs.jsonl > predictions.jsonl
    python -m tests.corpus.predict FOLDER_OR_FILE... > predictions.jsonl

Input lines hold ``id`` and ``text``; given folders or files, the folder's name is written as ``set``.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from docforge.context import Context
from docforge.detect import detect
from docforge.diagnostics import Report
from docforge.model import (
    Article,
    Block,
    Byline,
    Caption,
    CreditLine,
    Crosshead,
    DateRole,
    Headline,
    ListItem,
    Paragraph,
    Preformatted,
    PublicationLine,
    Span,
    Subheadline,
    Tagline,
    Turn,
)
from docforge.reading import read_source
from tests.corpus.predict_quotes import scored_quotes

BODY = (Paragraph, ListItem, Turn, Preformatted)


def analyse(text: str) -> Article:
    """Read and detect one text."""
    report = Report()
    return detect(read_source(text, context=Context(), report=report), report=report)


def _of(span: Span, text: str, **more: Any) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.of(text), **more}


def _single(article: Article, kind: type[Block]) -> dict[str, Any] | None:
    block = article.first(kind)
    return None if block is None else _of(block.span, article.text)


def _byline(article: Article) -> dict[str, Any] | None:
    """Bylines that follow one another count as one."""
    blocks = article.blocks
    first = next((i for i, b in enumerate(blocks) if isinstance(b, Byline)), None)
    if first is None or not isinstance(opening := blocks[first], Byline):
        return None
    last = first
    known = {a.name for a in opening.authors}
    while last + 1 < len(blocks) and isinstance(after := blocks[last + 1], Byline):
        if known.issuperset(a.name for a in after.authors):
            break
        known.update(a.name for a in after.authors)
        last += 1
    names = [a.name for b in blocks[first : last + 1] if isinstance(b, Byline) for a in b.authors]
    return _of(Span(blocks[first].span.start, blocks[last].span.end), article.text, authors=names)


def _published(article: Article) -> dict[str, Any] | None:
    lines = [b for b in article.blocks if isinstance(b, PublicationLine)]
    told = ((DateRole.PUBLISHED, article.published), (DateRole.UPDATED, article.updated))
    stated = (b for role, day in told for b in lines if b.role is role and day is not None and b.date == day)
    line = next(stated, lines[0] if lines else None)
    if line is None:
        if article.published is None or not article.published.is_full:
            return None
        return {"text": _signature(article), "iso": article.published.iso}
    date = line.date
    return _of(line.span, article.text, iso=date.iso if date else None)


def _signature(article: Article) -> str:
    """The words of the date in the signature that gave the date of publication."""
    from docforge.locale import find_dates

    for block in reversed(article.blocks):
        if isinstance(block, Tagline):
            for found in find_dates(block.text, article.language):
                if found.date == article.published:
                    return block.text[found.start : found.end]
    return ""


def _credits(article: Article) -> list[dict[str, Any]]:
    """A caption and a credit from one line count as one, as the scorer's gold has it."""
    out = []
    for before, block in zip((None, *article.blocks), article.blocks, strict=False):
        if isinstance(block, CreditLine):
            start = block.span.start
            if isinstance(before, Caption) and "\n" not in article.text[before.span.end : block.span.start]:
                start = before.span.start
            out.append(_of(Span(start, block.span.end), article.text))
    return out


def _quotes(article: Article) -> list[dict[str, Any]]:
    """Direct quotations, and the verbatim fragments of mixed ones."""
    return scored_quotes(article.text, article.quotes)


def predict(text: str) -> dict[str, Any]:
    """Return all predicted fields of one document."""
    article = analyse(text)
    line = article.dateline
    every = article.blocks
    return {
        "headline": _single(article, Headline),
        "deck": _single(article, Subheadline),
        "byline": _byline(article),
        "dateline": None
        if line is None
        else _of(
            line.span, article.text, place=line.place, date=line.date.iso if line.date else None, agency=line.agency
        ),
        "published": _published(article),
        "subheads": [_of(b.span, article.text) for b in every if isinstance(b, Crosshead)],
        "photo_credits": _credits(article),
        "boilerplate": [_of(b.span, article.text) for b in every if isinstance(b, Tagline)],
        "paragraphs": [_of(b.span, article.text) for b in every if isinstance(b, BODY)],
        "quotes": _quotes(article),
    }


def _documents(arguments: Iterable[str]) -> Iterator[tuple[str | None, dict[str, Any]]]:
    paths = [Path(a) for a in arguments]
    if not paths:
        yield from ((None, json.loads(line)) for line in sys.stdin if line.strip())
        return
    for path in paths:
        for file in [path] if path.is_file() else sorted(path.rglob("*.jsonl")):
            with file.open(encoding="utf-8") as lines:
                yield from ((file.resolve().parent.name, json.loads(line)) for line in lines if line.strip())


def main(arguments: list[str]) -> int:
    """Write one prediction a line; say on standard error how long reading and detecting took."""
    begun, characters, count = time.process_time(), 0, 0
    for name, document in _documents(arguments):
        if "text" not in document:
            continue
        entry = {"id": document["id"], "pred": predict(document["text"])}
        if name is not None:
            entry = {"set": name, **entry}
        sys.stdout.write(json.dumps(entry, ensure_ascii=False) + "\n")
        characters, count = characters + len(document["text"]), count + 1
    spent = time.process_time() - begun
    if count:
        each = 1000 * spent / max(1, characters) * 5000
        sys.stderr.write(f"{count} documents, {spent:.1f} s CPU, {each:.2f} ms for 5,000 characters\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
