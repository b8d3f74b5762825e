"""The tables of a project file. The migrations make them; a test holds the two together.

``respondents`` and ``responses`` hold the imports, ``journal`` what happened since, ``checkpoints`` the coding at some
revisions so that opening need not start at the beginning. ``changes`` and ``payload`` are JSON compressed with zlib.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

FORMAT: Final = "v0002"
"""The newest migration: the version of the format that this program reads and writes."""
APPLICATION_ID: Final = 0x31302D78
"""Stands in the header of every project file, so that other SQLite files are recognised as such ("10-x")."""

metadata = MetaData()

meta = Table("meta", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

batches = Table("batches", metadata, Column("id", Text, primary_key=True), Column("revision", Integer, nullable=False))
"""``revision`` is that of the event the import came with."""

respondents = Table(
    "respondents",
    metadata,
    Column("batch", Text, ForeignKey("batches.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("id", Text, nullable=False, index=True),
    Column("row", Integer, nullable=False),
    Column("background", Text, nullable=False),
    Column("weight", Float, nullable=False),
    Column("excluded", Boolean, nullable=False),
)

responses = Table(
    "responses",
    metadata,
    Column("batch", Text, ForeignKey("batches.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("wave", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("respondent", Text, nullable=False, index=True),
    Column("verbatim", Text, nullable=False),
    Column("normalised", Text, nullable=False),
    Column("intake", Text, nullable=False),
)

journal = Table(
    "journal",
    metadata,
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("action", Text, nullable=False),
    Column("coder", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("question", Text),
    Column("facts", Text, nullable=False),
    Column("undoes", Integer, ForeignKey("journal.revision")),
    Column("redoes", Integer, ForeignKey("journal.revision")),
    Column("change_count", Integer, nullable=False),
    Column("changes", LargeBinary, nullable=False),
)

journal_groups = Table(
    "journal_groups",
    metadata,
    Column("group_id", Text, primary_key=True),
    Column("revision", Integer, ForeignKey("journal.revision"), primary_key=True),
)
"""Which codes and clusters an event touched, so that the history of one can be shown."""

checkpoints = Table(
    "checkpoints",
    metadata,
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("payload", LargeBinary, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("id", Text, primary_key=True),
    Column("question", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Index("ix_runs_question", "question", "made_at"),
)
