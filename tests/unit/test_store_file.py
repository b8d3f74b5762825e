"""The project file itself: what is in it, what it refuses, and what is said of a file that is no project."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from coding.domain.codebook import Code, Quote, QuoteCandidate
from coding.domain.errors import ProjectFileError
from coding.domain.events import Change, Event, Table, evolve
from coding.domain.project import Board, ProjectInfo
from coding.domain.proposal import ProposalRun, RunNode, RunSegment
from coding.domain.segments import Span
from coding.domain.survey import ResponseKey
from coding.store import codec, database, project_store
from coding.store.project_store import ProjectStore
from coding.store.schema import FORMAT, metadata
from tests.projects import example_project

KEY = ResponseKey("w1", "merkt", "r1")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "proef.tienkeer"


@pytest.fixture
def store(path: Path) -> Iterator[ProjectStore]:
    with ProjectStore.create(path, "p1", ProjectInfo("Proef")) as created:
        yield created


def event(revision: int, *changes: Change) -> Event:
    return Event(revision, "new_code", "Anna", "2026-11-22T09:00:00+00:00", changes, "q", {"after": "tijd"})


def new_code(code: str) -> Change:
    return Change(Table.CODES, ("q", code), None, Code(code, code))


def test_the_migrations_make_the_tables_that_are_used(store: ProjectStore) -> None:
    store.close()
    engine = create_engine(f"sqlite:///{store.path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"target_metadata": metadata})
        assert compare_metadata(context, metadata) == []
        assert context.get_current_revision() == FORMAT
    engine.dispose()
    scripts = Path(project_store.__file__).with_name("migrations")
    assert ScriptDirectory(str(scripts)).get_current_head() == FORMAT


def test_what_is_committed_is_on_disk(store: ProjectStore) -> None:
    with store.reading() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
        }
    full = 2
    assert settings == {
        "journal_mode": "wal",
        "synchronous": full,
        "foreign_keys": 1,
        "secure_delete": 1,
        "busy_timeout": 20_000,
    }


@pytest.mark.parametrize("statement", ["UPDATE journal SET coder = 'Bob'", "DELETE FROM journal"])
def test_the_journal_can_only_be_added_to(store: ProjectStore, statement: str) -> None:
    store.append(event(1, new_code("c1")))
    store.close()
    connection = sqlite3.connect(store.path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize("table", ["responses", "respondents", "batches"])
def test_imports_are_never_changed(path: Path, table: str) -> None:
    example = example_project()
    with ProjectStore.create(path, "p1", ProjectInfo("Proef")) as store:
        store.append(event(1), example.batches["batch-w1"])
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - the names above
    connection.close()


def test_events_come_in_order(store: ProjectStore) -> None:
    store.append(event(1, new_code("c1")))
    with pytest.raises(ValueError, match="must have revision 2"):
        store.append(event(3, new_code("c2")))
    with pytest.raises(KeyError):
        store.event(2)
    with pytest.raises(KeyError):
        store.told(2)
    with pytest.raises(ValueError, match="revision"):
        store.at(2)


def test_a_project_of_every_kind_of_value_comes_back_as_it_was(path: Path) -> None:
    project = replace(example_project(), revision=0)
    with ProjectStore.create(path, project.id, project.info) as store:
        store.append(event(1), project.batches["batch-w1"])
        store.add_checkpoint(project.at_revision(1))
    with ProjectStore.open(path) as store:
        assert store.load() == project.at_revision(1)
        assert store.batch("batch-w1") == project.batches["batch-w1"]
        assert store.batch("another") is None


def test_an_event_of_every_kind_of_value_comes_back_as_it_was(store: ProjectStore) -> None:
    project = example_project()
    coding = project.coding_of("merkt")
    changes = [Change(Table.INFO, (), ProjectInfo("Eerst"), project.info)]
    changes += [Change(Table.BOARD, ("merkt",), Board(), coding.board)]
    for table in (Table.QUESTIONS, Table.VARIABLES, Table.WAVES):
        changes += [Change(table, (key,), None, value) for key, value in getattr(project, table.value).items()]
    for table in (Table.CODES, Table.CLUSTERS, Table.QUOTES):
        changes += [Change(table, ("merkt", key), value, None) for key, value in getattr(coding, table.value).items()]
    for table in (Table.DECISIONS, Table.SUGGESTIONS):
        changes += [Change(table, key, None, value) for key, value in getattr(coding, table.value).items()]
    changes.append(Change(Table.DETACHED, KEY, None, True))
    assert len({change.table for change in changes}) == 11
    written = event(1, *changes)
    store.append(written)
    assert store.event(1) == written
    assert store.events_since(0) == (written,)
    assert store.told(1) == replace(written, changes=())


def test_a_proposal_run_comes_back_as_it_was(store: ProjectStore) -> None:
    run = ProposalRun(
        "run",
        "merkt",
        "2026-11-22T09:00:00+00:00",
        "bundled",
        "use-3",
        (RunSegment(KEY, Span(0, 4), 1, 0.1 + 0.2), RunSegment(KEY, Span(5, 9), None, 0.0)),
        (RunNode(None, "alles"), RunNode(0, "tijd", ("tijd",), 0.7, None, (QuoteCandidate(KEY, Span(0, 4), "short"),))),
        ((0,), (1,)),
        1,
        {"channels": "both"},
        ((0.5, -1.25), (0.0, 1e-9)),
    )
    store.add_run(replace(run, points=()))
    store.add_run(run)
    store.add_run(replace(run, id="later", made_at="2026-11-23T09:00:00+00:00"))
    assert store.run("run") == run
    assert store.runs("merkt") == ("run", "later")
    with pytest.raises(KeyError):
        store.run("none")


def test_any_earlier_moment_can_be_seen(store: ProjectStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(project_store, "CHECKPOINT_EVENTS", 3)
    project = store.load()
    moments = [project]
    for revision in range(1, 11):
        made = event(revision, new_code(f"c{revision}"))
        store.append(made)
        project = evolve(project, made.changes).at_revision(revision)
        moments.append(project)
        if store.checkpoint_is_due():
            store.add_checkpoint(project)
    with store.reading() as connection:
        kept = connection.exec_driver_sql("SELECT revision FROM checkpoints ORDER BY revision").scalars().all()
    assert kept == [0, 3, 6, 9]
    assert [store.at(revision) for revision in range(11)] == moments


def test_creating_does_not_overwrite(store: ProjectStore) -> None:
    with pytest.raises(ProjectFileError) as refused:
        ProjectStore.create(store.path, "p2", ProjectInfo("Ander"))
    assert refused.value.key == "project_file.exists"
    assert store.load().info.name == "Proef"


def test_creating_in_a_folder_that_is_not_there_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ProjectFileError) as refused:
        ProjectStore.create(tmp_path / "no" / "proef.tienkeer", "p1", ProjectInfo("Proef"))
    assert refused.value.key == "project_file.cannot_write"
    assert refused.value.facts == {"file": "proef.tienkeer"}
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_was_deleted_under_our_hands_is_missed(store: ProjectStore) -> None:
    store.path.unlink()
    with pytest.raises(ProjectFileError) as refused:
        store.append(event(1, new_code("c1")))
    assert refused.value.key == "project_file.missing"


def spoil_text(path: Path) -> None:
    path.write_text("vraag;antwoord\n", encoding="utf-8")


def spoil_other_database(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE journal (revision INTEGER)")
    connection.commit()
    connection.close()


def spoil_cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:6000])


def spoil_table(path: Path) -> None:
    sql(path, "DROP TABLE checkpoints")


def spoil_checkpoint(path: Path) -> None:
    sql(path, "UPDATE checkpoints SET payload = x'00'")


def spoil_no_checkpoint(path: Path) -> None:
    sql(path, "DELETE FROM checkpoints")


def spoil_no_id(path: Path) -> None:
    sql(path, "DELETE FROM meta")


def spoil_version(path: Path) -> None:
    sql(path, "UPDATE alembic_version SET version_num = 'v9999'")


def sql(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("spoil", "key"),
    [
        (Path.unlink, "missing"),
        (spoil_text, "not_a_project"),
        (spoil_other_database, "not_a_project"),
        (spoil_cut_off, "damaged"),
        (spoil_table, "damaged"),
        (spoil_checkpoint, "damaged"),
        (spoil_no_checkpoint, "damaged"),
        (spoil_no_id, "damaged"),
        (spoil_version, "newer"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(store: ProjectStore, spoil: Callable[[Path], None], key: str) -> None:
    store.close()
    spoil(store.path)
    with pytest.raises(ProjectFileError) as refused, ProjectStore.open(store.path) as opened:
        opened.load()
    assert refused.value.key == f"project_file.{key}"
    assert refused.value.facts == {"file": "proef.tienkeer"}


def test_a_folder_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(ProjectFileError) as refused:
        ProjectStore.open(tmp_path)
    assert refused.value.key == "project_file.cannot_open"


def test_a_value_with_a_field_of_later_is_refused_not_cut(store: ProjectStore, monkeypatch: pytest.MonkeyPatch) -> None:
    quote = Change(Table.QUOTES, ("q", "c1"), None, (Quote(KEY, Span(0, 4)),))
    written = codec._CONVERTER.unstructure(quote.after)
    monkeypatch.setattr(codec, "_stored", lambda _, value: value and [{**written[0], "mood": "glad"}])
    store.append(event(1, quote))
    monkeypatch.undo()
    with pytest.raises(ProjectFileError) as refused:
        store.load()
    assert refused.value.key == "project_file.newer"


def test_a_file_in_which_another_writes_is_in_use(store: ProjectStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.01)
    with ProjectStore.open(store.path) as other, store.writing():
        with pytest.raises(ProjectFileError) as refused:
            other.append(event(1, new_code("c1")))
        assert other.load().revision == 0  # reading goes on
    assert refused.value.key == "project_file.in_use"
