"""After a respondent is erased, nothing of that person is left in the file, and everything of the others is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from coding.domain.answers import normalise
from coding.domain.assignments import Suggestion
from coding.domain.codebook import Cluster, Quote, QuoteCandidate
from coding.domain.commands import (
    Assign,
    ChangeQuestion,
    Command,
    ConfirmGroups,
    DescribeCode,
    MergeGroups,
    NewCode,
    Propose,
    RenameGroup,
    SetQuotes,
)
from coding.domain.errors import CommandRefused, ProjectFileError
from coding.domain.events import evolve
from coding.domain.project import Project, ProjectInfo
from coding.domain.proposal import ProposalRun, RunNode, RunSegment
from coding.domain.segments import Span
from coding.domain.survey import ResponseKey, Variable, VariableRole
from coding.services.workspace import Workspace
from coding.store import database, project_store
from coding.store.project_store import ProjectStore
from tests.random_commands import QUESTION, a_wave

ERASED, OTHER_ONE = "r-zwartkijker", "r1"
WORDS = ("zeppelin", "kwartelkwaak", "brombeer", "zwartkijker")
"""Words that only the person who is erased gave: in the answer, in the segment, in the background, in the id."""
VERBATIM = "Meer Zeppelin, vooral kwartelkwaak bij tijd"


def a_survey(wave: str) -> Command:
    """A wave of three in which the second is the one to be erased."""
    added = a_wave(wave, size=3)
    people = list(added.batch.respondents)
    people[1] = replace(people[1], id=ERASED, values={"beroep": "Brombeer", "leeftijd": "41"})
    responses = list(added.batch.responses)
    key = responses[1].key._replace(respondent=ERASED)
    responses[1] = replace(responses[1], key=key, verbatim=VERBATIM, normalised=VERBATIM.casefold())
    job = Variable("beroep", "Beroep", "beroep", VariableRole.BACKGROUND, ("Bakker", "Brombeer"))
    batch = replace(added.batch, respondents=tuple(people), responses=tuple(responses))
    return replace(added, batch=batch, variables=(job,))


def whole(respondent: str, wave: str = "w1") -> ResponseKey:
    return ResponseKey(wave, QUESTION, respondent)


def much_work() -> tuple[Command, ...]:
    """Work in which the person's words get into names, keywords, rules, quotes, descriptions and facts."""
    me, first = whole(ERASED), whole("r0")
    candidates = (QuoteCandidate(me, Span(0, 4), "short"), QuoteCandidate(first, Span(0, 4), "short"))
    cluster = Cluster("x.0", "meer zeppelin", ("zeppelin", "tijd"), 0.5, quotes=candidates)
    suggestions = ((me, (Suggestion("x.0", Span(0, 13), 0.5),)), (first, (Suggestion("x.0", Span(0, 4), 0.9),)))
    asked = a_wave("w1").questions[0]
    return (
        a_survey("w1"),
        a_survey("w2"),
        Propose(QUESTION, "x", 0, (cluster,), suggestions),
        ConfirmGroups(QUESTION, ("x.0",)),
        NewCode(QUESTION, "k", "Kwartelkwaak!"),
        Assign(QUESTION, (me,), "k", span=Span(22, 34)),
        Assign(QUESTION, (whole(ERASED, "w2"), whole("r2", "w2")), "k"),
        DescribeCode(
            QUESTION, "k", description="zoals kwartelkwaak", include="Zeppelin", rules=("kwartelkwaak", "tijd")
        ),
        DescribeCode(QUESTION, "k", examples=("meer zeppelin, graag", "tijd")),
        SetQuotes(QUESTION, "x.0", (Quote(me, Span(0, 13)), Quote(first, Span(0, 4)))),
        SetQuotes(QUESTION, "k", (Quote(me, Span(22, 34)),)),
        ChangeQuestion(replace(asked, non_answers=("geen kwartelkwaak", "geen idee"))),
        RenameGroup(QUESTION, "x.0", "tijd voor de zeppelin"),
        MergeGroups(QUESTION, ("x.0", "k"), "x.0", "zeppelin en kwartelkwaak"),
    )


