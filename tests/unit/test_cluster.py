"""Linkage, micro-clusters and lexical points against plain calculations and other libraries."""

from __future__ import annotations

import numpy as np
import pytest

from coding.analysis.cluster import average_linkage, first_seen, inner_products, micro_clusters
from coding.analysis.directions import Directions
from coding.analysis.lexical import count_ngrams, fit_lexical, lexical_similarities, unit_rows
from coding.analysis.represent import Points, RepresentSettings, points_of, represent, smoothed
from coding.analysis.stability import draw_parts, mark, stability


def random_points(n: int, seed: int = 0) -> Points:
    return unit_rows(np.random.default_rng(seed).standard_normal((n, 8)).astype(np.float32))


@pytest.mark.parametrize("groups", [1, 2, 5, 17, 40])
def test_average_linkage_makes_the_groups_that_scipy_makes(groups: int) -> None:
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    points = random_points(40)
    distance = 1 - (points @ points.T).astype(np.float64)
    np.fill_diagonal(distance, 0)
    theirs = fcluster(linkage(squareform(distance, checks=False), "average"), groups, "maxclust")
    ours = average_linkage(inner_products(points), np.ones(40)).cut(groups)
    assert ours.tolist() == first_seen(theirs.astype(np.intp)).tolist()


def test_a_weighted_point_counts_as_that_many_points() -> None:
    points = random_points(12)
    times = np.array([1, 4, 2] * 4)
    first = np.cumsum(times) - times
    many = average_linkage(inner_products(np.repeat(points, times, axis=0))).cut(4)[first]
    weighted = average_linkage(inner_products(points), times.astype(np.float64)).cut(4)
    assert first_seen(many).tolist() == weighted.tolist()


def test_first_seen_numbers_in_order_of_appearance() -> None:
    assert first_seen(np.array([7, 3, 7, 1, 3])).tolist() == [0, 1, 0, 2, 1]


def test_micro_clusters_are_never_empty_and_keep_equal_points_together() -> None:
    points = np.vstack([random_points(50), random_points(50)])
    labels = micro_clusters(points, 20)
    assert np.bincount(labels).min() > 0
    assert (labels[:50] == labels[50:]).all()


def test_ngrams_are_those_of_scikit_learn() -> None:
    from sklearn.feature_extraction.text import CountVectorizer

    texts = ["de reiskosten zijn te hoog", "ja", "a b", "te hoog te hoog"]
    theirs = CountVectorizer(analyzer="char_wb", ngram_range=(3, 5), lowercase=False).fit_transform(texts)
    ours = count_ngrams(texts)
    for i in range(len(texts)):
        assert sorted(ours.times[ours.text == i].tolist()) == sorted(theirs[i].data.tolist())


def test_texts_with_the_same_compound_are_nearer_than_others() -> None:
    texts = ["reiskostenvergoeding", "vergoeding van kosten", "gezellige collega's", "leuke collega"]
    _, points = fit_lexical(texts, 50)
    similarity = points @ points.T
    assert similarity[0, 1] > similarity[0, 2]
    assert similarity[2, 3] > similarity[1, 3]


def test_texts_placed_later_stand_where_they_would_have_stood() -> None:
    texts = ["te duur", "veel te duur", "te laat", "altijd te laat", "duur en laat"]
    vectors = random_points(5)
    found = represent(texts, vectors)
    assert np.allclose(found.space.place(texts, vectors), found.points, atol=1e-5)


def test_exact_and_randomised_reduction_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    from coding.analysis import lexical

    words = ["bus", "trein", "fiets", "druk", "laat", "duur", "prijs", "tijd"]
    random = np.random.default_rng(0)
    texts = [" ".join(random.choice(words, 4)) for _ in range(80)]
    _, exact = fit_lexical(texts, 40)
    monkeypatch.setattr(lexical, "_EXACT_UP_TO", 0)
    _, drawn = fit_lexical(texts, 40)
    assert np.allclose(exact @ exact.T, drawn @ drawn.T, atol=0.02)


