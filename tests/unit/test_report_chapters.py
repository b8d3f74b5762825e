"""The chapters on waves, periods and sources: the same numbers in every format as in the comparison."""

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import docx
import openpyxl
import pptx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE_TYPE

from coding.cli.main import main
from coding.domain.chapter import ChapterTable, Figure, shown
from coding.domain.chart import Slope
from coding.domain.project import Project
from coding.domain.report import Report
from coding.domain.report_settings import ReportSettings, WaveSettings
from coding.files.chart_draw import chart_png, chart_svg
from coding.files.chart_slope import spread
from coding.files.pptx_slope import label_name, label_places
from coding.files.read_table import read_table
from coding.services.compare import compare_waves, is_weighted, last_two, last_two_of
from coding.services.compare_periods import threads
from coding.services.compare_words import comparison_sentences, period_words, thread_sentences
from coding.services.comparison import CompareOptions
from coding.services.export import Format, export
from coding.services.report import make_report
from coding.services.second_coder import coder_pair, compare_coders
from coding.services.waves import add_matched_wave
from coding.services.waves_match import match_columns, with_column
from tests.wave_projects import NEEDED, NOTICE, whole_example

SETTINGS = ReportSettings(questions=(NOTICE, NEEDED), wave_chapters=WaveSettings(period="half-year", threads=True))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    workspace = whole_example(tmp_path_factory.mktemp("chapters") / "p.tienkeer")
    yield workspace.project
    workspace.close()


@pytest.fixture(scope="module")
def report(project: Project) -> Report:
    return make_report(project, SETTINGS, "2026-11-22")


def tables(report: Report) -> list[ChapterTable]:
    return [table for chapter in report.chapters for table in chapter.tables]


def printed(table: ChapterTable) -> list[list[str]]:
    return [[" ".join(shown(cell).split()) for cell in row] for row in table.rows]


def test_chapters_hold_the_numbers_of_the_comparison(project: Project, report: Report) -> None:
    compared = report.chapters[0]
    assert [chapter.name for chapter in report.chapters] == ["compare", "periods", "threads"]
    for question, table in zip((NOTICE, NEEDED), compared.tables, strict=True):
        found = compare_waves(project, question, *last_two(project), CompareOptions(weighted=is_weighted(project)))
        assert table.sentences == tuple(comparison_sentences(found, "nl"))
        for row, cells in zip(found.rows, table.rows, strict=True):
            first, second = cells[1], cells[2]
            assert isinstance(first, Figure)
            assert isinstance(second, Figure)
            assert (first.value, second.value) == (row.first.count, row.second.count)
            assert (first.share, second.share) == (row.first.share, row.second.share)
        assert table.chart is not None
        assert sum(slope.marked for slope in table.chart.slopes) == sum(row.significant for row in found.rows)


def test_threads_are_those_of_the_half_year(project: Project) -> None:
    settings = ReportSettings(questions=(NOTICE,), wave_chapters=WaveSettings(compare=False, threads=True))
    (chapter,) = make_report(project, settings, "2026-11-22").chapters
    assert chapter.tables[0].sentences == tuple(thread_sentences(threads(project, NOTICE), "nl"))
    one_half = ReportSettings(
        questions=(NOTICE,), wave_chapters=WaveSettings(compare=False, threads=True, within="2026-H2")
    )
    assert make_report(project, one_half, "2026-11-22").chapters == ()  # one source in that half-year


def test_one_wave_has_nothing_to_compare(project: Project) -> None:
    first = project.waves_in_order()[0].id
    options = ReportSettings().options
    only = ReportSettings(options=type(options)(waves=(first,)))
    assert make_report(project, only, "2026-11-22").chapters == ()


def test_the_workbook_holds_the_numbers(report: Report) -> None:
    book = openpyxl.load_workbook(io.BytesIO(export(report, Format.XLSX)))
    for chapter, name in zip(report.chapters, ("Metingen", "Perioden", "Rode draden"), strict=True):
        cells = [[cell for cell in row if cell is not None] for row in book[name].iter_rows(values_only=True)]
        for table in chapter.tables:
            for row in table.rows:
                numbers: list[object] = [row[0]]
                for cell in row[1:]:
                    if isinstance(cell, str):
                        numbers.append(cell)
                    else:
                        numbers += [cell.value] if cell.share is None else [cell.value, cell.share]
                assert any(
                    len(numbers) == len(found)
                    and all(
                        a == b if isinstance(a, str) else b == pytest.approx(a)
                        for a, b in zip(numbers, found, strict=True)
                    )
                    for found in cells
                )


