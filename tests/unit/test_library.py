"""The folder of projects."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from coding.domain.commands import Assign, NewCode
from coding.domain.errors import CommandRefused, ProjectFileError
from coding.domain.survey import ResponseKey
from coding.services.library import Library, data_folder
from coding.services.workspace import Workspace
from coding.store.project_store import ProjectStore
from tests.random_commands import QUESTION, a_wave


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "projects")


def filled(library: Library, name: str = "Proef") -> Path:
    path = library.create(name)
    workspace = Workspace(ProjectStore.open(path), "Anna")
    workspace.dispatch(a_wave("w1"))
    workspace.dispatch(NewCode(QUESTION, "t", "tijd"))
    workspace.dispatch(Assign(QUESTION, (ResponseKey("w1", QUESTION, "r0"), ResponseKey("w1", QUESTION, "r1")), "t"))
    workspace.close()
    return path


def names(library: Library) -> set[str]:
    return {card.name for card in library.list()}


def test_the_folder_can_be_chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TIENKEER_HOME", str(tmp_path / "elders"))
    assert data_folder() == tmp_path / "elders"
    monkeypatch.setenv("TIENKEER_HOME", " ")
    assert data_folder().name == "Tienkeer"


def test_a_card_tells_how_far_a_project_is(library: Library) -> None:
    path = filled(library)
    [card] = library.list()
    assert (card.path, card.name, card.questions, card.waves, card.problem) == (path, "Proef", 1, 1, None)
    assert card.answers == 8  # of 12: one blank, one non-answer, one excluded, one not asked
    assert card.decided_share == 2 / 8
    assert card.id


def test_a_card_follows_its_project(library: Library) -> None:
    path = filled(library)
    before = library.list()
    assert library.list() == before
    with ProjectStore.open(path) as store:
        Workspace(store, "Anna").undo()
        [open_card] = library.list()
    [card] = library.list()
    assert open_card.decided_share == card.decided_share == 0


def test_an_empty_project_has_nothing_decided(library: Library) -> None:
    library.create("Leeg")
    [card] = library.list()
    assert (card.questions, card.answers, card.decided_share) == (0, 0, 0.0)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Cliënten  2026", "Cliënten 2026.tienkeer"),
        ("a/b\\c:d*?", "a-b-c-d.tienkeer"),
        ("...", "project.tienkeer"),
        ("con", "project con.tienkeer"),
        ("x" * 200, "x" * 60 + ".tienkeer"),
    ],
)
def test_any_name_gives_a_file_that_every_system_takes(library: Library, name: str, file: str) -> None:
    assert library.create(name).name == file
    [card] = library.list()
    assert card.name == " ".join(name.split())


def test_two_projects_may_have_one_name(library: Library) -> None:
    first, second = library.create("Proef"), library.create("proef")
    assert first != second
    assert len(library.list()) == 2


@pytest.mark.parametrize("name", ["", "  "])
def test_a_project_has_a_name(library: Library, name: str) -> None:
    with pytest.raises(CommandRefused):
        library.create(name)
    with pytest.raises(CommandRefused):
        library.duplicate(filled(library), name)
    assert names(library) == {"Proef"}


def test_renaming_is_an_action_in_the_history(library: Library) -> None:
    path = filled(library)
    library.rename(path, "Nieuwe naam", "Bob")
    assert names(library) == {"Nieuwe naam"}
    with ProjectStore.open(path) as store:
        assert store.told(4).coder == "Bob"


def test_a_duplicate_is_a_project_of_its_own_with_the_same_history(library: Library) -> None:
    path = filled(library)
    copy = library.duplicate(path, "Kopie", "Anna")
    by_name = {card.name: card for card in library.list()}
    assert by_name["Kopie"].id != by_name["Proef"].id
    assert by_name["Kopie"].decided_share == by_name["Proef"].decided_share
    with ProjectStore.open(copy) as store, ProjectStore.open(path) as original:
        assert store.events_since(0)[:3] == original.events_since(0)
        Workspace(store, "Anna").undo()
        Workspace(store, "Anna").undo()
    assert {card.name: card.decided_share for card in library.list()} == {"Proef": 0.25}


def test_deleting_takes_everything_of_a_project(library: Library) -> None:
    path, other = filled(library), library.create("Ander")
    with ProjectStore.open(path) as store:
        store.append_nothing = None  # type: ignore[attr-defined] # keeps the file open, with its log beside it
        library.delete(path)
    assert [found for found in library.folder.iterdir() if found.name.startswith("Proef")] == []
    assert names(library) == {"Ander"}
    library.delete(other)
    with pytest.raises(ProjectFileError) as refused:
        library.delete(other)
    assert refused.value.key == "project_file.missing"


def test_only_projects_of_the_folder_can_be_deleted(library: Library, tmp_path: Path) -> None:
    outside = tmp_path / "buiten.tienkeer"
    outside.write_text("blijft")
    with pytest.raises(ValueError, match="must be a project in"):
        library.delete(outside)
    assert outside.exists()


def test_a_copy_opens_on_another_machine_also_when_it_was_taken_during_work(library: Library, tmp_path: Path) -> None:
    path = filled(library)
    workspace = Workspace(ProjectStore.open(path), "Anna")
    workspace.dispatch(NewCode(QUESTION, "g", "geld"))
    data = library.export_copy(path)
    elsewhere = Library(tmp_path / "elders")
    brought = elsewhere.import_copy(data, "C:\\Downloads\\Proef.tienkeer")
    with ProjectStore.open(brought) as store:
        assert store.load() == workspace.project
    workspace.close()
    assert len(list(library.folder.iterdir())) == len(list(elsewhere.folder.iterdir())) == 1


def test_a_copy_of_a_project_that_is_here_is_a_second_one(library: Library) -> None:
    path = filled(library)
    library.import_copy(library.export_copy(path), "Proef.tienkeer")
    first, second = library.list()
    assert first.id != second.id
    assert first.path != second.path


def broken(data: bytes, tmp_path: Path) -> bytes:
    """The project with a page in the middle overwritten."""
    middle = len(data) // 8192 * 4096
    return data[:middle] + b"\xff" * 4096 + data[middle + 4096 :]


def newer(data: bytes, tmp_path: Path) -> bytes:
    path = tmp_path / "newer"
    path.write_bytes(data)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = 'v9999'")
    connection.commit()
    connection.close()
    return path.read_bytes()


def not_one(data: bytes, tmp_path: Path) -> bytes:
    return b"PK\x03\x04 a workbook"


@pytest.mark.parametrize(
    ("spoil", "key"),
    [(broken, "damaged"), (newer, "newer"), (not_one, "not_a_project"), (lambda *_: b"", "not_a_project")],
)
def test_a_file_that_is_no_sound_project_is_not_brought_in(
    library: Library, tmp_path: Path, spoil: object, key: str
) -> None:
    assert callable(spoil)
    data = spoil(library.export_copy(filled(library)), tmp_path)
    with pytest.raises(ProjectFileError) as refused:
        library.import_copy(data, "map/Stuk.tienkeer")
    assert (refused.value.key, refused.value.facts) == (f"project_file.{key}", {"file": "Stuk.tienkeer"})
    assert [path.name for path in library.folder.iterdir()] == ["Proef.tienkeer"]


def test_a_damaged_file_has_a_card_that_says_so(library: Library) -> None:
    filled(library)
    (library.folder / "Stuk.tienkeer").write_bytes(b"SQLite format 3\x00 but no more")
    (library.folder / "notities.txt").write_text("geen project")
    by_name = {card.name: card for card in library.list()}
    assert set(by_name) == {"Proef", "Stuk"}
    assert by_name["Stuk"].problem is not None
    assert by_name["Proef"].problem is None


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ProjectFileError) as refused:
        Library(tmp_path / "file" / "projects")
    assert refused.value.key == "project_file.no_folder"
