# SPDX-License-Identifier: Apache-2.0
"""Language tags as Office names them, and which of its three script classes a language belongs to.

Word sorts characters into Latin-like, East Asian and complex-script text, each with a font and a language of its
own in ``w:rFonts`` and ``w:lang``.  It must know nothing of the document.

Rules: ISO/IEC 29500-1, 17.3.2.20 (lang), 17.3.2.26 (rFonts); [MS-LCID] for the names.
"""

from __future__ import annotations

from functools import lru_cache

from docforge.errors import DocforgeError
from docforge.locale.tags import likely, parse_tag
from docforge.records import dataclass

__all__ = ["ScriptClass", "classify", "font_for"]

UNKNOWN = "x-none"
"""What Word writes for "no language": text that no spelling checker touches."""

_EAST_ASIAN = frozenset({"Hans", "Hant", "Hani", "Jpan", "Kore", "Hira", "Kana", "Hang", "Bopo", "Yiii"})
_RIGHT_TO_LEFT = frozenset({"Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"})
_COMPLEX = _RIGHT_TO_LEFT | {
    *("Beng", "Deva", "Gujr", "Guru", "Khmr", "Knda", "Laoo", "Mlym", "Mong"),
    *("Mtei", "Mymr", "Olck", "Orya", "Sinh", "Taml", "Telu", "Thai", "Tibt"),
}

# [MS-LCID] keeps the script in the names of these languages; all others are language-TERRITORY.
_NAMED_WITH_SCRIPT = frozenset({"az", "bs", "chr", "ff", "ha", "iu", "ks", "ku", "pa", "sd", "sr", "tg", "tzm", "uz"})
_NAMED_WITHOUT = frozenset({("pa", "Guru"), ("ks", "Deva")})

# Fonts that come with Office or Windows, by script: (serif design, sans design).
# Scripts that the theme's own names serve (Hans, Arab, Hebr) are not here.
_OFFICE_FONTS: dict[str, tuple[str, str]] = {
    "Hant": ("PMingLiU", "Microsoft JhengHei"),
    "Jpan": ("MS Mincho", "Yu Gothic"),
    "Kore": ("Batang", "Malgun Gothic"),
    "Yiii": ("Microsoft Yi Baiti", "Microsoft Yi Baiti"),
    "Deva": ("Mangal", "Nirmala UI"),
    "Beng": ("Vrinda", "Nirmala UI"),
    "Gujr": ("Shruti", "Nirmala UI"),
    "Guru": ("Raavi", "Nirmala UI"),
    "Knda": ("Tunga", "Nirmala UI"),
    "Mlym": ("Kartika", "Nirmala UI"),
    "Orya": ("Kalinga", "Nirmala UI"),
    "Sinh": ("Iskoola Pota", "Nirmala UI"),
    "Taml": ("Latha", "Nirmala UI"),
    "Telu": ("Gautami", "Nirmala UI"),
    "Thai": ("Angsana New", "Leelawadee UI"),
    "Laoo": ("DokChampa", "Leelawadee UI"),
    "Khmr": ("DaunPenh", "Leelawadee UI"),
    "Mymr": ("Myanmar Text", "Myanmar Text"),
    "Tibt": ("Microsoft Himalaya", "Microsoft Himalaya"),
    "Mong": ("Mongolian Baiti", "Mongolian Baiti"),
    "Syrc": ("Estrangelo Edessa", "Estrangelo Edessa"),
    "Thaa": ("MV Boli", "MV Boli"),
    "Nkoo": ("Ebrima", "Ebrima"),
    "Adlm": ("Ebrima", "Ebrima"),
}


@dataclass(frozen=True, slots=True)
class ScriptClass:
    """What Word needs to know of a language."""

    name: str
    """``kk-KZ``, ``zh-TW``, ``sr-Latn-RS``; ``x-none`` where the language is unknown."""
    script: str
    """ISO 15924, or empty."""
    east_asian: bool
    complex: bool
    right_to_left: bool

    @property
    def properties(self) -> str:
        """The ``w:lang`` element."""
        east = f' w:eastAsia="{self.name}"' if self.east_asian else ""
        bidi = f' w:bidi="{self.name}"' if self.complex else ""
        return f'<w:lang w:val="{self.name}"{east}{bidi}/>'


@lru_cache(maxsize=512)
def classify(tag: str) -> ScriptClass:
    """Return Word's view of the language *tag*; a tag that nobody knows counts as unknown language."""
    try:
        own = parse_tag(tag)
        full = likely(own)
    except DocforgeError:
        return ScriptClass(UNKNOWN, "", False, False, False)
    if own.language in ("und", "mul", "zxx"):
        return ScriptClass(UNKNOWN, own.script, False, False, False)
    script = own.script or full.script
    keep = own.language in _NAMED_WITH_SCRIPT and (own.language, script) not in _NAMED_WITHOUT
    territory = own.territory if own.territory.isalpha() else full.territory
    name = "-".join(part for part in (own.language, script if keep else "", territory) if part)
    return ScriptClass(name, script, script in _EAST_ASIAN, script in _COMPLEX, script in _RIGHT_TO_LEFT)


def font_for(script: str, design: str) -> str | None:
    """Return the Office font of *script* in *design* (``serif`` or ``sans``), or None where a theme's own serves."""
    pair = _OFFICE_FONTS.get(script)
    return None if pair is None else pair[design != "serif"]
