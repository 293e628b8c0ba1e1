# SPDX-License-Identifier: Apache-2.0
"""Dates in running text: values, spans, what is let be, and what a reference completes."""

from __future__ import annotations

from functools import partial

import pytest
from tests.support.cost import cpu_seconds

from docforge.diagnostics import Report
from docforge.locale import find_dates, may_open_date, recognition, report_two_readings
from docforge.model import PartialDate

FOUND = [
    ("en", "First posted: 08-13-10 05:18 PM", "08-13-10", "2010-08-13"),
    ("en", "By Ann Lee • 12/18/23 4:02pm", "12/18/23", "2023-12-18"),
    ("en-US", "10/9/10 7:15 AM EDT", "10/9/10", "2010-10-09"),
    ("en-GB", "Filed 9/10/99 at noon", "9/10/99", "1999-10-09"),
    ("de", "Stand: 14.09.22, 14:56", "14.09.22", "2022-09-14"),
    ("fr", "Publié le 03/06/26 à 8 h", "03/06/26", "2026-06-03"),
    ("es", "14/09/22 - 10:30", "14/09/22", "2022-09-14"),
    ("nl", "14-09-22 om 9 uur", "14-09-22", "2022-09-14"),
    ("ko", "입력 22.09.14 10:30", "22.09.14", "2022-09-14"),
    ("hu", "Közzétéve: 22.09.14. 10:30", "22.09.14.", "2022-09-14"),
    ("zh", "发布时间：22-09-14 10:30", "22-09-14", "2022-09-14"),
    ("th", "14/9/65 เวลา 10:30 น.", "14/9/65", "2022-09-14"),
    ("en", "Filed 14SEP2021 at noon", "14SEP2021", "2021-09-14"),
    ("en", "Filed Sept. 14,2021 at noon", "Sept. 14,2021", "2021-09-14"),
    ("en", "It ended on 14 September. 2022 was calm.", "14 September", "--09-14"),
    ("kk", "2021 жылғы 14 қыркүйек. 2022 жылы басталды", "2021 жылғы 14 қыркүйек", "2021-09-14"),
    ("hu", "2021. szeptember 14. 2022 jobb volt", "2021. szeptember 14.", "2021-09-14"),
    ("de", "Mittwoch, den 14.9., in Graz", "14.9.", "--09-14"),
    ("cs", "v pátek 28. 2. začne", "28. 2.", "--02-28"),
    ("ru", "в среду, 14.09, прошло", "14.09", "--09-14"),
    ("fi", "syyskuun 14. päivänä 2021", "syyskuun 14. päivänä 2021", "2021-09-14"),
    ("fa", "در ۲۳ شهریورماه ۱۴۰۰", "۲۳ شهریورماه ۱۴۰۰", "2021-09-14"),
    ("ug", "2021-يىلى 14-سېنتەبىر", "2021-يىلى 14-سېنتەبىر", "2021-09-14"),
    ("ta", "விழா பிப். 28 அன்று", "பிப். 28", "--02-28"),
    ("my", "ပွဲကို ၂၀၂၁ ဩ ၁၇ တွင်", "၂၀၂၁ ဩ ၁၇", "2021-08-17"),
    ("en", "LIMASSOL, Sept. 14, 2022 (DEF) — Talks began.", "Sept. 14, 2022", "2022-09-14"),
    ("en", "Filed on the 3rd of May, 2021, at noon", "3rd of May, 2021", "2021-05-03"),
    ("en", "Rates for March 2021 fell", "March 2021", "2021-03"),
    ("en-GB", "Updated Mon 2 Aug 2021 17.20", "Mon 2 Aug 2021", "2021-08-02"),
    ("ru", "ВИТЕБСК, 22 окт - Жюри собралось", "22 окт", "--10-22"),
    ("ru", "В мае 2021 года выпал снег", "мае 2021 года", "2021-05"),
    ("uk", "у понеділок, 2 серпня 2021 року", "понеділок, 2 серпня 2021 року", "2021-08-02"),
    ("be", "2 жніўня 2021 г.", "2 жніўня 2021 г.", "2021-08-02"),
    ("kk", "2021 жылғы 2 тамызда ашылды", "2021 жылғы 2 тамызда", "2021-08-02"),
    ("ky", "2021-жылдын 2-августунда", "2021-жылдын 2-августунда", "2021-08-02"),
    ("uz", "2021-yil 2-avgustda", "2021-yil 2-avgustda", "2021-08-02"),
    ("az", "2 avqust 2021-ci il", "2 avqust 2021-ci il", "2021-08-02"),
    ("tr", "Fuar 2 Ağustos'ta açıldı", "2 Ağustos", "--08-02"),
    ("fi", "Näyttely avattiin 2. elokuuta 2021.", "2. elokuuta 2021", "2021-08-02"),
    ("et", "2. augustil 2021 avati", "2. augustil 2021", "2021-08-02"),
    ("hu", "A vásár 2021. augusztus 2-án nyílt", "2021. augusztus 2-án", "2021-08-02"),
    ("pl", "w sierpniu 2021 r. padało", "sierpniu 2021 r.", "2021-08"),
    ("cs", "v pondělí 2. srpna 2021", "pondělí 2. srpna 2021", "2021-08-02"),
    ("hr", "otvoreno 2. kolovoza 2021. u Splitu", "2. kolovoza 2021.", "2021-08-02"),
    ("sr", "2. августа 2021. године", "2. августа 2021. године", "2021-08-02"),
    ("lt", "2021 m. rugpjūčio 2 d. Kaune", "2021 m. rugpjūčio 2 d.", "2021-08-02"),
    ("lv", "2021. gada 2. augustā", "2021. gada 2. augustā", "2021-08-02"),
    ("de", "Graz, am 2. Jänner 2021", "2. Jänner 2021", "2021-01-02"),
    ("sv", "måndagen den 2 augusti 2021", "den 2 augusti 2021", "2021-08-02"),
    ("fr", "le 1er août 2021 à Lyon", "1er août 2021", "2021-08-01"),
    ("ca", "l'1 d'agost del 2021", "1 d'agost del 2021", "2021-08-01"),
    ("it", "(XYZ) - BARI, 2 AGO - La fiera", "2 AGO", "--08-02"),
    ("es", "Lugo, 2 set 2021", "2 set 2021", "2021-09-02"),
    ("pt", "Em 2 de agosto de 2021", "2 de agosto de 2021", "2021-08-02"),
    ("el", "τον Αύγουστο 2021", "Αύγουστο 2021", "2021-08"),
    ("ka", "2021 წლის 2 აგვისტოს", "2021 წლის 2 აგვისტოს", "2021-08-02"),
    ("hy", "2021 թ. օգոստոսի 2-ին", "2021 թ. օգոստոսի 2-ին", "2021-08-02"),
    ("mn", "2021 оны 8-р сарын 2", "2021 оны 8-р сарын 2", "2021-08-02"),
    ("mn", "2022 оны 09 дүгээр сарын 14-ний өдөр", "2022 оны 09 дүгээр сарын 14", "2022-09-14"),
    ("he", "נפתח ב־2 באוגוסט 2021", "2 באוגוסט 2021", "2021-08-02"),
    ("ar", "يوم ٢ آب ٢٠٢١", "٢ آب ٢٠٢١", "2021-08-02"),
    ("ar", "بتاريخ 2\u200f/8\u200f/2021 صباحا", "2\u200f/8\u200f/2021", "2021-08-02"),
    ("fa", "دوشنبه ۱۱ مرداد ۱۴۰۰", "دوشنبه ۱۱ مرداد ۱۴۰۰", "2021-08-02"),
    ("fa", "انتشار: ۱۴۰۰/۰۵/۱۱", "۱۴۰۰/۰۵/۱۱", "2021-08-02"),
    ("hi", "कोच्चि, 2 अगस्त (समाचार)", "2 अगस्त", "--08-02"),
    ("bn", "২ আগস্ট ২০২১", "২ আগস্ট ২০২১", "2021-08-02"),
    ("th", "ตรัง 2 ส.ค. 64", "2 ส.ค. 64", "2021-08-02"),
    ("th", "2 สิงหาคม ค.ศ. 2021", "2 สิงหาคม ค.ศ. 2021", "2021-08-02"),
    ("vi", "Huế, ngày 2 tháng 8 năm 2021", "ngày 2 tháng 8 năm 2021", "2021-08-02"),
    ("id", "dibuka Senin (2/8) pagi", "2/8", "--08-02"),
    ("km", "ថ្ងៃទី២ ខែសីហា ឆ្នាំ២០២១", "២ ខែសីហា ឆ្នាំ២០២១", "2021-08-02"),
    ("zh", "二〇二一年八月二日开幕", "二〇二一年八月二日", "2021-08-02"),
    ("zh-TW", "110年8月2日", "110年8月2日", "2021-08-02"),
    ("ja", "令和元年8月2日（金）", "令和元年8月2日", "2019-08-02"),
    ("ko", "2021년 8월 2일 월요일", "2021년 8월 2일 월요일", "2021-08-02"),
    ("am", "ሐምሌ 26 ቀን 2013", "ሐምሌ 26 ቀን 2013", "2021-08-02"),
    ("und", "ref 2021-08-02T10:00Z", "2021-08-02", "2021-08-02"),
    ("tlh", "2 August 2021", "2 August 2021", "2021-08-02"),
]  # fmt: skip


