# SPDX-License-Identifier: Apache-2.0
"""Headline, kicker and deck: what stands above the body.

Comes in: a ``Survey``.  Goes out: candidates of the kinds ``headline``, ``kicker`` and ``subheadline``.
A headline is told by its shape, its place and by how much of it the body repeats; menu words repeat nothing.
"""

from __future__ import annotations

from docforge.detect.candidate import Candidate
from docforge.detect.clutter import is_furniture_phrase
from docforge.detect.survey import Look, Survey

__all__ = ["find_decks", "find_headlines", "find_kickers"]

REACH = 80
"""A headline is looked for among this many passages from the top."""


def find_headlines(survey: Survey) -> list[Candidate]:
    """Return a candidate for each passage near the top that could be the headline."""
    out = []
    for look in survey.looks[:REACH]:
        score, note = _headline(survey, look)
        if score > 0.15:
            out.append(Candidate("headline", look.index, score, "headline.shape", note))
    return out


def _headline(survey: Survey, look: Look) -> tuple[float, str]:
    if look.columns > 320 or look.words == 0 or is_furniture_phrase(look):
        return 0.0, ""
    columns = look.columns
    score = 0.5
    notes = []
    if look.index == 0:
        score += 0.16
        notes.append("first line")
    if columns < 12:
        score -= 0.3
    elif columns < 22:
        score -= 0.14
    elif columns <= 150:
        score += 0.06
        notes.append(f"{look.words} words")
    elif columns > 200:
        score -= 0.25
    if look.words <= 2:
        score -= 0.12
    last = look.text.rstrip()[-1:]
    if look.ends:
        if last not in "?!？！" and look.sentences >= 2:
            score -= 0.25
        elif last == ".":
            score -= 0.1
    if last in ":：,;":
        score -= 0.2
    echo = survey.echo(look.text)
    score += 0.34 * echo
    if echo >= 0.5:
        notes.append("the body repeats its words")
    if _repeated(survey, look):
        score += 0.1
        notes.append("stands twice")
    return max(0.0, min(score, 1.0)), ", ".join(notes) or "short line above the body"


def _repeated(survey: Survey, look: Look) -> bool:
    return bool(look.fold) and any(
        other.index < look.index and look.fold in other.fold and other.columns < 240
        for other in survey.looks[max(0, look.index - 4) : look.index]
        if len(other.fold) >= 20
    )


def find_kickers(survey: Survey) -> list[Candidate]:
    """Return short lines near the top that may be the kicker of the line after them."""
    out = []
    for look in survey.looks[:REACH]:
        following = survey.looks[look.index + 1] if look.index + 1 < len(survey.looks) else None
        if following is None or look.columns > 48 or look.ends or look.words > 6 or is_furniture_phrase(look):
            continue
        if following.columns < 24 or following.prose >= 0.9:
            continue
        score = 0.5 if look.index == 0 else 0.42
        if look.capitals > 0.9 and look.cased:
            score += 0.12
        out.append(
            Candidate("kicker", look.index, score, "kicker.line-above", f"{look.words} words above a longer line")
        )
    return out


def find_decks(survey: Survey) -> list[Candidate]:
    """Return passages near the top that may be the deck: one to four sentences below the headline."""
    out = []
    for look in survey.looks[1:REACH]:
        if look.columns < 34 or look.columns > 640 or look.words < 5 or is_furniture_phrase(look):
            continue
        score = 0.5
        if look.sentences <= 2:
            score += 0.08
        if look.columns <= 260:
            score += 0.06
        if not look.ends:
            score -= 0.04
        score += 0.12 * survey.echo(look.text)
        out.append(
            Candidate(
                "subheadline",
                look.index,
                score,
                "deck.below-headline",
                f"{look.sentences or 1} sentence(s) under the headline",
            )
        )
    return out
