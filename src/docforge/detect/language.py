# SPDX-License-Identifier: Apache-2.0
"""The language of an article and of foreign passages in it: the user's word, CLD2, and the script.

Comes in: a ``Source`` and what the user said.  Goes out: a ``Choice``.  CLD2 (Compact Language Detector 2) reads at
most ``SAMPLE`` characters; the script overrules it where the script leaves one language only.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from docforge.diagnostics import Report
from docforge.model import Passage, Source
from docforge.text import safe_text

__all__ = ["Choice", "choose"]

SAMPLE = 3_000
"""Characters that the language detector sees of an article."""
FOREIGN_SAMPLE = 400
_SCRIPT_SAMPLE = 600
SHORT = 60
"""Letters below which a text is too short to be sure."""
_FOREIGN_LIMIT = 60
"""Passages per article that are looked at for another language."""

_LETTERS = re.compile(r"[^\W\d_]")
_CONTROLS = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ue000-\\uf8ff\\U000e0000-\\U0010ffff]")
_TO_BCP47 = {
    "iw": "he",
    "no": "nb",
    "jw": "jv",
    "tl": "fil",
    "zh": "zh-Hans",
    "sr-ME": "sr",
    "bs": "bs",
    "zh-Hant": "zh-Hant",
    "in": "id",
    "mo": "ro",
}
_KAZAKH_ONLY = frozenset("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
_SCRIPT_LANGUAGE = {
    "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "THAI": "th", "LAO": "lo", "KHMER": "km", "MYANMAR": "my",
    "GEORGIAN": "ka", "ARMENIAN": "hy", "GREEK": "el", "HEBREW": "he", "TAMIL": "ta", "TELUGU": "te", "KANNADA": "kn",
    "MALAYALAM": "ml", "GUJARATI": "gu", "GURMUKHI": "pa", "SINHALA": "si", "ORIYA": "or", "ETHIOPIC": "am",
    "THAANA": "dv", "TIBETAN": "bo", "BENGALI": "bn",
}  # fmt: skip
_LIKELY = {"CJK": "zh-Hans", "ARABIC": "ar", "DEVANAGARI": "hi", "CYRILLIC": "ru", "LATIN": "und"}
_ONE_OF = {"GREEK", "HEBREW", "BENGALI", "ETHIOPIC"}
"""Scripts of which the table names only the likeliest language; a detector's word wins."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The language of the article, what chose it, and the passages in another language."""

    tag: str
    rule: str
    foreign: Mapping[int, str] = field(default_factory=dict)


def choose(source: Source, given: str | None, front: str | None, report: Report) -> Choice:
    """Choose the article's language.

    Args:
        source: The text.
        given: The user's setting; wins over everything.
        front: The language named in the front matter.
        report: Gets DF-D101 when the text is too short or too mixed to be sure.

    Raises:
        UsageError: *given* or *front* is no well-formed language tag.
    """
    for tag, rule in ((given, "option"), (front, "front-matter")):
        if tag:
            from docforge.locale import canonical_tag

            chosen = canonical_tag(tag)
            return Choice(chosen, rule, _foreign(source, chosen))
    sample = _sample(source)
    letters = len(_LETTERS.findall(sample))
    tag, sure, rule = _detected(sample)
    if not sure or (letters < SHORT and rule != "script"):
        report.add("DF-D101", language=tag)
        rule = "unsure"
    return Choice(tag, rule, _foreign(source, tag))


def _sample(source: Source) -> str:
    """Take the longest passages first to last until the sample is full: running text tells most."""
    long = [p.text for p in source.passages if len(p.text) > 80] or [p.text for p in source.passages]
    out: list[str] = []
    size = 0
    for text in long:
        out.append(text[:1_000])
        size += len(out[-1])
        if size >= SAMPLE:
            break
    return "\n".join(out)[:SAMPLE]


def _cld2(text: str) -> tuple[str, bool, float]:
    """Return CLD2's BCP 47 tag, whether it calls itself reliable, and the share of the text in that language."""
    import pycld2

    clean = _CONTROLS.sub(" ", safe_text(text))
    try:
        reliable, _, details = pycld2.detect(clean.encode("utf-8", "ignore"), bestEffort=True)
    except pycld2.error:
        return "und", False, 0.0
    code = details[0][1]
    if code in {"un", "xxx"} or code.startswith("xx-"):
        return "und", False, 0.0
    return _TO_BCP47.get(code, code), bool(reliable), details[0][2] / 100


