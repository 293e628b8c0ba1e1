# SPDX-License-Identifier: Apache-2.0
"""Columns of preformatted text: which texts have them, and where they begin."""

from __future__ import annotations

import pytest
from tests.support.cost import lines_run

from docforge.columns import character_stops, display_columns, rows_of, tab_stops

TABLE = "\t2023\t2024\nNorthport\t1,204,300\t1,310,020\nShips\t3\nMail\t\t12"


def test_lines_are_rows_and_tabs_part_cells() -> None:
    assert rows_of(TABLE) == [
        ["", "2023", "2024"],
        ["Northport", "1,204,300", "1,310,020"],
        ["Ships", "3"],
        ["Mail", "", "12"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "one line",
        "two  blanks\nparted  so",
        "\tThe first line alone is indented\nand this is not",
        "\n\t\t\n",
        "Northport Island\t3\nMail\t\t\t12\nShips\t\t\t4",  # set by hand: all figures stand at character 24
    ],
)
def test_some_tabs_make_no_columns(text: str) -> None:
    assert rows_of(text) == []
    assert character_stops(text) == ()


def test_a_table_of_which_no_row_is_full_has_columns() -> None:
    assert character_stops("\t\t2024\nFerries\t\t12") == (9, 11)


def test_columns_begin_behind_the_widest_cell() -> None:
    assert character_stops(TABLE) == (11, 22)
    assert tab_stops([[10.0, 5.0, 5.0], [300.0], [20.0, 30.0]], 10.0, 400.0) == (35.0, 55.0)


def test_columns_move_together_where_room_is_scarce_and_are_given_up_where_there_is_none() -> None:
    rows = [[20.0, 20.0, 20.0]]
    assert tab_stops(rows, 10.0, 90.0) == (35.0, 70.0)
    assert tab_stops(rows, 10.0, 80.0) == (27.5, 55.0)
    assert tab_stops(rows, 10.0, 70.0) == ()


def test_a_long_last_cell_may_be_broken() -> None:
    assert tab_stops([[20.0, 1000.0]], 10.0, 100.0) == (35.0,)


def test_wide_letters_take_two_columns_and_marks_none() -> None:
    assert [display_columns(text) for text in ("ab", "北港", "e\u0301", "م\u064e")] == [2, 4, 1, 1]


@pytest.mark.parametrize("row", ["Ferries\t\t12\t4,000", "a \t b", "\t\t\t", "   \t", "北港\t1", "word " * 30])
def test_work_is_in_step_with_size(row: str) -> None:
    def work(rows: int) -> int:
        return lines_run(lambda: character_stops("x\ty\n" + "\n".join([row] * rows)))

    assert work(4_000) < 5 * work(1_000)
    many = lines_run(lambda: character_stops("x\ty\n" + row * 4_000))
    assert many < 5 * lines_run(lambda: character_stops("x\ty\n" + row * 1_000))
