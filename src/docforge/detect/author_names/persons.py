# SPDX-License-Identifier: Apache-2.0
"""The names of persons: how many words make one, and what a name in ideographs looks like."""

from __future__ import annotations

from docforge.detect.agencies import known_agency
from docforge.detect.author_names.roles import last_words_of_roles, roles_and_outlets
from docforge.detect.text_vocabulary import Vocabulary
from docforge.detect.vocabulary import folded, is_given_name, phrases
from docforge.patterns import lazily

__all__ = [
    "FULL_NAME",
    "HAN_FILED",
    "HAN_NAME",
    "JOINED_INITIAL",
    "SHORTENED",
    "first_of_several",
    "is_person",
    "length_of_name",
]

FULL_NAME = r"[^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]*){1,3}"
"""Part of a pattern: two to four words, none of which opens with a small Latin letter."""
HAN_NAME = lazily(
    r"[\u4e00-\u9fff々ヶ]{2,5}|[\u4e00-\u9fff々]{1,4}[ 　][\u4e00-\u9fff々]{1,4}"
    r"|[\u30a0-\u30ff]{2,10}(?:[・＝][\u30a0-\u30ff]{1,12}){1,3}"
)
"""A name in ideographs, with its blank or without, or in katakana."""
HAN_FILED = lazily("(?:[报報][导導道]|摄影[报報]道|[电電])$")
"""How the end of a name shows that somebody filed the story from there."""
_CALL_SIGN = lazily(r"[CKW][B-DF-HJ-NP-TV-XZ]{3}")
"""``Ann Lee KTRK``: four letters without a vowel by which a station of North America is called."""
_OUTLET_SIGN = lazily(r"[A-Z]{3,}[A-Z][a-z]")
"""``ABCNews``: an outlet's name run together."""
JOINED_INITIAL = lazily(r"[A-ZА-ЯЁҮӨ]\w?\.(?:[A-ZА-ЯЁҮӨ]\.){0,2}[A-ZÀ-ÞА-ЯЁҮӨ][^\W\d_]{2,}")
"""``Б.Болормаа``, as Mongolian writes names, ``M.E.Roca``; the one word is a full name."""
_WHOLE = 2
"""Words of a whole name, titles and initials apart, and of the name of a paper with its place."""
SHORTENED = frozenset({"'t", "’t", "'s", "’s"})
"""Dutch articles in names."""
_ARTICLED = lazily(r"(?:al|el|ad|an|ar|as|ash|at|az|ul|ur)-[A-ZÀ-Þ][^\W\d_]")
"""``al-Rashid``: an Arabic name with its article."""
_INITIALS = lazily(r"(?:[^\W\d_]\.){1,3}")


def is_person(name: str) -> bool:
    """Say whether a name opens with a given name of some language."""
    first = name.split(" ", 1)[0].title()
    return is_given_name(first) or ("-" in first and is_given_name(first.partition("-")[0]))


