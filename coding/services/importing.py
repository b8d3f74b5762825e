"""A survey file with its mapping to the batch, questions and variables of a new wave, and a report of what was read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from coding.domain.answers import AnswerKind, kind_of, normalise
from coding.domain.survey import (
    Batch,
    Gate,
    Intake,
    Question,
    Respondent,
    Response,
    ResponseKey,
    Variable,
    VariableRole,
)
from coding.files.category_order import ordered
from coding.files.column_profile import YES_NO_PREFIX
from coding.files.dates import iso_dates
from coding.files.raw_table import RawTable
from coding.services.mapping import GateColumn, Mapping, OpenColumn, VariableColumn, check, counts, weights

_INTAKE: Final = {
    AnswerKind.ANSWER: Intake.ANSWER,
    AnswerKind.NON_ANSWER: Intake.NON_ANSWER,
    AnswerKind.BLANK: Intake.BLANK,
}
_ID_LENGTH: Final = 40


@dataclass(frozen=True, slots=True)
class QuestionReport:
    """What came in for one open question.

    ``answers + non_answers + blanks + not_asked + excluded`` are all rows. ``duplicates`` are the answers beyond the
    first of every normalised form; ``unasked_answers`` the answers (counted under ``answers``) of respondents whom the
    gate would have passed over: they are kept, because somebody wrote them.
    """

    question: str
    text: str
    answers: int
    blanks: int
    non_answers: int
    not_asked: int
    excluded: int
    duplicates: int
    unasked_answers: int


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What was read from a file: rows with a respondent, rows without any text (left out), and each question."""

    file: str
    rows: int
    blank_rows: int
    excluded: int
    questions: tuple[QuestionReport, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """Everything that ``AddWave`` needs, and the report for the researcher."""

    batch: Batch
    questions: tuple[Question, ...]
    variables: tuple[Variable, ...]
    report: ImportReport


def build_batch(table: RawTable, mapping: Mapping, *, batch: str, wave: str, taken: Iterable[str] = ()) -> Imported:
    """The contents of ``table`` as a wave with the id ``wave``, in a batch with the id ``batch``.

    ``taken`` are the ids of questions and variables the project has already: new ones get others. Raises ImportRefused
    when the mapping does not fit the table; nothing is built then.
    """
    check(mapping, table)
    shown = table.labelled()
    ids = _Ids(taken)
    variables = _variables(shown, mapping, ids)
    by_column = {variable.column: variable for variable in variables}
    questions = tuple(_question(q, position, by_column, ids) for position, q in enumerate(mapping.questions))
    respondents = _respondents(shown, mapping, variables, wave)
    responses = [
        response
        for question, column in zip(questions, mapping.questions, strict=True)
        for response in _responses(question, shown.cells(column.column), respondents, wave)
    ]
    size = len(respondents)
    report = ImportReport(
        file=table.name,
        rows=size,
        blank_rows=table.format.blank_rows,
        excluded=sum(person.excluded for person in respondents),
        questions=tuple(
            _report(question, responses[size * i : size * (i + 1)], respondents) for i, question in enumerate(questions)
        ),
    )
    return Imported(Batch(batch, respondents, tuple(responses)), questions, variables, report)


class _Ids:
    """Readable ids, each given once."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)

    def new(self, name: str) -> str:
        plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
        base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_ID_LENGTH].strip("-") or "kolom"
        candidate, number = base, 1
        while candidate in self._taken:
            number += 1
            candidate = f"{base}-{number}"
        self._taken.add(candidate)
        return candidate


def _variables(table: RawTable, mapping: Mapping, ids: _Ids) -> tuple[Variable, ...]:
    """The mapped variables, and the gates that were not mapped as one."""
    wanted = list(mapping.variables)
    mapped = {variable.column for variable in wanted}
    for question in mapping.questions:
        gate = question.gate
        if gate is not None and gate.column not in mapped:
            wanted.append(VariableColumn(gate.column, table.title(gate.column), VariableRole.CLOSED))
            mapped.add(gate.column)
    own = {q.column for q in mapping.questions if q.gate is not None and q.gate.own_words}
    return tuple(
        Variable(
            id=variable.id or ids.new(variable.label if variable.column not in own else f"{variable.label} ja nee"),
            label=variable.label,
            column=variable.column,
            role=variable.role,
            categories=_categories(table, variable, variable.column in own),
            position=position,
            renamed=variable.renamed,
        )
        for position, variable in enumerate(wanted)
    )


def _categories(table: RawTable, variable: VariableColumn, own_words: bool) -> tuple[str, ...]:
    if variable.role is VariableRole.DATE:
        return ()
    return ordered(dict.fromkeys(filter(None, _of_variable(table, variable, own_words))))


def _of_variable(table: RawTable, variable: VariableColumn, own_words: bool) -> list[str]:
    """The value of each row as the project keeps it: dates as YYYY-MM-DD, renamed categories by their known name."""
    cells = table.cells(variable.column)
    if variable.role is VariableRole.DATE:
        return list(iso_dates(cells))
    known = dict(variable.renamed)
    return [known.get(value, value) for value in _values(cells, own_words)]


def _values(cells: Iterable[str], own_words: bool) -> list[str]:
    """The values of a closed question; of answers that begin with their own gate, the yes or no they begin with."""
    if not own_words:
        return [cell.strip() for cell in cells]
    return [match[1].casefold() if (match := YES_NO_PREFIX.match(cell)) else "" for cell in cells]


def _question(column: OpenColumn, position: int, by_column: dict[str, Variable], ids: _Ids) -> Question:
    gate: GateColumn | None = column.gate
    return Question(
        id=column.id or ids.new(column.text),
        text=column.text,
        column=column.column,
        position=position,
        gate=Gate(by_column[gate.column].id, gate.values) if gate else None,
        language=column.language,
        everyone=column.everyone,
    )


def _respondents(
    table: RawTable, mapping: Mapping, variables: tuple[Variable, ...], wave: str
) -> tuple[Respondent, ...]:
    own = {q.column for q in mapping.questions if q.gate is not None and q.gate.own_words}
    columns = {column.column: column for column in mapping.variables}
    values = [
        (v.id, _of_variable(table, columns.get(v.column) or VariableColumn(v.column, v.label), v.column in own))
        for v in variables
    ]
    names = [cell.strip() for cell in table.cells(mapping.respondent)] if mapping.respondent else None
    first = table.row_numbers[0] - 1
    return tuple(
        Respondent(
            id=names[index] if names else f"{wave}-{row}",
            row=row - first,
            values={variable: cells[index] for variable, cells in values if cells[index]},
            weight=weight,
            excluded=not included,
        )
        for index, (row, weight, included) in enumerate(
            zip(table.row_numbers, weights(mapping, table), counts(mapping, table), strict=True)
        )
    )


def _responses(
    question: Question, cells: tuple[str, ...], respondents: tuple[Respondent, ...], wave: str
) -> list[Response]:
    return [
        Response(ResponseKey(wave, question.id, person.id), cell, _normalised(cell), _intake(question, cell, person))
        for cell, person in zip(cells, respondents, strict=True)
    ]


@lru_cache(maxsize=65536)
def _normalised(cell: str) -> str:
    return normalise(cell)


@lru_cache(maxsize=65536)
def _kind(cell: str) -> AnswerKind:
    return kind_of(cell)


def _intake(question: Question, cell: str, person: Respondent) -> Intake:
    """Excluded before everything; a gate passes over those who wrote nothing to code."""
    if person.excluded and not question.everyone:
        return Intake.EXCLUDED
    kind = _kind(cell)
    if kind is not AnswerKind.ANSWER and not _was_asked(question, person):
        return Intake.NOT_ASKED
    return _INTAKE[kind]


def _was_asked(question: Question, person: Respondent) -> bool:
    return question.gate is None or person.values.get(question.gate.variable, "") in question.gate.values


def _report(question: Question, responses: list[Response], respondents: tuple[Respondent, ...]) -> QuestionReport:
    tally = dict.fromkeys(Intake, 0)
    for response in responses:
        tally[response.intake] += 1
    answers = [response for response in responses if response.intake is Intake.ANSWER]
    unasked = sum(
        response.intake is Intake.ANSWER and not _was_asked(question, person)
        for response, person in zip(responses, respondents, strict=True)
    )
    return QuestionReport(
        question=question.id,
        text=question.text,
        answers=tally[Intake.ANSWER],
        blanks=tally[Intake.BLANK],
        non_answers=tally[Intake.NON_ANSWER],
        not_asked=tally[Intake.NOT_ASKED],
        excluded=tally[Intake.EXCLUDED],
        duplicates=len(answers) - len({response.normalised for response in answers}),
        unasked_answers=unasked,
    )
