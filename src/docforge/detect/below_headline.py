# SPDX-License-Identifier: Apache-2.0
"""Lines below a headline: what shows that the line above is the headline, and not one that reads like a better one.

Comes in: a ``Survey``, a passage and how well the lines above it read as headlines.  Goes out: whether it stands below
the headline as decks do, and how much worse it reads for that.
"""

from __future__ import annotations

from docforge.detect.headline_shapes import BRIEF_TITLE, OPENERS, PATH, is_in_title_case, is_quotation, reads_as_names
from docforge.detect.issuers import tells_of_office
from docforge.detect.look import CLOSERS, Look
from docforge.detect.page_or_copy import is_page
from docforge.detect.survey import Survey
from docforge.detect.top import KICKER, QUOTES, Neighbours, without_quotes

__all__ = ["TITLE", "below_another", "is_sentence_below", "is_under_title", "line_above", "quotes_below"]

TITLE = 0.55
"""The score of a headline that may have a deck below it which reads like a better one."""
_WIDER = 1.4
"""Such a deck is at least so many times as wide as its headline."""
_FITS, _TELLS = 0.5, 0.2
"""The score of a line that may be the headline above a sentence, and the share of its words that the text tells."""
_FIT, _ALIKE, _TELLS_MUCH = 0.62, 0.06, 0.4
"""The same of one above a wider line that reads as well, so much better at most."""
_BRIEFLY, _TITLED = 0.6, 16
"""What the shape of a headline without a comma is worth at least, above a line with one, and its columns."""
_LONG_BELOW = 24
"""Columns that a line above a sentence has at least."""
_NARROW_DECK, _WIDE_DECK = 48, 90
"""Columns that such a deck has at least; columns of one that is too wide to be the headline below a kicker."""
_QUOTED_BELOW = 24
"""Columns of a headline above a deck that quotes somebody."""
_TOLD_PART = 0.5
"""The text tells this part as much of a headline as of its deck, at least."""
_LONG_FOR_KICKER = 3
"""A headline this many times as wide as the line above may have a kicker there."""
_ECHO = 0.15
"""On pages with menus the text repeats at least this much of a headline, or it may be a link to another story."""
_SAYS_MUCH, _MOST_TOLD = 0.5, 0.7
"""Where the text repeats so much of the line below, it tells this part as much of the headline at least."""
_AROUND = 2
"""A notice below a line stands so many lines below its twin: ``This article is old`` on both sides of a headline."""
_BRIEF_ECHO = 0.5
"""Of a headline no longer than kickers are, above a line that reads like a better one, it repeats more."""


def below_another(
    survey: Survey, look: Look, page: Neighbours, shapes: tuple[float, float, float]
) -> tuple[float, str]:
    """Return how much worse a line reads for what stands above it, and why.

    *shapes*: of the line right above, of the better of the two above, and its own.
    """
    right_above, above, shape = shapes
    less, note = 0.0, ""
    if look.columns >= 40 and look.index not in page.repeated:
        fits = above >= 0.75 and above >= shape - 0.2 and not _like_kicker(survey, look)
        if fits or _is_wider_below(survey, look, right_above, shape):
            less, note = 0.3, ", below another that fits"
    if look.index and right_above >= max(TITLE, shape - 0.2) and quotes_below(survey, look):
        less += 0.3
        note += ", a quotation below one that fits"
    elif look.index and is_under_title(survey, look, right_above):
        less += 0.2
        note += ", below a shorter one that fits"
    elif look.index and is_sentence_below(survey, look, right_above):
        less += 0.2
        note += ", a sentence below one that fits"
    elif look.index and right_above >= TITLE and _is_below_title_case(survey, look):
        less += 0.2
        note += ", below one in title case"
    if survey.unspaced and look.index and right_above >= _BRIEFLY and _is_parted_below(survey, look):
        less += 0.1
        note += ", two clauses below one"
    if look.index in page.points:
        less += 0.5
        note += ", one of the points below a label"
    return less, note


def line_above(survey: Survey, look: Look) -> Look:
    """Return the line above; where the same notice stands on both sides of one, that one."""
    index = look.index - 1
    if index >= _AROUND and survey.looks[index].fold and survey.looks[index].fold == survey.looks[index - _AROUND].fold:
        return survey.looks[index - 1]
    return survey.looks[index]


