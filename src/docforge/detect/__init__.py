# SPDX-License-Identifier: Apache-2.0
"""``Source`` to ``Article``: independent detectors see, one resolver decides, nothing is lost.

Comes in: a ``Source``.  Goes out: an ``Article`` whose blocks cover every character of every passage once, in
order.  Knows nothing of pages, fonts or output formats.
"""

from __future__ import annotations

from dataclasses import replace

from docforge.diagnostics import Report
from docforge.model import Article, PublicationLine, Source, Span
from docforge.records import dataclass

__all__ = ["DetectSettings", "amended", "detect", "find_speech", "find_stories", "find_structure"]


@dataclass(frozen=True, slots=True)
class DetectSettings:
    """What the user says about an article; it wins over what is detected."""

    language: str | None = None
    """BCP 47 tag of the article, or None to detect it."""
    overrides: tuple[tuple[str, str], ...] = ()
    """Field and value pairs; fields are those of ``docs/detectors.md`` (``headline``, ``byline``, ``date`` …)."""


_DEFAULTS = DetectSettings()


def detect(source: Source, settings: DetectSettings = _DEFAULTS, *, report: Report) -> Article:
    """Find the structure of *source*, its quotations and entities.

    Args:
        source: What ``read`` returned.
        settings: The language and fields that the user gave.
        report: Gets a remark when the language is in doubt, when text had no place, when an override is unknown.

    Returns:
        The article; its blocks are in source order, do not overlap and cover every passage.

    Raises:
        UsageError: ``settings.language`` is no well-formed BCP 47 tag, or an override's date is none.

    Cost: linear in the length of the text.
    """
    return find_speech(find_structure(source, settings, report=report))


def find_structure(source: Source, settings: DetectSettings = _DEFAULTS, *, report: Report) -> Article:
    """Do the first part of ``detect``: the article has its blocks, and no quotations and entities yet."""
    from docforge.detect.assemble import assemble

    return assemble(source, settings.language, settings.overrides, report)


def find_speech(article: Article) -> Article:
    """Do the second part of ``detect``: return what ``find_structure`` gave with its quotations and entities."""
    from docforge.detect.entities import find_entities
    from docforge.detect.quotes import find_quotes
    from docforge.detect.words import cut_blocks

    text, blocks, language = article.text, article.blocks, article.language
    cut = cut_blocks(blocks, language)
    entities = find_entities(text, blocks, language, cut)
    dateline = article.dateline.span if article.dateline else None
    quotes = find_quotes(text, blocks, language, entities, dateline, cut)
    return replace(article, quotes=quotes, entities=entities)


def amended(article: Article, settings: DetectSettings, *, report: Report) -> Article:
    """Return a finished *article* with the user's word on top; nothing is detected anew.

    Raises:
        UsageError: as in ``detect``.

    Diagnostics: DF-D105 a date that it left in doubt, and that the user does not name.
    """
    doubtful = any(isinstance(block, PublicationLine) and block.alternative for block in article.blocks)
    if settings == DetectSettings() and not doubtful:
        return article
    from docforge.detect.assemble import amend

    return amend(article, settings.language, settings.overrides, report)


def find_stories(source: Source, *, eager: bool, report: Report) -> tuple[Span, ...]:
    """Return the stories that *source* holds, in order; empty when it holds one.

    Args:
        source: plain text; formats that tell stories apart themselves need no search.
        eager: split at every plain separator; otherwise only where each piece shows by its own headline and
            dateline, byline or date that it is a story, and at the marks of known dumps.

    Returns:
        Disjoint spans of ``source.text``.  What lies between them is separators, or reported.

    Diagnostics: DF-R140 what was split, DF-R141 text that belongs to no story, DF-R142 nothing to split at.

    Cost: linear in the length of the text.
    """
    from docforge.detect.separators import may_separate, short_rows

    stories: tuple[Span, ...] = ()
    if may_separate(source, short_rows(source)):
        from docforge.detect.stories import split

        stories = split(source, eager, report)
    if not stories and eager:
        report.add("DF-R142")
    return stories