def _script(text: str) -> tuple[str, float]:
    """Return the leading script of the letters of *text* and its share."""
    counts: Counter[str] = Counter()
    for letter in _LETTERS.findall(text[:_SCRIPT_SAMPLE]):
        counts[_script_of(letter)] += 1
    if not counts:
        return "", 0.0
    kana = counts["HIRAGANA"] + counts["KATAKANA"]
    if kana and kana * 12 > counts["CJK"]:
        return "HIRAGANA", 1.0
    name, count = counts.most_common(1)[0]
    return name, count / sum(counts.values())


@cache
def _script_of(letter: str) -> str:
    name = unicodedata.name(letter, "")
    first = name.split(" ", 1)[0]
    return {"FULLWIDTH": "LATIN", "HALFWIDTH": "KATAKANA", "CJK": "CJK"}.get(first, first)


def _detected(sample: str) -> tuple[str, bool, str]:
    script, share = _script(sample)
    fixed = _SCRIPT_LANGUAGE.get(script)
    tag, reliable, part = _cld2(sample)
    if fixed and share > 0.6 and (script not in _ONE_OF or tag == "und"):
        return fixed, True, "script"
    if (
        script == "CYRILLIC"
        and tag != "kk"
        and sum(1 for c in sample if c in _KAZAKH_ONLY) * 40 > len(sample)
        and tag in {"ky", "tt", "ba", "und", "ru"}
    ):
        return ("kk", True, "script") if _kazakh(sample) else (tag, reliable, "detected")
    if tag == "und":
        return _LIKELY.get(script, "und"), False, "unsure"
    return tag, reliable and part >= 0.5, "detected"


def _kazakh(sample: str) -> bool:
    """Kazakh alone writes all of ұ, қ and ғ; Kyrgyz, Tatar and Bashkir lack one."""
    return sum(1 for c in "ұқғ" if c in sample.casefold()) == 3


def _foreign(source: Source, tag: str) -> dict[int, str]:
    """Return the passages whose language is surely another one, by index."""
    primary = tag.split("-", maxsplit=1)[0]
    own = _script("".join(p.text[:60] for p in source.passages[:12]))[0]
    mixed = _mixed("\n".join(p.text[:FOREIGN_SAMPLE] for p in source.passages[:_FOREIGN_LIMIT] if len(p.text) >= 120))
    out: dict[int, str] = {}
    looked = 0
    for index, passage in enumerate(source.passages):
        if len(passage.text) < 25:
            continue
        script, share = _script(passage.text[:40])
        other_script = (
            bool(own)
            and script != own
            and share > 0.7
            and {script, own} not in ({"CJK", "HIRAGANA"}, {"HANGUL", "CJK"})
        )
        if not other_script:
            if not mixed or len(passage.text) < 120 or looked >= _FOREIGN_LIMIT:
                continue
            looked += 1
        found = _passage_language(passage, script)
        if found and found.split("-")[0] != primary and not _kin(found, primary):
            out[index] = found
    return out


def _mixed(text: str) -> bool:
    """Say whether CLD2 sees a second language in *text*: only then are passages looked at one by one."""
    import pycld2

    try:
        _, _, details = pycld2.detect(_CONTROLS.sub(" ", safe_text(text)).encode("utf-8", "ignore"), bestEffort=True)
    except pycld2.error:
        return False
    return len(details) > 1 and details[1][1] != "un" and details[1][2] >= 3


def _passage_language(passage: Passage, script: str) -> str | None:
    tag, reliable, share = _cld2(passage.text[:FOREIGN_SAMPLE])
    if tag == "und":
        return _SCRIPT_LANGUAGE.get(script) or (_LIKELY.get(script) if _LIKELY.get(script) != "und" else None)
    return tag if reliable and share >= 0.9 else None


_KIN = (
    {"nb", "nn", "da", "no"},
    {"hr", "sr", "bs", "sl"},
    {"cs", "sk"},
    {"id", "ms"},
    {"es", "gl", "ca", "pt"},
    {"ru", "uk", "be", "bg", "mk"},
    {"kk", "ky", "tt", "uz"},
    {"zh", "ja"},
    {"fa", "ar", "ur", "ps"},
    {"hi", "mr", "ne"},
    {"en", "sco"},
    {"xh", "zu", "st", "tn"},
    {"tr", "az"},
    {"nl", "af"},
)


def _kin(tag: str, primary: str) -> bool:
    """Say whether two languages are so alike that one paragraph cannot tell them apart."""
    return any(tag.split("-", maxsplit=1)[0] in group and primary in group for group in _KIN)
