# SPDX-License-Identifier: Apache-2.0
"""How much speaks for a line of bare names being the byline: what stands in it, beside it, and in the running text."""

from __future__ import annotations

from functools import cache

from docforge.detect.agencies import known_agency
from docforge.detect.author_names.lists import Names
from docforge.detect.author_names.persons import HAN_NAME, is_person
from docforge.detect.bylines.authors import (
    are_in_text,
    are_persons,
    have_usual_length,
    is_full_name,
    is_lone_word,
    opens_with_surname,
    word_count,
)
from docforge.detect.bylines.byline_words import words_alone
from docforge.detect.bylines.parts import ADDRESS
from docforge.detect.look import RUNNING, SET_IN_CAPITALS, Look
from docforge.detect.page_or_copy import is_page
from docforge.detect.page_wording import is_furniture_phrase
from docforge.detect.stated_hours import names_hour
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import agencies, folded, phrases
from docforge.patterns import lazily

__all__ = ["LEAST", "TITLE_WORDS", "bare_score", "signs_above_title", "signs_below_title"]

_ADDRESS_SIGNS = frozenset(b"@:")
LEAST = 0.3
"""Words without capitals are no candidate with less evidence than this: nothing tells them from a menu."""
TITLE_WORDS = 6
"""A line of so many words, half of them in the text, is no line of names."""
_BRIEF_TITLE = 4
"""Words of a brief title; on top of the copy a name of so many may be one."""
_ADDRESS_LINE = 80
"""Columns of a line that opens with an author's address."""
_TITLE = 14
"""Columns of the briefest headline above a name without capitals."""
_SURE_NAME = 3
"""Ideographs of a name that is hardly the word of a menu; of two, ``文化`` opens with a surname as well."""
_BEFORE_AGENCY = lazily(r"([^/|()]{3,60}?)\s?[/|(]\s?([^/|()]{2,30}?)\s?\)?")
"""``Ann Lee / AFP``, ``Ann Lee (AFP)``."""
_WIRE = 0.88
"""The score of an agency alone between headline and text: more than that of a picture's provider."""
_ON_TOP, _LEAST_DESK = 0.95, 2
"""The score of a desk or an agency above the headline; of one word, it may be the kicker."""
_WIRE_WORDS = 3
"""Words of an agency's name alone."""
_OFFICE = 4
"""Words of an office below a name, at most."""
_FOOT = 4
"""One of so many lines below the text may name who wrote it."""


