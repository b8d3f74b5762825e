"""How far two coders agree: per code and over whole sets of codes, with bootstrap intervals.

Percent agreement and Cohen's kappa (Cohen 1960) and Krippendorff's alpha with nominal distance (Krippendorff 2011) for
one code at a time: does the answer carry it or not. For the sets of codes as a whole: the share of answers with exactly
the same codes, and Krippendorff's alpha with the MASI distance (Passonneau 2006), which forgives a set that is part of
the other more than one that only overlaps.

A figure is None where it is not defined: kappa and alpha say nothing when both coders gave every answer the same value.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Codes = frozenset[str]
Floats = NDArray[np.float64]
RESAMPLES: Final = 1000


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its percentile bootstrap interval; all None where it is not defined."""

    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class CodeAgreement:
    """Agreement on one code. ``both`` … ``neither`` count answers and add up to all answers that both coded."""

    code: str
    both: int
    first_only: int
    second_only: int
    neither: int
    percent: Estimate
    kappa: Estimate
    alpha: Estimate

    @property
    def answers(self) -> int:
        """Answers that both coders decided on."""
        return self.both + self.first_only + self.second_only + self.neither


@dataclass(frozen=True, slots=True)
class AgreementTable:
    """Agreement of two coders. ``left_out`` counts answers that one of them did not decide on."""

    answers: int
    left_out: int
    codes: tuple[CodeAgreement, ...]
    same_codes: Estimate
    alpha_masi: Estimate
    mean_kappa: float | None
    level: float


def agreement(
    first: Sequence[Codes | None],
    second: Sequence[Codes | None],
    *,
    level: float = 0.95,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> AgreementTable:
    """Agreement of two coders on the same answers.

    ``first`` and ``second`` hold per answer the codes a coder gave (empty: decided that none applies), None where the
    coder did not decide; such answers are left out and counted. Bootstrap: answers are resampled with replacement
    ``resamples`` times. Raises ValueError when the two differ in length.
    """
    if len(first) != len(second):
        raise ValueError(f"The coders must have the same answers. Got {len(first)} and {len(second)}.")
    pairs = [(a, b) for a, b in zip(first, second, strict=True) if a is not None and b is not None]
    rng = np.random.default_rng(seed)
    n = len(pairs)
    draws = rng.multinomial(n, np.full(n, 1 / n), size=resamples).astype(np.float64) if n else np.zeros((resamples, 0))
    weights = np.vstack([np.ones((1, n)), draws])
    names = sorted({code for a, b in pairs for code in a | b})
    per_code = tuple(_code_agreement(name, pairs, weights, level) for name in names)
    same = np.array([a == b for a, b in pairs], dtype=np.float64)
    kappas = [row.kappa.value for row in per_code if row.kappa.value is not None]
    return AgreementTable(
        answers=n,
        left_out=len(first) - n,
        codes=per_code,
        same_codes=_estimate(_share(weights @ same, weights.sum(axis=1)), level),
        alpha_masi=_estimate(_alpha_masi(pairs, weights), level),
        mean_kappa=float(np.mean(kappas)) if kappas else None,
        level=level,
    )


def masi_distance(first: Codes, second: Codes) -> float:
    """1 minus Jaccard similarity times 1, 2/3, 1/3 or 0 for equal, nested, overlapping and disjoint sets; 0 to 1."""
    if first == second:
        return 0.0
    shared = len(first & second)
    if not shared:
        return 1.0
    monotone = 2 / 3 if first <= second or second <= first else 1 / 3
    return 1.0 - monotone * shared / len(first | second)


def _code_agreement(code: str, pairs: Sequence[tuple[Codes, Codes]], weights: Floats, level: float) -> CodeAgreement:
    a = np.array([code in first for first, _ in pairs], dtype=bool)
    b = np.array([code in second for _, second in pairs], dtype=bool)
    cells = np.stack([a & b, a & ~b, ~a & b, ~a & ~b]).astype(np.float64)
    counts = weights @ cells.T
    both, first_only, second_only, neither = (int(count) for count in counts[0])
    total = counts.sum(axis=1)
    observed = _share(counts[:, 0] + counts[:, 3], total)
    yes_a, yes_b = _share(counts[:, 0] + counts[:, 1], total), _share(counts[:, 0] + counts[:, 2], total)
    chance = yes_a * yes_b + (1 - yes_a) * (1 - yes_b)
    values = 2 * total
    ones = 2 * counts[:, 0] + counts[:, 1] + counts[:, 2]
    expected = _share(2 * ones * (values - ones), values * (values - 1))
    return CodeAgreement(
        code=code,
        both=both,
        first_only=first_only,
        second_only=second_only,
        neither=neither,
        percent=_estimate(observed, level),
        kappa=_estimate(_share(observed - chance, 1 - chance), level),
        alpha=_estimate(1 - _share(1 - observed, expected), level),
    )


def _alpha_masi(pairs: Sequence[tuple[Codes, Codes]], weights: Floats) -> Floats:
    """Alpha per row of weights: 1 - observed / expected distance, over the distinct sets that occur."""
    sets = sorted({codes for pair in pairs for codes in pair}, key=sorted)
    index = {codes: i for i, codes in enumerate(sets)}
    distance = np.array([[masi_distance(a, b) for b in sets] for a in sets], dtype=np.float64).reshape(
        len(sets), len(sets)
    )
    held = np.zeros((len(pairs), len(sets)))
    for row, (a, b) in enumerate(pairs):
        held[row, index[a]] += 1
        held[row, index[b]] += 1
    apart = np.array([masi_distance(a, b) for a, b in pairs], dtype=np.float64)
    total = weights.sum(axis=1)
    frequency = weights @ held
    expected = _share(np.einsum("ri,ij,rj->r", frequency, distance, frequency), 2 * total * (2 * total - 1))
    return 1 - _share(_share(weights @ apart, total), expected)


def _share(part: Floats, whole: Floats) -> Floats:
    """``part / whole``, NaN where the whole is zero."""
    result = np.full(np.shape(part), np.nan)
    np.divide(part, whole, out=result, where=np.abs(whole) > 1e-12)
    return result


def _estimate(values: Floats, level: float) -> Estimate:
    """The figure of the first row, with an interval from the others in which it is defined."""
    drawn = values[1:][~np.isnan(values[1:])]
    if np.isnan(values[0]) or not len(drawn):
        return Estimate(None, None, None)
    tail = (1 - level) / 2
    return Estimate(float(values[0]), float(np.quantile(drawn, tail)), float(np.quantile(drawn, 1 - tail)))
