# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line)
"""Makers of pictures without a label: in capitals, behind a bar, in brackets, alone below a caption."""

from __future__ import annotations

import pytest
from tests.support.detection import article

TEXT = (
    "The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the mole.",
    "Two tugs and a crane have been at work since then, and the last stones were laid on Friday evening in the rain.",
    "Passengers who had bought a ticket for the missing days can have their money back until the end of the month.",
    "The office expects the first boat at half past six in the morning, with the mayor and two classes on board.",
)


def amid(*lines: str) -> list[tuple[str, str]]:
    """Return the kind and text of what *lines* in the middle of a text become."""
    read = article("The ferry sails again after the storm", *TEXT[:2], *lines, *TEXT[2:])
    texts = " ".join(lines)
    return [(block.KIND, block.text) for block in read.blocks if block.text.strip() in texts]


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("The old mole in the harbour last week.", "ANNA LINDQVIST"),
        ("Ana Ríos vende billetes en el puerto desde 1979", "LUIS ORTEGA"),
        ("Le vieux môle du port, le 20 janvier 2024.", "PAUL RENARD POUR « LE PORT »"),
        ("Il vecchio molo del porto dopo la tempesta", "MARIA ROSSI"),
        ("The old mole of the harbour. |", "WEST-INFO / Claire Morin"),
        ("Við gömlu bryggjuna.", "Ljósmynd/Gunnar Jónsson"),
        ("The old mole in the harbour", "[Keystone-SDA - Marc Favre]"),
        ("The old mole in the harbour", "(ABC – Anna Lindqvist)"),
        ("Ferjan í slippnum á Dalvík.", "RÚN – Guðný Pálsdóttir"),
        ("The old mole in the harbour.", "SUN - Anna Lindqvist"),
    ],
)
def test_captions_that_close_with_a_maker_are_cut_there(caption: str, credit: str) -> None:
    assert amid(f"{caption} {credit}") == [("caption", caption), ("credit_line", credit)]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("The boat is named after its first captain, ANNA LINDQVIST", id="whom the text tells of"),
        pytest.param("The ships are called MARIA ROSSI and PAUL RENARD", id="joined to the words before"),
        pytest.param("STORM BREAKS THE MOLE OF ANNA LINDQVIST", id="all in capitals"),
        pytest.param("The old mole of ANNA LINDQVIST fell into the sea on a Sunday.", id="a sentence goes on"),
        pytest.param("The harbour office wants more money from the BLUE STAR", id="no given name"),
    ],
)
def test_other_words_in_capitals_at_the_end_of_a_line_credit_nothing(line: str) -> None:
    told = "Anna Lindqvist was the first woman on the sound who had a boat of her own, the office said on Monday."
    read = article("The ferry sails again after the storm", *TEXT[:2], told, line, *TEXT[2:])
    assert not [block for block in read.blocks if block.KIND == "credit_line"]


def test_an_agency_and_a_reporter_in_brackets_still_sign_the_text() -> None:
    read = article("The ferry sails again after the storm", *TEXT, "The mayor was glad. [Keystone-SDA - Marc Favre]")
    assert [block.KIND for block in read.blocks][-1] == "tagline"


def test_the_name_of_a_maker_below_a_caption_is_a_credit() -> None:
    lines = ("The old mole. Photo: Piotr Sowa", TEXT[0], "The keeper in his tower", "Piotr Sowa")
    assert amid(*lines)[-2:] == [("caption", "The keeper in his tower"), ("credit_line", "Piotr Sowa")]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("The old mole. Photo: Piotr Sowa", "Piotr Sowa", "Correspondent", "14 September 2022"), id="who wrote the text too"),
        pytest.param(("The old mole. Photo: Anna Lis",), id="another"),
    ],
)  # fmt: skip
def test_the_name_of_a_maker_in_the_byline_is_none(lines: tuple[str, ...]) -> None:
    deck = "The storm broke the mole, and now the ferry to the island sails again."
    read = article("The ferry sails again after the storm", deck, *lines, *TEXT)
    assert "Piotr Sowa" not in [block.text for block in read.blocks if block.KIND == "credit_line"]


@pytest.mark.parametrize(
    "line", ["Mit Material von dpa", "With files from Reuters", "Com informações da Agência Brasil"]
)
def test_whose_material_the_text_uses_credits_no_picture(line: str) -> None:
    read = article("The ferry sails again after the storm", *TEXT, line)
    assert (read.blocks[-1].KIND, read.blocks[-1].text) == ("tagline", line)


