# SPDX-License-Identifier: Apache-2.0
"""The parts of a linear dateline: place, region, date, agency in brackets, slashes or behind a dash.

Comes in: a ``Reading`` of the head of a passage, and where in it to go on.  Goes out: where the part ends that was
taken, 0 for none; what it says is noted in the reading.
"""

from __future__ import annotations

import re
from functools import lru_cache

from docforge.detect.agencies import known_agency
from docforge.detect.datelines.places import BEFORE_DATES, small_words
from docforge.detect.survey import Survey
from docforge.detect.text_vocabulary import MARKS
from docforge.detect.vocabulary import folded, phrases
from docforge.model import FoundDate, PartialDate
from docforge.patterns import is_small, lazily
from docforge.records import dataclass

__all__ = [
    "BEHIND_DATE",
    "BRACKET",
    "DASH",
    "FIGURED",
    "OPENING",
    "SEPARATOR",
    "Dates",
    "Reading",
    "figured_date",
    "names_channel",
    "place_at",
    "shouted",
    "signed_at",
    "signs_copy",
    "take_parts",
]

_JOINERS = "\u200c\u200d"
"""Stand inside words of Persian and of India and show no sign of their own: دشت‌سبز."""
_TOKEN = re.compile(rf"(?:['’][sS]-)?[^\W\d_][\w{MARKS}{_JOINERS}'’ʼ`.·-]*")
_REGION = lazily(rf"[^\W\d_][\w{MARKS}{_JOINERS}'’.-]*(?: [^\W\d_][\w{MARKS}{_JOINERS}'’.-]*){{0,3}}")
_INNER_POINT = lazily(r"\.(?=[^\W\d_]{3,})")
_JOINT = re.compile(r"(?:\s?(?:--|[—–―-])\s?|\.\s?|\s?/\s|\s)")
_AND = lazily(r" (?:&|and|und|et|y|e|och|og) (?=[^\W\d_a-z]{2})")
"""Between two places in capitals."""
_NAMES = tuple(
    re.compile(r"[«\"]?[^\W\d_][\w»«.-]{0,24}(?: [^\W\d_«\"][\w«»\"-]{0,24}){" + str(more) + r"}[»\"]?")
    for more in (2, 1, 0)
)
_BEFORE_DATE = lazily(r"\s?(?:--|[—–―|/-])\s?")
"""Signs that releases set between place and date, as they do between date and text: ``LONDON – March 12, 2026 – ``."""
SEPARATOR = re.compile(r"\s{0,3}(?:\.?\s?(?:--|[—–―‒−‐-])+|\s=|:)\s{0,3}|\s{0,3}/\s{1,3}(?=\S)")
BEHIND_DATE = lazily(r"\s?(?:[—–―(/:-]|\.\s)")
DASH = lazily(r"\s?(?:--|[—–―‒−-]){1,3}\s?")
BRACKET = lazily(r"[(（\[]\s?([^()（）\[\]\n]{1,60}?)\s?[)）\]]")
OPENING = ("(", "（", "[")
"""Brackets of an agency, a region or a date."""
_SLASHES = lazily(r"/\s?([^/\n]{2,30}?)\s?/")
_WEEKDAY = lazily(r",? ?[^\W\d_]{3,12}(?= ?[(/])")
_INITIALS = lazily(r"(?:[^\W\d_]\.){2,4}")
"""``N.L.``: a state, as agencies do not write themselves."""
_DOMAIN = lazily(r"\.[a-z]{2,4}$")
_DIGIT = re.compile(r"\d")
FIGURED = lazily(r"(?P<day>0?[1-9]|[12]\d|3[01])(?:(?:\. ?|/| - )(?P<month>1[0-2]|0?[1-9]))?(?!\d)\.?")
"""Day and month in figures, as Polish, Czech, Indonesian and Kuwaiti agencies write them, or the day alone."""
_PERSON = r"[^\W\d_a-z][\w-]{1,24}(?: (?:[^\W\d_a-z]\.|[^\W\d_a-z][\w-]{1,24})){1,2}"
_PEOPLE = lazily(rf",\s({_PERSON}(?:(?:, | и | і ){_PERSON}){{0,3}})(?=\.\s|\s[–—-]\s)")
"""``, Иван Петров, Анна Лис.``: who reported, behind an agency."""
_BETWEEN_PEOPLE = lazily(r", | и | і ")
_BRANCH = lazily(r"(?: [^\W\d_a-zа-яё«»][\w-]{2,24}){1,2}(?=\.\s|\s[–—-]\s)")
"""``РИА Новости Украина``: the branch of an agency."""
_DAY_WORDS = ("ថ្ងៃទី", "ວັນທີ")
"""The day of the month: stands before the date, and may be written together with its figures."""
_COMMAS = frozenset(",،፣")
_MOST_PARTS = 8
"""Parts of a dateline behind its place."""
_PLACE_WORDS = 6
"""Words of a place."""
_LONGEST_NUMBER = 4
"""Characters of the number in the name of a channel: ``5th``."""
_DAY_BEHIND = 4
"""Characters behind a region in which the day of a month stands that was read as part of it."""
_LONGEST_REGION = 32
"""Characters of a region."""
_LONGEST_ACRONYM = 12
"""Letters of an acronym."""
_LONGEST_DATE = 32
"""Characters from the start of a date in words to its first figure, weekday and month before it included."""
_LATIN_WORD = re.compile("[A-Za-z]+")
_DATED = 90
"""Characters among which the first figure of a dateline stands."""


