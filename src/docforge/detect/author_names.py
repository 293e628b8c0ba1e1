# SPDX-License-Identifier: Apache-2.0
"""The names in a byline: a list of persons, desks, agencies and outlets, told from roles, offices and sentences.

Comes in: a line and the range in it.  Goes out: ``Names``.  Knows nothing of where in the page the line stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from docforge.detect.agencies import known_agency
from docforge.detect.text_vocabulary import Vocabulary
from docforge.detect.vocabulary import (
    agencies,
    folded,
    is_given_name,
    phrases,
)
from docforge.patterns import has_case, has_east_asian, has_unspaced, is_latin, lazily
from docforge.records import dataclass

__all__ = [
    "DOMAIN",
    "HAN_FILED",
    "HAN_NAME",
    "SEGMENT_EDGES",
    "WORD",
    "Names",
    "is_outlet",
    "is_person",
    "parse_names",
    "reads_on",
    "roles_and_outlets",
    "trimmed",
]

_ARTICLE = lazily(r"(?:The|Die|Der|Das|Le|La|Les|El|Il|Lo|De|Het|Den|Det|O|A)\s", re.IGNORECASE)
_SECOND_LABELS = frozenset({"published", "updated", "posted", "last", "first", "publié", "stand"})
_GLUE = re.compile(r"[A-Z@](?:(?<=[^\W\d_A-Z][A-Z])(?=[a-z])|(?<=[^\W\d_]@))")
"""Where words are run together; what the pattern begins with is found fast."""
SEGMENT_EDGES = ' \t\u00a0\u3000\n,;:：|·•()（）[]【】-–—/／｜"“”「」*'
"""What may stand around a name in a list of names."""
_SPLIT = re.compile(
    r"\s{0,4}[,;|｜/／•·&+、，；\n]\s{0,4}|\s?[–—-]\s|\s(?=\()"
    r"|(?<=[\u3005-\u9fff]{3})\u3000(?=[\u3005-\u9fff]{3})"  # two whole names; the parts of one are shorter
)
_SPLIT_SIGN = re.compile(r"[,;|｜/／•·&+、，；\n\u3000–—(-]")
_SPLIT_SIGNS = frozenset(",;|｜/／•·&+、，；(")
_DASHES = frozenset("–—-")
_INNER_SPLIT_SIGNS = frozenset(",;|｜/／•·&+、，；–—(@")
"""What may end a name inside a word; a hyphen there does not."""
_CHUNK_EDGES = " ,;:：|·•()（）[]【】-–—/\"“”「」.…'‘’„?!"
"""What may stand around a word and is no part of it."""
_JOINER = re.compile(r"\s(\S{1,3}|with|avec|oraz|sowie|және|көне)(?=\s)")
WORD = re.compile(r"\S+")
"""What stands between blanks."""
_POINTED = re.compile(r"(?:Jr|Sr|\b[A-Z])\.$")
HAN_NAME = lazily(
    r"[\u4e00-\u9fff々ヶ]{2,5}|[\u4e00-\u9fff々]{1,4}[ 　][\u4e00-\u9fff々]{1,4}"
    r"|[\u30a0-\u30ff]{2,10}(?:[・＝][\u30a0-\u30ff]{1,12}){1,3}"
)
"""A name in ideographs, with its blank or without, or in katakana."""
_LONG_HAN_NAME = 4
"""Ideographs that few names of persons have."""
_HAN_LEAD = re.compile("(?:本[报報])?(?:[特通]约|實習|实习|見習)?(?:[记記]者|通讯员)\\s?(?=.)")
HAN_FILED = re.compile("(?:[报報][导導道]|摄影[报報]道|[电電])$")
"""How the end of a name shows that somebody filed the story from there."""
_HAN_ROLE = re.compile(r"(.{2,12}?)[ 　]?(?:記者|记者|特派員|編集委員|論説委員|特约记者|通讯员)$")
DOMAIN = re.compile(
    r"[\w-]{2,30}(?:\.[\w-]{2,20})?\.(?:com|net|org|de|at|ch|fr|it|es|pt|nl|be|se|no|dk|fi|pl|cz|ru|ua|kz|tr|jp|kr|cn|in|co|eu|"
    r"info|tv|online|news)(?:\.\w{2})?",
    re.IGNORECASE,
)
"""The address of an outlet."""
_OFFICE_SIGNS = frozenset(",/|·•–—")
_BEFORE_NAMES = frozenset({"staff", "team", "redaktion", "agencies", "with", "avec", "oraz", "sowie", "және", "көне"})
_HAN_OUTLET = 14
"""Characters of the longest outlet behind a name in ideographs."""
_NO_WORDS = Vocabulary()
_WRITING_FOR = frozenset({"for", "für", "pour", "para", "voor"})
_OUTLET_SIGN = lazily(r"[A-Z]{3,}[A-Z][a-z]")
"""``ABCNews``: an outlet's name run together."""
_JOINED_INITIAL = lazily(r"[A-ZА-ЯЁҮӨ]\w?\.[A-ZА-ЯЁҮӨ][^\W\d_]{2,}")
"""``Б.Болормаа``, as Mongolian writes names; the one word is a full name."""
_INITIALS = lazily(r"(?:[^\W\d_]\.){1,3}")
_CREDENTIALS = frozenset(
    {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "ph.d", "ph.d.", "md", "m.d.", "rd", "esq", "esq."}
)
_CAPITAL_PREFIXES = (
    "Mc",
    "Mac",
    "De",
    "Di",
    "Du",
    "La",
    "Le",
    "Van",
    "Von",
    "Da",
    "Del",
    "Fitz",
    "O",
    "Ter",
    "Ten",
    "Mc'",
    "El",
    "Al",
    "Ben",
    "Des",
    "Dos",
    "Lo",
    "St",
)


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


