# SPDX-License-Identifier: Apache-2.0
"""Hard wraps: which line ends were put in by a fixed line length and belong to no paragraph.

A line that was filled to a measure leaves no room for the first word of the next line, and most such lines
stop in mid-sentence.  Both facts together, over several lines, tell wrapped copy from copy with one paragraph
a line; neither does alone.  Comes in: lines that stand together.  Goes out: the measure, and a verdict for each
line end.  Knows no kinds of block.  Linear in the number of lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from docforge.columns import columns_of
from docforge.patterns import SENTENCE_ENDS, has_unspaced, lazily
from docforge.reading.lines import Line
from docforge.records import dataclass

__all__ = ["Joint", "Measure", "ends_sentence", "find_measure", "flows", "joints", "margin_of", "unspaced"]

_CLOSERS = "\"'”’“»›«)]）」』】》〉＂＇*_"
_TERMINALS = frozenset(SENTENCE_ENDS + ":：;；؛")
_HEAD = 64
"""Columns of the next line that are looked at; a longer first word fits nowhere."""

_USUAL, _RARE = 3, 6
"""One in so many lines of wrapped copy starts in lower case, as a rule and at the least."""

_CASED = 3
"""One in so many lines at the least starts with a letter that has case where the script has case."""

_HEAD_LINES, _LEAST_BELOW = 6, 4
"""Lines above a text that no blank line parts from it, at most; lines of the text that must convince then, and where
case tells nothing."""

_TELEGRAM = 40
"""Columns of a line of a telegram, at least."""

_HUNG = 4
"""Columns by which a line of a script without spaces stays short where no mark may begin the next (UAX #14)."""

NARROWEST, WIDEST = 24, 160
"""A measure outside these columns is no hard wrap."""

# Scripts written without spaces between words: a line may break at any of these characters.
_UNSPACED = lazily(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003fffd]"
)


def ends_sentence(text: str) -> bool:
    """Say whether the last character of *text*, closing marks aside, can end a sentence."""
    tail = text[-8:].rstrip(_CLOSERS)
    return bool(tail) and tail[-1] in _TERMINALS


def flows(text: str) -> bool:
    """Say whether *text* starts like the middle of a sentence: with a lower-case letter, opening marks aside."""
    head = text[:8].lstrip("\"'“‘«‹„([")
    return bool(head) and head[0].islower() and head[0] != head[0].title()  # Georgian sentences use no capitals


@dataclass(slots=True)
class Joint:
    """The end of one line and the start of the next."""

    full: int
    """Columns that the line reaches."""
    open: bool
    """The line does not end a sentence."""
    head: str
    """The start of the next line."""
    solid: bool
    """The line ends in a script without spaces, where a wrap fills every line."""
    _need: int = -1

    @property
    def need(self) -> int:
        """Columns that the line would reach with the first word of the next one."""
        if self._need < 0:
            self._need = self.full + _first_word(self.head)
        return self._need

    @property
    def flows(self) -> bool:
        """The next line starts in lower case."""
        return flows(self.head)

    @property
    def cased(self) -> bool:
        """The next line starts with a letter that has case."""
        start = self.head[:8]
        return start.title() != start or start.lower() != start

    @classmethod
    def between(cls, line: Line, after: Line) -> Joint:
        """Look at the end of *line* and the start of *after*."""
        if line.joint is not None and line.joint[0] is after:
            known: Joint = line.joint[1]
            return known
        text = line.text
        joint = cls(line.indent + line.width, not ends_sentence(text), after.text[:_HEAD], has_unspaced(text[-1]))
        line.joint = (after, joint)
        return joint


def _first_word(head: str) -> int:
    head = head.replace("\t", " ")
    if " " not in head and head.count("\u00a0") > 1:
        head = head.replace("\u00a0", " ")  # copied from a page that has no others
    word = head.split(" ", 1)[0]  # no line breaks at a no-break space
    if word.isascii():
        return 1 + len(word)
    inner = _UNSPACED.search(word) if has_unspaced(word) else None
    if inner is not None and inner.start() == 0:
        return 2
    return 1 + columns_of(word[: inner.start()] if inner else word)


