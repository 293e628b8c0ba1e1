# SPDX-License-Identifier: Apache-2.0
"""Times, zones and ages in a line, and the words beside its dates that are none of these.

Comes in: a text or a passage, and its dates.  Goes out: the text with times blanked, and the words that are left when
dates, times and their usual companions are taken away.
"""

from __future__ import annotations

import re
from functools import cache
from string import digits

from docforge.detect.look import Look
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import folded, phrases
from docforge.model import FoundDate
from docforge.patterns import any_of, has_east_asian, lazily

__all__ = ["TIME_ZONE", "residue", "strip_times", "without_times", "words_beside_dates"]

_TIME = re.compile(
    # What a time begins with is looked for first; 12.06.24 is a date: its first figures and point are no time.
    # One may be run together with the year before it.
    r"(?=[\dkuàa上下午오])(?:(?:(?<![\d.])|(?<=20\d\d)(?=\d\d:))(?:KL\.? ?|kl\.? ?|klo ?|um ?|à ?|at ?)?"
    r"(?!\d\d?\.\d\d\.\d\d(?!\d))(?:[01]?\d|2[0-4])\s?(?:[:.h：]|Uhr)\s?:?\d{2}(?:[:.]\d{2})?:?"
    r"(?:\s?(?:[ap]\.?\s?m\b\.?|Uhr|h\b|hrs))?"
    r"|\b\d{1,2}\s?(?:[ap]\.?m\b\.?|Uhr|h\b)"
    r"|(?:上午|下午|午前|午後|오전|오후)\s?\d{1,2}[時时:시]\s?\d{0,2}分?|\d{1,2}[時时시]\d{0,2}[分분]?)",
    re.IGNORECASE,
)
TIME_ZONE = re.compile(
    r"\(?\b(?:GMT|UTC|CES?T|ME[SZ]+Z?|E[SD]?T|P[SD]?T|C[SD]?T|M[SD]?T|BST|IST|WIB|WITA|MSK|МСК|JST|KST|HKT|SGT|SAST|EAT|AES?D?T|EES?T)\b(?:\s?[+-]\s?\d{1,2}(?::?\d{2})?)?\)?"
)
"""The short name of a time zone, in brackets or not, and how far from another it is."""


def _age() -> str:
    """Return the source of a pattern of an age: ``3 hours ago``, ``vor 2 Tagen``, ``5 h`` at the end of a line.

    A unit may close with a point, and hold signs of vowels, which are no letters to ``\\w``: ``5 घंटे पहले``.
    """
    before, behind, units = (phrases("publication", use) for use in ("ago_before", "ago_behind", "age_units"))
    firsts = re.escape("".join(sorted({word[0] for word in before})))
    return (
        rf"(?=[\d{firsts}])(?:\b(?:{any_of(before)}) \d{{1,3}} \w{{1,12}}\b"
        rf"|\b\d{{1,3}}\s\S{{1,12}}\s(?:{any_of(behind)})(?!\w)|\b\d{{1,2}}\s?(?:{any_of(units)})\s*$)"
    )


_AGO = lazily(_age, re.IGNORECASE)
_TIMES = (
    (re.compile(r"\d\s?[:.hH：時时시uUaApP]"), _TIME),
    (re.compile("[A-ZМ][A-ZС]"), TIME_ZONE),
    (re.compile(r"\d\s?[^\W\d]|\d \w"), _AGO),
)
"""Times, zones and ages, each behind what every one of them holds, which is looked for faster."""
_EAST_ASIAN = lazily("[\u3040-\u9fff\uac00-\ud7a3]")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def strip_times(text: str) -> str:
    """Return *text* with times, zones and ages blanked, same length."""
    for held, pattern in _TIMES:
        if held.search(text) is not None:
            text = pattern.sub(lambda m: " " * len(m.group()), text)
    return text


def without_times(look: Look) -> str:
    """Return what ``strip_times`` leaves of a passage; worked out once."""
    known: str | None = look.memo.get("without_times")
    if known is None:
        known = look.memo["without_times"] = strip_times(look.text)
    return known


def residue(text: str, dates: tuple[FoundDate, ...]) -> list[str]:
    """Return the words of *text* that neither dates, times nor the usual companions account for."""
    chars = list(text)
    for found in dates:
        chars[found.start : found.end] = " " * (found.end - found.start)
    rest = strip_times("".join(chars))
    fold = folded(rest)
    for use in ("published", "updated", "reading_time"):
        for phrase in _contained(fold, use):
            fold = fold.replace(phrase, " ")
    around = phrases("publication", "around")
    left = [w for w in _WORD.findall(fold) if w not in around and not w.isdigit()]
    return [w for w in left if w.rstrip(digits) not in around]  # 上一版3: to the page before


def words_beside_dates(survey: Survey, look: Look) -> list[str]:
    """Return the ``residue`` of a passage."""
    known: list[str] | None = look.memo.get("words_beside_dates")
    if known is None:
        known = look.memo["words_beside_dates"] = residue(look.text, survey.dates(look))
    return known


def _contained(fold: str, use: str) -> list[str]:
    """Return the phrases of *use* that *fold* contains as whole words, longest first."""
    words = fold.replace(":", " ").replace("：", " ").replace(",", " ").replace("(", " ").replace(")", " ").split()
    known = phrases("publication", use)
    starts = [] if (first := _first_words(use)).isdisjoint(words) else [i for i, w in enumerate(words) if w in first]
    hits = {phrase for i in starts for n in range(1, 6) if (phrase := " ".join(words[i : i + n])) in known}
    if _unspaced(fold):
        hits |= {p for p in _unspaced_phrases(use) if p in fold}
    return sorted(hits, key=len, reverse=True)


@cache
def _first_words(use: str) -> frozenset[str]:
    return frozenset(phrase.split(" ", 1)[0] for phrase in phrases("publication", use))


@cache
def _unspaced_phrases(use: str) -> tuple[str, ...]:
    return tuple(p for p in phrases("publication", use) if len(p) > 1 and _unspaced(p))


def _unspaced(text: str) -> bool:
    return has_east_asian(text) and _EAST_ASIAN.search(text) is not None
