# SPDX-License-Identifier: Apache-2.0
"""Datelines: place, date and agency at the very start of a paragraph, in the shapes of the world's agencies.

Comes in: a ``Survey``.  Goes out: one candidate for each passage that opens with a dateline.  Whether that passage
is the first of the body is the resolver's business.

The first 160 characters decide.  Three families: Chinese (agency, place, date, 电), brackets of Japanese and Korean
copy, and the linear shape ``PLACE, region, date (AGENCY) —`` with its many orders and separators.
"""

from __future__ import annotations

import re
from dataclasses import field
from functools import cache, lru_cache

from docforge.detect.candidate import Candidate
from docforge.detect.survey import MARKS, Look, Survey
from docforge.detect.vocabulary import agencies, folded, phrases, phrases_by_language
from docforge.model import FoundDate, PartialDate
from docforge.patterns import has_east_asian, is_small, lazily
from docforge.records import dataclass

__all__ = ["ParsedDateline", "find_datelines", "known_agency", "parse_dateline"]

HEAD = 170
REACH = 120
"""A dateline is looked for among this many passages from the top, and in the upper half of the text."""
UPPER = 5
"""In short texts the upper half is at least this many passages and one."""
LEADS = 1
"""On a short page with many lines above its text it is believed in so many first paragraphs."""
DATED = 16
"""A dateline with a date is believed this far down in a short text too: releases have long heads."""
_JOINT = re.compile(r"(?:\s?(?:--|[—–―-])\s?|\.\s?|\s)")
_REGION = lazily(rf"[^\W\d_][\w{MARKS}'’.-]*(?: [^\W\d_][\w{MARKS}'’.-]*){{0,3}}")
_NAMES = tuple(
    re.compile(r"[«\"]?[^\W\d_][\w»«.-]{0,24}(?: [^\W\d_«\"][\w«»\"-]{0,24}){" + str(more) + r"}[»\"]?")
    for more in (2, 1, 0)
)
_REPORTER_WORD = lazily("[記记]者")
_DOMAIN_END = re.compile(r"(?<=[^\W\d_]{4})\.[a-z]{2,4}$")
"""Agencies sign with the address of their pages, too: ``INTERFAX.RU``."""
_LONGEST_DATE = 32
"""Characters from the start of a date in words to its first figure, weekday and month before it included."""
_OPENERS = "(（[［【〔"
_INNER_SIGNS = re.compile(r"(?<=[^\W\d_])(?:[-'’](?=[^\W\d_])|,$)")
"""Signs inside a capitalised word, and the comma after it, that end no dateline."""
_INNER_POINT = re.compile(r"\.(?=[^\W\d_]{3,})")
_DIGIT = re.compile(r"\d")
_MARKS = re.compile(r"[—–―‒−‐=:()（）\[\]【】/|-]|[.,،፣] |[电電讯訊]")

