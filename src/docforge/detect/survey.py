# SPDX-License-Identifier: Apache-2.0
"""What can be seen of each passage without knowing what it is: length, casing, punctuation, neighbours.

Comes in: a ``Source``.  Goes out: a ``Survey`` that all detectors read, with dates found at most once per passage.
Knows no kinds of block and no vocabulary.  Linear in the length of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from docforge.detect.vocabulary import folded
from docforge.model import FoundDate, Passage, Source
from docforge.patterns import has_east_asian, has_unspaced, lazily

__all__ = ["CLOSERS", "EDGES", "MARKS", "Look", "Survey", "survey", "trimmed"]

CLOSERS = "\"'”’“»›«)]）」』】》〉＂＇"
_TERMINALS = ".!?…。！？｡؟।॥։።។၊။‼⁉"
EDGES = " \t\n\u00a0\u3000-–—―•·|/:：;；,，、.*_#=~►▶>»«<→←↓↑✓●○■□◆◇★☆☞▲▼\"'“”„[](){}（）【】「」"

_WIDE = lazily(r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\U00020000-\U0003ffff]")
_UNSPACED = lazily(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
)
"""Vowel signs and other marks inside words, which ``\\w`` leaves out (Unicode general categories Mn and Mc)."""
_WORD = re.compile(rf"(?:[^\W\d_]|[{MARKS}]){{3,}}")
_WORD_OR_IDEOGRAPH = lazily(rf"(?:[^\W\d_]|[{MARKS}]){{3,}}|[\u3040-\u30ff\u3400-\u9fff]")
_DATE_SIGN = re.compile(r"\d|[一二三四五六七八九十]{1,3}月")
_YEAR_SIGN = re.compile(r"(?:19|20)\d\d|\d/\d")
_GLUE = re.compile(r"(?<=[^\W\d_A-ZÀ-Þ])(?=[A-ZÀ-Þ])|(?<=[ ./](?:19|20)\d\d)(?=\d)|(?<=(?:19|20)\d\d,)(?=\d)")
_GLUE_LIMIT = 160
_SECOND = {"en": "en-US"}
"""Where a language alone leaves the order of day and month open, the reading to try next."""
_DIGITS = re.compile(r"\d+")
_UNMARKED = re.compile("[\u0e01-\u0e5b\u0e81-\u0edf]")
"""Thai and Lao letters: these scripts write no full stop."""
_SENTENCE_END = re.compile(r"[.!?…؟।։][\"'”’»)\]]*\s|[。！？]")
_BODY_BUDGET = 30_000
_MAX_LOOK = 4_000
"""Features are taken from this many characters at a passage's head; longer ones are prose anyway."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a passage looks like."""

    index: int
    passage: Passage
    text: str
    fold: str
    """Case-folded, single spaces, ``EDGES`` trimmed; empty for passages over 400 characters."""
    columns: int
    """Display width: wide characters count two."""
    words: int
    """Words; for scripts written without spaces an estimate (four columns a word)."""
    ends: bool
    """The last character, closing marks aside, ends a sentence."""
    sentences: int
    """Sentence ends inside and at the end."""
    capitals: float
    """Share of capitals among the cased letters, 0 to 1; 0 without cased letters."""
    cased: bool
    """Any letter of a script with case."""
    prose: float
    """How much it looks like running text, 0 to 1."""


def _words(text: str) -> list[str]:
    return (_WORD_OR_IDEOGRAPH if has_east_asian(text) else _WORD).findall(text)


