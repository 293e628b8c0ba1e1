# SPDX-License-Identifier: Apache-2.0
"""Typographic conventions: quotation marks, spaces at punctuation, dashes, capitals, emphasis.

Tables of conventions; ``typesetting`` applies them to a paragraph.

Sources: CLDR 48 delimiters, corrected where published practice differs; Imprimerie nationale, Office québécois de la
langue française, Guide du typographe (fr, fr-CA, fr-CH); Unicode SpecialCasing and CLDR (capitals).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from docforge.locale import tables
from docforge.locale.tags import data_chain, parse_tag, resolve
from docforge.records import dataclass

__all__ = ["NARROW_NBSP", "NBSP", "Typography", "quotation_marks", "typography_of", "upper"]

NBSP = "\u00a0"
NARROW_NBSP = "\u202f"


@dataclass(frozen=True, slots=True)
class Typography:
    """The conventions of one locale."""

    quotes: tuple[str, str, str, str]
    """Outer opening and closing, inner opening and closing mark, without spaces."""
    quote_space: str = ""
    """Space inside the outer marks."""
    before_high: str = ""
    """Space before ; ! ?"""
    before_colon: str = ""
    dash: str = " – "
    """Dash between parts of a sentence, with its spaces."""
    range_dash: str = "–"
    ellipsis: str = "…"
    dialogue: str = ""
    """What opens a turn in dialogue; empty where quotation marks do."""
    colon: str = ": "
    """What stands between a label and its value."""
    emphasis: str = "italic"
    """``italic``, ``bold`` or ``dots`` (marks beside each character)."""
    hyphenate: bool = True


# Corrections to the marks of CLDR 48.  Depth 3 repeats the outer pair.
_QUOTES: dict[str, str] = {
    "ar": "«»“”",
    "bg": "„“’’",
    "bs": "„“‚‘",
    "de-CH": "«»‹›",
    "de-LI": "«»‹›",
    "et": "„”«»",
    "fr": "«»“”",
    "fr-CA": "«»“”",
    "fr-CH": "«»‹›",
    "he": "“”‘’",
    "hr": "„”‚‘",
    "ka": "„““”",
    "kk": "«»„“",
    "ky": "«»„“",
    "lt": "„“‚‘",
    "lv": "„”«»",
    "mn": "«»„“",
    "nl": "‘’“”",
    "sr": "„“’’",
    "sr-Latn": "„“’’",
    "tg": "«»„“",
    "tt": "«»„“",
    "ur": "“”‘’",
    "uz": "“”‘’",
    "uz-Cyrl": "«»„“",
    "zh-Hant": "「」『』",
}

_FIELDS: dict[str, dict[str, str | bool]] = {
    "be": {"dash": NBSP + "— ", "dialogue": "— "},
    "bg": {"dash": NBSP + "— ", "dialogue": "— "},
    "en": {"dash": "—"},
    "en-001": {"dash": " – "},
    "es": {"dash": " — ", "dialogue": "—"},
    "fr": {
        "quote_space": NARROW_NBSP,
        "before_high": NARROW_NBSP,
        "before_colon": NBSP,
        "colon": NBSP + ": ",
        "dialogue": "— ",
    },
    "fr-CA": {"quote_space": NBSP, "before_high": "", "before_colon": NBSP, "dialogue": "— "},
    "fr-CH": {
        "quote_space": NARROW_NBSP,
        "before_high": NARROW_NBSP,
        "before_colon": NARROW_NBSP,
        "colon": NARROW_NBSP + ": ",
        "dialogue": "– ",
    },
    "hu": {"dialogue": "– "},
    "ja": {"dash": "――", "range_dash": "～", "ellipsis": "……", "colon": "：", "emphasis": "dots", "hyphenate": False},
    "kk": {"dash": NBSP + "– ", "dialogue": "— "},
    "ko": {"range_dash": "~", "emphasis": "bold", "hyphenate": False},
    "pl": {"dialogue": "— "},
    "pt": {"dialogue": "— "},
    "ro": {"dialogue": "— "},
    "ru": {"dash": NBSP + "— ", "dialogue": "— "},
    "sr": {"dialogue": "— "},
    "tr": {"dialogue": "— "},
    "uk": {"dash": NBSP + "— ", "dialogue": "— "},
    "zh": {"dash": "——", "ellipsis": "……", "colon": "：", "emphasis": "dots", "hyphenate": False},
    "zh-Hant": {"dash": "——", "ellipsis": "……", "colon": "：", "emphasis": "dots", "hyphenate": False},
}

_UNHYPHENATED_SCRIPTS = frozenset(
    {"Arab", "Hebr", "Thai", "Laoo", "Khmr", "Mymr", "Hans", "Hant", "Jpan", "Kore", "Thaa", "Syrc", "Ethi", "Tibt"}
)
_UPRIGHT_SCRIPTS = frozenset({"Arab", "Hebr", "Thai", "Laoo", "Khmr", "Mymr", "Deva", "Beng", "Taml", "Telu", "Ethi"})


def typography_of(locale: str) -> Typography:
    """Return the typographic conventions of *locale*.

    Raises:
        UsageError, LocaleError: as ``canonical_tag``.
    """
    return _profile(locale)


@lru_cache(maxsize=256)
def _profile(locale: str) -> Typography:
    found = resolve(locale)
    chain = data_chain(found.base)
    marks = next((_QUOTES[tag] for tag in _own_tags(locale, chain) if tag in _QUOTES), None)
    fields: dict[str, str | bool] = {}
    for tag in reversed(_own_tags(locale, chain)):
        fields.update(_FIELDS.get(tag, {}))
    if found.script in _UNHYPHENATED_SCRIPTS:
        fields["hyphenate"] = False
    if found.script in _UPRIGHT_SCRIPTS:
        fields.setdefault("emphasis", "bold")
    quotes = tuple(marks) if marks is not None else tuple(tables.record(found.base)["quotes"])
    return Typography(quotes, **fields)  # type: ignore[arg-type]


def _own_tags(locale: str, chain: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((parse_tag(locale).name, *chain)))


def quotation_marks(locale: str, depth: int = 0) -> tuple[str, str]:
    """Return the opening and closing mark for a quotation that lies *depth* others deep (0 is the outermost).

    Marks stand in logical order; where the locale puts a space inside, it is part of the mark.

    Raises:
        UsageError, LocaleError: as ``canonical_tag``.
    """
    own = _profile(locale)
    opening, closing = own.quotes[:2] if depth % 2 == 0 else own.quotes[2:]
    space = own.quote_space if opening == "«" else ""
    return opening + space, space + closing


# -- capitals ------------------------------------------------------------------------------

_DOTTED_I = frozenset({"tr", "az", "crh", "tt-Latn", "kk-Latn"})
_UPPER_EXCEPTIONS = {
    "de": {"ß": "ẞ"},
    "hy": {"և": "ԵՎ"},
    "lt": {"i\u0307": "I"},
}
_WITHOUT_CAPITALS = frozenset({"ka"})
_GREEK_ACCENTS = {0x300: None, 0x301: None, 0x342: None, 0x313: None, 0x314: None, 0x345: None}


def upper(text: str, locale: str) -> str:
    """Return *text* in capitals as *locale* writes them.

    Turkish and Azerbaijani keep the dot (i, İ), Greek drops its accents, German writes ẞ, Georgian has no capitals in
    running text.

    Raises:
        UsageError, LocaleError: as ``canonical_tag``.

    Rule: The Unicode Standard, SpecialCasing; UTS #35 casing (el); Rat für deutsche Rechtschreibung 2017, § 25 E3.
    """
    language = resolve(locale).language
    if language in _WITHOUT_CAPITALS:
        return text
    if language in _DOTTED_I:
        text = text.replace("i", "İ").replace("ı", "I")
    for letter, capital in _UPPER_EXCEPTIONS.get(language, {}).items():
        text = text.replace(letter, capital)
    return _greek_upper(text) if language == "el" else text.upper()


def _greek_upper(text: str) -> str:
    """Capitals without accents; a dialytika keeps apart what the accent kept apart (μάιος, ΜΑΪΟΣ)."""
    out = []
    accented_vowel = False
    for char in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", char)
        accented = any(ord(mark) in (0x300, 0x301, 0x342) for mark in parts[1:])
        bare = parts.translate(_GREEK_ACCENTS).upper()
        if accented_vowel and bare in ("Ι", "Υ") and not accented:
            bare += "\u0308"
        out.append(bare)
        accented_vowel = accented and parts[0].lower() in "αεηο" and "\u0308" not in parts
    return unicodedata.normalize("NFC", "".join(out))
