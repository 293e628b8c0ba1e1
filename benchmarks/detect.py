# SPDX-License-Identifier: Apache-2.0
"""CPU time of reading and detection: milliseconds per 5,000 characters, by stage and by language.

    python benchmarks/detect.py CORPUS [--least 4000] [--most 6500] [--rounds 7] [--each 12]

CORPUS is a folder with ``*/docs.jsonl`` files whose rows hold ``text`` and ``gold.language``, or a folder of ``.txt``
files.  Articles of *least* to *most* characters are taken, at most *each* of a language.  The process is warm: each
article is read once before the clock starts.  Every figure is the best of the rounds.  The last line gives the time of
one turn of an empty loop in the same process, so that figures from different machines can be compared.

A stage pays for what it asks of another one that did not run before; the stages are in the order of the program.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from docforge.context import Context
from docforge.detect import assemble, language
from docforge.detect.blocks import build_blocks
from docforge.detect.entities import find_entities
from docforge.detect.quotes import find_quotes
from docforge.detect.resolve import resolve
from docforge.detect.survey import survey
from docforge.detect.words import cut_blocks
from docforge.diagnostics import Report
from docforge.reading import read_source


def articles(folder: Path, least: int, most: int, each: int) -> Iterator[tuple[str, str]]:
    """Yield language and text."""
    taken: dict[str, int] = defaultdict(int)
    rows = [
        (str(row["gold"].get("language") or "und"), str(row["text"]))
        for file in sorted(folder.glob("*/docs.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if "text" in (row := json.loads(line))
    ]
    rows += [("und", file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.txt"))]
    for lang, text in rows:
        if least <= len(text) <= most and taken[lang] < each:
            taken[lang] += 1
            yield lang, text


def stages(text: str) -> dict[str, float]:
    """Return the CPU seconds of each stage for one article."""
    spent: dict[str, float] = {}

    def timed(name: str, work: Callable[[], Any]) -> Any:
        begun = time.process_time()
        result = work()
        spent[name] = spent.get(name, 0.0) + time.process_time() - begun
        return result

    report = Report()
    source = timed("read", lambda: read_source(text, context=Context.fixed(), report=report))
    found = timed("language", lambda: language.choose(source, None, None, report))
    seen = timed("survey", lambda: survey(source, found.tag))
    timed("survey", seen.body)
    candidates = []
    for detector in assemble.DETECTORS:
        candidates += timed(detector.__name__, partial(detector, seen))
    chosen = timed("resolve", lambda: resolve(seen, candidates))
    blocks = timed("blocks", lambda: build_blocks(seen, chosen, found.foreign))
    cut = timed("words", lambda: cut_blocks(blocks, found.tag))
    entities = timed("entities", lambda: find_entities(source.text, blocks, found.tag, cut))
    timed("quotes", lambda: find_quotes(source.text, blocks, found.tag, entities, None, cut))
    return spent


AFTER_STRUCTURE = ("words", "entities", "quotes")


def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", type=Path)
    options.add_argument("--least", type=int, default=4_000)
    options.add_argument("--most", type=int, default=6_500)
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--each", type=int, default=12)
    given = options.parse_args()
    chosen = list(articles(given.corpus, given.least, given.most, given.each))
    if not chosen:
        raise SystemExit(f"no article of {given.least} to {given.most} characters in {given.corpus}")
    best: list[dict[str, float]] = [stages(text) for _, text in chosen]
    for _ in range(given.rounds):
        for (_, text), known in zip(chosen, best, strict=True):
            for name, seconds in stages(text).items():
                known[name] = min(known.get(name, seconds), seconds)
    _show(chosen, best)


def _show(chosen: list[tuple[str, str]], best: list[dict[str, float]]) -> None:
    characters = sum(len(text) for _, text in chosen)
    print(f"{len(chosen)} articles, {characters} characters; ms CPU per 5,000 characters")
    for name in best[0]:
        print(f"{sum(known[name] for known in best) / characters * 5e6:8.3f}  {name}")
    by_language: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for (lang, text), known in zip(chosen, best, strict=True):
        after = sum(known[name] for name in AFTER_STRUCTURE)
        for row in (by_language[lang], by_language["all"]):
            row[0] += len(text)
            row[1] += sum(known.values()) - after
            row[2] += after
    print("read + structure, quotes + entities, by language")
    for lang, (length, structure, after) in sorted(by_language.items(), key=lambda item: item[0]):
        print(f"{structure / length * 5e6:8.3f} {after / length * 5e6:8.3f}  {lang}")
    begun = time.process_time()
    for _ in range(1_000_000):
        pass
    print(f"{(time.process_time() - begun) * 1e3:8.1f}  ns for one turn of an empty loop")


if __name__ == "__main__":
    main()
