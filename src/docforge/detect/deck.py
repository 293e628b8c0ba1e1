# SPDX-License-Identifier: Apache-2.0
"""The deck: one to four sentences between the headline and the text.

Comes in: a ``Survey``.  Goes out: candidates of the kind ``subheadline``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from operator import attrgetter

from docforge.detect.body import opens_question
from docforge.detect.bylines.bare import is_line_of_names
from docforge.detect.bylines.byline_words import opens_like_byline
from docforge.detect.candidate import Candidate
from docforge.detect.captions import closes_with_date, in_a_row
from docforge.detect.clutter import (
    CLEAN,
    clutter_level,
    heads_entry,
    is_furniture_phrase,
    leads_elsewhere,
    lists_terms,
    opens_like_link,
)
from docforge.detect.credit_words import FILE_CAPTION, OPENING_BRACKETS
from docforge.detect.credits import credited
from docforge.detect.dateline import parsed_datelines
from docforge.detect.headline import (
    ITEM_SIGNS,
    TITLE,
    find_headlines,
    is_quotation,
    is_sentence_below,
    is_under_title,
    quotes_below,
)
from docforge.detect.look import COMMAS, FIGURES, RUNNING, Look, writes_no_stops
from docforge.detect.publication import is_publication_label, is_release_label, names_issuer, states_embargo
from docforge.detect.survey import Survey
from docforge.detect.text_vocabulary import beginnings
from docforge.detect.top import states_metadata, without_quotes
from docforge.detect.vocabulary import folded, phrases, phrases_by_language

__all__ = ["find_decks"]

_SHORT_DECK = 0.6
"""A deck is at most this part as wide as the usual paragraph, when nothing else tells it from one."""
_BRIEF_DECK, _BRIEF_COLUMNS = 3, 24
"""Words and columns that a deck has at least in copy without page wording; an outlet's name has fewer."""
_DECK_REACH = 2
"""So many sentences of running text may stand between a headline and its deck: captions, excerpts."""
_OFFICE, _OFFICE_END = 12, re.compile(r",| (?:to|at|of|for|with|in) ")
"""Words of a person's office at most, and what stands between it and the house."""
_REPEATS = 3
"""So many times stands what belongs to the page."""
_NO_CAPTION = 300
"""Columns of running text that is no caption, excerpt or deck above a line."""
_PARTED = 0.3
"""What a line loses below another deck and a date or byline: the caption of the first picture stands so."""
_RIVAL_WORDS, _TOLD = 6, 0.4
"""Words of a headline with a deck below it that reads as well as a headline, and the share of them the text tells."""
_RIVAL = 8
"""Words of a line that may be the deck in place of a paragraph above it."""
_FIELDS = 2
"""So many bars part facts about a page: sections, times, who wrote it."""
_CAPTION = 160
"""Columns of a sentence that may be the caption above a credit."""
_LABEL = 24
"""Characters within which the label of a source ends."""
_RETOLD, _MOST = 3, 0.5
"""So many words of the headline, and such a share of them, stand in a lead that tells it anew."""
_INDEX = attrgetter("index")
_FAR = 8
"""So many passages of running text below are asked for the words of a deck."""
_LONG_STORY = 10
"""A story of so many passages mostly has a deck."""
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
_SAID_OF_CAPTIONS = 0.5
"""The share of its words that the text says again of a deck above a credit; of captions it says less."""
_FAR_BETTER = 0.4
"""A sentence reads so much better as the headline than all above it, or it may still be the deck."""
_ASKED = 3
"""Passages of running text that are asked at most."""
_WORSE = 0.3
"""Running text is no deck below a line that reads so much worse as the headline than another."""
_OPENS_TEXT = 0.85
"""The score of a dateline that opens a text."""
_NOTED = 0.5
"""Evidence is noted from this much of it."""
_CERTAIN = 0.88
"""The score of certain running text, see ``find_body``."""
_MARKS_APART = 4
"""So many marks more or less may stand in a line that says the same as another."""
_DASHES = frozenset(("--", "——"))
_DASH = frozenset("-–—")
_BULLETS = "·•*‣▪-–—"
_EXCERPT = 60
"""Characters that a paragraph must repeat to count as an excerpt of the next."""


