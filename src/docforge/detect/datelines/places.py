# SPDX-License-Identifier: Apache-2.0
"""Places that open a text in a language without the signs of a dateline: ``Köln. Der Dom …``, ``Berlin Der Zoo …``.

Beside them where letters have no capitals: a desk of reporters and its place, a listed place and its agency alone in a
line.  Comes in: the head of a passage, a language.  Goes out: a dateline or None, and the listed places of a language.
"""

from __future__ import annotations

from functools import cache

from docforge.detect.agencies import known_agency
from docforge.detect.datelines.parsed import ParsedDateline
from docforge.detect.vocabulary import folded, phrases, phrases_by_language
from docforge.patterns import lazily

__all__ = [
    "BEFORE_DATES",
    "colon_places",
    "desk_and_place",
    "first_bare_words",
    "listed_place",
    "place_alone",
    "small_words",
]

BEFORE_DATES = frozenset({"في", "le", "den"})
"""Small words that stand before a date: le 3 mars, den 3. mars, في 3 مارس."""
_ENOUGH = 120
"""Characters of a text that opens with a bare place."""
_DESK = lazily(
    r"(?P<desk>[^\s\d,।:()–—][^\d,।:()–—]{2,36}), ?(?P<place>[^\s\d,।:()–—][^\d,।:()–—]{1,26}?)"
    r"(?: ?[।:]| [–—-] )\s?(?=\S)"
)
_ALONE = lazily(
    r"(?P<place>[^\d:–—«»-]{2,24}?) ?(?::| [–—-]) ?"
    r"(?:«(?P<outlet>[^«»\d]{2,30})»|(?P<agency>[^\d:–—«»-]{2,24}?))\s{0,2}"
)
_PLACE_WORDS = 3
"""Words of the place of a desk."""


@cache
def small_words() -> frozenset[str]:
    """Return the words that may stand in small letters among those of a place or between it and the date."""
    return phrases("dateline", "small_words") | phrases("byline", "particles") | BEFORE_DATES


@cache
def first_bare_words(language: str) -> frozenset[str]:
    """Return the first words of the places that open a text without a sign, in a language."""
    return frozenset(place.split(" ", 1)[0] for place in _pointed_places(language))


@cache
def _bare_places(language: str) -> frozenset[str]:
    return phrases_by_language("dateline", "bare_places").get(language, frozenset())


@cache
def _pointed_places(language: str) -> frozenset[str]:
    return phrases_by_language("dateline", "pointed_places").get(language, frozenset()) | _bare_places(language)


@cache
def colon_places(language: str) -> frozenset[str]:
    """Return the places that a colon makes a dateline, in a language without capitals."""
    return phrases_by_language("dateline", "colon_places").get(language, frozenset())


def listed_place(text: str, head: str, lead: int, language: str) -> ParsedDateline | None:
    """``Köln. Der Dom …``, ``ANCONA. Un incendio …``, and ``Berlin Der …`` where nouns have capitals: listed places."""
    places = _pointed_places(language)
    if not places or len(text) < _ENOUGH:
        return None
    words = head[lead:].split(" ", 4)
    for count in (3, 2, 1):
        name = " ".join(words[:count])
        if folded(name.rstrip(".")) not in places or len(words) <= count:
            continue
        following = words[count]
        if name.endswith("."):
            if following[:1].isupper() or following[:1] in '„"«»“':
                end = lead + len(name) - 1
                return ParsedDateline(
                    lead, end, head[lead:end], rule="dateline.listed-place", score=0.8, note=f"{name} before a sentence"
                )
            return None
        if folded(name) not in _bare_places(language):
            return None
        if following[:1].isupper() and len(following) > 1 and any(w[:1].islower() for w in words[count + 1 :]):
            end = lead + len(name)
            return ParsedDateline(
                lead, end, name, rule="dateline.listed-place", score=0.7, note=f"{name} before a new sentence"
            )
    return None


def desk_and_place(head: str, lead: int, language: str) -> ParsedDateline | None:
    """``जागरण संवाददाता, सोनपुर। …``: a desk of reporters, with its paper's name or without, and its place."""
    desks = phrases_by_language("dateline", "desks").get(language)
    match = _DESK.match(head, lead) if desks else None
    if desks is None or match is None or len(match["place"].split()) > _PLACE_WORDS:
        return None
    words = folded(match["desk"]).split()
    if not any(" ".join(words[-count:]) in desks for count in (1, 2)):
        return None
    return ParsedDateline(
        lead, match.end("place"), match["place"], agency=match["desk"], rule="dateline.place-signature", score=0.85,
        note=f"{match['desk']} · {match['place']}",
    )  # fmt: skip


def place_alone(text: str, language: str) -> ParsedDateline | None:
    """``القاهرة: «الشرق الأوسط»``: a line of a listed place and the agency or the outlet in quotation marks."""
    places = colon_places(language)
    match = _ALONE.fullmatch(text) if places else None
    if match is None or folded(match["place"]) not in places:
        return None
    if not match["outlet"] and not known_agency(match["agency"]):
        return None
    agency = match["outlet"] or match["agency"]
    return ParsedDateline(
        0, len(text.rstrip()), match["place"], agency=agency, rule="dateline.listed-place", score=0.85,
        note=f"{match['place']} · {agency} alone in a line",
    )  # fmt: skip
