# SPDX-License-Identifier: Apache-2.0
"""A source as the detectors see it: the looks of its passages, and what only the passages together tell.

Comes in: a ``Source``.  Goes out: a ``Survey`` that all detectors read, with dates found at most once per passage.
Knows no kinds of block.  Linear in the length of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from itertools import islice
from typing import Any

from docforge.detect.dates_in_lines import LineDates, has_short_year, is_vouched, may_state_day
from docforge.detect.look import (
    CLOSERS,
    COLON,
    FIGURES,
    HEAD,
    LINE,
    PART,
    PART_UTF8,
    RUNNING,
    SENTENCE,
    Look,
    look_at,
    signs_of,
)
from docforge.detect.text_vocabulary import Vocabulary, beginnings, latin_words, pieces, vocabulary_of, words_in
from docforge.model import FoundDate, Source
from docforge.patterns import SENTENCE_ENDS, has_east_asian, has_unspaced, is_latin_utf8, without_pictographs
from docforge.records import dataclass

__all__ = ["Survey", "rows", "stems", "survey"]

_OPENERS = '"“„«»‘‚「『'
"""What opens a quotation."""
_DEEP, _PARAGRAPH = 3, 110
"""So many paragraphs of so many columns stand above what is deep in the text: no deck, notice or caption is meant."""
_REACH = 80
"""Headline, deck and kicker stand in one of so many passages."""
_WIDE = 120
"""Columns of a sentence that shows that the body has begun."""
_BODY_RUN, _PARAGRAPHS = 5, 6
"""After this many of them in a row, or in all, it has: neither headline nor deck comes behind them."""
_NEAR_END = 4
"""So near the last running text a line may sign it."""
_HEADING = 160
"""Characters at the head of a passage whose pieces are looked for."""
_DATE_LIMIT = 160
"""Dates are looked for in this many characters at a passage's head."""
_DIGITS = re.compile(r"\d+")
_BODY_BUDGET = 30_000
_PASSAGE_BUDGET = 2_000
_MOST_HEADS = 40
"""So many passages of running text are asked for words."""