def find_decks(survey: Survey) -> list[Candidate]:
    """Return passages near the top that may be the deck: one to four sentences below the headline."""
    usual = _usual_paragraph(survey)
    last = next((look.index for look in reversed(survey.looks) if look.prose >= RUNNING or look.columns >= 120), 0)
    page = clutter_level(survey) >= CLEAN
    titles = {c.passage: c.score for c in find_headlines(survey)}
    best_above = titles.get(0, 0.0)
    lines = [score for index, score in titles.items() if survey.looks[index].prose < 0.85]
    least = max(lines, default=0.0) - _WORSE
    unfit = credited(survey) | in_a_row(survey) | parsed_datelines(survey).keys()
    out: list[Candidate] = []
    paragraphs = 0  # since the last line that could well be the headline
    begun = False  # one of them is wider than captions and decks are
    text = False  # one of them could be the deck or the first paragraph
    asked = 0
    for look in survey.on_top()[1:]:
        rivals, own = best_above, titles.get(look.index, 0.0)
        best_above = max(best_above, own)
        titled = own >= TITLE and own >= least
        between, paragraphs = paragraphs, 0 if titled else paragraphs + (look.prose >= 0.85 and look.ends)
        text = text and between > 0
        below_text, begun = begun, own <= rivals and (begun or (look.prose >= 0.85 and look.columns > _NO_CAPTION))
        if below_text and look.prose < RUNNING:
            continue  # a line below the first paragraph heads the second
        if look.columns > 640 or look.index in unfit or between > _DECK_REACH:
            continue
        if look.prose >= RUNNING:
            if rivals < least or asked == _ASKED:
                continue  # the headline comes below, or the text has begun
            if between and text and not _signed_right_below(survey, look):
                continue  # what stands above it would have to be something else
        brief = look.columns < 34 or look.words < 5
        quoted = brief and titles.get(look.index - 1, 0.0) >= max(rivals, TITLE) and quotes_below(survey, look)
        quoted = quoted or (brief and look.words >= _BRIEF_DECK and _is_quotation_below(survey, look, titles, rivals))
        if brief and not (quoted or _may_be_brief_deck(survey, look, titles, rivals)):
            continue
        # A better headline than anything above it is no deck.
        margin = 0.0 if _is_below_title(survey, look, titles, rivals) else -0.06
        better = own > rivals + (_FAR_BETTER if look.prose >= 0.85 else margin)
        above = titles.get(look.index - 1, 0.0)
        if better and not (is_under_title(survey, look, above) or is_sentence_below(survey, look, above)):
            continue
        if look.index >= last or _says_else(survey, look, brief):
            continue
        title = max(survey.looks[max(0, look.index - 3) : look.index], key=lambda above: titles.get(above.index, 0.0))
        if look.prose >= RUNNING:
            text, asked = True, asked + 1
            score, note = _running_deck(survey, look, usual, title)
        else:
            score, note = _line(survey, look, usual)
        if (
            page
            and look.index + 1 in unfit
            and look.words >= 12
            and states_metadata(survey, survey.looks[look.index - 1])
        ):
            score -= 0.6
            note += ", between byline and credit as captions are"
        if out and out[-1].passage == look.index - 1 and look.prose < RUNNING:
            score -= 0.05  # of two lines that could be the deck, the upper
        elif out and look.prose < RUNNING and _is_parted(survey, look, out[-1], titles, rivals):
            score -= _PARTED
            note += ", below another and a date or byline"
        out.append(Candidate("subheadline", look.index, score, "deck.below-headline", note))
    return out


def _is_quotation_below(survey: Survey, look: Look, titles: Mapping[int, float], best: float) -> bool:
    """Say whether nothing but a quotation stands right below the headline, and a byline or date below that."""
    if titles.get(look.index - 1, 0.0) < max(best, TITLE) or survey.looks[look.index - 1].words < _RIVAL_WORDS:
        return False
    return is_quotation(look) and _signed_right_below(survey, look)


