# SPDX-License-Identifier: Apache-2.0
"""The deck: one to four sentences between the headline and the text.

Comes in: a ``Survey``.  Goes out: candidates of the kind ``subheadline``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from operator import itemgetter

from docforge.detect.byline import is_line_of_names
from docforge.detect.candidate import Candidate
from docforge.detect.captions import in_a_row
from docforge.detect.clutter import CLEAN, clutter_level, is_furniture_phrase, opens_like_link
from docforge.detect.credits import credited
from docforge.detect.dateline import parsed_datelines
from docforge.detect.headline import (
    ITEM_SIGNS,
    TITLE,
    find_headlines,
    is_under_title,
    passages_on_top,
    states_metadata,
    without_quotes,
)
from docforge.detect.publication import is_release_label, names_issuer, states_embargo
from docforge.detect.survey import Look, Survey, writes_no_stops
from docforge.detect.vocabulary import phrases, phrases_by_language

__all__ = ["find_decks"]

_TERMS, _WORDS_OF_TERMS, _LONGEST_TERM = 5, 2.6, 5
"""Terms that a list of keywords has at least; words of a term, on average and at most."""
_SHORT_DECK = 0.6
"""A deck is at most this part as wide as the usual paragraph, when nothing else tells it from one."""
_BRIEF_DECK, _BRIEF_COLUMNS = 3, 24
"""Words and columns that a deck has at least in copy without page wording; an outlet's name has fewer."""
_DECK_REACH = 2
"""So many sentences of running text may stand between a headline and its deck: captions, excerpts."""
_LABEL = 24
"""Characters within which the label of a source ends."""
_TOLD = 0.4
"""The share of a deck's words that the lead repeats where it tells the story from the start."""
_RETOLD, _MOST = 3, 0.5
"""So many words of the headline, and such a share of them, stand in a lead that tells it anew."""
_MAY_WIN = 0.72
"""Below this score a line with a full stop is a paragraph whatever else it tells."""
_TELLING, _HEAD = 6, 600
"""So many longer words are needed to compare, in so many characters at the head of a line."""
_LONG_WORDS, _STEM = re.compile(r"\S{5,}"), itemgetter(slice(5))
"""The longer words, and what of them counts."""
_BULLETS = "·•*‣▪-–—"
_EXCERPT = 60
"""Characters that a paragraph must repeat to count as an excerpt of the next."""


def find_decks(survey: Survey) -> list[Candidate]:
    """Return passages near the top that may be the deck: one to four sentences below the headline."""
    usual = _usual_paragraph(survey)
    last = next((look.index for look in reversed(survey.looks) if look.prose >= 0.68 or look.columns >= 120), 0)
    page = clutter_level(survey) >= CLEAN
    titles = {c.passage: c.score for c in find_headlines(survey)}
    best_above = titles.get(0, 0.0)
    unfit = credited(survey) | in_a_row(survey) | parsed_datelines(survey).keys()
    out: list[Candidate] = []
    paragraphs = 0  # since the last line that could well be the headline
    for look in passages_on_top(survey)[1:]:
        rivals, own = best_above, titles.get(look.index, 0.0)
        best_above = max(best_above, own)
        between, paragraphs = paragraphs, 0 if own >= TITLE else paragraphs + (look.prose >= 0.85 and look.ends)
        if look.columns > 640 or look.index in unfit or between > _DECK_REACH:
            continue
        brief = look.columns < 34 or look.words < 5
        if brief and not _may_be_brief_deck(survey, look, titles, rivals):
            continue
        better = own > rivals - 0.06 and look.prose < 0.85  # a better headline than anything above it is no deck
        if better and not is_under_title(survey, look, titles.get(look.index - 1, 0.0)):
            continue
        if look.index >= last or _says_else(survey, look, brief):
            continue
        title = max(survey.looks[max(0, look.index - 3) : look.index], key=lambda above: titles.get(above.index, 0.0))
        score, note = _deck(survey, look, usual, title)
        if (
            page
            and look.index + 1 in unfit
            and look.words >= 12
            and states_metadata(survey, survey.looks[look.index - 1])
        ):
            score -= 0.6
            note += ", between byline and credit as captions are"
        if out and out[-1].passage == look.index - 1 and look.prose < 0.68:
            score -= 0.05  # of two lines that could be the deck, the upper
        out.append(Candidate("subheadline", look.index, score, "deck.below-headline", note))
    return out


def _says_else(survey: Survey, look: Look, brief: bool) -> bool:
    """Say whether the line is anything but a deck by its words: a date, names, page wording, the headline again."""
    if states_metadata(survey, look) or opens_like_link(look) or is_furniture_phrase(look) or _names_source(look):
        return True
    if look.prose < 0.68 and not brief and is_line_of_names(survey, look):
        return True
    if look.text[0] in ITEM_SIGNS and look.text[:2] == survey.looks[look.index - 1].text[:2]:
        return True  # one of several items
    if look.text.count(",") >= _TERMS - 1 and not look.ends and _lists_terms(look.text):
        return True
    return _says_headline_again(survey, look) or (look.times > 1 and _around_credit(survey, look))


