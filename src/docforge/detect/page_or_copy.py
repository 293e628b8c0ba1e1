# SPDX-License-Identifier: Apache-2.0
"""Page or clean copy: whether a text was scraped with the wording of the page around it.

Comes in: a ``Survey``.  Goes out: how much of it is page wording, and whether that makes it a page.
"""

from __future__ import annotations

from docforge.detect.boxes import heads_box
from docforge.detect.look import BULLETS, RUNNING, Look
from docforge.detect.page_wording import is_furniture_phrase, is_page_wording, links_in
from docforge.detect.survey import Survey

__all__ = ["clutter_level", "holds_menu", "is_one_of_dates", "is_page", "page_lines"]

_MENU, _MENU_WORDS, _MENU_LINE = 8, 2, 20
"""So many lines of so many words and columns at most above the text are a menu, whatever their language."""
_RUN_TOGETHER, _LINKS = 6, 3
"""Words of a menu in one line, and how many of its links are known, at least."""
_SHARE, _MOST, _SAID = 0.33, 0.66, 0.5
"""The share of its words that are known links, of several words or of one each; the text says less than this of it."""
_DATE_WORDS = 4
"""Words of a date and a time that stand alone."""
_CLEAN = 0.06
"""Below this share of page wording among the short lines a text counts as clean copy."""


def clutter_level(survey: Survey) -> float:
    """Return the share of short lines that are page wording or stand twice: 0 for clean copy."""
    level: float | None = survey.memo.get("clutter_level")
    if level is None:
        short = [
            look
            for look in survey.lines
            if look.columns <= 90 and any(map(str.isalnum, look.fold)) and not is_one_of_dates(survey, look)
        ]
        page = sum(1 for look in short if _is_of_page(survey, look))
        survey.memo["page_lines"] = page
        level = survey.memo["clutter_level"] = page / len(short) if short else 0.0
    return level


def page_lines(survey: Survey) -> int:
    """Return how many short lines are page wording or stand twice."""
    clutter_level(survey)
    lines: int = survey.memo["page_lines"]
    return lines


def is_one_of_dates(survey: Survey, look: Look) -> bool:
    """Say whether a brief line is one of several dates, alike but for their figures."""
    return look.times > 1 and look.words <= _DATE_WORDS and survey.states_day(look)


def holds_menu(survey: Survey, look: Look) -> bool:
    """Say whether a menu is run together with other words, in capitals as its links are, and the text says none of it.

    Three links or more are a third of the line where one has several words, else they are most of it:
    ``Fans Share Video of Home Opener`` is a headline.
    """
    known: bool | None = look.memo.get("holds_menu")
    if known is None:
        known = look.memo["holds_menu"] = _has_links(survey, look)
    return known


def _has_links(survey: Survey, look: Look) -> bool:
    if look.words < _RUN_TOGETHER or look.ends or not look.fold or survey.echo(look) >= _SAID:
        return False
    links = links_in(look.fold, _LINKS)
    if len(links) < _LINKS:
        return False
    share = sum(len(link.split()) for link in links) / look.words
    if share < (_SHARE if any(" " in link for link in links) else _MOST):
        return False
    words = look.text.split()
    return not look.cased or 2 * sum(word[0].isupper() for word in words) > len(words)


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
    """Say whether many lines of a word or two, or with a bullet, stand above the text.

    So menus do in languages with little vocabulary, and the titles of other stories.
    """
    lines = [look for look in survey.above_text() if not look.ends]
    if sum(look.words <= _MENU_WORDS and look.columns <= _MENU_LINE for look in lines) >= _MENU:
        return True
    titles = [look for look in lines if look.text[0] in BULLETS]
    # Below what may be the headline they are the points of a release.
    return len(titles) >= _MENU and not any(look.words > _MENU_WORDS for look in lines[: lines.index(titles[0])])
