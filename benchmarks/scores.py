"""How good proposed groups are, judged by human codes. All functions take one set per answer, in the same order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Codes = frozenset[str]
LEAST_SINGLE_CODED = 5
"""Questions with fewer answers with exactly one code are not scored."""


@dataclass(frozen=True)
class Scores:
    """What a proposal for one question is worth; shares and scores at most 1."""

    ami: float
    saved: float
    b3_precision: float
    b3_recall: float
    b3_f: float
    groups: int
    left: float


def score(proposed: Sequence[Sequence[str]], gold: Sequence[Codes]) -> Scores | None:
    """The scores of one question; None if it has too few answers with one code.

    ``proposed``: the groups of each answer, the strongest first; ``gold``: its human codes.
    """
    if sum(len(codes) == 1 for codes in gold) < LEAST_SINGLE_CODED:
        return None
    sets = [frozenset(groups) for groups in proposed]
    precision, recall = b_cubed(sets, gold)
    f = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    groups = len(frozenset().union(*sets))
    left = sum(not groups for groups in sets) / len(sets)
    return Scores(agreement(proposed, gold), decisions_saved(sets, gold), precision, recall, f, groups, left)


def agreement(proposed: Sequence[Sequence[str]], gold: Sequence[Codes]) -> float:
    """Adjusted mutual information (Vinh et al. 2010) over the answers with exactly one code.

    The first group of an answer counts; an answer without a group is a group of its own.
    """
    from sklearn.metrics import adjusted_mutual_info_score

    single = [i for i, codes in enumerate(gold) if len(codes) == 1]
    names = [("group", proposed[i][0]) if proposed[i] else ("alone", str(i)) for i in single]
    number = {name: k for k, name in enumerate(sorted(set(names)))}
    return float(adjusted_mutual_info_score([next(iter(gold[i])) for i in single], [number[name] for name in names]))


def decisions_saved(proposed: Sequence[frozenset[str]], gold: Sequence[Codes]) -> float:
    """Share of the decisions of coding by hand that the proposal saves; negative if it costs more than it saves.

    By hand each answer costs one decision per code, at least one. With a proposal each group costs one decision, after
    which its members have the code of most of them (none if most have none), and each code to add or take away costs
    one."""
    members: dict[str, list[int]] = defaultdict(list)
    for i, groups in enumerate(proposed):
        for group in groups:
            members[group].append(i)
    code_of = {group: _code_of_most([gold[i] for i in rows]) for group, rows in members.items()}
    assisted = len(members)
    for groups, codes in zip(proposed, gold, strict=True):
        have = {code for group in groups if (code := code_of[group]) is not None}
        assisted += max(len(codes - have), len(have - codes))
    return 1 - assisted / sum(max(1, len(codes)) for codes in gold)


def _code_of_most(gold: Sequence[Codes]) -> str | None:
    count = Counter(code for codes in gold for code in codes)
    none = sum(not codes for codes in gold)
    best = min(count, key=lambda code: (-count[code], code), default=None)
    return best if best is not None and count[best] >= none else None


def b_cubed(proposed: Sequence[frozenset[str]], gold: Sequence[Codes]) -> tuple[float, float]:
    """Precision and recall of extended B-cubed (Amigó et al. 2009) over the answers with at least one code."""
    rows = [i for i, codes in enumerate(gold) if codes]
    together = _shared([proposed[i] or frozenset({f"\0alone {i}"}) for i in rows])
    wanted = _shared([gold[i] for i in rows])
    both = np.minimum(together, wanted)
    return _mean_ratio(both, together), _mean_ratio(both, wanted)


def _shared(sets: Sequence[frozenset[str]]) -> NDArray[np.int32]:
    """How many elements each two sets share, shape (n, n)."""
    number = {name: k for k, name in enumerate(sorted(frozenset().union(*sets)))}
    member = np.zeros((len(sets), len(number)), dtype=np.int32)
    for i, one in enumerate(sets):
        member[i, [number[name] for name in one]] = 1
    return member @ member.T


def _mean_ratio(part: NDArray[np.int32], whole: NDArray[np.int32]) -> float:
    """Mean over rows of the mean of part / whole where whole is not zero."""
    rows = [(part[i][whole[i] > 0] / whole[i][whole[i] > 0]).mean() for i in range(len(part))]
    return float(np.mean(rows)) if rows else 0.0
