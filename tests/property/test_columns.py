"""Rows as columns give the same rows back, also when all rows share a value, are empty or are not there."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from coding.domain.survey import ResponseKey, in_order
from coding.store.columns import cut, from_columns, nested_from_columns, nested_to_columns, to_columns

WORDS = st.sampled_from(["", "a", "b", "\u00e9"]) | st.text(max_size=3)
NUMBERS = st.integers(0, 3) | st.floats(allow_nan=False)
ROWS = st.tuples(WORDS, st.tuples(st.integers(0, 9), st.integers(0, 9)), NUMBERS)


def written(value: object) -> list[object]:
    """What a file gives back."""
    found: list[object] = json.loads(json.dumps(value))
    return found


@given(st.lists(st.tuples(WORDS, NUMBERS, WORDS)))
def test_rows_come_back(rows: list[tuple[str, float, str]]) -> None:
    assert list(from_columns(written(to_columns(rows)), len(rows))) == rows


@given(st.lists(st.none() | st.lists(ROWS, max_size=3)))
def test_lists_of_rows_come_back(values: list[list[tuple[str, tuple[int, int], float]] | None]) -> None:
    counts, rows = nested_from_columns(written(nested_to_columns(values)), len(values))
    whole = ((first, (start, end), last) for first, start, end, last in rows)
    assert list(cut(whole, counts)) == [None if value is None else tuple(value) for value in values]


@given(st.lists(st.tuples(st.sampled_from("abc"), WORDS, WORDS), max_size=12))
def test_keys_of_one_question_are_in_their_order(parts: list[tuple[str, str, str]]) -> None:
    keys = [ResponseKey(wave, "q", respondent) for wave, _, respondent in parts]
    assert in_order(keys) == sorted(keys)
