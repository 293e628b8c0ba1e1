# SPDX-License-Identifier: Apache-2.0
"""A headline that runs on in its line with the label and the time of its publication and with the first text.

``Diebe stehlen Motoren am See Stand: 16.08.2021 11:52 Uhr Am See sind …``: pages whose elements are read without their
breaks look so.  Comes in: a ``Survey`` and a line.  Goes out: its parts.
"""

from __future__ import annotations

import re
from functools import cache

from docforge.detect.candidate import Part
from docforge.detect.look import COLON, FIGURES, SENTENCE, Look
from docforge.detect.publication import Moment, dated_fields, moments, moments_of
from docforge.detect.stated_hours import time_of_day
from docforge.detect.survey import Survey
from docforge.detect.times_in_lines import strip_times
from docforge.detect.vocabulary import phrases
from docforge.patterns import FULL_STOPS, any_of, lazily

__all__ = ["head_run_on", "title_and_date"]

_REACH = 240
"""Characters at the head of the line among which the label and its date stand."""
_TITLE, _LEAD = (3, 20), 8
"""Words of a headline, and of the text behind the date at least."""
_TIME = lazily(lambda: rf",?(?: {_at()})? {time_of_day()}(?= )", re.IGNORECASE)
"""The time behind a date."""
_BEHIND_DATE = " ,|·-–—"
"""What may stand around the time behind a date."""
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


def title_and_date(survey: Survey, look: Look) -> tuple[Part, ...]:
    """Return headline and publication line of a line that a date run into the title closes, or nothing.

    ``Brokers ask for 30 daysMonday, 17 February 2020 21:38``: no blank stands before the date, and but a time behind.
    """
    if FIGURES.isdisjoint(look.signs):
        return ()
    stated = moments_of(survey, look)
    if len(stated) != 1 or stated[0].label:
        return ()
    text, end = look.text, stated[0].found.end
    start = _weekday_before(text, stated[0].found.start, survey.primary)
    if not text[max(0, start - 1) : start].isalnum() or strip_times(text[end:]).strip(_BEHIND_DATE):
        return ()
    if not _TITLE[0] <= len(text[:start].split()) <= _TITLE[1]:
        return ()
    return (
        Part("headline", 0, start),
        Part("publication_line", start, len(text), dated_fields(stated[0])),
    )


def _weekday_before(text: str, start: int, language: str) -> int:
    """Return where the date at *start* begins with the day of the week that is run into the word before it."""
    head = text[:start].rstrip(" ,")
    day = next((name for name in _weekdays(language) if head.endswith(name)), "")
    return len(head) - len(day) if day else start


@cache
def _weekdays(language: str) -> tuple[str, ...]:
    """Return the days of the week of a language, and of English, as they stand in dates (CLDR)."""
    from docforge.locale import available_locales, weekday_names

    own = weekday_names(language) if language in available_locales() else ()
    return (*own, *weekday_names("en"))


def _at() -> str:
    """Return the source of a pattern of a word between a date and its time."""
    return f"(?:{any_of(phrases('publication', 'around'))})"


def _has_colon(head: str, stated: Moment) -> bool:
    """Say whether the date has a label and a colon between them: in a sentence none stands there."""
    return bool(stated.label) and head[stated.start : stated.found.start].rstrip().endswith(":")
