"""Offering to let the explanations of "other" count among the answers to the closed question."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coding.domain.project import Project
from coding.domain.survey import Gate, Variable, VariableRole
from coding.services.counting_in import count_apart, count_in, counted_in, guess_counts_in, other_values
from tests.projects import run
from tests.unit.test_recoded import GATE, survey


def without_gate(project: Project) -> Project:
    asked = replace(project.questions["q"], gate=None)
    return replace(project, questions={"q": asked})


def test_the_gate_tells_what_is_explained() -> None:
    assert guess_counts_in(survey(), "q") == GATE


def test_a_gate_on_yes_is_no_explanation_of_other() -> None:
    project = survey()
    asked = replace(project.questions["q"], gate=Gate("soort", ("Gemeente",)))
    assert guess_counts_in(replace(project, questions={"q": asked}), "q") is None


def test_without_a_gate_those_who_answered_tell() -> None:
    project = without_gate(survey())
    assert guess_counts_in(project, "q") == GATE
    kind = replace(project.variables["soort"], categories=("Gemeente", "Ministerie", "Elders"))
    assert guess_counts_in(replace(project, variables={**project.variables, "soort": kind}), "q") is None


@pytest.mark.parametrize(
    "name", ["Anders", "anders, namelijk:", "Anders (geef aan)", "Overige", "Other", "Iets anders"]
)
def test_other_is_known_by_its_words(name: str) -> None:
    assert other_values(Variable("v", "V", "v", VariableRole.CLOSED, ("Gemeente", name))) == (name,)


@pytest.mark.parametrize("name", ["Andersom", "Gemeente", "Andernach", "Otherwise"])
def test_what_is_not_other(name: str) -> None:
    assert other_values(Variable("v", "V", "v", VariableRole.CLOSED, (name,))) == ()


def test_it_is_one_step_with_the_answers_ready_as_codes() -> None:
    project = survey()
    assert counted_in(project, "q") is None
    after = run(project, count_in(project, "q", GATE))
    assert after.revision == project.revision + 1
    assert after.questions["q"].counts_in == GATE
    names = {code.name for code in after.coding_of("q").codes.values()}
    assert names == {"Adviesbureau", "gemeente", "Ministerie"}  # "gemeente" was there in its own spelling
    told = counted_in(after, "q")
    assert told is not None
    assert (told.before, told.recoded) == (6, 4)
    back = run(after, count_apart(after, "q"))
    assert counted_in(back, "q") is None
