# SPDX-License-Identifier: Apache-2.0
"""Datelines: place, date and agency at the very start of a paragraph, in the shapes of the world's agencies.

Comes in: a ``Survey``.  Goes out: one candidate for each passage that opens with a dateline.  Whether that passage
is the first of the body is the resolver's business.

The head of a passage decides.  Three families: Chinese (agency, place, date, 电), brackets of Japanese and Korean
copy, and the linear shape ``PLACE, region, date (AGENCY) —`` with its many orders and separators.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from docforge.detect.author_names.persons import is_person
from docforge.detect.bylines.byline_words import opens_like_byline
from docforge.detect.candidate import Candidate
from docforge.detect.credit_words import FILE_CAPTION, is_label, label_of
from docforge.detect.datelines.east_asian import east_asian
from docforge.detect.datelines.linear import read_linear
from docforge.detect.datelines.parsed import ParsedDateline
from docforge.detect.datelines.places import (
    BAR_REACH,
    barred_agency,
    desk_and_place,
    first_bare_words,
    glued_place,
    is_listed_before_colon,
    listed_place,
    outlet_and_place,
    place_alone,
    place_and_region,
    place_and_sign,
    small_words,
)
from docforge.detect.datelines.repeated import is_named_again, repeated_place
from docforge.detect.datelines.verdict import verdict
from docforge.detect.look import COLON, FIGURES, RUNNING, Look
from docforge.detect.page_wording import opens_like_link
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import folded, listed_places, phrases
from docforge.patterns import DIRECTIONS, has_east_asian

__all__ = ["ParsedDateline", "find_datelines", "parse_dateline", "parsed_datelines"]

_HEAD = 170
"""Characters at the head of a passage in which a dateline stands."""
_REACH = 120
"""A dateline is looked for among this many passages from the top, and in the upper half of the text."""
_UPPER = 5
"""In short texts the upper half is at least this many passages and one."""
_LEADS = 2
"""On a page with many lines above its text it is believed in so many first paragraphs, however far down they stand."""
_DATED = 16
"""A dateline with a date is believed this far down in a short text too: releases have long heads."""
_PARAGRAPH = 110
"""Columns from which running text is no caption, deck or notice above the lead."""
_CREDIT = 70
"""Characters at the end of a caption in which the label of its credit stands."""
_TWIN = 60
"""Characters that a caption printed twice begins with, once without its credit."""
_SERIES = 2
"""So near each other stand the turns of an interview, question and answer, and the articles of a decree."""
_ALONE, _DECK = 60, 1
"""Columns of a dateline that stands in a line of its own; passages of running text above it, a deck, at most."""
_ENTRY = 30
"""Columns of the shortest entry of a chronicle, its date included."""
_DATE = 24
"""Characters from the head of an entry in which a figure of its date stands."""
_ENTRY_SIGNS = frozenset("-–—:")
_SHOUTED = 4
"""Letters in capitals that open a place which is looked for further down as well, below notices of a page."""
_FIRST = 2
"""A place that is no sign of a dateline by itself is looked for in so many passages of running text: deck and lead."""
_LEADING = " \t\n\u00a0\u2003\u2009\u202f\u3000" + DIRECTIONS
"""What may stand before a dateline."""
_OPENERS = "(（[［【〔"
"""Brackets in which a dateline may stand."""
_INNER_SIGNS = re.compile(r"(?<=[^\W\d_])(?:[-'’](?=[^\W\d_])|,$)")
"""Signs inside a capitalised word, and the comma after it, that end no dateline."""
_DATE_BEHIND = 25
"""Characters behind the small word with which a sentence runs on in which a figure of a date may stand."""
_SHORTENED = ("s-", "S-")
_SIGNED = 60
"""Characters in which the bracket of an agency opens behind a place with small words."""
_CLOSING = "—–―‒−‐-"
"""Dashes that close a dateline alone in its line."""
_CAPITAL_WORDS = 3
"""Words of a place in capitals that stands alone in a line."""
_DIGIT = re.compile(r"\d")
_SIGNS = re.compile(r"[—–―‒−‐=:()（）\[\]【】〔〕/|-]|[.,،፣] |[电電讯訊]|消息|\.\.\.|…|।")
"""Signs of which every dateline has one."""


def find_datelines(survey: Survey) -> list[Candidate]:
    """Return one candidate for each passage whose head is a dateline."""
    return [
        Candidate("dateline", index, parsed.score, parsed.rule, parsed.note, {"dateline": parsed})
        for index, parsed in parsed_datelines(survey).items()
    ]


def parsed_datelines(survey: Survey) -> dict[int, ParsedDateline]:
    """Return the dateline of each passage that opens with one; worked out once for a survey."""
    known: dict[int, ParsedDateline] | None = survey.memo.get("parsed_datelines")
    if known is None:
        known = survey.memo["parsed_datelines"] = {}
        upper = min(_REACH, max(_UPPER, len(survey.looks) // 2) + 1)
        sentences = 0
        for look in survey.looks[:_REACH]:
            if look.prose >= RUNNING and look.columns >= _PARAGRAPH:
                sentences += sentences > _FIRST or not _is_beside_text(survey, look)  # how many more matters to nothing
            if sentences > _LEADS and look.index >= max(upper, _DATED):
                break
            if sentences <= _DECK and look.columns <= _ALONE and (alone := _alone(survey, look)) is not None:
                known[look.index] = alone
                continue
            if look.columns < 25 and look.index:
                continue
            parsed = None
            figured = not FIGURES.isdisjoint(look.signs)
            goes_on = _runs_on(look.text, survey.primary, figured=figured) and " | " not in look.text[:BAR_REACH]
            if not goes_on and _SIGNS.search(look.text, 0, _HEAD):
                parsed = parse_dateline(look.text, survey.primary, survey)
            if parsed is None and look.prose >= RUNNING and look.index:
                lead = len(look.text) - len(look.text.lstrip(_LEADING))
                near = sentences <= _FIRST
                if near or (not known and look.text[lead : lead + _SHOUTED].isupper()):
                    first = sentences <= 1 or (near and not known)
                    parsed = repeated_place(look.text, lead, survey, first=first)
            if (
                parsed is not None
                and (look.index < upper or sentences <= _LEADS or parsed.date is not None or _is_repeated(look, parsed))
                and _enough_behind(look, parsed)
                and (parsed.place or parsed.agency or parsed.correspondents or _opens_text(survey, look, sentences))
            ):
                known[look.index] = parsed
        for index in (*_in_series(survey, known), *_speakers(survey, known)):
            known.pop(index, None)
    return known


def _is_repeated(look: Look, parsed: ParsedDateline) -> bool:
    """Say whether the text names the place again, in a passage that notices of a page may stand above."""
    return parsed.rule == "dateline.repeated-place" and look.index < _DATED


def _is_beside_text(survey: Survey, look: Look) -> bool:
    """Say whether running text is a notice or a caption: it names its file or credit, or stands twice."""
    if opens_like_link(look) or FILE_CAPTION.match(look.text):
        return True
    head, _, _ = look.text[-_CREDIT:].rpartition(":") if COLON in look.signs else ("", "", "")
    if head and is_label(head.split(" ")[-1]):
        return True
    beside = survey.looks[max(0, look.index - 1) : look.index + 2]
    if any(o.columns >= _TWIN and o.text != look.text and o.text[:_TWIN] == look.text[:_TWIN] for o in beside):
        return True
    below = beside[-1]
    label = label_of(below.text) if below is not look and COLON in below.signs and below.columns <= _ALONE else None
    if label is None:
        return False
    return is_label(label["label"]) or folded(label["label"]) in phrases("signoff", "source_label")


def _alone(survey: Survey, look: Look) -> ParsedDateline | None:
    """Return the dateline that is all of a line above running text: a place, a day and an agency, or see ``places``."""
    if not survey.runs_at(look.index + 1):
        return None
    if not look.cased:
        return place_alone(look.text, survey.primary)
    return _dateline_alone(look, survey) or _dateline_above(look, survey) or _capitals_above(look, survey)


def _opens_text(survey: Survey, look: Look, sentences: int) -> bool:
    """Say whether a passage is the first running text, and no other opens with a date and a sign as chronicles have."""
    if sentences != 1 or look.columns < _PARAGRAPH:
        return False
    below = survey.looks[look.index + 1 : look.index + _REACH]
    return not any(_is_entry(other.text, survey) for other in below if other.columns >= _ENTRY)


def _is_entry(text: str, survey: Survey) -> bool:
    """Say whether *text* opens with a date and a dash or colon, as the entries of a chronicle do."""
    if not _DIGIT.search(text, 0, _DATE):
        return False
    found = next(iter(survey.dates_in(text[:_HEAD])), None)
    return found is not None and found.start == 0 and text[found.end : found.end + 2].lstrip()[:1] in _ENTRY_SIGNS


def _in_series(survey: Survey, known: dict[int, ParsedDateline]) -> list[int]:
    """Return the passages with a place and ``.-`` that stand near another such: speakers or articles of a decree."""
    pointed = [
        index
        for index, parsed in known.items()
        if parsed.rule == "dateline.place-dash" and ".-" in survey.looks[index].text[parsed.end - 1 : parsed.end + 2]
    ]
    near = {index for pair in pairwise(pointed) if pair[1] - pair[0] <= _SERIES for index in pair}
    return sorted(near)


def _speakers(survey: Survey, known: dict[int, ParsedDateline]) -> list[int]:
    """Return the passages whose capitals or place and colon open another too: ``ANN LEE: …`` names who speaks."""
    return [
        index
        for index, parsed in known.items()
        if parsed.rule in {"dateline.capital-place", "dateline.listed-place"}
        and (text := survey.looks[index].text)[parsed.end : parsed.end + 1] == ":"
        and sum(other.text.startswith(text[: parsed.end + 1]) for other in survey.looks[: index + _REACH]) > 1
    ]


def _runs_on(text: str, language: str, *, figured: bool = True) -> bool:
    """Say whether capitalised words alone stand before a small word: a sentence runs on where a dateline would stop.

    A short cut: what is refused here, ``parse_dateline`` refuses too.  *figured*: a figure may stand in *text*.
    """
    first = text[:1]
    if not first.isalnum():
        return first not in _LEADING and first not in _OPENERS and text[1:3] not in _SHORTENED  # 's-Gravenhage
    if first.islower():
        return False
    words = text[:96].split(" ", 7)
    if words[0].casefold().rstrip(".") in first_bare_words(language) or glued_place(words[0], language):
        return False
    for place, word in enumerate(words[:-1], 1):
        if not word.isalpha() and not _INNER_SIGNS.sub("", word).isalpha():
            return False
        if word[0].islower():
            if word == "the" and place > 1 and words[place - 2].endswith(","):
                return False  # AMSTERDAM, the Netherlands
            if word.casefold() not in small_words():
                if "(" in text[:_SIGNED] and word in phrases("dateline", "place_words"):
                    continue  # Alphen aan den Rijn (ANP)
                return not (figured and _DIGIT.search(text, 0, len(" ".join(words[:place])) + _DATE_BEHIND))
    return False


def _enough_behind(look: Look, parsed: ParsedDateline) -> bool:
    """Say whether a text follows: a sentence after a place alone, a few words after an agency or a date.

    Where only a few follow, one must be in small letters or the line must end a sentence: ``Photo Agency / Photo
    Agency`` behind a name and ``14:16 UTC+1`` behind a date are no text.
    """
    rest = look.text[parsed.end :]
    placed = parsed.rule in {"dateline.listed-place", "dateline.repeated-place"}
    if placed and look.cased and rest[:1] == ":" and not look.ends:
        return False  # a headline
    behind = len(rest)
    if not look.cased and has_east_asian(rest):
        behind *= 2
    if behind >= 40:
        return True
    signed = parsed.agency is not None or parsed.date is not None
    if signed and behind >= 12:
        return look.ends or not look.cased or any(word[:1].islower() for word in rest.split())
    return behind >= 24 and look.ends and look.words >= 5


def _dateline_alone(look: Look, survey: Survey) -> ParsedDateline | None:
    """``Bakı, 12 may, AZƏRTAC``: return the place, the day and the agency that are all of a line, or None.

    Without an agency the day has no year, or it would be that of publication, and the text names the place again:
    ``Jalandhar, August 9``.
    """
    text = look.text
    if "," not in text or not _DIGIT.search(text):
        return None
    reading = read_linear(text, 0, survey)
    if reading is None or not (reading.place and reading.date) or text[reading.end :].strip():
        return None
    place = f"{reading.place}, {reading.region}" if reading.region else reading.place
    date = reading.date.date
    if not reading.agency_known:
        known = not reading.agency and date.year is None and date.day is not None
        begun = any(o.prose >= RUNNING and o.columns >= _PARAGRAPH for o in survey.looks[: look.index])
        if begun or not (known and reading.place.istitle() and is_named_again(reading.place, survey)):
            return None
        return ParsedDateline(
            0, reading.end, place, reading.region or None, date, rule="dateline.place-date", score=0.85,
            note=f"{place} and a day alone in a line, named again in the text",
        )  # fmt: skip
    return ParsedDateline(
        0, reading.end, place, reading.region or None, date, reading.agency,
        rule="dateline.place-agency", score=0.9, note=f"{place} · {reading.agency} alone in a line",
    )  # fmt: skip


def _capitals_above(look: Look, survey: Survey) -> ParsedDateline | None:
    """``DAR ES SALAAM``: return the listed place in capitals that is all of a line right above the first text."""
    text = look.text.strip()
    if look.words > _CAPITAL_WORDS or not text.isupper() or survey.has_begun(look) or look.index == 0:
        return None
    if folded(text) not in listed_places():
        return None
    if not _is_signed(survey, survey.looks[: look.index]):
        return None
    if any(other is not look and other.text.isupper() and survey.runs_at(other.index + 1) for other in survey.lines):
        return None  # crossheads are set so
    return ParsedDateline(
        0, len(look.text.rstrip()), text, rule="dateline.listed-place", score=0.8, note=f"{text} alone in a line"
    )


def _dateline_above(look: Look, survey: Survey) -> ParsedDateline | None:
    """``JAKARTA –``: return the dateline that is all of a line but for its dash, read as if the text went on there.

    A colon closes one behind a listed place: ``Lagos:``.
    """
    text = look.text.rstrip()
    if (text[-1] not in _CLOSING and text[-1] != ":") or look.index == 0:
        return None
    parsed = parse_dateline(f"{text} {survey.looks[look.index + 1].text[:_HEAD]}", survey.primary, survey)
    if (
        parsed is None
        or not parsed.place
        or parsed.end >= len(text)
        or text[parsed.end : -1].strip(_CLOSING + _LEADING)
    ):
        return None
    listed = parsed.rule == "dateline.listed-place" or is_listed_before_colon(parsed.place, survey.primary)
    if text[-1] == ":" and not listed:
        return None
    if not (parsed.agency or parsed.date) and not _is_place_above(look, parsed, survey):
        return None
    return replace(parsed, note=f"{parsed.note} alone in a line")


def _is_place_above(look: Look, parsed: ParsedDateline, survey: Survey) -> bool:
    """Say whether a place with neither agency nor day opens the article in a line of its own.

    It is listed, has its region behind it or stands in capitals, and no crosshead is like it: below a deck a byline
    or a day stands above it, for capitals alone between the two, and no other line is set the same way.
    """
    place = parsed.place or ""
    if any(map(is_person, place.split())):
        return False
    sure = bool(parsed.region) or folded(place) in listed_places()
    if not sure and not place.isupper():
        return False
    if survey.has_begun(look):
        above = survey.looks[0 if sure else survey.running()[0].index + 1 : look.index]
        if not _is_signed(survey, above):
            return False
    return not any(other is not look and _is_like(other, look, survey) for other in survey.lines)


def _is_signed(survey: Survey, looks: Sequence[Look]) -> bool:
    """Say whether a line among *looks* may be a byline or states a day."""
    return any(opens_like_byline(survey, look) or is_person(look.text) or survey.states_day(look) for look in looks)


def _is_like(other: Look, look: Look, survey: Survey) -> bool:
    """Say whether *other* is a line of capitalised words above running text that closes as *look* does."""
    text, sign = other.text.rstrip(), look.text.rstrip()[-1]
    if other.columns > _ALONE or not text or not survey.runs_at(other.index + 1):
        return False
    if text[-1] != sign and not (text[-1] in _CLOSING and sign in _CLOSING):
        return False
    return all(not word[0].islower() for word in text.split())


def parse_dateline(text: str, language: str = "und", survey: Survey | None = None) -> ParsedDateline | None:
    """Return the dateline at the head of *text*, or None.

    Args:
        text: A paragraph.
        language: Primary language subtag of the article.
        survey: Finds dates in the article's language; without it only Chinese dates are read.
    """
    head = text[:_HEAD]
    lead = len(head) - len(head.lstrip(_LEADING))
    if lead == len(head):
        return None
    found = (
        east_asian(head, lead)
        or desk_and_place(head, lead, language)
        or outlet_and_place(head, lead, language)
        or barred_agency(head, lead, language)
        or place_and_sign(text, head, lead, language)
        or place_and_region(text, head, lead, language)
    )
    if found is not None:
        return found
    reading = read_linear(head, lead, survey)
    found = verdict(text, reading, lead, language) if reading is not None else None
    return found or listed_place(text, head, lead, language)
