# SPDX-License-Identifier: Apache-2.0
"""Pictures in finished files: the right bytes, alternative text, caption, credit, size, and one copy of each."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from lxml import etree
from PIL import Image
from tests.support.epubs import NS, Epub
from tests.support.pdfs import structure

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.errors import InputError
from docforge.model import Article, Caption, CreditLine, Picture
from docforge.present import present
from docforge.presentation import Item, Presentation, Role
from docforge.reading.pictures import read_picture
from docforge.settings import PresentSettings
from docforge.theme import load_theme
from docforge.write import WriteSettings, write

TEXT = """Harbour reopens

By Ann Bell

{caption}The harbour opened again on Monday, the harbour master said, and forty boats came in.

The pier is closed until June. Repairs cost two million crowns, the council said on Friday.
"""
CAPTION = "Boats at the quay on Monday.\nPhoto: Ann Bell/Coast Agency\n\n"


def picture(kind: str = "PNG", size: tuple[int, int] = (600, 400), mode: str = "RGB", **words: str) -> Picture:
    image = Image.new("RGB", size, (40, 90, 160))
    image.paste((230, 220, 190), (0, 0, size[0] // 2, size[1] // 2))
    stream = BytesIO()
    (image.quantize(2) if mode == "P" else image.convert(mode)).save(stream, kind)
    name = f"quay.{kind.lower()}"
    return replace(read_picture(stream.getvalue(), name, context=Context.fixed(), report=Report()), **words)


def article(*pictures: Picture, caption: str = "", credit: str = "") -> Article:
    from docforge.conversion import read

    own = read(TEXT.format(caption=caption), overrides={"credit": credit} if credit else {})
    return replace(own, pictures=pictures)


def shown(origin: Article, locale: str = "en", report: Report | None = None) -> Presentation:
    own = report if report is not None else Report()
    return present(origin, PresentSettings(locale=locale), context=Context.fixed(), report=own)


def made(origin: Article, name: str, theme: str = "default") -> bytes:
    settings = WriteSettings(load_theme(theme))
    return write(shown(origin), name, settings, context=Context.fixed(), report=Report())


def roles(items: tuple[Item, ...]) -> list[str]:
    return [f"{item.role.value}{item.figure or ''}" for item in items]


# -- where pictures and their words stand ------------------------------------------------------


def test_a_picture_goes_to_the_articles_own_caption() -> None:
    items = shown(article(picture(), caption=CAPTION)).sections[0].items
    assert roles(items)[2:6] == ["picture1", "caption1", "credit_line1", "body"]
    assert items[2].alternative == "Boats at the quay on Monday."
    assert [item.keep_with_next for item in items[2:5]] == [True, True, False]


def test_a_picture_without_caption_opens_the_body_and_says_what_it_lacks() -> None:
    report = Report()
    items = shown(article(picture()), "de", report).sections[0].items
    assert roles(items)[-3:] == ["picture1", "body", "body"]
    own = next(item for item in items if item.picture)
    assert (own.alternative, own.lang) == ("Foto", "de")
    assert [d.code for d in report if d.code == "DF-P110"] == ["DF-P110"]


def test_the_users_words_win_and_stand_with_the_picture() -> None:
    words = {"alternative": "Two boats", "caption": "Back at last.", "credit": "Ann Bell"}
    report = Report()
    items = shown(article(picture(**words)), report=report).sections[0].items
    own = next(i for i, item in enumerate(items) if item.picture)
    assert [item.text for item in items[own : own + 3]] == ["", "Back at last.", "Photo: Ann Bell"]
    assert items[own].alternative == "Two boats" and not report.warnings


def test_words_that_stand_in_the_text_are_not_said_twice() -> None:
    words = {"caption": "Boats at the quay on Monday.", "credit": "Photo: Ann Bell/Coast Agency"}
    items = shown(article(picture(**words), caption=CAPTION)).sections[0].items
    assert roles(items).count("caption1") == 1 and roles(items).count("credit_line1") == 1


def test_a_set_credit_is_the_first_pictures() -> None:
    items = shown(article(picture(alternative="Quay"), credit="Ann Bell")).sections[0].items
    assert [item.text for item in items if item.figure] == ["", "Photo: Ann Bell"]
    assert [item.text for item in items].count("Photo: Ann Bell") == 1


def test_more_captions_than_pictures_are_not_guessed() -> None:
    origin = article(picture(), caption=CAPTION)
    blocks = list(origin.blocks)
    at = next(i for i, block in enumerate(blocks) if isinstance(block, CreditLine))
    two = [replace(blocks[at - 1], text="Another quay.", span=blocks[at + 1].span)]
    assert isinstance(two[0], Caption)
    origin = replace(origin, blocks=tuple(blocks[: at + 1] + two + blocks[at + 1 :]))
    assert [r for r in roles(shown(origin).sections[0].items) if r[-1] == "1"] == ["picture1"]


def test_further_pictures_follow_the_body() -> None:
    origin = article(picture(alternative="One"), picture("JPEG", alternative="Two"), caption=CAPTION)
    assert roles(shown(origin).sections[0].items)[-4:] == ["credit_line1", "body", "body", "picture2"]


# -- files -------------------------------------------------------------------------------------

KINDS = [("PNG", "RGB"), ("PNG", "L"), ("PNG", "P"), ("JPEG", "RGB"), ("JPEG", "L")]


@pytest.mark.parametrize(("kind", "mode"), KINDS)
def test_pdf_shows_the_very_pixels(kind: str, mode: str) -> None:
    own = picture(kind, mode=mode, alternative="Quay")
    with pikepdf.open(io.BytesIO(made(article(own), "pdf"))) as pdf:
        (image,) = pdf.pages[0].Resources.XObject.values()
        drawn = pikepdf.PdfImage(image).as_pil_image().convert("RGB")
    assert drawn.tobytes() == Image.open(BytesIO(own.data)).convert("RGB").tobytes()


def test_pdf_tags_the_figure_with_its_place_and_caption() -> None:
    document = made(article(picture(), caption=CAPTION), "pdf")
    (figure,) = structure(document).all("Figure")
    assert figure.alternative == "Boats at the quay on Monday."
    (around,) = structure(document).all("Div")
    assert [kid.tag for kid in around.kids] == ["Figure", "Caption", "P"]
    with pikepdf.open(io.BytesIO(document)) as pdf:
        found = next(o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Figure")
        left, bottom, right, top = (float(edge) for edge in found.A.BBox)
        width, height = (float(side) for side in pdf.pages[0].MediaBox[2:])
    assert 0 < left < right < width and 0 < bottom < top < height
    assert (right - left) / (top - bottom) == pytest.approx(1.5, rel=1e-3)


@pytest.mark.parametrize("theme", ["default", "two-column", "large-print"])
@pytest.mark.parametrize("size", [(2000, 300), (300, 2000), (40, 40)])
def test_pictures_fit_their_column_and_small_ones_stay_small(theme: str, size: tuple[int, int]) -> None:
    page = load_theme(theme).page
    width, height = page.picture_size(*size, 240, 700)
    assert width <= 240.001 and height <= 700 * page.picture_height_share + 0.001
    assert size[0] / width * 72 >= page.picture_dpi - 0.001
    assert made(article(picture(size=size, alternative="Quay"), caption=CAPTION), "pdf", theme)[:5] == b"%PDF-"


def test_docx_holds_each_picture_once_with_its_description() -> None:
    own = picture("JPEG", alternative='Quay & "pier" <north>')
    with zipfile.ZipFile(io.BytesIO(made(article(own, replace(own, alternative="Again")), "docx"))) as archive:
        media = [name for name in archive.namelist() if name.startswith("word/media/")]
        assert media == ["word/media/picture1.jpeg"] and archive.read(media[0]) == own.data
        root = etree.fromstring(archive.read("word/document.xml"))
        rels = archive.read("word/_rels/document.xml.rels").decode()
    drawings = root.findall(".//{*}docPr")
    assert [d.get("descr") for d in drawings] == ['Quay & "pier" <north>', "Again"]
    assert len({d.get("id") for d in drawings}) == 2 and rels.count("media/picture1.jpeg") == 1


def test_epub_holds_each_picture_once_in_a_figure() -> None:
    own = picture("JPEG", alternative="Quay")
    book = Epub(made(article(own, own, caption=CAPTION), "epub"))
    (item,) = [i for i in book.manifest.values() if i.get("media-type") == "image/jpeg"]
    assert book.read(item.get("href")) == own.data
    assert "visual" in book.metadata("schema:accessMode") and book.dangling() == []
    (page,) = book.documents()
    first, second = page.iterfind(".//h:figure", NS)
    assert first.find("h:img", NS).get("alt") == "Quay"
    assert [p.get("class") for p in first.find("h:figcaption", NS)] == ["caption", "credit-line"]
    assert second.find("h:figcaption", NS) is None


def test_a_book_without_pictures_claims_none() -> None:
    book = Epub(made(article(), "epub"))
    assert "visual" not in book.metadata("schema:accessMode")


def test_html_carries_its_pictures_and_loads_nothing() -> None:
    own = picture(alternative="Quay")
    document = made(article(own), "html").decode()
    assert 'src="data:image/png;base64,' in document and "img-src data:;" in document
    assert "img-src" not in made(article(), "html").decode()


@pytest.mark.parametrize("name", ["pdf", "docx", "epub", "html"])
def test_the_same_pictures_give_the_same_bytes(name: str) -> None:
    origin = article(picture("JPEG", alternative="Quay"), picture(alternative="Pier"), caption=CAPTION)
    assert made(origin, name) == made(origin, name)


def test_a_picture_that_was_tampered_with_is_refused_in_pdf() -> None:
    own = picture(alternative="Quay")
    forged = replace(own, data=own.data[:24] + b"\x10\x06" + own.data[26:])  # 16 bits with alpha
    with pytest.raises(InputError, match="not in the form that docforge gives pictures"):
        made(article(forged), "pdf")


def test_figures_are_items_of_their_own_role() -> None:
    items = shown(article(picture(alternative="Quay"))).sections[0].items
    assert [(item.role, item.text) for item in items if item.picture] == [(Role.PICTURE, "")]


# -- columns -----------------------------------------------------------------------------------


def test_docx_runs_the_headline_over_both_columns() -> None:
    """A section of one column with heads and feet, then one of two that goes on below it (17.6.22)."""
    with zipfile.ZipFile(io.BytesIO(made(article(picture(), caption=CAPTION), "docx", "two-column"))) as archive:
        body = etree.fromstring(archive.read("word/document.xml")).find("{*}body")
    first, second = body.iterfind(".//{*}sectPr")
    value = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    assert [s.find("{*}type").get(f"{value}val") for s in (first, second)] == ["nextPage", "continuous"]
    assert first.find("{*}cols") is None and second.find("{*}cols").get(f"{value}num") == "2"
    assert first.find("{*}headerReference") is not None and second.find("{*}headerReference") is None
    ends = next(p for p in body.iterfind("{*}p") if p.find("{*}pPr/{*}sectPr") is not None)
    assert "".join(ends.itertext()) == "By Ann Bell"


def test_html_prints_in_the_columns_of_the_theme() -> None:
    assert "article{columns:2;" in made(article(), "html", "two-column").decode()
    assert "article{columns:" not in made(article(), "html").decode()
