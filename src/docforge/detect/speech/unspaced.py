# SPDX-License-Identifier: Apache-2.0
"""Read who speaks in scripts written without spaces (Chinese, Japanese): cue words and clause signs, no tokens.

Comes in: a block's text, its quotations, a pack.  Goes out: ``Attribution`` and kind.  Linear: windows are bounded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from docforge.detect.quotation_marks import Pair
from docforge.detect.quote_packs import QuotePack
from docforge.detect.speech.attribution import Attribution
from docforge.detect.word_bits import MENTION
from docforge.model import QuoteKind
from docforge.patterns import lazily

__all__ = ["attribute", "kind_of", "reported_speech", "speaker_before"]

_CLAUSE = lazily(r"[。！？!?，,；;：:、\n（）()]")
_SENTENCE = lazily(r"[。！？!?\n]")
_BLANKS = lazily(r"\s*")
_REACH = 120
_MAX_NAME = 40
_PARTED = 40
"""Characters between a quotation and the verb that its subject parts from the particle."""
_EVEN = frozenset({"も", "は"})
_ADVERBIAL = frozenset({"", "、", "さらに", "こう", "改めて", "強く", "笑顔で"})
_WINDOW = 4
"""Letters beside a quotation in which a word that makes it a mention may stand; one that fills it decides."""


def _gap_before(text: str, pairs: Sequence[Pair], place: int) -> tuple[int, int]:
    floor = 0
    if place:
        before = pairs[place - 1]
        if before.end - before.start > 12 or text[before.inner_end - 1] in "，。！？,!?":
            floor = before.end
    end = pairs[place].start
    start = max(floor, end - _REACH)
    for match in _SENTENCE.finditer(text, start, end):
        start = match.end()
    return start, end


def _gap_after(text: str, pairs: Sequence[Pair], place: int) -> tuple[int, int]:
    start = pairs[place].end
    end = min(len(text), start + _REACH)
    for number in range(place + 1, len(pairs)):  # a slice would copy all that follow
        other = pairs[number]
        if other.end - other.start > 12:
            end = min(end, other.start)
            break
        if other.start >= end:
            break
    stop = _SENTENCE.search(text, start + 1, end) if start + 1 < end else None
    return start, stop.start() if stop else end


def attribute(text: str, pairs: Sequence[Pair], place: int, pack: QuotePack) -> Attribution | None:
    """Return who is said to have spoken quotation *place* of the block, or None."""
    if pack.cue_pattern is None:
        return None
    return (_final if pack.final else _medial)(text, pairs, place, pack)


# -- Chinese: subject, cue, quotation ---------------------------------------------------------


def _medial(text: str, pairs: Sequence[Pair], place: int, pack: QuotePack) -> Attribution | None:
    if pack.cue_pattern is None:
        return None
    start, end = _gap_before(text, pairs, place)
    cues = list(pack.cue_pattern.finditer(text, start, end))
    if cues:
        cue = cues[-1]
        rest = text[cue.end() : end].strip(" ：:，,\u3000")
        if len(rest) <= 12 and (text[end - 1] in "：:，," or not rest):
            name = _name_before(text, start, cue.start(), pack)
            strength = 3 if text[end - 1] in "：:，," else 2
            if name or strength == 3:
                return Attribution("before", cue.start(), cue.end(), *(name or (-1, -1)), strength)
    after = _medial_after(text, pairs, place, pack)
    if after is not None:
        return after
    if cues:
        name = _name_before(text, start, cues[-1].start(), pack)
        if name:
            return Attribution("reported", cues[-1].start(), cues[-1].end(), *name, 1)
    return None


def _medial_after(text: str, pairs: Sequence[Pair], place: int, pack: QuotePack) -> Attribution | None:
    if pack.cue_pattern is None:
        return None
    start, end = _gap_after(text, pairs, place)
    while start < end and text[start] in "，, 。\u3000":
        start += 1
    for cue in pack.cue_pattern.finditer(text, start, end):
        name = _name_before(text, start, cue.start(), pack)
        if name:
            return Attribution("after", cue.start(), cue.end(), *name, 3)
    return None


def _name_before(text: str, floor: int, end: int, pack: QuotePack) -> tuple[int, int] | None:
    """Return the phrase that ends at *end*: the clause's last part that is no adverbial."""
    for _ in range(4):
        while end > floor and _CLAUSE.match(text[end - 1]):
            end -= 1
        start = floor
        for match in _CLAUSE.finditer(text, floor, end):
            if match.group() == "、" or (match.group() in "（）()" and match.end() < end - 1):
                continue
            start = match.end()
        begin, stop = start, end
        if pack.adverb_pattern is not None:
            for match in pack.adverb_pattern.finditer(text, start, end):
                if match.start() > start:
                    stop = min(stop, match.start())
                    break
                begin = match.end()
        while begin < stop and text[begin] in " \u3000":
            begin += 1
        if pack.according and text.startswith(tuple(pack.according), begin, stop):
            begin += 1  # 据介绍, 据他介绍: the word before a source is no part of it.
        while stop > begin and text[stop - 1] in " \u3000":
            stop -= 1
        if stop - begin >= 1 and any(c.isalpha() for c in text[begin:stop]) and not text[begin:stop].isdigit():
            return (max(begin, stop - _MAX_NAME), stop)
        if start <= floor:
            return None
        end = start - 1
    return None


