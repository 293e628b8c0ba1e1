# SPDX-License-Identifier: Apache-2.0
"""Facts about scripts: names, test letters, which design families set them, what to install.

Tables only; knows no font files.  Codes are ISO 15924, properties are Unicode's.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

__all__ = [
    "CJK",
    "COMMON",
    "DEFAULT_IGNORABLE",
    "GENERIC_DESIGNS",
    "SCRIPTS",
    "SYMBOL_FAMILIES",
    "ScriptFacts",
    "families_for",
    "han_tag",
    "is_ignorable",
    "script_of",
    "script_of_language",
]

COMMON = "Zyyy"
"""Script code for what belongs to no script of its own: punctuation, digits, symbols."""

CJK = frozenset({"Hani", "Hira", "Kana", "Bopo", "Hang"})

GENERIC_DESIGNS = {"serif": "Noto Serif", "sans": "Noto Sans", "mono": "Noto Sans Mono"}

WESTERN = frozenset({"Latn", "Cyrl", "Grek"})
"""Scripts that the generic designs cover in serif and sans alike."""


class ScriptFacts(NamedTuple):
    """What is known about one script."""

    name: str
    probes: str
    """Letters a face must have to count as covering the script."""
    families: tuple[str, ...] = ()
    """Families of the font packs that set it, best first."""
    package: str = ""
    """The package that brings them."""


# FiraGO before Noto Sans Arabic: the Noto font takes dotted letters apart into base and dots,
# which breaks words in extracted text.
SCRIPTS: dict[str, ScriptFacts] = {
    "Latn": ScriptFacts("Latin", "aåżơ", (), "justmytype-western-core"),
    "Cyrl": ScriptFacts("Cyrillic", "жії", (), "justmytype-western-core"),
    "Grek": ScriptFacts("Greek", "αώ", (), "justmytype-western-core"),
    "Arab": ScriptFacts("Arabic", "عپی", ("FiraGO", "Noto Sans Arabic"), "pymupdf-fonts"),
    "Hebr": ScriptFacts("Hebrew", "אש", ("Noto Sans Hebrew", "FiraGO"), "justmytype-intl-rtl"),
    "Deva": ScriptFacts("Devanagari", "कऱ", ("Noto Sans Devanagari", "FiraGO"), "justmytype-intl-south-asia"),
    "Beng": ScriptFacts("Bengali", "কৎ", ("Noto Sans Bengali",), "justmytype-intl-south-asia"),
    "Taml": ScriptFacts("Tamil", "கழ", ("Noto Sans Tamil",), "justmytype-intl-south-asia"),
    "Telu": ScriptFacts("Telugu", "కళ", ("Noto Sans Telugu",), "justmytype-intl-south-asia"),
    "Thai": ScriptFacts("Thai", "กๆ", ("Noto Sans Thai", "FiraGO"), "justmytype-intl-sea"),
    "Laoo": ScriptFacts("Lao", "ກໜ", ("Noto Sans Lao",), "justmytype-intl-sea"),
    "Khmr": ScriptFacts("Khmer", "កហ", ("Noto Sans Khmer",), "justmytype-intl-sea"),
    "Mymr": ScriptFacts("Myanmar", "ကဿ", ("Noto Sans Myanmar",), "justmytype-intl-sea"),
    "Geor": ScriptFacts("Georgian", "აჰ", ("FiraGO", "Noto Sans Georgian", "DejaVu Sans"), "pymupdf-fonts"),
    "Armn": ScriptFacts("Armenian", "աՖ", ("Noto Sans Armenian", "DejaVu Sans"), "manimgx-fonts"),
    "Ethi": ScriptFacts("Ethiopic", "አፐ", ("Noto Sans Ethiopic",), "justmytype-intl-africa"),
    "Hani": ScriptFacts("Han", "中国", (), "justmytype-intl-cjk"),
    "Hira": ScriptFacts("Hiragana", "あん", (), "justmytype-intl-cjk"),
    "Kana": ScriptFacts("Katakana", "アン", (), "justmytype-intl-cjk"),
    "Bopo": ScriptFacts("Bopomofo", "ㄅㄙ", (), "justmytype-intl-cjk"),
    "Hang": ScriptFacts("Hangul", "가힣", (), "justmytype-intl-cjk"),
    "Gujr": ScriptFacts("Gujarati", "કળ", ("Noto Sans Gujarati",), "manimgx-fonts"),
    "Guru": ScriptFacts("Gurmukhi", "ਕੜ", ("Noto Sans Gurmukhi",), "manimgx-fonts"),
    "Knda": ScriptFacts("Kannada", "ಕಳ", ("Noto Sans Kannada",), "manimgx-fonts"),
    "Mlym": ScriptFacts("Malayalam", "കഴ", ("Noto Sans Malayalam",), "manimgx-fonts"),
    "Orya": ScriptFacts("Odia", "କଳ", ("Noto Sans Oriya",), "manimgx-fonts"),
    "Sinh": ScriptFacts("Sinhala", "කළ", ("Noto Sans Sinhala",), "manimgx-fonts"),
    "Tibt": ScriptFacts("Tibetan", "ཀཧ", ("Noto Serif Tibetan",)),
    "Mong": ScriptFacts("Mongolian", "ᠠᠨ", ("Noto Sans Mongolian",)),
    "Syrc": ScriptFacts("Syriac", "ܐܬ", ("Noto Sans Syriac",)),
    "Thaa": ScriptFacts("Thaana", "ހވ", ("Noto Sans Thaana",)),
    "Nkoo": ScriptFacts("N’Ko", "ߊߞ", ("Noto Sans NKo", "DejaVu Sans"), "matplotlib"),
    "Tfng": ScriptFacts("Tifinagh", "ⴰⵥ", ("Noto Sans Tifinagh", "DejaVu Sans"), "matplotlib"),
    "Cher": ScriptFacts("Cherokee", "ᎠᏴ", ("Noto Sans Cherokee",)),
    "Cans": ScriptFacts(
        "Canadian Aboriginal Syllabics", "ᐊᑭ", ("Noto Sans Canadian Aboriginal", "DejaVu Sans"), "matplotlib"
    ),
    "Adlm": ScriptFacts("Adlam", "\U0001e900\U0001e943", ("Noto Sans Adlam",)),
    "Yiii": ScriptFacts("Yi", "ꀀꒌ", ("Noto Sans Yi",)),
    "Olck": ScriptFacts("Ol Chiki", "ᱚᱽ", ("Noto Sans Ol Chiki",)),
    "Mtei": ScriptFacts("Meetei Mayek", "ꯀꯥ", ("Noto Sans Meetei Mayek",)),
    "Java": ScriptFacts("Javanese", "ꦏꦲ", ("Noto Sans Javanese",)),
    "Bali": ScriptFacts("Balinese", "ᬓᬳ", ("Noto Sans Balinese",)),
    "Lana": ScriptFacts("Tai Tham", "ᨠᩉ", ("Noto Sans Tai Tham",)),
    "Copt": ScriptFacts("Coptic", "ⲁⲱ", ("Noto Sans Coptic",)),
    "Glag": ScriptFacts("Glagolitic", "ⰰⰱ", ("Noto Sans Glagolitic",)),
    "Goth": ScriptFacts("Gothic", "\U00010330\U00010331", ("Noto Sans Gothic",)),
    "Runr": ScriptFacts("Runic", "ᚠᛟ", ("Noto Sans Runic",)),
    "Ogam": ScriptFacts("Ogham", "ᚁᚕ", ("Noto Sans Ogham",)),
    "Samr": ScriptFacts("Samaritan", "ࠀࠁ", ("Noto Sans Samaritan",)),
    "Mand": ScriptFacts("Mandaic", "ࡀࡁ", ("Noto Sans Mandaic",)),
    "Sylo": ScriptFacts("Syloti Nagri", "ꠇꠢ", ("Noto Sans Syloti Nagri",)),
    "Egyp": ScriptFacts("Egyptian Hieroglyphs", "\U00013000\U00013001", ("Noto Sans Egyptian Hieroglyphs",)),
    "Xsux": ScriptFacts("Cuneiform", "\U00012000\U00012001", ("Noto Sans Cuneiform",)),
}

SYMBOL_FAMILIES = (
    "Noto Sans Symbols 2",
    "Noto Sans Symbols",
    "STIX Two Math",
    "Noto Sans Math",
    "Noto Music",
    "Noto Emoji",
    "FiraGO",
)

# Which national forms of unified ideographs come first (Unicode Standard 18.1, Han unification).
_HAN_FAMILIES = {
    "zh-Hans": ("Noto Sans SC", "Noto Sans TC", "Noto Sans JP", "Noto Sans KR"),
    "zh-Hant": ("Noto Sans TC", "Noto Sans SC", "Noto Sans JP", "Noto Sans KR"),
    "ja": ("Noto Sans JP", "Noto Sans SC", "Noto Sans TC", "Noto Sans KR"),
    "ko": ("Noto Sans KR", "Noto Sans SC", "Noto Sans TC", "Noto Sans JP"),
}

_NATIONAL_FORMS = frozenset({"ja", "ko"})
"""Languages with forms of ideographs of their own, whatever script and region a tag names."""
_TRADITIONAL_REGIONS = frozenset({"tw", "hk", "mo"})
_TRADITIONAL_LANGUAGES = frozenset({"yue", "hak", "nan", "lzh"})

# Likely script of a language (CLDR likelySubtags, reduced to languages not written in Latin).
_LANGUAGE_SCRIPTS = {
    script: frozenset(languages.split())
    for script, languages in {
        "Cyrl": "ru uk be bg mk sr kk ky tg mn tt ba cv os ab ce av rue sah udm kv myv mdf tyv xal bua kbd ady inh crh",
        "Grek": "el grc",
        "Arab": "ar fa ur ps ckb sd ug ks arz ary apc azb lrc mzn prs skr bal pnb",
        "Hebr": "he iw yi lad",
        "Deva": "hi mr ne sa bho mai kok doi awa hne brx",
        "Beng": "bn as",
        "Taml": "ta",
        "Telu": "te",
        "Thai": "th",
        "Laoo": "lo",
        "Khmr": "km",
        "Mymr": "my mnw shn",
        "Geor": "ka xmf",
        "Armn": "hy hyw",
        "Ethi": "am ti gez tig",
        "Hani": "zh yue hak nan lzh cmn wuu",
        "Hira": "ja",
        "Hang": "ko",
        "Gujr": "gu",
        "Guru": "pa",
        "Knda": "kn tcy",
        "Mlym": "ml",
        "Orya": "or",
        "Sinh": "si",
        "Tibt": "bo dz",
        "Syrc": "syr arc",
        "Thaa": "dv",
        "Nkoo": "nqo",
        "Olck": "sat",
        "Mtei": "mni",
    }.items()
}

_SCRIPT_SUBTAGS = {"hans": "Hani", "hant": "Hani", "jpan": "Hira", "kore": "Hang", "hrkt": "Hira"}

# Unicode Default_Ignorable_Code_Point (DerivedCoreProperties.txt): never drawn, never missing.
DEFAULT_IGNORABLE = (
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
)


@lru_cache(maxsize=4096)
def is_ignorable(char: str) -> bool:
    """Say whether *char* is invisible by nature (Default_Ignorable_Code_Point)."""
    codepoint = ord(char)
    return any(first <= codepoint <= last for first, last in DEFAULT_IGNORABLE)


@lru_cache(maxsize=16384)
def script_of(char: str) -> str:
    """Return the script of *char*; ``Zyyy`` for common, inherited and unassigned characters.

    Rule: UAX #24 Script, as HarfBuzz's Unicode tables have it.
    """
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(char)
    buffer.guess_segment_properties()
    return str(buffer.script or COMMON)


@lru_cache(maxsize=512)
def script_of_language(lang: str) -> str:
    """Return the script that *lang* (BCP 47) is written in; ``Latn`` for what is not known."""
    subtags = lang.lower().replace("_", "-").split("-")
    for subtag in subtags[1:]:
        if subtag in _SCRIPT_SUBTAGS:
            return _SCRIPT_SUBTAGS[subtag]
        if len(subtag) == 4 and subtag.isalpha():
            return subtag.capitalize()
        if len(subtag) == 1:
            break
    for script, languages in _LANGUAGE_SCRIPTS.items():
        if subtags[0] in languages:
            return script
    return "Latn"


@lru_cache(maxsize=512)
def han_tag(lang: str) -> str | None:
    """Return which national forms of ideographs *lang* asks for, or None when it says nothing.

    One of ``zh-Hans``, ``zh-Hant``, ``ja``, ``ko``.
    """
    subtags = lang.lower().replace("_", "-").split("-")
    language = subtags[0]
    if language in _NATIONAL_FORMS:
        return language
    if script_of_language(lang) != "Hani":
        return None
    if "hant" in subtags:
        return "zh-Hant"
    if "hans" in subtags:
        return "zh-Hans"
    traditional = language in _TRADITIONAL_LANGUAGES or not _TRADITIONAL_REGIONS.isdisjoint(subtags)
    return "zh-Hant" if traditional else "zh-Hans"


def families_for(script: str, lang: str) -> tuple[str, ...]:
    """Return the families of the font packs for *script* in *lang*, best first; empty for western scripts."""
    if script in CJK:
        default = {"Hira": "ja", "Kana": "ja", "Hang": "ko", "Bopo": "zh-Hant"}.get(script, "zh-Hans")
        return _HAN_FAMILIES[han_tag(lang) or default]
    facts = SCRIPTS.get(script)
    return facts.families if facts else ()


def is_letter(char: str) -> bool:
    """Say whether *char* is a letter or mark that belongs to one script: text is lost without it."""
    return unicodedata.category(char)[0] in "LM" and script_of(char) != COMMON
