"""A further survey file beside what the project knows: which column is which question or variable, proposed.

Use: ``match = match_columns(project, table)``; show it and let the researcher change it (``with_column``,
``with_category``); ``mapping_of(project, match)`` is the mapping to import with. What was confirmed is remembered on
the questions and variables themselves (``aliases``, ``renamed``), so that the next file needs no confirming.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from pathlib import PurePath
from typing import Final

from coding.domain.answers import normalise
from coding.domain.project import Project
from coding.domain.survey import Question, Variable, VariableRole
from coding.files.column_profile import number
from coding.files.raw_table import RawTable
from coding.files.several import choices
from coding.services.mapping import GateColumn, Mapping, OpenColumn, VariableColumn, guess_mapping
from coding.texts.catalogue import Language

_LEAST_ALIKE: Final = 0.55
_LEAST_ALIKE_CATEGORY: Final = 0.4
_MOST_CATEGORIES: Final = 60
"""A variable with more different values (a postcode, a year of birth) has no categories to be renamed."""


class How(StrEnum):
    """Why a column is taken for a known question or variable."""

    SAME = "same"
    REMEMBERED = "remembered"
    ALIKE = "alike"
    CHOSEN = "chosen"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class CategoryMatch:
    """A category of the file that the project does not have; ``known`` is what it stands for, "" for a new category."""

    found: str
    known: str
    score: float


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """A known question or variable and the column of the file that goes with it, None for none. ``score`` is 0–1."""

    known: str
    label: str
    is_question: bool
    column: str | None
    how: How
    score: float
    categories: tuple[CategoryMatch, ...] = ()

    @property
    def to_confirm(self) -> bool:
        """Whether somebody should look at this: another heading, or categories that are called otherwise."""
        return self.how is How.ALIKE or any(category.known for category in self.categories)


@dataclass(frozen=True, slots=True)
class WaveMatch:
    """A file matched with a project. ``guess`` is what the file looks like on its own; ``new`` columns come in too."""

    table: RawTable
    guess: Mapping
    columns: tuple[ColumnMatch, ...]
    new: tuple[str, ...]

    @property
    def to_confirm(self) -> tuple[ColumnMatch, ...]:
        """What somebody should look at before the file is read in."""
        return tuple(match for match in self.columns if match.to_confirm)

    def of(self, known: str) -> ColumnMatch:
        """The match of a question or variable. Raises KeyError when the project has none of that id."""
        for match in self.columns:
            if match.known == known:
                return match
        raise KeyError(known)


def match_columns(project: Project, table: RawTable) -> WaveMatch:
    """Propose which column of ``table`` is which question or variable of ``project``.

    A heading that is known, now or from an earlier wave, decides. What is left is paired by how alike heading and
    contents are, the likest first, each column once.
    """
    guess = guess_mapping(table)
    if guess.wave in {wave.name for wave in project.waves.values()}:
        guess = replace(guess, wave=PurePath(table.name).stem.replace("_", " "))
    known: list[Question | Variable] = [*project.questions_in_order(), *_variables(project)]
    taken = {guess.respondent, guess.weight} - {None}
    found: dict[str, ColumnMatch] = {}
    for item in known:
        same, how = _by_heading(item, table, taken)
        if same is not None:
            taken.update((same, *_columns_of(item, table)))
            found[item.id] = ColumnMatch(item.id, _label(item), isinstance(item, Question), same, how, 1.0)
    left = [item for item in known if item.id not in found]
    free = [column for column in table.columns if column not in taken]
    pairs = sorted((-_alike(item, column, table, guess), at, column) for at, item in enumerate(left) for column in free)
    for negative, at, column in pairs:
        item = left[at]
        if -negative < _LEAST_ALIKE or item.id in found or column in taken:
            continue
        taken.add(column)
        found[item.id] = ColumnMatch(item.id, _label(item), isinstance(item, Question), column, How.ALIKE, -negative)
    absent = (ColumnMatch(i.id, _label(i), isinstance(i, Question), None, How.ABSENT, 0.0) for i in known)
    matches = tuple(_with_categories(project, table, guess, found.get(match.known, match)) for match in absent)
    return _with_new(project, WaveMatch(table, guess, matches, ()))


def _with_new(project: Project, match: WaveMatch) -> WaveMatch:
    """The match with the columns that hold something and were not matched."""
    guess, table = match.guess, match.table
    taken = {guess.respondent, guess.weight}
    for one in match.columns:
        if one.column is not None:
            item = project.questions[one.known] if one.is_question else project.variables[one.known]
            taken.update((one.column, *_columns_of(item, table)))
    own = {q.column for q in guess.questions} | {v.column for v in guess.variables}
    return replace(match, new=tuple(name for name in table.columns if name in own and name not in taken))


def with_column(project: Project, match: WaveMatch, known: str, column: str | None) -> WaveMatch:
    """The match with another column for a question or variable; whatever had that column has none then."""
    changed = []
    for one in match.columns:
        if one.known == known:
            how = How.ABSENT if column is None else How.CHOSEN
            fresh = replace(one, column=column, how=how, score=float(column is not None), categories=())
            changed.append(_with_categories(project, match.table, match.guess, fresh))
        elif column is not None and one.column == column:
            changed.append(replace(one, column=None, how=How.ABSENT, score=0.0, categories=()))
        else:
            changed.append(one)
    return _with_new(project, replace(match, columns=tuple(changed)))


def with_category(match: WaveMatch, known: str, found: str, stands_for: str) -> WaveMatch:
    """The match with a category of the file standing for a known one, or for itself ("")."""
    one = match.of(known)
    categories = tuple(replace(c, known=stands_for) if c.found == found else c for c in one.categories)
    changed = replace(one, categories=categories)
    return replace(match, columns=tuple(changed if c.known == known else c for c in match.columns))


def with_own(project: Project, match: WaveMatch, respondent: str | None, weight: str | None) -> WaveMatch:
    """The match with other columns for the ids and the weights; None for ids from the row numbers, and no weights."""
    changed = replace(match.guess, respondent=respondent, weight=weight)
    return _with_new(project, replace(match, guess=changed))


def mapping_of(project: Project, match: WaveMatch, wave: str = "") -> Mapping:
    """The mapping that imports the file as it was matched; ``wave`` names the wave, by default as the file does."""
    at = {one.known: one.column for one in match.columns}
    guessed = {column.column: column for column in match.guess.questions}
    questions = [
        _open_column(project, project.questions[one.known], one.column, at)
        for one in match.columns
        if one.is_question and one.column is not None
    ]
    variables = [
        _variable_column(project.variables[one.known], one, match.table, match.guess)
        for one in match.columns
        if not one.is_question and one.column is not None and one.column not in {q.column for q in questions}
    ]
    return replace(
        match.guess,
        questions=(*questions, *(guessed[column] for column in match.new if column in guessed)),
        variables=(*variables, *(column for column in match.guess.variables if column.column in match.new)),
        wave=wave.strip() or match.guess.wave,
    )


def _variables(project: Project) -> list[Variable]:
    """Variables in order; those that are read out of an open question's own words come with that question."""
    own = {question.column for question in project.questions.values()}
    return sorted((v for v in project.variables.values() if v.column not in own), key=lambda v: (v.position, v.id))


