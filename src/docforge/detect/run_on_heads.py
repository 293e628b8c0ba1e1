# SPDX-License-Identifier: Apache-2.0
"""A headline that runs on in its line with the label and the time of its publication and with the first text.

``Diebe stehlen Motoren am See Stand: 16.08.2021 11:52 Uhr Am See sind …``: pages whose elements are read without their
breaks look so.  Comes in: a ``Survey`` and a line.  Goes out: its parts.
"""

from __future__ import annotations

import re

from docforge.detect.candidate import Part
from docforge.detect.look import COLON, FIGURES, SENTENCE, Look
from docforge.detect.publication import Moment, dated_fields, moments
from docforge.detect.stated_hours import time_of_day
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import phrases
from docforge.patterns import FULL_STOPS, any_of, lazily

__all__ = ["head_run_on"]

_REACH = 240
"""Characters at the head of the line among which the label and its date stand."""
_TITLE, _LEAD = (3, 20), 8
"""Words of a headline, and of the text behind the date at least."""
_TIME = lazily(lambda: rf",?(?: {_at()})? {time_of_day()}(?= )", re.IGNORECASE)
"""The time behind a date."""
_OPEN = frozenset("([,:;–—-")
"""What closes no headline."""


def head_run_on(survey: Survey, look: Look) -> tuple[Part, ...]:
    """Return headline, publication line and text of the first line of running text, nothing where it is not so."""
    if look.prose < SENTENCE or COLON not in look.signs or FIGURES.isdisjoint(look.signs):
        return ()
    if look is not survey.running()[0]:
        return ()
    head = look.text[:_REACH]
    stated = moments(head, survey.dates_in(head))
    if not stated or not _has_colon(head, stated[0]):
        return ()
    title = head[: stated[0].start].rstrip()
    words = len(title.split())
    if not _TITLE[0] <= words <= _TITLE[1] or title[-1] in FULL_STOPS or title[-1] in _OPEN or not title[0].isupper():
        return ()
    if any(f"{stop} " in title for stop in FULL_STOPS):
        return ()  # a sentence has ended
    end = stated[0].found.end
    end = time.end() if (time := _TIME.match(look.text, end)) is not None else end
    lead = look.text[end:]
    if not lead.startswith(" ") or not lead.lstrip()[:1].isupper() or len(lead.split()) < _LEAD:
        return ()
    start = stated[0].start
    return (
        Part("headline", 0, len(title)),
        Part("publication_line", start, end, dated_fields(stated[0])),
        Part("paragraph", end + len(lead) - len(lead.lstrip()), len(look.text)),
    )


def _at() -> str:
    """Return the source of a pattern of a word between a date and its time."""
    return f"(?:{any_of(phrases('publication', 'around'))})"


def _has_colon(head: str, stated: Moment) -> bool:
    """Say whether the date has a label and a colon between them: in a sentence none stands there."""
    return bool(stated.label) and head[stated.start : stated.found.start].rstrip().endswith(":")
