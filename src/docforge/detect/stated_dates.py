# SPDX-License-Identifier: Apache-2.0
"""Which of the dates that lines state are those of the article: other stories, the visit and chronicles state some too.

Comes in: the blocks of an article.  Goes out: for each role the line that states its date.
"""

from __future__ import annotations

from collections.abc import Sequence

from docforge.detect.publication import BARE_DATE, NO_YEAR
from docforge.detect.vocabulary import folded, openings
from docforge.model import (
    Block,
    DateRole,
    Furniture,
    Headline,
    Paragraph,
    PublicationLine,
    Subheadline,
)
from docforge.patterns import FULL_STOPS

__all__ = ["first_dated"]

_BESIDE = 1
"""The line right above the headline stands beside it."""
_TEXT = (Paragraph, Subheadline)
"""Between the first and the last of these a date stands amid the text."""


def first_dated(blocks: Sequence[Block]) -> dict[DateRole, PublicationLine]:
    """Return for each role the first line that states a date.

    Where the head of the article has a date, an unlabelled one above a title amid its text is of another story; where
    it has none, several of them are of what the text tells day by day.  Several below page wording under the text are
    of other stories too.
    """
    dated = [(at, b) for at, b in enumerate(blocks) if isinstance(b, PublicationLine) and b.date is not None]
    text = [at for at, b in enumerate(blocks) if isinstance(b, _TEXT)] if dated else []
    if text:
        amid = range(text[0], text[-1])
        if dated[0][0] < text[0]:
            dated = [(at, b) for at, b in dated if at not in amid or not _is_of_another(b, blocks[at + 1])]
        elif sum(b.rule == BARE_DATE and _is_between(blocks, at, amid) for at, b in dated) > 1:
            dated = [(at, b) for at, b in dated if at not in amid or b.rule != BARE_DATE]
        ends = next((at for at in range(text[-1] + 1, len(blocks)) if isinstance(blocks[at], Furniture)), len(blocks))
        if sum(at > ends and b.rule == BARE_DATE for at, b in dated) > 1:
            dated = [(at, b) for at, b in dated if at < ends or b.rule != BARE_DATE]
    return {line.role: line for _, line in reversed(_nearest(blocks, dated))}


def _is_between(blocks: Sequence[Block], at: int, amid: range) -> bool:
    """Say whether running text stands right above and below a date, as in what is told day by day."""
    return at in amid and isinstance(blocks[at - 1], _TEXT) and isinstance(blocks[at + 1], _TEXT)


def _nearest(blocks: Sequence[Block], dated: list[tuple[int, PublicationLine]]) -> list[tuple[int, PublicationLine]]:
    """Return *dated* lines with the unlabelled one that states the day best first.

    A date without a label is of an event or the visit where an earlier one above the text has one, ``Posted: 9 May``,
    or anywhere below one above the headline.
    One above the headline of a page is that of the visit where an earlier one stands right above the headline, which
    pages print twice, no event named before it, or between headline and text, and a full date says more than the same
    day without its year.
    """
    title = next((at for at, block in enumerate(blocks) if isinstance(block, Headline)), -1)
    text = next((at for at, block in enumerate(blocks) if isinstance(block, Paragraph)), len(blocks))
    published = [(at, b) for at, b in dated if b.role is DateRole.PUBLISHED]
    if len(published) < 2:
        return dated
    first = published[0]
    if not _is_labelled(first[1]):
        reach = len(blocks) if first[0] < title else text
        announced = [e for e in published[1:] if e[0] < reach and _is_labelled(e[1]) and _is_earlier(e[1], first[1])]
        if announced:
            return _with_first(announced[0], dated)
    if first[1].rule not in {BARE_DATE, NO_YEAR}:
        return dated
    if first[0] < title and any(isinstance(block, Furniture) for block in blocks[:title]):
        near = (entry for entry in published[1:] if title - _BESIDE <= entry[0] < text)
        below = [(at, line) for at, line in near if at > title or not _is_of_event(line)]
        better = [entry for entry in below if _is_earlier(entry[1], first[1]) or _completes(entry[1], first[1])]
    else:
        better = [entry for entry in published[1:] if _completes(entry[1], first[1])]
    return _with_first(better[0], dated) if better else dated


def _with_first(
    first: tuple[int, PublicationLine], dated: list[tuple[int, PublicationLine]]
) -> list[tuple[int, PublicationLine]]:
    return [first, *(entry for entry in dated if entry is not first)]


def _is_labelled(line: PublicationLine) -> bool:
    return bool(openings("publication", "published").all(folded(line.text)))


def _is_earlier(line: PublicationLine, other: PublicationLine) -> bool:
    """Say whether both lines state day, month and year, *line* the earlier one: nobody reads what is yet to appear."""
    dates = [one.date for one in (line, other) if one.date is not None and one.date.is_full]
    return len(dates) == 2 and dates[0].iso < dates[1].iso


def _is_of_event(line: PublicationLine) -> bool:
    """``Meeting: March 12, 2024``: say whether a word that is no label of the article's date stands before one."""
    if line.rule != BARE_DATE or line.date_span is None:
        return False
    return any(map(str.isalpha, line.text[: max(0, line.date_span.start - line.span.start)]))


def _completes(line: PublicationLine, other: PublicationLine) -> bool:
    """Say whether *line* states the year of the day that *other* leaves without one."""
    date, day = line.date, other.date
    if date is None or day is None or day.year is not None:
        return False
    return date.is_full and (date.month, date.day) == (day.month, day.day)


def _is_of_another(line: PublicationLine, below: Block) -> bool:
    """Say whether an unlabelled date stands above what is no sentence: the title of another story."""
    return line.rule == BARE_DATE and below.text.rstrip()[-1:] not in FULL_STOPS
