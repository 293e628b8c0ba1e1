# SPDX-License-Identifier: Apache-2.0
"""CPU and memory of tagged PDF, docforge and typst side by side on the same texts.

    python benchmarks/pdf_bulk.py bulk CORPUS [--count 300] [--typst PYTHON]
    python benchmarks/pdf_bulk.py book CORPUS [--count 1000] [--typst PYTHON]

CORPUS is a folder of plain-text articles (headline, blank line, paragraphs).  ``bulk`` writes one PDF for
each article in one process, ``book`` all articles as one PDF with outline and contents.  Each contestant runs in
a process of its own; articles are detected, or turned into typst source, before its clock starts.  PYTHON is an
interpreter that has the ``typst`` package; without it docforge runs alone.  Compare ratios of one run, not
figures of different machines.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

FONTS = "Noto Serif", "Noto Serif CJK SC", "DejaVu Serif"


def typst_source(files: list[Path], contents: bool) -> str:
    families = ", ".join(json.dumps(name) for name in FONTS)
    parts = [
        '#set document(title: "Briefing")\n#set page(paper: "a4", margin: 25mm, numbering: "1 / 1")\n'
        f'#set text(font: ({families}), size: 10.5pt, lang: "en")\n#set par(justify: true)\n'
    ]
    if contents:
        parts.append("#outline()\n")
    for file in files:
        head, *body = [block for block in re.split(r"\n\s*\n", file.read_text(encoding="utf-8")) if block.strip()]
        language = file.stem.rpartition("_")[2]
        if contents:
            parts.append("#pagebreak(weak: true)\n")
        texts = [f"#text({json.dumps(' '.join(block.split()), ensure_ascii=False)})" for block in body]
        title = json.dumps(" ".join(head.split()), ensure_ascii=False)
        parts.append(f'#set text(lang: "{language}")\n= #text({title})\n\n' + "\n\n".join(texts) + "\n\n")
    return "".join(parts)


def run_typst(mode: str, files: list[Path]) -> list[bytes | None]:
    import typst

    groups = [[file] for file in files] if mode == "bulk" else [files]
    sources = [typst_source(group, mode == "book").encode() for group in groups]
    fonts = typst.Fonts()
    start()
    return [typst.compile(source, format="pdf", pdf_standards="ua-1", font_paths=fonts) for source in sources]


def run_docforge(mode: str, files: list[Path]) -> list[bytes]:
    from docforge.context import Context
    from docforge.detect import detect
    from docforge.diagnostics import Report
    from docforge.model import Pack, PackSection
    from docforge.present import present
    from docforge.reading import ReadSettings, read_source
    from docforge.settings import PresentSettings
    from docforge.write import WriteSettings, write

    context, report = Context.fixed(), Report()
    articles = tuple(
        detect(read_source(file.read_bytes(), ReadSettings(file.name), context=context, report=report), report=report)
        for file in files
    )
    origins = articles if mode == "bulk" else (Pack("Briefing", "en", (PackSection("", articles),)),)
    settings = WriteSettings()
    start()
    made = []
    for origin in origins:
        presentation = present(origin, PresentSettings(), context=context, report=report)
        made.append(write(presentation, "pdf", settings, context=context, report=report))
    return made


def start() -> None:
    global started, before  # the worker has one clock
    started, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


started, before = 0.0, 0


def worker(contestant: str, mode: str, files: list[Path]) -> None:
    made = {"docforge": run_docforge, "typst": run_typst}[contestant](mode, files)
    cpu = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    size = sum(len(pdf or b"") for pdf in made)
    pages = sum(len(re.findall(rb"/Type\s*/Page\b", pdf or b"")) for pdf in made)
    print(json.dumps({"cpu": cpu, "peak": peak / 1024, "grown": (peak - before) / 1024, "size": size, "pages": pages}))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mode", choices=("bulk", "book"))
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--count", type=int, default=0)
    parser.add_argument("--typst", default="")
    parser.add_argument("--worker", default="")
    chosen = parser.parse_args()
    count = chosen.count or (300 if chosen.mode == "bulk" else 1000)
    files = sorted(chosen.corpus.glob("*.txt"))[:count]
    if chosen.worker:
        worker(chosen.worker, chosen.mode, files)
        return
    print(f"{chosen.mode}, {len(files)} articles")
    print(f"{'':10}{'CPU s':>9}{'ms/article':>12}{'peak MiB':>10}{'grown MiB':>11}{'MB written':>12}")
    rows = {}
    for contestant, python in (("docforge", sys.executable), ("typst", chosen.typst)):
        if not python:
            continue
        command = [python, __file__, chosen.mode, str(chosen.corpus), "--count", str(count), "--worker", contestant]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        if run.returncode:
            sys.exit(run.stderr)
        rows[contestant] = row = json.loads(run.stdout)
        per, size = row["cpu"] / len(files) * 1000, row["size"] / 1e6
        print(f"{contestant:10}{row['cpu']:9.2f}{per:12.1f}{row['peak']:10.0f}{row['grown']:11.0f}{size:12.2f}")
    if len(rows) == 2:
        ours, theirs = rows["docforge"], rows["typst"]
        print(f"docforge / typst: CPU {ours['cpu'] / theirs['cpu']:.2f}, peak {ours['peak'] / theirs['peak']:.2f}")


if __name__ == "__main__":
    main()
