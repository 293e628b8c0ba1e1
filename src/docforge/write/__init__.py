# SPDX-License-Identifier: Apache-2.0
"""Presentation -> bytes: the writer protocol and the one entrance to all writers.

A writer maps roles to its format's structures; it decides no label, date, mark or order.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from typing import Protocol, runtime_checkable

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.errors import UsageError
from docforge.plugins import BUILT_IN_WRITERS, writer_names
from docforge.presentation import Presentation
from docforge.records import dataclass
from docforge.theme import Theme, load_theme

__all__ = ["OPTIONS", "Reference", "WriteSettings", "Writer", "check_options", "write"]

OPTIONS: dict[str, str] = {
    "docx.footnotes": "which notes become footnotes: frame, none or all",
    "epub.certified_by": "who certifies the book's accessibility",
    "epub.cover_page": "true: a single article has a cover page too",
    "epub.fonts": "true: fonts go into the book",
    "json.indent": "blanks of indent, 0 for one line",
    "pdf.archival": "false: no PDF/A",
    "pdf.attach_source": "true: source and structure are attached",
    "pdf.encrypt": "the password",
}
"""Settings of one format and what they do; a writer reads no other (tests/formats/test_contract.py)."""


def check_options(names: Iterable[str]) -> None:
    """Refuse settings that no built-in writer reads; those of plug-ins are theirs to judge.

    Raises:
        UsageError: a name that would change nothing.
    """
    for name in names:
        format, dot, _ = name.partition(".")
        known = name in OPTIONS or (dot and format not in BUILT_IN_WRITERS and format in writer_names(installed=True))
        if not known:
            raise UsageError(f"no setting {name[:40]!r}: choose from {', '.join(OPTIONS)}")


@dataclass(frozen=True, slots=True)
class Reference:
    """An office's own document that shapes new ones (DOCX)."""

    name: str
    """File name, for messages."""
    data: bytes


@dataclass(frozen=True, slots=True)
class WriteSettings:
    """What writers may be told besides the presentation."""

    theme: Theme = field(default_factory=load_theme)
    font_folders: tuple[str, ...] = ()
    """Folders with the user's own fonts (PDF)."""
    options: tuple[tuple[str, str], ...] = ()
    """Settings of one format, e.g. ``("pdf.attach_source", "true")``."""
    reference: Reference | None = None
    """Whose page set-up, letterhead and styles a DOCX takes; None takes the theme's."""

    def option(self, name: str, default: str = "") -> str:
        """Return the value of one format's setting."""
        return dict(self.options).get(name, default)


@runtime_checkable
class Writer(Protocol):
    """A format.  Built-in writers and plug-ins meet the same contract (tests/formats/test_contract.py)."""

    name: str
    """What users type after ``-t``."""
    extension: str
    """With the dot."""
    media_type: str

    def write(self, presentation: Presentation, settings: WriteSettings, *, context: Context, report: Report) -> bytes:
        """Return the finished file.

        The same presentation, settings and context give the same bytes.

        Raises:
            FontError: no font for the letters of a script (PDF).
            ThemeError: the theme's resources for this format are missing or bad.
            LimitError: the document is over a documented limit.
            WriterError: the format's library failed.
        """
        ...


def write(presentation: Presentation, name: str, settings: WriteSettings, *, context: Context, report: Report) -> bytes:
    """Write *presentation* in the format *name*.

    Raises:
        UsageError: no writer has that name.
        DocforgeError: see ``Writer.write``.
    """
    from docforge.plugins import load_writer

    return load_writer(name).write(presentation, settings, context=context, report=report)
