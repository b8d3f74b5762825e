"""Coordinates of a map on which answers that are alike lie near one another (UMAP: McInnes, Healy and Melville 2018).

Starts from the two leading principal axes with fixed signs, and a fixed seed: the same answers give the same map. When
there was a map before, ``placed_beside`` and ``turned_like`` see to it that a small change does not turn it around.
``python -m coding.analysis.map_points`` draws in a process of its own, because the library compiles itself first and
would hold up the screen.
"""

from __future__ import annotations

import sys
import warnings
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coding.analysis.represent import neighbours

Floats = NDArray[np.float32]

NEIGHBOURS: Final = 15  # with the point itself
_FEWEST: Final = 8  # points; fewer lie on their principal axes
_SEED: Final = 20231002
_ROUNDS: Final = 200
_NEAREST: Final = 5


def map_points(points: Floats) -> Floats:
    """Coordinates, shape (n, 2), about 0 and within [-1, 1], for points no longer than 1, shape (n, d).

    Equal points coincide.
    """
    distinct, inverse = np.unique(np.round(points, 5), axis=0, return_inverse=True)
    start = _principal(distinct)
    placed = start if len(distinct) < _FEWEST else _umap(distinct, start)
    placed = placed - placed.mean(axis=0, keepdims=True)
    reach = float(np.abs(placed).max()) if placed.size else 0.0
    return np.asarray(np.round(placed / max(reach, 1e-9), 4)[inverse], dtype=np.float32)


def placed_beside(points: Floats, known: NDArray[np.bool_], coordinates: Floats) -> Floats:
    """Coordinates, shape (n, 2): known points keep theirs, the others stand amid the known ones most like them.

    ``points``: shape (n, d), rows of unit length; ``known``: shape (n,); ``coordinates``: of the known, shape (k, 2).
    """
    found = np.zeros((len(points), 2), np.float32)
    found[known] = coordinates
    new = np.flatnonzero(~known)
    if len(new) and len(coordinates):
        similar = np.round(points[new] @ points[known].T, 5)
        nearest = np.argsort(-similar, axis=1, kind="stable")[:, :_NEAREST]
        weight = np.maximum(np.take_along_axis(similar, nearest, axis=1), 0) ** 2 + 1e-6
        found[new] = np.round(
            np.einsum("nk,nkd->nd", weight / weight.sum(axis=1, keepdims=True), coordinates[nearest]), 4
        )
    return found


def turned_like(placed: Floats, known: NDArray[np.bool_], coordinates: Floats) -> Floats:
    """``placed``, shape (n, 2), turned and mirrored so that known points lie as nearly as can be where they lay before.

    ``known``: shape (n,); ``coordinates``: where they lay, shape (k, 2). Orthogonal Procrustes (Schönemann 1966).
    """
    if len(coordinates) < 2:
        return placed
    here = placed[known] - placed[known].mean(axis=0)
    left, _, right = np.linalg.svd(here.T @ (coordinates - coordinates.mean(axis=0)))
    return np.asarray(np.round(placed @ left @ right, 4), dtype=np.float32)


def _principal(points: Floats) -> Floats:
    """The points on their two leading principal axes; the largest loading of each axis is positive."""
    if len(points) < 2:
        return np.zeros((len(points), 2), np.float32)
    centred = points - points.mean(axis=0, keepdims=True)
    _, _, axes = np.linalg.svd(centred.astype(np.float64), full_matrices=False)
    found = np.zeros((2, points.shape[1]))
    found[: len(axes[:2])] = axes[:2]
    signs = np.sign(found[np.arange(2), np.abs(found).argmax(axis=1)])
    return np.asarray(centred @ (found * np.where(signs == 0, 1, signs)[:, None]).T, dtype=np.float32)


def _umap(points: Floats, start: Floats) -> Floats:
    spread = start / max(float(np.abs(start).max()), 1e-9) * 10
    # The principal axes are a good beginning: more rounds take longer and change little.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # UMAP tells what it does without, and that a seed means one core
        from umap import UMAP

        near, distance = _nearest(points)
        model = UMAP(
            n_neighbors=near.shape[1],
            min_dist=0.15,
            metric="cosine",
            init=spread,
            n_epochs=_ROUNDS,
            random_state=_SEED,
            n_jobs=1,
            precomputed_knn=(near, distance),  # UMAP's own search compiles for ten seconds before it begins
            force_approximation_algorithm=True,  # else it compares small sets pair by pair all the same
        )
        return np.asarray(model.fit_transform(points), dtype=np.float32)


def _nearest(points: Floats) -> tuple[NDArray[np.int64], Floats]:
    """Each point and its nearest others, the nearest first, with their distances; both of shape (n, NEIGHBOURS)."""
    n, count = len(points), min(NEIGHBOURS, len(points) - 1)
    near, distance = np.empty((n, count), np.int64), np.zeros((n, count), np.float32)
    near[:, 0] = np.arange(n)
    for rows, found, similarity in neighbours(points, count - 1):
        order = np.lexsort((found, -similarity), axis=1)
        near[rows, 1:] = np.take_along_axis(found, order, axis=1)
        distance[rows, 1:] = np.clip(1 - np.take_along_axis(similarity, order, axis=1), 0, None)
    return near, distance


def main() -> None:
    """Draw a map for each line on standard input: the .npy files to read points from and to write coordinates to.

    The two names are parted by a tab. A file is there only once it is whole.
    """
    for line in sys.stdin:
        source, target = line.rstrip("\n").split("\t")
        drawing = Path(f"{target}.part")
        with drawing.open("wb") as file:
            np.save(file, map_points(np.load(source, allow_pickle=False)))
        drawing.replace(target)


if __name__ == "__main__":
    main()