def reads_on(text: str, common: Vocabulary) -> bool:
    """Say whether the words before the first sign or joining word are no list of names.

    They are not when a small word among them belongs to no role, desk, agency or name, or when all are plain words
    with a capital and one of the first two is common.  A short cut: what is refused here, ``parse_names`` calls
    strange too.
    """
    known, roles, joiners = _words_of_names(), _role_words(), phrases("byline", "joiner")
    plain, small, begins_common = True, False, False
    chunks = text.split()
    count = len(chunks)
    for place, chunk in enumerate(chunks):
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
        if fold not in known:
            if word.islower():
                if plain or not has_case(word):
                    return has_case(word)
                small = small or fold not in _SECOND_LABELS
            elif word[1:].islower() and word[0].isupper():
                if place == 1 or (place == 0 and count not in {2, 4}):  # see _surname_behind; a name may stand twice
                    begins_common = begins_common or (len(word) > 3 and fold in common)
            elif word.isupper():
                plain = False
            else:
                return False
        elif fold in roles:
            return False
        elif fold in joiners and place and not word.isupper():
            return small
        else:
            plain = False
        if fold in _SECOND_LABELS and not plain:
            return small  # names end before it, see _cut_dates
    return small or (plain and begins_common)


def _may_stand_inside(word: str, known: frozenset[str], roles: frozenset[str]) -> bool:
    """Say whether a word with signs in it, ``step-by-step``, leaves what stands beside it in one piece and no role."""
    if word[:1] >= "\u1100" or not _INNER_SPLIT_SIGNS.isdisjoint(word) or _GLUE.search(word):
        return False
    fold = word.casefold()
    return fold not in roles and ("-" not in fold or known.isdisjoint(fold.split("-")))


@cache
def _role_words() -> frozenset[str]:
    """The words that alone, before or behind others make these a role or a desk."""
    roles = {word for word in phrases("byline", "suffix") if " " not in word}
    words = roles | _last_words_of_desks() | {"staff", "redaktion", "team", "agencies"}
    return frozenset(words) | {word.strip(_CHUNK_EDGES) for word in words}


