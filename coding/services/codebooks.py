"""The life of a codebook: its versions, and what differs between two.

A version is a revision of the project in which a code was made, renamed, merged, described, moved or retired.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from coding.domain.codebook import Code, CodeStatus
from coding.domain.events import Change, Event, Table
from coding.domain.project import Project
from coding.services.workspace import Workspace

_MOST_EVENTS: Final = 5000


@dataclass(frozen=True, slots=True)
class Version:
    """A revision in which the codebook of a question changed; ``event`` tells it in words. ``codes`` are open codes."""

    revision: int
    event: Event
    codes: int


@dataclass(frozen=True, slots=True)
class CodebookChange:
    """What differs between two versions: names of codes; renamed ones as (before, after)."""

    added: tuple[str, ...]
    gone: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...]
    described: tuple[str, ...]


def versions(workspace: Workspace, question: str) -> tuple[Version, ...]:
    """Every version of a question's codebook, latest first."""
    found = []
    open_codes = len(_open(workspace.project, question))
    for told in workspace.history(question, _MOST_EVENTS):
        event = workspace.event(told.revision)
        changes = _codebook_changes(event, question)
        if not changes:
            continue
        found.append(Version(event.revision, replace(told, changes=()), open_codes))
        open_codes += sum(_is_open(c.before) - _is_open(c.after) for c in changes)
    return tuple(found)


def codebook_revisions(workspace: Workspace, question: str, *, since: int = 0) -> tuple[int, ...]:
    """The revisions after ``since`` in which the codebook changed, in order: the first is version 1."""
    told = [e.revision for e in workspace.history(question, _MOST_EVENTS) if e.revision > since]
    return tuple(revision for revision in reversed(told) if _codebook_changes(workspace.event(revision), question))


def _codebook_changes(event: Event, question: str) -> tuple[Change, ...]:
    return tuple(c for c in event.changes if c.table is Table.CODES and c.key[0] == question)


def difference(workspace: Workspace, question: str, first: int, second: int) -> CodebookChange:
    """What changed in the codebook from revision ``first`` to ``second``."""
    before, after = (_open(workspace.at(revision), question) for revision in (first, second))
    both = before.keys() & after.keys()
    plain = {code: replace(before[code], name="", number=None, colour="") for code in both}
    changed = [code for code in both if plain[code] != replace(after[code], name="", number=None, colour="")]
    return CodebookChange(
        added=_names(after[code] for code in after.keys() - before.keys()),
        gone=_names(before[code] for code in before.keys() - after.keys()),
        renamed=tuple(
            sorted((before[c].name, after[c].name) for c in both if before[c].name != after[c].name),
        ),
        described=_names(after[code] for code in changed),
    )


def _open(project: Project, question: str) -> dict[str, Code]:
    codes = project.coding_of(question).codes
    return {code.id: code for code in codes.values() if code.status is not CodeStatus.RETIRED}


def _is_open(value: object) -> int:
    return int(isinstance(value, Code) and value.status is not CodeStatus.RETIRED)


def _names(codes: Iterable[Code]) -> tuple[str, ...]:
    return tuple(sorted((code.name for code in codes), key=str.casefold))
