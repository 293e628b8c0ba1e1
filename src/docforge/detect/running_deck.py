# SPDX-License-Identifier: Apache-2.0
"""What speaks for running text below a headline as a deck: a deck promises what the text below tells.

Comes in: a passage of running text, the headline above it.  Goes out: how well it reads as a deck, and why.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from operator import attrgetter

from docforge.detect.body import opens_question
from docforge.detect.bylines.bare import is_line_of_names
from docforge.detect.credits import credited
from docforge.detect.dateline import parsed_datelines
from docforge.detect.look import COMMAS, OPENING_QUOTES, RUNNING, Look, writes_no_stops
from docforge.detect.page_or_copy import is_page
from docforge.detect.survey import Survey, stems
from docforge.detect.top import states_metadata, without_quotes
from docforge.detect.vocabulary import phrases_by_language

__all__ = [
    "BULLETS",
    "CAPTION",
    "EXCERPT",
    "SAID_OF_CAPTIONS",
    "SHORT_DECK",
    "attributions",
    "is_signed_right_below",
    "running_deck",
    "tells_headline",
]

_RETOLD, _MOST = 3, 0.5
"""So many words of the headline, and such a share of them, stand in a lead that tells it anew."""
_INDEX = attrgetter("index")
_FAR, _NEAR = 8, 3
"""So many passages of running text below are asked for the words of a deck, and so many for its figures."""
_WIDE, _WIDE_IN, _WIDER = 420, {"en": 140}, 60
"""Columns that few decks have, where a language differs, and how many more say it for certain.

Half of the English decks have 116 columns at most, of the German 175, of the Spanish 161: counted in 260 articles.
"""
_FEW, _NEW = 3, 3
"""So many words of a deck, and more than one in so many, are not in the headline."""
_SAID_AGAIN, _SAID_RANGE = 0.65, 0.2
"""The share of its words that the text says again from which a sentence that tells the headline may be a deck; so far
below it it is none.
"""
_TOLD, _UNTOLD = 0.6, 0.2
"""The share of the words of the headline that tells it, and one that does not."""
_TOLD_WITH = 0.5
"""The lead that tells the headline says so much of its deck, or what is above it is no deck."""
_OPENS_TEXT = 0.85
"""The score of a dateline that opens a text."""
_NOTED = 0.5
"""Evidence is noted from this much of it."""
_CERTAIN = 0.88
"""The score of certain running text, see ``find_body``."""
_DASH = frozenset("-–—")
_DAYS = 3
"""So many dates alike in lines of their own tell a story day by day."""
_RIVAL = 8
"""Words of a line that may be the deck in place of a paragraph above it."""
CAPTION = 160
"""Columns of a sentence that may be the caption above a credit."""
SHORT_DECK, _SHORT_BESIDE = 0.6, 0.8
"""A deck is at most this part as wide as the usual paragraph, when nothing else tells it from one; as the few below."""
_APART = 2
"""So many lines between a deck and the text set it apart for certain."""
_BRIEF = 6
"""Fewer passages of running text than these are news in brief."""
_MANY = 4
"""Sentences that few decks have."""
_NUMBER = re.compile(r"\d[\d.,]*\d")
"""Numbers of two figures and more."""
SAID_OF_CAPTIONS = 0.5
"""The share of its words that the text says again of a deck above a credit; of captions it says less."""
BULLETS = "·•*‣▪-–—"
EXCERPT = 60
"""Characters that a paragraph must repeat to count as an excerpt of the next."""
_WEIGHTS: dict[str, tuple[float, str]] = {
    "said again": (3.4, "the text says much of it again"),
    "said at once": (0.5, ""),
    "said later": (0.6, ""),
    "told below": (1.5, "the text below tells the headline"),
    "told here": (-1.2, "tells the headline, and the text right below does not"),
    "dateline": (2.4, "a dateline opens the text below"),
    "source": (1.5, "the text below opens by naming its source"),
    "excerpt": (1.5, "the text below opens with its words"),
    "quoted below": (-0.5, ""),
    "signed": (2.0, "a byline or date right below"),
    "apart": (1.5, "something else stands between it and the text"),
    "signed above": (0.6, ""),
    "right below": (1.5, ""),
    "short": (0.7, "short beside the paragraphs below"),
    "no stop": (0.3, "no full stop"),
    "question": (0.6, "a question"),
    "one sentence": (-0.5, ""),
    "many sentences": (-0.7, ""),
    "day": (-0.4, "names a day, as leads do"),
    "day by day": (-2.0, "told day by day"),
    "brief": (-1.0, "names a day, in brief copy that nobody signs"),
    "day below": (0.3, "the text below names a day"),
    "commas": (-0.6, ""),
    "figures": (-1.4, "figures that the text does not say again"),
    "bracket": (-1.8, "a bracket in it"),
    "wide": (-1.8, "as wide as a paragraph"),
    "nothing new": (-3.0, "says little beyond the headline"),
    "interview": (2.5, "a question stands below"),
    "credit": (-1.8, "a credit right below, as below captions"),
    "in full": (-2.8, "tells the headline in full"),
    "anew": (-0.7, "tells the headline anew, as leads do"),
    "goes on": (-4.5, "leads into the text"),
    "item": (-2.7, "opens like an item"),
}
"""What speaks for a deck, in the units of a logistic regression (natural logarithm of the odds), and its note.

