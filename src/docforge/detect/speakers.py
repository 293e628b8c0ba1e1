# SPDX-License-Identifier: Apache-2.0
"""Read who speaks from the words around a quotation: cue, noun phrase, order.

Comes in: one sentence as tokens, in which a quotation is one token, and a language pack.  Goes out: ``Attribution``
(noun phrase and cue as offsets in the block).  Knows nothing of persons behind the phrase (``coreference``) and of
what kind of quotation it is (``quotes``).  Each rule looks at one sentence only.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from docforge.detect.quote_packs import (
    ADJACENT,
    ADVERB,
    CAPITAL,
    CITES,
    CUE,
    DETERMINER,
    FRAGMENT,
    IMPERSONAL,
    JOIN,
    KNOWN,
    MOOD,
    NAME,
    NO_NAME,
    ORGANISATION,
    PARTICLE,
    PHRASE,
    PRONOUN,
    ROLE_END,
    SOURCE,
    STOP,
    THAT,
    WITHIN,
    QuotePack,
)
from docforge.detect.words import Token

__all__ = ["Attribution", "attribute", "is_role", "name_run", "phrase_cue", "subject_before"]

_MAX_PHRASE = 14
_CLOSING = "\"”“»«’'」』›‹ \u00a0\u202f"
_DASHES = frozenset("-–—―")
_CLAUSE_SIGNS = frozenset(",;:()[]–—―-،؛、，；：.!?…。")


class Attribution(NamedTuple):
    """Who and by which word; offsets in the block, ends exclusive; -1 for none."""

    rule: str
    cue_start: int
    cue_end: int
    start: int = -1
    end: int = -1
    strength: int = 2
    """3: mark and cue touch; 2: same clause; 1: same sentence."""

    @property
    def has_speaker(self) -> bool:
        """Say whether a noun phrase was found."""
        return self.end > self.start >= 0


def is_role(token: Token, pack: QuotePack) -> bool:
    """Say whether a word names a role; compounds are known by their ends."""
    return token.bits & ROLE_END > 0


def phrase_cue(tokens: Sequence[Token], at: int, pack: QuotePack, bits: int) -> int:
    """Return how many tokens from *at* make a cue phrase with one of *bits*; 0 when none."""
    own = tokens[at].bits
    if not own & (bits | PHRASE):
        return 0
    if own & PHRASE:
        for words, bit in pack.phrases[tokens[at].fold]:
            if bit & bits and len(words) <= len(tokens) - at:
                if all(tokens[at + k].fold == word for k, word in enumerate(words)):
                    return len(words)
    return 1 if own & bits else 0


def _is_name(token: Token, pack: QuotePack) -> bool:
    return token.bits & NAME > 0


def name_run(tokens: Sequence[Token], at: int, pack: QuotePack) -> int:
    """Return the end of the run of capitalised words from *at*, joined by initials and particles."""
    end = at
    while end < len(tokens):
        token = tokens[end]
        if token.bits & NAME:
            end += 1
        elif end == at or end + 1 >= len(tokens) or not tokens[end + 1].bits & NAME:
            break
        elif token.bits & PARTICLE or (
            token.text == "." and (len(tokens[end - 1].text) <= 2 or tokens[end - 1].fold in pack.abbreviations)
        ):
            end += 1
        else:
            break
    return end


# -- noun phrases ----------------------------------------------------------------------------


def _forward(tokens: Sequence[Token], at: int, pack: QuotePack) -> tuple[int, int]:
    """Return the token range of the noun phrase that begins at *at*, empty when there is none."""
    begin = at
    while (
        begin < len(tokens)
        and tokens[begin].bits > 0
        and tokens[begin].bits & ADVERB
        and not (tokens[begin].bits & (DETERMINER | PRONOUN))
    ):
        begin += 1
    end = begin
    while end < len(tokens) and end - begin < _MAX_PHRASE:
        token = tokens[end]
        if token.quote >= 0:
            break
        if token.bits < 0:
            if token.text == "." and _is_initial(tokens, end, pack):
                end += 1
                continue
            if token.text in _JOINING_SIGNS and end > begin:
                end += 1
                continue
            break
        if token.bits & PRONOUN and end > begin and not token.is_capital:
            break
        if token.bits & PRONOUN and end == begin:
            return begin, begin + 1
        if token.bits & JOIN and end > begin and not token.bits & PRONOUN:
            if _joins(tokens, end, pack):
                end += 1
                continue
            break
        if token.bits & DETERMINER and not token.is_capital:
            if end > begin and not tokens[end - 1].bits & (JOIN | DETERMINER):
                break
            end += 1
            continue
        if pack.nouns_capitalised and end > begin and tokens[end - 1].bits & CAPITAL:
            if not token.bits & (KNOWN | CAPITAL | ROLE_END):
                break  # Nothing unknown in small letters follows a noun but the verb.
        if begin == end and at > 0 and token.bits & CAPITAL and not pack.nouns_capitalised:
            if end + 1 < len(tokens) and tokens[end + 1].bits & NAME:
                end += 1  # said Per Anders Vik, said Will Smith
                continue
        if token.bits & (STOP | CUE | THAT) and not (token.is_capital and end > begin and not token.bits & THAT):
            if not (token.bits & CUE and not token.bits & STOP and token.is_capital):
                break
        if token.text[0].isdigit() and end == begin:
            break
        end += 1
    while (
        end > begin
        and (tokens[end - 1].bits & (JOIN | DETERMINER) or tokens[end - 1].text in _JOINING_SIGNS)
        and (not tokens[end - 1].is_capital and not tokens[end - 1].bits & PRONOUN)
    ):
        end -= 1
    return begin, end


_JOINING_SIGNS = frozenset("&/'’")


def _is_initial(tokens: Sequence[Token], at: int, pack: QuotePack) -> bool:
    before = tokens[at - 1] if at else None
    if before is None or at + 1 >= len(tokens) or not tokens[at + 1].is_capital:
        return False
    return len(before.text) == 1 or before.fold in pack.abbreviations


def _joins(tokens: Sequence[Token], at: int, pack: QuotePack) -> bool:
    """A joining word stays inside the phrase if a determiner, a capital or a further join follows."""
    if at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    if after.bits < 0:
        return False
    return after.is_capital or bool(after.bits & (DETERMINER | JOIN)) or not after.bits & (STOP | CUE | PRONOUN)


def _clause_start(tokens: Sequence[Token], at: int, floor: int, pack: QuotePack) -> int:
    """Return where the chunk that ends before *at* begins: after the nearest sign or quotation."""
    begin = at
    while begin > floor:
        token = tokens[begin - 1]
        if token.quote >= 0:
            break
        if token.bits < 0:
            if token.text == "." and _is_initial(tokens, begin - 1, pack):
                begin -= 1
                continue
            if token.text not in _JOINING_SIGNS:
                break
        elif token.bits & THAT and not token.is_capital and not token.bits & (DETERMINER | ADVERB):
            break
        begin -= 1
    return begin


def _has_name(tokens: Sequence[Token], begin: int, end: int, pack: QuotePack) -> bool:
    return any(_is_name(t, pack) or is_role(t, pack) for t in tokens[begin:end])


def subject_before(tokens: Sequence[Token], cue: int, floor: int, pack: QuotePack) -> tuple[int, int]:
    """Return the token range of the subject that stands before the cue at *cue*, not before *floor*."""
    end = cue
    while end > floor and pack.subject_marks and tokens[end - 1].fold in pack.subject_marks:
        end -= 1
    while (
        end > floor
        and tokens[end - 1].bits > 0
        and tokens[end - 1].quote < 0
        and tokens[end - 1].bits & ADVERB
        and (not tokens[end - 1].bits & PRONOUN)
    ):
        end -= 1
    if end > floor and tokens[end - 1].text in _CLAUSE_SIGNS and tokens[end - 1].bits < 0:
        return _before_apposition(tokens, end - 1, floor, pack)
    begin = _clause_start(tokens, end, floor, pack)
    begin, end = _trim_left(tokens, begin, end, pack)
    mark = next((k for k in range(begin + 1, end) if tokens[k].fold in pack.subject_marks), end)
    return _before_joined_verb(tokens, begin, mark)


def _before_joined_verb(tokens: Sequence[Token], begin: int, end: int) -> tuple[int, int]:
    """``The Chinese president praised the talks and (said)``: the subject ends where the first of two verbs begins."""
    last = tokens[end - 1] if end - begin >= 3 else None
    if last is None or last.bits < 0 or not last.bits & STOP or last.bits & (JOIN | DETERMINER | PRONOUN):
        return begin, end
    stop = begin
    while (
        stop < end and tokens[stop].bits > 0 and tokens[stop].bits & (DETERMINER | CAPITAL | NAME | ROLE_END | PARTICLE)
    ):
        stop += 1
    named = any(t.bits & (NAME | ROLE_END | PRONOUN) for t in tokens[begin:stop])
    return (begin, stop) if named and stop < end - 1 else (begin, end)


def _before_apposition(tokens: Sequence[Token], end: int, floor: int, pack: QuotePack) -> tuple[int, int]:
    """``Ann Lee, the director of X, said``: the earliest chunk with a name is the subject."""
    best = (0, 0)
    limit = end
    for _ in range(5):
        begin = _clause_start(tokens, limit, floor, pack)
        if begin < limit:
            chunk = _trim_left(tokens, begin, limit, pack)
            if chunk[1] > chunk[0] and (_has_name(tokens, *chunk, pack) or not _cased(tokens)):
                runs = sum(1 for t in tokens[chunk[0] : chunk[1]] if _is_name(t, pack))
                if best == (0, 0) or runs >= 1:
                    best = chunk
        if begin <= floor or tokens[begin - 1].quote >= 0:
            break
        limit = begin - 1
    return best


def _trim_left(tokens: Sequence[Token], begin: int, end: int, pack: QuotePack) -> tuple[int, int]:
    """Drop leading connectives and what stands before the last preposition, unless a name is before it."""
    while begin < end and (
        tokens[begin].bits < 0
        or (tokens[begin].bits & (STOP | ADVERB | THAT) and not tokens[begin].bits & (DETERMINER | PRONOUN))
    ):
        if tokens[begin].bits >= 0 and tokens[begin].is_capital and not tokens[begin].bits & NO_NAME:
            break
        begin += 1
    if begin >= end:
        return 0, 0
    if end - begin == 1:
        return begin, end
    if tokens[end - 1].bits & PRONOUN and tokens[end - 1].is_word:
        return end - 1, end
    inner = begin
    for at in range(end - 1, begin, -1):
        bits = tokens[at].bits
        if bits < 0 or tokens[at].is_capital:
            continue
        if bits & STOP and not bits & (JOIN | DETERMINER):
            inner = at + 1
            break
    if inner > begin and inner < end:
        kept = _has_name(tokens, begin, inner - 1, pack) and not _is_fronted(tokens, begin, inner, pack)
        if not kept:
            begin = inner
            while begin < end - 1 and tokens[begin].bits > 0 and tokens[begin].bits & ADVERB:
                begin += 1
    if end - begin > _MAX_PHRASE:
        begin = end - _MAX_PHRASE
    return begin, end


def _is_fronted(tokens: Sequence[Token], begin: int, inner: int, pack: QuotePack) -> bool:
    """Say whether the words before *inner* were an adverbial: they followed a dropped preposition."""
    before = tokens[begin - 1] if begin else None
    return before is not None and before.bits > 0 and bool(before.bits & STOP)


# -- frames ----------------------------------------------------------------------------------


def attribute(tokens: Sequence[Token], at: int, pack: QuotePack) -> Attribution | None:
    """Return who is said to have spoken the quotation token at *at* in this sentence, or None."""
    found = _after(tokens, at, pack)
    if found is not None and 0 < at < len(tokens) - 1 and tokens[at - 1].text in ":：" and tokens[at + 1].bits >= 0:
        # After a colon and with nothing between it and the next words, the quotation belongs to what comes before.
        comma = tokens[at].text.rstrip(_CLOSING)[-1:] == ","
        ahead = None if comma else _before(tokens, at, pack)
        found = ahead if ahead is not None and ahead.strength == 3 and ahead.has_speaker else found
    found = found or _before(tokens, at, pack)
    if found is None or found.strength < 3:
        source = _according(tokens, at, pack)
        # A source named between the cue and the words is nearer to them.
        if source is not None and (found is None or found.cue_start < source.cue_start < tokens[at].start):
            return source
    return found or _loose_after(tokens, at, pack)


def _made(
    rule: str, tokens: Sequence[Token], cue: tuple[int, int], phrase: tuple[int, int], strength: int
) -> Attribution:
    start, end = (tokens[phrase[0]].start, tokens[phrase[1] - 1].end) if phrase[1] > phrase[0] else (-1, -1)
    return Attribution(rule, tokens[cue[0]].start, tokens[cue[1] - 1].end, start, end, strength)


def _skip_signs(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens) and tokens[at].bits < 0 and tokens[at].text not in "(:;.":
        at += 1
    return at


def _segment_end(tokens: Sequence[Token], at: int) -> int:
    """Return where the words after a quotation end: at the next quotation or at the sentence's end."""
    end = at
    while end < len(tokens) and tokens[end].quote < 0:
        end += 1
    return end


