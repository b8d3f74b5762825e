"""Intervals and tests against published worked examples and against statsmodels."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint, proportions_ztest

from coding.analysis.significance import difference_p, effective_base, holm, wilson


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_gives_newcombes_intervals(successes: int, n: int, low: float, high: float) -> None:
    """Newcombe (1998), Two-sided confidence intervals for the single proportion, table I, method 3."""
    assert wilson(successes, n) == pytest.approx((low, high), abs=5e-5)


def test_a_known_population_narrows_the_interval() -> None:
    """Cochran (1977), 2.6: the variance shrinks by (N − n)/(N − 1)."""
    wide, narrow = wilson(40, 100), wilson(40, 100, population=200)
    assert narrow == pytest.approx(wilson(40 * 199 / 100, 100 * 199 / 100))
    assert wide.low < narrow.low < 0.4 < narrow.high < wide.high
    assert wilson(40, 100, population=100) == (0.4, 0.4)


@pytest.mark.parametrize(("successes", "n", "population"), [(5, 4, None), (-1, 4, None), (2, 4, 3)])
def test_impossible_counts_are_refused(successes: int, n: int, population: int | None) -> None:
    with pytest.raises(ValueError, match="must keep"):
        wilson(successes, n, population=population)


def test_nobody_asked_means_nothing_known() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


def test_difference_of_the_aspirin_study() -> None:
    """Agresti (2002), Categorical Data Analysis, table 3.1: 189/11034 against 104/11037 gives X² = 25.0, P < 10⁻⁵."""
    from scipy.stats import chi2

    p = difference_p(189, 11034, 104, 11037)
    assert chi2.isf(p, 1) == pytest.approx(25.01, abs=0.01)


def test_small_groups_are_tested_exactly() -> None:
    """Fisher (1935), the lady tasting tea: 3 of 4 against 1 of 4, two-sided P = 0.486."""
    assert difference_p(3, 4, 1, 4) == pytest.approx(0.4857, abs=5e-5)


def test_empty_or_equal_groups_do_not_differ() -> None:
    assert difference_p(0, 0, 3, 4) == 1.0
    assert difference_p(0, 10, 0, 20) == 1.0
    assert difference_p(10, 10, 20, 20) == 1.0


def test_holm_gives_the_textbook_example() -> None:
    """P = .01, .04, .03, .005 at four tests (Wikipedia, Holm–Bonferroni method): .03, .06, .06, .02."""
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])


def test_kish_effective_base() -> None:
    assert effective_base([1, 1, 1, 1]) == pytest.approx(4)
    assert effective_base([2, 1, 1]) == pytest.approx(16 / 6)
    assert effective_base([]) == 0


@given(st.integers(1, 400), st.integers(0, 400), st.sampled_from([0.8, 0.9, 0.95, 0.99]))
@settings(max_examples=60, deadline=None)
def test_wilson_agrees_with_statsmodels(n: int, wanted: int, level: float) -> None:
    successes = min(wanted, n)
    assert wilson(successes, n, level) == pytest.approx(
        proportion_confint(successes, n, alpha=1 - level, method="wilson"), abs=1e-9
    )


@given(st.integers(40, 400), st.integers(40, 400), st.data())
@settings(max_examples=60, deadline=None)
def test_differences_agree_with_statsmodels(first_n: int, second_n: int, data: st.DataObject) -> None:
    first = data.draw(st.integers(first_n // 4, first_n * 3 // 4))
    second = data.draw(st.integers(second_n // 4, second_n * 3 // 4))
    expected = proportions_ztest([first, second], [first_n, second_n])[1]
    assert difference_p(first, first_n, second, second_n) == pytest.approx(expected, abs=1e-9)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_holm_agrees_with_statsmodels(p_values: list[float]) -> None:
    assert holm(p_values) == pytest.approx(list(multipletests(p_values, method="holm")[1]))
