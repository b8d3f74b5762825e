"""The measurement of the order of asking, on a question small enough to see through."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.asking import ORDERS, curve_of, lines, needed
from benchmarks.suggestion_data import CodedQuestion
from coding.analysis.suggest_question import question_ground
from tests.word_vectors import WordVectors

THEMES = ("boos", "klacht", "media", "cijfer")


@pytest.fixture(scope="module")
def question() -> CodedQuestion:
    texts = [f"{theme} nummer {number} {'x' * number}" for theme in THEMES for number in range(24)]
    codes = tuple(frozenset({text.split()[0]}) for text in texts)
    ground = question_ground(texts, [True] * len(texts), WordVectors().encode)
    return CodedQuestion("made up", "q", np.arange(len(texts)), codes, ground, {})


def test_the_fewest_decisions_for_an_accuracy() -> None:
    assert needed({5: 0.4, 10: 0.7, 15: 0.6}, 0.6) == 10
    assert needed({5: 0.4}, 0.5) is None


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_ends_with_all_that_could_be_asked_decided_rightly(question: CodedQuestion, order: str) -> None:
    curve = curve_of(question, order, 0)
    assert sorted(curve.asked) == [5, 10, 15, 20, 25, 30, 35, 40, 45, 48]
    assert curve.asked[48] == 1.0
    assert curve.new[48] > 0.9
    assert sorted(curve.new) == sorted(curve.asked)


def test_the_table_has_a_line_per_half(question: CodedQuestion) -> None:
    made = lines("made up", [question], 1)
    assert [line.split(" | ")[0] for line in made] == ["| made up, asked", "| made up, new"]
    assert "–" in made[0]  # 80 decisions cannot be taken on 48 answers
    assert lines("none", [], 1) == []
