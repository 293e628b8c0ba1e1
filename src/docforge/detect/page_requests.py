# SPDX-License-Identifier: Apache-2.0
"""Requests of a page to its reader: buttons, sentences that ask for something, where somebody is followed.

Comes in: a ``Survey`` and a passage, or its words.  Goes out: whether it asks something of the reader; what the words
of buttons are is for ``buttons`` to tell.
"""

from __future__ import annotations

from functools import cache

from docforge.detect.boxes import HEADING_ECHO
from docforge.detect.buttons import asks_reader, opens_with_request
from docforge.detect.bylines.byline_words import opens_like_byline
from docforge.detect.look import EDGES, RUNNING, Look
from docforge.detect.page_or_copy import is_page
from docforge.detect.page_wording import LABEL, is_page_wording
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import openings, phrases
from docforge.patterns import FULL_STOPS

__all__ = ["asks_to_follow", "closes_like_request", "is_button", "may_ask_reader"]

_NO_BUTTON = frozenset(FULL_STOPS + ":")
"""What closes a sentence, or leads into what follows."""
_HEADLINE_WORDS = 3
"""Words of a headline that is made of the words of buttons, at least."""
_MENU_LINES = 200
"""Lines of menus above a headline, at most."""


def is_button(survey: Survey, look: Look) -> bool:
    """Say whether a line of a page is what only a page says: the word of a button, or a request to the reader.

    A heading of how things are done says so too (``Open the app``): the text below repeats its words.  So may the
    headline, where no line above it can be one and a byline or date stands below.
    """
    known: bool | None = look.memo.get("is_button")
    if known is None:
        known = look.memo["is_button"] = look.columns <= LABEL and _says_button(survey, look)
    return known


def _says_button(survey: Survey, look: Look) -> bool:
    if not look.text[0].isalnum():
        return False
    if look.text.rstrip()[-1:] in _NO_BUTTON and look.fold.partition(" ")[0] not in phrases("buttons", "pointed"):
        return False
    if not (look.fold in phrases("clutter", "button") or asks_reader(look.fold, survey.primary)):
        return False
    if not is_page(survey):
        return False
    if survey.is_amid(look) and (survey.tells(look) if look.running else survey.echo(look)) >= HEADING_ECHO:
        return False
    return not _stands_as_headline(survey, look)


def _stands_as_headline(survey: Survey, look: Look) -> bool:
    """Say whether a line of some words stands above byline or date, and only page wording or fewer words above it."""
    if look.words < _HEADLINE_WORDS or not 0 < look.index <= _MENU_LINES:
        return False
    below = survey.below(look)
    if below is None or not (opens_like_byline(survey, below) or survey.states_day(below)):
        return False
    return all(other.words < _HEADLINE_WORDS or is_page_wording(other) for other in survey.looks[: look.index])


def may_ask_reader(survey: Survey, look: Look) -> bool:
    """Say whether a sentence of a page may talk to its reader: amid running text only if it opens with a request."""
    if not is_page(survey) or not look.text[0].isalnum():
        return False
    beside = survey.looks[max(0, look.index - 1) : look.index + 2]
    if any(other.prose < RUNNING for other in beside if other is not look):
        return True
    return opens_with_request(look.fold, survey.primary)


def closes_like_request(fold: str) -> bool:
    """``Get the news of the port in your inbox``."""
    return fold.endswith(_closings().get(fold.rpartition(" ")[2], ()))


@cache
def _closings() -> dict[str, tuple[str, ...]]:
    """What closes a sentence that talks to the reader of a page, by its last word."""
    by_word: dict[str, tuple[str, ...]] = {}
    for phrase in phrases("clutter", "end"):
        word = phrase.rpartition(" ")[2]
        by_word[word] = (*by_word.get(word, ()), phrase)
    return by_word


def asks_to_follow(look: Look) -> bool:
    """``Follow Ann Lee on Twitter.``, ``Folgen Sie dem Hafenamt auf Facebook, Instagram``."""
    asks = openings("clutter", "follow").all(look.fold)
    if not asks:
        return False
    services = phrases("clutter", "followed")
    clauses = [clause.rpartition(" ")[2].strip(EDGES) for clause in look.fold.split(", ")]
    if not services.issuperset(clauses):
        return False  # Follow the money, not Facebook
    return any(look.fold.startswith(word + " ") for word in asks)
