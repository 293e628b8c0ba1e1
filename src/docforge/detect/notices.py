# SPDX-License-Identifier: Apache-2.0
"""Notices of a page about itself above and below the text: what it stores, who may comment, what it asks of a browser.

Comes in: a ``Survey``.  Goes out: the passages that are such notices.  They read like text, and words of theirs give
them away (``cookies``, ``reCAPTCHA``); a text that tells of these holds more of them than a page shows.
"""

from __future__ import annotations

from collections.abc import Iterable

from docforge.detect.look import Look
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import phrases
from docforge.patterns import lazily

__all__ = ["noticed"]

_EDGE = 6
"""Passages of running text at either end of the page among which notices stand."""
_MOST = 3
"""Passages with such words at most; more of them are a text about it."""
_WORD = lazily(r"[^\W\d_]{4,30}")


def noticed(survey: Survey) -> frozenset[int]:
    """Return the notices of the page in a row from its first and from its last running text; worked out once."""
    known: frozenset[int] | None = survey.memo.get("noticed")
    if known is None:
        looks = survey.running()
        first = _in_a_row(looks[:_EDGE])
        last = _in_a_row(reversed(looks[-_EDGE:]))
        told = sum(map(_is_notice, looks[_EDGE:-_EDGE])) + len(first | last)
        known = survey.memo["noticed"] = first | last if 0 < told <= _MOST < len(looks) else frozenset()
    return known


def _in_a_row(looks: Iterable[Look]) -> frozenset[int]:
    """Return the first of *looks* as far as they are notices."""
    found = set()
    for look in looks:
        if not _is_notice(look):
            break
        found.add(look.index)
    return frozenset(found)


def _is_notice(look: Look) -> bool:
    words = phrases("clutter", "notice")
    return any(match.group() in words for match in _WORD.finditer(look.text.casefold()))
