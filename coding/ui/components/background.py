"""Work in a thread that does not keep the app from stopping."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import ParamSpec, TypeVar

from coding.domain.errors import TienkeerError

Given = ParamSpec("Given")
Result = TypeVar("Result")


def in_background(work: Callable[Given, Result], *arguments: Given.args, **options: Given.kwargs) -> Future[Result]:
    """Begin ``work``; the future gives what it returns, and raises what it raises."""
    future: Future[Result] = Future()

    def run() -> None:
        try:
            future.set_result(work(*arguments, **options))
        except TienkeerError as problem:
            future.set_exception(problem)
        finally:
            if not future.done():  # a defect: whoever waits must hear of it as well
                future.set_exception(sys.exc_info()[1])

    threading.Thread(target=run, name=getattr(work, "__name__", "work"), daemon=True).start()
    return future