def _after(tokens: Sequence[Token], at: int, pack: QuotePack) -> Attribution | None:
    """``"…," said Ann Lee`` and ``"…," the minister said``."""
    begin = _skip_signs(tokens, at + 1)
    end = _segment_end(tokens, begin)
    if begin >= end:
        return None
    signed = begin > at + 1 or tokens[at].text.rstrip(_CLOSING)[-1:] in ",!?؟،，—–-.…"
    first = begin
    length = 0
    while first < end and first - begin < 3:
        length = phrase_cue(tokens, first, pack, CUE | ADJACENT)
        if length or not tokens[first].bits & ADVERB or tokens[first].bits < 0:
            break
        first += 1
    while pack.final and length and first + length < end:
        more = phrase_cue(tokens, first + length, pack, CUE)
        if not more:
            break
        length += more
    if length:
        touches = tokens[first].start == tokens[at].end
        phrase = _forward(tokens, first + length, pack)
        if tokens[first].bits & CITES:
            phrase = _second(tokens, phrase, end, pack)
        elif impersonal := phrase_cue(tokens, first, pack, IMPERSONAL):
            phrase = _text_within(tokens, first + impersonal, end, pack) or phrase
        phrase = _with_apposition(tokens, phrase, end)
        if pack.final and phrase[1] > phrase[0] and tokens[phrase[0]].bits & NAME:
            phrase = (phrase[0], min(phrase[1], name_run(tokens, phrase[0], pack)))
        if phrase[1] <= phrase[0] and not signed and not pack.final:
            return None
        if phrase[1] <= phrase[0]:
            phrase = _skip_interruption(tokens, first + length, end, pack)
        if pack.final or phrase[1] <= phrase[0]:
            front = _front_subject(tokens, at, pack)
            phrase = front if front[1] > front[0] else phrase
        if phrase[1] <= phrase[0]:
            phrase = _clitic(tokens, first, pack)
        return _made("after", tokens, (first, first + length), phrase, 3 if signed or touches or pack.final else 2)
    if not signed:
        return None
    return _name_then_cue(tokens, begin, end, pack) or _signature(tokens, at, begin, end, pack)


