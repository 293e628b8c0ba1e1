# SPDX-License-Identifier: Apache-2.0
"""Furniture: menus, share bars, related links, reading tools, notices of the page.

Comes in: a ``Survey``.  Goes out: candidates of kind ``furniture``; phrases are those of ``page_wording``, the
rest comes from shape.  Furniture is taken out of the body and listed, never dropped.
"""

from __future__ import annotations

import re
from functools import cache

from docforge.detect.boxes import HEADING_ECHO, heads_box, is_amid_links, leads_elsewhere, lists_terms
from docforge.detect.bylines.bare import names_person
from docforge.detect.candidate import Candidate
from docforge.detect.credits import credited
from docforge.detect.look import EDGES, FIGURES, REPEATS, RUNNING, SENTENCE, Look
from docforge.detect.notices import noticed
from docforge.detect.offers import offered
from docforge.detect.other_stories import other_stories
from docforge.detect.page_or_copy import clutter_level, is_one_of_dates, is_page, page_lines
from docforge.detect.page_requests import asks_to_follow, closes_like_request, is_button, may_ask_reader
from docforge.detect.page_wording import (
    announces_links,
    closes_like_link,
    is_furniture_phrase,
    is_page_wording,
    may_be_copy,
    names_picture,
    opening_phrase,
    opens_like_link,
)
from docforge.detect.posts import comments, signatures_of_posts
from docforge.detect.publication import is_publication_label
from docforge.detect.stated_hours import is_only_time, names_hour, states_reading_time
from docforge.detect.survey import Survey
from docforge.detect.times_in_lines import without_times
from docforge.detect.vocabulary import openings, phrases, phrases_by_language
from docforge.detect.wire_headers import wire_header
from docforge.patterns import FULL_STOPS, has_unspaced

__all__ = ["find_furniture"]

_BARS, _LINK_SIGNS = frozenset(b">/|"), frozenset(b":#")
"""Signs of a path, and of an address or tag, in ``Look.signs``."""
_DIGIT = re.compile(r"\d")
_COUNTER = re.compile(r"[\d.,\s]{0,12}\d[\d.,]{0,12}\s?(?:k|m|tsd\.?)?\s?[^\W\d_]{0,16}")
_BREADCRUMB = re.compile(r"[^«‹>»›/|\n]{2,40}(?:\s[>»›/|]\s[^«‹>»›/|\n]{2,60}){1,6}")
"""Parts of a path with arrows or bars between them; the mark that closes « a quotation » is no arrow."""
_COUNT = "0123456789.,:： \u00a0()"
_COUNTED, _DATE_LABEL = 40, 3
"""Columns of a label and the number behind it; words of a label that has lost its date."""
_NUMBERED = re.compile(r"\d{1,2}[.)]\s?[^\W\d_]")
"""A number that counts headings or items, ``1. Scope``."""
_BARE_LINK = re.compile(r"\S{0,20}(?:https?://|www\.)\S+|#\S+(?:\s#\S+)*")
_POSTED = ("pic.twitter.com/", "pic.x.com/", "t.co/")
"""How the addresses of pictures and links begin in posts that pages show."""
_SHORTCODE = re.compile(
    r"\[/?[a-z][\w-]{1,30}(?:\s[\w-]{1,30}=[\"'“”″]?[^\]\"'“”″\s]{0,60}[\"'“”″]?){1,12}\s?/?\]", re.IGNORECASE
)
"""``[gallery ids="1,2"]``: a code that a content system left in the text."""
_TEMPLATE = re.compile(r"\{\s?\"[\w-]{1,40}\"\s?:[^{}]{1,200}\}|\{\{[^{}]{1,80}\}\}|\{%[^{}%]{1,80}%\}")
"""``{ "slot": "banner" }``, ``{{ title }}``: what a template was to fill."""
_MORE_PICTURES = re.compile(r"\+\s?\d{1,3}")
"""``+9``: so many more pictures."""
_FILE = re.compile(r"^\S+[\w)-]\.(?:mp[34]|pdf|docx?)$", re.IGNORECASE | re.MULTILINE)
"""The whole name of a file that is no picture."""
_HANDLE = re.compile(r"@\w{2,40}")
_ITEM = re.compile(r"(?:[-–—•·*▪‣]|\d{1,2}[.)])\s+\S")
_CLOCK = re.compile(r"[\d:.\s/h]+(?:uhr|min|sek|am|pm)?")
_BARE_LABEL = 24
"""Columns of the label of a date without its colon."""
_JOINT, _JOINTS = re.compile(r"(?<=[a-zß-ÿ]{3})[A-ZÀ-Þ](?=[a-zß-ÿ]{2})"), 3
"""Where a keyword runs into the next: neither name nor brand has so many small letters before a capital inside."""
_MAIL = re.compile(r"[\w.+-]{2,40}@[\w-]{2,30}(?:\.[\w-]{2,20}){1,3}")
"""The mail address of somebody."""
_ENTRY_TIME = re.compile(r"\d{1,2}[:h.]\d{2}(?!\d)")
"""``09:41 Fog on the sound https://…``: the time that opens an entry of a ticker."""
_ENTRIES, _CLOCK_SIGNS = 3, 5
"""Entries of a ticker at least; characters of a time."""
_READERS = 3
"""So many accounts on a page are readers."""
_SURE_WORDS, _SURELY = 4, 0.9
"""Words of a beginning that a long passage of the text does not have, and the score of one that opens so."""
_REQUEST = 160
"""Columns of a sentence that asks the reader of a page for something."""
_FOLLOWS = 110
"""Columns of a line that says where somebody is followed."""
_SHORTEST_LINK = 24
"""Columns of the headline of another story."""
_SHORT_LINK, _LONG_LINK = 12, 90
"""Columns of one right below the label that announces it, at least and at most."""
_TAGS = 60
"""Columns of a list of keywords that is more than a line of a menu."""
_LABELLED_TERM = 4
"""Words of a term on average where a label says that they are links."""
_REPEATED_WIDTH = 90
"""Columns of a line that may be of the page because it repeats, at most."""
_TITLE_WORDS = 4
"""Words of a line that could be the headline, at least."""


