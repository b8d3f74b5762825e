"""Recognising the answers of a new wave: known arguments, doubtful ones, and groups that fit nothing known.

In this order: keyword rules; answers that were given before, word for word; groups of answers among which hardly any
known answer stands (``recognise_groups``), which may be arguments that the codebook lacks; what the suggestions
(``suggest``), learned from all that was decided, are sure of; the rest is doubtful.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from coding.analysis.encoder import Vectors
from coding.analysis.recognise_groups import new_groups, words_of
from coding.analysis.suggest import AnswerSuggestion, Decision, Guess, Suggester
from coding.analysis.suggest_question import name_points, question_ground
from coding.domain.answers import normalise

Encode = Callable[[Sequence[str]], Vectors]

EXPECTED_RIGHT: Final = 0.87
"""How many of the certain suggestions should be right: what "accept all" is chosen for. See decision 20."""
_RULE_SCORE: Final = 1.0
_LEAST_APART: Final = 0.0001
_LARGE: Final = 10  # answers from which a group is proposed even if they hold a word of a known code's name
_TELLING: Final = 4  # letters from which a word of a code's name tells that an answer is about it


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
    """All new answers, in the order given. ``groups`` hold their indices; a score from ``threshold`` is certain."""

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
    taught: Sequence[tuple[str, Decision]] = (),
    question: str = "",
    expected_right: float = EXPECTED_RIGHT,
) -> Recognition:
    """Recognise ``new`` answers with what was decided on ``known`` ones.

    ``known``: answers as they were typed with their codes (empty: no code applies); ``codes``: every code that can be
    suggested, with the words of its name and description; ``ruled``: per new answer the codes that keyword rules give
    it; ``taught``: example answers of the codebook, learned from but given by nobody; ``expected_right``: the share of
    certain suggestions that should be right, in (0, 1]. The same answers in another order get the same outcome.
    """
    learned = [*known, *taught]
    verbatims = [*(verbatim for verbatim, _ in learned), *new]
    if not new:
        return Recognition((), (), None)
    place = question_ground(verbatims, [False] * len(learned) + [True] * len(new), encode, question)
    decisions: dict[int, list[Decision]] = {}
    for row, (_, decision) in zip(place.place, learned, strict=False):
        decisions.setdefault(int(row), []).append(decision.intersection(codes))
    names = name_points(place.space, codes, encode)
    suggested = Suggester.fit(place.ground, codes, decisions, names).suggest(expected_right)
    rows = [int(row) for row in place.place[len(learned) :]]
    answers = [
        _recognised(ruled[at] if ruled else (), suggested.answers[row], row in decisions, suggested.threshold)
        for at, row in enumerate(rows)
    ]
    size = len(place.ground)
    known_counts = np.bincount(place.place[: len(known)], minlength=size).astype(np.float64)
    new_counts = np.bincount(place.place[len(learned) :], minlength=size).astype(np.float64)
    texts = sorted({normalise(verbatim) for verbatim in verbatims})
    named = {word for name in codes.values() for word in words_of(normalise(name))}
    groups = new_groups(place.ground.points, texts, known_counts, new_counts, named)
    told = {row for row, answer, words in zip(rows, answers, new, strict=True) if _named(answer, words, codes)}
    groups = tuple(g for g in groups if len(g) >= _LARGE or 2 * len(told.intersection(g)) <= len(g))
    of_row = {member: number for number, group in enumerate(groups) for member in group}
    answers = [
        Recognised(a.kind, a.guesses, of_row.get(row) if _may_be_new(a) else None)
        for row, a in zip(rows, answers, strict=True)
    ]
    members = tuple(
        tuple(at for at, answer in enumerate(answers) if answer.group == number) for number in range(len(groups))
    )
    return Recognition(tuple(answers), members, suggested.threshold)


def _recognised(
    ruled: tuple[str, ...], suggestion: AnswerSuggestion, said_before: bool, threshold: float | None
) -> Recognised:
    if ruled:
        return Recognised(Kind.RULE, tuple(Guess(code, _RULE_SCORE) for code in ruled))
    if suggestion.accepted:
        return Recognised(Kind.SAME if said_before else Kind.CERTAIN, suggestion.guesses)
    best, *further = suggestion.guesses
    return Recognised(Kind.DOUBTFUL, (Guess(best.code, _doubt(suggestion.certainty, threshold)), *further))


def _doubt(certainty: float, threshold: float | None) -> float:
    """An answer's own certainty, which tells doubtful answers apart; always under the score that counts as certain."""
    return round(min(certainty, 1.0 if threshold is None else threshold - _LEAST_APART), 4)


def _named(answer: Recognised, verbatim: str, codes: Mapping[str, str]) -> bool:
    """Whether an answer holds a word of the name of the code that it is most likely about."""
    code = answer.guesses[0].code
    name = words_of(normalise(codes[code])) if code is not None and code in codes else []
    return not set(words_of(normalise(verbatim))).isdisjoint(word for word in name if len(word) >= _TELLING)


def _may_be_new(answer: Recognised) -> bool:
    """What a rule decides, or was said before word for word, is not new."""
    return answer.kind not in (Kind.RULE, Kind.SAME)