def test_the_document_holds_the_numbers(report: Report) -> None:
    document = docx.Document(io.BytesIO(export(report, Format.DOCX)))
    rows = [[" ".join(cell.text.split()) for cell in row.cells] for table in document.tables for row in table.rows]
    told = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for table in tables(report):
        assert all(sentence in told for sentence in table.sentences)
        for row in printed(table):
            assert row in rows


def test_the_slides_hold_the_numbers(report: Report) -> None:
    deck = pptx.Presentation(io.BytesIO(export(report, Format.PPTX)))
    shapes = [shape for slide in deck.slides for shape in slide.shapes]
    rows = [[" ".join(cell.text.split()) for cell in row.cells] for s in shapes if s.has_table for row in s.table.rows]
    told = "\n".join(s.text_frame.text for s in shapes if s.has_text_frame)
    for table in tables(report):
        assert all(sentence in told for sentence in table.sentences)
        for row in printed(table):
            assert row in rows


def test_slides_draw_waves_as_a_line_chart_that_can_be_edited(report: Report) -> None:
    deck = pptx.Presentation(io.BytesIO(export(report, Format.PPTX)))
    shapes = [shape for slide in deck.slides for shape in slide.shapes]
    assert not [shape for shape in shapes if shape.shape_type is MSO_SHAPE_TYPE.PICTURE]
    charts = {s._element.xpath(".//p:cNvPr")[0].get("descr"): s.chart for s in shapes if s.has_chart}
    for table in report.chapters[0].tables:
        assert table.chart is not None
        chart = charts[table.chart.told]
        assert chart.chart_type is XL_CHART_TYPE.LINE_MARKERS
        assert tuple(chart.plots[0].categories) == table.chart.columns
        lines = {line.name: tuple(line.values) for line in chart.plots[0].series}
        assert lines == {one.name: (one.first, one.second) for one in table.chart.slopes}
        sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
        assert sheet is not None
        columns = [[cell.value for cell in column] for column in sheet.iter_cols(min_col=2)]
        assert {column[0]: pytest.approx(tuple(column[1:])) for column in columns} == lines
        for mark in chart.plots[0]._element.xpath(".//c:dLbl/c:showSerName"):
            assert mark.get("val") == "1"


def test_labels_on_slides_stay_clear_of_one_another(report: Report) -> None:
    """Each label is moved from its point by as much as ``spread`` says."""
    chart = tables(report)[0].chart
    assert chart is not None
    for side, shares in enumerate(([one.first for one in chart.slopes], [one.second for one in chart.slopes])):
        heights = sorted(place + moved for place, moved in label_places(shares))
        assert all(after - before >= 13.9 for before, after in pairwise(heights)), side


def test_page_and_markdown_hold_the_numbers(report: Report) -> None:
    page = export(report, Format.HTML).decode()
    found = [
        [re.sub("<.*?>", "", cell) for cell in re.findall("<t[hd].*?</t[hd]>", row)]
        for row in re.findall("<tr>.*?</tr>", page)
    ]
    rows = [[" ".join(cell.replace("&#x27;", "'").replace("&amp;", "&").split()) for cell in row] for row in found]
    markdown = export(report, Format.MARKDOWN).decode().replace("\\", "")
    lines = [[" ".join(cell.split()) for cell in line.strip("| ").split(" | ")] for line in markdown.split("\n")]
    for table in tables(report):
        for row in printed(table):
            assert row in rows
            assert row in lines
        assert all(f"- {sentence}" in markdown for sentence in table.sentences)


def test_the_method_page_tells_how_far_coders_agree(project: Project, report: Report) -> None:
    (told,) = (fact.text for fact in report.method if fact.heading == "Overeenstemming tussen codeurs")
    found = compare_coders(project, NEEDED, *coder_pair(project, NEEDED))
    alpha = found.table.alpha_masi.value
    assert alpha is not None
    assert f"is {alpha:.2f}".replace(".", ",") in told
    assert "Een alpha tussen 0,67 en 0,80" in told
    assert told.startswith("Wat is er nodig?")


def test_wide_tables_are_divided_without_losing_a_column(report: Report) -> None:
    table = tables(report)[0]
    parts = list(table.divided(2))
    assert [part.head[0] for part in parts] == [table.head[0]] * len(parts)
    assert tuple(word for part in parts for word in part.head[1:]) == table.head[1:]
    assert [part.chart for part in parts[1:]] == [None] * (len(parts) - 1)


