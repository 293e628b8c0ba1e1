# SPDX-License-Identifier: Apache-2.0
"""Boxes amid the text: headings of those that hold text, labels, titles and keywords of those that hold links.

Comes in: a ``Survey`` and a passage.  Goes out: whether it heads a box or an entry of a live report, stands below a
label of links, leads to another page, or lists keywords.
"""

from __future__ import annotations

from functools import cache

from docforge.detect.credits import credited
from docforge.detect.look import RUNNING, Look
from docforge.detect.page_wording import LABEL, announces_links, opens_like_link
from docforge.detect.stated_hours import is_only_time
from docforge.detect.survey import Survey, stems
from docforge.detect.vocabulary import phrases

__all__ = [
    "HEADING_ECHO",
    "heads_box",
    "heads_entry",
    "is_amid_links",
    "is_said_in",
    "label_of_links",
    "leads_elsewhere",
    "leads_on_below",
    "lists_terms",
]

HEADING_ECHO = 0.5
"""The running text repeats at least this much of a line that heads it."""
_SAID_BELOW = 0.33
"""The passage below repeats at least this much of one."""
_HEADING_WORDS = 2
"""An emoji and the name of a section."""
_TERMS, _WORDS_OF_TERMS, _LONGEST_TERM = 5, 2.6, 5
"""Terms that a list of keywords has at least; words of a term, on average and at most."""
_LINKS = 6
"""So many lines can follow a label that announces them."""


def heads_entry(survey: Survey, look: Look) -> bool:
    """Say whether a line stands right below a time, one of several above entries of a live report."""
    if not look.index or not is_only_time(survey.looks[look.index - 1]):
        return False
    return _entries(survey) > 1


def _entries(survey: Survey) -> int:
    """Return how many times stand above an entry of a live report: a heading and text."""
    known: int | None = survey.memo.get("entries")
    if known is None:
        timed = [line for line in survey.lines if is_only_time(line)]
        below = [survey.looks[line.index + 1 : line.index + 3] for line in timed]
        known = survey.memo["entries"] = sum(len(b) > 1 and b[1].prose >= RUNNING > b[0].prose for b in below)
    return known


def heads_box(survey: Survey, look: Look) -> bool:
    """Say whether a line is the heading of a box in the text (``Zur Person``), with running text, no links, below.

    Below a picture it may as well open the list of points above the text.
    """
    if look.columns > LABEL or look.times > 1 or not (look.fold in phrases("clutter", "box") or _is_marked(look)):
        return False
    below = survey.below(look)
    if below is None or below.prose < RUNNING or opens_like_link(below) or not survey.has_begun(look):
        return False
    return credited(survey).isdisjoint((look.index - 1, below.index))


def _is_marked(look: Look) -> bool:
    """``📌 Sports``: newsletters mark the headings of their sections with emoji."""
    return (
        look.text[0] >= "\u2190" and not look.text[0].isalnum() and 0 < look.words <= _HEADING_WORDS and bool(look.fold)
    )


def leads_on_below(survey: Survey, look: Look) -> bool:
    """Say whether nothing but ``Read more`` stands right below a line: then it is the title of another story."""
    below = survey.below(look)
    return below is not None and below.fold in phrases("clutter", "read_on")


def is_amid_links(survey: Survey, look: Look) -> bool:
    """Say whether a label that announces links stands above, with nothing but lines between.

    The last line of such a run, right above running text, heads that text if it says its words again.
    """
    label = label_of_links(survey, look)
    if label is None:
        return False
    below = survey.below(look)
    if label.index == look.index - 1 or below is None or below.prose < RUNNING:
        return True
    return survey.echo(look) < HEADING_ECHO and not is_said_in(look, below)


def label_of_links(survey: Survey, look: Look) -> Look | None:
    """Return the line above that announces links, if nothing but a few lines stand between; worked out once."""
    if "label_of_links" not in look.memo:
        look.memo["label_of_links"] = _label_above(survey, look)
    known: Look | None = look.memo["label_of_links"]
    return known


def _label_above(survey: Survey, look: Look) -> Look | None:
    for above in reversed(survey.looks[max(0, look.index - _LINKS) : look.index]):
        if above.columns <= LABEL and announces_links(above):
            return above
        if above.prose >= RUNNING:
            return None
    return None


def is_said_in(look: Look, below: Look) -> bool:
    """Say whether a brief line shares words with the passage below it, as a heading does."""
    words = stems(look) if look.columns <= LABEL else frozenset()
    return len(words) > 1 and sum(map(below.head.__contains__, words)) >= _SAID_BELOW * len(words)


def leads_elsewhere(survey: Survey, look: Look) -> bool:
    """Say whether a line leads to the page before or behind: ``« Fog on the sound`` beside ``The old mole »``.

    One arrow says nothing, for a quotation may go on below.  Where no blanks part words, the words for both pages do so
    (``上一版 下一版``); beside a day they stand in the line that dates the page.
    """
    if look.columns <= _PAGE_LINKS and not look.cased and sum(word in look.fold for word in _pages_beside()) > 1:
        return not survey.is_amid(look) and not survey.states_day(look)
    if look.text[0] not in _BACKWARD and look.text[-1] not in _FORWARD:
        return False
    known: frozenset[int] | None = survey.memo.get("leads_elsewhere")
    if known is None:
        arrows = {line.index: way for line in survey.lines if (way := _way(line.text))}
        pairs = {(at, other) for at, way in arrows.items() if way == _BACK for other in (at + 1, at + 2)}
        paired = {at for pair in pairs if arrows.get(pair[1]) == _ON for at in pair}
        known = frozenset(paired | {at for at, way in arrows.items() if way == _BACK + _ON})
        survey.memo["leads_elsewhere"] = known
    return look.index in known and not survey.is_amid(look)


@cache
def _pages_beside() -> frozenset[str]:
    return phrases("clutter", "pages_beside")


_PAGE_LINKS = 80
"""Columns of a line with links to the pages before and behind, at most."""
_BACK, _ON = 1, 2
"""Where an arrow leads: to the page before, to the one behind; their sum is both."""
_BACKWARD, _FORWARD, _INNER = frozenset("«‹←"), frozenset("»›→"), frozenset(".,;:!?…")
"""Arrows, and the marks with which no title of another page closes, as a quotation does."""


def _way(text: str) -> int:
    """Return where the arrows of a line lead: back, on, or both with a bar between."""
    back, on = text[0] in _BACKWARD, text[-1] in _FORWARD
    if back and on:
        return _BACK + _ON if " | " in text else 0
    if back:
        return 0 if "»" in text or text[-1] in _INNER else _BACK
    return _ON if on and "«" not in text and text[:-1].rstrip()[-1:] not in _INNER else 0


def lists_terms(look: Look) -> bool:
    """Say whether a passage is a list of keywords: ``Ports, Ferry, Autumn Storm, Repairs, Old Mole``."""
    if look.ends or look.text.count(",") < _TERMS - 1:
        return False
    terms = [term.split() for term in look.text.split(",") if term.strip()]
    words = sum(map(len, terms))
    return len(terms) >= _TERMS and words <= _WORDS_OF_TERMS * len(terms) and max(map(len, terms)) <= _LONGEST_TERM
