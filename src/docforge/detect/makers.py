# SPDX-License-Identifier: Apache-2.0
"""Who made a picture and who gave it out, told from the words of a credit behind its label.

Comes in: ``Name / Agency``, ``Agency/Name``, ``林佳蓉攝``.  Goes out: the maker and the provider.  Rule: IPTC Photo
Metadata 2023.2, Creator and Credit Line.
"""

from __future__ import annotations

import re
from functools import cache

from docforge.detect.author_names.persons import HAN_NAME
from docforge.detect.credit_words import is_label, is_provider
from docforge.detect.vocabulary import phrases
from docforge.patterns import has_east_asian, lazily

__all__ = ["closes_with_mark", "mark_of", "split_maker"]

_ACCOUNT = re.compile(r"@\w|(?:https?://)?[\w-]{1,30}\.[a-z]{2,6}/\S{1,80}$")
_PARTED = re.compile(r"\s?[/|／]\s?|\s\(|,\s| via | for ")
"""What stands between a maker and a provider."""
_INITIALS = lazily(r"\s?/\s?[a-z]{2,4}$")
"""``Agency/Name/abc``: the desk that saw to the picture."""
_OPENING_LABEL = lazily(r"([^\W\d_]{2,4})[ 　・·]+(?=\S)")
"""``撮影・高瀬真理子``: a label without its colon."""
_EDGES = " .,)]）】;＝=·・"


def split_maker(rest: str) -> tuple[str | None, str | None]:
    """Return the maker and the provider; one part alone is the provider if it is known as one, else the maker."""
    rest = rest.strip(" .)]）】;")
    if _ACCOUNT.match(rest):
        return rest, None
    if has_east_asian(rest):
        house, rest = _without_marks(rest)
        if house:
            return rest or None, house
    parts = [part for own in _PARTED.split(rest, maxsplit=1) if (part := own.strip())]
    if not parts:
        return None, None
    if not is_provider(parts[0]):
        return parts[0], parts[1].strip(" )") if len(parts) == 2 else None
    return _behind_provider(rest)


def closes_with_mark(text: str) -> bool:
    """Say whether *text* closes with a maker's mark, ``青柳市提供``; behind a particle it is a verb: ``食事を提供``."""
    mark = mark_of(text)
    return bool(mark) and not text[: -len(mark)].rstrip(_EDGES).endswith(_particles())


def mark_of(text: str) -> str:
    """Return the mark of a maker that closes *text*, or ""."""
    return next((mark for mark in _marks() if text.endswith(mark)), "")


def _behind_provider(rest: str) -> tuple[str | None, str]:
    """Split ``Agency/Name``: all providers at the head are one, the part behind them is the maker."""
    rest = _INITIALS.sub("", rest)
    head = begin = 0
    for sign in _PARTED.finditer(rest):
        if not is_provider(rest[begin : sign.start()].strip()):
            break
        head, begin = sign.start(), sign.end()
    maker = _PARTED.split(rest[begin:], maxsplit=1)[0].strip(" )")
    if not maker or is_provider(maker) or rest[head:begin].strip().isalpha():
        return None, rest.strip()  # “Agency for Outlet” names no maker
    return maker, rest[:head].strip()


def _without_marks(rest: str) -> tuple[str, str]:
    """Return the house of a reporter and the name without role and mark: ``海港報記者林佳蓉攝``, ``＝青柳市提供``."""
    first = rest.partition(". ")[0]  # rights may be reserved behind it
    name = (first if first.endswith(_marks()) else rest).strip(_EDGES)
    opening = _OPENING_LABEL.match(name)
    if opening is not None and is_label(opening[1]):
        name = name[opening.end() :]
    mark = mark_of(name)
    name = name[: len(name) - len(mark)].rstrip(_EDGES) or name
    for role in _roles():
        house, found, behind = name.partition(role)
        behind = behind.strip(_EDGES)
        if found and HAN_NAME.fullmatch(behind):
            return house.strip(_EDGES), behind
    return "", name


@cache
def _marks() -> tuple[str, ...]:
    """Return what closes a maker's name, longest first."""
    return tuple(sorted(phrases("credits", "maker_mark"), key=len, reverse=True))


@cache
def _particles() -> tuple[str, ...]:
    """Return what stands before a mark that is a verb."""
    return tuple(phrases("credits", "before_verb"))


@cache
def _roles() -> tuple[str, ...]:
    """Return what stands before a maker's name, longest first."""
    return tuple(sorted(phrases("credits", "maker_role"), key=lambda role: (-len(role), role)))
