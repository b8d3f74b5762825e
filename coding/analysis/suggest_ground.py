"""What is known about the answers to one question before a single one is coded.

Answers lean on each other: an answer between many that are coded alike is probably coded so too. Every answer's point
is therefore paired with a smoothed one, an average over its neighbours and their neighbours (personalised propagation
of features: Wu et al. 2019, "Simplifying graph convolutional networks"; Gasteiger et al. 2019). That uses the answers
nobody has coded yet, is computed once per question, and leaves the learning itself linear.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from coding.analysis.lexical import unit_rows

Matrix = NDArray[np.float32]
Indices = NDArray[np.intp]
Floats = NDArray[np.float64]

NEIGHBOURS: Final = 10
_STEPS: Final = 3
_SHARE_FROM_NEIGHBOURS: Final = 0.8
_BLOCK: Final = 1000
_GROUP: Final = 64
_FEATURES: Final = 320
_SEARCH_DIMENSIONS: Final = 64  # beyond _EXACT_UP_TO answers, neighbours are searched on the first axes only
_EXACT_UP_TO: Final = 5000


@dataclass(frozen=True)
class Ground:
    """The distinct answers to one question, ready to learn from. Rows are in the order of the given points.

    ``points`` and ``smooth`` have shape (n, d), ``features`` (n, 2d): both side by side, rows of unit length.
    ``piece_points`` (p, d) are the points of pieces of answers that consist of several, ``piece_owner`` (p,) the
    answer each piece belongs to; ``piece_features`` (p, 2d) pairs a piece with the smoothed point of the answers most
    like it.
    """

    points: Matrix
    features: Matrix
    piece_points: Matrix
    piece_features: Matrix
    piece_owner: Indices
    non_answer: NDArray[np.bool_]
    counts: Indices

    def __len__(self) -> int:
        return len(self.points)


@dataclass(frozen=True)
class Examples:
    """What was decided: ``rows`` (m,) of the ground; ``codes`` (m, k + 1) in [0, 1], last column "no code applies"."""

    rows: Indices
    codes: Floats


def prepare(
    points: Matrix,
    piece_points: Matrix | None = None,
    piece_owner: Sequence[int] = (),
    non_answer: Sequence[bool] | None = None,
    counts: Sequence[int] | None = None,
) -> Ground:
    """The ground of n distinct answers.

    ``points``: shape (n, d), rows of unit length or zero; ``piece_points``: shape (p, d); ``piece_owner``: p row
    numbers; ``non_answer``: n booleans, whether the answer is a "geen idee" and the like; ``counts``: how many
    undecided responses have this text, 1 each if not given. Raises ValueError if lengths disagree.
    """
    n = len(points)
    pieces = np.zeros((0, points.shape[1]), np.float32) if piece_points is None else piece_points
    silent = np.zeros(n, bool) if non_answer is None else np.asarray(non_answer, bool)
    many = np.ones(n, np.intp) if counts is None else np.asarray(counts, np.intp)
    if len(pieces) != len(piece_owner) or len(silent) != n or len(many) != n:
        raise ValueError(
            "The 'piece_owner', 'non_answer' and 'counts' parameters must match the pieces and the points."
        )
    smooth = smoothed(points)
    features = _side_by_side(points, smooth)
    axes = _leading_axes(features, _FEATURES)
    return Ground(
        points,
        features @ axes,
        pieces,
        _side_by_side(pieces, _borrowed(pieces, points, smooth)) @ axes,
        np.asarray(piece_owner, dtype=np.intp),
        silent,
        many,
    )


def smoothed(points: Matrix) -> Matrix:
    """Each point averaged with its neighbours' in the graph of nearest answers, shape (n, d), rows of unit length."""
    if len(points) < 3:
        return points
    graph = _neighbour_graph(points)
    current = points
    for _ in range(_STEPS):
        current = np.asarray(
            _SHARE_FROM_NEIGHBOURS * (graph @ current) + (1 - _SHARE_FROM_NEIGHBOURS) * points, dtype=np.float32
        )
    return unit_rows(current)


