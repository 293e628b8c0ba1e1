# SPDX-License-Identifier: Apache-2.0
"""Candidates to one consistent reading: the only place where readings compete.

Comes in: the passages and all candidates.  Goes out: one candidate for every passage.  The best path through a
small position grammar wins:

    TOP      what stands above the headline: furniture, kicker, dates, credits
    UNTITLED the same in place of TOP and HEAD where copy without a headline opens with its byline or date
    HEAD     from the headline to the first body paragraph: deck, byline, dates, captions, key points, furniture
    DECKED   the same from the deck on; a sure crosshead right below it
    LEAD     the first body paragraph and what stands below it: a crosshead is unlikely here
    BODY     paragraphs, crossheads, lists, turns; furniture, captions and credits between them
    TAIL     after the last body paragraph: byline, date, credits, taglines, furniture; text below contacts

The path is the one with the highest sum of scores (Viterbi, A. J. Viterbi 1967), so the decision is total,
deterministic and linear in the number of passages.  Ties go to the earlier entry of the tables below.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from enum import IntEnum
from functools import lru_cache

from docforge.detect.candidate import Candidate
from docforge.detect.credits import credited
from docforge.detect.look import RUNNING
from docforge.detect.page_or_copy import is_page
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
    UNTITLED = 6


# How much a kind gains or loses in a zone; a kind that is not listed cannot stand there.
_PICTURES = {"credit_line": 0.0, "caption": 0.0, "credited_caption": 0.0}
_HEAD = {
    "byline": 0.12, "publication_line": 0.08, "credit_line": 0.05, "caption": 0.15, "credited_caption": 0.05,
    "furniture": 0.0, "tagline": -0.4, "address": 0.0, "key_point": 0.0,
}  # fmt: skip
_BODY = {
    "paragraph": 0.0, "paragraph_with_tagline": 0.0, "list_item": 0.0, "turn": 0.0, "preformatted": 0.0,
    "furniture": -0.02, "tagline": -0.25, "byline": -0.4, "publication_line": -0.25, "address": 0.0,
}  # fmt: skip
_GRAMMAR: dict[Zone, dict[str, float]] = {
    Zone.TOP: {
        "furniture": 0.0, "kicker": 0.0, "labelled_kicker": 0.0, "publication_line": -0.05, "byline": -0.35,
        "credit_line": -0.05, "caption": -0.05, "credited_caption": -0.05, "tagline": -0.3, "address": 0.0,
    },
    Zone.HEAD: {"headline": 0.25, "labelled_headline": 0.25, **_HEAD},
    Zone.DECKED: {"subheadline": 0.0, "labelled_deck": 0.0, **_HEAD, "first_crosshead": -0.3},
    Zone.LEAD: {"dateline": 0.3, **_BODY, "crosshead": -0.25, **_PICTURES},
    Zone.BODY: {"dateline": 0.14, **_BODY, "crosshead": 0.0, **_PICTURES},
    Zone.TAIL: {
        "byline": 0.1, "publication_line": 0.08, **_PICTURES, "credit_line": 0.02, "tagline": 0.06, "furniture": 0.02,
        "address": 0.0,
        # What a press office puts below its contacts is still text.
        "paragraph": -0.3, "paragraph_with_tagline": -0.3, "list_item": -0.3,
    },
    Zone.UNTITLED: {**_HEAD, "furniture": -0.4, "kicker": -0.1},
}  # fmt: skip

_GRID = 1.5 * 2**22


def _rounded(score: float) -> float:
    """Return *score* as a multiple of 2**-30: sums of such are exact, so the same in any order."""
    return score + _GRID - _GRID


_OPENS = frozenset({"headline", "labelled_headline", "subheadline", "labelled_deck"})
"""What opens ``HEAD`` or ``DECKED`` and stands there only once."""
_BODILESS = _rounded(0.35)
"""What a path loses that ends with the headline: even the shortest brief has a text."""
_FAIR, _SURER = 0.6, 1.2
"""The score of a fair headline; on pages a line, no sentence and above no credit, that is surely better gains this
more for each unit above it: between a link above and the headline stands much that would read as byline, caption and
deck."""
_SIGNED = 0.8
"""The score of a byline or date that surely is one."""
_UNHEADED = _rounded(0.3)
"""What it loses where the body begins without a headline."""
_UNTITLED = _rounded(0.1)
"""What it loses where clean copy opens with its byline or date instead."""
_CUT_SHORT = _rounded(0.6)
"""What it loses where the tail follows the headline or the deck."""
_NEVER = float("-inf")
_STARTS_BODY = frozenset({"dateline", "paragraph", "paragraph_with_tagline", "list_item", "turn", "preformatted"})


def resolve(survey: Survey, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the winning candidate of every passage, in order.

    Args:
        survey: The passages.
        candidates: Readings from all detectors; every passage has one of kind ``furniture`` and ``paragraph``.
    """
    readings: list[list[Candidate]] = [[] for _ in survey.looks]
    titles: list[Candidate] = []
    for candidate in candidates:
        readings[candidate[1]].append(candidate)
        if candidate[0] == "headline":
            titles.append(candidate)
    if not readings:
        return []
    page = is_page(survey)
    surer = _surer(survey, candidates, {title.passage for title in titles}) if page else frozenset()
    gains = [_gains(those, _SURER if index in surer else 0.0) for index, those in enumerate(readings)]
    titled = max([title.score for title in titles], default=0.0)
    untitled = -_UNTITLED - _rounded(max(0.0, titled - _FAIR))
    scores, trail = _best_paths(gains, _NEVER if page else untitled)
    return _walk_back(scores, trail, readings)


