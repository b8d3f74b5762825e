"""Reading arguments by the answers to a closed question."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pytest

from coding.domain.commands import ChangeQuestion
from coding.domain.positions import Position, position_of, positions_in
from coding.domain.project import Project
from coding.domain.reading import keys_of, reading_of
from coding.domain.survey import Question, Variable, VariableRole
from coding.files.counted_list_xlsx import write_xlsx
from coding.services.report import ReportSettings, make_report
from tests.projects import Person, code_answers, empty_project, run, with_wave

SCALE = ("Helemaal oneens", "Oneens", "Niet eens, niet oneens", "Eens", "Helemaal eens", "Weet niet")
SAID = (
    ("te duur", "Helemaal eens", "duur"),
    ("veel te duur", "Eens", "duur"),
    ("te ver weg", "Eens", "ver"),
    ("duur hoor", "Oneens", "duur"),
    ("ver", "Helemaal oneens", "ver"),
    ("ligt eraan", "Niet eens, niet oneens", "ver"),
    ("geen flauw benul van", "Weet niet", "duur"),
    ("zonder stelling", "", "duur"),
)


def survey(read_by: str = "stelling") -> Project:
    closed = Variable("stelling", "De gemeente luistert", "stelling", VariableRole.CLOSED, SCALE)
    asked = Question("q", "Licht je antwoord toe", "q")
    people = [Person({"q": answer}, {"stelling": side}) for answer, side, _ in SAID]
    project = with_wave(empty_project(), people, [asked], [closed])
    project = code_answers(project, "q", [(code,) for _, _, code in SAID])
    return run(project, ChangeQuestion(replace(project.questions["q"], read_by=read_by))) if read_by else project


@pytest.mark.parametrize(
    ("category", "position"),
    [
        ("Helemaal mee eens", Position.AGREE),
        ("Eens", Position.AGREE),
        ("enigszins eens", Position.AGREE),
        ("Oneens", Position.DISAGREE),
        ("niet mee eens", Position.DISAGREE),
        ("Helemaal niet mee eens", Position.DISAGREE),
        ("Zeer oneens", Position.DISAGREE),
        ("Neutraal", Position.NEUTRAL),
        ("Niet eens, niet oneens", Position.NEUTRAL),
        ("Niet mee eens, niet mee oneens", Position.NEUTRAL),
        ("noch eens, noch oneens", Position.NEUTRAL),
        ("Strongly agree", Position.AGREE),
        ("Somewhat disagree", Position.DISAGREE),
        ("Neither agree nor disagree", Position.NEUTRAL),
        ("tevreden", Position.AGREE),
        ("zeer ontevreden", Position.DISAGREE),
        ("niet tevreden, niet ontevreden", Position.NEUTRAL),
        ("neither satisfied nor dissatisfied", Position.NEUTRAL),
        ("voor", Position.AGREE),
        ("tegen", Position.DISAGREE),
        ("Weet niet", None),
        ("Gemeente", None),
        ("geen mening", None),
    ],
)
def test_the_side_of_an_answer(category: str, position: Position | None) -> None:
    assert position_of(category) is position


def test_both_sides_must_be_there() -> None:
    assert positions_in(("Eens", "Weet niet")) == {}
    assert list(positions_in(SCALE)) == list(Position)


def test_a_scale_has_three_sides_and_what_is_on_none() -> None:
    reading = reading_of(survey(), "q")
    assert reading is not None
    assert [side.position for side in reading.sides] == [*Position, None]
    assert reading.sides[0].values == ("Eens", "Helemaal eens")
    assert reading.sides[-1].values == ("Weet niet",)
    assert {key.respondent for key in keys_of(survey(), "q", reading, reading.sides[0])} == {"r1", "r2", "r3"}


def test_nothing_chosen_nothing_to_read_by() -> None:
    assert reading_of(survey(""), "q") is None
    assert reading_of(survey("weg"), "q") is None


def test_arguments_are_set_out_by_position_with_n() -> None:
    report = make_report(survey(), ReportSettings(by_position=True), "2026-11-22")
    (table,) = report.sections[0].crosstabs
    assert table.label == "De gemeente luistert"
    assert [column.category for column in table.columns] == ["", "Eens", "Neutraal", "Oneens", "Weet niet"]
    assert [column.base for column in table.columns] == [8, 3, 1, 2, 1]
    assert table.missing == 1
    counts = {row.name: [cell.count for cell in row.cells] for row in table.rows}
    assert counts == {"duur": [5, 2, 0, 1, 1], "ver": [3, 1, 1, 1, 0]}
    cells = openpyxl.load_workbook(io.BytesIO(write_xlsx(report)))["Kruistabellen"].iter_rows(values_only=True)
    printed = [str(cell) for row in cells for cell in row if cell is not None]
    assert any("Neutraal" in cell for cell in printed)
    assert make_report(survey(), ReportSettings(), "2026-11-22").sections[0].crosstabs == ()
    english = make_report(survey(), ReportSettings(language="en", by_position=True), "2026-11-22")
    assert english.sections[0].crosstabs[0].columns[1].category == "Agree"