def bare_score(survey: Survey, look: Look, names: Names) -> float:
    """Return the score of a line of bare *names*."""
    text = look.text
    dated = any(d.start >= names.end and d.precision == "day" for d in survey.dates(look))
    near = _near_date(survey, look)
    score = 0.7 if names.desk or (names.agency and not names.authors) else 0.56
    if names.authors and (names.end < len(text.rstrip()) - 1 or _has_role(look)):
        score += 0.14
    if names.authors and (not _ADDRESS_SIGNS.isdisjoint(look.signs) or "www." in text) and ADDRESS.search(text):
        score += 0.16
    score += 0.3 if dated else 0.18 if near else 0.0
    if near and not dated and are_persons(names) and _beside_dated_line(survey, look):
        score += 0.12
    above = survey.looks[look.index - 1] if look.index else None
    below = survey.below(look)
    introduced = above is not None and above.fold in words_alone(survey.primary)
    if introduced:
        score += 0.35
    office = bool(names.authors) and below is not None and _is_office(below)
    if office:
        score += 0.2
    if near and _is_printed_twice(look, above, below) and all(is_full_name(name) for name, _, _ in names.authors):
        if not are_in_text(survey, names):
            score += 0.2  # the caption of a portrait, and the link below it
    if names.authors and below is not None and _is_address_of(names.authors[0][0], below):
        score += 0.3
    wires = names.agency is not None and all(known_agency(name) for name, _, _ in names.authors[1:])
    wire = wires and bool(names.authors)
    if names.agency is not None and signs_below_title(survey, look):
        score = max(score, _WIRE)
    elif signs_above_title(survey, look):
        score = _ON_TOP
    elif wires and look.words <= _WIRE_WORDS and survey.is_deep(look):
        score -= 0.4  # alone amid the text it tells whose a picture is
    elif not look.cased:
        score -= 0.08 if near else 0.25
        if dated and names.authors and all(_is_full_han_name(name) for name, _, _ in names.authors):
            score += 0.1
        if look.words > 2 and any(word_count(name) > 2 for name, _, _ in names.authors):
            score -= 0.06  # a short sentence has as many words
        if not near and not have_usual_length(survey.primary, names):
            score -= 0.3
        if not near and names.authors and _stands_between_title_and_text(survey, look, names):
            score += 0.3
        if not near and look.index >= _FOOT and survey.closes(survey.looks[look.index - _FOOT]):
            score -= 0.1  # far below the text
    elif not names.desk and any(is_lone_word(name) for name, _, _ in names.authors):
        score -= 0.5
    if above is not None and not introduced and is_furniture_phrase(above) and survey.closes(look):
        # "Latest news" and the first of its links, with its date below
        score -= 0.0 if dated else 0.5 if near and not any(is_person(name) for name, _, _ in names.authors) else 0.3
    if len(names.authors) == 1 and not (names.desk or names.agency or dated) and look.capitals > SET_IN_CAPITALS:
        if is_page(survey) and not is_person(names.authors[0][0]):
            score -= 0.3  # menus and slogans are set in capitals
    alone = look.index == 0 and look.cased and len(names.authors) == 1
    if alone and not (dated or near or names.desk or names.agency) and _may_be_title(names.authors[0][0]):
        score -= 0.3
    title = look.words >= TITLE_WORDS and look.cased and not (dated or names.desk or names.agency)
    several = len(names.authors) > 1 and are_persons(names)
    if (
        title
        and not several
        and survey.echo(look) >= 0.5
        and any(are_in_text(survey, Names((author,))) for author in names.authors)
    ):
        score -= 0.5  # a headline in title case
    elif not introduced and not wire and not _has_role(look) and are_in_text(survey, names):
        signs = office and not survey.is_below_two(look) and not _is_told_of_early(survey, names)
        score -= 0.2 if dated or signs else 0.5
    return min(score, 0.95)


def _is_full_han_name(name: str) -> bool:
    """Say whether *name* is a Chinese surname and a given name of two characters, and none of a house (``江海报``)."""
    whole = HAN_NAME.fullmatch(name) is not None and len(name) == _SURE_NAME
    return whole and opens_with_surname("zh", name) and not name.endswith(tuple(phrases("byline", "no_han_name")))


def _is_office(look: Look) -> bool:
    """Say whether a line below a name is the office of its bearer and nothing else."""
    return look.words <= _OFFICE and not look.ends and _ends_in_role(look.whole)


def _is_printed_twice(look: Look, above: Look | None, below: Look | None) -> bool:
    """Say whether the line right above or below says the same."""
    return any(beside is not None and beside.fold == look.fold for beside in (above, below))


