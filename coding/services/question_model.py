"""Where the answers to one question stand among each other: what all proposals during reviewing are made from.

Built once per question (encoding takes the time), then shared by whoever looks at it; nothing in it depends on
what was decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from coding.analysis.encoder import Encoder, Recall
from coding.analysis.represent import Points
from coding.analysis.suggest_question import QuestionGround, question_ground
from coding.domain.answers import normalise
from coding.domain.project import Project
from coding.domain.segments import Span
from coding.domain.survey import Response, ResponseKey

Piece = tuple[ResponseKey, Span]
"""Words of one response."""


@dataclass(frozen=True, eq=False)
class QuestionModel:
    """The distinct answers of a question as points; compared by identity, so that results can be remembered."""

    ground: QuestionGround
    row_of: Mapping[str, int]
    encode: Recall

    @property
    def points(self) -> Points:
        """Points of the distinct normalised answers, shape (n, d); inner products lie in [-1, 1]."""
        return self.ground.ground.points

    def rows(self, responses: Iterable[Response]) -> list[int]:
        """The row of each response that the model knows."""
        return [self.row_of[response.normalised] for response in responses if response.normalised in self.row_of]

    def place(self, words: Sequence[str]) -> Points:
        """Points of any words among the answers, shape (n, d)."""
        texts = [normalise(one) for one in words]
        return unit(self.ground.space.place(texts, self.encode(texts)))


def build_model(project: Project, question: str, encoder: Encoder) -> QuestionModel | None:
    """The model of a question; None when it has no answers. Raises EncoderError when the encoder cannot be used."""
    answers = sorted(project.answers(question), key=lambda response: (response.normalised, response.key))
    if not answers:
        return None
    encode = Recall(encoder)
    verbatims = [response.verbatim for response in answers]
    ground = question_ground(verbatims, [True] * len(verbatims), encode, project.questions[question].text)
    row_of = {response.normalised: int(row) for response, row in zip(answers, ground.place, strict=True)}
    return QuestionModel(ground, row_of, encode)


def unit(points: Points) -> Points:
    """Rows scaled to unit length; rows of zeros stay."""
    lengths = np.linalg.norm(points, axis=-1, keepdims=True)
    return np.asarray(points / np.maximum(lengths, 1e-9), dtype=np.float32)


def pieces_of(project: Project, question: str, group: str) -> tuple[Piece, ...]:
    """What stands in a group: responses with the words that were assigned or are proposed, in a fixed order."""
    coding = project.coding_of(question)
    found: list[Piece] = []
    keys = {*coding.suggested_members.get(group, ()), *coding.assigned_members.get(group, ())}
    for key in sorted(keys):
        spans = [a.span for a in coding.decisions.get(key, ()) if a.code == group]
        spans += [s.span for s in coding.suggestions.get(key, ()) if s.group == group]
        found += [(key, span) for span in dict.fromkeys(spans)]
    return tuple(found)


def words_of(project: Project, question: str, pieces: Iterable[Piece]) -> list[str]:
    """The words of each piece."""
    responses = project.responses(question)
    return [span.of(responses[key].verbatim) for key, span in pieces]
