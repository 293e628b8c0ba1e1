# SPDX-License-Identifier: Apache-2.0
"""Lines that read on as sentences and menus do and hold no list of names: the words before the first sign tell."""

from __future__ import annotations

import re
from functools import cache

from docforge.detect.author_names.persons import SHORTENED
from docforge.detect.author_names.roles import CREDENTIALS, last_words_of_desks
from docforge.detect.author_names.segments import GLUE
from docforge.detect.text_vocabulary import Vocabulary
from docforge.detect.vocabulary import agencies, is_given_name, openings, phrases
from docforge.patterns import has_case

__all__ = ["reads_on"]

_SPLIT_SIGNS = frozenset(",;|｜/／•·&+、，；(")
_DASHES = frozenset("–—-")
_INNER_SPLIT_SIGNS = frozenset(",;|｜/／•·&+、，；–—(@")
"""What may end a name inside a word; a hyphen there does not."""
_TOLD = 4
"""Words of a phrase between whose story it is and who wrote it down, at most."""
_CHUNK_EDGES = " ,;:：|·•()（）[]【】-–—/\"“”「」.…'‘’„?!"
"""What may stand around a word and is no part of it."""


def reads_on(text: str, common: Vocabulary) -> bool:
    """Say whether the words before the first sign or joining word are no list of names.

    They are not when a small word among them belongs to no role, desk, agency or name, or when all are plain words
    with a capital and one of the first two is common.  A short cut: what is refused here, ``parse_names`` calls
    strange too.
    """
    known, roles, joiners = _words_of_names(), _role_words(), phrases("byline", "joiner")
    labels, firsts = phrases("byline", "second_label"), _first_words_of_told()
    plain, small = True, False
    first_folds: list[str] = []  # those that tell, asked for last: it costs most
    chunks = text.split()
    count = len(chunks)
    for place, chunk in enumerate(chunks):
        if chunk in SHORTENED and place:
            plain = False
            continue
        word = chunk if chunk.isalpha() else chunk.strip("'\"“”‘’„:?!")
        if not word.isalpha():
            inner = word.strip(_CHUNK_EDGES)
            if not _may_stand_inside(inner, known, roles):
                return False
            if word in _DASHES or (len(inner) != len(word) and not _SPLIT_SIGNS.isdisjoint(word)):
                return small
            plain = False
            continue
        fold = word.casefold()
        if place and fold in firsts and _joins_whole(chunks[place:]):
            return small  # Ann Lee as told to Tom Reed
        if fold not in known:
            if word.islower():
                if (
                    place > 1
                    and fold in phrases("byline", "writing_for")
                    and is_given_name(chunks[0])
                    and chunks[-1][0].isupper()
                ):
                    return small  # Ann Lee for the Harbour Courier
                if not (cased := has_case(word)) or plain:
                    return cased
                small = small or fold not in labels
            elif word[1:].islower() and word[0].isupper():
                if len(word) > 3 and (place == 1 or (place == 0 and count not in {2, 4})):
                    first_folds.append(fold)  # see ``persons``; a name may stand twice
            elif word.isupper():
                plain = False
            else:
                return False
        elif fold in roles:
            return False
        elif fold in joiners and place and not word.isupper():
            if chunks[min(place + 1, count - 1)] not in SHORTENED:  # Bas in 't Veld
                return small
            plain = False
        else:
            plain = False
        if fold in labels and not plain:
            return small  # names end before it, see ``bylines.parts``
    return small or (plain and any(fold in common for fold in first_folds))


@cache
def _first_words_of_told() -> frozenset[str]:
    return frozenset(phrase.split(" ", 1)[0] for phrase in phrases("byline", "told_to"))


def _joins_whole(chunks: list[str]) -> bool:
    """Say whether words open with all of ``as told to``: the words of such a phrase alone are none of a name."""
    whole = " ".join(chunks[:_TOLD]).casefold()
    return any(whole[len(phrase) : len(phrase) + 1] in {"", " "} for phrase in openings("byline", "told_to").all(whole))


def _may_stand_inside(word: str, known: frozenset[str], roles: frozenset[str]) -> bool:
    """Say whether a word with signs in it, ``step-by-step``, leaves what stands beside it in one piece and no role."""
    if word[:1] >= "\u1100" or not _INNER_SPLIT_SIGNS.isdisjoint(word) or GLUE.search(word):
        return False
    fold = word.casefold()
    return fold not in roles and ("-" not in fold or known.isdisjoint(fold.split("-")))


@cache
def _role_words() -> frozenset[str]:
    """The words that alone, before or behind others make these a role or a desk."""
    roles = {word for word in phrases("byline", "suffix") if " " not in word}
    words = roles | last_words_of_desks() | phrases("byline", "collective")
    return frozenset(words) | {word.strip(_CHUNK_EDGES) for word in words}


@cache
def _words_of_names() -> frozenset[str]:
    """The words that may stand in a list of names, small ones among them."""
    uses = ("desk", "suffix", "joiner", "particles", "collective")
    listed = frozenset().union(*(phrases("byline", use) for use in uses), agencies(), CREDENTIALS)
    return frozenset(word for phrase in listed for word in re.split(r"[\s,/()-]+", phrase))
