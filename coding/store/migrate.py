"""Brings a project file to the format of this program."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, inspect, text

from coding.domain.errors import ProjectFileError
from coding.store.schema import FORMAT

_SCRIPTS: Final = Path(__file__).with_name("migrations")


def format_of(connection: Connection) -> str | None:
    """The version of the format of a file, None when it has none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def migrate(connection: Connection, name: str) -> None:
    """Bring the file on ``connection``, inside a transaction, to this program's format.

    Raises ProjectFileError when a newer version of the program made it.
    """
    found = format_of(connection)
    if found == FORMAT:
        return
    # Alembic takes a tenth of a second to import: only when there is something to migrate.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise ProjectFileError("project_file.newer", file=name)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
