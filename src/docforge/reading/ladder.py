# SPDX-License-Identifier: Apache-2.0
"""Which legacy encoding bytes are in, when they are not Unicode: strict decoding, then plausibility, then a margin.

Every candidate must decode without a fault, must read like a language that uses it, and must beat each other
candidate clearly on the very bytes where the two differ.  Two readings that differ nowhere are one reading.  When
nothing wins there is no guess: a refused file costs a minute, a wrong letter costs trust.

Comes in: bytes that are not valid UTF-8.  Goes out: a codec name, or the likeliest names to put in a message.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from docforge.reading.alphabets import CJK, LATIN, PUNCTUATION, SCRIPTS, Alphabet, Latin, Repertoire
from docforge.records import dataclass

__all__ = ["Verdict", "find_legacy", "is_plausible_han"]

_SAMPLE = 60_000
"""Bytes that are weighed; strict decoding always takes all."""
_POSITIONS = 4_000

_FEWEST_CJK = 16
_FEWEST_LETTERS = 40
_SHORTEST_LATIN = 200


@dataclass(frozen=True, slots=True)
class Verdict:
    """The encoding found, or None and the likeliest ones."""

    codec: str | None
    likely: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Reading:
    """One candidate that reads like a language."""

    codec: str
    text: str
    credits: tuple[float, ...]
    """For each high byte weighed: 1 for a character that belongs there, 0 for one that does not."""
    fit: float = 0.0
    """How well the letters' frequencies fit the language; to compare readings of other letters altogether."""

    @property
    def worth(self) -> float:
        return sum(self.credits) / max(1, len(self.credits))


def find_legacy(data: bytes) -> Verdict:
    """Return the legacy encoding of *data*, which is not valid UTF-8.

    House rule: a reading must earn 0.9 of its credits and, on the bytes where another reading that earns nearly as
    much differs, 0.4 more than that one.
    """
    found = _multibyte(data)
    if len(found) == 1:
        return Verdict(found[0])
    if found:
        return Verdict(None, tuple(found))
    readings = _single_byte(data)
    best = readings[0].worth if readings else 0.0
    rivals = [reading for reading in readings if reading.worth >= 0.85 * best]
    for reading in rivals:
        others = [other for other in rivals if other is not reading]
        if reading.worth >= 0.9 and all(_beats(reading, other) and _settled(reading, other, data) for other in others):
            return Verdict(reading.codec)
    return Verdict(None, tuple(dict.fromkeys(r.codec for r in readings))[:3] or _other_opinion(data))


def _other_opinion(data: bytes) -> tuple[str, ...]:
    """Candidates of charset-normalizer, for the message only: short input misleads it."""
    import charset_normalizer

    matches = charset_normalizer.from_bytes(data[:20_000], cp_exclusion=["utf_7"]).best()
    names = [] if matches is None else [matches.encoding, *matches.could_be_from_charset]
    unlikely = ("cp037", "cp500", "cp1026", "cp1140", "cp273", "cp424", "cp1006", "utf_8")
    return tuple(dict.fromkeys(name for name in names if name not in unlikely))[:3]


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


# -- several bytes a character ---------------------------------------------------------------

_PRIVATE_OR_HALFWIDTH = re.compile("[\ue000-\uf8ff\uff61-\uff9f\x80-\x9f\ufffd]")
_KANA = re.compile("[\u3041-\u30ff]")


def _multibyte(data: bytes) -> list[str]:
    found = []
    for repertoire in CJK.values():
        for codec in repertoire.codecs:
            text = _strict(data, codec)
            if text is not None:
                if _reads_like(text[:_SAMPLE], repertoire):
                    found.append(codec)
                break
    return found


def _reads_like(text: str, repertoire: Repertoire) -> bool:
    beyond = [c for c in text if c > "\x7f"]
    if len(beyond) < _FEWEST_CJK:
        return False
    whole = "".join(beyond)
    if len(_PRIVATE_OR_HALFWIDTH.findall(whole)) * 20 > len(beyond):
        return False
    if not repertoire.kana and len(_KANA.findall(whole)) * 10 > len(beyond):
        return False
    return sum(c in repertoire.frequent for c in beyond) >= repertoire.share * len(beyond)


def is_plausible_han(text: str) -> bool:
    """Say whether *text* reads like Chinese, Japanese or Korean."""
    return any(_reads_like(text[:_SAMPLE], repertoire) for repertoire in CJK.values())


# -- one byte a character --------------------------------------------------------------------

