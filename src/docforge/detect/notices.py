# SPDX-License-Identifier: Apache-2.0
"""Notices of a page about itself above and below the text: what it stores, who may comment, what it asks of a browser.

Comes in: a ``Survey``.  Goes out: the passages that are such notices.  They read like text, and words of theirs give
them away (``cookies``, ``reCAPTCHA``); a text that tells of these holds more of them than a page shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from docforge.detect.look import Look
from docforge.detect.survey import Survey
from docforge.detect.text_vocabulary import stands_in
from docforge.detect.vocabulary import phrases

__all__ = ["noticed"]

_EDGE = 6
"""Passages of running text at either end of the page among which notices stand."""
_MOST = 3
"""Passages with such words at most; more of them are a text about it."""


def noticed(survey: Survey) -> frozenset[int]:
    """Return the notices of the page in a row from its first and from its last running text; worked out once."""
    known: frozenset[int] | None = survey.memo.get("noticed")
    if known is None:
        known = survey.memo["noticed"] = _noticed(survey.running())
    return known


def _noticed(looks: Sequence[Look]) -> frozenset[int]:
    if len(looks) <= _MOST:
        return frozenset()
    edges = "\n".join([look.text for look in (*looks[:_EDGE], *looks[-_EDGE:])]).casefold()
    words = phrases("clutter", "notice")
    if not any(map(edges.__contains__, words)):
        return frozenset()
    holding = [look for look in looks if any(stands_in(word, look.text.casefold()) for word in words)]
    if len(holding) > _MOST:
        return frozenset()
    found = {look.index for look in holding}
    first = takewhile(found.__contains__, (look.index for look in looks))
    last = takewhile(found.__contains__, (look.index for look in reversed(looks)))
    return frozenset((*first, *last))
