# SPDX-License-Identifier: Apache-2.0
"""Buttons: brief lines made of nothing but the words of a page, in a row or as one request to the reader."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from docforge.detect.look import EDGES
from docforge.detect.vocabulary import phrases, phrases_by_language

__all__ = ["asks_reader", "opens_with_request", "runs_together"]

_MANY_SERVICES = 5
"""So many names of services make a share bar."""
_PAIR = 2
"""A word and the figure behind it."""
_BUTTON_WORDS = 5
"""Words of the longest button in a row of them."""
_AFTER = EDGES + "›>…"
"""What may stand behind a request."""
_LONGEST = 8
"""Words of one request at most."""


def runs_together(words: Sequence[str], lines: frozenset[str]) -> bool:
    """Say whether *words* are nothing but page wording side by side: ``Home Sign in Subscribe``, ``Share 12 Tweet 3``.

    Among many services one word may be unknown; one word and a figure may as well head a text, ``Video 2``.  *lines*
    are the whole lines that are page wording.
    """
    networks = phrases("clutter", "networks")
    shared = len(words) >= _MANY_SERVICES and sum([word.strip(EDGES) in networks for word in words]) >= _MANY_SERVICES
    reached, spare = 0, int(shared)
    while reached < len(words):
        for count in range(min(_BUTTON_WORDS, len(words) - reached), 0, -1):
            if " ".join(words[reached : reached + count]).strip(EDGES) in lines:
                reached += count
                break
        else:
            if reached and len(words) > _PAIR and (words[reached].isdigit() or not words[reached].strip(EDGES)):
                reached += 1  # how often the button before it was used; an arrow
                continue
            if not spare:
                return False
            reached, spare = reached + 1, 0
    return len(words) > 1


def asks_reader(fold: str, spoken: str) -> bool:
    """Say whether a case-folded line asks for something to be done on the page: ``Add a comment``, ``Bild vergrößern``.

    Its words are all of the language *spoken* on the page or all English: a verb that opens or closes them, what it is
    done with, and little words.
    """
    first, last = fold.partition(" ")[0], fold.rpartition(" ")[2]
    for does, what, known, closes in _vocabularies(spoken):
        if first not in does and not (closes and last in does):
            continue
        words = fold.split()
        words[-1] = words[-1].strip(_AFTER)
        plain = frozenset(words) - {""}
        if 1 < len(words) <= _LONGEST and known.issuperset(plain) and not what.isdisjoint(plain):
            return True
    return False


def opens_with_request(fold: str, spoken: str) -> bool:
    """Say whether a sentence opens with what is done on a page, in the language *spoken* there: ``Get the news …``."""
    first = fold.partition(" ")[0]
    return any(first in vocabulary.does for vocabulary in _vocabularies(spoken))


class _Vocabulary(NamedTuple):
    """The words of requests in one language."""

    does: frozenset[str]
    what: frozenset[str]
    known: frozenset[str]
    """All of them, little words too."""
    closes: bool
    """The verb may stand last: ``Bild vergrößern``, ``Yorum yaz``."""


@cache
def _vocabularies(spoken: str) -> tuple[_Vocabulary, ...]:
    """The words of a language and of English, which the pages of many others speak too."""
    does, what, beside = (phrases_by_language("buttons", use) for use in ("does", "what", "beside"))
    last = phrases_by_language("buttons", "verb")["last"]
    own = _Vocabulary(does["en"], what["en"], does["en"] | what["en"] | beside["en"], False)
    if spoken not in does or does[spoken] is own.does:
        return (own,)
    known = does[spoken] | what[spoken] | beside[spoken]
    return _Vocabulary(does[spoken], what[spoken], known, spoken in last), own
