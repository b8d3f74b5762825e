"""The answers that cost is measured on, and the table."""

from __future__ import annotations

import numpy as np

from benchmarks.cost import ALL, GROUPS, NAMED, Answers, drawn, made_up, run_once, table


def test_answers_are_distinct_sorted_and_of_unit_length_whatever_they_are_made_from() -> None:
    made = made_up(200)
    pool = Answers(made.texts[:20], made.vectors[:20])
    for answers in (made, drawn(300, pool)):
        assert list(answers.texts) == sorted(set(answers.texts))
        assert answers.vectors.dtype == np.float32
        assert np.allclose(np.linalg.norm(answers.vectors, axis=1), 1, atol=1e-5)
    assert len(drawn(300, pool).texts) == 300


def test_drawn_answers_lie_near_what_they_were_drawn_from() -> None:
    made = made_up(100)
    pool = Answers(made.texts[:10], made.vectors[:10])
    similarity = drawn(50, pool).vectors @ pool.vectors.T
    assert (similarity.max(axis=1) > 0.8).all()


def test_every_part_of_the_product_that_is_measured_runs() -> None:
    answers = made_up(60)
    assert run_once(GROUPS, answers) == run_once(NAMED, answers) == run_once(ALL, answers) > 1


def test_the_table_has_ratios_and_slopes() -> None:
    row = {"seconds": 1.0, "processor": 1.0, "megabytes": 100.0, "groups": 5.0}
    found = {
        (GROUPS, 100): row,
        ("BERTopic", 100): {**row, "seconds": 12.0, "megabytes": 250.0},
        (GROUPS, 10_000): {**row, "seconds": 10.0},
        ("BERTopic", 10_000): {**row, "seconds": 1200.0},
    }
    told = table(found)
    assert "| 12.0 | 2.5 |" in told
    assert "- BERTopic: 1.00 (100–10,000)" in told
    assert f"- {GROUPS}: 0.50 (100–10,000)" in told
