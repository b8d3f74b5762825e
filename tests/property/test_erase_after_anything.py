"""Whatever was done before, erasing a person leaves a consistent project without that person."""

from __future__ import annotations

import random
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from coding.domain.errors import CommandRefused
from coding.domain.events import Event, evolve
from coding.domain.project import Project, ProjectInfo
from coding.services.workspace import Workspace
from coding.store.project_store import ProjectStore
from tests.property.test_workspace_machine import MEMORY
from tests.random_commands import a_wave
from tests.store_worker import act

ERASED = "r1"


def mentions(what: Project | Event) -> bool:
    return f"respondent='{ERASED}'" in repr(what) or f"Respondent(id='{ERASED}'" in repr(what)


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 2**32), commands=st.integers(0, 40))
def test_a_person_can_be_erased_after_anything(seed: int, commands: int) -> None:
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        path = Path(folder) / "project.tienkeer"
        ProjectStore.create(path, "p", ProjectInfo("proef")).close()
        workspaces = [Workspace(ProjectStore.open(path), coder) for coder in ("Anna", "Bob")]
        workspaces[0].dispatch(a_wave("w1"))
        for number in range(commands):
            act(rng.choice(workspaces), rng, f"x{number}")
        before = ProjectStore.open(path)
        assert mentions(before.load())
        before.close()
        workspaces[0].erase(ERASED)
        check(path, workspaces)
        for workspace in workspaces:
            workspace.close()


def check(path: Path, workspaces: list[Workspace]) -> None:
    for workspace in workspaces:
        workspace.refresh()
    project = workspaces[0].project
    assert workspaces[1].project == project
    with ProjectStore.open(path) as store:
        assert store.load() == project
        replayed = store.at(0)
        for event in store.events_since(0):
            assert not mentions(event)
            replayed = evolve(replayed, event.changes)
            assert not mentions(store.at(event.revision))
        assert replace(replayed, batches=project.batches, revision=project.revision) == project
    undo_everything(workspaces)


REFUSED_UNDO = ("command.undo_overtaken", "command.undo_wave_coded", "command.undo_wave_needed")


def undo_everything(workspaces: list[Workspace]) -> None:
    for workspace in workspaces:
        while workspace.next_undo() is not None:
            try:
                workspace.undo()
            except CommandRefused as refused:
                assert refused.key in REFUSED_UNDO  # noqa: PT017 - of three kinds
                break
