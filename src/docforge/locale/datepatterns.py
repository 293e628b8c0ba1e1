# SPDX-License-Identifier: Apache-2.0
"""For each language, the expressions that dates in running text are read with.

Built from the names and patterns of CLDR, pooled over all territories of a language, and from ``datewords``.
Compiled when a language is first used.  All expressions work on folded text (see ``recognition``): lower case,
ASCII digits, plain spaces, NFC.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

from docforge.locale import calendars, tables
from docforge.locale import datewords as words
from docforge.locale.skeletons import pattern_parts
from docforge.locale.tags import likely, parse_tag, resolve
from docforge.records import dataclass

__all__ = ["UNSPACED", "Expressions", "MonthName", "expressions", "fold", "letter_or_mark"]

MonthName = tuple[str, int]
"""Calendar and month number (1 to 13)."""

UNSPACED = frozenset({"Thai", "Laoo", "Khmr", "Mymr", "Tibt", "Jpan", "Hans", "Hant"})
_ONE_LETTER = frozenset({"Mymr"})
"""Scripts in which one letter with its signs may name a month."""
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_GAP = r"[ \u200f]{0,2}"
_SPACE = r"[ \u200f]{1,2}"
_RANGE = r" ?(?:[-\u2013\u2014/]) ?"
_EXCLUDED_NAME = re.compile(r"[月월]|^m\d|^\d+$")

# Languages whose names belong together in practice.
_FAMILIES = {"nb": "no", "nn": "no", "no": "no"}
_ALSO_READ = {"ms": "id"}
"""The language whose months and days are read too: few words tell a short text in the one from one in the other."""

_OTHER_CALENDARS = {
    "am": ("ethiopic",),
    "ar": ("islamic",),
    "ckb": ("persian", "islamic"),
    "fa": ("persian", "islamic"),
    "he": (),
    "ps": ("persian", "islamic"),
    "ti": ("ethiopic",),
    "ur": ("islamic",),
}
_CALENDAR_NAMES = {"islamic": "islamic-umalqura"}


@cache
def letter_or_mark() -> str:
    """Return a character class of letters and combining marks: ``\\w`` leaves marks out."""
    marks = [chr(c) for c in range(0x300, 0x1E00) if unicodedata.category(chr(c)) in ("Mn", "Mc")]
    ranges: list[list[int]] = []
    for mark in map(ord, marks):
        if ranges and mark == ranges[-1][1] + 1:
            ranges[-1][1] = mark
        else:
            ranges.append([mark, mark])
    body = "".join(f"\\u{low:04x}-\\u{high:04x}" for low, high in ranges)
    return f"(?:[^\\W\\d_]|[{body}])"


@dataclass(frozen=True, slots=True)
class Expressions:
    """What one language's dates are read with."""

    names: dict[str, MonthName]
    """Folded month name to what it means."""
    shortened: frozenset[str]
    """Names that may be followed by a point of their own."""
    ambiguous: frozenset[str]
    """Names that are months only with a capital letter."""
    month: re.Pattern[str]
    """A month's name with its edges; group ``name``."""
    day_before: re.Pattern[str]
    """Anchored at its end: day (``d``), perhaps a first day of a range (``d1``), up to the month."""
    year_before_day: re.Pattern[str]
    year_before_month: re.Pattern[str]
    day_after: re.Pattern[str]
    """Anchored at its start, from the month's end: day (``d``), perhaps a last day of a range (``d2``)."""
    year_after: re.Pattern[str]
    year_after_day: re.Pattern[str]
    second_name: re.Pattern[str]
    """``/`` and another name of the same month."""
    weekday_before: re.Pattern[str]
    weekday_after: re.Pattern[str]
    month_first: bool
    """A day may follow the month without a year."""
    year_first: bool
    """The year is written before the month."""
    numeric_order: str
    """``dmy``, ``mdy`` or ``ymd``."""
    two_orders: bool
    """CLDR's own numeric patterns put day and month in both orders."""
    closing_point: bool
    """A numeric date may end with a point of its own."""
    buddhist: bool
    persian: bool
    hijri: bool
    ethiopic: bool
    slash: re.Pattern[str] | None
    """Day and month in brackets or after a weekday, without a year."""
    dotted: re.Pattern[str] | None
    """Day and month with points after a weekday, without a year."""


