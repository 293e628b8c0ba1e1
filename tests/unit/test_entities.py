# SPDX-License-Identifier: Apache-2.0
"""Who and what an article names: organisations with what they are of, persons with a sign that they are one."""

from __future__ import annotations

import pytest

from docforge.detect.entities import find_entities
from docforge.model import Headline, OffsetMap, Paragraph, Span


def found(text: str, language: str = "en") -> list[str]:
    """Return kind and name of each entity of one paragraph, and prove that it stands there."""
    block = Paragraph(text, Span(0, len(text)), OffsetMap(((0, 0),)))
    entities = find_entities(text, (block,), language)
    assert all(entity.span.of(text) == entity.name for entity in entities)
    return [f"{entity.kind.value} {entity.name}" for entity in entities]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Envoys of the People's Republic of Ostland arrived.", ["organisation People's Republic of Ostland"]),
        (
            "en",
            "The Ministry of Foreign Affairs of Ostland declined.",
            ["organisation Ministry of Foreign Affairs of Ostland"],
        ),
        ("en", "The University of the Westmark closed.", ["organisation University of the Westmark"]),
        ("en", "The Harbour Bank of the river bed is steep.", ["organisation Harbour Bank"]),
        ("en", "The Ministry of the three rivers is a joke.", []),
        ("en", "The Bank closed on Monday in Ostmark.", []),
        ("de", "Die Neue Universität der Künste blieb offen.", ["organisation Neue Universität der Künste"]),
        ("de", "Am Montag will das Amt den Streit beenden.", []),
        ("de", "Im Herbst gab die Partei den Sitz im Rat auf.", []),
        ("fr", "La Banque de Westmarie a fermé.", ["organisation Banque de Westmarie"]),
        ("es", "El Banco de Ostlandia cerró.", ["organisation Banco de Ostlandia"]),
    ],
)
def test_an_organisation_keeps_what_it_is_of(language: str, text: str, wanted: list[str]) -> None:
    assert found(text, language) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mayor Nora Whitfield opened the bridge.", ["person Nora Whitfield"]),
        ("The director of the station, Marc Lavigne, was there.", ["person Marc Lavigne"]),
        ("Nora Whitfield, 54, was there.", ["person Nora Whitfield"]),
        ("Nora Whitfield came. Whitfield stayed.", ["person Nora Whitfield"]),
        ("President J. Marek of Ostland spoke with Dr. Ann van Lee.", ["person J. Marek", "person Ann van Lee"]),
        ("The bridge in Harbour City opened on Monday.", []),
        ("Harbour City, Westmark, was cold. Marek saw it.", []),
    ],
)
def test_a_person_needs_a_sign(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("ja", "港湾局長の佐藤一郎は「安全を第一に」と話した。", [("佐藤一郎", "港湾局長")]),
        ("ja", "佐藤一郎国土交通相は記者団に述べた。", [("佐藤一郎", "国土交通相")]),
        ("ja", "港湾局の建物は新しい。", []),
        ("id", "Menteri Perhubungan Sari Wulandari meresmikan terminal.", [("Sari Wulandari", "Menteri Perhubungan")]),
        ("id", "Menteri Perhubungan meresmikan terminal.", []),
        ("kk", "Рәсімге Көлік министрі Асан Серіков қатысты.", [("Асан Серіков", "Көлік министрі")]),
        ("da", "»Nej«, siger minister Anna Lund.", [("Anna Lund", "minister")]),
        ("es", "La ministra de Transportes, Clara Fuentes, llegó.", [("Clara Fuentes", "ministra de Transportes")]),
        ("es", "La ministra de Transportes, Madrid y Vigo esperan.", []),
        ("he", "שרת התחבורה, דנה לוי, חנכה את המסוף.", [("דנה לוי", "שרת התחבורה")]),
        ("he", "שר החוץ האמריקאי נחת בעיר.", []),
        (
            "ar",
            "افتتح وزير النقل الأستاذ سالم بن عبدالله الحربي اليوم المحطة.",
            [("سالم بن عبدالله الحربي", "وزير النقل الأستاذ")],
        ),
        ("ar", "افتتح وزير النقل اليوم المحطة الجديدة.", []),
        ("hi", "मंत्री श्री अरुण मेहता ने उद्घाटन किया।", [("अरुण मेहता", "मंत्री श्री")]),
        ("hi", "मंत्री पुल देखने गए।", []),
        ("ko", "김민호 장관은 개장했다고 밝혔다.", [("김민호", "장관")]),
        ("ko", "해양교통부(장관 김민호)는 밝혔다.", [("김민호", "장관")]),
        ("ko", "정치부 기자는 현장에 있었다.", []),
        ("de", "Das sagte Ministerin Inga Solheim der Deutschen Presse-Agentur.", [("Inga Solheim", "Ministerin")]),
        ("nl", "Haven van Zoutmeer is open. De haven was dicht. Zoutmeer is blij.", []),
        ("nl", "Den Haag, 14 september 2022.", []),
        ("ru", "Люди жалуются, что паром ходит редко.", []),
    ],
)
def test_a_title_tells_a_name_in_each_script(language: str, text: str, wanted: list[tuple[str, str]]) -> None:
    block = Paragraph(text, Span(0, len(text)), OffsetMap(((0, 0),)))
    people = [(e.name, e.title) for e in find_entities(text, (block,), language) if e.kind.value == "person"]
    assert people == wanted


def test_a_headline_in_title_case_names_nobody() -> None:
    text = "Menteri Resmikan Terminal Penumpang Baru"
    block = Headline(text, Span(0, len(text)), OffsetMap(((0, 0),)))
    assert find_entities(text, (block,), "id") == ()
