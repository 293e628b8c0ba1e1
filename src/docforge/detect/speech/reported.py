# SPDX-License-Identifier: Apache-2.0
"""Find speech that is reported without marks: "Tokayev stressed that …", "…, the minister said".

Comes in: one sentence without quotations.  Goes out: who, and the range of what is reported.
Cautious: a sentence counts only when its cue has a subject and a clause.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from docforge.detect.sentences import Sentence
from docforge.detect.speaking import CLAUSE_REACH, CUES, LONGEST_TAIL, SHORT_TAIL, SOURCE_REACH, SOURCES
from docforge.detect.speech.attribution import Attribution, Phrase, attribution, phrase_cue
from docforge.detect.speech.inversion import inverted
from docforge.detect.speech.noun_phrases import name_run, noun_phrase, with_apposition
from docforge.detect.speech.sources import as_said
from docforge.detect.speech.subjects import subject_before
from docforge.detect.word_bits import (
    CAPITAL,
    CUE,
    DETERMINER,
    END,
    FRAME_REPORTED,
    JOIN,
    NAME,
    ORGANISATION,
    OUTLINE_COMMA,
    OUTLINE_MARK,
    OUTLINE_QUOTED,
    OUTLINE_SIGN,
    PRONOUN,
    ROLE_END,
    SOURCE,
    STOP,
    THAT,
    outline_class,
)
from docforge.patterns import is_small

__all__ = ["reported_speech"]

_MIN_WORDS = 3
_CLAUSE = 4
"""Words of what is reported where it stands first; ``Her daughter, Anna, confirmed …`` has fewer before the comma."""
_SHORT = 5
"""Words of a name in a script without capitals."""
_LONGEST_NAMELESS = 4
"""Words of a source without a name, where no comma closes it."""
Reported: TypeAlias = tuple[Attribution, int, int]
"""Who reports it and by which word, and where what is reported begins and ends in the block."""
_REPORTED = re.compile(outline_class(FRAME_REPORTED))
_SIGNS = bytes(value for value in range(OUTLINE_SIGN, OUTLINE_MARK + 1) if value != OUTLINE_QUOTED)


def reported_speech(sentence: Sentence) -> Reported | None:
    """Return the attribution of a reported clause and its range in the block, or None."""
    for k in sentence.places(CUES):
        if k and sentence.bits[k] & CAPITAL and sentence.pack.nouns_capitalised:
            continue
        length = phrase_cue(sentence, k, CUE)
        if not length:
            continue
        found = _that_clause(sentence, k, length) or _trailing(sentence, k, length)
        if found is not None:
            return found
    if sentence.bits[0] & SOURCE:
        return _source_first(sentence) or _source_then_word(sentence) or _source_clause(sentence)
    return _source_then_word(sentence)


def _fits(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether some words, none perhaps, can name who reports."""
    head = sentence.words[phrase[0] : phrase[1]]
    if not any(c.isalpha() for word in head for c in word):
        return False
    if len(head) <= _SHORT and not any(word[0].isupper() or is_small(word[0]) for word in head):
        return True  # a script without capitals
    return any(b & (CAPITAL | PRONOUN | DETERMINER | ROLE_END) for b in sentence.bits[phrase[0] : phrase[1]])


def _that_clause(sentence: Sentence, cue: int, length: int) -> Reported | None:
    """``NP cue[,] that …``; also without "that" where the language drops it (``cue`` + pronoun or determiner)."""
    pack = sentence.pack
    at = cue + length
    clause = _REPORTED.search(sentence.frames, at, at + CLAUSE_REACH)
    if clause is None:
        after = sentence.bits[at] if at < len(sentence.bits) else 0
        if not after & (PRONOUN | DETERMINER) or not pack.drops_that:
            return None
        if not after & PRONOUN and not _is_clause(sentence, cue, at):
            return None
        at -= 1
    else:
        at = clause.start()
        if at > cue + length and at + 1 < len(sentence.bits) and sentence.fold(at + 1) in pack.auxiliaries:
            return None  # proposed new rules that would …
    if len(sentence.bits) - at - 1 < _MIN_WORDS:
        return None
    phrase = inverted(sentence, cue + length) or subject_before(sentence, cue, 0)
    if phrase is None or not _fits(sentence, phrase):
        # The verb comes first: وأكد الرئيس أن …
        phrase = (cue + length, at)
        if not _fits(sentence, phrase) or any(b < 0 for b in sentence.bits[phrase[0] : phrase[1]]):
            return None
        if cue and sentence.words[0][:1].isupper():
            return None
    end = _last(sentence)
    said = attribution("reported", sentence, (cue, cue + length), phrase)
    opens = at + 2 if sentence.words[at + 1] == "," else at + 1
    start = sentence.starts[opens]
    return (said, start, end) if end > start else None


