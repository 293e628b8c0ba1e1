# SPDX-License-Identifier: Apache-2.0
"""Presentation -> EPUB 3.3, with an NCX for old readers.

``documents`` makes the content documents, ``navigation`` the navigation document and the NCX, ``cover``
the cover picture, ``package`` hands all of it to EbookLib as finished bytes and zips the result the same
way each time.  Nothing of this is imported before a book is written.
"""

from __future__ import annotations

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.presentation import Presentation
from docforge.write import WriteSettings

__all__ = ["EpubWriter"]


class EpubWriter:
    """EPUB 3.3 with EPUB Accessibility 1.1 metadata.

    Options: ``epub.cover_page`` (``true`` gives a single article a cover page; packs have one),
    ``epub.fonts`` (``true`` puts the theme's fonts in, cut down to the book's characters),
    ``epub.certified_by`` (who vouches for EPUB Accessibility 1.1 at WCAG 2.2 level AA).
    """

    name = "epub"
    extension = ".epub"
    media_type = "application/epub+zip"

    def write(self, presentation: Presentation, settings: WriteSettings, *, context: Context, report: Report) -> bytes:
        """Return the finished book.

        Raises:
            ThemeError: the theme's CSS font list is no list of names.
            FontError: fonts are asked for and the theme's family is not installed.
            WriterError: a part is not well-formed, or EbookLib failed.
        """
        from docforge.write.epub.package import build

        return build(presentation, settings, context)
