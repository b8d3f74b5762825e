"""What holds for proposals whatever the answers are."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from coding.analysis.propose import Proposal, propose
from tests.unit.test_propose import encode

WORDS = ["druk", "geld", "reis", "loon", "te", "laat", "niet", "goed", "é", "🙂", "2"]
answers = st.lists(st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join), max_size=60)


def partition(proposal: Proposal, texts: list[str], level: int) -> set[frozenset[str]]:
    groups = proposal.levels[level]
    return {frozenset(texts[i] for i in proposal.nodes[node].members) for node in groups}


@settings(max_examples=30, deadline=None)
@given(answers, st.randoms(use_true_random=False))
def test_row_order_changes_nothing(texts: list[str], random: object) -> None:
    other = sorted(texts, key=lambda text: hash((text, str(random))))
    one, two = propose(texts, encode), propose(other, encode)
    assert [partition(one, texts, i) for i in range(len(one.levels))] == [
        partition(two, other, i) for i in range(len(two.levels))
    ]


@settings(max_examples=30, deadline=None)
@given(answers)
def test_all_is_accounted_for_and_levels_nest(texts: list[str]) -> None:
    proposal = propose(texts, encode)
    filled = np.array([bool(text) for text in texts], dtype=bool)
    assert not (proposal.finest[~filled] >= 0).any() if len(texts) else True
    if len(texts) >= 20:
        assert (proposal.finest[filled] < 0).sum() <= 0.1 * filled.sum()
    for level in range(len(proposal.levels) - 1):
        fine, broad = proposal.at(level + 1), proposal.at(level)
        pairs = set(zip(fine.tolist(), broad.tolist(), strict=True))
        assert len(pairs) == len({one for one, _ in pairs})
