"""What happened, as resolved before/after deltas: never something to compute again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby
from operator import attrgetter
from typing import Any, Final, NamedTuple

from coding.domain.assignments import Assignment, Suggestion
from coding.domain.codebook import Cluster, Code, Quote
from coding.domain.project import Board, Project, ProjectInfo
from coding.domain.sentences import Sentence
from coding.domain.survey import Question, Variable, Wave
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

_SINGLE: Final = frozenset({Table.INFO, Table.BOARD})
"""Tables with one value, not one for each key."""

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
BOARD: (question,); DECISIONS, SUGGESTIONS, DETACHED, INDEPENDENT, CHECKS: a ``ResponseKey``."""


class Change(NamedTuple):
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
        return question_of(self.table, self.key)


def question_of(table: Table, key: Key) -> str | None:
    """The question whose coding holds the value under ``key``, None for the project's own tables."""
    if table in KEYED_BY_RESPONSE:
        return key[1]
    return None if table is Table.INFO or table in PROJECT_TABLES else key[0]


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


TABLE_OF: Final = attrgetter("table")


def current(project: Project, table: Table, key: Key) -> Value | None:
    """The value the project has now under ``key``."""
    found: Value | None = _values(project, question_of(table, key), table).get(_inner_key(table, key))
    return found


def still_applies(project: Project, changes: Iterable[Change]) -> bool:
    """Whether everything is as it was when the changes were made, so that they can be made exactly."""
    for (question, table), part in in_parts(changes).items():
        values = _values(project, question, table)
        now = map(values.get, _inner_keys(table, part))
        if any(value != change.before for value, change in zip(now, part, strict=True)):
            return False
    return True


def evolve(project: Project, changes: Iterable[Change]) -> Project:
    """The project after ``changes``. Each map that changes is copied once, whatever the number of changes."""
    own: dict[str, Any] = {}
    coding: dict[str, dict[str, Any]] = {}
    for (question, table), part in in_parts(changes).items():
        fields = own if question is None else coding.setdefault(question, {})
        after = _updated(_values(project, question, table), table, part)
        fields[table.value] = after.get((), Board()) if table in _SINGLE else after
    for question, fields in coding.items():
        project = project.with_coding(question, replace(project.coding_of(question), **fields))
    return replace(project, **own) if own else project


def in_parts(changes: Iterable[Change]) -> dict[tuple[str | None, Table], list[Change]]:
    """The changes by the question and the table that they are in; there can be tens of thousands of them."""
    parts: dict[tuple[str | None, Table], list[Change]] = {}
    for table, run in groupby(changes, key=TABLE_OF):
        if table in KEYED_BY_RESPONSE:
            for question, some in groupby(run, key=lambda change: change.key[1]):
                parts.setdefault((question, table), []).extend(some)
        else:
            for change in run:
                parts.setdefault((change.question, table), []).append(change)
    return parts


def _values(project: Project, question: str | None, table: Table) -> Mapping[Any, Any]:
    """What a table holds, by the inner key of its changes."""
    found = getattr(project if question is None else project.coding_of(question), table.value)
    return {(): found} if table in _SINGLE else found


def _updated(old: Mapping[Any, Any], table: Table, changes: Iterable[Change]) -> Mapping[Any, Any]:
    new: MutableMapping[Any, Any] = dict(old)
    for (_, _, _, after), key in zip(changes, _inner_keys(table, changes), strict=True):
        if after is None:
            new.pop(key, None)
        else:
            new[key] = after
    return new


def _inner_keys(table: Table, changes: Iterable[Change]) -> list[Any]:
    """The keys inside a table."""
    if table in KEYED_BY_RESPONSE:
        return [change.key for change in changes]
    return [_inner_key(table, change.key) for change in changes]


def _inner_key(table: Table, key: Key) -> Key | str:
    if table in _SINGLE:
        return ()
    return key if table in KEYED_BY_RESPONSE else key[-1]
