# SPDX-License-Identifier: Apache-2.0
"""Crossheads: short headings inside the body.

Comes in: a ``Survey``.  Goes out: candidates of kind ``crosshead`` for short lines without a sentence end that stand
between running text; a heading echoes the text below it, a link to another story stands in a run of its like.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from docforge.detect.boxes import heads_box, heads_entry, is_amid_links, label_of_links, leads_on_below
from docforge.detect.byline import signed
from docforge.detect.bylines.bare import is_line_of_names
from docforge.detect.candidate import Candidate
from docforge.detect.clutter import find_furniture
from docforge.detect.credit_words import keeps_rights
from docforge.detect.credits import captioned, credited
from docforge.detect.crosshead_shapes import (
    BRIEF,
    FRAMES,
    LABEL_WORDS,
    NARROW_GAIN,
    REPEATED,
    SHARED,
    WIDE_ENDS,
    by_shape,
)
from docforge.detect.headline import find_headlines
from docforge.detect.insets import is_set_apart, leads_away, names_who_is_shown, titles_video
from docforge.detect.look import (
    CLOSERS,
    OPENING_QUOTES,
    REPEATS,
    RUNNING,
    SENTENCE,
    SET_IN_CAPITALS,
    Look,
    has_numbers,
)
from docforge.detect.numbered_headings import chapters, numbered_headings, timed_headings
from docforge.detect.page_or_copy import is_page
from docforge.detect.page_wording import is_furniture_phrase, opens_like_link, says_text_goes_on
from docforge.detect.plain_lists import is_among_fields, opens_item, plain_items
from docforge.detect.signoff import names_source
from docforge.detect.survey import Survey
from docforge.patterns import FULL_STOPS, lazily

__all__ = ["find_crossheads"]

_ITEMS = frozenset("-–—•·*▪■□●○◦‣►▶✓(")
"""What the items of a list below a heading open with."""
_TITLE = 0.75
"""The score of a line that may well be the headline."""
_SENTENCE = 5
"""Words of a line that stands twice for its wording, not by chance."""
_OPENERS = CLOSERS + "„「『"
_CLOSERS_AND_BLANKS = CLOSERS + " "
_CLOSED = FULL_STOPS + ",;،؛"
_MOST_WORDS = 18
"""Words of a heading at most."""
_WIDEST = 130
"""Columns of a heading at most."""
_NAME_AND_SURNAMES = 4
"""Words of a person's whole name."""
_WORDING_ABOVE = 3
"""So many lines of page wording may stand between running text and the heading of what follows."""
_BELOW = "running text below"
_CHAPTER = 1.2
"""The score of a number alone between running text, in order with others: more than that of a counter."""
_SURE, _FIRST = 0.75, (0.75, 0.86)
"""The score of a heading that stands between running text, and of one below the deck in clean copy and on a page."""
_LIKE, _LONGEST_LIKE, _LIKENESS = 1.4, 75, (0.15, 0.25)
"""A line is like these that is so many times as wide as the widest at most, and so many columns; what that is worth
with one of them, and with more or below a picture."""
_ASKED = 30
"""Columns of a question that may open a text, where words are not parted; elsewhere it mostly heads one."""
_SAID_BETWEEN = lazily(r"[,.?!…][\"”»“][\s,–—-]{1,4}[^\W\d_][^\"”»“„«]{2,80}[\s–—-][\"“„«»]")
_NARROW, _UNLIKE, _UNLIKENESS = 20, 2, 0.2
"""Columns that a line like them may have in any case; what one loses that is so many times as wide with words of its
own."""
_LINK, _BRIEFER = 0.3, (0.55, 0.75)
"""What a line loses that stands in a run of links, and how wide one is beside them that closes it as a heading where
one heading of the text is known and where more are."""
_MAY_HEAD, _SET_APART, _LEADS_AWAY = 0.45, 0.9, 0.75
"""The score from which a line would be a heading; what one below it loses that heads nothing; the score of one above it
as text or page wording."""
_TOLD = 0.12
"""What a heading gains all of whose words the text says."""
_OF_PAGE = 0.03
"""By so much page wording must be better than a heading to be so wherever the two stand, see ``resolve``."""
_KICKER = re.compile(r"[^\W\d_][^:|–—-]{2,40}(?::| [|–—-])\s")
"""A kicker and its sign before a headline that is printed once more."""
_RIGHTS = frozenset("©™®")
_STAR = re.compile(r"\s{0,4}(?:\*\*|##+\s|===?)")


