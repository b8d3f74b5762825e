"""Undo and redo as events: what a coder can take back, and whether it still applies.

Undo appends the inverse of this coder's latest event that has not been undone; redo appends the inverse of this coder's
latest undo, as long as the coder did nothing new in between. Nothing is ever removed from the journal.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from coding.domain.assignments import Assignment
from coding.domain.codebook import CodeStatus
from coding.domain.errors import CommandRefused
from coding.domain.events import Change, Event, Key, Table, Value, current, evolve, in_parts, still_applies
from coding.domain.project import Project, QuestionCoding
from coding.domain.survey import ResponseKey

_GROUPS: Final = frozenset({Table.CODES, Table.CLUSTERS})
_STANDING: Final = frozenset({Table.DECISIONS, Table.SUGGESTIONS})
_DESCRIBING: Final = (Table.QUESTIONS, Table.VARIABLES)
"""What a wave brings along that later waves may need too."""


@dataclass(frozen=True, slots=True)
class Stacks:
    """Revisions of events that one coder can undo and redo; the last is next."""

    undo: tuple[int, ...]
    redo: tuple[int, ...]


def stacks(headers: Iterable[tuple[int, str, int | None, int | None]], coder: str) -> Stacks:
    """Undo and redo stacks of ``coder`` from (revision, coder, undoes, redoes) of all events, oldest first."""
    undo: list[int] = []
    redo: list[int] = []
    for revision, who, undoes, redoes in headers:
        if who != coder:
            continue
        if undoes is not None:
            undo.remove(undoes)
            redo.append(revision)
        elif redoes is not None:
            redo.remove(redoes)
            undo.append(revision)
        else:
            undo.append(revision)
            redo.clear()
    return Stacks(tuple(undo), tuple(redo))


def inverse(project: Project, event: Event) -> tuple[Change, ...]:
    """The changes that take ``event`` back.

    Raises CommandRefused when something it changed was changed again since (by another coder), when another built on
    it (put answers under an argument that would go, quoted an answer that would leave), or when a wave that would go
    has been coded or brought questions that a later wave asked too.
    """
    changes = tuple(change.inverse() for change in reversed(event.changes))
    if not still_applies(project, changes):
        raise CommandRefused("command.undo_overtaken")
    after = evolve(project, changes)
    if _built_on(after, changes):
        raise CommandRefused("command.undo_overtaken")
    for change in changes:
        if change.table is Table.WAVES and change.after is None and _coded(project, change.key[0]):
            raise CommandRefused("command.undo_wave_coded")
    if later := _waves_left_without(after, changes):
        raise CommandRefused("command.undo_wave_needed", name=later)
    return changes


def way_back(project: Project, events: Iterable[Event]) -> tuple[Change, ...]:
    """The changes that bring ``project`` to how it was before ``events``, the latest ones, whoever made them."""
    then: dict[tuple[Table, Key], Value | None] = {}
    for event in events:
        for change in event.changes:
            then.setdefault((change.table, change.key), change.before)
    back = (Change(table, key, current(project, table, key), value) for (table, key), value in then.items())
    return tuple(change for change in back if change.before != change.after)


def same_meaning(seen: Project, on_seen: Sequence[Change], now: Project, on_now: Sequence[Change]) -> bool:
    """Whether a command made on ``seen`` does the same on the newer ``now``.

    Everything that either changes must end the same, apart from the revision that assignments record. So it does not
    matter that another coder touched the same group first (and made a code of it), but it does that a merge would
    take in other answers than were seen.
    """
    ends_seen, ends_now = _ends(on_seen), _ends(on_now)
    places = {(change.table, change.key) for change in (*on_seen, *on_now)}
    return all(
        ends_seen.get(place, _undated(current(seen, *place))) == ends_now.get(place, _undated(current(now, *place)))
        for place in places
    )


def _ends(changes: Sequence[Change]) -> dict[tuple[Table, Key], object]:
    return {(change.table, change.key): _undated(change.after) for change in changes}


def _undated(value: Value | None) -> object:
    if not isinstance(value, tuple):
        return value
    return tuple(item._replace(codebook_version=0) if isinstance(item, Assignment) else item for item in value)


def _built_on(after: Project, changes: Iterable[Change]) -> bool:
    """Whether ``changes`` left something hanging in the air that they did not touch themselves."""
    parts: dict[str, list[Change]] = {}
    for (question, _), part in in_parts(changes).items():
        if question is not None:
            parts.setdefault(question, []).extend(part)
    return any(_hangs(after.coding_of(question), part) for question, part in parts.items())


def _hangs(coding: QuestionCoding, changes: Sequence[Change]) -> bool:
    """Whether a group that goes still has members or codes under it, or a quote lost its place under its group."""
    standing = {code.id for code in coding.codes.values() if code.status is not CodeStatus.RETIRED} | set(
        coding.clusters
    )
    gone = {change.key[-1] for change in changes if change.table in _GROUPS} - standing
    if gone:
        parents = {coding.codes[code].parent for code in coding.codes.keys() & standing}
        if any(
            group in coding.assigned_members or group in coding.suggested_members or group in parents for group in gone
        ):
            return True
    if not coding.quotes:
        return False
    quoted = {quote.response for quotes in coding.quotes.values() for quote in quotes}
    moved = {c.key for c in changes if c.table in _STANDING and c.key in quoted}
    return any(
        quote.response in moved and group not in _groups_of(coding, quote.response)
        for group, quotes in coding.quotes.items()
        for quote in quotes
    )


def _groups_of(coding: QuestionCoding, response: ResponseKey) -> set[str]:
    decided = {assignment.code for assignment in coding.decisions.get(response, ())}
    return decided | {suggestion.group for suggestion in coding.suggestions.get(response, ())}


def _waves_left_without(after: Project, changes: Sequence[Change]) -> str:
    """The names of the waves that stay with answers or values of a question or variable that went."""
    gone = {table: {c.key[0] for c in changes if c.table is table and c.after is None} for table in _DESCRIBING}
    if not any(gone.values()):
        return ""
    batches = {wave.name: after.batches[wave.batch] for wave in after.waves.values()}
    return ", ".join(
        name
        for name, batch in batches.items()
        if any(response.key.question in gone[Table.QUESTIONS] for response in batch.responses)
        or any(not gone[Table.VARIABLES].isdisjoint(respondent.values) for respondent in batch.respondents)
    )


def _coded(project: Project, wave: str) -> bool:
    return any(
        key.wave == wave
        for coding in project.coding.values()
        for key in (*coding.decisions, *coding.suggestions, *coding.independent, *coding.checks)
    )
