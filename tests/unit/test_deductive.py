"""Suggestions from a codebook before anything was coded, by names, descriptions and example answers."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from coding.domain.codebook import Code
from coding.domain.commands import Assign, MergeGroups
from coding.domain.commands_waves import UseCodebook
from coding.domain.events import Change, Event, Table
from coding.domain.project import Project
from coding.domain.survey import Question, ResponseKey
from coding.services.codebook_examples import codes_waiting, examples_of
from coding.services.deductive import Placed, place_by_codebook, placed
from coding.services.question_model import build_model
from coding.services.review_queue import queue
from coding.services.review_search import board_of
from coding.store.scrub import Scrubber
from tests.projects import Person, empty_project, run, with_wave
from tests.word_vectors import WordVectors

ANSWERS = (
    "boos aan de telefoon",
    "ze zijn boos",
    "een klacht over wachten",
    "nog een klacht",
    "media online",
    "het weer in de wijk",
)


def project_of(*codes: Code, answers: tuple[str, ...] = ANSWERS) -> Project:
    people = [Person({"q": answer}) for answer in answers]
    project = with_wave(empty_project(), people, [Question("q", "Wat merk je?", "q")])
    return run(project, UseCodebook("q", codes, "codes.csv")) if codes else project


def first_choices(project: Project) -> Mapping[str, str]:
    model = build_model(project, "q", WordVectors())
    assert model is not None
    return {item.row.verbatim: item.choices[0].group for item in queue(project, "q", model) if item.choices}


def test_names_suggest_before_anything_was_decided() -> None:
    project = project_of(Code("b", "Mensen zijn boos"), Code("k", "Een klacht indienen"))
    found = first_choices(project)
    assert found["ze zijn boos"] == found["boos aan de telefoon"] == "b"
    assert found["nog een klacht"] == found["een klacht over wachten"] == "k"


def test_descriptions_suggest_too() -> None:
    project = project_of(
        Code("a", "A", description="boos op iemand"), Code("b", "B", description="een klacht indienen")
    )
    found = first_choices(project)
    assert (found["ze zijn boos"], found["nog een klacht"]) == ("a", "b")


def test_example_answers_suggest_and_are_counted_nowhere() -> None:
    codes = (Code("a", "A", examples=("zo boos", "boos hoor")), Code("b", "B", examples=("klacht gedaan", "klacht")))
    project = project_of(*codes)
    found = first_choices(project)
    assert (found["ze zijn boos"], found["nog een klacht"]) == ("a", "b")
    view = board_of(project, "q")
    assert view.answered == len(ANSWERS)
    assert [row.count for row in view.rows] == [0, 0]


def test_an_example_that_is_an_answer_suggests_its_code() -> None:
    project = project_of(Code("a", "A", examples=("Het weer in de wijk.",)), Code("b", "B"))
    assert first_choices(project)["het weer in de wijk"] == "a"


def test_an_example_of_two_codes_is_one_example() -> None:
    project = project_of(Code("a", "A", examples=("Zelfde",)), Code("b", "B", examples=("zelfde.", "eigen")))
    assert examples_of(project.coding_of("q")) == {"Zelfde": frozenset("ab"), "eigen": frozenset("b")}


def test_the_board_has_the_suggestions_after_one_step_that_can_be_undone() -> None:
    project = project_of(Code("b", "Mensen zijn boos"), Code("k", "Een klacht indienen", rules=("klacht",)))
    assert codes_waiting(project.coding_of("q")) == 2
    command = place_by_codebook(project, "q", WordVectors(), made_at="2026-11-22")
    after = run(project, command)
    members = after.coding_of("q").suggested_members
    assert {"r1", "r2"} <= {key.respondent for key in members["b"]}
    assert {key.respondent for key in members["k"]} == {"r3", "r4"}
    assert members.keys() <= {"b", "k"}  # what fits nothing stays where it is
    assert after.coding_of("q").clusters == {}
    assert codes_waiting(after.coding_of("q")) == 0
    seen = placed(after, "q")
    assert seen == Placed(suggested=len({k for keys in members.values() for k in keys}), none=6 - seen.suggested)
    assert command.facts["count"] == str(seen.suggested)


def test_decisions_are_left_alone() -> None:
    project = project_of(Code("b", "Mensen zijn boos"), Code("k", "Een klacht indienen"))
    key = ResponseKey("w1", "q", "r2")
    project = run(project, Assign("q", (key,), "k"))
    after = run(project, place_by_codebook(project, "q", WordVectors(), made_at="2026-11-22"))
    assert [a.code for a in after.coding_of("q").decisions[key]] == ["k"]
    assert key not in after.coding_of("q").suggestions
    assert codes_waiting(project.coding_of("q")) == 0


@pytest.mark.parametrize("codes", [(), (Code("n", "Net", is_net=True),)])
def test_without_codes_nothing_waits(codes: tuple[Code, ...]) -> None:
    assert codes_waiting(project_of(*codes).coding_of("q")) == 0


def test_no_answers_no_suggestions() -> None:
    project = project_of(Code("b", "Mensen zijn boos"), answers=("", ""))
    assert place_by_codebook(project, "q", WordVectors(), made_at="2026-11-22").commands == ()
    assert build_model(project, "q", WordVectors()) is None


def test_a_merge_keeps_the_examples_of_both() -> None:
    project = project_of(Code("a", "A", examples=("een", "twee")), Code("b", "B", examples=("twee", "drie")))
    after = run(project, MergeGroups("q", ("a", "b"), "a", "AB"))
    assert after.coding_of("q").codes["a"].examples == ("een", "twee", "drie")


def test_an_example_in_the_words_of_somebody_who_is_erased_goes() -> None:
    code = Code("a", "A", examples=("Nog een klacht.", "ze zijn boos", "een klacht"))
    scrubber = Scrubber("r4", frozenset(), frozenset({"nog een klacht"}), {})
    change = Change(Table.CODES, ("q", "a"), None, code)
    (kept,) = scrubber.event(Event(1, "use_codebook", "Anna", "2026-11-22", (change,))).changes
    assert isinstance(kept.after, Code)
    assert kept.after.examples == ("ze zijn boos", "een klacht")
