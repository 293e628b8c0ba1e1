# SPDX-License-Identifier: Apache-2.0
"""Other stories: teasers below the text of a page, which read like text.

Comes in: a ``Survey``.  Goes out: the passages that are such teasers, with the titles right above them; none in clean
copy.  Three and more that break off, each below a title, close the page; or of what stands right below the last label
of links the text tells hardly a word.  So does an outlet that tells of itself, or asks for money above a button.  Above
the headline they are items with bullets in a row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import takewhile

from docforge.detect.bylines.byline_words import opens_like_byline
from docforge.detect.look import BULLETS, RUNNING, Look
from docforge.detect.page_or_copy import is_page
from docforge.detect.page_wording import (
    LABEL,
    announces_links,
    asks_for_money,
    heads_points,
    is_page_wording,
    tells_of_news,
)
from docforge.detect.survey import Survey, rows
from docforge.detect.vocabulary import phrases

__all__ = ["other_stories"]

_BREAKS = ("...", "…", "...]", "…]", "...)", "…)")
"""What closes a teaser that breaks off."""
_TEASER, _TITLE = 420, 160
"""Columns of a teaser, and of a title above one, at most."""
_PAIRS = 2
"""So many teasers with their titles are a list of other stories."""
_MOST, _TEXT = 6, 3
"""Passages of running text below a label of links that may be teasers, and above it at least."""
_NEAR = 2
"""So near below its label stands the first of them."""
_ITEMS, _ITEM = 4, 90
"""Items of a list of other stories above the headline, at least, and columns of one at most."""
_TITLED = 20
"""Columns of a headline below such a list, at least."""
_HEADLINE_WORDS, _ECHO = 4, 0.5
"""Words of a line that could be the headline, and how far the text repeats them."""
_TOLD = 0.2
"""The text says less than this share of the words of another story."""


def other_stories(survey: Survey) -> frozenset[int]:
    """Return the teasers of other stories below the text of a page, and their titles; worked out once."""
    known: frozenset[int] | None = survey.memo.get("other_stories")
    if known is None:
        told = (
            (_broken_off, _teasers, _own_words, _above_button, _listed_on_top)
            if is_page(survey)
            else (_own_words, _above_button)
        )
        known = survey.memo["other_stories"] = frozenset(index for found in told for index in found(survey))
    return known


def _broken_off(survey: Survey) -> Iterator[int]:
    """Yield the passages that close the page where each breaks off below a title; some text stands above them.

    Two may be voices that trail off, unless a label of links stands above them.
    """
    running = survey.running()
    teasers = list(takewhile(lambda look: _breaks_off(look) and _title_above(survey, look), reversed(running)))
    if _PAIRS <= len(teasers) < len(running) and (
        len(teasers) > _PAIRS or any(_is_labelled(survey, one) for one in teasers)
    ):
        for teaser in teasers:
            yield from (teaser.index - 1, teaser.index)


def _is_labelled(survey: Survey, teaser: Look) -> bool:
    """Say whether a label of links stands between a teaser and the running text above it."""
    above = takewhile(lambda look: look.prose < RUNNING, reversed(survey.looks[: teaser.index]))
    return any(_labels_links(look) for look in above)


def _labels_links(look: Look) -> bool:
    return look.columns <= LABEL and (announces_links(look) or look.fold in phrases("clutter", "others"))


def _breaks_off(look: Look) -> bool:
    return look.columns <= _TEASER and look.text.rstrip().endswith(_BREAKS)


def _title_above(survey: Survey, look: Look) -> bool:
    """Say whether a line that is no running text stands right above a passage."""
    above = survey.looks[look.index - 1] if look.index else None
    return above is not None and above.prose < RUNNING and above.columns <= _TITLE


def _teasers(survey: Survey) -> Iterator[int]:
    """Yield the label above other stories and those below it: they have titles of their own, or break off.

    A lone passage below a link is where the text goes on.
    """
    return _below_label(survey, _labels_links, partial(_are_teasers, survey))


def _own_words(survey: Survey) -> Iterator[int]:
    """Yield what an outlet tells of itself and its label, ``How we work``: it names news or those who write them."""
    about = phrases("clutter", "about")
    if about.isdisjoint([line.fold for line in survey.lines]):
        return iter(())
    return _below_label(survey, lambda line: line.fold in about, lambda _, below: any(map(tells_of_news, below)))


def _below_label(
    survey: Survey, labels: Callable[[Look], bool], tells: Callable[[Look, Sequence[Look]], bool]
) -> Iterator[int]:
    """Yield the last label and the passages below it, down to the end, of which the text tells nothing.

    A label amid the text has the text below it: that says its own words again.
    """
    running = survey.running()
    for label in reversed(survey.lines):
        if label.columns > LABEL or not survey.has_begun(label) or not labels(label):
            continue
        below = [look for look in running if look.index > label.index]
        if len(below) > _MOST or len(running) - len(below) < _TEXT:
            return
        if below and below[0].index > label.index + _NEAR:
            return  # links stand between, and the text may go on below them
        if any(survey.tells(look) >= _TOLD for look in below):
            return
        if not below or not tells(label, below):
            continue
        for look in below:
            yield look.index
            if look.index - 1 > label.index and _title_above(survey, look):
                yield look.index - 1
        yield label.index


def _are_teasers(survey: Survey, label: Look, below: Sequence[Look]) -> bool:
    """Say whether each of the passages below a label breaks off, or two and more have titles of their own."""
    titled = [look for look in below if look.index - 1 > label.index and _title_above(survey, look)]
    return all(map(_breaks_off, below)) or _PAIRS <= len(titled) == len(below)


def _above_button(survey: Survey) -> Iterator[int]:
    """Yield what asks for money right above the button for it below the text, and the line that heads it.

    In clean copy it names news or their readers: a charity may ask for money as well.
    """
    buttons = phrases("clutter", "give")
    for button in survey.lines:
        if button.fold not in buttons or not survey.runs_at(button.index - 1):
            continue
        asks = survey.looks[button.index - 1]
        if not (is_page(survey) or tells_of_news(asks)) or not asks_for_money(asks):
            continue
        if survey.has_begun(asks) and survey.closes(asks) and survey.tells(asks) < _TOLD:
            yield asks.index
            if asks.index > 1 and survey.looks[asks.index - 1].words <= _HEADLINE_WORDS:
                yield asks.index - 1


def _listed_on_top(survey: Survey) -> Iterator[int]:
    """Yield items with bullets, four and more in a row, above the headline: the text tells nothing of them."""
    above = survey.above_text()
    bulleted = [look for look in above if look.text[0] in BULLETS and look.columns <= _ITEM and not look.ends]
    items = [look for look in bulleted if not survey.states_day(look) and not opens_like_byline(survey, look)]
    for row in rows([item.index for item in items]) if len(items) >= _ITEMS else ():
        looks = [survey.looks[index] for index in row]
        if any(one.words >= _HEADLINE_WORDS and survey.echo(one) >= _ECHO for one in above[: row[0]]):
            return
        told = sum(map(survey.tells, looks)) + sum(map(survey.echo, looks))
        if row[0] and heads_points(survey.looks[row[0] - 1]):
            continue
        if len(row) >= _ITEMS and told < _TOLD * len(row) and _may_title(survey, above[row[-1] + 1 :]):
            yield from row


def _may_title(survey: Survey, lines: Sequence[Look]) -> bool:
    """Say whether one of the lines below a list could be the headline: without one the list is of the text."""
    return any(o.columns >= _TITLED and not (is_page_wording(o) or survey.states_day(o)) for o in lines)
