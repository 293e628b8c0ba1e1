# SPDX-License-Identifier: Apache-2.0
"""What articles come wrapped in: ninjs, NITF, IPTC 7901, mail, web pages, and docforge's own JSON.

``recognise`` says which it is; a ``Reader`` takes bytes and gives ``NewsItem`` values: the text as a reader sees it,
what the format says of its parts (``model.Mark``) and of the article (metadata).  What a wrapper holds beyond that is
reported, never dropped in silence.  Readers open no files, fetch nothing and know nothing of detection.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Protocol

from docforge.diagnostics import Report
from docforge.errors import InputError
from docforge.model import Article, Mark, Span

__all__ = ["TEXT", "Assembly", "NewsItem", "Reader", "iso_day", "language_of", "recognise", "report_unused"]

TEXT = "text"
"""The format of files that are nothing else."""


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


# -- which format ----------------------------------------------------------------------------

_HEAD_BYTES = 8_192
_BY_ENDING = {".eml": "eml", ".html": "html", ".htm": "html", ".xhtml": "html", ".nitf": "nitf"}
_NITF = re.compile(rb"<(?:\w{1,20}:)?nitf[\s/>]")
_HTML = re.compile(
    rb"(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*(?:<!doctype\s+html[\s>]|<html[\s>])",
    re.DOTALL | re.IGNORECASE,
)
_ROOT = re.compile(
    rb"(?:<\?xml[^>]{0,200}>\s*)(?:<!--.{0,2000}?-->\s*|<!DOCTYPE[^>]{0,500}>\s*)*<([A-Za-z][\w:.-]{0,60})", re.DOTALL
)
_WIRE = re.compile(rb"[\x00\r\n ]{0,8}\x01[ -~]{4,120}\r?\n")
# RFC 5322, 2.2: a field name is printable ASCII without a colon; a line that starts with white space goes on.
_FIELD = re.compile(rb"([!-9;-~]{1,60}):[ \t]?[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n")
_MAIL_FIELDS = frozenset({b"from", b"to", b"subject", b"date"})
_MAIL_TRACES = frozenset(
    {b"message-id", b"mime-version", b"received", b"return-path", b"content-type", b"delivered-to"}
)


def recognise(data: bytes, name: str, where: str) -> str:
    """Return the name of the reader for *data*, by its first bytes and by the ending of *name*.

    Raises:
        InputError: the ending promises JSON or XML, but of a kind that no reader takes.
    """
    ending = PurePath(name).suffix.lower()
    head = data[:_HEAD_BYTES].replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe")
    head = head.removeprefix(b"\xfe\xff").lstrip()
    if head.startswith(b"{"):
        return _json_kind(data, ending, where)
    if head.startswith(b"<"):
        found = _markup_kind(head, ending, where)
        if found is not None:
            return found
    if _WIRE.match(data):
        return "iptc7901"
    if _is_mail(head):
        return "eml"
    if ending == ".json":
        return _json_kind(data, ending, where)
    return _BY_ENDING.get(ending, TEXT)


def _json_kind(data: bytes, ending: str, where: str) -> str:
    """Tell docforge's own JSON, ninjs, and text that merely opens with a brace."""
    import json

    try:
        document = json.loads(data)
    except (ValueError, RecursionError) as error:
        if ending != ".json":
            return TEXT
        reason = "nested too deeply" if isinstance(error, RecursionError) else str(error).splitlines()[0][:120]
        raise InputError(f"input is not JSON{where}: {reason}; --from text takes the file as it stands") from None
    if isinstance(document, dict):
        if str(document.get("schema", "")).startswith("docforge-"):
            return "json"
        if _is_ninjs(document):
            return "ninjs"
    if ending != ".json":
        return TEXT
    raise InputError(
        f"input is JSON of an unknown kind{where}: give IPTC ninjs or docforge's own, or --from text to take it as is"
    )


def _is_ninjs(document: dict[str, Any]) -> bool:
    """IPTC ninjs: ``uri`` is its one required member, a headline or a body comes with every story."""
    names = {key.lower() for key in document}
    standard = document.get("standard")
    if isinstance(standard, dict) and standard.get("name") == "ninjs":
        return True
    has_text = any(n in ("headline", "headlines", "bodies", "associations") or n.startswith("body_") for n in names)
    return has_text and bool(names & {"uri", "type", "versioncreated", "representationtype"})


def _markup_kind(head: bytes, ending: str, where: str) -> str | None:
    if _NITF.search(head):
        return "nitf"
    if _HTML.match(head):
        return "html"
    root = _ROOT.match(head)
    if root is None or ending not in (".xml", ".nitf"):
        return None
    tag = root[1].decode("ascii", "replace")
    raise InputError(
        f"input is XML with the root <{tag}>, which no reader takes{where}: give NITF, or --from text to take it as is"
    )


def _is_mail(head: bytes) -> bool:
    """Say whether *head* opens with the fields of a mail, as RFC 5322 demands them, and traces of transport."""
    position, names = 0, set()
    if head.startswith(b"From ") and b"\n" in head:  # the line that mail programs write above a stored mail
        position = head.index(b"\n") + 1
    while (field := _FIELD.match(head, position)) is not None:
        names.add(field[1].lower())
        position = field.end()
    ends = position >= len(head) or head[position : position + 1] in (b"\r", b"\n")
    return len(names & _MAIL_FIELDS) >= 2 and bool(names & _MAIL_TRACES) and (ends or len(head) >= _HEAD_BYTES - 4)


# -- text with known parts -------------------------------------------------------------------

_SURROGATES = re.compile("[\ud800-\udfff]")
_RUNS = re.compile(r"[ \t\r\n\f]+")
_LINE_ENDS = re.compile(r"\r\n?")
_ONE_LINE = frozenset({"headline", "kicker", "subheadline", "byline", "crosshead"})


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
        text = _RUNS.sub(" ", text).strip() if kind in _ONE_LINE else re.sub(r"\A(?:[ \t]*\n)+|\s+\Z", "", text)
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