def find_furniture(survey: Survey) -> list[Candidate]:
    """Return a candidate for each passage, in order: how far it belongs to the page rather than to the article."""
    known: list[Candidate] | None = survey.memo.get("find_furniture")
    if known is None:
        page = is_page(survey)
        apart = _set_apart(survey, page=page)
        known = survey.memo["find_furniture"] = [
            Candidate("furniture", look.index, *_furniture(survey, look, page, apart.get(look.index)))
            for look in survey.looks
        ]
    return known


def _set_apart(survey: Survey, *, page: bool) -> dict[int, tuple[float, str, str]]:
    """Return what is told of the passages of boxes and lists, each of which shows only as a whole."""
    found = dict.fromkeys(
        _readers(survey, page=page), (0.95, "furniture.link", "a reader of the page, or what a reader says")
    )
    found.update(dict.fromkeys(other_stories(survey), (0.95, "furniture.teaser", "another story beside the text")))
    boxed = {beside for index in offered(survey) for beside in (index - 1, index, index + 1)}
    found.update(dict.fromkeys(boxed, (1.1, "furniture.offer", "what subscribers get, its label, what closes it")))
    return found


def _readers(survey: Survey, *, page: bool) -> frozenset[int]:
    """Return the comments of readers: right below a signature (``(NAN)``) or page wording, else many on a page.

    Accounts that the text recommends, and names such as ``max_speed``, open items as well.
    """
    found = comments(survey)
    if not found:
        return found
    above = survey.looks[min(found) - 1]
    in_brackets = above.words == 1 and above.text[0] == "(" and above.text[-1] == ")"
    if in_brackets or is_page_wording(above):
        return found
    named = sum("@" in survey.looks[index].text for index in found)
    return found if page and named >= _READERS else frozenset()


