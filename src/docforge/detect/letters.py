# SPDX-License-Identifier: Apache-2.0
"""Letters and notes verbales: their lines are the text, not the page around it.

Comes in: a ``Survey``.  Goes out: candidates for all short lines of a letter: addresses, subject, greeting, leave,
signature.  A letter has a line that greets and below it one that takes leave; a note opens with its compliments.
A story that prints a letter stays a story: its lines above and below the letter are no addresses.
Source of the forms: ``vocabulary/letters.toml``.
"""

from __future__ import annotations

from functools import cache

from docforge.detect.author_names.persons import is_person
from docforge.detect.bylines.bare import is_line_of_names
from docforge.detect.bylines.byline_words import opens_like_byline
from docforge.detect.candidate import Candidate
from docforge.detect.credits import credited
from docforge.detect.look import RUNNING, Look
from docforge.detect.page_wording import is_furniture_phrase, opens_like_link
from docforge.detect.quotation_marks import OPENERS
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import openings, phrases
from docforge.patterns import lazily

__all__ = ["find_letters"]

_HEAD = 40
"""A letter greets, a note opens among so many passages from the top."""
_GREETING = 12
"""Words of a line that greets."""
_GREETING_ENDS = ",،，、!！:：;·"
_COMPLIMENTS = 400
"""Characters of a passage in which a note presents its compliments."""
_SIGNATURE = 8
"""Lines below the leave that may sign."""
_DASHES = lazily(r"\s[-–—]{1,2}\s")
_PLACE_AND_DAY = 3
"""Lines that sign a letter to the editor at most: the name, the place, the day."""
_PLACE_WORDS = 6
"""Words of such a line at most."""
_SURE = 1.5
_LINE = 1.3
_PROSE = 1.05


def find_letters(survey: Survey) -> list[Candidate]:
    """Return the readings of the lines of a letter or note; none where the text is neither."""
    top = survey.looks[:_HEAD]
    greetings = [look for look in top if look.text[-1] in _GREETING_ENDS and _greets(look)]
    if greetings:
        greeting = greetings[0].index
        leave = _leave(survey, greeting)
        if leave is not None:
            return _letter(survey, greeting, leave.index)
        if len(greetings) == 1 and (signed := _signed_at_end(survey, greeting)) is not None:
            return _letter_to_editor(survey, greeting, signed)
    opening = _compliments(survey)
    return [] if opening is None else _note(survey, opening)


def _greets(look: Look) -> bool:
    """Say whether the line greets somebody: ``Dear Ambassador,``; a sentence that opens like that goes on."""
    if look.words > _GREETING:
        return False
    found = openings("letters", "salutation").all(look.fold)
    return bool(found) and (not look.fold[len(found[0]) : len(found[0]) + 1].isalpha() or not look.cased)


def _leave(survey: Survey, greeting: int) -> Look | None:
    """Return the last line that takes leave, with running text between it and the greeting."""
    found = openings("letters", "valediction")
    text = next((look.index for look in survey.looks[greeting + 1 :] if look.prose >= RUNNING), len(survey.looks))
    for look in reversed(survey.looks[text + 1 :]):
        listed = found.all(look.fold or look.text[:60].casefold())
        if listed and (look.words <= _GREETING or len(listed[0].split()) >= 2):
            behind = look.fold[len(listed[0]) : len(listed[0]) + 1]
            if not behind.isalpha():
                return look
    return None


def _letter(survey: Survey, greeting: int, leave: int) -> list[Candidate]:
    subjects = openings("letters", "subject")
    told = max((look.index for look in survey.looks[:greeting] if _tells(look)), default=-1)
    signed = _signature(survey, leave, inside=told >= 0)
    out: list[Candidate] = []
    for look in survey.looks:
        index = look.index
        if index == greeting:
            out.append(Candidate("paragraph", index, _SURE, "letter.salutation", "greets whom the letter is for"))
        elif index == leave:
            out.append(Candidate("paragraph", index, _SURE, "letter.valediction", "takes leave"))
        elif subjects.all(look.whole) and abs(index - greeting) <= 4:
            kind = "headline" if index < greeting else "crosshead"
            out.append(Candidate(kind, index, _SURE, "letter.subject", "says what the letter is about"))
        elif index < greeting:
            out += _above(survey, look) if index > told else []
        elif index > leave:
            if index < signed:
                out.append(Candidate("address", index, _LINE, "letter.signature", "below the leave"))
        else:
            out.append(Candidate("paragraph", index, _PROSE, "paragraph.prose", "between greeting and leave"))
    return out


