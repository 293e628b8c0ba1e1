# SPDX-License-Identifier: Apache-2.0
"""The bylines of one text weighed against each other: who signs, who edited, and which bare names to believe."""

from __future__ import annotations

from collections.abc import Callable

from docforge.detect.agencies import known_agency
from docforge.detect.author_names.outlets import DOMAIN, is_outlet
from docforge.detect.author_names.persons import is_person
from docforge.detect.author_names.roles import is_desk
from docforge.detect.bylines.authors import is_lone_word
from docforge.detect.bylines.bare_score import LEAST
from docforge.detect.bylines.byline_words import label_of
from docforge.detect.bylines.parts import ADDRESS
from docforge.detect.candidate import Candidate
from docforge.detect.look import Look
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import folded, phrases

__all__ = ["weigh"]

_TOP = 25
_PERSON = 0.2
"""What a listed given name is worth where several lines could name the authors."""
_LONE_WORD = 0.3
"""Below this score a lone word is nobody's name."""


def weigh(survey: Survey, found: list[Candidate]) -> list[Candidate]:
    """Return what to believe of *found*, one candidate for a line, and each byline with a date as a line of dates too.

    A bare name is believed once: if a labelled byline stands near the top or the bottom, or another bare name has
    better evidence, it loses most of its score.
    """
    if not found:
        return found
    reach = len(survey.looks) - 6
    named = {c.passage for c in found if any(is_person(name) for name, _, _ in c.fields.get("authors", ()))}
    labelled = (c for c in found if c.rule != "byline.bare-name" and c.score >= 0.85)
    sure = [c for c in labelled if c.passage < _TOP or c.passage >= reach]
    if not named.isdisjoint(c.passage for c in sure):
        apart = [c for c in found if named.isdisjoint((c.passage, c.passage - 1)) and _names_outlets(c)]
        found = [_as_outlet(c) if c in apart else c for c in found]
    editors = [c for c in found if c.kind == "byline" and _names_editor(survey.looks[c.passage])]
    if editors and any(c.score >= 0.85 and c not in editors and _names_people(c) for c in found):
        found = [_as_tagline(c) if c in editors else c for c in found]
    bare = [c for c in found if c.rule == "byline.bare-name" and c.kind == "byline"]
    believed = _believed(survey, bare, named, sure)
    told = [*(c for c in found if c.rule != "byline.bare-name" or c.kind != "byline"), *believed]
    return told + [_as_dated(c) for c in told if c.passage < _TOP and _states_date(c)]


def _believed(survey: Survey, bare: list[Candidate], named: set[int], sure: list[Candidate]) -> list[Candidate]:
    """Return the *bare* names to believe; *named* are the passages that name a person, *sure* the labelled bylines."""
    if not bare:
        return bare
    best = max(bare, key=lambda c: (c.score + _PERSON * (c.passage in named), -c.passage), default=None)
    bare = [c for c in bare if c.score >= LEAST or survey.looks[c.passage].cased]
    if sure:
        group = set().union(*(_higher(c, bare) for c in sure if survey.closes(survey.looks[c.passage])))
    else:
        group = _group(survey, best, bare) | _higher(best, bare) if best is not None else set()
    addresses = {c.passage for c in bare if _names_address(survey, c)}
    persons = [c.passage for c in bare if c.passage not in addresses]
    # The address of an outlet beside its author's name says where the text stood, not who wrote it.
    outlets = {place for place in addresses if any(abs(place - other) <= 3 for other in persons)}
    weighed = [_weighed(c, group, sure) for c in bare if c.passage not in outlets]
    believed = [c for c in weighed if c.score >= _LONE_WORD or not _names_lone_word(c)]
    staffs = {c.passage for c in believed if _names_only(c, _is_staff)}
    return [_without_authors(c) if _names_house(c, named, staffs) else c for c in believed]


def _names_house(candidate: Candidate, named: set[int], staffs: set[int]) -> bool:
    """Say whether a line that names no person says, below one, where the person works, or below a staff, whose it is.

    Below ``Staff reports`` another desk and an agency sign too.
    """
    if candidate.passage in named:
        return False
    above = candidate.passage - 1
    return above in named or (above in staffs and not _names_only(candidate, _signs))


def _names_only(candidate: Candidate, of_kind: Callable[[str], bool]) -> bool:
    """Say whether a byline names somebody, and each is *of_kind*."""
    authors = candidate.fields.get("authors", ())
    return bool(authors) and all(of_kind(name) for name, _, _ in authors)


