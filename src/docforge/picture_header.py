# SPDX-License-Identifier: Apache-2.0
"""The heads of PNG, JPEG and WebP files: format and size, told from the first bytes without decoding anything.

What a file is called does not count, and a size is known before any memory is taken for its pixels.

Rules: ISO/IEC 15948 (PNG), 5.2 and 11.2.2; ISO/IEC 10918-1 (JPEG), annex B; RFC 9649 (WebP), section 2.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Measured", "jpeg_segments", "measure"]

# Start-of-frame markers: SOF0 to SOF15 without DHT (C4), JPG (C8) and DAC (CC).
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers without a length: TEM and the restarts."""
_SCAN = 0xDA


class Measured(NamedTuple):
    """What the head of a picture file says."""

    media_type: str
    """``image/png``, ``image/jpeg`` or ``image/webp``."""
    width_px: int
    height_px: int


def measure(data: bytes) -> Measured | None:
    """Return format and size of the picture file *data*, or None where it is none of the three or its head is broken.

    The size is that of the stored pixels, before any turning that metadata asks for.
    """
    if data[:8] == b"\x89PNG\r\n\x1a\n" and data[12:16] == b"IHDR" and len(data) >= 33:
        return _measured("image/png", int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big"))
    if data[:3] == b"\xff\xd8\xff":
        for marker, start, end in jpeg_segments(data):
            if marker in _FRAMES and end - start >= 6:
                height, width = data[start + 1 : start + 3], data[start + 3 : start + 5]
                return _measured("image/jpeg", int.from_bytes(width, "big"), int.from_bytes(height, "big"))
        return None
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP" and len(data) >= 30:
        return _measured("image/webp", *_webp_size(data))
    return None


def _measured(media_type: str, width: int, height: int) -> Measured | None:
    return Measured(media_type, width, height) if width > 0 and height > 0 else None


def _webp_size(data: bytes) -> tuple[int, int]:
    kind = data[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if kind == b"VP8L" and data[20] == 0x2F:
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        return int.from_bytes(data[26:28], "little") & 0x3FFF, int.from_bytes(data[28:30], "little") & 0x3FFF
    return 0, 0


def jpeg_segments(data: bytes) -> list[tuple[int, int, int]]:
    """Return (marker, start of the content, its end) of each segment of a JPEG up to its first scan, in order.

    The scan's own head is the last; what follows it is entropy-coded.
    """
    found: list[tuple[int, int, int]] = []
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            break
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if marker in _BARE:
            at += 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if length < 2 or at + 2 + length > len(data):
            break
        found.append((marker, at + 4, at + 2 + length))
        if marker == _SCAN:
            break
        at += 2 + length
    return found
