# SPDX-License-Identifier: Apache-2.0
"""A short quotation on a line of its own below ``The mayor said:`` is text, is speech and has its speaker."""

from __future__ import annotations

from typing import Any

import pytest

import docforge
from docforge.detect.quotation_marks import Pair, pair_marks
from docforge.detect.quote_packs import quote_pack
from docforge.detect.speech import unspaced
from docforge.model import QuoteKind

STORIES = {
    "en": """The mayor opens the bridge

NORRSTAD, March 9 (NNA) - The mayor of Norrstad, Tom Arden, answered an open letter on Monday.

The mayor said:

"The bridge will open in May."

Opposition leader Ruth Vale said:

"This is the third promise."

The bridge has been closed since autumn and children walk to school through the forest.
""",
    "ru": """Мэр ответил жителям

НОРРСТАД (9 марта 2026) — Мэр Норрстада Иван Соколов ответил в понедельник на открытое письмо жителей.

Мэр сказал:

«Мост откроют в мае».

Глава оппозиции Анна Белова заявила:

«Это уже третье обещание».

Мост закрыт с осени, и дети ходят в школу через лес, а автобусы идут в объезд через соседний город.
""",
    "he": """ראש העיר השיב לתושבים

(חיפה, 9 במרץ 2026) - ראש העיר דוד לוי השיב ביום שני למכתב הפתוח של התושבים.

ראש העיר אמר:

"הגשר ייפתח במאי."

דוברת האופוזיציה, רות כהן, אמרה:

"זו ההבטחה השלישית."

הגשר סגור מאז הסתיו והילדים הולכים לבית הספר דרך היער.
""",
}
SPEAKERS = {"en": ["Tom Arden", "Ruth Vale"], "ru": ["Иван Соколов", "Анна Белова"], "he": ["דוד לוי", "רות כהן"]}


@pytest.mark.parametrize("language", STORIES)
def test_short_quotations_below_a_colon(language: str) -> None:
    article = docforge.read(STORIES[language])
    assert [block.KIND for block in article.blocks] == ["headline"] + ["paragraph"] * 6
    said = [quote for quote in article.quotes if quote.kind is QuoteKind.DIRECT]
    assert [quote.person for quote in said] == SPEAKERS[language]


def test_a_title_below_a_colon_is_no_speech() -> None:
    text = STORIES["en"].replace('"This is the third promise."', '"The Bridge"')
    article = docforge.read(text)
    assert [quote.person for quote in article.quotes if quote.kind is QuoteKind.DIRECT] == ["Tom Arden"]


def test_a_quotation_that_nothing_introduces_may_head_the_text_below() -> None:
    text = STORIES["en"].replace("Opposition leader Ruth Vale said:\n\n", "").replace("The mayor said:\n\n", "")
    text = text.replace('"This is the third promise."\n\n', "")
    assert "crosshead" not in [block.KIND for block in docforge.read(text).blocks], "a whole sentence heads nothing"
    assert "crosshead" in [block.KIND for block in docforge.read(text.replace('."\n', '"\n')).blocks]


class _Uncopied(list[Pair]):
    """Pairs that are looked at one by one."""

    def __getitem__(self, at: Any) -> Any:
        assert not isinstance(at, slice), "a copy for each quotation makes time grow with the square of the text"
        return super().__getitem__(at)


def test_what_is_behind_a_japanese_quotation_is_not_copied() -> None:
    text = "山田太郎首相は「歓迎する」と述べた。" * 3
    pairs = _Uncopied(pair_marks(text))
    start, end = unspaced._gap_after(text, pairs, 0)
    assert text[start:end] == "と述べた"


class _Unsliced(str):
    """A long line that is looked at in small pieces only."""

    def __getitem__(self, at: Any) -> str:
        piece = super().__getitem__(at)
        assert len(piece) < 200, "a copy of the line for each quotation makes time grow with the square of the text"
        return piece


def test_a_long_line_is_not_copied_for_each_of_its_quotations() -> None:
    pack = quote_pack("th")
    line = "นายกรัฐมนตรี สมชาย ใจดี กล่าวว่า “เรายินดีต้อนรับทุกคน” " * 20
    pairs = pair_marks(line)
    for place in range(len(pairs)):
        said = unspaced.attribute(_Unsliced(line), pairs, place, pack)
        unspaced.kind_of(_Unsliced(line), pairs, place, None, pack)
        assert said is not None


@pytest.mark.parametrize("around", ["{}", " {} ", "{}。"])
def test_an_eight_letter_quotation_alone_in_its_paragraph_is_a_statement(around: str) -> None:
    line = around.format("「橋は五月に開きます」")
    kind, reason = unspaced.kind_of(line, pair_marks(line), 0, None, quote_pack("ja"))
    assert (kind, reason) == (QuoteKind.DIRECT, "a whole statement")


OFFICES = """Mayor and ambassador at odds

NORRSTAD, March 9 (NNA) - The mayor of Norrstad, Tom Arden, closed the bridge on Monday after a storm had damaged it.

"It is a pity and it helps nobody," {who} said.
"""


@pytest.mark.parametrize(
    ("who", "person"),
    [("the mayor", "Tom Arden"), ("the ambassador", None), ("the judge", None), ("a Norrstad farmer", None)],
)
def test_another_office_is_another_person(who: str, person: str | None) -> None:
    (said,) = [q for q in docforge.read(OFFICES.format(who=who)).quotes if q.kind is QuoteKind.DIRECT]
    assert said.person == person


def test_the_one_mayor_of_two_officials_is_known() -> None:
    text = OFFICES.format(who="the mayor").replace(
        "on Monday after", "on Monday, to the regret of ambassador Ann Lee, after"
    )
    (said,) = [q for q in docforge.read(text).quotes if q.kind is QuoteKind.DIRECT]
    assert said.person == "Tom Arden"


@pytest.mark.parametrize(
    ("language", "opening", "speaker"),
    [
        ("en", "According to the ministry, “the ferry will sail again on Monday morning.”", "the ministry"),
        ("fr", "D'après le ministère, « le bac reprendra la mer dès lundi matin ».", "le ministère"),
        ("es", "Según el ministerio, «el barco volverá a navegar el lunes».", "el ministerio"),
        ("it", "Secondo il ministero, «la nave tornerà a navigare lunedì».", "il ministero"),
        ("pt", "Segundo o ministério, “o barco voltará a navegar na segunda-feira”.", "o ministério"),
        ("nl", "Volgens het ministerie “vaart het schip maandag weer uit”.", "het ministerie"),
    ],
)
def test_an_office_may_be_the_source_of_a_quotation(language: str, opening: str, speaker: str) -> None:
    article = docforge.read(f"Norrstad\n\n{opening}\n\n{opening[:3]} 2026.\n", language=language)
    assert [quote.speaker for quote in article.quotes] == [speaker]