@pytest.mark.parametrize(
    ("name", "nl", "en"),
    [
        ("2026-H2", "tweede halfjaar 2026", "second half of 2026"),
        ("2026-Q3", "kwartaal 3 van 2026", "quarter 3 of 2026"),
        ("2026-09", "september 2026", "September 2026"),
        ("2026-W07", "week 7 van 2026", "week 7 of 2026"),
    ],
)
def test_periods_are_told_in_words(name: str, nl: str, en: str) -> None:
    assert (period_words(name, "nl"), period_words(name, "en")) == (nl, en)


def test_the_slope_chart_names_every_argument(report: Report) -> None:
    chart = tables(report)[0].chart
    assert chart is not None
    drawn = chart_svg(chart, "#1f5f68").decode()
    assert all(f"{slope.second:.0%}" in drawn for slope in chart.slopes)
    assert chart_png(chart, "#1f5f68").startswith(b"\x89PNG")


@given(st.lists(st.floats(0, 100), min_size=1, max_size=12), st.floats(0.5, 8))
def test_labels_stay_apart_and_in_order(places: list[float], apart: float) -> None:
    high = apart * len(places) + 100
    moved = spread(places, apart, 0, high)
    ordered = sorted(range(len(places)), key=lambda at: (places[at], at))
    for before, after in pairwise(ordered):
        assert moved[after] - moved[before] >= apart - 1e-6
    assert min(moved) >= -1e-6
    assert max(moved) <= high + 1e-6
    if all(places[b] - places[a] >= apart for a, b in pairwise(ordered)):
        assert moved == pytest.approx(places)


def test_the_command_line_makes_the_chapters(tmp_path: Path) -> None:
    whole_example(tmp_path / "p.tienkeer").close()
    wanted = ["export", str(tmp_path / "p.tienkeer"), "--question", NOTICE, "--period", "quarter", "--threads"]
    out = tmp_path / "report.md"
    assert main([*wanted, "--out", str(out)]) == 0
    told = out.read_text(encoding="utf-8").replace("\\", "")
    assert all(
        f"## {title}" in told for title in ("Vergelijking van metingen", "Argumenten per kwartaal", "Rode draden")
    )
    assert main([*wanted[:4], "--no-compare", "--out", str(out)]) == 0
    assert "Vergelijking van metingen" not in out.read_text(encoding="utf-8")
    with pytest.raises(SystemExit):
        main([*wanted, "2026", "--out", str(out)])


def test_questions_with_a_handful_of_answers_are_listed_as_not_compared(project: Project) -> None:
    few = "voor-wat-voor-organisatie-werk-je-anders"
    (chapter,) = make_report(project, ReportSettings(questions=(few, NEEDED), language="en"), "2026-11-22").chapters
    compared, left = chapter.tables
    assert compared.chart is not None
    assert left.title == "Not compared"
    assert left.chart is None
    assert left.head == ("Question", "2025", "2026")
    assert printed(left) == [[project.questions[few].text, "4", "1"]]
    assert "fewer than 10 respondents" in left.sentences[0]


def test_a_source_that_came_last_is_not_the_wave_after_the_survey(tmp_path: Path) -> None:
    """Complaints answer one question: the others are still compared between the two surveys."""
    workspace = whole_example(tmp_path / "p.tienkeer")
    data = ("Klachtnummer;Klacht\n" + "".join(f"K{at};ze doen niet wat ze beloven {at}\n" for at in range(30))).encode()
    match = match_columns(workspace.project, read_table(data, "klachten.csv"))
    add_matched_wave(workspace, with_column(workspace.project, match, NEEDED, "Klacht"), "Klachten", "Klachten")
    project = workspace.project
    workspace.close()
    names = {wave.id: wave.name for wave in project.waves.values()}
    for question in (NOTICE, NEEDED):
        both = last_two_of(project, question)
        assert both is not None
        assert [names[wave] for wave in both] == ["2025", "2026"]
    sources = [wave for wave in project.waves_in_order() if wave.name != "2025"]
    assert last_two_of(project, NEEDED, sources) == tuple(wave.id for wave in sources)
    assert last_two_of(project, NOTICE, sources) is None
    (chapter,) = make_report(project, ReportSettings(questions=(NOTICE, NEEDED)), "2026-11-22").chapters
    assert [table.head[2][:4] for table in chapter.tables if table.chart] == ["2026", "2026"]


def test_a_name_too_long_for_one_line_beside_a_slope_is_cut() -> None:
    assert label_name(Slope("Meer ruimte", 0.2, 0.3, False)) == "Meer ruimte"
    cut = label_name(
        Slope("Bredere paden en veel meer aansprakelijkheidsverzekeringsinformatie voor iedereen", 0.2, 0.3, True)
    )
    assert cut.startswith("Bredere paden en veel meer ")
    assert cut.endswith("…")
