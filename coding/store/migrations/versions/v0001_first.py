"""The first format.

The journal and the imports are append-only: triggers refuse everything else, except while a person is being erased.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "v0001"
down_revision = None
branch_labels = None
depends_on = None

_TRIGGER = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
WHEN NOT EXISTS (SELECT 1 FROM meta WHERE key = 'erasing')
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""
_APPEND_ONLY = ("batches", "respondents", "responses", "journal")


def upgrade() -> None:
    """Make all tables."""
    op.create_table("meta", sa.Column("key", sa.Text, primary_key=True), sa.Column("value", sa.Text, nullable=False))
    _create_imports()
    _create_journal()
    op.create_table(
        "runs",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("made_at", sa.Text, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_runs_question", "runs", ["question", "made_at"])
    for table in _APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            op.execute(_TRIGGER.format(table=table, verb=verb))


def _create_imports() -> None:
    op.create_table(
        "batches", sa.Column("id", sa.Text, primary_key=True), sa.Column("revision", sa.Integer, nullable=False)
    )
    op.create_table(
        "respondents",
        sa.Column("batch", sa.Text, sa.ForeignKey("batches.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("row", sa.Integer, nullable=False),
        sa.Column("background", sa.Text, nullable=False),
        sa.Column("weight", sa.Float, nullable=False),
        sa.Column("excluded", sa.Boolean, nullable=False),
    )
    op.create_index("ix_respondents_id", "respondents", ["id"])
    op.create_table(
        "responses",
        sa.Column("batch", sa.Text, sa.ForeignKey("batches.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("wave", sa.Text, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("respondent", sa.Text, nullable=False),
        sa.Column("verbatim", sa.Text, nullable=False),
        sa.Column("normalised", sa.Text, nullable=False),
        sa.Column("intake", sa.Text, nullable=False),
    )
    op.create_index("ix_responses_respondent", "responses", ["respondent"])


def _create_journal() -> None:
    op.create_table(
        "journal",
        sa.Column("revision", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("coder", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("question", sa.Text),
        sa.Column("facts", sa.Text, nullable=False),
        sa.Column("undoes", sa.Integer, sa.ForeignKey("journal.revision")),
        sa.Column("redoes", sa.Integer, sa.ForeignKey("journal.revision")),
        sa.Column("change_count", sa.Integer, nullable=False),
        sa.Column("changes", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "journal_groups",
        sa.Column("group_id", sa.Text, primary_key=True),
        sa.Column("revision", sa.Integer, sa.ForeignKey("journal.revision"), primary_key=True),
    )
    op.create_table(
        "checkpoints",
        sa.Column("revision", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
    )


def downgrade() -> None:
    """There is nothing before the first format."""
    raise NotImplementedError("A project file is never taken back to an older version.")
