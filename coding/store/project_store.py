"""A project file: the journal of what happened, the imports, and checkpoints to start from."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Final
from uuid import uuid4

from sqlalchemy import Connection, delete, func, insert, inspect, select, update

from coding.domain.errors import ProjectFileError
from coding.domain.events import Change, Event, Table, evolve
from coding.domain.project import Project, ProjectInfo
from coding.domain.proposal import ProposalRun
from coding.domain.survey import Batch, ResponseKey
from coding.store import codec, database, imports, journal
from coding.store.journal import EVERYTHING, Header, Wanted
from coding.store.migrate import format_of, migrate
from coding.store.schema import APPLICATION_ID, FORMAT, checkpoints, meta, metadata, runs

CHECKPOINT_EVENTS: Final = 250
CHECKPOINT_CHANGES: Final = 10_000
"""How much of the journal, in events or in changes, is replayed at most when a project is opened."""
SUFFIX: Final = ".tienkeer"
_REMAINS: Final = "remains"
_KEPT: Final = "kept."


class ProjectStore:
    """One project file, opened. Used by any thread, one at a time; several processes may have the same file open.

    Everything that touches the file may raise ProjectFileError: damaged, in use, read-only, disk full.
    """

    def __init__(self, path: Path, connection: Connection) -> None:
        self.path = path
        self._connection = connection
        self._lock = threading.RLock()

    @classmethod
    def create(cls, path: Path, project_id: str, info: ProjectInfo) -> ProjectStore:
        """A new, empty project at ``path``; nothing is left there when this fails half-way."""
        if path.exists():
            raise ProjectFileError("project_file.exists", file=path.name)
        if not path.parent.is_dir():
            raise ProjectFileError("project_file.cannot_write", file=path.name)
        unfinished = path.with_name(f".{path.name}.{uuid4().hex}")
        try:
            with cls(unfinished, database.connect(unfinished)) as store, store.writing() as connection:
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                migrate(connection, path.name)
                connection.execute(insert(meta), {"key": "project_id", "value": project_id})
                store.add_checkpoint(Project(project_id, info))
            unfinished.rename(path)
            database.sync_folder(path.parent)
        except OSError:
            raise ProjectFileError("project_file.cannot_write", file=path.name) from None
        finally:
            unfinished.unlink(missing_ok=True)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> ProjectStore:
        """The project at ``path``, brought to this version's format.

        Raises ProjectFileError when there is none, when it is no project, or when a newer version made it.
        """
        database.check_header(path)
        store = cls(path, database.connect(path))
        try:
            store._check()
        except ProjectFileError:
            store.close()
            raise
        return store

    def _check(self) -> None:
        with self.reading() as connection:
            if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
                raise ProjectFileError("project_file.not_a_project", file=self.path.name)
            up_to_date = format_of(connection) == FORMAT
        if not up_to_date:
            with self.writing() as connection:
                migrate(connection, self.path.name)
        with self.reading() as connection:
            if not metadata.tables.keys() <= set(inspect(connection).get_table_names()):
                raise ProjectFileError("project_file.damaged", file=self.path.name)
        with suppress(ProjectFileError):  # others are at work in it: then the next time it is opened
            self.clear_remains()

    def close(self) -> None:
        """Close the file; what was appended is in it."""
        with self._lock:
            self._connection.close()

    def __enter__(self) -> ProjectStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that no other writer can come between; rolled back when an exception leaves it."""
        self._check_there()
        with self._lock, database.transaction(self._connection, self.path, write=True) as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the file."""
        self._check_there()
        with self._lock, database.transaction(self._connection, self.path, write=False) as connection:
            yield connection

    def copy_to(self, target: Path) -> None:
        """A consistent copy of the whole file at ``target``, also while others write; a single file without a log."""
        with self._lock, database.translated(self.path):
            database.copy(self._connection, target)

    def is_intact(self) -> bool:
        """Whether every page of the file is sound; reads the whole file."""
        with self.reading() as connection:
            return connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"

    def mark_remains(self) -> None:
        """Remember that unused parts of the file may hold what was erased."""
        with self.writing() as connection:
            connection.execute(insert(meta).prefix_with("OR REPLACE"), {"key": _REMAINS, "value": "1"})

    def clear_remains(self) -> None:
        """Write the file anew if something was erased from it. Raises ProjectFileError while others are at work."""
        marked = meta.c.key == _REMAINS
        with self._lock:
            with self.reading() as connection:
                if connection.execute(select(meta).where(marked)).first() is None:
                    return
            database.write_anew(self._connection, self.path)
            with self.writing() as connection:
                connection.execute(delete(meta).where(marked))

    def set_project_id(self, project_id: str) -> None:
        """Make this file a project of its own, as after it was copied."""
        with self.writing() as connection:
            connection.execute(update(meta).where(meta.c.key == "project_id").values(value=project_id))

    def keep(self, name: str, value: str) -> None:
        """Keep a text under a name beside the journal: what is remembered but is no coding, as choices for a report."""
        with self.writing() as connection:
            kept = {"key": f"{_KEPT}{name}", "value": value}
            connection.execute(insert(meta).prefix_with("OR REPLACE"), kept)

    def kept(self, name: str) -> str | None:
        """What was kept under a name, None if nothing."""
        with self.reading() as connection:
            found = connection.execute(select(meta.c.value).where(meta.c.key == f"{_KEPT}{name}")).scalar()
        return None if found is None else str(found)

    def _check_there(self) -> None:
        # Where an open file can be deleted, work would go on in a file that nobody can find again.
        if not self.path.exists():
            raise ProjectFileError("project_file.missing", file=self.path.name)

    def project_id(self) -> str:
        """The id of the project."""
        with self.reading() as connection:
            found = connection.execute(select(meta.c.value).where(meta.c.key == "project_id")).scalar()
        if found is None:
            raise ProjectFileError("project_file.damaged", file=self.path.name)
        return str(found)

    def revision(self) -> int:
        """The revision of the latest event; 0 when nothing has happened yet."""
        with self.reading() as connection:
            return journal.last_revision(connection)

    def load(self) -> Project:
        """The project as it is now."""
        with self.reading():
            return self.at(self.revision())

    def at(self, revision: int) -> Project:
        """The project as it was after the event of ``revision``: the last checkpoint before it, and the events since.

        Raises ValueError when there is no such revision.
        """
        with self.reading() as connection:
            if not 0 <= revision <= self.revision():
                raise ValueError(f"The 'revision' parameter of at must be one of the journal. Got {revision} instead.")
            stored = connection.execute(
                select(checkpoints.c.revision, checkpoints.c.payload)
                .where(checkpoints.c.revision <= revision)
                .order_by(checkpoints.c.revision.desc())
                .limit(1)
            ).first()
            if stored is None:
                raise ProjectFileError("project_file.damaged", file=self.path.name)
            with codec.reading(self.path.name):
                project = codec.project_from_bytes(self.project_id(), stored.revision, stored.payload)
            project = replace(
                project, batches={batch: self._batch(batch) for batch in imports.batch_ids(connection, 0, revision)}
            )
            for event in self.events_since(stored.revision, until=revision):
                project = evolve(project, event.changes)
        return project.at_revision(revision)

    def _batch(self, batch_id: str) -> Batch:
        batch = self.batch(batch_id)
        if batch is None:
            raise ProjectFileError("project_file.damaged", file=self.path.name)
        return batch

    def batch(self, batch_id: str) -> Batch | None:
        """An import, None if there is none with that id."""
        with self.reading() as connection, codec.reading(self.path.name):
            return imports.load_batch(connection, batch_id)

    def batch_ids(self, since: int) -> tuple[str, ...]:
        """The ids of the imports that came after revision ``since``, oldest first."""
        with self.reading() as connection:
            return imports.batch_ids(connection, since, journal.last_revision(connection))

    def events_since(self, revision: int, until: int | None = None) -> tuple[Event, ...]:
        """The events after ``revision`` up to and including ``until``, oldest first."""
        with self.reading() as connection, codec.reading(self.path.name):
            return journal.events(connection, revision, until)

    def changes_of(self, key: ResponseKey) -> tuple[tuple[Event, Change], ...]:
        """How the decisions on one response came about, oldest first: each event, without its other changes.

        Reads everything that happened in the question; takes about a second per 100,000 changes.
        """
        with self.reading() as connection, codec.reading(self.path.name):
            return tuple(
                (replace(event, changes=()), change)
                for event in journal.events_of(connection, key.question)
                for change in event.changes
                if change.table is Table.DECISIONS and change.key == key
            )

    def told(self, revision: int) -> Event:
        """One event without its changes: enough to tell it in words. Raises KeyError when there is none."""
        with self.reading() as connection, codec.reading(self.path.name):
            event = journal.told(connection, revision)
        if event is None:
            raise KeyError(revision)
        return event

    def event(self, revision: int) -> Event:
        """One event. Raises KeyError when there is none of that revision."""
        found = self.events_since(revision - 1, until=revision)
        if not found:
            raise KeyError(revision)
        return found[0]

    def headers(self, since: int = 0) -> tuple[Header, ...]:
        """What happened after revision ``since``, oldest first, without the changes."""
        with self.reading() as connection:
            return journal.headers(connection, since)

    def latest(self, limit: int, wanted: Wanted = EVERYTHING) -> tuple[Event, ...]:
        """The latest events, newest first, without their changes (``event`` gives those)."""
        with self.reading() as connection, codec.reading(self.path.name):
            return journal.latest(connection, limit, wanted)

    def append(self, event: Event, batch: Batch | None = None) -> None:
        """Add the next event to the journal, and the import that came with it, in one transaction.

        Raises ValueError when its revision is not the next one.
        """
        with self.writing() as connection:
            expected = self.revision() + 1
            if event.revision != expected:
                raise ValueError(f"The next event must have revision {expected}. Got {event.revision} instead.")
            if batch is not None:
                imports.add_batch(connection, batch, event.revision)
            journal.append(connection, event)

    def add_checkpoint(self, project: Project) -> None:
        """Keep the coding as it is in ``project``, so that opening can start there."""
        payload = codec.project_to_bytes(project)
        with self.writing() as connection:
            connection.execute(delete(checkpoints).where(checkpoints.c.revision == project.revision))
            connection.execute(insert(checkpoints), {"revision": project.revision, "payload": payload})

    def checkpoint_is_due(self) -> bool:
        """Whether so much happened since the last checkpoint that replaying it would be slow."""
        last = select(func.max(checkpoints.c.revision)).scalar_subquery()
        with self.reading() as connection:
            events, changes = journal.extent(connection, last)
        return events >= CHECKPOINT_EVENTS or changes >= CHECKPOINT_CHANGES

    def add_run(self, run: ProposalRun) -> None:
        """Keep a proposal run; one with the same id is replaced (as when its map has been drawn)."""
        payload = codec.run_to_bytes(run)
        with self.writing() as connection:
            connection.execute(delete(runs).where(runs.c.id == run.id))
            connection.execute(
                insert(runs), {"id": run.id, "question": run.question, "made_at": run.made_at, "payload": payload}
            )

    def run(self, run_id: str) -> ProposalRun:
        """A proposal run. Raises KeyError when there is none with that id."""
        with self.reading() as connection, codec.reading(self.path.name):
            payload = connection.execute(select(runs.c.payload).where(runs.c.id == run_id)).scalar()
            run = None if payload is None else codec.run_from_bytes(payload)
        if run is None:
            raise KeyError(run_id)
        return run

    def runs(self, question: str) -> tuple[str, ...]:
        """The ids of the runs of a question, oldest first."""
        query = select(runs.c.id).where(runs.c.question == question).order_by(runs.c.made_at, runs.c.id)
        with self.reading() as connection:
            return tuple(connection.execute(query).scalars())
