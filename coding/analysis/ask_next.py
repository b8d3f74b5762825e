"""Which answers to read next, so that every decision teaches as much as it can.

An answer is worth asking about if its best guess is uncertain, if many undecided answers resemble it, and if it
differs from those already chosen: the greedy choice that covers the most remaining uncertainty (a facility-location
objective: Wei, Iyer & Bilmes 2015, "Submodularity in data subset selection and active learning").
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

import numpy as np

from coding.analysis.suggest import Suggestions
from coding.analysis.suggest_ground import Floats, Ground, Indices

_MOST_CANDIDATES: Final = 400
_COVERED_MOST: Final = 2000
_SHARPNESS: Final = 2
_BLOCK: Final = 1000


def ask_next(ground: Ground, suggestions: Suggestions, decided: Collection[int], count: int = 10) -> tuple[int, ...]:
    """At most ``count`` rows of the ground to ask about next, the most worthwhile first; ties go to the lowest row.

    ``decided``: rows that need no asking. Rows that no undecided response stands on are left out.
    Raises ValueError if ``suggestions`` are of another ground.
    """
    if len(suggestions.answers) != len(ground):
        raise ValueError("The 'suggestions' parameter must have one entry per row of the ground.")
    waiting = np.array(
        [row for row in range(len(ground)) if row not in decided and ground.counts[row] > 0], dtype=np.intp
    )
    if not len(waiting):
        return ()
    doubt = np.array([1 - suggestions.answers[row].certainty for row in waiting]) * ground.counts[waiting]
    order = np.argsort(-np.round(doubt, 6), kind="stable")
    candidates, covered = waiting[order[:_MOST_CANDIDATES]], waiting[order[:_COVERED_MOST]]
    weight = doubt[order[:_COVERED_MOST]]
    alike = np.maximum(ground.points[candidates] @ ground.points[covered].T, 0).astype(np.float64) ** _SHARPNESS
    alike[np.arange(len(candidates)), np.arange(len(candidates))] = 1
    reached = _reached(ground, covered, decided)
    chosen: list[int] = []
    for _ in range(min(count, len(candidates))):
        gain = np.round(np.maximum(alike - reached, 0) @ weight, 9)
        gain[chosen] = -1
        best = int(gain.argmax())
        chosen.append(best)
        reached = np.maximum(reached, alike[best])
    return tuple(int(candidates[i]) for i in chosen)


def _reached(ground: Ground, covered: Indices, decided: Collection[int]) -> Floats:
    """How much each answer already resembles one that was decided."""
    known = np.array(sorted(decided), dtype=np.intp)
    reached = np.zeros(len(covered))
    for start in range(0, len(known), _BLOCK):
        alike = ground.points[covered] @ ground.points[known[start : start + _BLOCK]].T
        reached = np.maximum(reached, alike.max(axis=1).astype(np.float64))
    return reached**_SHARPNESS
