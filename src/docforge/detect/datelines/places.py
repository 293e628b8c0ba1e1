# SPDX-License-Identifier: Apache-2.0
"""Places that open a text in a language without the signs of a dateline: ``Köln. Der Dom …``, ``Berlin Der Zoo …``.

Beside them a place and the short name of its region, and where letters have no capitals a desk of reporters and its
place, a listed place and its agency alone in a line.  Comes in: the head of a passage, a language.  Goes out: a
dateline or None, and the listed places of a language.
"""

from __future__ import annotations

import re
from functools import cache

from docforge.detect.agencies import known_agency
from docforge.detect.datelines.parsed import ParsedDateline
from docforge.detect.text_vocabulary import stands_in
from docforge.detect.vocabulary import folded, phrases, phrases_by_language
from docforge.patterns import any_of, lazily

__all__ = [
    "BAR_REACH",
    "BEFORE_DATES",
    "barred_agency",
    "colon_places",
    "desk_and_place",
    "first_bare_words",
    "glued_place",
    "is_listed_before_colon",
    "listed_place",
    "outlet_and_place",
    "place_alone",
    "place_and_region",
    "place_and_sign",
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
_SIGNED = lazily(
    r"(?P<place>[^\d:()«»–—-]{2,24}?)"
    r"(?: ?(?::| [–—-]) ?«(?P<outlet>[^«»\d]{2,30})» ?[:–—-]"
    r"| ?\((?P<desk>[^\d()]{2,30})\) ?[:：۔–—-]{0,2}| (?P<reporter>[^\d:()«»–—-]{4,24}?) ?[:।])\s?(?=\S)"
)
_BARRED = lazily(
    r"(?P<place>[A-ZÀ-Þ][^\W\d_]{2,24}(?:[ -][A-ZÀ-Þ][^\W\d_]{1,24}){0,2}) "
    r"(?P<sign>[a-zA-Z]{2,8}(?:/[a-zA-Z]{2,8})?) \| ?(?=\S)"
)
_SIGN, _VOWELS = 3, frozenset("aeiouy")
"""Letters of a sign that reads like a word; longer ones are letters alone."""
BAR_REACH = 60
"""Characters in which a bar closes a dateline: ``Berlin taz | …``."""
_OUTLET_FIRST = lazily(
    r"(?P<outlet>[^\W_][\w-]{1,20}(?P<address>\.[a-z]{2,4}(?:\.[a-z]{2})?)|[A-Z]{4,12}(?: [A-Z][a-z]{2,14})?), "
    r"(?=[A-Z])"
)
_BEHIND_OUTLET = lazily(r"(?P<sign> ?:| --?| [–—]|) (?=[\"“‘]?[A-Z0-9])")
_POINTED = lazily(
    r"(?P<place>[^\s\d.,।:()–—-]{4,24}(?: [^\s\d.,।:()–—-]{3,24})?)(?P<stop>\. |। ?|\.{2,4} ?|… ?)(?=[^\s.])"
)
_ENOUGH_POINTED = 80
_GLUED = lazily(r"(?P<place>[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ]{3,20})(?=[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ]*$)")
_STOP = "।"
"""The danda closes the sentences of some scripts; a full stop among them closes something else."""
_PLACE_WORDS = 3
"""Words of the place of a desk."""
_REGION_REACH = 60
"""Characters of a place in which the comma before its region stands."""


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


def is_listed_before_colon(place: str, language: str) -> bool:
    """Say whether a colon alone makes a dateline of a place, in a language with capitals: ``Lagos:``."""
    return folded(place) in phrases_by_language("dateline", "bare_colon_places").get(language, ())


def place_and_region(text: str, head: str, lead: int, language: str) -> ParsedDateline | None:
    """``Cuautla, Mor. Un camión …``: a place and the short name of its region, where papers of a language set it so."""
    pattern = _regional(language) if len(text) >= _ENOUGH and "," in head[lead : lead + _REGION_REACH] else None
    match = pattern.match(head, lead) if pattern is not None else None
    if match is None:
        return None
    place = f"{match['place']}, {match['region']}"
    return ParsedDateline(
        lead, match.end("region"), place, match["region"], rule="dateline.listed-place", score=0.85,
        note=f"{place} before a sentence",
    )  # fmt: skip


@cache
def _regional(language: str) -> re.Pattern[str] | None:
    """Return the pattern of a place, the short name of its region and the capital of a sentence, None where none is."""
    regions = phrases_by_language("dateline", "pointed_regions").get(language)
    if not regions:
        return None
    return re.compile(
        r"(?P<place>[A-ZÀ-Þ][^\W\d_]{2,24}(?: [^\W\d_]{1,24}){0,5}), "
        rf"(?P<region>(?=[A-ZÀ-Þ])(?i:{any_of(regions)})\.?) (?=[«“\"¿¡]?[A-ZÀ-Þ])"
    )


def glued_place(word: str, language: str) -> str:
    """Return the listed place that *word* opens with before a word that opens sentences, or an empty string.

    ``BerlinDer`` is two words, ``LeipzigTicket`` the name of a company.
    """
    match = None if word.istitle() or not word.isalpha() else _GLUED.match(word)
    if match is None or folded(match["place"]) not in _bare_places(language):
        return ""
    openers = phrases_by_language("dateline", "sentence_openers").get(language, frozenset())
    return match["place"] if folded(word[match.end() :]) in openers else ""


def listed_place(text: str, head: str, lead: int, language: str) -> ParsedDateline | None:
    """``Köln. Der Dom …``, ``ANCONA. Un incendio …``, and ``Berlin Der …`` where nouns have capitals: listed places.

    Pages run the second kind together: ``BerlinDer Zoo …``.
    """
    places = _pointed_places(language)
    if not places or len(text) < _ENOUGH:
        return None
    words = head[lead:].split(" ", 4)
    if glued := glued_place(words[0], language):
        return ParsedDateline(
            lead, lead + len(glued), glued, rule="dateline.listed-place", score=0.7,
            note=f"{glued} run together with a new sentence",
        )  # fmt: skip
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


def barred_agency(head: str, lead: int, language: str) -> ParsedDateline | None:
    """``BERLIN epd | Schon …``: a place and an agency, or behind a listed place the sign of a paper, before a bar."""
    match = _BARRED.match(head, lead) if "|" in head[lead : lead + BAR_REACH] else None
    if match is None:
        return None
    place, sign = match["place"], match["sign"]
    unknown = [part for part in sign.split("/") if not known_agency(part)]
    if unknown and not (folded(place) in _bare_places(language) and all(map(_may_be_sign, unknown))):
        return None
    return ParsedDateline(
        lead, match.end("sign"), place, agency=sign, rule="dateline.place-agency", score=0.9,
        note=f"{place} · {sign} before a bar",
    )  # fmt: skip


def _may_be_sign(word: str) -> bool:
    """Say whether a small word may be the sign of a paper, ``taz``, ``hrn``: ``Berlin live`` is a section."""
    short = len(word) <= _SIGN or _VOWELS.isdisjoint(word)
    return word.islower() and short and word not in phrases("dateline", "no_signs")


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


def outlet_and_place(head: str, lead: int, language: str) -> ParsedDateline | None:
    """``Outlet.com, Jakarta Menteri …``, ``HARIAN Rakyat, Jakarta: Menteri …``: an outlet and a listed place."""
    places = phrases_by_language("dateline", "outlet_places").get(language)
    match = _OUTLET_FIRST.match(head, lead) if places and "," in head[lead : lead + 30] else None
    if places is None or match is None:
        return None
    outlets = phrases_by_language("dateline", "outlets").get(language, frozenset())
    if not match["address"] and folded(match["outlet"].partition(" ")[0]) not in outlets:
        return None
    parts = phrases_by_language("dateline", "place_parts").get(language, frozenset())
    for place in sorted(places, key=len, reverse=True):
        end = match.end() + len(place)
        behind = _BEHIND_OUTLET.match(head, end) if folded(head[match.end() : end]) == place else None
        if behind is not None and not behind["sign"] and folded(head[behind.end() :].partition(" ")[0]) in parts:
            return None  # Jakarta Selatan is a part of the town
        if behind is not None and (behind["sign"] or match["address"]):
            return ParsedDateline(
                lead, end, head[match.end() : end], agency=match["outlet"], rule="dateline.place-signature", score=0.85,
                note=f"{match['outlet']} · {head[match.end() : end]}",
            )  # fmt: skip
    return None


def place_and_sign(text: str, head: str, lead: int, language: str) -> ParsedDateline | None:
    """Return what opens a text in a language without capitals: a listed place and who signs, or a full stop.

    ``القاهرة - «الشرق الأوسط»: …``, ``لاہور(نمائندہ خصوصی) …``: the outlet in quotation marks, the desk in brackets.
    ``जबलपुर. …`` where a danda closes the sentences, ``भोपाल। …`` of a listed place.
    """
    places = colon_places(language)
    if not places:
        return None
    match = _SIGNED.match(head, lead)
    if match is not None and folded(match["place"]) in places:
        desk = match["desk"] or match["reporter"] or ""
        if match["outlet"] or _is_desk(desk, language, closing=match["reporter"] is not None):
            agency = match["outlet"] or desk
            end = match.end("reporter") if match["reporter"] else max(match.end("outlet"), match.end("desk")) + 1
            return ParsedDateline(
                lead, end, match["place"], agency=agency, rule="dateline.place-signature", score=0.85,
                note=f"{match['place']} · {agency}",
            )  # fmt: skip
    dated = _dated(language).match(head, lead)
    if dated is not None and (folded(dated["place"]) in places or _is_named(dated["place"], text, language)):
        return ParsedDateline(
            lead, dated.end("day"), dated["place"], rule="dateline.place-date", score=0.85,
            note=f"{dated['place']} · {dated['day']}",
        )  # fmt: skip
    match = _POINTED.match(head, lead) if len(text) >= _ENOUGH_POINTED else None
    if match is None or (match["stop"] == ". " and _STOP not in text):
        return None
    if match["stop"][0] in ".…" and match["stop"] != ". " and match["stop"][-1].isspace():
        return None  # three dots and a blank are a pause
    if folded(match["place"]) not in places and not _is_named(match["place"], text, language):
        return None
    return ParsedDateline(
        lead, match.end("place"), match["place"], rule="dateline.listed-place", score=0.78,
        note=f"{match['place']} before ‘{match['stop'].strip()}’",
    )  # fmt: skip


@cache
def _dated(language: str) -> re.Pattern[str]:
    """``पुणे, दि. 8 : …``: a place, a word for the day and its number, and a sign that parts them from the text."""
    days = any_of(phrases_by_language("dateline", "day_words").get(language, ()))
    return re.compile(rf"(?P<place>[^\s\d.,।:()–—-]{{2,24}}),? (?P<day>(?:{days}) ?\d{{1,2}}) ?(?::-?|[–—-]) ?(?=\S)")


def _is_named(place: str, text: str, language: str) -> bool:
    """``भिंड। मध्यप्रदेश के भिंड जिले …``: say whether *text* names an unlisted place again, with what it is."""
    nouns = phrases_by_language("dateline", "place_nouns").get(language, ())
    return any(stands_in(f"{place} {noun}", text) for noun in nouns)


def _is_desk(name: str, language: str, *, closing: bool) -> bool:
    """Say whether a word of *name*, the last if *closing*, is one for reporters, a desk or a newspaper."""
    words = folded(name).split()
    desks = phrases_by_language("dateline", "desks").get(language, frozenset())
    if closing:
        return any(" ".join(words[-count:]) in desks for count in (1, 2))
    return any(" ".join(words[at : at + count]) in desks for count in (1, 2) for at in range(len(words)))


def place_alone(text: str, language: str) -> ParsedDateline | None:
    """Return the dateline in a line of a listed place and its colon, of letters without capitals.

    Behind it stand an agency, the outlet in quotation marks, or nothing: ``القاهرة: «الشرق الأوسط»``, ``नई दिल्ली:``.
    """
    places = colon_places(language)
    bare = text.strip()
    if bare[-1:] == ":" and folded(bare[:-1]) in places:
        place = bare[:-1].rstrip()
        return ParsedDateline(
            0, len(place), place, rule="dateline.listed-place", score=0.8, note=f"{place} alone in a line before ‘:’"
        )
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
