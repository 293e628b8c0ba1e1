# SPDX-License-Identifier: Apache-2.0
"""Furniture: menus, share bars, related links, reading tools, notices of the page.

Comes in: a ``Survey``.  Goes out: candidates of kind ``furniture``; phrases are those of ``page_wording``, the
rest comes from shape.  Furniture is taken out of the body and listed, never dropped.
"""

from __future__ import annotations

import re
from functools import cache

from docforge.detect.buttons import asks_reader, opens_with_request
from docforge.detect.bylines.byline_words import opens_like_byline
from docforge.detect.candidate import Candidate
from docforge.detect.credits import credited
from docforge.detect.look import EDGES, FIGURES, REPEATS, RUNNING, SENTENCE, Look
from docforge.detect.notices import noticed
from docforge.detect.offers import offered
from docforge.detect.page_wording import (
    LABEL,
    announces_links,
    closes_like_link,
    is_furniture_phrase,
    is_page_wording,
    opening_phrase,
    opens_like_link,
)
from docforge.detect.posts import signatures_of_posts
from docforge.detect.publication import is_publication_label, strip_times, without_times
from docforge.detect.survey import Survey, stems
from docforge.detect.vocabulary import openings, phrases, phrases_by_language
from docforge.detect.wire_headers import wire_header
from docforge.patterns import FULL_STOPS, has_unspaced

__all__ = [
    "clutter_level",
    "find_furniture",
    "heads_box",
    "heads_entry",
    "is_amid_links",
    "is_button",
    "is_only_time",
    "is_page",
    "is_said_in",
    "label_of_links",
    "leads_elsewhere",
    "leads_on_below",
    "lists_terms",
    "names_hour",
    "states_reading_time",
]

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
_SHORTCODE = re.compile(
    r"\[/?[a-z][\w-]{1,30}(?:\s[\w-]{1,30}=[\"'“”″]?[^\]\"'“”″\s]{0,60}[\"'“”″]?){1,12}\s?/?\]", re.IGNORECASE
)
"""``[gallery ids="1,2"]``: a code that a content system left in the text."""
_FILE = re.compile(
    r"[\w)-]\.(?:jpe?g|png|gif|webp|tiff?|bmp|svg)$|^\S+[\w)-]\.(?:mp[34]|pdf|docx?)$", re.IGNORECASE | re.MULTILINE
)
"""The end of a picture's name, which may be its caption; the whole name of another file."""
_HANDLE = re.compile(r"@\w{2,40}")
_ITEM = re.compile(r"(?:[-–—•·*▪‣]|\d{1,2}[.)])\s+\S")
_NO_BUTTON = frozenset(FULL_STOPS + ":")
"""What closes a sentence, or leads into what follows."""
_TIME = 16
_ONLY_TIME = re.compile(r"\d{1,2}[:.h]\d{2}(?:\s?(?:[ap]\.?m\.?|Uhr|uur|h|GMT|UTC|CET|WIB|ت\s?م|[صم]))?", re.IGNORECASE)
_CLOCK = re.compile(r"[\d:.\s/h]+(?:uhr|min|sek|am|pm)?")
_FILE_WORDS = 10
"""Words of the name of a file, at most."""
_REQUEST = 160
"""Columns of a sentence that asks the reader of a page for something."""
_HEADLINE_WORDS = 3
"""Words of a headline that is made of the words of buttons, at least."""
_MENU, _MENU_WORDS, _MENU_LINE = 8, 2, 20
"""So many lines of so many words and columns at most above the text are a menu, whatever their language."""
_MENU_LINES = 200
"""Lines of menus above a headline, at most."""
_FOLLOWS = 110
"""Columns of a line that says where somebody is followed."""
_HOUR_WORDS = 4
"""Words beside the time in a line that says when, today or yesterday."""
_SHORTEST_LINK = 24
"""Columns of the headline of another story."""
_SHORT_LINK, _LONG_LINK = 12, 90
"""Columns of one right below the label that announces it, at least and at most."""
_HEADS = 0.5
"""The running text repeats at least this much of a line that heads it."""
_SAID_BELOW = 0.33
"""The passage below repeats at least this much of one."""
_HEADING_WORDS = 2
"""An emoji and the name of a section."""
_TAGS = 60
"""Columns of a list of keywords that is more than a line of a menu."""
_TERMS, _WORDS_OF_TERMS, _LONGEST_TERM = 5, 2.6, 5
"""Terms that a list of keywords has at least; words of a term, on average and at most."""
_LABELLED_TERM = 4
"""Words of a term on average where a label says that they are links."""
_REPEATED_WIDTH = 90
"""Columns of a line that may be of the page because it repeats, at most."""
_LINKS = 6
"""So many lines can follow a label that announces them."""
_TITLE_WORDS = 4
"""Words of a line that could be the headline, at least."""
_DATE_WORDS = 4
"""Words of a date and a time that stand alone."""
_CLEAN = 0.06
"""Below this share of page wording among the short lines a text counts as clean copy."""


