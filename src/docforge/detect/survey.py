# SPDX-License-Identifier: Apache-2.0
"""What can be seen of each passage without knowing what it is: length, casing, punctuation, neighbours.

Comes in: a ``Source``.  Goes out: a ``Survey`` that all detectors read, with dates found at most once per passage.
Knows no kinds of block and no vocabulary.  Linear in the length of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cache
from itertools import pairwise
from typing import Any

from docforge.detect.vocabulary import Openings, folded, openings
from docforge.model import FoundDate, Passage, Source
from docforge.patterns import SENTENCE_ENDS, has_case, has_east_asian, has_unspaced, is_latin_utf8, lazily
from docforge.records import dataclass

__all__ = [
    "ANY_SIGN",
    "CLOSERS",
    "EDGES",
    "END_SIGNS",
    "FIGURES",
    "LINE",
    "MARKS",
    "Look",
    "Survey",
    "Vocabulary",
    "has_numbers",
    "survey",
    "trimmed",
]

OPENERS = '"“„«»‘‚「『'
"""What opens a quotation."""
CLOSERS = "\"'”’‘“»›«)]）」』】》〉＂＇"
_TERMINALS = frozenset(SENTENCE_ENDS)
_BLANKS = " \t\u00a0\u2009\u202f"
END_SIGNS = "■□◼◻▪◆●∎"
"""What some newsrooms set behind the last sentence."""
_ENDINGS = "".join(sorted(_TERMINALS))
_AFTER_END = CLOSERS + _BLANKS + END_SIGNS
_QUESTION_MARKS = frozenset("?？؟")
EDGES = " \t\n\u00a0\u3000-–—―•·|/:：;；,，、.*_#=~►▶>»«<→←↓↑✓●○■□◆◇★☆☞▲▼\"'“”„[](){}（）【】「」"
LINE = 260
"""Columns up to which a passage may be anything but running text: wider ones have no ``fold``."""

_WIDE = lazily(r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\U00020000-\U0003ffff]")
_UNSPACED = lazily(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
)
"""Vowel signs and other marks inside words, which ``\\w`` leaves out (Unicode general categories Mn and Mc)."""
_LOOKED_UP = 150
"""So many words are found faster in the text itself than by taking down all that are in it."""
_SHORTEST = 3
"""Letters of a word that punctuation stands beside."""
_PUNCTUATION = "\"'“”‘’„‚«»‹›.,;:!?…()[]-–—"
_WORD = re.compile(rf"(?:[^\W\d_]|[{MARKS}]){{3,}}")
_PLAIN_WORD = re.compile(r"[^\W\d_]{3,}")
_MARK = re.compile(f"[{MARKS}]")
_WORD_OR_IDEOGRAPH = lazily(rf"(?:[^\W\d_]|[{MARKS}]){{3,}}|[\u3040-\u30ff\u3400-\u9fff]")
_UNSPACED_RUN = lazily(rf"(?:[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff々]|[{MARKS}]){{2,}}")
_SPACED_WORD = lazily(r"[a-z0-9à-ÿ]{3,}|[\uac00-\ud7a3]{2}")
"""Words of Latin letters and figures beside ideographs, and pairs of Hangul: endings change."""
_HIRAGANA = lazily(r"[\u3040-\u309f]+")
_HEADING = 160
"""Characters at the head of a passage whose pieces are looked for."""
_FEW_PIECES = 6
"""Fewer pieces than this found again may be chance."""
_DATE_SIGN = re.compile(r"[0-9一二三四五六七八九十]|\d")
_YEAR_SIGN = re.compile(r"(?:19|20)\d\d|\d/\d")
_ADDRESS_SIGN = re.compile("@|://")
_DIGIT = re.compile(r"\d")
_FOUR_FIGURES = lazily(r"\d{4}")
_HAN_DATE_SIGNS = ("年", "月", "日", "년", "월")
_GLUE = re.compile(r"(?<=[^\W\d_A-ZÀ-Þ])(?=[A-ZÀ-Þ])|(?<=[ ./](?:19|20)\d\d)(?=\d)|(?<=(?:19|20)\d\d,)(?=\d)")
_GLUE_LIMIT = 160
_DATE_LIMIT = 160
"""Dates are looked for in this many characters at a passage's head."""
_SECOND = {"en": "en-US"}
"""Where a language alone leaves the order of day and month open, the reading to try next."""
_ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SLASHED = re.compile(r"\d/\d")
_NUMBERS = re.compile(r"\d[\d.,]*")
_DIGITS = re.compile(r"\d+")
_ARMENIAN = lazily("[\u0561-\u0587]")
"""Armenian letters: the full stop (U+0589) is typed as a colon."""
_UNMARKED = lazily("[\u0e01-\u0e5b\u0e81-\u0edf]")
"""Thai and Lao letters: these scripts write no full stop."""
_SENTENCE_END = re.compile(rf"[{SENTENCE_ENDS}](?:(?<=[。｡！？])|[\"'”’»)\]]*\s)")
_BODY_BUDGET = 30_000
_PASSAGE_BUDGET = 2_000
_MAX_LOOK = 4_000
"""Features are taken from this many characters at a passage's head; longer ones are prose anyway."""


