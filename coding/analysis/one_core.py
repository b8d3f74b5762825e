"""Linear algebra on one core, where matrices are small: to hand each of them to all cores costs more than it saves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from threading import Lock
from typing import Final

from threadpoolctl import ThreadpoolController

_LOCK: Final = Lock()
_running = 0
_limits = ExitStack()


@contextmanager
def one_core() -> Iterator[None]:
    """Let this process multiply matrices on one core until the block ends, and the last one that overlaps with it.

    An encoder that says for itself how many cores it uses keeps them. Also a decorator: ``@one_core()``.
    """
    global _running  # what it tells of belongs to the process
    with _LOCK:
        if not _running:
            _limits.enter_context(_libraries().limit(limits=1, user_api="blas"))
        _running += 1
    try:
        yield
    finally:
        with _LOCK:
            _running -= 1
            if not _running:
                _limits.close()


@cache
def _libraries() -> ThreadpoolController:
    """Looked up once: it takes longer than a small question."""
    return ThreadpoolController()
