# SPDX-License-Identifier: Apache-2.0
"""What can be said of the names that were read from a line, whatever its shape."""

from __future__ import annotations

import re
from functools import cache

from docforge.detect.agencies import known_agency
from docforge.detect.author_names.lists import Names
from docforge.detect.author_names.persons import is_person
from docforge.detect.author_names.roles import roles_and_outlets
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import folded, phrases, phrases_by_language

__all__ = [
    "are_in_text",
    "are_persons",
    "have_usual_length",
    "is_full_name",
    "is_lone_word",
    "opens_with_surname",
    "shown",
    "word_count",
]

_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
_HAN_LETTERS = 3
"""Characters of a name whose surname is one of them."""
_HAN_LENGTHS = {"zh": (2, 3), "ja": (3, 20)}
"""Characters that nearly all names have, at least and at most."""


def shown(names: Names) -> str:
    """Return the names as the note of a candidate tells them."""
    if not names.authors:
        return names.agency or "a desk"
    count = len(names.authors)
    return f"the name {names.authors[0][0]}" if count == 1 else f"{count} names"


def are_persons(names: Names) -> bool:
    """Say whether there are names and nothing else, each a full one that opens with a given name."""
    if names.strange or not names.authors:
        return False
    return all(is_person(name) and is_full_name(name) for name, _, _ in names.authors)


_FULL = 4
"""Words of a full name, at most."""


def is_full_name(name: str) -> bool:
    """Say whether a name has two to four words, none of which joins two persons, and the last is no role or outlet.

    Particles in small letters are not counted: ``Juan José de la Fuente``.
    """
    words = [folded(word) for word in name.split()]
    if len(words) > _FULL:
        particles = phrases("byline", "particles")
        words = [folded(word) for word in name.split() if not word[0].islower() or word not in particles]
    return 2 <= len(words) <= _FULL and words[-1] not in roles_and_outlets() and _joiners().isdisjoint(words)


@cache
def _joiners() -> frozenset[str]:
    """The words that join two persons and stand in no name."""
    return phrases("byline", "joiner") - phrases("byline", "particles")


def is_lone_word(name: str) -> bool:
    """Say whether a name is one word without an initial, and no agency."""
    return " " not in name and "." not in name and not known_agency(name)


def word_count(name: str) -> int:
    """Return how many words a name has, particles aside."""
    return len([word for word in name.split() if folded(word) not in phrases("byline", "particles")])


def have_usual_length(language: str, names: Names) -> bool:
    """Say whether names in ideographs have as many characters as nearly all in their language."""
    shortest, longest = _HAN_LENGTHS.get(language, (0, 200))
    return all(shortest <= len(name) <= longest for name, _, _ in names.authors)


def opens_with_surname(language: str, name: str) -> bool:
    """Say whether a name in ideographs opens with a listed surname of *language*.

    One character is the surname of few names that are longer than three.
    """
    surnames = phrases_by_language("byline", "surname").get(language, frozenset())
    return (name[0] in surnames and 2 <= len(name) <= _HAN_LETTERS) or (name[:2] in surnames and len(name) > 2)


def are_in_text(survey: Survey, names: Names) -> bool:
    """Say whether the running text names all these people: then they are its subjects, not its authors."""
    body = survey.body()
    words = [w for name, _, _ in names.authors for w in _LONG_WORD.findall(name.casefold())]
    return bool(words) and all(word in body for word in words) and not _are_introduced(survey, names)


def _are_introduced(survey: Survey, names: Names) -> bool:
    """Say whether the text names one person, and only where it tells who writes.

    It opens with the name, ``Ann Lee is our reporter …``, or gives an address, ``Contact Ann Lee at lee@…``.
    Right below a line that is no known name it goes on from a heading: ``Three offers`` above ``Three offers are in``.
    """
    if len(names.authors) != 1 or " " not in (name := names.authors[0][0]):
        return False
    last = name.rsplit(" ", 1)[1]
    named = False
    for look in survey.running():
        text = look.text
        if last in text:
            if "@" in text and name in text:
                named = True  # how the author is reached
                continue
            if not text.startswith(name + " ") or text.count(last) > 1:
                return False
            if look.index and survey.looks[look.index - 1].text.strip() == name and not is_person(name):
                return False
            named = True
    return named
