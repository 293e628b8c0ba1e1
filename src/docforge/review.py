# SPDX-License-Identifier: Apache-2.0
"""What detection is unsure of, said to an editor: parts, speakers, the language.

A score ranks readings and is no probability; the limits here were chosen so that an ordinary article gets none or a
few remarks.  Formats only show them.
"""

from __future__ import annotations

from collections.abc import Iterator

from docforge.model import Article, Block, Furniture, Paragraph, Preformatted, Quote, QuoteKind, Span, Unknown
from docforge.records import dataclass

__all__ = ["DOUBTFUL", "Doubt", "doubts"]

DOUBTFUL = 0.6
"""A part or a speaker with a lower score is worth a look."""

_DOUBTFUL_PLACE = 0.8
"""Datelines are found by strict shapes; below this one of them was bent."""
_SETTABLE = {
    "headline": "headline",
    "kicker": "kicker",
    "subheadline": "subheadline",
    "byline": "byline",
    "publication_line": "date",
    "credit_line": "credit",
}
_UNREMARKED = (Paragraph, Furniture, Preformatted)
"""What these are is told by what they are not; their low scores say nothing."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to look at."""

    message: str
    """In the interface language."""
    span: Span | None = None
    """In the source; None for the whole article."""


def doubts(article: Article) -> tuple[Doubt, ...]:
    """Return what an editor should check in *article*, in the order of the text."""
    found = [*_language(article), *_parts(article), *_speech(article)]
    return tuple(sorted(found, key=lambda doubt: -1 if doubt.span is None else doubt.span.start))


def _language(article: Article) -> Iterator[Doubt]:
    if article.language_rule == "unsure":
        yield Doubt(f"Language unsure: treated as {article.language}. Name it with --lang.")


def _parts(article: Article) -> Iterator[Doubt]:
    for block in article.blocks:
        if isinstance(block, Unknown):
            yield Doubt("No rule could place this text; it is kept as it stands.", block.span)
        elif block.rule != "override" and block.score < DOUBTFUL and not isinstance(block, _UNREMARKED):
            yield Doubt(_part(block), block.span)
    line = article.dateline
    if line is not None and line.score < _DOUBTFUL_PLACE:
        yield Doubt(f"Taken for the dateline (score {line.score:.2f}, {line.rule}). Please check.", line.span)


def _part(block: Block) -> str:
    name = block.KIND.replace("_", " ")
    field = _SETTABLE.get(block.KIND)
    way_out = f" If it is not, set --set {field}=…." if field else ""
    return f"Taken for a {name} (score {block.score:.2f}, {block.rule}). Please check.{way_out}"


def _speech(article: Article) -> Iterator[Doubt]:
    for quote in article.quotes:
        if quote.kind not in (QuoteKind.DIRECT, QuoteKind.MIXED):
            continue
        if not (quote.person or quote.speaker):
            yield Doubt("Nobody was found who says this.", quote.span)
        elif quote.score < DOUBTFUL:
            yield Doubt(_speaker(quote), quote.span)


def _speaker(quote: Quote) -> str:
    return f"Said by {quote.person or quote.speaker}? (score {quote.score:.2f}, {quote.rule}). Please check."
