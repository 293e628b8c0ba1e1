# SPDX-License-Identifier: Apache-2.0
"""The headline: told from all that stands near it above the body.

Comes in: a ``Survey``.  Goes out: candidates of the kind ``headline``.
A headline is told by its shape, its place and by how much of it the body repeats; menu words repeat nothing.
"""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache

from docforge.detect.below_headline import below_another, line_above
from docforge.detect.boxes import leads_elsewhere
from docforge.detect.bylines.byline_words import opens_like_byline
from docforge.detect.candidate import Candidate
from docforge.detect.contacts import names_contact
from docforge.detect.headline_shapes import (
    BRIEF_TITLE,
    ITEM_SIGNS,
    OPENERS,
    PATH,
    is_in_title_case,
    reads_as_names,
    stands_between_dashes,
)
from docforge.detect.issuers import names_issuer, opens_like_office
from docforge.detect.joined_kickers import kicker_at_head
from docforge.detect.look import CLOSERS, FIGURES, RUNNING, SENTENCE, SET_IN_CAPITALS, Look
from docforge.detect.page_or_copy import holds_menu, is_page
from docforge.detect.page_requests import is_button
from docforge.detect.page_wording import closes_like_link, is_furniture_phrase, opens_like_link, shows_letter_sizes
from docforge.detect.publication import labels_time
from docforge.detect.release_labels import is_release_label, states_embargo
from docforge.detect.run_on_heads import head_run_on, title_and_date
from docforge.detect.survey import Survey
from docforge.detect.times_in_lines import words_beside_dates
from docforge.detect.top import KICKER, SECTION, Neighbours, states_metadata
from docforge.detect.vocabulary import phrases
from docforge.detect.wire_headers import wire_header
from docforge.patterns import any_of

__all__ = ["announces_interview", "find_headlines", "is_issuer_above"]

_SECTION_COLUMNS = 24
"""Columns that the name of a section has at most."""
_TELLS_LITTLE = 0.5
"""Of a sentence on top of the page other text says at least this much, or it is hardly the headline."""
_LABELLED, _TELLING = re.compile(r"[^\W\d_]{4,12}\. (?=[^\W\d_a-z])"), 0.5
"""``Video. The ferry …``: a label before a headline; the share of its words that the text repeats."""
_TOPIC = 10
"""Words of a line that tells with whom an interview is."""
_NUMBER_LINE = 48
"""Columns of the line with the number of a document."""
_BETWEEN_SECTIONS, _SECTIONS = re.compile(r"\s[•·|]\s"), 5
"""What stands between the names of sections (``Markets • Money``); the words and signs of them at most."""
_SITE_OR_FILE = re.compile(r"\.[^.\s]{1,60}\.[^.\s]|\.[A-Za-z]{3,4}$")
"""Part of a line of one word that is a site or a file: ``www.harbour.example``, ``mole_0409.jpg``."""
_DASH = "-"
"""What opens an item of a list as well."""
_MAY_WIN = 0.4
"""What the best line may lose to another that reads so much worse as the headline, by what stands around it."""
_BARS = 3
"""So many bars part the links of a menu; a title has one or two before its section and its site."""
_CODES = 3
"""Words of a line of codes, at least."""
_WHOLE_SENTENCE = 150
"""A sentence wider than this that closes with its full stop is text, where a headline would stop earlier."""
_TWO_SENTENCES, _TWO_ON_PAGE = 90, 200
"""Columns from which two whole sentences are a paragraph, in clean copy and on pages."""
_CLOSED = 100
"""Columns that a headline with a full stop has at most."""
_DAY_WORDS = 4
"""Words of a line that is a day and nothing else, at most."""
_DATES_ABOVE = 2
"""Lines with dates above the first line of clean copy, at most."""
_TWICE = 0.14
"""What a line gains that says the same as one just above."""
_HOUR, _TICKER = re.compile(r"\d{1,2}[:.]\d{2}(?!\d)"), 3
"""The hour at the head of a line, and how many such lines make a ticker."""
_DATE_WORDS = 8
"""Words of a line that is a date and its time."""
_BRIEF_OFFICE = 2
"""Words of a name that closes with the noun of an office (``Harbour Office``) and is none of a headline."""
_LONG_OFFICE = 4
"""Words of a name that opens with the noun of an office; a longer one is a headline where none stands below."""
_RUN_ON = 1.15
"""The score of a headline in one line with the label of its date and the first text."""
_TEXT_REACH = 80
"""Passages below a headline among which its text begins."""
_RUN_TOGETHER = 12
"""Columns of a word, on average, in a line of words that run into each other."""
_JOINTS, _MANY_JOINTS = re.compile(r"[a-zß-ÿ](?=[A-ZÀ-Þ][a-zß-ÿ])"), 5
"""Where a word in small letters runs into a capital, and how often a list of links without blanks does so."""


