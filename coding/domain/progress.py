"""How long work tells how far it is."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Told the stage, how many of its steps are done, and of how many. Raise from it to stop the work."""


def quiet(_stage: str, _done: int, _total: int) -> None:
    """Nobody is watching."""
