"""UMAP (McInnes, Healy and Melville 2018) in two dimensions, with NumPy alone.

Each answer is tied to its nearest neighbours; ties pull, and random pairs push. Where umap-learn moves one pair at a
time, in code that must be compiled first, a quarter of the ties moves at once here (docs/decisions/0032-map.md).
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array

from coding.analysis.represent import neighbours
from coding.domain.progress import Progress

Floats = NDArray[np.float32]

_ROUNDS: Final = 200
_ROUNDS_UNTOLD: Final = 5
_NEIGHBOURS: Final = 14
_PUSHES: Final = 5  # random others per tie and round
# Closeness on the map is 1 / (1 + a d^2b); fitted so that what lies nearer than .15 counts as together.
_A: Final = 1.414
_B: Final = 0.9488
_LONGEST_STEP: Final = 4.0
_PARTS: Final = 4
_HALVINGS: Final = 64
_LEAST_WIDTH: Final = 1e-3  # of a neighbourhood, as a share of the mean distance in it
_TINY: Final = 1e-12
_SEED: Final = 20231002


def layout(points: Floats, start: Floats, report: Progress) -> Floats:
    """Coordinates, shape (n, 2), for distinct points of unit length, shape (n, d).

    ``start``, shape (n, 2), is where they stand at first. ``report`` is told of the stages "neighbours" and "places".
    The same input gives the same coordinates.
    """
    ties = _ties(points, report)
    here, there, strength = ties.row, ties.col, ties.data
    draw = np.random.default_rng(_SEED)
    every = strength.max() / strength  # a tie half as strong pulls half as often
    due = every.copy()
    part = draw.integers(0, _PARTS, len(every))
    placed = _spread(start)
    for done in range(_ROUNDS):
        if done % _ROUNDS_UNTOLD == 0:
            report("places", done, _ROUNDS)
        now = np.flatnonzero(due <= done)
        due[now] += every[now]
        for at in range(_PARTS):
            some = now[part[now] == at]
            others = draw.integers(0, len(points), len(some) * _PUSHES)
            placed += (1 - done / _ROUNDS) * _moves(placed, here[some], there[some], others)
    return np.asarray(placed, dtype=np.float32)


def _spread(start: Floats) -> NDArray[np.float64]:
    low, high = start.min(axis=0), start.max(axis=0)
    return np.asarray(10 * (start - low) / np.maximum(high - low, _TINY), dtype=np.float64)


def _ties(points: Floats, report: Progress) -> coo_array:
    """The fuzzy graph: how surely two points are neighbours, from either one's view; strengths in (0, 1]."""
    n, count = len(points), min(_NEIGHBOURS, len(points) - 1)
    near, distance = np.empty((n, count), np.intp), np.empty((n, count))
    for rows, found, similarity in neighbours(points, count):
        report("neighbours", int(rows[0]), n)
        near[rows], distance[rows] = found, np.clip(1 - similarity, 0, None)
    beyond = distance - distance.min(axis=1, keepdims=True)
    sure = np.exp(-beyond / _widths(beyond, distance)[:, None])
    seen = csr_array((sure.ravel(), (np.repeat(np.arange(n), count), near.ravel())), shape=(n, n))
    back = seen.T.tocsr()
    either = coo_array(seen + back - seen * back)
    strong = either.data >= either.data.max() / _ROUNDS  # a weaker one would never pull
    return coo_array((either.data[strong], (either.row[strong], either.col[strong])), shape=(n, n))


def _widths(beyond: NDArray[np.float64], distance: NDArray[np.float64]) -> NDArray[np.float64]:
    """Per point the width at which its neighbourhood weighs log2 of its size, shape (n,), by halving."""
    wanted = np.log2(beyond.shape[1] + 1)
    low, high = np.zeros(len(beyond)), np.full(len(beyond), np.inf)
    width = np.ones(len(beyond))
    for _ in range(_HALVINGS):
        wide = np.exp(-beyond / width[:, None]).sum(axis=1) > wanted
        high, low = np.where(wide, width, high), np.where(wide, low, width)
        width = np.where(np.isinf(high), width * 2, (low + high) / 2)
    return np.asarray(np.maximum(width, np.maximum(_LEAST_WIDTH * distance.mean(axis=1), _TINY)))


def _moves(
    placed: NDArray[np.float64], here: NDArray[np.intp], there: NDArray[np.intp], others: NDArray[np.intp]
) -> NDArray[np.float64]:
    """How each point moves, shape (n, 2): both ends of a tie to each other, its first end away from random others."""
    apart, squared = _between(placed, here, there)
    power = squared**_B
    pull = _steps(-2 * _A * _B * power / (squared * (1 + _A * power)), apart)
    pushed = np.repeat(here, _PUSHES)
    apart, squared = _between(placed, pushed, others)
    push = _steps(2 * _B / ((0.001 + squared) * (1 + _A * squared**_B)), apart)
    ends = np.concatenate([here, there, pushed])
    steps = np.concatenate([pull, -pull, push])
    return np.stack([np.bincount(ends, steps[:, axis], len(placed)) for axis in (0, 1)], axis=1)


def _between(
    placed: NDArray[np.float64], first: NDArray[np.intp], second: NDArray[np.intp]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    apart = placed[first] - placed[second]
    return apart, np.maximum(np.einsum("ij,ij->i", apart, apart), _TINY)


def _steps(size: NDArray[np.float64], apart: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.clip(size[:, None] * apart, -_LONGEST_STEP, _LONGEST_STEP)
