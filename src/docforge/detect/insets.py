# SPDX-License-Identifier: Apache-2.0
"""Insets: short lines that a page sets amid the text and that head nothing of it.

Comes in: a ``Survey`` and a line that may be a crosshead by its shape and place.  Goes out: whether it is the title of
a video, of another story or of a newsletter, what closes a caption, who is shown or quoted, or what was said.
"""

from __future__ import annotations

import re

from docforge.detect.author_names.persons import FULL_NAME, is_person
from docforge.detect.bylines.bare import is_line_of_names, names_person
from docforge.detect.credits import credited
from docforge.detect.look import CLOSERS, OPENING_QUOTES, RUNNING, Look
from docforge.detect.page_wording import announces_links, is_furniture_phrase, says_text_goes_on
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import openings, phrases
from docforge.patterns import lazily

__all__ = ["is_set_apart", "leads_away", "names_speaker", "titles_video"]

_OPENING_BRACKETS = frozenset("([（［")
_DATED = re.compile(r"\(\d{1,2}[./]\d{1,2}[./]\d{4}\)$")
"""What closes the teaser of another story: ``… from the harbour. (31.05.2019)``."""
_SOURCED_TIME = re.compile(r"\d{1,2}:\d{2} [-–—|] [^\W\d_]")
"""How long a video runs, and whose it is: ``01:40 - Source: Channel 9``."""
_NAME_AND_OFFICE = lazily(rf"({FULL_NAME}), [^\W\d_]")
_WHOLE_NAME = lazily(FULL_NAME)
_NAME_WORDS = 4
"""Words of a person's whole name, at most."""
_PULLED, _SPEAKER_WORDS, _BARE_NAME = 260, 10, 3
"""Columns of a quotation set apart, words of the line below that says whose it is, words of a name there."""
_REPEATS = 3
"""A line that stands so many times on a page is none of the text."""
_TITLE_WORDS = 4
"""Words of the title of a gallery at least."""
_MEDIUM = re.compile(r" [-–—|] [^\W\d_]+$")
"""What closes the title of something to be seen or heard."""
_QUESTION_MARKS = frozenset("?？؟")
_SERIES = 3
"""So many names set apart are the headings of a list of persons."""
_STAMP = 20
"""Columns of a date and a time that stand alone."""
_SECTION_WORDS = 3
"""Words of the name of a section or series above the title of another story."""


def is_set_apart(survey: Survey, look: Look) -> bool:
    """Say whether *look*, a brief line amid the text, tells of a picture or is what somebody said: no heading."""
    if look.text.rstrip()[-1] in _OPENING_BRACKETS:
        return True  # a caption before its credit, the bracket of which closes two lines below
    if _is_sentence_said(look) or _is_among_quotations(survey, look) or _asks_on(survey, look):
        return True
    return _names_somebody_told_of(survey, look) and look.index in _portraits(survey)


def leads_away(survey: Survey, look: Look) -> bool:
    """Say whether *look*, a brief line amid the text of a page, is the title of another story or of a newsletter."""
    return _titles_other_story(survey, look) or _titles_newsletter(survey, look)


def titles_video(survey: Survey, look: Look) -> bool:
    """Say whether the notice of a player that shows nothing stands right below, or how long a video runs."""
    below = survey.below(look)
    if below is None or _is_stamp(survey, look):
        return False
    if below.signs and _SOURCED_TIME.match(below.text):
        return True
    return bool(openings("clutter", "player").all(below.head.lstrip()))


def names_speaker(survey: Survey, look: Look) -> float:
    """Return how far the line tells whose quotation is set apart above it: ``Ann Lee, head of the harbour office``.

    The line above is a bare name below one or more sentences, or a passage in quotation marks; that alone says little.
    """
    above = survey.looks[look.index - 1]
    if look.words > _SPEAKER_WORDS or above.times >= _REPEATS or not look.text[:1].isupper() or "?" in look.text:
        return 0.0
    if above.words <= _BARE_NAME and above.prose < 0.5 and look.index > 1 and not above.ends:
        if is_furniture_phrase(above) or says_text_goes_on(above):
            return 0.0
        return 0.7 if survey.looks[look.index - 2].prose >= RUNNING and is_line_of_names(survey, above) else 0.0
    if above.text[:1] not in OPENING_QUOTES or above.columns > _PULLED:
        return 0.0
    if above.text.rstrip()[-1:] not in CLOSERS and above.text.rstrip(".!?… ")[-1:] not in CLOSERS:
        return 0.0
    return 0.7 if _NAME_AND_OFFICE.match(look.text) else 0.3


