# SPDX-License-Identifier: Apache-2.0
"""What a format calls a byline and what stands there: names, or a label, a button, an office, a picture's credit.

Comes in: a ``Survey`` and the mark of a passage.  Goes out: the mark with the names that are some, or nothing where
it names nobody; the authors of a line.  Pages call whole boxes ``author``, with all that they hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from docforge.detect.author_names.lists import parse_names
from docforge.detect.author_names.persons import is_person
from docforge.detect.author_names.roles import ARTICLE, ends_in_desk, is_role
from docforge.detect.buttons import asks_reader
from docforge.detect.bylines.byline_words import byline_word, is_label
from docforge.detect.candidate import Candidate, Part
from docforge.detect.credits import find_credits
from docforge.detect.page_wording import is_furniture_phrase
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import folded, is_given_name, phrases, phrases_by_language
from docforge.model import Mark

__all__ = ["beside_credit", "signing", "those_who_sign"]

_SURE = 0.8
"""Score of a credit that its label makes one."""
_WIDEST = 60
"""Columns of a button."""


def signing(survey: Survey, index: int, mark: Mark) -> Mark | None:
    """Return the *mark* of a byline with those of its names that can be some; None where it names nobody."""
    look = survey.looks[index]
    names = tuple(name for name in mark.names if not _is_nobody(name, survey.primary))
    if mark.names and not names and (before := look.text.partition(mark.names[0])[0].strip()):
        names = (before,)  # By Ann Lee <a class="author">Follow Ann</a>
    if _is_nobody(look.text, survey.primary) or is_furniture_phrase(look):
        return None
    if _opens_with_credit(survey, index):
        return None
    return replace(mark, names=names) if names != mark.names else mark


def those_who_sign(survey: Survey, authors: Sequence[tuple[str, int, int]]) -> tuple[tuple[str, int, int], ...]:
    """Return *authors* without labels among and before the names: ``Authors Ann Lee``."""
    told = []
    for name, start, end in authors:
        first, blank, rest = name.partition(" ")
        if blank and is_label(first) and is_person(rest) and not is_given_name(first):
            told.append((rest, end - len(rest), end))
        elif not _is_nobody(name, survey.primary):
            told.append((name, start, end))
    return tuple(told)


def beside_credit(survey: Survey, index: int, mark: Mark) -> Candidate | None:
    """``By Ann Lee; photographs by Jo Ray``: return the byline and the credit behind it, None where none is."""
    text = survey.looks[index].text
    start = byline_word(text, survey.primary)[0]
    for found in _credits(survey, index) if start else ():
        if len(found.parts) < 2 or found.parts[1].kind != "credit_line":
            continue
        cut = found.parts[1].start
        authors = parse_names(text, start, cut).authors
        if authors:
            own = Part("byline", 0, cut, {"authors": authors, "agency": None})
            return Candidate("byline", index, found.score, mark.rule, found.note, parts=(own, *found.parts[1:]))
    return None


def _opens_with_credit(survey: Survey, index: int) -> bool:
    """Say whether the label of a picture opens a passage, and no byline word."""
    if byline_word(survey.looks[index].text, survey.primary)[0]:
        return False
    own = (c for c in _credits(survey, index) if c.kind == "credit_line")
    return any(c.rule == "credit.label" and c.score >= _SURE for c in own)


def _credits(survey: Survey, index: int) -> Sequence[Candidate]:
    """Return the picture credits of a passage."""
    known: dict[int, list[Candidate]] | None = survey.memo.get("credits_by_passage")
    if known is None:
        known = survey.memo["credits_by_passage"] = {}
        for found in find_credits(survey):
            known.setdefault(found.passage, []).append(found)
    return known.get(index, ())


def _is_nobody(text: str, language: str) -> bool:
    """Say whether *text* is what pages write beside a name: ``The author``, ``See all articles``, ``Coast editor``."""
    words = text.strip(" :：")
    if not words or len(words) > _WIDEST:
        return not words
    fold = folded(words)
    plain = ARTICLE.match(words)
    if is_label(words) or (plain is not None and is_label(words[plain.end() :].strip())):
        return True
    if fold in phrases("byline", "desk"):
        return False
    if fold in _page_words() or fold.startswith(_leading()) or asks_reader(fold, language):
        return True
    first, blank, _ = fold.partition(" ")
    table = phrases_by_language("clutter", "follow")
    if blank and (first in table["en"] or first in table.get(language, ())) and not is_given_name(first):
        return True
    return is_role(fold, words) and not ends_in_desk(fold) and not is_person(words) and not _names_some(words)


def _names_some(words: str) -> bool:
    found = parse_names(words, 0, len(words))
    return bool(found.authors or found.agency)


@cache
def _page_words() -> frozenset[str]:
    lists = ("line", "button", "read_on", "label", "networks")
    return phrases("byline", "beside_author").union(*(phrases("clutter", name) for name in lists))


@cache
def _leading() -> tuple[str, ...]:
    """Openings of links to what else an author wrote: ``View all posts``."""
    return tuple(words for words in phrases("byline", "second_label") if words.count(" ") > 1)
