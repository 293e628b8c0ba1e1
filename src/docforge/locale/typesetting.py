# SPDX-License-Identifier: Apache-2.0
"""Setting a paragraph in the typography of a locale: quotation marks by depth, spaces, dashes, ellipses.

For furniture, and for the body only when the user asks (``--typography``).  Words and digits are never changed; what
is not certain stays as it was written.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache

from docforge.locale.changes import Change, apart, changed
from docforge.locale.typography import NBSP, Typography, typography_of

__all__ = ["typeset", "typeset_changes"]

_DOUBLE = frozenset('"“”„‟«»「」『』')
_OPENERS = "“„«‚‹「『"
_SPACES = " \u00a0\u202f\u2009"
_KEPT = re.compile(r"https?://\S+|www\.\S+|\S{1,64}@\S{1,64}\.\S{1,64}|`[^`\n]{0,200}`|\d{1,2}:\d{2}(?::\d{2})?")
"""Addresses, code and clock times are never touched."""
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])|(?<![\w'])'(?=\d{2}s\b)")
_ELLIPSIS = re.compile(r"(?<!\.)\.{3}(?!\.)")
_DASHES = re.compile(
    rf"(?<=[^\s{NBSP}])[{_SPACES}]{{1,3}}(?:--?|[–—])[{_SPACES}]{{1,3}}(?=\S)|(?<=[^\W\d_])--(?=[^\W\d_])"
)
_HEBREW_LETTER = re.compile("[\u05d0-\u05ea]")
_SINGLE_OPENING = re.compile(r"(?<![\w'’.,!?])['‘](?=[^\W\d_])")
_SINGLE_CLOSING = re.compile(r"(?<=[\w.,!?…])['’](?!\w)")


def typeset(text: str, locale: str) -> str:
    """Return one paragraph in the typographic convention of *locale*; see ``typeset_changes``.

    Raises:
        UsageError, LocaleError: as ``canonical_tag``.
    """
    return changed(text, typeset_changes(text, locale))


def typeset_changes(text: str, locale: str) -> tuple[Change, ...]:
    """Return what sets one paragraph in the convention of *locale*: marks, spaces, dashes, ellipses; in order.

    Double quotation marks are replaced only where every one of them has its partner in the paragraph, single ones
    only inside them and where none can be an apostrophe; otherwise all stay.  Primes, addresses, code and clock times
    stay.

    Raises:
        UsageError, LocaleError: as ``canonical_tag``.
    """
    own = typography_of(locale)
    kept = [found.span() for found in _KEPT.finditer(text)]
    marks = apart(_quotation_marks(text, own, kept), kept)
    taken = [*kept, *((change.start, change.end) for change in marks)]
    others = [
        *(Change(*found.span(), "’") for found in _APOSTROPHE.finditer(text)),
        *(Change(*found.span(), own.ellipsis) for found in _ELLIPSIS.finditer(text)),
        *(Change(*found.span(), own.dash) for found in _DASHES.finditer(text)),
        *_high_punctuation(text, own),
    ]
    found = sorted((*marks, *apart(others, taken)))
    return tuple(change for change in found if text[change.start : change.end] != change.text)


# -- quotation marks -----------------------------------------------------------------------


def _quotation_marks(text: str, own: Typography, kept: list[tuple[int, int]]) -> Iterator[Change]:
    """Replace quotation marks by depth with the space inside them."""
    doubles = sorted(_pairs(text, kept))
    # Only in the innermost quotations, so that no character is looked at twice.
    following = [start for start, _, _ in doubles[1:]] + [len(text)]
    singles = [
        pair
        for (start, end, depth), after in zip(doubles, following, strict=False)
        if after > end
        for pair in _singles(text, start + 1, end, depth + 1)
    ]
    for start, end, depth in (*doubles, *singles):
        opening, closing = own.quotes[:2] if depth % 2 == 0 else own.quotes[2:]
        space = own.quote_space if opening == "«" else ""
        first, last = start + 1, end
        while first < end and text[first] in _SPACES:
            first += 1
        while last > first and text[last - 1] in _SPACES:
            last -= 1
        yield Change(start, first, opening + space)
        yield Change(last, end + 1, space + closing)


def _pairs(text: str, kept: list[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """The quotations of a paragraph as (start, end, depth); none where the marks do not pair."""
    open_marks: list[int] = []
    pairs = []
    spared = iter(kept)
    low, high = next(spared, (len(text), len(text)))
    for at, char in enumerate(text):
        while at >= high and high < len(text):
            low, high = next(spared, (len(text), len(text)))
        if char not in _DOUBLE or low <= at < high or _is_gershayim(text, at):
            continue
        if _opens(text, at, bool(open_marks)):
            open_marks.append(at)
        elif open_marks:
            pairs.append((open_marks.pop(), at, len(open_marks)))
        else:
            return []
    return [] if open_marks else pairs


def _is_gershayim(text: str, at: int) -> bool:
    """A straight mark between two Hebrew letters marks an acronym (צה"ל)."""
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    return text[at] == '"' and len(around) == 2 and all(_HEBREW_LETTER.match(char) for char in around)


def _opens(text: str, at: int, inside: bool) -> bool:
    """Say whether the mark at *at* opens a quotation, by the mark where it tells, by its surroundings otherwise."""
    char = text[at]
    if char in "„«「『":
        return True
    if char in "»」』":
        return False
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if before.isspace() or before in "([{—–-/" or before in _OPENERS:
        return not after.isspace()
    return not inside and after.isalnum() and (not before.isalnum() or "\u3040" <= before <= "\u9fff")


def _singles(text: str, start: int, end: int, depth: int) -> list[tuple[int, int, int]]:
    """Single quotations inside a double one; none where a mark may be an apostrophe (the workers' ‘no’)."""
    openings = [found.start() for found in _SINGLE_OPENING.finditer(text, start, end)]
    if not openings:
        return []
    closings = [found.start() for found in _SINGLE_CLOSING.finditer(text, start, end)]
    if len(closings) != len(openings):
        return []
    pairs = list(zip(openings, closings, strict=True))
    in_turn = all(low < high for low, high in pairs) and all(
        high < after for (_, high), (after, _) in itertools.pairwise(pairs)
    )
    return [(low, high, depth) for low, high in pairs] if in_turn else []


# -- spaces at punctuation -----------------------------------------------------------------


@lru_cache(maxsize=8)
def _before(signs: str, after: str, *, needed: bool) -> re.Pattern[str]:
    """Spaces, perhaps none, between a word and *signs*."""
    return re.compile(rf"(?<=[\w)\]»”“\"’‘›%])[{_SPACES}]{{{int(needed)},3}}(?=[{signs}]+{after})")


def _high_punctuation(text: str, own: Typography) -> Iterator[Change]:
    """The space before ; ! ? and the colon; only French has one."""
    for signs, after, space in ((";!?", r"(?:\s|$|[»”\")])", own.before_high), (":", r"(?:\s|$)", own.before_colon)):
        for found in _before(signs, after, needed=not space).finditer(text):
            yield Change(*found.span(), space)
