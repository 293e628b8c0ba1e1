# SPDX-License-Identifier: Apache-2.0
"""The deck: one to four sentences between the headline and the text.

Comes in: a ``Survey``.  Goes out: candidates of the kind ``subheadline``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from functools import cache
from typing import NamedTuple

from docforge.detect.below_headline import TITLE, is_sentence_below, is_under_title, quotes_below
from docforge.detect.boxes import heads_entry, label_of_links, leads_elsewhere, lists_terms
from docforge.detect.byline import signed
from docforge.detect.bylines.authors import opens_with_surname
from docforge.detect.bylines.bare import is_line_of_names
from docforge.detect.bylines.byline_words import opens_like_byline
from docforge.detect.candidate import Candidate
from docforge.detect.captions import closes_with_date, in_a_row
from docforge.detect.credit_words import FILE_CAPTION, OPENING_BRACKETS
from docforge.detect.credits import credited
from docforge.detect.dateline import parsed_datelines
from docforge.detect.headline import find_headlines
from docforge.detect.headline_shapes import ITEM_SIGNS, PATH, is_quotation, stands_between_dashes
from docforge.detect.insets import titles_video
from docforge.detect.issuers import names_issuer
from docforge.detect.key_points import key_points
from docforge.detect.listed_links import without_links
from docforge.detect.look import FIGURES, REPEATS, RUNNING, SENTENCE, Look, writes_no_stops
from docforge.detect.page_or_copy import holds_menu, is_page
from docforge.detect.page_wording import is_furniture_phrase, is_media_label, names_picture, opens_like_link
from docforge.detect.printed_twice import stands_above_caption
from docforge.detect.publication import opens_with_date_label
from docforge.detect.release_labels import is_release_label, states_embargo
from docforge.detect.running_deck import (
    BULLETS,
    CAPTION,
    EXCERPT,
    SAID_OF_CAPTIONS,
    SHORT_DECK,
    attributions,
    is_signed_right_below,
    running_deck,
    tells_headline,
)
from docforge.detect.signoff import names_source
from docforge.detect.survey import Survey, stems
from docforge.detect.top import KICKER, names_title, states_metadata
from docforge.detect.vocabulary import folded, phrases
from docforge.patterns import any_of, lazily

__all__ = ["find_decks"]

_BRIEF_DECK, _BRIEF_COLUMNS = 3, 24
"""Words and columns that a deck has at least in copy without page wording; an outlet's name has fewer."""
_DECK_REACH = 2
"""So many sentences of running text may stand between a headline and its deck: captions, excerpts."""
_NEAR_ABOVE, _FAR_ABOVE = 3, 7
"""So many passages above are asked for the headline: of a line; of running text, with names and buttons between."""
_OFFICE, _OFFICE_END = 12, lazily(lambda: rf",| (?:{any_of(phrases('byline', 'of_office'))}) ")
"""Words of a person's office at most, and what stands between it and the house."""
_BETTER_BELOW = 0.1
"""No deck stands above a line that reads so much better as the headline than all above the deck."""
_WIDEST = 640
"""Columns of a deck at most."""
_CAPTION_WORDS = 12
"""Words that a caption has at least."""
_NO_CAPTION = 300
"""Columns of running text that is no caption, excerpt or deck above a line."""
_PARTED = 0.3
"""What a line loses below another deck and a date or byline: the caption of the first picture stands so."""
_RIVAL_WORDS, _TOLD = 6, 0.4
"""Words of a headline with a deck below it that reads as well as a headline, and the share of them the text tells."""
_FIELDS = 2
"""So many bars part facts about a page: sections, times, who wrote it."""
_NEARLY = 0.06
"""A line that reads worse than one above by less than this is hardly its deck, unless it stands right below it."""
_FAR_BETTER = 0.4
"""A sentence reads so much better as the headline than all above it, or it may still be the deck."""
_ASKED = 3
"""Passages of running text that are asked at most."""
_WORSE = 0.3
"""Running text is no deck below a line that reads so much worse as the headline than another."""
_AS_LONG, _REWORDED = 1.3, 0.7
"""Of two lines of which neither is so many times as wide as the other, this share of the words makes the same."""
_SAME_WORDS = 4
"""Words of a headline that stands again in short, at least."""
_EXCERPT = 100
"""Columns of a sentence that stands as the deck and as the first of the text."""
_SLOGAN = 80
"""Columns of a slogan above what a page asks its reader for."""
_MARKS_APART = 4
"""So many marks more or less may stand in a line that says the same as another."""
_COUNTED = 400
"""So many passages tell how wide the usual paragraph is."""
_DASHES = frozenset(("--", "——"))


