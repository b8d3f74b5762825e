"""Which column of a survey file is what: the researcher's choice, its first filling, and its check."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final, Literal

from coding.analysis.words import language_of
from coding.domain.errors import ImportRefused
from coding.domain.survey import Variable, VariableRole
from coding.files.column_guess import ColumnGuess, ColumnRole, guess_columns
from coding.files.column_profile import number, profile
from coding.files.raw_table import RawTable
from coding.files.several import SEPARATORS, is_mark
from coding.files.several_guess import SeveralGuess, guess_separator, name_set

_PROGRAM_NAME: Final = re.compile("[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class GateColumn:
    """Who was asked an open question: respondents with one of ``values`` in ``column``.

    ``own_words``: the answers themselves begin with the value ("Ja, namelijk: …"), and ``column`` is their own.
    """

    column: str
    values: tuple[str, ...]
    own_words: bool = False


@dataclass(frozen=True, slots=True)
class OpenColumn:
    """A column with answers to code. ``id`` is that of a known question, "" for a new one.

    ``everyone``: the filters take nobody out of this question.
    """

    column: str
    text: str
    gate: GateColumn | None = None
    language: Literal["nl", "en"] = "nl"
    id: str = ""
    everyone: bool = False


@dataclass(frozen=True, slots=True)
class VariableColumn:
    """A column with a background field or a closed question. ``id`` is that of a known variable, "" for a new one.

    ``renamed`` holds pairs of a category as this file has it and the category of the project it stands for.

    A question with several answers stands in one column, with ``separator`` between the answers in a cell, or in
    several: ``parts`` are pairs of a column and its category, and ``column`` is the first of them.
    """

    column: str
    label: str
    role: VariableRole = VariableRole.BACKGROUND
    id: str = ""
    renamed: tuple[tuple[str, str], ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    separator: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that it is read from."""
        return tuple(column for column, _ in self.parts) or (self.column,)


@dataclass(frozen=True, slots=True)
class CountsFilter:
    """A respondent counts with one of ``values`` in ``column``; the others are excluded."""

    column: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """What each column is used for; columns that are not named are left out.

    Without a ``respondent`` column ids are made from the row numbers. All ``filters`` must hold for a respondent to
    count. ``wave`` is the name of the round of data collection.
    """

    questions: tuple[OpenColumn, ...]
    variables: tuple[VariableColumn, ...] = ()
    respondent: str | None = None
    filters: tuple[CountsFilter, ...] = ()
    weight: str | None = None
    wave: str = ""

    def used(self) -> Iterator[str]:
        """Every column with a use of its own, once for each such use.

        Gates and filters may share a column; so may "other, namely" among several answers and an open question.
        """
        yield from filter(None, (self.respondent, self.weight))
        opened = [question.column for question in self.questions]
        yield from opened
        for variable in self.variables:
            yield from (c for c in variable.columns if not (variable.parts and c in opened))

    def consulted(self) -> Iterator[str]:
        """Every column that gates and filters look at."""
        yield from (question.gate.column for question in self.questions if question.gate)
        yield from (condition.column for condition in self.filters)


def gate_on(gate: GateColumn, variable: Variable | VariableColumn) -> tuple[str, ...]:
    """The values of ``variable`` that a gate asks for, () when the gate is on another column.

    A mark in one column of several is the category of that column.
    """
    if not variable.parts:
        return gate.values if gate.column == variable.column else ()
    marked = dict(variable.parts)
    if gate.column not in marked:
        return ()
    if set(gate.values) <= set(marked.values()):
        return gate.values
    return (marked[gate.column],) if all(map(is_mark, gate.values)) else ()


def guess_mapping(table: RawTable) -> Mapping:
    """A mapping to start from, by ``coding.files.column_guess``. Gates become closed questions."""
    shown = table.labelled()
    guesses = guess_columns(table)
    roles = {ColumnRole.CLOSED, ColumnRole.SCALE, ColumnRole.BACKGROUND, ColumnRole.DATE}
    variables = (guess for guess in guesses if guess.role in roles or guess.several is not None)
    return Mapping(
        questions=tuple(_open(guess, shown) for guess in guesses if guess.role is ColumnRole.OPEN),
        variables=tuple(_variable(guess, shown) for guess in variables),
        respondent=next((guess.column for guess in guesses if guess.role is ColumnRole.RESPONDENT_ID), None),
        filters=tuple(CountsFilter(g.column, g.accepted) for g in guesses if g.role is ColumnRole.FILTER),
        weight=next((guess.column for guess in guesses if guess.role is ColumnRole.WEIGHT), None),
        wave=wave_name(table.name),
    )


def wave_name(file: str) -> str:
    """A name for the wave from the name of its file: the year in it, or the name without its ending."""
    stem = PurePath(file).stem
    year = _YEAR.search(stem)
    return year[0] if year else stem.replace("_", " ").strip() or stem


def _open(guess: ColumnGuess, table: RawTable) -> OpenColumn:
    gate = GateColumn(guess.gate.column, guess.gate.values, guess.gate.own_words) if guess.gate else None
    title = table.title(guess.column)
    language = language_of([title, *table.cells(guess.column)[:500]])
    return OpenColumn(guess.column, title, gate, language)