@lru_cache(maxsize=4096)
def _may_open_date(word: str, language: str) -> bool:
    from docforge.locale import may_open_date

    return may_open_date(word, language)


class Dates:
    """The dates in the head of a passage, looked for only where figures stand near the place in question."""

    def __init__(self, head: str, survey: Survey | None) -> None:
        self._head, self._survey = head, survey
        dated = survey is not None and _DIGIT.search(head, 0, _DATED)
        self._found: tuple[FoundDate, ...] | None = None if dated else ()

    def near(self, start: int, end: int) -> tuple[FoundDate, ...]:
        """Return the dates of the head, none if no figure stands in ``[start, end)``."""
        if self._found == () or not _DIGIT.search(self._head, max(0, start), end):
            return ()
        if self._found is None:
            self._found = self._survey.dates_in(self._head) if self._survey is not None else ()
        return self._found

    def at(self, position: int, slack: int = 0) -> FoundDate | None:
        """Return the date that starts at *position*, or up to *slack* behind it."""
        for date in self.near(position, position + slack + _LONGEST_DATE):
            if position <= date.start <= position + slack:
                return date
        return None

    def opening(self, position: int) -> FoundDate | None:
        """Return the date that starts at *position*, where a word may stand with which no date begins."""
        word = _LATIN_WORD.match(self._head, position)
        if word is not None and self._survey is not None and not _may_open_date(word[0], self._survey.primary):
            return None
        return self.at(position)

    def around(self, position: int) -> FoundDate | None:
        """Return the date that has begun before *position* and goes on behind it."""
        for date in self.near(position - _LONGEST_DATE, position + _LONGEST_DATE):
            if date.start < position < date.end:
                return date
        return None

    def within(self, start: int, end: int) -> FoundDate | None:
        """Return the first date that stands inside ``[start, end)``, behind its first character."""
        return next((date for date in self.near(start, end) if start < date.start and date.end <= end), None)


