"""The scores of the benchmarks on an example small enough to do by hand."""

from __future__ import annotations

import pytest

from benchmarks.scores import agreement, b_cubed, decisions_saved, score

GOLD = [frozenset(codes.split()) for codes in ("a", "a", "b", "b", "a b", "")]
PROPOSED = [["1"], ["1"], ["1"], ["2"], ["2", "1"], []]


def test_decisions_saved_counts_groups_and_corrections() -> None:
    # By hand: 1 + 1 + 1 + 1 + 2 + 1 = 7. Group 1 gets a (three of its four members), group 2 gets b.
    # Two groups to name, one answer (the third) with a wrong code: 3 decisions.
    assert decisions_saved([frozenset(groups) for groups in PROPOSED], GOLD) == pytest.approx(1 - 3 / 7)


def test_b_cubed_by_hand() -> None:
    gold = [frozenset({"a"}), frozenset({"a"}), frozenset({"b"})]
    proposed = [frozenset({"1"}), frozenset({"1"}), frozenset({"1"})]
    # Precision: two thirds for the first two answers, one third for the last. Recall: everything.
    precision, recall = b_cubed(proposed, gold)
    assert precision == pytest.approx(5 / 9)
    assert recall == pytest.approx(1.0)


def test_agreement_is_1_for_the_same_partition_and_takes_an_unassigned_answer_as_alone() -> None:
    gold = [frozenset({"a"}), frozenset({"a"}), frozenset({"b"}), frozenset({"b"})]
    assert agreement([["1"], ["1"], ["2"], ["2"]], gold) == pytest.approx(1.0)
    assert agreement([["1"], ["1"], ["2"], []], gold) < 1.0


def test_questions_with_few_single_codes_are_not_scored() -> None:
    assert score(PROPOSED, GOLD) is None
    many = score([["1"]] * 5 + [[]], [frozenset({"a"})] * 5 + [frozenset()])
    assert many is not None
    assert many.groups == 1
    assert many.left == pytest.approx(1 / 6)
