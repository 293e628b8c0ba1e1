# SPDX-License-Identifier: Apache-2.0
"""What the letters and signs of a line say for or against a heading inside the text.

Of what stands above and below, rows of figures alone are looked at; ``crosshead`` weighs the rest.

Comes in: a ``Survey`` and a line.  Goes out: what it gains or loses as a crosshead.
"""

from __future__ import annotations

import re

from docforge.detect.bylines.bare import is_line_of_names
from docforge.detect.bylines.byline_words import opens_like_byline
from docforge.detect.captions import points_into_picture
from docforge.detect.credits import credited
from docforge.detect.insets import names_speaker
from docforge.detect.look import COMMAS, OPENING_QUOTES, RUNNING, Look, has_numbers
from docforge.detect.numbered_headings import numbered_headings, timed_headings
from docforge.detect.page_wording import opens_like_link
from docforge.detect.plain_lists import opens_item
from docforge.detect.publication import is_publication_label
from docforge.detect.stated_hours import is_only_time
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import phrases
from docforge.patterns import lazily

__all__ = ["BRIEF", "FRAMES", "LABEL_WORDS", "NARROW_GAIN", "REPEATED", "SHARED", "WIDE_ENDS", "by_shape"]

_CLOCK = re.compile(r"\s{0,4}\d{1,2}:\d{2}\b")
"""A time that opens a line."""
_ODD = re.compile(r"[@©|]|https?:|www\.|\s[/>]\s|^[^«‹»›]*\s[»›]\s|\(c\)|\w\.\w{2,6}/\w|^#\w")
"""Addresses and accounts, signs of rights, bars and arrows between links: what headings do not hold."""
_ODD_SIGNS = frozenset(b"@|:/>(#\xa9")
"""One of them is in what the pattern finds, but for ``www.`` and arrows."""
_RUN_TOGETHER = re.compile(r"[a-zà-ÿ][A-ZÀ-Þ][a-zà-ÿ]+[A-ZÀ-Þ]")
"""Three words of links without a blank between them: ``…esSportCu…``."""
_INNER_END = lazily(r"[.!?][\"'”’»]?\s+[^\W\d_]|[。！？](?=[^\s」』”）])")
"""The end of a sentence with more of the line behind it."""
WIDE_ENDS = "。！？"
"""What closes a sentence where no blank follows."""
_BRACKETS, _OPENING = lazily(r"\([^)]{3,40}\)"), ord("(")
"""Words in brackets, and what opens them in ``Look.signs``."""
_LABELLED_LINK = re.compile(r"[A-Z][A-Z ’'-]{2,24}: [A-Z\"'‘“][^:]{16,}[^.:?!]$")
"""A label in capitals and the title of another story, as pages set it amid the text."""
_SITE = re.compile(r"[^\W_][\w-]{1,24}\.(?:com|org|net|info|[a-z]{2})\b(?!\.\s)", re.IGNORECASE)
"""The address of a site in a line."""
_CHANGE = re.compile(r"\s[+−–-]\d[\d.,]{0,12}\s?%?$")
"""How far a price or a share went up or down, at the end of a row of a table."""
REPEATED = 0.25
"""The text repeats at least this much of a heading on a page with menus, when nothing else tells it from a link."""
SHARED, _SHARED_CLEAN = 0.5, 0.3
"""The text repeats at least this much of a heading as long as headlines are, on pages with menus and on others."""
BRIEF = 60
"""Columns of a heading that is told from a link to another story by its length."""
LABEL_WORDS = 3
"""Words of a line with a colon that is a label."""
_HEADING_WORDS = 6
"""Words of such a line that may be a heading; a longer one leads into the text."""
FRAMES = frozenset("▼▲■□◆◇●○★☆▽△▶◀")
"""Signs between two of which a heading is set."""
_ROWS = 2
"""Rows of a table at least."""
_SIGNED = frozenset({"– ", "— ", "―　"})
"""A dash before the name of who is quoted."""
_SMALL = 0.5
"""What a word in small letters loses that stands alone: what is left of a byline (``von``), a reader's initials."""
NARROW_GAIN = 0.06
"""What a heading gains that is no wider than ``BRIEF``."""