@dataclass(slots=True)
class Reading:
    """What the linear reader has taken so far from the head of a passage."""

    head: str
    dates: Dates
    end: int
    """Where the dateline ends, as far as it is read."""
    place: str = ""
    place_end: int = 0
    region: str = ""
    date: FoundDate | None = None
    agency: str = ""
    agency_known: bool = False
    bracketed: bool = False
    separator: str = ""
    after: int = 0
    """Where the text begins behind the separator."""
    pointed: bool = False
    """A full stop stands between place and date: only an agency makes that a dateline."""
    digits_in_bracket: bool = False
    correspondents: tuple[str, ...] = ()
    outlet_alone: bool = False
    """The address of an outlet stands in place of all else."""

    def take_place(self, name: str, start: int) -> int:
        """Note the place that begins at *start*; return where it ends."""
        self.place, self.place_end = name, start + len(name)
        self.end = self.place_end
        return self.end

    def sign(self, name: str, end: int) -> int:
        """Note the agency that ends at *end*, without the word for its reporter; return that."""
        name = _without_reporter(name)
        self.agency, self.agency_known, self.end = name, signs_copy(name), end
        return end

    def add_region(self, name: str) -> None:
        """Note a region, behind another one perhaps."""
        self.region = f"{self.region}, {name}" if self.region else name


def signs_copy(name: str) -> bool:
    """Say whether *name* is an agency's, or a broadcaster's whose texts open like those of agencies."""
    return known_agency(name) or (name[:1].isupper() and folded(name) in phrases("dateline", "broadcasters"))


def _without_reporter(name: str) -> str:
    """``Корр. БЕЛТА`` → ``БЕЛТА``: the reporter of a known agency stands before its name."""
    first, _, rest = name.partition(" ")
    reporter = bool(rest) and folded(first).rstrip(".") in phrases("dateline", "reporter")
    return rest if reporter and known_agency(rest) else name


def shouted(text: str, most: int = 1 << 30) -> bool:
    """Say whether all letters of *text* are capitals, two to *most*."""
    letters = [c for c in text if c.isalpha()]
    return 2 <= len(letters) <= most and all(c.isupper() for c in letters)


def place_at(head: str, at: int) -> str:
    """Return one to six words at *at* that may name a place, empty for none."""
    position, words = at, 0
    small, inner = small_words(), phrases("dateline", "place_words")
    while words < _PLACE_WORDS:
        match = _TOKEN.match(head, position)
        if match is None:
            break
        word = _token_word(match.group())
        behind = head[position + len(word) + 1 : position + len(word) + 2]
        if words and ((folded(word) in BEFORE_DATES and not behind.isupper()) or word.startswith(_DAY_WORDS)):
            break  # le 3 mars; Alphen aan den Rijn goes on
        if words and is_small(word[0]) and folded(word) not in small and word not in inner:
            break
        position += len(word)
        words += 1
        sign = head[position : position + 1]
        both = _AND.match(head, position) if sign == " " and word.isupper() else None
        if both is not None:
            position = both.end()
            continue
        joined = head[position + 1 : position + 2].isalpha() if sign == "/" else sign in {" ", "\u00a0"}
        if not joined or not _TOKEN.match(head, position + 1):
            break
        position += 1
    return head[at:position].rstrip(" /")


def _token_word(word: str) -> str:
    """Return a token without the sign that closes the place or begins another sentence."""
    if "--" in word or ".-" in word:
        word = word.partition("--")[0].partition(".-")[0].rstrip(".-")
    if word.endswith(".") and len(word) > 3 and not word[:-1].count("."):
        word = word[:-1]  # a full stop that closes the place, not "St." or "N.Y."
    place, dash, behind = word.partition("-")
    if dash and known_agency(behind):
        return place  # دمشق-سانا
    inner = _INNER_POINT.search(word) if "." in word else None
    if inner is not None:
        word = word[: inner.start()]
    return word[:-1] if word.endswith(("-", "’")) else word


def take_parts(r: Reading, position: int) -> None:
    """Take regions, dates and agencies from *position* on, in any order, until a separator ends the dateline."""
    head = r.head
    for _ in range(_MOST_PARTS):
        start = position
        while position < len(head) and head[position] in " \u00a0,،፣":
            position += 1
        if r.date is None and head.startswith(". ", position) and r.dates.at(position + 2) is not None:
            position += 2
            r.pointed = True
        end = (
            _take_date(r, position)
            or _take_bracket(r, position)
            or _take_dashed_bracket(r, position)
            or _take_slashes(r, position)
            or _take_dashed_agency(r, start)
            or _take_correspondents(r, start)
            or _take_dashed_date(r, start)
        )
        if not end and start < position and not _COMMAS.isdisjoint(head[start:position]):
            end = _take_region(r, position)
        if not end:
            match = SEPARATOR.match(head, start)
            if match is not None:
                r.separator, r.after = match.group().strip() or "/", match.end()
            elif head.startswith(". ", start):
                r.separator, r.after = ".", start + 2
            else:
                r.after = position
            return
        position = end


