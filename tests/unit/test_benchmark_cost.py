"""The answers that cost is measured on, what is measured, and the table."""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np
import pytest

from benchmarks.cost import ALL, BERTOPIC, GROUPS, NAMED, SIZES, measure, measure_whole, prepare, run_once, times
from benchmarks.cost_answers import Answers, drawn, load, made_up
from benchmarks.cost_table import Cost, table
from benchmarks.run import replaced


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


def test_small_questions_are_measured_several_times_on_other_answers_each_time(tmp_path: Path) -> None:
    assert [times(size) for size in SIZES] == [15, 15, 1, 1]
    prepare(tmp_path, [1_000], made_up(20))
    assert len({load(tmp_path, 1_000, seed).texts for seed in range(times(1_000))}) == 15


def test_each_method_is_measured_at_each_size_in_a_process_of_its_own(tmp_path: Path) -> None:
    prepare(tmp_path, [40], None)
    warm, whole = measure(tmp_path, [40], [GROUPS])
    cost = warm[GROUPS, 40]
    assert (cost.groups > 1, cost.seconds > 0, cost.processor > 0, cost.megabytes > 20) == (True,) * 4
    assert not whole  # groups alone are never the whole


@pytest.mark.encoder
def test_a_whole_process_costs_its_imports_and_encoding_too(tmp_path: Path) -> None:
    prepare(tmp_path, [40], None)
    cost = measure_whole(NAMED, tmp_path, 40)
    assert (cost.groups > 1, cost.processor > 0.2, cost.megabytes > 50) == (True,) * 3
    with pytest.raises(subprocess.CalledProcessError):
        measure_whole(NAMED, tmp_path, 41)


def test_the_table_has_ratios_and_slopes() -> None:
    row = Cost(1.0, 1.0, 100.0, 5)
    warm = {
        (GROUPS, 100): row,
        (BERTOPIC, 100): Cost(12.0, 24.0, 250.0, 3),
        (GROUPS, 10_000): row._replace(seconds=10.0),
        (BERTOPIC, 10_000): row._replace(seconds=1200.0),
    }
    told = table(warm, {(NAMED, 100): row, (BERTOPIC, 100): row._replace(seconds=3.0)}, BERTOPIC)
    assert f"| 100 | {GROUPS} | 1 | 1 | 12.0 | 24.0 | 100 | 0.40 | 5 |" in told
    assert f"| {BERTOPIC} | 1.00 | 250, 100 |" in told
    assert f"| {GROUPS} | 0.50 | 100, 100 |" in told
    assert f"| 100 | {NAMED} | 1 | 1 | 3.0 | 1.0 | 100 | 1.00 | 5 |" in told


def test_a_table_replaces_the_one_before_it_and_nothing_else() -> None:
    before = "top\n<!-- cost begins -->\nold\n<!-- cost ends -->\nbottom\n"
    assert replaced(before, "cost", "new") == before.replace("old", "new")
