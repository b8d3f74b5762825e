"""One person at work on one project: every intent is a command, every command one durable step."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final, NoReturn, TypeVar, cast

from coding.domain.answers import forget_texts
from coding.domain.apply import apply
from coding.domain.commands import AddWave, Command
from coding.domain.errors import CommandRefused, ProjectFileError
from coding.domain.events import Change, Event, evolve
from coding.domain.history import Stacks, inverse, same_meaning, stacks, way_back
from coding.domain.project import Project
from coding.domain.proposal import ProposalRun
from coding.domain.survey import Batch, ResponseKey
from coding.services.no_search import no_search
from coding.store.erasing import erase, traces_of
from coding.store.journal import Header, Wanted, header
from coding.store.project_store import ProjectStore

T = TypeVar("T")
Made = TypeVar("Made", bound="Event | None")

ERASED: Final = "erase_respondent"
"""The action under which the journal keeps that someone was erased."""
_REMEMBERED: Final = 20
"""Revisions kept in memory: what a screen showed when its button was pressed is seldom older."""


def now() -> str:
    """The present moment in UTC, ISO 8601, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Workspace:
    """A project as one coder sees it, kept in step with its file.

    ``project`` is immutable and as of the last action or ``refresh``; others who have the same file open may be
    further. Safe to use from several threads. ``clock`` gives the time of an event; ``purge_vectors`` is told which
    texts no longer exist when a respondent is erased.
    """

    def __init__(
        self,
        store: ProjectStore,
        coder: str,
        *,
        clock: Callable[[], str] = now,
        purge_vectors: Callable[[Iterable[str]], object] | None = None,
    ) -> None:
        self._store = store
        self._coder = coder
        self._clock = clock
        self._purge_vectors = purge_vectors
        self._lock = threading.RLock()
        self._project = store.load()
        self._headers: list[Header] = list(store.headers())
        self._recent: OrderedDict[int, Project] = OrderedDict({self._project.revision: self._project})
        self._made: OrderedDict[int, Event] = OrderedDict()

    @property
    def project(self) -> Project:
        """The project, as far as this workspace knows."""
        return self._project

    @property
    def coder(self) -> str:
        """The name under which actions are kept."""
        return self._coder

    def set_coder(self, coder: str) -> None:
        """Go on as someone else: undo and redo are that person's."""
        self._coder = coder

    def close(self) -> None:
        """Close the project file."""
        self.tidy()
        self._store.close()

    def tidy(self) -> None:
        """Keep the coding as it is now if opening would have to replay much; for when nobody waits for anything.

        It only makes opening faster: a file that is busy or full is left as it is.
        """
        with suppress(ProjectFileError):
            if not self._store.checkpoint_is_due():
                return
            with self._lock, no_search(), self._store.writing():
                self._take_in()
                self._store.add_checkpoint(self._project)

    def dispatch(self, command: Command, made_on: int | None = None) -> Event | None:
        """Do what ``command`` says and keep it; None if it changes nothing.

        ``made_on`` is the revision of the project that the person saw, by default the one this workspace has. What
        others did since is taken in first; the command is then applied anew. Raises CommandRefused, with nothing
        changed, when it does not apply or no longer means the same.
        """
        batch = command.batch if isinstance(command, AddWave) else None
        with self._lock:
            seen = self._project if made_on is None else self._as_of(made_on)
            return self._step(lambda: self._applied(command, seen, batch), batch)

    def undo(self) -> Event:
        """Take back this coder's latest action. Raises CommandRefused when there is none or it no longer can be."""
        return self._step(lambda: self._reversal("undo", self._stacks().undo))

    def redo(self) -> Event:
        """Do again what this coder took back last. Raises CommandRefused as ``undo`` does."""
        return self._step(lambda: self._reversal("redo", self._stacks().redo))

    def go_back_to(self, revision: int) -> Event | None:
        """Bring everything to how it was after ``revision``, also what others did, as one step that can be undone.

        None when it is as it was then. Raises ValueError when there is no such revision.
        """
        if not 0 <= revision <= self._store.revision():
            raise ValueError(f"The 'revision' parameter of go_back_to must be of the journal. Got {revision} instead.")
        return self._step(lambda: self._return(revision))

    def next_undo(self) -> Event | None:
        """What ``undo`` would take back, as it was first told; without its changes."""
        return self._told(self._stacks().undo)

    def next_redo(self) -> Event | None:
        """What ``redo`` would do again, as it was first told; without its changes."""
        return self._told(self._stacks().redo)

    def refresh(self) -> bool:
        """Take in what others did; whether there was anything."""
        with self._lock:
            before = self._project.revision
            self._take_in()
            return self._project.revision != before

    def history(
        self, question: str | None = None, limit: int = 200, *, group: str | None = None, coder: str | None = None
    ) -> tuple[Event, ...]:
        """What happened, latest first, without the changes themselves (``event`` gives those)."""
        return self._store.latest(limit, Wanted(question, group, coder))

    def event(self, revision: int) -> Event:
        """One event with its changes. Raises KeyError when there is none of that revision."""
        return self._store.event(revision)

    def answer_history(self, key: ResponseKey) -> tuple[tuple[Event, Change], ...]:
        """How the coding of one answer came about, latest first: each event with its change of the decisions."""
        return self._store.changes_of(key)[::-1]

    def at(self, revision: int) -> Project:
        """The project as it was after ``revision``."""
        with self._lock:
            return self._as_of(revision)

    def save_run(self, run: ProposalRun) -> None:
        """Keep a proposal run; one with the same id is replaced.

        Raises CommandRefused when it is about answers that are no longer there, as when someone was erased meanwhile.
        """
        with self._lock, self._store.writing():
            self._take_in()
            if any(self._project.response(segment.response) is None for segment in run.segments):
                raise CommandRefused("command.run_outdated")
            self._store.add_run(run)

    def run(self, run_id: str) -> ProposalRun:
        """A proposal run. Raises KeyError when there is none with that id."""
        return self._store.run(run_id)

    def keep(self, name: str, value: str) -> None:
        """Keep a text under a name in the project file: remembered, but no action that can be undone."""
        self._store.keep(name, value)

    def kept(self, name: str) -> str | None:
        """What was kept under a name, None if nothing."""
        return self._store.kept(name)

    def earlier_runs(self, question: str) -> Iterator[ProposalRun]:
        """The proposal runs of a question, the latest first, read one at a time."""
        return (self._store.run(run_id) for run_id in reversed(self._store.runs(question)))

    def erase(self, respondent: str) -> int:
        """Erase a person from all waves for good; how many responses went. The journal keeps only that it happened.

        Raises CommandRefused when there is no such respondent, and ProjectFileError when others are at work in the
        file: if the person is gone from the project by then, what remains in unused parts of the file is overwritten
        the next time it is opened.
        """
        with self._lock:
            with self._store.writing():
                traces = traces_of(self._store, respondent)
                if traces is None:
                    raise CommandRefused("command.respondent_gone")
                if self._purge_vectors is not None:
                    self._purge_vectors(sorted(traces.texts))
                event = Event(self._store.revision() + 1, ERASED, self._coder, self._clock(), ())
                erase(self._store, traces.scrubber, event)
            self._take_in()
            forget_texts()
            try:
                self._store.clear_remains()
            except ProjectFileError as error:
                raise ProjectFileError("project_file.remains", **error.facts) from error
        return traces.response_count

    def _step(self, make: Callable[[], Made], batch: Batch | None = None) -> Made:
        """Take in what others did, make an event on top of it and write it: one transaction."""
        with self._lock, no_search():
            with self._store.writing():
                self._take_in()
                event = make()
                if event is None:
                    return event
                project = evolve(_with_batch(self._project, batch), event.changes).at_revision(event.revision)
                self._store.append(event, self._new(batch))
            self._go_to(project, [header(event)])
            _remember(self._made, event.revision, cast(Event, event))
        return event

    def _new(self, batch: Batch | None) -> Batch | None:
        """The batch, if it is not in the file yet: a wave that was taken back may be added again."""
        known = None if batch is None else self._project.batches.get(batch.id)
        if known is not None and known != batch:
            raise ValueError("The 'batch' of AddWave must have an id that is not in use.")
        return batch if known is None else None

    def _applied(self, command: Command, seen: Project, batch: Batch | None) -> Event | None:
        outcome = apply(_with_batch(self._project, batch), command, self._coder)
        if seen.revision != self._project.revision:
            try:
                meant = apply(_with_batch(seen, batch), command, self._coder)
            except CommandRefused:
                self._refuse_overtaken(seen.revision)
            if not same_meaning(seen, meant.changes, self._project, outcome.changes):
                self._refuse_overtaken(seen.revision)
        if not outcome.changes:
            return None
        return self._event(outcome.action, outcome.changes, outcome.question, outcome.facts)

    def _event(self, action: str, changes: tuple[Change, ...], question: str | None, facts: Mapping[str, str]) -> Event:
        return Event(self._project.revision + 1, action, self._coder, self._clock(), changes, question, facts)

    def _return(self, revision: int) -> Event | None:
        changes = way_back(self._project, self._store.events_since(revision))
        return self._event("go_back", changes, None, {"revision": str(revision)}) if changes else None

    def _reversal(self, action: str, stack: tuple[int, ...]) -> Event:
        if not stack:
            raise CommandRefused(f"command.nothing_to_{action}")
        old = self._made.get(stack[-1]) or self._store.event(stack[-1])
        facts = {"undone": old.action, **old.facts}
        event = self._event(action, inverse(self._project, old), old.question, facts)
        return replace(event, undoes=old.revision) if action == "undo" else replace(event, redoes=old.revision)

    def _told(self, stack: tuple[int, ...]) -> Event | None:
        if not stack:
            return None
        event = self._store.told(stack[-1])
        return replace(event, action=event.facts.get("undone", event.action))

    def _refuse_overtaken(self, since: int) -> NoReturn:
        others = {h.coder for h in self._headers if h.revision > since and h.coder != self._coder}
        if others:
            raise CommandRefused("command.overtaken", coder=", ".join(sorted(others)))
        raise CommandRefused("command.changed_meanwhile")

    def _take_in(self) -> None:
        """Bring the project in memory to the revision of the file."""
        headers = self._store.headers(since=self._project.revision)
        if not headers:
            return
        if any(header.action == ERASED for header in headers):
            self._recent.clear()
            self._made.clear()
            self._headers = list(self._store.headers())
            self._go_to(self._store.load(), ())
            return
        project = self._project
        for event in self._store.events_since(project.revision, until=headers[-1].revision):
            project = evolve(project, event.changes).at_revision(event.revision)
        for batch_id in self._store.batch_ids(since=self._project.revision):
            project = _with_batch(project, self._store.batch(batch_id))
        self._go_to(project, headers)

    def _go_to(self, project: Project, headers: Iterable[Header]) -> None:
        self._project = project
        self._headers.extend(headers)
        _remember(self._recent, project.revision, project)

    def _as_of(self, revision: int) -> Project:
        if revision not in self._recent:
            return self._store.at(revision)
        return self._recent[revision]

    def _stacks(self) -> Stacks:
        with self._lock:
            rows = ((h.revision, h.coder, h.undoes, h.redoes) for h in self._headers if h.change_count)
            return stacks(rows, self._coder)


def _remember(memory: OrderedDict[int, T], revision: int, what: T) -> None:
    memory[revision] = what
    while len(memory) > _REMEMBERED:
        memory.popitem(last=False)


def _with_batch(project: Project, batch: Batch | None) -> Project:
    return project if batch is None else replace(project, batches={**project.batches, batch.id: batch})
