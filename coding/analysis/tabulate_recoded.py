"""Answers "other" to a closed question, counted under what their explanation says ("Anders, namelijk: …")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from coding.domain.codebook import PSEUDO_CODES
from coding.domain.counted_list import Base, Recoded
from coding.domain.project import Project
from coding.domain.survey import SAID_NO, Question, Respondent, ResponseKey, Variable, Wave

Person = tuple[str, Respondent]
"""A respondent with the wave."""


@dataclass(frozen=True, slots=True)
class ClosedAnswers:
    """Which answers to a closed question each respondent counts under.

    ``moved`` holds those who answered "other" and were recoded: (wave, respondent) to categories, those of the
    questionnaire where a code has the name of one, behind the other answers of a question with several.
    ``explained_by`` is the open question that decides it, None if there is none.
    """

    variable: Variable
    explained_by: Question | None = None
    moved: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def key(self) -> tuple[object, ...]:
        """The same for the same answers, to remember results by."""
        return (self.variable, self.explained_by, tuple(sorted(self.moved.items())))

    def of(self, wave: str, person: Respondent) -> tuple[str, ...]:
        """The categories that a respondent counts under; none if the question was not answered."""
        given = self.variable.answers_of(person)
        return self.moved.get((wave, person.id), given) if given else ()

    def categories(self, found: Mapping[str, int]) -> tuple[str, ...]:
        """The categories in the order of print, for ``found`` categories with their numbers of respondents.

        Those of the questionnaire come first, then new ones, largest first, and "other" after those.
        """
        known = self.variable.categories
        other = self.explained_by.counts_in.values if self.explained_by and self.explained_by.counts_in else ()
        named = {name for names in self.moved.values() for name in names} - set(known)
        stray = sorted(set(found) - set(known) - named)
        new = sorted(named, key=lambda name: (-found.get(name, 0), name.casefold(), name))
        before = [name for name in known if name not in other] if new else list(known)
        after = [name for name in known if name in other] if new else []
        return tuple(dict.fromkeys((*before, *new, *after, *stray)))

    def told(self, people: Iterable[tuple[str, Respondent]]) -> Recoded | None:
        """What became of the answers "other" of ``people`` (wave, respondent); None when none can be recoded."""
        asked = self.explained_by
        if asked is None or asked.counts_in is None:
            return None
        values = asked.counts_in.values
        other = [
            (wave, person.id) for wave, person in people if not set(values).isdisjoint(self.variable.answers_of(person))
        ]
        moved = [self.moved[who] for who in other if who in self.moved]
        several = sum(len(names) > 1 for names in moved)
        return Recoded(asked.text, values, len(other), len(moved), len(other) - len(moved), several)


def closed_answers(project: Project, variable: str, waves: Iterable[Wave]) -> ClosedAnswers:
    """The answers to a closed question with "other" recoded where that was chosen.

    Raises KeyError for an unknown variable.
    """
    asked = project.variables[variable]
    question = explaining(project, variable)
    if question is None or question.counts_in is None:
        return ClosedAnswers(asked)
    names = _category_names(project, question, asked)
    moved: dict[tuple[str, str], tuple[str, ...]] = {}
    decisions = project.coding_of(question.id).decisions
    for wave in waves:
        for person in project.respondents(wave.id):
            answers = asked.answers_of(person)
            kept = tuple(name for name in answers if name not in question.counts_in.values)
            if len(kept) == len(answers):
                continue
            given = decisions.get(ResponseKey(wave.id, question.id, person.id), ())
            categories = dict.fromkeys(names[a.code] for a in given if a.code not in PSEUDO_CODES)
            said = tuple(name for name in categories if name not in question.counts_in.values)
            if said:
                moved[wave.id, person.id] = tuple(dict.fromkeys((*kept, *said)))
    return ClosedAnswers(asked, question, MappingProxyType(moved))


def people_in_base(project: Project, answers: ClosedAnswers, people: Iterable[Person], base: Base) -> list[Person]:
    """Who of ``people`` shares are of: who answered, or, of a question with several answers, who was asked.

    Who was asked is seen in a file that says no where somebody did not choose a category. Where it only marks what was
    chosen, everyone counts as asked in the waves in which anybody answered.
    """
    asked = answers.variable
    if base is Base.ANSWERED or not asked.several:
        return [one for one in people if answers.of(*one)]
    told: dict[str, bool] = {}
    there: dict[str, bool] = {}
    for wave in project.waves:
        given = [person.values.get(asked.id, "") for person in project.respondents(wave)]
        told[wave], there[wave] = any(value.endswith(SAID_NO) for value in given), any(given)
    return [(wave, person) for wave, person in people if (asked.shown_to(person) if told[wave] else there[wave])]


def explaining(project: Project, variable: str) -> Question | None:
    """The open question whose codes count among the answers to ``variable``; the first if there are several."""
    asked = (question for question in project.questions_in_order() if question.counts_in is not None)
    return next(
        (question for question in asked if question.counts_in and question.counts_in.variable == variable), None
    )


def _category_names(project: Project, question: Question, variable: Variable) -> dict[str, str]:
    """Per code the category it counts as: the one of that name, capitals or not, else the name of the code."""
    known = {category.casefold(): category for category in variable.categories}
    codes = project.coding_of(question.id).codes.values()
    return {code.id: known.get(code.name.casefold(), code.name) for code in codes}
