"""Who is counted: the respondents of a list, by what became of their response."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from coding.analysis.significance import effective_base
from coding.domain.assignments import ResponseState
from coding.domain.counted_list import Base, ListOptions
from coding.domain.project import Project
from coding.domain.survey import ResponseKey, Wave

ANSWERED_STATES = frozenset({ResponseState.CODED, ResponseState.OTHER, ResponseState.NO_CODE, ResponseState.UNCODED})
_NEVER_ASKED = frozenset({ResponseState.NOT_ASKED, ResponseState.EXCLUDED})


@dataclass(frozen=True)
class Population:
    """The responses a list counts, and whom they stand for.

    ``unit_of`` gives the person or case behind a response, ``weight_of`` the person's weight. ``base_count`` counts
    persons or cases, ``base_weight`` is the sum of weights.
    """

    question: str
    answered: tuple[ResponseKey, ...]
    non_answers: tuple[ResponseKey, ...]
    base_keys: tuple[ResponseKey, ...]
    unit_of: dict[ResponseKey, str]
    weight_of: dict[ResponseKey, float]
    by_case: bool = False
    answered_set: frozenset[ResponseKey] = field(default=frozenset())

    def units(self, keys: Iterable[ResponseKey]) -> frozenset[str]:
        """The persons or cases that ``keys`` come from."""
        return frozenset(self.unit_of[key] for key in keys)

    def weight(self, keys: Iterable[ResponseKey]) -> float:
        """The sum of weights of the persons behind ``keys``; the number of cases if cases are counted."""
        distinct = dict.fromkeys(keys)
        return float(len(self.units(distinct))) if self.by_case else sum(self.weight_of[key] for key in distinct)

    @cached_property
    def base_count(self) -> int:
        """The size of the base."""
        return len(self.units(self.base_keys))

    @cached_property
    def base_weight(self) -> float:
        """The weighted size of the base."""
        return self.weight(self.base_keys)

    @cached_property
    def weighted(self) -> bool:
        """Whether weights make a difference: not when cases are counted."""
        return not self.by_case and any(weight != 1.0 for weight in self.weight_of.values())

    @cached_property
    def effective_base(self) -> float:
        """How many unweighted respondents the base is worth."""
        if self.by_case:
            return float(self.base_count)
        return effective_base(self.weight_of[key] for key in self.base_keys)

    def share(self, keys: Iterable[ResponseKey]) -> float:
        """The share of the base that ``keys`` stand for, 0 for an empty base."""
        return len(self.units(keys)) / self.base_count if self.base_count else 0.0

    def weighted_share(self, keys: Iterable[ResponseKey]) -> float:
        """The weighted share of the base that ``keys`` stand for, 0 for an empty base."""
        return self.weight(keys) / self.base_weight if self.base_weight else 0.0


def population(project: Project, question: str, waves: Iterable[Wave], options: ListOptions) -> Population:
    """The population of a list over ``waves``. Raises KeyError when the unit is no variable of the project."""
    if options.unit is not None and options.unit not in project.variables:
        raise KeyError(options.unit)
    chosen = {wave.id for wave in waves}
    states = {key: project.state(key) for key in project.responses(question) if key.wave in chosen}
    answered = tuple(key for key, state in states.items() if state in ANSWERED_STATES)
    non_answers = tuple(key for key, state in states.items() if state is ResponseState.NON_ANSWER)
    if options.base is Base.ASKED:
        base = tuple(key for key, state in states.items() if state not in _NEVER_ASKED)
    else:
        base = answered + (non_answers if options.non_answers else ())
    counted = answered + (non_answers if options.non_answers else ())
    return Population(
        question=question,
        answered=counted,
        non_answers=non_answers,
        base_keys=base,
        unit_of={key: _unit(project, key, options.unit) for key in states},
        weight_of={key: project.respondent(key).weight for key in states},
        by_case=options.unit is not None,
        answered_set=frozenset(counted),
    )


def _unit(project: Project, key: ResponseKey, variable: str | None) -> str:
    """A name for the person or case behind a response; a person without a case is a case alone."""
    value = project.respondent(key).values.get(variable, "") if variable is not None else ""
    return f"case\0{value}" if value else f"person\0{key.wave}\0{key.respondent}"