def _take_date(r: Reading, position: int) -> int:
    """Take a date, with the word before it, the weekday and the full stop behind it."""
    if r.date is not None:
        return _take_same_day(r, position)
    head, dates = r.head, r.dates
    found = dates.at(position)
    if found is None:
        word = _TOKEN.match(head, position)
        if head.startswith(_DAY_WORDS, position):
            led = next(lead for lead in _DAY_WORDS if head.startswith(lead, position))
            found = dates.at(position + len(led), 1)
        elif word is not None and folded(word.group()) in phrases("dateline", "small_words"):
            found = dates.at(word.end(), 1)
        elif word is not None:
            found = dates.around(position)
    found = found or _figured_day(head, position)
    if found is None or found.precision in {"year", "month"}:
        return 0
    r.date = found
    r.end = position = found.end
    weekday = _WEEKDAY.match(head, position)
    if weekday is not None:
        position = weekday.end()
    if head[position : position + 1] == "." and head[position : position + 2] not in {".-", ".–", ".—"}:
        if head[position + 1 : position + 3].lstrip()[:1] in {"/", "(", "-", "–", "—"}:
            position += 1
    return position


def _figured_day(head: str, position: int) -> FoundDate | None:
    """Return ``12.06`` before a known agency in brackets or slashes as a date: nothing else tells it from a number.

    The day alone is one behind a comma: ``MADRID, 5 (EUROPA PRESS)``.
    """
    match = FIGURED.match(head, position)
    if match is None or not signed_at(head, match.end()):
        return None
    return figured_date(match) if match["month"] or head[:position].rstrip()[-1:] == "," else None


def figured_date(match: re.Match[str]) -> FoundDate:
    """Return the day and the month that ``FIGURED`` has found, or the day."""
    month = int(match["month"]) if match["month"] else None
    date = PartialDate(None, month, int(match["day"]))
    return FoundDate(match.start(), match.end(), date, "month-day" if month else "day-of-month", 0.8)


def signed_at(head: str, position: int) -> bool:
    """Say whether a known agency stands at *position*, in brackets or between slashes."""
    position += head.startswith(" ", position)
    match = BRACKET.match(head, position) or _SLASHES.match(head, position)
    return match is not None and signs_copy(match[1])


def _take_same_day(r: Reading, position: int) -> int:
    """Take a second date right behind the first, in another calendar; the Gregorian one is kept."""
    if position > r.end + 2:
        return 0
    found = r.dates.at(position)
    if found is None:
        word = _TOKEN.match(r.head, position)
        found = r.dates.at(word.end(), 1) if word is not None else None
    if found is None or r.date is None or found.precision != "day" or found.calendar == r.date.calendar:
        return 0
    r.date = found if found.calendar == "gregorian" else r.date
    r.end = found.end
    return found.end


def _take_bracket(r: Reading, position: int) -> int:
    """Take an agency or a region in brackets, with the date that stands there beside it."""
    head = r.head
    if head.startswith(". (", position) and not r.agency and signed_at(head, position + 2):
        position += 2  # "Barcelona. (ACN).-"
    match = BRACKET.match(head, position) if head.startswith(OPENING, position) else None
    if match is None:
        return 0
    inner = name = match[1]
    inside = r.dates.within(*match.span())
    if inside is not None and inside.precision != "year":
        name = (head[match.start(1) : inside.start] + head[inside.end : match.end(1)]).strip(" ,–—-")
        r.date = r.date or inside
    known = signs_copy(name)
    if not known and any(c.isdigit() for c in name) and not names_channel(name):
        r.digits_in_bracket = True
        return 0
    behind_place = r.date is not None or (r.region != "" and shouted(r.place))
    signs = shouted(name.split("/")[0].split(" ")[0], _LONGEST_ACRONYM) or (behind_place and _capitalised(name))
    if known or names_channel(name) or (signs and len(name) >= 2 and not r.agency):
        r.bracketed = True
        return r.sign(name, match.end())
    if r.agency:
        return 0
    r.add_region(inner)
    r.end = match.end()
    return r.end