def _is_sentence_said(look: Look) -> bool:
    """``“The mole is gone.”``: a whole sentence in quotation marks is set apart for show, or is a brief paragraph."""
    return _is_quoted(look) and look.text.rstrip().rstrip(CLOSERS)[-1:] == "."


def _is_among_quotations(survey: Survey, look: Look) -> bool:
    """Say whether a line in quotation marks stands beside another such line: both are items of what was said."""
    if not _is_quoted(look):
        return False
    beside = (survey.looks[look.index - 1], survey.below(look))
    return any(near is not None and near.prose < RUNNING and _is_quoted(near) for near in beside)


def _asks_on(survey: Survey, look: Look) -> bool:
    """Say whether a question stands right below another: both are of a list, and neither heads the text."""
    above = survey.looks[look.index - 1]
    return above.prose < RUNNING and all(one.text.rstrip()[-1] in _QUESTION_MARKS for one in (look, above))


def _is_quoted(look: Look) -> bool:
    return look.text[0] in OPENING_QUOTES and look.text.rstrip()[-1] in CLOSERS


def _titles_other_story(survey: Survey, look: Look) -> bool:
    """Say whether a label of links or pictures stands above, or what follows is dated as teasers are."""
    above, below = survey.looks[look.index - 1], survey.below(look)
    if below is None:
        return False
    if _names_gallery(survey, above) or _closes_with_medium(look):
        return True
    if above.fold in phrases("clutter", "media") or (announces_links(above) and below.prose >= RUNNING):
        return True
    if below.prose >= RUNNING and _DATED.search(below.text.rstrip()):
        return True
    if _is_stamp(survey, below) or (_is_stamp(survey, above) and _is_running(survey, look.index - 2)):
        return True
    return look.text[0] == "•" and not any(near.text[0] == "•" for near in (above, below))


def _names_gallery(survey: Survey, look: Look) -> bool:
    """Say whether a title stands many times, once above each picture with its own title and text."""
    if look.times < _REPEATS or look.words < _TITLE_WORDS:
        return False
    return not is_furniture_phrase(look) and look.index not in credited(survey)


def _closes_with_medium(look: Look) -> bool:
    """``Waves break the mole – video``."""
    return _MEDIUM.search(look.fold) is not None and look.fold.split()[-1] in phrases("clutter", "media")


def _is_stamp(survey: Survey, look: Look) -> bool:
    """Say whether a passage is a date and at most a time."""
    return look.columns <= _STAMP and not look.ends and survey.states_day(look) and look.words <= _SECTION_WORDS + 1


def _is_running(survey: Survey, index: int) -> bool:
    return index >= 0 and survey.looks[index].prose >= RUNNING


def _titles_newsletter(survey: Survey, look: Look) -> bool:
    """Say whether a passage below asks for an address, beyond at most one that tells what comes of it."""
    for below in survey.looks[look.index + 1 : look.index + 3]:
        if openings("clutter", "sign_up").all(below.head.lstrip()):
            return True
        if below.prose < RUNNING:
            return False
    return False


def _portraits(survey: Survey) -> frozenset[int]:
    """Return the lines that name somebody of the text, alone or with an office, unless many do.

    Such a name stands below a portrait, or below what its bearer says.
    """
    known: frozenset[int] | None = survey.memo.get("portraits")
    if known is None:
        named = [look.index for look in survey.lines if survey.is_amid(look) and _names_somebody_told_of(survey, look)]
        known = survey.memo["portraits"] = frozenset(named if len(named) < _SERIES else ())
    return known


def _names_somebody_told_of(survey: Survey, look: Look) -> bool:
    known: bool | None = look.memo.get("names_somebody")
    if known is None:
        known = look.memo["names_somebody"] = _names_somebody(survey, look)
    return known


def _names_somebody(survey: Survey, look: Look) -> bool:
    if look.ends or look.prose >= RUNNING or not look.text[0].isupper():
        return False
    found = _NAME_AND_OFFICE.match(look.text) if "," in look.text else None
    if found is None and not (1 < look.words <= _NAME_WORDS and _WHOLE_NAME.fullmatch(look.text.strip())):
        return False
    name = found[1] if found is not None else look.text.strip()
    if not is_person(name) or not any(name in other.text for other in survey.running()):
        return False
    return found is not None or names_person(survey, look)