@pytest.mark.parametrize(("locale", "text", "surface", "iso"), FOUND)
def test_a_date_is_found_with_its_value_and_place(locale: str, text: str, surface: str, iso: str) -> None:
    assert [(found.iso, text[found.start : found.end]) for found in find_dates(text, locale)] == [(iso, surface)]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "She may march with the May team; 14 of 22 came."),
        ("ja", "22/9/14 更新、28.03.05 公開"),  # the 28th year of an era, or 2028?
        ("fa", "به‌روزرسانی ۰۱/۰۶/۲۳"),
        ("de", "Aktenzeichen 25.12.45"),
        ("en", "The score was 6-4-10 after 1-2-21."),
        ("en", "Version 3.12.2022 answers at 192.168.14.22 and costs 14%."),
        ("en", "ISBN 978-14-09-20221-4, tel. 14-09-2022-77, score 14-9"),
        ("en", "A share of 3/4 and a ratio of 14/9"),
        ("fr", "L’article 14-9 de la loi n° 2022-114"),
        ("de", "§ 3.12.2022 gilt nicht, Az. 14.9.22.1"),
        ("ru", "пункт 3.12.2022 и ст. 14.9"),
        ("tr", "Mart ayında 14 kişi geldi"),
        ("uk", "четверо з 14 учасників"),
        ("ja", "第9条と2022件の提案、14日間"),
        ("zh", "第3月球站共有14日本人"),
        ("kk", "2022 қонақ келді"),
        ("en", "31/31/2022 and February 31, 20221"),
    ],
)
def test_what_is_no_date_is_left_alone(locale: str, text: str) -> None:
    assert find_dates(text, locale) == ()


