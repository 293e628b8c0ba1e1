# SPDX-License-Identifier: Apache-2.0
"""Which characters may enter a document, decided in one place.

Every string that reaches a writer has passed ``safe_text``: article text (in ``read``),
and titles, names and overrides that come from the command line or from settings.
"""

from __future__ import annotations

import re

__all__ = ["REPLACEMENT", "display_name", "escape_xml", "is_safe", "safe_text"]

REPLACEMENT = "\ufffd"

# XML 1.0 (fifth edition), 2.2 Char, less what UAX #9 and Unicode 23.7 call noncharacters:
# C0 controls but TAB and LF, DEL and the C1 controls, surrogates, U+FDD0..FDEF and U+xxFFFE/F are kept out.
_NONCHARACTERS = "".join(f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(17))
_UNSAFE = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufdd0-\\ufdef" + _NONCHARACTERS + "]")
_SAFE_UNPRINTED = "\n\t\u00a0\u00ad\u2009\u200b\u200c\u200d\u200e\u200f\u202f\u3000\ufeff"
"""What ``str.isprintable`` refuses and articles often hold: blanks, joiners, direction marks."""

# Controls, bidi embedding, override and isolate characters, and line separators.
_NOT_FOR_TERMINALS = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ud800-\\udfff]"
)


def safe_text(text: str) -> str:
    """Return *text* with each character that no document may hold replaced by U+FFFD.

    The length never changes, so offsets into *text* stay valid.  TAB and LF are kept.

    Rule: XML 1.0 section 2.2 ``Char``; The Unicode Standard 23.7 (noncharacters).
    """
    return text if is_safe(text) else _UNSAFE.sub(REPLACEMENT, text)


def is_safe(text: str) -> bool:
    """Say whether ``safe_text(text)`` would change nothing."""
    rest = text
    for character in _SAFE_UNPRINTED:
        rest = rest.replace(character, "")
    # All that is unsafe is not printable either (general category C), and the test for that is ten times as quick.
    return rest.isprintable() or _UNSAFE.search(rest) is None


def display_name(name: str) -> str:
    """Return *name* fit for a message on a terminal, in at most 200 characters.

    Control and bidi-control characters are shown as ``\\uXXXX``; all other characters,
    non-Latin letters among them, stay.

    Rule: Unicode Technical Report #36, 2.5 (bidirectional text spoofing).
    """
    shown = _NOT_FOR_TERMINALS.sub(lambda match: f"\\u{ord(match.group()):04x}", name)
    return shown if len(shown) <= 200 else shown[:150] + "…" + shown[-49:]


def escape_xml(text: str) -> str:
    """Return *text* fit for XML element content and for attribute values in double quotes.

    Ours and not the standard library's, because ``xml.sax.saxutils`` imports an HTTP client.

    Rule: XML 1.0 section 2.4.
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
