# SPDX-License-Identifier: Apache-2.0
"""Tell speech from marked words: titles, names, terms and scare quotes are mentions.

Comes in: one quotation with its sentence and what was found of its attribution.  Goes out: the kind and the reason.
Knows no language: the words that decide are bits of the pack.
"""

from __future__ import annotations

from typing import NamedTuple

from docforge.detect.quotation_marks import CLOSING_MARKS, Pair
from docforge.detect.quote_packs import QuotePack
from docforge.detect.sentences import Sentence
from docforge.detect.speech.attribution import Attribution, phrase_cue
from docforge.detect.speech.frames_before import in_relative
from docforge.detect.word_bits import (
    ADJACENT,
    AS,
    CAPITAL,
    CUE,
    DETERMINER,
    FRAGMENT,
    IMPERSONAL,
    JOIN,
    KNOWN,
    MENTION,
    NAME,
    PRONOUN,
    QUOTED,
    STOP,
    THAT,
)
from docforge.model import QuoteKind
from docforge.patterns import SENTENCE_ENDS, lazily

__all__ = ["Look", "kind_of"]

_CLOSED = SENTENCE_ENDS + ","
_LONGEST_LABEL = 7
"""Words before a colon that can still name who speaks."""
_SMALL = STOP | JOIN | DETERMINER


class Look(NamedTuple):
    """What ``kind_of`` sees."""

    text: str
    sentence: Sentence
    at: int
    pair: Pair
    said: Attribution | None
    running: bool
    """The block is body text."""


def _neighbour(look: Look, step: int) -> int:
    """Return the bits of the word before (-1) or after (1) the quotation; 0 when there is none."""
    at = look.at + step
    return look.sentence.bits[at] if 0 <= at < len(look.sentence.bits) else 0


def _title_case(words: list[str], pack: QuotePack) -> bool:
    """Two or more words, all of which but small ones (The Lead *with* Ann Lee) begin with a capital."""
    if len(words) < 2 or pack.nouns_capitalised:
        return False
    big = 0
    for word in words:
        if word[0].isupper():
            big += 1
        elif len(word) > 3 and not pack.bits(word.casefold()) & _SMALL:
            if not big or word[0].isalpha():
                return False
            big += 1
    return big >= 2


def kind_of(look: Look) -> tuple[QuoteKind, str]:
    """Return what a quotation is and why."""
    body = look.text[look.pair.inner_start : look.pair.inner_end]
    words = body.split()
    count = len(words)
    if _LETTERED.search(body) is None:
        return QuoteKind.MENTION, "no words"
    if count > 3 and 2 * sum(map(str.isalpha, words)) < count and 2 * len(_LETTERED.findall(body)) < count:
        return QuoteKind.MENTION, "figures"
    said, before = look.said, _neighbour(look, -1)
    strength = said.strength if said is not None and (said.strength > 1 or said.has_speaker) else 0
    if not look.pair.mark:
        return QuoteKind.DIRECT, "dialogue dash"
    marker = _neighbour(look, 1) if look.sentence.pack.final else before
    if marker & AS and not _is_example(look, 2) and count < 12 and _judges(look):
        return QuoteKind.MIXED, "words of a judgement"
    if not strength and look.sentence.bits[look.at + 1 : look.at + 2] and _YEAR.match(look.text, look.pair.end):
        return QuoteKind.MENTION, "a work with its year"
    name = _named_before(look, before, body, words, strength)
    if name:
        return QuoteKind.MENTION, name
    if strength == 3:
        # On ABC's "Morning Show," Ann Lee asked …: the comma is the sentence's, the words are a title.
        if look.at and before >= 0 and not before & (CUE | QUOTED):
            if body.rstrip(CLOSING_MARKS)[-1:] not in SENTENCE_ENDS and _title_case(words, look.sentence.pack):
                return QuoteKind.MENTION, "title case"
        return QuoteKind.DIRECT, "attributed"
    if before & MENTION and count < 16 and not strength:
        named = not look.sentence.pack.nouns_capitalised or not before & _SMALL
        if (
            named
            and body[:1].isupper()
            and body.rstrip(CLOSING_MARKS)[-1:] not in _CLOSED
            and not _STATEMENT.search(body)
        ):
            return QuoteKind.MENTION, f"after {look.sentence.words[look.at - 1]}"
    if _is_sentence(look, body, words):
        return QuoteKind.DIRECT, "a whole statement"
    if _title_case(words, look.sentence.pack):
        return QuoteKind.MENTION, "title case"
    if count >= 8 and (strength or body[0].islower()):
        return (QuoteKind.MIXED if strength else QuoteKind.DIRECT), "a long passage"
    if said is not None and said.rule == "colon" and count < 4 and look.at > _LONGEST_LABEL:
        return QuoteKind.MENTION, "named after a colon"
    if strength and _is_fragment(look, words, strength):
        return QuoteKind.MIXED, "words inside reported speech"
    return QuoteKind.MENTION, "a few marked words"


