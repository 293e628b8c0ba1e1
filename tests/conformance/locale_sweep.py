# SPDX-License-Identifier: Apache-2.0
"""Every sample in thirty locales and all formats: what a reader of the file sees of the locale, checked by other code.

    python -m tests.conformance.locale_sweep FOLDER [--locales fr-CH,ja] [--articles he,th]

writes ``FOLDER/locale/article.format`` to be looked at, and a pack of all articles for each locale; prints one line for
each fault and ends with 1 if there was one.  Checked are, in each format: the text and its order, the frame's date,
labels, digits (all of one kind), directions, languages, paper, and that no letter was missing and nothing warned.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pikepdf
from lxml import etree

from docforge.context import Context
from docforge.conversion import make_pack, read
from docforge.diagnostics import Report, Severity
from docforge.locale import format_date, label
from docforge.model import Article, Pack
from docforge.present import PresentSettings, present
from docforge.presentation import Direction, InlineKind, Presentation, SectionKind
from docforge.write import WriteSettings, write
from tests.support.epubs import Epub
from tests.support.extraction import missing_from, squeeze
from tests.support.pdfs import artifact_texts, open_pdf, structure

__all__ = ["LOCALES", "articles", "faults_of"]

ROOT = Path(__file__).resolve().parents[2]
FORMATS = ("docx", "pdf", "epub", "html")

# Written down by hand, so that the tables of the product are not checked against themselves.
LOCALES: dict[str, tuple[str, str, str]] = {
    # locale: direction, zero of its digits, paper
    "en-US": ("ltr", "0", "letter"),
    "en-GB": ("ltr", "0", "a4"),
    "fr-FR": ("ltr", "0", "a4"),
    "fr-CH": ("ltr", "0", "a4"),
    "de-CH": ("ltr", "0", "a4"),
    "es-MX": ("ltr", "0", "letter"),
    "ru": ("ltr", "0", "a4"),
    "kk": ("ltr", "0", "a4"),
    "uk": ("ltr", "0", "a4"),
    "sr-Latn": ("ltr", "0", "a4"),
    "el": ("ltr", "0", "a4"),
    "tr": ("ltr", "0", "a4"),
    "ar-EG": ("rtl", "٠", "a4"),
    "fa-IR": ("rtl", "۰", "a4"),
    "he": ("rtl", "0", "a4"),
    "ur-PK": ("rtl", "0", "a4"),
    "hi": ("ltr", "0", "a4"),
    "bn": ("ltr", "০", "a4"),
    "ta": ("ltr", "0", "a4"),
    "th": ("ltr", "0", "a4"),
    "lo": ("ltr", "0", "a4"),
    "km": ("ltr", "0", "a4"),
    "my": ("ltr", "၀", "a4"),
    "ka": ("ltr", "0", "a4"),
    "hy": ("ltr", "0", "a4"),
    "zh-Hans": ("ltr", "0", "a4"),
    "zh-Hant-TW": ("ltr", "0", "a4"),
    "ja": ("ltr", "0", "a4"),
    "ko": ("ltr", "0", "a4"),
    "vi": ("ltr", "0", "a4"),
    "am": ("ltr", "0", "a4"),
}
_PAPER_MM = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NS = {"w": _W[1:-1]}
# Remarks that a locale may give: tables of a territory, labels in another language.
_EXPECTED = {"DF-L101", "DF-P101"}


def articles(only: frozenset[str] = frozenset()) -> Iterator[tuple[str, Article]]:
    """Yield name and article of each sample, and of an article in each language that no sample has."""
    for path in sorted([*(ROOT / "samples").glob("*.txt"), *Path(__file__).with_name("articles").glob("*.txt")]):
        tag = path.stem if path.parent.name == "articles" else None
        if not only or path.stem in only or path.stem.split("-")[0] in only:
            yield path.stem, read(path, language=tag)


def shown(origin: Article | Pack, locale: str, report: Report) -> Presentation:
    """*origin* as *locale* frames it."""
    return present(origin, PresentSettings(locale=locale), context=Context.fixed(), report=report)


def faults_of(origin: Article | Pack, locale: str, files: dict[str, bytes] | None = None) -> Iterator[str]:
    """Yield what is wrong with *origin* in *locale*; the files that were made go into *files*."""
    report = Report()
    presentation = shown(origin, locale, report)
    yield from _frame(origin, presentation, locale, report)
    for name, check in (("docx", _docx), ("pdf", _pdf), ("epub", _epub), ("html", _html)):
        data = write(presentation, name, WriteSettings(), context=Context.fixed(), report=report)
        if files is not None:
            files[name] = data
        for fault in check(data, presentation, locale):
            yield f"{name}: {fault}"
    for remark in report.diagnostics:
        if remark.severity is not Severity.INFO and remark.code not in _EXPECTED:
            yield f"warns: {remark.code} {remark.message}"
    twice = [code for code, count in Counter(remark.code for remark in report.diagnostics).items() if count > 1]
    if twice:
        yield f"said more than once: {twice}"


# -- the frame --------------------------------------------------------------------------------


def _frame(origin: Article | Pack, presentation: Presentation, locale: str, report: Report) -> Iterator[str]:
    """Dates, labels and digits of what docforge supplies."""
    way, zero, _ = LOCALES[locale]
    supplied = []
    for section in presentation.sections:
        for item in section.items:
            for inline in item.inlines:
                own = item.span is None and section.kind is not SectionKind.GROUP
                if inline.kind is InlineKind.LABEL and inline.span is None:
                    supplied.append(inline.text)
                if inline.kind is InlineKind.TIME and inline.span is None and own:
                    supplied.append(inline.text)
                    if inline.text not in _dates(origin, locale):
                        yield f"date {inline.text!r} is none of {_dates(origin, locale)}"
    page = presentation.page_text.page(12, 345)
    supplied.append(page)
    if label("page_x_of_y", locale, page="\0", pages="\1").partition("\0")[0] not in page:
        yield f"page line {page!r} is not the catalogue's"
    wrong = {c for text in supplied for c in text if unicodedata.category(c) == "Nd" and not _is_digit(c, zero)}
    if wrong:
        yield f"digits {sorted(wrong)} in {supplied}"
    if presentation.page_text.number(0) != zero:
        yield f"page numbers count in {presentation.page_text.digits}"
    if isinstance(origin, Pack) and presentation.direction.value != way:
        yield f"a pack that runs {presentation.direction.value}"
    told = [remark for remark in report.diagnostics if remark.code == "DF-P101"]
    english = label("contents", locale) == "Contents" and not locale.startswith("en")
    if bool(told) != english:
        yield f"labels in English: {english}, told {len(told)} times"


def _dates(origin: Article | Pack, locale: str) -> list[str]:
    values = [origin.issued] if isinstance(origin, Pack) else [origin.published, origin.updated]
    members = [a for part in origin.sections for a in part.articles] if isinstance(origin, Pack) else []
    values += [value for a in members for value in (a.published, a.updated)]
    return [format_date(value, locale, "long") for value in values if value is not None]


def _is_digit(char: str, zero: str) -> bool:
    return ord(zero) <= ord(char) <= ord(zero) + 9


def _text(presentation: Presentation) -> str:
    return "\n".join(item.text for section in presentation.sections for item in section.items)


def _lost(presentation: Presentation, found: str) -> Iterator[str]:
    missing = missing_from(_text(presentation), found)
    if missing:
        yield f"text is missing or out of order near {missing!r}"
    if "\ufffd" in found:
        yield "a replacement character"


# -- the formats ------------------------------------------------------------------------------


def _docx(data: bytes, presentation: Presentation, locale: str) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        styles = etree.fromstring(archive.read("word/styles.xml"))
        heads = [etree.fromstring(archive.read(name)) for name in archive.namelist() if "footer" in name]
    paragraphs = body.findall(f".//{_W}p")
    yield from _lost(presentation, "\n".join(_said(p) for p in paragraphs))
    wide, high = (round(mm / 25.4 * 1440) for mm in _PAPER_MM[LOCALES[locale][2]])
    for size in body.iter(f"{_W}pgSz"):
        if (int(size.get(f"{_W}w")), int(size.get(f"{_W}h"))) != (wide, high):
            yield f"paper {dict(size.attrib)}"
    directions = {squeeze(item.text): item.direction for s in presentation.sections for item in s.items}
    for paragraph in paragraphs:
        wanted = directions.get(squeeze(_said(paragraph)))
        if wanted is not None and bool(paragraph.xpath("w:pPr/w:bidi", namespaces=_NS)) != (wanted is Direction.RTL):
            yield f"paragraph runs the wrong way: {_said(paragraph)[:40]!r}"
    main = styles.xpath("string(//w:docDefaults//w:lang/@w:val)", namespaces=_NS)
    if main.split("-")[0] != presentation.language.split("-")[0]:
        yield f"language {main}"
    feet = " ".join(_said(head) for head in heads)
    number = presentation.page_text.number(1)
    if not any(squeeze(piece) in squeeze(feet) for piece in (presentation.page_text.page(1, 1), number)):
        yield f"foot {feet!r}"


def _said(paragraph: etree._Element) -> str:
    return "".join(node.text or "" for node in paragraph.iter(f"{_W}t"))


def _pdf(data: bytes, presentation: Presentation, locale: str) -> Iterator[str]:
    yield from _lost(presentation, structure(data).text)
    wide, high = (mm / 25.4 * 72 for mm in _PAPER_MM[LOCALES[locale][2]])
    with open_pdf(data) as opened:
        pages = len(opened.pages)
        for page in opened.pages:
            box = [float(edge) for edge in page.MediaBox]
            if abs(box[2] - wide) > 0.5 or abs(box[3] - high) > 0.5:
                yield f"paper {box}"
        way = str(opened.Root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/Direction", "/L2R"))
        if (way == "/R2L") != (presentation.direction is Direction.RTL):
            yield f"reading direction {way}"
        if str(opened.Root.Lang) != presentation.language:
            yield f"language {opened.Root.Lang}"
    feet = [squeeze("".join(texts.values())) for texts in artifact_texts(data)]
    bare = presentation.sections[0].kind is SectionKind.COVER  # a cover has no foot
    for number, foot in enumerate(feet[bare:], 1 + bare):
        wanted = squeeze(presentation.page_text.page(number, pages))
        if _unordered(wanted) - _unordered(foot):
            yield f"foot of page {number} is {foot!r}, not {wanted!r}"


def _unordered(text: str) -> Counter[str]:
    """Letters without their order: a foot that runs from right to left is drawn in pieces."""
    return Counter(text)


def _epub(data: bytes, presentation: Presentation, locale: str) -> Iterator[str]:
    book = Epub(data)
    yield from _lost(presentation, book.text)
    if book.metadata("language")[:1] != [presentation.language]:
        yield f"language {book.metadata('language')}"
    css = book.read("style.css").decode()
    yield from _hyphens(css, presentation)
    for document in book.documents():
        if not document.get("lang") or not document.get("{http://www.w3.org/XML/1998/namespace}lang"):
            yield "a document without a language"


def _html(data: bytes, presentation: Presentation, locale: str) -> Iterator[str]:
    root = lxml.html.fromstring(data.decode("utf-8"))
    yield from _lost(presentation, root.find("body").text_content())
    if root.get("lang") != presentation.language or root.get("dir") != presentation.direction.value:
        yield f"root {dict(root.attrib)}"
    css = root.find(".//style").text
    wide, high = _PAPER_MM[LOCALES[locale][2]]
    if f"@page{{size:{wide:g}mm {high:g}mm" not in css:
        yield f"paper {re.findall('@page.{40}', css)}"
    yield from _hyphens(css, presentation)
    for item in (item for section in presentation.sections for item in section.items if item.text.strip()):
        found = [
            e for e in root.iter("p", "h1", "h2", "h3", "li", "blockquote") if e.text_content().strip() == item.text
        ]
        if found and not any(_way(element) == item.direction.value for element in found):
            yield f"runs the wrong way: {item.text[:40]!r}"


def _way(element: lxml.html.HtmlElement) -> str:
    return next((e.get("dir") for e in (element, *element.iterancestors()) if e.get("dir")), "ltr")


def _hyphens(css: str, presentation: Presentation) -> Iterator[str]:
    never = {"ar", "fa", "he", "ur", "th", "lo", "km", "my", "zh", "ja", "ko", "am", "vi"}
    for tag in presentation.languages:
        if tag.split("-")[0] in never and not re.search(rf":lang\({tag}\)[^{{]*\{{[^}}]*hyphens:manual", css):
            yield f"words of {tag} may be broken"


# -- the run ----------------------------------------------------------------------------------


def main() -> int:
    """Run the sweep as told on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--locales", default=",".join(LOCALES))
    parser.add_argument("--articles", default="")
    parser.add_argument("--no-packs", action="store_true")
    options = parser.parse_args()
    known = dict(articles(frozenset(filter(None, options.articles.split(",")))))
    count = faulty = 0
    for locale in options.locales.split(","):
        folder = options.folder / locale
        folder.mkdir(parents=True, exist_ok=True)
        origins: dict[str, Article | Pack] = dict(known)
        if not options.no_packs:
            origins["pack"] = make_pack(tuple(known.values()), locale=locale)
        for name, origin in origins.items():
            files: dict[str, bytes] = {}
            for fault in faults_of(origin, locale, files):
                faulty += 1
                sys.stdout.write(f"{locale}\t{name}\t{fault}\n")
            for ending, data in files.items():
                (folder / f"{name}.{ending}").write_bytes(data)
            count += len(files)
    sys.stdout.write(f"{count} files, {faulty} faults\n")
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(main())