# -- Japanese: subject は … 「 」と cue --------------------------------------------------------


def _final(text: str, pairs: Sequence[Pair], place: int, pack: QuotePack) -> Attribution | None:
    if pack.cue_pattern is None:
        return None
    start, end = _gap_after(text, pairs, place)
    cue = pack.cue_pattern.search(text, start, min(end, start + 40))
    begin, stop = _gap_before(text, pairs, place)
    name = _topic(text, begin, stop, pack)
    if name is None and cue is not None and text[start : start + 1] == "と":
        name = _topic(text, start + 1, cue.start(), pack)  # 「…」と田中さんは話した
    if cue is None and pack.parted_cues is not None and text.startswith(pack.quotative, start):
        parted = _parted(text, start, end, pack)
        if parted is not None and (parted[1] or name):
            cue, name = parted[0], parted[1] or name
    if cue is not None and (cue.start() - start <= 2 or name):
        strength = 3 if cue.start() - start <= 4 or text[start : start + 1] == "と" else 2
        if name is None:
            name = _topic(text, cue.end(), end, pack)
        return Attribution("after", cue.start(), cue.end(), *(name or (-1, -1)), strength)
    if text[stop - 1 : stop] in ("：", ":") and stop - begin <= _MAX_NAME:
        return Attribution("colon", stop - 1, stop, begin, stop - 1, 2)
    if cue is None and text[start:end].strip("。 \u3000") == "" and text[max(0, begin - 1) : begin] in ("", "。", "\n"):
        voice = _topic(text, end + 1, min(len(text), end + 60), pack)
        if voice is not None and pack.cue_pattern.search(text, voice[1], min(len(text), voice[1] + 20)):
            return Attribution("next", end, end, *voice, 2)
    return None


def _parted(text: str, start: int, end: int, pack: QuotePack) -> tuple[re.Match[str], tuple[int, int] | None] | None:
    """``「…」と知事は述べた``, ``「…」とも話した``: return the verb that the subject or も parts from と.

    The second value is the subject, ``None`` where も stands there.
    """
    if pack.parted_cues is None:
        return None
    behind = start + len(pack.quotative)
    verb = pack.parted_cues.search(text, behind, min(end, behind + _PARTED))
    if verb is None:
        return None
    between = text[behind : verb.start()]
    if between in _EVEN:
        return verb, None
    name = _topic(text, behind, verb.start(), pack)
    return (verb, name) if name is not None and text[name[1] : verb.start()][1:] in _ADVERBIAL else None


def _topic(text: str, start: int, end: int, pack: QuotePack) -> tuple[int, int] | None:
    """Return the phrase before the particle (は, が …) that the range ends with, else before its first one."""
    for particle in pack.subject_marks:
        if len(particle) == 1 and text.endswith(particle, start, end):
            nearest = _phrase_before(text, start, end - 1, pack)
            if nearest is not None:
                return nearest
    for particle in pack.subject_marks:
        at = text.find(particle, start, end)
        while at > start and text.endswith(pack.no_topics, start, at):
            at = text.find(particle, at + 1, end)
        found = _phrase_before(text, start, at, pack) if at > start else None
        if found is not None:
            return found
    return None


def _phrase_before(text: str, start: int, at: int, pack: QuotePack) -> tuple[int, int] | None:
    """Return the phrase of the clause in ``text[start:at]`` that ends at *at*."""
    if text.endswith(pack.no_topics, start, at):
        return None
    begin = max([start, *(m.end() for m in _CLAUSE.finditer(text, start, at) if m.group() not in "（）()")])
    while begin < at and text[begin] in " \u3000":
        begin += 1
    if at - begin >= 1 and any(c.isalpha() for c in text[begin:at]):
        return max(begin, at - _MAX_NAME), at
    return None