def _signature(tokens: Sequence[Token], at: int, begin: int, end: int, pack: QuotePack) -> Attribution | None:
    """``"…" — Ann Lee, mayor``: a name after a dash; in a language without a pack after a comma too."""
    signs = _DASHES if pack.language != "und" else _DASHES | {","}
    if begin != at + 2 or tokens[at + 1].text not in signs or not tokens[begin].bits & NAME:
        return None
    last = name_run(tokens, begin, pack)
    if last - begin < 2 or (last < end and tokens[last].bits >= 0):
        return None
    return _made("signature", tokens, (at + 1, begin), (begin, last), 2)


def _second(tokens: Sequence[Token], phrase: tuple[int, int], limit: int, pack: QuotePack) -> tuple[int, int]:
    """``zitiert die Zeitung den Minister``: of two noun phrases the second is the one who speaks."""
    if not phrase[0] < phrase[1] < limit or tokens[phrase[1]].bits < 0:
        return phrase
    other = _sound(tokens, _forward(tokens, phrase[1], pack), pack)
    return other if other[1] > other[0] and other[0] == phrase[1] else phrase


def _text_within(tokens: Sequence[Token], at: int, limit: int, pack: QuotePack) -> tuple[int, int] | None:
    """``heißt es dazu in einer Mitteilung``: the text in which it says so."""
    while at < limit and tokens[at].bits & ADVERB and not tokens[at].bits & WITHIN:
        at += 1
    if at < limit and tokens[at].bits & WITHIN:
        phrase = _forward(tokens, at + 1, pack)
        return phrase if phrase[1] > phrase[0] else None
    return None