def names_channel(name: str) -> bool:
    """``92 News``, ``News 5th``: say whether a number and a word for an outlet are all there is in brackets."""
    first, _, second = name.partition(" ")
    if second[:1].isdigit() and second.isalnum() and len(second) <= _LONGEST_NUMBER:
        first, second = second, first
    return first[:1].isdigit() and first.isalnum() and folded(second) in phrases("byline", "outlet")


def _take_dashed_bracket(r: Reading, position: int) -> int:
    """Take an agency in brackets tight behind its place, ``--(BUSINESS WIRE)``, or behind its date, `` - (ANSA)``."""
    tight = r.head.startswith("--", position)
    if r.agency or not (tight or (r.date is not None and r.head.startswith("- (", position))):
        return 0
    match = BRACKET.match(r.head, position + 2)
    if match is None or not known_agency(match[1]):
        return 0
    r.bracketed = True
    return r.sign(match[1], match.end())


def _capitalised(name: str) -> bool:
    """Say whether *name* may sign for an agency that no table lists: after a date, a capital at the head of each word.

    A region stands right behind its place, so what follows the date is not one.
    """
    words = name.split()
    small = phrases("byline", "particles") | phrases("dateline", "small_words")
    return (
        not _DIGIT.search(name)
        and 0 < len(words) <= 4
        and all(not is_small(word[0]) or (number > 0 and folded(word) in small) for number, word in enumerate(words))
    )


def _take_slashes(r: Reading, position: int) -> int:
    """Take an agency between slashes."""
    if r.agency or not r.head.startswith("/", position):
        return 0
    match = _SLASHES.match(r.head, position)
    if match is None:
        return 0
    if not known_agency(match[1]) and (r.date is None or not _capitalised(match[1])):
        return 0
    r.bracketed = True
    return r.sign(match[1], match.end())


def _take_dashed_agency(r: Reading, position: int) -> int:
    """Take `` - РИА Новости.``, ``. КАЗИНФОРМ –`` and the agency that closes ``… م واس``."""
    if r.agency:
        return 0
    head = r.head
    match = _JOINT.match(head, position)
    if match is None:
        return 0
    for pattern in _NAMES:
        name = pattern.match(head, match.end())
        if name is None:
            continue
        if "- " in name.group():
            continue  # وفا- تفقد وزير: the dash closes the dateline
        sign = name.group().rstrip(".-")
        if known_agency(sign) and (len(folded(sign)) > 3 or not sign.isascii() or sign[1:] != sign[1:].lower()):
            end = match.end() + len(sign)
            if head[end : end + 1] in {".", ",", "", "-", "–", "—", ":", " "} or DASH.match(head, end):
                if match.group() == " " and r.date is None:
                    return 0
                r.sign(sign, end)
                branch = _BRANCH.match(head, end)
                if branch is not None:
                    r.agency, r.end = sign + branch.group(), branch.end()
                return r.end
    return 0


def _take_correspondents(r: Reading, position: int) -> int:
    """Take ``, Иван Петров, Анна Лис`` behind a known agency and before the sign that ends the dateline."""
    if not r.agency_known or r.correspondents or position != r.end:
        return 0
    match = _PEOPLE.match(r.head, position)
    if match is None:
        return 0
    r.correspondents = tuple(_BETWEEN_PEOPLE.split(match[1]))
    r.end = match.end()
    return r.end


