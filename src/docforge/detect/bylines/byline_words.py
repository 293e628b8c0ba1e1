# SPDX-License-Identifier: Apache-2.0
"""What opens a byline: a byline word (``By``, ``Von``) or a label (``Text:``, ``文/``)."""

from __future__ import annotations

import re
from functools import cache

from docforge.detect.look import Look
from docforge.detect.survey import Survey
from docforge.detect.times_in_lines import strip_times
from docforge.detect.vocabulary import Openings, folded, openings, phrases, phrases_by_language
from docforge.patterns import DIRECTIONS, lazily

__all__ = [
    "LABEL_SIGN",
    "LEADS",
    "byline_word",
    "is_label",
    "label_at",
    "label_of",
    "may_open",
    "opens_like_byline",
    "reads_as_sentence",
    "words_alone",
]

LEADS = " (（[—–-•·■●▲◆◎□○△◇👤✍🖊🖋✎✏✒📝\ufe0f" + DIRECTIONS
"""What may stand before a byline word or a role."""
_SIGNS = ":：/／=＝|｜丨՝●"
"""What a label ends with."""
_LABELLED = lazily(
    rf"[\s(（\[【—–{DIRECTIONS}-]{{0,6}}"
    rf"([^\s{_SIGNS}(（][^{_SIGNS}\n]{{0,28}}?)\s?[{_SIGNS}]\s{{0,4}}"
)
_MOST_WORDS, _HOUR = 12, 12
"""Words of a byline that ends with a full stop; characters of ``10:31 p.m.`` and a blank."""
LABEL_SIGN = re.compile(f"[{_SIGNS}]")
_LABEL_SIGNS = frozenset(b":/=|")
"""The same in ``Look.signs``."""


def byline_word(text: str, language: str) -> tuple[int, str]:
    """Return the length of the byline word that opens *text* and the word itself, or (0, "")."""
    for phrase in openings("byline", "prefix", language).all(text[:48].casefold()):
        end = len(phrase)
        behind = text[end : end + 1]
        if behind in {" ", "\u00a0", "\t", "\n"}:
            return end + 1, text[:end]
        if text[end : end + 5] == "&nbsp":
            return end + 5 + (1 if text[end + 5 : end + 6] == ";" else 0), text[:end]
        if behind.isupper() and (text[end - 1 : end].islower() or text[end - 1] in "'’-"):
            # un reportage d'Anne Leroy, Ngu-Sipho Dube
            return end, text[:end]
    first, blank, rest = text[:48].partition(" ")
    if blank and folded(first) in phrases("byline", "kind"):
        length, word = byline_word(rest, language)  # Glosse von Anna Berg
        return (len(first) + 1 + length, f"{first} {word}") if length else (0, "")
    return 0, ""


def may_open(whole: str, language: str) -> bool:
    """Say whether a byline word may open a line, folded: one stands there, or a word for the kind of text."""
    if not _openers(language).all(whole):
        return False
    return bool(openings("byline", "prefix", language).all(whole)) or _opens_with_kind(whole)


def _opens_with_kind(whole: str) -> bool:
    return whole.partition(" ")[0] in phrases("byline", "kind")


@cache
def _openers(language: str) -> Openings:
    """The byline words of *language* and of English, and the words for kinds of text: most lines open with none."""
    return Openings(words_alone(language) | phrases("byline", "kind"))


def label_of(look: Look) -> re.Match[str] | None:
    """Return what opens *look* as a label does, sign included."""
    return _LABELLED.match(look.text) if _may_be_labelled(look) and LABEL_SIGN.search(look.text, 1, 50) else None


def label_at(look: Look, start: int) -> re.Match[str] | None:
    """Return what stands at *start* of the text of *look* as a label does, sign included."""
    return _LABELLED.match(look.text, start) if _may_be_labelled(look) else None


def _may_be_labelled(look: Look) -> bool:
    """Say whether any sign stands in *look* that a label could end with."""
    return not _LABEL_SIGNS.isdisjoint(look.signs)


def is_label(words: str) -> bool:
    """Say whether *words* before a colon are a byline label; byline words of every language count."""
    fold = folded(words)
    return fold in phrases("byline", "label") or fold in phrases("byline", "prefix")


def reads_as_sentence(look: Look) -> bool:
    """Say whether a line is a sentence too long for a byline: ``Aus Abfall wird Karton: …``; an hour ends none."""
    if not look.ends or look.words <= _MOST_WORDS:
        return False
    return not strip_times(look.text.rstrip()[-_HOUR:])[-1:].isspace()


def opens_like_byline(survey: Survey, look: Look) -> bool:
    """Say whether *look* opens with a byline word and a capital, or a byline label."""
    known: bool | None = look.memo.get("opens_like_byline")
    if known is None:
        text = look.text
        known = False
        if reads_as_sentence(look):
            look.memo["opens_like_byline"] = known
            return known
        if not look.whole or may_open(look.whole, survey.primary):
            length, _ = byline_word(text, survey.primary)
            known = bool(length) and text[length : length + 1].isupper()
        if not known:
            match = label_of(look)
            known = match is not None and is_label(match[1])
        look.memo["opens_like_byline"] = known
    return known


@cache
def words_alone(language: str) -> frozenset[str]:
    """Return the byline words of *language* and of English, which may stand on a line above the names."""
    table = phrases_by_language("byline", "prefix")
    return table.get(language, frozenset()) | table["en"]
