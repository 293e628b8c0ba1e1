# SPDX-License-Identifier: Apache-2.0
"""Records: exports of press archives, labelled drafts and mail headers, where a label says what each line is.

Comes in: a ``Survey``.  Goes out: a candidate for each labelled line: the headline, kicker or deck behind its label (of
kinds ``labelled_headline``, ``labelled_kicker`` and ``labelled_deck``, the label a part of its own), ``furniture`` for
facts about the record.  Bylines, dates and sources behind labels are their own detectors' business.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from docforge.detect.bylines.byline_words import is_label
from docforge.detect.candidate import Candidate, Part
from docforge.detect.look import COLON, Look
from docforge.detect.publication import is_publication_label
from docforge.detect.separators import EDGES, numbered_document
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import folded, phrases

__all__ = ["find_records"]

_LABEL = 32
"""Characters of the longest label."""
_FIELDS = 3
"""Labels of a record: so many different ones at least."""
_WIDE, _MANY = 160, 5
"""Columns of a field; a record of so many labels may have wider ones."""
_COUNTED = 2
"""The line that counts the documents of an export (``3 of 17 documents``) is one of the first, up to this one."""
_HEADER = 12
"""Lines of the header of a mail."""
_MAIL = ("sender", "recipient", "sent", "topic")
_RUNNING, _PARAGRAPH = 0.85, 120
"""How much a passage reads as prose, and its columns, from which it is the text of the article."""
_SURE = 1.5
_FIELD = 1.2


class _Line(NamedTuple):
    """A line with a label that is known."""

    look: Look
    label: str
    """Case-folded."""
    uses: frozenset[str]
    end: int
    """Where the label ends, its sign included."""


def find_records(survey: Survey) -> list[Candidate]:
    """Return candidates for the lines of a record that a label tells."""
    out = [
        Candidate("furniture", look.index, _FIELD, "record.number", "counts the documents of an export")
        for look in survey.looks[: _COUNTED + 1]
        if look.columns <= 60 and numbered_document(look.text.casefold().strip(EDGES))
    ]
    lines = list(_labelled(survey.looks))
    if not lines:
        return out
    labels = len({line.label for line in lines})
    text = _text(survey, lines)
    header = _header(lines, text.start)
    record = labels >= _FIELDS and _is_record(lines, text.start)
    headed = record and any(line.look.index < text.start and line.uses & _OWN for line in lines)
    taken: set[str] = set()
    for number, line in enumerate(lines):
        use = _use(line, header, taken, first=number == line.look.index)
        look = line.look
        if use in _KINDS:
            named = look.index < text.start and (record or header)
            if not look.text[line.end :].strip() or not (named or look.index == 0):
                continue
            taken.add(use)
            kind, block = _KINDS[use]
            parts = (Part("furniture", 0, line.end), Part(block, line.end, len(look.text)))
            note = f"behind the label ‘{line.label}’"
            out.append(Candidate(kind, look.index, _SURE, "record.label", note, parts=parts))
        elif look.index in header or (use == "field" and record and _is_outside(look, text, headed)):
            if use == "field" and (look.columns <= _WIDE or labels >= _MANY):
                out.append(Candidate("furniture", look.index, _FIELD, "record.field", f"‘{line.label}’ of a record"))
    return out + ([c for c in _alone(survey) if c.passage not in text] if record and not header else [])


def _text(survey: Survey, lines: Sequence[_Line]) -> range:
    """Return the passages from the first running text to the last; behind all where there is none."""
    labelled = {line.look.index for line in lines}
    running = [
        look.index
        for look in survey.looks
        if look.prose >= _RUNNING and look.columns >= _PARAGRAPH and look.index not in labelled
    ]
    return range(running[0], running[-1] + 1) if running else range(len(survey.looks), len(survey.looks))


def _is_outside(look: Look, text: range, headed: bool) -> bool:
    """Say whether a labelled line may state a fact about the record: above the text, or below it where one is *headed*.

    Inside the text it is a line of the article, of a box or of a mail that it quotes, and so is a whole sentence.
    """
    return not look.ends and (look.index < text.start or (headed and look.index >= text.stop))


def _use(line: _Line, header: frozenset[int], taken: set[str], *, first: bool) -> str:
    """Return what a label announces: a key of ``_KINDS`` that is not *taken*, ``field`` or nothing.

    *first*: nothing but labelled lines stands above.
    """
    if line.look.index in header:
        return "headline" if "topic" in line.uses else "field" if line.uses & {"sender", "recipient"} else ""
    own = [use for use in _KINDS if use in line.uses]
    if first and "title" in line.uses:
        own.append("headline")
    return next((use for use in own if use not in taken), "field" if "field" in line.uses else "")


def _is_record(lines: Sequence[_Line], top: int) -> bool:
    """Say whether a label above the text, which begins with passage *top*, announces a headline, a byline or a date."""
    return any(line.look.index < top and (not line.uses or not line.uses.isdisjoint(_KINDS)) for line in lines)


_KINDS = {
    "headline": ("labelled_headline", "headline"),
    "kicker": ("labelled_kicker", "kicker"),
    "deck": ("labelled_deck", "subheadline"),
}
_OWN = frozenset({*_KINDS, "field"})
"""What the labels of records announce and those of a byline or a date do not."""


def _labelled(looks: Sequence[Look]) -> Iterator[_Line]:
    """Yield the lines that a known label opens, those of bylines, dates and sources among them."""
    table = _labels()
    for look in looks:
        if COLON not in look.signs:
            continue
        text = look.text
        at = text.find(":", 1, _LABEL)
        if at < 0:
            at = text.find("：", 1, _LABEL)
        if at < 0:
            continue
        label = folded(text[:at])
        uses = table.get(label)
        if uses is None and (is_label(label) or is_publication_label(label) or label in _sources()):
            uses = frozenset[str]()
        if uses is not None:
            yield _Line(look, label, uses, at + 1)


@cache
def _labels() -> dict[str, frozenset[str]]:
    """The known labels, each with what it may announce."""
    table: dict[str, set[str]] = {}
    for use in (*_KINDS, "title", "field", *_MAIL):
        for label in phrases("records", use):
            table.setdefault(label, set()).add(use)
    return {label: frozenset(uses) for label, uses in table.items()}


def _sources() -> frozenset[str]:
    return phrases("signoff", "source_label")


def _header(lines: Sequence[_Line], top: int) -> frozenset[int]:
    """Return the passages that are the header of a mail: above the text, near each other, with sender and subject."""
    mail = [line for line in lines if not line.uses.isdisjoint(_MAIL)]
    if not mail or mail[0].look.index >= top:
        return frozenset()
    near = [line for line in mail if line.look.index < min(top, mail[0].look.index + _HEADER)]
    held = [next((use for use in _MAIL if use in line.uses), "") for line in near]
    if "sender" not in held or "topic" not in held or len(set(held)) < _FIELDS:
        return frozenset()
    return frozenset(line.look.index for line in near)


def _alone(survey: Survey) -> list[Candidate]:
    """Return the labels of a record that stand alone on their lines."""
    known = phrases("records", "alone")
    return [
        Candidate("furniture", look.index, _FIELD, "record.field", "a label of a record")
        for look in survey.looks
        if look.words <= _ALONE_WORDS and look.fold.rstrip(":： ") in known
    ]


_ALONE_WORDS = 3
