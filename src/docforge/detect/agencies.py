# SPDX-License-Identifier: Apache-2.0
"""Say whether a name signs for a news agency.

Comes in: a name as it stands in a dateline, byline, credit or sign-off.  Goes out: yes or no, by the list of agencies.
"""

from __future__ import annotations

import re
from functools import lru_cache

from docforge.detect.vocabulary import agencies, folded

__all__ = ["known_agency", "signs_with_initials"]

_DOMAIN_END = re.compile(r"(?<=[^\W\d_]{4})\.[a-z]{2,4}$")
"""Agencies sign with the address of their pages, too: ``INTERFAX.RU``."""
_INITIALS = re.compile(r"\s?\S{2,12}(?: [A-Z]{2,4}){1,4}\s?")
"""Initials of those who wrote and edited, behind a word."""
_DIGIT = re.compile(r"\d")


def known_agency(name: str) -> bool:
    """Say whether *name* signs for a news agency; ``dpa/lby`` and ``AFP/Reuters`` do when one part does."""
    if not name.isalpha() and (not name.replace(" ", "").isalpha() or " and " in name):
        return _known_signature(name)
    key = folded(name)
    return key in agencies() and (len(key) > 2 or name.isupper() or not key.isascii())


@lru_cache(maxsize=4096)
def _known_signature(name: str) -> bool:
    key = folded(name).strip(" .,/-–—«»\"'")
    table = agencies()
    key = _DOMAIN_END.sub("", key)
    if key in table:
        return len(key) > 2 or name.strip(" ./").isupper() or not key.isascii()
    if _DIGIT.search(key):
        return False
    if "/" in key or "-" in key or "," in key or " and " in key:
        return any(part.strip() in table and len(part.strip()) > 2 for part in re.split(r"[/,-]| and ", key))
    return False


def signs_with_initials(text: str) -> bool:
    """Say whether an agency and the initials of its people sign a text: ``PTI ABC XYZ``."""
    return _INITIALS.fullmatch(text) is not None and text.isupper() and known_agency(text.split(maxsplit=1)[0])