def test_a_numeric_date_with_two_readings_has_both() -> None:
    (found,) = find_dates("03/04/2022", "en")
    assert found.iso == "2022-03-04"
    assert found.alternative == PartialDate(2022, 4, 3)
    assert found.confidence <= 0.5
    (british,) = find_dates("03/04/2022", "en-GB")
    assert (british.iso, british.alternative) == ("2022-04-03", None)
    (clear,) = find_dates("25/04/2022", "en")
    assert (clear.iso, clear.alternative) == ("2022-04-25", None)


@pytest.mark.parametrize(
    ("locale", "text", "first", "second"),
    [
        ("en", "10/9/10", "2010-10-09", "2010-09-10"),
        ("en", "09.10.11", "2011-10-09", "2011-09-10"),
        ("sv", "22-09-14", "2022-09-14", "2014-09-22"),
        ("sv", "14.09.22", "2022-09-14", "2014-09-22"),
    ],
)
def test_a_year_of_two_figures_that_can_stand_elsewhere_has_both_readings(
    locale: str, text: str, first: str, second: str
) -> None:
    (found,) = find_dates(text, locale)
    assert found.alternative is not None
    assert (found.date.iso, found.alternative.iso) == (first, second)


def test_two_readings_are_reported() -> None:
    report = Report()
    text = "Filed 03/04/2022, heard 25/04/2022"
    report_two_readings(text, find_dates(text, "en"), report)
    assert [d.message for d in report] == [
        "the date '03/04/2022' has two readings, 2022-03-04 and 2022-04-03; it is left as written"
    ]