_SEPARATOR = re.compile(r"\s{0,3}(?:\.?\s?(?:--|[—–―‒−‐-])+|\s=|:)\s{0,3}|\s{0,3}/\s{1,3}(?=\S)")
_BEFORE_DATE = re.compile(r"\s?(?:--|[—–―|/-])\s?")
"""Signs that releases set between place and date, as they do between date and text: ``LONDON – March 12, 2026 – ``."""
_BEHIND_DATE = re.compile(r"\s?(?:[—–―(/:-]|\.\s)")
_OUTLET_FIRST = lazily(
    r"([^\W_][\w-]{1,20}\.(?:com|net|org|news|tv|info|co\.id|co|id|my|ph|co\.in|in)),\s", re.IGNORECASE
)
"""The address of the outlet before the place, as Indonesian and Malay papers open: ``Outlet.com, Jakarta – ``."""
_DASH_BEHIND = lazily(r"(?:, [^\W\d_][\w ]{2,24}?)?\s?(?:--|[—–-])\s+[\"“‘«(]?[A-Z]")
_DASH = lazily(r"\s?(?:--|[—–―‒−-]){1,3}\s?")
_BRACKET = re.compile(r"[(（\[]\s?([^()（）\[\]\n]{1,60}?)\s?[)）\]]")
_SLASHES = re.compile(r"/\s?([^/\n]{2,30}?)\s?/")
_ASIAN_SIGN = lazily(
    r"据?(?P<agency>[A-Za-z\u4e00-\u9fff]{1,10}?(?:社|网|網|报|報|台|刊|客户端))"
    r"(?P<place>[\u4e00-\u9fffA-Za-z·・]{0,14}?)(?P<date>(?:[0-9０-９]{1,2}月)?[0-9０-９]{1,2}[日号])(?:专?[电電]|[讯訊])"
)
_ASIAN_BARE = lazily(
    r"(?P<agency>本[报報刊社网網台]|[\u4e00-\u9fff]{2,4}[社网網报報])(?P<place>[\u4e00-\u9fff]{0,8}?)(?:综合)?[讯訊电電](?=[\s（(:：])"
)
_TAIWAN = lazily(
    r"[（(](?P<agency>[\u4e00-\u9fff]{2,6}?[社報网網])(?:記者|记者)?(?P<who>[\u4e00-\u9fff、]{2,12}?)??"
    r"(?P<place>[\u4e00-\u9fff·]{2,8})(?P<date>(?:[0-9０-９]{1,2}月)?[0-9０-９]{1,2}日)(?:综合|綜合)?(?:外電報導|[专專]?[电電]|[讯訊])[)）]"
)
_PLACE_DAY_AGENCY = lazily(
    r"[\[［](?P<place>[^\s\d\[\]［］]{1,16})[ 　](?P<date>(?:[0-9０-９]{1,2}月)?[0-9０-９]{1,2}日)"
    r"[ 　](?P<agency>[^\s\[\]［］]{2,12})[\]］]"
)
_LENTICULAR = lazily(r"【([^【】\n]{2,24})】")
_KOREAN = re.compile(r"[(\[]\s?(?P<place>[^\W\d_][\w· ]{0,14}?)\s?=\s?(?P<agency>[^()\[\]=\n]{2,14}?)\s?[)\]]")
_KOREAN_NAMES = lazily(
    r"\s?(?P<names>[\uac00-\ud7a3]{2,4}(?:[ ·,]{1,2}[\uac00-\ud7a3]{2,4}){0,4})\s(?:기자|특파원|통신원|인턴기자)\s?=?"
)
_REPORTERS = lazily(r"\s?[（(]\s?(?:本报|本報|特约)?(?:记者|記者)?\s?([\u4e00-\u9fff·、 ]{2,30})[)）]")
_HAN_DATE = lazily(r"(?:([0-9０-９]{1,2})月)?([0-9０-９]{1,2})[日号]")
_TOKEN = re.compile(rf"[^\W\d_][\w{MARKS}'’ʼ`.·-]*")
_DAY_WORDS = ("ថ្ងៃទី", "ວັນທີ")
"""The day of the month: stands before the date, and may be written together with its figures."""


@dataclass(frozen=True, slots=True)
class ParsedDateline:
    """A dateline read from the head of a text; offsets are into that text, half-open."""

    start: int
    end: int
    place: str | None = None
    region: str | None = None
    date: PartialDate | None = None
    agency: str | None = None
    correspondents: tuple[str, ...] = ()
    rule: str = ""
    score: float = 0.0
    note: str = ""


@dataclass(slots=True)
class _Reading:
    """What the linear reader has taken so far."""

    place: str = ""
    place_end: int = 0
    region: str = ""
    date: FoundDate | None = None
    agency: str = ""
    agency_known: bool = False
    bracketed: bool = False
    end: int = 0
    separator: str = ""
    after: int = 0
    pointed: bool = False
    """A full stop stands between place and date: only an agency makes that a dateline."""
    digits_in_bracket: bool = False
    correspondents: list[str] = field(default_factory=list)


def known_agency(name: str) -> bool:
    """Say whether *name* signs for a news agency; ``dpa/lby`` and ``AFP/Reuters`` do when one part does."""
    if not name.replace(" ", "").isalpha() or " and " in name:
        return _known_signature(name)
    key = folded(name)
    return key in agencies() and (len(key) > 2 or name.isupper() or not key.isascii())


@lru_cache(maxsize=4096)
def _known_signature(name: str) -> bool:
    key = folded(name).strip(" .,/-–—«»\"'")
    table = agencies()
    key = _DOMAIN_END.sub("", key)
    if key in table:
        return len(key) > 2 or name.strip(" ./").isupper() or not key.isascii()
    if _DIGIT.search(key):
        return False
    if "/" in key or "-" in key or "," in key or " and " in key:
        return any(part.strip() in table and len(part.strip()) > 2 for part in re.split(r"[/,-]| and ", key))
    return False


