# SPDX-License-Identifier: Apache-2.0
"""Whom to ask: labels of contacts at the foot of a press release, and the persons, numbers and addresses below them.

Comes in: a ``Survey``.  Goes out: the passages that name a contact, whose names are no authors, and those that label
one.  Which kinds of block these become, ``byline`` and ``signoff`` decide.
"""

from __future__ import annotations

import re
from functools import cache

from docforge.detect.look import COLON, FIGURES, Look
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import folded, openings, phrases
from docforge.patterns import any_of, lazily

__all__ = ["announces_contacts", "contacts", "is_contact_label", "may_be_contact", "names_contact", "states_address"]

_MAIL = lazily(r"[\w.+-]{1,40}@[\w-]{1,40}\.\w{2,12}")
_WHOLE_MAIL = lazily(r"\S{1,60}@\S{1,60}")
_PHONE = lazily(r"(?:\+|00)\d[\d ()/.-]{6,18}\d")
_LONE_NUMBER = lazily(r"\s?[(+]?\d[\d ()/.–-]{5,18}\d\s?")
"""A line that is one telephone number; below a contact alone, for it may be anything elsewhere."""
_NUMBER_AT_END = lazily(r"[,;:(（ ]\s?[(+]?\d[\d ()/.–-]{6,18}\d[)）]?\s?$")
_YEARS = lazily(r"(?:19|20)\d\d\s?[-–/]\s?(?:19|20)?\d\d")
_LINE = 70
"""Columns of the widest line of a contact."""
_ONE_LINE = 120
"""Columns of the widest line that names a person with number and address."""
_REACH = 10
"""Lines below a label that may belong to it."""
_NEAR = 5
"""Lines below a line without a colon, one of which states a number or an address where that line is a label."""
_LABEL_WORDS = 8
"""Words of the longest label: ``Ufficio stampa Comune di Porto Sereno``."""


def may_be_contact(look: Look) -> bool:
    """Say whether a line is as short and as little of a sentence as those that name a contact."""
    return look.columns <= _LINE and look.prose < 0.5


def states_address(look: Look) -> bool:
    """Say whether a mail address or an international telephone number stands in a line."""
    text = look.text
    if not look.signs:
        return False
    return ("@" in text and _MAIL.search(text) is not None) or (
        ("+" in text or "00" in text) and _PHONE.search(text) is not None
    )


def _states_number(look: Look) -> bool:
    """Say whether a telephone number stands behind its label in a line: ``Tel. 0100 555012``."""
    return not FIGURES.isdisjoint(look.signs) and _labelled_number().search(look.whole) is not None


@cache
def _labelled_number() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\W\d_])(?:{any_of(phrases('signoff', 'number_label'))})\.?\s?[:：]?\s?[(+]?\d[\d ()/.–-]{{4,18}}\d"
    )


def is_contact_label(words: str) -> bool:
    """Say whether case-folded *words* label a contact, a telephone number or an address."""
    return words in phrases("signoff", "contact") or words in phrases("signoff", "number_label")


def announces_contacts(survey: Survey, look: Look) -> bool:
    """Say whether a line labels the contacts below: ``Media contact:``, ``Ufficio stampa Comune di Porto Sereno``."""
    if "contact_labels" not in survey.memo:
        contacts(survey)
    announced: set[int] = survey.memo["contact_labels"]
    return look.index in announced


def _announces(survey: Survey, look: Look) -> bool:
    """Say whether a line that opens with a listed label announces contacts.

    Without a colon it is that label in the lower half, or a number or an address stands below.
    """
    if look.columns > _LINE or look.words > _LABEL_WORDS:
        return False
    label = look.fold
    late = look.index >= len(survey.looks) // 2
    if label in phrases("signoff", "contact"):
        if look.text.rstrip().endswith((":", "：")):
            return True
        return late and (" " in label or _is_above_address(survey, look))  # one word may be that of a menu
    if not survey.closes(look) or look.ends:
        return False
    for start in openings("signoff", "contact").all(label):
        if " " in start and label[len(start) : len(start) + 1] == " ":
            return look.text.rstrip().endswith(":") or _is_above_address(survey, look)
    return False


def _is_above_address(survey: Survey, look: Look) -> bool:
    near = survey.looks[look.index + 1 : look.index + 1 + _NEAR]
    return any(states_address(below) or _states_number(below) for below in near)


def contacts(survey: Survey) -> frozenset[int]:
    """Return the passages that name whom to ask, below a label or at the foot beside a telephone number."""
    known: frozenset[int] | None = survey.memo.get("contacts")
    if known is None:
        found: set[int] = set()
        announced: set[int] = set()
        labels = openings("signoff", "contact")
        half = len(survey.looks) // 2
        for look in survey.lines:
            closes = survey.closes(look)
            # A label has a colon, or stands where a text may close.
            if (COLON in look.signs or look.index >= half or closes) and labels.all(look.fold):
                labelled = _is_labelled_line(look)
                if _announces(survey, look):
                    announced.add(look.index)
                if labelled or look.index in announced:
                    found.update(_below(survey, look))
                    found.update((look.index,) * labelled)
                    continue
            if closes and not FIGURES.isdisjoint(look.signs) and may_be_contact(look) and _states_number(look):
                found.update(_beside_number(survey, look))
        survey.memo["contact_labels"] = announced
        known = survey.memo["contacts"] = frozenset(found)
    return known


def names_contact(look: Look) -> bool:
    """Say whether a line holds a label, whom to ask and how: ``Contact: Office of Ports, (202) 555-0100``."""
    text = look.text
    if "@" in text and (folded(text.split(None, 1)[0]) in phrases("signoff", "contact") or _is_address(look)):
        return True
    if FIGURES.isdisjoint(look.signs) or not _is_labelled_line(look):
        return False
    number = _NUMBER_AT_END.search(text)
    return _states_number(look) or (number is not None and not _YEARS.search(number.group()))


def _is_address(look: Look) -> bool:
    """Say whether a telephone number and a mail address are all that stands in a line."""
    rest = _WHOLE_MAIL.sub("", look.text)
    return rest != look.text and not any(map(str.isalpha, rest))


def _is_labelled_line(look: Look) -> bool:
    """Say whether a line holds a contact behind its label: ``Contact: Harbour Agency``."""
    label, sign, rest = look.whole[:_LINE].replace("：", ":").partition(":")
    return bool(sign and rest) and label.strip(" *_()") in phrases("signoff", "contact")


def _below(survey: Survey, label: Look) -> range:
    """Return the lines of a contact below its *label*.

    They are the short lines right below, and the first below a colon; behind an empty line, those down to the last
    that states a number or an address, so that ``About the agency`` below them stays out.
    """
    last, together = label.index, True
    announced = label.text.rstrip().endswith((":", "："))
    for look in survey.looks[label.index + 1 : label.index + 1 + _REACH]:
        if not may_be_contact(look):
            if look.columns > _ONE_LINE or not (states_address(look) or _states_number(look)):
                break
        together = together and look.passage.blank_before == 0
        first = announced and look.index == label.index + 1 and look.words <= _LABEL_WORDS
        if together or first or states_address(look) or _states_number(look) or _LONE_NUMBER.fullmatch(look.text):
            last = look.index
    return range(label.index + 1, last + 1)


def _beside_number(survey: Survey, look: Look) -> range:
    """Return a line at the foot that states a number, and with it the line right above it."""
    above = survey.looks[look.index - 1]
    joined = look.passage.blank_before == 0 and survey.closes(above) and may_be_contact(above)
    return range(look.index - joined, look.index + 1)