def test_a_range_is_two_dates_that_share_month_and_year() -> None:
    for locale, text in (
        ("en", "Sept. 14-15, 2022"),
        ("ru", "14–15 сентября 2022 года"),
        ("fr", "du 14 au 15 septembre 2022"),
    ):
        assert [found.iso for found in find_dates(text, locale)] == ["2022-09-14", "2022-09-15"]


def test_the_source_calendar_is_named() -> None:
    assert [found.calendar for found in find_dates("۱۱ مرداد ۱۴۰۰", "fa")] == ["persian"]
    assert [found.calendar for found in find_dates("2 สิงหาคม 2564", "th")] == ["buddhist"]
    assert [found.calendar for found in find_dates("ሐምሌ 26 ቀን 2013", "am")] == ["ethiopic"]


def test_a_hijri_date_beside_a_gregorian_one_names_the_same_day() -> None:
    text = "22 ذو الحجة 1442 هـ الموافق 2 أغسطس 2021 م"
    first, second = find_dates(text, "ar")
    assert first.iso == second.iso == "2021-08-02"
    assert first.calendar == "islamic-umalqura"


def test_a_reference_gives_the_year_and_nothing_else_does() -> None:
    (bare,) = find_dates("on December 30 the", "en")
    assert (bare.iso, bare.precision) == ("--12-30", "month-day")
    (completed,) = find_dates("on December 30 the", "en", reference=PartialDate(2023, 1, 4))
    assert (completed.iso, completed.precision) == ("2022-12-30", "month-day")


def test_a_day_alone_is_a_date_only_beside_a_known_month() -> None:
    text = "（某社記者台北14日電）"
    assert find_dates(text, "zh-Hant") == ()
    (found,) = find_dates(text, "zh-Hant", reference=PartialDate(2022, 9, 15))
    assert (found.iso, found.precision) == ("2022-09-14", "day-of-month")


@pytest.mark.parametrize(
    ("locale", "text", "days"),
    [
        ("zh", "9月14日至16日", ["--09-14", "--09-16"]),
        ("zh", "2022年12月28日至1月2日", ["2022-12-28", "2023-01-02"]),
        ("ja", "2022年9月14日～16日", ["2022-09-14", "2022-09-16"]),
        ("ja", "9月14日から16日まで", ["--09-14", "--09-16"]),
        ("ko", "9월 14~16일", ["--09-14", "--09-16"]),
    ],
)
def test_ranges_of_days_in_east_asia(locale: str, text: str, days: list[str]) -> None:
    assert [found.iso for found in find_dates(text, locale)] == days


