# SPDX-License-Identifier: Apache-2.0
"""A mail with an article in it: RFC 5322 and MIME, through the standard library.

The plain text is preferred to its HTML twin; attachments are named, not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any

from docforge.diagnostics import Report
from docforge.errors import EncodingError, InputError, UsageError
from docforge.model import Article
from docforge.reading.formats import Assembly, NewsItem, flat, language_of, report_unused
from docforge.reading.formats.blocks import pieces_of
from docforge.reading.formats.xml import parse_html

__all__ = ["EmlReader"]

_REPLIES = re.compile(
    r"(?:\s{0,4}(?:re|aw|sv|vs|antw|odp|rif|res|ynt|отв|fwd?|wg|tr|rv|vb|vl|enc|i|ilt|пересл|回复|回覆|转发|轉寄|答复)(?:\s?\[\d{1,3}\])?\s?[:：])+\s{0,4}",
    re.IGNORECASE,
)
"""Marks of answers and of passing on, as mail programs in many languages put them before the subject."""
_MOST_PARTS = 1_000
_SPOKEN = frozenset({"reply-to", "organization", "comments", "importance", "sensitivity", "to", "cc"})


class EmlReader:
    """One mail (``.eml``)."""

    name = "eml"
    extensions = (".eml",)
    media_type = "message/rfc822"

    def read(self, data: bytes, *, encoding: str | None, where: str, report: Report) -> tuple[NewsItem | Article, ...]:
        """Return the mail's text as one item."""
        try:
            mail = message_from_bytes(data, policy=policy.compat32)
            parts = list(_leaves(mail))
        except (RecursionError, ValueError, LookupError, TypeError, AttributeError):
            raise InputError(f"input is a damaged mail{where}: save it anew, or --from text") from None
        texts = [p for p in parts if _is_text(p)]
        plain = [p for p in texts if p.get_content_subtype() != "html"]
        bodies = plain or texts
        read = [(p, *_decoded(p, encoding, where, report)) for p in bodies]
        if not any(text.strip() for _, text, _ in read):
            bodies = [p for p in texts if p not in bodies]
            read = [(p, *_decoded(p, encoding, where, report)) for p in bodies]
        if not any(text.strip() for _, text, _ in read):
            raise InputError(f"the mail has no text{where}: give the attachment with the article itself")
        page = Assembly()
        lines: list[tuple[str, str]] = []
        for part, text, _ in read:
            lines += _html(text) if part.get_content_subtype() == "html" else [(_unflowed(part, text), "")]
        _add_subject(page, _header(mail, "subject"), lines)
        for text, kind in lines:
            page.add(text, kind, "eml.html" if kind else "")
        _report(mail, parts, bodies, report)
        item = page.item(_metadata(mail), read[0][2], "declared")
        return (item,)


def _leaves(mail: Message[Any, Any]) -> Iterator[Message[Any, Any]]:
    """The parts that hold content, in order; a mail inside the mail counts as one."""
    open_parts, count = [mail], 0
    while open_parts:
        part = open_parts.pop()
        count += 1
        if count > _MOST_PARTS:
            raise ValueError("too many parts")
        content = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(content, list):
            open_parts.extend(p for p in reversed(content) if isinstance(p, Message))
        else:
            yield part


def _is_text(part: Message[Any, Any]) -> bool:
    return part.get_content_type() in ("text/plain", "text/html", "text/enriched") and (
        part.get_content_disposition() != "attachment"
    )


def _decoded(part: Message[Any, Any], encoding: str | None, where: str, report: Report) -> tuple[str, str]:
    """Text and codec of a part: the user's word, what the part declares, else what the bytes say."""
    from docforge.reading.decode import decode

    content = part.get_payload(decode=True)
    raw = content if isinstance(content, bytes) else b""
    declared = encoding or part.get_content_charset()
    if not raw:
        return "", "utf-8"
    if declared and (encoding or declared not in ("us-ascii", "ascii", "unknown-8bit")):
        try:
            decoded = decode(raw, declared, where, report=report)
            return decoded.text, decoded.encoding
        except (EncodingError, UsageError):
            if encoding:
                raise
    decoded = decode(raw, None, where, report=report)
    return decoded.text, decoded.encoding


