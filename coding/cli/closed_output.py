"""Output that nobody reads any more: the program behind a pipe has ended, as ``head`` does."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, TextIO

_CLOSED: Final = frozenset({errno.EPIPE, errno.EINVAL})  # Windows says EINVAL


class Watched:
    """A stream that remembers whether its reader had gone when it was written to; None writes nowhere, as in print."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self.unread = False

    def write(self, words: str) -> int:
        """Write as the stream does."""
        with self._noticing():
            return len(words) if self._stream is None else self._stream.write(words)

    def flush(self) -> None:
        """Write out what is kept."""
        with self._noticing():
            if self._stream is not None:
                self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    @contextmanager
    def _noticing(self) -> Iterator[None]:
        try:
            yield
        except OSError as problem:
            self.unread = self.unread or problem.errno in _CLOSED
            raise


@contextmanager
def watched_output() -> Iterator[tuple[Watched, Watched]]:
    """Standard output and standard error, watched while this lasts.

    What is still kept is written at the end, and not when Python ends: that would be too late to handle. A stream
    whose reader is gone is led away then, so that nothing writes to it again. Raises OSError where writing failed.
    """
    before = sys.stdout, sys.stderr
    pair = Watched(sys.stdout), Watched(sys.stderr)
    sys.stdout, sys.stderr = pair
    try:
        try:
            yield pair
        finally:
            for stream in pair:
                stream.flush()
    finally:
        sys.stdout, sys.stderr = before
        for stream in pair:
            if stream.unread:
                _lead_away(stream.fileno())


def _lead_away(descriptor: int) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