@dataclass(slots=True)
class Survey:
    """A source as the detectors see it."""

    source: Source
    language: str
    """BCP 47 tag, ``und`` when unknown."""
    looks: Sequence[Look]
    data: bytes = b""
    """The text of all passages in UTF-8, parted by ``PART``: bytes are sifted faster than characters."""
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
    """What one detector worked out and others may ask for again, by the name of the function; what it took down
    beside, by its own."""
    _line_dates: LineDates = field(init=False, repr=False)
    _running_looks: Sequence[Look] = field(init=False, repr=False)
    _first_running: int = 0
    _last_running: int = 0
    """Where the first and the last passage of running text stand; 0 where there is none."""
    _middle: range = field(init=False, repr=False)
    """The passages behind the beginning of the body and well before its end."""

    def __post_init__(self) -> None:
        self.primary = self.language.split("-")[0]
        self._line_dates = LineDates(self.language, self.source.text)
        self.lines = [look for look in self.looks if look.columns <= LINE]
        self._running_looks = running = [look for look in self.looks if look.prose >= RUNNING]
        if running:
            self._first_running, self._last_running = running[0].index, running[-1].index
        self._middle = range(len(self.on_top()), self._last_running - _NEAR_END)
        keys = [_key(look) if look.signs else look.fold or None for look in self.lines]
        if len(set(keys)) < len(keys):
            counts = Counter(keys)
            for look, key in zip(self.lines, keys, strict=True):
                look.times = counts[key] if key is not None else 1

    def dates(self, look: Look) -> tuple[FoundDate, ...]:
        """Return the dates in the first 160 characters of a passage; offsets are into its text."""
        found: tuple[FoundDate, ...] | None = look.memo.get("dates")
        if found is None:
            stated = self._line_dates.dates_in(look.text[:_DATE_LIMIT])
            found = look.memo["dates"] = tuple(
                [
                    d
                    for d in stated
                    if not has_short_year(look.text, d) or is_vouched(look, d, self.primary, amid=self.is_amid(look))
                ]
            )
        return found

    def closes(self, look: Look) -> bool:
        """Say whether no running text stands below a passage, and some above it."""
        return look.index >= self._last_running > 0

    def is_amid(self, look: Look) -> bool:
        """Say whether running text stands above and below a passage, wherever."""
        return self._first_running < look.index < self._last_running

    def is_deep(self, look: Look) -> bool:
        """Say whether running text stands below a passage and several paragraphs of it above."""
        return self.is_amid(look) and self._starts()[1] < look.index

    def on_top(self) -> Sequence[Look]:
        """Return the passages down to where the body has begun, the paragraphs that show it included."""
        known: Sequence[Look] | None = self.memo.get("on_top")
        if known is None:
            run, paragraphs, end = 0, 0, min(_REACH, len(self.looks))
            for look in self.looks[:end]:
                run = run + 1 if look.prose >= SENTENCE and look.columns >= _WIDE else 0
                paragraphs += run > 0
                if run == _BODY_RUN or paragraphs == _PARAGRAPHS:
                    end = look.index + 1
                    break
            known = self.memo["on_top"] = self.looks[:end]
        return known

    def is_far_inside(self, look: Look) -> bool:
        """Say whether a passage stands behind the beginning of the body and well before its end."""
        return look.index in self._middle

    def has_begun(self, look: Look) -> bool:
        """Say whether running text stands above a passage, wherever; not where the first passage is all there is."""
        return self._last_running > 0 and self._first_running < look.index

    def opens(self, look: Look) -> bool:
        """Say whether at most one passage of running text, a deck, stands above one that is none."""
        return look.prose < RUNNING and not self.is_below_two(look)

    def is_below_two(self, look: Look) -> bool:
        """Say whether two passages of running text stand above a passage."""
        return self._starts()[0] < look.index

    def above_text(self) -> Sequence[Look]:
        """Return the passages above the first running text, none where there is no such text."""
        return self.looks[: self._first_running]

    def is_above_text(self, look: Look) -> bool:
        """Say whether the first running text stands right below a passage."""
        return self._first_running > 0 and look.index == self._first_running - 1

    def running(self) -> Sequence[Look]:
        """Return the passages of running text, in order."""
        return self._running_looks

    def _starts(self) -> tuple[int, int]:
        """Return the second passage of running text and the third paragraph, the count of passages for none."""
        starts: tuple[int, int] | None = self.memo.get("starts")
        if starts is None:
            running = self.running()
            long = (look for look in running if look.columns >= _PARAGRAPH)
            found = [next(islice(those, n - 1, None), None) for those, n in ((running, 2), (long, _DEEP))]
            second, third = (len(self.looks) if look is None else look.index for look in found)
            starts = self.memo["starts"] = second, third
        return starts

    def states_day(self, look: Look) -> bool:
        """Say whether the head of a passage holds a full date: day, month and year."""
        if FIGURES.isdisjoint(look.signs):
            return False
        known: bool | None = look.memo.get("states_day")
        if known is None:
            may = may_state_day(look.text[:_DATE_LIMIT], self.east_asian)
            known = look.memo["states_day"] = may and any(d.precision == "day" for d in self.dates(look))
        return known

    def dates_in(self, text: str) -> tuple[FoundDate, ...]:
        """Return the dates in *text*, see ``LineDates``; offsets are into *text*."""
        return self._line_dates.dates_in(text)

    def body(self) -> Vocabulary:
        """Return the words of the running text, case-folded (single characters for Han and kana)."""
        known: Vocabulary | None = self.memo.get("body")
        if known is None:
            known = self.memo["body"] = vocabulary_of(self._running(), latin=self.latin, east_asian=self.east_asian)
        return known

    def small_words(self) -> Vocabulary:
        """Return the words as the running text writes them: what is in it in lower case is common, and no name."""
        known: Vocabulary | None = self.memo.get("small_words")
        if known is None:
            self.body()
            heads = [look.text[:_PASSAGE_BUDGET] for look in self.looks if look.running_head]
            known = self.memo["small_words"] = vocabulary_of(heads, latin=self.latin, east_asian=self.east_asian)
        return known

    def runs_at(self, index: int) -> bool:
        """Say whether a passage of running text stands at *index*, which may lie outside the text."""
        return 0 <= index < len(self.looks) and self.looks[index].prose >= RUNNING

    def runs_around(self, look: Look) -> bool:
        """Say whether running text stands right above and right below a passage."""
        return self.runs_at(look.index - 1) and self.runs_at(look.index + 1)

    def below(self, look: Look) -> Look | None:
        """Return the next passage, if any."""
        at = look.index + 1
        return self.looks[at] if at < len(self.looks) else None

    def introduced_below(self, look: Look) -> Look | None:
        """Return the next passage where *look* closes with a colon."""
        return self.below(look) if COLON in look.signs and look.text.rstrip().endswith((":", "：")) else None

    def introduces_quotation(self, look: Look) -> bool:
        """Say whether *look* closes with a colon and what is said stands right below it in quotation marks."""
        below = self.introduced_below(look)
        return below is not None and below.text[:1] in _OPENERS and (below.prose >= RUNNING or _is_quoted(below))

    def is_introduced(self, look: Look) -> bool:
        """Say whether *look* is in quotation marks and the passage above closes with a colon."""
        return look.text[:1] in _OPENERS and look.index > 0 and self.introduces_quotation(self.looks[look.index - 1])

    def holding(self, words: Sequence[bytes], wide: int, tail: int) -> frozenset[int]:
        """Return the passages that hold one of *words*, small letters of ASCII, whatever their own case is.

        Of those over *wide* columns only the last *tail* characters are looked at.
        """
        parts = [look.text if look.columns <= wide else look.text[-tail:] for look in self.looks]
        lower = PART.join(parts).encode("utf-8", "surrogatepass").lower()
        found: set[int] = set()
        for word in words:
            passage, counted, at = 0, 0, lower.find(word)
            while at >= 0:
                passage += lower.count(PART_UTF8, counted, at)
                found.add(passage)
                counted, at = at, lower.find(word, at + len(word))
        return frozenset(found)

    def _running(self) -> Iterator[str]:
        """Yield the heads of the passages that are running text, case-folded, within a budget."""
        budget = _BODY_BUDGET
        for look in self.running():
            if budget > 0:
                length = len(look.text)
                look.running = length <= _PASSAGE_BUDGET
                look.running_head = True
                yield look.whole or (look.head if length <= HEAD else look.text[:_PASSAGE_BUDGET].casefold())
                budget -= min(length, _PASSAGE_BUDGET)

    def tells(self, look: Look) -> float:
        """Return how far other running text says words that begin as the longer ones of *look* do, 0 to 1.

        Where endings change, ``echo`` finds less; where no blanks part words it finds as much.
        """
        if self.unspaced and has_unspaced(look.text[:_HEADING]):
            return self.echo(look)
        share: float | None = look.memo.get("tells")
        if share is None:
            words = stems(look)
            whole: str | None = self.memo.get("running_heads") if look.prose < RUNNING else None
            if whole is None:
                others = [other.head for other in self.running()[: _MOST_HEADS + 1] if other is not look]
                whole = "\n".join(others[:_MOST_HEADS])
                if look.prose < RUNNING:
                    self.memo["running_heads"] = whole
            share = look.memo["tells"] = sum(map(whole.__contains__, words)) / len(words) if words else 0.0
        return share

    def echo(self, look: Look) -> float:
        """Return how far the running text repeats the words of *look*, 0 to 1; few words count for less.

        Where no blanks part words it is pairs of ideographs and the like that are looked for, see ``pieces``.
        """
        share: float | None = look.memo.get("echo")
        if share is None:
            body = self.body()
            if look.running and look.columns >= 90:
                share = 1.0  # it is part of the running text itself
            elif self.unspaced and has_unspaced(look.text[:_HEADING]):
                share = body.share(pieces(look.text[:_HEADING].casefold()))
            else:
                words = latin_words(look.chunks) if self.latin and look.whole else words_in(look.text.casefold())
                hits = body.count(words)
                share = hits / len(words) * min(1.0, hits / 4) if words else 0.0
            look.memo["echo"] = share
        return share


