# SPDX-License-Identifier: Apache-2.0
"""How each language attributes words, as data: one TOML file per language, ``und`` for all others.

A pack names the words that attribute (``cues``), the words that end a noun phrase (``stops``), pronouns, roles and
the words that make quoted words a mention.  ``{a,b}`` in a phrase stands for its alternatives, so that inflected
forms stay readable.  Keys are explained in ``docs/quotes.md``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

import tomli

from docforge.detect.quotation_marks import DASHES, MARKS
from docforge.detect.word_bits import (
    ADJACENT,
    ADVERB,
    AS,
    CAPITAL,
    CITES,
    COMMA,
    CUE,
    CUE_PHRASE,
    DETERMINER,
    END,
    FRAGMENT,
    FRAME_BESIDE,
    FRAME_CAPITAL,
    FRAME_CUE,
    FRAME_PHRASE,
    FRAME_REPORTED,
    FRAME_SOURCE,
    FRAME_SUBJECT,
    IMPERSONAL,
    JOIN,
    MENTION,
    MOOD,
    NAME,
    NO_NAME,
    ORGANISATION,
    OUTLINE_ATTRIBUTES,
    OUTLINE_BREAK,
    OUTLINE_COMMA,
    OUTLINE_DOT,
    OUTLINE_END,
    OUTLINE_MARK,
    OUTLINE_NAME,
    OUTLINE_NO_TITLE,
    OUTLINE_ORGANISATION,
    OUTLINE_PARTICLE,
    OUTLINE_ROLE,
    OUTLINE_SIGN,
    OUTLINE_SPEAKS,
    OUTLINE_STOP,
    PARTICLE,
    PHRASE,
    PRONOUN,
    REPORTED,
    ROLE,
    ROLE_END,
    SIGN,
    SOURCE,
    STOP,
    THAT,
    WITHIN,
)
from docforge.patterns import SENTENCE_ENDS, any_of
from docforge.records import dataclass

__all__ = ["QuotePack", "Titles", "available_packs", "expand", "quote_pack"]

_FOLDER = Path(__file__).resolve().parent

_BITS = {
    "cues": CUE, "cues_adjacent": ADJACENT, "cues_fragment": FRAGMENT, "that": THAT, "stops": STOP, "joins": JOIN,
    "determiners": DETERMINER, "organisations": ORGANISATION, "mention": MENTION, "adverbs": ADVERB,
    "no_names": NO_NAME, "reported": REPORTED, "mood": MOOD,
    "as": AS, "cites": CITES, "within": WITHIN, "impersonal": IMPERSONAL,
}  # fmt: skip
_BRACES = re.compile(r"\{([^{}]*)\}")


def expand(phrase: str) -> list[str]:
    """Return the phrases that *phrase* stands for: ``sa{id,ys}`` gives ``said`` and ``says``."""
    match = _BRACES.search(phrase)
    if match is None:
        return [phrase]
    head, tail = phrase[: match.start()], phrase[match.end() :]
    return [full for choice in match[1].split(",") for full in expand(head + choice + tail)]


def folded(word: str) -> str:
    """Return *word* case-folded, ``’`` as ``'``."""
    return word.casefold().replace("’", "'")


