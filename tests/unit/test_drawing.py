"""Work in the background waits while a page is being drawn, at every step, but not for ever."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from coding.analysis.suggest import Suggester
from coding.analysis.suggest_ground import prepare
from coding.domain.giving_way import give_way, giving_way, in_steps
from coding.ui.components import drawing


@pytest.fixture
def waiting(monkeypatch: pytest.MonkeyPatch) -> threading.Thread:
    monkeypatch.setattr(drawing, "_PAUSE", 0.01)
    return threading.Thread(target=drawing.waiting_for_pauses(), daemon=True)


def test_work_waits_for_every_page_that_is_being_drawn(waiting: threading.Thread) -> None:
    with drawing.drawing():
        with drawing.drawing():
            waiting.start()
        waiting.join(0.1)
        assert waiting.is_alive()
    waiting.join(30)
    assert not waiting.is_alive()


def test_a_page_that_fails_is_no_longer_being_drawn(waiting: threading.Thread) -> None:
    with pytest.raises(ValueError, match="defect"), drawing.drawing():
        raise ValueError("defect")
    waiting.start()
    waiting.join(30)
    assert not waiting.is_alive()


def test_who_keeps_pressing_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "_LONGEST", 0.1)
    wait = drawing.waiting_for_pauses()
    waiting = threading.Thread(target=wait, daemon=True)
    with drawing.drawing():
        waiting.start()
        waiting.join(30)
        assert not waiting.is_alive()
        wait()  # nor is the time given again at the next step


def test_work_gives_way_between_its_steps_only_where_it_was_asked_to() -> None:
    waits: list[int] = []
    done = [0]
    assert sum(in_steps(range(2500))) == sum(range(2500))
    with giving_way(lambda: waits.append(done[0])):
        for one in in_steps(range(2500)):
            done[0] = one + 1
        give_way()
        elsewhere = threading.Thread(target=give_way)
        elsewhere.start()
        elsewhere.join()
    give_way()
    assert waits == [1000, 2000, 2500, 2500]


def test_what_is_suggested_does_not_depend_on_giving_way() -> None:
    rng = np.random.default_rng(4)
    points = rng.normal(size=(60, 8)).astype(np.float32)
    ground = prepare(points / np.linalg.norm(points, axis=1, keepdims=True))
    decisions = {row: [frozenset({"ab"[row % 2]})] for row in range(0, 30)}
    waits: list[None] = []
    at_once = Suggester.fit(ground, (), decisions).suggest()
    with giving_way(lambda: waits.append(None)):
        step_by_step = Suggester.fit(ground, (), decisions).suggest()
    assert waits
    assert step_by_step.answers == at_once.answers
