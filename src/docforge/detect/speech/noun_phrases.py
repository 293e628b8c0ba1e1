# SPDX-License-Identifier: Apache-2.0
"""Read the noun phrase that names a speaker: name, role, what the role is of, apposition.

Comes in: a sentence and the word at which a phrase may begin.  Goes out: a range of words, empty for none, and whether
a range can be somebody.  Knows nothing of cues and quotations beside it.
"""

from __future__ import annotations

from docforge.detect.quotation_marks import EDGE_MARKS
from docforge.detect.quote_packs import (
    ADJACENT,
    ADVERB,
    CAPITAL,
    CUE,
    DETERMINER,
    JOIN,
    KNOWN,
    MENTION,
    NAME,
    ORGANISATION,
    PARTICLE,
    PRONOUN,
    QUOTED,
    ROLE_END,
    STOP,
    THAT,
)
from docforge.detect.speech.attribution import Phrase
from docforge.detect.words import Sentence

__all__ = [
    "BEFORE_A_NAME",
    "JOINING_SIGNS",
    "MAX_PHRASE",
    "has_name",
    "is_adverbial",
    "is_initial",
    "is_marked_name",
    "marked_name_end",
    "name_run",
    "names_somebody",
    "noun_phrase",
    "opening_phrase",
    "sound",
    "with_apposition",
]

MAX_PHRASE = 14
JOINING_SIGNS = frozenset("&/'’")


def name_run(sentence: Sentence, at: int) -> int:
    """Return the end of the run of capitalised words from *at*, joined by initials and particles."""
    row = sentence.bits
    end = at
    while end < len(row):
        bits = row[end]
        if bits & NAME:
            end += 1
        elif end == at or end + 1 >= len(row) or not row[end + 1] & NAME:
            break
        elif bits & PARTICLE or (
            sentence.words[end] == "."
            and (len(sentence.words[end - 1]) <= 2 or sentence.fold(end - 1) in sentence.pack.abbreviations)
        ):
            end += 1
        else:
            break
    return end


def _leads_to_name(row: list[int], at: int) -> bool:
    """Say whether a particle that is no word of the language (de, van der) is at *at*, with a name behind it."""
    if row[at] & (STOP | JOIN | DETERMINER | CAPITAL):
        return False
    for bits in row[at + 1 : at + 3]:
        if bits > 0 and bits & NAME:
            return True
        if bits <= 0 or not bits & PARTICLE:
            return False
    return False


def noun_phrase(sentence: Sentence, at: int) -> Phrase:
    """Return the token range of the noun phrase that begins at *at*, empty when there is none."""
    row, pack = sentence.bits, sentence.pack
    begin = at
    while begin < len(row) and row[begin] > 0 and row[begin] & ADVERB and not (row[begin] & (DETERMINER | PRONOUN)):
        begin += 1
    end = begin
    while end < len(row) and end - begin < MAX_PHRASE:
        bits = row[end]
        if bits == QUOTED:
            break
        if bits < 0:
            if sentence.words[end] == "." and is_initial(sentence, end):
                end += 1
                continue
            if sentence.words[end] in JOINING_SIGNS and end > begin:
                end += 1
                continue
            break
        if pack.addressees and end - begin >= 2 and not bits & CAPITAL and _is_told(sentence, end):
            break  # said Minister Ann Lee to the agency
        if bits & PRONOUN and end > begin and not bits & CAPITAL:
            break
        if bits & PRONOUN and end == begin:
            return begin, begin + 1
        if bits & JOIN and end > begin and not bits & PRONOUN:
            if _joins(sentence, end):
                end += 1
                continue
            break
        if bits & DETERMINER and not bits & CAPITAL:
            if end > begin and not row[end - 1] & (JOIN | DETERMINER):
                break
            end += 1
            continue
        if bits & PARTICLE and end > begin and row[end - 1] & NAME and _leads_to_name(row, end):
            end += 1
            continue
        if pack.nouns_capitalised and end > begin and row[end - 1] & CAPITAL:
            if not bits & (KNOWN | CAPITAL | ROLE_END) or (bits & ADJACENT and not bits & (CAPITAL | JOIN)):
                break  # Nothing unknown in small letters follows a noun but the verb.
        if begin == end and at > 0 and bits & CAPITAL and not pack.nouns_capitalised:
            if end + 1 < len(row) and row[end + 1] & NAME:
                end += 1  # said Per Anders Vik, said Will Smith
                continue
        if bits & (STOP | CUE | THAT) and not (bits & CAPITAL and end > begin and not bits & THAT):
            if not (bits & CUE and not bits & STOP and bits & CAPITAL):
                break
        if sentence.words[end][0].isdigit() and end == begin:
            break
        end += 1
    while (
        end > begin
        and (row[end - 1] & (JOIN | DETERMINER) or sentence.words[end - 1] in JOINING_SIGNS)
        and (not row[end - 1] & CAPITAL and not row[end - 1] & PRONOUN)
    ):
        end -= 1
    return begin, end


def _is_told(sentence: Sentence, end: int) -> bool:
    """Say whether who was told it begins at *end*, right behind a name of two words or a role with a name."""
    pack = sentence.pack
    fold = sentence.fold(end)
    if fold not in pack.addressees and fold[: fold.find("'") + 1] not in pack.addressees:
        return False
    last, before = sentence.bits[end - 1], sentence.bits[end - 2]
    if last < 0 or before < 0 or not last & NAME or last & (ROLE_END | ORGANISATION):
        return False
    return before & (NAME | ROLE_END) > 0 and not before & ORGANISATION


