# SPDX-License-Identifier: Apache-2.0
"""IPTC 7901, the text transmission format of wire services: one message or many, between control characters.

    SOH  source and number, priority, category, words, options   CR LF
    keywords and catch-line                                      CR LF
    STX  text  ETX  day and time                                 CR LF  EOT

Rule: IPTC Recommended Message Format 7901 (the American ANPA 1312 shares the frame).  Spans index the decoded file.
"""

from __future__ import annotations

import re

from docforge.diagnostics import Report
from docforge.errors import InputError
from docforge.model import Article, Span
from docforge.reading.formats import NewsItem, report_unused

__all__ = ["Iptc7901Reader"]

_MESSAGE = re.compile(
    "\x01(?P<line>[^\r\n\x01-\x04]{0,400})(?P<keys>(?:[\r\n][^\x01-\x04]{0,4000})?)\x02(?P<text>[^\x01-\x04]*)(?:\x03(?P<stamp>[^\x01-\x04]{0,200}))?\x04?"
)
_STAMP = re.compile(r"\s*(\d\d)(\d\d)(\d\d)?\s*[A-Z]{0,5}\s+([^\W\d_]{3,9})\.?\s+(\d{2}(?:\d\d)?)\b")
_MONTH_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")
_FILLING = re.compile("[\x00\r\n\x04\x7f ]*")


class Iptc7901Reader:
    """A message, or a log of messages one after another."""

    name = "iptc7901"
    extensions = (".iptc", ".7901")
    media_type = "text/plain"

    def read(self, data: bytes, *, encoding: str | None, where: str, report: Report) -> tuple[NewsItem | Article, ...]:
        """Return the messages in order; what stands outside them is reported."""
        from docforge.reading.decode import decode

        decoded = decode(data, encoding, where, report=report)
        text = decoded.text
        items, outside, reached = [], 0, 0
        for match in _MESSAGE.finditer(text):
            outside += _visible(text, reached, match.start())
            reached = match.end()
            if match["text"].strip():
                items.append(_item(match, decoded.encoding, decoded.rule, report))
            else:
                outside += _visible(text, match.start(), match.end())
        outside += _visible(text, reached, len(text))
        if not items:
            raise InputError(f"IPTC 7901 message without a text between STX and ETX{where}: mend it, or --from text")
        if outside:
            report_unused(report, "DF-R152", "iptc7901", [f"{outside} characters outside the messages"])
        return tuple(items)


def _visible(text: str, start: int, end: int) -> int:
    return len(_FILLING.sub("", text[start:end]).strip())


def _item(match: re.Match[str], encoding: str, rule: str, report: Report) -> NewsItem:
    start, end = match.span("text")
    span = Span(start, end)
    keys = [part.strip(" ,=/<>") for part in re.split(r"[/\r\n]+", match["keys"])]
    keys = [key for key in keys if key]
    stamp = match["stamp"] or ""
    date = _date(stamp)
    unused = [f"message line ‘{' '.join(match['line'].split())}’"]
    if stamp.strip() and not date:
        unused.append(f"time ‘{' '.join(stamp.split())[:40]}’")
    report_unused(report, "DF-R151", "iptc7901", unused)
    facts = {"slugline": "/".join(keys), "keywords": ", ".join(keys), "date": date}
    metadata = tuple((name, value) for name, value in facts.items() if value)
    return NewsItem(span.of(match.string), (), metadata, encoding, rule, start)


def _date(stamp: str) -> str:
    """Return the day of ``091530 Mrz 24``, or nothing: a time without month and year dates no article."""
    from docforge.locale import find_dates

    match = _STAMP.match(stamp)
    if match is None:
        return ""
    year = int(match[5])
    # Two digits: ISO 8601-1 has no rule; wire messages are of 1970 to 2069 (POSIX strptime has 1969 to 2068).
    year += 0 if year > 99 else 1900 if year >= 70 else 2000
    for language in _MONTH_LANGUAGES:
        found = find_dates(f"{int(match[1])}. {match[4]} {year}", language) or find_dates(
            f"{int(match[1])} {match[4]} {year}", language
        )
        if found and found[0].precision == "day":
            return found[0].iso
    return ""