def test_a_month_that_two_calendars_name_has_two_readings() -> None:
    (found,) = find_dates("28 ለካቲት 2014", "ti")
    assert (found.iso, found.confidence) == ("2014-02-28", 0.5)
    assert found.alternative == PartialDate(2022, 3, 7, "ethiopic")
    (found,) = find_dates("28 ለካቲት 2022", "ti")
    assert (found.iso, found.alternative) == ("2022-02-28", None)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("de", "Mittwoch 14.9 Uhr und Mittwoch 14.10 Uhr"),
        ("de", "siehe Punkt 14.9. der Liste"),
        ("zh", "版本3.12.2022发布"),
        ("ja", "バージョン3.12.2022を公開"),
        ("ar", "صدر الإصدار 3.12.2022 أمس"),
        ("tr", "Sürüm 3.12.2022 çıktı"),
        ("hi", "संस्करण 3.12.2022 आया"),
        ("th", "รุ่น 3.12.2022 ออกแล้ว"),
        ("fa", "نسخه ۳.۱۲.۲۰۲۲ منتشر شد"),
        ("en", "May 3,500 people came; in May, 40 percent agreed; 1/2 cup"),
    ],
)
def test_versions_hours_and_counts_are_let_be(locale: str, text: str) -> None:
    assert find_dates(text, locale) == ()


def test_offsets_hold_in_decomposed_text() -> None:
    text = "Re\u0301union du 2 fe\u0301vrier 2021 a\u0300 Nice"
    (found,) = find_dates(text, "fr")
    assert text[found.start : found.end] == "2 fe\u0301vrier 2021"


@pytest.mark.parametrize("unit", ["May 1 ", "1 ", "14 сентября, ", "一月", "1/1/", "Monday ", "1.1.", " "])
def test_cost_is_in_step_with_size(unit: str) -> None:
    find_dates("1 May", "en"), find_dates("1 мая", "ru"), find_dates("1月", "zh")
    for locale in ("en", "ru", "zh"):
        texts = [unit * (size // len(unit)) + "1" for size in (8_000, 32_000)]
        # The ratio holds on a busy machine too.
        small, large = (cpu_seconds(partial(find_dates, text, locale)) for text in texts)
        assert large < 10 * small + 0.05, locale


def test_text_that_needs_folding_is_told_by_its_characters() -> None:
    assert not [char for char in map(chr, recognition._fold_table()) if not char.isdigit() and not _folds(char)]


def _folds(char: str) -> bool:
    return recognition._TO_FOLD.search(f"a{char}") is not None


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("Sizes: 10/12/14", "en"),
        ("rooms 10/11/12", "en"),
        ("3/6/12 months", "en"),
        ("paid $10/12/14", "en"),
        ("pump P-10-11-12, A10-11-12", "en"),
        ("a record of wins, 10-5-12", "en"),
        ("Telefon 030 10.11.12", "de"),
        ("tailles 10/12/14 ans", "fr"),
        ("звоните по номеру 22-10-11", "ru"),
        ("tel.: 22-10-11", "hu"),
        ("10/11/12층", "ko"),
        ("発布 99/09/14", "zh-Hant"),  # year 99 of the Republic
        ("०५/०६/७९", "ne"),  # 2079 of Vikram
        ("14/09/15", "am"),  # 2015 of Ethiopia
        ("01/02/03", "ckb"),
        ("14/09/22", "th"),  # 2522 or 2022
    ],
)
def test_three_numbers_of_two_figures_that_are_no_date_or_of_which_calendar_is_open(text: str, locale: str) -> None:
    assert find_dates(text, locale) == ()


def test_in_thai_a_year_of_two_figures_is_one_of_our_time() -> None:
    assert [found.iso for found in find_dates("14/09/65", "th")] == ["2022-09-14"]


@pytest.mark.parametrize(
    ("word", "locale", "may"),
    [
        ("March", "en", True), ("Monday", "en", True), ("Sept", "en", True), ("Montag", "de", True),
        ("March", "de", True), ("In", "en", True), ("Officials", "en", False), ("Hafenamt", "de", False),
        ("Dimanche", "fr", True), ("Dimanche", "xx", False),
    ],
)  # fmt: skip
def test_a_date_begins_with_a_month_a_day_or_a_short_word(word: str, locale: str, may: bool) -> None:
    assert may_open_date(word, locale) is may