class _Place(NamedTuple):
    """A passage near the top and what stands above it."""

    look: Look
    best: float
    """How well the best line above it reads as the headline."""
    own: float
    """How well it reads as the headline itself."""
    paragraphs: int
    """Paragraphs since the last line that could well be the headline."""
    begun: bool
    """One of them is wider than captions and decks are."""


def find_decks(survey: Survey) -> list[Candidate]:
    """Return passages near the top that may be the deck: one to four sentences below the headline."""
    usual = _usual_paragraph(survey)
    last = next((look.index for look in reversed(survey.looks) if look.prose >= RUNNING or look.columns >= 120), 0)
    titles = {c.passage: c.score for c in find_headlines(survey)}
    least = max((s for i, s in titles.items() if survey.looks[i].prose < SENTENCE), default=0.0) - _WORSE
    unfit = credited(survey) | in_a_row(survey) | parsed_datelines(survey).keys()
    pointed = min(key_points(survey), default=last)
    out: list[Candidate] = []
    text = False  # one of the paragraphs above could be the deck or the first of the text
    asked = 0
    for place in _places(survey, titles, least):
        look = place.look
        text = text and place.paragraphs > 0
        if look.index >= last or look.columns > _WIDEST or look.index in unfit:
            continue
        if not _may_stand_there(survey, place, least, asked, text=text) or not _may_read_so(survey, place, titles):
            continue
        if look.prose >= RUNNING:
            if look.index > pointed:
                break  # what the story tells is said above
            text, asked = True, asked + 1
            score, note = running_deck(survey, look, usual, _title_above(survey, look, titles, _FAR_ABOVE))
        elif _is_dashed_below_title(place, titles):
            score, note = 0.9, "between dashes below the headline"
        else:
            score, note = _line(survey, look, usual)
        loss, reason = _stands_like_caption(survey, place, titles, out[-1] if out else None, unfit)
        out.append(Candidate("subheadline", look.index, score - loss, "deck.below-headline", note + reason))
    return without_links(survey, out, titles)


def _may_stand_there(survey: Survey, place: _Place, least: float, asked: int, *, text: bool) -> bool:
    """Say whether a passage stands below a headline and above the text, *asked* passages of running text above it."""
    if place.paragraphs > _DECK_REACH:
        return False
    if place.look.prose < RUNNING:
        return not place.begun  # a line below the first paragraph heads the second
    if place.best < least or asked == _ASKED:
        return False  # the headline comes below, or the text has begun
    if text:  # what stands above it would have to be something else
        return is_signed_right_below(survey, place.look)
    return True


def _may_read_so(survey: Survey, place: _Place, titles: Mapping[int, float]) -> bool:
    """Say whether a passage may be a deck by its width and words, and no better headline stands below it."""
    look = place.look
    brief = (look.columns < 34 or look.words < 5) and not _is_dashed_below_title(place, titles)
    if brief and not _may_be_brief(survey, place, titles):
        return False
    title = _title_above(survey, look, titles)
    if _is_headline_rather(survey, place, titles) or _says_else(survey, look, brief, title):
        return False
    return place.best + _BETTER_BELOW >= _signed_below(survey, look, titles)


def _is_dashed_below_title(place: _Place, titles: Mapping[int, float]) -> bool:
    """Say whether a passage stands between dashes right below what reads best as the headline."""
    return stands_between_dashes(place.look) and titles.get(place.look.index - 1, 0.0) >= max(place.best, TITLE)


