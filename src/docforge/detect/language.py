# SPDX-License-Identifier: Apache-2.0
"""The language of an article and of foreign passages in it: the user's word, CLD2, and the script.

Comes in: a ``Source`` and what the user said.  Goes out: a ``Choice``.  CLD2 (Compact Language Detector 2) reads the
heads of the passages, at most ``SAMPLE`` characters; the script overrules it where a script leaves one language only.
Passages are looked at one by one only if CLD2 saw a second language or their script differs.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import field
from functools import cache

from docforge.diagnostics import Report
from docforge.model import Passage, Source
from docforge.patterns import is_latin
from docforge.records import dataclass

__all__ = ["Choice", "choose"]

SAMPLE = 1_000
"""Characters that the language detector sees of an article."""
_HEAD = 400
"""Characters that it sees of one passage."""
SHORT = 60
"""Letters below which a text is too short to be sure."""
_SCRIPT_SAMPLE = 400
_ALONE = 0.9
"""Above this share of the letters a script is the article's own."""
_BEYOND_LATIN = "\u0250"
"""Letters before this one are Latin (but for the signs ª, µ and º)."""
_GLANCE = 24
"""Characters that tell the script of a passage; shorter ones have none of their own."""
_FOREIGN_LIMIT = 60
"""Passages per article that are looked at one by one for another language."""

