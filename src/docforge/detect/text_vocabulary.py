# SPDX-License-Identifier: Apache-2.0
"""The words of a text: which are in it, and what of it can be looked up where no blanks part words.

Comes in: stretches of text.  Goes out: a ``Vocabulary`` that is asked for words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from operator import itemgetter

from docforge.patterns import has_east_asian, has_unspaced, lazily

__all__ = [
    "MARKS",
    "Vocabulary",
    "beginnings",
    "latin_words",
    "pieces",
    "stands_in",
    "vocabulary_of",
    "words_in",
]

MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
)
"""Vowel signs and other marks inside words, which ``\\w`` leaves out (Unicode general categories Mn and Mc)."""
_LOOKED_UP = 150
"""So many words are found faster in the text itself than by taking down all that are in it."""
_SHORTEST = 3
"""Letters of a word that punctuation stands beside."""
_FEW_PIECES = 6
"""Fewer pieces than this found again may be chance."""
_PUNCTUATION = "\"'“”‘’„‚«»‹›.,;:!?…()[]-–—"
_WORD = lazily(rf"(?:[^\W\d_]|[{MARKS}]){{3,}}")
_PLAIN_WORD = re.compile(r"[^\W\d_]{3,}")
_MARK = lazily(f"[{MARKS}]")
_WORD_OR_IDEOGRAPH = lazily(rf"(?:[^\W\d_]|[{MARKS}]){{3,}}|[\u3040-\u30ff\u3400-\u9fff]")
_UNSPACED_RUN = lazily(rf"(?:[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff々]|[{MARKS}]){{2,}}")
_SPACED_WORD = lazily(r"[a-z0-9à-ÿ]{3,}|[\uac00-\ud7a3]{2}")
"""Words of Latin letters and figures beside ideographs, and pairs of Hangul: endings change."""
_HIRAGANA = lazily(r"[\u3040-\u309f]+")
_ADDRESS_SIGN = lazily("@|://")
_LONG_WORDS, _STEM = re.compile(rf"[\w{MARKS}]{{4,}}"), itemgetter(slice(5))
"""The longer words, and what of them counts: endings change between sentences."""
_LONG_PLAIN_WORDS = re.compile(r"\w{4,}", re.ASCII)
"""The same in text that is all ASCII."""
_UNSPACED = 14
"""Text with fewer than one blank in so many characters is compared by pieces instead of words."""


class Vocabulary:
    """The words of a text: the first are looked up one by one as they are asked for, then all are taken down.

    Only words *of_letters* can be looked up: a vowel sign beside a letter belongs to the word, an ideograph does not.
    """

    def __init__(self, text: str = "", *, of_letters: bool = True, east_asian: bool = False) -> None:
        self._text, self._of_letters, self._east_asian = text, of_letters, east_asian
        self._known: dict[str, bool] = {}
        self._left = _LOOKED_UP if of_letters else 0
        self._words: set[str] = set()

    def __contains__(self, word: str) -> bool:
        known = self._known.get(word)
        return self._look_up(word) if known is None else known

    def _look_up(self, word: str) -> bool:
        """Say whether a word that was not asked for before is in the text."""
        if self._left > 0 or (self._of_letters and not word.isalpha()):  # compounds are not taken down
            self._left -= 1
            known = stands_in(word, self._text)
        else:
            if not self._words:
                self._words = _distinct_words(self._text, self._east_asian)
            known = word in self._words
        self._known[word] = known
        return known

    def share(self, pieces: Collection[str]) -> float:
        """Return which share of *pieces* stand anywhere in the text, 0 to 1; few pieces count for less."""
        hits = sum(map(self._text.__contains__, pieces))
        return hits / len(pieces) * min(1.0, hits / _FEW_PIECES) if pieces else 0.0

    def count(self, words: Sequence[str]) -> int:
        """Return how many of *words* are in the text."""
        known = self._known
        return sum([self._look_up(word) if (found := known.get(word)) is None else found for word in words])


def vocabulary_of(stretches: Iterable[str], *, latin: bool, east_asian: bool) -> Vocabulary:
    """Return the words of *stretches*; *latin* and *east_asian* are what the survey says of its whole text."""
    text = _without_addresses(" ".join(stretches))
    of_letters = latin or not (east_asian or _MARK.search(text))
    return Vocabulary(text, of_letters=of_letters, east_asian=east_asian)


def _without_addresses(text: str) -> str:
    """Return *text* without addresses: they write names small, which says nothing about words."""
    if "@" not in text and ("/" not in text or "://" not in text):
        return text  # one character is looked for faster than three
    kept: list[str] = []
    begun = 0
    for sign in _ADDRESS_SIGN.finditer(text):
        if sign.start() < begun:
            continue  # in the same address as the one before
        kept.append(text[begun : text.rfind(" ", begun, sign.start()) + 1 or begun])
        begun = text.find(" ", sign.end())
        if begun < 0:
            break
    else:
        kept.append(text[begun:])
    return "".join(kept)


def stands_in(word: str, text: str) -> bool:
    """Say whether *word* stands in *text* with no letter beside it, or anywhere where no blanks part words."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not text[end : end + 1].isalpha() and not (at and text[at - 1].isalpha()):
            return True
        if not word.isascii() and has_unspaced(word):
            return True
        at = text.find(word, end)
    return False


