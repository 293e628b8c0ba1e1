# SPDX-License-Identifier: Apache-2.0
"""What a detector hands to the resolver: a reading of one piece of text with a score and its evidence.

A detector decides nothing for another: a candidate claims a part of one passage, and the resolver decides between
them.  Some weigh what another hands in, always in one direction (``crosshead``, ``deck``, ``kicker`` and ``body`` ask
for headlines, ``crosshead`` for furniture too, ``marked_bylines`` for credits), and what each finds is worked out once.
Scores rank readings of the same text, 0 to 1; they are no probabilities.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

from docforge.detect.survey import Survey
from docforge.model import Evidence

__all__ = ["Candidate", "Detector", "Part"]


_NO_FIELDS: Mapping[str, Any] = MappingProxyType({})


class Part(NamedTuple):
    """One piece of a passage with its own kind: ``[start, end)`` in the passage's text."""

    kind: str
    """A key of ``model.BLOCK_KINDS``."""
    start: int
    end: int
    fields: Mapping[str, Any] = _NO_FIELDS
    """Arguments for the block class, beyond those every block has; offsets are into the passage's text."""


class Candidate(NamedTuple):
    """One reading of one passage: as a whole, or as parts that cover it in order.

    ``kind`` is what the passage counts as in the position grammar; ``parts`` are what it becomes.
    """

    kind: str
    passage: int
    """Index into ``Source.passages``."""
    score: float
    rule: str
    note: str = ""
    fields: Mapping[str, Any] = _NO_FIELDS
    parts: tuple[Part, ...] = ()
    """Empty: the whole passage is one block of ``kind``."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The reason as blocks carry it."""
        return _evidence(self.rule, self.note)


@lru_cache(maxsize=1024)
def _evidence(rule: str, note: str) -> tuple[Evidence, ...]:
    """Return one value for all candidates with the same reason: most paragraphs of an article have it in common."""
    return (Evidence(rule, note),)


class Detector(Protocol):
    """A function from the surveyed source to candidates, in any order, several for a passage if need be."""

    def __call__(self, survey: Survey) -> list[Candidate]:
        """Return what this detector sees."""
        ...
