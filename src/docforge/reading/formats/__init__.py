# SPDX-License-Identifier: Apache-2.0
"""What articles come wrapped in: ninjs, NITF, IPTC 7901, mail, web pages, and docforge's own JSON.

``reading.recognition`` says which it is; a ``Reader`` takes bytes and gives ``NewsItem`` values: the text as a reader
sees it, what the format says of its parts (``model.Mark``) and of the article (metadata).  What a wrapper holds beyond
that is reported, never dropped in silence.  Readers open no files, fetch nothing and know nothing of detection.
"""

from __future__ import annotations

import re
from typing import Any, Protocol

from docforge.diagnostics import Report
from docforge.model import Article, Mark, Span
from docforge.records import dataclass

__all__ = ["Assembly", "NewsItem", "Reader", "flat", "iso_day", "language_of", "report_unused"]


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One story out of its wrapper."""

    text: str
    marks: tuple[Mark, ...]
    metadata: tuple[tuple[str, str], ...]
    """Names are those of ``Settings.overrides``."""
    encoding: str = "utf-8"
    """Python codec name."""
    encoding_rule: str = "declared"
    """See ``SourceInfo.encoding_rule``."""
    offset: int = 0
    """Where ``text`` starts in the decoded file, for formats whose text is a stretch of it."""


class Reader(Protocol):
    """Takes stories out of one format; the entry-point group ``docforge.readers`` offers more."""

    name: str
    extensions: tuple[str, ...]
    """File name endings, with the dot."""
    media_type: str

    def read(self, data: bytes, *, encoding: str | None, where: str, report: Report) -> tuple[NewsItem | Article, ...]:
        """Return the stories of *data* in order, at least one.

        Args:
            encoding: the codec that the user named, or None.
            where: `` (name)`` for messages, or nothing.
            report: gets what was not used.

        Raises:
            InputError: damaged, or not in this format.
            MissingError: a library is missing.
        """
        ...


# -- text with known parts -------------------------------------------------------------------

_SURROGATES = re.compile("[\ud800-\udfff]")
_RUNS = re.compile(r"[ \t\r\n\f]+")
_LINE_ENDS = re.compile(r"\r\n?")
_ONE_LINE = frozenset({"headline", "kicker", "subheadline", "byline", "crosshead"})


def _without_blank_lines(text: str) -> str:
    """Return *text* without the blank lines before its first line and the white space after its last."""
    text = text.rstrip()
    first = len(text) - len(text.lstrip())
    return text[text.rfind("\n", 0, first) + 1 :]


class Assembly:
    """Builds the text of an item part by part, with a blank line between parts, and keeps what each part is."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._marks: list[Mark] = []

    def add(self, text: str, kind: str = "", rule: str = "", **facts: Any) -> bool:
        """Add *text*, without blank lines at its edges; say whether there was any.

        Args:
            kind: as in ``Mark.kind``; empty leaves the part to the detectors.
            facts: further fields of ``Mark``.
        """
        text = _SURROGATES.sub("\ufffd", _LINE_ENDS.sub("\n", text))
        text = _RUNS.sub(" ", text).strip() if kind in _ONE_LINE else _without_blank_lines(text)
        if not text.strip():
            return False
        if self._pieces:
            self._pieces.append("\n\n")
            self._length += 2
        if kind:
            self._marks.append(Mark(Span(self._length, self._length + len(text)), kind, rule, **facts))
        self._pieces.append(text)
        self._length += len(text)
        return True

    def item(self, metadata: dict[str, str], encoding: str = "utf-8", encoding_rule: str = "declared") -> NewsItem:
        """Return the item; metadata without a value are left out."""
        facts = tuple((name, value.strip()) for name, value in metadata.items() if value.strip())
        return NewsItem("".join(self._pieces) + "\n", tuple(self._marks), facts, encoding, encoding_rule)


def flat(text: str) -> str:
    """Return *text* in one line, case-folded, for comparing."""
    return " ".join(text.split()).casefold()


def iso_day(stamp: str) -> str:
    """Return the day of an ISO 8601 moment (``2024-03-09T10:00:00Z``, ``20240309T100000+0100``), or nothing.

    The day is that of the zone in which the moment is written.
    """
    import datetime

    match = re.match(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?![\d-])", stamp)
    if match is None:
        return ""
    try:
        return datetime.date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    except ValueError:
        return ""


def language_of(tag: str) -> str:
    """Return *tag* when it is a well-formed BCP 47 tag that names a language, else nothing."""
    from docforge.errors import DocforgeError
    from docforge.locale import canonical_tag

    try:
        own = canonical_tag(tag.strip().replace("_", "-"))
    except DocforgeError:
        return ""
    return "" if own == "und" else own


_LISTED = 12


def report_unused(report: Report, code: str, format: str, names: list[str]) -> None:
    """Report *names* of what a wrapper holds and the article does not, once, under *code*."""
    unique = list(dict.fromkeys(name for name in names if name))
    if unique:
        more = f" and {len(unique) - _LISTED} more" if len(unique) > _LISTED else ""
        report.add(code, format=format, names=", ".join(n[:80] for n in unique[:_LISTED]) + more)
