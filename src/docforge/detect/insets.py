# SPDX-License-Identifier: Apache-2.0
"""Insets: short lines that a page sets amid the text and that head nothing of it.

Comes in: a ``Survey`` and a line that may be a crosshead by its shape and place.  Goes out: whether it is the title of
a video, of another story or of a newsletter, what closes a caption, who is shown or quoted, or what was said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from docforge.detect.author_names.persons import FULL_NAME, is_person
from docforge.detect.buttons import opens_with_request
from docforge.detect.bylines.bare import is_line_of_names, names_person
from docforge.detect.credits import captioned, credited
from docforge.detect.look import CLOSERS, EDGES, FIGURES, OPENING_QUOTES, REPEATS, RUNNING, Look
from docforge.detect.page_or_copy import is_page
from docforge.detect.page_wording import (
    announces_links,
    is_furniture_phrase,
    is_media_label,
    opens_like_link,
    says_text_goes_on,
)
from docforge.detect.survey import Survey
from docforge.detect.text_vocabulary import stands_in
from docforge.detect.vocabulary import folded, openings, phrases
from docforge.patterns import lazily

__all__ = ["is_set_apart", "leads_away", "names_speaker", "names_who_is_shown", "titles_video"]

_OPENING_BRACKETS = frozenset("([（［")
_DATED = re.compile(r"\(\d{1,2}[./]\d{1,2}[./]\d{4}\)$")
"""What closes the teaser of another story: ``… from the harbour. (31.05.2019)``."""
_TEASERS = 2
"""So many of them make a list; one may be where a letter or a quotation is from."""
_RUNNING_TIME = re.compile(r"\d{1,2}:\d{2} [-–—|] ([^\W\d_]{3,16}): ")
"""How long a video runs, and whose it is: ``01:40 - Source: Channel 9``."""
_NAME_AND_OFFICE = lazily(rf"({FULL_NAME}), ([^\W\d_].*)")
_WHOLE_NAME = lazily(FULL_NAME)
_TOLD = 60_000
"""Characters of running text in which a name is looked for."""
_PULLED, _SPEAKER_WORDS, _BARE_NAME = 260, 10, 3
"""Columns of a quotation set apart, words of the line below that says whose it is, words of a name there."""
_TITLE_WORDS = 4
"""Words of the title of a gallery at least."""
_TITLE_WORD = 4
"""Letters from which a word of a title has a capital."""
_LINK_WORDS = 6
"""Words of a link to another story behind a bullet at least, the bullet one of them."""
_MEDIUM = re.compile(r" [-–—|] [^\W\d_]+$")
"""What closes the title of something to be seen or heard."""
_QUESTION_MARKS = frozenset("?？؟")
_QUESTIONS = 3
"""So many questions below each other are a list; of two the second may head the text."""
_SERIES = 3
"""So many names set apart are the headings of a list of persons."""
_PAIR = 2
"""So many names between paragraphs, with nothing near that shows or quotes their bearers, are too."""
_STAMP, _STAMP_WORDS = 20, 4
"""Columns and words of a date and a time that stand alone."""
_HEADS = 0.5
"""The text repeats at least this much of a heading, and less of the name of a newsletter."""
_SAID = 0.3
"""The text repeats so much of a gallery's name."""


def is_set_apart(survey: Survey, look: Look) -> bool:
    """Say whether *look*, a brief line amid the text, tells of a picture or is what somebody said: no heading."""
    if look.text.rstrip()[-1] in _OPENING_BRACKETS:
        return True  # a caption before its credit, the bracket of which closes two lines below
    if _is_quoted(look) and _is_among_quotations(survey, look):
        return True
    if _is_quoted(look) and _is_sentence_said(look) and look.index not in _quoted_titles(survey):
        return True
    if _asks_on(survey, look):
        return True
    return _may_name(look) and look.index in _portraits(survey)


def leads_away(survey: Survey, look: Look) -> bool:
    """Say whether *look*, a brief line amid the text of a page, is the title of another story or of a newsletter."""
    return _titles_other_story(survey, look) or _titles_newsletter(survey, look)


