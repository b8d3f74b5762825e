"""Native, editable charts on slides: bars, and what all charts share."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Final

import xlsxwriter
from pptx.chart import data as pptx_data
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from coding.files.pptx_deck import FONT, INK, MARGIN, ROOM, TOP, Deck, describe
from coding.files.printable import one_line
from coding.files.text_fit import width

_SIZE: Final = 14.0
_MOST_ROOM: Final = 0.5  # of the width, for the names
_chart_data: Any = pptx_data.CategoryChartData  # python-pptx is typed in part


def bar_chart(
    deck: Deck, slide: Any, names: Sequence[str], values: Sequence[float], series: str, number_format: str, told: str
) -> None:
    """A horizontal bar per name, the first one on top; ``told`` is the alternative text."""
    labels = [one_line(name) for name in names]
    data, workbook = chart_workbook(labels, [(series, list(values))], number_format)
    tall = min(364.0, 52.0 * len(labels) + 24.0)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, Pt(MARGIN), Pt(TOP), Pt(ROOM), Pt(tall), data)
    describe(frame, told)
    _style(frame.chart, deck.colour, number_format, longest=max(values, default=1.0))
    widest = max((width(label, _SIZE) for label in labels), default=0.0)
    leave_room(frame.chart, min(_MOST_ROOM, widest / ROOM + 0.015))
    frame.chart.part.chart_workbook.update_from_xlsx_blob(workbook)


def plain_axes(chart: Any) -> None:
    """Names on the left from top to bottom, no lines, no numbers along an axis."""
    chart.has_legend = False
    chart.has_title = False
    chart.font.size, chart.font.name = Pt(_SIZE), FONT
    chart.font.color.rgb = INK
    categories, numbers = chart.category_axis, chart.value_axis
    categories.reverse_order = True
    categories.has_major_gridlines = numbers.has_major_gridlines = False
    for axis in (categories, numbers):
        axis.format.line.fill.background()
        axis.major_tick_mark = XL_TICK_MARK.NONE
    numbers.tick_label_position = XL_TICK_LABEL_POSITION.NONE


def _style(chart: Any, colour: Any, number_format: str, longest: float) -> None:
    plain_axes(chart)
    chart.value_axis.minimum_scale = 0
    chart.value_axis.maximum_scale = longest * 1.15 if longest else 1
    plot = chart.plots[0]
    plot.gap_width = 55
    plot.vary_by_categories = False
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = number_format, False
    labels.position = XL_LABEL_POSITION.OUTSIDE_END
    labels.show_value = True
    fill = plot.series[0].format.fill
    fill.solid()
    fill.fore_color.rgb = colour


def leave_room(chart: Any, share: float, below: float = 0.0) -> None:
    """Give the names ``share`` of the width, so that long ones wrap, and a legend ``below`` of the height."""
    place_plot(chart, share, 0.01, 0.97 - share, 0.98 - below)


def place_plot(chart: Any, left: float, top: float, wide: float, tall: float) -> None:
    """Where bars or lines are drawn, as shares of the chart; names and labels stand outside."""
    area = chart._chartSpace.find(".//" + qn("c:plotArea"))
    old = area.find(qn("c:layout"))
    if old is not None:
        area.remove(old)
    places = {"x": left, "y": top, "w": wide, "h": tall}
    inner = "".join(f'<c:{name} val="{value:.4f}"/>' for name, value in places.items())
    area.insert(
        0,
        parse_xml(
            '<c:layout xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:manualLayout>'
            '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
            f"{inner}</c:manualLayout></c:layout>"
        ),
    )


def chart_workbook(
    labels: Sequence[str], series: Sequence[tuple[str, list[float | None]]], number_format: str
) -> tuple[Any, bytes]:
    """The data of a chart and the workbook behind it.

    The workbook that python-pptx itself makes would read a name that starts with "=" as a formula.
    """
    data = _chart_data(number_format=number_format)
    data.categories = labels
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        sheet = book.add_worksheet("Sheet1")
        style = book.add_format({"num_format": number_format})
        for at, label in enumerate(labels, 1):
            sheet.write_string(at, 0, label)
        for column, (name, values) in enumerate(series, 1):
            data.add_series(name, values)
            sheet.write_string(0, column, name)
            for at, value in enumerate(values, 1):
                if value is not None:
                    sheet.write_number(at, column, value, style)
    return data, buffer.getvalue()