class _Folds(dict[str, str]):
    """Words to their folded form, in NFC as the packs are: the same small words are asked for again and again."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        loose = not word.isascii() and len(word) <= _LONGEST_WORD
        fold = self[word] = folded(normalize("NFC", word) if loose else word)
        return fold


FOLDS = _Folds()


def _folded(phrase: str) -> str:
    return " ".join(normalize("NFC", phrase).casefold().replace("’", "'").split())


_PARTICLES = frozenset(
    ("van", "von", "de", "del", "della", "di", "da", "dos", "das", "du", "der", "den", "la", "le", "el", "al", "bin",
     "ibn", "ben", "ter", "ten", "zu", "af", "av", "y", "e")
)  # fmt: skip
_SIGNS = dict.fromkeys(SENTENCE_ENDS, SIGN | END) | {",": SIGN | COMMA, "،": SIGN | COMMA}
_LONGEST_WORD = 100
"""Characters of the longest word that a pack may hold; to put thousands of marks in order takes far longer."""
_MOST_KNOWN = 40_000


_LONGEST_KNOWN = 60
"""Longer chunks are not kept: they hardly return, and in scripts without blanks they are whole sentences."""
_SIGNS_ON_LETTERS = (
    r"\u0300-\u036f\u0591-\u05bd\u05bf-\u05c2\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0980-\u0983\u09bc-\u09cd\u09d7"
    r"\u0a01-\u0a03\u0a3c-\u0a4d\u0a70\u0a71\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b57\u0b82\u0bbe-\u0bcd"
    r"\u0c00-\u0c04\u0c3c-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d4d\u0d81-\u0d83\u0dca-\u0ddf"
)
"""Vowel signs and the like, which ``\\w`` does not count to the word: Hebrew, Arabic and the scripts of India."""
_PIECE = re.compile(rf"\w+(?:[-'’‘.ʻʼ՛՜՞\u200c\u200d\u00ad\u2011״׳\"](?=\w)\w+|[{_SIGNS_ON_LETTERS}]+\w*)*|[^\w\s]")


_OUTLINED_BITS = (
    (NAME, OUTLINE_NAME), (PARTICLE, OUTLINE_PARTICLE), (CUE | ADJACENT, OUTLINE_SPEAKS), (ROLE_END, OUTLINE_ROLE),
    (ORGANISATION, OUTLINE_ORGANISATION), (STOP | CUE | JOIN | DETERMINER | CAPITAL, OUTLINE_NO_TITLE),
    (CUE | CUE_PHRASE | SOURCE, OUTLINE_ATTRIBUTES),
)  # fmt: skip
_FRAMED_BITS = (
    (CAPITAL, FRAME_CAPITAL), (ADJACENT | FRAGMENT, FRAME_BESIDE), (CUE | CUE_PHRASE, FRAME_CUE),
    (SOURCE, FRAME_SOURCE), (PHRASE, FRAME_PHRASE), (REPORTED, FRAME_REPORTED), (PRONOUN | DETERMINER, FRAME_SUBJECT),
)  # fmt: skip
_OUTLINED_SIGNS = dict.fromkeys(MARKS | DASHES, OUTLINE_MARK) | {
    ".": OUTLINE_STOP, ",": OUTLINE_COMMA, "،": OUTLINE_COMMA,
}  # fmt: skip
_OF_SIGNS = {value: bytes((value, value)) for value in range(OUTLINE_SIGN, OUTLINE_MARK + 1)}
_CLOSING_STOP = bytes((OUTLINE_STOP, OUTLINE_END))
"""Of a full stop right behind a word that it does not abbreviate: in a frame it is as good as any other sign."""
BREAK = "\n"
"""What stands for the break between two texts among the chunks of ``Known``: no chunk has blanks."""


def abbreviates(word: str, bits: int, pack: QuotePack) -> bool:
    """Say whether the full stop behind *word* is no sentence's: an abbreviation, an initial, a number of two digits."""
    if len(word) <= 2 and (word.isdigit() or (len(word) == 1 and bits & CAPITAL)):
        return True
    return FOLDS[word] in pack.abbreviations


