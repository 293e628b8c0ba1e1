# SPDX-License-Identifier: Apache-2.0
"""Changes to the article's own words that the user asked for: dateline, dates, typography.

Comes in: an article, the output locale, what was asked.  Goes out: for each block the changes to its text, in order
and apart from each other.  Without a request there are none: wire copy is evidence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from docforge import locale
from docforge.diagnostics import Report
from docforge.errors import LocaleError, UsageError
from docforge.locale import Change
from docforge.model import (
    Article,
    Block,
    Byline,
    Caption,
    CreditLine,
    Crosshead,
    Headline,
    Kicker,
    ListItem,
    Paragraph,
    PublicationLine,
    QuoteKind,
    Span,
    Subheadline,
    Tagline,
    Turn,
)
from docforge.records import dataclass

__all__ = ["DATELINE_MODES", "BlockEdits", "CopyEditor", "ProposedChange", "Requests", "text_range"]

DATELINE_MODES = ("original", "localised")

_DATED = (Paragraph, ListItem, Caption, CreditLine, PublicationLine, Byline, Turn, Tagline)
"""Blocks whose dates may be rewritten; headlines are titles."""
_SET = (*_DATED, Headline, Kicker, Subheadline, Crosshead)
"""Blocks that are set in the typography of a locale."""


@dataclass(frozen=True, slots=True)
class Requests:
    """What may be changed."""

    rewrite_dates: bool = False
    typography: bool = False
    dateline: str = "original"
    """One of ``DATELINE_MODES``."""


@dataclass(frozen=True, slots=True)
class BlockEdits:
    """The changes to one block's text; offsets are into that text."""

    changes: tuple[Change, ...] = ()
    dates: tuple[tuple[int, int, str], ...] = ()
    """Where dates are rewritten, with their ISO form."""
    dateline: tuple[int, int] | None = None
    """The range that a rendered dateline replaces."""


@dataclass(frozen=True, slots=True)
class ProposedChange:
    """A change with the words around it, for people to look at."""

    span: Span
    """Where it stands in the source."""
    kind: str
    """The block's kind."""
    before: str
    after: str


_NONE = BlockEdits()
_CONTEXT = 24
"""Characters of context on each side of a change that is shown."""


def _spoken(article: Article) -> Iterator[Span]:
    """Where words stand as someone said them."""
    for quote in article.quotes:
        if quote.kind is QuoteKind.MIXED:
            yield from quote.inner
        elif quote.kind is not QuoteKind.INDIRECT:
            yield quote.span


def text_range(block: Block, span: Span) -> tuple[int, int]:
    """Return the part of *block*'s text that *span* of the source covers, half-open."""
    start = 0 if span.start <= block.span.start else block.offsets.to_text(span.start)
    end = len(block.text) if span.end >= block.span.end else block.offsets.to_text(span.end - 1) + 1
    return min(start, len(block.text)), min(end, len(block.text))


def _clusters(changes: tuple[Change, ...]) -> Iterator[list[Change]]:
    waiting: list[Change] = []
    for change in changes:
        if waiting and change.start - waiting[-1].end > _CONTEXT:
            yield waiting
            waiting = []
        waiting.append(change)
    if waiting:
        yield waiting


