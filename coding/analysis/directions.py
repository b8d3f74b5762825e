"""Vectors read at unit length and in double precision, a block at a time: all at once they would fill the memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coding.analysis.encoder import Vectors

Floats = NDArray[np.float64]
Indexes = NDArray[np.intp]
_ROWS_AT_ONCE: Final = 4096
_TINY: Final = 1e-12


class Directions:
    """The directions of n items: item i has row ``row[i]`` of ``vectors``, which may have any length."""

    def __init__(self, vectors: Vectors, row: Indexes) -> None:
        self._vectors = vectors
        self._row = row
        starts = range(0, len(vectors), _ROWS_AT_ONCE)
        norms = [np.linalg.norm(vectors[at : at + _ROWS_AT_ONCE].astype(np.float64), axis=1) for at in starts]
        self._scale: Floats = 1.0 / np.maximum(np.concatenate([np.zeros(0), *norms]), _TINY)

    def __len__(self) -> int:
        return len(self._row)

    @property
    def dimensions(self) -> int:
        """Number of columns."""
        return int(self._vectors.shape[1])

    def of(self, items: Indexes) -> Floats:
        """Unit vectors of some items, shape (k, d); a vector of zeros stays as it is."""
        rows = self._row[items]
        return np.asarray(self._vectors[rows] * self._scale[rows, None])

    def middle(self, items: Indexes) -> Floats:
        """The unit vector towards the middle of some items, shape (d,)."""
        total = np.zeros((1, self.dimensions))
        for rows in self._blocks(items):
            total += self._scale[rows] @ self._vectors[rows]
        found: Floats = unit(total / len(items))[0]
        return found

    def cosines(self, items: Indexes, direction: Floats) -> Floats:
        """Cosine of some items to a unit vector, shape (k,)."""
        found = [(self._vectors[rows] @ direction) * self._scale[rows] for rows in self._blocks(items)]
        return np.concatenate([np.zeros(0), *found])

    def _blocks(self, items: Indexes) -> Iterator[Indexes]:
        for start in range(0, len(items), _ROWS_AT_ONCE):
            yield self._row[items[start : start + _ROWS_AT_ONCE]]


def unit(vectors: Floats) -> Floats:
    """``vectors`` at length one; a vector of zeros stays as it is."""
    found: Floats = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), _TINY)
    return found
