"""Look-alikes, splits, better places, the queue: with vectors that need no model."""

from __future__ import annotations

import random
import time
from concurrent.futures import Future
from dataclasses import replace

import pytest

from coding.domain.assignments import ResponseState
from coding.domain.codebook import OTHER
from coding.domain.commands import Assign, ConfirmGroups, DissolveGroups, MergeGroups, RenameGroup
from coding.domain.project import Project
from coding.domain.segments import Span
from coding.domain.survey import ResponseKey
from coding.services.question_model import QuestionModel, build_model
from coding.services.review_groups import better_fits, look_alikes, propose_split, split_command, take_all_better
from coding.services.review_queue import (
    above,
    better_places,
    next_item,
    queue,
    respondents,
    similar,
    still_open,
    take,
    take_all,
)
from coding.services.review_quotes import quote_proposals
from coding.services.review_search import answers_of, board_of
from coding.ui.board import learning
from tests.projects import run
from tests.review_projects import ANSWERS, BOOS, CIJFERS, KLACHTEN, SOCIAAL, proposed_project
from tests.word_vectors import WordVectors

Q = "q1"
MIXED = (
    *((f"boos {word}", BOOS) for word in ("aan de telefoon", "in mails", "op straat", "thuis")),
    *((f"klacht {word}", KLACHTEN) for word in ("over wachten", "over geld", "over regels", "over brieven")),
    ("een klacht, alweer", BOOS),
    *((f"media {word}", SOCIAAL) for word in ("online", "op papier")),
    *((f"klacht {word}", CIJFERS) for word in ("per post", "per mail")),
)


@pytest.fixture
def project() -> Project:
    return proposed_project(MIXED)


@pytest.fixture
def model(project: Project) -> QuestionModel:
    found = build_model(project, Q, WordVectors())
    assert found is not None
    return found


def group(project: Project, name: str) -> str:
    return next(row.id for row in board_of(project, Q).rows if row.name == name)


def test_groups_about_the_same_look_alike_with_a_reason(project: Project, model: QuestionModel) -> None:
    first = look_alikes(project, Q, model)[0]
    assert {first.first, first.second} == {group(project, KLACHTEN), group(project, CIJFERS)}
    assert "klacht" in first.shared_words
    assert all("klacht" in words for words in first.nearest)


def test_an_answer_that_fits_better_elsewhere_is_found_and_taken_over(project: Project, model: QuestionModel) -> None:
    boos = group(project, BOOS)
    found = better_places(project, Q, model, boos)
    assert [project.responses(Q)[key].verbatim for key in found] == ["een klacht, alweer"]
    command = take_all_better(project, Q, boos, found)
    assert command is not None
    after = run(project, command)
    assert boos not in {a.code for key in found for a in after.coding_of(Q).decisions[key]}
    assert take_all_better(after, Q, boos, better_places(after, Q, model, boos)) is None


@pytest.mark.parametrize("parts", [2, 3, 5])
def test_a_split_is_a_partition_of_the_group(parts: int) -> None:
    project = proposed_project(MIXED)
    boos, klachten = group(project, BOOS), group(project, KLACHTEN)
    project = run(project, MergeGroups(Q, (boos, klachten), boos, "Alles door elkaar"))
    model = build_model(project, Q, WordVectors())
    assert model is not None
    found = propose_split(project, Q, model, boos, parts)
    assert 2 <= len(found) <= parts
    keys = [key for part in found for key in part.keys]
    assert sorted(keys) == sorted(project.coding_of(Q).suggested_members[boos])
    assert len({part.name.casefold() for part in found}) == len(found)
    after = run(project, split_command(project, Q, boos, [(part.name, part.keys) for part in found]))
    counts = {row.name: row.count for row in board_of(after, Q).rows}
    assert {part.name: part.count for part in found}.items() <= counts.items()


