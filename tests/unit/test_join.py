"""Later answers among groups that are there, and how much of one grouping is left in another."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coding.analysis.join import Known, join
from coding.analysis.lexical import unit_rows
from coding.analysis.stability import regrouped


def axis(number: int, tilt: float = 0.0) -> list[float]:
    """A point near one of six axes."""
    point = np.zeros(7)
    point[number], point[6] = 1, tilt
    return list(point)


def known(leaf: list[int], group_of: list[int], points: list[list[float]]) -> Known:
    return Known(
        unit_rows(np.array(points, np.float32)), np.array(leaf), np.array(group_of, np.intp), np.ones(len(leaf))
    )


# Two groups of four answers; the first has two finest groups, along two axes that are a little alike.
FIRST = [axis(0, 0.1), axis(0, 0.2), [0.8, 0.6, 0, 0, 0, 0, 0.1], [0.8, 0.6, 0, 0, 0, 0, 0.2]]
SECOND = [axis(2, 0.1), axis(2, 0.2), axis(2, 0.3), axis(2, 0.4)]
TWO = known([0, 0, 1, 1, 2, 2, 2, 2], [0, 0, 1], FIRST + SECOND)


def later(*points: list[float]) -> np.ndarray:
    return unit_rows(np.array(points, np.float32))


def test_an_answer_joins_the_group_of_its_neighbours_and_the_finest_one_there() -> None:
    found = join(TWO, later(axis(0, 0.15), [0.8, 0.6, 0, 0, 0, 0, 0.15], axis(2, 0.25)), np.ones(3))
    assert found.leaf.tolist() == [0, 1, 2]
    assert found.new_groups == 0
    assert (found.scores > 0.8).all()
    assert found.known_leaf.tolist() == TWO.leaf.tolist()


def test_what_fits_nowhere_stays_alone_or_makes_a_new_group() -> None:
    found = join(TWO, later(axis(4), axis(5), axis(5, 0.1), axis(2)), np.ones(4))
    assert found.leaf.tolist() == [-1, 3, 3, 2]
    assert (found.first_new, found.new_groups) == (3, 1)
    assert found.scores[0] == 0


def test_one_answer_that_many_gave_is_a_new_group() -> None:
    assert join(TWO, later(axis(4)), np.array([3.0])).leaf.tolist() == [3]


def test_earlier_answers_without_a_group_may_get_a_new_one_with_later_ones_only() -> None:
    points = FIRST + SECOND + [axis(4), axis(3), axis(3, 0.1)]
    loose = known([*TWO.leaf.tolist(), -1, -1, -1], [0, 0, 1], points)
    found = join(loose, later(axis(4, 0.1)), np.ones(1))
    assert found.leaf.tolist() == [3]
    assert found.known_leaf.tolist() == [*TWO.leaf.tolist(), 3, -1, -1]
    assert found.known_scores[8] > 0.9


def test_without_groups_later_answers_make_their_own() -> None:
    nothing = known([-1, -1], [], [axis(0), axis(1)])
    found = join(nothing, later(axis(3), axis(3, 0.1), axis(4)), np.ones(3))
    assert found.leaf.tolist() == [0, 0, -1]


def test_no_later_answers_change_nothing() -> None:
    found = join(TWO, np.zeros((0, 7), np.float32), np.zeros(0))
    assert len(found.leaf) == 0
    assert found.known_leaf.tolist() == TWO.leaf.tolist()


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 30), st.integers(0, 12), st.integers(0, 10_000))
def test_no_group_that_was_there_ever_changes_and_the_order_does_not_matter(n: int, m: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    leaf = random.integers(-1, 5, size=n)
    leaves = int(leaf.max(initial=-1)) + 1
    there = Known(
        unit_rows(random.normal(size=(n, 8)).astype(np.float32)),
        leaf,
        np.sort(random.integers(0, 3, size=leaves)),
        random.integers(1, 4, size=n).astype(float),
    )
    points, weights = unit_rows(random.normal(size=(m, 8)).astype(np.float32)), np.ones(m)
    found = join(there, points, weights)
    assert (found.known_leaf[leaf >= 0] == leaf[leaf >= 0]).all()
    assert set(found.known_leaf[leaf < 0]) <= {-1, *range(found.first_new, found.first_new + found.new_groups)}
    assert ((found.scores >= 0) & (found.scores <= 1)).all()
    assert ((found.leaf < 0) <= (found.scores == 0)).all()
    turned = join(there, points[::-1], weights[::-1])
    ours, theirs = found.leaf, turned.leaf[::-1]
    assert ((ours >= found.first_new) == (theirs >= found.first_new)).all()
    old = ours < found.first_new
    assert (ours[old] == theirs[old]).all()


@pytest.mark.parametrize(
    ("before", "after", "pairs", "moved"),
    [
        ([0, 0, 1, 1], [5, 5, 2, 2], 1.0, []),
        ([0, 0, 0, 1], [0, 0, 1, 1], 1 / 3, [2]),
        ([0, 0, 1, 1], [0, 0, 0, 0], 1.0, [2, 3]),
        ([0, 0, -1, -1], [0, -1, 0, -1], 0.0, [1, 2]),
        ([-1, -1], [0, 0], 1.0, [0, 1]),
        ([], [], 1.0, []),
    ],
    ids=["renumbered", "one moves", "all in one", "in and out", "from nowhere", "nothing"],
)
def test_what_a_new_grouping_changes(before: list[int], after: list[int], pairs: float, moved: list[int]) -> None:
    found = regrouped(np.array(before, np.intp), np.array(after, np.intp))
    assert found.pairs_kept == pytest.approx(pairs)
    assert np.flatnonzero(found.moved).tolist() == moved


def test_groupings_of_other_answers_are_not_compared() -> None:
    with pytest.raises(ValueError, match="same answers"):
        regrouped(np.array([0]), np.array([0, 1]))
