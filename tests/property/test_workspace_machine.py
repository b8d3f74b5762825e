"""Two coders at work on one project file, at random: what must hold after every action, and after closing the file."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from coding.domain.assignments import ResponseState, state_of
from coding.domain.codebook import PSEUDO_CODES
from coding.domain.commands import (
    AcceptSuggestions,
    Assign,
    Command,
    ConfirmGroups,
    DissolveGroups,
    MergeGroups,
    SplitGroup,
    TakeOut,
    Together,
)
from coding.domain.commands_waves import CheckSuggestion, CodeMany, DecideTogether
from coding.domain.errors import CommandRefused
from coding.domain.project import EMPTY_CODING, Project, ProjectInfo, QuestionCoding
from coding.domain.survey import ResponseKey
from coding.services.workspace import Workspace
from coding.store.project_store import ProjectStore
from tests.random_commands import QUESTION, a_command, a_wave

DECIDING = (
    *(Assign, TakeOut, AcceptSuggestions, ConfirmGroups, DissolveGroups, MergeGroups, SplitGroup),
    *(CheckSuggestion, CodeMany, DecideTogether, Together),
)
MEMORY = Path("/dev/shm")  # noqa: S108 - thousands of commits that need not survive a power cut
CODERS = ("Anna", "Bob")
WAVE_STAYS = ("command.undo_wave_coded", "command.undo_wave_needed")


def contents(project: Project) -> tuple[object, ...]:
    begun = {question: coding for question, coding in project.coding.items() if coding != EMPTY_CODING}
    return project.info, project.questions, project.variables, project.waves, begun


def coded(coding: QuestionCoding) -> set[ResponseKey]:
    return {key for key, made in coding.decisions.items() if {a.code for a in made} - PSEUDO_CODES}


class Coders(RuleBasedStateMachine):
    """Each coder has a workspace of their own on the same file, as in two windows."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
        self.path = self.folder / "project.tienkeer"
        ProjectStore.create(self.path, "p", ProjectInfo("proef")).close()
        self.workspaces = {coder: Workspace(ProjectStore.open(self.path), coder) for coder in CODERS}
        self.latest = self.workspaces["Anna"]
        self.latest.dispatch(a_wave("w1"))
        self.seen: dict[int, Project] = {}

    @rule(coder=st.sampled_from(CODERS), seed=st.integers(0, 2**32), back_and_forth=st.booleans())
    def act(self, coder: str, seed: int, back_and_forth: bool) -> None:
        workspace = self.workspaces[coder]
        command = a_command(workspace.project, random.Random(seed).choice, f"x{len(self.seen)}{coder}")
        workspace.refresh()
        before = workspace.project
        try:
            event = workspace.dispatch(command)
        except CommandRefused:
            assert workspace.project is before
            return
        self.latest = workspace
        after = workspace.project
        self._check_meaning(command, before.coding_of(QUESTION), after.coding_of(QUESTION))
        if event is None:
            assert after is before
            return
        assert event.revision == after.revision == before.revision + 1
        if back_and_forth:
            self._check_back_and_forth(workspace, before, after)

    def _check_meaning(self, command: Command, before: QuestionCoding, after: QuestionCoding) -> None:
        if not isinstance(command, DECIDING) or (isinstance(command, CodeMany) and command.alone):
            assert after.decisions == before.decisions
        if isinstance(command, MergeGroups | SplitGroup | ConfirmGroups):
            assert coded(before) <= coded(after)

    def _check_back_and_forth(self, workspace: Workspace, before: Project, after: Project) -> None:
        try:
            workspace.undo()
        except CommandRefused as refused:
            if refused.key not in WAVE_STAYS:
                raise
            return
        assert contents(workspace.project) == contents(before)
        workspace.redo()
        assert contents(workspace.project) == contents(after)

    @rule(coder=st.sampled_from(CODERS), action=st.sampled_from(("undo", "redo")))
    def go_back(self, coder: str, action: str) -> None:
        workspace = self.workspaces[coder]
        workspace.refresh()
        told = workspace.next_undo() if action == "undo" else workspace.next_redo()
        try:
            event = workspace.undo() if action == "undo" else workspace.redo()
        except CommandRefused as refused:
            if (refused.key == f"command.nothing_to_{action}") != (told is None):
                raise
            return
        self.latest = workspace
        assert told is not None
        assert told.coder == coder == event.coder
        assert {told.revision} == {event.undoes, event.redoes} - {None}

    @rule(coder=st.sampled_from(CODERS))
    def restart(self, coder: str) -> None:
        old = self.workspaces[coder]
        old.refresh()
        next_undo, next_redo, project = old.next_undo(), old.next_redo(), old.project
        old.close()
        new = Workspace(ProjectStore.open(self.path), coder)
        assert new.project == project
        assert (new.next_undo(), new.next_redo()) == (next_undo, next_redo)
        self.workspaces[coder] = self.latest = new

    @invariant()
    def every_response_has_one_state_and_none_is_missing(self) -> None:
        project = self.latest.project
        self.seen[project.revision] = project
        coding = project.coding_of(QUESTION)
        for wave in project.waves:
            keys = [key for key in project.responses(QUESTION) if key.wave == wave]
            states = Counter(project.state(key) for key in keys)
            assert sum(states.values()) == len(project.respondents(wave))
            assert states[ResponseState.CODED] == len([key for key in keys if key in coded(coding)])
        for key, made in coding.decisions.items():
            response = project.responses(QUESTION)[key]
            assert made
            assert state_of(response.intake, [one.code for one in made]) in (
                ResponseState.CODED,
                ResponseState.OTHER,
                ResponseState.NO_CODE,
            )

    @invariant()
    def decisions_and_suggestions_lie_in_their_answers_and_belong_to_groups_that_exist(self) -> None:
        project = self.latest.project
        coding = project.coding_of(QUESTION)
        decided = [(key, one.span) for key, made in coding.decisions.items() for one in made]
        proposed = [(key, one.span) for key, made in coding.suggestions.items() for one in made]
        for key, span in decided + proposed:
            assert 0 <= span.start <= span.end <= len(project.responses(QUESTION)[key].verbatim)
        used = set(coding.assigned_members) | set(coding.suggested_members)
        assert used - PSEUDO_CODES <= {code.id for code in coding.open_codes()} | set(coding.clusters)

    @invariant()
    def quotes_are_exact_and_stand_under_a_code_of_their_response(self) -> None:
        project = self.latest.project
        coding = project.coding_of(QUESTION)
        for code, quotes in coding.quotes.items():
            assert quotes
            for quote in quotes:
                verbatim = project.responses(QUESTION)[quote.response].verbatim
                words = quote.span.of(verbatim)
                assert words
                assert quote.printed(verbatim) in verbatim
                groups = {a.code for a in coding.decisions.get(quote.response, ())}
                groups |= {s.group for s in coding.suggestions.get(quote.response, ())}
                assert code in groups

    def teardown(self) -> None:
        if not hasattr(self, "workspaces"):
            return
        for workspace in self.workspaces.values():
            workspace.refresh()
        assert self.workspaces["Anna"].project == self.workspaces["Bob"].project
        with ProjectStore.open(self.path) as store:
            assert store.load() == self.workspaces["Anna"].project
            for revision, project in self.seen.items():
                assert store.at(revision) == project
        for workspace in self.workspaces.values():
            workspace.close()
        shutil.rmtree(self.folder)


TestCoders = Coders.TestCase
TestCoders.settings = settings(
    max_examples=30, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
