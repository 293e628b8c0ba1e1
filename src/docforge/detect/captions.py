# SPDX-License-Identifier: Apache-2.0
"""Captions: what a picture shows, told by its place beside a credit, by its wording or by where it points.

Comes in: a ``Survey``.  Goes out: candidates of kind ``caption``.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from docforge.detect.agencies import known_agency
from docforge.detect.author_names.persons import is_person
from docforge.detect.author_names.roles import is_role
from docforge.detect.bylines.byline_words import opens_like_byline
from docforge.detect.candidate import Candidate
from docforge.detect.credit_words import FILE_CAPTION, OPENING_BRACKETS, closes_with_kind
from docforge.detect.credits import captioned, credited
from docforge.detect.look import FIGURES, OPENING_QUOTES, RUNNING, SENTENCE, Look, writes_no_stops
from docforge.detect.page_or_copy import is_page
from docforge.detect.page_wording import is_furniture_phrase, names_picture
from docforge.detect.printed_twice import (
    WIDEST_TWIN,
    says_caption_twice,
    stands_above_caption,
    stands_beside_itself,
    stands_nearly_twice,
)
from docforge.detect.publication import labels_time
from docforge.detect.stated_hours import states_reading_time
from docforge.detect.survey import Survey
from docforge.detect.text_vocabulary import stands_in
from docforge.detect.vocabulary import folded, openings, phrases, phrases_by_language
from docforge.patterns import any_of, has_unspaced, lazily

__all__ = [
    "closes_with_date",
    "find_captions",
    "in_a_row",
    "points_into_picture",
]

_HEADING = 6
"""Words of a heading, at most so many but one."""
_NAME_WORDS = 4
"""Words of a person's name, at most."""
_TELLING = 8
"""Words of a line below a credit that tells more than headings do."""
_FACTS, _DECK, _SAID_OF_DECKS = 4, 50, 0.5
"""Lines above a deck that state when and by whom it was written; its columns, and the share of its words that the
text repeats, at least."""
_SECTION = 3
"""Words of the name of a section at most."""
_SENTENCE_CLOSING = 6
"""Words of a sentence that may be the last of a text."""
_DATED = 240
"""Columns of a caption that ends with a place and a day, above the text of a page."""
_NOTE_WORDS = 5
"""Words of what says no more than what kind of picture stands there, at most."""
_ROW_REACH = 300
"""Columns of the longest caption that names people from left to right."""
_FILE_INITIALS = "FAS"
_SAID = lazily(
    r"[«»\"“”„][^«»\"“”„]{3,300}(?:[,!?…][«»\"“”]|[«»\"“”](?:,|\s?[–—-]))[\s–—,-]{1,4}[^\W\d_]"
    r"|[–—]\s?[^–—]{3,300}[,!?…]\s?[–—]\s?[^\W\d_]"
)
"""A quotation and who said it: ``“We are glad,” he said``; a title in quotation marks has no comma at its end."""


def _direction() -> str:
    """Return the source of a pattern of a letter or word in brackets for a side, or for a picture taken before."""
    return rf"\((?:[lrcmgdihvtwf]\.?|(?i:{any_of(phrases('credits', 'direction'))})\.?)\)"


_DIRECTION = lazily(_direction)
"""Where somebody stands in a picture, or which picture it is; a capital alone, ``(R)``, is that of a party."""


_FIGURE = lazily(r"([^\W\d_]{1,12}+)\.?\s?\d{1,2}(?:\.\d{1,2})?(?P<sign>\s?[:.–—|：．]|(?<=\d)\s)\s?(?=[^\W_])")
"""A word, the number of a figure and the title behind it."""
_TITLE_OF_FIGURE = 100
"""Columns of such a line."""


def points_into_picture(look: Look) -> bool:
    """Say whether the line points at somebody in a picture: ``(left)``, ``(l.)``; ``(i)`` in front is an item's."""
    return "(" in look.text and _DIRECTION.search(look.text, 1) is not None


def closes_with_date(survey: Survey, look: Look) -> bool:
    """Say whether a sentence ends with a place and a day or month, as captions do: ``… in Norrstad, April 2024.``."""
    text = look.text.rstrip(" .")
    if not look.ends or not text[-4:].isdigit():
        return False
    return any(
        (found.date.is_full or found.precision == "month")
        and found.end >= len(text)
        and text[: found.start].rstrip()[-1:] == ","
        for found in survey.dates(look)
    )


_LEADING_SIGNS = frozenset(":：;；—")


