# SPDX-License-Identifier: Apache-2.0
"""Which format an input is in, by its first bytes and the ending of its name.

Every input passes here, so it is cheap: few comparisons for text, and no expression that could run away.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Any

from docforge.errors import InputError
from docforge.reading.formats.page.archive import is_web_archive

__all__ = ["TEXT", "recognise"]

TEXT = "text"
"""The format of files that are nothing else."""

_HEAD_BYTES = 8_192
_BY_ENDING = {
    ".eml": "eml", ".html": "html", ".htm": "html", ".xhtml": "html", ".mhtml": "html", ".mht": "html", ".nitf": "nitf",
}  # fmt: skip
_NITF = re.compile(rb"<(?:\w{1,20}:)?nitf[\s/>]")
_HTML = re.compile(rb"<(?:!doctype\s+)?html[\s>]", re.IGNORECASE)
_ROOT = re.compile(rb"<([A-Za-z][\w:.-]{0,60})")
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
    if is_web_archive(data[:_HEAD_BYTES]):
        return "html"
    if _is_mail(head):
        return "html" if ending in (".mht", ".mhtml") else "eml"
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
    is_xml = head.startswith(b"<?xml")
    head = _from_first_tag(head)
    if _HTML.match(head):
        return "html"
    if head.lower().startswith(b"<!doctype"):
        head = head[head.find(b">") + 1 :].lstrip()
    root = _ROOT.match(_from_first_tag(head))
    if root is None or not is_xml or ending not in (".xml", ".nitf"):
        return None
    tag = root[1].decode("ascii", "replace")
    raise InputError(
        f"input is XML with the root <{tag}>, which no reader takes{where}: give NITF, or --from text to take it as is"
    )


def _from_first_tag(head: bytes) -> bytes:
    """Return *head* without the XML declaration, processing instructions and comments that it opens with."""
    while True:
        head = head.lstrip()
        closing = b"?>" if head.startswith(b"<?") else b"-->" if head.startswith(b"<!--") else b""
        end = head.find(closing) if closing else -1
        if end < 0:
            return head
        head = head[end + len(closing) :]


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
