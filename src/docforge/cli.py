# SPDX-License-Identifier: Apache-2.0
"""The ``docforge`` command: the only module that prints, reads standard input or exits.

Documents and machine-readable results go to standard output, everything meant for people to standard
error.  Exit codes are those of ``errors.ExitCode``.  Nothing heavy is imported before a command needs it.
"""

from __future__ import annotations

import errno
import gc
import io
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from docforge._version import __version__
from docforge.errors import DocforgeError, ExitCode, InputError, UsageError

if TYPE_CHECKING:
    from types import FrameType

    from docforge.batch import Input, Outcome
    from docforge.context import Context
    from docforge.copyediting import ProposedChange
    from docforge.diagnostics import Diagnostic, Report
    from docforge.model import Article, Quote
    from docforge.settings import Settings

__all__ = ["command", "main"]

_Command = TypeVar("_Command", bound=Callable[..., Any])
_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_PROGRESS_AFTER_S = 1.0
_PROGRESS_EVERY_S = 0.2
_PLAIN_PROGRESS_EVERY_S = 10.0


_STREAM_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF)


class _ClosedStream(io.TextIOBase):
    """Stands for a standard output that the caller closed: what is written to it is not lost without a word."""

    @property
    def buffer(self) -> _ClosedStream:
        return self

    def write(self, _data: object, /) -> int:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


class _Terminated(BaseException):
    """SIGTERM arrived; unwinds like Ctrl-C so that temporary files go."""


def main(argv: Sequence[str] | None = None) -> NoReturn:
    """Run the command line *argv* (``sys.argv[1:]`` by default) and exit the process."""
    sys.exit(run(argv))


def run(argv: Sequence[str] | None = None) -> int:
    """Run the command line *argv* and return its exit code."""
    _prepare_process()
    try:
        result = command.main(args=None if argv is None else list(argv), prog_name="docforge", standalone_mode=False)
        _flush()
        return int(result) if isinstance(result, int) else int(ExitCode.DONE)
    except click.exceptions.Exit as stop:
        return int(stop.exit_code)
    except click.ClickException as error:
        hint = "docforge --help" if error.__class__ is click.NoSuchOption else "docforge COMMAND --help"
        _say(f"error: {error.format_message()} (see {hint})")
        return int(ExitCode.USAGE)
    except (KeyboardInterrupt, click.Abort):
        _say("interrupted: unfinished files were removed")
        return int(ExitCode.INTERRUPTED)
    except _Terminated:
        return 128 + int(signal.SIGTERM)
    except (BrokenPipeError, SystemExit):
        # click answers a closed pipe with SystemExit; nothing else here raises it.
        _silence_stdout()
        return int(ExitCode.DONE)
    except DocforgeError as error:
        _say(f"error: {error}")
        return int(error.exit_code)
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _STREAM_ERRORS and error.filename is None:
            # Files are written by ``write_atomic``, which says which; what is left is standard output.
            _silence_stdout()
            _say(f"error: cannot write to standard output ({error.strerror}): check where it leads and its free space")
            return int(ExitCode.OUTPUT)
        if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
            _say("error: a file or folder name is longer than the file system takes: shorten it")
            return int(ExitCode.USAGE)
        if os.environ.get("DOCFORGE_DEBUG"):
            raise
        _say(
            f"error: internal fault ({type(error).__name__}: {error}): "
            "please report it with the input; DOCFORGE_DEBUG=1 shows where"
        )
        return int(ExitCode.INTERNAL)


def _prepare_process() -> None:
    # Loading code makes thousands of lasting objects; looking for garbage among them each 700 is a tenth of a start.
    gc.set_threshold(50_000, 20, 20)

    def terminate(_number: int, _frame: FrameType | None) -> None:
        raise _Terminated

    if sys.stdout is None:
        sys.stdout = _ClosedStream()
    try:
        signal.signal(signal.SIGTERM, terminate)
    except ValueError:  # not the main thread
        pass
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            # Names and headlines are in any script; a terminal in another encoding gets escapes, not a crash.
            reconfigure(errors="backslashreplace")


def _say(text: str) -> None:
    """Write one line for people to standard error; a closed stream is no fault."""
    from docforge.text import display_name

    line = text if len(text) <= 600 else text[:599] + "…"
    shown = "\n".join(display_name(part) if len(part) <= 200 else _printable(part) for part in line.split("\n")[:3])
    try:
        sys.stderr.write(shown + "\n")
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        pass