def _label(item: Question | Variable) -> str:
    return item.text if isinstance(item, Question) else item.label


def _columns_of(item: Question | Variable, table: RawTable) -> tuple[str, ...]:
    """The columns of a question with several answers that the file has, () for anything else."""
    return () if isinstance(item, Question) else tuple(name for name, _ in item.parts if name in table.columns)


def _by_heading(item: Question | Variable, table: RawTable, taken: set[str | None]) -> tuple[str | None, How]:
    for column in table.columns:
        if column not in taken and item.column in (column, table.title(column)):
            return column, How.SAME
    for column in _columns_of(item, table):
        if column not in taken:
            return column, How.SAME
    for column in table.columns:
        if column not in taken and (column in item.aliases or table.title(column) in item.aliases):
            return column, How.REMEMBERED
    return None, How.ABSENT


def _alike(item: Question | Variable, column: str, table: RawTable, guess: Mapping) -> float:
    """How much a column looks like a known question or variable, 0–1: its heading and what stands in it."""
    names = {item.column, _label(item), *item.aliases}
    heading = max(likeness(name, title) for name in names for title in (column, table.title(column)))
    if isinstance(item, Question):
        contents = float(any(open_.column == column for open_ in guess.questions))
        return round(heading * (0.6 + 0.4 * contents), 4)
    guessed = next((v for v in guess.variables if v.column == column), None)
    special = {VariableRole.DATE, VariableRole.MULTIPLE}
    if guessed is None or (guessed.role != item.role and {guessed.role, item.role} & special):
        return 0.0
    if item.role is VariableRole.DATE:
        return round(0.6 + 0.4 * heading, 4)
    values = _values(table, guessed)
    shared = len(values & set(item.categories)) / max(1, min(len(values), len(item.categories)))
    return round(0.55 * heading + 0.45 * shared, 4)


