# SPDX-License-Identifier: Apache-2.0
"""Numbers, lists, names, typography, sorting and datelines of locales."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest

from docforge.errors import UsageError
from docforge.locale import (
    digits,
    format_list,
    format_number,
    index_heading,
    language_name,
    plural_category,
    quotation_marks,
    render_dateline,
    sort_key,
    typeset,
    upper,
    week,
)
from docforge.model import Dateline, PartialDate, Span

# -- numbers, lists, names -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "locale", "text"),
    [
        (1234567, "en", "1,234,567"),
        (1234567, "hi", "12,34,567"),
        (1234, "es", "1234"),
        (12345, "es", "12.345"),
        (1234.5, "kk", "1\u00a0234,5"),
        (1234.5, "de", "1.234,5"),
        (-5, "en", "-5"),
        (1234, "ar-EG", "١٬٢٣٤"),
        (1234, "fa", "۱٬۲۳۴"),
        (Decimal("0.1250"), "en", "0.125"),
        (0, "my", "၀"),
    ],
)
def test_numbers(value: int | float | Decimal, locale: str, text: str) -> None:
    assert format_number(value, locale) == text


def test_digits_follow_locale_and_keyword() -> None:
    assert digits("ar-EG") == "٠١٢٣٤٥٦٧٨٩"
    assert digits("ar-AE") == digits("hi") == "0123456789"
    assert digits("hi-u-nu-deva") == digits("hi-u-nu-native") == "०१२३४५६७८९"
    with pytest.raises(UsageError):
        digits("hi-u-nu-zzzz")


@pytest.mark.parametrize(
    ("items", "locale", "kind", "text"),
    [
        ([], "en", "and", ""),
        (["A"], "en", "and", "A"),
        (["A", "B", "C"], "en", "and", "A, B, and C"),
        (["A", "B", "C"], "en-GB", "and", "A, B and C"),
        (["Ana", "Iván"], "es", "and", "Ana e Iván"),
        (["siete", "ocho"], "es", "or", "siete u ocho"),
        (["甲", "乙", "丙"], "zh", "and", "甲、乙和丙"),
        (["أ", "ب"], "ar", "and", "أ وب"),
        (["{1}", "{0}"], "en", "and", "{1} and {0}"),
    ],
)
def test_lists(items: list[str], locale: str, kind: str, text: str) -> None:
    assert format_list(items, locale, kind) == text


def test_plural_categories_by_cldr_rules() -> None:
    assert [plural_category(n, "ru") for n in (1, 2, 5, 21, 112, "1.5")] == [
        "one",
        "few",
        "many",
        "one",
        "many",
        "other",
    ]
    assert [plural_category(n, "ar") for n in (0, 1, 2, 3, 11, 100)] == ["zero", "one", "two", "few", "many", "other"]
    assert [plural_category(n, "en", "ordinal") for n in (1, 2, 3, 4, 11, 21)] == [
        "one",
        "two",
        "few",
        "other",
        "other",
        "one",
    ]


def test_week_follows_the_territory() -> None:
    assert week("en") == (7, (6, 7), 1)
    assert week("kk") == (1, (6, 7), 1)
    assert week("fa") == (6, (5,), 1)


def test_names_of_languages() -> None:
    assert language_name("kk", "kk") == "қазақ тілі"
    assert language_name("zh-Hant", "en") == "Traditional Chinese"
    assert language_name("sr-Latn", "en") == "Serbian (Latin)"
    assert language_name("en-KZ", "fr") == "anglais (Kazakhstan)"
    assert language_name("qaa", "en") == "qaa"


# -- typography ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("locale", "outer", "inner"),
    [
        ("en", ("“", "”"), ("‘", "’")),
        ("fr", ("«\u202f", "\u202f»"), ("“", "”")),
        ("fr-CA", ("«\u00a0", "\u00a0»"), ("“", "”")),
        ("de-CH", ("«", "»"), ("‹", "›")),
        ("ru", ("«", "»"), ("„", "“")),
        ("kk", ("«", "»"), ("„", "“")),
        ("ar", ("«", "»"), ("“", "”")),
        ("ja", ("「", "」"), ("『", "』")),
        ("zh-TW", ("「", "」"), ("『", "』")),
        ("sv", ("”", "”"), ("’", "’")),
    ],
)
def test_quotation_marks_by_depth(locale: str, outer: tuple[str, str], inner: tuple[str, str]) -> None:
    assert quotation_marks(locale, 0) == quotation_marks(locale, 2) == outer
    assert quotation_marks(locale, 1) == inner


@pytest.mark.parametrize(
    ("text", "locale", "capitals"),
    [
        ("istanbul, ışık", "tr", "İSTANBUL, IŞIK"),
        ("istanbul", "en", "ISTANBUL"),
        ("Μάιος, Αθήνα, μαΐου", "el", "ΜΑΪΟΣ, ΑΘΗΝΑ, ΜΑΪΟΥ"),
        ("Großstraße", "de", "GROẞSTRAẞE"),
        ("Groß", "de-CH", "GROẞ"),
        ("Երևան", "hy", "ԵՐԵՎԱՆ"),
        ("თბილისი", "ka", "თბილისი"),
        ("Қостанай", "kk", "ҚОСТАНАЙ"),
        ("IJmuiden", "nl", "IJMUIDEN"),
    ],
)
def test_capitals(text: str, locale: str, capitals: str) -> None:
    assert upper(text, locale) == capitals


@pytest.mark.parametrize(
    ("text", "locale", "set_text"),
    [
        ('She said: "Not "now"" - and left...', "en", "She said: “Not ‘now’”—and left…"),
        ('Il dit: "oui"; non?', "fr", "Il dit\u00a0: «\u202foui\u202f»\u202f; non\u202f?"),
        ("« oui » ; non ?", "de", "„oui“; non?"),
        ('Он сказал: "Слово "дом""', "ru", "Он сказал: «Слово „дом“»"),
        ('5" screen', "fr", '5" screen'),
        ("“open here", "de", "“open here"),
        ('at 18:05 see https://x.example/"a"?b=1', "fr", 'at 18:05 see https://x.example/"a"?b=1'),
        ("don't", "en", "don’t"),
    ],
)
def test_setting_a_paragraph(text: str, locale: str, set_text: str) -> None:
    assert typeset(text, locale) == set_text


# -- sorting -------------------------------------------------------------------------------

ORDERS = {
    "sv": "Zeta Åsa Ärla Öberg",
    "da": "Zeta Ærø Ørum Ålen Aasum",
    "cs": "Cukr Čas Hudba Chata Ivan",
    "es": "Nuria Ñato Oca",
    "hu": "Cukor Csaba Dóra Gábor Gyula Lajos Lyukas Zoltán Zsófia",
    "tr": "Can Çam Hale Irmak İnci Jale Oya Öz",
    "kk": "Алма Әсем Гаухар Ғани Кенже Қуат Нұр Ңа Оспан Өмір Уәли Ұлт Үкі Хан Һама Шора Ыдыс Іңкәр Эльвира",
    "uk": "Ганна Ґалаґан Етно Євген Інна Їжак Йосип",
    "sr": "Дане Ђура Лола Љуба Нада Његуш Тома Ћира Чола Џон",
    "lt": "Cirkas Čepas Ieva Yla Jonas",
    "vi": "An Ăn Ân Dương Đan Ơn",
    "fa": "آذر ادیب بهار پری ژاله کیان گلی وفا هما یاس",
    "th": "กบ เก ไก่ ขา",
    "zh": "安 北京 重庆 高 上海 张",
    "ja": "あき アキ かき がき カキ たかし 亜 山",
    "hi": "अंग्रेज़ी अक्टूबर अगस्त अफ़ार अफ़्रीकी अमेरिका कनाडा काबुल क्यूबा",
    "bn": "অ্যাঙ্গোলা আইল কাংরি কাবুল কুয়েত ক্যামেরুন",
    "ta": "அக்டோபர் அகான் கனடா ஜப்பான்",
    "ml": "അജ്ഞാത അംഹാരിക് അർമേനിയ",
    "mr": "अंडोरा अक्रा क्षमा ज्ञान",
    "ug": "ئابخازچە ئىنگلىزچە باربادوس پارىس",
    "ps": "اکتوبر ټولنه ځوان ډېر کابل ګاونډ",
    "km": "កម្ពុជា តាមីល តំបន់",
    "om": "Daangaa Sagalee Zeeroo Chaad Dhaha",
    "haw": "Iulai Hebera Kepanī Kepania",
    "cy": "Cadi Chwe Dafydd Ddu Fon Ffa Lan Llan",
    "fr-CA": "cote côte coté côté",
    "fr": "cote coté côte côté",
    "en": "12 Alpha alfa".replace("Alpha alfa", "alfa Alpha Beta"),
}


@pytest.mark.parametrize("locale", ORDERS)
def test_names_sort_as_the_language_does(locale: str) -> None:
    wanted = ORDERS[locale].split()
    for seed in range(3):
        shuffled = wanted[:]
        random.Random(seed).shuffle(shuffled)
        found = sorted(shuffled, key=lambda text: sort_key(text, locale))
        if locale == "ja":  # voicing decides before the kind of kana
            assert found[-2:] == wanted[-2:]
            assert found[:2] == ["あき", "アキ"]
        else:
            assert found == wanted


def test_chinese_by_strokes_and_german_as_in_a_telephone_book() -> None:
    assert sorted("王一龍丁", key=lambda text: sort_key(text, "zh-Hant")) == ["一", "丁", "王", "龍"]
    names = ["Oeder", "Ober", "Öder", "Ofen"]
    assert sorted(names, key=lambda text: sort_key(text, "de-u-co-phonebk")) == ["Ober", "Oeder", "Öder", "Ofen"]
    assert sorted(names, key=lambda text: sort_key(text, "de")) == ["Ober", "Öder", "Oeder", "Ofen"]


@pytest.mark.parametrize(
    ("text", "locale", "heading"),
    [
        ("Қанат", "kk", "Қ"),
        ("Åke", "sv", "Å"),
        ("张三", "zh", "Z"),
        ("重庆", "zh", "C"),
        ("王", "zh-Hant", "4"),
        ("12 men", "en", "#"),
        ("김", "ko", "ㄱ"),
        ("éclair", "fr", "E"),
    ],
)
def test_headings_of_an_index(text: str, locale: str, heading: str) -> None:
    assert index_heading(text, locale) == heading


# -- datelines -----------------------------------------------------------------------------


def dateline(place: str, agency: str | None, date: PartialDate | None) -> Dateline:
    return Dateline(Span(0, 0), "", place=place, agency=agency, date=date)


@pytest.mark.parametrize(
    ("locale", "place", "agency", "date", "text"),
    [
        ("en", "Astana", "TASS", PartialDate(None, 9, 14), "ASTANA, Sept.\u00a014 (TASS)\u00a0—"),
        ("en-GB", "Astana", "TASS", PartialDate(None, 9, 14), "ASTANA, Sept\u00a014 (TASS)\u00a0–"),
        ("fr", "Astana", "AFP", PartialDate(None, 9, 1), "ASTANA, 1er\u00a0septembre (AFP)\u00a0–"),
        ("de", "Astana", "dpa", PartialDate(None, 9, 14), "Astana, 14.\u00a0September (dpa)\u00a0–"),
        ("es", "Astaná", "EFE", PartialDate(None, 9, 14), "Astaná, 14\u00a0sep (EFE).–"),
        ("ru", "Астана", "TASS", PartialDate(None, 9, 14), "АСТАНА, 14\u00a0сентября. /ТАСС/."),
        ("ru", "Астана", "AP", PartialDate(None, 9, 14), "АСТАНА, 14\u00a0сентября (AP)\u00a0—"),
        ("tr", "İstanbul", None, None, "İSTANBUL\u00a0–"),
        ("ar", "أستانا", "AP", PartialDate(None, 9, 14), "أستانا في 14\u00a0سبتمبر /AP/"),
        ("zh", "阿斯塔纳", "AP", PartialDate(None, 9, 14), "美联社阿斯塔纳9月14日电"),
        ("zh-TW", "阿斯塔納", "AP", PartialDate(None, 9, 14), "（美聯社阿斯塔納14日電）"),
        ("ja", "アスタナ", "AP", PartialDate(None, 9, 14), "【アスタナAP】"),
        ("ko", "아스타나", "AP", None, "(아스타나=AP)"),
        ("vi", "Astana", "AP", PartialDate(None, 9, 14), "Astana (AP 14/9)\u00a0–"),
        ("kk", "Астана", "Kazinform", PartialDate(None, 9, 14), "АСТАНА, 14\u00a0қыркүйек (ҚазАқпарат)\u00a0–"),
        ("en", "", "AP", None, ""),
    ],
)
def test_datelines_in_the_convention_of_the_reader(
    locale: str, place: str, agency: str | None, date: PartialDate | None, text: str
) -> None:
    assert render_dateline(dateline(place, agency, date), locale) == text
