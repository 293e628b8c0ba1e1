# SPDX-License-Identifier: Apache-2.0
"""The words and signs of credits: labels and providers; makers are parted from these in ``makers``.

Comes in: the words of a line.  Goes out: whether they label a credit; the provider.  Rule: IPTC Photo
Metadata 2023.2, Creator and Credit Line.
"""

from __future__ import annotations

import re
from collections import deque
from functools import cache

from docforge.detect.agencies import known_agency
from docforge.detect.look import Look
from docforge.detect.vocabulary import folded, phrases
from docforge.patterns import any_of, lazily

__all__ = [
    "AFTER_PROVIDER",
    "COPYRIGHT",
    "COPYRIGHT_SIGN",
    "FILE_CAPTION",
    "INITIALS",
    "LABEL",
    "MAKER_WORDS",
    "OPENING_BRACKETS",
    "PICTURE_BY",
    "WORDS_OF_PICTURES",
    "closes_with_kind",
    "is_label",
    "is_provider",
    "is_said_in",
    "keeps_rights",
    "label_of",
    "last_pointed_label",
    "provider_in",
    "provider_of",
    "tells_of_work",
]

LABEL = re.compile(r"(?P<label>[^\W\d_][^:：/\n()（）\[\]<>|]{0,30}?)\s?(?:[:：／|՝＝]|/|\.:|=)\s*(?=\S)")
"""A label before a name, with its colon or other sign."""
COPYRIGHT = lazily(
    lambda: (
        r"(?:©|\(c\)\s?(?=\d|(?-i:[A-ZÀ-ÞА-ЯЁ@]))|ⓒ|\bCopyright\b\s?(?=©|\(c\)|\d|(?-i:[A-ZÀ-Þ]))"
        rf"(?!(?:{any_of(phrases('credits', 'no_owner'))})\b))\s?\S"
    ),
    re.IGNORECASE,
)
"""A sign or word of copyright and the head of the owner or year behind it."""
COPYRIGHT_SIGN = lazily(r"\W*(?:\(c\)|copyright)?\W*(?:(?:19|20)\d\d\b\W*)?", re.IGNORECASE)
"""What stands before the owner of a picture: ``©``, ``(C)``, ``Copyright``, ``© 2024``."""
_YEAR_AND_SITE = lazily(r"(?:©|\(c\))\W{0,3}(?:19|20)\d\d\W{0,3}[\w-]{2,30}\.[a-z]{2,8}\b", re.IGNORECASE)
"""``© 2025 harbour.example``: a site keeps its rights."""
PICTURE_BY = lazily(
    lambda: (
        rf"\b(?:{any_of(phrases('credits', 'picture'))})(?:\s(?:{any_of(phrases('credits', 'picture_made'))}))?"
        rf"\s(?:{any_of(phrases('credits', 'picture_by'))})\s(?=\S)"
    ),
    re.IGNORECASE,
)
"""``Photo by``, ``photo illustration by``, ``Foto: von`` without its colon."""
FILE_CAPTION = lazily(
    lambda: rf"(?:{any_of(_archives())})\b(?: (?i:{any_of(phrases('credits', 'archive_kind'))}))?\s?[-–—:]"
)
"""What an archive caption opens with."""
WORDS_OF_PICTURES = ("photo", "foto", "fot", "pict", "image", "illus", "graph", "video", "screens")
AFTER_PROVIDER = lazily(lambda: rf"\s(?:{any_of(phrases('credits', 'after_provider'))})$", re.IGNORECASE)
"""What closes a credit behind its provider."""
MAKER_WORDS = 6
"""Words of the name of who made a picture, at most."""
INITIALS = 8
"""Letters of initials by which a house is known, at most."""
OPENING_BRACKETS = "(（[【<"
_BEFORE_LAST = re.compile(r"[/|,·•(（@]|\.(?=[A-ZÀ-Þ])")
_PREPOSITION = 3
"""Letters of what stands before a name that gives a picture: ``image by``, ``immagine di``."""
_LONG_AGENCY = 6
"""Letters of an agency's name in small letters that is no word."""
_SMALL_IN_CREDIT = 2
"""Words in small letters of a credit behind a label that is cut short: ``fot. archiwum prywatne``."""
_INNER_STOP = lazily(r"[^\W\d_]{4}[.!?…][\"'”’»]?\s")
_POINT_BEFORE_WORD = re.compile(r"\.\s?[^\W\d_]")
_GLUED_CAPITALS = re.compile(r"(?<=[a-zß-ÿ]{3})([A-Z]{3,8})$")
_LONG_NAME = 8
"""Letters of a provider's name that cannot be the end of another word."""


