"""For and against share no group; what only sounds opposed does."""

from __future__ import annotations

import numpy as np
import pytest

from coding.analysis.stance import Stances, keep_apart, stances

ALIKE = np.ones((1, 3), dtype=np.float32) / np.sqrt(3)


def _contradict(one: str, other: str) -> bool:
    taken = stances([one, other])
    return any(taken.contradict(0, 1, name) for name in taken.sides[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("meer parkeerplaatsen", "minder parkeerruimte"),
        ("more police on the streets", "fewer police"),
        ("ik ben voor windmolens", "ik ben tegen windmolens"),
        ("voor windmolens", "tegen windmolens"),
        ("i support the law", "i am against the law"),
        ("goede communicatie", "slechte communicatie"),
        ("de brieven zijn duidelijk", "onduidelijke brieven"),
        ("goede brieven", "de brieven zijn niet goed"),
        ("eens", "oneens"),
    ],
)
def test_opposites_about_the_same_thing_contradict(one: str, other: str) -> None:
    assert _contradict(one, other)
    assert _contradict(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("meer parkeerplaatsen", "minder regels"),
        ("meer tijd", "geen tijd"),
        ("meer luisteren", "er wordt niet geluisterd"),
        ("niet meer luisteren", "minder luisteren"),
        ("zorg voor ouderen", "zeg het tegen ouderen"),
        ("goede brieven en slechte brieven", "slechte brieven"),
        ("vriendelijk loket", "onduidelijk loket"),
    ],
)
def test_what_is_no_opposition_does_not_contradict(one: str, other: str) -> None:
    assert not _contradict(one, other)


def test_a_group_with_both_sides_is_parted_and_others_are_left_alone() -> None:
    texts = [
        "meer parkeren",
        "meer plek om te parkeren",
        "minder parkeren",
        "minder plek om te parkeren",
        "groen",
        "gras",
    ]
    labels = keep_apart(np.array([0, 0, 0, 0, 1, -1]), np.repeat(ALIKE, 6, axis=0), stances(texts))
    assert labels[0] == labels[1] != labels[2] == labels[3]
    assert labels[4] == 1
    assert labels[5] == -1


def test_a_single_dissenter_parts_nothing() -> None:
    texts = ["meer parkeren", "meer plek om te parkeren", "minder parkeren"]
    assert keep_apart(np.zeros(3, dtype=np.intp), np.repeat(ALIKE, 3, axis=0), stances(texts)).tolist() == [0, 0, 0]


def test_who_takes_no_side_goes_with_the_side_that_is_nearer() -> None:
    texts = [
        "meer parkeren",
        "meer plek om te parkeren",
        "minder parkeren",
        "minder plek om te parkeren",
        "parkeren weg",
    ]
    points = np.array([[1, 0], [1, 0], [0, 1], [0, 1], [0.1, 0.9]], dtype=np.float32)
    labels = keep_apart(np.zeros(5, dtype=np.intp), points, stances(texts))
    assert labels[4] == labels[2] != labels[0]


def test_where_few_take_a_side_the_others_stay_together() -> None:
    silent = [f"parkeren bij {place}" for place in ("school", "winkel", "station", "markt", "park", "haven")]
    texts = ["meer parkeren", "meer parkeerplek", "minder parkeren", "minder parkeerplek", *silent]
    points = np.tile(np.array([[0, 1]], dtype=np.float32), (10, 1))
    labels = keep_apart(np.zeros(10, dtype=np.intp), points, stances(texts))
    assert len({int(label) for label in labels[4:]}) == 1
    assert labels[0] == labels[1] != labels[2] == labels[3]


def test_several_oppositions_in_one_group_are_all_taken_apart() -> None:
    texts = ["meer brieven", "meer goede brieven", "goede brieven", "slechte brieven", "slechte brieven van de stad"]
    texts += ["minder brieven", "minder brieven graag"]
    taken = stances(texts)
    labels = keep_apart(np.zeros(7, dtype=np.intp), np.repeat(ALIKE, 7, axis=0), taken)
    assert not _still_opposed(labels.tolist(), taken)


def _still_opposed(labels: list[int], taken: Stances) -> bool:
    """Whether two answers on either side of an opposition share a group."""
    for group in set(labels):
        members = [i for i, label in enumerate(labels) if label == group]
        for name in {name for i in members for name in taken.sides[i]}:
            one = {
                i for i in members for j in members if taken.sides[i].get(name) == 1 and taken.contradict(i, j, name)
            }
            other = {
                i for i in members for j in members if taken.sides[i].get(name) == -1 and taken.contradict(i, j, name)
            }
            if min(len(one), len(other)) >= 2:
                return True
    return False
