# SPDX-License-Identifier: Apache-2.0
"""Headline and kicker: what stands above the body.

Comes in: a ``Survey``.  Goes out: candidates of the kinds ``headline`` and ``kicker``.
A headline is told by its shape, its place and by how much of it the body repeats; menu words repeat nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from operator import attrgetter

from docforge.detect.bylines.bare import is_line_of_names, names_person
from docforge.detect.bylines.byline_words import opens_like_byline
from docforge.detect.candidate import Candidate
from docforge.detect.captions import in_a_row
from docforge.detect.clutter import (
    CLEAN,
    closes_like_link,
    clutter_level,
    is_furniture_phrase,
    leads_elsewhere,
    opens_like_link,
)
from docforge.detect.credits import credited
from docforge.detect.dateline import parsed_datelines
from docforge.detect.look import CLOSERS, FIGURES, LINE, RUNNING, SET_IN_CAPITALS, Look
from docforge.detect.publication import (
    is_release_label,
    is_yearless,
    names_issuer,
    opens_like_office,
    states_embargo,
    words_beside_dates,
)
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import phrases

__all__ = [
    "ITEM_SIGNS",
    "TITLE",
    "find_headlines",
    "find_kickers",
    "is_quotation",
    "is_sentence_below",
    "is_under_title",
    "quotes_below",
    "states_metadata",
    "without_quotes",
]

_SECTION, _SECTION_COLUMNS = 3, 24
"""Words and columns that the name of a section has at most."""
TITLE = 0.55
"""The score of a headline that may have a deck below it which reads like a better one."""
_WIDER = 1.4
"""Such a deck is at least so many times as wide as its headline."""
_KICKER = 5
"""A kicker has fewer words than this."""
_FITS, _TELLS = 0.5, 0.2
"""The score of a line that may be the headline above a sentence, and the share of its words that the text tells."""
_FIT, _ALIKE, _TELLS_MUCH = 0.62, 0.06, 0.4
"""The same of one above a wider line that reads as well, so much better at most."""
_LABELLED, _TELLING = re.compile(r"[^\W\d_]{4,12}\. (?=[^\W\d_a-z])"), 0.5
"""``Video. The ferry …``: a label before a headline; the share of its words that the text repeats."""
_POINTS = 6
"""So many points may stand below their label."""
_BRIEFLY = 0.6
"""What the shape of a headline that has no comma is worth at least."""
_LONG_BELOW, _TITLED = 24, 16
"""Columns that the line below a kicker has at least, and the one that reads best as the headline."""
_NARROW_DECK, _WIDE_DECK = 48, 90
"""Columns that such a deck has at least; columns of one that is too wide to be the headline below a kicker."""
_PATH = re.compile(r"[^«‹\n]{1,120}?(?:\s(?:[>›»→]|>>)\s|>>)|[^/\n]{1,80}\s/\s[^/\n]{1,80}\s/\s")
"""How the path to a page begins, ``Home » News » Harbour``, ``Home / News / Harbour``; a quotation in « » is none."""
_TOPIC, _OPENERS = 10, '„“"«‘‚「『'
"""Words of a line that tells with whom an interview is; what opens a quotation."""
_NUMBER_LINE = 48
"""Columns of the line with the number of a document."""
_QUOTED_BELOW = 24
"""Columns of a headline above a deck that quotes somebody."""
_BRIEF_TITLE = 3
"""Words that a headline has at least above a deck that is wider still."""
_BETWEEN_SECTIONS, _SECTIONS = re.compile(r"\s[•·|]\s"), 5
"""What stands between the names of sections (``Markets • Money``); the words and signs of them at most."""
_BARS = 3
"""So many bars part the links of a menu; a title has one or two before its section and its site."""
_CODES = 3
"""Words of a line of codes, at least."""
_KIND_ABOVE = 0.96
"""The score of a kicker that is page wording elsewhere."""
_LONG_FOR_KICKER = 3
"""A headline this many times as wide as the line above may have a kicker there."""
_SURE_NAME, _HEADS = 2, 0.1
"""On top of clean copy only so many words read as a name that may be unknown, if the text repeats less of them."""
_ECHO = 0.15
"""On pages with menus the text repeats at least this much of a headline, or it may be a link to another story."""
_BRIEF_ECHO = 0.5
"""Of a headline no longer than kickers are, above a line that reads like a better one, it repeats more."""
_QUOTES = re.compile("[\"'“”„‟«»‹›‘’‚「」『』]")
ITEM_SIGNS = frozenset("·•*‣▪>»›")
_WHOLE_SENTENCE = 150
"""A sentence wider than this that closes with its full stop is text, where a headline would stop earlier."""
_TWO_SENTENCES, _TWO_ON_PAGE = 90, 200
"""Columns from which two whole sentences are a paragraph, in clean copy and on pages."""
_CLOSED = 100
"""Columns that a headline with a full stop has at most."""
_DATED_TITLE = 6
"""More words than these beside a date make a title that names a day, no line of dates."""
_TWO_DATES = 22
"""Words of a line that says when a text was published and when it was changed."""
_TELEPHONE = 7
"""Figures of a line that may be a telephone number."""
_DATE_WORDS = 8
"""Words of a line that is a date and its time."""
_WAVES = "～〜~"
_BRIEF_OFFICE = 2
"""Words of a name that closes with the noun of an office (``Harbour Office``) and is none of a headline."""
_LONG_OFFICE = 4
"""Words of a name that opens with the noun of an office; a longer one is a headline where none stands below."""
_TEXT_REACH = 80
"""Passages below a headline among which its text begins."""
_ISSUER_REACH = 3
"""The office that issues the text is named above its headline in one of the passages up to this one."""
_TWIN = 16
"""Characters that a line must have to say the same as another."""
_PART = 3
"""A line that says the same as a longer one above is at most so many times shorter, or closes it, as in a path."""
_TWIN_REACH = 6
"""So many passages are looked at for the other."""


def find_headlines(survey: Survey) -> list[Candidate]:
    """Return a candidate for each passage near the top that could be the headline."""
    known: list[Candidate] | None = survey.memo.get("find_headlines")
    if known is not None:
        return known
    out = []
    top = survey.on_top()
    shapes = [0.0] * (len(top) + 2)  # of each line, behind two that are none
    page = _Page(survey)
    longest = _TWO_SENTENCES if clutter_level(survey) < CLEAN else _TWO_ON_PAGE
    for look in top:
        if look.columns > 320 or (
            look.columns > longest and look.index and look.prose >= 0.9 and look.ends and look.sentences >= 2
        ):
            continue  # a paragraph never reads better as a headline, whatever stands around it
        shape, bonus, note = _headline(survey, look, page)
        above = max(shapes[look.index + 1], shapes[look.index] - 0.1)
        shapes[look.index + 2] = shape
        score = min(1.2, shape + bonus)
        fits = above >= 0.75 and above >= shape - 0.2 and not _like_kicker(survey, look)
        fits = fits or _is_wider_below(survey, look, shapes[look.index + 1], shape)
        if fits and look.columns >= 40 and look.index not in page.repeated:
            score -= 0.3
            note += ", below another that fits"
        if look.index and shapes[look.index + 1] >= max(TITLE, shape - 0.2) and quotes_below(survey, look):
            score -= 0.3
            note += ", a quotation below one that fits"
        elif look.index and is_under_title(survey, look, shapes[look.index + 1]):
            score -= 0.2
            note += ", below a shorter one that fits"
        elif look.index and is_sentence_below(survey, look, shapes[look.index + 1]):
            score -= 0.2
            note += ", a sentence below one that fits"
        if survey.unspaced and look.index and shapes[look.index + 1] >= _BRIEFLY and _is_parted_below(survey, look):
            score -= 0.1
            note += ", two clauses below one"
        if look.index in page.points:
            score -= 0.5
            note += ", one of the points below a label"
        if score > 0.15:
            out.append(Candidate("headline", look.index, score, "headline.shape", note))
    survey.memo["find_headlines"] = out
    return out


def _is_parted_below(survey: Survey, look: Look) -> bool:
    """Say whether a line has a comma and the narrower one above no sign: a deck of ideographs below its headline."""
    above = survey.looks[look.index - 1]
    if above.ends or above.columns < _TITLED or above.columns >= look.columns:
        return False
    return "，" in look.text and "，" not in above.text and "：" not in above.text


def _headline(survey: Survey, look: Look, page: _Page) -> tuple[float, float, str]:
    """Return what shape, place and echo say, what the lines below add, and why."""
    columns = look.columns
    if look.words == 0 or (columns <= 120 and _says_what_it_is(survey, look)):
        return 0.0, 0.0, ""
    if look.words == 1 and ("@" in look.text or "://" in look.text or look.text.rstrip(".…").count(".") > 1):
        return 0.0, 0.0, ""  # addresses
    if look.words <= _DATE_WORDS and survey.states_day(look) and not words_beside_dates(survey, look):
        return 0.0, 0.0, ""
    opening = page.datelines.get(look.index)
    if opening is not None and opening.score >= 0.7 and (look.prose >= RUNNING or opening.agency or opening.date):
        return 0.0, 0.0, ""
    text = look.text.rstrip()
    score = 0.5
    notes = []
    if look.index == 0:
        clean = clutter_level(survey) < CLEAN
        score += 0.16 if clean else 0.06
        notes.append("first line")
        if clean and look.words >= _KICKER and look.capitals > SET_IN_CAPITALS and _text_in_small_letters(survey, look):
            score += 0.2
            notes.append("in capitals")
    # ``… AGREES TO BUY HARBOUR INC.``: what looks like a sentence is a title that closes with an abbreviation.
    abbreviated = look.ends and text[-1] == "." and columns <= _WHOLE_SENTENCE and text[-5:].count(" ") == 1
    abbreviated = abbreviated and look.capitals > SET_IN_CAPITALS and _text_in_small_letters(survey, look)
    if look.prose >= 0.9 and columns > 120 and not abbreviated:
        score -= 0.3
    if columns < 12:
        score -= 0.3
    elif columns < 22:
        score -= 0.14
    elif columns <= 150:
        score += 0.06
        notes.append(f"{look.words} words")
    elif columns > 200:
        score -= 0.25
    if look.words <= 2:
        score -= 0.12
    last = text.rstrip(CLOSERS)[-1:] if look.ends and text[-1] in CLOSERS else text[-1]
    if look.ends and not abbreviated:
        if last not in "?!？！" and look.sentences >= 2:
            score -= 0.25
        elif last == ".":
            score -= 0.1 if look.prose < 0.85 or clutter_level(survey) < CLEAN else 0.45
        elif last == "。":
            score -= 0.25
        if last in "。।" and columns > 60:
            score -= 0.7  # headlines of these scripts are not closed with a full stop
        if look.prose >= 0.9 and columns > _WHOLE_SENTENCE:
            score -= 0.3  # a sentence of running text
        elif last == "." and look.prose >= 0.85 and columns > _CLOSED and not _is_in_title_case(text):
            if look.index + 1 not in page.datelines:
                score -= 0.65  # headlines with a full stop are brief
    if last in ":：,;":
        score -= 0.2
    if last in _WAVES and text.lstrip()[0] in _WAVES:
        score -= 0.4  # a subtitle between wave dashes
    if text[:2].islower() and look.cased:
        score -= 0.2  # the rest of a line above; brands are written iPhone
    elif text[0] in ITEM_SIGNS and text[1:2].isspace():
        score -= 0.4  # an item of a list of links
    if (
        _PATH.match(text)
        or leads_elsewhere(survey, look)
        or (look.words <= _SECTIONS and _BETWEEN_SECTIONS.search(text))
        or text.count(" | ") >= _BARS
        or _is_code(look)
    ):
        score -= 0.4
    if text.endswith(" ="):
        score += 0.3  # so the headline ends on the wire (IPTC 7901)
    echo = survey.echo(look)
    stops = look.running and last == "." and not abbreviated
    score += (0.16 if stops else 0.36) * echo  # a sentence of the running text repeats itself
    bonus = 0.0
    if look.index in page.signed_below:
        bonus = 0.18 if look.index in page.right_above and look.words > _SECTION else 0.1
        notes.append("a date or byline below")
    if states_metadata(survey, look) or (echo < 0.5 and look.words <= 8 and _reads_as_names(survey, look)):
        score -= 0.45
    if look.index in page.pictured or closes_like_link(look):
        score -= 0.35
    elif opens_like_link(look):
        score -= 0.1 if echo >= _TELLING and _LABELLED.match(text) else 0.35
    if echo >= 0.5:
        notes.append("the body repeats its words")
    if look.index in page.repeated:
        score += 0.14
        notes.append("stands twice")
    elif look.index in page.said_again:
        score -= 0.2
    return max(0.0, score), bonus, ", ".join(notes) or "short line above the body"


def _reads_as_names(survey: Survey, look: Look) -> bool:
    """Say whether a line holds nothing but names; of more words than menus have, one must be a given name."""
    if ": " in look.text[:-1]:
        return False  # who says it, or of whom it tells
    if not is_line_of_names(survey, look):
        return False
    below = survey.below(look)
    if not look.cased and look.words >= _BRIEF_TITLE + 1 and below is not None and is_line_of_names(survey, below):
        return False  # two groups of nouns above the line with the author
    first = look.index == 0 and "," not in look.text and clutter_level(survey) < CLEAN  # “Court Drops Appeal”
    first = first and (look.words > _SURE_NAME or survey.echo(look) >= _HEADS)
    return (look.words < _KICKER and not first) or not look.cased or names_person(survey, look)


def _is_code(look: Look) -> bool:
    """``EX-99.1 2 d7524ex.htm``: figures in every word; ``G20 in 2024`` has one without."""
    if look.words < _CODES or FIGURES.isdisjoint(look.signs) or not look.cased:
        return False
    return all(any(map(str.isdigit, word)) for word in look.chunks)


def _is_in_title_case(text: str) -> bool:
    """Say whether more than half of the words open with a capital."""
    words = _QUOTES.sub("", text).split()
    return 2 * sum([word[:1].isupper() for word in words]) > len(words)


def _text_in_small_letters(survey: Survey, title: Look) -> bool:
    """Say whether the first running text below is not set in capitals itself, as all of a telegram is."""
    below = survey.looks[title.index + 1 : title.index + _TEXT_REACH]
    return next((look.capitals < SET_IN_CAPITALS for look in below if look.prose >= 0.9), False)


def _says_what_it_is(survey: Survey, look: Look) -> bool:
    """Say whether the line is page wording or the frame of a release: its label, its embargo, its office."""
    if (
        is_furniture_phrase(look)
        or is_release_label(look)
        or states_embargo(look)
        or _announces_interview(survey, look)
    ):
        return True
    if look.columns <= _NUMBER_LINE and not FIGURES.isdisjoint(look.signs) and _number_of_document().match(look.whole):
        return True
    # “Storm Closes University” is an office's name only where a headline stands below
    if not names_issuer(look):
        return False
    if look.words <= _BRIEF_OFFICE or (look.words <= _LONG_OFFICE and opens_like_office(look)):
        return True
    return _issuer_above(survey, look)


@cache
def _number_of_document() -> re.Pattern[str]:
    """``Nomor: 114/HM/2024``, ``№ 12-3/45``: a word for a number, the number, and nothing else."""
    words = "|".join(sorted(map(re.escape, phrases("publication", "document_number")), key=len, reverse=True))
    return re.compile(rf"(?:{words})\.?\s?[:.]?\s?[\w.-]{{0,12}}\d[\w./-]{{0,30}}$")


def _announces_interview(survey: Survey, look: Look) -> bool:
    """Say whether a line tells with whom the interview is whose headline, a quotation, stands below."""
    if look.words > _TOPIC or look.index + 1 >= len(survey.looks):
        return False
    below = survey.looks[look.index + 1]
    text = below.text.strip()
    if text[0] not in _OPENERS or text[-1] not in CLOSERS or text[1:-1].count(text[-1]):
        return False
    if look.ends or below.words < _BRIEF_TITLE:
        return False
    return any(look.fold.startswith(word + " ") for word in phrases("byline", "interview"))


def _issuer_above(survey: Survey, look: Look) -> bool:
    """Say whether the line names the office that issues the text, above a headline or the label of a release."""
    if not names_issuer(look):
        return False
    labelled = False
    for below in survey.looks[look.index + 1 : look.index + 5]:
        if names_issuer(below) or is_release_label(below) or states_embargo(below) or survey.states_day(below):
            labelled = labelled or is_release_label(below)
            continue
        if below.words <= _SECTION and below.columns <= _SECTION_COLUMNS and not below.ends:
            continue  # the section of its page: Newsroom
        title = below.columns >= 30 and below.words >= 4 and below.prose < 0.9
        return labelled or (title and not states_metadata(survey, below) and not opens_like_byline(survey, below))
    return labelled


class _Page:
    """What is asked of the neighbours of each line near the top, worked out once for all of them."""

    def __init__(self, survey: Survey) -> None:
        looks = survey.looks[: len(survey.on_top()) + _TWIN_REACH]
        self.datelines = parsed_datelines(survey)
        self.pictured = credited(survey) | in_a_row(survey)
        self.repeated: set[int] = set()
        """Lines that a line just above holds, or that hold it."""
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
        self.right_above -= {index for index in self.right_above if index > 0 and looks[index - 1].words > _SECTION}
        self._find_twins(looks)

    def _find_twins(self, looks: Sequence[Look]) -> None:
        # What is too short to say the same as another line is left out; what is too long is no twin of
        # any, nor is a link that names the headline.
        lines = [
            (look.index, plain, len(plain), look.columns <= 240 and not opens_like_link(look))
            for look in looks
            if len(look.fold) >= _TWIN and (plain := without_quotes(look))
        ]
        for place, (lower, below, length, below_counts) in enumerate(lines):
            for upper, above, above_length, above_counts in lines[max(0, place - _TWIN_REACH) : place]:
                if lower - upper <= _TWIN_REACH and (
                    above in below if above_length <= length else below in above and _is_most_of(below, above)
                ):
                    if above_counts and length >= _TWIN:
                        self.repeated.add(lower)
                    if below_counts and above_length >= _TWIN:
                        self.said_again.add(upper)


def _is_most_of(below: str, above: str) -> bool:
    """Say whether *below*, found in the line above, says the same: what is far shorter is only a name there."""
    return _PART * len(below) >= len(above) or above.endswith(below)


def _points(survey: Survey, looks: Sequence[Look]) -> frozenset[int]:
    """Return the lines right below a label of what a text says in short, with a line of several words above it."""
    found: set[int] = set()
    for label in looks[1:]:
        if label.columns > _LONG_BELOW or label.fold not in phrases("clutter", "box"):
            continue
        if looks[label.index - 1].words < _KICKER and looks[max(0, label.index - 2)].words < _KICKER:
            continue  # nothing above that could be the headline
        for look in looks[label.index + 1 : label.index + 1 + _POINTS]:
            if look.prose >= RUNNING or look.words < _KICKER or look.times > 1 or states_metadata(survey, look):
                break
            found.add(look.index)
    return frozenset(found)


def find_kickers(survey: Survey) -> list[Candidate]:
    """Return short lines near the top that may be the kicker of the line after them.

    Where one stands right above the line that reads best as the headline, lines further up are no kickers.
    """
    out = []
    best = max(find_headlines(survey), key=attrgetter("score"), default=None)
    title = -1 if best is None else best.passage
    pictured = credited(survey)
    for look in survey.on_top():
        if is_release_label(look):
            out.append(Candidate("kicker", look.index, 0.9, "kicker.release", "says that this is a press release"))
            continue
        if look.index <= _ISSUER_REACH and _issuer_above(survey, look):
            out.append(Candidate("kicker", look.index, 0.9, "kicker.issuer", "names the office that issues the text"))
            continue
        if _announces_interview(survey, look):
            out.append(Candidate("kicker", look.index, 0.9, "kicker.interview", "says with whom the interview is"))
            continue
        following = survey.below(look)
        if following is None or look.columns > 48 or look.ends or look.words >= _KICKER:
            continue
        if is_furniture_phrase(look):
            if following.index == title and _labels_text(survey, look):
                note = "says in clean copy what kind of text this is"
                out.append(Candidate("kicker", look.index, _KIND_ABOVE, "kicker.line-above", note))
            continue
        if look.index in pictured:
            continue
        least = _TITLED if following.index == title else _LONG_BELOW
        if following.columns < least or following.prose >= 0.9 or following.fold == look.fold or _is_contact(look):
            continue
        score = 0.5 if look.index == 0 else 0.42
        if look.capitals > SET_IN_CAPITALS and look.cased:
            score += 0.12
        out.append(
            Candidate("kicker", look.index, score, "kicker.line-above", f"{look.words} words above a longer line")
        )
    if all(c.passage != title - 1 for c in out):
        return out
    return [c for c in out if c.rule != "kicker.line-above" or c.passage >= title - 1]


def _labels_text(survey: Survey, look: Look) -> bool:
    """Say whether a line of clean copy says nothing but the kind of a text, or its section: ``EXKLUSIV``."""
    if look.fold not in phrases("byline", "kind") and look.fold not in phrases("dateline", "not_places"):
        return False
    if look.fold in phrases("clutter", "box"):
        return False  # Zur Person
    return not any(is_furniture_phrase(other) for other in survey.lines if other.index != look.index)


def _is_contact(look: Look) -> bool:
    """Say whether the line is an address of the network or a telephone number."""
    return bool(look.signs) and ("@" in look.text or sum(map(str.isdigit, look.text)) >= _TELEPHONE)


def quotes_below(survey: Survey, look: Look) -> bool:
    """Say whether a line closes with a quotation, as decks do, below one that is longer than kickers are."""
    text, above = look.text.rstrip(), survey.looks[look.index - 1]
    if text[-1] not in CLOSERS or text[0] in _OPENERS or not _QUOTES.search(text, 1, len(text) - 1):
        return False
    return above.words >= _KICKER or above.columns >= _QUOTED_BELOW


def _like_kicker(survey: Survey, look: Look) -> bool:
    """Say whether the line right above *look* is as short as kickers are and far shorter than *look*."""
    above = survey.looks[look.index - 1]
    return above.words < _KICKER and _LONG_FOR_KICKER * above.columns <= look.columns <= _WIDE_DECK and not above.ends


def is_under_title(survey: Survey, look: Look, title: float) -> bool:
    """Say whether a headline stands right above, shorter than *look* and longer than kickers are."""
    if title < TITLE:
        return False
    above = survey.looks[look.index - 1]
    if above.ends or look.columns < _WIDER * above.columns or _PATH.match(above.text):
        return False
    brief = look.columns >= _WIDE_DECK or is_quotation(above)
    if above.words < (_BRIEF_TITLE if brief else _KICKER):
        return False
    if look.columns < _NARROW_DECK or _reads_as_names(survey, above) or without_quotes(above) in without_quotes(look):
        return False
    least = _ECHO if above.words >= _KICKER or is_quotation(above) else _BRIEF_ECHO
    return clutter_level(survey) < CLEAN or survey.echo(above) >= least or survey.tells(above) >= least


def is_quotation(look: Look) -> bool:
    """Say whether nothing but a quotation stands in a line: no kicker does so."""
    text = look.text.strip()
    return text[0] in _OPENERS and text[-1] in CLOSERS and _QUOTES.search(text, 1, len(text) - 1) is None


def _is_wider_below(survey: Survey, look: Look, title: float, shape: float) -> bool:
    """Say whether a line that reads no better stands right below a narrower one of which the text tells much."""
    if title < _FIT or shape > title + _ALIKE or not look.index:
        return False
    above = survey.looks[look.index - 1]
    return above.words >= _KICKER and 40 <= above.columns < look.columns and survey.tells(above) >= _TELLS_MUCH


def is_sentence_below(survey: Survey, look: Look, title: float) -> bool:
    """Say whether a line closes with a full stop or holds one, below a line of its own that does not."""
    if title < _FITS or (above := survey.looks[look.index - 1]).ends or above.columns < _LONG_BELOW:
        return False
    inner = look.sentences > look.ends  # a full stop stands in it
    if not (look.columns > _WIDE_DECK if inner else look.ends and look.text.rstrip()[-1] in ".。"):
        return False
    if above.words < (_KICKER if look.columns < _WIDE_DECK else _BRIEF_TITLE) or _PATH.match(above.text):
        return False
    if _reads_as_names(survey, above) or without_quotes(above) in without_quotes(look):
        return False
    return survey.tells(above) >= _TELLS


def states_metadata(survey: Survey, look: Look) -> bool:
    """Say whether the line itself states a date or names authors."""
    if look.columns > 160 or look.words > _TWO_DATES:
        return look.columns <= LINE and opens_like_byline(survey, look) and survey.states_day(look)
    if opens_like_byline(survey, look) or (look.signs and is_yearless(survey, look)):
        return True
    return survey.states_day(look) and len(words_beside_dates(survey, look)) <= _DATED_TITLE


def without_quotes(look: Look) -> str:
    """Return the fold of a line without quotation marks."""
    known: str | None = look.memo.get("plain")
    if known is None:
        fold = look.fold
        marked = "'" in fold or '"' in fold or not fold.isascii()
        known = look.memo["plain"] = _QUOTES.sub("", fold) if marked else fold
    return known