@dataclass(frozen=True, slots=True)
class Measure:
    """The line length that copy was wrapped to."""

    columns: int

    @property
    def slack(self) -> int:
        """Columns that a full line may stay short by: first lines often lost an indent after wrapping."""
        return max(2, self.columns // 15)

    def fills(self, joint: Joint) -> bool:
        """Say whether the line had no room left for the next word."""
        return not self.exceeded(joint) and joint.need > self.columns - self.slack

    def exceeded(self, joint: Joint) -> bool:
        """Say whether the line is far longer than the measure: it was not wrapped to it."""
        return joint.full > self.columns + max(2, self.columns // 5)

    def joins(self, joint: Joint, *, loose: bool = False) -> bool:
        """Say whether the two lines belong to one paragraph.

        Args:
            joint: the end of one line and the start of the next.
            loose: paragraphs are marked by blank lines or indents, so that a short line may be a careless wrap.
        """
        if self.exceeded(joint):
            return joint.open and joint.flows
        if joint.need > self.columns - (self.slack if joint.open or joint.flows else 0):
            return True
        if loose and joint.full * 10 >= self.columns * 7:
            return joint.open or not joint.solid or joint.need > self.columns - _HUNG
        return joint.open and joint.flows and joint.full * 2 >= self.columns


def margin_of(lines: Sequence[Line]) -> int:
    """Return the indent of lines that start no paragraph: the smallest that a fifth of *lines* share."""
    indents = [line.indent for line in lines]
    if not any(indents):
        return 0
    counted = Counter(indents)
    return min((indent for indent, count in counted.items() if count * 5 >= len(lines)), default=0)


def joints(lines: Sequence[Line]) -> list[Joint]:
    """Return the joints inside *lines* where no indent says that a paragraph starts."""
    margin = margin_of(lines)
    return [Joint.between(a, b) for a, b in pairwise(lines) if b.indent <= margin + 1]


def find_measure(found: Sequence[Joint]) -> Measure | None:
    """Return the line length that explains *found*, or None when no wrapping does.

    Short lines at the head and the foot are left out where the rest convinces alone: a headline, a name, a date above
    the text; who signs, codes of the wire below it.
    """
    measure = _measure(found)
    if measure is None and len(found) > _LEAST_BELOW:
        head = _short_head(found)
        if head and len(found) - head >= _LEAST_BELOW:
            measure = _measure(found[head:])
        foot = _short_head(found[::-1]) if measure is None else 0
        inner = found[head : len(found) - foot]
        # What flows nowhere would be explained by chance.
        if foot and len(inner) >= _LEAST_BELOW and any(joint.flows for joint in inner):
            measure = _measure(inner)
    return measure


def _short_head(found: Sequence[Joint]) -> int:
    """Return how many joints stand before the first line that is nearly as long as the longest, a measure at most.

    Turned round, *found* tells how many stand behind the last.
    """
    longest = max((joint.full for joint in found if joint.full <= WIDEST), default=0)
    return next((at for at, joint in enumerate(found[: _HEAD_LINES + 1]) if joint.full * 10 >= longest * 9), 0)


def _measure(found: Iterable[Joint]) -> Measure | None:
    """Return the line length that explains all of *found*, or None when no wrapping does.

    House rule: of the lines that stop in mid-sentence four in five must be full, and in cased scripts a third
    of the lines after them must start in lower case (a sixth when all are
    full).  Few lines must convince without exception.
    """
    open_ones = [joint for joint in found if joint.open]
    if not open_ones:
        return None
    cased = [joint for joint in open_ones if joint.cased]
    if len(cased) * _CASED < len(open_ones):
        cased = []  # names in Latin letters at the start of some lines
    capitals = _is_telegram(cased)
    if capitals:
        cased = []
    flowing = sum([joint.flows for joint in cased])
    if flowing * _RARE < len(cased):
        return None
    ends = [(joint.full, joint.need) for joint in open_ones]
    counted = [(_filled(ends, width), width) for width in _candidates(open_ones)]
    if not counted:
        return None
    filled, width = max(counted)
    if capitals and width < _TELEGRAM:
        return None
    if flowing * (_RARE if filled == len(open_ones) >= 5 else _USUAL) < len(cased):
        return None
    if _convinces(filled, len(open_ones), flowing, width) or (not cased and _is_set_solid(open_ones, width)):
        return Measure(width)
    return None


def _is_telegram(cased: Sequence[Joint]) -> bool:
    """Say whether all lines are sentences in capitals, where case tells nothing: lists have few commas or stops."""
    if len(cased) < _LEAST_BELOW or not all(joint.head.isupper() for joint in cased):
        return False
    return sum(["," in joint.head or ". " in joint.head for joint in cased]) * 4 >= len(cased)


def _is_set_solid(open_ones: Sequence[Joint], width: int) -> bool:
    """Say whether lines of a script without spaces end at the same column, as no list of titles does."""
    even = sum([width - 2 <= joint.full <= width and joint.solid for joint in open_ones])
    return even >= _LEAST_BELOW and even * 5 >= len(open_ones) * 3


def _filled(ends: Sequence[tuple[int, int]], width: int) -> int:
    """Count the lines (``Joint.full``, ``Joint.need``) that a measure of *width* explains (see ``Measure.fills``)."""
    room = width - Measure(width).slack
    return sum([need > room for full, need in ends if full <= width + 1])


def _candidates(open_ones: Sequence[Joint]) -> list[int]:
    """The widest lines' lengths; some lines may be overlong (addresses of pages, long words)."""
    lengths = sorted({joint.full for joint in open_ones}, reverse=True)
    over = sum(joint.full > WIDEST for joint in open_ones)
    if over * 10 > len(open_ones):
        return []
    return [length for length in lengths if NARROWEST <= length <= WIDEST][:8]


def _convinces(filled: int, total: int, flowing: int, width: int) -> bool:
    share = filled / total
    if total <= 2:  # the widest line is full by definition
        return share == 1.0 and flowing == total and 40 <= width <= 100
    if total <= 4:
        return share == 1.0 and (flowing * 2 >= total or flowing == 0)
    if width < 40 or width > 110:
        return share >= 0.9
    return share >= 0.8


def unspaced(character: str) -> bool:
    """Say whether *character* belongs to a script that is written without spaces between words."""
    return has_unspaced(character) and _UNSPACED.match(character) is not None
