"""Lets long work in the background give way, between its steps, to whoever waits for a page.

Python does one thing at a time. Work that nobody waits for calls ``give_way`` after steps of some hundredths of a
second, the longest a tenth; who started it says with ``giving_way`` what that does. Anywhere else it does nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import islice
from typing import Final, TypeVar

One = TypeVar("One")

_STEP: Final = 1000
_wait: Final[ContextVar[Callable[[], object]]] = ContextVar("wait", default=lambda: None)


@contextmanager
def giving_way(wait: Callable[[], object]) -> Iterator[None]:
    """Until the block ends, this thread calls ``wait`` wherever its work gives way."""
    token = _wait.set(wait)
    try:
        yield
    finally:
        _wait.reset(token)


def give_way() -> None:
    """Between two steps of long work: wait as long as whoever started it wants."""
    _wait.get()()


def in_steps(many: Iterable[One]) -> Iterator[One]:
    """The same things, giving way after every thousand."""
    left = iter(many)
    while step := tuple(islice(left, _STEP)):
        yield from step
        give_way()
