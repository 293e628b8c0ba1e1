# SPDX-License-Identifier: Apache-2.0
"""Pair the quotation marks of a text: every mark system of CLDR and of practice, nested, split or left open.

Comes in: the text of one block.  Goes out: pairs of offsets.  Knows neither languages nor what is said: whether a
pair is speech is decided in ``quotes``.  Linear in the length of the text: each mark is looked at once, with a
bounded look ahead for single marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field

from docforge.patterns import lazily
from docforge.records import dataclass

__all__ = [
    "CLOSERS",
    "CLOSING_MARKS",
    "DASHES",
    "EDGE_MARKS",
    "MARKS",
    "OPENERS",
    "Pair",
    "dialogue_start",
    "pair_marks",
]

# What may close each opening mark.  CLDR 48 delimiters and field practice: „ “ and „ ”, » « and » », ” ”, 〝 〟.
# A typewriter mark may close a curly one: mixed marks are frequent in copy that passed through several systems.
CLOSERS: dict[str, str] = {
    "“": "”\"“＂", "„": "“”\"„‟", "‟": "”\"", "”": "”“\"", "«": "»\"", "»": "«»", "‹": "›", "›": "‹›",
    "「": "」", "『": "』", "﹁": "﹂", "﹃": "﹄", "〝": "〞〟", '"': "\"”“", "＂": "＂", "``": "''\"", "''": "''",
    "‘": "’", "‚": "‘’", "'": "'", ",,": "“”\"''",
}  # fmt: skip
OPENERS = frozenset('“„‟«»‹›「『﹁﹃〝"＂‘‚”')
_ALWAYS_OPEN = frozenset(("„", "‟", "「", "『", "﹁", "﹃", "〝", "``", ",,"))
_SINGLE = frozenset("‘‚'")
MARKS = frozenset("“„‟”«»‹›「」『』﹁﹂﹃﹄〝〞〟\"＂‘’‚'`")
"""The characters that marks are made of."""
CLOSING_MARKS = "\"”“»«’'」』›‹ \u00a0\u202f"
"""Marks, and blanks beside them, that stand behind the last word of a quotation."""
EDGE_MARKS = CLOSING_MARKS + "„‚‘"
"""The same, and those that only stand before the first one."""
DASHES = frozenset("—–―-")
"""What opens speech at the head of a paragraph."""
# One set of characters, because that is what a regular expression finds fastest; without most apostrophes.
_MARKS_BUT_APOSTROPHES = re.compile(f"[{''.join(sorted(MARKS))}](?:(?<!['’])|(?<![A-Za-z].)|(?![A-Za-z]))")
_OPENS_BEFORE = frozenset(" \t\n\u00a0\u202f\u2009\u3000([{（［【-–—―/:：=،,、，")
_STOPS_AFTER = frozenset(" \t\n\u00a0\u202f\u2009\u3000.,;:!?…)]}）］】。、，；：！？-–—―/،؛؟۔।።။។»”’“\"'」』")
_SENTENCE_PUNCTUATION = frozenset(".,!?…;")
_SINGLE_REACH = 1500
"""A quotation in single marks may be this long, in code points."""
_DEPTH = 12
_TWO_COMMAS = lazily(r"(?<![^\s(\[]),,(?=\w)")
_DIALOGUE = lazily(r"\s*([—–―]|-{1,2}(?=\s))[\s\u00a0]*(?=\S)")


@dataclass(slots=True)
class Pair:
    """A quotation as its marks show it: ``[start, end)`` with the marks, ``[inner_start, inner_end)`` without."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    mark: str
    closed: bool = True
    inner: list[Pair] = field(default_factory=list)


def _is_hebrew(char: str) -> bool:
    return "\u0590" <= char <= "\u05ff"


def _unspaced(char: str) -> bool:
    return "\u2e80" <= char <= "\ud7a3" or "\uf900" <= char <= "\uffef"


def _letter_follows(text: str, at: int) -> bool:
    """Say whether what follows can follow an apostrophe; Korean particles follow a closing mark."""
    after = text[at + 1 : at + 2]
    return after.isalnum() and not _unspaced(after)


def _found(text: str) -> Iterator[tuple[int, str]]:
    """Yield place and mark; two typewriter marks are one, an apostrophe between letters and a grave are none."""
    done = -1
    for match in _MARKS_BUT_APOSTROPHES.finditer(text):
        at, mark = match.start(), match.group()
        if mark in "'’`":
            if at < done:
                continue
            if mark != "’" and text[at + 1 : at + 2] == mark:
                done = at + 2
                yield at, mark + mark
                continue
            if mark == "`" or (at and text[at - 1].isalnum() and _letter_follows(text, at)):
                continue
        yield at, mark


