"""A process that works on a project file: sends random commands and prints each revision once it is done.

Run as ``python -m tests.store_worker FILE CODER SEED COMMANDS``; COMMANDS is 0 to go on until it is killed.
"""

from __future__ import annotations

import itertools
import random
import sys
from pathlib import Path

from coding.domain.errors import CommandRefused
from coding.domain.events import Event
from coding.services.workspace import Workspace
from coding.store.project_store import ProjectStore
from tests.random_commands import a_command


def act(workspace: Workspace, rng: random.Random, unique: str) -> Event | None:
    """Undo, redo or do something; None when nothing came of it."""
    try:
        chosen = rng.random()
        if chosen < 0.15:
            return workspace.undo()
        if chosen < 0.2:
            return workspace.redo()
        return workspace.dispatch(a_command(workspace.project, rng.choice, unique))
    except CommandRefused:
        return None


def main(file: str, coder: str, seed: str, commands: str) -> None:
    """Work until ``commands`` were tried."""
    workspace = Workspace(ProjectStore.open(Path(file)), coder)
    rng = random.Random(int(seed))
    for number in itertools.count() if commands == "0" else range(int(commands)):
        event = act(workspace, rng, f"{coder}-{seed}-{number}")
        if event is not None:
            sys.stdout.write(f"{event.revision} {event.action}\n")
            sys.stdout.flush()
    workspace.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