def _signed_at_end(survey: Survey, greeting: int) -> int | None:
    """Return the line with the writer's name below all running text: at most a place and a day stand below it."""
    running = survey.running()
    text = running[-1].index if running else -1
    below = survey.looks[text + 1 :]
    if text <= greeting or not below or len(below) > _PLACE_AND_DAY or not is_line_of_names(survey, below[0]):
        return None
    pictured = credited(survey)
    if any(look.words > _PLACE_WORDS or is_furniture_phrase(look) or opens_like_link(look) for look in below):
        return None
    if any(look.index in pictured or is_person(look.text.strip()) for look in below[1:]):
        return None  # who took a picture, or a second writer
    if not all(survey.dates(look) or is_line_of_names(survey, look) for look in below[1:]):
        return None  # the title of another letter
    return text + 1


def _letter_to_editor(survey: Survey, greeting: int, signed: int) -> list[Candidate]:
    """Return the readings of a letter that takes no leave: the writer's name closes it, and where it was written."""
    greets = Candidate("paragraph", greeting, _SURE, "letter.salutation", "greets whom the letter is for")
    below = [look.index for look in survey.looks[signed + 1 :] if not any(d.date.is_full for d in survey.dates(look))]
    return [greets, *(Candidate("address", i, _LINE, "letter.signature", "below the writer's name") for i in below)]


def _tells(look: Look) -> bool:
    """Say whether a line above the greeting is running text: the letter stands in a story."""
    return look.prose >= 0.7 and not openings("letters", "subject").all(look.whole or look.text[:60].casefold())


def _signature(survey: Survey, leave: int, *, inside: bool) -> int:
    """Return where the signature below the leave ends, exclusive: before a sentence, a quotation, what announces one.

    Inside a story, it also ends at the first blank line below it.
    """
    end = leave + 1
    for look in survey.looks[leave + 1 : leave + 1 + _SIGNATURE]:
        if inside and end > leave + 1 and look.passage.blank_before:
            break
        abbreviated = "." in look.text.rstrip(".")[-5:]  # Jan Nowak, M.A.
        if look.prose >= (0.68 if abbreviated else 0.5) or look.text[-1] in ":：" or look.text[0] in OPENERS:
            break
        if is_furniture_phrase(look) or opens_like_link(look):
            break
        end = look.index + 1
    return end


def _above(survey: Survey, look: Look) -> list[Candidate]:
    """A line of an address, unless it dates the letter or is a title that stands alone."""
    if survey.states_day(look) or look.prose >= RUNNING:
        return []
    below = survey.below(look)
    alone = (look.passage.blank_before or not look.index) and (below is None or below.passage.blank_before)
    lines = look.passage.last_line - look.passage.first_line + 1
    if alone and (opens_like_byline(survey, look) or (look.words >= 4 and lines == 1)):
        return []
    return [Candidate("address", look.index, _LINE, "letter.address", "a short line above the greeting")]


def _compliments(survey: Survey) -> int | None:
    """Return the passage that presents a note's compliments.

    It opens with who sends the note: where a dateline or a quotation mark comes before, somebody tells of a note.
    """
    inner, brief = _parts_of_compliments()
    for look in survey.looks[:_HEAD]:
        if look.columns >= 50:
            words = look.text[:_COMPLIMENTS].casefold().split()
            head = " ".join(words)
            sought = brief if inner.isdisjoint(words) else phrases("letters", "compliments")
            at = next((head.find(phrase) for phrase in sought if phrase in head), -1)
            if at >= 0:
                return None if _is_told(head[:at]) and not _is_titled(survey, look.index) else look.index
            if look.prose >= 0.8:
                return None
    return None


@cache
def _parts_of_compliments() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return a word of each phrase that stands between two others, and the phrases that have none.

    Where none of the words is in a text, only the latter can be.
    """
    listed = {phrase: phrase.split()[1:-1] for phrase in phrases("letters", "compliments")}
    inner = frozenset(max(words, key=len) for words in listed.values() if words)
    return inner, tuple(phrase for phrase, words in listed.items() if not words)


def _is_told(before: str) -> bool:
    """Say whether a quotation mark stands in the words before the compliments, or a dash that no other one closes."""
    return any(mark in before for mark in OPENERS) or len(_DASHES.findall(before)) % 2 == 1


def _is_titled(survey: Survey, opening: int) -> bool:
    titles = phrases("letters", "note")
    return any(look.fold in titles for look in survey.looks[:opening])


def _note(survey: Survey, opening: int) -> list[Candidate]:
    titles = phrases("letters", "note")
    out: list[Candidate] = []
    last = max(look.index for look in survey.looks if look.prose >= RUNNING or look.index == opening)
    for look in survey.looks:
        if look.index < opening and look.fold in titles:
            out.append(Candidate("headline", look.index, _SURE, "letter.note", "the title of a note verbale"))
        elif look.index >= opening and look.prose >= RUNNING:
            out.append(Candidate("paragraph", look.index, _SURE, "paragraph.prose", "the text of a note verbale"))
        elif (look.index < opening or look.index > last) and not survey.states_day(look):
            out.append(Candidate("address", look.index, _LINE, "letter.address", "a short line around the note"))
    return out
