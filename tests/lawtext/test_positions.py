"""Positions of siblings: gaps, and as few rows touched as can be."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from articles.lawtext.positions import STEP, arranged, between, kept

positions = st.lists(st.one_of(st.none(), st.integers(-STEP, STEP * 4)), max_size=12)


@given(positions)
def test_arranged_positions_rise(wanted):
    placed = arranged(wanted)
    assert all(first < second for first, second in pairwise(placed))


@given(st.lists(st.integers(0, 10**6), unique=True, max_size=12).map(lambda found: [n * 1000 for n in found]))
def test_what_is_in_order_stays_where_it_is(wanted):
    placed = arranged(wanted)
    assert all(placed[index] == wanted[index] for index in kept(wanted))


def test_one_moved_sibling_touches_one_row():
    before = [STEP, 2 * STEP, 3 * STEP, 4 * STEP]
    wanted = [before[3], before[0], before[1], before[2]]
    assert [new == old for new, old in zip(arranged(wanted), wanted, strict=True)] == [False, True, True, True]


def test_there_is_no_place_between_neighbours_without_a_gap():
    assert between(5, 6) is None
    assert between(None, None) == STEP
    assert between(None, STEP) == 0
