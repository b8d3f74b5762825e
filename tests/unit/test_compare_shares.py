"""The change of a share between samples: against statsmodels, McNemar's test and worked figures."""

import math
import random

import pytest
from scipy.stats import norm
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.proportion import confint_proportions_2indep, proportions_ztest

from coding.analysis.compare import Sample, corrected, difference


def sample(people: range, having: range, weight: float = 1.0) -> Sample:
    return Sample({f"p{i}": weight for i in people}, frozenset(f"p{i}" for i in having))


def test_without_overlap_it_is_the_pooled_test_with_newcombes_interval() -> None:
    found = difference(sample(range(80), range(20)), sample(range(100, 190), range(100, 133)))
    low, high = confint_proportions_2indep(33, 90, 20, 80, method="newcomb")
    assert (found.low, found.high) == pytest.approx((low, high))
    assert found.p == pytest.approx(proportions_ztest([20, 33], [80, 90])[1])
    assert found.overlap == 0


def test_with_the_same_people_it_is_nearly_mcnemars_test() -> None:
    first, second = sample(range(50), range(20)), sample(range(50), range(10, 28))
    table = [[10, 10], [8, 22]]
    # McNemar takes the variance of the discordant pairs, z8 the pooled one and phi.
    expected = mcnemar(table, exact=False, correction=False).pvalue
    assert difference(first, second).p == pytest.approx(expected, abs=0.002)


def test_partial_overlap_follows_derrick_and_others() -> None:
    # n1 = 100, n2 = 80, 40 in both; phi of those in both from the table 12, 8 / 5, 15.
    first = Sample({f"p{i}": 1.0 for i in range(100)}, frozenset(f"p{i}" for i in range(55)))
    second_people = [*range(35, 75), *range(200, 240)]
    having = [*range(35, 47), *range(55, 60), *range(200, 210)]
    second = Sample({f"p{i}": 1.0 for i in second_people}, frozenset(f"p{i}" for i in having))
    phi = (40 * 12 - 20 * 17) / math.sqrt(20 * 20 * 17 * 23)
    pooled = (55 + 27) / 180
    spread = pooled * (1 - pooled)
    z = (27 / 80 - 55 / 100) / math.sqrt(spread / 100 + spread / 80 - 2 * phi * spread * 40 / (100 * 80))
    assert difference(first, second).p == pytest.approx(2 * norm.sf(abs(z)))


def test_people_who_answer_alike_twice_make_the_difference_surer() -> None:
    apart = difference(sample(range(60), range(20)), sample(range(100, 160), range(100, 130)))
    panel = difference(sample(range(60), range(20)), sample(range(60), range(30)))
    assert panel.p < apart.p
    assert panel.high - panel.low < apart.high - apart.low


def test_equal_weights_change_nothing_and_unequal_ones_widen_the_interval() -> None:
    plain = difference(sample(range(60), range(20)), sample(range(100, 160), range(100, 130)))
    doubled = difference(sample(range(60), range(20), 2.0), sample(range(100, 160), range(100, 130), 2.0))
    assert doubled.low == pytest.approx(plain.low)
    assert doubled.p == pytest.approx(plain.p)
    uneven = Sample({f"p{i}": 1.0 if i % 2 else 3.0 for i in range(60)}, frozenset(f"p{i}" for i in range(20)))
    wide = difference(uneven, sample(range(100, 160), range(100, 130)))
    assert wide.high - wide.low > plain.high - plain.low


def test_empty_samples_say_nothing() -> None:
    found = difference(Sample({}, frozenset()), sample(range(5), range(2)))
    assert (found.low, found.high, found.p) == (-1.0, 1.0, 1.0)


def test_those_who_hold_it_must_be_among_the_people() -> None:
    with pytest.raises(ValueError, match="among its people"):
        Sample({"a": 1.0}, frozenset({"b"}))


def test_holm_never_makes_a_p_value_smaller() -> None:
    lots = random.Random(4)
    found = [
        difference(
            sample(range(40), range(lots.randint(0, 40))), sample(range(50, 90), range(50, lots.randint(51, 90)))
        )
        for _ in range(6)
    ]
    assert all(after.adjusted_p >= before.p for before, after in zip(found, corrected(found), strict=True))
    assert min(one.adjusted_p for one in corrected(found)) == pytest.approx(min(1, 6 * min(one.p for one in found)))