class CopyEditor:
    """Works out the changes to the blocks of one article and reports them."""

    def __init__(self, article: Article, style: locale.DateStyle, requests: Requests, report: Report) -> None:
        """*style* names the output locale and how it writes dates."""
        self.article, self.style, self.requests, self.report = article, style, requests, report
        self._spared = sorted((*_spoken(article), *(entity.span for entity in article.entities)))
        self._starts = [span.start for span in self._spared]
        self._set_signs = 0

    @property
    def asked(self) -> bool:
        """Say whether anything may be changed at all."""
        return self.requests != Requests()

    def edits(self, block: Block) -> BlockEdits:
        """Return the changes to *block*; each is reported."""
        if not self.asked or not isinstance(block, _SET):
            return _NONE
        taken: list[Change] = []
        dateline = self._dateline(block)
        if dateline is not None:
            taken.append(dateline)
        dates: list[tuple[int, int, str]] = []
        if self.requests.rewrite_dates and isinstance(block, _DATED):
            for written in self._dates(block, dateline):
                taken.append(written.change)
                dates.append((written.change.start, written.change.end, written.date.iso))
        ranges = [(change.start, change.end) for change in taken]
        signs = locale.apart(self._typography(block.text, block.lang), ranges)
        self._set_signs += len(signs)
        found = (dateline.start, dateline.end) if dateline is not None else None
        return BlockEdits(tuple(sorted((*taken, *signs))), tuple(dates), found)

    def title(self, text: str) -> str:
        """Return *text*, which repeats the article's headline elsewhere, as the headline is set."""
        return locale.changed(text, self._typography(text, None))

    def finish(self) -> None:
        """Report what was set, once all blocks are done."""
        if self._set_signs:
            own = self._typography_locale(self.article.language) or self.style.locale
            self.report.add("DF-P123", locale=own, count=self._set_signs)

    def proposals(self) -> Iterator[ProposedChange]:
        """Return all changes to the article in order; those that stand close together as one."""
        for block in self.article.blocks:
            for cluster in _clusters(self.edits(block).changes):
                start, end = cluster[0].start, cluster[-1].end
                low, high = max(0, start - _CONTEXT), min(len(block.text), end + _CONTEXT)
                before = block.text[low:high]
                shifted = [Change(c.start - low, c.end - low, c.text) for c in cluster]
                marks = ("…" if low else "", "…" if high < len(block.text) else "")
                yield ProposedChange(
                    block.offsets.span_to_source(start, max(end, min(start + 1, len(block.text)))),
                    block.KIND,
                    before.join(marks),
                    locale.changed(before, shifted).join(marks),
                )
        self.finish()

    # -- kinds of change --------------------------------------------------------------------

    def _dateline(self, block: Block) -> Change | None:
        dateline = self.article.dateline
        if self.requests.dateline != "localised" or dateline is None or dateline.span not in block.span:
            return None
        language = block.lang or self.article.language
        reason = locale.dateline_hindrance(dateline, language, self.style.locale, self.article.published)
        if reason:
            self.report.add("DF-P125", span=dateline.span, text=dateline.raw, reason=reason)
            return None
        start, end = text_range(block, dateline.span)
        end, _ = locale.dateline_separator(block.text, end)
        new = locale.render_dateline(dateline, self.style.locale)
        self.report.add("DF-P124", span=dateline.span, text=dateline.raw, new=new)
        return Change(start, end, new + locale.space_after_dateline(self.style.locale))

    def _dates(self, block: Block, dateline: Change | None) -> Iterator[locale.RewrittenDate]:
        spared = [text_range(block, span) for span in self._spared_in(block.span)]
        if dateline is not None:
            spared.append((dateline.start, dateline.end))
        language = block.lang or self.article.language
        written, left = locale.rewrite_dates(
            block.text, language, self.style, reference=self.article.published, spared=spared
        )
        for own in written:
            span = block.offsets.span_to_source(own.change.start, own.change.end)
            old = block.text[own.change.start : own.change.end]
            self.report.add("DF-P121", span=span, text=old, new=own.change.text)
        for stays in left:
            if dateline is not None and dateline.start <= stays.start < dateline.end:
                continue
            span = block.offsets.span_to_source(stays.start, stays.end)
            self.report.add("DF-P122", span=span, text=block.text[stays.start : stays.end], reason=stays.reason)
        yield from written

    def _spared_in(self, span: Span) -> Iterator[Span]:
        """Quotations and names that overlap *span*; they are sorted and mostly lie apart."""
        at = bisect_left(self._starts, span.start)
        for own in (*self._spared[max(0, at - 4) : at], *self._spared[at : bisect_left(self._starts, span.end)]):
            if own.overlaps(span):
                yield own

    def _typography(self, text: str, lang: str | None) -> tuple[Change, ...]:
        own = self._typography_locale(lang or self.article.language)
        return locale.typeset_changes(text, own) if own and self.requests.typography else ()

    def _typography_locale(self, language: str) -> str:
        """The output locale where it has the text's language, else that language; empty where neither is known.

        Marks belong to the language of the words: an English text keeps English marks in a French document.
        """
        if language == "und":
            return ""
        if locale.same_language(language, self.style.locale):
            return self.style.locale
        try:
            return locale.canonical_tag(language)
        except (LocaleError, UsageError):
            return ""
