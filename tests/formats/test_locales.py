# SPDX-License-Identifier: Apache-2.0
"""Articles in many languages in the frames of many locales: what a reader of each file sees, and that the checks see.

``python -m tests.conformance.locale_sweep FOLDER`` does the same for every article, locale and format.
"""

from __future__ import annotations

import dataclasses
from functools import cache
from pathlib import Path

import pytest
from tests.conformance import locale_sweep
from tests.conformance.locale_sweep import articles, faults_of

from docforge.conversion import make_pack, read
from docforge.model import Article, Caption, CreditLine, Furniture, Headline, Paragraph
from docforge.presentation import Direction

FOLDER = Path(locale_sweep.__file__).with_name("articles")
TAGS = sorted(path.stem for path in FOLDER.glob("*.txt"))


@cache
def known() -> dict[str, Article]:
    return dict(articles())


@pytest.mark.parametrize("tag", TAGS)
def test_an_article_in_each_language_is_known_by_its_letters(tag: str) -> None:
    """The language with its script, a headline, and running text: no line of it is taken for a menu."""
    own = read(FOLDER / f"{tag}.txt")
    assert own.language == tag
    kinds = [type(block) for block in own.blocks]
    assert kinds[0] is Headline and kinds[1] is Paragraph
    shapeless = [block.text for block in own.blocks if isinstance(block, Furniture)]
    assert [text for text in shapeless if len(text) > 40] == []
    assert set(kinds) <= {Headline, Paragraph, Caption, CreditLine, Furniture}


PAIRS = [(tag, next((own for own in locale_sweep.LOCALES if own.split("-")[0] == tag[:2]), "en-GB")) for tag in TAGS]


@pytest.mark.parametrize(("name", "locale"), [*PAIRS, ("he", "bn"), ("ja-toukei-dai", "ar-EG"), ("ur", "fr-CH")])
def test_what_a_reader_sees_of_the_locale(name: str, locale: str) -> None:
    assert list(faults_of(known()[name], locale)) == []


@pytest.mark.parametrize("locale", ["fa-IR", "th", "my", "es-MX", "zh-Hant-TW"])
def test_what_a_reader_of_a_pack_sees_of_the_locale(locale: str) -> None:
    bound = make_pack([known()[name] for name in ("en-harbour-reopens", "he", "th-talat-nam")], locale=locale)
    assert list(faults_of(bound, locale)) == []


def test_the_checks_see_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wrong paper, digits, dates and directions are told, in every format that has them."""
    article = known()["fa"]
    monkeypatch.setitem(locale_sweep.LOCALES, "fa-IR", ("rtl", "0", "letter"))
    found = "\n".join(faults_of(article, "fa-IR"))
    for fault in ("digits", "page numbers", "docx: paper", "pdf: paper", "html: paper"):
        assert fault in found, found
    monkeypatch.setattr(locale_sweep, "format_date", lambda value, locale, style: "yesterday")
    assert "none of ['yesterday'" in "\n".join(faults_of(article, "fa-IR"))
    turned = locale_sweep.shown

    def leftward(*arguments: object) -> object:
        made = turned(*arguments)  # type: ignore[arg-type]
        first = made.sections[0]
        items = tuple(dataclasses.replace(item, direction=Direction.LTR) for item in first.items)
        return dataclasses.replace(made, sections=(dataclasses.replace(first, items=items),))

    monkeypatch.setattr(locale_sweep, "shown", leftward)
    data: dict[str, bytes] = {}
    assert list(faults_of(article, "fa-IR", data)) != []
    right = turned(article, "fa-IR", locale_sweep.Report())
    assert any("wrong way" in fault for fault in locale_sweep._docx(data["docx"], right, "fa-IR"))
    assert any("wrong way" in fault for fault in locale_sweep._html(data["html"], right, "fa-IR"))
    other = turned(known()["he"], "fa-IR", locale_sweep.Report())
    for name, check in (("docx", locale_sweep._docx), ("pdf", locale_sweep._pdf), ("epub", locale_sweep._epub)):
        assert any("text is missing" in fault for fault in check(data[name], other, "fa-IR")), name


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (
            "Toshkentda yangi kutubxona ochildi\n\nShahar kutubxonasi to‘qqiz yillik ta’mirdan so‘ng chorshanba kuni "
            "ertalab yana ochildi, dedi direktor. Har bir bola endi bepul a’zo bo‘lishi mumkin.\n",
            "uz",
        ),
        (
            "Тошкентда янги кутубхона очилди\n\nШаҳар кутубхонаси тўққиз йиллик таъмирдан сўнг чоршанба куни эрталаб "
            "яна очилди, деди директор. Ҳар бир бола энди бепул аъзо бўлиши мумкин.\n",
            "uz-Cyrl",
        ),
        (
            "Библиотека у луци поново отворена\n\nНародна библиотека у луци отворила је у среду ујутру врата после "
            "девет година обнове. Свако дете сада може бесплатно да се учлани, рекла је директорка.\n",
            "sr",
        ),
    ],
)
def test_a_language_with_two_scripts_is_tagged_with_the_one_it_is_written_in(text: str, tag: str) -> None:
    assert read(text).language == tag


@pytest.mark.parametrize("tag", [tag for tag in TAGS if tag != "zh-Hant"])
def test_an_article_in_each_language_has_the_date_of_its_dateline(tag: str) -> None:
    own = known()[tag]
    assert own.dateline is not None
    assert own.published is not None and own.published.iso == "2022-09-14"
