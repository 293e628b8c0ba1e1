# SPDX-License-Identifier: Apache-2.0
"""Give the words of a quotation as a reader sees them, and a value by which a copy of them is told to be unchanged.

Comes in: an article with a quotation of it.  Goes out: text, or a hash.
"""

from __future__ import annotations

import hashlib

from docforge.model import Article, Quote

__all__ = ["verbatim_sha256", "verbatim_words"]


def verbatim_words(article: Article, quote: Quote) -> str:
    """Return a quotation's words between its marks as a reader sees them, each run of white space as one blank."""
    for block in article.blocks:
        if block.span.start <= quote.text_span.start and quote.text_span.end <= block.span.end:
            start = block.offsets.to_text(quote.text_span.start)
            end = block.offsets.to_text(quote.text_span.end - 1) + 1
            return " ".join(block.text[start:end].split())
    return " ".join(quote.text_span.of(article.text).split())


def verbatim_sha256(article: Article, quote: Quote) -> str:
    """Return the SHA-256 (lower-case hexadecimal, of the UTF-8 form) of ``verbatim_words``.

    A re-wrapped copy gives the same value, any other change another one.
    """
    return hashlib.sha256(verbatim_words(article, quote).encode("utf-8", "replace")).hexdigest()