def _title_above(survey: Survey, look: Look, titles: Mapping[int, float], reach: int = _NEAR_ABOVE) -> Look:
    """Return which of the *reach* passages above reads best as the headline."""
    return max(survey.looks[max(0, look.index - reach) : look.index], key=lambda o: titles.get(o.index, 0.0))


def _places(survey: Survey, titles: Mapping[int, float], least: float) -> Iterator[_Place]:
    """Yield the passages on top but the first; a line that reads as the headline no worse than *least* may be it."""
    best, paragraphs, begun = titles.get(0, 0.0), 0, False
    fair = max(TITLE, least)
    for look in survey.on_top()[1:]:
        own = titles.get(look.index, 0.0)
        yield _Place(look, best, own, paragraphs, begun)
        sentence = look.prose >= SENTENCE
        paragraphs = 0 if own >= fair else paragraphs + (sentence and look.ends)
        if own > best:
            best, begun = own, False
        else:
            begun = begun or (sentence and look.columns > _NO_CAPTION)


def _signed_below(survey: Survey, look: Look, titles: Mapping[int, float]) -> float:
    """Return how well the line reads as the headline that stands below and right above a date or byline, 0 for none."""
    for below in survey.looks[look.index + 1 :]:
        if below.prose >= RUNNING:
            break
        if states_metadata(survey, below) or is_line_of_names(survey, below):
            return titles.get(below.index - 1, 0.0) if below.index - 1 > look.index else 0.0
    return 0.0


def _may_be_brief(survey: Survey, place: _Place, titles: Mapping[int, float]) -> bool:
    """Say whether a short line may be a deck all the same: a quotation, or one of clean copy."""
    look, best = place.look, place.best
    if titles.get(look.index - 1, 0.0) >= max(best, TITLE) and quotes_below(survey, look):
        return True
    if look.words < _BRIEF_DECK:
        return False
    return _is_quotation_below(survey, look, titles, best) or _may_be_brief_deck(survey, look, titles, best)


def _is_headline_rather(survey: Survey, place: _Place, titles: Mapping[int, float]) -> bool:
    """Say whether a passage reads better as the headline than anything above it: such a one is no deck."""
    look, own, best = place.look, place.own, place.best
    if look.prose >= SENTENCE:
        if own <= best + _FAR_BETTER:
            return False
    elif own <= best - _NEARLY or (own <= best and _is_below_title(survey, look, titles, best)):
        return False
    above = titles.get(look.index - 1, 0.0)
    return not (is_under_title(survey, look, above) or is_sentence_below(survey, look, above))


def _stands_like_caption(
    survey: Survey, place: _Place, titles: Mapping[int, float], before: Candidate | None, unfit: Set[int]
) -> tuple[float, str]:
    """Return what a passage loses because of where it stands, and why; *before* is the candidate above it."""
    look = place.look
    loss, note = 0.0, ""
    if (
        look.index + 1 in unfit
        and look.words >= _CAPTION_WORDS
        and is_page(survey)
        and states_metadata(survey, survey.looks[look.index - 1])
    ):
        loss, note = 0.6, ", between byline and credit as captions are"
    if before is None or look.prose >= RUNNING:
        return loss, note
    if before.passage == look.index - 1:
        loss += 0.05  # of two lines that could be the deck, the upper
    elif _is_parted(survey, look, before, titles, place.best):
        loss, note = loss + _PARTED, note + ", below another and a date or byline"
    return loss, note


def _is_quotation_below(survey: Survey, look: Look, titles: Mapping[int, float], best: float) -> bool:
    """Say whether nothing but a quotation stands right below the headline, and a byline or date below that."""
    if titles.get(look.index - 1, 0.0) < max(best, TITLE) or survey.looks[look.index - 1].words < _RIVAL_WORDS:
        return False
    return is_quotation(look) and is_signed_right_below(survey, look)


