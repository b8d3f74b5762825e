"""A file on its way into a project: kept by the session until it is read in or taken back, whatever page is open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final
from uuid import uuid4

from coding.domain.project import Project
from coding.files.column_guess import ColumnGuess, guess_columns
from coding.files.raw_table import RawTable
from coding.files.read_table import read_table
from coding.services.mapping import Mapping, OpenColumn, VariableColumn, guess_mapping

_MOST_CHOICES: Final = 30
"""Columns with more different values are not offered as a gate or filter."""


@dataclass(frozen=True)
class Draft:
    """An uploaded file as a table, and the mapping as it stands. ``token`` tells the widgets of two files apart."""

    token: str
    data: bytes
    table: RawTable
    mapping: Mapping

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
    """Read an uploaded file and fill in a first mapping. Raises ImportRefused."""
    table = read_table(data, name, sheet=sheet)
    return Draft(uuid4().hex[:8], data, table, _with_known(guess_mapping(table), project))


def _with_known(mapping: Mapping, project: Project) -> Mapping:
    """Columns that the project knows already by their heading go to the known question or variable."""
    questions = {question.column: question for question in project.questions.values()}
    variables = {variable.column: variable for variable in project.variables.values()}
    return replace(
        mapping,
        questions=tuple(
            replace(column, id=questions[column.column].id, text=questions[column.column].text)
            if column.column in questions
            else column
            for column in mapping.questions
        ),
        variables=tuple(
            replace(column, id=variables[column.column].id, label=variables[column.column].label)
            if column.column in variables
            else column
            for column in mapping.variables
        ),
    )


def known_or_new(draft: Draft, column: str) -> OpenColumn:
    """The open column as it stands in the mapping, or a fresh one for a column that was just chosen."""
    found = next((question for question in draft.mapping.questions if question.column == column), None)
    return found or OpenColumn(column, draft.table.title(column))


def variable_or_new(draft: Draft, column: str) -> VariableColumn:
    """The variable as it stands in the mapping, or a fresh one for a column that was just chosen."""
    found = next((variable for variable in draft.mapping.variables if variable.column == column), None)
    return found or VariableColumn(column, draft.table.title(column))
