# SPDX-License-Identifier: Apache-2.0
"""Dates and ranges in words, digits and calendars of many locales."""

from __future__ import annotations

import datetime
import random

import pytest

from docforge.errors import UsageError
from docforge.locale import available_locales, format_date, format_interval
from docforge.locale.calendars import CALENDARS, convert, hebrew_numeral, to_gregorian
from docforge.locale.skeletons import best_pattern, pattern_parts
from docforge.model import PartialDate

DAY = PartialDate(2024, 3, 8)


@pytest.mark.parametrize(
    ("locale", "style", "text"),
    [
        ("en", "long", "March 8, 2024"),
        ("en-GB", "full", "Friday, 8 March 2024"),
        ("kk", "long", "2024\u202fж. 8 наурыз"),
        ("ru", "long", "8 марта 2024\u202fг."),
        ("ru", "yMMMM", "март 2024\u202fг."),
        ("fr", "full", "vendredi 8 mars 2024"),
        ("fi", "yMMMMEEEEd", "perjantaina 8. maaliskuuta 2024"),
        ("zh-Hant", "long", "2024年3月8日"),
        ("ja", "full", "2024年3月8日金曜日"),
        ("ar-EG", "long", "٨ مارس ٢٠٢٤"),
        ("ar-AE", "long", "8 مارس 2024"),
        ("bn", "medium", "৮ মার্চ, ২০২৪"),
        ("hu", "MMMMd", "március 8."),
        ("eu", "long", "2024(e)ko martxoaren 8(a)"),
    ],
)
def test_dates_as_cldr_writes_them(locale: str, style: str, text: str) -> None:
    assert format_date(DAY, locale, style, calendar="gregorian") == text


@pytest.mark.parametrize(
    ("locale", "calendar", "text"),
    [
        ("th", None, "8 มีนาคม 2567"),
        ("fa", None, "۱۸ اسفند ۱۴۰۲"),
        ("fa-u-ca-gregory", None, "۸ مارس ۲۰۲۴"),
        ("ja", "japanese", "令和6年3月8日"),
        ("zh-TW", "roc", "民國113年3月8日"),
        ("he", "hebrew", "כ״ח באדר א׳ תשפ״ד"),
        ("en", "islamic-umalqura", "Shaʻban 27, 1445 AH"),
        ("am", "ethiopic", "29 የካቲት 2016 AM"),
        ("en", "indian", "Phalguna 18, 1945 Śaka"),
        ("zh", "chinese", "2024甲辰年正月廿八"),
    ],
)
def test_other_calendars(locale: str, calendar: str | None, text: str) -> None:
    assert format_date(DAY, locale, "long", calendar=calendar) == text


def test_every_calendar_can_be_written_in_every_locale_in_its_own_months() -> None:
    days = datetime.date(2024, 3, 8), datetime.date(2023, 4, 2)
    for locale in available_locales():
        for calendar in CALENDARS:
            for day in days:
                assert format_date(day, locale, "full", calendar=calendar).strip()
                assert format_date(day, locale, "yMMMM", calendar=calendar).strip()
    # A locale without names of its own takes those of the root, never the Gregorian ones.
    assert format_date(days[0], "gl", calendar="persian") == "18 de Esfand de 1402 AP"


def test_the_first_year_of_a_japanese_era_has_its_own_sign() -> None:
    assert format_date(datetime.date(2019, 5, 2), "ja", calendar="japanese") == "令和元年5月2日"


def test_a_second_calendar_stands_in_brackets() -> None:
    text = format_date(DAY, "ar", second_calendar="islamic-umalqura")
    assert text == "8 مارس 2024 (27 شعبان 1445 هـ)"


@pytest.mark.parametrize(
    ("date", "locale", "text"),
    [
        (PartialDate(2024, 3), "kk", "2024\u202fж. наурыз"),
        (PartialDate(None, 3, 8), "kk", "8 наурыз"),
        (PartialDate(2024), "ru", "2024"),
        (PartialDate(None, None, 8), "ja", "8日"),
        (PartialDate(2024, 3), "th", "มีนาคม 2567"),
        (PartialDate(2024, 3), "fa", "مارس ۲۰۲۴"),
    ],
)
def test_a_partial_date_prints_what_is_known(date: PartialDate, locale: str, text: str) -> None:
    assert format_date(date, locale) == text


def test_digits_are_native_in_all_places_or_in_none() -> None:
    for locale, digit in (("ar-EG", "٢"), ("mr", "२"), ("my", "၂")):
        text = format_date(DAY, locale, "full", calendar="gregorian")
        assert digit in text
        assert not any(char.isascii() and char.isdigit() for char in text)
        latin = format_date(DAY, locale, "full", calendar="gregorian", numbering="latn")
        assert all(char.isascii() for char in latin if char.isdigit())


@pytest.mark.parametrize(
    ("style", "locale", "text"),
    [
        ("ap", "en", "Sept. 14, 2022"),
        ("ap", "en-GB", "Sept. 14, 2022"),
        ("agency", "en", "Sept 14, 2022"),
        ("agency", "ru", "14 сен 2022"),
        ("un", "en", "14 September 2022"),
        ("eu", "fr", "14 septembre 2022"),
        ("iso", "fa", "2022-09-14"),
    ],
)
def test_house_styles(style: str, locale: str, text: str) -> None:
    assert format_date(PartialDate(2022, 9, 14), locale, style) == text


