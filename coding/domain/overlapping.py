"""Something that holds while any of several blocks runs, which may overlap in one thread or in several."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contextlib import _GeneratorContextManager


def while_any(begin: Callable[[], object], end: Callable[[], object]) -> Callable[[], _GeneratorContextManager[None]]:
    """A context manager, and decorator, that calls ``begin`` before its first block and ``end`` after the last."""
    lock, running = Lock(), 0

    @contextmanager
    def block() -> Iterator[None]:
        nonlocal running
        with lock:
            if not running:
                begin()
            running += 1
        try:
            yield
        finally:
            with lock:
                running -= 1
                if not running:
                    end()

    return block
