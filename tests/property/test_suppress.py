"""What is left out of a crosstab cannot be worked out from what is printed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from coding.analysis.suppress import cells_to_hide

Cell = tuple[int, int]
LEAST = 3


def extremes(counts: np.ndarray, hidden: frozenset[Cell], cell: Cell, additive: bool, lost: list[int]) -> set[int]:
    """The least and the greatest whole number that a hidden cell can hold, given all that is printed.

    Known: every cell that is not hidden, the total of each row, the base of each column; and, where every person
    stands in one row, that a column adds up to its base. Solved exactly (integer programming).
    """
    full = np.column_stack([counts, lost]) if any(lost) else counts
    rows, columns = full.shape
    bases = counts.sum(axis=0) if additive else counts.max(axis=0) + 1
    caps = np.append(bases, sum(lost)) if any(lost) else bases
    low, high = np.zeros(full.shape), np.tile(caps.astype(float), (rows, 1))
    for row in range(rows):
        for column in range(counts.shape[1]):
            if (row, column) not in hidden:
                low[row, column] = high[row, column] = full[row, column]
    sums = [np.eye(rows)[row][:, None] * np.ones(columns) for row in range(rows)]
    totals = list(full.sum(axis=1))
    if additive:
        sums += [np.ones((rows, 1)) * np.eye(columns)[column] for column in range(columns)]
        totals += list(full.sum(axis=0))
    rules = LinearConstraint(np.array([one.ravel() for one in sums]), totals, totals)
    aim = np.zeros(full.shape)
    aim[cell] = 1.0
    found = set()
    for sign in (1.0, -1.0):
        done = milp(sign * aim.ravel(), integrality=np.ones(aim.size), bounds=Bounds(low.ravel(), high.ravel()),
                    constraints=rules)  # fmt: skip
        assert done.success
        found.add(round(done.x.reshape(full.shape)[cell]))
    return found


@settings(max_examples=60, deadline=None)
@given(st.data())
@pytest.mark.parametrize("additive", [True, False])
def test_no_hidden_cell_can_be_worked_out(additive: bool, data: st.DataObject) -> None:
    rows, columns = data.draw(st.integers(2, 5)), data.draw(st.integers(2, 4))
    size = st.integers(0, 9)
    line = st.lists(size, min_size=columns, max_size=columns)
    counts = np.array(data.draw(st.lists(line, min_size=rows, max_size=rows)))
    lost = data.draw(st.one_of(st.just([0] * rows), st.lists(st.integers(0, 3), min_size=rows, max_size=rows)))
    bases = [int(n) for n in (counts.sum(axis=0) if additive else counts.max(axis=0) + 1)]
    hidden = cells_to_hide(counts.tolist(), bases, lost, LEAST, additive=additive)
    small = {(r, c) for r in range(rows) for c in range(columns) if 0 < counts[r, c] < LEAST}
    assert small <= hidden
    filled = [base for base in bases if base]
    if additive and (len(filled) < 2 or np.count_nonzero(counts.sum(axis=1)) < 2):
        return  # one column, or one row, is what its totals say
    for cell in hidden:
        assert len(extremes(counts, hidden, cell, additive, lost)) == 2, (counts, hidden, cell)


def test_only_as_much_is_left_out_as_it_takes() -> None:
    assert cells_to_hide([[9, 8], [7, 6]], [16, 14], [0, 0], LEAST, additive=True) == frozenset()
    assert cells_to_hide([[1, 8, 9], [7, 6, 5]], [30, 30, 30], [0, 0], LEAST, additive=False) == {(0, 0), (0, 1)}
    assert cells_to_hide([[1, 8, 9], [2, 6, 5]], [30, 30, 30], [1, 1], LEAST, additive=False) == {(0, 0), (1, 0)}


def test_a_net_does_not_tell_the_only_argument_under_it() -> None:
    counts = [[5, 1, 7], [5, 1, 7], [9, 9, 9]]
    hidden = cells_to_hide(counts, [20, 20, 20], [0, 0, 0], LEAST, [(0, (1,))], additive=False)
    assert {(0, 1), (1, 1)} <= hidden
    assert {(0, c) for c in range(3) if (0, c) in hidden} == {(0, c) for c in range(3) if (1, c) in hidden}
