"""What holds for suggestions whatever the answers and decisions are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from coding.analysis.encoder import Vectors
from coding.analysis.suggest import Decision, Suggester, Suggestions
from coding.analysis.suggest_question import name_points, question_ground
from coding.domain.answers import normalise

WORDS = ("meer", "tijd", "geld", "training", "en", "geen", "idee", "lef", "ruimte", ",", "niet", "???", "🙂", "time")
answers = st.lists(st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join), min_size=1, max_size=14)
decision = st.frozensets(st.sampled_from(("tijd", "geld", "V12")), max_size=2)


def encode(texts: Sequence[str]) -> Vectors:
    """Bags of words as vectors: equal words, equal directions."""
    vectors = np.zeros((len(texts), len(WORDS) + 1), np.float32)
    for row, text in enumerate(texts):
        for word in text.split():
            vectors[row, WORDS.index(word) if word in WORDS else -1] += 1
    return vectors


def suggested(verbatims: Sequence[str], given_codes: dict[str, Decision]) -> dict[str, object]:
    """Suggestions by normalised text, with some texts decided."""
    open_ones = [normalise(verbatim) not in given_codes for verbatim in verbatims]
    ground = question_ground(verbatims, open_ones, encode)
    decisions: dict[int, list[Decision]] = {}
    for verbatim, row in zip(verbatims, ground.place, strict=True):
        if normalise(verbatim) in given_codes:
            decisions[int(row)] = [given_codes[normalise(verbatim)]]
    names = name_points(ground.space, {"tijd": "meer tijd", "geld": "geld", "V12": "V12"}, encode)
    result: Suggestions = Suggester.fit(ground.ground, ["tijd"], decisions, names).suggest()
    return {
        normalise(verbatim): result.answers[int(row)] for verbatim, row in zip(verbatims, ground.place, strict=True)
    }


@settings(max_examples=40, deadline=None)
@given(answers, st.data())
def test_order_of_rows_changes_nothing(verbatims: list[str], data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(verbatims), max_size=6, unique_by=normalise))
    given_codes = {normalise(verbatim): data.draw(decision) for verbatim in chosen}
    shuffled = data.draw(st.permutations(verbatims))
    assert suggested(verbatims, given_codes) == suggested(shuffled, given_codes)


@settings(max_examples=40, deadline=None)
@given(answers, st.data())
def test_scores_are_probabilities_and_a_decision_is_repeated(verbatims: list[str], data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(verbatims), max_size=6, unique_by=normalise))
    given_codes = {normalise(verbatim): data.draw(decision) for verbatim in chosen}
    open_ones = [normalise(verbatim) not in given_codes for verbatim in verbatims]
    ground = question_ground(verbatims, open_ones, encode)
    decisions = {
        int(row): [given_codes[normalise(verbatim)]]
        for verbatim, row in zip(verbatims, ground.place, strict=True)
        if normalise(verbatim) in given_codes
    }
    result = Suggester.fit(ground.ground, [], decisions).suggest()
    assert all(0 <= guess.score <= 1 for answer in result.answers for guess in answer.guesses)
    for row, (codes,) in decisions.items():
        assert {guess.code for guess in result.answers[row].guesses} == (set(codes) if codes else {None})
    if result.threshold is not None:
        assert all(answer.accepted == (answer.best.score >= result.threshold) for answer in result.answers)
