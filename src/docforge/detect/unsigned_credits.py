# SPDX-License-Identifier: Apache-2.0
"""Captions that close with the maker of the picture without label, © or bracket: ``The mole last week. ANN LEE``.

Comes in: a passage, its text without blanks around it, where that begins.  Goes out: a candidate as those of
``credited_captions`` are, or None.
"""

from __future__ import annotations

import re
from functools import cache

from docforge.detect.author_names.persons import FULL_NAME, is_person
from docforge.detect.candidate import Candidate
from docforge.detect.credited_captions import QUOTATION_MARKS, with_caption
from docforge.detect.look import Look
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import folded, phrases
from docforge.patterns import SENTENCE_ENDS, any_of, lazily

__all__ = ["may_close_with_maker", "unsigned_tail"]

_WIDEST = 320
"""Columns of a caption."""
_SHORTEST = 12
"""Characters before the credit."""
_TAIL, _HOUSE_TAIL, _PERSON_TAIL = 90, 60, 50
"""Characters in which the credit begins, with a house behind a dash, and a person alone."""
_SCORE, _DOUBTED = 0.88, 0.8
"""The score of a credit behind a sentence, and of one that only its capitals or the text tell from the caption."""
_LONG_BEFORE = 25
"""Characters before a credit that stands behind a phrase rather than a sentence, at least."""
_BEHIND_SENTENCE = r"(?<=[.!?…»”’\")]\s)"
_SMALL = 3
"""Letters of a word that goes on with the name: ``of ANN LEE``, ``and ANN LEE``."""
_IN_CAPITALS = lazily(
    lambda: (
        r"(?<=\s)([A-ZÀ-Þ][A-ZÀ-Þ.'’-]{1,20}(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]{1,20}){1,3})"
        rf"(?: (?:{any_of(map(str.upper, phrases('byline', 'writing_for')))}) [«“\"][^«»“”\"]{{2,40}}[»”\"])?$"
    )
)
"""Two to four words in capitals, and the outlet for which they work: ``ANN LEE POUR « LE PORT »``."""
_HOUSE_AND_NAME = lazily(rf"{_BEHIND_SENTENCE}([A-ZÀ-Þ]{{2,8}}) [–—-] ({FULL_NAME})$")
_HOUSE = lazily(
    rf"{_BEHIND_SENTENCE}[-–—] ([A-ZÀ-Þ]{{2,20}}(?:[ ./-]{{1,2}}[A-ZÀ-Þ]{{2,20}}){{0,4}})(?: [-–—] [^\W\d_]{{4,12}})?$"
)
_NAME_WITH_PARTICLES = r"[^\W\d_a-z][\w.'’-]+(?: (?:[a-z]{1,3} ){0,2}[^\W\d_a-z][\w.'’-]*){1,3}"
"""``Rob de Graaf``."""
_ADDRESSED = lazily(rf"{_BEHIND_SENTENCE}({_NAME_WITH_PARTICLES})\s[\w.+-]{{2,40}}@[\w.-]{{3,60}}$")
_PERSON = lazily(r"(?:[^\s.!?…]\s\(|[.!?…»”\")]\s\(?)([^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+){1,2})\)?$")
"""``… after the storm. Ana Ruiz``, ``… after the storm (Ana Ruiz)``."""
_WIDEST_OF_PERSON, _SHORTEST_OF_PERSON = 200, 25
"""Columns of a caption and the person behind it, and characters before the name: nothing else tells it from text."""
_CLOSING_MARKS, _CAPITALS = '»”"', 0.2
"""Marks behind the outlet for which a maker works, and the share of capitals at the head of such a caption."""
_ASKED = 200
"""So many passages of running text are asked for the person."""
_SMALL_WORD = lazily(r"(?<![^\W_])[a-zà-ÿ][^\W\d_]+")
_WORDS_BEFORE_NAME, _WORDS_BEFORE_HOUSE = 3, 2
"""So many words in small letters has a caption before a name in capitals; before a house, or a word for a picture."""


def may_close_with_maker(look: Look) -> bool:
    """Say whether the end of a passage looks like any of those that ``unsigned_tail`` reads; no word is asked for."""
    return _may_close_in_capitals(look) or _holds_dash(look) or _may_close_with_person(look)


def _may_close_in_capitals(look: Look) -> bool:
    last = look.text[-2:]
    return last.isupper() or (last[-1:] in _CLOSING_MARKS and look.capitals > _CAPITALS)


def _holds_dash(look: Look) -> bool:
    tail = look.text[-_HOUSE_TAIL:]
    return look.columns <= _WIDEST and (" – " in tail or " — " in tail or " - " in tail)