_FOLDING = str.maketrans(dict.fromkeys("\u00a0\u202f\u2009\u2007", " ") | dict.fromkeys("\u200e\u200f\u061c", ""))


def fold(text: str) -> str:
    """Fold a name or a literal as running text is folded."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", text).lower().translate(_FOLDING)


def expressions(locale: str) -> Expressions:
    """Return the expressions for the language of *locale*; ``und`` gets English names.

    Raises:
        UsageError, LocaleError: as ``canonical_tag``.
    """
    return _expressions(locale)


@lru_cache(maxsize=256)
def _expressions(locale: str) -> Expressions:
    found = resolve("en" if locale == "und" else locale)
    order, closing, two_orders = _numeric(tables.record(found.base))
    shared = _shared(found.language, found.script)
    month_first = _month_first(found.base) or found.language in words.MONTH_FIRST
    year_first = _order(tables.record(found.base)["style"]["long"]).startswith("y")
    return Expressions(
        month_first=month_first,
        year_first=year_first,
        numeric_order=order,
        two_orders=two_orders,
        closing_point=closing,
        **shared,
    )


@lru_cache(maxsize=64)
def _shared(language: str, script: str) -> dict[str, Any]:
    pool = _pool(language, script)
    key = f"{language}-{script}" if f"{language}-{script}" in words.MONTHS else language
    names, inflected, wide = _month_names(pool, language, script, key)
    glue = _glue(pool, language)
    unspaced = script in UNSPACED
    own = _Builder(language, key, glue, unspaced)
    weekday = _weekday(pool, own)
    return {
        "names": names,
        "shortened": frozenset(name for name in names if name not in wide),
        "ambiguous": words.ALSO_WORDS.get(language, frozenset()),
        "month": own.month(names, inflected),
        "day_before": own.day_before(),
        "year_before_day": own.year_before(("y", "d")),
        "year_before_month": own.year_before(("y", "M")),
        "day_after": own.day_after(),
        "year_after": own.year_after(("M", "y")),
        "year_after_day": own.year_after(("d", "y")),
        "second_name": re.compile(r" ?/ ?(?P<name>" + _alternatives(names) + ")"),
        "weekday_before": re.compile(own.edge_before + f"(?:{weekday})" + own.weekday_gap() + r"\Z"),
        "weekday_after": re.compile(own.weekday_gap_after() + f"(?:{weekday})" + own.edge_after),
        "buddhist": language in words.CALENDARS["buddhist"] or _usual(pool, "buddhist"),
        "persian": language in words.CALENDARS["persian"] or _usual(pool, "persian"),
        "hijri": language in words.CALENDARS["hijri"],
        "ethiopic": language in words.CALENDARS["ethiopic"],
        "slash": _slash(weekday) if language in words.SLASH_DAY_MONTH else None,
        "dotted": _dotted(weekday, own) if language in words.DOT_DAY_MONTH else None,
    }


def _usual(pool: list[str], calendar: str) -> bool:
    preferences = tables.core()["calendars"]
    return any(preferences.get(likely(parse_tag(tag)).territory, [""])[0] == calendar for tag in pool)


def _pool(language: str, script: str) -> list[str]:
    """All locales of the language in the script: territories differ in names and patterns."""
    family = _FAMILIES.get(language, language)
    members = (language, family, _ALSO_READ.get(language))
    return [
        tag
        for tag in tables.locales()
        if (first := tag.partition("-")[0]) in members or _FAMILIES.get(first) == family
        if likely(parse_tag(tag)).script == script
    ]


# -- names ---------------------------------------------------------------------------------


def _month_names(
    pool: list[str], language: str, script: str, key: str
) -> tuple[dict[str, MonthName], set[str], set[str]]:
    found: dict[str, set[MonthName]] = {}
    inflected: set[str] = set()
    wide_names: set[str] = set()
    pointed: set[str] = set()
    shortest = 1 if script in _ONE_LETTER else 2
    # The territories of a language repeat most of each other's names.
    seen: set[tuple[str, MonthName, bool]] = set()

    def add(name: str, month: MonthName, *, full: bool) -> None:
        if (name, month, full) in seen:
            return
        seen.add((name, month, full))
        folded = fold(name).strip().strip(".")
        if len(folded) < shortest or _EXCLUDED_NAME.search(folded):
            return
        found.setdefault(folded, set()).add(month)
        if full:
            inflected.add(folded)

    for tag in sorted(pool):
        table = tables.record(tag)["names"]
        for width in ("MMMM", "LLLL", "MMM", "LLL"):
            for number, name in enumerate(table[width], 1):
                add(name, ("gregorian", number), full=len(width) == 4)
                if len(width) == 4:
                    wide_names.add(name)
                elif name.endswith("."):
                    pointed.add(fold(name).strip().strip("."))
        for calendar in _other_calendars(tag, language):
            other = tables.calendar_record(tag).get(calendar, {})
            for width in ("MMMM", "LLLL"):
                for number, name in enumerate(other.get(width, ()), 1):
                    add(name, (_CALENDAR_NAMES.get(calendar, calendar), number), full=True)
    wide = {fold(name).strip().strip(".") for name in wide_names}
    for number, forms in _extra_months(language, key):
        for form in forms.split():
            name = form.replace("_", " ")
            found.pop(fold(name).strip("."), None) if len(found.get(fold(name).strip("."), ())) > 1 else None
            add(name, ("gregorian", number), full=len(name) >= 4)
    return {name: month for name, months in found.items() if (month := _one(months))}, inflected, wide - pointed


def _extra_months(language: str, key: str) -> Iterator[tuple[int, str]]:
    """Yield the number of a month and forms of its name that CLDR does not list."""
    for name in ("no",) if language in _FAMILIES else (key, _ALSO_READ.get(language, "")):
        yield from enumerate(words.MONTHS[name].split(";") if name in words.MONTHS else (), 1)


TWOFOLD = "gregorian, perhaps ethiopic"
"""Calendar of a name that two calendars share; the month is the Gregorian one."""


def _one(months: set[MonthName]) -> MonthName | None:
    """The only meaning of a name; an Ethiopic month and the Gregorian one it begins in may share one (ti)."""
    if len(months) == 1:
        return next(iter(months))
    named = dict(months)
    shared = len(months) == 2 and set(named) == {"gregorian", "ethiopic"}
    return (
        (TWOFOLD, named["gregorian"]) if shared and ethiopic_begins(named["ethiopic"]) == named["gregorian"] else None
    )


def ethiopic_begins(month: int) -> int:
    """The Gregorian month in which an Ethiopic one begins."""
    return (month + 7) % 12 + 1


def _other_calendars(tag: str, language: str) -> tuple[str, ...]:
    """The calendars besides the Gregorian whose months may stand in texts of a locale."""
    preferences = tables.core()["calendars"]
    usual = preferences.get(likely(parse_tag(tag)).territory, ["gregorian"])[0]
    own = (usual,) if usual in ("persian", "ethiopic") else ()
    return tuple(dict.fromkeys((*_OTHER_CALENDARS.get(language, ()), *own)))


def _alternatives(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name))) or "(?!)"


def _weekday(pool: list[str], own: _Builder) -> str:
    written: set[str] = set()
    for tag in pool:
        table = tables.record(tag)["names"]
        for width in ("EEEE", "cccc", "EEE", "ccc"):
            written.update(table[width])
    names = {folded for name in written if len(folded := fold(name).strip().strip(".")) > 1}
    tails = {text.strip() for text in own.glue.get(("E", "$"), ()) if text.strip(" .,")}
    # Without the word for day the name may be the end of a place: ວຽງຈັນ (Vientiane), ຈັນ (Monday).
    bare = {name for name in names if any(other.find(name) > 0 for other in names)} if own.unspaced else set()
    either = f"{_alternatives(names - bare)}|{own.start}(?:{_alternatives(bare)})" if bare else _alternatives(names)
    return f"(?:{either})" + (f"(?: (?:{_alternatives(tails)}))?" if tails else "")


def _slash(weekday: str) -> re.Pattern[str]:
    """Rule: a bare 14/9 is a date only where a reader cannot take it for a share or a score."""
    return re.compile(
        rf"(?:(?<=\()|(?<=ngày )|(?<=\b(?:[a-z]{{3}}) )|(?<=ttxvn )|(?:{weekday}),? \(?)"
        rf"(?P<d>{_DAY})[/-](?P<m>0?[1-9]|1[0-2])(?=[) ,.])(?![) ,.]?\d)"
    )


def _dotted(weekday: str, own: _Builder) -> re.Pattern[str]:
    """Rule: a bare 14.9. is a date only after the name of a day (de Mittwoch, 14.9.; fi keskiviikkona 14.9.)."""
    lead = f"(?:{words.DAY_LEADS[own.language]} )?" if words.DAY_LEADS.get(own.language) else ""
    return re.compile(
        rf"{own.edge_before}(?:{weekday}){letter_or_mark()}{{0,4}}\.?,? \(?(?:dem |den )?{lead}"
        rf"(?P<d>{_DAY})\. ?(?P<m>(?:0?[1-9]|1[0-2])\.|0[1-9]|1[0-2])(?! ?\d|\w|\s?(?:{words.NO_DATE_AFTER}))"
    )


# -- patterns ------------------------------------------------------------------------------


def _glue(pool: list[str], language: str) -> dict[tuple[str, str], set[str]]:
    """The literals that CLDR's patterns put between two fields, before the first (``^``) and after the last (``$``)."""
    found: dict[tuple[str, str], set[str]] = {}
    seen = set()
    for tag in pool:
        facts = tables.record(tag)
        candidates = [facts["style"][style] for style in ("full", "long", "medium")]
        candidates += [pattern for key, pattern in facts["skeleton"].items() if "MMM" in key and "G" not in key]
        for calendar in (*_other_calendars(tag, language), *(("buddhist",) if _usual([tag], "buddhist") else ())):
            candidates += calendars.patterns(tag, calendar)["style"].values()
        for pattern in candidates:
            if pattern not in seen and re.search(r"MMM|LLL", pattern):
                seen.add(pattern)
                _collect(pattern, found)
    return found


