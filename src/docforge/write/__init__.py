# SPDX-License-Identifier: Apache-2.0
"""Presentation -> bytes: the writer protocol and the one entrance to all writers.

A writer maps roles to its format's structures; it decides no label, date, mark or order.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.presentation import Presentation
from docforge.theme import Theme, load_theme

__all__ = ["Reference", "WriteSettings", "Writer", "write"]


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