def find_headlines(survey: Survey) -> list[Candidate]:
    """Return a candidate for each passage near the top that could be the headline."""
    known: list[Candidate] | None = survey.memo.get("find_headlines")
    if known is not None:
        return known
    out = []
    top = survey.on_top()
    shapes = [0.0] * (len(top) + 2)  # of each line, behind two that are none
    page = Neighbours(survey)
    less, beside = 0.0, ""
    longest = _TWO_SENTENCES if not is_page(survey) else _TWO_ON_PAGE
    for look in top:
        if run := head_run_on(survey, look):
            note = "the headline runs on with its date and the text"
            out.append(Candidate("headline", look.index, _RUN_ON, "headline.shape", note, parts=run))
            continue
        if look.columns > 320 or (
            look.columns > longest and look.index and look.prose >= 0.9 and look.ends and look.sentences >= 2
        ):
            continue  # a paragraph never reads better as a headline, whatever stands around it
        if wire_header(survey, look):
            continue
        shape, bonus, note = _headline(survey, look, page)
        above = max(shapes[look.index + 1], shapes[look.index] - 0.1)
        shapes[look.index + 2] = shape
        score = min(1.2, shape + bonus)
        right_above = shapes[line_above(survey, look).index + 2] if look.index else 0.0
        twin = look.index > 0 and bool(look.fold) and look.fold == survey.looks[look.index - 1].fold
        if twin and less and look.index not in page.signed_below:
            score -= _TWICE  # a caption printed twice is no better for it, and no more below another than its twin
        else:
            less, beside = below_another(survey, look, page, (right_above, max(above, right_above), shape))
        score -= less
        note += beside
        if score > 0.15 and not holds_menu(survey, look):
            out.append(Candidate("headline", look.index, score, "headline.shape", note))
    survey.memo["find_headlines"] = out = _cut_apart(survey, out)
    return out


def _cut_apart(survey: Survey, titles: list[Candidate]) -> list[Candidate]:
    """Return *titles*, those that may well win with their kicker or date where one stands in their line."""
    least = max((title.score for title in titles), default=0.0) - _MAY_WIN
    return [
        title._replace(parts=title_and_date(survey, look) or kicker_at_head(survey, look))
        if title.score >= least and not title.parts
        else title
        for title in titles
        for look in (survey.looks[title.passage],)
    ]


def _headline(survey: Survey, look: Look, page: Neighbours) -> tuple[float, float, str]:
    """Return what shape, place and echo say, what the lines below add, and why."""
    if _is_none(survey, look, page):
        return 0.0, 0.0, ""
    text = look.text.rstrip()
    score = 0.5
    notes = []
    if look.index == 0 or _is_first_of_copy(survey, look):
        clean = not is_page(survey)
        score += 0.16 if clean else 0.06
        notes.append("first line")
        if clean and look.words >= KICKER and look.capitals > SET_IN_CAPITALS and _text_in_small_letters(survey, look):
            score += 0.2
            notes.append("in capitals")
    last = text.rstrip(CLOSERS)[-1:] if look.ends and text[-1] in CLOSERS else text[-1]
    abbreviated = last == "." and _closes_with_abbreviation(survey, look, text)
    score += _by_width(look, sentence=look.prose >= 0.9 and not abbreviated)
    if 22 <= look.columns <= 150:
        notes.append(f"{look.words} words")
    if look.ends and not abbreviated:
        score -= _as_sentence(survey, look, last, page)
    score += _by_edges(survey, look, text, last)
    echo = survey.echo(look)
    stops = look.running and last == "." and not abbreviated
    if look.running and look.columns <= _CLOSED and is_page(survey):
        told = survey.tells(look)  # a slogan or a link that reads as a sentence repeats but itself
        echo = min(echo, told) if look.index or told < _TELLS_LITTLE else echo
    score += (0.16 if stops else 0.36) * echo  # so does a sentence of the running text
    bonus = 0.0
    if look.index in page.signed_below:
        bonus = 0.18 if look.index in page.right_above and look.words > SECTION else 0.1
        notes.append("a date or byline below")
    if states_metadata(survey, look) or (echo < 0.5 and look.words <= 8 and reads_as_names(survey, look)):
        score -= 0.45
    if look.index in page.pictured or closes_like_link(look) or look.index in _dated_titles(survey):
        score -= 0.35
    elif opens_like_link(look):
        score -= 0.1 if echo >= _TELLING and _LABELLED.match(text) else 0.35
    if echo >= 0.5:
        notes.append("the body repeats its words")
    if look.index in page.naming:
        score -= 0.45
    elif look.index in page.repeated or look.index in page.named:
        score += _TWICE
        notes.append("stands twice")
    elif look.index in page.said_again:
        score -= 0.2
    return max(0.0, score), bonus, ", ".join(notes) or "short line above the body"