def likeness(first: str, second: str) -> float:
    """How alike two short texts are, 0–1: the better of matching runs of letters and shared three-letter pieces.

    The pieces make up for another order of words ("Zorg- of welzijnsorganisatie", "Organisatie voor zorg of welzijn").
    """
    a, b = normalise(first), normalise(second)
    runs = SequenceMatcher(None, a, b, autojunk=False).ratio()
    one, other = _trigrams(a), _trigrams(b)
    pieces = 2 * len(one & other) / max(1, len(one) + len(other))
    return max(runs, pieces)


def _trigrams(text: str) -> set[str]:
    letters = "".join(char if char.isalnum() else " " for char in text)
    return {word[i : i + 3] for word in letters.split() for i in range(max(1, len(word) - 2))}


def _with_categories(project: Project, table: RawTable, guess: Mapping, match: ColumnMatch) -> ColumnMatch:
    """Categories of the file that the variable does not have, each with the known one it seems to be."""
    if match.is_question or match.column is None:
        return match
    variable = project.variables[match.known]
    values, remembered = _values(table, _variable_column(variable, match, table, guess)), dict(variable.renamed)
    if variable.role is VariableRole.DATE or not _named(variable.categories) or len(values) > _MOST_CATEGORIES:
        return match
    unknown = sorted(values - set(variable.categories) - remembered.keys())
    unseen = [c for c in variable.categories if c not in values and c not in remembered.values()]
    return replace(match, categories=tuple(_paired(unknown, unseen)))


def _paired(unknown: list[str], unseen: list[str]) -> Iterator[CategoryMatch]:
    pairs = sorted((-likeness(new, old), new, old) for new in unknown for old in unseen)
    known: dict[str, tuple[str, float]] = {}
    used: set[str] = set()
    for negative, new, old in pairs:
        if -negative >= _LEAST_ALIKE_CATEGORY and new not in known and old not in used:
            known[new] = (old, round(-negative, 4))
            used.add(old)
    for new in unknown:
        yield CategoryMatch(new, *known.get(new, ("", 0.0)))


def _values(table: RawTable, variable: VariableColumn) -> set[str]:
    shown = table.labelled()
    if variable.role is VariableRole.MULTIPLE:
        rows = choices(shown, variable.column, variable.parts, variable.separator)
        return {category for row in rows for category in row}
    return {cell.strip() for cell in shown.cells(variable.column)} - {""}


def _named(categories: Iterable[str]) -> bool:
    """Whether there are categories and they are words; numbers are not renamed."""
    kept = list(categories)
    return 0 < len(kept) <= _MOST_CATEGORIES and any(number(category) is None for category in kept)


def _open_column(project: Project, question: Question, column: str, at: dict[str, str | None]) -> OpenColumn:
    gate = None
    if question.gate is not None:
        variable = project.variables[question.gate.variable]
        own_words = variable.column == question.column
        where = column if own_words else at.get(variable.id)
        gate = GateColumn(where, question.gate.values, own_words) if where is not None else None
    language: Language = "en" if question.language == "en" else "nl"
    return OpenColumn(column, question.text, gate, language, question.id, question.everyone)


def _variable_column(variable: Variable, match: ColumnMatch, table: RawTable, guess: Mapping) -> VariableColumn:
    renamed = (*variable.renamed, *((c.found, c.known) for c in match.categories if c.known))
    column = match.column or ""
    plain = VariableColumn(column, variable.label, variable.role, variable.id, renamed)
    if not variable.several:
        return plain
    here = next((one for one in guess.variables if one.parts and column in one.columns), None)
    new = dict(here.parts) if here else {}
    parts = new | {name: category for name, category in variable.parts if name in table.columns}
    if column in parts:
        return replace(plain, parts=tuple((name, parts[name]) for name in table.columns if name in parts))
    found = next((one.separator for one in guess.variables if one.column == column), "")
    return replace(plain, separator=found or variable.separator)
