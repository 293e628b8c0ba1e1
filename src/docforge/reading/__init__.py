# SPDX-License-Identifier: Apache-2.0
"""Bytes or text -> ``Source``: decoded text, its lines and its passages.

``decode`` chooses the encoding, ``front_matter`` takes the user's settings off the top, ``segment`` finds lines and
passages.  Nothing here knows what a headline is, opens a file or prints.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.errors import InputError, LimitError
from docforge.model import Source, SourceInfo
from docforge.reading.decode import Decoded, decode
from docforge.reading.front_matter import parse_front_matter
from docforge.reading.segment import segment
from docforge.text import REPLACEMENT, display_name, safe_text

__all__ = ["ReadSettings", "read_source"]


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """What the caller knows of the input."""

    name: str = ""
    """File name without its folder, ``-`` for standard input; for messages and ``SourceInfo``."""
    encoding: str | None = None
    """Python codec name; None finds it out."""


_SURROGATE = re.compile("[\ud800-\udfff]")

# What prints nothing on paper: white space, line ends, controls, zero-width and bidi characters.
_VISIBLE = re.compile(
    "[^\\s\\x00-\\x1f\\x7f-\\xa0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202f"
    "\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)


def read_source(
    data: bytes | str, settings: ReadSettings = ReadSettings(), *, context: Context, report: Report
) -> Source:
    """Read *data* into lines and passages.

    Args:
        data: the file's bytes; or decoded text, in which unpaired surrogates become U+FFFD.
        settings: name and, when known, encoding.
        context: the limits.
        report: gets what was chosen and what was changed.

    Returns:
        The source; ``text`` is what was decoded, without its byte order mark.

    Raises:
        InputError: nothing to read, or not text.
        EncodingError: the encoding is in doubt; the message names ``--encoding``.
        LimitError: larger than ``limits.input_bytes`` or with more than ``limits.passages`` passages.
        UsageError: ``settings.encoding`` names no text codec.

    Diagnostics: DF-R101 to DF-R105 on decoding, DF-R120 and DF-R121 on front matter.
    """
    shown = display_name(settings.name)
    where = f" ({shown})" if shown else ""
    given, marred = _as_bytes(data)
    if len(given) > context.limits.input_bytes:
        limit = context.limits.input_bytes // 1_048_576
        raise LimitError(f"input is larger than {limit} MiB{where}: split it into smaller files")
    if isinstance(data, bytes):
        decoded = decode(data, settings.encoding, where, report=report)
    else:
        if marred:
            report.add("DF-R104", count=marred)
        decoded = Decoded((given.decode() if marred else data).removeprefix("\ufeff"), "utf-8", "text")
    text = decoded.text
    safe = safe_text(text)
    if _VISIBLE.search(text) is None:
        raise InputError(f"input has no text{where}: give a file with an article in it")
    _report_changes(text, safe, report)
    front = parse_front_matter(text, safe, report=report)
    starts, passages = segment(text, safe, front.span.end if front else 0)
    if len(passages) > context.limits.passages:
        raise LimitError(
            f"input has more than {context.limits.passages} paragraphs{where}: split it into smaller files"
        )
    digest = hashlib.sha256(given).hexdigest()
    info = SourceInfo(settings.name, decoded.encoding, decoded.rule, "text/plain", digest, len(given))
    return Source(text, starts, passages, info, front.pairs if front else (), front.span if front else None)


def _report_changes(text: str, safe: str, report: Report) -> None:
    """Say once how many characters became U+FFFD; line ends are no loss."""
    if safe != text:
        changed = safe.count(REPLACEMENT) - text.count(REPLACEMENT) - sum(map(text.count, "\r\x0b\x0c\x85"))
        if changed:
            report.add("DF-R105", count=changed)


def _as_bytes(data: bytes | str) -> tuple[bytes, int]:
    """Return the bytes of *data*, those of decoded text in UTF-8, and how many unpaired surrogates became U+FFFD."""
    if isinstance(data, bytes):
        return data, 0
    try:
        return data.encode("utf-8"), 0
    except UnicodeEncodeError:
        text, count = _SURROGATE.subn(REPLACEMENT, data)
        return text.encode("utf-8"), count