def _lists_terms(text: str) -> bool:
    """Say whether *text* is a list of keywords: ``Ports, Ferry, Autumn Storm, Repairs, Old Mole``."""
    terms = [term.split() for term in text.split(",") if term.strip()]
    words = sum(map(len, terms))
    return len(terms) >= _TERMS and words <= _WORDS_OF_TERMS * len(terms) and max(map(len, terms)) <= _LONGEST_TERM


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


def _deck(survey: Survey, look: Look, usual: int, title: Look) -> tuple[float, str]:
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
    opening = _lead_below(survey, look, title)
    if score >= _MAY_WIN and not (signed or opening) and look.ends and _retells(look, title):
        score -= 0.36
        notes.append("tells the headline anew, as leads do")
    if opening:
        score += 0.36
        notes.append(opening)
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


def _lead_below(survey: Survey, look: Look, title: Look) -> str:
    """Say what in the next running text shows that it is the lead and *look* the deck above it, or ""."""
    for lead in survey.looks[look.index + 1 : look.index + 5]:
        if lead.prose >= 0.68:
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
    if _told_again(survey, look, lead, title):
        return "the text below tells it again"
    return ""


def _told_again(survey: Survey, look: Look, lead: Look, title: Look) -> bool:
    """Say whether running text repeats much of a line: leads tell anew what decks say, second paragraphs go on."""
    if look.prose < 0.68 or lead.columns < look.columns:
        return False
    words, again = _telling_words(look), _telling_words(lead)
    if len(words) < _TELLING or len(words & again) < _TOLD * len(words):
        return False
    headline = _telling_words(title)
    further = survey.below(lead)
    if further is not None and len(words & _telling_words(further)) >= len(words & again):
        return False  # the whole text is about the same few words
    return len(headline & again) >= len(headline & words)


def _retells(look: Look, title: Look) -> bool:
    """Say whether a line tells most of the headline in a sentence: so leads do; a deck says what is new."""
    words = _telling_words(title)
    return len(words & _telling_words(look)) >= max(_RETOLD, _MOST * len(words))


def _telling_words(look: Look) -> frozenset[str]:
    """Return the beginnings of the longer words at the head of a line: endings change between sentences."""
    known: frozenset[str] | None = look.memo.get("telling_words")
    if known is None:
        words = _LONG_WORDS.findall(look.text[:_HEAD].casefold())
        known = look.memo["telling_words"] = frozenset(map(_STEM, words))
    return known


@cache
def _attributions(language: str) -> tuple[str, ...]:
    return tuple(phrases_by_language("dateline", "attribution").get(language, ()))


def _around_credit(survey: Survey, look: Look) -> bool:
    """Say whether the line stands above and below one credit: a caption, printed twice."""
    looks, index, marked = survey.looks, look.index, credited(survey)
    return any(
        index + step in marked and 0 <= index + 2 * step < len(looks) and looks[index + 2 * step].fold == look.fold
        for step in (-1, 1)
    )


def _tells_headline(survey: Survey, look: Look) -> bool:
    """Say whether the line above stands in *look* word for word: leads of news agencies do so, decks do not."""
    plain = without_quotes(look)
    for above in survey.looks[max(0, look.index - 3) : look.index]:
        if above.words >= 5 and above.columns >= 30 and above.fold and without_quotes(above) in plain:
            return True
    return False


def _says_headline_again(survey: Survey, look: Look) -> bool:
    """Say whether one of the lines just above reads the same, quotation marks aside."""
    plain = without_quotes(look)
    length = len(plain)
    if not length:
        return False  # too long to have been folded
    for other in survey.looks[max(0, look.index - 4) : look.index]:
        if -4 <= len(other.fold) - length <= 4 and without_quotes(other) == plain:
            return True
    return False


def _signed_right_below(survey: Survey, look: Look) -> bool:
    """Say whether the next line that is no running text is a date, a byline or a line of names."""
    for other in survey.looks[look.index + 1 : look.index + 4]:
        if other.prose >= 0.68:
            return False
        if other.columns <= 120 and (states_metadata(survey, other) or is_line_of_names(survey, other)):
            return True
    return False


def _usual_paragraph(survey: Survey) -> int:
    """Return the median width of the running paragraphs, 0 with fewer than four of them."""
    widths = sorted(look.columns for look in survey.looks[:400] if look.prose >= 0.68)
    return widths[len(widths) // 2] if len(widths) >= 4 else 0