@cache
def _words_of_names() -> frozenset[str]:
    """The words that may stand in a list of names, small ones among them."""
    uses = ("desk", "suffix", "joiner", "particles")
    listed = frozenset().union(*(phrases("byline", use) for use in uses), agencies(), _CREDENTIALS)
    return frozenset(word for phrase in listed for word in re.split(r"[\s,/()-]+", phrase)) | _BEFORE_NAMES


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
    for index, (a, b) in enumerate(_segments(text, start, end)):
        segment = text[a:b]
        fold = folded(segment)
        if authors:
            if fold in roles or _ARTICLE.match(segment):
                last = b
                continue
            if "," in text[last:a] and (housed or _is_institution(fold)):
                housed = True  # the office of the person before the sign, and its place
                last = b
                continue
            housed = False
            if ":" in segment:
                if folded(segment.partition(":")[0]) in phrases("credits", "label"):
                    break  # "Photos: Bo Ek"
                strange += len(segment.split())
                continue
            if fold.count(" ") == 1 and fold.split(" ")[0] in joiners:
                segment = segment.split()[-1]  # "(with AFP)"
                fold = folded(segment)
        elif fold in nobody:
            last = b
            continue
        address = "." in segment and DOMAIN.fullmatch(segment) is not None
        if authors and address:
            last = b  # the address of their outlet
            continue
        if address or fold in desks or _ends_in_desk(fold) or (not authors and _is_paper(segment, fold)):
            desk = True
            authors.append((segment, a, b))
        elif known_agency(signature := segment.strip(" ()[]（）.")):
            agency = agency or signature
            if index == 0:
                authors.append((signature, a, b))
        elif _is_role(fold, segment) or (authors and _is_office(fold, text[last:a])):
            last = b
            continue
        else:
            names, left = _name(text, a, b, common)
            if authors and len(names) == 1 and (_is_lone_place(names[0][0]) or is_outlet(names[0][0])):
                last = b  # a single word after the authors is their place or outlet
                continue
            if authors and names and _is_office_beside(text[last:a], names):
                last = b
                continue
            authors.extend(names)
            if not names and not (authors and (_outlet(segment) or HAN_FILED.search(segment))):
                strange += len(segment.split())
            elif left:
                strange += left
                last = names[-1][2]
                continue
        last = b
    return Names(_persons(authors), agency, desk, last, strange)


def _is_paper(segment: str, fold: str) -> bool:
    """Say whether a segment is an outlet's name with its article: ``The Harbour Press``."""
    ends = " " in fold and fold.rsplit(" ", 1)[1] in phrases("byline", "outlet")
    return ends and _ARTICLE.match(segment) is not None and not known_agency(segment)


def _is_lone_place(name: str) -> bool:
    """Say whether a name behind others is one word with a capital; names of one word have a point (``Б.Болормаа``)."""
    return " " not in name and (name.isascii() or (has_case(name) and "." not in name))


def is_outlet(name: str) -> bool:
    """Say whether a name behind others ends as outlets do and opens with no person's: ``Harbour Times``."""
    return folded(name.rsplit(" ", 1)[-1]) in phrases("byline", "outlet") and not is_person(name)


def _is_office_beside(signs: str, names: Sequence[tuple[str, int, int]]) -> bool:
    """Say whether what looks like names is where the person before *signs* works.

    So it is in brackets if no name in it opens with a given name, ``Ann Lee (LTV News)``, and behind a stroke if it
    ends as Chinese outlets do, ``王小明/海港日报``.
    """
    if "(" in signs or "（" in signs:
        return not any(is_person(name) for name, _, _ in names)
    name = names[0][0]
    return ("/" in signs or "／" in signs) and len(name) >= _LONG_HAN_NAME and name.endswith(_han_outlets())


def is_person(name: str) -> bool:
    """Say whether a name opens with a given name of some language."""
    return is_given_name(name.split(" ", 1)[0].title())


def _is_institution(fold: str) -> bool:
    """Say whether a word of two or more is, or ends like, the name of an office: ``Landesanstalt``, ``University``."""
    return " " in fold and any(word.endswith(_institutions()) for word in fold.split())


@cache
def _institutions() -> tuple[str, ...]:
    return tuple(phrases("byline", "institution"))


def _ends_in_desk(fold: str) -> bool:
    """``Great Northern editorial board`` is a desk as ``editorial board`` is."""
    if " " not in fold:
        return False
    words = fold.split()
    if len(words) == 2 and words[-1] in {"staff", "redaktion", "team"}:
        return True
    if len(words) <= 2 or words[-1] not in _last_words_of_desks():
        return False
    return any(" ".join(words[-n:]) in phrases("byline", "desk") for n in (2, 3) if len(words) > n)


@cache
def _last_words_of_desks() -> frozenset[str]:
    return frozenset(desk.rsplit(" ", 1)[-1] for desk in phrases("byline", "desk"))


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


def _is_role(fold: str, segment: str) -> bool:
    roles = phrases("byline", "suffix")
    bare = fold.strip("()[]（） .")
    if bare in roles or bare in _CREDENTIALS:
        return True
    words = bare.split()
    if len(words) < 2:
        return False
    first, last = words[0], words[-1]
    return (
        (last in roles and last != "staff" and not _two_names(segment))
        or last in {"staff", "team", "agencies"}
        or (first in roles and first != "editor" and len(words) <= 6)
    )