def _collect(pattern: str, found: dict[tuple[str, str], set[str]]) -> None:
    before = "^"
    literal = ""
    for part in pattern_parts(pattern):
        if isinstance(part, str):
            literal = part
            continue
        letter = {"L": "M", "c": "E", "Y": "y"}.get(part[0], part[0])
        found.setdefault((before, letter), set()).add(fold(literal))
        before, literal = letter, ""
    found.setdefault((before, "$"), set()).add(fold(literal))


def _literal(text: str) -> str:
    """A literal as an expression; its spaces may be missing or doubled."""
    body = re.escape(text.strip()).replace(r"\ ", " ?")
    lead = _GAP if text[:1] == " " else ""
    trail = _GAP if text[-1:] == " " else ""
    return lead + body + trail


def _month_first(base: str) -> bool:
    skeletons = tables.record(base)["skeleton"]
    orders = (_order(skeletons[key]) for key in ("MMMMd", "MMMd", "MMMMEd", "MEd") if "d" in skeletons.get(key, ""))
    return any(order.startswith("m") for order in orders)


def _order(pattern: str) -> str:
    """The order of year, month and day in a pattern, such as ``dmy``."""
    letters = (part[0] for part in pattern_parts(pattern) if isinstance(part, tuple) and part[0] in "yMLd")
    return "".join(letters).lower().replace("l", "m")