class Known(dict[str, tuple[Any, ...]]):
    """What stands between blanks, cut and looked up only once, to four values for each word or sign in it, in one row.

    They are its bits, its two outlines, how it is written, and the step from its start to that of the next one (from
    the last to what begins one blank after).  One row, because a text's rows are then put together in one go.
    """

    pack: QuotePack
    shared: dict[int, tuple[int, bytes]]
    """Bits to the same and their outlines: equal bits are one object, for few objects stay near the processor."""

    def __missing__(self, chunk: str) -> tuple[Any, ...]:
        if chunk.isalnum():
            made = (*self._outlined(chunk), chunk, len(chunk) + 1)
        elif chunk == BREAK:
            made = (SIGN, _OF_SIGNS[OUTLINE_BREAK], BREAK, 0)
        else:
            found = list(_PIECE.finditer(chunk))
            ends = [match.start() for match in found[1:]] + [len(chunk) + 1]
            row: list[Any] = []
            signs = self.pack.signs
            for match, end in zip(found, ends, strict=True):
                word = match.group()
                if word in signs and not (row and len(row[-2]) == 1):
                    word = signs[word]  # A full stop after one letter is that of an initial.
                bits, outlines = self._outlined(word)
                if bits < 0 and bits & END:
                    if match is not found[-1] or self._abbreviates(word, row):
                        outlines = _OF_SIGNS[OUTLINE_DOT if word == "." else OUTLINE_SIGN]
                    elif word == "." and row:
                        outlines = _CLOSING_STOP
                row += [bits, outlines, word, end - match.start()]
            made = tuple(row)
        if len(chunk) <= _LONGEST_KNOWN:
            if len(self) >= _MOST_KNOWN:
                self.clear()
                self.shared.clear()
            self[chunk] = made
        return made

    def _abbreviates(self, sign: str, row: Sequence[Any]) -> bool:
        """Say whether *sign* is the full stop of an abbreviation, an initial or a small number that ends *row*."""
        return sign == "." and len(row) >= 4 and row[-4] >= 0 and abbreviates(row[-2], row[-4], self.pack)

    def _outlined(self, word: str) -> tuple[int, bytes]:
        bits = self._look(word)
        if bits < 0:
            return bits, _OF_SIGNS[_OUTLINED_SIGNS.get(word) or (OUTLINE_END if bits & END else OUTLINE_SIGN)]
        known = self.shared.get(bits)
        if known is None:
            outline = sum([own for of, own in _OUTLINED_BITS if bits & of])
            frame = sum([own for of, own in _FRAMED_BITS if bits & of])
            known = self.shared[bits] = bits, bytes((outline, frame))
        return known

    def _look(self, word: str) -> int:
        pack = self.pack
        fold = FOLDS[word]
        bits = pack.words.get(fold, 0)
        if not bits and not (word[0].isalnum() or word[0] == "_"):
            return _SIGNS.get(word, SIGN)
        if not bits and "'" in fold:
            # French and Italian write a short article with its noun: l'adjointe.
            bits = pack.words.get(fold.rpartition("'")[2], 0)
            bits = 0 if bits & DETERMINER else bits & (ROLE | ORGANISATION | MENTION)
        if "-" in fold and not bits and fold.rsplit("-", 1)[1] in pack.gender:
            # French inverts: dit-elle, a-t-il.
            bits = pack.words.get(fold.partition("-")[0], 0) & (CUE | ADJACENT | FRAGMENT)
        if word[0].isupper():
            bits |= CAPITAL
            if not bits & NO_NAME and not (pack.nouns_capitalised and bits & (STOP | DETERMINER | PRONOUN)):
                bits |= NAME
        if bits & ROLE or (pack.role_endings and fold.endswith(pack.role_endings)):
            bits |= ROLE_END
        elif "-" in fold and fold.rpartition("-")[2] in pack.role_of:
            bits |= ROLE_END  # ex-governador
        if bits & NAME and pack.mention_endings and fold.endswith(pack.mention_endings):
            bits |= MENTION
        if fold in pack.sources:
            bits |= SOURCE
        if fold in _PARTICLES and fold not in pack.no_particles:
            bits |= PARTICLE
        if fold in pack.phrases:
            bits |= PHRASE
            if any(bit & CUE for _, bit in pack.phrases[fold]):
                bits |= CUE_PHRASE
        return bits