def _unflowed(part: Message[Any, Any], text: str) -> str:
    """Join what ``format=flowed`` broke (RFC 3676, 4.2 and 4.5)."""
    if str(part.get_param("format", "")).lower() != "flowed":
        return text
    tight = str(part.get_param("delsp", "")).lower() == "yes"
    out: list[str] = []
    for line in re.split(r"\r\n|\r|\n", text):
        if out and out[-1].endswith(" ") and out[-1] != "-- " and not line.startswith(">"):
            out[-1] = (out[-1][:-1] if tight else out[-1]) + line.removeprefix(" ")
        else:
            out.append(line)
    return "\n".join(line if line == "-- " else line.rstrip(" ") for line in out)


def _html(markup: str) -> list[tuple[str, str]]:
    root = parse_html(markup)
    return [(p.text, p.kind) for p in pieces_of(root)] if root is not None else []


def _header(mail: Message[Any, Any], name: str) -> str:
    """Return a field decoded (RFC 2047), in one line; as written where it cannot be."""
    value = mail.get(name)
    if value is None:
        return ""
    try:
        text = str(make_header(decode_header(str(value))))
    except (ValueError, LookupError, AttributeError, IndexError):
        text = str(value)
    return " ".join(text.split())


def _add_subject(page: Assembly, subject: str, lines: list[tuple[str, str]]) -> None:
    """The subject is the headline, unless the text says it itself."""
    headline = _REPLIES.sub("", subject, count=1) if _REPLIES.match(subject) else subject
    first = next((line for text, _ in lines for line in text.splitlines() if line.strip()), "")
    whole = flat("\n".join(text for text, _ in lines))
    if headline and flat(headline) != flat(first) and flat(headline) not in whole[:2_000]:
        page.add(headline, "headline", "eml.subject")


def _metadata(mail: Message[Any, Any]) -> dict[str, str]:
    name, address = parseaddr(_header(mail, "from"))
    keywords = [k.strip() for value in mail.get_all("keywords", []) for k in str(value).split(",") if k.strip()]
    return {
        "language": language_of(_header(mail, "content-language").split(",")[0]),
        "date": _date(mail),
        "source": name or address,
        "keywords": ", ".join(dict.fromkeys(keywords)),
    }


def _date(mail: Message[Any, Any]) -> str:
    """The day on which the mail was written, in the sender's own zone."""
    try:
        return parsedate_to_datetime(_header(mail, "date")).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _report(
    mail: Message[Any, Any], parts: list[Message[Any, Any]], used: list[Message[Any, Any]], report: Report
) -> None:
    left: list[str] = []
    unused: list[str] = []
    for part in parts:
        if part in used:
            continue
        kind = part.get_content_type()
        twin = _is_text(part)
        try:
            name = part.get_filename() or ""
        except (ValueError, LookupError, TypeError):
            name = ""
        label = f"{'alternative' if twin else 'attachment'} {kind}" + (
            f" ‘{' '.join(name.split())[:60]}’" if name else ""
        )
        (unused if twin else left).append(label)
    unused += [name for name in dict.fromkeys(k.lower() for k in mail.keys()) if name in _SPOKEN]  # noqa: SIM118
    subject = _header(mail, "subject")
    mark = _REPLIES.match(subject)
    if mark:
        unused.append(f"subject mark ‘{mark[0].strip()}’")
    if mail.get("date") and not _date(mail):
        unused.append("date")
    report_unused(report, "DF-R152", "eml", left)
    report_unused(report, "DF-R151", "eml", unused)
