# SPDX-License-Identifier: Apache-2.0
"""Buttons: brief lines made of nothing but the words of a page, in a row or as one request to the reader."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from docforge.detect.look import EDGES
from docforge.detect.vocabulary import phrases, phrases_by_language

__all__ = ["asks_reader", "runs_together"]

_MANY_SERVICES = 5
"""So many names of services make a share bar."""
_BUTTON_WORDS = 5
"""Words of the longest button in a row of them."""
_AFTER = EDGES + "›>…"
"""What may stand behind a request."""
_LONGEST = 8
"""Words of one request at most."""


def runs_together(words: Sequence[str], lines: frozenset[str]) -> bool:
    """Say whether *words* are nothing but page wording side by side: ``Home Sign in Subscribe``, ``Share 12 Tweet 3``.

    Among many services one word may be unknown.  *lines* are the whole lines that are page wording.
    """
    networks = phrases("clutter", "networks")
    reached, spare = 0, int(sum([word.strip(EDGES) in networks for word in words]) >= _MANY_SERVICES)
    while reached < len(words):
        for count in range(min(_BUTTON_WORDS, len(words) - reached), 0, -1):
            if " ".join(words[reached : reached + count]).strip(EDGES) in lines:
                reached += count
                break
        else:
            if reached and (words[reached].isdigit() or not words[reached].strip(EDGES)):
                reached += 1  # how often the button before it was used; an arrow
                continue
            if not spare:
                return False
            reached, spare = reached + 1, 0
    return len(words) > 1


def asks_reader(fold: str) -> bool:
    """Say whether a case-folded line asks for something to be done on the page: ``Add a comment``, ``Bild vergrößern``.

    Its words are all of one language: a verb that opens or closes them, what it is done with or a second verb
    (``Click to enlarge``), and little words.
    """
    opening, closing = _languages()
    languages = opening.get(fold.partition(" ")[0]) or closing.get(fold.rpartition(" ")[2])
    if not languages or not 1 < len(words := fold.split()) <= _LONGEST:
        return False
    words[-1] = words[-1].strip(_AFTER)
    plain = frozenset(words) - {""}
    for language in languages:
        does, what, known = _words(language)
        if known.issuperset(plain) and (not what.isdisjoint(plain) or len(does & plain) > 1):
            return True
    return False


@cache
def _languages() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """The languages in which a request may open with a verb, and close with it: ``Bild vergrößern``, ``Yorum yaz``."""
    last = phrases_by_language("buttons", "verb")["last"]
    found: dict[str, list[str]] = {}
    for language, verbs in phrases_by_language("buttons", "does").items():
        for verb in verbs:
            found.setdefault(verb, []).append(language)
    opening = {verb: tuple(spoken) for verb, spoken in found.items()}
    closing = {verb: own for verb, spoken in found.items() if (own := tuple(one for one in spoken if one in last))}
    return opening, closing


@cache
def _words(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    does, what, beside = (phrases_by_language("buttons", use)[language] for use in ("does", "what", "beside"))
    return does, what, does | what | beside
