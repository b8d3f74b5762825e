"""Answers that come in later join the groups there are; what was grouped before stays together.

An answer joins the group that most of its nearest neighbours are in, each neighbour counting as much as it is like the
answer (nearest-neighbour classification: Cover & Hart 1967), and in that group the finest one of theirs. It fits if it
is at least as like the group as a twentieth of the answers already there are like the rest of their own group. Answers
that fit nowhere are put together with those that fitted nowhere before; where some of them are as like one another as
a group has to be, they make a new group.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coding.analysis.cluster import Labels, Weights, average_linkage, first_seen, group_means, inner_products
from coding.analysis.lexical import unit_rows
from coding.analysis.propose import typicality
from coding.analysis.represent import Points

NEIGHBOURS: Final = 5
MISFIT_SHARE: Final = 0.05
_UNASSIGNED: Final = -1
_ROWS_AT_ONCE: Final = 512
_DECIMALS: Final = 6
_TINY: Final = 1e-9


@dataclass(frozen=True)
class Known:
    """Answers that were grouped before.

    ``points``: shape (n, D); ``leaf``: the finest group of each, shape (n,), -1 where it is in none; ``group_of``: the
    group that each finest group belongs to, shape (leaves,); ``weights``: how many people gave each, shape (n,).
    """

    points: Points
    leaf: Labels
    group_of: Labels
    weights: Weights

    @property
    def group(self) -> Labels:
        """The group of each answer, shape (n,), -1 where it is in none."""
        if not len(self.group_of):
            return np.full(len(self.leaf), _UNASSIGNED, dtype=np.intp)
        return np.where(self.leaf < 0, _UNASSIGNED, self.group_of[self.leaf])


@dataclass(frozen=True)
class Joined:
    """Where later answers go.

    ``leaf``: the finest group of each, shape (m,): one there was, from ``first_new`` on a new one, or -1 for none.
    ``known_leaf``: the same for the answers there were, shape (n,); only those without a group may have got one, a new
    one. ``scores`` and ``known_scores``: how typical each is of its group, 0 to 1. ``near``: the nearest known answers
    of each later one, shape (m, k), nearest first.
    """

    leaf: Labels
    known_leaf: Labels
    first_new: int
    scores: NDArray[np.float32]
    known_scores: NDArray[np.float32]
    near: Labels

    @property
    def new_groups(self) -> int:
        """How many new groups there are."""
        return max(0, int(self.leaf.max(initial=_UNASSIGNED)) + 1 - self.first_new)


def join(known: Known, points: Points, weights: Weights) -> Joined:
    """Where m later answers go; ``points``: shape (m, D), in the space of the known ones, distinct from one another;
    ``weights``: how many people gave each, shape (m,).

    The same answers in another order go to the same places.
    """
    leaves = len(known.group_of)
    near, leaf = _votes(known, points)
    means, limit = _fit(known)
    group = np.where(leaf < 0, _UNASSIGNED, known.group_of[leaf]) if leaves else leaf
    likeness = np.full(len(points), -np.inf)
    placed = np.flatnonzero(group >= 0)
    likeness[placed] = np.round(np.einsum("ij,ij->i", points[placed], means[group[placed]]), _DECIMALS)
    leaf = np.where(likeness >= limit, leaf, _UNASSIGNED)
    known_leaf = known.leaf.copy()
    old, new = np.flatnonzero(known.leaf < 0), np.flatnonzero(leaf < 0)
    found = _new_groups(
        # Letters that no answer had before say nothing in this space; that must not keep new words apart.
        unit_rows(np.vstack([known.points[old], points[new]])),
        np.concatenate([known.weights[old], weights[new]]),
        np.arange(len(old) + len(new)) >= len(old),
        limit,
    )
    named = np.where(found < 0, _UNASSIGNED, found + leaves)
    known_leaf[old], leaf[new] = named[: len(old)], named[len(old) :]
    scores = _scores(known, known_leaf, points, leaf)
    return Joined(leaf, known_leaf, leaves, scores[len(known.points) :], scores[: len(known.points)], near)


def _votes(known: Known, points: Points) -> tuple[Labels, Labels]:
    """The nearest known answers of each point, and the finest group that they vote for; -1 if they are in none."""
    k = min(NEIGHBOURS, len(known.points))
    near = np.zeros((len(points), k), dtype=np.intp)
    leaf = np.full(len(points), _UNASSIGNED, dtype=np.intp)
    group = known.group
    for start in range(0, len(points), _ROWS_AT_ONCE):
        similarity = np.round(points[start : start + _ROWS_AT_ONCE] @ known.points.T, _DECIMALS)
        near[start : start + len(similarity)] = np.argsort(-similarity, axis=1, kind="stable")[:, :k]
        for row, likeness in enumerate(similarity, start):
            voters = near[row][known.leaf[near[row]] >= 0]
            weight = np.maximum(likeness[voters], 0) + _TINY
            if len(voters):
                winner = _heaviest(group[voters], weight)
                among = group[voters] == winner
                leaf[row] = _heaviest(known.leaf[voters][among], weight[among])
    return near, leaf


def _heaviest(labels: Labels, weights: NDArray[np.floating]) -> int:
    """The label with the most weight; of equals the first one named, which is that of the nearest answer."""
    names, first = np.unique(labels, return_index=True)
    total = np.round([weights[labels == name].sum() for name in names], _DECIMALS)
    return int(names[np.lexsort((first, -total))[0]])


def _fit(known: Known) -> tuple[Points, float]:
    """The mean of each group, shape (groups, D), and how like its group an answer has to be to belong to it.

    Where no group has two answers, anything that is like its group at all belongs to it.
    """
    group = known.group
    grouped = np.flatnonzero(group >= 0)
    if not len(grouped):
        return np.zeros((0, known.points.shape[1]), np.float32), 0.0
    mine = group[grouped]
    count = int(known.group_of.max()) + 1
    means, sizes = group_means(known.points[grouped], mine, np.ones(len(grouped)), count)
    points = known.points[grouped]
    several = sizes[mine] > 1
    if not several.any():
        return means, 0.0
    to_all = np.einsum("ij,ij->i", points, means[mine]) * sizes[mine]
    to_itself = np.einsum("ij,ij->i", points, points)
    own = (to_all - to_itself)[several] / (sizes[mine][several] - 1)
    return means, round(float(np.quantile(own, MISFIT_SHARE)), _DECIMALS)


def _new_groups(points: Points, weights: Weights, later: NDArray[np.bool_], limit: float) -> Labels:
    """Groups among answers that fit nowhere, shape (m,), -1 for none. A group holds at least two answers, one of them
    a later one.
    """
    found = np.full(len(points), _UNASSIGNED, dtype=np.intp)
    if len(points):
        tree = average_linkage(inner_products(points))
        labels = tree.cut(1 + int(np.count_nonzero(tree.similarity < max(limit, _TINY))))
        large = np.bincount(labels, weights=weights) > 1
        kept = large[labels] & (np.bincount(labels[later], minlength=len(large)) > 0)[labels]
        found[kept] = first_seen(labels[kept])
    return found


def _scores(known: Known, known_leaf: Labels, points: Points, leaf: Labels) -> NDArray[np.float32]:
    """How typical each answer is of its group, the known ones first, shape (n + m,)."""
    everyone = np.concatenate([known_leaf, leaf])
    if everyone.max(initial=_UNASSIGNED) < 0:
        return np.zeros(len(everyone), dtype=np.float32)
    groups = int(known.group_of.max(initial=_UNASSIGNED)) + 1
    more = max(0, int(everyone.max()) + 1 - len(known.group_of))
    group_of = np.concatenate([known.group_of, groups + np.arange(more)])
    labels = np.where(everyone < 0, _UNASSIGNED, group_of[everyone])
    return typicality(np.vstack([known.points, points]), labels)
