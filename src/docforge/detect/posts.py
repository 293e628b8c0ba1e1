# SPDX-License-Identifier: Apache-2.0
"""Posts of networks that a page shows amid the text: the line that signs one is no byline of the article.

Comes in: a ``Survey``.  Goes out: the passages that sign a post.
"""

from __future__ import annotations

from docforge.detect.survey import Survey
from docforge.patterns import lazily

__all__ = ["signatures_of_posts"]

_SIGNATURE = lazily(r"\s?[—–-]{1,2}\s?\S.{0,60}\(@\w{1,30}\)\s(?:[^\W\d_]{1,12}\.?\s)?\d")
"""Who signs a post, the account, and the date: a figure with a month before it or none."""
_LONGEST = 120
"""Columns of a signature."""


def signatures_of_posts(survey: Survey) -> frozenset[int]:
    """Return the lines that a dash, a name, an account and a date open: ``— Ann Lee (@annlee) May 3, 2022``."""
    known: frozenset[int] | None = survey.memo.get("signatures_of_posts")
    if known is None:
        lines = survey.lines if b"(@" in survey.data else ()
        known = survey.memo["signatures_of_posts"] = frozenset(
            look.index
            for look in lines
            if "(@" in look.text and look.columns <= _LONGEST and _SIGNATURE.match(look.text) is not None
        )
    return known