def nearest(queries: Matrix, points: Matrix, k: int) -> tuple[Indices, Matrix]:
    """The ``k`` nearest rows of ``points`` for each query, shape (q, k), and their inner products."""
    k = min(k, len(points))
    rows = np.zeros((len(queries), k), dtype=np.intp)
    similar = np.zeros((len(queries), k), dtype=np.float32)
    for start in range(0, len(queries), _BLOCK):
        block = queries[start : start + _BLOCK] @ points.T
        found = _largest(block, k)
        rows[start : start + _BLOCK] = found
        similar[start : start + _BLOCK] = np.take_along_axis(block, found, axis=1)
    return rows, similar


def _largest(block: Matrix, k: int) -> Indices:
    """The columns of the ``k`` largest entries per row, shape (b, k), in any order.

    The k largest entries lie in the k groups of columns with the largest maxima: few columns remain to be sorted.
    """
    groups = block.shape[1] // _GROUP
    if groups <= 2 * k:
        return np.argpartition(-block, k - 1, axis=1)[:, :k]
    even = groups * _GROUP
    maxima = block[:, :even].reshape(len(block), groups, _GROUP).max(axis=2)
    best = np.argpartition(-maxima, k - 1, axis=1)[:, :k]
    inside = (best[:, :, None] * _GROUP + np.arange(_GROUP)).reshape(len(block), -1)
    rest = np.broadcast_to(np.arange(even, block.shape[1]), (len(block), block.shape[1] - even))
    columns = np.hstack([inside, rest])
    chosen = np.argpartition(-np.take_along_axis(block, columns, axis=1), k - 1, axis=1)[:, :k]
    return np.take_along_axis(columns, chosen, axis=1)


def _neighbour_graph(points: Matrix) -> Any:
    """Symmetric, symmetrically normalised graph of nearest neighbours, a sparse (n, n) matrix."""
    from scipy.sparse import csr_matrix, diags_array

    n = len(points)
    search = points if n <= _EXACT_UP_TO else unit_rows(points @ _leading_axes(points, _SEARCH_DIMENSIONS))
    rows, similar = nearest(search, search, min(NEIGHBOURS, n - 1) + 1)
    own = rows == np.arange(n)[:, None]
    weight = np.where(own, 0, np.maximum(similar, 0) ** 2 + 1e-6)
    graph = csr_matrix((weight.ravel(), rows.ravel(), np.arange(0, rows.size + 1, rows.shape[1])), shape=(n, n))
    graph = graph.maximum(graph.T)
    scale = diags_array(1 / np.sqrt(np.maximum(np.asarray(graph.sum(axis=1)).ravel(), 1e-9)))
    return (scale @ graph @ scale).astype(np.float32).tocsr()


def _leading_axes(points: Matrix, most: int) -> Matrix:
    """The principal axes of the points, not centred, shape (d, at most ``most``); all of them if there are no more."""
    from scipy.linalg import eigh

    d = points.shape[1]
    if len(points) <= most:
        _, left = np.linalg.eigh((points @ points.T).astype(np.float64))
        return unit_rows((points.T @ left[:, ::-1]).T.astype(np.float32)).T
    start = max(0, d - most)
    _, axes = eigh((points.T @ points).astype(np.float64), subset_by_index=(start, d - 1))
    return np.asarray(axes[:, ::-1], dtype=np.float32)


def _borrowed(pieces: Matrix, points: Matrix, smooth: Matrix) -> Matrix:
    """Smoothed points for pieces, from the answers they resemble most."""
    if not len(pieces):
        return pieces
    rows, similar = nearest(pieces, points, NEIGHBOURS)
    weight = np.maximum(similar, 0) ** 2 + 1e-6
    weight /= weight.sum(axis=1, keepdims=True)
    return unit_rows(np.einsum("pk,pkd->pd", weight, smooth[rows]).astype(np.float32))


def _side_by_side(first: Matrix, second: Matrix) -> Matrix:
    return np.hstack([first, second]) * np.float32(np.sqrt(0.5))
