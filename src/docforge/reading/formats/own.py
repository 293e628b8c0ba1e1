# SPDX-License-Identifier: Apache-2.0
"""docforge's own JSON back to articles, without loss; see ``docforge.interchange``."""

from __future__ import annotations

import json

from docforge.diagnostics import Report
from docforge.errors import InputError
from docforge.interchange import PACK_SCHEMA, article_from_json, pack_from_json
from docforge.model import Article
from docforge.reading.formats import NewsItem

__all__ = ["ArticleReader"]


class ArticleReader:
    """An article or the articles of a pack as ``docforge convert -t json`` wrote them."""

    name = "json"
    extensions = (".json",)
    media_type = "application/json"

    def read(self, data: bytes, *, encoding: str | None, where: str, report: Report) -> tuple[NewsItem | Article, ...]:
        """Return the articles; they are not detected anew."""
        try:
            head = json.loads(data)
        except (ValueError, RecursionError):
            head = None
        if isinstance(head, dict) and head.get("schema") == PACK_SCHEMA:
            articles = pack_from_json(data).articles
            if not articles:
                raise InputError(f"the pack has no article{where}: give one with articles in it")
            return articles
        return (article_from_json(data),)
