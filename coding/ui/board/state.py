"""What the review page remembers of a question between runs: the open group, the search, the order, the page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from coding.domain.codebook import NO_CODE, OTHER
from coding.services.board import EVERYTHING, UNPLACED, BoardView, GroupState
from coding.services.review_search import Sort
from coding.ui import session

PSEUDO_GROUPS = (OTHER, NO_CODE, UNPLACED, EVERYTHING)


@dataclass(frozen=True, slots=True)
class BoardState:
    """How one question's review page stands. ``open`` is None until a group was opened."""

    open: str | None = None
    query: str = ""
    sort: Sort = Sort.SIZE
    filter: GroupState | None = None
    page: int = 0
    tab: str = "answers"


def state(question: str) -> BoardState:
    """What is remembered for ``question``."""
    return session.recall(f"board.{question}", BoardState())


def change(question: str, **changes: Any) -> None:
    """Remember something else; another group or search starts at its first page."""
    if {"open", "query"} & changes.keys():
        changes.setdefault("page", 0)
    session.remember(f"board.{question}", replace(state(question), **changes))


def opened(question: str, view: BoardView) -> str:
    """The group that is open: the one that was opened as long as it exists, else the largest one still to do."""
    chosen = state(question).open
    if chosen is not None and (chosen in PSEUDO_GROUPS or any(row.id == chosen for row in view.rows)):
        return chosen
    groups = [row for row in view.rows if not row.is_net]
    to_do = [row for row in groups if row.proposed] or groups
    if not to_do:
        return EVERYTHING  # not remembered: the first group opens as soon as there is one
    first = max(to_do, key=lambda row: row.count).id
    change(question, open=first)  # so that it stays open when it is no longer the largest
    return first


def shown_variables() -> tuple[str, ...]:
    """The background variables that are shown with each answer."""
    nothing: tuple[str, ...] = ()
    return session.recall("board.variables", nothing)


def chosen() -> tuple[str, ...]:
    """The groups that the open dialog is about."""
    nothing: tuple[str, ...] = ()
    return session.recall("board.chosen", nothing)