KO = (
    "푸른시는 금요일 새솔천을 가로지르는 새솔육교가 완공돼 주말에 개통한다고 밝혔다. 육교 건설에는 2년이 걸렸다.",
    "인근 주민은 그동안 건너편으로 가려면 한참 돌아가야 했는데 이제 훨씬 편해졌다고 말했다.",
)


def test_the_place_and_address_of_a_reporter_belong_to_the_credit() -> None:
    line = "주민들이 새 육교를 건너고 있다. 남포=이서준 기자 lsj@ilbo.example"
    read = article("푸른시 새솔육교 주말 개통", KO[0], line, KO[1])
    assert [block.text for block in read.blocks if block.KIND == "credit_line"] == ["남포=이서준 기자 lsj@ilbo.example"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Fuente de la imagen, Ana Ríos", "credit_line"),
        ("Chanzo cha picha, Zawadi Mrisho", "credit_line"),
        ("图像来源，路透社", "credit_line"),
        ("Pie de foto, El muelle viejo del puerto", "caption"),
        ("Maelezo ya picha, Bandari ya zamani", "caption"),
        ("Image caption, The old mole", "caption"),
        ("Crédito total, pago único", "crosshead"),
        ("Image and reality, a short walk", "crosshead"),
    ],
)
def test_labels_before_a_comma(line: str, kind: str) -> None:
    assert [found for found, _ in amid(line)] == [kind]


def test_an_agency_in_brackets_above_the_text_gives_a_picture() -> None:
    deck = "The storm broke the mole, and now the ferry to the island sails again."
    read = article("The ferry sails again", deck, "14 September 2022", "Ann and her teacher in class. (AFP)", *TEXT)
    assert "(AFP)" in [block.text for block in read.blocks if block.KIND == "credit_line"]


def test_an_agency_in_brackets_below_the_text_signs_it() -> None:
    read = article("The ferry sails again", *TEXT, "Nobody was hurt. (AFP)")
    assert [block.KIND for block in read.blocks][-2:] == ["paragraph", "tagline"]


def test_a_name_in_capitals_that_stands_alone_elsewhere_is_a_maker() -> None:
    line = "Le vieux môle du port, dernier à parler des grandes années. TUGDUAL KERJEAN"
    read = article("Le port se souvient", "Par Anne Lee", "Tugdual Kerjean", *TEXT[:2], line, *TEXT[2:])
    assert [block.text for block in read.blocks if block.KIND == "credit_line"] == ["TUGDUAL KERJEAN"]


@pytest.mark.parametrize(("above", "credited"), [("Donald Reid", False), ("The old mole at dawn", True)])
def test_an_account_below_the_author_is_no_maker(above: str, credited: bool) -> None:
    read = article("The ferry sails again after the storm", above, "@dreid_sound", "5 June 2024", *TEXT)
    found = [block.text for block in read.blocks if block.KIND == "credit_line"]
    assert ("@dreid_sound" in found) is credited


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Vista del muelle viejo.", "- AUTORIDAD PORTUARIA - Archivo"),
        ("Vista del muelle viejo.", "- EFE/PUERTO"),
        ("De oude pier in de haven.", "Foto Mirjam Kok"),
        ("Il vecchio molo del porto.", "Foto Maria Rossi"),
        ("De ijsvogel aan de vaart.", "Beeld Rob de Graaf"),
        ("Le chevreuil au rayon fruits.", "Capture d’écran"),
        ("El muelle viejo visto desde el aire.", "Captura de pantalla"),
    ],
)
def test_houses_behind_dashes_and_words_for_pictures_without_a_sign(caption: str, credit: str) -> None:
    assert amid(f"{caption} {credit}") == [("caption", caption), ("credit_line", credit)]


@pytest.mark.parametrize(
    "line",
    [
        "The mole stands again. - so they say",
        "The old mole stands again and Photo Ann Lee",
        "Everyone wants a picture. Photo Lovers Meet",
        "Photos Show Damage At Port",
    ],
)
def test_what_looks_like_them_and_credits_nothing(line: str) -> None:
    assert "credit_line" not in [kind for kind, _ in amid(line)]


@pytest.mark.parametrize("line", ["Foto's Mirjam Kok", "Fotos Ana Ríos"])
def test_several_pictures_before_the_name_of_their_maker(line: str) -> None:
    assert amid(line) == [("credit_line", line)]