def _furniture(survey: Survey, look: Look, page: bool, apart: tuple[float, str, str] | None) -> tuple[float, str, str]:
    fold, text = look.fold, look.text
    if not fold:
        if look.columns <= 400 and not text[0].isalnum() and not any(map(str.isalnum, text)):
            return 0.9, "furniture.no-letters", "no letter or digit in the line"
        if not look.ends and opens_like_link(look) and look.words <= _LABELLED_TERM * text.count(","):
            return 0.86, "furniture.opening", "a label of links, and keywords"
        return 0.02, "furniture.shape", "long"
    if look.times >= REPEATS and _is_repeated(survey, look):
        return 0.92, "furniture.repeated", f"stands {look.times} times on the page"
    if is_furniture_phrase(look):
        if heads_box(survey, look):
            return 0.3, "furniture.phrase", f"‘{fold[:40]}’ is page wording, but heads running text"
        if _opens_list(survey, look):
            return 0.3, "furniture.phrase", f"‘{fold[:40]}’ is page wording, but opens a list"
        if text.rstrip()[-1:] in FULL_STOPS and not page:
            return 0.2, "furniture.phrase", f"‘{fold[:40]}’ is page wording, but a sentence of clean copy"
        return 0.95, "furniture.phrase", f"‘{fold[:40]}’ is page wording"
    begin = opening_phrase(look)
    if begin:
        score = 0.86 if look.columns <= 110 else 0.72
        if look.prose >= 0.95 and look.columns > 110:
            # So many words open no paragraph of the text: “Want to comment on our stories or …”
            amid = survey.runs_around(look) and may_be_copy(look)
            sure = page and begin.count(" ") >= _SURE_WORDS - 1 and not amid
            score = _SURELY if sure else 0.55 if look.columns > 160 else score
        if len(begin) <= 4 and not has_unspaced(begin):
            score -= 0.2
        labelled = begin[-1] == "." or fold.startswith(". ", len(begin))
        if labelled and not survey.has_begun(look) and survey.echo(look) >= HEADING_ECHO:
            score -= 0.4  # “Video. The ferry …” above the text may be its headline
        if not page and may_be_copy(look):
            score -= 0.6
        elif _is_sentence_of_copy(survey, look, begin) and not asks_to_follow(look):
            score -= 0.4
        return score, "furniture.opening", f"opens with ‘{begin}’"
    if look.columns <= _FOLLOWS and asks_to_follow(look):
        return 0.9, "furniture.opening", "says where somebody is followed"
    if is_button(survey, look):
        return 0.95, "furniture.button", "asks for something to be done on the page"
    if look.ends and look.columns <= _REQUEST and closes_like_request(fold) and may_ask_reader(survey, look):
        return 0.9, "furniture.closing", "closes as what the page asks its reader"
    if page and look.prose >= RUNNING and closes_like_link(look) and _is_above_titles(survey, look):
        return 0.8, "furniture.closing", "a notice above the text that closes with a link"
    if leads_elsewhere(survey, look):
        return 0.9, "furniture.breadcrumb", "leads to the page before or behind"
    if page and look.index in noticed(survey):
        return 0.95, "furniture.notice", "tells how the page works"
    if apart is not None:
        return apart
    if text[0].isdigit() and "://" in text and look.index in _ticker(survey):
        return 0.9, "furniture.link", "a time, news and where to read them"
    figured = not FIGURES.isdisjoint(look.signs)
    if "(@" in text and look.index in signatures_of_posts(survey):
        return 0.85, "furniture.link", "signs a post that the page shows"
    if text[0] == "[" and "=" in text and _SHORTCODE.fullmatch(text.strip()):
        return 0.95, "furniture.link", "a code of the content system"
    if text[0] == "{" and _TEMPLATE.fullmatch(text.strip()):
        return 0.95, "furniture.link", "a code of the template"
    if "." in text[-6:] and (names_picture(look) or (look.prose < RUNNING and _FILE.search(text.rstrip()))):
        return 0.9, "furniture.link", "the name of a file"
    if text[0] == "@" and _HANDLE.fullmatch(text.strip()):
        return 0.55, "furniture.link", "an account and nothing else"
    if "@" in text and look.words < _TITLE_WORDS and not survey.has_begun(look) and _MAIL.fullmatch(text.strip()):
        return 0.85, "furniture.link", "the address of who wrote, above the text"
    if (not _LINK_SIGNS.isdisjoint(look.signs) or "www." in text) and _BARE_LINK.fullmatch(text.strip()):
        return 0.85, "furniture.link", "an address or tags and nothing else"
    if look.words == 1 and text.strip().startswith(_POSTED):
        return 0.85, "furniture.link", "the address of what a post shows"
    if look.columns <= 40 and (look.signs or not fold[0].isalnum()):
        counts = look.columns <= 24 and not _NUMBERED.match(fold)
        if counts and text[0] == "+" and _MORE_PICTURES.fullmatch(text.strip()):
            return 0.85, "furniture.counter", "so many more pictures"
        if counts and (_COUNTER.fullmatch(fold) or _CLOCK.fullmatch(fold)) and not survey.dates(look):
            return 0.85, "furniture.counter", "a number and at most one word"
        if (_DIGIT.search(text) or not fold[0].isalnum()) and (
            not any(map(str.isalnum, rest := without_times(look)))
            or rest.strip(EDGES).casefold() in phrases("publication", "time_zone")
            or names_hour(look)
            or is_only_time(look)
        ):
            return 0.88, "furniture.time", "a time or an age and nothing else"
    if (
        figured
        and look.columns <= _COUNTED
        and not _NUMBERED.match(fold)
        and (fold.strip(_COUNT) in _counted(survey.primary) or _counts_in_section(fold, survey.primary))
    ):
        return 0.88, "furniture.counter", "how many have read it"
    if look.words <= _DATE_LABEL and _waits_for_date(survey, look):
        return 0.88, "furniture.time", "labels a date that does not stand there"
    if figured and states_reading_time(look):
        if names_person(survey, look):
            return 0.3, "furniture.reading-time", "states the reading time behind a name"
        return 0.88, "furniture.reading-time", "states the reading time"
    if header := wire_header(survey, look):
        return header, "furniture.wire-header", "numbers and codes of a wire service"
    if (
        look.columns <= 100
        and look.words <= 14
        and not look.ends
        and (not _BARS.isdisjoint(look.signs) or "»" in text or "›" in text)
        and _BREADCRUMB.fullmatch(text.strip())
    ):
        return 0.62, "furniture.breadcrumb", "parts with bars or arrows between them"
    return _by_shape(survey, look, page)


