# SPDX-License-Identifier: Apache-2.0
"""Posts of networks that a page shows amid the text: the line that signs one is no byline of the article."""

from __future__ import annotations

from docforge.detect.look import Look
from docforge.patterns import lazily

__all__ = ["signs_post"]

_SIGNATURE = lazily(r"\s?[—–-]{1,2}\s?\S.{0,60}\(@\w{1,30}\)")
_LONGEST = 120
"""Columns of a signature."""


def signs_post(look: Look) -> bool:
    """``— Ann Lee (@annlee) May 3, 2022``: say whether a dash, a name and an account open the line."""
    return "(@" in look.text and look.columns <= _LONGEST and _SIGNATURE.match(look.text) is not None
