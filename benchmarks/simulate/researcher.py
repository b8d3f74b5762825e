"""The researcher: one way of working for all questions, from the first proposal to codes that equal the human ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.simulate.desk import Decision, Desk
from benchmarks.simulate.learned import Declined, at_a_time, correct_some, take_offers
from benchmarks.simulate.levels import identical, name_groups
from benchmarks.simulate.mend import mend
from benchmarks.simulate.study import QUESTION, Study
from coding.domain.proposal import ProposalRun
from coding.domain.survey import Intake
from coding.services.question_model import QuestionModel
from coding.services.review_batches import finish


@dataclass(frozen=True)
class Outcome:
    """What it took to code a question.

    ``by_hand`` and ``given``: decisions without help, with and without naming the codes; ``different``: answers with
    different words that there are; ``read``: how often an answer was read.
    """

    made: Mapping[Decision, int]
    by_hand: int
    given: int
    different: int
    read: int

    @property
    def decisions(self) -> int:
        """All decisions."""
        return sum(self.made.values())

    @property
    def saved(self) -> float:
        """Share of the decisions by hand, naming included, that were not needed."""
        return 1 - self.decisions / self.by_hand

    @property
    def saved_given(self) -> float:
        """The same against codes given alone: by hand, ``score.py`` counts no naming."""
        return 1 - self.decisions / self.given

    @property
    def readings(self) -> float:
        """How often a different answer was read, in the mean."""
        return self.read / self.different


class UnequalCodesError(RuntimeError):
    """The final codes are not the human ones: the simulation is wrong, and so is every figure of it."""


def work(study: Study, run: ProposalRun | None, model: QuestionModel | None) -> Outcome:
    """Code a question, with groups if there is a run, with learning if there is a model."""
    desk = Desk(study)
    if run is not None:
        name_groups(desk, run)
    if model is not None:
        declined: Declined = {}
        most = at_a_time(desk)
        take_offers(desk, model, declined)
        while correct_some(desk, model, most):
            take_offers(desk, model, declined)
    _read_all(desk)
    _finish(desk)
    if desk.final_codes() != study.truth:
        raise UnequalCodesError
    return Outcome(dict(desk.made), study.by_hand, study.given, max(1, desk.seen), desk.read)


def _read_all(desk: Desk) -> None:
    """Read what was not read yet, non-answers too, and correct it."""
    responses = desk.project.responses(QUESTION)
    codable = [key for key, response in responses.items() if response.intake in (Intake.ANSWER, Intake.NON_ANSWER)]
    for same in identical(desk, codable):
        for key in same:
            desk.look_once(key)
        mend(desk, same)


def _finish(desk: Desk) -> None:
    """Confirm all that is named, and decide that the rest has no argument, in one step."""
    command = finish(desk.project, QUESTION)
    if command is not None:
        desk.do(command, Decision.BATCH)
