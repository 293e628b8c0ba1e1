# SPDX-License-Identifier: Apache-2.0
"""Plain text: listed among the readers, read by ``reading.read_source``."""

from __future__ import annotations

from docforge.diagnostics import Report
from docforge.model import Article
from docforge.reading.formats import NewsItem

__all__ = ["TextReader"]


class TextReader:
    """Plain text in any encoding, with front matter if there is any."""

    name = "text"
    extensions = (".txt", ".text")
    media_type = "text/plain"

    def read(self, data: bytes, *, encoding: str | None, where: str, report: Report) -> tuple[NewsItem | Article, ...]:
        """Return the text as one item."""
        from docforge.reading.decode import decode

        decoded = decode(data, encoding, where, report=report)
        return (NewsItem(decoded.text, (), (), decoded.encoding, decoded.rule),)
