# SPDX-License-Identifier: Apache-2.0
"""``docforge check``, ``verify`` and ``extract``: what a finished file holds, proved."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from docforge.cli.options import context_of_run, endings_of, read_stdin, settings_of, shared
from docforge.cli.telling import say, tell_error, write_json
from docforge.errors import DocforgeError, ExitCode, InputError

__all__ = ["check", "extract", "verify"]


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--no-tools", is_flag=True, help="Leave out EPUBCheck, veraPDF and the Open XML SDK's validator.")
@click.option("--strict", is_flag=True, help="Warnings count as faults.")
@shared("quiet", "json")
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
            tell_error(error)
            refused.append({"file": display_name(name), "error": str(error)})
            continue
        results.append(result)
        failed = failed or bool(result.errors or (strict and result.warnings))
        for line in () if as_json else result.lines(quiet=quiet):
            click.echo(line)
    code = ExitCode.CHECK if failed else ExitCode.SOME_FAILED if refused else ExitCode.DONE
    if as_json:
        document = {"exit": int(code), "files": [to_plain(result) for result in results], "not_checked": refused}
        write_json(document)
    return int(code)


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="OUT...")
@click.option(
    "--source",
    "inputs",
    multiple=True,
    required=True,
    metavar="IN",
    help="The text it was made from; again for each text of a pack.",
)
@shared("recursive", "lang", "encoding", "from", "split", "set", "quiet", "json")
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
    settings, context = settings_of(given), context_of_run()
    planned = expand(inputs, recursive=given["recursive"], endings=endings_of(settings))
    stdin = read_stdin(inputs, context)
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
        write_json(document)
    return int(code)


@click.command()
@click.argument("file", metavar="OUT.pdf")
@click.option("-o", "--output", default=".", metavar="DIR", help="Folder for the files.", show_default=True)
@shared("force")
def extract(file: str, output: str, force: bool) -> None:
    """Give back the files that --attach-source put into a PDF, byte for byte."""
    from docforge.conversion import read_file
    from docforge.write.container import write_atomic
    from docforge.write.pdf import extract_attachments

    _hush_pdf_library()
    attachments = extract_attachments(read_file(file, context_of_run().limits))
    if not attachments:
        raise InputError(f"{file!r} has no attachments: make it with --attach-source")
    for name, data in attachments:
        path = Path(output) / name
        write_atomic(path, data, overwrite=force)
        say(f"wrote {path}")


def _hush_pdf_library() -> None:
    """Keep pypdf's own remarks on damaged files off the terminal; what matters comes as a message of ours."""
    import logging

    logging.getLogger("pypdf").addHandler(logging.NullHandler())
