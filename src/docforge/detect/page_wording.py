# SPDX-License-Identifier: Apache-2.0
"""Page wording: lines that the vocabulary knows whole, piece by piece, or by what they open or close with.

Comes in: a ``Look``.  Goes out: what its words say of it; what stands around it is for ``clutter`` to weigh.
"""

from __future__ import annotations

import re
from functools import cache

from docforge.detect.buttons import runs_together
from docforge.detect.look import EDGES, RUNNING, Look
from docforge.detect.vocabulary import Openings, openings, phrases
from docforge.patterns import FULL_STOPS, has_unspaced

__all__ = [
    "LABEL",
    "announces_links",
    "asks_for_money",
    "closes_like_link",
    "heads_points",
    "is_furniture_phrase",
    "is_media_label",
    "is_page_wording",
    "links_in",
    "may_be_copy",
    "names_picture",
    "opening_phrase",
    "opens_like_link",
    "opens_like_statement",
    "says_page_words",
    "says_text_goes_on",
    "shows_letter_sizes",
    "tells_of_news",
    "tells_of_trade",
]

_SIZES, _SIZE, _SIZE_SIGNS = 24, 2, "+-\u2013\u2212"
"""Columns of a line that shows the sizes of letters, and letters (signs aside) of each word, at most."""
_PIECES = re.compile(r"\s*[|·•,/>»\n]\s*|\s{2,}|\s+(?:and|und|et|y|e|en|och|og)\s+")
_SEPARATORS = frozenset("|·•,/>»")
_IN_FIGURES = re.compile(r"\d{1,4}/\d{1,2}/\d{2,4}")
"""A date, where ``1/2`` is a page of several."""
_PICTURE, _FILE_WORDS = re.compile(r"[\w)-]\.(?:jpe?g|png|gif|webp|tiff?|bmp|svg)$", re.IGNORECASE | re.MULTILINE), 10
"""The end of a picture's name, and words of the name at most."""
LABEL = 60
"""Columns of a line that announces links."""
_LABEL_SIGNS = frozenset(":-–—|.")
"""What stands between a label and the title of a link."""
_PAGE_WORDS = 2
"""Words of the number of a page and what follows it, at most: ``Continued on page 4, left``."""
_TAIL_WORDS = 3
"""Words of a button at the end of a line."""


def is_media_label(look: Look) -> bool:
    """Say whether a line is nothing but the word for what is to be seen or heard: ``Video``, ``Photos``."""
    return look.fold in phrases("clutter", "media")


def names_picture(look: Look) -> bool:
    """Say whether a line ends like the name of a picture's file, which may be its description: ``mole_0409.jpg``."""
    if "." not in look.text[-6:] or look.words > _FILE_WORDS or look.prose >= RUNNING:
        return False
    return _PICTURE.search(look.text.rstrip()) is not None


def shows_letter_sizes(look: Look) -> bool:
    """Say whether a line is the sizes of letters that a page can be read in: ``A A A``, ``A- Aa A+``, ``- A+``."""
    words = look.fold.split() if look.columns <= _SIZES else []
    letters = {word.strip(_SIZE_SIGNS) for word in words} - {""}
    return len(words) > 1 and len(letters) == 1 and len(letters.pop()) <= _SIZE


def is_furniture_phrase(look: Look) -> bool:
    """Say whether the vocabulary knows the whole line, piece by piece if it is a list of services."""
    if look.columns > 120:
        return False
    known: bool | None = look.memo.get("is_furniture_phrase")
    if known is None:
        known = look.memo["is_furniture_phrase"] = _known_line(look.fold, look.text)
    return known


def links_in(fold: str, least: int) -> list[str]:
    """Return the links of menus, whole lines of page wording, in a case-folded line that may have *least* of them."""
    words, lines = fold.split(), _lines()
    if sum(map(_first_words().__contains__, words)) < least:
        return []
    found, at = [], 0
    while at < len(words):
        size = next((n for n in (3, 2, 1) if " ".join(words[at : at + n]) in lines), 0)
        found += [" ".join(words[at : at + size])] if size else []
        at += max(size, 1)
    return found


