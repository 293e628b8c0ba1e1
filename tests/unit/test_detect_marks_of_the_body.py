# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line)
"""What opens and closes the passages of the body: dashes of speech and of lists, boxes, who signs behind the last stop."""

from __future__ import annotations

import pytest
from tests.support.detection import article

from docforge.model import TurnRole


def kinds(*lines: str) -> list[str]:
    """The kinds of the passages below the headline."""
    return [block.KIND for block in article(*lines).blocks][1:]


@pytest.mark.parametrize(
    ("title", "lead", "said"),
    [
        (
            "Паром снова выйдет в море",
            "Портовое управление в понедельник сообщило, что паром снова выйдет в море через три недели после шторма.",
            ["— Мы не можем ждать до весны, — говорит смотритель Анна Львова.", "— Камня хватает, — отвечают в порту."],
        ),
        (
            "Prom znowu popłynie",
            "Zarząd portu zapowiedział w poniedziałek, że prom znowu popłynie trzy tygodnie po sztormie.",
            [
                "– Nie możemy czekać do wiosny – mówi latarniczka Anna Lis.",
                "– Kamieni nam nie brakuje. – Tak odpowiadają w porcie.",
            ],
        ),
        (
            "Le bac reprendra la mer dans huit jours",
            "Le bureau du port a annoncé lundi que le bac reprendra la mer dans huit jours, trois semaines après la tempête.",
            [
                "— Nous ne pouvons pas attendre, dit la gardienne Anne Leroy.",
                "— Les pierres ne manquent pas ! — répond le port.",
            ],
        ),
        (
            "The ferry sails again",
            "The harbour office said on Monday that the ferry will sail again, three weeks after the storm.",
            ["— We cannot wait until spring, — says Ann Lee, who keeps the light.", "— Yes."],
        ),
    ],
)
def test_what_is_said_behind_dashes_is_no_list(title: str, lead: str, said: list[str]) -> None:
    assert kinds(title, lead, *said, lead) == ["paragraph"] * 4


@pytest.mark.parametrize(
    ("title", "lead", "items"),
    [
        (
            "The ferry sails again",
            "The harbour office said on Monday that before the ferry sails again it wants to:",
            ["— open the old mole;", "— plant trees along the harbour road;", "— and build a school."],
        ),
        (
            "Prom znowu popłynie",
            "Zarząd portu wskazał w poniedziałek trzy uchybienia, które ma usunąć przed końcem roku.",
            ["– Brak planu na wypadek sztormu.", "– Niesprawne lampy przy ulicy Portowej.", "– Zbyt wąskie drogi."],
        ),
        (
            "The ferry sails again",
            "The harbour office said on Monday who will be on board when the ferry sails again this spring.",
            ["– Ann Lee – captain", "– Tom Reed – first mate", "– Lina Borg – cook"],
        ),
        (
            "The ferry sails again",
            "The harbour office said on Monday what it will ask before the ferry sails again in the spring.",
            ["- Who pays for the mole?", "- Who keeps the light?", "- How long will it last?"],
        ),
    ],
)
def test_items_behind_dashes_stay_a_list(title: str, lead: str, items: list[str]) -> None:
    assert kinds(title, lead, *items, lead.replace(":", "."))[1:4] == ["list_item"] * 3


def test_questions_and_answers_behind_dashes_are_turns() -> None:
    lead = "Смотрительница порта рассказала в понедельник, когда паром снова выйдет в море и что будет с билетами."
    turns = [
        "— Анна Сергеевна, когда паром снова выйдет в море?",
        "— Через три недели, если погода позволит. Мол почти готов.",
        "— А что будет с билетами?",
        "— Деньги вернут всем до конца месяца.",
    ]
    found = article(*["Паром снова выйдет в море", lead, *turns, lead])
    assert [getattr(block, "role", None) for block in found.blocks[2:6]] == [TurnRole.QUESTION, TurnRole.ANSWER] * 2


@pytest.mark.parametrize(
    ("title", "text", "last"),
    [
        (
            "連絡船が再び運航",
            "港務局は月曜日、嵐で壊れた防波堤の修理が終わり、連絡船が三週間ぶりに運航を再開すると発表した。",
            "切符の払い戻しは月末まで受け付ける。（高瀬真理子）",
        ),
        (
            "連絡船が再び運航",
            "港務局は月曜日、嵐で壊れた防波堤の修理が終わり、連絡船が三週間ぶりに運航を再開すると発表した。",
            "切符の払い戻しは月末まで受け付ける。【高瀬真理子】",
        ),
        (
            "渡輪重新啟航",
            "港務局星期一宣布，被風暴損毀的防波堤已經修好，渡輪在停航三個星期之後將重新啟航，船票可以退款。",
            "退票手續可以辦理到本月月底為止。（編輯：林佳蓉）1140903",
        ),
        (
            "Prom znowu popłynie",
            "Zarząd portu zapowiedział w poniedziałek, że prom znowu popłynie trzy tygodnie po sztormie.",
            "Bilety można zwracać.(jka)",
        ),
        (
            "Паром снова выйдет в море",
            "Портовое управление в понедельник сообщило, что паром снова выйдет в море через три недели.",
            "Билеты можно вернуть в кассу.-0-",
        ),
    ],
)
def test_a_last_sentence_with_a_mark_behind_its_stop_is_text(title: str, text: str, last: str) -> None:
    assert kinds(title, text, text, last)[2] == "paragraph"


