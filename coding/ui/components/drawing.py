"""Keeps work in the background from holding up what was asked for by a press: Python does one thing at a time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

_PAUSE: Final = 0.5  # seconds without a page being drawn: somebody is reading
_LONGEST: Final = 30.0  # seconds; whoever keeps pressing for longer gets what was learned all the same

_changed: Final = threading.Condition()
_drawn_now = 0
_drawn_last = 0.0


@contextmanager
def drawing() -> Iterator[None]:
    """Until the block ends a page is being drawn, or what a press asks for is being done; in one window or several."""
    global _drawn_now, _drawn_last  # what they tell of belongs to the process
    with _changed:
        _drawn_now += 1
    try:
        yield
    finally:
        with _changed:
            _drawn_now -= 1
            _drawn_last = time.monotonic()
            _changed.notify_all()


def waiting_for_pauses() -> Callable[[], None]:
    """What work that begins now calls between its steps: it waits until no page was drawn for half a second.

    Half a minute after the beginning it no longer waits.
    """
    latest = time.monotonic() + _LONGEST

    def wait() -> None:
        with _changed:
            while (now := time.monotonic()) < latest:
                quiet_at = _drawn_last + _PAUSE
                if not _drawn_now and now >= quiet_at:
                    return
                _changed.wait(timeout=(latest if _drawn_now else min(quiet_at, latest)) - now)

    return wait
