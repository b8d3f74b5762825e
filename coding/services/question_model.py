"""Where the answers to one question stand among each other: what all proposals during reviewing are made from.

Built once per question (encoding takes the time), then shared by whoever looks at it; nothing in it depends on
what was decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from coding.analysis.encoder import Encoder, Recall
from coding.analysis.represent import Points
from coding.analysis.suggest_question import QuestionGround, name_points, question_ground
from coding.domain.answers import normalise
from coding.domain.project import Project
from coding.domain.segments import Span
from coding.domain.survey import Response, ResponseKey
from coding.services.codebook_examples import examples_of

Piece = tuple[ResponseKey, Span]
"""Words of one response."""


@dataclass(frozen=True, eq=False)
class QuestionModel:
    """The distinct answers of a question as points; compared by identity, so that results can be remembered."""

    ground: QuestionGround
    row_of: Mapping[str, int]
    encode: Recall
    _placed: dict[str, Points] = field(default_factory=dict)
    _names: dict[str, Points | None] = field(default_factory=dict)

    @property
    def points(self) -> Points:
        """Points of the distinct normalised answers and examples, shape (n, d); inner products lie in [-1, 1]."""
        return self.ground.ground.points

    def rows(self, responses: Iterable[Response]) -> list[int]:
        """The row of each response that the model knows."""
        return [self.row_of[response.normalised] for response in responses if response.normalised in self.row_of]

    def place(self, words: Sequence[str]) -> Points:
        """Points of any words among the answers, shape (n, d); each text is worked out once."""
        new = sorted({one for one in words if one not in self._placed})
        texts = [normalise(one) for one in new]
        parts = sorted({text for text in texts if text not in self.row_of})
        points = dict(zip(parts, self.ground.space.place(parts, self.encode(parts)), strict=True)) if parts else {}
        for one, text in zip(new, texts, strict=True):
            self._placed[one] = points[text] if text in points else self.points[self.row_of[text]]
        if not words:
            return np.zeros((0, self.points.shape[1]), np.float32)
        return unit(np.stack([self._placed[one] for one in words]))

    def name_points(self, names: Mapping[str, str]) -> dict[str, Points]:
        """The point of each code by its name and description, where they say something, each worked out once."""
        new = {words: words for words in names.values() if words not in self._names}
        if new:
            self._names.update(dict.fromkeys(new) | name_points(self.ground.space, new, self.encode))
        return {code: point for code, words in names.items() if (point := self._names[words]) is not None}


def build_model(project: Project, question: str, encoder: Encoder) -> QuestionModel | None:
    """The model of a question; None when it has no answers. Raises EncoderError when the encoder cannot be used.

    The example answers of its codebook have a place among the answers, so that suggestions can learn from them.
    """
    answers = sorted(project.answers(question), key=lambda response: (response.normalised, response.key))
    if not answers:
        return None
    encode = Recall(encoder)
    verbatims = [*(response.verbatim for response in answers), *examples_of(project.coding_of(question))]
    wanted = [at < len(answers) for at in range(len(verbatims))]
    ground = question_ground(verbatims, wanted, encode, project.questions[question].text)
    row_of = {normalise(verbatim): int(row) for verbatim, row in zip(verbatims, ground.place, strict=True)}
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
