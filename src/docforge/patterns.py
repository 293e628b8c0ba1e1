# SPDX-License-Identifier: Apache-2.0
"""Regular expressions that are compiled when first used.

Classes of many East Asian or astral ranges take milliseconds each to compile, which an article in Latin letters
should not pay at every start.  Guard their use with a cheap test of the text, such as ``has_east_asian``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, cast

__all__ = [
    "DIRECTIONS",
    "FULL_STOPS",
    "SENTENCE_ENDS",
    "Lazy",
    "any_of",
    "has_case",
    "has_east_asian",
    "has_unspaced",
    "is_latin",
    "is_latin_utf8",
    "is_left_to_right",
    "is_small",
    "lazily",
    "without_pictographs",
]

FULL_STOPS = ".。｡۔।॥։።།༎။។៕᱾᱿"
"""What closes a statement in the scripts that close one (Unicode property Sentence_Terminal, questions aside)."""
SENTENCE_ENDS = FULL_STOPS + "!?…！？؟‼⁉"
"""What closes a sentence of any kind; Thai and Lao close none."""
DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks, embeddings, overrides and isolates that turn the direction of what follows (UAX #9, 2)."""


class Lazy:
    """Stands for a pattern until one of its methods is asked for; made by ``lazily``."""

    def __init__(self, source: str | Callable[[], str], flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = getattr(self.compiled(), name)
        # The next look-up finds the bound method itself and no longer comes here.
        self.__dict__[name] = value
        return value

    def compiled(self) -> re.Pattern[str]:
        """Return the compiled pattern, made once."""
        found = self.__dict__.get("_compiled")
        if found is None:
            source = self._source if isinstance(self._source, str) else self._source()
            found = self.__dict__["_compiled"] = re.compile(source, self._flags)
        return cast("re.Pattern[str]", found)


def lazily(source: str | Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    """Return what behaves like ``re.compile(source, flags)`` but compiles at the first use.

    *source* may be a function that returns it, where words from a table are part of it.

    A fault in *source* shows at the first use, so every module's tests must use every pattern.
    """
    return cast("re.Pattern[str]", Lazy(source, flags))


def any_of(words: Iterable[str]) -> str:
    """Return the source of a pattern that matches any of *words*, the longest first; nothing where there are none."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"


def is_small(letter: str) -> bool:
    """Say whether *letter* is a small one of a script that has capitals; empty strings are not.

    Unicode calls the letters of Georgian small ones, but no sentence or name begins with its capitals.
    """
    return letter.islower() and not "\u10d0" <= letter <= "\u10ff"


_MKHEDRULI = re.compile("[\u10d0-\u10ff]")


def has_case(text: str) -> bool:
    """Say whether *text* has letters of a script with capitals; Georgian has none in running text (Unicode 7.7)."""
    first = text[:1]
    if first.lower() != first:
        return True  # most lines open with a capital
    lower = text.lower()
    return lower != text or (lower != text.upper() and _MKHEDRULI.search(text) is None)


_ALPHABETS = bytes(range(0xE0)) + b"\xe2"
"""Bytes that UTF-8 has in code points below U+0800 and in general punctuation."""
_RADICALS = re.compile(b"\xe2[\xba-\xbf]")
"""How U+2E80..2FFF begin in UTF-8."""


def _is_beyond_alphabets(text: str) -> bool:
    """Say whether *text* may hold code points from U+0800 on, punctuation aside; never wrongly False.

    Bytes are sifted ten times as fast as characters in long texts, and nothing has to be compiled for it.
    """
    if text.isascii():
        return False
    data = text.encode("utf-8", "surrogatepass")
    return bool(data.translate(None, _ALPHABETS)) or _RADICALS.search(data) is not None


_LATIN = bytes(range(0xC9)) + b"\xe2"
"""Bytes that UTF-8 has in Latin letters below U+0250, what follows the first byte of others, and punctuation."""
_LETTERS_BEYOND = re.compile(b"\xe2[\xb0-\xbf]")
"""How U+2C00..2FFF begin in UTF-8: Glagolitic, Coptic, radicals."""


def is_latin(text: str) -> bool:
    """Say whether every letter of *text* is Latin, below U+0250; never wrongly True, letters as symbols (ℵ) aside."""
    return text.isascii() or is_latin_utf8(text.encode("utf-8", "surrogatepass"))


def is_latin_utf8(data: bytes) -> bool:
    """Say what ``is_latin`` says of the text that *data* is in UTF-8."""
    return data.isascii() or (not data.translate(None, _LATIN) and _LETTERS_BEYOND.search(data) is None)


_PICTOGRAPHS = re.compile(b"\xf0\x9f[\x80-\xbf]{2}|\xef\xb8[\x8e\x8f]|\xef\xbf\xbd")
"""How U+1F000..1FFFF, the variation selectors of emoji and U+FFFD are written in UTF-8."""


def without_pictographs(data: bytes) -> bytes:
    """Return *data*, a text in UTF-8, without emoji and signs for lost characters; itself where there are none."""
    if 0xF0 not in data and 0xEF not in data:
        return data
    return _PICTOGRAPHS.sub(b"", data)


# What is left out is named: a class of the wide ranges themselves takes ten times as long to compile.
_EAST_ASIAN = lazily("[^\0-\u10ff\u1200-\u2e7f]")


def has_east_asian(text: str) -> bool:
    """Say whether *text* holds Hangul, kana, ideographs or anything encoded above them; never wrongly False.

    General punctuation (U+2000..2E7F) stands in Latin text too and does not count.
    """
    return _is_beyond_alphabets(text) and _EAST_ASIAN.search(text) is not None


_UNSPACED = lazily("[^\0-\u0dff\u0f00-\u0fff\u10a0-\u10ff\u1200-\u177f\u1800-\u2e7f]")


def has_unspaced(text: str) -> bool:
    """Say whether *text* may hold a script written without spaces: East Asian, Thai, Lao, Myanmar or Khmer."""
    return _is_beyond_alphabets(text) and _UNSPACED.search(text) is not None


_LEADS = {
    0xD6: re.compile(b"\xd6[\x90-\xbf]"),
    **{lead: re.compile(b"%c" % lead) for lead in range(0xD7, 0xE0)},
    0xE0: re.compile(b"\xe0[\xa0-\xa3]"),
    0xE2: re.compile(b"\xe2(?:\x80[\x8f\xaa-\xae]|\x81[\xa6-\xa9])"),
    0xEF: re.compile(b"\xef[\xac-\xbb]"),
    0xF0: re.compile(b"\xf0[\x90\x9e][\xa0-\xbf]"),
}
"""What runs from right to left or turns the direction (UAX #9), by its first byte in UTF-8: U+0590..08FF, U+200F,
U+202A..202E, U+2066..2069, U+FB00..FEFF, U+10800..10FFF, U+1E800..1EFFF."""
_NO_LEADS = bytes(byte for byte in range(256) if byte not in _LEADS)


def is_left_to_right(text: str) -> bool:
    """Say whether no character of *text* runs from right to left or turns the direction; never wrongly True."""
    if text.isascii():
        return True
    data = text.encode("utf-8", "surrogatepass")
    return not any(_LEADS[lead].search(data) for lead in set(data.translate(None, _NO_LEADS)))