def _is_parted(survey: Survey, look: Look, deck: Candidate, titles: Mapping[int, float], best: float) -> bool:
    """Say whether a line that could be the *deck* stands right below the headline, and a date or byline below that."""
    if titles.get(deck.passage - 1, 0.0) < best or survey.looks[deck.passage].prose >= RUNNING:
        return False
    between = survey.looks[deck.passage + 1 : look.index]
    return all(other.prose < RUNNING for other in between) and any(states_metadata(survey, o) for o in between)


def _is_below_title(survey: Survey, look: Look, titles: Mapping[int, float], best: float) -> bool:
    """Say whether the line that reads *best* as the headline stands right above, and the text tells of it."""
    above = survey.looks[look.index - 1]
    return titles.get(above.index, 0.0) >= best and above.words >= _RIVAL_WORDS and survey.tells(above) >= _TOLD


def _says_else(survey: Survey, look: Look, brief: bool) -> bool:
    """Say whether the line is anything but a deck by its words: a date, names, page wording, the headline again."""
    if (
        states_metadata(survey, look)
        or _stands_thrice(survey, look)
        or opens_like_link(look)
        or leads_elsewhere(survey, look)
        or is_furniture_phrase(look)
        or _names_source(look)
        or _opens_with_date_label(look)
    ):
        return True
    if look.prose < RUNNING and not brief and is_line_of_names(survey, look):
        return True
    if look.text[0] in ITEM_SIGNS and look.text[:2] == survey.looks[look.index - 1].text[:2]:
        return True  # one of several items
    if lists_terms(look):
        return True
    if look.text.rstrip()[-2:] in _DASHES or look.text == survey.looks[look.index + 1].text:
        return True  # a caption, as some desks mark them
    if FILE_CAPTION.match(look.text) or _has_credit_below(survey, look) or _tells_office(survey, look):
        return True
    if heads_entry(survey, look):
        return True
    if closes_with_date(survey, look) or _opens_with_day(survey, look) or look.text.count(" | ") >= _FIELDS:
        return True
    return _says_headline_again(survey, look) or (look.times > 1 and _stands_twice(survey, look))


def _opens_with_date_label(look: Look) -> bool:
    """``Published: 09-30 …``: the label of a date, whether the date can be read or not."""
    label, sign, behind = look.text[:_LABEL].replace("：", ":").partition(":")
    return bool(sign) and behind.lstrip()[:1].isdigit() and is_publication_label(label.strip())


def _stands_thrice(survey: Survey, look: Look) -> bool:
    """Say whether the line stands three times and no line above it, a headline, does."""
    return look.times >= _REPEATS and all(above.times < _REPEATS for above in survey.looks[: look.index])


def _opens_with_day(survey: Survey, look: Look) -> bool:
    """``Apr. 8: The ferry sails …``: agencies say so when a picture was taken."""
    if FIGURES.isdisjoint(look.signs) or ":" not in look.text[:24]:
        return False
    return any(found.start <= 1 and look.text[found.end : found.end + 1] == ":" for found in survey.dates(look))


def _has_credit_below(survey: Survey, look: Look) -> bool:
    """Say whether the line below is a maker and a provider in brackets: ``(Ann Lee / Gazette)`` closes a caption."""
    below = survey.looks[look.index + 1]
    return below.text[0] in OPENING_BRACKETS and "/" in below.text and below.index in credited(survey)


def _tells_office(survey: Survey, look: Look) -> bool:
    """Say whether the line tells of the person above: an office, ``Senior Fellow, Centre for Ports``, or a life."""
    above = survey.looks[look.index - 1]
    if look.prose >= RUNNING:
        name = look.text.split(None, 2)[:2]
        if opens_like_byline(survey, above) and len(name) == 2 and all(part in above.text.split() for part in name):
            return True  # “Ann Lee writes on ports” below “By Ann Lee”
        return look.index > 1 and above.words <= _OFFICE and above.prose < RUNNING and _tells_office(survey, above)
    if look.words > _OFFICE or look.ends or not look.cased:
        return False
    office = folded(_OFFICE_END.split(look.text, maxsplit=1)[0]).split()
    roles = phrases("byline", "suffix")
    if not office or not (office[-1] in roles or " ".join(office[-2:]) in roles):
        return False
    return opens_like_byline(survey, above) or is_line_of_names(survey, above)


