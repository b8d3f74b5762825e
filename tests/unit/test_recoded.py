"""Explanations of "other" ("Anders, namelijk") coded back into the categories of the closed question."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coding.analysis.tabulate_closed import tabulate_closed
from coding.analysis.tabulate_crosstab import crosstab_closed
from coding.domain.chart import BarChart, StackedChart
from coding.domain.commands import Assign, ChangeQuestion, NewCode
from coding.domain.counted_list import ClosedTable
from coding.domain.project import Project
from coding.domain.survey import Gate, Question, ResponseKey, Variable, VariableRole
from coding.files.chart_data import closed_chart, closed_crosstab_charts
from coding.files.counted_list_xlsx import write_xlsx
from coding.files.write_docx import write_docx
from coding.files.write_html import write_html
from coding.files.write_pptx import write_pptx
from coding.services.report import ReportSettings, make_report
from coding.texts.report_wording import closed_notes, recoded_text
from tests.office import DocxFile, HtmlFile, PptxFile
from tests.projects import Person, code_answers, empty_project, run, with_wave

KINDS = ("Gemeente", "Ministerie", "Anders")
SAID = ("adviesbureau", "een bureau", "gemeente Ede", "adviesbureau en gemeente", "weet niet precies", "iets vaags")
CODES = (("Adviesbureau",), ("Adviesbureau",), ("gemeente",), ("Adviesbureau", "gemeente"), (), ("Overig",))
GATE = Gate("soort", ("Anders",))


def survey(codes: tuple[tuple[str, ...], ...] = CODES, weight: float = 1.0) -> Project:
    """Ten people: three at a municipality, one at a ministry, six elsewhere, who say where."""
    kind = Variable("soort", "Waar werk je?", "soort", VariableRole.CLOSED, KINDS)
    years = Variable("jaren", "Hoe lang?", "jaren", VariableRole.BACKGROUND, ("kort", "lang"), 1)
    asked = Question("q", "Anders, namelijk:", "anders", gate=GATE)
    people = [Person({"q": said}, {"soort": "Anders", "jaren": "kort"}, weight) for said in SAID]
    people += [Person({}, {"soort": "Gemeente", "jaren": "lang"})] * 3 + [Person({}, {"soort": "Ministerie"})]
    project = with_wave(empty_project(), people, [asked], [kind, years])
    return code_answers(project, "q", codes)


def recoded(project: Project) -> Project:
    return run(project, ChangeQuestion(replace(project.questions["q"], counts_in=GATE)))


def counts(table: ClosedTable) -> dict[str, int]:
    return {line.category: line.respondent_count for line in table.categories}


def test_codes_count_among_the_answers_and_other_goes_down_by_them() -> None:
    project = survey()
    assert counts(tabulate_closed(project, "soort")) == {"Gemeente": 3, "Ministerie": 1, "Anders": 6}
    table = tabulate_closed(recoded(project), "soort")
    assert counts(table) == {"Gemeente": 5, "Ministerie": 1, "Adviesbureau": 3, "Anders": 2}
    assert list(counts(table)) == ["Gemeente", "Ministerie", "Adviesbureau", "Anders"]  # new ones before "other"
    assert table.n == 10
    assert table.categories[0].share == pytest.approx(0.5)
    told = table.recoded
    assert told is not None
    assert (told.before, told.recoded, told.left, told.several) == (6, 4, 2, 1)
    assert recoded_text(table, "nl") == (
        "‘Anders’: 4 van 6 ingedeeld naar de toelichting. "
        "1 respondent telt bij meer dan één antwoord; percentages tellen op tot meer dan 100%."
    )


def test_weights_are_respected() -> None:
    table = tabulate_closed(recoded(survey(weight=2.0)), "soort")
    assert table.categories[2].weighted_share == pytest.approx(6 / 16)


def test_it_is_undone_as_it_was_done() -> None:
    project = recoded(survey())
    back = run(project, ChangeQuestion(replace(project.questions["q"], counts_in=None)))
    assert tabulate_closed(back, "soort") == tabulate_closed(survey(), "soort")


def test_who_was_asked_is_told_as_it_was_answered() -> None:
    from coding.analysis.tabulate import tabulate

    gate = tabulate(recoded(survey()), "q").gate
    assert gate is not None
    assert counts(gate) == {"Gemeente": 3, "Ministerie": 1, "Anders": 6}
    assert gate.recoded is None


def test_crosstabs_count_the_same() -> None:
    project = recoded(survey())
    table = crosstab_closed(project, "soort", "jaren", project.waves_in_order())
    assert {row.name: row.cells[0].count for row in table.rows} == counts(tabulate_closed(project, "soort"))
    short = next(at for at, column in enumerate(table.columns) if column.category == "kort")
    assert {row.name: row.cells[short].count for row in table.rows}["Adviesbureau"] == 3


def test_every_format_shows_the_same_and_says_so() -> None:
    project = recoded(survey())
    report = make_report(project, ReportSettings(banner=("jaren",)), "2026-11-22")
    table = report.closed[0]
    said, notes = recoded_text(table, "nl"), closed_notes(table, "nl")
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(report)))["Gesloten vragen"]
    rows = [row for row in sheet.iter_rows(min_row=2, values_only=True) if row[0]]
    assert {row[1]: row[2] for row in rows[:4]} == counts(table)
    assert rows[-1][1] == notes
    assert said in write_html(report).decode()
    assert any(said in words for _, words in DocxFile(write_docx(report)).lines)
    deck = PptxFile(write_pptx(report))
    assert any(said in line for slide in deck.slides for line in slide.lines)
    assert HtmlFile(write_html(report)).tags.isdisjoint({"script"})


def test_a_report_follows_the_coding_at_once() -> None:
    project = recoded(survey())
    first = make_report(project, ReportSettings(), "2026-11-22").closed[0]
    later = run(project, NewCode("q", "new", "Stichting"), Assign("q", (ResponseKey("w1", "q", "r5"),), "new"))
    second = make_report(later, ReportSettings(), "2026-11-22").closed[0]
    assert "Stichting" not in counts(first)
    assert counts(second)["Stichting"] == 1
    assert counts(second)["Anders"] == counts(first)["Anders"] - 1


NAMES = ("Adviesbureau", "gemeente", "MINISTERIE", "anders", "Overig", "-")


@given(st.lists(st.lists(st.sampled_from(NAMES), unique=True, max_size=3).map(tuple), min_size=6, max_size=6))
@settings(max_examples=40, deadline=None)
def test_the_ledger_adds_up_whatever_is_coded(codes: list[tuple[str, ...]]) -> None:
    before = tabulate_closed(survey(tuple(codes)), "soort")
    project = recoded(survey(tuple(codes)))
    after = tabulate_closed(project, "soort")
    told = after.recoded
    assert told is not None
    assert told.before == told.recoded + told.left == counts(before)["Anders"]
    coding = project.coding_of("q")
    kept = {code.id for code in coding.codes.values() if code.name != "anders"}
    assert told.recoded == sum(any(a.code in kept for a in given) for given in coding.decisions.values())
    assert after.n == before.n
    assert all(counts(after)[name] >= counts(before)[name] for name in ("Gemeente", "Ministerie"))
    assert sum(counts(after).values()) >= after.n
    if not told.several:
        assert sum(counts(after).values()) == after.n


def test_shares_that_overlap_are_not_drawn_as_parts_of_a_whole() -> None:
    project = recoded(survey())
    table = tabulate_closed(project, "soort")
    assert sum(line.share for line in table.categories) > 1
    assert isinstance(closed_chart(table, "nl"), BarChart)
    crossed = crosstab_closed(project, "soort", "jaren", project.waves_in_order())
    assert not any(isinstance(chart, StackedChart) for chart in closed_crosstab_charts(crossed, "nl"))
    single = recoded(survey((*CODES[:3], ("gemeente",), (), ("Overig",))))
    assert isinstance(closed_chart(tabulate_closed(single, "soort"), "nl"), StackedChart)
