"""What each command does: ``apply(project, command, coder)`` gives the changes, ``evolve`` makes them.

Commands on the survey are in ``apply_survey``, on groups in ``apply_groups``, on answers in ``apply_answers``, on new
waves and further coders in ``apply_waves``.
"""

from __future__ import annotations

from coding.domain import apply_answers, apply_groups, apply_survey, apply_waves
from coding.domain.commands import Command, Together
from coding.domain.events import Change, Key, Table, evolve
from coding.domain.outcome import Outcome
from coding.domain.project import Project

_HANDLERS = {**apply_survey.HANDLERS, **apply_groups.HANDLERS, **apply_answers.HANDLERS, **apply_waves.HANDLERS}


def apply(project: Project, command: Command, coder: str) -> Outcome:
    """What ``command`` would change in ``project``, and the facts that tell it in words.

    Raises CommandRefused, with nothing changed, when the command does not apply to the project as it is.
    """
    if isinstance(command, Together):
        return _together(project, command, coder)
    return _HANDLERS[type(command)](project, command, coder)


def _together(project: Project, command: Together, coder: str) -> Outcome:
    """The outcome of several commands, each applied to what those before it left; one change per value."""
    facts: dict[str, str] = {}
    changes: dict[tuple[Table, Key], Change] = {}
    made: tuple[Change, ...] = ()
    for each in command.commands:
        project = evolve(project, made)
        outcome = apply(project, each, coder)
        facts |= outcome.facts
        made = outcome.changes
        for change in made:
            place = (change.table, change.key)
            known = changes.get(place)
            changes[place] = change if known is None else Change(*place, known.before, change.after)
    kept = tuple(change for change in changes.values() if change.before != change.after)
    return Outcome(command.action, kept, command.question, facts | dict(command.facts))
