# SPDX-License-Identifier: Apache-2.0
"""The DOCX writer: a presentation becomes a document that offices open, edit and send on.

The work is done in ``writer`` and its neighbours, loaded when a document is written.

Rule: ISO/IEC 29500-1 (WordprocessingML), transitional conformance.
"""

from __future__ import annotations

from docforge.context import Context, Limits
from docforge.diagnostics import Report
from docforge.presentation import Presentation
from docforge.write import Reference, WriteSettings

__all__ = ["DocxWriter", "check_reference"]


def check_reference(reference: Reference, limits: Limits) -> None:
    """Raise ``ThemeError`` when *reference* cannot shape documents: damaged, active, outside targets, over limits."""
    from docforge.write.docx.template import load_template

    load_template(reference, limits)


class DocxWriter:
    """Office Open XML text documents."""

    name = "docx"
    extension = ".docx"
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    def write(self, presentation: Presentation, settings: WriteSettings, *, context: Context, report: Report) -> bytes:
        """Return the finished file.

        Raises:
            ThemeError: the reference document is missing or cannot be used.
        """
        from docforge.write.docx.writer import build

        return build(presentation, settings, context=context, report=report)
