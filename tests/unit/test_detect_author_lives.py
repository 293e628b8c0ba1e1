# SPDX-License-Identifier: Apache-2.0
"""Paragraphs that tell who wrote the article."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, surveyed

from docforge.detect.author_lives import find_lives

TITLE = "The ferry sails again after the storm"
A, B, C, D, E = FERRY
LIFE = "Ann Lee has written about ports for The Harbour Post since 2009"
MORE = ", about ships, about moles, about the people of the sound"


def lives(*lines: str, by: str = "By Ann Lee", language: str = "en") -> list[str]:
    """Return the paragraphs below the byline that tell who the author is."""
    seen = surveyed(TITLE, by, *lines, language=language)
    found = find_lives(seen)
    assert {(c.kind, c.rule) for c in found} <= {("tagline", "tagline.author")}
    return [seen.looks[c.passage].text for c in found]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ((f"{LIFE}.", A, B, C, D), True),
        ((A, B, C, D, f"{LIFE}."), True),
        ((A, B, C, f"{LIFE}.", D, E), True),
        ((A, B, f"{LIFE}.", C, D, E), False),  # amid the text
        ((A, B, f"{LIFE}."), False),  # a text of three paragraphs
        ((A, B, C, D, LIFE + 3 * MORE), False),
        ((A, B, C, D, LIFE + 7 * MORE + "."), True),
        ((A, B, C, D, LIFE + 8 * MORE + "."), False),
    ],
)
def test_the_life_of_an_author_stands_at_head_or_foot(lines: tuple[str, ...], told: bool) -> None:
    assert bool(lives(*lines)) is told


@pytest.mark.parametrize(
    ("by", "life", "language"),
    [
        ("Von Eva Berg", "Eva Berg schreibt seit 2009 für das Hafenblatt über Häfen.", "de"),
        ("Par Ève Noël", "Ève Noël écrit sur les ports depuis 2009 pour Le Port.", "fr"),
    ],
)
def test_lives_are_told_in_other_languages(by: str, life: str, language: str) -> None:
    assert lives(A, B, C, D, life, by=by, language=language) == [life]


def test_a_name_of_one_word_opens_no_life() -> None:
    told = (
        "항만청은 월요일에 폭풍으로 방파제가 무너진 지 3주 만에 여객선 운항을 다시 시작한다고 밝혔다.",
        "그 뒤로 예인선 두 척과 크레인 한 대가 작업했고, 마지막 돌은 금요일 저녁 빗속에서 놓였다.",
        "운항이 없던 날의 표를 산 승객은 이달 말까지 돈을 돌려받을 수 있다고 항만청은 덧붙였다.",
        "첫 배는 아침 여섯 시 반에 시장과 두 학급의 학생들을 태우고 출발할 것으로 예상된다.",
    )
    assert (
        lives(*told, "김민수 기자는 2009년부터 항구와 바다에 대해 글을 써 왔다.", by="김민수 기자", language="ko") == []
    )


@pytest.mark.parametrize(
    ("box", "told"),
    [
        (("Share", "Bo Lund", "Bo Lund has covered sports in Norrstad since 1994."), True),
        (("Bo Lund", "Bo Lund", "Bo Lund has covered sports in Norrstad since 1994."), True),
        (("About", "Eva Maria Berg", "Eva Maria Berg writes about the islands of the sound."), True),
        (("Bo Lund", "Bo Lund has covered sports in Norrstad since 1994."), False),  # right below the text
        (("The candidates", "Bo Lund", "Bo Lund wants a second mole and lower fees for boats."), False),
        (("The prize", "Bo Lund", "Bo Lund receives the prize for his book on the old mole."), False),
        (("Obituary", "Bo Lund", "Bo Lund built the first boats of steel and leaves two sons."), False),
        (("Share", "Bo Lund", "Lund has covered sports in Norrstad since 1994."), False),
        (("Share", "Bo Lund", "Bo Lund has covered sports in Norrstad", "since 1994."), False),
        (("Share", "The old lamp", "The old lamp has stood in Norrstad since 1894 and more."), False),
    ],
)
def test_a_box_tells_of_the_author_whom_it_names_above_and_the_text_does_not(box: tuple[str, ...], told: bool) -> None:
    assert lives(A, B, *box, by="By the harbour desk") == list(box[-1:] if told else ())


def test_a_box_tells_of_nobody_whom_another_text_names() -> None:
    boxes = (
        "Share",
        "Bo Lund",
        "Bo Lund has written about nets in Norrstad since 1994.",
        "Share",
        "Ola Quist",
        "Ola Quist writes about nets and Lund in May.",
    )
    assert lives(A, B, *boxes, by="By the harbour desk") == ["Ola Quist writes about nets and Lund in May."]
