# SPDX-License-Identifier: Apache-2.0
"""What stages may ask of the world: the clock and the limits.

A stage is a pure function of its input and a ``Context``.  ``Context.from_environment()``
serves the command line, ``Context.fixed()`` serves tests.
"""

from __future__ import annotations

import os
from dataclasses import field
from datetime import UTC, datetime

from docforge.errors import UsageError
from docforge.records import dataclass

__all__ = ["UNDATED", "Context", "Limits"]

UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
"""The moment written where a format demands one (EPUB ``dcterms:modified``) and neither
SOURCE_DATE_EPOCH nor the article gives it: the same input must give the same bytes."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes beyond which input is refused (``LimitError``, exit 4) rather than tried."""

    input_bytes: int = 64 * 1024 * 1024
    """One input, in bytes as stored."""
    passages: int = 2_000_000
    """Paragraph-like units in one input."""
    title_characters: int = 300
    """Longest headline that becomes a document title; longer ones are cut there only."""
    image_pixels: int = 25_000_000
    """Width times height of one picture."""
    image_bytes: int = 20 * 1024 * 1024
    """One picture, in bytes as stored."""
    template_bytes: int = 50 * 1024 * 1024
    """A reference document, unpacked."""
    pack_articles: int = 20_000
    """Articles in one pack."""
    pdf_pages: int = 100_000
    """Pages of one PDF."""


@dataclass(frozen=True, slots=True)
class Context:
    """The clock and the limits, handed to every stage."""

    epoch: int | None = None
    """SOURCE_DATE_EPOCH in seconds, or None."""
    limits: Limits = field(default_factory=Limits)

    @classmethod
    def from_environment(cls, limits: Limits | None = None) -> Context:
        """Read SOURCE_DATE_EPOCH from the environment.

        Raises:
            UsageError: SOURCE_DATE_EPOCH is not a whole number of seconds in the years 1970 to 9999.

        Rule: reproducible-builds.org, SOURCE_DATE_EPOCH specification 1.1.
        """
        raw = os.environ.get("SOURCE_DATE_EPOCH")
        if raw is None or raw == "":
            return cls(None, limits or Limits())
        if not (raw.isascii() and raw.isdigit()) or int(raw[:13]) > 253_402_300_799 or len(raw) > 12:
            raise UsageError(f"SOURCE_DATE_EPOCH is {raw[:20]!r}: give whole seconds since 1970-01-01 or unset it")
        return cls(int(raw), limits or Limits())

    @classmethod
    def fixed(cls, epoch: int = 1_663_113_600) -> Context:
        """A context for tests: the clock stands at *epoch* (2022-09-14 by default)."""
        return cls(epoch)

    def now(self) -> datetime | None:
        """The build moment in UTC when SOURCE_DATE_EPOCH gives one, else None.

        docforge never writes the wall clock into a document: the same input, options
        and version give the same bytes.
        """
        return None if self.epoch is None else datetime.fromtimestamp(self.epoch, UTC)