def _variable(guess: ColumnGuess, table: RawTable) -> VariableColumn:
    if guess.several is not None:
        return several_answers(guess.several, guess.column)
    if guess.role is ColumnRole.DATE:
        return VariableColumn(guess.column, label_of(table, guess.column), VariableRole.DATE)
    closed = guess.role in {ColumnRole.CLOSED, ColumnRole.SCALE} or bool(guess.gates)
    return VariableColumn(
        guess.column, label_of(table, guess.column), VariableRole.CLOSED if closed else VariableRole.BACKGROUND
    )


def label_of(table: RawTable, column: str) -> str:
    """What a closed question or background is called: its title, a program's name for it as people write it.

    "age_group" becomes "Age group": it stands above tables.
    """
    return _as_people_write(table.title(column))


def _as_people_write(title: str) -> str:
    words = title.replace("_", " ").strip()
    return words[:1].upper() + words[1:] if _PROGRAM_NAME.fullmatch(title) else title


def several_answers(guess: SeveralGuess, column: str) -> VariableColumn:
    """A question with several answers as it was guessed, in ``column`` when it has no columns of its own."""
    first = guess.parts[0][0] if guess.parts else column
    label = _as_people_write(guess.label)
    return VariableColumn(first, label, VariableRole.MULTIPLE, parts=guess.parts, separator=guess.separator)


def several_from(table: RawTable, columns: Sequence[str]) -> VariableColumn:
    """The question with several answers that the researcher says stands in ``columns`` (one or more), as guessed."""
    shown = table.labelled()
    profiles = [
        profile(name, table.title(name), table.position(name), shown.cells(name), labelled=False) for name in columns
    ]
    if len(columns) > 1:
        return several_answers(name_set(profiles), columns[0])
    separator = guess_separator(profiles[0], sounds_open=False) or SEPARATORS[0]
    return several_answers(SeveralGuess(table.title(columns[0]), separator=separator), columns[0])


def check(mapping: Mapping, table: RawTable) -> None:
    """Raises ImportRefused when ``mapping`` cannot be used with ``table``, naming the column or row that is wrong."""
    if not mapping.questions:
        raise ImportRefused("import_no_open_question", file=table.name)
    if not mapping.wave.strip():
        raise ImportRefused("import_no_wave_name", file=table.name)
    for column in (*mapping.used(), *mapping.consulted()):
        if column not in table.columns:
            raise ImportRefused("import_unknown_column", file=table.name, column=column)
    twice = [column for column, times in Counter(mapping.used()).items() if times > 1]
    if twice:
        raise ImportRefused("import_column_twice", file=table.name, column=twice[0])
    _check_gates(mapping)
    _check_ids(mapping, table)
    weights(mapping, table)
    if not any(counts(mapping, table)):
        raise ImportRefused("import_nobody_counts", file=table.name)


def _check_gates(mapping: Mapping) -> None:
    for question in mapping.questions:
        gate = question.gate
        if gate is None:
            continue
        if not gate.values:
            raise ImportRefused("import_gate_without_values", column=question.column, gate=gate.column)
        if gate.own_words != (gate.column == question.column):
            raise ImportRefused("import_gate_on_itself", column=question.column)
        if not gate.own_words and any(gate.column == other.column for other in mapping.questions):
            raise ImportRefused("import_gate_is_open", column=question.column, gate=gate.column)


def _check_ids(mapping: Mapping, table: RawTable) -> None:
    if mapping.respondent is None:
        return
    seen: dict[str, int] = {}
    for row, cell in zip(table.row_numbers, table.cells(mapping.respondent), strict=True):
        id_ = cell.strip()
        facts = {"file": table.name, "column": mapping.respondent, "row": row}
        if not id_:
            raise ImportRefused("import_id_missing", **facts)
        if id_ in seen:
            raise ImportRefused("import_id_twice", **facts, id=id_, first=seen[id_])
        seen[id_] = row


def weights(mapping: Mapping, table: RawTable) -> tuple[float, ...]:
    """The weight of each row, 1 without a weight column. Raises ImportRefused for one that is not a positive number."""
    if mapping.weight is None:
        return (1.0,) * len(table.rows)
    found = []
    for row, cell in zip(table.row_numbers, table.cells(mapping.weight), strict=True):
        value = number(cell)
        if value is None or not 0 < value < float("inf"):
            raise ImportRefused(
                "import_weight", file=table.name, column=mapping.weight, row=row, value=cell.strip()[:40]
            )
        found.append(value)
    return tuple(found)


def counts(mapping: Mapping, table: RawTable) -> tuple[bool, ...]:
    """For each row of ``table`` (with labels put in), whether all filters hold."""
    shown = table.labelled()
    columns = [(shown.cells(condition.column), set(condition.values)) for condition in mapping.filters]
    return tuple(all(cells[i].strip() in accepted for cells, accepted in columns) for i in range(len(table.rows)))
