# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line)
"""Datelines with bars, channels and desks beside their place, places alone above the text, and outlets that speak."""

from __future__ import annotations

import pytest
from tests.support.detection import article

from docforge.model import Article

TITLE = "The ferry sails again after the storm"
A = "The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the mole."
B = "Two tugs and a crane have been at work since then, and the last stones were laid on Friday evening in the rain."
NAMED = "The mayor said in Norrstad on Friday that the mole is whole again and that the harbour is open for all ships."
DE = "Das Hafenamt teilte am Montag mit, dass die Fähre wieder fährt, drei Wochen nachdem der Sturm die Mole zerbrochen hatte."
DE2 = "Zwei Schlepper und ein Kran waren seither im Einsatz, und die letzten Steine wurden am Freitagabend im Regen gelegt."
TA = "மாகாண அளவிலான படகு விழாவை இம்முறை நகர மைதானத்தில் நடத்துவதற்கு முடிவு செய்யப்பட்டுள்ளதாக மாகாண சபையின் உறுப்பினர் ஒருவர் தெரிவித்துள்ளார்."
TA2 = "இதற்கான கூட்டம் திங்கட்கிழமை நடைபெற்றது என்றும், நிகழ்ச்சிக்கான ஏற்பாடுகள் தொடங்கியுள்ளன என்றும் அவர் மேலும் கூறினார்."
HI = "बंदरगाह कार्यालय ने सोमवार को बताया कि तूफान के तीन सप्ताह बाद नाव फिर से चलेगी और पुराने घाट की मरम्मत पूरी हो गई है।"
HI2 = "तब से दो टगबोट और एक क्रेन काम पर लगे हैं, और आखिरी पत्थर शुक्रवार शाम बारिश में लगाए गए।"
BN = "বন্দর কর্তৃপক্ষ সোমবার জানিয়েছে, ঝড়ে বাঁধ ভেঙে যাওয়ার তিন সপ্তাহ পর ফেরি আবার চলাচল করবে বলে সিদ্ধান্ত নেওয়া হয়েছে।"
BN2 = "তখন থেকে দুটি টাগবোট ও একটি ক্রেন কাজ করছে, এবং শেষ পাথরগুলো শুক্রবার সন্ধ্যায় বৃষ্টির মধ্যে বসানো হয়েছে।"


def place(found: Article) -> str | None:
    return found.dateline.place if found.dateline is not None else None


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Hyderabad | March 12, 2026 | ", "Hyderabad"),
        ("Norrstad | March 12, 2026 | ", "Norrstad"),
        ("Norrstad | 12 March 2026 | ", "Norrstad"),
        ("Karachi | Mar 12, 2026 | ", "Karachi"),
        ("Lagos | 12 March 2026 | ", "Lagos"),
        ("Sundmouth | March 12, 2026 | ", None),
        ("Sports | March 12, 2026 | ", None),
        ("Opinion | 12 March 2026 | ", None),
        ("Monday | March 12, 2026 | ", None),
        ("Norrstad | 3 boats sank. ", None),
    ],
)
def test_bars_part_a_place_and_a_day_from_the_text(head: str, expected: str | None) -> None:
    found = article(TITLE, head + A, B, NAMED, between="\n\n")
    assert place(found) == expected
    if expected is not None:
        assert found.dateline is not None
        assert found.dateline.date is not None
        assert found.dateline.date.iso == "2026-03-12"


