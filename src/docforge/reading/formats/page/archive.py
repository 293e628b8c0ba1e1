# SPDX-License-Identifier: Apache-2.0
"""A page saved with all that belongs to it in one file: MHTML (RFC 2557) and Safari's web archive.

Comes in: bytes.  Goes out: the page itself and the encoding that its wrapper names; pictures and styles are left.
"""

from __future__ import annotations

from docforge.errors import InputError

__all__ = ["is_web_archive", "unwrapped"]

_PLIST = b"bplist00"
_MIME = (b"snapshot-content-location:", b"multipart/related")
_HEAD = 4_096


def is_web_archive(head: bytes) -> bool:
    """Say whether the first bytes of a file are those of a page saved in one file."""
    if head.startswith(_PLIST):
        return b"WebMainResource" in head
    lower = head[:_HEAD].lower()
    return b"mime-version:" in lower and _MIME[1] in lower and (_MIME[0] in lower or b"<saved by" in lower)


def unwrapped(data: bytes, where: str) -> tuple[bytes, str | None]:
    """Return the page in *data* and its encoding, if its wrapper names one; *data* itself where it has no wrapper.

    Raises:
        InputError: the wrapper is damaged, or holds no page.
    """
    if data.startswith(_PLIST):
        return _of_plist(data, where)
    if not data.lstrip()[:1].isalpha() or b"mime-version:" not in data[:_HEAD].lower():
        return data, None
    from email import message_from_bytes

    for part in message_from_bytes(data).walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                return page, part.get_content_charset()
    raise InputError(f"the saved page holds no HTML{where}: save it again, as a complete page or as one file")


def _of_plist(data: bytes, where: str) -> tuple[bytes, str | None]:
    import plistlib

    try:
        main = plistlib.loads(data)["WebMainResource"]
        page, encoding = main["WebResourceData"], main.get("WebResourceTextEncodingName")
    except (plistlib.InvalidFileException, KeyError, TypeError, ValueError, AttributeError, RecursionError):
        page, encoding = None, None
    if not isinstance(page, bytes):
        raise InputError(f"the web archive holds no page{where}: save it again, as page source or as a web archive")
    return page, encoding if isinstance(encoding, str) else None
