# SPDX-License-Identifier: Apache-2.0
"""Changes of layout that change nothing of what a text says: wraps, blank lines, indents, line ends, marks of mails.

What detection finds must stay, white space aside.  ``facts`` tells what it found; ``LAYOUTS`` are the changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from unicodedata import category, east_asian_width, normalize

from docforge.context import Context
from docforge.detect import detect
from docforge.diagnostics import Report
from docforge.reading import read_source

__all__ = ["LAYOUTS", "facts", "plain"]

_NEVER_FIRST = "，。、；：！？」』）”’・ー"
"""Marks that no line of Chinese or Japanese begins with (UAX #14, classes CL, EX, NS)."""
_SOLID = re.compile("[\u0e01-\u0e5b\u3040-\u30ff\u4e00-\u9fff]{8}")
"""Text in a script without blanks between words."""
_STOPS = '.!?…"”»।۔؟。！？」'


def _columns(text: str) -> int:
    return sum(0 if category(char) == "Mn" else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def wrapped(line: str, width: int = 70) -> str:
    """Return *line* broken to *width* columns: at blanks, or between any two characters of a script without them."""
    if _columns(line) <= width:
        return line
    solid = _SOLID.search(line) is not None
    pieces = list(line) if solid else re.findall(r"\S+ ?| ", line)
    rows, row = [], ""
    for piece in pieces:
        if row and _columns(row + piece.rstrip(" ")) > width and piece not in _NEVER_FIRST:
            rows.append(row.rstrip(" "))
            row = ""
        row += piece
    return "\n".join([*rows, row])


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _indented(line: str) -> str:
    """A paragraph whose first line is indented; anything else stands between blank lines."""
    if _columns(line) > 90 or line.rstrip()[-1:] in _STOPS:
        return "   " + wrapped(line.strip(), 68)
    return f"\n{line}\n"


_RIGHT_TO_LEFT = re.compile("^(?=[^A-Za-z\n]{0,40}[\u05d0-\u05ea\u0621-\u064a])(.+)$", re.MULTILINE)
"""A line that opens in Hebrew or Arabic."""


LAYOUTS: dict[str, Callable[[str], str]] = {
    "wrapped": lambda text: "\n\n".join(map(wrapped, _lines(text))),
    "wrapped narrowly": lambda text: "\n\n".join(wrapped(line, 48) for line in _lines(text)),
    "wrapped with indents": lambda text: "\n".join(map(_indented, _lines(text))),
    "without blank lines": lambda text: "\n".join(_lines(text)),
    "with blank lines": lambda text: "\n\n\n".join(_lines(text)),
    "with CR LF and a mark of byte order": lambda text: "\ufeff" + text.replace("\n", "\r\n"),
    "with blanks at line ends": lambda text: re.sub("$", "  ", text, flags=re.MULTILINE),
    "with two blanks behind sentences": lambda text: re.sub(r"(?<=[a-zß-ÿ][.!?]) (?=[A-ZÀ-Þ])", "  ", text),
    "decomposed": lambda text: normalize("NFD", text),
    "with marks of direction": lambda text: _RIGHT_TO_LEFT.sub("\u200f\\1\u200f", text),
    "quoted as a mail": lambda text: re.sub("^", "> ", text.rstrip("\n"), flags=re.MULTILINE),
}


def plain(text: str) -> str:
    """Return *text* with one line for each paragraph and a blank line between them."""
    return "\n\n".join(passage.text for passage in read_source(text, context=Context.fixed(), report=Report()).passages)


def _squeezed(text: str) -> str:
    return normalize("NFC", re.sub("[\\s\u200f]+", "", text))


def facts(text: str) -> list[tuple[str, str]]:
    """Return the parts that detection finds in *text*, each with its kind and without white space, authors and date."""
    report = Report()
    article = detect(read_source(text, context=Context.fixed(), report=report), report=report)
    found = [(block.KIND, _squeezed(block.text)) for block in article.blocks if block.text.strip(" >")]
    found += [("author", _squeezed(name)) for name in article.authors]
    found += [("published", article.published.iso)] if article.published is not None else []
    return found
