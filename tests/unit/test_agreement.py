"""Agreement figures against published worked examples and independent implementations."""

from __future__ import annotations

import krippendorff
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from coding.analysis.agreement import AgreementTable, CodeAgreement, agreement, masi_distance

YES, NO = frozenset({"ja"}), frozenset[str]()


def binary(first: list[int], second: list[int]) -> CodeAgreement:
    table = agreement([YES if x else NO for x in first], [YES if x else NO for x in second], resamples=50)
    return table.codes[0]


def test_alpha_of_krippendorff_2011_binary_example() -> None:
    row = binary([0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0])
    assert row.alpha.value == pytest.approx(0.095, abs=0.0005)


def test_alpha_of_krippendorff_2011_nominal_example_with_single_codes() -> None:
    """With exactly one code an answer, the MASI distance is the nominal distance."""
    ben, gerry = "aabbdcccedda", "babbbccceddd"
    table = agreement([frozenset(x) for x in ben], [frozenset(x) for x in gerry], resamples=50)
    assert table.alpha_masi.value == pytest.approx(0.692, abs=0.0005)


def test_kappa_of_a_textbook_table() -> None:
    """20 both yes, 5 and 10 apart, 15 both no: observed .70, by chance .50, kappa .40."""
    row = binary([1] * 20 + [1] * 5 + [0] * 10 + [0] * 15, [1] * 20 + [0] * 5 + [1] * 10 + [0] * 15)
    assert (row.both, row.first_only, row.second_only, row.neither) == (20, 5, 10, 15)
    assert row.percent.value == pytest.approx(0.7)
    assert row.kappa.value == pytest.approx(0.4)


codings = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=2, max_size=30)


@given(codings)
def test_kappa_and_alpha_equal_independent_libraries(pairs: list[tuple[bool, bool]]) -> None:
    first, second = [int(a) for a, _ in pairs], [int(b) for _, b in pairs]
    if not any(first) and not any(second):
        return
    row = binary(first, second)
    if len(set(first) | set(second)) == 1:
        assert row.kappa.value is None
        assert row.alpha.value is None
        return
    assert row.alpha.value == pytest.approx(
        krippendorff.alpha(reliability_data=np.array([first, second]), level_of_measurement="nominal")
    )
    assert row.kappa.value == pytest.approx(cohen_kappa_score(first, second))


sets = st.frozensets(st.sampled_from("abcd"), max_size=3)


@given(sets, sets)
def test_masi_is_a_symmetric_distance_that_is_zero_only_for_equal_sets(a: frozenset[str], b: frozenset[str]) -> None:
    assert masi_distance(a, b) == masi_distance(b, a)
    assert (masi_distance(a, b) == 0) == (a == b)
    assert 0 <= masi_distance(a, b) <= 1


def test_masi_of_passonneau() -> None:
    assert masi_distance(frozenset("ab"), frozenset("abc")) == pytest.approx(1 - 2 / 3 * 2 / 3)
    assert masi_distance(frozenset("ab"), frozenset("bc")) == pytest.approx(1 - 1 / 3 * 1 / 3)


def test_undecided_answers_are_left_out_and_counted() -> None:
    table = agreement([YES, None, NO, YES], [YES, YES, None, NO], resamples=50)
    assert (table.answers, table.left_out) == (2, 2)
    assert table.same_codes.value == pytest.approx(0.5)


def test_nothing_in_common_gives_no_figures_and_no_error() -> None:
    table: AgreementTable = agreement([None], [YES])
    assert table.answers == 0
    assert table.same_codes.value is None
    assert table.alpha_masi.value is None


@given(st.lists(st.tuples(sets, sets), min_size=3, max_size=20))
def test_the_interval_is_in_order_and_order_of_coders_does_not_matter(
    pairs: list[tuple[frozenset[str], frozenset[str]]],
) -> None:
    first, second = [a for a, _ in pairs], [b for _, b in pairs]
    one, other = agreement(first, second, resamples=60), agreement(second, first, resamples=60)
    assert one.alpha_masi == other.alpha_masi
    low, high = one.same_codes.low, one.same_codes.high
    assert low is not None
    assert high is not None
    assert low <= high


def test_different_numbers_of_answers_are_refused() -> None:
    with pytest.raises(ValueError, match="same answers"):
        agreement([YES], [])
