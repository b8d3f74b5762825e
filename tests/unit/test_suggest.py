"""Suggestions on small made-up questions with made-up points."""

from __future__ import annotations

import numpy as np
import pytest

from coding.analysis.ask_next import ask_next, worth_asking
from coding.analysis.lexical import unit_rows
from coding.analysis.suggest import Decision, Suggester, Suggestions
from coding.analysis.suggest_calibrate import accepted, banded, correction, probability
from coding.analysis.suggest_evidence import evidence
from coding.analysis.suggest_ground import Examples, Ground, Matrix, nearest, prepare
from coding.analysis.suggest_pieces import pieces

TIME, PAY = frozenset({"time"}), frozenset({"pay"})
NONE: Decision = frozenset()


def points(seed: int = 0, per_code: int = 20, noise: float = 0.25) -> Matrix:
    """Three clouds on three axes: "time", "pay" and neither."""
    rng = np.random.default_rng(seed)
    centres = np.eye(3, 12, dtype=np.float32).repeat(per_code, axis=0)
    return unit_rows((centres + noise * rng.standard_normal(centres.shape)).astype(np.float32))


@pytest.fixture
def ground() -> Ground:
    return prepare(points())


def learned(ground: Ground) -> Suggestions:
    decisions = {0: [TIME], 1: [TIME], 2: [TIME], 20: [PAY], 21: [PAY], 22: [PAY], 40: [NONE], 41: [NONE], 42: [NONE]}
    return Suggester.fit(ground, [], decisions).suggest()