def find_crossheads(survey: Survey) -> list[Candidate]:
    """Return one candidate for each line that may head the text below it, and a second for one below the deck."""
    lines = [look for look in survey.lines if look.index and look.columns <= _WIDEST and look.prose < SENTENCE]
    page = is_page(survey)
    found = [c for look in lines if (c := _crosshead(survey, look, page)) is not None]
    sure = [
        survey.looks[c.passage]
        for c in found
        if c.kind == "crosshead" and c.score >= _SURE and survey.runs_around(survey.looks[c.passage])
    ]
    if not sure:
        return found
    model = _Model(max(look.columns for look in sure), len(sure) > 1, frozenset(map(_is_in_capitals, sure)))
    found = [_beside_like(survey, c, model) if c.kind == "crosshead" else c for c in found]
    first = next((c for c in found if c.kind == "crosshead" and c.score >= _SURE), None)
    if first is not None and first.score >= _FIRST[page] and survey.opens(survey.looks[first.passage]):
        found.append(first._replace(kind="first_crosshead"))  # what stands above it may be the deck
    return found


class _Model(NamedTuple):
    """What the crossheads of a text look like that are sure."""

    widest: int
    """Columns of the widest."""
    several: bool
    in_capitals: frozenset[bool]
    """Whether one of them is set in capitals, and whether one is not."""


def _is_in_capitals(look: Look) -> bool:
    return look.capitals >= SET_IN_CAPITALS


def _beside_like(survey: Survey, found: Candidate, model: _Model) -> Candidate:
    """Return *found*, with a better score where it stands above running text and looks like the *model*."""
    look = survey.looks[found.passage]
    if survey.runs_at(look.index - 1) or not (survey.runs_at(look.index + 1) and survey.is_amid(look)):
        return found
    first, last = look.text[0], look.text.rstrip()[-1]
    if look.columns > max(_NARROW, _UNLIKE * model.widest) and survey.echo(look) < REPEATED:
        return found._replace(score=found.score - _UNLIKENESS)
    if look.columns > min(max(_NARROW, _LIKE * model.widest), _LONGEST_LIKE) or first.islower():
        return found
    if not (first.isalnum() or first in OPENING_QUOTES) or last in ":：":
        return found
    if _is_in_capitals(look) not in model.in_capitals:
        return found
    pictured = look.index - 1 in credited(survey)
    score = found.score + _LIKENESS[model.several or pictured]
    if _is_briefer_than_links(survey, look, _BRIEFER[model.several]):
        score += _LINK
    return found._replace(score=score, note=f"{found.note}, like others of the text")


def _at(survey: Survey, index: int) -> Look | None:
    return survey.looks[index] if 0 <= index < len(survey.looks) else None


def _crosshead(survey: Survey, look: Look, page: bool) -> Candidate | None:
    if look.index in chapters(survey):
        return Candidate("crosshead", look.index, _CHAPTER, "crosshead.between-paragraphs", "the number of a chapter")
    if look.words > _MOST_WORDS or look.times >= REPEATS or not look.fold:
        return None
    box = heads_box(survey, look)
    if _is_closed(look) or (not box and is_furniture_phrase(look)):
        return None
    before, after = _passage_above(survey, look), _text_below(survey, look)
    if after is None or survey.introduces_quotation(look) or survey.is_introduced(look):
        return None
    if after.prose < RUNNING and survey.closes(look) and not has_numbers(after) and after.text[0] not in _ITEMS:
        return None  # nothing below that it could head
    if page and survey.is_amid(look) and survey.is_below_two(look) and titles_video(survey, look):
        return _no_heading(survey, look, "the title of a video")
    link = is_amid_links(survey, look)
    score, notes = _by_neighbours(survey, look, before, after, page)
    if page and not link and notes == [_BELOW] and before is not None and _reads_on_above(survey, look, before):
        score, notes = 0.6, [_BELOW + ", and above page wording"]
    timed = look.index in timed_headings(survey)
    numbered = timed or look.index in numbered_headings(survey)
    marked = _STAR.match(look.text) is not None or _framed(survey, look)
    if not (numbered or box or marked) and _is_page_rather(survey, look, score):
        return None
    score += _TOLD * survey.echo(look) + by_shape(survey, look, page) - _as_something_else(survey, look, after)
    if link:
        score -= _LINK
    if numbered:
        score += 0.6
        notes.append("opens with a time like others" if timed else "numbered like others of the text")
    if heads_entry(survey, look) and survey.runs_at(look.index + 1):
        score += 0.3
        notes.append("an entry's heading below its time")
    if box:
        score += 0.2
        notes.append("the heading of a box")
    if marked:
        score += 0.3
        notes.append("marked as a heading")
    if score >= _MAY_HEAD and page and not numbered and leads_away(survey, look):
        return _no_heading(survey, look, "the title of another story")
    if score > 0 and not numbered and is_set_apart(survey, look):
        if score >= _MAY_HEAD:
            return _as_text(look, "said or shown amid the text")
        score -= _SET_APART
    return Candidate("crosshead", look.index, score, "crosshead.between-paragraphs", ", ".join(notes))