def _is_told_of_early(survey: Survey, names: Names) -> bool:
    """Say whether the first half of the text names one of them: at its end it may say where to write to the author."""
    running = survey.running()
    early = running[: (len(running) + 1) // 2]
    return any(name in look.text for name, _, _ in names.authors for look in early)


def signs_below_title(survey: Survey, look: Look) -> bool:
    """Say whether an agency, alone or behind one person, stands between headline and text of clean copy.

    On a page it tells as often whose the picture is.
    """
    above = survey.looks[look.index - 1] if look.index else None
    if above is None or above.columns < _TITLE or not survey.is_above_text(look) or is_page(survey):
        return False
    match = _BEFORE_AGENCY.fullmatch(look.text.strip())
    name, agency = match.groups() if match is not None else ("", look.text.strip())
    if not known_agency(agency) or is_furniture_phrase(above):
        return False
    if (
        "-" in agency
        and folded(agency) not in agencies()
        and not phrases("credits", "provider").isdisjoint(folded(agency).split("-"))
    ):
        return False  # Getty Images-Ansa
    words = name.split()
    if not words or folded(name) in phrases("byline", "desk"):
        return True
    pictured = folded(words[0].rstrip(".:")) in phrases("credits", "label")
    return not pictured and is_full_name(name.strip()) and any(map(is_person, words))


def signs_above_title(survey: Survey, look: Look) -> bool:
    """Say whether clean copy opens with a desk or an agency of several words, above a line that may be its headline."""
    if look.index or look.words < _LEAST_DESK or (below := survey.below(look)) is None or is_page(survey):
        return False
    return below.columns >= _TITLE and (look.fold in phrases("byline", "desk") or known_agency(look.text.strip()))


def _stands_between_title_and_text(survey: Survey, look: Look, names: Names) -> bool:
    """Say whether a name without capitals stands right below a headline or deck and right above the running text.

    A listed given or Chinese family name opens it, or it is in Japanese brackets: ``【中沢太郎】``.  A deck may read
    as running text: then it is the only one above, and shorter than what stands below.
    """
    above = survey.looks[look.index - 1] if look.index else None
    below = survey.below(look)
    if (
        above is None
        or below is None
        or above.columns < max(_TITLE, look.columns * 3 // 2)
        or is_furniture_phrase(above)
    ):
        return False
    bracketed = look.text.startswith("【") and look.text.endswith("】")
    known = (
        is_person(name) or (len(name) >= _SURE_NAME and opens_with_surname(survey.primary, name))
        for name, _, _ in names.authors
    )
    if not bracketed and not all(known):
        return False
    decked = survey.is_above_text(survey.looks[look.index - 2]) if look.index > 1 else False
    return survey.is_above_text(look) or (decked and below.prose >= RUNNING and above.columns < below.columns)


def _may_be_title(name: str) -> bool:
    """Say whether a name is as long as a brief title, and its second word no given name: ``Ole Brenn Scores Twice``."""
    return word_count(name) >= _BRIEF_TITLE and not is_person(name.split(None, 1)[1])


def _is_address_of(name: str, below: Look) -> bool:
    """Say whether the line below opens with a mail address that holds a part of the name: ``ann.lee@…``."""
    if "@" not in below.text or below.columns > _ADDRESS_LINE or not ADDRESS.match(below.text):
        return False
    account = below.text.partition("@")[0].casefold()
    return any(len(word) > 2 and word in account for word in name.casefold().split())


def _near_date(survey: Survey, look: Look) -> bool:
    for index in range(max(0, look.index - 2), min(len(survey.looks), look.index + 3)):
        other = survey.looks[index]
        if index != look.index and other.columns <= 90 and (survey.states_day(other) or names_hour(other)):
            return True
    return False


def _beside_dated_line(survey: Survey, look: Look) -> bool:
    """Say whether the line right above or below states a day and little else."""
    beside = survey.looks[max(0, look.index - 1) : look.index + 2]
    return any(
        other.index != look.index and other.columns <= 60 and survey.states_day(other) and other.prose < RUNNING
        for other in beside
    )


def _has_role(look: Look) -> bool:
    """Say whether the line ends with a role, or has one before a comma and an outlet."""
    fold = look.whole or folded(look.text[-80:])
    return _ends_in_role(fold) or ("," in fold and look.cased and _ends_in_role(fold.rpartition(",")[0]))


def _ends_in_role(fold: str) -> bool:
    ends = _roles().get(fold[-2:])
    return ends is not None and fold.endswith(ends)


@cache
def _roles() -> dict[str, tuple[str, ...]]:
    """The roles by their last two characters."""
    by_tail: dict[str, list[str]] = {}
    for role in phrases("byline", "suffix"):
        by_tail.setdefault(role[-2:], []).append(role)
    return {tail: tuple(found) for tail, found in by_tail.items()}