def _archives() -> set[str]:
    """Return what opens the captions of archives, as it is written."""
    either = phrases("credits", "archive_picture")
    return {word.upper() for word in either | phrases("credits", "archive")} | set(map(str.capitalize, either))


def is_provider(name: str) -> bool:
    """Say whether *name* is that of an agency of news or pictures, alone or before a word for one: ``AP Photo``."""
    if known_agency(name) or folded(name) in phrases("credits", "provider"):
        return True
    house, _, word = name.rpartition(" ")
    return bool(house) and folded(word) in phrases("credits", "agency_picture") and known_agency(house)


@cache
def _providers() -> dict[str, tuple[str, ...]]:
    """The providers by their last two characters, longest first."""
    by_tail: dict[str, list[str]] = {}
    for name in phrases("credits", "provider"):
        by_tail.setdefault(name[-2:], []).append(name)
    return {tail: tuple(sorted(found, key=len, reverse=True)) for tail, found in by_tail.items()}


def provider_of(text: str) -> str | None:
    """Return the picture provider or agency that *text* ends with, as written, or None."""
    bare = text[-80:].strip().rstrip(".)]）】 ;")
    if not bare:
        return None
    listed = _providers().get(bare[-2:].casefold()[-2:])
    if listed and (fold := folded(bare)).endswith(listed):
        for name in listed:
            before = fold[: -len(name)]
            if fold.endswith(name) and (not before or not before[-1].isalnum() or _glued(bare, len(name))):
                if len(name) <= 3 and not bare[-len(name) :].isupper():
                    continue
                return bare[-len(name) :]
    last = bare.rsplit(None, 1)[-1]
    if not last.isalpha():
        last = _BEFORE_LAST.split(last)[-1]
    if folded(last) in phrases("credits", "agency_picture") and len(last) < len(bare):
        house = provider_of(bare[: -len(last)])
        return bare[bare.rindex(house) :] if house is not None else None  # Reuters pic
    if last and known_agency(last) and (last.isupper() or not last.isascii() or len(last) > 3 or last == "dpa"):
        return last
    return _glued_agency(bare)


def _glued_agency(text: str) -> str | None:
    """``The first meeting of the boardEFE``: an agency's capitals run into the last word of a caption.

    What a page offers runs into words as well: ``MobileAPP``.
    """
    match = _GLUED_CAPITALS.search(text) if text[-3:].isupper() else None
    if match is None or " " not in text[: match.start()] or not known_agency(match[1]):
        return None
    fold = match[1].casefold()
    return None if fold in phrases("clutter", "networks") or fold in phrases("clutter", "offered") else match[1]


def _glued(text: str, length: int) -> bool:
    """Say whether the last *length* characters are a name of their own, with or without a blank before them.

    Pages print the maker in one element and the provider in the next: ``Ann LeeGetty Images``.
    """
    name = text[-length:]
    return not name.isascii() or (length >= _LONG_NAME and name[0].isupper() and text[-length - 1].islower())


