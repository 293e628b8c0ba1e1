# SPDX-License-Identifier: Apache-2.0
"""The settings block that a user may write at the top of a file, between two lines of ``---``.

Comes in: decoded text.  Goes out: key and value pairs and where the block ends.  What does not read as such a
block is ordinary text and is left alone.
"""

from __future__ import annotations

import re

from docforge.diagnostics import Report
from docforge.model import Span
from docforge.patterns import lazily
from docforge.reading.lines import BLANKS
from docforge.records import dataclass
from docforge.settings import FIELDS

__all__ = ["KEYS", "FrontMatter", "parse_front_matter"]

KEYS = FIELDS
"""The keys that docforge acts on."""

_FENCE = re.compile("---[ \t]*(?:\r\n|[\n\r]|$)")
_LONGEST = 16_384
_MOST_PAIRS = 100
_PAIR = lazily("([A-Za-z][A-Za-z0-9_-]{0,39})[ \t]*:(?:[ \t]+(.*))?$", re.DOTALL)
_LINE_END = lazily("\r\n|[\n\r]")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the block holds; ``span`` covers both fences and the line end after the second."""

    pairs: tuple[tuple[str, str], ...]
    span: Span


def parse_front_matter(text: str, safe: str, *, report: Report) -> FrontMatter | None:
    """Return the settings at the very start of *text*, or None when there is no such block.

    A line is ``key: value``; keys are folded to lower case; a value may stand in single or double quotation
    marks; a line that starts with ``#`` and an empty line are passed over.  At least one key must be known.

    Args:
        text: decoded text.
        safe: the same after ``safe_text``; values are taken from here.

    Diagnostics: DF-R120 unknown key (its pair is kept), DF-R121 a key stands twice (the last counts).
    """
    fence = _FENCE.match(text)
    if fence is None:
        return None
    pairs: dict[str, str] = {}
    twice: list[str] = []
    position = fence.end()
    while position < min(len(text), _LONGEST):
        closing = _FENCE.match(text, position)
        if closing is not None:
            return _front_matter(pairs, twice, Span(0, closing.end()), report)
        end = _LINE_END.search(text, position)
        if end is None:
            return None
        line = safe[position : end.start()].strip(BLANKS)
        position = end.end()
        if not line or line.startswith("#"):
            continue
        pair = _PAIR.match(line)
        if pair is None or len(pairs) >= _MOST_PAIRS:
            return None
        key = pair[1].lower()
        if key in pairs:
            twice.append(key)
        pairs[key] = _unquoted((pair[2] or "").strip(BLANKS))
    return None


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


def _front_matter(pairs: dict[str, str], twice: list[str], span: Span, report: Report) -> FrontMatter | None:
    if not any(key in KEYS for key in pairs):
        return None
    for key in pairs:
        if key not in KEYS:
            report.add("DF-R120", span=span, key=key)
    for key in twice:
        report.add("DF-R121", span=span, key=key)
    return FrontMatter(tuple(pairs.items()), span)
