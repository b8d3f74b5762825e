"""The layout of the map: what is alike lies together, always in the same way."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.manifold import trustworthiness

from coding.analysis.map_points import Floats, map_points


def crowd(groups: int, each: int, noise: float = 0.35) -> tuple[Floats, list[int]]:
    """Points of unit length around as many centres, and the centre of each."""
    draw = np.random.default_rng(4)
    centres = np.eye(groups, 40)
    of = np.repeat(np.arange(groups), each)
    points = centres[of] + draw.normal(size=(len(of), 40)) * noise / np.sqrt(40) * 2
    return (points / np.linalg.norm(points, axis=1, keepdims=True)).astype(np.float32), of.tolist()


def test_groups_lie_apart_where_two_axes_cannot_show_them() -> None:
    points, of = crowd(groups=8, each=25)
    placed = map_points(points)
    nearest = np.linalg.norm(placed[:, None] - placed[None], axis=2) + np.eye(len(placed)) * 9
    same = np.mean([of[one] == of[int(other)] for one, other in enumerate(nearest.argmin(axis=1))])
    assert same > 0.97
    assert trustworthiness(points, placed, n_neighbors=12) > 0.9


def test_every_point_has_a_place_within_the_frame() -> None:
    placed = map_points(crowd(groups=3, each=20)[0])
    assert placed.shape == (60, 2)
    assert np.isfinite(placed).all()
    assert np.abs(placed).max() == pytest.approx(1, abs=1e-4)


def test_the_same_points_give_the_same_map_in_any_order() -> None:
    points, _ = crowd(groups=4, each=15)
    order = np.random.default_rng(1).permutation(len(points))
    assert np.array_equal(map_points(points), map_points(points))
    assert np.array_equal(map_points(points)[order], map_points(points[order]))


def test_equal_points_coincide() -> None:
    points, _ = crowd(groups=3, each=10)
    placed = map_points(np.concatenate([points, points[:4]]))
    assert np.array_equal(placed[:4], placed[-4:])


@pytest.mark.parametrize("count", [1, 2, 3, 7, 8, 9])
def test_a_handful_of_points_has_a_map(count: int) -> None:
    assert map_points(crowd(groups=3, each=3)[0][:count]).shape == (count, 2)


def test_two_crowds_that_share_nothing_have_a_map() -> None:
    """Points at right angles to all others have no nearer neighbour than any other."""
    placed = map_points(np.eye(12, 40, dtype=np.float32))
    assert np.isfinite(placed).all()
    assert len(np.unique(placed, axis=0)) == 12
