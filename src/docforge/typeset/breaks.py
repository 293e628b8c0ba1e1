# SPDX-License-Identifier: Apache-2.0
"""Where a line may break (UAX #14), without knowing fonts or widths.

Text is cut at spaces by the caller; ``split_token`` finds the opportunities inside such a token and
says which borders forbid a break in spite of a space.  Alphabetic scripts follow our own rules, a
careful subset of UAX #14; Chinese, Japanese, Thai, Lao, Khmer, Myanmar and pictographs are left to
ICU, which has the kinsoku classes and the dictionaries and is loaded for them only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from docforge.patterns import has_east_asian, lazily
from docforge.typeset.scripts import script_of_language

__all__ = ["NO_BREAK_AFTER", "NO_BREAK_BEFORE", "break_between", "split_token"]

NO_BREAK_AFTER = 1
"""No line may end after this part, although it may look like it."""
NO_BREAK_BEFORE = 2
"""No line may start with this part, even after a space."""

LONGEST_PART = 128
"""Longer parts are cut for shaping (without a break opportunity), so that cost stays in step."""

# Scripts and symbols whose breaks ICU knows: South-East Asian, Tibetan and symbol blocks; ideographic blocks and
# astral planes.  Hangul is not here.
_NEEDS_ICU = re.compile("[\u0e00-\u109f\u1780-\u17ff\u1950-\u1aaf\u2300-\u2bff]")
_NEEDS_ICU_TOO = lazily(
    "[\u2e80-\u312f\u3190-\ua63f\ua980-\ua9ff\uaa60-\uaadf"
    "\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uffef\U00010000-\U0010ffff]"
)
_HANGUL_OR_WORD = lazily("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff\u4e00-\u9fff0-9A-Za-z]")
_HANGUL = lazily("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff]")

_SPACE_END = re.compile("[ \t\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000]$")
_LETTER = r"[^\W\d_]"
# Break after the match: hyphens, dashes and slashes between words, the spaces of fixed width, the Ethiopic word mark.
_AFTER = re.compile(
    rf"(?<={_LETTER}{_LETTER})[-\u2010\u2012\u2013](?={_LETTER}{_LETTER})"
    rf"|(?<={_LETTER}{_LETTER}\))[-\u2010](?={_LETTER}{_LETTER})"
    rf"|(?<=\d)[-\u2010](?={_LETTER}{_LETTER}{_LETTER})"
    rf"|(?<=\w)\u2014+(?=\w)"
    rf"|(?<={_LETTER}{_LETTER})/(?={_LETTER}{_LETTER}{_LETTER})"
    rf"|(?<={_LETTER}{_LETTER})\u2026(?={_LETTER}{_LETTER})"
    "|[\u1680\u2000-\u2006\u2008-\u200a\u205f\t](?=[\\w(\\[])|\u200b(?![ \t\u200b]|$)"
    "|[\u1361-\u1368\u05be](?=\\w)"
)
_ADDRESS = re.compile(r"://|^\W*www\.|@\w|\w\.\w+/\w")
# In addresses: after a slash, before a sign that shows the address goes on.
_ADDRESS_AFTER = re.compile(r"(?<=[^/:])/+(?=[^/\s])|(?<=\w)=(?=\w)")
_ADDRESS_BEFORE = re.compile(r"(?<=\w)(?=[.?#&_~@]\w{2})|(?<=\w)(?=%[0-9A-Fa-f]{2})")

_OPENING = frozenset("([{¡¿«‹“‘„‚⁅⁽₍⟨⟪「『（［｛〈《【〔")
_CLOSING = frozenset(
    ")]}!?:;,./»›”’\u200b\u2026\u203c\u2047\u2048\u2049\u060c\u061b\u061f\u06d4\u0964\u0965"
    "、。，．」』）］｝〉》】〕！？：；"
)
_SIMPLE_ENDS = frozenset(".,;:!?")
"""Marks that close, and open nothing, wherever they stand."""
_DASHES = frozenset("-\u2010\u2012\u2013\u2014\u2015")
_NUMBER_AFTER_POINT = lazily(r"[.,]\d")
_CUT_FREE = lazily(r"[\w\s.,;:!?()/&=%+\-]")


def split_token(token: str, lang: str) -> list[tuple[str, int]]:
    """Cut *token* (one word with the spaces after it) at its break opportunities.

    Returns:
        Parts that join up to *token*, each with ``NO_BREAK_*`` flags for its borders.  A last part
        without a space at its end has ``NO_BREAK_AFTER``: what follows decides (``break_between``).
    """
    body = token.rstrip(" ")
    if body.isalpha() or (body[-1:] in _SIMPLE_ENDS and body[:-1].isalpha()):  # most words
        if not _needs_icu(token):
            glue = 0 if len(body) < len(token) else NO_BREAK_AFTER
            return [(token, glue)] if len(token) <= LONGEST_PART else list(_chopped(token, glue))
    cuts = _opportunities(token, lang)
    found = [(token[a:b], 0) for a, b in zip([0, *cuts], [*cuts, len(token)], strict=True)]
    first, last = found[0][0], found[-1][0]
    if _closes(first):
        found[0] = (first, NO_BREAK_BEFORE)
    if _opens(last) or not _SPACE_END.search(last):
        found[-1] = (last, found[-1][1] | NO_BREAK_AFTER)
    if len(token) > LONGEST_PART and max([len(part) for part, _ in found]) > LONGEST_PART:
        return [piece for part, glue in found for piece in _chopped(part, glue)]
    return found


def break_between(before: str, after: str, lang: str) -> bool:
    """Say whether a line may break between *before* and *after*, which meet inside one token."""
    if not before or not after:
        return False
    if before[-1] in " \t":
        return after[0] not in " \t" and not _opens(before) and not _closes(after)
    tail, head = before[-40:].rsplit(" ", 1)[-1], after[:40].split(" ", 1)[0]
    return bool(head) and len(tail) in _opportunities(tail + head, lang)


def _opens(part: str) -> bool:
    """LB14 and LB15a: an opening mark with a space after it still holds what follows."""
    body = part.rstrip(" ")
    if not body or body[-1] not in _OPENING:
        return False
    # A mark that opens in one language closes in another: after a letter it closes.
    return body[-1] in "([{¡¿" or len(body) == 1 or body[-2] in _OPENING or not body[-2].isalnum()


def _closes(part: str) -> bool:
    """LB13, LB15b-d: closing marks hold on to the text before, even over a space; so do lone dashes."""
    body = part.rstrip(" ")
    first = body[:1]
    if not first:
        return False
    if first in _CLOSING:
        closing_quote = first in "»›”’"
        if closing_quote and len(body) > 1 and (body[1].isalnum() or body[1] in _OPENING):
            return False
        return not (_NUMBER_AFTER_POINT.match(body) or body.startswith(("...", "\u2026")))
    return first in _DASHES and all(char in _DASHES for char in body)


def _opportunities(token: str, lang: str) -> list[int]:
    """Return the offsets inside *token* where a line may break, ascending."""
    return _icu_opportunities(token, lang) if _needs_icu(token) else _own_opportunities(token)


def _needs_icu(token: str) -> bool:
    if token.isascii():
        return False
    return bool(_NEEDS_ICU.search(token) or (has_east_asian(token) and _NEEDS_ICU_TOO.search(token)))


def _own_opportunities(token: str) -> list[int]:
    if token.isalnum():
        return []
    if _ADDRESS.search(token):
        cuts = {match.end() for match in _ADDRESS_AFTER.finditer(token)}
        cuts |= {match.start() for match in _ADDRESS_BEFORE.finditer(token)}
    else:
        cuts = {match.end() for match in _AFTER.finditer(token)}
    end = len(token.rstrip(" "))
    return sorted(cut for cut in cuts if 0 < cut < end)


def _icu_opportunities(token: str, lang: str) -> list[int]:
    korean = script_of_language(lang) == "Hang"
    end = len(token.rstrip(" "))
    cuts = list(_icu_cuts(token, _icu_locale(lang)))
    while cuts and cuts[-1] >= end:
        cuts.pop()
    if korean or (has_east_asian(token) and _HANGUL.search(token)):
        return [cut for cut in cuts if not _inside_word(token, cut, korean)]
    return cuts


@lru_cache(maxsize=256)
def _icu_locale(lang: str) -> str:
    language = lang.split("-", 1)[0].lower()
    return f"{language if language.isalpha() and 2 <= len(language) <= 3 else 'en'}@lb=strict"


def _icu_cuts(token: str, locale: str) -> Iterator[int]:
    from icu4py.breakers import LineBreaker

    # Segments as text, not as offsets: code points and UTF-16 units differ.
    return accumulate(map(len, LineBreaker(token, locale)))


def _inside_word(token: str, cut: int, korean: bool) -> bool:
    """Korean is broken at spaces only; so is Hangul in other languages."""
    before, after = token[cut - 1], token[cut]
    if korean:
        return bool(_HANGUL_OR_WORD.match(before) or _HANGUL_OR_WORD.match(after)) and after not in "(（「『《<"
    return has_east_asian(before) and bool(_HANGUL.match(before) and _HANGUL.match(after))


def _chopped(part: str, glue: int) -> Iterator[tuple[str, int]]:
    """Cut an overlong part for shaping, before plain characters where there are any."""
    if len(part) <= LONGEST_PART:
        yield part, glue
        return
    start = 0
    while len(part) - start > LONGEST_PART:
        end = start + LONGEST_PART
        limit = start + LONGEST_PART // 2
        while end > limit and not (part[end].isalnum() or _CUT_FREE.match(part[end])):
            end -= 1
        if end == limit:
            end = start + LONGEST_PART
        yield part[start:end], (glue & NO_BREAK_BEFORE if start == 0 else 0) | NO_BREAK_AFTER
        start = end
    yield part[start:], glue & NO_BREAK_AFTER