class _Scan:
    """One pass over the marks of a text with a stack of open pairs."""

    def __init__(self, text: str, found: list[tuple[int, str]]) -> None:
        self.text = text
        self.found = found
        self.stack: list[Pair] = []
        self.top: list[Pair] = []
        self.straight = sum([mark == '"' for _, mark in found])
        self.seen_straight = 0

    def run(self) -> list[Pair]:
        for at, mark in self.found:
            if mark == '"':
                self.seen_straight += 1
            self._step(at, mark)
        return self.top

    def _sides(self, at: int, mark: str) -> tuple[str, str]:
        end = at + len(mark)
        return (self.text[at - 1] if at else " "), (self.text[end] if end < len(self.text) else " ")

    def _step(self, at: int, mark: str) -> None:
        before, after = self._sides(at, mark)
        if mark in "'’‘‚":
            self._single(at, mark, before, after)
            return
        if self._is_no_mark(mark, before, after):
            return
        opening = (before in _OPENS_BEFORE or before in OPENERS) and after not in " \t\n"
        level = self._closes(mark)
        if level is not None and not (mark in _ALWAYS_OPEN and mark != "„"):
            nests = opening and after not in _STOPS_AFTER and (before != ":" or mark != '"')
            if not (nests and self._may_nest(mark)):
                self._close(level, at, mark)
                return
        if mark in "」』﹂﹄〞〟":
            return
        if mark in "”»›" and not (opening or before in OPENERS):
            return
        if (
            mark in "“«‹"
            or mark in _ALWAYS_OPEN
            or opening
            or _unspaced(before)
            or _unspaced(after)
            or (mark == '"' and not before.isalnum() and after.isalnum())
        ):
            self._open(at, mark)

    def _is_no_mark(self, mark: str, before: str, after: str) -> bool:
        """Tell inches, seconds and the gershayim of Hebrew acronyms from quotation marks."""
        if mark == "''" and not self.stack:
            return not after.isalpha()
        if mark not in '"”':
            return False
        if _is_hebrew(before) and _is_hebrew(after):
            return True
        if not before.isdigit():
            return False
        left = self.straight - self.seen_straight
        return not self._is_open() or (mark == '"' and left % 2 == 1 and after in " -")

    def _is_open(self) -> bool:
        return bool(self.stack)

    def _closes(self, mark: str) -> int | None:
        for level in range(len(self.stack) - 1, -1, -1):
            if mark in CLOSERS[self.stack[level].mark]:
                return level
        return None

    def _may_nest(self, mark: str) -> bool:
        if mark == "”" and self.stack[-1].mark in "“„":
            return False
        if mark == '"':
            return self.straight - self.seen_straight >= 2 and len(self.stack) < 3
        return (mark in "“«»”" and self.stack[-1].mark != mark) or (mark in "“„" and self.stack[-1].mark == mark)

    def _open(self, at: int, mark: str) -> None:
        if len(self.stack) < _DEPTH:
            start = at + len(mark)
            while start < len(self.text) and self.text[start] in " \u00a0\u202f\u2009":
                start += 1
            self.stack.append(Pair(at, at, start, start, mark))

    def _close(self, level: int, at: int, mark: str) -> None:
        lost = self.stack[level + 1 :]
        del self.stack[level + 1 :]
        pair = self.stack.pop()
        for other in lost:
            pair.inner.extend(other.inner)
        pair.end = at + len(mark)
        end = at
        while end > pair.inner_start and self.text[end - 1] in " \u00a0\u202f\u2009":
            end -= 1
        pair.inner_end = max(end, pair.inner_start)
        if pair.inner_end > pair.inner_start:
            (self.stack[-1].inner if self.stack else self.top).append(pair)

    def _single(self, at: int, mark: str, before: str, after: str) -> None:
        level = self._closes(mark)
        if mark == "‚":
            if after not in " \t\n":
                self._open(at, mark)
            return
        if (level is not None and mark != "‘") or (level is not None and self.stack[level].mark == "‚"):
            if (
                (not after.isalnum() or _unspaced(after))
                and not before.isspace()
                and self._ends_single(level, at, before)
            ):
                self._close(level, at, mark)
            return
        opens = (before in _OPENS_BEFORE or before in '“„«"‹') and after.isalpha()
        if mark in "‘'" and opens and self._single_end(at) > 0:
            self._open(at, mark)

    def _ends_single(self, level: int, at: int, before: str) -> bool:
        """A mark after a plain letter may be a plural's apostrophe: a later mark after punctuation wins."""
        if before in _SENTENCE_PUNCTUATION or before != "s":
            return True
        return self._single_end(self.stack[level].start) <= at

    def _single_end(self, at: int) -> int:
        """Return where the single mark at *at* is closed, 0 when nowhere near."""
        close = "'" if self.text[at] == "'" else "’"
        best, position, limit = 0, at + 1, min(len(self.text), at + _SINGLE_REACH)
        opener = self.text[at]
        while True:
            position = self.text.find(close, position, limit)
            if position < 0:
                return best
            after = self.text[position + 1] if position + 1 < len(self.text) else " "
            before = self.text[position - 1]
            if (after in _STOPS_AFTER or _unspaced(after)) and not before.isspace():
                if before in _SENTENCE_PUNCTUATION or after in ",.;:)":
                    return position
                best = best or position
                if before != "s" or opener in self.text[best + 1 : position]:
                    return best
            position += 1