def length_of_name(words: list[tuple[int, str]], common: Vocabulary) -> int:
    """Return how many leading words make one person's name; 0 if they make none."""
    particles = phrases("byline", "particles")
    count = capitals = 0
    if len(words) > 2 and folded(words[0][1]) in phrases("byline", "article"):  # an outlet, or a title
        return 0
    if len(words) in {4, 6} and [w for _, w in words[: len(words) // 2]] == [w for _, w in words[len(words) // 2 :]]:
        words = words[: len(words) // 2]  # the name stands twice: in a link and below a portrait
        if len(words) > 2 and not phrases("byline", "outlet").isdisjoint(folded(w) for _, w in words):
            return 0  # a house: Harbour News Service Harbour News Service
    words = _without_small_role(words)
    role = _role_behind(words)
    joined = False
    for position, (_, written) in enumerate(words):
        word = written.strip("()")
        bare = word.strip(".,'’\"“”")
        if position and bare[-1:].isdigit() and bare[:-1].isalpha():
            bare = bare[:-1]  # the mark of a note
        if position == 0 and JOINED_INITIAL.fullmatch(bare):
            capitals, count = 2, 1
            continue
        if (
            not bare
            or (not bare.isalpha() and any(c.isdigit() for c in bare))
            or "@" in bare
            or ("." in bare.rstrip(".") and not _INITIALS.fullmatch(word))
        ):
            break
        particle = position > 0 and position + 1 < len(words) and folded(bare) in particles
        if bare[0].isupper() or (position and _ARTICLED.match(bare)):
            if position >= 2 and (
                position == role or folded(bare) in phrases("byline", "writing_for") or _is_paper(words, position)
            ):
                break
            if position >= 2 and (
                _OUTLET_SIGN.match(bare)
                or (_CALL_SIGN.fullmatch(bare) and not words[0][1].isupper())
                or known_agency(bare)
                or _is_behind_capitals(words, position)
            ):
                break
            if particle:
                joined = True  # Maria Grazia De Luca, JUAN DE LA FUENTE
                continue
            if len(bare) > 3 and bare.casefold() in common:
                if position >= 2:
                    break
                if position or not _surname_behind(words, common):
                    return 0
            capitals += 1
            count = position + 1
        elif particle or _is_shortened(word, words, position):
            joined = joined or particle
            continue
        else:
            break
        if capitals >= 4:
            break
    if capitals == 0 or (capitals == 1 and count == 1 and len(words) > 1 and words[1][1][0].islower()):
        return 0
    if capitals >= 4 and (first := first_of_several(words)):
        return first
    if capitals >= 4 and len(words) > 4 and not joined:
        # Two or three names run into an outlet's name: "Jo Smith Great Northern Courier".
        return _short_name(words)
    return count


def _without_small_role(words: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return *words* without a role in small letters behind a whole name: ``Ana María Lugo Ruiz corresponsal``.

    Three names in capitals may be before it, or more with a particle; an outlet's name ends with its kind (``Post``).
    """
    if len(words) <= _WHOLE or not words[-1][1][0].islower():
        return words
    last = words[-1][1].strip(".,;:)")
    if len(words) > _WHOLE + 1 and folded(f"{words[-2][1]} {last}") in phrases("byline", "suffix"):
        return words[:-2]  # Ана Лис Главен редактор
    if folded(last) not in phrases("byline", "suffix"):
        return words
    before = words[:-1]
    outlet = any(folded(word) in phrases("byline", "outlet") or word.isupper() for _, word in before[_WHOLE:])
    return words if outlet and not all(word.isupper() for _, word in before) else before


def _role_behind(words: list[tuple[int, str]]) -> int:
    """Return the position of the first word of a role or outlet that closes *words*, behind two at least; -1 if none.

    Listed phrases are taken whole (``Mary Ann Lee Staff Writer``); of others only the last word is known (``Ann Lee
    Harbour Correspondent``), so that they begin right behind the second word, or the third where that is an initial.
    """
    last = folded(words[-1][1].strip(".,;:)"))
    if len(words) <= _WHOLE or last not in last_words_of_roles():
        return -1
    roles = roles_and_outlets()
    for position in range(_WHOLE, len(words) - 1):
        if folded(" ".join(word for _, word in words[position:])) in roles:
            return position
    if last not in roles or _is_paper_whole(words):
        return -1
    position, particles = _WHOLE, phrases("byline", "particles")
    if _INITIALS.fullmatch(words[1][1]) is not None:
        position += 1
    while position < len(words) - 1 and any(
        word[0].islower() and folded(word) in particles for _, word in words[position - 1 : position + 1]
    ):
        position += 1  # Karl von der Au Redakteur
    return min(position, len(words) - 1)


def _is_paper_whole(words: list[tuple[int, str]]) -> bool:
    """``Norrstad Daily Mail``: say whether a word for how often a paper is printed stands before its last."""
    before = folded(words[-2][1])
    return before in phrases("byline", "paper_days") and not is_person(words[0][1])


def _is_paper(words: list[tuple[int, str]], position: int) -> bool:
    """Say whether a whole name ends before the name of a paper: ``Ann Lee Worcester Telegram``, ``Ann Lee The Sun``."""
    before, behind = words[:position], [word for _, word in words[position:]]
    if sum(len(word) > 2 and word[-1] != "." for _, word in before) < _WHOLE or len(behind) < _WHOLE:
        return False
    if not all(word[0].isupper() for word in behind) or not is_person(before[0][1]):
        return False
    articles = phrases("byline", "article")
    if folded(before[-1][1]) in articles:
        return False  # no name ends with one: James The Rock Weekly
    return folded(behind[0]) in articles or folded(behind[-1]) in phrases("byline", "paper_ends")


def _is_shortened(word: str, words: list[tuple[int, str]], position: int) -> bool:
    """Say whether a small word stands in ``in 't`` as Dutch surnames have it: ``Bas in 't Veld``."""
    here = word in SHORTENED
    return here or (word == "in" and words[min(position + 1, len(words) - 1)][1] in SHORTENED)


def _is_behind_capitals(words: list[tuple[int, str]], position: int) -> bool:
    """Say whether a name in capitals ends before a word that is not: ``ANN LEE Envoyée spéciale``."""
    return not words[position][1].isupper() and all(word.isupper() and len(word) > 2 for _, word in words[:position])


def first_of_several(words: list[tuple[int, str]]) -> int:
    """Return how many words the first of two or more persons has whose names stand side by side, 0 if they do not.

    ``Ann Lee Peter Marchant``: each begins with a listed given name, and the one before is complete.
    """
    if not is_given_name(words[0][1].title()) or folded(words[-1][1]) in roles_and_outlets():
        return 0
    for place in range(2, min(len(words) - 1, 4)):
        before = words[place - 1][1]
        if is_given_name(words[place][1].title()) and not (
            is_given_name(before.title()) or _INITIALS.fullmatch(before)
        ):
            return place
    return 0


def _surname_behind(words: list[tuple[int, str]], common: Vocabulary) -> bool:
    """Say whether a lone rare word follows: Will, Mark and Grant are words, yet with one behind them names."""
    if len(words) != 2 or not words[1][1][:1].isupper():
        return False
    behind = words[1][1].casefold()
    return behind not in common and behind not in roles_and_outlets()


def _short_name(words: list[tuple[int, str]]) -> int:
    return 3 if len(words[1][1].strip(".")) == 1 else 2
