# SPDX-License-Identifier: Apache-2.0
"""What a dateline tells: place, region, date, agency, correspondents, with the rule by which it was read."""

from __future__ import annotations

from docforge.model import PartialDate
from docforge.records import dataclass

__all__ = ["ParsedDateline"]


@dataclass(frozen=True, slots=True)
class ParsedDateline:
    """A dateline read from the head of a text; offsets are into that text, half-open."""

    start: int
    end: int
    place: str | None = None
    region: str | None = None
    date: PartialDate | None = None
    agency: str | None = None
    correspondents: tuple[str, ...] = ()
    rule: str = ""
    score: float = 0.0
    note: str = ""
