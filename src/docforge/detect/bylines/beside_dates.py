# SPDX-License-Identifier: Apache-2.0
"""Names in a line that states a date: at its edges, behind the date and its time, behind the date and a sign."""

from __future__ import annotations

from docforge.detect.author_names.lists import Names, parse_names
from docforge.detect.author_names.outlets import may_be_paper
from docforge.detect.author_names.persons import is_person
from docforge.detect.bylines.authors import are_in_text, are_persons, is_full_name, shown
from docforge.detect.bylines.byline_words import byline_word, is_label, label_at
from docforge.detect.bylines.parts import ADDRESS, DIGIT, byline_candidate, names_end
from docforge.detect.candidate import Candidate, Part
from docforge.detect.look import FIGURES, SENTENCE, Look
from docforge.detect.publication import dated_fields, moments_of
from docforge.detect.survey import Survey
from docforge.detect.times_in_lines import without_times
from docforge.detect.vocabulary import folded, phrases
from docforge.model import DateRole
from docforge.patterns import lazily

__all__ = ["behind_date", "beside_date", "place_and_date"]

_BETWEEN = " \u00a0,.;|/•·–—-"
"""What may stand between a date or a time and a byline word."""
_BEFORE_NAME = lazily(r"[|/•·]\s?(?=[^\W\d_])")
_DASH_BEFORE_NAME = lazily(r"\s[-–—]\s(?=[^\W\d_])")
_COUNTER = lazily(r"\s?[|/•·–—-]\s?(?=\d)")
"""What parts names from the number of comments, or of minutes, behind them."""
_ACCOUNT = lazily(r"\s?[a-z][a-z0-9_.-]{2,19}\s?")
"""The account of an author, as blogs sign: ``14.09.2022, 10:22 von hafenblog``."""
_PARTS = lazily(r"[|/•·\n]")
_HALF_DAY = lazily(r"\d\s?[ap]\.\s?m\.\s{0,2}$")
"""``01:53 p. m.``: what closes like a sentence is a time."""
_SURELY_BEHIND_DATE = 0.98
"""The score of names behind a date and a byline word: above that of the date with its label."""


def beside_date(survey: Survey, look: Look) -> Candidate | None:
    """``Ann Lee · Harbour News · Posted: May 3, 2022``, ``Posted May 3, 2022, 9:00, Ann Lee``: persons at an edge."""
    if FIGURES.isdisjoint(look.signs) or look.columns > 170 or not survey.states_day(look):
        return None
    if look.prose >= SENTENCE and not _HALF_DAY.search(look.text):
        return None
    text, stated = look.text, moments_of(survey, look)
    if not stated:
        return None
    common = survey.small_words()
    address = ADDRESS.search(text, 1, stated[0].start) if "[email" in text else None
    names = parse_names(text, 0, stated[0].start if address is None else address.start(), common)
    if not are_persons(names):
        end = stated[-1].found.end
        start = _behind_time(look, end, _BETWEEN) if end < len(text) else end
        if start == end or start == len(text):
            return None  # no sign parts names from the date, or nothing stands behind it
        outlet = len(names.authors) == 1 and may_be_paper(names.authors[0][0])  # Harbour Daily 9/21/2016 Ann Lee
        names = parse_names(text, start + _word_at(survey, look, start)[0], len(text), common)
        full = outlet and len(names.authors) > 0 and all(is_full_name(name) for name, _, _ in names.authors)
        if names.strange or not (full or are_persons(names)):
            return None
    return byline_candidate(survey, look, names, 0.95, "byline.bare-name", f"{shown(names)} beside a date")


def behind_date(survey: Survey, look: Look) -> Candidate | None:
    """``14 September 2022 / Ann Lee``, ``14.09.22, 14:56, Von Ann Lee``: a date, a sign or a byline word, names."""
    stated = moments_of(survey, look)
    short = None if stated else next((found for found in survey.dates(look) if found.precision == "month-day"), None)
    if not stated and short is None:
        return None
    dated = stated[0].found.end if short is None else short.end
    between = _BETWEEN if short is None else _BETWEEN + "'’0123456789"  # a year in two figures
    start = _behind_time(look, dated, between)
    length, word = _word_at(survey, look, start)
    if not word and short is not None:
        return None
    dashed = False
    if not word:
        match = _BEFORE_NAME.search(look.text, dated)
        if match is None:
            match = _DASH_BEFORE_NAME.search(look.text, dated)
            dashed = match is not None
        if match is None or len(_PARTS.split(look.text[dated : match.start()])[-1]) > 24:
            return None
        start = match.end()
        length, word = _word_at(survey, look, start)
    counter = _COUNTER.search(look.text, start + length)
    end = min(len(look.text) if counter is None else counter.start(), names_end(survey, look, start + length))
    names = parse_names(look.text, start + length, end, survey.small_words())
    if dashed and not (word or (names.authors and all(is_person(name) for name, _, _ in names.authors))):
        return None
    if word and not names.authors and _ACCOUNT.fullmatch(look.text, start + length, end):
        names = Names(((look.text[start + length : end].strip(), start + length, end),), end=end)
    elif names.strange or not names.authors or (names.desk and not word):
        return None
    if (
        (look.cased or not word)
        and not names.authors[0][0].islower()
        and names.agency is None
        and not names.desk
        and any(not is_full_name(name) for name, _, _ in names.authors)
    ):
        return None
    note = f"{shown(names)} behind a date"
    if short is not None:
        fields: dict[str, object] = {"role": DateRole.PUBLISHED}
        if not DIGIT.match(look.text[dated:start].lstrip(" '’")):
            fields |= {"date": short.date, "date_span": (short.start, short.end)}
        authors = {"authors": names.authors, "agency": names.agency}
        parts = (Part("publication_line", 0, start, fields), Part("byline", start, len(look.text), authors))
        return Candidate("byline", look.index, 0.95, "byline.bare-name", note, parts=parts)
    sure = word or names.agency is not None or not are_in_text(survey, names)
    score = _SURELY_BEHIND_DATE if word else 0.8 if sure or are_persons(names) else 0.62
    return byline_candidate(survey, look, names, score, "byline.bare-name", note)


def _word_at(survey: Survey, look: Look, start: int) -> tuple[int, str]:
    """Return the length of the byline word or label that opens the text at *start* and the word itself, or (0, "")."""
    label = label_at(look, start)
    if label is not None and is_label(label[1]) and folded(label[1]) not in phrases("byline", "editing"):
        return label.end() - start, label[1]
    return byline_word(look.text[start:], survey.primary)


def _behind_time(look: Look, start: int, between: str) -> int:
    """Return where the next word begins behind *start*, times and the characters *between* left out."""
    return len(look.text) - len(without_times(look)[start:].lstrip(between))


def place_and_date(survey: Survey, look: Look) -> Candidate | None:
    """``नई दिल्ली Published: Sep 04, 2023``: a place and a date, which say when the text was published."""
    for found in moments_of(survey, look)[:1]:
        return Candidate(
            "publication_line", look.index, 0.95, "byline.bare-name", "a place and a date", dated_fields(found)
        )
    return None
