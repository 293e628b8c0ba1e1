# SPDX-License-Identifier: Apache-2.0
"""The breakers on plain numbers."""

import random

import pytest

from docforge.typeset.linebreak import Breakpoints, greedy, total_fit


def words(widths: list[float], space: float = 3.0) -> Breakpoints:
    end, start, flex = [], [], []
    x = 0.0
    for number, width in enumerate(widths):
        end.append(x + width)
        x += width + space
        start.append(x)
        flex.append(float(number))
    count = len(widths)
    grown = [f + 1 for f in flex]
    stretch = [f * space / 2 for f in flex]
    after = [f * space / 2 for f in grown]
    shrink = [f * space / 3 for f in flex]
    shrink_after = [f * space / 3 for f in grown]
    return Breakpoints(end, start, stretch, after, shrink, shrink_after, [0.0] * count, [False] * count)


def ratios(points: Breakpoints, chosen: list[int], width: float) -> list[float]:
    found, previous = [], -1
    for k in chosen:
        origin = points.start[previous] if previous >= 0 else 0.0
        stretch = points.stretch_end[k] - (points.stretch_start[previous] if previous >= 0 else 0.0)
        shrink = points.shrink_end[k] - (points.shrink_start[previous] if previous >= 0 else 0.0)
        short = width - (points.end[k] - origin)
        found.append(short / stretch if short > 0 and stretch else short / shrink if shrink else 0.0)
        previous = k
    return found


def test_greedy_fills_each_line() -> None:
    points = words([10, 10, 10, 10, 10])
    assert greedy(points, 24, 24) == [1, 3, 4]
    assert greedy(points, 10, 24) == [0, 2, 4]


def test_greedy_never_stalls_on_what_is_too_wide() -> None:
    assert greedy(words([50, 10, 50]), 20, 20) == [0, 1, 2]


def test_total_fit_is_at_least_as_even_as_greedy() -> None:
    rng = random.Random(7)
    for _ in range(20):
        points = words([rng.uniform(5, 40) for _ in range(120)])
        chosen = total_fit(points, 150, 150, tolerance=20, rescue=True)
        assert chosen is not None
        even = sum(abs(r) ** 3 for r in ratios(points, chosen, 150)[:-1])
        filled = sum(abs(r) ** 3 for r in ratios(points, greedy(points, 150, 150), 150)[:-1])
        assert even <= filled + 1e-9


def test_total_fit_keeps_its_tolerance_or_says_so() -> None:
    points = words([40, 40, 40])
    assert total_fit(points, 60, 60, tolerance=1) is None
    assert total_fit(points, 60, 60, tolerance=1, rescue=True) == [0, 1, 2]


@pytest.mark.parametrize("width", [30.0, 75.0, 200.0])
def test_no_line_is_overfull(width: float) -> None:
    rng = random.Random(3)
    points = words([rng.uniform(2, 29) for _ in range(300)])
    for chosen in (
        greedy(points, width, width),
        total_fit(points, width, width, tolerance=2, rescue=True),
        total_fit(points, width, width, tolerance=2, ragged=20, rescue=True),
    ):
        assert chosen is not None
        assert chosen[-1] == 299
        assert chosen == sorted(set(chosen))
        assert min(ratios(points, chosen, width)) >= -1 - 1e-6
