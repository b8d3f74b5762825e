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
_LEAST_ADDED: Final = 1e-10  # to the squares of lengths of one
_FEW: Final = 128  # items


class Directions:
    """The directions of n items: item i has row ``row[i]`` of ``vectors``, which may have any length."""

    def __init__(self, vectors: Vectors | Floats, row: Indexes) -> None:
        self._vectors = vectors
        self._row = row
        starts = range(0, len(vectors), _ROWS_AT_ONCE)
        squares = [_squared_lengths(vectors[at : at + _ROWS_AT_ONCE]) for at in starts]
        self._scale: Floats = 1.0 / np.maximum(np.sqrt(np.concatenate([np.zeros(0), *squares])), _TINY)

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

    def among_themselves(self) -> Directions:
        """The same items seen from one another alone: with the same inner products, in fewer dimensions if possible."""
        if not 0 < len(self) <= min(_FEW, self.dimensions):
            return self
        every = self.of(np.arange(len(self)))
        return Directions(points_so_alike(every @ every.T), np.arange(len(self)))

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


def points_so_alike(similar: Floats) -> Floats:
    """Points with these inner products, shape (n, n): a Cholesky factor.

    Where few items stand among many dimensions, work that looks at inner products alone is several times as fast with
    these points, and gives the same.
    """
    depending = np.eye(len(similar)) * _LEAST_ADDED  # points that depend on one another have no factor without
    return np.asarray(np.linalg.cholesky(similar + depending))


def unit(vectors: Floats) -> Floats:
    """``vectors`` at length one; a vector of zeros stays as it is."""
    found: Floats = vectors / np.maximum(np.sqrt(_squared_lengths(vectors)), _TINY)[:, None]
    return found


def _squared_lengths(vectors: Floats | Vectors) -> Floats:
    """The square of the length of each vector, in double precision; without a copy of them all, as a norm makes."""
    return np.asarray(np.einsum("ij,ij->i", vectors, vectors, dtype=np.float64))