def _with_apposition(tokens: Sequence[Token], phrase: tuple[int, int], limit: int) -> tuple[int, int]:
    """``said the director of the station, Marc Lavigne``: the name after the role's comma belongs to the phrase."""
    begin, end = phrase
    if not begin < end < limit - 2 or tokens[end].text != ",":
        return phrase
    own = tokens[begin:end]
    if not (tokens[begin].bits & DETERMINER or any(t.bits & ROLE_END for t in own)):
        if any(t.bits & CAPITAL for t in own):
            return phrase
    if any(a.bits & b.bits & NAME for a, b in itertools.pairwise(tokens[begin:end])):
        return phrase
    stop = end + 1
    while stop < limit and tokens[stop].bits & (NAME | PARTICLE):
        stop += 1
    names = [t for t in tokens[end + 1 : stop] if t.bits & NAME]
    closed = stop == limit or tokens[stop].bits < 0
    return (begin, stop) if len(names) >= 2 and closed and tokens[end + 1].bits & NAME else phrase


def _skip_interruption(tokens: Sequence[Token], at: int, end: int, pack: QuotePack) -> tuple[int, int]:
    """``said in an interview Ann Lee``: look a few words on for a noun phrase with a name."""
    for begin in range(at, min(end, at + 8)):
        if tokens[begin].bits < 0 and tokens[begin].text in ":;.(":
            break
        if (_is_name(tokens[begin], pack) and not pack.nouns_capitalised) or is_role(tokens[begin], pack):
            return _forward(tokens, begin, pack)
        if tokens[begin].bits > 0 and tokens[begin].bits & PRONOUN:
            return begin, begin + 1
    return 0, 0


