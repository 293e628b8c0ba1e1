# SPDX-License-Identifier: Apache-2.0
"""Crossheads: short headings inside the body.

Comes in: a ``Survey``.  Goes out: candidates of kind ``crosshead`` for short lines without a sentence end that stand
between running text; a heading echoes the text below it, a link to another story stands in a run of its like.
"""

from __future__ import annotations

import re

from docforge.detect.candidate import Candidate
from docforge.detect.clutter import is_furniture_phrase, is_link_label
from docforge.detect.survey import Look, Survey

__all__ = ["find_crossheads"]

_STAR = re.compile(r"\s*(?:\*\*|##+\s|===?)")


def find_crossheads(survey: Survey) -> list[Candidate]:
    """Return one candidate for each line that may head the text below it."""
    return [c for look in survey.looks[1:] if (c := _crosshead(survey, look)) is not None]


def _at(survey: Survey, index: int) -> Look | None:
    return survey.looks[index] if 0 <= index < len(survey.looks) else None


def _crosshead(survey: Survey, look: Look) -> Candidate | None:
    if look.columns > 130 or look.words > 18 or is_furniture_phrase(look):
        return None
    last = look.text.rstrip()[-1:]
    if (last in ".。,;،" and not look.text.rstrip().endswith(("...", "…"))) or look.prose >= 0.85:
        return None
    before, after = _at(survey, look.index - 1), _at(survey, look.index + 1)
    if after is None:
        return None
    score = 0.4
    notes = []
    if after.prose >= 0.68:
        score += 0.22
        notes.append("running text below")
    if before is not None and before.prose >= 0.68:
        score += 0.12
        notes.append("and above")
    if look.columns <= 60:
        score += 0.08
    elif look.columns > 90:
        score -= 0.14
    echo = survey.echo(look.text)
    score += 0.12 * echo
    if before is not None and is_link_label(before):
        score -= 0.3
    if any(c.isdigit() for c in look.text) and any(d.precision == "day" for d in survey.dates(look.index)):
        score -= 0.2
    if last in ":：":
        score -= 0.1
    if _STAR.match(look.text):
        score += 0.2
        notes.append("marked as a heading")
    return Candidate(
        "crosshead", look.index, score, "crosshead.between-paragraphs", ", ".join(notes) or "a short line in the body"
    )
