"""An encoder that encodes each text once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from coding.analysis.encoder import Recall, Vectors, unmapped


class Counting:
    """A vector per text from its letters; remembers what it was asked for."""

    name = "counting"
    version = "1"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return np.array([[len(text), ord(text[0])] for text in texts], dtype=np.float32)


@pytest.mark.parametrize("first", [["b", "a", "b"], ["a"], []])
def test_each_text_is_encoded_once_and_has_its_own_vector(first: list[str]) -> None:
    encoder = Counting()
    recall = Recall(encoder)
    for texts in (first, ["a", "b"], ["cc", "b", "a", "cc"], [], ["a", "b"]):
        expected = [[len(text), ord(text[0])] for text in texts]
        assert recall(texts).tolist() == expected
    assert sorted(encoder.asked) == ["a", "b", "cc"]


def test_the_vectors_of_the_first_texts_are_not_copied() -> None:
    recall = Recall(Counting())
    assert recall(["a", "b"]) is recall(["a", "b"])


def test_what_was_learned_is_taken_back_by_the_encoder_that_learned_it() -> None:
    class Learned(Counting):
        def unmapped(self, vectors: Vectors) -> Vectors:
            return (vectors / 2).astype(np.float32)

    twos = np.full((1, 3), 2, np.float32)
    assert unmapped(Recall(Learned()), twos).tolist() == [[1, 1, 1]]
    assert unmapped(Recall(Counting()), twos) is twos
