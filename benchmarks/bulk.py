# SPDX-License-Identifier: Apache-2.0
"""Text files to DOCX, EPUB and PDF, and books of many articles: docforge and pandoc in the same run.

    BENCH_HOME=DIR python benchmarks/bulk.py FOLDER [--count 1000] [--formats docx,epub,pdf] [--sample 40]
    BENCH_HOME=DIR python benchmarks/bulk.py FOLDER --books 300,1000,3000 [--formats docx,epub]

FOLDER holds plain-text articles (headline, blank line, paragraphs).  The first form measures the whole way of
``docforge convert``, start included, for *count* articles in one process, against a pandoc process for each
article; of those a sample is run, half before and half after, so that a busy machine troubles both alike.  The second
form measures the writers alone on a pack that is detected and presented already, and pandoc on one Markdown with
``--toc``.  pandoc gets Markdown made beforehand; its PDF goes through typst.  CPU is user and system time of the
process and its children.  Memory of a writer is what its peak adds to the process that holds the presentation.
Compare ratios of one run, not figures of different machines.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HOME = Path(os.environ.get("BENCH_HOME", Path(__file__).resolve().parents[1] / ".tools"))
BOUNDS = {"docx": (1 / 6, 1 / 4), "epub": (1 / 6, 1 / 10), "pdf": (None, None)}
"""Format -> the ratio to pandoc that the bulk run and the book must keep."""
COMPILE = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"


def find_pandoc() -> str:
    bundled = sorted(HOME.glob("venv/lib/python*/site-packages/pypandoc/files/pandoc"))
    found = str(bundled[0]) if bundled else shutil.which("pandoc")
    if found is None:
        sys.exit("no pandoc under BENCH_HOME or on the path: install it, or set BENCH_HOME")
    return found


def markdown(file: Path, level: int = 1) -> str:
    blocks = [b.strip() for b in re.split(r"\n\s*\n", file.read_text(encoding="utf-8")) if b.strip()]
    escaped = [re.sub(r"([\\`*_{}\[\]<>#|~^$@])", r"\\\1", b) for b in blocks]
    return "#" * level + " " + escaped[0] + "\n\n" + "\n\n".join(escaped[1:]) + "\n\n"


def cpu_of(commands: list[list[str]], cwd: Path) -> tuple[float, float]:
    """Run *commands* one after another; return CPU seconds, and MiB of the largest process."""
    spent, peak = 0.0, 0
    for command in commands:
        process = subprocess.Popen(command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"exit {process.returncode}: {' '.join(command)[:200]}")
        spent += usage.ru_utime + usage.ru_stime
        peak = max(peak, usage.ru_maxrss)
    return spent, peak / 1024


def pandoc_commands(pandoc: str, sources: list[Path], format: str, work: Path) -> list[list[str]]:
    commands = []
    for source in sources:
        own = [pandoc, str(source), "-M", "title=T", "-M", "lang=en"]
        if format == "pdf":
            commands.append([*own, "-s", "-t", "typst", "-o", str(work / "p.typ")])
            commands.append([str(HOME / "venv/bin/python"), "-c", COMPILE, str(work / "p.typ"), str(work / "p.pdf")])
        else:
            commands.append([*own, "-o", str(work / f"p.{format}")])
    return commands


def bulk(files: list[Path], formats: list[str], sample: int) -> None:
    pandoc = find_pandoc()
    print("| format | articles | docforge CPU ms | pandoc CPU ms | ratio | bound | docforge MiB | bytes an article |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        texts, sources = work / "texts", work / "markdown"
        texts.mkdir()
        sources.mkdir()
        for file in files:
            (texts / file.name).write_bytes(file.read_bytes())
        step = max(len(files) // sample, 1)
        taken = []
        for file in files[::step][:sample]:
            taken.append(sources / f"{file.stem}.md")
            taken[-1].write_text(markdown(file), encoding="utf-8")
        command = [sys.executable, "-m", "docforge", "convert", str(texts), "-r", "-q"]
        for format in formats:
            theirs = pandoc_commands(pandoc, taken, format, work)
            half = len(theirs) // 2
            before, _ = cpu_of(theirs[:half], work)
            out = work / f"out-{format}"
            ours, peak = cpu_of([[*command, "-o", f"{out}/", "-t", format]], work)
            after, _ = cpu_of(theirs[half:], work)
            made = list(out.rglob(f"*.{format}"))
            if len(made) != len(files):
                sys.exit(f"{len(made)} of {len(files)} files were made")
            mine, other = ours / len(files) * 1e3, (before + after) / len(taken) * 1e3
            bound = BOUNDS[format][0]
            size = sum(path.stat().st_size for path in made) // len(made)
            shown = f"{bound:.2f}" if bound else "-"
            print(
                f"| {format} | {len(files)} | {mine:.1f} | {other:.1f} | {mine / other:.3f} | {shown} | "
                f"{peak:.0f} | {size} |"
            )
            sys.stdout.flush()
            shutil.rmtree(out)


# -- books -----------------------------------------------------------------------------------


def writer_alone(files: list[Path], format: str) -> None:
    """In a process of its own: detect and present, then write with the clock running."""
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

    def presented(count: int):
        pack = Pack("Briefing", "en", (PackSection("", articles[:count]),))
        return present(pack, PresentSettings(), context=context, report=report)

    whole = presented(len(articles))
    settings = WriteSettings()
    write(presented(3), format, settings, context=context, report=report)  # imports and caches
    # Linux: the peak starts again from here.
    Path("/proc/self/clear_refs").write_text("5")
    held = status("VmRSS")
    start = time.process_time()
    data = write(whole, format, settings, context=context, report=report)
    spent = time.process_time() - start
    print(json.dumps({"cpu": spent, "grown": status("VmHWM") - held, "bytes": len(data)}))


def status(name: str) -> float:
    """Return a figure of /proc/self/status in MiB."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith(name + ":"))
    return int(line.split()[1]) / 1024


