"""Coordinates of a map on which answers that are alike lie near one another.

Starts from the two leading principal axes with fixed signs, and a fixed seed: the same answers give the same map. When
there was a map before, ``placed_beside`` and ``turned_like`` see to it that a small change does not turn it around.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from coding.analysis.map_layout import Floats, layout
from coding.domain.progress import Progress, quiet

_FEWEST: Final = 8  # points; fewer lie on their principal axes
_NEAREST: Final = 5


def map_points(points: Floats, report: Progress = quiet) -> Floats:
    """Coordinates, shape (n, 2), about 0 and within [-1, 1], for points of unit length, shape (n, d).

    Equal points coincide. ``report`` is told how far it is; what it raises stops the drawing.
    """
    distinct, inverse = np.unique(np.round(points, 5), axis=0, return_inverse=True)
    start = _principal(distinct)
    placed = start if len(distinct) < _FEWEST else layout(distinct, start, report)
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
