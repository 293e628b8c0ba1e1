# SPDX-License-Identifier: Apache-2.0
"""Bylines: lines that name who wrote the article, with or without a label, in many languages.

Comes in: a ``Survey``.  Goes out: candidates of kind ``byline`` with the names as a list; a date in the same line
becomes a publication line of its own.  A bare name is weak evidence and says so in its score.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from docforge.detect.author_names.persons import is_person
from docforge.detect.bylines.bare import line_of_names, names_person
from docforge.detect.bylines.beside_dates import beside_date
from docforge.detect.bylines.byline_words import (
    LABEL_SIGN,
    LEADS,
    byline_word,
    is_label,
    label_at,
    label_of,
    may_open,
    words_alone,
)
from docforge.detect.bylines.east_asian import (
    above_date,
    before_filed,
    before_house,
    before_role,
    behind_role,
    in_closing_brackets,
    with_address,
)
from docforge.detect.bylines.labelled import among_fields, behind_label, behind_word, from_house
from docforge.detect.bylines.rivals import weigh
from docforge.detect.candidate import Candidate
from docforge.detect.contacts import contacts
from docforge.detect.look import FIGURES, RUNNING, Look
from docforge.detect.posts import signatures_of_posts
from docforge.detect.publication import is_among_facts, is_publication_label, states_founding
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import folded, phrases

__all__ = ["find_bylines", "signed"]

_DESK_WORDS = 5
"""Words of a desk that signs alone."""
_ENCLOSED, _BRACKETS = 40, frozenset("（(【[")
"""Columns of names in brackets alone above a text, and what opens them."""
_ALONE = 16
"""Columns of a Korean name and the sign of its item."""
_LAST = 12
"""Passages at the end of a page among which the text of an article closes."""
_OFFICE, _OFFICE_WORDS, _NAME_WORDS = 0.8, 6, 4
"""The score of an office right below a name; words of one, and of the name, at most."""
_CLEAN_LABEL = 0.94
"""The score of a label before names and nothing else."""
_SURE = 0.85
"""The score from which a byline surely is one."""


def find_bylines(survey: Survey) -> list[Candidate]:
    """Return one candidate for each short line that may name the authors, and one more where it states a date.

    Worked out once for a survey.
    """
    known: list[Candidate] | None = survey.memo.get("find_bylines")
    if known is not None:
        return known
    asked = contacts(survey) | signatures_of_posts(survey)
    lines = [look for look in survey.lines if look.columns <= 220 and look.words <= 34 and look.index not in asked]
    known = weigh(survey, [c for look in lines if (c := _byline(survey, look)) is not None])
    if survey.east_asian:
        known += [c for look in _closing_lines(survey) if (c := in_closing_brackets(survey, look)) is not None]
    survey.memo["find_bylines"] = known
    return known


def _closing_lines(survey: Survey) -> Sequence[Look]:
    """Return the last of the last passages that holds a full stop of ideographs, and the one below it."""
    last = survey.looks[max(1, len(survey.looks) - _LAST) :]
    told = [at for at, look in enumerate(last) if "。" in look.text]
    return last[told[-1] : told[-1] + 2] if told else ()


def signed(survey: Survey) -> frozenset[str]:
    """Return the folded names of those whom a byline that is surely one names."""
    known: frozenset[str] | None = survey.memo.get("signed")
    if known is None:
        sure = [c for c in find_bylines(survey) if c.kind == "byline" and c.score >= _SURE]
        told = [fields for c in sure for fields in (c.fields, *(part.fields for part in c.parts))]
        known = frozenset(folded(name) for fields in told for name, _, _ in fields.get("authors", ()))
        survey.memo["signed"] = known
    return known


def _byline(survey: Survey, look: Look) -> Candidate | None:
    text = look.text
    length = 0
    if survey.east_asian and look.whole.endswith(_more_by()):
        return None
    if not FIGURES.isdisjoint(look.signs) and (states_founding(survey, look) or is_among_facts(survey, look)):
        return None
    if look.words <= _DESK_WORDS and look.fold in phrases("byline", "desk"):
        return line_of_names(survey, look)
    lead = _behind_same(text, survey.primary) if "|" in text else 0  # Brick By Brick
    if lead or text[0] in LEADS or may_open(look.whole, survey.primary):
        lead = lead or len(text) - len(text.lstrip(LEADS))
        length, word = byline_word(text[lead:], survey.primary)
        if length and not (folded(word) in phrases("byline", "helping") and survey.closes(look)):
            found = behind_word(survey, look, lead + length, word)
            if found is not None:
                return found
    if look.words <= _DESK_WORDS and (found := from_house(survey, look)) is not None:
        return found
    match = label_of(look) if look.signs else None
    if match is not None or (survey.east_asian and LABEL_SIGN.search(text)):
        found = among_fields(survey, look)
        if found is not None:
            return found
    if match is not None and is_publication_label(match[1]) and (own := label_at(look, match.end())) is not None:
        match = own  # Published:  By: Ann Lee
    if match is not None:
        if is_label(match[1]) and not ("/" in match[0] and folded(match[1]) in phrases("byline", "desk")):
            found = behind_label(survey, look, match.end(), match[1])
            if found is not None or not survey.east_asian:
                return found
        if not look.ends and folded(match[1]) in phrases("byline", "work"):
            found = behind_label(survey, look, match.end(), match[1])
            return found if found is not None and found.score >= _CLEAN_LABEL else None
    if survey.east_asian:
        found = before_role(survey, look) or behind_role(survey, look) or before_house(survey, look)
        found = found or before_filed(survey, look) or with_address(survey, look)
        if found is None and look.columns <= _ENCLOSED and survey.opens(look) and text[0] in _BRACKETS:
            found = in_closing_brackets(survey, look)  # a line of its own above the text
        found = found or (above_date(survey, look) if look.columns <= _ALONE else None)
        if found is not None:
            return found
    if survey.is_far_inside(look):
        return None
    if not look.ends and (office := _office_below_name(survey, look)) is not None:
        return office
    found = line_of_names(survey, look) if look.prose < RUNNING and look.columns <= 120 and not length else None
    return found if found is not None or length else beside_date(survey, look)


def _office_below_name(survey: Survey, look: Look) -> Candidate | None:
    """``Journalist @Harbour Post`` right below a person who stands alone: where the person works, and no author."""
    role, _, house = look.whole.partition(" ")
    if not house or look.words > _OFFICE_WORDS or role not in phrases("byline", "suffix"):
        return None
    if survey.is_amid(look) and not survey.opens(look):
        return None
    if house[0] != "@" and house.partition(" ")[0] not in phrases("byline", "office_at"):
        return None
    above = survey.looks[look.index - 1] if look.index else None
    if (
        above is None
        or above.words > _NAME_WORDS
        or not names_person(survey, above)
        or not is_person(above.text.strip())
    ):
        return None
    fields = {"authors": (), "agency": None}
    return Candidate("byline", look.index, _OFFICE, "byline.bare-name", "an office below a name", fields)


def _behind_same(text: str, language: str) -> int:
    """``Ann Lee | Gazette By Ann Lee | Gazette``: return where the byline word stands, 0 if the halves differ.

    The outlet may stand behind the second alone: ``Ann Lee | Writer By Ann Lee | Writer The Gazette``.
    """
    for word in words_alone(language):
        first = word[0].upper() + word[1:]
        half = text.find(f" {first} ", 1)
        end = half + len(word) + 2
        if (
            half > 0
            and text[half - 1] != "|"
            and "|" in text[:half]
            and text.startswith(text[:half], end)
            and text[end + half : end + half + 1] in {"", " "}
        ):
            return half + 1
    return 0


@cache
def _more_by() -> tuple[str, ...]:
    """What closes a line that leads to other articles of an author, in scripts that write it behind the name."""
    return tuple(phrases("byline", "more_by"))
