"""The process that draws maps: it stays for the next one, can be stopped, and tells when it fails."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from coding.analysis.map_points import map_points
from coding.domain.errors import CommandRefused
from coding.domain.progress import quiet
from coding.services.map_drawer import MapDrawer

POINTS = np.eye(12, 20, dtype=np.float32)
FEW = POINTS[:5]  # too few for the library that takes long to load


@pytest.fixture
def drawer() -> Iterator[MapDrawer]:
    one = MapDrawer()
    yield one
    one.end()


def test_it_draws_what_is_drawn_here_and_stays_for_the_next_map(drawer: MapDrawer) -> None:
    told: list[str] = []
    first = drawer.draw(POINTS, lambda stage, _done, _total: told.append(stage))
    assert np.array_equal(first, map_points(POINTS))
    assert "loading" in told
    told.clear()
    assert np.array_equal(drawer.draw(FEW, lambda stage, _done, _total: told.append(stage)), map_points(FEW))
    assert "loading" not in told


def test_it_is_stopped_by_what_its_progress_raises_and_draws_again(drawer: MapDrawer) -> None:
    def stop(_stage: str, done: int, total: int) -> None:
        assert 0 <= done < total
        raise InterruptedError

    with pytest.raises(InterruptedError):
        drawer.draw(FEW, stop)
    assert len(drawer.draw(FEW, quiet)) == 5


def test_a_process_that_fails_is_told_in_a_sentence_and_replaced(drawer: MapDrawer) -> None:
    with pytest.raises(CommandRefused) as refused:
        drawer.draw(np.full_like(FEW, np.nan), quiet)
    assert refused.value.key == "command.map_failed"
    assert len(drawer.draw(FEW, quiet)) == 5