_CONTROLS = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ue000-\\uf8ff\\U000e0000-\\U0010ffff]"
)
# CLD2's codes where they differ from BCP 47 (IANA language subtag registry).
_TO_BCP47 = {"iw": "he", "no": "nb", "jw": "jv", "tl": "fil", "zh": "zh-Hans", "in": "id", "mo": "ro", "sr-ME": "sr"}
_SCRIPT_LANGUAGE = {
    "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "THAI": "th", "LAO": "lo", "KHMER": "km", "MYANMAR": "my",
    "GEORGIAN": "ka", "ARMENIAN": "hy", "GREEK": "el", "HEBREW": "he", "TAMIL": "ta", "TELUGU": "te", "KANNADA": "kn",
    "MALAYALAM": "ml", "GUJARATI": "gu", "GURMUKHI": "pa", "SINHALA": "si", "ORIYA": "or", "ETHIOPIC": "am",
    "THAANA": "dv", "TIBETAN": "bo", "BENGALI": "bn",
}  # fmt: skip
_SCRIPT_CODES = {"LATIN": "Latn", "CYRILLIC": "Cyrl", "ARABIC": "Arab"}
"""Scripts that languages share or change between (ISO 15924)."""
_SHARED = frozenset({"HEBREW", "BENGALI", "ETHIOPIC"})
"""Scripts of which the table names only the likeliest language; the detector's word wins."""
_LIKELY = {"CJK": "zh-Hans", "ARABIC": "ar", "DEVANAGARI": "hi", "CYRILLIC": "ru"}
_TOLD_BY_LETTERS = {"kk": ("CYRILLIC", frozenset({"ky", "tt", "ba", "und", "ru"}), "ұқғ")}
"""Language -> its script, what the detector takes it for, letters that it alone writes all: Kyrgyz, Tatar and Bashkir
lack one of the Kazakh ones."""
_KIN = (
    {"nb", "nn", "da", "no"}, {"hr", "sr", "bs", "sl"}, {"cs", "sk"}, {"id", "ms"}, {"es", "gl", "ca", "pt"},
    {"ru", "uk", "be", "bg", "mk"}, {"kk", "ky", "tt", "uz"}, {"zh", "ja"}, {"fa", "ar", "ur", "ps"},
    {"hi", "mr", "ne"}, {"en", "sco"}, {"xh", "zu", "st", "tn"}, {"tr", "az"}, {"nl", "af"},
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """The language of the article, what chose it, and the passages in another language."""

    tag: str
    rule: str
    foreign: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Guess:
    """What CLD2 said of a text."""

    tag: str
    reliable: bool
    share: float
    """Of the text in that language, 0 to 1."""
    mixed: bool
    """A second language holds a part of it."""


def choose(
    source: Source, given: str | None, front: str | None, report: Report, *, declared: str | None = None
) -> Choice:
    """Choose the article's language.

    Args:
        source: The text.
        given: The user's setting; wins over everything.
        front: The language named in the front matter.
        declared: The language that the format declares; the text overrules it where it is surely in another.
        report: Gets DF-D101 when the text is too short or too mixed to be sure, DF-D106 when *declared* is overruled.

    Raises:
        UsageError: *given* or *front* is no well-formed language tag.
        LocaleError: *given* or *front* is a tag that docforge has no data for.
    """
    sample = _sample(source)
    guess = _cld2(sample)
    script = _script(sample)
    for tag, rule in ((given, "option"), (front, "front-matter")):
        if tag:
            from docforge.locale import canonical_tag

            chosen = canonical_tag(tag)
            return Choice(chosen, rule, _foreign(source, chosen, guess.mixed, _own_script(chosen, *script)))
    tag, rule = _decide(sample, guess, *script)
    tag = _in_script(tag, *script)
    if declared:
        if rule == "unsure" or not _is_other(declared, tag) or not _has_letters(sample[: 8 * SHORT]):
            return Choice(declared, "metadata", _foreign(source, declared, guess.mixed, _own_script(declared, *script)))
        report.add("DF-D106", declared=declared, language=tag)
    if rule != "script" and not _has_letters(sample[: 2 * SHORT]) and not _has_letters(sample[: 8 * SHORT]):
        rule = "unsure"
    if rule == "unsure":
        report.add("DF-D101", language=tag)
    return Choice(tag, rule, _foreign(source, tag, guess.mixed, _own_script(tag, *script)))


def _is_other(declared: str, found: str) -> bool:
    """Say whether two languages are surely two, and none is taken for the other."""
    both = {declared.split("-", maxsplit=1)[0], found.split("-", maxsplit=1)[0]}
    return len(both) > 1 and not any(both <= kin for kin in _KIN)


def _has_letters(text: str) -> bool:
    """Say whether *text* has as many letters as it takes to be sure."""
    return sum(map(str.isalpha, text)) >= SHORT


def _sample(source: Source) -> str:
    """Take the heads of the longer passages, first to last, until the sample is full: running text tells most."""
    long = [p.text for p in source.passages[:400] if len(p.text) > 80] or [p.text for p in source.passages[:400]]
    out: list[str] = []
    size = 0
    width = max(_HEAD, SAMPLE // max(1, len(long)))
    for text in long:
        out.append(text[:width])
        size += len(out[-1])
        if size >= SAMPLE:
            break
    return "\n".join(out)[:SAMPLE]


def _cld2(text: str) -> _Guess:
    import pycld2

    # The text of passages is safe already; what CLD2 refuses besides is not printable.
    joined = text.replace("\n", " ")
    clean = (joined if joined.isprintable() else _CONTROLS.sub(" ", joined)).encode("utf-8", "ignore")
    try:
        reliable, _, details = pycld2.detect(clean, isPlainText=True, bestEffort=True)
    except pycld2.error:
        return _Guess("und", False, 0.0, False)
    code = details[0][1]
    mixed = len(details) > 1 and details[1][1] != "un" and details[1][2] >= 3
    if code in {"un", "xxx"} or code.startswith("xx-"):
        return _Guess("und", False, 0.0, mixed)
    return _Guess(_TO_BCP47.get(code, code), bool(reliable), details[0][2] / 100, mixed)


def _script(text: str) -> tuple[str, float]:
    """Return the leading script of the letters at the head of *text* and its share."""
    head = text[:_SCRIPT_SAMPLE]
    if is_latin(head):
        return ("LATIN", 1.0) if any(map(str.isalpha, head)) else ("", 0.0)
    letters = "".join(filter(str.isalpha, head))
    if not letters:
        return "", 0.0
    if max(letters) < _BEYOND_LATIN:
        return "LATIN", 1.0
    counts: dict[str, int] = {}
    for character, times in Counter(letters).items():
        name = "LATIN" if character < "\u0080" else _script_of(character)
        counts[name] = counts.get(name, 0) + times
    kana = counts.get("HIRAGANA", 0) + counts.get("KATAKANA", 0)
    if kana and kana * 12 > counts.get("CJK", 0):
        return "HIRAGANA", 1.0
    name = max(counts, key=counts.__getitem__)
    return name, counts[name] / len(letters)


@cache
def _script_of(letter: str) -> str:
    first = unicodedata.name(letter, "").split(" ", 1)[0]
    return {"FULLWIDTH": "LATIN", "HALFWIDTH": "KATAKANA"}.get(first, first)


def _decide(sample: str, guess: _Guess, script: str, share: float) -> tuple[str, str]:
    """Return the tag and the rule that chose it."""
    fixed = _SCRIPT_LANGUAGE.get(script)
    if fixed and share > 0.6 and (script not in _SHARED or guess.tag == "und"):
        return fixed, "script"
    for tag, (own_script, taken_for, letters) in _TOLD_BY_LETTERS.items():
        if script == own_script and guess.tag in taken_for and _writes_all(letters, sample):
            return tag, "script"
    if guess.tag == "und":
        return _LIKELY.get(script, "und"), "unsure"
    return guess.tag, "detected" if guess.reliable and guess.share >= 0.5 else "unsure"


def _in_script(tag: str, script: str, share: float) -> str:
    """Return *tag* with the script that the text is written in, where its language usually has another: ``sr-Latn``."""
    own = _SCRIPT_CODES.get(script)
    if own is None or share <= 0.7 or tag == "und":
        return tag
    known = _usual_script(tag)
    return f"{tag.split('-', maxsplit=1)[0]}-{own}" if known != own and known in _SCRIPT_CODES.values() else tag


def _own_script(tag: str, script: str, share: float) -> str:
    """Return the article's script: where two are mixed, that of its language, though the other leads in the sample."""
    if share > _ALONE:
        return script
    return next((name for name, code in _SCRIPT_CODES.items() if code == _usual_script(tag)), script)


@cache
def _usual_script(tag: str) -> str:
    """Return the script in which a language is usually written (ISO 15924)."""
    from docforge.locale import script

    return script(tag)


def _writes_all(letters: str, sample: str) -> bool:
    """Say whether each of *letters* is one in 400 characters of *sample* or more."""
    lower = sample.casefold()
    return all(lower.count(letter) * 400 > len(lower) for letter in letters)


def _foreign(source: Source, tag: str, mixed: bool, own: str) -> dict[int, str]:
    """Return the passages whose language is surely another one, by index; *own* is the article's script."""
    primary = tag.split("-", maxsplit=1)[0]
    out: dict[int, str] = {}
    heads = [passage.text[:_GLANCE] for passage in source.passages]
    if own == "LATIN" and not mixed and is_latin(" ".join(heads)):
        return out
    looked = 0
    for index, (passage, head) in enumerate(zip(source.passages, heads, strict=True)):
        if len(passage.text) <= _GLANCE:
            continue
        script, share = own, 1.0
        if not _looks_like(own, head):
            script, share = _script(head)
        other_script = bool(own) and script != own and share > 0.7 and {script, own} & {"HIRAGANA", "HANGUL"} == set()
        if not other_script:
            if not mixed or len(passage.text) < 120 or looked >= _FOREIGN_LIMIT:
                continue
            looked += 1
        found = _passage_language(passage, script)
        if found and found.split("-")[0] != primary and not _akin(found, primary):
            out[index] = found
    return out


def _looks_like(script: str, head: str) -> bool:
    """Say at a glance whether *head* is in *script*: sure when True; a share of other letters does not matter."""
    if script == "LATIN":
        return head.isascii() or max(head) < _BEYOND_LATIN
    letters = [character for character in head[:8] if character.isalpha()]
    return len(letters) >= 3 and all(_script_of(letter) == script for letter in letters)


def _passage_language(passage: Passage, script: str) -> str | None:
    guess = _cld2(passage.text[:_HEAD])
    if guess.tag == "und":
        return _SCRIPT_LANGUAGE.get(script) or _LIKELY.get(script)
    return guess.tag if guess.reliable and guess.share >= 0.9 else None


def _akin(tag: str, primary: str) -> bool:
    """Say whether two languages are so alike that one paragraph cannot tell them apart."""
    return any(tag.split("-", maxsplit=1)[0] in group and primary in group for group in _KIN)
