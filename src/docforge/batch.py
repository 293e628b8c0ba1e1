# SPDX-License-Identifier: Apache-2.0
"""Many inputs: plan names first, run in plan order, one bad input costs only itself.

Planning turns what the user named (files, globs, folders, ``-``) into jobs with safe output names that do
not clash; running yields one outcome for each job as it ends.
"""

from __future__ import annotations

import glob
import hashlib
import os
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from docforge.context import Context
from docforge.conversion import EXTENSIONS, Steps, at_once, detection_steps, read_file, write_settings
from docforge.diagnostics import Report
from docforge.errors import CheckError, DocforgeError, FontError, UsageError
from docforge.model import Article
from docforge.patterns import lazily
from docforge.records import dataclass
from docforge.settings import Settings
from docforge.text import display_name

if TYPE_CHECKING:
    from docforge.side import SideWriter

__all__ = ["Edition", "Input", "Job", "Outcome", "expand", "load", "plan", "run", "safe_stem"]

TEXT_SUFFIXES = (".txt", ".text", ".eml", ".nitf", ".iptc", ".7901")
"""What ``-r`` takes from folders: endings that no output has."""

_FOREIGN_ENDING = lazily(r"\.[a-z]{2,4}\d?")
"""What looks like the ending of a file (``report.doc``), and not like a folder's name (``news.2024``)."""
_STEM_BYTES = 120
# Names that Windows keeps for devices, whatever follows the first dot.
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


@dataclass(frozen=True, slots=True)
class Input:
    """One input as planned."""

    path: Path | None
    """None is standard input."""
    relative: str
    """Name used in output names and messages; below the named folder for ``-r``."""

    @property
    def shown(self) -> str:
        """The name for messages, free of control characters."""
        return display_name("standard input" if self.path is None else os.fspath(self.path))


@dataclass(frozen=True, slots=True)
class Edition:
    """One output locale of one job with a target for each format."""

    locale: str | None
    targets: tuple[tuple[str, Path | None], ...]
    """(format, path); a path of None is standard output."""


@dataclass(frozen=True, slots=True)
class Job:
    """One input and all that is to be made of it."""

    input: Input
    editions: tuple[Edition, ...]
    is_one_target: bool = False
    """The user named one file, or standard output, for it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one job ended."""

    job: Job
    outputs: tuple[Path, ...] = ()
    stream: bytes | None = None
    """The document for standard output, if that was the target."""
    articles: tuple[Article, ...] = ()
    report: Report = field(default_factory=Report, compare=False)
    error: DocforgeError | None = None
    strict_failure: bool = False


# -- planning --------------------------------------------------------------------------------


def expand(
    names: Sequence[str], *, recursive: bool = False, endings: Sequence[str] = TEXT_SUFFIXES
) -> tuple[Input, ...]:
    """Turn what the user named into inputs, in order: files, ``-``, globs (sorted), folders (with *recursive*).

    Args:
        endings: of the files that are taken from folders.

    Raises:
        UsageError: nothing named, a glob without a match, a folder without *recursive*.
    """
    found: list[Input] = []
    for name in names:
        if name == "-":
            found.append(Input(None, "article"))
            continue
        path = Path(name)
        if path.is_dir():
            if not recursive:
                raise UsageError(f"{display_name(name)!r} is a folder: add -r to take the texts in it")
            found += _folder(path, tuple(endings))
        elif not os.path.lexists(path) and glob.has_magic(name):
            matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - takes absolute patterns too
            found += [Input(Path(m), Path(m).name) for m in matches if Path(m).is_file()]
            if not matches:
                raise UsageError(f"no file matches {display_name(name)!r}: check the pattern")
        else:
            found.append(Input(path, path.name))
    if not found:
        raise UsageError("no input: name text files, a folder with -r, or - for standard input")
    return tuple(found)