def _acronym(word: str) -> bool:
    letters = [c for c in word if c.isalpha()]
    return 2 <= len(letters) <= 12 and all(c.isupper() for c in letters)


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
        upper = min(REACH, max(UPPER, len(survey.looks) // 2) + 1)
        sentences = 0
        for look in survey.looks[: max(upper, DATED)]:
            sentences += look.prose >= 0.68
            if (look.columns < 25 and look.index) or _runs_on(look.text, survey.primary):
                continue
            if not _MARKS.search(look.text, 0, HEAD):
                continue
            parsed = parse_dateline(look.text, survey.primary, survey)
            if (
                parsed is not None
                and (look.index < upper or sentences <= LEADS or parsed.date is not None)
                and _enough_behind(look, parsed)
            ):
                known[look.index] = parsed
    return known


def _runs_on(text: str, language: str) -> bool:
    """Say whether capitalised words alone stand before a small word: a sentence runs on where a dateline would stop.

    A short cut: what is refused here, ``parse_dateline`` refuses too.
    """
    first = text[:1]
    if not first.isalnum():
        return not (first.isspace() or first in _OPENERS)
    words = text[:96].split(" ", 7)
    if words[0].casefold().rstrip(".") in _first_bare_words(language):
        return False
    small = _small_words()
    reached = 0
    for word in words[:-1]:
        reached += len(word) + 1
        if not word.isalpha() and not _INNER_SIGNS.sub("", word).isalpha():
            return False
        if word[0].islower() and (reached == len(word) + 1 or word.casefold() not in small):
            return reached > len(word) + 1 and not _DIGIT.search(text, 0, reached + 24)
    return False


@cache
def _small_words() -> frozenset[str]:
    return phrases("dateline", "small_words") | phrases("byline", "particles") | frozenset({"في", "le", "den"})


@cache
def _first_bare_words(language: str) -> frozenset[str]:
    return frozenset(place.split(" ", 1)[0] for place in _pointed_places(language))


def _enough_behind(look: Look, parsed: ParsedDateline) -> bool:
    """Say whether a text follows: a sentence after a place alone, a few words after an agency or a date.

    Where only a few follow, one must be in small letters or the line must end a sentence: ``Photo Agency / Photo
    Agency`` behind a name and ``14:16 UTC+1`` behind a date are no text.
    """
    rest = look.text[parsed.end :]
    behind = len(rest)
    if not look.cased and has_east_asian(rest):
        behind *= 2
    if behind >= 40:
        return True
    signed = parsed.agency is not None or parsed.date is not None
    if signed and behind >= 12:
        return look.ends or not look.cased or any(word[:1].islower() for word in rest.split())
    return behind >= 24 and look.ends and look.words >= 5


def parse_dateline(text: str, language: str = "und", survey: Survey | None = None) -> ParsedDateline | None:
    """Return the dateline at the head of *text*, or None.

    Args:
        text: A paragraph.
        language: Primary language subtag of the article.
        survey: Finds dates in the article's language; without it only Chinese dates are read.
    """
    head = text[:HEAD]
    lead = len(head) - len(head.lstrip())
    if not head.strip():
        return None
    return _asian(head, lead) or _korean(head, lead) or _linear(text, head, lead, language, survey)


def _number(text: str) -> int:
    return int("".join(str(ord(c) - 0xFF10) if "０" <= c <= "９" else c for c in text))


def _han_date(text: str) -> PartialDate | None:
    match = _HAN_DATE.search(text)
    if match is None:
        return None
    month = _number(match[1]) if match[1] else None
    day = _number(match[2])
    if not 1 <= day <= 31 or (month is not None and not 1 <= month <= 12):
        return None
    return PartialDate(None, month, day)


def _split_agency(run: str) -> tuple[str, str]:
    """Split ``新华社北京`` into agency and place by the longest known agency at its head."""
    table = agencies()
    for length in range(min(8, len(run)), 1, -1):
        if folded(run[:length]) in table:
            tail = "客户端" if run[length:].startswith("客户端") else ""
            return run[:length] + tail, run[length + len(tail) :]
    return run, ""


def _asian(head: str, lead: int) -> ParsedDateline | None:
    if not has_east_asian(head):
        return None
    match = _ASIAN_SIGN.match(head, lead)
    if match is not None:
        date = _han_date(match["date"])
        agency, rest = _split_agency(match["agency"])
        place = (rest + match["place"]) or None
        if date is not None:
            known = known_agency(agency.removesuffix("客户端"))
            return ParsedDateline(
                match.start(), match.end(), place, None, date, agency, _reporters(head, match.end()),
                "dateline.agency-place-date-dian", 1.0 if known else 0.9, f"{agency} · {match['date']} · 电",
            )  # fmt: skip
    match = _TAIWAN.match(head, lead)
    if match is not None:
        who = tuple(n for n in (match["who"] or "").split("、") if n)
        place = match["place"]
        if not who and len(place) >= 4 and _REPORTER_WORD.search(match.group()):
            # 王五台北: the reporter's name runs into the place, mostly of two characters.
            who, place = (place[:-2],), place[-2:]
        return ParsedDateline(
            match.start(), match.end(), place, None, _han_date(match["date"]), match["agency"], who,
            "dateline.bracketed-dian", 0.98, "（agency, reporter, place, day 電）",
        )  # fmt: skip
    match = _ASIAN_BARE.match(head, lead)
    if match is not None:
        return ParsedDateline(
            match.start(), match.end(), match["place"] or None, None, None, match["agency"],
            _reporters(head, match.end()), "dateline.agency-xun", 0.9, f"{match['agency']}讯",
        )  # fmt: skip
    match = _PLACE_DAY_AGENCY.match(head, lead)
    if match is not None:
        return ParsedDateline(
            match.start(), match.end(), match["place"], None, _han_date(match["date"]), match["agency"], (),
            "dateline.bracketed-day", 0.97, "[place, day, agency]",
        )  # fmt: skip
    return _lenticular(head, lead)


def _reporters(head: str, at: int) -> tuple[str, ...]:
    match = _REPORTERS.match(head, at)
    return tuple(n for n in re.split(r"[、 ]+", match[1]) if n) if match else ()


def _lenticular(head: str, lead: int) -> ParsedDateline | None:
    match = _LENTICULAR.match(head, lead)
    if match is None:
        return None
    inner = match[1]
    for name in sorted(agencies(), key=len, reverse=True):
        if folded(inner).endswith(name) and not name.isascii():
            place = inner[: len(inner) - len(name)].rstrip("・=＝ 　") or None
            return ParsedDateline(
                match.start(), match.end(), place, None, None, inner[-len(name) :], (), "dateline.lenticular", 0.97,
                "【place and agency】",
            )  # fmt: skip
    pair = re.fullmatch(r"([^=＝・]{1,12})[=＝]([^=＝]{2,14})", inner)
    if pair is None:
        return None
    agency = pair[2] if known_agency(pair[2]) else None
    names = () if agency else (pair[2],)
    return ParsedDateline(
        match.start(),
        match.end(),
        pair[1],
        None,
        None,
        agency,
        names,
        "dateline.lenticular",
        0.9,
        "【place＝reporter】",
    )


def _korean(head: str, lead: int) -> ParsedDateline | None:
    match = _KOREAN.match(head, lead)
    if match is None:
        return None
    names = _KOREAN_NAMES.match(head, match.end())
    people = tuple(n for n in re.split(r"[ ·,]+", names["names"]) if n) if names else ()
    return ParsedDateline(
        match.start(), match.end(), match["place"], None, None, match["agency"], people, "dateline.place=agency", 0.98,
        "(place=agency)",
    )  # fmt: skip


# -- PLACE, region, date (AGENCY) — ----------------------------------------------------------


def _linear(text: str, head: str, lead: int, language: str, survey: Survey | None) -> ParsedDateline | None:
    dates = _Dates(head, survey)
    reading = _Reading(end=lead)
    position = _opening(head, lead, dates, reading)
    if position < 0:
        return None
    if not reading.place and not reading.agency and reading.date is None:
        position = _place(head, position, reading)
        if position < 0:
            return _bare(text, head, lead, language)
    position = _components(head, position, dates, reading)
    return _verdict(text, head, lead, reading, language) or _bare(text, head, lead, language)


class _Dates:
    """The dates in the head of a passage, looked for only where figures stand near the place in question."""

    def __init__(self, head: str, survey: Survey | None) -> None:
        self._head, self._survey = head, survey
        self._found: tuple[FoundDate, ...] | None = None if survey is not None and _DIGIT.search(head, 0, 90) else ()

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

    def around(self, position: int) -> FoundDate | None:
        """Return the date that has begun before *position* and goes on behind it."""
        for date in self.near(position - _LONGEST_DATE, position + _LONGEST_DATE):
            if date.start < position < date.end:
                return date
        return None


def _opening(head: str, at: int, dates: _Dates, reading: _Reading) -> int:
    """Take an agency in brackets or a date that stands before the place."""
    outlet = _OUTLET_FIRST.match(head, at) if "." in head[at : at + 24] else None
    if outlet is not None:
        probe = _Reading()
        after = _place(head, outlet.end(), probe)
        if after > 0 and len(probe.place.split()) <= 3 and _DASH_BEHIND.match(head, after):
            reading.agency, reading.place = outlet[1], probe.place
            reading.place_end = reading.end = probe.place_end
            return after
    match = _BRACKET.match(head, at)
    if match is not None:
        if not known_agency(match[1]):
            return _bracketed(head, match, dates, reading)
        reading.agency, reading.agency_known, reading.bracketed = match[1], True, True
        reading.end = match.end()
        dash = _SEPARATOR.match(head, match.end())
        if dash is None:
            return match.end()
        probe = _Reading()
        after = _place(head, dash.end(), probe)
        if after > 0 and _shouted(probe.place) and head[after : after + 1] in {",", " "}:
            reading.place, reading.place_end, reading.end = probe.place, probe.place_end, probe.place_end
            return after
        return match.end()
    found = dates.at(at)
    if found is not None and found.precision != "year":
        reading.date, reading.end = found, found.end
        position = found.end
        while position < len(head) and head[position] in " ,":
            position += 1
        dash = _DASH.match(head, found.end)
        probe = _Reading()
        after = _place(head, dash.end() if dash is not None else position, probe)
        if dash is not None and not _shouted(probe.place):
            after = -1
        if after > 0 and len(probe.place) <= 30 and head[after : after + 2].strip()[:1] in {"(", "/", "-", "–", "—"}:
            reading.place, reading.place_end, reading.end = probe.place, probe.place_end, probe.place_end
            return after
        return found.end
    return at


def _bracketed(head: str, match: re.Match[str], dates: _Dates, reading: _Reading) -> int:
    """Take ``(Geneva, 12 March 2026)``, or ``(Geneva)`` where the date follows; return where it ends, or -1."""
    probe = _Reading()
    end = _place(head, match.start(1), probe)
    if end < 0:
        return -1
    if end == match.end(1):
        behind = match.end() + (head[match.end() : match.end() + 1] == " ")
        found = dates.at(behind)
        if found is None or found.precision != "day" or not _BEHIND_DATE.match(head, found.end):
            return -1
        reading.end = found.end
    else:
        found = next((d for d in dates.near(*match.span()) if end < d.start and d.end <= match.end()), None)
        if found is None or found.precision != "day" or head[found.end : match.end(1)].strip(" ."):
            return -1
        between = head[end : found.start]
        if between[0] not in ",،" or any(is_small(word[0]) for word in between[1:].split()):
            return -1
        reading.region, reading.end = between.strip(" ,،"), match.end()
    reading.place, reading.place_end, reading.date, reading.bracketed = probe.place, end, found, True
    return reading.end


def _shouted(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 2 and all(c.isupper() for c in letters)


def _place(head: str, at: int, reading: _Reading) -> int:
    """Take one to six words that may name a place; return where they end, or -1."""
    position, words = at, 0
    small = _small_words()
    while words < 6:
        match = _TOKEN.match(head, position)
        if match is None:
            break
        word = match.group()
        end = match.end()
        if word.endswith(".") and len(word) > 3 and not word[:-1].count("."):
            end -= 1  # a full stop that closes the place, not "St." or "N.Y."
            word = word[:-1]
        inner = _INNER_POINT.search(word) if "." in word else None
        if inner is not None:
            end = position + inner.start()
            word = word[: inner.start()]
        if word.endswith(("-", "’")):
            end -= 1
            word = word[:-1]
        if words and (folded(word) in {"في", "le", "den"} or word.startswith(_DAY_WORDS)):
            break
        if is_small(word[0]) and not (words and folded(word) in small):
            if words:
                break
            reading.region = ""
        position = end
        words += 1
        if head[position : position + 1] == "/" and position + 1 < len(head) and head[position + 1].isalpha():
            position += 1
            continue
        if head[position : position + 1] in {" ", "\u00a0"} and _TOKEN.match(head, position + 1):
            position += 1
            continue
        break
    place = head[at:position].rstrip(" /")
    if not place:
        return -1
    reading.place, reading.place_end = place, at + len(place)
    reading.end = reading.place_end
    return reading.place_end


def _components(head: str, position: int, dates: _Dates, reading: _Reading) -> int:
    """Take regions, dates and agencies in any order until a separator ends the dateline."""
    for _ in range(8):
        start = position
        while position < len(head) and head[position] in " \u00a0,،፣":
            position += 1
        if head.startswith(". ", position) and reading.date is None and dates.at(position + 2) is not None:
            position += 2
            reading.pointed = True
        comma = "," in head[start:position] or "،" in head[start:position] or "፣" in head[start:position]
        step = (
            _take_date(head, position, dates, reading)
            or _take_bracket(head, position, dates, reading)
            or _take_slashes(head, position, reading)
            or _take_dashed_agency(head, start, reading)
            or _take_dashed_date(head, start, dates, reading)
            or (comma and _take_region(head, position, reading))
        )
        if not step:
            match = _SEPARATOR.match(head, start)
            if match is None and head.startswith(". ", start):
                reading.separator, reading.after = ".", start + 2
            elif match is not None:
                reading.separator, reading.after = match.group().strip() or "/", match.end()
            else:
                reading.after = position
            return position
        position = int(step)
    return position


def _take_date(head: str, position: int, dates: _Dates, reading: _Reading) -> int:
    if reading.date is not None:
        return _take_same_day(head, position, dates, reading)
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
    if found is None or found.precision in {"year", "month"}:
        return 0
    reading.date = found
    reading.end = found.end
    position = found.end
    weekday = re.match(r",? ?[^\W\d_]{3,12}(?= ?[(/])", head[position:])
    if weekday is not None:
        position += weekday.end()
    if head[position : position + 1] == "." and head[position : position + 2] not in {".-", ".–", ".—"}:
        after = head[position + 1 : position + 3].lstrip()
        if after[:1] in {"/", "(", "-", "–", "—"}:
            position += 1
    return position


def _take_same_day(head: str, position: int, dates: _Dates, reading: _Reading) -> int:
    """Take a second date right behind the first, in another calendar; the Gregorian one is kept."""
    if position > reading.end + 2:
        return 0
    found = dates.at(position)
    if found is None:
        word = _TOKEN.match(head, position)
        found = dates.at(word.end(), 1) if word is not None else None
    if found is None or reading.date is None or found.precision != "day" or found.calendar == reading.date.calendar:
        return 0
    reading.date = found if found.calendar == "gregorian" else reading.date
    reading.end = found.end
    return found.end


def _take_bracket(head: str, position: int, dates: _Dates, reading: _Reading) -> int:
    match = _BRACKET.match(head, position)
    if match is None:
        return 0
    inner = match[1]
    inside = next((d for d in dates.near(*match.span()) if match.start() < d.start and d.end <= match.end()), None)
    name = inner
    if inside is not None and inside.precision != "year":
        name = (head[match.start(1) : inside.start] + head[inside.end : match.end(1)]).strip(" ,–—-")
        reading.date = reading.date or inside
    if any(c.isdigit() for c in name) and not known_agency(name):
        reading.digits_in_bracket = True
        return 0
    behind_place = reading.date is not None or (reading.region != "" and _shouted(reading.place))
    signs = _acronym(name.split("/")[0].split(" ")[0]) or (behind_place and _capitalised(name))
    if known_agency(name) or (signs and len(name) >= 2 and not reading.agency):
        reading.agency, reading.agency_known, reading.bracketed = name, known_agency(name), True
    elif not reading.agency:
        reading.region = f"{reading.region}, {inner}" if reading.region else inner
    else:
        return 0
    reading.end = match.end()
    return match.end()


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


def _take_slashes(head: str, position: int, reading: _Reading) -> int:
    match = _SLASHES.match(head, position)
    if match is None or reading.agency:
        return 0
    if not known_agency(match[1]) and (reading.date is None or not _capitalised(match[1])):
        return 0
    reading.agency, reading.agency_known, reading.bracketed = match[1], known_agency(match[1]), True
    reading.end = match.end()
    return match.end()


def _take_dashed_agency(head: str, position: int, reading: _Reading) -> int:
    """Take `` - РИА Новости.``, ``. КАЗИНФОРМ –`` and the agency that closes ``… م واس``."""
    match = _JOINT.match(head, position)
    if match is None or reading.agency:
        return 0
    for pattern in _NAMES:
        name = pattern.match(head, match.end())
        if name is None:
            continue
        sign = name.group().rstrip(".-")
        if known_agency(sign) and (len(folded(sign)) > 3 or not sign.isascii() or sign[1:] != sign[1:].lower()):
            end = match.end() + len(sign)
            behind = head[end : end + 3]
            if behind[:1] in {".", ",", "", "-", "–", "—", ":"} or _DASH.match(head, end) or behind[:1] == " ":
                if match.group() == " " and not (reading.date is not None):
                    return 0
                reading.agency, reading.agency_known = sign, True
                reading.end = end
                return end
    return 0


def _take_dashed_date(head: str, position: int, dates: _Dates, reading: _Reading) -> int:
    """Take the date between two separators: `` – March 12, 2026 –``; what runs on behind it is a sentence."""
    if reading.date is not None or not reading.place:
        return 0
    match = _BEFORE_DATE.match(head, position)
    found = dates.at(match.end()) if match is not None else None
    if found is None or found.precision in {"year", "month", "day-of-month"} or not _BEHIND_DATE.match(head, found.end):
        return 0
    reading.date, reading.end = found, found.end
    return found.end


def _take_region(head: str, position: int, reading: _Reading) -> int:
    """Take ``, Fla.`` or ``, New Zealand`` or ``, CNN Indonesia`` after the place."""
    match = _REGION.match(head, position)
    if match is None:
        return 0
    words = match.group().split(" ")
    kept: list[str] = []
    small = phrases("byline", "particles")
    for word in words:
        if word[0].islower() and folded(word) not in small:
            break
        kept.append(word)
        if word.endswith("-"):  # the dash that ends the dateline, without a space before it
            break
        if known_agency(word.rstrip(".")) and (word.endswith(".") or reading.date is not None):
            break
    name = " ".join(kept)
    if not kept or len(name) > 32:
        return 0
    stripped = name.rstrip("-")
    abbreviation = folded(stripped).rstrip(".") in phrases("dateline", "regions")
    if stripped.endswith(".") and not abbreviation and stripped.count(".") < 2:
        stripped = stripped[:-1]
    first = kept[0].rstrip(".")
    domain = re.search(r"\.[a-z]{2,4}$", stripped) is not None
    if (
        not abbreviation
        and not reading.agency
        and (
            known_agency(stripped)
            or domain
            or (_acronym(first) and len(first) >= 3 and not _shouted_place(reading, stripped))
        )
    ):
        reading.agency, reading.agency_known = stripped, known_agency(stripped)
    else:
        reading.region = f"{reading.region}, {stripped}" if reading.region else stripped
    reading.end = position + len(stripped)
    return reading.end


def _shouted_place(reading: _Reading, name: str) -> bool:
    return _shouted(reading.place) and _shouted(name) and len(name) > 5


# -- deciding --------------------------------------------------------------------------------


def _verdict(text: str, head: str, lead: int, r: _Reading, language: str) -> ParsedDateline | None:
    if r.digits_in_bracket or not (r.separator or r.agency_known or r.bracketed):
        return None
    rest = text[r.after : r.after + 80].lstrip(" \u00a0")
    if not rest:
        return None
    opener = rest.lstrip("\"'“”„«»‘’([{¿¡*「『—–- ")[:1]
    small_start = is_small(opener)
    shouted = _shouted(r.place)
    cased = any(c.isupper() or is_small(c) for c in r.place)
    words = r.place.split()
    capital = not cased or all(
        w[0].isupper() or not is_small(w[0]) or folded(w) in phrases("byline", "particles") for w in words
    )
    label = folded(r.place) in phrases("dateline", "not_places")
    dash = bool(r.separator) and r.separator not in {".", ":", "/"}
    score, rule = 0.0, ""
    if r.agency_known and (r.place or r.date or dash):
        if r.bracketed and (r.separator or r.date is not None or not cased or r.place):
            score, rule = 0.97, "dateline.place-agency"
            if not r.separator and not (r.place and len(r.place) <= 40 and capital):
                return None
            if not r.place and r.date is None and not dash:
                return None
            if not r.place and small_start:
                return None
        elif r.separator or r.date is not None:
            score, rule = 0.95, "dateline.place-agency"
        if small_start and not (r.date is not None or _lower_case_copy(text)):
            score -= 0.2
        if label and r.place:
            score -= 0.5
    elif r.bracketed and r.place and r.date is not None and r.agency == "" and capital and not label:
        score, rule = 0.9, "dateline.bracketed-place-date"
    elif r.bracketed and shouted and r.date is not None and r.agency and not (r.separator or label or small_start):
        score, rule = 0.88, "dateline.place-signature"
    elif r.agency and r.place and capital and r.separator and not label:
        dated = r.date is not None and r.date.precision != "day-of-month"
        score, rule = (0.92 if dash else 0.8) if dated else (0.85 if dash else 0.6), "dateline.place-signature"
    elif (
        r.date is not None
        and r.place
        and r.separator
        and capital
        and not (label or r.pointed)
        and r.date.precision != "day-of-month"
    ):
        score, rule = (0.92 if dash else 0.8), "dateline.place-date"
        if small_start:
            score -= 0.3
    elif r.place and shouted and cased and not label and not small_start:
        if dash and len(r.place) >= 3 and len(words) <= 4:
            score, rule = 0.9, "dateline.capital-place"
        elif r.separator == ":" and len(r.place) >= 4 and len(words) <= 3 and not r.region and rest[:1].isalpha():
            score, rule = 0.75, "dateline.capital-place"
    elif r.separator == ":" and not cased and folded(r.place) in _colon_places(language):
        score, rule = 0.78, "dateline.listed-place"
    elif (
        capital and cased and dash and not (label or small_start or r.region.isupper()) and _plain_place(r, head, words)
    ):
        score, rule = 0.74, "dateline.place-dash"
    if score <= 0.5:
        return None
    return _parsed(head, lead, r, score, rule)


def _lower_case_copy(text: str) -> bool:
    return text[:120].islower()


def _plain_place(r: _Reading, head: str, words: list[str]) -> bool:
    """``Wien – Die …``: a place in normal case needs a spaced dash and few words."""
    spaced = head[r.end : r.end + 1] in {" ", "\u00a0"} and head[r.after - 1 : r.after] in {" ", "\u00a0"}
    names = [w for w in re.split(r"[ /]", r.place) if w]
    return (
        spaced
        and len(words) <= 3
        and len(names) <= 4
        and len(r.place) >= 3
        and (not r.region or len(r.region.split()) <= 3)
    )


def _parsed(head: str, lead: int, r: _Reading, score: float, rule: str) -> ParsedDateline:
    shown = [part for part in (r.place, r.region, head[r.date.start : r.date.end] if r.date else "", r.agency) if part]
    place = f"{r.place}, {r.region}" if r.region and _comma_region(head, r) else r.place
    end = r.end
    return ParsedDateline(
        lead, end, place or None, r.region or None, r.date.date if r.date else None, r.agency or None,
        tuple(r.correspondents), rule, score, " · ".join(shown) + (f" before ‘{r.separator}’" if r.separator else ""),
    )  # fmt: skip


def _comma_region(head: str, r: _Reading) -> bool:
    return head[r.place_end : r.place_end + 1] == ","


@cache
def _bare_places(language: str) -> frozenset[str]:
    return phrases_by_language("dateline", "bare_places").get(language, frozenset())


@cache
def _pointed_places(language: str) -> frozenset[str]:
    return phrases_by_language("dateline", "pointed_places").get(language, frozenset()) | _bare_places(language)


@cache
def _colon_places(language: str) -> frozenset[str]:
    return phrases_by_language("dateline", "colon_places").get(language, frozenset())


def _bare(text: str, head: str, lead: int, language: str) -> ParsedDateline | None:
    """``Köln. Der Dom …``, ``ANCONA. Un incendio …``, and ``Berlin Der …`` where nouns have capitals: listed places."""
    places = _pointed_places(language)
    if not places or len(text) < 120:
        return None
    words = head[lead:].split(" ", 4)
    for count in (3, 2, 1):
        name = " ".join(words[:count])
        if folded(name.rstrip(".")) not in places or len(words) <= count:
            continue
        following = words[count]
        if name.endswith("."):
            if following[:1].isupper() or following[:1] in '„"«»“':
                end = lead + len(name) - 1
                return ParsedDateline(
                    lead, end, head[lead:end], rule="dateline.listed-place", score=0.8, note=f"{name} before a sentence"
                )
            return None
        if folded(name) not in _bare_places(language):
            return None
        if following[:1].isupper() and len(following) > 1 and any(w[:1].islower() for w in words[count + 1 :]):
            end = lead + len(name)
            return ParsedDateline(
                lead, end, name, rule="dateline.listed-place", score=0.7, note=f"{name} before a new sentence"
            )
    return None