@dataclass(frozen=True, slots=True)
class Titles:
    """How the titles of persons are made."""

    of: frozenset[str] = frozenset()
    """Words between a role and what it is of (*of* the board); such as are one with their noun end in ``'``."""
    also: frozenset[str] = frozenset()
    """Words that join two of what it is of (and)."""
    words: frozenset[str] = frozenset()
    """Words that stand beside roles: adjectives (former, foreign) and portfolios (finance)."""
    endings: tuple[str, ...] = ()
    """Ends of such words that no verb has (Russian -ых)."""
    honorifics: frozenset[str] = frozenset()
    """Roles that no office is meant by, so that no phrase behind them says what they are of (Herr *von* Rodow)."""
    former: frozenset[str] = frozenset()
    """Words that make another office of a role (*former*, *vice*); those that end in ``-`` begin the role (*ex-*)."""
    portfolios: frozenset[str] = frozenset()
    """Nouns after which the name of a minister begins (minister of *Finance* Ann Lee)."""
    articles: frozenset[str] = frozenset()
    """Articles, beyond those of the pack, after which unknown words before a role belong to it."""
    owner_before: bool = False
    """What it is of stands before the role (*Ostland* president)."""
    owner_behind: bool = False
    """What it is of stands behind the role without a word between (президент *Остландии*)."""
    owner_endings: tuple[str, ...] = ()
    """Ends of words that are more likely what a role is of than a surname."""
    case_forms: tuple[tuple[str, str], ...] = ()
    """Ends of given names in other cases, and how the name itself ends."""
    openings: tuple[tuple[str, ...], ...] = ()
    """Small words that open a surname (von der)."""