def _folder(top: Path, endings: tuple[str, ...]) -> list[Input]:
    """The text files below *top*, sorted; hidden names and links to folders are passed over."""
    found: list[Input] = []
    for folder, subfolders, files in os.walk(top, followlinks=False):
        subfolders[:] = sorted(n for n in subfolders if not n.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(endings) and not name.startswith("."):
                path = Path(folder) / name
                found.append(Input(path, path.relative_to(top).as_posix()))
    return found


def plan(
    inputs: Sequence[Input],
    *,
    output: str | None,
    formats: Sequence[str],
    locales: Sequence[str],
) -> tuple[Job, ...]:
    """Give each input its editions and output paths.

    Args:
        output: ``-o`` as given: a file, a folder, ``-`` for standard output, None for the current folder.
        formats: names after ``-t``; empty takes the ending of *output*, else docx, pdf and epub.
        locales: canonical tags; with more than one, names carry the tag.

    Raises:
        UsageError: the formats, inputs and *output* do not fit together.
    """
    chosen = tuple(dict.fromkeys(formats)) or _formats_of(output)
    tags: tuple[str | None, ...] = tuple(dict.fromkeys(locales)) or (None,)
    count = len(inputs) * len(chosen) * len(tags)
    if output == "-":
        if count != 1:
            raise UsageError(f"standard output holds one document, not {count}: name one input, -t and -l")
        return (Job(inputs[0], (Edition(tags[0], ((chosen[0], None),)),), is_one_target=True),)
    if output is not None and _names_file(output):
        if count != 1:
            raise UsageError(f"{display_name(output)!r} is one file for {count} documents: give a folder after -o")
        return (Job(inputs[0], (Edition(tags[0], ((chosen[0], Path(output)),)),), is_one_target=True),)
    folder = Path(output) if output is not None else Path()
    stems = _stems(inputs)
    return tuple(
        Job(own, tuple(_edition(folder, stem, tag, chosen, len(tags) > 1) for tag in tags))
        for own, stem in zip(inputs, stems, strict=True)
    )


def _formats_of(output: str | None) -> tuple[str, ...]:
    if output is not None and output != "-" and _names_file(output):
        return (EXTENSIONS[Path(output).suffix.lower()],)
    if output == "-":
        raise UsageError("standard output needs one format: add -t docx, pdf, epub, html or json")
    return ("docx", "pdf", "epub")


def _names_file(output: str) -> bool:
    if output.endswith(("/", os.sep)) or Path(output).is_dir():
        return False
    ending = Path(output).suffix.lower()
    if ending not in EXTENSIONS and _FOREIGN_ENDING.fullmatch(ending):
        raise UsageError(
            f"no format for {display_name(output)!r}: end the name in {', '.join(EXTENSIONS)}, or in / for a folder"
        )
    return ending in EXTENSIONS


def _edition(folder: Path, stem: str, tag: str | None, formats: Sequence[str], tagged: bool) -> Edition:
    from docforge.plugins import load_writer

    name = f"{stem}.{tag}" if tagged and tag else stem
    return Edition(tag, tuple((f, folder / (name + load_writer(f).extension)) for f in formats))


def _stems(inputs: Sequence[Input]) -> list[str]:
    """Output names without ending, below the output folder; inputs that clash get a hash of their path."""
    plain = [_safe_relative(own.relative) for own in inputs]
    # Case and normal form do not tell files apart on every disk.
    folded = [unicodedata.normalize("NFC", stem).casefold() for stem in plain]
    shared = Counter(folded)
    seen: Counter[str] = Counter()
    stems: list[str] = []
    for own, stem, fold in zip(inputs, plain, folded, strict=True):
        if shared[fold] == 1:
            stems.append(stem)
            continue
        path = "-" if own.path is None else os.fspath(own.path)
        seen[path] += 1
        digest = hashlib.sha256(f"{path}#{seen[path]}".encode("utf-8", "replace")).hexdigest()
        stems.append(f"{stem}-{digest[:8]}")
    return stems


def _safe_relative(relative: str) -> str:
    *folders, name = relative.split("/")
    return "/".join([safe_stem(part) for part in folders] + [safe_stem(Path(name).stem)])


def safe_stem(name: str) -> str:
    """Return *name* fit for a file name on Linux, macOS and Windows, non-Latin letters kept.

    At most 120 bytes of UTF-8; never empty, never hidden, never a device name.

    Rule: letters, marks and numbers (Unicode categories L, M, N), ``_``, ``.`` and ``-`` stay, in NFC; format
    characters go; anything else becomes ``-``.
    """
    kept = []
    for char in unicodedata.normalize("NFC", name):
        category = unicodedata.category(char)
        if category[0] in "LMN" or char in "_.-":
            kept.append(char)
        elif category != "Cf":
            kept.append("-")
    joined = "-".join(part for part in "".join(kept).split("-") if part)
    stem = joined.encode("utf-8")[:_STEM_BYTES].decode("utf-8", "ignore").strip(".-")
    if not stem or stem.split(".")[0].casefold() in _DEVICES:
        stem = f"article_{stem}".rstrip("_")
    return stem


# -- running ---------------------------------------------------------------------------------


def load(
    own: Input, settings: Settings, *, context: Context, report: Report, stdin: bytes | None = None
) -> tuple[Article, ...]:
    """Read and detect the stories of one input; *stdin* holds the bytes of standard input.

    Raises:
        DocforgeError: see ``conversion.read_all``.
    """
    return at_once(_load(own, settings, context, report, stdin))


def _load(
    own: Input, settings: Settings, context: Context, report: Report, stdin: bytes | None
) -> Steps[tuple[Article, ...]]:
    from docforge.picture_files import with_all_pictures

    data, name = (stdin or b"", "-") if own.path is None else (read_file(own.path, context.limits), own.path.name)
    articles = yield from detection_steps(data, name, settings, context=context, report=report)
    return with_all_pictures(articles, own.path, settings, context=context, report=report)


def run(
    jobs: Sequence[Job],
    settings: Settings,
    *,
    context: Context,
    force: bool = False,
    strict: bool = False,
    stdin: bytes | None = None,
) -> Iterator[Outcome]:
    """Convert *jobs* and yield an outcome for each, in their order; a failing job never stops the next.

    With *strict* a job with warnings writes nothing.
    """
    for group in _groups(jobs):
        side = _side_writer(jobs)
        reports = [Report() for _ in group]
        try:
            yield from _in_step(
                group,
                reports,
                [
                    _steps(job, settings, context, report, force=force, strict=strict, stdin=stdin, side=side)
                    for job, report in zip(group, reports, strict=True)
                ],
            )
        finally:
            if side is not None:
                side.stop()


_IN_STEP = 16
"""Jobs that are converted side by side, …"""
_IN_STEP_BYTES = 512 * 1024
"""… while their inputs are not larger together: all that is made of them is in memory at once."""


def _groups(jobs: Sequence[Job]) -> Iterator[Sequence[Job]]:
    """Part *jobs* into groups that are converted in step."""
    group: list[Job] = []
    size = 0
    for job in jobs:
        own = _size(job.input)
        if group and (len(group) == _IN_STEP or size + own > _IN_STEP_BYTES):
            yield group
            group, size = [], 0
        group.append(job)
        size += own
    if group:
        yield group


def _size(own: Input) -> int:
    """Return the bytes of an input, 0 where only reading will tell."""
    try:
        return own.path.stat().st_size if own.path is not None else 0
    except (OSError, ValueError):
        return 0


def _in_step(group: Sequence[Job], reports: Sequence[Report], running: Sequence[Steps[Outcome]]) -> Iterator[Outcome]:
    """Take each job of *group* one step further in turn until all have ended; yield their outcomes in order.

    A step's code and tables are near the processor when the next job takes it: the whole costs a seventh less than one
    job after the other.  A fault stops the run as it would there: what comes before it is done.
    """
    ended: dict[int, Outcome | Exception] = {}
    told = 0
    while told < len(group):
        for place, steps in enumerate(running):
            if place < told or place in ended:
                continue
            try:
                next(steps)
            except StopIteration as end:
                ended[place] = end.value
            except DocforgeError as error:
                ended[place] = Outcome(group[place], report=reports[place], error=error)
            except Exception as fault:  # noqa: BLE001 - raised below, in its turn
                ended[place] = fault
            while told in ended:
                outcome = ended.pop(told)
                if isinstance(outcome, Exception):
                    raise outcome
                told += 1
                yield outcome


def _side_writer(jobs: Sequence[Job]) -> SideWriter | None:
    """A second process for a lone article in several formats; for many, one warm process is the economy."""
    from docforge.side import SideWriter, is_worthwhile

    if len(jobs) != 1 or len(jobs[0].editions) != 1:
        return None
    formats = tuple(name for name, _ in jobs[0].editions[0].targets)
    return SideWriter() if is_worthwhile(formats) else None


def _steps(
    job: Job,
    settings: Settings,
    context: Context,
    report: Report,
    *,
    force: bool,
    strict: bool,
    stdin: bytes | None,
    side: SideWriter | None = None,
) -> Steps[Outcome]:
    """Convert one job, with a pause between its steps: read, find structure and speech, present, each format, the disk.

    Documents of several stories, or with pictures, wait for nothing: they would be too much to keep.
    """
    written: list[Path] = []
    _refuse_existing(job, force)
    articles = yield from _load(job.input, settings, context, report, stdin)
    jobs = _story_jobs(job, len(articles), settings)
    if len(jobs) > 1:
        side = None
        for own_job in jobs:
            _refuse_existing(own_job, force)
    waits = len(jobs) == 1 and not any(article.pictures for article in articles)
    finished: list[tuple[Path | None, bytes]] = []
    faults: list[DocforgeError] = []
    for article, own_job in zip(articles, jobs, strict=True):
        try:
            made, missing = yield from _documents(article, own_job, settings, context, report, side, waits=waits)
            if missing and (strict or not made):
                raise missing[0]
            finished += made
            faults += missing
            if len(jobs) > 1 and not strict:
                # The stories of a long dump are written as they are made; nothing of the earlier ones is kept.
                written += _written(finished, job, force)
                finished.clear()
        except DocforgeError as error:
            if len(jobs) == 1 or strict:
                raise
            finished.clear()
            faults.append(error)
    if faults:
        written += _written(finished, job, force)
        return Outcome(job, tuple(written), None, articles, report, faults[0])
    if strict and report.warnings:
        return Outcome(job, articles=articles, report=report, strict_failure=True)
    stream = next((data for path, data in finished if path is None), None)
    written += _written(finished, job, force)
    return Outcome(job, tuple(written), stream, articles, report)


def _documents(
    article: Article,
    job: Job,
    settings: Settings,
    context: Context,
    report: Report,
    side: SideWriter | None,
    *,
    waits: bool,
) -> Steps[tuple[list[tuple[Path | None, bytes]], list[DocforgeError]]]:
    """Make the documents of all editions; one that lacks a font is told and keeps no other from being made."""
    from docforge.present import present
    from docforge.write import write

    finished: list[tuple[Path | None, bytes]] = []
    missing: list[DocforgeError] = []
    for edition in job.editions:
        own = replace(settings, locale=edition.locale or settings.locale)
        names = [name for name, _ in edition.targets]
        if side is not None:
            side.start(article, own, context)
            names.sort(key=lambda name: name == side.format)
        if waits:
            yield
        presentation = present(article, own, context=context, report=report)
        writing = write_settings(names, own, context)
        files: dict[str, bytes] = {}
        for name in names:
            if waits:
                yield
            try:
                if side is not None and name == side.format:
                    files[name], remarks = side.result()
                    report.extend(remarks)
                else:
                    files[name] = write(presentation, name, writing, context=context, report=report)
            except FontError as error:
                missing.append(error)
        finished += [(path, files[name]) for name, path in edition.targets if name in files]
    if waits:
        yield
    return finished, missing


def _refuse_existing(job: Job, force: bool) -> None:
    from docforge.write.container import refuse_existing

    for edition in job.editions:
        for _, path in edition.targets:
            if path is not None:
                refuse_existing(path, overwrite=force)


def _written(finished: Sequence[tuple[Path | None, bytes]], job: Job, force: bool) -> list[Path]:
    """Write the documents that have a path; return the paths."""
    from docforge.write.container import write_atomic

    written: list[Path] = []
    for path, data in finished:
        if not data:
            raise CheckError(f"the document for {job.input.shown!r} came out empty: it was not written")
        if path is not None:
            write_atomic(path, data, overwrite=force)
            written.append(path)
    return written


def _story_jobs(job: Job, count: int, settings: Settings) -> tuple[Job, ...]:
    """One job for each story of an input; the names of several are numbered: ``dump-01.docx``, ``dump-02.docx``.

    Raises:
        UsageError: several stories for one target that the user named.
    """
    if count == 1:
        return (job,)
    streams = any(path is None for edition in job.editions for _, path in edition.targets)
    if streams or (job.is_one_target and settings.split is not True):
        remedy = "or add --no-split" if streams else "add --split to number the names, or --no-split"
        raise UsageError(
            f"{job.input.shown!r} holds {count} stories for one document: give a folder after -o, {remedy}"
        )
    digits = len(str(count))
    return tuple(
        replace(job, editions=tuple(_numbered(edition, f"-{number:0{digits}d}") for edition in job.editions))
        for number in range(1, count + 1)
    )


def _numbered(edition: Edition, number: str) -> Edition:
    """Put *number* after the stem, before the locale tag and the ending."""
    from docforge.plugins import load_writer

    targets: list[tuple[str, Path | None]] = []
    for name, path in edition.targets:
        if path is None:
            continue
        endings = (f".{edition.locale}{load_writer(name).extension}", load_writer(name).extension, path.suffix)
        tail = next(e for e in endings if path.name.endswith(e))
        targets.append((name, path.with_name(path.name.removesuffix(tail) + number + tail)))
    return replace(edition, targets=tuple(targets))
