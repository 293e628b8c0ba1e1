# SPDX-License-Identifier: Apache-2.0
"""Typographic conventions: quotation marks, spaces at punctuation, dashes, capitals, emphasis.

Tables of conventions; ``typesetting`` applies them to a paragraph.

Sources: CLDR 48 delimiters, corrected where published practice differs; Imprimerie nationale, Office québécois de la
langue française, Guide du typographe (fr, fr-CA, fr-CH); Unicode SpecialCasing and CLDR (capitals).
"""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from docforge.errors import DocforgeError
from docforge.locale import tables
from docforge.locale.tags import data_chain, likely, parse_tag, resolve
from docforge.patterns import lazily
from docforge.records import dataclass

__all__ = [
    "NARROW_NBSP",
    "NBSP",
    "UPRIGHT_LETTERS",
    "Emphasis",
    "Typography",
    "emphasis",
    "hyphenates",
    "line_height",
    "quotation_marks",
    "slants",
    "typography_of",
    "upper",
]

NBSP = "\u00a0"
NARROW_NBSP = "\u202f"


class Emphasis(StrEnum):
    """How a word is made to stand out."""

    ITALIC = "italic"
    BOLD = "bold"
    DOTS_OVER = "dots over"
    """A dot over each character (傍点, bōten)."""
    DOTS_UNDER = "dots under"
    """A dot under each character (着重号, zhuózhònghào)."""


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
    emphasis: Emphasis = Emphasis.ITALIC
    slants: bool = True
    """Whether the script has a slanted form at all; where not, no line of a theme is slanted either."""
    hyphenate: bool = True
    """Whether words are broken at the end of a line with a hyphen that the text does not have."""
    line_height: float = 0.0
    """Least distance of lines in type sizes, where stacked letters need it; 0 where any will do."""


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

_FIELDS: dict[str, dict[str, str | bool | float]] = {
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
    "ja": {"dash": "――", "range_dash": "～", "ellipsis": "……", "colon": "："},
    "kk": {"dash": NBSP + "– ", "dialogue": "— "},
    "ko": {"range_dash": "~"},
    "pl": {"dialogue": "— "},
    "pt": {"dialogue": "— "},
    "ro": {"dialogue": "— "},
    "ru": {"dash": NBSP + "— ", "dialogue": "— "},
    "sr": {"dialogue": "— "},
    "tr": {"dialogue": "— "},
    "uk": {"dash": NBSP + "— ", "dialogue": "— "},
    "ur": {"line_height": 1.8},  # Nastaliq, which systems take for Urdu, falls from word to word
    "vi": {"hyphenate": False},
    "zh": {"dash": "——", "ellipsis": "……", "colon": "："},
    "zh-Hant": {"dash": "——", "ellipsis": "……", "colon": "："},
}

# Scripts with words that are broken with a hyphen.  The others break between characters or syllables, or not at all.
_HYPHENATED_SCRIPTS = frozenset(
    {
        *("Latn", "Cyrl", "Grek", "Armn", "Geor", "Copt", "Cher", "Osge", "Adlm"),
        *("Beng", "Deva", "Gujr", "Guru", "Knda", "Mlym", "Orya", "Sinh", "Taml", "Telu", "Olck", "Mtei"),
    }
)
_SLANTED_SCRIPTS = frozenset({"Latn", "Cyrl", "Grek", "Armn", "Copt"})
"""All others are emphasised by weight or marks; slanting their letters is a machine's makeshift."""
_LINE_HEIGHTS = {"Mymr": 1.7, "Khmr": 1.7, "Tibt": 1.7, "Aran": 1.8}
"""Scripts whose letters stand in stacks."""
_DOTTED_SCRIPTS = {
    **dict.fromkeys(("Hans", "Hant", "Hani", "Bopo"), Emphasis.DOTS_UNDER),
    **dict.fromkeys(("Jpan", "Hira", "Kana"), Emphasis.DOTS_OVER),
}

UPRIGHT_LETTERS = lazily(
    # Blocks of The Unicode Standard from Hebrew to the end of the Brahmic scripts, then those of East Asia.
    "[\u0590-\u08ff\u0900-\u109f\u10a0-\u10ff\u1100-\u18af\u1900-\u1c7f\u2d00-\u2ddf\u2e80-\ua63f\ua6a0-\ua6ff"
    "\ua800-\uaadf\uaae0-\uab2f\uab70-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe30-\ufe4f\ufe70-\ufefc\uff00-\uffef"
    "\U00010800-\U00011fff\U00016800-\U00018cff\U0001afe0-\U0001b2ff\U0001e800-\U0001eeff\U00020000-\U000323af]+"
)
"""Letters and signs of scripts that have no slanted form, wherever they stand."""


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
    fields: dict[str, str | bool | float] = {}
    for tag in reversed(_own_tags(locale, chain)):
        fields.update(_FIELDS.get(tag, {}))
    fields = {**_of_script(found.script), **fields}
    quotes = tuple(marks) if marks is not None else tuple(tables.record(found.base)["quotes"])
    return Typography(quotes, **fields)  # type: ignore[arg-type]


def _of_script(script: str) -> dict[str, str | bool | float]:
    return {
        "slants": script in _SLANTED_SCRIPTS,
        "hyphenate": script in _HYPHENATED_SCRIPTS,
        "emphasis": _emphasis_of(script),
        "line_height": _LINE_HEIGHTS.get(script, 0.0),
    }


def _emphasis_of(script: str) -> Emphasis:
    return _DOTTED_SCRIPTS.get(script, Emphasis.ITALIC if script in _SLANTED_SCRIPTS else Emphasis.BOLD)


# An article's own language may be one that no locale serves; its script still says how it is set.


class _Setting(NamedTuple):
    """How text in a language is set."""

    slants: bool
    hyphenates: bool
    emphasis: Emphasis
    line_height: float = 0.0


@lru_cache(maxsize=512)
def _set_as(tag: str) -> _Setting:
    try:
        own = _profile(tag)
        return _Setting(own.slants, own.hyphenate, own.emphasis, own.line_height)
    except DocforgeError:
        pass
    try:
        parsed = parse_tag(tag)
        named = parsed.script or likely(parsed).script
    except DocforgeError:
        named = ""
    if not named:
        return _Setting(True, False, Emphasis.ITALIC)
    slanted, broken = named in _SLANTED_SCRIPTS, named in _HYPHENATED_SCRIPTS
    return _Setting(slanted, broken, _emphasis_of(named), _LINE_HEIGHTS.get(named, 0.0))


def slants(tag: str) -> bool:
    """Say whether text in the language *tag* may be slanted; a language that nobody knows may."""
    return _set_as(tag).slants


def hyphenates(tag: str) -> bool:
    """Say whether words of the language *tag* are broken with hyphens; those of an unknown language are not."""
    return _set_as(tag).hyphenates


def emphasis(tag: str) -> Emphasis:
    """Return how text in the language *tag* is emphasised; by slant where nobody knows the language.

    Rule: W3C, Requirements for Chinese Text Layout and for Japanese Text Layout (emphasis dots in horizontal lines).
    """
    return _set_as(tag).emphasis


def line_height(tag: str) -> float:
    """Return the least distance of lines, in type sizes, that text in the language *tag* needs; 0 for any."""
    return _set_as(tag).line_height


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
_UNACCENTED_CAPITALS = frozenset({"el"})
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
    return _greek_upper(text) if language in _UNACCENTED_CAPITALS else text.upper()


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