def titles_video(survey: Survey, look: Look) -> bool:
    """Say whether the notice of a player that shows nothing stands right below, or how long a video runs."""
    below = survey.below(look)
    if below is None or _is_stamp(survey, look):
        return False
    time = _RUNNING_TIME.match(below.text) if below.signs else None
    if time is not None:
        return folded(time[1]) in phrases("signoff", "source_label")
    head = below.head.lstrip()
    opened = openings("clutter", "player").all(head)
    if not opened or not any(stands_in(phrase, head[: len(phrase) + 1]) for phrase in opened):
        return False
    return below.fold in phrases("clutter", "player") or any(
        stands_in(word, head) for word in phrases("clutter", "player_fault")
    )


def names_speaker(survey: Survey, look: Look) -> float:
    """Return how far the line tells whose quotation is set apart above it: ``Ann Lee, head of the harbour office``.

    The line above is a bare name below one or more sentences, or a passage in quotation marks; that alone says little.
    """
    above = survey.looks[look.index - 1]
    if look.words > _SPEAKER_WORDS or above.times >= REPEATS or not look.text[:1].isupper() or "?" in look.text:
        return 0.0
    if above.words <= _BARE_NAME and look.index > 1 and not above.ends:
        if says_text_goes_on(above):
            return 0.0
        return 0.7 if survey.runs_at(look.index - 2) and is_line_of_names(survey, above) else 0.0
    if above.text[:1] not in OPENING_QUOTES or above.columns > _PULLED:
        return 0.0
    if above.text.rstrip(".!?… ")[-1:] not in CLOSERS:
        return 0.0
    return 0.7 if _NAME_AND_OFFICE.match(look.text) else 0.3


def _is_sentence_said(look: Look) -> bool:
    """``“The mole is gone.”``: a whole sentence in quotation marks is set apart for show, or is a brief paragraph."""
    return look.text.rstrip().rstrip(CLOSERS)[-1:] == "."


def _quoted_titles(survey: Survey) -> frozenset[int]:
    """Return the lines of a series of titles that keep their full stop inside: ``“Winter Storms.”``.

    Their longer words have capitals, as titles have; what somebody says has not.
    """
    known: frozenset[int] | None = survey.memo.get("quoted_titles")
    if known is None:
        quoted = (look for look in survey.lines if survey.is_amid(look) and _is_quoted(look))
        titles = [o for o in quoted if _is_in_title_case(o) and survey.runs_at(o.index + 1)]
        several = sum(title.words > 1 for title in titles) >= _SERIES  # “No.” may be said
        known = survey.memo["quoted_titles"] = frozenset(title.index for title in titles if several)
    return known


def _is_in_title_case(look: Look) -> bool:
    """Say whether the first and the last word of a line open with a capital, and all longer ones."""
    words = [word for each in look.text.split() if (word := each.strip(EDGES))]
    longer = [word for word in words if len(word) >= _TITLE_WORD]
    return bool(words) and all(word[0].isupper() for word in (words[0], words[-1], *longer))


def _is_among_quotations(survey: Survey, look: Look) -> bool:
    """Say whether a line in quotation marks stands beside another such line: both are items of what was said."""
    beside = (survey.looks[look.index - 1], survey.below(look))
    return any(near is not None and near.prose < RUNNING and _is_quoted(near) for near in beside)


def _asks_on(survey: Survey, look: Look) -> bool:
    """Say whether two questions stand right above one: they are a list, and none heads the text."""
    asked = survey.looks[max(0, look.index - _QUESTIONS + 1) : look.index + 1]
    return len(asked) == _QUESTIONS and all(
        one.prose < RUNNING and one.text.rstrip()[-1] in _QUESTION_MARKS for one in reversed(asked)
    )


def _is_quoted(look: Look) -> bool:
    return look.text[0] in OPENING_QUOTES and look.text.rstrip()[-1] in CLOSERS


def _titles_other_story(survey: Survey, look: Look) -> bool:
    """Say whether a label of links or pictures stands above, or what follows is dated as teasers are."""
    above, below = survey.looks[look.index - 1], survey.below(look)
    if below is None:
        return False
    if _names_gallery(survey, above) or _closes_with_medium(look):
        return True
    if is_media_label(above):
        return _shows_what_is_announced(survey, below)
    if announces_links(above) and below.prose >= RUNNING:
        return True
    if _is_teaser(below) and (counted := _counted(survey)).teasers >= _TEASERS and not counted.chronicles:
        return True
    if _is_stamp(survey, below) or (_is_stamp(survey, above) and survey.runs_at(look.index - 2)):
        return not _is_chronology(survey)
    return look.text[0] == "•" and look.words >= _LINK_WORDS and _counted(survey).bullets == 1


