# SPDX-License-Identifier: Apache-2.0
"""Is a finished file sound? Our own structural checks of DOCX, EPUB and PDF, and the outside validators that are there.

Goes in: the bytes or the path of a finished file, from docforge or from anywhere.  Comes out: findings as
values, in a stable order; nothing is repaired, nothing is fetched, nothing in the file is run.  The checks
do not use the writers, so that a fault of a writer is seen and not repeated.  The rules are listed in
``RULES`` and in docs/check.md.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from enum import IntEnum
from pathlib import Path

from docforge.errors import InputError, UsageError
from docforge.records import dataclass
from docforge.text import display_name

__all__ = ["FORMATS", "RULES", "CheckResult", "Finding", "Level", "check_bytes", "check_file", "format_of", "to_plain"]

FORMATS = ("docx", "epub", "pdf")


class Level(IntEnum):
    """How much a finding matters; errors make ``docforge check`` fail, warnings with ``--strict``."""

    INFO = 10
    WARNING = 20
    ERROR = 30


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of one file."""

    format: str
    rule: str
    """Key of ``RULES``, or the identifier that an outside validator gives."""
    level: Level
    place: str
    """Part, object or page; empty for the file as a whole."""
    message: str
    tool: str = "docforge"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What is known about one file after the checks."""

    name: str
    format: str
    findings: tuple[Finding, ...]
    tools: tuple[str, ...]
    """What ran: ``docforge`` first, then outside validators."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that make the file unsound."""
        return tuple(f for f in self.findings if f.level is Level.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that ``--strict`` counts too."""
        return tuple(f for f in self.findings if f.level is Level.WARNING)

    def lines(self, *, quiet: bool = False) -> Iterator[str]:
        """Yield the result for people: one line for each finding, then one for the file; *quiet* drops sound files."""
        for own in self.findings:
            place = f" {own.place}:" if own.place else ""
            yield f"{self.name}: {own.level.name.lower()} {own.rule}:{place} {own.message}"
        if self.findings or not quiet:
            counts = [(len(self.errors), "error"), (len(self.warnings), "warning")]
            state = ", ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts) if self.findings else "sound"
            yield f"{self.name}: {state} ({', '.join(self.tools)})"


RULES: dict[str, tuple[Level, str]] = {
    "FILE-1": (Level.WARNING, "the content is {content}: programs that go by the ending .{ending} will not open it"),
    # -- archives (DOCX, EPUB) ---------------------------------------------------------------
    "ZIP-1": (Level.ERROR, "not a sound ZIP archive: {why}"),
    "ZIP-2": (Level.ERROR, "the entry stands there more than once"),
    "ZIP-3": (Level.ERROR, "the entry's name leaves the archive"),
    "ZIP-4": (Level.ERROR, "unpacks to more than {limit} MiB; the rest was not checked"),
    "ZIP-5": (Level.ERROR, "the entry is encrypted"),
    "XML-1": (Level.ERROR, "not well-formed XML: {why}"),
    "XML-2": (Level.ERROR, "a document type with declarations of its own"),
    # -- EPUB --------------------------------------------------------------------------------
    "EPUB-1": (Level.ERROR, "'mimetype' must come first, uncompressed, and say application/epub+zip"),
    "EPUB-2": (Level.ERROR, "META-INF/container.xml names no package document"),
    "EPUB-3": (Level.ERROR, "required metadata is missing: {what}"),
    "EPUB-4": (Level.ERROR, "the manifest names {what}, which is not there"),
    "EPUB-5": (Level.WARNING, "the file is not in the manifest"),
    "EPUB-6": (Level.ERROR, "the spine names {what}, which is not in the manifest"),
    "EPUB-7": (Level.ERROR, "there is no navigation document with a table of contents"),
    "EPUB-8": (Level.ERROR, "the reference {what} leads nowhere"),
    "EPUB-9": (Level.ERROR, "active or remote content: {what}"),
    "EPUB-10": (Level.ERROR, "the id {what} stands there more than once"),
    "EPUB-11": (Level.WARNING, "headings skip from level {before} to {after}"),
    "EPUB-12": (Level.WARNING, "the document names no language"),
    "EPUB-13": (Level.WARNING, "the picture {what} has no alternative text"),
    "EPUB-14": (Level.WARNING, "accessibility metadata is missing: {what}"),
    "EPUB-15": (Level.ERROR, "an entry of the table of contents has no text"),
    # -- DOCX --------------------------------------------------------------------------------
    "DOCX-1": (Level.ERROR, "the part {what} is missing"),
    "DOCX-2": (Level.ERROR, "no content type is declared for the part"),
    "DOCX-3": (Level.ERROR, "the relationship {what} leads to a part that is not there"),
    "DOCX-4": (Level.ERROR, "the relationship {what} is used and not declared"),
    "DOCX-5": (Level.ERROR, "active or remote content: {what}"),
    "DOCX-6": (Level.WARNING, "headings skip from level {before} to {after}"),
    "DOCX-7": (Level.WARNING, "the document has no {what}"),
    "DOCX-8": (Level.ERROR, "the bookmark {what} is used and not there"),
    "DOCX-9": (Level.WARNING, "the picture {what} has no alternative text"),
    "DOCX-10": (Level.ERROR, "the style {what} is used and not defined"),
    "DOCX-11": (Level.ERROR, "the identifier {what} stands there more than once"),
    # -- PDF ---------------------------------------------------------------------------------
    "PDF-1": (Level.ERROR, "not a PDF file, or cut off: {why}"),
    "PDF-2": (Level.ERROR, "cannot be read: {why}"),
    "PDF-3": (Level.WARNING, "the document has no {what}"),
    "PDF-4": (Level.ERROR, "the font {what} is not embedded"),
    "PDF-5": (Level.ERROR, "active or remote content: {what}"),
    "PDF-6": (Level.WARNING, "headings skip from level {before} to {after}"),
    "PDF-7": (Level.ERROR, "there are no pages"),
    "PDF-8": (Level.ERROR, "the link target {what} is not there"),
    "PDF-9": (Level.INFO, "only the outline of the file was checked: install pikepdf for the rest"),
    "PDF-10": (Level.WARNING, "the font {what} has no map to Unicode: its text cannot be copied or read aloud"),
    "PDF-11": (Level.ERROR, "opens with a password only; nothing in it was checked"),
    "PDF-12": (Level.ERROR, "damaged: {why}"),
    # -- outside validators ------------------------------------------------------------------
    "TOOL-1": (Level.WARNING, "{tool} did not finish: {why}"),
}
"""Rule identifier -> level and message with named fields."""


def to_plain(result: CheckResult) -> dict[str, object]:
    """Return *result* as JSON objects and arrays."""
    findings = [
        {
            "rule": f.rule,
            "level": f.level.name.lower(),
            "place": f.place,
            "message": f.message,
            "tool": f.tool,
        }
        for f in result.findings
    ]
    return {"file": result.name, "format": result.format, "tools": list(result.tools), "findings": findings}


def finding(format: str, rule: str, place: str = "", **values: object) -> Finding:
    """Return a finding of our own with the wording of ``RULES``."""
    level, template = RULES[rule]
    shown = {key: display_name(str(value)) for key, value in values.items()}
    return Finding(format, rule, level, display_name(place), template.format(**shown))


def format_of(data: bytes, name: str = "") -> str:
    """Tell the format of *data* by its content, then by the ending of *name*.

    Raises:
        UsageError: it is none of ``FORMATS``.
    """
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK") and b"application/epub+zip" in data[:200]:
        return "epub"
    if data.startswith(b"PK") and b"[Content_Types].xml" in data:
        return "docx"
    ending = Path(name).suffix.lower().removeprefix(".")
    if ending in FORMATS:
        return ending
    raise UsageError(f"cannot check {display_name(name)!r}: give {', '.join('.' + f for f in FORMATS)} files")


def check_bytes(data: bytes, format: str) -> tuple[Finding, ...]:
    """Return our own findings on the finished file *data*, worst places first in file order.

    Raises:
        UsageError: *format* is none of ``FORMATS``.
    """
    if format == "epub":
        from docforge.check.epub import check
    elif format == "docx":
        from docforge.check.docx import check
    elif format == "pdf":
        from docforge.check.pdf import check
    else:
        raise UsageError(f"no checks for {format[:40]!r}: choose from {', '.join(FORMATS)}")
    return tuple(dict.fromkeys(check(data)))


def _ending(format: str, name: str) -> Iterator[Finding]:
    ending = Path(name).suffix.lower().removeprefix(".")
    if ending not in ("", format):
        yield finding(format, "FILE-1", content=format.upper(), ending=ending)


def check_file(path: str | os.PathLike[str], *, tools: bool = True) -> CheckResult:
    """Check the file at *path*.

    Args:
        tools: run the outside validators that are installed too (EPUBCheck, veraPDF, the Open XML SDK).

    Raises:
        InputError: the file is not there or cannot be read.
        UsageError: it is none of ``FORMATS``.
    """
    file = Path(path)
    if file.exists() and not file.is_file():
        raise InputError(f"{display_name(str(file))!r} is not a regular file: give a {', '.join(FORMATS)} file")
    try:
        data = file.read_bytes()
    except OSError as error:
        raise InputError(f"cannot read {display_name(str(file))!r} ({error.strerror}): check the path") from error
    own_format = format_of(data, file.name)
    findings = (*_ending(own_format, file.name), *check_bytes(data, own_format))
    ran: tuple[str, ...] = ("docforge",)
    if tools:
        from docforge.check.tools import run_tools

        more, names = run_tools(file, own_format)
        findings, ran = (*findings, *more), (*ran, *names)
    return CheckResult(display_name(file.name), own_format, findings, ran)
