"""Fetching a model from the hub: what it would take, and the fetching itself with progress in bytes.

A connection is made only by ``look_up`` and ``fetch``, and not for a model that is on this machine already. No token is
sent. The library huggingface_hub keeps the files where sentence-transformers looks for them too.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from models.errors import HubUnreachable, LibraryMissing, ModelError, ModelNotFound

BytesDone = Callable[[int, int], None]
"""Called with (bytes fetched, bytes in all); an exception raised from it stops the fetching."""

# The same weights in other formats; sentence-transformers reads safetensors, else PyTorch's own.
_OTHER_FORMATS: Final = (
    *("onnx/*", "openvino/*", "*.onnx", "*.h5", "*.ot", "*.msgpack", "*.tflite", "*.gguf", "*.mlmodel"),
    *("rust_model*", "tf_model*", "flax_model*", "coreml/*"),
)
_PYTORCH: Final = ("*.bin", "*.pt", "*.pth")
_LOOK_EVERY: Final = 0.2  # seconds


@dataclass(frozen=True)
class Size:
    """What fetching a model takes. ``to_fetch``: bytes, 0 for one that is here already."""

    to_fetch: int
    files: int


def folder_of(name: str) -> Path | None:
    """Where the hub model ``name`` is on this machine; None if it has to be fetched. Makes no connection.

    Raises LibraryMissing, or ModelNotFound if no model can have this name.
    """
    with _as_model_errors(name):
        from huggingface_hub import snapshot_download
        from huggingface_hub.errors import LocalEntryNotFoundError

        try:
            found = snapshot_download(name, local_files_only=True, ignore_patterns=[*_OTHER_FORMATS, *_PYTORCH])
        except LocalEntryNotFoundError:
            return None
        return Path(found)


def look_up(name: str) -> Size:
    """Ask the hub how large the model ``name`` is.

    Raises ModelNotFound if there is no such model or it is not open to everybody, HubUnreachable, or LibraryMissing.
    """
    if folder_of(name) is not None:
        return Size(0, 0)
    sizes = _sizes(name)
    return Size(sum(sizes.values()), len(sizes))


def _sizes(name: str) -> dict[str, int]:
    """The files that are wanted of a model, with their sizes in bytes."""
    with _as_model_errors(name):
        from fnmatch import fnmatch

        from huggingface_hub import HfApi

        found = HfApi(token=False).model_info(name, files_metadata=True)
        sizes = {one.rfilename: one.size or 0 for one in found.siblings or ()}
        unwanted: tuple[str, ...] = _OTHER_FORMATS
        if any(file.endswith(".safetensors") for file in sizes):
            unwanted = (*unwanted, *_PYTORCH)
        return {file: size for file, size in sizes.items() if not any(fnmatch(file, pattern) for pattern in unwanted)}


def fetch(name: str, progress: BytesDone | None = None) -> Path:
    """The folder of the hub model ``name``, fetched if it is not on this machine yet.

    Raises ModelNotFound, HubUnreachable or LibraryMissing; what was fetched by then is kept for the next time.
    """
    here = folder_of(name)
    if here is not None:
        return here
    sizes = _sizes(name)
    counter = _Counter()
    work = _Work(name, list(sizes), counter)
    work.start()
    try:
        while work.is_alive():
            work.join(_LOOK_EVERY)
            if progress is not None:
                progress(min(counter.done, sum(sizes.values())), sum(sizes.values()))
    finally:
        counter.stopped.set()
    with _as_model_errors(name):
        if work.problem is not None:
            raise work.problem
    return Path(work.folder)


class _Stopped(Exception):
    """Whoever asked for the model does not want it any more."""


class _Counter:
    """Counts the bytes that the threads of the library have written."""

    def __init__(self) -> None:
        self.done = 0
        self.stopped = threading.Event()

    def bar(self) -> type[Any]:
        """A class of progress bars that draw nothing and count here."""
        from tqdm import tqdm

        counter = self

        class Bar(tqdm):  # type: ignore[misc]  # the library has no types
            def __init__(self, *args: Any, **options: Any) -> None:
                self.counts = str(options.get("desc", "")).startswith("Reconstructing")
                super().__init__(*args, **{**options, "disable": True})

            def update(self, n: float | None = 1) -> bool | None:
                if counter.stopped.is_set():
                    raise _Stopped
                if self.counts:
                    counter.done += int(n or 0)
                return None

        return Bar


class _Work(threading.Thread):
    """Fetches in the background, so that progress is told by the thread that asked."""

    def __init__(self, name: str, files: list[str], counter: _Counter) -> None:
        super().__init__(name="fetch-model", daemon=True)
        self._model, self._files, self._counter = name, files, counter
        self.folder = ""
        self.problem: Exception | None = None

    def run(self) -> None:
        """Fetch; what goes wrong is kept for the thread that asked."""
        from huggingface_hub import snapshot_download
        from huggingface_hub.errors import HTTPError  # type: ignore[attr-defined]  # base of its connection errors

        try:
            self.folder = snapshot_download(
                self._model, allow_patterns=self._files, tqdm_class=self._counter.bar(), token=False
            )
        except (OSError, ValueError, HTTPError, _Stopped) as problem:
            self.problem = problem


@contextmanager
def _as_model_errors(name: str) -> Iterator[None]:
    """Turns the errors of the library into those of this package."""
    try:
        from huggingface_hub import errors
    except ImportError as missing:
        raise LibraryMissing(name, str(missing)) from missing
    try:
        yield
    except ModelError:
        raise
    except (errors.RepositoryNotFoundError, errors.GatedRepoError, errors.HFValidationError) as problem:
        raise ModelNotFound(name, _first_line(problem)) from problem
    except (errors.HTTPError, OSError, _Stopped) as problem:  # type: ignore[attr-defined]  # as above
        raise HubUnreachable(name, _first_line(problem)) from problem


def _first_line(problem: Exception) -> str:
    return str(problem).strip().partition("\n")[0]
