# SPDX-License-Identifier: Apache-2.0
"""Candidates to one consistent reading: the only place where readings compete.

Comes in: the passages and all candidates.  Goes out: one candidate for every passage.  The best path through a
small position grammar wins:

    TOP      what stands above the headline: furniture, kicker, dates, credits
    HEAD     from the headline to the first body paragraph: deck, byline, dates, captions, furniture
    LEAD     the first body paragraph and what stands below it: a crosshead is unlikely here
    BODY     paragraphs, crossheads, lists, turns; furniture, captions and credits between them
    TAIL     after the last body paragraph: byline, date, credits, taglines, furniture

The path is the one with the highest sum of scores (Viterbi, A. J. Viterbi 1967), so the decision is total,
deterministic and linear in the number of passages.  Ties go to the earlier entry of the tables below.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from docforge.detect.candidate import Candidate
from docforge.detect.survey import Survey

__all__ = ["Zone", "resolve"]


class Zone(IntEnum):
    """A part of the page, in reading order."""

    TOP = 0
    HEAD = 1
    DECKED = 2
    LEAD = 3
    BODY = 4
    TAIL = 5


# How much a kind gains or loses in a zone; a kind that is not listed cannot stand there.
_PICTURES = {"credit_line": 0.0, "caption": 0.0, "credited_caption": 0.0}
_HEAD = {
    "byline": 0.12, "publication_line": 0.08, "credit_line": 0.05, "caption": 0.15, "credited_caption": 0.05,
    "furniture": 0.0, "tagline": -0.4,
}  # fmt: skip
_BODY = {
    "paragraph": 0.0, "paragraph_with_tagline": 0.0, "list_item": 0.0, "turn": 0.0, "preformatted": 0.0,
    "furniture": -0.02, "tagline": -0.25, "byline": -0.4, "publication_line": -0.25,
}  # fmt: skip
_GRAMMAR: dict[Zone, dict[str, float]] = {
    Zone.TOP: {
        "furniture": 0.0, "kicker": 0.0, "publication_line": -0.05, "byline": -0.15, "credit_line": -0.1,
        "caption": -0.2, "credited_caption": -0.1, "tagline": -0.3,
    },
    Zone.HEAD: {"headline": 0.25, **_HEAD},
    Zone.DECKED: {"subheadline": 0.0, **_HEAD},
    Zone.LEAD: {"dateline": 0.3, **_BODY, "crosshead": -0.3, **_PICTURES},
    Zone.BODY: {"dateline": 0.0, **_BODY, "crosshead": 0.0, **_PICTURES},
    Zone.TAIL: {
        "byline": 0.1, "publication_line": 0.08, **_PICTURES, "credit_line": 0.02, "tagline": 0.06, "furniture": 0.02,
    },
}  # fmt: skip

# Which zones may follow which, and what the step costs; the headline opens HEAD, the deck opens DECKED.
_STEPS: dict[Zone, tuple[tuple[Zone, float], ...]] = {
    Zone.TOP: ((Zone.TOP, 0.0), (Zone.HEAD, 0.0), (Zone.LEAD, -0.3)),
    Zone.HEAD: ((Zone.HEAD, 0.0), (Zone.DECKED, 0.0), (Zone.LEAD, 0.0), (Zone.TAIL, -0.6)),
    Zone.DECKED: ((Zone.DECKED, 0.0), (Zone.LEAD, 0.0), (Zone.TAIL, -0.6)),
    Zone.LEAD: ((Zone.LEAD, 0.0), (Zone.BODY, 0.0), (Zone.TAIL, 0.0)),
    Zone.BODY: ((Zone.BODY, 0.0), (Zone.TAIL, 0.0)),
    Zone.TAIL: ((Zone.TAIL, 0.0),),
}
_OPENS = {"headline": Zone.HEAD, "subheadline": Zone.DECKED}
_NEVER = float("-inf")
_STARTS_BODY = frozenset({"dateline", "paragraph", "paragraph_with_tagline", "list_item", "turn", "preformatted"})


def resolve(survey: Survey, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the winning candidate of every passage, in order.

    Args:
        survey: The passages.
        candidates: Readings from all detectors; every passage has one of kind ``furniture`` and ``paragraph``.
    """
    count = len(survey.looks)
    if not count:
        return []
    best = _best_by_kind(candidates, count)
    # score and back pointer of the best path that ends in each zone
    scores: dict[Zone, float] = {Zone.TOP: 0.0}
    trail: list[dict[Zone, tuple[Zone, str]]] = []
    for index in range(count):
        scores, step = _advance(scores, best[index])
        trail.append(step)
    return _walk_back(scores, trail, best)


def _best_by_kind(candidates: Sequence[Candidate], count: int) -> list[dict[str, Candidate]]:
    best: list[dict[str, Candidate]] = [{} for _ in range(count)]
    for candidate in candidates:
        known = best[candidate.passage].get(candidate.kind)
        if known is None or candidate.score > known.score:
            best[candidate.passage][candidate.kind] = candidate
    return best


def _allowed(zone: Zone, entering: bool) -> dict[str, float]:
    """Return the kinds that can stand in *zone* with their weights, at its first passage or later."""
    opens = entering and zone in {Zone.HEAD, Zone.DECKED}
    kinds = {kind: weight for kind, weight in _GRAMMAR[zone].items() if (kind in _OPENS) == opens}
    if entering and zone in {Zone.LEAD, Zone.BODY}:
        return {kind: weight for kind, weight in kinds.items() if kind in _STARTS_BODY}
    if zone is Zone.LEAD:  # a second paragraph opens BODY
        return {kind: weight for kind, weight in kinds.items() if kind not in _STARTS_BODY}
    return kinds


_ALLOWED = {(zone, entering): _allowed(zone, entering) for zone in Zone for entering in (False, True)}
_MOVES = tuple(
    (zone, target, cost, _ALLOWED[target, target is not zone]) for zone in Zone for target, cost in _STEPS[zone]
)


def _advance(
    scores: dict[Zone, float], options: dict[str, Candidate]
) -> tuple[dict[Zone, float], dict[Zone, tuple[Zone, str]]]:
    following: dict[Zone, float] = {}
    step: dict[Zone, tuple[Zone, str]] = {}
    offered = [(kind, candidate.score) for kind, candidate in options.items()]
    for zone, target, cost, allowed in _MOVES:
        total = scores.get(zone)
        if total is None:
            continue
        gain, chosen = _NEVER, ""
        for kind, score in offered:
            weight = allowed.get(kind)
            if weight is not None and score + weight > gain:
                gain, chosen = score + weight, kind
        if chosen and total + gain + cost > following.get(target, _NEVER) + 1e-12:
            following[target] = total + gain + cost
            step[target] = (zone, chosen)
    return following, step


def _walk_back(
    scores: dict[Zone, float], trail: list[dict[Zone, tuple[Zone, str]]], best: list[dict[str, Candidate]]
) -> list[Candidate]:
    zone = max(scores, key=lambda z: (scores[z], -z))
    chosen: list[Candidate] = []
    for index in range(len(trail) - 1, -1, -1):
        previous, kind = trail[index][zone]
        chosen.append(best[index][kind])
        zone = previous
    chosen.reverse()
    return chosen