def _surer(survey: Survey, candidates: Sequence[Candidate], titles: Set[int]) -> Set[int]:
    """Return which of *titles*, lines of a page that may be its headline, gain more where they are surely better."""
    pictures = credited(survey)
    below = _below_signed_title(candidates, titles)
    return {i for i in titles if survey.looks[i].prose < RUNNING and i + 1 not in pictures and i not in below}


def _below_signed_title(candidates: Sequence[Candidate], titles: Set[int]) -> Set[int]:
    """Return the passages below a byline or date that stands right below one of *titles*, which may be the headline."""
    signed = {c.passage for c in candidates if c[0] in {"byline", "publication_line"} and c.score >= _SIGNED}
    found = set()
    for passage in sorted(signed):
        if passage - 1 in titles or passage - 1 in found:
            found.add(passage)
    return {passage + 1 for passage in found}


def _allowed(zone: Zone, entering: bool) -> dict[str, float]:
    """Return the kinds that can stand in *zone* with their weights, at its first passage or later."""
    opens = entering and zone in {Zone.HEAD, Zone.DECKED}
    kinds = {kind: weight for kind, weight in _GRAMMAR[zone].items() if (kind in _OPENS) == opens}
    if entering and zone in {Zone.LEAD, Zone.BODY}:
        return {kind: weight for kind, weight in kinds.items() if kind in _STARTS_BODY}
    if zone is Zone.LEAD:  # a second paragraph opens BODY
        return {kind: weight for kind, weight in kinds.items() if kind not in _STARTS_BODY}
    return kinds


_PLACES = (
    (Zone.TOP, False), (Zone.HEAD, True), (Zone.HEAD, False), (Zone.DECKED, True), (Zone.DECKED, False),
    (Zone.LEAD, True), (Zone.LEAD, False), (Zone.BODY, True), (Zone.BODY, False), (Zone.TAIL, False),
    (Zone.UNTITLED, False),
)  # fmt: skip
"""Where a passage can stand, as far as it matters: a zone, and whether the passage opens it."""
_KINDS = [_allowed(*place) for place in _PLACES]
_WEIGHTS = {
    kind: tuple((place, _rounded(kinds[kind])) for place, kinds in enumerate(_KINDS) if kind in kinds)
    for kind in sorted(set().union(*_KINDS))
}
"""The numbers of the places where a kind can stand, and its weight there."""


def _gains(readings: Sequence[Candidate], surer: float) -> Sequence[float]:
    """Return the best score that *readings* of one passage have in each of ``_PLACES``, rounded.

    A headline gains *surer* for each unit by which it is better than a fair one.
    """
    if len(readings) == 2:  # most passages have no others than the two that all have
        first, second = readings
        if first[0] == "furniture" and second[0] == "paragraph":
            return _usual_gains(first[2], second[2])
    furniture = paragraph = _NEVER
    others: list[Candidate] = []
    for candidate in readings:
        kind, score = candidate[0], candidate[2]
        if kind == "furniture":
            furniture = score if score > furniture else furniture
        elif kind == "paragraph":
            paragraph = score if score > paragraph else paragraph
        else:
            others.append(candidate)
    usual = _usual_gains(furniture, paragraph)
    if not others:
        return usual
    gains = list(usual)
    for candidate in others:
        score = candidate[2]
        if surer and candidate[0] == "headline" and score > _FAIR:
            score += surer * (score - _FAIR)
        score = _rounded(score)
        for place, weight in _WEIGHTS[candidate[0]]:
            if score + weight > gains[place]:  # noqa: PLR1730 (a call of max takes longer than all else here)
                gains[place] = score + weight
    return gains