def _ticker(survey: Survey) -> frozenset[int]:
    """Return the entries of a ticker: a time, news and an address; those of a programme stand in the order of time."""
    known: frozenset[int] | None = survey.memo.get("ticker")
    if known is None:
        entries = [
            (look.index, time[0].zfill(_CLOCK_SIGNS))
            for look in survey.lines
            if "://" in look.text and (time := _ENTRY_TIME.match(look.text)) and "://" in look.text.rsplit(None, 1)[-1]
        ]
        times = [time for _, time in entries]
        told = len(entries) >= _ENTRIES and times != sorted(times)
        known = survey.memo["ticker"] = frozenset(index for index, _ in entries) if told else frozenset()
    return known


def _waits_for_date(survey: Survey, look: Look) -> bool:
    """``Published:``, or ``Published`` beside ``Updated``: labels whose dates do not stand there."""
    if look.text[-1] in ":：":
        return is_publication_label(look.fold)
    if look.signs or look.columns > _BARE_LABEL or not is_publication_label(look.fold):
        return False
    beside = survey.looks[max(0, look.index - 1) : look.index + 2]
    return any(o is not look and o.fold != look.fold and is_publication_label(o.fold) for o in beside if o.fold)


def _runs_together(look: Look) -> bool:
    """``Harbour newsOld moleFerry timesStorm``: three keywords or more that run into each other."""
    return look.cased and not look.ends and len(_JOINT.findall(look.text)) >= _JOINTS


def _is_sentence_of_copy(survey: Survey, look: Look, begin: str) -> bool:
    """``Anzeige gegen den Kapitän ist erstattet.``: one page word opens a sentence amid copy that is clean but for it.

    On pages it is a word for adverts, and running text stands right above and below.  Several page words open one
    where running text stands around it in clean copy, and so do those of scripts that part words by no blanks.
    """
    text = look.text.rstrip()
    if text[-1] not in FULL_STOPS or not begin[-1].isalpha():
        return False
    unspaced = has_unspaced(begin)
    behind = look.fold[len(begin) : len(begin) + 1]
    if not (behind.isalpha() if unspaced else behind == " "):
        return False
    if unspaced or not begin.isalpha():
        return not is_page(survey) and survey.runs_around(look)
    if not is_page(survey) or page_lines(survey) == 1:
        return survey.has_begun(look)
    if not survey.is_amid(look) or begin not in openings("clutter", "goes_on").all(begin):
        return False
    return survey.runs_around(look)


