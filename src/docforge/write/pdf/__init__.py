# SPDX-License-Identifier: Apache-2.0
"""PDF writer: tagged (PDF/UA-1) and archival (PDF/A-2a, PDF/A-3a with attachments), made in one pass.

Options (``WriteSettings.options``):

``pdf.attach_source``
    ``true`` embeds the source text and the article as JSON; ``extract_attachments`` gives them back.
``pdf.archival``
    ``false`` leaves out the claim to PDF/A; the file is otherwise the same.
``pdf.encrypt``
    A password.  PDF/A forbids encryption, so the file is PDF/UA only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.errors import DocforgeError, UsageError, WriterError
from docforge.presentation import Presentation
from docforge.write import WriteSettings

if TYPE_CHECKING:
    from docforge.write.pdf.canvas import Attachment

__all__ = ["PdfWriter", "extract_attachments"]


class PdfWriter:
    """Writes a presentation as PDF."""

    name = "pdf"
    extension = ".pdf"
    media_type = "application/pdf"

    def write(self, presentation: Presentation, settings: WriteSettings, *, context: Context, report: Report) -> bytes:
        """Return the finished file (see ``write.Writer``).

        Raises:
            UsageError: an option has a value that is none, or two exclude each other.
            MissingError: ``pdf.encrypt`` without pikepdf.
        """
        attach = _flag(settings, "pdf.attach_source", default=False)
        password = settings.option("pdf.encrypt")
        if password and attach:
            raise UsageError("pdf.encrypt and pdf.attach_source exclude each other: PDF/A-3 forbids encryption")
        if password and settings.option("pdf.archival") == "true":
            raise UsageError("pdf.encrypt and pdf.archival exclude each other: PDF/A forbids encryption")
        archival = _flag(settings, "pdf.archival", default=not password)
        if attach and not archival:
            raise UsageError("pdf.attach_source makes a PDF/A-3 file: leave pdf.archival=false out")
        from docforge.write.pdf.attach import encrypted, source_attachments
        from docforge.write.pdf.document import build

        attachments: tuple[Attachment, ...] = source_attachments(presentation) if attach else ()
        try:
            pdf = build(presentation, settings, attachments, archival=archival, context=context, report=report)
        except (DocforgeError, MemoryError, KeyboardInterrupt):
            raise
        except Exception as error:
            raise WriterError(f"the PDF could not be written ({type(error).__name__}: {error})") from error
        return encrypted(pdf, password) if password else pdf


def extract_attachments(pdf: bytes) -> tuple[tuple[str, bytes], ...]:
    """Return (name, content) of each file embedded in *pdf*.

    Raises:
        InputError: *pdf* is not a PDF, is damaged, or is encrypted.
    """
    from docforge.write.pdf.attach import extract_attachments as extract

    return extract(pdf)


def _flag(settings: WriteSettings, name: str, *, default: bool) -> bool:
    value = settings.option(name)
    if value not in ("", "true", "false"):
        raise UsageError(f"option {name} is {value[:40]!r}: give true or false")
    return default if value == "" else value == "true"
