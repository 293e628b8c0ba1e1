# SPDX-License-Identifier: Apache-2.0
"""Datelines in the convention of the output locale; used when the user asks, the original is kept otherwise.

Place names are not translated.  The year is shown only where the source had it.  Agencies take an official form in the
target's script where one is known.

Source: published wire copy of the agencies named in ``AGENCY_FORMS``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from docforge.locale.dates import format_date
from docforge.locale.recognition import find_dates
from docforge.locale.tags import data_chain, resolve
from docforge.locale.typography import NBSP, upper
from docforge.model import Dateline, PartialDate
from docforge.records import dataclass

__all__ = ["AGENCY_FORMS", "agency_name", "dateline_hindrance", "dateline_separator", "render_dateline"]


@dataclass(frozen=True, slots=True)
class _Convention:
    """How one locale writes a dateline."""

    capitals: bool = False
    """The place stands in capitals."""
    comma: str = ", "
    """Between place and date."""
    agency: str = " ({})"
    close: str = NBSP + "–"
    style: str = "yMMMMd"
    """House style or skeleton of the date."""
    whole: str = ""
    """Template for scripts that run everything together; ``{agency}``, ``{place}``, ``{date}``."""
    dated: bool = True
    """The date is part of the dateline."""
    slashed: tuple[str, ...] = ()
    """Agencies that stand between slashes after a full stop, with a full stop of their own."""
    after: str = " "
    """What stands between the dateline and the text."""


_CONVENTIONS: dict[str, _Convention] = {
    "ar": _Convention(comma=" في ", agency=" /{}/", close=""),
    "be": _Convention(capitals=True, close=NBSP + "—"),
    "bg": _Convention(capitals=True),
    "en": _Convention(capitals=True, style="ap", close=NBSP + "—"),
    "en-001": _Convention(capitals=True, style="agency"),
    "es": _Convention(style="agency", close=".–"),
    "fa": _Convention(comma="، "),
    "fr": _Convention(capitals=True, style="un"),
    "hi": _Convention(close=""),
    "id": _Convention(dated=False),
    "it": _Convention(capitals=True),
    "ja": _Convention(whole="【{place}{agency}】", dated=False, after=""),
    "kk": _Convention(capitals=True),
    "ko": _Convention(whole="({place}={agency})", dated=False),
    "ms": _Convention(dated=False),
    "pt-PT": _Convention(style="agency"),
    "ru": _Convention(capitals=True, close=NBSP + "—", slashed=("ТАСС",)),
    "sr": _Convention(capitals=True),
    "tr": _Convention(capitals=True),
    "uk": _Convention(capitals=True),
    "ur": _Convention(comma="، "),
    "vi": _Convention(agency=" ({} {date})", style="Md", comma=""),
    "zh": _Convention(whole="{agency}{place}{date}电", style="MMMd", after="\u3000"),
    "zh-Hant": _Convention(whole="（{agency}{place}{date}電）", style="d", after=""),
}
_PLAIN = _Convention()

# One agency a line: its forms by language of the reader, ``*`` for all others.
AGENCY_FORMS: tuple[dict[str, str], ...] = (
    {"*": "TASS", "ru": "ТАСС", "zh": "塔斯社", "zh-Hant": "塔斯社", "ja": "タス", "ko": "타스",
     "uk": "ТАСС", "kk": "ТАСС"},
    {"*": "AP", "zh": "美联社", "zh-Hant": "美聯社"},
    {"*": "AFP", "zh": "法新社", "zh-Hant": "法新社", "ko": "AFP"},
    {"*": "Reuters", "ru": "Рейтер", "zh": "路透社", "zh-Hant": "路透社", "ja": "ロイター",
     "ko": "로이터", "ar": "رويترز", "fa": "رویترز"},
    {"*": "Xinhua", "zh": "新华社", "zh-Hant": "新華社", "ja": "新華社", "ko": "신화",
     "ru": "Синьхуа", "ar": "شينخوا"},
    {"*": "Kyodo", "ja": "共同", "zh": "共同社", "zh-Hant": "共同社", "ko": "교도"},
    {"*": "Yonhap", "ko": "연합뉴스", "zh": "韩联社", "zh-Hant": "韓聯社", "ja": "聯合ニュース",
     "ru": "Ёнхап"},
    {"*": "Kazinform", "kk": "ҚазАқпарат", "ru": "Казинформ"},
    {"*": "RIA Novosti", "ru": "РИА Новости"},
    {"*": "AA", "ar": "الأناضول"},
    {"*": "WAM", "ar": "وام"},
    {"*": "SPA", "ar": "واس"},
    {"*": "IRNA", "fa": "ایرنا", "ar": "إرنا"},
    {"*": "Ukrinform", "uk": "Укрінформ", "ru": "Укринформ"},
    {"*": "EFE"},
    {"*": "dpa"},
)  # fmt: skip


@lru_cache(maxsize=1)
def _by_name() -> dict[str, dict[str, str]]:
    return {form.casefold(): forms for forms in AGENCY_FORMS for form in forms.values()}


def agency_name(name: str, locale: str) -> str:
    """Return the form of an agency's name for readers of *locale*; an unknown name comes back as it is.

    Raises:
        UsageError, LocaleError: as ``canonical_tag``.
    """
    forms = _by_name().get(name.casefold())
    if forms is None:
        return name
    for tag in data_chain(resolve(locale).base):
        if tag in forms:
            return forms[tag]
    return forms["*"]


def render_dateline(dateline: Dateline, locale: str) -> str:
    """Return *dateline* as newsrooms of *locale* write it, with its closing mark and without a space after it.

    Parts that the source did not have are left out; the empty string when there is no place.

    Raises:
        UsageError, LocaleError: as ``canonical_tag``.
    """
    if not dateline.place:
        return ""
    convention = _convention(locale)
    place, region, agency = _parts(dateline)
    place = upper(place, locale) if convention.capitals else _normal_case(place)
    if region:
        place = _with_region(place, region, convention)
    agency = agency_name(agency, locale) if agency else ""
    date = _date(_written_date(dateline), locale, convention)
    if convention.whole:
        return _run_together(convention, place, date, agency)
    if agency in convention.slashed:
        return place + (f", {date}" if date else "") + f". /{agency}/."
    if "{date}" in convention.agency:
        inner = " ".join(part for part in (agency, date) if part)
        return place + (f" ({inner})" if inner else "") + convention.close
    return (
        place
        + (convention.comma + date if date else "")
        + (convention.agency.format(agency) if agency else "")
        + convention.close
    )


_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_SMALL = "a am an and au aux d da das de del der des di do dos du el en i la las le les los of on"
_SMALL_WORDS = frozenset(_SMALL.split())
_TURKISH_CAPITAL = re.compile("[İĞŞ]")


def _normal_case(place: str) -> str:
    """A place in capitals as it stands in a sentence; abbreviations (UAE, D.C.) stay."""
    if not place.isupper() or len(place) <= 3:
        return place
    small = str.maketrans("Iİ", "ıi") if _TURKISH_CAPITAL.search(place) else {}
    words = re.split(r"([\s/’'-]+)", place)
    for at, word in enumerate(words):
        if at and word.lower() in _SMALL_WORDS:
            words[at] = word.lower()
        elif "." not in word:
            words[at] = word[:1] + word[1:].translate(small).lower()
    return "".join(words)


# -- replacing one -------------------------------------------------------------------------

_SEPARATOR = re.compile(r"\s{0,3}(?:\.?\s?(?:--|[—–―‒−‐-]){1,3}|\s=|:)\s{0,3}|\s{0,3}/?\.?\s{1,3}(?=\S)")
_LETTERS = re.compile(r"[^\W\d_]+")
_GLUE_WORDS = (
    "в у on the and at in den le la el dne am на от г р год года م هـ ه الموافق في من 电 電 讯 訊 专电 專電 据 ngày 的 "
    "st nd rd th pg"
)
_GLUE = frozenset(_GLUE_WORDS.split())
"""What stands between the parts of a dateline and says nothing of its own."""


def dateline_separator(text: str, at: int) -> tuple[int, str]:
    """Return where the mark between a dateline that ends at *at* and the story ends, and what it is."""
    found = _SEPARATOR.match(text, at)
    return (found.end(), found.group()) if found else (at, "")


def space_after_dateline(locale: str) -> str:
    """Return what *locale* puts between a dateline and the story."""
    return _convention(locale).after


def dateline_hindrance(dateline: Dateline, language: str, locale: str, published: PartialDate | None) -> str:
    """Say why *dateline* cannot be written as *locale* does without a loss; empty when it can.

    *language* is that of the text.  A part of the date that the convention leaves out must stand in *published*, which
    the document shows elsewhere.
    """
    if not dateline.place:
        return "it names no place"
    rest = dateline.raw
    for found in reversed(find_dates(rest, language)):
        rest = rest[: found.start] + " " + rest[found.end :]
    for part in _parts(dateline):
        if part:
            rest = rest.replace(part, " ", 1)
    left = [word for word in _LETTERS.findall(rest) if word.casefold() not in _GLUE]
    if left:
        return f"it says more ({' '.join(left)[:40]}) than place, date and agency"
    date = _written_date(dateline)
    if date is None or _shows_date(date, _convention(locale)):
        return ""
    same = published is not None and (date.month, date.day) == (published.month, published.day)
    return "" if same else "its date would be lost"


def _shows_date(date: PartialDate, convention: _Convention) -> bool:
    if not convention.dated or date.day is None or date.month is None:
        return False
    if convention.style in ("d", "MMMd", "Md"):
        return date.year is None and convention.style != "d"
    return True


def _parts(dateline: Dateline) -> tuple[str, str, str]:
    """Place without its region, region, and what stands in brackets: the agency, or a region given there."""
    place, region, agency = dateline.place or "", dateline.region or "", dateline.agency or ""
    if region and place.endswith(region):
        place = place.removesuffix(region).rstrip(" ,،、(") or region
    if region and not agency and f"({region})" in dateline.raw:
        return place, "", region
    return place, region if region != place else "", agency


def _written_date(dateline: Dateline) -> PartialDate | None:
    """The date without a year that only the rest of the article tells."""
    date = dateline.date
    if date is None or date.year is None or not dateline.raw or re.search(r"\d{4}|['’]\d\d", dateline.raw):
        return date
    return PartialDate(None, date.month, date.day)


@lru_cache(maxsize=256)
def _convention(locale: str) -> _Convention:
    return next((_CONVENTIONS[tag] for tag in data_chain(resolve(locale).base) if tag in _CONVENTIONS), _PLAIN)


def _date(date: PartialDate | None, locale: str, convention: _Convention) -> str:
    """The date with no-break spaces, or nothing where the locale keeps it out of the dateline."""
    if date is None or date.day is None or not convention.dated:
        return ""
    if date.month is None:
        return format_date(date, locale, "d")
    style = convention.style
    if style == "d":
        date = PartialDate(None, None, date.day)
    elif date.year is None and style.startswith("y"):
        style = style[1:]
    calendar = None if date.is_full else "gregorian"
    return format_date(date, locale, style, calendar=calendar).replace(" ", NBSP)


def _with_region(place: str, region: str, convention: _Convention) -> str:
    if convention.whole and not place.isascii():
        return region + place
    return place + (convention.comma if convention.comma.strip() == "،" else ", ") + region


def _run_together(convention: _Convention, place: str, date: str, agency: str) -> str:
    if not agency and not date:
        return place
    if not _EAST_ASIAN.match(place):
        # Names in other scripts stand apart from the characters beside them.
        place = f" {place} " if "{place}{date}" in convention.whole else place + " " * (not _EAST_ASIAN.match(agency))
    text = convention.whole.format(place=place, date=date, agency=agency)
    return text.replace("=)", ")").replace("（ ", "（").replace(" =", "=").replace(" 】", "】").strip()