@dataclass(frozen=True, slots=True)
class QuotePack:
    """The words of one language, ready for look-up; all case-folded, ``’`` as ``'``."""

    language: str
    words: dict[str, int]
    """Single words to their bits."""
    phrases: dict[str, tuple[tuple[tuple[str, ...], int], ...]]
    """First word to the longer phrases that begin with it, longest first, with their bits."""
    gender: dict[str, str]
    """Pronoun to ``m``, ``f``, ``p`` (more than one) or ``c`` (any)."""
    role_of: dict[str, str]
    """Role word to its group (``president``, ``minister`` …)."""
    role_endings: tuple[str, ...]
    """Ends of compound words that are roles (German ``-sprecher``)."""
    mention_endings: tuple[str, ...]
    """Ends of compound words before a title or a name (German ``-zeitung``)."""
    openings: frozenset[str]
    """First words of ``according`` that name a source only where they open the sentence (für)."""
    articles: frozenset[str]
    """Words that make what looks like a cue a noun (the state)."""
    genitives: frozenset[str]
    """Words between an organisation and the name it belongs to (the Republic *of* …)."""
    conjunctions: frozenset[str]
    """Words that join two verbs of one subject where they may join two nouns as well (und)."""
    as_said: frozenset[str]
    """Words that open a sentence with its source as a clause (*as* the mayor said, …)."""
    auxiliaries: frozenset[str]
    """Verbs of which a clause that drops "that" and opens with a determiner has one, unless it follows …"""
    clause_cues: frozenset[str]
    """… one of these, which take no other object (said)."""
    examples: tuple[tuple[str, ...], ...]
    """Words between a noun and its examples (such as)."""
    relatives: frozenset[str]
    """Words that open a relative clause (which): what is quoted before them is no speech of its subject."""
    according: dict[str, tuple[tuple[str, ...], ...]]
    """First word to the phrases before the source ("according to") that begin with it, longest first."""
    according_after: frozenset[str]
    """Words after the source ("zufolge")."""
    agents: frozenset[str]
    """Words before who acts in the passive ("by")."""
    abbreviations: frozenset[str]
    """Words whose full stop does not end a sentence."""
    subject_marks: tuple[str, ...]
    """Endings or particles that mark the subject (은, は, ने), longest first."""
    final: bool
    """The verb closes the sentence: the speaker stands before the quotation, the cue after it."""
    unspaced: bool
    """Written without spaces between words."""
    nouns_capitalised: bool
    cue_pattern: re.Pattern[str] | None
    """For unspaced scripts: all cues, longest first."""
    adverb_pattern: re.Pattern[str] | None
    moody: bool
    """The mood of the verb marks reported speech (German ``sei``)."""

    verb_second: bool = False
    """The verb follows at once on what opens the sentence: after a source that stands first comes a verb."""
    addressees: frozenset[str] = frozenset()
    """Words that begin who was told it, right behind the name of who said it (der Agentur)."""
    verb_last: bool = False
    """Without being ``final``: adverbials stand between the subject and the verb that closes the clause."""
    portfolios: tuple[str, ...] = ()
    """What ministers are for, written between the name and the title (国土交通)."""
    case_endings: tuple[str, ...] = ()
    """Ends of words in cases that no word of a title has (Kazakh -ге, to)."""
    names: str = ""
    """In scripts without capitals: where names stand, ``before`` or ``behind`` their title; empty for not known."""
    joined_articles: tuple[str, ...] = ()
    """Articles written as one with their noun, which begin no name (Arabic ال)."""
    family_names: tuple[str, ...] = ()
    """How names begin (Korean)."""
    no_name_endings: tuple[str, ...] = ()
    """How words of a name's length end that are none (Korean -부, a ministry)."""
    verb_first: bool = False
    """The verb opens the clause: what stands before a second verb is a clause, not only who speaks (Arabic)."""
    no_name_beginnings: tuple[str, ...] = ()
    """How words begin that look like names in scripts without spaces and are none (周三, フランス)."""
    transliteration: str = ""
    """The characters that foreign names are spelt with (Chinese)."""
    name_ends: tuple[str, ...] = ()
    """Words that close a name before them in scripts without spaces (Chinese 在)."""
    titles: Titles = field(default_factory=Titles)
    no_particles: frozenset[str] = frozenset()
    """Small words that stand inside names elsewhere and not in this language (Indonesian di)."""
    own_words: dict[str, tuple[tuple[tuple[str, ...], int], ...]] = field(default_factory=dict)
    """First word to phrases of the source that hold a pronoun (in her words), longest first, with its place."""
    possessives: dict[str, str] = field(default_factory=dict)
    """The pronouns of ``own_words`` to ``m``, ``f``, ``p`` or ``c``."""
    signs: dict[str, str] = field(default_factory=dict)
    """Signs that are read as another one (the Armenian full stop as a colon)."""
    sources: frozenset[str] = frozenset()
    """First words of ``according`` and ``own_words``, ``according_after``, ``as_said``."""
    nominatives: frozenset[str] = frozenset()
    """Pronouns that can only be subjects: right behind a verb that comes second, they are the subject."""
    drops_that: bool = False
    """A reported clause may follow its cue without a word such as "that"."""
    marks_attached: bool = False
    """``subject_marks`` are endings, no words of their own (Korean 장관은)."""
    subject_stated: bool = False
    """No verb is without a subject of its own: where none is found, nobody is meant (English, not Spanish)."""
    dialogue_dashes: bool = False
    """A dash opens speech inside a paragraph too: ``Hon skrattar. – Vi väntar, säger hon.``"""
    closings: frozenset[str] = frozenset()
    """Words that open a sentence which tells who said the paragraph above (Det sier Ann Lee)."""
    no_topics: tuple[str, ...] = ()
    """How words and phrases end that bear a subject mark and are adverbials (Japanese について, Korean 에는)."""
    agencies_told: bool = False
    """An agency right behind the verb is who was told (Czech řekla ČTK): it bears no sign of its case."""
    parted_cues: re.Pattern[str] | None = None
    """For ``final`` unspaced scripts: the verbs of the cues, which stand apart from ``quotative`` (と知事は述べた)."""
    quotative: str = ""
    """The particle between a quotation and its verb (Japanese と)."""
    known: Known = field(default_factory=Known, compare=False, repr=False)
    """What is known of the chunks met so far; filled while texts are read."""

    def bits(self, word: str) -> int:
        """Return what *word* (case-folded) can be; 0 when the pack does not know it."""
        return self.words.get(word, 0)


