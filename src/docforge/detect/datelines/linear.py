# SPDX-License-Identifier: Apache-2.0
"""Read the linear dateline, ``PLACE, region, date (AGENCY) —``, in its many orders and with its many separators.

Comes in: the head of a passage.  Goes out: a ``Reading`` of what stands there, or None where nothing opens a dateline;
whether it is one is for ``verdict`` to say.
"""

from __future__ import annotations

import re

from docforge.detect.agencies import known_agency
from docforge.detect.datelines.parts import (
    BEHIND_DATE,
    BRACKET,
    DASH,
    FIGURED,
    OPENING,
    SEPARATOR,
    Dates,
    Reading,
    figured_date,
    place_at,
    shouted,
    signed_at,
    signs_copy,
    take_parts,
)
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import phrases_by_language
from docforge.model import FoundDate
from docforge.patterns import is_small, lazily

__all__ = ["read_linear"]

_OUTLET_FIRST = lazily(
    r"([^\W_][\w-]{1,20}\.(?:com|net|org|news|tv|info|co\.id|co|id|my|ph|co\.in|in)),\s", re.IGNORECASE
)
"""The address of the outlet before the place, as Indonesian and Malay papers open: ``Outlet.com, Jakarta – ``."""
_OUTLET_ALONE = lazily(
    r"([^\W_][\w-]{1,20}\.(?P<end>[a-z]{2,4}(?:\.[a-z]{2})?))\s(?:--|[—–-])\s+(?=[\"“‘«(]?[A-Z])", re.IGNORECASE
)
"""The address of the outlet and no place: ``Outlet.com – ``."""
_AGENCY_FIRST = lazily(r"([A-ZÀ-Þ]{2,6}) (?=[A-ZÀ-Þ])")
"""``ACN Barcelona.-``"""
_DASH_BEHIND = lazily(r"(?:, [^\W\d_][\w ]{2,24}?)?\s?(?:--|[—–-])\s+[\"“‘«(]?[A-Z]")
_AGENCY_WORDS, _UNLIKE_TOWN, _UNLIKE_WORD = 2, 7, 5
"""Words of an agency's name without brackets, and letters of one in small letters that no town, and no word behind a
place, has."""
_SMALL_AGENCY = lazily(r"\s([a-z]{3,4})(?=\s(?:--|[—–-])\s)")
"""``Berlin dpa –``."""
_SHORT_PLACE = 30
"""Characters of a place that stands behind its date."""


def read_linear(head: str, lead: int, survey: Survey | None) -> Reading | None:
    """Return what a linear dateline at offset *lead* of *head* tells, None where no place, agency or date opens it."""
    r = Reading(head, Dates(head, survey), lead)
    position = _opening(r, lead) if survey is None else _outlet_alone(r, lead, survey.primary) or _opening(r, lead)
    if position < 0:
        return None
    if not r.place and not r.agency and r.date is None:
        place = _without_date(r, place_at(head, position), position)
        if not place:
            return None
        position = _place_and_agency(r, place, position)
        if position < 0:
            return None
    take_parts(r, position)
    return r


def _without_date(r: Reading, place: str, at: int) -> str:
    """``Chennai Jul 14 (UNI)``: return the *place* at *at* without the month of a date that begins in it."""
    end = at + len(place)
    if not place or not r.head[end : end + 2].strip().isdigit():
        return place
    dated = r.dates.around(end)
    return r.head[at : dated.start].rstrip() if dated is not None and dated.start > at else place


def _place_and_agency(r: Reading, place: str, at: int) -> int:
    """Take the *place* at *at*, and an agency without brackets before a dash: ``Washington AP —``, ``Reuters —``.

    A town may have an agency's name (``Petra – …``), and a word as well (``Version Beta – …``): written like a word,
    a name must be longer than most.  ``Berlin dpa –`` and ``Ankara/AA —`` tell the place as well.  Return where what is
    taken ends, -1 where the sentence goes on behind the dash: ``Reuters — the man and the agency — …``.
    """
    end = at + len(place)
    small = _SMALL_AGENCY.match(r.head, end)
    if small is not None and known_agency(small[1]):
        if _goes_on(r.head, small.end()):
            return -1
        r.take_place(place, at)
        return r.sign(small[1], small.end())
    town, slash, sign = place.rpartition("/")
    if slash and sign.isupper() and known_agency(sign):
        if _goes_on(r.head, end):
            return -1
        r.take_place(town, at)
        return r.sign(sign, end)
    words = place.split(" ")
    dashed = DASH.match(r.head, end) is not None and r.head[end : end + 1] in {" ", "\u00a0"}
    for first in range(max(0, len(words) - _AGENCY_WORDS), len(words)) if dashed else ():
        name = " ".join(words[first:])
        if (
            "/" not in name
            and signs_copy(name)
            and (words[first].isupper() or len(name) >= (_UNLIKE_WORD if first else _UNLIKE_TOWN))
        ):
            if _goes_on(r.head, end):
                return -1
            if first and words[0] != "The":
                r.take_place(" ".join(words[:first]), at)
            return r.sign(name, end)
    return r.take_place(place, at)