def _count_words(text: str, columns: int) -> int:
    spaced = len(text.split())
    if not has_unspaced(text):
        return spaced
    unspaced = len(_UNSPACED.findall(text))
    return spaced if unspaced * 3 < len(text) else max(spaced, columns // 4)


def _prose(columns: int, words: int, ends: bool, sentences: int, question: bool) -> float:
    if columns >= 160 and (ends or sentences):
        return 1.0
    if question and sentences <= 1 and columns <= 120:
        return 0.55
    if ends and columns >= 90:
        return 0.95
    if ends and columns >= 55 and words >= 7:
        return 0.85
    if columns >= 200:
        return 0.8
    if ends and words >= 5:
        return 0.68
    if sentences and columns >= 90:
        return 0.7
    if ends and words >= 3:
        return 0.5
    if columns >= 120:
        return 0.5
    return 0.3 if ends else 0.15


def _look(index: int, passage: Passage) -> Look:
    text = passage.text
    head = text[:_MAX_LOOK]
    columns = len(text) + (len(_WIDE.findall(head)) if has_east_asian(head) else 0)
    words = _count_words(head, columns)
    unmarked = columns >= 90 and len(_UNMARKED.findall(head[:200])) >= 40
    stripped = text[-40:].rstrip(CLOSERS + " \u00a0\t")
    ends = bool(stripped) and stripped[-1] in _TERMINALS
    sentences = len(_SENTENCE_END.findall(head)) + (1 if ends else 0)
    letters = head[:160]
    upper = sum(map(str.isupper, letters))
    lower = sum(map(str.islower, letters))
    fold = folded(text).strip(EDGES) if len(text) <= 400 else ""
    share = upper / (upper + lower) if upper + lower else 0.0
    return Look(
        index, passage, text, fold, columns, words, ends, sentences, share, bool(upper + lower),
        _prose(columns, words, ends, sentences, bool(stripped) and stripped[-1] in "?？؟") if not unmarked else 0.9,
    )  # fmt: skip


def trimmed(text: str, start: int, end: int, edges: str = EDGES) -> tuple[int, int]:
    """Return ``[start, end)`` without the characters of *edges* at either end."""
    while start < end and text[start] in edges:
        start += 1
    while end > start and text[end - 1] in edges:
        end -= 1
    return start, end


@dataclass(slots=True)
class Survey:
    """A source as the detectors see it."""

    source: Source
    language: str
    """BCP 47 tag, ``und`` when unknown."""
    looks: Sequence[Look]
    _dates: dict[tuple[int, int], tuple[FoundDate, ...]] = field(default_factory=dict)
    memo: dict[str, Any] = field(default_factory=dict)
    """What one detector worked out and others may ask for again, by the name of the function."""

    @property
    def primary(self) -> str:
        """The primary language subtag."""
        return self.language.split("-")[0]

    def dates(self, index: int, limit: int = 160) -> tuple[FoundDate, ...]:
        """Return the dates in the first *limit* characters of a passage; offsets are into its text."""
        key = (index, limit)
        found = self._dates.get(key)
        if found is None:
            found = self._dates[key] = self.dates_in(self.looks[index].text[:limit])
        return found

    def dates_in(self, text: str) -> tuple[FoundDate, ...]:
        """Return the dates in *text*, read in the article's language, else in English; offsets are into *text*.

        Pages glue words and dates together (``Jo SmithDec. 21, 2023``); without a full date the pieces are read alone.
        """
        if not _DATE_SIGN.search(text):
            return ()
        found = self._read_dates(text)
        if len(text) > _GLUE_LIMIT or any(d.precision == "day" for d in found):
            return found
        cuts = [0, *(m.start() for m in _GLUE.finditer(text)), len(text)]
        if len(cuts) > 2:
            pieces = [self._read_dates(text[a:b], a) for a, b in pairwise(cuts)]
            if any(d.precision == "day" for piece in pieces for d in piece):
                return tuple(d for piece in pieces for d in piece)
        return found

    def _read_dates(self, text: str, shift: int = 0) -> tuple[FoundDate, ...]:
        from docforge.locale import find_dates

        if not _DATE_SIGN.search(text):
            return ()
        own = self.language if self.language != "und" else "en"
        found = find_dates(text, own)
        if not any(d.precision == "day" for d in found) and len(text) <= _GLUE_LIMIT and _YEAR_SIGN.search(text):
            found = find_dates(text, _SECOND.get(own, "en")) or found
        return tuple(replace(d, start=d.start + shift, end=d.end + shift) for d in found) if shift else tuple(found)

    def vocabulary_of_body(self) -> frozenset[str]:
        """Return the words of the running text, case-folded (single characters for Han and kana)."""
        return self._words()[0]

    def lower_words(self) -> frozenset[str]:
        """Return the words that the running text writes in lower case: common words, not names."""
        return self._words()[1]

    def _words(self) -> tuple[frozenset[str], frozenset[str]]:
        known: tuple[frozenset[str], frozenset[str]] | None = self.memo.get("words")
        if known is None:
            words: set[str] = set()
            for text in self._running():
                words.update(_words(text))
            known = frozenset(map(str.casefold, words)), frozenset(w for w in words if w.islower())
            self.memo["words"] = known
        return known

    def times(self, look: Look) -> int:
        """Return how many passages read the same as *look*, case and edges aside."""
        counts: Counter[str] | None = self.memo.get("times")
        if counts is None:
            counts = self.memo["times"] = Counter(_key(other) for other in self.looks if other.fold)
        return counts[_key(look)] if look.fold else 1

    def _running(self) -> Iterator[str]:
        """Yield the heads of the passages that are running text, within a budget."""
        budget = _BODY_BUDGET
        for look in self.looks:
            if look.prose >= 0.68 and budget > 0:
                yield look.text[:2_000]
                budget -= min(len(look.text), 2_000)

    def echo(self, text: str) -> float:
        """Return how far the running text repeats the words of *text*, 0 to 1; few words count for less."""
        known: dict[str, float] = self.memo.setdefault("echo", {})
        share = known.get(text)
        if share is None:
            words = _words(text.casefold())
            body = self.vocabulary_of_body()
            hits = len([word for word in words if word in body])
            share = known[text] = hits / len(words) * min(1.0, hits / 4) if words else 0.0
        return share


def _key(look: Look) -> str:
    """Lines that differ in a number only are alike: ``Advertisement 1``, ``Advertisement 2``."""
    return _DIGITS.sub("0", look.fold) if look.columns <= 40 else look.fold


def survey(source: Source, language: str) -> Survey:
    """Look at every passage of *source* once."""
    return Survey(source, language, [_look(i, p) for i, p in enumerate(source.passages)])