def _numeric(facts: dict[str, Any]) -> tuple[str, bool, bool]:
    """Order of numeric dates, whether they close with a point, and whether the patterns disagree in their order."""
    pattern, short = facts["skeleton"].get("yMd") or facts["style"]["short"], facts["style"]["short"]
    order = _order(pattern)
    last = [part for text in (pattern, short, facts["style"]["medium"]) for part in pattern_parts(text)[-1:]]
    closing = any(isinstance(part, str) and part.strip().startswith(".") for part in last)
    disagree = {order, _order(short)} == {"dmy", "mdy"}
    return (order if order in ("dmy", "mdy", "ymd") else "dmy"), closing, disagree


_NO_CLOCK = r"\d(?!\d:[0-5]\d(?!\d))"
"""A figure behind the year that begins no time run together with it: ``May 14,202110:15 AM``."""


class _Builder:
    """Puts the expressions of one language together."""

    def __init__(self, language: str, key: str, glue: dict[tuple[str, str], set[str]], unspaced: bool) -> None:
        self.key = key if key in words.YEAR_ENDINGS else language
        self.language = language
        self.glue = glue
        self.unspaced = unspaced
        letter = letter_or_mark()
        self.start = f"(?<!{letter[3:-1].split('|')[0]})" + f"(?<!{letter[3:-1].split('|')[1]})"
        self.edge_before = "" if unspaced else self.start
        self.edge_after = "" if unspaced else f"(?!{letter})"

    def between(self, first: str, second: str, default: str) -> str:
        texts = {text for text in self.glue.get((first, second), ()) if text.strip() not in ("", ".")}
        parts = [_literal(text) for text in sorted(texts, key=lambda text: (-len(text), text))]
        return "(?:" + "|".join([*parts, default]) + ")"

    def attached(self, field: str, *, before: bool) -> list[str]:
        """Letters that CLDR's patterns write together with a field."""
        pick = re.compile(f"{letter_or_mark()}+\\Z" if before else f"{letter_or_mark()}+")
        side = 1 if before else 0
        texts = {text for pair, found in self.glue.items() if pair[side] == field for text in found}
        runs = {found[0] for text in texts if (found := (pick.search(text) if before else pick.match(text)))}
        return [] if self.unspaced else [re.escape(run) for run in sorted(runs, key=lambda run: (-len(run), run))]

    def default(self, signs: str = ",،、፣-") -> str:
        return rf"\.?[{signs}]?" + (_GAP if self.unspaced else _SPACE)

    def month(self, names: dict[str, MonthName], inflected: set[str]) -> re.Pattern[str]:
        leads = [words.MONTH_PREFIXES[self.language]] if self.language in words.MONTH_PREFIXES else []
        leads += self.attached("M", before=True)
        lead = "(?:" + "|".join(leads) + ")?" if leads else ""
        suffix = words.MONTH_SUFFIXES.get(self.key if self.key in words.MONTH_SUFFIXES else self.language, "")
        ending = f"(?:['’]?{letter_or_mark()}{{1,6}})?" if suffix == "+" else ""
        suffixes = ([suffix] if suffix not in ("", "+") else []) + self.attached("M", before=False)
        fixed = "(?:" + "|".join(suffixes) + ")?" if suffixes else ""
        digits_before = r"(?<!\d)" if any(name[0].isdigit() for name in names) else ""
        digits_after = r"(?!\d)" if any(name[-1].isdigit() for name in names) else ""
        if ending:
            long = _alternatives(name for name in names if name in inflected)
            plain = f"(?P<name>{_alternatives(names)}){fixed}{self.edge_after}"
            body = f"(?:{plain}|(?P<stem>{long}){ending}{self.edge_after})"
        else:
            body = f"(?P<name>{_alternatives(names)}){fixed}{self.edge_after}(?P<stem>(?!))?"
        return re.compile(self.edge_before + digits_before + lead + body + digits_after)

    def day_endings(self) -> str:
        found = words.DAY_ENDINGS.get(self.language, "")
        parts = [found] if found else []
        parts += [re.escape(t.strip()) for t in self.glue.get(("d", "$"), ()) if t.strip() and t.strip() != ","]
        return "(?:" + "|".join(parts) + ")?" if parts else ""

    def day_before(self) -> re.Pattern[str]:
        leads = [re.escape(t.strip()) for t in self.glue.get(("^", "d"), ()) if t.strip()]
        leads += [words.DAY_LEADS[self.language]] if words.DAY_LEADS.get(self.language) else []
        lead = "(?:(?:" + "|".join(leads) + r")[ ]?)?" if leads else ""
        joint = words.CONJUNCTIONS.get(self.language)
        pair = _RANGE + (f"| (?:{joint}) " if joint else "")
        ending = self.day_endings()
        gap = self.between(
            "d",
            "M",
            r"[.,]?[ \u200f]{0,2}(?:-[ ]?)?" if self.unspaced else r"\.?[ \u200f-]{1,2}(?:de |of |del |den )?|\.?",
        )
        word = words.DAY_TO_MONTH.get(self.language)
        if word:
            gap = f"(?:{_GAP}(?:{word}){_GAP}|{gap})"
        return re.compile(
            rf"(?<!\d)(?<!\d[.,:/])(?P<lead>{lead})(?:(?P<d1>{_DAY})\.?{ending}(?:{pair}))?(?P<d>{_DAY}){ending}{gap}\Z"
        )

    def _year(self) -> str:
        lead = words.YEAR_LEADS.get(self.language, "")
        ending = words.YEAR_ENDINGS.get(self.key, words.YEAR_ENDINGS.get(self.language, ""))
        short = r"|(?P<yy>\d{2}(?!\d))" if self.language in words.BARE_SHORT_YEARS else r"|['’](?P<yy>\d{2})(?!\d)"
        return (
            (rf"(?:(?P<era>{lead}) ?)?" if lead else "")
            + rf"(?:(?P<y>\d{{4}}){short})(?!{_NO_CLOCK}|[.,:]\d)"
            + (rf"(?P<end>[ -]?(?:{ending}))?" if ending else "")
        )

    def year_before(self, pair: tuple[str, str]) -> re.Pattern[str]:
        gap = self.between(*pair, r"[.,]?" + (_GAP if self.unspaced else _SPACE) + r"(?:-|/)?")
        return re.compile(rf"(?<!\d)(?<!\d[.,:/-]){self._year()}{gap}\Z")

    def day_after(self) -> re.Pattern[str]:
        joint = words.CONJUNCTIONS.get(self.language)
        pair = _RANGE + (f"| (?:{joint}) " if joint else "")
        ending = self.day_endings()
        gap = self.between("M", "d", self.default(",،፣"))
        return re.compile(
            rf"{gap}(?P<d>{_DAY})(?!\d){ending}(?:(?:{pair})(?P<d2>{_DAY})(?!\d|[.,:/-]\d){ending})?"
            rf"(?!\d|[:/]\d|[.,]\d\d(?!\d\d(?!{_NO_CLOCK}))|\s?(?:{words.NO_DATE_AFTER}){self.edge_after or ''})"
        )

    def year_after(self, pair: tuple[str, str]) -> re.Pattern[str]:
        gap = self.between(*pair, r"(?: ?[,،、፣])?" + (_GAP if self.unspaced else _SPACE) + r"(?:de |del )?|, ?|/|")
        if self.language in words.BARE_SHORT_YEARS:
            gap = rf"(?:{gap}|{_GAP})"
        return re.compile(rf"{gap}{self._year()}(?!{_NO_CLOCK}|\s?(?:{words.NO_DATE_AFTER}){self.edge_after or ''})")

    def weekday_gap(self) -> str:
        return self.between("E", "d", r"(?: ?[.,،])?[ \u200f]{0,2}")

    def weekday_gap_after(self) -> str:
        return self.between("d", "E", r"[.,،]?[ \u200f]{0,2}")
