# SPDX-License-Identifier: Apache-2.0
"""Options that several commands share, and what they mean for the library: ``Settings``, locales, formats, inputs."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from docforge.cli.telling import tell_error
from docforge.errors import DocforgeError, InputError, UsageError

if TYPE_CHECKING:
    from docforge.batch import Input
    from docforge.context import Context
    from docforge.diagnostics import Report
    from docforge.model import Article
    from docforge.settings import Settings

__all__ = [
    "DOCUMENT",
    "context_of_run",
    "each_read",
    "endings_of",
    "formats_of",
    "locales_of",
    "read_stdin",
    "refuse_bad_reference",
    "refuse_shared_pictures",
    "settings_of",
    "shared",
    "write_stdout",
]

_Command = TypeVar("_Command", bound=Callable[..., Any])


def shared(*names: str) -> Callable[[_Command], _Command]:
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

DOCUMENT = (
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


def settings_of(given: dict[str, Any]) -> Settings:
    """Return the settings that the options *given* (click's names and values) ask for.

    Raises:
        UsageError: a malformed pair, an unknown field, format option, reader, calendar or date style.
    """
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


def _reader_name(value: str | None) -> str | None:
    from docforge.plugins import load_reader

    return None if value is None else load_reader(value).name


def _picture_overrides(files: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Return what ``--picture`` is short for: ``--set picture=``, ``--set picture_2=`` and so on."""
    from docforge.model import PICTURE_FIELDS

    if len(files) > len(PICTURE_FIELDS):
        raise UsageError(f"{len(files)} pictures: an article takes {len(PICTURE_FIELDS)} at most")
    return [(names[0], file) for names, file in zip(PICTURE_FIELDS, files, strict=False)]


def refuse_shared_pictures(pictures: Sequence[str], inputs: int) -> None:
    """Raise ``UsageError`` where ``--picture`` meets more than one input."""
    if pictures and inputs > 1:
        raise UsageError(
            f"--picture goes with one article, not {inputs}: put pictures beside the texts under their names, "
            "or name them in the texts' front matter"
        )


def refuse_bad_reference(settings: Settings, formats: Iterable[str], context: Context) -> None:
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


def endings_of(settings: Settings) -> tuple[str, ...]:
    """What -r takes: the endings of the format that the user named, else those of texts and mails."""
    from docforge.batch import TEXT_SUFFIXES
    from docforge.plugins import load_reader

    return TEXT_SUFFIXES if settings.from_format is None else load_reader(settings.from_format).extensions


def locales_of(value: str | None) -> tuple[str, ...]:
    """Return the canonical tags of ``-l``, a list with commas; empty for None."""
    from docforge.locale import canonical_tag

    return tuple(canonical_tag(tag) for tag in _list(value))


def formats_of(value: str | None) -> tuple[str, ...]:
    """Return the names of the writers of ``-t``, a list with commas; empty for None."""
    from docforge.plugins import load_writer

    return tuple(load_writer(name).name for name in _list(value))


def context_of_run() -> Context:
    """Return the clock and the limits of this run."""
    from docforge.context import Context

    return Context.from_environment()


def read_stdin(names: Iterable[str], context: Context) -> bytes | None:
    """The bytes of standard input when ``-`` is among *names*."""
    if sum(name == "-" for name in names) == 0:
        return None
    data: bytes = sys.stdin.buffer.read(context.limits.input_bytes + 1)
    if len(data) > context.limits.input_bytes:
        raise InputError(f"standard input is larger than {context.limits.input_bytes // 1_048_576} MiB: split it")
    return data


def each_read(
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
            tell_error(error, own.shown)
            failed.append(own.shown)
            continue
        yield own, articles, report


def write_stdout(data: bytes) -> None:
    """Write a document to standard output."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
