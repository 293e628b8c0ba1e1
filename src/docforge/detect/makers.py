# SPDX-License-Identifier: Apache-2.0
"""Who made a picture and who gave it out, told from the words of a credit behind its label.

Comes in: ``Name / Agency``, ``Agency/Name``, ``林佳蓉攝``.  Goes out: the maker and the provider.  Rule: IPTC Photo
Metadata 2023.2, Creator and Credit Line.
"""

from __future__ import annotations

import re
from functools import cache

from docforge.detect.credit_words import is_provider
from docforge.detect.vocabulary import phrases
from docforge.patterns import lazily

__all__ = ["split_maker"]

_ACCOUNT = re.compile(r"@\w|(?:https?://)?[\w-]{1,30}\.[a-z]{2,6}/\S{1,80}$")
_PARTED = re.compile(r"\s?[/|／]\s?|\s\(|,\s| via | for ")
"""What stands between a maker and a provider."""
_INITIALS = lazily(r"\s?/\s?[a-z]{2,4}$")
"""``Agency/Name/abc``: the desk that saw to the picture."""
_EDGES = " .,)]）】;＝=·・"


def split_maker(rest: str) -> tuple[str | None, str | None]:
    """Return the maker and the provider; one part alone is the provider if it is known as one, else the maker."""
    rest = rest.strip(" .)]）】;")
    if _ACCOUNT.match(rest):
        return rest, None
    if not rest.isascii():
        house, rest = _without_marks(rest)
        if house:
            return rest or None, house
    parts = [part for own in _PARTED.split(rest, maxsplit=1) if (part := own.strip())]
    if not parts:
        return None, None
    if not is_provider(parts[0]):
        return parts[0], parts[1].strip(" )") if len(parts) == 2 else None
    return _behind_provider(rest)


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
    name = rest.strip(_EDGES)
    mark = next((mark for mark in _marks() if name.endswith(mark)), "")
    name = name[: len(name) - len(mark)].rstrip(_EDGES) or name
    for role in _roles():
        house, found, behind = name.partition(role)
        if found and behind:
            return house.strip(_EDGES), behind.strip(_EDGES)
    return "", name


@cache
def _marks() -> tuple[str, ...]:
    """Return what closes a maker's name, longest first."""
    return tuple(sorted(phrases("credits", "maker_mark"), key=len, reverse=True))


@cache
def _roles() -> tuple[str, ...]:
    """Return what stands before a maker's name, longest first."""
    return tuple(sorted(phrases("credits", "maker_role"), key=len, reverse=True))
