"""Closed questions in a report with a list per wave: counted per wave too, under headings that say so."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest
from docx import Document
from pptx import Presentation

from coding.domain.counted_list import ListOptions
from coding.domain.project import Project
from coding.domain.report import Report
from coding.domain.survey import Question, Variable, VariableRole
from coding.files.chart_data import charts_of
from coding.files.counted_list_csv import write_csv
from coding.files.counted_list_markdown import write_markdown
from coding.files.counted_list_xlsx import write_xlsx
from coding.files.write_docx import write_docx
from coding.files.write_html import write_html
from coding.files.write_pptx import write_pptx
from coding.services.report import ReportSettings, make_report
from tests.projects import Person, empty_project, with_wave

ASKED = Question("q", "Why is that?", "q")
USES = Variable("uses", "Do you use it?", "uses", VariableRole.CLOSED, ("Yes", "No"), 0)
LIKES = Variable("likes", "Do you like it?", "likes", VariableRole.CLOSED, ("Yes", "No"), 1)
AREA = Variable("area", "Area", "area", VariableRole.BACKGROUND, ("North", "South"), 2)


def two_waves() -> Project:
    """Ten people who mostly use it, then ten who mostly do not; only the later ones were asked whether they like it."""
    first = [Person({"q": "fine"}, _values(at, at < 8)) for at in range(10)]
    later = [Person({"q": "bad"}, {**_values(at, at < 2), "likes": "Yes"}) for at in range(10)]
    project = with_wave(empty_project(), first, [ASKED], [USES, LIKES, AREA])
    return with_wave(project, later, [ASKED], [USES, LIKES, AREA], wave="w2", name="2024")


def _values(at: int, uses: bool) -> dict[str, str]:
    return {"uses": "Yes" if uses else "No", "area": "North" if at % 2 else "South"}


def made(**given: object) -> Report:
    settings = {"language": "en", "per_wave": True, "banner": ("area",), **given}
    return make_report(two_waves(), ReportSettings(**settings), "2026-11-22")  # type: ignore[arg-type]  # each by its own name


TITLES = ["Do you use it? (2023)", "Do you use it? (2024)", "Do you like it? (2024)"]


def test_each_wave_has_its_own_counts() -> None:
    report = made()
    assert [table.title for table in report.closed] == TITLES
    counts = [[line.respondent_count for line in table.categories] for table in report.closed]
    assert counts == [[8, 2], [2, 8], [10, 0]]
    assert [(table.title, table.columns[0].base) for table in report.closed_crosstabs] == [(t, 10) for t in TITLES]


@pytest.mark.parametrize("given", [{"per_wave": False}, {"options": ListOptions(waves=("w2",))}])
def test_together_or_with_one_wave_there_is_nothing_to_tell_apart(given: dict[str, object]) -> None:
    assert [table.title for table in made(**given).closed] == ["Do you use it?", "Do you like it?"]


def test_the_two_kinds_of_report_are_remembered_apart() -> None:
    project = two_waves()
    apart, together = (make_report(project, ReportSettings(per_wave=one), "2026-11-22") for one in (True, False))
    assert (len(apart.closed), len(together.closed)) == (3, 2)


def test_every_format_says_which_wave() -> None:
    report = made()
    assert [named.chart.title for named in charts_of(report)][::2] == TITLES
    page, markdown = write_html(report).decode(), write_markdown(report).decode()
    document = Document(io.BytesIO(write_docx(report)))
    headings = [
        paragraph.text for paragraph in document.paragraphs if paragraph.style and paragraph.style.name == "Heading 3"
    ]
    deck = Presentation(io.BytesIO(write_pptx(report)))
    slides = [slide.shapes.title.text for slide in deck.slides if slide.shapes.title is not None]
    for title in TITLES:
        assert title in page
        assert f"### {title}" in markdown.replace("\\", "")
        assert title in headings
        assert title in slides


def test_files_of_lines_have_the_wave_of_each_line() -> None:
    report = made()
    lines = list(csv.DictReader(io.StringIO(write_csv(report).decode("utf-8-sig"), newline="")))
    closed = [line for line in lines if line["Kind"] == "answer to a closed question"]
    assert {line["Wave"] for line in closed if "like" in line["Question"]} == {"2024"}
    uses = [line for line in closed if "use" in line["Question"] and not line["By"]]
    assert [(line["Wave"], line["Argument"], line["Respondents"]) for line in uses] == [
        ("2023", "Yes", "8"),
        ("2023", "No", "2"),
        ("2024", "Yes", "2"),
        ("2024", "No", "8"),
    ]
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(report)))["Closed questions"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(max_row=7)]
    assert [(row[0], row[2]) for row in rows[1:3]] == [(TITLES[0], 8), (TITLES[0], 2)]