def says_page_words(fold: str) -> bool:
    """Say whether a case-folded part of a line is a whole line of page wording, or several run together."""
    return _known_line(fold, fold)


def _known_line(fold: str, text: str) -> bool:
    if not fold:
        return not any(c.isalnum() for c in text)
    if fold in _whole_lines():
        return True
    lines = _lines()
    if fold[-1].isdigit() and fold.rstrip("0123456789 ") in phrases("clutter", "goes_on"):
        return True  # the second advert
    first = fold.partition(" ")[0]
    if first not in _first_words() and (
        first.isalnum() or ((bare := first.rstrip(EDGES)) not in _first_words() and _SEPARATORS.isdisjoint(bare))
    ):
        return False
    cut = _PIECES.search(fold)
    lead = fold[: cut.start()].strip(EDGES) if cut is not None else ""
    if cut is not None and (not lead or lead in lines or lead.isdigit()):
        pieces = _PIECES.split(fold)
        pieces = [p for piece in pieces if (p := piece.strip(EDGES))]
        if len(pieces) > 1 and all(p in lines or p.isdigit() for p in pieces):
            return _IN_FIGURES.fullmatch(fold) is None
    return runs_together(fold.split(), lines)


@cache
def _lines() -> frozenset[str]:
    """The whole lines, and pieces of them, that are page wording."""
    return phrases("clutter", "line") | phrases("clutter", "networks") | phrases("clutter", "paid")


@cache
def _whole_lines() -> frozenset[str]:
    """The same, and what says how long the text takes to read."""
    return _lines() | phrases("publication", "reading_time")


@cache
def _first_words() -> frozenset[str]:
    """The words that whole lines of page wording begin with, and numbers."""
    return frozenset(line.split(None, 1)[0].rstrip(EDGES) for line in _lines()) | frozenset(map(str, range(10_000)))


def opening_phrase(look: Look) -> str:
    """Return the phrase of the vocabulary that opens the line as whole words, or the empty string."""
    known: str | None = look.memo.get("opening_phrase")
    if known is None:
        known = _start(look.fold)
        if not known:
            known = _start(look.whole) if look.whole != look.fold else ""
        look.memo["opening_phrase"] = known
    return known


def _start(fold: str) -> str:
    for phrase in _starts().all(fold):
        behind = fold[len(phrase) : len(phrase) + 1]
        if not behind.isalnum() or not phrase[-1].isalnum() or (not phrase.isascii() and has_unspaced(phrase)):
            return phrase
    return ""


@cache
def _starts() -> Openings:
    return Openings(phrases("clutter", "start") | phrases("clutter", "plain"))


def may_be_copy(look: Look) -> bool:
    """``Donate now, the mayor told the guests.``: say whether page wording that opens a line may open copy as well.

    A word follows it or a full stop, and nothing that an outlet has of its own is named: ``Donate now to keep our
    newsroom going.``
    """
    known: bool | None = look.memo.get("may_be_copy")
    if known is None:
        known = look.memo["may_be_copy"] = _goes_on_as_copy(look)
    return known


def _goes_on_as_copy(look: Look) -> bool:
    begin = opening_phrase(look)
    if begin not in phrases("clutter", "plain") or not look.fold.startswith(begin):
        return False
    behind = look.fold[len(begin) :].lstrip(", ")
    if not behind:
        return look.text.rstrip()[-1] in FULL_STOPS
    if not behind[0].isalpha() and not (look.ends and len(behind.split()) > _PAGE_WORDS):
        return False
    return not any(map(look.fold.__contains__, phrases("clutter", "own")))