def _shows_what_is_announced(survey: Survey, below: Look) -> bool:
    """Say whether the passages below the title are what a label announces: a credit, a button, or no text at all.

    A page that sets many such labels has boxes; one alone is mostly what is left of a player amid the text.
    """
    if below.prose < RUNNING or below.index in credited(survey):
        return True
    beyond = survey.below(below)
    if beyond is not None and (
        is_media_label(beyond) or beyond.index in credited(survey) or is_furniture_phrase(beyond)
    ):
        return True
    return _counted(survey).labels >= REPEATS


def _is_chronology(survey: Survey) -> bool:
    """Say whether three or more dates stand alone between title and text, in order: then they tell of what happened.

    Other stories are listed with the latest first, or are of one day.
    """
    known: bool | None = survey.memo.get("is_chronology")
    if known is None:
        stamps = [o for o in survey.lines if survey.is_amid(o) and _is_stamp(survey, o) and _is_in_entry(survey, o)]
        days = [survey.dates(stamp)[0].iso for stamp in stamps]
        known = survey.memo["is_chronology"] = _in_order(days) and days[0] != days[-1]
    return known


def _is_in_entry(survey: Survey, stamp: Look) -> bool:
    """Say whether a date stands between a title and its text, or between text and a title above text."""
    at = stamp.index
    if survey.runs_at(at + 1):
        return not survey.runs_at(at - 1)
    return survey.runs_at(at - 1) and survey.runs_at(at + 2)


def _in_order(days: Sequence[str]) -> bool:
    return len(days) >= _SERIES and list(days) == sorted(days)


class _Counted(NamedTuple):
    """What is counted once for a text."""

    teasers: int
    chronicles: bool
    """Three or more teasers stand in the order of their days: they are entries of a chronicle."""
    bullets: int
    """Lines that open with one."""
    labels: int
    """Lines that name a medium and nothing else."""
    above_text: frozenset[str]
    """Lines that stand right above running text and elsewhere too, folded."""


def _counted(survey: Survey) -> _Counted:
    known: _Counted | None = survey.memo.get("counted")
    if known is None:
        repeated = [line for line in survey.lines if line.times >= REPEATS]
        above = frozenset(line.fold for line in repeated if survey.runs_at(line.index + 1))
        bullets = sum(line.text[0] == "•" for line in survey.lines)
        teasers = [_DATED.search(look.text.rstrip()) for look in survey.running()]
        dated = [found[0] for found in teasers if found is not None]
        days = [day.iso for text in dated for day in survey.dates_in(text)]
        labels = sum(map(is_media_label, survey.lines))
        known = _Counted(len(dated), _in_order(days), bullets, labels, above)
        survey.memo["counted"] = known
    return known


def _is_teaser(look: Look) -> bool:
    return look.prose >= RUNNING and _DATED.search(look.text.rstrip()) is not None


def _names_gallery(survey: Survey, look: Look) -> bool:
    """Say whether a title that the text tells of stands many times, once above each picture with a title and text."""
    if look.times < REPEATS or look.words < _TITLE_WORDS or not FIGURES.isdisjoint(look.signs):
        return False
    if is_furniture_phrase(look) or look.index in credited(survey):
        return False
    return survey.echo(look) >= _SAID and look.fold not in _counted(survey).above_text


def _closes_with_medium(look: Look) -> bool:
    """``Waves break the mole – video``."""
    return _MEDIUM.search(look.fold) is not None and look.fold.split()[-1] in phrases("clutter", "shown")


def _is_stamp(survey: Survey, look: Look) -> bool:
    """Say whether a passage is a date and at most a time."""
    return look.columns <= _STAMP and not look.ends and survey.states_day(look) and look.words <= _STAMP_WORDS


def _titles_newsletter(survey: Survey, look: Look) -> bool:
    """Say whether a field for an address stands below, beyond at most one passage that tells what comes of it."""
    if survey.echo(look) >= _HEADS:
        return False
    below = survey.looks[look.index + 1 : look.index + 3]
    if not any(map(_is_field, below)):
        return False
    return _is_field(below[0]) or (below[0].prose >= RUNNING and _tells_of_letter(survey, look, below[0]))


