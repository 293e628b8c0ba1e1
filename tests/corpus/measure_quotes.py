# SPDX-License-Identifier: Apache-2.0
"""What the scorer does not say of quotations: speech or not, and pronouns.

    python -m tests.corpus.measure_quotes FOLDER...

*Negatives* are strings in quotation marks that overlap no quotation of the gold, of whatever type; the share of
them that is not given as speech is told, and how many of the strings given as mentions the gold has as direct speech.
*Pronouns* are matched quotations whose speaker is a pronoun in the gold, in articles that name a person; the share
with a person behind them is told.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from docforge.detect.entities import find_entities
from docforge.detect.quotation_marks import pair_marks
from docforge.detect.quotes import find_quotes
from docforge.model import EntityKind, QuoteKind
from tests.corpus.predict_quotes import paragraphs


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return min(a[1], b[1]) > max(a[0], b[0])


def measure(lines: list[str]) -> dict[str, tuple[int, int]]:
    """Return name to (good, all)."""
    told = {"negatives that are no speech": [0, 0], "mentions that the gold has not": [0, 0], "pronouns": [0, 0]}
    for line in lines:
        document = json.loads(line)
        text, gold = document["text"], document["gold"]
        if "quotes" not in gold.get("labels_complete", []):
            continue
        blocks = paragraphs(text)
        entities = find_entities(text, blocks, gold["language"])
        quotes = find_quotes(text, blocks, gold["language"], entities)
        spans = [(q["start"], q["end"]) for q in gold["quotes"]]
        direct = [(q["start"], q["end"]) for q in gold["quotes"] if q.get("type", "direct") == "direct"]
        speech = [
            (s.start, s.end)
            for q in quotes
            if q.kind in (QuoteKind.DIRECT, QuoteKind.MIXED)
            for s in ((q.span,) if q.kind is QuoteKind.DIRECT else q.inner)
        ]
        for block in blocks:
            for pair in pair_marks(block.text):
                own = (block.span.start + pair.start, block.span.start + pair.end)
                if pair.closed and not any(_overlap(own, span) for span in spans):
                    told["negatives that are no speech"][1] += 1
                    told["negatives that are no speech"][0] += not any(_overlap(own, span) for span in speech)
        for quote in quotes:
            if quote.kind is QuoteKind.MENTION:
                own = (quote.span.start, quote.span.end)
                told["mentions that the gold has not"][1] += 1
                told["mentions that the gold has not"][0] += not any(_overlap(own, span) for span in direct)
        named = any(e.kind is EntityKind.PERSON for e in entities)
        for entry in gold["quotes"]:
            own = (entry["start"], entry["end"])
            found = next((q for q in quotes if _overlap(own, (q.span.start, q.span.end))), None)
            if entry.get("speaker_is_pronoun") and named and found is not None:
                told["pronouns"][1] += 1
                told["pronouns"][0] += found.person is not None
    return {name: (good, count) for name, (good, count) in told.items()}


def main(arguments: list[str]) -> int:
    """Print the shares of each set."""
    for folder in arguments:
        found = measure((Path(folder) / "docs.jsonl").read_text(encoding="utf-8").splitlines())
        shares = [f"{name} {good / count:.3f} ({good}/{count})" for name, (good, count) in found.items() if count]
        sys.stdout.write(f"{Path(folder).name}: {'; '.join(shares)}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