@pytest.mark.parametrize(
    "texts",
    [
        ["te duur", "veel te duur", "te laat", "altijd te laat", "duur en laat", "hond"],
        ["bus laat", "laat bus", "laat laat bus", "trein", "trein trein"],  # some texts have the n-grams of others
        ["hond", "kat"],
        ["bus"],
        ["?", "!"],
        ["", "zorg", "zorg"],
    ],
)
def test_points_without_axes_are_as_alike_as_those_with(texts: list[str]) -> None:
    _, letters = fit_lexical(texts, 6)
    assert np.allclose(lexical_similarities(texts), letters @ letters.T, atol=2e-6)
    vectors = random_points(len(texts))
    vectors[0] = 0  # an encoder may know nothing of a text
    points, quick = represent(texts, vectors).points, points_of(texts, vectors)
    assert quick.shape == (len(texts), len(texts))
    assert np.allclose(quick @ quick.T, points @ points.T, atol=2e-6)
    without_letters = RepresentSettings(lexical_dimensions=0)
    assert np.array_equal(points_of(texts, vectors, without_letters), represent(texts, vectors, without_letters).points)


def test_the_same_vectors_seen_from_one_another_have_the_same_inner_products() -> None:
    vectors = np.repeat(random_points(6), 2, axis=0) * np.arange(1, 13, dtype=np.float32)[:, None]
    vectors = np.hstack([vectors, np.zeros((12, 40), np.float32)])
    every = Directions(vectors, np.arange(12)[::-1])
    inside, items = every.among_themselves(), np.arange(12)
    assert inside.dimensions == 12
    assert np.allclose(inside.of(items) @ inside.of(items).T, every.of(items) @ every.of(items).T, atol=1e-8)
    middle = every.cosines(items, every.middle(items[:5]))
    assert np.allclose(inside.cosines(items, inside.middle(items[:5])), middle, atol=1e-8)
    narrow = Directions(vectors[:, :3], items)
    assert narrow.among_themselves() is narrow  # nothing to gain


def test_vectors_must_match_texts() -> None:
    for places in (represent, points_of):
        with pytest.raises(ValueError, match="one row per text"):
            places(["een", "twee"], random_points(3))


def test_few_points_are_not_smoothed_and_many_move_towards_their_neighbours() -> None:
    few = random_points(20)
    assert smoothed(few) is few
    centres = random_points(4)
    many = unit_rows(np.repeat(centres, 25, axis=0) + np.float32(0.4) * random_points(100, 1))
    before, after = many @ many.T, smoothed(many) @ smoothed(many).T
    assert after[:25, :25].mean() > before[:25, :25].mean()


def test_clear_groups_are_stable_and_arbitrary_ones_are_not() -> None:
    centres = random_points(3)
    points = unit_rows(np.repeat(centres, 20, axis=0) + np.float32(0.2) * random_points(60, 1))
    drawn = draw_parts(points)
    clear = stability(np.repeat(np.arange(3), 20), drawn)
    arbitrary = stability(np.tile(np.arange(3), 20), drawn)
    assert clear.min() > 0.9
    assert arbitrary.max() < 0.6
    assert mark(float(clear.min())) == "solid"
    assert mark(float(arbitrary.max())) == "fragile"


def test_texts_that_share_nothing_that_tells_them_apart_stand_in_one_place() -> None:
    texts = [f"de {''.join(chr(0x4E00 + 3 * i + k) for k in range(3))}" for i in range(700)]
    _, points = fit_lexical(texts, 20)
    assert np.abs(points - points[0]).max(initial=0.0) < 1e-4


def test_letters_counted_in_parts_give_the_same_space(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = sorted(
        {f"{word} {other}" for word in ("bus", "trein", "fiets") for other in ("druk", "laat", "te duur", "")}
    )
    space, points = fit_lexical(texts, 10)
    monkeypatch.setattr("coding.analysis.lexical._TEXTS_AT_ONCE", 5)
    in_parts, same = fit_lexical(texts, 10)
    assert np.array_equal(in_parts.vocabulary, space.vocabulary)
    assert np.array_equal(in_parts.idf, space.idf)
    assert np.allclose(points, same, atol=1e-6)
    assert np.allclose(in_parts.place(texts[::-1]), points[::-1], atol=1e-5)
