# SPDX-License-Identifier: Apache-2.0
"""Speech that marks do not delimit: dialogue dashes, and the author's words set inside a quotation by dashes.

Comes in: a block's text and the pack.  Goes out: pairs like those of ``quotation_marks``.  Linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from docforge.detect.quotation_marks import DASHES, Pair, dialogue_start
from docforge.detect.quote_packs import QuotePack
from docforge.detect.word_bits import ADJACENT, CUE
from docforge.patterns import lazily

__all__ = ["dash_pairs", "split_insertions"]

# A pause, a dash, the author's first word: ``Text, — said``; Spanish sets the dash close to the word.
_TO_AUTHOR = re.compile(
    r"(?:[,.!?…»”\"]?\s?[\u00a0 ]|,(?=[—–-][\u00a0 ]))[—–―-]{1,2}[\s\u00a0]?(\w[\w'’-]*)(?:[\s\u00a0]+(\w[\w'’-]*))?"
)
_SET_OFF = re.compile("[—–―-](?<=[\u00a0 ,].)")
"""A dash that is no hyphen: all of the above have one."""
_TO_SPEECH = lazily(r"[,.:;!?…]?[\s\u00a0]?[—–―-]{1,2}[,.;:]?[\s\u00a0]?(?=\S)")
_WORDS_OF_AUTHOR = 200


def _is_cue(word: str | None, pack: QuotePack) -> bool:
    if not word:
        return False
    bits = pack.bits(word.casefold().replace("’", "'"))
    return bool(bits & (CUE | ADJACENT))


def _is_phrase(first: str, second: str | None, pack: QuotePack) -> bool:
    """Say whether two words are a cue together: ``fa sapere``."""
    words = (first.casefold(), (second or "").casefold())
    return any(own == words and bit & CUE for own, bit in pack.phrases.get(words[0], ()))


def _author_parts(text: str, start: int, end: int, pack: QuotePack) -> list[tuple[int, int]]:
    """Return the ranges of speech in ``text[start:end]``, cut where a cue stands between dashes."""
    if _SET_OFF.search(text, start, end) is None:
        return []
    parts: list[tuple[int, int]] = []
    begun, position = start, start
    while position < end:
        match = _TO_AUTHOR.search(text, position, end)
        if match is None:
            break
        if not (_is_cue(match[1], pack) or _is_cue(match[2], pack) or _is_phrase(match[1], match[2], pack)):
            position = match.end(1)
            continue
        stop = match.start()
        if text[stop] in ",.!?…":
            stop += 1
        parts.append((begun, stop))
        back = _TO_SPEECH.search(text, match.end(), min(end, match.end() + _WORDS_OF_AUTHOR))
        while back is not None and back.group().strip("\u00a0 ") == "-" and not back.group().endswith((" ", "\u00a0")):
            back = _TO_SPEECH.search(text, back.end(), min(end, match.end() + _WORDS_OF_AUTHOR))
        if back is None:
            return parts
        begun = position = back.end()
    if parts:
        parts.append((begun, end))
    return parts


# Without a second dash: ``– Text, säger X.`` and ``— Text ? demanda X.``
_CUE_AFTER = lazily(r"(?:(,)|[?!…][\u00a0\u202f]?)\s(\w[\w'’-]*)")
_INCISE = re.compile(r",\s(\w+)-(?:t-)?(\w+)([^,«»“”\n]{0,60}),\s")


_WORD = lazily(r"\s?(\w[\w'’-]*)")
_LONGEST_NAME = 5


def _before_cue(text: str, start: int, pack: QuotePack) -> list[tuple[int, int]]:
    """Return the range of speech that a cue ends after a comma or a closing sign."""
    for match in _CUE_AFTER.finditer(text, start, start + 2000):
        word = match[2]
        if _is_cue(word, pack) or _is_cue(word.partition("-")[0], pack):
            return [(start, match.start() + 1)] if word[:1].islower() else []
        if not (pack.verb_second or pack.nouns_capitalised) and _is_named_cue(text, match.start(2), pack):
            return [(start, match.start() + 1)]
    return []


def _is_named_cue(text: str, at: int, pack: QuotePack) -> bool:
    """``– Text, minister Ann Lee said.``: say whether a name, role or pronoun and then a cue begin at *at*."""
    for place in range(_LONGEST_NAME):
        match = _WORD.match(text, at)
        if match is None:
            return False
        word, at = match[1], match.end()
        if place and word[:1].islower() and _is_cue(word, pack):
            return True
        if word[:1].islower() and not (word in pack.role_of or word in pack.gender or word.endswith(pack.role_endings)):
            return False
    return False


def _incises(text: str, pair: Pair, pack: QuotePack) -> list[tuple[int, int]]:
    """``« …, dit-elle, … »``: the author's words between commas, a cue with its pronoun."""
    parts: list[tuple[int, int]] = []
    begun = pair.inner_start
    if "-" not in text:
        return parts
    for match in _INCISE.finditer(text, pair.inner_start, pair.inner_end):
        if _is_cue(match[1], pack) and match[2].casefold() in pack.gender:
            parts.append((begun, match.start() + 1))
            begun = match.end()
    return [*parts, (begun, pair.inner_end)] if parts else []