def _is_clause(sentence: Sentence, cue: int, at: int) -> bool:
    """Tell ``said the bridge had opened`` from ``told the story of the bridge``: the clause from *at* has a verb."""
    pack = sentence.pack
    if not pack.auxiliaries or sentence.fold(cue) in pack.clause_cues:
        return True
    return any(sentence.fold(k) in pack.auxiliaries for k in range(at + 1, len(sentence.bits)))


def _trailing(sentence: Sentence, cue: int, length: int) -> Reported | None:
    """``Clause, NP cue.`` and ``Clause, cue NP.``."""
    comma = sentence.frames.rfind(OUTLINE_COMMA, 0, cue)
    if comma < 0 or len(sentence.frames[:comma].translate(None, _SIGNS)) < _CLAUSE:
        return None
    tail = len(sentence.bits) - (cue + length)
    if tail > LONGEST_TAIL:
        return None
    if cue == comma + 1:
        phrase = noun_phrase(sentence, cue + length)
    elif tail <= SHORT_TAIL:
        phrase = subject_before(sentence, cue, comma + 1)
        if phrase and phrase[0] > comma + 1 and sentence.bits[comma + 1] & STOP:
            return None
    else:
        return None
    if phrase is None or not _fits(sentence, phrase):
        return None
    said = attribution("reported", sentence, (cue, cue + length), phrase)
    return said, sentence.starts[0], sentence.end(comma - 1)


def _source_first(sentence: Sentence) -> Reported | None:
    """``According to NP, clause``."""
    own = _own_words(sentence)
    if own is not None:
        return own
    phrases = sentence.pack.according.get(sentence.fold(0), ())
    ahead = sentence.folds(0, len(phrases[0])) if phrases else ()
    for words in phrases:
        if ahead[: len(words)] == words and len(sentence.bits) > len(words) + _MIN_WORDS:
            phrase = _named_source(sentence, len(words))
            rest = _clause_behind(sentence, phrase[1]) if phrase else -1
            if phrase is None or rest < 0:
                return None
            return attribution("according", sentence, (0, len(words)), phrase), sentence.starts[rest], _last(sentence)
    return None


def _named_source(sentence: Sentence, at: int) -> Phrase | None:
    """Return the source that begins at word *at*, if where it ends and the clause begins can be told."""
    pack = sentence.pack
    phrase = noun_phrase(sentence, at)
    if phrase is None:
        return None
    if pack.verb_second:
        phrase = phrase[0], _before_verb(sentence, phrase)
    phrase = begin, end = with_apposition(sentence, phrase, len(sentence.bits))
    if end >= len(sentence.bits) or (sentence.fold(0) in pack.openings and not _is_somebody(sentence, phrase)):
        return None
    sign = sentence.words[end]
    if sign not in ",،" and not _fits(sentence, phrase):
        return None
    if sign != "," and end - begin > _LONGEST_NAMELESS and not any(b & NAME for b in sentence.bits[begin:end]):
        return None
    return phrase


def _clause_behind(sentence: Sentence, at: int) -> int:
    """Return where the clause begins behind a source that ends at word *at*, -1 where too few words follow."""
    row, words = sentence.bits, sentence.words
    last = len(row)
    rest = next((k for k in range(at, last) if row[k] >= 0), last)
    if not sentence.pack.verb_second:
        comma = next((k for k in range(at, last) if words[k] in ",،"), last)
        rest = comma + 1 if comma + _MIN_WORDS < last else rest
    return rest if last - rest >= _MIN_WORDS else -1