def test_a_part_may_keep_the_name_of_its_group(project: Project, model: QuestionModel) -> None:
    boos = group(project, BOOS)
    project = run(project, ConfirmGroups(Q, (boos,)))
    found = propose_split(project, Q, model, boos, 2)
    after = run(project, split_command(project, Q, boos, [(BOOS, found[0].keys), ("Rest", found[1].keys)]))
    assert {BOOS, "Rest"} <= {row.name for row in board_of(after, Q).rows}


def test_the_queue_holds_what_is_undecided_and_learns(project: Project, model: QuestionModel) -> None:
    before = queue(project, Q, model)
    assert respondents(before) == len(MIXED)
    assert all(1 <= len(item.choices) <= 3 for item in before)
    assert [item.certainty for item in before] == sorted(item.certainty for item in before)
    confirmed = run(project, ConfirmGroups(Q, (group(project, BOOS), group(project, KLACHTEN))))
    after = queue(confirmed, Q, model)
    assert {item.row.verbatim for item in after} == {
        "media online",
        "media op papier",
        "klacht per post",
        "klacht per mail",
    }
    best = {item.row.verbatim: item.choices[0].group for item in after}
    assert best["klacht per post"] == group(confirmed, KLACHTEN)


def test_earlier_suggestions_go_on_without_what_was_decided_or_is_gone(project: Project, model: QuestionModel) -> None:
    before = queue(project, Q, model)
    item, boos = before[0], group(project, BOOS)
    after = run(project, DissolveGroups(Q, (boos,)), take(project, Q, item.row, OTHER))
    left = still_open(before, after, Q)
    assert {one.row.key for one in left} == {one.row.key for one in before} - {item.row.key}
    assert all(choice.group != boos for one in left for choice in one.choices)
    assert all(one.certainty == one.choices[0].score for one in left)
    assert still_open(before, project, Q) == before


def test_very_many_answers_learn_in_the_background(
    project: Project, model: QuestionModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learning, "AT_ONCE", 0)
    first, fresh = learning.suggestions(project, Q, model)
    assert (first, fresh) == (queue(project, Q, model), True)
    after = run(project, ConfirmGroups(Q, (group(project, BOOS), group(project, KLACHTEN))))
    meanwhile, fresh = learning.suggestions(after, Q, model)
    assert fresh or meanwhile == still_open(first, after, Q)
    deadline = time.monotonic() + 60
    while not fresh and time.monotonic() < deadline:
        meanwhile, fresh = learning.suggestions(after, Q, model)
    assert meanwhile == queue(after, Q, model)


def test_after_an_undo_nothing_is_suggested_that_was_learned_from_what_was_undone(
    project: Project, model: QuestionModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learning, "AT_ONCE", 0)
    first, _ = learning.suggestions(project, Q, model)
    decided = run(project, ConfirmGroups(Q, (group(project, BOOS), group(project, KLACHTEN))))
    while not learning.suggestions(decided, Q, model)[1]:
        time.sleep(0.01)
    monkeypatch.setattr(learning, "in_background", lambda *_given: Future())  # what is learned next never comes
    undone = project.with_coding(Q, replace(project.coding_of(Q)))
    assert learning.suggestions(undone, Q, model) == (first, True)
    renamed = run(undone, RenameGroup(Q, group(project, BOOS), "Woede"))
    assert learning.suggestions(renamed, Q, model) == (first, False)


def test_before_learning_only_proposals_have_a_score(project: Project, model: QuestionModel) -> None:
    for item in queue(project, Q, model):
        stands = {mark.group for mark in item.row.marks}
        assert all((choice.score > 0) == (choice.group in stands) for choice in item.choices)


def test_taking_a_suggestion_and_the_similar_ones_along(project: Project, model: QuestionModel) -> None:
    klachten = group(project, KLACHTEN)
    project = run(project, ConfirmGroups(Q, (group(project, BOOS), klachten)))
    items = queue(project, Q, model)
    item = next(one for one in items if one.row.verbatim == "klacht per post")
    after = run(project, take(project, Q, item.row, klachten))
    left = queue(after, Q, model)
    likes = similar(left, after, model, item.row.key, klachten)
    assert [one.row.verbatim for one in likes] == ["klacht per mail"]
    assert similar(left, after, model, item.row.key, OTHER) == ()
    command = take_all(after, Q, likes)
    assert command is not None
    done = run(after, command)
    assert all(done.state(key) is ResponseState.CODED for one in likes for key in one.row.keys)


