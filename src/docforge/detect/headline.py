# SPDX-License-Identifier: Apache-2.0
"""Headline, kicker and deck: what stands above the body.

Comes in: a ``Survey``.  Goes out: candidates of the kinds ``headline``, ``kicker`` and ``subheadline``.
A headline is told by its shape, its place and by how much of it the body repeats; menu words repeat nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from operator import itemgetter

from docforge.detect.byline import is_line_of_names, names_person, opens_like_byline
from docforge.detect.candidate import Candidate
from docforge.detect.clutter import CLEAN, clutter_level, is_furniture_phrase, opens_like_link
from docforge.detect.credits import credited, in_a_row
from docforge.detect.dateline import parsed_datelines
from docforge.detect.publication import is_release_label, is_yearless, names_issuer, states_embargo, words_beside_dates
from docforge.detect.survey import CLOSERS, LINE, Look, Survey, writes_no_stops
from docforge.detect.vocabulary import phrases, phrases_by_language

__all__ = ["find_decks", "find_headlines", "find_kickers"]

_SHORT_DECK = 0.6
"""A deck is at most this part as wide as the usual paragraph, when nothing else tells it from one."""
REACH = 80
"""A headline is looked for among this many passages from the top."""
_BRIEF_DECK, _BRIEF_COLUMNS = 3, 24
"""Words and columns that a deck has at least in copy without page wording; an outlet's name has fewer."""
_DECK_REACH = 2
"""So many sentences of running text may stand between a headline and its deck: captions, excerpts."""
_LABEL = 24
"""Characters within which the label of a source ends."""
_SECTION = 3
"""Words that the name of a section has at most."""
_TITLE = 0.55
"""The score of a headline that may have a deck below it which reads like a better one."""
_WIDER = 1.4
"""Such a deck is at least so many times as wide as its headline."""
_KICKER = 5
"""A kicker has fewer words than this."""
_NARROW_DECK, _WIDE_DECK = 48, 90
"""Columns that such a deck has at least; columns of one that is too wide to be the headline below a kicker."""
_PATH = re.compile(r"[^«‹\n]{1,120}?(?:\s(?:[>›»→]|>>)\s|>>)|[^/\n]{1,80}\s/\s[^/\n]{1,80}\s/\s")
"""How the path to a page begins, ``Home » News » Harbour``, ``Home / News / Harbour``; a quotation in « » is none."""
_LONG_FOR_KICKER = 3
"""A headline this many times as wide as the line above may have a kicker there."""
_ECHO = 0.15
"""On pages with menus the text repeats at least this much of a headline, or it may be a link to another story."""
_QUOTES = re.compile("[\"'“”„‟«»‹›‘’‚「」『』]")
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
_ITEM_SIGNS = frozenset("·•*‣▪>»›")
_EXCERPT = 60
"""Characters that a paragraph must repeat to count as an excerpt of the next."""
_WHOLE_SENTENCE = 150
"""A sentence wider than this that closes with its full stop is text, where a headline would stop earlier."""
_DATED_TITLE = 6
"""More words than these beside a date make a title that names a day, no line of dates."""
_TELEPHONE = 7
"""Figures of a line that may be a telephone number."""
_TERMS, _WORDS_OF_TERMS, _LONGEST_TERM = 5, 2.6, 5
"""Terms that a list of keywords has at least; words of a term, on average and at most."""
_WAVES = "～〜~"
_ISSUER_REACH = 3
"""The office that issues the text is named above its headline in one of the passages up to this one."""
_TWIN = 16
"""Characters that a line must have to say the same as another."""
_TWIN_REACH = 6
"""So many passages are looked at for the other."""
_BODY_RUN = 5
"""After this many paragraphs in a row the body has begun: neither headline nor deck comes behind them."""


