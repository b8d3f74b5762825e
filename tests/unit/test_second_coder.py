"""Two coders on the example: drawing, coding alone, agreement, deciding together."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coding.analysis.agreement import Estimate
from coding.domain.assignments import Origin
from coding.domain.codebook import OTHER
from coding.domain.commands import MergeGroups
from coding.domain.errors import CommandRefused, ImportRefused
from coding.files.read_table import read_table
from coding.services.compare_words import agreement_sentences, figure
from coding.services.hand_coding import read_hand_coding
from coding.services.second_coder import (
    MACHINE,
    blind_items,
    code_blind,
    coder_pair,
    compare_coders,
    decide_together,
    draw_sample,
    readings,
)
from coding.services.workspace import Workspace
from tests.wave_projects import CODER, NEEDED, NOTICE, SECOND, first_wave, take_over, whole_example


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = first_wave(tmp_path / "p.tienkeer")
    take_over(opened, "communicatie_2025_codering_tweede.csv", coder=SECOND, alone=True)
    yield opened
    opened.close()


def test_the_example_has_the_agreement_that_its_readme_tells(workspace: Workspace) -> None:
    found = compare_coders(workspace.project, NEEDED, *coder_pair(workspace.project, NEEDED))
    assert (found.first, found.second) == (CODER, SECOND)
    assert found.table.answers == 63
    assert found.table.same_codes.value == pytest.approx(52 / 63)
    assert len(found.disagreements) == 11
    assert agreement_sentences(found, "nl")[0].startswith("Anna en Bert beslisten allebei over 63 antwoorden.")


def test_a_coding_made_alone_leaves_the_decisions_alone(workspace: Workspace) -> None:
    assigned = {a.coder for given in workspace.project.coding_of(NEEDED).decisions.values() for a in given}
    assert assigned == {CODER}
    assert not workspace.project.coding_of(NOTICE).independent


def test_a_consensus_counts_and_the_agreement_stays(workspace: Workspace) -> None:
    coding = workspace.project.coding_of(NEEDED)
    before = compare_coders(workspace.project, NEEDED, CODER, SECOND)
    one = before.disagreements[0]
    workspace.dispatch(decide_together(NEEDED, one.key, one.second))
    project = workspace.project
    decided = project.coding_of(NEEDED).decisions[one.key]
    assert {a.code for a in decided} == set(one.second)
    assert {a.origin for a in decided} == {Origin.CONSENSUS}
    after = compare_coders(project, NEEDED, CODER, SECOND)
    assert after.table == before.table
    assert [d.consensus for d in after.disagreements if d.key == one.key] == [one.second]
    workspace.dispatch(decide_together(NEEDED, one.key, one.first))
    assert compare_coders(workspace.project, NEEDED, CODER, SECOND).table == before.table
    workspace.undo()
    workspace.undo()
    assert workspace.project.coding_of(NEEDED) == coding


def test_a_second_coder_sees_nothing_of_the_first(workspace: Workspace) -> None:
    command = draw_sample(workspace.project, NOTICE, size=10, per_code=None, seed=3, at="2026-01-01", coder=CODER)
    workspace.dispatch(command)
    sample = command.sample
    items = blind_items(workspace.project, NOTICE, sample.id, SECOND)
    assert len(items) == 10
    assert all(item.codes is None for item in items)
    workspace.set_coder(SECOND)
    workspace.dispatch(code_blind(NOTICE, items[0].key, (OTHER,)))
    again = blind_items(workspace.project, NOTICE, sample.id, SECOND)
    assert [item.codes for item in again][:2] == [(OTHER,), None]
    assert blind_items(workspace.project, NOTICE, sample.id, "Cees")[0].codes is None
    assert readings(workspace.project, NOTICE)[SECOND] == {items[0].key: frozenset()}


def test_samples_are_drawn_by_lot_and_by_code(workspace: Workspace) -> None:
    def drawn(**options: object) -> tuple[object, ...]:
        command = draw_sample(workspace.project, NOTICE, at="2026-01-01", coder=CODER, **options)  # type: ignore[arg-type]
        return command.sample.responses

    assert drawn(size=12, per_code=None, seed=1) == drawn(size=12, per_code=None, seed=1)
    assert drawn(size=12, per_code=None, seed=1) != drawn(size=12, per_code=None, seed=2)
    per_code = drawn(size=0, per_code=3, seed=1)
    given = workspace.project.coding_of(NOTICE).assigned_members
    for code, members in given.items():
        if code != OTHER:
            assert len(set(per_code) & set(members)) >= min(3, len(members))


def test_a_merge_is_followed_by_what_coders_decided_alone(workspace: Workspace) -> None:
    codes = [c.id for c in workspace.project.coding_of(NEEDED).codes.values()]
    workspace.dispatch(MergeGroups(NEEDED, (codes[0], codes[1]), codes[0], "samen"))
    alone = {a.code for given in workspace.project.coding_of(NEEDED).independent.values() for a in given}
    assert codes[1] not in alone


def test_without_a_second_coder_there_is_nothing_to_compare(workspace: Workspace) -> None:
    with pytest.raises(CommandRefused, match=r"agreement\.no_second_coder"):
        coder_pair(workspace.project, NOTICE)


@pytest.mark.parametrize(
    ("rows", "key"),
    [
        ("Wat is dit?,C1001,-", "hand_coding.unknown_question"),
        ("Wat is er nodig? Ja\\, namelijk:,X9,-", "hand_coding.unknown_respondent"),
        ("Wat is er nodig? Ja\\, namelijk:,C1001,-\nWat is er nodig? Ja\\, namelijk:,C1001,a", "hand_coding.twice"),
    ],
)
def test_a_coding_that_does_not_fit_is_refused_with_its_row(workspace: Workspace, rows: str, key: str) -> None:
    text = "question;respondent;codes\n" + rows.replace("\\,", "\0").replace(",", ";").replace("\0", ",") + "\n"
    with pytest.raises((ImportRefused, CommandRefused)) as refused:
        read_hand_coding(workspace.project, read_table(text.encode(), "c.csv"))
    assert refused.value.key == key


def test_a_file_of_other_columns_is_no_coding(workspace: Workspace) -> None:
    with pytest.raises(ImportRefused, match=r"hand_coding\.no_columns"):
        read_hand_coding(workspace.project, read_table(b"a;b\n1;2\n", "c.csv"))


def test_coders_without_an_answer_in_common_are_told_so(tmp_path: Path) -> None:
    workspace = whole_example(tmp_path / "p.tienkeer")
    known = readings(workspace.project, NOTICE)
    nobody = compare_coders(workspace.project, NOTICE, "Niemand", next(iter(known)))
    workspace.close()
    assert nobody.table.answers == 0
    (sentence,) = agreement_sentences(nobody, "nl")
    assert "nog niets te vergelijken" in sentence
    assert "Niemand" in sentence


def test_a_few_answers_in_common_say_nothing_of_reliability(tmp_path: Path) -> None:
    workspace = whole_example(tmp_path / "p.tienkeer")
    known = readings(workspace.project, NEEDED)
    first, second = list(known)[:2]
    one = {key: known[second][key] for key in list(known[second])[:1]}
    few = compare_coders(workspace.project, NEEDED, first, MACHINE, one)
    workspace.close()
    told = agreement_sentences(few, "nl")
    assert "over 1 antwoord." in told[0]
    assert told[-1].startswith("Dat is te weinig")
    assert not any("alpha" in sentence for sentence in told)


def test_figures_below_zero_have_a_minus_sign() -> None:
    assert figure(Estimate(-0.03, -0.15, 0.0), "en") == "−0.03 (−0.15 – 0.00)"
    assert figure(Estimate(-0.03, -0.15, 0.0), "nl") == "−0,03 (−0,15 – 0,00)"