def _is_staff(name: str) -> bool:
    """Say whether *name* is a desk, and no role that stands above a name."""
    return folded(name) not in phrases("byline", "suffix") and is_desk(name)


def _signs(name: str) -> bool:
    return known_agency(name) or is_desk(name)


def _states_date(candidate: Candidate) -> bool:
    return candidate.kind == "byline" and any(part.kind == "publication_line" for part in candidate.parts)


def _as_dated(candidate: Candidate) -> Candidate:
    """Read a line with the author and the date as one of dates too: these may stand above the headline."""
    _, passage, score, rule, note, fields, parts = candidate
    return Candidate("publication_line", passage, score, rule, note, fields, parts)


def _without_authors(candidate: Candidate) -> Candidate:
    """A line below a person's name that names nobody itself says where or for whom that person works."""
    if candidate.parts:
        return candidate
    kind, passage, score, rule, note, fields, parts = candidate
    return Candidate(kind, passage, score, rule, note, {**fields, "authors": ()}, parts)


def _names_outlets(candidate: Candidate) -> bool:
    """Say whether a byline names outlets and nobody else."""
    authors = candidate.fields.get("authors", ())
    return bool(authors) and not candidate.parts and all(is_outlet(name) for name, _, _ in authors)


def _as_outlet(candidate: Candidate) -> Candidate:
    """Where a person signs with a byline word, the outlet in another line published the text and did not write it."""
    return Candidate("furniture", candidate.passage, max(candidate.score, 0.9), candidate.rule, candidate.note)


def _names_editor(look: Look) -> bool:
    """Say whether a line opens with the word for an editor, a proofreader or a translator."""
    match = label_of(look)
    return folded(match[1] if match is not None else look.whole.split(" ", 1)[0]) in phrases("byline", "editing")


def _names_people(candidate: Candidate) -> bool:
    return candidate.kind == "byline" and bool(candidate.fields.get("authors"))


def _as_tagline(candidate: Candidate) -> Candidate:
    """Where somebody else wrote, who edited is told at the foot and is no author."""
    _, passage, score, rule, note, _, _ = candidate
    return Candidate("tagline", passage, score, rule, note, {"role": "reporting"})


def _names_address(survey: Survey, candidate: Candidate) -> bool:
    """Say whether a byline is the address of an outlet and nothing else."""
    text = survey.looks[candidate.passage].text
    named = next((text[part.start : part.end] for part in candidate.parts if part.kind == "byline"), text)
    return "." in named and DOMAIN.fullmatch(named.strip(" |·•-–—")) is not None


def _names_lone_word(candidate: Candidate) -> bool:
    authors = candidate.fields.get("authors", ())
    return len(authors) == 1 and is_lone_word(authors[0][0])


def _group(survey: Survey, best: Candidate, bare: list[Candidate]) -> set[int]:
    """Return the passages of the bare names that stand in one run with the best, their addresses left out."""
    places = {c.passage for c in bare}
    group = {best.passage}
    for step in (-1, 1):
        at = best.passage + step
        while at in places or (_is_address(survey, at) and at + step in places):
            if at in places:
                group.add(at)
            at += step
    return group


def _is_address(survey: Survey, at: int) -> bool:
    """Say whether a passage is a mail address or an account and nothing else."""
    if not 0 <= at < len(survey.looks) or survey.looks[at].words > 1 or "@" not in survey.looks[at].text:
        return False
    return ADDRESS.fullmatch(survey.looks[at].text.strip()) is not None


def _higher(best: Candidate, bare: list[Candidate]) -> set[int]:
    """Return the passages above the best that name the same authors: below the text they stand once more."""
    authors = _authors(best)
    return {c.passage for c in bare if authors and c.passage < best.passage and _authors(c) == authors}


def _authors(candidate: Candidate) -> list[str]:
    told = [candidate.fields, *(part.fields for part in candidate.parts)]
    return [folded(name) for fields in told for name, _, _ in fields.get("authors", ())]


def _weighed(candidate: Candidate, group: set[int], sure: list[Candidate]) -> Candidate:
    """Return a bare name with its score, or with less: in no *group* with the best and beside no *sure* byline."""
    if candidate.passage in group or any(
        abs(candidate.passage - c.passage) == 1 and c.score > 0.9 and candidate.score > 0.8 for c in sure
    ):
        return candidate
    kind, passage, score, rule, note, fields, parts = candidate
    return Candidate(kind, passage, score * (0.2 if sure else 0.5), rule, note, fields, parts)
