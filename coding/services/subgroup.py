"""A project as if only some respondents had taken part: those with a certain answer to a closed question."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from coding.domain.project import Project, QuestionCoding
from coding.domain.survey import Batch, ResponseKey

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Only:
    """Which respondents are read: those who stand under one of ``values`` of ``variable`` (an id)."""

    variable: str
    values: tuple[str, ...]


def subgroup(project: Project, only: Only) -> Project:
    """``project`` with the respondents of ``only`` and what they said, so that everything counts them alone.

    Sentences that somebody wrote about all respondents are left out. Raises KeyError for an unknown variable.
    """
    asked, wanted = project.variables[only.variable], set(only.values)
    batches: dict[str, Batch] = {}
    kept: set[tuple[str, str]] = set()
    for wave in project.waves_in_order():
        whole = project.batches[wave.batch]
        people = tuple(p for p in whole.respondents if not wanted.isdisjoint(asked.answers_of(p)))
        names = {person.id for person in people}
        kept.update((wave.id, name) for name in names)
        said = tuple(response for response in whole.responses if response.key.respondent in names)
        batches[wave.batch] = Batch(whole.id, people, said)
    coding = {question: _only(one, kept) for question, one in project.coding.items()}
    return replace(project, batches=batches, coding=coding, sentences={})


def _only(coding: QuestionCoding, kept: Collection[tuple[str, str]]) -> QuestionCoding:
    def of(values: Mapping[ResponseKey, Value]) -> dict[ResponseKey, Value]:
        return {key: value for key, value in values.items() if (key.wave, key.respondent) in kept}

    def here(key: ResponseKey) -> bool:
        return (key.wave, key.respondent) in kept

    return replace(
        coding,
        decisions=of(coding.decisions),
        suggestions=of(coding.suggestions),
        detached=of(coding.detached),
        independent=of(coding.independent),
        checks=of(coding.checks),
        quotes={code: tuple(q for q in quotes if here(q.response)) for code, quotes in coding.quotes.items()},
        samples={
            name: replace(sample, responses=tuple(key for key in sample.responses if here(key)))
            for name, sample in coding.samples.items()
        },
    )