def _clitic(tokens: Sequence[Token], cue: int, pack: QuotePack) -> tuple[int, int]:
    """A pronoun that stands before the cue or hangs on it (``a-t-il``)."""
    for at in (cue, cue - 1):
        if at >= 0 and tokens[at].is_word and tokens[at].fold.rsplit("-", 1)[-1] in pack.gender:
            return at, at + 1
    return 0, 0


def _name_then_cue(tokens: Sequence[Token], begin: int, end: int, pack: QuotePack) -> Attribution | None:
    for at in range(begin, min(end, begin + 26)):
        token = tokens[at]
        if token.bits < 0:
            if token.text in ":;":
                return None
            continue
        length = phrase_cue(tokens, at, pack, CUE | ADJACENT)
        if not length or at == begin:
            continue
        if token.is_capital and pack.nouns_capitalised:
            continue
        phrase = subject_before(tokens, at, begin, pack)
        if phrase[1] <= phrase[0] or not _names_somebody(tokens, phrase, pack):
            other = _forward(tokens, at + length, pack)
            if phrase[1] > phrase[0] and (other[1] <= other[0] or not _names_somebody(tokens, other, pack)):
                other = _skip_interruption(tokens, at + length, end, pack)
            if other[1] > other[0] and (phrase[1] <= phrase[0] or _names_somebody(tokens, other, pack)):
                phrase = other
        if phrase[1] > phrase[0]:
            return _made("after", tokens, (at, at + length), phrase, 3 if at - begin < 12 else 2)
    return None


