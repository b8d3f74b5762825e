"""Grouping points: average linkage with weights, micro-clusters for many points, and moving misfits to a better group.

All similarities are inner products of points. The mean inner product between two sets is the inner product of their means, so
average linkage (Sokal & Michener 1958) can start from groups of any size without loss.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coding.analysis.represent import Points

Labels = NDArray[np.intp]
Weights = NDArray[np.float64]
_DECIMALS: Final = 6
_SEED: Final = 0
_ROWS_AT_ONCE: Final = 4096


@dataclass(frozen=True)
class MergeTree:
    """A binary tree over ``leaves`` leaves in the order of merging.

    ``pairs`` has shape (leaves - 1, 2): step i joins two nodes into node ``leaves + i``; ``similarity`` is the mean inner
    product between the two, never rising.
    """

    leaves: int
    pairs: NDArray[np.intp]
    similarity: NDArray[np.float64]

    def cut(self, groups: int) -> Labels:
        """Labels of shape (leaves,) for exactly ``groups`` groups (at least 1, at most ``leaves``), numbered by first leaf."""
        steps = self.leaves - max(1, min(groups, self.leaves))
        parent = np.arange(self.leaves + steps, dtype=np.intp)
        for i, pair in enumerate(self.pairs[:steps]):
            parent[pair] = self.leaves + i
        for node in range(len(parent) - 1, -1, -1):
            parent[node] = parent[parent[node]]
        return first_seen(parent[: self.leaves])


def first_seen(labels: Labels) -> Labels:
    """The same partition, numbered from 0 in the order in which the groups first appear."""
    _, first, inverse = np.unique(labels, return_index=True, return_inverse=True)
    rank = np.empty(len(first), dtype=np.intp)
    rank[np.argsort(first, kind="stable")] = np.arange(len(first))
    return rank[inverse]


def group_means(points: Points, labels: Labels, weights: Weights, groups: int) -> tuple[Points, Weights]:
    """Weighted mean of each group, shape (groups, D), and the weight of each, shape (groups,)."""
    from scipy.sparse import csr_matrix

    membership = csr_matrix((weights, (labels, np.arange(len(labels)))), shape=(groups, len(labels)))
    sizes = np.bincount(labels, weights=weights, minlength=groups)
    return np.asarray(membership @ points / np.maximum(sizes, 1e-12)[:, None], dtype=np.float32), sizes


def average_linkage(means: Points, weights: Weights) -> MergeTree:
    """Average linkage over groups with the given means, shape (m, D), and weights, shape (m,).

    Nearest-neighbour chains (Murtagh 1983): time and memory m². Similarities are rounded to six decimals, and ties go to the
    earlier point, so that the last bits of a float decide nothing.
    """
    m = len(means)
    similarity = np.round((means @ means.T).astype(np.float64), _DECIMALS)
    np.fill_diagonal(similarity, -np.inf)
    size = weights.astype(np.float64).copy()
    merges: list[tuple[float, int, int]] = []
    chain: list[int] = []
    alive = np.ones(m, dtype=bool)
    first_alive = 0
    while len(merges) < m - 1:
        if not chain:
            while not alive[first_alive]:
                first_alive += 1
            chain.append(first_alive)
        here = chain[-1]
        nearest = int(similarity[here].argmax())
        if len(chain) > 1 and similarity[here, chain[-2]] >= similarity[here, nearest]:
            other = chain[-2]
            del chain[-2:]
            merges.append((float(similarity[here, other]), min(here, other), max(here, other)))
            _join(similarity, size, min(here, other), max(here, other))
            alive[max(here, other)] = False
        else:
            chain.append(nearest)
    return _in_order(m, merges)


def _join(similarity: NDArray[np.float64], size: Weights, keep: int, gone: int) -> None:
    total = size[keep] + size[gone]
    row = np.round((size[keep] * similarity[keep] + size[gone] * similarity[gone]) / total, _DECIMALS)
    row[[keep, gone]] = -np.inf
    similarity[keep] = similarity[:, keep] = row
    similarity[gone] = similarity[:, gone] = -np.inf
    size[keep] = total


def _in_order(m: int, merges: list[tuple[float, int, int]]) -> MergeTree:
    """Merges of a chain come out of order; sort them by similarity and number the nodes."""
    order = sorted(range(len(merges)), key=lambda i: (-merges[i][0], i))
    node = list(range(m))
    owner = list(range(m))

    def root(i: int) -> int:
        while owner[i] != i:
            owner[i] = owner[owner[i]]
            i = owner[i]
        return i

    pairs = np.zeros((max(0, m - 1), 2), dtype=np.intp)
    heights = np.zeros(max(0, m - 1))
    for step, i in enumerate(order):
        height, left, right = merges[i]
        a, b = root(left), root(right)
        pairs[step] = sorted((node[a], node[b]))
        heights[step] = height
        owner[b] = a
        node[a] = m + step
    return MergeTree(m, pairs, heights)


def reassign(points: Points, labels: Labels, weights: Weights, rounds: int) -> Labels:
    """Move each point to the group whose mean is most like it, up to ``rounds`` times (Lloyd 1982, on the sphere).

    No group is emptied: a group that would be keeps its points of before.
    """
    for _ in range(rounds):
        groups = int(labels.max()) + 1
        means, _sizes = group_means(points, labels, weights, groups)
        lengths = np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
        moved = nearest(points, means / lengths)
        emptied = np.bincount(moved, minlength=groups) == 0
        moved = np.where(emptied[labels], labels, moved)
        if np.array_equal(moved, labels):
            break
        labels = moved
    return labels


def nearest(points: Points, means: Points) -> Labels:
    """For each point the mean with the largest inner product; ties go to the first."""
    found = np.empty(len(points), dtype=np.intp)
    for start in range(0, len(points), _ROWS_AT_ONCE):
        block = points[start : start + _ROWS_AT_ONCE] @ means.T
        found[start : start + len(block)] = np.round(block, _DECIMALS).argmax(axis=1)
    return found


def micro_clusters(points: Points, weights: Weights, groups: int, rounds: int = 8) -> Labels:
    """Many small groups by spherical k-means (Dhillon & Modha 2001) from points drawn with a fixed seed.

    Time and memory grow with the number of points times ``groups``, never with its square.
    """
    chosen = np.sort(np.random.default_rng(_SEED).choice(len(points), size=min(groups, len(points)), replace=False))
    labels = first_seen(nearest(points, points[chosen]))
    return first_seen(reassign(points, labels, weights, rounds))
