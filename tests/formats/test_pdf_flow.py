# SPDX-License-Identifier: Apache-2.0
"""Page filling on its own: widows, orphans, what keeps together, columns, the grid."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docforge.errors import LimitError
from docforge.typeset import Line
from docforge.write.pdf.flow import Area, Block, Flow, Slot

LEADING = 10.0


class Silent:
    def draw(self, lines: Sequence[Line], x: float, top: float, *, first: bool, last: bool) -> None:
        raise AssertionError("flow places, it does not draw")


def line(n: int) -> Line:
    return Line((), 0.0, 0.0, False, False, n, n + 1)


def block(lines: int, *, leading: float = LEADING, before: float = 0.0, after: float = 0.0, **more: bool) -> Block:
    return Block(tuple(line(n) for n in range(lines)), leading, before, after, Silent(), **more)  # type: ignore[arg-type]


def area(height: float, columns: int = 1) -> Area:
    return Area(left=50, top=700, width=420, height=height, columns=columns, gap=20, grid=LEADING / 2)


def filled(blocks: Sequence[Block], height: float = 100, columns: int = 1, *, rtl: bool = False) -> list[list[Slot]]:
    pages: list[list[Slot]] = []
    flow = Flow(area(height, columns), pages.append, 10_000, right_to_left=rtl)
    for one in blocks:
        flow.add(one)
    flow.end_section()
    return pages


def counts(pages: list[list[Slot]]) -> list[list[int]]:
    return [[slot.stop - slot.start for slot in page] for page in pages]


def test_a_paragraph_splits_where_the_page_ends() -> None:
    assert counts(filled([block(14)])) == [[10], [4]]


def test_no_single_line_is_left_over() -> None:
    assert counts(filled([block(11)])) == [[9], [2]]


def test_no_single_line_starts_at_the_foot() -> None:
    assert counts(filled([block(9), block(4)])) == [[9], [4]]


def test_three_lines_stay_together() -> None:
    assert counts(filled([block(8), block(3)])) == [[8], [3]]


def test_a_heading_goes_with_two_lines_of_its_text() -> None:
    assert counts(filled([block(8), block(1, keep=True, whole=True), block(6)])) == [[8], [1, 6]]
    assert counts(filled([block(7), block(1, keep=True, whole=True), block(6)])) == [[7, 1, 2], [4]]
    assert counts(filled([block(6), block(1, keep=True, whole=True), block(6)])) == [[6, 1, 3], [3]]


def test_a_chain_higher_than_the_page_is_let_go() -> None:
    pages = filled([block(2), *[block(3, keep=True) for _ in range(6)], block(2)])
    assert sum(map(sum, counts(pages))) == 2 + 18 + 2


def test_space_above_a_page_is_dropped_but_kept_where_a_section_opens() -> None:
    pages = filled([block(1, before=40), block(8, before=10)])
    assert [slot.y for slot in pages[0]] == [40, 60]
    assert pages[1][0].y == 0


def test_body_lines_stand_on_the_grid() -> None:
    pages = filled([block(1, leading=13), block(3), block(1, leading=7.3, after=1), block(2)], height=200)
    assert [slot.y % 5 for slot in pages[0] if slot.block.leading == LEADING] == [0, 0]


def test_two_columns_fill_and_the_last_page_is_balanced() -> None:
    pages = filled([block(50)], columns=2)
    assert counts(pages) == [[10, 10], [10, 10], [5, 5]]
    assert [slot.x for slot in pages[0]] == [50, 270]


def test_balancing_leaves_no_single_line() -> None:
    assert counts(filled([block(23)], columns=2)) == [[10, 10], [3]]
    assert counts(filled([block(22)], columns=2)) == [[10, 10], [2]]
    assert counts(filled([block(24)], columns=2)) == [[10, 10], [2, 2]]


def test_headings_without_text_stay_in_one_column() -> None:
    assert counts(filled([block(20), block(2, keep=True), block(2, keep=True)], columns=2)) == [[10, 10], [2, 2]]
    page = filled([block(20), block(2, keep=True), block(2, keep=True)], columns=2)[1]
    assert len({slot.x for slot in page}) == 1


def test_the_first_column_of_a_right_to_left_page_is_the_right_one() -> None:
    assert [slot.x for slot in filled([block(20)], columns=2, rtl=True)[0]] == [270, 50]


def test_the_head_of_a_section_runs_over_both_columns() -> None:
    pages = filled([block(2, wide=True), block(12)], columns=2)
    assert [(slot.x, slot.y, slot.stop - slot.start) for slot in pages[0]] == [(50, 0, 2), (50, 20, 6), (270, 20, 6)]


def test_pages_are_limited() -> None:
    flow = Flow(area(100), lambda _: None, 3)
    with pytest.raises(LimitError, match="3 pages"):
        flow.add(block(60))


BLOCKS = st.lists(
    st.tuples(
        st.integers(1, 30),
        st.sampled_from([7.0, 10.0, 15.0, 26.0]),
        st.sampled_from([0.0, 3.0, 12.5, 180.0]),
        st.booleans(),
        st.booleans(),
    ),
    max_size=25,
)


@settings(deadline=None)
@given(blocks=BLOCKS, columns=st.sampled_from([1, 2]), height=st.sampled_from([60.0, 100.0, 250.0]))
def test_every_line_is_placed_once_in_order_and_inside(
    blocks: list[tuple[int, float, float, bool, bool]], columns: int, height: float
) -> None:
    made = [block(n, leading=lead, before=gap, after=gap / 2, keep=k, whole=w) for n, lead, gap, k, w in blocks]
    pages = filled(made, height, columns)
    placed = [(id(slot.block), n) for page in pages for slot in page for n in range(slot.start, slot.stop)]
    assert placed == [(id(one), n) for one in made for n in range(len(one.lines))]
    for page in pages:
        below: dict[float, float] = {}
        for slot in page:
            end = slot.y + (slot.stop - slot.start) * slot.block.leading
            assert slot.y >= below.get(slot.x, 0.0) - 0.02
            # Only a single line higher than the column, or a first one pushed down by its space, may stick out.
            assert end <= height + 0.02 or slot.stop - slot.start == 1
            below[slot.x] = end


def placed(page: Sequence[Slot]) -> list[tuple[float, float]]:
    """Left edge and top of each slice."""
    return [(slot.x, slot.y) for slot in page]


def test_a_picture_stands_below_the_headline_while_columns_are_balanced() -> None:
    """A block higher than a share of the page is no reason to start again at the top of the page."""
    picture = block(1, leading=120, whole=True)
    pages = filled([block(2, leading=20, wide=True), picture, block(6)], height=300, columns=2)
    assert [placed(page) for page in pages] == [[(50, 0), (50, 40), (270, 40)]]


def test_balancing_never_parts_a_picture_from_its_caption() -> None:
    picture = block(1, leading=120, whole=True, keep=True)
    pages = filled([picture, block(2, keep=True), block(1), block(3), block(3)], height=300, columns=2)
    assert [placed(page) for page in pages] == [[(50, 0), (50, 120), (50, 140), (270, 0), (270, 30)]]
