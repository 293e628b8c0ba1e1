# SPDX-License-Identifier: Apache-2.0
"""A stretch of a line read as a list of names.

Comes in: a line and the range in it.  Goes out: ``Names``.
"""

from __future__ import annotations

from functools import cache

from docforge.detect.agencies import known_agency
from docforge.detect.author_names.outlets import (
    DOMAIN,
    is_institution,
    is_lone_place,
    is_office_beside,
    is_outlet,
    is_paper,
    is_paper_of,
    is_shouted_outlet,
    is_told_by_opening,
    may_be_outlet,
)
from docforge.detect.author_names.persons import (
    HAN_FILED,
    HAN_NAME,
    first_of_several,
    is_person,
    length_of_name,
)
from docforge.detect.author_names.roles import (
    ARTICLE,
    ends_in_desk,
    is_compound_role,
    is_desk_of,
    is_desk_of_house,
    is_office,
    is_role,
    last_words_of_desks,
    says_place,
    says_where,
)
from docforge.detect.author_names.segments import WORD, joiners, segments, trimmed
from docforge.detect.text_vocabulary import Vocabulary
from docforge.detect.vocabulary import folded, is_given_name, listed_places, phrases, phrases_by_language
from docforge.patterns import has_case, has_east_asian, has_unspaced, lazily
from docforge.records import dataclass

__all__ = ["Names", "parse_names"]

_POINTED = lazily(r"(?:Jr|Sr|\b[A-Z])\.$")
_HAN_LEAD = lazily(
    r"(?:(?:本[报報]|[\u4e00-\u9fff]{2,8}?)?(?:[特通]约|實習|实习|見習|见习)?"
    r"(?:[记記]者|通[讯訊][员員]|[专專][栏欄]作[者家]|特[约約](?:[评評][论論][员員]|作者))\s?"
    r"|[\u4e00-\u9fff]{2,8}[网網报報社台][ \u3000])(?=.)"
)
"""What stands before the names of who wrote for a house: ``本报记者``, ``海港网专栏作者``, ``海港报 王小明``."""
_HAN_ROLE = lazily(r"(.{2,12}?)[ 　]?(?:記者|记者|特派員|編集委員|論説委員|特约记者|通讯员)$")
_NO_WORDS = Vocabulary()
_HAN_NAME = 3
"""Ideographs of most Chinese names."""
_PLACE_BEHIND = 2, 5
"""Words of a place behind a person, the small ones before it among them, at least and at most."""
_ROLE_AND_NAME = 2
"""A role and a name have more words."""
_FOOTNOTES = "0123456789"
"""Marks of notes behind a name: ``Ann Lee1``."""
_OFFICE_WORDS = 7
"""Words of an office behind a name; more tell what somebody does: ``Ann Lee Will Not Be the Next … Secretary``."""
_JOINED, _JOINED_WORDS = 2, 4
"""Words of a name before a house; words of a name behind a joining word in brackets, or with its house."""
_LONG_DESK = 7
"""Letters of a word for a desk that compounds close with."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names read from a stretch of text."""

    authors: tuple[tuple[str, int, int], ...]
    """Name, start, end; offsets into the text that was read."""
    agency: str | None = None
    desk: bool = False
    end: int = 0
    """Where the last name, role or outlet ends."""
    strange: int = 0
    """Words that fit no name, role or outlet."""