def _is_parted(survey: Survey, look: Look, deck: Candidate, titles: Mapping[int, float], best: float) -> bool:
    """Say whether a line that could be the *deck* stands right below the headline, and a date or byline below that."""
    if titles.get(deck.passage - 1, 0.0) < best or survey.looks[deck.passage].prose >= RUNNING:
        return False
    between = survey.looks[deck.passage + 1 : look.index]
    return all(other.prose < RUNNING for other in between) and any(states_metadata(survey, o) for o in between)


def _is_below_title(survey: Survey, look: Look, titles: Mapping[int, float], best: float) -> bool:
    """Say whether the line that reads *best* as the headline stands right above, and the text tells of it."""
    above = survey.looks[look.index - 1]
    return titles.get(above.index, 0.0) >= best and above.words >= _RIVAL_WORDS and survey.tells(above) >= _TOLD


def _says_else(survey: Survey, look: Look, brief: bool, title: Look) -> bool:
    """Say whether the line is anything but a deck by its words: a date, names, page wording, the headline again."""
    if (
        states_metadata(survey, look)
        or _stands_thrice(survey, look)
        or opens_like_link(look)
        or PATH.match(look.text)
        or leads_elsewhere(survey, look)
        or is_furniture_phrase(look)
        or holds_menu(survey, look)
        or names_source(look)
        or opens_with_date_label(look)
    ):
        return True
    if look.prose < RUNNING and not brief and is_line_of_names(survey, look):
        return True
    if look.text[0] in ITEM_SIGNS and any(
        look.text[:2] == beside.text[:2] for beside in survey.looks[look.index - 1 : look.index + 2 : 2]
    ):
        return True  # one of several items
    if lists_terms(look):
        return True
    excerpt = _stands_as_excerpt(survey, look, title)
    if look.text.rstrip()[-2:] in _DASHES or (look.text == survey.looks[look.index + 1].text and not excerpt):
        return True  # a caption, as some desks mark them
    if FILE_CAPTION.match(look.text) or _has_credit_below(survey, look) or _tells_office(survey, look):
        return True
    if look.prose < RUNNING and _is_amid_links_below_title(survey, look, title):
        return True
    if (
        heads_entry(survey, look)
        or _is_below_media(survey, look)
        or _asks_below(survey, look)
        or titles_video(survey, look)
    ):
        return True
    if closes_with_date(survey, look) or _opens_with_day(survey, look) or look.text.count(" | ") >= _FIELDS:
        return True
    return _says_headline_again(survey, look) or (look.times > 1 and not excerpt and _stands_twice(survey, look))


def _stands_as_excerpt(survey: Survey, look: Look, title: Look) -> bool:
    """Say whether a sentence right below the headline stands once more below itself, as the first of the text."""
    if look.index - 1 != title.index or not look.ends or look.columns < _EXCERPT or look.prose < SENTENCE:
        return False
    below = survey.looks[look.index + 1]
    return (
        below.text == look.text and survey.runs_at(below.index + 1) and survey.looks[below.index + 1].text != look.text
    )


def _is_amid_links_below_title(survey: Survey, look: Look, title: Look) -> bool:
    """Say whether a label of links stands between the line that may well be the headline and *look*."""
    label = label_of_links(survey, look)
    return label is not None and label.index > title.index


def _is_below_media(survey: Survey, look: Look) -> bool:
    """Say whether ``Video``, ``Photo`` or the name of a picture's file stands right above: it tells what is seen."""
    above = survey.looks[look.index - 1]
    return is_media_label(above) or names_picture(above)


def _asks_below(survey: Survey, look: Look) -> bool:
    """Say whether a slogan stands above a sentence that asks the reader to sign up, follow or be told."""
    below = survey.looks[look.index + 1]
    return look.columns <= _SLOGAN and below.prose >= RUNNING and opens_like_link(below)


def _stands_thrice(survey: Survey, look: Look) -> bool:
    """Say whether the line stands three times and no line above it, a headline, does."""
    return look.times >= REPEATS and all(above.times < REPEATS for above in survey.looks[: look.index])


