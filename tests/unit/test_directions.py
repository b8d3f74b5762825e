"""Vectors read at unit length in blocks give what the whole matrix at once gives."""

from __future__ import annotations

import numpy as np

from coding.analysis.directions import Directions, unit


def test_blocks_give_what_the_whole_matrix_gives() -> None:
    random = np.random.default_rng(0)
    vectors = (random.standard_normal((6000, 3)) * 5 + 1).astype(np.float32)
    row = random.integers(len(vectors), size=9000)
    items = np.arange(8999, 0, -1)
    whole = unit(vectors[row[items]].astype(np.float64))
    middle = unit(whole.mean(axis=0, keepdims=True))[0]
    directions = Directions(vectors, row)
    np.testing.assert_allclose(directions.of(items), whole, atol=1e-12)
    np.testing.assert_allclose(directions.middle(items), middle, atol=1e-12)
    np.testing.assert_allclose(directions.cosines(items, middle), whole @ middle, atol=1e-12)
    assert (len(directions), directions.dimensions) == (9000, 3)


def test_a_vector_of_zeros_has_no_direction() -> None:
    directions = Directions(np.zeros((2, 4), dtype=np.float32), np.arange(2))
    assert not directions.of(np.arange(2)).any()
    assert not directions.middle(np.arange(2)).any()