# Inside a paragraph: ``He turned. – Text, said X.``
# The dash stands before what is before it: a search runs from dash to dash.
_INSIDE = lazily(r"[—–―-](?<=[.!?…:»”][\s\u00a0].)[\s\u00a0](?=[^\W\d_])")
_MOST_INSIDE = 3
"""Dashes inside a paragraph that are tried as the beginning of speech."""
_FEWEST_WORDS = 3


def dash_pairs(text: str, pack: QuotePack, marked: Sequence[Pair] = (), goes_on: bool = False) -> list[Pair]:
    """Return the speech that a dialogue dash opens, at the head of a paragraph or inside it, none for a list item.

    A cue has to close it; where the article *goes_on* in dashes, whole sentences at the head of a paragraph or after
    a colon need none.  Where there is such speech, the pairs *marked* in the paragraph are inside of it or beside it in
    the list; in languages that prefer marks they are all there is, and the list is empty.
    """
    start = dialogue_start(text) if text.lstrip()[:1] in DASHES else 0
    if not start and not pack.dialogue_dashes:
        return []
    end = len(text.rstrip())
    if start:
        if marked and (marked[0].start <= start or not pack.dialogue_dashes):
            return []
        parts = _author_parts(text, start, end, pack) or _before_cue(text, start, pack)
        if not parts and goes_on and _is_statement(text, start, end):
            parts = [(start, end)]
    else:
        parts = _parts_inside(text, end, pack, marked, goes_on)
    pairs = [Pair(a, b, a, b, "") for a, b in parts if b - a > 1]
    return _with_marked(pairs, marked) if pairs and marked else pairs


def _with_marked(spoken: list[Pair], marked: Sequence[Pair]) -> list[Pair]:
    """Return both in order, what is *marked* inside of what is *spoken* as its inner pairs."""
    beside, place = [], 0
    for pair in marked:
        while place < len(spoken) and spoken[place].end <= pair.start:
            place += 1
        if place == len(spoken) or pair.end <= spoken[place].start:
            beside.append(pair)
        elif spoken[place].start <= pair.start and pair.end <= spoken[place].end:
            spoken[place].inner.append(pair)
    return sorted([*spoken, *beside], key=lambda pair: pair.start)


def _parts_inside(text: str, end: int, pack: QuotePack, marked: Sequence[Pair], goes_on: bool) -> list[tuple[int, int]]:
    """Return the ranges of speech behind the first dash inside a paragraph that opens some."""
    tried = place = 0
    for match in _INSIDE.finditer(text, 0, end):
        start = match.end()
        while place < len(marked) and marked[place].end <= start:
            place += 1
        if not text[start].isupper() or (place < len(marked) and marked[place].start < start):
            continue
        parts = _author_parts(text, start, end, pack) or _before_cue(text, start, pack)
        if not parts and goes_on and text[match.start() - 2] == ":" and _is_statement(text, start, end):
            parts = [(start, end)]
        tried += 1
        if parts or tried == _MOST_INSIDE:
            return parts
    return []


def _is_statement(text: str, start: int, end: int) -> bool:
    """Say whether ``text[start:end]`` is a sentence or more: a capital, a few words, a closing sign."""
    if not text[start : start + 1].isupper() or text[end - 1] not in ".!?…":
        return False
    return text.count(" ", start, end) >= _FEWEST_WORDS - 1


def split_insertions(text: str, pair: Pair, pack: QuotePack) -> list[Pair]:
    """Cut a quotation at the author's words that dashes set inside it (``«…, — said X, — …»``)."""
    if not pair.mark or pair.end - pair.start < 20:
        return [pair]
    parts = _author_parts(text, pair.inner_start, pair.inner_end, pack) or _incises(text, pair, pack)
    if not parts:
        return [pair]
    out = []
    for place, (start, end) in enumerate(parts):
        if end <= start:
            continue
        inner = [p for p in pair.inner if start <= p.start and p.end <= end]
        outer_start = pair.start if place == 0 else start
        outer_end = pair.end if end == pair.inner_end else end
        out.append(Pair(outer_start, outer_end, start, end, pair.mark, pair.closed, inner))
    return out or [pair]
