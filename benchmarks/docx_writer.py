# SPDX-License-Identifier: Apache-2.0
"""DOCX against pandoc and a plain python-docx script: the same articles, in one run, as ratios of process CPU time.

    python benchmarks/docx_writer.py [--corpus FOLDER] [--seed FILE] [--bulk 200] [--books 300,1000,3000]

``--corpus`` is a folder of plain-text articles, names ending in ``_en.txt`` and the like; without it articles are made.

* bulk: ``docforge convert -t docx`` over ``--bulk`` files in one process; pandoc with a process for each of the first
  ``--peers`` files, which it gets as Markdown.  Both whole processes, per article.
* writer alone: from detected articles to bytes, against a python-docx script that adds a heading and paragraphs.
* books: a fresh process takes detected articles from a file, presents and writes them; pandoc makes the book with its
  contents from Markdown.  CPU of the whole process and of presenting and writing alone; peak memory of the process.
* growth: time per article of the book of 3,000 against that of 300.

Pandoc is taken from ``PANDOC`` or the path; what is not there is left out.
"""

from __future__ import annotations

import argparse
import gc
import io
import os
import pickle
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.support.presentations import TEXTS

from docforge.context import Context
from docforge.conversion import detect_article
from docforge.diagnostics import Report
from docforge.model import Article
from docforge.pack import bind
from docforge.present import present
from docforge.presentation import Presentation
from docforge.settings import PresentSettings, Settings
from docforge.write import WriteSettings, write

PANDOC = os.environ.get("PANDOC") or shutil.which("pandoc")
_TAGS = ("en", "en", "en", "kk", "zh-Hans")


def made_text(number: int) -> tuple[str, str]:
    """Language and text of an article of about 3,000 letters."""
    tag = _TAGS[number % len(_TAGS)]
    headline, *own = TEXTS[tag]
    rows = [f"{own[row % len(own)]} {own[(row + 1) % len(own)]} {number}.{row}" for row in range(14)]
    return tag, "\n\n".join([f"{headline} {number}", *rows]) + "\n"


def corpus(folder: str | None, count: int) -> list[tuple[str, str]]:
    """(language, text) of *count* articles."""
    if folder is None:
        return [made_text(number) for number in range(count)]
    files = sorted(Path(folder).glob("*.txt"))[:count]
    return [((re.search(r"_(\w\w)\.txt$", f.name) or ["", "en"])[1], f.read_text(encoding="utf-8")) for f in files]


def blocks(text: str) -> list[str]:
    return [block.strip() for block in re.split(r"\n\s*\n", text) if block.strip()]


def markdown(text: str) -> str:
    head, *rest = (re.sub(r"([\\`*_{}\[\]<>#|~^$@])", r"\\\1", block) for block in blocks(text))
    return "\n\n".join([f"# {head}", *rest]) + "\n\n"