def _names_somebody(tokens: Sequence[Token], phrase: tuple[int, int], pack: QuotePack) -> bool:
    """Say whether a phrase has a name, a role, a pronoun or a determiner and is no adverbial."""
    if _cased(tokens) and not pack.nouns_capitalised and _is_adverbial(tokens, phrase, pack):
        return False
    own = tokens[phrase[0] : phrase[1]]
    return not _cased(tokens) or any(t.bits & (NAME | CAPITAL | ROLE_END | PRONOUN | DETERMINER) for t in own)


def _before(tokens: Sequence[Token], at: int, pack: QuotePack) -> Attribution | None:
    """``Ann Lee said: "…"``, ``said Ann Lee: "…"``, ``Ann Lee: "…"``."""
    floor = at
    while floor > 0 and (tokens[floor - 1].quote < 0 or len(tokens[floor - 1].text.split()) <= 4):
        floor -= 1
    colon = at > floor and tokens[at - 1].text in ":：" and tokens[at - 1].bits < 0
    comma = at > floor and tokens[at - 1].bits < 0 and tokens[at - 1].text in ",،，—–-"
    if pack.final and not colon:
        return None
    nearest = at - (1 if colon or comma else 0)
    for cue in range(nearest - 1, max(floor, at - 40) - 1, -1):
        token = tokens[cue]
        if token.bits < 0 or token.quote >= 0:
            if not colon and token.text in ";:":
                break
            continue
        length = phrase_cue(tokens, cue, pack, CUE | (ADJACENT if colon else 0))
        if not length or (token.is_capital and cue > floor and pack.nouns_capitalised):
            continue
        touches = cue + length >= nearest
        phrase = _around(tokens, cue, length, floor, nearest, pack)
        if phrase[1] <= phrase[0] and not (touches or colon):
            continue
        return _made("before", tokens, (cue, cue + length), phrase, 3 if colon or (touches and comma) else 2)
    if colon:
        phrase = _label(tokens, floor, at - 1, pack)
        if phrase[1] > phrase[0]:
            return Attribution("colon", tokens[at - 1].start, tokens[at - 1].end, tokens[phrase[0]].start,
                               tokens[phrase[1] - 1].end, 2)  # fmt: skip
    return None


def _around(tokens: Sequence[Token], cue: int, length: int, floor: int, end: int, pack: QuotePack) -> tuple[int, int]:
    """Return the subject of a cue before the quotation: before it, else after it."""
    if pack.final:
        quoted = next((k for k in range(cue - 1, -1, -1) if tokens[k].quote >= 0), cue)
        front = _front_subject(tokens, quoted, pack)
        if front[1] > front[0]:
            return front
    if cue + length < len(tokens) and tokens[cue + length].fold in pack.agents:
        agent = _sound(tokens, _forward(tokens, cue + length + 1, pack), pack)
        if agent[1] > agent[0]:
            return agent
    if tokens[cue].bits & CITES:
        own = _sound(tokens, _forward(tokens, cue + length, pack), pack)
        if own[1] > own[0] and own[1] <= end:
            return own
    elif impersonal := phrase_cue(tokens, cue, pack, IMPERSONAL):
        text = _text_within(tokens, cue + impersonal, end, pack)
        if text is not None and text[1] <= end:
            return text
    before = _sound(tokens, subject_before(tokens, cue, floor, pack), pack)
    if (
        before[1] > before[0]
        and (_has_name(tokens, *before, pack) or tokens[before[0]].bits & (PRONOUN | DETERMINER) or not _cased(tokens))
        and not (pack.nouns_capitalised and _is_adverbial(tokens, before, pack))
    ):
        return before
    after = _sound(tokens, _forward(tokens, cue + length, pack), pack)
    if after[1] > after[0] and after[1] <= end:
        return _with_apposition(tokens, after, end)
    if before[1] > before[0]:
        return before
    return _agent(tokens, cue, pack) or _front_subject(tokens, cue, pack)