def _printable(text: str) -> str:
    from docforge.text import display_name

    return "".join(display_name(text[i : i + 200]) for i in range(0, len(text), 200))


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _silence_stdout() -> None:
    """Keep the interpreter from complaining about a closed pipe at exit."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        pass


# -- options that several commands share -------------------------------------------------------


def _shared(*names: str) -> Callable[[_Command], _Command]:
    """Decorate a command with the shared options *names*, in that order."""

    def decorate(function: _Command) -> _Command:
        for name in reversed(names):
            function = _OPTIONS[name](function)
        return function

    return decorate


_OPTIONS: dict[str, Callable[[Any], Any]] = {
    "inputs": click.argument("inputs", nargs=-1, required=True, metavar="IN..."),
    "output": click.option("-o", "--output", metavar="FILE|DIR|-", help="Where to write; - is standard output."),
    "formats": click.option(
        "-t",
        "--to",
        "formats",
        metavar="FORMATS",
        help="docx,pdf,epub,html,json; default: -o's ending, else the first three.",
    ),
    "locales": click.option(
        "-l",
        "--locale",
        "locales",
        metavar="LOCALES",
        help="Output locale of dates, labels, paper: fr or en,kk,zh-Hans.",
    ),
    "lang": click.option("--lang", metavar="TAG", help="Language of the article; default: detected."),
    "encoding": click.option("--encoding", metavar="NAME", help="Encoding of the input; default: detected."),
    "from": click.option(
        "--from", "from_format", metavar="FORMAT", help="Format of the input; default: recognised (docforge formats)."
    ),
    "split": click.option(
        "--split/--no-split", default=None, help="Several stories in one file; default: only where beyond doubt."
    ),
    "set": click.option(
        "--set",
        "overrides",
        multiple=True,
        metavar="FIELD=VALUE",
        help="Set a field yourself: headline, byline, date, …",
    ),
    "pictures": click.option(
        "--picture",
        "pictures",
        multiple=True,
        metavar="FILE",
        help="A picture for the one article: PNG, JPEG or WebP; repeat for more.",
    ),
    "sidecars": click.option(
        "--no-sidecars", is_flag=True, help="Leave out pictures that lie beside the text (article.jpg, article-2.png)."
    ),
    "theme": click.option("--theme", default="default", show_default=True, metavar="NAME|DIR", help="How it looks."),
    "reference": click.option(
        "--reference", metavar="FILE.docx", help="Your office's document: letterhead, page set-up, styles of the DOCX."
    ),
    "paper": click.option("--paper", metavar="NAME", help="a4, a5, letter or legal; default: the locale's."),
    "furniture": click.option(
        "--furniture",
        default="inline",
        show_default=True,
        type=click.Choice(["inline", "end", "omit"]),
        help="Menus and share bars found in the text: keep in place, collect at the end, or leave out.",
    ),
    "marking": click.option("--marking", default="", metavar="TEXT", help="Handling mark for the foot of each page."),
    "key_quotes": click.option(
        "--key-quotes",
        type=click.IntRange(0, 50),
        default=0,
        metavar="N",
        help="Repeat at most N quotations in a box below the head of each article.",
    ),
    "calendar": click.option("--calendar", metavar="NAME", help="Calendar of the frame's dates: persian, buddhist, …"),
    "second_calendar": click.option(
        "--second-calendar", metavar="NAME", help="Tell the frame's dates in this calendar too, in brackets."
    ),
    "date_style": click.option(
        "--date-style",
        default="long",
        show_default=True,
        metavar="STYLE",
        help="short, medium, long, full, yMMMMd…, or a house: ap, un, eu, iso, agency.",
    ),
    "dateline": click.option(
        "--dateline",
        default="original",
        show_default=True,
        type=click.Choice(["original", "localised"]),
        help="Keep the dateline as written, or write it as newsrooms of the output locale do.",
    ),
    "rewrite_dates": click.option(
        "--rewrite-dates", is_flag=True, help="Write dates in the text as the output locale does, where that is safe."
    ),
    "typography": click.option(
        "--typography", is_flag=True, help="Set quotation marks, spaces and dashes of the text as its language does."
    ),
    "numbers": click.option(
        "--number-paragraphs",
        is_flag=True,
        help="Number the paragraphs of each article, so that all editions cite alike.",
    ),
    "review": click.option(
        "--review", is_flag=True, help="DOCX: comments where detection is unsure of a part, a speaker or the language."
    ),
    "fonts": click.option(
        "--font-dir", "font_dirs", multiple=True, metavar="DIR", help="Folder with your own fonts (PDF)."
    ),
    "option": click.option(
        "--option", "format_options", multiple=True, metavar="FORMAT.NAME=VALUE", help="Setting of one format (docs/)."
    ),
    "attach": click.option(
        "--attach-source", is_flag=True, help="Attach source text and structure to the PDF (PDF/A-3a); see extract."
    ),
    "encrypt": click.option(
        "--encrypt", is_flag=True, help="Encrypt the PDF (AES-256); asks for the password, or takes DOCFORGE_PASSWORD."
    ),
    "recursive": click.option("-r", "--recursive", is_flag=True, help="Take the texts and mails in folders."),
    "strict": click.option("--strict", is_flag=True, help="Warnings stop the input: exit 3, nothing written."),
    "force": click.option("--force", is_flag=True, help="Replace existing files."),
    "quiet": click.option("-q", "--quiet", is_flag=True, help="Only errors."),
    "verbose": click.option("-v", "--verbose", is_flag=True, help="Also remarks that need no action."),
    "json": click.option("--json", "as_json", is_flag=True, help="Machine-readable result on standard output."),
}

_DOCUMENT = (
    "lang",
    "encoding",
    "from",
    "split",
    "set",
    "pictures",
    "sidecars",
    "theme",
    "reference",
    "paper",
    "furniture",
    "marking",
    "key_quotes",
    "calendar",
    "second_calendar",
    "date_style",
    "dateline",
    "rewrite_dates",
    "typography",
    "numbers",
    "review",
    "fonts",
    "attach",
    "encrypt",
    "option",
    "strict",
    "force",
    "quiet",
    "verbose",
    "json",
)


def _pairs(values: Iterable[str], option: str) -> tuple[tuple[str, str], ...]:
    pairs = []
    for value in values:
        name, equals, own = value.partition("=")
        if not equals or not name.strip():
            raise UsageError(f"{option} {value[:60]!r} has no value: write {option} name=value")
        pairs.append((name.strip(), own.strip()))
    return tuple(pairs)


def _list(value: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (value or "").split(",") if part.strip())


def _settings(given: dict[str, Any]) -> Settings:
    from docforge.settings import Settings

    return Settings(
        encoding=given.get("encoding"),
        lang=given.get("lang"),
        overrides=(*_pairs(given.get("overrides") or (), "--set"), *_picture_overrides(given.get("pictures") or ())),
        sidecars=not given.get("no_sidecars"),
        theme=given.get("theme") or "default",
        paper=given.get("paper"),
        furniture=given.get("furniture") or "inline",
        marking=given.get("marking") or "",
        key_quotes=given.get("key_quotes") or 0,
        **_date_settings(given),
        number_paragraphs=bool(given.get("number_paragraphs")),
        review=bool(given.get("review")),
        font_folders=tuple(given.get("font_dirs") or ()),
        reference=given.get("reference"),
        options=(*_named_options(given.get("format_options") or ()), *_format_options(given)),
        from_format=_reader_name(given.get("from_format")),
        split=given.get("split"),
    )


def _check_reference(settings: Settings, formats: Iterable[str], context: Context) -> None:
    """Refuse a bad reference document once, before any input is read."""
    if settings.reference is None:
        return
    from docforge.conversion import read_reference
    from docforge.write.docx import check_reference

    if "docx" not in formats:
        raise UsageError("--reference shapes DOCX only: add docx to -t, or leave it out")
    reference = read_reference(settings, context)
    if reference is not None:
        check_reference(reference, context.limits)


def _picture_overrides(files: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Return what ``--picture`` is short for: ``--set picture=``, ``--set picture_2=`` and so on."""
    from docforge.model import PICTURE_FIELDS

    if len(files) > len(PICTURE_FIELDS):
        raise UsageError(f"{len(files)} pictures: an article takes {len(PICTURE_FIELDS)} at most")
    return [(names[0], file) for names, file in zip(PICTURE_FIELDS, files, strict=False)]


