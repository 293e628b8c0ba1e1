# SPDX-License-Identifier: Apache-2.0
"""What holds for every locale, date and text."""

from __future__ import annotations

import datetime
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from docforge.errors import LocaleError, UsageError
from docforge.locale import (
    available_locales,
    canonical_tag,
    find_dates,
    format_date,
    format_number,
    label,
    paper_mm,
    quotation_marks,
    sort_key,
    typeset,
    upper,
)
from docforge.model import PartialDate

LOCALES = available_locales()
# Languages whose printed dates are read back whole; the others write months as numbers or letters apart.
READ_BACK = [
    "af", "ar", "ar-EG", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "de-AT", "de-CH", "el", "en",
    "en-GB", "en-IN", "es", "es-MX", "et", "eu", "fa", "fi", "fil", "fr", "fr-CA", "ga", "gl", "gu", "he", "hi",
    "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kk", "km", "kn", "ko", "ky", "lt", "lv", "mk", "ml", "mn",
    "mr", "ms", "nb", "ne", "nl", "pa", "pl", "ps", "pt", "pt-PT", "ro", "ru", "si", "sk", "sl", "sq", "sr",
    "sr-Latn", "sv", "sw", "ta", "te", "tg", "th", "tk", "tr", "uk", "ur", "uz", "vi", "zh", "zh-Hant", "zu",
]  # fmt: skip
days = st.dates(datetime.date(1901, 1, 1), datetime.date(2069, 12, 31))
some_text = st.text(st.characters(codec="utf-8"), max_size=80)


@settings(deadline=None)  # the first call for a locale loads its tables
@given(st.sampled_from(LOCALES), days, st.sampled_from(("short", "medium", "long", "full", "yMMMM", "MMMMd")))
def test_any_date_can_be_written_in_any_locale(locale: str, day: datetime.date, style: str) -> None:
    text = format_date(day, locale, style)
    assert text.strip()
    assert "{" not in text


@settings(deadline=None)  # the first call for a locale loads its tables
@given(st.sampled_from(READ_BACK), days, st.sampled_from(("long", "full", "yMMMMd")))
def test_a_written_date_is_read_back_and_written_the_same(locale: str, day: datetime.date, style: str) -> None:
    text = format_date(day, locale, style)
    found = find_dates(f"({text})", locale)
    assert [f.iso for f in found] == [day.isoformat()]
    assert format_date(found[0].date, locale, style) == text


@settings(deadline=None)  # the first call for a locale loads its tables
@given(some_text, st.sampled_from(["en", "ru", "kk", "fa", "zh", "ja", "th", "hu", "vi", "am", "und"]))
def test_any_text_can_be_searched(text: str, locale: str) -> None:
    last = 0
    for found in find_dates(text, locale):
        assert last <= found.start < found.end <= len(text)
        assert any(char.isnumeric() for char in text[found.start : found.end])
        last = found.end


@settings(deadline=None)  # the first call for a locale loads its tables
@given(st.text(max_size=40))
def test_any_tag_is_answered_or_refused(text: str) -> None:
    try:
        tag = canonical_tag(text)
    except (UsageError, LocaleError):
        return
    assert canonical_tag(tag) == tag
    assert format_date(PartialDate(2022, 9, 14), tag)
    assert label("contents", tag)
    assert paper_mm(tag)[0] < paper_mm(tag)[1]


@settings(deadline=None)  # the first call for a locale loads its tables
@given(some_text, some_text, st.sampled_from(["en", "sv", "kk", "zh", "ja", "hu", "ar", "th", "vi", "de-u-co-phonebk"]))
def test_sort_keys_compare(one: str, other: str, locale: str) -> None:
    first, second = sort_key(one, locale), sort_key(other, locale)
    assert (first < second) + (second < first) + (first == second) == 1


@given(some_text, st.sampled_from(LOCALES))
def test_typography_changes_no_word(text: str, locale: str) -> None:
    def words(value: str) -> str:
        return "".join(char for char in value if char.isalnum())

    assert words(typeset(text, locale)) == words(text)


@given(st.sampled_from(LOCALES), st.integers(-(10**12), 10**12))
def test_numbers_keep_their_value(locale: str, value: int) -> None:
    text = format_number(value, locale)
    assert int("".join(str(unicodedata.digit(char)) for char in text if char.isdigit())) == abs(value)


@settings(max_examples=60)
@given(st.sampled_from(LOCALES))
def test_marks_and_capitals_exist_everywhere(locale: str) -> None:
    assert all(quotation_marks(locale, depth)[0].strip() for depth in range(3))
    assert upper("", locale) == ""