def in_a_row(survey: Survey) -> frozenset[int]:
    """Return the lines that name people in the order in which they stand in a picture: ``From left: …``."""
    known: frozenset[int] | None = survey.memo.get("in_a_row")
    if known is None:
        short = [look for look in survey.looks if look.columns <= _ROW_REACH]
        folds = [look.whole or look.head for look in short]
        text = "\n".join(folds)
        present = [word for word in _row_words(survey.primary) if word in text]
        known = survey.memo["in_a_row"] = frozenset(
            look.index
            for look, fold in zip(short, folds if present else (), strict=False)
            if any(stands_in(word, fold) for word in present)
        )
    return known


@cache
def _row_words(language: str) -> frozenset[str]:
    """What tells the order in which people stand, in a language and in English."""
    table = phrases_by_language("credits", "row")
    return table.get(language, frozenset()) | table["en"]


def _is_below_file(survey: Survey, look: Look) -> bool:
    """Say whether a line below the name of a picture's file is neither sentence nor heading nor quotation."""
    if names_picture(look) or look.words < _HEADING or look.ends or look.text[0] in OPENING_QUOTES:
        return False
    return not _states_something_else(survey, look)


def _states_something_else(survey: Survey, look: Look) -> bool:
    """Say whether a line beside a credit is a date, page wording, an attributed quotation or opens like a byline."""
    if is_furniture_phrase(look) or states_reading_time(look):
        return True
    if look.text.rstrip()[-1] in _LEADING_SIGNS:
        return True  # it leads into what follows, or is one of several items
    if look.words <= 8 and (survey.states_day(look) or labels_time(look)):
        return True
    if look.ends and _SAID.match(look.text):
        return True
    return _tells_role(look.text.rstrip()) or opens_like_byline(survey, look)


def _tells_role(text: str) -> bool:
    """``Ann Lee (editor of the city desk)``: say whether a line is a name and a role in brackets."""
    name, bracket, role = text.partition("(")
    if text[-1] != ")" or not bracket or len(name.split()) > _NAME_WORDS:
        return False
    return is_person(name.strip()) and is_role(folded(role[:-1]), role[:-1])


def _may_point(look: Look, beside: Collection[int]) -> bool:
    """Say whether a line may point into a picture: running text of several sentences only *beside* a credit."""
    if look.columns > _ROW_REACH:
        return False
    return look.sentences <= 1 or look.index in beside or look.columns <= WIDEST_TWIN


def _closes_text(survey: Survey, look: Look) -> bool:
    """Say whether *look* and the credit below it close the text: at most two lines follow, none of them running."""
    if look.index < max(2, len(survey.looks) - 4):
        return False
    return all(other.prose < RUNNING for other in survey.looks[look.index + 2 :])


def _is_signed_below(survey: Survey, look: Look) -> bool:
    """Say whether nothing but an agency in brackets stands below a line of clean copy: it signs the text."""
    below = survey.looks[look.index + 1].text.strip()
    return below[0] in OPENING_BRACKETS and known_agency(below.strip("()[]（）【】")) and not is_page(survey)


def _may_be_deck(survey: Survey, look: Look) -> bool:
    """Say whether a line stands between the facts of an article and its text, which says its words again.

    Pages print date, author and photographer in a row, and the deck below them.
    """
    facts = survey.looks[max(1, look.index - _FACTS) : look.index - 1]
    below = survey.looks[look.index + 1 : look.index + 2]
    return (
        look.columns >= _DECK
        and any(line.words <= 8 and (survey.states_day(line) or opens_like_byline(survey, line)) for line in facts)
        and all(line.prose < RUNNING for line in facts)
        and bool(below)
        and below[0].prose >= RUNNING
        and survey.echo(look) >= _SAID_OF_DECKS
    )


def _may_be_headline(survey: Survey, look: Look) -> bool:
    """Say whether the text says the words of a line again, and none of those of the lines above: page, date, credit.

    The credit of the picture on top then stands below the headline, its caption being left out.
    """
    below = survey.looks[look.index + 2 : look.index + 3]
    if look.ends or look.words <= _SECTION or survey.echo(look) < _SAID_OF_DECKS:
        return False
    if not below or below[0].prose < RUNNING:
        return False
    return all(
        _states_something_else(survey, above) or (above.words <= _SECTION and survey.echo(above) == 0)
        for above in survey.looks[: look.index]
    )


def _is_figure(look: Look) -> bool:
    """``Figure 3: The new mole``, ``Abb. 2 Die Mole``: the number of a figure opens the line, and its title follows."""
    match = _FIGURE.match(look.whole)
    if match is None or match[1] not in phrases("credits", "figure"):
        return False
    # “Figure 3 shows that …” is a sentence
    return bool(match["sign"].strip()) or (not look.ends and look.text[match.end() : match.end() + 1].isupper())