_QUOTES = frozenset('"“”„«»‚‘')


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Say whether a part stands in quotation marks, or one in it has no twin: an outlet, and the house behind it."""
    around = text[max(0, start - 1) : start], text[end : end + 1]
    return any(sign in _QUOTES for sign in around if sign) or sum(sign in _QUOTES for sign in text[start:end]) % 2 == 1


def parse_names(text: str, start: int, end: int, common: Vocabulary = _NO_WORDS) -> Names:
    """Read a list of names in ``text[start:end]``.

    Args:
        text: The line.
        start: First code point to read.
        end: Where to stop, exclusive.
        common: Words that the article writes in lower case; a "name" made of them is none.
    """
    authors: list[tuple[str, int, int]] = []
    agency: str | None = None
    desk = False
    strange = 0
    last = start
    housed = False
    roles, desks, nobody = phrases("byline", "suffix"), phrases("byline", "desk"), phrases("byline", "nobody")
    joiners = phrases("byline", "joiner")
    cut = segments(text, start, end)
    if len(cut) > 1 and folded(text[start:end]) in desks:
        a, b = trimmed(text, start, end)
        return Names(((text[a:b], a, b),), None, True, b)
    for index, (a, b) in enumerate(cut):
        begin, segment = a, text[a:b]
        fold = folded(segment)
        if authors:
            if fold in roles or ARTICLE.match(segment):
                last = b
                continue
            if len(authors) > 1 and fold.rstrip(".") in phrases("byline", "company") and not is_person(authors[-1][0]):
                del authors[-1]  # Ann Lee, Harbour Sentinel, Inc.
                last = b
                continue
            if "," in text[last:a] and (housed or is_institution(fold)):
                housed = True  # the office of the person before the sign, and its place
                last = b
                continue
            housed = False
            if ":" in segment:
                if folded(segment.partition(":")[0]) in phrases("credits", "label"):
                    break  # "Photos: Bo Ek"
                strange += len(segment.split())
                continue
            if 1 <= fold.count(" ") <= _JOINED_WORDS and fold.split(" ")[0] in joiners:
                segment = segment.split(None, 1)[1]  # "(with AFP)", "(avec Ann Lee)"
                begin, fold = b - len(segment), folded(segment)
        elif fold in nobody:
            last = b
            continue
        if authors and _is_quoted(text, a, b):
            last = b  # the outlet in quotation marks, and the house behind it
            continue
        address = "." in segment and DOMAIN.fullmatch(segment) is not None
        if authors and address:
            if _sign_as_agencies(authors) and "," in text[last:a]:
                authors.append((segment, begin, b))  # dpa, hafen.de
            last = b  # the address of their outlet
            continue
        if not last_words_of_desks().isdisjoint(fold.split()) and (cut_at := _house_behind_desk(segment)):
            head, house = segment[:cut_at].rstrip(), segment[cut_at:]
            authors += (head, begin, begin + len(head)), (house, begin + cut_at, b)  # Web Desk Reuters
            agency, desk, last = agency or house, True, b
            continue
        joined = bool(authors) and _opens_with_joined(segment, text[last:a])
        if authors and not joined and fold not in desks and _is_beside(segment, fold, text[last:a], authors):
            last = b
            continue
        if (
            address
            or fold in desks
            or (ends_in_desk(fold) and not joined and not is_person(segment))
            or is_desk_of(segment)
            or (not authors and (is_paper(segment, fold) or is_desk_of_house(segment)))
        ):
            desk = True
            authors.append((segment, begin, b))
        elif known_agency(signature := segment.strip(" ()[]（）.")):
            agency = agency or signature
            if index == 0 or _sign_as_agencies(authors):
                authors.append((signature, a, b))
        elif not joined and is_role(fold, segment):
            last = b
            continue
        else:
            names, left = _names_in(text, begin, b, common)
            if authors and len(names) == 1 and _is_place_or_outlet(names[0][0], text[last:a], authors):
                last = b
                continue
            if authors and names and is_office_beside(text[last:a], names):
                last = b
                continue
            authors.extend(names)
            if not names and not (authors and (may_be_outlet(segment) or HAN_FILED.search(segment))):
                strange += len(segment.split())
            elif left:
                strange += left
                last = names[-1][2]
                continue
        last = b
    if len(authors) > 1 and is_paper_of(authors[0][0]) and all(is_person(name) for name, _, _ in authors[1:]):
        authors = authors[1:]  # Harian Pantai, Siti Rahma
    if len(authors) > 1:
        authors = _who_wrote(text, _with_joined_desks(text, authors) if desk else authors)
    return Names(_persons(authors), agency, desk, last, strange)


def _house_behind_desk(segment: str) -> int:
    """``Norrstad News Desk Reuters``: return where an agency begins right behind the last word of a desk, else 0."""
    words = list(WORD.finditer(segment))
    for number in range(2, len(words)):
        if folded(words[number - 1].group()) not in last_words_of_desks():
            continue
        start = words[number].start()
        if known_agency(segment[start:]) and _is_desk_of_town([word.group() for word in words[:number]]):
            return start
    return 0


def _is_desk_of_town(words: list[str]) -> bool:
    """Say whether *words* are a desk, one word before it at most: behind more it is the desk of a person."""
    desks = phrases("byline", "desk")
    return folded(" ".join(words)) in desks or folded(" ".join(words[1:])) in desks


def _sign_as_agencies(authors: list[tuple[str, int, int]]) -> bool:
    """Say whether there are *authors* and all are agencies: behind a person an agency is the house."""
    return bool(authors) and all(known_agency(name) or DOMAIN.fullmatch(name) is not None for name, _, _ in authors)


def _with_joined_desks(text: str, authors: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """``Staff & Wire Reports``: return *authors*, two desks with a joining word between them as one."""
    joined = authors[:1]
    for author in authors[1:]:
        name, start, end = joined[-1]
        between = text[end : author[1]].strip()
        if folded(between) in joiners() and author[2] > end and _may_be_desk(name) and _may_be_desk(author[0]):
            joined[-1] = (text[start : author[2]], start, author[2])
        else:
            joined.append(author)
    return joined


def _may_be_desk(name: str) -> bool:
    """Say whether *name* ends as those of desks do and opens with no person's: ``Harbour Editors``."""
    last = folded(name.rpartition(" ")[2])
    if folded(name) in phrases("byline", "desk") or is_desk_of(name):
        return True
    if is_person(name) or known_agency(name):
        return False
    return (
        last in last_words_of_desks()
        or last in phrases("byline", "collective")
        or any(last.endswith(desk) for desk in _long_desks())
    )