def find_headlines(survey: Survey) -> list[Candidate]:
    """Return a candidate for each passage near the top that could be the headline."""
    known: list[Candidate] | None = survey.memo.get("find_headlines")
    if known is not None:
        return known
    out = []
    top = _top(survey)
    shapes = [0.0] * (len(top) + 2)  # of each line, behind two that are none
    page = _Page(survey)
    for look in top:
        if look.columns > 320 or (
            look.columns > 200 and look.index and look.prose >= 0.9 and look.ends and look.sentences >= 2
        ):
            continue  # a long paragraph never reads better as a headline, whatever stands around it
        shape, bonus, note = _headline(survey, look, page)
        above = max(shapes[look.index + 1], shapes[look.index] - 0.1)
        shapes[look.index + 2] = shape
        score = min(1.2, shape + bonus)
        fits = above >= 0.75 and above >= shape - 0.2 and not _like_kicker(survey, look)
        if fits and look.columns >= 40 and look.index not in page.repeated:
            score -= 0.3
            note += ", below another that fits"
        if look.index and _under_title(survey, look, shapes[look.index + 1]):
            score -= 0.2
            note += ", below a shorter one that fits"
        if score > 0.15:
            out.append(Candidate("headline", look.index, score, "headline.shape", note))
    survey.memo["find_headlines"] = out
    return out


def _top(survey: Survey) -> Sequence[Look]:
    """Return the passages down to the first run of paragraphs, that run included."""
    known: Sequence[Look] | None = survey.memo.get("top")
    if known is None:
        run, end = 0, min(REACH, len(survey.looks))
        for look in survey.looks[:end]:
            run = run + 1 if look.prose >= 0.85 and look.columns >= 120 else 0
            if run == _BODY_RUN:
                end = look.index + 1
                break
        known = survey.memo["top"] = survey.looks[:end]
    return known


def _headline(survey: Survey, look: Look, page: _Page) -> tuple[float, float, str]:
    """Return what shape, place and echo say, what the lines below add, and why."""
    columns = look.columns
    if look.words == 0 or (columns <= 120 and _says_what_it_is(look)):
        return 0.0, 0.0, ""
    if look.words == 1 and ("@" in look.text or "://" in look.text):
        return 0.0, 0.0, ""
    opening = page.datelines.get(look.index)
    if opening is not None and opening.score >= 0.7 and (look.prose >= 0.68 or opening.agency or opening.date):
        return 0.0, 0.0, ""
    text = look.text.rstrip()
    score = 0.5
    notes = []
    if look.index == 0:
        score += 0.16 if clutter_level(survey) < CLEAN else 0.06
        notes.append("first line")
    if look.prose >= 0.9 and columns > 120:
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
    if look.ends:
        if last not in "?!？！" and look.sentences >= 2:
            score -= 0.25
        elif last == ".":
            score -= 0.1
        if last in "。।" and columns > 60:
            score -= 0.7  # headlines of these scripts are not closed with a full stop
        if look.prose >= 0.9 and columns > _WHOLE_SENTENCE:
            score -= 0.3  # a sentence of running text
    if last in ":：,;":
        score -= 0.2
    if last in _WAVES and text.lstrip()[0] in _WAVES:
        score -= 0.4  # a subtitle between wave dashes
    if text[:2].islower() and look.cased:
        score -= 0.2  # the rest of a line above; brands are written iPhone
    elif text[0] in _ITEM_SIGNS and text[1:2].isspace():
        score -= 0.4  # an item of a list of links
    if _PATH.match(text):
        score -= 0.4
    if text.endswith(" ="):
        score += 0.3  # so the headline ends on the wire (IPTC 7901)
    echo = survey.echo(look)
    stops = look.running and last == "."
    score += (0.16 if stops else 0.36) * echo  # a sentence of the running text repeats itself
    bonus = 0.0
    if look.index in page.signed_below:
        bonus = 0.18 if look.index in page.right_above and look.words > _SECTION else 0.1
        notes.append("a date or byline below")
    if _metadata(survey, look) or (echo < 0.5 and look.words <= 8 and _reads_as_names(survey, look)):
        score -= 0.45
    if look.index in page.pictured or opens_like_link(look):
        score -= 0.35
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
    return is_line_of_names(survey, look) and (look.words < _KICKER or not look.cased or names_person(survey, look))


