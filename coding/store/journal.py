"""The journal in its tables: events are added and read, never changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Any, Final, cast

from sqlalchemy import Connection, Row, ScalarSelect, func, insert, or_, select, update

from coding.domain.assignments import Assignment
from coding.domain.events import TABLE_OF, Change, Event, Table
from coding.store import codec
from coding.store.schema import journal, journal_groups


@dataclass(frozen=True, slots=True)
class Header:
    """What an event is, without what it changed."""

    revision: int
    action: str
    coder: str
    undoes: int | None
    redoes: int | None
    change_count: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events of the history: of a question, of a code or cluster, of a coder; all where None."""

    question: str | None = None
    group: str | None = None
    coder: str | None = None


_OF_A_CODE: Final = frozenset({Table.CODES, Table.QUOTES})
EVERYTHING: Final = Wanted()
_TOLD: Final = tuple(column for column in journal.c if column is not journal.c.changes)
"""All of an event but its changes, which can be megabytes."""


def last_revision(connection: Connection) -> int:
    """The revision of the latest event; 0 when nothing has happened yet."""
    return connection.execute(select(func.max(journal.c.revision))).scalar() or 0


def extent(connection: Connection, since: ScalarSelect[int]) -> tuple[int, int]:
    """How many events there are after revision ``since``, and how many changes they made."""
    size = func.coalesce(func.sum(journal.c.change_count), 0)
    row = connection.execute(select(func.count(), size).where(journal.c.revision > since)).one()
    return row[0], row[1]


def append(connection: Connection, event: Event) -> None:
    """Add an event."""
    connection.execute(insert(journal), event_row(event))
    touched = [{"group_id": group, "revision": event.revision} for group in groups_in(event.changes)]
    if touched:
        connection.execute(insert(journal_groups), touched)


def events(connection: Connection, since: int, until: int | None = None) -> tuple[Event, ...]:
    """The events after revision ``since`` up to and including ``until``, oldest first."""
    query = select(journal).where(journal.c.revision > since).order_by(journal.c.revision)
    if until is not None:
        query = query.where(journal.c.revision <= until)
    return tuple(_event(row, codec.changes_from_bytes(row.changes)) for row in connection.execute(query))


def events_of(connection: Connection, question: str) -> Iterator[Event]:
    """The events of a question and of the whole project, oldest first, one at a time."""
    wanted = or_(journal.c.question == question, journal.c.question.is_(None))
    query = select(journal).where(wanted).order_by(journal.c.revision)
    for row in connection.execute(query):
        yield _event(row, codec.changes_from_bytes(row.changes))


def told(connection: Connection, revision: int) -> Event | None:
    """One event without its changes; None if there is none."""
    row = connection.execute(select(*_TOLD).where(journal.c.revision == revision)).first()
    return None if row is None else _event(row, ())


def headers(connection: Connection, since: int) -> tuple[Header, ...]:
    """What happened after revision ``since``, oldest first."""
    of = journal.c
    query = (
        select(of.revision, of.action, of.coder, of.undoes, of.redoes, of.change_count)
        .where(journal.c.revision > since)
        .order_by(journal.c.revision)
    )
    return tuple(Header(*row) for row in connection.execute(query))


def latest(connection: Connection, limit: int, wanted: Wanted) -> tuple[Event, ...]:
    """The latest events, newest first, without their changes."""
    query = select(*_TOLD).order_by(journal.c.revision.desc()).limit(limit)
    if wanted.question is not None:
        query = query.where(journal.c.question == wanted.question)
    if wanted.coder is not None:
        query = query.where(journal.c.coder == wanted.coder)
    if wanted.group is not None:
        touched = select(journal_groups.c.revision).where(journal_groups.c.group_id == wanted.group)
        query = query.where(journal.c.revision.in_(touched))
    return tuple(_event(row, ()) for row in connection.execute(query))


def header(event: Event) -> Header:
    """The header of an event."""
    return Header(event.revision, event.action, event.coder, event.undoes, event.redoes, len(event.changes))


def rewrite(connection: Connection, event: Event) -> None:
    """Put an event in place of the one of its revision. Refused by the file itself unless someone is being erased."""
    connection.execute(update(journal).where(journal.c.revision == event.revision).values(event_row(event)))


def event_row(event: Event) -> dict[str, object]:
    """An event as a row of the journal."""
    return {
        "revision": event.revision,
        "action": event.action,
        "coder": event.coder,
        "at": event.at,
        "question": event.question,
        "facts": codec.facts_to_text(event.facts),
        "undoes": event.undoes,
        "redoes": event.redoes,
        "change_count": len(event.changes),
        "changes": codec.changes_to_bytes(event.changes),
    }


def _event(row: Row[Any], changes: tuple[Change, ...]) -> Event:
    facts = codec.facts_from_text(row.facts)
    return Event(row.revision, row.action, row.coder, row.at, changes, row.question, facts, row.undoes, row.redoes)


def groups_in(changes: Sequence[Change]) -> tuple[str, ...]:
    """The codes that changes touch, sorted."""
    found: set[str] = set()
    for table, run in groupby(changes, key=TABLE_OF):
        if table in _OF_A_CODE:
            found.update(change.key[1] for change in run)
        elif table is Table.DECISIONS:
            values = chain.from_iterable((change.before, change.after) for change in run)
            decided = cast("Iterator[tuple[Assignment, ...]]", filter(None, values))
            found.update([assignment.code for assignment in chain.from_iterable(decided)])
    return tuple(sorted(found))
