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
        ("M. K./Mole", ("M. K.",)),
        ("А. П.", ("А. П.",)),
        ("Š. Ž., L. B.", ("Š. Ž.", "L. B.")),
    ],
)
def test_initials_beside_the_day_of_a_text_sign_it(line: str, authors: tuple[str, ...]) -> None:
    assert article(TITLE, line, "14. 9. 2022.", *FERRY[:3]).authors == authors


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
