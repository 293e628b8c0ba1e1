# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line)
"""Datelines as papers from Jakarta to Lagos set them, and what only looks like one."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, article
from tests.support.languages import AR, AZ, BN, DE, HI, ID, MR, RU, TR, UR

from docforge.detect.dateline import parse_dateline


def opening(text: str, language: str) -> tuple[str, str | None, str]:
    """Return the dateline that opens *text*, its place and its rule."""
    found = parse_dateline(text, language)
    assert found is not None
    return text[found.start : found.end], found.place, found.rule


@pytest.mark.parametrize(
    ("language", "text", "dateline", "place", "rule"),
    [
        ("id", f"HARIAN Pelabuhan, Jakarta: {ID}", "HARIAN Pelabuhan, Jakarta", "Jakarta", "dateline.place-signature"),
        (
            "id",
            f"KabarPelabuhan.com, Jakarta {ID}",
            "KabarPelabuhan.com, Jakarta",
            "Jakarta",
            "dateline.place-signature",
        ),
        ("id", f"Kabar6.co.id, New York {ID}", "Kabar6.co.id, New York", "New York", "dateline.place-signature"),
        ("ar", f"الرياض – {AR}", "الرياض", "الرياض", "dateline.listed-place"),
        ("ar", f"القاهرة - «الميناء»: {AR}", "القاهرة - «الميناء»", "القاهرة", "dateline.place-signature"),
        (
            "ur",
            f"اسلام آباد(روزنامہ بندرگاہ){UR}",
            "اسلام آباد(روزنامہ بندرگاہ)",
            "اسلام آباد",
            "dateline.place-signature",
        ),
        ("ur", f"لاہور (نمائندہ خصوصی) {UR}", "لاہور (نمائندہ خصوصی)", "لاہور", "dateline.place-signature"),
        ("hi", f"जबलपुर. {HI}", "जबलपुर", "जबलपुर", "dateline.listed-place"),
        ("hi", f"भोपाल। {HI}", "भोपाल", "भोपाल", "dateline.listed-place"),
        ("bn", f"চট্টগ্রাম প্রতিনিধি: {BN}", "চট্টগ্রাম প্রতিনিধি", "চট্টগ্রাম", "dateline.place-signature"),
    ],
)
def test_a_place_and_who_signs_open_a_text(language: str, text: str, dateline: str, place: str, rule: str) -> None:
    assert opening(text, language) == (dateline, place, rule)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", f"Menteri Perhubungan, Jakarta dan Bandung: {ID}"),
        ("id", f"KabarPelabuhan.com, Pelabuhan lama {ID}"),
        ("en", f"HARBOUR Office, Jakarta: {FERRY[0]}"),
        ("ar", f"الرياض – عاصمة المملكة – {AR}"),
        ("ar", f"القاهرة (العاصمة) {AR}"),
        ("ar", f"الوزير - «لن نغلق الميناء»: {AR}"),
        ("ur", f"لاہور (1947ء) {UR}"),
        ("ur", f"وزیر (نمائندہ) {UR}"),
        ("hi", f"डॉ. {HI}"),
        ("hi", f"नहीं। {HI}"),
        ("hi", "जबलपुर. नाव चलेगी।"),
        ("bn", f"মন্ত্রী প্রতিনিধি: {BN}"),
        ("tr", f"Liman Ajansı'nın (LHA) aktardığına göre {TR}"),
        ("tr", f"Norveç’te (NTB) {TR}"),
        ("az", f"Bakının'da (LHA) {TR}"),
    ],
)
def test_what_only_looks_like_a_place_and_who_signs_is_no_dateline(language: str, text: str) -> None:
    assert parse_dateline(text, language) is None


def test_an_agency_and_a_date_name_no_place() -> None:
    found = article("Паром снова выйдет в море", f"ТАСС, 27 мая. {RU}", RU, between="\n\n").dateline
    assert found is not None
    assert (found.place, found.agency) == (None, "ТАСС")


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("Bad Homburg vor der Höhe (dpa) - ", "Bad Homburg vor der Höhe"),
        ("ROTHENBURG OB DER TAUBER (dpa) - ", "ROTHENBURG OB DER TAUBER"),
        ("Rothenburg ob der Tauber/Berlin (dpa) – ", "Rothenburg ob der Tauber/Berlin"),
        ("Alphen aan den Rijn (ANP) - ", "Alphen aan den Rijn"),
        ("'s-Hertogenbosch (ANP) - ", "'s-Hertogenbosch"),
        ("King of Prussia (AP) — ", "King of Prussia"),
        ("Washington, D.C. — ", "Washington, D.C."),
    ],
)
def test_places_of_several_words_are_taken_whole(head: str, place: str) -> None:
    found = article("The ferry sails again", head + FERRY[0], FERRY[1], between="\n\n").dateline
    assert found is not None
    assert found.place == place


def test_a_vietnamese_day_may_have_its_word_before_it() -> None:
    text = "Cảng Hòn Gai mở cửa lại vào thứ Hai sau cơn bão làm vỡ cầu tàu cũ, văn phòng cảng cho biết."
    found = article("Cảng mở cửa lại sau bão", f"Hà Nội, ngày 3/2 - {text}", text, between="\n\n").dateline
    assert found is not None
    assert (found.place, found.date and (found.date.month, found.date.day)) == ("Hà Nội", (2, 3))


@pytest.mark.parametrize("head", ["House of Cards — ", "Streit an der Mole – ", "LE POINT SUR LA SITUATION - "])
def test_small_words_make_a_place_only_where_an_agency_signs(head: str) -> None:
    assert article("The ferry sails again", head + FERRY[0], FERRY[1], between="\n\n").dateline is None


@pytest.mark.parametrize("outlet", ["PortMedia", "ПортМедиа", "LGAmedia", "ForPost"])
def test_an_outlet_with_a_capital_inside_stands_where_an_agency_does(outlet: str) -> None:
    found = article("Паром снова выйдет в море", f"Лесогорск, 4 октября, {outlet}. {RU}", RU, between="\n\n").dateline
    assert found is not None
    assert (found.place, found.agency) == ("Лесогорск", outlet)


def test_a_region_behind_the_date_is_no_agency() -> None:
    found = article(
        "The ferry sails again", f"NORRSTAD, Oct. 4, Sweden – {FERRY[0]}", FERRY[1], between="\n\n"
    ).dateline
    assert found is not None and found.agency is None


FR = (
    "Le gouvernement tient mercredi une réunion spéciale du Conseil des ministres, a annoncé lundi le cabinet de la mairesse.",
    "À Traubenheim, la séance doit durer toute la journée, et le ministre du Travail y présentera son plan pour les ports.",
)


def test_a_place_in_brackets_that_the_text_names_again_is_a_dateline() -> None:
    found = article("Les ministres se réunissent", "", f"(Traubenheim) {FR[0]}", FR[1]).dateline
    assert found is not None and (found.raw, found.place) == ("(Traubenheim)", "Traubenheim")


@pytest.mark.parametrize("head", ["(Vidéo)", "(Norrstad)", "(traubenheim)", "(Traubenheim, 2026)", "Traubenheim"])
def test_other_brackets_before_a_text_are_no_place(head: str) -> None:
    assert article("Les ministres se réunissent", "", f"{head} {FR[0]}", FR[1]).dateline is None


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    [
        ("Bakı, 12 may, AZƏRTAC", "Bakı", "AZƏRTAC"),
        ("OSLO, May 12, Reuters", "OSLO", "Reuters"),
        ("Berlin, 12. Mai 2025 (dpa)", "Berlin", "dpa"),
    ],
)
def test_a_place_a_day_and_an_agency_alone_in_a_line_are_a_dateline(line: str, place: str, agency: str) -> None:
    body = FERRY if line[0] == "O" else (AZ, AZ) if line[1] == "a" else DE
    found = article("Harbour", "", line, *body).dateline
    assert found is not None and (found.place, found.agency) == (place, agency)


@pytest.mark.parametrize(
    "line", ["OSLO, May 12", "Oslo, May 12, Ann Lee", "Ann Lee, Reuters", "OSLO, May 12, Reuters and others"]
)
def test_a_line_that_lacks_one_of_the_three_is_no_dateline(line: str) -> None:
    assert article("The ferry sails again", "", line, *FERRY[:2]).dateline is None


@pytest.mark.parametrize(
    ("language", "text", "dateline", "place", "rule"),
    [
        ("mr", f"पुणे, दि. 8 : {MR}", "पुणे, दि. 8", "पुणे", "dateline.place-date"),
        ("mr", f"ठाणे दि.०९ :- {MR}", "ठाणे दि.०९", "ठाणे", "dateline.place-date"),
        ("mr", f"सोनपूर दि.०९ :- {MR} सोनपूर येथे काम झाले.", "सोनपूर दि.०९", "सोनपूर", "dateline.place-date"),
        ("hi", f"सोनपुर। {HI} सोनपुर जिले में काम पूरा हुआ।", "सोनपुर", "सोनपुर", "dateline.listed-place"),
        ("ur", f"کراچی...{UR}", "کراچی", "کراچی", "dateline.listed-place"),
        ("ur", f"لاہور (اردو ٹائمز) {UR}", "لاہور (اردو ٹائمز)", "لاہور", "dateline.place-signature"),
        ("en", f"Lagos: {FERRY[0]}", "Lagos", "Lagos", "dateline.listed-place"),
        ("en", f"New Delhi: {FERRY[0]}", "New Delhi", "New Delhi", "dateline.listed-place"),
        (
            "en",
            f"ISLAMABAD, Pakistan: {FERRY[0]}",
            "ISLAMABAD, Pakistan",
            "ISLAMABAD, Pakistan",
            "dateline.capital-place",
        ),
        ("en", f"ISLAMABAD (92 News) – {FERRY[0]}", "ISLAMABAD (92 News)", "ISLAMABAD", "dateline.place-signature"),
    ],
)
def test_places_open_a_text_as_papers_of_south_asia_and_africa_set_them(
    language: str, text: str, dateline: str, place: str, rule: str
) -> None:
    assert opening(text, language) == (dateline, place, rule)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("mr", f"मंत्री, दि. {MR}"),
        ("mr", f"बैठक दि. 8 : {MR}"),
        ("hi", f"श्रीमती. {HI}"),
        ("hi", f"प्रश्न. {HI}"),
        ("ur", f"لاہور جنگ کے بعد: {UR}"),
        ("ur", f"لاہور (اس وقت) {UR}"),
        ("en", f"London: {FERRY[0]}"),
        ("en", f"JUDY WOODRUFF, Anchor: {FERRY[0]}"),
        ("en", f"FORECAST, Sunday: {FERRY[0]}"),
        ("hi", f"सोनपुर। {HI}"),
        ("ur", f"وزیر...{UR}"),
        ("en", f"Harbour: {FERRY[0]}"),
        ("en", "Lagos: how it grew"),
        ("en", f"ISLAMABAD (92 boats) – {FERRY[0].lower()}"),
        ("de", f"Lagos: {DE[1]}"),
    ],
)
def test_other_words_before_such_signs_are_no_dateline(language: str, text: str) -> None:
    assert parse_dateline(text, language) is None


def test_an_agency_in_brackets_behind_day_and_dash_signs() -> None:
    text = (
        "Milano, 9 dic. - (AdnKronos) - Il Comune ha annunciato che il ponte riapre al traffico la prossima settimana."
    )
    found = article("Il ponte riapre lunedì", "", text, text).dateline
    assert found is not None and (found.raw, found.agency) == ("Milano, 9 dic. - (AdnKronos)", "AdnKronos")


def test_turns_behind_a_place_and_a_colon_are_no_datelines() -> None:
    found = article(
        "Two cities talk", "", f"Lagos: {FERRY[0]}", f"Abuja: {FERRY[1]}", f"Lagos: {FERRY[2]}", f"Abuja: {FERRY[3]}"
    )
    assert found.dateline is None or found.dateline.place not in {"Lagos"}


@pytest.mark.parametrize(
    "text",
    [
        f"لندن - العاصمة التي لا تنام ولا تهدأ في ليل أو نهار كما يقول أهلها - {AR}",
        f"باريس - مدريد في نهائي دوري الأبطال. {AR}",
    ],
)
def test_a_dash_that_sets_something_in_between_or_parts_two_sides_is_no_dateline(text: str) -> None:
    assert parse_dateline(text, "ar") is None


@pytest.mark.parametrize("line", ["Tokopedia.com, Jakarta Selatan menjadi kantor pusat", "BANK Mandiri, Jakarta:"])
def test_a_company_before_an_indonesian_town_opens_no_text(line: str) -> None:
    assert parse_dateline(f"{line} {ID}", "id") is None


@pytest.mark.parametrize("sign", ["ИТАР-ТАСС Анна Вересова", "ТАСС Анна Вересова", "Корр. ИТАР-ТАСС Анна Вересова"])
def test_who_wrote_for_an_agency_with_a_hyphen_stands_behind_its_name(sign: str) -> None:
    found = article("Паром снова выйдет в море", "", f"МУРМАНСК, 19 апреля. /{sign}/. {RU}", RU)
    assert found.dateline is not None
    assert (found.dateline.place, found.dateline.agency) == ("МУРМАНСК", sign.split()[-3])
    assert list(found.authors) == ["Анна Вересова"]