def _is_first_of_copy(survey: Survey, look: Look) -> bool:
    """Say whether nothing but a date, a section beside it or none, stands above a line of clean copy."""
    if not 0 < look.index <= _DATES_ABOVE or is_page(survey):
        return False
    above = survey.looks[: look.index]
    return all(survey.states_day(date) and len(words_beside_dates(survey, date)) <= SECTION for date in above)


def _dated_titles(survey: Survey) -> Set[int]:
    """Return the lines that open with a day and go on, where a page has several, or with an hour: other stories."""
    known: Set[int] | None = survey.memo.get("dated_titles")
    if known is None:
        top = [look for look in survey.on_top() if look.text[0].isdigit() and look.words > _DAY_WORDS]
        dated = [look.index for look in top if any(found.start == 0 for found in survey.dates(look))]
        timed = [look.index for look in survey.on_top() if _HOUR.match(look.text) and look.words > 1]
        known = frozenset(dated) if len(dated) > 1 and is_page(survey) else frozenset()
        known |= frozenset(timed) if len(timed) >= _TICKER else frozenset()
        survey.memo["dated_titles"] = known
    return known


def _is_none(survey: Survey, look: Look, page: Neighbours) -> bool:
    """Say whether a passage is page wording, an address, a date or a dateline, whatever its shape is."""
    if look.words == 0 or (look.columns <= 120 and _says_what_it_is(survey, look)):
        return True
    if names_contact(look) or shows_letter_sizes(look):
        return True
    if look.columns > _RUN_TOGETHER * look.words and _runs_names_together(look.text):
        return True
    if look.words == 1 and ("@" in look.text or "://" in look.text or _SITE_OR_FILE.search(look.text)):
        return True
    if look.words <= _DATE_WORDS and survey.states_day(look) and not words_beside_dates(survey, look):
        return True
    opening = page.datelines.get(look.index)
    if opening is None or opening.score < 0.7:
        return False
    return look.prose >= RUNNING or bool(opening.agency or opening.date)


def _runs_names_together(text: str) -> bool:
    """``ArgentinaBrasilCanadaItalia``: say whether words run into each other as in a list of links, in no title."""
    return any(len(_JOINTS.findall(word)) >= _MANY_JOINTS for word in text.split())


def _closes_with_abbreviation(survey: Survey, look: Look, text: str) -> bool:
    """``… AGREES TO BUY HARBOUR INC.``: what looks like a sentence is a title."""
    if text[-1] != "." or look.columns > _WHOLE_SENTENCE or text[-5:].count(" ") != 1:
        return False
    return look.capitals > SET_IN_CAPITALS and _text_in_small_letters(survey, look)


def _by_width(look: Look, *, sentence: bool) -> float:
    """Return what the width of a passage says for or against a headline; wide *sentences* are text."""
    columns = look.columns
    score = -0.3 if sentence and columns > 120 else 0.0
    if columns < 12:
        score -= 0.3
    elif columns < 22:
        score -= 0.14
    elif columns <= 150:
        score += 0.06
    elif columns > 200:
        score -= 0.25
    return score - 0.12 if look.words <= 2 else score


def _as_sentence(survey: Survey, look: Look, last: str, page: Neighbours) -> float:
    """Return how far a passage that closes with the mark *last* is a sentence of the text and no headline."""
    less = 0.0
    if last not in "?!？！" and look.sentences >= 2:
        less += 0.25
    elif last == ".":
        less += 0.1 if look.prose < SENTENCE or not is_page(survey) else 0.45
    elif last == "。":
        less += 0.25
    if last in "。।" and look.columns > 60:
        less += 0.7  # headlines of these scripts are not closed with a full stop
    if look.prose >= 0.9 and look.columns > _WHOLE_SENTENCE:
        less += 0.3
    elif last == "." and look.prose >= SENTENCE and look.columns > _CLOSED and not is_in_title_case(look.text):
        if look.index + 1 not in page.datelines:
            less += 0.65  # headlines with a full stop are brief
    return less


