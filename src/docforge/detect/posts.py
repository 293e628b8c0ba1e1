# SPDX-License-Identifier: Apache-2.0
"""Posts that a page shows: those of networks amid the text, and what readers say of it below.

Comes in: a ``Survey``.  Goes out: the passages that sign a post, which are no byline; the comments of readers.
"""

from __future__ import annotations

from docforge.detect.survey import Survey
from docforge.patterns import lazily

__all__ = ["comments", "signatures_of_posts"]

_SIGNATURE = lazily(r"\s?[—–-]{1,2}\s?\S.{0,60}\(@\w{1,30}\)\s")
"""Who signs a post and the account, before the date."""
_YEAR = lazily(r"(?:\S{1,12}\s){0,4}(?:19|20)\d\d$")
"""The end of a date in whatever language the post is."""
_BEFORE_DATE = 12
"""Characters between the account and the date: a day of the week."""
_AT = ord("@")
_LONGEST = 120
"""Columns of a signature."""
_WIDEST_ACCOUNT = 40
"""Columns of the account of a reader, its bullet included."""
_ACCOUNT = lazily(r"[•·▪*-]\s+(?=\S{0,30}[@_])@?[^\W\d][\w.-]{1,30}")
"""``• @harbour_fan``: a bullet and the account of a reader; a mere word is an item of a list."""


def signatures_of_posts(survey: Survey) -> frozenset[int]:
    """Return the lines that a dash, a name, an account and a date open: ``— Ann Lee (@annlee) May 3, 2022``."""
    known: frozenset[int] | None = survey.memo.get("signatures_of_posts")
    if known is None:
        lines = survey.lines if _AT in survey.data else ()
        known = survey.memo["signatures_of_posts"] = frozenset(
            look.index
            for look in lines
            if "(@" in look.text
            and look.columns <= _LONGEST
            and (match := _SIGNATURE.match(look.text)) is not None
            and not look.ends
            and (
                _YEAR.match(look.text.rstrip(), match.end()) is not None
                or any(found.start - match.end() <= _BEFORE_DATE for found in survey.dates(look))
            )
        )
    return known


def comments(survey: Survey) -> frozenset[int]:
    """Return the accounts behind bullets below the text and what readers say below each: ``• @harbour_fan``.

    No text stands below them but theirs.
    """
    known: frozenset[int] | None = survey.memo.get("comments")
    if known is None:
        lines = survey.lines if _AT in survey.data or b"_" in survey.data else ()
        accounts = frozenset(
            look.index
            for look in lines
            if look.columns <= _WIDEST_ACCOUNT and survey.has_begun(look) and _ACCOUNT.fullmatch(look.text.strip())
        )
        said = [look.index for look in survey.running() if accounts and look.index > min(accounts)]
        own = all(index - 1 in accounts for index in said)
        known = survey.memo["comments"] = accounts.union(index + 1 for index in accounts) if own else frozenset()
    return known