def _opens_with_day(survey: Survey, look: Look) -> bool:
    """``Apr. 8: The ferry sails …``: agencies say so when a picture was taken."""
    if FIGURES.isdisjoint(look.signs) or ":" not in look.text[:24]:
        return False
    return any(found.start <= 1 and look.text[found.end : found.end + 1] == ":" for found in survey.dates(look))


def _has_credit_below(survey: Survey, look: Look) -> bool:
    """Say whether the line below is a maker and a provider in brackets: ``(Ann Lee / Gazette)`` closes a caption.

    So does a credit behind the same words.
    """
    if stands_above_caption(survey, look):
        return True
    below = survey.looks[look.index + 1]
    if below.text[0] not in OPENING_BRACKETS or "/" not in below.text or below.index not in credited(survey):
        return False
    return ":" not in below.text  # [Photo: Ann Lee/Gazette] is of the picture below the deck


def _tells_office(survey: Survey, look: Look) -> bool:
    """Say whether the line tells of the person above: an office, ``Senior Fellow, Centre for Ports``, or a life."""
    if survey.east_asian and _names_office_of_headline(survey, look):
        return True
    above = survey.looks[look.index - 1]
    if look.prose >= RUNNING:
        name = look.text.split(None, 2)[:2]
        if folded(" ".join(name)) in signed(survey):
            return True  # “Ann Lee is a port writer …”
        if opens_like_byline(survey, above) and len(name) == 2 and all(part in above.text.split() for part in name):
            return True  # “Ann Lee writes on ports” below “By Ann Lee”
        return look.index > 1 and above.words <= _OFFICE and above.prose < RUNNING and _tells_office(survey, above)
    if look.words > _OFFICE or look.ends or not look.cased:
        return False
    office = folded(_OFFICE_END.split(look.text, maxsplit=1)[0]).split()
    roles = phrases("byline", "suffix")
    if not office or not (office[-1] in roles or " ".join(office[-2:]) in roles):
        return False
    return opens_like_byline(survey, above) or is_line_of_names(survey, above)


def _names_office_of_headline(survey: Survey, look: Look) -> bool:
    """``王小明青山大学校长`` below ``王小明：…``: a name of the headline opens the line, and an office closes it."""
    if look.columns > _SLOGAN or not look.text.isalpha() or not look.text.endswith(_offices()):
        return False
    return opens_with_surname(survey.primary, look.text[:3]) and look.text[:2] in survey.looks[look.index - 1].text


@cache
def _offices() -> tuple[str, ...]:
    """The offices of people in ideographs: ``…研究院执行院长`` behind a name says who speaks."""
    return tuple(phrases("byline", "office"))


def _may_be_brief_deck(survey: Survey, look: Look, titles: Mapping[int, float], best: float) -> bool:
    """Say whether a short line stands right below its headline, above a dateline or in clean copy a byline or date."""
    above = titles.get(look.index - 1, 0.0)
    filed = look.index + 1 in parsed_datelines(survey)
    return (
        look.words >= _BRIEF_DECK
        and look.columns >= _BRIEF_COLUMNS
        and above >= max(best, TITLE if filed else 0.5)
        and not (is_line_of_names(survey, look) and (look.cased or look.words < _BRIEF_DECK))
        and not (is_release_label(look) or names_issuer(look) or states_embargo(look))
        and (filed or (not is_page(survey) and is_signed_right_below(survey, look)))
    )


