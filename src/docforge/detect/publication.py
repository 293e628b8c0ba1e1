# SPDX-License-Identifier: Apache-2.0
"""Publication lines: a date with little else than labels, times, zones and reading times beside it.

Comes in: a ``Survey``.  Goes out: candidates of kind ``publication_line``, split in two parts where one line states
both when the article was published and when it was updated.
"""

from __future__ import annotations

import re
from functools import cache

from docforge.detect.candidate import Candidate, Part
from docforge.detect.look import COLON, FIGURES, RUNNING, SENTENCE, Look
from docforge.detect.page_wording import is_furniture_phrase, opens_like_link, opens_like_statement
from docforge.detect.posts import signatures_of_posts
from docforge.detect.survey import Survey
from docforge.detect.times_in_lines import TIME_ZONE, residue, strip_times, without_times, words_beside_dates
from docforge.detect.vocabulary import folded, openings, phrases
from docforge.model import DateRole, FoundDate
from docforge.patterns import FULL_STOPS
from docforge.records import dataclass

__all__ = [
    "BARE_DATE",
    "NO_YEAR",
    "Moment",
    "dated_fields",
    "find_publication_lines",
    "is_among_facts",
    "is_publication_label",
    "is_title_with_day",
    "is_yearless",
    "labels_time",
    "moments",
    "moments_of",
    "opens_with_date_label",
    "states_founding",
]