def _is_parted_below(survey: Survey, look: Look) -> bool:
    """Say whether a line has a comma and the narrower one above no sign: a deck of ideographs below its headline."""
    above = line_above(survey, look)
    if above.ends or above.columns < _TITLED or above.columns >= look.columns:
        return False
    return "，" in look.text and "，" not in above.text and "：" not in above.text


def quotes_below(survey: Survey, look: Look) -> bool:
    """Say whether a line closes with a quotation, as decks do, below one that is longer than kickers are."""
    text, above = look.text.rstrip(), line_above(survey, look)
    if text[-1] not in CLOSERS or text[0] in OPENERS or not QUOTES.search(text, 1, len(text) - 1):
        return False
    return above.words >= KICKER or above.columns >= _QUOTED_BELOW


def _like_kicker(survey: Survey, look: Look) -> bool:
    """Say whether the line right above *look* is as short as kickers are and far shorter than *look*."""
    above = line_above(survey, look)
    return above.words < KICKER and _LONG_FOR_KICKER * above.columns <= look.columns <= _WIDE_DECK and not above.ends


def is_under_title(survey: Survey, look: Look, title: float) -> bool:
    """Say whether a headline stands right above, shorter than *look* and longer than kickers are."""
    if title < TITLE:
        return False
    above = line_above(survey, look)
    asks = look.columns >= _WIDE_DECK and above.text.rstrip()[-1] in "?？"
    if (above.ends and not asks) or look.columns < _WIDER * above.columns or PATH.match(above.text):
        return False
    brief = look.columns >= _WIDE_DECK or is_quotation(above)
    if above.words < (BRIEF_TITLE if brief else KICKER):
        return False
    if look.columns < _NARROW_DECK or reads_as_names(survey, above) or without_quotes(above) in without_quotes(look):
        return False
    least = _ECHO if above.words >= KICKER or is_quotation(above) else _BRIEF_ECHO
    if is_page(survey) and survey.echo(above) < least:
        told = survey.echo(look) >= _SAYS_MUCH and not is_quotation(above)
        if survey.tells(above) < (_MOST_TOLD * survey.tells(look) if told else least):
            return False
    # else the one below is what the text tells of
    return look.ends or is_quotation(above) or survey.tells(above) >= _TOLD_PART * survey.tells(look)


def _is_below_title_case(survey: Survey, look: Look) -> bool:
    """Say whether the line right above is in title case and *look* is not: so English press offices set their decks."""
    above = line_above(survey, look)
    return (
        look.passage.blank_before == 0
        and above.words >= KICKER
        and is_in_title_case(above.text)
        and not is_in_title_case(look.text)
        and not is_page(survey)
        and not (reads_as_names(survey, above) or tells_of_office(above))
        and survey.echo(above) >= _TOLD_PART * survey.echo(look)  # else it is a link to another story
    )


def _is_wider_below(survey: Survey, look: Look, title: float, shape: float) -> bool:
    """Say whether a line that reads no better stands right below a narrower one of which the text tells much."""
    if title < _FIT or shape > title + _ALIKE or not look.index:
        return False
    above = line_above(survey, look)
    return above.words >= KICKER and 40 <= above.columns < look.columns and survey.tells(above) >= _TELLS_MUCH


def is_sentence_below(survey: Survey, look: Look, title: float) -> bool:
    """Say whether a line closes with a full stop or holds one, below a line of its own that does not."""
    if title < _FITS or (above := line_above(survey, look)).ends or above.columns < _LONG_BELOW:
        return False
    inner = look.sentences > look.ends  # a full stop stands in it
    if not (look.columns > _WIDE_DECK if inner else look.ends and look.text.rstrip()[-1] in ".。"):
        return False
    if above.words < (KICKER if look.columns < _WIDE_DECK else BRIEF_TITLE) or PATH.match(above.text):
        return False
    if reads_as_names(survey, above) or without_quotes(above) in without_quotes(look):
        return False
    return survey.tells(above) >= _TELLS