def a_run() -> ProposalRun:
    me, first = whole(ERASED), whole("r0")
    segments = (RunSegment(first, Span(0, 4), 0, 0.5), RunSegment(me, Span(0, 13), 0, 0.5))
    node = RunNode(None, "meer zeppelin", ("zeppelin", "meer"), quotes=(QuoteCandidate(me, Span(0, 4), "short"),))
    return ProposalRun("x", QUESTION, "2026", "b", "1", segments, (node,), ((0,),), 0, {}, ((0.0, 1.0), (2.0, 3.0)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project in which the person's words are everywhere."""
    path = tmp_path / "proef.tienkeer"
    ProjectStore.create(path, "p1", ProjectInfo("Proef")).close()
    workspace = Workspace(ProjectStore.open(path), "Anna")
    for command in much_work()[:3]:
        workspace.dispatch(command)
    workspace.save_run(a_run())
    for command in much_work()[3:]:
        workspace.dispatch(command)
    workspace.undo()
    workspace.close()
    return path


def in_all_files(path: Path, words: Iterable[str]) -> set[str]:
    """Which of ``words`` are in the bytes of the project file and the files beside it, or in what is compressed."""
    found = b"".join(file.read_bytes() for file in path.parent.iterdir())
    with ProjectStore.open(path) as store:
        unpacked = [repr(store.events_since(0)), repr(store.load()), repr(store.run("x"))]
        unpacked += [repr(store.at(revision)) for revision in range(store.revision() + 1)]
    text = (found.decode("latin-1") + "".join(unpacked)).casefold()
    return {word for word in words if word in text}


def test_nothing_of_the_person_is_left(path: Path) -> None:
    assert in_all_files(path, WORDS) == set(WORDS)
    workspace = Workspace(ProjectStore.open(path), "Anna")
    assert workspace.erase(ERASED) == 2
    assert in_all_files(path, WORDS) == set()  # also while it is still open
    workspace.close()
    assert in_all_files(path, WORDS) == set()


def test_the_others_stay_as_they_were(path: Path) -> None:
    workspace = Workspace(ProjectStore.open(path), "Anna")
    before = workspace.project
    workspace.erase(ERASED)
    after = workspace.project
    assert {p.id for p in after.respondents("w1")} == {"r0", "r2"}
    kept = {key: made for key, made in before.coding_of(QUESTION).decisions.items() if key.respondent != ERASED}
    assert after.coding_of(QUESTION).decisions == kept
    assert after.coding_of(QUESTION).quotes == {"x.0": (Quote(whole("r0"), Span(0, 4)),)}
    codes = after.coding_of(QUESTION).codes
    assert codes["x.0"].name == "tijd voor de […]"
    assert (codes["k"].name, codes["k"].description, codes["k"].rules) == ("[…]!", "zoals […]", ("tijd",))
    assert after.questions[QUESTION].non_answers == ("geen idee",)
    assert after.variables["beroep"].categories == ("Bakker",)
    run = workspace.run("x")
    assert [segment.response.respondent for segment in run.segments] == ["r0"]
    assert run.points == ((0.0, 1.0),)
    assert run.nodes[0].keywords == ("meer",)
    workspace.close()


def test_the_journal_says_only_that_it_happened(path: Path) -> None:
    workspace = Workspace(ProjectStore.open(path), "Anna")
    workspace.erase(ERASED)
    [event] = workspace.history(limit=1)
    assert (event.action, event.coder, event.facts, event.question) == ("erase_respondent", "Anna", {}, None)
    assert workspace.event(event.revision).changes == ()
    workspace.close()


def replayed(store: ProjectStore) -> Project:
    project = store.at(0)
    for event in store.events_since(0):
        project = evolve(project, event.changes)
    return replace(project, batches=store.load().batches, revision=store.revision())


def test_what_is_left_is_consistent_and_can_be_worked_with(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coding.store.erasing.CHECKPOINT_EVENTS", 4)
    workspace = Workspace(ProjectStore.open(path), "Anna")
    workspace.erase(ERASED)
    with ProjectStore.open(path) as store:
        assert store.load() == workspace.project == replayed(store)
        assert store.is_intact()
        with pytest.raises(Exception, match="append-only"), store.writing() as connection:
            connection.exec_driver_sql("DELETE FROM journal")
    redo = workspace.next_redo()
    assert redo is not None
    assert "zeppelin" not in str(redo.facts)
    workspace.redo()
    undone = [workspace.undo() for _ in range(7)]
    assert "erase_respondent" not in [event.facts["undone"] for event in undone]
    assert len(workspace.project.respondents("w1")) == 2
    workspace.close()


def test_an_action_on_that_person_alone_is_no_longer_offered_for_undo(path: Path) -> None:
    workspace = Workspace(ProjectStore.open(path), "Bob")
    workspace.dispatch(Assign(QUESTION, (whole("r0"),), "k"))
    workspace.dispatch(Assign(QUESTION, (whole(ERASED),), "k", copy=True))
    workspace.erase(ERASED)
    offered = workspace.next_undo()
    assert offered is not None
    assert offered.facts["count"] == "1"
    workspace.undo()
    assert "k" not in {a.code for a in workspace.project.coding_of(QUESTION).decisions.get(whole("r0"), ())}
    workspace.close()


def test_other_windows_forget_the_person_too(path: Path) -> None:
    anna, bob = (Workspace(ProjectStore.open(path), coder) for coder in ("Anna", "Bob"))
    anna.erase(ERASED)
    with pytest.raises(CommandRefused):
        bob.dispatch(Assign(QUESTION, (whole(ERASED),), "k"))
    bob.refresh()
    assert bob.project == anna.project
    assert "zeppelin" not in repr(bob.project).casefold()
    with pytest.raises(CommandRefused) as refused:
        bob.save_run(a_run())
    assert refused.value.key == "command.run_outdated"
    anna.close()
    bob.close()


def test_vectors_of_texts_that_nobody_else_gave_are_purged(path: Path) -> None:
    purged: list[str] = []
    workspace = Workspace(ProjectStore.open(path), "Anna", purge_vectors=purged.extend)
    workspace.erase(ERASED)
    assert {VERBATIM, VERBATIM.casefold(), "Meer Zeppelin", "meer zeppelin", "kwartelkwaak"} <= set(purged)
    purged.clear()
    workspace.erase("r0")  # gave "meer tijd en rust", as did nobody else that is left
    assert "meer tijd en rust" in purged
    workspace.close()


def test_no_form_of_the_answer_stays_in_memory(path: Path) -> None:
    workspace = Workspace(ProjectStore.open(path), "Anna")
    normalise(VERBATIM)
    workspace.erase(ERASED)
    workspace.close()
    read = normalise.cache_info().misses
    normalise(VERBATIM)
    assert normalise.cache_info().misses == read + 1


def test_an_answer_that_another_gave_too_is_no_trace_of_one(tmp_path: Path) -> None:
    purged: list[str] = []
    path = tmp_path / "proef.tienkeer"
    ProjectStore.create(path, "p1", ProjectInfo("Proef")).close()
    workspace = Workspace(ProjectStore.open(path), "Anna", purge_vectors=purged.extend)
    workspace.dispatch(a_wave("w1", size=3))  # r1 wrote "Meer tijd en rust", r0 "meer tijd en rust"
    workspace.dispatch(NewCode(QUESTION, "t", "Meer rust"))
    workspace.erase(OTHER_ONE)
    assert purged == ["Meer tijd en rust"]
    assert workspace.project.coding_of(QUESTION).codes["t"].name == "Meer rust"
    workspace.close()


def test_nobody_by_that_name(path: Path) -> None:
    workspace = Workspace(ProjectStore.open(path), "Anna")
    before = workspace.project
    with pytest.raises(CommandRefused) as refused:
        workspace.erase("r9")
    assert refused.value.key == "command.respondent_gone"
    assert workspace.project is before
    workspace.close()


def test_remains_are_overwritten_at_the_next_opening_when_another_is_at_work(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.01)
    workspace, other = Workspace(ProjectStore.open(path), "Anna"), ProjectStore.open(path)
    with other.reading() as connection:
        connection.exec_driver_sql("SELECT * FROM journal").first()
        with pytest.raises(ProjectFileError) as refused:
            workspace.erase(ERASED)
    assert refused.value.key == "project_file.remains"
    assert ERASED not in {person.id for person in workspace.project.respondents("w1")}
    other.close()
    workspace.close()
    project_store.ProjectStore.open(path).close()
    assert in_all_files(path, WORDS) == set()


def test_a_person_is_found_in_a_wave_that_was_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "proef.tienkeer"
    ProjectStore.create(path, "p1", ProjectInfo("Proef")).close()
    workspace = Workspace(ProjectStore.open(path), "Anna")
    workspace.dispatch(a_survey("w1"))
    workspace.undo()
    assert workspace.erase(ERASED) == 1
    assert not any(word in path.read_bytes().decode("latin-1").casefold() for word in WORDS)
    workspace.redo()
    assert len(workspace.project.respondents("w1")) == 2
    workspace.close()