def find_captions(survey: Survey) -> list[Candidate]:
    """Return lines that stand beside a credit line or point at people in a picture."""
    out = []
    holders = credited(survey)
    own_caption = captioned(survey)
    beside = {index + step for index in holders for step in (-1, 1)}
    rows, opens, notes = in_a_row(survey), openings("credits", "caption"), phrases("credits", "note")
    page, files = is_page(survey), {line.index for line in survey.lines if names_picture(line)}
    above = True  # the text has not begun
    for look in survey.looks:
        first, above = above, above and look.prose < SENTENCE
        if look.words <= _NOTE_WORDS and look.fold in notes:
            out.append(Candidate("caption", look.index, 0.93, "caption.note", "says what kind of picture stands there"))
            continue
        if look.columns > 420 or look.words < 3 or look.index in holders:
            continue
        if closes_with_kind(look.text):
            out.append(Candidate("caption", look.index, 0.93, "caption.note", "closes with what kind of picture it is"))
            continue
        if look.text[0] in _FILE_INITIALS and FILE_CAPTION.match(look.text):
            out.append(Candidate("caption", look.index, 0.93, "caption.file", "opens like an archive caption"))
        elif look.columns <= _TITLE_OF_FIGURE and not FIGURES.isdisjoint(look.signs) and _is_figure(look):
            out.append(Candidate("caption", look.index, 0.92, "caption.figure", "opens with the number of a figure"))
        elif look.whole and opens.all(look.whole):
            out.append(Candidate("caption", look.index, 0.92, "caption.opening", "says that a picture shows it"))
        elif look.ends and stands_beside_itself(survey, look, page=page):
            out.append(Candidate("caption", look.index, 0.92, "caption.twice", "stands twice in a row"))
        elif says_caption_twice(survey, look):
            out.append(Candidate("caption", look.index, 0.92, "caption.twice", "an item twice but for its end"))
        elif page and stands_nearly_twice(survey, look):
            out.append(Candidate("caption", look.index, 0.92, "caption.twice", "stands twice in a row but for its end"))
        elif look.index + 1 in holders and stands_above_caption(survey, look):
            out.append(Candidate("caption", look.index, 0.92, "caption.twice", "stands again before the credit below"))
        elif look.index - 1 in files and look.prose < RUNNING and _is_below_file(survey, look):
            out.append(
                Candidate("caption", look.index, 0.9, "caption.below-file", "below the name of a picture's file")
            )
        elif look.index in rows or ("(" in look.text and _may_point(look, beside) and points_into_picture(look)):
            score = 0.72 if look.columns < 200 else 0.6
            out.append(Candidate("caption", look.index, score, "caption.direction", "points at a place in a picture"))
        elif first and look.prose >= RUNNING and look.columns <= _DATED and closes_with_date(survey, look):
            if page:
                out.append(Candidate("caption", look.index, 0.9, "caption.dated", "ends with a place and a day"))
        elif look.index in beside and not _states_something_else(survey, look):
            before = look.index + 1 in holders and look.index + 1 not in own_caption
            if not before and (look.index - 1 not in holders or look.index - 1 in own_caption):
                continue  # a line above has its caption already
            stops = not has_unspaced(look.text) or not writes_no_stops(look.text)
            shape = 0.16 if stops and not look.ends and look.prose < SENTENCE else 0.0
            length = 0.1 if look.columns <= 200 else -0.1
            base = 0.5 if before or (look.words >= _TELLING and not look.ends) else 0.42
            if before and first and _may_be_headline(survey, look):
                base -= 0.3
            if not before and _may_be_deck(survey, look):
                base -= 0.2
            second = bool(out) and out[-1].passage == look.index - 2  # the credit has its caption above
            if second and not before and (first or not (above or look.ends)):
                base -= 0.2
            if not (before or stops) and look.index == len(survey.looks) - 1:
                base -= 0.15  # without full stops nothing else tells the last paragraph from a caption
            if before and (look.ends or not (stops or is_page(survey))) and _closes_text(survey, look):
                # the last paragraph stands above the credit that closes the text
                signed = _is_signed_below(survey, look)
                told = look.words >= _SENTENCE_CLOSING or not is_page(survey)
                base -= 0.3 if signed else 0.15 if told else 0.0
            out.append(
                Candidate(
                    "caption", look.index, base + shape + length, "caption.beside-credit", "stands beside a credit line"
                )
            )
    return out
