"""From the segments of one question to proposed groups at several levels.

API::

    proposal = propose(texts, encode, ProposeSettings(), progress=on_progress)

    texts       normalised segment texts, any order, duplicates allowed; "" is never grouped
    encode      Sequence[str] -> (n, d) float32, given the distinct texts in sorted order; one that is ``Mapped``
                (``coding.analysis.encoder``) is asked to take its map back when there are fewer than 30
    progress    (stage, done, total) -> None; raise from it to cancel. Stages: "represent", "link", "stability", "score"

    proposal.levels          partitions, broad to fine; each is a tuple of node ids; they nest
    proposal.default_level   index into levels
    proposal.nodes[id]       Node(id, children, members, tightness, stability); members are indices into texts
    proposal.finest          (n,) node id of each text's finest group, -1 where unassigned
    proposal.at(level)       (n,) node id of each text's group at that level, -1 where unassigned
    proposal.scores          (n,) how typical a text is of its group at the default level, 0 to 1
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coding.analysis.cluster import Labels, group_means
from coding.analysis.encoder import Vectors, unmapped
from coding.analysis.hierarchy import PAIRWISE_UP_TO, UNASSIGNED, Hierarchy, HierarchySettings, build, level_sizes
from coding.analysis.one_core import one_core
from coding.analysis.represent import FEW, Points, RepresentSettings, points_of
from coding.analysis.stability import DRAWS, Draw, draw_parts, stability
from coding.analysis.stance import stances
from coding.domain.progress import Progress, quiet

Encode = Callable[[Sequence[str]], Vectors]
_ROWS_AT_ONCE: Final = 4096


@dataclass(frozen=True)
class ProposeSettings:
    """How answers are represented and how many groups there are; the defaults are what was measured best."""

    represent: RepresentSettings = field(default_factory=RepresentSettings)
    represent_few: RepresentSettings = field(default_factory=lambda: RepresentSettings(lexical_weight=0.6))
    """The same for fewer than 30 different texts, whose vectors are taken as they were before any learned map."""
    hierarchy: HierarchySettings = field(default_factory=HierarchySettings)
    draws: int = DRAWS
    """On how many parts of the answers groups are found again, for their stability; 0 leaves it out."""


@dataclass(frozen=True)
class Node:
    """A group in the tree. ``members`` are indices into the texts, ascending; ``tightness`` is their mean typicality.

    ``stability`` says how surely the group is found again (``coding.analysis.stability``), None where it was not asked
    for: for groups that stand on no level, or with ``draws=0``.
    """

    id: int
    children: tuple[int, ...]
    members: tuple[int, ...]
    tightness: float
    stability: float | None = None


@dataclass(frozen=True)
class Proposal:
    """Proposed groups of one question at nested levels; see the module for what each part means."""

    nodes: tuple[Node, ...]
    levels: tuple[tuple[int, ...], ...]
    default_level: int
    finest: NDArray[np.intp]
    scores: NDArray[np.float32]

    def at(self, level: int) -> NDArray[np.intp]:
        """Node id of each text's group at ``level``, shape (n,), -1 where unassigned."""
        found = np.full(len(self.finest), UNASSIGNED, dtype=np.intp)
        for node in self.levels[level]:
            found[list(self.nodes[node].members)] = node
        return found


@one_core()
def propose(
    texts: Sequence[str],
    encode: Encode,
    settings: ProposeSettings | None = None,
    progress: Progress | None = None,
) -> Proposal:
    """Proposed groups of ``texts``; the same texts in any order get the same groups.

    Equal texts always share a group. With no text at all there are no groups and one empty level.
    """
    settings = settings or ProposeSettings()
    say: Progress = progress or quiet
    distinct = sorted(set(texts) - {""})
    if not distinct:
        return Proposal((), ((),), 0, np.full(len(texts), UNASSIGNED, np.intp), np.zeros(len(texts), np.float32))
    vectors = encode(distinct)
    say("represent", 0, 1)
    points = _points_of(distinct, vectors, encode, settings)
    say("link", 0, 1)
    place = {text: i for i, text in enumerate(distinct)}
    of = np.array([place.get(text, UNASSIGNED) for text in texts], dtype=np.intp)
    weights = np.bincount(of[of >= 0]).astype(np.float64)
    taken = stances(distinct) if len(distinct) <= PAIRWISE_UP_TO else None
    hierarchy = build(points, weights, settings.hierarchy, taken)
    proposal = _assemble(hierarchy, points, of)
    if settings.draws:
        drawn = draw_parts(points, settings.draws, lambda done, total: say("stability", done, total))
        proposal = _with_stability(proposal, hierarchy, drawn)
    say("score", 1, 1)
    return proposal