Fitted to first paragraphs of pages in 30 languages and checked on sources left out: the share of its words that the
text says again, anywhere and in the next passage, tells more than its width, and a lead is what tells the headline.
"""
_SAID = ("said again", "said at once", "said later", "told below")
"""What the words of the text below tell: looked up only where they can decide."""
_MORE_IN: dict[str, float] = {"en": -0.2, **dict.fromkeys(("ca", "es", "fr", "it", "pt", "ro"), 0.3)}
"""How much likelier decks are in a language, in the same units.

Of 1,087 articles with a first paragraph that could be one, 21 % of the English, 40 % of those in Romance languages and
59 % of the German had a deck; German pages show it better by other signs.
"""
_MORE = max(_MORE_IN.values())
_ODDS, _UNIT = -2.8, 0.15
"""The same for a first paragraph of which nothing is known; what one unit of it is as a score.

Above what the fit gives (-3.9): so as many decks are missed as paragraphs are taken for one.
"""


def running_deck(survey: Survey, look: Look, usual: int, title: Look) -> tuple[float, str]:
    """Return how well running text reads as a deck, and why: a deck promises what the text below tells."""
    found = _evidence(survey, look, usual, title)
    odds = _ODDS + _MORE_IN.get(survey.primary, 0.0)
    notes = [f"{look.sentences or 1} sentence(s) under the headline"]
    for name, value in found.items():
        weight, note = _WEIGHTS[name]
        odds += weight * value
        if note and value >= _NOTED:
            notes.append(note)
    return _CERTAIN * look.prose + _UNIT * odds, ", ".join(notes)


def _evidence(survey: Survey, look: Look, usual: int, title: Look) -> dict[str, float]:
    """Return what speaks for or against running text as a deck: keys of ``_WEIGHTS``, each with how much of it."""
    text = look.text.rstrip()
    found: dict[str, float] = {}
    if look.index - 1 == title.index:
        found["right below"] = 1.0
    width = look.columns - _WIDE_IN.get(survey.primary, _WIDE)
    if width > 0:
        found["wide"] = min(1.0, width / _WIDER)
    if is_signed_right_below(survey, look):
        found["signed"] = 1.0
    elif _is_day_of_story(survey, survey.looks[look.index + 1]):
        found["day by day"] = 1.0
    if text[-1] in ":：,،，":
        found["goes on"] = 1.0
    elif not look.ends and (survey.latin or not writes_no_stops(text)):
        found["no stop"] = 1.0
    elif text[-1] in "?？؟":
        found["question"] = 1.0
    if "(" in text or "（" in text:
        found["bracket"] = 1.0
    if text[0] in BULLETS and not _quotes_behind_dash(survey, look):
        found["item"] = 1.0
    commas = sum(map(text.count, COMMAS))
    if commas:
        found["commas"] = min(2.0, 100 * commas / look.columns)
    if tells_headline(survey, look):
        found["in full"] = 1.0
    if _names_weekday(survey, look):
        found["day"] = 1.0
    if opens_question(survey.looks[look.index + 1]):
        found["interview"] = 1.0
    if look.sentences <= 1 and look.ends:
        found["one sentence"] = 1.0
    elif look.sentences >= _MANY:
        found["many sentences"] = 1.0
    if any(states_metadata(survey, above) for above in survey.looks[title.index + 1 : look.index]):
        found["signed above"] = 1.0
    if "day" in found and "right below" in found and _is_brief_copy(survey, found):
        found["brief"] = 1.0
    below = _running_below(survey, look)
    if _is_short(look, below, usual):
        found["short"] = 1.0
    if below:
        if "signed" not in found and not states_metadata(survey, survey.looks[look.index + 1]):
            found["apart"] = min(1.0, (below[0].index - look.index - 1) / _APART)
        _add_said_below(survey, look, below, title, found)
    if look.index + 1 in credited(survey) and look.columns <= CAPTION:
        found["credit"] = max(0.0, 1 - found.get("said again", 0.0) / SAID_OF_CAPTIONS)
    untold = min(1.0, (_SAID_AGAIN - found.get("said again", 0.0)) / _SAID_RANGE)
    if untold > 0 and look.ends:  # a deck may tell the headline too, but then the text tells both
        found["anew"] = untold * _retold(look, title)
    return found


def _is_brief_copy(survey: Survey, found: Mapping[str, float]) -> bool:
    """Say whether nothing but a few paragraphs stands below the headline, as agencies send news in brief."""
    signed = "signed" in found or "signed above" in found
    return not signed and len(survey.running()) < _BRIEF and not is_page(survey)


def _quotes_behind_dash(survey: Survey, look: Look) -> bool:
    """Say whether a dash opens a sentence and no line beside it: so somebody is quoted in Nordic decks."""
    if look.text[0] not in _DASH or not look.ends:
        return False
    beside = (survey.looks[look.index - 1], survey.below(look))
    return not any(near is not None and near.text[0] in BULLETS for near in beside)


def _add_said_below(survey: Survey, look: Look, below: Sequence[Look], title: Look, found: dict[str, float]) -> None:
    """Add to *found* what the running text below says of *look*."""
    lead = below[0]
    opening = parsed_datelines(survey).get(lead.index)
    if opening is not None and opening.score >= _OPENS_TEXT and (opening.agency or opening.date):
        found["dateline"] = 1.0
    elif lead.text.lstrip().startswith(attributions(survey.primary)):
        found["source"] = 1.0
    if look.columns >= EXCERPT and lead.columns > look.columns and lead.text.startswith(look.text.rstrip(" .…")):
        found["excerpt"] = 1.0
    if lead.text[0] in OPENING_QUOTES:
        found["quoted below"] = 1.0
    if figures := _NUMBER.findall(look.text):
        near = [passage.head for passage in below[:_NEAR]]
        if not any(figure in text for figure in figures for text in near):
            found["figures"] = 1.0
    if _names_weekday(survey, lead):
        found["day below"] = 1.0
    words = stems(look) if _may_win(found) else frozenset()
    if words:
        _add_words_told(look, [p.head for p in below if p.head not in look.head] or [""], title, words, found)


def _add_words_told(
    look: Look, texts: Sequence[str], title: Look, words: Collection[str], found: dict[str, float]
) -> None:
    """Add to *found* which of *words*, those of a passage, the *texts* below it say: at once, later, at all."""
    lead, head = texts[0], title.head
    whole = "\n".join(texts)
    behind = len(lead) + 1
    places = list(map(whole.find, words))  # each is looked for once: what is nowhere takes longest
    found["said again"] = 1 - places.count(-1) / len(words)
    _add_headline_told(look, title, lead, found)
    new = [(at, word) for at, word in zip(places, words, strict=True) if word not in head]
    if new:
        later = [at >= behind or (at >= 0 and whole.find(word, behind) >= 0) for at, word in new]
        found["said later"] = sum(later) / len(new)
    if len(new) >= _FEW and _NEW * len(new) > len(words):
        found["said at once"] = sum([0 <= at < behind for at, _ in new]) / len(new)
    else:
        found["nothing new"] = 1.0


def _add_headline_told(look: Look, title: Look, lead: str, found: dict[str, float]) -> None:
    """Add to *found* where the words of the headline are told: in the *lead* below, or in *look* alone."""
    words = stems(title)
    if not words:
        return
    below, here = (sum(map(text.__contains__, words)) / len(words) for text in (lead, look.head))
    found["told below"] = below * min(1.0, found["said again"] / _TOLD_WITH)
    if here >= _TOLD and below < _UNTOLD and found["said again"] > _SAID_AGAIN - _SAID_RANGE:
        found["told here"] = 1.0


def _may_win(found: Mapping[str, float]) -> bool:
    """Say whether a passage may be a deck if the text says all of it again."""
    most = _ODDS + _MORE + sum(_WEIGHTS[name][0] for name in _SAID)
    return most + sum([_WEIGHTS[name][0] * value for name, value in found.items()]) > 0


def _names_weekday(survey: Survey, look: Look) -> bool:
    """Say whether a passage names a day of the week near its head."""
    head = " " + look.head
    return any(map(head.__contains__, _weekdays(survey.primary)))


@cache
def _weekdays(language: str) -> tuple[str, ...]:
    """Return the beginnings of the names of the days (CLDR), behind a blank: endings change."""
    from docforge.locale import available_locales, weekday_names

    if language not in available_locales():
        return ()
    names = {name.casefold() for name in weekday_names(language)}
    return tuple(sorted({" " + name[: max(4, len(name) - 2)] for name in names}))


def _running_below(survey: Survey, look: Look) -> Sequence[Look]:
    """Return the next passages of running text, ``_FAR`` at most."""
    running = survey.running()
    start = bisect_right(running, look.index, key=_INDEX)
    return running[start : start + _FAR]


def _is_short(look: Look, below: Sequence[Look], usual: int) -> bool:
    """Say whether a passage is short beside the *usual* paragraph, or beside the few below where nothing is usual."""
    if usual:
        return look.columns <= min(SHORT_DECK * usual, _WIDE)
    widths = sorted(passage.columns for passage in below)
    return bool(widths) and look.columns <= _SHORT_BESIDE * widths[len(widths) // 2]


def _retold(look: Look, title: Look) -> float:
    """Return 0 to 1: how much of the headline a sentence tells, from half of it on; a deck says what is new."""
    words, head = stems(title), look.head
    hits = sum(map(head.__contains__, words))
    return hits / len(words) if hits >= max(_RETOLD, _MOST * len(words)) else 0.0


@cache
def attributions(language: str) -> tuple[str, ...]:
    """Return how leads of a language open that name their source."""
    return tuple(phrases_by_language("dateline", "attribution").get(language, ()))


def tells_headline(survey: Survey, look: Look) -> bool:
    """Say whether the line above stands in *look* word for word: leads of news agencies do so, decks do not."""
    plain = without_quotes(look)
    for above in survey.looks[max(0, look.index - 3) : look.index]:
        if above.words >= 5 and above.columns >= 30 and above.fold and without_quotes(above) in plain:
            return True
    return False


def _is_day_of_story(survey: Survey, look: Look) -> bool:
    """Say whether a line is one of the days of what is told day by day."""
    return look.times >= _DAYS and survey.states_day(look)


def is_signed_right_below(survey: Survey, look: Look) -> bool:
    """Say whether the next line that is no running text is a date, a byline or a line of names."""
    for other in survey.looks[look.index + 1 : look.index + 4]:
        if other.prose >= RUNNING:
            return False
        if _is_day_of_story(survey, other):
            return False
        if other.columns <= 120 and (states_metadata(survey, other) or is_line_of_names(survey, other)):
            return True
        if look.prose >= RUNNING and other.words >= _RIVAL:
            return False  # the deck itself may stand between
    return False
