"""A survey file with its mapping to the batch, questions and variables of a new wave, and a report of what was read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Final

from coding.domain.answers import AnswerKind, kind_of, normalise
from coding.domain.survey import (
    CHOICES,
    SAID_NO,
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
from coding.files.damaged import Damage, damage
from coding.files.dates import iso_dates
from coding.files.raw_table import RawTable
from coding.files.several import choices, refusals
from coding.services.mapping import GateColumn, Mapping, OpenColumn, VariableColumn, check, counts, gate_on, weights

_INTAKE: Final = {
    AnswerKind.ANSWER: Intake.ANSWER,
    AnswerKind.NON_ANSWER: Intake.NON_ANSWER,
    AnswerKind.BLANK: Intake.BLANK,
}
_ID_LENGTH: Final = 40
_ROWS_TOLD: Final = 8


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
    """What was read from a file: rows with a respondent, rows without any text (left out), and each question.

    ``damage`` tells where letters of what was read look damaged.
    """

    file: str
    rows: int
    blank_rows: int
    excluded: int
    questions: tuple[QuestionReport, ...]
    damage: Damage | None = None


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
    wanted = _wanted(shown, mapping)
    variables = _variables(shown, wanted, ids)
    questions = tuple(_question(q, position, variables, ids) for position, q in enumerate(mapping.questions))
    respondents = _respondents(shown, mapping, variables, wanted, wave)
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
        damage=_damage(shown, mapping, wanted),
    )
    return Imported(Batch(batch, respondents, tuple(responses)), questions, variables, report)


def _damage(table: RawTable, mapping: Mapping, wanted: tuple[_Wanted, ...]) -> Damage | None:
    """Where letters look damaged in the columns that are read in."""
    used = (*(q.column for q in mapping.questions), *(name for one in wanted for name in one.column.columns))
    at = [table.position(column) for column in dict.fromkeys(used)]
    return damage((number, [row[i] for i in at]) for number, row in zip(table.row_numbers, table.rows, strict=True))


def damage_text(found: Damage) -> tuple[str, dict[str, object]]:
    """The key of the sentence that tells of damaged letters, and its facts."""
    rows = ", ".join(map(str, found.rows[:_ROWS_TOLD])) + (", …" if len(found.rows) > _ROWS_TOLD else "")
    form = ".one" if len(found.rows) == 1 else ""
    return f"import.done_damaged{form}", {"count": len(found.rows), "example": found.example, "rows": rows}


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


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A variable to be made. ``own_words``: it is the yes or no that the answers to an open question begin with."""

    column: VariableColumn
    own_words: bool = False


def _wanted(table: RawTable, mapping: Mapping) -> tuple[_Wanted, ...]:
    """The mapped variables, and the gates that were not mapped as one."""
    own = {q.column for q in mapping.questions if q.gate is not None and q.gate.own_words}
    found = [_Wanted(variable, variable.column in own) for variable in mapping.variables]
    for question in mapping.questions:
        gate = question.gate
        if gate is not None and not any(gate_on(gate, one.column) for one in found):
            variable = VariableColumn(gate.column, table.title(gate.column), VariableRole.CLOSED)
            found.append(_Wanted(variable, gate.column in own))
    return tuple(found)


def _variables(table: RawTable, wanted: tuple[_Wanted, ...], ids: _Ids) -> tuple[Variable, ...]:
    return tuple(
        Variable(
            id=one.column.id or ids.new(f"{one.column.label} ja nee" if one.own_words else one.column.label),
            label=one.column.label,
            column=one.column.column,
            role=one.column.role,
            categories=_categories(table, one),
            position=position,
            renamed=one.column.renamed,
            parts=one.column.parts,
            separator=one.column.separator,
        )
        for position, one in enumerate(wanted)
    )


def _categories(table: RawTable, wanted: _Wanted) -> tuple[str, ...]:
    variable = wanted.column
    if variable.role is VariableRole.DATE:
        return ()
    if variable.parts:  # in the order of the questionnaire, and those that nobody chose
        known = dict(variable.renamed)
        return tuple(dict.fromkeys(known.get(category, category) for _, category in variable.parts))
    values = (value.split(CHOICES) if _several(variable) else [value] for value in _of_variable(table, wanted))
    return ordered(dict.fromkeys(filter(None, chain.from_iterable(values))))


def _several(variable: VariableColumn) -> bool:
    return variable.role is VariableRole.MULTIPLE


def _of_variable(table: RawTable, wanted: _Wanted) -> list[str]:
    """The value of each row as the project keeps it: dates as YYYY-MM-DD, renamed categories by their known name."""
    variable = wanted.column
    known = dict(variable.renamed)
    if _several(variable):
        rows = choices(table, variable.column, variable.parts, variable.separator)
        kept = [CHOICES.join(dict.fromkeys(known.get(name, name) for name in row)) for row in rows]
        refused = refusals(table, variable.parts) if variable.parts else [False] * len(kept)
        return [value + SAID_NO * no for value, no in zip(kept, refused, strict=True)]
    cells = table.cells(variable.column)
    if variable.role is VariableRole.DATE:
        return list(iso_dates(cells))
    return [known.get(value, value) for value in _values(cells, wanted.own_words)]


def _values(cells: Iterable[str], own_words: bool) -> list[str]:
    """The values of a closed question; of answers that begin with their own gate, the yes or no they begin with."""
    if not own_words:
        return [cell.strip() for cell in cells]
    return [match[1].casefold() if (match := YES_NO_PREFIX.match(cell)) else "" for cell in cells]


def _question(column: OpenColumn, position: int, variables: tuple[Variable, ...], ids: _Ids) -> Question:
    return Question(
        id=column.id or ids.new(column.text),
        text=column.text,
        column=column.column,
        position=position,
        gate=_gate(column.gate, variables) if column.gate else None,
        language=column.language,
        everyone=column.everyone,
    )


def _gate(gate: GateColumn, variables: tuple[Variable, ...]) -> Gate:
    """The gate in the terms of the project: a mark in a column of several answers is a category there."""
    for variable in variables:
        values = gate_on(gate, variable)
        if values:
            return Gate(variable.id, values)
    raise KeyError(gate.column)


def _respondents(
    table: RawTable, mapping: Mapping, variables: tuple[Variable, ...], wanted: tuple[_Wanted, ...], wave: str
) -> tuple[Respondent, ...]:
    values = [(v.id, _of_variable(table, one)) for v, one in zip(variables, wanted, strict=True)]
    names = [cell.strip() for cell in table.cells(mapping.respondent)] if mapping.respondent else None
    return tuple(
        Respondent(
            id=names[index] if names else f"{wave}-{row}",
            row=row,
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
        Response(ResponseKey(wave, question.id, person.id), cell, normalise(cell), _intake(question, cell, person))
        for cell, person in zip(cells, respondents, strict=True)
    ]


def _intake(question: Question, cell: str, person: Respondent) -> Intake:
    """Excluded before everything; a gate passes over those who wrote nothing to code."""
    if person.excluded and not question.everyone:
        return Intake.EXCLUDED
    kind = kind_of(cell)
    if kind is not AnswerKind.ANSWER and not _was_asked(question, person):
        return Intake.NOT_ASKED
    return _INTAKE[kind]


def _was_asked(question: Question, person: Respondent) -> bool:
    if question.gate is None:
        return True
    given = person.values.get(question.gate.variable, "")
    return given in question.gate.values or not set(given.split(CHOICES)).isdisjoint(question.gate.values)


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
