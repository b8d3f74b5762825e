"""What each command does: ``apply(project, command, coder)`` gives the changes, ``evolve`` makes them.

Commands on the survey are in ``apply_survey``, on groups in ``apply_groups``, on answers in ``apply_answers``, on new
waves and further coders in ``apply_waves``.
"""

from __future__ import annotations

from coding.domain import apply_answers, apply_groups, apply_survey, apply_waves
from coding.domain.commands import Command
from coding.domain.outcome import Outcome
from coding.domain.project import Project

_HANDLERS = {**apply_survey.HANDLERS, **apply_groups.HANDLERS, **apply_answers.HANDLERS, **apply_waves.HANDLERS}


def apply(project: Project, command: Command, coder: str) -> Outcome:
    """What ``command`` would change in ``project``, and the facts that tell it in words.

    Raises CommandRefused, with nothing changed, when the command does not apply to the project as it is.
    """
    return _HANDLERS[type(command)](project, command, coder)
