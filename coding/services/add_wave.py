"""Putting a survey file that was read and mapped into a project, as its next wave."""

from __future__ import annotations

from hashlib import sha256
from uuid import uuid4

from coding.domain.commands import AddWave
from coding.domain.errors import CommandRefused
from coding.domain.project import Project
from coding.domain.survey import Wave
from coding.files.raw_table import RawTable
from coding.services.importing import ImportReport, build_batch
from coding.services.mapping import Mapping
from coding.services.workspace import Workspace, now


def digest_of(table: RawTable) -> str:
    """What tells the contents of a survey file: the same cells have the same digest, whatever the file is called."""
    digest = sha256()
    for row in (table.columns, *table.rows):
        digest.update("\x1f".join(row).encode("utf-8", "surrogatepass") + b"\x1e")
    return digest.hexdigest()


def add_wave(workspace: Workspace, table: RawTable, mapping: Mapping, channel: str = "") -> ImportReport:
    """Add ``table`` to the project as one action; what was read. ``channel`` is the source if it is no survey.

    Raises ImportRefused when the mapping does not fit the table, CommandRefused when the wave's name is taken
    or the same file was imported before; nothing is imported then.
    """
    project = workspace.project
    wave, batch = uuid4().hex[:12], uuid4().hex
    taken = (*project.questions, *project.variables)
    imported = build_batch(table, mapping, batch=batch, wave=wave, taken=taken)
    position = 1 + max((known.position for known in project.waves.values()), default=-1)
    added = Wave(wave, mapping.wave, batch, table.name, now(), position, digest_of(table), channel)
    workspace.dispatch(AddWave(added, imported.batch, imported.questions, imported.variables))
    return imported.report


def refuse_same_file(project: Project, table: RawTable) -> None:
    """Raises CommandRefused when the contents of ``table`` are those of a wave of the project."""
    digest = digest_of(table)
    for wave in project.waves_in_order():
        if wave.digest == digest:
            raise CommandRefused("command.wave_same_file", name=wave.name)
