"""Commands whose output nobody reads to the end, as before ``head``."""

from __future__ import annotations

import errno
import io
import subprocess
import sys
from pathlib import Path

import pytest

from coding.cli.main import main
from tests.projects import example_project, store_project


@pytest.fixture(scope="module")
def project_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return store_project(example_project(), tmp_path_factory.mktemp("closed") / "studie.tienkeer")


def _unread(*arguments: str, close_both: bool = False) -> tuple[int, str]:
    """The exit code and the errors of a command behind which the reader is gone before anything is written."""
    command = [sys.executable, "-m", "coding", *arguments]
    errors = subprocess.STDOUT if close_both else subprocess.PIPE
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors) as process:
        assert process.stdout is not None
        process.stdout.close()
        told = process.stderr.read().decode() if process.stderr else ""
    return process.returncode, told


@pytest.mark.parametrize("command", ["report", "--help"])
def test_a_command_ends_silently_when_its_reader_is_gone(project_file: Path, command: str) -> None:
    arguments = [command] if command.startswith("-") else [command, str(project_file)]
    assert _unread(*arguments) == (141, "")


def test_an_error_that_nobody_reads_ends_the_command_too(tmp_path: Path) -> None:
    assert _unread("compare", str(tmp_path / "gone.tienkeer"), close_both=True) == (141, "")


class _Refusing(io.RawIOBase):
    """A stream that refuses what it is given, as the system does with ``reason``."""

    def __init__(self, reason: int, behind: Path) -> None:
        self._reason, self._file = reason, behind.open("wb")

    def writable(self) -> bool:
        return True

    def write(self, _data: object) -> int:
        raise OSError(self._reason, "refused")

    def fileno(self) -> int:
        return self._file.fileno()

    def close(self) -> None:
        self._file.close()


@pytest.mark.parametrize("reason", [errno.EINVAL, errno.EPIPE])
def test_a_closed_pipe_is_known_by_either_error(
    project_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: int
) -> None:
    raw = _Refusing(reason, tmp_path / "behind")
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BufferedWriter(raw), encoding="utf-8"))
    assert main(["report", str(project_file)]) == 141
    raw.close()


def test_a_full_disk_is_not_taken_for_a_closed_pipe(
    project_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = _Refusing(errno.ENOSPC, tmp_path / "behind")
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BufferedWriter(raw), encoding="utf-8"))
    with pytest.raises(OSError, match="refused"):
        main(["report", str(project_file)])
    raw.close()


def test_without_any_output_a_command_still_does_its_work(
    project_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["export", str(project_file), "--out", str(tmp_path / "list.md")]) == 0
    assert main(["report", str(project_file)]) == 0
