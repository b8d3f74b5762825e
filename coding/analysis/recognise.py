"""Recognising the answers of a new wave: known arguments, doubtful ones, and groups that fit nothing known.

In this order: keyword rules; answers that were given before, word for word; what the suggestions (``suggest``), learned
from all that was decided, are sure of; the rest is doubtful. Among the doubtful, and those that no known code seems to
fit, dense groups are found with HDBSCAN (Campello, Moulavi & Sander 2013): arguments that the codebook may lack.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coding.analysis.encoder import Vectors
from coding.analysis.recognise_groups import new_groups
from coding.analysis.suggest import AnswerSuggestion, Decision, Guess, Suggester
from coding.analysis.suggest_question import QuestionGround, name_points, question_ground

Encode = Callable[[Sequence[str]], Vectors]

EXPECTED_RIGHT: Final = 0.9
"""How many of the certain suggestions should be right: what "accept all" is chosen for."""
_RULE_SCORE: Final = 1.0


class Kind(StrEnum):
    """What became of a new answer."""

    RULE = "rule"
    SAME = "same"
    CERTAIN = "certain"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Recognised:
    """One new answer. ``guesses``: the best first, code None for "no code applies". ``group``: of ``groups``, or None.

    An answer in a group is possibly new; its guesses are what would be suggested if it is not.
    """

    kind: Kind
    guesses: tuple[Guess, ...]
    group: int | None = None


@dataclass(frozen=True)
class Recognition:
    """All new answers, in the order given. ``groups`` hold indices of answers; a score from ``threshold`` is certain."""

    answers: tuple[Recognised, ...]
    groups: tuple[tuple[int, ...], ...]
    threshold: float | None


def recognise(
    known: Sequence[tuple[str, Decision]],
    new: Sequence[str],
    codes: Mapping[str, str],
    encode: Encode,
    *,
    ruled: Sequence[tuple[str, ...]] | None = None,
    question: str = "",
    expected_right: float = EXPECTED_RIGHT,
) -> Recognition:
    """Recognise ``new`` answers with what was decided on ``known`` ones.

    ``known``: answers as they were typed with their codes (empty: no code applies); ``codes``: every code that can be
    suggested, with the words of its name and description; ``ruled``: per new answer the codes that keyword rules give
    it; ``expected_right``: the share of certain suggestions that should be right, in (0, 1]. The same answers in another
    order get the same outcome.
    """
    verbatims = [*(verbatim for verbatim, _ in known), *new]
    if not new:
        return Recognition((), (), None)
    place = question_ground(verbatims, [False] * len(known) + [True] * len(new), encode, question)
    decisions: dict[int, list[Decision]] = {}
    for row, (_, decision) in zip(place.place, known, strict=False):
        decisions.setdefault(int(row), []).append(decision.intersection(codes))
    names = name_points(place.space, codes, encode)
    suggested = Suggester.fit(place.ground, codes, decisions, names).suggest(expected_right)
    rows = [int(row) for row in place.place[len(known) :]]
    answers = [
        _recognised(ruled[at] if ruled else (), suggested.answers[row], row in decisions) for at, row in enumerate(rows)
    ]
    open_rows = sorted({row for row, answer in zip(rows, answers, strict=True) if _may_be_new(answer)})
    groups = new_groups(_points(place, open_rows))
    of_row = {open_rows[member]: number for number, group in enumerate(groups) for member in group}
    answers = [
        Recognised(a.kind, a.guesses, of_row.get(row) if _may_be_new(a) else None)
        for row, a in zip(rows, answers, strict=True)
    ]
    members = tuple(
        tuple(at for at, answer in enumerate(answers) if answer.group == number) for number in range(len(groups))
    )
    return Recognition(tuple(answers), members, suggested.threshold)


def _recognised(ruled: tuple[str, ...], suggestion: AnswerSuggestion, said_before: bool) -> Recognised:
    if ruled:
        return Recognised(Kind.RULE, tuple(Guess(code, _RULE_SCORE) for code in ruled))
    if suggestion.accepted:
        return Recognised(Kind.SAME if said_before else Kind.CERTAIN, suggestion.guesses)
    return Recognised(Kind.DOUBTFUL, suggestion.guesses)


def _may_be_new(answer: Recognised) -> bool:
    """Doubtful, or no known code seems to fit; what was said before, word for word, is not new."""
    if answer.kind in (Kind.RULE, Kind.SAME):
        return False
    return answer.kind is Kind.DOUBTFUL or answer.guesses[0].code is None


def _points(place: QuestionGround, rows: Sequence[int]) -> NDArray[np.float32]:
    return np.asarray(place.ground.points[list(rows)])
