# SPDX-License-Identifier: Apache-2.0
"""Candidates to one consistent reading: the only place where readings compete.

Comes in: the passages and all candidates.  Goes out: one candidate for every passage.  The best path through a
small position grammar wins:

    TOP      what stands above the headline: furniture, kicker, dates, credits
    HEAD     from the headline to the first body paragraph: deck, byline, dates, captions, furniture
    LEAD     the first body paragraph and what stands below it: a crosshead is unlikely here
    BODY     paragraphs, crossheads, lists, turns; furniture, captions and credits between them
    TAIL     after the last body paragraph: byline, date, credits, taglines, furniture; text below contacts

The path is the one with the highest sum of scores (Viterbi, A. J. Viterbi 1967), so the decision is total,
deterministic and linear in the number of passages.  Ties go to the earlier entry of the tables below.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

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
    "furniture": 0.0, "tagline": -0.4, "address": 0.0,
}  # fmt: skip
_BODY = {
    "paragraph": 0.0, "paragraph_with_tagline": 0.0, "list_item": 0.0, "turn": 0.0, "preformatted": 0.0,
    "furniture": -0.02, "tagline": -0.25, "byline": -0.4, "publication_line": -0.25, "address": 0.0,
}  # fmt: skip
_GRAMMAR: dict[Zone, dict[str, float]] = {
    Zone.TOP: {
        "furniture": 0.0, "kicker": 0.0, "publication_line": -0.05, "byline": -0.35, "credit_line": -0.1,
        "caption": -0.2, "credited_caption": -0.1, "tagline": -0.3, "address": 0.0,
    },
    Zone.HEAD: {"headline": 0.25, **_HEAD},
    Zone.DECKED: {"subheadline": 0.0, **_HEAD},
    Zone.LEAD: {"dateline": 0.3, **_BODY, "crosshead": -0.3, **_PICTURES},
    Zone.BODY: {"dateline": 0.14, **_BODY, "crosshead": 0.0, **_PICTURES},
    Zone.TAIL: {
        "byline": 0.1, "publication_line": 0.08, **_PICTURES, "credit_line": 0.02, "tagline": 0.06, "furniture": 0.02,
        "address": 0.0,
        # What a press office puts below its contacts is still text.
        "paragraph": -0.3, "paragraph_with_tagline": -0.3, "list_item": -0.3,
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
_BODILESS = 0.35
"""What a path loses that ends with the headline: even the shortest brief has a text."""
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
    gains, winners = _weigh(candidates, count)
    # score and back pointer of the best path that ends in each zone
    scores = [0.0 if zone is Zone.TOP else _NEVER for zone in Zone]
    trail: list[list[tuple[int, int]]] = []
    for own in gains:
        following, step = _NO_SCORES.copy(), _NOWHERE.copy()
        for zone, target, slot, cost in _MOVES:
            total = scores[zone] + own[slot] + cost
            if total > following[target] + 1e-12:
                following[target] = total
                step[target] = (zone, slot)
        scores = following
        trail.append(step)
    return _walk_back(scores, trail, winners)


def _weigh(candidates: Sequence[Candidate], count: int) -> tuple[list[list[float]], list[list[Any]]]:
    """Return for each of *count* passages the best score in each slot, and the candidate that has it, if any."""
    gains = [_NO_GAINS.copy() for _ in range(count)]
    winners = [_NO_WINNERS.copy() for _ in range(count)]
    for candidate in candidates:
        kind, passage, score, _, _, _, _ = candidate
        own, won = gains[passage], winners[passage]
        for slot, weight in _WEIGHTS[kind]:
            gain = score + weight
            if gain > own[slot]:
                own[slot] = gain
                won[slot] = candidate
    return gains, winners


def _allowed(zone: Zone, entering: bool) -> dict[str, float]:
    """Return the kinds that can stand in *zone* with their weights, at its first passage or later."""
    opens = entering and zone in {Zone.HEAD, Zone.DECKED}
    kinds = {kind: weight for kind, weight in _GRAMMAR[zone].items() if (kind in _OPENS) == opens}
    if entering and zone in {Zone.LEAD, Zone.BODY}:
        return {kind: weight for kind, weight in kinds.items() if kind in _STARTS_BODY}
    if zone is Zone.LEAD:  # a second paragraph opens BODY
        return {kind: weight for kind, weight in kinds.items() if kind not in _STARTS_BODY}
    return kinds


_KINDS = {(zone, entering): _allowed(zone, entering) for zone in Zone for entering in (False, True)}
_SLOTS = [kinds for number, kinds in enumerate(_KINDS.values()) if kinds not in [*_KINDS.values()][:number]]
"""What a passage's kind has to fit at a place in the grammar: the first or a later passage of a zone."""
_WEIGHTS: dict[str, tuple[tuple[int, float], ...]] = {}
"""The slots that a kind fits, and its weight there."""
for _number, _kinds in enumerate(_SLOTS):
    for _kind, _weight in _kinds.items():
        _WEIGHTS[_kind] = (*_WEIGHTS.get(_kind, ()), (_number, _weight))
_MOVES = tuple(
    (int(zone), int(target), _SLOTS.index(_KINDS[target, target is not zone]), cost)
    for zone in Zone
    for target, cost in _STEPS[zone]
)
_NO_GAINS = [_NEVER] * len(_SLOTS)
_NO_WINNERS: list[Any] = [None] * len(_SLOTS)
_NO_SCORES = [_NEVER] * len(Zone)
_NOWHERE = [(0, 0)] * len(Zone)


def _walk_back(scores: list[float], trail: list[list[tuple[int, int]]], winners: list[list[Any]]) -> list[Candidate]:
    scores = [score - _BODILESS if zone == Zone.HEAD else score for zone, score in enumerate(scores)]
    zone = scores.index(max(scores))
    chosen: list[Candidate] = []
    for won, step in zip(reversed(winners), reversed(trail), strict=True):
        zone, slot = step[zone]
        chosen.append(won[slot])
    chosen.reverse()
    return chosen