def _sound(tokens: Sequence[Token], phrase: tuple[int, int], pack: QuotePack) -> tuple[int, int]:
    """Return *phrase* if it can name somebody, else an empty one: no lone adverb, no verb for a noun."""
    own = tokens[phrase[0] : phrase[1]]
    if len(own) == 1 and own[0].bits & (STOP | ADVERB | THAT) and not own[0].bits & (PRONOUN | DETERMINER):
        if not (own[0].bits & CAPITAL and phrase[0]):
            return 0, 0
    if own and pack.nouns_capitalised and not any(t.bits & (CAPITAL | PRONOUN) for t in own):
        return 0, 0
    return phrase


def _agent(tokens: Sequence[Token], cue: int, pack: QuotePack) -> tuple[int, int] | None:
    """``von Ann Lee als "…" bezeichnet``: who did it, before a passive's cue in its clause."""
    if not pack.agents:
        return None
    for at in range(cue - 1, -1, -1):
        if tokens[at].bits < 0 and tokens[at].text in ",;:":
            return None
        if tokens[at].fold in pack.agents:
            phrase = _sound(tokens, _forward(tokens, at + 1, pack), pack)
            return phrase if phrase[1] > phrase[0] else None
    return None


def _cased(tokens: Sequence[Token]) -> bool:
    return any(t.text[:1].isupper() or t.text[:1].islower() for t in tokens[:6])


def _is_adverbial(tokens: Sequence[Token], phrase: tuple[int, int], pack: QuotePack) -> bool:
    own = tokens[phrase[0]]
    if own.bits & STOP and not own.bits & (DETERMINER | PRONOUN):
        return True
    first = tokens[phrase[0] - 1] if phrase[0] else None
    return first is not None and first.bits > 0 and bool(first.bits & STOP) and not first.bits & DETERMINER


def _label(tokens: Sequence[Token], floor: int, end: int, pack: QuotePack) -> tuple[int, int]:
    """``Ann Lee: "…"``: the last name or role before the colon."""
    if end - floor <= 6 and any(_is_name(t, pack) for t in tokens[floor:end]):
        if not any(t.bits > 0 and t.bits & STOP and not t.bits & JOIN for t in tokens[floor:end]):
            return floor, end
    for at in range(floor, end):
        token = tokens[at]
        if is_role(token, pack) and token.bits >= 0:
            last = name_run(tokens, at + 1, pack)
            return at, min(last, end) if last > at + 1 else at + 1
    if pack.nouns_capitalised:
        return 0, 0
    if not _cased(tokens):
        own = tokens[floor:end]
        return (
            (floor, end) if 0 < len(own) <= 5 and not any(t.bits & (CUE | STOP) or t.bits < 0 for t in own) else (0, 0)
        )
    for at in range(end - 1, floor - 1, -1):
        if _is_name(tokens[at], pack) and tokens[at].bits >= 0 and not tokens[at].bits & (STOP | ORGANISATION):
            begin = at
            while begin > floor and _is_name(tokens[begin - 1], pack):
                begin -= 1
            if at + 1 - begin >= 2:
                return begin, at + 1
    return 0, 0


def _front_subject(tokens: Sequence[Token], at: int, pack: QuotePack) -> tuple[int, int]:
    """The subject of a verb-final sentence: the marked phrase before the quotation, or what opens the sentence."""
    if pack.subject_marks:
        for k in range(at - 1, -1, -1):
            if _marked(tokens[k], pack):
                begin = _clause_start(tokens, k, 0, pack)
                if tokens[k].fold in pack.subject_marks:
                    return _trim_left(tokens, begin, k, pack) if begin < k else (0, 0)
                begin = min(begin, k)
                return _trim_left(tokens, begin, k + 1, pack)
        return 0, 0
    if not pack.final:
        return _opening(tokens, at, pack) if pack.nouns_capitalised else (0, 0)
    begin = 0
    for k in range(at):
        if tokens[k].quote >= 0:
            begin = k + 1
    return _forward(tokens, begin, pack)


