# SPDX-License-Identifier: Apache-2.0
"""Labels: every catalogue is complete, keeps its placeholders, and counts as CLDR does."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from docforge.locale import has_own_labels, label, label_count, label_language, plural_category
from docforge.locale.catalogue_compiler import CatalogueError, compile_catalogue
from docforge.locale.labels import CATALOGUE_FOLDER, LANGUAGES, label_keys, label_template, plural_index
from docforge.locale.messages import COMMENTS, MESSAGES, PLURALS

TRANSLATED = [language for language in LANGUAGES if language != "en"]
PLACEHOLDER = re.compile(r"\{[^}]*\}")


def catalogue(language: str) -> dict[str, list[str]]:
    """Key to translations, read by this test's own few lines."""
    found: dict[str, list[str]] = {}
    key = ""
    for line in (CATALOGUE_FOLDER / f"{language}.po").read_text("utf-8").splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "msgctxt":
            key = rest.strip('"')
        elif key and kind.startswith("msgstr"):
            found.setdefault(key, []).append(rest[1:-1])
    return found


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_has_every_label_and_no_other(language: str) -> None:
    assert set(catalogue(language)) == set(label_keys())


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_keeps_the_placeholders_of_the_english_text(language: str) -> None:
    for key, english in MESSAGES.items():
        assert sorted(PLACEHOLDER.findall(label_template(key, language))) == sorted(PLACEHOLDER.findall(english)), key


@pytest.mark.parametrize("language", TRANSLATED)
def test_plural_forms_are_those_of_cldr(language: str) -> None:
    by_form: dict[int, set[str]] = {}
    for n in [*range(205), 1_000, 1_000_000, 2_000_000, 1_000_001]:
        by_form.setdefault(plural_index(language, n), set()).add(plural_category(n, language))
    assert all(len(categories) == 1 for categories in by_form.values()), by_form
    categories = [next(iter(found)) for found in by_form.values()]
    assert len(set(categories)) == len(categories)
    assert len(catalogue(language)["articles_count"]) == len(by_form)


@pytest.mark.parametrize(
    ("n", "locale", "text"),
    [
        (1, "en", "1 article"),
        (21, "ru", "21 статья"),
        (3, "ru", "3 статьи"),
        (11, "ru", "11 статей"),
        (2, "ar", "مقالان"),
        (5, "ar-EG", "٥ مقالات"),
        (100, "ar", "100 مقال"),
        (0, "fr", "0 article"),
        (1_000_000, "es", "1.000.000 de artículos"),
        (7, "kk", "7 мақала"),
        (12, "et", "12 articles"),
        (3, "cs", "3 články"),
        (22, "sr-ME", "22 članka"),
        (2, "ur-PK", "2 مضامین"),
        (5, "bn", "৫টি প্রতিবেদন"),
        (11, "sr", "11 чланака"),
        (22, "pl", "22 artykuły"),
        (25, "pl", "25 artykułów"),
        (19, "ro", "19 articole"),
        (20, "ro", "20 de articole"),
        (119, "ro", "119 articole"),
        (21, "uk", "21 стаття"),
        (2, "he", "שתי כתבות"),
        (14, "fa", "۱۴ مطلب"),
        (9, "th", "บทความ 9 เรื่อง"),
        (1, "pt-AO", "1 artigo"),
    ],
)
def test_counted_labels(n: int, locale: str, text: str) -> None:
    assert label_count("articles_count", n, locale) == text


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("kk-KZ", "kk"),
        ("pt", "pt-BR"),
        ("zh", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("fr-CA", "fr"),
        ("pt-AO", "pt-PT"),
        ("no", "nb"),
        ("nn", "nb"),
        ("prs", "fa"),
        ("yue", "zh-Hant"),
        ("yue-Hans", "zh-Hans"),
        ("gsw-LI", "de"),
        ("et", "en"),
        ("kk-Arab", "en"),
        ("en-KZ", "en"),
    ],
)
def test_a_locale_without_labels_says_that_they_are_english(locale: str, language: str) -> None:
    assert label_language(locale) == language
    if language == "en":
        assert label("contents", locale) == "Contents"


def test_values_are_put_in_where_the_language_wants_them() -> None:
    assert label("page_x_of_y", "en", page="3", pages="12") == "Page 3 of 12"
    assert label("page_x_of_y", "ko", page="3", pages="12") == "3/12쪽"
    assert label("page_x_of_y", "hu", page="3", pages="12") == "3/12. oldal"
    assert label("page_x_of_y", "he", page="3", pages="12") == "עמוד 3 מתוך 12"
    assert label("label_value", "fr", label="Source", value="{x}") == "Source\u00a0: {x}"
    with pytest.raises(KeyError):
        label("page_n", "kk")
    with pytest.raises(KeyError):
        label("no_such_label", "kk")


def test_comments_speak_of_labels_that_exist() -> None:
    assert set(COMMENTS) <= set(MESSAGES) | set(PLURALS)


def test_compiling_gives_the_same_bytes_and_refuses_a_lost_placeholder(tmp_path: Path) -> None:
    source = tmp_path / "kk.po"
    shutil.copy(CATALOGUE_FOLDER / "kk.po", source)
    assert compile_catalogue(source) == compile_catalogue(source)
    text = source.read_text("utf-8")
    source.write_text(text.replace('msgstr "{page}-бет"', 'msgstr "{seite}-бет"'), "utf-8")
    with pytest.raises(CatalogueError, match="page_n"):
        compile_catalogue(source)
    source.write_text(text.replace('msgstr "Мазмұны"', 'msgstr ""'), "utf-8")
    with pytest.raises(CatalogueError, match="contents"):
        compile_catalogue(source)


@pytest.mark.parametrize(
    ("tag", "own"),
    [
        ("de-CH", True),
        ("pt", True),
        ("pt-BR", True),
        ("pt-PT", True),
        ("pt-AO", True),
        ("pt-US", False),
        ("zh-TW", True),
        ("en-KZ", True),
        ("no", True),
        ("nn", False),
        ("yue", False),
        ("gsw", False),
        ("et", False),
    ],
)
def test_labels_in_the_words_of_another_territory_are_told_apart(tag: str, own: bool) -> None:
    assert has_own_labels(tag) is own
