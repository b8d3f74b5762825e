"""Assignments and suggestions by columns; changes of an event that are in one table together.

Before, each change named its table and each assignment or suggestion was a list of its own. The journal is append-only:
it is opened for this as it is for erasing a person.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Sequence
from itertools import chain, groupby
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "v0002"
down_revision = "v0001"
branch_labels = None
depends_on = None

_BY_COLUMNS = ("decisions", "independent", "suggestions")


def upgrade() -> None:
    """Write the journal and the checkpoints in the new way."""
    op.execute("INSERT OR REPLACE INTO meta (key, value) VALUES ('erasing', '1')")
    _rewrite("journal", "changes", _changes)
    op.execute("DELETE FROM meta WHERE key = 'erasing'")
    _rewrite("checkpoints", "payload", _project)


def _rewrite(table: str, column: str, newly: Callable[[Any], Any]) -> None:
    connection = op.get_bind()
    stored = sa.table(table, sa.column("revision", sa.Integer), sa.column(column, sa.LargeBinary))
    for at in connection.execute(sa.select(stored.c.revision)).scalars().all():
        here = stored.c.revision == at
        old = connection.execute(sa.select(stored.c[column]).where(here)).scalar_one()
        written = json.dumps(newly(json.loads(zlib.decompress(old))), ensure_ascii=False, separators=(",", ":"))
        connection.execute(sa.update(stored).where(here).values({column: zlib.compress(written.encode(), 1)}))


def _changes(changes: list[Any]) -> list[Any]:
    by_table = groupby(changes, key=itemgetter(0))
    return [[table, *_run(table, [change[1:] for change in run])] for table, run in by_table]


def _run(table: str, run: list[Any]) -> list[Any]:
    if table not in _BY_COLUMNS:
        return [run]
    keys, before, after = zip(*run, strict=True)
    return [len(run), _columns(keys), _nested(before), _nested(after)]


def _project(project: dict[str, Any]) -> dict[str, Any]:
    for coding in project["coding"].values():
        for table in _BY_COLUMNS:
            stored = coding.get(table, [])
            coding[table] = [len(stored), _columns([key for key, _ in stored]), _nested([value for _, value in stored])]
    return project


def _columns(rows: Sequence[Any]) -> list[Any]:
    """The columns of rows: a list each, or the one value that all rows have."""
    return [list(column) if len(set(column)) > 1 else column[0] for column in zip(*rows, strict=True)]


def _nested(values: Sequence[Any]) -> list[Any]:
    counts = [None if value is None else len(value) for value in values]
    columns = _columns(list(chain.from_iterable(filter(None, values))))
    return [counts[0] if len(set(counts)) == 1 else counts, *columns]