@lru_cache(maxsize=1024)
def _usual_gains(furniture: float, paragraph: float) -> tuple[float, ...]:
    """Return the gains from the two readings that every passage has; many passages of any text share the scores."""
    gains = [_NEVER] * len(_PLACES)
    for kind, score in (("furniture", furniture), ("paragraph", paragraph)):
        for place, weight in _WEIGHTS[kind]:
            gains[place] = max(gains[place], _rounded(score) + weight)
    return tuple(gains)


def _best_paths(gains: Sequence[Sequence[float]], untitled: float) -> tuple[list[float], list[tuple[int, ...]]]:
    """Return the score of the best path that ends in each zone, and for each passage the zones before it.

    *untitled* is what a path starts with that has no headline and opens with metadata.
    The second value names for each zone the one from which the best path comes that has the passage there.
    """
    top, head, decked, lead, body, tail = 0.0, _NEVER, _NEVER, _NEVER, _NEVER, _NEVER
    trail: list[tuple[int, ...]] = []
    # What is likeliest to be best is asked first; of equals the upper zone is taken.
    for (
        on_top,
        headline,
        in_head,
        deck,
        below_deck,
        first_lead,
        in_lead,
        first_body,
        in_body,
        in_tail,
        opening,
    ) in gains:
        # The tail can follow every zone from the headline on.
        best, to_tail = tail, 5
        if body >= best:
            best, to_tail = body, 4
        if lead >= best:
            best, to_tail = lead, 3
        if decked - _CUT_SHORT >= best:
            best, to_tail = decked - _CUT_SHORT, 2
        if head - _CUT_SHORT >= best:
            best, to_tail = head - _CUT_SHORT, 1
        tail = best + in_tail
        # A second paragraph leads from the lead to the body.
        body, to_body = body + in_body, 4
        if lead + first_body >= body:
            body, to_body = lead + first_body, 3
        # The first paragraph leads to the lead from whatever stands above.
        best, to_lead = decked, 2
        if head >= best:
            best, to_lead = head, 1
        if top - _UNHEADED >= best:
            best, to_lead = top - _UNHEADED, 0
        if untitled > best and trail:
            best, to_lead = untitled, 6
        if lead + in_lead > best + first_lead:
            lead, to_lead = lead + in_lead, 3
        else:
            lead = best + first_lead
        # A deck, then a headline, opens the zone of its name.
        decked, to_decked = decked + below_deck, 2
        if deck > _NEVER and head + deck >= decked:
            decked, to_decked = head + deck, 1
        head, to_head = head + in_head, 1
        if headline > _NEVER and top + headline >= head:
            head, to_head = top + headline, 0
        top += on_top
        untitled += opening
        trail.append((0, to_head, to_decked, to_lead, to_body, to_tail, 6))
    return [top, head, decked, lead, body, tail], trail


def _walk_back(
    scores: list[float], trail: Sequence[tuple[int, ...]], readings: Sequence[Sequence[Candidate]]
) -> list[Candidate]:
    """Return the readings on the path with the best of *scores*, in the order of the passages."""
    scores[Zone.HEAD] -= _BODILESS
    zone = scores.index(max(scores))
    chosen: list[Candidate] = []
    for step, those in zip(reversed(trail), reversed(readings), strict=True):
        before = step[zone]
        chosen.append(_best_reading(those, (_STAYING if before == zone else _ENTERING)[zone]))
        zone = before
    chosen.reverse()
    return chosen


_STAYING, _ENTERING = ([_allowed(zone, entering) for zone in Zone] for entering in (False, True))
"""The kinds, with their weights, of a passage in a zone behind one in the same and in another."""


def _best_reading(readings: Sequence[Candidate], kinds: Mapping[str, float]) -> Candidate:
    """Return which of *readings* is one of *kinds* and has the best score with its weight; of equals, the first."""
    best, winner = _NEVER, readings[0]
    for candidate in readings:
        kind = candidate[0]
        if kind in kinds and (score := candidate[2] + kinds[kind]) > best:
            best, winner = score, candidate
    return winner
