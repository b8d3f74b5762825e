"""What the review board shows of a question: its groups with their counts, and the answers in a group.

Everything here is a pure function of an immutable project, so that the interface can keep a view for as long as the
question's coding is the same object.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from coding.analysis.stability import SOLID_FROM
from coding.domain.assignments import ResponseState
from coding.domain.codebook import NO_CODE, OTHER, PSEUDO_CODES, Cluster, Code, CodeStatus
from coding.domain.giving_way import in_steps
from coding.domain.project import Project, QuestionCoding
from coding.domain.segments import Span
from coding.domain.survey import Response, ResponseKey

UNPLACED = "__unplaced__"
"""Pseudo-group: undecided answers that no group is proposed for."""
EVERYTHING = "__everything__"
"""Pseudo-group: all answers to the question."""
SELECTION = "__selection__"
"""Pseudo-group: answers selected on the map, which may stand anywhere."""


class GroupState(StrEnum):
    """How far a group on the board is."""

    PROPOSED = "proposed"
    WORKING = "working"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group at a glance. Counts are respondents; a net counts each person once.

    ``certainty`` is the mean score of what is proposed (0–1), None where nothing is. ``share`` is of those who
    answered.
    """

    id: str
    name: str
    state: GroupState
    confirmed: int
    proposed: int
    share: float
    depth: int = 0
    parent: str | None = None
    is_net: bool = False
    typical: ResponseKey | None = None
    typical_span: Span | None = None
    keywords: tuple[str, ...] = ()
    stability: float | None = None
    certainty: float | None = None
    colour: str = ""
    number: int | None = None

    @property
    def count(self) -> int:
        """Respondents decided or proposed."""
        return self.confirmed + self.proposed

    @property
    def solid(self) -> bool | None:
        """Whether the cluster is found again on resamples; None where that was not measured."""
        return None if self.stability is None else self.stability >= SOLID_FROM


@dataclass(frozen=True, slots=True)
class BoardView:
    """A question's board. ``answered`` is the base of the shares; the states in ``ledger`` add up to everybody."""

    rows: tuple[GroupRow, ...]
    answered: int
    decided: int
    other: int
    no_code: int
    unplaced: int
    ledger: tuple[tuple[ResponseState, int], ...]

    @property
    def progress(self) -> float:
        """Share of the answers that a person decided on, 0–1."""
        return self.decided / self.answered if self.answered else 1.0

    @property
    def total(self) -> int:
        """All respondents, whatever their state."""
        return sum(count for _, count in self.ledger)


class MarkKind(StrEnum):
    """Whether marked words were decided on or are proposed."""

    ASSIGNED = "assigned"
    SUGGESTED = "suggested"


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of an answer that carry a group."""

    span: Span
    group: str
    kind: MarkKind
    score: float | None = None


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One decision: an answer with everyone who gave exactly it and stands where it stands."""

    keys: tuple[ResponseKey, ...]
    verbatim: str
    marks: tuple[Mark, ...]
    row: int
    score: float | None
    detached: bool = False

    @property
    def key(self) -> ResponseKey:
        """The first of the responses."""
        return self.keys[0]

    @property
    def count(self) -> int:
        """How many respondents gave this answer."""
        return len(self.keys)


def board(project: Project, question: str) -> BoardView:
    """The board of ``question``: nets with their codes under them, largest first; then single groups."""
    coding = project.coding_of(question)
    states = project.states(question)
    decided_states = (ResponseState.CODED, ResponseState.OTHER, ResponseState.NO_CODE)
    decided = sum(states[state] for state in decided_states)
    answered = decided + states[ResponseState.UNCODED]
    rows = tuple(nested(_rows(coding, answered)))
    return BoardView(
        rows=rows,
        answered=answered,
        decided=decided,
        other=len(coding.assigned_members.get(OTHER, ())),
        no_code=len(coding.assigned_members.get(NO_CODE, ())),
        unplaced=len(unplaced(project, question)),
        ledger=tuple(states.items()),
    )


def unplaced(project: Project, question: str) -> tuple[ResponseKey, ...]:
    """Undecided answers that no group is proposed for, in file order."""
    coding = project.coding_of(question)
    return tuple(
        response.key
        for response in project.answers(question)
        if response.key not in coding.decisions
        and all(suggestion.group in PSEUDO_CODES for suggestion in coding.suggestions.get(response.key, ()))
    )


def _rows(coding: QuestionCoding, answered: int) -> list[GroupRow]:
    scores: dict[str, list[float]] = {}
    for suggestions in coding.suggestions.values():
        for suggestion in suggestions:
            scores.setdefault(suggestion.group, []).append(suggestion.score)
    groups: list[Code | Cluster] = [c for c in coding.codes.values() if c.status is not CodeStatus.RETIRED]
    groups += list(coding.clusters.values())
    children: dict[str, list[str]] = {}
    for group in groups:
        if isinstance(group, Code) and group.parent:
            children.setdefault(group.parent, []).append(group.id)
    rows = []
    for group in groups:
        family = list(_family(group.id, children))
        confirmed = {key for member in family for key in coding.assigned_members.get(member, ())}
        proposed = {key for member in family for key in coding.suggested_members.get(member, ())} - confirmed
        rows.append(_row(coding, group, len(confirmed), len(proposed), answered, scores.get(group.id)))
    return rows


def _family(group: str, children: dict[str, list[str]]) -> Iterator[str]:
    yield group
    for child in children.get(group, ()):
        yield from _family(child, children)


