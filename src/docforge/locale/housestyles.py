# SPDX-License-Identifier: Apache-2.0
"""Named date styles of news houses and institutions, over the styles of CLDR."""

from __future__ import annotations

from collections.abc import Callable

from docforge.errors import UsageError
from docforge.model import PartialDate

__all__ = ["NAMES", "formatter"]

NAMES = ("iso",)


def formatter(
    locale: str, style: str, calendar: str, numbering: str | None, precision: str
) -> Callable[[PartialDate], str]:
    """Return the printer of a house style.

    Raises:
        UsageError: no such style.
    """
    if style != "iso":
        raise UsageError(f"no house style {style!r}: use {', '.join(NAMES)}")
    return lambda date: date.iso