def _distinct_words(text: str, east_asian: bool) -> set[str]:
    chunks = set(text.split())
    words: set[str] = set()
    if not east_asian:
        # What is letters only is a word without further ado, and mostly what is between punctuation marks;
        # ideographs are counted one by one.
        words = set(filter(str.isalpha, chunks))
        chunks = {chunk.strip(_PUNCTUATION) for chunk in chunks - words}
        inner = set(filter(str.isalpha, chunks))
        words.update([word for word in inner if len(word) >= _SHORTEST])
        chunks -= inner
    words.update(words_in(" ".join(chunks)))
    return words


def pieces(text: str) -> frozenset[str]:
    """Return what can be looked up of text without blanks: pairs of ideographs and kana, runs of four elsewhere.

    Pairs of hiragana are endings and particles, which every text holds.
    """
    found = set(_SPACED_WORD.findall(text))
    for run in _UNSPACED_RUN.findall(text):
        width = 2 if has_east_asian(run) else 4
        found.update([run[at : at + width] for at in range(len(run) - width + 1)])
    return frozenset([piece for piece in found if not _HIRAGANA.fullmatch(piece)])


def beginnings(head: str) -> frozenset[str]:
    """Return the beginnings of the longer words of *head*, case-folded; pieces where words are not parted."""
    if head.count(" ") * _UNSPACED >= len(head) or not has_unspaced(head):
        return frozenset(map(_STEM, (_LONG_PLAIN_WORDS if head.isascii() else _LONG_WORDS).findall(head)))
    if has_east_asian(head):
        letters, width = "".join(filter(str.isalnum, head)), 2
    else:
        letters, width = "".join(head.split()), 4
    return frozenset(letters[at : at + width] for at in range(len(letters) - width + 1))


def words_in(text: str) -> list[str]:
    """Return the words of at least three letters of *text*, ideographs and kana one by one."""
    if text.isascii() or not _MARK.search(text):
        return (_WORD_OR_IDEOGRAPH if has_east_asian(text) else _PLAIN_WORD).findall(text)
    return (_WORD_OR_IDEOGRAPH if has_east_asian(text) else _WORD).findall(text)


def latin_words(chunks: Sequence[str]) -> list[str]:
    """Return the words of at least three letters; most chunks are one, and need no pattern."""
    words: list[str] = []
    for chunk in chunks:
        if not chunk.isalpha():
            words += _PLAIN_WORD.findall(chunk)
        elif len(chunk) >= _SHORTEST:
            words.append(chunk)
    return words
