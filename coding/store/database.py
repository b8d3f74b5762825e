"""The connection to a project file: durable, safe with several processes, and errors a researcher can act on."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, cast

from sqlalchemy import URL, Connection, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from coding.domain.errors import ProjectFileError

BUSY_SECONDS: Final = 20.0
_HEADER: Final = b"SQLite format 3\x00"
_IMMEDIATE: Final = "tienkeer_immediate"
_PRAGMAS: Final = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # a commit is on disk before it is shown as done
    "PRAGMA fullfsync = ON",  # macOS: past the cache of the disk too
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
)
_KEYS: Final = {
    sqlite3.SQLITE_BUSY: "project_file.in_use",
    sqlite3.SQLITE_LOCKED: "project_file.in_use",
    sqlite3.SQLITE_READONLY: "project_file.read_only",
    sqlite3.SQLITE_PERM: "project_file.read_only",
    sqlite3.SQLITE_CANTOPEN: "project_file.cannot_open",
    sqlite3.SQLITE_FULL: "project_file.disk_full",
    sqlite3.SQLITE_IOERR: "project_file.disk_error",
    sqlite3.SQLITE_CORRUPT: "project_file.damaged",
    sqlite3.SQLITE_NOTADB: "project_file.not_a_project",
}


def check_header(path: Path) -> None:
    """Raises ProjectFileError when there is no file at ``path`` or it is no SQLite file at all."""
    try:
        with path.open("rb") as file:
            header = file.read(len(_HEADER))
    except FileNotFoundError:
        raise ProjectFileError("project_file.missing", file=path.name) from None
    except OSError:
        raise ProjectFileError("project_file.cannot_open", file=path.name) from None
    if header != _HEADER:
        raise ProjectFileError("project_file.not_a_project", file=path.name)


def connect(path: Path) -> Connection:
    """A connection that may be used from any one thread at a time; ``transaction`` begins and ends its work."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=NullPool,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    with translated(path):
        return engine.connect()


def _prepare(connection: sqlite3.Connection, record: object) -> None:  # noqa: ARG001 - SQLAlchemy's signature
    connection.isolation_level = None  # transactions begin where we say, see _begin
    for pragma in _PRAGMAS:
        connection.execute(pragma).close()


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get(_IMMEDIATE)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


@contextmanager
def transaction(connection: Connection, path: Path, *, write: bool) -> Iterator[Connection]:
    """One transaction, or a part of the one that is open already. A writing one shuts others' writing out at once."""
    with translated(path):
        if connection.in_transaction():
            yield connection
            return
        connection.execution_options(**{_IMMEDIATE: write})
        with connection.begin():
            yield connection


def driver_connection(connection: Connection) -> sqlite3.Connection:
    """The connection of the sqlite3 module underneath."""
    return cast(sqlite3.Connection, connection.connection.driver_connection)


def copy(connection: Connection, target: Path) -> None:
    """A consistent copy of the whole file at ``target``: one file, without a log beside it."""
    copied = sqlite3.connect(target)
    try:
        driver_connection(connection).backup(copied)
        copied.execute("PRAGMA journal_mode = DELETE")
    finally:
        copied.close()


def sync_folder(folder: Path) -> None:
    """Make sure that a file that was put into ``folder`` is still found there after a power cut."""
    if os.name == "posix":  # elsewhere a folder cannot be opened, and the file system sees to it
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def write_anew(connection: Connection, path: Path) -> None:
    """Write the file anew without its unused parts, and empty the log beside it.

    Raises ProjectFileError when others are at work in the file.
    """
    driver = driver_connection(connection)
    with translated(path):
        driver.execute("VACUUM")
        busy, _, _ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise ProjectFileError("project_file.in_use", file=path.name)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turns what SQLite says of a file into a ProjectFileError that says what to do; defects stay what they are."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        code = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        if code not in _KEYS:
            raise
        raise ProjectFileError(_KEYS[code], file=path.name) from error
