"""Waves as people name them, on the command line and in files of hand coding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coding.domain.errors import CommandRefused

if TYPE_CHECKING:
    from coding.domain.project import Project


def wave_called(project: Project, name: str) -> str:
    """The id of the wave with this name or id. Raises CommandRefused when there is none."""
    for wave in project.waves_in_order():
        if name in (wave.id, wave.name):
            return wave.id
    known = ", ".join(wave.name for wave in project.waves_in_order())
    raise CommandRefused("waves.unknown_wave", name=name, known=known)
