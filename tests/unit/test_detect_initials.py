# SPDX-License-Identifier: Apache-2.0
"""Initials that sign a text beside its day, and capitals with points that do not."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, article

TITLE = "Ferry sails again after the storm"


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("M. K.", ("M. K.",)),
        ("M.K.", ("M.K.",)),
        ("Ma. K.", ("Ma. K.",)),
        ("M. K./Hina", ("M. K.", "Hina")),
        ("A. B./dpa", ("A. B.", "dpa")),
        ("M. K./Mole", ("M. K.",)),
        ("А. П.", ("А. П.",)),
        ("Š. Ž., L. B.", ("Š. Ž.", "L. B.")),
    ],
)
def test_initials_beside_the_day_of_a_text_sign_it(line: str, authors: tuple[str, ...]) -> None:
    assert article(TITLE, line, "14. 9. 2022.", *FERRY[:3]).authors == authors


@pytest.mark.parametrize(
    "line",
    ["P. S.", "N. B.", "R. I. P.", "R.I.P.", "F. C.", "Ph. D.", "S. O. S.", "V. I. P.", "O. K.", "T. B. D.", "Dr. M."],
)
def test_what_is_written_like_initials_signs_nothing(line: str) -> None:
    assert article(TITLE, line, "14. 9. 2022.", *FERRY[:3]).authors == ()


@pytest.mark.parametrize(
    "lines",
    [
        ("Letters to the editor", "14 September 2022", FERRY[0], "O. L.", FERRY[1], "K. D."),
        ("Leserbriefe", "14. September 2022", "Die Fähre fährt, und das ist gut so.", "O. L.", FERRY[1], "K. D."),
        ("Hearings of the week", "14 September 2022", "O. L.", "theft of an anchor, room 3", "K. D.", *FERRY[:2]),
        ("Minutes of the board", "14 September 2022", "O. L.", "K. D.", *FERRY[:3]),
        ("Ferry captain before court", "14 September 2022", "Defendant", "O. L.", *FERRY[:3]),
        ("Letter to the residents", *FERRY[:3], "Bo Ek, chair", "O. L.", "The next meeting is on 14 September 2022."),
        (TITLE, "14 September 2022", *FERRY[:2], "O. L.", *FERRY[2:]),
    ],
)
def test_initials_of_readers_speakers_and_the_accused_sign_nothing(lines: tuple[str, ...]) -> None:
    assert article(*lines).authors == ()


def test_initials_in_the_last_line_sign_beside_a_day() -> None:
    assert article(TITLE, *FERRY[:3], "14. 9. 2022.", "M. K.").authors == ("M. K.",)


def test_initials_that_stand_twice_sign_once() -> None:
    assert article(TITLE, "M. K.", "14. 9. 2022.", *FERRY[:3], "M. K.").authors == ("M. K.",)


@pytest.mark.parametrize("line", ["U.S.", "D.C.", "P.M.", "M. K. said", "M. 1.", "K.", "d.o.o.", "S.A."])
def test_other_capitals_with_points_sign_nothing(line: str) -> None:
    assert article(TITLE, line, "14. 9. 2022.", *FERRY[:3]).authors == ()


def test_initials_far_from_a_day_or_of_which_the_text_tells_sign_nothing() -> None:
    assert article(TITLE, "M. K.", *FERRY[:3]).authors == ()
    assert article(TITLE, "M. K.", "14. 9. 2022.", "The mole is M. K.’s.", *FERRY[:3]).authors == ()


@pytest.mark.parametrize(
    "line", ["Mayor at the mole Source: NTA / Author: Bo Ek", "Gradonačelnik na molu Izvor: NTA / Autor: Bo Ek"]
)
def test_who_took_the_picture_behind_a_caption_is_no_author(line: str) -> None:
    assert article(TITLE, "14. 9. 2022.", line, *FERRY[:3]).authors == ()


def test_labels_of_source_and_author_name_the_author() -> None:
    assert article(TITLE, "Source: NTA / Author: Bo Ek", *FERRY[:3]).authors == ("Bo Ek",)
