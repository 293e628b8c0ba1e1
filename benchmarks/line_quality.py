# SPDX-License-Identifier: Apache-2.0
"""How well paragraphs break into lines: stretch ratios by method and column width.

    python benchmarks/line_quality.py CORPUS [--languages en,de] [--articles 60] [--widths 450,215]

CORPUS is a folder with ``*/docs.jsonl`` files whose rows hold ``text`` and ``gold.language``.
The ratio r of a justified line is (column - natural width) / stretchability, where a word space
stretches by half of its width: r = 1 means spaces half as wide again.  The last line of a paragraph
is not justified and does not count.  ``spaced`` is the share of lines that would be looser than
r = 1 but for letter-spacing of at most 1.5 % of an em; the ratio is that of their spaces as they are set.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from docforge.diagnostics import Report
from docforge.typeset import StyledRun, font_catalogue, lay_out

METHODS = (
    ("greedy", "greedy", False),
    ("greedy, hyphens", "greedy", True),
    ("total fit", "total-fit", False),
    ("total fit, hyphens", "total-fit", True),
)


def articles(corpus: Path, languages: set[str]) -> Iterator[tuple[str, str]]:
    for file in sorted(corpus.glob("*/docs.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            lang = str(row["gold"].get("language") or "und").split("-")[0]
            if lang in languages:
                yield lang, row["text"]


def paragraphs(text: str) -> list[str]:
    blocks = text.split("\n\n") if "\n\n" in text else text.split("\n")
    return [flat for block in blocks if len(flat := " ".join(block.split())) > 120]


def measure(
    texts: list[tuple[str, str]], width: float, breaker: str, hyphenate: bool
) -> tuple[list[float], int, int, int, float]:
    catalogue, report = font_catalogue(), Report()
    ratios: list[float] = []
    hyphens = overfull = spaced = 0
    begun = time.process_time()
    for lang, text in texts:
        for paragraph in paragraphs(text):
            run = StyledRun(paragraph, lang, "serif", 10.5)
            lines = lay_out(
                [run], width_pt=width, align="justify", lang=lang, hyphenate=hyphenate,
                catalogue=catalogue, report=report, breaker=breaker,
            )  # fmt: skip
            tracked = [any(box.track_pt for box in line.boxes) for line in lines[:-1]]
            ratios += [line.ratio for line in lines[:-1]]
            spaced += sum(tracked)
            hyphens += sum(line.hyphen for line in lines)
            overfull += sum(line.width_pt > width + 0.001 for line in lines)
    return ratios, hyphens, overfull, spaced, time.process_time() - begun


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--languages", default="en,de")
    parser.add_argument("--articles", type=int, default=60, help="per language")
    parser.add_argument("--widths", default="450,215")
    options = parser.parse_args()
    head = f"{'language':9}{'width':>6}  {'method':20}{'lines':>7}{'mean |r|':>10}"
    print(head + f"{'r>1':>8}{'r>2':>8}{'spaced':>8}{'hyphens':>9}{'overfull':>10}{'CPU s':>8}")
    for lang in options.languages.split(","):
        texts = list(islice(articles(options.corpus, {lang}), options.articles))
        for width in map(float, options.widths.split(",")):
            for name, breaker, hyphenate in METHODS:
                ratios, hyphens, overfull, spaced, cpu = measure(texts, width, breaker, hyphenate)
                count = max(len(ratios), 1)
                mean = sum(map(abs, ratios)) / count
                loose, very = (sum(r > limit + 1e-9 for r in ratios) / count for limit in (1, 2))
                print(
                    f"{lang:9}{width:6.0f}  {name:20}{len(ratios):7}{mean:10.2f}{loose:8.1%}{very:8.1%}"
                    f"{spaced / count:8.1%}{hyphens / count:9.1%}{overfull:10}{cpu:8.2f}"
                )


if __name__ == "__main__":
    main()