def _is_page_rather(survey: Survey, look: Look, score: float) -> bool:
    """Say whether a line above no text surely is of the page, whatever its words say beside its neighbours' *score*.

    A short cut: what is refused here would lose against the reading as page wording.
    """
    if survey.runs_at(look.index + 1) or survey.source.marks:
        return False  # what looks like others gains more; a format's own marks rule page wording out
    most = score + _TOLD + NARROW_GAIN
    return most < _MAY_HEAD and most < find_furniture(survey)[look.index].score - _OF_PAGE


def _no_heading(survey: Survey, look: Look, note: str) -> Candidate:
    """Return a line that leads away as page wording; as text if the article says its words too, for it may be of it."""
    if survey.echo(look) >= SHARED:
        return _as_text(look, note)
    return Candidate("furniture", look.index, _LEADS_AWAY, "furniture.inset", note)


def _as_text(look: Look, note: str) -> Candidate:
    return Candidate("paragraph", look.index, _LEADS_AWAY, "paragraph.prose", note)


def _is_closed(look: Look) -> bool:
    """Say whether a line closes as sentences do; a quotation may head a text, full stop and all, and so may dots."""
    text = look.text.rstrip()
    last = (text if text[:1] in _OPENERS else text.rstrip(_CLOSERS_AND_BLANKS))[-1:]
    if last in _CLOSED and not text.endswith(("...", "…")):
        return True
    if text[-1] not in CLOSERS:
        return False
    remark = text[0] in "(（" and text[-1] in ")）" and text.count(text[0]) == 1
    return remark or text.rstrip(CLOSERS)[-1:] == "。"


def _as_something_else(survey: Survey, look: Look, after: Look) -> float:
    """Return how far a line is part of the text beside it, an item, a name or the headline once more."""
    less = 0.0
    if after.prose >= RUNNING and after.text[:1].islower() and after.text[1:2].islower() and look.cased:
        less += 0.4  # the text below begins with this line
    if look.text.rstrip()[-1] in WIDE_ENDS and look.columns >= _ASKED and _stands_below_heading(survey, look):
        less += 0.4
    if look.words <= _NAME_AND_SURNAMES and look.fold in signed(survey):
        less += 0.7  # the head of a box on the author
    if look.index in plain_items(survey):
        less += 0.4
    if leads_on_below(survey, look) or names_source(look) or keeps_rights(look):
        less += 0.8
    if look.text[0] in OPENING_QUOTES and _quotes_and_tells(look):
        less += 0.6
    if is_among_fields(survey, look):
        less += 0.6
    if look.words >= _SENTENCE and _is_title_again(survey, look):
        less += 0.8
    if names_who_is_shown(survey, look):
        less += 0.7
    if after.text[0] in _RIGHTS:
        less += 0.8  # whose rights are kept
    return less


def _quotes_and_tells(look: Look) -> bool:
    """``“All right,” came the reply. “Turn it in.”``: what is said, who says it, and what more: a brief paragraph."""
    return look.ends and _SAID_BETWEEN.search(look.text) is not None


def _is_briefer_than_links(survey: Survey, look: Look, part: float) -> bool:
    """Say whether a label announces titles above, and the line that closes the run is this *part* of each at most."""
    label = label_of_links(survey, look)
    links = survey.looks[label.index + 1 : look.index] if label is not None else ()
    return bool(links) and look.columns <= part * min(link.columns for link in links)


def _is_title_again(survey: Survey, look: Look) -> bool:
    """Say whether a line above that may well be the headline, or opens the text, reads the same.

    Its letters are compared, and a kicker and its sign may stand before them: ``Election - Counting begins``.
    """
    titles: dict[str, int] | None = survey.memo.get("titles_by_letters")
    if titles is None:
        titles = survey.memo["titles_by_letters"] = {}
        for title in find_headlines(survey):
            if title.score >= _TITLE or not title.passage:
                titles.setdefault(_letters(survey.looks[title.passage]), title.passage)
    if titles.get(_letters(look), look.index) < look.index:
        return True
    kicker = _KICKER.match(look.fold)
    return kicker is not None and titles.get(_letters_of(look.fold[kicker.end() :]), look.index) < look.index


def _letters(look: Look) -> str:
    """Return the letters and figures of a line, whatever stands between them."""
    known: str | None = look.memo.get("letters")
    if known is None:
        known = look.memo["letters"] = _letters_of(look.fold)
    return known