def _may_be_brief_deck(survey: Survey, look: Look, titles: Mapping[int, float], best: float) -> bool:
    """Say whether a short line is of clean copy and stands right below its headline, with a byline or date below."""
    above = titles.get(look.index - 1, 0.0)
    return (
        look.words >= _BRIEF_DECK
        and look.columns >= _BRIEF_COLUMNS
        and above >= max(best, 0.5)
        and not (is_line_of_names(survey, look) and (look.cased or look.words < _BRIEF_DECK))
        and not (is_release_label(look) or names_issuer(look) or states_embargo(look))
        and clutter_level(survey) < CLEAN
        and _signed_right_below(survey, look)
    )


_WEIGHTS: dict[str, tuple[float, str]] = {
    "said again": (2.6, "the text says much of it again"),
    "said at once": (1.5, ""),
    "dateline": (2.4, "a dateline opens the text below"),
    "source": (0.6, "the text below opens by naming its source"),
    "excerpt": (1.5, "the text below opens with its words"),
    "signed": (1.7, "a byline or date right below"),
    "right below": (1.0, ""),
    "short": (0.9, "short beside the paragraphs below"),
    "no stop": (1.0, "no full stop"),
    "question": (0.8, "a question"),
    "long story": (1.0, ""),
    "day": (-0.6, "names a day, as leads do"),
    "day below": (0.9, "the text below names a day"),
    "commas": (-0.8, ""),
    "bracket": (-1.5, "a bracket in it"),
    "wide": (-1.8, "as wide as a paragraph"),
    "nothing new": (-3, "says little beyond the headline"),
    "interview": (2.5, "a question stands below"),
    "credit": (-2.0, "a credit right below, as below captions"),
    "in full": (-2.5, "tells the headline in full"),
    "anew": (-1.9, "tells the headline anew, as leads do"),
    "goes on": (-4.5, "leads into the text"),
    "item": (-2.7, "opens like an item"),
}
"""What speaks for a deck, in the units of a logistic regression (natural logarithm of the odds), and its note.

Fitted to first paragraphs of pages in 25 languages and checked on sources left out: the share of its words that the
text says again, anywhere and in the next passage, tells more than its width.
"""
_ODDS, _UNIT = -2.45, 0.15
"""The same for a first paragraph of which nothing is known; what one unit of it is as a score.

A little below what the fit gives: copy without a deck is more common elsewhere than among the pages it was fitted to.
"""


def _running_deck(survey: Survey, look: Look, usual: int, title: Look) -> tuple[float, str]:
    """Return how well running text reads as a deck, and why: a deck promises what the text below tells."""
    found = _evidence(survey, look, usual, title)
    odds = _ODDS
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
    if usual and look.columns <= min(_SHORT_DECK * usual, _WIDE):
        found["short"] = 1.0
    width = look.columns - _WIDE_IN.get(survey.primary, _WIDE)
    if width > 0:
        found["wide"] = min(1.0, width / _WIDER)
    if _signed_right_below(survey, look):
        found["signed"] = 1.0
    if text[-1] in ":：,،，":
        found["goes on"] = 1.0
    elif not look.ends and (survey.latin or not writes_no_stops(text)):
        found["no stop"] = 1.0
    elif text[-1] in "?？؟":
        found["question"] = 1.0
    if "(" in text or "（" in text:
        found["bracket"] = 1.0
    if text[0] in _BULLETS and not _quotes_behind_dash(survey, look):
        found["item"] = 1.0
    commas = sum(map(text.count, COMMAS))
    if commas:
        found["commas"] = min(2.0, 100 * commas / look.columns)
    if _tells_headline(survey, look):
        found["in full"] = 1.0
    if _names_weekday(survey, look):
        found["day"] = 1.0
    if opens_question(survey.looks[look.index + 1]):
        found["interview"] = 1.0
    below = _running_below(survey, look)
    if below:
        _add_said_below(survey, look, below, title, found)
    if look.index + 1 in credited(survey) and look.columns <= _CAPTION:
        found["credit"] = max(0.0, 1 - found.get("said again", 0.0) / _SAID_OF_CAPTIONS)
    untold = min(1.0, (_SAID_AGAIN - found.get("said again", 0.0)) / _SAID_RANGE)
    if untold > 0 and look.ends:  # a deck may tell the headline too, but then the text tells both
        found["anew"] = untold * _retold(look, title)
    return found


