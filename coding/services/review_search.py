"""Searching and ordering what is on the board."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final

from coding.domain.codebook import PSEUDO_CODES
from coding.domain.project import Project
from coding.domain.segments import Span
from coding.domain.survey import Intake, ResponseKey
from coding.services.board import (
    EVERYTHING,
    UNPLACED,
    AnswerRow,
    BoardView,
    GroupRow,
    GroupState,
    answers_in,
    board,
    nested,
)
from coding.services.memo import per_coding
from coding.services.no_search import no_search


class Sort(StrEnum):
    """The order of groups under one parent."""

    SIZE = "size"
    NAME = "name"
    STATE = "state"
    CERTAINTY = "certainty"
    NUMBER = "number"


_STATES: Final = {GroupState.PROPOSED: 0, GroupState.WORKING: 1, GroupState.CONFIRMED: 2}
_ORDERS: Final[Mapping[Sort, Callable[[GroupRow], Any]]] = {
    Sort.SIZE: lambda row: (-row.count, row.name.casefold(), row.id),
    Sort.NAME: lambda row: (row.name.casefold(), row.id),
    Sort.STATE: lambda row: (_STATES[row.state], -row.count, row.name.casefold(), row.id),
    Sort.CERTAINTY: lambda row: (row.certainty is None, row.certainty or 0.0, -row.count, row.id),
    Sort.NUMBER: lambda row: (row.number is None, row.number or 0, -row.count, row.id),
}


def hits(text: str, query: str) -> tuple[Span, ...]:
    """Where ``query`` occurs in ``text``, capitals or not, as a piece of text and never as a pattern."""
    pattern = _pattern(query.strip())
    return () if pattern is None else tuple(Span(*found.span()) for found in pattern.finditer(text))


@lru_cache(maxsize=64)
def _pattern(words: str) -> re.Pattern[str] | None:
    return re.compile(re.escape(words), re.IGNORECASE) if words else None


def matching(rows: Iterable[AnswerRow], query: str) -> tuple[AnswerRow, ...]:
    """The answers in which ``query`` occurs; all of them for an empty query."""
    pattern = _pattern(query.strip())
    return tuple(row for row in rows if pattern is None or pattern.search(row.verbatim))


@per_coding
def hit_counts(
    project: Project, question: str, query: str, within: frozenset[ResponseKey] | None = None
) -> Mapping[str, int]:
    """Respondents per group (UNPLACED and the pseudo-codes too) with an answer in which ``query`` occurs.

    ``within`` limits which responses are looked at; then an empty query occurs in all of them.
    """
    pattern = _pattern(query.strip())
    if pattern is None and within is None:
        return {}
    coding, counts = project.coding_of(question), Counter[str]()
    for key, response in project.responses(question).items():
        if within is not None and key not in within:
            continue
        if pattern is not None and pattern.search(response.verbatim) is None:
            continue
        stands = {a.code for a in coding.decisions.get(key, ())} | {s.group for s in coding.suggestions.get(key, ())}
        counts.update(stands)
        if project.intake(response) is Intake.ANSWER:
            counts[EVERYTHING] += 1
            counts[UNPLACED] += key not in coding.decisions and stands <= PSEUDO_CODES
    return counts


def shown_groups(
    view: BoardView,
    sort: Sort = Sort.SIZE,
    state: GroupState | None = None,
    found: Mapping[str, int] | None = None,
    query: str = "",
) -> tuple[GroupRow, ...]:
    """The groups to draw, in order. A net stays as long as one of its codes does.

    ``found`` are the counts of ``hit_counts`` for ``query``: groups without a hit in their name or answers go.
    """

    def wanted(row: GroupRow) -> bool:
        if state is not None and row.state is not state:
            return False
        return found is None or bool(found.get(row.id)) or bool(hits(row.name, query))

    keep = {row.id for row in view.rows if wanted(row)}
    parents = {row.id: row.parent for row in view.rows}
    for row_id in tuple(keep):
        above = parents[row_id]
        while above is not None and above in parents:
            keep.add(above)
            above = parents[above]
    return tuple(nested([row for row in view.rows if row.id in keep], _ORDERS[sort]))


@per_coding
@no_search()
def board_of(project: Project, question: str) -> BoardView:
    """``board``, remembered."""
    return board(project, question)


@per_coding
@no_search()
def answers_of(project: Project, question: str, group: str) -> tuple[AnswerRow, ...]:
    """``answers_in``, remembered."""
    return answers_in(project, question, group)