def _may_close_with_person(look: Look) -> bool:
    """Say whether a sentence ends inside a line and a word with a capital closes it, as a caption and its maker do."""
    if look.columns > _WIDEST_OF_PERSON or look.ends or look.sentences < 1:
        return False
    last = look.text.rstrip().rpartition(" ")[2]
    return last[0].isupper() and len(last) > 1


def unsigned_tail(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """Read the name of a maker or a house behind a caption, or None."""
    if look.columns > _WIDEST:
        return None
    found = None
    if not survey.closes(look):  # there somebody signs
        dashed = _holds_dash(look)
        if dashed or _may_close_in_capitals(look):
            found = _in_capitals(survey, look, text, lead)
        if found is None and dashed and not look.ends:
            found = _house_and_name(survey, look, text, lead) or _house(look, text, lead)
            found = found or _house_and_picture(look, text, lead)
    if found is not None or look.ends:
        return found
    if "@" in text[-_HOUSE_TAIL:] and not survey.closes(look):
        found = _person_and_address(look, text, lead)
        if found is not None:
            return found
    return _behind_bare_word(look, text, lead) or _person(survey, look, text, lead)


def _in_capitals(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """``The mole last week. ANN LEE``; not where the text tells of the person, whom a headline may name so."""
    match = _IN_CAPITALS.search(text, max(0, len(text) - _TAIL))
    if match is None or match.start() < _SHORTEST:
        return None
    before, name = text[: match.start()].rstrip(), match[1]
    last = before.rpartition(" ")[2]
    if last.isupper() or (last.islower() and len(last) <= _SMALL) or _small_words(before) < _WORDS_BEFORE_NAME:
        return None
    if not (is_person(name) or _stands_alone(survey, name)) or _is_told_of(survey, look, name):
        return None
    score = _SCORE if before[-1] in SENTENCE_ENDS else _DOUBTED
    note, fields = f"closes with ‘{name}’", {"creator": name}
    return with_caption(look, lead + match.start(), score, "credit.provider", note, fields)


def _house_and_name(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """``The old mole. SUN – Ann Lee``: a house in capitals and who works for it."""
    match = _HOUSE_AND_NAME.search(text, max(0, len(text) - _HOUSE_TAIL))
    if match is None or match.start() < _SHORTEST:
        return None
    if not is_person(match[2]) and _is_told_of(survey, look, match[2]):
        return None
    note, fields = f"closes with ‘{match[0]}’", {"creator": match[2], "provider": match[1]}
    return with_caption(look, lead + match.start(), _SCORE, "credit.provider", note, fields)


def _house(look: Look, text: str, lead: int) -> Candidate | None:
    """``The old mole. - HARBOUR OFFICE - Archive``: a house in capitals behind a dash."""
    match = _HOUSE.search(text, max(0, len(text) - _TAIL))
    if match is None or match.start() < _SHORTEST:
        return None
    if _small_words(text[: match.start()]) < _WORDS_BEFORE_HOUSE:
        return None
    note, fields = f"closes with ‘{match[1]}’ behind a dash", {"provider": match[1]}
    return with_caption(look, lead + match.start(), _SCORE, "credit.provider", note, fields)


def _house_and_picture(look: Look, text: str, lead: int) -> Candidate | None:
    """``… at the quay, June 9, 2020. — HN pic``: behind a dash a house and what it calls its pictures."""
    match = _dashed_picture().search(text, max(0, len(text) - _HOUSE_TAIL))
    if match is None or match.start() < _SHORTEST:
        return None
    note = f"closes with ‘{match[1]}’ behind a dash"
    return with_caption(look, lead + match.start(1), _SCORE, "credit.provider", note, {"provider": match[1]})


@cache
def _dashed_picture() -> re.Pattern[str]:
    words = any_of(phrases("credits", "agency_picture"))
    return re.compile(rf"\s[–—-]\s([^\W\d_a-z][\w.&’'-]*(?: [^\W\d_a-z][\w.&’'-]*){{0,2}} (?:{words}))$")


def _behind_bare_word(look: Look, text: str, lead: int) -> Candidate | None:
    """``The old mole. Photo Ann Lee``: a word for a picture and a name without a sign."""
    match = _bare().search(text, max(0, len(text) - _TAIL))
    if match is None or match.start() < _SHORTEST or not (is_person(match[2]) or _has_particle(match[2])):
        return _behind_worded(look, text, lead) or _behind_capital(look, text, lead)
    fields = {"creator": match[2], "label_end": match.start(2) - match.start()}
    note = f"closes with ‘{match[1]}’ before a name"
    return with_caption(look, lead + match.start(), _SCORE, "credit.label", note, fields)


def _behind_capital(look: Look, text: str, lead: int) -> Candidate | None:
    """``The keeper of the mole, Ann Lee Photo Bo Ek``: a word with a capital and a person behind a phrase."""
    match = _capitalised().search(text, max(0, len(text) - _TAIL))
    if match is None or match.start() < _LONG_BEFORE or not is_person(match[2]):
        return None
    before = text[: match.start()].rstrip()
    if before.rpartition(" ")[2].islower() or "," not in before or _small_words(before) < _WORDS_BEFORE_HOUSE:
        return None  # “… and Photo Ann Lee”
    fields = {"creator": match[2], "label_end": match.start(2) - match.start(1)}
    note = f"closes with ‘{match[1]}’ before a name"
    return with_caption(look, lead + match.start(1), _SCORE, "credit.label", note, fields)


@cache
def _capitalised() -> re.Pattern[str]:
    words = any_of(map(str.capitalize, filter(str.isalpha, phrases("credits", "bare"))))
    return re.compile(rf"\s({words})\s({_NAME_WITH_PARTICLES})$")


def _behind_worded(look: Look, text: str, lead: int) -> Candidate | None:
    """``… in the storm. Credit Ann Lee for The Harbour Post``: a word with a capital, a person, and for whom."""
    match = _worded().search(text, max(0, len(text) - _TAIL))
    if match is None or match.start() < _SHORTEST or not is_person(match[2]):
        return None
    fields = {"creator": match[2], "provider": match[3], "label_end": match.start(2) - match.start()}
    note = f"closes with ‘{match[1]}’ before a name"
    return with_caption(look, lead + match.start(), _SCORE, "credit.label", note, fields)


@cache
def _worded() -> re.Pattern[str]:
    words = any_of(map(str.capitalize, phrases("credits", "worded")))
    house = any_of(phrases("byline", "writing_for") | phrases("credits", "through"))
    return re.compile(
        rf"{_BEHIND_SENTENCE}({words})\s({_NAME_WITH_PARTICLES}?)(?:(?:\s(?:{house})\s|\s?/\s?|,\s)"
        r"([^\W\d_a-z][^.!?]{1,40}))?$"
    )


def _person_and_address(look: Look, text: str, lead: int) -> Candidate | None:
    """``… at the quay in 2015. Ann Lee alee@harbour.example``: the maker and the address of the maker."""
    match = _ADDRESSED.search(text, max(0, len(text) - _TAIL))
    if match is None or match.start() < _SHORTEST or not is_person(match[1]) or look.columns > _WIDEST_OF_PERSON:
        return None
    fields = {"creator": match[1]}
    note = f"closes with ‘{match[1]}’ and an address"
    return with_caption(look, lead + match.start(1), _SCORE, "credit.provider", note, fields)


@cache
def _bare() -> re.Pattern[str]:
    """Return words for pictures that need no sign, before a name behind a sentence."""
    words = any_of(filter(str.isalpha, phrases("credits", "bare")))
    return re.compile(rf"{_BEHIND_SENTENCE}((?i:{words}))\s({_NAME_WITH_PARTICLES})$")


def _person(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """``… after the storm. Ana Ruiz``: a person of whom the text tells nothing, amid running text."""
    if look.columns > _WIDEST_OF_PERSON or not look.cased or not survey.is_amid(look):
        return None
    if not survey.runs_around(look):
        return None  # a list of persons
    match = _PERSON.search(text, max(0, len(text) - _PERSON_TAIL))
    if match is None or match.start() < _SHORTEST_OF_PERSON or not is_person(match[1]):
        return None
    if text[: match.start(1)].rstrip(" (")[-1:] in QUOTATION_MARKS:
        return None  # a quotation and who said it
    if _is_told_of(survey, look, match[1]):
        return None
    begin = match.start(1) - (text[match.start(1) - 1] == "(")
    note, fields = f"closes with ‘{match[1]}’", {"creator": match[1]}
    return with_caption(look, lead + begin, _DOUBTED, "credit.provider", note, fields)


def _small_words(text: str) -> int:
    """Return how many words open with a small letter."""
    return len(_SMALL_WORD.findall(text))


def _stands_alone(survey: Survey, name: str) -> bool:
    """Say whether a line says a name and nothing else, as bylines do."""
    return folded(name) in _folds_of_lines(survey)


def _folds_of_lines(survey: Survey) -> frozenset[str]:
    """Return what the lines say, edges aside."""
    known: frozenset[str] | None = survey.memo.get("folds_of_lines")
    if known is None:
        known = survey.memo["folds_of_lines"] = frozenset(line.fold for line in survey.lines)
    return known


def _has_particle(name: str) -> bool:
    """Say whether a small word of surnames stands in a name: ``Rob de Graaf``."""
    return not phrases("byline", "particles").isdisjoint(word for word in name.split() if word.islower())


def _is_told_of(survey: Survey, look: Look, name: str) -> bool:
    """Say whether running text other than *look* says the last word of a name."""
    surname = name.casefold().rpartition(" ")[2]
    return any(surname in other.head for other in survey.running()[:_ASKED] if other is not look)