def _named_before(look: Look, before: int, body: str, words: list[str], strength: int) -> str:
    """Return why the words before a quotation make it the name of something, empty when they do not.

    *before*: the bits of the last of them; *strength*: that of the attribution, 0 for none.
    """
    count = len(words)
    if _names_itself(look, before, body, count) and not _calls(look):
        return "a name that says what it names"
    if strength < 3 and count < 8 and not _STATEMENT.search(body):
        own, at, said = look.sentence, look.at, look.said
        if _is_example(look):
            return f"after {own.words[at - 1]}"
        if count < 4 and at > 1 and own.words[at - 1] == ":":
            label = own.bits[at - 2]
            if label & MENTION and not label & (CUE | _SMALL):
                return f"after {own.words[at - 2]}"
        if said is not None and said.has_speaker and count < 5 and _is_called(look, said):
            return "a name after a verb of naming"
    if before & MENTION and not before & CUE and count < 8:
        # A title may be a question; what follows no more than "the" is rather asked.
        closing = (",", "!", "?") if before & DETERMINER else ","
        if (strength < 3 or not body.rstrip().endswith(closing)) and not (count > 4 and _STATEMENT.search(body)):
            called = strength > 0 and count >= 2 and body[:1].islower() and _calls(look)
            if not called and not (look.sentence.pack.nouns_capitalised and _is_fragment(look, words, strength)):
                return f"after {look.sentence.words[look.at - 1]}"
    return ""


def _is_example(look: Look, least: int = 1) -> bool:
    """``songs such as "…"``: *least* words of the pack or more between a noun and the quotation."""
    own = look.sentence
    last = own.fold(look.at - 1) if look.at else ""
    for words in look.sentence.pack.examples:
        if words[-1] != last:
            continue
        first = look.at - len(words)
        if first > 0 and len(words) >= least and all(own.fold(first + k) == word for k, word in enumerate(words)):
            noun = first - 1 if own.bits[first - 1] >= 0 or first < 2 else first - 2  # "words of terror, such as"
            if own.bits[noun] & NAME if look.sentence.pack.nouns_capitalised else not own.bits[noun]:
                return True
    return False


def _is_called(look: Look, said: Attribution) -> bool:
    """``da heißt der erste Satz „…“``: a verb that gives a name, unless it has no subject (``es heißt: „…“``)."""
    own = look.sentence
    if said.cue_start not in own.starts:
        return False
    cue = own.starts.index(said.cue_start)
    gives = own.bits[cue] & CUE and own.bits[cue] & MENTION and not own.bits[cue] & FRAGMENT
    return gives > 0 and not phrase_cue(own, cue, IMPERSONAL)


_LETTERED = lazily(r"[^\W\d_]\S*")
_STATEMENT = lazily(r"[.!?…](?:(?<=\w{3}.)\s|(?<=[!?])\W{0,4}$)")
_YEAR = lazily(r"\s?\((?:1[5-9]|20)\d\d\)")


def _names_itself(look: Look, before: int, body: str, count: int) -> bool:
    """``die „Kampagne für …“``: it is what its first word says, after a determiner; where nouns have capitals."""
    if (
        not look.sentence.pack.nouns_capitalised
        or not before & DETERMINER
        or count > _LONGEST_TITLE
        or body[-1:] in _CLOSED
    ):
        return False
    first = body.partition(" ")[0]
    return first[:1].isupper() and look.sentence.pack.known[first][0] & MENTION > 0 and count > 1


_LONGEST_TITLE = 8
_REACH = 14
"""Words that may stand between such a verb and the quotation."""


def _judges(look: Look) -> bool:
    """``described as "…"``, ``als "…" bezeichnet``: a verb that reports a few words, in the same clause."""
    words = look.sentence
    if not words.mask & FRAGMENT:
        return False
    for step in (-1, 1):
        at = look.at + step
        while 0 <= at < len(words.bits) and abs(at - look.at) <= _REACH:
            if words.bits[at] & FRAGMENT:
                return True
            if words.bits[at] < 0 and words.words[at] in ",;:":
                break
            at += step
    return False


