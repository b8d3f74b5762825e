"""The answer "other" of a closed question: the codes that explain it may count among its answers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from coding.analysis.tabulate_closed import tabulate_closed
from coding.domain.codebook import Code, CodeStatus
from coding.domain.commands import ChangeQuestion, Together
from coding.domain.commands_waves import UseCodebook
from coding.domain.counted_list import Recoded
from coding.domain.project import Project
from coding.domain.survey import Gate, Intake, Variable, VariableRole
from coding.services.review_actions import new_id

_OTHER: Final = re.compile(
    r"\W*(?:anders?|overige?n?|iets anders|een andere?|other|something else|another)\b", re.IGNORECASE
)
_NEARLY_ALL: Final = 0.9  # share of those who explained that must have answered "other"
_FEWEST: Final = 3  # explanations from which that means something


def other_values(variable: Variable) -> tuple[str, ...]:
    """The answers to a closed question that mean "other"."""
    return tuple(category for category in variable.categories if _OTHER.match(category))


def closed_questions(project: Project) -> tuple[Variable, ...]:
    """The closed questions, and background with few answers, in the order of the questionnaire."""
    ordered = sorted(project.variables.values(), key=lambda variable: (variable.position, variable.id))
    return tuple(one for one in ordered if one.role is not VariableRole.DATE and one.categories)


def guess_counts_in(project: Project, question: str) -> Gate | None:
    """The closed question whose answer "other" an open one seems to explain: by its gate, or by who answered."""
    gate = project.questions[question].gate
    if gate is not None and gate.variable in project.variables:
        other = other_values(project.variables[gate.variable])
        return gate if other and set(gate.values) <= set(other) else None
    said = [r.key for r in project.responses(question).values() if r.intake is Intake.ANSWER]
    if len(said) < _FEWEST:
        return None
    for variable in closed_questions(project):
        other = other_values(variable)
        given = sum(not set(other).isdisjoint(variable.answers_of(project.respondent(key))) for key in said)
        if other and given >= _NEARLY_ALL * len(said):
            return Gate(variable.id, other)
    return None


def count_in(project: Project, question: str, closed: Gate) -> Together:
    """Let the codes count among the answers to ``closed``, with those answers ready as codes, in one step."""
    asked, variable = project.questions[question], project.variables[closed.variable]
    have = {
        code.name.casefold()
        for code in project.coding_of(question).codes.values()
        if code.status is not CodeStatus.RETIRED
    }
    wanted = (name for name in variable.categories if name not in closed.values and name.casefold() not in have)
    codes = tuple(Code(new_id(), name) for name in wanted if not _OTHER.match(name))
    changes = (ChangeQuestion(replace(asked, counts_in=closed)), UseCodebook(question, codes, variable.label))
    return Together(question, "count_in", changes, {"name": variable.label})


def count_apart(project: Project, question: str) -> Together:
    """Let the codes count in their own list alone; codes that were made stay."""
    asked = project.questions[question]
    closed = asked.counts_in
    label = project.variables[closed.variable].label if closed and closed.variable in project.variables else ""
    return Together(question, "count_apart", (ChangeQuestion(replace(asked, counts_in=None)),), {"name": label})


def counted_in(project: Project, question: str) -> Recoded | None:
    """What became of the answers "other"; None when the question counts apart."""
    closed = project.questions[question].counts_in
    if closed is None or closed.variable not in project.variables:
        return None
    return tabulate_closed(project, closed.variable).recoded