def is_initial(sentence: Sentence, at: int) -> bool:
    """Say whether the full stop at *at* belongs to an initial or abbreviation before a name."""
    if not at or at + 1 >= len(sentence.bits) or not sentence.bits[at + 1] & CAPITAL:
        return False
    return len(sentence.words[at - 1]) == 1 or sentence.fold(at - 1) in sentence.pack.abbreviations


def _joins(sentence: Sentence, at: int) -> bool:
    """A joining word stays inside the phrase if a determiner, a capital or a further join follows."""
    if at + 1 >= len(sentence.bits):
        return False
    after = sentence.bits[at + 1]
    if after < 0:
        return False
    return after & (CAPITAL | DETERMINER | JOIN) > 0 or not after & (STOP | CUE | ADJACENT | PRONOUN)


def opening_phrase(sentence: Sentence, at: int) -> Phrase:
    """The noun phrase that opens the clause of *at*: with the verb at its end, mostly the subject."""
    begin = at
    while begin > 0 and not (sentence.bits[begin - 1] < 0 and sentence.words[begin - 1] in ";:–—.!?"):
        begin -= 1
    if begin >= at or (sentence.bits[begin] & STOP and not sentence.bits[begin] & (DETERMINER | PRONOUN)):
        return 0, 0
    return sound(sentence, noun_phrase(sentence, begin))


def with_apposition(sentence: Sentence, phrase: Phrase, limit: int) -> Phrase:
    """``said the director of the station, Marc Lavigne``: the name after the role's comma belongs to the phrase."""
    begin, end = phrase
    if not begin < end < limit - 2 or sentence.words[end] != ",":
        return phrase
    own = sentence.bits[begin:end]
    if not (own[0] & DETERMINER or any(b & ROLE_END for b in own)):
        if any(b & CAPITAL for b in own):
            return phrase
    if _bears_a_name(sentence, begin, end):
        return phrase
    stop = end + 1
    while stop < limit and sentence.bits[stop] & (NAME | PARTICLE):
        stop += 1
    names = [b for b in sentence.bits[end + 1 : stop] if b & NAME]
    closed = stop == limit or sentence.bits[stop] < 0
    return (begin, stop) if len(names) >= 2 and closed and sentence.bits[end + 1] & NAME else phrase


def _bears_a_name(sentence: Sentence, begin: int, end: int) -> bool:
    """Say whether a phrase has a name of two words, and not only what its role is of (head of Harbour Board)."""
    for at in range(begin, end - 1):
        if (
            sentence.bits[at] & sentence.bits[at + 1] & NAME
            and sentence.bits[at] > 0
            and not sentence.bits[at] & ROLE_END
        ):
            first = at
            while first > begin and sentence.bits[first - 1] & NAME and not sentence.bits[first - 1] & ROLE_END:
                first -= 1
            of = first > begin + 1 and sentence.fold(first - 1) in sentence.pack.genitives
            if not of and not sentence.bits[first] & ORGANISATION:
                return True
    return False


def sound(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Return *phrase* if it can name somebody, else an empty one: no lone adverb, no verb for a noun."""
    own = sentence.bits[phrase[0] : phrase[1]]
    if len(own) == 1 and own[0] & (STOP | ADVERB | THAT) and not own[0] & (PRONOUN | DETERMINER):
        if not (own[0] & CAPITAL and phrase[0]):
            return 0, 0
    if own and sentence.pack.nouns_capitalised and not any(b & (CAPITAL | PRONOUN) for b in own):
        return 0, 0
    return phrase


def has_name(sentence: Sentence, begin: int, end: int) -> bool:
    """Say whether a name or a role is among some words."""
    return any(b & (NAME | ROLE_END) for b in sentence.bits[begin:end])


def names_somebody(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether a phrase has a name, a role, a pronoun or a determiner and is no adverbial."""
    if sentence.cased and not sentence.pack.nouns_capitalised and is_adverbial(sentence, phrase):
        return False
    own = sentence.bits[phrase[0] : phrase[1]]
    return not sentence.cased or any(b & (NAME | CAPITAL | ROLE_END | PRONOUN | DETERMINER) for b in own)


def is_adverbial(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether a phrase begins with a small word that is no article, or stands right behind one."""
    own = sentence.bits[phrase[0]]
    if own & STOP and not own & (DETERMINER | PRONOUN):
        return True
    first = sentence.bits[phrase[0] - 1] if phrase[0] else 0
    return first > 0 and first & STOP > 0 and not first & DETERMINER


_LONGEST_NAME = 5
BEFORE_A_NAME = DETERMINER | MENTION | ORGANISATION


def is_marked_name(sentence: Sentence, at: int) -> bool:
    """Say whether the quotation at *at* can be a name: few words, the first with a capital, no sign at the end."""
    body = sentence.words[at].strip(EDGE_MARKS)
    count = len(body.split())
    return body[:1].isupper() and (body[-1:].isalnum() or (count == 1 and body[-1] == ".")) and count <= _LONGEST_NAME


def marked_name_end(sentence: Sentence, at: int) -> int:
    """``wrote the "Post"``, ``пишет газета «…»``: the end of a name in marks that begins at *at*, 0 when none does."""
    end = at
    while end < len(sentence.bits) and end < at + 3 and sentence.bits[end] > 0 and sentence.bits[end] & BEFORE_A_NAME:
        end += 1
    if end >= len(sentence.bits) or sentence.bits[end] != QUOTED or not is_marked_name(sentence, end):
        return 0
    return end + 1
