# SPDX-License-Identifier: Apache-2.0
"""``docforge convert`` and ``docforge pack``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docforge.cli.options import (
    DOCUMENT,
    context_of_run,
    endings_of,
    formats_of,
    locales_of,
    read_stdin,
    refuse_bad_reference,
    refuse_shared_pictures,
    settings_of,
    shared,
    write_stdout,
)
from docforge.cli.telling import Progress, say, tell_error, tell_outcome, tell_report, to_plain, write_json
from docforge.errors import DocforgeError, ExitCode, UsageError

if TYPE_CHECKING:
    from docforge.batch import Outcome
    from docforge.model import Article

__all__ = ["convert", "pack"]


@click.command()
@shared("inputs", "output", "formats", "locales", "recursive", *DOCUMENT)
def convert(inputs: tuple[str, ...], **given: Any) -> int:
    """Convert each article to DOCX, PDF, EPUB, HTML or JSON.

    IN is a text file, a pattern such as 'news/*.txt', a folder (with -r), or - for standard input.
    """
    from docforge.batch import expand, plan
    from docforge.batch import run as run_jobs

    settings, context = settings_of(given), context_of_run()
    planned = expand(inputs, recursive=given["recursive"], endings=endings_of(settings))
    refuse_shared_pictures(given["pictures"], len(planned))
    jobs = plan(
        planned,
        output=given["output"],
        formats=formats_of(given["formats"]),
        locales=locales_of(given["locales"]),
    )
    refuse_bad_reference(settings, {name for j in jobs for e in j.editions for name, _ in e.targets}, context)
    stdin = read_stdin(inputs, context)
    progress = Progress(len(jobs), quiet=given["quiet"])
    outcomes = []
    for outcome in run_jobs(jobs, settings, context=context, force=given["force"], strict=given["strict"], stdin=stdin):
        progress.clear()
        tell_outcome(outcome, several=len(jobs) > 1, quiet=given["quiet"], verbose=given["verbose"])
        if outcome.stream is not None:
            write_stdout(outcome.stream)
        # The document itself is no longer needed; a long run must not grow.
        outcomes.append(_summary(outcome))
        progress.step(outcome.job.input.shown)
    progress.clear()
    code = _exit_code(outcomes)
    if given["as_json"]:
        stream = sys.stderr if given["output"] == "-" else sys.stdout
        write_json({"exit": code, "inputs": outcomes}, stream)
    return code


@click.command()
@shared("inputs", "output", "formats", "locales", "recursive")
@click.option("--title", default="", help="Title of the pack; default: the locale's word for it.")
@shared(*DOCUMENT)
def pack(inputs: tuple[str, ...], **given: Any) -> int:
    """Bind articles into one book: cover, linked contents, one article a page.

    -o names the file; with -t docx,pdf,epub its ending is replaced for each format.
    """
    from docforge.batch import expand, load
    from docforge.conversion import EXTENSIONS, render_editions
    from docforge.diagnostics import Report
    from docforge.pack import bind
    from docforge.plugins import load_writer
    from docforge.write.container import refuse_existing, write_atomic

    settings, context, report = settings_of(given), context_of_run(), Report()
    output = given["output"]
    if output is None:
        raise UsageError("a pack needs a name: add -o briefing.pdf")
    formats = formats_of(given["formats"]) or (
        (EXTENSIONS[Path(output).suffix.lower()],) if Path(output).suffix.lower() in EXTENSIONS else ()
    )
    if not formats:
        raise UsageError(f"no format for {output[:60]!r}: end the name in .pdf, .docx or .epub, or add -t")
    locales = locales_of(given["locales"]) or ("en",)
    targets = _pack_targets(output, formats, locales, {name: load_writer(name).extension for name in formats})
    for path in targets.values():
        if path is not None:
            refuse_existing(path, overwrite=given["force"])
    refuse_bad_reference(settings, formats, context)

    planned = expand(inputs, recursive=given["recursive"], endings=endings_of(settings))
    refuse_shared_pictures(given["pictures"], len(planned))
    stdin = read_stdin(inputs, context)
    progress = Progress(len(planned), quiet=given["quiet"])
    articles: list[Article] = []
    failures: list[dict[str, Any]] = []
    for own in planned:
        try:
            articles.extend(load(own, settings, context=context, report=report, stdin=stdin))
        except DocforgeError as error:
            progress.clear()
            tell_error(error, own.shown)
            failures.append({"input": own.shown, "error": str(error), "exit": int(error.exit_code)})
            if len(planned) == 1:
                return int(error.exit_code)
        progress.step(own.shown)
    progress.clear()
    if failures and (given["strict"] or not articles):
        return int(ExitCode.SOME_FAILED)

    written: list[str] = []
    documents: list[tuple[Path | None, bytes]] = []
    for tag in locales:
        book = bind(articles, title=given["title"], locale=tag, limits=context.limits)
        files = render_editions(book, formats, replace(settings, locale=tag), context=context, report=report)
        documents += [(targets[tag, name], files[name]) for name in formats]
    tell_report(report, "", quiet=given["quiet"], verbose=given["verbose"])
    if given["strict"] and report.warnings:
        return int(ExitCode.WARNINGS)
    for path, data in documents:
        if path is None:
            write_stdout(data)
            continue
        write_atomic(path, data, overwrite=given["force"])
        written.append(str(path))
        if not given["quiet"]:
            say(f"wrote {path}")
    code = int(ExitCode.SOME_FAILED) if failures else int(ExitCode.DONE)
    if given["as_json"]:
        result = {"exit": code, "outputs": written, "failed": failures, "diagnostics": [to_plain(d) for d in report]}
        write_json(result, sys.stderr if output == "-" else sys.stdout)
    return code


def _pack_targets(
    output: str, formats: Sequence[str], locales: Sequence[str], extensions: dict[str, str]
) -> dict[tuple[str, str], Path | None]:
    """Name the file of each (locale, format)."""
    if output == "-":
        if len(formats) * len(locales) != 1:
            raise UsageError("standard output holds one document: name one format and one locale")
        return {(locales[0], formats[0]): None}
    path = Path(output)
    stem = (
        path.with_suffix("") if path.suffix.lower() in set(extensions.values()) | {".docx", ".pdf", ".epub"} else path
    )
    several = len(locales) > 1
    return {
        (tag, name): stem.with_name(stem.name + (f".{tag}" if several else "") + extensions[name])
        for tag in locales
        for name in formats
    }


def _summary(outcome: Outcome) -> dict[str, Any]:
    error = outcome.error
    code = ExitCode.WARNINGS if outcome.strict_failure else ExitCode.DONE if error is None else error.exit_code
    return {
        "input": outcome.job.input.shown,
        "exit": int(code),
        "outputs": [str(path) for path in outcome.outputs],
        "error": None if error is None else str(error),
        "diagnostics": [to_plain(d) for d in outcome.report],
    }


def _exit_code(summaries: Sequence[dict[str, Any]]) -> int:
    failed = [own["exit"] for own in summaries if own["exit"]]
    if not failed:
        return int(ExitCode.DONE)
    if len(summaries) == 1 or all(code == int(ExitCode.WARNINGS) for code in failed):
        return int(failed[0])
    return int(ExitCode.SOME_FAILED)