def _is_somebody(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether a phrase has a role or pronoun, or a name where only names have capitals."""
    wanted = ROLE_END | PRONOUN if sentence.pack.nouns_capitalised else ROLE_END | PRONOUN | NAME
    return any(bits & wanted for bits in sentence.bits[phrase[0] : phrase[1]])


def _own_words(sentence: Sentence) -> Reported | None:
    """``In her words, clause``: the source is a pronoun within the phrase."""
    phrases = sentence.pack.own_words.get(sentence.fold(0))
    if phrases is None:
        return None
    ahead = sentence.folds(0, max([len(words) for words, _ in phrases]))
    for words, place in phrases:
        count = len(words)
        if len(sentence.bits) <= count + _MIN_WORDS or ahead[:count] != words:
            continue
        if sentence.bits[count] & NAME:
            continue  # Potrivit lui Ion Ionescu: the pronoun is the article of the name.
        rest = count + 1 if sentence.words[count] in ",،" else count
        said = attribution("according", sentence, (0, count), (place, place + 1))
        return said, sentence.starts[rest], _last(sentence)
    return None


def _before_verb(sentence: Sentence, phrase: Phrase) -> int:
    """``Enligt ministern går sex turer``: return where the source ends and the verb stands.

    A role, an organisation or a name ends it, with the names and joined words that follow; otherwise it stays whole.
    """
    bits = sentence.bits
    begin, end = phrase
    head = next((k for k in range(begin, end) if bits[k] & (ROLE_END | ORGANISATION) and not bits[k] & DETERMINER), -1)
    if head < 0:
        head = next((k for k in range(begin, end) if bits[k] & NAME), end) - 1
    at = head + 1
    while at < end:
        run = name_run(sentence, at)
        if run > at:
            at = run
        elif bits[at] & JOIN and at + 1 < end:
            at += 1
            while at + 1 < end and bits[at] & (JOIN | DETERMINER):
                at += 1
            at += 1
        else:
            break
    return max(begin, min(at, end)) if head >= begin or at > begin else end


def _source_then_word(sentence: Sentence) -> Reported | None:
    """``NP zufolge, clause`` and verb-final ``NP göre clause``: the word that makes it a source stands behind it."""
    pack = sentence.pack
    if not pack.according_after:
        return None
    for k in sentence.places(SOURCES, 1, min(len(sentence.bits) - _MIN_WORDS, SOURCE_REACH)):
        if sentence.fold(k) in pack.according_after:
            rest = k + 2 if sentence.words[k + 1] in ",،" else k + 1
            # Latvian has a preposition too: Pēc ministres teiktā, …
            begin = int(k > 1 and sentence.bits[0] & (STOP | DETERMINER | PRONOUN) == STOP)
            if any(b < 0 for b in sentence.bits[:k]) or len(sentence.bits) - rest < _MIN_WORDS:
                return None
            said = attribution("according", sentence, (k, k + 1), (begin, k))
            return said, sentence.starts[rest], _last(sentence)
    return None


def _source_clause(sentence: Sentence) -> Reported | None:
    """``As the mayor said on Monday, clause``."""
    said = as_said(sentence, len(sentence.bits))
    if said is None:
        return None
    edge = max(said.cue_end, said.end)
    comma = next(k for k, start in enumerate(sentence.starts) if start >= edge and sentence.words[k] in ",،")
    if len(sentence.bits) - comma - 1 < _MIN_WORDS or sentence.bits[comma + 1] & THAT:
        return None
    return said, sentence.starts[comma + 1], _last(sentence)


def _last(sentence: Sentence) -> int:
    """Return the end of the sentence without its full stop."""
    tail = sentence.bits[-1]
    return sentence.end(-2 if len(sentence.bits) > 1 and tail < 0 and tail & END else -1)
