"""Crosstabs: arguments or closed answers by a background variable, with intervals and tested differences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations
from string import ascii_uppercase

from coding.analysis.significance import difference_p, effective_base, holm, wilson
from coding.analysis.suppress import cells_to_hide
from coding.analysis.tabulate_population import population
from coding.analysis.tabulate_recoded import Person, closed_answers, people_in_base
from coding.domain.counted_list import Base, CountedList, RowKind
from coding.domain.crosstab import BaseFlag, Crosstab, CrosstabCell, CrosstabColumn, CrosstabOptions, CrosstabRow
from coding.domain.project import Project
from coding.domain.reading import Reading
from coding.domain.survey import Variable, Wave

_SMALL, _VERY_SMALL = 50, 30


@dataclass(frozen=True)
class _Row:
    """A row before it is divided over columns."""

    kind: RowKind
    name: str
    number: str
    level: int
    members: frozenset[str]


@dataclass(frozen=True)
class _Sample:
    """The people of one column: who they are, and their weights."""

    people: frozenset[str]
    weights: Mapping[str, float]

    def weight(self, of: Iterable[str]) -> float:
        return sum(self.weights[person] for person in of)

    @cached_property
    def total(self) -> float:
        """The weighted base."""
        return self.weight(self.people)

    @cached_property
    def worth(self) -> float:
        """The effective base."""
        return effective_base(self.weights[person] for person in self.people)


def crosstab(project: Project, counted: CountedList, variable: str, options: CrosstabOptions | None = None) -> Crosstab:
    """The arguments of a list by ``variable``, on the list's own base. Raises KeyError for an unknown variable.

    Shares are weighted; tests and intervals use the effective base. In each row all pairs of columns are tested,
    adjusted together (Holm), and a share that is significantly larger gets the letter of the other column.
    """
    return _arguments(project, counted, project.variables[variable], {}, options)


def crosstab_read(
    project: Project,
    counted: CountedList,
    reading: Reading,
    names: Sequence[str],
    options: CrosstabOptions | None = None,
) -> Crosstab:
    """The same by the sides of a closed question, called ``names``: agree, neutral, disagree."""
    asked = replace(project.variables[reading.variable], categories=tuple(names))
    column = {value: name for side, name in zip(reading.sides, names, strict=True) for value in side.values}
    return _arguments(project, counted, asked, column, options)


def _arguments(
    project: Project,
    counted: CountedList,
    asked: Variable,
    column: Mapping[str, str],
    options: CrosstabOptions | None,
) -> Crosstab:
    """``column`` names the columns of answers that do not have one of their own."""
    people = population(project, counted.question.id, counted.waves, counted.options)
    weights = {people.unit_of[key]: 1.0 if people.by_case else people.weight_of[key] for key in people.base_keys}
    groups: dict[str, set[str]] = {}
    for key in people.base_keys:
        value = project.respondent(key).values.get(asked.id, "").strip()
        groups.setdefault(column.get(value, value), set()).update(people.units((key,)))
    rows = [_Row(row.kind, row.name, row.number, row.level, people.units(row.members)) for row in counted.rows]
    title, base = counted.title, counted.base.definition
    table = _table(title, asked, base, rows, groups, weights, options, additive=False)
    return replace(table, cases=counted.cases.name) if counted.cases else table


def crosstab_closed(
    project: Project,
    closed: str,
    variable: str,
    waves: Iterable[Wave],
    options: CrosstabOptions | None = None,
    base: Base = Base.ANSWERED,
) -> Crosstab:
    """The answers to a closed question by ``variable``, of everyone in the base who was not excluded.

    ``base`` and answers "other" are as in ``tabulate_closed``.
    """
    chosen = tuple(waves)
    answers, asked = closed_answers(project, closed, chosen), project.variables[variable]
    weights: dict[str, float] = {}
    groups: dict[str, set[str]] = {}
    under: dict[str, set[str]] = {}
    people: list[Person] = [(w.id, p) for w in chosen for p in project.respondents(w.id) if not p.excluded]
    for wave, person in people_in_base(project, answers, people, base):
        name = f"{wave}\0{person.id}"
        for category in answers.of(wave, person):
            under.setdefault(category, set()).add(name)
        weights[name] = person.weight
        groups.setdefault(person.values.get(variable, "").strip(), set()).add(name)
    order = answers.categories({category: len(people) for category, people in under.items()})
    rows = [_Row(RowKind.CODE, category, "", 0, frozenset(under.get(category, ()))) for category in order]
    several = answers.variable.several
    one_each = not several and all(len(names) == 1 for names in answers.moved.values())
    label, on = answers.variable.label, base if several else Base.ANSWERED
    table = _table(label, asked, on, rows, groups, weights, options, additive=one_each)
    return replace(table, several=several)


def _table(
    title: str,
    variable: Variable,
    base: Base,
    rows: Sequence[_Row],
    groups: Mapping[str, set[str]],
    weights: Mapping[str, float],
    options: CrosstabOptions | None,
    *,
    additive: bool,
) -> Crosstab:
    options = options or CrosstabOptions()
    known = [category for category in variable.categories if category in groups]
    known += sorted(value for value in groups if value and value not in variable.categories)
    samples = [_Sample(frozenset(weights), weights)]
    samples += [_Sample(frozenset(groups[category]), weights) for category in known]
    columns = [_column("", "", samples[0])]
    columns += [_column(_letter(at), name, samples[at + 1]) for at, name in enumerate(known)]
    lines = [_row(row, samples, columns, options) for row in rows]
    if options.hide_below > 1:
        lost = frozenset(groups.get("", ())).difference(*(sample.people for sample in samples[1:]))
        lines = _protected(lines, columns, [len(row.members & lost) for row in rows], options.hide_below, additive)
    return Crosstab(
        title=title,
        variable=variable.id,
        label=variable.label,
        base=base,
        options=options,
        columns=tuple(columns),
        rows=tuple(lines),
        missing=len(groups.get("", ())),
        weighted=any(weight != 1.0 for weight in weights.values()),
    )


def _column(letter: str, category: str, sample: _Sample) -> CrosstabColumn:
    base = len(sample.people)
    flag = BaseFlag.VERY_SMALL if base < _VERY_SMALL else BaseFlag.SMALL if base < _SMALL else BaseFlag.ENOUGH
    return CrosstabColumn(letter, category, base, sample.total, sample.worth, flag)


def _row(
    row: _Row, samples: Sequence[_Sample], columns: Sequence[CrosstabColumn], options: CrosstabOptions
) -> CrosstabRow:
    letters = _letters(row, samples, columns, options)
    cells = []
    for at, sample in enumerate(samples):
        here = row.members & sample.people
        share = sample.weight(here) / sample.total if sample.people else 0.0
        limit = options.population if at == 0 else None  # the population of a subgroup is not known
        low, high = wilson(min(share, 1.0) * sample.worth, sample.worth, options.level, limit)
        shown = not 0 < len(here) < options.hide_below
        cells.append(CrosstabCell(len(here), share, low, high, letters[at], shown))
    return CrosstabRow(row.kind, row.name, row.number, row.level, tuple(cells))


def _protected(
    rows: Sequence[CrosstabRow], columns: Sequence[CrosstabColumn], missing: Sequence[int], least: int, additive: bool
) -> list[CrosstabRow]:
    """The rows without the cells of few people, and without others that would tell them."""
    counts = [[cell.count for cell in row.cells[1:]] for row in rows]
    bases = [column.base for column in columns[1:]]
    hidden = cells_to_hide(counts, bases, missing, least, _families(rows), additive=additive)
    return [
        replace(
            row,
            cells=(
                row.cells[0],
                *(replace(cell, shown=(at, column) not in hidden) for column, cell in enumerate(row.cells[1:])),
            ),
        )
        for at, row in enumerate(rows)
    ]


def _families(rows: Sequence[CrosstabRow]) -> list[tuple[int, tuple[int, ...]]]:
    """Each net with the rows right under it."""
    found = []
    for at, row in enumerate(rows):
        if row.kind is RowKind.NET:
            below = []
            for place in range(at + 1, len(rows)):
                if rows[place].level <= row.level:
                    break
                if rows[place].level == row.level + 1:
                    below.append(place)
            found.append((at, tuple(below)))
    return found


def _letters(
    row: _Row, samples: Sequence[_Sample], columns: Sequence[CrosstabColumn], options: CrosstabOptions
) -> list[str]:
    """Per column the letters of the columns whose share is significantly smaller."""
    shares = [s.weight(row.members & s.people) / s.total if s.people else 0.0 for s in samples]
    pairs = list(combinations(range(1, len(samples)), 2))
    p_values = holm(
        [
            difference_p(shares[a] * samples[a].worth, samples[a].worth, shares[b] * samples[b].worth, samples[b].worth)
            for a, b in pairs
        ]
    )
    found: list[list[str]] = [[] for _ in samples]
    for (a, b), p in zip(pairs, p_values, strict=True):
        if p < 1 - options.level:
            more, less = (a, b) if shares[a] > shares[b] else (b, a)
            found[more].append(columns[less].letter)
    return [" ".join(sorted(letters, key=lambda letter: (len(letter), letter))) for letters in found]


def _letter(at: int) -> str:
    """A, B, …, Z, AA, AB, …"""
    name = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, len(ascii_uppercase))
        name = ascii_uppercase[rest] + name
    return name
