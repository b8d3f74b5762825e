"""Answers of a later wave on the board: they join, nothing else moves, and grouping anew is told beforehand."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from coding.analysis.encoder import Vectors
from coding.domain.apply import apply
from coding.domain.assignments import Suggestion
from coding.domain.codebook import Cluster
from coding.domain.commands import AddWave, Assign, ConfirmGroups, DissolveGroups, JoinGroups, MergeGroups, RenameGroup
from coding.domain.commands_waves import ProposeWave
from coding.domain.events import evolve
from coding.domain.project import Project
from coding.domain.proposal import ProposalRun
from coding.domain.segments import Span
from coding.domain.survey import Batch, Intake, Question, Respondent, Response, ResponseKey, Wave
from coding.domain.waves import Recognition
from coding.services.joining import Joining, join_question, newcomers
from coding.services.proposing import level_command, propose_question
from coding.services.regrouping import regroup
from coding.store import codec
from tests.unit.test_proposing import ANSWERS, THEMES, do, key, project_of

LATER = ["nog meer tijd", "Meer tijd", "lef en moed", "meer geld erbij", "zebra zebra", "zebra"]


class WordVectors:
    """A vector per text from the theme words in it, "zebra" among them, with a little of the text itself."""

    name = "words"
    version = "1"

    def encode(self, texts: Sequence[str]) -> Vectors:
        rows = []
        for text in texts:
            own = np.random.default_rng(sum(map(ord, text))).normal(size=20) * 0.1
            rows.append(np.array([float(theme in text.casefold()) for theme in (*THEMES, "zebra")] * 4) + own)
        return np.array(rows, dtype=np.float32).reshape(len(texts), 20)


def proposed() -> tuple[Project, ProposalRun]:
    project = project_of(ANSWERS)
    run = propose_question(project, "q1", WordVectors(), made_at="2025-10-01T10:00:00", run_id="run")
    return do(project, level_command(project, run, run.default_level)), run


def with_later(project: Project, answers: Sequence[str] = LATER, wave: str = "w2") -> Project:
    people = tuple(Respondent(f"n{i:03}", i + 1) for i in range(len(answers)))
    responses = tuple(
        Response(ResponseKey(wave, "q1", person.id), text, text.casefold().strip(), Intake.ANSWER)
        for person, text in zip(people, answers, strict=True)
    )
    batch = Batch(f"b-{wave}", people, responses)
    project = replace(project, batches={**project.batches, batch.id: batch})
    added = Wave(wave, wave, batch.id, "y.csv", "2026-10-01T10:00:00", 1)
    return do(project, AddWave(added, batch, (Question("q1", "Wat heb je nodig?", "nodig"),), ()))


def late(number: int, wave: str = "w2") -> ResponseKey:
    return ResponseKey(wave, "q1", f"n{number:03}")


def joining(project: Project, run: ProposalRun, run_id: str = "next") -> Joining:
    return join_question(project, run, WordVectors(), made_at="2026-10-02T10:00:00", run_id=run_id)


def group_of(project: Project, key: ResponseKey) -> str:
    (suggestion,) = project.coding_of("q1").suggestions[key]
    return suggestion.group


def test_later_answers_join_and_nothing_else_moves() -> None:
    before, run = proposed()
    project = with_later(before)
    assert newcomers(project, run) == tuple(late(i) for i in range(6))
    found = joining(project, run)
    after = do(project, found.command)
    old, new = before.coding_of("q1"), after.coding_of("q1")
    assert {k: v for k, v in new.suggestions.items() if k.wave == "w1"} == dict(old.suggestions)
    assert {k: new.clusters[k] for k in old.clusters} == dict(old.clusters)
    assert group_of(after, late(0)) == group_of(before, key(1))
    assert group_of(after, late(1)) == group_of(before, key(0))
    assert group_of(after, late(2)) == group_of(before, key(6))
    assert newcomers(after, found.run) == ()
    assert found.answers == 6
    assert found.joined + found.in_new_groups + found.left == 6


def test_what_fits_nowhere_makes_a_group_with_a_name_and_quotes() -> None:
    before, run = proposed()
    project = with_later(before)
    found = joining(project, run)
    after = do(project, found.command)
    assert found.new_groups == 1
    assert found.in_new_groups == 2
    group = group_of(after, late(4))
    assert group == group_of(after, late(5))
    cluster = after.coding_of("q1").clusters[group]
    assert "zebra" in cluster.name.casefold()
    assert {quote.response for quote in cluster.quotes} <= {late(4), late(5)}
    assert cluster.name not in {c.name for c in before.coding_of("q1").clusters.values()}


def test_one_step_takes_all_of_it_back() -> None:
    before, run = proposed()
    project = with_later(before)
    outcome = apply(project, joining(project, run).command, "Anna")
    after = evolve(project, outcome.changes)
    assert evolve(after, tuple(change.inverse() for change in outcome.changes)).coding == project.coding
    assert newcomers(project, run)


def test_order_changes_nothing_and_equal_answers_go_together() -> None:
    before, run = proposed()
    shuffled = LATER * 2
    random.Random(3).shuffle(shuffled)
    plain = with_later(before)
    other = with_later(before, shuffled)
    first = do(plain, joining(plain, run).command)
    second = do(other, joining(other, run).command)
    where = {LATER[i]: group_of(first, late(i)) for i in range(6) if late(i) in first.coding_of("q1").suggestions}
    assert where
    for number, text in enumerate(shuffled):
        if text in where:
            assert group_of(second, late(number)) == where[text]


def test_they_follow_groups_that_were_named_merged_and_confirmed() -> None:
    before, run = proposed()
    time, money, daring = (group_of(before, key(i)) for i in (0, 15, 6))
    changed = do(before, RenameGroup("q1", time, "Rust"))
    changed = do(changed, MergeGroups("q1", (time, daring), time, "Rust en moed"))
    changed = do(changed, ConfirmGroups("q1", (money,)))
    project = with_later(changed)
    after = do(project, joining(project, run).command)
    assert group_of(after, late(0)) == time
    assert group_of(after, late(2)) == time
    assert group_of(after, late(3)) == money
    assert after.coding_of("q1").decisions == changed.coding_of("q1").decisions


def test_answers_whose_group_was_dissolved_stay_without_one() -> None:
    before, run = proposed()
    time = group_of(before, key(0))
    project = with_later(do(before, DissolveGroups("q1", (time,))), ["nog meer tijd"])
    found = joining(project, run)
    assert found.left == 1
    assert late(0) not in do(project, found.command).coding_of("q1").suggestions


def test_levels_can_be_changed_afterwards_and_a_second_batch_joins_as_well() -> None:
    before, run = proposed()
    project = with_later(before)
    found = joining(project, run)
    assert found.run.cluster_id(0) == run.cluster_id(0)
    after = do(project, found.command)
    for level in range(len(run.levels)):
        there = do(after, level_command(after, found.run, level)).coding_of("q1")
        assert late(0) in there.suggestions
        assert len(there.clusters) == len(run.levels[level]) + 1
    third = with_later(after, ["tijd erbij", "zebra's"], "w3")
    again = joining(third, found.run, "third")
    assert again.run.first == run.id
    final = do(third, again.command)
    assert group_of(final, late(0, "w3")) == group_of(before, key(0))
    assert {k: v for k, v in final.coding_of("q1").suggestions.items() if k.wave != "w3"} == dict(
        after.coding_of("q1").suggestions
    )
    assert codec.run_from_bytes(codec.run_to_bytes(again.run)) == again.run


def test_map_coordinates_lie_beside_the_answers_they_are_like() -> None:
    before, run = proposed()
    drawn = replace(run, points=tuple((i / 100, -i / 100) for i in range(len(run.segments))))
    project = with_later(before, ["meer tijd", "nog meer tijd"])
    found = joining(project, drawn)
    assert found.run.points[: len(run.segments)] == drawn.points
    same, other = found.run.points[-2:]
    assert same == drawn.points[0]
    assert -1 <= other[0] <= 1
    assert len(found.run.points) == len(found.run.segments)


def test_decided_recognised_and_gone_answers_are_no_newcomers() -> None:
    before, run = proposed()
    project = do(with_later(before), Assign("q1", (late(0),), group_of(before, key(0))))
    assert late(0) not in newcomers(project, run)
    done = do(project, joining(project, run).command)
    assert late(0) not in done.coding_of("q1").suggestions
    recognition = Recognition("w2", "2026-10-02T10:00:00", "words", "1", 3)
    assert newcomers(do(project, ProposeWave("q1", recognition, (), ())), run) == ()


def test_a_join_that_was_overtaken_leaves_out_what_is_no_longer_there() -> None:
    before, run = proposed()
    project = with_later(before)
    command = joining(project, run).command
    time = group_of(before, key(0))
    overtaken = do(do(project, DissolveGroups("q1", (time,))), Assign("q1", (late(3),), group_of(before, key(6))))
    after = do(overtaken, command).coding_of("q1")
    assert late(0) not in after.suggestions
    assert late(3) not in after.suggestions
    assert late(2) in after.suggestions


def test_new_groups_need_ids_of_their_own() -> None:
    before, _ = proposed()
    taken = next(iter(before.coding_of("q1").clusters))
    made = ((key(0), (Suggestion(taken, Span(0, 4), 0.5),)),)
    with pytest.raises(ValueError, match="not in use"):
        apply(before, JoinGroups("q1", "x", (Cluster(taken, "dubbel"),), made), "Anna")


def test_grouping_anew_is_compared_with_the_board_before_it_is_done() -> None:
    before, run = proposed()
    project = with_later(before)
    joined = joining(project, run)
    project = do(project, joined.command)
    told = regroup(project, joined.run, WordVectors(), made_at="2026-10-02T10:00:00", run_id="anew")
    after = do(project, told.command(project))
    assert told.groups_before == len(project.coding_of("q1").clusters)
    assert told.groups_after == len(after.coding_of("q1").clusters)
    assert told.answers == len(set(project.coding_of("q1").suggestions) | set(after.coding_of("q1").suggestions))
    assert 0 <= told.moved_share <= 1
    assert 0 <= told.pairs_kept <= 1


def test_grouping_the_same_answers_anew_moves_nothing() -> None:
    project, run = proposed()
    told = regroup(project, run, WordVectors(), made_at="2026-10-02T10:00:00")
    assert (told.moved, told.pairs_kept) == (0, 1.0)


def test_what_was_confirmed_does_not_move() -> None:
    before, run = proposed()
    groups = tuple(before.coding_of("q1").clusters)
    project = do(before, ConfirmGroups("q1", groups))
    told = regroup(project, run, WordVectors(), made_at="2026-10-02T10:00:00")
    assert told.moved == 0
    after = do(project, told.command(project)).coding_of("q1")
    assert after.decisions == project.coding_of("q1").decisions
    assert not after.clusters