def _quotes_behind_dash(survey: Survey, look: Look) -> bool:
    """Say whether a dash opens a sentence and no line beside it: so somebody is quoted in Nordic decks."""
    if look.text[0] not in _DASH or not look.ends:
        return False
    beside = (survey.looks[look.index - 1], survey.below(look))
    return not any(near is not None and near.text[0] in _BULLETS for near in beside)


def _add_said_below(survey: Survey, look: Look, below: Sequence[Look], title: Look, found: dict[str, float]) -> None:
    """Add to *found* what the running text below says of *look*."""
    lead = below[0]
    opening = parsed_datelines(survey).get(lead.index)
    if opening is not None and opening.score >= _OPENS_TEXT and (opening.agency or opening.date):
        found["dateline"] = 1.0
    elif lead.text.lstrip().startswith(_attributions(survey.primary)):
        found["source"] = 1.0
    if look.columns >= _EXCERPT and lead.columns > look.columns and lead.text.startswith(look.text.rstrip(" .…")):
        found["excerpt"] = 1.0
    if len(below) >= _LONG_STORY:
        found["long story"] = 1.0
    if _names_weekday(survey, lead):
        found["day below"] = 1.0
    words = beginnings(look.head) if _may_win(found) else frozenset()
    if words:
        texts = [passage.head for passage in below[:_FAR]]
        whole = "\n".join(texts)
        found["said again"] = sum(map(whole.__contains__, words)) / len(words)
        head = title.head
        new = [word for word in words if word not in head]
        if len(new) >= _FEW and _NEW * len(new) > len(words):
            found["said at once"] = sum(map(texts[0].__contains__, new)) / len(new)
        else:
            found["nothing new"] = 1.0


def _may_win(found: Mapping[str, float]) -> bool:
    """Say whether a passage may be a deck if the text says all of it again."""
    most = _ODDS + _WEIGHTS["said again"][0] + _WEIGHTS["said at once"][0]
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
    """Return the next passages of running text, ``_LONG_STORY`` at most."""
    running: list[Look] | None = survey.memo.get("running")
    if running is None:
        running = survey.memo["running"] = [other for other in survey.looks if other.prose >= RUNNING]
    start = bisect_right(running, look.index, key=_INDEX)
    return running[start : start + _LONG_STORY]


def _line(survey: Survey, look: Look, usual: int) -> tuple[float, str]:
    """Return how well a line that is no running text reads as a deck, and why."""
    sentences = look.sentences
    notes = [f"{sentences or 1} sentence(s) under the headline"]
    score = 0.52 + 0.12 * survey.echo(look)
    if sentences <= 2:
        score += 0.06
    if usual and look.columns <= _SHORT_DECK * usual and look.columns <= 420:
        score += 0.34
        notes.append("short beside the paragraphs below")
    signed = look.prose >= 0.5 and _signed_right_below(survey, look)
    if signed:
        score += 0.36
        notes.append("a byline or date right below")
    if not look.ends and look.columns >= 50 and look.cased and look.text.rstrip()[-1:] not in ":：":
        if survey.latin or not writes_no_stops(look.text):
            score += 0.14
            notes.append("no full stop")
    if _tells_headline(survey, look):
        score -= 0.36
        notes.append("tells the headline in full")
    opening = _lead_below(survey, look)
    if opening:
        score += 0.36
        notes.append(opening)
    if look.index + 1 in credited(survey) and look.columns <= _CAPTION and survey.echo(look) < _SAID_OF_CAPTIONS:
        score -= 0.4
        notes.append("a credit right below, as below captions")
    if look.columns > 420:
        score -= 0.1
    if look.text.rstrip()[-1:] in ":：,،，":
        score -= 0.7  # leads into the text
    if look.text[:1] in '"“„«»‘「':
        score -= 0.12
    if look.text[:1] in _BULLETS and look.text[1:2].isalpha():
        score -= 0.4  # an item that lost the space behind its mark
    return score, ", ".join(notes)


