# SPDX-License-Identifier: Apache-2.0
"""Speech that marks do not delimit: dialogue dashes, and the author's words set inside a quotation by dashes.

Comes in: a block's text and the pack.  Goes out: pairs like those of ``quotation_marks``.  Linear.
"""

from __future__ import annotations

import re

from docforge.detect.quotation_marks import Pair, dialogue_start
from docforge.detect.quote_packs import ADJACENT, CUE, QuotePack
from docforge.patterns import lazily

__all__ = ["dash_pairs", "split_insertions"]

# A pause, a dash, the author's first word: ``Text, — said``; Spanish sets the dash close to the word.
_TO_AUTHOR = re.compile(
    r"(?:[,.!?…»”\"]?\s?[\u00a0 ]|,(?=[—–-][\u00a0 ]))[—–―-]{1,2}[\s\u00a0]?(\w[\w'’-]*)(?:[\s\u00a0]+(\w[\w'’-]*))?"
)
_PAUSE = re.compile("[—–―-]")
_TO_SPEECH = lazily(r"[,.:;!?…]?[\s\u00a0]?[—–―-]{1,2}[,.;:]?[\s\u00a0]?(?=\S)")
_WORDS_OF_AUTHOR = 200
_DASHES = frozenset("—–―-")


def _is_cue(word: str | None, pack: QuotePack) -> bool:
    if not word:
        return False
    bits = pack.bits(word.casefold().replace("’", "'"))
    return bool(bits & (CUE | ADJACENT))


def _author_parts(text: str, start: int, end: int, pack: QuotePack) -> list[tuple[int, int]]:
    """Return the ranges of speech in ``text[start:end]``, cut where a cue stands between dashes."""
    if _PAUSE.search(text, start, end) is None:
        return []
    parts: list[tuple[int, int]] = []
    begun, position = start, start
    while position < end:
        match = _TO_AUTHOR.search(text, position, end)
        if match is None:
            break
        if not (_is_cue(match[1], pack) or _is_cue(match[2], pack)):
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


def _before_cue(text: str, start: int, pack: QuotePack) -> list[tuple[int, int]]:
    """Return the range of speech that a cue ends after a comma or a closing sign."""
    for match in _CUE_AFTER.finditer(text, start, start + 2000):
        word = match[2]
        if _is_cue(word, pack) or _is_cue(word.partition("-")[0], pack):
            return [(start, match.start() + 1)] if word[:1].islower() else []
    return []


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


def dash_pairs(text: str, pack: QuotePack) -> list[Pair]:
    """Return the speech of a paragraph that opens with a dialogue dash and names a cue; none for a list item."""
    start = dialogue_start(text) if text.lstrip()[:1] in _DASHES else 0
    if not start:
        return []
    parts = _author_parts(text, start, len(text.rstrip()), pack) or _before_cue(text, start, pack)
    return [Pair(a, b, a, b, "") for a, b in parts if b - a > 1]


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