def _by_edges(survey: Survey, look: Look, text: str, last: str) -> float:
    """Return what the first and the last signs, and those between the parts of paths and menus, say."""
    score = -0.2 if last in ":：,;" else -0.5 if last == "/" else 0.0  # so kickers close that run into the headline
    if stands_between_dashes(look):
        score -= 0.4
    if text[:2].islower() and look.cased:
        score -= 0.2  # the rest of a line above; brands are written iPhone
    elif (text[0] in ITEM_SIGNS or text[0] == _DASH) and text[1:2].isspace():
        score -= 0.4  # an item of a list of links
    if (
        PATH.match(text)
        or leads_elsewhere(survey, look)
        or (look.words <= _SECTIONS and _BETWEEN_SECTIONS.search(text))
        or text.count("|") >= _BARS
        or _is_code(look)
    ):
        score -= 0.4
    return score + 0.3 if text.endswith(" =") else score  # so the headline ends on the wire (IPTC 7901)


def _is_code(look: Look) -> bool:
    """``EX-99.1 2 d7524ex.htm``: figures in every word; ``G20 in 2024`` has one without."""
    if look.words < _CODES or FIGURES.isdisjoint(look.signs) or not look.cased:
        return False
    return all(any(map(str.isdigit, word)) for word in look.chunks)


def _text_in_small_letters(survey: Survey, title: Look) -> bool:
    """Say whether the first running text below is not set in capitals itself, as all of a telegram is."""
    below = survey.looks[title.index + 1 : title.index + _TEXT_REACH]
    return next((look.capitals < SET_IN_CAPITALS for look in below if look.prose >= 0.9), False)


def _says_what_it_is(survey: Survey, look: Look) -> bool:
    """Say whether the line is page wording or the frame of a release: its label, its embargo, its office."""
    if is_furniture_phrase(look) or is_release_label(look) or states_embargo(look) or announces_interview(survey, look):
        return True
    if is_button(survey, look):
        return True
    if look.words <= _DATE_WORDS and labels_time(look):
        return True  # Time of publication: 5:30 am
    if look.columns <= _NUMBER_LINE and not FIGURES.isdisjoint(look.signs) and _number_of_document().match(look.whole):
        return True
    # “Storm Closes University” is an office's name only where a headline stands below
    if not names_issuer(look):
        return False
    if look.words <= _BRIEF_OFFICE or (look.words <= _LONG_OFFICE and opens_like_office(look)):
        return True
    return is_issuer_above(survey, look)


@cache
def _number_of_document() -> re.Pattern[str]:
    """``Nomor: 114/HM/2024``, ``№ 12-3/45``: a word for a number, the number, and nothing else."""
    words = any_of(phrases("publication", "document_number"))
    return re.compile(rf"(?:{words})\.?\s?[:.]?\s?[\w.-]{{0,12}}\d[\w./-]{{0,30}}$")


def announces_interview(survey: Survey, look: Look) -> bool:
    """Say whether a line tells with whom the interview is whose headline, a quotation, stands below."""
    if look.words > _TOPIC or look.ends or look.index + 1 >= len(survey.looks):
        return False
    below = survey.looks[look.index + 1]
    text = below.text.strip()
    if text[0] not in OPENERS or text[-1] not in CLOSERS or text[1:-1].count(text[-1]):
        return False
    if below.words < BRIEF_TITLE:
        return False
    return any(look.fold.startswith(word + " ") for word in phrases("byline", "interview"))


def is_issuer_above(survey: Survey, look: Look) -> bool:
    """Say whether the line names the office that issues the text, above a headline or the label of a release."""
    if not names_issuer(look):
        return False
    labelled = False
    for below in survey.looks[look.index + 1 : look.index + 5]:
        if names_issuer(below) or is_release_label(below) or states_embargo(below) or survey.states_day(below):
            labelled = labelled or is_release_label(below)
            continue
        if below.words <= SECTION and below.columns <= _SECTION_COLUMNS and not below.ends:
            continue  # the section of its page: Newsroom
        title = below.columns >= 30 and below.words >= 4 and below.prose < 0.9
        return labelled or (title and not states_metadata(survey, below) and not opens_like_byline(survey, below))
    return labelled
