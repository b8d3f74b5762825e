"""Groups at several levels that nest: each level is a union of the groups of the next finer one.

One tree of average linkage is cut twice: at the number of groups that the data suggest (the default level) and more
finely. Groups of a single answer are dissolved at the default level: the answer joins the group it is most like, or
stays unassigned. Only then are the levels made, so that moving through them never reshuffles what was already seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coding.analysis.cluster import (
    Labels,
    MergeTree,
    Similarities,
    Weights,
    average_linkage,
    dense_groups,
    first_seen,
    group_means,
    inner_products,
    micro_clusters,
    nearest,
    principal,
)
from coding.analysis.represent import Points, smoothed
from coding.analysis.stance import Stances, keep_apart

PAIRWISE_UP_TO: Final = 3000
"""Distinct texts up to which all pairs are compared; beyond, micro-clusters come first."""
MICRO_CLUSTERS: Final = 1500
MICRO_DIMENSIONS: Final = 64
UNASSIGNED: Final = -1
_STEP: Final = 1.5
_FINER: Final = 2.5
_DECIMALS: Final = 6


@dataclass(frozen=True)
class HierarchySettings:
    """How the number of groups is found.

    Two groups stay apart when their mean similarity is under ``apart`` times the square of what is usual between an
    answer and its nearest neighbour on this question; the number of groups stays between ``fewest`` and ``most`` times
    the root of the number of distinct texts. At most ``unassigned_share`` of the answers stays without a group.
    """

    apart: float = 0.45
    fewest: float = 0.5
    most: float = 4.0
    unassigned_share: float = 0.1


@dataclass(frozen=True)
class Hierarchy:
    """The finest groups, and the tree that joins them.

    ``finest``: label of each point, shape (n,), 0 to f - 1, or -1 for a point that fits no group. ``tree`` has the f
    finest groups as leaves; cutting it into ``default`` groups gives the default level.
    """

    finest: Labels
    tree: MergeTree
    default: int

    def labels_at(self, groups: int) -> Labels:
        """Labels of the points at the level with this many groups, shape (n,), -1 where unassigned."""
        return np.where(self.finest < 0, UNASSIGNED, self.tree.cut(groups)[self.finest])


def build(
    points: Points, weights: Weights, settings: HierarchySettings | None = None, taken: Stances | None = None
) -> Hierarchy:
    """The hierarchy over n >= 1 distinct texts; ``weights`` says how many answers each stands for, shape (n,).

    ``taken``: the sides of the texts; opposite ones share no group of the default level (``coding.analysis.stance``).
    Up to 3,000 texts all pairs are linked. Beyond, texts are gathered in micro-clusters first; HDBSCAN finds which of
    these belong together, and linkage makes the other levels.
    """
    settings = settings or HierarchySettings()
    n = len(points)
    if n <= PAIRWISE_UP_TO:
        means, start, dense = smoothed(points), np.arange(n, dtype=np.intp), None
    else:
        reduced = principal(points, MICRO_DIMENSIONS)
        start = micro_clusters(reduced, MICRO_CLUSTERS)
        means, _ = group_means(reduced, start, np.ones(n), int(start.max()) + 1)
        dense = dense_groups(means)
    sizes = np.bincount(start).astype(np.float64)
    similarity = inner_products(means)
    usual = usual_nearest(similarity)
    tree = average_linkage(similarity, sizes)
    coarse = tree.cut(number_of_groups(tree, usual, n, settings)) if dense is None else dense
    coarse = _settled(means, coarse, np.bincount(start, weights=weights).astype(np.float64), settings)
    if taken is not None and dense is None and len(means) == n:
        coarse = keep_apart(coarse, means, taken)
    default = len(np.unique(coarse[coarse >= 0]))
    fine = tree.cut(min(len(means), max(round(default * _FINER), default + 1)))
    finest, default_of = _refine(means, coarse, fine)
    return Hierarchy(finest[start], *_nested(means, sizes, finest, default_of))


def number_of_groups(tree: MergeTree, usual: float, texts: int, settings: HierarchySettings) -> int:
    """The number of groups of which no two are alike, by what is ``usual_nearest`` on the question itself; see
    ``HierarchySettings``.
    """
    if tree.leaves < 2:
        return tree.leaves
    limit = settings.apart * usual**2
    groups = 1 + int(np.count_nonzero(tree.similarity < limit))
    root = float(np.sqrt(texts))
    return max(1, min(tree.leaves, round(min(max(groups, settings.fewest * root), settings.most * root))))


def usual_nearest(similarity: Similarities) -> float:
    """Median similarity of a point to its nearest neighbour, 0 to 1, from the ``inner_products`` of all."""
    return max(0.0, round(float(np.median(similarity.max(axis=1))), _DECIMALS))


def _settled(points: Points, labels: Labels, weights: Weights, settings: HierarchySettings) -> Labels:
    """Dissolve groups of one answer: the least alike stay unassigned as far as allowed, the others join the nearest
    group.

    When every group has one answer nothing is dissolved.
    """
    sizes = np.bincount(labels, weights=weights)
    alone = np.flatnonzero(sizes[labels] <= 1)
    kept = np.flatnonzero(sizes > 1)
    if not len(alone) or not len(kept):
        return labels
    place = np.full(len(sizes), UNASSIGNED)
    place[kept] = np.arange(len(kept))
    stay = place[labels] >= 0
    means, _ = group_means(points[stay], place[labels[stay]], np.ones(int(stay.sum())), len(kept))
    similarity = np.round(points[alone] @ means.T, _DECIMALS)
    budget = int(settings.unassigned_share * weights.sum())
    settled = place[labels]
    settled[alone] = similarity.argmax(axis=1)
    settled[alone[np.argsort(similarity.max(axis=1), kind="stable")[:budget]]] = UNASSIGNED
    return settled


def _refine(points: Points, coarse: Labels, fine: Labels) -> tuple[Labels, Labels]:
    """The finest groups: the fine cut inside each group of the default level.

    A point that moved to another default group is no reason for a finest group of its own: it joins the most like one
    there. Returns the finest label of each point (-1 unassigned) and the default group of each finest group.
    """
    groups = int(fine.max()) + 1
    home = np.full(groups, UNASSIGNED, dtype=np.intp)
    for group in range(groups):
        inside = coarse[(fine == group) & (coarse >= 0)]
        if len(inside):
            home[group] = np.bincount(inside).argmax()
    assigned = coarse >= 0
    kept = assigned & (home[fine] == coarse)
    finest = np.where(assigned, coarse * groups + fine, UNASSIGNED)
    for i in np.flatnonzero(assigned & ~kept):
        there = np.flatnonzero(kept & (coarse == coarse[i]))
        if len(there):
            finest[i] = finest[there[nearest(points[[i]], points[there])[0]]]
    finest[assigned] = first_seen(finest[assigned])
    default_of = np.zeros(int(finest.max()) + 1, dtype=np.intp)
    default_of[finest[assigned]] = coarse[assigned]
    return finest, first_seen(default_of)


def _nested(points: Points, sizes: Weights, finest: Labels, default_of: Labels) -> tuple[MergeTree, int]:
    """The tree over the finest groups: first all merges inside the default groups, then the merges of those."""
    used = finest >= 0
    leaves = len(default_of)
    means, weights = group_means(points[used], finest[used], sizes[used], leaves)
    default = int(default_of.max()) + 1
    inner: list[tuple[float, int, int]] = []
    for group in range(default):
        members = np.flatnonzero(default_of == group)
        if len(members) > 1:
            inner.extend(_merges(average_linkage(inner_products(means[members]), weights[members]), members))
    inner.sort(key=lambda merge: -merge[0])
    upper_means, upper_weights = group_means(means, default_of, weights, default)
    first = np.array([np.flatnonzero(default_of == group)[0] for group in range(default)])
    outer = _merges(average_linkage(inner_products(upper_means), upper_weights), first)
    return MergeTree.of(leaves, inner + outer), default


def _merges(tree: MergeTree, leaf: NDArray[np.intp]) -> list[tuple[float, int, int]]:
    """The merges of ``tree`` as (similarity, a leaf of one side, a leaf of the other), its leaves being called
    ``leaf``.
    """
    some = [int(i) for i in leaf]
    merges = []
    for (left, right), height in zip(tree.pairs.tolist(), tree.similarity.tolist(), strict=True):
        merges.append((height, some[left], some[right]))
        some.append(min(some[left], some[right]))
    return merges


def level_sizes(default: int, finest: int) -> tuple[int, ...]:
    """How many groups each level has, broad to fine: the default, and steps of about one and a half around it."""
    sizes = {default, finest}
    size = float(default)
    while (size := size / _STEP) >= 2:
        sizes.add(round(size))
    size = float(default)
    while (size := size * _STEP) < finest:
        sizes.add(round(size))
    return tuple(sorted(s for s in sizes if 1 <= s <= finest))
