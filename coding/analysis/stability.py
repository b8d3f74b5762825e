"""How surely a group is there: is it found again when a part of the answers is left out?

Also how much of one grouping is left in another: what grouping anew would change.

Hennig 2007, "Cluster-wise assessment of cluster stability": draw a part of the points, cluster again, and take for
each group the largest Jaccard similarity between the group (restricted to the drawn points) and any group found. The
mean over draws is the group's stability.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from coding.analysis.cluster import Labels, MergeTree, average_linkage, inner_products
from coding.analysis.represent import Points, smoothed

SOLID_FROM: Final = 0.75
"""Groups with at least this stability are marked solid; Hennig calls groups from 0.75 on valid and stable."""
DRAWS: Final = 10
_SHARE: Final = 0.8
_SEED: Final = 0
_MOST_POINTS: Final = 400

Mark = Literal["solid", "fragile"]
Told = Callable[[int, int], None]


def mark(stability: float) -> Mark:
    """The word for a stability, 0 to 1."""
    return "solid" if stability >= SOLID_FROM else "fragile"


@dataclass(frozen=True)
class Draw:
    """A part of the points, shape (k,), and the tree that was made of them alone."""

    taken: NDArray[np.intp]
    tree: MergeTree


def draw_parts(points: Points, parts: int = DRAWS, told: Told | None = None) -> tuple[Draw, ...]:
    """Trees of parts of the points, each with four fifths of them, but at most 400, drawn without replacement.

    The seed is fixed; fewer than two points give no draws.
    """
    n = len(points)
    if n < 2:
        return ()
    size = min(_MOST_POINTS, max(2, round(_SHARE * n)))
    random = np.random.default_rng(_SEED)
    found = []
    for part in range(parts):
        taken = np.sort(random.choice(n, size=size, replace=False))
        found.append(Draw(taken, average_linkage(inner_products(smoothed(points[taken])))))
        if told is not None:
            told(part + 1, parts)
    return tuple(found)


def stability(labels: Labels, drawn: Sequence[Draw]) -> NDArray[np.float64]:
    """For each group of ``labels``, shape (n,), -1 where unassigned: how surely it is found again, 0 to 1, shape
    (groups,).

    Each draw is cut into as many groups as its points have in ``labels``. A group of which no draw took a point gets 0.
    """
    groups = int(labels.max()) + 1 if len(labels) else 0
    total, times = np.zeros(groups), np.zeros(groups)
    for part in drawn:
        was = labels[part.taken]
        present = np.unique(was[was >= 0])
        if not len(present):
            continue
        found = part.tree.cut(len(present))
        both = np.zeros((groups, int(found.max()) + 1))
        np.add.at(both, (was[was >= 0], found[was >= 0]), 1)
        either = both.sum(axis=1, keepdims=True) + np.bincount(found)[None, :] - both
        total[present] += (both / np.maximum(either, 1)).max(axis=1)[present]
        times[present] += 1
    return np.round(total / np.maximum(times, 1), 4)


@dataclass(frozen=True)
class Regrouped:
    """What changes from one grouping of the same n answers to another.

    ``pairs_kept``: share of the pairs in one group before that are in one group after, 1 if there were none.
    ``moved``: shape (n,), whether an answer stands elsewhere, where every group before is taken for the one group after
    that shares most answers with it, one to one; an answer that was in no group and is in one now has moved too.
    """

    pairs_kept: float
    moved: NDArray[np.bool_]


def regrouped(before: Labels, after: Labels) -> Regrouped:
    """Compare two groupings, labels of shape (n,), -1 where unassigned. One to one: Kuhn 1955 (Hungarian method)."""
    from scipy.optimize import linear_sum_assignment

    if len(before) != len(after):
        raise ValueError(f"The two groupings must be of the same answers. Got {len(before)} and {len(after)}.")
    groups = int(before.max(initial=-1)) + 1, int(after.max(initial=-1)) + 1
    both = np.zeros(groups)
    grouped = (before >= 0) & (after >= 0)
    np.add.at(both, (before[grouped], after[grouped]), 1)
    pairs = _pairs(np.bincount(before[before >= 0]))
    stays = np.zeros(groups, dtype=bool)
    if both.size:
        stays[linear_sum_assignment(both, maximize=True)] = True
    moved = before != after
    moved[grouped] = ~stays[before[grouped], after[grouped]]
    return Regrouped(_pairs(both) / pairs if pairs else 1.0, moved)


def _pairs(sizes: NDArray[np.float64] | NDArray[np.intp]) -> float:
    return float((sizes * (sizes - 1) / 2).sum())