def clutter_level(survey: Survey) -> float:
    """Return the share of short lines that are page wording or stand twice: 0 for clean copy."""
    level: float | None = survey.memo.get("clutter_level")
    if level is None:
        short = [look for look in survey.lines if look.columns <= 90 and look.fold and not _is_date(survey, look)]
        page = sum(1 for look in short if _is_of_page(survey, look))
        survey.memo["page_lines"] = page
        level = survey.memo["clutter_level"] = page / len(short) if short else 0.0
    return level


def _is_date(survey: Survey, look: Look) -> bool:
    """Say whether a brief line is one of several dates, alike but for their figures."""
    return look.times > 1 and look.words <= _DATE_WORDS and survey.states_day(look)


def _is_of_page(survey: Survey, look: Look) -> bool:
    """Say whether a line is page wording or stands twice; a sentence that does may be a refrain."""
    if look.times > 1 and (look.prose < RUNNING or is_furniture_phrase(look)):
        return True
    return is_page_wording(look) and not heads_box(survey, look)


def is_page(survey: Survey) -> bool:
    """Say whether the text is scraped with the wording of its page, and no clean copy."""
    known: bool | None = survey.memo.get("is_page")
    if known is None:
        known = survey.memo["is_page"] = clutter_level(survey) >= _CLEAN or _opens_with_menu(survey)
    return known


def _opens_with_menu(survey: Survey) -> bool:
    """Say whether many lines of a word or two stand above the text, as menus do in languages with little vocabulary."""
    above = survey.above_text()
    return sum(look.words <= _MENU_WORDS and look.columns <= _MENU_LINE and not look.ends for look in above) >= _MENU


