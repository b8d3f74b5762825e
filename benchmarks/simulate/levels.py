"""Naming proposed groups; those that mix arguments are looked at finer, where that saves decisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.simulate.desk import Decision, Desk
from benchmarks.simulate.study import QUESTION
from coding.domain.commands import MergeGroups, RenameGroup
from coding.domain.proposal import ProposalRun
from coding.domain.survey import ResponseKey
from coding.services.proposing import level_command


@dataclass(frozen=True)
class Judgement:
    """What a group is, once its answers were read: the code of most of them, None if at least as many have none.

    ``cost``: the decisions that naming it takes and leaves, less the codes that it gives rightly; 0 if it is left.
    """

    code: str | None
    cost: int


def shown_levels(run: ProposalRun) -> list[int]:
    """The levels the researcher looks at: the one that is shown first, and two steps finer."""
    return sorted({run.default_level, min(run.default_level + 2, len(run.levels) - 1)})


def name_groups(desk: Desk, run: ProposalRun) -> None:
    """Go through the levels; at each, settle the groups that are better named as they are."""
    levels = shown_levels(run) if run.levels else []
    for at, level in enumerate(levels):
        desk.do(level_command(desk.project, run, level), *([Decision.LEVEL] if at else []))
        finer = levels[at + 1 :]
        saved = {cluster: _saved_by_finer(desk, run, cluster, finer) for cluster in sorted(desk.coding.clusters)}
        go_finer = sum(saved.values()) > 1
        for cluster, gain in saved.items():
            if not (go_finer and gain > 0):
                settle(desk, cluster)
        if not go_finer:
            break


def _saved_by_finer(desk: Desk, run: ProposalRun, cluster: str, finer: Sequence[int]) -> int:
    """Decisions that the parts of a group would save over the group as a whole, at the levels still to come."""
    members = desk.coding.suggested_members.get(cluster, ())
    _read(desk, members)
    spans = {(key, s.span) for key in members for s in desk.coding.suggestions[key] if s.group == cluster}
    leaves = [(s.response, s.leaf) for s in run.segments if s.leaf is not None and (s.response, s.span) in spans]
    return judge(desk, members).cost - _least(desk, run, leaves, finer)


def _least(desk: Desk, run: ProposalRun, leaves: list[tuple[ResponseKey, int]], finer: Sequence[int]) -> int:
    own = judge(desk, [key for key, _ in leaves]).cost
    if not finer:
        return own
    parts: dict[int | None, list[tuple[ResponseKey, int]]] = {}
    node_of = {leaf: run.node_at(leaf, finer[0]) for leaf in {leaf for _, leaf in leaves}}
    for key, leaf in leaves:
        parts.setdefault(node_of[leaf], []).append((key, leaf))
    return min(own, sum(_least(desk, run, part, finer[1:]) for part in parts.values()))


def _read(desk: Desk, members: Iterable[ResponseKey]) -> None:
    """Read the answers of a group that were not read before, identical ones once."""
    for key in members:
        desk.look_once(key)


def judge(desk: Desk, members: Iterable[ResponseKey]) -> Judgement:
    """What a group is; identical answers are one decision."""
    responses = desk.project.responses(QUESTION)
    first = {responses[key].normalised: key for key in members}
    read = desk.look_again(first.values())
    count = Counter(code for codes in read for code in codes)
    without = sum(not codes for codes in read)
    best = min(count, key=lambda code: (-count[code], code), default=None)
    if best is None or count[best] <= without:
        return Judgement(None, 0)
    return Judgement(best, 1 + without - count[best])


def settle(desk: Desk, cluster: str) -> None:
    """Name a group, or put it together with the code that has this name; one without an argument is left alone."""
    found = judge(desk, desk.coding.suggested_members.get(cluster, ()))
    if found.code is None:
        return
    known = desk.code_named(found.code)
    if known is None:
        desk.do(RenameGroup(QUESTION, cluster, found.code), Decision.NAME)
    else:
        desk.do(MergeGroups(QUESTION, (known, cluster), known, found.code), Decision.MERGE)


def identical(desk: Desk, keys: Iterable[ResponseKey]) -> list[tuple[ResponseKey, ...]]:
    """The responses in sets of identical words, each with all who gave them."""
    found: dict[ResponseKey, tuple[ResponseKey, ...]] = {}
    for key in keys:
        same = tuple(sorted(desk.project.identical(key)))
        found.setdefault(same[0], same)
    return list(found.values())