def _row(
    coding: QuestionCoding,
    group: Code | Cluster,
    confirmed: int,
    proposed: int,
    answered: int,
    scores: list[float] | None,
) -> GroupRow:
    typical, span = _typical(coding, group)
    code = group if isinstance(group, Code) else None
    state = GroupState.PROPOSED if code is None else GroupState(code.status.value)
    return GroupRow(
        id=group.id,
        name=group.name,
        state=state,
        confirmed=confirmed,
        proposed=proposed,
        share=(confirmed + proposed) / answered if answered else 0.0,
        parent=code.parent if code else None,
        is_net=code.is_net if code else False,
        typical=typical,
        typical_span=span,
        keywords=group.keywords,
        stability=None if isinstance(group, Code) else group.stability,
        certainty=sum(scores) / len(scores) if scores else None,
        colour=code.colour if code else "",
        number=code.number if code else None,
    )


def _typical(coding: QuestionCoding, group: Code | Cluster) -> tuple[ResponseKey | None, Span | None]:
    """The most typical passage: a picked quote, else the machine's first, else its best-scoring member."""
    picked = coding.quotes.get(group.id)
    if picked:
        return picked[0].response, picked[0].span
    if isinstance(group, Cluster) and group.quotes:
        return group.quotes[0].response, group.quotes[0].span
    suggested = [
        (-s.score, key, s.span)
        for key in coding.suggested_members.get(group.id, ())
        for s in coding.suggestions[key]
        if s.group == group.id
    ]
    if suggested:
        _, key, span = min(suggested)
        return key, span
    for key in coding.assigned_members.get(group.id, ()):
        return key, next(a.span for a in coding.decisions[key] if a.code == group.id)
    return None, None


def _largest_first(row: GroupRow) -> Any:
    return (-row.count, row.name.casefold(), row.id)


def nested(rows: Iterable[GroupRow], order: Callable[[GroupRow], Any] = _largest_first) -> Iterator[GroupRow]:
    """Rows in ``order``, each followed by what stands under it, with its depth filled in."""
    rows = list(rows)
    by_parent: dict[str | None, list[GroupRow]] = {}
    ids = {row.id for row in rows}
    for row in rows:
        by_parent.setdefault(row.parent if row.parent in ids else None, []).append(row)

    def walk(parent: str | None, depth: int) -> Iterator[GroupRow]:
        for row in sorted(by_parent.get(parent, ()), key=order):
            yield replace(row, depth=depth)
            yield from walk(row.id, depth + 1)

    yield from walk(None, 0)


def answers_in(project: Project, question: str, group: str) -> tuple[AnswerRow, ...]:
    """The answers in a group (a code, cluster, OTHER, NO_CODE or UNPLACED): decided ones last, least certain first.

    Identical answers that stand in the same groups are one row, unless detached.
    """
    coding = project.coding_of(question)
    if group == UNPLACED:
        keys: Iterable[ResponseKey] = unplaced(project, question)
    elif group == EVERYTHING:
        keys = (response.key for response in project.answers(question))
    else:
        suggested = () if group in PSEUDO_CODES else coding.suggested_members.get(group, ())
        keys = dict.fromkeys((*suggested, *coding.assigned_members.get(group, ())))
    return answer_rows(project, question, keys, group)


def answer_rows(
    project: Project, question: str, keys: Iterable[ResponseKey], group: str | None = None
) -> tuple[AnswerRow, ...]:
    """Rows for ``keys``, one per decision; ``score`` is that of ``group``."""
    coding, responses = project.coding_of(question), project.responses(question)
    together: dict[tuple[object, ...], list[Response]] = {}
    for key in keys:
        response = responses[key]
        apart = key if key in coding.detached else None
        together.setdefault((response.normalised, apart, *_stands(coding, response)), []).append(response)
    rows = [_answer_row(project, coding, tuple(same), group) for same in in_steps(together.values())]
    return tuple(sorted(rows, key=lambda r: (r.score is None, r.score or 0.0, -len(r.keys), r.verbatim, r.keys[0])))


def _stands(coding: QuestionCoding, response: Response) -> Iterator[tuple[object, ...]]:
    """Where a response stands, told so that answers that differ in capitals or full stops alone stand alike."""
    pairs = [(a.code, a.span, True) for a in coding.decisions.get(response.key, ())]
    pairs += [(s.group, s.span, False) for s in coding.suggestions.get(response.key, ())]
    if not pairs:
        return
    start = len(response.verbatim) - len(response.verbatim.lstrip())
    whole = Span(start, len(response.verbatim.rstrip()))
    for group, span, decided in sorted(pairs):
        yield (group, decided) if span == whole else (group, decided, span, response.verbatim)


def _answer_row(project: Project, coding: QuestionCoding, same: tuple[Response, ...], group: str | None) -> AnswerRow:
    keys = tuple(sorted(response.key for response in same)) if len(same) > 1 else (same[0].key,)
    first = min(same, key=lambda response: response.key) if len(same) > 1 else same[0]
    marks = [Mark(a.span, a.code, MarkKind.ASSIGNED) for a in coding.decisions.get(first.key, ())]
    marks += [Mark(s.span, s.group, MarkKind.SUGGESTED, s.score) for s in coding.suggestions.get(first.key, ())]
    scores = [m.score for m in marks if m.score is not None and m.group == group]
    return AnswerRow(
        keys=keys,
        verbatim=first.verbatim,
        marks=tuple(sorted(marks, key=lambda mark: (mark.span, mark.group)) if len(marks) > 1 else marks),
        row=project.respondent(first.key).row,
        score=max(scores) if scores else None,
        detached=first.key in coding.detached,
    )
