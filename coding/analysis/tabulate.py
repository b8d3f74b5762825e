"""Counts decisions: from a project to the counted argument list of one question.

Counts are of respondents. A respondent counts once in a row, however many of the answer's segments carry the code and
however many codes of a net it has. Several waves together count a person once per wave: respondent ids of two waves
need not mean the same people.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from coding.analysis.tabulate_closed import gate_table
from coding.analysis.tabulate_population import Population, population
from coding.analysis.tabulate_quotes import loose_quotes, place_quotes
from coding.analysis.tabulate_tree import counted_rows
from coding.domain.answers import AnswerKind, kind_of, non_answer_label
from coding.domain.assignments import ResponseState
from coding.domain.codebook import QuoteCandidate
from coding.domain.counted_list import (
    BaseSize,
    Cases,
    CountedList,
    LedgerLine,
    ListOptions,
    NonAnswerLine,
)
from coding.domain.project import Project
from coding.domain.survey import Wave

Candidates = Mapping[str, tuple[QuoteCandidate, ...]]
"""Per code or cluster the passages that the machine proposes as quotes, best first."""


def tabulate(
    project: Project,
    question: str,
    *,
    options: ListOptions | None = None,
    other_name: str = "Overig",
    candidates: Candidates | None = None,
) -> CountedList:
    """The counted list of ``question``.

    Rows are ordered by count (proposals added if they are included), ties by name, ``other_name`` last. Codes under the
    threshold are part of it; under a listed net they are part of that net alone. A respondent's answer is printed at
    most once, under the first row that has it, people's picks before the machine's ``candidates``.

    Raises KeyError for an unknown question, wave or unit.
    """
    options = options or ListOptions()
    asked = project.questions[question]
    waves = _waves(project, options)
    people = population(project, question, waves, options)
    cases = None
    if options.unit is not None:
        cases = Cases(people.base_count, options.unit_name.strip() or project.variables[options.unit].label)
    rows = () if asked.quotes_only else counted_rows(project, people, options, other_name)
    rows = tuple(replace(row, cases=cases) for row in rows) if cases else rows
    placed = place_quotes(project, question, rows, options, candidates or {})
    return CountedList(
        question=asked,
        options=options,
        waves=waves,
        n=len(people.units(people.answered)),
        base=BaseSize(options.base, people.base_count, people.base_weight, people.weighted),
        rows=placed.rows,
        non_answers=_non_answers(project, people) if options.non_answers else (),
        ledger=tuple(_ledger_line(project, question, wave) for wave in waves),
        gate=gate_table(project, question, waves, options.base),
        left_out=placed.left_out,
        loose_quotes=loose_quotes(project, people.answered, question) if asked.quotes_only else (),
        cases=cases,
    )


def per_wave(
    project: Project,
    question: str,
    *,
    options: ListOptions | None = None,
    other_name: str = "Overig",
    candidates: Candidates | None = None,
) -> tuple[CountedList, ...]:
    """The same list for each chosen wave apart."""
    options = options or ListOptions()
    waves = _waves(project, options)
    lists = (
        tabulate(
            project,
            question,
            options=replace(options, waves=(wave.id,)),
            other_name=other_name,
            candidates=candidates,
        )
        for wave in waves
    )
    return tuple(replace(counted, apart=len(waves) > 1) for counted in lists)


def _waves(project: Project, options: ListOptions) -> tuple[Wave, ...]:
    if options.waves is None:
        return project.waves_in_order()
    chosen = {project.waves[wave].id for wave in options.waves}
    return tuple(wave for wave in project.waves_in_order() if wave.id in chosen)


def _non_answers(project: Project, people: Population) -> tuple[NonAnswerLine, ...]:
    by_label: dict[str, set[str]] = {}
    for key in people.non_answers:
        verbatim = project.responses(key.question)[key].verbatim
        extra = project.questions[key.question].non_answers
        known = kind_of(verbatim, extra) is AnswerKind.NON_ANSWER
        label = non_answer_label(verbatim, extra) if known else verbatim.strip()
        by_label.setdefault(label, set()).update(people.units((key,)))
    lines = (
        NonAnswerLine(label, len(who), len(who) / people.base_count if people.base_count else 0.0)
        for label, who in by_label.items()
    )
    return tuple(sorted(lines, key=lambda line: (-line.respondent_count, line.label.casefold())))


def _ledger_line(project: Project, question: str, wave: Wave) -> LedgerLine:
    counts = dict.fromkeys(ResponseState, 0)
    for key in project.responses(question):
        if key.wave == wave.id:
            counts[project.state(key)] += 1
    missing = len(project.respondents(wave.id)) - sum(counts.values())
    counts[ResponseState.NOT_ASKED] += missing  # a wave without this question asked it of nobody
    return LedgerLine(wave.id, wave.name, counts, len(project.respondents(wave.id)))