def _is_office(fold: str, before: str) -> bool:
    """``City Desk Reporter`` behind a name and a sign is that person's office, not a second person."""
    words = fold.strip("()[]（） .").split()
    return len(words) >= 3 and words[-1] in phrases("byline", "suffix") and not _OFFICE_SIGNS.isdisjoint(before)


def _two_names(segment: str) -> bool:
    """Say whether a name stands before the role: then the segment is an author, not a role alone."""
    words = segment.split()
    if len(words) < 3 or not all(word[:1].isupper() for word in words[:2]):
        return False
    return folded(words[0]) not in _first_words_of_roles()


@cache
def _first_words_of_roles() -> frozenset[str]:
    """``Senior Staff Reporter`` opens as the role ``senior reporter`` does."""
    return frozenset(role.split(" ", 1)[0] for role in phrases("byline", "suffix") if " " in role and role.isascii())


def _outlet(segment: str) -> bool:
    """A name of capitals that is no person's: after the authors it is their outlet or place."""
    if has_east_asian(segment):
        return len(segment) <= _HAN_OUTLET and segment.endswith(_han_outlets())
    words = segment.split()
    longest = 6 if has_case(segment) else 3  # no capital tells a longer one from a sentence
    return 1 <= len(words) <= longest and all(
        not w[0].islower() or folded(w) in phrases("byline", "particles") or "." in w for w in words
    )


@cache
def _han_outlets() -> tuple[str, ...]:
    """What the names of outlets and places end with in scripts without capitals, and the name of the work."""
    return tuple(phrases("byline", "han_outlet"))


def trimmed(text: str, start: int, end: int, edges: str = SEGMENT_EDGES) -> tuple[int, int]:
    """Return ``[start, end)`` without the characters of *edges* at either end."""
    while start < end and text[start] in edges:
        start += 1
    while end > start and text[end - 1] in edges:
        end -= 1
    return start, end