@cache
def available_packs() -> tuple[str, ...]:
    """Return the languages that have a pack of their own, sorted."""
    names = (entry.name for entry in _FOLDER.iterdir())
    return tuple(sorted(n.removesuffix(".toml") for n in names if n.endswith(".toml") and n != "und.toml"))


@lru_cache(maxsize=256)
def quote_pack(language: str) -> QuotePack:
    """Return the pack for a BCP 47 tag: that of its language subtag, else the one for all languages."""
    subtag = language.replace("_", "-").split("-")[0].lower()
    return _load(_ALIASES.get(subtag, subtag) if subtag else "und")


_ALIASES = {
    "nb": "no", "nn": "no", "yue": "zh", "cmn": "zh", "iw": "he", "in": "id", "bs": "hr", "sh": "hr", "cnr": "sr",
    "mo": "ro",
}  # fmt: skip


@cache
def _load(subtag: str) -> QuotePack:
    if subtag not in available_packs():
        subtag = "und"
    raw = tomli.loads((_FOLDER / f"{subtag}.toml").read_text(encoding="utf-8"))
    return build_pack(subtag, raw)


def _listed(raw: dict[str, Any], key: str) -> list[str]:
    value = raw.get(key, [])
    entries = value.split("|") if isinstance(value, str) else value
    return [_folded(full) for entry in entries for full in expand(entry.strip()) if full.strip()]


