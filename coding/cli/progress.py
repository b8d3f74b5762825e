"""Progress on a terminal; silent elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from coding.domain.progress import Progress


@contextmanager
def progress_on_terminal(total: int) -> Iterator[Progress]:
    """A callback (stage, done, total) that draws a line with rich when standard error is a terminal."""
    if not sys.stderr.isatty():
        yield _silent
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)

        def show(stage: str, done: int, total: int) -> None:
            bar.update(task, description=stage, completed=done, total=total)

        yield show


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Nobody is watching."""