def _take_dashed_date(r: Reading, position: int) -> int:
    """Take the date between two separators: `` – March 12, 2026 –``; what runs on behind it is a sentence."""
    if r.date is not None or not r.place:
        return 0
    match = _BEFORE_DATE.match(r.head, position)
    found = (r.dates.at(match.end()) or _figured_day(r.head, match.end())) if match is not None else None
    if (
        found is None
        or found.precision in {"year", "month", "day-of-month"}
        or not BEHIND_DATE.match(r.head, found.end)
    ):
        return 0
    r.date, r.end = found, found.end
    return found.end


def _take_region(r: Reading, position: int) -> int:
    """Take ``, Fla.`` or ``, New Zealand`` or ``, CNN Indonesia`` behind the comma."""
    match = _REGION.match(r.head, position)
    kept = _region_words(match.group().split(" "), r.date is not None) if match is not None else []
    kept = _before_date(r, position, kept)
    name = " ".join(kept).rstrip("-")
    if not kept or len(" ".join(kept)) > _LONGEST_REGION:
        return 0
    if folded(name).rstrip(".") in phrases("dateline", "regions"):
        r.add_region(name)
    else:
        if name.endswith(".") and name.count(".") < 2:
            name = name[:-1]
        if not r.agency and len(kept) > 1 and kept[-1].isupper() and signs_copy(kept[-1]):
            r.add_region(" ".join(kept[:-1]))  # Seoul, South Korea AP —
            return r.sign(kept[-1], position + len(name))
        branded = r.date is not None and len(kept) == 1 and _is_brand(name)
        if not r.agency and (branded or _signs(name, kept[0].rstrip("."), r.place)):
            return r.sign(name, position + len(name))
        r.add_region(name)
    r.end = position + len(name)
    return r.end


def _before_date(r: Reading, position: int, words: list[str]) -> list[str]:
    """``NAIROBI, Kenya Sep 3 –``: return the first of *words*, which begin at *position*, as far as no date begins."""
    end = position + len(" ".join(words))
    if r.date is not None or len(words) < 2 or not any(map(str.isdigit, r.head[end : end + _DAY_BEHIND])):
        return words
    for count in range(1, len(words)):
        if r.dates.at(position + len(" ".join(words[:count])) + 1) is not None:
            return words[:count]
    return words


def _region_words(words: list[str], dated: bool) -> list[str]:
    """Return the first of *words* as far as they may name a region or an agency; *dated*: a date stands before."""
    kept: list[str] = []
    small, articles = phrases("byline", "particles"), phrases("dateline", "article")
    for word in words:
        small_word = word[0].islower() and folded(word) not in small and not _DOMAIN.search(word)
        if small_word and (kept or word not in articles):
            break
        tight = "--" in word
        kept.append(word.partition("--")[0] if tight else word)
        if tight or word.endswith("-"):  # the dash that ends the dateline, without a space before it
            break
        if (dated or word.endswith(".")) and known_agency(word.rstrip(".")):
            break
        if dated and word.endswith(".") and _is_brand(word.rstrip(".")):
            break
    return [] if len(kept) == 1 and kept[0] in articles else kept


def _signs(name: str, first: str, place: str) -> bool:
    """Say whether *name*, which begins with the word *first*, behind *place* is an agency and no region."""
    if known_agency(name) or _DOMAIN.search(name):
        return True
    if len(first) < 3 or not shouted(first, _LONGEST_ACRONYM) or _INITIALS.fullmatch(name):
        return False
    return _names_paper(name) or not (len(name) > 5 and shouted(place) and shouted(name))


def _is_brand(name: str) -> bool:
    """Say whether a capital stands inside a name that closes as those of outlets do: ``PortMedia``, ``ABCnews``."""
    inside = name[1:] != name[1:].lower() and not name.isupper()
    return inside and folded(name).endswith(tuple(phrases("dateline", "brand_ends")))


def _names_paper(name: str) -> bool:
    """Say whether *name* opens with a word for a newspaper or closes like the names of outlets: ``HARIAN RAKYAT``."""
    words = folded(name).split()
    return len(words) > 1 and (
        words[0] in phrases("dateline", "paper_opening") or words[-1] in phrases("byline", "outlet")
    )
