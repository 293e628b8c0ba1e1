# SPDX-License-Identifier: Apache-2.0
"""A saved web page: trafilatura finds the article in it, our detectors find the article's structure.

trafilatura (Apache-2.0) comes with the extra ``html``.  Nothing is fetched.  Headline, deck, byline, date and captions
are told by what the page declares (Open Graph, Dublin Core, schema.org), by what its markup calls them, and by where
they stand; see ``page``.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from docforge.diagnostics import Report
from docforge.errors import InputError, MissingError
from docforge.model import Article
from docforge.patterns import SENTENCE_ENDS
from docforge.reading.formats import Assembly, NewsItem, flat, report_unused
from docforge.reading.formats.blocks import Piece, pieces_of
from docforge.reading.formats.page.archive import unwrapped
from docforge.reading.formats.page.declared import Declared
from docforge.reading.formats.page.markup import letters_of
from docforge.reading.formats.page.story import Story
from docforge.reading.formats.xml import parse_html

__all__ = ["HtmlReader"]

_PROSE_WORDS = 12
_LINE = 160
"""Longest block that can be a byline, in characters."""


class HtmlReader:
    """One web page."""

    name = "html"
    extensions = (".html", ".htm", ".xhtml", ".mhtml", ".mht", ".webarchive")
    media_type = "text/html"

    def read(self, data: bytes, *, encoding: str | None, where: str, report: Report) -> tuple[NewsItem | Article, ...]:
        """Return the article of the page."""
        from docforge.reading.decode import decode

        try:
            from trafilatura import bare_extraction
        except ImportError as error:
            raise MissingError(
                f"reading a web page needs trafilatura{where}: pip install 'docforge[html]', "
                "or --from text to take the file as it stands"
            ) from error
        markup, charset = unwrapped(data, where)
        decoded = decode(markup, encoding or charset, where, report=report)
        root = parse_html(decoded.text)
        if root is None:
            raise InputError(f"the page has no text{where}: give one with an article in it")
        declared = Declared(root)
        found = bare_extraction(
            decoded.text, include_comments=False, include_tables=True, include_formatting=False,
            with_metadata=False, deduplicate=False,
        )  # fmt: skip
        body = getattr(found, "body", None)
        pieces = pieces_of(root)
        story = Story(root, pieces, [_words(node) for node in body] if body is not None else [], declared)
        if not story.parts:
            raise InputError(f"no article was found in the page{where}: --from text takes the file as it stands")
        page = Assembly()
        author = _unshown_author(declared, story)
        if not story.shows_headline:
            page.add(next(iter(declared.headlines), ""), "headline", "html.title")
            page.add(author, "byline", "html.author")
        for part in story.parts:
            page.add(part.text, part.kind, part.rule, names=part.names)
            if part.kind == "headline":
                page.add(author, "byline", "html.author")
        metadata = declared.metadata(report)
        item = page.item({**metadata, "date": metadata["date"] or story.day}, decoded.encoding, decoded.rule)
        _report_rest(pieces, item.text, report)
        return (item,)


def _words(node: Any) -> str:
    """Return the text of what was extracted, a line for each line of the page."""
    return "\n".join(text for own in node.iter() for text in (own.text, own.tail) if text and text.strip())


def _unshown_author(declared: Declared, story: Story) -> str:
    """Return the author whom the page declares and does not show, or nothing."""
    if any(part.kind == "byline" for part in story.parts):
        return ""
    lines = [flat(part.text) for part in story.parts if part.kind in ("", "body") and len(part.text) <= _LINE]
    author = flat(declared.author)
    return "" if any(author in line for line in lines) else declared.author


_LETTERS = re.compile(r"[^\W_]+")


def _report_rest(pieces: list[Piece], text: str, report: Report) -> None:
    """Report what the page shows beside the article: sentences and captions as a warning, menus as a note."""
    kept = Counter(_LETTERS.findall(text))
    said = set(map(letters_of, text.split("\n")))  # once is enough: pages hold their text twice
    rest, sentences = 0, []
    for piece in pieces:
        if letters_of(piece.text) in said:
            kept.subtract(_LETTERS.findall(piece.text))
            continue
        words = _LETTERS.findall(piece.text)
        missing = [word for word in words if kept[word] <= 0]
        for word in words:
            kept[word] -= kept[word] > 0
        if len(missing) * 2 < len(words):
            continue
        rest += len(words)
        ends = piece.text.rstrip("\"'”’»)").endswith(tuple(SENTENCE_ENDS))
        if piece.kind == "caption" or (ends and len(words) >= _PROSE_WORDS):
            sentences.append(f"‘{' '.join(piece.text.split())[:60]} …’")
    report_unused(report, "DF-R152", "html", sentences)
    if rest:
        report.add("DF-R153", format="html", count=rest)