def test_the_boxes_of_korean_releases_open_paragraphs_and_dashes_frame_the_deck() -> None:
    lines = [
        "- 내년까지 450억 원 투입, 귀농인에 우선 임대 -",
        "□ 항만청은 북쪽 부두의 빈 창고를 정비하는 사업을 추진한다고 30일 밝혔다.",
        "□ 이번 사업에는 내년까지 모두 450억 원이 투입된다.",
        "□ 청장은 시민들이 창고를 쓸 수 있도록 하겠다고 말했다.",
    ]
    assert kinds("북쪽 부두 빈 창고 정비한다", *lines) == ["subheadline", "paragraph", "paragraph", "paragraph"]


def test_short_items_behind_boxes_stay_a_list() -> None:
    lead = "항만청은 북쪽 부두의 빈 창고를 정비하는 사업을 추진한다고 30일 밝혔다. 대상은 다음과 같다."
    assert (
        kinds("북쪽 부두 빈 창고 정비한다", lead, "□ 북쪽 창고", "□ 남쪽 창고", "□ 등대 창고", lead)[1:4]
        == ["list_item"] * 3
    )


def test_a_short_last_line_of_thai_is_text() -> None:
    lead = "สำนักงานท่าเรือแถลงเมื่อวันจันทร์ว่าเรือข้ามฟากจะกลับมาแล่นอีกครั้งหลังจากพายุทำลายเขื่อนกันคลื่นเมื่อสามสัปดาห์ก่อน"
    assert kinds("เรือข้ามฟากกลับมาแล่นอีกครั้ง", lead, lead, "ยังไม่มีรายงานผู้บาดเจ็บ")[-1] == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "Gov. Ann Halvorsen (R) signed a bill for the harbours on Tuesday after months of debate in the statehouse of Norrstad.",
        "State Sen. Greg Prater (D) voted against the bill and called it a gift to private harbours.",
        "Councillor Jane Boyce (C) told the meeting that the new mole would cost four million and that there was no choice but to pay.",
        "Temperatures in the harbour reached 112 degrees (F) on Monday, the weather office said.",
        "(i) each ferry must carry two boats and (ii) each boat must hold forty, the harbour office said on Monday.",
        "The captain (l) said on Monday that he would wait. He spoke of the mole for an hour. Then the crew left the harbour office.",
    ],
)
def test_letters_of_parties_units_and_items_point_into_no_picture(line: str) -> None:
    lead = (
        "The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the mole."
    )
    assert kinds("The ferry sails again", "By Tom Reed", lead, line, lead)[2] == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee (l) and Tom Reed (r) on the old mole",
        "Captain Ann Lee (left) before the storm",
        "Ann Lee (l.) and Tom Reed",
    ],
)
def test_letters_that_point_left_and_right_make_a_caption(line: str) -> None:
    lead = (
        "The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the mole."
    )
    assert kinds("The ferry sails again", "By Tom Reed", lead, line, lead)[2] == "caption"


def test_a_deck_that_opens_like_a_byline_word_is_a_deck() -> None:
    lead = "Am Anfang stand ein Haufen Steine. Vierzig Tonnen davon fallen im Hafen jedes Jahr an, und niemand wollte sie haben."
    deck = "Aus Stein wird Sand: Die Gründerin Anna Lehner aus Norrstadt beliefert bereits drei große Baufirmen."
    assert (
        kinds("Norrstädterin macht aus Steinen Sand", deck, "Von Lena Brandt", "19. Februar 2025", lead, lead)[0]
        == "subheadline"
    )


def test_spanish_dashes_stand_right_before_what_is_asked_and_answered() -> None:
    lead = (
        "La directora habla de su nuevo disco, de la orquesta y de los años en los que nadie la llamaba para dirigir."
    )
    turns = [
        "—¿Por qué volvió a la ciudad?",
        "—Porque aquí empezó todo. Mi padre tocaba en la banda.",
        "—¿Y la orquesta?",
        "—La orquesta es mi casa.",
    ]
    assert kinds("El silencio también se ensaya", lead, *turns) == ["paragraph", *["turn"] * 4]
    said = [
        "—No podemos esperar hasta la primavera —dijo la farera Ana Ruiz.",
        "—Sobran piedras —respondieron en el puerto.",
    ]
    close = "Los vecinos esperan que el barco vuelva a salir antes de que acabe el año, según dijo ayer el alcalde."
    assert kinds("El silencio también se ensaya", lead, *said, close) == ["paragraph"] * 4
