# SPDX-License-Identifier: Apache-2.0
"""The words that docforge adds to a document: labels, from gettext catalogues.

A locale without a catalogue gets English words; ``label_language`` tells which language a label comes out in, so that
it can be tagged and reported.  Numbers and dates are formatted by the caller and put in as text.

Rule: gettext catalogues with message contexts as keys; plural forms as CLDR (see tests/unit/test_locale_labels.py).
"""

from __future__ import annotations

import gettext
import io
import os
from functools import lru_cache
from pathlib import Path

from docforge.locale.messages import MESSAGES, PLURALS
from docforge.locale.numbers import format_number
from docforge.locale.tags import fallback_chain, parse_tag

__all__ = [
    "CATALOGUE_FOLDER",
    "LANGUAGES",
    "has_own_labels",
    "label",
    "label_count",
    "label_keys",
    "label_language",
    "plural_index",
]

CATALOGUE_FOLDER = Path(__file__).parent / "catalogues"

SOURCE_LANGUAGE = "en"

LANGUAGES = (
    *("ar", "bg", "bn", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id", "it", "ja"),
    *("kk", "ko", "nb", "nl", "pl", "pt-BR", "pt-PT", "ro", "ru", "sk", "sr", "sr-Latn", "sv", "th", "tr", "uk", "ur"),
    *("vi", "zh-Hans", "zh-Hant"),
)
"""Languages that labels come in."""

# A locale in an inheritance chain whose catalogue carries its likely script or territory.
_FULL_NAMES = {"no": "nb", "pt": "pt-BR", "zh": "zh-Hans"}
_NEXT_BEST = {"gsw": "de", "yue": "zh-Hant", "yue-Hans": "zh-Hans"}
"""What offices write where the language is spoken."""


def label_language(locale: str) -> str:
    """Return the tag of the language that labels for *locale* come out in (``en`` without a catalogue).

    Raises:
        UsageError, LocaleError: as ``canonical_tag``.
    """
    return _language(locale)


@lru_cache(maxsize=512)
def _language(locale: str) -> str:
    chain = fallback_chain(locale)
    names = [*(_FULL_NAMES.get(tag, tag) for tag in chain), *(_NEXT_BEST.get(tag, "") for tag in chain)]
    return next((name for name in names if name in LANGUAGES), SOURCE_LANGUAGE)


def has_own_labels(locale: str) -> bool:
    """Say whether labels for *locale* come in its language, and not in the words of another territory of it (pt-PT).

    Raises:
        UsageError, LocaleError: as ``canonical_tag``.
    """
    language = _language(locale)
    if language in fallback_chain(locale):
        return True
    own, words = parse_tag(locale), parse_tag(language)
    same = own.language == words.language or _FULL_NAMES.get(own.language) == language
    return same and own.territory in ("", words.territory)


def label_keys() -> tuple[str, ...]:
    """Return the keys of all labels, those with a count included."""
    return (*MESSAGES, *PLURALS)


def label(key: str, locale: str, **values: str) -> str:
    """Return the label *key* in the words of *locale* with *values* put in.

    Raises:
        KeyError: no such key, or a value that the label needs is missing.
        UsageError, LocaleError: as ``canonical_tag``.
    """
    language = _language(locale)
    english = MESSAGES[key]
    text = english if language == SOURCE_LANGUAGE else _catalogue(language).pgettext(key, english)
    return text.format(**values) if values or "{" in text else text


def label_template(key: str, locale: str) -> str:
    """Return the label *key* with its ``{placeholders}`` still in it.

    Raises:
        KeyError, UsageError, LocaleError: as ``label``.
    """
    language = _language(locale)
    english = MESSAGES[key]
    return english if language == SOURCE_LANGUAGE else _catalogue(language).pgettext(key, english)


def label_count(key: str, n: int, locale: str) -> str:
    """Return the label *key* for *n* things, the number in the digits of *locale*.

    Raises:
        KeyError, UsageError, LocaleError: as ``label``.
    """
    one, other = PLURALS[key]
    language = _language(locale)
    if language == SOURCE_LANGUAGE:
        text = one if n == 1 else other
    else:
        text = _catalogue(language).npgettext(key, one, other, n)
    return text.format(n=format_number(n, locale))


def plural_index(language: str, n: int) -> int:
    """Return the index of the plural form that the catalogue of *language* uses for *n*."""
    return int(_catalogue(language).plural(n))  # type: ignore[attr-defined]


# -- catalogues ----------------------------------------------------------------------------


@lru_cache(maxsize=len(LANGUAGES))
def _catalogue(language: str) -> gettext.NullTranslations:
    compiled = CATALOGUE_FOLDER / f"{language}.mo"
    source = CATALOGUE_FOLDER / f"{language}.po"
    if not compiled.exists() or (source.exists() and source.stat().st_mtime_ns > compiled.stat().st_mtime_ns):
        return gettext.GNUTranslations(io.BytesIO(_compile(source, compiled)))
    return gettext.GNUTranslations(io.BytesIO(compiled.read_bytes()))


def _compile(source: Path, compiled: Path) -> bytes:
    """Compile a catalogue in a checkout and keep the result beside it where that is allowed."""
    from docforge.locale.catalogue_compiler import compile_catalogue

    binary = compile_catalogue(source)
    draft = compiled.with_suffix(f".{os.getpid()}.tmp")
    try:
        draft.write_bytes(binary)
        draft.replace(compiled)
    except OSError:
        pass  # a read-only checkout: the next process compiles again
    return binary
