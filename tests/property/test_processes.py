"""A process that is killed loses nothing that it said was done; two processes never get in each other's way."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from coding.domain.events import Event, evolve
from coding.domain.history import stacks
from coding.domain.project import Project, ProjectInfo
from coding.services.workspace import Workspace
from coding.store.project_store import ProjectStore
from tests.random_commands import a_wave

ROOT = Path(__file__).parents[2]


def a_project(folder: Path) -> Path:
    path = folder / "project.tienkeer"
    ProjectStore.create(path, "p", ProjectInfo("proef")).close()
    workspace = Workspace(ProjectStore.open(path), "Anna")
    workspace.dispatch(a_wave("w1"))
    workspace.close()
    return path


def worker(path: Path, coder: str, seed: int, commands: int) -> subprocess.Popen[str]:
    arguments = [sys.executable, "-m", "tests.store_worker", str(path), coder, str(seed), str(commands)]
    return subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def replayed(store: ProjectStore) -> Project:
    """The project made from nothing but the imports and the whole journal, without any checkpoint."""
    project = store.at(0)
    for event in store.events_since(0):
        project = evolve(project, event.changes).at_revision(event.revision)
    batches = {batch_id: store.batch(batch_id) for batch_id in store.batch_ids(since=0)}
    return replace(project, batches={batch_id: batch for batch_id, batch in batches.items() if batch is not None})


def kill_at_some_moment(path: Path, seed: int) -> None:
    """Start working, kill at a random moment, and compare what was said with what is kept."""
    before = ProjectStore.open(path)
    start = before.revision()
    before.close()
    process = worker(path, "Anna", seed, 0)
    assert process.stdout is not None
    said = [process.stdout.readline()]  # it is at work
    time.sleep(random.Random(seed).uniform(0, 0.2))
    process.kill()
    said += process.stdout.read().splitlines()
    process.wait()
    process.stdout.close()
    whole = [line.split() for line in said if len(line.split()) == 2]
    with ProjectStore.open(path) as store:
        kept = {str(event.revision): event.action for event in store.events_since(start)}
        assert whole
        assert all(kept.get(revision) == action for revision, action in whole)
        assert len(kept) <= len(whole) + 1  # at most one was done and not said any more
        assert store.is_intact()
        assert store.load() == replayed(store)


@pytest.mark.parametrize("seed", range(10))
def test_killing_loses_nothing_that_was_shown_as_done(tmp_path: Path, seed: int) -> None:
    kill_at_some_moment(a_project(tmp_path), seed)


@pytest.mark.long
def test_killing_one_project_three_hundred_times(tmp_path: Path) -> None:
    path = a_project(tmp_path)
    for seed in range(300):
        kill_at_some_moment(path, seed)


def check_both_stay(path: Path, events: tuple[Event, ...]) -> None:
    """Nobody's undo took back another's action, and all that was not undone is still there."""
    by_revision = {event.revision: event for event in events}
    for event in events:
        back = event.undoes or event.redoes
        if back is not None:
            assert by_revision[back].coder == event.coder
    headers = [(event.revision, event.coder, event.undoes, event.redoes) for event in events]
    for coder in ("Anna", "Bob"):
        stacks(headers, coder)  # raises ValueError when an undo or redo was not that coder's own
    with ProjectStore.open(path) as store:
        assert store.load() == replayed(store)


def work_together(path: Path, seed: int, commands: int) -> None:
    processes = [worker(path, coder, seed + at, commands) for at, coder in enumerate(("Anna", "Bob"))]
    said: dict[str, list[str]] = {}
    for process, coder in zip(processes, ("Anna", "Bob"), strict=True):
        out, _ = process.communicate()
        assert process.returncode == 0
        said[coder] = out.split("\n")[:-1]
    with ProjectStore.open(path) as store:
        events = store.events_since(0)
    for coder, lines in said.items():
        assert lines
        assert lines == [f"{event.revision} {event.action}" for event in events[1:] if event.coder == coder]
    check_both_stay(path, events)


def test_two_processes_with_hundreds_of_commands_agree_at_the_end(tmp_path: Path) -> None:
    work_together(a_project(tmp_path), seed=7, commands=200)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 120, 2))
def test_two_processes_with_thousands_of_commands_agree_at_the_end(tmp_path: Path, seed: int) -> None:
    work_together(a_project(tmp_path), seed, commands=1000)
