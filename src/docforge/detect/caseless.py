# SPDX-License-Identifier: Apache-2.0
"""Find names in scripts without capitals: words beside a title, with a sign that they are one.

Comes in: the words of a block and a pack.  Goes out: ranges of words for the name and its title.  Where nothing but the
order of words would speak for a name, it is none.  Linear.
"""

from __future__ import annotations

from typing import NamedTuple

from docforge.detect.quote_packs import QuotePack
from docforge.detect.sentences import Sentence
from docforge.detect.titles import is_given
from docforge.detect.word_bits import ADJACENT, CUE, KNOWN, ORGANISATION, ROLE_END, STOP
from docforge.detect.words import Cut

__all__ = ["Titled", "titled_names"]

_LONGEST = 3
_LONGEST_WITH_ARTICLE = 4
"""Arabic names have a last part with an article: سالم بن عبدالله الحربي."""
_SYLLABLES = 3
"""A Korean name is written in one word of so many letters."""
_HONOURS = frozenset({"person", "expert"})


class Titled(NamedTuple):
    """Word ranges, ends exclusive."""

    start: int
    end: int
    title_start: int
    title_end: int


def titled_names(own: Cut | Sentence, pack: QuotePack) -> list[Titled]:
    """Return the names in *own* that a title stands beside, in the order of the text."""
    found = _before_title if pack.names == "before" else _behind_title
    out: list[Titled] = []
    for at, bits in enumerate(own.bits):
        if bits & ROLE_END and bits > 0 and (not out or at >= out[-1].end):
            titled = found(own, at, pack)
            if titled is not None:
                out.append(titled)
    return out


def _before_title(own: Cut | Sentence, at: int, pack: QuotePack) -> Titled | None:
    """``김민호 장관은``, ``김민호 해양교통부 장관은``, ``(장관 김민호)``: a family name and two more letters."""
    for k in (at - 1, at - 2):
        if k >= 0 and _is_one_name(own, k, pack):
            return Titled(k, k + 1, k + 1, at + 1)
        if k < 0 or own.bits[k] < 0 or own.bits[k] & KNOWN:
            break
    if at + 2 < len(own.bits) and own.words[at + 2] == ")" and _is_one_name(own, at + 1, pack):
        return Titled(at + 1, at + 2, at, at + 1)
    return None


def _is_one_name(own: Cut | Sentence, at: int, pack: QuotePack) -> bool:
    word = own.words[at]
    return (
        own.bits[at] == 0
        and len(word) == _SYLLABLES
        and word.startswith(pack.family_names)
        and not word.endswith(pack.no_name_endings)
    )


def _behind_title(own: Cut | Sentence, at: int, pack: QuotePack) -> Titled | None:
    """``श्री अरुण मेहता ने``, ``שרת התחבורה, דנה לוי, חנכה``, ``قال وزير النقل سالم الحربي``.

    Two or three unknown words.  A given name, a verb of saying or the mark of the subject beside them, commas around
    them, or a form of address before them says that they are a name.
    """
    words, bits, count = own.words, own.bits, len(own.bits)
    k = last = at
    while k + 1 < count and bits[k + 1] >= 0 and k - at < _LONGEST + 1:
        if not (bits[k + 1] & ROLE_END or _is_of(own, k + 1, pack)):
            break
        k += 1
        last = k if bits[k] & ROLE_END else last
    title_end = k + 1
    comma = title_end < count and words[title_end] in ",،"
    begin = title_end + comma
    end = begin
    longest = _LONGEST_WITH_ARTICLE if pack.joined_articles else _LONGEST
    while end < count and end - begin < longest and _may_name(own, end, pack, end > begin):
        end += 1
        if pack.joined_articles and own.fold(end - 1).startswith(pack.joined_articles):
            break
    if end - begin < 2:
        return None
    given = is_given(words[begin], pack)
    if not given and pack.verb_last and not comma:
        # وزیر نیرو رضا احمدی: unknown words before a given name are of the role.
        begin = next((k for k in range(begin + 1, end - 1) if is_given(words[k], pack)), begin)
        given, title_end = begin > title_end, begin
    if given:
        end = _named_end(own, begin, end, pack)
        return Titled(begin, end, at, title_end) if not comma or end == count or bits[end] < 0 else None
    after = bits[end] if end < count else 0
    said = after > 0 and (after & CUE or own.fold(end) in pack.subject_marks)
    asked = at > 0 and bits[at - 1] > 0 and bits[at - 1] & (CUE | ADJACENT)
    closed = end == count or after < 0
    if comma:
        return Titled(begin, end, at, title_end) if closed else None
    honour = pack.role_of.get(own.fold(last), "") in _HONOURS
    bounded = closed or after & (STOP | CUE) > 0 or own.fold(end - 1).startswith(pack.joined_articles or "\n")
    if said or (asked and closed) or (honour and bounded):
        return Titled(begin, end, at, title_end)
    return None


def _is_of(own: Cut | Sentence, at: int, pack: QuotePack) -> bool:
    """Say whether word *at* behind a role is what it is of: with an article, a portfolio, an organisation."""
    if own.bits[at] & (STOP | CUE):
        return False
    fold = own.fold(at)
    joined = bool(pack.joined_articles) and fold.startswith(pack.joined_articles) and not is_given(own.words[at], pack)
    return joined or fold in pack.titles.words or own.bits[at] & ORGANISATION > 0


def _named_end(own: Cut | Sentence, begin: int, end: int, pack: QuotePack) -> int:
    """Return where a name ends that begins with a given name: two words, or more given names, or up to an article."""
    at = begin + 2
    while at < end:
        opens = (own.fold(at - 1),) in pack.titles.openings  # سالم بن عبدالله
        joined = bool(pack.joined_articles) and own.fold(at).startswith(pack.joined_articles)
        if not (opens or joined or is_given(own.words[at], pack) or (own.fold(at),) in pack.titles.openings):
            break
        at += 1
    return min(at, end)


def _may_name(own: Cut | Sentence, at: int, pack: QuotePack, inside: bool) -> bool:
    if own.bits[at] < 0 or own.bits[at] & KNOWN or own.words[at][0].isdigit():
        return False
    if own.fold(at).startswith(pack.no_name_beginnings or "\n"):
        return False
    joined = bool(pack.joined_articles) and own.fold(at).startswith(pack.joined_articles)
    return inside or not joined