def _says_what_it_is(look: Look) -> bool:
    """Say whether the line is page wording or the frame of a release: its label, its embargo, its office."""
    return is_furniture_phrase(look) or is_release_label(look) or bool(states_embargo(look)) or names_issuer(look)


def _issuer_above(survey: Survey, look: Look) -> bool:
    """Say whether the line names the office that issues the text, with the headline on one of the next lines."""
    if not names_issuer(look):
        return False
    for below in survey.looks[look.index + 1 : look.index + 5]:
        if names_issuer(below) or is_release_label(below) or states_embargo(below) or survey.states_day(below):
            continue
        title = below.columns >= 30 and below.words >= 4 and below.prose < 0.9
        return title and not _metadata(survey, below) and not opens_like_byline(survey, below)
    return False


class _Page:
    """What is asked of the neighbours of each line near the top, worked out once for all of them."""

    def __init__(self, survey: Survey) -> None:
        looks = survey.looks[: len(_top(survey)) + _TWIN_REACH]
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
        self.right_above -= {index for index in self.right_above if index > 0 and looks[index - 1].words > _SECTION}
        self._find_twins(looks)

    def _find_twins(self, looks: Sequence[Look]) -> None:
        # What is too short to say the same as another line is left out; what is too long is no twin of
        # any, nor is a link that names the headline.
        lines = [
            (look.index, plain, len(plain), look.columns <= 240 and not opens_like_link(look))
            for look in looks
            if len(look.fold) >= _TWIN and (plain := _plain(look))
        ]
        for place, (lower, below, length, below_counts) in enumerate(lines):
            for upper, above, above_length, above_counts in lines[max(0, place - _TWIN_REACH) : place]:
                if lower - upper <= _TWIN_REACH and (above in below if above_length <= length else below in above):
                    if above_counts and length >= _TWIN:
                        self.repeated.add(lower)
                    if below_counts and above_length >= _TWIN:
                        self.said_again.add(upper)


def find_kickers(survey: Survey) -> list[Candidate]:
    """Return short lines near the top that may be the kicker of the line after them."""
    out = []
    for look in _top(survey):
        if is_release_label(look):
            out.append(Candidate("kicker", look.index, 0.9, "kicker.release", "says that this is a press release"))
            continue
        if look.index <= _ISSUER_REACH and _issuer_above(survey, look):
            out.append(Candidate("kicker", look.index, 0.9, "kicker.issuer", "names the office that issues the text"))
            continue
        following = survey.below(look)
        if following is None or look.columns > 48 or look.ends or look.words >= _KICKER or is_furniture_phrase(look):
            continue
        if following.columns < 24 or following.prose >= 0.9 or _is_contact(look):
            continue
        score = 0.5 if look.index == 0 else 0.42
        if look.capitals > 0.9 and look.cased:
            score += 0.12
        out.append(
            Candidate("kicker", look.index, score, "kicker.line-above", f"{look.words} words above a longer line")
        )
    return out


def _is_contact(look: Look) -> bool:
    """Say whether the line is an address of the network or a telephone number."""
    return bool(look.signs) and ("@" in look.text or sum(map(str.isdigit, look.text)) >= _TELEPHONE)


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
    for look in _top(survey)[1:]:
        rivals, own = best_above, titles.get(look.index, 0.0)
        best_above = max(best_above, own)
        between, paragraphs = paragraphs, 0 if own >= _TITLE else paragraphs + (look.prose >= 0.85 and look.ends)
        if look.columns > 640 or look.index in unfit or between > _DECK_REACH:
            continue
        brief = look.columns < 34 or look.words < 5
        if brief and not _may_be_brief_deck(survey, look, titles, rivals):
            continue
        better = own > rivals - 0.06 and look.prose < 0.85  # a better headline than anything above it is no deck
        if better and not _under_title(survey, look, titles.get(look.index - 1, 0.0)):
            continue
        if look.index >= last or _says_else(survey, look, brief):
            continue
        title = max(survey.looks[max(0, look.index - 3) : look.index], key=lambda above: titles.get(above.index, 0.0))
        score, note = _deck(survey, look, usual, title)
        if page and look.index + 1 in unfit and look.words >= 12 and _metadata(survey, survey.looks[look.index - 1]):
            score -= 0.6
            note += ", between byline and credit as captions are"
        if out and out[-1].passage == look.index - 1 and look.prose < 0.68:
            score -= 0.05  # of two lines that could be the deck, the upper
        out.append(Candidate("subheadline", look.index, score, "deck.below-headline", note))
    return out