def test_ap_months_are_short_only_with_a_day_and_never_in_spring() -> None:
    assert format_date(PartialDate(2022, 9), "en", "ap") == "September 2022"
    assert format_date(PartialDate(2022, 4, 2), "en", "ap") == "April 2, 2022"
    assert format_date(PartialDate(2022, 5, 1), "fr", "un") == "1er mai 2022"


def test_what_cannot_be_written_is_a_usage_error() -> None:
    for call in (
        lambda: format_date(PartialDate(), "en"),
        lambda: format_date(DAY, "en", "loud"),
        lambda: format_date(DAY, "en", calendar="mayan"),
        lambda: format_date(DAY, "en", numbering="roman"),
        lambda: format_date(PartialDate(2023, 2, 29), "en"),
        lambda: format_date(DAY, "kk", "ap"),
        lambda: format_interval(DAY, PartialDate(2024, 4), "en"),
    ):
        with pytest.raises(UsageError):
            call()


@pytest.mark.parametrize(
    ("first", "last", "locale", "skeleton", "text"),
    [
        ((2024, 3, 8), (2024, 3, 10), "en", "yMMMMd", "March 8\u2009–\u200910, 2024"),
        ((2024, 3, 28), (2024, 4, 2), "ru", "yMMMMd", "28 марта – 2 апреля 2024\u202fг."),
        ((2024, 12, 30), (2025, 1, 2), "de", "yMMMd", "30. Dez. 2024\u2009–\u20092. Jan. 2025"),
        ((2024, 3, 8), (2024, 3, 8), "kk", "yMMMMd", "2024\u202fж. 8 наурыз"),
        ((2024, 3, 8), (2024, 3, 10), "pt-PT", "yMMMd", "08/03/2024\u2009–\u200910/03/2024"),
    ],
)
def test_ranges_say_once_what_both_ends_share(
    first: tuple[int, int, int], last: tuple[int, int, int], locale: str, skeleton: str, text: str
) -> None:
    assert format_interval(datetime.date(*first), datetime.date(*last), locale, skeleton) == text


def test_no_locale_leaves_a_trace_in_another() -> None:
    tags = list(available_locales())
    expected = {tag: [format_date(DAY, tag, style) for style in ("full", "medium", "yMMMM")] for tag in tags}
    random.Random(7).shuffle(tags)
    for tag in tags:
        assert [format_date(DAY, tag, style) for style in ("full", "medium", "yMMMM")] == expected[tag]


def test_quoted_letters_in_a_pattern_stay_letters() -> None:
    assert pattern_parts("y('e')'ko' MMMM'' d") == (("y", 1), "(e)ko ", ("M", 4), "' ", ("d", 1))


def test_a_skeleton_takes_the_nearest_pattern_and_its_own_widths() -> None:
    formats = {"yMMMd": "d MMM y", "yMd": "dd.MM.y"}
    assert best_pattern("yMMMMd", (), formats) == "d MMMM y"
    assert best_pattern("yMMMMd", ("d. MMMM y",), formats) == "d. MMMM y"
    assert best_pattern("yMMMMEEEEd", (), formats) is None


@pytest.mark.parametrize("calendar", [name for name in CALENDARS if name not in ("chinese", "japanese")])
def test_calendars_go_there_and_back(calendar: str) -> None:
    day = datetime.date(1950, 1, 1)
    while day.year < 2077:
        found = convert(PartialDate(day.year, day.month, day.day), calendar)
        year = found.year if not (calendar == "roc" and found.era == 0) else None
        assert year is not None and found.month is not None and found.day is not None
        assert to_gregorian(calendar, year, found.month, found.day) == day
        day += datetime.timedelta(days=17)


def test_days_that_do_not_exist_are_not_dates() -> None:
    assert to_gregorian("persian", 1402, 12, 30) is None
    assert to_gregorian("persian", 1403, 12, 30) == datetime.date(2025, 3, 20)
    assert to_gregorian("gregorian", 2023, 2, 29) is None
    assert to_gregorian("islamic-umalqura", 1444, 13, 1) is None


def test_hebrew_numerals() -> None:
    assert [hebrew_numeral(n) for n in (1, 15, 16, 30, 784, 780)] == ["א׳", "ט״ו", "ט״ז", "ל׳", "תשפ״ד", "תש״ף"]


def test_a_year_alone_in_the_calendar_of_the_locale() -> None:
    assert format_date(datetime.date(2024, 2, 20), "fa", "y") == "۱۴۰۲"


@pytest.mark.parametrize(
    ("locale", "calendar", "text"),
    [
        ("ru", "buddhist", "февраль 2567\u202fг. BE"),
        ("pl", "roc", "luty 113 ROC"),
        ("ca", "japanese", "febrer del 6 Reiwa"),
        ("en", "hebrew", "Adar I 5784"),
        ("hr", "buddhist", "veljača 2567. BE"),
    ],
)
def test_a_month_and_year_in_another_calendar_has_the_month_as_it_stands_alone(
    locale: str, calendar: str, text: str
) -> None:
    assert format_date(datetime.date(2024, 2, 20), locale, "yMMMM", calendar=calendar) == text


def test_a_day_before_the_years_of_a_calendar_is_refused() -> None:
    for calendar, day in (
        ("indian", datetime.date(1, 3, 21)),
        ("japanese", datetime.date(1868, 9, 7)),
        ("chinese", datetime.date(1899, 1, 1)),
    ):
        with pytest.raises(UsageError, match=day.isoformat()):
            format_date(day, "en", calendar=calendar)
    assert format_date(datetime.date(79, 3, 22), "en", calendar="indian") == "Chaitra 1, 1 Śaka"
