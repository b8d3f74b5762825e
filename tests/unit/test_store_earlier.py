"""Projects that an earlier version made still open."""

import json
import shutil
import sqlite3
import zlib
from pathlib import Path

import pytest

from coding.domain.assignments import Assignment, Origin, Suggestion
from coding.domain.commands import NewCode
from coding.domain.events import Table
from coding.domain.segments import Span
from coding.domain.survey import ResponseKey
from coding.services.workspace import Workspace
from coding.store import codec
from coding.store.project_store import ProjectStore
from tests.projects import example_project
from tests.wave_projects import whole_example

LATER = (Table.INDEPENDENT, Table.SAMPLES, Table.RECOGNISED, Table.CHECKS)


def test_a_checkpoint_without_what_came_later_is_read() -> None:
    project = example_project()
    stored = json.loads(zlib.decompress(codec.project_to_bytes(project)))
    for coding in stored["coding"].values():
        for table in LATER:
            assert coding.pop(table.value) in ([], [0, [], [[]]])
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


@pytest.fixture
def first_format(tmp_path: Path) -> Path:
    """A file of the first format, as the program of that time wrote it: a question of 14 answers, partly coded."""
    file = tmp_path / "p.tienkeer"
    shutil.copy(Path(__file__).with_name("earlier") / "v0001.tienkeer", file)
    return file


def test_a_file_of_the_first_format_is_read_whole(first_format: Path) -> None:
    with ProjectStore.open(first_format) as store:
        coding = store.load().coding_of("q1")
        assert [coding.codes[code].name for code in sorted(coding.codes)] == [
            "Boos en meer klachten",
            "Sociale media",
            "Cijfers worden niet geloofd",
        ]
        counts = {group: len(members) for group, members in coding.assigned_members.items()}
        assert counts == {"run1.0": 7, "run1.2": 2, "__other__": 1}
        first, third, eighth = (ResponseKey("w1", "q1", f"r{row}") for row in (1, 3, 8))
        assert coding.decisions[third] == (Assignment("run1.0", Span(0, 56), "Anna", 4, Origin.GROUP),)
        assert coding.suggestions[eighth] == (Suggestion("run1.2", Span(0, 34), 0.48),)
        assert [a.code for a in coding.independent[third]] == ["run1.0", "run1.2"]
        assert [quote.response for quote in coding.quotes["run1.0"]] == [first]
        proposed = store.at(2).coding_of("q1")
        assert not proposed.decisions
        assert len(proposed.suggestions) == 11
        assert store.is_intact()


def test_work_goes_on_in_a_file_of_the_first_format(first_format: Path) -> None:
    workspace = Workspace(ProjectStore.open(first_format), "Anna")
    workspace.undo()
    assert workspace.project.coding_of("q1").group_name("run1.3") == "Cijfers niet geloofd"
    workspace.dispatch(NewCode("q1", "c-1", "Verhuizing"))
    project = workspace.project
    workspace.close()
    with ProjectStore.open(first_format) as store:
        assert store.load() == project


def test_the_journal_of_a_file_of_the_first_format_stays_append_only(first_format: Path) -> None:
    ProjectStore.open(first_format).close()
    connection = sqlite3.connect(first_format)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute("UPDATE journal SET coder = 'Bob'")
    connection.close()