def test_what_is_skipped_is_not_asked_again_and_the_next_is_different(project: Project, model: QuestionModel) -> None:
    items = queue(project, Q, model)
    asked: list[ResponseKey] = []
    while (item := next_item(items, model, project, asked)) is not None:
        asked.append(item.row.key)
    assert sorted(asked) == sorted(item.row.key for item in items)


def test_the_next_answer_is_one_that_nothing_decided_resembles(project: Project, model: QuestionModel) -> None:
    decided = run(project, ConfirmGroups(Q, (group(project, BOOS), group(project, KLACHTEN))))
    items = queue(decided, Q, model)
    first = next_item(items, model, decided, [])
    assert first is not None
    assert first.row.verbatim.startswith("media")  # the complaints resemble those that were decided
    assert next_item((), model, decided, []) is None


def test_accepting_above_a_score_leaves_out_what_is_less_certain(project: Project, model: QuestionModel) -> None:
    items = queue(project, Q, model)
    levels = [len(above(items, threshold / 10)) for threshold in range(11)]
    assert levels == sorted(levels, reverse=True)
    assert take_all(project, Q, ()) is None


def test_quotes_are_exact_words_of_the_group(project: Project, model: QuestionModel) -> None:
    found = quote_proposals(project, Q, model, group(project, KLACHTEN))
    texts = {project.responses(Q)[one.response].verbatim for one in found}
    assert texts <= {text for text, name in MIXED if name == KLACHTEN}
    assert all(one.span.of(project.responses(Q)[one.response].verbatim).strip() for one in found)


def test_an_answer_is_proposed_as_a_quote_once(project: Project, model: QuestionModel) -> None:
    """Two of its pieces can stand in the group."""
    boos, key = group(project, BOOS), ResponseKey("w1", Q, "r1")
    whole = project.responses(Q)[key].verbatim
    both = project
    for piece in ("boos aan", "telefoon"):
        start = whole.index(piece)
        both = run(both, Assign(Q, (key,), boos, span=Span(start, start + len(piece))))
    assert len(both.coding_of(Q).decisions[key]) == 2
    found = [one.response for one in quote_proposals(both, Q, model, boos, 8)]
    assert key in found
    assert len(found) == len(set(found))


def test_row_order_changes_nothing() -> None:
    shuffled = list(MIXED)
    random.Random(3).shuffle(shuffled)
    results = []
    for answers in (MIXED, tuple(shuffled)):
        project = proposed_project(answers)
        model = build_model(project, Q, WordVectors())
        assert model is not None
        names = {row.id: row.name for row in board_of(project, Q).rows}
        results.append([(names[p.first], names[p.second], p.similarity) for p in look_alikes(project, Q, model)])
    assert [{*pair[:2]} for pair in results[0]] == [{*pair[:2]} for pair in results[1]]


def test_a_question_without_answers_has_no_model() -> None:
    assert build_model(proposed_project((("", None), ("geen idee", None))), Q, WordVectors()) is None


def test_one_answer_is_enough() -> None:
    project = proposed_project((ANSWERS[0],))
    model = build_model(project, Q, WordVectors())
    assert model is not None
    assert look_alikes(project, Q, model) == ()
    assert dict(better_fits(project, Q, model, group(project, BOOS))) == {}
    assert len(queue(project, Q, model)) == 1
    assert len(propose_split(project, Q, model, group(project, BOOS), 3)) == 1
    row = answers_of(project, Q, group(project, BOOS))[0]
    assert row.marks[0].span == Span(0, len(ANSWERS[0][0]))