_C1 = re.compile("[\x80-\x84\x86-\x9f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_ASCII_WORD = re.compile(rb"(?<![A-Za-z\x80-\xff])[A-Za-z]{1,12}(?![A-Za-z\x80-\xff])")
_ANY_WORD = re.compile(rb"[A-Za-z\x80-\xff]+")


def _single_byte(data: bytes) -> list[_Reading]:
    sample = data[:_SAMPLE]
    spoken = _spoken(sample)
    places = [match.start() for match in _HIGH.finditer(sample)][:_POSITIONS]
    sample = sample[: places[-1] + 2] if places else sample
    readings: dict[str, _Reading] = {}
    texts: dict[str, str | None] = {}
    hypotheses: list[tuple[str, Latin | Alphabet]] = [
        *((codec, alphabet) for alphabet in SCRIPTS.values() for codec in alphabet.codecs),
        *((codec, latin) for latin in spoken for codec in latin.codecs),
    ]
    for codec, language in hypotheses:
        if codec not in texts:
            whole = _strict(data, codec)
            texts[codec] = None if whole is None or _C1.search(whole) else whole[: len(sample)]
        text = texts[codec]
        if text is None:
            continue
        reading = _latin_reading(codec, text, places, language) if isinstance(language, Latin) else None
        if isinstance(language, Alphabet):
            reading = _script_reading(codec, text, places, language)
        if reading is not None and (codec not in readings or reading.worth > readings[codec].worth):
            readings[codec] = reading
    return sorted(readings.values(), key=lambda r: -r.worth)


def _spoken(sample: bytes) -> list[Latin]:
    """Languages in Latin script that the words in plain a-z speak for, the likeliest first."""
    words = Counter(word.decode("ascii").lower() for word in _ASCII_WORD.findall(sample))
    total = len(_ANY_WORD.findall(sample))
    if len(sample) < _SHORTEST_LATIN or total < 20:
        return []
    hits = {name: sum(words[w] for w in latin.words) for name, latin in LATIN.items()}
    kinds = {name: sum(w in words for w in latin.words) for name, latin in LATIN.items()}
    best = max(hits.values())
    likely = [n for n in LATIN if hits[n] >= 0.04 * total and hits[n] >= 0.3 * best and kinds[n] >= 4]
    return [LATIN[name] for name in sorted(likely, key=lambda n: -hits[n])]


_WORDS_OF_ONE_LETTER = frozenset("àéèåöøÀÉÈÅÖØ")
_STOPS = frozenset(".,!?;:")


def _credit(text: str, place: int, letters: frozenset[str]) -> float:
    """Return how well the character at *place* fits: its kind, its case, its neighbours."""
    character = text[place]
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    kind = PUNCTUATION.get(character)
    if kind is not None:
        if (before.isalpha() and kind in "b0") or (after.isalpha() and kind in "a0"):
            return 0.0
        inside = kind == "q" and before.isalpha() and after.isalpha()
        return 0.3 if inside else 1.0
    if character not in letters and not character.isalpha():
        return 0.0
    # a capital after a small letter, a letter right after a stop: swapped halves of a code page, or a mark misread
    if (before.islower() and character.isupper()) or (character.islower() and after.isupper()) or before in _STOPS:
        return 0.0
    if not before.isalpha() and not after.isalpha() and character < "\u0370":
        return 1.0 if character in _WORDS_OF_ONE_LETTER and character in letters else 0.3
    return 1.0 if character in letters else 0.3


def _latin_reading(codec: str, text: str, places: Sequence[int], latin: Latin) -> _Reading | None:
    letters = frozenset(latin.letters)
    own = sum(text[place].isalpha() for place in places)
    around = sum(map(str.isalpha, text[: places[-1] + 1])) if places else 0
    if own > latin.density * around + 2:
        return None
    return _Reading(codec, text, tuple(_credit(text, place, letters) for place in places))


def _script_reading(codec: str, text: str, places: Sequence[int], alphabet: Alphabet) -> _Reading | None:
    characters = [text[place] for place in places]
    folded = [c.lower() for c in characters if c.isalpha() or c in alphabet.letters]
    if len(folded) < _FEWEST_LETTERS:
        return None
    own = frozenset(alphabet.letters)
    counted = Counter(folded)
    inside = sum(count for letter, count in counted.items() if letter in own)
    common = sum(counted[letter] for letter in alphabet.letters[:12])
    if inside < 0.95 * len(folded) or common < alphabet.common * len(folded):
        return None
    if max(counted.values()) * 4 > len(folded):  # no letter is that frequent: half a two-byte encoding
        return None
    if sum(_touches_ascii(text, place) for place in places) * 10 > len(places):
        return None
    letters = own | frozenset(alphabet.letters.upper()) | frozenset(alphabet.marks)
    credits = tuple(_credit(text, place, letters) for place in places)
    return _Reading(codec, text, credits, _fit(counted, alphabet) - _shouted(characters))


def _touches_ascii(text: str, place: int) -> bool:
    """Say whether a letter beyond ASCII stands beside an ASCII letter: two scripts in one word."""
    around = text[max(0, place - 1) : place + 2]
    return text[place].isalpha() and any(c.isascii() and c.isalpha() for c in around)


def _fit(counted: Counter[str], alphabet: Alphabet) -> float:
    """Mean over the letters of the negative logarithm of their rank: frequencies fall about as one through rank."""
    rank = {letter: number for number, letter in enumerate(alphabet.letters)}
    last = len(rank)
    total = sum(count * math.log(3 + rank.get(letter, last)) for letter, count in counted.items())
    return -total / sum(counted.values())


def _shouted(characters: Sequence[str]) -> float:
    """What capitals cost: in running text most letters are small, in a reading with its halves swapped most are not."""
    upper = sum(map(str.isupper, characters))
    lower = sum(map(str.islower, characters))
    return 0.3 * upper / max(1, upper + lower)


def _settled(reading: _Reading, other: _Reading, data: bytes) -> bool:
    """Say whether two readings that are equal in the sample stay equal on every byte of the whole input."""
    if reading.text != other.text:
        return True
    used = bytes(set(data))
    return used.decode(reading.codec) == used.decode(other.codec)


def _beats(reading: _Reading, other: _Reading) -> bool:
    """Say whether *reading* is clearly better than *other* where they differ; equal texts are no rivals."""
    if reading.text == other.text:
        return True
    differing = sum(a != b for a, b in zip(reading.text, other.text, strict=True))
    gained = sum(reading.credits) - sum(other.credits)
    margin = 0.12 if len(reading.credits) >= 150 else 0.2
    if reading.fit and other.fit and reading.fit >= other.fit + margin and gained >= 0:
        return True
    return differing * 2 <= len(reading.credits) and gained >= 0.4 * differing
