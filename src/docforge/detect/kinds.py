# SPDX-License-Identifier: Apache-2.0
"""Tell speech from marked words: titles, names, terms and scare quotes are mentions.

Comes in: one quotation with its sentence and what was found of its attribution.  Goes out: the kind and the reason.
Knows no language: the words that decide are bits of the pack.
"""

from __future__ import annotations

from typing import NamedTuple

from docforge.detect.quotation_marks import Pair
from docforge.detect.quote_packs import (
    AS,
    CUE,
    DETERMINER,
    FRAGMENT,
    KNOWN,
    MENTION,
    PRONOUN,
    QUOTED,
    STOP,
    THAT,
    QuotePack,
)
from docforge.detect.speakers import Attribution
from docforge.detect.words import Token
from docforge.model import QuoteKind

__all__ = ["Look", "kind_of"]

_CLOSING = "\"”“»«’'」』›‹ \u00a0\u202f"
_FULL = ".!?…。！？؟।"


class Look(NamedTuple):
    """What ``kind_of`` sees."""

    text: str
    sentence: list[Token]
    at: int
    pair: Pair
    said: Attribution | None
    pack: QuotePack
    running: bool
    """The block is body text."""


def _neighbour(look: Look, step: int) -> Token | None:
    at = look.at + step
    return look.sentence[at] if 0 <= at < len(look.sentence) else None


def _title_case(words: list[str], nouns_capitalised: bool) -> bool:
    """Two or more words, all of which but small ones begin with a capital."""
    big = [w for w in words if len(w) > 3 or w[:1].isupper()]
    if len(words) < 2 or len(big) < 2 or nouns_capitalised:
        return False
    return all(w[:1].isupper() or not w[:1].isalpha() for w in big) and big[0][:1].isupper()


def kind_of(look: Look) -> tuple[QuoteKind, str]:
    """Return what a quotation is and why."""
    body = look.text[look.pair.inner_start : look.pair.inner_end]
    words = body.split()
    count = len(words)
    if not any(c.isalpha() for c in body):
        return QuoteKind.MENTION, "no words"
    said, before = look.said, _neighbour(look, -1)
    strength = said.strength if said is not None and (said.has_speaker or said.strength > 1) else 0
    if not look.pair.mark:
        return QuoteKind.DIRECT, "dialogue dash"
    marker = _neighbour(look, 1) if look.pack.final else before
    if marker is not None and marker.bits & AS and count < 12 and _judges(look):
        return QuoteKind.MIXED, "words of a judgement"
    if before is not None and before.bits > 0 and before.bits & MENTION and not before.bits & CUE and count < 8:
        if strength < 3 or not body.rstrip().endswith((",", "!", "?")):
            called = strength > 0 and count >= 2 and body[:1].islower() and _calls(look)
            if not called and not (look.pack.nouns_capitalised and _is_fragment(look, words, strength)):
                return QuoteKind.MENTION, f"after {before.text}"
    if strength == 3:
        # On ABC's "Morning Show," Ann Lee asked …: the comma is the sentence's, the words are a title.
        if before is not None and before.bits >= 0 and not before.bits & (CUE | QUOTED):
            if body.rstrip(_CLOSING)[-1:] not in _FULL and _title_case(words, look.pack.nouns_capitalised):
                return QuoteKind.MENTION, "title case"
        return QuoteKind.DIRECT, "attributed"
    if before is not None and before.bits > 0 and before.bits & MENTION and count < 16 and not strength:
        if not look.pack.nouns_capitalised and body.rstrip(_CLOSING)[-1:] not in _FULL + "," and body[:1].isupper():
            return QuoteKind.MENTION, f"after {before.text}"
    if _is_sentence(look, body, words):
        return QuoteKind.DIRECT, "a whole statement"
    if _title_case(words, look.pack.nouns_capitalised):
        return QuoteKind.MENTION, "title case"
    if count >= 8 and (strength or body[0].islower()):
        return (QuoteKind.MIXED if strength else QuoteKind.DIRECT), "a long passage"
    if strength and _is_fragment(look, words, strength):
        return QuoteKind.MIXED, "words inside reported speech"
    return QuoteKind.MENTION, "a few marked words"


