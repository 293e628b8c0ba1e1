# SPDX-License-Identifier: Apache-2.0

"""Credits, captions and rights of pages in many languages."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, MENU, article, page, rule_of, texts
from tests.support.languages import RU, TW

from docforge.model import CreditLine, Headline, Paragraph, Subheadline

TH = (
    "สำนักงานท่าเรือกล่าวเมื่อวันจันทร์ว่าเรือข้ามฟากจะกลับมาแล่นอีกครั้งหลังพายุผ่านไปสามสัปดาห์ และท่าเรือเก่าได้รับการซ่อมแซมแล้ว",
    "ชาวบ้านที่อาศัยอยู่ใกล้ท่าเรือบอกว่ารอวันนี้มานาน และหวังว่าเที่ยวเรือจะมีมากกว่าก่อนพายุ",
)


@pytest.mark.parametrize(
    "title",
    [
        "運輸局局長會見傳媒答問內容(附圖/短片)",
        "Committee discusses port access (with photos)",
        "Паром снова выйдет в море после шторма (ВИДЕО)",
        "Фериботът тръгва (ВИДЕО/СНИМКИ)",
        "La nave riparte dopo la tempesta (FOTO e VIDEO)",
        "A balsa volta a sair depois da tempestade (FOTOS e VÍDEO)",
    ],
)
def test_brackets_that_tell_what_comes_with_a_text_credit_nobody(title: str) -> None:
    body = TW if "會" in title else FERRY[0]
    found = article(title, "", body, body if body is TW else FERRY[1])
    assert texts(found, Headline) == [title]
    assert texts(found, CreditLine) == []


@pytest.mark.parametrize(
    "credit", ["(Foto: Ann Lee)", "(Ann Lee/Reuters)", "(Video: Harbour Office)", "(AP Photo)", "(Photo by Ann Lee)"]
)
def test_brackets_that_name_who_took_a_picture_credit_it(credit: str) -> None:
    found = article("The ferry sails again", "", FERRY[0], f"The old mole after the storm {credit}", FERRY[1])
    assert credit in " ".join(texts(found, CreditLine))


@pytest.mark.parametrize(
    "button",
    [
        "Click to enlarge",
        "Cliquez pour agrandir",
        "Zum Vergrößern klicken",
        "Clic para ampliar",
        "Klik om te vergroten",
    ],
)
def test_a_button_behind_a_credit_stays_with_it(button: str) -> None:
    found = article("The ferry sails again", "", FERRY[0], f"The old mole. Ann Lee/AP {button}", *FERRY[1:])
    assert rule_of(found, f"Ann Lee/AP {button}") == "credit.provider"
    assert texts(found, CreditLine) == [f"Ann Lee/AP {button}"]
    assert not found.authors


@pytest.mark.parametrize("behind", ["and two boats", "in Norrstad on Monday", "click", "to enlarge the mole"])
def test_other_words_behind_a_name_make_no_credit(behind: str) -> None:
    found = article("The ferry sails again", "", FERRY[0], f"The old mole. Ann Lee/AP {behind}", *FERRY[1:])
    assert texts(found, CreditLine) == []


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("© 2025 harbour.example Politics", "tagline.rights"),
        ("© 2024 Port-Media.kz", "tagline.rights"),
        ("© 2024 harbour.example – Ann Lee", "tagline.rights"),
        ("All rights reserved © 2024 Ann Lee", "tagline.rights"),
        ("RIPRODUZIONE RISERVATA © Copyright ANSA", "furniture.opening"),
    ],
)
def test_who_keeps_the_rights_to_a_page_credits_no_picture(line: str, rule: str) -> None:
    found = article("The ferry sails again after the storm", "", *FERRY[:2], line, *FERRY[2:])
    assert texts(found, CreditLine) == []
    assert rule_of(found, line) == rule


@pytest.mark.parametrize(
    "sign", ["© 2025 harbour.example Politics", "© 2024 Port-Media.kz", "© 2024 harbour.example – Ann Lee"]
)
def test_rights_behind_a_sentence_make_no_caption_of_it(sign: str) -> None:
    found = article("The ferry sails again after the storm", "", *FERRY[:2], f"{FERRY[2]} {sign}", *FERRY[3:])
    assert texts(found, CreditLine) == []
    assert len(texts(found, Paragraph)) == 5


@pytest.mark.parametrize(
    "line",
    ["© 2025 Ann Lee", "Copyright Ann Lee/Copyright 2024 The AP. All rights reserved", "© Ann Lee / Getty Images"],
)
def test_who_took_a_picture_keeps_the_credit(line: str) -> None:
    found = article(*MENU, "The ferry sails again after the storm", "The old mole on Monday", line, *FERRY)
    assert line in texts(found, CreditLine)


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee greets the crew of the ferry at Norrstad, October 2017.",
        "The mayor at the old quay of Norrstad, May 2019.",
        "The old mole seen from the ferry, Norrstad, Sept. 2018.",
    ],
)
def test_a_sentence_that_ends_with_a_place_and_a_month_is_a_caption(line: str) -> None:
    found = page("The ferry sails again after the storm", line)
    assert texts(found, Subheadline) == []
    assert rule_of(found, line) == "caption.dated"


@pytest.mark.parametrize(
    "line",
    [
        "The ferry of Norrstad is to sail again in October 2027.",
        "The crane of the old mole was built in Norrstad in 2017.",
        "The mayor was elected, and the quay reopened, 2019.",
    ],
)
def test_a_sentence_that_ends_with_a_month_or_a_year_alone_is_no_caption(line: str) -> None:
    assert rule_of(page("The ferry sails again after the storm", line), line) != "caption.dated"


@pytest.mark.parametrize(
    ("body", "last", "credit"),
    [
        ((RU, RU), "Пристань теперь открыта каждый день.", "Фото: Анна Вересова"),
        (FERRY, "The mole stays closed today.", "Photo: Ann Lee"),
        (TH, "ตลาดเปิดทุกวันเสาร์ตั้งแต่หกโมงเช้าถึงบ่ายสามโมง", "ภาพ: กนกวรรณ แสงทอง"),
    ],
)
def test_a_brief_last_sentence_of_clean_copy_stays_text_above_a_credit(
    body: tuple[str, ...], last: str, credit: str
) -> None:
    found = article(body[0][:20], "", *body, last, credit, between="\n\n")
    assert texts(found, Paragraph)[-1] == last
    assert texts(found, CreditLine) == [credit]


def test_on_a_page_a_brief_sentence_above_the_last_credit_is_its_caption() -> None:
    found = article(*MENU, "The ferry sails again", "", *FERRY, "The mole stays closed today.", "Photo: Ann Lee")
    assert "The mole stays closed today." not in texts(found, Paragraph)


@pytest.mark.parametrize("credit", ["Reuters pic", "AFP photo", "HN pic", "Harbour Post photo", "Bernama pic"])
def test_a_house_and_its_word_for_pictures_behind_a_dash_credit_a_picture(credit: str) -> None:
    found = article(
        "The ferry sails again", "", FERRY[0], f"A man walks past the old mole, June 9, 2020. — {credit}", FERRY[1]
    )
    assert texts(found, CreditLine) == [credit]
