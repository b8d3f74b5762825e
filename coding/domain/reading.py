"""Reading an open question by the answers to a closed one: those who agree, are neutral, disagree."""

from __future__ import annotations

from dataclasses import dataclass

from coding.domain.positions import Position, positions_in
from coding.domain.project import Project
from coding.domain.survey import ResponseKey


@dataclass(frozen=True, slots=True)
class Side:
    """Respondents who are read together: those with one of ``values``. ``position`` None: one answer by itself."""

    position: Position | None
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The closed question that an open one is read by, and its sides in the order of print."""

    variable: str
    label: str
    sides: tuple[Side, ...]


def reading_of(project: Project, question: str) -> Reading | None:
    """How a question is read; None when no closed question was chosen for it.

    An agreement scale has at most three sides, and one for each answer that is on none ("weet niet"); any other closed
    question has a side per answer.
    """
    variable = project.variables.get(project.questions[question].read_by)
    if variable is None or not variable.divides:
        return None
    together = positions_in(variable.categories)
    placed = {value for values in together.values() for value in values}
    sides = [Side(position, values) for position, values in together.items()]
    sides += [Side(None, (value,)) for value in variable.categories if value not in placed]
    return Reading(variable.id, variable.label, tuple(sides))


def keys_of(project: Project, question: str, reading: Reading, side: Side) -> frozenset[ResponseKey]:
    """The responses of respondents on a side."""
    return frozenset(
        key
        for key in project.responses(question)
        if project.respondent(key).values.get(reading.variable, "").strip() in side.values
    )
