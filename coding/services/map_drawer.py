"""A process that draws maps: the library compiles itself for some seconds first, which would hold up the screen.

It stays for the next map, which is then drawn in a second, and ends with the app.
"""

from __future__ import annotations

import atexit
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Final

import numpy as np

from coding.analysis.map_points import Floats
from coding.analysis.represent import Points
from coding.domain.errors import CommandRefused
from coding.domain.progress import Progress

ROOT: Final = Path(__file__).parents[2]
_LOADING: Final = 8.0  # seconds
_PER_TEXT: Final = 4e-4  # seconds
_PER_PAIR: Final = 4e-8  # seconds
_LOOK_EVERY: Final = 0.1  # seconds


class MapDrawer:
    """Draws one map after another. Safe to use from several threads."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()

    def draw(self, points: Points, report: Progress) -> Floats:
        """Coordinates, shape (n, 2), for points of shape (n, d).

        ``report`` is told of "loading" or "places" with the seconds that went by and those it takes; what it raises
        stops the drawing. Raises CommandRefused when the process fails.
        """
        with self._lock, tempfile.TemporaryDirectory() as folder:
            source, target = Path(folder) / "points.npy", Path(folder) / "map.npy"
            np.save(source, points)
            loading = 0.0 if self._is_running() else _LOADING
            try:
                self._ask(source, target)
                self._wait(target, loading, _PER_TEXT * len(points) + _PER_PAIR * len(points) ** 2, report)
                return np.asarray(np.load(target, allow_pickle=False), dtype=np.float32)
            except BaseException:
                self.end()
                raise

    def _is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def _ask(self, source: Path, target: Path) -> None:
        command = [sys.executable, "-m", "coding.analysis.map_points"]
        try:
            if self._process is None or self._process.poll() is not None:
                self._process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, encoding="utf-8")  # noqa: S603 - our own module
            if self._process.stdin is not None:
                self._process.stdin.write(f"{source}\t{target}\n")
                self._process.stdin.flush()
        except OSError as error:
            raise CommandRefused("command.map_failed") from error

    def _wait(self, target: Path, loading: float, drawing: float, report: Progress) -> None:
        began = time.monotonic()
        expected = round(loading + drawing) + 1
        while not target.exists():
            gone = time.monotonic() - began
            report("loading" if gone < loading else "places", min(round(gone), expected - 1), expected)
            if not self._is_running():
                raise CommandRefused("command.map_failed")
            time.sleep(_LOOK_EVERY)

    def end(self) -> None:
        """Let the process go; the next map takes a new one."""
        if self._process is not None:
            with self._process:
                self._process.kill()
            self._process = None


DRAWER: Final = MapDrawer()
"""The one of this program."""
atexit.register(DRAWER.end)
