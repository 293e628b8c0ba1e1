# SPDX-License-Identifier: Apache-2.0
"""How CPU time of one PDF grows with hostile input: tenfold sizes of texts that tempt layout into squares.

    python benchmarks/pdf_hostile.py [--largest 10000000] [--shapes NAME,…]

Each size runs in a process of its own and says what layout and writing took; the exponent is the slope between
neighbouring sizes in a log-log plot: 1 is in step with size, 2 is the square.
"""

from __future__ import annotations

import argparse
import math
import subprocess
import sys
import time

SHAPES = {
    "one paragraph of words": lambda size: ("harbour " * (size // 8 + 1))[:size],
    "words never seen twice": lambda size: " ".join(f"w{n:x}q" for n in range(size // 7))[:size],
    "no space at all": lambda size: ("abcdefghij" * (size // 10 + 1))[:size],
    "ideographs": lambda size: ("新橋今天上午开通。" * (size // 9 + 1))[:size],
    "Arabic": lambda size: ("مرحبا بكم " * (size // 10 + 1))[:size],
    "combining marks": lambda size: ("a" + "\u0301\u0308\u0323" * 3) * (size // 10),
    "emoji sequences": lambda size: "👩\u200d🚀👍🏽🇰🇿" * (size // 7),
    "paragraphs of a word": lambda size: "\n\n".join(["word"] * (size // 6)),
    "list of short lines": lambda size: "\n".join(["- word"] * (size // 7)),
    "brackets from right to left": lambda size: ("(א[ב]ג)" * (size // 7 + 1))[:size],
}


def worker(shape: str, size: int) -> None:
    from docforge.context import Context
    from docforge.diagnostics import Report
    from docforge.model import Pack
    from docforge.presentation import Direction, Inline, Item, PageText, Presentation, Role, Section, SectionKind
    from docforge.write import WriteSettings, write

    text = SHAPES[shape](size)
    direction = Direction.RTL if shape == "brackets from right to left" else Direction.LTR
    items = tuple(
        Item(Role.BODY, (Inline(block),), "en", direction) for block in text.split("\n\n" if "\n\n" in text else "\n")
    )
    section = Section(SectionKind.ARTICLE, "a1", "Title", "en", direction, items)
    presentation = Presentation(
        title="Title", language="en", locale="en", direction=direction, sections=(section,), paper_mm=(210.0, 297.0),
        page_text=PageText("Title", "{page} / {pages}"), identifier=f"urn:uuid:{'0' * 32}",
        origin=Pack("Title", "en", ()),
    )  # fmt: skip
    begun = time.process_time()
    pdf = write(presentation, "pdf", WriteSettings(), context=Context.fixed(), report=Report())
    print(time.process_time() - begun, len(pdf))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--largest", type=int, default=10_000_000)
    parser.add_argument("--shapes", default="")
    parser.add_argument("--worker", nargs=2, default=())
    chosen = parser.parse_args()
    if chosen.worker:
        worker(chosen.worker[0], int(chosen.worker[1]))
        return
    sizes = [10**power for power in range(4, 9) if 10**power <= chosen.largest]
    print(f"{'CPU s at characters':28}" + "".join(f"{size:>12,}{'exponent':>10}" for size in sizes))
    for shape in chosen.shapes.split(",") if chosen.shapes else SHAPES:
        row, before = f"{shape:28}", 0.0
        for size in sizes:
            command = [sys.executable, __file__, "--worker", shape, str(size)]
            run = subprocess.run(command, capture_output=True, text=True, check=False)
            if run.returncode:
                row += f"  {run.stderr.strip().splitlines()[-1]}"
                break
            cpu = float(run.stdout.split()[0])
            row += f"{cpu:12.2f}" + (f"{math.log10(cpu / before):10.2f}" if before else f"{'':10}")
            before = cpu
        print(row, flush=True)


if __name__ == "__main__":
    main()