def build_pack(language: str, raw: dict[str, Any]) -> QuotePack:
    """Make a pack from a parsed TOML table (``docs/quotes.md`` lists the keys)."""
    words: dict[str, int] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}

    def note(phrase: str, bit: int) -> None:
        parts = tuple(phrase.split())
        if len(parts) == 1:
            words[phrase] = words.get(phrase, 0) | bit
        else:
            phrases.setdefault(parts[0], []).append((parts, bit))

    for key, bit in _BITS.items():
        for phrase in _listed(raw, key):
            note(phrase, bit)
    gender = {p: g for g in "mfpc" for p in _listed(raw.get("pronouns", {}), g)}
    role_of = {role: group for group in raw.get("roles", {}) for role in _listed(raw["roles"], group)}
    for word in gender:
        note(word, PRONOUN)
    for role in role_of:
        note(role, ROLE)
    unspaced = bool(raw.get("unspaced"))
    according: dict[str, list[tuple[str, ...]]] = {}
    phrases_of_source = _listed(raw, "according") + _listed(raw, "according_opening")
    for source in sorted([tuple(p.split()) for p in phrases_of_source], key=len, reverse=True):
        according.setdefault(source[0], []).append(source)
    own_words: dict[str, tuple[tuple[tuple[str, ...], int], ...]] = {}
    possessives: dict[str, str] = {}
    for group in "mfpc":
        for phrase in sorted(_listed(raw.get("own_words", {}), group), key=len, reverse=True):
            parts = phrase.split()
            place = next((k for k, part in enumerate(parts) if part.startswith("*")), 0)
            parts[place] = parts[place].removeprefix("*")
            possessives.setdefault(parts[place], group)
            own_words[parts[0]] = (*own_words.get(parts[0], ()), (tuple(parts), place))
    quotative = str(raw.get("quotative", ""))
    pack = QuotePack(
        language, words, {k: tuple(sorted(v, key=lambda e: -len(e[0]))) for k, v in phrases.items()}, gender, role_of,
        tuple(_listed(raw, "role_endings")), tuple(_listed(raw, "mention_endings")),
        frozenset(_listed(raw, "according_opening")), frozenset(_listed(raw, "articles")),
        frozenset(_listed(raw, "genitives")), frozenset(_listed(raw, "conjunctions")),
        frozenset(_listed(raw, "as_said")), frozenset(_listed(raw, "auxiliaries")),
        frozenset(_listed(raw, "clause_cues")),
        tuple([tuple(p.split()) for p in _listed(raw, "examples")]), frozenset(_listed(raw, "relatives")),
        {first: tuple(own) for first, own in according.items()},
        frozenset(_listed(raw, "according_after")), frozenset(_listed(raw, "agents")),
        frozenset(_listed(raw, "abbreviations")),
        tuple(sorted(_listed(raw, "subject_marks"), key=len, reverse=True)),
        bool(raw.get("final")), unspaced, bool(raw.get("nouns_capitalised")),
        _alternation(_listed(raw, "cues") + _listed(raw, "cues_adjacent")) if unspaced else None,
        _alternation(_listed(raw, "adverbs")) if unspaced else None,
        bool(raw.get("mood")), bool(raw.get("verb_second")), frozenset(_listed(raw, "addressees")),
        bool(raw.get("verb_last")), tuple(_listed(raw, "portfolios")),
        tuple(_listed(raw, "case_endings")), str(raw.get("names", "")), tuple(_listed(raw, "joined_articles")),
        tuple(_listed(raw, "family_names")),
        tuple(_listed(raw, "no_name_endings")), bool(raw.get("verb_first")),
        tuple(_listed(raw, "no_name_beginnings")),
        str(raw.get("transliteration", "")), tuple(_listed(raw, "name_ends")), _titles(raw.get("titles", {})),
        frozenset(_listed(raw, "no_particles")),
        own_words, possessives, dict(raw.get("signs", {})),
        frozenset((*according, *own_words, *_listed(raw, "according_after"), *_listed(raw, "as_said"))),
        frozenset(_listed(raw, "nominatives")), words.get("that", 0) & THAT > 0, bool(raw.get("marks_attached")),
        bool(raw.get("subject_stated")), bool(raw.get("dialogue_dashes")),
        frozenset(_listed(raw, "closings")), tuple(_listed(raw, "no_topics")),
        bool(raw.get("agencies_told")), _parted_cues(_listed(raw, "cues"), quotative), quotative,
    )  # fmt: skip
    pack.known.pack, pack.known.shared = pack, {}
    return pack


def _titles(raw: dict[str, Any]) -> Titles:
    owner = str(raw.get("owner", ""))
    # Longest first: the forms of a name in -ий are not those of one in -и.
    forms = sorted([tuple(form.split("=")) for form in _listed(raw, "case_forms")], key=lambda form: -len(form[0]))
    return Titles(
        frozenset(_listed(raw, "of")), frozenset(_listed(raw, "also")), frozenset(_listed(raw, "words")),
        tuple(_listed(raw, "endings")), frozenset(_listed(raw, "honorifics")),
        frozenset(_listed(raw, "former")),
        frozenset(_listed(raw, "portfolios")), frozenset(_listed(raw, "articles")),
        owner == "before", owner == "behind",
        tuple(_listed(raw, "owner_endings")), tuple([(form[0], form[1]) for form in forms]),
        tuple([tuple(phrase.split()) for phrase in _listed(raw, "openings")]),
    )  # fmt: skip


def _parted_cues(cues: list[str], quotative: str) -> re.Pattern[str] | None:
    """Return what finds the verb of a cue without the particle; its ending in hiragana tells it from a noun."""
    verbs = [cue.removeprefix(quotative) for cue in cues if quotative and cue.startswith(quotative)]
    ordered = {verb for verb in verbs if verb[:1] >= "\u4e00"}
    return re.compile(f"(?:{any_of(ordered)})(?=[\u3041-\u3096])") if ordered else None


def _alternation(phrases: list[str]) -> re.Pattern[str] | None:
    return re.compile(any_of(set(phrases))) if phrases else None
