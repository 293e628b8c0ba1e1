# SPDX-License-Identifier: Apache-2.0
"""What can be seen of one passage without knowing what it is: its signs, width, words, ending, and how it reads.

Comes in: a passage with its index, and what is true of all passages together.  Goes out: its ``Look``.  Knows no kinds
of block and no vocabulary.
"""

from __future__ import annotations

import re
from dataclasses import field
from typing import Any

from docforge.detect.vocabulary import folded
from docforge.model import Passage
from docforge.patterns import DIRECTIONS, SENTENCE_ENDS, has_case, has_east_asian, has_unspaced, lazily
from docforge.records import dataclass

__all__ = [
    "ANY_SIGN",
    "BULLETS",
    "CLOSERS",
    "COLON",
    "COMMAS",
    "COPYRIGHT",
    "EDGES",
    "END_SIGNS",
    "FIGURES",
    "HEAD",
    "LINE",
    "OPENING_QUOTES",
    "PART",
    "PART_UTF8",
    "QUOTED",
    "REPEATS",
    "RUNNING",
    "SENTENCE",
    "SET_IN_CAPITALS",
    "Look",
    "has_numbers",
    "look_at",
    "signs_of",
    "writes_no_stops",
]

CLOSERS = "\"'”’‘“»›«)]）」』】》〉＂＇"
OPENING_QUOTES = '"“„«»‘「『'
QUOTED = frozenset(OPENING_QUOTES + "'")
"""What opens or closes words that somebody else says."""
BULLETS = frozenset("•·▪‣")
"""What opens the items of a list and nothing else; dashes open speech as well."""
COMMAS = (", ", "،", "，", "、")
_TERMINALS = frozenset(SENTENCE_ENDS)
_BLANKS = " \t\u00a0\u2009\u202f"
END_SIGNS = "■□◼◻▪◆●∎"
"""What some newsrooms set behind the last sentence."""
_AFTER_END = CLOSERS + _BLANKS + END_SIGNS + DIRECTIONS
_QUESTION_MARKS = frozenset("?？؟")
EDGES = (
    " \t\n\u00a0\u3000-–—―•·|/:：;；,，、.*_#=~►▶>»«<→←↓↑✓●○■□◆◇★☆☞▲▼\"'“”„[](){}（）【】「」"
    + DIRECTIONS
    + "\ufeff\u200b"
)
_SYMBOL = "\u2190"
"""The first of the code points among which arrows, dingbats and emoji are."""
_SYMBOLS = lazily(
    r"[\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\ufe0e\ufe0f\u200d\u20e3\U0001f000-\U0001faff]{1,16}"
)
"""What pages set before a link as its picture, with what joins and varies it; © and ⓒ, letters too, are none."""
REPEATS = 3
"""A line that stands so many times is of the page, and none of the text."""
RUNNING = 0.68
"""A passage whose ``prose`` is this much or more reads as running text."""
SENTENCE = 0.85
"""One whose ``prose`` is this much or more surely is a sentence."""
SET_IN_CAPITALS = 0.9
"""Share of capitals among the letters from which a passage counts as set in them."""
LINE = 260
"""Columns up to which a passage may be anything but running text: wider ones have no ``fold``."""
_WIDE = lazily(r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\U00020000-\U0003ffff]")
_UNSPACED = lazily(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_NUMBERS = re.compile(r"\d[\d.,]*(?:[ \u00a0\u202f]\d{3}(?!\d))*")
"""Numbers, thousands set apart by blanks as well: ``1 200``."""
_ARMENIAN = lazily("[\u0561-\u0587]")
"""Armenian letters: the full stop (U+0589) is typed as a colon."""
_UNMARKED = lazily("[\u0e01-\u0e5b\u0e81-\u0edf]")
"""Thai and Lao letters: these scripts write no full stop."""
_SENTENCE_END = re.compile(rf"[{SENTENCE_ENDS}](?:(?<=[。｡！？])|[\"'”’»)\]]*\s)")
HEAD = 600
"""Words are compared in so many characters at the head of a passage."""
_WIDE_STOPS = frozenset("。｡！？")
_MAX_LOOK = 4_000
"""Features are taken from this many characters at a passage's head; longer ones are prose anyway."""
_PLAIN = bytes(set(range(0x80, 0x100)) - {0xA9}) + b"\n !\"',-.;?" + bytes(range(65, 91)) + bytes(range(97, 123))
_NO_CAPITALS, _NO_SMALL = (bytes(set(range(0x80)) - set(range(a, a + 26))) for a in b"Aa")
"""All of ASCII but its capitals, and but its small letters: bytes are sifted faster than letters are asked."""
_BEYOND_ASCII = re.compile("[^\0-\x7f]")
_FEW_SIGNS = bytes(range(0xD5)) + b"\xe2"
"""Bytes of text whose only figures are 0-9 and whose brackets and other signs are those of ASCII and ©."""
_CIRCLED = "ⓒ".encode()
COPYRIGHT = 0xA9
"""In ``Look.signs`` where © may be: its last byte."""
_ACUTE = "é".encode()
"""Ends with that byte too, and is in most lines of French."""
PART = "\x1f"
"""Stands between passages and in none of them: it is a control."""
PART_UTF8 = PART.encode()
FIGURES = frozenset(b"0123456789")
"""The figures in ``Look.signs``."""
COLON = ord(":")
"""In ``Look.signs`` where a colon of any width may be."""
ANY_SIGN = bytes(set(range(0x21, 0x7F)) - set(_PLAIN)) + bytes((COPYRIGHT,))


@dataclass(slots=True)
class Look:
    """What a passage looks like.

    Cheap features are there from the start; the others are worked out once, when somebody asks.
    """

    index: int
    passage: Passage
    text: str
    signs: bytes
    """The figures and signs of the text in order, less ``!"',-.;?`` and what is beyond ASCII but ©: where a label, a
    bracket, an address or a date can be at all.  ``ANY_SIGN`` where a script may have figures or signs of its own."""
    whole: str
    """Case-folded, single spaces; empty for passages over ``LINE`` columns."""
    fold: str
    """The same with ``EDGES`` trimmed, and emoji at the edges too."""
    columns: int
    """Display width: wide characters count two."""
    words: int
    """Words; an estimate over ``LINE`` columns (spaces) and in scripts written without spaces (four columns a word)."""
    ends: bool
    """The last character, closing marks aside, ends a sentence."""
    prose: float
    """How much it looks like running text, 0 to 1."""
    running: bool = False
    """Its words, all of them, are among those of the running text."""
    running_head: bool = False
    """Those at its head are."""
    times: int = 1
    """How many lines read the same, case and edges aside."""
    _head: str | None = None
    _chunks: list[str] | None = None
    _sentences: int = -1
    _capitals: float = -1.0
    _cased: bool | None = None
    memo: dict[str, Any] = field(default_factory=dict)
    """What one detector worked out of this passage and others may ask for again, by the name of the function; what it
    took down beside, by its own."""

    @property
    def chunks(self) -> list[str]:
        """What stands between the spaces of ``whole``."""
        if self._chunks is None:
            self._chunks = self.whole.split()
        return self._chunks

    @property
    def head(self) -> str:
        """The first ``HEAD`` characters, case-folded: where words are compared."""
        if self._head is None:
            self._head = self.text[:HEAD].casefold()
        return self._head

    @property
    def sentences(self) -> int:
        """Sentence ends inside and at the end."""
        if self._sentences < 0:
            head = self.text[:_MAX_LOOK]
            # Most lines of ASCII have no full stop before the last character, which is told faster so.
            none = head.isascii() and not ("." in (inner := head[:-1]) or "?" in inner or "!" in inner)
            inside = 0 if none else len(_SENTENCE_END.findall(head))
            # A wide stop counts without a blank behind it: the last one was counted with the line's end.
            closed = self.ends and not head.isascii() and head.rstrip(_AFTER_END)[-1:] in _WIDE_STOPS
            self._sentences = self.ends + inside - closed
        return self._sentences

    @property
    def capitals(self) -> float:
        """Share of capitals among the cased letters at the head, 0 to 1; 0 without cased letters."""
        if self._capitals < 0:
            letters = self.text[:160]
            data = letters.encode("ascii", "ignore")
            others = _BEYOND_ASCII.findall(letters) if len(data) < len(letters) else []
            upper = len(data.translate(None, _NO_CAPITALS)) + sum(map(str.isupper, others))
            lower = len(data.translate(None, _NO_SMALL)) + sum(map(str.islower, others))
            self._capitals = upper / (upper + lower) if upper + lower else 0.0
        return self._capitals

    @property
    def cased(self) -> bool:
        """Any letter of a script with case at the head."""
        if self._cased is None:
            self._cased = has_case(self.text[:160])
        return self._cased


def signs_of(data: bytes, latin: bool, count: int) -> list[bytes]:
    """Return the signs (see ``Look.signs``) of each of *count* passages, sifted from all of them at once.

    *data* is their text in UTF-8 without pictographs, parted by ``PART``; *latin* is what ``is_latin`` says of it.
    """
    # Mostly no © is in it, and nothing that ends with its byte: that is seen faster than é is looked for.
    sifted = data.replace(_ACUTE, b"") if COPYRIGHT in data else data
    found = sifted.translate(None, _PLAIN).split(PART_UTF8)
    if len(found) != count:
        return [ANY_SIGN] * count
    if (latin or not data.translate(None, _FEW_SIGNS)) and _CIRCLED not in data:
        return found
    parts = zip(found, data.split(PART_UTF8), strict=True)
    return [ANY_SIGN if part.translate(None, _FEW_SIGNS) or _CIRCLED in part else own for own, part in parts]


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


def _without_symbols(fold: str) -> str:
    """Return *fold* without arrows and emoji at its edges: ``👉 read also`` is what ``read also`` is."""
    if not fold[0].isalnum() and (found := _SYMBOLS.match(fold)) is not None:
        fold = fold[found.end() :].lstrip(EDGES)
    if fold and fold[-1] >= _SYMBOL and not fold[-1].isalnum():
        at = len(fold) - 1
        while at >= 0 and _SYMBOLS.match(fold[at]) is not None:
            at -= 1
        fold = fold[: at + 1].rstrip(EDGES)
    return fold


def look_at(index: int, passage: Passage, signs: bytes, unspaced: bool) -> Look:
    """Look at a passage, the *index*-th of its source, with its *signs*; *unspaced* is what the survey says of all."""
    text = passage.text
    columns = len(text)
    whole = ""
    head: str | None = None
    if unspaced:
        seen = text[:_MAX_LOOK]
        columns += len(_WIDE.findall(seen)) if has_east_asian(seen) else 0
        words = _count_words(seen, columns)
        whole = folded(text) if columns <= LINE else ""
    elif columns <= LINE:
        head = text.casefold()
        whole = head.strip()
        # Blanks other than a space and marks of direction do not print; of ASCII a passage may hold but these two.
        if "  " in whole or (("\t" in whole or "\n" in whole) if whole.isascii() else not whole.isprintable()):
            whole = folded(whole)
        if not whole.isascii() and "\u0307" in whole:
            whole = whole.replace("\u0307", "")  # see ``folded``
        words = whole.count(" ") + 1 if whole else 0
    else:
        words = text.count(" ", 0, _MAX_LOOK) + 1
    last = text[-1:]
    if last in _AFTER_END:
        last = text[-40:].rstrip(_AFTER_END)[-1:]
    ends = last in _TERMINALS or (last == ":" and _ARMENIAN.search(text, max(0, len(text) - 24)) is not None)
    fold = whole.strip(EDGES)
    if fold and (fold[0] >= _SYMBOL or fold[-1] >= _SYMBOL):
        fold = _without_symbols(fold)
    look = Look(index, passage, text, signs, whole, fold, columns, words, ends, 1.0, _head=head)
    if unspaced and columns >= 40 and writes_no_stops(text):
        look.prose = 0.9 if columns >= 90 else 0.7 if columns >= 70 and " " in text.strip() else 0.6
    elif columns < 160 or not ends:
        look.prose = _prose(columns, words, ends, look.sentences, last in _QUESTION_MARKS)
    return look


def writes_no_stops(text: str) -> bool:
    """Say whether *text* is in a script that closes sentences with a blank: Thai, Lao."""
    head = text[:200]
    return 3 * len(_UNMARKED.findall(head)) >= 2 * len(head)


def has_numbers(look: Look) -> bool:
    """Say whether at least two numbers stand in a passage, as in the row of a table."""
    # Two numbers have two figures; most lines have none.
    return len(look.signs) > 1 and not FIGURES.isdisjoint(look.signs) and len(_NUMBERS.findall(look.text)) >= 2