def whole(command: Sequence[str]) -> tuple[float, float]:
    """CPU seconds and peak MiB of one process."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak, gone = 0.0, threading.Event()

    def watch() -> None:
        nonlocal peak
        while not gone.wait(0.01):
            peak = max(peak, high_water(process.pid))

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    _, status, used = os.wait4(process.pid, 0)
    gone.set()
    watcher.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} failed")
    return used.ru_utime + used.ru_stime, peak


def high_water(process: int | str) -> float:
    """Peak MiB of a living process; ``ru_maxrss`` will not do, it starts with the parent's."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0.0
    found = re.search(r"VmHWM:\s*(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


def best(work: Callable[[], object], rounds: int) -> float:
    found = []
    for _ in range(rounds):
        gc.collect()
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def line(what: str, ours: float, theirs: float | None, unit: str, bound: str = "") -> None:
    other = "-" if theirs is None else f"{theirs:.2f}"
    ratio = "-" if theirs is None else f"{ours / theirs:.3f}"
    print(f"{what}\t{ours:.2f}\t{other}\t{unit}\t{ratio}\t{bound}", flush=True)


def detected(texts: Iterable[tuple[str, str]]) -> list[Article]:
    context = Context()
    return [detect_article(text, "", Settings(), context=context, report=Report()) for _, text in texts]


def presented(origin: Article) -> Presentation:
    return present(origin, PresentSettings(), context=Context(), report=Report())


def ours(presentation: Presentation) -> bytes:
    return write(presentation, "docx", WriteSettings(), context=Context(), report=Report())


def plain(text: str) -> bytes:
    import docx

    document = docx.Document()
    head, *rest = blocks(text)
    document.add_heading(head, 1)
    for block in rest:
        document.add_paragraph(block)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def bulk(texts: Sequence[tuple[str, str]], work: Path, peers: int) -> None:
    source, target = work / "in", work / "out"
    source.mkdir()
    for number, (_, text) in enumerate(texts):
        (source / f"{number:05d}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "docforge", "convert", str(source), "-r", "-q", "-t", "docx", "-o", str(target)]
    spent, peak = whole(command)
    theirs, size = None, 0
    if PANDOC:
        few = texts[:peers]
        total = 0.0
        for number, (lang, text) in enumerate(few):
            (work / "a.md").write_text(markdown(text), encoding="utf-8")
            made = work / f"p{number}.docx"
            total += whole([PANDOC, str(work / "a.md"), "-M", "title=T", "-M", f"lang={lang}", "-o", str(made)])[0]
            size += made.stat().st_size
        theirs = total / len(few) * 1e3
    line(f"bulk of {len(texts)}, whole process", spent / len(texts) * 1e3, theirs, "CPU ms an article", "at most 0.167")
    own = [path.stat().st_size for path in sorted(target.rglob("*.docx"))[:peers]]
    if size:
        line("bulk, size", sum(own) / len(own), size / len(own), "bytes an article")
    print(f"bulk, peak memory of docforge\t{peak:.0f}\t-\tMiB", flush=True)


def alone(texts: Sequence[tuple[str, str]], rounds: int) -> None:
    articles = detected(texts)
    presentations = [presented(article) for article in articles]
    ours(presentations[0]), plain(texts[0][1])
    count = len(texts)
    writing = best(lambda: [ours(p) for p in presentations], rounds) / count * 1e3
    both = best(lambda: [ours(presented(a)) for a in articles], rounds) / count * 1e3
    script = best(lambda: [plain(text) for _, text in texts], rounds) / count * 1e3
    line("writer alone", writing, script, "CPU ms an article, python-docx script", "at most 0.2, aim 0.05")
    line("present and write", both, script, "CPU ms an article, python-docx script")


def worker(file: str, target: str) -> None:
    """In a fresh process: write the articles in *file* as one book; print CPU seconds of presenting and writing."""
    with Path(file).open("rb") as stream:
        articles = pickle.load(stream)
    start = time.process_time()
    book = bind(articles, title="Briefing", locale="en", limits=Context().limits)
    presentation = present(book, PresentSettings(locale="en"), context=Context(), report=Report())
    between = time.process_time()
    data = ours(presentation)
    end = time.process_time()
    Path(target).write_bytes(data)
    print(end - start, end - between, high_water("self"))


def books(texts: Sequence[tuple[str, str]], sizes: Sequence[int], work: Path) -> None:
    per_article: dict[int, float] = {}
    for size in sizes:
        with (work / "articles").open("wb") as stream:
            pickle.dump(detected(texts[:size]), stream, pickle.HIGHEST_PROTOCOL)
        target = work / "book.docx"
        command = [sys.executable, __file__, "--worker", str(work / "articles"), str(target)]
        runs = []
        for _ in range(3):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            process = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            runs.append((process, *map(float, done.stdout.split())))
        process, both, writing, peak = min(runs)
        per_article[size] = min(run[2] for run in runs) / size
        cpu = memory = length = None
        if PANDOC:
            (work / "book.md").write_text("".join(markdown(text) for _, text in texts[:size]), encoding="utf-8")
            command = [PANDOC, str(work / "book.md"), "-s", "--toc", "-M", "title=Briefing", "-M", "lang=en"]
            cpu, memory = whole([*command, "-o", str(work / "pandoc.docx")])
            length = (work / "pandoc.docx").stat().st_size / 1024
        line(f"book of {size}, whole process", process, cpu, "CPU s", "at most 0.25")
        line(f"book of {size}, present and write", both, cpu, "CPU s")
        line(f"book of {size}, write", writing, cpu, "CPU s")
        line(f"book of {size}, peak of the process", peak, memory, "MiB", "at most 0.25")
        line(f"book of {size}, size", target.stat().st_size / 1024, length, "KiB")
    if 300 in per_article and 3000 in per_article:
        first, last = per_article[300] * 1e3, per_article[3000] * 1e3
        line("time per article, 3,000 against 300", last, first, "CPU ms", "at most 1.15")


def seed(file: str, work: Path) -> None:
    text = Path(file).read_text(encoding="utf-8")
    own = len(ours(presented(detected([("en", text)])[0])))
    theirs = None
    if PANDOC:
        (work / "seed.md").write_text(markdown(text), encoding="utf-8")
        whole([PANDOC, str(work / "seed.md"), "-M", "title=T", "-M", "lang=en", "-o", str(work / "seed.docx")])
        theirs = (work / "seed.docx").stat().st_size
    line("one article, size", own, theirs, "bytes", "at most 1")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus")
    parser.add_argument("--seed")
    parser.add_argument("--bulk", type=int, default=200)
    parser.add_argument("--peers", type=int, default=20)
    parser.add_argument("--singles", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--books", default="300,1000,3000")
    parser.add_argument("--worker", nargs=2, help=argparse.SUPPRESS)
    own = parser.parse_args()
    if own.worker:
        worker(*own.worker)
        return
    sizes = [int(part) for part in own.books.split(",") if part]
    texts = corpus(own.corpus, max([own.bulk, own.singles, *sizes]))
    print("what\tdocforge\tpeer\tunit\tratio\tbound")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        if own.seed:
            seed(own.seed, work)
        if own.bulk:
            bulk(texts[: own.bulk], work, own.peers)
        if own.singles:
            alone(texts[: own.singles], own.rounds)
        books(texts, [size for size in sizes if size <= len(texts)], work)


if __name__ == "__main__":
    main()