def _names_source(look: Look) -> bool:
    """Say whether the line opens with ``Source:`` in any language."""
    at = look.fold.find("：" if "：" in look.fold[:_LABEL] else ":", 0, _LABEL)
    return at > 0 and look.fold[:at].strip() in phrases("signoff", "source_label")


def _lead_below(survey: Survey, look: Look) -> str:
    """Say what in the next running text shows that it is the lead and *look* the deck above it, or ""."""
    for lead in survey.looks[look.index + 1 : look.index + 5]:
        if lead.prose >= RUNNING:
            break
    else:
        return ""
    if look.text[:1] in _BULLETS:
        return ""
    opening = parsed_datelines(survey).get(lead.index)
    if opening is not None and opening.score >= 0.85 and (opening.agency or opening.date):
        return "a dateline opens the text below"
    if look.columns >= _EXCERPT and lead.columns > look.columns and lead.text.startswith(look.text.rstrip(" .…")):
        return "the text below opens with its words"
    if lead.text.lstrip().startswith(_attributions(survey.primary)):
        return "the text below opens by naming its source"
    return ""


def _retold(look: Look, title: Look) -> float:
    """Return 0 to 1: how much of the headline a sentence tells, from half of it on; a deck says what is new."""
    words, head = beginnings(title.head), look.head
    hits = sum(map(head.__contains__, words))
    return hits / len(words) if hits >= max(_RETOLD, _MOST * len(words)) else 0.0


@cache
def _attributions(language: str) -> tuple[str, ...]:
    return tuple(phrases_by_language("dateline", "attribution").get(language, ()))


def _stands_twice(survey: Survey, look: Look) -> bool:
    """Say whether the line stands once more right below, or beyond one other: a caption, printed twice."""
    near = survey.looks[max(0, look.index - 2) : look.index + 3]
    return any(other.fold == look.fold for other in near if other is not look)


def _tells_headline(survey: Survey, look: Look) -> bool:
    """Say whether the line above stands in *look* word for word: leads of news agencies do so, decks do not."""
    plain = without_quotes(look)
    for above in survey.looks[max(0, look.index - 3) : look.index]:
        if above.words >= 5 and above.columns >= 30 and above.fold and without_quotes(above) in plain:
            return True
    return False


def _says_headline_again(survey: Survey, look: Look) -> bool:
    """Say whether one of the lines just above reads the same, all marks aside."""
    length = len(look.fold)
    if not length:
        return False  # too long to have been folded
    letters = ""
    for other in survey.looks[max(0, look.index - 4) : look.index]:
        if -_MARKS_APART <= len(other.fold) - length <= _MARKS_APART:
            letters = letters or _letters(look)
            if _letters(other) == letters:
                return True
    return False


def _letters(look: Look) -> str:
    return "".join(filter(str.isalnum, look.fold))


def _signed_right_below(survey: Survey, look: Look) -> bool:
    """Say whether the next line that is no running text is a date, a byline or a line of names."""
    for other in survey.looks[look.index + 1 : look.index + 4]:
        if other.prose >= RUNNING:
            return False
        if other.columns <= 120 and (states_metadata(survey, other) or is_line_of_names(survey, other)):
            return True
        if look.prose >= RUNNING and other.words >= _RIVAL:
            return False  # the deck itself may stand between
    return False


def _usual_paragraph(survey: Survey) -> int:
    """Return the median width of the running paragraphs, 0 with fewer than four of them."""
    widths = sorted(look.columns for look in survey.looks[:400] if look.prose >= RUNNING)
    return widths[len(widths) // 2] if len(widths) >= 4 else 0
