# SPDX-License-Identifier: Apache-2.0
"""Bullets, and lists that lost them: short lines in a row, below a heading or a colon, amid the running text.

Comes in: a ``Survey``.  Goes out: the passages that are items of such a list, or fields in a row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from docforge.detect.boxes import is_said_in
from docforge.detect.contacts import announces_contacts, contacts
from docforge.detect.credits import credited
from docforge.detect.look import COLON, RUNNING, Look
from docforge.detect.page_or_copy import is_page
from docforge.detect.page_wording import is_furniture_phrase, opens_like_link
from docforge.detect.survey import Survey, rows
from docforge.detect.vocabulary import phrases
from docforge.patterns import FULL_STOPS, lazily

__all__ = ["BULLET", "is_among_fields", "is_field", "opens_item", "plain_items"]

_FEWEST, _MOST = 2, 12
"""So many items make a list; more of them on a page are a menu."""
_LINE = 0.6
"""An item reads less like running text than this, as questions do."""
_LONG = 0.5
"""A long line that leads into a list reads as much like it."""
_MIXED = 4
"""So many lines are a list if some of them ask."""
_WIDEST = 120
"""Columns of an item."""
_ALIKE, _BRIEF = 3, 8
"""So many lines of so many words at most show that they are built alike."""
_BRIEFER = 0.75
"""So much of the width of the items has a last line that heads the text below."""
_ASKS = frozenset("?？؟")
_LEADS, _LEADING = frozenset(":："), 5
"""What closes text that leads into a list, and the words of a line on a page that does."""
BULLET = re.compile(r"[\s\u3000]{0,8}(?:(?:[-–—*•·▪▫■□●○◦‣⁃►▶➤✓✔➢➔]|－)[\s\u00a0\u3000]{1,8}|・[\s\u3000]{0,8})(?=\S)")
"""A bullet at the head of a line, blanks before and behind it."""
_FIELD, _FIELD_OF = 80, lazily(r"[^\W\d_][^:：]{1,29}[:：]\s?[^\s:：]")
"""Columns of a field at most, and its label."""
_LEADING_LAST = 3
"""Words of such a line above the last lines of clean copy."""


def opens_item(look: Look) -> bool:
    """Say whether a passage begins with a bullet."""
    return BULLET.match(look.text[:12]) is not None


def is_among_fields(survey: Survey, look: Look) -> bool:
    """Say whether a line states something behind its label, and so does the one right above or right below it.

    ``Attendance: 4,312`` and ``Referee: T. Holm`` stand so below the report on a match.
    """
    if not is_field(look):
        return False
    if look.index and look.passage.blank_before == 0 and is_field(survey.looks[look.index - 1]):
        return True
    below = survey.looks[look.index + 1 : look.index + 2]
    return any(other.passage.blank_before == 0 and is_field(other) for other in below)


def is_field(look: Look) -> bool:
    """Say whether a line states something behind a label and its colon."""
    return COLON in look.signs and look.columns <= _FIELD and _FIELD_OF.match(look.text) is not None


def plain_items(survey: Survey) -> frozenset[int]:
    """Return the items of lists without bullets.

    Such a list stands in clean copy below a line right below running text, or anywhere below running text that closes
    with a colon; running text stands below it, or a heading or a brief sentence and running text, or nothing below
    three items behind a colon or a question.  On pages titles of other stories stand so.
    """
    known: frozenset[int] | None = survey.memo.get("plain_items")
    if known is None:
        page = is_page(survey)
        lines = [look.index for look in survey.lines if look.prose < _LINE and _may_be_item(survey, look)]
        runs = [survey.looks[row[0] : row[-1] + 1] for row in rows(lines)]
        known = survey.memo["plain_items"] = frozenset(i for run in runs for i in _items(survey, run, page))
    return known


def _are_alike(run: Sequence[Look]) -> bool:
    """Say whether brief lines are built alike, as titles are not: all small, or with one comma or colon each."""
    if len(run) < _ALIKE or any(look.words > _BRIEF for look in run):
        return False
    if all(look.text[0].islower() for look in run):
        return True
    return any(all(look.text.count(sign) == 1 for look in run) for sign in (", ", ": "))


def _may_be_item(survey: Survey, look: Look) -> bool:
    """Say whether a line amid the text that does not read as prose may be an item.

    Below a deck stand those who wrote the text, and when.
    """
    return (
        look.columns <= _WIDEST
        and look.times == 1
        and look.text[0].isalnum()
        and (not look.ends or _asks(look))
        and survey.is_below_two(look)
        and not is_furniture_phrase(look)
        and not opens_like_link(look)
        and look.index not in credited(survey)
    )


def _reads_on(survey: Survey, look: Look) -> bool:
    """Say whether a line is running text, or a brief sentence right above some."""
    if look.prose >= RUNNING:
        return True
    return look.text.rstrip()[-1] in FULL_STOPS and survey.runs_at(look.index + 1)


def _asks(look: Look) -> bool:
    return look.text.rstrip()[-1] in _ASKS


def _leads(survey: Survey, above: Look) -> bool:
    """Say whether running text stands right above a list, or a long line with a colon below some and its heading."""
    if above.prose >= RUNNING:
        return True
    if above.prose < _LONG or above.text.rstrip()[-1] not in _LEADS:
        return False
    return any(look.prose >= RUNNING for look in survey.looks[max(0, above.index - 2) : above.index])


def _items(survey: Survey, run: Sequence[Look], page: bool) -> list[int]:
    """Return which lines of *run*, all that stand in a row, are items."""
    above, below = survey.looks[run[0].index - 1], survey.below(run[-1])
    if not _leads(survey, above):
        return []
    if below is None and not page and len(run) > _FEWEST:
        return _last_items(survey, run, led=above.text.rstrip()[-1] in _LEADS)
    if below is None or not _reads_on(survey, below):
        return []
    if _tell_contacts(survey, run):
        return []
    if above.text.rstrip()[-1] not in _LEADS:
        run = _below_heading(run, page)
    if len(run) > _FEWEST and _heads(run, below):
        run = run[:-1]
    return [look.index for look in run] if len(run) >= _FEWEST and (len(run) <= _MOST or not page) else []


def _tell_contacts(survey: Survey, run: Sequence[Look]) -> bool:
    """Say whether lines in a row tell whom to ask, or the first of them announces that."""
    return announces_contacts(survey, run[0]) or not contacts(survey).isdisjoint([look.index for look in run])


def _below_heading(run: Sequence[Look], page: bool) -> Sequence[Look]:
    """Return the lines of *run* below the one that heads them; on pages only what is surely a list."""
    if not page and len(run) >= _MIXED and any(map(_asks, run[1:-1])):
        return run  # where some ask and others do not, nothing tells a heading from an item
    if run[0].text[0].islower():
        return []  # no heading opens so
    leads = run[0].words >= _LEADING and run[0].text.rstrip()[-1] in _LEADS
    alike = _are_alike(run[1:])
    if not alike and _are_alike(run[1:-1]) and run[-1].columns <= max(look.columns for look in run[1:-1]):
        run, alike = run[:-1], True  # the heading of what follows is unlike them
    alike = alike and not _are_alike(run)  # nor is the heading above like them
    return run[1:] if leads or not page or alike else []


def _heads(run: Sequence[Look], below: Look) -> bool:
    """Say whether the last line of *run* heads the text below: it asks, is briefer than the others or is said there."""
    last = run[-1]
    briefer = last.columns < _BRIEFER * min(look.columns for look in run[:-1])
    briefer = briefer and not (_are_alike(run) or all(look.text.istitle() for look in run))
    return briefer or _asks(last) or is_said_in(last, below)


def _last_items(survey: Survey, run: Sequence[Look], *, led: bool) -> list[int]:
    """Return the items that close clean copy, *led* into by what stands above, or by the first line, which may ask."""
    if not led:
        head, *run = run
        leads = (
            head.text.rstrip()[-1] in _LEADS and head.words >= _LEADING_LAST and not _is_label(head.fold.rstrip(" :："))
        )
        if not (leads or (_asks(head) and len(run) > _FEWEST)):
            return []
    if any(map(_asks, run)) or _tell_contacts(survey, run):
        return []
    return [look.index for look in run] if len(run) <= _MOST else []


def _is_label(fold: str) -> bool:
    return fold in phrases("byline", "label") or fold in phrases("credits", "label")
