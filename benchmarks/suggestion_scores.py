"""How good suggestions are: the figures of ``score.py codes``, written anew."""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields

import numpy as np
from numpy.typing import NDArray

from benchmarks.suggestion_data import Bools, CodedQuestion
from coding.analysis.suggest import Suggestions

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Figures:
    """Of one question, over its hidden answers.

    ``best``: best guesses right; ``f1``: micro-F1 over all suggested codes; ``accepted``: share not abstained;
    ``accepted_right``: of those, best guesses right, NaN if none; ``ece``: expected calibration error, ten bins;
    ``ece_floor``: what it would be on average if the scores were the true chances; ``reachable``: the largest share
    that could be accepted with nine in ten right if the answers came sorted by certainty and someone knew where to
    stop.
    """

    best: float
    f1: float
    accepted: float
    accepted_right: float
    ece: float
    ece_floor: float
    reachable: float


NAMES = tuple(field.name for field in fields(Figures))


def score(question: CodedQuestion, kept: Bools, suggested: Suggestions, draws: int = 50) -> Figures:
    """The figures of one question."""
    hidden = np.flatnonzero(~kept)
    right, scores, taken, certainty = (np.zeros(len(hidden)) for _ in range(4))
    hit = given = wanted = 0
    for i, at in enumerate(hidden):
        answer, truth = suggested.answers[int(question.ground.place[at])], question.codes[at]
        codes = {guess.code for guess in answer.guesses} - {None}
        hit, given, wanted = hit + len(truth & codes), given + len(codes), wanted + len(truth)
        right[i] = not truth if answer.best.code is None else answer.best.code in truth
        scores[i], taken[i], certainty[i] = answer.best.score, answer.accepted, answer.certainty
    rng = np.random.default_rng(0)
    floor = np.mean([calibration_error((rng.random(len(scores)) < scores).astype(float), scores) for _ in range(draws)])
    order = np.argsort(-certainty, kind="stable")
    good = np.flatnonzero(np.cumsum(right[order]) / np.arange(1, len(right) + 1) >= 0.9)
    return Figures(
        best=float(right.mean()),
        f1=2 * hit / max(1, given + wanted),
        accepted=float(taken.mean()),
        accepted_right=float(right[taken > 0].mean()) if taken.any() else float("nan"),
        ece=calibration_error(right, scores),
        ece_floor=float(floor),
        reachable=float((good[-1] + 1) / len(right)) if len(good) else 0.0,
    )


def calibration_error(right: Floats, scores: Floats) -> float:
    """Expected calibration error over ten bins of equal width (Naeini et al. 2015)."""
    bins = np.clip((scores * 10).astype(int), 0, 9)
    return float(sum(abs(right[bins == b].sum() - scores[bins == b].sum()) for b in set(bins.tolist())) / len(scores))


def macro(figures: list[Figures]) -> Floats:
    """The plain mean over questions, NaN left out, shape (len(NAMES),)."""
    return np.asarray(np.nanmean(np.array([astuple(one) for one in figures]), axis=0))


def bootstrap(per_question: list[list[Figures]], draws: int = 1000) -> tuple[Floats, Floats]:
    """95% intervals of the macro means, by drawing questions anew and, within them, seeds; two rows of len(NAMES)."""
    rng = np.random.default_rng(0)
    table = np.array([[astuple(figures) for figures in seeds] for seeds in per_question])
    n, seeds, _ = table.shape
    means = []
    for _ in range(draws):
        picked = rng.integers(n, size=n) if n > 1 else np.zeros(1, int)
        means.append(np.nanmean(table[picked][:, rng.integers(seeds, size=seeds)], axis=(0, 1)))
    low, high = np.nanpercentile(np.array(means), [2.5, 97.5], axis=0)
    return low, high
