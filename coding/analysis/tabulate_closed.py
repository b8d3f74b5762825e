"""Counts the answers to a closed question."""

from __future__ import annotations

from collections.abc import Iterable

from coding.domain.counted_list import CategoryCount, ClosedTable
from coding.domain.project import Project
from coding.domain.survey import Respondent, Wave


def tabulate_closed(
    project: Project, variable: str, waves: Iterable[Wave] | None = None, gate_values: tuple[str, ...] = ()
) -> ClosedTable:
    """Counts and shares per category, in the order of the questionnaire; categories nobody chose are listed with 0.

    The base is everyone who answered the closed question and was not excluded. Raises KeyError for an unknown
    variable.
    """
    asked = project.variables[variable]
    chosen = project.waves_in_order() if waves is None else tuple(waves)
    people = [person for wave in chosen for person in project.respondents(wave.id) if not person.excluded]
    answered = [person for person in people if person.values.get(variable, "").strip()]
    found = dict.fromkeys((*asked.categories, *sorted({_value(person, variable) for person in answered})))
    weight = sum(person.weight for person in answered)
    lines = []
    for category in found:
        here = [person for person in answered if _value(person, variable) == category]
        share = len(here) / len(answered) if answered else 0.0
        lines.append(CategoryCount(category, len(here), share, _weight(here) / weight if weight else 0.0))
    return ClosedTable(variable, asked.label, len(answered), tuple(lines), gate_values)


def gate_table(project: Project, question: str, waves: Iterable[Wave]) -> ClosedTable | None:
    """The closed question before ``question``, None if it has none."""
    gate = project.questions[question].gate
    if gate is None or gate.variable not in project.variables:
        return None
    return tabulate_closed(project, gate.variable, waves, gate.values)


def _value(person: Respondent, variable: str) -> str:
    return person.values.get(variable, "").strip()


def _weight(people: Iterable[Respondent]) -> float:
    return sum(person.weight for person in people)