def by_shape(survey: Survey, look: Look, page: bool) -> float:
    """Return what the line's own letters say for or against a heading; *page*: menus and the like stand around it."""
    text = look.text.rstrip()
    score = _by_width(survey, look, page)
    if (has_numbers(look) or survey.states_day(look)) and not (text[0] in FRAMES and text[-1] == text[0]):
        score -= 0.3
    score -= _by_ending(look, text, page) + names_speaker(survey, look)
    if text[:2] in _SIGNED or (text[0] == "[" and text[-1] == "]"):
        score -= 0.8  # who is quoted above; a link amid the text
    if look.signs and _CHANGE.search(look.text):
        score -= 0.5  # Ostland Rail -2.2%: a row of a table
    if _beside_figures(survey, look):
        score -= 0.35
    if look.sentences and (inner := _INNER_END.search(look.text)) is not None:
        score -= 0.6 if inner[0] in WIDE_ENDS else 0.18
    if page and _OPENING in look.signs and _BRACKETS.search(look.text):
        score -= 0.15
    if page and (_LABELLED_LINK.match(text) or _announces_media(text)):
        score -= 0.6  # IN THE NORTH: Ferry back …; VIDEO Ferry back …
    if page and "." in text and _SITE.search(text) is not None:
        score -= 0.4  # News from Norrstad.com
    if look.words <= LABEL_WORDS and all(map(is_publication_label, text.split())):
        score -= 0.8  # Published Updated
    if opens_like_link(look) or opens_like_byline(survey, look) or look.index in credited(survey):
        score -= 0.3  # it says what it is, and that is no heading
    elif points_into_picture(look):
        score -= 0.3
    if _is_odd(look):
        score -= 0.3
    if text[:1].islower() and look.cased:
        score -= _SMALL if look.words == 1 and text.islower() else 0.15
    if look.words <= 8 and not survey.echo(look) and is_line_of_names(survey, look):
        if look.cased or not survey.runs_around(look):  # ideographs of most words could be a name
            score -= 0.2
    return score


def _announces_media(text: str) -> bool:
    """``VIDEO Ferry back in the harbour``: say whether a word for a video or picture in capitals opens a title."""
    word, _, title = text.partition(" ")
    return word.isupper() and word.casefold() in phrases("clutter", "media") and title.count(" ") >= 1


def _by_width(survey: Survey, look: Look, page: bool) -> float:
    """Return what the width of a line says, beside how much of its words the text repeats."""
    score = NARROW_GAIN if look.columns <= BRIEF else 0.0
    if look.columns > 70 and page:
        score -= 0.16
    elif look.columns > 90:
        score -= 0.12
    if page and look.columns > 30 and survey.echo(look) < REPEATED:
        score -= 0.14
    if look.columns > BRIEF and survey.echo(look) < (SHARED if page else _SHARED_CLEAN):
        if (
            look.text[0] not in OPENING_QUOTES
            and not look.text.isupper()
            and look.index not in numbered_headings(survey)
            and look.index not in timed_headings(survey)
        ):
            score -= 0.6  # as long as headlines are, with words of its own: that of another story
    return score


def _by_ending(look: Look, text: str, page: bool) -> float:
    """Return what the last sign says against a heading."""
    if text[-1:] in ":：":
        leads = look.words > LABEL_WORDS and (look.words > _HEADING_WORDS or _leads_into(text))
        return 0.5 if leads else 0.2 if page or look.words <= LABEL_WORDS else 0.5
    if _breaks_off(text):
        return 0.7
    return 0.15 if text.endswith(("…", "...")) else 0.0  # a teaser, or a sentence behind which the page is closed


def _leads_into(text: str) -> bool:
    """Say whether a line with a colon has two clauses: ``Among other things, the office wants:``."""
    return any(comma in text for comma in COMMAS)


def _breaks_off(text: str) -> bool:
    """Say whether a line goes on in the next, as an item before others does."""
    return text[-1:] in ";；,，、" or text[text.rfind(";") + 1 :].strip().lower() in phrases("headline", "last_joiner")


def _is_odd(look: Look) -> bool:
    """Say whether the line opens with a time, holds an address or a sign of pages, or words that run together."""
    text = look.text
    if look.signs and _CLOCK.match(text):
        return True
    if (not _ODD_SIGNS.isdisjoint(look.signs) or "www." in text or "»" in text or "›" in text) and _ODD.search(text):
        return True
    return not text.istitle() and _RUN_TOGETHER.search(text) is not None


def _beside_figures(survey: Survey, look: Look) -> bool:
    """Say whether a row of figures stands right above or below: then the line is of a table.

    A table may end above a heading, but not one of a single row, nor where the text has hardly begun.
    """
    below, above = survey.below(look), survey.looks[look.index - 1]
    if below is not None and _is_row(below):
        return True
    if not _is_row(above):
        return False
    if below is None or below.prose < RUNNING or has_numbers(look) or survey.opens(look):
        return True
    return not all(map(has_numbers, survey.looks[max(0, look.index - _ROWS) : look.index]))


def _is_row(look: Look) -> bool:
    """Say whether a line is a row of figures, no item of a list and no time above an entry of a live report."""
    return (
        bool(look.signs)
        and look.prose < RUNNING
        and has_numbers(look)
        and not opens_item(look)
        and not is_only_time(look)
    )