def is_said_in(text: str, provider: str) -> bool:
    """Say whether the name that closes *text* goes on with its words instead of giving a picture.

    So does a name that is a word as well, ``der neue Trend``, and a service on which the text is shared, alone or
    beside others: ``Follow us: Twitter | Facebook``.
    """
    before = text.rstrip(" .)]")[: -len(provider)].rstrip()
    if not before or text.lower().startswith(WORDS_OF_PICTURES):
        return False
    services = phrases("clutter", "networks")
    if folded(provider) in services:
        named = {folded(word.strip(" ,:|/·•()")) for word in before.split()}
        return before[-1].isalpha() or before[-1] == "-" or not services.isdisjoint(named)
    last = before.rsplit(None, 1)[-1]
    return len(last) > _PREPOSITION and last.isalpha() and last.islower() and not _is_unmistakable(provider)


def _is_unmistakable(provider: str) -> bool:
    """Say whether a name is no word as well, as those of some agencies are: ``Trend``."""
    return " " in provider or provider.isupper() or (known_agency(provider) and len(provider) >= _LONG_AGENCY)


def provider_in(look: Look) -> str | None:
    """Return what ``provider_of`` says of a passage."""
    if "provider_in" not in look.memo:
        look.memo["provider_in"] = provider_of(look.text.strip())
    known: str | None = look.memo["provider_in"]
    return known


def closes_with_kind(text: str) -> bool:
    """``… at the quay. (File photo)``: say whether brackets with the kind of a picture close a passage.

    They credit nobody.
    """
    text = text.rstrip()
    return text[-1:] == ")" and folded(text[text.rfind("(") + 1 : -1]) in phrases("credits", "kind_of_picture")


def is_label(words: str) -> bool:
    """Say whether *words* stand before the maker or provider of a picture: Photo, Credit, Bild."""
    fold = folded(words).strip(" .(（[©")
    return fold in phrases("credits", "label") or fold.rstrip("s") in phrases("credits", "label")


def label_of(text: str, at: int = 0) -> re.Match[str] | None:
    """Return the words at *at* that may label a credit, as ``label`` of a match with its sign, or None.

    A word cut short needs no colon: ``fot. Ann Lee``.
    """
    return _pointed().match(text, at) or LABEL.match(text, at)


def last_pointed_label(text: str) -> int:
    """Return where the last label of *text* begins that is cut short, behind a sign and before names; -1 for none."""
    if _POINT_BEFORE_WORD.search(text, 1) is None:
        return -1
    last = next(iter(deque(_pointed().finditer(text, 1), maxlen=1)), None)
    if last is None or text[: last.start()].rstrip()[-1:].isalnum():
        return -1
    rest = text[last.end() :]
    small = sum(word[:1].islower() for word in rest.split())
    return last.start() if small <= _SMALL_IN_CREDIT and not _INNER_STOP.search(rest) else -1


@cache
def _pointed() -> re.Pattern[str]:
    """Return the labels that are cut short with a point, before a word."""
    words = phrases("credits", "label") | phrases("credits", "bare")
    pointed = [word for word in words if word.endswith(".") and " " not in word]
    cut, firsts = any_of(pointed), "".join({word[0] for word in pointed})
    return re.compile(rf"(?=[{firsts}])(?<![^\W_])(?P<label>{cut})\s?(?=[^\W\d_])", re.IGNORECASE)


def keeps_rights(look: Look) -> bool:
    """Say whether a line with © says who keeps the rights to a page or a text, and credits no picture.

    A phrase that reserves them opens it; behind the maker of a picture one may stand too.
    """
    return _YEAR_AND_SITE.search(look.text) is not None or look.whole.lstrip("- ").startswith(_reserving())


@cache
def _reserving() -> tuple[str, ...]:
    """The phrases that reserve rights, less the sign and the word for them."""
    return tuple(phrase for phrase in phrases("signoff", "rights") if " " in phrase)


def tells_of_work(fold: str) -> bool:
    """``reporting by ann lee``, ``with inputs from agencies``: say whether folded words tell who did further work."""
    return fold.startswith(_further_work())


@cache
def _further_work() -> tuple[str, ...]:
    """What opens a bracket on who did further work; the brief phrases may open anything there."""
    return tuple(phrase.lstrip("(") for phrase in phrases("signoff", "reporting") if len(phrase) > 5)
