"""What a client sees: nothing empty, nothing said twice, tables with what is said of them, sheets that print well."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import docx
import openpyxl
import pptx
import pytest
import xlsxwriter
from docx.shared import Cm
from PIL import Image

from coding.domain.chapter import ChapterTable
from coding.domain.counted_list import ListOptions
from coding.domain.project import Project
from coding.domain.report import Report
from coding.domain.report_settings import ReportSettings, WaveSettings
from coding.files.chart_data import list_chart
from coding.files.chart_draw import chart_png
from coding.files.xlsx_book import Book
from coding.services.export import Format, export
from coding.services.report import make_report
from tests.projects import coded_project, example_project
from tests.wave_projects import CONTRACT, NEEDED, NOTICE, whole_example

SETTINGS = ReportSettings(
    questions=(NOTICE, NEEDED),
    banner=(CONTRACT,),
    wave_chapters=WaveSettings(period="half-year", threads=True),
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    workspace = whole_example(tmp_path_factory.mktemp("layout") / "p.tienkeer")
    yield workspace.project
    workspace.close()


@pytest.fixture(scope="module")
def report(project: Project) -> Report:
    return make_report(project, SETTINGS, "2026-11-22")


@pytest.fixture(scope="module")
def book(report: Report) -> Any:
    return openpyxl.load_workbook(io.BytesIO(export(report, Format.XLSX)))


def chapter_tables(report: Report) -> list[ChapterTable]:
    return [table for chapter in report.chapters for table in chapter.tables]


def test_overig_stands_last_among_periods(report: Report) -> None:
    periods = next(chapter for chapter in report.chapters if chapter.name == "periods")
    assert [str(table.rows[-1][0]) for table in periods.tables] == ["Overig"] * len(periods.tables)


def test_one_argument_alone_gets_no_chart() -> None:
    alone = make_report(coded_project([("tijd", ["Tijd"])] * 3), ReportSettings(), "2026-11-22")
    counted = alone.sections[0].counted
    assert [row.name for row in counted.rows if row.counted] == ["Tijd"]
    assert list_chart(counted, "nl", alone.show) is None
    slides = pptx.Presentation(io.BytesIO(export(alone, Format.PPTX))).slides
    assert not any(shape.has_chart for slide in slides for shape in slide.shapes)


def test_crosstabs_of_which_nothing_may_be_shown_are_left_out(project: Project) -> None:
    hidden = make_report(
        project, replace(SETTINGS, hide_below=99, wave_chapters=WaveSettings(compare=False)), "2026-11-22"
    )
    assert hidden.crosstabs() == ()
    shown = make_report(project, replace(SETTINGS, wave_chapters=WaveSettings(compare=False)), "2026-11-22")
    assert len(shown.sections[0].crosstabs) == 1


def test_what_a_table_says_stands_above_it_on_the_same_slide(report: Report) -> None:
    slides = pptx.Presentation(io.BytesIO(export(report, Format.PPTX))).slides
    for table in chapter_tables(report):
        if not table.sentences:
            continue
        (slide,) = (slide for slide in slides if _box(slide, table.sentences[0]) is not None)
        (grid,) = (shape for shape in slide.shapes if shape.has_table)
        box = _box(slide, table.sentences[0])
        assert box.top + box.height <= grid.top
        assert grid.table.cell(1, 0).text == str(table.rows[0][0])


def _box(slide: Any, words: str) -> Any:
    return next((shape for shape in slide.shapes if shape.has_text_frame and words in shape.text_frame.text), None)


def test_what_is_not_shown_of_a_bar_on_a_slide_has_a_dotted_part(project: Project) -> None:
    hiding = make_report(project, replace(SETTINGS, hide_below=3), "2026-11-22")
    slides = pptx.Presentation(io.BytesIO(export(hiding, Format.PPTX))).slides
    plots = [shape.chart.plots[0] for slide in slides for shape in slide.shapes if shape.has_chart]
    rests = [plot.series[len(plot.series) - 1] for plot in plots if plot.series[-1].name == "‹ niet getoond"]
    assert rests
    for plot in plots:
        if plot.series[-1].name == "‹ niet getoond":
            bars = zip(*(series.values for series in plot.series), strict=True)
            assert all(sum(share or 0.0 for share in bar) == pytest.approx(1.0) for bar in bars)


def test_the_workbook_without_quotes_has_no_sheet_for_them(project: Project) -> None:
    plain = make_report(project, replace(SETTINGS, options=ListOptions(quotes=0)), "2026-11-22")
    assert "Citaten" not in openpyxl.load_workbook(io.BytesIO(export(plain, Format.XLSX))).sheetnames


def test_sheets_print_at_a_size_that_can_be_read(book: Any) -> None:
    for name in ("Argumenten", "Kruistabellen", "Metingen", "Perioden", "Rode draden"):
        assert 60 <= book[name].page_setup.scale <= 100
    crossed = book["Kruistabellen"]
    assert crossed.print_title_cols == "$A:$A"
    ends = [mark.id for mark in crossed.col_breaks.brk]
    assert ends
    assert all((end - 1) % 5 == 0 for end in ends)  # between columns of the table, never within one


def test_wide_sheets_go_on_on_a_next_page_with_their_headings(book: Any, report: Report) -> None:
    data, codebook = book["Gecodeerde antwoorden"], book["Codeboek"]
    assert (data.print_title_rows, data.print_title_cols) == ("$1:$1", "$A:$C")
    assert (codebook.print_title_rows, codebook.print_title_cols) == ("$1:$1", "$A:$C")
    for sheet in (data, codebook):
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.scale == 60
        assert not sheet.sheet_properties.pageSetUpPr or not sheet.sheet_properties.pageSetUpPr.fitToPage
        ends = [0, *(mark.id for mark in sheet.col_breaks.brk)]
        widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]]
        for start, end in pairwise((*ends, len(widths))):
            repeated = sum(widths[:3]) if start else 0.0
            assert repeated + sum(widths[start:end]) <= 98 / 0.6 + 5
    for sheet in book:
        assert sheet.oddHeader.left.text == report.title
        assert sheet.oddHeader.right.text.endswith("&A")


def test_no_list_is_cut_by_the_end_of_a_page(book: Any, report: Report) -> None:
    sheet = book["Perioden"]
    heads = [cell.row for cell in sheet["A"] if cell.value in {table.title for table in chapter_tables(report)}]
    ends = [mark.id for mark in sheet.row_breaks.brk]
    assert all(end + 1 in heads for end in ends)


def test_blocks_begin_a_page_where_they_would_be_cut() -> None:
    with xlsxwriter.Workbook(io.BytesIO()) as made:
        book = Book(made, make_report(coded_project([("a", ["A"])]), ReportSettings(), "2026-11-22"))
        sheet = book.sheet("list", (50, 50))
        book.keep_whole(sheet, [(0, 20), (22, 32), (34, 62)], 100)
        assert sheet.hbreaks == [22, 34]
        sheet = book.sheet("quotes", (50, 50))
        book.row(sheet, 1, 200.0)
        book.keep_whole(sheet, [(0, 3), (4, 20)], 100)
        assert sheet.hbreaks == [4]


def test_words_in_the_heads_of_the_document_are_not_broken(report: Report) -> None:
    document = docx.Document(io.BytesIO(export(report, Format.DOCX)))
    compared = next(table for table in document.tables if "p (Holm)" in [cell.text for cell in table.rows[0].cells])
    for cell in compared.rows[0].cells:
        longest = max(len(word) for word in cell.text.split())
        assert cell.width is not None
        assert cell.width >= Cm(longest * 0.16 + 0.35)  # bold 8 points, with the margins of a cell
    assert sum(column.width or 0 for column in compared.columns) == pytest.approx(Cm(16), abs=Cm(0.1))


def test_pictures_tell_their_title_in_any_script() -> None:
    people = coded_project([("a", ["Tijd ⏳ 時間"]), ("b", ["Lef"])])
    made = make_report(people, ReportSettings(), "2026-11-22")
    chart = list_chart(made.sections[0].counted, "nl", made.show)
    assert chart is not None
    picture = Image.open(io.BytesIO(chart_png(chart, "#1f6f78")))
    picture.load()
    assert picture.mode == "RGB"
    assert picture.info["dpi"] == pytest.approx((200, 200), abs=0.1)
    assert "Tijd ⏳ 時間" in picture.info["Description"]


def test_what_is_counted_in_cases_is_never_called_respondents() -> None:
    of = example_project()
    options = ListOptions(unit="soort", unit_name="gemeenten", non_answers=True, threshold=2)
    made = make_report(of, ReportSettings(options=options), "2026-11-22")
    assert "Op de vraag ‘Mis je nog iets in deze vragenlijst?’ kwam antwoord uit 3 gemeenten." in made.summary[1]
    assert "Uit 2 gemeenten kwam het antwoord ‘Nee’." in made.summary[1]
    assert not any("respondenten dat het noemt" in line for line in made.preamble)


def test_the_method_tells_only_the_ways_of_coding_that_were_used(report: Report) -> None:
    coded = next(fact for fact in report.method if fact.heading == "Indelen")
    assert re.search(r"Zo kwamen de \d+ toekenningen tot stand: \d+ met de hand\.$", coded.text)
