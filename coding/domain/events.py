"""What happened, as resolved before/after deltas: never something to compute again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, cast

from coding.domain.assignments import Assignment, Suggestion
from coding.domain.codebook import Cluster, Code, Quote
from coding.domain.project import Board, Project, ProjectInfo, QuestionCoding
from coding.domain.sentences import Sentence
from coding.domain.survey import Question, ResponseKey, Variable, Wave
from coding.domain.waves import Check, Recognition, Sample


class Table(StrEnum):
    """The part of a project that a change is in; the name of the field that holds it."""

    __hash__ = str.__hash__  # that of an enumeration is no compiled code, and is asked for with each change

    INFO = "info"
    QUESTIONS = "questions"
    VARIABLES = "variables"
    WAVES = "waves"
    SENTENCES = "sentences"
    CODES = "codes"
    CLUSTERS = "clusters"
    DECISIONS = "decisions"
    SUGGESTIONS = "suggestions"
    QUOTES = "quotes"
    DETACHED = "detached"
    INDEPENDENT = "independent"
    SAMPLES = "samples"
    RECOGNISED = "recognised"
    CHECKS = "checks"
    BOARD = "board"


PROJECT_TABLES = frozenset({Table.QUESTIONS, Table.VARIABLES, Table.WAVES, Table.SENTENCES})
KEYED_BY_RESPONSE = frozenset(
    {Table.DECISIONS, Table.SUGGESTIONS, Table.DETACHED, Table.INDEPENDENT, Table.CHECKS},
)

Value = (
    ProjectInfo
    | Question
    | Variable
    | Wave
    | Sentence
    | Code
    | Cluster
    | tuple[Assignment, ...]
    | tuple[Suggestion, ...]
    | tuple[Quote, ...]
    | bool
    | Board
    | Sample
    | Recognition
    | Check
)
Key = tuple[str, ...]
"""INFO: (); project tables: (id,); CODES, CLUSTERS, QUOTES, SAMPLES: (question, id); RECOGNISED: (question, wave);
BOARD: (question,); DECISIONS, SUGGESTIONS, DETACHED, INDEPENDENT, CHECKS: (wave, question, respondent)."""


@dataclass(frozen=True, slots=True)
class Change:
    """One value of one table before and after; None where there was or is nothing."""

    table: Table
    key: Key
    before: Value | None
    after: Value | None

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.table, self.key, self.after, self.before)

    @property
    def question(self) -> str | None:
        """The question whose coding the change is in, None for the project's own tables."""
        if self.table in KEYED_BY_RESPONSE:  # first: there can be tens of thousands of these
            return self.key[1]
        return None if self.table is Table.INFO or self.table in PROJECT_TABLES else self.key[0]


@dataclass(frozen=True, slots=True)
class Event:
    """One action of one person, as stored in the journal.

    ``action`` and ``facts`` tell it in words (``coding.texts``, key ``history.<action>``). ``undoes`` and ``redoes``
    hold the revision of the event that was taken back or done again.
    """

    revision: int
    action: str
    coder: str
    at: str
    changes: tuple[Change, ...]
    question: str | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
    undoes: int | None = None
    redoes: int | None = None


def current(project: Project, change: Change) -> Value | None:
    """The value the project has now where ``change`` is."""
    if change.table is Table.INFO:
        return project.info
    if change.table in PROJECT_TABLES:
        return cast("Mapping[str, Value]", getattr(project, change.table.value)).get(change.key[0])
    coding = project.coding_of(cast(str, change.question))
    if change.table is Table.BOARD:
        return coding.board
    return cast("Mapping[Any, Value]", getattr(coding, change.table.value)).get(_inner_key(change))


def still_applies(project: Project, changes: Iterable[Change]) -> bool:
    """Whether everything is as it was when the changes were made, so that they can be made exactly."""
    return all(current(project, change) == change.before for change in changes)


def evolve(project: Project, changes: Iterable[Change]) -> Project:
    """The project after ``changes``. Each map that changes is copied once, whatever the number of changes."""
    own: dict[Table, list[Change]] = {}
    coding: dict[str, list[Change]] = {}
    for change in changes:
        question = change.question
        if question is None:
            own.setdefault(change.table, []).append(change)
        else:
            coding.setdefault(question, []).append(change)
    for question, part in coding.items():
        project = project.with_coding(question, _evolve_coding(project.coding_of(question), part))
    for table, part in own.items():
        if table is Table.INFO:
            project = replace(project, info=cast(ProjectInfo, part[-1].after))
        else:
            fields: dict[str, Any] = {table.value: _updated(getattr(project, table.value), part)}
            project = replace(project, **fields)
    return project


def _evolve_coding(coding: QuestionCoding, changes: list[Change]) -> QuestionCoding:
    by_table: dict[Table, list[Change]] = {}
    for change in changes:
        by_table.setdefault(change.table, []).append(change)
    fields: dict[str, Any] = {}
    for table, part in by_table.items():
        if table is Table.BOARD:
            fields["board"] = part[-1].after or Board()
        else:
            fields[table.value] = _updated(getattr(coding, table.value), part)
    return replace(coding, **fields)


def _updated(old: Mapping[Any, Any], changes: list[Change]) -> Mapping[Any, Any]:
    new: MutableMapping[Any, Any] = dict(old)
    for change in changes:
        key = _inner_key(change)
        if change.after is None:
            new.pop(key, None)
        else:
            new[key] = change.after
    return new


def _inner_key(change: Change) -> str | ResponseKey:
    if change.table in KEYED_BY_RESPONSE:
        return change.key if isinstance(change.key, ResponseKey) else ResponseKey(*change.key)
    return change.key[-1]
