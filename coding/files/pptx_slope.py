"""Native, editable line charts on slides: each argument as a line from one wave to the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from coding.domain.chart import Slope, SlopeChart
from coding.files.chart_slope import spread
from coding.files.pptx_chart import chart_workbook, place_plot
from coding.files.pptx_deck import FONT, HEIGHT, INK, MARGIN, QUIET, ROOM, TOP, Deck, describe
from coding.files.printable import one_line
from coding.files.text_fit import width

_SIZE: Final = 11.0
_LEAST_SIDE, _MOST_SIDE = 0.18, 0.36  # of the width, for the labels at either side
_HEAD, _FOOT = 0.08, 0.03  # of the height: the names of the waves, and room under the lowest label
_APART: Final = 14.0  # points between labels
_LONGEST: Final = (_MOST_SIDE - 0.02) * ROOM  # points of a label
_PERCENT: Final = "  100%"
_BODY: Final = HEIGHT * (1 - _HEAD - _FOOT)


def slope_chart(deck: Deck, slide: Any, chart: SlopeChart) -> None:
    """Lines between two columns of labels; marked ones are thick, in the client's colour, and drawn last."""
    slopes = sorted(chart.slopes, key=lambda one: one.marked)
    series: list[tuple[str, list[float | None]]] = [(label_name(one), [one.first, one.second]) for one in slopes]
    data, workbook = chart_workbook([one_line(name) for name in chart.columns], series, "0%")
    kind = XL_CHART_TYPE.LINE_MARKERS
    frame = slide.shapes.add_chart(kind, Pt(MARGIN), Pt(TOP), Pt(ROOM), Pt(HEIGHT), data)
    describe(frame, chart.told)
    _axes(frame.chart, most=_most([share for one in slopes for share in (one.first, one.second)]))
    widest = max(width(label_name(one) + _PERCENT, _SIZE, one.marked) for one in slopes)
    side = min(_MOST_SIDE, max(_LEAST_SIDE, widest / ROOM + 0.02))
    place_plot(frame.chart, side, _HEAD, 1 - 2 * side, 1 - _HEAD - _FOOT)
    moves = [[moved for _, moved in label_places(shares, _all(slopes))] for shares in _sides(slopes)]
    for line, one, left, right in zip(frame.chart.plots[0].series, slopes, *moves, strict=True):
        _draw(deck, line, one)
        for at, (moved, position) in enumerate(((left, XL_LABEL_POSITION.LEFT), (right, XL_LABEL_POSITION.RIGHT))):
            _label(deck, line.points[at].data_label, one, moved / HEIGHT, position)
    frame.chart.part.chart_workbook.update_from_xlsx_blob(workbook)


def label_name(one: Slope) -> str:
    """The name on one line beside the chart, cut where it would run over others; the table has it in full."""
    name = one_line(one.name)
    if width(name + _PERCENT, _SIZE, one.marked) <= _LONGEST:
        return name
    while name and width(f"{name}…{_PERCENT}", _SIZE, one.marked) > _LONGEST:
        name = name[:-1]
    return f"{name.rstrip()}…"


def _sides(slopes: Sequence[Slope]) -> tuple[list[float], list[float]]:
    return [one.first for one in slopes], [one.second for one in slopes]


def _all(slopes: Sequence[Slope]) -> list[float]:
    return [share for side in _sides(slopes) for share in side]


def _most(shares: Sequence[float]) -> float:
    return max(shares, default=0.0) * 1.02 or 1.0


def label_places(shares: Sequence[float], every: Sequence[float] = ()) -> list[tuple[float, float]]:
    """Per share where its point lies, in points from the top, and how far its label moves to stay clear of others."""
    most = _most(every or shares)
    places = [_BODY * (1 - share / most) for share in shares]
    apart = min(_APART, _BODY / max(1, len(shares)))
    return [(place, put - place) for place, put in zip(places, spread(places, apart, 0.0, _BODY), strict=True)]


def _axes(chart: Any, most: float) -> None:
    """The names of the waves on top; nothing else is said along the axes, the labels tell the shares."""
    chart.has_legend = chart.has_title = False
    chart.font.size, chart.font.name = Pt(_SIZE), FONT
    chart.font.color.rgb = INK
    categories, numbers = chart.category_axis, chart.value_axis
    categories.has_major_gridlines = True
    categories.major_gridlines.format.line.color.rgb = QUIET
    numbers.has_major_gridlines = False
    for axis in (categories, numbers):
        axis.format.line.fill.background()
        axis.major_tick_mark = XL_TICK_MARK.NONE
    categories.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    categories.tick_labels.font.size, categories.tick_labels.font.bold = Pt(13), True
    numbers.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    numbers.minimum_scale, numbers.maximum_scale = 0, most
    # The points stand at the very ends, not in the middle of a column.
    between = parse_xml(f'<c:crossBetween {nsdecls("c")} val="midCat"/>')
    numbers._element.find(qn("c:crosses")).addnext(between)


def _draw(deck: Deck, line: Any, one: Slope) -> None:
    colour = deck.titles if one.marked else QUIET
    line.smooth = False
    line.format.line.width = Pt(3.0 if one.marked else 1.0)
    line.format.line.color.rgb = colour
    line.marker.style, line.marker.size = XL_MARKER_STYLE.CIRCLE, 8 if one.marked else 5
    line.marker.format.fill.solid()
    line.marker.format.fill.fore_color.rgb = colour
    line.marker.format.line.color.rgb = colour


def _label(deck: Deck, label: Any, one: Slope, moved: float, position: Any) -> None:
    """Name and share beside a point, moved by a share of the chart's height; both follow the data of the chart."""
    font = label.font
    font.size, font.bold, font.name = Pt(_SIZE), one.marked, FONT
    font.color.rgb = deck.titles if one.marked else INK
    label.position = position
    element = label._dLbl
    element.find(qn("c:txPr")).find(qn("a:bodyPr")).set("wrap", "none")
    layout = (
        f'<c:layout {nsdecls("c")}><c:manualLayout><c:x val="0"/><c:y val="{moved:.5f}"/></c:manualLayout></c:layout>'
    )
    element.find(qn("c:idx")).addnext(parse_xml(layout))
    element.find(qn("c:showSerName")).set("val", "1")
    element.find(qn("c:showBubbleSize")).addnext(parse_xml(f"<c:separator {nsdecls('c')}>  </c:separator>"))