def _goes_on(head: str, at: int) -> bool:
    """Say whether a small letter stands behind the dash at *at*."""
    dash = DASH.match(head, at)
    return dash is not None and is_small(head[dash.end() : dash.end() + 1])


def _outlet_alone(r: Reading, at: int, language: str) -> int:
    """Take ``Outlet.com – The …`` where papers of the *language* open so; return where it ends, 0 for none."""
    ends = phrases_by_language("dateline", "outlet_addresses").get(language)
    match = _OUTLET_ALONE.match(r.head, at) if ends and "." in r.head[at : at + 24] else None
    if ends is None or match is None or match["end"].lower() not in ends:
        return 0
    r.outlet_alone = True
    return r.sign(match[1], match.end(1))


def _opening(r: Reading, at: int) -> int:
    """Take an agency in brackets or a date that stands before the place; return where to go on, -1 for no dateline."""
    head = r.head
    outlet = _OUTLET_FIRST.match(head, at) if "." in head[at : at + 24] else None
    if outlet is not None:
        place = place_at(head, outlet.end())
        if place and len(place.split()) <= 3 and _DASH_BEHIND.match(head, outlet.end() + len(place)):
            r.agency = outlet[1]
            return r.take_place(place, outlet.end())
    agency = _AGENCY_FIRST.match(head, at)
    if agency is not None and known_agency(agency[1]):
        place = place_at(head, agency.end())
        if place and head.startswith(".-", agency.end() + len(place)):
            r.agency, r.agency_known = agency[1], True
            return r.take_place(place, agency.end())
    match = BRACKET.match(head, at) if head.startswith(OPENING, at) else None
    if match is not None:
        return _agency_first(r, match) if signs_copy(match[1]) else _bracketed(r, match)
    found = r.dates.opening(at) or _figures_first(head, at)
    if found is None or found.precision == "year":
        return at
    r.date, r.end = found, found.end
    return _place_behind_date(r)


def _figures_first(head: str, at: int) -> FoundDate | None:
    """``12.6. Warszawa (PAP) –``: day and month in figures, before a place with a known agency behind it."""
    match = FIGURED.match(head, at)
    if match is None or not match["month"]:
        return None
    start = match.end() + head.startswith(" ", match.end())
    place = place_at(head, start)
    return figured_date(match) if place and signed_at(head, start + len(place)) else None


def _agency_first(r: Reading, match: re.Match[str]) -> int:
    """``(AGENCY) – PLACE, …``: take the agency in brackets, and the place if it is written in capitals."""
    head = r.head
    r.bracketed = True
    r.sign(match[1], match.end())
    dash = SEPARATOR.match(head, match.end())
    if dash is None:
        return match.end()
    place = place_at(head, dash.end())
    behind = dash.end() + len(place)
    dated = bool(place) and head.startswith(", ", behind) and r.dates.at(behind + 2) is not None
    if dated or (shouted(place) and head[behind : behind + 1] in {",", " "}):
        return r.take_place(place, dash.end())
    return match.end()


def _place_behind_date(r: Reading) -> int:
    """``12 March, LONDON (AGENCY)``: take the place behind the date that opens, if an agency or a dash follows it."""
    head, end = r.head, r.end
    dash = DASH.match(head, end)
    start = dash.end() if dash is not None else end
    while dash is None and start < len(head) and head[start] in " ,":
        start += 1
    place = place_at(head, start)
    if not place or len(place) > _SHORT_PLACE or (dash is not None and not shouted(place)):
        return end
    behind = start + len(place)
    return r.take_place(place, start) if head[behind : behind + 2].strip()[:1] in {"(", "/", "-", "–", "—"} else end


def _bracketed(r: Reading, match: re.Match[str]) -> int:
    """Take ``(Geneva, 12 March 2026)``, or ``(Geneva)`` where the date follows; return where it ends, or -1."""
    head, dates = r.head, r.dates
    place = place_at(head, match.start(1))
    if not place:
        return -1
    end = match.start(1) + len(place)
    if end == match.end(1):
        found = dates.at(match.end() + (head[match.end() : match.end() + 1] == " "))
        if found is None or found.precision != "day" or not BEHIND_DATE.match(head, found.end):
            return -1
        stop = found.end
    else:
        found = next((date for date in dates.near(*match.span()) if end < date.start and date.end <= match.end()), None)
        if found is None or found.precision != "day" or head[found.end : match.end(1)].strip(" ."):
            return -1
        between = head[end : found.start]
        if between[0] not in ",،" or any(is_small(word[0]) for word in between[1:].split()):
            return -1
        r.region, stop = between.strip(" ,،"), match.end()
    r.place, r.place_end, r.date, r.bracketed = place, end, found, True
    r.end = stop
    return stop
