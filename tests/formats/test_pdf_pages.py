# SPDX-License-Identifier: Apache-2.0
"""Pages as they look: rendered, and compared with pictures that somebody has looked at.

The pictures stand in ``pages/`` beside this file.  After a change that is meant to alter them, run this file with
``DOCFORGE_REVIEW_PAGES=1``, look at every picture that changed, and commit those that are right.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from tests.support import presentations
from tests.support.required import need

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.presentation import Presentation, Role, SectionKind
from docforge.write import WriteSettings
from docforge.write.pdf import PdfWriter

PICTURES = Path(__file__).with_name("pages")
DPI = 64
BLOCK = 8
MEAN_TOLERANCE, BLOCK_TOLERANCE = 1.5, 48
"""Of 255: over the whole page, and for the darkness of any square of 8 pixels."""


def two_columns() -> tuple[Presentation, WriteSettings]:
    theme = WriteSettings().theme
    page = replace(theme.page, columns=2)
    texts = presentations.TEXTS["en"][1:] * 6
    items = [presentations.item(Role.HEADLINE, presentations.TEXTS["en"][0], level=1)]
    for number, text in enumerate(texts):
        if number % 5 == 2:
            items.append(presentations.item(Role.CROSSHEAD, "What the office says", level=2))
        items.append(presentations.item(Role.BODY, text))
    section = presentations.section(SectionKind.ARTICLE, "a1", presentations.TEXTS["en"][0], tuple(items), "en")
    return presentations.document((section,)), WriteSettings(theme=replace(theme, page=page))


def roles() -> tuple[Presentation, WriteSettings]:
    item = presentations.item
    items = (
        item(Role.KICKER, "Transport", keep_with_next=True),
        item(Role.HEADLINE, "River ferries return after nine years, and the band has learnt two new marches", level=1),
        item(Role.SUBHEADLINE, "A timetable from 1962, new engines and an old band on the north quay"),
        item(Role.BYLINE, "By Mira Holt and Jonas Eberle"),
        item(Role.BODY, presentations.TEXTS["en"][1]),
        item(Role.CROSSHEAD, "What a ticket costs", level=2),
        item(Role.LIST_ITEM, "one way, £2.50 for anybody over twelve", level=1, marker="•"),
        item(Role.LIST_ITEM, "only on Sundays", level=2, marker="–"),
        item(Role.QUOTE, "“Nobody counted on the band,” said Ann Vale."),
        item(Role.BODY, "עברית בתוך המאמר, with ✓ ½ and ﷽ and an address: http://example.org/ferries/timetable"),
    )
    section = presentations.section(SectionKind.ARTICLE, "a1", "River ferries return", items, "en")
    return presentations.document((section,)), WriteSettings()


def script(tag: str) -> Callable[[], tuple[Presentation, WriteSettings]]:
    return lambda: (presentations.in_script(tag), WriteSettings())


PAGES: dict[str, Callable[[], tuple[Presentation, WriteSettings]]] = {
    **{tag: script(tag) for tag in presentations.TEXTS},
    "roles": roles,
    "two-columns": two_columns,
}


def rendered(presentation: Presentation, settings: WriteSettings, folder: Path) -> Image.Image:
    """Return the upper three fifths of the first page in grey."""
    file = folder / "page.pdf"
    file.write_bytes(PdfWriter().write(presentation, settings, context=Context.fixed(), report=Report()))
    command = ["pdftoppm", "-gray", "-png", "-singlefile", "-r", str(DPI), "-l", "1", str(file), str(folder / "page")]
    subprocess.run(command, check=True)
    page = Image.open(folder / "page.png").convert("L")
    return page.crop((0, 0, page.width, page.height * 3 // 5))


def darkness(page: Image.Image) -> Image.Image:
    return page.reduce(BLOCK)


@pytest.mark.parametrize("name", PAGES)
def test_page_looks_as_reviewed(name: str, tmp_path: Path) -> None:
    need(shutil.which("pdftoppm"), "pdftoppm is not installed")
    page = rendered(*PAGES[name](), tmp_path)
    picture = PICTURES / f"{name}.png"
    if os.environ.get("DOCFORGE_REVIEW_PAGES") == "1":
        page.quantize(16).save(picture, optimize=True)
    reviewed = Image.open(picture).convert("L")
    assert page.size == reviewed.size
    assert ImageStat.Stat(ImageChops.difference(page, reviewed)).mean[0] <= MEAN_TOLERANCE
    assert ImageChops.difference(darkness(page), darkness(reviewed)).getextrema()[1] <= BLOCK_TOLERANCE


def test_the_tolerance_sees_a_missing_word(tmp_path: Path) -> None:
    need(shutil.which("pdftoppm"), "pdftoppm is not installed")
    presentation, settings = PAGES["en"]()
    page = rendered(presentation, settings, tmp_path)
    section = presentation.sections[0]
    cut = [item for item in section.items if item.role is not Role.BODY]
    bodies = [item for item in section.items if item.role is Role.BODY]
    shorter = replace(bodies[-1], inlines=(replace(bodies[-1].inlines[0], text=bodies[-1].text.rsplit(" ", 1)[0]),))
    changed = replace(presentation, sections=(replace(section, items=(*cut, *bodies[:-1], shorter)),))
    other = rendered(changed, settings, tmp_path)
    assert ImageChops.difference(darkness(page), darkness(other)).getextrema()[1] > BLOCK_TOLERANCE
