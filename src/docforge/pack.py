# SPDX-License-Identifier: Apache-2.0
"""Articles -> Pack: choose, order, group and date the articles of one book.

The result goes through ``present`` like a single article; there is no second way to write it.
"""

from __future__ import annotations

from collections.abc import Sequence

from docforge.context import Limits
from docforge.errors import LimitError, UsageError
from docforge.model import Article, Pack, PackSection, PartialDate

__all__ = ["bind"]


def bind(
    articles: Sequence[Article],
    *,
    title: str = "",
    locale: str = "en",
    limits: Limits,
    issued: PartialDate | None = None,
) -> Pack:
    """Bind *articles*, in the order given, into a pack with one untitled group.

    Args:
        title: of the book; empty takes the locale's word for "briefing pack".
        locale: BCP 47 tag of the frame.
        issued: date of issue; None takes the newest full date of publication among the articles.

    Raises:
        UsageError: no article.
        LimitError: more than ``limits.pack_articles``.
    """
    if not articles:
        raise UsageError("a pack needs at least one article: name input files")
    if len(articles) > limits.pack_articles:
        raise LimitError(f"{len(articles)} articles are more than {limits.pack_articles}: make several packs")
    return Pack(title, locale, (PackSection("", tuple(articles)),), issued or _newest(articles))


def _newest(articles: Sequence[Article]) -> PartialDate | None:
    full = [a.published for a in articles if a.published is not None and a.published.is_full]
    return max(full, key=lambda d: d.iso, default=None)