def _says_else(survey: Survey, look: Look, brief: bool) -> bool:
    """Say whether the line is anything but a deck by its words: a date, names, page wording, the headline again."""
    if _metadata(survey, look) or opens_like_link(look) or is_furniture_phrase(look) or _names_source(look):
        return True
    if look.prose < 0.68 and not brief and is_line_of_names(survey, look):
        return True
    if look.text[0] in _ITEM_SIGNS and look.text[:2] == survey.looks[look.index - 1].text[:2]:
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


def _like_kicker(survey: Survey, look: Look) -> bool:
    """Say whether the line right above *look* is as short as kickers are and far shorter than *look*."""
    above = survey.looks[look.index - 1]
    return above.words < _KICKER and _LONG_FOR_KICKER * above.columns <= look.columns <= _WIDE_DECK and not above.ends


def _under_title(survey: Survey, look: Look, title: float) -> bool:
    """Say whether a headline stands right above, shorter than *look* and longer than kickers are."""
    above = survey.looks[look.index - 1]
    if above.ends or title < _TITLE or look.columns < _WIDER * above.columns or _PATH.match(above.text):
        return False
    if above.words < (_KICKER if look.columns < _WIDE_DECK else _BRIEF_DECK):
        return False
    if look.columns < _NARROW_DECK or _reads_as_names(survey, above) or _plain(above) in _plain(look):
        return False
    return survey.east_asian or clutter_level(survey) < CLEAN or survey.echo(above) >= _ECHO


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


def _metadata(survey: Survey, look: Look) -> bool:
    """Say whether the line itself states a date or names authors."""
    if look.columns > 160 or look.words > 16:
        return look.columns <= LINE and opens_like_byline(survey, look) and survey.states_day(look)
    if opens_like_byline(survey, look) or (look.signs and is_yearless(survey, look)):
        return True
    return look.words <= 14 and survey.states_day(look) and len(words_beside_dates(survey, look)) <= _DATED_TITLE


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
    plain = _plain(look)
    for above in survey.looks[max(0, look.index - 3) : look.index]:
        if above.words >= 5 and above.columns >= 30 and above.fold and _plain(above) in plain:
            return True
    return False


def _says_headline_again(survey: Survey, look: Look) -> bool:
    """Say whether one of the lines just above reads the same, quotation marks aside."""
    plain = _plain(look)
    length = len(plain)
    if not length:
        return False  # too long to have been folded
    for other in survey.looks[max(0, look.index - 4) : look.index]:
        if -4 <= len(other.fold) - length <= 4 and _plain(other) == plain:
            return True
    return False


def _plain(look: Look) -> str:
    """Return the fold of a line without quotation marks."""
    known: str | None = look.memo.get("plain")
    if known is None:
        fold = look.fold
        marked = "'" in fold or '"' in fold or not fold.isascii()
        known = look.memo["plain"] = _QUOTES.sub("", fold) if marked else fold
    return known


def _signed_right_below(survey: Survey, look: Look) -> bool:
    """Say whether the next line that is no running text is a date, a byline or a line of names."""
    for other in survey.looks[look.index + 1 : look.index + 4]:
        if other.prose >= 0.68:
            return False
        if other.columns <= 120 and (_metadata(survey, other) or is_line_of_names(survey, other)):
            return True
    return False


def _usual_paragraph(survey: Survey) -> int:
    """Return the median width of the running paragraphs, 0 with fewer than four of them."""
    widths = sorted(look.columns for look in survey.looks[:400] if look.prose >= 0.68)
    return widths[len(widths) // 2] if len(widths) >= 4 else 0
