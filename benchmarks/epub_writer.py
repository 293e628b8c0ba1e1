# SPDX-License-Identifier: Apache-2.0
"""The EPUB writer against a plain EbookLib script: the same articles, from detected text to bytes, in one process.

    python benchmarks/epub_writer.py [--rounds 5] [--books 100,300,1000,3000]

Figures are process CPU time; for one article the best of several rounds, taken in turn for ten articles at a time.
The plain script does what EbookLib's own examples do: one ``EpubHtml`` with escaped paragraphs for each article, NCX,
nav, ``write_epub``.
"""

from __future__ import annotations

import argparse
import html
import io
import json
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.support import presentations

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.presentation import Inline, InlineKind, Presentation, Role, SectionKind
from docforge.write import WriteSettings, write

SENTENCES = [text for texts in presentations.TEXTS.values() for text in texts[1:]]


def section_items(number: int, tag: str) -> tuple:
    """An article of about 2,800 letters: headline, date, fourteen paragraphs, two quotations."""
    item = presentations.item
    headline = f"{presentations.TEXTS[tag][0]} {number}"
    own = presentations.TEXTS[tag][1:]
    items = [item(Role.HEADLINE, headline, tag, level=1)]
    items.append(item(Role.METADATA, (Inline("17 May 2024", InlineKind.TIME, value="2024-05-17"),), tag))
    for row in range(14):
        text = f"{own[row % len(own)]} {number}.{row}"
        if row % 7 == 3:
            items.append(item(Role.QUOTE, (Inline(text, InlineKind.QUOTATION, value="Ann Vale"),), tag))
        else:
            items.append(item(Role.BODY, (Inline(text), Inline(" " + own[(row + 1) % len(own)])), tag))
    return tuple(items)


TAGS = ["en", "kk", "ar", "hi", "zh-Hans"]


def book(count: int) -> Presentation:
    parts = [
        presentations.section(
            SectionKind.COVER, "cover", "Briefing", (presentations.item(Role.COVER_TITLE, "Briefing"),)
        ),
        presentations.section(
            SectionKind.CONTENTS, "contents", "Contents", (presentations.item(Role.CONTENTS_TITLE, "C"),)
        ),
    ]
    for number in range(count):
        tag = TAGS[number % len(TAGS)]
        items = section_items(number, tag)
        parts.append(presentations.section(SectionKind.ARTICLE, f"a{number}", items[0].text, items, tag))
    return presentations.document(parts)


def single(number: int) -> Presentation:
    tag = TAGS[number % len(TAGS)]
    items = section_items(number, tag)
    return presentations.document((presentations.section(SectionKind.ARTICLE, "a", items[0].text, items, tag),), tag)


def ours(presentation: Presentation) -> bytes:
    return write(presentation, "epub", WriteSettings(), context=Context.fixed(), report=Report())


def plain(presentation: Presentation) -> bytes:
    from ebooklib import epub

    out = epub.EpubBook()
    out.set_identifier("urn:x:1")
    out.set_title(presentation.title)
    out.set_language(presentation.language)
    chapters = []
    for number, section in enumerate(s for s in presentation.sections if s.kind is SectionKind.ARTICLE):
        chapter = epub.EpubHtml(title=section.title, file_name=f"c{number}.xhtml", lang=section.lang)
        head, *body = section.items
        chapter.content = f"<h1>{html.escape(head.text)}</h1>" + "".join(f"<p>{html.escape(i.text)}</p>" for i in body)
        out.add_item(chapter)
        chapters.append(chapter)
    out.toc = chapters
    out.add_item(epub.EpubNcx())
    out.add_item(epub.EpubNav())
    out.spine = ["nav", *chapters]
    buffer = io.BytesIO()
    epub.write_epub(buffer, out)
    return buffer.getvalue()


def cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def alone(name: str, count: int, pipe: object) -> None:
    """In a fresh process: CPU seconds and growth of the peak in MiB while one book is written."""
    presentation = book(count)
    (ours if name == "docforge" else plain)(single(0))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    data = (ours if name == "docforge" else plain)(presentation)
    spent = time.process_time() - start
    pipe.send((spent, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024, len(data)))  # type: ignore[attr-defined]


def in_process(name: str, count: int) -> tuple[float, float, int]:
    here, there = multiprocessing.get_context("spawn").Pipe()
    process = multiprocessing.get_context("spawn").Process(target=alone, args=(name, count, there))
    process.start()
    result = here.recv()
    process.join()
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--singles", type=int, default=100)
    parser.add_argument("--books", default="100,300,1000,3000")
    settings = parser.parse_args()
    many = [single(number) for number in range(settings.singles)]
    ours(many[0]), plain(many[0])
    best = {"docforge": 0.0, "ebooklib": 0.0}
    # A few articles at a time: a machine whose clock changes then troubles both alike.
    for own in (many[at : at + 10] for at in range(0, len(many), 10)):
        rounds = [
            (cpu(lambda: [ours(p) for p in own]), cpu(lambda: [plain(p) for p in own]))  # noqa: B023 - called at once
            for _ in range(settings.rounds)
        ]
        best["docforge"] += min(mine for mine, _ in rounds)
        best["ebooklib"] += min(theirs for _, theirs in rounds)
    count = len(many)
    print("what\tdocforge\tebooklib script\tratio")
    print(
        f"one article, CPU ms\t{best['docforge'] / count * 1e3:.2f}\t{best['ebooklib'] / count * 1e3:.2f}\t"
        f"{best['docforge'] / best['ebooklib']:.2f}"
    )
    rows = []
    for size in [int(part) for part in settings.books.split(",") if part]:
        mine = min((in_process("docforge", size) for _ in range(2)), key=lambda r: r[0])
        theirs = in_process("ebooklib", size)
        rows.append({"articles": size, "docforge": mine, "ebooklib": theirs})
        print(
            f"book of {size}, CPU ms an article\t{mine[0] / size * 1e3:.2f}\t{theirs[0] / size * 1e3:.2f}\t"
            f"{mine[0] / theirs[0]:.2f}"
        )
        print(f"book of {size}, peak growth MiB\t{mine[1]:.1f}\t{theirs[1]:.1f}\t{mine[1] / max(theirs[1], 0.1):.2f}")
        print(f"book of {size}, bytes\t{mine[2]}\t{theirs[2]}\t{mine[2] / theirs[2]:.2f}")
    print(json.dumps({"single_ms": {k: v / count * 1e3 for k, v in best.items()}, "books": rows}))


if __name__ == "__main__":
    main()
