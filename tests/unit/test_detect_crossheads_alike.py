# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a line of a page is a line)
"""Crossheads told by the other crossheads of a text and by what stands right below them."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY as TEXT
from tests.support.detection import MENU, article

TITLE = "The ferry and the harbour"
LINKS = (
    "See also",
    "Fog closes the airport for a third day in a row",
    "Golden apples win the prize of the autumn market",
)


def crossheads(*lines: str, between: str = "\n") -> list[str]:
    return [block.text for block in article(*lines, between=between).blocks if block.KIND == "crosshead"]


@pytest.mark.parametrize(
    ("sure", "line"),
    [
        pytest.param(["Three weeks of work"], "An autumn to forget", id="as wide as the other"),
        pytest.param(["Stones", "Who pays"], "“Nobody slept”", id="in quotation marks"),
        pytest.param(["THREE WEEKS", "WHO PAYS"], "WHAT NOW", id="in capitals like the others"),
        pytest.param(["Three weeks", "Who pays"], "Autumn", id="one word"),
    ],
)
def test_a_line_like_other_crossheads_is_one_below_what_interrupts_the_text(sure: list[str], line: str) -> None:
    middle = [part for head, text in zip(sure, TEXT[1:], strict=False) for part in (head, text)]
    lines = (*MENU, TITLE, TEXT[0], *middle, "Text continues behind the advert", line, TEXT[4])
    assert crossheads(*lines) == [*sure, line]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Golden apples from the north of the island win the prize", id="much wider than the others"),
        pytest.param("and so to bed", id="a small letter"),
        pytest.param("In brief:", id="a colon"),
        pytest.param("(Blue Boat)", id="in brackets"),
    ],
)
def test_what_is_unlike_the_crossheads_of_the_text_is_none(line: str) -> None:
    lines = (*MENU, TITLE, TEXT[0], "Who pays", TEXT[1], "What now", TEXT[2], "Text continues", line, TEXT[4])
    assert crossheads(*lines) == ["Who pays", "What now"]


@pytest.mark.parametrize(
    "heads",
    [
        pytest.param([], id="no other"),
        pytest.param(["WHO PAYS", "WHAT NOW"], id="others in capitals"),
    ],
)
def test_no_others_say_nothing_of_a_line_below_what_interrupts_the_text(heads: list[str]) -> None:
    middle = [part for head, text in zip(heads, TEXT[1:], strict=False) for part in (head, text)]
    lines = (*MENU, TITLE, TEXT[0], *middle, "Text continues behind the advert", "Autumn", TEXT[3], TEXT[4])
    assert crossheads(*lines) == heads


@pytest.mark.parametrize(
    ("line", "below"),
    [
        pytest.param("Eleven boats under water", TEXT[4], id="two of its words"),
        pytest.param("Les passagers attendent", "Quelque 300 passagers demandent leur argent, a dit le port mardi soir.", id="fr: one of two"),
        pytest.param("Kosten von neun Millionen", "Zunächst waren sechs Millionen vorgesehen, den Rest trägt nun das Land allein.", id="de"),
    ],
)  # fmt: skip
def test_the_last_of_a_run_of_links_heads_the_text_that_opens_with_its_words(line: str, below: str) -> None:
    assert crossheads(*MENU, TITLE, *TEXT[:2], *LINKS, line, below, TEXT[3]) == [line]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([*LINKS[:2], TEXT[4]], id="a link that says nothing of the text"),
        pytest.param([*LINKS, TEXT[4]], id="the last of several"),
        pytest.param([LINKS[0], "Eleven boats under water", TEXT[4]], id="the only one below the label"),
        pytest.param([*LINKS, "Boats", TEXT[4]], id="one word"),
        pytest.param([*LINKS, "Eleven boats a day: how the keepers of two lakes far inland see it all", TEXT[4]], id="a long title"),
    ],
)  # fmt: skip
def test_links_above_text_that_says_something_else_stay_links(lines: list[str]) -> None:
    assert crossheads(*MENU, TITLE, *TEXT[:2], *lines, TEXT[3]) == []


@pytest.mark.parametrize(("line", "heads"), [("A dry summer", True), ("Bus drivers go on strike again", False)])
def test_a_line_much_briefer_than_the_links_above_it_is_like_the_crossheads(line: str, heads: bool) -> None:
    lines = (*MENU, TITLE, TEXT[0], "Stones and tugs", TEXT[1], "Who pays", TEXT[2], *LINKS, line, TEXT[4])
    assert crossheads(*lines) == ["Stones and tugs", "Who pays", *([line] if heads else [])]


@pytest.mark.parametrize(
    "label",
    ["Advertisement", "ADVERTISEMENT", "Anzeige", "Haberin Devamı", "광고", "Publicidad", "PUB", "Dalsza część artykułu pod reklamą", "La suite après cette publicité", "Story continues below"],
)  # fmt: skip
def test_an_advert_announces_no_links(label: str) -> None:
    assert crossheads(*MENU, TITLE, *TEXT[:2], label, "What the ferry costs", TEXT[4], TEXT[3]) == [
        "What the ferry costs"
    ]


@pytest.mark.parametrize("label", ["Read also", "Lees ook", "Meira um málið", "Unaweza pia kusoma:"])
def test_labels_of_links_still_do(label: str) -> None:
    assert crossheads(*MENU, TITLE, *TEXT[:2], label, "Fog closes the airport", TEXT[4], TEXT[3]) == []


def test_a_line_half_as_wide_as_the_links_above_it_is_like_the_only_crosshead() -> None:
    lines = (*MENU, TITLE, TEXT[0], "Stones and tugs", TEXT[1], *LINKS, "What it costs", TEXT[4])
    assert crossheads(*lines) == ["Stones and tugs", "What it costs"]


def test_titles_in_a_row_that_the_text_repeats_are_no_crossheads() -> None:
    titles = ("Climate", "Storm, ferry and harbour: a week on the mole", "Boats and stones in the rain of the harbour")
    assert crossheads(*MENU, TITLE, *TEXT[:2], *titles, "What a century of tides looks like", TEXT[4], TEXT[3]) == []


@pytest.mark.parametrize("line", ["Del termo al horno", "Del puerto al cielo"])
def test_a_preposition_that_is_a_button_elsewhere_opens_a_crosshead(line: str) -> None:
    text = (
        "La oficina del puerto anunció el lunes que el transbordador vuelve a navegar, tres semanas después del temporal.",
        "Dos remolcadores y una grúa han trabajado desde entonces, y las últimas piedras se colocaron el viernes.",
        "Quienes tenían un billete pueden pedir su dinero hasta el final del mes, dijo la alcaldesa en la plaza.",
    )
    assert crossheads("El transbordador vuelve a navegar", text[0], line, text[1], text[2]) == [line]


@pytest.mark.parametrize(
    "label", ["READ ALSO - Fog closes the airport", "LEGGI ANCHE – Nebbia sull'aeroporto", "Read also | Fog"]
)
def test_a_title_behind_its_label_announces_no_other(label: str) -> None:
    assert crossheads(*MENU, TITLE, *TEXT[:2], label, "What the ferry costs", TEXT[4], TEXT[3]) == [
        "What the ferry costs"
    ]


def test_a_line_between_the_rows_of_a_table_and_text_heads_the_text() -> None:
    rows = ("1. Punta Larga 19:42.10", "2. Ribera 19:43.86", "3. Orio 19:51.04")
    assert crossheads(*MENU, TITLE, *TEXT[:2], *rows, "The last round", TEXT[4], TEXT[3])[-1:] == ["The last round"]


def test_a_line_between_rows_is_a_part_of_the_table() -> None:
    rows = ("Punta Larga 19:42.10 12", "Ribera 19:43.86 11", "Second round", "Orio 19:51.04 10", "Kelby 19:55.07 9")
    assert crossheads(*MENU, TITLE, *TEXT[:2], *rows, *TEXT[2:]) == []


def test_ideographs_that_could_be_a_name_head_text() -> None:
    first = "青葉市立図書館では、7月1日から、町の音を集めて貸し出す「音の本棚」を始めます。第1回は市場や踏切などの音を用意します。"
    second = "図書館カードをお持ちの方は、1回に3つまで借りることができます。貸出期間は2週間です。"
    third = "残したい音がある方は、録音したデータを図書館にお持ちください。職員が録音に伺うこともできます。"
    lines = ("青葉市立図書館が「音の本棚」を始めます", first, "利用方法", second, "音を募集しています", third)
    assert crossheads(*lines) == ["利用方法", "音を募集しています"]


def test_a_line_like_the_only_crosshead_is_one_below_a_picture() -> None:
    picture = ("Newsletter", "The old mole. Photo: Ann Lee")
    assert crossheads(*MENU, TITLE, TEXT[0], "“At last”", TEXT[1], *picture, "Raffle", TEXT[4]) == [
        "“At last”",
        "Raffle",
    ]
    assert crossheads(*MENU, TITLE, TEXT[0], TEXT[1], *picture, "Raffle", TEXT[4]) == []