_PLAIN = bytes(set(range(0x80, 0x100)) - {0xA9}) + b"\n !\"',-.;?" + bytes(range(65, 91)) + bytes(range(97, 123))
_FEW_SIGNS = bytes(range(0xD5)) + b"\xe2"
"""Bytes of text whose only figures are 0-9 and whose brackets and other signs are those of ASCII and ©."""
_CIRCLED = "ⓒ".encode()
_PART = "\x1f"
"""Stands in no passage: it is a control."""
_PART_UTF8 = _PART.encode()
FIGURES = frozenset(b"0123456789")
"""The figures in ``Look.signs``."""
ANY_SIGN = bytes(set(range(0x21, 0x7F)) - set(_PLAIN)) + b"\xa9"


def _signs(data: bytes, latin: bool, count: int) -> list[bytes]:
    """Return the signs (see ``Look.signs``) of each of *count* passages, sifted from all of them at once.

    *data* is their text in UTF-8, parted by ``_PART``; *latin* is what ``is_latin`` says of it.
    """
    if (not latin and data.translate(None, _FEW_SIGNS)) or _CIRCLED in data:
        return [ANY_SIGN] * count
    found = data.translate(None, _PLAIN).split(_PART_UTF8)
    return found if len(found) == count else [ANY_SIGN] * count


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
    bracket, an address or a date can be at all.  ``ANY_SIGN`` in texts with figures or signs of their own."""
    whole: str
    """Case-folded, single spaces; empty for passages over ``LINE`` columns."""
    fold: str
    """The same with ``EDGES`` trimmed."""
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
    _chunks: list[str] | None = None
    _sentences: int = -1
    _capitals: float = -1.0
    memo: dict[str, Any] = field(default_factory=dict)
    """What one detector worked out of this passage and others may ask for again, by the name of the function."""

    @property
    def chunks(self) -> list[str]:
        """What stands between the spaces of ``whole``."""
        if self._chunks is None:
            self._chunks = self.whole.split()
        return self._chunks

    @property
    def sentences(self) -> int:
        """Sentence ends inside and at the end."""
        if self._sentences < 0:
            head = self.text[:_MAX_LOOK]
            # Most lines of ASCII have no full stop before the last character, which is told faster so.
            none = head.isascii() and not ("." in (inner := head[:-1]) or "?" in inner or "!" in inner)
            self._sentences = self.ends + (0 if none else len(_SENTENCE_END.findall(head)))
        return self._sentences

    @property
    def capitals(self) -> float:
        """Share of capitals among the cased letters at the head, 0 to 1; 0 without cased letters."""
        if self._capitals < 0:
            letters = self.text[:160]
            upper = sum(map(str.isupper, letters))
            lower = sum(map(str.islower, letters))
            self._capitals = upper / (upper + lower) if upper + lower else 0.0
        return self._capitals

    @property
    def cased(self) -> bool:
        """Any letter of a script with case at the head."""
        return has_case(self.text[:160])


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
        if known is None:
            if self._left > 0 or (self._of_letters and not word.isalpha()):  # compounds are not taken down
                self._left -= 1
                known = _stands_in(word, self._text)
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
        return sum([(word in self) if (found := known.get(word)) is None else found for word in words])


def _without_addresses(text: str) -> str:
    """Return *text* without addresses: they write names small, which says nothing about words."""
    if "@" not in text and "://" not in text:
        return text
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


def _stands_in(word: str, text: str) -> bool:
    """Say whether *word* stands in *text* with no letter beside it."""
    length = len(word)
    at = text.find(word)
    while at >= 0:
        if not text[at + length : at + length + 1].isalpha() and not (at and text[at - 1].isalpha()):
            return True
        at = text.find(word, at + length)
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
    words.update(_words(" ".join(chunks)))
    return words


def _pieces(text: str) -> frozenset[str]:
    """Return what can be looked up of text without blanks: pairs of ideographs and kana, runs of four elsewhere.

    Pairs of hiragana are endings and particles, which every text holds.
    """
    found = set(_SPACED_WORD.findall(text))
    for run in _UNSPACED_RUN.findall(text):
        width = 2 if has_east_asian(run) else 4
        found.update([run[at : at + width] for at in range(len(run) - width + 1)])
    return frozenset([piece for piece in found if not _HIRAGANA.fullmatch(piece)])


def _words(text: str) -> list[str]:
    if text.isascii() or not _MARK.search(text):
        return (_WORD_OR_IDEOGRAPH if has_east_asian(text) else _PLAIN_WORD).findall(text)
    return (_WORD_OR_IDEOGRAPH if has_east_asian(text) else _WORD).findall(text)


def _latin_words(chunks: Sequence[str]) -> list[str]:
    """Return the words of at least three letters; most chunks are one, and need no pattern."""
    words: list[str] = []
    for chunk in chunks:
        if not chunk.isalpha():
            words += _PLAIN_WORD.findall(chunk)
        elif len(chunk) >= _SHORTEST:
            words.append(chunk)
    return words


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


def _look(index: int, passage: Passage, signs: bytes, unspaced: bool) -> Look:
    text = passage.text
    columns = len(text)
    whole = ""
    if unspaced:
        head = text[:_MAX_LOOK]
        columns += len(_WIDE.findall(head)) if has_east_asian(head) else 0
        words = _count_words(head, columns)
        whole = folded(text) if columns <= LINE else ""
    elif columns <= LINE:
        whole = text.casefold().strip()
        if "  " in whole or not whole.isprintable():  # blanks other than a space do not print
            whole = " ".join(whole.split())
        if not whole.isascii() and "\u0307" in whole:
            whole = whole.replace("\u0307", "")  # see ``folded``
        words = whole.count(" ") + 1 if whole else 0
    else:
        words = text.count(" ", 0, _MAX_LOOK) + 1
    last = text[-1:]
    if last in _AFTER_END:
        last = text[-40:].rstrip(_AFTER_END)[-1:]
    ends = last in _TERMINALS or (last == ":" and _ARMENIAN.search(text, max(0, len(text) - 24)) is not None)
    look = Look(index, passage, text, signs, whole, whole.strip(EDGES), columns, words, ends, 1.0)
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
    return bool(look.signs) and not FIGURES.isdisjoint(look.signs) and len(_NUMBERS.findall(look.text)) >= 2


def trimmed(text: str, start: int, end: int, edges: str = EDGES) -> tuple[int, int]:
    """Return ``[start, end)`` without the characters of *edges* at either end."""
    while start < end and text[start] in edges:
        start += 1
    while end > start and text[end - 1] in edges:
        end -= 1
    return start, end


_SHORT_YEAR = re.compile(r"(\d\d?)([-/]|\. ?)\d\d?\2\d\d\.?\Z")
_PIECES = re.compile(r"[|•·,;]|\s[-–—/]\s")
_CLOCK = re.compile(r"\d\s?[:h：時时시]\s?\d|\d\s?(?:[ap]\.?m\b|uhr\b)", re.IGNORECASE)


def _has_short_year(text: str, date: FoundDate) -> bool:
    """Say whether a date is three numbers of two figures and nothing else, not even a weekday."""
    return date.precision == "day" and _SHORT_YEAR.fullmatch(text, date.start, date.end) is not None


@cache
def _date_labels(language: str) -> tuple[Openings, ...]:
    publication = (openings("publication", use) for use in ("published", "updated"))
    return (*publication, openings("byline", "label"), openings("byline", "prefix", language))


@dataclass(slots=True)
class Survey:
    """A source as the detectors see it."""

    source: Source
    language: str
    """BCP 47 tag, ``und`` when unknown."""
    looks: Sequence[Look]
    data: bytes = b""
    """The text of all passages in UTF-8, parted by ``_PART``: bytes are sifted faster than characters."""
    east_asian: bool = True
    """False: no passage holds Hangul, kana or ideographs."""
    unspaced: bool = False
    """A script that parts words by no blanks is in it."""
    latin: bool = False
    """All letters are Latin, each with its accents in one character."""
    primary: str = ""
    """The primary language subtag."""
    lines: Sequence[Look] = ()
    """The looks of at most ``LINE`` columns."""
    memo: dict[str, Any] = field(default_factory=dict)
    """What one detector worked out and others may ask for again, by the name of the function."""

    def __post_init__(self) -> None:
        self.primary = self.language.split("-")[0]
        self.lines = [look for look in self.looks if look.columns <= LINE]
        keys = [_key(look) if look.signs else look.fold or None for look in self.lines]
        if len(set(keys)) < len(keys):
            counts = Counter(keys)
            for look, key in zip(self.lines, keys, strict=True):
                look.times = counts[key] if key is not None else 1

    def dates(self, look: Look) -> tuple[FoundDate, ...]:
        """Return the dates in the first 160 characters of a passage; offsets are into its text."""
        found: tuple[FoundDate, ...] | None = look.memo.get("dates")
        if found is None:
            stated = self.dates_in(look.text[:_DATE_LIMIT])
            found = tuple([d for d in stated if not _has_short_year(look.text, d) or self._vouched(look, d)])
            look.memo["dates"] = found
        return found

    def _vouched(self, look: Look, date: FoundDate) -> bool:
        """Say whether three numbers of two figures are a date by their place: else they are sizes, scores, telephones.

        A label, a byline word or a time speaks for them everywhere, no label above and below the text alone.
        """
        text = look.text
        lead = folded(_PIECES.split(text[: date.start])[-1])
        if _CLOCK.search(text) or any(
            listed.all(opening) for listed in _date_labels(self.primary) for opening in (lead, look.fold)
        ):
            return True
        return not self.is_amid(look) and not lead.endswith((":", "："))

    def closes(self, look: Look) -> bool:
        """Say whether no running text stands below a passage, and some above it."""
        return look.index >= self._text_bounds()[1] > 0

    def is_amid(self, look: Look) -> bool:
        """Say whether running text stands above and below a passage, wherever."""
        first, last = self._text_bounds()
        return first < look.index < last

    def _text_bounds(self) -> tuple[int, int]:
        """Return the first and the last passage of running text; zeros where there is none."""
        bounds: tuple[int, int] | None = self.memo.get("text_bounds")
        if bounds is None:
            first = next((look.index for look in self.looks if look.prose >= 0.68), 0)
            last = next((look.index for look in reversed(self.looks) if look.prose >= 0.68), 0)
            bounds = self.memo["text_bounds"] = first, last
        return bounds

    def states_day(self, look: Look) -> bool:
        """Say whether the head of a passage holds a full date: day, month and year."""
        if FIGURES.isdisjoint(look.signs):
            return False
        known: bool | None = look.memo.get("states_day")
        if known is None:
            may = _may_state_day(look.text[:_DATE_LIMIT], self.east_asian)
            known = look.memo["states_day"] = may and any(d.precision == "day" for d in self.dates(look))
        return known

    def dates_in(self, text: str) -> tuple[FoundDate, ...]:
        """Return the dates in *text*, read in the article's language, else in English; offsets are into *text*.

        Pages glue words and dates together (``Jo SmithDec. 21, 2023``); without a full date the pieces are read alone.
        """
        known: dict[str, tuple[FoundDate, ...]] = self.memo.setdefault("dates_in", {})
        found = known.get(text)
        if found is None:
            found = known[text] = self._all_dates(text) if _DATE_SIGN.search(text) else ()
        return found

    def _all_dates(self, text: str) -> tuple[FoundDate, ...]:
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
        if not any(d.precision == "day" for d in found) and len(text) <= _GLUE_LIMIT and _has_second_reading(text, own):
            # What three short numbers are is for the text's own language to say: its years may count in an era.
            second = find_dates(text, _SECOND.get(own, "en"))
            found = tuple(d for d in second if not _has_short_year(text, d)) or found
        if any(d.alternative is not None for d in found):
            found = self._settled(found, text)
        return tuple(replace(d, start=d.start + shift, end=d.end + shift) for d in found) if shift else tuple(found)

    def _settled(self, found: Iterable[FoundDate], text: str) -> tuple[FoundDate, ...]:
        """Leave one reading where the line or the other dates of the page decide between two."""
        from docforge.locale import settled, shown_order

        orders: Mapping[int, str] | None = self.memo.get("date_orders")
        if orders is None:
            orders = self.memo["date_orders"] = shown_order(self.source.text)
        return settled(found, text, orders)

    def body(self) -> Vocabulary:
        """Return the words of the running text, case-folded (single characters for Han and kana)."""
        known: Vocabulary | None = self.memo.get("body")
        if known is None:
            known = self.memo["body"] = self._vocabulary(self._running())
        return known

    def small_words(self) -> Vocabulary:
        """Return the words as the running text writes them: what is in it in lower case is common, and no name."""
        known: Vocabulary | None = self.memo.get("small_words")
        if known is None:
            self.body()
            heads = [look.text[:_PASSAGE_BUDGET] for look in self.looks if look.running_head]
            known = self.memo["small_words"] = self._vocabulary(heads)
        return known

    def _vocabulary(self, heads: Iterable[str]) -> Vocabulary:
        text = _without_addresses(" ".join(heads))
        of_letters = self.latin or not (self.east_asian or _MARK.search(text))
        return Vocabulary(text, of_letters=of_letters, east_asian=self.east_asian)

    def below(self, look: Look) -> Look | None:
        """Return the next passage, if any."""
        return self.looks[look.index + 1] if look.index + 1 < len(self.looks) else None

    def introduced_below(self, look: Look) -> Look | None:
        """Return the next passage where *look* closes with a colon."""
        return self.below(look) if look.text.rstrip().endswith((":", "：")) else None

    def introduces_quotation(self, look: Look) -> bool:
        """Say whether *look* closes with a colon and what is said stands right below it in quotation marks."""
        below = self.introduced_below(look)
        return below is not None and below.text[:1] in OPENERS and (below.prose >= 0.68 or _is_quoted(below))

    def is_introduced(self, look: Look) -> bool:
        """Say whether *look* is in quotation marks and the passage above closes with a colon."""
        return look.text[:1] in OPENERS and look.index > 0 and self.introduces_quotation(self.looks[look.index - 1])

    def holding(self, words: tuple[str, ...]) -> frozenset[int]:
        """Return the passages that hold one of *words*, small letters of ASCII, whatever their own case is."""
        lower = self.data.lower()
        present = [sought for word in words if (sought := word.encode()) in lower]
        if not present:
            return frozenset()
        parts = enumerate(lower.split(_PART_UTF8))
        return frozenset([index for index, part in parts if any(map(part.__contains__, present))])

    def _running(self) -> Iterator[str]:
        """Yield the heads of the passages that are running text, case-folded, within a budget."""
        budget = _BODY_BUDGET
        for look in self.looks:
            if look.prose >= 0.68 and budget > 0:
                length = len(look.text)
                look.running = length <= _PASSAGE_BUDGET
                look.running_head = True
                yield look.whole or look.text[:_PASSAGE_BUDGET].casefold()
                budget -= min(length, _PASSAGE_BUDGET)

    def echo(self, look: Look) -> float:
        """Return how far the running text repeats the words of *look*, 0 to 1; few words count for less.

        Where no blanks part words it is pairs of ideographs and the like that are looked for, see ``_pieces``.
        """
        share: float | None = look.memo.get("echo")
        if share is None:
            body = self.body()
            if look.running and look.columns >= 90:
                share = 1.0  # it is part of the running text itself
            elif self.unspaced and has_unspaced(look.text[:_HEADING]):
                share = body.share(_pieces(look.text[:_HEADING].casefold()))
            else:
                words = _latin_words(look.chunks) if self.latin and look.whole else _words(look.text.casefold())
                hits = body.count(words)
                share = hits / len(words) * min(1.0, hits / 4) if words else 0.0
            look.memo["echo"] = share
        return share


def _is_quoted(look: Look) -> bool:
    """Say whether a passage is one sentence or more in quotation marks: ``"The bridge opens in May."``."""
    return look.ends and look.text.rstrip().rstrip(_ENDINGS)[-1:] in CLOSERS


def _has_second_reading(text: str, own: str) -> bool:
    """Say whether *text* may hold a date that English reads and the language *own* does not."""
    if not _YEAR_SIGN.search(text):
        return False
    if own in _SECOND or _SLASHED.search(text):
        return True
    lower = text.lower()
    return any(month in lower for month in _ENGLISH_MONTHS)


def _may_state_day(text: str, east_asian: bool) -> bool:
    """Say whether *text* has figures enough for day, month and year: a year of four and a day, or short ones."""
    if east_asian and any(sign in text for sign in _HAN_DATE_SIGNS):
        return True
    figures = len(_DIGIT.findall(text))
    return figures >= 5 or (figures >= 3 and _FOUR_FIGURES.search(text) is None)


def _key(look: Look) -> str | None:
    """Lines that differ in a number only are alike: ``Advertisement 1``, ``Advertisement 2``."""
    if look.columns <= 40 and look.fold and not FIGURES.isdisjoint(look.signs):
        return _DIGITS.sub("0", look.fold)
    return look.fold or None


def survey(source: Source, language: str) -> Survey:
    """Look at every passage of *source* once."""
    passages = source.passages
    text = _PART.join([passage.text for passage in passages])
    data = text.encode("utf-8", "surrogatepass")
    latin = is_latin_utf8(data)
    unspaced = not latin and has_unspaced(text)
    signs = _signs(data, latin, len(passages))
    looks = [_look(i, p, signs[i], unspaced) for i, p in enumerate(passages)]
    # A capital I with a dot is two characters when folded.
    return Survey(source, language, looks, data, unspaced and has_east_asian(text), unspaced, latin and "İ" not in text)
