"""Recognising the second wave: what is known, what is new, what a person decided stays."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from coding.analysis.recognise import Kind, recognise
from coding.analysis.recognise_groups import new_groups
from coding.domain.assignments import Origin
from coding.domain.codebook import OTHER, Cluster, CodeStatus
from coding.domain.commands import Assign, ConfirmGroups, DescribeCode, RenameGroup
from coding.domain.errors import CommandRefused
from coding.domain.project import Project
from coding.services.waves import recognise_wave, recognition_facts, to_recognise
from coding.services.waves_view import accept_certain, check, wave_view
from coding.services.workspace import Workspace
from models.bundled import BundledEncoder
from tests.random_commands import a_wave
from tests.ui.fakes import QuickEncoder
from tests.wave_projects import NEEDED, NOTICE, SUPPORT, first_wave, second_wave

KNOWN = [
    ("meer tijd", frozenset({"tijd"})),
    ("tijd en rust", frozenset({"tijd"})),
    ("genoeg tijd om te luisteren", frozenset({"tijd"})),
    ("een hoger budget", frozenset({"geld"})),
    ("geld voor training", frozenset({"geld"})),
    ("budget", frozenset({"geld"})),
    ("weet ik eigenlijk niet precies", frozenset[str]()),
    ("meer geld", frozenset({"geld"})),
]
CODES = {"tijd": "Tijd", "geld": "Geld en budget"}


def test_rules_come_first_and_words_said_before_follow() -> None:
    new = ["Meer tijd!", "een prewonen-project", "iets heel anders, de buren bijvoorbeeld"]
    found = recognise(KNOWN, new, CODES, QuickEncoder().encode, ruled=[(), ("geld",), ()])
    same, ruled, _ = found.answers
    assert (ruled.kind, [g.code for g in ruled.guesses]) == (Kind.RULE, ["geld"])
    assert (same.guesses[0].code, same.kind) == ("tijd", Kind.SAME)


def test_the_order_of_answers_changes_nothing() -> None:
    new = ["tijd om na te denken", "budget graag", "de buren", "betere koffie"]
    forward = recognise(KNOWN, new, CODES, QuickEncoder().encode)
    backward = recognise(KNOWN[::-1], new[::-1], CODES, QuickEncoder().encode)
    assert forward.answers == backward.answers[::-1]
    assert forward.threshold == backward.threshold


def test_doubtful_answers_are_told_apart_and_stay_under_the_threshold() -> None:
    new = [
        f"{start} {end}" for start in ("tijd", "een budget", "koffie", "de buren") for end in ("denk ik", "ofzo", "")
    ]
    found = recognise(KNOWN, new, CODES, QuickEncoder().encode)
    doubtful = [answer.guesses[0].score for answer in found.answers if answer.kind is Kind.DOUBTFUL]
    assert len(set(doubtful)) > len(doubtful) // 2
    assert found.threshold is None or max(doubtful) < found.threshold


def test_nothing_new_gives_nothing() -> None:
    assert recognise(KNOWN, [], CODES, QuickEncoder().encode).answers == ()


def blocks(sizes: list[tuple[int, int]]) -> tuple[np.ndarray, list[str], np.ndarray, np.ndarray]:
    """Points in tight blocks of (known, new) answers, each block in a direction of its own."""
    lots = np.random.default_rng(1)
    points, texts, known, new = [], [], [], []
    for at, (old, fresh) in enumerate(sizes):
        centre = np.eye(len(sizes), dtype=np.float32)[at]
        for number in range(old + fresh):
            point = centre + 0.05 * lots.standard_normal(len(sizes)).astype(np.float32)
            points.append(point / np.linalg.norm(point))
            texts.append(f"{chr(97 + at)}{number:03d}")
            known.append(float(number < old))
            new.append(float(number >= old))
    return np.stack(points), texts, np.array(known), np.array(new)


def test_a_dense_group_without_known_answers_is_new() -> None:
    points, texts, known, new = blocks([(20, 20), (20, 20), (0, 12)])
    groups = new_groups(points, texts, known, new)
    assert groups == (tuple(range(80, 92)),)


def test_a_word_of_its_own_makes_a_group_of_varied_answers() -> None:
    points, texts, known, new = blocks([(20, 20), (20, 20)])
    texts = [f"{text} robot" if at in (24, 25, 26, 64, 65, 66, 67) else text for at, text in enumerate(texts)]
    assert new_groups(points, texts, known, new) == ((24, 25, 26, 64, 65, 66, 67),)
    assert new_groups(points, texts, known, new, named=["robot"]) == ()


def test_an_even_mix_holds_no_new_group() -> None:
    assert new_groups(*blocks([(15, 15), (10, 10), (12, 12)])) == ()


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = first_wave(tmp_path / "p.tienkeer")
    yield opened
    opened.close()


def recognised(workspace: Workspace, question: str, wave: str, *, real: bool = False) -> Project:
    encoder = BundledEncoder() if real else QuickEncoder()
    workspace.dispatch(recognise_wave(workspace.project, question, wave, encoder, made_at="2026-11-01T09:00:00+00:00"))
    return workspace.project


def test_earlier_decisions_do_not_change_and_every_new_answer_is_in_one_part(workspace: Workspace) -> None:
    wave = second_wave(workspace)
    before = workspace.project.coding_of(NEEDED)
    project = recognised(workspace, NEEDED, wave)
    assert project.coding_of(NEEDED).decisions == before.decisions
    assert project.coding_of(NEEDED).codes == before.codes
    view = wave_view(project, NEEDED, wave)
    parts = sum(g.count for g in view.groups) + sum(r.count for r in view.doubtful) + view.certain
    assert view.decided == 0
    assert parts == view.answers == 50
    assert recognised(workspace, NEEDED, wave).coding_of(NEEDED).suggestions.keys() == {
        key for key in project.responses(NEEDED) if key.wave == wave and project.coding_of(NEEDED).suggestions.get(key)
    }


def test_checking_decides_and_keeps_the_error_rate(workspace: Workspace) -> None:
    wave = second_wave(workspace)
    project = recognised(workspace, NEEDED, wave)
    rows = wave_view(project, NEEDED, wave).to_check
    workspace.dispatch(check(NEEDED, rows[0], True))
    workspace.dispatch(check(NEEDED, rows[1], False, (OTHER,)))
    project = workspace.project
    view = wave_view(project, NEEDED, wave)
    assert (view.checked.looked_at, view.checked.wrong, view.checked.error_share) == (2, 1, 0.5)
    assert view.checked.low < 0.5 < view.checked.high
    decisions = project.coding_of(NEEDED).decisions
    assert {a.origin for a in decisions[rows[0].key]} == {Origin.SUGGESTION}
    assert [a.code for a in decisions[rows[1].key]] == [OTHER]
    workspace.dispatch(accept_certain(project, NEEDED, wave))
    assert wave_view(workspace.project, NEEDED, wave).to_check == ()
    with pytest.raises(CommandRefused, match=r"command\.nothing_suggested"):
        workspace.dispatch(check(NEEDED, rows[0], True))
    for _ in range(3):
        workspace.undo()
    assert wave_view(workspace.project, NEEDED, wave).checked.looked_at == 0


def test_rules_of_the_codebook_serve_the_next_wave(workspace: Workspace) -> None:
    wave = second_wave(workspace)
    code = next(c.id for c in workspace.project.coding_of(SUPPORT).codes.values() if c.name == "Lef")
    workspace.dispatch(DescribeCode(SUPPORT, code, rules=("durf*",)))
    project = recognised(workspace, SUPPORT, wave)
    hits = [
        key
        for key, response in project.responses(SUPPORT).items()
        if key.wave == wave and response.normalised.startswith("durf")
    ]
    for key in hits:
        assert code in {s.group for s in project.coding_of(SUPPORT).suggestions[key]}


def test_a_group_in_the_making_survives_another_recognition(workspace: Workspace) -> None:
    wave = second_wave(workspace)
    command = recognise_wave(workspace.project, NOTICE, wave, QuickEncoder(), made_at="2026-11-01T09:00:00+00:00")
    key, (suggestion, *_) = command.suggestions[0]
    cluster = Cluster("run.9", "Iets nieuws")
    changed = ((key, (suggestion.__class__("run.9", suggestion.span, 0.9),)), *command.suggestions[1:])
    workspace.dispatch(command.__class__(NOTICE, command.recognition, (*command.clusters, cluster), changed))
    workspace.dispatch(RenameGroup(NOTICE, "run.9", "Nieuw argument"))
    project = recognised(workspace, NOTICE, wave)
    assert [s.group for s in project.coding_of(NOTICE).suggestions[key]] == ["run.9"]
    assert project.coding_of(NOTICE).codes["run.9"].status is CodeStatus.WORKING


def test_only_questions_with_codes_and_open_answers_are_recognised(workspace: Workspace) -> None:
    wave = second_wave(workspace)
    assert NOTICE in to_recognise(workspace.project, wave)
    keys = [k for k, r in workspace.project.responses(NOTICE).items() if k.wave == wave]
    answers = {r.key for r in workspace.project.answers(NOTICE)}
    workspace.dispatch(Assign(NOTICE, tuple(k for k in keys if k in answers), OTHER))
    assert NOTICE not in to_recognise(workspace.project, wave)


def test_a_wave_that_is_gone_is_not_recognised(workspace: Workspace) -> None:
    wave = second_wave(workspace)
    command = recognise_wave(workspace.project, NOTICE, wave, QuickEncoder(), made_at="2026-11-01T09:00:00+00:00")
    workspace.undo()
    with pytest.raises(CommandRefused):
        workspace.dispatch(command, made_on=workspace.project.revision)
    assert a_wave("w9").wave.id not in workspace.project.waves


@pytest.mark.encoder
def test_the_new_argument_of_the_example_comes_up_as_a_group(workspace: Workspace) -> None:
    wave = second_wave(workspace)
    project = recognised(workspace, NOTICE, wave, real=True)
    view = wave_view(project, NOTICE, wave)
    about_ai = [group for group in view.groups if "ai" in group.name.casefold()]
    assert len(about_ai) == 1
    assert about_ai[0].count >= 5
    facts = recognition_facts(
        recognise_wave(project, NOTICE, wave, BundledEncoder(), made_at="2026-11-01T09:00:00+00:00")
    )
    assert facts["certain"] >= 15
    workspace.dispatch(ConfirmGroups(NOTICE, (about_ai[0].id,)))
    assert wave_view(workspace.project, NOTICE, wave).decided == about_ai[0].count