_REACH = 14
"""Words that may stand between such a verb and the quotation."""


def _judges(look: Look) -> bool:
    """``described as "…"``, ``als "…" bezeichnet``: a verb that reports a few words, in the same clause."""
    words = look.sentence
    for step in (-1, 1):
        at = look.at + step
        while 0 <= at < len(words) and abs(at - look.at) <= _REACH:
            if words[at].bits & FRAGMENT:
                return True
            if words[at].bits < 0 and words[at].text in ",;:":
                break
            at += step
    return False


def _calls(look: Look) -> bool:
    """``nannte es einen "…"``: such a verb before the quotation, in the same clause."""
    for token in reversed(look.sentence[max(0, look.at - _REACH) : max(0, look.at - 1)]):
        if token.bits < 0:
            return False
        if token.bits & FRAGMENT:
            return True
    return False


def _is_sentence(look: Look, body: str, words: list[str]) -> bool:
    """A statement of its own: long, or closed by a sentence mark of its own."""
    count = len(words)
    stripped = body.rstrip(_CLOSING)
    ended = stripped[-1:] in _FULL or stripped[-1:] == ","
    first = body.lstrip(_CLOSING + "[(…. ")[:1]
    alone = look.at == 0 and (len(look.sentence) == 1 or _neighbour(look, 1) is None)
    if count >= 8 and (ended or alone or first.isupper() or not first.isalpha()):
        return not _title_case(words, look.pack.nouns_capitalised)
    if alone and look.running and count >= 3 and (ended or count >= 5):
        return True
    if stripped[-1:] in "!?" and count >= 3 and look.running and first.isupper():
        return not _title_case(words, look.pack.nouns_capitalised)
    before = _neighbour(look, -1)
    if (
        before is not None
        and before.text in ":："
        and before.bits < 0
        and count >= 4
        and (ended or first.lower() == first.upper() or (first.isupper() and not look.pack.nouns_capitalised))
    ):
        return True
    return ended and stripped[-1:] in ".…" and count >= 4 and not _title_case(words, False) and look.at == 0


def _is_fragment(look: Look, words: list[str], strength: int) -> bool:
    """Weigh the signs that quoted words inside a report are the source's own words."""
    if strength == 0:
        return False
    before, after = _neighbour(look, -1), _neighbour(look, 1)
    first = words[0].lstrip(_CLOSING + "[(…")
    score = 0.0
    score += 1.0 if first[:1].islower() else 0.0
    score += 0.5 if len(words) >= 2 else 0.0
    score += 0.75 if len(words) >= 3 else 0.0
    score += 0.75 if len(words) >= 5 else 0.0
    score += 0.5 if strength >= 2 else 0.0
    if before is not None and before.bits & (KNOWN | QUOTED):
        if before.bits & (FRAGMENT | CUE):
            score += 1.0
        elif before.bits & (THAT | PRONOUN | STOP) and not before.bits & MENTION:
            score += 0.5
        if before.bits & MENTION and not before.bits & DETERMINER:
            score -= 0.0 if first[:1].islower() and _calls(look) else 1.5
        elif before.is_capital and not before.bits & (STOP | DETERMINER | PRONOUN) and look.at > 1:
            score -= 1.25
    if first[:1].isupper() and not (
        look.pack.nouns_capitalised and before is not None and before.bits & (KNOWN | QUOTED)
    ):
        score -= 0.5 if len(words) > 2 else 1.0
    if after is not None and after.bits > 0 and after.bits & FRAGMENT:
        score += 1.0
    if before is not None and look.pack.nouns_capitalised and first[:1].isupper():
        if before.bits & MENTION:
            score -= 1.0
        elif before.bits & DETERMINER and _calls(look):
            score += 1.5
        if len(words) >= 3 and all(w[:1].isupper() for w in words):
            score -= 1.0
    if after is not None and after.text == "(":
        score -= 1.0
    return score >= 1.0
