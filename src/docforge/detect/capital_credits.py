# SPDX-License-Identifier: Apache-2.0
"""Captions that close with the maker of the picture in capitals, without any sign: ``The mole last week. ANN LEE``.

Comes in: a passage, its text without blanks around it, where that begins.  Goes out: a candidate as those of
``credited_captions`` are, or None.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from docforge.detect.author_names.persons import FULL_NAME, WRITING_FOR, is_person
from docforge.detect.candidate import Candidate
from docforge.detect.credited_captions import with_caption
from docforge.detect.look import RUNNING, Look
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import folded, phrases
from docforge.patterns import SENTENCE_ENDS, lazily

__all__ = ["bare_tail", "capital_tail", "dashed_tail", "house_tail", "may_close_with_maker"]

_WIDEST = 320
"""Columns of a caption."""
_SHORTEST = 12
"""Characters before the name."""
_TAIL = 90
"""Characters in which the credit begins."""
_SMALL = 3
"""Letters of a word that goes on with the name: ``of ANN LEE``, ``and ANN LEE``."""
_FOR = "|".join(sorted(word.upper() for word in WRITING_FOR))
_NAME = lazily(
    r"(?<=\s)([A-ZÀ-Þ][A-ZÀ-Þ.'’-]{1,20}(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]{1,20}){1,3})"
    rf"(?: (?:{_FOR}) [«“\"][^«»“”\"]{{2,40}}[»”\"])?$"
)
"""Two to four words in capitals, and the outlet for which they work: ``ANN LEE POUR « LE PORT »``."""
_HOUSE_TAIL = 60
_ASKED = 200
"""So many passages of running text are asked for the person."""
_HOUSE = lazily(rf"(?<=[.!?…»”\")]\s)([A-ZÀ-Þ]{{2,8}}) [–—-] ({FULL_NAME})$")
"""A house in capitals and a name behind it, behind a sentence."""
_DASHED = lazily(
    r"(?<=[.!?…»”\")]\s)[-–—] ([A-ZÀ-Þ]{2,20}(?:[ ./-]{1,2}[A-ZÀ-Þ]{2,20}){0,4})(?: [-–—] [^\W\d_]{4,12})?$"
)
_NAME_WITH_PARTICLES = r"[^\W\d_a-z][\w.'’-]+(?: (?:[a-z]{1,3} ){0,2}[^\W\d_a-z][\w.'’-]*){1,3}"
"""``Rob de Graaf``."""
_FEW_WORDS = 2
"""Words in small letters of a caption before a house in capitals."""
_CLOSING_MARKS, _CAPITALS = '»”"', 0.2
"""Marks behind the outlet for which a maker works, and the share of capitals at the head of such a caption."""
_SMALL_WORD, _SMALL_WORDS = lazily(r"(?<![^\W_])[a-zà-ÿ][^\W\d_]+"), 3
"""Words in small letters, so many of which stand before the name."""


def may_close_with_maker(look: Look) -> bool:
    """Say whether a passage closes with a word in capitals, a name in quotation marks or words behind a dash."""
    last = look.text[-2:]
    return last.isupper() or (last[-1:] in _CLOSING_MARKS and look.capitals > _CAPITALS) or _is_parted_by_dash(look)


def _is_parted_by_dash(look: Look) -> bool:
    tail = look.text[-_HOUSE_TAIL:]
    return look.columns <= _WIDEST and (" – " in tail or " — " in tail or " - " in tail)


def house_tail(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """``The old mole. SUN – Ann Lee``: a caption that closes with a house in capitals and who works for it."""
    match = _HOUSE.search(text, max(0, len(text) - _HOUSE_TAIL)) if _is_parted_by_dash(look) and not look.ends else None
    if match is None or match.start() < _SHORTEST or survey.closes(look):
        return None
    if not is_person(match[2]) and _is_told_of(survey, look, match[2].casefold().rpartition(" ")[2]):
        return None
    note, fields = f"closes with ‘{match[0]}’", {"creator": match[2], "provider": match[1]}
    return with_caption(look, lead + match.start(), 0.88, "credit.provider", note, fields)


def bare_tail(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """``The old mole. Photo Ann Lee``: a caption that closes with a word for a picture and a name without a sign."""
    if look.columns > _WIDEST or look.ends:
        return None
    match = _bare().search(text, max(0, len(text) - _TAIL))
    if match is None or match.start() < _SHORTEST or not (is_person(match[2]) or _has_particle(match[2])):
        return None
    fields = {"creator": match[2], "label_end": match.start(2) - match.start()}
    note = f"closes with ‘{match[1]}’ before a name"
    return with_caption(look, lead + match.start(), 0.88, "credit.label", note, fields)


@cache
def _bare() -> re.Pattern[str]:
    """Return words for pictures that need no sign, before a name behind a sentence."""
    words = sorted((word for word in phrases("credits", "bare") if word.isalpha()), key=len, reverse=True)
    return re.compile(rf"(?<=[.!?…»”\")]\s)((?i:{'|'.join(words)}))\s({_NAME_WITH_PARTICLES})$")


def dashed_tail(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """``The old mole. - HARBOUR OFFICE - Archive``: a caption that closes with a house in capitals behind a dash."""
    match = _DASHED.search(text, max(0, len(text) - _TAIL)) if _is_parted_by_dash(look) and not look.ends else None
    if match is None or match.start() < _SHORTEST or survey.closes(look):
        return None
    if len(_SMALL_WORD.findall(text[: match.start()])) < _FEW_WORDS:
        return None
    note, fields = f"closes with ‘{match[1]}’ behind a dash", {"provider": match[1]}
    return with_caption(look, lead + match.start(), 0.88, "credit.provider", note, fields)


def capital_tail(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """``The mole last week. ANN LEE``; not of whom the text tells, nor below it, where somebody signs."""
    if look.columns > _WIDEST or not may_close_with_maker(look) or survey.closes(look):
        return None
    match = _NAME.search(text, max(0, len(text) - _TAIL))
    if match is None or match.start() < _SHORTEST:
        return None
    before = text[: match.start()].rstrip()
    last = before.rpartition(" ")[2]
    if last.isupper() or (last.islower() and len(last) <= _SMALL) or len(_SMALL_WORD.findall(before)) < _SMALL_WORDS:
        return None
    if not (is_person(match[1]) or _stands_alone(survey, match[1])) or _is_told_of(
        survey, look, match[1].casefold().rpartition(" ")[2]
    ):
        return None
    note, fields = f"closes with ‘{match[1]}’", {"creator": match[1]}
    score = 0.88 if before[-1] in SENTENCE_ENDS else 0.8
    return with_caption(look, lead + match.start(), score, "credit.provider", note, fields)


def _stands_alone(survey: Survey, name: str) -> bool:
    """Say whether a line says a name and nothing else, as bylines do."""
    lines: frozenset[str] | None = survey.memo.get("folds_of_lines")
    if lines is None:
        lines = survey.memo["folds_of_lines"] = frozenset(line.fold for line in survey.lines)
    return folded(name) in lines


def _has_particle(name: str) -> bool:
    """Say whether a small word of surnames stands in a name: ``Rob de Graaf``."""
    return not phrases("byline", "particles").isdisjoint(word for word in name.split() if word.islower())


def _is_told_of(survey: Survey, look: Look, surname: str) -> bool:
    """Say whether running text other than *look* names somebody."""
    running = islice((other for other in survey.looks if other.prose >= RUNNING), _ASKED)
    return any(surname in other.head for other in running if other is not look)
