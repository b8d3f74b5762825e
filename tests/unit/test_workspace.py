"""Doing, undoing and redoing, alone and with another at work in the same file."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from coding.domain.assignments import Assignment, Suggestion
from coding.domain.codebook import OTHER, Cluster, Quote
from coding.domain.commands import (
    AddWave,
    Assign,
    ConfirmGroups,
    DescribeCode,
    MergeGroups,
    NewCode,
    Propose,
    PutUnder,
    RenameGroup,
    RenameProject,
    SetQuotes,
)
from coding.domain.errors import CommandRefused
from coding.domain.project import ProjectInfo
from coding.domain.proposal import ProposalRun, RunNode, RunSegment
from coding.domain.segments import Span
from coding.domain.survey import ResponseKey
from coding.services.workspace import Workspace
from coding.store import database, project_store
from coding.store.project_store import ProjectStore
from tests.random_commands import QUESTION, a_wave

Open = Callable[[str], Workspace]
FIRST, SECOND, THIRD = (ResponseKey("w1", QUESTION, f"r{row}") for row in range(3))


@pytest.fixture
def open_as(tmp_path: Path) -> Iterator[Open]:
    """Opens one and the same project for a coder; it has a wave and the codes t (tijd) and g (geld)."""
    path = tmp_path / "proef.tienkeer"
    ProjectStore.create(path, "p1", ProjectInfo("Proef")).close()
    opened: list[Workspace] = []
    seconds = itertools.count(1)

    def open_as(coder: str) -> Workspace:
        clock = lambda: f"2026-11-22T09:00:{next(seconds):02}+00:00"  # noqa: E731
        opened.append(Workspace(ProjectStore.open(path), coder, clock=clock))
        return opened[-1]

    first = open_as("Anna")
    first.dispatch(a_wave("w1"))
    first.dispatch(NewCode(QUESTION, "t", "tijd"))
    first.dispatch(NewCode(QUESTION, "g", "geld"))
    yield open_as
    for workspace in opened:
        workspace.close()


def codes_of(workspace: Workspace, key: ResponseKey) -> list[str]:
    return [a.code for a in workspace.project.coding_of(QUESTION).decisions.get(key, ())]


def test_an_action_is_kept_with_who_when_and_what(open_as: Open) -> None:
    anna = open_as("Anna")
    event = anna.dispatch(Assign(QUESTION, (FIRST,), "t"))
    assert event is not None
    assert (event.revision, event.coder, event.action, event.question) == (4, "Anna", "assign_add", QUESTION)
    assert event.at.startswith("2026-11-22T09:00:")
    assert anna.project.revision == 4
    assert codes_of(open_as("Bob"), FIRST) == ["t"]
    [assignment] = anna.project.coding_of(QUESTION).decisions[FIRST]
    assert assignment.codebook_version == 4


def test_what_changes_nothing_is_not_kept(open_as: Open) -> None:
    anna = open_as("Anna")
    assert anna.dispatch(RenameProject("Proef")) is None
    assert anna.project.revision == 3


def test_a_refused_action_changes_nothing(open_as: Open) -> None:
    anna = open_as("Anna")
    before = anna.project
    with pytest.raises(CommandRefused):
        anna.dispatch(RenameGroup(QUESTION, "t", "Geld"))
    assert anna.project is before
    assert open_as("Bob").project == before


def test_undo_and_redo_survive_a_restart(open_as: Open) -> None:
    anna = open_as("Anna")
    anna.dispatch(Assign(QUESTION, (FIRST,), "t"))
    anna.dispatch(Assign(QUESTION, (SECOND,), "t"))
    anna.undo()
    again = open_as("Anna")
    assert again.next_undo() is not None
    again.undo()
    assert codes_of(again, FIRST) == codes_of(again, SECOND) == []
    last = open_as("Anna")
    last.redo()
    last.redo()
    assert codes_of(last, FIRST) == codes_of(last, SECOND) == ["t"]
    assert last.next_redo() is None
    with pytest.raises(CommandRefused) as refused:
        last.redo()
    assert refused.value.key == "command.nothing_to_redo"


def test_everything_can_be_undone_to_the_beginning(open_as: Open) -> None:
    anna = open_as("Anna")
    while anna.next_undo() is not None:
        anna.undo()
    assert not anna.project.waves
    assert not anna.project.questions
    with pytest.raises(CommandRefused) as refused:
        anna.undo()
    assert refused.value.key == "command.nothing_to_undo"


def test_undo_and_redo_say_what_they_will_do_as_it_was_first_told(open_as: Open) -> None:
    anna = open_as("Anna")
    anna.dispatch(RenameGroup(QUESTION, "t", "rust"))
    anna.undo()
    todo = anna.next_redo()
    assert todo is not None
    assert (todo.action, todo.facts["after"]) == ("rename_group", "rust")
    anna.redo()
    todo = anna.next_undo()
    assert todo is not None
    assert (todo.action, todo.facts["after"]) == ("rename_group", "rust")


def test_doing_something_else_ends_what_could_be_redone(open_as: Open) -> None:
    anna = open_as("Anna")
    anna.undo()
    anna.dispatch(Assign(QUESTION, (FIRST,), "t"))
    assert anna.next_redo() is None


def test_undo_takes_back_ones_own_action_only(open_as: Open) -> None:
    anna, bob = open_as("Anna"), open_as("Bob")
    anna.dispatch(Assign(QUESTION, (FIRST,), "t"))
    bob.dispatch(Assign(QUESTION, (SECOND,), "g"))
    anna.undo()
    assert codes_of(anna, FIRST) == []
    assert codes_of(anna, SECOND) == ["g"]
    anna.set_coder("Bob")
    anna.undo()
    assert codes_of(anna, SECOND) == []


def test_undo_is_refused_when_another_went_on_with_it(open_as: Open) -> None:
    anna, bob = open_as("Anna"), open_as("Bob")
    anna.dispatch(Assign(QUESTION, (FIRST,), "t"))
    bob.refresh()
    bob.dispatch(Assign(QUESTION, (FIRST,), "g", source="t"))
    with pytest.raises(CommandRefused) as refused:
        anna.undo()
    assert refused.value.key == "command.undo_overtaken"
    assert codes_of(anna, FIRST) == ["g"]


def _refused_undo(workspace: Workspace) -> str:
    before = workspace.project
    with pytest.raises(CommandRefused) as refused:
        workspace.undo()
    assert workspace.project == before
    return refused.value.key


def test_a_new_argument_that_another_put_answers_under_stays(open_as: Open) -> None:
    anna, bob = open_as("Anna"), open_as("Bob")
    anna.dispatch(NewCode(QUESTION, "x", "rust"))
    bob.refresh()
    bob.dispatch(Assign(QUESTION, (FIRST,), "x"))
    anna.refresh()
    assert _refused_undo(anna) == "command.undo_overtaken"
    assert codes_of(anna, FIRST) == ["x"]


def test_a_net_that_another_put_arguments_under_stays(open_as: Open) -> None:
    anna, bob = open_as("Anna"), open_as("Bob")
    anna.dispatch(NewCode(QUESTION, "n", "voorwaarden", is_net=True))
    bob.refresh()
    bob.dispatch(PutUnder(QUESTION, ("t",), "n"))
    anna.refresh()
    assert _refused_undo(anna) == "command.undo_overtaken"


def test_an_answer_that_another_quoted_stays_under_its_argument(open_as: Open) -> None:
    anna, bob = open_as("Anna"), open_as("Bob")
    anna.dispatch(Assign(QUESTION, (FIRST,), "t"))
    bob.refresh()
    bob.dispatch(SetQuotes(QUESTION, "t", (Quote(FIRST, Span(0, 4)),)))
    anna.refresh()
    assert _refused_undo(anna) == "command.undo_overtaken"


def test_a_wave_whose_question_a_later_wave_asked_too_is_not_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "p.tienkeer"
    ProjectStore.create(path, "p", ProjectInfo("proef")).close()
    anna, bob = Workspace(ProjectStore.open(path), "Anna"), Workspace(ProjectStore.open(path), "Bob")
    anna.dispatch(a_wave("w1"))
    bob.refresh()
    bob.dispatch(a_wave("w2"))
    anna.refresh()
    assert _refused_undo(anna) == "command.undo_wave_needed"
    bob.undo()
    anna.undo()
    assert not anna.project.waves
    assert not anna.project.questions
    anna.close()
    bob.close()


def test_a_merge_is_not_done_again_over_answers_that_joined_since(open_as: Open) -> None:
    anna, bob = open_as("Anna"), open_as("Bob")
    bob.dispatch(Assign(QUESTION, (FIRST,), "t"))
    bob.dispatch(MergeGroups(QUESTION, ("t", "g"), "g", "geld"))
    bob.undo()
    anna.refresh()
    anna.dispatch(Assign(QUESTION, (SECOND,), "t"))
    bob.refresh()
    with pytest.raises(CommandRefused, match="undo_overtaken"):
        bob.redo()
    assert codes_of(bob, SECOND) == ["t"]


def test_changes_to_different_answers_both_stay(open_as: Open) -> None:
    anna, bob = open_as("Anna"), open_as("Bob")
    anna.dispatch(Assign(QUESTION, (FIRST,), "t"))
    bob.dispatch(Assign(QUESTION, (SECOND,), "g"))  # bob's screen did not show anna's yet
    assert [codes_of(bob, FIRST), codes_of(bob, SECOND)] == [["t"], ["g"]]
    assert anna.refresh()
    assert not anna.refresh()
    assert anna.project == bob.project


def test_two_who_put_different_answers_in_one_proposed_group_both_succeed(open_as: Open) -> None:
    anna, bob = open_as("Anna"), open_as("Bob")
    proposed = tuple((key, (Suggestion("c.0", Span(0, 4), 0.5),)) for key in (FIRST, SECOND))
    anna.dispatch(Propose(QUESTION, "run", 0, (Cluster("c.0", "tijd"),), proposed))
    bob.refresh()
    anna.dispatch(Assign(QUESTION, (FIRST,), "c.0", source=None))  # makes a code of the group
    bob.dispatch(Assign(QUESTION, (SECOND,), "c.0", source=None))
    assert codes_of(bob, FIRST) == codes_of(bob, SECOND) == ["c.0"]


def test_an_action_that_would_now_reach_other_answers_is_refused(open_as: Open) -> None:
    anna, bob = open_as("Anna"), open_as("Bob")
    anna.dispatch(Assign(QUESTION, (FIRST,), "g"))
    with pytest.raises(CommandRefused) as refused:
        bob.dispatch(MergeGroups(QUESTION, ("t", "g"), "t", "tijd en geld"))
    assert refused.value.key == "command.overtaken"
    assert codes_of(bob, FIRST) == ["g"]


def test_a_change_of_what_another_just_changed_is_told_and_loses_nothing(open_as: Open) -> None:
    anna, bob = open_as("Anna"), open_as("Bob")
    anna.dispatch(DescribeCode(QUESTION, "t", description="rust en tijd"))
    with pytest.raises(CommandRefused) as refused:
        bob.dispatch(RenameGroup(QUESTION, "t", "rust"))
    assert refused.value.key == "command.overtaken"
    assert refused.value.facts == {"coder": "Anna"}
    code = bob.project.coding_of(QUESTION).codes["t"]
    assert (code.name, code.description) == ("tijd", "rust en tijd")
    bob.dispatch(RenameGroup(QUESTION, "t", "rust"))  # bob has seen it now
    assert bob.project.coding_of(QUESTION).codes["t"].description == "rust en tijd"


def test_a_group_that_another_merged_away_is_told(open_as: Open) -> None:
    anna, bob = open_as("Anna"), open_as("Bob")
    anna.dispatch(MergeGroups(QUESTION, ("t", "g"), "t", "tijd en geld"))
    with pytest.raises(CommandRefused) as refused:
        bob.dispatch(ConfirmGroups(QUESTION, ("g",)))
    assert refused.value.key == "command.group_gone"


def test_a_button_of_an_older_screen_is_compared_with_what_that_screen_showed(open_as: Open) -> None:
    anna = open_as("Anna")
    shown = anna.project.revision
    anna.dispatch(Assign(QUESTION, (FIRST,), "t"))
    assert anna.dispatch(Assign(QUESTION, (SECOND,), "g"), made_on=shown) is not None
    with pytest.raises(CommandRefused) as refused:
        anna.dispatch(MergeGroups(QUESTION, ("t", "g"), "t", "samen"), made_on=shown)
    assert refused.value.key == "command.changed_meanwhile"


def test_a_wave_and_its_answers_come_together_or_not_at_all(open_as: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    anna = open_as("Anna")

    def fail(*_: object) -> None:
        raise OSError("no space")

    monkeypatch.setattr(project_store.journal, "append", fail)  # type: ignore[attr-defined] # not exported
    with pytest.raises(OSError, match="no space"):
        anna.dispatch(a_wave("w2"))
    monkeypatch.undo()
    assert set(anna.project.batches) == {"batch-w1"}
    assert open_as("Bob").project == anna.project
    assert anna.dispatch(a_wave("w2")) is not None


def test_a_wave_that_was_taken_back_can_be_added_again(open_as: Open) -> None:
    anna = open_as("Anna")
    anna.dispatch(a_wave("w2"))
    anna.undo()
    anna.dispatch(a_wave("w2"))
    assert set(anna.project.waves) == {"w1", "w2"}
    other = a_wave("w3", size=4)
    with pytest.raises(ValueError, match="not in use"):
        anna.dispatch(AddWave(other.wave, replace(other.batch, id="batch-w2"), other.questions, ()))


def test_others_see_a_wave_that_came_and_went(open_as: Open) -> None:
    anna, bob = open_as("Anna"), open_as("Bob")
    anna.dispatch(a_wave("w2"))
    anna.undo()
    bob.refresh()
    assert bob.project == anna.project == open_as("Carla").project


def test_history_is_latest_first_and_can_be_narrowed(open_as: Open) -> None:
    anna, bob = open_as("Anna"), open_as("Bob")
    bob.dispatch(RenameProject("Anders"))
    bob.dispatch(Assign(QUESTION, (FIRST,), "g"))
    bob.dispatch(Assign(QUESTION, (SECOND,), OTHER))
    assert [event.action for event in anna.history(limit=3)] == ["assign_other", "assign_add", "rename_project"]
    assert [event.revision for event in anna.history(QUESTION)] == [6, 5, 3, 2]
    assert [event.revision for event in anna.history(group="g")] == [5, 3]
    assert [event.revision for event in anna.history(coder="Anna")] == [3, 2, 1]
    assert anna.history()[0].changes == ()
    assert anna.event(6).changes != ()


def test_an_earlier_moment_is_as_it_was(open_as: Open) -> None:
    anna = open_as("Anna")
    moments = [anna.project]
    for key in (FIRST, SECOND, THIRD):
        anna.dispatch(Assign(QUESTION, (key,), "t"))
        moments.append(anna.project)
    assert [anna.at(project.revision) for project in moments] == moments
    assert [open_as("Bob").at(project.revision) for project in moments] == moments


def test_going_back_is_one_step_that_can_be_undone(open_as: Open) -> None:
    anna, bob = open_as("Anna"), open_as("Bob")
    then = anna.project
    anna.dispatch(Assign(QUESTION, (FIRST,), "t"))
    bob.dispatch(MergeGroups(QUESTION, ("t", "g"), "t", "tijd en geld"))
    bob.dispatch(a_wave("w2"))
    anna.refresh()
    now = anna.project
    event = anna.go_back_to(then.revision)
    assert event is not None
    assert (event.action, event.facts) == ("go_back", {"revision": "3"})
    assert (anna.project.coding_of(QUESTION), anna.project.waves) == (then.coding_of(QUESTION), then.waves)
    assert anna.go_back_to(then.revision) is None
    anna.undo()
    assert anna.project.coding == now.coding
    assert anna.project.waves == now.waves
    bob.refresh()
    assert bob.project == anna.project
    with pytest.raises(ValueError, match="revision"):
        anna.go_back_to(99)


def test_how_the_coding_of_an_answer_came_about(open_as: Open) -> None:
    anna, bob = open_as("Anna"), open_as("Bob")
    anna.dispatch(Assign(QUESTION, (FIRST, SECOND), "t"))
    bob.refresh()
    bob.dispatch(Assign(QUESTION, (SECOND,), "g"))
    anna.go_back_to(3)
    anna.undo()
    bob.refresh()
    bob.dispatch(Assign(QUESTION, (FIRST,), "g", source="t"))
    bob.undo()
    story = anna.answer_history(FIRST)
    assert [(event.coder, event.action) for event, _ in story] == [
        ("Bob", "undo"),
        ("Bob", "assign_move"),
        ("Anna", "undo"),
        ("Anna", "go_back"),
        ("Anna", "assign_add"),
    ]
    after = [cast("tuple[Assignment, ...]", change.after or ()) for _, change in story]
    codes = [[assignment.code for assignment in made] for made in after]
    assert codes == [["t"], ["g"], ["t"], [], ["t"]]
    assert story[-1][1].before is None


def test_runs_are_kept(open_as: Open) -> None:
    run = ProposalRun("run", QUESTION, "2026-11-22", "bundled", "1", (), (RunNode(None, "alles"),), ((0,),), 0)
    anna = open_as("Anna")
    anna.save_run(run)
    assert open_as("Bob").run("run") == run


def test_a_run_about_answers_that_are_gone_is_not_kept(open_as: Open) -> None:
    gone = RunSegment(ResponseKey("w1", QUESTION, "nobody"), Span(0, 3), 0, 0.5)
    run = ProposalRun("run", QUESTION, "2026-11-22", "bundled", "1", (gone,), (RunNode(None, "alles"),), ((0,),), 0)
    anna = open_as("Anna")
    with pytest.raises(CommandRefused) as refused:
        anna.save_run(run)
    assert refused.value.key == "command.run_outdated"
    with pytest.raises(KeyError):
        anna.run("run")


def test_a_proposal_leaves_out_answers_that_are_gone(open_as: Open) -> None:
    anna = open_as("Anna")
    gone, there = ResponseKey("w1", QUESTION, "nobody"), (Suggestion("c.0", Span(0, 4), 0.5),)
    anna.dispatch(Propose(QUESTION, "run", 0, (Cluster("c.0", "tijd"),), ((gone, there), (FIRST, there))))
    assert set(anna.project.coding_of(QUESTION).suggestions) == {FIRST}


def checkpoints_of(workspace: Workspace) -> list[int]:
    with workspace._store.reading() as connection:
        return list(connection.exec_driver_sql("SELECT revision FROM checkpoints ORDER BY revision").scalars())


def test_what_opening_would_replay_is_kept_when_nobody_waits(open_as: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    anna = open_as("Anna")
    monkeypatch.setattr(project_store, "CHECKPOINT_EVENTS", 4)
    anna.tidy()
    assert checkpoints_of(anna) == [0]  # three events are not worth it
    anna.dispatch(NewCode(QUESTION, "m", "moed"))
    assert checkpoints_of(anna) == [0]
    anna.tidy()
    anna.tidy()
    assert checkpoints_of(anna) == [0, 4]
    assert open_as("Bob").project == anna.project


def test_a_file_that_is_busy_is_tidied_another_time(open_as: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    anna, bob = open_as("Anna"), open_as("Bob")
    monkeypatch.setattr(project_store, "CHECKPOINT_EVENTS", 1)
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.01)
    with bob._store.writing():
        open_as("Cor").tidy()
    assert checkpoints_of(anna) == [0]
    anna.tidy()
    assert checkpoints_of(bob) == [0, 3]
