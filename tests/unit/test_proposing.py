"""From a project to a run and from a run to the board, with vectors that need no model."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from coding.analysis.encoder import Vectors
from coding.domain.apply import apply
from coding.domain.commands import AddWave, Assign, Command, ConfirmGroups, RenameGroup
from coding.domain.events import evolve
from coding.domain.project import Project, ProjectInfo
from coding.domain.proposal import ProposalRun
from coding.domain.survey import Batch, Intake, Question, Respondent, Response, ResponseKey, Wave
from coding.services.proposing import level_command, level_sizes, propose_question

THEMES = {
    "tijd": ["meer tijd", "meer tijd voor het werk", "tijd om te luisteren", "te weinig tijd", "tijd tijd tijd"],
    "lef": ["meer lef", "lef tonen", "durf en lef bij de leiding", "bestuurders met lef", "lef hebben"],
    "training": ["een training", "training in gesprekken", "goede training", "training van collega's", "trainingen"],
    "geld": ["meer geld", "geld voor onderzoek", "ruimer geld", "geld is op", "extra geld"],
}
ANSWERS = [answer for answers in THEMES.values() for answer in answers]


class WordVectors:
    """A vector per text from the theme words in it, with a little of the text itself: stable, no model."""

    name = "words"
    version = "1"

    def encode(self, texts: Sequence[str]) -> Vectors:
        rows = []
        for text in texts:
            own = np.random.default_rng(sum(map(ord, text))).normal(size=16) * 0.1
            themes = np.array([float(theme in text) for theme in THEMES] * 4)
            rows.append(themes + own)
        return np.array(rows, dtype=np.float32).reshape(len(texts), 16)


def key(number: int) -> ResponseKey:
    return ResponseKey("w1", "q1", f"r{number:03}")


def project_of(answers: Sequence[str]) -> Project:
    people = tuple(Respondent(f"r{i:03}", i + 1) for i in range(len(answers)))
    responses = tuple(
        Response(key(i), text, text.casefold().strip(), Intake.ANSWER if text.strip() else Intake.BLANK)
        for i, text in enumerate(answers)
    )
    batch = Batch("b1", people, responses)
    wave = Wave("w1", "2025", "b1", "x.csv", "2025-10-01T10:00:00")
    start = Project("p", ProjectInfo("Proef"), batches={"b1": batch})
    return do(start, AddWave(wave, batch, (Question("q1", "Wat heb je nodig?", "nodig"),), ()))


def do(project: Project, command: Command) -> Project:
    return evolve(project, apply(project, command, "Anna").changes).at_revision(project.revision + 1)


def run_of(project: Project) -> ProposalRun:
    return propose_question(project, "q1", WordVectors(), made_at="2025-10-01T10:00:00", run_id="run")


def groups(project: Project) -> set[frozenset[str]]:
    """The groups on the board as sets of normalised answers."""
    coding, responses = project.coding_of("q1"), project.responses("q1")
    return {frozenset(responses[k].normalised for k in keys) for keys in coding.suggested_members.values()}


def test_every_answer_gets_a_group_with_a_name_and_quotes() -> None:
    project = project_of(ANSWERS)
    run = run_of(project)
    board = do(project, level_command(project, run, run.default_level)).coding_of("q1")
    assert set(board.suggestions) == {key(i) for i in range(len(ANSWERS))}
    assert all(cluster.name for cluster in board.clusters.values())
    assert len({cluster.name for cluster in board.clusters.values()}) == len(board.clusters)
    for cluster in board.clusters.values():
        assert cluster.quotes
        members = set(board.suggested_members[cluster.id])
        assert {quote.response for quote in cluster.quotes} <= members


def test_levels_nest_and_grow() -> None:
    project = project_of(ANSWERS)
    run = run_of(project)
    assert list(level_sizes(run)) == sorted(level_sizes(run))
    for broad, fine in zip(run.levels, run.levels[1:], strict=False):
        leaves = {segment.leaf for segment in run.segments if segment.leaf is not None}
        holders: dict[int, set[int | None]] = {}
        level_broad, level_fine = run.levels.index(broad), run.levels.index(fine)
        for leaf in leaves:
            inner = run.node_at(leaf, level_fine)
            assert inner is not None
            holders.setdefault(inner, set()).add(run.node_at(leaf, level_broad))
        assert all(len(outer) == 1 for outer in holders.values())


def test_row_order_and_repeats_change_nothing() -> None:
    plain = project_of(ANSWERS)
    expected = groups(do(plain, level_command(plain, run_of(plain), 2)))
    shuffled = ANSWERS * 2
    random.Random(4).shuffle(shuffled)
    other = project_of(shuffled)
    assert groups(do(other, level_command(other, run_of(other), 2))) == expected


@pytest.mark.parametrize(
    "answers",
    [[], [""], ["een"], ["een", "twee"], ["zelfde"] * 30, ["a", "b", "c", "d", "e"], ["🙂", "العربية", "中文回答"]],
    ids=["none", "blank", "one", "two", "identical", "five", "scripts"],
)
def test_small_and_odd_questions_never_fail(answers: list[str]) -> None:
    project = project_of(answers)
    run = run_of(project)
    done = do(project, level_command(project, run, run.default_level))
    filled = [a for a in answers if a.strip()]
    assert len(done.coding_of("q1").suggestions) == len(filled)


def test_a_level_change_does_not_touch_what_a_person_touched() -> None:
    project = project_of(ANSWERS)
    run = run_of(project)
    done = do(project, level_command(project, run, 0))
    first, second = sorted(done.coding_of("q1").clusters)[:2]
    done = do(do(done, ConfirmGroups("q1", (first,))), RenameGroup("q1", second, "Eigen naam"))
    kept = {k: v for k, v in done.coding_of("q1").suggestions.items() if any(s.group == second for s in v)}
    finest = do(done, level_command(done, run, 99))
    coding = finest.coding_of("q1")
    assert coding.decisions == done.coding_of("q1").decisions
    assert {k: coding.suggestions[k] for k in kept} == kept
    assert coding.board.level == len(run.levels) - 1
    back = do(finest, level_command(finest, run, 0)).coding_of("q1")
    assert back.clusters == done.coding_of("q1").clusters
    assert back.suggestions == done.coding_of("q1").suggestions


def test_own_non_answers_are_not_proposed() -> None:
    project = project_of(ANSWERS)
    question = replace(project.questions["q1"], non_answers=("meer tijd",))
    project = replace(project, questions={"q1": question})
    run = run_of(project)
    assert key(0) not in {segment.response for segment in run.segments}


def test_an_answer_decided_since_is_left_out() -> None:
    project = project_of(ANSWERS)
    run = run_of(project)
    done = do(project, level_command(project, run, 0))
    cluster = next(iter(done.coding_of("q1").suggestions[key(0)])).group
    done = do(done, Assign("q1", (key(0),), cluster))
    again = do(done, level_command(done, run, 1))
    assert key(0) not in again.coding_of("q1").suggestions


def test_cancelling_stops_at_the_next_stage() -> None:
    class Cancelled(Exception):
        pass

    def stop(stage: str, _done: int, _total: int) -> None:
        if stage == "name":
            raise Cancelled

    with pytest.raises(Cancelled):
        propose_question(project_of(ANSWERS), "q1", WordVectors(), made_at="now", progress=stop)
