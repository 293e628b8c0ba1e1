# SPDX-License-Identifier: Apache-2.0
"""Which characters may enter a document, decided in one place.

Every string that reaches a writer has passed ``safe_text``: article text (in ``read``),
and titles, names and overrides that come from the command line or from settings.
"""

from __future__ import annotations

import re

from docforge.patterns import DIRECTIONS

__all__ = ["REPLACEMENT", "display_name", "escape_xml", "is_plain", "is_plain_utf8", "is_safe", "one_line", "safe_text"]

REPLACEMENT = "\ufffd"

# XML 1.0 (fifth edition), 2.2 Char, less what UAX #9 and Unicode 23.7 call noncharacters:
# C0 controls but TAB and LF, DEL and the C1 controls, surrogates, U+FDD0..FDEF and U+xxFFFE/F are kept out.
_NONCHARACTERS = "".join(f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(17))
_UNSAFE = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufdd0-\\ufdef" + _NONCHARACTERS + "]")
_LEADS = {
    0xC2: re.compile(b"\xc2[\x80-\x9f]"),
    0xED: re.compile(b"\xed[\xa0-\xbf]"),
    0xEF: re.compile(b"\xef(?:\xb7[\x90-\xaf]|\xbf[\xbe\xbf])"),
    **{lead: re.compile(b"%c[\x8f\x9f\xaf\xbf]\xbf[\xbe\xbf]" % lead) for lead in range(0xF0, 0xF5)},
}
"""What is unsafe beyond ASCII, by its first byte in UTF-8: C1 controls, surrogates, noncharacters."""
_PLAIN_BYTES = bytes(
    byte for byte in range(256) if byte not in _LEADS and (byte in b"\t\n" or (byte >= 0x20 and byte != 0x7F))
)
"""Bytes of UTF-8 that no unsafe character begins with."""

_DIRECTION = re.compile(f"[{DIRECTIONS}]")
# Controls, what turns the direction, and line separators.
_NOT_FOR_TERMINALS = re.compile(f"[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029{DIRECTIONS}\\ud800-\\udfff]")


def safe_text(text: str) -> str:
    """Return *text* with each character that no document may hold replaced by U+FFFD.

    The length never changes, so offsets into *text* stay valid.  TAB and LF are kept.

    Rule: XML 1.0 section 2.2 ``Char``; The Unicode Standard 23.7 (noncharacters).
    """
    return text if is_safe(text) else _UNSAFE.sub(REPLACEMENT, text)


def is_safe(text: str) -> bool:
    """Say whether ``safe_text(text)`` would change nothing."""
    # Bytes are sifted many times as fast as characters are looked up in a class.
    data = text.encode("utf-8", "surrogatepass")
    leads = set(data.translate(None, _PLAIN_BYTES))
    return leads <= _LEADS.keys() and not any(_LEADS[lead].search(data) for lead in leads)


_COMMON = b"\t\n" + bytes(range(0x20, 0x7F)) + bytes(range(0x80, 0xCC)) + b"\xe2"
"""Bytes of ASCII without controls, of letters below U+0300, and of punctuation."""
_UNCOMMON = re.compile(b"\xe2(?!\x80[\x90-\xbf]|\x82\xac)")
"""What else the last may begin: all but U+2010..203F and the sign of the euro."""
_HEAD = 200
"""Bytes that tell the alphabet of most texts."""


def is_plain(text: str) -> bool:
    """Say whether *text* holds only letters below U+0300, ASCII and common punctuation, tabs and line feeds.

    Such a text is safe, in NFC, and nothing in it is wide: three questions answered in one.
    """
    return is_plain_utf8(text.encode("utf-8", "surrogatepass"))


def is_plain_utf8(data: bytes) -> bool:
    """Say what ``is_plain`` says of the text that *data* is in UTF-8."""
    if data[:_HEAD].translate(None, _COMMON) or data.translate(None, _COMMON):
        return False
    if 0xC2 in data and _LEADS[0xC2].search(data) is not None:
        return False
    return 0xE2 not in data or _UNCOMMON.search(data) is None


def display_name(name: str) -> str:
    """Return *name* fit for a message on a terminal, in at most 200 characters.

    Control and bidi-control characters are shown as ``\\uXXXX``; all other characters,
    non-Latin letters among them, stay.

    Rule: Unicode Technical Report #36, 2.5 (bidirectional text spoofing).
    """
    shown = _NOT_FOR_TERMINALS.sub(lambda match: f"\\u{ord(match.group()):04x}", name)
    return shown if len(shown) <= 200 else shown[:150] + "…" + shown[-49:]


def one_line(text: str, most: int) -> str:
    """Return *text* as one line of at most *most* characters that no document has to refuse and nothing turns about."""
    line = " ".join(_DIRECTION.sub("", safe_text(text)).split())
    return line if len(line) <= most else line[: most - 1] + "…"


def escape_xml(text: str) -> str:
    """Return *text* fit for XML element content and for attribute values in double quotes.

    Ours and not the standard library's, because ``xml.sax.saxutils`` imports an HTTP client.

    Rule: XML 1.0 section 2.4.
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
