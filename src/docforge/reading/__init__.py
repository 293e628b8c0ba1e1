# SPDX-License-Identifier: Apache-2.0
"""Bytes or text -> ``Source``: decoded text, its lines and its passages.

``decode`` chooses the encoding, ``front_matter`` takes the user's settings off the top, ``segment`` finds lines and
passages; ``formats`` takes the text out of what news systems and mail programs wrap it in.  Nothing here knows what a
headline looks like, opens a file or prints.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.errors import InputError, LimitError
from docforge.model import Article, Mark, OffsetMap, Passage, Source, SourceInfo, Span
from docforge.patterns import lazily
from docforge.reading.decode import Decoded, decode
from docforge.reading.front_matter import parse_front_matter
from docforge.reading.lines import count_quoted
from docforge.reading.segment import segment
from docforge.records import dataclass
from docforge.text import REPLACEMENT, display_name, is_plain, is_plain_utf8, safe_text

__all__ = ["ReadSettings", "part_of", "read_items", "read_source"]


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """What the caller knows of the input."""

    name: str = ""
    """File name without its folder, ``-`` for standard input; for messages and ``SourceInfo``."""
    encoding: str | None = None
    """Python codec name; None finds it out."""
    format: str | None = None
    """Name of a reader (``plugins.reader_names``); None recognises the format by content and ending."""


_DEFAULTS = ReadSettings()


_SURROGATE = lazily("[\ud800-\udfff]")

# What prints nothing on paper: white space, line ends, controls, zero-width and bidi characters.
_VISIBLE = re.compile(
    "[^\\s\\x00-\\x1f\\x7f-\\xa0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202f"
    "\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)


def read_source(data: bytes | str, settings: ReadSettings = _DEFAULTS, *, context: Context, report: Report) -> Source:
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
    where = _where(settings)
    given, marred = _given(data, where, context)
    if isinstance(data, bytes):
        decoded = decode(data, settings.encoding, where, report=report)
    else:
        if marred:
            report.add("DF-R104", count=marred)
        decoded = Decoded((given.decode() if marred else data).removeprefix("\ufeff"), "utf-8", "text")
    digest = hashlib.sha256(given).hexdigest()
    info = SourceInfo(settings.name, decoded.encoding, decoded.rule, "text/plain", digest, len(given))
    plain = is_plain(decoded.text) if isinstance(data, bytes) else is_plain_utf8(given)
    return _source(decoded.text, info, where, context, report, plain=plain)


def read_items(
    data: bytes | str, settings: ReadSettings = _DEFAULTS, *, context: Context, report: Report
) -> tuple[Source | Article, ...]:
    """Read *data* in the format that it is in: plain text, or one that names its parts (see ``formats``).

    Args:
        data: as in ``read_source``; text that is already decoded is plain text unless ``settings.format`` says else.
        settings: name, encoding and format, as far as known.

    Returns:
        One source for plain text; one or more sources for other formats, with marks and metadata; articles for
        docforge's own JSON.

    Raises:
        InputError: see ``read_source``; or the file is damaged, or not in the format named.
        MissingError: the format needs a library that is not installed; the message names it.
        UsageError: no such format.

    Diagnostics: DF-R150 to DF-R153, besides those of ``read_source``.
    """
    from docforge.reading.recognition import TEXT, recognise

    where = _where(settings)
    name = settings.format or (TEXT if isinstance(data, str) else recognise(data, settings.name, where))
    if name == TEXT:
        return (read_source(data, settings, context=context, report=report),)

    from docforge.plugins import load_reader

    given, _ = _given(data, where, context)
    reader = load_reader(name)
    report.add("DF-R150", format=reader.name)
    digest = hashlib.sha256(given).hexdigest()
    read: list[Source | Article] = []
    for item in reader.read(given, encoding=settings.encoding, where=where, report=report):
        if isinstance(item, Article):
            read.append(item)
            continue
        info = SourceInfo(
            settings.name, item.encoding, item.encoding_rule, reader.media_type, digest, len(given), item.offset
        )
        source = _source(item.text, info, where, context, report, plain=is_plain(item.text), alone=False)
        passages = _with_kept_lines(source, item.marks)
        read.append(replace(source, passages=passages, metadata=item.metadata, marks=item.marks))
    if not read:
        raise InputError(f"input has no article{where}: give a file with an article in it")
    return tuple(read)


def _with_kept_lines(source: Source, marks: tuple[Mark, ...]) -> tuple[Passage, ...]:
    """Return the passages with those of a table or verse that the format marks as such made one."""
    spans = iter([mark.span for mark in marks if mark.kind == "preformatted"])
    span = next(spans, None)
    out: list[Passage] = []
    for passage in source.passages:
        while span is not None and span.end <= passage.span.start:
            span = next(spans, None)
        if span is None or passage.span not in span:
            out.append(passage)
        elif not out or out[-1].span != span:
            text = safe_text(span.of(source.text))
            out.append(replace(passage, text=text, span=span, offsets=OffsetMap(((0, span.start),)), preformatted=True))
        else:
            out[-1] = replace(out[-1], last_line=passage.last_line)
    return tuple(out)


def part_of(source: Source, span: Span, *, context: Context, report: Report) -> Source:
    """Return the story at *span* of *source* as a source of its own; ``info.offset`` keeps its place.

    Diagnostics: DF-R120 and DF-R121 on front matter of that story.
    """
    info = replace(source.info, offset=source.info.offset + span.start)
    text = span.of(source.text)
    return _source(text, info, _where(ReadSettings(source.info.name)), context, report, plain=is_plain(text))


def _where(settings: ReadSettings) -> str:
    shown = display_name(settings.name)
    return f" ({shown})" if shown else ""


def _given(data: bytes | str, where: str, context: Context) -> tuple[bytes, int]:
    """Return the bytes of *data* and the count of unpaired surrogates in it; refuse what is too large."""
    given, marred = _as_bytes(data)
    if len(given) > context.limits.input_bytes:
        limit = context.limits.input_bytes // 1_048_576
        raise LimitError(f"input is larger than {limit} MiB{where}: split it into smaller files")
    return given, marred


def _source(
    text: str, info: SourceInfo, where: str, context: Context, report: Report, *, plain: bool, alone: bool = True
) -> Source:
    """Segment decoded text, *plain* or not; only one that stands *alone*, in no other format, may have front matter."""
    safe = text if plain else safe_text(text)
    if _VISIBLE.search(text) is None:
        raise InputError(f"input has no text{where}: give a file with an article in it")
    _report_changes(text, safe, report)
    front = parse_front_matter(text, safe, report=report) if alone else None
    start = front.span.end if front else 0
    if quoted := count_quoted(text, safe, start):
        report.add("DF-R106", count=quoted)
    starts, passages = segment(text, safe, start, plain=plain)
    if len(passages) > context.limits.passages:
        raise LimitError(
            f"input has more than {context.limits.passages} paragraphs{where}: split it into smaller files"
        )
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
