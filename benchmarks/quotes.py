# SPDX-License-Identifier: Apache-2.0
"""What finding persons and quotations costs on articles of four to six and a half kilobytes, warm.

    python benchmarks/quotes.py CORPUS [--articles 60] [--rounds 15]

CORPUS is a folder with ``*/docs.jsonl`` files whose rows hold ``text`` and ``gold.language``.  CPU time, the least
of the rounds for each article (a busy machine only ever adds), and as a ratio to cutting the same text into words with
one regular expression in the same run.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from pathlib import Path

from docforge.detect import words
from docforge.detect.entities import find_entities
from docforge.detect.quotes import find_quotes
from docforge.model import Block, OffsetMap, Paragraph, Span

SMALLEST, LARGEST = 4000, 6500
_CUT = re.compile(r"\w+|[^\w\s]")


def paragraphs(text: str) -> tuple[Block, ...]:
    return tuple(
        Paragraph(m.group(), Span(m.start(), m.end()), OffsetMap(((0, m.start()),)))
        for m in re.finditer(r"\S[^\n]*", text)
    )


def articles(corpus: Path, limit: int) -> list[tuple[str, str, tuple[Block, ...]]]:
    found = []
    for file in sorted(corpus.glob("*/docs.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if SMALLEST <= len(row["text"].encode()) <= LARGEST:
                found.append((row["text"], str(row["gold"].get("language") or "und"), paragraphs(row["text"])))
    return found[:: max(1, len(found) // limit)][:limit]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=15)
    own = parser.parse_args()
    chosen = articles(own.corpus, own.articles)
    persons = quotes = cut = 0.0
    for text, language, blocks in chosen:
        best = [9.0, 9.0, 9.0]
        for _ in range(own.rounds):
            words._cut.cache_clear()
            marks = [time.process_time()]
            entities = find_entities(text, blocks, language)
            marks.append(time.process_time())
            find_quotes(text, blocks, language, entities)
            marks.append(time.process_time())
            for block in blocks:
                _CUT.findall(block.text)
            marks.append(time.process_time())
            best = [min(b, after - before) for b, before, after in zip(best, marks, marks[1:], strict=False)]
        persons, quotes, cut = persons + best[0], quotes + best[1], cut + best[2]
    count = len(chosen)
    print(
        f"{count} articles: persons {1000 * persons / count:.2f} ms, quotations {1000 * quotes / count:.2f} ms; "
        f"{(persons + quotes) / cut:.1f} times cutting into words ({1000 * cut / count:.2f} ms)"
    )


if __name__ == "__main__":
    main()
