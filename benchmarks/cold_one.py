# SPDX-License-Identifier: Apache-2.0
"""One article, cold, to DOCX + EPUB + PDF: docforge in one process against pandoc making the three one after another.

    BENCH_HOME=DIR python benchmarks/cold_one.py [ARTICLE.txt] [-n 7]

pandoc gets the structure from a Markdown made beforehand (its time is left out); its PDF goes through typst.  Runs
alternate, so that a busy machine troubles both alike; the ratio of the medians is the figure.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOME = Path(os.environ.get("BENCH_HOME", ROOT / ".tools"))


def find_pandoc() -> str | None:
    bundled = sorted(HOME.glob("venv/lib/python*/site-packages/pypandoc/files/pandoc"))
    return str(bundled[0]) if bundled else shutil.which("pandoc")


def markdown(text: str) -> str:
    blocks = [b.strip() for b in re.split(r"\n\s*\n", text) if b.strip()]
    escaped = [re.sub(r"([\\`*_{}\[\]<>#|~^$@])", r"\\\1", b) for b in blocks]
    return "# " + escaped[0] + "\n\n" + "\n\n".join(escaped[1:]) + "\n"


def timed(commands: list[list[str]], cwd: Path) -> tuple[float, float]:
    """Wall and CPU seconds of *commands*, run one after another."""
    before, start = os.times(), time.perf_counter()
    for command in commands:
        subprocess.run(command, cwd=cwd, check=True, capture_output=True)
    wall, after = time.perf_counter() - start, os.times()
    return wall, after.children_user + after.children_system - before.children_user - before.children_system


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("article", nargs="?", default=str(ROOT / "samples" / "en-harbour-reopens.txt"))
    options.add_argument("-n", type=int, default=7)
    given = options.parse_args()
    pandoc = find_pandoc()
    typst = HOME / "venv/bin/python"
    if pandoc is None or not typst.exists():
        sys.exit("no pandoc or no typst under BENCH_HOME: install them there, or set BENCH_HOME")
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        source = work / "article.txt"
        source.write_bytes(Path(given.article).read_bytes())
        (work / "article.md").write_text(markdown(source.read_text(encoding="utf-8")), encoding="utf-8")
        meta = ["-M", "title=T", "-M", "lang=en"]
        compile_typst = "import typst; typst.compile('p.typ', output='p.pdf')"
        theirs = [
            [pandoc, "article.md", *meta, "-o", "p.docx"],
            [pandoc, "article.md", *meta, "-o", "p.epub"],
            [pandoc, "-s", "-t", "typst", "article.md", "-M", "lang=en", "-o", "p.typ"],
            [str(typst), "-c", compile_typst],
        ]
        command = Path(sys.executable).with_name("docforge")
        ours = [[str(command), "convert", "article.txt", "-o", "out", "--force", "-q"]]
        rows: dict[str, list[tuple[float, float]]] = {"docforge": [], "pandoc": []}
        for turn in range(given.n + 1):
            for who, commands in (("docforge", ours), ("pandoc", theirs)):
                result = timed(commands, work)
                if turn:  # the first turn warms the disk cache for both
                    rows[who].append(result)
        print("| tool | wall s median (min-max) | CPU s median |\n| --- | --- | --- |")
        medians = {}
        for who, results in rows.items():
            walls = [wall for wall, _ in results]
            medians[who] = statistics.median(walls)
            cpu = statistics.median(cpu for _, cpu in results)
            print(f"| {who} | {medians[who]:.2f} ({min(walls):.2f}-{max(walls):.2f}) | {cpu:.2f} |")
        print(f"ratio docforge / pandoc, wall: {medians['docforge'] / medians['pandoc']:.2f} (bound 1.5)")


if __name__ == "__main__":
    main()
