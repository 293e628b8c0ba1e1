# SPDX-License-Identifier: Apache-2.0
"""Read the noun phrase that names a speaker: name, role, what the role is of, apposition.

Comes in: a sentence and the word at which a phrase may begin.  Goes out: a range of words or None, and whether a range
can be somebody.  Knows nothing of cues and quotations beside it.
"""

from __future__ import annotations

from docforge.detect.quotation_marks import EDGE_MARKS
from docforge.detect.sentences import Sentence
from docforge.detect.speech.attribution import Phrase
from docforge.detect.word_bits import (
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

__all__ = [
    "BEFORE_A_NAME",
    "LONGEST_PHRASE",
    "has_name",
    "is_adverbial",
    "is_inside_phrase",
    "is_marked_name",
    "marked_name",
    "name_run",
    "names_somebody",
    "noun_phrase",
    "opening_phrase",
    "sound",
    "sound_phrase",
    "with_apposition",
]

LONGEST_PHRASE = 14
"""Words of a noun phrase."""
BEFORE_A_NAME = DETERMINER | MENTION | ORGANISATION
"""What stands between a cue and the name in marks of who speaks: the "Post", газета «…»."""
_MOST_BEFORE_A_NAME = 3
_LONGEST_NAME = 5
"""Words of a name in marks."""
_JOINING_SIGNS = frozenset("&/'’")


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


# -- where a phrase begins and ends


def noun_phrase(sentence: Sentence, at: int) -> Phrase | None:
    """Return the noun phrase that begins at *at*, or behind the adverbs there."""
    row, pack = sentence.bits, sentence.pack
    last = len(row)
    begin = at
    while begin < last and row[begin] & ADVERB and not row[begin] & (DETERMINER | PRONOUN):
        begin += 1
    if begin == last:
        return None
    if row[begin] & PRONOUN:
        return begin, begin + 1
    if not _may_begin(sentence, begin, at):
        return None
    last = min(last, begin + LONGEST_PHRASE)
    end = begin + 1
    while end < last:
        bits, before = row[end], row[end - 1]
        if bits < 0:
            if not is_inside_phrase(sentence, end):
                break
        elif bits == QUOTED or (bits & PRONOUN and not bits & CAPITAL):
            break
        elif pack.addressees and end - begin >= 2 and not bits & CAPITAL and _is_told(sentence, end):
            break  # said Minister Ann Lee to the agency
        elif bits & JOIN and not bits & PRONOUN:
            if not _joins(row, end):
                break
        elif bits & DETERMINER and not bits & CAPITAL:
            if not before & (JOIN | DETERMINER):
                break
        elif bits & PARTICLE and before & NAME and _leads_to_name(row, end):
            pass
        elif _closes(bits) if bits & _NO_NOUN else pack.nouns_capitalised and before & CAPITAL and _is_verb(bits):
            break
        end += 1
    end = _without_loose_end(sentence, begin, end)
    return (begin, end) if end > begin else None


_NO_NOUN = STOP | CUE | THAT


def _may_begin(sentence: Sentence, begin: int, at: int) -> bool:
    """Say whether a noun phrase, looked for at *at*, may begin with word *begin*."""
    bits = sentence.bits[begin]
    if bits < 0:
        return _is_initial(sentence, begin)
    if bits == QUOTED:
        return False
    if bits & DETERMINER and not bits & CAPITAL:
        return True
    if bits & CAPITAL and at and not sentence.pack.nouns_capitalised:
        if begin + 1 < len(sentence.bits) and sentence.bits[begin + 1] & NAME:
            return True  # said Per Anders Vik, said Will Smith
    if bits & _NO_NOUN:
        return bits & (CUE | STOP | CAPITAL) == CUE | CAPITAL
    return not sentence.words[begin][0].isdigit()


def _without_loose_end(sentence: Sentence, begin: int, end: int) -> int:
    """Return *end*, or where a phrase ends without the article, joining word or sign that nothing follows."""
    row, words = sentence.bits, sentence.words
    while end > begin and (row[end - 1] & (JOIN | DETERMINER) or words[end - 1] in _JOINING_SIGNS):
        if row[end - 1] & (CAPITAL | PRONOUN):
            break
        end -= 1
    return end


def _closes(bits: int) -> bool:
    """Say whether a word of no noun (of ``_NO_NOUN``) closes a phrase: not if a capital makes it part of a name."""
    return not bits & CAPITAL or (bits & THAT > 0 and bits & (CUE | STOP) != CUE)


def _is_verb(bits: int) -> bool:
    """Say whether a word is one, where nouns have capitals: nothing unknown in small letters follows a noun else."""
    return not bits & (KNOWN | CAPITAL | ROLE_END) or (bits & ADJACENT > 0 and not bits & (CAPITAL | JOIN))


def _leads_to_name(row: list[int], at: int) -> bool:
    """Say whether a particle that is no word of the language (de, van der) is at *at*, with a name behind it."""
    if row[at] & (STOP | JOIN | DETERMINER | CAPITAL):
        return False
    for bits in row[at + 1 : at + 3]:
        if bits & NAME:
            return True
        if not bits & PARTICLE:
            return False
    return False


def _is_told(sentence: Sentence, end: int) -> bool:
    """Say whether who was told it begins at *end*, right behind a name of two words or a role with a name."""
    addressees, fold = sentence.pack.addressees, sentence.fold(end)
    if fold not in addressees and fold[: fold.find("'") + 1] not in addressees:
        return False
    last, before = sentence.bits[end - 1], sentence.bits[end - 2]
    if not last & NAME or last & (ROLE_END | ORGANISATION):
        return False
    return before & (NAME | ROLE_END) > 0 and not before & ORGANISATION


def _joins(row: list[int], at: int) -> bool:
    """A joining word stays inside the phrase if a determiner, a capital or a further join follows."""
    after = row[at + 1] if at + 1 < len(row) else -1
    if after < 0:
        return False
    return after & (CAPITAL | DETERMINER | JOIN) > 0 or not after & (STOP | CUE | ADJACENT | PRONOUN)


def is_inside_phrase(sentence: Sentence, at: int) -> bool:
    """Say whether the sign at *at* may stand inside a phrase: a joining one, the full stop of an initial."""
    return sentence.words[at] in _JOINING_SIGNS or _is_initial(sentence, at)


def _is_initial(sentence: Sentence, at: int) -> bool:
    """Say whether the sign at *at* is the full stop of an initial or abbreviation before a name."""
    if sentence.words[at] != "." or not at or at + 1 >= len(sentence.bits) or not sentence.bits[at + 1] & CAPITAL:
        return False
    return len(sentence.words[at - 1]) == 1 or sentence.fold(at - 1) in sentence.pack.abbreviations


def opening_phrase(sentence: Sentence, at: int) -> Phrase | None:
    """Return the noun phrase that opens the clause of *at*: with the verb at its end, mostly the subject."""
    row = sentence.bits
    begin = at
    while begin > 0 and not (row[begin - 1] < 0 and sentence.words[begin - 1] in ";:–—.!?"):
        begin -= 1
    if begin >= at or (row[begin] & STOP and not row[begin] & (DETERMINER | PRONOUN)):
        return None
    return sound_phrase(sentence, begin)


def with_apposition(sentence: Sentence, phrase: Phrase, limit: int) -> Phrase:
    """``said the director of the station, Marc Lavigne``: the name after the role's comma belongs to the phrase."""
    begin, end = phrase
    if end >= limit - 2 or sentence.words[end] != ",":
        return phrase
    row = sentence.bits
    own = row[begin:end]
    if not (own[0] & DETERMINER or any(b & ROLE_END for b in own)):
        if any(b & CAPITAL for b in own):
            return phrase
    if _bears_a_name(sentence, begin, end):
        return phrase
    stop = end + 1
    while stop < limit and row[stop] & (NAME | PARTICLE):
        stop += 1
    names = [b for b in row[end + 1 : stop] if b & NAME]
    closed = stop == limit or row[stop] < 0
    return (begin, stop) if len(names) >= 2 and closed and row[end + 1] & NAME else phrase


def _bears_a_name(sentence: Sentence, begin: int, end: int) -> bool:
    """Say whether a phrase has a name of two words, and not only what its role is of (head of Harbour Board)."""
    row = sentence.bits
    for at in range(begin, end - 1):
        if row[at] & row[at + 1] & NAME and not row[at] & ROLE_END:
            first = at
            while first > begin and row[first - 1] & NAME and not row[first - 1] & ROLE_END:
                first -= 1
            of = first > begin + 1 and sentence.fold(first - 1) in sentence.pack.genitives
            if not of and not row[first] & ORGANISATION:
                return True
    return False


# -- whether a phrase is somebody


def sound_phrase(sentence: Sentence, at: int) -> Phrase | None:
    """Return the noun phrase that begins at *at*, if it can name somebody."""
    phrase = noun_phrase(sentence, at)
    return phrase and sound(sentence, phrase)


def sound(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Return *phrase* if it can name somebody: it is no lone adverb, no verb for a noun."""
    begin, end = phrase
    first = sentence.bits[begin]
    if end - begin == 1 and first & (STOP | ADVERB | THAT) and not first & (PRONOUN | DETERMINER):
        if not (first & CAPITAL and begin):
            return None
    if sentence.pack.nouns_capitalised and not any(b & (CAPITAL | PRONOUN) for b in sentence.bits[begin:end]):
        return None
    return phrase


def has_name(sentence: Sentence, begin: int, end: int) -> bool:
    """Say whether a name or a role is among some words."""
    return any(b & (NAME | ROLE_END) for b in sentence.bits[begin:end])


def names_somebody(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether a phrase has a name, a role, a pronoun or a determiner and is no adverbial."""
    if not sentence.cased:
        return True
    if not sentence.pack.nouns_capitalised and is_adverbial(sentence, phrase):
        return False
    wanted = NAME | CAPITAL | ROLE_END | PRONOUN | DETERMINER
    return any(b & wanted for b in sentence.bits[phrase[0] : phrase[1]])


def is_adverbial(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether a phrase begins with a small word that is no article, or stands right behind one."""
    begin = phrase[0]
    own = sentence.bits[begin]
    if own & STOP and not own & (DETERMINER | PRONOUN):
        return True
    return begin > 0 and sentence.bits[begin - 1] & (STOP | DETERMINER) == STOP


# -- a name in marks


def is_marked_name(sentence: Sentence, at: int) -> bool:
    """Say whether the quotation at *at* can be a name: few words, the first with a capital, no sign at the end."""
    body = sentence.words[at].strip(EDGE_MARKS)
    count = len(body.split())
    return body[:1].isupper() and (body[-1:].isalnum() or (count == 1 and body[-1] == ".")) and count <= _LONGEST_NAME


def marked_name(sentence: Sentence, at: int) -> Phrase | None:
    """``wrote the "Post"``, ``пишет газета «…»``: return the name in marks that begins at *at*."""
    row = sentence.bits
    end, last = at, len(row)
    while end < last and end < at + _MOST_BEFORE_A_NAME and row[end] & BEFORE_A_NAME:
        end += 1
    return (at, end + 1) if end < last and row[end] == QUOTED and is_marked_name(sentence, end) else None