def _calls(look: Look) -> bool:
    """``nannte es einen "…"``: such a verb before the quotation, in the same clause."""
    for bits in reversed(look.sentence.bits[max(0, look.at - _REACH) : max(0, look.at - 1)]):
        if bits < 0:
            return False
        if bits & FRAGMENT:
            return True
    return False


def _is_sentence(look: Look, body: str, words: list[str]) -> bool:
    """A statement of its own: long, or closed by a sentence mark of its own."""
    count = len(words)
    stripped = body.rstrip(CLOSING_MARKS)
    ended = stripped[-1:] in _CLOSED
    first = body.lstrip(CLOSING_MARKS + "[(…. ")[:1]
    alone = len(look.sentence.bits) == 1 or (look.at == 0 and len(look.sentence.bits) == 2 and _neighbour(look, 1) < 0)
    if count >= 8 and (ended or alone or first.isupper() or not first.isalpha()):
        return not _title_case(words, look.sentence.pack)
    if alone and look.running and count >= 3 and (ended or count >= 5):
        return True
    beside = _neighbour(look, -1)
    inside = look.at > 0 and beside >= 0 and not beside & (CUE | QUOTED | THAT | ADJACENT)
    inside = inside and (look.said is None or not look.said.has_speaker)
    if stripped[-1:] in "!?" and count >= 3 and look.running and first.isupper() and not inside:
        return not _title_case(words, look.sentence.pack)
    if (
        look.at
        and look.sentence.words[look.at - 1] in ":："
        and _neighbour(look, -1) < 0
        and count >= 4
        and (ended or first.lower() == first.upper() or (first.isupper() and not look.sentence.pack.nouns_capitalised))
    ):
        return True
    return (
        ended and stripped[-1:] in ".…" and count >= 4 and not _title_case(words, look.sentence.pack) and look.at == 0
    )


def _is_aside(look: Look) -> bool:
    """``said Ann Lee, whose songs are of "wild" people``: in a relative clause, which is the author's own."""
    said, pack = look.said, look.sentence.pack
    return said is not None and bool(pack.relatives) and in_relative(look.sentence, said.cue_start, look.at)


def _is_attribute(look: Look, count: int) -> bool:
    """``raised to the "amber" level, according to Ann Lee``: where no verb tells who says so, a word with its noun."""
    if look.said is None or look.said.rule != "according" or look.sentence.pack.nouns_capitalised or count > 3:
        return False
    after = look.sentence.bits[look.at + 1 : look.at + 2]
    return after == [0] and look.text[look.pair.inner_start].islower()


def _is_fragment(look: Look, words: list[str], strength: int) -> bool:
    """Weigh the signs that quoted words inside a report are the source's own words."""
    if strength == 0:
        return False
    before, after = _neighbour(look, -1), _neighbour(look, 1)
    first = words[0].lstrip(CLOSING_MARKS + "[(…")
    score = 0.0
    score += 1.0 if first[:1].islower() else 0.0
    score += 0.5 if len(words) >= 2 else 0.0
    score += 0.75 if len(words) >= 3 else 0.0
    score += 0.75 if len(words) >= 5 else 0.0
    score += 0.5 if strength >= 2 else 0.0
    if strength < 2 and len(words) == 1 and _is_aside(look):
        score -= 0.75
    if before & (KNOWN | QUOTED):
        if before & (FRAGMENT | CUE):
            score += 1.0
        elif before & (THAT | PRONOUN | STOP) and not before & MENTION:
            score += 0.5
        if before & MENTION and not before & DETERMINER:
            score -= 0.0 if first[:1].islower() and _calls(look) else 1.5
        elif before & CAPITAL and not before & (STOP | DETERMINER | PRONOUN) and look.at > 1:
            score -= 1.25
    if first[:1].isupper() and not (look.sentence.pack.nouns_capitalised and before & (KNOWN | QUOTED)):
        score -= 0.5 if len(words) > 2 else 1.0
    if after & FRAGMENT:
        score += 1.0
    if look.at and look.sentence.pack.nouns_capitalised and first[:1].isupper():
        if before & MENTION:
            score -= 1.0
        elif before & DETERMINER and _calls(look):
            score += 1.5
        if len(words) >= 3 and all(w[:1].isupper() for w in words):
            score -= 1.0
    if _is_attribute(look, len(words)):
        score -= 2.0
    if after < 0 and look.sentence.words[look.at + 1] == "(":
        score -= 1.0
    return score >= 1.0