def _opening(tokens: Sequence[Token], at: int, pack: QuotePack) -> tuple[int, int]:
    """The noun phrase that opens the clause of *at*: with the verb at its end, mostly the subject."""
    begin = at
    while begin > 0 and not (tokens[begin - 1].bits < 0 and tokens[begin - 1].text in ";:–—.!?"):
        begin -= 1
    if begin >= at or (tokens[begin].bits & STOP and not tokens[begin].bits & (DETERMINER | PRONOUN)):
        return 0, 0
    return _sound(tokens, _forward(tokens, begin, pack), pack)


def _marked(token: Token, pack: QuotePack) -> bool:
    if not token.is_word:
        return False
    if token.fold in pack.subject_marks:
        return True
    if pack.language != "ko" or not token.fold.endswith(pack.subject_marks):
        return False
    return len(token.fold) >= 3 or token.fold[:-1] in pack.gender


def _according(tokens: Sequence[Token], at: int, pack: QuotePack) -> Attribution | None:
    """``according to Ann Lee``, ``Ann Lee zufolge``: the nearest before the quotation, else the first after it."""
    found = None
    for k, token in enumerate(tokens):
        if token.bits < 0:
            continue
        if found is not None and k > at:
            break
        if token.bits & SOURCE:
            found = _source(tokens, k, pack) or found
        if token.fold in pack.according_after and k:
            phrase = subject_before(tokens, k, 0, pack)
            if phrase[1] > phrase[0]:
                found = _made("according", tokens, (k, k + 1), phrase, 2)
    return found


def _source(tokens: Sequence[Token], k: int, pack: QuotePack) -> Attribution | None:
    for words in pack.according:
        if all(k + j < len(tokens) and tokens[k + j].fold == word for j, word in enumerate(words)):
            phrase = _forward(tokens, k + len(words), pack)
            if phrase[1] > phrase[0] and (_has_name(tokens, *phrase, pack) or tokens[phrase[0]].bits & PRONOUN):
                return _made("according", tokens, (k, k + len(words)), phrase, 2)
    return None


def _trailing_frame(tokens: Sequence[Token], at: int, pack: QuotePack) -> Attribution | None:
    """``It was due to "a fault", said Ann Lee.``: the frame that closes the sentence speaks for the whole of it."""
    last = len(tokens) - 1
    comma = next((k for k in range(last, at, -1) if tokens[k].bits < 0 and tokens[k].text in ",،"), None)
    if comma is None or comma + 2 > last or any(t.quote >= 0 for t in tokens[comma:]):
        return None
    length = phrase_cue(tokens, comma + 1, pack, CUE | ADJACENT)
    if not length:
        return None
    phrase = _sound(tokens, _forward(tokens, comma + 1 + length, pack), pack)
    if phrase[1] <= phrase[0] or phrase[1] < last - 1:
        return None
    return _made("reported", tokens, (comma + 1, comma + 1 + length), phrase, 2)


def _loose_after(tokens: Sequence[Token], at: int, pack: QuotePack) -> Attribution | None:
    """A cue elsewhere in the sentence: the quotation is a fragment of what is reported."""
    frame = _trailing_frame(tokens, at, pack)
    if frame is not None:
        return frame
    wanted = CUE | FRAGMENT
    for direction in (range(at - 1, max(-1, at - 45), -1), range(at + 1, min(len(tokens), at + 30))):
        for k in direction:
            if tokens[k].bits < 0:
                continue
            length = phrase_cue(tokens, k, pack, wanted)
            if not length or (tokens[k].is_capital and pack.nouns_capitalised and k):
                continue
            phrase = _around(tokens, k, length, 0, len(tokens), pack)
            return _made("reported", tokens, (k, k + length), phrase, 1)
    if pack.moody:
        for k, token in enumerate(tokens):
            if token.bits > 0 and token.bits & MOOD:
                return _made("mood", tokens, (k, k + 1), (0, 0), 2)
    return None
