# SPDX-License-Identifier: Apache-2.0
"""Where words may be hyphenated, after Liang's patterns.

The pattern files are those that pyphen carries; they are read here, because files with two levels
(compounds first, then their parts) need to be applied level by level: pyphen merges the levels, which
breaks German compounds into single letters.  Knows words and languages; no fonts, no widths.

Rules: F. M. Liang, "Word Hy-phen-a-tion by Com-put-er" (1983); L. Németh, "Automatic non-standard
hyphenation in OpenOffice.org" (2006) for levels.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

__all__ = ["hyphen_offsets"]

SOFT_HYPHEN = "\u00ad"
SHORTEST_WORD = 5
LONGEST_WORD = 64
LEFT_MINIMUM, RIGHT_MINIMUM = 2, 3
"""Letters before the first and after the last hyphen of a word, unless the patterns ask for more."""
SHORTEST_PART = 2
"""Shorter parts inside a word are faults of the patterns; both breaks around one are dropped."""
_ALL_CAPITALS_UP_TO = 5

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f'’](?=[^\W\d_]))*")
_NOT_A_WORD = re.compile(r"[@/\\_#\d]|\w\.\w|://")
_SETTINGS = re.compile(r"(?m)^[ \t]*(LEFT|RIGHT|COMPOUNDLEFT|COMPOUNDRIGHT)HYPHENMIN\s+(\d+)")
_NEXT_LEVEL = re.compile(r"(?m)^[ \t]*NEXTLEVEL.*")
_NO_PATTERN = frozenset("%#ABCDEFGHIJKLMNOPQRSTUVWXYZ")
"""How remarks and settings begin."""
_HEX = re.compile(r"\^\^([0-9a-f]{2})")


# Languages without pattern files whose syllables follow one rule: a syllable has one vowel, and of the
# consonants between two vowels the last one starts the next syllable (V-CV, VC-CV, VCC-CV).
# The vowels; then letters that never start a syllable; then letters that are vowels between consonants only.
_SYLLABIC = {
    "tr": ("aâeıiîoöuûü", "", ""),
    "az": ("aeəıioöuü", "", ""),
    "tk": ("aäeiyoöuü", "", ""),
    "uz": ("aeiou", "'ʼ‘’", ""),
    "crh": ("aâeıioöuü", "", ""),
    "kk": ("аәеёиоөұүыіэюя", "ьъ", "у"),
    "ky": ("аеёиоөуүыэюя", "ьъ", ""),
    "tt": ("аәеёиоөуүыэюя", "ьъ", ""),
    "ba": ("аәеёиоөуүыэюя", "ьъ", ""),
    "tg": ("аеёиӣоуӯэюя", "ъ", ""),
    "ka": ("აეიოუ", "", ""),
}
_SYLLABIC_UNITS = ("стан", "stan")
"""Never broken, whatever the rule says: endings of country names."""
_PATTERNS_OF = {"bs": "hr", "cnr": "hr", "no": "nb"}
"""Languages that are hyphenated by the patterns of another."""


class _Level(NamedTuple):
    patterns: dict[str, str]
    """Letters -> the pattern with its digits."""
    ordered: list[str]
    """The letters of all patterns, sorted."""
    steps: dict[str, tuple[str, tuple[tuple[int, int], ...]]]
    """From a state and the next letter to the state after it and what its pattern says, made as words need them:
    (letters from the start of the state, digit)."""


class _Patterns(NamedTuple):
    levels: tuple[_Level, ...]
    left: int
    right: int


@lru_cache(maxsize=16)
def _load(lang: str) -> _Patterns | None:
    """Read the patterns for *lang*, or return None; 5 to 100 ms per language, once."""
    import pyphen

    language, _, rest = lang.partition("-")
    wanted = "_".join(filter(None, [_PATTERNS_OF.get(language.lower(), language), rest.replace("-", "_")]))
    name = pyphen.language_fallback(wanted) if language != "und" else None
    return _read(Path(str(pyphen.LANGUAGES[name]))) if name else None


def _read(file: Path) -> _Patterns:
    raw = file.read_bytes()
    encoding = raw.split(b"\n", 1)[0].strip().decode("ascii").lower()
    text = raw.decode("cp1251" if encoding == "microsoft-cp1251" else encoding).partition("\n")[2]
    minima = {"LEFT": LEFT_MINIMUM, "RIGHT": RIGHT_MINIMUM}
    for side, letters in _SETTINGS.findall(text):
        if side in minima:
            minima[side] = max(minima[side], int(letters))
    return _Patterns(tuple([_level(part) for part in _NEXT_LEVEL.split(text)]), minima["LEFT"], minima["RIGHT"])


def _level(text: str) -> _Level:
    """Read the lines of one level; what changes the spelling at the break is left out: letters stay as they are."""
    patterns = [line for line in map(str.strip, text.splitlines()) if line and line[0] not in _NO_PATTERN]
    if "/" in text:
        patterns = [pattern for pattern in patterns if "/" not in pattern]
    if "^^" in text:
        patterns = [_HEX.sub(lambda match: chr(int(match[1], 16)), pattern) for pattern in patterns]
    # All lines at once and as bytes, which is ten times as fast; no pattern holds a line end.
    letters = "\n".join(patterns).encode().translate(None, b"0123456789").decode().split("\n") if patterns else []
    found = dict(zip(letters, patterns, strict=True))
    return _Level(found, sorted(found), {})


def hyphen_offsets(text: str, lang: str) -> tuple[int, ...]:
    """Return where *text*, one word with its punctuation, may be hyphenated; ascending offsets.

    Soft hyphens in the text decide alone where there are any (the offset is the one after it).
    """
    if SOFT_HYPHEN in text:
        return tuple([i + 1 for i, char in enumerate(text[:-1]) if char == SOFT_HYPHEN and i])
    if len(text) < SHORTEST_WORD or _NOT_A_WORD.search(text):
        return ()
    found: list[int] = []
    for match in _WORD.finditer(text):
        word = match.group()
        if SHORTEST_WORD <= len(word) <= LONGEST_WORD and not (word.isupper() and len(word) <= _ALL_CAPITALS_UP_TO):
            found.extend([match.start() + offset for offset in _word_offsets(word, lang)])
    return tuple(found)


def _word_offsets(word: str, lang: str) -> list[int]:
    syllabic = _SYLLABIC.get(lang.split("-", 1)[0].lower())
    if syllabic is not None:
        return _filtered(_syllable_starts(word.lower(), *syllabic), len(word), LEFT_MINIMUM, RIGHT_MINIMUM)
    patterns = _load(lang)
    lowered = word.lower()
    if patterns is None or len(lowered) != len(word):
        return []
    return _filtered(_apply(lowered.replace("’", "'"), patterns.levels), len(word), patterns.left, patterns.right)


def _filtered(raw: list[int], length: int, left: int, right: int) -> list[int]:
    """Keep the breaks that leave no short part on either side."""
    kept = []
    for (before, here), (_, after) in pairwise(pairwise([0, *raw, length])):
        inside = (before == 0 or here - before >= SHORTEST_PART) and (after == length or after - here >= SHORTEST_PART)
        if inside and left <= here <= length - right:
            kept.append(here)
    return kept


def _syllable_starts(word: str, vowels: str, clinging: str, half: str) -> list[int]:
    """Return where each syllable but the first begins."""

    def vowel(position: int) -> bool:
        if word[position] not in half:
            return word[position] in vowels
        around = word[max(position - 1, 0) : position] + word[position + 1 : position + 2]
        return not any(char in vowels for char in around)

    if len(word) > LONGEST_WORD or not any(char in vowels for char in word):
        return []
    nuclei = [position for position in range(len(word)) if vowel(position)]
    starts = []
    for before, here in pairwise(nuclei):
        start = here - 1
        while start > before and word[start] in clinging:
            start -= 1
        if word[start] in half and start - 1 > before:
            start -= 1  # a glide goes with the consonant before it
        if start > before:  # two vowels in a row stay together
            starts.append(here if word[start + 1] in clinging else start)
    for unit in _SYLLABIC_UNITS:
        place = word.find(unit, 1)
        if place > 0:
            starts = [start for start in starts if not place < start < place + len(unit)]
            starts = sorted({*starts, place})
    return [start for start in starts if word[start] not in clinging]


def _apply(word: str, levels: tuple[_Level, ...]) -> list[int]:
    """Apply the first level; its breaks cut the word into parts for the next."""
    own = _break_level(word, levels[0])
    if len(levels) == 1:
        return own
    found: list[int] = []
    for start, end in pairwise([0, *own, len(word)]):
        found.extend([start + offset for offset in _apply(word[start:end], levels[1:])])
        found.append(end)
    return found[:-1]


def _break_level(word: str, level: _Level) -> list[int]:
    """Run the pattern automaton over *word* as libhyphen does, for which the files are made.

    At each letter only the pattern of the longest state counts (a state is the longest end of the
    text so far that some pattern starts with); files that need unions of shorter ones hold them.
    """
    values = [0] * (len(word) + 3)
    steps = level.steps
    state = ""
    for end, char in enumerate(f".{word}.", 1):
        letters = state + char
        step = steps.get(letters)
        if step is None:
            if len(steps) >= _MOST_STEPS:
                steps.clear()
            step = steps[letters] = _step(letters, level)
        state, digits = step
        if digits:
            start = end - len(state)
            for place, digit in digits:
                values[start + place] = max(values[start + place], digit)
    return [offset for offset in range(1, len(word)) if values[offset + 1] & 1]


_MOST_STEPS = 60_000
"""A language's words need some thousands."""


def _step(letters: str, level: _Level) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the state after *letters*, the longest end of them that some pattern starts with, and its digits."""
    while letters and not _starts_a_pattern(letters, level.ordered):
        letters = letters[1:]
    digits: list[tuple[int, int]] = []
    place = 0
    for char in level.patterns.get(letters, ""):
        if "0" <= char <= "9":
            digits.append((place, ord(char) - 48))
        else:
            place += 1
    return letters, tuple(digits)


def _starts_a_pattern(beginning: str, ordered: list[str]) -> bool:
    place = bisect_left(ordered, beginning)
    return place < len(ordered) and ordered[place].startswith(beginning)