def _segments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split ``text[start:end]`` at separators and joining words."""
    joiners = phrases("byline", "joiner")
    stretch = text[start:end]
    joined = not joiners.isdisjoint(stretch.casefold().split())
    title = stretch.istitle()
    if title and not joined and stretch.replace(" ", "").isalpha() and is_latin(stretch):
        return [trimmed(text, start, end, " ")]  # capitalised words alone, as menus have them, are one piece
    cuts = [start]
    joins = set()
    if _SPLIT_SIGN.search(text, start, end):
        for match in _SPLIT.finditer(text, start, end):
            cuts += match.span()
    if joined:
        for match in _JOINER.finditer(stretch):
            if match[1].casefold() in joiners and not match[1].isupper():
                cuts += [start + match.start(), start + match.end() + 1]
                joins.add(start + match.start() + 1)
    # Words in title case, as menus have them, are glued to nothing.
    plain = title and stretch.isascii() and "@" not in stretch
    for match in _GLUE.finditer(text, start, end) if not plain else ():
        at = match.start()
        word_start = max(text.rfind(" ", start, at) + 1, start)
        if text[word_start:at] not in _CAPITAL_PREFIXES and text[at - 1 : at] != "-":
            cuts += [at, at]
    cuts.append(end)
    cuts.sort()
    out = []
    for a, b in pairwise(cuts):
        if a < b:
            c, d = trimmed(text, a, b)
            if d > c and c not in joins:
                out.append((c, d))
    if len(out) < 2:
        return out
    merged: list[tuple[int, int]] = []
    for c, d in out:
        if merged and d - c <= 8 and folded(text[c:d]).strip(".") in {"jr", "sr", "ii", "iii"}:
            merged[-1] = (merged[-1][0], d)
        elif not merged or c >= merged[-1][1]:
            merged.append((c, d))
    return merged


def _name(text: str, a: int, b: int, common: Vocabulary) -> tuple[list[tuple[str, int, int]], int]:
    """Return the names in a segment and how many words of it fit nothing."""
    segment = text[a:b]
    if has_east_asian(segment):
        lead = _HAN_LEAD.match(segment)
        if lead is not None:
            a, segment = a + lead.end(), segment[lead.end() :]
        if HAN_FILED.search(segment):
            return [], 0
        if HAN_NAME.fullmatch(segment) is not None:
            return [(segment, a, b)], 0
        role = _HAN_ROLE.match(segment)
        if role is not None and "\u4e00" <= segment[0] <= "\u9fff":
            return [(role[1], a, a + len(role[1]))], 0
    words = [(m.start() + a, m.group()) for m in WORD.finditer(segment)]
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
    taken = _person(words, common)
    if taken == 0:
        return [], 0
    stop = words[taken - 1][0] + len(words[taken - 1][1])
    if 2 <= taken <= len(words) - 2 and _first_of_several(words) == taken:
        further, left = _name(text, words[taken][0], b, common)
        if further:
            return [(text[a:stop], a, stop), *further], left
    name = text[a:stop]
    if name[-1] in ",." and not _POINTED.search(name):
        name = name.rstrip(",.")
    rest = [w for _, w in words[taken:]]
    left = 0 if not rest or _is_role(folded(" ".join(rest)), "") or _outlet(" ".join(rest)) else len(rest)
    if left and folded(rest[0]) in _WRITING_FOR and rest[-1][:1].isupper():
        left = 0  # "for the Harbour Courier"
    return [(name, a, a + len(name))], left


def _han(text: str) -> bool:
    return any("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3" for c in text)


def _person(words: list[tuple[int, str]], common: Vocabulary) -> int:
    """Return how many leading words make one person's name; 0 if they make none."""
    particles = phrases("byline", "particles")
    count = capitals = 0
    if len(words) in {4, 6} and [w for _, w in words[: len(words) // 2]] == [w for _, w in words[len(words) // 2 :]]:
        words = words[: len(words) // 2]  # the name stands twice: in a link and below a portrait
    for position, (_, word) in enumerate(words):
        bare = word.strip(".,'’\"“”")
        if position == 0 and _JOINED_INITIAL.fullmatch(bare):
            capitals, count = 2, 1
            continue
        if (
            not bare
            or (not bare.isalpha() and any(c.isdigit() for c in bare))
            or "@" in bare
            or ("." in bare.rstrip(".") and not _INITIALS.fullmatch(word))
        ):
            break
        if bare[0].isupper():
            if position >= 2 and (_ends_in_role(words[position:], roles_and_outlets()) or folded(bare) in _WRITING_FOR):
                break
            if position >= 2 and (_OUTLET_SIGN.match(bare) or known_agency(bare)):
                break
            if bare.casefold() in common and len(bare) > 3:
                if position >= 2:
                    break
                if position or not _surname_behind(words, common):
                    return 0
            capitals += 1
            count = position + 1
        elif folded(bare) in particles and position + 1 < len(words):
            continue
        else:
            break
        if capitals >= 4:
            break
    if capitals == 0 or (capitals == 1 and count == 1 and len(words) > 1 and words[1][1][0].islower()):
        return 0
    if capitals >= 4 and (first := _first_of_several(words)):
        return first
    if capitals >= 4 and len(words) > 4:
        # Two or three names run into an outlet's name: "Jo Smith Great Northern Courier".
        return _short_name(words)
    return count


def _first_of_several(words: list[tuple[int, str]]) -> int:
    """Return how many words the first of two or more persons has whose names stand side by side, 0 if they do not.

    ``Ann Lee Peter Marchant``: each begins with a listed given name, and the one before is complete.
    """
    if not is_given_name(words[0][1].title()) or folded(words[-1][1]) in roles_and_outlets():
        return 0
    for place in range(2, min(len(words) - 1, 4)):
        if is_given_name(words[place][1].title()) and not is_given_name(words[place - 1][1].title()):
            return place
    return 0


def _surname_behind(words: list[tuple[int, str]], common: Vocabulary) -> bool:
    """Say whether a lone rare word follows: Will, Mark and Grant are words, yet with one behind them names."""
    if len(words) != 2 or not words[1][1][:1].isupper():
        return False
    behind = words[1][1].casefold()
    return behind not in common and behind not in roles_and_outlets()


@cache
def roles_and_outlets() -> frozenset[str]:
    """Return the words, case-folded, that name roles and outlets."""
    return phrases("byline", "suffix") | phrases("byline", "outlet")


def _ends_in_role(words: list[tuple[int, str]], roles: frozenset[str]) -> bool:
    last = folded(words[-1][1].strip(".,;:)"))
    return last in roles or folded(" ".join(w for _, w in words)) in roles


def _short_name(words: list[tuple[int, str]]) -> int:
    return 3 if len(words[1][1].strip(".")) == 1 else 2
