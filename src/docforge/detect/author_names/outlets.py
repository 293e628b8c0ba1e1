# SPDX-License-Identifier: Apache-2.0
"""Outlets, papers and institutions: where the persons of a byline work, or who signs in place of persons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from docforge.detect.agencies import known_agency
from docforge.detect.author_names.persons import JOINED_INITIAL, is_person
from docforge.detect.author_names.roles import ARTICLE
from docforge.detect.vocabulary import folded, phrases
from docforge.patterns import has_case, has_east_asian, lazily

__all__ = [
    "DOMAIN",
    "is_institution",
    "is_lone_place",
    "is_office_beside",
    "is_outlet",
    "is_paper",
    "is_paper_of",
    "is_shouted_outlet",
    "is_told_by_opening",
    "may_be_outlet",
    "may_be_paper",
]

DOMAIN = lazily(
    r"[\w-]{2,30}(?:\.[\w-]{2,20})?\.(?:com|net|org|de|at|ch|fr|it|es|pt|nl|be|se|no|dk|fi|pl|cz|ru|ua|kz|tr|jp|kr|cn|in|co|eu|"
    r"info|tv|online|news)(?:\.\w{2})?",
    re.IGNORECASE,
)
"""The address of an outlet."""
_LETTERS = lazily(r"[A-ZÀ-Þ]{3,6}")
"""The letters that a broadcaster is called by: ``BBC``."""
_CAMEL = lazily(r"[a-z]{3,10}[A-Z][a-z]{2,12}")
"""``detikWarta``: an outlet that opens small."""
_LONG_HAN_NAME = 4
"""Ideographs that few names of persons have."""
_HAN_OUTLET = 14
"""Characters of the longest outlet behind a name in ideographs."""


def is_outlet(name: str) -> bool:
    """Say whether a name behind others ends as outlets do and opens with no person's: ``Harbour Times``."""
    return folded(name.rsplit(" ", 1)[-1]) in phrases("byline", "outlet") and not is_person(name)


def may_be_paper(name: str) -> bool:
    """Say whether a name ends as outlets or papers do and opens with no person's: ``Medical Daily``."""
    last = folded(name.rsplit(" ", 1)[-1])
    return is_outlet(name) or (" " in name and last in phrases("byline", "paper_ends") and not is_person(name))


def is_paper(segment: str, fold: str) -> bool:
    """Say whether a segment is an outlet's name with its article: ``The Harbour Press``."""
    ends = " " in fold and fold.rsplit(" ", 1)[1] in phrases("byline", "outlet")
    return ends and ARTICLE.match(segment) is not None and may_be_outlet(segment) and not known_agency(segment)


def is_paper_of(name: str) -> bool:
    """Say whether a name opens with a word for a newspaper or a broadcaster: ``Harian Pantai``."""
    first, _, rest = name.partition(" ")
    return bool(rest) and folded(first) in phrases("byline", "outlet_opening")


def may_be_outlet(segment: str) -> bool:
    """Say whether a segment behind the authors may be their outlet or place: a name of capitals that is no person's."""
    if has_east_asian(segment):
        return len(segment) <= _HAN_OUTLET and segment.endswith(_han_outlets())
    words = segment.split()
    if len(words) == 1 and _CAMEL.fullmatch(words[0]):
        return True
    longest = 6 if has_case(segment) else 3  # no capital tells a longer one from a sentence
    return 1 <= len(words) <= longest and all(
        not w[0].islower()
        or folded(w) in phrases("byline", "particles")
        or "." in w
        or (w[0].isascii() and w[-1].isdigit())  # g1
        for w in words
    )


@cache
def _han_outlets() -> tuple[str, ...]:
    """What the names of outlets and places end with in scripts without capitals, and the name of the work."""
    return tuple(phrases("byline", "han_outlet"))


def is_lone_place(name: str) -> bool:
    """Say whether a name behind others is one word with a capital; names of one word have a point (``Б.Болормаа``)."""
    if " " in name or JOINED_INITIAL.fullmatch(name) is not None:
        return False
    return name.isascii() or (has_case(name) and "." not in name)


def is_office_beside(signs: str, names: Sequence[tuple[str, int, int]]) -> bool:
    """Say whether what looks like names is where the person before *signs* works.

    So it is in brackets if no name in it opens with a given name, ``Ann Lee (LTV News)``, and behind a stroke if it
    ends as Chinese outlets do, ``王小明/海港日报``.
    """
    if "(" in signs or "（" in signs:
        return not any(is_person(name) for name, _, _ in names)
    name = names[0][0]
    return ("/" in signs or "／" in signs) and len(name) >= _LONG_HAN_NAME and name.endswith(_han_outlets())


def is_shouted_outlet(segment: str, authors: Sequence[tuple[str, int, int]]) -> bool:
    """Say whether a segment in capitals stands behind names that are not: ``Ann Lee, HARBOUR TODAY``."""
    shouted = segment.isupper() and " " in segment and not is_person(segment)
    return shouted and not any(name.isupper() for name, _, _ in authors)


def is_told_by_opening(segment: str, authors: Sequence[tuple[str, int, int]]) -> bool:
    """Say whether a segment behind names opens as outlets do: ``MDR Harzland``, ``Harian Rakyat``, ``ANSA Roma``.

    Letters open an outlet if the authors before it have no capitals of their own: ``KIM Ji-ho, LEE Min-su``.
    """
    first, _, rest = segment.partition(" ")
    if folded(first) in phrases("byline", "outlet_opening"):
        return bool(rest)
    if is_person(segment) or segment.isupper() or not rest:
        return False
    return _LETTERS.fullmatch(first) is not None and not any(
        word.isupper() and len(word) > 1 for name, _, _ in authors for word in name.split()
    )


def is_institution(fold: str) -> bool:
    """Say whether a word of two or more is, or ends like, the name of an office: ``Landesanstalt``, ``University``."""
    return " " in fold and any(word.endswith(_institutions()) for word in fold.split())


@cache
def _institutions() -> tuple[str, ...]:
    return tuple(phrases("byline", "institution"))