@pytest.mark.parametrize(
    ("title", "text", "more", "head", "agency"),
    [
        (TITLE, A, B, "Galle (News 5th) – ", "News 5th"),
        (TITLE, A, B, "COLOMBO (News 5th) – ", "News 5th"),
        (TITLE, A, B, "Lahore (24 News) – ", "24 News"),
        ("படகு விழா மீண்டும்", TA, TA2, "Galle (News 5th) ", "News 5th"),
        ("படகு விழா மீண்டும்", TA, TA2, "Mannar (News 24) ", "News 24"),
        (TITLE, A, B, "Galle (Part 2) – ", None),
        (TITLE, A, B, "Madurai (2nd) – ", None),
        ("படகு விழா மீண்டும்", TA, TA2, "Samsung (SEC) ", None),
        ("படகு விழா மீண்டும்", TA, TA2, "iPhone (News 24) ", None),
        ("படகு விழா மீண்டும்", TA, TA2, "Covid (WHO) ", None),
    ],
)
def test_a_channel_called_by_a_number_signs_behind_its_place(
    title: str, text: str, more: str, head: str, agency: str | None
) -> None:
    found = article(title, head + text, more, between="\n\n")
    assert (found.dateline.agency if found.dateline is not None else None) == agency


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Chennai:", (TITLE, A, B)),
        ("Lagos:", (TITLE, A, B)),
        ("NEW DELHI:", (TITLE, A, B)),
        ("भोपाल:", ("तूफान के बाद नाव फिर चली", HI, HI2)),
        ("চট্টগ্রাম :", ("ঝড়ের পর ফেরি আবার চলছে", BN, BN2)),
    ],
)
def test_a_listed_place_and_its_colon_may_stand_alone_above_the_text(line: str, text: tuple[str, str, str]) -> None:
    assert place(article(text[0], line, *text[1:], between="\n\n")) == line.rstrip(" :")


def test_a_deck_and_a_byline_may_stand_above_a_place_alone_in_its_line() -> None:
    deck = "After three weeks of repairs the first boat is due to leave at noon on Monday, and the mole of the port is whole."
    assert place(article(TITLE, deck, "By Ann Lee", "Chennai:", A, B, between="\n\n")) == "Chennai"
    assert place(article(TITLE, deck, "Chennai:", A, B, between="\n\n")) is None
    assert place(article(TITLE, deck, f"{A} Nobody was hurt.", "Chennai:", A, B, between="\n\n")) is None


@pytest.mark.parametrize("line", ["Sundmouth:", "Watch:", "Also in Mumbai:", "The mayor:", "Mumbai: Port shut"])
def test_other_labels_alone_above_the_text_are_no_places(line: str) -> None:
    assert place(article(TITLE, line, A, B, between="\n\n")) is None


@pytest.mark.parametrize("head", ["सागर। ", "सागर: ", "रीवा। ", "मुजफ्फरपुर। ", "देवरिया: "])
def test_towns_of_hindi_papers_open_their_texts(head: str) -> None:
    assert place(article("तूफान के बाद नाव फिर चली", head + HI, HI2, between="\n\n")) == head.rstrip(" ।:")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Traubenheim. (eb/red) ", "Traubenheim"),
        ("Nein. (lacht) ", None),
        ("Richtig. (sic) ", None),
        ("Traubenheim. (tob) ", None),
        ("Ja. (er/sie) ", None),
        ("Fahrer (m/w/d) ", None),
        ("Fahrer. (m/w/d) ", None),
    ],
)
def test_two_signs_in_brackets_show_the_place_before_them(head: str, expected: str | None) -> None:
    assert place(article("Die Fähre fährt nach dem Sturm wieder", head + DE, DE2, between="\n\n")) == expected


@pytest.mark.parametrize("head", ["Harbour.am - ", "Fjordpost.no – ", "Mole.info — "])
def test_the_address_of_an_outlet_before_a_dash_is_no_place(head: str) -> None:
    assert place(article(TITLE, head + A, B, between="\n\n")) is None


@pytest.mark.parametrize(
    ("head", "expected"),
    [("Washington, D.C. – ", "Washington, D.C."), ("Norrstad – ", "Norrstad"), ("Bo-Ek – ", "Bo-Ek")],
)
def test_places_with_points_and_dashes_are_kept(head: str, expected: str) -> None:
    assert place(article(TITLE, head + A, B, between="\n\n")) == expected


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("Berlin{} Hafen", "Der"),
        ("Köln{} Sommer", "Im"),
        ("Leipzig{} Schlepper", "Zwei"),
        ("Leipzig{} schließt", "Ticket"),
        ("Wien{} meldet", "Tourismus"),
        ("Köln{} fördert", "Business"),
    ],
)
def test_a_place_stands_by_itself_only_before_what_opens_sentences(opening: str, place: str) -> None:
    read = article(
        "Fähre fährt wieder",
        f"{opening.format(place)} im Juni die Läden am Wasser, und alle, die dort wohnen und arbeiten, freuen sich nach dem langen Winter sehr darüber.",
        DE,
        DE2,
        between="\n\n",
    )
    city = opening.partition("{")[0]
    assert (read.dateline and read.dateline.place) == (city if place in {"Der", "Im", "Zwei"} else None)
