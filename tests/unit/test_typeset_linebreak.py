# SPDX-License-Identifier: Apache-2.0
"""The breakers on plain numbers."""

import random
from collections.abc import Iterator
from itertools import pairwise

import pytest

from docforge.typeset.linebreak import FREE, NEVER, SPLIT, Cut, Inner, InnerPlaces, Pieces, greedy, total_fit


def words(widths: list[float], space: float = 3.0, breaks: list[int] | None = None) -> Pieces:
    before = [0.0]
    for width in widths:
        before.append(before[-1] + width + space)
    count = len(widths)
    stretch, shrink = ([number * space / part for number in range(count + 1)] for part in (2, 3))
    return Pieces(before, stretch, shrink, [space] * count, stretch, shrink, breaks or [FREE] * count)


def line(pieces: Pieces, cut: Cut, after: Cut, inner: InnerPlaces) -> tuple[float, float, float]:
    """Return width, stretch and shrink of the line between two cuts."""
    origin = pieces.before[cut.piece] + sum(p.start for p in inner(cut.piece) if cut.offset == p.offset)
    if after.offset:
        end = pieces.before[after.piece] + next(p.end for p in inner(after.piece) if p.offset == after.offset)
        stretch, shrink = pieces.stretch_before[after.piece], pieces.shrink_before[after.piece]
    else:
        end = pieces.before[after.piece] - pieces.trail[after.piece - 1]
        stretch, shrink = pieces.stretch_to[after.piece - 1], pieces.shrink_to[after.piece - 1]
    return end - origin, stretch - pieces.stretch_before[cut.piece], shrink - pieces.shrink_before[cut.piece]


def ratios(pieces: Pieces, chosen: list[Cut], width: float) -> list[float]:
    found = []
    for cut, after in pairwise([Cut(0, 0, False), *chosen]):
        natural, stretch, shrink = line(pieces, cut, after, lambda _: ())
        short = width - natural
        found.append(short / stretch if short > 0 and stretch else short / shrink if shrink else 0.0)
    return found


def every_cut(pieces: Pieces, inner: InnerPlaces) -> Iterator[Cut]:
    last = len(pieces.trail) - 1
    for piece in range(last + 1):
        yield from (Cut(piece, place.offset, place.hyphen) for place in inner(piece))
        if pieces.breaks[piece] or piece == last:
            yield Cut(piece + 1, 0, False)


def best_of_all(
    pieces: Pieces, first: float, width: float, tolerance: float, ragged: float, inner: InnerPlaces
) -> list[Cut] | None:
    """Choose as ``total_fit`` does, but try every line that two cuts make (Knuth and Plass, with our demerits)."""
    start = Cut(0, 0, False)
    cuts = [start, *every_cut(pieces, inner)]
    ways: dict[tuple[Cut, int], tuple[float, list[Cut]]] = {(start, 1): (0.0, [])}
    for number, after in enumerate(cuts[1:], 1):
        final = after == cuts[-1]
        for cut in cuts[:number]:
            natural, stretch, shrink = line(pieces, cut, after, inner)
            short = (width if cut != start else first) - natural
            if short < 0:
                if -short > shrink + 1e-6:
                    continue
                ratio = short / shrink if shrink > 1e-6 else 0.0
            elif final:
                ratio = 0.0
            elif short > tolerance * (stretch + ragged):
                continue
            else:
                ratio = short / (stretch + ragged) if stretch + ragged > 1e-6 else 0.0
            own = 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1 else 3
            penalty = 40 if after.hyphen else 2000 if after.offset or pieces.breaks[after.piece - 1] == SPLIT else 0
            cost = (1 + 100 * abs(ratio) ** 3 + (0 if final else penalty)) ** 2
            cost += 3000 * (cut.hyphen and after.hyphen) + 5000 * (cut.hyphen and final)
            cost += 2000 * (final and natural < 0.12 * width)
            for fitness in range(4):
                if (cut, fitness) in ways:
                    demerits, way = ways[cut, fitness]
                    whole = demerits + cost + 3000 * (abs(fitness - own) > 1)
                    if (after, own) not in ways or whole < ways[after, own][0]:
                        ways[after, own] = whole, [*way, after]
    finals = [way for (cut, _), way in ways.items() if cut == cuts[-1]]
    return min(finals)[1] if finals else None


