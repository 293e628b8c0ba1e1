# SPDX-License-Identifier: Apache-2.0
"""Initials that sign a text: ``M. K.``, ``Ma. K.``, ``M. K./Hina``, as newsrooms from Ljubljana to Skopje do.

Beside them the small letters of a reporter below a byline word alone: ``par`` / ``tpm``.
"""

from __future__ import annotations

from collections.abc import Iterator

from docforge.detect.agencies import known_agency
from docforge.detect.bylines.byline_words import words_alone
from docforge.detect.look import RUNNING, Look
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import phrases
from docforge.patterns import lazily

__all__ = ["POINTED_INITIALS", "initials"]

POINTED_INITIALS = lazily(r"(?:[^\W\d_a-z][a-zß-ž]?\.\s?){2,3}")
"""Two or three capitals, each with its point and perhaps a small letter; given and family name."""
_SIGN = lazily(r"\s{0,2}[/,]\s{0,2}")
_LETTERS = lazily(r"[a-z]{2,4}")
"""The letters of a reporter alone."""
_COLUMNS = 24
"""Columns of a line of initials at most."""


def initials(survey: Survey, look: Look) -> tuple[tuple[str, int, int], ...]:
    """Return the initials and agencies in a line of nothing else, each with its place, or nothing.

    Small letters alone sign below a byline word.  Others sign right beside the day of a text, above it or in its last
    line; what the text itself says, ``U.S.``, is a word, and where others stand in a line of their own they are those
    of readers, of speakers or of who is accused.
    """
    if _is_below_byline_word(survey, look):
        text = look.text.strip()
        return ((text, look.text.index(text), len(look.text.rstrip())),)
    if not _may_sign(look) or not _is_beside_day(survey, look):
        return ()
    found = tuple(_parts(look.text.rstrip()))
    first = found[0][0]
    if not _are_initials(first) or not all(_are_initials(part) or known_agency(part) for part, _, _ in found):
        return ()
    if any(first in other.text for other in survey.running()):
        return ()
    beside = (other for other in survey.lines if other.fold != look.fold and _may_sign(other))
    return (
        () if any(all(_are_initials(part) for part, _, _ in _parts(other.text.rstrip())) for other in beside) else found
    )


def _is_below_byline_word(survey: Survey, look: Look) -> bool:
    """``tpm`` right below ``par`` and above the text: say whether letters, no word of the text, stand there alone."""
    if look.index == 0 or look.words > 1 or not _LETTERS.fullmatch(look.whole) or not look.text.strip().islower():
        return False
    word, alone = survey.looks[look.index - 1].whole, words_alone(survey.primary)
    if word not in phrases("byline", "before_one_word") or word not in alone or look.whole in alone:
        return False
    return survey.opens(look) and survey.runs_at(look.index + 1) and look.whole not in survey.small_words()


def _may_sign(look: Look) -> bool:
    return look.columns <= _COLUMNS and "." in look.text[:4] and look.text[0].isupper()


def _are_initials(part: str) -> bool:
    """Say whether *part* is initials and nothing that is written so: ``P. S.``, ``R.I.P.``, ``Dr. M.``."""
    if not POINTED_INITIALS.fullmatch(part):
        return False
    joined, others = "".join(part.split()).casefold(), phrases("byline", "no_initials")
    return joined not in others and f"{joined.partition('.')[0]}." not in others


def _parts(text: str) -> Iterator[tuple[str, int, int]]:
    start = 0
    for sign in (*_SIGN.finditer(text), None):
        end = sign.start() if sign is not None else len(text)
        yield text[start:end].strip(), start, end
        start = sign.end() if sign is not None else end


def _is_beside_day(survey: Survey, look: Look) -> bool:
    """Say whether a line with a day stands right above or below *look*, and that above the text or at its end."""
    if survey.has_begun(look) and not survey.closes(look):
        return False
    near = survey.looks[max(0, look.index - 1) : look.index + 2]
    return any(other is not look and other.prose < RUNNING and survey.states_day(other) for other in near)
