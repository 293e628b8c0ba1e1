# SPDX-License-Identifier: Apache-2.0
"""Decide whether what the linear reader took is a dateline.

Comes in: the text of a passage and the ``Reading`` of its head.  Goes out: a ``ParsedDateline`` with its score or None.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from docforge.detect.agencies import known_agency
from docforge.detect.author_names.persons import FULL_NAME, is_person
from docforge.detect.datelines.parsed import ParsedDateline
from docforge.detect.datelines.parts import Reading, names_channel, shouted
from docforge.detect.datelines.places import colon_places, is_listed_before_colon
from docforge.detect.vocabulary import folded, phrases, phrases_by_language
from docforge.patterns import SENTENCE_ENDS, has_case, is_small, lazily

__all__ = ["verdict"]

_REST = 80
"""Characters of the text behind a dateline that are looked at."""
_LONGEST_PLACE = 40
"""Characters of a place that nothing but an agency in brackets makes one."""
_SCORE = lazily(
    r"(?P<name>[^\W_][\w.'’-]{0,24}(?: [^\W_][\w.'’-]{0,24}){0,4}) "
    r"\d{1,3} ?[:–-] ?(?:\d(?!\d)|\d{2,3}(?=\s{0,2}(?:[(.,;]|\Z)))"
)
"""A second name and a score behind it: ``Stal Brzezino 3:1``."""
_POINTED_DASH = ".-"
"""What Spanish papers set behind the place."""
_DATE_ALONE = 0.7
"""The score of a full date before a dash, without a place; only the opening of the text is believed to be one."""
_DAY_OF_PICTURE = lazily(r"[A-Z., -]{4,40} [–-] [A-Z]{3,9}\.? \d{1,2}(?:, \d{4})?")
"""``NORRSTAD, NORWAY - FEBRUARY 02: Ann Lee rows …``: captions of picture agencies, all in capitals."""
_NEAR_DASH, _NEAR = lazily(r"\s(?:--|[–—-])\s"), 32
"""A dash that closes something else behind the date, and the characters in which it does."""
_AGENCY_AND_PERSON = lazily(
    r"(?:(?P<role>[^\W\d_]{4,12}\.?) )?(?P<agency>[^\W\d_]{2,12}(?:-[A-ZА-ЯЁ]{2,12})?)[-–/, ]{1,2}(?P<person>"
    + FULL_NAME
    + ")"
)
_ADDRESS = lazily(r"(?<=[\w-]{4})\.[a-z]{2,4}$")
"""How the address of an outlet ends."""
_BLANKS = frozenset(" \u00a0")
_LEAST = 0.5
"""A score above that makes a dateline."""
_Verdict = tuple[float, str]
_NONE: _Verdict = (0.0, "")


class _Look(NamedTuple):
    """What the place and the text behind the dateline look like."""

    words: list[str]
    """The words of the place."""
    capital: bool
    """All of them have capitals, but for small ones."""
    cased: bool
    shouted: bool
    label: bool
    """The place is a listed word that is none, is declined, or closes with a small word that leads to a date."""
    dash: bool
    small_start: bool
    """The text goes on in small letters."""
    rest: str


def verdict(text: str, r: Reading, lead: int, language: str) -> ParsedDateline | None:
    """Return the dateline that begins at offset *lead* of *text*, if the parts read make one."""
    if r.digits_in_bracket or not (r.separator or r.agency_known or r.bracketed):
        return None
    rest = text[r.after : r.after + _REST].lstrip(" \u00a0")
    if not rest:
        return None
    look = _look(r, rest, language)
    if look.dash and not r.agency and r.date is None and _is_result(rest):
        return None
    if r.separator == ":" and not r.agency and _DAY_OF_PICTURE.fullmatch(r.head, lead, r.end):
        return None
    if r.outlet_alone:
        closed = look.dash and not look.small_start and text.rstrip()[-1:] in SENTENCE_ENDS
        score, rule = (0.85, "dateline.place-signature") if closed else _NONE
    elif r.agency_known and (r.place or r.date or look.dash or r.bracketed):
        score, rule = _by_agency(r, look, text, language)
    else:
        score, rule = _by_signs(r, look) or _by_place(r, look, language)
    if score <= _LEAST:
        return None
    shown = [p for p in (r.place, r.region, r.head[r.date.start : r.date.end] if r.date else "", r.agency) if p]
    note = " · ".join(shown) + (f" before ‘{r.separator}’" if r.separator else "")
    place = f"{r.place}, {r.region}" if r.region and r.head[r.place_end : r.place_end + 1] == "," else r.place
    date = r.date.date if r.date else None
    if not r.agency and r.date is not None and not r.region and known_agency(r.place):
        place, r.agency = "", r.place  # ТАСС, 27 мая.
    agency, people = (r.agency, r.correspondents) if r.correspondents else _agency_and_people(r.agency)
    return ParsedDateline(lead, r.end, place or None, r.region or None, date, agency or None, people, rule, score, note)


def _agency_and_people(sign: str) -> tuple[str, tuple[str, ...]]:
    """``NTB-Anna Vik``, ``Корр. ТАСС Иван Лунин``: part an agency and who wrote for it."""
    match = _AGENCY_AND_PERSON.fullmatch(sign)
    if match is None or not known_agency(match["agency"]) or not is_person(match["person"]):
        return sign, ()
    if match["role"] and folded(match["role"]) not in phrases("byline", "prefix"):
        return sign, ()
    return match["agency"], (match["person"],)


def _is_result(rest: str) -> bool:
    """Say whether a name and a score stand behind the dash, as in ``Wicher Podgaje – Stal Brzezino 3:1``."""
    match = _SCORE.match(rest)
    return match is not None and not any(is_small(word[0]) for word in match["name"].split())


def _is_declined(place: str, language: str) -> bool:
    """Say whether a case ending behind an apostrophe closes *place*: a sentence begins (``Ajansı'nın (İHA) …``)."""
    _, sign, ending = place.replace("’", "'").rpartition("'")
    return bool(sign) and ending in phrases_by_language("dateline", "case_endings").get(language, ())


def _look(r: Reading, rest: str, language: str) -> _Look:
    words = r.place.split()
    cased = any(c.isupper() or is_small(c) for c in r.place)
    capital = not cased or all(
        w[0].isupper() or not is_small(w[0]) or folded(w) in phrases("byline", "particles") for w in words
    )
    opener = rest.lstrip("\"'“”„«»‘’([{¿¡*「『—–- ")[:1]
    return _Look(
        words,
        capital,
        cased,
        shouted(r.place),
        _is_declined(r.place, language) or _leads_to_date(words) or (_names_label(r) and not _is_place_as_well(r)),
        bool(r.separator) and r.separator not in {".", ":", "/"},
        is_small(opener),
        rest,
    )


def _leads_to_date(words: list[str]) -> bool:
    """``Sitzung vom 20. November``: say whether a small word closes what would be the place."""
    return len(words) > 1 and is_small(words[-1][0]) and not is_small(words[0][0])


def _names_label(r: Reading) -> bool:
    """Say whether the place is a label, or the region behind it."""
    return any(bool(name) and _is_label(folded(name)) for name in (r.place, r.region))


def _is_label(words: str) -> bool:
    """Say whether *words* name a kind of text or a section of a page, and no place: ``VIDEO``, ``Economía``."""
    return words in phrases("dateline", "not_places") or words in phrases("clutter", "line")


def _is_place_as_well(r: Reading) -> bool:
    """``TEMA, Ghana (AP)``, ``Wetter (dpa)``: an agency behind a label that names a town too, or a region behind it."""
    if r.region and r.agency_known and not _is_label(folded(r.region)):
        return True
    return (r.agency_known or r.date is not None) and folded(r.place) in phrases("dateline", "label_places")


def _by_agency(r: Reading, look: _Look, text: str, language: str) -> _Verdict:
    """Judge a dateline that a known agency signs."""
    if r.bracketed and (r.separator or r.date is not None or not look.cased or r.place):
        score = 0.97
        if not r.separator and not (r.place or r.date or look.small_start) and text.lstrip()[:1] == "(":
            return 0.8, "dateline.place-agency"  # "(dpa) Der …": the agency alone
        if not r.separator and not (r.place and len(r.place) <= _LONGEST_PLACE and look.capital):
            return _NONE
        if not r.place and (look.small_start or (r.date is None and not look.dash)):
            return _NONE
    elif r.separator or r.date is not None or folded(r.place) in colon_places(language):
        score = 0.95
    else:
        return _NONE
    if look.small_start and not (r.date is not None or text[:120].islower()):
        score -= 0.2
    if look.label and r.place:
        score -= 0.5
    return score, "dateline.place-agency"


def _by_signs(r: Reading, look: _Look) -> _Verdict | None:
    """Judge one with a date, or a name that may be an agency's; None where the place alone must tell."""
    dated = r.date is not None and r.date.precision != "day-of-month"
    named = bool(r.place) and look.capital and not look.label
    if r.bracketed and r.date is not None and not r.agency and named:
        return 0.9, "dateline.bracketed-place-date"
    if r.bracketed and look.shouted and r.date is not None and r.agency:
        if not (r.separator or look.label or look.small_start):
            return 0.88, "dateline.place-signature"
    if names_channel(r.agency) and named and look.cased and not r.separator and _is_caseless(look.rest[:1]):
        return 0.88, "dateline.place-signature"  # Galle (News 5th) and a text in other letters
    if r.agency and r.separator and named:
        return (0.92 if look.dash else 0.8) if dated else (0.85 if look.dash else 0.6), "dateline.place-signature"
    if not r.place and _is_date_alone(r, look):
        return _DATE_ALONE, "dateline.place-date"
    if dated and r.separator and named and not r.pointed:
        return (0.92 if look.dash else 0.8) - (0.3 if look.small_start else 0.0), "dateline.place-date"
    return None


def _is_caseless(letter: str) -> bool:
    return letter.isalpha() and not has_case(letter)


def _is_date_alone(r: Reading, look: _Look) -> bool:
    """``March 12, 2026 – The …``, but not ``March 12, 2026 – Update – …``."""
    full = r.date is not None and r.date.precision == "day"
    return full and look.dash and not look.small_start and not _NEAR_DASH.search(look.rest, 0, _NEAR)


def _by_place(r: Reading, look: _Look, language: str) -> _Verdict:
    """Judge one of which the place and the separator must tell."""
    plain = not (look.label or look.small_start or _goes_on_in_capitals(r, look))
    if r.place and look.shouted and look.cased and plain and not _is_capital_headline(r, look):
        if look.dash and len(r.place) >= 3 and len(look.words) <= 4:
            return 0.9, "dateline.capital-place"
        if (
            r.separator == ":"
            and (not r.region or _is_territory(r.region))
            and len(r.place) >= 4
            and len(look.words) <= 3
        ):
            return (0.75, "dateline.capital-place") if look.rest[:1].isalpha() else _NONE
        return _NONE
    if not look.cased and folded(r.place) in colon_places(language):
        if r.separator == ":" or _closes_with_dash(r, look, language):
            return 0.78, "dateline.listed-place"
    if r.separator == ":" and look.cased and plain and not r.region and is_listed_before_colon(r.place, language):
        return 0.76, "dateline.listed-place"
    if look.capital and look.cased and look.dash and plain and _is_plain_place(r, look):
        return 0.74, "dateline.place-dash"
    return _NONE


def _is_territory(region: str) -> bool:
    fold = folded(region).rstrip(".")
    return fold in phrases("dateline", "regions") or fold in phrases("dateline", "lands")


def _closes_with_dash(r: Reading, look: _Look, language: str) -> bool:
    """Say whether a dash between blanks parts a place from the text: none behind it closes what is set in between.

    A second place behind it is the other side of a match.
    """
    if r.separator not in phrases_by_language("dateline", "place_signs").get(language, ()):
        return False
    if r.head[r.end : r.end + 1] not in _BLANKS or _NEAR_DASH.search(look.rest):
        return False
    return folded(look.rest.partition(" ")[0]) not in colon_places(language)


def _is_capital_headline(r: Reading, look: _Look) -> bool:
    """``HARBOUR: OLD MOLE TO CLOSE``: all of it in capitals, and no longer than headlines are."""
    return look.rest.isupper() and (r.separator == ":" or len(look.rest) < _REST)


def _goes_on_in_capitals(r: Reading, look: _Look) -> bool:
    """``STOP--GO traffic``: the word behind a dash without blanks is in capitals too, and no region tells the place."""
    if r.region and _is_territory(r.region):
        return False  # MERRITT, B.C.—RCMP say …
    word = look.rest.split(" ", 1)[0]
    return r.after == r.end + len(r.separator) and r.separator != ":" and len(word) > 1 and word.isupper()


def _is_plain_place(r: Reading, look: _Look) -> bool:
    """``Wien – Die …``, ``Madrid.- El …``: a place in normal case needs a spaced dash and few words."""
    pointed = r.separator == _POINTED_DASH or (r.separator == "-" and r.head[r.end - 1] == ".")
    spaced = r.head[r.end : r.end + 1] in _BLANKS or pointed
    if r.region.isupper() and not pointed and not _is_territory(r.region):
        return False  # "Monterrey, NL.-" and "Washington, D.C. — " are one
    if not spaced or r.head[r.after - 1 : r.after] not in _BLANKS:
        return False
    if _ADDRESS.search(r.place) is not None:
        return False  # Outlet.com asks or tells
    names = [w for w in re.split(r"[ /]", r.place) if w]
    return len(look.words) <= 3 and len(names) <= 4 and len(r.place) >= 3 and len(r.region.split()) <= 3
