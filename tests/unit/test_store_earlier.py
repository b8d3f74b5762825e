"""Projects that an earlier version made still open."""

import json
import zlib
from pathlib import Path

from coding.domain.events import Table
from coding.store import codec
from tests.projects import example_project
from tests.wave_projects import whole_example

LATER = (Table.INDEPENDENT, Table.SAMPLES, Table.RECOGNISED, Table.CHECKS)


def test_a_checkpoint_without_what_came_later_is_read() -> None:
    project = example_project()
    stored = json.loads(zlib.decompress(codec.project_to_bytes(project)))
    for coding in stored["coding"].values():
        for table in LATER:
            assert coding.pop(table.value) == []
    again = codec.project_from_bytes(project.id, project.revision, zlib.compress(json.dumps(stored).encode()))
    assert again.coding == project.coding
    assert again.questions == project.questions


def test_what_came_later_is_kept(tmp_path: Path) -> None:
    workspace = whole_example(tmp_path / "p.tienkeer")
    project = workspace.project
    again = codec.project_from_bytes(project.id, project.revision, codec.project_to_bytes(project))
    workspace.close()
    assert again.coding == project.coding
    assert again.variables == project.variables
    assert again.waves == project.waves
