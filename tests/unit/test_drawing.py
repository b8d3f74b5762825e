"""Work in the background waits while a page is being drawn, but not for ever."""

from __future__ import annotations

import threading

import pytest

from coding.ui.components import drawing


@pytest.fixture
def waiting(monkeypatch: pytest.MonkeyPatch) -> threading.Thread:
    monkeypatch.setattr(drawing, "_PAUSE", 0.01)
    return threading.Thread(target=drawing.wait_for_a_pause, daemon=True)


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


def test_who_keeps_pressing_is_not_waited_for(waiting: threading.Thread, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "_LONGEST", 0.1)
    with drawing.drawing():
        waiting.start()
        waiting.join(30)
        assert not waiting.is_alive()
