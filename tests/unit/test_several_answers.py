"""Closed questions with several answers, from the file to every form of the report."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pyreadstat
import pytest

from coding.analysis.tabulate_closed import tabulate_closed
from coding.analysis.tabulate_crosstab import crosstab_closed
from coding.domain.chart import BarChart, PanelChart
from coding.domain.commands import AddWave, ChangeQuestion
from coding.domain.counted_list import Base, ClosedTable, ListOptions
from coding.domain.errors import ExportError
from coding.domain.project import Project
from coding.domain.reading import reading_of
from coding.domain.survey import Gate, Intake, VariableRole, Wave
from coding.files.chart_data import closed_chart, closed_crosstab_charts
from coding.files.counted_list_xlsx import write_xlsx
from coding.files.read_table import read_table
from coding.files.write_docx import write_docx
from coding.files.write_html import write_html
from coding.files.write_pptx import write_pptx
from coding.files.write_sav import write_sav, write_sps
from coding.services.importing import build_batch
from coding.services.mapping import GateColumn, Mapping, guess_mapping
from coding.services.report import ReportSettings, make_report
from coding.services.waves_match import How, mapping_of, match_columns
from coding.store.codec import project_from_bytes, project_to_bytes
from coding.texts import text
from coding.texts.report_wording import closed_base, closed_notes, crosstab_base, crosstab_footer, gate_text
from tests.office import DocxFile, PptxFile
from tests.projects import code_answers, empty_project, run

MARKS = """nr;Nieuws [Krant];Nieuws [Buren];Nieuws [Anders];Anders, namelijk;Leeftijd;Waarom?
r1;1;0;0;;jong;Ik lees de krant elke ochtend bij de koffie
r2;1;1;0;;oud;Dat gaat nu eenmaal het snelst bij ons
r3;0;1;1;van mijn zus;jong;Mijn zus vertelt altijd alles door
r4;0;0;0;;oud;Ik volg het nieuws eigenlijk helemaal niet
r5;0;0;1;op de markt;jong;Op de markt hoor je van alles
r6;1;0;0;;oud;De krant is voor mij genoeg nieuws
"""
CELLS = """nr;Waar lees je nieuws?;Leeftijd;Waarom?
r1;"Krant|Buren|";jong;Ik lees de krant elke ochtend bij de koffie
r2;Krant;oud;Dat gaat nu eenmaal het snelst bij ons
r3;"Buren|Krant";jong;Mijn buren vertellen altijd alles door
r4;;oud;Ik volg het nieuws eigenlijk helemaal niet
r5;Buren;jong;Op de markt hoor je van alles
r6;Krant|Website;oud;De krant is voor mij genoeg nieuws
r7;Website;oud;Op mijn telefoon zie ik alles meteen
"""
SEVERAL = text("report.several", "nl")


def imported(project: Project, data: str, wave: str = "w1", mapping: Mapping | None = None) -> Project:
    table = read_table(data.encode(), f"{wave}.csv")
    mapping = replace(mapping or guess_mapping(table), wave=wave)
    taken = (*project.questions, *project.variables)
    made = build_batch(table, mapping, batch=f"b-{wave}", wave=wave, taken=taken)
    project = replace(project, batches={**project.batches, made.batch.id: made.batch})
    added = Wave(wave, wave, made.batch.id, table.name, "2026-10-02T09:00:00+00:00", len(project.waves))
    return run(project, AddWave(added, made.batch, made.questions, made.variables))


@pytest.fixture(scope="module")
def marks() -> Project:
    return imported(empty_project(), MARKS)


@pytest.fixture(scope="module")
def cells() -> Project:
    return imported(empty_project(), CELLS)


def several(project: Project) -> str:
    return next(variable.id for variable in project.variables.values() if variable.several)


def question(project: Project, column: str) -> str:
    return next(one.id for one in project.questions.values() if one.column == column)


def counts(table: ClosedTable) -> dict[str, int]:
    return {line.category: line.respondent_count for line in table.categories}


def test_marks_are_counted_on_those_who_chose_something(marks: Project) -> None:
    table = tabulate_closed(marks, several(marks))
    assert counts(table) == {"Krant": 3, "Buren": 2, "Anders": 2}  # in the order of the questionnaire
    assert (table.n, table.several) == (5, True)
    assert sum(line.share for line in table.categories) == pytest.approx(7 / 5)


def test_everybody_who_was_asked_counts_when_the_file_tells_who_was(marks: Project) -> None:
    table = tabulate_closed(marks, several(marks), base=Base.ASKED)
    assert (table.n, table.base) == (6, Base.ASKED)  # r4 said no to everything
    assert counts(table) == counts(tabulate_closed(marks, several(marks)))
    assert [line.share for line in table.categories] == [pytest.approx(count / 6) for count in counts(table).values()]
    assert closed_base(table, "nl") == "Basis: de 6 respondenten aan wie de vraag is gesteld"
    skipped = MARKS.replace("r4;0;0;0", "r4;;;").replace("r6;1;0;0", "r6;n.v.t.;n.v.t.;n.v.t.")
    project = imported(empty_project(), skipped, mapping=guess_mapping(read_table(MARKS.encode(), "w1.csv")))
    assert tabulate_closed(project, several(project), base=Base.ASKED).n == 4


def test_without_a_no_everybody_in_the_wave_was_asked(cells: Project) -> None:
    assert tabulate_closed(cells, several(cells), base=Base.ASKED).n == 7
    other = CELLS.replace("Waar lees je nieuws?", "Waar hoor je nieuws?").replace("nr", "nummer")
    both = imported(cells, other, "w2")
    assert tabulate_closed(both, several(cells), base=Base.ASKED).n == 7  # nobody in the second wave was asked


def test_with_one_answer_shares_are_of_those_who_answered(marks: Project) -> None:
    age = next(variable.id for variable in marks.variables.values() if variable.label == "Leeftijd")
    table = tabulate_closed(marks, age, base=Base.ASKED)
    assert (table.base, table) == (Base.ANSWERED, tabulate_closed(marks, age))


def test_by_background_the_base_is_the_same(marks: Project) -> None:
    age = next(variable.id for variable in marks.variables.values() if variable.label == "Leeftijd")
    settings = ReportSettings(options=ListOptions(base=Base.ASKED), banner=(age,))
    report = make_report(marks, settings, "2026-11-22")
    (closed,) = [table for table in report.closed if table.several]
    (crossed,) = [table for table in report.closed_crosstabs if table.several]
    assert crossed.base is closed.base is Base.ASKED
    assert crossed.columns[0].base == closed.n == 6
    assert [row.cells[0].share for row in crossed.rows] == [line.weighted_share for line in closed.categories]
    assert crosstab_base(crossed, "nl") == "Basis: respondenten aan wie de vraag is gesteld"
    assert text("report.several.asked", "nl") in crosstab_footer(crossed, "nl")
    assert crosstab_footer(crossed, "nl").startswith(f"{crosstab_base(crossed, 'nl')}. ")
    weighted = replace(crossed, weighted=True)
    assert "percentages zijn gewogen. " in crosstab_footer(weighted, "nl")


def test_answers_in_one_cell_are_counted_one_by_one(cells: Project) -> None:
    table = tabulate_closed(cells, several(cells))
    assert counts(table) == {"Buren": 3, "Krant": 4, "Website": 2}
    assert table.n == 6


def test_a_gate_on_a_mark_is_a_gate_on_the_category(marks: Project) -> None:
    asked = question(marks, "Anders, namelijk")
    assert marks.questions[asked].gate == Gate(several(marks), ("Anders",))
    intakes = {key.respondent: response.intake for key, response in marks.responses(asked).items()}
    assert [name for name, intake in intakes.items() if intake is Intake.ANSWER] == ["r3", "r5"]
    assert [name for name, intake in intakes.items() if intake is Intake.NOT_ASKED] == ["r1", "r2", "r4", "r6"]


def test_a_gate_on_several_marks_counts_everybody_once(cells: Project) -> None:
    asked = cells.questions[question(cells, "Waarom?")]
    gated = run(cells, ChangeQuestion(replace(asked, gate=Gate(several(cells), ("Krant", "Buren")))))
    (section,) = make_report(gated, ReportSettings(), "2026-11-22").sections
    gate = section.counted.gate
    assert gate is not None
    assert gate.gate_share == pytest.approx(5 / 6)
    assert text("report.several.short", "nl") in gate_text(gate, "nl")


def test_other_is_counted_under_what_it_says_beside_the_rest(marks: Project) -> None:
    asked = question(marks, "Anders, namelijk")
    coded = code_answers(marks, asked, ((), (), ("Familie",), (), ("krant",), ()))
    recoded = run(coded, ChangeQuestion(replace(coded.questions[asked], counts_in=Gate(several(coded), ("Anders",)))))
    table = tabulate_closed(recoded, several(recoded))
    assert counts(table) == {"Krant": 4, "Buren": 2, "Familie": 1, "Anders": 0}
    assert table.recoded is not None
    assert (table.recoded.before, table.recoded.recoded) == (2, 2)
    assert table.n == 5


def test_by_background_everybody_counts_in_each_answer(marks: Project) -> None:
    age = next(variable.id for variable in marks.variables.values() if variable.label == "Leeftijd")
    table = crosstab_closed(marks, several(marks), age, marks.waves_in_order())
    assert table.several
    young = next(at for at, column in enumerate(table.columns) if column.category == "jong")
    assert {row.name: row.cells[young].count for row in table.rows} == {"Krant": 1, "Buren": 1, "Anders": 2}
    assert table.columns[young].base == 3
    assert SEVERAL in crosstab_footer(table, "nl")
    assert all(isinstance(chart, PanelChart) for chart in closed_crosstab_charts(table, "nl"))


def test_it_is_drawn_as_bars_even_when_shares_happen_to_add_up(marks: Project) -> None:
    table = tabulate_closed(marks, several(marks))
    alone = replace(table, categories=table.categories[:1])
    for one in (table, alone):
        chart = closed_chart(one, "nl")
        assert isinstance(chart, BarChart)
        assert SEVERAL in chart.note
        assert SEVERAL in chart.told


def test_it_cannot_divide_respondents(marks: Project) -> None:
    with pytest.raises(ExportError) as refused:
        make_report(marks, ReportSettings(banner=(several(marks),)), "2026-11-22")
    assert refused.value.key == "export.several_divides"
    unit = ReportSettings(options=ListOptions(unit=several(marks)))
    with pytest.raises(ExportError):
        make_report(marks, unit, "2026-11-22")
    asked = marks.questions[question(marks, "Waarom?")]
    read = run(marks, ChangeQuestion(replace(asked, read_by=several(marks))))
    assert reading_of(read, asked.id) is None


def test_every_format_has_the_counts_and_says_that_they_overlap(marks: Project) -> None:
    age = next(variable.id for variable in marks.variables.values() if variable.label == "Leeftijd")
    report = make_report(marks, ReportSettings(banner=(age,)), "2026-11-22")
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(report)))
    rows = [row for row in book["Gesloten vragen"].iter_rows(min_row=2, values_only=True) if row[0]]
    assert {row[1]: row[2] for row in rows[:3]} == counts(report.closed[0])
    assert rows[-1][1] == closed_notes(report.closed[0], "nl")
    assert SEVERAL in rows[-1][1]
    assert SEVERAL in write_html(report).decode()
    assert any(SEVERAL in words for _, words in DocxFile(write_docx(report)).lines)
    deck = PptxFile(write_pptx(report))
    assert any(SEVERAL in line for slide in deck.slides for line in slide.lines)
    assert deck.tables  # by background: a table, for overlapping answers are no parts of one bar


def test_the_data_have_a_column_per_answer(marks: Project, tmp_path: Path) -> None:
    report = make_report(marks, ReportSettings(), "2026-11-22")
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(report)))
    head, *rows = book["Gecodeerde antwoorden"].iter_rows(values_only=True)
    at = head.index("Nieuws: Krant")
    assert [row[at : at + 3] for row in rows] == [
        (1, 0, 0),
        (1, 1, 0),
        (0, 1, 1),
        (0, 0, 0),
        (0, 0, 1),
        (1, 0, 0),
    ]
    path = tmp_path / "data.sav"
    path.write_bytes(write_sav(report))
    frame, meta = pyreadstat.read_sav(path)
    names = [name for name in frame.columns if name.startswith("nieuws_")]
    assert [meta.column_names_to_labels[name] for name in names] == ["Krant", "Buren", "Anders"]
    assert list(frame[names[1]].fillna(-1)) == [0, 1, 1, 0, 0, 0]
    syntax = write_sps(report).decode("utf-8-sig")
    assert f"NAME=$nieuws LABEL='Nieuws' CATEGORYLABELS=VARLABELS\r\n    VARIABLES={names[0]} {names[1]}" in syntax


def test_a_project_keeps_it(marks: Project) -> None:
    kept = project_from_bytes(marks.id, marks.revision, project_to_bytes(marks))
    assert kept.variables == marks.variables


def test_the_next_wave_goes_with_it_and_a_new_column_joins(marks: Project) -> None:
    later = MARKS.replace("Nieuws [Anders]", "Nieuws [Website];Nieuws [Anders]").splitlines()
    data = "\n".join([later[0], *(line.replace(";", ";1;", 1) for line in later[1:])])
    table = read_table(data.encode(), "w2.csv")
    match = match_columns(marks, table)
    assert match.of(several(marks)).how is How.SAME
    assert match.new == ()
    project = imported(marks, data, "w2", mapping_of(marks, match, "w2"))
    assert [v.id for v in project.variables.values() if v.several] == [several(marks)]
    assert set(project.variables[several(marks)].categories) == {"Krant", "Buren", "Anders", "Website"}
    second = counts(tabulate_closed(project, several(project), [project.waves["w2"]]))
    assert second["Krant"] == 6


def test_the_next_wave_in_one_cell(cells: Project) -> None:
    data = CELLS.replace("Website", "Website van de gemeente")
    table = read_table(data.encode(), "w2.csv")
    match = match_columns(cells, table)
    (category,) = match.of(several(cells)).categories
    assert (category.found, category.known) == ("Website van de gemeente", "Website")
    project = imported(cells, data, "w2", mapping_of(cells, match, "w2"))
    assert counts(tabulate_closed(project, several(project))) == {"Buren": 6, "Krant": 8, "Website": 4}


def test_a_gate_that_is_not_a_mark_stays_a_question_of_its_own() -> None:
    table = read_table(MARKS.encode(), "w1.csv")
    mapping = guess_mapping(table)
    asked = replace(mapping.questions[-1], gate=GateColumn("Nieuws [Krant]", ("0",)))
    project = imported(empty_project(), MARKS, mapping=replace(mapping, questions=(asked,)))
    gate = project.questions[question(project, asked.column)].gate
    assert gate is not None
    assert gate.variable != several(project)
    assert project.variables[gate.variable].role is VariableRole.CLOSED
