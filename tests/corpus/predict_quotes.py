# SPDX-License-Identifier: Apache-2.0
"""Quotations in the scorer's shape from paragraphs alone, without the detection of structure.

    python -m tests.corpus.predict_quotes FOLDER... > predictions.jsonl

Each line of a text is a paragraph.  Judges quotes by themselves; ``predict`` runs the whole line.
"""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path
from typing import Any

from docforge.detect.entities import find_entities
from docforge.detect.quotes import find_quotes
from docforge.model import Block, OffsetMap, Paragraph, Quote, QuoteKind, Span

__all__ = ["paragraphs", "scored_quotes"]


def paragraphs(text: str) -> tuple[Block, ...]:
    """Return each non-empty line as a paragraph."""
    return tuple(
        Paragraph(m.group(), Span(m.start(), m.end()), OffsetMap(((0, m.start()),)))
        for m in re.finditer(r"\S[^\n]*", text)
    )


def scored_quotes(text: str, quotes: tuple[Quote, ...]) -> list[dict[str, Any]]:
    """Return direct quotations, and the verbatim fragments of mixed ones, as the scorer wants them."""
    out = []
    for quote in quotes:
        if quote.kind not in (QuoteKind.DIRECT, QuoteKind.MIXED):
            continue
        speaker = quote.speaker_span
        more = {"speaker_start": speaker.start, "speaker_end": speaker.end} if speaker else {}
        for span in (quote.span,) if quote.kind is QuoteKind.DIRECT else quote.inner:
            entry = {"start": span.start, "end": span.end, "text": span.of(text), "type": quote.kind.value}
            out.append({**entry, "speaker": quote.speaker, "person": quote.person, **more})
    return out


def main(arguments: list[str]) -> int:
    """Write one prediction a line; say on standard error what 5,000 characters cost."""
    spent, characters = 0.0, 0
    for folder in arguments:
        for line in (Path(folder) / "docs.jsonl").open(encoding="utf-8"):
            document = json.loads(line)
            text, language = document["text"], document["gold"]["language"]
            blocks = paragraphs(text)
            begun = time.process_time()
            quotes = find_quotes(text, blocks, language, find_entities(text, blocks, language))
            spent += time.process_time() - begun
            characters += len(text)
            entry = {"set": Path(folder).name, "id": document["id"], "pred": {"quotes": scored_quotes(text, quotes)}}
            sys.stdout.write(json.dumps(entry, ensure_ascii=False) + "\n")
    sys.stderr.write(f"{1000 * spent / max(1, characters) * 5000:.2f} ms CPU for 5,000 characters\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
