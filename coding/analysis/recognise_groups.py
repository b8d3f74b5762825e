"""Groups of new answers where hardly any known answer stands: what the codebook may lack.

Known and new answers are put in one tree by average linkage. If a wave says nothing new, known and new answers are
mixed in every branch as they are in all; a branch that is nearly all new is a group that fits nothing known. The
answers that hold a certain word are judged in the same way: a new argument often brings a word of its own ("AI"), also
where the answers around it are too few and too varied to make a branch. Both are compared by the likelihood ratio of
the scan statistic for counts of two kinds (Kulldorff 1997, "A spatial scan statistic", with branches and words as
zones), so that small dense groups and large ones are judged alike.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coding.analysis.cluster import (
    Labels,
    MergeTree,
    average_linkage,
    first_seen,
    group_means,
    inner_products,
    micro_clusters,
)
from coding.analysis.represent import smoothed

Counts = NDArray[np.float64]

SMALLEST: Final = 3
"""Responses a group has at least."""
_LEAST_NEW: Final = 0.75
"""Share of new answers in a group, at least."""
_LEAST_EVIDENCE: Final = 3.0
"""Log-likelihood ratio from which a branch counts; e³ is about twenty times likelier than the usual mix."""
_LEAST_EVIDENCE_OF_WORD: Final = 4.0
"""The same for a word; there are more words than branches, so chance finds more of them."""
_LINKED_AT_MOST: Final = 4000
_TINY: Final = 1e-12
_WORD: Final = re.compile(r"\w{2,}")

_Zone = tuple[float, NDArray[np.intp]]
"""The evidence for a zone, and its rows."""


def new_groups(
    points: NDArray[np.float32],
    texts: Sequence[str],
    known: Counts,
    new: Counts,
    named: Collection[str] = (),
) -> tuple[tuple[int, ...], ...]:
    """Groups of rows, those with the strongest evidence first; rows that hold known answers are in none.

    ``points``: shape (n, d); ``texts``: the n normalised answers they stand for, sorted. ``known`` and ``new``: how
    many responses of either kind stand on each row, shape (n,); ``named``: words that known codes are called by, which
    make no new group. Raises ValueError if the lengths differ.
    """
    if not len(points) == len(texts) == len(known) == len(new):
        raise ValueError("The parameters of new_groups must have one entry per row of 'points'.")
    if known.sum() == 0 or new.sum() < SMALLEST:
        return ()
    zones = [*_branches(smoothed(points), known, new), *_words(texts, known, new, named)]
    zones.sort(key=lambda zone: -round(zone[0], 9))
    free = (known == 0) & (new > 0)
    found = []
    for _, rows in zones:
        members = rows[free[rows]]
        if new[members].sum() >= SMALLEST:
            free[members] = False
            found.append(tuple(int(row) for row in np.sort(members)))
    return tuple(found)


def _branches(points: NDArray[np.float32], known: Counts, new: Counts) -> list[_Zone]:
    """The branches of the tree that are nearly all new, each outside those with more evidence."""
    place = _leaves(points)
    leaves = int(place.max()) + 1
    means, weights = group_means(points, place, np.ones(len(points)), leaves)
    tree = average_linkage(inner_products(means), weights)
    sums = [
        _up_the_tree(tree, np.bincount(place, weights=kind, minlength=leaves).astype(np.float64))
        for kind in (known, new)
    ]
    evidence = _evidence(sums[0], sums[1], known.sum(), new.sum())
    good = (evidence >= _LEAST_EVIDENCE) & _mostly_new(sums[0], sums[1])
    rows = [np.flatnonzero(place == leaf) for leaf in range(leaves)]
    return [
        (float(evidence[node]), np.concatenate([rows[leaf] for leaf in under]))
        for node, under in _best_branches(tree, evidence, good)
    ]


def _words(texts: Sequence[str], known: Counts, new: Counts, named: Collection[str]) -> list[_Zone]:
    """The answers with a word that known answers hardly hold, by word."""
    holders: dict[str, list[int]] = {}
    for row, text in enumerate(texts):
        for word in sorted(set(words_of(text)) - set(named)):
            holders.setdefault(word, []).append(row)
    zones = [np.array(rows, dtype=np.intp) for _, rows in sorted(holders.items())]
    old = np.array([known[rows].sum() for rows in zones])
    fresh = np.array([new[rows].sum() for rows in zones])
    evidence = _evidence(old, fresh, known.sum(), new.sum())
    good = (evidence >= _LEAST_EVIDENCE_OF_WORD) & _mostly_new(old, fresh)
    return [(float(evidence[at]), zones[at]) for at in np.flatnonzero(good)]


def words_of(text: str) -> list[str]:
    """The words of a normalised text, of two letters and more."""
    return _WORD.findall(text)


def _mostly_new(known: Counts, new: Counts) -> NDArray[np.bool_]:
    return np.asarray((new >= SMALLEST) & (new >= _LEAST_NEW * (known + new)))


def _leaves(points: NDArray[np.float32]) -> Labels:
    """The leaf of each row: itself, or a micro-cluster where rows are too many to be linked one by one."""
    if len(points) <= _LINKED_AT_MOST:
        return np.arange(len(points), dtype=np.intp)
    return first_seen(micro_clusters(points, _LINKED_AT_MOST // 2))


def _up_the_tree(tree: MergeTree, of_leaves: Counts) -> Counts:
    """The sum over each branch, leaves first, shape (2 * leaves - 1,)."""
    total = np.concatenate([of_leaves, np.zeros(len(tree.pairs))])
    for step, (left, right) in enumerate(tree.pairs):
        total[tree.leaves + step] = total[left] + total[right]
    return total


def _evidence(known: Counts, new: Counts, all_known: float, all_new: float) -> Counts:
    """Log-likelihood of each zone's own share of new answers, less that of the share in all."""
    whole = all_new / (all_new + all_known)
    own = new / np.maximum(known + new, _TINY)
    return np.asarray(
        new * np.log(np.maximum(own, _TINY) / whole)
        + known * np.log(np.maximum(1 - own, _TINY) / max(1 - whole, _TINY))
    )


def _best_branches(tree: MergeTree, evidence: Counts, good: NDArray[np.bool_]) -> list[tuple[int, list[int]]]:
    """The nodes and leaves of branches that do not lie in one another, the strongest evidence first."""
    taken = np.zeros(tree.leaves, dtype=bool)
    found = []
    for node in np.argsort(-np.round(evidence, 9), kind="stable"):
        if not good[node]:
            continue
        leaves = _under(tree, int(node))
        if not taken[leaves].any():
            taken[leaves] = True
            found.append((int(node), leaves))
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