BARE_DATE, NO_YEAR = "publication.bare-date", "publication.no-year"
"""The rules of a date that no label stands before, and of a day without its year."""
_MONTH = 9
"""Letters of a month."""
_DATE_LABEL = 24
"""Characters within which the label of a date ends."""
_SECTION = re.compile(
    r"\s*(?:[0-9０-９]{1,2}\s?[．.、)）]|[①-⑳]|[(（][0-9０-９一二三四五六七八九十]{1,2}[)）])\s*(?=[^\W\d_])"
)
"""A heading's number; ``14. September`` looks the same, but there the date begins with it."""
_CLOCK = re.compile(r"\d\s?[:.h：時时시]\s?\d")
_DAY_AND_MONTH = 2
"""Words of a date without its weekday."""
_YEARLESS, _TOP = 90, 40
"""Columns of a publication line without a year, and the passages from the top in which it is looked for."""
_STATEMENT = 10
"""Words before the label of a date in a sentence that tells of its article, at most."""
_MOST_WORDS = 34
"""A line with more words than a date, a time, a label and their usual companions is a sentence."""
_LONG_SENTENCE = 20
"""Words of running text of which a date leaves too many over to be told apart from any other sentence."""
_SOURCE_WORDS = 6
"""Words of the source before a date, its bar included."""
_BAR, _OPENS = re.compile(r"\s?[|•·]\s"), 24
"""What parts a line of facts about the article; characters before a date that opens it: a weekday, a label."""
_FOUNDED, _EDGES = 2, ",:;()|-–— "
"""Words that say that an outlet was founded, and what may stand around them."""
_FIGURES_OF_DATE = 5
"""Figures of a day and a year, at least."""
_FOUNDING_REACH = 160
"""Characters at the head of a line in which it states a founding: a date is looked for no further."""
_LONG_AGO, _YEARS, _PANEL = 1990, 10, 3
"""Before this year an outlet was founded, or so many years before another date of the text; lines beside a fact."""
_TITLED, _LETTERS = 3, re.compile(r"[^\W\d_]{2,}")
"""The date of a title has more words beside it; one of them."""
_SMALL = 2
"""Words in small letters among them."""
_REPORT, _REPORT_TOLD, _OF_DAY = 3, 0.4, 0.55
"""Words before the day that closes a title at least, how much of it the text tells, its score as a line of dates."""
_MASTHEAD = 60
"""Columns of a line in which an outlet says since when it exists."""
_MASTHEAD_LINES = 3
"""So many lines stand above the day of the visit at most."""
_BORN = frozenset("*†✝")
_LABEL_WORD = re.compile(r"[^\s|·•:：,()（）–—-][^\s|·•:：,()（）]*")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date in a line, with the role its label gives it; offsets are into the line."""

    found: FoundDate
    role: DateRole
    label: str
    start: int
    """Where its label begins, or the date itself."""


def opens_with_date_label(look: Look) -> bool:
    """``Published: 09-30 …``: the label of a date, whether the date can be read or not."""
    if COLON not in look.signs:
        return False
    label, sign, behind = look.text[:_DATE_LABEL].replace("：", ":").partition(":")
    return bool(sign) and behind.lstrip()[:1].isdigit() and is_publication_label(label.strip())


def labels_time(look: Look) -> bool:
    """Say whether a label and figures are all of a line: ``Time of publication: 5:30 am``, ``Published: 09-30``."""
    if not opens_with_date_label(look):
        return False
    behind = look.text.replace("：", ":").partition(":")[2]
    return sum(map(str.isalpha, strip_times(behind))) <= _MONTH


def find_publication_lines(survey: Survey) -> list[Candidate]:
    """Return one candidate for each short line that states a full date."""
    figured = [look for look in survey.lines if look.columns <= 170 and not FIGURES.isdisjoint(look.signs)]
    posts = signatures_of_posts(survey)
    return [c for look in figured if look.index not in posts and (c := _publication_line(survey, look)) is not None]


def moments(text: str, dates: tuple[FoundDate, ...]) -> list[Moment]:
    """Return the full dates of *text* with their roles, in order; the same day twice in a row counts once."""
    out: list[Moment] = []
    before = 0
    for found in dates:
        if found.precision != "day" or not found.date.is_full:
            continue
        lead = text[before : found.start]
        label, at = _label(lead)
        updated = label in phrases("publication", "updated")
        role = DateRole.UPDATED if updated else DateRole.PUBLISHED
        start = before + at if label else found.start
        before = found.end
        if out and out[-1].found.date == found.date and not label:
            continue
        out.append(Moment(found, role, label, start))
    return out


def moments_of(survey: Survey, look: Look) -> list[Moment]:
    """Return the ``moments`` of a passage; worked out once."""
    known: list[Moment] | None = look.memo.get("moments_of")
    if known is None:
        known = look.memo["moments_of"] = moments(look.text, survey.dates(look))
    return known


@cache
def _labels() -> frozenset[str]:
    return phrases("publication", "published") | phrases("publication", "updated")


def _label(lead: str) -> tuple[str, int]:
    """Return the longest label at the end of *lead* and where it begins there."""
    if not lead or lead.isspace():
        return "", len(lead)
    known = _labels()
    words = [(m.start(), m.group()) for m in _LABEL_WORD.finditer(lead)][-5:]
    for first in range(len(words)):
        for last in range(len(words), first, -1):
            if len(words) - last > 2:
                break
            label = folded(lead[words[first][0] : words[last - 1][0] + len(words[last - 1][1])])
            if label in known:
                return label, words[first][0]
    return "", len(lead)


def is_publication_label(words: str) -> bool:
    """Say whether *words* announce a date: ``Posted On``, ``Stand``."""
    return folded(words).strip(" :") in _labels()


def is_yearless(survey: Survey, look: Look) -> bool:
    """Say whether a line is a publication line that leaves the year out."""
    return _without_year(survey, look) is not None


def _without_year(survey: Survey, look: Look) -> Candidate | None:
    """``Updated 3:15 PM ET, Mon March 9``, ``di 6 januari, 07:48``, ``Julkaistu 11.5. 14:02``: the year is not guessed.

    What has no label must state a time and a weekday or zone (``Jun 13, 4:03 PM EDT``); no other word may stand there.
    """
    if "without_year" not in look.memo:
        figured = not FIGURES.isdisjoint(look.signs) and look.columns <= _YEARLESS and look.index < _TOP
        look.memo["without_year"] = _yearless(survey, look) if figured else None
    known: Candidate | None = look.memo["without_year"]
    return known


def _yearless(survey: Survey, look: Look) -> Candidate | None:
    if survey.states_day(look):
        return None
    label = next(iter(openings("publication", "published").all(look.fold)), "")
    updated = next(iter(openings("publication", "updated").all(look.fold)), "")
    known = max(label, updated, key=len)
    if not (known or _CLOCK.search(look.text)) or without_times(look) == look.text:
        return None
    dates = [found for found in survey.dates(look) if found.precision == "month-day"]
    others = [word for word in words_beside_dates(survey, look) if not word.replace(".", "").isdigit()]
    weekday = bool(dates) and len(look.text[dates[0].start : dates[0].end].split()) > _DAY_AND_MONTH
    zoned = bool(dates) and TIME_ZONE.search(look.text) is not None
    if others or not (known or weekday or zoned):
        return None
    fields: dict[str, object] = {"role": DateRole.UPDATED if updated and known == updated else DateRole.PUBLISHED}
    if dates:
        fields |= {"date": dates[0].date, "date_span": (dates[0].start, dates[0].end)}
    stated = dates[0].iso if dates else "a time"
    note = f"‘{known}’ and {stated}" if known else f"a line that is {stated} and a time"
    return Candidate("publication_line", look.index, 0.9, NO_YEAR, note, fields)


def _publication_line(survey: Survey, look: Look) -> Candidate | None:
    yearless = _without_year(survey, look)
    if yearless is not None:
        return yearless
    if look.words > (_MOST_WORDS if look.prose < SENTENCE else _LONG_SENTENCE) or not survey.states_day(look):
        return None
    text = look.text
    stated = moments_of(survey, look)
    section = _SECTION.match(text)
    if not stated or (section is not None and section.end() <= stated[0].found.start):
        return None
    if states_founding(survey, look):
        in_masthead = (
            look.columns <= _MASTHEAD and not (look.ends or survey.has_begun(look)) and _names_outlet(survey, look)
        )
        note = "the day on which an outlet was founded"
        return Candidate("furniture", look.index, 0.9, "furniture.time", note) if in_masthead else None
    if _is_span(text, stated):
        return None
    labelled = any(m.label for m in stated)
    if not labelled and is_among_facts(survey, look):
        return None
    if not labelled and _is_below_skip_links(survey, look):
        return Candidate("furniture", look.index, 0.92, "furniture.time", "the day of the visit")
    above = survey.looks[look.index - 1].text if look.index and not labelled else ""
    if len(above) <= 40 and _SECTION.match(above) and not survey.dates_in(above):
        return None  # "1. When" and the answer below it
    left = words_beside_dates(survey, look)
    if len(left) > _TITLED and not labelled and _is_in_title(survey, look, stated[0].found):
        return None
    if len(left) > 2 and look.prose < RUNNING:
        left = _beside_in_part(text, stated[0].found, left)
    if len(left) > 1 and _is_behind_source(survey, look, stated[0].found):
        left = left[:1]
    allowed = 3 if labelled else 1
    told = text.rstrip()[-1] in FULL_STOPS and stated[0].start > 0
    if told and len(left) > 1 and survey.is_amid(look):
        return None  # The report was first published on 14 March 2024.
    if labelled and look.ends and opens_like_statement(look.fold) and not text[stated[0].found.end :].strip(" ."):
        if text[: stated[0].start].count(" ") < _STATEMENT:
            left = []  # This report by … was first published on 14 March 2024.
    if len(left) > allowed + 3 or (look.ends and look.words > 8 and len(left) > 2):
        return None
    over = max(0, len(left) - allowed)
    score = (0.97 if labelled else 0.9 if not left else 0.82) - 0.12 * over
    rule = "publication.label" if labelled else BARE_DATE
    if is_title_with_day(survey, look):
        score = min(score, _OF_DAY)
    note = (
        f"‘{stated[0].label}’ and {stated[0].found.iso}"
        if stated[0].label
        else f"a line that is the date {stated[0].found.iso}"
    )
    return _candidate(look, stated, score, rule, note)


def _is_below_skip_links(survey: Survey, look: Look) -> bool:
    """Say whether a date stands between the links past the menus of a page and page wording: of the visit."""
    below = survey.below(look)
    if not 0 < look.index <= _MASTHEAD_LINES or below is None or not is_furniture_phrase(below):
        return False
    return bool(openings("clutter", "skip").all(survey.looks[look.index - 1].fold))


def is_title_with_day(survey: Survey, look: Look) -> bool:
    """``Report on the work of the council of 14 March 2024``: say whether a line is a title that a day closes.

    It stands above the text, which tells its words; small ones are among them, and no sign.
    """
    known: bool | None = look.memo.get("is_title_with_day")
    if known is None:
        asked = look.words > _REPORT and not look.ends and survey.opens(look) and survey.states_day(look)
        asked = asked and not opens_like_statement(look.fold) and not opens_like_link(look)
        known = look.memo["is_title_with_day"] = asked and _closes_with_day(survey, look)
    return known


def _closes_with_day(survey: Survey, look: Look) -> bool:
    stated = moments_of(survey, look)
    if len(stated) != 1 or stated[0].found.end < len(look.text.rstrip()):
        return False
    first = stated[0]
    lead = look.text[: first.found.start].split()
    if " " in first.label or (first.label and not lead[-1].islower()) or len(lead) <= _REPORT:
        return False  # Published 14 March 2024
    if len(words_beside_dates(survey, look)) < _SMALL:
        return False
    words = [word.replace("-", "") for word in lead]
    if not all(map(str.isalpha, words)) or not words[0][0].isupper() or sum(map(str.islower, words[1:])) < _SMALL:
        return False
    return survey.tells(look) >= _REPORT_TOLD


def _is_in_title(survey: Survey, look: Look, found: FoundDate) -> bool:
    """``The moon today: Monday, 9 October 2023 – for all signs``: below the text, words on both sides of a date."""
    if not survey.has_begun(look) or _BAR.search(look.text) is not None:
        return False
    sides = look.text[: found.start], look.text[found.end :]
    return all(len(_LETTERS.findall(side)) > 1 for side in sides)


def _is_behind_source(survey: Survey, look: Look, found: FoundDate) -> bool:
    """``Source: Xinhua | 2025-11-05 12:30:15``: above the text, behind the source, a bar or a time beside it."""
    label, colon, source = look.text[: found.start].partition(":")
    if not colon or folded(label) not in phrases("signoff", "source_label") or not survey.opens(look):
        return False
    return len(source.split()) <= _SOURCE_WORDS and ("|" in source or without_times(look) != look.text)


def _is_span(text: str, stated: list[Moment]) -> bool:
    """Say whether dates without a label are the days of an event or a life: ``8 May – 10 May 2022``, ``* 3.3.1931``."""
    first, second = stated[0], stated[1] if len(stated) > 1 else None
    born = text[: first.found.start].rstrip()[-1:] in _BORN
    joined = second is not None and text[first.found.end : second.start].strip().casefold() in phrases(
        "publication", "until"
    )
    return not first.label and (born or joined)


def states_founding(survey: Survey, look: Look) -> bool:
    """``Norrstad, Est. June 3, 1871``: say whether the first date of a line tells when an outlet was founded.

    It lies far back, before the other dates of the text if there are any; what was founded of late is news.
    """
    known: bool | None = look.memo.get("states_founding")
    if known is None:
        # The words are asked first: few lines have one, and dates take long.
        head = look.head[:_FOUNDING_REACH]
        may = len(look.signs) >= _FIGURES_OF_DATE and any(map(head.__contains__, _words_of_founding()))
        known = look.memo["states_founding"] = may and survey.states_day(look) and _tells_founding(survey, look)
    return known


@cache
def _words_of_founding() -> frozenset[str]:
    """Return the first words of what tells a founding: one of them is in each line that tells it."""
    return frozenset(phrase.partition(" ")[0] for phrase in phrases("publication", "founded"))


def _tells_founding(survey: Survey, look: Look) -> bool:
    stated = moments_of(survey, look)
    if not stated or stated[0].label or _before_founding(survey, look) is None:
        return False
    year = stated[0].found.date.year or 0
    return year < _LONG_AGO or any(
        (moment.found.date.year or 0) > year + _YEARS
        for other in survey.lines
        if survey.states_day(other)
        for moment in moments_of(survey, other)
    )


def _before_founding(survey: Survey, look: Look) -> list[str] | None:
    """Return the words before ``founded`` where that stands right before the first date of a line, None elsewhere."""
    lead = without_times(look)[: moments_of(survey, look)[0].start]  # EST is a zone
    words = [word for word in lead.replace(".", " ").split() if word.strip(_EDGES)]
    founded = phrases("publication", "founded")
    for at in range(max(0, len(words) - _FOUNDED), len(words)):
        if folded(" ".join(words[at:])).strip(_EDGES) in founded:
            return words[:at]
    return None


def _names_outlet(survey: Survey, look: Look) -> bool:
    """Say whether a line that states a founding has a name before it, or nothing: in headlines small words stand."""
    return not any(word[0].islower() for word in _before_founding(survey, look) or ())


def is_among_facts(survey: Survey, look: Look) -> bool:
    """Say whether a day below the text stands near that of a founding, as in a panel of facts."""
    founded: list[int] | None = survey.memo.get("foundings")
    if founded is None:
        found = (line for line in survey.lines if not FIGURES.isdisjoint(line.signs) and states_founding(survey, line))
        founded = survey.memo["foundings"] = [line.index for line in found if survey.has_begun(line)]
    if not founded or not survey.has_begun(look):
        return False
    near = any(0 < abs(index - look.index) <= _PANEL for index in founded)
    return near and survey.states_day(look)


def _beside_in_part(text: str, found: FoundDate, left: list[str]) -> list[str]:
    """Return two of the words *left* where the date opens the line and a bar parts them from it: sections, counters."""
    bar = _BAR.search(text, found.end)
    if found.start > _OPENS or bar is None or residue(text[: bar.start()], (found,)):
        return left
    return left[:2]


def dated_fields(moment: Moment) -> dict[str, object]:
    """Return what a publication line states: the date, where it stands, which it is, and its other reading."""
    found = moment.found
    fields: dict[str, object] = {"date": found.date, "date_span": (found.start, found.end), "role": moment.role}
    return fields if found.alternative is None else fields | {"alternative": found.alternative}


def _candidate(look: Look, stated: list[Moment], score: float, rule: str, note: str) -> Candidate:
    if len(stated) == 1 or stated[1].role == stated[0].role:
        return Candidate("publication_line", look.index, score, rule, note, dated_fields(stated[0]))
    cut = stated[1].start
    parts = (
        Part("publication_line", 0, cut, dated_fields(stated[0])),
        Part("publication_line", cut, len(look.text), dated_fields(stated[1])),
    )
    return Candidate("publication_line", look.index, score, rule, note, parts=parts)
