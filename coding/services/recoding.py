"""Coding an earlier wave again after the codebook changed: which answers, a suggestion for each, and one command.

A code that was split moves its answers without anybody reading them again, and an argument that was added later was not
looked for before. ``recodings`` tells what changed since a wave was coded, ``recoding_places`` proposes where each of
its answers belongs now, and ``recode`` is the command that does it, in one step. Answers that stay are marked as looked
at (their decision gets the version of the codebook as it is), so that nothing is offered twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from coding.domain.assignments import Assignment
from coding.domain.codebook import PSEUDO_CODES, Code, CodeStatus
from coding.domain.commands_waves import Recode
from coding.domain.events import Change, Event, Table
from coding.domain.project import Project, QuestionCoding
from coding.domain.survey import ResponseKey
from coding.services.workspace import Workspace

_MOST_EVENTS: Final = 5000
_MOVE_FROM: Final = 0.5
"""Score from which another code than the present one is chosen beforehand."""


class Changed(StrEnum):
    """How a codebook changed since a wave was coded."""

    SPLIT = "split"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Recoding:
    """Answers of a wave that were coded before a change of the codebook.

    ``before`` is the name of what was split, "" for arguments that were added. ``codes`` are the ids of the codes that
    the answers may belong to now, of which ``source`` were there before; ``revision`` is that of the change.
    """

    change: Changed
    before: str
    codes: tuple[str, ...]
    source: frozenset[str]
    revision: int
    keys: tuple[ResponseKey, ...]

    def in_question(self, given: Iterable[Assignment]) -> tuple[Assignment, ...]:
        """The decisions on an answer that were made before the change and may be other ones now."""
        among = PSEUDO_CODES if self.change is Changed.ADDED else set(self.codes)
        return tuple(a for a in given if a.code in among and a.codebook_version < self.revision)


@dataclass(frozen=True, slots=True)
class Merged:
    """Codes that were put together since a wave was coded; ``count`` answers of the wave moved along."""

    names: str
    after: str
    count: int


@dataclass(frozen=True, slots=True)
class Place:
    """Identical answers with the code they carry, the one that is suggested, and how likely that is (0–1)."""

    keys: tuple[ResponseKey, ...]
    verbatim: str
    now: str
    suggested: str
    score: float
    certain: bool

    @property
    def chosen(self) -> str:
        """What is chosen beforehand: the suggestion if it is likelier than not, else what the answer carries."""
        return self.suggested if self.score >= _MOVE_FROM else self.now


@dataclass
class _Family:
    """What one code became by one split or several."""

    name: str
    codes: set[str]
    source: set[str]
    revision: int


def recodings(workspace: Workspace, question: str, wave: str) -> tuple[Recoding, ...]:
    """What there is to code again in ``wave`` since the next one came: splits first, then arguments that were added."""
    project = workspace.project
    since = _next_wave(workspace, wave)
    if since is None:
        return ()
    coding = project.coding_of(question)
    open_now = {code.id for code in coding.open_codes()}
    found = []
    in_family: set[str] = set()
    for family in _families(workspace, question, coding):
        in_family |= family.codes
        codes = tuple(sorted(family.codes & open_now))
        if family.revision > since and len(codes) > 1:
            found.append(
                Recoding(Changed.SPLIT, family.name, codes, frozenset(family.source & open_now), family.revision, ())
            )
    added = _added(coding, wave, since, in_family)
    if added:
        found.append(Recoding(Changed.ADDED, "", tuple(sorted(added)), frozenset(), max(added.values()), ()))
    whole = (replace(one, keys=_keys(project, question, wave, one)) for one in found)
    return tuple(one for one in whole if one.keys)


def merges(workspace: Workspace, question: str, wave: str) -> tuple[Merged, ...]:
    """The merges that moved decisions of ``wave`` along; there is nothing left to do for them. Latest first."""
    codes = workspace.project.coding_of(question).codes
    found = []
    for event in _events(workspace, question, "merge_groups"):
        gone = [c.key[1] for c in event.changes if _retires(c)]
        standing = [code for code in gone if code in codes and codes[code].status is not CodeStatus.RETIRED]
        count = sum(c.table is Table.DECISIONS and c.key[0] == wave for c in event.changes)
        if count and gone and not standing:
            found.append(Merged(event.facts["names"], event.facts["after"], count))
    return tuple(found)


def before_and_after(
    project: Project, question: str, found: Recoding, wave: str, chosen: Iterable[tuple[Place, str]]
) -> tuple[tuple[str, int, int], ...]:
    """(code, respondents now, respondents after) in ``wave`` for every code that the choices are about."""
    coding = project.coding_of(question)
    codes = (*found.codes, *sorted(PSEUDO_CODES)) if found.change is Changed.ADDED else found.codes
    held = {code: {k for k in coding.assigned_members.get(code, ()) if k.wave == wave} for code in codes}
    after = {code: set(keys) for code, keys in held.items()}
    for place, code in chosen:
        after[place.now] -= set(place.keys)
        after.setdefault(code, set()).update(place.keys)
    return tuple((code, len(held.get(code, ())), len(after[code])) for code in after if after[code] or held.get(code))


def recode(question: str, chosen: Iterable[tuple[Place, str]]) -> Recode:
    """The command that puts every answer where it was chosen to be; who stays is marked as looked at."""
    return Recode(question, tuple((key, place.now, code) for place, code in chosen for key in place.keys))


# What changed ---------------------------------------------------------------------------------------------------------


def _families(workspace: Workspace, question: str, coding: QuestionCoding) -> list[_Family]:
    """What was split, with all that came of it; splits that were taken back are left out."""
    families: list[_Family] = []
    for event in reversed(_events(workspace, question, "split_group", "set_apart")):
        made = {c.key[1] for c in event.changes if c.table is Table.CODES and c.before is None}
        if not made & coding.codes.keys():
            continue
        sources = {code for code in _left_behind(event.changes, made) if code not in made}
        family = next((one for one in families if one.codes & (sources | made)), None)
        if family is None:
            families.append(_Family(event.facts["before"], sources | made, sources, event.revision))
        else:
            family.codes |= sources | made
            family.source |= sources
            family.revision = event.revision
    return families


def _left_behind(changes: Iterable[Change], made: set[str]) -> set[str]:
    """The group that answers were taken from."""
    found = set()
    for change in changes:
        if change.table is Table.DECISIONS and isinstance(change.before, tuple) and isinstance(change.after, tuple):
            before = {a.code for a in change.before if isinstance(a, Assignment)}
            after = {a.code for a in change.after if isinstance(a, Assignment)}
            if after & made:
                found |= before - after
    return found | {change.key[1] for change in changes if _retires(change)}


def _retires(change: Change) -> bool:
    before, after = change.before, change.after
    return (
        change.table is Table.CODES
        and isinstance(before, Code)
        and isinstance(after, Code)
        and before.status is not CodeStatus.RETIRED
        and after.status is CodeStatus.RETIRED
    )


def _events(workspace: Workspace, question: str, *actions: str) -> list[Event]:
    told = (event for event in workspace.history(question, _MOST_EVENTS) if event.action in actions)
    return [workspace.event(event.revision) for event in told]


def _next_wave(workspace: Workspace, wave: str) -> int | None:
    """The revision in which the wave after ``wave`` came, None if it is the last."""
    waves = [each.id for each in workspace.project.waves_in_order()]
    later = waves[waves.index(wave) + 1 :]
    told = [event.revision for event in workspace.history(limit=_MOST_EVENTS) if event.action == "add_wave"]
    came = {
        c.key[0]: revision for revision in told for c in workspace.event(revision).changes if c.table is Table.WAVES
    }
    return min((came.get(each, 0) for each in later), default=None)


def _added(coding: QuestionCoding, wave: str, since: int, known: set[str]) -> dict[str, int]:
    """Codes that were first used after ``since`` and never in ``wave``, with the version in which they were."""
    found: dict[str, int] = {}
    for code in coding.open_codes():
        members = coding.assigned_members.get(code.id, ())
        if members and code.id not in known and all(key.wave != wave for key in members):
            first = min(a.codebook_version for k in members for a in coding.decisions[k] if a.code == code.id)
            found |= {code.id: first} if first > since else {}
    return found


def _keys(project: Project, question: str, wave: str, found: Recoding) -> tuple[ResponseKey, ...]:
    decisions = project.coding_of(question).decisions
    return tuple(
        key for key in project.responses(question) if key.wave == wave and found.in_question(decisions.get(key, ()))
    )
