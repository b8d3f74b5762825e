"""Proposals from made-up vectors: accounting, nesting, small and odd inputs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from coding.analysis.encoder import Vectors
from coding.analysis.hierarchy import HierarchySettings
from coding.analysis.propose import ProposeSettings, propose
from coding.analysis.represent import RepresentSettings

THEMES = {
    "druk": ["het is te druk", "veel te druk hier", "drukte op het werk", "de drukte is groot", "te druk om te eten"],
    "loon": ["het loon is laag", "laag loon", "te weinig loon", "loon blijft achter", "mijn loon is te laag"],
    "reis": ["lange reistijd", "de reis duurt lang", "reistijd te lang", "ik reis te lang", "lang onderweg op reis"],
}
TEXTS = [text for texts in THEMES.values() for text in texts]


def encode(texts: Sequence[str]) -> Vectors:
    """Theme words decide the vector; the text adds a little of its own."""
    rows = []
    for text in texts:
        random = np.random.default_rng(sum(map(ord, text)))
        row = 0.3 * random.standard_normal(24)
        for axis, word in enumerate(THEMES):
            row[axis] += 4.0 * (word in text)
        rows.append(row / np.linalg.norm(row))
    return np.array(rows, dtype=np.float32).reshape(len(texts), 24)


def groups_of(texts: Sequence[str]) -> set[frozenset[str]]:
    proposal = propose(texts, encode)
    return {
        frozenset(texts[i] for i in proposal.nodes[node].members) for node in proposal.levels[proposal.default_level]
    }


def test_themes_do_not_share_a_group() -> None:
    of = {text: theme for theme, texts in THEMES.items() for text in texts}
    for group in groups_of(TEXTS):
        assert len({of[text] for text in group}) == 1


def test_every_text_is_in_one_group_of_each_level_or_in_none_of_any() -> None:
    proposal = propose(TEXTS, encode)
    for level in range(len(proposal.levels)):
        found = proposal.at(level)
        assert ((found < 0) == (proposal.finest < 0)).all()
        assert sum(len(proposal.nodes[node].members) for node in proposal.levels[level]) == int((found >= 0).sum())


def test_levels_grow_finer_and_nest() -> None:
    proposal = propose(TEXTS * 2, encode)
    sizes = [len(level) for level in proposal.levels]
    assert sizes == sorted(set(sizes))
    for broad, fine in zip(range(len(sizes)), range(1, len(sizes)), strict=False):
        pairs = set(zip(proposal.at(fine).tolist(), proposal.at(broad).tolist(), strict=True))
        assert len(pairs) == len({one for one, _ in pairs})


def test_a_node_holds_what_its_children_hold() -> None:
    proposal = propose(TEXTS, encode)
    for node in proposal.nodes:
        if node.children:
            inside = sorted(i for child in node.children for i in proposal.nodes[child].members)
            assert list(node.members) == inside


@pytest.mark.parametrize(
    "texts", [["een"], ["een", "twee"], ["a", "b", "c", "d", "e"], ["zelfde"] * 7, ["?"], ["x y", "x y"]]
)
def test_small_and_identical_answers_are_all_grouped_or_left(texts: list[str]) -> None:
    proposal = propose(texts, encode)
    assert len(proposal.finest) == len(texts)
    assert len(proposal.levels[proposal.default_level]) >= 1
    assert (proposal.finest >= 0).sum() >= 0.9 * len(texts)


def test_no_answers_give_no_groups() -> None:
    proposal = propose(["", ""], encode)
    assert proposal.levels == ((),)
    assert proposal.finest.tolist() == [-1, -1]


def test_equal_texts_share_a_group_and_at_most_a_tenth_is_left() -> None:
    texts = [*TEXTS, *TEXTS[:5], "iets heel anders", "qua appels"]
    proposal = propose(texts, encode)
    assert proposal.finest[0] == proposal.finest[len(TEXTS)]
    assert (proposal.finest < 0).mean() <= 0.1


def test_nothing_is_left_when_that_is_not_allowed() -> None:
    settings = ProposeSettings(hierarchy=HierarchySettings(unassigned_share=0))
    assert (propose([*TEXTS, "iets heel anders"], encode, settings).finest >= 0).all()


def test_groups_carry_stability_where_it_is_asked_for() -> None:
    proposal = propose(TEXTS, encode)
    for level in proposal.levels:
        for node in level:
            assert 0 <= (proposal.nodes[node].stability or 0) <= 1
            assert proposal.nodes[node].stability is not None
    assert all(node.stability is None for node in propose(TEXTS, encode, ProposeSettings(draws=0)).nodes)


def test_scores_lie_between_0_and_1_and_are_0_where_nothing_was_proposed() -> None:
    proposal = propose([*TEXTS, ""], encode)
    assert proposal.scores.min() >= 0
    assert proposal.scores.max() <= 1
    assert proposal.scores[-1] == 0


def test_an_exception_from_progress_stops_the_work() -> None:
    def stop(stage: str, done: int, total: int) -> None:
        raise InterruptedError(stage)

    with pytest.raises(InterruptedError, match="represent"):
        propose(TEXTS, encode, progress=stop)


def test_thousands_of_texts_take_the_way_of_micro_clusters(monkeypatch: pytest.MonkeyPatch) -> None:
    from coding.analysis import hierarchy

    monkeypatch.setattr(hierarchy, "PAIRWISE_UP_TO", 100)
    monkeypatch.setattr(hierarchy, "MICRO_CLUSTERS", 60)
    monkeypatch.setattr(hierarchy, "MICRO_DIMENSIONS", 8)
    texts = [f"{text} {i}" for i in range(20) for text in TEXTS]
    proposal = propose(texts, encode, ProposeSettings(draws=0))
    theme = [next(name for name in THEMES if name in text) for text in texts]
    for node in proposal.levels[proposal.default_level]:
        inside = [theme[i] for i in proposal.nodes[node].members]
        assert max(inside.count(name) for name in THEMES) >= 0.9 * len(inside)
    assert (proposal.finest >= 0).mean() >= 0.9


class Spun:
    """An encoder whose learned map turns every vector around; it remembers whether that was taken back."""

    def __init__(self) -> None:
        self.taken_back = 0

    def __call__(self, texts: Sequence[str]) -> Vectors:
        return -encode(texts)

    def unmapped(self, vectors: Vectors) -> Vectors:
        self.taken_back += len(vectors)
        return -vectors


@pytest.mark.parametrize(("texts", "taken_back"), [(29, 29), (30, 0)])
def test_few_texts_are_grouped_without_what_was_learned_from_other_questions(texts: int, taken_back: int) -> None:
    learned = Spun()
    propose([f"antwoord {number} over {list(THEMES)[number % 3]}" for number in range(texts)], learned)
    assert learned.taken_back == taken_back


def test_letters_weigh_more_among_few_texts() -> None:
    settings = ProposeSettings()
    assert settings.represent_few.lexical_weight > settings.represent.lexical_weight
    only_letters = replace(settings, represent_few=RepresentSettings(lexical_weight=1.0), draws=0)
    found = propose(TEXTS, lambda texts: np.ones((len(texts), 4), np.float32), only_letters)
    groups = found.at(found.default_level)
    alike = [groups[TEXTS.index(text)] for text in ("laag loon", "het loon is laag", "mijn loon is te laag")]
    assert len(set(alike)) == 1