def books(files: list[Path], sizes: list[int], formats: list[str], corpus: Path) -> None:
    pandoc = find_pandoc()
    print("| format | articles | docforge CPU s | pandoc CPU s | ratio | bound | docforge MiB | pandoc MiB | ratio |"
          " CPU ms an article | bytes |")  # fmt: skip
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        for format in formats:
            for size in sizes:
                if len(files) < size:
                    sys.exit(f"{len(files)} articles in {corpus}: {size} are needed")
                (work / "book.md").write_text("".join(map(markdown, files[:size])), encoding="utf-8")
                own = [sys.executable, __file__, str(corpus), "--worker", format, "--count", str(size)]
                rounds = [
                    json.loads(subprocess.run(own, check=True, capture_output=True).stdout)
                    for _ in range(2 if size <= 1000 else 1)
                ]
                mine = min(rounds, key=lambda row: row["cpu"])
                command = [
                    pandoc,
                    "book.md",
                    "-s",
                    "--toc",
                    "-M",
                    "title=Briefing",
                    "-M",
                    "lang=en",
                    "-o",
                    f"b.{format}",
                ]
                cpu, peak = cpu_of([command], work)
                print(
                    f"| {format} | {size} | {mine['cpu']:.2f} | {cpu:.2f} | {mine['cpu'] / cpu:.3f} | "
                    f"{BOUNDS[format][1]:.2f} | {mine['grown']:.1f} | {peak:.0f} | {mine['grown'] / peak:.3f} | "
                    f"{mine['cpu'] / size * 1e3:.2f} | {mine['bytes']} |"
                )
                sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--formats", default="")
    parser.add_argument("--sample", type=int, default=40)
    parser.add_argument("--books", default="")
    parser.add_argument("--worker", default="", help=argparse.SUPPRESS)
    given = parser.parse_args()
    files = sorted(given.folder.glob("*.txt"))
    if not files:
        sys.exit(f"no .txt files in {given.folder}")
    if given.worker:
        writer_alone(files[: given.count], given.worker)
    elif given.books:
        sizes = [int(part) for part in given.books.split(",")]
        books(files, sizes, (given.formats or "docx,epub").split(","), given.folder)
    else:
        bulk(files[: given.count], (given.formats or "docx,epub,pdf").split(","), given.sample)


if __name__ == "__main__":
    main()