def rows(indices: Iterable[int], gap: int = 1) -> Iterator[list[int]]:
    """Yield the rows of ascending *indices* of passages, each at most *gap* behind the one before it."""
    row: list[int] = []
    for index in indices:
        if row and index - row[-1] > gap:
            yield row
            row = []
        row.append(index)
    if row:
        yield row


def stems(look: Look) -> frozenset[str]:
    """Return the ``beginnings`` of the words at the head of a passage; worked out once."""
    known: frozenset[str] | None = look.memo.get("stems")
    if known is None:
        known = look.memo["stems"] = beginnings(look.head)
    return known


def _is_quoted(look: Look) -> bool:
    """Say whether a passage is one sentence or more in quotation marks: ``"The bridge opens in May."``."""
    return look.ends and look.text.rstrip().rstrip(SENTENCE_ENDS)[-1:] in CLOSERS


def _key(look: Look) -> str | None:
    """Lines that differ in a number only are alike: ``Advertisement 1``, ``Advertisement 2``."""
    if look.columns <= 40 and look.fold and not FIGURES.isdisjoint(look.signs):
        return _DIGITS.sub("0", look.fold)
    return look.fold or None


def survey(source: Source, language: str) -> Survey:
    """Look at every passage of *source* once."""
    passages = source.passages
    text = PART.join([passage.text for passage in passages])
    data = text.encode("utf-8", "surrogatepass")
    plain = without_pictographs(data)
    if plain is not data:
        text = plain.decode("utf-8", "surrogatepass")  # one emoji makes no East Asian text
    latin = is_latin_utf8(plain)
    unspaced = not latin and has_unspaced(text)
    signs = signs_of(plain, latin, len(passages))
    looks = [look_at(i, p, signs[i], unspaced) for i, p in enumerate(passages)]
    # A capital I with a dot is two characters when folded.
    return Survey(source, language, looks, data, unspaced and has_east_asian(text), unspaced, latin and "İ" not in text)