def _is_above_titles(survey: Survey, look: Look) -> bool:
    """Say whether neither text nor a line of several words that could be the headline stands above."""
    above = survey.looks[: look.index]
    return not survey.has_begun(look) and all(one.words < _TITLE_WORDS or is_page_wording(one) for one in above)


def _opens_list(survey: Survey, look: Look) -> bool:
    """``Key points:`` above items is the story's own heading, not a link of the page."""
    below = survey.introduced_below(look)
    return below is not None and below.columns >= 12 and _ITEM.match(below.text) is not None


@cache
def _counted(language: str) -> frozenset[str]:
    """Return what stands beside a count in *language* and in English."""
    table = phrases_by_language("clutter", "counted")
    return table.get(language, frozenset()) | table["en"]


def _counts_in_section(fold: str, language: str) -> bool:
    """``Algemeen 381 keer gelezen``: say whether a line is a section, a number and what it counts."""
    section, _, rest = fold.partition(" ")
    counted = rest.strip(_COUNT)
    return rest[:1].isdigit() and section.isalpha() and " " in counted and counted in _counted(language)


def _is_repeated(survey: Survey, look: Look) -> bool:
    """Say whether a line that stands many times is none of the text; a sentence of clean copy may be a refrain."""
    if look.columns > _REPEATED_WIDTH or look.prose >= SENTENCE:
        return False
    dated = is_one_of_dates(survey, look)
    copy = (look.prose >= RUNNING or dated) and not is_page(survey)
    return not copy and not (dated and _is_only_date_above(survey, look)) and not _may_repeat(survey, look)


def _is_only_date_above(survey: Survey, look: Look) -> bool:
    """Say whether a date is the only one above the running text: those below it are of other stories."""
    above = survey.above_text()
    return look.index < len(above) and not any(is_one_of_dates(survey, other) for other in above if other is not look)


def _may_repeat(survey: Survey, look: Look) -> bool:
    """Credits and names may stand many times on a page without being page wording."""
    words = look.text.split()
    named = 2 <= len(words) <= 3 and look.capitals < 0.9 and all(w[:1].isupper() for w in words)
    return look.index in credited(survey) or named


def _are_tags(text: str) -> bool:
    """Say whether nearly all terms between commas open with a capital, as keywords do."""
    terms = [term for part in text.split(",") if (term := part.strip())]
    return sum(not term[0].islower() for term in terms) >= 0.9 * len(terms)


def _by_shape(survey: Survey, look: Look, page: bool) -> tuple[float, str, str]:
    if look.prose >= RUNNING and not lists_terms(look):
        return 0.08, "furniture.shape", "running text"
    level = clutter_level(survey)
    if survey.closes(look) and look.index and _runs_together(look):
        return 0.75, "furniture.shape", "keywords that run together"
    tags = page and look.columns >= _TAGS and look.cased and lists_terms(look) and _are_tags(look.text)
    if tags and not survey.is_amid(look):
        return 0.75, "furniture.shape", "keywords of the page"
    share = min(1.0, 0.45 + 5 * level)
    if look.words <= 3:
        return 0.5 * share, "furniture.shape", f"{look.words} word(s) without a sentence"
    link = 0.0
    if look.columns >= _SHORT_LINK and survey.is_amid(look) and is_amid_links(survey, look):
        labelled = look.columns <= _LONG_LINK and announces_links(survey.looks[look.index - 1])
        if labelled and not survey.states_day(look):
            link = 0.3
        elif look.columns >= _SHORTEST_LINK:
            link = 0.2
    if look.columns <= 60:
        return share * (0.42 - 0.14 * survey.echo(look)) + link, "furniture.shape", "a short line without a sentence"
    return share * (0.36 - 0.14 * survey.echo(look)) + link, "furniture.shape", "a line without a sentence"