def between(*pieces: int) -> list[Cut]:
    return [Cut(piece, 0, False) for piece in pieces]


def test_greedy_fills_each_line() -> None:
    pieces = words([10, 10, 10, 10, 10])
    assert greedy(pieces, 24, 24) == between(2, 4, 5)
    assert greedy(pieces, 10, 24) == between(1, 3, 5)


def test_greedy_never_stalls_on_what_is_too_wide() -> None:
    assert greedy(words([50, 10, 50]), 20, 20) == between(1, 2, 3)
    assert greedy(words([50, 50, 10, 10], breaks=[NEVER, FREE, FREE, FREE]), 20, 20) == between(2, 3, 4)


def test_greedy_takes_the_last_place_that_fits_also_inside_a_word() -> None:
    inside = {1: (Inner(2, 8, 10, True), Inner(4, 16, 18, True)), 2: (Inner(1, 10, 10, False), Inner(2, 20, 20, False))}
    chosen = greedy(words([10, 30, 60]), 24, 24, lambda piece: inside.get(piece, ()))
    assert chosen == [Cut(1, 2, True), Cut(2, 0, False), Cut(2, 2, False), Cut(3, 0, False)]


def test_total_fit_is_at_least_as_even_as_greedy() -> None:
    rng = random.Random(7)
    for _ in range(20):
        pieces = words([rng.uniform(5, 40) for _ in range(120)])
        chosen = total_fit(pieces, 150, 150, tolerance=20, rescue=True)
        assert chosen is not None
        even = sum(abs(r) ** 3 for r in ratios(pieces, chosen, 150)[:-1])
        filled = sum(abs(r) ** 3 for r in ratios(pieces, greedy(pieces, 150, 150), 150)[:-1])
        assert even <= filled + 1e-9


def test_total_fit_keeps_its_tolerance_or_says_so() -> None:
    pieces = words([40, 40, 40])
    assert total_fit(pieces, 60, 60, tolerance=1) is None
    assert total_fit(pieces, 60, 60, tolerance=1, rescue=True) == between(1, 2, 3)


@pytest.mark.parametrize("seed", range(30))
def test_total_fit_is_the_best_of_all_ways(seed: int) -> None:
    rng = random.Random(seed)
    widths = [rng.uniform(4, 45) for _ in range(40)]
    pieces = words(widths, breaks=rng.choices([FREE, NEVER, SPLIT], [9, 2, 1], k=40))

    def inner(piece: int) -> list[Inner]:
        count = int(widths[piece] // 11)
        return [Inner(n, n * 9.5, n * 9.5 + 4 * (n % 2), bool(n % 2)) for n in range(1, count)] if seed % 3 else []

    for tolerance, ragged in ((1.0, 0.0), (3.0, 0.0), (1.0, 25.0)):
        chosen = total_fit(pieces, 110, 130, tolerance=tolerance, ragged=ragged, inner=inner if seed % 3 else None)
        assert chosen == best_of_all(pieces, 110, 130, tolerance, ragged, inner)


@pytest.mark.parametrize("width", [30.0, 75.0, 200.0])
def test_no_line_is_overfull(width: float) -> None:
    rng = random.Random(3)
    pieces = words([rng.uniform(2, 29) for _ in range(300)])
    for chosen in (
        greedy(pieces, width, width),
        total_fit(pieces, width, width, tolerance=2, rescue=True),
        total_fit(pieces, width, width, tolerance=2, ragged=20, rescue=True),
    ):
        assert chosen is not None
        assert chosen[-1] == Cut(300, 0, False)
        assert chosen == sorted(set(chosen))
        assert min(ratios(pieces, chosen, width)) >= -1 - 1e-6
