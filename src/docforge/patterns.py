# SPDX-License-Identifier: Apache-2.0
"""Regular expressions that are compiled when first used.

Classes of many East Asian or astral ranges take milliseconds each to compile, which an article in Latin letters
should not pay at every start.  Guard their use with a cheap test of the text, such as ``has_east_asian``.
"""

from __future__ import annotations

import re
from typing import Any, cast

__all__ = ["Lazy", "has_east_asian", "has_unspaced", "lazily"]


class Lazy:
    """Stands for a pattern until one of its methods is asked for; made by ``lazily``."""

    def __init__(self, source: str, flags: int) -> None:
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
            found = self.__dict__["_compiled"] = re.compile(self._source, self._flags)
        return cast("re.Pattern[str]", found)


def lazily(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return what behaves like ``re.compile(source, flags)`` but compiles at the first use.

    A fault in *source* shows at the first use, so every module's tests must use every pattern.
    """
    return cast("re.Pattern[str]", Lazy(source, flags))


_EAST_ASIAN = re.compile("[\u1100-\u11ff\u2e80-\U0010ffff]")


def has_east_asian(text: str) -> bool:
    """Say whether *text* holds Hangul, kana, ideographs or anything encoded above them; never wrongly False.

    General punctuation (U+2000..2E7F) stands in Latin text too and does not count.
    """
    return not text.isascii() and _EAST_ASIAN.search(text) is not None


_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\U0010ffff]")


def has_unspaced(text: str) -> bool:
    """Say whether *text* may hold a script written without spaces: East Asian, Thai, Lao, Myanmar or Khmer."""
    return not text.isascii() and _UNSPACED.search(text) is not None
