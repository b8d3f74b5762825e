"""The simulated researcher: it ends at the human codes, and counts every decision on the way."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.simulate.desk import Decision, Desk
from benchmarks.simulate.groups import our_run
from benchmarks.simulate.levels import judge, name_groups, shown_levels
from benchmarks.simulate.mend import errors, mend
from benchmarks.simulate.researcher import Outcome, UnequalCodesError, work
from benchmarks.simulate.study import QUESTION, Study, make_study
from coding.domain.commands import RenameGroup
from coding.domain.proposal import ProposalRun, RunNode, RunSegment
from coding.domain.segments import Span
from coding.services.question_model import build_model
from tests.word_vectors import WordVectors

ANGRY, COMPLAINTS, MEDIA = "boos", "klachten", "media"
ANSWERS: tuple[tuple[str, str], ...] = (
    ("mensen zijn boos aan de telefoon", ANGRY),
    ("boos, sneller dan vroeger", ANGRY),
    ("ze zijn vaak boos", ANGRY),
    ("een klacht over de wachttijd", COMPLAINTS),
    ("weer een klacht", COMPLAINTS),
    ("de klacht gaat over geld", COMPLAINTS),
    ("klacht op klacht, en boos", f"{ANGRY}|{COMPLAINTS}"),
    ("in de media", MEDIA),
    ("sociale media", MEDIA),
    ("het weer", ""),
    ("geen idee", ""),
)


def study_of(answers: Sequence[tuple[str, str]]) -> Study:
    codes = [frozenset(code for code in label.split("|") if code) for _, label in answers]
    return make_study([text for text, _ in answers], codes, "Waaraan merk je dat?")


def run_of(study: Study, groups: Sequence[str | None], finer: Sequence[str | None] | None = None) -> ProposalRun:
    """Groups by answer, in file order; ``finer`` splits them, if given."""
    fine = finer or groups
    leaves = sorted({name for name in fine if name})
    broad = sorted({name for name in groups if name}) if finer else []
    above = dict(zip(fine, groups, strict=True))
    nodes = [RunNode(None if finer is None else len(leaves) + broad.index(above[leaf] or ""), leaf) for leaf in leaves]
    nodes += [RunNode(None, name) for name in broad]
    segments = tuple(
        RunSegment(key, Span(0, len(response.verbatim)), leaves.index(name) if name else None, 0.9)
        for (key, response), name in zip(study.project.responses(QUESTION).items(), fine, strict=True)
    )
    levels = ((tuple(range(len(leaves), len(nodes))),) if finer else ()) + (tuple(range(len(leaves))),)
    return ProposalRun("r", QUESTION, "", "made up", "", segments, tuple(nodes), levels, 0)


def made(outcome: Outcome) -> dict[str, int]:
    return {kind.value: count for kind, count in outcome.made.items() if count}


def test_by_hand_each_code_given_is_a_decision_and_each_code_is_named() -> None:
    study = study_of([("a", "x"), ("b", "x|y"), ("c", ""), ("d", "y")])

    assert study.given == 5  # 1 + 2 + 1 + 1, as score.py has it
    assert study.by_hand == 7
    outcome = work(study, None, None)
    assert made(outcome) == {"name": 2, "answer": 4, "batch": 1}  # the answer without a code waits for the finish
    assert outcome.saved == pytest.approx(0.0)


def test_a_known_case_counted_by_hand() -> None:
    """Two groups are named and one joins the first; one answer moves, one gets a second code, one leaves its group."""
    answers = [("a1", "x"), ("a2", "x"), ("a3", "y"), ("b1", "y"), ("b2", "y|x"), ("b3", ""), ("b4", "y"), ("c1", "x")]
    study = study_of(answers)
    outcome = work(study, run_of(study, ["A", "A", "A", "B", "B", "B", "B", "C"]), None)

    # A is named x, B y; C is merged with x: 3. a3 moves, b2 gets x, b3 loses y: 3. One step finishes: 1.
    assert made(outcome) == {"name": 2, "merge": 1, "answer": 3, "batch": 1}
    assert (outcome.by_hand, outcome.given) == (11, 9)
    assert outcome.saved == pytest.approx(1 - 7 / 11)
    assert outcome.saved_given == pytest.approx(1 - 7 / 9)
    assert outcome.readings == 1.0


def test_identical_answers_are_one_decision_and_who_was_coded_otherwise_one_more() -> None:
    same = study_of([("Te duur", "x"), ("te duur.", "x"), ("te duur", "x")])
    assert made(work(same, None, None)) == {"name": 1, "answer": 1, "batch": 1}

    other = study_of([("Te duur", "x"), ("te duur.", "x"), ("te duur", "y")])
    assert made(work(other, None, None)) == {"name": 2, "answer": 2, "batch": 1}


def test_identical_answers_in_different_groups_are_corrected_apart() -> None:
    study = study_of([("Te duur", "x"), ("te duur.", "x"), ("duur", "x"), ("te laat", "y"), ("later", "y")])
    outcome = work(study, run_of(study, ["A", "B", "A", "B", "B"]), None)

    assert made(outcome) == {"name": 2, "answer": 1, "batch": 1}


def test_a_group_of_answers_without_a_code_costs_nothing_until_the_finish() -> None:
    study = study_of([("a1", ""), ("a2", ""), ("a3", "x"), ("b1", "x"), ("b2", "x")])
    outcome = work(study, run_of(study, ["A", "A", "A", "B", "B"]), None)

    assert made(outcome) == {"name": 1, "answer": 1, "batch": 1}


def test_a_mixed_group_is_looked_at_finer_where_that_saves_more_than_the_step_costs() -> None:
    answers = [(f"a{i}", "x") for i in range(4)] + [(f"b{i}", "y") for i in range(4)]
    study = study_of(answers)
    finer = run_of(study, ["M"] * 8, ["A"] * 4 + ["B"] * 4)
    assert shown_levels(finer) == [0, 1]
    assert made(work(study, finer, None)) == {"name": 2, "level": 1, "batch": 1}

    small = study_of([*answers[:2], *answers[4:5]])
    # Finer would save the one move, but cost a name and the step.
    whole = run_of(small, ["M"] * 3, ["A"] * 2 + ["B"])
    assert made(work(small, whole, None)) == {"name": 2, "answer": 1, "batch": 1}


def test_judging_a_group_counts_identical_answers_once() -> None:
    study = study_of([("Te duur", "x"), ("te duur.", "x"), ("te laat", "y"), ("te ver", "y"), ("weet", "")])
    desk = Desk(study)
    keys = list(study.truth)
    for key in keys:
        desk.look(key)

    found = judge(desk, keys)
    assert (found.code, found.cost) == ("y", 1 + 1 - 2)


def test_codes_are_known_only_of_answers_that_were_read() -> None:
    desk = Desk(study_of(ANSWERS))
    first = next(iter(desk.study.truth))

    with pytest.raises(LookupError):
        mend(desk, (first,))
    assert desk.look(first) == {ANGRY}
    assert desk.look_once(first) == {ANGRY}
    assert desk.read == 1


@pytest.mark.parametrize(
    ("have", "want", "cost"),
    [("", "x", 1), ("x", "y", 1), ("x", "xy", 1), ("xy", "", 2), ("xy", "yz", 1), ("x", "x", 0)],
)
def test_a_code_in_the_place_of_another_is_one_decision(have: str, want: str, cost: int) -> None:
    assert errors(have, frozenset(want)) == cost
    study = study_of([("een antwoord", "|".join(want)), *((f"ander {code}", code) for code in "xyz")])
    desk = Desk(study)
    keys = list(study.truth)
    for key in keys[1:]:
        desk.look(key)
        mend(desk, (key,))
    desk.study.truth[keys[0]] = frozenset(have)
    desk.look(keys[0])
    mend(desk, keys[:1])
    desk.study.truth[keys[0]] = frozenset(want)
    before = desk.made[Decision.ANSWER]

    assert mend(desk, keys[:1]) == cost
    assert desk.made[Decision.ANSWER] - before == cost
    assert desk.final_codes()[keys[0]] == frozenset(want)


def test_wrong_final_codes_are_never_reported() -> None:
    study = study_of([("een", "x"), ("", "")])
    broken = Study(study.project, study.truth | {key: frozenset({"y"}) for key in list(study.truth)[1:]})

    with pytest.raises(UnequalCodesError):
        work(broken, None, None)
    with pytest.raises(ValueError, match="empty answer"):
        make_study([" "], [frozenset("x")])


def test_with_groups_and_learning_the_codes_end_equal_and_decisions_are_saved() -> None:
    study = study_of([(f"{text} {extra}", label) for extra in ("hier", "daar", "ook") for text, label in ANSWERS])
    encoder = WordVectors()
    outcome = work(study, our_run(study, encoder.encode), build_model(study.project, QUESTION, encoder))

    assert outcome.saved > work(study, None, None).saved + 0.3
    assert outcome.readings >= 1


def test_naming_goes_on_from_what_was_named() -> None:
    study = study_of(ANSWERS[:6])
    desk = Desk(study)
    name_groups(desk, run_of(study, ["A"] * 3 + ["B"] * 3))

    assert sorted(code.name for code in desk.coding.open_codes()) == [ANGRY, COMPLAINTS]
    desk.do(RenameGroup(QUESTION, desk.code_named(ANGRY) or "", "woede"))
    assert desk.code_named(ANGRY) is None


_WORDS = st.sampled_from(["boos", "klacht", "media", "cijfer", "toon", "weer", "nee", "Boos", "geen idee"])
_TEXTS = st.lists(_WORDS, min_size=1, max_size=3).map(" ".join)
_LABELS = st.sets(st.sampled_from("xyz"), max_size=3).map(lambda codes: "|".join(sorted(codes)))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(_TEXTS, _LABELS, st.sampled_from([None, "A", "B", "C"])), min_size=1, max_size=14), st.booleans()
)
def test_any_question_ends_at_the_human_codes(rows: list[tuple[str, str, str | None]], learns: bool) -> None:
    study = study_of([(text, label) for text, label, _ in rows])
    model = build_model(study.project, QUESTION, WordVectors()) if learns else None

    outcome = work(study, run_of(study, [group for *_, group in rows]), model)  # raises unless the codes are equal
    assert outcome.decisions >= len(study.codes)
