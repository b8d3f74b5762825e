"""What each command does to a small project."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coding.domain.apply import apply
from coding.domain.assignments import Origin, ResponseState, Suggestion
from coding.domain.codebook import NO_CODE, OTHER, Cluster, CodeStatus, Quote
from coding.domain.commands import (
    AcceptSuggestions,
    AddWave,
    Assign,
    ChangeQuestion,
    Command,
    ConfirmGroups,
    Detach,
    DissolveGroups,
    MergeGroups,
    NewCode,
    Propose,
    PutUnder,
    RenameGroup,
    SetQuotes,
    SplitGroup,
    TakeOut,
)
from coding.domain.errors import CommandRefused
from coding.domain.events import Event, evolve
from coding.domain.history import inverse, same_meaning, stacks
from coding.domain.project import Project, ProjectInfo
from coding.domain.segments import Span
from coding.domain.survey import Batch, Intake, Question, Respondent, Response, ResponseKey, Wave
from coding.texts.catalogue import Language
from coding.texts.history import sentence

ANSWERS = ["meer tijd", "tijd en lef", "meer lef", "Meer tijd", "trainingen", "", "weet niet"]
KINDS = [Intake.ANSWER] * 5 + [Intake.BLANK, Intake.NON_ANSWER]


def key(number: int) -> ResponseKey:
    return ResponseKey("w1", "q1", f"r{number}")


def whole(number: int) -> Span:
    return Span(0, len(ANSWERS[number]))


def suggestion(number: int, group: str, span: Span | None = None) -> tuple[ResponseKey, tuple[Suggestion, ...]]:
    return key(number), (Suggestion(group, span or whole(number), 0.8),)


@pytest.fixture
def project() -> Project:
    """Five answers, a blank and a non-answer; 'tijd' and 'lef' proposed, the second answer in both."""
    question = Question("q1", "Wat heb je nodig?", "nodig")
    people = tuple(Respondent(f"r{i}", i + 1) for i in range(len(ANSWERS)))
    responses = tuple(
        Response(key(i), text, text.lower(), kind) for i, (text, kind) in enumerate(zip(ANSWERS, KINDS, strict=True))
    )
    batch = Batch("b1", people, responses)
    start = Project("p", ProjectInfo("Proef"), batches={"b1": batch})
    wave = Wave("w1", "2025", "b1", "nodig.csv", "2025-10-01T10:00:00")
    start = do(start, AddWave(wave, batch, (question,), ()))
    clusters = (Cluster("tijd", "Meer tijd"), Cluster("lef", "Meer lef"), Cluster("leeg", "Leeg"))
    suggestions = (
        suggestion(0, "tijd"),
        (key(1), (Suggestion("tijd", Span(0, 4), 0.7), Suggestion("lef", Span(8, 11), 0.6))),
        suggestion(2, "lef"),
        suggestion(3, "tijd"),
    )
    return do(start, Propose("q1", "run1", 0, clusters, suggestions))


def do(project: Project, command: Command, coder: str = "Anna") -> Project:
    outcome = apply(project, command, coder)
    return evolve(project, outcome.changes).at_revision(project.revision + 1)


def codes(project: Project, number: int) -> list[str]:
    return [a.code for a in project.coding_of("q1").decisions.get(key(number), ())]


def proposed(project: Project, number: int) -> list[str]:
    return [s.group for s in project.coding_of("q1").suggestions.get(key(number), ())]


def test_a_cluster_without_members_is_not_put_on_the_board(project: Project) -> None:
    assert set(project.coding_of("q1").clusters) == {"tijd", "lef"}


def test_confirming_makes_one_assignment_per_member_on_its_own_words(project: Project) -> None:
    done = do(project, ConfirmGroups("q1", ("tijd",)))
    coding = done.coding_of("q1")
    assert coding.codes["tijd"].status is CodeStatus.CONFIRMED
    assert set(coding.assigned_members["tijd"]) == {key(0), key(1), key(3)}
    assert coding.decisions[key(1)][0].span == Span(0, 4)
    assert coding.decisions[key(1)][0].origin is Origin.GROUP
    assert proposed(done, 1) == ["lef"]


def test_renaming_makes_a_cluster_a_working_code_that_keeps_its_proposals(project: Project) -> None:
    done = do(project, RenameGroup("q1", "tijd", "  Tijd  krijgen "))
    coding = done.coding_of("q1")
    assert coding.codes["tijd"].name == "Tijd krijgen"
    assert coding.codes["tijd"].status is CodeStatus.WORKING
    assert "tijd" not in coding.clusters
    assert len(coding.suggested_members["tijd"]) == 3


def test_merging_keeps_every_coded_respondent_and_both_quotes(project: Project) -> None:
    done = do(project, ConfirmGroups("q1", ("tijd", "lef")))
    done = do(done, SetQuotes("q1", "tijd", (Quote(key(0), whole(0)),)))
    done = do(done, SetQuotes("q1", "lef", (Quote(key(2), whole(2)),)))
    merged = do(done, MergeGroups("q1", ("tijd", "lef"), "tijd", "Tijd en lef"))
    coding = merged.coding_of("q1")
    assert set(coding.assigned_members["tijd"]) == {key(0), key(1), key(2), key(3)}
    assert coding.codes["lef"].status is CodeStatus.RETIRED
    assert [q.response for q in coding.quotes["tijd"]] == [key(0), key(2)]


def test_moving_an_answer_takes_its_words_along_and_leaves_other_arguments(project: Project) -> None:
    done = do(project, Assign("q1", (key(1),), "lef", source="tijd"))
    assert proposed(done, 1) == ["lef"] or "lef" in codes(done, 1)
    spans = {a.span for a in done.coding_of("q1").decisions[key(1)]}
    assert spans == {Span(0, 4)}


def test_copying_leaves_the_proposal_standing(project: Project) -> None:
    done = do(project, NewCode("q1", "nieuw", "Nieuw"))
    done = do(done, Assign("q1", (key(0),), "nieuw", copy=True))
    assert codes(done, 0) == ["nieuw"]
    assert proposed(done, 0) == ["tijd"]


def test_other_as_a_whole_is_the_only_decision(project: Project) -> None:
    done = do(project, ConfirmGroups("q1", ("tijd",)))
    done = do(done, Assign("q1", (key(1),), OTHER))
    assert codes(done, 1) == [OTHER]
    assert proposed(done, 1) == []
    assert done.state(key(1)) is ResponseState.OTHER


def test_a_real_code_replaces_no_code_on_the_same_words(project: Project) -> None:
    done = do(project, Assign("q1", (key(4),), NO_CODE))
    assert done.state(key(4)) is ResponseState.NO_CODE
    done = do(done, Assign("q1", (key(4),), "lef"))
    assert codes(done, 4) == ["lef"]


def test_a_non_answer_can_be_coded_but_a_blank_cannot(project: Project) -> None:
    assert do(project, Assign("q1", (key(6),), "lef")).state(key(6)) is ResponseState.CODED
    with pytest.raises(CommandRefused) as refused:
        apply(project, Assign("q1", (key(5),), "lef"), "Anna")
    assert refused.value.key == "command.not_codable"
    assert refused.value.facts == {"row": 6}


def test_taking_out_makes_undecided_and_removes_the_quote(project: Project) -> None:
    done = do(project, ConfirmGroups("q1", ("tijd",)))
    done = do(done, SetQuotes("q1", "tijd", (Quote(key(0), whole(0)),)))
    done = do(done, TakeOut("q1", (key(0),), "tijd"))
    assert done.state(key(0)) is ResponseState.UNCODED
    assert "tijd" not in done.coding_of("q1").quotes


def test_dissolving_a_code_retires_it_and_frees_its_answers(project: Project) -> None:
    done = do(project, ConfirmGroups("q1", ("tijd",)))
    done = do(done, DissolveGroups("q1", ("tijd",)))
    assert done.coding_of("q1").codes["tijd"].status is CodeStatus.RETIRED
    assert done.state(key(0)) is ResponseState.UNCODED


def test_several_groups_are_dissolved_in_one_step(project: Project) -> None:
    done = do(project, NewCode("q1", "net", "Hulp", is_net=True))
    done = do(do(done, ConfirmGroups("q1", ("lef",))), PutUnder("q1", ("lef", "tijd"), "net"))
    outcome = apply(done, DissolveGroups("q1", ("net", "lef")), "Anna")
    after = evolve(done, outcome.changes)
    codes_after = after.coding_of("q1").codes
    assert {code: one.status for code, one in codes_after.items() if code != "tijd"} == {
        "net": CodeStatus.RETIRED,
        "lef": CodeStatus.RETIRED,
    }
    assert codes_after["tijd"].parent is None
    assert (proposed(after, 1), codes(after, 1), codes(after, 2)) == (["tijd"], [], [])
    told = Event(1, outcome.action, "Anna", "", outcome.changes, "q1", outcome.facts)
    assert sentence(told, "nl") == "hief 'Hulp', 'Meer lef' op (2 respondenten)"
    back = evolve(after, inverse(after, told))
    assert back.coding_of("q1") == done.coding_of("q1")


def test_a_new_level_leaves_what_was_touched_alone(project: Project) -> None:
    done = do(project, RenameGroup("q1", "tijd", "Tijd"))
    finer = (Cluster("fijn", "Fijner"),)
    fresh = tuple(suggestion(i, "fijn") for i in (0, 2, 3))
    done = do(done, Propose("q1", "run1", 1, finer, fresh))
    assert [proposed(done, i) for i in (0, 1, 2, 3)] == [["tijd"], ["tijd"], ["fijn"], ["tijd"]]
    assert set(done.coding_of("q1").clusters) == {"fijn"}


def test_splitting_moves_members_and_retires_an_emptied_group(project: Project) -> None:
    done = do(project, ConfirmGroups("q1", ("tijd",)))
    parts = (("a", "Meer", (key(0), key(3))), ("b", "Tijd", (key(1),)))
    done = do(done, SplitGroup("q1", "tijd", parts))
    coding = done.coding_of("q1")
    assert coding.codes["tijd"].status is CodeStatus.RETIRED
    assert set(coding.assigned_members["a"]) == {key(0), key(3)}
    assert coding.codes["b"].status is CodeStatus.CONFIRMED


def told(project: Project, command: Command, language: Language) -> str:
    """The sentence about ``command`` in the history."""
    done = apply(project, command, "Anna")
    return sentence(Event(1, done.action, "Anna", "", done.changes, "q1", done.facts), language)


def test_the_journal_tells_a_split_from_answers_set_apart(project: Project) -> None:
    everything = (("a", "Meer", (key(0), key(3))), ("b", "Rest", (key(1),)))
    assert told(project, SplitGroup("q1", "tijd", everything), "nl") == "splitste 'Meer tijd' in 'Meer', 'Rest'"
    some, one = SplitGroup("q1", "tijd", everything[:1]), SplitGroup("q1", "tijd", everything[1:])
    assert told(project, some, "nl") == "zette antwoorden van 2 respondenten uit 'Meer tijd' apart als 'Meer'"
    assert told(project, one, "en") == "set the answer of 1 respondent in 'Meer tijd' apart as 'Rest'"
    everyone = (("a", "Meer", (key(0), key(1), key(3))),)
    assert apply(project, SplitGroup("q1", "tijd", everyone), "Anna").action == "set_apart"


def test_a_net_cannot_stand_under_itself(project: Project) -> None:
    done = do(project, NewCode("q1", "net", "Hulp", is_net=True))
    done = do(done, PutUnder("q1", ("tijd",), "net"))
    assert done.coding_of("q1").codes["tijd"].parent == "net"
    with pytest.raises(CommandRefused, match="net_in_itself"):
        apply(done, PutUnder("q1", ("net",), "net"), "Anna")


@pytest.mark.parametrize(
    ("command", "refusal"),
    [
        (RenameGroup("q1", "tijd", " "), "command.empty_name"),
        (RenameGroup("q1", "weg", "Naam"), "command.group_gone"),
        (RenameGroup("q9", "tijd", "Naam"), "command.question_gone"),
        (MergeGroups("q1", ("tijd",), "tijd", "Tijd"), "command.merge_needs_two"),
        (Assign("q1", (key(0),), "tijd", source="tijd"), "command.same_group"),
        (Assign("q1", (key(2),), "lef", source="tijd"), "command.response_moved"),
        (Assign("q1", (key(0),), "lef", span=Span(2, 99)), "command.span_outside"),
        (SetQuotes("q1", "tijd", (Quote(key(2), whole(2)),)), "command.quote_elsewhere"),
        (SetQuotes("q1", "tijd", (Quote(key(0), whole(0)),) * 2), "command.quote_twice"),
        (ChangeQuestion(Question("q1", " ", "nodig")), "command.empty_name"),
    ],
)
def test_what_does_not_apply_is_refused(project: Project, command: Command, refusal: str) -> None:
    with pytest.raises(CommandRefused) as refused:
        apply(project, command, "Anna")
    assert refused.value.key == refusal


def test_a_code_may_not_take_the_name_of_another(project: Project) -> None:
    done = do(project, RenameGroup("q1", "tijd", "Tijd"))
    with pytest.raises(CommandRefused, match="name_taken"):
        apply(done, RenameGroup("q1", "lef", "tijd"), "Anna")


def test_own_non_answers_change_the_state_but_not_the_import(project: Project) -> None:
    question = replace(project.questions["q1"], non_answers=("trainingen",))
    done = do(project, ChangeQuestion(question))
    assert done.state(key(4)) is ResponseState.NON_ANSWER
    assert [r.key for r in done.answers("q1")] == [key(i) for i in range(4)]


def test_identical_answers_are_one_decision_until_detached(project: Project) -> None:
    assert project.identical(key(0)) == (key(0), key(3))
    apart = do(project, Detach("q1", (key(3),)))
    assert apart.identical(key(0)) == (key(0),)
    assert apart.identical(key(3)) == (key(3),)


def test_accepting_replaces_proposals_on_the_same_words_only(project: Project) -> None:
    taken = ((key(1), Suggestion("lef", Span(8, 11), 0.9)),)
    done = do(project, AcceptSuggestions("q1", taken))
    assert codes(done, 1) == ["lef"]
    assert proposed(done, 1) == ["tijd"]
    assert done.coding_of("q1").decisions[key(1)][0].origin is Origin.SUGGESTION


def test_undo_stacks_are_per_coder() -> None:
    headers = [(1, "Anna", None, None), (2, "Bram", None, None), (3, "Anna", None, None), (4, "Anna", 3, None)]
    assert stacks(headers, "Anna").undo == (1,)
    assert stacks(headers, "Anna").redo == (4,)
    assert stacks(headers, "Bram").undo == (2,)
    assert stacks([*headers, (5, "Anna", None, 4)], "Anna").undo == (1, 5)
    assert stacks([*headers, (5, "Anna", None, None)], "Anna").redo == ()


def test_the_same_command_on_another_revision_means_the_same(project: Project) -> None:
    command = ConfirmGroups("q1", ("lef",))
    elsewhere = do(project, Assign("q1", (key(4),), OTHER))
    on_seen, on_now = apply(project, command, "Anna").changes, apply(elsewhere, command, "Anna").changes
    assert same_meaning(project, on_seen, elsewhere, on_now)
    moved = do(project, TakeOut("q1", (key(2),), "lef"))
    assert not same_meaning(project, on_seen, moved, apply(moved, command, "Anna").changes)


def test_undo_is_refused_when_another_coder_was_there_since(project: Project) -> None:
    from coding.domain.events import Event

    outcome = apply(project, RenameGroup("q1", "tijd", "Tijd"), "Anna")
    event = Event(1, outcome.action, "Anna", "2025-10-01T10:00:00", outcome.changes, "q1")
    renamed = evolve(project, outcome.changes)
    assert evolve(renamed, inverse(renamed, event)).coding == project.coding
    again = do(renamed, RenameGroup("q1", "tijd", "Rust"), "Bram")
    with pytest.raises(CommandRefused, match="undo_overtaken"):
        inverse(again, event)
