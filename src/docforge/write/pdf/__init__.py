# SPDX-License-Identifier: Apache-2.0
"""PDF writer: tagged (PDF/UA-1), archival (PDF/A-2a, or 3a with attachments), one pass.

Options: ``pdf.attach_source`` (``true`` embeds the source text and the article as JSON),
``pdf.encrypt`` (a password; needs pikepdf, excludes PDF/A).
"""

from __future__ import annotations

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.presentation import Presentation
from docforge.write import WriteSettings

__all__ = ["PdfWriter"]


class PdfWriter:
    """Writes a presentation as PDF."""

    name = "pdf"
    extension = ".pdf"
    media_type = "application/pdf"

    def write(self, presentation: Presentation, settings: WriteSettings, *, context: Context, report: Report) -> bytes:
        """Return the finished file (see ``write.Writer``)."""
        from docforge.write.pdf.document import build

        return build(presentation, settings, (), context=context, report=report)
