# SPDX-License-Identifier: Apache-2.0
"""What the input's own format says of its parts, as candidates: a NITF ``hl1`` is the headline, whatever it looks like.

Comes in: a ``Survey`` whose source has marks, and what the detectors found.  Goes out: the candidates that agree with
the marks.  Knows no format: readers state kind and rule (``model.Mark``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from docforge.detect.author_names.lists import parse_names
from docforge.detect.bylines.byline_words import byline_word
from docforge.detect.candidate import Candidate
from docforge.detect.dateline import ParsedDateline
from docforge.detect.marked_bylines import beside_credit, signing, those_who_sign
from docforge.detect.publication import dated_fields, moments_of
from docforge.detect.survey import Survey
from docforge.model import Mark

__all__ = ["with_marks"]

_SCORE = 40.0
"""Above every detector, below the user's word."""
_NOT_IN_BODY = frozenset({"headline", "kicker", "subheadline"})
_GUESSES = frozenset({"furniture.shape"})
"""Rules that take a short line for a menu: the format has left menus out already."""
_PICTURES = frozenset({"caption", "credit_line"})
_NOTE = "the format names it so"


def with_marks(survey: Survey, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return *candidates* with those that marks call for added and those that marks rule out left away."""
    stated = ((index, _stated(survey, index, mark)) for index, mark in _marked(survey).items())
    marked = {index: mark for index, mark in stated if mark is not None}
    kept = [
        c
        for c in candidates
        if (mark := marked.get(c.passage)) is None
        or mark.kind == c.kind
        or (c.kind not in _NOT_IN_BODY and c.rule not in _GUESSES and not _captions_other(c, marked))
    ]
    return [*kept, *_added(survey, candidates, marked)]


def _captions_other(candidate: Candidate, marked: dict[int, Mark]) -> bool:
    """Say whether a passage is taken for a caption because of a credit that the format names, which has a picture."""
    if candidate.rule != "caption.beside-credit" or marked[candidate.passage].kind != "body":
        return False
    beside = (marked.get(candidate.passage + step) for step in (-1, 1))
    return any(mark is not None and mark.kind in _PICTURES for mark in beside)


def _stated(survey: Survey, index: int, mark: Mark) -> Mark | None:
    """Return what a passage states of its mark: ``Updated`` alone names no day, ``Written by`` nobody."""
    if mark.kind == "publication_line":
        return mark if moments_of(survey, survey.looks[index]) else None
    return signing(survey, index, mark) if mark.kind == "byline" else mark


def _marked(survey: Survey) -> dict[int, Mark]:
    """Return the mark of each passage that has one; marks and passages are both in order."""
    found: dict[int, Mark] = {}
    marks = iter(survey.source.marks)
    mark = next(marks, None)
    for look in survey.looks:
        span = look.passage.span
        while mark is not None and mark.span.end <= span.start:
            mark = next(marks, None)
        if mark is not None and mark.span.overlaps(span):
            found[look.index] = mark
    return found


def _added(survey: Survey, candidates: Sequence[Candidate], marked: dict[int, Mark]) -> Iterator[Candidate]:
    own: dict[tuple[int, str], Candidate] = {}
    for candidate in candidates:
        key = (candidate.passage, candidate.kind)
        if key not in own or own[key].score < candidate.score:
            own[key] = candidate
    for index, mark in marked.items():
        if mark.kind == "body":
            continue
        known = own.get((index, mark.kind))
        if known is not None and _agrees(known, mark):
            told = those_who_sign(survey, known.fields.get("authors", ()))
            fields = {**known.fields, "authors": told} if told else known.fields
            yield known._replace(score=_SCORE, rule=mark.rule, note=_NOTE, fields=fields)
            continue
        if mark.kind == "byline" and (parted := beside_credit(survey, index, mark)) is not None:
            yield parted._replace(score=_SCORE, note=_NOTE)
            continue
        yield Candidate(mark.kind, index, _SCORE, mark.rule, _NOTE, _fields(survey, index, mark))


def _agrees(known: Candidate, mark: Mark) -> bool:
    """Say whether what was found names no one but those whom the format names, if it does."""
    whole = " ".join(mark.names)
    return not mark.names or all(author[0] in whole for author in known.fields.get("authors", ()))


def _fields(survey: Survey, index: int, mark: Mark) -> dict[str, Any]:
    """Return what a marked passage states."""
    text = survey.looks[index].text
    if mark.kind == "publication_line":
        return dated_fields(moments_of(survey, survey.looks[index])[0])
    if mark.kind == "byline":
        names_only = (name.partition("(")[0].rstrip() or name for name in mark.names)  # Ann Lee(Rome, special envoy)
        places = [(start, start + len(name)) for name in names_only if (start := text.find(name)) >= 0]
        if places:
            places = [(start + byline_word(text[start:end], survey.primary)[0], end) for start, end in places]
            found = [parse_names(text, *place).authors or ((text[slice(*place)], *place),) for place in places]
            return {"authors": tuple(author for authors in found for author in authors), "agency": None}
        start = byline_word(text, survey.primary)[0]
        names = parse_names(text, start, len(text))
        told = those_who_sign(survey, names.authors)
        return {"authors": told or ((text[start:], start, len(text)),), "agency": names.agency}
    if mark.kind == "dateline":
        line = ParsedDateline(0, len(text), mark.place, mark.region, mark.date, rule=mark.rule, score=1.0, note=_NOTE)
        return {"dateline": line}
    return {"role": mark.role} if mark.role else {}
