"""Groups at several levels that nest: each level is a union of the groups of the next finer one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from coding.analysis.cluster import (
    Labels,
    MergeTree,
    Weights,
    average_linkage,
    first_seen,
    group_means,
    micro_clusters,
    reassign,
)
from coding.analysis.represent import Points

PAIRWISE_UP_TO: Final = 3000
"""Distinct texts up to which all pairs are compared; beyond, micro-clusters come first."""
_STEP: Final = 1.5


@dataclass(frozen=True)
class Hierarchy:
    """The finest groups, and the tree that joins them.

    ``finest``: label of each point, shape (n,), 0 to f - 1. ``tree`` has the f finest groups as leaves.
    """

    finest: Labels
    tree: MergeTree

    def labels_at(self, groups: int) -> Labels:
        """Labels of the points, shape (n,), at the level with this many groups."""
        return self.tree.cut(groups)[self.finest]


def build(points: Points, weights: Weights, finest_groups: int, rounds: int = 3) -> Hierarchy:
    """Link all points (or micro-clusters of them), cut finely, move misfits once and for all, and link what results."""
    n = len(points)
    if n <= PAIRWISE_UP_TO:
        start: Labels = np.arange(n, dtype=np.intp)
    else:
        start = micro_clusters(points, weights, groups=PAIRWISE_UP_TO // 2)
    means, sizes = group_means(points, start, weights, int(start.max()) + 1)
    cut = average_linkage(means, sizes).cut(finest_groups)[start]
    finest = first_seen(reassign(points, cut, weights, rounds))
    means, sizes = group_means(points, finest, weights, int(finest.max()) + 1)
    return Hierarchy(finest, average_linkage(means, sizes))


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


def parents(levels: Sequence[Labels]) -> bool:
    """Whether each of ``levels``, broad to fine, is a union of groups of the next."""
    for broad, fine in zip(levels, levels[1:], strict=False):
        pairs = {(int(f), int(b)) for f, b in zip(fine, broad, strict=True)}
        if len(pairs) != len({f for f, _ in pairs}):
            return False
    return True
