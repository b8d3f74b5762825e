"""Charts show the numbers of the tabulation, and nothing a person typed can run in them."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import pairwise

import pytest
from lxml import etree  # type: ignore[import-untyped]  # lxml brings no types
from PIL import Image

from coding.domain.chart import BarChart, PanelChart, StackedChart
from coding.domain.counted_list import ListOptions
from coding.domain.errors import ExportError
from coding.domain.report import Look, Report, Show
from coding.files.chart_data import charts_of, list_chart
from coding.files.chart_draw import chart_png, chart_svg, part_looks
from coding.files.colours import contrast, ink_on, readable, tint
from coding.services.export import Format, export
from coding.services.report import ReportSettings, make_report
from coding.texts.report_wording import percent
from tests.hostile import NASTY, hostile_project, hostile_report
from tests.projects import coded_project, example_project

SVG = "{http://www.w3.org/2000/svg}"
COLOUR = "#1f5f68"


def report(**settings: object) -> Report:
    chosen = ReportSettings(options=ListOptions(threshold=2), banner=("soort",), show=Show.BOTH, **settings)  # type: ignore[arg-type]  # each by its own name
    return make_report(example_project(), chosen, "2026-11-22")


def texts(svg: bytes) -> list[str]:
    """The texts of a drawing, in the order in which they were drawn."""
    return ["".join(node.itertext()).strip() for node in etree.fromstring(svg).iter(f"{SVG}text")]


def test_bars_are_the_rows_of_the_list_with_their_intervals() -> None:
    made = report()
    counted = made.sections[0].counted
    chart = list_chart(counted, "nl", Show.BOTH)
    assert isinstance(chart, BarChart)
    rows = [row for row in counted.rows if row.counted]
    assert [(b.name, b.share, b.low, b.high) for b in chart.bars] == [
        (row.name, row.weighted_share, row.low, row.high) for row in rows
    ]
    shown = texts(chart_svg(chart, COLOUR))
    for row in rows:
        assert f"{row.respondent_count}x, {percent(row.weighted_share, 'nl')}" in shown
        assert f"{row.name}: {row.respondent_count}x, {percent(row.weighted_share, 'nl')}" in chart.told
    assert [line for line in shown if line in {row.name for row in rows}] == [row.name for row in rows]


def test_divided_bars_and_panels_are_the_cells_of_the_crosstabs() -> None:
    made = report()
    named = dict(charts_of(made))
    (closed,) = made.closed_crosstabs
    stacked = named["closed-1-by-1-1"]
    assert isinstance(stacked, StackedChart)
    for column, stack in enumerate(stacked.stacks):
        assert stack.shares == tuple(row.cells[column].share for row in closed.rows)
        assert sum(share or 0.0 for share in stack.shares) == pytest.approx(1)
    panels = named["question-1-by-1-1"]
    assert isinstance(panels, PanelChart)
    (table,) = made.sections[0].crosstabs
    assert panels.shares == tuple(tuple(cell.share for cell in row.cells) for row in table.rows)
    shown = texts(chart_svg(panels, COLOUR))
    assert shown.count(percent(table.rows[0].cells[1].share, "nl")) >= 1


def test_hidden_cells_have_no_number_anywhere() -> None:
    made = report(hide_below=99)
    for name, chart in charts_of(made):
        if "-by-" in name:
            words = " ".join((*texts(chart_svg(chart, COLOUR, titled=False)), chart.told))
            assert "‹" in words
            assert set(re.findall(r"\d+%", words)) <= {"0%", "95%"}


def test_a_drawing_says_what_it_is_and_can_do_nothing() -> None:
    for made in (
        report(),
        hostile_report(hostile_project(list(NASTY), "<b>=1+1</b> $x^2$ & ]]>", "=vraag $x$ </svg>")),
    ):
        for _, chart in charts_of(made):
            root = etree.fromstring(chart_svg(chart, COLOUR))
            assert root.get("role") == "img"
            assert root.findtext(f"{SVG}title")
            assert root.findtext(f"{SVG}desc")
            names = {etree.QName(node).localname for node in root.iter(etree.Element)}
            assert not names & {"script", "foreignObject", "image", "a", "metadata"}
            assert not [at for node in root.iter(etree.Element) for at in node.attrib if at.lower().startswith("on")]
            assert Image.open(io.BytesIO(chart_png(chart, COLOUR))).width > 1000


def test_the_same_report_gives_the_same_files() -> None:
    for wanted in (Format.PNG, Format.SVG):
        first = export(report(), wanted)
        chart_svg.cache_clear()
        chart_png.cache_clear()
        assert export(report(), wanted) == first
        names = zipfile.ZipFile(io.BytesIO(first)).namelist()
        assert [name[:2] for name in names] == [f"{at:02d}" for at in range(1, len(names) + 1)]


def test_without_anything_to_draw_the_archive_is_refused() -> None:
    empty = make_report(coded_project([("a", ())]), ReportSettings(), "2026-11-22")
    with pytest.raises(ExportError) as refused:
        export(empty, Format.PNG)
    assert refused.value.key == "export.no_charts"


def test_pages_and_documents_hold_the_charts_with_their_alternative_text() -> None:
    made = report(look=Look(colour="#ffdd00"))
    told = next(chart.told for name, chart in charts_of(made) if name == "question-1")
    page = export(made, Format.HTML).decode()
    assert told in page
    assert "data:image/svg+xml;base64," in page
    document = zipfile.ZipFile(io.BytesIO(export(made, Format.DOCX)))
    properties = etree.fromstring(document.read("word/document.xml")).iter("{*}docPr")
    assert told in {node.get("descr") for node in properties}
    without = report(charts=False)
    assert "<figure>" not in export(without, Format.HTML).decode()


@pytest.mark.parametrize("colour", ["#1f5f68", "#ffdd00", "#ffffff", "#000000", "#e30613"])
def test_colours_can_be_read(colour: str) -> None:
    assert contrast(readable(colour), "#ffffff") >= 4.5
    assert contrast(ink_on(colour), colour) >= 4.5
    greys = [contrast(look.colour, "#ffffff") for look in part_looks(colour, 4)]
    assert greys == sorted(greys, reverse=True)
    assert all(dark / light > 1.2 for dark, light in pairwise(greys))
    assert len({(look.colour, look.hatch) for look in part_looks(colour, 7)}) == 7


def test_tints() -> None:
    assert tint("#000000", 0.5) == "#808080"
    assert tint("geen kleur", 1.0) == "#ffffff"