_PLAIN = {"“": "”", "«": "»", "„": "“", '"': '"'}
_NESTS_AFTER = _OPENS_BEFORE | OPENERS
_BLANKS = frozenset(" \u00a0\u202f\u2009\u3000\t\n")


def _is_in_doubt(before: str, mark: str, after: str) -> bool:
    """Say whether a mark between these may open instead of close, or be an inch or gershayim."""
    if before in _NESTS_AFTER and (after not in " \t\n" or before in _BLANKS):
        return True
    return mark in '"”' and (before.isdigit() or _is_hebrew(before))


def _plain_pairs(text: str, found: list[tuple[int, str]]) -> list[Pair] | None:
    """Return what ``_Scan`` would, if marks of one kind alternate and nothing about them is in doubt; else None."""
    pairs: list[Pair] = []
    opened, close, last = -1, "", len(text) - 1
    for at, mark in found:
        if mark == "’":
            continue  # Closes nothing here, and opens nothing.
        before = text[at - 1] if at else " "
        after = text[at + 1] if at < last else " "
        if mark == "'":
            if before in _NESTS_AFTER and after.isalpha():
                return None
        elif opened < 0:
            close = _PLAIN.get(mark, "")
            if not close or after in _BLANKS or (mark == '"' and before not in _OPENS_BEFORE):
                return None
            opened = at
        elif mark == close and after in _STOPS_AFTER and at - opened > 1 and not _is_in_doubt(before, mark, after):
            pairs.append(Pair(opened, at + 1, opened + 1, at, text[opened]))
            opened = -1
        else:
            return None
    return pairs if opened < 0 else None


def pair_marks(text: str) -> list[Pair]:
    """Return the outermost quotations of *text* in order; the nested ones are in ``inner``.

    A mark that is never closed gives a pair with ``closed`` false that runs to the end of the text, if nothing
    complete stands inside it; else the complete ones are returned and the stray mark is ignored.

    Rule: CLDR 48 ``delimiters`` with the deviations of practice; apostrophes, inches and gershayim are no marks.
    """
    if text.isascii() and '"' not in text and "'" not in text and "`" not in text:
        return []
    found = list(_found(text))
    if not found:
        return []
    if ",," in text:  # „ on typewriters without it: ,,Zo is het”
        found = sorted([*found, *((match.start(), ",,") for match in _TWO_COMMAS.finditer(text))])
    plain = _plain_pairs(text, found)
    if plain is not None:
        return plain
    scan = _Scan(text, found)
    pairs = scan.run()
    for stray in scan.stack:
        stray.end = stray.inner_end = len(text.rstrip())
        stray.closed = False
    return _settled(pairs, scan.stack)


def _settled(pairs: list[Pair], strays: list[Pair]) -> list[Pair]:
    """Keep the first stray mark as an open quotation; ``quotes`` decides between it and what is inside."""
    strays = [s for s in strays if s.mark not in _SINGLE and s.inner_end - s.inner_start > 1]
    if not strays:
        return pairs
    first = strays[0]
    for other in strays[1:]:
        first.inner.extend(other.inner)
    return sorted([*pairs, first], key=lambda pair: pair.start)


def dialogue_start(text: str) -> int:
    """Return where the words begin in a paragraph that opens with a dialogue dash, 0 without one."""
    match = _DIALOGUE.match(text)
    return match.end() if match else 0
