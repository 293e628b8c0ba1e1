# SPDX-License-Identifier: Apache-2.0
"""The top of a text, where headline, kicker and deck stand: what its lines state, and what each tells of the others.

Comes in: a ``Survey``.  Goes out: what a line states, and ``Neighbours``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from docforge.detect.bylines.byline_words import opens_like_byline
from docforge.detect.captions import in_a_row
from docforge.detect.credits import credited
from docforge.detect.dateline import parsed_datelines
from docforge.detect.look import LINE, RUNNING, Look
from docforge.detect.page_wording import opens_like_link, says_page_words
from docforge.detect.publication import is_title_with_day, is_yearless
from docforge.detect.survey import Survey
from docforge.detect.times_in_lines import words_beside_dates
from docforge.detect.vocabulary import phrases

__all__ = ["KICKER", "QUOTES", "SECTION", "Neighbours", "names_title", "states_metadata", "without_quotes"]

KICKER = 5
"""A kicker has fewer words than this."""
SECTION = 3
"""Words that the name of a section has at most."""
_LABEL = 24
"""Columns of a label of points at most."""
_POINTS = 6
"""So many points may stand below their label."""
_DATED_TITLE = 6
"""More words than these beside a date make a title that names a day, no line of dates."""
_TWO_DATES = 22
"""Words of a line that says when a text was published and when it was changed."""
_TWIN = 16
"""Characters that a line must have to say the same as another."""
_BUTTON_WORDS = 4
"""Words of a button on each side of the headline that it names, at most."""
_DECKED, _DECK = 2, 40
"""A twin stands so many lines below where a deck of so many columns, at least, stands between."""
_PART = 3
"""A line that says the same as a longer one above is at most so many times shorter, or closes it, as in a path."""
_TWIN_REACH = 6
"""So many passages are looked at for the other."""
QUOTES = re.compile("[\"'“”„‟«»‹›‘’‚「」『』]")


class Neighbours:
    """What is asked of the neighbours of each line near the top, worked out once for all of them."""

    def __init__(self, survey: Survey) -> None:
        looks = self._looks = survey.looks[: len(survey.on_top()) + _TWIN_REACH]
        self.datelines = parsed_datelines(survey)
        self.pictured = credited(survey) | in_a_row(survey)
        self.repeated: set[int] = set()
        """Lines that a line just above holds, or that hold it."""
        self.named: set[int] = set()
        """Lines that a line below has amid other words: ``Share … on social media``."""
        self.naming: set[int] = set()
        """The lines that name them so: buttons."""
        self.said_again: set[int] = set()
        """Lines that a line just below says again: breadcrumbs end with the headline that follows them."""
        self.signed_below: set[int] = set()
        """Lines with a date or what opens like a byline among the next four."""
        self.right_above: set[int] = set()
        """Lines with one of them right below and no more than the name of a section above."""
        for look in looks:
            if look.columns <= 100 and (
                (look.signs and (survey.states_day(look) or is_yearless(survey, look)))
                or (look.columns <= 80 and opens_like_byline(survey, look))
            ):
                self.signed_below.update(range(look.index - 4, look.index))
                self.right_above.add(look.index - 1)
        self.points = _points(survey, looks)
        """Lines below a label of the points of the article: ``Key points``."""
        self.right_above -= {index for index in self.right_above if index > 0 and looks[index - 1].words > SECTION}
        self._find_twins(looks)

    def _find_twins(self, looks: Sequence[Look]) -> None:
        # What is too short to say the same as another line is left out.
        lines = [
            (look, plain, len(plain)) for look in looks if len(look.fold) >= _TWIN and (plain := without_quotes(look))
        ]
        for place, (lower, below, length) in enumerate(lines):
            for upper, above, above_length in lines[max(0, place - _TWIN_REACH) : place]:
                if lower.index - upper.index > _TWIN_REACH:
                    continue
                if above in below if above_length <= length else below in above and _is_most_of(below, above):
                    if above_length < length and upper.words >= KICKER and names_title(above, below):
                        self.named.add(upper.index)
                        self.naming.add(lower.index)
                        continue
                    if upper.fold == lower.fold and self._is_decked(upper, lower):
                        self.named.add(upper.index)
                        self.said_again.add(lower.index)
                        continue
                    if length >= _TWIN and _may_be_twin(upper):
                        self.repeated.add(lower.index)
                    if above_length >= _TWIN and _may_be_twin(lower):
                        self.said_again.add(upper.index)

    def _is_decked(self, upper: Look, lower: Look) -> bool:
        """Say whether nothing but a sentence stands between a line and its twin: the deck of the upper."""
        if lower.index - upper.index != _DECKED:
            return False
        deck = self._looks[upper.index + 1]
        return deck.ends and deck.words > KICKER and deck.columns > _DECK and deck.index not in self.pictured


def _may_be_twin(look: Look) -> bool:
    """Say whether a line may be said by another: what is too long is not, nor is a link that names the headline."""
    return look.columns <= 240 and not opens_like_link(look)


def names_title(above: str, below: str) -> bool:
    """Say whether the line *below* is a button that names the one *above*: ``Share Fog on the sound on networks``."""
    return above in below and (_stands_amid(above, below) or _is_beside_button(above, below))


def _stands_amid(above: str, below: str) -> bool:
    """Say whether a line stands amid a few other words *below*, page wording before or behind it: in a button."""
    start = below.find(above)
    if start <= 0 or start + len(above) == len(below):
        return False
    sides = below[:start], below[start + len(above) :]
    if below[start - 1] != " " or not all(0 < len(side.split()) <= _BUTTON_WORDS for side in sides):
        return False
    return any(says_page_words(side.strip()) for side in sides)


def _is_beside_button(above: str, below: str) -> bool:
    """``Share Fog on the sound``: say whether *below* is the line above and page wording before or behind it."""
    if len(below) <= len(above) + 1:
        return False
    rest = below[: -len(above)] if below.endswith(" " + above) else ""
    rest = rest or (below[len(above) :] if below.startswith(above + " ") else "")
    return bool(rest) and says_page_words(rest.strip())


def _is_most_of(below: str, above: str) -> bool:
    """Say whether *below*, found in the line above, says the same: what is far shorter is only a name there."""
    return _PART * len(below) >= len(above) or above.endswith(below)


def _points(survey: Survey, looks: Sequence[Look]) -> frozenset[int]:
    """Return the lines right below a label of what a text says in short, with a line of several words above it."""
    found: set[int] = set()
    for label in looks[1:]:
        if label.columns > _LABEL or label.fold not in phrases("clutter", "box"):
            continue
        if looks[label.index - 1].words < KICKER and looks[max(0, label.index - 2)].words < KICKER:
            continue  # nothing above that could be the headline
        for look in looks[label.index + 1 : label.index + 1 + _POINTS]:
            if look.prose >= RUNNING or look.words < KICKER or look.times > 1 or states_metadata(survey, look):
                break
            found.add(look.index)
    return frozenset(found)


def states_metadata(survey: Survey, look: Look) -> bool:
    """Say whether the line itself states a date or names authors."""
    if look.columns > 160 or look.words > _TWO_DATES:
        return look.columns <= LINE and survey.states_day(look) and opens_like_byline(survey, look)
    if opens_like_byline(survey, look) or (look.signs and is_yearless(survey, look)):
        return True
    if not survey.states_day(look) or len(words_beside_dates(survey, look)) > _DATED_TITLE:
        return False
    return not is_title_with_day(survey, look)


def without_quotes(look: Look) -> str:
    """Return the fold of a line without quotation marks."""
    known: str | None = look.memo.get("without_quotes")
    if known is None:
        fold = look.fold
        marked = "'" in fold or '"' in fold or not fold.isascii()
        known = look.memo["without_quotes"] = QUOTES.sub("", fold) if marked else fold
    return known