def is_only_time(look: Look) -> bool:
    """Say whether a line is a time and nothing else: ``17:45``, ``17.45 Uhr``."""
    return look.columns <= _TIME and bool(look.signs) and _ONLY_TIME.fullmatch(look.text.strip()) is not None


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
    return survey.echo(look) < _HEADS and not is_said_in(look, below)


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

    One arrow says nothing, for a quotation may go on below.
    """
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


def find_furniture(survey: Survey) -> list[Candidate]:
    """Return candidates for passages that belong to the page rather than to the article."""
    page = is_page(survey)
    return [Candidate("furniture", look.index, *_furniture(survey, look, page)) for look in survey.looks]


def _furniture(survey: Survey, look: Look, page: bool) -> tuple[float, str, str]:
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
        if look.prose >= 0.95 and look.columns > 160:
            score = 0.55
        if len(begin) <= 4 and not has_unspaced(begin):
            score -= 0.2
        labelled = begin[-1] == "." or fold.startswith(". ", len(begin))
        if labelled and not survey.has_begun(look) and survey.echo(look) >= _HEADS:
            score -= 0.4  # “Video. The ferry …” above the text may be its headline
        if _is_sentence_of_copy(survey, look, begin) and not _asks_to_follow(look):
            score -= 0.4
        return score, "furniture.opening", f"opens with ‘{begin}’"
    if look.columns <= _FOLLOWS and _asks_to_follow(look):
        return 0.9, "furniture.opening", "says where somebody is followed"
    if is_button(survey, look):
        return 0.95, "furniture.button", "asks for something to be done on the page"
    if look.ends and look.columns <= _REQUEST and _closes_like_request(fold) and _may_ask(survey, look):
        return 0.9, "furniture.closing", "closes as what the page asks its reader"
    if page and look.prose >= RUNNING and closes_like_link(look) and _is_above_titles(survey, look):
        return 0.8, "furniture.closing", "a notice above the text that closes with a link"
    if leads_elsewhere(survey, look):
        return 0.9, "furniture.breadcrumb", "leads to the page before or behind"
    if page and look.index in noticed(survey):
        return 0.95, "furniture.notice", "tells how the page works"
    if page and look.index in offered(survey):
        return 1.1, "furniture.offer", "what subscribers get"
    figured = not FIGURES.isdisjoint(look.signs)
    if "(@" in text and look.index in signatures_of_posts(survey):
        return 0.85, "furniture.link", "signs a post that the page shows"
    if text[0] == "[" and "=" in text and _SHORTCODE.fullmatch(text.strip()):
        return 0.95, "furniture.link", "a code of the content system"
    if "." in text[-6:] and look.words <= _FILE_WORDS and look.prose < RUNNING and _FILE.search(text.rstrip()):
        return 0.85, "furniture.link", "the name of a file"
    if text[0] == "@" and _HANDLE.fullmatch(text.strip()):
        return 0.55, "furniture.link", "an account and nothing else"
    if (not _LINK_SIGNS.isdisjoint(look.signs) or "www." in text) and _BARE_LINK.fullmatch(text.strip()):
        return 0.85, "furniture.link", "an address or tags and nothing else"
    if look.columns <= 40 and (look.signs or not fold[0].isalnum()):
        counts = look.columns <= 24 and not _NUMBERED.match(fold)
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
        and fold.strip(_COUNT) in _counted(survey.primary)
    ):
        return 0.88, "furniture.counter", "how many have read it"
    if text[-1] in ":：" and look.words <= _DATE_LABEL and is_publication_label(fold.rstrip(" :：")):
        return 0.88, "furniture.time", "labels a date that does not stand there"
    if figured and states_reading_time(look):
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


def _is_sentence_of_copy(survey: Survey, look: Look, begin: str) -> bool:
    """``Anzeige gegen den Kapitän ist erstattet.``: one page word opens a sentence amid copy that is clean but for it.

    On pages it is a word for adverts, and running text stands right above and below.  Several page words open one
    where running text stands around it in clean copy.
    """
    text = look.text.rstrip()
    if text[-1] not in FULL_STOPS or not begin[-1].isalpha() or look.fold[len(begin) : len(begin) + 1] != " ":
        return False
    if not begin.isalpha():
        return not is_page(survey) and survey.runs_around(look)
    if not is_page(survey) or survey.memo["page_lines"] == 1:
        return survey.has_begun(look)
    if not survey.is_amid(look) or begin not in openings("clutter", "goes_on").all(begin):
        return False
    return survey.runs_around(look)


def is_button(survey: Survey, look: Look) -> bool:
    """Say whether a line of a page is what only a page says: the word of a button, or a request to the reader.

    A heading of how things are done says so too (``Open the app``): the text below repeats its words.  So may the
    headline, where no line above it can be one and a byline or date stands below.
    """
    known: bool | None = look.memo.get("is_button")
    if known is None:
        known = look.memo["is_button"] = look.columns <= LABEL and _says_button(survey, look)
    return known


def _says_button(survey: Survey, look: Look) -> bool:
    if not look.text[0].isalnum():
        return False
    if look.text.rstrip()[-1:] in _NO_BUTTON and look.fold.partition(" ")[0] not in phrases("buttons", "pointed"):
        return False
    if not (look.fold in phrases("clutter", "button") or asks_reader(look.fold, survey.primary)):
        return False
    if not is_page(survey):
        return False
    if survey.is_amid(look) and (survey.tells(look) if look.running else survey.echo(look)) >= _HEADS:
        return False
    return not _stands_as_headline(survey, look)


def _stands_as_headline(survey: Survey, look: Look) -> bool:
    """Say whether a line of some words stands above byline or date, and only page wording or fewer words above it."""
    if look.words < _HEADLINE_WORDS or not 0 < look.index <= _MENU_LINES:
        return False
    below = survey.below(look)
    if below is None or not (opens_like_byline(survey, below) or survey.states_day(below)):
        return False
    return all(other.words < _HEADLINE_WORDS or is_page_wording(other) for other in survey.looks[: look.index])


def _may_ask(survey: Survey, look: Look) -> bool:
    """Say whether a sentence of a page may talk to its reader: amid running text only if it opens with a request."""
    if not is_page(survey) or not look.text[0].isalnum():
        return False
    beside = survey.looks[max(0, look.index - 1) : look.index + 2]
    if any(other.prose < RUNNING for other in beside if other is not look):
        return True
    return opens_with_request(look.fold, survey.primary)


def _closes_like_request(fold: str) -> bool:
    """``Get the news of the port in your inbox``."""
    return fold.endswith(_closings().get(fold.rpartition(" ")[2], ()))


@cache
def _closings() -> dict[str, tuple[str, ...]]:
    """What closes a sentence that talks to the reader of a page, by its last word."""
    by_word: dict[str, tuple[str, ...]] = {}
    for phrase in phrases("clutter", "end"):
        word = phrase.rpartition(" ")[2]
        by_word[word] = (*by_word.get(word, ()), phrase)
    return by_word


def _asks_to_follow(look: Look) -> bool:
    """``Follow Ann Lee on Twitter.``, ``Folgen Sie dem Hafenamt auf Facebook, Instagram``."""
    asks = openings("clutter", "follow").all(look.fold)
    if not asks:
        return False
    services = phrases("clutter", "followed")
    clauses = [clause.rpartition(" ")[2].strip(EDGES) for clause in look.fold.split(", ")]
    if not services.issuperset(clauses):
        return False  # Follow the money, not Facebook
    return any(look.fold.startswith(word + " ") for word in asks)


def names_hour(look: Look) -> bool:
    """``Today, 17:40``, ``Gestern um 9:15 Uhr``: a day without a date and a time, no other word."""
    if ":" not in look.text:
        return False
    known: bool | None = look.memo.get("names_hour")
    if known is None:
        known = look.memo["names_hour"] = _is_near_hour(look.fold)
    return known


def _is_near_hour(fold: str) -> bool:
    if (rest := strip_times(fold)) == fold:
        return False
    days = phrases("publication", "near_days")
    words = [word for piece in rest.split() if (word := piece.strip(EDGES))]
    joined = 2 if " ".join(words[:2]) in days else 0  # hari ini
    return 0 < len(words) <= _HOUR_WORDS and all(word in days for word in words[joined:])


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


def _is_repeated(survey: Survey, look: Look) -> bool:
    """Say whether a line that stands many times is none of the text; a sentence of clean copy may be a refrain."""
    if look.columns > _REPEATED_WIDTH or look.prose >= SENTENCE:
        return False
    dated = _is_date(survey, look)
    copy = (look.prose >= RUNNING or dated) and not is_page(survey)
    return not copy and not (dated and _is_only_date_above(survey, look)) and not _may_repeat(survey, look)


def _is_only_date_above(survey: Survey, look: Look) -> bool:
    """Say whether a date is the only one above the running text: those below it are of other stories."""
    above = survey.above_text()
    return look.index < len(above) and not any(_is_date(survey, other) for other in above if other is not look)


def _may_repeat(survey: Survey, look: Look) -> bool:
    """Credits and names may stand many times on a page without being page wording."""
    words = look.text.split()
    named = 2 <= len(words) <= 3 and look.capitals < 0.9 and all(w[:1].isupper() for w in words)
    return look.index in credited(survey) or named


def states_reading_time(look: Look) -> bool:
    """Say whether the line says how long the text takes to read: ``3 min read``, ``Lesezeit: 2 Minuten``."""
    fold = look.fold
    return (
        len(fold) <= 40
        and not FIGURES.isdisjoint(look.signs)
        and _DIGIT.search(fold) is not None
        and any(map(fold.__contains__, phrases("publication", "reading_time")))
    )


def _are_tags(text: str) -> bool:
    """Say whether nearly all terms between commas open with a capital, as keywords do."""
    terms = [term for part in text.split(",") if (term := part.strip())]
    return sum(not term[0].islower() for term in terms) >= 0.9 * len(terms)


def _by_shape(survey: Survey, look: Look, page: bool) -> tuple[float, str, str]:
    if look.prose >= RUNNING and not lists_terms(look):
        return 0.08, "furniture.shape", "running text"
    level = clutter_level(survey)
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
