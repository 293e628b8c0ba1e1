# SPDX-License-Identifier: Apache-2.0
"""Where words may be hyphenated: pyphen's dictionaries, loaded when first needed, filtered.

Knows words and languages; no fonts, no widths.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

__all__ = ["hyphen_offsets"]

SOFT_HYPHEN = "\u00ad"
SHORTEST_WORD = 5

# Letters before the first and after the last hyphen, where the language's printers want more than 2 and 2
# (TeX hyph-utf8, hyphenmins).
_MINIMA = {
    "en": (2, 3),
    "de": (2, 3),
    "fr": (2, 3),
    "nl": (2, 3),
    "it": (2, 3),
    "la": (2, 3),
    "pt": (2, 3),
    "cs": (2, 3),
}
_DEFAULT_MINIMA = (2, 3)

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f'’](?=[^\W\d_]))*")
_NOT_A_WORD = re.compile(r"[@/\\_#\d]|\w\.\w|://")
_ALL_CAPITALS_UP_TO = 5


@lru_cache(maxsize=32)
def _dictionary(lang: str) -> Any:
    """Return pyphen's dictionary for *lang* or None; costs about 0.1 s per language, once."""
    import pyphen

    subtags = lang.replace("-", "_").split("_")
    if len(subtags) > 1 and len(subtags[1]) == 4:  # script subtag: pyphen has sr_Latn only
        subtags[1] = subtags[1].capitalize()
    name = pyphen.language_fallback("_".join(subtags))
    if name is None or lang == "und":
        return None
    return pyphen.Pyphen(lang=name, left=1, right=1)


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
        if len(word) >= SHORTEST_WORD and not (word.isupper() and len(word) <= _ALL_CAPITALS_UP_TO):
            found.extend([match.start() + offset for offset in _word_offsets(word, lang)])
    return tuple(found)


def _word_offsets(word: str, lang: str) -> list[int]:
    dictionary = _dictionary(lang)
    if dictionary is None:
        return []
    left, right = _MINIMA.get(lang.split("-", 1)[0].lower(), _DEFAULT_MINIMA)
    raw = sorted({int(p) for p in dictionary.positions(word) if not getattr(p, "data", None)})
    borders = [0, *raw, len(word)]
    return [
        here
        for before, here, after in zip(borders, borders[1:], borders[2:], strict=False)
        # A part of one letter is a fault of the dictionary's two levels, on both of its sides.
        if here - before > 1 and after - here > 1 and left <= here <= len(word) - right
    ]