def _line(survey: Survey, look: Look, usual: int) -> tuple[float, str]:
    """Return how well a line that is no running text reads as a deck, and why."""
    sentences = look.sentences
    notes = [f"{sentences or 1} sentence(s) under the headline"]
    score = 0.46 + 0.12 * survey.echo(look)
    if sentences <= 2:
        score += 0.06
    if usual and look.columns <= SHORT_DECK * usual and look.columns <= 420:
        score += 0.34
        notes.append("short beside the paragraphs below")
    signed = look.prose >= 0.5 and is_signed_right_below(survey, look)
    if signed:
        score += 0.36
        notes.append("a byline or date right below")
    if not look.ends and look.columns >= 50 and look.cased and look.text.rstrip()[-1:] not in ":：":
        if survey.latin or not writes_no_stops(look.text):
            score += 0.14
            notes.append("no full stop")
    if tells_headline(survey, look):
        score -= 0.36
        notes.append("tells the headline in full")
    opening = _lead_below(survey, look)
    if opening:
        score += 0.36
        notes.append(opening)
    if look.index + 1 in credited(survey) and look.columns <= CAPTION and survey.echo(look) < SAID_OF_CAPTIONS:
        score -= 0.4
        notes.append("a credit right below, as below captions")
    if look.columns > 420:
        score -= 0.1
    if look.text.rstrip()[-1:] in ":：,،，":
        score -= 0.7  # leads into the text
    if look.text[:1] in '"“„«»‘「' and not is_quotation(look):
        score -= 0.12  # the beginning of what the text goes on with
    if look.text[:1] in BULLETS and look.text[1:2].isalpha():
        score -= 0.4  # an item that lost the space behind its mark
    return score, ", ".join(notes)


def _lead_below(survey: Survey, look: Look) -> str:
    """Say what in the next running text shows that it is the lead and *look* the deck above it, or ""."""
    for lead in survey.looks[look.index + 1 : look.index + 5]:
        if lead.prose >= RUNNING:
            break
    else:
        return ""
    if look.text[:1] in BULLETS:
        return ""
    opening = parsed_datelines(survey).get(lead.index)
    if opening is not None and opening.score >= 0.85 and (opening.agency or opening.date):
        return "a dateline opens the text below"
    if look.columns >= EXCERPT and lead.columns > look.columns and lead.text.startswith(look.text.rstrip(" .…")):
        return "the text below opens with its words"
    if lead.text.lstrip().startswith(attributions(survey.primary)):
        return "the text below opens by naming its source"
    return ""


def _stands_twice(survey: Survey, look: Look) -> bool:
    """Say whether the line stands once more right below, or beyond one other: a caption, printed twice."""
    near = survey.looks[max(0, look.index - 2) : look.index + 3]
    return any(other.fold == look.fold for other in near if other is not look)


def _says_headline_again(survey: Survey, look: Look) -> bool:
    """Say whether one of the lines just above reads the same, all marks aside."""
    length = len(look.fold)
    if not length:
        return False  # too long to have been folded
    if _is_part_of_headline(survey, look):
        return True
    letters = ""
    for other in survey.looks[max(0, look.index - 4) : look.index]:
        if other.words >= KICKER and names_title(other.fold, look.fold):
            return True
        if -_MARKS_APART <= len(other.fold) - length <= _MARKS_APART:
            letters = letters or _letters(look)
            if _letters(other) == letters:
                return True
    return False


def _is_part_of_headline(survey: Survey, look: Look) -> bool:
    """Say whether the line right above says all words of one and more, or most where both are as long.

    Pages print a short headline, or another wording of it, too.
    """
    above = survey.looks[look.index - 1]
    if above.prose >= RUNNING or look.prose >= RUNNING:
        return False
    alike = above.columns <= _AS_LONG * look.columns and is_page(survey)
    least = _REWORDED if alike else 1.0
    if above.columns * _AS_LONG < look.columns or (least == 1.0 and above.columns <= look.columns):
        return False
    words = stems(look)
    return len(words) >= _SAME_WORDS and sum(map(above.head.__contains__, words)) >= least * len(words)


def _letters(look: Look) -> str:
    return "".join(filter(str.isalnum, look.fold))


def _usual_paragraph(survey: Survey) -> int:
    """Return the median width of the running paragraphs, 0 with fewer than four of them."""
    widths = sorted([look.columns for look in survey.running() if look.index < _COUNTED])
    return widths[len(widths) // 2] if len(widths) >= 4 else 0