def opens_like_link(look: Look) -> bool:
    """Say whether the line opens with page wording; a long one does so with a label: ``Read more: …``."""
    if look.columns <= 200:
        return bool(look.fold) and bool(opening_phrase(look)) and not may_be_copy(look)
    return ":" in look.text[:LABEL] and _start(look.head)[-1:] == ":"


def closes_like_link(look: Look) -> bool:
    """Say whether page wording follows a sentence at the end of the line: ``… is part of the group. Read more``.

    A word in capitals is what headlines announce so: ``… в порт. ФОТО``.
    """
    if ". " not in look.fold:
        return False
    tail = look.fold.rpartition(". ")[2]
    if tail not in _lines() or len(tail.split()) > _TAIL_WORDS:
        return False
    return " " in tail or not look.text[-len(tail) :].isupper()


def _is_link_label(look: Look) -> bool:
    """Say whether the line announces links that follow ("Read also:", "Mehr zum Thema")."""
    return look.columns <= LABEL and bool(look.fold) and bool(opening_phrase(look)) and not may_be_copy(look)


def announces_links(look: Look) -> bool:
    """Say whether links stand below the line: ``Read also:``, but not ``Read also: Ferry back in May``, which is one.

    Nor do they below a button of a share bar, ``Share on Telegram``, or what is said about the page.
    """
    if look.columns > LABEL:
        return False
    if look.fold in phrases("clutter", "label"):
        return True
    if not _is_link_label(look) or says_text_goes_on(look):
        return False
    label = opening_phrase(look).rstrip()
    if opens_like_statement(label):
        return False
    own = label[-1:] in _LABEL_SIGNS
    behind = look.fold[len(label) :].lstrip()
    if behind and (own or (behind[0] in _LABEL_SIGNS and behind[1:].strip())):
        return False  # the title stands behind its label
    return phrases("clutter", "networks").isdisjoint(word.strip(EDGES) for word in look.chunks)


def opens_like_statement(fold: str) -> bool:
    """Say whether a case-folded line tells something of its article or page: ``this story is from 14 March 2024``."""
    return fold.startswith(_beginnings("clutter", "statement"))


def says_text_goes_on(look: Look) -> bool:
    """Say whether a line marks an advert or says that the text goes on below it: ``Story continues below``."""
    if look.columns > LABEL or not look.fold:
        return False
    found = openings("clutter", "goes_on").all(look.fold)
    return any(not look.fold[len(start) : len(start) + 1].isalnum() for start in found)


def tells_of_trade(look: Look) -> bool:
    """Say whether a passage has a word for those who write for an outlet, or for what they do: ``our reporters``."""
    return _has_word(look, _beginnings("byline", "trade"))


def tells_of_news(look: Look) -> bool:
    """Say whether a passage has a word for news, those who write or those who read them: ``dear readers``."""
    return _has_word(look, _beginnings("clutter", "news")) or tells_of_trade(look)


def asks_for_money(look: Look) -> bool:
    """Say whether a passage has a word for gifts or support."""
    return _has_word(look, _beginnings("clutter", "gift"))


def _has_word(look: Look, beginnings: tuple[str, ...]) -> bool:
    if has_unspaced(look.head):
        return any(map(look.head.__contains__, beginnings))
    return any(word.lstrip(EDGES).startswith(beginnings) for word in look.head.split())


@cache
def _beginnings(table: str, use: str) -> tuple[str, ...]:
    """Return listed phrases as ``str.startswith`` takes them: of words, or of lines that say something about a page."""
    return tuple(sorted(phrases(table, use)))


def heads_points(look: Look) -> bool:
    """``SUMMARY``, ``We offer:``: say whether a line right above items heads points of the text."""
    return look.text[-1] in ":：" or look.fold in phrases("clutter", "box")


def is_page_wording(look: Look) -> bool:
    """Say whether a line is page wording or a label of links.

    ``Thank you.`` with its full stop may as well be what a speaker says.
    """
    if is_furniture_phrase(look):
        return look.text.rstrip()[-1:] not in FULL_STOPS
    return _is_link_label(look)
