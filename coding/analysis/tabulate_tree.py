"""The rows of a counted list: codes under their nets, largest first, numbered, the rest under Overig."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil

from coding.analysis.significance import Interval, wilson
from coding.analysis.tabulate_population import Population
from coding.domain.codebook import OTHER, PSEUDO_CODES
from coding.domain.counted_list import ListOptions, ListRow, NetLevel, RowKind
from coding.domain.project import Project, QuestionCoding
from coding.domain.segments import Span
from coding.domain.survey import ResponseKey

Mention = tuple[ResponseKey, Span]


@dataclass(frozen=True)
class _Node:
    """A code, net or cluster with the mentions people and the machine put under it or under anything below it."""

    id: str
    name: str
    kind: RowKind
    parent: str | None
    mentions: frozenset[Mention]
    proposed: frozenset[ResponseKey]
    children: tuple[_Node, ...] = ()

    @property
    def members(self) -> frozenset[ResponseKey]:
        return frozenset(key for key, _ in self.mentions)


def counted_rows(project: Project, people: Population, options: ListOptions, other_name: str) -> tuple[ListRow, ...]:
    """Every row in the order of print, without quotes."""
    return _Lister(people, options, tuple(project.responses(people.question))).rows(
        _forest(project.coding_of(people.question), people, options),
        _other(project.coding_of(people.question), people, options, other_name),
    )


class _Lister:
    """Orders, folds and numbers nodes."""

    def __init__(self, people: Population, options: ListOptions, file_order: tuple[ResponseKey, ...]) -> None:
        self.people = people
        self.options = options
        self.worth = people.effective_base
        self.place = {key: at for at, key in enumerate(file_order)}

    def rows(self, forest: tuple[_Node, ...], other: _Node) -> tuple[ListRow, ...]:
        """The rows of ``forest`` and, if it is not empty, of Overig with what was folded into it."""
        listed, folded = self._listed(forest)
        rows = list(self._numbered(listed, prefix="", level=0))
        mentions = frozenset.union(other.mentions, *(node.mentions for node in folded))
        proposed = frozenset.union(other.proposed, *(node.proposed for node in folded))
        if mentions or proposed:
            rest = _Node(other.id, other.name, other.kind, None, mentions, proposed - {key for key, _ in mentions})
            rows.append(self._row(rest, str(len(listed) + 1), 0))
        return tuple(rows)

    def _listed(self, nodes: Iterable[_Node]) -> tuple[list[_Node], list[_Node]]:
        """The nodes that are large enough, in order, and those that are not."""
        ordered = sorted(nodes, key=lambda node: (-self._size(node), node.name.casefold(), node.id))
        large = [node for node in ordered if self._size(node) >= self.options.threshold]
        return large, [node for node in ordered if self._size(node) < self.options.threshold]

    def _size(self, node: _Node) -> int:
        return len(self.people.units(node.members | node.proposed))

    def _numbered(self, nodes: Iterable[_Node], prefix: str, level: int) -> Iterator[ListRow]:
        for at, node in enumerate(nodes, 1):
            number = f"{prefix}{at}"
            yield self._row(node, number, level)
            if self.options.nets is NetLevel.ALL:
                yield from self._numbered(self._listed(node.children)[0], f"{number}.", level + 1)

    def _row(self, node: _Node, number: str, level: int) -> ListRow:
        counted = self.people.units(node.members)
        weighted = self.people.weighted_share(node.members)
        low, high = self._interval(weighted)
        return ListRow(
            kind=node.kind,
            code=node.id,
            name=node.name,
            number=number,
            level=level,
            parent=node.parent,
            respondent_count=len(counted),
            mention_count=len(node.mentions),
            share=self.people.share(node.members),
            weighted_share=weighted,
            low=low,
            high=high,
            proposed_count=len(self.people.units(node.proposed) - counted),
            members=tuple(sorted(node.members, key=self.place.__getitem__)),
        )

    def _interval(self, share: float) -> Interval:
        worth = self.worth
        population = self.options.population
        return wilson(min(share, 1.0) * worth, worth, self.options.level, population and max(population, ceil(worth)))


def _forest(coding: QuestionCoding, people: Population, options: ListOptions) -> tuple[_Node, ...]:
    """All codes that anybody stands under, in a tree of nets (flat when codes alone are listed)."""
    nets = {code.id for code in coding.codes.values() if code.is_net and options.nets is not NetLevel.CODES}
    children: dict[str | None, list[str]] = {}
    for code in coding.codes.values():
        parent = code.parent if code.parent in nets else None
        if not code.is_net or code.id in nets:
            children.setdefault(parent, []).append(code.id)

    def build(code_id: str, parent: str | None) -> _Node:
        code = coding.codes[code_id]
        below = tuple(node for node in (build(child, code_id) for child in children.get(code_id, ())) if _used(node))
        leaf = _leaf(coding, people, options, code_id)
        mentions = frozenset.union(leaf[0], *(node.mentions for node in below))
        proposed = frozenset.union(leaf[1], *(node.proposed for node in below)) - {key for key, _ in mentions}
        kind = RowKind.NET if code.is_net else RowKind.CODE
        return _Node(code_id, code.name, kind, parent, mentions, proposed, below)

    codes = (build(code_id, None) for code_id in children.get(None, ()))
    clusters = (
        _Node(c.id, c.name, RowKind.PROPOSAL, None, *_leaf(coding, people, options, c.id))
        for c in coding.clusters.values()
    )
    return tuple(node for node in (*codes, *clusters) if _used(node))


def _used(node: _Node) -> bool:
    return bool(node.mentions or node.proposed)


def _other(coding: QuestionCoding, people: Population, options: ListOptions, name: str) -> _Node:
    return _Node(OTHER, name, RowKind.OTHER, None, *_leaf(coding, people, options, OTHER))


def _leaf(
    coding: QuestionCoding, people: Population, options: ListOptions, group: str
) -> tuple[frozenset[Mention], frozenset[ResponseKey]]:
    """Mentions that people put under ``group`` itself, and responses that only the machine puts there."""
    mentions = frozenset(
        (key, assignment.span)
        for key in coding.assigned_members.get(group, ())
        if key in people.answered_set
        for assignment in coding.decisions[key]
        if assignment.code == group
    )
    if not options.include_proposals:
        return mentions, frozenset()
    decided = {key for key, _ in mentions}
    proposed = (key for key in coding.suggested_members.get(group, ()) if key in people.answered_set)
    return mentions, frozenset(key for key in proposed if key not in decided)


def folded_codes(coding: QuestionCoding, rows: Iterable[ListRow]) -> dict[str, str]:
    """Per code that has no row of its own the row that it is part of: the nearest listed net, else Overig."""
    listed = {row.code for row in rows}
    part_of: dict[str, str] = {}
    for code in coding.codes.values():
        at: str | None = code.id
        while at is not None and at not in listed:
            above = coding.codes.get(at)
            at = above.parent if above else None
        if at != code.id:
            part_of[code.id] = at or OTHER
    return {code: row for code, row in part_of.items() if code not in PSEUDO_CODES}