def _points_of(distinct: Sequence[str], vectors: Vectors, encode: Encode, settings: ProposeSettings) -> Points:
    if len(distinct) < FEW:
        return points_of(distinct, unmapped(encode, vectors), settings.represent_few)
    return points_of(distinct, vectors, settings.represent)


def _assemble(hierarchy: Hierarchy, points: Points, of: Labels) -> Proposal:
    """The tree over texts from the tree over distinct texts; ``of`` gives each text's place among those."""
    finest = np.full(len(of), UNASSIGNED, dtype=np.intp)
    finest[of >= 0] = hierarchy.finest[of[of >= 0]]
    known = np.flatnonzero(finest >= 0)
    leaves = hierarchy.tree.leaves
    members: list[list[int]] = [[] for _ in range(leaves)]
    for i, leaf in zip(known.tolist(), finest[known].tolist(), strict=True):
        members[leaf].append(i)
    children: list[tuple[int, ...]] = [()] * leaves
    for left, right in hierarchy.tree.pairs.tolist():
        children.append((left, right))
        members.append(sorted(members[left] + members[right]))
    sizes = level_sizes(hierarchy.default, leaves)
    levels = tuple(_level(hierarchy, size) for size in sizes)
    default_level = sizes.index(hierarchy.default)
    typical = typicality(points, hierarchy.labels_at(hierarchy.default))
    scores = np.zeros(len(of), dtype=np.float32)
    scores[known] = typical[of[known]]
    nodes = tuple(
        Node(i, children[i], tuple(m), round(float(scores[m].sum() / len(m)) if m else 0.0, 4))
        for i, m in enumerate(members)
    )
    return Proposal(nodes, levels, default_level, finest, scores)


def _with_stability(proposal: Proposal, hierarchy: Hierarchy, drawn: Sequence[Draw]) -> Proposal:
    """The default level first: a group that stands on several levels gets the figure of the one nearest to it."""
    known: dict[int, float] = {}
    order = sorted(range(len(proposal.levels)), key=lambda i: abs(i - proposal.default_level))
    for i in order:
        labels = hierarchy.labels_at(len(proposal.levels[i]))
        found = stability(labels, drawn)
        for node in proposal.levels[i]:
            leaf = _some_leaf(proposal.nodes, node)
            group = int(labels[np.flatnonzero(hierarchy.finest == leaf)[0]])
            known.setdefault(node, float(found[group]))
    nodes = tuple(replace(node, stability=known.get(node.id)) for node in proposal.nodes)
    return replace(proposal, nodes=nodes)


def _some_leaf(nodes: Sequence[Node], node: int) -> int:
    while nodes[node].children:
        node = nodes[node].children[0]
    return node


def _level(hierarchy: Hierarchy, size: int) -> tuple[int, ...]:
    """The nodes that are whole after all but ``size - 1`` merges."""
    leaves = hierarchy.tree.leaves
    alive = set(range(leaves))
    for i, pair in enumerate(hierarchy.tree.pairs[: leaves - size].tolist()):
        alive -= set(pair)
        alive.add(leaves + i)
    return tuple(sorted(alive))


def typicality(points: Points, labels: Labels) -> NDArray[np.float32]:
    """How like its group's mean each point is, 0 to 1 (cosine, negative ones as 0), shape (n,); 0 where unassigned."""
    grouped = labels >= 0
    groups = int(labels.max()) + 1
    means, _ = group_means(points, np.where(grouped, labels, 0), grouped.astype(np.float64), groups)
    reach = np.linalg.norm(means, axis=1)
    cosine = np.empty(len(points))
    for start in range(0, len(points), _ROWS_AT_ONCE):
        some = points[start : start + _ROWS_AT_ONCE]
        own = labels[start : start + len(some)]
        lengths = np.linalg.norm(some, axis=1) * reach[own]
        cosine[start : start + len(some)] = np.einsum("ij,ij->i", some, means[own]) / np.maximum(lengths, 1e-9)
    return np.where(grouped, np.round(np.clip(cosine, 0, 1), 4), 0).astype(np.float32)
