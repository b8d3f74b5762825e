"""A question of a coded file as a project of its own, and what a person would decide on reading each answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from coding.domain.answers import AnswerKind, kind_of, normalise
from coding.domain.apply import apply
from coding.domain.commands import AddWave
from coding.domain.events import evolve
from coding.domain.project import Project, ProjectInfo
from coding.domain.survey import Batch, Intake, Question, Respondent, Response, ResponseKey, Wave

QUESTION: Final = "q"
_WAVE: Final = "w"
_MADE_AT: Final = "2026-01-01T00:00:00+00:00"
_INTAKES: Final = {
    AnswerKind.BLANK: Intake.BLANK,
    AnswerKind.NON_ANSWER: Intake.NON_ANSWER,
    AnswerKind.ANSWER: Intake.ANSWER,
}

Codes = frozenset[str]


@dataclass(frozen=True)
class Study:
    """A project with one question, not yet coded, and the human codes of each response.

    ``by_hand`` is what the coding costs without any help: each code given to an answer is a decision, an answer
    without a code one too (as in ``score.py``), and each code is named once.
    """

    project: Project
    truth: dict[ResponseKey, Codes]

    @property
    def codes(self) -> tuple[str, ...]:
        """All human codes."""
        return tuple(sorted(frozenset().union(*self.truth.values())))

    @property
    def given(self) -> int:
        """Decisions by hand without naming: what ``score.py`` calls manual."""
        return sum(max(1, len(codes)) for codes in self.truth.values())

    @property
    def by_hand(self) -> int:
        """Decisions by hand, naming included."""
        return self.given + len(self.codes)


def make_study(texts: Sequence[str], codes: Sequence[Codes], name: str = "") -> Study:
    """A study of answers with their human codes. Raises ValueError if an empty answer has a code."""
    people = tuple(Respondent(f"r{row}", row) for row in range(1, len(texts) + 1))
    responses = tuple(
        Response(ResponseKey(_WAVE, QUESTION, person.id), text, normalise(text), _INTAKES[kind_of(text)])
        for person, text in zip(people, texts, strict=True)
    )
    truth = {response.key: given for response, given in zip(responses, codes, strict=True)}
    if any(truth[response.key] and response.intake is Intake.BLANK for response in responses):
        raise ValueError("An empty answer cannot have a code.")
    batch = Batch("b", people, responses)
    empty = Project("simulated", ProjectInfo("simulated"), batches={batch.id: batch})
    wave = Wave(_WAVE, "1", batch.id, "", _MADE_AT)
    added = AddWave(wave, batch, (Question(QUESTION, name, QUESTION),), ())
    return Study(evolve(empty, apply(empty, added, "researcher").changes).at_revision(1), truth)
