"""Groups of new answers where hardly any known answer stands: what the codebook may lack.

Known and new answers are put in one tree by average linkage. If a wave says nothing new, known and new answers are
mixed in every branch as they are in all; a branch that is nearly all new is a group that fits nothing known. Branches
are compared by the likelihood ratio of the scan statistic for counts of two kinds (Kulldorff 1997, "A spatial scan
statistic", with the branches of the tree as zones), so that small dense groups and large ones are judged alike.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from coding.analysis.cluster import Labels, MergeTree, average_linkage, first_seen, group_means, micro_clusters
from coding.analysis.represent import smoothed

Counts = NDArray[np.float64]

SMALLEST: Final = 3
"""Responses a group has at least."""
_LEAST_NEW: Final = 0.75
"""Share of new answers in a group, at least."""
_LEAST_EVIDENCE: Final = 3.0
"""Log-likelihood ratio from which a branch counts; e³ is about twenty times likelier than the usual mix."""
_LINKED_AT_MOST: Final = 4000
_TINY: Final = 1e-12


def new_groups(points: NDArray[np.float32], known: Counts, new: Counts) -> tuple[tuple[int, ...], ...]:
    """Groups of rows, those with the strongest evidence first; rows that hold known answers are in none.

    ``points``: shape (n, d), in an order that does not depend on the file. ``known`` and ``new``: how many responses of
    either kind stand on each row, shape (n,). Raises ValueError if the lengths differ.
    """
    if not len(points) == len(known) == len(new):
        raise ValueError("The 'known' and 'new' parameters must have one count per row of 'points'.")
    if known.sum() == 0 or new.sum() < SMALLEST:
        return ()
    moved = smoothed(points)
    place = _leaves(moved)
    leaves = int(place.max()) + 1
    means, weights = group_means(moved, place, np.ones(len(points)), leaves)
    tree = average_linkage(means, weights)
    counts = [_up_the_tree(tree, np.bincount(place, weights=kind, minlength=leaves)) for kind in (known, new)]
    evidence = _evidence(*counts)
    share = counts[1] / np.maximum(counts[0] + counts[1], _TINY)
    good = (evidence >= _LEAST_EVIDENCE) & (share >= _LEAST_NEW) & (counts[1] >= SMALLEST)
    rows = [np.flatnonzero((place == leaf) & (known == 0) & (new > 0)) for leaf in range(leaves)]
    found = []
    for leaf_set in _best_branches(tree, evidence, good):
        members = sorted(int(row) for leaf in leaf_set for row in rows[leaf])
        if new[members].sum() >= SMALLEST:
            found.append(tuple(members))
    return tuple(found)


def _leaves(points: NDArray[np.float32]) -> Labels:
    """The leaf of each row: itself, or a micro-cluster where rows are too many to be linked one by one."""
    if len(points) <= _LINKED_AT_MOST:
        return np.arange(len(points), dtype=np.intp)
    return first_seen(micro_clusters(points, np.ones(len(points)), _LINKED_AT_MOST // 2))


def _up_the_tree(tree: MergeTree, of_leaves: Counts) -> Counts:
    """The sum over each branch, leaves first, shape (2 * leaves - 1,)."""
    total = np.concatenate([of_leaves, np.zeros(len(tree.pairs))])
    for step, (left, right) in enumerate(tree.pairs):
        total[tree.leaves + step] = total[left] + total[right]
    return total


def _evidence(known: Counts, new: Counts) -> Counts:
    """Log-likelihood of a branch's own share of new answers, less that of the share in all."""
    whole = new[-1] / (new[-1] + known[-1])
    own = new / np.maximum(known + new, _TINY)
    return np.asarray(
        new * np.log(np.maximum(own, _TINY) / whole)
        + known * np.log(np.maximum(1 - own, _TINY) / max(1 - whole, _TINY))
    )


def _best_branches(tree: MergeTree, evidence: Counts, good: NDArray[np.bool_]) -> list[list[int]]:
    """The leaves of branches that do not lie in one another, the strongest evidence first."""
    taken = np.zeros(tree.leaves, dtype=bool)
    found = []
    for node in np.argsort(-np.round(evidence, 9), kind="stable"):
        if not good[node]:
            continue
        leaves = _under(tree, int(node))
        if not taken[leaves].any():
            taken[leaves] = True
            found.append(leaves)
    return found


def _under(tree: MergeTree, node: int) -> list[int]:
    waiting, found = [node], []
    while waiting:
        at = waiting.pop()
        if at < tree.leaves:
            found.append(at)
        else:
            waiting += tree.pairs[at - tree.leaves].tolist()
    return found
