"""Counts the answers to a closed question."""

from __future__ import annotations

from collections.abc import Iterable

from coding.analysis.tabulate_recoded import ClosedAnswers, Person, closed_answers, people_in_base
from coding.domain.counted_list import Base, CategoryCount, ClosedTable
from coding.domain.project import Project
from coding.domain.survey import Respondent, Wave


def tabulate_closed(
    project: Project,
    variable: str,
    waves: Iterable[Wave] | None = None,
    gate_values: tuple[str, ...] = (),
    *,
    recode: bool = True,
    everyone: bool = False,
    base: Base = Base.ANSWERED,
) -> ClosedTable:
    """Counts and shares per category, in the order of the questionnaire; categories nobody chose are listed with 0.

    Everyone is counted who was not excluded; with ``everyone`` also who was. ``base`` is for questions with several
    answers; see ``people_in_base``. Answers "other" that were explained and coded count under what they say (unless not
    ``recode``); who says several things counts under each, so that shares may add up to more than one. Raises KeyError
    for an unknown variable.
    """
    asked = project.variables[variable]
    chosen = project.waves_in_order() if waves is None else tuple(waves)
    answers = closed_answers(project, variable, chosen) if recode else ClosedAnswers(asked)
    people: list[Person] = [
        (wave.id, person)
        for wave in chosen
        for person in project.respondents(wave.id)
        if everyone or not person.excluded
    ]
    under: dict[str, list[Respondent]] = {}
    for wave, person in people:
        for category in answers.of(wave, person):
            under.setdefault(category, []).append(person)
    counted = [person for _, person in people_in_base(project, answers, people, base)]
    weight = _weight(counted)
    lines = []
    for category in answers.categories({name: len(here) for name, here in under.items()}):
        here = under.get(category, [])
        share = len(here) / len(counted) if counted else 0.0
        lines.append(CategoryCount(category, len(here), share, _weight(here) / weight if weight else 0.0))
    told = answers.told(people)
    passed = [person for wave, person in people if not set(answers.of(wave, person)).isdisjoint(gate_values)]
    gate_share = _weight(passed) / weight if weight else 0.0
    return ClosedTable(
        variable=variable,
        label=asked.label,
        n=len(counted),
        categories=tuple(lines),
        gate_values=gate_values,
        recoded=told,
        gate_share=gate_share,
        several=asked.several,
        base=base if asked.several else Base.ANSWERED,
        weighted=any(person.weight != 1.0 for person in counted),
    )


def gate_table(
    project: Project, question: str, waves: Iterable[Wave], base: Base = Base.ANSWERED
) -> ClosedTable | None:
    """The closed question before ``question`` as it was answered, None if it has none: it tells who was asked."""
    asked = project.questions[question]
    gate = asked.gate
    if gate is None or gate.variable not in project.variables:
        return None
    return tabulate_closed(project, gate.variable, waves, gate.values, recode=False, everyone=asked.everyone, base=base)


def _weight(people: Iterable[Respondent]) -> float:
    return sum(person.weight for person in people)