def _letters_of(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _framed(survey: Survey, look: Look) -> bool:
    """Say whether the line is set between two like signs, or behind one that no line beside it has: ``▼ … ▼``, ``■…``.

    A sign with a blank behind it opens an item.
    """
    text = look.text.strip()
    if len(text) < 3 or text[0] not in FRAMES:
        return False
    if text[-1] == text[0]:
        return True
    beside = (_at(survey, look.index - 1), _at(survey, look.index + 1))
    return text[1].isalnum() and not any(near is not None and near.text.lstrip()[:1] == text[0] for near in beside)


def _reads_on_above(survey: Survey, look: Look, before: Look) -> bool:
    """Say whether a brief line stands below page wording, from *before* upwards, that interrupts running text.

    Below a phrase alone (``Read more``) the text must repeat its words, or it is the link that the phrase announces.
    """
    if look.columns > BRIEF or not look.fold[:1].isalnum() or look.text[:1].islower():
        return False
    if is_furniture_phrase(before) and survey.echo(look) < REPEATED and not says_text_goes_on(before):
        return False
    for above in reversed(survey.looks[max(0, before.index - _WORDING_ABOVE) : before.index + 1]):
        if above.prose >= RUNNING:
            return True
        if not (
            is_furniture_phrase(above) or says_text_goes_on(above) or opens_like_link(above) or above.times >= REPEATS
        ):
            return False
    return False


def _passage_above(survey: Survey, look: Look) -> Look:
    """Return the passage above, a caption that holds its credit passed over."""
    above = survey.looks[look.index - 1]
    return survey.looks[above.index - 1] if above.index > 1 and _is_whole_caption(survey, above) else above


def _text_below(survey: Survey, look: Look) -> Look | None:
    """Return the next passage; lines that stand three times on the page and a caption with its credit passed over."""
    for below in survey.looks[look.index + 1 : look.index + 4]:
        if below.prose < RUNNING and below.times >= REPEATS:
            continue
        if below.index == look.index + 1 and _is_whole_caption(survey, below) and survey.runs_at(below.index + 1):
            continue
        return below
    return None


def _is_whole_caption(survey: Survey, look: Look) -> bool:
    return look.index in captioned(survey) and look.index in credited(survey)


def _opens_list(survey: Survey, first: Look, second: Look) -> bool:
    """Say whether two passages are items of a list, with bullets or without."""
    return (opens_item(first) and opens_item(second)) or first.index in plain_items(survey)


def _stands_below_heading(survey: Survey, look: Look) -> bool:
    """Say whether a brief line without a full stop stands between *look* and running text above."""
    above = survey.looks[look.index - 1]
    if above.ends or above.prose >= RUNNING or above.columns > BRIEF or is_furniture_phrase(above):
        return False
    return survey.runs_at(look.index - 2) and above.index not in credited(survey)


def _is_heading_of_two(survey: Survey, look: Look, after: Look) -> bool:
    """Say whether a line and the one below may both be headings by their wording: no names, buttons or captions."""
    for line in (look, after):
        if line.ends or line.columns > BRIEF or line.words < LABEL_WORDS or survey.echo(line) < REPEATED:
            return False
        if is_furniture_phrase(line) or line.index in credited(survey) or is_line_of_names(survey, line):
            return False
    return True


def _asks_first(survey: Survey, look: Look, after: Look) -> bool:
    """Say whether the text below opens with a question, which reads like a heading itself."""
    further = _at(survey, look.index + 2)
    if look.ends or after.columns < _ASKED or after.text.rstrip()[-1] not in WIDE_ENDS:
        return False
    return further is not None and further.prose >= RUNNING


def _by_neighbours(survey: Survey, look: Look, before: Look, after: Look, page: bool) -> tuple[float, list[str]]:
    """A heading has running text right below; on pages with menus a run of short lines is a list of links."""
    below = after.prose >= RUNNING or _asks_first(survey, look, after)
    above = before.prose >= RUNNING
    if below and above:
        return 0.76, ["running text above and below"]
    if below:
        return (0.42 if page else 0.62), [_BELOW]
    further = _at(survey, look.index + 2)
    listed = above and look.columns <= BRIEF and further is not None and _opens_list(survey, after, further)
    if listed and look.fold[:1].isalnum() and not opens_item(look):
        return (0.5 if page else 0.76), ["running text above, a list below"]
    headed = not page and after.columns <= 90 and further is not None and further.prose >= RUNNING
    if headed and not has_numbers(after):
        return 0.5, ["a heading above another in clean copy"]
    if page and above and further is not None and further.prose >= RUNNING and _is_heading_of_two(survey, look, after):
        return 0.4, ["running text above, another heading below"]
    return (0.05 if page and not above else 0.2), ["a short line among others"]