def _tells_of_letter(survey: Survey, title: Look, told: Look) -> bool:
    """Say whether a passage below a title asks or addresses the reader, or one of both names what comes by post.

    Any other is a paragraph of the text, amid which the field happens to stand.
    """
    if opens_with_request(told.head.lstrip(), survey.primary) or opens_like_link(told):
        return True
    if any(stands_in(word, look.head) for look in (title, told) for word in phrases("clutter", "post")):
        return True
    quoted = any(mark in told.text for mark in OPENING_QUOTES)  # somebody else is addressed
    return not quoted and any(stands_in(word, told.head) for word in phrases("clutter", "reader"))


def _is_field(look: Look) -> bool:
    """Say whether a line of page wording asks for an address or says what is agreed to by it."""
    if not openings("clutter", "sign_up").all(look.head.lstrip()):
        return False
    return look.fold in phrases("clutter", "sign_up") or is_furniture_phrase(look) or opens_like_link(look)


def _portraits(survey: Survey) -> frozenset[int]:
    """Return the lines that name somebody of the text, alone or with an office, unless they are a series of headings.

    Such a name stands below a portrait, or below what its bearer says.
    """
    known: frozenset[int] | None = survey.memo.get("portraits")
    if known is None:
        named = [look for look in survey.lines if survey.is_amid(look) and _may_name(look)]
        headed = Counter(look.text.isupper() for look in named if survey.runs_at(look.index + 1))
        pairs = _pairs(survey, named)
        lone = (look for look in named if headed[look.text.isupper()] < _SERIES and look.index not in pairs)
        known = survey.memo["portraits"] = frozenset(o.index for o in lone if _names_somebody_told_of(survey, o))
    return known


def names_who_is_shown(survey: Survey, look: Look) -> bool:
    """Say whether a name alone stands right above the caption of a picture, and no other name does so.

    The caption names the person, or the line is one of names by itself; several are the headings of a list of persons.
    """
    pictured = captioned(survey)
    if look.index + 1 not in pictured or not _may_name(look):
        return False
    name = look.text.strip()
    if name not in survey.looks[look.index + 1].text and not names_person(survey, look):
        return False
    return not any(
        other.index + 1 in pictured and other.fold != look.fold and _may_name(other) and survey.is_amid(other)
        for other in survey.lines
    )


def _pairs(survey: Survey, named: Sequence[Look]) -> frozenset[int]:
    """Return the names between running text where two persons head it so: no portrait stands there.

    On a page a quotation set apart may stand above the name, which what is wider than such is not; clean copy has none.
    """
    heading = [look for look in named if "," not in look.text and survey.runs_around(look)]
    if is_page(survey):
        heading = [look for look in heading if survey.looks[look.index - 1].columns > _PULLED]
    several = len({look.fold for look in heading}) >= _PAIR
    return frozenset(look.index for look in heading) if several else frozenset()


def _may_name(look: Look) -> bool:
    """Say whether a line has the shape of a whole name, or of one with an office behind a comma."""
    if look.ends or look.prose >= RUNNING or not look.text[0].isupper():
        return False
    if "," in look.text:
        return _NAME_AND_OFFICE.match(look.text) is not None
    return _WHOLE_NAME.fullmatch(look.text.strip()) is not None


def _names_somebody_told_of(survey: Survey, look: Look) -> bool:
    """Say whether a line of that shape names somebody of the text, and the next passage does not tell of that person.

    An office is no place: ``Jackson Hole, Wyoming``; of a person the text says the surname alone as well.
    """
    found = _NAME_AND_OFFICE.match(look.text)
    name = found[1] if found is not None else look.text.strip()
    if not is_person(name) or name not in _told(survey):
        return False
    below = survey.looks[look.index + 1]  # lines amid the text alone are asked
    if below.prose >= RUNNING and name in below.text:
        return False
    if found is None:
        return names_person(survey, look)
    surname = name.rpartition(" ")[2]
    return found[2][0].islower() or "-" in found[2] or _told(survey).count(surname) > _told(survey).count(name)


def _told(survey: Survey) -> str:
    """Return the running text, as much of it as is looked through for names."""
    known: str | None = survey.memo.get("told")
    if known is None:
        known = survey.memo["told"] = "\n".join([look.text for look in survey.running()])[:_TOLD]
    return known