@cache
def _long_desks() -> tuple[str, ...]:
    """Words for a desk that close compounds: ``Sportredaktion``."""
    return tuple(desk for desk in phrases("byline", "desk") if len(desk) >= _LONG_DESK and desk.isalpha())


def _who_wrote(text: str, authors: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """``Ann Lee as told to Tom Reed``: return the *authors* behind the joining words, all where there are none."""
    stretch = text[authors[0][2] : authors[-1][1]].casefold()
    told = max((stretch.rfind(words) for words in phrases("byline", "told_to")), default=-1)
    behind = [author for author in authors if told >= 0 and author[1] > authors[0][2] + told]
    return behind if any(" " in name and name[0].isupper() for name, _, _ in behind) else authors


def _opens_with_joined(segment: str, signs: str) -> bool:
    """``Ann Lee and Tom Reed Globe Staff``: a joining word, a person, and a brief house and role without a comma."""
    words = segment.split()
    if not _JOINED < len(words) <= _JOINED_WORDS or folded(signs.strip(" ,")) not in joiners():
        return False
    if is_institution(" ".join(map(folded, words))):
        return False  # and George Mason University professors
    return is_given_name(words[0]) and is_person(" ".join(words[:_JOINED])) and not is_role(folded(words[1]), words[1])


def _is_beside(segment: str, fold: str, signs: str, authors: list[tuple[str, int, int]]) -> bool:
    """Say whether a segment behind *authors* and *signs* is where they work, or in brackets what each did, or when."""
    if "(" in signs and any(
        fold in phrases(*of) for of in (("byline", "label"), ("credits", "label"), ("byline", "shift"))
    ):
        return True  # (texto), (fotografia), (earlier)
    return (
        says_place(segment)
        or fold.startswith(_special_to())
        or is_office(fold, signs)
        or is_shouted_outlet(segment, authors)
        or is_told_by_opening(segment, authors)
    )


def _is_place_or_outlet(name: str, signs: str, authors: list[tuple[str, int, int]]) -> bool:
    """``By: PTI | Navi Mumbai``: say whether a name behind *authors* and *signs* is their place or outlet.

    So are a single word and a listed region, and behind a house and a bar a listed place; in brackets and behind a
    comma other houses stand too.
    """
    if is_lone_place(name) or is_outlet(name) or folded(name) in phrases("byline", "regions"):
        return True
    if "|" not in signs or is_person(name) or not known_agency(authors[0][0]):
        return False
    return folded(name) in listed_places() or folded(name.rpartition(" ")[2]) in listed_places()


@cache
def _special_to() -> tuple[str, ...]:
    return tuple(phrases("byline", "special_to"))


def _persons(authors: list[tuple[str, int, int]]) -> tuple[tuple[str, int, int], ...]:
    """Return each name where it stands first."""
    if any("\u00a0" in name or "  " in name for name, _, _ in authors):
        authors = [(" ".join(name.split()), start, end) for name, start, end in authors]
    if len(authors) < 2:
        return tuple(authors)
    first: dict[str, tuple[str, int, int]] = {}
    for author in authors:
        first.setdefault(author[0].casefold(), author)
    return tuple(first.values())


def _names_in(text: str, a: int, b: int, common: Vocabulary) -> tuple[list[tuple[str, int, int]], int]:
    """Return the names in a segment and how many words of it fit nothing."""
    segment = text[a:b]
    if has_east_asian(segment):
        lead = _HAN_LEAD.match(segment)
        if lead is not None:
            a, segment = a + lead.end(), segment[lead.end() :]
        if HAN_FILED.search(segment):
            return [], 0
        if (several := _han_names(segment, a)) is not None:
            return several, 0
        if HAN_NAME.fullmatch(segment) is not None:
            return [(segment, a, b)], 0
        role = _HAN_ROLE.match(segment)
        if role is not None and "\u4e00" <= segment[0] <= "\u9fff":
            return [(role[1], a, a + len(role[1]))], 0
    words = [(m.start() + a, m.group()) for m in WORD.finditer(segment)]
    if len(words) > _ROLE_AND_NAME and is_compound_role(words[0][1]):
        words = words[1:]  # MDR-Reporter Ann Lee
        a = words[0][0]
        segment = text[a:b]
    if not has_case(segment):
        plain = (
            (2 <= len(words) <= 4 or (len(words) == 1 and has_unspaced(segment) and text[:a].strip().isalpha()))
            and len(segment) <= 40
            and all(w[0].isalpha() for _, w in words)
            and '"' not in segment
            and "״" not in segment  # the marks of Hebrew abbreviations and years
            and not _han(segment)
        )
        return ([(segment, a, b)], 0) if plain else ([], 0)
    taken = length_of_name(words, common)
    if taken == 0:
        return [], 0
    stop = words[taken - 1][0] + len(words[taken - 1][1])
    if 2 <= taken <= len(words) - 2 and first_of_several(words) == taken:
        further, left = _names_in(text, words[taken][0], b, common)
        if further:
            return [(text[a:stop], a, stop), *further], left
    name = text[a:stop].rstrip(_FOOTNOTES)
    if name[-1] in ",." and not _POINTED.search(name):
        name = name.rstrip(",.")
    rest = [w for _, w in words[taken:]]
    left = (
        0
        if not rest
        or (len(rest) <= _OFFICE_WORDS and is_role(folded(" ".join(rest)), ""))
        or says_where(rest)
        or _says_where_person_is(name, rest)
        or may_be_outlet(" ".join(rest))
        else len(rest)
    )
    if left and taken > 1 and folded(rest[0]) in phrases("byline", "writing_for") and rest[-1][:1].isupper():
        left = 0  # "for the Harbour Courier"
    return [(name, a, a + len(name))], left


def _says_where_person_is(name: str, rest: list[str]) -> bool:
    """``Ann Lee in the West Bank``: say whether a place stands behind a person, a small word before it."""
    if len(rest) < _PLACE_BEHIND[0] or len(rest) > _PLACE_BEHIND[1] or not rest[-1][0].isupper():
        return False
    return rest[0] in phrases("dateline", "before_places") and is_person(name)


def _han_names(segment: str, start: int) -> list[tuple[str, int, int]] | None:
    """``余明菁 向雪妮``: names with blanks between, an outlet behind them left out; None for all else.

    Each opens with a Chinese surname, and one has three characters: Japanese names are family and given name.
    """
    words = [(m.start() + start, m.group()) for m in WORD.finditer(segment)]
    if len(words) > 1 and has_east_asian(words[-1][1]) and may_be_outlet(words[-1][1]):
        words.pop()
        several = len(words) == 1 and len(words[0][1]) == _HAN_NAME
    else:
        several = len(words) > 1 and any(len(word) == _HAN_NAME for _, word in words)
    surnames = phrases_by_language("byline", "surname")["zh"]
    if not several or not all(2 <= len(word) <= _HAN_NAME and word[0] in surnames for _, word in words):
        return None
    return [(word, at, at + len(word)) for at, word in words]


def _han(text: str) -> bool:
    return any("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3" for c in text)
