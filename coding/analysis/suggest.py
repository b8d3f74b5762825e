"""Suggested codes for answers, learned from what the researcher decided so far on this question.

Use: ``ground = prepare(points, …)`` once per question; ``Suggester.fit(ground, codes, decisions)``; after more
decisions ``suggester.update(more)``, which keeps all that does not depend on them; ``suggester.suggest()``.
Everything is solved in closed form; the same decisions always give the same suggestions. How the parts were chosen:
docs/decisions/0013.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from coding.analysis.suggest_calibrate import (
    IMPOSSIBLE,
    Bools,
    Correction,
    Guesses,
    accepted,
    banded,
    best_guesses,
    correction,
    pair_log_odds,
    without_own_codes,
)
from coding.analysis.suggest_evidence import evidence
from coding.analysis.suggest_ground import Examples, Floats, Ground, Indices, Matrix
from coding.analysis.suggest_weights import DEFAULT_WEIGHTS, Weights
from coding.domain.giving_way import give_way

EXPECTED_RIGHT: Final = 0.92
LOWEST_ACCEPTED: Final = 0.5
_SAME_TEXT_AGREES: Final = (
    0.95  # how often two people's equal words were coded alike, and how many such pairs that is worth
)
_SAME_TEXT_WORTH: Final = 10.0

Decision = frozenset[str]
"""The codes given to an answer; empty means "read, no code applies"."""


@dataclass(frozen=True)
class Guess:
    """A code that may apply, None for "no code applies", and the probability that this is right."""

    code: str | None
    score: float


@dataclass(frozen=True)
class AnswerSuggestion:
    """What is suggested for one distinct answer: the best guess first, then further codes that are likely too.

    ``certainty`` is the probability of the best guess before scores were pooled in bands; it orders answers.
    """

    guesses: tuple[Guess, ...]
    certainty: float
    accepted: bool

    @property
    def best(self) -> Guess:
        """The best guess; there always is one."""
        return self.guesses[0]


@dataclass(frozen=True, eq=False)
class Suggestions:
    """Suggestions for all n answers of the ground, in its order, for k codes.

    ``best``: the column of the best guess, shape (n,), k being "no code applies"; ``scores`` and ``certainty``: its
    probability after and before scores were pooled in bands, shape (n,); ``accepted``: shape (n,). ``chances``: of each
    code on each answer, shape (n, k + 1); ``further``: codes suggested beside the best guess, shape (n, k + 1).
    """

    codes: tuple[str, ...]
    best: Indices
    scores: Floats
    certainty: Floats
    accepted: Bools
    chances: Floats
    further: Bools

    @property
    def threshold(self) -> float | None:
        """The lowest accepted score, None if nothing is accepted."""
        return float(self.scores[self.accepted].min()) if self.accepted.any() else None

    @cached_property
    def answers(self) -> tuple[AnswerSuggestion, ...]:
        """The suggestions answer by answer."""
        return tuple(self._answer(row) for row in range(len(self.best)))

    def likeliest(self, most: int) -> tuple[Indices, Floats]:
        """Per answer the columns of the best guess and of the next likely codes, suggested or not, with their scores.

        Both have shape (n, at most ``most``). Column k stands behind the codes wherever it is not the best guess.
        """
        at = np.arange(len(self.best))
        ranked = np.round(self.chances, 6)
        ranked[:, -1] = -1
        ranked[at, self.best] = 2
        give_way()
        columns = np.argsort(-ranked, axis=1, kind="stable")[:, :most]
        scores = np.minimum(np.take_along_axis(self.chances, columns, axis=1), self.scores[:, None])
        scores[:, 0] = self.scores
        return columns, np.round(scores, 4).astype(np.float64)

    def _answer(self, row: int) -> AnswerSuggestion:
        score, chances = float(self.scores[row]), self.chances[row]
        more = sorted(np.flatnonzero(self.further[row]).tolist(), key=lambda column: (-chances[column], column))
        guesses = [Guess(self._code(int(self.best[row])), score)]
        guesses += [Guess(self._code(column), round(min(float(chances[column]), score), 4)) for column in more]
        return AnswerSuggestion(tuple(guesses), float(self.certainty[row]), bool(self.accepted[row]))

    def _code(self, column: int) -> str | None:
        return None if column == len(self.codes) else self.codes[column]


@dataclass(frozen=True)
class Suggester:
    """What one researcher's decisions on one question teach about its other answers."""

    ground: Ground
    codes: tuple[str, ...]
    names: Matrix | None
    decisions: Mapping[int, tuple[Decision, ...]]
    weights: Weights = DEFAULT_WEIGHTS

    @classmethod
    def fit(
        cls,
        ground: Ground,
        codes: Iterable[str],
        decisions: Mapping[int, Sequence[Decision]],
        names: Mapping[str, Matrix] | None = None,
        weights: Weights = DEFAULT_WEIGHTS,
    ) -> Suggester:
        """Learn from decisions.

        ``codes``: the codebook, also codes without examples; codes in ``decisions`` are added. ``decisions``: per row
        of the ground the decision on each coded response with that text. ``names``: the point of each code's name,
        where the name says something, shape (d,). Raises ValueError for a row that the ground does not have.
        """
        if any(not 0 <= row < len(ground) for row in decisions):
            raise ValueError(f"The 'decisions' parameter must have rows in [0, {len(ground)}).")
        kept = {row: tuple(given) for row, given in sorted(decisions.items()) if given}
        used = {code for given in kept.values() for decision in given for code in decision}
        ordered = tuple(sorted(used | set(codes)))
        points = None
        if names:
            points = np.zeros((len(ordered), ground.points.shape[1]), np.float32)
            for row, code in enumerate(ordered):
                points[row] = names.get(code, 0)
        return cls(ground, ordered, points, kept, weights)

    def update(self, decisions: Mapping[int, Sequence[Decision]]) -> Suggester:
        """The suggester with these decisions in place of earlier ones on the same rows; an empty sequence takes them
        back.

        Codes that are new are added without a name point: use ``fit`` to give them one.
        """
        merged = {**self.decisions, **{row: tuple(given) for row, given in decisions.items()}}
        known = {} if self.names is None else dict(zip(self.codes, self.names, strict=True))
        return Suggester.fit(self.ground, self.codes, merged, known, self.weights)

    def suggest(self, expected_right: float = EXPECTED_RIGHT) -> Suggestions:
        """Suggestions for every answer; a text that was coded gets the codes it was given.

        ``expected_right``: how much of what is accepted should be right, in (0, 1].
        """
        examples = self._examples()
        found = self.evidence()
        pairs = pair_log_odds(found, self.weights)
        guesses, corrected = self._corrected(pairs, examples)
        give_way()
        certainty = corrected.apply(guesses.log_odds)
        chosen = np.column_stack([guesses.column == column for column in range(pairs.shape[1])])
        beside = self._correction_beside(without_own_codes(pairs, examples), examples)
        give_way()
        chances = beside.apply(pairs.ravel()).reshape(pairs.shape)
        give_way()
        self._settle_decided(examples, certainty, chosen, chances)
        taken = accepted(certainty, self.ground.counts, expected_right, LOWEST_ACCEPTED)
        scores = np.round(banded(certainty, self.ground.counts, taken), 4)
        give_way()
        further = self._further(examples, chosen, chances)
        return Suggestions(self.codes, chosen.argmax(axis=1), scores, certainty, taken, chances, further)

    def evidence(self) -> dict[str, Floats]:
        """What speaks for each code on each answer; the last column is "no code applies". See ``suggest_evidence``."""
        return evidence(self.ground, self._examples(), self.names)

    def chances(self) -> Floats:
        """The chance of each code on each answer, shape (n, k + 1), the last column being "no code applies".

        A decided answer is judged by the others alone, so that its own decision can be doubted.
        """
        examples = self._examples()
        pairs = pair_log_odds(self.evidence(), self.weights)
        known = without_own_codes(pairs, examples)
        corrected = self._correction_beside(known, examples)
        pairs[examples.rows] = known
        return corrected.apply(pairs.ravel()).reshape(pairs.shape)

    def _examples(self) -> Examples:
        column = {code: i for i, code in enumerate(self.codes)}
        targets = np.zeros((len(self.decisions), len(self.codes) + 1))
        for i, given in enumerate(self.decisions.values()):
            for decision in given:
                for code in decision:
                    targets[i, column[code]] += 1 / len(given)
                if not decision:
                    targets[i, -1] += 1 / len(given)
        return Examples(np.array(list(self.decisions), dtype=np.intp), targets)

    def _corrected(self, pairs: Floats, examples: Examples) -> tuple[Guesses, Correction]:
        guesses = best_guesses(pairs, self.weights)
        known = best_guesses(without_own_codes(pairs, examples), self.weights)
        right = examples.codes[np.arange(len(examples.rows)), known.column]
        return guesses, correction(known.log_odds, right)

    def _correction_beside(self, known: Floats, examples: Examples) -> Correction:
        """How the chance of each code is corrected: by how often codes beside the best guess apply on this question."""
        beside = known > IMPOSSIBLE
        beside[np.arange(len(known)), known.argmax(axis=1)] = False
        beside[:, -1] = False
        return correction(known[beside], examples.codes[beside])

    def _settle_decided(self, examples: Examples, certainty: Floats, chosen: Bools, chances: Floats) -> None:
        """Equal words get equal codes: a decided text is suggested what most of its decisions say."""
        agree, pairs_seen = 0.0, 0
        for given in self.decisions.values():
            if len(given) > 1:
                most = Counter(given).most_common(1)[0][1]
                agree, pairs_seen = agree + most - 1, pairs_seen + len(given) - 1
        alike = (agree + _SAME_TEXT_AGREES * _SAME_TEXT_WORTH) / (pairs_seen + _SAME_TEXT_WORTH)
        for row, targets in zip(examples.rows, examples.codes, strict=True):
            chances[row] = targets
            chosen[row] = False
            best = int(targets.argmax())
            chosen[row, best] = True
            certainty[row] = targets[best] * alike

    def _further(self, examples: Examples, chosen: Bools, chances: Floats) -> Bools:
        """Which codes are suggested beside the best guess: those that raise the expected F1 (Lipton et al. 2014)."""
        open_pairs = ~chosen
        open_pairs[:, -1] = False
        open_pairs[chosen[:, -1]] = False
        counts = self.ground.counts[:, None]
        best_right = float((chances * chosen * counts)[:, :-1].sum())
        best_given = float((chosen * counts)[:, :-1].sum())
        total = float((chances[:, :-1] * counts).sum())
        rows, columns = np.nonzero(open_pairs)
        chance = chances[rows, columns]
        give_way()
        order = np.argsort(-chance, kind="stable")
        give_way()
        weight = self.ground.counts[rows[order]]
        right = best_right + np.concatenate([[0.0], np.cumsum(chance[order] * weight)])
        given = best_given + np.concatenate([[0.0], np.cumsum(weight)])
        worth = 2 * right / np.maximum(given + total, 1e-9)
        best = int(worth.argmax())
        cut = chance[order][best - 1] if best else np.inf
        result = open_pairs & (chances >= cut)
        decided = examples.rows
        result[decided] = open_pairs[decided] & (chances[decided] >= 0.5)
        return np.asarray(result)
