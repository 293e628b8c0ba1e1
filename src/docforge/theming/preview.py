# SPDX-License-Identifier: Apache-2.0
"""A theme on paper and screen: the specimen in each format, and a contact sheet of its pages."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.theme import Theme
from docforge.theming.specimen import specimen
from docforge.write import WriteSettings, write

if TYPE_CHECKING:
    from PIL import Image as Raster

__all__ = ["FORMATS", "contact_sheet", "preview"]

FORMATS = ("pdf", "docx", "epub", "html")
_PAGE_WIDTH_PX = 420
_COLUMNS = 4
_GAP_PX = 12
_MOST_PAGES = 12
_DESK = (128, 128, 128)


def preview(theme: Theme, *, context: Context, report: Report) -> dict[str, bytes]:
    """Return file name -> content: ``preview.pdf``, ``.docx``, ``.epub``, ``.html`` and the sheet ``preview.png``.

    Raises:
        FontError: the theme's fonts lack letters of the specimen.
    """
    settings = WriteSettings(theme, theme.font_folders)
    presentation = specimen(theme)
    files = {f"preview.{name}": write(presentation, name, settings, context=context, report=report) for name in FORMATS}
    return {**files, "preview.png": contact_sheet(files["preview.pdf"])}


def contact_sheet(pdf: bytes) -> bytes:
    """Return the first twelve pages of *pdf* side by side, as PNG."""
    import pypdfium2
    from PIL import Image

    document = pypdfium2.PdfDocument(pdf)
    try:
        pages: list[Raster.Image] = []
        for index in range(min(len(document), _MOST_PAGES)):
            page = document[index]
            pages.append(page.render(scale=_PAGE_WIDTH_PX / page.get_width()).to_pil().convert("RGB"))
    finally:
        document.close()
    columns = min(_COLUMNS, len(pages))
    rows = -(-len(pages) // columns)
    width, height = (max(side) for side in zip(*(page.size for page in pages), strict=True))
    sheet = Image.new("RGB", (columns * (width + _GAP_PX) + _GAP_PX, rows * (height + _GAP_PX) + _GAP_PX), _DESK)
    for number, page in enumerate(pages):
        row, column = divmod(number, columns)
        sheet.paste(page, (_GAP_PX + column * (width + _GAP_PX), _GAP_PX + row * (height + _GAP_PX)))
    stream = BytesIO()
    sheet.save(stream, "PNG")
    return stream.getvalue()