def speaker_before(text: str, pairs: Sequence[Pair], place: int, pack: QuotePack) -> Attribution | None:
    """``王丽坦言，桥修得太慢。“…”``, ``青木市長は橋を見た。「…」``: who speaks or acts in the sentence before."""
    if pack.cue_pattern is None:
        return None
    before = place - 1
    while before > max(-1, place - _FEW_MARKED) and pairs[before].end - pairs[before].start <= _SHORT_TOPIC:
        before -= 1
    floor = max(pairs[before].end if before >= 0 else 0, pairs[place].start - _REACH)
    stops = [match.end() for match in _SENTENCE.finditer(text, floor, pairs[place].start)]
    if not stops:
        return None
    start, end = (stops[-2] if len(stops) > 1 else floor), stops[-1]
    if pack.final:
        name = _topic(text, start, end - 1, pack)
        return Attribution("opening", -1, -1, *name, 1) if name and name[1] - name[0] <= _SHORT_TOPIC else None
    cue = pack.cue_pattern.search(text, start, min(end, start + _REACH // 2))
    name = _name_before(text, start, cue.start(), pack) if cue is not None else None
    return Attribution("before", cue.start(), cue.end(), *name, 1) if cue is not None and name else None


_SHORT_TOPIC = 12
"""Letters of a topic that is somebody, or of marked words that are no speech; longer ones are mostly clauses."""
_FEW_MARKED = 5


def kind_of(
    text: str, pairs: Sequence[Pair], place: int, said: Attribution | None, pack: QuotePack
) -> tuple[QuoteKind, str]:
    """Return what a quotation is and why; length counts in characters here."""
    pair = pairs[place]
    body = text[pair.inner_start : pair.inner_end]
    size = len(body)
    last = body.rstrip()[-1:]
    if not any(c.isalpha() for c in body):
        return QuoteKind.MENTION, "no words"
    before, after = text[max(0, pair.start - _WINDOW) : pair.start], text[pair.end : pair.end + _WINDOW]
    if pair.mark == "『" and not said:
        return QuoteKind.MENTION, "marks of a title"
    for word, bits in pack.words.items() if size < 16 else ():
        if bits & MENTION and (
            before.endswith(word)
            or (after.startswith(word) and (said is None or said.strength < 3 or len(word) >= _WINDOW))
        ):
            return QuoteKind.MENTION, f"beside {word}"
    if said is not None and said.strength == 3:
        return QuoteKind.DIRECT, "attributed"
    if (last in "。！？!?…" and size >= 8) or size >= 24:
        return QuoteKind.DIRECT, "a whole statement"
    if size >= 8 and _is_alone(text, pair):
        return QuoteKind.DIRECT, "a whole statement"
    if said is not None and said.has_speaker and size >= 5:
        return QuoteKind.MIXED, "words inside reported speech"
    if text[max(0, pair.start - 1) : pair.start] in ("。", "") and after[:1] == "。" and size >= 7:
        return QuoteKind.DIRECT, "a statement of its own"
    return QuoteKind.MENTION, "a few marked words"


def _is_alone(text: str, pair: Pair) -> bool:
    """Say whether nothing stands before the quotation, and nothing or a full stop behind it; copies nothing."""
    blank, behind = _BLANKS.match(text, 0, pair.start), _BLANKS.match(text, pair.end)
    return (
        blank is not None
        and blank.end() == pair.start
        and behind is not None
        and (behind.end() == len(text) or text[behind.end()] == "。")
    )


def reported_speech(text: str, pack: QuotePack) -> list[tuple[Attribution, int, int]]:
    """Return reported clauses of a block without quotations: ``NP 表示，…。`` and the like."""
    if pack.cue_pattern is None or pack.final:
        return []
    out = []
    start = 0
    for stop in [m.end() for m in _SENTENCE.finditer(text)] or [len(text)]:
        cue = pack.cue_pattern.search(text, start, min(stop, start + 60))
        if cue is not None and text[cue.end() : cue.end() + 1] in ("，", ","):
            name = _name_before(text, start, cue.start(), pack)
            end = stop - 1 if text[stop - 1] in "。！？!?\n" else stop
            if name and end - cue.end() > 6:
                out.append((Attribution("reported", cue.start(), cue.end(), *name, 2), cue.end() + 1, end))
        start = stop
    return out
