"""Progress of long work: the stage in words, how far it is, how long it will take, and a way to stop."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

import streamlit as st

from coding.ui import session
from coding.ui.components.plain import plain
from coding.ui.session import t

_SECONDS_BEFORE_GUESS: Final = 1.5
_MINUTE: Final = 60


class StageProgress:
    """A bar that long work reports to; ``heading`` says what for.

    The button to stop is drawn before the work begins. Pressing it makes Streamlit end the running script at the next
    report, before the callback ``on_stop`` runs; so report between whole steps only, never inside a transaction.
    """

    def __init__(self, heading: str, on_stop: Callable[[], None] | None = None, key: str = "progress") -> None:
        self._box = st.container(border=True, key=f"tk_{key}")
        with self._box:
            st.markdown(f"**{heading}**")
            self._bar = st.progress(0.0, text=" ")
            if on_stop is not None:
                st.button(t("shell.stop"), key=f"{key}_stop", icon=":material/stop_circle:", on_click=on_stop)
        self._stage = ""
        self._began = 0.0
        self._done_at_start = 0

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Report that ``done`` of ``total`` steps of ``stage`` (words in the language of the screen) are done."""
        now = time.monotonic()
        if stage != self._stage:
            self._stage, self._began, self._done_at_start = stage, now, done
        share = min(1.0, done / total) if total else 0.0
        left = self._time_left(done, total, now - self._began)
        self._bar.progress(share, text=f"{plain(stage)}{left}")

    def _time_left(self, done: int, total: int, seconds: float) -> str:
        steps = done - self._done_at_start
        if seconds < _SECONDS_BEFORE_GUESS or steps <= 0 or done >= total:
            return ""
        left = seconds / steps * (total - done)
        if left < _MINUTE:
            return " · " + t("shell.time_left_seconds", count=max(1, round(left)))
        return " · " + t("shell.time_left_minutes", count=round(left / _MINUTE))


def stopped(*wanted: str) -> None:
    """Callback for ``on_stop``: forget what was remembered under ``wanted``, and say that it was stopped."""
    for key in wanted:
        session.forget(key)
    session.notify("info", "shell.stopped")
