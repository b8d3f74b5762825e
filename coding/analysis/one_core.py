"""Linear algebra on one core, where matrices are small: to hand each of them to all cores costs more than it saves."""

from __future__ import annotations

from contextlib import ExitStack
from functools import cache
from typing import Final

from threadpoolctl import ThreadpoolController

from coding.domain.overlapping import while_any

_limits: Final = ExitStack()


@cache
def _libraries() -> ThreadpoolController:
    """Looked up once: it takes longer than a small question."""
    return ThreadpoolController()


def _limit() -> None:
    _limits.enter_context(_libraries().limit(limits=1, user_api="blas"))


one_core = while_any(_limit, _limits.close)
"""Let this process multiply matrices on one core until the block ends, and the last one that overlaps with it.

An encoder that says for itself how many cores it uses keeps them. Also a decorator: ``@one_core()``.
"""
