"""Grouping points: average linkage with weights, and micro-clusters for many points.

All similarities are inner products of points. The mean inner product between two sets is the inner product of their
means, so average linkage (Sokal & Michener 1958) can start from groups of any size without loss.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coding.analysis.lexical import unit_rows
from coding.analysis.represent import Points

Labels = NDArray[np.intp]
Weights = NDArray[np.float64]
Similarities = NDArray[np.float64]
_DECIMALS: Final = 6
_SEED: Final = 0
_ROWS_AT_ONCE: Final = 1024
_COLUMNS_AT_ONCE: Final = 16
_NUMBERS_AT_ONCE: Final = 2**21


@dataclass(frozen=True)
class MergeTree:
    """A binary tree over ``leaves`` leaves in the order of merging.

    ``pairs`` has shape (leaves - 1, 2): step i joins two nodes into node ``leaves + i``; ``similarity`` is the mean
    inner product between the two.
    """

    leaves: int
    pairs: NDArray[np.intp]
    similarity: NDArray[np.float64]

    @classmethod
    def of(cls, leaves: int, merges: Sequence[tuple[float, int, int]]) -> MergeTree:
        """The tree that makes ``merges`` in the given order.

        Each merge is (similarity, a leaf of one side, a leaf of the other).
        """
        node = list(range(leaves))
        owner = list(range(leaves))

        def root(leaf: int) -> int:
            while owner[leaf] != leaf:
                owner[leaf] = owner[owner[leaf]]
                leaf = owner[leaf]
            return leaf

        pairs = []
        for step, (_, left, right) in enumerate(merges):
            a, b = root(left), root(right)
            pairs.append(sorted((node[a], node[b])))
            owner[b] = a
            node[a] = leaves + step
        return cls(
            leaves, np.array(pairs, dtype=np.intp).reshape(-1, 2), np.array([similarity for similarity, _, _ in merges])
        )

    def cut(self, groups: int) -> Labels:
        """Labels of shape (leaves,) for ``groups`` groups (at least 1, at most ``leaves``), numbered by first leaf."""
        steps = self.leaves - max(1, min(groups, self.leaves))
        parent = np.arange(self.leaves + steps)
        parent[self.pairs[:steps]] = np.arange(self.leaves, self.leaves + steps)[:, None]
        while not np.array_equal(parent, above := parent[parent]):
            parent = above
        return first_seen(parent[: self.leaves])


def first_seen(labels: Labels) -> Labels:
    """The same partition, numbered from 0 in the order in which the groups first appear; ``labels`` are 0 or more."""
    first = np.full(labels.max(initial=-1) + 1, len(labels))
    first[labels[::-1]] = np.arange(len(labels))[
        ::-1
    ]  # of a label that comes more than once the last one written stays
    rank = np.empty(len(first), dtype=np.intp)
    rank[np.argsort(first, kind="stable")] = np.arange(len(first))
    return rank[labels]


def group_means(points: Points, labels: Labels, weights: Weights, groups: int) -> tuple[Points, Weights]:
    """Weighted mean of each group, shape (groups, D), and the weight of each, shape (groups,)."""
    from scipy.sparse import csc_matrix

    membership = csc_matrix((weights, labels, np.arange(len(labels) + 1)), shape=(groups, len(labels)))
    sizes = np.bincount(labels, weights=weights, minlength=groups).astype(np.float64)
    means = np.empty((groups, points.shape[1]), dtype=np.float32)
    step = max(_COLUMNS_AT_ONCE, _NUMBERS_AT_ONCE // max(1, len(points)))
    for start in range(0, points.shape[1], step):  # the product works on a copy in double precision
        columns = slice(start, start + step)
        means[:, columns] = membership @ points[:, columns] / np.maximum(sizes, 1e-12)[:, None]
    return means, sizes


def inner_products(points: Points) -> Similarities:
    """The inner products of all pairs of points, shape (m, m), -inf on the diagonal, rounded to six decimals, so that
    the last bits of a float decide nothing.
    """
    similarity = (points @ points.T).astype(np.float64)
    np.round(similarity, _DECIMALS, out=similarity)
    np.fill_diagonal(similarity, -np.inf)
    return similarity


def average_linkage(similarity: Similarities, weights: Weights | None = None) -> MergeTree:
    """Average linkage over groups with these ``inner_products`` of their means, shape (m, m), and weights, shape (m,);
    without weights all weigh the same.

    Nearest-neighbour chains (Murtagh 1983): time and memory m². ``similarity`` is used up.
    """
    if weights is None or (weights == weights[:1]).all():
        return _unweighted(similarity)
    return _weighted(similarity, weights)


def _unweighted(similarity: Similarities) -> MergeTree:
    """What ``_weighted`` makes of equal weights, by compiled code that knows no weights."""
    m = len(similarity)
    if m < 2:
        return MergeTree.of(m, [])
    from scipy.cluster.hierarchy import linkage
    from scipy.spatial.distance import squareform

    steps = linkage(squareform(1 - similarity, checks=False), "average")
    return MergeTree(m, steps[:, :2].astype(np.intp), 1 - steps[:, 2])


def _weighted(similarity: Similarities, weights: Weights) -> MergeTree:
    """Ties go to the earlier point."""
    m = len(similarity)
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
    # Merges of a chain come out of order.
    return MergeTree.of(m, sorted(merges, key=lambda merge: -merge[0]))


def _join(similarity: Similarities, size: Weights, keep: int, gone: int) -> None:
    total = size[keep] + size[gone]
    row = ((size[keep] * similarity[keep] + size[gone] * similarity[gone]) / total).round(_DECIMALS)
    row[keep] = row[gone] = -np.inf
    similarity[keep] = similarity[:, keep] = row
    similarity[gone] = similarity[:, gone] = -np.inf
    size[keep] = total


def nearest(points: Points, means: Points) -> Labels:
    """For each point the mean with the largest inner product; ties go to the first."""
    found = np.empty(len(points), dtype=np.intp)
    for start in range(0, len(points), _ROWS_AT_ONCE):
        block = points[start : start + _ROWS_AT_ONCE] @ means.T
        found[start : start + len(block)] = block.round(_DECIMALS, out=block).argmax(axis=1)
    return found


def micro_clusters(points: Points, groups: int, rounds: int = 8) -> Labels:
    """Many small groups by spherical k-means (Dhillon & Modha 2001) from points drawn with a fixed seed, labels (n,).

    Time grows with the number of points times ``groups``, memory with the number of points. No group is empty.
    """
    chosen = np.sort(np.random.default_rng(_SEED).choice(len(points), size=min(groups, len(points)), replace=False))
    labels = first_seen(nearest(points, points[chosen]))
    for _ in range(rounds):
        found = int(labels.max()) + 1
        means, _sizes = group_means(points, labels, np.ones(len(points)), found)
        moved = first_seen(nearest(points, unit_rows(means)))
        if np.array_equal(moved, labels):
            break
        labels = moved
    return labels


def principal(points: Points, dimensions: int) -> Points:
    """The points on their first principal axes, shape (n, dimensions), scaled to unit length."""
    axes = np.linalg.eigh(np.asarray(points.T @ points, dtype=np.float64))[1][:, ::-1][:, :dimensions]
    largest = axes[np.abs(axes).argmax(axis=0), np.arange(axes.shape[1])]
    return unit_rows(points @ (axes * np.where(largest < 0, -1, 1)).astype(np.float32))


def dense_groups(means: Points) -> Labels | None:
    """Groups of micro-clusters that lie close together, labels (m,); None if fewer than two such groups stand out.

    HDBSCAN (Campello, Moulavi & Sander 2013) with the leaves of its tree; what it calls noise joins the group whose
    mean is most like it. ``means`` has shape (m, D).
    """
    from hdbscan import HDBSCAN

    directions = unit_rows(means)
    finder = HDBSCAN(min_cluster_size=3, min_samples=2, cluster_selection_method="leaf", core_dist_n_jobs=1)
    found = np.asarray(finder.fit_predict(directions.astype(np.float64)), dtype=np.intp)
    groups = int(found.max()) + 1
    if groups < 2:
        return None
    dense = found >= 0
    centres, _ = group_means(directions[dense], found[dense], np.ones(int(dense.sum())), groups)
    return first_seen(np.where(dense, found, nearest(directions, unit_rows(centres))))
