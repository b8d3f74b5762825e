"""Native, editable bar charts on slides."""

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
    data = _chart_data(number_format=number_format)
    data.categories = labels
    data.add_series(series, values)
    tall = min(364.0, 52.0 * len(labels) + 24.0)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, Pt(MARGIN), Pt(TOP), Pt(ROOM), Pt(tall), data)
    describe(frame, told)
    _style(frame.chart, deck.colour, number_format, longest=max(values, default=1.0))
    widest = max((width(label, _SIZE) for label in labels), default=0.0)
    _leave_room(frame.chart, min(_MOST_ROOM, widest / ROOM + 0.015))
    # The chart's own workbook would read a name that starts with "=" as a formula.
    frame.chart.part.chart_workbook.update_from_xlsx_blob(_workbook(labels, values, series, number_format))


def _style(chart: Any, colour: Any, number_format: str, longest: float) -> None:
    chart.has_legend = False
    chart.has_title = False
    chart.font.size, chart.font.name = Pt(_SIZE), FONT
    chart.font.color.rgb = INK
    categories, numbers = chart.category_axis, chart.value_axis
    categories.reverse_order = True
    categories.format.line.fill.background()
    categories.major_tick_mark = XL_TICK_MARK.NONE
    categories.has_major_gridlines = False
    numbers.minimum_scale = 0
    numbers.maximum_scale = longest * 1.15 if longest else 1
    numbers.has_major_gridlines = False
    numbers.major_tick_mark = XL_TICK_MARK.NONE
    numbers.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    numbers.format.line.fill.background()
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


def _leave_room(chart: Any, share: float) -> None:
    """Give the names ``share`` of the width, so that long ones wrap instead of squeezing the bars."""
    area = chart._chartSpace.find(".//" + qn("c:plotArea"))
    old = area.find(qn("c:layout"))
    if old is not None:
        area.remove(old)
    places = {"x": share, "y": 0.01, "w": 0.97 - share, "h": 0.98}
    inner = "".join(f'<c:{name} val="{value:.4f}"/>' for name, value in places.items())
    area.insert(
        0,
        parse_xml(
            '<c:layout xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:manualLayout>'
            '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
            f"{inner}</c:manualLayout></c:layout>"
        ),
    )


def _workbook(labels: Sequence[str], values: Sequence[float], series: str, number_format: str) -> bytes:
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        sheet = book.add_worksheet("Sheet1")
        style = book.add_format({"num_format": number_format})
        sheet.write_string(0, 1, series)
        for at, (label, value) in enumerate(zip(labels, values, strict=True), 1):
            sheet.write_string(at, 0, label)
            sheet.write_number(at, 1, value, style)
    return buffer.getvalue()