def test_the_clouds_are_learned_from_three_examples_each(ground: Ground) -> None:
    best = [answer.best.code for answer in learned(ground).answers]
    right = [best[row] == ("time", "pay", None)[row // 20] for row in range(60)]
    assert sum(right) >= 57


def test_further_codes_never_outscore_the_best_guess_and_none_stands_alone(ground: Ground) -> None:
    both = Suggester.fit(ground, [], {0: [TIME | PAY], 1: [TIME | PAY], 20: [PAY], 40: [NONE]}).suggest()
    for answer in both.answers:
        assert all(guess.score <= answer.best.score for guess in answer.guesses)
        assert len({guess.code for guess in answer.guesses}) == len(answer.guesses)
        if answer.best.code is None:
            assert len(answer.guesses) == 1
    assert {guess.code for guess in both.answers[2].guesses} == {"time", "pay"}


def test_a_decided_text_is_suggested_its_decision(ground: Ground) -> None:
    odd = Suggester.fit(ground, [], {0: [PAY], 1: [TIME], 20: [PAY], 40: [NONE]}).suggest()
    assert [guess.code for guess in odd.answers[0].guesses] == ["pay"]
    assert odd.answers[40].best.code is None


def test_the_chances_doubt_a_decision_that_all_others_contradict(ground: Ground) -> None:
    decisions = {0: [PAY], 1: [TIME], 2: [TIME], 3: [TIME], 20: [PAY], 21: [PAY], 22: [PAY], 40: [NONE], 41: [NONE]}
    learner = Suggester.fit(ground, [], decisions)
    chances = learner.chances()
    assert learner.codes == ("pay", "time")
    assert chances.shape == (60, 3)
    assert ((chances >= 0) & (chances <= 1)).all()
    assert chances[0].argmax() == 1  # coded "pay", among answers about time
    assert chances[1].argmax() == 1
    assert chances[45].argmax() == 2


def test_responses_with_equal_words_that_were_coded_differently_lower_the_score(ground: Ground) -> None:
    alike = Suggester.fit(ground, [], {0: [TIME, TIME, TIME, TIME], 20: [PAY]}).suggest()
    mixed = Suggester.fit(ground, [], {0: [TIME, TIME, TIME, PAY], 20: [PAY]}).suggest()
    assert alike.answers[0].best.code == mixed.answers[0].best.code == "time"
    assert mixed.answers[0].certainty < alike.answers[0].certainty


def test_update_equals_learning_everything_at_once(ground: Ground) -> None:
    step = Suggester.fit(ground, ["time"], {0: [TIME]}).update({20: [PAY]}).update({40: [NONE], 0: [TIME]})
    once = Suggester.fit(ground, ["time"], {40: [NONE], 20: [PAY], 0: [TIME]})
    assert step.suggest().answers == once.suggest().answers


def test_the_likeliest_codes_come_with_their_own_chance(ground: Ground) -> None:
    suggested = Suggester.fit(ground, ["time", "pay", "peace"], {0: [TIME], 20: [PAY], 40: [NONE]}).suggest()
    columns, scores = suggested.likeliest(3)
    for row, answer in enumerate(suggested.answers):
        assert (_code(suggested, columns[row, 0]), scores[row, 0]) == (answer.best.code, answer.best.score)
        assert {g.code for g in answer.guesses[1:3]} <= {_code(suggested, column) for column in columns[row, 1:]}
        chances = suggested.chances[row, columns[row, 1:]]
        assert list(scores[row, 1:]) == pytest.approx(np.minimum(chances, scores[row, 0]), abs=1e-4)
        assert list(scores[row]) == sorted(scores[row], reverse=True)


def _code(suggested: Suggestions, column: int) -> str | None:
    return None if column == len(suggested.codes) else suggested.codes[column]


def test_taking_a_decision_back_forgets_it(ground: Ground) -> None:
    taken_back = Suggester.fit(ground, [], {0: [TIME], 20: [PAY]}).update({20: []})
    assert taken_back.suggest().answers == Suggester.fit(ground, ["pay"], {0: [TIME]}).suggest().answers


def test_names_of_codes_suggest_before_anything_is_coded(ground: Ground) -> None:
    names = {"time": np.eye(1, 12, 0, dtype=np.float32)[0], "pay": np.eye(1, 12, 1, dtype=np.float32)[0]}
    suggested = Suggester.fit(ground, names, {}, names).suggest()
    assert [suggested.answers[row].best.code for row in (3, 25)] == ["time", "pay"]


def test_with_nothing_known_no_code_is_the_only_guess(ground: Ground) -> None:
    suggested = Suggester.fit(ground, [], {}).suggest()
    assert {guess.code for answer in suggested.answers for guess in answer.guesses} == {None}
    assert suggested.threshold is None


@pytest.mark.parametrize("size", [1, 2, 3])
def test_questions_of_a_few_answers(size: int) -> None:
    suggested = Suggester.fit(prepare(points(per_code=1)[:size]), [], {0: [TIME]}).suggest()
    assert len(suggested.answers) == size
    assert suggested.answers[0].best.code == "time"


def test_pieces_speak_for_codes_that_the_whole_answer_is_vague_about() -> None:
    cloud = points()
    everything = np.vstack([cloud, unit_rows(cloud[5:6] + cloud[25:26])])
    pieced = prepare(everything, np.vstack([cloud[5], cloud[25]]), [60, 60])
    rows = np.array([*range(4), *range(20, 24)])
    examples = Examples(rows, np.repeat([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]], 4, axis=0))
    found = evidence(pieced, examples, None)
    assert (found["part"][60, :2] > found["ridge"][60, :2] + 0.1).all()
    assert (found["part"][:60] == found["ridge"][:60]).all()


def test_the_evidence_on_a_coded_answer_is_as_if_it_were_not_coded() -> None:
    cloud, owner = points(), [0, 0]
    ground = prepare(cloud, np.vstack([cloud[3], cloud[30]]), owner)
    targets = np.repeat(np.eye(3), 4, axis=0)
    rows = np.concatenate([np.arange(4) + start for start in (0, 20, 40)])
    honest = evidence(ground, Examples(rows, targets), None)
    unseen = evidence(ground, Examples(rows[1:], targets[1:]), None)
    for name in ("ridge", "part", "nearest"):
        assert honest[name][0] == pytest.approx(unseen[name][0], abs=0.05)


@pytest.mark.parametrize("size", [5, 200, 2017])
def test_nearest_finds_the_largest_inner_products(size: int) -> None:
    cloud = np.random.default_rng(3).standard_normal((size, 6)).astype(np.float32)
    rows, alike = nearest(cloud[:4], cloud, 5)
    exact = cloud[:4] @ cloud.T
    assert np.sort(alike, axis=1) == pytest.approx(np.sort(exact, axis=1)[:, -5:])
    assert np.take_along_axis(exact, rows, axis=1) == pytest.approx(alike)


def test_rows_outside_the_ground_are_refused(ground: Ground) -> None:
    with pytest.raises(ValueError, match="decisions"):
        Suggester.fit(ground, [], {60: [TIME]})


def test_pieces_that_do_not_belong_to_points_are_refused() -> None:
    with pytest.raises(ValueError, match="piece_owner"):
        prepare(points(), points()[:2], [0])


def test_pieces_are_cut_at_signs_and_conjunctions() -> None:
    assert pieces("Meer tijd, training en lef!") == ("meer tijd", "training", "lef")
    assert pieces("Meer tijd") == ()
    assert pieces("a en b") == ()


def test_acceptance_is_as_large_as_the_expected_share_of_right_ones_allows() -> None:
    scores, ones = np.array([0.99, 0.95, 0.8, 0.6, 0.4]), np.ones(5, np.intp)
    assert accepted(scores, ones, 0.9, 0.5).tolist() == [True, True, True, False, False]
    assert accepted(scores, ones, 0.2, 0.5).tolist() == [True, True, True, True, False]
    assert not accepted(scores, ones, 0.995, 0.5).any()


def test_bands_keep_the_mean_and_do_not_cross_the_acceptance() -> None:
    scores = np.linspace(0.99, 0.2, 200)
    counts, taken = np.ones(200, np.intp), scores > 0.9
    pooled = banded(scores, counts, taken)
    assert pooled.mean() == pytest.approx(scores.mean())
    assert pooled[taken].min() > pooled[~taken].max()
    assert len(set(pooled)) == 3


def test_correction_moves_towards_what_was_seen_and_not_without_examples() -> None:
    log_odds = np.full(200, 2.0)
    half_right = (np.arange(200) % 2).astype(float)
    assert correction(log_odds, half_right).apply(np.array([2.0]))[0] == pytest.approx(0.5, abs=0.05)
    untouched = correction(np.zeros(0), np.zeros(0))
    assert (untouched.shift, untouched.slope) == (0.0, 0.0)
    assert 0.5 < untouched.apply(np.array([2.0]))[0] < probability(np.array([2.0]))[0]


def test_ask_next_starts_where_nothing_was_decided(ground: Ground) -> None:
    decided = {0: [TIME], 1: [TIME], 2: [TIME], 20: [PAY], 21: [PAY], 22: [PAY]}
    asked = ask_next(ground, Suggester.fit(ground, [], decided).suggest(), decided, 6)
    assert len(set(asked)) == 6
    assert not decided.keys() & set(asked)
    assert asked[0] // 20 == 2


def test_ask_next_does_not_ask_the_same_thing_twice() -> None:
    cloud = points(noise=0.02)
    ground = prepare(cloud)
    asked = ask_next(ground, Suggester.fit(ground, [], {}).suggest(), (), 3)
    assert {row // 20 for row in asked} == {0, 1, 2}


def test_what_many_resemble_is_worth_asking_before_what_stands_alone() -> None:
    cloud = unit_rows((np.eye(1, 12) + 0.1 * np.random.default_rng(1).standard_normal((20, 12))).astype(np.float32))
    alone = np.zeros((1, 12), np.float32)
    alone[0, 11] = 1
    both = np.vstack([cloud, alone])
    rows, doubts = np.arange(21), np.r_[np.full(20, 0.5), 0.9]
    assert worth_asking(both, rows, doubts, (), 2)[0] < 20
    assert worth_asking(both, rows, doubts, (), 2)[1] == 20  # the second choice is unlike the first
    assert worth_asking(both, rows, doubts, range(5), 1) == (20,)
    assert worth_asking(both, rows[:0], doubts[:0], (), 2) == ()


def test_ask_next_has_nothing_to_ask_when_all_is_decided(ground: Ground) -> None:
    assert ask_next(ground, learned(ground), set(range(60))) == ()
