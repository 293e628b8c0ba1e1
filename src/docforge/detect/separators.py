# SPDX-License-Identifier: Apache-2.0
"""A cheap first look for separators between stories; ``stories`` looks closely where there are any.

Comes in: a ``Source``.  Goes out: its short lines, and whether any of them could separate stories.  Nearly every file
has none, and must not pay for more than this.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from docforge.detect.vocabulary import folded, phrases, phrases_by_language
from docforge.model import Source
from docforge.patterns import any_of

__all__ = ["DIGITS", "EDGES", "RULE_SIGNS", "Row", "may_separate", "numbered_document", "short_rows"]

_LONGEST_LINE = 100
RULE_SIGNS = frozenset("*=-_~#•+—–―─━═·.")
"""Characters that rule lines are made of."""
EDGES = " \t\u00a0\u3000-–—=*_#~.[](){}<>（）【】"
"""What may stand around the words of a separator."""
DIGITS = re.compile(r"\d+")


def numbered_document(line: str) -> re.Match[str] | None:
    """Match a case-folded line that counts the documents of a dump, ``3 of 17 documents``; its groups are numbers."""
    return _numbered_pattern().fullmatch(line) if any(map(str.isdigit, line)) else None


@cache
def _numbered_pattern() -> re.Pattern[str]:
    known = phrases_by_language("stories", "numbered")
    word, between = (any_of(known[key]) for key in ("word", "between"))
    pair = rf"(\d{{1,5}})\s*(?:{between})\s*(\d{{1,5}})"
    han = r"第\s*(\d+)\s*[篇条則则]\s*[/,，、 ]?\s*共\s*(\d+)\s*[篇条則则]"
    return re.compile(rf"(?:{word})\s*(?:no\.?|nr\.?|№|#)?\s*{pair}|{pair}\s+(?:{word})|{han}")


class Row(NamedTuple):
    """A line with text, its edges trimmed."""

    start: int
    end: int
    after: int
    """Where the next line begins."""
    text: str
    above: bool
    """The line above has text too."""


def short_rows(source: Source) -> list[Row]:
    """Lines of at most ``_LONGEST_LINE`` characters; only these can tell stories apart."""
    text = source.text
    ends = [*source.line_starts[1:], len(text)] if source.line_starts else []
    rows = []
    above = False
    for start, after in zip(source.line_starts, ends, strict=True):
        content = text[start:after].strip() if after - start <= _LONGEST_LINE + 40 else "…"
        if content and after - start <= _LONGEST_LINE + 40 and len(content) <= _LONGEST_LINE:
            rows.append(Row(start, start + len(text[start:after].rstrip()), after, content, above))
        above = bool(content)
    return rows


def may_separate(source: Source, rows: Sequence[Row]) -> bool:
    """Say whether anything in the text could separate stories; nearly every file has nothing, and stops here."""
    if "\f" in source.text:
        return True
    seen: set[str] = set()
    for row in rows:
        sign = row.text[0]
        if (sign in RULE_SIGNS and len(set(row.text)) <= 2) or sign in "⁂❧☙" or row.text[-1].isdigit():
            return True
        key = DIGITS.sub("0", row.text.casefold())
        if key in seen or key.startswith("zczc"):
            return True
        seen.add(key)
    marks = phrases("signoff", "end_mark")
    return any(len(row.text) <= 24 and folded(row.text).strip(EDGES) in marks for row in rows[:-1])