def _refuse_shared_pictures(pictures: Sequence[str], inputs: int) -> None:
    if pictures and inputs > 1:
        raise UsageError(
            f"--picture goes with one article, not {inputs}: put pictures beside the texts under their names, "
            "or name them in the texts' front matter"
        )


def _date_settings(given: dict[str, Any]) -> dict[str, Any]:
    """The settings of dates and typography; names are checked before anything is read."""
    style, calendar, second = given.get("date_style") or "long", given.get("calendar"), given.get("second_calendar")
    if calendar or second or style != "long":
        from docforge.locale import canonical_calendar, check_date_style

        check_date_style(style)
        calendar = canonical_calendar(calendar) if calendar else None
        second = canonical_calendar(second) if second else None
    return {
        "calendar": calendar,
        "second_calendar": second,
        "date_style": style,
        "rewrite_dates": bool(given.get("rewrite_dates")),
        "typography": bool(given.get("typography")),
        "dateline": given.get("dateline") or "original",
    }


def _named_options(values: Sequence[str]) -> tuple[tuple[str, str], ...]:
    pairs = _pairs(values, "--option")
    if pairs:
        from docforge.write import check_options

        check_options(name for name, _ in pairs)
    return pairs


def _reader_name(value: str | None) -> str | None:
    from docforge.plugins import load_reader

    return None if value is None else load_reader(value).name


def _endings(settings: Settings) -> tuple[str, ...]:
    """What -r takes: the endings of the format that the user named, else those of texts and mails."""
    from docforge.batch import TEXT_SUFFIXES
    from docforge.plugins import load_reader

    return TEXT_SUFFIXES if settings.from_format is None else load_reader(settings.from_format).extensions


def _format_options(given: dict[str, Any]) -> Iterable[tuple[str, str]]:
    """The settings of one format that have an option of their own."""
    if given.get("attach_source"):
        yield "pdf.attach_source", "true"
    if given.get("encrypt"):
        # Never on the command line: other users of the machine can read that.
        password = os.environ.get("DOCFORGE_PASSWORD")
        if password is None:
            password = str(click.prompt("Password for the PDF", hide_input=True, confirmation_prompt=True, err=True))
        if not password:
            raise UsageError("the password is empty: set DOCFORGE_PASSWORD or type one")
        yield "pdf.encrypt", password


def _locales(value: str | None) -> tuple[str, ...]:
    from docforge.locale import canonical_tag

    return tuple(canonical_tag(tag) for tag in _list(value))


def _formats(value: str | None) -> tuple[str, ...]:
    from docforge.plugins import load_writer

    return tuple(load_writer(name).name for name in _list(value))


def _context() -> Context:
    from docforge.context import Context

    return Context.from_environment()


def _stdin(names: Iterable[str], context: Context) -> bytes | None:
    """The bytes of standard input when ``-`` is among *names*."""
    if sum(name == "-" for name in names) == 0:
        return None
    data: bytes = sys.stdin.buffer.read(context.limits.input_bytes + 1)
    if len(data) > context.limits.input_bytes:
        raise InputError(f"standard input is larger than {context.limits.input_bytes // 1_048_576} MiB: split it")
    return data


