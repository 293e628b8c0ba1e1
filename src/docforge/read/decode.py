# SPDX-License-Identifier: Apache-2.0
"""Bytes -> text: which encoding, on what evidence, or a refusal that names the likely ones."""

from __future__ import annotations

from dataclasses import dataclass

from docforge.diagnostics import Report
from docforge.errors import EncodingError

__all__ = ["Decoded", "decode"]


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and how it was had from the bytes."""

    text: str
    encoding: str
    """Python codec name."""
    rule: str
    """See ``SourceInfo.encoding_rule``."""


def decode(data: bytes, encoding: str | None, where: str, *, report: Report) -> Decoded:
    """Decode *data*."""
    try:
        if encoding:
            return Decoded(data.decode(encoding).removeprefix("\ufeff"), encoding, "option")
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return Decoded(data.decode("utf-16"), "utf-16", "bom")
        return Decoded(data.decode("utf-8-sig"), "utf-8", "utf-8")
    except (UnicodeDecodeError, LookupError) as error:
        raise EncodingError(f"cannot tell the encoding{where}: name it with --encoding") from error
