"""A file on its way into a project: kept by the session until it is read in or taken back, whatever page is open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final
from uuid import uuid4

from coding.domain.errors import ImportRefused
from coding.domain.project import Project
from coding.domain.survey import VariableRole
from coding.files.column_guess import ColumnGuess, guess_columns
from coding.files.raw_table import RawTable
from coding.files.read_table import read_table
from coding.services.mapping import Mapping, OpenColumn, VariableColumn, check, guess_mapping, label_of
from coding.services.waves_match import mapping_of, match_columns

_MOST_CHOICES: Final = 30
"""Columns with more different values are not offered as a gate or filter."""


@dataclass(frozen=True)
class Draft:
    """An uploaded file as a table, and the mapping as it stands.

    ``token`` tells the widgets of two files apart; ``known`` are the questions of the project, text by id. ``several``
    are the questions with several answers as they were first filled in.
    """

    token: str
    data: bytes
    table: RawTable
    mapping: Mapping
    known: dict[str, str]
    several: tuple[VariableColumn, ...] = ()

    @cached_property
    def guesses(self) -> tuple[ColumnGuess, ...]:
        """What each column probably is, with the reason."""
        return guess_columns(self.table)

    @cached_property
    def choices(self) -> dict[str, tuple[str, ...]]:
        """The different values of each column that has few of them, in the order of the file."""
        shown = self.table.labelled()
        found = {}
        for position, column in enumerate(shown.columns):
            values = dict.fromkeys(row[position].strip() for row in shown.rows)
            values.pop("", None)
            if 0 < len(values) <= _MOST_CHOICES:
                found[column] = tuple(values)
        return found

    def with_mapping(self, mapping: Mapping) -> Draft:
        """The same file with another mapping; what was worked out from the file is kept."""
        changed = replace(self, mapping=mapping)
        for name in ("guesses", "choices"):
            if name in self.__dict__:
                changed.__dict__[name] = self.__dict__[name]
        return changed

    def samples(self, column: str, count: int = 2) -> list[str]:
        """The first different texts of ``column``."""
        cells = self.table.labelled().cells(column)
        return list(dict.fromkeys(cell.strip() for cell in cells if cell.strip()))[:count]


def read_draft(data: bytes, name: str, project: Project, sheet: str | None = None) -> Draft:
    """Read an uploaded file and fill in a first mapping, to what the project knows already if it knows anything.

    Raises ImportRefused.
    """
    table = read_table(data, name, sheet=sheet)
    known = {question.id: question.text for question in project.questions_in_order()}
    mapping = mapping_of(project, match_columns(project, table)) if known else guess_mapping(table)
    several = tuple(v for v in mapping.variables if v.role is VariableRole.MULTIPLE)
    return Draft(uuid4().hex[:8], data, table, mapping, known, several)


def check_draft(draft: Draft) -> None:
    """Raises ImportRefused when the file cannot be read in with the mapping as it stands."""
    ids = [question.id for question in draft.mapping.questions if question.id]
    for known in ids:
        if ids.count(known) > 1:
            raise ImportRefused("import.known_twice", question=draft.known.get(known, known))
    check(draft.mapping, draft.table)


def known_or_new(draft: Draft, column: str) -> OpenColumn:
    """The open column as it stands in the mapping, or a fresh one for a column that was just chosen."""
    found = next((question for question in draft.mapping.questions if question.column == column), None)
    return found or OpenColumn(column, draft.table.title(column))


def variable_or_new(draft: Draft, column: str) -> VariableColumn:
    """The variable as it stands in the mapping, or a fresh one for a column that was just chosen."""
    single = (variable for variable in draft.mapping.variables if variable.role is not VariableRole.MULTIPLE)
    found = next((variable for variable in single if variable.column == column), None)
    return found or VariableColumn(column, label_of(draft.table, column))