def _write_stdout(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


# -- commands ------------------------------------------------------------------------------------


@click.group(context_settings=_CONTEXT)
@click.version_option(__version__, "--version", message="docforge %(version)s")
def command() -> None:
    """Turn plain-text news articles into print-ready DOCX, PDF and EPUB.

    \b
    docforge convert article.txt              docx, pdf and epub beside you
    docforge convert *.txt -o out -l fr       French dates and labels
    docforge inspect article.txt              what was found, and why
    docforge pack *.txt -o briefing.pdf       one book with contents
    """


@command.command()
@_shared("inputs", "output", "formats", "locales", "recursive", *_DOCUMENT)
def convert(inputs: tuple[str, ...], **given: Any) -> int:
    """Convert each article to DOCX, PDF, EPUB, HTML or JSON.

    IN is a text file, a pattern such as 'news/*.txt', a folder (with -r), or - for standard input.
    """
    from docforge.batch import expand, plan
    from docforge.batch import run as run_jobs

    settings, context = _settings(given), _context()
    planned = expand(inputs, recursive=given["recursive"], endings=_endings(settings))
    _refuse_shared_pictures(given["pictures"], len(planned))
    jobs = plan(
        planned,
        output=given["output"],
        formats=_formats(given["formats"]),
        locales=_locales(given["locales"]),
    )
    _check_reference(settings, {name for j in jobs for e in j.editions for name, _ in e.targets}, context)
    stdin = _stdin(inputs, context)
    progress = _Progress(len(jobs), quiet=given["quiet"])
    outcomes = []
    for outcome in run_jobs(jobs, settings, context=context, force=given["force"], strict=given["strict"], stdin=stdin):
        progress.clear()
        _tell(outcome, several=len(jobs) > 1, quiet=given["quiet"], verbose=given["verbose"])
        if outcome.stream is not None:
            _write_stdout(outcome.stream)
        # The document itself is no longer needed; a long run must not grow.
        outcomes.append(_summary(outcome))
        progress.step(outcome.job.input.shown)
    progress.clear()
    code = _exit_code(outcomes)
    if given["as_json"]:
        stream = sys.stderr if given["output"] == "-" else sys.stdout
        stream.write(json.dumps({"exit": code, "inputs": outcomes}, ensure_ascii=False, indent=1) + "\n")
    return code


@command.command()
@_shared("inputs", "output", "formats", "locales", "recursive")
@click.option("--title", default="", help="Title of the pack; default: the locale's word for it.")
@_shared(*_DOCUMENT)
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

    settings, context, report = _settings(given), _context(), Report()
    output = given["output"]
    if output is None:
        raise UsageError("a pack needs a name: add -o briefing.pdf")
    formats = _formats(given["formats"]) or (
        (EXTENSIONS[Path(output).suffix.lower()],) if Path(output).suffix.lower() in EXTENSIONS else ()
    )
    if not formats:
        raise UsageError(f"no format for {output[:60]!r}: end the name in .pdf, .docx or .epub, or add -t")
    locales = _locales(given["locales"]) or ("en",)
    targets = _pack_targets(output, formats, locales, {name: load_writer(name).extension for name in formats})
    for path in targets.values():
        if path is not None:
            refuse_existing(path, overwrite=given["force"])
    _check_reference(settings, formats, context)

    planned = expand(inputs, recursive=given["recursive"], endings=_endings(settings))
    _refuse_shared_pictures(given["pictures"], len(planned))
    stdin = _stdin(inputs, context)
    progress = _Progress(len(planned), quiet=given["quiet"])
    articles: list[Article] = []
    failures: list[dict[str, Any]] = []
    for own in planned:
        try:
            articles.extend(load(own, settings, context=context, report=report, stdin=stdin))
        except DocforgeError as error:
            progress.clear()
            _say(f"error: {error}" if own.shown in str(error) else f"error: {own.shown}: {error}")
            failures.append({"input": own.shown, "error": str(error), "exit": int(error.exit_code)})
            if len(planned) == 1:
                return int(error.exit_code)
        progress.step(own.shown)
    progress.clear()
    if failures and (given["strict"] or not articles):
        return int(ExitCode.SOME_FAILED)

    from dataclasses import replace

    written: list[str] = []
    documents: list[tuple[Path | None, bytes]] = []
    for tag in locales:
        book = bind(articles, title=given["title"], locale=tag, limits=context.limits)
        files = render_editions(book, formats, replace(settings, locale=tag), context=context, report=report)
        documents += [(targets[tag, name], files[name]) for name in formats]
    _tell_report(report, "", quiet=given["quiet"], verbose=given["verbose"])
    if given["strict"] and report.warnings:
        return int(ExitCode.WARNINGS)
    for path, data in documents:
        if path is None:
            _write_stdout(data)
            continue
        write_atomic(path, data, overwrite=given["force"])
        written.append(str(path))
        if not given["quiet"]:
            _say(f"wrote {path}")
    code = int(ExitCode.SOME_FAILED) if failures else int(ExitCode.DONE)
    if given["as_json"]:
        result = {"exit": code, "outputs": written, "failed": failures, "diagnostics": [_plain(d) for d in report]}
        (sys.stderr if output == "-" else sys.stdout).write(json.dumps(result, ensure_ascii=False, indent=1) + "\n")
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


@command.command()
@_shared("inputs", "locales", "lang", "encoding", "from", "split", "set")
@_shared("calendar", "second_calendar", "date_style", "dateline", "rewrite_dates", "typography", "json")
def inspect(inputs: tuple[str, ...], as_json: bool, **given: Any) -> int:
    """Show every part that was found, with its place, rule and score.

    With --typography, --rewrite-dates or --dateline localised, show what they would change, before and after.
    """
    from docforge.batch import expand
    from docforge.conversion import proposed_changes

    settings, context = _settings(given), _context()
    tags = _locales(given["locales"])
    if len(tags) > 1:
        raise UsageError("inspect shows one output locale: name one after -l")
    settings = replace(settings, locale=tags[0] if tags else None)
    planned = expand(inputs)
    failed: list[str] = []
    for own, articles, report in _each_read(planned, settings, context, _stdin(inputs, context), failed):
        for number, article in enumerate(articles, 1):
            changes = proposed_changes(article, settings, context=context, report=report)
            if as_json:
                _print_inspection(article, changes, report)
                continue
            story = f", story {number} of {len(articles)}" if len(articles) > 1 else ""
            for line in (*_inspection(article, own.shown + story), *_difference(changes, article.info.offset)):
                sys.stdout.write(line + "\n")
        for remark in () if as_json else report:
            sys.stdout.write(f"  {remark.severity.name.lower()}: {remark.message} [{remark.code}]\n")
    return int(ExitCode.SOME_FAILED if failed else ExitCode.DONE)


def _each_read(
    planned: Sequence[Input], settings: Settings, context: Context, stdin: bytes | None, failed: list[str]
) -> Iterator[tuple[Input, tuple[Article, ...], Report]]:
    """Yield the articles of each input; of several, one that cannot be read is told, noted in *failed* and skipped."""
    from docforge.batch import load
    from docforge.diagnostics import Report

    for own in planned:
        report = Report()
        try:
            articles = load(own, settings, context=context, report=report, stdin=stdin)
        except DocforgeError as error:
            if len(planned) == 1:
                raise
            _say(f"error: {error}" if own.shown in str(error) else f"error: {own.shown}: {error}")
            failed.append(own.shown)
            continue
        yield own, articles, report


def _print_inspection(article: Article, changes: Sequence[ProposedChange], report: Report) -> None:
    document = {
        "article": json.loads(article.to_json()),
        "changes": [
            {"span": [c.span.start, c.span.end], "kind": c.kind, "before": c.before, "after": c.after} for c in changes
        ],
        "diagnostics": [_plain(d) for d in report],
    }
    sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")


def _difference(changes: Sequence[ProposedChange], at: int) -> Iterable[str]:
    """The lines that show what copy-editing on request would change."""
    from docforge.text import display_name

    if not changes:
        return
    yield ""
    yield "changes, before and after (⍽ is a no-break space)"
    visible = str.maketrans("\u00a0\u202f", "⍽⍽")
    for own in changes:
        yield f"{own.span.start + at:>6}-{own.span.end + at:<6}  {own.kind}"
        for sign, text in (("-", own.before), ("+", own.after)):
            yield f"      {sign} {display_name(text.translate(visible))}"


@command.command()
def formats() -> None:
    """List the formats that can be written (-t) and read (--from)."""
    from docforge.plugins import load_reader, load_writer, reader_names, writer_names

    click.echo("written, with -t:")
    for name in writer_names(installed=True):
        writer = load_writer(name)
        click.echo(f"  {writer.name:10} {writer.extension:22} {writer.media_type}")
    click.echo("read, recognised or with --from:")
    for name in reader_names(installed=True):
        reader = load_reader(name)
        click.echo(f"  {reader.name:10} {' '.join(reader.extensions):22} {reader.media_type}")


@command.command()
def locales() -> None:
    """List the output locales: tag, name, and whether labels are translated."""
    from docforge.locale import available_locales, label_language, language_name

    for tag in available_locales():
        labels = label_language(tag)
        note = "" if labels.split("-")[0] == tag.split("-")[0] else f"  (labels: {labels})"
        click.echo(f"{tag:12} {language_name(tag, 'en')}{note}")


@command.command()
def themes() -> None:
    """List the themes that come with docforge (the same as theme list)."""
    _list_themes()


@command.group()
def theme() -> None:
    """Make themes: list, new, check, preview."""


@theme.command("list")
def theme_list() -> None:
    """List the themes that come with docforge."""
    _list_themes()


def _list_themes() -> None:
    from docforge.theme import load_theme, theme_names

    for name in theme_names():
        click.echo(f"{name:16} {load_theme(name).title}")


@theme.command("new")
@click.argument("name", metavar="NAME")
@click.option("--from", "parent", default="default", show_default=True, metavar="NAME|DIR", help="Theme to start from.")
@click.option("-o", "--output", default=".", show_default=True, metavar="DIR", help="Where to put the theme's folder.")
@_shared("force")
def theme_new(name: str, parent: str, output: str, force: bool) -> None:
    """Write the folder NAME with a theme.toml in which every key is explained."""
    from docforge.theme import THEME_NAME, theme_names
    from docforge.theming.scaffold import scaffold
    from docforge.write.container import write_atomic

    if not THEME_NAME.fullmatch(name):
        raise UsageError(f"{name[:40]!r} is no name for a theme: lower-case letters, digits and '-', a letter first")
    if name in theme_names():
        raise UsageError(f"docforge comes with a theme {name!r}: choose another name")
    path = Path(output) / name / "theme.toml"
    if not Path(parent).is_absolute() and Path(parent).is_dir() and parent not in theme_names():
        # 'extends' is read from the new theme's folder.
        text = scaffold(name, parent, extends=Path(os.path.relpath(parent, path.parent)).as_posix())
    else:
        text = scaffold(name, parent)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(path, text.encode("utf-8"), overwrite=force)
    _say(f"wrote {path}")


@theme.command("check")
@click.argument("names", nargs=-1, required=True, metavar="NAME|DIR...")
@_shared("quiet", "json")
def theme_check(names: tuple[str, ...], quiet: bool, as_json: bool) -> int:
    """Check the keys of a theme, its contrast on paper (WCAG 2 AA) and its fonts.

    Exit 0 when all is well, 5 when a theme cannot be used, 7 when its pages would come out bad.
    """
    from docforge.theming.inspection import inspect_theme

    worst = ExitCode.DONE
    results: list[dict[str, Any]] = []
    for name in names:
        try:
            _, findings = inspect_theme(name)
        except DocforgeError as error:
            _say(f"error: {error}")
            worst = ExitCode.MISSING
            continue
        severities = {finding.severity for finding in findings}
        if "error" in severities:
            worst = ExitCode.MISSING
        elif "fault" in severities and worst is ExitCode.DONE:
            worst = ExitCode.CHECK
        shown = [finding for finding in findings if not quiet or finding.severity != "warning"]
        results.append({"theme": name, "findings": [{"severity": f.severity, "message": f.message} for f in findings]})
        if not as_json:
            for finding in shown:
                click.echo(f"{name}: {finding.severity}: {finding.message}")
            if not findings:
                click.echo(f"{name}: sound")
    if as_json:
        sys.stdout.write(json.dumps({"exit": int(worst), "themes": results}, ensure_ascii=False, indent=1) + "\n")
    return int(worst)


@theme.command("preview")
@click.argument("name", metavar="NAME|DIR")
@click.option("-o", "--output", default=".", show_default=True, metavar="DIR", help="Folder for the files.")
@_shared("force", "quiet")
def theme_preview(name: str, output: str, force: bool, quiet: bool) -> None:
    """Write a page with every role in each format, and a PNG contact sheet of the PDF."""
    from docforge.diagnostics import Report
    from docforge.theme import load_theme
    from docforge.theming.preview import preview
    from docforge.write.container import refuse_existing, write_atomic

    report = Report()
    files = preview(load_theme(name), context=_context(), report=report)
    _tell_report(report, "", quiet=quiet, verbose=False)
    folder = Path(output)
    for own in files:
        refuse_existing(folder / own, overwrite=force)
    for own, data in files.items():
        write_atomic(folder / own, data, overwrite=force)
        if not quiet:
            _say(f"wrote {folder / own}")


@command.command()
@_shared("fonts")
def fonts(font_dirs: tuple[str, ...]) -> None:
    """List the fonts for PDF: family, styles, scripts they cover, where they come from."""
    from docforge.typeset import font_catalogue

    for own in font_catalogue(font_dirs).coverage():
        click.echo(f"{own.family}  [{'; '.join(own.styles)}]  {own.origin}\n    {' '.join(own.scripts) or '-'}")


@command.command()
@click.argument("file", metavar="OUT.pdf")
@click.option("-o", "--output", default=".", metavar="DIR", help="Folder for the files.", show_default=True)
@_shared("force")
def extract(file: str, output: str, force: bool) -> None:
    """Give back the files that --attach-source put into a PDF, byte for byte."""
    from docforge.conversion import read_file
    from docforge.write.container import write_atomic
    from docforge.write.pdf import extract_attachments

    _hush_pdf_library()
    attachments = extract_attachments(read_file(file, _context().limits))
    if not attachments:
        raise InputError(f"{file!r} has no attachments: make it with --attach-source")
    for name, data in attachments:
        path = Path(output) / name
        write_atomic(path, data, overwrite=force)
        _say(f"wrote {path}")


def _hush_pdf_library() -> None:
    """Keep pypdf's own remarks on damaged files off the terminal; what matters comes as a message of ours."""
    import logging

    logging.getLogger("pypdf").addHandler(logging.NullHandler())


@command.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--no-tools", is_flag=True, help="Leave out EPUBCheck, veraPDF and the Open XML SDK's validator.")
@click.option("--strict", is_flag=True, help="Warnings count as faults.")
@_shared("quiet", "json")
def check(files: tuple[str, ...], no_tools: bool, strict: bool, quiet: bool, as_json: bool) -> int:
    """Check finished DOCX, EPUB and PDF files: structure, links, languages, nothing active inside.

    Exit 0 when all are sound, 7 when one is not.
    """
    from docforge.check import check_file, to_plain
    from docforge.text import display_name

    _hush_pdf_library()
    results = []
    refused: list[dict[str, str]] = []
    failed = False
    for name in files:
        try:
            result = check_file(name, tools=not no_tools)
        except DocforgeError as error:
            _say(f"error: {error}")
            refused.append({"file": display_name(name), "error": str(error)})
            continue
        results.append(result)
        failed = failed or bool(result.errors or (strict and result.warnings))
        for line in () if as_json else result.lines(quiet=quiet):
            click.echo(line)
    code = ExitCode.CHECK if failed else ExitCode.SOME_FAILED if refused else ExitCode.DONE
    if as_json:
        document = {"exit": int(code), "files": [to_plain(result) for result in results], "not_checked": refused}
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    return int(code)


@command.command()
@click.argument("files", nargs=-1, required=True, metavar="OUT...")
@click.option(
    "--source",
    "inputs",
    multiple=True,
    required=True,
    metavar="IN",
    help="The text it was made from; again for each text of a pack.",
)
@_shared("recursive", "lang", "encoding", "from", "split", "set", "quiet", "json")
def verify(files: tuple[str, ...], inputs: tuple[str, ...], quiet: bool, as_json: bool, **given: Any) -> int:
    """Prove that every quotation of IN stands in OUT word for word, and that OUT quotes nothing else.

    OUT is a DOCX, EPUB, PDF, HTML or JSON file. Only white space and line breaks may differ; each quotation is
    listed with the SHA-256 of its words. Exit 0 when all hold, 7 when one does not.
    """
    from docforge.batch import expand, load
    from docforge.conversion import read_file
    from docforge.diagnostics import Report
    from docforge.verify import to_plain
    from docforge.verify import verify as prove

    _hush_pdf_library()
    settings, context = _settings(given), _context()
    planned = expand(inputs, recursive=given["recursive"], endings=_endings(settings))
    stdin = _stdin(inputs, context)
    articles = [
        article for own in planned for article in load(own, settings, context=context, report=Report(), stdin=stdin)
    ]
    results = []
    for name in files:
        result = prove(read_file(name, context.limits), articles, name=Path(name).name)
        results.append(result)
        for line in () if as_json else result.lines(quiet=quiet):
            click.echo(line)
    code = ExitCode.DONE if all(result.holds for result in results) else ExitCode.CHECK
    if as_json:
        document = {"exit": int(code), "files": [to_plain(result) for result in results]}
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    return int(code)


@command.command()
@_shared("inputs", "recursive", "lang", "encoding", "from", "split", "set", "json")
@click.option("--csv", "as_csv", is_flag=True, help="Comma-separated values on standard output.")
def quotes(inputs: tuple[str, ...], as_json: bool, as_csv: bool, **given: Any) -> int:
    """List the quotations: who said what, with place and a SHA-256 of the verbatim words."""
    from docforge.batch import expand

    settings, context = _settings(given), _context()
    planned = expand(inputs, recursive=given["recursive"], endings=_endings(settings))
    rows: list[dict[str, Any]] = []
    failed: list[str] = []
    for own, articles, report in _each_read(planned, settings, context, _stdin(inputs, context), failed):
        _tell_report(report, f"{own.shown}: " if len(planned) > 1 else "", quiet=False, verbose=False)
        for article in articles:
            rows += [_quotation(article, quote, own.shown) for quote in article.quotes if quote.kind != "mention"]
    if as_json:
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
    elif as_csv:
        import csv

        writer = csv.DictWriter(sys.stdout, list(_quotation_fields()), lineterminator="\n")
        writer.writeheader()
        writer.writerows({k: _cell(v) for k, v in row.items()} for row in rows)
    else:
        for row in rows:
            who = row["person"] or row["speaker"] or "–"
            click.echo(f"{who}  ({row['kind']}, {row['source']} {row['start']}-{row['end']})")
            click.echo(f"    {_excerpt(row['text'])}")
    return int(ExitCode.SOME_FAILED if failed else ExitCode.DONE)


def _quotation_fields() -> Sequence[str]:
    return ("source", "kind", "person", "speaker", "cue", "start", "end", "text", "sha256")


def _quotation(article: Article, quote: Quote, source: str) -> dict[str, Any]:
    from docforge.detect.quotes import verbatim_sha256

    values = (
        source,
        str(quote.kind),
        quote.person,
        quote.speaker,
        quote.cue.of(article.text) if quote.cue is not None else None,
        quote.span.start + article.info.offset,
        quote.span.end + article.info.offset,
        quote.text_span.of(article.text),
        verbatim_sha256(article, quote),
    )
    return dict(zip(_quotation_fields(), values, strict=True))


def _cell(value: Any) -> Any:
    """A spreadsheet must not take words for a formula (OWASP, CSV injection)."""
    return "'" + value if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t") else value


@command.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion script of a shell: eval "$(docforge completion bash)"."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None  # noqa: S101 - the three choices above are click's own
    click.echo(kind(command, {}, "docforge", "_DOCFORGE_COMPLETE").source())


# -- telling people ---------------------------------------------------------------------------


class _Progress:
    """How far a run over several inputs is, on standard error, once it takes more than a second."""

    def __init__(self, total: int, *, quiet: bool) -> None:
        self.total, self.done = total, 0
        self.off = quiet or total < 2
        self.terminal = bool(sys.stderr and sys.stderr.isatty())
        self.next = time.monotonic() + _PROGRESS_AFTER_S
        self.width = 0

    def step(self, name: str) -> None:
        self.done += 1
        now = time.monotonic()
        if self.off or now < self.next or self.done >= self.total:
            return
        self.next = now + (_PROGRESS_EVERY_S if self.terminal else _PLAIN_PROGRESS_EVERY_S)
        line = f"{self.done} of {self.total}  {name}"
        if self.terminal:
            self.clear()
            self.width = len(line[:78])
            sys.stderr.write(line[:78])
            sys.stderr.flush()
        else:
            _say(line)

    def clear(self) -> None:
        """Take the progress line off the terminal."""
        if self.width:
            sys.stderr.write("\r" + " " * (self.width * 2) + "\r")
            sys.stderr.flush()
            self.width = 0


def _tell(outcome: Outcome, *, several: bool, quiet: bool, verbose: bool) -> None:
    shown = outcome.job.input.shown
    _tell_report(outcome.report, f"{shown}: " if several else "", quiet=quiet, verbose=verbose)
    if outcome.error is not None:
        text = str(outcome.error)
        _say(f"error: {text}" if not several or shown in text else f"error: {shown}: {text}")
    elif outcome.strict_failure:
        _say(f"error: {shown}: warnings under --strict: nothing was written")
    for path in () if quiet else outcome.outputs:
        _say(f"wrote {path}")


def _tell_report(report: Report, prefix: str, *, quiet: bool, verbose: bool) -> None:
    from docforge.diagnostics import Severity

    for remark in report:
        warns = remark.severity >= Severity.WARNING
        if quiet or not (warns or verbose):
            continue
        action = f" {remark.action}" if remark.action else ""
        _say(f"{'warning' if warns else 'note'}: {prefix}{remark.message} [{remark.code}].{action}")


def _plain(remark: Diagnostic) -> dict[str, Any]:
    place = None if remark.span is None else [remark.span.start, remark.span.end]
    return {"code": remark.code, "severity": remark.severity.name.lower(), "message": remark.message, "span": place}


def _summary(outcome: Outcome) -> dict[str, Any]:
    error = outcome.error
    code = ExitCode.WARNINGS if outcome.strict_failure else ExitCode.DONE if error is None else error.exit_code
    return {
        "input": outcome.job.input.shown,
        "exit": int(code),
        "outputs": [str(path) for path in outcome.outputs],
        "error": None if error is None else str(error),
        "diagnostics": [_plain(d) for d in outcome.report],
    }


def _exit_code(summaries: Sequence[dict[str, Any]]) -> int:
    failed = [own["exit"] for own in summaries if own["exit"]]
    if not failed:
        return int(ExitCode.DONE)
    if len(summaries) == 1 or all(code == int(ExitCode.WARNINGS) for code in failed):
        return int(failed[0])
    return int(ExitCode.SOME_FAILED)


def _inspection(article: Article, shown: str) -> Iterable[str]:
    """The lines of ``inspect`` for people: one for each part, in the order of the text."""
    info, at = article.info, article.info.offset
    language = f"{article.language} ({article.language_rule})"
    kind = "" if info.media_type == "text/plain" else f", {info.media_type}"
    yield f"{shown}: {language}, {info.encoding} ({info.encoding_rule}){kind}, {len(article.text)} characters"
    for name in ("published", "updated"):
        value = getattr(article, name)
        if value is not None:
            yield f"  {name}: {value.iso}" + ("" if value.calendar == "gregorian" else f" ({value.calendar})")
    for name, value in article.overrides:
        yield f"  set: {name} = {_excerpt(value)}"
    for picture in article.pictures:
        yield f"  picture: {_excerpt(picture.name)}, {picture.width_px} × {picture.height_px}, {picture.media_type}"
    yield ""
    yield f"{'place':>13}  {'part':16} {'score':>5}  rule"
    for block in article.blocks:
        yield _part(
            block.span.start + at, block.span.end + at, block.KIND, block.score, block.rule, block.text, block.evidence
        )
        dateline = article.dateline
        if dateline is not None and dateline.span in block.span:
            yield _part(
                dateline.span.start + at,
                dateline.span.end + at,
                "· dateline",
                dateline.score,
                dateline.rule,
                dateline.raw,
                dateline.evidence,
            )
        for quote in article.quotes:
            if block.span.start <= quote.span.start < block.span.end:
                yield from _quote_lines(article, quote)
    for entity in article.entities:
        title = f", {entity.title}" if entity.title else ""
        place = f"{entity.span.start + at:>6}-{entity.span.end + at:<6}"
        yield f"{place}  {entity.kind:16} {'':>5}  {entity.rule}  {entity.name}{title}"


def _quote_lines(article: Article, quote: Quote) -> Iterable[str]:
    yield _part(
        quote.span.start + article.info.offset,
        quote.span.end + article.info.offset,
        f"· {quote.kind}",
        quote.score,
        quote.rule,
        quote.span.of(article.text),
        quote.evidence,
    )
    if quote.speaker:
        person = f" = {quote.person}" if quote.person and quote.person != quote.speaker else ""
        cue = f" (cue: {quote.cue.of(article.text)})" if quote.cue is not None else ""
        yield f"{'':15}said by {_excerpt(quote.speaker)}{person}{cue}"


def _part(start: int, end: int, kind: str, score: float, rule: str, text: str, evidence: Iterable[Any]) -> str:
    notes = "; ".join(e.note or e.rule for e in evidence if (e.note or e.rule) != rule)
    return f"{start:>6}-{end:<6}  {kind:16} {score:>5.2f}  {rule}{f' [{notes}]' if notes else ''}  {_excerpt(text)}"


def _excerpt(text: str) -> str:
    from docforge.text import display_name

    flat = " ".join(text.split())
    return display_name(flat if len(flat) <= 70 else flat[:50] + " … " + flat[-17:])
